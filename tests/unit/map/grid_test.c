/* grid_test.c - finding the grid: where it stands, which way it runs, what its lines are. */
#include "../make_book.h"
#include "base/buf.h"
#include <criterion/criterion.h>

/* "across 導入期,活用期 | goal exact, x:メモ custom" */
static cj_str outline(cj_arena *a, const cj_map *m)
{
    static const char *const how[] = { "", "~", "!", "?", "" };
    size_t i;
    cj_buf b;

    cj_buf_init(&b, a);
    cj_buf_z(&b, m->orient == CJ_PHASES_DOWN ? "down " : "across ");
    for (i = 0; i < m->n_phases; i++)
        cj_buf_fmt(&b, "%s" CJ_FMT, i ? "," : "", CJ_ARG(m->phases[i].key));
    cj_buf_z(&b, " |");
    for (i = 0; i < m->n_elements; i++)
        cj_buf_fmt(&b, " " CJ_FMT "%s", CJ_ARG(m->elements[i].key),
                   how[m->elements[i].reading]);
    return cj_buf_str(&b);
}

typedef struct layout {
    const char *name, *text, *want;
    unsigned left; /* cells left over */
} layout;

#define ROWS            \
    "ゴール\ta\tb\n" \
    "行動\tc\td\n"    \
    "課題\te\tf\n"

static const layout layouts[] = {
    { "header in row 1", "項目\t導入期\t活用期\n" ROWS,
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "blank corner", "\t導入期\t活用期\n" ROWS,
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "Stage in the corner",
      "Stage\tSign up\tExplore\tBuy\nGoals\ta\tb\tc\nPain points\td\te\tf\n",
      "across signup,explore,buy | goal pain", 0 },
    { "title in the corner",
      "Acme CJM\tOnboarding\tRenewal\nGoals\ta\tb\nPain points\td\te\n",
      "across onboarding,renewal | goal pain", 0 },
    { "title, blank, header in row 4", "顧客ジャーニー\n\n\n項目\t導入期\t活用期\n" ROWS,
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "metadata above, header in row 8",
      "レポートナビのジャーニー\n目的\t継続率を上げる\n製品\tレポートナビ\tプラン\t標準\n"
      "作成：2025/6/3\n課題\t\nペルソナ\t佐藤さん\n\n項目\t導入期\t活用期\n" ROWS,
      "across 導入期,活用期 | goal behavior pain", 1 },
    { "table at column B",
      "\t\n\t項目\t導入期\t活用期\n\tゴール\ta\tb\n\t行動\tc\td\n\t課題\te\tf\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "numbered phases",
      "\t1. Plan\t2. Try\t3. Use\nUser goals\ta\tb\tc\nFeelings\td\te\tf\n",
      "across plan,try,use | goal emotion", 0 },
    { "decoration",
      "項目\tフェーズ1:導入期\tフェーズ2：活用期\n■ ゴール\ta\tb\n2. 行動\tc\td\n【課題】\te\tf\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "phases down", "フェーズ\tゴール\t行動\t課題\n導入期\ta\tb\tc\n活用期\td\te\tf\n",
      "down 導入期,活用期 | goal behavior pain", 0 },
    { "phases down with two key columns",
      "No\tフェーズ\tゴール\t行動\t課題\n1\t導入期\ta\tb\tc\n2\t活用期\td\te\tf\n",
      "down 導入期,活用期 | goal behavior pain", 0 },
    { "phases down, English, title above",
      "Customer journey\n\nStage\tCustomer goal\tActions\tTouchpoints\tEmotions\n"
      "Awareness\ta\tb\tc\td\nPurchase\te\tf\tg\th\nLoyalty\ti\tj\tk\tl\n",
      "down awareness,purchase,loyalty | goal behavior! touchpoint emotion", 0 },
    { "merged phases",
      "項目\t導入期\t\t活用期\t\n!merge B1:C1\n!merge D1:E1\nゴール\ta\tb\tc\td\n"
      "行動\te\t\tf\t\n課題\tg\t\th\t\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "spans without merges",
      "項目\t導入期\t\t活用期\t\nゴール\ta\tb\tc\td\n行動\te\t\tf\tg\n課題\th\t\ti\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "group labels",
      "\t項目\t導入期\t活用期\n顧客\tゴール\ta\tb\n\t行動\tc\td\n自社\t打ち手\te\tf\n\t担当\tg\th\n",
      "across 導入期,活用期 | goal behavior countermeasure owner", 0 },
    { "label merged over the group column",
      "項目\t\t導入期\t活用期\n顧客\tゴール\ta\tb\n\t行動\tc\td\nKPI\t\te\tf\n!merge A4:B4\n課題\t\tg\th\n!merge A5:B5\n",
      "across 導入期,活用期 | goal behavior kpi pain", 0 },
    { "continuation rows",
      "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n\te\tf\n\tg\n課題\th\ti\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "spacer rows", "項目\t導入期\t活用期\nゴール\ta\tb\n\n行動\tc\td\n\n\n課題\te\tf\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "spacer row and unknown label", "項目\t導入期\t活用期\n" ROWS "\n連絡先\tx\ty\n",
      "across 導入期,活用期 | goal behavior pain", 3 },
    { "custom row", "項目\t導入期\t活用期\nプロダクト連携メモ\tx\ty\n" ROWS,
      "across 導入期,活用期 | x:プロダクト連携メモ goal behavior pain", 0 },
    { "footnote", "項目\t導入期\t活用期\n" ROWS "※6月のWSで作成\n",
      "across 導入期,活用期 | goal behavior pain", 1 },
    { "footnote in the second column", "項目\t導入期\t活用期\n" ROWS "\t※6月のWSで作成\n",
      "across 導入期,活用期 | goal behavior pain", 1 },
    { "notes column",
      "項目\t説明\t導入期\t活用期\t備考\nゴール\tz\ta\tb\ty\n行動\t\tc\td\n課題\t\te\tf\n",
      "across 導入期,活用期 | goal behavior pain", 2 },
    { "comments of a review behind a blank column",
      "項目\t導入期\t活用期\t\tレビューコメント\nゴール\ta\tb\n行動\tc\td\t\tここは要確認\n課題\te\tf\n",
      "across 導入期,活用期 | goal behavior pain", 2 },
    { "open questions",
      "Item\tOnboarding\tRenewal\tOpen questions\nGoals\ta\tb\tWho signs?\nActions\tc\td\nPains\te\tf\n",
      "across onboarding,renewal | goal behavior! pain", 2 },
    { "blank template", "項目\t導入期\t活用期\nゴール\n行動\n課題\n打ち手\n",
      "across 導入期,活用期 | goal behavior pain countermeasure", 0 },
    { "score under emotions",
      "項目\t導入期\t活用期\nゴール\ta\tb\n感情\t不安\t安心\n\t2\t4\n課題\te\tf\n",
      "across 導入期,活用期 | goal emotion sentiment! pain", 0 },
    { "emotions as emoji",
      "Stage\tOnboarding\tRenewal\nGoals\ta\tb\nEmotions\t😀\t😞\nPain points\te\tf\n",
      "across onboarding,renewal | goal sentiment pain", 0 },
    { "period row without a label", "項目\t導入期\t活用期\n\t0〜30日\t31〜90日\n" ROWS,
      "across 導入期,活用期 | period! goal behavior pain", 0 },
    { "empty phase at the end", "項目\t導入期\t活用期\t更新期\n" ROWS,
      "across 導入期,活用期,更新期 | goal behavior pain", 0 },
    { "spacer column",
      "項目\t導入期\t\t活用期\nゴール\ta\t\tb\n行動\tc\t\td\n課題\te\t\tf\n",
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "axis word in its own line", "\tフェーズ\t\n\t導入期\t活用期\n" ROWS,
      "across 導入期,活用期 | goal behavior pain", 0 },
    { "memo far to the right", "項目\t導入期\t活用期\t\t\t\t社内メモ\n" ROWS,
      "across 導入期,活用期 | goal behavior pain", 1 },
    { "duplicate phases stay", "項目\t導入期\t導入期\n" ROWS,
      "across 導入期,導入期 | goal behavior pain", 0 },
    { "one phase", "項目\t導入期\nゴール\ta\n行動\tb\n課題\tc\nKPI\td\n打ち手\te\n",
      "across 導入期 | goal behavior pain kpi countermeasure", 0 },
    { "labels with guidance",
      "Stage\tAware\tTry\tBuy\nGoals: what do they want?\ta\tb\tc\nThoughts\\n(quotes)\td\te\tf\n"
      "Pain points e.g. delays\tg\th\ti\n",
      "across aware,try,buy | goal thought pain", 0 },
    { "contained labels",
      "Phase\tPrepare\tTravel\tReturn\nKey customer actions\ta\tb\tc\nEmotions\td\te\tf\n"
      "Top pain points\tg\th\ti\n",
      "across prepare,travel,return | behavior~ emotion pain~", 0 },
    { "strange corner",
      "旅行アプリ\t探す\t予約する\t泊まる\n行動\ta\tb\tc\n感情\td\te\tf\n課題\tg\th\ti\n",
      "across 探す,予約する,泊まる | behavior emotion pain", 0 },
    { "German",
      "Phase\tBewusstsein\tKauf\nZiele\ta\tb\nKundenaktionen\tc\td\nSchmerzpunkte\te\tf\n",
      "across bewusstsein,kauf | goal behavior pain", 0 },
    { "Spanish",
      "Etapa\tDescubrimiento\tCompra\nObjetivos\ta\tb\nEmociones\tc\td\nPuntos de contacto\te\tf\n",
      "across descubrimiento,compra | goal emotion touchpoint", 0 },
    { "Korean", "단계\t인지\t구매\n고객 행동\ta\tb\n감정\tc\td\n접점\te\tf\n",
      "across 인지,구매 | behavior emotion touchpoint", 0 },
    { "Chinese", "阶段\t认知\t购买\n用户目标\ta\tb\n用户行为\tc\td\n痛点\te\tf\n",
      "across 认知,购买 | goal behavior pain", 0 },
    { "Russian",
      "Этап\tОсознание потребности\tПокупка\nЦели клиента\ta\tb\nДействия клиента\tc\td\nБоли\te\tf\n",
      "across осознаниепотребности,покупка | goal behavior pain", 0 },
};

Test(grid, layouts)
{
    size_t i;

    for (i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err;
        cj_map *m = make_map(a, layouts[i].text, &err);
        cj_str got = m ? outline(a, m) : cj_err_says(a, &err, CJ_EN);

        cr_expect(m && cj_str_eq(got, cj_str_of(layouts[i].want)), "%s: " CJ_FMT,
                  layouts[i].name, CJ_ARG(got));
        if (m)
            cr_expect_eq(
                m->n_leftover, layouts[i].left, "%s: %zu cells left over, first " CJ_FMT,
                layouts[i].name, m->n_leftover,
                CJ_ARG(m->n_leftover ? cj_map_leftover(a, m)[0].text : CJ_STR("-")));
        cj_arena_free(a);
    }
}
