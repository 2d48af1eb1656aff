/* kpi.c - CJ6xx: the figures of the grid, by which success is seen. */
#include "lint/rule.h"

static void kpi_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_KPI, p);

    if (c)
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_kpi_missing = {
    .info = {
        .id = "CJ604",
        .name = "kpi-missing",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .step = 4,
        .source = "S2 Step 4",
        .says = { "No KPI for \"{phase}\". Name at least one metric.",
                  "「{phase}」のKPIがありません。成功を測る指標を1つ以上書いてください。" },
        .why = { "Without a figure nobody can see whether the countermeasures of this phase work; "
                 "the quarterly review has nothing to look at.",
                 "指標がないと、このフェーズの打ち手が効いているかを確かめられず、四半期の見直しで話す材料が"
                 "ありません。" },
        .mend = { "Write in {cell} one figure that shows the success of this phase, best with its "
                  "target: completion rate, target 80%.",
                  "{cell} に、このフェーズの成功を表す指標を1つ書きます。目標値もあるとよいです"
                  "（例: オンボーディング完了率 目標80%）。" },
        .bad = {
            { .edits = { "C26=", "C26=" } },
            { .edits = { "C26=TBD", "C26=未定" } },
        },
        .good = {
            { .edits = { "C26=Completion rate, target 80%",
                         "C26=オンボーディング完了率 目標80%" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = kpi_missing,
};
