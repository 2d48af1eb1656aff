/* xls_plain.c - a workbook's numbers once more, as the plainest .xls there is, for freexl to read. */
#include "sheet/xls_plain.h"
#include "sheet/bytes.h"
#include "sheet/ole2.h"

#define OWN_FORMATS 164u        /* below, a format is known by its number alone */
#define MOST_FORMATS 2000u      /* what freexl has room for */
#define MOST_XFS 8000u

/* The body is the caller's to fill. */
static char *record(cj_plain *p, unsigned id, size_t n)
{
    char *at = cj_buf_space(&p->records, 4 + n);

    memset(at, 0, 4 + n);
    cj_put16(at, id);
    cj_put16(at + 2, (uint32_t)n);
    p->records.n += 4 + n;
    return at + 4;
}

static void put_bof(cj_plain *p, unsigned type)
{
    char *at = record(p, CJ_BIFF_BOF, 16);

    cj_put16(at, 0x600);
    cj_put16(at + 2, type);
}

/* Workbooks before BIFF5 number all their formats from 0, later ones have built-in numbers. */
static unsigned format_id(const cj_biff *b, unsigned id)
{
    return b->version < 5 ? OWN_FORMATS + id : id;
}

/* Only ASCII letters make a date format. */
static void put_format(cj_plain *p, const cj_biff_format *f)
{
    size_t n = f->text.n > 255 ? 255 : f->text.n, i;
    char *at = record(p, CJ_BIFF_FORMAT, 5 + n);

    cj_put16(at, format_id(p->biff, f->id));
    cj_put16(at + 2, (uint32_t)n);
    for (i = 0; i < n; i++)
        at[5 + i] = (unsigned char)f->text.p[i] < 0x80 ? f->text.p[i] : '?';
}

void cj_plain_init(cj_plain *p, cj_arena *arena, const cj_biff *b)
{
    char *at;
    size_t i;

    memset(p, 0, sizeof *p);
    p->biff = b;
    cj_buf_init(&p->records, arena);
    put_bof(p, 5);
    cj_put16(record(p, CJ_BIFF_CODEPAGE, 2), 1200);
    cj_put16(record(p, CJ_BIFF_DATEMODE, 2), b->date1904);
    for (i = 0; i < b->n_formats && i < MOST_FORMATS; i++)
        put_format(p, &b->formats[i]);
    for (i = 0; i < b->n_xfs && i < MOST_XFS; i++)
        cj_put16(record(p, CJ_BIFF_XF, 20) + 2, format_id(b, b->xf_format[i]));
    at = record(p, CJ_BIFF_BOUNDSHEET, 9);
    at[6] = 1;
    at[8] = 'A';
    p->sheet_at = p->records.n - 9;
    record(p, CJ_BIFF_EOF, 0);
    cj_put32(p->records.p + p->sheet_at, (uint32_t)p->records.n);
    put_bof(p, 0x10);
    record(p, CJ_BIFF_DIMENSION, 14);
    p->dimension_at = p->records.n - 14;
}

bool cj_plain_wants(const cj_plain *p, const cj_biff_cell *c)
{
    return c->kind == CJ_BIFF_DOUBLE && c->xf < p->biff->n_xfs;
}

void cj_plain_add(cj_plain *p, const cj_biff_cell *c)
{
    char *at = record(p, CJ_BIFF_NUMBER, 14);

    cj_put16(at, (uint32_t)(p->n / CJ_PLAIN_COLUMNS));
    cj_put16(at + 2, (uint32_t)(p->n % CJ_PLAIN_COLUMNS));
    cj_put16(at + 4, c->xf);
    cj_put_double(at + 6, c->number);
    p->n++;
}

cj_str cj_plain_file(cj_arena *arena, cj_plain *p)
{
    char *at = p->records.p + p->dimension_at;

    cj_put32(at + 4, (uint32_t)(p->n / CJ_PLAIN_COLUMNS + 1));
    cj_put16(at + 10, CJ_PLAIN_COLUMNS);
    record(p, CJ_BIFF_EOF, 0);
    return cj_ole2_wrap(arena, "Workbook", cj_buf_str(&p->records));
}
