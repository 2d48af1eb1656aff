/* zz_stub.c - until the patcher is there. */
#include <cj/patch.h>
#include <cj/write.h>
#pragma GCC diagnostic ignored "-Wpedantic"
__attribute__((weak)) cj_rc cj_xlsx_patch(cj_arena *arena, cj_str bytes, cj_str name,
                    const cj_read_options *options, const cj_edit *edits, size_t n,
                    cj_str *out, cj_err *err)
{
    cj_book *book;
    if (!n) { *out = bytes; return CJ_OK; }
    if (cj_book_parse(arena, bytes, name, options, &book, err) != CJ_OK) return err->rc;
    return cj_xlsx_write(arena, cj_book_edited(arena, book, edits, n), out, err);
}
