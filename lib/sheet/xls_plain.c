/* xls_plain.c - a workbook's numbers once more, as the plainest .xls there is, for freexl to read. */
#include "sheet/xls_plain.h"
#include "sheet/bytes.h"
#include "sheet/ole2.h"

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

void cj_plain_init(cj_plain *p, cj_arena *arena)
{
    size_t sheet_at;
    char *at;

    memset(p, 0, sizeof *p);
    cj_buf_init(&p->records, arena);
    put_bof(p, 5);
    cj_put16(record(p, CJ_BIFF_CODEPAGE, 2), 1200);
    at = record(p, CJ_BIFF_BOUNDSHEET, 9);
    at[6] = 1;
    at[8] = 'A';
    sheet_at = p->records.n - 9;
    record(p, CJ_BIFF_EOF, 0);
    cj_put32(p->records.p + sheet_at, (uint32_t)p->records.n);
    put_bof(p, 0x10);
    record(p, CJ_BIFF_DIMENSION, 14);
    p->dimension_at = p->records.n - 14;
}

void cj_plain_add(cj_plain *p, double number)
{
    char *at = record(p, CJ_BIFF_NUMBER, 14);

    cj_put16(at, (uint32_t)(p->n / CJ_PLAIN_COLUMNS));
    cj_put16(at + 2, (uint32_t)(p->n % CJ_PLAIN_COLUMNS));
    cj_put_double(at + 6, number);
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
