/* xml_raw.h - XML as the pieces that it is made of, so that what is not touched keeps its bytes. */
#ifndef CJ_SHEET_XML_RAW_H
#define CJ_SHEET_XML_RAW_H

#include "base/buf.h"
#include "sheet/xml.h"
#include <stdint.h>

typedef enum cj_raw_kind {
    CJ_RAW_OPEN,  /* <c r="A1"> */
    CJ_RAW_EMPTY, /* <c r="A1"/> */
    CJ_RAW_CLOSE, /* </c> */
    CJ_RAW_TEXT,  /* between tags, as it is written: "a &amp; b" */
    CJ_RAW_CDATA, /* <![CDATA[…]]> */
    CJ_RAW_OTHER, /* a comment, an instruction, the XML declaration */
    CJ_RAW_END    /* of the part */
} cj_raw_kind;

/* One piece; valid until the next one is read. */
typedef struct cj_raw {
    cj_raw_kind kind;
    cj_str bytes;       /* all of it, as it stands in the part */
    cj_str name, local; /* of a tag: "x:c", "c" */
    size_t depth;       /* of a tag: 1 is the root; else of the element that it is in */
} cj_raw;

/* The pieces one after the other: added together they are the part. */
typedef struct cj_raw_reader {
    cj_arena *arena;
    const cj_limits *limits;
    cj_xml_input input; /* pull == NULL: everything is in the window */
    char *window;       /* of a pulled part, else NULL */
    cj_str rest;        /* read and not yet handed out */
    size_t cap;
    size_t depth;
    bool ended;
} cj_raw_reader;

void cj_raw_of_bytes(cj_arena *arena, cj_str part, cj_str bytes, const cj_limits *limits,
                     cj_raw_reader *out);
void cj_raw_of_input(cj_arena *arena, const cj_xml_input *input, const cj_limits *limits,
                     cj_raw_reader *out);
/* Tags that do not end, or that close what is not open: CJ_EFORMAT. A document type: CJ_EFORMAT. */
cj_rc cj_raw_next(cj_raw_reader *reader, cj_raw *out, cj_err *err);
/* After an OPEN piece: adds everything up to and with its end to `to` (NULL: nowhere). */
cj_rc cj_raw_skip(cj_raw_reader *reader, cj_buf *to, cj_err *err);

/* After an OPEN piece: all up to and with its end at once, where that has been read already and nothing in
 * it can deceive; valid until the next piece. False: it has to be read piece by piece. The element has
 * none of its own name inside. */
bool cj_raw_pass(cj_raw_reader *reader, const cj_raw *open, cj_str *out);
/* Whether such an element may be in a piece of XML, with a prefix or without. */
bool cj_raw_may_have(cj_str xml, cj_str local);
/* Passes an element that has none of that name inside; false: it may have. */
bool cj_raw_pass_without(cj_raw_reader *reader, const cj_raw *open, cj_str local);

bool cj_raw_tag(const cj_raw *piece); /* OPEN or EMPTY */
bool cj_raw_is(const cj_raw *piece,
               const char *local); /* a tag that opens such an element */
bool cj_raw_ends(const cj_raw *piece, const char *local); /* CLOSE, or EMPTY */

/* The value of an attribute of a tag, decoded; p == NULL: it is not there. Without ':' in `name`, an
 * attribute without a prefix; ":id" is "id" with any prefix. */
cj_str cj_raw_attr(cj_arena *arena, const cj_raw *tag, const char *name);
bool cj_raw_number(const cj_raw *tag, const char *name, uint32_t *out);

/* An attribute that becomes another. */
typedef struct cj_raw_set {
    const char *name; /* as it is written, with its prefix */
    cj_str value;     /* not escaped; p == NULL: the attribute goes */
} cj_raw_set;

/* The tag with the attributes changed: those that are there keep their place, new ones come last. All else
 * keeps its bytes. */
void cj_raw_put(cj_buf *to, const cj_raw *tag, const cj_raw_set *set, size_t n);

/* & < > and, in attributes, " and line breaks (with_quotes); control characters that XML cannot hold are left
 * out (cells' texts go through xlsx_escape.h first). */
void cj_xml_escape(cj_buf *to, cj_str text, bool with_quotes);
/* &amp; and its like resolved; what is no reference stays. */
cj_str cj_xml_unescape(cj_arena *arena, cj_str raw);

#endif
