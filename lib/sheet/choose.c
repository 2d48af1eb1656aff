/* choose.c - the one sheet that --sheet names. */
#include <cj/book.h>
#include "base/number.h"
#include "base/utf8.h"

#define SHOWN 10u /* names in the complaint */

static bool by_name(cj_arena *arena, const cj_book *book, cj_str which, unsigned *out)
{
    cj_str folded = cj_utf8_fold(arena, cj_utf8_trim(which));
    unsigned i;

    for (i = 0; i < book->n_sheets; i++)
        if (cj_str_eq(book->sheets[i].name, which))
            return *out = i, true;
    for (i = 0; i < book->n_sheets; i++)
        if (cj_str_eq(cj_utf8_fold(arena, cj_utf8_trim(book->sheets[i].name)), folded))
            return *out = i, true;
    return false;
}

static bool by_number(const cj_book *book, cj_str which, unsigned *out)
{
    bool back = cj_str_starts(which, CJ_STR("-"));
    unsigned long n;

    if (!cj_number_unsigned(cj_str_from(which, back), book->n_sheets, &n) || !n)
        return false;
    *out = back ? (unsigned)(book->n_sheets - n) : (unsigned)n - 1;
    return true;
}

static cj_rc neither(cj_arena *arena, const cj_book *book, cj_str which, cj_err *err)
{
    static const cj_text says = { "there is no sheet \"{0}\"; this workbook has: {1}",
                                  "シート「{0}」はありません。このブックのシート: {1}" };
    cj_str names = CJ_STR("");
    size_t i;

    for (i = 0; i < book->n_sheets && i < SHOWN; i++)
        names = cj_str_fmt(arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(names), i ? ", " : "",
                           CJ_ARG(book->sheets[i].name));
    if (i < book->n_sheets)
        names = cj_str_fmt(arena, CJ_FMT ", …", CJ_ARG(names));
    return cj_fail(err, CJ_EUSAGE, says, which, names);
}

cj_rc cj_book_choose(cj_arena *arena, const cj_book *book, cj_str which, unsigned *out,
                     cj_err *err)
{
    if (by_name(arena, book, which, out) || by_number(book, cj_str_trim(which), out))
        return CJ_OK;
    return neither(arena, book, which, err);
}
