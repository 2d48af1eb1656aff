/* timing.c - whether a text says when something is done (RULES appendix A3).
 * Each place of the folded text is offered to a few small recognisers; the first that knows it
 * decides. Word lists lean to the generous side: a missed hint is cheaper than a false alarm. */
#include "lint/timing.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/lexicon.h"

static cj_str past(cj_str s, size_t n)
{
    return cj_str_from(s, n);
}

static cj_str past_blanks(cj_str s, size_t n)
{
    s = past(s, n);
    return past(s, cj_scan_blanks(s));
}

static size_t number(cj_str s)
{
    size_t n = cj_scan_number(s);

    if (n || cj_str_starts(s, CJ_STR("十分"))) /* enough, not ten minutes */
        return n;
    return cj_scan_kanji(s);
}

/* ---- Japanese ------------------------------------------------------------------------------- */

static size_t span_unit(cj_str s)
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
static bool numbered_ja(cj_str s)
{
    static const cj_str after[] = {
        CJ_W("以内"), CJ_W("以降"), CJ_W("前"),   CJ_W("後"),   CJ_W("目"),
        CJ_W("まで"), CJ_W("ごと"), CJ_W("毎"),   CJ_W("おき"), CJ_W("経過"),
        CJ_W("時点"), CJ_W("間隔"), CJ_W("に"),   CJ_W("以上"), CJ_W("たった"),
        CJ_W("経っ"), CJ_W("頃"),   CJ_W("ころ"), CJ_W("未満"), CJ_W("より前"),
        CJ_W("から"), CJ_W("の間"),
    };
    size_t n = number(s), unit;

    if (!n)
        return false;
    s = past_blanks(s, n);
    if (cj_str_starts(s, CJ_STR("月")))
        return true;
    unit = span_unit(s);
    return unit && CJ_SCAN(past_blanks(s, unit), after);
}

/* 週1回, 月に2回, 年4回, 月一; 3回/週 */
static bool frequency_ja(cj_str s)
{
    static const cj_str per[] = { CJ_W("週"), CJ_W("月"), CJ_W("年"), CJ_W("日"),
                                  CJ_W("期") };
    static const cj_str times[] = { CJ_W("回"), CJ_W("度"), CJ_W("本"), CJ_W("通"),
                                    CJ_W("件") };
    static const cj_str once[] = { CJ_W("イチ"), CJ_W("一"), CJ_W("1") };
    size_t n = CJ_SCAN(s, per);

    if (n) {
        bool daily = cj_str_starts(s, CJ_STR("日"));

        s = past(s, n);
        s = past_blanks(s, cj_str_starts(s, CJ_STR("に")) ? CJ_STR("に").n : 0);
        if (number(s) && CJ_SCAN(past_blanks(s, number(s)), times))
            return true;
        return !daily && CJ_SCAN(s, once);
    }
    n = number(s);
    s = past(s, n);
    if (!n || !CJ_SCAN(s, times))
        return false;
    s = past(s, CJ_SCAN(s, times));
    return s.n && *s.p == '/' && CJ_SCAN(past(s, 1), per);
}

/* What stands for a time by itself. */
static bool calendar_ja(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("毎日"),   CJ_W("毎週"),     CJ_W("毎月"),     CJ_W("毎年"), CJ_W("毎四半期"),
        CJ_W("毎期"),   CJ_W("毎朝"),     CJ_W("毎晩"),     CJ_W("毎夕"), CJ_W("毎営業日"),
        CJ_W("隔日"),   CJ_W("隔週"),     CJ_W("隔月"),     CJ_W("隔年"), CJ_W("日次"),
        CJ_W("週次"),   CJ_W("月次"),     CJ_W("年次"),     CJ_W("週例"), CJ_W("月例"),
        CJ_W("四半期"), CJ_W("半年ごと"), CJ_W("半年に"),   CJ_W("半期"), CJ_W("初日"),
        CJ_W("初週"),   CJ_W("初月"),     CJ_W("初年度"),   CJ_W("月末"), CJ_W("月初"),
        CJ_W("月中"),   CJ_W("期末"),     CJ_W("期初"),     CJ_W("期首"), CJ_W("年度末"),
        CJ_W("年度初"), CJ_W("年度内"),   CJ_W("年末"),     CJ_W("年始"), CJ_W("年初"),
        CJ_W("年内"),   CJ_W("週末"),     CJ_W("週明け"),   CJ_W("週初"), CJ_W("月内"),
        CJ_W("上旬"),   CJ_W("中旬"),     CJ_W("下旬"),     CJ_W("初旬"), CJ_W("末日"),
        CJ_W("当日"),   CJ_W("翌日"),     CJ_W("翌営業日"), CJ_W("翌週"), CJ_W("翌月"),
        CJ_W("翌年"),   CJ_W("前日"),     CJ_W("前週"),     CJ_W("前月"), CJ_W("即日"),
        CJ_W("当月"),   CJ_W("今週"),     CJ_W("今月"),     CJ_W("今期"), CJ_W("来週"),
        CJ_W("来月"),   CJ_W("来期"),     CJ_W("上期"),     CJ_W("下期"), CJ_W("上半期"),
        CJ_W("下半期"), CJ_W("直後"),     CJ_W("直前"),     CJ_W("月曜"), CJ_W("火曜"),
        CJ_W("水曜"),   CJ_W("木曜"),     CJ_W("金曜"),     CJ_W("土曜"), CJ_W("日曜"),
        CJ_W("朝イチ"),
    };

    return CJ_SCAN(s, words) != 0;
}

/* What has to happen first. */
static bool trigger_ja(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("たら"),         CJ_W("次第"),     CJ_W("を下回"),     CJ_W("が下回"),
        CJ_W("下回っ"),       CJ_W("を超え"),   CJ_W("が超え"),     CJ_W("を上回"),
        CJ_W("が上回"),       CJ_W("未満に"),   CJ_W("を割っ"),     CJ_W("を割り込"),
        CJ_W("検知"),         CJ_W("した時"),   CJ_W("したとき"),   CJ_W("なった時"),
        CJ_W("なったとき"),   CJ_W("た際"),     CJ_W("する際"),     CJ_W("の際"),
        CJ_W("時点で"),       CJ_W("があれば"), CJ_W("がなければ"), CJ_W("がない場合"),
        CJ_W("があった場合"), CJ_W("した場合"), CJ_W("ない場合"),   CJ_W("発生時"),
        CJ_W("低下時"),       CJ_W("遅延時"),
    };
    static const cj_str not_after[] = { CJ_W("たらな"), CJ_W("たらす"), CJ_W("たらし") };

    return CJ_SCAN(s, words) && !CJ_SCAN(s, not_after);
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
    static const cj_str events[] = {
        CJ_W("契約"),
        CJ_W("受注"),
        CJ_W("発注"),
        CJ_W("購入"),
        CJ_W("申込"),
        CJ_W("申し込み"),
        CJ_W("導入"),
        CJ_W("納品"),
        CJ_W("キックオフ"),
        CJ_W("開始"),
        CJ_W("完了"),
        CJ_W("初回"),
        CJ_W("終了"),
        CJ_W("ログイン"),
        CJ_W("更新"),
        CJ_W("期限"),
        CJ_W("満了"),
        CJ_W("締結"),
        CJ_W("稼働"),
        CJ_W("公開"),
        CJ_W("登録"),
        CJ_W("設定"),
        CJ_W("研修"),
        CJ_W("トライアル"),
        CJ_W("オンボーディング"),
        CJ_W("リリース"),
        CJ_W("利用"),
        CJ_W("打ち合わせ"),
        CJ_W("打合せ"),
        CJ_W("ミーティング"),
        CJ_W("mtg"),
        CJ_W("定例"),
        CJ_W("面談"),
        CJ_W("訪問"),
        CJ_W("商談"),
        CJ_W("説明会"),
        CJ_W("セミナー"),
        CJ_W("ウェビナー"),
        CJ_W("問い合わせ"),
        CJ_W("回答"),
        CJ_W("受領"),
        CJ_W("発生"),
        CJ_W("着任"),
        CJ_W("異動"),
        CJ_W("決算"),
        CJ_W("連携"),
        CJ_W("作成"),
        CJ_W("送付"),
        CJ_W("提出"),
        CJ_W("達成"),
        CJ_W("解約"),
        CJ_W("入金"),
        CJ_W("請求"),
        CJ_W("障害"),
        CJ_W("アップデート"),
        CJ_W("会議"),
        CJ_W("レビュー"),
        CJ_W("予算"),
        CJ_W("繁忙期"),
    };
    static const cj_str compounds[] = {
        CJ_W("今後"), CJ_W("最後"), CJ_W("随時"), CJ_W("常時"),
        CJ_W("臨時"), CJ_W("一時"), CJ_W("名前"),
    };
    size_t n = CJ_SCAN(s, events);
    unsigned far;

    s = past(s, n);
    for (far = 0; n && s.n && far <= 8; far++) {
        uint32_t cp;

        if (relation_ja(s))
            return true;
        if (CJ_SCAN(s, compounds))
            return false;
        cp = cj_utf8_next(&s);
        if (cp == '\n' || cp == 0x3001 || cp == 0x3002 || cp == 0x3092 || cp == 0x304c)
            return false; /* 、。を が: something else begins */
    }
    return false;
}

/* ---- dates and labels of any language ------------------------------------------------------- */

/* 2025-11, 2025/11/30, 11/30 */
static bool date(cj_str s)
{
    unsigned long a, b;
    size_t n = cj_scan_digits(s, &a), m;
    char sep = n < s.n ? s.p[n] : ' ';

    if (!n || (sep != '-' && sep != '/'))
        return false;
    m = cj_scan_digits(past(s, n + 1), &b);
    if (n == 4 && a >= 1990 && a < 2100)
        return m && b >= 1 && b <= 12;
    return sep == '/' && n <= 2 && m && m <= 2 && a >= 1 && a <= 12 && b >= 1 && b <= 31;
}

/* q3, 1q, fy25q2; d+7, t-90, day 2, week 3, month +1 */
static bool label(cj_str s)
{
    static const cj_str names[] = { CJ_W("day"),     CJ_W("week"), CJ_W("month"),
                                    CJ_W("quarter"), CJ_W("days"), CJ_W("weeks"),
                                    CJ_W("months"),  CJ_W("d"),    CJ_W("t"),
                                    CJ_W("w"),       CJ_W("m") };
    size_t n, i;

    if (s.n > 1 && ((s.p[0] == 'q' && s.p[1] >= '1' && s.p[1] <= '4') ||
                    (s.p[1] == 'q' && s.p[0] >= '1' && s.p[0] <= '4')))
        return true;
    for (i = 0; i < sizeof names / sizeof *names; i++) {
        bool whole = names[i].n > 1;
        cj_str rest;

        if (!cj_str_starts(s, names[i]))
            continue;
        rest = past(s, names[i].n);
        n = whole ? cj_scan_blanks(rest) : 0;
        rest = past(rest, n);
        if (rest.n && (*rest.p == '+' || *rest.p == '-'))
            rest = past(rest, 1);
        else if (!whole)
            continue;
        if (cj_scan_number(past_blanks(rest, 0)))
            return true;
    }
    return false;
}

/* ---- English -------------------------------------------------------------------------------- */

static size_t unit_en(cj_str s)
{
    static const cj_str units[] = {
        CJ_W("day"),           CJ_W("days"),        CJ_W("week"),
        CJ_W("weeks"),         CJ_W("month"),       CJ_W("months"),
        CJ_W("hour"),          CJ_W("hours"),       CJ_W("quarter"),
        CJ_W("quarters"),      CJ_W("year"),        CJ_W("years"),
        CJ_W("minute"),        CJ_W("minutes"),     CJ_W("business day"),
        CJ_W("business days"), CJ_W("working day"), CJ_W("working days"),
        CJ_W("weekday"),       CJ_W("weekdays"),    CJ_W("calendar days"),
        CJ_W("sprint"),        CJ_W("sprints"),
    };

    return CJ_SCAN(s, units);
}

static size_t weekday_en(cj_str s)
{
    static const cj_str days[] = {
        CJ_W("monday"),   CJ_W("tuesday"),    CJ_W("wednesday"), CJ_W("thursday"),
        CJ_W("friday"),   CJ_W("saturday"),   CJ_W("sunday"),    CJ_W("mondays"),
        CJ_W("tuesdays"), CJ_W("wednesdays"), CJ_W("thursdays"), CJ_W("fridays"),
    };

    return CJ_SCAN(s, days);
}

static size_t month_en(cj_str s)
{
    static const cj_str months[] = {
        CJ_W("january"),   CJ_W("february"), CJ_W("march"),    CJ_W("april"),
        CJ_W("may"),       CJ_W("june"),     CJ_W("july"),     CJ_W("august"),
        CJ_W("september"), CJ_W("october"),  CJ_W("november"), CJ_W("december"),
        CJ_W("jan"),       CJ_W("feb"),      CJ_W("mar"),      CJ_W("apr"),
        CJ_W("jun"),       CJ_W("jul"),      CJ_W("aug"),      CJ_W("sep"),
        CJ_W("sept"),      CJ_W("oct"),      CJ_W("nov"),      CJ_W("dec"),
    };

    return CJ_SCAN(s, months);
}

static size_t number_en(cj_str s)
{
    static const cj_str articles[] = { CJ_W("a"),    CJ_W("an"),        CJ_W("one"),
                                       CJ_W("each"), CJ_W("the first"), CJ_W("the same"),
                                       CJ_W("the") };
    size_t n = cj_scan_number(s);

    n = n ? n : cj_scan_spelt(s);
    return n ? n : CJ_SCAN(s, articles);
}

/* 5 days after, 30 days before, in 2 weeks, 60-day check-in; within a week */
static bool numbered_en(cj_str s)
{
    static const cj_str after[] = {
        CJ_W("after"), CJ_W("before"), CJ_W("of"),   CJ_W("from"),      CJ_W("into"),
        CJ_W("prior"), CJ_W("ahead"),  CJ_W("in"),   CJ_W("later"),     CJ_W("post"),
        CJ_W("since"), CJ_W("out"),    CJ_W("past"), CJ_W("following"), CJ_W("until"),
        CJ_W("check"), CJ_W("review"), CJ_W("mark"), CJ_W("follow"),    CJ_W("milestone"),
    };
    static const cj_str leads[] = { CJ_W("within"), CJ_W("in"),  CJ_W("every"),
                                    CJ_W("each"),   CJ_W("per"), CJ_W("by") };
    bool within = cj_str_starts(s, CJ_STR("within"));
    bool bare = !cj_str_starts(s, CJ_STR("in")) && !cj_str_starts(s, CJ_STR("by"));
    size_t lead = CJ_SCAN(s, leads), n, unit;

    s = past_blanks(s, lead);
    n = number_en(s);
    if (within && cj_scan_number(s))
        return true;
    s = past_blanks(s, n);
    if (n && s.n && *s.p == '-')
        s = past(s, 1);
    unit = unit_en(s);
    if (!unit)
        return false;
    return (lead && (n || bare)) || (n && CJ_SCAN(past_blanks(s, unit), after));
}

static bool calendar_en(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("hourly"),
        CJ_W("daily"),
        CJ_W("weekly"),
        CJ_W("biweekly"),
        CJ_W("bi-weekly"),
        CJ_W("fortnightly"),
        CJ_W("monthly"),
        CJ_W("bimonthly"),
        CJ_W("quarterly"),
        CJ_W("annually"),
        CJ_W("annual"),
        CJ_W("yearly"),
        CJ_W("semi-annually"),
        CJ_W("twice a week"),
        CJ_W("twice a month"),
        CJ_W("twice a year"),
        CJ_W("once a week"),
        CJ_W("once a month"),
        CJ_W("once a quarter"),
        CJ_W("once a year"),
        CJ_W("once a day"),
        CJ_W("a week before"),
        CJ_W("a month before"),
        CJ_W("a week after"),
        CJ_W("a month after"),
        CJ_W("the day after"),
        CJ_W("the day before"),
        CJ_W("the week before"),
        CJ_W("next day"),
        CJ_W("same day"),
        CJ_W("next week"),
        CJ_W("next month"),
        CJ_W("next quarter"),
        CJ_W("this week"),
        CJ_W("this month"),
        CJ_W("this quarter"),
        CJ_W("month-end"),
        CJ_W("month end"),
        CJ_W("quarter-end"),
        CJ_W("quarter end"),
        CJ_W("year-end"),
        CJ_W("year end"),
        CJ_W("end of month"),
        CJ_W("end of the month"),
        CJ_W("end of quarter"),
        CJ_W("end of the quarter"),
        CJ_W("end of year"),
        CJ_W("eom"),
        CJ_W("eoq"),
        CJ_W("eoy"),
        CJ_W("immediately"),
        CJ_W("straight away"),
        CJ_W("every morning"),
        CJ_W("every other"),
        CJ_W("on signature"),
        CJ_W("weekday"),
        CJ_W("weekdays"),
    };

    return CJ_SCAN(s, words) || weekday_en(s);
}

/* first week, last 30 days, second tuesday */
static bool ordinal_en(cj_str s)
{
    static const cj_str ordinals[] = {
        CJ_W("first"), CJ_W("second"), CJ_W("third"), CJ_W("fourth"), CJ_W("last"),
        CJ_W("final"), CJ_W("1st"),    CJ_W("2nd"),   CJ_W("3rd"),
    };
    size_t n = CJ_SCAN(s, ordinals);

    if (!n)
        return false;
    s = past_blanks(s, n);
    s = past_blanks(s, cj_scan_number(s));
    return unit_en(s) || weekday_en(s);
}

/* march 31, in june, by the end of march */
static bool month_date_en(cj_str s)
{
    static const cj_str leads[] = {
        CJ_W("in"),    CJ_W("by"),    CJ_W("until"),    CJ_W("before"),
        CJ_W("after"), CJ_W("from"),  CJ_W("end of"),   CJ_W("mid"),
        CJ_W("mid-"),  CJ_W("early"), CJ_W("late"),     CJ_W("since"),
        CJ_W("every"), CJ_W("each"),  CJ_W("start of"), CJ_W("during"),
    };
    size_t lead = CJ_SCAN(s, leads), n;

    s = past_blanks(s, lead);
    n = month_en(s);
    return n && (lead || cj_scan_number(past_blanks(s, n)));
}

static size_t event_word_en(cj_str s)
{
    static const cj_str events[] = {
        CJ_W("kickoff"),
        CJ_W("kick-off"),
        CJ_W("signature"),
        CJ_W("signing"),
        CJ_W("sign-up"),
        CJ_W("signup"),
        CJ_W("contract"),
        CJ_W("go-live"),
        CJ_W("golive"),
        CJ_W("launch"),
        CJ_W("renewal"),
        CJ_W("first"),
        CJ_W("login"),
        CJ_W("log-in"),
        CJ_W("onboarding"),
        CJ_W("training"),
        CJ_W("day"),
        CJ_W("week"),
        CJ_W("month"),
        CJ_W("quarter"),
        CJ_W("year"),
        CJ_W("health"),
        CJ_W("usage"),
        CJ_W("deployment"),
        CJ_W("implementation"),
        CJ_W("purchase"),
        CJ_W("delivery"),
        CJ_W("expiry"),
        CJ_W("expiration"),
        CJ_W("end"),
        CJ_W("start"),
        CJ_W("setup"),
        CJ_W("activation"),
        CJ_W("import"),
        CJ_W("handover"),
        CJ_W("trial"),
        CJ_W("release"),
        CJ_W("upgrade"),
        CJ_W("migration"),
        CJ_W("completion"),
        CJ_W("close"),
        CJ_W("review"),
        CJ_W("qbr"),
        CJ_W("ebr"),
        CJ_W("month-end"),
        CJ_W("quarter-end"),
        CJ_W("term"),
        CJ_W("milestone"),
    };

    return CJ_SCAN(s, events);
}

/* after kickoff, at contract end, on day 2, during the first week */
static bool event_en(cj_str s)
{
    static const cj_str leads[] = {
        CJ_W("after"),    CJ_W("before"),    CJ_W("upon"),   CJ_W("once"), CJ_W("when"),
        CJ_W("whenever"), CJ_W("at"),        CJ_W("during"), CJ_W("by"),   CJ_W("on"),
        CJ_W("until"),    CJ_W("following"), CJ_W("since"),  CJ_W("post"), CJ_W("prior to"),
        CJ_W("ahead of"), CJ_W("every"),     CJ_W("each"),   CJ_W("per"),  CJ_W("in"),
        CJ_W("post-"),    CJ_W("pre-"),
    };
    size_t n = CJ_SCAN(s, leads);
    unsigned words;

    if (!n)
        return false;
    for (words = 0, s = past_blanks(s, n); words < 3; words++) {
        size_t word = cj_scan_word(s);

        if (event_word_en(s) || weekday_en(s) ||
            (!words && cj_scan_number(s) &&
             (n == CJ_STR("by").n || n == CJ_STR("after").n)))
            return true;
        if (!word)
            return false;
        s = past_blanks(s, word);
    }
    return false;
}

/* when a report fails, once connected, if usage drops below; not "when needed" */
static bool trigger_en(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("drops below"), CJ_W("drop below"),   CJ_W("falls below"),
        CJ_W("fall below"),  CJ_W("goes below"),   CJ_W("exceeds"),
        CJ_W("reaches"),     CJ_W("inactive for"), CJ_W("no login for"),
    };
    static const cj_str leads[] = { CJ_W("when"),  CJ_W("whenever"),  CJ_W("once"),
                                    CJ_W("upon"),  CJ_W("after"),     CJ_W("before"),
                                    CJ_W("until"), CJ_W("as soon as") };
    static const cj_str weak[] = {
        CJ_W("needed"),      CJ_W("necessary"), CJ_W("required"),
        CJ_W("appropriate"), CJ_W("possible"),  CJ_W("relevant"),
        CJ_W("requested"),   CJ_W("and"),       CJ_W("or"),
    };
    size_t n = CJ_SCAN(s, leads);

    if (CJ_SCAN(s, words))
        return true;
    s = past_blanks(s, n);
    return n && cj_scan_word(s) && !CJ_SCAN(s, weak);
}

static bool looks_after(cj_str s, size_t at)
{
    static const cj_str verbs[] = { CJ_LIT("look "), CJ_LIT("looks "), CJ_LIT("looking ") };
    size_t i;

    for (i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (cj_str_ends(cj_str_cut(s, 0, at), verbs[i]))
            return true;
    return false;
}

static bool english(cj_str s, size_t at)
{
    cj_str rest = past(s, at);

    return numbered_en(rest) || calendar_en(rest) || ordinal_en(rest) ||
           month_date_en(rest) ||
           ((event_en(rest) || trigger_en(rest)) && !looks_after(s, at));
}

bool cj_timing(cj_str s)
{
    size_t at;

    for (at = 0; at < s.n; at++) {
        cj_str rest = past(s, at);
        unsigned char c = (unsigned char)s.p[at];

        if ((c & 0xc0) == 0x80 || cj_scan_inside_word(s, at))
            continue;
        if (numbered_ja(rest) || date(rest) || label(rest))
            return true;
        if (frequency_ja(rest) || event_ja(rest) ||
            (c < 0x80 ? english(s, at) : calendar_ja(rest) || trigger_ja(rest)))
            return true;
    }
    return false;
}

bool cj_timing_weak(cj_str said)
{
    cj_str hit;

    return cj_lexicon_find(CJ_LEX_WEAK_TIMING, said, &hit);
}

/* A number with a unit of time, not as often as that: 週1回 has none. */
static bool lasts(cj_str s)
{
    size_t n = number(s);

    if (!n)
        return false;
    s = past_blanks(s, n);
    if (cj_str_starts(s, CJ_STR("月")) || span_unit(s))
        return true;
    if (s.n && *s.p == '-')
        s = past(s, 1);
    return unit_en(s) != 0;
}

bool cj_duration(cj_str s)
{
    size_t at;

    for (at = 0; at < s.n; at++) {
        cj_str rest = past(s, at);

        if (((unsigned char)s.p[at] & 0xc0) == 0x80 || cj_scan_inside_word(s, at))
            continue;
        if (lasts(rest) || label(rest))
            return true;
    }
    return false;
}
