/* biff_text.c - texts of a .xls workbook, which may go on in CONTINUE records. */
#include "base/buf.h"
#include "base/utf8.h"
#include "sheet/biff.h"
#include "sheet/bytes.h"
#include "sheet/codepage.h"

enum { WIDE = 1, EXTENDED = 4, RICH = 8 }; /* what stands in front of a text's characters */

unsigned cj_biff_u8(cj_str body, size_t at)
{
    return at < body.n ? (unsigned char)body.p[at] : 0;
}

unsigned cj_biff_u16(cj_str body, size_t at)
{
    return at <= body.n && body.n - at >= 2 ? cj_le16(body.p + at) : 0;
}

uint32_t cj_biff_u32(cj_str body, size_t at)
{
    return at <= body.n && body.n - at >= 4 ? cj_le32(body.p + at) : 0;
}

/* Reads on through a body, then through those of the CONTINUE records behind it. */
typedef struct cursor {
    cj_str stream;
    cj_biff_record now;
    size_t in;   /* the next byte of now.body */
    size_t next; /* the record behind */
} cursor;

static bool start(cursor *c, cj_str stream, size_t at, size_t in)
{
    c->stream = stream;
    c->next = at;
    c->in = in;
    return cj_biff_next(stream, &c->next, &c->now) && in <= c->now.body.n;
}

static bool go_on(cursor *c)
{
    size_t at = c->next;
    cj_biff_record r;

    if (!cj_biff_next(c->stream, &at, &r) || r.id != CJ_BIFF_CONTINUE)
        return false;
    c->now = r;
    c->next = at;
    c->in = 0;
    return true;
}

/* The length, the flags, and how many bytes stand behind the characters. */
typedef struct text_head {
    size_t n, tail;
    unsigned flags;
} text_head;

static text_head take_head(cursor *c, unsigned width)
{
    cj_str b = c->now.body;
    text_head h;

    h.n = width == 1 ? cj_biff_u8(b, c->in) : cj_biff_u16(b, c->in);
    c->in += width;
    h.flags = cj_biff_u8(b, c->in++);
    h.tail = 0;
    if (h.flags & RICH) {
        h.tail = 4u * cj_biff_u16(b, c->in);
        c->in += 2;
    }
    if (h.flags & EXTENDED) {
        h.tail += cj_biff_u32(b, c->in);
        c->in += 4;
    }
    return h;
}

/* The next piece of `n` characters that one record holds; every CONTINUE says anew in its first
 * byte how wide they are. Empty at the end. */
static cj_str take_piece(cursor *c, size_t n, unsigned *flags)
{
    cj_str none = { "", 0 }, piece;
    size_t width = *flags & WIDE ? 2 : 1;

    while (c->in > c->now.body.n || c->now.body.n - c->in < width) {
        if (!go_on(c))
            return none;
        *flags = cj_biff_u8(c->now.body, 0);
        c->in = 1;
        width = *flags & WIDE ? 2 : 1;
    }
    piece = cj_str_cut(c->now.body, c->in, n * width);
    piece.n -= piece.n % width;
    c->in += piece.n;
    return piece;
}

static bool skip(cursor *c, size_t n)
{
    while (c->in > c->now.body.n || n > c->now.body.n - c->in) {
        n -= c->in < c->now.body.n ? c->now.body.n - c->in : 0;
        if (!go_on(c))
            return false;
    }
    c->in += n;
    return true;
}

/* UTF-16 to UTF-8; `high` is half of a pair that waits for its other half. */
static void add_unit(cj_buf *b, uint32_t *high, uint32_t u)
{
    bool low = u >= 0xdc00 && u < 0xe000;

    if (*high && low)
        u = 0x10000 + ((*high - 0xd800) << 10) + (u - 0xdc00);
    else if (*high)
        cj_utf8_put(b, CJ_BAD);
    *high = u >= 0xd800 && u < 0xdc00 ? u : 0;
    if (!*high)
        cj_utf8_put(b, u);
}

static cj_str wide_text(cj_arena *arena, cursor *c, unsigned width)
{
    text_head h = take_head(c, width);
    uint32_t high = 0;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    while (h.n) {
        cj_str piece = take_piece(c, h.n, &h.flags);

        if (!piece.n)
            break;
        for (i = 0; i < piece.n; i += h.flags & WIDE ? 2 : 1)
            add_unit(&b, &high,
                     h.flags & WIDE ? cj_le16(piece.p + i) : (unsigned char)piece.p[i]);
        h.n -= piece.n / (h.flags & WIDE ? 2 : 1);
    }
    if (high)
        cj_utf8_put(&b, CJ_BAD);
    return cj_buf_str(&b);
}

cj_str cj_biff_text_at(cj_arena *arena, const cj_biff *b, size_t at, size_t in,
                       unsigned width)
{
    cj_str none = { "", 0 };
    size_t n;
    cursor c;

    if (!start(&c, b->stream, at, in))
        return none;
    if (b->version >= 8)
        return wide_text(arena, &c, width);
    n = width == 1 ? cj_biff_u8(c.now.body, in) : cj_biff_u16(c.now.body, in);
    return cj_codepage_text(arena, b->codepage, cj_str_cut(c.now.body, in + width, n));
}

cj_str cj_biff_text(cj_arena *arena, const cj_biff *b, const cj_biff_cell *cell)
{
    return cj_biff_text_at(arena, b, cell->text.at, cell->text.in, b->version == 2 ? 1 : 2);
}

/* As many as the table says it has, and never more than there are. */
void cj_biff_index_strings(cj_arena *arena, cj_biff *b, size_t at)
{
    uint32_t left;
    cursor c;

    if (!start(&c, b->stream, at, 8))
        return;
    for (left = cj_biff_u32(c.now.body, 4); left; left--) {
        cj_biff_place here;
        text_head h;

        if (c.now.body.n - c.in < 3 && (c.in < c.now.body.n || !go_on(&c)))
            return;
        here.at = c.now.at;
        here.in = c.in;
        CJ_ROOM(arena, b->strings, b->n_strings, b->cap_strings);
        b->strings[b->n_strings++] = here;
        h = take_head(&c, 2);
        while (h.n) {
            cj_str piece = take_piece(&c, h.n, &h.flags);

            if (!piece.n)
                return;
            h.n -= piece.n / (h.flags & WIDE ? 2 : 1);
        }
        if (!skip(&c, h.tail))
            return;
    }
}
