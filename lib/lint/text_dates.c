/* text_dates.c - TX113: dates in Japanese eras. */
#include "lint/rule.h"
#include "base/utf8.h"

static unsigned quarter(const cj_when *w, unsigned fiscal_start)
{
    return ((unsigned)w->from.month + 12 - fiscal_start) % 12 / 3 + 1;
}

/* The same without the era: 2025-12-24, 2025-12, 2025Q3, 2025年度. */
static cj_str iso(cj_arena *arena, cj_str text, const cj_when *w, unsigned fiscal_start)
{
    int year = w->from.year - (w->from.month < (int)fiscal_start);

    switch (w->grain) {
    case CJ_GRAIN_DAY:
        return cj_str_fmt(arena, "%04d-%02d-%02d", w->from.year, w->from.month,
                          w->from.day);
    case CJ_GRAIN_MONTH:
        return cj_str_fmt(arena, "%04d-%02d", w->from.year, w->from.month);
    case CJ_GRAIN_QUARTER:
        return cj_str_fmt(arena, "%04dQ%u", year, quarter(w, fiscal_start));
    default:
        return cj_str_fmt(arena, "%04d%s", w->from.year,
                          cj_str_has(text, CJ_STR("年度")) ? "年度" : "");
    }
}

static void judge_date(cj_lint *l, cj_str text, cj_span at)
{
    unsigned fiscal_start = cj_lint_map(l)->fiscal_start;
    cj_when w;

    fiscal_start = fiscal_start ? fiscal_start : 1;
    if (at.row && cj_when_parse(text, fiscal_start, &w) && w.era && cj_lint_claims(l, at))
        cj_say(cj_find_at(l, at, text), "hint",
               iso(cj_lint_arena(l), text, &w, fiscal_start));
}

static void judge_fields(cj_lint *l, const cj_section *s, const char *name)
{
    const cj_field *field;
    size_t i;

    for (i = 0; i < s->n_records; i++) {
        field = cj_record_field(s, &s->records[i], name);
        if (!field)
            return;
        judge_date(l, field->text, field->at);
    }
}

/* Periods that a KPI is followed through stand in the headers. */
static void judge_headers(cj_lint *l, const cj_section *s)
{
    size_t i;

    for (i = 0; s->kind == CJ_SECTION_KPI && s->n_records && i < s->n_columns; i++)
        if (!s->columns[i].field)
            judge_date(l, s->columns[i].label, s->columns[i].at);
}

static void japanese_era_date(cj_lint *l)
{
    static const cj_meta_id metas[] = { CJ_META_CREATED, CJ_META_UPDATED,
                                        CJ_META_LAST_REVIEW, CJ_META_NEXT_REVIEW };
    const cj_map *map = cj_lint_map(l);
    size_t i;

    for (i = 0; i < sizeof metas / sizeof *metas; i++)
        judge_date(l, map->meta[metas[i]].text, map->meta[metas[i]].at);
    for (i = 0; i < map->n_sections; i++) {
        judge_fields(l, &map->sections[i], "date");
        judge_fields(l, &map->sections[i], "due");
        judge_headers(l, &map->sections[i]);
    }
}

static cj_str in_western_years(cj_lint *l, const cj_finding *f, cj_str text)
{
    size_t i;

    (void)l;
    (void)text;
    for (i = 0; i < f->n_args; i++)
        if (!strcmp(f->arg[i].name, "hint"))
            return f->arg[i].value;
    return cj_str_of(NULL);
}

const cj_rule cj_rule_japanese_era_date = {
    .info = {
        .id = "TX113",
        .name = "japanese-era-date",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .source = "統計表の機械判読の統一ルール 1-11 / MIC rules for machine-readable tables 1-11",
        .says = { "Japanese era date ({value}); ISO form would be {hint}.",
                  "和暦の日付です（{value}）。西暦に直すと集計できます（{hint}）。" },
        .why = { "Dates in eras cannot be sorted or subtracted as text, and colleagues abroad cannot "
                 "read them.",
                 "文字で書いた和暦は、並べ替えや日数の計算ができません。海外の同僚にも伝わりません。" },
        .mend = { "Type the date into {cell} as {hint}. Excel can still show it in the era, by the "
                  "cell's number format.",
                  "{cell} に {hint} と入力し直します。和暦で見せたいときは、セルの書式設定で和暦の表示形式を"
                  "選べます。" },
        .bad = {
            { .edits = { "B11=令和7年12月12日", "B11=令和7年12月24日" } },
            { .edits = { "C44=R7.8.14", "C44=R7.5.20" } },
        },
        .good = {
            { .edits = { "B11=2025-12-12", "B11=2025年12月24日" } },
            { .edits = { "E44=Interviews since 令和7年", "E44=令和7年5月に導入した顧客8名" } },
        },
    },
    .on_map = japanese_era_date,
    .amends = in_western_years,
};
