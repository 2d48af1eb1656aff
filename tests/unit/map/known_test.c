/* known_test.c - what a team's configuration and the names above a map say about its labels. */
#include "../make_book.h"
#include "map/sense.h"
#include <criterion/criterion.h>

static cj_config config_of(cj_config_label *labels, size_t n)
{
    return (cj_config){ .fiscal_start = 1, .labels = labels, .n_labels = n };
}

/* 到達イメージ = goal; even a word of the vocabulary gives way: 課題 = countermeasure. */
static cj_config_label own[] = {
    { { "goal", 4 }, CJ_LIT("到達イメージ"), { .row = 0 } },
    { { "countermeasure", 14 }, CJ_LIT("課題"), { .row = 0 } },
    { { "behavior", 8 }, CJ_LIT("Actions"), { .row = 0 } },
    { { "no_such", 7 }, CJ_LIT("Squad"), { .row = 0 } },
    { { "owner", 5 }, CJ_LIT(""), { .row = 0 } },
};

Test(known, labels_of_the_configuration)
{
    static const struct {
        const char *label;
        cj_elem elem;
        cj_reading reading;
    } cases[] = {
        { "到達イメージ", CJ_GOAL, CJ_READ_EXACT },
        { "■ 到達 イメージ：", CJ_GOAL, CJ_READ_EXACT },
        { "到達イメージ（顧客）", CJ_GOAL, CJ_READ_EXACT },
        { "到達イメージ\n顧客の言葉で", CJ_GOAL, CJ_READ_EXACT },
        { "お客様の到達イメージ", CJ_GOAL, CJ_READ_EXACT },
        { "課題", CJ_COUNTERMEASURE, CJ_READ_EXACT },
        { "ACTIONS", CJ_BEHAVIOR, CJ_READ_EXACT },
        { "課題・ペイン", CJ_PAIN, CJ_READ_EXACT },
        { "Squad", CJ_CUSTOM, CJ_READ_CUSTOM },
    };
    cj_arena *a = cj_arena_new(0);
    cj_config config = config_of(own, 5);
    cj_known known = { .arena = a };
    size_t i;

    cj_known_labels(&known, &config);
    cr_expect_eq(known.n_labels, 3);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_sense s = cj_sense_of(&known, cj_str_of(cases[i].label));

        cr_expect_eq(s.n ? s.elem[0] : CJ_CUSTOM, cases[i].elem, "%s: %s", cases[i].label,
                     cj_elem_id(s.elem[0]));
        cr_expect_eq(s.reading, cases[i].reading, "%s", cases[i].label);
        cr_expect(!s.ambiguous, "%s", cases[i].label);
    }
    cj_known_labels(&known, NULL);
    cr_expect_eq(known.n_labels, 3);
    cj_arena_free(a);
}

Test(known, names)
{
    static const struct {
        const char *label, *elem;
    } cases[] = {
        { "Dana actions", "behavior" },      { "Dana's tasks", "behavior" },
        { "佐藤のアクション", "behavior" },  { "佐藤さんのタスク", "behavior" },
        { "Acme status", "status" },         { "VitalTrek の状態", "definition" },
        { "Unknown status", "custom" },      { "売上の状況", "custom" },
        { "CSM actions", "countermeasure" }, { "CSのタスク", "countermeasure" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_known known = { .arena = a };
    size_t i;

    cj_known_name_add(&known, CJ_STR("Dana"), true);
    cj_known_name_add(&known, CJ_STR("佐藤"), true);
    cj_known_name_add(&known, CJ_STR("CS担当"), true);
    cj_known_name_add(&known, CJ_STR("Acme journey for VitalTrek"), false);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_sense s = cj_sense_of(&known, cj_str_of(cases[i].label));

        cr_expect_str_eq(cj_elem_id(s.n ? s.elem[0] : CJ_CUSTOM), cases[i].elem, "%s",
                         cases[i].label);
    }
    cj_arena_free(a);
}

static const cj_element *row_at(const cj_map *m, unsigned row)
{
    size_t i;

    for (i = 0; i < m->n_elements; i++)
        if (m->elements[i].at.row == row)
            return &m->elements[i];
    return NULL;
}

static void expect_row(const char *text, const cj_config *config, unsigned row,
                       cj_elem elem)
{
    cj_arena *a = cj_arena_new(0);
    cj_map_options options = { .config = config };
    const cj_element *e;
    cj_maps maps;

    cr_assert_eq(cj_maps_find(a, make_book(a, text), &options, &maps, NULL), CJ_OK, "%s",
                 text);
    e = row_at(&maps.map[0], row);
    cr_assert(e, "%s: row %u", text, row);
    cr_expect_eq(e->elem, elem, "%s: row %u is %s", text, row, cj_elem_id(e->elem));
    cj_arena_free(a);
}

#define GRID "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n課題\te\tf\n"

Test(known, reaches_the_map)
{
    cj_config config = config_of(own, 1);

    expect_row(GRID "到達イメージ\tg\th\n", NULL, 5, CJ_CUSTOM);
    expect_row("項目\t導入期\t活用期\n到達イメージ\tg\th\n行動\tc\td\n課題\te\tf\n",
               &config, 2, CJ_GOAL);
    expect_row("ペルソナ\t佐藤さん（人事）\n\n" GRID "佐藤のタスク\tg\th\n", NULL, 7,
               CJ_BEHAVIOR);
    expect_row(GRID "売上のタスク\tg\th\n", NULL, 5, CJ_CUSTOM);
    expect_row("ペルソナ\t佐藤さん（人事）\n\n"
               "項目\t導入期\t活用期\nゴール\ta\tb\n佐藤のタスク\tc\td\n課題\te\tf\n"
               "施策\tg\th\n",
               NULL, 5, CJ_BEHAVIOR);
    expect_row(
        "Journey of Dana\nPersona: Dana, HR manager\n\n"
        "Item\tOnboarding\tAdoption\nGoals\ta\tb\nPain Points\te\tf\nDana tasks\tg\th\n",
        NULL, 7, CJ_BEHAVIOR);
}

/* Whatever stands in a label, reading it takes a time in proportion to its length. */
Test(known, hostile_labels)
{
    static const char *const pieces[] = { "A & ",    "と",   "課題・", "の", "goals and ",
                                          "Dana's ", "？",   "(",      "【", "\xff\xfe",
                                          "of the ", "a/b,", "顧客の", "\n", "painPoints_",
                                          "さん",    "する", "1. ",    "😀",  "에서 " };
    cj_arena *a = cj_arena_new(0);
    size_t i, k, n;

    for (i = 0; i < sizeof pieces / sizeof *pieces; i++)
        for (n = 50; n <= 100000; n *= 10) {
            char *text = cj_alloc_text(a, n + 20);

            for (k = 0; k < n; k += strlen(pieces[i]))
                memcpy(text + k, pieces[i], strlen(pieces[i]));
            cj_sense_of(&(cj_known){ .arena = a }, (cj_str){ text, n });
        }
    cr_expect(cj_arena_used(a) < 40u << 20, "%zu bytes", cj_arena_used(a));
    cj_arena_free(a);
}
