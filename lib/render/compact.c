/* compact.c - diagnostics one a line, as editors and grep like them. */
#include <cj/render.h>
#include "base/utf8.h"

/* The word that programs look for. */
static const char *severity_word(cj_level level)
{
    static const char *const words[] = { "info", "info", "warning", "error", "info" };

    return words[level];
}

/* One line, nothing that a terminal would obey. */
static void put_plain(cj_arena *arena, cj_str text, FILE *out)
{
    cj_str one = cj_utf8_excerpt(arena, text, 3u * (unsigned)text.n + 1);

    fprintf(out, CJ_FMT, CJ_ARG(one));
}

static void put_line(cj_arena *arena, const cj_diagnostic *d, FILE *out)
{
    put_plain(arena, d->at.file, out);
    fprintf(out, ":%u:%u: %s: ", d->at.row ? d->at.row : 1, d->at.col ? d->at.col : 1,
            severity_word(d->level));
    put_plain(arena, d->message, out);
    fprintf(out, " [%s%s", d->rule ? d->rule : "", d->cell.n ? " " : "");
    put_plain(arena, d->cell, out);
    fputs("]\n", out);
}

cj_rc cj_render_compact_piece(cj_arena *arena, const cj_report *report, cj_pieces *to,
                              cj_err *err)
{
    const cj_block *b;

    for (b = report->first; b; b = b->next)
        if (b->kind == CJ_B_DIAGNOSTIC) {
            put_line(arena, &b->diagnostic, to->out);
            to->n++;
        }
    return cj_render_flush(arena, to->out, err);
}
