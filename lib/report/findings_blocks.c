/* findings_blocks.c - the findings of one map as people read them, and what to do next. */
#include "report/findings.h"
#include "report/outline.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

typedef struct telling {
    cj_arena *arena;
    cj_report *report;
    cj_lang lang;
    const cj_shown *shown;
} telling;

cj_str cj_words(cj_arena *arena, cj_lang lang, cj_text says, cj_str a, cj_str b, cj_str c)
{
    cj_err words = { CJ_OK, { { "", 0 }, { "", 0 }, 0, 0 }, says, { a, b, c }, NULL };

    return cj_err_says(arena, &words, lang);
}

cj_str cj_count_words(cj_arena *arena, size_t n)
{
    return cj_str_fmt(arena, "%zu", n);
}

cj_str cj_severity_words(cj_severity severity, cj_lang lang)
{
    static const cj_text words[] = {
        { "off", "なし" }, { "info", "情報" }, { "warning", "警告" }, { "error", "エラー" }
    };

    return cj_str_of(cj_text_in(words[severity], lang));
}

cj_str cj_profile_words(cj_profile profile, cj_lang lang)
{
    static const cj_text words[] = {
        { "v1", "初版" }, { "draft", "下書き" }, { "v1", "初版" }, { "operational", "運用" }
    };

    return cj_str_of(cj_text_in(words[profile], lang));
}

cj_level cj_severity_level(cj_severity severity)
{
    static const cj_level levels[] = { CJ_PLAIN, CJ_NOTE_LEVEL, CJ_WARN_LEVEL,
                                       CJ_FAIL_LEVEL };

    return levels[severity];
}

static void add_text(const telling *t, cj_level level, cj_text says, cj_str a, cj_str b,
                     cj_str c)
{
    cj_report_text(t->arena, t->report, level, cj_words(t->arena, t->lang, says, a, b, c));
}

/* ---- heading and findings ------------------------------------------------------------------- */

static void add_heading(const telling *t, cj_str path, bool alone)
{
    static const cj_text checked = { "{0} (checked as {1}, phases: {2})",
                                     "{0}（{1}として点検、フェーズ数 {2}）" };
    const cj_map *map = t->shown->result->map;

    path = cj_map_where(t->arena, path, map, alone);
    cj_report_heading(t->arena, t->report, 1,
                      cj_words(t->arena, t->lang, checked, path,
                               cj_profile_words(t->shown->result->profile, t->lang),
                               cj_count_words(t->arena, map->n_phases)));
}

/* How to mend it is told once a rule: whether it is among the *n that were told, where it is from
 * now on. */
static bool told_before(const cj_rule_info **told, size_t *n, const cj_rule_info *rule)
{
    size_t i;

    for (i = 0; i < *n; i++)
        if (told[i] == rule)
            return true;
    told[(*n)++] = rule;
    return false;
}

/* "C8", or "Sheet!C8" in a workbook. */
static cj_str cell_of(const telling *t, const cj_pos *at, const cj_span *span)
{
    char ref[CJ_REF_MAX];

    if (!span->row)
        return CJ_STR("");
    cj_ref(ref, span->row, span->col);
    if (!at->sheet.n)
        return cj_str_copy(t->arena, cj_str_of(ref));
    return cj_str_fmt(t->arena, CJ_FMT "!%s", CJ_ARG(at->sheet), ref);
}

static void add_fold(const telling *t, const cj_places *places, const cj_fold *fold,
                     bool hint)
{
    const cj_lint_result *r = t->shown->result;
    const cj_finding *f = fold->finding;
    cj_block *b = cj_report_add(t->arena, t->report, CJ_B_DIAGNOSTIC);

    b->diagnostic.rule = f->rule->id;
    b->diagnostic.name = f->rule->name;
    b->diagnostic.level = cj_severity_level(f->severity);
    b->diagnostic.severity = cj_severity_words(f->severity, t->lang);
    b->diagnostic.place = cj_place(places, fold);
    b->diagnostic.at = cj_place_of(places, &f->at);
    b->diagnostic.cell = cell_of(t, &b->diagnostic.at, &f->at);
    b->diagnostic.about = cj_fold_about(t->arena, r, fold, t->lang);
    b->diagnostic.message = cj_fold_says(t->arena, r, fold, t->lang);
    if (hint)
        b->diagnostic.hint = cj_fold_hint(t->arena, r, fold, t->lang);
    b->diagnostic.fix = cj_fix_name(f->rule->fix);
}

static void add_findings(const telling *t, cj_str path)
{
    size_t n, i, n_told = 0;
    cj_fold *folds = cj_findings_fold(t->arena, t->shown, t->lang, &n);
    const cj_rule_info **told = CJ_NEW_N(t->arena, const cj_rule_info *, n + 1);
    cj_places places;

    if (!n)
        return;
    places = cj_places_of(t->arena, path, t->shown->result->map->book);
    for (i = 0; i < n; i++)
        add_fold(t, &places, &folds[i],
                 !told_before(told, &n_told, folds[i].finding->rule));
}

/* One finding a block, as machines order them. */
static void add_single(const telling *t, cj_str path)
{
    cj_places places;
    size_t i;

    if (!t->shown->n)
        return;
    places = cj_places_of(t->arena, path, t->shown->result->map->book);
    for (i = 0; i < t->shown->n; i++) {
        cj_fold fold = { t->shown->finding[i], &t->shown->finding[i], 1 };

        add_fold(t, &places, &fold, false);
    }
}

/* ---- how complete, how well supported ------------------------------------------------------- */

cj_str cj_share_words(cj_arena *arena, cj_ratio r)
{
    unsigned percent = r.of ? (unsigned)((100ull * r.n + r.of / 2) / r.of) : 0;

    if (!r.of)
        return CJ_STR("-");
    if (percent == 100 && r.n < r.of)
        percent = 99;
    return cj_str_fmt(arena, "%u/%u (%u%%)", r.n, r.of, percent);
}

static void fill_row(const telling *t, cj_str *row, cj_str name, const cj_phase *phase)
{
    const cj_map *map = t->shown->result->map;
    unsigned assumed = cj_findings_assumed(map, phase);

    row[0] = name;
    row[1] = cj_share_words(t->arena, cj_map_completeness(map, phase));
    row[2] = cj_share_words(t->arena, cj_map_coverage(map, phase));
    row[3] = assumed ? cj_count_words(t->arena, assumed) : CJ_STR("-");
}

static void add_ratios(const telling *t)
{
    static const cj_text heads[] = { { "Phase", "フェーズ" },
                                     { "Filled", "記入" },
                                     { "With evidence", "根拠あり" },
                                     { "Assumptions", "仮説" } };
    static const cj_text all = { "All", "全体" };
    const cj_map *map = t->shown->result->map;
    cj_table *table = cj_report_table(t->arena, t->report, map->n_phases + 2, 4);
    size_t i;

    table->header_row = true;
    for (i = 0; i < 4; i++)
        table->cell[i] = cj_str_of(cj_text_in(heads[i], t->lang));
    for (i = 0; i < map->n_phases; i++)
        fill_row(t, &table->cell[4 * (i + 1)],
                 cj_utf8_joined(t->arena, map->phases[i].name), &map->phases[i]);
    fill_row(t, &table->cell[4 * (i + 1)], cj_str_of(cj_text_in(all, t->lang)), NULL);
}

static void add_counts(const telling *t)
{
    static const cj_text counts = { "Errors: {0}, warnings: {1}, infos: {2}",
                                    "エラー {0}件、警告 {1}件、情報 {2}件" };
    static const cj_text more[] = {
        { "", "" },
        { "Still assumptions: {0}", "仮説のままのセル {0}件" },
        { "Suppressed findings: {1}", "除外した指摘 {1}件" },
        { "Still assumptions: {0}, suppressed findings: {1}",
          "仮説のままのセル {0}件、除外した指摘 {1}件" },
    };
    const cj_lint_result *r = t->shown->result;
    cj_arena *a = t->arena;
    size_t n[4] = { 0 }, i;
    int worst = CJ_ERROR;

    for (i = 0; i < t->shown->n; i++)
        n[t->shown->finding[i]->severity]++;
    while (worst > CJ_OFF && !n[worst])
        worst--;
    add_text(t, worst == CJ_OFF ? CJ_GOOD_LEVEL : cj_severity_level((cj_severity)worst),
             counts, cj_count_words(a, n[CJ_ERROR]), cj_count_words(a, n[CJ_WARNING]),
             cj_count_words(a, n[CJ_INFO]));
    if (r->n_assumptions || r->n_suppressed)
        add_text(t, CJ_PLAIN, more[(r->n_assumptions > 0) + 2 * (r->n_suppressed > 0)],
                 cj_count_words(a, r->n_assumptions), cj_count_words(a, r->n_suppressed),
                 CJ_STR(""));
}

/* ---- the next step -------------------------------------------------------------------------- */

static const cj_text steps[] = {
    { "tidy up the table and its texts", "表の形と表記を整えること" },
    { "step 1, purpose and persona", "手順1「目的とペルソナ」" },
    { "step 2, the phases", "手順2「フェーズ」" },
    { "step 3, what customers live through, with evidence", "手順3「顧客の体験と根拠」" },
    { "step 4, success and KPIs", "手順4「成功の定義とKPI」" },
    { "step 5, countermeasures", "手順5「打ち手」" },
    { "keep the map up to date", "マップの見直し" },
};

enum { GROWING = 6 };

/* Reviews, versions and history are no matter of form: the map is grown by them. */
static int step_of(const cj_rule_info *rule)
{
    return rule->step ? rule->step : !strncmp(rule->id, "CJ90", 4) ? GROWING : 0;
}

static const cj_text step_names[] = {
    { "Form of the table and its texts", "表の形・表記" },
    { "Step 1: purpose and persona", "手順1 目的とペルソナ" },
    { "Step 2: phases", "手順2 フェーズ" },
    { "Step 3: what customers live through", "手順3 顧客の体験と根拠" },
    { "Step 4: success and KPIs", "手順4 成功の定義とKPI" },
    { "Step 5: countermeasures", "手順5 打ち手" },
    { "Reviews and versions", "マップの見直し" },
};

cj_text cj_rule_step(const cj_rule_info *rule)
{
    return step_names[step_of(rule)];
}

/* What is done of each step, so that people see how far they have come. */
static void add_steps(const telling *t)
{
    static const cj_text heads[] = { { "Steps", "手順" }, { "Done", "できている" } };
    cj_table *table = cj_report_table(t->arena, t->report, 6, 2);
    int i;

    table->header_row = true;
    for (i = 0; i < 2; i++)
        table->cell[i] = cj_str_of(cj_text_in(heads[i], t->lang));
    for (i = 1; i <= 5; i++) {
        table->cell[2 * i] = cj_str_of(cj_text_in(step_names[i], t->lang));
        table->cell[2 * i + 1] =
            cj_share_words(t->arena, cj_lint_step(t->shown->result, i));
    }
}

/* The steps come in the order in which a map is made; the form of the text comes last. */
static int step_rank(const cj_finding *f)
{
    return f->rule->step ? f->rule->step : 6;
}

/* The first thing to mend: of the most severe, what belongs to the earliest step. */
static const cj_finding *first_to_mend(const cj_shown *shown)
{
    const cj_finding *best = NULL;
    size_t i;

    for (i = 0; i < shown->n; i++) {
        const cj_finding *f = shown->finding[i];

        if (!best || f->severity > best->severity ||
            (f->severity == best->severity && step_rank(f) < step_rank(best)))
            best = f;
    }
    return best;
}

static void add_next_finding(const telling *t, const cj_finding *f)
{
    static const cj_text next = {
        "Next: {0}. Start with {1} ({2}); `cjlint --explain {1}` shows how.",
        "次の一歩: {0}から始めましょう。まず {1}（{2}件）です。"
        "書き方の例は `cjlint --explain {1}` で見られます。",
    };
    static const cj_text rest = {
        "Only hints are left. If there is time, look at {1} ({2}); `cjlint --explain {1}` shows "
        "how.",
        "急いで直すところはありません。余裕があれば {1}（{2}件）を見直しましょう。"
        "書き方の例は `cjlint --explain {1}` で見られます。",
    };
    bool hint = f->severity == CJ_INFO && t->shown->result->profile != CJ_DRAFT;
    cj_str id = cj_str_of(f->rule->id);
    size_t n = 0, i;

    for (i = 0; i < t->shown->n; i++)
        n += t->shown->finding[i]->rule == f->rule;
    add_text(t, CJ_PLAIN, hint ? rest : next,
             cj_str_of(cj_text_in(steps[step_of(f->rule)], t->lang)), id,
             cj_count_words(t->arena, n));
}

static void add_next(const telling *t)
{
    static const cj_text by_profile[] = {
        { "", "" },
        { "Nothing found for a draft. Next: check it with `--profile v1` before the team sees it.",
          "下書きとしての指摘はありません。次の一歩: チームに共有する前に `--profile v1`（初版）で"
          "点検しましょう。" },
        { "Nothing found for version 1. Next: for the quarterly review, check it with "
          "`--profile operational`.",
          "初版としての指摘はありません。次の一歩: 四半期の見直しに使うなら `--profile operational`"
          "（運用）で点検しましょう。" },
        { "Nothing found. Next: keep the date of the next review.",
          "指摘はありません。次の一歩: 次回の見直し日に、新しい顧客の声とKPIの実績を加えましょう。" },
    };
    const cj_finding *f = first_to_mend(t->shown);

    if (f)
        add_next_finding(t, f);
    else
        add_text(t, CJ_GOOD_LEVEL, by_profile[t->shown->result->profile], CJ_STR(""),
                 CJ_STR(""), CJ_STR(""));
}

/* Whoever is still in the first workshop shall not drown in what a version 1.0 needs. */
static void add_draft(const telling *t)
{
    static const cj_text says = {
        "Still a draft? `--profile draft` tells only what matters now.",
        "まだ下書きなら、`--profile draft` で点検すると、今見るべき指摘だけに絞れます。",
    };
    const cj_lint_result *r = t->shown->result;
    cj_ratio filled = cj_map_completeness(r->map, NULL);

    if (r->by_default && (r->n[CJ_ERROR] || r->n[CJ_WARNING]) &&
        filled.n * 5 < filled.of * 4)
        add_text(t, CJ_PLAIN, says, CJ_STR(""), CJ_STR(""), CJ_STR(""));
}

static void add_not_evaluated(const telling *t)
{
    static const cj_text says = {
        "Not evaluated, because this file does not show what they need: {0}",
        "評価できなかったルール（このファイルからは必要な情報が読めません）: {0}",
    };
    const cj_lint_result *r = t->shown->result;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, t->arena);
    for (i = 0; i < r->n_not_evaluated; i++)
        cj_buf_fmt(&b, "%s%s", i ? ", " : "", r->not_evaluated[i]->id);
    if (b.n)
        add_text(t, CJ_PLAIN, says, cj_buf_str(&b), CJ_STR(""), CJ_STR(""));
}

void cj_findings_blocks(cj_arena *arena, cj_report *report,
                        const cj_findings_options *options, cj_str path,
                        const cj_shown *shown, bool alone)
{
    telling t = { arena, report, report->lang, shown };

    if (options->single) {
        add_single(&t, path);
        return;
    }
    add_heading(&t, path, alone);
    add_findings(&t, path);
    add_ratios(&t);
    add_steps(&t);
    add_counts(&t);
    if (options->verbose)
        add_not_evaluated(&t);
    add_next(&t);
    add_draft(&t);
}
