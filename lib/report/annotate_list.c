/* annotate_list.c - the sheet that lists all findings of a workbook and leads to their cells. */
#include "report/annotate.h"
#include <cj/redact.h>
#include "report/outline.h"
#include "base/utf8.h"

enum { TITLE = 1, OF, COUNTS, HELP, HEADS = 6 }; /* rows */
enum { EXCERPT = 80 };                           /* columns of what is there */

/* In characters; what the eye follows from line to line is the finding and how to mend it. */
static const double widths[CJ_LIST_COLUMNS] = { 5,  9,  16, 11, 16, 17, 26, 42,
                                                42, 20, 18, 11, 24, 10, 10 };

typedef struct listing {
    cj_annotating *a;
    unsigned sheet;
    uint32_t row;
    size_t no;
    cj_entries entries;
} listing;

static cj_str words(const listing *l, cj_text says)
{
    return cj_str_of(cj_text_in(says, l->a->lang));
}

/* ---- the head --------------------------------------------------------------------------------- */

static void put_counts(const listing *l, const cj_tally *t)
{
    static const cj_text counts = { "Errors: {0}, warnings: {1}, infos: {2}",
                                    "エラー {0}件、警告 {1}件、情報 {2}件" };
    static const cj_text shares = {
        "{0}. Filled: {1}. With evidence: {2}",
        "{0}。記入 {1}、根拠あり {2}",
    };
    static const cj_text assumed = { "{0}. Assumptions: {1}", "{0}、仮説 {1}セル" };
    cj_arena *arena = l->a->arena;
    cj_str none = { "", 0 }, s;

    s = cj_annotate_words(l->a, counts, cj_count_words(arena, t->n[CJ_ERROR]),
                          cj_count_words(arena, t->n[CJ_WARNING]),
                          cj_count_words(arena, t->n[CJ_INFO]));
    s = cj_annotate_words(l->a, shares, s, cj_share_words(arena, t->completeness),
                          cj_share_words(arena, t->coverage));
    if (t->assumed)
        s = cj_annotate_words(l->a, assumed, s, cj_count_words(arena, t->assumed), none);
    cj_annotate_line(l->a, l->sheet, COUNTS, CJ_LIST_HINT, CJ_ROLE_TEXT, s);
}

static void put_top(const listing *l)
{
    static const cj_text as = { "{0}, as {1}", "{0}、{1}として点検" };
    static const cj_text help[] = {
        { "A place leads to its cell. What you write under Status and Memo stays when the map "
          "is checked again.",
          "「場所」からそのセルへ移動できます。「対応」と「メモ」に書いたことは、"
          "もう一度点検しても残ります。" },
        { "There is nothing to mend.", "直すところはありません。" },
    };
    const cj_annotating *a = l->a;
    cj_profile profile = a->file->maps[0].profile;
    cj_tally all = cj_findings_tally(a->arena, a->file);

    cj_annotate_line(l->a, l->sheet, TITLE, CJ_LIST_HINT, CJ_ROLE_TITLE,
                     words(l, cj_marks_name(CJ_MARK_FINDINGS)));
    cj_annotate_line(l->a, l->sheet, OF, CJ_LIST_HINT, CJ_ROLE_TEXT,
                     cj_annotate_words(a, as, cj_annotate_of(a),
                                       cj_profile_words(profile, a->lang), CJ_STR("")));
    put_counts(l, &all);
    cj_annotate_line(l->a, l->sheet, HELP, CJ_LIST_HINT, CJ_ROLE_TEXT,
                     words(l, help[!a->n]));
}

static void put_heads(const listing *l)
{
    unsigned col;

    for (col = 1; col <= CJ_LIST_COLUMNS; col++)
        cj_annotate_put(
            l->a, l->sheet, HEADS, col,
            (cj_style){ .role = col < CJ_LIST_KEY ? CJ_ROLE_COLUMN : CJ_ROLE_NONE },
            words(l, cj_list_head(col)));
}

/* ---- a line ----------------------------------------------------------------------------------- */

static cj_book_cell *put(const listing *l, unsigned col, cj_str text)
{
    cj_style field = { .role = col < CJ_LIST_KEY ? CJ_ROLE_FIELD : CJ_ROLE_NONE };

    return cj_annotate_put(l->a, l->sheet, l->row, col, field, text);
}

static void put_number(listing *l)
{
    cj_book_cell *c = put(l, CJ_LIST_NO, CJ_STR(""));

    c->value = CJ_V_NUMBER;
    c->number = (double)++l->no;
    c->text = cj_count_words(l->a->arena, l->no);
}

static void put_severity(const listing *l, cj_severity severity)
{
    cj_style style = { .role = CJ_ROLE_FIELD,
                       .bold = severity == CJ_ERROR,
                       .has_fill = true,
                       .fill = cj_mark_tint(severity) };

    cj_annotate_put(l->a, l->sheet, l->row, CJ_LIST_SEVERITY, style,
                    cj_annotate_severity(l->a, severity));
}

/* A cell; of what concerns a whole map, that, and among several on a sheet which one it is. */
static cj_str place_of(const listing *l, const cj_map *map, const cj_span *at)
{
    static const cj_text whole = { "Whole map", "マップ全体" };
    char ref[CJ_REF_MAX];

    if (!at->row)
        return cj_map_alone(map) ? words(l, whole) : cj_map_range(l->a->arena, map);
    cj_ref(ref, at->row, at->col);
    return cj_str_copy(l->a->arena, cj_str_of(ref));
}

/* What concerns the whole map leads to the map's first cell. */
static void put_place(const listing *l, const cj_remark *r)
{
    const cj_map *map = r->result->map;
    const cj_span *at = &r->finding->at;
    cj_str name = l->a->book->sheets[at->row ? at->sheet : map->sheet].name;
    char ref[CJ_REF_MAX];

    cj_ref(ref, at->row ? at->row : map->range.row1, at->row ? at->col : map->range.col1);
    put(l, CJ_LIST_SHEET, name);
    put(l, CJ_LIST_PLACE, place_of(l, map, at));
    cj_annotate_link(l->a, l->sheet, l->row, CJ_LIST_PLACE,
                     cj_str_fmt(l->a->arena, "#" CJ_FMT "!%s", CJ_ARG(name), ref));
}

static cj_str element_of(const listing *l, const cj_remark *r)
{
    const cj_finding *f = r->finding;

    if (f->element >= 0)
        return cj_utf8_joined(l->a->arena, r->result->map->elements[f->element].label);
    return f->elem == CJ_CUSTOM ? CJ_STR("")
                                : cj_str_of(cj_elem_label(f->elem, l->a->lang));
}

/* What shall not stand in the map shall not stand in one more place. */
static cj_str value_of(const listing *l, const cj_finding *f)
{
    cj_str value = f->value;

    if (!strcmp(f->rule->name, "personal-data"))
        value = cj_redacted(l->a->arena, value, l->a->lang);
    return cj_utf8_excerpt(l->a->arena, value, EXCERPT);
}

static void put_entry(const listing *l, const cj_entry *entry)
{
    put(l, CJ_LIST_STATUS, entry ? entry->status : CJ_STR(""));
    put(l, CJ_LIST_MEMO, entry ? entry->memo : CJ_STR(""));
}

static void put_remark(listing *l, const cj_remark *r, cj_str key, const cj_entry *entry)
{
    cj_arena *arena = l->a->arena;
    const cj_finding *f = r->finding;
    const cj_map *map = r->result->map;

    put_number(l);
    put_severity(l, f->severity);
    put_place(l, r);
    put(l, CJ_LIST_PHASE,
        f->phase >= 0 ? cj_utf8_joined(arena, map->phases[f->phase].name) : CJ_STR(""));
    put(l, CJ_LIST_ELEMENT, element_of(l, r));
    put(l, CJ_LIST_VALUE, value_of(l, f));
    put(l, CJ_LIST_SAYS, r->says);
    put(l, CJ_LIST_HINT, r->hint);
    put(l, CJ_LIST_RULE, cj_str_fmt(arena, "%s %s", f->rule->id, f->rule->name));
    put(l, CJ_LIST_STEP, words(l, cj_rule_step(f->rule)));
    put_entry(l, entry);
    put(l, CJ_LIST_KEY, key);
    if (r->tinted)
        put(l, CJ_LIST_WAS,
            cj_mark_was(arena, l->a->book->sheets[f->at.sheet].name, f->at.row, f->at.col,
                        r->was));
    l->row++;
}

/* What people wrote beside a finding that is gone is not thrown away. */
static void put_solved(listing *l, const cj_entry *entry)
{
    static const cj_text gone = { "Solved", "解消" };
    unsigned col;

    put_number(l);
    put(l, CJ_LIST_SEVERITY, words(l, gone));
    for (col = CJ_LIST_SHEET; col <= CJ_LIST_STEP; col++)
        put(l, col, cj_entry_text(&l->entries, entry, col));
    put_entry(l, entry);
    put(l, CJ_LIST_KEY, entry->key);
    l->row++;
}

/* ---- the table -------------------------------------------------------------------------------- */

static void put_table(listing *l)
{
    const cj_annotating *a = l->a;
    cj_str *key = CJ_NEW_N(a->arena, cj_str, a->n + 1);
    const cj_entry **entry = CJ_NEW_N(a->arena, const cj_entry *, a->n + 1);
    size_t i;
    int changed;

    for (i = 0; i < a->n; i++)
        key[i] = cj_remark_key(a, &a->remark[i]);
    for (changed = 0; changed < 2; changed++)
        for (i = 0; i < a->n; i++)
            if (!entry[i])
                entry[i] = cj_entries_take(&l->entries, key[i], changed);
    for (i = 0; i < a->n; i++)
        put_remark(l, &a->remark[i], key[i], entry[i]);
    for (i = 0; i < l->entries.n; i++)
        if (!l->entries.entry[i].taken)
            put_solved(l, &l->entries.entry[i]);
}

static void add_choices(const listing *l)
{
    static const cj_text choices[] = { { "To do", "未対応" },
                                       { "Doing", "対応中" },
                                       { "Done", "対応済み" },
                                       { "Will not fix", "対応しない" } };
    enum { N = sizeof choices / sizeof *choices };
    cj_look *look = &l->a->made->sheets[l->sheet].look;
    size_t i;

    look->choices = CJ_NEW(l->a->arena, cj_choice);
    look->n_choices = look->cap_choices = 1;
    look->choices[0].at =
        (cj_range){ HEADS + 1, CJ_LIST_STATUS, l->row - 1, CJ_LIST_STATUS };
    look->choices[0].word = CJ_NEW_N(l->a->arena, cj_str, N);
    look->choices[0].n_words = N;
    for (i = 0; i < N; i++)
        look->choices[0].word[i] = words(l, choices[i]);
}

static void set_look(const listing *l)
{
    cj_look *look = &l->a->made->sheets[l->sheet].look;

    look->page = true;
    if (l->row == HEADS)
        return;
    look->freeze_row = HEADS + 1;
    look->repeat_row1 = look->repeat_row2 = HEADS;
    look->filter = (cj_range){ HEADS, 1, l->row - 1, CJ_LIST_MEMO };
    add_choices(l);
}

void cj_annotate_list(cj_annotating *a, const cj_sheet *old)
{
    listing l = { .a = a,
                  .sheet = cj_annotate_sheet(a, CJ_MARK_FINDINGS),
                  .row = HEADS,
                  .entries = cj_entries_of(a->arena, a->book, old) };

    put_top(&l);
    if (a->n || l.entries.n) {
        put_heads(&l);
        l.row++;
        put_table(&l);
    }
    set_look(&l);
    cj_annotate_finish(a, l.sheet, widths, CJ_LIST_COLUMNS, CJ_LIST_KEY, CJ_MARK_FINDINGS);
}
