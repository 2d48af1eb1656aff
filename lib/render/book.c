/* book.c - a report as a workbook: a sheet a section, its blocks from top to bottom. */
#include "render/book.h"
#include "render/lines.h"
#include <cj/write.h>
#include "base/utf8.h"
#include <stdlib.h>

#define FEW 8u /* rows that may stand above a header that stays when the others scroll */

cj_sheet *cj_draft_sheet(const cj_draft *d)
{
    return &d->book->sheets[d->book->n_sheets - 1];
}

/* ---- anchors -------------------------------------------------------------------------------------- */

static int by_name(const void *x, const void *y)
{
    return cj_str_cmp(((const cj_anchor *)x)->name, ((const cj_anchor *)y)->name);
}

static void add_anchor(cj_draft *d, cj_str name)
{
    if (!name.n)
        return;
    CJ_ROOM(d->arena, d->anchors, d->n_anchors, d->cap_anchors);
    d->anchors[d->n_anchors++] = (cj_anchor){ .name = name };
}

/* All that can be led to, before anything leads there. */
static void find_anchors(cj_draft *d)
{
    const cj_block *b;
    size_t i;

    for (b = d->report->first; b; b = b->next) {
        size_t cells = b->kind == CJ_B_TABLE ? b->table.n_rows * b->table.n_cols : 0;

        add_anchor(d, b->anchor);
        for (i = 0; b->table.marked && i < cells; i++)
            add_anchor(d, b->table.marked[i].anchor);
        for (i = 0; b->kind == CJ_B_LIST && b->marked && i < b->n_entries; i++)
            add_anchor(d, b->marked[i].anchor);
    }
    if (d->n_anchors)
        qsort(d->anchors, d->n_anchors, sizeof *d->anchors, by_name);
}

void cj_draft_anchor(cj_draft *d, cj_str name, uint32_t row, uint32_t col)
{
    cj_anchor key = { .name = name }, *a;

    if (!name.n || !d->n_anchors)
        return;
    a = bsearch(&key, d->anchors, d->n_anchors, sizeof *d->anchors, by_name);
    if (!a || a->row)
        return;
    a->sheet = (unsigned)d->book->n_sheets - 1;
    a->row = row;
    a->col = col;
}

/* Now that all cells have their places. */
static void tie(cj_draft *d)
{
    size_t i;

    for (i = 0; i < d->n_leads; i++) {
        const cj_lead *l = &d->leads[i];
        cj_sheet *s = &d->book->sheets[l->sheet];
        char ref[CJ_REF_MAX];
        cj_str target;

        if (!l->to->row)
            continue;
        cj_ref(ref, l->to->row, l->to->col);
        target = cj_str_fmt(d->arena, "#" CJ_FMT "!%s",
                            CJ_ARG(d->book->sheets[l->to->sheet].name), ref);
        if (!cj_xlsx_takes_link(target) || s->n_links >= CJ_XLSX_LINKS)
            continue;
        CJ_ROOM(d->arena, s->links, s->n_links, s->cap_links);
        s->links[s->n_links++] =
            (cj_book_link){ { l->row, l->col, l->row, l->col }, target };
    }
}

/* ---- blocks --------------------------------------------------------------------------------------- */

static void put_heading(cj_draft *d, const cj_block *b)
{
    cj_role role = b->page || b->depth <= 1 ? CJ_ROLE_TITLE
                   : b->depth == 2          ? CJ_ROLE_HEADING
                                            : CJ_ROLE_SECTION;
    cj_marked only = { .anchor = b->anchor };

    cj_draft_text(d, role, CJ_PLAIN, &only, cj_utf8_joined(d->arena, b->text));
}

static void put_list(cj_draft *d, const cj_block *b)
{
    size_t i;

    for (i = 0; i < b->n_entries; i++) {
        cj_marked one = b->marked ? b->marked[i] : (cj_marked){ .level = CJ_PLAIN };
        cj_marked *m = CJ_NEW(d->arena, cj_marked);
        const cj_line *l = one.first;
        cj_line *line;

        *m = one;
        m->first = m->last = NULL;
        line = cj_marked_line(d->arena, m, CJ_LINE_TEXT);
        cj_line_add(d->arena, line, CJ_M_PLAIN, CJ_STR("• "));
        if (l)
            line->first->next = l->first;
        else
            cj_line_add(d->arena, line, CJ_M_PLAIN, b->entry[i]);
        line->next = l ? l->next : NULL;
        cj_draft_text(d, CJ_ROLE_TEXT, one.level ? one.level : b->level, m, b->entry[i]);
    }
}

static void put_diagnostic(cj_draft *d, const cj_diagnostic *g)
{
    cj_marked *m = CJ_NEW(d->arena, cj_marked);
    cj_line *line = cj_marked_line(d->arena, m, CJ_LINE_TEXT);

    cj_line_add(
        d->arena, line, CJ_M_STRONG,
        cj_str_fmt(d->arena, CJ_FMT " %s", CJ_ARG(g->severity), g->rule ? g->rule : ""));
    cj_line_add(d->arena, line, CJ_M_PLAIN,
                cj_str_fmt(d->arena, " " CJ_FMT, CJ_ARG(g->place)));
    if (g->about.n)
        cj_line_add(d->arena, line, CJ_M_PLAIN,
                    cj_str_fmt(d->arena, " (" CJ_FMT ")", CJ_ARG(g->about)));
    cj_line_add(d->arena, cj_marked_line(d->arena, m, CJ_LINE_TEXT), CJ_M_PLAIN,
                g->message);
    if (g->hint.n)
        cj_line_add(d->arena, cj_marked_line(d->arena, m, CJ_LINE_TEXT), CJ_M_PLAIN,
                    cj_str_fmt(d->arena, "→ " CJ_FMT, CJ_ARG(g->hint)));
    cj_draft_text(d, CJ_ROLE_TEXT, g->level, m, CJ_STR(""));
}

static void put_block(cj_draft *d, const cj_block *b)
{
    switch (b->kind) {
    case CJ_B_HEADING:
        put_heading(d, b);
        break;
    case CJ_B_TEXT:
        cj_draft_text(d, CJ_ROLE_TEXT, b->level, b->marked, b->text);
        break;
    case CJ_B_TABLE:
        cj_draft_table(d, &b->table);
        break;
    case CJ_B_LIST:
        put_list(d, b);
        break;
    case CJ_B_DIAGNOSTIC:
        put_diagnostic(d, &b->diagnostic);
        break;
    case CJ_B_SERIES:
        cj_draft_plot(d, b->plot, b->plot->title);
        break;
    }
}

/* As between blocks of text: a blank row parts what does not belong together. */
static bool gap_between(const cj_block *a, const cj_block *b)
{
    if (b->kind == CJ_B_HEADING)
        return true;
    if (a->kind == CJ_B_HEADING)
        return false;
    return a->kind != b->kind || b->kind == CJ_B_TABLE || b->kind == CJ_B_DIAGNOSTIC ||
           b->kind == CJ_B_SERIES;
}

/* ---- sheets --------------------------------------------------------------------------------------- */

static bool begins(const cj_block *b)
{
    return b->kind == CJ_B_HEADING && b->page;
}

static bool records(const cj_block *b)
{
    return b->kind == CJ_B_TABLE && b->table.role == CJ_TABLE_RECORDS && !b->table.plain &&
           b->table.n_rows && b->table.n_cols;
}

/* A sheet has buttons for one table: the one that asks for them, else the only one. */
static const cj_table *filtered(const cj_block *from, const cj_block *to)
{
    const cj_table *only = NULL;
    const cj_block *b;
    size_t n = 0;

    for (b = from; b != to; b = b->next) {
        if (!records(b) || !b->table.header_row)
            continue;
        if (b->table.filter)
            return &b->table;
        only = &b->table;
        n++;
    }
    return n == 1 && only->n_rows > 3 ? only : NULL;
}

static cj_str name_of(const cj_draft *d, const cj_block *from)
{
    static const cj_text report = { "Report", "レポート" };

    if (from && begins(from))
        return cj_utf8_joined(d->arena, from->text);
    if (d->report->title.n)
        return cj_utf8_joined(d->arena, d->report->title);
    return cj_str_of(cj_text_in(report, d->report->lang));
}

static void new_sheet(cj_draft *d, const cj_block *from, const cj_block *to)
{
    cj_str name = cj_sheet_name_fit(d->arena, d->book, name_of(d, from));
    cj_look *look = &cj_book_add_sheet(d->arena, d->book, name)->look;

    d->row = 1;
    d->map = false;
    d->filter = filtered(from, to);
    cj_draft_widths(d, from, to);
    look->width = d->width;
    look->n_widths = d->n_cols;
    look->upright = d->report->upright;
    look->page = d->map && !look->upright;
}

static void put_sheet(cj_draft *d, const cj_block *from, const cj_block *to)
{
    const cj_block *b, *last = NULL;

    new_sheet(d, from, to);
    for (b = from; b != to; b = b->next) {
        d->row += last && gap_between(last, b);
        put_block(d, b);
        last = b;
    }
    if (cj_draft_sheet(d)->look.freeze_row > FEW + 1)
        cj_draft_sheet(d)->look.freeze_row = cj_draft_sheet(d)->look.freeze_col = 0;
    cj_sheet_seal(d->arena, cj_draft_sheet(d));
}

struct cj_book *cj_render_book(cj_arena *arena, const cj_report *report)
{
    cj_draft d = { .arena = arena, .report = report };
    const cj_block *from = report->first, *to;

    d.book = cj_book_new(arena, CJ_XLSX);
    d.book->lang = report->lang;
    find_anchors(&d);
    do {
        for (to = from ? from->next : NULL; to && !begins(to); to = to->next)
            ;
        put_sheet(&d, from, to);
        from = to;
    } while (from);
    tie(&d);
    return d.book;
}

/* ---- one table ------------------------------------------------------------------------------------ */

static const cj_table *chosen(const cj_report *report)
{
    const cj_table *first = NULL;
    const cj_block *b;

    for (b = report->first; b; b = b->next) {
        if (!records(b))
            continue;
        if (b->table.filter)
            return &b->table;
        first = first ? first : &b->table;
    }
    return first;
}

struct cj_book *cj_render_table(cj_arena *arena, const cj_report *report)
{
    static const cj_text table = { "Table", "表" };
    const cj_table *t = chosen(report);
    cj_book *book = cj_book_new(arena, CJ_CSV);
    cj_sheet *s =
        cj_book_add_sheet(arena, book, cj_str_of(cj_text_in(table, report->lang)));
    size_t i;

    book->lang = report->lang;
    for (i = 0; t && i < t->n_rows * t->n_cols; i++) {
        cj_book_cell *c = cj_sheet_add(arena, s, (uint32_t)(i / t->n_cols + 1),
                                       (uint32_t)(i % t->n_cols + 1));

        c->value = CJ_V_TEXT;
        c->text = cj_plain(arena, t->cell[i]);
    }
    cj_sheet_seal(arena, s);
    return book;
}
