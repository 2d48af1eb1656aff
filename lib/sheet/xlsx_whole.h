/* xlsx_whole.h - whether a workbook that was just written arrived to its last byte. */
#ifndef CJ_SHEET_XLSX_WHOLE_H
#define CJ_SHEET_XLSX_WHOLE_H

#include <cj/err.h>

/* Every part is there, with its right sum, and its XML goes to the end. */
bool cj_xlsx_whole(cj_str bytes);

#endif
