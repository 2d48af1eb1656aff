/* flush.c - was everything written? */
#include <cj/render.h>
#include <errno.h>
#include <string.h>

cj_rc cj_render_flush(cj_arena *arena, FILE *out, cj_err *err)
{
    static const cj_text failed = { "the result cannot be written ({0})",
                                    "結果を書き出せません（{0}）。" };
    cj_str none = { NULL, 0 };
    int reason;

    if (!ferror(out)) { /* else errno is still that of the write that failed */
        errno = 0;
        if (fflush(out) == 0)
            return CJ_OK;
    }
    reason = errno ? errno : EIO;
    cj_fail(err, CJ_EIO, failed, cj_str_copy(arena, cj_str_of(strerror(reason))), none);
    errno = reason;
    return CJ_EIO;
}
