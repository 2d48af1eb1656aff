/* purpose.c - CJ2xx: what the map is for and whose journey it is. */
#include "lint/rule.h"
#include "map/items.h"

/* A metadata field that is not there is found for the whole map, a filler where it stands. */
static void missing(cj_lint *l, const cj_meta *m)
{
    if (m->placeholder && m->at.row)
        cj_find_at(l, m->at, m->text);
    else
        cj_find_map(l, CJ_CUSTOM);
}

static void purpose_missing(cj_lint *l)
{
    const cj_meta *m = &cj_lint_map(l)->meta[CJ_META_PURPOSE];

    if (!m->text.n || m->placeholder)
        missing(l, m);
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
        },
    },
    .on_map = purpose_missing,
};

static bool somebody(cj_lint *l, const char *field)
{
    cj_str s = cj_map_persona(cj_lint_map(l), field);

    return s.n && !cj_placeholder(cj_lint_arena(l), s);
}

static void persona_missing(cj_lint *l)
{
    const cj_meta *m = &cj_lint_map(l)->meta[CJ_META_PERSONA];

    if ((!m->text.n || m->placeholder) && !somebody(l, "name") && !somebody(l, "role"))
        missing(l, m);
}

const cj_rule cj_rule_persona_missing = {
    .info = {
        .id = "CJ202",
        .name = "persona-missing",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .step = 1,
        .source = "S1 作成前の準備 3; S2 Step 1",
        .says = { "Whose journey is it? Choose the one most important customer and describe "
                  "that person.",
                  "誰の旅かがありません。最も重要な顧客像を1人決めて書いてください。" },
        .why = { "The persona is the ground of the whole map: with one concrete person in mind, "
                 "everybody in the room talks about the same customer.",
                 "ペルソナはマップ全体の土台です。具体的な1人を決めると、メンバー全員が同じ顧客を"
                 "思い浮かべて議論できます。" },
        .mend = { "Above the table, write \"Persona\" in column A and the person in column B, or "
                  "add a Persona sheet.",
                  "表の上の行で、A列に「ペルソナ」、B列にその人物を書くか、「ペルソナ」シートを追加します。" },
        .bad = {
            { .edits = { "B7= ;; B32= ;; B34=", "B7= ;; B32= ;; B34=" }, .at = { "-", "-" },
              .shows = { "neither a Persona line nor a name or role on the Persona sheet",
                         "ペルソナの欄がなく、ペルソナシートにも名前・役職がない" } },
            { .edits = { "B7=TBD ;; B32= ;; B34=", "B7=未定 ;; B32= ;; B34=" },
              .shows = { "Persona: TBD", "ペルソナ: 未定" } },
        },
        .good = {
            { .edits = { "B7=Finance manager Dana Wells (38)",
                         "B7=マーケティング部長 佐藤さん（45歳）" } },
            { .edits = { "B7=", "B7=" },
              .shows = { "a Persona sheet with name and role", "ペルソナシートに名前・役職がある" } },
        },
    },
    .on_map = persona_missing,
};
