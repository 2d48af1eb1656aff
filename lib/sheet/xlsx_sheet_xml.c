/* xlsx_sheet_xml.c - the XML front of a worksheet: from elements to events. */
#include "sheet/xlsx_sheet.h"
#include "base/number.h"

typedef struct front {
    cj_sheet_sink *sink;
    bool in_data, in_cell, in_value;
    cj_raw_cell cell;
    cj_rich inline_text;
    bool in_inline;
    cj_buf value;
    cj_around around;
    bool rows_hidden; /* <sheetFormatPr zeroHeight>: rows are, unless they say not */
} front;

static cj_cell_type type_of(cj_str t)
{
    if (t.n == 1)
        switch (t.p[0]) {
        case 's':
            return CJ_T_SHARED;
        case 'b':
            return CJ_T_BOOL;
        case 'e':
            return CJ_T_ERROR;
        case 'd':
            return CJ_T_DATE;
        default:
            return CJ_T_NUMBER;
        }
    if (cj_str_eq(t, CJ_STR("str")))
        return CJ_T_FORMULA_TEXT;
    return cj_str_eq(t, CJ_STR("inlineStr")) ? CJ_T_INLINE : CJ_T_NUMBER;
}

static cj_rc begin_cell(front *f, cj_xml_attrs attrs, cj_err *err)
{
    cj_str ref = { NULL, 0 }, type = { NULL, 0 };
    unsigned long style = 0;

    for (; *attrs; attrs += 2) {
        const char *name = attrs[0];

        if (name[0] == 0 || name[1] != 0)
            continue;
        if (name[0] == 'r')
            ref = cj_str_of(attrs[1]);
        else if (name[0] == 't')
            type = cj_str_of(attrs[1]);
        else if (name[0] == 's' &&
                 !cj_number_unsigned(cj_str_of(attrs[1]), 0xffffffff, &style))
            style = 0;
    }
    f->in_cell = true;
    f->cell.type = type_of(type);
    f->cell.style = (uint32_t)style;
    f->cell.formula = f->cell.has_value = false;
    f->value.n = 0;
    return cj_sink_place(f->sink, ref, err);
}

/* Nearly every element of a worksheet has a name of one letter. */
static bool letter(cj_str name, char c)
{
    return name.n == 1 && name.p[0] == c;
}

static void in_cell(front *f, cj_str name)
{
    if (f->in_inline) {
        cj_rich_start(&f->inline_text, name);
    } else if (letter(name, 'v')) {
        f->in_value = f->cell.has_value = true;
    } else if (letter(name, 'f')) {
        f->cell.formula = true;
    } else if (cj_str_eq(name, CJ_STR("is"))) {
        cj_rich_clear(&f->inline_text);
        f->in_inline = true;
    }
}

static cj_rc around(front *f, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    cj_str hidden = cj_xml_attr(attrs, "hidden");

    if (f->around.ext)
        return cj_around_start(&f->around, name, attrs, err);
    if (cj_str_eq(name, CJ_STR("sheetData")))
        f->in_data = true;
    else if (cj_str_eq(name, CJ_STR("sheetFormatPr")))
        f->rows_hidden = cj_xml_true(cj_xml_attr(attrs, "zeroHeight"));
    else if (cj_str_eq(name, CJ_STR("col")) && cj_xml_true(hidden))
        return cj_sink_columns(f->sink, cj_xml_attr(attrs, "min"),
                               cj_xml_attr(attrs, "max"), err);
    else if (cj_str_eq(name, CJ_STR("mergeCell")))
        return cj_sink_merge(f->sink, cj_xml_attr(attrs, "ref"), err);
    else if (cj_str_eq(name, CJ_STR("hyperlink")))
        return cj_sink_link(f->sink, cj_xml_attr(attrs, "ref"),
                            cj_xml_attr_prefixed(attrs, "id"),
                            cj_xml_attr(attrs, "location"), err);
    return cj_around_start(&f->around, name, attrs, err);
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    front *f = context;
    cj_str hidden;

    if (f->in_cell) {
        in_cell(f, name);
        return CJ_OK;
    }
    if (!f->in_data)
        return around(f, name, attrs, err);
    if (letter(name, 'c'))
        return begin_cell(f, attrs, err);
    if (!cj_str_eq(name, CJ_STR("row")))
        return CJ_OK;
    hidden = cj_xml_attr(attrs, "hidden");
    return cj_sink_row(f->sink, cj_xml_attr(attrs, "r"),
                       hidden.n ? cj_xml_true(hidden) : f->rows_hidden, err);
}

static cj_rc end_cell(front *f, cj_err *err)
{
    f->in_cell = false;
    f->cell.value = cj_buf_str(&f->value);
    return cj_sink_cell(f->sink, &f->cell, err);
}

static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    front *f = context;

    if (!f->in_cell) {
        if (cj_str_eq(name, CJ_STR("sheetData")))
            f->in_data = false;
        return f->in_data ? CJ_OK : cj_around_end(&f->around, name, err);
    }
    if (letter(name, 'c'))
        return end_cell(f, err);
    if (letter(name, 'v'))
        f->in_value = false;
    else if (f->in_inline)
        cj_rich_end(&f->inline_text, name);
    if (cj_str_eq(name, CJ_STR("is"))) {
        f->in_inline = false;
        f->cell.type = CJ_T_INLINE;
        f->cell.has_value = true;
        f->value.n = 0;
        cj_buf_add(&f->value, cj_buf_str(&f->inline_text.text));
    }
    return CJ_OK;
}

static cj_rc on_text(void *context, cj_str piece, cj_err *err)
{
    front *f = context;
    size_t limit = f->sink->x->limits->cell_bytes;

    if (f->in_inline)
        return cj_rich_add(&f->inline_text, piece, err);
    if (!f->in_value)
        return cj_around_text(&f->around, piece, err);
    if (piece.n > limit - f->value.n)
        return cj_text_too_long(f->value.arena, limit, err);
    cj_buf_add(&f->value, piece);
    return CJ_OK;
}

cj_rc cj_sheet_read_xml(cj_sheet_sink *sink, cj_err *err)
{
    static const cj_xml_events events = {
        .start = on_start, .end = on_end, .text = on_text, .open = "extLst"
    };
    front f = { .sink = sink };
    cj_xlsx *x = sink->x;

    cj_rich_init(&f.inline_text, x->package.arena, x->limits);
    cj_buf_init(&f.value, x->package.arena);
    cj_around_init(&f.around, sink);
    return cj_package_read(&x->package, sink->part, &events, &f, err);
}
