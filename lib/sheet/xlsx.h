/* xlsx.h - what the rooms of the .xlsx reader share while one workbook is read. */
#ifndef CJ_SHEET_XLSX_H
#define CJ_SHEET_XLSX_H

#include <cj/book.h>
#include "sheet/xlsx_package.h"
#include "sheet/xlsx_text.h"

#define CJ_STRINGS 1024u /* shared strings in one chunk */

/* The shared strings, in the order of their indices. */
typedef struct cj_strings {
    cj_str **chunk;
    size_t n, n_chunks, cap_chunks;
} cj_strings;

typedef struct cj_person {
    cj_str id, name;
} cj_person;

typedef struct cj_xlsx {
    cj_arena *arena; /* of the book; package.arena dies with the reading */
    cj_package package;
    const cj_limits *limits;
    cj_book *book;
    cj_str workbook;        /* the part's name */
    cj_str properties;      /* the part of the custom ones; empty: none */
    cj_relations relations; /* of the workbook */
    cj_str *sheet_id;
    size_t n_ids, cap_ids; /* relation id of each sheet */
    cj_strings strings;
    uint32_t *style;
    size_t n_styles; /* of a cell's s="" in the book */
    cj_person *people;
    size_t n_people, cap_people; /* by id; authors of threads */
    bool extras;                 /* are asked for */
    bool grounds;                /* of empty cells, too */
    size_t sheets;               /* whose cells are read; 0: all */
} cj_xlsx;

/* xlsx_workbook.c: the sheets' names, states and kinds. */
cj_rc cj_xlsx_read_workbook(cj_xlsx *x, cj_err *err);
/* xlsx_strings.c */
cj_rc cj_xlsx_read_strings(cj_xlsx *x, cj_err *err);
/* The next one; what reads the part (XML, later a scanner) needs no more than this. */
cj_rc cj_strings_add(cj_xlsx *x, cj_str text, cj_err *err);
bool cj_strings_get(const cj_strings *strings, size_t i, cj_str *out);
/* xlsx_theme.c: the colours that theme="0" … "11" mean, 0xRRGGBB. */
#define CJ_THEME_COLOURS 12u
cj_rc cj_xlsx_read_theme(cj_xlsx *x, uint32_t colours[CJ_THEME_COLOURS], cj_err *err);
bool cj_rgb_parse(cj_str s, uint32_t *out); /* "RRGGBB", "AARRGGBB" */
uint32_t cj_tinted(uint32_t rgb, double tint);
/* xlsx_styles.c */
cj_rc cj_xlsx_read_styles(cj_xlsx *x, cj_err *err);
/* xlsx_sheet.c: the cells and everything around them, of sheet i. */
cj_rc cj_xlsx_read_sheet(cj_xlsx *x, size_t i, cj_err *err);
/* xlsx_notes.c: comments of both kinds. */
cj_rc cj_xlsx_read_people(cj_xlsx *x, cj_err *err);
cj_rc cj_xlsx_read_notes(cj_xlsx *x, cj_sheet *sheet, cj_str part,
                         const cj_relations *relations, cj_err *err);

/* xlsx_properties.c */
cj_rc cj_xlsx_read_properties(cj_xlsx *x, cj_err *err);
/* xlsx_extras.c: what the book holds beyond cells, of the whole and of the sheet i, whose part and
 * relations are given. Nothing where x->extras is false. */
cj_rc cj_xlsx_extras(cj_xlsx *x, cj_err *err);
cj_rc cj_xlsx_sheet_extras(cj_xlsx *x, size_t i, cj_str part, const cj_relations *relations,
                           cj_err *err);
/* xlsx_drawing.c: charts, pictures and shapes of a drawing part of the sheet i. */
cj_rc cj_xlsx_read_drawing(cj_xlsx *x, size_t i, cj_str part, cj_err *err);
/* How many controls of forms stand in an old drawing (VML), which has the notes, too. */
size_t cj_xlsx_vml_controls(cj_xlsx *x, cj_str part);

/* "A1:B2", "A1", "$A$1:$B$2"; corners in any order. */
bool cj_range_parse(cj_str ref, cj_range *out);
/* Counts text that the book keeps; past limits.string_bytes: CJ_ELIMIT. */
cj_rc cj_xlsx_count_text(cj_xlsx *x, size_t n, cj_err *err);
cj_rc cj_xlsx_too_many(cj_xlsx *x, size_t limit, cj_err *err);

#endif
