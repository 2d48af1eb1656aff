/* phases_test.c - what rows and the Phases section say about each phase. */
#include <criterion/criterion.h>
#include "../make_book.h"

static bool is(cj_str s, const char *want)
{
    return cj_str_eq(s, cj_str_of(want));
}

Test(phases, rows_and_section)
{
    cj_arena *arena = cj_arena_new(0);
    cj_err err = { .rc = CJ_OK };
    cj_map *m = make_map(
        arena,
        "項目\t導入期（契約後0〜30日）\t活用期\t更新期\n"
        "期間\t\t契約後31〜270日\t未定\n"
        "フェーズの定義\t設定が終わるまで\tTBD\t\n完了条件\tレポート1本\t\t\n"
        "顧客のゴール\ta\tb\tc\n行動\ta\tb\tc\n課題・ペイン\ta\tb\tc\n成功の定義\ta\tb\tc\n\n"
        "■フェーズ\nフェーズ\t期間\t定義\t開始条件\n"
        "更新期\t契約後271日〜\t更新の相談中\t契約満了の95日前\n"
        "活用期\t31〜99日\t週1回使う\t\nまだない期\t1日\tx\ty\n",
        &err);

    cr_assert(m != NULL);
    cr_expect(m->phases[0].period.has_to && m->phases[0].period.to == 30);
    cr_expect(is(m->phases[0].definition, "設定が終わるまで") &&
              is(m->phases[0].exit, "レポート1本"));
    cr_expect(m->phases[1].period.has_to && m->phases[1].period.to == 270,
              "the row stands before the section");
    cr_expect(is(m->phases[1].definition, "週1回使う"), "a filler gives way");
    cr_expect(m->phases[2].period.has_from && m->phases[2].period.from == 271 &&
              !m->phases[2].period.has_to);
    cr_expect(is(m->phases[2].entry, "契約満了の95日前") && !m->phases[2].exit.n);
    cj_arena_free(arena);
}
