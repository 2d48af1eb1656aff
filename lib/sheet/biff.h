/* biff.h - walks the records of a .xls workbook: what sheets and cells it has, and where. */
#ifndef CJ_SHEET_BIFF_H
#define CJ_SHEET_BIFF_H

#include <cj/book.h>

/* A record of the stream: an id and a body of up to 64 KiB. */
typedef struct cj_biff_record {
    uint16_t id;
    cj_str body;
    size_t at; /* where its head stands in the stream */
} cj_biff_record;

/* The record at *at, which moves behind it; false at the end, or where a record is cut short. */
bool cj_biff_next(cj_str stream, size_t *at, cj_biff_record *record);

enum {
    CJ_BIFF_EOF = 0x0a,
    CJ_BIFF_DATEMODE = 0x22,
    CJ_BIFF_FILEPASS = 0x2f,
    CJ_BIFF_CONTINUE = 0x3c,
    CJ_BIFF_CODEPAGE = 0x42,
    CJ_BIFF_BOUNDSHEET = 0x85,
    CJ_BIFF_MULRK = 0xbd,
    CJ_BIFF_RSTRING = 0xd6,
    CJ_BIFF_XF = 0xe0,
    CJ_BIFF_SST = 0xfc,
    CJ_BIFF_LABELSST = 0xfd,
    CJ_BIFF_DIMENSION = 0x200,
    CJ_BIFF_NUMBER = 0x203,
    CJ_BIFF_RK = 0x27e,
    CJ_BIFF_FORMAT = 0x41e,
    CJ_BIFF_BOF = 0x809
};

typedef struct cj_biff_format {
    unsigned id; /* what an XF calls it */
    cj_str text;
} cj_biff_format;

/* A text in the stream: the record it begins in, and where in the record's body. */
typedef struct cj_biff_place {
    size_t at, in;
} cj_biff_place;

typedef struct cj_biff_sheet {
    cj_str name;
    cj_sheet_state state;
    cj_sheet_kind kind;
    size_t at; /* where its first record stands, or CJ_NONE */
} cj_biff_sheet;

/* What stands in front of the sheets. */
typedef struct cj_biff {
    cj_str stream;
    unsigned version;  /* 2, 3, 4, 5 or 8 */
    unsigned codepage; /* 0: not said */
    bool date1904, password;
    cj_biff_sheet *sheets;
    size_t n_sheets, cap_sheets;
    cj_biff_format *formats;
    size_t n_formats, cap_formats;
    uint16_t *xf_format;
    size_t n_xfs, cap_xfs; /* cell style -> format id */
    cj_biff_place *strings;
    size_t n_strings, cap_strings; /* the shared ones */
} cj_biff;

typedef enum cj_biff_kind {
    CJ_BIFF_TEXT, /* cj_biff_text() has it */
    CJ_BIFF_DOUBLE,
    CJ_BIFF_BOOL,
    CJ_BIFF_ERROR, /* number; an error's code */
    CJ_BIFF_LOST   /* there is a value, but it is not to be had */
} cj_biff_kind;

typedef struct cj_biff_cell {
    uint32_t row, col; /* from 0 */
    unsigned xf;
    cj_biff_kind kind;
    bool formula;
    double number;
    cj_biff_place text;
} cj_biff_cell;

/* What a walk over one sheet hands on; false stops the walk. */
typedef bool (*cj_biff_on_cell)(void *context, const cj_biff_cell *cell);

/* False: the stream does not begin as a workbook does. After a FILEPASS nothing is read on. */
bool cj_biff_open(cj_arena *arena, cj_str stream, cj_biff *out);
/* Every cell with a value, in the order of the file; false when `on_cell` stopped it. */
bool cj_biff_cells(const cj_biff *biff, const cj_biff_sheet *sheet, cj_biff_on_cell on_cell,
                   void *context);
/* What a sheet holds beyond cells. */
typedef struct cj_biff_extras {
    uint32_t charts, pictures, shapes, controls, notes, links, conditionals, pivots;
} cj_biff_extras;

/* biff_extras.c */
cj_biff_extras cj_biff_count_extras(const cj_biff *biff, const cj_biff_sheet *sheet);
/* The number format code of a cell style; empty: General or not known. */
cj_str cj_biff_format_of(const cj_biff *biff, unsigned xf);
cj_str cj_biff_text(cj_arena *arena, const cj_biff *biff, const cj_biff_cell *cell);
/* For cj_biff_open and the walk: numbers of a body (0 past its end), the text at a place whose
 * length takes `width` bytes, and the places of the shared strings of the record at `at`. */
unsigned cj_biff_u8(cj_str body, size_t at);
unsigned cj_biff_u16(cj_str body, size_t at);
uint32_t cj_biff_u32(cj_str body, size_t at);
cj_str cj_biff_text_at(cj_arena *arena, const cj_biff *biff, size_t at, size_t in,
                       unsigned width);
void cj_biff_index_strings(cj_arena *arena, cj_biff *biff, size_t at);
/* "#N/A" … */
cj_str cj_biff_error(unsigned code);
/* A record that begins a sheet, or a chart inside it. */
bool cj_biff_is_bof(unsigned id);
/* The first bytes of a workbook that stands in no container (BIFF2 to 5). */
bool cj_biff_is(cj_str head);

#endif
