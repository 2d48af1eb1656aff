/* wrap_test.c - where lines end. */
#include "render/lines.h"
#include <criterion/criterion.h>
#include <string.h>

static const char *wrapped(cj_arena *a, const char *text, unsigned columns)
{
    cj_str rest = cj_str_of(text), line, all = { "", 0 };

    while (cj_wrap(&rest, columns, &line))
        all =
            cj_str_fmt(a, CJ_FMT "%s" CJ_FMT, CJ_ARG(all), all.n ? "|" : "", CJ_ARG(line));
    return cj_str_z(a, all);
}

Test(wrap, lines_end_where_they_may)
{
    static const struct {
        const char *what, *text;
        unsigned columns;
        const char *want;
    } cases[] = {
        { "fits", "導入期", 6, "導入期" },
        { "between characters", "導入期の顧客", 6, "導入期|の顧客" },
        { "no full stop first", "設定が終わる。次", 12, "設定が終わ|る。次" },
        { "no comma first", "あいう、えお", 6, "あい|う、え|お" },
        { "no long vowel first", "ユーザーです", 6, "ユー|ザーで|す" },
        { "no small kana first", "それはちょっと", 8, "それは|ちょっと" },
        { "no bracket last", "資料（初回）を送る", 6, "資料|（初|回）を|送る" },
        { "words stay whole", "the first report is made", 10, "the first|report is|made" },
        { "too long a word is cut", "abcdefghij", 4, "abcd|efgh|ij" },
        { "figures stay whole", "目標は80%です", 8, "目標は|80%です" },
        { "line ends count", "・一つ\n・二つ", 20, "・一つ|・二つ" },
        { "CRLF", "a\r\nb", 20, "a|b" },
        { "no limit", "the first report is made", 0, "the first report is made" },
        { "empty", "", 10, "" },
        { "spaces at the break go", "aaaa   bbbb", 5, "aaaa|bbbb" },
        { "an emoji stays whole", "ab👩‍💻cd", 3, "ab|👩‍💻|cd" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(wrapped(a, cases[i].text, cases[i].columns), cases[i].want,
                         "%s: %s", cases[i].what,
                         wrapped(a, cases[i].text, cases[i].columns));
    cj_arena_free(a);
}

Test(wrap, nothing_that_a_terminal_obeys)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "導入期\n次", "導入期\n次" },
        { "a\33[31mred", "a\\x1B[31mred" },
        { "a\r\nb\rc\td", "a\nb\nc d" },
        { "\xc2\x9b"
          "31m",
          "\\x9B31m" },
        { "abc\xe2\x80\xae"
          "def",
          "abc\\u202Edef" },
        { "a\xff"
          "b",
          "a\xef\xbf\xbd"
          "b" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str got = cj_plain(a, cj_str_of(cases[i].text));

        cr_expect(cj_str_eq(got, cj_str_of(cases[i].want)), "%zu: " CJ_FMT, i, CJ_ARG(got));
    }
    cj_arena_free(a);
}
