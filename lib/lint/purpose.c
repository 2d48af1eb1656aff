/* purpose.c - CJ201, CJ203, CJ204, CJ208: what the map is for and which customers it is about. */
#include "lint/rule.h"
#include "lint/measurable.h"
#include "lint/said.h"
#include "base/buf.h"

static void purpose_missing(cj_lint *l)
{
    if (cj_lint_untold(l, CJ_META_PURPOSE))
        cj_find_meta(l, CJ_META_PURPOSE);
}

const cj_rule cj_rule_purpose_missing = {
    .info = {
        .id = "CJ201",
        .name = "purpose-missing",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .step = 1,
        .source = "S1 作成前の準備 1; S2 Step 1",
        .says = { "The map has no purpose. Say in one sentence what should change, by when, "
                  "to which figure.",
                  "マップの目的がありません。「何を、いつまでに、どの数値にするか」を1文で書いてください。" },
        .why = { "Without a purpose the map is made for its own sake: nobody can tell which "
                 "phases and rows matter, or whether it has helped.",
                 "目的が曖昧なままだと「作っただけ」のマップになりがちです。どのフェーズや項目が大事か、"
                 "役に立ったかどうかも判断できません。" },
        .mend = { "Above the table, write \"Purpose\" in column A and the sentence beside it in "
                  "column B.",
                  "表の上の行で、A列に「目的」、B列にその1文を書きます。" },
        .bad = {
            { .edits = { "B3=", "B3=" }, .at = { "-", "-" },
              .shows = { "Purpose: (nothing)", "目的: （空）" } },
            { .edits = { "B3=TBD", "B3=未定" }, .shows = { "Purpose: TBD", "目的: 未定" } },
        },
        .good = {
            { .edits = { "B3=Cut onboarding drop-off from 12% to 6% by 2026-03-31",
                         "B3=2026年3月末までに、オンボーディング離脱率を12%から6%に下げる" } },
            { .edits = { "A3=Objective", "A3=目的（Why）" },
              .shows = { "Objective: Cut time to first reconciled month from 38 days to 21 days",
                         "目的（Why）: オンボーディング完了率を62%から80%に引き上げる" } },
        },
    },
    .on_map = purpose_missing,
};

static bool measured(cj_lint *l, cj_meta_id id)
{
    cj_arena *arena = cj_lint_arena(l);

    return !cj_lint_untold(l, id) &&
           cj_measurable(arena, cj_said(arena, cj_lint_map(l)->meta[id].text));
}

/* A goal of the map with a figure measures the purpose too. */
static void purpose_not_measurable(cj_lint *l)
{
    if (!cj_lint_untold(l, CJ_META_PURPOSE) && !measured(l, CJ_META_PURPOSE) &&
        !measured(l, CJ_META_MAP_GOAL))
        cj_find_meta(l, CJ_META_PURPOSE);
}

const cj_rule cj_rule_purpose_not_measurable = {
    .info = {
        .id = "CJ203",
        .name = "purpose-not-measurable",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 1,
        .source = "S2 Step 1 具体的で測定可能な目的; R6",
        .says = { "Purpose \"{value}\" has no figure. Add a number and a date.",
                  "目的「{value}」に数値がありません。測れる数値と期限を入れてください。" },
        .why = { "\"Improve the customer experience\" is true of every map. With a figure and a date "
                 "the team can say in half a year whether the map has helped.",
                 "「顧客満足度を向上させる」だけでは、どのマップにも当てはまります。数値と期限があれば、半年後に"
                 "このマップが役に立ったかどうかを確かめられます。" },
        .mend = { "Rewrite {cell}: what, from which figure to which, by when (\"Raise onboarding "
                  "completion from 62% to 80% by 2026-03-31\"). Today's figure is enough to start.",
                  "{cell} を「何を、いくつからいくつに、いつまでに」の形に書き換えます（例: 2026年3月末までに、"
                  "オンボーディング完了率を62%から80%に引き上げる）。" },
        .bad = {
            { .edits = { "B3=Improve the customer experience", "B3=顧客満足度を向上させる" } },
            { .edits = { "B3=Make onboarding smoother in 2026 (phase 1)",
                         "B3=2026年に、導入期のつまずきをなくす" } },
        },
        .good = {
            { .edits = { "B3=Raise completion to 80% by 2026-03",
                         "B3=2026年3月末までに完了率を80%にする" } },
            { .edits = { "B3=Cut time to value in half", "B3=LTVを2倍に伸ばす" } },
            { .edits = { "B3=See churn coming ;; A4=Map Goal ;; B4=90% of renewals decided 30 days early",
                         "B3=解約の予兆を早くつかむ ;; A4=マップのゴール ;; B4=期限30日前の更新決定率90%" },
              .shows = { "Purpose: See churn coming / Map Goal: 90% of renewals decided 30 days early",
                         "目的: 解約の予兆を早くつかむ／マップのゴール: 期限30日前の更新決定率90%" } },
        },
    },
    .on_map = purpose_not_measurable,
};

static void add_line(cj_buf *b, const char *label)
{
    cj_buf_z(b, b->n ? "\n" : "");
    cj_buf_z(b, label);
}

static void metadata_incomplete(cj_lint *l)
{
    static const cj_meta_id wanted[] = { CJ_META_PRODUCT, CJ_META_SEGMENT, CJ_META_VERSION,
                                         CJ_META_LAST_REVIEW, CJ_META_CONTRIBUTORS };
    cj_buf en, ja;
    size_t i;

    cj_buf_init(&en, cj_lint_arena(l));
    cj_buf_init(&ja, cj_lint_arena(l));
    for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (cj_lint_untold(l, wanted[i])) {
            add_line(&en, cj_meta_label(wanted[i], CJ_EN));
            add_line(&ja, cj_meta_label(wanted[i], CJ_JA));
        }
    if (en.n)
        cj_say_both(cj_find_map(l, CJ_CUSTOM), "list", cj_buf_str(&en), cj_buf_str(&ja));
}

const cj_rule cj_rule_metadata_incomplete = {
    .info = {
        .id = "CJ204",
        .name = "metadata-incomplete",
        .severity = { CJ_OFF, CJ_INFO, CJ_OFF },
        .fix = CJ_FIX_SCAFFOLD,
        .step = 1,
        .source = "S2 Step 1, 注意点2, 現場メンバー",
        .says = { "Header information missing: {list}.",
                  "表の上に書く情報が足りません: {list}。" },
        .why = { "Who opens the map in half a year should see at once for which product and which "
                 "customers it holds, how old it is, and who knows more.",
                 "半年後に開いた人でも、どの製品・どの顧客の話か、いつの内容か、誰に聞けばよいかがすぐ分かる"
                 "ようにするためです。" },
        .mend = { "Above the table, add one row each: the name of the field in column A and what it "
                  "says in column B.",
                  "表の上に1行ずつ、A列に項目名、B列に内容を書き足します。" },
        .bad = {
            { .edits = { "B6=", "B6=" }, .at = { "-", "-" },
              .shows = { "Segment: (nothing)", "セグメント: （空）" } },
            { .edits = { "B6= ;; B8=TBD ;; B13=", "B4= ;; B8=未定 ;; B13=" }, .at = { "-", "-" },
              .shows = { "Version: TBD / Contributors: (nothing)",
                         "製品: （空）／バージョン: 未定／参加者: （空）" } },
        },
        .good = {
            { .edits = { "B6=Finance teams of 5-20 people", "B6=従業員300名以上の製造業" } },
            { .edits = { "A13=Participants", "A13=作成メンバー" },
              .shows = { "Participants: Priya (Customer Success); Tom (Support)",
                         "作成メンバー: 中村（CS）、井上（サポート）" } },
        },
    },
    .on_map = metadata_incomplete,
};

static void segment_or_product_missing(cj_lint *l)
{
    if (cj_lint_untold(l, CJ_META_PRODUCT))
        cj_find_meta(l, CJ_META_PRODUCT);
    else if (cj_lint_untold(l, CJ_META_SEGMENT))
        cj_find_meta(l, CJ_META_SEGMENT);
}

const cj_rule cj_rule_segment_or_product_missing = {
    .info = {
        .id = "CJ208",
        .name = "segment-or-product-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 1,
        .source = "S2 Step 1 最も重要な顧客セグメント",
        .says = { "Product or segment missing. Say which customers this map is for.",
                  "対象の製品またはセグメントがありません。どの顧客に使うマップかを書いてください。" },
        .why = { "One map cannot hold the journey of all customers. Large and small customers, or two "
                 "products, have different goals and pains.",
                 "すべての顧客の旅を1枚のマップで描くことはできません。規模や製品が違えば、ゴールも課題も"
                 "変わります。" },
        .mend = { "Above the table, add the rows \"Product\" and \"Segment\": Finance teams of 5-20 "
                  "people in companies of 100-500.",
                  "表の上に「製品」と「セグメント」の行を書き足します（例: 従業員300名以上のBtoB製造業）。" },
        .bad = {
            { .edits = { "B4=", "B4=" }, .at = { "-", "-" },
              .shows = { "Product: (nothing)", "製品: （空）" } },
            { .edits = { "B6=TBD", "B6=未定" },
              .shows = { "Segment: TBD", "セグメント: 未定" } },
        },
        .good = {
            { .edits = { "B6=Finance teams in logistics", "B6=従業員300名以上の製造業" } },
            { .edits = { "A6=Customer segment", "A6=顧客セグメント" },
              .shows = { "Customer segment: Finance teams of 5-20 people",
                         "顧客セグメント: 従業員300名以上のBtoB製造業" } },
        },
    },
    .on_map = segment_or_product_missing,
};
