/* phase_id.c - which canonical phase a name means, whole or inside a longer one. */
#include "map/labels.h"
#include "map/normal.h"
#include "map/phase.h"
#include "base/utf8.h"

enum { MAX_TERM = 60 };

/* Words that plans of any kind use for their phases too. */
static bool common_word(cj_str key)
{
    static const cj_str list[] = {
        CJ_LIT("implementation"),
        CJ_LIT("setup"),
        CJ_LIT("set up"),
        CJ_LIT("setup"),
        CJ_LIT("launch"),
        CJ_LIT("kickoff"),
        CJ_LIT("use"),
        CJ_LIT("usage"),
        CJ_LIT("growth"),
        CJ_LIT("scale"),
        CJ_LIT("evaluation"),
        CJ_LIT("decision"),
        CJ_LIT("trial"),
        CJ_LIT("research"),
        CJ_LIT("discovery"),
        CJ_LIT("discover"),
        CJ_LIT("interest"),
        CJ_LIT("selection"),
        CJ_LIT("comparison"),
        CJ_LIT("deployment"),
        CJ_LIT("installation"),
        CJ_LIT("go-live"),
        CJ_LIT("golive"),
        CJ_LIT("maturity"),
        CJ_LIT("導入"),
        CJ_LIT("検討"),
        CJ_LIT("運用"),
        CJ_LIT("利用"),
        CJ_LIT("展開"),
        CJ_LIT("契約"),
        CJ_LIT("更新"),
        CJ_LIT("キックオフ"),
        CJ_LIT("購入"),
        CJ_LIT("認知"),
        CJ_LIT("共有"),
        CJ_LIT("拡大"),
        CJ_LIT("実装"),
        CJ_LIT("紹介"),
        CJ_LIT("exit"),
        CJ_LIT("leave"),
        CJ_LIT("decide"),
        CJ_LIT("buy"),
        CJ_LIT("getting started"),
        CJ_LIT("engagement"),
        CJ_LIT("implementierung"),
        CJ_LIT("einführung"),
        CJ_LIT("запуск"),
        CJ_LIT("внедрение"),
        CJ_LIT("развитие"),
        CJ_LIT("рост"),
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++)
        if (cj_str_eq(key, list[i]))
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
    static const cj_str suffixes[] = {
        CJ_LIT("フェーズ"), CJ_LIT("ステージ"), CJ_LIT("段階"),   CJ_LIT("期"),
        CJ_LIT("phase"),    CJ_LIT("stage"),    CJ_LIT("period"), CJ_LIT("阶段"),
        CJ_LIT("階段"),     CJ_LIT("단계"),     CJ_LIT("기"),     CJ_LIT("phasen")
    };
    size_t i;
    int id;

    for (i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        cj_str s = suffixes[i];

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
    static const cj_str before[] = { CJ_LIT("未"), CJ_LIT("再"), CJ_LIT("非"),
                                     CJ_LIT("脱") };
    static const cj_str after[] = { CJ_LIT("後"), CJ_LIT("前"), CJ_LIT("待ち") };
    size_t i;

    for (i = 0; i < sizeof before / sizeof *before; i++)
        if (cj_str_ends(cj_str_cut(key, 0, at), before[i]))
            return true;
    for (i = 0; i < sizeof after / sizeof *after; i++)
        if (cj_str_starts(cj_str_from(key, end), after[i]))
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
    static const cj_str turns[] = { CJ_LIT("post"),  CJ_LIT("pre"),    CJ_LIT("non"),
                                    CJ_LIT("after"), CJ_LIT("before"), CJ_LIT("re"),
                                    CJ_LIT("end") };
    cj_str rest = cj_label_words(arena, text), word, last = { "", 0 };
    int found = -1;

    if (!rest.n)
        return -1;
    while (cj_str_split(&rest, ' ', &word)) {
        size_t n, i;
        const cj_label *l = cj_labels_find_words(CJ_FAM_PHASE, word, &n);

        for (i = 0; l && i < sizeof turns / sizeof *turns; i++)
            if (cj_str_eq(last, turns[i]))
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
