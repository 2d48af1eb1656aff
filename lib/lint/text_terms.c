/* text_terms.c - TX108: one term, one spelling. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/lexicon.h"

enum { BUCKETS = 64, MAX_FORMS = 400 };

/* One spelling of a term, and where it stands. */
typedef struct form {
    cj_str text;
    unsigned group;
    bool begun; /* a longer spelling of the group begins with it: ユーザ, ユーザー */
    struct form *next;
    size_t n;
    cj_str seen; /* the first, as it is written there */
    cj_span at;
    int element, phase;
} form;

typedef struct search {
    cj_lint *l;
    form form[MAX_FORMS];
    unsigned n, n_groups, group; /* group: its first form */
    form *bucket[BUCKETS];       /* by the first character; the longest first */
    unsigned char letters[256];  /* some form begins with this byte */
    cj_span at;                  /* of the text that is searched */
    int element, phase;
} search;

static uint32_t low(uint32_t cp)
{
    return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
}

/* A word may begin a sentence: the case of its first letter tells nothing. */
static bool begins(cj_str text, cj_str word)
{
    return text.n >= word.n && low((unsigned char)*text.p) == low((unsigned char)*word.p) &&
           cj_str_eq(cj_str_cut(text, 1, word.n - 1), cj_str_from(word, 1));
}

static bool latin(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_LATIN || cj_utf8_script(cp) == CJ_SCRIPT_DIGIT;
}

static bool katakana(uint32_t cp)
{
    return cp == 0x30fc || cj_utf8_script(cp) == CJ_SCRIPT_KATAKANA;
}

/* email in emails, but not in emailed; ユーザ, but not in ユーザビリティ. */
static bool ends_there(const form *f, cj_str rest)
{
    uint32_t last = cj_utf8_last(f->text), next = rest.n ? cj_utf8_next(&rest) : 0;

    if (latin(last) && next == 's')
        next = rest.n ? cj_utf8_next(&rest) : 0;
    if (!next)
        return true;
    return latin(last) ? !latin(next) : !f->begun || !katakana(last) || !katakana(next);
}

static unsigned bucket_of(uint32_t cp)
{
    return (low(cp) * 2654435761u) >> 26;
}

static uint32_t first_of(cj_str s)
{
    return cj_utf8_next(&s);
}

static void add_form(search *s, cj_str text)
{
    form *f, **at;
    unsigned i;

    if (s->n == MAX_FORMS || !text.n)
        return;
    f = &s->form[s->n++];
    *f = (form){ .text = text, .group = s->n_groups };
    for (i = s->group; i + 1 < s->n; i++) {
        form *g = &s->form[i];

        f->begun = f->begun || cj_str_starts(g->text, f->text);
        g->begun = g->begun || cj_str_starts(f->text, g->text);
    }
    s->letters[(unsigned char)*text.p] = 1;
    if (*text.p >= 'A' && *text.p <= 'Z')
        s->letters[(unsigned char)*text.p + 32] = 1;
    if (*text.p >= 'a' && *text.p <= 'z')
        s->letters[(unsigned char)*text.p - 32] = 1;
    at = &s->bucket[bucket_of(first_of(text))];
    while (*at && (*at)->text.n >= text.n)
        at = &(*at)->next;
    f->next = *at;
    *at = f;
}

static void add_forms(search *s)
{
    size_t i;

    for (i = 0; i < cj_lexicon_count(CJ_LEX_VARIANT); i++) {
        cj_str rest = cj_lexicon_entry(CJ_LEX_VARIANT, i), one;

        s->group = s->n;
        while (cj_str_split(&rest, '=', &one))
            add_form(s, one);
        s->n_groups++;
    }
}

/* The form at the front of a text, of which nothing is part of the word before it. */
static form *form_at(const search *s, cj_str text, uint32_t before)
{
    form *f = s->bucket[bucket_of(first_of(text))];

    for (; f; f = f->next)
        if (begins(text, f->text) && !(latin(first_of(f->text)) && latin(before)) &&
            ends_there(f, cj_str_from(text, f->text.n)))
            return f;
    return NULL;
}

/* What customers are quoted with, and what names a source, is written as they write it. */
static uint32_t closing(uint32_t cp)
{
    switch (cp) {
    case 0x300c: /* 「 */
    case 0x300e: /* 『 */
    case 0x3010: /* 【 */
        return cp + 1;
    case 0x201c: /* “ */
        return 0x201d;
    case '[':
        return ']';
    case '"':
        return '"';
    default:
        return 0;
    }
}

/* Past the quotation that the text begins with; the text where it begins with none. */
static cj_str unquoted(cj_str text)
{
    cj_str rest = text;
    uint32_t until = closing(cj_utf8_next(&rest));

    while (until && rest.n && *rest.p != '\n')
        if (cj_utf8_next(&rest) == until)
            return rest;
    return text;
}

static void count(search *s, form *f, cj_str text)
{
    if (f->n++)
        return;
    f->seen = cj_str_cut(text, 0, f->text.n);
    f->at = s->at;
    f->element = s->element;
    f->phase = s->phase;
}

static bool ascii_word(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* No spelling and no quotation begins with that byte, or not behind that character. */
static bool passes(const search *s, unsigned char c, uint32_t before)
{
    if (c >= 0x80)
        return !s->letters[c];
    return (!s->letters[c] && c != '[' && c != '"') ||
           (ascii_word(c) && before < 0x80 && ascii_word((unsigned char)before));
}

static void look_through(search *s, cj_str text)
{
    uint32_t before = 0;

    while (text.n) {
        cj_str rest = text;
        form *f;

        if (passes(s, (unsigned char)*text.p, before)) {
            before = cj_utf8_next(&text);
            continue;
        }
        rest = unquoted(text);
        f = rest.n == text.n ? form_at(s, text, before) : NULL;
        if (f) {
            count(s, f, text);
            rest = cj_str_from(text, f->text.n);
            before = cj_utf8_last(f->text);
        } else if (rest.n == text.n) {
            before = cj_utf8_next(&rest);
        } else {
            before = 0;
        }
        text = rest;
    }
}

static bool told(const cj_leaf *leaf)
{
    return leaf->kind == CJ_LEAF_PHASE || leaf->kind == CJ_LEAF_LABEL ||
           leaf->kind == CJ_LEAF_GROUP || leaf->kind == CJ_LEAF_CELL;
}

/* Products, plans and people are called as they are called. */
static const cj_meta_id metas[] = { CJ_META_PURPOSE, CJ_META_MAP_GOAL, CJ_META_SEGMENT,
                                    CJ_META_PERSONA, CJ_META_SCOPE };

static void look_everywhere(search *s)
{
    const cj_map *map = cj_lint_map(s->l);
    size_t i;

    s->element = s->phase = -1;
    for (i = 0; i < sizeof metas / sizeof *metas; i++) {
        s->at = map->meta[metas[i]].at;
        look_through(s, map->meta[metas[i]].text);
    }
    for (i = 0; i < map->n_leaves; i++) {
        const cj_leaf *leaf = &map->leaves[i];

        if (!told(leaf))
            continue;
        s->at = leaf->at;
        s->element = leaf->element;
        s->phase = leaf->phase;
        look_through(s, leaf->text);
    }
}

static void add_place(cj_buf *en, cj_buf *ja, const form *f)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, f->at.row, f->at.col);
    cj_buf_fmt(en, "%s" CJ_FMT " (%s)", en->n ? "\n" : "", CJ_ARG(f->seen), ref);
    cj_buf_fmt(ja, "%s" CJ_FMT "（%s）", ja->n ? "\n" : "", CJ_ARG(f->seen), ref);
}

/* Told where the rarer one stands. */
static void judge_group(search *s, unsigned group)
{
    const form *rare = NULL;
    unsigned i, kinds = 0;
    cj_buf en, ja;
    cj_finding *f;

    cj_buf_init(&en, cj_lint_arena(s->l));
    cj_buf_init(&ja, cj_lint_arena(s->l));
    for (i = 0; i < s->n; i++) {
        if (s->form[i].group != group || !s->form[i].n)
            continue;
        kinds++;
        add_place(&en, &ja, &s->form[i]);
        if (!rare || s->form[i].n <= rare->n)
            rare = &s->form[i];
    }
    if (kinds < 2)
        return;
    f = cj_find_at(s->l, rare->at, rare->seen);
    f->element = rare->element;
    f->phase = rare->phase;
    cj_say_both(f, "value", cj_buf_str(&en), cj_buf_str(&ja));
}

static void term_variants(cj_lint *l)
{
    search *s = CJ_NEW(cj_lint_arena(l), search);
    unsigned group;

    s->l = l;
    s->letters[0xe2] = s->letters[0xe3] = 1; /* “ 「 『 【 */
    add_forms(s);
    look_everywhere(s);
    for (group = 0; group < s->n_groups; group++)
        judge_group(s, group);
}

const cj_rule cj_rule_term_variants = {
    .info = {
        .id = "TX108",
        .name = "term-variants",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_UNSAFE,
        .source = "日本語スタイルガイド（表記ゆれ） / Japanese style guides",
        .says = { "Mixed spellings: {value}. Choose one.",
                  "表記が混ざっています: {value}。どちらかにそろえてください。" },
        .why = { "Filtering and counting find one spelling only, and readers wonder whether two "
                 "things are meant.",
                 "検索や集計では片方の表記しか見つかりません。読む人は、別のものを指しているのかと迷います。" },
        .mend = { "Choose one spelling and replace the other (Ctrl+H in Excel).",
                  "どちらの表記にするか決め、Excelの「置換」（Ctrl+H）でそろえます。" },
        .bad = {
            { .edits = { "C24=Monthly office hour, release notes email [E2]",
                         "C24=サーバの活用講座、サーバーの定例MTG [E2]" },
              .at = { "C24", "C24" },
              .shows = { "email (C24) and e-mail (D24)", "サーバ と サーバー" } },
            { .edits = { "C24=Kick-off workshop, office hour [E2]",
                         "C21=・ユーザを招待する [E2]\n・ユーザーに聞く [E2]\n・ユーザーを消す [E2]" },
              .at = { "C24", "C21" },
              .shows = { "kickoff (B21) and kick-off (C24)", "ユーザ と ユーザー" } },
        },
        .good = {
            { .edits = { "C24=E-mail, then more e-mails [E2]",
                         "C24=ユーザーテスト、ユーザビリティ調査 [E2]" } },
            { .edits = { "C22=\"I never got an email\" [E3]",
                         "C22=「お客さんと呼ばれた」お客様の声 [E4]" } },
        },
    },
    .on_map = term_variants,
};
