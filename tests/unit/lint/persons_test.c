/* persons_test.c - who is named in a text, and who only seems to be. */
#include "lint/persons.h"
#include "lint/said.h"
#include <base/buf.h>
#include <criterion/criterion.h>

static cj_str told(cj_arena *a, const char *text)
{
    cj_names names = { .arena = a };
    cj_buf b;
    size_t i;

    cj_names_in(&names, cj_str_of(text));
    cj_buf_init(&b, a);
    for (i = 0; i < names.n; i++)
        cj_buf_fmt(&b, "%s" CJ_FMT, i ? " " : "", CJ_ARG(names.name[i]));
    return cj_buf_str(&b);
}

Test(persons, of_persons)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "マーケティング部長 佐藤 美咲さん（45歳）", "佐藤美咲" },
        { "マーケティング部長　佐藤美咲（45歳）", "佐藤美咲" },
        { "マーケティング部長佐藤美咲", "佐藤美咲" },
        { "佐藤部長", "佐藤" },
        { "人事課長（木村さん・39歳）", "木村" },
        { "情報システム担当 高橋さん（36歳）", "高橋" },
        { "髙橋さんと高橋さん", "高橋" },
        { "部長の佐藤さんと担当の鈴木さん", "佐藤 鈴木" },
        { "佐藤、鈴木", "佐藤 鈴木" },
        { "佐藤さんと上司", "佐藤" },
        { "佐藤さん。上司の田中さんに報告する", "佐藤" },
        { "上司の田中さんに報告する佐藤さん", "佐藤" },
        { "佐藤さん（部下の田中さんに作業を任せる）", "佐藤" },
        { "サラさん", "サラ" },
        { "Aさん", "a" },
        { "お客様", "" },
        { "皆さん", "" },
        { "奥様", "" },
        { "ご担当者様", "" },
        { "お取引先様", "" },
        { "ベンダーさんと業者さん", "" },
        { "製品仕様と多様な要望、様々な部署", "" },
        { "たくさんの氏名、様子、摂氏", "" },
        { "中小企業（50〜300名）の人事部門", "" },
        { "福島の工場長", "" },
        { "石川県の店長", "" },
        { "山田製作所の人事担当", "" },
        { "山田電機の田中さん", "田中" },
        { "山田電機 佐藤太郎", "佐藤太郎" },
        { "人事課長 御手洗花子（39）", "御手洗花子" },
        { "役職：部長\n氏名：御手洗花子", "御手洗花子" },
        { "部長の課題解決", "" },
        { "店長 30代", "" },
        { "Mary the marketing manager", "mary" },
        { "Marketing manager (Mary, 42)", "mary" },
        { "JOHN SMITH, CFO", "johnsmith" },
        { "Jane D., VP of Sales", "janed" },
        { "Finance manager Dana Wells (38)", "danawells" },
        { "HR manager Joan Lee", "joanlee" },
        { "HR manager Joan", "joan" },
        { "Sarah, marketing manager at a retailer", "sarah" },
        { "Sarah (38), Marketing Manager", "sarah" },
        { "Ms. Grant, controller", "grant" },
        { "María García, gerente", "maríagarcía" },
        { "Dana", "dana" },
        { "Dana and Luis", "dana luis" },
        { "Finance manager Dana Wells and CFO Luis Ortega", "danawells luisortega" },
        { "Dana Wells (Finance manager)\nLuis Ortega (CFO)", "danawells luisortega" },
        { "Dana Wells; reports to CFO Luis Ortega", "danawells" },
        { "Dana Wells, finance manager at Smith and Sons", "danawells" },
        { "Dana Wells, Globex Freight, Finance manager", "danawells" },
        { "佐藤 美咲 (Misaki Sato)", "佐藤" },
        { "SMB companies in Retail", "" },
        { "Marketing Managers of Enterprise companies", "" },
        { "Head of Procurement and Facilities", "" },
        { "Marketing and Sales", "" },
        { "", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = told(a, cases[i].text);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "\"%s\": \"%.*s\", not \"%s\"",
                  cases[i].text, CJ_ARG(is), cases[i].want);
    }
    cj_arena_free(a);
}

Test(persons, several_persons)
{
    static const char *const yes[] = { "部長の佐藤さんと担当の鈴木さん",
                                       "佐藤さん、鈴木さん",
                                       "佐藤さん（部長）\n鈴木さん（担当）",
                                       "部長と担当者",
                                       "営業部長、マーケティング部長",
                                       "Dana and Luis",
                                       "Dana Wells / finance manager; Luis Ortega / CFO",
                                       "Marketing manager and sales director",
                                       NULL };
    static const char *const no[] = {
        "佐藤さん",
        "佐藤さんと上司",
        "佐藤さん（上司は鈴木さん）",
        "マーケティング部長 佐藤 美咲さん（45歳）",
        "情報システム担当、社内システムの管理者",
        "マーケティング部長、プロジェクト責任者",
        "マネージャーとして現場を見るエンジニア",
        "創業者と代表を兼ねる佐藤さん",
        "千葉と福島の工場長",
        "営業とマーケティングの担当者",
        "Dana",
        "Founder and CEO",
        "Dana Wells, founder and managing director",
        "Finance manager Dana Wells (38), reports to Luis Ortega",
        "Head of Sales and Marketing",
        "Procurement and Facilities manager",
        "Dana Wells and her team",
        "",
        NULL
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; yes[i]; i++)
        cr_expect(cj_names_several(a, cj_str_of(yes[i])), "several: %s", yes[i]);
    for (i = 0; no[i]; i++)
        cr_expect_not(cj_names_several(a, cj_str_of(no[i])), "one: %s", no[i]);
    cj_arena_free(a);
}

Test(persons, roles)
{
    static const char *const yes[] = { "人事課長 木村さん",
                                       "情シス",
                                       "HR manager Joan Lee",
                                       "Head of Sales",
                                       "店長候補",
                                       "VP Customer Success",
                                       "CFO",
                                       "ＣＥＯ",
                                       "マネージャ",
                                       NULL };
    static const char *const no[] = { "中小企業（50〜300名）の人事部門",
                                      "SMB companies in retail", "HR managers", "", NULL };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; yes[i]; i++)
        cr_expect(cj_names_role(a, cj_str_of(yes[i])), "a role: %s", yes[i]);
    for (i = 0; no[i]; i++)
        cr_expect_not(cj_names_role(a, cj_str_of(no[i])), "no role: %s", no[i]);
    cj_arena_free(a);
}

Test(persons, spoken_of)
{
    static const struct {
        const char *text, *whole;
        bool known;
    } cases[] = {
        { "不安：田中さんに聞けない", "田中さん", true },
        { "営業部田中さん", "田中さん", true },
        { "林さんに聞く", "林さん", true },
        { "樹林さん", "樹林さん", false },
        { "鈴木 一郎様", "鈴木 一郎様", true },
        { "株式会社山田様", "株式会社山田様", false },
        { "ask Ms. Grant first", "ms. grant", true },
        { "the terms and forms", NULL, false },
        { "お客様の様子", NULL, false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str said = cj_said(a, cj_str_of(cases[i].text));
        cj_honoured h = { 0 };
        size_t at = 0;
        bool is = cj_next_honoured(said, &at, &h);

        cr_expect_eq(is, cases[i].whole != NULL, "%s: %.*s", cases[i].text,
                     CJ_ARG(h.whole));
        if (!is || !cases[i].whole)
            continue;
        cr_expect(cj_str_eq(h.whole, cj_str_of(cases[i].whole)), "%s: %.*s", cases[i].text,
                  CJ_ARG(h.whole));
        cr_expect_eq(h.known, cases[i].known, "%s", cases[i].text);
    }
    cj_arena_free(a);
}
