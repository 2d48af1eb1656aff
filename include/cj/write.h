/* cj/write.h - turns a book into the bytes of a new file; nothing is written to disk here. */
#ifndef CJ_WRITE_H
#define CJ_WRITE_H

#include <cj/book.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An .xlsx workbook of all sheets, which are sealed. The same book gives the same bytes: the document's date is fixed. Cells
 * keep their value's kind (a formula's saved result stands for it; dates are counted from 1900); what is
 * empty is written only for its style. Notes, links, hidden parts, merges, properties and sheet->look are
 * written too. Widths that look does not give, and row heights, are worked out so that all text shows (the
 * most that Excel allows is 409 points).
 * Not carried: a link whose target cj_xlsx_takes_link refuses, and links past 65,530 on a sheet (the text
 * stays); which hidden sheets are "very" hidden; hidden rows more than 1,000 past the last cell.
 * CJ_ELIMIT with the place: a text or note past 32,767 UTF-16 units (cj_layout_make sees to that), a
 * cell outside of a sheet, a list to choose from with more than 255 characters or a comma in a word, a
 * property past 255. CJ_EFORMAT: a sheet's name that Excel refuses (cj_sheet_name_fit). CJ_EIO: no room for
 * temporary files. */
cj_rc cj_xlsx_write(cj_arena *arena, const cj_book *book, cj_str *out, cj_err *err);
enum { CJ_XLSX_LINKS = 65530 }; /* that a sheet can have */
/* Up to 2,079 bytes (what is escaped counts 3), no control characters; "#Sheet!A1" without another '#'. */
bool cj_xlsx_takes_link(cj_str target);
/* Up to 255 UTF-16 units in its name, and in its value. */
bool cj_xlsx_takes_property(const cj_property *property);

typedef enum cj_bom { CJ_BOM_KEEP, CJ_BOM_ALWAYS, CJ_BOM_NEVER } cj_bom;

typedef struct cj_csv_options {
    cj_csv_form
        form; /* delimiter, newline, bom, sep_line; encoding is always UTF-8. Zeroes: comma, CRLF */
    bool
        escape_formulas; /* what a spreadsheet would run gets one ' in front, see cj_csv_write */
} cj_csv_options;

/* How a new CSV is written: comma (TAB for CJ_TSV), CRLF, UTF-8 with BOM, formulas escaped. */
cj_csv_options cj_csv_options_new(cj_format format);
/* The same way as the CSV that a book was read from; `bom` overrules. CJ_BOM_KEEP adds one where the
 * CSV was not UTF-8: without it, Excel would take UTF-8 for the old encoding. Other formats: as new. */
cj_csv_options cj_csv_options_like(const cj_book *from, cj_bom bom);

/* One sheet as CSV: records from row 1 on, each with as many fields as the last filled cell of its row asks
 * for (a text that is empty but there counts), but at least one; cells as people see them
 * (cj_book_cell_text); line breaks inside cells are LF. A field is quoted only where it must be.
 *
 * With escape_formulas a text cell that a spreadsheet would run (it begins with = + - @ TAB CR, or a
 * full-width form of one, and is no plain number: -2 and +81 are, -3% and +81-3-1234 are not) gets one '
 * in front. A text that begins with ' and then such a character gets one more, always: cj_book_read
 * takes one off again, so that what was written comes back.
 *
 * And it comes back from every text: where the delimiter would not be found again, all fields are quoted,
 * and if that does not help (texts that look like a table of their own), a "sep=;" line goes before them;
 * a lone "sep=;" in the first cell gets an empty field behind it. */
cj_str cj_csv_write(cj_arena *arena, const cj_book *book, unsigned sheet,
                    const cj_csv_options *options);

#ifdef __cplusplus
}
#endif
#endif
