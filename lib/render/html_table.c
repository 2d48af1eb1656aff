/* html_table.c - tables in a page of HTML: maps, records and cards. */
#include "render/html.h"
#include "render/lines.h"
#include "base/utf8.h"

#define SHORT 12u /* a cell of so few columns stays on one line */
#define FEW 8u    /* columns that A4 has room for, with words of */
#define LONG 20u  /* letters at most */

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

static void put_class(cj_html *h, const cj_table *t, size_t row, size_t col)
{
    const cj_marked *m = marked(t, row, col);
    bool number = (m && m->number) || (row && numbers(t, col));
    bool brief = t->role == CJ_TABLE_RECORDS && short_text(cell(t, row, col));
    bool tinted = m && m->level != CJ_PLAIN;

    if (number || brief || tinted) {
        fprintf(h->out, " class=\"%s%s%s%s", number ? "n" : "", number && brief ? " " : "",
                brief ? "s" : "", tinted ? (number || brief ? " on-" : "on-") : "");
        if (tinted)
            cj_html_level(h, m->level);
        fputc('"', h->out);
    }
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

/* On narrow paper no word need be parted: the table has few columns, and none is long. */
static bool whole_words(const cj_html *h, const cj_table *t)
{
    size_t i;

    if (!h->upright || t->n_cols > FEW)
        return false;
    for (i = 0; i < t->n_rows * t->n_cols; i++)
        if (cj_longest_word(t->cell[i]) > LONG)
            return false;
    return true;
}

static void put_head(cj_html *h, const cj_table *t)
{
    fputs("<div class=\"box\" role=\"region\" tabindex=\"0\"", h->out);
    if (t->title.n) {
        fputs(" aria-label=\"", h->out);
        cj_html_value(h, t->title);
        fputc('"', h->out);
    }
    fprintf(h->out, "><table class=\"%s%s\" style=\"--n:%zu\">\n",
            t->role == CJ_TABLE_MAP ? "map" : "rec", whole_words(h, t) ? " words" : "",
            t->n_cols - 1);
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
