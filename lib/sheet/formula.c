/* formula.c - what becomes of a formula where cells move, where it is copied, and which cells it may see. */
#include "sheet/formula.h"
#include "sheet/formula_token.h"

/* ---- where cells move --------------------------------------------------------------------------------- */

/* Of Jan:Dec!A1 nothing moves, in Excel too: the other sheets' cells stay where they are. */
static bool leads_to(const cj_formula_token *t, cj_str sheet, const cj_formula_place *place)
{
    if (t->external || (t->last.n && !cj_formula_same_sheet(t->last, sheet)))
        return false;
    return t->head ? cj_formula_same_sheet(t->sheet, sheet)
                   : place->sheet.n && cj_formula_same_sheet(place->sheet, sheet);
}

static cj_str shift_all(cj_arena *arena, cj_str formula, const cj_formula_place *place,
                        const cj_shift *shift, unsigned how)
{
    cj_formula_reader reader;
    cj_formula_token t;
    bool any = false;
    cj_buf b;

    cj_buf_init(&b, arena);
    cj_formula_read(formula, &reader);
    while (cj_formula_next(&reader, &t)) {
        bool changed = false, there = true;

        if (t.kind == CJ_FORMULA_AREA && leads_to(&t, place->moved, place))
            there = cj_area_follow(&t.area, shift, how, &changed);
        if (!there || changed) {
            if (!any)
                cj_buf_add(&b, cj_str_cut(formula, 0, reader.at - t.bytes.n));
            any = true;
            cj_buf_add(&b, cj_str_cut(t.bytes, 0, t.head));
            if (there)
                cj_area_put(&b, &t.area);
            else
                cj_buf_z(&b, "#REF!");
        } else if (any) {
            cj_buf_add(&b, t.bytes);
        }
    }
    return any ? cj_buf_str(&b) : formula;
}

cj_str cj_formula_shift(cj_arena *arena, cj_str formula, const cj_formula_place *place,
                        const cj_shift *shift)
{
    return shift_all(arena, formula, place, shift, 0);
}

cj_str cj_formula_shift_fixed(cj_arena *arena, cj_str formula,
                              const cj_formula_place *place, const cj_shift *shift)
{
    return shift_all(arena, formula, place, shift, CJ_AREA_FIXED_ONLY);
}

/* ---- copies ------------------------------------------------------------------------------------------ */

cj_str cj_formula_copy(cj_arena *arena, cj_str formula, long rows, long cols)
{
    cj_formula_reader reader;
    cj_formula_token t;
    cj_buf b;

    if (!rows && !cols)
        return formula;
    cj_buf_init(&b, arena);
    cj_formula_read(formula, &reader);
    while (cj_formula_next(&reader, &t)) {
        if (t.kind == CJ_FORMULA_AREA && cj_area_carry(&t.area, rows, cols)) {
            cj_buf_add(&b, cj_str_cut(t.bytes, 0, t.head));
            cj_area_put(&b, &t.area);
        } else {
            cj_buf_add(&b, t.bytes);
        }
    }
    return cj_buf_str(&b);
}

/* ---- what it may see ----------------------------------------------------------------------------------- */

static bool is_call(const cj_formula_token *t, const char *upper)
{
    return cj_formula_same_sheet(cj_str_from(t->bytes, t->head), cj_str_of(upper));
}

static bool leads_anywhere(const cj_formula_token *t)
{
    if (t->kind == CJ_FORMULA_CALL)
        return is_call(t, "INDIRECT") || is_call(t, "OFFSET") || is_call(t, "GETPIVOTDATA");
    if (t->kind == CJ_FORMULA_AREA)
        return !t->external && t->last.n;
    return !t->external && (t->kind == CJ_FORMULA_NAME || t->kind == CJ_FORMULA_TABLE ||
                            t->kind == CJ_FORMULA_RANGE || t->kind == CJ_FORMULA_SPILL);
}

static bool covers_some(const cj_area *area, const cj_edit *cells, size_t n)
{
    uint32_t first, last;
    size_t low = 0, high = n;

    cj_area_rows(area, &first, &last);
    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (cells[mid].row < first)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < n && cells[low].row <= last; low++)
        if (cj_area_covers(area, cells[low].row, cells[low].col))
            return true;
    return false;
}

bool cj_formula_sees_some(cj_str formula, const cj_formula_place *place, cj_str sheet,
                          const cj_edit *cells, size_t n)
{
    cj_formula_reader reader;
    cj_formula_token t;

    cj_formula_read(formula, &reader);
    while (cj_formula_next(&reader, &t))
        if (leads_anywhere(&t) ||
            (t.kind == CJ_FORMULA_AREA && leads_to(&t, sheet, place) &&
             covers_some(&t.area, cells, n)))
            return true;
    return false;
}

bool cj_formula_sees(cj_str formula, const cj_formula_place *place, cj_str sheet,
                     uint32_t row, uint32_t col)
{
    cj_edit cell = { .row = row, .col = col };

    return cj_formula_sees_some(formula, place, sheet, &cell, 1);
}

bool cj_formula_same_name(cj_str a, cj_str b)
{
    return a.n == b.n && cj_formula_same_sheet(a, b);
}

/* ---- what they name ------------------------------------------------------------------------------------ */

static bool names_table(const cj_formula_token *t, cj_str table)
{
    size_t n = cj_str_find(t->bytes, CJ_STR("["));

    return t->kind == CJ_FORMULA_TABLE && !t->external &&
           (n == t->head ||
            cj_formula_same_sheet(cj_str_cut(t->bytes, t->head, n - t->head), table));
}

bool cj_formula_names_table(cj_str formula, cj_str table)
{
    cj_formula_reader reader;
    cj_formula_token t;

    cj_formula_read(formula, &reader);
    while (cj_formula_next(&reader, &t))
        if (names_table(&t, table))
            return true;
    return false;
}
