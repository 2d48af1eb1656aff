/* timing_ja.c - Japanese ways of saying when: spans, frequencies, calendar words, triggers. */
#include "lint/timing_parts.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/lexicon.h"

size_t cj_timing_number(cj_str s)
{
    size_t n = cj_scan_number(s);

    if (n || cj_str_starts(s, CJ_STR("十分"))) /* enough, not ten minutes */
        return n;
    return cj_scan_kanji(s);
}

size_t cj_timing_unit_ja(cj_str s)
{
    static const cj_str units[] = {
        CJ_W("営業日"), CJ_W("日"),     CJ_W("日間"),   CJ_W("週"),   CJ_W("週間"),
        CJ_W("か月"),   CJ_W("ヶ月"),   CJ_W("ケ月"),   CJ_W("カ月"), CJ_W("ヵ月"),
        CJ_W("箇月"),   CJ_W("か月間"), CJ_W("ヶ月間"), CJ_W("年"),   CJ_W("年間"),
        CJ_W("時間"),   CJ_W("分"),     CJ_W("四半期"),
    };

    return CJ_SCAN(s, units);
}

/* 3営業日以内, 7日目, 90日前, 3か月ごと, 31日に; 11月末, 2025年11月 */
bool cj_timing_numbered_ja(cj_str s)
{
    static const cj_str after[] = {
        CJ_W("以内"), CJ_W("以降"), CJ_W("前"),   CJ_W("後"),   CJ_W("目"),
        CJ_W("まで"), CJ_W("ごと"), CJ_W("毎"),   CJ_W("おき"), CJ_W("経過"),
        CJ_W("時点"), CJ_W("間隔"), CJ_W("に"),   CJ_W("以上"), CJ_W("たった"),
        CJ_W("経っ"), CJ_W("頃"),   CJ_W("ころ"), CJ_W("未満"), CJ_W("より前"),
        CJ_W("から"), CJ_W("の間"),
    };
    size_t n = cj_timing_number(s), unit;

    if (!n)
        return false;
    s = cj_scan_past(s, n);
    if (cj_str_starts(s, CJ_STR("月")))
        return true;
    unit = cj_timing_unit_ja(s);
    return unit && CJ_SCAN(cj_scan_past(s, unit), after);
}

/* 週1回, 月に2回, 年4回, 月一, 月2で; 3回/週 */
static bool frequency_ja(cj_str s)
{
    static const cj_str per[] = { CJ_W("週"), CJ_W("月"), CJ_W("年"), CJ_W("日"),
                                  CJ_W("期") };
    static const cj_str times[] = { CJ_W("回"), CJ_W("度"), CJ_W("本"), CJ_W("通"),
                                    CJ_W("件") };
    static const cj_str pace[] = { CJ_W("で"), CJ_W("ペース"), CJ_W("程度") };
    static const cj_str once[] = { CJ_W("イチ"), CJ_W("一"), CJ_W("1") };
    size_t n = CJ_SCAN(s, per);

    if (n) {
        bool daily = cj_str_starts(s, CJ_STR("日"));

        s = cj_str_from(s, n);
        s = cj_scan_past(s, cj_str_starts(s, CJ_STR("に")) ? CJ_STR("に").n : 0);
        n = cj_timing_number(s);
        if (n && (CJ_SCAN(cj_scan_past(s, n), times) || CJ_SCAN(cj_scan_past(s, n), pace)))
            return true;
        return !daily && CJ_SCAN(s, once);
    }
    n = cj_timing_number(s);
    s = cj_str_from(s, n);
    if (!n || !CJ_SCAN(s, times))
        return false;
    s = cj_str_from(s, CJ_SCAN(s, times));
    return s.n && *s.p == '/' && CJ_SCAN(cj_str_from(s, 1), per);
}

/* から2週間, 〜1か月 */
static bool span_ja(cj_str s)
{
    static const cj_str from[] = { CJ_W("から"), CJ_W("より"), CJ_W("〜"), CJ_W("~") };
    size_t n = CJ_SCAN(s, from), number;

    s = cj_scan_past(s, n);
    number = cj_timing_number(s);
    return n && number && cj_timing_unit_ja(cj_scan_past(s, number));
}

/* 後, 前, 時 … that are not the beginning of another word. */
static bool relation_ja(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("直後"),   CJ_W("後"),   CJ_W("前"),   CJ_W("時"),     CJ_W("まで"),
        CJ_W("当日"),   CJ_W("翌日"), CJ_W("以内"), CJ_W("以降"),   CJ_W("日に"),
        CJ_W("と同時"), CJ_W("ごと"), CJ_W("の度"), CJ_W("のたび"),
    };
    static const cj_str others[] = {
        CJ_W("時間"), CJ_W("時期"), CJ_W("時代"), CJ_W("時給"), CJ_W("時刻"), CJ_W("前面"),
        CJ_W("前提"), CJ_W("前向"), CJ_W("前回"), CJ_W("前任"), CJ_W("前年"), CJ_W("前例"),
        CJ_W("後輩"), CJ_W("後任"), CJ_W("後半"), CJ_W("後押"), CJ_W("後悔"), CJ_W("前半"),
    };

    return CJ_SCAN(s, words) && !CJ_SCAN(s, others);
}

/* 契約後, 初回ログイン直後, 更新期限の手前まで: an event and, at most eight characters on, where. */
static bool event_ja(cj_str s)
{
    static const cj_str compounds[] = {
        CJ_W("今後"), CJ_W("最後"), CJ_W("随時"), CJ_W("常時"),
        CJ_W("臨時"), CJ_W("一時"), CJ_W("名前"),
    };
    size_t n = cj_scan_list(CJ_LEX_TIMING_EVENT, s);
    unsigned far;

    s = cj_str_from(s, n);
    for (far = 0; n && s.n && far <= 8; far++) {
        uint32_t cp;

        if (relation_ja(s) || span_ja(s))
            return true;
        if (CJ_SCAN(s, compounds))
            return false;
        cp = cj_utf8_next(&s);
        if (cp == '\n' || cp == 0x3001 || cp == 0x3002 || cp == 0x3092 || cp == 0x304c)
            return false; /* 、。を が: something else begins */
    }
    return false;
}

/* 設置時に, 訪問の当日に: at some event of our own; not 同時に, 随時に. */
static bool at_event(cj_str s)
{
    static const cj_str days[] = { CJ_W("当日に"), CJ_W("当日中"), CJ_W("翌日に"),
                                   CJ_W("前日に") };
    static const cj_str no_event[] = { CJ_W("同"), CJ_W("随"), CJ_W("常"), CJ_W("臨"),
                                       CJ_W("一"), CJ_W("適"), CJ_W("何"), CJ_W("即"),
                                       CJ_W("瞬"), CJ_W("当"), CJ_W("都") };
    cj_script script;

    if (CJ_SCAN(s, days))
        return true;
    if (!s.n || CJ_SCAN(s, no_event))
        return false;
    script = cj_utf8_script(cj_utf8_next(&s));
    return (script == CJ_SCRIPT_HAN || script == CJ_SCRIPT_KATAKANA) &&
           cj_str_starts(s, CJ_STR("時に"));
}

bool cj_timing_ja(cj_str s)
{
    return frequency_ja(s) || event_ja(s) || at_event(s);
}
