/* periods.c - CJ308, CJ309: which days or months a phase covers. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "lint/timing.h"
#include "base/utf8.h"
#include "map/lexicon.h"

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

/* Text stands on both sides of a mark or word: キックオフ〜本番稼働, kickoff to go-live. */
static bool ranges(cj_str said)
{
    static const cj_str marks[] = { CJ_LIT("〜"), CJ_LIT("~"),   CJ_LIT("→"),
                                    CJ_LIT("–"),  CJ_LIT("—"),   CJ_LIT(" - "),
                                    CJ_LIT("->"), CJ_LIT(" to ") };
    size_t i, at;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if ((at = cj_str_find(said, marks[i])) != CJ_NONE &&
            (cj_utf8_trim(cj_str_cut(said, 0, at)).n ||
             cj_utf8_trim(cj_str_from(said, at + marks[i].n)).n))
            return true;
    return false;
}

/* 期間（日） and Period (months) give the unit for all their cells. */
static bool counted_by_label(cj_lint *l, const cj_cell *c)
{
    static const cj_str units[] = { CJ_LIT("日"),    CJ_LIT("週"),  CJ_LIT("月"),
                                    CJ_LIT("年"),    CJ_LIT("day"), CJ_LIT("week"),
                                    CJ_LIT("month"), CJ_LIT("year") };
    const cj_element *e = &cj_lint_map(l)->elements[c->element];
    cj_str label = cj_said(cj_lint_arena(l), cj_str_fmt(cj_lint_arena(l), CJ_FMT " " CJ_FMT,
                                                        CJ_ARG(e->label), CJ_ARG(e->tail)));
    cj_str said = cj_lint_said(l, c);
    size_t i;

    for (i = 0; i < said.n && !cj_scan_number(cj_str_from(said, i)); i++)
        ;
    if (i == said.n)
        return false;
    for (i = 0; i < sizeof units / sizeof *units; i++)
        if (cj_str_has(label, units[i]))
            return true;
    return false;
}

static bool has_no_end(cj_str said)
{
    static const cj_str words[] = { CJ_LIT("ongoing"), CJ_LIT("continuous"), CJ_LIT("継続"),
                                    CJ_LIT("常時"), CJ_LIT("ずっと") };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(said, words[i]))
            return true;
    return false;
}

/* The last phases may have no end: ongoing, 継続. */
static bool open_ended(cj_lint *l, const cj_cell *c)
{
    const cj_map *map = cj_lint_map(l);
    unsigned p;

    for (p = c->phase; p < map->n_phases; p++)
        if (!has_no_end(cj_lint_said(l, &map->elements[c->element].cells[p])))
            return false;
    return true;
}

/* Days, months, dates, or the event that it begins or ends with. */
static bool readable(cj_lint *l, const cj_cell *c)
{
    const cj_period *p = &cj_lint_map(l)->phases[c->phase].period;
    cj_str said = cj_lint_said(l, c), hit;

    return p->has_from || p->has_to || cj_duration(said) || cj_timing(said) ||
           cj_lexicon_find(CJ_LEX_BOUNDARY, said, &hit) || ranges(said) ||
           counted_by_label(l, c) || open_ended(l, c);
}

static void period_unparseable(cj_lint *l, const cj_cell *c)
{
    if (c->elem == CJ_PERIOD && !cj_lint_blank(l, c) && !readable(l, c))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_period_unparseable = {
    .info = {
        .id = "CJ309",
        .name = "period-unparseable",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 2,
        .source = "S1 フェーズ毎に期間とゴールを設け",
        .says = { "Period \"{value}\" cannot be read. Use days or months.",
                  "期間「{value}」が読み取れません。日数か月数で書いてください。" },
        .why = { "Two people should agree in which phase a customer is today. A period without days, "
                 "months or an event leaves that to each of them.",
                 "ある顧客が今どのフェーズにいるか、誰が見ても同じ答えになることが大事です。日数や月数、"
                 "区切りとなる出来事がないと、人によって判断が分かれます。" },
        .mend = { "Write in {cell} from when to when, counted from the contract: \"Day 0-30\", "
                  "\"Months 2-6\" or \"Until the first report\".",
                  "{cell} に、契約を起点にした日数か月数を書きます（例: 契約後31〜120日、2〜6か月目）。出来事で区切る"
                  "なら「初回レポートの作成まで」のように書きます。" },
        .bad = {
            { .edits = { "C18=a while", "C18=しばらく" } },
            { .edits = { "D18=Depends on the customer", "D18=お客様による" } },
        },
        .good = {
            { .edits = { "C18=Months 2-6", "C18=31〜120日" } },
            { .edits = { "C18=Until the first report", "C18=初回レポートの作成まで" } },
            { .edits = { "C18=Kickoff to go-live", "C18=キックオフ〜本番稼働" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_cell = period_unparseable,
};
