/* xlsx_package.h - the parts of an Office package and what relates them. */
#ifndef CJ_SHEET_XLSX_PACKAGE_H
#define CJ_SHEET_XLSX_PACKAGE_H

#include "sheet/xml.h"
#include "sheet/zip.h"

typedef struct cj_package {
    cj_arena *arena;
    const cj_limits *limits;
    cj_zip zip;
} cj_package;

typedef struct cj_relation {
    cj_str id;
    cj_str type;   /* the last word of its URI: "worksheet", "comments" … */
    cj_str target; /* as it stands in the file */
    bool external;
    size_t order;
} cj_relation;

typedef struct cj_relations {
    cj_relation *relation; /* by id */
    size_t n, cap;
} cj_relations;

cj_rc cj_package_open(cj_arena *arena, const cj_source *source, const cj_limits *limits,
                      cj_package *out, cj_err *err);
bool cj_package_has(const cj_package *package, cj_str part);
/* The bytes of a part. One that is not there is CJ_EFORMAT. */
cj_rc cj_package_stream(cj_package *package, cj_str part, cj_zip_stream *out, cj_err *err);
/* Reads a part as XML. */
cj_rc cj_package_read(cj_package *package, cj_str part, const cj_xml_events *events,
                      void *context, cj_err *err);
/* The relations of a part ("" is the package itself); none if it has no such file. */
cj_rc cj_package_relations(cj_package *package, cj_str part, cj_relations *out,
                           cj_err *err);
/* The name of the part that an internal relation of the part `from` leads to. */
cj_str cj_package_target(const cj_package *package, cj_str from,
                         const cj_relation *relation);
/* Where the relations of a part stand: "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels". */
cj_str cj_relations_name(cj_arena *arena, cj_str part);
/* By id, as the functions below want them. */
void cj_relations_sort(cj_relations *relations);
/* "…/relationships/worksheet" -> "worksheet" */
cj_str cj_relation_word(cj_str uri);
/* "../media/a.png" seen from "xl/worksheets/sheet1.xml" is "xl/media/a.png". */
cj_str cj_part_resolve(cj_arena *arena, cj_str from, cj_str target);
cj_str cj_part_percent_decoded(cj_arena *arena, cj_str name);
const cj_relation *cj_relation_by_id(const cj_relations *relations,
                                     cj_str id); /* or NULL */
/* The first in the file's order of a type, after `last` (NULL: from the beginning); or NULL. */
const cj_relation *cj_relation_by_type(const cj_relations *relations, cj_str type,
                                       const cj_relation *last);
/* What [Content_Types].xml says of a part; empty: nothing. */
cj_rc cj_package_content_type(cj_package *package, cj_str part, cj_str *out, cj_err *err);

#endif
