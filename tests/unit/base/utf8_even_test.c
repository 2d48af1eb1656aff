/* utf8_even_test.c - one way of writing, and nothing of what was written is gone. */
#include "base/utf8.h"
#include <criterion/criterion.h>

Test(utf8_even, one_way_of_writing)
{
    static const struct {
        const char *from, *to;
    } rows[] = {
        { "", "" },
        { "Plain ASCII, a b", "Plain ASCII, a b" },
        { "ＣＳ（８０％）", "CS(80%)" },
        { "ｶﾞｲﾄﾞ､ﾊﾟｽ｡", "ガイド、パス。" },
        { "か\xe3\x82\x99いと\xe3\x82\x99", "がいど" },
        { "cafe\xcc\x81", "café" },
        { "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "한" },
        { "a　b\xc2\xa0", "a b " },
        { "0～30", "0〜30" },
        { "0〜30", "0〜30" },
        { "−5—―‖∥", "-5——‖‖" },
        { "￥100", "¥100" },
        { "①㎡½㈱™", "①㎡½㈱™" },
        { "Ab", "Ab" },
        { "﨑髙", "﨑髙" },
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str to = cj_utf8_even(a, cj_str_of(rows[i].from));

        cr_expect(cj_str_eq(to, cj_str_of(rows[i].to)), "%s: %s", rows[i].from,
                  cj_str_z(a, to));
        cr_expect(cj_str_eq(cj_utf8_even(a, to), to), "%s: twice", rows[i].from);
        cj_arena_free(a);
    }
}

Test(utf8_even, bytes_that_are_no_text_do_no_harm)
{
    cj_arena *a = cj_arena_new(0);

    cr_expect(cj_utf8_valid(cj_utf8_even(a, CJ_STR("\xff\xe3\x82 a\xcc"))));
    cj_arena_free(a);
}
