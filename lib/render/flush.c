/* flush.c - was everything written? */
#include <cj/render.h>
#include <errno.h>
#include <string.h>

cj_rc cj_render_flush(cj_arena *arena, FILE *out, cj_err *err)
{
    static const cj_text failed = { "the result cannot be written ({0})",
                                    "結果を書き出せません（{0}）。" };
    cj_str none = { NULL, 0 };

    errno = 0;
    if (fflush(out) == 0 && !ferror(out))
        return CJ_OK;
    return cj_fail(err, CJ_EIO, failed,
                   cj_str_copy(arena, cj_str_of(strerror(errno ? errno : EIO))), none);
}
