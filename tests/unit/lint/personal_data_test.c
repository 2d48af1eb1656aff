/* personal_data_test.c - CJ516: what tells on a person, and what only looks like it. */
#include "../make_book.h"
#include "sample.h"

Test(lint_personal_data, people)
{
    static const sample_case cases[] = {
        { "an address", "E44=taro.yamada@example.co.jp", "CJ516@E44" },
        { "inside a sentence", "C23=・佐藤様（sato_m@example.jp）が困っている [E4]",
          "CJ516@C23" },
        { "full width", "E44=ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "CJ516@E44" },
        { "behind a team's", "E44=support@example.jp、taro@example.jp", "CJ516@E44" },
        { "a mobile", "E44=090-1234-5678", "CJ516@E44" },
        { "a mobile at a stretch", "E44=電話09012345678", "CJ516@E44" },
        { "full width digits", "E44=０３－１２３４－５６７８", "CJ516@E44" },
        { "long vowel marks for dashes", "E44=03ー1234ー5678", "CJ516@E44" },
        { "in brackets", "E44=TEL (03)1234-5678", "CJ516@E44" },
        { "abroad", "E44=+81-3-1234-5678", "CJ516@E44" },
        { "American", "E44=call (415) 555-2671", "CJ516@E44" },
        { "in the persona", "B35=taro@example.jp", "CJ516@B35" },
        { "outside of everything", "G3=taro@example.jp", "CJ516@G3" },
        { "in a row of your own", "A29=係 ;; B29=taro@example.jp", "CJ516@B29" },
        { "in a note", "!note C23 taro@example.jp に確認", "CJ516@C23" },
        { "in a cell and its note", "C23=taro@example.jp [E4] ;; !note C23 taro@example.jp",
          "CJ516@C23" },
        { "on another sheet", "!sheet 名簿 ;; B7=taro@example.jp", "CJ516@B7" },
    };

    sample_check(SAMPLE_JA, "CJ516", cases, sizeof cases / sizeof *cases);
}

Test(lint_personal_data, nobody)
{
    static const sample_case cases[] = {
        { "a team", "E44=support@example.jp", "" },
        { "a team of a place", "E44=tokyo-support@example.jp", "" },
        { "a team with a tag", "E44=info+map@example.jp", "" },
        { "nobody yet", "E44=xxx@example.jp", "" },
        { "a repository", "E44=git@github.com:team/map.git", "" },
        { "an image", "E44=icon@2x.png", "" },
        { "a package", "E44=core@1.2.3", "" },
        { "a place on a map", "E44=https://maps.example.com/@35.68,139.76,15z", "" },
        { "a user in an address of a page", "E44=https://taro@example.com/page", "" },
        { "a mention", "E44=@taro に確認", "" },
        { "a price", "E44=3個@100円", "" },
        { "a date", "E44=2025-10-01", "" },
        { "a date and a time", "E44=2025-10-01 10:20:30", "" },
        { "the other way round", "E44=01-10-2025", "" },
        { "two dates", "E44=2025-04-01〜2025-06-30", "" },
        { "days after a date", "E44=契約日+30 2025-10-01", "" },
        { "a book", "E44=ISBN 978-4-06-520808-0", "" },
        { "a bar code", "E44=4901234567894", "" },
        { "an order", "E44=注文 0012-345-6789", "" },
        { "an order of eleven digits", "E44=01234567890", "" },
        { "a part", "E44=01-2345-678", "" },
        { "a free line", "E44=0120-123-456 へ", "" },
        { "a paid line", "E44=0570-012-345", "" },
        { "numbering", "E44=1-2-3 4-5-6 7-8-9", "" },
        { "a version", "E44=v03.1.2025.1234", "" },
        { "a postal code", "E44=〒100-0001 1-2-3", "" },
        { "an address of a machine", "E44=192.168.10.100", "" },
        { "an amount", "E44=+1,200,000,000円", "" },
        { "an amount with spaces", "E44=+120 000 000", "" },
        { "a round amount", "E44=+10000000000", "" },
        { "rises", "E44=+5 +10 +15 +20 +25 +30", "" },
        { "a card's hidden number", "E44=****-****-****-1234", "" },
        { "a card", "E44=4111-1111-1111-1111", "" },
        { "hours", "E44=09:00-18:00", "" },
        { "an account", "E44=0001-123-1234567", "" },
        { "the author", "B12=中村（CS） nakamura@example.jp", "" },
        { "those who took part", "B13=中村 nakamura@example.jp、井上（サポート）", "" },
        { "an owner", "B28=オンボーディング mori@example.jp", "" },
        { "an owner of an action", "D61=mori@example.jp", "" },
        { "who changed it", "F72=mori@example.jp", "" },
    };

    sample_check(SAMPLE_JA, "CJ516", cases, sizeof cases / sizeof *cases);
}

#define GRID "項目\t導入期\t活用期\n顧客のゴール\t早く使う\t広げる\n課題\t遅い\t高い\n"

/* Every sheet is told of once, whatever the number of maps. */
Test(lint_personal_data, each_sheet_once)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = make_book(a, GRID "備考\ta@example.jp\n=== 担当者\n" GRID
                                      "備考\tb@example.jp\n=== 名簿\nc@example.jp\n");
    cj_maps maps = sample_maps(a, book);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    o.select = CJ_STR("CJ516");
    cr_assert_eq(maps.n, 2);
    cj_lint_run(a, &maps.map[0], &o, &r);
    cr_expect_eq(r.n_findings, 2, "%.*s", CJ_ARG(sample_found(a, &r)));
    cr_expect_eq(r.findings[0].at.sheet, 0);
    cr_expect_eq(r.findings[1].at.sheet, 2);
    cj_lint_run(a, &maps.map[1], &o, &r);
    cr_expect_eq(r.n_findings, 1, "%.*s", CJ_ARG(sample_found(a, &r)));
    cr_expect_eq(r.findings[0].at.sheet, 1);
    cj_arena_free(a);
}

/* A sheet of a hundred thousand addresses is one thing to do. */
Test(lint_personal_data, is_rationed)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book =
        sample_edited(a, sample_book(a, SAMPLE_JA), CJ_STR("!sheet 名簿 ;; A1=氏名"));
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;
    uint32_t row;

    for (row = 2; row < 100000; row++) {
        cj_book_cell *c = cj_sheet_add(a, &book->sheets[1], row, 2);

        c->value = CJ_V_TEXT;
        c->text = CJ_STR("taro@example.jp");
    }
    cj_sheet_seal(a, &book->sheets[1]);
    o.select = CJ_STR("CJ516");
    r = sample_lint(a, book, &o);
    cr_expect_eq(r.n_findings, 500, "%zu", r.n_findings);
    cj_arena_free(a);
}
