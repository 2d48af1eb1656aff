/* journey_test.c - maps as Mermaid diagrams: scores on every scale, and texts that break nothing. */
#include "../generate.h"
#include "../make_book.h"
#include <cj/outline.h>
#include <criterion/criterion.h>

static cj_str journey(cj_arena *a, const char *book, cj_lang lang)
{
    cj_maps maps;
    cj_err err;

    cr_assert_eq(cj_maps_find(a, make_book(a, book), NULL, &maps, &err), CJ_OK, "%s", book);
    return cj_journey_text(a, &maps, lang);
}

static const struct {
    const char *name, *book, *want;
} diagrams[] = {
    { "tasks of the behavior row",
      "レポートナビ\n\n項目\t導入期\t更新期\n顧客のゴール\ta\tb\n行動\t・設定する [E1]\\n・【仮説】聞く\t\n",
      "journey\n    title レポートナビ\n    section 導入期\n      設定する: 3: 顧客\n      聞く: 3: 顧客\n"
      "    section 更新期\n      （未記入）: 3: 顧客\n" },
    { "no behavior: the first core row",
      "Item\tOnboarding\tRenewal\nCustomer Goal\tsave time\tTBD\nPain Points\tb\tc\n",
      "journey\n    title Customer journey map\n    section Onboarding\n      save time: 3: Customer\n"
      "    section Renewal\n      (nothing written yet): 3: Customer\n" },
    { "what Mermaid takes for its own",
      "Item\tOnboarding: start\tRenewal #2\nCustomer Actions\t\"10:00 #5 <b>100%%</b>, now\"\tTitle it\n"
      "Pain Points\tb\tc\n",
      "journey\n    title Customer journey map\n    section Onboarding： start\n"
      "      \"10：00 ＃5 ＜b＞100%％＜/b＞, now\": 3: Customer\n    section Renewal ＃2\n"
      "      • Title it: 3: Customer\n" },
    { "lines become one",
      "項目\t導入期\\n契約後0〜30日\t更新期\n行動\t・開く\\n（2回目: 別; 他）\tjourney\n課題\tb\tc\n",
      "journey\n    title カスタマージャーニーマップ\n    section 導入期 契約後0〜30日\n"
      "      開く （2回目： 別； 他）: 3: 顧客\n    section 更新期\n      ・journey: 3: 顧客\n" },
    { "the persona acts",
      "Persona\tDana, the admin\n\nItem\tOnboarding\tRenewal\nCustomer Actions\ta\tb\nPain Points\tc\td\n",
      "journey\n    title Customer journey map\n    section Onboarding\n      a: 3: Dana， the admin\n"
      "    section Renewal\n      b: 3: Dana， the admin\n" },
};

Test(journey, diagrams)
{
    size_t i;

    for (i = 0; i < sizeof diagrams / sizeof *diagrams; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str got = journey(a, diagrams[i].book, CJ_LANG_AUTO);

        cr_expect(cj_str_eq(got, cj_str_of(diagrams[i].want)), "%s:\n" CJ_FMT,
                  diagrams[i].name, CJ_ARG(got));
        cj_arena_free(a);
    }
}

/* The scores of three phases, as they are written, and as Mermaid has them. */
static const struct {
    const char *written, *want;
} moods[] = {
    { "-2\t0\t+2", "135" },
    { "-1\t1\t\t", "243" },
    { "1\t3\t5", "135" },
    { "2\t4\t5", "245" },
    { "0\t5\t10", "135" },
    { "7\t9\t8", "454" },
    { "0\t3\t5", "135" },
    { "20\t50\t100", "235" },
    { "😡\t😐\t😀", "135" },
    { "🙂\t😊\t😀", "445" },
    { "★★★☆☆\t★☆☆☆☆\t★★★★★", "315" },
    { "-5\t0\t+5", "135" },
    { "+1\t-1\t0", "423" },
};

Test(journey, scores)
{
    size_t i, at;

    for (i = 0; i < sizeof moods / sizeof *moods; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str book =
            cj_str_fmt(a,
                       "項目\t導入期\t活用期\t更新期\n行動\ta\ta\ta\n課題\tb\tb\tb\n"
                       "感情スコア\t%s\n",
                       moods[i].written);
        cj_str got = journey(a, cj_str_z(a, book), CJ_JA);
        char scores[4] = "";
        unsigned n = 0;

        for (at = 0; at + 4 < got.n && n < 3; at++)
            if (cj_str_starts(cj_str_from(got, at), CJ_STR("a: ")))
                scores[n++] = got.p[at + 3];
        cr_expect_str_eq(scores, moods[i].want, "%s: %s", moods[i].written, scores);
        cj_arena_free(a);
    }
}

/* Every line is one of the four kinds, whatever the maps say. */
Test(journey, lines_of_any_map)
{
    cj_arena *a = cj_arena_new(0);
    unsigned seed;

    for (seed = 0; seed < 300; seed++) {
        cj_str text, line;
        cj_maps maps;
        cj_err err;

        cr_assert_eq(cj_maps_find(a, gen_make(a, seed)->book, NULL, &maps, &err), CJ_OK);
        text = cj_journey_text(a, &maps, CJ_LANG_AUTO);
        cr_expect(cj_str_starts(text, CJ_STR("journey\n    title ")));
        cj_str_split(&text, '\n', &line);
        while (cj_str_split(&text, '\n', &line)) {
            size_t i, colons = 0;
            bool task = cj_str_starts(line, CJ_STR("      "));

            for (i = 0; i < line.n; i++)
                colons += line.p[i] == ':';
            cr_expect_eq(colons, task ? 2u : 0u, "seed %u: " CJ_FMT, seed, CJ_ARG(line));
        }
        cj_arena_reset(a);
    }
    cj_arena_free(a);
}
