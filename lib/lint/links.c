/* links.c - CJ8xx: what the parts of a map say of each other. */
#include "lint/plan.h"

static void pain_without_countermeasure(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_COUNTERMEASURE, p);

    if (c && cj_map_element(cj_lint_map(l), CJ_PAIN) && !cj_lint_hole(l, CJ_PAIN, p))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_pain_without_countermeasure = {
    .info = {
        .id = "CJ801",
        .name = "pain-without-countermeasure",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .step = 5,
        .source = "S1 フェーズ毎の課題をどのように解決していくのか; S2 Step 5",
        .says = { "\"{phase}\" has pain points but no countermeasure.",
                  "「{phase}」の課題に打ち手がありません。" },
        .why = { "We know where customers suffer and plan nothing: this is where they leave.",
                 "困っていると分かっているのに何もしない状態です。顧客が離れるのは、こうした場所からです。" },
        .mend = { "Write in {cell} what is done about the pains of this phase, by whom and when: "
                  "[Support] Within 7 days of contract: send the glossary.",
                  "{cell} に、このフェーズの課題を解決する打ち手を「誰が・いつ・何を」で書きます"
                  "（例: 【サポート】契約後7日以内に用語集を送る）。" },
        .bad = {
            { .edits = { "C27=", "C27=" },
              .shows = { "pain points, but no countermeasure", "課題があるのに打ち手が空" } },
            { .edits = { "C27=TBD", "C27=検討中" },
              .shows = { "pain points, and \"TBD\" as countermeasure",
                         "課題があるのに打ち手が「検討中」" } },
        },
        .good = {
            { .edits = { "C27=[Support] On day 46: send the starter pack",
                         "C27=【CS】31日目に活用レシピを3本送る" } },
            { .edits = { "C27= ;; C23=", "C27= ;; C23=" },
              .shows = { "neither pain points nor a countermeasure (that is CJ701)",
                         "課題も打ち手も空（これは CJ701）" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = pain_without_countermeasure,
};
