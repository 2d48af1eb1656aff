/* lexicon_gen.c - build time only: lexicon.tsv on stdin -> const tables on stdout. */
#include "map/lexicon.h"
#include "map/lexicon_table.h"
#include "base/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const lists[CJ_N_LEXICONS] = {
    [CJ_LEX_VAGUE] = "vague",
    [CJ_LEX_WEAK_TIMING] = "weak_timing",
    [CJ_LEX_SPECULATION] = "speculation",
    [CJ_LEX_ASSUMPTION] = "assumption",
    [CJ_LEX_ASSUMPTION_LABEL] = "assumption_label",
    [CJ_LEX_PLACEHOLDER] = "placeholder",
    [CJ_LEX_GENERIC_OWNER] = "generic_owner",
    [CJ_LEX_COMPANY_CENTRIC] = "company_centric",
    [CJ_LEX_COMPANY_VERB] = "company_verb",
    [CJ_LEX_COMPANY_VERB_WEAK] = "company_verb_weak",
    [CJ_LEX_COMPANY_SUBJECT] = "company_subject",
    [CJ_LEX_COMPANY_SUBJECT_EN] = "company_subject_en",
    [CJ_LEX_CUSTOMER_OBJECT] = "customer_object",
    [CJ_LEX_CUSTOMERS_DOING] = "customers_doing",
    [CJ_LEX_VAGUE_FREQUENCY] = "vague_frequency",
    [CJ_LEX_PRESCRIPTIVE] = "prescriptive",
    [CJ_LEX_VAGUE_ACTION] = "vague_action",
    [CJ_LEX_EVENT] = "event",
    [CJ_LEX_ONLY_RENEWAL] = "only_renewal",
    [CJ_LEX_NEGATIVE_EMOTION] = "negative_emotion",
    [CJ_LEX_POSITIVE_EMOTION] = "positive_emotion",
    [CJ_LEX_KPI_NOUN] = "kpi_noun",
    [CJ_LEX_KPI_ABBR] = "kpi_abbr",
    [CJ_LEX_LAGGING_KPI] = "lagging_kpi",
    [CJ_LEX_INTERNAL_ONLY] = "internal_only",
    [CJ_LEX_UNIT] = "unit",
    [CJ_LEX_VARIANT] = "variant",
    [CJ_LEX_PII] = "pii",
    [CJ_LEX_TEAM_MAILBOX] = "team_mailbox",
    [CJ_LEX_EVTYPE] = "evtype",
    [CJ_LEX_SOURCE_LABEL] = "source_label",
    [CJ_LEX_NO_SOURCE] = "no_source",
    [CJ_LEX_TIMING_HINT] = "timing_hint",
    [CJ_LEX_TIMING_UNIT] = "timing_unit",
    [CJ_LEX_NOT_OWNER] = "not_owner",
    [CJ_LEX_TIMING_WORD] = "timing_word",
    [CJ_LEX_TIMING_EVENT] = "timing_event",
    [CJ_LEX_TIMING_EVENT_EN] = "timing_event_en",
    [CJ_LEX_TIMING_TRIGGER] = "timing_trigger",
    [CJ_LEX_CLOSED_QUANTITY] = "closed_quantity",
    [CJ_LEX_NO_QUANTITY] = "no_quantity",
    [CJ_LEX_BOUNDARY] = "boundary",
    [CJ_LEX_ADVERB] = "adverb",
    [CJ_LEX_OFFICE] = "office",
    [CJ_LEX_ROLE] = "role",
    [CJ_LEX_NOBODY] = "nobody",
    [CJ_LEX_RELATION] = "relation",
    [CJ_LEX_SURNAME] = "surname",
    [CJ_LEX_NOT_NAME] = "not_name",
};
static const char *const kinds[CJ_N_LEX_KINDS] = { "word", "end",  "exact", "run",   "head",
                                                   "tail", "same", "shape", "except" };

typedef struct entry {
    cj_str text, raw, group;
    unsigned kind, place;
} entry;

typedef struct table {
    entry *entry;
    size_t n, cap;
    unsigned kinds;
} table;

/* All texts, one behind the other. */
typedef struct texts {
    cj_arena *arena;
    char *p;
    size_t n, cap;
} texts;

static void die(unsigned line, const char *what)
{
    fprintf(stderr, "lexicon.tsv:%u: %s\n", line, what);
    exit(1);
}

static unsigned number_of(const char *const *names, unsigned n, cj_str name, unsigned line)
{
    unsigned i;

    for (i = 0; i < n; i++)
        if (cj_str_eq(cj_str_of(names[i]), name))
            return i;
    die(line, "unknown list or kind");
    return 0;
}

/* "…" is a wildcard in an exact entry and would fold into three dots. */
static cj_str folded(cj_arena *arena, cj_str raw, cj_lex_kind kind)
{
    const cj_str any = CJ_STR("…");
    size_t at = kind == CJ_LEX_EXACT ? cj_str_find(raw, any) : CJ_NONE;
    cj_str head, tail;

    if (at == CJ_NONE)
        return cj_utf8_fold(arena, raw);
    head = cj_utf8_fold(arena, cj_str_cut(raw, 0, at));
    tail = folded(arena, cj_str_from(raw, at + any.n), kind);
    return cj_str_fmt(arena, CJ_FMT CJ_FMT CJ_FMT, CJ_ARG(head), CJ_ARG(any), CJ_ARG(tail));
}

static void take(cj_arena *arena, table *tables, cj_str row, unsigned line)
{
    cj_str column[4];
    entry *e;
    table *t;
    size_t i;

    for (i = 0; i < 4; i++)
        if (!cj_str_split(&row, '\t', &column[i]) || !column[i].n)
            die(line, "four columns are needed");
    if (row.p)
        die(line, "more than four columns");
    t = &tables[number_of(lists, CJ_N_LEXICONS, column[0], line)];
    CJ_ROOM(arena, t->entry, t->n, t->cap);
    e = &t->entry[t->n];
    e->kind = number_of(kinds, CJ_N_LEX_KINDS, column[2], line);
    t->kinds |= 1u << e->kind;
    e->group = column[1];
    e->raw = column[3];
    e->text = folded(arena, column[3], (cj_lex_kind)e->kind);
    if (e->kind == CJ_LEX_EXACT && cj_str_starts(e->text, CJ_STR("…")))
        die(line, "… cannot stand in front");
    e->place = (unsigned)t->n++;
    for (i = 0; i + 1 < t->n; i++)
        if (t->entry[i].kind == e->kind && cj_str_eq(t->entry[i].text, e->text))
            die(line, "stands here already (after folding)");
}

static int by_slot(const void *x, const void *y)
{
    const entry *a = x, *b = y;
    unsigned i = cj_lex_slot(a->text), j = cj_lex_slot(b->text);

    if (i != j)
        return i < j ? -1 : 1;
    if (a->text.n != b->text.n)
        return a->text.n > b->text.n ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

/* Where the text begins among all; one that is there already is not put there again. */
static size_t put(texts *t, cj_str s)
{
    size_t at;

    for (at = 0; at + s.n < t->n; at += strlen(t->p + at) + 1)
        if (!memcmp(t->p + at, s.p, s.n) && !t->p[at + s.n])
            return at;
    at = t->n;
    while (t->cap < t->n + s.n + 1) {
        t->p = cj_regrow(t->arena, t->p, t->cap, t->cap ? 2 * t->cap : 65536);
        t->cap = t->cap ? 2 * t->cap : 65536;
    }
    memcpy(t->p + at, s.p, s.n);
    t->p[at + s.n] = 0;
    t->n += s.n + 1;
    return at;
}

static void print_entries(texts *all, const table *tables)
{
    size_t list, i;

    for (list = 0; list < CJ_N_LEXICONS; list++) /* the groups need short numbers */
        for (i = 0; i < tables[list].n; i++)
            if (put(all, tables[list].entry[i].group) > UINT16_MAX)
                die(0, "too many groups");
    printf("static const cj_lex_entry entries[] = {\n");
    for (list = 0; list < CJ_N_LEXICONS; list++)
        for (i = 0; i < tables[list].n; i++) {
            const entry *e = &tables[list].entry[i];

            printf("    { %zu, %zu, %zu, %u, %zu, %u },\n", put(all, e->text),
                   put(all, e->raw), e->text.n, e->place, put(all, e->group), e->kind);
        }
    printf("};\n");
}

static void print_in_order(const table *tables)
{
    size_t list, first = 0, i;
    unsigned place;

    printf("static const uint16_t in_order[] = {\n");
    for (list = 0; list < CJ_N_LEXICONS; list++) {
        const table *t = &tables[list];

        for (place = 0; place < t->n; place++) {
            for (i = 0; t->entry[i].place != place; i++)
                ;
            printf(" %zu,", first + i);
        }
        first += t->n;
        printf("\n");
    }
    printf("};\n");
}

static void print_lists(const table *tables)
{
    size_t list, first = 0, i;
    unsigned slot;

    printf("static const cj_lex_list lists[CJ_N_LEXICONS] = {\n");
    for (list = 0; list < CJ_N_LEXICONS; list++) {
        const table *t = &tables[list];

        printf("    { {");
        for (slot = 0, i = 0; slot <= CJ_LEX_SLOTS; slot++) {
            while (i < t->n && cj_lex_slot(t->entry[i].text) < slot)
                i++;
            printf(" %zu,", first + i);
        }
        printf(" }, %#x }, /* %s */\n", t->kinds, lists[list]);
        first += t->n;
    }
    printf("};\n");
    if (first > UINT16_MAX)
        die(0, "too many entries");
}

static void print_texts(const texts *all)
{
    size_t i;

    printf("static const char texts[] = {");
    for (i = 0; i < all->n; i++)
        printf("%s%d,", i % 24 ? " " : "\n", all->p[i]);
    printf("\n};\n");
}

int main(void)
{
    cj_arena *arena = cj_arena_new(0);
    table tables[CJ_N_LEXICONS] = { { NULL, 0, 0, 0 } };
    texts all = { arena, NULL, 0, 0 };
    char row[512];
    unsigned line = 0, i;

    while (fgets(row, sizeof row, stdin)) {
        cj_str s = cj_str_trim(cj_str_of(row));

        line++;
        if (s.n && *s.p != '#')
            take(arena, tables, cj_str_copy(arena, s), line);
    }
    for (i = 0; i < CJ_N_LEXICONS; i++) {
        if (!tables[i].n)
            die(line, lists[i]);
        qsort(tables[i].entry, tables[i].n, sizeof *tables[i].entry, by_slot);
    }
    print_entries(&all, tables);
    print_in_order(tables);
    print_lists(tables);
    print_texts(&all);
    cj_arena_free(arena);
    return 0;
}
