/* phase_id.c - which canonical phase a name means, whole or inside a longer one. */
#include "map/labels.h"
#include "map/normal.h"
#include "map/phase.h"
#include "base/utf8.h"

enum { MAX_TERM = 60 };

/* Words that plans of any kind use for their phases too. */
static bool common_word(cj_str key)
{
    static const char *const list[] = {
        "implementation",
        "setup",
        "set up",
        "setup",
        "launch",
        "kickoff",
        "use",
        "usage",
        "growth",
        "scale",
        "evaluation",
        "decision",
        "trial",
        "research",
        "discovery",
        "discover",
        "interest",
        "selection",
        "comparison",
        "deployment",
        "installation",
        "go-live",
        "golive",
        "maturity",
        "導入",
        "検討",
        "運用",
        "利用",
        "展開",
        "契約",
        "更新",
        "キックオフ",
        "購入",
        "認知",
        "共有",
        "拡大",
        "実装",
        "紹介",
        "exit",
        "leave",
        "decide",
        "buy",
        "getting started",
        "engagement",
        "implementierung",
        "einführung",
        "запуск",
        "внедрение",
        "развитие",
        "рост",
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++)
        if (cj_str_eq(key, cj_str_of(list[i])))
            return true;
    return false;
}

static int known(cj_str key)
{
    return key.n ? cj_labels_id(CJ_FAM_PHASE, key) : -1;
}

/* 更新フェーズ -> 更新, onboardingphase -> onboarding; and 活用 -> 活用期. */
static int by_suffix(cj_arena *arena, cj_str key)
{
    static const char *const suffixes[] = { "フェーズ", "ステージ", "段階",   "期",
                                            "phase",    "stage",    "period", "阶段",
                                            "階段",     "단계",     "기",     "phasen" };
    size_t i;
    int id;

    for (i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        cj_str s = cj_str_of(suffixes[i]);

        if (!cj_str_ends(key, s) || key.n == s.n)
            continue;
        id = known(cj_str_cut(key, 0, key.n - s.n));
        if (id < 0)
            id = known(
                cj_str_fmt(arena, CJ_FMT "期", CJ_ARG(cj_str_cut(key, 0, key.n - s.n))));
        if (id >= 0)
            return id;
    }
    return cj_label_cjk(key) ? known(cj_str_fmt(arena, CJ_FMT "期", CJ_ARG(key))) : -1;
}

/* 購入後 is not 購入, and 未導入 not 導入. */
static bool turned(cj_str key, size_t at, size_t end)
{
    static const char *const before[] = { "未", "再", "非", "脱" };
    static const char *const after[] = { "後", "前", "待ち" };
    size_t i;

    for (i = 0; i < sizeof before / sizeof *before; i++)
        if (cj_str_ends(cj_str_cut(key, 0, at), cj_str_of(before[i])))
            return true;
    for (i = 0; i < sizeof after / sizeof *after; i++)
        if (cj_str_starts(cj_str_from(key, end), cj_str_of(after[i])))
            return true;
    return false;
}

/* Terms inside a longer CJK name: one canonical phase, or none is known. */
static int inside_cjk(cj_str key)
{
    size_t at = 0;
    int found = -1;

    while (at < key.n) {
        int id = -1;
        size_t len = cj_labels_beginning(CJ_FAM_PHASE, cj_str_from(key, at), MAX_TERM, &id);
        cj_str rest = cj_str_from(key, at);

        if (len && !turned(key, at, at + len)) {
            if (found >= 0 && found != id)
                return -1;
            found = id;
        }
        if (!len) {
            cj_utf8_next(&rest);
            len = key.n - rest.n - at;
        }
        at += len;
    }
    return found;
}

static int inside_words(cj_arena *arena, cj_str text)
{
    static const char *const turns[] = { "post",   "pre", "non", "after",
                                         "before", "re",  "end" };
    cj_str rest = cj_label_words(arena, text), word, last = { "", 0 };
    int found = -1;

    if (!rest.n)
        return -1;
    while (cj_str_split(&rest, ' ', &word)) {
        size_t n, i;
        const cj_label *l = cj_labels_find_words(CJ_FAM_PHASE, word, &n);

        for (i = 0; l && i < sizeof turns / sizeof *turns; i++)
            if (cj_str_eq(last, cj_str_of(turns[i])))
                l = NULL;
        if (l && found >= 0 && found != l->id)
            return -1;
        if (l)
            found = l->id;
        last = word;
    }
    return found;
}

static int by_parts(cj_arena *arena, cj_str name)
{
    cj_str rest = name, piece;
    int id = -1, next;

    while (rest.n) {
        cj_str from = rest;
        uint32_t cp = 0;

        while (rest.n && (cp = cj_utf8_next(&rest)) != '/' && cp != '(' && cp != ')' &&
               cp != '&' && cp != 0x30fb)
            ;
        piece = cj_str_cut(from, 0, from.n - rest.n);
        if (piece.n && (cp == '/' || cp == '(' || cp == ')' || cp == '&' || cp == 0x30fb))
            piece.n -= cj_utf8_len(cp);
        piece = cj_label_key(arena, piece);
        next = known(piece);
        if (next < 0 && piece.n)
            next = by_suffix(arena, piece);
        if (id >= 0 && next >= 0 && id != next)
            return -1;
        if (next >= 0)
            id = next;
    }
    return id;
}

cj_phase_id cj_phase_id_of(cj_arena *arena, cj_str name, cj_str key, bool *plain)
{
    int id = known(key);

    if (id < 0)
        id = by_suffix(arena, key);
    *plain = id >= 0 && !common_word(key);
    if (id < 0)
        id = by_parts(arena, name);
    if (id < 0 && key.n <= MAX_TERM * 2)
        id = cj_label_cjk(key) ? inside_cjk(key) : inside_words(arena, name);
    return id < 0 ? CJ_PHASE_OTHER : (cj_phase_id)id;
}
