/* html_table.c - tables in a page of HTML: maps, records and cards. */
#include "render/html.h"
#include "render/lines.h"
#include "base/utf8.h"
#include <math.h>

#define SHORT 12u /* a cell of so few columns stays on one line */
#define LONG 20u  /* a word of more letters may be parted anywhere */
#define PART 10u  /* what is left of it in a line */
#define WIDE 8u   /* columns that a text without blanks needs to be read well */

/* A4 upright: points of its width; of its letters; how wide one is, and what a cell takes beside them. */
#define A4 525.0
#define SMALLEST 6.5
#define LARGEST 9.0
#define LETTER 0.58
#define SIDES 0.8

static cj_str cell(const cj_table *t, size_t row, size_t col)
{
    return t->cell[row * t->n_cols + col];
}

static const cj_marked *marked(const cj_table *t, size_t row, size_t col)
{
    return t->marked ? &t->marked[row * t->n_cols + col] : NULL;
}

static void put_anchor(cj_html *h, const cj_marked *m)
{
    if (!m || !m->anchor.n)
        return;
    fputs(" id=\"", h->out);
    cj_html_value(h, m->anchor);
    fputc('"', h->out);
}

/* Beside the cell where there is a pointer; under its text where there is none, and on paper. */
static void put_note_title(cj_html *h, const cj_marked *m)
{
    if (!m || !m->note.n)
        return;
    fputs(" title=\"", h->out);
    cj_html_value(h, m->note);
    fputc('"', h->out);
}

static void put_note(cj_html *h, const cj_marked *m)
{
    if (!m || !m->note.n)
        return;
    fputs("<small class=\"aside\">", h->out);
    cj_html_text(h, m->note);
    fputs("</small>", h->out);
}

/* ---- cards -------------------------------------------------------------------------------------- */

static void put_card(cj_html *h, const cj_table *t)
{
    size_t i, j;

    fputs("<dl class=\"card\">\n", h->out);
    for (i = 0; i < t->n_rows; i++) {
        fputs("<div><dt>", h->out);
        cj_html_marked(h, marked(t, i, 0), cell(t, i, 0));
        fputs("</dt>", h->out);
        for (j = 1; j < t->n_cols; j++) {
            fputs("<dd>", h->out);
            cj_html_marked(h, marked(t, i, j), cell(t, i, j));
            fputs("</dd>", h->out);
        }
        fputs("</div>\n", h->out);
    }
    fputs("</dl>\n", h->out);
}

/* ---- tables ------------------------------------------------------------------------------------- */

static bool short_text(cj_str s)
{
    return s.n <= 4 * SHORT && cj_str_find(s, CJ_STR("\n")) == CJ_NONE &&
           cj_utf8_width(s) <= SHORT;
}

static bool numbers(const cj_table *t, size_t col)
{
    return t->marked && t->n_rows && marked(t, 0, col)->number;
}

/* Adds a name to the classes of a tag; the first opens the attribute. */
static void add_class(cj_html *h, bool *any, const char *name)
{
    fprintf(h->out, "%s%s", *any ? " " : " class=\"", name);
    *any = true;
}

static void put_class(cj_html *h, const cj_table *t, size_t row, size_t col)
{
    const cj_marked *m = marked(t, row, col);
    cj_str text = cell(t, row, col);
    bool brief = t->role == CJ_TABLE_RECORDS && short_text(text), any = false;

    if ((m && m->number) || (row && numbers(t, col)))
        add_class(h, &any, "n");
    if (brief)
        add_class(h, &any, "s");
    if (m && m->level != CJ_PLAIN) {
        add_class(h, &any, "on-");
        cj_html_level(h, m->level);
    }
    if (h->upright && cj_longest_word(text) > LONG)
        add_class(h, &any, "long");
    if (h->upright && brief && cj_longest_word(text) == text.n)
        add_class(h, &any, "k"); /* one word: a date, E12 */
    fputs(any ? "\"" : "", h->out);
    /* Where a map has no room, its phases stand below each other in this order. */
    if (t->role == CJ_TABLE_MAP && col)
        fprintf(h->out, " style=\"order:%zu\"", col);
}

/* The header of the row or the column that a cell is read with where the table is folded. */
static void put_label(cj_html *h, const cj_table *t, size_t row, size_t col)
{
    bool map = t->role == CJ_TABLE_MAP;

    if (map ? !t->header_col : !t->header_row)
        return;
    fputs(" data-l=\"", h->out);
    cj_html_value(h, map ? cell(t, row, 0) : cell(t, 0, col));
    fputc('"', h->out);
}

static void put_cell(cj_html *h, const cj_table *t, size_t row, size_t col)
{
    const cj_marked *m = marked(t, row, col);
    bool head = t->header_row && !row, side = t->header_col && !col;
    bool corner = head && side && !cell(t, row, col).n;
    const char *tag = (head || side) && !corner ? "th" : "td";

    fprintf(h->out, "<%s", tag);
    if (*tag && tag[1] == 'h')
        fputs(head ? " scope=\"col\"" : " scope=\"row\"", h->out);
    put_class(h, t, row, col);
    if (!head && (t->role == CJ_TABLE_RECORDS || !side))
        put_label(h, t, row, col);
    put_anchor(h, m);
    put_note_title(h, m);
    fputc('>', h->out);
    if (m && m->plot)
        cj_html_spark(h, m->plot);
    else
        cj_html_marked(h, m, cell(t, row, col));
    put_note(h, m);
    fprintf(h->out, "</%s>", tag);
}

static void put_row(cj_html *h, const cj_table *t, size_t row)
{
    size_t j;

    fputs("<tr>", h->out);
    for (j = 0; j < t->n_cols; j++)
        put_cell(h, t, row, j);
    fputs("</tr>\n", h->out);
}

/* ---- on narrow paper ------------------------------------------------------------------------------ */

/* Letters of the longest words of all columns together. */
static unsigned words(const cj_table *t)
{
    unsigned all = 0;
    size_t i, j;

    for (j = 0; j < t->n_cols; j++) {
        unsigned most = 0;

        for (i = 0; i < t->n_rows; i++) {
            unsigned n = cj_longest_word(cell(t, i, j)), wide = cj_widest(cell(t, i, j));

            n = n > LONG ? PART : n;
            wide = wide < WIDE ? wide : WIDE;
            most = n > most ? n : wide > most ? wide : most;
        }
        all += most;
    }
    return all;
}

/* Letters in which no word need be parted, in points; smaller where there are many columns. */
static double letters(const cj_table *t)
{
    double n = (double)t->n_cols, many = 12 - 0.4 * (n - 1);
    double fit = (A4 - n) / (LETTER * words(t) + SIDES * n);

    fit = fit < many ? fit : many;
    return fit > LARGEST ? LARGEST : fit;
}

static void put_letters(cj_html *h, double points)
{
    long tenths = lround((points < SMALLEST ? SMALLEST : points) * 10);

    if (h->upright)
        fprintf(h->out, ";--letters:%ld.%ldpt", tenths / 10, tenths % 10);
}

static void put_head(cj_html *h, const cj_table *t)
{
    double points = h->upright ? letters(t) : 0;

    fputs("<div class=\"box\" role=\"region\" tabindex=\"0\"", h->out);
    if (t->title.n) {
        fputs(" aria-label=\"", h->out);
        cj_html_value(h, t->title);
        fputc('"', h->out);
    }
    fprintf(h->out, "><table class=\"%s%s\" style=\"--n:%zu",
            t->role == CJ_TABLE_MAP ? "map" : "rec", points >= SMALLEST ? " words" : "",
            t->n_cols - 1);
    put_letters(h, points);
    fputs("\">\n", h->out);
    if (t->title.n) {
        fputs("<caption>", h->out);
        cj_html_text(h, t->title);
        fputs("</caption>\n", h->out);
    }
}

void cj_html_table(cj_html *h, const cj_table *t)
{
    size_t i = 0;

    if (!t->n_rows || !t->n_cols)
        return;
    if (t->plain) {
        put_card(h, t);
        return;
    }
    put_head(h, t);
    if (t->header_row) {
        fputs("<thead>\n", h->out);
        put_row(h, t, i++);
        fputs("</thead>\n", h->out);
    }
    fputs("<tbody>\n", h->out);
    while (i < t->n_rows)
        put_row(h, t, i++);
    fputs("</tbody>\n</table></div>\n", h->out);
}
