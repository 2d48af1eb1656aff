/* cj/patch.h - edits made in the bytes of a file, of which everything else stays as it was. */
#ifndef CJ_PATCH_H
#define CJ_PATCH_H

#include <cj/edit.h>
#include <cj/read.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Edits in a workbook (.xlsx, .xlsm). Members of the archive that no edit touches keep their bytes and their
 * order, the others every element and attribute that they had. Without edits *out is `bytes`. Where an edit
 * moves cells, all that speaks of them goes along: formulas, names, drop-downs, formats, tables, links, notes,
 * drawings, panes, print areas. Excel is asked to calculate again where a formula may see an edited cell.
 *
 * CJ_EUSAGE: an edit is of a sheet that is none, or outside of it. CJ_EPASSWORD, CJ_ETYPE: the workbook is
 * protected, signed, or shared between people who track changes. CJ_EFORMAT, with the cell: an edit cannot be
 * followed (a pivot table's source, an array formula, a conversation in place of a note). Else as
 * cj_book_parse. */
cj_rc cj_xlsx_patch(cj_arena *arena, cj_str bytes, cj_str name,
                    const cj_read_options *options, const cj_edit *edits, size_t n,
                    cj_str *out, cj_err *err);

/* `bytes` is a CSV or TSV that reads with these options; its fields without an edit keep their bytes, and
 * so do its BOM, encoding, delimiter and line ends. A field that was quoted is quoted again; one that had
 * a ' in front so that no spreadsheet runs it keeps it, where it still would be run. An edit that says
 * what is there changes nothing: without edits *out is `bytes`. Rows and columns behind the last are
 * added; new rows are empty lines, new columns empty fields of the records that reach so far. No ' is added.
 * What was written has been read again: it is cj_book_edited of the book.
 *
 * CJ_EUSAGE: an edit is of another sheet than the first, beyond the limits, or of a kind that a CSV has no
 * room for (FILL, NOTE, SHEET, SHEET_OUT, PROPERTY); or nothing would be left. CJ_EENCODING, with the cell: the
 * encoding has no character for a text; without: the encoding would not give the same bytes again. CJ_EFORMAT, with the cell: it would be read differently. Else as cj_book_parse. */
cj_rc cj_csv_patch(cj_arena *arena, cj_str bytes, cj_str name,
                   const cj_read_options *options, const cj_edit *edits, size_t n,
                   cj_str *out, cj_err *err);

/* The one of them that the content asks for, as cj_book_parse does. An .xls is CJ_ETYPE: write a new workbook
 * from cj_book_edited. */
cj_rc cj_patch(cj_arena *arena, cj_str bytes, cj_str name, const cj_read_options *options,
               const cj_edit *edits, size_t n, cj_str *out, cj_err *err);

#ifdef __cplusplus
}
#endif
#endif
