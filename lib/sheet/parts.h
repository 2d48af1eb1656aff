/* parts.h - the parts of a package that is being changed: read, replaced, added, and packed again. */
#ifndef CJ_SHEET_PARTS_H
#define CJ_SHEET_PARTS_H

#include "sheet/xlsx_package.h"
#include "sheet/xml_raw.h"

struct cj_part;

typedef struct cj_parts {
    cj_arena *arena;
    cj_package *package; /* as it was */
    struct cj_part *
        part; /* those that are no longer as they were, in the order of their first change */
    size_t n, cap;
    bool *opened;  /* which members of the archive */
    cj_str *small; /* what those that are small say, once they were read */
    struct cj_deflate *deflate;
} cj_parts;

/* What is written goes here piece by piece; it is packed as it comes. */
typedef struct cj_part_out cj_part_out;
void cj_part_add(cj_part_out *out, cj_str bytes);
void cj_part_z(cj_part_out *out, const char *z);
/* What was written is what was there: the part stays as it is. */
void cj_part_same(cj_part_out *out);

/* Takes pieces and writes what becomes of them. */
typedef cj_rc (*cj_part_rewrite)(void *context, cj_raw_reader *in, cj_part_out *out,
                                 cj_err *err);

/* `package` must outlive it. */
void cj_parts_init(cj_arena *arena, cj_package *package, cj_parts *out);
bool cj_parts_has(const cj_parts *parts, cj_str name);
/* All of a part as it is now, as UTF-8. */
cj_rc cj_parts_text(cj_parts *parts, cj_str name, cj_str *out, cj_err *err);
/* Its pieces. Only one part is read or rewritten at a time. */
cj_rc cj_parts_read(cj_parts *parts, cj_str name, cj_raw_reader *out, cj_err *err);
/* A part is new, or another. `xml` must outlive cj_parts_pack. */
void cj_parts_set(cj_parts *parts, cj_str name, cj_str xml);
void cj_parts_remove(cj_parts *parts, cj_str name);
/* Rewrites a part of any size without holding it. */
cj_rc cj_parts_rewrite(cj_parts *parts, cj_str name, cj_part_rewrite rewrite, void *context,
                       cj_err *err);
/* "xl/comments" + "3" + ".xml", with the first number that no part has. */
cj_str cj_parts_free_name(cj_parts *parts, const char *head, const char *tail);
/* The archive, in `arena`: members that were not touched keep their bytes and their order, new ones come last. */
cj_rc cj_parts_pack(cj_parts *parts, cj_arena *arena, cj_str *out, cj_err *err);

/* ---- what relates parts (parts_relations.c) ---------------------------------------------------------- */

/* The relations of a part as they are now, in arena; none where it has no such file. */
cj_rc cj_parts_relations(cj_parts *parts, cj_str part, cj_relations *out, cj_err *err);
/* The part that a relation of `from` leads to. */
cj_str cj_parts_target(cj_parts *parts, cj_str from, const cj_relation *relation);
/* A relation from one part ("" is the package) to another one; *id is new. `type` is the last word of the URI. */
cj_rc cj_parts_relate(cj_parts *parts, cj_str from, const char *type, cj_str to, cj_str *id,
                      cj_err *err);
cj_rc cj_parts_unrelate(cj_parts *parts, cj_str from, cj_str id, cj_err *err);
/* [Content_Types].xml says that the part is of that type (an Override); type.p == NULL: says nothing of it. */
cj_rc cj_parts_type(cj_parts *parts, cj_str part, cj_str type, cj_err *err);
/* And of all parts whose names end like that (a Default). */
cj_rc cj_parts_type_of_all(cj_parts *parts, const char *extension, const char *type,
                           cj_err *err);

#endif
