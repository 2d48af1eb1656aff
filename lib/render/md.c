/* md.c - a report as Markdown as GitHub reads it: what people wrote is shown as they wrote it. */
#include <cj/render.h>
#include "render/lines.h"
#include "base/utf8.h"

typedef struct md {
    cj_arena *arena;
    FILE *out;
} md;

/* ---- texts -------------------------------------------------------------------------------------- */

/* What means something to Markdown wherever it stands. */
static bool special(char c)
{
    return c && strchr("\\`*_[]<>|~&$", c);
}

/* What means something at the beginning of a line only: "# ", "- ", "1. ", "===". */
static size_t opening(cj_str s)
{
    size_t n = 0;

    if (s.n && strchr("#+-=:", *s.p))
        return 1;
    while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
        n++;
    return n && n < s.n && (s.p[n] == '.' || s.p[n] == ')') ? n + 1 : 0;
}

/* `starts`: the text stands at the beginning of a line. */
static void put_text(md *m, cj_str s, bool starts, const char *line_break)
{
    size_t i, mark;

    s = cj_plain(m->arena, s);
    s = starts ? cj_str_trim(s) : s; /* four blanks would make it code */
    mark = starts ? opening(s) : 0;
    for (i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') {
            fputs(line_break, m->out);
            continue;
        }
        if (special(s.p[i]) || i + 1 == mark)
            fputc('\\', m->out);
        fputc(s.p[i], m->out);
    }
}

/* An address between < and >: nothing there may end it, nor the cell around it. */
static void put_address(md *m, cj_str to)
{
    size_t i;

    to = cj_plain(m->arena, to);
    for (i = 0; i < to.n; i++)
        if (strchr("<>|\\\n ", to.p[i]))
            fprintf(m->out, "%%%02X", (unsigned char)to.p[i]);
        else
            fputc(to.p[i], m->out);
}

/* ** and ~~ would not be seen between Japanese brackets and letters. */
static const struct {
    const char *open, *close;
} marks[] = { [CJ_M_PLAIN] = { "", "" },
              [CJ_M_STRONG] = { "<strong>", "</strong>" },
              [CJ_M_TAG] = { "<strong>", "</strong>" },
              [CJ_M_HERE] = { "[", "](#" },
              [CJ_M_AWAY] = { "[", "](<" },
              [CJ_M_GONE] = { "<del>", "</del>" },
              [CJ_M_NEW] = { "<strong>", "</strong>" } };

static void put_fragment(md *m, const cj_fragment *f)
{
    fputs(marks[f->mark].open, m->out);
    put_text(m, f->text, false, "<br>");
    fputs(marks[f->mark].close, m->out);
    if (f->mark != CJ_M_HERE && f->mark != CJ_M_AWAY)
        return;
    put_address(m, f->to);
    fputs(f->mark == CJ_M_HERE ? ")" : ">)", m->out);
}

/* All of it on one line; without marks as the plain text says it. */
static void put_marked(md *m, const cj_marked *marked, cj_str plain)
{
    static const char *const lead[] = { "", "• ", "", "", "" };
    const cj_line *line;
    const cj_fragment *f;

    if (marked && marked->anchor.n)
        fprintf(m->out, "<a id=\"" CJ_FMT "\"></a>", CJ_ARG(marked->anchor));
    if (!marked || !marked->first) {
        put_text(m, plain, false, "<br>");
        return;
    }
    for (line = marked->first; line; line = line->next) {
        fputs(line == marked->first ? "" : "<br>", m->out);
        fputs(lead[line->kind], m->out);
        fputs(line->kind == CJ_LINE_ASIDE ? "<sub>" : "", m->out);
        for (f = line->first; f; f = f->next)
            put_fragment(m, f);
        fputs(line->kind == CJ_LINE_ASIDE ? "</sub>" : "", m->out);
    }
}

/* ---- tables --------------------------------------------------------------------------------------- */

static void put_cell(md *m, const cj_table *t, size_t row, size_t col)
{
    size_t at = row * t->n_cols + col;
    bool strong = row && t->header_col && !col && t->cell[at].n;

    fputs(strong ? " <strong>" : " ", m->out);
    put_marked(m, t->marked ? &t->marked[at] : NULL, t->cell[at]);
    fputs(strong ? "</strong>" : "", m->out);
    if (t->marked && t->marked[at].note.n) {
        fputs("<br><sub>", m->out);
        put_text(m, t->marked[at].note, false, "<br>");
        fputs("</sub>", m->out);
    }
    fputs(" |", m->out);
}

static void put_row(md *m, const cj_table *t, size_t row)
{
    size_t j;

    fputc('|', m->out);
    for (j = 0; j < t->n_cols; j++)
        put_cell(m, t, row, j);
    fputc('\n', m->out);
}

/* Markdown has no table without a header: where there is none, it stays empty. */
static void put_head(md *m, const cj_table *t)
{
    size_t j;

    if (t->header_row)
        put_row(m, t, 0);
    else {
        fputc('|', m->out);
        for (j = 0; j < t->n_cols; j++)
            fputs("  |", m->out);
        fputc('\n', m->out);
    }
    fputc('|', m->out);
    for (j = 0; j < t->n_cols; j++)
        fputs(t->marked && t->marked[j].number ? " ---: |" : " --- |", m->out);
    fputc('\n', m->out);
}

static void put_table(md *m, const cj_table *t)
{
    size_t i;

    if (!t->n_rows || !t->n_cols)
        return;
    put_head(m, t);
    for (i = t->header_row; i < t->n_rows; i++)
        put_row(m, t, i);
}

static void put_points(md *m, cj_str name, const cj_plot_point *point, size_t n)
{
    size_t i;

    fputs(name.n ? "| " : "|", m->out);
    put_text(m, name, false, "<br>");
    for (i = 0; i < n; i++) {
        fputs(" | ", m->out);
        put_text(m, point[i].there ? point[i].text : CJ_STR("–"), false, "<br>");
    }
    fputs(" |\n", m->out);
}

/* The points as rows of numbers. */
static void put_series(md *m, const cj_plot *p)
{
    size_t i;

    fputs("| ", m->out);
    put_text(m, p->title, false, "<br>");
    for (i = 0; i < p->n; i++) {
        fputs(" | ", m->out);
        put_text(m, p->point[i].label, false, "<br>");
    }
    fputs(" |\n| ---", m->out);
    for (i = 0; i < p->n; i++)
        fputs(" | ---:", m->out);
    fputs(" |\n", m->out);
    put_points(m, p->before ? p->name : CJ_STR(""), p->point, p->n);
    if (p->before)
        put_points(m, p->name_before, p->before, p->n);
}

/* ---- blocks ----------------------------------------------------------------------------------------- */

static void put_heading(md *m, const cj_block *b)
{
    unsigned depth = b->depth < 1 ? 1 : b->depth > 6 ? 6 : b->depth;

    if (b->anchor.n)
        fprintf(m->out, "<a id=\"" CJ_FMT "\"></a>\n\n", CJ_ARG(b->anchor));
    fprintf(m->out, "%.*s ", (int)depth, "######");
    put_text(m, cj_utf8_joined(m->arena, b->text), true, " ");
    fputc('\n', m->out);
}

static void put_list(md *m, const cj_block *b)
{
    size_t i;

    for (i = 0; i < b->n_entries; i++) {
        fputs("- ", m->out);
        if (b->marked)
            put_marked(m, &b->marked[i], b->entry[i]);
        else
            put_text(m, b->entry[i], true, "<br>");
        fputc('\n', m->out);
    }
}

static void put_diagnostic(md *m, const cj_diagnostic *d)
{
    fputs("- <strong>", m->out);
    put_text(m, d->severity, false, " ");
    fprintf(m->out, " %s</strong> ", d->rule ? d->rule : "");
    put_text(m, d->place, false, " ");
    if (d->about.n) {
        fputs(" (", m->out);
        put_text(m, d->about, false, " ");
        fputc(')', m->out);
    }
    fputs("<br>", m->out);
    put_text(m, d->message, false, "<br>");
    if (d->hint.n) {
        fputs("<br>→ ", m->out);
        put_text(m, d->hint, false, "<br>");
    }
    fputc('\n', m->out);
}

static void put_block(md *m, const cj_block *b)
{
    switch (b->kind) {
    case CJ_B_HEADING:
        put_heading(m, b);
        break;
    case CJ_B_TEXT:
        put_text(m, b->text, true, "<br>");
        fputc('\n', m->out);
        break;
    case CJ_B_TABLE:
        put_table(m, &b->table);
        break;
    case CJ_B_LIST:
        put_list(m, b);
        break;
    case CJ_B_DIAGNOSTIC:
        put_diagnostic(m, &b->diagnostic);
        break;
    case CJ_B_SERIES:
        put_series(m, b->plot);
        break;
    }
}

cj_rc cj_render_md(cj_arena *arena, const cj_report *report, FILE *out, cj_err *err)
{
    md m = { arena, out };
    const cj_block *b;

    for (b = report->first; b; b = b->next) {
        if (b != report->first && b->kind != CJ_B_DIAGNOSTIC)
            fputc('\n', out);
        put_block(&m, b);
    }
    return cj_render_flush(arena, out, err);
}
