/* fields.c - whether two texts of one field say the same. */
#include "diff/differ.h"
#include "base/number.h"
#include "base/utf8.h"
#include "map/items.h"

/* 2025/6/3 and 2025-06-03 */
static bool same_day(cj_str a, cj_str b, unsigned fiscal_start)
{
    cj_when x, y;

    return cj_when_parse(a, fiscal_start, &x) && cj_when_parse(b, fiscal_start, &y) &&
           x.grain == y.grain && cj_date_days(x.from) == cj_date_days(y.from) &&
           cj_date_days(x.to) == cj_date_days(y.to);
}

static bool same_number(cj_str a, cj_str b)
{
    double x, y;

    return cj_number_parse(a, &x) && cj_number_parse(b, &y) && !(x < y) && !(x > y);
}

cj_change_kind cj_texts_differ(cj_arena *arena, cj_str old, cj_str now,
                               unsigned fiscal_start)
{
    if (cj_str_eq(old, now))
        return CJ_N_CHANGES;
    old = cj_utf8_trim(old);
    now = cj_utf8_trim(now);
    if (cj_str_eq(old, now))
        return CJ_WORDING;
    if (!old.n || !now.n) {
        if (cj_placeholder(arena, old.n ? old : now))
            return CJ_WORDING;
        return old.n ? CJ_REMOVED : CJ_ADDED;
    }
    if (same_number(old, now) || same_day(old, now, fiscal_start) ||
        cj_str_eq(cj_item_key(arena, old), cj_item_key(arena, now)))
        return CJ_WORDING;
    if (cj_placeholder(arena, old) || cj_placeholder(arena, now))
        return cj_placeholder(arena, old) && cj_placeholder(arena, now) ? CJ_WORDING
               : cj_placeholder(arena, old)                             ? CJ_ADDED
                                                                        : CJ_REMOVED;
    return CJ_CHANGED;
}
