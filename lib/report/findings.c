/* findings.c - the report of cjlint: what is shown of each map, and what it adds up to. */
#include "report/findings.h"
#include <stdlib.h>
#include <string.h>

unsigned cj_findings_assumed(const cj_map *map, const cj_phase *phase)
{
    const cj_element *evidence = cj_map_element(map, CJ_EVIDENCE);
    unsigned n = 0;
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; p < map->n_phases; p++) {
            const cj_cell *c = &map->elements[e].cells[p];

            if ((phase && phase->order != p) || cj_elem_fact_of(c->elem) != CJ_FACT_YES)
                continue;
            n += cj_cell_filled(c) && c->support.assumption && !c->support.refs.n &&
                 !c->support.inline_source &&
                 !(evidence && cj_cell_filled(&evidence->cells[p]));
        }
    return n;
}

/* ---- what several maps tell alike ----------------------------------------------------------- */

static int same_order(const void *x, const void *y)
{
    const cj_finding *a = *(const cj_finding *const *)x, *b = *(const cj_finding *const *)y;
    int c;

    if (a->at.sheet != b->at.sheet)
        return a->at.sheet < b->at.sheet ? -1 : 1;
    if (a->at.row != b->at.row)
        return a->at.row < b->at.row ? -1 : 1;
    if (a->at.col != b->at.col)
        return a->at.col < b->at.col ? -1 : 1;
    c = strcmp(a->rule->id, b->rule->id);
    return c ? c : cj_str_cmp(a->value, b->value);
}

static bool foreign(const cj_finding *f, const cj_map *map)
{
    return f->at.row && !(f->at.sheet == map->sheet &&
                          cj_map_owns(map, f->at.sheet, f->at.row, f->at.col));
}

/* Adds what the map tells of cells that other maps read too to what was told: those of other
 * sheets, and the lines over the maps of one sheet. */
static void remember(const cj_shown *shown, const cj_finding **told, size_t *n)
{
    bool shares = !cj_map_alone(shown->result->map);
    size_t i;

    for (i = 0; i < shown->n; i++)
        if (shares || foreign(shown->finding[i], shown->result->map))
            told[(*n)++] = shown->finding[i];
    qsort(told, *n, sizeof *told, same_order);
}

cj_shown *cj_findings_show(cj_arena *arena, const cj_checked *file)
{
    cj_shown *shown = CJ_NEW_N(arena, cj_shown, file->n_maps + 1);
    const cj_finding **told;
    size_t n_told = 0, all = 0, m, i;

    for (m = 0; m < file->n_maps; m++)
        all += file->maps[m].n_findings;
    told = CJ_NEW_N(arena, const cj_finding *, all + 1);
    for (m = 0; m < file->n_maps; m++) {
        const cj_lint_result *r = &file->maps[m];

        shown[m].result = r;
        shown[m].finding = CJ_NEW_N(arena, const cj_finding *, r->n_findings + 1);
        for (i = 0; i < r->n_findings; i++) {
            const cj_finding *f = &r->findings[i];

            if (!foreign(f, r->map) || !bsearch(&f, told, n_told, sizeof *told, same_order))
                shown[m].finding[shown[m].n++] = f;
        }
        if (m + 1 < file->n_maps)
            remember(&shown[m], told, &n_told);
    }
    return shown;
}

/* ---- totals --------------------------------------------------------------------------------- */

void cj_findings_add_up(cj_tally *t, const cj_shown *shown)
{
    const cj_map *map = shown->result->map;
    cj_ratio complete = cj_map_completeness(map, NULL),
             covered = cj_map_coverage(map, NULL);
    size_t i;

    t->maps++;
    t->suppressed += shown->result->n_suppressed;
    t->assumptions += shown->result->n_assumptions;
    t->completeness.n += complete.n;
    t->completeness.of += complete.of;
    t->coverage.n += covered.n;
    t->coverage.of += covered.of;
    t->assumed += cj_findings_assumed(map, NULL);
    for (i = 0; i < shown->n; i++)
        t->n[shown->finding[i]->severity]++;
}

static void add_ratio(cj_arena *arena, cj_fact *into, const char *key, const char *part,
                      cj_ratio r)
{
    cj_fact *f = cj_fact_add_object(arena, into, key);

    cj_fact_add_integer(arena, f, part, r.n);
    cj_fact_add_integer(arena, f, "of", r.of);
}

static void add_summary(cj_arena *arena, cj_fact *into, const cj_tally *t)
{
    cj_fact *s = cj_fact_add_object(arena, into, "summary"), *coverage;

    cj_fact_add_integer(arena, s, "files", (long long)t->files);
    cj_fact_add_integer(arena, s, "unreadable", (long long)t->unreadable);
    cj_fact_add_integer(arena, s, "skipped", (long long)t->skipped);
    cj_fact_add_integer(arena, s, "maps", (long long)t->maps);
    cj_fact_add_integer(arena, s, "errors", (long long)t->n[CJ_ERROR]);
    cj_fact_add_integer(arena, s, "warnings", (long long)t->n[CJ_WARNING]);
    cj_fact_add_integer(arena, s, "infos", (long long)t->n[CJ_INFO]);
    cj_fact_add_integer(arena, s, "suppressed", (long long)t->suppressed);
    cj_fact_add_integer(arena, s, "assumptions", (long long)t->assumptions);
    add_ratio(arena, s, "completeness", "filled", t->completeness);
    coverage = cj_fact_add_object(arena, s, "coverage");
    cj_fact_add_integer(arena, coverage, "sourced", t->coverage.n);
    cj_fact_add_integer(arena, coverage, "assumed", t->assumed);
    cj_fact_add_integer(arena, coverage, "of", t->coverage.of);
}

static void add_totals(cj_arena *arena, cj_report *report, const cj_tally *t)
{
    static const cj_text title = { "Together", "合計" };
    static const cj_text says = {
        "Files: {0}, maps: {1}, not readable: {2}",
        "ファイル {0}件、マップ {1}件、読めなかったファイル {2}件",
    };
    static const cj_text counts = { "Errors: {0}, warnings: {1}, infos: {2}",
                                    "エラー {0}件、警告 {1}件、情報 {2}件" };

    cj_report_heading(arena, report, 1, cj_str_of(cj_text_in(title, report->lang)));
    cj_report_text(arena, report, CJ_PLAIN,
                   cj_words(arena, report->lang, says, cj_count_words(arena, t->files),
                            cj_count_words(arena, t->maps),
                            cj_count_words(arena, t->unreadable)));
    cj_report_text(arena, report, CJ_PLAIN,
                   cj_words(arena, report->lang, counts,
                            cj_count_words(arena, t->n[CJ_ERROR]),
                            cj_count_words(arena, t->n[CJ_WARNING]),
                            cj_count_words(arena, t->n[CJ_INFO])));
}

/* Other workbooks live in the same folders; whether a map is among them is for people to see. */
static void add_skipped(cj_arena *arena, cj_report *report, size_t n, bool named)
{
    static const cj_text says[2][2] = {
        { { "1 file without a journey map was skipped (-v names it)",
            "ジャーニーマップのないファイル 1件は飛ばしました（-v で名前を表示）" },
          { "{0} files without a journey map were skipped (-v names them)",
            "ジャーニーマップのないファイル {0}件は飛ばしました（-v で名前を表示）" } },
        { { "1 file without a journey map was skipped",
            "ジャーニーマップのないファイル 1件は飛ばしました" },
          { "{0} files without a journey map were skipped",
            "ジャーニーマップのないファイル {0}件は飛ばしました" } },
    };

    cj_report_text(arena, report, CJ_PLAIN,
                   cj_words(arena, report->lang, says[named][n > 1],
                            cj_count_words(arena, n), CJ_STR(""), CJ_STR("")));
}

/* ---- the report, in parts ------------------------------------------------------------------- */

cj_report *cj_findings_head(cj_arena *arena)
{
    cj_report *report = cj_report_new(arena, CJ_EN);

    cj_fact_add_integer(arena, report->facts, "format", 1);
    cj_fact_add_list(arena, report->facts, "files");
    return report;
}

static void add_error(cj_arena *arena, cj_fact *into, const cj_err *err, cj_lang lang)
{
    cj_fact *f = cj_fact_add_object(arena, into, "error");

    if (err->rule)
        cj_fact_add_z(arena, f, "rule", err->rule);
    else
        cj_fact_add_null(arena, f, "rule");
    cj_fact_add_text(arena, f, "message", cj_err_says(arena, err, lang));
}

static cj_lang language(const cj_findings_options *options, const cj_checked *file)
{
    if (options->lang != CJ_LANG_AUTO)
        return options->lang;
    return file && file->n_maps ? file->maps[0].map->lang : CJ_EN;
}

cj_report *cj_findings_of_file(cj_arena *arena, const cj_findings_options *options,
                               const cj_checked *file, cj_tally *tally)
{
    cj_report *report = cj_report_new(arena, language(options, file));
    cj_shown *shown = cj_findings_show(arena, file);
    cj_str path = cj_str_eq(file->path, CJ_STR("-")) ? CJ_STR("stdin") : file->path;
    cj_fact *maps;
    size_t m;

    tally->files++;
    tally->unreadable += file->error != NULL;
    cj_fact_add_text(arena, report->facts, "file", path);
    if (file->error)
        add_error(arena, report->facts, file->error, report->lang);
    maps = cj_fact_add_list(arena, report->facts, "maps");
    for (m = 0; m < file->n_maps; m++) {
        cj_findings_facts(arena, cj_fact_add_object(arena, maps, NULL), &shown[m],
                          report->lang);
        cj_findings_blocks(arena, report, options, path, &shown[m], file->n_maps == 1);
        cj_findings_add_up(tally, &shown[m]);
    }
    return report;
}

cj_report *cj_findings_summary(cj_arena *arena, const cj_findings_options *options,
                               const cj_tally *tally)
{
    cj_report *report = cj_report_new(arena, language(options, NULL));

    add_summary(arena, report->facts, tally);
    if (options->single)
        return report;
    if (tally->maps > 1)
        add_totals(arena, report, tally);
    if (tally->maps && tally->skipped)
        add_skipped(arena, report, tally->skipped, options->verbose);
    return report;
}

cj_tally cj_findings_tally(cj_arena *arena, const cj_checked *file)
{
    cj_shown *shown = cj_findings_show(arena, file);
    cj_tally all = { 0 };
    size_t m;

    for (m = 0; m < file->n_maps; m++)
        cj_findings_add_up(&all, &shown[m]);
    return all;
}

size_t cj_findings_count(const cj_checked *file, cj_severity at_least)
{
    size_t n = 0, m;
    int s;

    for (m = 0; m < file->n_maps; m++)
        for (s = at_least > CJ_INFO ? (int)at_least : CJ_INFO; s <= CJ_ERROR; s++)
            n += file->maps[m].n[s];
    return n;
}
