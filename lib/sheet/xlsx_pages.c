/* xlsx_pages.c - the paper for a sheet, and where its pages end. */
#include "sheet/xlsx_pages.h"
#include "sheet/xlsx_refuse.h"
#include <math.h>

/* In pixels of a usual screen, without the margins. */
typedef struct paper {
    unsigned size;
    bool across;
    double wide, high;
} paper;

enum { A3 = 8, A4 = 9 };

static const paper upright = { A4, false, 716, 1016 }, across = { A4, true, 1045, 687 },
                   large = { A3, true, 1510, 1016 };

/* All cells, and the charts under them. */
static cj_range whole(const cj_sheet *sheet)
{
    const cj_look *look = &sheet->look;
    cj_range all = { 1, 1, sheet->rows, sheet->cols };
    size_t i;

    for (i = 0; i < look->n_charts; i++) {
        all.row2 = look->charts[i].at.row2 > all.row2 ? look->charts[i].at.row2 : all.row2;
        all.col2 = look->charts[i].at.col2 > all.col2 ? look->charts[i].at.col2 : all.col2;
    }
    return all;
}

/* Small enough for A4 without getting too small to read. */
static const paper *paper_for(const cj_look *look, cj_extent all)
{
    if (look->upright)
        return all.wide > upright.wide * 1.35 ? &across : &upright;
    return look->page || all.wide > across.wide * 1.25 ? &large
           : all.wide <= upright.wide * 1.15           ? &upright
                                                       : &across;
}

static double scale_of(const paper *on, cj_extent all)
{
    return all.wide > on->wide ? on->wide / all.wide : 1;
}

/* A map is one picture: it is made smaller for that, but not below six points. A list goes on on the
 * next sheet, unless little is left for that. */
static bool on_one(const cj_look *look, const paper *on, cj_extent all)
{
    double by_height = all.high > on->high ? on->high / all.high : 1;

    return by_height >= (look->page ? 0.6 : 0.8 * scale_of(on, all));
}

/* ---- charts ---------------------------------------------------------------------------------------- */

#define SPARE 0.97 /* programs differ by a few lines to a page */

static double height(const cj_measures *m, const cj_sheet *sheet, uint32_t row1,
                     uint32_t row2)
{
    cj_range rows = { row1, 1, row2, 0 };

    return !row1 || row2 < row1 ? 0 : cj_xlsx_extent(m, sheet, &rows).high;
}

/* Rows are walked once: pages end by themselves where a row does not fit any more, and before a chart that
 * does not. */
static void break_pages(cj_arena *arena, const cj_measures *m, const cj_sheet *sheet,
                        const paper *on, cj_extent all, cj_pages *out)
{
    const cj_look *look = &sheet->look;
    double room = on->high * SPARE / (floor(scale_of(on, all) * 100) / 100), used = 0;
    double head = height(m, sheet, look->repeat_row1, look->repeat_row2);
    uint32_t row = 1;
    size_t i;

    out->begin = CJ_NEW_N(arena, uint32_t, look->n_charts + 1);
    for (i = 0; i < look->n_charts; i++) {
        const cj_range *at = &look->charts[i].at;
        double high = height(m, sheet, at->row1, at->row2);

        if (!cj_xlsx_range_fits(at))
            continue;
        for (; row < at->row1; row++) {
            double one = height(m, sheet, row, row);

            used = used + one > room ? head + one : used + one;
        }
        if (row > at->row1 || used + high <= room || head + high > room)
            continue; /* beside another, or no page holds it */
        out->begin[out->n_begin++] = at->row1;
        used = head;
    }
}

cj_pages cj_xlsx_pages(cj_arena *arena, const cj_measures *m, const cj_sheet *sheet)
{
    cj_range range = whole(sheet);
    cj_extent all = cj_xlsx_extent(m, sheet, &range);
    const paper *on = paper_for(&sheet->look, all);
    cj_pages pages = { on->size, on->across, on_one(&sheet->look, on, all), NULL, 0 };

    if (!pages.one)
        break_pages(arena, m, sheet, on, all, &pages);
    return pages;
}
