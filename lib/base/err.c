/* err.c - failures as values, and how they read. */
#include <cj/err.h>
#include "base/buf.h"
#include <string.h>

cj_rc cj_fail(cj_err *err, cj_rc rc, cj_text says, cj_str arg0, cj_str arg1)
{
    if (err) {
        memset(err, 0, sizeof *err);
        err->rc = rc;
        err->says = says;
        err->arg[0] = arg0;
        err->arg[1] = arg1;
    }
    return rc;
}

cj_err *cj_err_copy(cj_arena *arena, const cj_err *err)
{
    cj_err *copy = CJ_NEW(arena, cj_err);
    size_t i;

    *copy = *err;
    copy->at.file = cj_str_copy(arena, err->at.file);
    copy->at.sheet = cj_str_copy(arena, err->at.sheet);
    for (i = 0; i < sizeof err->arg / sizeof *err->arg; i++)
        copy->arg[i] = cj_str_copy(arena, err->arg[i]);
    return copy;
}

/* One line, nothing that a terminal would obey. */
static void add_plain(cj_buf *b, cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if (c < 0x20 || c == 0x7f)
            cj_buf_fmt(b, "\\x%02X", c);
        else if (c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0)
            cj_buf_fmt(b, "\\x%02X", (unsigned char)s.p[++i]); /* C1 controls */
        else
            cj_buf_byte(b, (char)c);
    }
}

static void add_says(cj_buf *b, const cj_err *err, cj_lang lang)
{
    const char *z = cj_text_in(err->says, lang);

    for (; *z; z++) {
        if (z[0] == '{' && z[1] >= '0' && z[1] <= '2' && z[2] == '}') {
            add_plain(b, err->arg[z[1] - '0']);
            z += 2;
        } else {
            cj_buf_byte(b, *z);
        }
    }
}

cj_str cj_err_says(cj_arena *arena, const cj_err *err, cj_lang lang)
{
    cj_buf b;

    cj_buf_init(&b, arena);
    add_says(&b, err, lang);
    return cj_buf_str(&b);
}

cj_str cj_err_line(cj_arena *arena, const cj_err *err, cj_lang lang)
{
    char ref[CJ_REF_MAX];
    cj_buf b;

    cj_buf_init(&b, arena);
    add_plain(&b, err->at.file);
    if (err->at.sheet.n) {
        cj_buf_z(&b, b.n ? ":" : "");
        add_plain(&b, err->at.sheet);
    }
    if (err->at.row) { /* without a column it is a line of a text file */
        cj_buf_z(&b, err->at.sheet.n ? "!" : b.n ? ":" : "");
        cj_ref(ref, err->at.row, err->at.col);
        cj_buf_z(&b, ref);
    }
    if (b.n)
        cj_buf_z(&b, ": ");
    add_says(&b, err, lang);
    return cj_buf_str(&b);
}
