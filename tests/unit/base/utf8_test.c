/* utf8_test.c - code points, folding, widths. */
#include "base/utf8.h"
#include <criterion/criterion.h>
#include <string.h>

Test(utf8, width_counts_east_asian)
{
    static const struct {
        const char *text;
        unsigned width;
    } cases[] = {
        { "", 0 },
        { "abc", 3 },
        { "導入期", 6 },
        { "ｶﾅ", 2 },
        { "か\xe3\x82\x99", 2 },
        { "NPS®\xef\xb8\x8e", 4 },
        { "👩‍💻", 2 },
        { "❤️", 2 },
        { "e\xcc\x81", 1 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(cj_utf8_width(cj_str_of(cases[i].text)), cases[i].width, "\"%s\": %u",
                     cases[i].text, cj_utf8_width(cj_str_of(cases[i].text)));
}

Test(utf8, fold_and_unaccent)
{
    cj_arena *a = cj_arena_new(0);

    cr_expect(cj_str_eq(cj_utf8_fold(a, CJ_STR("ＫＰＩ４％")), CJ_STR("kpi4%")));
    cr_expect(
        cj_str_eq(cj_utf8_unaccent(a, CJ_STR("Étape Öl Ações")), CJ_STR("etape ol acoes")));
    cr_expect(cj_str_eq(cj_utf8_unaccent(a, CJ_STR("ガイド")), CJ_STR("ガイド")));
    cr_expect(cj_str_eq(cj_utf8_trim(CJ_STR("　\xc2\xa0 導入期 \n")), CJ_STR("導入期")));
    cr_expect(
        cj_str_eq(cj_utf8_excerpt(a, CJ_STR("あいう\nえお"), 8), CJ_STR("あいう …")) ||
        cj_utf8_width(cj_utf8_excerpt(a, CJ_STR("あいう\nえお"), 8)) <= 8);
    cr_expect(!cj_utf8_valid(CJ_STR("\xc0\x80")));
    cr_expect(!cj_utf8_valid(CJ_STR("\xed\xa0\x80")));
    cr_expect(cj_utf8_valid(CJ_STR("導入期")));
    cj_arena_free(a);
}

Test(utf8, alike)
{
    static const struct {
        const char *a, *b;
        bool alike;
    } cases[] = {
        { "", "", true },
        { "", "\xe2\x80\x8b", true },
        { "導入期", "導入期", true },
        { "導入期", "導入", false },
        { "導入期", "導入期間", false },
        { "レポート", "ﾚﾎﾟｰﾄ", true },
        { "ガイド", "カ\xe3\x82\x99イト\xe3\x82\x99", true },
        { "ガイド", "カイド", false },
        { "Café", "Cafe\xcc\x81", true },
        { "Café", "Cafe", false },
        { "ＣＳ", "CS", true },
        { "CS", "cs", false },
        { "Adop\xc2\xadtion", "Adoption", true },
        { "Adop\x01tion", "Adoption", true },
        { "Adop tion", "Adoption", false },
        { "CS", "\xe2\x80\x8d CS", true },
        { "CS", "\xe3\x80\x80\xe2\x80\x8b", false },
        { "CS\xc2\xa0\xef\xbb\xbf", "ＣＳ", true },
        { "①", "1", true }, /* as for all that is compared here */
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str a = cj_str_of(cases[i].a), b = cj_str_of(cases[i].b);

        cr_expect_eq(cj_utf8_alike(a, b), cases[i].alike, "%zu %s", i, cases[i].a);
        cr_expect_eq(cj_utf8_alike(b, a), cases[i].alike, "%zu %s", i, cases[i].a);
    }
}

Test(utf8, what_nobody_sees_is_dropped)
{
    cj_arena *a = cj_arena_new(0);

    cr_expect(cj_str_eq(cj_utf8_drop_invisible(a, CJ_STR("\xef\xbb\xbf"
                                                         "a\x01\x7f"
                                                         "b\t\v\nc\xc2\xad")),
                        CJ_STR("ab\t\v\nc")));
    cr_expect(cj_str_eq(cj_utf8_drop_invisible(a, CJ_STR("a\x02")), CJ_STR("a")));
    cj_arena_free(a);
}

/* Every character that needs no tables must come out as the tables would have it. */
Test(utf8, what_is_not_mapped_would_not_change)
{
    static cj_str (*const forms[])(cj_arena *, cj_str) = { cj_utf8_fold, cj_utf8_nfkc,
                                                           cj_utf8_unaccent };
    cj_arena *a = cj_arena_new(0);
    uint32_t cp;
    size_t i;

    for (cp = 1; cp < 0x20000; cp++) {
        cj_buf one, with;
        cj_str alone, beside;

        if (cp >= 0xd800 && cp < 0xe000)
            continue;
        cj_buf_init(&one, a);
        cj_utf8_put(&one, cp);
        cj_buf_init(&with, a);
        cj_utf8_put(&with, cp);
        cj_utf8_put(&with, 0x00bd); /* ½ is always mapped: to 1⁄2 */
        for (i = 0; i < sizeof forms / sizeof *forms; i++) {
            alone = forms[i](a, cj_buf_str(&one));
            beside = forms[i](a, cj_buf_str(&with));
            beside.n -= beside.n < 5 ? beside.n : 5;
            cr_expect(cj_str_eq(alone, beside), "U+%04X, form %zu", cp, i);
        }
        cj_arena_reset(a);
    }
    cj_arena_free(a);
}

/* The bytes that are looked at first must miss no space, and take nothing else for one. */
Test(utf8, trim_knows_every_space)
{
    cj_arena *a = cj_arena_new(0);
    uint32_t cp;

    for (cp = 0; cp < 0x20000; cp++) {
        cj_buf b;
        cj_str s;

        if (cp >= 0xd800 && cp < 0xe000)
            continue;
        cj_buf_init(&b, a);
        cj_utf8_put(&b, cp);
        cj_buf_byte(&b, 'x');
        cj_utf8_put(&b, cp);
        s = cj_buf_str(&b);
        cr_expect(cj_utf8_trim(s).n == (cj_utf8_space(cp) ? 1 : s.n), "U+%04X", cp);
        s = cj_str_cut(s, 0, cj_utf8_len(cp));
        cr_expect(cj_utf8_trim(s).n == (cj_utf8_space(cp) ? 0 : s.n), "U+%04X alone", cp);
        cj_arena_reset(a);
    }
    cj_arena_free(a);
}

/* Of a cell of a megabyte no more is looked at than is shown. */
Test(utf8, an_excerpt_of_a_long_text_is_cheap)
{
    cj_arena *a = cj_arena_new(0);
    size_t n = 1u << 20, used;
    char *p = cj_alloc_text(a, n);
    cj_str s = { p, n };

    memset(p, 'x', n);
    used = cj_arena_used(a);
    cr_expect_eq(cj_utf8_width(cj_utf8_excerpt(a, s, 24)), 24);
    cr_expect_leq(cj_arena_used(a) - used, 128u * 1024u);
    cj_arena_free(a);
}

Test(utf8, names_on_one_line)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "導入期", "導入期" },
        { "導入期\n（0〜3か月）", "導入期 （0〜3か月）" },
        { "Onboarding \n\n (30 days)", "Onboarding (30 days)" },
        { "\nA\r\nB\n", "A B" },
        { "", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = cj_utf8_joined(a, cj_str_of(cases[i].text));

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "\"%s\": \"" CJ_FMT "\"",
                  cases[i].text, CJ_ARG(is));
    }
    cj_arena_free(a);
}
