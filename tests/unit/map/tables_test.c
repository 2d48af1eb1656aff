/* tables_test.c - several maps in one book: which tables are maps, and what belongs to each. */
#include "../make_book.h"
#include "base/buf.h"
#include <criterion/criterion.h>

#define HEAD "項目\t導入期\t活用期\n"
#define ROWS            \
    "ゴール\ta\tb\n" \
    "行動\tc\td\n"    \
    "課題\te\tf\n"

/* "A1:C4 goal behavior pain (title; persona) +2": range, elements, what it says about itself, and
 * how many cells are left over; maps are parted by " | ". */
static cj_str outline(cj_arena *a, const cj_maps *maps)
{
    size_t i, e;
    cj_buf b;

    cj_buf_init(&b, a);
    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];
        char first[CJ_REF_MAX], last[CJ_REF_MAX];

        cj_ref(first, m->range.row1, m->range.col1);
        cj_ref(last, m->range.row2, m->range.col2);
        cj_buf_fmt(&b, "%s%s:%s", i ? " | " : "", first, last);
        for (e = 0; e < m->n_elements; e++)
            cj_buf_fmt(&b, " " CJ_FMT, CJ_ARG(m->elements[e].key));
        if (m->meta[CJ_META_TITLE].text.n || m->meta[CJ_META_PERSONA].text.n)
            cj_buf_fmt(&b, " (" CJ_FMT "; " CJ_FMT ")", CJ_ARG(m->meta[CJ_META_TITLE].text),
                       CJ_ARG(m->meta[CJ_META_PERSONA].text));
        if (m->n_leftover)
            cj_buf_fmt(&b, " +%zu", m->n_leftover);
    }
    return cj_buf_str(&b);
}

typedef struct layout {
    const char *name, *text, *want;
} layout;

static const layout layouts[] = {
    { "stacked", HEAD ROWS "\n" HEAD ROWS,
      "A1:C5 goal behavior pain | A6:C9 goal behavior pain" },
    { "stacked without a blank line", HEAD ROWS HEAD ROWS,
      "A1:C4 goal behavior pain | A5:C8 goal behavior pain" },
    { "stacked, each with its title", "現状\n" HEAD ROWS "\n\n理想\n" HEAD ROWS,
      "A1:C7 goal behavior pain (現状; ) | A8:C12 goal behavior pain (理想; )" },
    { "title right under the table above", "現状\n" HEAD ROWS "理想\n" HEAD ROWS,
      "A1:C5 goal behavior pain (現状; ) | A6:C10 goal behavior pain (理想; )" },
    { "stacked, each with its persona",
      "レポートナビ\n目的\t継続率を上げる\n\nペルソナ\t佐藤\n" HEAD ROWS
      "※6月に作成\n\nペルソナ\t鈴木\n" HEAD ROWS,
      "A1:C10 goal behavior pain (レポートナビ; 佐藤) +1 | "
      "A11:C15 goal behavior pain (レポートナビ; 鈴木)" },
    { "a note under the first stays there",
      HEAD ROWS "\n次回は10月に見直す\n\n理想\n" HEAD ROWS,
      "A1:C7 goal behavior pain +1 | A8:C12 goal behavior pain (理想; )" },
    { "three", HEAD ROWS "\n" HEAD ROWS "\n" HEAD ROWS,
      "A1:C5 goal behavior pain | A6:C10 goal behavior pain | A11:C14 goal behavior pain" },
    { "other phases and another corner",
      "Stage\tSign up\tExplore\tBuy\nGoals\ta\tb\tc\nPain points\td\te\tf\n\n"
      "Phase\tRenew\tGrow\nGoals\ta\tb\nPain points\td\te\nEmotions\tf\tg\n",
      "A1:D4 goal pain | A5:D8 goal pain emotion" },
    { "indented",
      HEAD ROWS
      "\n\t現場\n\t項目\t導入期\t活用期\n\tゴール\ta\tb\n\t行動\tc\td\n\t課題\te\tf\n",
      "A1:D5 goal behavior pain | A6:D10 goal behavior pain (現場; )" },
    { "side by side",
      "項目\t導入期\t活用期\t\t項目\t導入期\t活用期\nゴール\ta\tb\t\tゴール\ta\tb\n"
      "行動\tc\td\t\t行動\tc\td\n課題\te\tf\t\t課題\te\tf\n",
      "A1:D4 goal behavior pain | E1:G4 goal behavior pain" },
    { "side by side, no gap, under one title",
      "2026年度\n目的\t継続率を上げる\n佐藤\t\t\t鈴木\n項目\t導入期\t活用期\t項目\t導入期\t活用期\n"
      "ゴール\ta\tb\tゴール\ta\tb\n行動\tc\td\t行動\tc\td\n課題\te\tf\t課題\te\tf\n課題2\t\t\t打ち手\tg\th\n",
      "A1:C8 goal behavior pain x:課題2 (2026年度; ) +1 | "
      "D1:F8 goal behavior pain countermeasure (鈴木; )" },
    { "side by side and stacked",
      "項目\t導入期\t活用期\t\t項目\t導入期\t活用期\nゴール\ta\tb\t\tゴール\ta\tb\n"
      "行動\tc\td\t\t行動\tc\td\n\n"
      "項目\t導入期\t活用期\t\t項目\t導入期\t活用期\nゴール\ta\tb\t\tゴール\ta\tb\n"
      "行動\tc\td\t\t行動\tc\td\n",
      "A1:D4 goal behavior | E1:G4 goal behavior | A5:D7 goal behavior | E5:G7 goal behavior" },
    { "phases down, stacked",
      "フェーズ\tゴール\t行動\t課題\n導入期\ta\tb\tc\n活用期\td\te\tf\n\n"
      "フェーズ\tゴール\t行動\t課題\n導入期\ta\tb\tc\n活用期\td\te\tf\n",
      "A1:D4 goal behavior pain | A5:D7 goal behavior pain" },
    { "phases down, side by side",
      "フェーズ\tゴール\t行動\t\tフェーズ\tゴール\t行動\n導入期\ta\tb\t\t導入期\ta\tb\n"
      "活用期\td\te\t\t活用期\td\te\n",
      "A1:D3 goal behavior | E1:G3 goal behavior" },
    { "across, then down",
      HEAD ROWS "\nフェーズ\tゴール\t行動\t課題\n導入期\ta\tb\tc\n活用期\td\te\tf\n",
      "A1:D5 goal behavior pain | A6:D8 goal behavior pain" },
    { "a section under each",
      HEAD ROWS "\n■根拠\nID\t内容\nE1\tx\n\n■ジャーニーマップ\n" HEAD ROWS
                "\n■根拠\nID\t内容\nE2\ty\n",
      "A1:C9 goal behavior pain | A10:C18 goal behavior pain (■ジャーニーマップ; )" },
    { "another list below is no map",
      HEAD ROWS "\n氏名\tメール\t電話\n佐藤\ta@x\t1\n鈴木\tb@x\t2\n",
      "A1:C8 goal behavior pain +9" },
    { "a sheet a persona", HEAD ROWS "=== 鈴木\n" HEAD ROWS,
      "A1:C4 goal behavior pain | A1:C4 goal behavior pain" },
};

Test(tables, layouts)
{
    size_t i;

    for (i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_maps maps;
        cj_err err;
        cj_rc rc = cj_maps_find(a, make_book(a, layouts[i].text), NULL, &maps, &err);
        cj_str got = rc == CJ_OK ? outline(a, &maps) : cj_err_says(a, &err, CJ_EN);

        cr_expect(cj_str_eq(got, cj_str_of(layouts[i].want)), "%s: " CJ_FMT,
                  layouts[i].name, CJ_ARG(got));
        cj_arena_free(a);
    }
}

/* Forty maps of five lines reach below one window. */
Test(tables, more_than_a_window)
{
    cj_arena *a = cj_arena_new(0);
    cj_maps maps;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < 60; i++)
        cj_buf_fmt(&b, "ペルソナ\tP%zu\n\n" HEAD ROWS "\n\n", i);
    cj_buf_byte(&b, 0);
    cr_assert_eq(cj_maps_find(a, make_book(a, b.p), NULL, &maps, NULL), CJ_OK);
    cr_assert_eq(maps.n, 60, "%zu", maps.n);
    for (i = 0; i < maps.n; i++) {
        cj_str want = cj_str_fmt(a, "P%zu", i);

        cr_expect(cj_str_eq(maps.map[i].meta[CJ_META_PERSONA].text, want), "%zu", i);
        cr_expect_eq(maps.map[i].range.row1, i * 8 + 1, "%zu: %u", i,
                     maps.map[i].range.row1);
    }
    cj_arena_free(a);
}

/* "goal sentiment[2;4]": the elements, and the texts of those that stand in another table. */
static cj_str attached(cj_arena *a, const cj_map *m, size_t own)
{
    size_t e, p;
    cj_buf b;

    cj_buf_init(&b, a);
    for (e = own; e < m->n_elements; e++) {
        cj_buf_fmt(&b, "%s" CJ_FMT "[", e > own ? " " : "", CJ_ARG(m->elements[e].key));
        for (p = 0; p < m->n_phases; p++)
            cj_buf_fmt(&b, "%s" CJ_FMT, p ? ";" : "", CJ_ARG(m->elements[e].cells[p].text));
        cj_buf_byte(&b, ']');
    }
    if (m->n_leftover)
        cj_buf_fmt(&b, " +%zu", m->n_leftover);
    return cj_buf_str(&b);
}

/* What stands under or beside a map of three rows. */
static const layout more[] = {
    { "scores below", HEAD ROWS "\n感情スコア表\n\t導入期\t活用期\n感情スコア\t2\t4\n",
      "sentiment[2;4] +1" },
    { "offset columns, other order",
      HEAD ROWS
      "\n\t\t\tフェーズ\t活用期\t導入期\n\t\t\t感情スコア\t4\t2\n\t\t\t状況\tok\tng\n",
      "sentiment[2;4] status[ng;ok]" },
    { "some of the phases",
      "項目\t導入期\t活用期\t更新期\nゴール\ta\tb\tc\n行動\td\te\tf\n課題\tg\th\ti\n\n"
      "項目\t導入期\t更新期\n顧客の声\tx\ty\n",
      "voice[x;;y]" },
    { "the title says what the figures are",
      HEAD ROWS "\n感情スコア\n導入期\t活用期\n2\t4\n", "sentiment[2;4]" },
    { "the corner says it", HEAD ROWS "\n感情スコア\t導入期\t活用期\n\t2\t4\n",
      "sentiment[2;4]" },
    { "feelings in faces", HEAD ROWS "\n\t導入期\t活用期\n感情\t😟\t😊\n", "sentiment[😟;😊]" },
    { "phases down",
      HEAD ROWS "\nフェーズ\t感情スコア\t理由\n導入期\t2\t設定が多い\n活用期\t4\t慣れた\n",
      "sentiment[2;4] x:理由[設定が多い;慣れた]" },
    { "beside the map",
      "項目\t導入期\t活用期\t\tフェーズ\t感情スコア\nゴール\ta\tb\t\t導入期\t2\n行動\tc\td\t\t活用期\t4\n"
      "課題\te\tf\n",
      "sentiment[2;4]" },
    { "the map goes on", HEAD ROWS "\n自社の動き\n" HEAD "打ち手\tx\ty\n担当\tz\tw\n",
      "countermeasure[x;y] owner[z;w] +1" },
    { "the map goes on at once", HEAD ROWS HEAD "KPI\tx\ty\n", "kpi[x;y]" },
    { "two of them",
      HEAD ROWS "\n\t導入期\t活用期\n感情スコア\t2\t4\n\n\t導入期\t活用期\n状況\tok\tng\n",
      "sentiment[2;4] status[ok;ng]" },
    { "a name that is no phase of the map",
      HEAD ROWS "\n\t導入期\t解約期\n感情スコア\t2\t4\n", " +5" },
    { "one phase is not enough", HEAD ROWS "\n\t導入期\n感情スコア\t2\n", " +3" },
    { "a phase twice", HEAD ROWS "\n\t導入期\t活用期\t導入期\n感情スコア\t2\t4\t5\n",
      " +7" },
    { "quarters are no phases", HEAD ROWS "\n\tQ1\tQ2\nNPS\t20\t30\n", " +5" },
};

Test(tables, rows_under_the_same_headers)
{
    size_t i;

    for (i = 0; i < sizeof more / sizeof *more; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_maps maps;
        cj_err err;
        cj_rc rc = cj_maps_find(a, make_book(a, more[i].text), NULL, &maps, &err);
        cj_str got =
            rc == CJ_OK ? attached(a, &maps.map[0], 3) : cj_err_says(a, &err, CJ_EN);

        cr_expect(rc == CJ_OK && maps.n == 1, "%s: %zu maps", more[i].name, maps.n);
        cr_expect(cj_str_eq(got, cj_str_of(more[i].want)), "%s: " CJ_FMT, more[i].name,
                  CJ_ARG(got));
        cj_arena_free(a);
    }
}
