/* evidence.c - CJ5xx: whether statements about customers are known or only believed. */
#include "lint/rule.h"
#include "lint/said.h"
#include "base/buf.h"
#include "map/lexicon.h"

/* A statement about customers that names neither a source nor that it is an assumption. */
static bool unsupported(cj_lint *l, const cj_cell *c)
{
    return cj_elem_fact_of(c->elem) == CJ_FACT_YES && !cj_lint_blank(l, c) &&
           !cj_lint_sourced(l, c) && !c->support.assumption;
}

static void fact_without_evidence(cj_lint *l, const cj_cell *c)
{
    if (unsupported(l, c))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_fact_without_evidence = {
    .info = {
        .id = "CJ501",
        .name = "fact-without-evidence",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 3,
        .source = "S2 Step 3 社内の憶測だけで判断しない; S2 注意点1",
        .says = { "\"{element}\" of \"{phase}\" has no evidence. Add a reference such as [E1], or "
                  "mark it [assumption].",
                  "「{phase}」の「{element}」に根拠がありません。[E1] のように根拠番号を付けるか、"
                  "未確認なら【仮説】を付けてください。" },
        .why = { "A map built on what we believe about customers shows our wishes, not their "
                 "journey. Meetings, surveys, interviews, usage data and tickets are the facts.",
                 "思い込みで書いたマップは、顧客の旅ではなく自社の願望になります。打ち合わせ、アンケート、"
                 "インタビュー、利用データ、問い合わせなどの事実に結び付けます。" },
        .mend = { "At the end of the text in {cell}, add where it is known from: [E1] with a row on "
                  "the Evidence sheet, or (survey 2025Q1, n=54). If nobody has checked it yet, begin "
                  "with [assumption].",
                  "{cell} の文の終わりに、根拠シートの番号 [E1] か、【出典: アンケート2025Q1】（インタビュー "
                  "n=8）のような出典を書き足します。まだ確かめていなければ、文の前に【仮説】と書きます。" },
        .bad = {
            { .edits = { "D23=- No one can put a money value on the saved hours",
                         "D23=・権限設定が粗く、他部署に渡せない" } },
            { .edits = { "C21=- Run the month-end checklist",
                         "C21=・チームの3名に共有する" } },
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on the saved hours (interview n=8)",
                         "D23=・権限設定が粗く、他部署に渡せない（インタビュー n=8）" } },
            { .edits = { "D23=[assumption] No one can put a money value on the saved hours",
                         "D23=【仮説】権限設定が粗く、他部署に渡せない" } },
            { .edits = { "D23=- No one can put a money value on it ;; A29=Evidence ;; D29=E4",
                         "D23=・権限設定が粗い ;; A29=根拠 ;; D29=E3" },
              .shows = { "a row \"Evidence\" in the table that says E4 for the phase",
                         "表に「根拠」の行があり、そのフェーズに E3 と書いてある" } },
        },
        .yields_to = { "CJ507" },
    },
    .on_cell = fact_without_evidence,
};

/* What the cell refers to and no evidence record answers to, one a line. */
static cj_str dangling(cj_lint *l, const cj_cell *c)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, cj_lint_arena(l));
    for (i = 0; i < c->support.refs.n; i++)
        if (!cj_lint_recorded(l, c->support.refs.id[i]))
            cj_buf_fmt(&b, "%sE%u", b.n ? "\n" : "", c->support.refs.id[i]);
    return cj_buf_str(&b);
}

static void dangling_evidence_ref(cj_lint *l, const cj_cell *c)
{
    cj_str refs = dangling(l, c);

    if (refs.n)
        cj_say(cj_find_cell(l, c, c->text), "value", refs);
}

const cj_rule cj_rule_dangling_evidence_ref = {
    .info = {
        .id = "CJ504",
        .name = "dangling-evidence-ref",
        .severity = { CJ_WARNING, CJ_ERROR, CJ_ERROR },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "{value} is not in the Evidence sheet. Fix the number or add the record.",
                  "{value} が「根拠」にありません。番号を確かめるか、根拠を追加してください。" },
        .why = { "A reference that leads nowhere looks like a proof and is none.",
                 "行き先のない根拠番号は、裏付けがあるように見えて、実際には確かめられません。" },
        .mend = { "Compare the number in {cell} with the ID column of the Evidence sheet (or "
                  "section); add a row there with ID, type, date and summary if it is missing.",
                  "{cell} の番号を「根拠」シート（または「■根拠」の表）のID列と見比べます。無ければ、ID・種別・日付・"
                  "内容の1行を追加します。" },
        .bad = {
            { .edits = { "D23=- No one can put a money value on the saved hours [E4][E9]",
                         "D23=・権限設定が粗く、他部署に渡せない [E3][E9]" } },
            { .edits = { "D20=Show the CFO what faster closes were worth [E12]",
                         "D20=他部署にも広げたい 【E12】" } },
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on the saved hours [E4][E5]",
                         "D23=・権限設定が粗く、他部署に渡せない [E3]【E05】" } },
        },
    },
    .on_cell = dangling_evidence_ref,
};

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
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on the saved hours [E4]",
                         "D23=・用語がわからず、他部署に渡せない [E3]" } },
        },
    },
    .on_cell = assumption_unverified,
};

/* What customers are quoted with is theirs, not our guess. */
static void speculative_wording(cj_lint *l, const cj_cell *c)
{
    cj_arena *arena = cj_lint_arena(l);
    cj_str said, word;
    size_t i;

    if (!unsupported(l, c) ||
        !cj_lexicon_find(CJ_LEX_SPECULATION, cj_lint_said(l, c), &word))
        return;
    for (i = 0; i < c->n_items; i++) {
        said = cj_said_unquoted(arena, cj_said(arena, c->items[i].text));
        if (cj_lexicon_find(CJ_LEX_SPECULATION, said, &word)) {
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
        },
    },
    .on_cell = speculative_wording,
};
