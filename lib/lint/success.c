/* success.c - CJ6xx: when a phase has succeeded, and how that is measured. */
#include "lint/rule.h"
#include "lint/measurable.h"
#include "lint/timing.h"
#include "lint/words.h"

static void success_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_SUCCESS, p);

    if (c)
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_success_missing = {
    .info = {
        .id = "CJ601",
        .name = "success-missing",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .step = 4,
        .source = "S2 Step 4",
        .says = { "No success definition for \"{phase}\". State when it counts as success, with a "
                  "number.",
                  "「{phase}」の成功の定義がありません。「どうなれば成功か」を数値で書いてください。" },
        .why = { "Only when it is said which state of the customer is a success can a team know "
                 "that a phase is done, and choose a KPI for it.",
                 "顧客がどの状態になれば成功かを決めておかないと、フェーズが終わったかどうかも、測るKPIも"
                 "決められません。" },
        .mend = { "Write in {cell} what a customer does or has when this phase has gone well, with a "
                  "number: 3 core workflows used per month.",
                  "{cell} に、このフェーズがうまくいった顧客の状態を数値で書きます（例: 主要機能を3つ以上利用している）。" },
        .bad = {
            { .edits = { "C25=", "C25=" } },
            { .edits = { "C25=TBD", "C25=検討中" } },
        },
        .good = {
            { .edits = { "C25=3 core workflows used per month",
                         "C25=主要機能を3つ以上利用している" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = success_missing,
};

/* A date by which something has happened decides as well as a number does. */
static void success_not_measurable(cj_lint *l, const cj_cell *c)
{
    cj_finding *f;
    cj_buf words;
    cj_str said;

    if (c->elem != CJ_SUCCESS || cj_lint_blank(l, c))
        return;
    said = cj_lint_said(l, c);
    if (cj_measurable(cj_lint_arena(l), said) || cj_deadline(said))
        return;
    cj_buf_init(&words, cj_lint_arena(l));
    cj_words_of(&words, CJ_LEX_VAGUE, said);
    f = cj_find_cell(l, c, c->text);
    if (words.n)
        cj_say(f, "value", cj_buf_str(&words));
}

const cj_rule cj_rule_success_not_measurable = {
    .info = {
        .id = "CJ602",
        .name = "success-not-measurable",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 4,
        .source = "S2 Step 4 具体的で測定可能な状態",
        .says = { "Success of \"{phase}\" cannot be measured ({value}). Add a count, rate or "
                  "deadline.",
                  "「{phase}」の成功の定義が測れません（{value}）。「3つ以上」「30日以内」のような数値や"
                  "条件を入れてください。" },
        .why = { "Two people should come to the same answer when they ask whether a customer has "
                 "succeeded. Words like \"well\" or \"successfully\" cannot do that.",
                 "誰が見ても「この顧客は成功した」と同じ判断ができることが大事です。「問題なく」「使いこなす」"
                 "のような言葉では、人によって判断が分かれます。" },
        .mend = { "In {cell}, say how many, how often or within what time: At least 3 core workflows "
                  "used per month.",
                  "{cell} に、いくつ・何回・何日以内かを書き足します（例: 月5回以上ログインし、レポート機能を2種類以上"
                  "利用している）。" },
        .bad = {
            { .edits = { "C25=Customers are successfully engaged",
                         "C25=レポート機能を問題なく活用できている" } },
            { .edits = { "D25=Renewal signed in 2026",
                         "D25=アップセル・クロスセルに繋がる" } },
            { .edits = { "B25=Phase 1 completed",
                         "B25=フェーズ1を完了し、一部の機能を理解している" } },
        },
        .good = {
            { .edits = { "C25=At least three core workflows used per month",
                         "C25=月５回以上ログインし、三つ以上の機能を利用している" } },
            { .edits = { "D25=80% of users log in every week",
                         "D25=対象部署の全員がログインしている" } },
            { .edits = { "D25=Renewal signed by 31 March 2026",
                         "D25=2026年3月末までに更新契約を締結している" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_cell = success_not_measurable,
};
