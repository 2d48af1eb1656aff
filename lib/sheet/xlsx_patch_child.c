/* xlsx_patch_child.c - a child of a part's root, put where the schema wants it. */
#include "sheet/xlsx_patch.h"

const char *const cj_worksheet_order[] = { "sheetPr",
                                           "dimension",
                                           "sheetViews",
                                           "sheetFormatPr",
                                           "cols",
                                           "sheetData",
                                           "sheetCalcPr",
                                           "sheetProtection",
                                           "protectedRanges",
                                           "scenarios",
                                           "autoFilter",
                                           "sortState",
                                           "dataConsolidate",
                                           "customSheetViews",
                                           "mergeCells",
                                           "phoneticPr",
                                           "conditionalFormatting",
                                           "dataValidations",
                                           "hyperlinks",
                                           "printOptions",
                                           "pageMargins",
                                           "pageSetup",
                                           "headerFooter",
                                           "rowBreaks",
                                           "colBreaks",
                                           "customProperties",
                                           "cellWatches",
                                           "ignoredErrors",
                                           "smartTags",
                                           "drawing",
                                           "legacyDrawing",
                                           "legacyDrawingHF",
                                           "drawingHF",
                                           "picture",
                                           "oleObjects",
                                           "controls",
                                           "webPublishItems",
                                           "tableParts",
                                           "extLst",
                                           NULL };

const char *const cj_workbook_order[] = { "fileVersion",    "fileSharing",
                                          "workbookPr",     "workbookProtection",
                                          "bookViews",      "sheets",
                                          "functionGroups", "externalReferences",
                                          "definedNames",   "calcPr",
                                          "oleSize",        "customWorkbookViews",
                                          "pivotCaches",    "smartTagPr",
                                          "smartTagTypes",  "webPublishing",
                                          "fileRecoveryPr", "webPublishObjects",
                                          "extLst",         NULL };

typedef struct putting {
    const char *const *order;
    size_t rank; /* of the new child */
    const char *name;
    cj_str xml;
    bool replace, placed;
    cj_str uri; /* of the root, where its elements have a prefix; else empty */
} putting;

/* CJ_NONE: the schema does not know it. */
static size_t rank_of(const putting *u, cj_str local)
{
    size_t i;

    for (i = 0; u->order[i]; i++)
        if (cj_str_eq(local, cj_str_of(u->order[i])))
            return i;
    return CJ_NONE;
}

/* In a part whose elements have a prefix, the child brings its namespace along. */
static void put_new(putting *u, cj_part_out *out)
{
    size_t name = 1 + strlen(u->name);

    u->placed = true;
    if (!u->xml.n)
        return; /* the old one goes */
    cj_part_add(out, cj_str_cut(u->xml, 0, name));
    if (u->uri.n) {
        cj_part_z(out, " xmlns=\"");
        cj_part_add(out, u->uri);
        cj_part_z(out, "\"");
    }
    cj_part_add(out, cj_str_from(u->xml, name));
}

static void take_root(putting *u, const cj_raw *root, cj_arena *arena, cj_part_out *out)
{
    size_t prefix = root->name.n - root->local.n;

    if (prefix)
        u->uri = cj_str_copy(
            arena, cj_raw_attr(arena, root,
                               cj_str_z(arena, cj_str_fmt(arena, "xmlns:" CJ_FMT,
                                                          (int)prefix - 1, root->name.p))));
    if (root->kind == CJ_RAW_OPEN) {
        cj_part_add(out, root->bytes);
        return;
    }
    cj_part_add(out, cj_str_cut(root->bytes, 0, root->bytes.n - 2));
    cj_part_z(out, ">");
    put_new(u, out);
    cj_part_z(out, "</");
    cj_part_add(out, root->name);
    cj_part_z(out, ">");
}

/* What stands in mc:AlternateContent counts as what it stands for. */
static cj_rc take_alternate(putting *u, cj_raw_reader *in, const cj_raw *tag, cj_buf *all,
                            size_t *rank, cj_err *err)
{
    size_t depth = in->depth;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    cj_buf_add(all, tag->bytes);
    while (in->depth >= depth && (rc = cj_raw_next(in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (*rank == CJ_NONE && cj_raw_tag(&piece))
            *rank = rank_of(u, piece.local);
        cj_buf_add(all, piece.bytes);
    }
    return rc;
}

static cj_rc take_child(putting *u, cj_raw_reader *in, const cj_raw *tag, cj_part_out *out,
                        cj_err *err)
{
    size_t rank = rank_of(u, tag->local);
    bool same = cj_str_eq(tag->local, cj_str_of(u->name));
    cj_rc rc = CJ_OK;
    cj_buf all;

    if (tag->kind == CJ_RAW_OPEN && cj_raw_is(tag, "AlternateContent")) {
        cj_buf_init(&all, in->arena);
        rc = take_alternate(u, in, tag, &all, &rank, err);
        if (!u->placed && rank != CJ_NONE && rank > u->rank)
            put_new(u, out);
        cj_part_add(out, cj_buf_str(&all));
        return rc;
    }
    if (!u->placed && ((rank != CJ_NONE && rank > u->rank) || (same && u->replace)))
        put_new(u, out);
    if (same && u->replace)
        return tag->kind == CJ_RAW_OPEN ? cj_raw_skip(in, NULL, err) : CJ_OK;
    cj_part_add(out, tag->bytes);
    return CJ_OK;
}

static cj_rc rewrite(void *context, cj_raw_reader *in, cj_part_out *out, cj_err *err)
{
    putting *u = context;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (rc = cj_raw_next(in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (piece.depth == 1 && cj_raw_tag(&piece)) {
            take_root(u, &piece, in->arena, out);
        } else if (piece.depth == 2 && cj_raw_tag(&piece)) {
            rc = take_child(u, in, &piece, out, err);
        } else {
            if (piece.depth == 1 && piece.kind == CJ_RAW_CLOSE && !u->placed)
                put_new(u, out);
            cj_part_add(out, piece.bytes);
        }
    }
    return rc;
}

cj_rc cj_patch_put_child(cj_patching *p, cj_str part, const char *const *order,
                         const char *name, cj_str xml, bool replace, cj_err *err)
{
    putting u = { .order = order, .name = name, .xml = xml, .replace = replace };

    u.rank = rank_of(&u, cj_str_of(name));
    return cj_parts_rewrite(&p->parts, part, rewrite, &u, err);
}
