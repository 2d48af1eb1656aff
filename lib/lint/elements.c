/* elements.c - CJ4xx: the nine rows, and cells that say nothing yet. */
#include "lint/rule.h"

/* Thoughts and feelings may be one row or two. */
static bool has_row(const cj_map *map, cj_elem core)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (cj_element_serves(&map->elements[i], core))
            return true;
    return false;
}

static void required_row_missing(cj_lint *l)
{
    int elem;

    for (elem = CJ_CUSTOM + 1; elem < CJ_N_ELEMS; elem++)
        if (cj_elem_core((cj_elem)elem) && !has_row(cj_lint_map(l), (cj_elem)elem))
            cj_find_map(l, (cj_elem)elem);
}

const cj_rule cj_rule_required_row_missing = {
    .info = {
        .id = "CJ401",
        .name = "required-row-missing",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .fix = CJ_FIX_SCAFFOLD,
        .step = 3,
        .source = "S2 Step 3-5, 構成テンプレート",
        .says = { "Element {row} \"{element}\" is missing. Add it.",
                  "項目「{element}」の{row}がありません。追加してください。" },
        .why = { "Goal, actions, thoughts and feelings, pains, touchpoints, success, KPI, "
                 "countermeasures and owner belong together: without one of them the path from "
                 "what customers live through to what we do is broken.",
                 "ゴール・行動・思考と感情・課題・タッチポイント・成功の定義・KPI・打ち手・担当部署は"
                 "ひと続きです。1つ欠けると、顧客の体験から自社の行動までがつながりません。" },
        .mend = { "Insert a {row} in the table and write \"{element}\" in its first cell. If the "
                  "{row} is there under another name, rename it to that.",
                  "表に{row}を1つ挿入し、見出しのセルに「{element}」と書きます。同じ内容の{row}が"
                  "別の名前であるときは、見出しを「{element}」に書き換えます。" },
        .bad = {
            { .edits = { "A26=Colour", "A26=色" }, .at = { "-", "-" },
              .shows = { "no KPI row", "「KPI」の行がない" } },
            { .edits = { "A22=Colour", "A22=色" }, .at = { "-", "-" },
              .shows = { "neither thoughts nor feelings", "思考の行も感情の行もない" } },
        },
        .good = {
            { .edits = { "A26=Metrics", "A26=指標" },
              .shows = { "a row \"Metrics\"", "「指標」の行がある" } },
            { .edits = { "A22=Emotions", "A22=感情" },
              .shows = { "a row \"Emotions\"", "「感情」の行がある" } },
        },
    },
    .on_map = required_row_missing,
};

static void empty_cell(cj_lint *l, const cj_phase *p)
{
    static const cj_elem elems[] = { CJ_BEHAVIOR, CJ_MIND, CJ_THOUGHT,
                                     CJ_EMOTION,  CJ_PAIN, CJ_TOUCHPOINT };
    size_t i;

    for (i = 0; i < sizeof elems / sizeof *elems; i++) {
        const cj_cell *c = cj_lint_hole(l, elems[i], p);

        if (c)
            cj_find_cell(l, c, c->text);
    }
}

const cj_rule cj_rule_empty_cell = {
    .info = {
        .id = "CJ402",
        .name = "empty-cell",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 3,
        .source = "S2 Step 3",
        .says = { "\"{element}\" of \"{phase}\" is empty. If unsure, write it with an [assumption] "
                  "marker.",
                  "「{phase}」の「{element}」が空です。分からなければ【仮説】を付けて書いてください。" },
        .why = { "A hole in what customers do, feel, suffer from or meet hides the very place "
                 "where they may be lost.",
                 "行動・思考と感情・課題・タッチポイントのどれかが空だと、顧客がつまずく場所そのものが"
                 "見えなくなります。" },
        .mend = { "Fill {cell}. A guess is welcome if it is marked: [assumption] ...; if there is "
                  "nothing, say so with its source: None reported [E3].",
                  "{cell} に記入します。推測でも「【仮説】…」と付ければかまいません。本当に無いときは"
                  "「特になし [E3]」のように根拠を添えます。" },
        .bad = {
            { .edits = { "C24=", "C24=" }, .shows = { "Touchpoints: (empty)", "タッチポイント: （空）" } },
            { .edits = { "C23=", "C23=" }, .shows = { "Pain points: (empty)", "課題・ペイン: （空）" } },
        },
        .good = {
            { .edits = { "C23=None reported in the survey [E3]",
                         "C23=特に困っていることはない [E4]" } },
            { .edits = { "C23=TBD", "C23=未定" },
              .shows = { "TBD (that is CJ403)", "未定（これは CJ403）" } },
        },
        .yields_to = { "CJ403", "CJ106" },
    },
    .on_phase = empty_cell,
};

/* Where it is an answer that there is nothing: no risk, no opportunity, no remark. */
static bool may_have_none(cj_elem elem)
{
    switch (elem) {
    case CJ_VOICE:
    case CJ_OPPORTUNITY:
    case CJ_RISK:
    case CJ_CONTENT:
    case CJ_BACKSTAGE:
    case CJ_MILESTONE:
    case CJ_HEALTH:
    case CJ_TOUCH_MODEL:
    case CJ_STATUS:
    case CJ_EFFECT:
    case CJ_SENTIMENT:
    case CJ_EVIDENCE:
    case CJ_NOTE:
        return true;
    default:
        return false;
    }
}

static bool says_none(cj_str said)
{
    static const cj_str none[] = { CJ_LIT("なし"),   CJ_LIT("無し"), CJ_LIT("none"),
                                   CJ_LIT("n/a"),    CJ_LIT("na"),   CJ_LIT("-"),
                                   CJ_LIT("—"),      CJ_LIT("–"),    CJ_LIT("ー"),
                                   CJ_LIT("pending") };
    size_t i;

    for (i = 0; i < sizeof none / sizeof *none; i++)
        if (cj_str_eq(said, none[i]))
            return true;
    return !said.n; /* a dash is taken for a bullet */
}

/* What a row of remarks leaves open is nobody's business. */
static void placeholder_text(cj_lint *l, const cj_cell *c)
{
    if (c->placeholder && c->elem != CJ_NOTE &&
        !(may_have_none(c->elem) && says_none(cj_lint_said(l, c))))
        cj_find_cell(l, c, c->text);
}

/* Nothing is known: that is what an empty cell says. */
static cj_str emptied(cj_lint *l, const cj_finding *f, cj_str text)
{
    (void)l;
    (void)f;
    (void)text;
    return CJ_STR("");
}

const cj_rule cj_rule_placeholder_text = {
    .info = {
        .id = "CJ403",
        .name = "placeholder-text",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .fix = CJ_FIX_UNSAFE,
        .step = 3,
        .source = "S2 Step 3",
        .says = { "\"{value}\" is a placeholder. Write what is known, or leave the cell empty.",
                  "「{value}」は仮の記入です。分かることを書くか、空欄に戻してください。" },
        .why = { "A filler looks like content from afar: the map seems complete, and nobody notices "
                 "what is still to be found out.",
                 "仮の文字が入っていると、埋まっているように見えて、まだ調べていないことに誰も"
                 "気づけません。" },
        .mend = { "Write in {cell} what is known today, or a guess that begins with [assumption]. If "
                  "nobody needs this element, delete the whole {row}.",
                  "{cell} に、今分かっていることを書きます。推測なら文の前に【仮説】と付けます。マップに要らない"
                  "項目なら、{row}ごと削除します。" },
        .bad = {
            { .edits = { "C24=TBD", "C24=未定" } },
            { .edits = { "C24=???", "C24=○○" } },
            { .edits = { "C27=n/a", "C27=後で記入" } },
        },
        .good = {
            { .edits = { "C24=Cadence not yet decided by the customer, first contact by e-mail [E2]",
                         "C24=導入日が未定の顧客には月1回のメール [E2]" } },
            { .edits = { "A29=Risks ;; B29=None", "A29=解約リスク ;; B29=なし" },
              .shows = { "no risk is an answer", "リスクが「なし」なのは答えになっている" } },
        },
        .yields_to = { "CJ106", "WB116" },
    },
    .on_cell = placeholder_text,
    .amends = emptied,
};
