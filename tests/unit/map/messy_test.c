/* messy_test.c - maps as teams really keep them: found, whatever else their sheets hold. */
#include "../make_book.h"
#include "base/buf.h"
#include <criterion/criterion.h>

typedef struct messy {
    const char *name, *text;
    unsigned phases, elements; /* of the first map */
} messy;

static const messy maps[] = {
    { "two elements over phases that only this team has",
      "お客様の行動と気持ち\n\nフェーズ\t来店前\t受付\t試着\t会計\n行動\tSNSで探す\t名前を伝える\t3着試す\tカードで払う\n"
      "気持ち\tわくわく\t待ち時間が長い\t迷う\t満足\n",
      4, 2 },
    { "no corner, no axis word, a trip",
      "\t出発前\t移動\t滞在\t帰宅後\nやること\t宿を比べる\t電車に乗る\t観光する\t写真を送る\n"
      "思うこと\tどこも同じに見える\t荷物が重い\t楽しい\tまた来たい\n困りごと\t口コミが多すぎる\t乗り換えが分からない\t現金しか使えない\t\n",
      4, 3 },
    { "English words in a Japanese sheet",
      "Customer Journey Map（法人向け）\nPhase\t認知\t比較検討\t導入\t定着\nUser Action\t記事を読む\t資料を請求する\t設定する\t毎日使う\n"
      "Touch Point\tブログ\t営業\tCS\tアプリ\nEmotion\t関心\t不安\t期待\t安心\nPain\t情報が多い\t違いが不明\t手順が多い\t\n"
      "施策\t事例記事\t比較表\t設定代行\t活用会\n",
      4, 5 },
    { "Japanese words in an English sheet",
      "Stage\tSign-up\tFirst project\tDaily work\nゴール\tstart quickly\tshow a result\tsave time\n"
      "Doing\tfills in the form\tinvites two colleagues\topens it at nine\nThinking\tis it safe?\twill they like it?\tcan't do without\n"
      "Pain points\ttoo many fields\tno template\tslow on Mondays\n",
      3, 4 },
    { "states and priorities among the rows",
      "項目\t導入期\t活用期\t更新期\nゴール\ta\tb\tc\n行動\td\te\tf\n課題\tg\th\ti\n打ち手\tj\tk\tl\n"
      "優先度\t高\t中\t高\nステータス\t対応中\t未着手\t完了\n期限\t4/30\t5/31\t6/30\n備考\t\t要確認\t\n",
      3, 8 },
    { "figures in half of the rows",
      "Stage\tTrial\tOnboarding\tRetention\nCustomer actions\tsigns up\timports data\tlogs in weekly\n"
      "Pain points\tcard needed\tfails twice\tno reports\nNPS\t20\t35\t41\nChurn\t12%\t8%\t5%\nTickets\t120\t310\t90\n",
      3, 5 },
    { "phases as questions",
      "\tWhy do I need it?\tWhich one fits?\tHow do I start?\tWas it worth it?\nCustomer goal\tsee the problem\tchoose safely\tbe live in a week\tprove the value\n"
      "Customer actions\treads\tasks for a demo\tinvites the team\tshows the board\nFeelings\tvague\ttorn\tbusy\tproud\n",
      4, 3 },
    { "numbered steps",
      "STEP\t1\t2\t3\t4\nステップ名\t知る\t試す\t使う\t広める\nお客様の行動\ta\tb\tc\td\nお客様の感情\te\tf\tg\th\n課題\ti\tj\tk\tl\n",
      4, 3 },
    { "a legend and a logo line above, notes beside",
      "株式会社青葉\t\t\t\t社外秘\n凡例\t○ 良い\t△ 普通\t× 悪い\n\nカスタマージャーニー\t検討\t契約\t利用開始\t\tメモ\n"
      "行動\ta\tb\tc\t\t来週見直す\n接点\td\te\tf\n感情\tg\th\ti\n課題\tj\tk\tl\n",
      3, 4 },
    { "phases down, half filled",
      "ステージ\t顧客の行動\t顧客の課題\t当社の打ち手\t担当\n問い合わせ\t電話する\tつながらない\t\tサポート\n見積\t\t\t即日回答\t営業\n"
      "納品\t検品する\t\t\t物流\nアフター\t\t部品がない\t在庫を持つ\t\n",
      4, 4 },
    { "long sentences as labels",
      "\tBefore the first day\tThe first week\tThe first quarter\nWhat is the customer trying to do?\ta\tb\tc\n"
      "What does the customer feel?\td\te\tf\nWhat gets in the way (pain points)?\tg\th\ti\nWhere do we meet (touchpoints)\tj\tk\tl\n",
      3, 4 },
    { "months after the contract",
      "フェーズ\t契約〜1ヶ月\t2〜3ヶ月目\t4〜12ヶ月目\n目標\t使い始める\t習慣にする\t成果を出す\nお客様の状態\ta\tb\tc\nお客様の不満\td\te\tf\n"
      "CSの動き\tg\th\ti\n指標\t設定率\t週次利用率\t更新率\n",
      3, 5 },
    { "one element a person would call main, the rest their own words",
      "Journey\tDiscover\tBook\tStay\tReturn\nActions\tsearches\tpays\tchecks in\twrites a review\nMood\tcurious\tnervous\trelaxed\tproud\n"
      "Painpoints\tads\tfees\tnoise\tspam\nStaff\tmarketing\tweb\treception\tCRM\nSystems\tCMS\tPMS\tPMS\tCRM\n",
      4, 5 },
    { "a map of a shop in three languages",
      "阶段 / Stage / 段階\t认知 Awareness\t购买 Purchase\t忠诚 Loyalty\n用户行为 / Actions\ta\tb\tc\n情绪 / Emotions\td\te\tf\n痛点 / Pain points\tg\th\ti\n",
      3, 3 },
    { "no feelings, no pains: a plan for customers' phases",
      "フェーズ\tオンボーディング\tアダプション\tエクスパンション\tリニューアル\n目的\ta\tb\tc\td\n成功の定義\te\tf\tg\th\nKPI\ti\tj\tk\tl\n"
      "アクション\tm\tn\to\tp\n担当\tCS\tCS\tAM\tAM\n",
      4, 5 },
    { "a blank template with hints in the cells",
      "項目（記入例は右）\tフェーズ1\tフェーズ2\tフェーズ3\nお客様の目標\t例：〜できる\t\t\nお客様の行動\t\t\t\nお客様の感情\t\t\t\nお困りごと\t\t\t\n接点\t\t\t\n",
      3, 5 },
    { "a title that says what it is",
      "採用ジャーニーマップ（新卒）\n\n\t説明会\t面接\t内定\nゴール\ta\tb\tc\n接点\td\te\tf\n困りごと\tg\th\ti\n",
      3, 3 },
    { "a title in every cell of the corner, and totals",
      "CJM2026\tAwareness\tConsideration\tDecision\tTotal\nTouchpoints\tads\tdemo\tcall\t3\nQuestions\twhat is it?\thow much?\twho signs?\t3\n"
      "Barriers\ta\tb\tc\t3\nEmotions\tcurious\tunsure\ttense\t\n",
      4, 4 },
    { "departments beside the phases",
      "Phase\tKickoff\tGo-live\tReview\nCustomer goal\ta\tb\tc\nCustomer actions\td\te\tf\nSales\tx\t\tx\nCS\tx\tx\tx\nSupport\t\tx\t\nPain points\tg\th\ti\n",
      3, 4 },
};

Test(messy, maps_are_found)
{
    size_t i;

    for (i = 0; i < sizeof maps / sizeof *maps; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err;
        cj_map *m = make_map(a, maps[i].text, &err);

        cr_expect(m, "%s: " CJ_FMT, maps[i].name, CJ_ARG(cj_err_says(a, &err, CJ_EN)));
        if (m) {
            cr_expect_eq(m->n_phases, maps[i].phases, "%s: %zu phases", maps[i].name,
                         m->n_phases);
            cr_expect_eq(m->n_elements, maps[i].elements, "%s: %zu elements", maps[i].name,
                         m->n_elements);
        }
        cj_arena_free(a);
    }
}
