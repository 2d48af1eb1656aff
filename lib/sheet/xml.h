/* xml.h - XML as a stream of elements and text, without document types, within limits. */
#ifndef CJ_SHEET_XML_H
#define CJ_SHEET_XML_H

#include <cj/err.h>
#include <cj/limits.h>

/* Names and values in turn, then NULL; valid during the call only. */
typedef const char **cj_xml_attrs;

/* Elements come with their local names, whatever their prefix. Elements of another namespace
 * than the root's (extensions) are left out with all they hold; of mc:AlternateContent only the
 * first Choice that is understood comes, or else the Fallback. Any function may be NULL.
 * Inside the root's children named `open` ("": in the whole part) elements of every namespace
 * come, and every Choice is understood. */
typedef struct cj_xml_events {
    cj_rc (*start)(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err);
    cj_rc (*end)(void *context, cj_str name, cj_err *err);
    cj_rc (*text)(void *context, cj_str piece,
                  cj_err *err); /* any piece of a longer text */
    const char *open;           /* NULL: nowhere */
} cj_xml_events;

/* Where the bytes come from: at most `room` into `to`; *got == 0 is the end. */
typedef struct cj_xml_input {
    void *from;
    cj_rc (*pull)(void *from, char *to, size_t room, size_t *got, cj_err *err);
    cj_str name; /* of the part, for messages */
} cj_xml_input;

/* Reads the whole input. err->arg live in `arena`. */
cj_rc cj_xml_read(cj_arena *arena, const cj_xml_input *input, const cj_limits *limits,
                  const cj_xml_events *events, void *context, cj_err *err);

/* An attribute without a prefix; empty with p == NULL: not there. */
cj_str cj_xml_attr(cj_xml_attrs attrs, const char *name);
/* An attribute with any prefix: r:id. */
cj_str cj_xml_attr_prefixed(cj_xml_attrs attrs, const char *name);
bool cj_xml_true(cj_str value); /* "1", "true", "on" */

#endif
