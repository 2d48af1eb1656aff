/* text_lines_test.c - how many lines a text takes in a cell. */
#include <criterion/criterion.h>
#include "sheet/text_lines.h"

Test(text_lines, lines)
{
    static const struct {
        const char *text;
        unsigned em, want; /* the room in wide characters */
    } cases[] = {
        { "", 10, 1 },
        { "a", 10, 1 },
        { "a\n", 10, 2 },
        { "\n\n", 10, 3 },
        { "一二三四五六七八九十", 10, 1 },
        { "一二三四五六七八九十", 9, 2 },
        { "一二三四五六七八九十", 3, 4 },
        { "一二三四。", 4, 2 },       /* 四 goes along with the mark */
        { "一二三（四五）六", 4, 3 }, /* 一二三 | （四五） | 六 */
        { "one two three four", 20, 1 },
        { "one two three four", 3, 4 },
        { "word                                  ", 5, 1 }, /* blanks hang over */
        { "https://example.com/a/very/long/path/without/any/blank", 5, 7 },
        { "資料は https://example.com/a を参照", 12, 3 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_type type = { 10, false, CJ_JA };
        unsigned got =
            cj_text_lines(cj_str_of(cases[i].text), &type, cases[i].em * CJ_TEXT_EM);

        cr_expect_eq(got, cases[i].want, "\"%s\" in %u: %u", cases[i].text, cases[i].em,
                     got);
    }
}

Test(text_lines, never_fewer_in_less_room)
{
    static const cj_str text =
        CJ_LIT("解約の予兆（利用率の低下）を churn risk score で検知し、"
               "customer success manager が 24h 以内に連絡する。\n・資料");
    cj_type type = { 10, true, CJ_EN };
    unsigned room, before = 100000;

    for (room = 0; room < 9000; room += 37) {
        unsigned lines = cj_text_lines(text, &type, room);

        cr_expect_leq(lines, before, "%u", room);
        before = lines;
    }
    cr_expect_eq(before, 2);
}

Test(text_lines, units)
{
    cr_expect_eq(cj_text_units(CJ_STR("a行𠮷")), 4);
}
