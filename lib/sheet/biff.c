/* biff.c - walks the records of a .xls workbook: what sheets and cells it has, and where. */
#include "sheet/biff.h"
#include "sheet/bytes.h"
#include "sheet/number_format.h"
#include <math.h>

/* Records that older versions number otherwise: 2, 3 and 4 have their own ids. */
enum {
    BOF2 = 0x09,
    BOF3 = 0x209,
    BOF4 = 0x409,
    INTEGER2 = 0x02,
    NUMBER2 = 0x03,
    LABEL2 = 0x04,
    BOOLERR2 = 0x05,
    FORMULA = 0x06,
    STRING2 = 0x07,
    FORMAT2 = 0x1e,
    XF2 = 0x43,
    SHEETHEADER = 0x8f,
    LABEL = 0x204,
    BOOLERR = 0x205,
    FORMULA3 = 0x206,
    STRING = 0x207,
    ARRAY = 0x221,
    ARRAY2 = 0x21,
    TABLE = 0x236,
    TABLE2 = 0x36,
    TABLE2B = 0x37,
    XF3 = 0x243,
    FORMULA4 = 0x406,
    XF4 = 0x443,
    SHARED_FORMULA = 0x4bc
};
#define MOST_FORMATS 4096u
#define NOT_A_NUMBER 0x24u /* the error #NUM! */
enum { GLOBALS = 0x05, CHART = 0x20, MACRO = 0x40, WORKSPACE = 0x100 };

bool cj_biff_next(cj_str stream, size_t *at, cj_biff_record *r)
{
    size_t n;

    if (*at > stream.n || stream.n - *at < 4)
        return false;
    r->id = cj_le16(stream.p + *at);
    n = cj_le16(stream.p + *at + 2);
    r->at = *at;
    r->body = cj_str_cut(stream, *at + 4, n);
    *at += 4 + n;
    return r->body.n == n;
}

static unsigned u8(const cj_biff_record *r, size_t at)
{
    return cj_biff_u8(r->body, at);
}

static unsigned u16(const cj_biff_record *r, size_t at)
{
    return cj_biff_u16(r->body, at);
}

static uint32_t u32(const cj_biff_record *r, size_t at)
{
    return cj_biff_u32(r->body, at);
}

bool cj_biff_is_bof(unsigned id)
{
    return id == CJ_BIFF_BOF || id == BOF2 || id == BOF3 || id == BOF4;
}

static unsigned version_of(const cj_biff_record *r)
{
    switch (r->id) {
    case BOF2:
        return 2;
    case BOF3:
        return 3;
    case BOF4:
        return 4;
    case CJ_BIFF_BOF:
        return u16(r, 0) == 0x500 ? 5 : 8;
    default:
        return 0;
    }
}

bool cj_biff_is(cj_str head)
{
    unsigned id, n, type;

    if (head.n < 8)
        return false;
    id = cj_le16(head.p);
    n = cj_le16(head.p + 2);
    type = cj_le16(head.p + 6);
    return cj_biff_is_bof(id) && n >= 4 && n <= 20 &&
           (type == GLOBALS || type == 0x10 || type == CHART || type == MACRO ||
            type == WORKSPACE);
}

cj_str cj_biff_error(unsigned code)
{
    switch (code) {
    case 0x00:
        return CJ_STR("#NULL!");
    case 0x07:
        return CJ_STR("#DIV/0!");
    case 0x0f:
        return CJ_STR("#VALUE!");
    case 0x17:
        return CJ_STR("#REF!");
    case 0x1d:
        return CJ_STR("#NAME?");
    case NOT_A_NUMBER:
        return CJ_STR("#NUM!");
    case 0x2b:
        return CJ_STR("#GETTING_DATA");
    default:
        return CJ_STR("#N/A");
    }
}

/* ---- in front of the sheets ---------------------------------------------------------------- */

static cj_biff_sheet *add_sheet(cj_arena *arena, cj_biff *b, size_t at)
{
    cj_biff_sheet *s;

    CJ_ROOM(arena, b->sheets, b->n_sheets, b->cap_sheets);
    s = &b->sheets[b->n_sheets++];
    memset(s, 0, sizeof *s);
    s->at = at;
    return s;
}

static void bound_sheet(cj_arena *arena, cj_biff *b, const cj_biff_record *r)
{
    static const cj_sheet_state state[] = { CJ_VISIBLE, CJ_HIDDEN, CJ_VERY_HIDDEN,
                                            CJ_VISIBLE };
    unsigned type = u8(r, 5);
    cj_biff_sheet *s;

    if (type == 6) /* a module of Visual Basic */
        return;
    s = add_sheet(arena, b, u32(r, 0));
    s->name = cj_biff_text_at(arena, b, r->at, 6, 1);
    s->state = state[u8(r, 4) & 3];
    s->kind = type == 1 ? CJ_MACROSHEET : type == 2 ? CJ_CHARTSHEET : CJ_WORKSHEET;
}

static void add_format(cj_arena *arena, cj_biff *b, unsigned id, cj_str text)
{
    if (b->n_formats >= MOST_FORMATS)
        return;
    CJ_ROOM(arena, b->formats, b->n_formats, b->cap_formats);
    b->formats[b->n_formats].id = id;
    b->formats[b->n_formats++].text = text;
}

/* Built-in formats are not written, unless somebody changed them. */
cj_str cj_biff_format_of(const cj_biff *b, unsigned xf)
{
    cj_str none = { "", 0 };
    size_t i;

    if (xf >= b->n_xfs)
        return none;
    for (i = 0; i < b->n_formats; i++)
        if (b->formats[i].id == b->xf_format[xf])
            return b->formats[i].text;
    return b->version < 5 ? none : cj_number_format_builtin(b->xf_format[xf]);
}

static void add_xf(cj_arena *arena, cj_biff *b, unsigned format)
{
    CJ_ROOM(arena, b->xf_format, b->n_xfs, b->cap_xfs);
    b->xf_format[b->n_xfs++] = (uint16_t)format;
}

/* False: what follows is encrypted. */
static bool global(cj_arena *arena, cj_biff *b, const cj_biff_record *r)
{
    switch (r->id) {
    case CJ_BIFF_FILEPASS:
        b->password = true;
        return false;
    case CJ_BIFF_CODEPAGE:
        b->codepage = u16(r, 0);
        break;
    case CJ_BIFF_DATEMODE:
        b->date1904 = u16(r, 0) == 1;
        break;
    case CJ_BIFF_BOUNDSHEET:
        bound_sheet(arena, b, r);
        break;
    case CJ_BIFF_SST:
        cj_biff_index_strings(arena, b, r->at);
        break;
    case FORMAT2: /* numbered in the order of the file */
        add_format(arena, b, (unsigned)b->n_formats,
                   cj_biff_text_at(arena, b, r->at, 0, 1));
        break;
    case CJ_BIFF_FORMAT:
        add_format(arena, b, b->version == 4 ? (unsigned)b->n_formats : u16(r, 0),
                   cj_biff_text_at(arena, b, r->at, 2, b->version == 8 ? 2 : 1));
        break;
    case XF2:
        add_xf(arena, b, u8(r, 2) & 0x3f);
        break;
    case XF3:
    case XF4:
        add_xf(arena, b, u8(r, 1));
        break;
    case CJ_BIFF_XF:
        add_xf(arena, b, u16(r, 2));
        break;
    default:
        break;
    }
    return true;
}

static bool begins_sheet(const cj_biff *b, size_t at)
{
    cj_biff_record r;

    return at && cj_biff_next(b->stream, &at, &r) && cj_biff_is_bof(r.id);
}

/* Where a sheet does not begin where its BOUNDSHEET says, the streams behind the globals are
 * taken in their order. */
static void find_sheets(cj_arena *arena, cj_biff *b, size_t at)
{
    size_t i = 0, n = b->n_sheets, depth = 0;
    cj_biff_record r;

    for (; cj_biff_next(b->stream, &at, &r);) {
        if (cj_biff_is_bof(r.id) && depth++ == 0) {
            if (!n)
                add_sheet(arena, b, r.at)->name =
                    cj_str_fmt(arena, "Sheet%zu", b->n_sheets + 1);
            else if (i < n && !begins_sheet(b, b->sheets[i].at))
                b->sheets[i].at = r.at;
            i++;
        }
        if (r.id == CJ_BIFF_EOF && depth)
            depth--;
    }
    for (i = 0; i < b->n_sheets; i++)
        if (!begins_sheet(b, b->sheets[i].at))
            b->sheets[i].at = CJ_NONE;
}

bool cj_biff_open(cj_arena *arena, cj_str stream, cj_biff *b)
{
    size_t at = 0;
    cj_biff_record r;
    unsigned type;

    memset(b, 0, sizeof *b);
    b->stream = stream;
    if (!cj_biff_next(stream, &at, &r) || !cj_biff_is_bof(r.id))
        return false;
    b->version = version_of(&r);
    type = u16(&r, 2);
    while (cj_biff_next(stream, &at, &r) && r.id != CJ_BIFF_EOF)
        if (!global(arena, b, &r))
            return true;
    if (type != GLOBALS && type != WORKSPACE && !b->n_sheets)
        add_sheet(arena, b, 0)->name = CJ_STR("Sheet1"); /* a sheet without a book */
    else
        find_sheets(arena, b, at);
    return true;
}

/* ---- cells --------------------------------------------------------------------------------- */

static double rk(uint32_t x)
{
    double value;

    if (x & 2) {
        value = (double)((int32_t)x >> 2);
    } else {
        uint64_t bits = (uint64_t)(x & 0xfffffffcu) << 32;

        memcpy(&value, &bits, sizeof value);
    }
    return x & 1 ? value / 100 : value;
}

/* BIFF2 keeps three bytes of attributes where the others have the number of a style. */
static size_t place(const cj_biff *b, const cj_biff_record *r, bool old, cj_biff_cell *cell)
{
    memset(cell, 0, sizeof *cell);
    cell->row = u16(r, 0);
    cell->col = u16(r, 2);
    cell->xf = old || b->version == 2 ? u8(r, 4) & 0x3f : u16(r, 4);
    return old || b->version == 2 ? 7 : 6;
}

static void set_boolerr(cj_biff_cell *cell, unsigned value, bool error)
{
    cell->kind = error ? CJ_BIFF_ERROR : CJ_BIFF_BOOL;
    cell->number = value;
}

static void set_double(cj_biff_cell *cell, const cj_biff_record *r, size_t at)
{
    cell->kind = CJ_BIFF_LOST;
    if (at + 8 > r->body.n)
        return;
    cell->kind = CJ_BIFF_DOUBLE;
    cell->number = cj_le_double(r->body.p + at);
    if (!isfinite(cell->number))
        set_boolerr(cell, NOT_A_NUMBER, true); /* as Excel shows it */
}

static void set_text(cj_biff_cell *cell, const cj_biff_record *r, size_t in)
{
    cell->kind = CJ_BIFF_TEXT;
    cell->text.at = r->at;
    cell->text.in = in;
}

static void set_shared(const cj_biff *b, cj_biff_cell *cell, uint32_t i)
{
    cell->kind = i < b->n_strings ? CJ_BIFF_TEXT : CJ_BIFF_LOST;
    if (i < b->n_strings)
        cell->text = b->strings[i];
}

/* The saved result of a formula; true where a STRING record behind it has it. */
static bool set_result(cj_biff_cell *cell, const cj_biff_record *r, size_t at)
{
    cell->formula = true;
    if (u16(r, at + 6) != 0xffff) {
        set_double(cell, r, at);
        return false;
    }
    cell->kind = CJ_BIFF_LOST;
    switch (u8(r, at)) {
    case 0:
        return true;
    case 1:
    case 2:
        set_boolerr(cell, u8(r, at + 2), u8(r, at) == 2);
        break;
    case 3: /* the empty text: its own length reads as 0 */
        set_text(cell, r, r->body.n);
        break;
    default:
        break;
    }
    return false;
}

/* Fills *cell from a record of one cell. 0: no cell, 1: a cell, 2: its text comes later. */
static int one_cell(const cj_biff *b, const cj_biff_record *r, cj_biff_cell *cell)
{
    bool old = r->id < 0x10 && r->id != FORMULA;
    size_t at = place(b, r, old, cell);

    if (r->body.n <= at)
        return 0;
    switch (r->id) {
    case INTEGER2:
        cell->kind = CJ_BIFF_DOUBLE;
        cell->number = u16(r, at);
        return 1;
    case CJ_BIFF_NUMBER:
    case NUMBER2:
        set_double(cell, r, at);
        return 1;
    case CJ_BIFF_RK:
        cell->kind = CJ_BIFF_DOUBLE;
        cell->number = rk(u32(r, at));
        return 1;
    case LABEL:
    case LABEL2:
    case CJ_BIFF_RSTRING:
        set_text(cell, r, at);
        return 1;
    case CJ_BIFF_LABELSST:
        set_shared(b, cell, u32(r, at));
        return 1;
    case BOOLERR:
    case BOOLERR2:
        set_boolerr(cell, u8(r, at), u8(r, at + 1) == 1);
        return 1;
    case FORMULA:
    case FORMULA3:
    case FORMULA4:
        return set_result(cell, r, at) ? 2 : 1;
    default:
        return 0;
    }
}

static bool many_numbers(const cj_biff *b, const cj_biff_record *r, cj_biff_on_cell on_cell,
                         void *context)
{
    size_t at;
    unsigned col = u16(r, 2);
    cj_biff_cell cell;

    for (at = 4; at + 8 <= r->body.n; at += 6) {
        place(b, r, false, &cell);
        cell.col = col++;
        cell.xf = u16(r, at);
        cell.kind = CJ_BIFF_DOUBLE;
        cell.number = rk(u32(r, at + 2));
        if (!on_cell(context, &cell))
            return false;
    }
    return true;
}

static bool part_of_formula(unsigned id)
{
    return id == ARRAY || id == ARRAY2 || id == TABLE || id == TABLE2 || id == TABLE2B ||
           id == SHARED_FORMULA || id == CJ_BIFF_CONTINUE;
}

bool cj_biff_cells(const cj_biff *b, const cj_biff_sheet *s, cj_biff_on_cell on_cell,
                   void *context)
{
    size_t at = s->at, depth = 0;
    bool waiting = false;
    cj_biff_cell cell, held;
    cj_biff_record r;
    int is;

    while (at != CJ_NONE && cj_biff_next(b->stream, &at, &r)) {
        if (waiting && (r.id == STRING || r.id == STRING2))
            set_text(&held, &r, 0);
        if (waiting && !part_of_formula(r.id)) {
            waiting = false;
            if (!on_cell(context, &held))
                return false;
        }
        if (cj_biff_is_bof(r.id))
            depth++; /* a chart inside the sheet has numbers of its own */
        else if (r.id == CJ_BIFF_EOF && --depth == 0)
            return true;
        if (depth != 1)
            continue;
        if (r.id == CJ_BIFF_MULRK && !many_numbers(b, &r, on_cell, context))
            return false;
        is = one_cell(b, &r, &cell);
        if (is == 1 && !on_cell(context, &cell))
            return false;
        if (is == 2)
            held = cell;
        waiting = waiting || is == 2;
    }
    return !waiting || on_cell(context, &held);
}
