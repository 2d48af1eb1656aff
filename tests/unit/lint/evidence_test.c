/* evidence_test.c - CJ5xx: sources in cells, and the records that they lead to. */
#include "../make_book.h"
#include "sample.h"

#define FREE "A29=根拠"

Test(lint_evidence, guesses)
{
    static const sample_case ja[] = {
        { "a guess of ours", "D22=きっと満足しているはず", "CJ507@D22" },
        { "a guess about customers", "D22=顧客は自社に合うと思っているだろう",
          "CJ507@D22" },
        { "in their own words", "D22=自社でも使えるだろう", "CJ501@D22" },
        { "of their own", "D22=うちの部署には早いかもしれない", "CJ501@D22" },
        { "in a row of facts", "D21=・うちでも使うだろう", "CJ507@D21" },
    };
    static const sample_case en[] = {
        { "I think", "D22=I think we can drop the spreadsheet", "CJ501@D22" },
        { "we, doubting", "D22=Maybe we should have waited", "CJ501@D22" },
        { "we about them", "D22=We think they like the report", "CJ507@D22" },
        { "no one speaks", "D22=Probably happy with the result", "CJ507@D22" },
        { "in a row of facts", "D21=- We think they export it", "CJ507@D21" },
        { "us inside a word", "D22=Probably curious about status", "CJ507@D22" },
    };

    sample_check(SAMPLE_JA, "CJ501,CJ507", ja, sizeof ja / sizeof *ja);
    sample_check(SAMPLE_EN, "CJ501,CJ507", en, sizeof en / sizeof *en);
}

Test(lint_evidence, items)
{
    static const sample_case cases[] = {
        { "one of two", "B23=・手順がわからない [E1]\\n・用語が難しい", "CJ503@B23" },
        { "none of two", "B23=・手順がわからない\\n・用語が難しい", "CJ503@B23 CJ503@B23" },
        { "the only one", "C23=手順がわからない", "CJ503@C23" },
        { "an assumption is marked", "B23=・手順がわからない [E1]\\n・【仮説】用語が難しい",
          "" },
        { "one line, its source at the end", "B23=手順がわからない、用語が難しい [E6]",
          "" },
        { "two lines, a source at the end",
          "B23=手順がわからない、用語が難しい\\n画面が遅い [E6]", "CJ503@B23 CJ503@B23" },
        { "a note for all",
          "B23=・手順がわからない\\n・用語が難しい ;; "
          "!note B23 インタビュー n=8",
          "" },
        { "a row for all", "B23=・手順がわからない\\n・用語が難しい ;; " FREE " ;; B29=E1",
          "" },
        { "a heading for all", "B23=【仮説】\\n・手順がわからない", "" },
        { "nothing there yet", "B23=未定", "" },
        { "only pains", "C21=・共有する [E2]\\n・直す", "" },
    };

    sample_check(SAMPLE_JA, "CJ503", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, references)
{
    static const sample_case cases[] = {
        { "in a cell", "C23=・機能が多すぎる [E9]", "CJ504@C23" },
        { "of the persona", "B40=E1、E9", "CJ504@B40" },
        { "of the persona, all there", "B40=Ｅ１とE03", "" },
        { "a laptop", "C23=・古い端末で遅い（E9 laptop） [E4]", "" },
        { "of a record without a number", "A47=- ;; C23=・多すぎる [E4]",
          "CJ504@C20 CJ504@C22 CJ504@C23" },
    };

    sample_check(SAMPLE_JA, "CJ504", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, use)
{
    static const sample_case cases[] = {
        { "nobody", "A50=E7 ;; B50=調査", "CJ505@A50" },
        { "only its own table", "A50=E7 ;; B50=調査 ;; E49=E7を参照", "CJ505@A50" },
        { "only the history", "A50=E7 ;; B50=調査 ;; E74=E7を追加", "CJ505@A50" },
        { "a cell", "A50=E7 ;; B50=調査 ;; C23=・多い [E7]", "" },
        { "full width", "A50=E7 ;; B50=調査 ;; C23=・多い ［Ｅ０７］", "" },
        { "the evidence row", "A50=E7 ;; B50=調査 ;; " FREE " ;; B29=E7", "" },
        { "a row of your own", "A50=E7 ;; B50=調査 ;; A29=係 ;; B29=E7", "" },
        { "a range", "A50=E7 ;; B50=調査 ;; C23=・多い [E4-E7]", "" },
        { "the persona", "A50=E7 ;; B50=調査 ;; B40=E1、E3、E7", "" },
        { "a KPI", "A50=E7 ;; B50=調査 ;; C54=件数（E7 の定義）", "" },
        { "an action", "A50=E7 ;; B50=調査 ;; I65=説明会で解消 [E7]", "" },
        { "the purpose", "A50=E7 ;; B50=調査 ;; B3=完了率を80%にする [E7]", "" },
        { "a note", "A50=E7 ;; B50=調査 ;; !note C23 E7 を参照 [E7]", "" },
        { "prepared lines", "A50=E7", "" },
        { "no number", "B50=調査", "" },
    };

    sample_check(SAMPLE_JA, "CJ505", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, traces)
{
    static const sample_case cases[] = {
        { "nothing but a number that is used",
          "B44= ;; C44= ;; D44= ;; E44= ;; F44= ;; G44=", "CJ509@A44" },
        { "a prepared line", "A50=E7", "" },
        { "a filler", "C45=未定", "CJ509@A45" },
        { "a date that cannot be read is there", "C45=春ごろ", "" },
        { "no number of people", "D45=", "" },
        { "neither number nor place", "D45= ;; F45=-", "CJ509@A45" },
        { "a kind that we do not know", "B45=聞き込み", "" },
        { "a date for several lines", "C46= ;; C45=2025-06 ;; !merge C45:C46", "" },
        { "the column is told of by another rule", "B43=色", "" },
    };

    sample_check(SAMPLE_JA, "CJ509", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, dates)
{
    static const sample_case cases[] = {
        { "366 days", "C44=2024-09-30", "CJ510@C44" },
        { "365 days", "C44=2024-10-01", "" },
        { "a year counts from its last day", "C44=2024", "" },
        { "a year ago and more", "C44=2023年", "CJ510@C44" },
        { "an era", "C44=令和5年4月1日", "CJ510@C44" },
        { "tomorrow", "C44=2025-10-02", "CJ513@C44" },
        { "today", "C44=2025-10-01", "" },
        { "this quarter has begun", "C44=2025Q4", "" },
        { "until next month", "C44=2025年9月〜11月", "" },
        { "no date", "C44=未定", "" },
    };

    sample_check(SAMPLE_JA, "CJ510,CJ513", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, numbers)
{
    static const sample_case cases[] = {
        { "twice", "A47=E3", "CJ514@A47" },
        { "three times", "A47=E3 ;; A48=Ｅ０３", "CJ514@A47 CJ514@A48" },
        { "no numbers", "A47= ;; A48=-", "" },
        { "like another table's", "A61=E1", "" },
    };

    sample_check(SAMPLE_JA, "CJ514", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, samples_without_source)
{
    static const sample_case cases[] = {
        { "a number of people", "D23=・権限が粗い (n=3)", "CJ515@D23" },
        { "full width", "D23=・権限が粗い（ｎ＝３）", "CJ515@D23" },
        { "of an interview", "D23=・権限が粗い（インタビュー n=8）", "" },
        { "beside a reference", "D23=・権限が粗い [E3]\\n・遅すぎる (n=3)", "" },
        { "of a row of sources", "D23=・権限が粗い (n=3) ;; " FREE " ;; D29=E3", "" },
        { "of an assumption", "D23=【仮説】権限が粗い (n=3)", "" },
        { "a KPI", "D26=利用率（n=50） 目標40%", "" },
    };

    sample_check(SAMPLE_JA, "CJ515", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, opinion_of_colleagues)
{
    static const sample_case cases[] = {
        { "all of them", "B46=社内ヒアリング", "CJ508@D22 CJ508@D23" },
        { "a word for it", "B46=社内インタビュー", "CJ508@D22 CJ508@D23" },
        { "customers too", "B46=社内ヒアリング ;; D22=任せられる [E1][E3]", "CJ508@D23" },
        { "the row of sources names customers", "B46=社内ヒアリング ;; " FREE " ;; D29=E1",
          "" },
        { "no record", "D22=任せられる [E77]", "" },
    };

    sample_check(SAMPLE_JA, "CJ508", cases, sizeof cases / sizeof *cases);
}

Test(lint_evidence, kept_elsewhere)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_config config = { .fiscal_start = 1, .evidence_external = true };
    cj_lint_result r;

    o.config = &config;
    o.select = CJ_STR("CJ501,CJ502,CJ503,CJ504,CJ507");
    r = sample_lint(
        a,
        sample_edited(a, base,
                      CJ_STR("B20=出したい ;; B23=・手順がわからない\\n・用語が難しい ;; "
                             "C23=多い [Z-9] [E77] ;; B40=E88")),
        &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    r = sample_lint(a, sample_edited(a, base, CJ_STR("C23=きっと多いと思う")), &o);
    cr_expect(cj_str_eq(sample_found(a, &r), CJ_STR("CJ507@C23")), "%.*s",
              CJ_ARG(sample_found(a, &r)));
    cj_arena_free(a);
}

#define GRID(pain)                                                                            \
    "項目\t導入期\t活用期\n顧客のゴール\t早く使う\t広げる\n行動\t設定する\t使う\n課題\t" pain \
    "\t高い\n"

/* Each map reads the evidence sheet; what is wrong with it is told with the first. */
Test(lint_evidence, sheet_of_several_maps)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = make_book(a, GRID("遅い [E1]") "=== 担当者\n" GRID(
                                     "重い [E2]") "=== 根拠\nID\t種別\t日付\tn\t内容\n"
                                                  "E1\t調査\t2030-01-01\t5\t遅い\n"
                                                  "E2\t調査\t2025-01-01\t5\t重い\n"
                                                  "E3\t調査\t2025-01-01\t5\t古い\n"
                                                  "E3\t調査\t2025-01-01\t5\t古い\n");
    cj_maps maps = sample_maps(a, book);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    o.select = CJ_STR("CJ504,CJ505,CJ509,CJ510,CJ513,CJ514");
    cr_assert_eq(maps.n, 2);
    cj_lint_run(a, &maps.map[0], &o, &r);
    cr_expect(cj_str_eq(sample_found(a, &r), CJ_STR("CJ513@C2 CJ505@A4 CJ505@A5 CJ514@A5")),
              "%.*s", CJ_ARG(sample_found(a, &r)));
    cj_lint_run(a, &maps.map[1], &o, &r);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cj_arena_free(a);
}

Test(lint_evidence, numbers_without_brackets)
{
    static const sample_case cases[] = {
        { "behind a space", "D23=・権限が粗い E3", "" },
        { "behind nothing", "D23=・権限が粗いE3", "" },
        { "full width", "D23=・権限が粗い　Ｅ３", "" },
        { "with a full stop", "D23=・権限が粗い E3。", "" },
        { "several", "D23=・権限が粗い E3、E5", "" },
        { "a range", "D23=・権限が粗い E3-E5", "" },
        { "each item", "D23=・権限が粗い E3\\n・遅すぎる E5", "" },
        { "one that nobody has recorded", "D23=・権限が粗い E9", "CJ501@D23" },
        { "one of two is not recorded", "D23=・権限が粗い E3/E9", "CJ501@D23" },
        { "a licence", "D23=・ライセンスはE3", "CJ501@D23" },
        { "a name", "D23=・Office 365 E3", "CJ501@D23" },
        { "inside a word", "D23=・機種はXE3", "CJ501@D23" },
        { "not at the end", "D23=・E3の権限が粗い", "CJ501@D23" },
        { "a tool in brackets", "D23=・権限が粗い（Zendesk）", "" },
        { "a tool among other words", "D23=・権限が粗い（Zendesk連携時）", "CJ501@D23" },
    };

    sample_check(SAMPLE_JA, "CJ408,CJ501,CJ504", cases, sizeof cases / sizeof *cases);
}
