/* xlsx_patch_notes_box.c - where the box of a note goes: beside its cell, big enough, on the sheet. */
#include "base/number.h"
#include "base/utf8.h"
#include "sheet/xlsx_patch_notes.h"

/* Pixels at Excel's usual size. */
enum {
    USUAL_WIDTH = 64,
    USUAL_HEIGHT = 20,
    ASIDE = 15,
    LEAST_WIDTH = 144,
    MOST_WIDTH = 420,
    VAST_WIDTH = 640,
    LEAST_HEIGHT = 79,
    MOST_HEIGHT = 640,
    LINE = 15,
    MARGIN = 16,
    COLUMN = 6 /* of letters, two for あ */
};

typedef struct tall_row {
    uint32_t row; /* from 0 */
    long height;
    long more; /* that it and those before it have than the usual ones */
} tall_row;

/* Columns of one width that a sheet tells of. */
typedef struct told_cols {
    uint32_t from, end; /* from 0; `end` is behind them */
    long width, left;   /* of each; of the first one's edge */
} told_cols;

struct cj_note_sizes {
    long usual_width, usual_height;
    told_cols *cols; /* from left to right */
    size_t n_cols, cap_cols;
    tall_row *tall;
    size_t n_tall, cap_tall;
};

/* ---- the sheet ------------------------------------------------------------------------------- */

typedef struct reading {
    cj_arena *arena;
    cj_note_sizes *sizes;
    uint32_t row;
    cj_note_sheet *out;
} reading;

static long pixels(cj_arena *arena, const cj_raw *tag, const char *name, double each,
                   long usual)
{
    cj_str value = cj_raw_attr(arena, tag, name);
    double size;

    if (!value.p || !cj_number_parse(value, &size) || !(size >= 0) || size > 1000)
        return usual;
    return (long)(size * each + 0.5);
}

static void usual_sizes(reading *r, const cj_raw *tag)
{
    r->sizes->usual_width = pixels(r->arena, tag, "defaultColWidth", 7, USUAL_WIDTH);
    r->sizes->usual_height =
        pixels(r->arena, tag, "defaultRowHeight", 4.0 / 3, USUAL_HEIGHT);
}

static bool hidden(cj_arena *arena, const cj_raw *tag)
{
    return cj_xml_true(cj_raw_attr(arena, tag, "hidden"));
}

/* The left edge of a column, from 0. */
static long left_of(const cj_note_sizes *s, uint32_t col)
{
    size_t low = 0, high = s->n_cols;
    const told_cols *c;

    while (low < high) { /* those that begin at it or before */
        size_t mid = low + (high - low) / 2;

        if (s->cols[mid].from <= col)
            low = mid + 1;
        else
            high = mid;
    }
    if (!low)
        return (long)col * s->usual_width;
    c = &s->cols[low - 1];
    return col <= c->end ? c->left + (long)(col - c->from) * c->width
                         : c->left + (long)(c->end - c->from) * c->width +
                               (long)(col - c->end) * s->usual_width;
}

/* They come in order; what does not is passed over. */
static void hear_cols(reading *r, const cj_raw *tag)
{
    cj_note_sizes *s = r->sizes;
    told_cols c;

    if (!cj_raw_number(tag, "min", &c.from) || !cj_raw_number(tag, "max", &c.end) ||
        !c.from || c.from > c.end || c.from > CJ_MOST_COLS)
        return;
    c.from--;
    c.end = c.end < CJ_MOST_COLS ? c.end : CJ_MOST_COLS;
    if (s->n_cols && s->cols[s->n_cols - 1].end > c.from)
        return;
    c.width = hidden(r->arena, tag) ? 0 : pixels(r->arena, tag, "width", 7, USUAL_WIDTH);
    c.left = left_of(s, c.from);
    CJ_ROOM(r->arena, s->cols, s->n_cols, s->cap_cols);
    s->cols[s->n_cols++] = c;
}

static void hear_row(reading *r, const cj_raw *tag)
{
    cj_note_sizes *s = r->sizes;
    const tall_row *last = s->n_tall ? &s->tall[s->n_tall - 1] : NULL;
    long more = last ? last->more : 0, height;
    uint32_t row;

    if (!cj_raw_number(tag, "r", &row))
        row = r->row + 1;
    r->row = row;
    height =
        hidden(r->arena, tag) ? 0 : pixels(r->arena, tag, "ht", 4.0 / 3, s->usual_height);
    if (height == s->usual_height || !row || row > CJ_MOST_ROWS ||
        (last && last->row >= row - 1))
        return;
    CJ_ROOM(r->arena, s->tall, s->n_tall, s->cap_tall);
    s->tall[s->n_tall++] = (tall_row){ row - 1, height, more + height - s->usual_height };
}

/* The prefix that is bound to relations, with its colon. */
static cj_str relation_prefix(cj_arena *arena, const cj_raw *root)
{
    size_t end = cj_str_find(root->bytes, CJ_STR("/officeDocument/2006/relationships"));
    size_t from;
    cj_str head, name;

    if (end == CJ_NONE) /* strict */
        end = cj_str_find(root->bytes, CJ_STR("/officeDocument/relationships"));
    head = cj_str_cut(root->bytes, 0, end == CJ_NONE ? 0 : end);
    for (from = head.n; from > 0 && head.p[from - 1] > ' '; from--)
        ;
    name = cj_str_from(head, from);
    end = cj_str_find(name, CJ_STR("="));
    if (!cj_str_starts(name, CJ_STR("xmlns:")) || end == CJ_NONE)
        return CJ_STR("");
    return cj_str_fmt(arena, CJ_FMT ":", CJ_ARG(cj_str_cut(name, 6, end - 6)));
}

static void hear_root(reading *r, const cj_raw *tag)
{
    r->out->relation = relation_prefix(r->arena, tag);
    r->out->strict =
        cj_str_has(tag->bytes, CJ_STR("http://purl.oclc.org/ooxml/spreadsheetml/main"));
}

static void hear(reading *r, const cj_raw *tag)
{
    if (tag->depth == 1)
        hear_root(r, tag);
    else if (tag->depth == 2 && cj_raw_is(tag, "sheetFormatPr"))
        usual_sizes(r, tag);
    else if (tag->depth == 2 && cj_raw_is(tag, "legacyDrawing"))
        r->out->drawing = cj_str_copy(r->arena, cj_raw_attr(r->arena, tag, ":id"));
    else if (tag->depth == 3 && cj_raw_is(tag, "col"))
        hear_cols(r, tag);
    else if (tag->depth == 3 && cj_raw_is(tag, "row"))
        hear_row(r, tag);
}

cj_rc cj_note_sheet_read(cj_patching *p, cj_str part, cj_note_sheet *out, cj_err *err)
{
    cj_note_sizes *sizes = CJ_NEW(p->arena, cj_note_sizes);
    cj_raw_reader in;
    cj_raw piece;
    reading r = { .arena = p->arena, .sizes = sizes, .out = out };
    cj_rc rc = cj_parts_read(&p->parts, part, &in, err);

    *out = (cj_note_sheet){ sizes, { "", 0 }, { "", 0 }, false };
    sizes->usual_width = USUAL_WIDTH;
    sizes->usual_height = USUAL_HEIGHT;
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        if (piece.depth <= 3 && cj_raw_tag(&piece))
            hear(&r, &piece);
    return rc;
}

/* ---- places in pixels ------------------------------------------------------------------------ */

static long top_of(const cj_note_sizes *s, uint32_t row)
{
    size_t low = 0, high = s->n_tall;

    while (low < high) { /* the tall rows above it */
        size_t mid = low + (high - low) / 2;

        if (s->tall[mid].row < row)
            low = mid + 1;
        else
            high = mid;
    }
    return (long)row * s->usual_height + (low ? s->tall[low - 1].more : 0);
}

typedef long (*edge)(const cj_note_sizes *s, uint32_t at);

/* The row or column that the pixel is in, and how far. */
static uint32_t at_pixel(const cj_note_sizes *s, edge edge_of, uint32_t most, long pixel,
                         long *offset)
{
    uint32_t low = 0, high = most - 1;

    while (low < high) { /* the last one that begins at it or before */
        uint32_t mid = low + (high - low + 1) / 2;

        if (edge_of(s, mid) <= pixel)
            low = mid;
        else
            high = mid - 1;
    }
    *offset = pixel - edge_of(s, low);
    return low;
}

typedef struct box {
    long x, y, width, height;
} box;

static cj_str anchor_of(cj_arena *arena, const cj_note_sizes *s, const box *b)
{
    long off[4];
    uint32_t col = at_pixel(s, left_of, CJ_MOST_COLS, b->x, &off[0]);
    uint32_t row = at_pixel(s, top_of, CJ_MOST_ROWS, b->y, &off[1]);
    uint32_t col2 = at_pixel(s, left_of, CJ_MOST_COLS, b->x + b->width, &off[2]);
    uint32_t row2 = at_pixel(s, top_of, CJ_MOST_ROWS, b->y + b->height, &off[3]);

    return cj_str_fmt(arena, "%u, %ld, %u, %ld, %u, %ld, %u, %ld", (unsigned)col, off[0],
                      (unsigned)row, off[1], (unsigned)col2, off[2], (unsigned)row2,
                      off[3]);
}

/* ---- how large ------------------------------------------------------------------------------- */

static long longest(cj_str text)
{
    long most = 0, one;
    cj_str line;

    while (cj_str_split(&text, '\n', &line)) {
        one = (long)cj_utf8_width(line);
        most = one > most ? one : most;
    }
    return most;
}

static long height_in(cj_str text, long width)
{
    long room = (width - MARGIN) / COLUMN, lines = 0;
    cj_str line;

    room = room > 4 ? room : 4;
    while (cj_str_split(&text, '\n', &line))
        lines += 1 + (long)cj_utf8_width(line) / room;
    return lines * LINE + MARGIN;
}

static long clamp(long n, long least, long most)
{
    return n < least ? least : n > most ? most : n;
}

static void measure(cj_str text, box *out)
{
    out->width = clamp(longest(text) * COLUMN + MARGIN + LINE, LEAST_WIDTH, MOST_WIDTH);
    out->height = height_in(text, out->width);
    if (out->height > MOST_HEIGHT) {
        out->width = VAST_WIDTH;
        out->height = height_in(text, out->width);
    }
    out->height = clamp(out->height, LEAST_HEIGHT, MOST_HEIGHT);
}

/* Up where it would end below the last row. */
static void keep_on_sheet(const cj_note_sizes *s, box *b)
{
    long bottom = top_of(s, CJ_MOST_ROWS - 1), right = left_of(s, CJ_MOST_COLS - 1);

    b->height = b->height < bottom ? b->height : bottom;
    b->width = b->width < right ? b->width : right;
    b->y = clamp(b->y, 0, bottom - b->height);
    b->x = clamp(b->x, 0, right - b->width);
}

cj_str cj_note_anchor(cj_arena *arena, const cj_note_sizes *s, uint32_t row, uint32_t col,
                      cj_str text)
{
    box b;

    measure(text, &b);
    b.x = left_of(s, col) + ASIDE;
    b.y = row > 1 ? top_of(s, row - 1) - ASIDE / 2 : 2;
    if (b.x + b.width > left_of(s, CJ_MOST_COLS - 1))
        b.x = left_of(s, col - 1) - ASIDE - b.width;
    keep_on_sheet(s, &b);
    return anchor_of(arena, s, &b);
}

/* "1, 15, 0, 2, 3, 31, 4, 1" */
static bool numbers_of(cj_str anchor, unsigned long *out)
{
    cj_str one;
    size_t n = 0;

    while (cj_str_split(&anchor, ',', &one))
        if (n == 8 || !cj_number_unsigned(cj_str_trim(one), CJ_MOST_ROWS, &out[n++]))
            return false;
    return n == 8 && out[0] < CJ_MOST_COLS && out[4] < CJ_MOST_COLS;
}

cj_str cj_note_anchor_grown(cj_arena *arena, const cj_note_sizes *s, cj_str anchor,
                            cj_str text)
{
    unsigned long n[8];
    long needed, right, bottom;
    box b;

    if (!numbers_of(anchor, n))
        return anchor;
    b.x = left_of(s, (uint32_t)n[0]) + (long)n[1];
    b.y = top_of(s, (uint32_t)n[2]) + (long)n[3];
    right = left_of(s, (uint32_t)n[4]) + (long)n[5];
    bottom = top_of(s, (uint32_t)n[6]) + (long)n[7];
    b.width = right - b.x;
    b.height = bottom - b.y;
    needed = clamp(height_in(text, b.width), LEAST_HEIGHT, MOST_HEIGHT);
    if (b.width <= 0 || b.height <= 0 || needed <= b.height)
        return anchor;
    b.height = needed;
    keep_on_sheet(s, &b);
    return anchor_of(arena, s, &b);
}
