/* text.c - a report for people at a terminal: blocks in order, colours where they are wanted. */
#include "render/lines.h"
#include "base/utf8.h"

#define INDENT 4u /* of what belongs to a diagnostic's first line */

void cj_put(cj_page *page, cj_str s)
{
    if (s.n)
        fwrite(s.p, 1, s.n, page->out);
}

void cj_put_n(cj_page *page, const char *z, size_t times)
{
    while (times--)
        fputs(z, page->out);
}

void cj_put_level(cj_page *page, cj_level level, bool bold, cj_str s)
{
    static const char *const color[] = { [CJ_PLAIN] = "",
                                         [CJ_NOTE_LEVEL] = "\33[36m",
                                         [CJ_WARN_LEVEL] = "\33[33m",
                                         [CJ_FAIL_LEVEL] = "\33[31m",
                                         [CJ_GOOD_LEVEL] = "\33[32m" };
    bool styled = page->color && s.n && (bold || level != CJ_PLAIN);

    if (styled) {
        fputs(bold ? "\33[1m" : "", page->out);
        fputs(color[level], page->out);
    }
    cj_put(page, s);
    if (styled)
        fputs("\33[0m", page->out);
}

void cj_put_wrapped(cj_page *page, cj_level level, bool bold, unsigned indent, cj_str s)
{
    unsigned columns = page->width > indent + 8 ? page->width - indent
                       : page->width            ? 8
                                                : 0;
    cj_str rest = cj_plain(page->arena, s), line;

    while (cj_wrap(&rest, columns, &line)) {
        if (line.n) {
            cj_put_n(page, " ", indent);
            cj_put_inked(page, level, bold, line);
        }
        fputc('\n', page->out);
    }
}

/* Of a text with a depth, what follows its first line stands so many columns further in. */
static void put_text(cj_page *page, const cj_block *b)
{
    unsigned columns = page->width > b->depth + 8 ? page->width - b->depth : page->width;
    cj_str rest = cj_inked(page, b->marked, false, b->text), line;
    bool first = true;

    while (cj_wrap(&rest, columns, &line)) {
        cj_put_n(page, " ", first ? 0 : b->depth);
        cj_put_inked(page, b->level, false, line);
        fputc('\n', page->out);
        first = false;
    }
}

/* Wrapped behind a mark, which stands alone in its columns. */
static void put_marked(cj_page *page, cj_level level, unsigned indent, const char *mark,
                       cj_str s)
{
    unsigned hang = indent + cj_utf8_width(cj_str_of(mark));
    unsigned columns = page->width > hang + 8 ? page->width - hang : page->width ? 8 : 0;
    cj_str rest = cj_plain(page->arena, s), line;
    bool first = true;

    while (cj_wrap(&rest, columns, &line)) {
        cj_put_n(page, " ", first ? indent : line.n ? hang : 0);
        fputs(first ? mark : "", page->out);
        cj_put_inked(page, level, false, line);
        fputc('\n', page->out);
        first = false;
    }
}

static bool tagged(const cj_marked *m)
{
    return m && m->first && m->first->first && m->first->first->mark == CJ_M_TAG;
}

static void put_list(cj_page *page, const cj_block *b)
{
    size_t i;

    for (i = 0; i < b->n_entries; i++)
        if (tagged(b->marked ? &b->marked[i] : NULL))
            cj_put_tagged(page, &b->marked[i]);
        else
            put_marked(
                page, b->level, 2, "- ",
                cj_inked(page, b->marked ? &b->marked[i] : NULL, false, b->entry[i]));
}

/* place: severity RULE name (element × phase), then the message and what to do, indented. */
static void put_diagnostic(cj_page *page, const cj_diagnostic *d)
{
    if (d->place.n) {
        cj_put_level(page, CJ_PLAIN, true, cj_plain(page->arena, d->place));
        fputs(": ", page->out);
    }
    cj_put_level(page, d->level, true, cj_plain(page->arena, d->severity));
    if (d->rule)
        fprintf(page->out, " %s", d->rule);
    if (d->name)
        fprintf(page->out, " %s", d->name);
    if (d->about.n) {
        fputs(" (", page->out);
        cj_put(page, cj_plain(page->arena, d->about));
        fputc(')', page->out);
    }
    fputc('\n', page->out);
    cj_put_wrapped(page, CJ_PLAIN, false, INDENT, d->message);
    if (d->hint.n)
        put_marked(page, CJ_PLAIN, INDENT, "→ ", d->hint);
}

static void put_block(cj_page *page, const cj_block *b)
{
    page->n_ink = 0; /* that of the block before */
    switch (b->kind) {
    case CJ_B_HEADING:
        cj_put_wrapped(page, b->level, true, 0, b->text);
        break;
    case CJ_B_TEXT:
        if (b->depth)
            put_text(page, b);
        else
            cj_put_wrapped(page, b->level, false, 0,
                           cj_inked(page, b->marked, false, b->text));
        break;
    case CJ_B_TABLE:
        cj_put_table(page, &b->table);
        break;
    case CJ_B_LIST:
        put_list(page, b);
        break;
    case CJ_B_DIAGNOSTIC:
        put_diagnostic(page, &b->diagnostic);
        break;
    case CJ_B_SERIES: /* what it shows, in words */
        cj_put_wrapped(page, b->level, false, 0, b->plot->alt);
        break;
    }
}

/* Blank lines part what does not belong together: one before each heading, and between blocks
 * of different kinds. Texts follow each other directly. */
static bool gap_between(const cj_block *a, const cj_block *b)
{
    if (b->kind == CJ_B_HEADING)
        return a->kind != CJ_B_HEADING || b->depth <= a->depth;
    if (a->kind == CJ_B_HEADING)
        return false;
    return a->kind != b->kind || b->kind == CJ_B_TABLE || b->kind == CJ_B_DIAGNOSTIC;
}

static void put_blocks(cj_page *page, const cj_report *report)
{
    const cj_block *b, *last = NULL;

    for (b = report->first; b; b = b->next) {
        if (last && gap_between(last, b))
            fputc('\n', page->out);
        put_block(page, b);
        last = b;
    }
}

cj_rc cj_render_text_piece(cj_arena *arena, const cj_report *report,
                           const cj_render_options *options, cj_pieces *to, cj_err *err)
{
    cj_page page = {
        .arena = arena, .out = to->out, .color = options->color, .width = options->width
    };

    if (report->first && to->n++)
        fputc('\n', to->out);
    put_blocks(&page, report);
    return cj_render_flush(arena, to->out, err);
}

cj_rc cj_render_text(cj_arena *arena, const cj_report *report,
                     const cj_render_options *options, FILE *out, cj_err *err)
{
    cj_pieces only = { out, 0 };

    return cj_render_text_piece(arena, report, options, &only, err);
}
