/* json.c - the facts of a report as JSON, streamed: no second tree is built. */
#include <cj/render.h>
#include "base/number.h"
#include "base/utf8.h"
#include <assert.h>
#include <math.h>

static void put_escape(unsigned char c, FILE *out)
{
    static const char *const short_form[0x20] = {
        ['\b'] = "\\b", ['\f'] = "\\f", ['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t"
    };

    if (c == '"' || c == '\\')
        fprintf(out, "\\%c", c);
    else if (short_form[c])
        fputs(short_form[c], out);
    else
        fprintf(out, "\\u%04x", c);
}

/* JSON is UTF-8 by definition: a broken byte becomes U+FFFD. */
static cj_str valid(cj_arena *arena, cj_str s)
{
    cj_buf b;

    if (cj_utf8_valid(s))
        return s;
    cj_buf_init(&b, arena);
    while (s.n)
        cj_utf8_put(&b, cj_utf8_next(&s));
    return cj_buf_str(&b);
}

static void put_text(cj_arena *arena, cj_str s, FILE *out)
{
    size_t i, from = 0;

    s = valid(arena, s);
    fputc('"', out);
    for (i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if (c < 0x20 || c == '"' || c == '\\') {
            fwrite(s.p + from, 1, i - from, out);
            put_escape(c, out);
            from = i + 1;
        }
    }
    if (s.n > from)
        fwrite(s.p + from, 1, s.n - from, out);
    fputc('"', out);
}

enum { ONE_LINE = 1u << 30 }; /* a depth that no document has: all on one line */

static void put_break(unsigned depth, FILE *out)
{
    if (depth >= ONE_LINE)
        return;
    fputc('\n', out);
    while (depth--)
        fputs("  ", out);
}

static void put_fact(cj_arena *arena, const cj_fact *f, unsigned depth, FILE *out);

/* What stands before a value: the comma, the new line, the key. */
static void put_lead(cj_arena *arena, const cj_fact *f, bool first, unsigned depth,
                     FILE *out)
{
    if (!first)
        fputc(',', out);
    put_break(depth, out);
    if (f->key) {
        put_text(arena, cj_str_of(f->key), out);
        fputs(depth >= ONE_LINE ? ":" : ": ", out);
    }
}

static void put_member(cj_arena *arena, const cj_fact *f, bool first, unsigned depth,
                       FILE *out)
{
    put_lead(arena, f, first, depth, out);
    put_fact(arena, f, depth, out);
}

static void put_children(cj_arena *arena, const cj_fact *f, unsigned depth, FILE *out)
{
    bool object = f->kind == CJ_F_OBJECT;
    const cj_fact *child;

    fputc(object ? '{' : '[', out);
    for (child = f->first; child; child = child->next)
        put_member(arena, child, child == f->first, depth + 1, out);
    if (f->first)
        put_break(depth, out);
    fputc(object ? '}' : ']', out);
}

static void put_real(cj_arena *arena, double x, FILE *out)
{
    cj_str s = cj_number_text(arena, x);

    if (isfinite(x))
        fprintf(out, CJ_FMT, CJ_ARG(s));
    else
        fputs("null", out);
}

static void put_fact(cj_arena *arena, const cj_fact *f, unsigned depth, FILE *out)
{
    switch (f->kind) {
    case CJ_F_NULL:
        fputs("null", out);
        break;
    case CJ_F_BOOL:
        fputs(f->truth ? "true" : "false", out);
        break;
    case CJ_F_INTEGER:
        fprintf(out, "%lld", f->integer);
        break;
    case CJ_F_REAL:
        put_real(arena, f->real, out);
        break;
    case CJ_F_TEXT:
        put_text(arena, f->text, out);
        break;
    case CJ_F_LIST:
    case CJ_F_OBJECT:
        put_children(arena, f, depth, out);
        break;
    }
}

cj_rc cj_render_json(cj_arena *arena, const cj_report *report, FILE *out, cj_err *err)
{
    put_fact(arena, report->facts, 0, out);
    fputc('\n', out);
    return cj_render_flush(arena, out, err);
}

/* ---- in pieces ------------------------------------------------------------------------------ */

/* An object whose last member, a list, stays open. */
static void put_head(cj_arena *arena, const cj_fact *facts, FILE *out)
{
    const cj_fact *f, *open = facts->last;

    assert(open && open->kind == CJ_F_LIST && !open->first);
    fputc('{', out);
    for (f = facts->first; f != open; f = f->next)
        put_member(arena, f, f == facts->first, 1, out);
    put_lead(arena, open, open == facts->first, 1, out);
    fputc('[', out);
}

static void put_tail(cj_arena *arena, const cj_fact *facts, bool empty, FILE *out)
{
    const cj_fact *f;

    if (!empty)
        put_break(1, out);
    fputc(']', out);
    for (f = facts->first; f; f = f->next)
        put_member(arena, f, false, 1, out);
    fputs("\n}\n", out);
}

cj_rc cj_render_json_piece(cj_arena *arena, const cj_report *report, cj_piece piece,
                           cj_pieces *to, cj_err *err)
{
    switch (piece) {
    case CJ_PIECE_HEAD:
        put_head(arena, report->facts, to->out);
        break;
    case CJ_PIECE_BODY:
        put_member(arena, report->facts, to->n++ == 0, 2, to->out);
        break;
    case CJ_PIECE_TAIL:
        put_tail(arena, report->facts, to->n == 0, to->out);
        break;
    }
    return cj_render_flush(arena, to->out, err);
}

cj_rc cj_render_jsonl_piece(cj_arena *arena, const cj_report *report, cj_piece piece,
                            cj_pieces *to, cj_err *err)
{
    if (piece == CJ_PIECE_BODY) {
        put_fact(arena, report->facts, ONE_LINE, to->out);
        fputc('\n', to->out);
        to->n++;
    }
    return cj_render_flush(arena, to->out, err);
}
