/* phases.c - CJ3xx: how the journey is cut into phases; goals.c and periods.c have the rest. */
#include "lint/rule.h"
#include "lint/scan.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/labels.h"

/* ---- how many -------------------------------------------------------------------------------- */

static void too_few_phases(cj_lint *l)
{
    size_t n = cj_lint_map(l)->n_phases;

    if (n < 2)
        cj_say_n(l, cj_find_map(l, CJ_CUSTOM), "n", n);
}

const cj_rule cj_rule_too_few_phases = {
    .info = {
        .id = "CJ301",
        .name = "too-few-phases",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .step = 2,
        .source = "S2 Step 2",
        .says = { "Only {n} phase. Split the lifecycle into at least two.",
                  "フェーズが {n} つです。時系列で2つ以上に区切ってください。" },
        .why = { "A journey shows how the customer changes over time. With one phase there is "
                 "nothing to compare and no step to the next.",
                 "ジャーニーマップは、時間とともに顧客がどう変わるかを見るものです。フェーズが1つだけでは、"
                 "変化も次の段階への進み方も分かりません。" },
        .mend = { "Add a {column} for each stage after the contract and name it in the header: "
                  "Onboarding, Adoption, Expansion, Renewal. Where a header is missing over filled "
                  "cells, write it.",
                  "契約後の段階ごとに{column}を追加し、見出しに「導入期」「活用促進期」「更新期」のように名前を"
                  "書きます。見出しが抜けている{column}があれば、名前を入れてください。" },
        .bad = {
            { .edits = { "C17= ;; D17=", "C17= ;; D17= ;; E17=" }, .at = { "-", "-" },
              .shows = { "a name over the first column only", "名前があるのは最初の列だけ" } },
            { .edits = { "B17=Adoption ;; C17= ;; D17=",
                         "B17=利用期 ;; C17= ;; D17= ;; E17=" }, .at = { "-", "-" },
              .shows = { "Adoption", "利用期" } },
        },
        .good = {
            { .edits = { "D17=", "D17= ;; E17=" },
              .shows = { "Onboarding | Adoption", "導入期 | 活用促進期" } },
            { .edits = { "D17=Renewal", "D17=拡大期" },
              .shows = { "Onboarding | Adoption | Renewal", "導入期 | 活用促進期 | 拡大期 | 更新期" } },
        },
    },
    .on_map = too_few_phases,
};

static void too_many_phases(cj_lint *l)
{
    size_t n = cj_lint_map(l)->n_phases;
    double max = cj_lint_param(l, "max_phases");
    cj_finding *f;

    if ((double)n <= max)
        return;
    f = cj_find_map(l, CJ_CUSTOM);
    cj_say_n(l, f, "n", n);
    cj_say_n(l, f, "max", max > 0 ? (size_t)max : 0);
}

const cj_rule cj_rule_too_many_phases = {
    .info = {
        .id = "CJ302",
        .name = "too-many-phases",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .step = 2,
        .source = "S2 主要なフェーズに絞る; R9",
        .says = { "{n} phases. Keep to {max} or fewer.",
                  "フェーズが{n}個あります。{max}個以内に絞ると読みやすくなります。" },
        .why = { "Nobody keeps a dozen phases in mind, and each of them needs its goal, success and "
                 "KPI. A few phases that everybody knows do more than many that nobody looks at.",
                 "フェーズが多すぎると全体を見渡せず、フェーズごとのゴールや成功の定義、KPIも埋めきれません。"
                 "全員が覚えられる数に絞るほうが、実際に使われるマップになります。" },
        .mend = { "Join phases that have the same goal or the same team, and keep the smaller steps "
                  "as lines under Customer Actions.",
                  "ゴールや担当が同じフェーズをまとめ、細かい手順は「行動」の中の項目として書きます。" },
        .bad = {
            { .edits = { "E17=Expansion ;; F17=Growth ;; G17=Second renewal ;; H17=Advocacy ;; "
                         "I17=Partnership",
                         "F17=第2更新期 ;; G17=推奨期 ;; H17=事例化 ;; I17=紹介期" },
              .at = { "-", "-" }, .shows = { "8 phases", "8フェーズ" } },
            { .edits = { "E17=Stage 4 ;; F17=Stage 5 ;; G17=Stage 6 ;; H17=Stage 7 ;; I17=Stage 8 ;; "
                         "J17=Stage 9",
                         "F17=フェーズ5 ;; G17=フェーズ6 ;; H17=フェーズ7 ;; I17=フェーズ8 ;; J17=フェーズ9" },
              .at = { "-", "-" }, .shows = { "9 phases", "9フェーズ" } },
        },
        .good = {
            { .edits = { "E17=Expansion ;; F17=Growth ;; G17=Second renewal ;; H17=Advocacy",
                         "F17=第2更新期 ;; G17=推奨期 ;; H17=事例化" },
              .shows = { "7 phases", "7フェーズ" } },
            { .edits = { "E17=Expansion", "E17=" },
              .shows = { "4 phases", "3フェーズ" } },
        },
        .param = { { "max_phases", 7 } },
    },
    .on_map = too_many_phases,
};

/* ---- their names ------------------------------------------------------------------------------ */

/* A counting word, a numeral, or a letter that stands for one; keys have no spaces. */
static size_t numbering(cj_str key)
{
    static const cj_str words[] = {
        CJ_LIT("フェーズ名"), CJ_LIT("フェーズ"),  CJ_LIT("フェイズ"), CJ_LIT("ステージ"),
        CJ_LIT("ステップ"),   CJ_LIT("段階"),      CJ_LIT("第"),       CJ_LIT("期"),
        CJ_LIT("phasename"),  CJ_LIT("stagename"), CJ_LIT("phase"),    CJ_LIT("stage"),
        CJ_LIT("step"),       CJ_LIT("first"),     CJ_LIT("second"),   CJ_LIT("third"),
        CJ_LIT("fourth"),     CJ_LIT("one"),
    };
    unsigned long value;
    size_t i, n;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_starts(key, words[i]))
            return words[i].n;
    n = cj_scan_digits(key, &value);
    n = n ? n : cj_scan_kanji(key);
    n = n ? n : cj_scan_spelt(key);
    return n || key.n != 1 || *key.p == 's' ? n
                                            : cj_scan_word(key); /* not of first steps */
}

/* Nothing but numbering: 第一段階, phase a; or a name that is still to come: フェーズ1：未定. */
static bool generic(cj_lint *l, const cj_phase *p)
{
    cj_str rest = p->key;
    size_t n;

    if (p->nameless || cj_placeholder(cj_lint_arena(l), p->key))
        return true;
    while (rest.n && (n = numbering(rest)) != 0)
        rest = cj_str_from(rest, n);
    return !rest.n;
}

static void phase_name_generic(cj_lint *l, const cj_phase *p)
{
    if (generic(l, p))
        cj_find_phase(l, p);
}

const cj_rule cj_rule_phase_name_generic = {
    .info = {
        .id = "CJ303",
        .name = "phase-name-generic",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 2,
        .source = "S2 Step 2",
        .says = { "Phase \"{value}\" has no name. Use a name such as Onboarding.",
                  "フェーズ「{value}」に名前がありません。「導入期」のように状態が分かる名前にしてください。" },
        .why = { "A number does not tell where the customer stands. With a name, the departments "
                 "speak of the same time in the customer's life.",
                 "番号だけでは、顧客がどのような状態の時期なのか分かりません。名前があると、部署が違っても"
                 "同じ時期の話ができます。" },
        .mend = { "Write the name behind the number in {cell}: \"Phase 2: Adoption\".",
                  "{cell} の番号の後ろに名前を書きます（例: フェーズ2：活用促進期）。" },
        .bad = {
            { .edits = { "C17=Phase 2", "C17=フェーズ2" } },
            { .edits = { "C17=Stage B", "C17=第二段階" } },
            { .edits = { "C17=Phase 2: TBD", "C17=フェーズ2：未定" } },
        },
        .good = {
            { .edits = { "C17=Phase 2: Adoption", "C17=フェーズ2：活用促進期" } },
            { .edits = { "C17=First steps", "C17=ひとり立ち" } },
        },
    },
    .on_phase = phase_name_generic,
};

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
            { .edits = { "C17=Phase 2: onboarding", "C17=フェーズ2：導入期" },
              .shows = { "Onboarding | Phase 2: onboarding", "導入期 | フェーズ2：導入期" } },
        },
        .good = {
            { .edits = { "C17=Onboarding, second team", "C17=導入後期" },
              .shows = { "Onboarding | Onboarding, second team | Renewal",
                         "導入期 | 導入後期 | 更新期" } },
            { .edits = { "C17=Onboarding of the second team", "C17=2部署目の導入期" },
              .shows = { "Onboarding | Onboarding of the second team",
                         "導入期 | 2部署目の導入期" } },
        },
    },
    .on_phase = duplicate_phase,
};

/* ---- where each begins and ends -------------------------------------------------------------- */

/* The rows of the grid and the Phases section are read into the phases; a definition of one phase
 * is one, and so is a text that only its cell has. */
static bool defined(cj_lint *l, const cj_phase *p)
{
    static const cj_elem defining[] = { CJ_DEFINITION, CJ_ENTRY, CJ_EXIT };
    size_t i;

    if (p->definition.n || p->entry.n || p->exit.n)
        return true;
    for (i = 0; i < sizeof defining / sizeof *defining; i++)
        if (!cj_lint_blank(l, cj_map_cell(cj_lint_map(l), defining[i], p)))
            return true;
    return false;
}

static void phase_definition_missing(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    const cj_element *e = cj_map_element(map, CJ_DEFINITION);
    size_t i;

    for (i = 0; i < map->n_phases; i++)
        if (defined(l, &map->phases[i]))
            return;
    if (e)
        cj_find_element(l, e);
    else
        cj_find_map(l, CJ_DEFINITION);
}

const cj_rule cj_rule_phase_definition_missing = {
    .info = {
        .id = "CJ311",
        .name = "phase-definition-missing",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 2,
        .source = "S1 作成前の準備 2, STEP3; S2 Step 2; R4",
        .says = { "Phases are not defined. Say when each starts and what ends it.",
                  "フェーズの定義がありません。「いつ始まり、どうなったら次へ進むか」を書いてください。" },
        .why = { "Only with a definition do all departments count the same customers into a phase, "
                 "and only then can anybody see that one has moved on.",
                 "定義がないと、同じ顧客でも部署によって別のフェーズだと考えてしまい、次へ進んだかどうかも"
                 "判断できません。" },
        .mend = { "Add a {row} \"Phase Definition\" {beside} the phase names and write for each: from "
                  "the contract signature until the first report.",
                  "フェーズ名の{beside}に「フェーズの定義」の{row}を追加し、フェーズごとに書きます（例: 契約締結から、"
                  "最初のレポートを作成するまで）。" },
        .bad = {
            { .edits = { "A19=Colour", "A19=色" }, .at = { "-", "-" },
              .shows = { "no row Phase Definition, Entry or Exit Criteria",
                         "「フェーズの定義」「開始条件」「完了条件」のどの行もない" } },
            { .edits = { "B19= ;; C19= ;; D19=", "B19= ;; C19= ;; D19= ;; E19=" },
              .at = { "A19", "A19" },
              .shows = { "Phase Definition: empty in every phase",
                         "フェーズの定義: どのフェーズも空" } },
        },
        .good = {
            { .edits = { "A19=Exit Criteria", "A19=完了条件" },
              .shows = { "a row Exit Criteria", "「完了条件」の行がある" } },
            { .edits = { "D19=", "D19= ;; E19=" },
              .shows = { "Phase Definition: filled in two phases",
                         "フェーズの定義: 2つのフェーズに記入がある" } },
        },
    },
    .on_map = phase_definition_missing,
};
