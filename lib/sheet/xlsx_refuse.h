/* xlsx_refuse.h - what a book holds that no .xlsx can, before anything is written. */
#ifndef CJ_SHEET_XLSX_REFUSE_H
#define CJ_SHEET_XLSX_REFUSE_H

#include <cj/book.h>

#define CJ_XLSX_ROWS 1048576u
#define CJ_XLSX_COLUMNS 16384u
#define CJ_XLSX_TEXT 32767u /* UTF-16 units of a cell or note */
#define CJ_XLSX_LIST 255u   /* of a list with its commas; of a property */
#define CJ_XLSX_LINK 2079u  /* of a link's target */

/* CJ_ELIMIT and CJ_EFORMAT with the place. */
cj_rc cj_xlsx_refuse(cj_arena *arena, const cj_book *book, cj_err *err);
/* CJ_ELIMIT: it is longer than Excel allows. */
cj_rc cj_xlsx_refuse_property(const cj_property *property, cj_err *err);
/* The words of a list as a formula, quoted; empty: they do not fit into one. */
cj_str cj_xlsx_list(cj_arena *arena, const cj_choice *choice);
/* A range within a sheet. */
bool cj_xlsx_range_fits(const cj_range *range);

#endif
