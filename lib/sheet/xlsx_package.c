/* xlsx_package.c - the parts of an Office package: found by name, related, and read. */
#include "sheet/xlsx_package.h"
#include "base/buf.h"
#include <stdlib.h>
#include <string.h>

static const cj_str nothing = { NULL, 0 };

cj_rc cj_package_open(cj_arena *arena, const cj_source *source, const cj_limits *limits,
                      cj_package *out, cj_err *err)
{
    out->arena = arena;
    out->limits = limits;
    return cj_zip_open(arena, source, limits, &out->zip, err);
}

bool cj_package_has(const cj_package *p, cj_str part)
{
    return part.n && cj_zip_find(&p->zip, part) != NULL;
}

cj_rc cj_package_stream(cj_package *p, cj_str part, cj_zip_stream *out, cj_err *err)
{
    static const cj_text missing = {
        "the workbook is incomplete: its part {0} is missing; open it in Excel, let "
        "Excel repair it, and save it again",
        "ブックの一部（内部の {0}）がありません。Excelで開いて修復し、"
        "保存し直してください。"
    };
    const cj_zip_entry *e = cj_zip_find(&p->zip, part);

    if (!e)
        return cj_fail(err, CJ_EFORMAT, missing, part, nothing);
    return cj_zip_stream_open(&p->zip, e, out, err);
}

static cj_rc pull(void *from, char *to, size_t room, size_t *got, cj_err *err)
{
    return cj_zip_read(from, to, room, got, err);
}

cj_rc cj_package_read(cj_package *p, cj_str part, const cj_xml_events *events,
                      void *context, cj_err *err)
{
    cj_zip_stream stream;
    cj_xml_input input = { &stream, pull, part };
    cj_rc rc = cj_package_stream(p, part, &stream, err);

    return rc == CJ_OK ? cj_xml_read(p->arena, &input, p->limits, events, context, err)
                       : rc;
}

/* ---- names ---------------------------------------------------------------------------------- */

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

cj_str cj_part_percent_decoded(cj_arena *arena, cj_str s)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < s.n; i++) {
        if (s.p[i] == '%' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
            cj_buf_byte(&b, (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2])));
            i += 2;
        } else {
            cj_buf_byte(&b, s.p[i]);
        }
    }
    return cj_buf_str(&b);
}

/* Takes the last folder or file name off a path. */
static void climb(cj_buf *path)
{
    while (path->n && path->p[path->n - 1] != '/')
        path->n--;
    if (path->n)
        path->n--;
}

cj_str cj_part_resolve(cj_arena *arena, cj_str from, cj_str target)
{
    cj_buf path;
    size_t i, start = 0;

    cj_buf_init(&path, arena);
    target = cj_str_cut(target, 0, cj_str_find(target, CJ_STR("#")));
    if (target.n && target.p[0] != '/' && target.p[0] != '\\') {
        cj_buf_add(&path, from);
        climb(&path);
    }
    for (i = 0; i <= target.n; i++) {
        cj_str step;

        if (i < target.n && target.p[i] != '/' && target.p[i] != '\\')
            continue;
        step = cj_str_cut(target, start, i - start);
        start = i + 1;
        if (cj_str_eq(step, CJ_STR(".."))) {
            climb(&path);
        } else if (step.n && !cj_str_eq(step, CJ_STR("."))) {
            if (path.n)
                cj_buf_byte(&path, '/');
            cj_buf_add(&path, step);
        }
    }
    return cj_buf_str(&path);
}

cj_str cj_package_target(const cj_package *p, cj_str from, const cj_relation *relation)
{
    cj_str part = cj_part_resolve(p->arena, from, relation->target);

    if (!cj_package_has(p, part) && cj_str_has(part, CJ_STR("%")))
        part = cj_part_percent_decoded(p->arena, part);
    return part;
}

/* ---- relations ------------------------------------------------------------------------------ */

typedef struct relations_reader {
    cj_package *package;
    cj_str part;
    cj_relations *out;
} relations_reader;

cj_str cj_relation_word(cj_str uri)
{
    size_t n = uri.n;

    while (n && uri.p[n - 1] != '/')
        n--;
    return cj_str_from(uri, n);
}

static cj_rc on_relation(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    static const cj_text many = {
        "the workbook's part {1} has more than {0} links to other "
        "parts, which is over the limit",
        "ブック内部の {1} のリンクが多すぎます（上限 {0} 個）。"
    };
    relations_reader *r = context;
    cj_relations *list = r->out;
    cj_arena *arena = r->package->arena;
    cj_relation *one;

    if (!cj_str_eq(name, CJ_STR("Relationship")))
        return CJ_OK;
    if (list->n == r->package->limits->side)
        return cj_fail(err, CJ_ELIMIT, many, cj_str_fmt(arena, "%zu", list->n), r->part);
    CJ_ROOM(arena, list->relation, list->n, list->cap);
    one = &list->relation[list->n];
    one->order = list->n++;
    one->id = cj_str_copy(arena, cj_xml_attr(attrs, "Id"));
    one->type = cj_str_copy(arena, cj_relation_word(cj_xml_attr(attrs, "Type")));
    one->external = cj_str_eq(cj_xml_attr(attrs, "TargetMode"), CJ_STR("External"));
    one->target = cj_str_copy(arena, cj_xml_attr(attrs, "Target"));
    return CJ_OK;
}

static int by_id(const void *x, const void *y)
{
    const cj_relation *a = x, *b = y;
    int order = cj_str_cmp(a->id, b->id);

    return order ? order : a->order < b->order ? -1 : a->order > b->order;
}

cj_str cj_relations_name(cj_arena *arena, cj_str part)
{
    cj_str file = cj_relation_word(part);

    return cj_str_fmt(arena, CJ_FMT "_rels/" CJ_FMT ".rels",
                      CJ_ARG(cj_str_cut(part, 0, part.n - file.n)), CJ_ARG(file));
}

void cj_relations_sort(cj_relations *list)
{
    if (list->n)
        qsort(list->relation, list->n, sizeof *list->relation, by_id);
}

cj_rc cj_package_relations(cj_package *p, cj_str part, cj_relations *out, cj_err *err)
{
    static const cj_xml_events events = { .start = on_relation };
    relations_reader r = { p, part, out };
    cj_str name = cj_relations_name(p->arena, part);
    cj_rc rc = CJ_OK;

    memset(out, 0, sizeof *out);
    if (cj_package_has(p, name))
        rc = cj_package_read(p, name, &events, &r, err);
    if (rc == CJ_OK)
        cj_relations_sort(out);
    return rc;
}

const cj_relation *cj_relation_by_id(const cj_relations *list, cj_str id)
{
    size_t lo = 0, hi = list->n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (cj_str_cmp(list->relation[mid].id, id) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < list->n && cj_str_eq(list->relation[lo].id, id) ? &list->relation[lo]
                                                                : NULL;
}

const cj_relation *cj_relation_by_type(const cj_relations *list, cj_str type,
                                       const cj_relation *last)
{
    const cj_relation *best = NULL;
    size_t i;

    for (i = 0; i < list->n; i++) {
        const cj_relation *one = &list->relation[i];

        if (cj_str_eq(one->type, type) && (!last || one->order > last->order) &&
            (!best || one->order < best->order))
            best = one;
    }
    return best;
}

/* ---- content types -------------------------------------------------------------------------- */

typedef struct types_reader {
    cj_package *package;
    cj_str part, by_name, by_ending;
} types_reader;

static bool same_name(cj_str a, cj_str b)
{
    size_t i;

    for (i = 0; i < a.n && a.n == b.n; i++)
        if ((a.p[i] | 0x20) != (b.p[i] | 0x20))
            return false;
    return a.n == b.n;
}

static cj_rc on_type(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    types_reader *r = context;
    cj_arena *arena = r->package->arena;
    cj_str type = cj_xml_attr(attrs, "ContentType"), part = cj_xml_attr(attrs, "PartName");
    cj_str ending = cj_xml_attr(attrs, "Extension");

    (void)err;
    if (part.n && (part.p[0] == '/' || part.p[0] == '\\'))
        part = cj_str_from(part, 1);
    if (cj_str_eq(name, CJ_STR("Override")) && same_name(part, r->part))
        r->by_name = cj_str_copy(arena, type);
    else if (cj_str_eq(name, CJ_STR("Default")) && ending.n && r->part.n > ending.n &&
             same_name(cj_str_from(r->part, r->part.n - ending.n), ending))
        r->by_ending = cj_str_copy(arena, type);
    return CJ_OK;
}

cj_rc cj_package_content_type(cj_package *p, cj_str part, cj_str *out, cj_err *err)
{
    static const cj_xml_events events = { .start = on_type };
    types_reader r = { p, part, { NULL, 0 }, { NULL, 0 } };
    cj_str name = CJ_STR("[Content_Types].xml");
    cj_rc rc = CJ_OK;

    if (cj_package_has(p, name))
        rc = cj_package_read(p, name, &events, &r, err);
    *out = r.by_name.n ? r.by_name : r.by_ending;
    return rc;
}
