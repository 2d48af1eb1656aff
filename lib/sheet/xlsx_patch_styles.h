/* xlsx_patch_styles.h - the styles part of a workbook that is being changed: lists that only grow. */
#ifndef CJ_SHEET_XLSX_PATCH_STYLES_H
#define CJ_SHEET_XLSX_PATCH_STYLES_H

#include "sheet/xlsx_faces.h"
#include "sheet/xlsx_patch_workbook.h"

/* The lists that formats of cells are made of. */
typedef enum cj_style_kind {
    CJ_S_CODES, /* numFmts */
    CJ_S_FONTS,
    CJ_S_FILLS,
    CJ_S_BORDERS,
    CJ_S_FORMATS, /* cellXfs */
    CJ_N_STYLE_KINDS
} cj_style_kind;

typedef struct cj_style_list {
    cj_str *item; /* as they are written */
    size_t n, cap;
    size_t was; /* how many the part has */
    bool there; /* the part has such a list */
    cj_str tag; /* that opens it, a view of the part */
    size_t from,
        to; /* where the tag stands in the part, or will; where what is new is put */
} cj_style_list;

/* What one format of cells says, as far as it is asked for. */
typedef struct cj_style_format {
    cj_str base;   /* all of it without its fill, and without blanks */
    uint32_t fill; /* the ground that is seen: 0xRRGGBB, CJ_NO_FILL */
    uint32_t fill_id;
    bool clean; /* the ground is of one colour, or none: no pattern */
    bool date;
    uint32_t next; /* in its bucket, + 1 */
} cj_style_format;

typedef struct cj_style_chain {
    uint32_t first, last; /* + 1 */
} cj_style_chain;

enum { CJ_STYLE_BUCKETS = 4096, CJ_MOST_FORMATS = 65490 };

typedef struct cj_patch_styles {
    cj_arena *arena;
    const cj_limits *limits;
    cj_str part, text; /* as it was, or without lists where there is no such part */
    bool related;      /* the workbook names it */
    bool frozen;       /* it is built in a way that we do not know: nothing is added */
    bool strict;       /* its namespace is the one of ISO 29500 strict */
    bool parents;      /* it has cellStyleXfs */
    cj_str prefix;     /* "x:", or nothing */
    cj_style_list list[CJ_N_STYLE_KINDS];
    cj_style_format *format; /* of each item of CJ_S_FORMATS */
    size_t n_formats, cap_formats;
    cj_style_chain bucket[CJ_STYLE_BUCKETS]; /* formats by base and ground */
    const cj_book *from;                     /* whose faces `face` has */
    uint32_t *face; /* [style * CJ_N_LOOKS + look]: the format + 1; 0: not made yet */
} cj_patch_styles;

/* xlsx_patch_formats.c */
/* The piece that a list's item, or another fragment, begins with. */
bool cj_style_tag(const cj_patch_styles *s, cj_str item, cj_raw *out);
/* Adds elements without a prefix, which get that of the part. */
void cj_style_xml(const cj_patch_styles *s, cj_buf *to, const char *xml);
/* One more of a kind, or the first that is written so; its index. */
uint32_t cj_style_put(cj_patch_styles *s, cj_style_kind kind, cj_str item);
/* Whether one more format can be added; lists that are missing begin with what programs expect. */
bool cj_style_grows(cj_patch_styles *s);
/* What format i, which is written already, says: `shown` has its ground and whether it is a date. */
void cj_style_know(cj_patch_styles *s, uint32_t i, const cj_style *shown);
/* The format that is written so: found or added. */
uint32_t cj_style_format_put(cj_patch_styles *s, cj_str item, const cj_style *shown);
/* The index of a solid fill (CJ_NO_FILL: of none). */
uint32_t cj_style_fill_put(cj_patch_styles *s, uint32_t rgb);
/* The id of a number format that is written so. */
uint32_t cj_style_code_put(cj_patch_styles *s, cj_str code);

/* xlsx_patch_faces.c */
/* Pixels of a digit in the workbook's usual font, about: what widths of columns are counted in. */
double cj_style_digit(const cj_patch_styles *s);
/* Letters as XML: what stands inside <font> (`name` is "name") or <rPr> ("rFont"), each with that prefix. */
void cj_face_letters(cj_buf *to, cj_str prefix, const char *name, const cj_face *face,
                     cj_lang lang, bool link);

#endif
