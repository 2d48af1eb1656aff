/* xlsx_link.h - the targets of links as libxlsxwriter wants them. */
#ifndef CJ_SHEET_XLSX_LINK_H
#define CJ_SHEET_XLSX_LINK_H

#include <cj/arena.h>

/* NULL: Excel takes no such target, or libxlsxwriter would write another. */
const char *cj_xlsx_link(cj_arena *arena, cj_str target);

#endif
