/* score_test.c - feelings told as a number, a face, stars or an arrow. */
#include <criterion/criterion.h>
#include "../make_book.h"
#include "map/score.h"

typedef struct sample {
    const char *text;
    bool ok;
    double value;
} sample;

static void check(const sample *list, size_t n, bool (*ask)(cj_str, double *))
{
    size_t i;

    for (i = 0; i < n; i++) {
        double value = 99;
        bool ok = ask(cj_str_of(list[i].text), &value);

        cr_expect_eq(ok, list[i].ok, "\"%s\": %d", list[i].text, ok);
        if (ok && list[i].ok)
            cr_expect(value >= list[i].value && value <= list[i].value, "\"%s\": %g",
                      list[i].text, value);
    }
}

Test(score, whole)
{
    static const sample list[] = {
        { "4", true, 4 },
        { "４", true, 4 },
        { "+1", true, 1 },
        { "＋１", true, 1 },
        { "-2", true, -2 },
        { "−2", true, -2 },
        { "－２", true, -2 },
        { "–1", true, -1 },
        { "±0", true, 0 },
        { "0", true, 0 },
        { "3.5", true, 3.5 },
        { "4/5", true, 4 },
        { "4 / 5", true, 4 },
        { "４／５", true, 4 },
        { "3点", true, 3 },
        { "7 pts", true, 7 },
        { "60%", true, 60 },
        { "4️⃣", true, 4 },
        { "★★★☆☆", true, 3 },
        { "☆☆☆☆☆", true, 0 },
        { "★", true, 1 },
        { "⭐⭐⭐⭐", true, 4 },
        { "⭐️⭐️", true, 2 },
        { "●●○", true, 2 },
        { "♥♥♡", true, 2 },
        { "😀", true, 2 },
        { "😊", true, 1 },
        { "🙂", true, 1 },
        { "☺️", true, 1 },
        { "☺︎", true, 1 },
        { "😐", true, 0 },
        { "😐️", true, 0 },
        { "🙁", true, -1 },
        { "☹️", true, -1 },
        { "😟", true, -1 },
        { "😡", true, -2 },
        { "😭", true, -2 },
        { "😊😊", true, 1 },
        { "👍", true, 1 },
        { "👍🏽", true, 1 },
        { "👎🏿", true, -1 },
        { "🙋🏻‍♀️", true, 1 },
        { "🤷‍♂️", true, 0 },
        { "🤦🏽‍♀️", true, -1 },
        { "😮‍💨", true, -1 },
        { "😵‍💫", true, -2 },
        { "😶‍🌫️", true, -1 },
        { "❤️", true, 2 },
        { "↗", true, 1 },
        { "↗️", true, 1 },
        { "→", true, 0 },
        { "↘︎", true, -1 },
        { "⬆️", true, 2 },
        { "↓", true, -2 },
        { "◎", true, 2 },
        { "○", true, 1 },
        { "△", true, -1 },
        { "×", true, -2 },
        { "☀️", true, 2 },
        { ":)", true, 1 },
        { ":-)", true, 1 },
        { ":-(", true, -1 },
        { ":D", true, 2 },
        { "(^_^)", true, 1 },
        { "😊 +1", true, 1 },
        { "😟(-2)", true, -2 },
        { " 😊 ", true, 1 },
        { "", false, 0 },
        { "　", false, 0 },
        { "期待", false, 0 },
        { "😊 期待", false, 0 },
        { "+1 期待", false, 0 },
        { "😊😡", false, 0 },
        { "1-5", false, 0 },
        { "3–9", false, 0 },
        { "3つ", false, 0 },
        { "1 2", false, 0 },
        { "2025/6/3", false, 0 },
        { "12345678901234567890123456789", false, 0 },
        { "-", false, 0 },
        { "+", false, 0 },
        { "()", false, 0 },
        { "🚗", false, 0 },
        { "🧑‍💻🙂", true, 1 },
        { "🏢 😟", true, -1 },
        { "\xe2\x80\x8d", false, 0 },
        { "inf", false, 0 },
    };

    check(list, sizeof list / sizeof *list, cj_score_parse);
}

Test(score, in_front_of_words)
{
    static const sample list[] = {
        { "+1 期待", true, 1 },
        { "😊 期待が大きい", true, 1 },
        { "😟不安", true, -1 },
        { "-2（不満）", true, -2 },
        { "3：普通", true, 3 },
        { "4/5 まあ満足", true, 4 },
        { "★★★☆☆ まあまあ", true, 3 },
        { "期待 +1", false, 0 },
        { "3つ使えた", false, 0 },
        { "2回目で慣れた", false, 0 },
        { "", false, 0 },
    };

    check(list, sizeof list / sizeof *list, cj_score_lead);
}

Test(score, of_cells)
{
    cj_arena *arena = cj_arena_new(0);
    cj_err err = { .rc = CJ_OK };
    cj_map *m = make_map(arena,
                         "項目\t導入期\t活用期\t拡大期\t更新期\n行動\ta\tb\tc\td\n"
                         "課題・ペイン\ta\tb\tc\td\n感情スコア\t−１\t😊 期待\t未定\t不明\n",
                         &err);
    const cj_element *e = m ? cj_map_element(m, CJ_SENTIMENT) : NULL;

    cr_assert(e != NULL);
    cr_expect(e->cells[0].scored && e->cells[0].score < 0);
    cr_expect(e->cells[1].scored && e->cells[1].score > 0);
    cr_expect(!e->cells[2].scored && !e->cells[3].scored);
    cr_expect(!cj_map_cell(m, CJ_PAIN, &m->phases[0])->scored);
    cj_arena_free(arena);
}
