/* csv_read.c - (first shape; being written) */
#include "sheet/reader.h"

static int bid(cj_str head)
{
    (void)head;
    return 0;
}

static cj_rc read_csv(cj_arena *arena, const cj_source *source, const cj_read_options *options,
                     cj_book **out, cj_err *err)
{
    static const cj_text not_yet = { "not yet", "未対応です。" };
    cj_str none = { NULL, 0 };

    (void)arena; (void)source; (void)options; (void)out;
    return cj_fail(err, CJ_ETYPE, not_yet, none, none);
}

const cj_reader cj_csv_reader = { "csv", bid, read_csv };
