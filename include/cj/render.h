/* cj/render.h - prints a report in one of the formats, without knowing what it says. */
#ifndef CJ_RENDER_H
#define CJ_RENDER_H

#include <cj/report.h>
#include <stdio.h>

struct cj_book; /* cj/book.h */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_render_options {
    bool color;     /* ANSI colours */
    unsigned width; /* columns of the terminal; 0: not a terminal, no limit */
} cj_render_options;

/* For people: blocks in order; tables are drawn and wrapped by East Asian width. */
cj_rc cj_render_text(cj_arena *arena, const cj_report *report,
                     const cj_render_options *options, FILE *out, cj_err *err);
/* The facts as JSON (UTF-8, two spaces of indentation, keys in the order they were added). */
cj_rc cj_render_json(cj_arena *arena, const cj_report *report, FILE *out, cj_err *err);
/* The blocks as one page of HTML with all that it needs (templates/report.css): light and dark, for
 * narrow screens and for paper. */
cj_rc cj_render_html(cj_arena *arena, const cj_report *report, FILE *out, cj_err *err);
/* The blocks as Markdown as GitHub reads it; what people wrote is shown as they wrote it. */
cj_rc cj_render_md(cj_arena *arena, const cj_report *report, FILE *out, cj_err *err);

/* The blocks as a workbook that cj_xlsx_write takes: a sheet a section that begins a page, tables that
 * can be filtered, numbers and dates as such, links to other cells, charts beside their figures. */
struct cj_book *cj_render_book(cj_arena *arena, const cj_report *report);
/* Of its tables of records, the one to be filtered, else the first, as the only sheet of a book that
 * cj_csv_write takes. Without such a table the sheet is empty. */
struct cj_book *cj_render_table(cj_arena *arena, const cj_report *report);

/* ---- a document in pieces -------------------------------------------------------------------- */

/* What is about many things is printed piece by piece, so that none of them need be kept: a head,
 * then a report for each thing, then a tail. */
typedef enum cj_piece { CJ_PIECE_HEAD, CJ_PIECE_BODY, CJ_PIECE_TAIL } cj_piece;

typedef struct cj_pieces {
    FILE *out;
    size_t n; /* printed so far; start with 0 */
} cj_pieces;

/* The blocks of a piece of any kind; a blank line stands between it and what was printed before. */
cj_rc cj_render_text_piece(cj_arena *arena, const cj_report *report,
                           const cj_render_options *options, cj_pieces *to, cj_err *err);
/* One JSON object in all: the facts of the head, of which the last is an empty list; in that list
 * the facts of each body; behind it the facts of the tail. */
cj_rc cj_render_json_piece(cj_arena *arena, const cj_report *report, cj_piece piece,
                           cj_pieces *to, cj_err *err);

/* The facts of each body as one line of JSON; of head and tail nothing. */
cj_rc cj_render_jsonl_piece(cj_arena *arena, const cj_report *report, cj_piece piece,
                            cj_pieces *to, cj_err *err);
/* For editors, the diagnostics of a piece of any kind, one a line: file:line:column: severity: message
 * [RULE cell]. The whole of a file is its line 1; the severity is English in every language. */
cj_rc cj_render_compact_piece(cj_arena *arena, const cj_report *report, cj_pieces *to,
                              cj_err *err);

/* Pushes out what was printed so far; CJ_EIO, and errno set, when it could not be written. */
cj_rc cj_render_flush(cj_arena *arena, FILE *out, cj_err *err);

#ifdef __cplusplus
}
#endif
#endif
