/* assumptions.c - CJ506 and CJ507: what is marked as a guess, and what should be. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "map/lexicon.h"

static void assumption_unverified(cj_lint *l, const cj_cell *c)
{
    if (cj_cell_assumed(c))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_assumption_unverified = {
    .info = {
        .id = "CJ506",
        .name = "assumption-unverified",
        .severity = { CJ_INFO, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 仮説が次々と生まれる; S2 注意点1",
        .says = { "\"{element}\" of \"{phase}\" is still an assumption. Plan how to check it.",
                  "「{phase}」の「{element}」は仮説のままです。次回までに確かめる方法を決めてください。" },
        .why = { "Assumptions are welcome as long as they are marked and get checked; those that "
                 "stay for quarters are read as facts in the end.",
                 "仮説は印が付いていれば歓迎です。ただ、確かめないまま何か月も残ると、いつの間にか事実として"
                 "扱われます。" },
        .mend = { "Decide who asks which customers by when. Once it is known, replace the marker in "
                  "{cell} by the evidence: [E5].",
                  "誰が、いつまでに、どの顧客に確かめるかを決めます。分かったら、{cell} の【仮説】を消し、根拠番号 [E5] に"
                  "置き換えます。" },
        .bad = {
            { .edits = { "D23=[assumption] No one can put a money value on the saved hours",
                         "D23=【仮説】用語がわからず、他部署に渡せない" } },
            { .edits = { "C23=- Import is slow [E3]\n- [assumption] Nobody reads the guide",
                         "C23=・取り込みが遅い [E4]\n・【仮説】手順書が読まれていない" } },
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on the saved hours [E4]",
                         "D23=・用語がわからず、他部署に渡せない [E3]" } },
            { .edits = { "D23=- [assumption] Nobody reads the guide, confirmed in 2025 [E4]",
                         "D23=・【仮説】用語がわからない（インタビューで確認 [E3]）" } },
        },
    },
    .on_cell = assumption_unverified,
};

/* One of the words, as a whole word of a Latin text. */
static bool has_word(cj_str said, const cj_str *words, size_t n)
{
    size_t at;

    for (at = 0; at < said.n; at++)
        if (!cj_scan_inside(said, at) && cj_scan_any(cj_str_from(said, at), words, n))
            return true;
    return false;
}

#define HAS_WORD(said, table) has_word((said), (table), sizeof(table) / sizeof *(table))

/* Thoughts and feelings that speak of themselves are the customer's words, without quotation
 * marks: "I think we can", うちでも使えるだろう. "We think they like it" is ours. */
static bool own_voice(const cj_cell *c, cj_str said)
{
    static const cj_str me[] = { CJ_W("i"), CJ_W("my"), CJ_W("me"), CJ_W("myself") };
    static const cj_str us[] = { CJ_W("we"),     CJ_W("our"),    CJ_W("us"),
                                 CJ_W("自分"),   CJ_W("うちの"), CJ_W("うちで"),
                                 CJ_W("うちは"), CJ_W("わが社"), CJ_W("我が社"),
                                 CJ_W("私"),     CJ_W("自社") };
    static const cj_str they[] = { CJ_W("they"),     CJ_W("them"),      CJ_W("their"),
                                   CJ_W("customer"), CJ_W("customers"), CJ_W("client"),
                                   CJ_W("clients"),  CJ_W("user"),      CJ_W("users"),
                                   CJ_W("顧客"),     CJ_W("お客"),      CJ_W("利用者"),
                                   CJ_W("ユーザー"), CJ_W("契約企業") };

    if (c->elem != CJ_MIND && c->elem != CJ_THOUGHT && c->elem != CJ_EMOTION)
        return false;
    return HAS_WORD(said, me) || (HAS_WORD(said, us) && !HAS_WORD(said, they));
}

/* What customers are quoted with is theirs, not our guess. */
static void speculative_wording(cj_lint *l, const cj_cell *c)
{
    cj_arena *arena = cj_lint_arena(l);
    cj_str said, word;
    size_t i;

    if (cj_elem_fact_of(c->elem) != CJ_FACT_YES || cj_lint_blank(l, c) ||
        cj_lint_sourced(l, c) || c->support.assumption ||
        !cj_lexicon_find(CJ_LEX_SPECULATION, cj_lint_said(l, c), &word))
        return;
    for (i = 0; i < c->n_items; i++) {
        said = cj_said_unquoted(arena, cj_said(arena, c->items[i].text));
        if (cj_lexicon_find(CJ_LEX_SPECULATION, said, &word) && !own_voice(c, said)) {
            cj_find_cell(l, c, c->items[i].bare.n ? c->items[i].bare : c->items[i].text);
            return;
        }
    }
}

const cj_rule cj_rule_speculative_wording = {
    .info = {
        .id = "CJ507",
        .name = "speculative-wording",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_ERROR },
        .step = 3,
        .source = "S2 「顧客はきっとこう思っているはずだ」",
        .says = { "\"{value}\" is a guess. Check it with data or mark it [assumption].",
                  "「{value}」は推測の書き方です。顧客の声やデータで確かめるか、【仮説】と明記してください。" },
        .why = { "\"They surely think so\" is the most dangerous sentence of a map: it is how "
                 "wishes get in.",
                 "「顧客はきっとこう思っているはずだ」という思い込みが、マップをいちばん現実から遠ざけます。" },
        .mend = { "Put [assumption] in front of the text in {cell}, or say what customers really "
                  "said and where: \"satisfied\" [E4]. Words of customers in quotation marks are "
                  "not touched.",
                  "{cell} の文の前に【仮説】と付けるか、実際の声と根拠に書き換えます（例: 満足と回答 [E4]）。"
                  "「」で囲んだ顧客の言葉は対象になりません。" },
        .bad = {
            { .edits = { "D22=They are probably happy with the result",
                         "D22=きっと信頼しているはず" } },
            { .edits = { "C23=Customers might not know the automation rules",
                         "C23=・どの機能から使えばよいかわからないのではないか" } },
        },
        .good = {
            { .edits = { "D22=[assumption] They are probably happy with the result",
                         "D22=【仮説】信頼しているはず" } },
            { .edits = { "D22=\"This is probably worth it\" [E4]",
                         "D22=満足と回答している [E4]" } },
            { .edits = { "D22=“Maybe the price goes up again”",
                         "D22=「来年も使うだろうか」と迷っている" } },
            { .edits = { "D22=I think we can do without the spreadsheet",
                         "D22=うちの部署でも使えるかもしれない" },
              .shows = { "a thought in the customer's own words",
                         "顧客が自分の言葉で語る思考" } },
        },
    },
    .on_cell = speculative_wording,
};
