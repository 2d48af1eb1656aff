/* xlsx_sheet_write.h - a sheet of a book as a part of a workbook that is being changed. libxlsxwriter cannot
 * add to a file; what it makes of the same sheet looks the same. */
#ifndef CJ_SHEET_XLSX_SHEET_WRITE_H
#define CJ_SHEET_XLSX_SHEET_WRITE_H

#include "sheet/xlsx_patch_workbook.h"
#include "sheet/xlsx_rows.h"

typedef struct cj_sheet_writing {
    cj_patching *p; /* its styles are open */
    const cj_book *from;
    const cj_sheet *sheet;
    cj_measures m;
    const char **url; /* where cell i leads, as cj_xlsx_link has it; NULL: nowhere */
    cj_buf xml, relations;
    size_t n_relations;
    bool strict;
} cj_sheet_writing;

/* What a new sheet takes over from the one that it stands in place of. */
typedef struct cj_sheet_kept {
    bool selected;
    cj_str code_name; /* by which macros know it; empty: by none */
} cj_sheet_kept;

/* *relations is empty where there are none. */
void cj_sheet_write(cj_patching *p, const cj_book *from, const cj_sheet *sheet,
                    const cj_sheet_kept *kept, cj_str *xml, cj_str *relations);

/* xlsx_sheet_write_notes.c: the notes that a file can have, in *out, and the part with their texts. */
size_t cj_sheet_write_notes(cj_patching *p, const cj_book *from, const cj_sheet *sheet,
                            cj_book_note **out, cj_str *xml);

/* xlsx_sheet_write_cells.c: <sheetData>, and which cells are links. */
void cj_sheet_write_links(cj_sheet_writing *w);
void cj_sheet_write_cells(cj_sheet_writing *w);
/* xlsx_sheet_write_beside.c: what stands behind the cells, in the order of the schema. */
void cj_sheet_write_beside(cj_sheet_writing *w);

#endif
