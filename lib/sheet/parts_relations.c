/* parts_relations.c - what relates the parts of a package that is being changed, and what they are. */
#include "sheet/parts.h"
#include <stdlib.h>

static const cj_str none = { NULL, 0 };

/* ---- relations --------------------------------------------------------------------------------------- */

static void add_relation(cj_parts *p, const cj_raw *tag, cj_relations *out)
{
    cj_relation *one;
    cj_str type = cj_raw_attr(p->arena, tag, "Type");

    CJ_ROOM(p->arena, out->relation, out->n, out->cap);
    one = &out->relation[out->n];
    one->order = out->n++;
    one->id = cj_str_copy(p->arena, cj_raw_attr(p->arena, tag, "Id"));
    one->type = cj_str_copy(p->arena, cj_relation_word(type));
    one->external = cj_str_eq(cj_raw_attr(p->arena, tag, "TargetMode"), CJ_STR("External"));
    one->target = cj_str_copy(p->arena, cj_raw_attr(p->arena, tag, "Target"));
}

cj_rc cj_parts_relations(cj_parts *p, cj_str part, cj_relations *out, cj_err *err)
{
    cj_str name = cj_relations_name(p->arena, part);
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc;

    memset(out, 0, sizeof *out);
    if (!cj_parts_has(p, name))
        return CJ_OK;
    rc = cj_parts_read(p, name, &in, err);
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        if (cj_raw_is(&piece, "Relationship"))
            add_relation(p, &piece, out);
    cj_relations_sort(out);
    return rc;
}

cj_str cj_parts_target(cj_parts *p, cj_str from, const cj_relation *relation)
{
    cj_str part = cj_part_resolve(p->arena, from, relation->target);

    if (!cj_parts_has(p, part) && cj_str_has(part, CJ_STR("%")))
        part = cj_part_percent_decoded(p->arena, part);
    return part;
}

/* How `to` is called from the folder of `from`. */
static cj_str target_from(cj_arena *arena, cj_str from, cj_str to)
{
    size_t i, shared = 0, up = 0;
    cj_buf b;

    for (i = 0; i < from.n && i < to.n && from.p[i] == to.p[i]; i++)
        if (from.p[i] == '/')
            shared = i + 1;
    for (i = shared; i < from.n; i++)
        up += from.p[i] == '/';
    cj_buf_init(&b, arena);
    for (i = 0; i < up; i++)
        cj_buf_z(&b, "../");
    cj_buf_add(&b, cj_str_from(to, shared));
    return cj_buf_str(&b);
}

static cj_str free_id(cj_parts *p, const cj_relations *relations)
{
    size_t i;

    for (i = relations->n + 1;; i++) {
        cj_str id = cj_str_fmt(p->arena, "rId%zu", i);

        if (!cj_relation_by_id(relations, id))
            return id;
    }
}

/* Strict workbooks name their relations otherwise. */
static cj_rc relation_space(cj_parts *p, const char **out, cj_err *err)
{
    cj_str text = none, name = CJ_STR("_rels/.rels");
    cj_rc rc = cj_parts_has(p, name) ? cj_parts_text(p, name, &text, err) : CJ_OK;

    *out = cj_str_has(text, CJ_STR("http://purl.oclc.org/ooxml/"))
               ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
               : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return rc;
}

/* The prefix of a tag with its colon, or nothing. */
static cj_str prefix_of(const cj_raw *tag)
{
    return cj_str_cut(tag->name, 0, tag->name.n - tag->local.n);
}

/* An element without content: <prefix:name a="b" …/>. */
static void put_element(cj_buf *b, cj_str prefix, const char *name, const cj_raw_set *set,
                        size_t n)
{
    size_t i;

    cj_buf_byte(b, '<');
    cj_buf_add(b, prefix);
    cj_buf_z(b, name);
    for (i = 0; i < n; i++) {
        cj_buf_fmt(b, " %s=\"", set[i].name);
        cj_xml_escape(b, set[i].value, true);
        cj_buf_byte(b, '"');
    }
    cj_buf_z(b, "/>");
}

/* What a list of elements becomes: those that `drops` says go, one is added in the end (or in the
 * beginning). */
typedef struct listing {
    const char *element;
    const cj_raw_set *set; /* of the new one */
    size_t n;
    bool first;
    bool (*drops)(cj_parts *p, const cj_raw *tag, cj_str key);
    cj_str key;
} listing;

static void put_root(const listing *l, const cj_raw *root, cj_buf *b)
{
    bool adds = l->n > 0;

    if (root->kind == CJ_RAW_OPEN) {
        cj_buf_add(b, root->bytes);
        if (adds && l->first)
            put_element(b, prefix_of(root), l->element, l->set, l->n);
    } else {
        cj_buf_add(b, cj_str_cut(root->bytes, 0, root->bytes.n - 2));
        cj_buf_byte(b, '>');
        if (adds)
            put_element(b, prefix_of(root), l->element, l->set, l->n);
        cj_buf_fmt(b, "</" CJ_FMT ">", CJ_ARG(root->name));
    }
}

static cj_rc put_piece(cj_parts *p, const listing *l, cj_raw_reader *in,
                       const cj_raw *piece, cj_buf *b, cj_err *err)
{
    if (piece->depth == 1 && cj_raw_tag(piece)) {
        put_root(l, piece, b);
        return CJ_OK;
    }
    if (piece->depth == 1 && piece->kind == CJ_RAW_CLOSE && l->n && !l->first)
        put_element(b, prefix_of(piece), l->element, l->set, l->n);
    if (l->drops && cj_raw_tag(piece) && l->drops(p, piece, l->key))
        return piece->kind == CJ_RAW_OPEN ? cj_raw_skip(in, NULL, err) : CJ_OK;
    cj_buf_add(b, piece->bytes);
    return CJ_OK;
}

static cj_rc rewrite_list(cj_parts *p, cj_str part, const listing *l, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(p, part, &in, err);
    cj_buf b;

    cj_buf_init(&b, p->arena);
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        rc = put_piece(p, l, &in, &piece, &b, err);
    if (rc == CJ_OK)
        cj_parts_set(p, part, cj_buf_str(&b));
    return rc;
}

cj_rc cj_parts_relate(cj_parts *p, cj_str from, const char *type, cj_str to, cj_str *id,
                      cj_err *err)
{
    cj_str name = cj_relations_name(p->arena, from);
    cj_relations relations;
    cj_raw_set set[3];
    listing l = { .element = "Relationship", .set = set, .n = 3 };
    const char *space;
    cj_rc rc = cj_parts_relations(p, from, &relations, err);

    if (rc == CJ_OK)
        rc = relation_space(p, &space, err);
    if (rc != CJ_OK)
        return rc;
    if (!cj_parts_has(p, name))
        cj_parts_set(
            p, name,
            CJ_STR("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                   "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                   "relationships\"/>"));
    *id = free_id(p, &relations);
    set[0] = (cj_raw_set){ "Id", *id };
    set[1] = (cj_raw_set){ "Type", cj_str_fmt(p->arena, "%s%s", space, type) };
    set[2] = (cj_raw_set){ "Target", target_from(p->arena, from, to) };
    return rewrite_list(p, name, &l, err);
}

static bool has_id(cj_parts *p, const cj_raw *tag, cj_str id)
{
    return cj_raw_is(tag, "Relationship") &&
           cj_str_eq(cj_raw_attr(p->arena, tag, "Id"), id);
}

/* A list that ends up empty goes too, as no program writes one. */
cj_rc cj_parts_unrelate(cj_parts *p, cj_str from, cj_str id, cj_err *err)
{
    cj_str name = cj_relations_name(p->arena, from);
    listing l = { .element = "Relationship", .drops = has_id, .key = id };
    cj_relations left;
    cj_rc rc = cj_parts_has(p, name) ? rewrite_list(p, name, &l, err) : CJ_OK;

    if (rc == CJ_OK)
        rc = cj_parts_relations(p, from, &left, err);
    if (rc == CJ_OK && !left.n && cj_parts_has(p, name))
        cj_parts_remove(p, name);
    return rc;
}

/* ---- types ------------------------------------------------------------------------------------------- */

#define TYPES CJ_STR("[Content_Types].xml")

static cj_str lowered(cj_arena *arena, cj_str s)
{
    char *p = cj_alloc_text(arena, s.n + 1);
    size_t i;

    for (i = 0; i < s.n; i++)
        p[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
    s.p = p;
    return s;
}

static bool same_word(cj_parts *p, cj_str a, cj_str b)
{
    return cj_str_eq(lowered(p->arena, a), lowered(p->arena, b));
}

static bool is_of_part(cj_parts *p, const cj_raw *tag, cj_str part)
{
    return cj_raw_is(tag, "Override") &&
           same_word(p, cj_raw_attr(p->arena, tag, "PartName"), part);
}

cj_rc cj_parts_type(cj_parts *p, cj_str part, cj_str type, cj_err *err)
{
    cj_str name = cj_str_fmt(p->arena, "/" CJ_FMT, CJ_ARG(part));
    cj_raw_set set[] = { { "PartName", name }, { "ContentType", type } };
    listing l = { .element = "Override",
                  .set = set,
                  .n = type.p ? 2 : 0,
                  .drops = is_of_part,
                  .key = name };

    return cj_parts_has(p, TYPES) ? rewrite_list(p, TYPES, &l, err) : CJ_OK;
}

static cj_rc has_default(cj_parts *p, cj_str extension, bool *out, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(p, TYPES, &in, err);

    *out = false;
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        if (cj_raw_is(&piece, "Default") &&
            same_word(p, cj_raw_attr(p->arena, &piece, "Extension"), extension))
            *out = true;
    return rc;
}

cj_rc cj_parts_type_of_all(cj_parts *p, const char *extension, const char *type,
                           cj_err *err)
{
    cj_raw_set set[] = { { "Extension", cj_str_of(extension) },
                         { "ContentType", cj_str_of(type) } };
    listing l = { .element = "Default", .set = set, .n = 2, .first = true };
    bool there = true;
    cj_rc rc =
        cj_parts_has(p, TYPES) ? has_default(p, cj_str_of(extension), &there, err) : CJ_OK;

    return rc == CJ_OK && !there ? rewrite_list(p, TYPES, &l, err) : rc;
}
