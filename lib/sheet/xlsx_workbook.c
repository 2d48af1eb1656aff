/* xlsx_workbook.c - the workbook part: its sheets in order, its date system, its macros. */
#include "sheet/xlsx.h"
#include <string.h>

typedef struct workbook_reader {
    cj_xlsx *x;
    bool root; /* the root element was seen */
} workbook_reader;

static cj_rc not_a_workbook(cj_err *err)
{
    static const cj_text says = {
        "this Office file holds no Excel workbook; open it and save it as .xlsx",
        "Officeのファイルですが、Excelのブックではありません。.xlsx "
        "として保存し直してください。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ETYPE, says, none, none);
}

static cj_sheet_kind kind_of(const cj_xlsx *x, cj_str id)
{
    static const struct {
        const char *type;
        cj_sheet_kind kind;
    } kinds[] = {
        { "chartsheet", CJ_CHARTSHEET },
        { "dialogsheet", CJ_DIALOGSHEET },
        { "xlMacrosheet", CJ_MACROSHEET },
        { "xlIntlMacrosheet", CJ_MACROSHEET },
    };
    const cj_relation *r = id.n ? cj_relation_by_id(&x->relations, id) : NULL;
    size_t i;

    for (i = 0; r && i < sizeof kinds / sizeof *kinds; i++)
        if (cj_str_eq(r->type, cj_str_of(kinds[i].type)))
            return kinds[i].kind;
    return CJ_WORKSHEET;
}

static cj_rc add_sheet(cj_xlsx *x, cj_xml_attrs attrs, cj_err *err)
{
    cj_str state = cj_xml_attr(attrs, "state"), id = cj_xml_attr_prefixed(attrs, "id");
    cj_str name = cj_xml_attr(attrs, "name");
    cj_arena *arena = x->package.arena;
    cj_sheet *s;

    if (x->book->n_sheets == x->limits->sheets)
        return cj_xlsx_too_many(x, x->limits->sheets, err);
    s = cj_book_add_sheet(x->arena, x->book, cj_xstring_decoded(x->arena, name));
    s->state = cj_str_eq(state, CJ_STR("hidden"))       ? CJ_HIDDEN
               : cj_str_eq(state, CJ_STR("veryHidden")) ? CJ_VERY_HIDDEN
                                                        : CJ_VISIBLE;
    s->kind = kind_of(x, id);
    x->book->macros |= s->kind == CJ_MACROSHEET;
    CJ_ROOM(arena, x->sheet_id, x->n_ids, x->cap_ids);
    x->sheet_id[x->n_ids++] = cj_str_copy(arena, id);
    return CJ_OK;
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    workbook_reader *r = context;

    if (!r->root && !cj_str_eq(name, CJ_STR("workbook")))
        return not_a_workbook(err);
    r->root = true;
    if (cj_str_eq(name, CJ_STR("workbookPr")))
        r->x->book->date1904 = cj_xml_true(cj_xml_attr(attrs, "date1904"));
    return cj_str_eq(name, CJ_STR("sheet")) ? add_sheet(r->x, attrs, err) : CJ_OK;
}

cj_rc cj_xlsx_read_workbook(cj_xlsx *x, cj_err *err)
{
    static const cj_xml_events events = { .start = on_start };
    workbook_reader r = { x, false };
    cj_rc rc = cj_package_relations(&x->package, x->workbook, &x->relations, err);

    if (rc == CJ_OK)
        rc = cj_package_read(&x->package, x->workbook, &events, &r, err);
    x->book->macros =
        cj_relation_by_type(&x->relations, CJ_STR("vbaProject"), NULL) != NULL;
    return rc;
}
