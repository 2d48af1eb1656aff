/* changes_table.c - the changes as one table, for spreadsheets: a line a change. */
#include "report/changes.h"
#include "base/utf8.h"

void cj_change_header(cj_lang lang, cj_str cell[CJ_CHANGE_COLUMNS])
{
    static const cj_text heads[CJ_CHANGE_COLUMNS] = {
        { "Phase", "フェーズ" }, { "Row", "項目" }, { "Kind", "種類" },
        { "Before", "前" },      { "After", "後" }, { "Evidence", "根拠" },
        { "Cell", "セル" }
    };
    size_t i;

    for (i = 0; i < CJ_CHANGE_COLUMNS; i++)
        cell[i] = cj_str_of(cj_text_in(heads[i], lang));
}

/* "C12 → C13", "D4" */
static cj_str cells(const cj_telling *t, const cj_change *c)
{
    cj_str old = cj_change_ref(t, c, CJ_OLD), now = cj_change_ref(t, c, CJ_NEW);

    if (cj_str_eq(old, now) || !old.n || !now.n)
        return now.n ? now : old;
    return cj_str_fmt(t->arena, CJ_FMT " → " CJ_FMT, CJ_ARG(old), CJ_ARG(now));
}

/* And what happened to it beside its text. */
static cj_str with_course(const cj_telling *t, cj_str text, cj_str course)
{
    if (!course.n)
        return text;
    return cj_str_fmt(t->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(text), text.n ? "\n" : "",
                      CJ_ARG(course));
}

void cj_change_row(const cj_telling *t, const cj_change *c, cj_str cell[CJ_CHANGE_COLUMNS])
{
    int at = cj_change_phase_at(t->diff, c);
    bool table = c->on == CJ_ON_RECORD || c->on == CJ_ON_FIELD;
    bool support = c->on == CJ_ON_ITEM || c->on == CJ_ON_CELL;

    cell[0] = at >= 0 ? cj_utf8_joined(t->arena, t->diff->map[CJ_NEW]->phases[at].name)
                      : cj_change_phase(t, c, CJ_OLD);
    cell[1] = cj_change_about(t, c, table ? CJ_SAY_ALL : CJ_SAY_ELEMENT);
    cell[2] = cj_str_of(cj_text_in(cj_change_word(c->kind), t->lang));
    cell[3] = c->text[CJ_OLD];
    cell[4] = with_course(t, c->text[CJ_NEW], cj_change_course(t, c));
    cell[5] = support ? cj_change_support_says(t, c) : CJ_STR("");
    cell[6] = cells(t, c);
}

const cj_change **cj_changes_told(const cj_telling *t, size_t *n)
{
    const cj_change **told = CJ_NEW_N(t->arena, const cj_change *, t->diff->n + 1);
    size_t groups, i, j;
    cj_change_group *g = cj_change_groups(t, &groups);

    *n = 0;
    for (i = 0; i < groups; i++)
        for (j = 0; j < g[i].n; j++)
            told[(*n)++] = g[i].change[j];
    return told;
}

static void mark_row(const cj_telling *t, const cj_change *c, cj_table *table, size_t row)
{
    cj_str *cell = &table->cell[row * CJ_CHANGE_COLUMNS];
    cj_marked *marked = &table->marked[row * CJ_CHANGE_COLUMNS];
    cj_str anchor = t->anchors ? cj_change_anchor(t, c) : CJ_STR("");

    if (c->text[CJ_OLD].n && c->text[CJ_NEW].n && !cj_change_course(t, c).n)
        cj_change_texts(t, c->text[CJ_OLD], c->text[CJ_NEW], &marked[3], &marked[4]);
    cj_line_add(t->arena, cj_marked_line(t->arena, &marked[2], CJ_LINE_TEXT), CJ_M_TAG,
                cell[2])
        ->level = cj_change_level(c->kind);
    if (anchor.n && cell[6].n)
        cj_line_add(t->arena, cj_marked_line(t->arena, &marked[6], CJ_LINE_TEXT), CJ_M_HERE,
                    cell[6])
            ->to = anchor;
}

void cj_change_table(const cj_telling *t, cj_report *report)
{
    static const cj_text none = { "No changes.", "変更はありません。" };
    size_t n, i;
    const cj_change **told = cj_changes_told(t, &n);
    cj_table *table;

    if (!n) {
        cj_report_text(t->arena, report, CJ_PLAIN, cj_str_of(cj_text_in(none, t->lang)));
        return;
    }
    table = cj_report_table(t->arena, report, n + 1, CJ_CHANGE_COLUMNS);
    table->header_row = table->filter = true;
    table->marked = CJ_NEW_N(t->arena, cj_marked, (n + 1) * CJ_CHANGE_COLUMNS);
    cj_change_header(t->lang, table->cell);
    for (i = 0; i < n; i++) {
        cj_change_row(t, told[i], &table->cell[(i + 1) * CJ_CHANGE_COLUMNS]);
        mark_row(t, told[i], table, i + 1);
    }
}

/* ---- CSV ------------------------------------------------------------------------------------------- */

typedef struct csv {
    cj_arena *arena;
    cj_sheet *sheet;
    uint32_t row;
    bool files; /* the first columns say which files */
} csv;

static void put(csv *out, uint32_t col, cj_str text)
{
    cj_book_cell *c = cj_sheet_add(out->arena, out->sheet, out->row, col);

    c->value = CJ_V_TEXT;
    c->text = text;
}

static void put_row(csv *out, const cj_str path[2], const cj_str cell[CJ_CHANGE_COLUMNS])
{
    uint32_t i, from = out->files ? 2 : 0;

    out->row++;
    for (i = 0; i < from; i++)
        put(out, i + 1, path[i]);
    for (i = 0; i < CJ_CHANGE_COLUMNS; i++)
        put(out, from + i + 1, cell[i]);
}

/* A file or a map that is on one side only. */
static void put_lone(csv *out, const cj_compared *p, const cj_diff *d, cj_lang lang)
{
    static const cj_text map = { "Map", "マップ" }, file = { "File", "ファイル" };
    bool came = d ? d->map[CJ_NEW] != NULL : p->path[CJ_NEW].n > 0;
    const cj_map *m = !d ? NULL : came ? d->map[CJ_NEW] : d->map[CJ_OLD];
    cj_str cell[CJ_CHANGE_COLUMNS] = { { "", 0 } };

    cell[1] = cj_str_of(cj_text_in(d ? map : file, lang));
    cell[2] = cj_str_of(cj_text_in(cj_change_word(came ? CJ_ADDED : CJ_REMOVED), lang));
    cell[came ? 4 : 3] = m ? m->book->sheets[m->sheet].name : p->path[came];
    put_row(out, p->path, cell);
}

static void put_diff(csv *out, const cj_compared *p, const cj_diff *d,
                     const cj_changes_options *options)
{
    cj_telling t = cj_telling_of(out->arena, options, d, p->path);
    cj_str cell[CJ_CHANGE_COLUMNS];
    size_t n, i;
    const cj_change **told = cj_changes_told(&t, &n);

    for (i = 0; i < n; i++) {
        cj_change_row(&t, told[i], cell);
        put_row(out, p->path, cell);
    }
}

cj_book *cj_changes_book(cj_arena *arena, const cj_changes_options *options,
                         const cj_compared *pair, size_t n)
{
    static const cj_text old = { "Old file", "旧ファイル" },
                         now = { "New file", "新ファイル" };
    cj_book *book = cj_book_new(arena, CJ_CSV);
    csv out = { arena, cj_book_add_sheet(arena, book, CJ_STR("changes")), 0, n > 1 };
    cj_changes_options how = *options;
    cj_str cell[CJ_CHANGE_COLUMNS], path[2];
    size_t i, j;

    how.lang = cj_changes_lang(options, pair, n);
    path[0] = cj_str_of(cj_text_in(old, how.lang));
    path[1] = cj_str_of(cj_text_in(now, how.lang));
    cj_change_header(how.lang, cell);
    put_row(&out, path, cell);
    for (i = 0; i < n; i++) {
        if (!pair[i].diffs && !pair[i].error)
            put_lone(&out, &pair[i], NULL, how.lang);
        for (j = 0; pair[i].diffs && j < pair[i].diffs->n; j++) {
            const cj_diff *d = &pair[i].diffs->diff[j];

            if (d->map[CJ_OLD] && d->map[CJ_NEW])
                put_diff(&out, &pair[i], d, &how);
            else
                put_lone(&out, &pair[i], d, how.lang);
        }
    }
    cj_sheet_seal(arena, out.sheet);
    return book;
}
