/* cjreport.c - the review pack of a journey map: what a team looks at once a quarter. */
#include "common/tool.h"

enum { BY_PHASE = 1, BY_OWNER };

typedef struct options {
    cj_str quarter, today, actuals;
    unsigned redact, playbook, by;
} options;

/* A row an option. */
/* clang-format off */
static const cj_opt opts[] = {
    { 0, "quarter", "QUARTER",
      { "the quarter that is reviewed, as 2025Q3 (default: the newest with KPI actuals); "
        "fiscal_start in cj.ini says in which month Q1 begins",
        "見直す四半期を 2025Q3 の形で指定します（既定: KPIの実績がある最新の期間）。"
        "年度の始まりは cj.ini の fiscal_start で決まります" },
      offsetof(options, quarter) },
    { 0, "today", "DATE",
      { "the date that deadlines and ages are judged by, as 2025-10-01 (default: today)",
        "期限や経過日数の判定に使う日付を 2025-10-01 の形で指定します（既定: 今日）" },
      offsetof(options, today) },
    { 0, "actuals", "FILE",
      { "a CSV or a workbook with what the KPIs came to (KPI, period, value), such as an export of "
        "usage or CRM data",
        "KPIの実績（KPI、期間、値）が入ったCSVやブックを読み込みます（利用データやCRMの書き出しなど）" },
      offsetof(options, actuals) },
    { 0, "playbook", NULL,
      { "instead of the review, the support plan of one FILE: every countermeasure by phase and time",
        "見直しのレポートの代わりに、1つの FILE の打ち手をフェーズと時期の順に並べた標準サポートプランを作ります" },
      offsetof(options, playbook) },
    { 0, "by", "phase|owner",
      { "with --playbook: a part for each phase (the default), or for each department",
        "--playbook の並べ方を選びます。フェーズごと（既定）か担当部署ごとです" },
      offsetof(options, by) },
    { 0, "redact", NULL,
      { "leave out e-mail addresses and telephone numbers of people",
        "個人のメールアドレスと電話番号を伏せ字にします" },
      offsetof(options, redact) },
};

static const cj_opt form = { 'f', "format", "text|xlsx|html|md|json",
      { "text: for people (the default); xlsx: a workbook; html: a page to share or to print; "
        "md: Markdown; json: for programs",
        "text は人が読む形（既定）、xlsx はブック、html は共有・印刷用のページ、md は Markdown、"
        "json はプログラム用です" },
      offsetof(cj_shared, form) };
/* clang-format on */

static const char *const synopsis[] = { "[OPTIONS] [OLD ...] NEW [-o FILE]",
                                        "--playbook [--by owner] FILE [-o FILE]", NULL };
static const char *const exit_en[] = { "0", "reported", "2",
                                       "unreadable, no map in it, or wrong usage", NULL };
static const char *const exit_ja[] = {
    "0", "レポートを作りました", "2",
    "ファイルを読み取れない、マップがない、または使い方が正しくない", NULL
};
static const cj_example_line examples[] = {
    { "cjreport q2.xlsx q3.xlsx -o report.xlsx",
      { "the pack for the review meeting", "見直し会議の資料をブックで作ります" } },
    { "cjreport q1.xlsx q2.xlsx q3.xlsx -o report.html",
      { "over several versions, as a page to print",
        "複数の版を通したレポートを、印刷用のページで作ります" } },
    { "cjreport map.xlsx",
      { "KPIs and actions of one version", "1つの版のKPIと打ち手をまとめます" } },
    { "cjreport old.xlsx new.xlsx --actuals usage.csv -o report.xlsx",
      { "with the KPI figures of an export", "書き出したKPIの実績を反映します" } },
    { "cjreport --playbook --by owner map.xlsx -o plan.xlsx",
      { "who does what and when, a part for each department",
        "担当部署ごとの標準サポートプランを作ります" } },
    { "cjreport --quarter 2025Q3 --redact old.xlsx new.xlsx -f md",
      { "of that quarter, without contact data",
        "指定した四半期について、連絡先を伏せて出力します" } },
};

/* ---- reading ----------------------------------------------------------------------------------- */

/* The order of the command line holds; where the maps say otherwise, people should know. */
static void warn_order(const cj_run *run, const cj_review_version *version)
{
    static const cj_text says = {
        "this file looks older than the one before it ({0}); name the oldest first, the newest last",
        "1つ前に指定されたファイル（{0}）より古い版のようです。古いものから順に指定してください。"
    };
    cj_err err;
    size_t at;

    if (!cj_review_disorder(version, run->n_files, &at))
        return;
    cj_fail(&err, CJ_OK, says, version[at - 1].path, cj_str_of(NULL));
    cj_warn(run, run->file[at], &err, cj_says_in(run));
}

/* The figures of an export, for the newest version. */
static cj_rc add_actuals(cj_run *run, const cj_maps *maps, cj_err *err)
{
    const options *o = run->options;
    const char *path = cj_str_z(run->arena, o->actuals);
    cj_book *book;
    size_t i, k;

    if (cj_book_read(run->arena, path, &run->read, &book, err) != CJ_OK)
        return err->rc;
    for (i = 0; i < maps->n; i++) {
        cj_actuals_told told;

        if (cj_actuals_apply(run->arena, book, o->actuals, &maps->map[i], &told, err) !=
            CJ_OK)
            return err->rc;
        for (k = 0; k < told.n; k++) /* of several maps each has some of the KPIs */
            if (maps->n == 1 || told.told[k].kind != CJ_ACTUAL_NO_KPI)
                cj_warn(run, NULL, &told.told[k].says,
                        run->lang ? run->lang : maps->map[0].lang);
    }
    return CJ_OK;
}

/* The plan is of one file, and --by only of the plan. */
static cj_rc check_together(const cj_run *run, cj_err *err)
{
    static const cj_text many = {
        "--playbook takes one file: \"{0}\" is the second",
        "--playbook に指定できるファイルは1つです（2つ目:「{0}」）。"
    };
    static const cj_text alone = {
        "--by needs --playbook; add it, or leave --by out",
        "--by は --playbook と一緒に使います。--playbook を付けるか、"
        "--by を外してください。"
    };
    const options *o = run->options;
    cj_str none = { NULL, 0 };

    if (o->by && !o->playbook)
        return cj_fail(err, CJ_EUSAGE, alone, none, none);
    if (o->playbook && run->n_files > 1)
        return cj_fail(err, CJ_EUSAGE, many, cj_str_of(run->file[1]), none);
    return CJ_OK;
}

static cj_rc understand(const cj_run *run, cj_review_options *how, cj_err *err)
{
    static const cj_text none = {
        "no file is named; --help shows how",
        "ファイルを指定してください。使い方は --help で表示できます。"
    };
    static const cj_text no_date = {
        "--today cannot be \"{0}\"; write a date as 2025-10-01",
        "--today に「{0}」は指定できません。日付は 2025-10-01 の形で書いてください。"
    };
    const options *o = run->options;

    if (!run->n_files)
        return cj_fail(err, CJ_EUSAGE, none, cj_str_of(NULL), cj_str_of(NULL));
    if (check_together(run, err) != CJ_OK)
        return err->rc;
    *how = (cj_review_options){ .today = cj_date_today(),
                                .quarter = o->quarter,
                                .redact = o->redact > 0 };
    if (o->today.p && !cj_date_parse(o->today, &how->today))
        return cj_fail(err, CJ_EUSAGE, no_date, o->today, cj_str_of(NULL));
    return cj_review_check(how, err);
}

/* ---- the run ------------------------------------------------------------------------------------- */

static cj_rc put(cj_run *run, const cj_report *report, unsigned as, cj_err *err)
{
    cj_str bytes;

    if (!cj_form_is(run, as, "xlsx"))
        return cj_put_report(run, report, as, err);
    if (cj_book_bytes(run, cj_render_book(run->arena, report), CJ_XLSX, NULL, &bytes,
                      err) != CJ_OK)
        return err->rc;
    return cj_put_bytes(run, bytes, CJ_XLSX, err);
}

static cj_rc read_all(cj_run *run, cj_review_version **out, cj_err *err)
{
    cj_read_maps *read = CJ_NEW_N(run->arena, cj_read_maps, run->n_files);
    size_t i;

    if (cj_maps_read_all(run, run->file, run->n_files, read, err) != CJ_OK)
        return err->rc;
    *out = CJ_NEW_N(run->arena, cj_review_version, run->n_files);
    for (i = 0; i < run->n_files; i++)
        (*out)[i] = (cj_review_version){ cj_file_name(run->file[i]), &read[i].maps };
    return CJ_OK;
}

static cj_report *make(cj_run *run, const cj_review_options *how,
                       const cj_review_version *version)
{
    const options *o = run->options;
    const cj_playbook_options plan = { .lang = how->lang,
                                       .by_owner = o->by == BY_OWNER,
                                       .config = how->config };
    cj_report *out;

    if (!o->playbook)
        return cj_review_report(run->arena, how, version, run->n_files);
    out = cj_playbook_report(run->arena, &plan, version[0].path, version[0].maps);
    if (how->redact)
        cj_report_redact(run->arena, out, version[0].maps);
    return out;
}

static int report(cj_run *run)
{
    const options *o = run->options;
    cj_review_version *version = NULL;
    cj_review_options how;
    unsigned as;
    cj_err err;
    cj_rc rc = understand(run, &how, &err);

    if (rc == CJ_OK)
        rc = cj_reported_as(run, &as, &err);
    if (rc == CJ_OK)
        rc = read_all(run, &version, &err);
    if (rc == CJ_OK && o->actuals.p)
        rc = add_actuals(run, version[run->n_files - 1].maps, &err);
    if (rc == CJ_OK) {
        warn_order(run, version);
        how.lang = run->lang; /* which the settings may say */
        how.config = run->map.config;
        rc = put(run, make(run, &how, version), as, &err);
    }
    if (rc != CJ_OK)
        cj_complain(run, NULL, &err);
    return 0;
}

static const cj_tool cjreport = {
    .name = "cjreport",
    .purpose = { "makes the review pack of a journey map from its versions",
                 "ジャーニーマップの版を比べて、四半期見直しのレポートを作ります" },
    .synopsis = synopsis,
    .opts = opts,
    .n_opts = sizeof opts / sizeof *opts,
    .options_size = sizeof(options),
    .reads = true,
    .writes = true,
    .form = &form,
    .exit_en = exit_en,
    .exit_ja = exit_ja,
    .examples = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .run = report,
};

int main(int argc, char **argv)
{
    return cj_tool_main(&cjreport, argc, argv);
}
