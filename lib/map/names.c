/* names.c - the names that stand above a grid: of the map, of the product, of the persona. */
#include "map/normal.h"
#include "map/window.h"
#include "base/utf8.h"

enum {
    MAX_ROWS = 12,
    MAX_COLS = 12,
    MAX_LABEL = 60,
    MAX_NAME = 60,
    MAX_TITLE = 120,
    HEADER = 3
};

/* "Dana, HR manager", 佐藤さん（人事）: the name alone. */
static cj_str name_of(cj_str value)
{
    static const cj_str ends[] = { CJ_LIT(","),   CJ_LIT("、"),   CJ_LIT("("), CJ_LIT("（"),
                                   CJ_LIT("/"),   CJ_LIT("／"),   CJ_LIT("["), CJ_LIT("\n"),
                                   CJ_LIT(" - "), CJ_LIT("さん"), CJ_LIT("様") };
    size_t i, at;

    for (i = 0; i < sizeof ends / sizeof *ends; i++) {
        at = cj_str_find(value, ends[i]);
        value = cj_str_cut(value, 0, at);
    }
    return value.n <= MAX_NAME ? value : CJ_STR("");
}

static int meta_of(const cj_window *w, cj_str label)
{
    return label.n && label.n <= MAX_LABEL
               ? cj_labels_id(CJ_FAM_META, cj_label_key(w->arena, label))
               : -1;
}

static bool says_name(int meta)
{
    return meta == CJ_META_PERSONA || meta == CJ_META_PRODUCT || meta == CJ_META_TITLE;
}

static void take(cj_window *w, int meta, cj_str value)
{
    if (says_name(meta))
        cj_known_name_add(&w->known, meta == CJ_META_TITLE ? value : name_of(value),
                          meta == CJ_META_PERSONA);
}

/* ペルソナ：佐藤 in one cell. */
static void in_one(cj_window *w, cj_str text)
{
    size_t at = cj_str_find(text, CJ_STR(":")), wide = cj_str_find(text, CJ_STR("："));

    at = at < wide ? at : wide;
    if (at != CJ_NONE)
        take(w, meta_of(w, cj_str_cut(text, 0, at)),
             cj_str_from(text, at + (at == wide ? 3 : 1)));
}

/* False where the row is the header of a table. */
static bool read_row(cj_window *w, unsigned row, bool *titled)
{
    unsigned last = w->cols < MAX_COLS ? w->cols : MAX_COLS, col, n = 0, pairs = 0;
    cj_str label = CJ_STR(""), text;
    int meta = -1;

    for (col = 1; col <= last; col++) {
        text = cj_window_text(w, row, col);
        if (!text.n)
            continue;
        n++;
        if (meta >= 0)
            take(w, meta, text);
        meta = meta >= 0 ? -1 : meta_of(w, text);
        pairs += meta >= 0;
        label = text;
        if (n >= HEADER && !pairs)
            return false;
    }
    if (n == 1)
        in_one(w, label);
    if (n == 1 && !*titled && meta < 0 && label.n <= MAX_TITLE) {
        cj_known_name_add(&w->known, label, false);
        *titled = true;
    }
    return true;
}

void cj_window_names(cj_window *w)
{
    bool titled = false;
    unsigned row;

    for (row = w->first; row <= w->rows && row < w->first + MAX_ROWS; row++)
        if (!read_row(w, row, &titled))
            return;
}
