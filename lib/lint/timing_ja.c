/* timing_ja.c - Japanese ways of saying when: spans, frequencies, calendar words, triggers. */
#include "lint/timing_parts.h"
#include "lint/scan.h"
#include "base/utf8.h"

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

        s = cj_str_from(s, n);
        s = cj_scan_past(s, cj_str_starts(s, CJ_STR("に")) ? CJ_STR("に").n : 0);
        if (cj_timing_number(s) && CJ_SCAN(cj_scan_past(s, cj_timing_number(s)), times))
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

    s = cj_str_from(s, n);
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

bool cj_timing_ja(cj_str s)
{
    if ((unsigned char)*s.p < 0x80)
        return frequency_ja(s) || (*s.p == 'm' && event_ja(s)); /* MTG */
    return frequency_ja(s) || calendar_ja(s) || event_ja(s) || trigger_ja(s);
}
