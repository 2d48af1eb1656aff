/* title.c - which lines over a table are its title, where another table stands above them. */
#include "map/normal.h"
#include "map/tables.h"
#include "base/utf8.h"

enum { MAX_LABEL = 80, MAX_PAIR = 200 };

typedef enum line_kind { BLANK, LONE, PAIRS, OTHER } line_kind;

/* `作成：2025/6/3`, or a label of the metadata with its value in the next cell. */
static bool meta_label(cj_window *w, cj_str text)
{
    size_t wide = cj_str_find(text, CJ_STR("：")), at = cj_str_find(text, CJ_STR(":"));

    at = wide < at ? wide : at;
    if (at != CJ_NONE)
        text = cj_str_cut(text, 0, at);
    return text.n && text.n <= MAX_LABEL &&
           cj_labels_id(CJ_FAM_META, cj_label_key(w->arena, text)) >= 0;
}

static line_kind kind_of(cj_window *w, unsigned row, unsigned col1, unsigned col2)
{
    unsigned col, n = 0, labels = 0;
    cj_str first = CJ_STR("");

    for (col = col1; col <= col2; col++) {
        cj_str text = cj_window_text(w, row, col);

        if (!text.n)
            continue;
        first = n++ ? first : text;
        labels += text.n <= MAX_PAIR && meta_label(w, text);
    }
    if (!n)
        return BLANK;
    if (cj_grid_footnote(first))
        return OTHER;
    if (labels * 2 >= n)
        return PAIRS;
    return n == 1 ? LONE : OTHER;
}

/* The first block above may be any lone text; one further up has to speak in pairs, because a note
 * under the table above looks like a title too. */
unsigned cj_title_row(cj_window *w, unsigned row, unsigned above, unsigned col1,
                      unsigned col2)
{
    unsigned i = row, top = row, gaps = 0;
    bool pairs = false, block = false;

    while (i > above + 1) {
        line_kind kind = kind_of(w, --i, col1, col2);

        if (kind == OTHER)
            break;
        if (kind == BLANK) {
            if (block && !pairs)
                break;
            if (++gaps > 2)
                break;
            pairs = false;
            continue;
        }
        if (gaps && block && kind != PAIRS && !pairs && top != i + 1)
            break;
        pairs = pairs || kind == PAIRS;
        block = true;
        gaps = 0;
        top = i;
    }
    return top;
}

bool cj_title_names_map(cj_arena *arena, cj_str text)
{
    static const cj_str words[] = { CJ_LIT("ジャーニー"), CJ_LIT("マップ"),
                                    CJ_LIT("journey"), CJ_LIT("cjm") };
    cj_str folded = cj_utf8_fold(arena, cj_utf8_head(text, MAX_PAIR));
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(folded, words[i]) && folded.n > words[i].n)
            return true;
    return false;
}
