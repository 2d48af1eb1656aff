/* csv_mend.c - writes a CSV text again with its stray quotes escaped, so that they are text. */
#include "sheet/csv_mend.h"
#include "sheet/csv_scan.h"
#include "base/buf.h"
#include <string.h>

/* Doubles the quotes of s[from, to); where `pairs`, those that are doubled already stay. */
static void add_escaped(cj_buf *b, cj_str s, size_t from, size_t to, bool pairs)
{
    const char *p = s.p + from, *end = s.p + to;

    while (p < end) {
        const char *q = memchr(p, '"', (size_t)(end - p));
        cj_str piece = { p, (size_t)((q ? q + 1 : end) - p) };

        cj_buf_add(b, piece);
        if (q)
            cj_buf_byte(b, '"');
        p += piece.n;
        if (q && pairs && p < end && *p == '"')
            p++;
    }
}

static void add_field(cj_buf *b, cj_str text, const cj_csv_field *f)
{
    cj_str raw = cj_str_cut(text, f->from, f->to - f->from);

    if (!f->stray && !f->unclosed) {
        cj_buf_add(b, raw);
        return;
    }
    cj_buf_byte(b, '"');
    if (f->quoted) {
        size_t after = f->close < f->to ? f->close + 1 : f->to;

        add_escaped(b, text, f->from + 1, f->close, true);
        cj_buf_add(b, cj_str_cut(text, after, f->to - after));
    } else {
        add_escaped(b, text, f->from, f->to, false);
    }
    cj_buf_byte(b, '"');
}

static void remember(cj_csv_mends *mends, const cj_csv_field *f)
{
    if ((f->stray || f->unclosed) && mends->n < CJ_MENDS) {
        mends->at[mends->n].row = f->row;
        mends->at[mends->n].col = f->col;
        mends->at[mends->n++].unclosed = f->unclosed;
    }
}

cj_str cj_csv_mend(cj_arena *arena, cj_str text, char delimiter, cj_csv_mends *mends)
{
    cj_csv_scan s;
    cj_csv_field f;
    cj_buf b;

    mends->n = 0;
    cj_buf_init(&b, arena);
    cj_buf_space(&b, text.n + 64);
    cj_csv_scan_init(&s, text, delimiter);
    while (cj_csv_scan_next(&s, &f)) {
        add_field(&b, text, &f);
        cj_buf_add(&b, cj_str_cut(text, f.to, s.at - f.to));
        remember(mends, &f);
    }
    return cj_buf_str(&b);
}
