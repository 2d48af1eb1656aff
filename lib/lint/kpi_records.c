/* kpi_records.c - CJ6xx: how the figures are defined, kept and read. */
#include "lint/measures.h"
#include "lint/said.h"
#include "base/buf.h"
#include "base/likeness.h"
#include "base/utf8.h"
#include "map/figure.h"

static cj_str field(cj_lint *l, const cj_kpi *k, const char *name)
{
    return cj_lint_field(l, k->section, k->record, name);
}

static const cj_field *field_of(const cj_kpi *k, const char *name)
{
    return cj_record_field(k->section, k->record, name);
}

/* Where a record says what it is of; its first cell where there is no such column. */
static cj_span place_of(const cj_kpi *k)
{
    const cj_field *name = field_of(k, "name");

    return name ? name->at : k->record->cell[0].at;
}

static cj_finding *find_kpi(cj_lint *l, const cj_kpi *k, cj_span at)
{
    return cj_find_field(l, at, CJ_KPI, k->phase, k->name);
}

/* A name that people can be told: not empty, not 〃. */
static bool named(cj_lint *l, const cj_kpi *k)
{
    return field(l, k, "name").n && !cj_lint_ditto(l, k->name);
}

/* ---- what a whole list of KPIs lacks ----------------------------------------------------------------
 * A column that is not there is one cause and gives one finding, not one for each KPI. */

typedef struct lacking {
    const cj_section *section; /* NULL: nobody yet */
    cj_buf names;
} lacking;

static cj_span head_of(const cj_section *s)
{
    size_t i;

    for (i = 0; i < s->n_columns; i++)
        if (s->columns[i].field && !strcmp(s->columns[i].field, "name"))
            return s->columns[i].at;
    return s->n_columns ? s->columns[0].at : s->at;
}

static void lacks(cj_lint *l, lacking *all, const cj_kpi *k)
{
    if (!all->section) {
        all->section = k->section;
        cj_buf_init(&all->names, cj_lint_arena(l));
    }
    cj_buf_z(&all->names, all->names.n ? "\n" : "");
    cj_buf_add(&all->names, k->name);
}

/* NULL: nothing is lacking. The next one begins anew. */
static cj_finding *find_lacking(cj_lint *l, lacking *all)
{
    cj_finding *f;

    if (!all->section)
        return NULL;
    f = cj_find_field(l, head_of(all->section), CJ_KPI, -1, CJ_STR(""));
    cj_say(f, "value", cj_buf_str(&all->names));
    all->section = NULL;
    return f;
}

/* ---- definition ------------------------------------------------------------------------------------ */

static bool defined_in_row(cj_lint *l, int phase)
{
    const cj_map *map = cj_lint_map(l);

    return phase >= 0 &&
           !cj_lint_blank(l, cj_map_cell(map, CJ_KPI_DEF, &map->phases[phase]));
}

/* Without a KPI section nothing on the grid is defined. */
static void undefined_on_grid(cj_lint *l)
{
    const cj_measures *all = cj_lint_measures(l);
    size_t i;

    for (i = 0; i < all->n; i++)
        if (!defined_in_row(l, (int)all->measure[i].cell->phase))
            cj_find_item(l, all->measure[i].cell, all->measure[i].item);
}

static void kpi_undefined(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    lacking column = { 0 };
    size_t i;

    if (!map->n_kpis)
        undefined_on_grid(l);
    for (i = 0; i < map->n_kpis; i++) {
        const cj_kpi *k = &map->kpis[i];

        if (column.section && column.section != k->section)
            find_lacking(l, &column);
        if (!named(l, k) || field(l, k, "definition").n || defined_in_row(l, k->phase))
            continue;
        if (field_of(k, "definition"))
            find_kpi(l, k, field_of(k, "definition")->at);
        else
            lacks(l, &column, k);
    }
    find_lacking(l, &column);
}

const cj_rule cj_rule_kpi_undefined = {
    .info = {
        .id = "CJ607",
        .name = "kpi-undefined",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 4,
        .source = "R6 name, formula, source, owner",
        .says = { "KPI \"{value}\" has no formula. Two people should get the same number.",
                  "KPI「{value}」の計算式がありません。誰が計算しても同じになるように書いてください。" },
        .why = { "\"Adoption rate\" can be users per seats or per accounts, of a week or of a month. "
                 "Without its formula a change may be one of counting.",
                 "同じ「利用率」でも、分母が契約数か利用者数か、期間が週か月かで数字は変わります。計算式がないと、"
                 "数字が動いたのか、数え方が変わったのかが分かりません。" },
        .mend = { "Write the formula into the column Definition of the KPI sheet: users who logged in 5 "
                  "times or more in the month / active users.",
                  "「KPI」シートの「定義・計算式」列に、分子÷分母と期間を書きます（例: 月5回以上ログインした利用者数"
                  "÷有効利用者数）。" },
        .bad = {
            { .edits = { "C53=", "C55=" },
              .shows = { "a KPI of the KPI sheet without definition", "「KPI」シートで定義・計算式が空" } },
            { .edits = { "C55=TBD", "C56=未定" }, .shows = { "Definition: TBD", "定義・計算式: 未定" } },
        },
        .good = {
            { .edits = { "C53=Accounts with 2 feeds / new accounts", "C55=利用者数÷契約数" } },
            { .edits = { "C53= ;; A29=KPI definition ;; B29=Accounts with 2 feeds / new accounts",
                         "C55= ;; A29=KPIの定義 ;; C29=利用者数÷契約数" },
              .shows = { "a row \"KPI definition\" on the map", "マップに「KPIの定義」の行がある" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = kpi_undefined,
};

/* ---- owner and source ------------------------------------------------------------------------------ */

static void add_words(cj_str *en, cj_str *ja, cj_arena *arena, bool owner, bool source)
{
    *en = cj_str_fmt(arena, "%s%s%s", owner ? "an owner" : "", owner && source ? "\n" : "",
                     source ? "a data source" : "");
    *ja = cj_str_fmt(arena, "%s%s%s", owner ? "担当" : "", owner && source ? "\n" : "",
                     source ? "データ取得元" : "");
}

static void say_lacks(cj_lint *l, cj_finding *f, bool owner, bool source)
{
    cj_str en, ja;

    add_words(&en, &ja, cj_lint_arena(l), owner, source);
    cj_say_both(f, "list", en, ja);
}

/* A column that is not there is told of once, with all that lack it. */
static void columns_missing(cj_lint *l, size_t from, size_t to)
{
    const cj_kpi *kpis = cj_lint_map(l)->kpis;
    bool owner = !field_of(&kpis[from], "owner") && !field_of(&kpis[from], "person");
    bool source = !field_of(&kpis[from], "source");
    lacking column = { 0 };
    size_t i;

    for (i = from; (owner || source) && i < to; i++)
        if (named(l, &kpis[i]))
            lacks(l, &column, &kpis[i]);
    if (column.section)
        say_lacks(l, find_lacking(l, &column), owner, source);
}

static void kpi_owner_or_source_missing(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i, from = 0;

    for (i = 0; i < map->n_kpis; i++) {
        const cj_kpi *k = &map->kpis[i];
        bool owner = field_of(k, "owner") && !field(l, k, "owner").n;
        bool source = field_of(k, "source") && !field(l, k, "source").n;

        if (named(l, k) && (owner || source))
            say_lacks(l, find_kpi(l, k, k->record->cell[0].at), owner, source);
        if (i + 1 == map->n_kpis || map->kpis[i + 1].section != k->section) {
            columns_missing(l, from, i + 1);
            from = i + 1;
        }
    }
}

const cj_rule cj_rule_kpi_owner_or_source_missing = {
    .info = {
        .id = "CJ608",
        .name = "kpi-owner-or-source-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 4,
        .source = "R6 name, formula, source, owner; S2 KPIをモニタリング",
        .says = { "KPI \"{value}\" lacks {list}.", "KPI「{value}」に{list}がありません。" },
        .why = { "Before each review somebody has to fetch the number. Who, and where from, should not "
                 "have to be asked again every quarter.",
                 "四半期の見直しのたびに「この数字は誰がどこから出すのか」を探すことになります。" },
        .mend = { "Fill the columns Owner and Data Source of the KPI sheet: the department that looks "
                  "after the figure, and the dashboard or list that it is read from.",
                  "「KPI」シートの「担当」と「データ取得元」の列に、数字を出す部署と、見るダッシュボードや台帳の名前を"
                  "書きます。" },
        .bad = {
            { .edits = { "J53=", "K55=" }, .at = { "A53", "A55" },
              .shows = { "Owner is empty", "「担当」が空" } },
            { .edits = { "I54=TBD", "J56=未定" }, .at = { "A54", "A56" },
              .shows = { "Data Source: TBD", "データ取得元: 未定" } },
        },
        .good = {
            { .edits = { "J53=Sales", "K55=セールス" }, .shows = { "Owner: Sales", "担当: セールス" } },
            { .edits = { "I54=ditto", "J56=同上" }, .shows = { "Data Source: ditto", "データ取得元: 同上" } },
        },
    },
    .on_map = kpi_owner_or_source_missing,
};

/* ---- names on both sides ---------------------------------------------------------------------------- */

#define MOST_LOOKS \
    20000u       /* comparisons of names in one run; past that no near one is offered */
#define NEAR 40u /* percent */

typedef struct nearest {
    cj_pairs *pairs; /* of the names that are looked through */
    cj_str *name;
    size_t n, looks;
} nearest;

static nearest names_of(cj_lint *l, bool of_records)
{
    const cj_measures *all = cj_lint_measures(l);
    const cj_map *map = cj_lint_map(l);
    nearest out = { .n = of_records ? map->n_kpis : all->n };
    size_t i;

    out.n = out.n < MOST_LOOKS ? out.n : MOST_LOOKS;
    out.pairs = CJ_NEW_N(cj_lint_arena(l), cj_pairs, out.n + 1);
    out.name = CJ_NEW_N(cj_lint_arena(l), cj_str, out.n + 1);
    for (i = 0; i < out.n; i++) {
        out.name[i] = of_records ? map->kpis[i].name : all->measure[i].item->bare;
        out.pairs[i] = cj_pairs_of(cj_lint_arena(l),
                                   of_records ? map->kpis[i].key : all->measure[i].key);
    }
    return out;
}

static void say_nearest(cj_lint *l, cj_finding *f, nearest *among, cj_str key)
{
    cj_pairs pairs = cj_pairs_of(cj_lint_arena(l), key);
    cj_str best = CJ_STR("");
    unsigned most = NEAR - 1;
    size_t i;

    for (i = 0; i < among->n && among->looks < MOST_LOOKS; i++, among->looks++) {
        unsigned like = cj_likeness(&pairs, &among->pairs[i]);

        if (like > most) {
            most = like;
            best = among->name[i];
        }
    }
    if (best.n)
        cj_say(f, "hint", best);
    else
        cj_say_both(f, "hint", CJ_STR("none"), CJ_STR("なし"));
}

static void kpi_sheet_map_mismatch(cj_lint *l)
{
    const cj_measures *all = cj_lint_measures(l);
    const cj_map *map = cj_lint_map(l);
    nearest records, on_map;
    cj_finding *f;
    size_t i;

    if (!map->n_kpis)
        return;
    records = names_of(l, true);
    on_map = names_of(l, false);
    for (i = 0; i < all->n; i++) {
        const cj_measure *m = &all->measure[i];

        if (m->record || !m->key.n)
            continue;
        f = cj_find_item(l, m->cell, m->item);
        cj_say_both(f, "other", CJ_STR("map"), CJ_STR("マップ"));
        say_nearest(l, f, &records, m->key);
    }
    for (i = 0; i < map->n_kpis; i++) {
        const cj_kpi *k = &map->kpis[i];

        if (all->on_map[i] || !named(l, k))
            continue;
        f = find_kpi(l, k, place_of(k));
        cj_say_both(f, "other", CJ_STR("KPI sheet"), CJ_STR("KPI一覧"));
        say_nearest(l, f, &on_map, k->key);
    }
}

const cj_rule cj_rule_kpi_sheet_map_mismatch = {
    .info = {
        .id = "CJ611",
        .name = "kpi-sheet-map-mismatch",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 4,
        .source = "consistency of map and KPI sheet",
        .says = { "KPI \"{value}\" stands on the {other} only (closest on the other side: {hint}).",
                  "KPI「{value}」が{other}にしかありません（もう一方で近い名前: {hint}）。" },
        .why = { "The map says what is measured, the KPI sheet holds the numbers. Under two names nobody "
                 "finds the numbers that belong to the success.",
                 "マップは「何で測るか」、KPI一覧は「いくつだったか」を書く場所です。名前が違うと、成功の定義と実績の"
                 "数字がつながりません。" },
        .mend = { "Use the same name on the map and in the column KPI of the KPI sheet, or add what is "
                  "missing there (or take it out).",
                  "マップのKPIの{row}と「KPI」シートの「KPI」列で、同じ名前を使います。片方にしかない指標は、もう一方に"
                  "書き足すか、不要なら消します。" },
        .bad = {
            { .edits = { "B53=", "B55=" }, .at = { "B26", "C26" },
              .shows = { "a KPI of the map that the KPI sheet does not have",
                         "マップの指標が「KPI」シートにない" } },
            { .edits = { "D26=Share of renewals decided 30 days before contract end, target 85%; NPS",
                         "E26=期限30日前までの更新決定率 目標90%、NPS" },
              .shows = { "NPS on the map, but not on the KPI sheet", "マップにだけ NPS がある" } },
        },
        .good = {
            { .edits = { "D26=Share of renewals decided 30 days before contract end (target: 90%)",
                         "E26=期限30日前までの更新決定率（目標95%）" },
              .shows = { "the same name with another target", "名前は同じで、目標値だけが違う" } },
            { .edits = { "B53=ACCOUNTS WITH 2+ BANK FEEDS  connected by day 45",
                         "B55=月５回以上ログインした利用者の割合" },
              .shows = { "only case and spaces differ", "全角・半角だけが違う" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = kpi_sheet_map_mismatch,
};
