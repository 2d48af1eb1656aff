/* deflate.h - the way back through the compression library: raw deflate of what comes piece by piece. */
#ifndef CJ_SHEET_DEFLATE_H
#define CJ_SHEET_DEFLATE_H

#include "base/buf.h"
#include <stdint.h>

typedef struct cj_deflate cj_deflate;

cj_deflate *cj_deflate_new(cj_arena *arena); /* all of its memory is in the arena */
void cj_deflate_reset(cj_deflate *deflate);  /* ready for another stream */
void cj_deflate_some(cj_deflate *deflate, cj_str in, cj_buf *to);
void cj_deflate_end(cj_deflate *deflate, cj_buf *to);

#endif
