/* xlsx_properties.c - docProps/custom.xml: the properties that programs keep for themselves. */
#include "sheet/xlsx.h"

typedef struct properties_reader {
    cj_xlsx *x;
    bool open;
    cj_str name;
    cj_buf value;
} properties_reader;

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    properties_reader *r = context;
    cj_book *book = r->x->book;

    if (!cj_str_eq(name, CJ_STR("property")))
        return CJ_OK;
    if (book->n_properties == r->x->limits->side)
        return cj_xlsx_too_many(r->x, book->n_properties, err);
    r->open = true;
    r->name = cj_str_copy(r->x->arena, cj_xml_attr(attrs, "name"));
    r->value.n = 0;
    return CJ_OK;
}

/* Added without a look for one of the same name: of two the first holds, and many stay cheap. */
static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    properties_reader *r = context;
    cj_book *book = r->x->book;
    cj_str value = cj_str_trim(cj_buf_str(&r->value));

    if (!r->open || !cj_str_eq(name, CJ_STR("property")))
        return CJ_OK;
    r->open = false;
    CJ_ROOM(r->x->arena, book->properties, book->n_properties, book->cap_properties);
    book->properties[book->n_properties].name = r->name;
    book->properties[book->n_properties++].value = cj_str_copy(r->x->arena, value);
    return cj_xlsx_count_text(r->x, r->name.n + value.n, err);
}

static cj_rc on_text(void *context, cj_str piece, cj_err *err)
{
    properties_reader *r = context;
    size_t limit = r->x->limits->cell_bytes;

    if (!r->open)
        return CJ_OK;
    if (piece.n > limit - r->value.n)
        return cj_text_too_long(r->value.arena, limit, err);
    cj_buf_add(&r->value, piece);
    return CJ_OK;
}

/* Its values stand in a namespace of their own. */
cj_rc cj_xlsx_read_properties(cj_xlsx *x, cj_err *err)
{
    static const cj_xml_events events = {
        .start = on_start, .end = on_end, .text = on_text, .open = ""
    };
    properties_reader r = { .x = x };

    if (!cj_package_has(&x->package, x->properties))
        return CJ_OK;
    cj_buf_init(&r.value, x->package.arena);
    return cj_package_read(&x->package, x->properties, &events, &r, err);
}
