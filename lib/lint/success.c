/* success.c - CJ6xx: when a phase has succeeded, and how that is measured. */
#include "lint/rule.h"
#include "lint/timing.h"
#include "lint/said.h"
#include "lint/words.h"
#include "base/utf8.h"

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
            { .edits = { "C25=See the health score: 80 or more", "C25=ヘルススコアが80以上" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = success_missing,
};

/* A date by which something has happened decides as well as a number does; where the team settled
 * so, what can be seen to have happened does too: 最初のレポートを公開した. */
static void success_not_measurable(cj_lint *l, const cj_cell *c)
{
    cj_finding *f;
    cj_buf words;
    cj_str said, event;

    if (c->elem != CJ_SUCCESS || cj_lint_blank(l, c))
        return;
    said = cj_lint_said(l, c);
    if (cj_lint_measurable(l, c) || cj_deadline(said) ||
        (cj_lint_config(l)->allow_event_success &&
         cj_lexicon_find(CJ_LEX_EVENT, said, &event)))
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
            { .edits = { "D25=Both admins certified, all reports scheduled",
                         "D25=双方の管理者が認定を受け、すべての帳票を移している" } },
            { .edits = { "D25=Renewal signed by 31 March 2026",
                         "D25=2026年3月末までに更新契約を締結している" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_cell = success_not_measurable,
};

/* ---- whose success ------------------------------------------------------------------------------- */

/* 2026年3月末までに, by 31 March: when it is to happen is not what. */
static cj_str without_deadline(cj_str s)
{
    static const cj_str before[] = { CJ_LIT("までに"), CJ_LIT("迄に") };
    static const cj_str behind[] = { CJ_LIT(" by "), CJ_LIT(" before "), CJ_LIT(" within "),
                                     CJ_LIT(" in "), CJ_LIT(" on ") };
    size_t i, at;

    for (i = 0; i < sizeof before / sizeof *before; i++)
        if ((at = cj_str_find(s, before[i])) != CJ_NONE &&
            !cj_str_has(cj_str_cut(s, 0, at), CJ_STR("、")))
            return cj_str_from(s, at + before[i].n);
    for (i = 0; i < sizeof behind / sizeof *behind; i++)
        if ((at = cj_str_find(s, behind[i])) != CJ_NONE)
            return cj_str_cut(s, 0, at);
    return s;
}

/* Nothing but that they renew. */
static bool only_renewal(cj_str said)
{
    cj_str s = cj_utf8_trim(without_deadline(cj_utf8_trim(said)));

    while (cj_str_ends(s, CJ_STR("。")) || cj_str_ends(s, CJ_STR(".")))
        s.n -= cj_str_ends(s, CJ_STR(".")) ? 1 : CJ_STR("。").n;
    return cj_lexicon_is(CJ_LEX_ONLY_RENEWAL, s);
}

/* In the renewal phase our result and theirs meet: there it is a hint at most. */
static void success_company_centric(cj_lint *l, const cj_cell *c)
{
    cj_finding *f;
    cj_buf words;
    cj_str said;

    if (c->elem != CJ_SUCCESS || cj_lint_blank(l, c))
        return;
    said = cj_lint_said(l, c);
    cj_buf_init(&words, cj_lint_arena(l));
    cj_words_of(&words, CJ_LEX_COMPANY_CENTRIC, said);
    if (!words.n && !only_renewal(cj_said_claim(cj_lint_arena(l), said)))
        return;
    f = cj_find_cell(l, c, c->text);
    if (words.n)
        cj_say(f, "value", cj_buf_str(&words));
    if (cj_lint_map(l)->phases[c->phase].id == CJ_PHASE_RENEWAL)
        f->at_most = CJ_INFO;
}

const cj_rule cj_rule_success_company_centric = {
    .info = {
        .id = "CJ603",
        .name = "success-company-centric",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 4,
        .source = "S2 顧客の状態から; S2 見本（拡大期）",
        .says = { "Success of \"{phase}\" is our result ({value}). Describe the customer's state; move "
                  "ours to KPI.",
                  "「{phase}」の成功が自社の成果です（{value}）。顧客がどうなれば成功かを書き、自社の成果はKPIへ。" },
        .why = { "A customer does not buy to be upsold. When they reach what they came for, our figures "
                 "follow.",
                 "顧客は、アップセルされるために契約したわけではありません。顧客が望む状態に着けば、更新や追加契約は"
                 "あとからついてきます。" },
        .mend = { "Write in {cell} what customers have or do then (used by 2 teams), and put \"{value}\" "
                  "into the KPI {row}.",
                  "{cell} には顧客の状態（例: 2部署以上で利用している）を書き、「{value}」はKPIの{row}に移します。" },
        .bad = {
            { .edits = { "C25=Used by 2 teams, ready for upsell",
                         "D25=2部署以上で利用し、アップセルに繋がる" } },
            { .edits = { "D25=Renewal signed by 31 March 2026", "D25=契約を更新している" } },
            { .edits = { "C25=Churn below 5%", "C25=解約率が5%以下" } },
        },
        .good = {
            { .edits = { "C25=Used by 2 teams every week", "D25=2部署以上で毎週利用している" } },
            { .edits = { "D25=The CFO has seen the value report 60 days before contract end and renews",
                         "E25=効果報告書を役員が見て、期限の30日前までに更新を決めている" } },
            { .edits = { "C25=Master data is renewed every month",
                         "C25=データの更新率が毎月100%になっている" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_cell = success_company_centric,
};
