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

/* One file that was read. */
typedef struct file {
    const char *path;
    cj_str name; /* below the folder that was named */
    cj_str id;   /* of the map, which copies of one map share; may be empty */
    cj_maps maps;
    const cj_err *error;
    bool paired;
} file;

typedef struct files {
    file *file;
    size_t n, cap, skipped;
} files;

/* What is compared, and what comes of it. */
typedef struct comparing {
    cj_run *run;
    files side[2];
    cj_compared *pair;
    size_t n, cap;
} comparing;

static file file_of(const char *path, const cj_read_maps *read)
{
    return (file){ .path = path,
                   .maps = read->maps,
                   .id = cj_book_property(read->book, CJ_STR("cjmap.id")) };
}

static void add_pair(comparing *c, const file *old, const file *now)
{
    const file *sides[2] = { old, now };
    cj_compared p = { .error = NULL };
    int i;

    for (i = 0; i < 2; i++) {
        p.path[i] = sides[i] ? cj_file_name(sides[i]->path) : CJ_STR("");
        p.error = p.error || !sides[i] ? p.error : sides[i]->error;
    }
    if (old && now && !p.error) {
        cj_diffs *diffs = CJ_NEW(c->run->arena, cj_diffs);

        cj_diff_books(c->run->arena, &old->maps, &now->maps, diffs);
        p.diffs = diffs;
    }
    CJ_ROOM(c->run->arena, c->pair, c->n, c->cap);
    c->pair[c->n++] = p;
}

static cj_rc compare_files(comparing *c, cj_err *err)
{
    const char **path = c->run->file;
    cj_read_maps read[2];
    file old, now;

    if (cj_maps_read_all(c->run, path, 2, read, err) != CJ_OK)
        return err->rc;
    old = file_of(path[CJ_OLD], &read[CJ_OLD]);
    now = file_of(path[CJ_NEW], &read[CJ_NEW]);
    add_pair(c, &old, &now);
    return CJ_OK;
}

/* ---- folders ---------------------------------------------------------------------------------- */

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* What cannot be read is named, and the others go on; what holds no map is left alone. */
static void take_file(comparing *c, files *into, const char *path, const char *folder)
{
    cj_str whole = cj_str_of(path), under = cj_str_of(folder);
    cj_read_maps read;
    file f = { .path = path };
    cj_err err;
    cj_rc rc = cj_maps_read(c->run, path, &read, &err);

    into->skipped += rc == CJ_ENOMAP;
    if (rc == CJ_ENOMAP)
        return;
    if (rc != CJ_OK) {
        cj_complain(c->run, path, &err);
        f.error = cj_err_copy(c->run->arena, &err);
    } else {
        f = file_of(path, &read);
    }
    f.name = cj_str_from(whole, under.n);
    while (cj_str_starts(f.name, CJ_STR("/")))
        f.name = cj_str_from(f.name, 1);
    CJ_ROOM(c->run->arena, into->file, into->n, into->cap);
    into->file[into->n++] = f;
}

static bool alone(const files *in, cj_str id)
{
    size_t i, n = 0;

    for (i = 0; i < in->n; i++)
        n += cj_str_eq(in->file[i].id, id);
    return n == 1;
}

/* The old file that the new one was: with the same map id, where no copy beside it has that too; else of
 * the same name. */
static file *partner(comparing *c, const file *now, bool by_id)
{
    files *old = &c->side[CJ_OLD];
    size_t i;

    if (by_id && (!now->id.n || !alone(old, now->id) || !alone(&c->side[CJ_NEW], now->id)))
        return NULL;
    for (i = 0; i < old->n; i++) {
        file *f = &old->file[i];

        if (!f->paired &&
            (by_id ? cj_str_eq(f->id, now->id) : cj_str_eq(f->name, now->name)))
            return f;
    }
    return NULL;
}

static void pair_files(comparing *c, const file **old_of)
{
    files *now = &c->side[CJ_NEW];
    size_t i, pass;

    for (pass = 0; pass < 2; pass++)
        for (i = 0; i < now->n; i++) {
            file *f = now->file[i].paired ? NULL : partner(c, &now->file[i], pass == 0);

            if (!f)
                continue;
            old_of[i] = f;
            f->paired = now->file[i].paired = true;
        }
}

/* By name; what is gone where it stood. */
static void compare_all(comparing *c)
{
    const files *old = &c->side[CJ_OLD], *now = &c->side[CJ_NEW];
    const file **old_of = CJ_NEW_N(c->run->arena, const file *, now->n + 1);
    size_t i, gone = 0;

    pair_files(c, old_of);
    for (i = 0; i <= now->n; i++) {
        for (; gone < old->n; gone++) {
            const file *f = &old->file[gone];

            if (!f->paired && i < now->n &&
                strcmp(cj_str_z(c->run->arena, f->name),
                       cj_str_z(c->run->arena, now->file[i].name)) > 0)
                break;
            if (!f->paired)
                add_pair(c, f, NULL);
        }
        if (i < now->n)
            add_pair(c, old_of[i], &now->file[i]);
    }
}

static void tell_skipped(const comparing *c)
{
    static const cj_text says = {
        "files without a journey map, left alone: {0}",
        "ジャーニーマップのないファイル{0}件は対象外としました。"
    };
    size_t n = c->side[CJ_OLD].skipped + c->side[CJ_NEW].skipped;
    cj_err what;

    cj_fail(&what, CJ_OK, says, cj_str_fmt(c->run->arena, "%zu", n), cj_str_of(NULL));
    if (n)
        cj_tell(c->run, NULL, &what, cj_says_in(c->run));
}

static cj_rc compare_folders(comparing *c, cj_err *err)
{
    static const cj_text nothing = {
        "there is no journey map in either folder",
        "どちらのフォルダーにもジャーニーマップがありません。"
    };
    cj_run *run = c->run;
    const char *new_folder = run->file[1];
    size_t i;

    cj_expand_files(run);
    for (i = 0; i < run->n_files; i++)
        take_file(c, &c->side[run->folder[i] == new_folder ? CJ_NEW : CJ_OLD], run->file[i],
                  run->folder[i]);
    tell_skipped(c);
    if (!c->side[CJ_OLD].n && !c->side[CJ_NEW].n)
        return cj_fail(err, CJ_ENOMAP, nothing, cj_str_of(NULL), cj_str_of(NULL));
    compare_all(c);
    return CJ_OK;
}

static cj_rc compare(comparing *c, cj_err *err)
{
    static const cj_text mixed = {
        "a folder can only be compared with a folder; \"{0}\" is none",
        "フォルダーはフォルダーとだけ比べられます（「{0}」はフォルダーではありません）。"
    };
    const char **named = c->run->file;
    bool folder[2] = { is_folder(named[0]), is_folder(named[1]) };

    if (folder[0] != folder[1])
        return cj_fail(err, CJ_EUSAGE, mixed, cj_file_name(named[folder[0] ? 1 : 0]),
                       cj_str_of(NULL));
    return folder[0] ? compare_folders(c, err) : compare_files(c, err);
}

/* ---- git ------------------------------------------------------------------------------------------ */

static cj_rc git(cj_run *run, cj_err *err)
{
    const options *o = run->options;

    if (o->git_setup)
        return cj_git_setup(run, o->global > 0, err);
    if (o->git_remove)
        return cj_git_remove(run, o->global > 0, err);
    return cj_textconv(run, err);
}

/* ---- the tool ---------------------------------------------------------------------------------- */

static cj_rc check_usage(const cj_run *run, cj_err *err)
{
    static const cj_text two = {
        "two files are needed, the old and the new one; --help shows how",
        "古いファイルと新しいファイルの2つを指定してください。使い方は --help で表示できます。"
    };
    static const cj_text once = {
        "only one of the two can be standard input (-)",
        "標準入力（-）は、2つのうちどちらか一方にだけ指定できます。"
    };

    if (run->n_files != 2)
        return cj_fail(err, CJ_EUSAGE, two, cj_str_of(NULL), cj_str_of(NULL));
    if (!strcmp(run->file[0], "-") && !strcmp(run->file[1], "-"))
        return cj_fail(err, CJ_EUSAGE, once, cj_str_of(NULL), cj_str_of(NULL));
    return CJ_OK;
}

/* All changes as a table in a CSV, or as a workbook with the map drawn. */
static cj_rc put_book(comparing *c, const cj_changes_options *how, cj_format format,
                      cj_err *err)
{
    cj_arena *arena = c->run->arena;
    cj_book *book =
        format == CJ_CSV
            ? cj_changes_book(arena, how, c->pair, c->n)
            : cj_render_book(arena, cj_changes_sheets(arena, how, c->pair, c->n));
    cj_str bytes;
    cj_rc rc = cj_book_bytes(c->run, book, format, NULL, &bytes, err);

    return rc == CJ_OK ? cj_put_bytes(c->run, bytes, format, err) : rc;
}

static cj_rc put(comparing *c, const cj_changes_options *how, unsigned as, cj_err *err)
{
    cj_arena *arena = c->run->arena;
    const options *o = c->run->options;
    cj_report *report;

    if (cj_form_is(c->run, as, "csv"))
        return put_book(c, how, CJ_CSV, err);
    if (cj_form_is(c->run, as, "xlsx"))
        return put_book(c, how, CJ_XLSX, err);
    if (o->stat)
        report = cj_changes_stat(arena, how, c->pair, c->n);
    else if (cj_form_is(c->run, as, "compact"))
        report = cj_changes_lines(arena, how, c->pair, c->n);
    else if (cj_form_is(c->run, as, "html"))
        report = cj_changes_page(arena, how, c->pair, c->n);
    else
        report = cj_changes_report(arena, how, c->pair, c->n);
    return cj_put_report(c->run, report, as, err);
}

static cj_rc compare_and_tell(comparing *c, cj_changes_options *how, cj_err *err)
{
    cj_run *run = c->run;
    const options *o = run->options;
    unsigned as = 1;
    cj_rc rc = check_usage(run, err);

    if (rc == CJ_OK)
        rc = cj_changes_only_read(run->arena, o->only, &how->only, err);
    if (rc == CJ_OK)
        rc = cj_reported_as(run, &as, err);
    if (rc == CJ_OK)
        rc = compare(c, err);
    how->lang = run->lang; /* which the settings may say */
    return rc == CJ_OK ? put(c, how, as, err) : rc;
}

static int diff(cj_run *run)
{
    const options *o = run->options;
    cj_changes_options how = { .by = o->by ? (cj_changes_by)(o->by - 1) : CJ_BY_PHASE,
                               .all = o->all > 0 };
    bool for_git = o->textconv || o->git_setup || o->git_remove;
    comparing c = { .run = run };
    cj_err err;
    cj_rc rc = for_git ? git(run, &err) : compare_and_tell(&c, &how, &err);

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
