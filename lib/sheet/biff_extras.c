/* biff_extras.c - counts what a sheet of a .xls holds beyond cells. */
#include "sheet/biff.h"

enum {
    OBJ = 0x5d,
    SXVIEW = 0xb0,
    CONDFMT = 0x1b0,
    HLINK = 0x1b8,
    CONDFMT12 = 0x879,
    CHART = 0x20, /* what a BOF begins */
    UI_OBJECT = 0x100,
    TEXT_BYTES = 6 /* up to the type of an object */
};

/* Objects by the number that stands at the same place in all versions. */
static void object(const cj_biff_record *r, cj_biff_extras *e)
{
    unsigned type = cj_biff_u16(r->body, 4);
    unsigned flags = cj_biff_u16(r->body, 8);

    if (r->body.n < TEXT_BYTES)
        return;
    if (type == 5) /* a chart: its own BOF counts */
        return;
    if (type == 8)
        e->pictures++;
    else if (type == 0x19)
        e->notes++;
    else if (type >= 0x0b && type <= 0x14)
        e->controls +=
            !(flags & UI_OBJECT); /* the buttons of filters and lists are the program's */
    else
        e->shapes++;
}

cj_biff_extras cj_biff_count_extras(const cj_biff *b, const cj_biff_sheet *s)
{
    cj_biff_extras e = { 0 };
    size_t at = s->at, depth = 0;
    cj_biff_record r;

    while (at != CJ_NONE && cj_biff_next(b->stream, &at, &r)) {
        if (cj_biff_is_bof(r.id) && depth++)
            e.charts += cj_biff_u16(r.body, 2) == CHART;
        else if (r.id == CJ_BIFF_EOF && --depth == 0)
            break;
        if (depth != 1)
            continue;
        e.pivots += r.id == SXVIEW;
        e.links += r.id == HLINK;
        e.conditionals += r.id == CONDFMT || r.id == CONDFMT12;
        if (r.id == OBJ)
            object(&r, &e);
    }
    return e;
}
