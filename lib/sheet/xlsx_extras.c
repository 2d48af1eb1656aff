/* xlsx_extras.c - what an .xlsx holds beyond cells, as far as the relations of its parts tell. */
#include "sheet/extras.h"
#include "sheet/xlsx.h"

/* What a relation of that type leads to. */
typedef struct row {
    const char *type;
    cj_extra_kind kind;
    cj_other other;
} row;

static const row of_book[] = {
    { "vbaProject", CJ_EXTRA_MACROS, CJ_OTHER_NONE },
    { "externalLink", CJ_EXTRA_OTHER, CJ_OTHER_EXTERNAL },
    { "customXml", CJ_EXTRA_OTHER, CJ_OTHER_XML },
    { "connections", CJ_EXTRA_OTHER, CJ_OTHER_CONNECTION },
    { "powerPivotData", CJ_EXTRA_OTHER, CJ_OTHER_MODEL },
};

static const row of_package[] = {
    { "extensibility", CJ_EXTRA_OTHER, CJ_OTHER_RIBBON },
};

static const row of_sheet[] = {
    { "image", CJ_EXTRA_PICTURE, CJ_OTHER_NONE }, /* behind the cells */
    { "pivotTable", CJ_EXTRA_PIVOT, CJ_OTHER_NONE },
    { "slicer", CJ_EXTRA_OTHER, CJ_OTHER_SLICER },
    { "timeline", CJ_EXTRA_OTHER, CJ_OTHER_TIMELINE },
    { "oleObject", CJ_EXTRA_OTHER, CJ_OTHER_OLE },
    { "package", CJ_EXTRA_OTHER, CJ_OTHER_OLE },
    { "control", CJ_EXTRA_OTHER, CJ_OTHER_CONTROL }, /* ActiveX */
};

static void add_related(cj_xlsx *x, const cj_relations *relations, const row *rows,
                        size_t n, unsigned sheet)
{
    size_t i, k;

    for (i = 0; i < n; i++) {
        size_t found = 0;

        for (k = 0; k < relations->n; k++)
            found += cj_str_eq(relations->relation[k].type, cj_str_of(rows[i].type));
        cj_extra_add(x->arena, x->book, rows[i].kind, rows[i].other, sheet, found);
    }
}

cj_rc cj_xlsx_extras(cj_xlsx *x, cj_err *err)
{
    cj_str root = { "", 0 };
    cj_relations relations;
    cj_rc rc = cj_package_relations(&x->package, root, &relations, err);

    if (rc != CJ_OK)
        return rc;
    add_related(x, &relations, of_package, sizeof of_package / sizeof *of_package,
                CJ_NO_SHEET);
    add_related(x, &x->relations, of_book, sizeof of_book / sizeof *of_book, CJ_NO_SHEET);
    return CJ_OK;
}

static cj_rc read_drawings(cj_xlsx *x, size_t i, cj_str from, const cj_relations *relations,
                           cj_err *err)
{
    const cj_relation *one = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (one = cj_relation_by_type(relations, CJ_STR("drawing"), one))) {
        cj_str part = cj_package_target(&x->package, from, one);

        if (cj_package_has(&x->package, part))
            rc = cj_xlsx_read_drawing(x, i, part, err);
    }
    return rc;
}

/* Controls of forms: newer versions give each a part of its own, but draw them the old way, too. */
static void add_controls(cj_xlsx *x, size_t i, cj_str from, const cj_relations *relations)
{
    const cj_relation *one = NULL;
    size_t drawn = 0, own = 0, k;

    for (k = 0; k < relations->n; k++)
        own += cj_str_eq(relations->relation[k].type, CJ_STR("ctrlProp"));
    while ((one = cj_relation_by_type(relations, CJ_STR("vmlDrawing"), one))) {
        cj_str part = cj_package_target(&x->package, from, one);

        if (cj_package_has(&x->package, part))
            drawn += cj_xlsx_vml_controls(x, part);
    }
    cj_extra_add(x->arena, x->book, CJ_EXTRA_OTHER, CJ_OTHER_CONTROL, (unsigned)i,
                 own > drawn ? own : drawn);
}

/* The chart of a chart sheet stands in a drawing as any other; one that is missing still counts. */
cj_rc cj_xlsx_sheet_extras(cj_xlsx *x, size_t i, cj_str part, const cj_relations *relations,
                           cj_err *err)
{
    const cj_sheet *sheet = &x->book->sheets[i];
    unsigned at = (unsigned)i;
    size_t before = x->book->n_extras;
    cj_rc rc;

    if (!x->extras)
        return CJ_OK;
    if (sheet->kind == CJ_MACROSHEET)
        cj_extra_add(x->arena, x->book, CJ_EXTRA_MACROS, CJ_OTHER_NONE, at, 1);
    if (sheet->kind == CJ_DIALOGSHEET)
        cj_extra_add(x->arena, x->book, CJ_EXTRA_OTHER, CJ_OTHER_DIALOG, at, 1);
    add_related(x, relations, of_sheet, sizeof of_sheet / sizeof *of_sheet, at);
    add_controls(x, i, part, relations);
    rc = read_drawings(x, i, part, relations, err);
    if (rc == CJ_OK && sheet->kind == CJ_CHARTSHEET && x->book->n_extras == before)
        cj_extra_add_named(x->arena, x->book, CJ_EXTRA_CHART, at, sheet->name, false);
    return rc;
}
