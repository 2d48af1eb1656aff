/* reader.h - what a reader of one format offers to open.c. */
#ifndef CJ_SHEET_READER_H
#define CJ_SHEET_READER_H

#include <cj/read.h>
#include "sheet/source.h"

#define CJ_HEAD 4096u /* how much of a file a bid sees */
#define CJ_BID_SURE 80
#define CJ_BID_SIGN 20

typedef struct cj_reader {
    const char *name;
    /* How sure it is that the file is its own: 0 not at all … 100, from CJ_BID_SURE on by a
     * signature that nothing else has, below CJ_BID_SIGN without any sign of its own. `head` is the first CJ_HEAD bytes or fewer. */
    int (*bid)(cj_str head);
    cj_rc (*read)(cj_arena *arena, const cj_source *source, const cj_read_options *options,
                  cj_book **out, cj_err *err);
} cj_reader;

extern const cj_reader cj_xlsx_reader, cj_xls_reader, cj_csv_reader;

#endif
