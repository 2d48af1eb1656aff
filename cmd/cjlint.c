/* cjlint.c - checks journey maps and says what is missing or unsupported. */
#include "common/tool.h"
#include <errno.h>
#include <stdlib.h>

typedef struct options {
    unsigned profile, min_severity, fail_on, list_rules, show_config;
    cj_str today, select, ignore, severity, explain;
} options;

enum { TEXT = 1, JSON, JSONL, COMPACT, XLSX };
enum { NEVER = 4 }; /* of --fail-on */

/* A row an option. */
/* clang-format off */
static const cj_opt opts[] = {
    { 0, "profile", "draft|v1|operational",
      { "how much is expected (default: what the map says of its maturity, else v1)",
        "どこまで求めるかを選びます（既定: マップの「成熟度」、なければ v1）" },
      offsetof(options, profile) },
    { 0, "select", "RULES,…",
      { "check these rules only: ids, their beginnings, or names (CJ602, CJ5, "
        "fact-without-evidence)",
        "指定したルールだけを調べます。番号、その先頭、名前で指定します（CJ602、CJ5、"
        "fact-without-evidence）" },
      offsetof(options, select) },
    { 0, "ignore", "RULES,…",
      { "leave these rules out", "指定したルールを調べません" },
      offsetof(options, ignore) },
    { 0, "severity", "RULE=LEVEL,…",
      { "change a rule's severity: error, warning, info or off",
        "ルールの重大度を変えます。error（エラー）、warning（警告）、info（情報）、off（調べない）" },
      offsetof(options, severity) },
    { 0, "min-severity", "error|warning|info",
      { "show findings of at least this severity (default: info)",
        "この重大度以上の指摘だけを表示します（既定: info）" },
      offsetof(options, min_severity) },
    { 0, "fail-on", "error|warning|info|never",
      { "end with status 1 from this severity on (default: error)",
        "この重大度以上の指摘があれば終了コードを1にします（既定: error）" },
      offsetof(options, fail_on) },
    { 0, "today", "DATE",
      { "the date that deadlines are judged by, as 2025-10-01 (default: today)",
        "期限の判定に使う日付を 2025-10-01 の形で指定します（既定: 今日）" },
      offsetof(options, today) },
    { 0, "explain", "RULE",
      { "why a rule exists, with examples and how to mend a map",
        "ルールの理由、例、直し方を表示します" },
      offsetof(options, explain) },
    { 0, "list-rules", NULL,
      { "all rules with their severities", "すべてのルールと重大度を表示します" },
      offsetof(options, list_rules) },
    { 0, "show-config", NULL,
      { "the settings that hold for FILE (or here), and which file set them",
        "FILE（なければ現在のフォルダー）に適用される設定と、その設定元を表示します" },
      offsetof(options, show_config) },
};
/* clang-format off */
static const cj_opt formats = { 'f', "format", "text|json|jsonl|compact|xlsx",
    { "how findings are printed: text for people (the default); json; jsonl: one line a "
      "file; compact: one line a finding, for editors; xlsx: a copy of the workbook with the "
      "findings at their cells and in a list",
      "結果の形式を選びます。text は読みやすい形（既定）、json、jsonl は1ファイル1行、"
      "compact は1指摘1行（エディター用）、xlsx は指摘をセルと一覧に書き込んだブックのコピーです" },
    offsetof(cj_shared, form) };
/* clang-format on */

static const char *const synopsis[] = { "[OPTIONS] FILE|DIR|- ...",
                                        "-f xlsx -o COPY FILE|-",
                                        "--fix --in-place|--dry-run [OPTIONS] FILE|DIR ...",
                                        "--fix -o COPY [OPTIONS] FILE|-",
                                        "--explain RULE",
                                        "--list-rules",
                                        "--show-config [FILE]",
                                        NULL };
static const char *const exit_en[] = { "0", "no findings at or above --fail-on",
                                       "1", "findings at or above --fail-on",
                                       "2", "unreadable, no map in it, or wrong usage",
                                       NULL };
static const char *const exit_ja[] = {
    "0", "--fail-on 以上の指摘はありません",
    "1", "--fail-on 以上の指摘があります",
    "2", "ファイルを読み取れない、マップがない、または使い方が正しくない",
    NULL
};
static const cj_example_line examples[] = {
    { "cjlint map.xlsx", { "check a map", "マップを調べます" } },
    { "cjlint --profile draft maps/",
      { "every map in a folder, as first drafts",
        "フォルダー内のマップを下書きとして調べます" } },
    { "cjlint --ignore CJ506,TX map.csv",
      { "without one rule and a family of rules", "指定したルールを除いて調べます" } },
    { "cjlint --fail-on warning -f json map.xlsx",
      { "for a script or a CI job", "スクリプトやCIで使います" } },
    { "cjlint map.xlsx -o map-findings.xlsx",
      { "a copy of the workbook with the findings at their cells",
        "指摘をセルに書き込んだブックのコピーを作ります" } },
    { "cjlint --fix --in-place map.xlsx",
      { "mend what needs no judgement; map.xlsx.bak is the old one",
        "判断のいらないものを直し、元の内容を map.xlsx.bak に残します" } },
    { "cjlint --explain CJ602", { "what a rule means", "ルールの意味を調べます" } },
};

static cj_severity severity_of(unsigned choice)
{
    static const cj_severity of[] = { CJ_OFF, CJ_ERROR, CJ_WARNING, CJ_INFO };

    return of[choice];
}

static cj_severity fail_on(const options *o)
{
    return severity_of(o->fail_on && o->fail_on != NEVER ? o->fail_on : 1);
}

static cj_rc understand(cj_run *run, cj_lint_options *lint, cj_err *err)
{
    static const cj_text no_date = {
        "--today cannot be \"{0}\"; write a date as 2025-10-01",
        "--today に「{0}」は指定できません。日付は 2025-10-01 の形で書いてください。"
    };
    const options *o = run->options;

    *lint = (cj_lint_options){ .profile = (cj_profile)o->profile,
                               .today = cj_date_today(),
                               .select = o->select,
                               .ignore = o->ignore,
                               .severity = o->severity,
                               .min_severity = severity_of(o->min_severity) };
    if (o->today.p && !cj_date_parse(o->today, &lint->today))
        return cj_fail(err, CJ_EUSAGE, no_date, o->today, cj_str_of(NULL));
    return cj_lint_options_check(run->arena, lint, err);
}

/* What is not about a map has no lines, and no workbook to stand in. */
static cj_rc print(cj_run *run, const cj_report *report, unsigned form, cj_err *err)
{
    static const cj_text no_map = {
        "-f xlsx is for the findings of a map; use text or json here",
        "-f xlsx はマップの指摘のための形式です。ここでは text か json を指定してください。"
    };

    if (form == XLSX)
        return cj_fail(err, CJ_EUSAGE, no_map, cj_str_of(NULL), cj_str_of(NULL));
    return cj_put_report(run, report,
                         form == JSONL     ? JSON
                         : form == COMPACT ? TEXT
                                           : form,
                         err);
}

static cj_rc explain(cj_run *run, const cj_lint_options *lint, unsigned form, cj_err *err)
{
    static const cj_text plain = {
        "there is no rule \"{0}\"; --list-rules shows them all",
        "ルール「{0}」はありません。--list-rules で一覧を表示できます。"
    };
    static const cj_text meant = { "there is no rule \"{0}\"; did you mean \"{1}\"?",
                                   "ルール「{0}」はありません。「{1}」のことでしょうか。" };
    const options *o = run->options;
    const cj_rule_info *rule = cj_rule_by_name(o->explain);
    const char *near = rule ? NULL : cj_rule_closest(o->explain);

    if (!rule)
        return cj_fail(err, CJ_EUSAGE, near ? meant : plain, o->explain, cj_str_of(near));
    return print(run, cj_rule_report(run->arena, cj_says_in(run), lint, rule), form, err);
}

/* ---- checking files -------------------------------------------------------------------------- */

/* A run over files. What one of them needs lives in `arena`, which is reset after its output. */
typedef struct checking {
    cj_run *run;
    const cj_lint_options *lint;
    unsigned form;
    cj_findings_options how;
    cj_arena *arena;
    cj_tally tally;
    cj_pieces to;
    cj_checked *held; /* could not be checked, and came before any that could */
    size_t n_held, cap_held;
    bool begun;              /* something was printed */
    int cut_off;             /* errno of a write that failed: nothing more can be printed */
    size_t of_folder;        /* files of the folder at hand that were not skipped */
    bool found;              /* something at or above --fail-on */
    const cj_config *config; /* of the file at hand */
    bool given_up;           /* what the team has settled cannot be understood */
} checking;

static void put(checking *c, cj_piece piece, const cj_report *report)
{
    cj_render_options page = cj_page_of(c->run, c->to.out);
    cj_rc rc;

    if (c->form == JSON)
        rc = cj_render_json_piece(c->arena, report, piece, &c->to, NULL);
    else if (c->form == JSONL)
        rc = cj_render_jsonl_piece(c->arena, report, piece, &c->to, NULL);
    else if (c->form == COMPACT)
        rc = cj_render_compact_piece(c->arena, report, &c->to, NULL);
    else
        rc = cj_render_text_piece(c->arena, report, &page, &c->to, NULL);
    if (rc != CJ_OK)
        c->cut_off = errno;
}

static void put_file(checking *c, const cj_checked *file)
{
    put(c, CJ_PIECE_BODY, cj_findings_of_file(c->arena, &c->how, file, &c->tally));
}

/* The language of the first map is that of the whole report. */
static void begin(checking *c, cj_lang lang)
{
    size_t i;

    c->begun = true;
    c->how.lang = c->how.lang ? c->how.lang : lang;
    put(c, CJ_PIECE_HEAD, cj_findings_head(c->arena));
    for (i = 0; i < c->n_held; i++)
        put_file(c, &c->held[i]);
}

static void hold(checking *c, const cj_checked *file)
{
    cj_arena *arena = c->run->arena;

    CJ_ROOM(arena, c->held, c->n_held, c->cap_held);
    c->held[c->n_held] = *file;
    c->held[c->n_held++].error = cj_err_copy(arena, file->error);
}

/* What the team has settled for the file; its names are checked once for each configuration. */
static bool settle(checking *c, const char *path)
{
    const cj_config *config = c->config;
    cj_lint_options lint = *c->lint;
    cj_err err;

    if (cj_settle(c->run, path, &lint.config, &err) != CJ_OK ||
        (lint.config != config &&
         cj_lint_options_check(c->run->arena, &lint, &err) != CJ_OK)) {
        cj_complain(c->run, NULL, &err);
        c->given_up = true;
        return false;
    }
    c->config = c->run->map.config = lint.config;
    c->how.lang = c->begun ? c->how.lang : c->run->lang;
    return true;
}

static cj_rc find_maps(checking *c, const char *path, cj_maps *maps, cj_err *err)
{
    cj_run *run = c->run;
    cj_lint_options lint = *c->lint;
    cj_book *book;

    lint.config = c->config;
    if (run->shared.mend.fix)
        return cj_mend_file(run, c->arena, path, &lint, maps, err);
    if (cj_book_read(c->arena, path, &run->read, &book, err) != CJ_OK ||
        cj_maps_find(c->arena, book, &run->map, maps, err) != CJ_OK)
        return err->rc;
    cj_warn_book(run, book, path, run->lang ? run->lang : maps->map[0].lang);
    return CJ_OK;
}

static void check_maps(checking *c, cj_checked *file, const cj_maps *maps)
{
    cj_lint_result *results = CJ_NEW_N(c->arena, cj_lint_result, maps->n);
    cj_lint_options lint = *c->lint;
    size_t i;

    lint.config = c->config;
    for (i = 0; i < maps->n; i++)
        cj_lint_run(c->arena, &maps->map[i], &lint, &results[i]);
    file->maps = results;
    file->n_maps = maps->n;
    c->found = c->found || cj_findings_count(file, fail_on(c->run->options)) > 0;
    if (c->run->shared.mend.dry_run)
        return; /* it was shown what is left */
    if (!c->begun)
        begin(c, maps->map[0].lang);
    put_file(c, file);
}

static void skip(checking *c, const char *path)
{
    static const cj_text says = { "skipped: no journey map in it",
                                  "ジャーニーマップがないため飛ばしました。" };
    cj_err err;

    cj_fail(&err, CJ_OK, says, cj_str_of(NULL), cj_str_of(NULL));
    cj_remark(c->run, path, &err, c->how.lang ? c->how.lang : CJ_EN);
    c->tally.skipped++;
}

/* A file that cannot be checked is named on stderr and in the report; the others go on. */
static void check_file(checking *c, const char *path, bool named)
{
    cj_checked file = { .path = cj_str_of(path) };
    cj_maps maps;
    cj_err err;
    cj_rc rc;

    if (!settle(c, path))
        return;
    rc = find_maps(c, path, &maps, &err);
    c->of_folder++;
    if (rc == CJ_OK) {
        check_maps(c, &file, &maps);
    } else if (rc == CJ_ENOMAP && !named) {
        skip(c, path);
        c->of_folder--;
    } else {
        cj_complain(c->run, path, &err);
        file.error = &err;
        if (c->begun)
            put_file(c, &file);
        else
            hold(c, &file);
    }
}

static void complain_of_folder(checking *c, const char *folder, size_t n)
{
    static const cj_text says = {
        "no journey map in this folder (files checked: {0}); name a file to learn why it is "
        "not taken for one",
        "このフォルダーにはジャーニーマップがありません（調べたファイル {0}件）。"
        "ファイルを指定すると、マップと見なさない理由を表示します。"
    };
    char count[24];
    cj_err err;

    snprintf(count, sizeof count, "%zu", n);
    cj_fail(&err, CJ_ENOMAP, says, cj_str_of(count), cj_str_of(NULL));
    cj_complain(c->run, folder, &err);
}

/* The files of a folder stand side by side. */
static void check_files(checking *c)
{
    const cj_run *run = c->run;
    size_t i, first = 0;

    for (i = 0; i < run->n_files && !c->cut_off && !c->given_up; i++) {
        const char *folder = run->folder[i];
        bool last = i + 1 == run->n_files || run->folder[i + 1] != folder;

        check_file(c, run->file[i], !folder);
        cj_arena_reset(c->arena);
        if (!last)
            continue;
        if (folder && !c->of_folder && !c->given_up)
            complain_of_folder(c, folder, i + 1 - first);
        c->of_folder = 0;
        first = i + 1;
    }
}

/* What is printed goes to stdout, or is kept for a file that is written at once. */
static cj_rc finish(checking *c, char **text, size_t *n, cj_err *err)
{
    cj_rc rc = CJ_OK;

    if (!*text && c->to.out == stdout)
        return CJ_OK;
    fclose(c->to.out);
    if (c->begun && !c->cut_off)
        rc = cj_put_bytes(c->run, (cj_str){ *text, *n }, CJ_CSV, err);
    free(*text);
    return rc;
}

/* One file that cannot be read is told on stderr alone; of several, the report says which. */
static cj_rc check(cj_run *run, const cj_lint_options *lint, unsigned form, int *status,
                   cj_err *err)
{
    const options *o = run->options;
    bool to_file = run->shared.output.n && !run->shared.mend.fix &&
                   !cj_str_eq(run->shared.output, CJ_STR("-"));
    char *text = NULL;
    size_t n = 0;
    checking c = { .run = run,
                   .lint = lint,
                   .form = form,
                   .how = { run->lang, run->shared.verbose > 0, form == COMPACT },
                   .to = { to_file ? open_memstream(&text, &n) : stdout, 0 } };
    cj_rc rc;

    c.arena = cj_arena_new(0);
    check_files(&c);
    if (!c.begun && c.n_held > 1)
        begin(&c, CJ_EN);
    if (c.begun && !c.cut_off)
        put(&c, CJ_PIECE_TAIL, cj_findings_summary(c.arena, &c.how, &c.tally));
    *status = o->fail_on != NEVER && c.found;
    cj_arena_free(c.arena);
    rc = finish(&c, &text, &n, err);
    errno = c.cut_off; /* for the one who tells it */
    return rc;
}

/* The copy with the findings in it, or the findings alone. */
static cj_rc check_or_annotate(cj_run *run, const cj_lint_options *lint, unsigned form,
                               int *status, cj_err *err)
{
    static const cj_text none = {
        "no file is named; --help shows how",
        "ファイルを指定してください。使い方は --help で表示できます。"
    };
    const options *o = run->options;
    bool found = false;
    cj_rc rc;

    if (!run->n_files)
        return cj_fail(err, CJ_EUSAGE, none, cj_str_of(NULL), cj_str_of(NULL));
    if (form != XLSX || run->shared.mend.fix)
        cj_expand_files(run);
    rc = cj_mending_check(run, form, err);
    if (rc != CJ_OK || form != XLSX)
        return rc == CJ_OK ? check(run, lint, form, status, err) : rc;
    rc = cj_annotate_file(run, lint, fail_on(o), &found, err);
    *status = o->fail_on != NEVER && found;
    return rc;
}

/* For --explain, --list-rules and --show-config: what holds for the file, or here. */
static cj_rc settle_alone(cj_run *run, cj_lint_options *lint, cj_err *err)
{
    cj_rc rc = cj_settle(run, run->n_files ? run->file[0] : NULL, &lint->config, err);

    return rc == CJ_OK ? cj_lint_options_check(run->arena, lint, err) : rc;
}

static cj_rc tell(cj_run *run, const cj_lint_options *how, unsigned form, int *status,
                  cj_err *err)
{
    const options *o = run->options;
    cj_lang lang = cj_says_in(run);

    if (o->show_config)
        return print(run, cj_settings_report(run->arena, lang, how->config), form, err);
    if (o->explain.p)
        return explain(run, how, form, err);
    if (o->list_rules)
        return print(run, cj_rules_report(run->arena, lang, how), form, err);
    return check_or_annotate(run, how, form, status, err);
}

static int lint(cj_run *run)
{
    const options *o = run->options;
    cj_lint_options how;
    cj_err err;
    int status = 0;
    unsigned form;
    cj_rc rc = cj_reported_as(run, &form, &err);

    if (rc == CJ_OK)
        rc = understand(run, &how, &err);
    if (rc == CJ_OK && (o->explain.p || o->list_rules || o->show_config))
        rc = settle_alone(run, &how, &err);
    if (rc == CJ_OK)
        rc = tell(run, &how, form, &status, &err);
    if (rc != CJ_OK)
        cj_complain(run, NULL, &err);
    return status;
}

static const cj_tool cjlint = {
    .name = "cjlint",
    .purpose = { "checks customer journey maps and says how to mend them",
                 "カスタマージャーニーマップを点検し、直し方を示します" },
    .synopsis = synopsis,
    .opts = opts,
    .n_opts = sizeof opts / sizeof *opts,
    .options_size = sizeof(options),
    .reads = true,
    .writes = true,
    .mends = true,
    .form = &formats,
    .exit_en = exit_en,
    .exit_ja = exit_ja,
    .examples = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .run = lint,
};

int main(int argc, char **argv)
{
    return cj_tool_main(&cjlint, argc, argv);
}
