/* cjdiff.c - says what changed from one journey map to another, phase by phase. */
#include "common/tool.h"
#include <string.h>
#include <sys/stat.h>

typedef struct options {
    cj_str only;
    unsigned by, all, stat, textconv, git_setup, git_remove, global;
} options;

/* A row an option. */
/* clang-format off */
static const cj_opt opts[] = {
    { 0, "by", "phase|element|kind|owner",
      { "what changes are gathered under: phases (the default), rows of the map, kinds of "
        "change, or owners",
        "変更をまとめる単位を選びます。フェーズ（既定）、項目、変更の種類、担当から選べます" },
      offsetof(options, by) },
    { 0, "only", "PARTS,…",
      { "only these parts: rows by id or label (goal, kpi, \"Pain Points\"), and meta, persona, "
        "phases, evidence, kpi, actions, history",
        "見る部分を絞ります。項目のIDか項目名（goal、kpi、課題・ペイン など）と、meta、persona、"
        "phases、evidence、kpi、actions、history を指定できます" },
      offsetof(options, only) },
    { 0, "stat", NULL,
      { "only how many changes there are, by phase and kind",
        "フェーズと種類ごとの件数だけを表示します" },
      offsetof(options, stat) },
    { 0, "all", NULL,
      { "also list what is only written another way (width, spaces, bullets, order); otherwise "
        "it is counted",
        "全角・半角、空白、行頭記号、並び順など、表記だけの違いも一覧に出します（既定では件数だけ）" },
      offsetof(options, all) },
    { 0, "textconv", NULL,
      { "print one FILE as lines of text, for git; always ends with 0 or 2",
        "1つの FILE を文字の行にして出力します（git用。終了コードは0か2です）" },
      offsetof(options, textconv) },
    { 0, "git-setup", NULL,
      { "make \"git diff\" show maps in this repository with cjdiff",
        "このリポジトリの git diff で、マップの変更を cjdiff で表示するよう設定します" },
      offsetof(options, git_setup) },
    { 0, "git-remove", NULL,
      { "undo --git-setup", "--git-setup の設定を取り消します" },
      offsetof(options, git_remove) },
    { 0, "global", NULL,
      { "with --git-setup, --git-remove: for all your repositories",
        "--git-setup・--git-remove を、自分のすべてのリポジトリに適用します" },
      offsetof(options, global) },
};

static const cj_opt form = { 'f', "format", "text|compact|json|md|html|csv|xlsx",
      { "text: for people (the default); compact: one line a change, for editors and grep; json: "
        "for programs; md: for pull requests; html: a page with the map and its changes drawn in; "
        "csv: a table; xlsx: a workbook of all that",
        "text は人が読む一覧（既定）、compact は1件1行、json はプログラム用、md はプルリクエスト用、"
        "html は変更をマップに描き込んだページ、csv は表、xlsx はそれらをまとめたブックです" },
      offsetof(cj_shared, form) };
/* clang-format on */

static const char *const synopsis[] = { "[OPTIONS] OLD NEW [-o FILE]", "--textconv FILE",
                                        "--git-setup|--git-remove [--global]", NULL };
static const char *const exit_en[] = { "0", "no differences",
                                       "1", "differences",
                                       "2", "unreadable, no map in it, or wrong usage",
                                       NULL };
static const char *const exit_ja[] = {
    "0", "変更はありません",
    "1", "変更があります",
    "2", "ファイルを読み取れない、マップがない、または使い方が正しくない",
    NULL
};
static const cj_example_line examples[] = {
    { "cjdiff q2.xlsx q3.xlsx",
      { "what changed since last quarter", "前の四半期からの変更点を表示します" } },
    { "cjdiff --only kpi,goal old.csv new.csv",
      { "only goals and KPIs", "顧客のゴールとKPIの変更だけを表示します" } },
    { "cjdiff --stat maps-q2/ maps-q3/",
      { "two folders, counted", "2つのフォルダーを比べて、件数を表示します" } },
    { "cjdiff old.xlsx new.xlsx -o changes.html",
      { "a page with the changes drawn into the map",
        "変更をマップに描き込んだページを作ります" } },
    { "cjdiff old.xlsx new.xlsx -o changes.xlsx",
      { "a workbook to go through in a meeting", "会議で確認するためのブックを作ります" } },
};

/* ---- reading ---------------------------------------------------------------------------------- */

/* The pairs of files of a command line. */
typedef struct comparing {
    cj_run *run;
    cj_compared *pair;
    size_t n, cap;
    cj_lang lang; /* of the first map that was read */
} comparing;

static cj_rc find_maps(comparing *c, const char *path, cj_maps *out, cj_err *err)
{
    cj_run *run = c->run;
    cj_book *book;
    cj_rc rc = cj_settle(run, path, &run->map.config, err);

    if (rc == CJ_OK)
        rc = cj_book_read(run->arena, path, &run->read, &book, err);
    if (rc == CJ_OK)
        rc = cj_maps_find(run->arena, book, &run->map, out, err);
    if (rc == CJ_OK)
        cj_warn_book(run, book, path, run->lang ? run->lang : out->map[0].lang);
    return rc;
}

static cj_rc compare(comparing *c, const char *old, const char *now, cj_err *err)
{
    cj_arena *arena = c->run->arena;
    cj_maps *maps = CJ_NEW_N(arena, cj_maps, 2);
    cj_diffs *diffs = CJ_NEW(arena, cj_diffs);
    cj_rc rc = find_maps(c, old, &maps[CJ_OLD], err);

    if (rc != CJ_OK)
        err->at.file = err->at.file.n ? err->at.file : cj_str_of(old);
    else if ((rc = find_maps(c, now, &maps[CJ_NEW], err)) != CJ_OK)
        err->at.file = err->at.file.n ? err->at.file : cj_str_of(now);
    if (rc != CJ_OK)
        return rc;
    cj_diff_books(arena, &maps[CJ_OLD], &maps[CJ_NEW], diffs);
    CJ_ROOM(arena, c->pair, c->n, c->cap);
    c->pair[c->n++] =
        (cj_compared){ { cj_file_name(old), cj_file_name(now) }, NULL, diffs };
    return CJ_OK;
}

/* ---- git ------------------------------------------------------------------------------------------ */

static cj_rc git(cj_run *run, cj_err *err)
{
    static const cj_text soon = { "this is not there yet", "この機能はまだありません。" };

    (void)run;
    return cj_fail(err, CJ_EUSAGE, soon, cj_str_of(NULL), cj_str_of(NULL));
}

/* ---- the tool ---------------------------------------------------------------------------------- */

static cj_rc check_usage(const cj_run *run, cj_err *err)
{
    static const cj_text two = {
        "two files are needed, the old and the new one; --help shows how",
        "古いファイルと新しいファイルの2つを指定してください。使い方は --help で表示できます。"
    };

    if (run->n_files != 2)
        return cj_fail(err, CJ_EUSAGE, two, cj_str_of(NULL), cj_str_of(NULL));
    return CJ_OK;
}

static cj_rc put(comparing *c, const cj_changes_options *how, unsigned form_, cj_err *err)
{
    cj_arena *arena = c->run->arena;
    const options *o = c->run->options;
    cj_str bytes;

    if (cj_form_is(c->run, form_, "csv")) {
        cj_book_bytes(c->run, cj_changes_book(arena, how, c->pair, c->n), CJ_CSV, NULL,
                      &bytes, err);
        return cj_put_bytes(c->run, bytes, CJ_CSV, err);
    }
    return cj_put_report(
        c->run,
        o->stat                                ? cj_changes_stat(arena, how, c->pair, c->n)
        : cj_form_is(c->run, form_, "compact") ? cj_changes_lines(arena, how, c->pair, c->n)
        : cj_form_is(c->run, form_, "html")    ? cj_changes_page(arena, how, c->pair, c->n)
                                            : cj_changes_report(arena, how, c->pair, c->n),
        form_, err);
}

static int diff(cj_run *run)
{
    const options *o = run->options;
    cj_changes_options how = { .lang = run->lang,
                               .by = o->by ? (cj_changes_by)(o->by - 1) : CJ_BY_PHASE,
                               .all = o->all > 0 };
    comparing c = { .run = run };
    unsigned as = 1;
    cj_err err;
    bool alone = o->textconv || o->git_setup || o->git_remove;
    cj_rc rc = alone ? git(run, &err) : check_usage(run, &err);

    if (rc == CJ_OK)
        rc = cj_changes_only_read(run->arena, o->only, &how.only, &err);
    if (rc == CJ_OK)
        rc = cj_reported_as(run, &as, &err);
    if (rc == CJ_OK)
        rc = compare(&c, run->file[0], run->file[1], &err);
    if (rc == CJ_OK)
        rc = put(&c, &how, as, &err);
    if (rc != CJ_OK)
        cj_complain(run, NULL, &err);
    return rc == CJ_OK && cj_changes_count(&how, c.pair, c.n) > 0;
}

static const cj_tool cjdiff = {
    .name = "cjdiff",
    .purpose = { "says what changed between two journey maps, phase by phase",
                 "2つのジャーニーマップの変更点を、フェーズごとに示します" },
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
    .run = diff,
};

int main(int argc, char **argv)
{
    return cj_tool_main(&cjdiff, argc, argv);
}
