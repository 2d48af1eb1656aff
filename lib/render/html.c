/* html.c - a report as one page of HTML that needs nothing else: no script, no font, no file. */
#include "render/html.h"
#include "base/utf8.h"
#include <math.h>

#define DEEPEST 6u /* HTML has no more headings */

/* templates/report.css, without its comments */
static const char style[] = {
#include "gen/render/report_css.inc"
};

typedef struct sections {
    unsigned depth[DEEPEST];
    size_t n;
} sections;

static unsigned depth_of(const cj_block *b)
{
    return b->depth < 1 ? 1 : b->depth > DEEPEST ? DEEPEST : b->depth;
}

/* ---- how full a printed page would be -------------------------------------------------------------- */

/* Letters on paper, in points: never too small to read, never as on a poster. In between they shrink
 * as the text grows, so that a map and its tables fit one sheet of A3; less than the text does, as
 * smaller letters leave less of each line empty. Found with maps that just fit. */
#define SMALLEST 7.0
#define LARGEST 10.5
#define ROOM 8000.0 /* columns of text that fill the sheet in letters of FITTING */
#define FITTING 7.4
#define CELL_COLUMNS 6 /* what a cell takes beside its text */

static double columns_in(const cj_block *b)
{
    size_t cells = b->table.n_rows * b->table.n_cols, i;
    double n = cj_utf8_width(b->text) + (double)(cells * CELL_COLUMNS);

    for (i = 0; i < cells; i++)
        n += cj_utf8_width(b->table.cell[i]);
    for (i = 0; i < b->n_entries; i++)
        n += cj_utf8_width(b->entry[i]);
    return n;
}

static double letters(const cj_block *page)
{
    const cj_block *b;
    double n = columns_in(page), points;

    for (b = page->next; b && !(b->kind == CJ_B_HEADING && b->page); b = b->next)
        n += columns_in(b);
    points = FITTING * sqrt(sqrt(ROOM / (n + 1)));
    return points < SMALLEST ? SMALLEST : points > LARGEST ? LARGEST : points;
}

/* ---- sections ------------------------------------------------------------------------------------- */

/* What is below the heading takes the whole width: the drawn map, a figure. */
static bool wide(const cj_block *heading)
{
    const cj_block *b;

    for (b = heading->next; b && b->kind != CJ_B_HEADING; b = b->next)
        if ((b->kind == CJ_B_TABLE && b->table.role == CJ_TABLE_MAP) ||
            b->kind == CJ_B_SERIES)
            return true;
    return false;
}

static void close_sections(cj_html *h, sections *open, unsigned depth)
{
    while (open->n && open->depth[open->n - 1] >= depth) {
        fputs("</section>\n", h->out);
        open->n--;
    }
}

static void put_page(cj_html *h, double points)
{
    long tenths = lround(points * 10 - 0.5);

    fprintf(h->out, " class=\"page\" style=\"--letters:%ld.%ldpt\"", tenths / 10,
            tenths % 10);
}

static void put_heading(cj_html *h, sections *open, const cj_block *b)
{
    unsigned depth = depth_of(b);

    close_sections(h, open, depth);
    open->depth[open->n++] = depth;
    fputs("<section", h->out);
    if (b->page)
        put_page(h, letters(b));
    else if (wide(b))
        fputs(" class=\"wide\"", h->out);
    if (b->anchor.n) {
        fputs(" id=\"", h->out);
        cj_html_value(h, b->anchor);
        fputc('"', h->out);
    }
    if (b->quoted != CJ_LANG_AUTO)
        fprintf(h->out, " lang=\"%s\"", cj_lang_code(b->quoted));
    fprintf(h->out, ">\n<h%u>", depth);
    cj_html_text(h, b->text);
    fprintf(h->out, "</h%u>\n", depth);
}

/* ---- the other blocks ------------------------------------------------------------------------------ */

static void put_text(cj_html *h, const cj_block *b)
{
    fputs("<p class=\"", h->out);
    cj_html_level(h, b->level);
    fputs("\">", h->out);
    cj_html_text(h, b->text);
    fputs("</p>\n", h->out);
}

static void put_list(cj_html *h, const cj_block *b)
{
    size_t i;

    fputs("<ul class=\"list\">\n", h->out);
    for (i = 0; i < b->n_entries; i++) {
        fputs("<li>", h->out);
        cj_html_marked(h, b->marked ? &b->marked[i] : NULL, b->entry[i]);
        fputs("</li>\n", h->out);
    }
    fputs("</ul>\n", h->out);
}

static void put_diagnostic(cj_html *h, const cj_diagnostic *d)
{
    fputs("<article class=\"", h->out);
    cj_html_level(h, d->level);
    fputs("\"><p><strong>", h->out);
    cj_html_text(h, d->severity);
    fprintf(h->out, " %s</strong> ", d->rule ? d->rule : "");
    cj_html_text(h, d->place);
    if (d->about.n) {
        fputs(" (", h->out);
        cj_html_text(h, d->about);
        fputc(')', h->out);
    }
    fputs("</p><p>", h->out);
    cj_html_text(h, d->message);
    fputs("</p>", h->out);
    if (d->hint.n) {
        fputs("<p>→ ", h->out);
        cj_html_text(h, d->hint);
        fputs("</p>", h->out);
    }
    fputs("</article>\n", h->out);
}

static void put_block(cj_html *h, sections *open, const cj_block *b)
{
    switch (b->kind) {
    case CJ_B_HEADING:
        put_heading(h, open, b);
        break;
    case CJ_B_TEXT:
        put_text(h, b);
        break;
    case CJ_B_TABLE:
        cj_html_table(h, &b->table);
        break;
    case CJ_B_LIST:
        put_list(h, b);
        break;
    case CJ_B_DIAGNOSTIC:
        put_diagnostic(h, &b->diagnostic);
        break;
    case CJ_B_SERIES:
        cj_html_plot(h, b->plot);
        break;
    }
}

/* ---- the page -------------------------------------------------------------------------------------- */

static void put_head(cj_html *h, const cj_report *r)
{
    fprintf(h->out,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" "
            "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>",
            cj_lang_code(r->lang));
    cj_html_text(h, cj_utf8_joined(h->arena, r->title));
    fputs("</title>\n<style>\n", h->out);
    fwrite(style, 1, sizeof style, h->out);
    fprintf(h->out, "%s</style>\n</head>\n<body%s>\n<main>\n",
            r->upright ? "@page{size:A4 portrait;margin:12mm}\n" : "",
            r->upright ? " class=\"upright\"" : "");
}

cj_rc cj_render_html(cj_arena *arena, const cj_report *report, FILE *out, cj_err *err)
{
    cj_html h = { arena, out, report->upright };
    sections open = { { 0 }, 0 };
    const cj_block *b;

    put_head(&h, report);
    for (b = report->first; b; b = b->next)
        put_block(&h, &open, b);
    close_sections(&h, &open, 1);
    fputs("</main>\n</body>\n</html>\n", out);
    return cj_render_flush(arena, out, err);
}
