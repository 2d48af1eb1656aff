/* xlsx_write.h - the files around libxlsxwriter: a workbook that is being written. */
#ifndef CJ_SHEET_XLSX_WRITE_H
#define CJ_SHEET_XLSX_WRITE_H

#include <cj/book.h>
#include "sheet/xlsx_look.h"
#include "sheet/xlsx_write_lib.h"

typedef struct cj_xlsx_writer {
    cj_arena *arena;
    const cj_book *book;
    const cj_xlsx_lib *lib;
    lxw_workbook *file;
    lxw_format **format;        /* [style * CJ_N_LOOKS + look], made when first needed */
    struct cj_letters *letters; /* of parts of texts, made when first needed */
    size_t n_letters, cap_letters;
} cj_xlsx_writer;

typedef struct cj_xlsx_page {
    cj_xlsx_writer *w;
    const cj_xlsx_lib *lib;
    const cj_sheet *sheet;
    lxw_worksheet *out;
    cj_measures m;
} cj_xlsx_page;

/* Places as libxlsxwriter counts them: a cell's two arguments, a range's four. */
#define PLACE(c) (c)->row - 1, (lxw_col_t)((c)->col - 1)
#define AREA(r) \
    (r)->row1 - 1, (lxw_col_t)((r)->col1 - 1), (r)->row2 - 1, (lxw_col_t)((r)->col2 - 1)

/* look 0: as the style says, wrapped */
lxw_format *cj_xlsx_format(const cj_xlsx_writer *w, uint32_t style, unsigned look);
/* The letters of that face; of a link blue. */
void cj_xlsx_set_font(const cj_xlsx_lib *lib, lxw_format *f, const cj_face *face,
                      cj_lang lang, bool link);
/* Writes a text whose parts look different over the cell that it is in; `small` as cj_measures has it. */
lxw_error cj_xlsx_write_rich(const cj_xlsx_page *p, const cj_book_cell *c,
                             const cj_book_rich *rich, unsigned small, lxw_format *f);
/* In this order. */
lxw_error cj_xlsx_write_merges(const cj_xlsx_page *p);
lxw_error cj_xlsx_write_cells(const cj_xlsx_page *p);
lxw_error cj_xlsx_write_links(const cj_xlsx_page *p);
lxw_error cj_xlsx_write_notes(const cj_xlsx_page *p);
lxw_error cj_xlsx_write_choices(const cj_xlsx_page *p);
lxw_error cj_xlsx_write_charts(const cj_xlsx_page *p);

#endif
