/* err_test.c - failures as values: how they read, and copies of them. */
#include <cj/err.h>
#include <criterion/criterion.h>

Test(err, a_copy_outlives_its_arena)
{
    static const cj_text says = { "{0} is not {1}, {2}",
                                  "{0}は{1}ではありません（{2}）。" };
    cj_arena *a = cj_arena_new(0), *b = cj_arena_new(0);
    cj_err err, *copy;

    cj_fail(&err, CJ_EFORMAT, says, cj_str_fmt(a, "%d", 1), cj_str_fmt(a, "%d", 2));
    err.arg[2] = cj_str_fmt(a, "%d", 3);
    err.at = (cj_pos){ cj_str_fmt(a, "%s", "map.xlsx"), cj_str_fmt(a, "%s", "表"), 8, 3 };
    err.rule = "CJ101";
    copy = cj_err_copy(b, &err);
    cj_arena_free(a);
    cr_expect_eq(copy->rc, CJ_EFORMAT);
    cr_expect_str_eq(copy->rule, "CJ101");
    cr_expect(
        cj_str_eq(cj_err_line(b, copy, CJ_EN), CJ_STR("map.xlsx:表!C8: 1 is not 2, 3")));
    cr_expect(cj_str_eq(cj_err_line(b, copy, CJ_JA),
                        CJ_STR("map.xlsx:表!C8: 1は2ではありません（3）。")));
    cj_arena_free(b);
}
