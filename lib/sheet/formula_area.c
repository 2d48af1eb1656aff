/* formula_area.c - areas as they are written, and what becomes of them where rows or columns move. */
#include "sheet/formula_area.h"
#include "sheet/formula.h"

bool cj_area_word(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '.' || c == '\\' || c == '?' || (unsigned char)c >= 0x80;
}

/* ---- reading -------------------------------------------------------------------------------------- */

static size_t take_letters(cj_str s, cj_area_end *out)
{
    size_t i = s.n && s.p[0] == '$', from = i;
    uint32_t c = 0;

    out->fixed = i != 0;
    for (; i < s.n && i - from < 4; i++) {
        char l = (char)(s.p[i] & ~0x20);

        if (l < 'A' || l > 'Z' || !cj_area_word(s.p[i]))
            break;
        c = c * 26 + (uint32_t)(l - 'A' + 1);
    }
    if (i == from || i - from > 3 || c > CJ_MOST_COLS)
        return 0;
    out->at = c;
    out->bytes = cj_str_cut(s, from, i - from);
    return i;
}

static size_t take_digits(cj_str s, cj_area_end *out)
{
    size_t i = s.n && s.p[0] == '$', from = i;
    uint32_t r = 0;

    out->fixed = i != 0;
    for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && i - from < 8; i++)
        r = r * 10 + (uint32_t)(s.p[i] - '0');
    if (i == from || s.p[from] == '0' || r > CJ_MOST_ROWS)
        return 0;
    out->at = r;
    out->bytes = cj_str_cut(s, from, i - from);
    return i;
}

/* "B2", "B" or "2". */
static size_t take_corner(cj_str s, cj_area_end *col, cj_area_end *row)
{
    static const cj_area_end none = { 0, false, { NULL, 0 } };
    size_t n = take_letters(s, col), more;

    if (!n)
        *col = none;
    more = take_digits(cj_str_from(s, n), row);
    if (!more)
        *row = none;
    return n + more;
}

static bool ends_here(cj_str s, size_t n)
{
    return n >= s.n || (!cj_area_word(s.p[n]) && !(s.p[n] && strchr("$!([", s.p[n])));
}

static bool same_shape(const cj_area *a)
{
    return !a->col[0].at == !a->col[1].at && !a->row[0].at == !a->row[1].at;
}

size_t cj_area_take(cj_str s, cj_area *out)
{
    size_t n, more;

    memset(out, 0, sizeof *out);
    n = take_corner(s, &out->col[0], &out->row[0]);
    if (!n)
        return 0;
    if (n < s.n && s.p[n] == ':') {
        more = take_corner(cj_str_from(s, n + 1), &out->col[1], &out->row[1]);
        out->pair = more && same_shape(out) && ends_here(s, n + 1 + more);
        if (out->pair)
            return n + 1 + more;
    }
    memset(&out->col[1], 0, sizeof out->col[1]);
    memset(&out->row[1], 0, sizeof out->row[1]);
    return out->col[0].at && out->row[0].at && ends_here(s, n) ? n : 0;
}

/* ---- moving --------------------------------------------------------------------------------------- */

static void set_end(cj_area_end *end, uint32_t at, bool *changed)
{
    if (end->at == at)
        return;
    end->at = at;
    end->bytes.p = NULL;
    *changed = true;
}

/* One end alone, which is moved to the edge of what is gone. */
static void follow_end(cj_area_end *end, const cj_shift *s, uint32_t most, bool *changed)
{
    uint32_t at = cj_shifted(s, end->at, most);

    set_end(end, at ? at : s->out ? (s->at > 1 ? s->at - 1 : 1) : most, changed);
}

/* Two ends with the cells between them. */
static bool follow_both(cj_area_end *low, cj_area_end *high, const cj_shift *s,
                        uint32_t most, unsigned how, bool *changed)
{
    uint32_t a = cj_shifted(s, low->at, most), b = cj_shifted(s, high->at, most);
    bool grows = s->takes_in && !s->out && s->at && high->at == s->at - 1 &&
                 (low->at < high->at || (how & CJ_AREA_SINGLE_GROWS));

    if (low->at == 1 && high->at == most)
        return true;
    if (!a && s->out)
        a = s->at;
    if (!b)
        b = s->out ? s->at - 1 : most;
    if (grows)
        b = s->n <= most - b ? b + s->n : most;
    if (!a || a > b)
        return false;
    set_end(low, a, changed);
    set_end(high, b, changed);
    return true;
}

static bool follow_pair(cj_area_end end[2], const cj_shift *s, uint32_t most, unsigned how,
                        bool *changed)
{
    unsigned low = end[0].at > end[1].at;

    if ((how & CJ_AREA_FIXED_ONLY) && !(end[0].fixed && end[1].fixed)) {
        if (end[0].fixed)
            follow_end(&end[0], s, most, changed);
        if (end[1].fixed)
            follow_end(&end[1], s, most, changed);
        return true;
    }
    return follow_both(&end[low], &end[!low], s, most, how, changed);
}

/* A cell that ends at the row before becomes an area where that is asked for. */
static void make_pair(cj_area *area, const cj_shift *s, unsigned how)
{
    const cj_area_end *end = s->cols ? &area->col[0] : &area->row[0];

    if (area->pair || !s->takes_in || s->out || !(how & CJ_AREA_SINGLE_GROWS) ||
        end->at + 1 != s->at)
        return;
    area->pair = true;
    area->col[1] = area->col[0];
    area->row[1] = area->row[0];
}

bool cj_area_follow(cj_area *area, const cj_shift *s, unsigned how, bool *changed)
{
    cj_area_end *end = s->cols ? area->col : area->row;
    uint32_t most = s->cols ? CJ_MOST_COLS : CJ_MOST_ROWS, at;

    if (!end->at)
        return true;
    make_pair(area, s, how);
    if (area->pair)
        return follow_pair(end, s, most, how, changed);
    if ((how & CJ_AREA_FIXED_ONLY) && !end->fixed)
        return true;
    at = cj_shifted(s, end->at, most);
    if (at)
        set_end(end, at, changed);
    return at != 0;
}

static bool carry(cj_area_end *end, long by, long most)
{
    bool changed = false;
    long at;

    if (!end->at || end->fixed)
        return false;
    at = ((long)end->at - 1 + by % most + most) % most + 1;
    set_end(end, (uint32_t)at, &changed);
    return changed;
}

bool cj_area_carry(cj_area *area, long rows, long cols)
{
    bool changed = false;
    int i;

    for (i = 0; i < 2; i++) {
        changed |= carry(&area->row[i], rows, CJ_MOST_ROWS);
        changed |= carry(&area->col[i], cols, CJ_MOST_COLS);
    }
    return changed;
}

static bool covers(const cj_area_end end[2], bool pair, uint32_t at)
{
    unsigned low = pair && end[0].at > end[1].at;

    if (!pair)
        return end[0].at == at;
    return !end[0].at || (at >= end[low].at && at <= end[!low].at);
}

bool cj_area_covers(const cj_area *area, uint32_t row, uint32_t col)
{
    return covers(area->row, area->pair, row) && covers(area->col, area->pair, col);
}

void cj_area_rows(const cj_area *area, uint32_t *first, uint32_t *last)
{
    const cj_area_end *row = area->row;
    unsigned low = area->pair && row[0].at > row[1].at;

    *first = row[0].at ? row[low].at : 1;
    *last = !row[0].at ? CJ_MOST_ROWS : area->pair ? row[!low].at : row[0].at;
}

/* ---- writing -------------------------------------------------------------------------------------- */

static void put_end(cj_buf *to, const cj_area_end *end, bool col)
{
    char name[CJ_REF_MAX];

    if (!end->at)
        return;
    if (end->fixed)
        cj_buf_byte(to, '$');
    if (end->bytes.p) {
        cj_buf_add(to, end->bytes);
        return;
    }
    cj_ref(name, col ? 0 : end->at, col ? end->at : 0);
    cj_buf_z(to, name);
}

void cj_area_put(cj_buf *to, const cj_area *area)
{
    int i;

    for (i = 0; i <= area->pair; i++) {
        if (i)
            cj_buf_byte(to, ':');
        put_end(to, &area->col[i], true);
        put_end(to, &area->row[i], false);
    }
}

cj_str cj_area_shift(cj_arena *arena, cj_str text, const cj_shift *shift)
{
    static const cj_str gone = { NULL, 0 };
    bool changed = false;
    cj_area area;
    cj_buf b;

    if (!text.n || cj_area_take(text, &area) != text.n)
        return text;
    if (!cj_area_follow(&area, shift, CJ_AREA_SINGLE_GROWS, &changed))
        return gone;
    if (!changed)
        return text;
    cj_buf_init(&b, arena);
    cj_area_put(&b, &area);
    return cj_buf_str(&b);
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The next of a list of areas. */
static bool next_of_list(cj_str *rest, cj_str *one)
{
    size_t n = 0;

    while (rest->n && blank(rest->p[0]))
        *rest = cj_str_from(*rest, 1);
    while (n < rest->n && !blank(rest->p[n]))
        n++;
    *one = cj_str_cut(*rest, 0, n);
    *rest = cj_str_from(*rest, n);
    return n != 0;
}

cj_str cj_areas_shift(cj_arena *arena, cj_str areas, const cj_shift *shift)
{
    cj_str rest = areas, one, is, none = { NULL, 0 };
    bool changed = false;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (next_of_list(&rest, &one)) {
        is = cj_area_shift(arena, one, shift);
        changed |= is.p != one.p;
        if (!is.p)
            continue;
        if (b.n)
            cj_buf_byte(&b, ' ');
        cj_buf_add(&b, is);
    }
    return !changed ? areas : b.n ? cj_buf_str(&b) : none;
}
