/* spool.h - a file that only this process knows, for libraries that can write nowhere else. */
#ifndef CJ_SHEET_SPOOL_H
#define CJ_SHEET_SPOOL_H

#include <cj/err.h>

typedef struct cj_spool {
    int fd;
    char path[128]; /* what names it while it is open */
    bool on_disk;   /* path is removed when done */
} cj_spool;

cj_rc cj_spool_open(cj_spool *spool, cj_err *err);
/* Everything that was written to `path`. */
cj_rc cj_spool_read(cj_arena *arena, const cj_spool *spool, cj_str *out, cj_err *err);
void cj_spool_close(cj_spool *spool);
/* No room for temporary files: CJ_EIO, with the system's reason where errno has one. */
cj_rc cj_spool_failed(cj_err *err);

#endif
