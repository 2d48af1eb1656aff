/* xlsx_write_lib.h - libxlsxwriter, opened when the first workbook is written. It brings libcrypto, and
 * loading both takes a third of the time in which two maps are compared. */
#ifndef CJ_SHEET_XLSX_WRITE_LIB_H
#define CJ_SHEET_XLSX_WRITE_LIB_H

#include <cj/err.h>
#include <xlsxwriter.h>

/* CJ_XLSX_LIB(each): each(name) for every line of xlsx_write_lib.tsv; CJ_XLSX_LIB_FILE */
#include "gen/sheet/xlsx_write_lib.inc"

/* A member for each function, of its name and type. */
typedef struct cj_xlsx_lib {
#define CJ_XLSX_CALL(name) __typeof__(name) *name;
    CJ_XLSX_LIB(CJ_XLSX_CALL)
#undef CJ_XLSX_CALL
} cj_xlsx_lib;

/* CJ_EIO: the library is not on this machine any more. It stays open until the process ends. */
cj_rc cj_xlsx_open_lib(cj_xlsx_lib *lib, cj_err *err);

#endif
