/* cj/book.h - a workbook as a grid: what readers yield and writers eat, without any meaning. */
#ifndef CJ_BOOK_H
#define CJ_BOOK_H

#include <cj/arena.h>
#include <cj/err.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cj_format { CJ_CSV, CJ_TSV, CJ_XLSX, CJ_XLSM, CJ_XLS } cj_format;

/* What the format (and our reader of it) can know. A rule that needs a missing one is listed as
 * "not evaluated", never silently passed. */
typedef enum cj_can {
    CJ_CAN_FORMULAS = 1 << 0, /* which cells are formulas, and their saved values */
    CJ_CAN_MERGES = 1 << 1,
    CJ_CAN_NOTES = 1 << 2,
    CJ_CAN_HIDDEN = 1 << 3, /* hidden sheets, rows, columns */
    CJ_CAN_DATES = 1 << 4,  /* number formats, so that dates are known from numbers */
    CJ_CAN_FILLS = 1 << 5,
    CJ_CAN_FONTS = 1 << 6,
    CJ_CAN_LINKS = 1 << 7,
    CJ_CAN_DRAWINGS = 1 << 8,
    CJ_CAN_RELATIONSHIPS = 1 << 9 /* links to other workbooks */
} cj_can;

typedef enum cj_value {
    CJ_V_EMPTY, /* of readers: a formula without its result; for writers: a look alone */
    CJ_V_TEXT,
    CJ_V_NUMBER,
    CJ_V_DATE, /* a number under a date or time format; `number` is the raw serial */
    CJ_V_BOOL, /* number is 0 or 1 */
    CJ_V_ERROR /* text is "#N/A", "#REF!" … */
} cj_value;

enum {
    CJ_CELL_FORMULA = 1, /* the value is a formula's saved result */
    CJ_CELL_UNSAVED = 2  /* a formula without a saved result; value is CJ_V_EMPTY */
};

/* One cell, 40 bytes; readers give only those that say something. `text` is the text, or for
 * numbers the digits as the file wrote them (so that 0.1 stays 0.1). row and col count from 1. */
typedef struct cj_book_cell {
    uint32_t row;
    uint16_t col;
    uint8_t value; /* cj_value */
    uint8_t flags;
    uint32_t style; /* index into cj_book.styles; 0 is the plain style */
    cj_str text;
    double number;
} cj_book_cell;

/* What a cell is for. A writer turns it into fonts, fills and borders; readers leave it NONE. */
typedef enum cj_role {
    CJ_ROLE_NONE,       /* copied from elsewhere: as bold, strike and fill say, wrapped */
    CJ_ROLE_TITLE,      /* of a sheet */
    CJ_ROLE_META_LABEL, /* metadata above the grid, and the fields of a persona */
    CJ_ROLE_META,
    CJ_ROLE_CORNER,
    CJ_ROLE_PHASE, /* a header of the grid */
    CJ_ROLE_GROUP, /* over phases, or beside elements */
    CJ_ROLE_LABEL, /* of an element */
    CJ_ROLE_CELL,
    CJ_ROLE_SCORE,   /* a cell of feelings told as a number: centred */
    CJ_ROLE_SAMPLE,  /* an example to be written over: grey */
    CJ_ROLE_SECTION, /* the title of a table under the grid */
    CJ_ROLE_COLUMN,  /* a header of a table */
    CJ_ROLE_FIELD,   /* a cell of a table */
    CJ_ROLE_HEADING, /* in running text: a heading, a step, a line */
    CJ_ROLE_STEP,
    CJ_ROLE_TEXT,
    CJ_N_ROLES
} cj_role;

typedef struct cj_style {
    cj_str number_format; /* "yyyy/m/d"; empty: General */
    bool date;            /* number_format shows a date or a time of day */
    bool strike, bold;
    bool right; /* texts too stand at the right edge, so that digits are below each other */
    bool has_fill;
    uint32_t fill; /* 0xRRGGBB where has_fill */
    cj_role role;
} cj_style;

typedef struct cj_range {
    uint32_t row1, col1, row2, col2; /* inclusive, from 1; row1 <= row2, col1 <= col2 */
} cj_range;

typedef struct cj_book_note {
    uint32_t row, col;
    cj_str text, author;
    bool threaded; /* a conversation; text holds its messages, one a line */
} cj_book_note;

/* What a part of a cell's text is; a writer turns it into letters. */
enum {
    CJ_RICH_STRONG = 1,
    CJ_RICH_GONE = 2, /* stood there before, and does no more */
    CJ_RICH_NEW = 4,
    CJ_RICH_LINK = 8,  /* the part that the cell's link is told by */
    CJ_RICH_ASIDE = 16 /* in small */
};

typedef struct cj_rich_run {
    size_t from, n; /* bytes of the text */
    unsigned marks; /* CJ_RICH_…, 0: as the cell is */
} cj_rich_run;

/* A text whose parts look different: runs in order, with what is plain between them. Readers give none. */
typedef struct cj_book_rich {
    uint32_t row, col;
    cj_rich_run *run;
    size_t n;
} cj_book_rich;

typedef struct cj_book_link {
    cj_range at;
    cj_str target; /* URL, file, or "#Sheet2!A1" for a place in the same book */
} cj_book_link;

/* A drop-down list. People may still type something else. */
typedef struct cj_choice {
    cj_range at;
    cj_str *word; /* the list; none where `from` names cells */
    size_t n_words;
    cj_str from;        /* "=Map!$B$17:$E$17", as a formula; else empty */
    cj_str title, hint; /* shown beside the chosen cell; may be empty */
} cj_choice;

typedef enum cj_series_kind {
    CJ_SERIES_PLAIN,
    CJ_SERIES_TARGET, /* a level to be reached: dashed, without dots */
    CJ_SERIES_EARLIER /* as it was before: pale and dashed */
} cj_series_kind;

/* A line of a chart: cells of one row or column, each list as long as the other. */
typedef struct cj_series {
    cj_range name, labels, values; /* on the chart's own sheet; name: one cell */
    cj_series_kind kind;
} cj_series;

typedef struct cj_chart {
    cj_range at; /* the cells that it covers */
    cj_str title;
    cj_str
        about; /* what it shows, for those who cannot see it; ends in CJ_OURS where we made it */
    cj_series *series;
    size_t n_series;
    bool has_scale; /* of values from `least` to `most`; else what the values need */
    double least, most;
} cj_chart;

/* Ends the alternative text of our own charts, so that they are known again and drawn anew. */
#define CJ_OURS " [cjmap]"

/* How a sheet is shown and printed. Readers fill `choices` only. Zeroes: plain. */
typedef struct cj_look {
    double *width; /* of the columns from A on, in characters; 0: the usual one */
    size_t n_widths;
    uint32_t freeze_row, freeze_col;   /* the first row and column that scroll; 0: all do */
    uint32_t repeat_row1, repeat_row2; /* printed on top of every page; 0: none */
    bool page;    /* printed across, on A3, one page wide; else on A4 the same way */
    bool upright; /* on A4 upright, one page wide, else across where that is too narrow */
    cj_range filter; /* with buttons in its first row; row1 0: none */
    cj_choice *choices;
    size_t n_choices, cap_choices;
    cj_chart *charts;
    size_t n_charts, cap_charts;
} cj_look;

/* What a file holds that a cj_book does not, and that a new workbook made from it would lack. */
typedef enum cj_extra_kind {
    CJ_EXTRA_CHART,
    CJ_EXTRA_PICTURE,
    CJ_EXTRA_SHAPE,       /* text boxes, arrows, buttons */
    CJ_EXTRA_CONDITIONAL, /* conditional formats: n areas */
    CJ_EXTRA_PIVOT,
    CJ_EXTRA_MACROS,
    CJ_EXTRA_OTHER /* `what` names it: OLE objects, slicers, custom XML … */
} cj_extra_kind;

typedef struct cj_extra {
    cj_extra_kind kind;
    unsigned sheet; /* index into the book's sheets; CJ_NO_SHEET: of the whole book */
    size_t n;       /* how many */
    cj_str what;    /* a name where it has one, may be empty */
    bool ours;      /* a chart of ours (CJ_OURS): it is drawn anew */
    cj_text
        other; /* of CJ_EXTRA_OTHER: what it is, in both languages; `what` has the English */
} cj_extra;

#define CJ_NO_SHEET (~0u)
#define CJ_NO_FILL (~0u)

/* A property of the document that nobody sees: "cjmap.format" = "1". */
typedef struct cj_property {
    cj_str name, value;
} cj_property;

typedef enum cj_sheet_state { CJ_VISIBLE, CJ_HIDDEN, CJ_VERY_HIDDEN } cj_sheet_state;
typedef enum cj_sheet_kind {
    CJ_WORKSHEET,
    CJ_CHARTSHEET,
    CJ_DIALOGSHEET,
    CJ_MACROSHEET
} cj_sheet_kind;

/* A cell that says nothing and has a ground. */
typedef struct cj_blank {
    uint32_t row;
    uint16_t col;
    uint32_t style;
} cj_blank;

#define CJ_CHUNK 512u /* cells in one chunk of a sheet */

typedef struct cj_sheet {
    cj_str name;
    cj_sheet_state state;
    cj_sheet_kind kind;
    size_t n_cells;
    /* cell i is chunk[i / CJ_CHUNK][i % CJ_CHUNK]; by row, then column */
    cj_book_cell **chunk;
    size_t n_chunks, cap_chunks;
    uint32_t rows, cols; /* last row and column with a cell; 0: none */
    cj_range *merges;
    size_t n_merges, cap_merges;
    cj_book_note *notes;
    size_t n_notes, cap_notes; /* by row, then column */
    cj_book_rich *rich;
    size_t n_rich, cap_rich; /* by row, then column */
    cj_book_link *links;
    size_t n_links, cap_links;
    cj_range *hidden_rows;
    size_t n_hidden_rows, cap_hidden_rows; /* row1..row2 count */
    cj_range *hidden_cols;
    size_t n_hidden_cols, cap_hidden_cols; /* col1..col2 count */
    cj_blank *blanks;            /* only where cj_read_options.grounds asked for them */
    size_t n_blanks, cap_blanks; /* by row, then column */
    cj_look look;
} cj_sheet;

/* Something odd that a reader saw and could live with. Rules turn it into findings; commands
 * print those with `loud` on stderr. */
typedef enum cj_oddity {
    CJ_ODD_ENCODING,      /* not UTF-8; arg: the encoding's name (WB114) */
    CJ_ODD_RAGGED,        /* a record with another number of fields (WB115) */
    CJ_ODD_STRAY_QUOTE,   /* a quote inside an unquoted field, read as text (WB115) */
    CJ_ODD_NUL,           /* NUL characters in the text */
    CJ_ODD_FORMULAS_LOST, /* formula cells whose results could not be read; arg: how many */
    CJ_ODD_TRUNCATED,     /* an unclosed quote or part at the end of the file */
    CJ_ODD_OTHER
} cj_oddity;

typedef struct cj_notice {
    cj_oddity kind;
    bool loud;
    cj_err what; /* rc CJ_OK; the place and the sentence */
} cj_notice;

/* How a CSV was written, so that it can be written the same way again. */
typedef struct cj_csv_form {
    cj_str encoding; /* "UTF-8", "CP932", "UTF-16LE" … */
    char delimiter;
    bool bom;
    bool sep_line;  /* began with a "sep=;" line, which is no record */
    cj_str newline; /* "\r\n", "\n" or "\r": the most frequent between records */
    bool flat;      /* known to have a line for each row: no field holds a line break */
} cj_csv_form;

typedef struct cj_book {
    cj_format format;
    unsigned can; /* cj_can bits */
    bool date1904;
    bool macros;
    cj_sheet *sheets;
    size_t n_sheets, cap_sheets;
    cj_style *styles;
    size_t n_styles, cap_styles; /* at least 1 */
    cj_csv_form csv;             /* for CJ_CSV and CJ_TSV */
    cj_notice *notices;
    size_t n_notices, cap_notices;
    size_t n_cells, string_bytes; /* totals, kept for cj_limits */
    cj_property *properties;      /* custom ones of the document, in their order */
    size_t n_properties, cap_properties;
    cj_extra *extras; /* only where cj_read_options.extras asked for them */
    size_t n_extras, cap_extras;
    cj_lang lang; /* for writers: which fonts; AUTO: as for English */
} cj_book;

cj_book *cj_book_new(cj_arena *arena, cj_format format);
/* pointers to sheets die */
cj_sheet *cj_book_add_sheet(cj_arena *arena, cj_book *book, cj_str name);
/* A name for another sheet that Excel takes, as near to the wanted one as can be: at most 31 UTF-16 units;
 * []:*?/\ in full width; no apostrophe at the ends; like no other sheet's, whatever case and width, else with
 * " (2)" behind it. "History" becomes "Change log": English Excel opens a file with such a sheet, but lets
 * nobody name one so. */
cj_str cj_sheet_name_fit(cj_arena *arena, const cj_book *book, cj_str wanted);
/* Adds a cell in any order; call cj_sheet_seal once after the last. The returned cell is for the
 * caller to fill; row and col are set. */
cj_book_cell *cj_sheet_add(cj_arena *arena, cj_sheet *sheet, uint32_t row, uint32_t col);
/* Sorts cells, notes and rich texts, drops all but the last of two cells in one place, sets rows and cols. */
void cj_sheet_seal(cj_arena *arena, cj_sheet *sheet);
/* The index of that style, which is added where there is none like it. */
uint32_t cj_book_style(cj_arena *arena, cj_book *book, cj_style style);
void cj_book_set_property(cj_arena *arena, cj_book *book, cj_str name, cj_str value);
/* Empty: not there. */
cj_str cj_book_property(const cj_book *book, cj_str name);
cj_notice *cj_book_notice(cj_arena *arena, cj_book *book, cj_oddity kind, cj_text says);

/* The sheet that --sheet NAME|N|-N names: by its name (else any case and width of it), else by its
 * number from the front or the back. None: CJ_EUSAGE with the names that there are. */
cj_rc cj_book_choose(cj_arena *arena, const cj_book *book, cj_str which, unsigned *out,
                     cj_err *err);

/* i < n_cells */
const cj_book_cell *cj_sheet_cell(const cj_sheet *sheet, size_t i);
/* or NULL */
const cj_book_cell *cj_sheet_find(const cj_sheet *sheet, uint32_t row, uint32_t col);
/* first cell at or after */
size_t cj_sheet_from(const cj_sheet *sheet, uint32_t row, uint32_t col);
/* or NULL */
const cj_book_note *cj_sheet_note(const cj_sheet *sheet, uint32_t row, uint32_t col);
/* or NULL */
const cj_book_rich *cj_sheet_rich(const cj_sheet *sheet, uint32_t row, uint32_t col);
/* or NULL */
const cj_range *cj_sheet_merge(const cj_sheet *sheet, uint32_t row, uint32_t col);
bool cj_sheet_row_hidden(const cj_sheet *sheet, uint32_t row);
bool cj_sheet_col_hidden(const cj_sheet *sheet, uint32_t col);
/* The colour of the ground of a place, as far as it is known; CJ_NO_FILL: none. */
uint32_t cj_book_ground(const cj_book *book, unsigned sheet, uint32_t row, uint32_t col);
/* What a person sees in the cell, as text: dates as ISO (2025-03-14, 2025-03-14 09:30, 09:30),
 * booleans as TRUE and FALSE, numbers as written. */
cj_str cj_book_cell_text(cj_arena *arena, const cj_book *book, const cj_book_cell *cell);

#ifdef __cplusplus
}
#endif
#endif
