/* phases.c - CJ3xx: the phases, their periods, and what the customer wants in each. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/timing.h"

static void duplicate_phase(cj_lint *l, const cj_phase *p)
{
    const cj_map *map = cj_lint_map(l);
    unsigned i;

    for (i = 0; p->key.n && i < p->order; i++)
        if (cj_str_eq(map->phases[i].key, p->key)) {
            cj_find_phase(l, p);
            return;
        }
}

const cj_rule cj_rule_duplicate_phase = {
    .info = {
        .id = "CJ304",
        .name = "duplicate-phase",
        .severity = { CJ_ERROR, CJ_ERROR, CJ_ERROR },
        .step = 2,
        .source = "S2 Step 2",
        .says = { "Phase \"{phase}\" appears twice.", "フェーズ「{phase}」が2つあります。" },
        .why = { "A phase is known by its name: with two of one name nobody can say which column "
                 "a finding, a change or a merge is about.",
                 "フェーズは名前で区別します。同じ名前が2つあると、どちらの列の話か、比較や統合の"
                 "ときに決められません。" },
        .mend = { "Rename the phase in {cell}, or move its texts into the other {column} and "
                  "delete this one.",
                  "{cell} のフェーズ名を変えるか、内容をもう一方の{column}に移してこの{column}を削除します。" },
        .bad = {
            { .edits = { "C17=Onboarding", "C17=導入期" },
              .shows = { "Onboarding | Onboarding | Renewal", "導入期 | 導入期 | 更新期" } },
        },
        .good = {
            { .edits = { "C17=Onboarding, second team", "C17=導入後期" },
              .shows = { "Onboarding | Onboarding, second team | Renewal",
                         "導入期 | 導入後期 | 更新期" } },
        },
    },
    .on_phase = duplicate_phase,
};

static void goal_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_GOAL, p);

    if (c)
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_goal_missing = {
    .info = {
        .id = "CJ305",
        .name = "goal-missing",
        .severity = { CJ_WARNING, CJ_ERROR, CJ_ERROR },
        .step = 3,
        .source = "S1 フェーズ毎に期間とゴールを設け; S2 Step 3",
        .says = { "No customer goal for \"{phase}\". Write it in the customer's words.",
                  "「{phase}」の顧客のゴールがありません。顧客の言葉で「〜したい」と書いてください。" },
        .why = { "Everything else in a phase is judged by what the customer wants to reach in it.",
                 "そのフェーズの行動・課題・打ち手は、顧客が達成したいゴールに照らして初めて意味が"
                 "決まります。" },
        .mend = { "Write in {cell} what the customer wants to have reached at the end of this "
                  "phase.",
                  "{cell} に、このフェーズの終わりに顧客が達成していたいことを書きます。" },
        .bad = {
            { .edits = { "D20=", "D20=" } },
            { .edits = { "D20=TBD", "D20=未定" } },
        },
        .good = {
            { .edits = { "D20=Decide one month before expiry [E4]",
                         "D20=更新の1か月前までに稟議を終えたい [E5]" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = goal_missing,
};

static bool has_duration(cj_lint *l, const cj_cell *c)
{
    return c && !cj_lint_blank(l, c) && cj_duration(cj_lint_said(l, c));
}

/* A period may also stand in the header (導入期（0〜30日）) or in the words of the definition. */
static bool period_elsewhere(cj_lint *l, const cj_phase *p)
{
    static const cj_elem defining[] = { CJ_DEFINITION, CJ_ENTRY, CJ_EXIT };
    cj_arena *arena = cj_lint_arena(l);
    size_t i;

    if (cj_duration(cj_said(arena, p->period_text)) || cj_duration(cj_said(arena, p->name)))
        return true;
    for (i = 0; i < sizeof defining / sizeof *defining; i++)
        if (has_duration(l, cj_map_cell(cj_lint_map(l), defining[i], p)))
            return true;
    return false;
}

static void period_missing(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    bool row = cj_map_element(map, CJ_PERIOD) != NULL;
    size_t i;

    for (i = 0; i < map->n_phases; i++) {
        const cj_phase *p = &map->phases[i];
        const cj_cell *c = cj_lint_hole(l, CJ_PERIOD, p);

        if ((row && !c) || period_elsewhere(l, p))
            continue;
        if (!row) {
            cj_find_map(l, CJ_PERIOD);
            return;
        }
        cj_find_cell(l, c, c->text);
    }
}

const cj_rule cj_rule_period_missing = {
    .info = {
        .id = "CJ308",
        .name = "period-missing",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 2,
        .source = "S1 フェーズ毎に期間とゴールを設け",
        .says = { "No period for the phase(s). Write e.g. \"Day 0-30 after contract\".",
                  "フェーズの期間がありません。「契約後0〜30日」のように書いてください。" },
        .why = { "With periods everybody knows in which phase a customer is today, and when the "
                 "countermeasures are due.",
                 "期間があると、ある顧客が今どのフェーズにいるか、打ち手をいつ行うかが誰にでも"
                 "分かります。" },
        .mend = { "Add a {row} \"Period\" {beside} the phase names and fill it for each phase; it may "
                  "also stand in brackets behind the name: Onboarding (Day 0-30).",
                  "フェーズ名の{beside}に「期間」の{row}を追加し、各フェーズに書きます。「導入期（契約後0〜30日）」"
                  "のように名前の後ろのかっこに書いてもかまいません。" },
        .bad = {
            { .edits = { "D18= ;; D19=From the first quote until the renewal decision",
                         "D18=" },
              .shows = { "Period: (empty)", "期間: （空）" } },
            { .edits = { "A18=Colour ;; D19=From the first quote until the renewal decision",
                         "A18=色" }, .at = { "-", "-" },
              .shows = { "no Period row, no days or months in the phase names",
                         "「期間」の行がなく、フェーズ名にも日数や月数がない" } },
        },
        .good = {
            { .edits = { "D18=Months 10-12", "D18=4か月目〜9か月目" },
              .shows = { "Period: Months 10-12", "期間: 4か月目〜9か月目" } },
            { .edits = { "D18= ;; D17=Renewal (Day 271-365)",
                         "D18= ;; D17=活用定着・拡大期（121〜270日）" },
              .shows = { "phase name: Renewal (Day 271-365)",
                         "フェーズ名: 活用定着・拡大期（121〜270日）" } },
            { .edits = { "D18= ;; D19=From day 271 until the renewal decision",
                         "D18= ;; D19=契約後121日から、2部署以上で使われるまで" },
              .shows = { "definition: From day 271 until the renewal decision",
                         "定義: 契約後121日から、2部署以上で使われるまで" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = period_missing,
};
