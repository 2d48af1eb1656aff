/* xlsx_patch_workbook.h - the part that lists the sheets, who speaks of them, and what goes with them. */
#ifndef CJ_SHEET_XLSX_PATCH_WORKBOOK_H
#define CJ_SHEET_XLSX_PATCH_WORKBOOK_H

#include "sheet/xlsx_patch.h"

#define CJ_MAIN_SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define CJ_STRICT_SPACE "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define CJ_RELATIONS_SPACE \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define CJ_STRICT_RELATIONS_SPACE "http://purl.oclc.org/ooxml/officeDocument/relationships"

/* xlsx_patch_workbook.c */

/* What becomes of the list of sheets. */
typedef struct cj_listing {
    enum { CJ_LIST_ADD, CJ_LIST_REPLACE, CJ_LIST_REMOVE } change;
    size_t at;            /* the place in the list as it is now */
    const cj_sheet *made; /* what comes */
    cj_str id;            /* of the relation to it; p == NULL: as it is */
} cj_listing;

/* What the list says now. */
typedef struct cj_listed {
    bool strict;      /* in the namespaces of ISO 29500 strict */
    size_t n, active; /* sheets; the one that is seen first */
    bool *visible;
    cj_str *id; /* of each sheet's relation */
    uint32_t last_id;
    cj_str prefix;    /* of its elements: "x:", or nothing */
    cj_str relations; /* of relation ids: "r:"; empty: none is declared */
    bool named;       /* it has a list of names */
} cj_listed;

cj_rc cj_patch_listed(cj_patching *p, cj_listed *out, cj_err *err);
cj_rc cj_patch_list(cj_patching *p, const cj_listed *now, const cj_listing *change,
                    cj_err *err);
/* The sheet that is seen first after a change; CJ_NONE: none can be. */
size_t cj_listed_active(const cj_listed *now, const cj_listing *change);

/* xlsx_patch_names.c */

/* The sheet that a formula names next ("Sheet1", "Sheet1:Sheet3", "[1]Sheet1"); *rest goes behind it. */
bool cj_formula_sheet(cj_arena *arena, cj_str *rest, cj_str *out);
/* Whether what cj_formula_sheet gave has that sheet at an end. */
bool cj_names_sheet(cj_arena *arena, cj_str given, cj_str name);

/* The first formula that names a sheet, outside of it. */
typedef struct cj_mention {
    bool found;
    unsigned sheet; /* CJ_NO_SHEET: not in a cell */
    uint32_t row, col;
    cj_str where; /* the name or the part that it stands in, if it is in no cell */
} cj_mention;
/* Of the sheet i, which is the one at `at` in the list; parts in `own` do not count. */
cj_rc cj_patch_mentioned(cj_patching *p, unsigned i, size_t at, const bool *own,
                         cj_mention *out, cj_err *err);
/* The same of the tables on it, which formulas call by names of their own. */
cj_rc cj_patch_tables_mentioned(cj_patching *p, unsigned i, const bool *own,
                                cj_mention *out, cj_err *err);

/* xlsx_patch_notes.c: the notes of a sheet that was put into the workbook, by place; `xml` is the part with their
 * texts. */
cj_rc cj_patch_notes_made(cj_patching *p, unsigned sheet, const cj_book_note *note,
                          size_t n, cj_str xml, cj_err *err);

/* xlsx_patch_gone.c */

/* Which members of the archive can be reached from a part, by their index; it is one of them. */
cj_rc cj_patch_reached(cj_patching *p, cj_str part, bool **out, cj_err *err);
/* Those of them that nothing in the package leads to any more are removed. */
cj_rc cj_patch_collect(cj_patching *p, const bool *members, cj_err *err);

#endif
