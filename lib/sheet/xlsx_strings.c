/* xlsx_strings.c - the shared strings: their sink, and the XML front that fills it. */
#include "sheet/xlsx.h"

bool cj_strings_get(const cj_strings *s, size_t i, cj_str *out)
{
    if (i >= s->n)
        return false;
    *out = s->chunk[i / CJ_STRINGS][i % CJ_STRINGS];
    return true;
}

/* An empty string takes an index too. What it costs to keep counts as text, so that a list of
 * nothing but empty ones is bounded as well. */
cj_rc cj_strings_add(cj_xlsx *x, cj_str text, cj_err *err)
{
    cj_strings *s = &x->strings;
    cj_rc rc = cj_xlsx_count_text(x, text.n + sizeof text, err);

    if (rc != CJ_OK)
        return rc;
    if (s->n == s->n_chunks * CJ_STRINGS) {
        CJ_ROOM(x->package.arena, s->chunk, s->n_chunks, s->cap_chunks);
        s->chunk[s->n_chunks++] = CJ_NEW_N(x->package.arena, cj_str, CJ_STRINGS);
    }
    if (text.n)
        s->chunk[s->n / CJ_STRINGS][s->n % CJ_STRINGS] = cj_str_copy(x->arena, text);
    s->n++;
    return CJ_OK;
}

typedef struct strings_reader {
    cj_xlsx *x;
    cj_rich item;
    bool open; /* inside <si> */
} strings_reader;

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    strings_reader *r = context;

    (void)attrs;
    (void)err;
    if (cj_str_eq(name, CJ_STR("si"))) {
        cj_rich_clear(&r->item);
        r->open = true;
    } else if (r->open) {
        cj_rich_start(&r->item, name);
    }
    return CJ_OK;
}

static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    strings_reader *r = context;

    if (r->open && cj_str_eq(name, CJ_STR("si"))) {
        r->open = false;
        return cj_strings_add(r->x, cj_buf_str(&r->item.text), err);
    }
    if (r->open)
        cj_rich_end(&r->item, name);
    return CJ_OK;
}

static cj_rc on_text(void *context, cj_str piece, cj_err *err)
{
    strings_reader *r = context;

    return cj_rich_add(&r->item, piece, err);
}

cj_rc cj_xlsx_read_strings(cj_xlsx *x, cj_err *err)
{
    static const cj_xml_events events = { .start = on_start,
                                          .end = on_end,
                                          .text = on_text };
    const cj_relation *one =
        cj_relation_by_type(&x->relations, CJ_STR("sharedStrings"), NULL);
    strings_reader r = { .x = x };
    cj_str part;

    if (!one)
        return CJ_OK;
    part = cj_package_target(&x->package, x->workbook, one);
    if (!cj_package_has(&x->package, part))
        return CJ_OK;
    cj_rich_init(&r.item, x->package.arena, x->limits);
    return cj_package_read(&x->package, part, &events, &r, err);
}
