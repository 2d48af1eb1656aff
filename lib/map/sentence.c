/* sentence.c - where a comma parts two items, and where it only parts a sentence. */
#include "map/sentence.h"
#include "base/utf8.h"

#define N(table) (sizeof(table) / sizeof *(table))

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static bool ends_in(cj_str s, const cj_str *words, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_ends(s, words[i]))
            return true;
    return false;
}

/* ---- pains: a comma may stand inside a sentence ---------------------------------------------------- */

/* [E1] behind the clause does not belong to it. */
static cj_str without_brackets_behind(cj_str s)
{
    static const struct {
        cj_str open, close;
    } pairs[] = {
        { CJ_LIT("["), CJ_LIT("]") },   { CJ_LIT("［"), CJ_LIT("］") },
        { CJ_LIT("("), CJ_LIT(")") },   { CJ_LIT("（"), CJ_LIT("）") },
        { CJ_LIT("【"), CJ_LIT("】") },
    };
    size_t i, at;

    for (i = 0; i < N(pairs); i++) {
        if (!cj_str_ends(s, pairs[i].close))
            continue;
        for (at = s.n; at > 0 && s.n - at < 200; at--)
            if (cj_str_starts(cj_str_from(s, at), pairs[i].open))
                return cj_utf8_trim(cj_str_cut(s, 0, at));
    }
    return s;
}

/* 権限が粗く、…: the clause goes on. */
static bool conjunctive(cj_str left)
{
    static const cj_str endings[] = {
        CJ_LIT("て"),
        CJ_LIT("で"),
        CJ_LIT("し"),
        CJ_LIT("え"),
        CJ_LIT("り"),
        CJ_LIT("み"),
        CJ_LIT("び"),
        CJ_LIT("ず"),
        CJ_LIT("ば"),
        CJ_LIT("と"),
        CJ_LIT("が"),
        CJ_LIT("ので"),
        CJ_LIT("から"),
        CJ_LIT("ため"),
        CJ_LIT("けど"),
        CJ_LIT("つつ"),
        CJ_LIT("ながら"),
        CJ_LIT("く"),
        /* particles and times: nothing ends there */
        CJ_LIT("は"),
        CJ_LIT("も"),
        CJ_LIT("に"),
        CJ_LIT("を"),
        CJ_LIT("へ"),
        CJ_LIT("の"),
        CJ_LIT("や"),
        CJ_LIT("か"),
        CJ_LIT("まで"),
        CJ_LIT("より"),
        CJ_LIT("ても"),
        CJ_LIT("たら"),
        CJ_LIT("なら"),
        CJ_LIT("とき"),
        CJ_LIT("場合"),
        CJ_LIT("際"),
        CJ_LIT("ものの"),
        CJ_LIT("だけでなく"),
    };

    return ends_in(left, endings, N(endings));
}

static bool has_any(cj_str s, const cj_str *words, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_has(s, words[i]))
            return true;
    return false;
}

/* 営業、CS、サポートの情報が分断: bare nouns that only begin an enumeration. ログイン不可、エラー多発:
 * each says what is wrong. */
static bool enumerates(cj_str left, cj_str right)
{
    static const cj_str wrong[] = {
        CJ_LIT("不"),   CJ_LIT("未"),     CJ_LIT("無"),   CJ_LIT("難"),   CJ_LIT("多"),
        CJ_LIT("高"),   CJ_LIT("低"),     CJ_LIT("遅"),   CJ_LIT("過"),   CJ_LIT("欠"),
        CJ_LIT("漏"),   CJ_LIT("誤"),     CJ_LIT("困"),   CJ_LIT("悪"),   CJ_LIT("弱"),
        CJ_LIT("重"),   CJ_LIT("雑"),     CJ_LIT("倒"),   CJ_LIT("手間"), CJ_LIT("負担"),
        CJ_LIT("ミス"), CJ_LIT("エラー"), CJ_LIT("減"),   CJ_LIT("増"),   CJ_LIT("停"),
        CJ_LIT("失"),   CJ_LIT("障害"),   CJ_LIT("課題"),
    };
    static const cj_str particles[] = { CJ_LIT("が"), CJ_LIT("を"), CJ_LIT("は"),
                                        CJ_LIT("に"), CJ_LIT("の") };
    cj_str rest = left;

    while (rest.n)
        if (cj_utf8_script(cj_utf8_next(&rest)) == CJ_SCRIPT_HIRAGANA)
            return false;
    return !has_any(left, wrong, N(wrong)) && has_any(right, particles, N(particles));
}

/* ---- commas ------------------------------------------------------------------------------------------ */

bool cj_has_japanese(cj_str s)
{
    while (s.n) {
        cj_script script = cj_utf8_script(cj_utf8_next(&s));

        if (script == CJ_SCRIPT_HIRAGANA || script == CJ_SCRIPT_KATAKANA ||
            script == CJ_SCRIPT_HAN)
            return true;
    }
    return false;
}

static bool digit(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_DIGIT;
}

/* As much of a clause as is looked at. */
#define NEAR 240u

bool cj_commas_part(cj_elem elem)
{
    switch ((int)elem) {
    case CJ_TOUCHPOINT:
    case CJ_KPI:
    case CJ_OWNER:
    case CJ_EVIDENCE:
    case CJ_MIND:
    case CJ_THOUGHT:
    case CJ_EMOTION:
    case CJ_PAIN:
        return true;
    default:
        return false;
    }
}

bool cj_comma_parts(cj_elem elem, cj_str line, size_t at, size_t n, bool latin)
{
    cj_str left = cj_utf8_trim(cj_utf8_tail(cj_str_cut(line, 0, at), NEAR));
    cj_str right = cj_utf8_head(cj_str_from(line, at + n), NEAR);

    /* 1,000件 and 3、4人 */
    if (digit(cj_utf8_last(left)) && digit(peek(right)))
        return false;
    switch ((int)elem) {
    case CJ_TOUCHPOINT:
    case CJ_KPI:
    case CJ_OWNER:
    case CJ_EVIDENCE:
        return true;
    case CJ_MIND:
    case CJ_THOUGHT:
    case CJ_EMOTION:
        return n > 1 || !latin;
    case CJ_PAIN:
        left = without_brackets_behind(left);
        return n > 1 && !conjunctive(left) && !enumerates(left, right);
    default:
        return false;
    }
}

/* ---- the target of a KPI ------------------------------------------------------------------------------- */

bool cj_kpi_target(cj_arena *arena, cj_str piece)
{
    static const cj_str words[] = { CJ_LIT("目標値"), CJ_LIT("目標"), CJ_LIT("target") };
    static const cj_str links[] = {
        CJ_LIT(":"),      CJ_LIT("="),    CJ_LIT("は"),       CJ_LIT("約"),
        CJ_LIT("of"),     CJ_LIT("is"),   CJ_LIT("<"),        CJ_LIT(">"),
        CJ_LIT("≤"),      CJ_LIT("≥"),    CJ_LIT("≦"),        CJ_LIT("≧"),
        CJ_LIT("+"),      CJ_LIT("-"),    CJ_LIT("~"),        CJ_LIT("$"),
        CJ_LIT("¥"),      CJ_LIT("€"),    CJ_LIT("at least"), CJ_LIT("at most"),
        CJ_LIT("under"),  CJ_LIT("over"), CJ_LIT("below"),    CJ_LIT("above"),
        CJ_LIT("within"), CJ_LIT("月"),   CJ_LIT("週"),       CJ_LIT("年"),
        CJ_LIT("→"),      CJ_LIT("("),
    };
    cj_str s = cj_utf8_fold(arena, cj_utf8_head(piece, 64));
    size_t i;

    while (s.n && (*s.p == '(' || *s.p == '[' || *s.p == ' '))
        s = cj_str_from(s, 1);
    for (i = 0; i < N(words) && !cj_str_starts(s, words[i]); i++)
        ;
    if (i == N(words))
        return false;
    s = cj_str_trim(cj_str_from(s, words[i].n));
    for (i = 0; i < N(links); i++)
        if (cj_str_starts(s, links[i])) {
            s = cj_str_trim(cj_str_from(s, links[i].n));
            i = (size_t)-1;
        }
    return !s.n || digit(peek(s));
}
