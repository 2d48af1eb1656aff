/* labels_gen.c - build time only: labels.tsv on stdin -> sorted const tables on stdout. */
#include "map/labels.h"
#include "map/labels_hash.h"
#include "map/normal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct row {
    cj_str key, words;
    unsigned family, id, lang, kind;
    const char *label;
} row;

typedef struct names {
    const char *prefix; /* in front of the dot */
    const char *list[64];
    unsigned n;
} names;

/* The first six families follow the enums of cj/map.h and labels.h; the ids of the others are
 * counted as they come. */
static names families[CJ_N_FAMILIES] = {
    { "elem",
      {
          "custom",
#define CJ_ELEMENT(name, id, kind, fact, need, merge) id,
#include <cj/elements.def>
#undef CJ_ELEMENT
      },
      CJ_N_ELEMS },
    { "axis", { "phase", "element", "none" }, 3 },
    { "phase",
      { "", "presales", "onboarding", "adoption", "expansion", "renewal", "advocacy",
        "offboarding" },
      CJ_N_PHASES },
    { "meta",
      { "title", "purpose", "map_goal", "product", "plan", "segment", "persona", "scope",
        "version", "maturity", "created", "updated", "last_review", "next_review", "author",
        "contributors", "map_owner", "approver", "note" },
      CJ_N_META },
    { "sheet",
      { "unknown", "persona", "phases", "evidence", "kpi", "actions", "history", "guide",
        "conflicts", "lint", "merge_log", "map", "notes" },
      CJ_N_SECTIONS },
    { "word",
      { "modifier", "customer", "ours", "of", "and", "tail", "others", "foreign", "alone" },
      9 },
    { "persona", { NULL }, 0 },
    { "percol", { NULL }, 0 },
    { "phacol", { NULL }, 0 },
    { "evcol", { NULL }, 0 },
    { "kpicol", { NULL }, 0 },
    { "actcol", { NULL }, 0 },
    { "hiscol", { NULL }, 0 },
    { "concol", { NULL }, 0 },
    { "logcol", { NULL }, 0 },
    { "dept", { NULL }, 0 },
    { "evtype", { NULL }, 0 },
    { "status", { NULL }, 0 },
    { "longcol", { NULL }, 0 },
    { "other", { NULL }, 0 },
};
static const char *const langs[CJ_N_LABEL_LANGS] = { "ja", "en", "zh", "zh-Hant", "ko",
                                                     "de", "fr", "es", "pt",      "ru" };
static const char *const kinds[] = { "canonical", "synonym", "ambiguous" };

static void die(const char *what, const char *line)
{
    fprintf(stderr, "labels.tsv: %s: %s\n", what, line);
    exit(1);
}

static unsigned number_of(const char *const *list, unsigned n, const char *z)
{
    unsigned i;

    for (i = 0; i < n && strcmp(list[i], z) != 0; i++)
        ;
    if (i == n)
        die("unknown word", z);
    return i;
}

static unsigned id_in(unsigned family, const char *name)
{
    names *f = &families[family];
    unsigned i;

    for (i = 0; i < f->n; i++)
        if (strcmp(f->list[i], name) == 0)
            return i;
    if (family < CJ_FAM_PERSONA || f->n == sizeof f->list / sizeof *f->list)
        die("unknown id", name);
    f->list[f->n] = name;
    return f->n++;
}

/* The next column of the line, as a string of its own. */
static const char *column(cj_arena *arena, cj_str *rest)
{
    cj_str piece;

    if (!cj_str_split(rest, '\t', &piece) || !piece.n)
        die("four columns expected", cj_str_z(arena, *rest));
    return cj_str_z(arena, piece);
}

static row parsed(cj_arena *arena, const char *line)
{
    cj_str rest = cj_str_trim(cj_str_of(line));
    const char *id = column(arena, &rest), *lang = column(arena, &rest);
    const char *label = column(arena, &rest), *kind = column(arena, &rest);
    const char *dot = strchr(id, '.');
    row r;

    for (r.family = 0; dot && r.family < CJ_N_FAMILIES; r.family++)
        if (cj_str_eq(cj_str_of(families[r.family].prefix),
                      (cj_str){ id, (size_t)(dot - id) }))
            break;
    if (!dot || r.family == CJ_N_FAMILIES)
        die("unknown family", line);
    r.id = id_in(r.family, dot + 1);
    r.lang = number_of(langs, CJ_N_LABEL_LANGS, lang);
    r.kind = number_of(kinds, 3, kind);
    r.label = label;
    r.key = cj_label_key(arena, cj_str_of(label));
    r.words = cj_label_joined(arena, cj_label_words(arena, cj_str_of(label)));
    if (r.key.n > 255 || r.words.n > 255)
        die("label too long", label);
    return r;
}

static int order(const row *a, const row *b, int by_text)
{
    if (a->family != b->family)
        return a->family < b->family ? -1 : 1;
    if (by_text)
        return by_text;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->lang != b->lang)
        return a->lang < b->lang ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static int by_key(const void *a, const void *b)
{
    const row *x = a, *y = b;

    return order(x, y, cj_str_cmp(x->key, y->key));
}

static int by_words(const void *a, const void *b)
{
    const row *x = a, *y = b;

    return order(x, y, cj_str_cmp(x->words, y->words));
}

/* The text of a table: a list of numbers, because a literal of that size is no standard C. */
static void put_text(const char *table, const row *rows, size_t n, bool words)
{
    size_t i, j;

    printf("static const char %s_text[] = {", table);
    for (i = 0; i < n; i++) {
        cj_str s = words ? rows[i].words : rows[i].key;

        printf("\n ");
        for (j = 0; j < s.n; j++)
            printf(" %d,", s.p[j]);
    }
    printf(" 0\n};\n");
}

static void put_table(const char *table, const row *rows, size_t n, bool words)
{
    size_t first[CJ_N_FAMILIES + 1] = { 0 }, longest[CJ_N_FAMILIES] = { 0 }, i, at = 0;
    unsigned f;

    put_text(table, rows, n, words);
    printf("static const cj_label %s_labels[] = {\n", table);
    for (i = 0; i < n; i++) {
        size_t len = words ? rows[i].words.n : rows[i].key.n;

        printf("    { %zu, %zu, %u, %u, %u },\n", at, len, rows[i].id, rows[i].lang,
               rows[i].kind);
        first[rows[i].family + 1] = i + 1;
        if (len > longest[rows[i].family])
            longest[rows[i].family] = len;
        at += len;
    }
    printf("};\nstatic const unsigned %s_first[] = {", table);
    for (f = 0; f <= CJ_N_FAMILIES; f++) {
        if (f && first[f] < first[f - 1])
            first[f] = first[f - 1];
        printf(" %zu,", first[f]);
    }
    printf(" };\nstatic const unsigned char %s_longest[] = {", table);
    for (f = 0; f < CJ_N_FAMILIES; f++)
        printf(" %zu,", longest[f]);
    printf(" };\n");
}

/* By family: a bit for each first character of its keys. */
static void put_initials(const row *rows, size_t n)
{
    static uint32_t bits[CJ_N_FAMILIES][CJ_LABEL_INITIALS / 32];
    size_t i, f;

    for (i = 0; i < n; i++) {
        unsigned at = rows[i].key.n ? cj_label_initial(rows[i].key.p, rows[i].key.n) : 0;

        bits[rows[i].family][at / 32] |= 1u << at % 32;
    }
    printf("static const uint32_t key_initials[][%u] = {", CJ_LABEL_INITIALS / 32);
    for (f = 0; f < CJ_N_FAMILIES; f++) {
        printf("\n    {");
        for (i = 0; i < CJ_LABEL_INITIALS / 32; i++)
            printf(" 0x%x,", bits[f][i]);
        printf(" },");
    }
    printf("\n};\n");
}

static cj_str text_of(const row *r, bool words)
{
    return words ? r->words : r->key;
}

/* Places the first label of each key: 1 + its index; 0 is a free slot. */
static void put_slots(const char *table, const row *rows, size_t n, bool words)
{
    static size_t slots[CJ_LABEL_SLOTS];
    size_t i, k;

    memset(slots, 0, sizeof slots);
    for (i = 0; i < n; i++) {
        cj_str s = text_of(&rows[i], words);
        uint32_t hash = cj_label_hash_start(rows[i].family);
        unsigned at;

        if (!s.n || (i && rows[i - 1].family == rows[i].family &&
                     cj_str_eq(text_of(&rows[i - 1], words), s)))
            continue;
        for (k = s.n; k > 0; k--)
            hash = cj_label_hash_step(hash, s.p[k - 1]);
        for (at = cj_label_slot(hash); slots[at]; at = (at + 1) % CJ_LABEL_SLOTS)
            ;
        slots[at] = i + 1;
    }
    printf("static const unsigned short %s_slots[] = {", table);
    for (i = 0; i < CJ_LABEL_SLOTS; i++)
        printf("%s%zu,", i % 16 ? " " : "\n    ", slots[i]);
    printf("\n};\n");
}

static void put_literal(const char *z)
{
    putchar('"');
    for (; *z; z++)
        printf(*z == '"' || *z == '\\' ? "\\%c" : "%c", *z);
    putchar('"');
}

static void put_names(void)
{
    unsigned f, i;

    for (f = 0; f < CJ_N_FAMILIES; f++) {
        printf("static const char *const names_%u[] = {", f);
        for (i = 0; i < families[f].n; i++)
            printf(" \"%s\",", families[f].list[i]);
        printf(" NULL };\n");
    }
    printf("static const struct { const char *const *list; unsigned n; } names[] = {\n");
    for (f = 0; f < CJ_N_FAMILIES; f++)
        printf("    { names_%u, %u },\n", f, families[f].n);
    printf("};\n");
}

static void put_canonical(const row *rows, size_t n)
{
    size_t i;

    printf("static const struct { unsigned char family, id, lang; const char *label; } "
           "canonical[] = {\n");
    for (i = 0; i < n; i++) {
        if (rows[i].kind != CJ_CANONICAL || rows[i].lang > CJ_IN_EN)
            continue;
        printf("    { %u, %u, %u, ", rows[i].family, rows[i].id, rows[i].lang);
        put_literal(rows[i].label);
        printf(" },\n");
    }
    printf("};\n");
}

int main(void)
{
    cj_arena *arena = cj_arena_new(0);
    row *rows = NULL;
    size_t n = 0, cap = 0;
    char line[1024];

    while (fgets(line, sizeof line, stdin)) {
        if (*line == '#' || *line == '\n')
            continue;
        CJ_ROOM(arena, rows, n, cap);
        rows[n++] = parsed(arena, line);
    }
    printf(
        "/* labels.inc - made from lib/map/labels.tsv by labels_gen.c; do not edit. */\n");
    qsort(rows, n, sizeof *rows, by_key);
    if (n > CJ_LABEL_SLOTS / 2)
        die("too many labels for their hash", "");
    put_table("key", rows, n, false);
    put_slots("key", rows, n, false);
    put_initials(rows, n);
    put_canonical(rows, n);
    qsort(rows, n, sizeof *rows, by_words);
    put_table("word", rows, n, true);
    put_slots("word", rows, n, true);
    put_names();
    cj_arena_free(arena);
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
