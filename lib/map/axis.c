/* axis.c - the words that name an axis: "フェーズ", "Stage", "Phase / Layer", "Buyer stage". */
#include "map/labels.h"
#include "map/normal.h"
#include "base/utf8.h"

enum { MAX_BYTES = 120, MAX_WORDS = 4 };

static bool between(uint32_t cp)
{
    return cp == '/' || cp == '\\' || cp == '|' || cp == '\n' || cp == 0xff0f ||
           cp == 0xff3c || cp == 0x30fb || cp == 0x2192 || cp == 0x2193;
}

static bool parted(cj_str text)
{
    while (text.n)
        if (between(cj_utf8_next(&text)))
            return true;
    return false;
}

/* "Phase / Layer": one part that is the axis of the phases decides. */
static int by_parts(cj_arena *arena, cj_str text)
{
    cj_str rest = text, from = text;
    int axis = -1;

    while (from.n) {
        cj_str piece = rest = from;
        int id;

        while (rest.n && !between(cj_utf8_next(&rest)))
            ;
        piece.n -= rest.n;
        if (piece.n && between(cj_utf8_last(piece)))
            piece.n -= cj_utf8_len(cj_utf8_last(piece));
        from = rest;
        id = cj_labels_id(CJ_FAM_AXIS, cj_label_key(arena, piece));
        if (id == CJ_AXIS_PHASE)
            return id;
        axis = id >= 0 ? id : axis;
    }
    return axis;
}

/* "Buyer stage", "利用ステージ": what the last word names. */
static bool ends_in_phase(cj_arena *arena, cj_str text)
{
    static const char *const latin[] = { " stage", " phase", " step" };
    static const char *const japanese[] = { "フェーズ", "ステージ", "段階", "ステップ" };
    cj_str words = CJ_STR("");
    size_t i, spaces = 0;

    if (cj_utf8_survey(text) & (CJ_HAS_UPPER | CJ_HAS_LOWER | CJ_HAS_OTHER))
        words = cj_label_words(arena, text);
    for (i = 0; i < words.n; i++)
        spaces += words.p[i] == ' ';
    for (i = 0; i < sizeof latin / sizeof *latin; i++)
        if (spaces < MAX_WORDS && cj_str_ends(words, cj_str_of(latin[i])))
            return true;
    for (i = 0; i < sizeof japanese / sizeof *japanese; i++)
        if (text.n <= 45 && cj_str_ends(text, cj_str_of(japanese[i])))
            return true;
    return false;
}

/* "Stages and tasks", "Phase & goals", "フェーズと項目": the first word names the axis. */
static bool begins_with_phase(cj_arena *arena, cj_str text)
{
    static const cj_str joints[] = { CJ_LIT(" and "), CJ_LIT(" & "), CJ_LIT("&"),
                                     CJ_LIT(" + "),   CJ_LIT("と"),  CJ_LIT(", ") };
    size_t i, at;

    for (i = 0; i < sizeof joints / sizeof *joints; i++) {
        at = cj_str_find(text, joints[i]);
        if (at != CJ_NONE && at &&
            cj_labels_id(CJ_FAM_AXIS, cj_label_key(arena, cj_str_cut(text, 0, at))) ==
                CJ_AXIS_PHASE)
            return true;
    }
    return false;
}

int cj_axis_of(cj_arena *arena, cj_str text)
{
    int id;

    if (!text.n || text.n > MAX_BYTES)
        return -1;
    id = cj_labels_id(CJ_FAM_AXIS, cj_label_key(arena, text));
    if (id < 0 && parted(text))
        id = by_parts(arena, text);
    if (id < 0 && (ends_in_phase(arena, text) || begins_with_phase(arena, text)))
        return CJ_AXIS_PHASE;
    return id;
}
