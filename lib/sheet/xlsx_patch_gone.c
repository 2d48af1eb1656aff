/* xlsx_patch_gone.c - parts that went with a sheet, because nobody else needs them. */
#include "sheet/xlsx_patch_workbook.h"

typedef struct walk {
    cj_patching *p;
    bool *seen;    /* of each member of the archive */
    size_t *queue; /* those whose relations are still to be followed */
    size_t n;
} walk;

static walk new_walk(cj_patching *p)
{
    size_t n = p->package.zip.n_entries + 1;

    return (walk){ p, CJ_NEW_N(p->arena, bool, n), CJ_NEW_N(p->arena, size_t, n), 0 };
}

/* What is new leads to nothing that was there before. */
static void meet(walk *w, cj_str part)
{
    const cj_zip *zip = &w->p->package.zip;
    const cj_zip_entry *e =
        part.n && cj_parts_has(&w->p->parts, part) ? cj_zip_find(zip, part) : NULL;
    size_t at = e ? (size_t)(e - zip->entries) : 0;

    if (!e || w->seen[at])
        return;
    w->seen[at] = true;
    w->queue[w->n++] = at;
}

static cj_rc follow(walk *w, cj_str part, cj_err *err)
{
    cj_relations relations;
    cj_rc rc = cj_parts_relations(&w->p->parts, part, &relations, err);
    size_t i;

    for (i = 0; rc == CJ_OK && i < relations.n; i++)
        if (!relations.relation[i].external)
            meet(w, cj_parts_target(&w->p->parts, part, &relations.relation[i]));
    return rc;
}

static cj_rc go(walk *w, cj_err *err)
{
    const cj_zip *zip = &w->p->package.zip;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && w->n)
        rc = follow(w, zip->entries[w->queue[--w->n]].name, err);
    return rc;
}

cj_rc cj_patch_reached(cj_patching *p, cj_str part, bool **out, cj_err *err)
{
    walk w = new_walk(p);

    meet(&w, part);
    *out = w.seen;
    return go(&w, err);
}

static cj_rc remove_part(cj_patching *p, cj_str part, cj_err *err)
{
    static const cj_str nothing = { NULL, 0 };
    cj_str relations = cj_relations_name(p->arena, part);

    cj_parts_remove(&p->parts, part);
    if (cj_parts_has(&p->parts, relations))
        cj_parts_remove(&p->parts, relations);
    return cj_parts_type(&p->parts, part, nothing, err);
}

cj_rc cj_patch_collect(cj_patching *p, const bool *members, cj_err *err)
{
    static const cj_str root = { "", 0 };
    walk w = new_walk(p);
    cj_rc rc = follow(&w, root, err);
    size_t i;

    if (rc == CJ_OK)
        rc = go(&w, err);
    for (i = 0; rc == CJ_OK && i < p->package.zip.n_entries; i++)
        if (members[i] && !w.seen[i])
            rc = remove_part(p, p->package.zip.entries[i].name, err);
    return rc;
}
