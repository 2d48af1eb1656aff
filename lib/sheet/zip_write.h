/* zip_write.h - an archive written anew from an old one, of which what stays keeps its bytes. */
#ifndef CJ_SHEET_ZIP_WRITE_H
#define CJ_SHEET_ZIP_WRITE_H

#include "sheet/zip.h"

/* A member that comes or becomes another, already deflated; or one that goes. */
typedef struct cj_zip_change {
    const cj_zip_entry *was; /* NULL: it is new */
    bool gone;
    cj_str name; /* of a new one */
    cj_str packed;
    uint64_t size;
    uint32_t crc;
} cj_zip_change;

/* Members keep their order in the file and in the directory, new ones come last; what stands before the
 * archive and its comment stay too. CJ_ELIMIT: more than the format can hold (4 GiB, 65,534 members). */
cj_rc cj_zip_rewrite(cj_arena *arena, const cj_zip *zip, const cj_zip_change *changes,
                     size_t n, cj_str *out, cj_err *err);

#endif
