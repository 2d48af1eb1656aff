/* biff_extras_test.c - what a sheet of a .xls holds beyond cells, by its records. */
#include "sheet/biff.h"
#include "base/buf.h"
#include "sheet/bytes.h"
#include <criterion/criterion.h>

#define OBJ(type, flags) 0x5d, "\x15\x00\x12\x00" type "\x01\x00" flags

typedef struct record {
    unsigned id;
    const char *body;
    size_t n;
} record;

static void add(cj_buf *b, unsigned id, const char *body, size_t n)
{
    char *p = cj_buf_space(b, 4 + n);

    cj_put16(p, id);
    cj_put16(p + 2, (uint32_t)n);
    if (n)
        memcpy(p + 4, body, n);
    b->n += 4 + n;
}

/* A stream of one sheet without globals. */
static cj_biff_extras counted(const record *r, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    cj_biff_extras e;
    cj_biff biff;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    add(&b, CJ_BIFF_BOF, "\x00\x06\x10\x00\x00\x00\x00\x00", 8);
    for (i = 0; i < n; i++)
        add(&b, r[i].id, r[i].body, r[i].n);
    add(&b, CJ_BIFF_EOF, "", 0);
    add(&b, 0x1b0, "another sheet", 13);
    cr_assert(cj_biff_open(a, cj_buf_str(&b), &biff));
    e = cj_biff_count_extras(&biff, &biff.sheets[0]);
    cj_arena_free(a);
    return e;
}

Test(biff_extras, records)
{
    static const record records[] = {
        { OBJ("\x05\x00", "\x00\x00"), 10 },    /* a chart: counted by its own records */
        { CJ_BIFF_BOF, "\x00\x06\x20\x00", 4 }, /* begins it */
        { OBJ("\x08\x00", "\x00\x00"), 10 },    /* a picture inside it */
        { CJ_BIFF_EOF, "", 0 },                 /* ends it */
        { OBJ("\x08\x00", "\x00\x00"), 10 },    /* a picture */
        { OBJ("\x19\x00", "\x00\x00"), 10 },    /* a note */
        { OBJ("\x02\x00", "\x00\x00"), 10 },    /* a rectangle */
        { OBJ("\x1e\x00", "\x00\x00"), 10 },    /* a drawn shape */
        { OBJ("\x0b\x00", "\x00\x00"), 10 },    /* a check box */
        { OBJ("\x14\x00", "\x00\x01"), 10 },    /* the button of a filter */
        { 0x5d, "\x15\x00", 2 },                /* cut short */
        { 0x1b0, "", 0 },                       /* a conditional format */
        { 0x879, "", 0 },                       /* a newer one */
        { 0x1b8, "", 0 },                       /* a hyperlink */
        { 0xb0, "", 0 },                        /* a pivot table */
    };
    cj_biff_extras e = counted(records, sizeof records / sizeof *records);

    cr_expect_eq(e.charts, 1);
    cr_expect_eq(e.pictures, 1);
    cr_expect_eq(e.notes, 1);
    cr_expect_eq(e.shapes, 2);
    cr_expect_eq(e.controls, 1);
    cr_expect_eq(e.conditionals, 2);
    cr_expect_eq(e.links, 1);
    cr_expect_eq(e.pivots, 1);
}

Test(biff_extras, nothing)
{
    cj_biff_extras none = { 0 }, e = counted(NULL, 0);

    cr_expect_eq(memcmp(&e, &none, sizeof e), 0);
}
