/* cjfmt.c - any readable layout in, the standard one out; every text is kept. */
#include "common/tool.h"

typedef struct options {
    cj_str preset;
    unsigned check, diff, in_place, no_backup, keep_labels, transpose, explain, fix;
} options;

enum { FIX_NONE = 2 };

/* A row an option. */
/* clang-format off */
static const cj_opt opts[] = {
    { 0, "preset", "NAME|FILE",
      { "the rows, order, labels and phases of a template: a built-in one, or your team's "
        "own map; what it has no place for is kept below",
        "テンプレート（組み込みの名前、またはチームのマップ）の行・順序・項目名・フェーズにそろえます。"
        "該当しない行は下に残します" },
      offsetof(options, preset) },
    { 0, "check", NULL,
      { "write nothing; end with status 1 if a file would change",
        "書き込まずに調べ、変わるファイルがあれば終了コードを1にします" },
      offsetof(options, check) },
    { 0, "diff", NULL,
      { "write nothing; show what would change", "書き込まずに、変わるところを表示します" },
      offsetof(options, diff) },
    { 0, "in-place", NULL,
      { "replace the files themselves; each old one is kept as FILE.bak",
        "元のファイルを置き換えます。元の内容は FILE.bak に残します" },
      offsetof(options, in_place) },
    { 0, "no-backup", NULL,
      { "with --in-place: keep no FILE.bak", "--in-place で FILE.bak を残しません" },
      offsetof(options, no_backup) },
    { 0, "keep-labels", NULL,
      { "leave the labels as they are written", "項目名を書き換えません" },
      offsetof(options, keep_labels) },
    { 0, "transpose", NULL,
      { "phases one below the other instead of side by side",
        "フェーズを横ではなく縦に並べます" },
      offsetof(options, transpose) },
    { 0, "explain-moves", NULL,
      { "write nothing; show where every cell goes",
        "書き込まずに、各セルの移動先を表示します" },
      offsetof(options, explain) },
    { 0, "fix", "safe|none",
      { "fix what needs no judgement, such as half-width katakana and invisible characters "
        "(default: safe)",
        "半角カナや見えない文字など、判断のいらないものを直します（既定: safe）" },
      offsetof(options, fix) },
};

static const cj_opt lang = { 'l', "lang", "ja|en|keep",
      { "the language of labels and messages (default: labels stay in the map's language)",
        "項目名とメッセージの言語を選びます（既定: 項目名はマップの言語のまま）" },
      offsetof(cj_shared, lang) };
/* clang-format on */

static const char *const synopsis[] = { "[OPTIONS] FILE [-o FILE]",
                                        "--in-place [OPTIONS] FILE|DIR ...",
                                        "--check|--diff|--explain-moves FILE|DIR ...",
                                        NULL };
static const char *const exit_en[] = { "0",
                                       "written, or nothing to change",
                                       "1",
                                       "--check, --diff: a file would change",
                                       "2",
                                       "unreadable, no map in it, something would be lost, "
                                       "or wrong usage",
                                       NULL };
static const char *const exit_ja[] = {
    "0",
    "書き込みました、または変わるところがありません",
    "1",
    "--check・--diff で、変わるファイルがあります",
    "2",
    "ファイルを読み取れない、マップがない、失われる内容がある、または使い方が正しくない",
    NULL
};
static const cj_example_line examples[] = {
    { "cjfmt messy.xls -o clean.xlsx",
      { "a clean standard workbook", "標準の形に整えたブックを作ります" } },
    { "cjfmt --in-place map.csv",
      { "the file itself; map.csv.bak is the old one",
        "ファイルそのものを整え、元の内容を map.csv.bak に残します" } },
    { "cjfmt --preset team.csv map.xlsx -o out.xlsx",
      { "in the layout of your team's own template",
        "チームのテンプレートの形に整えます" } },
    { "cjfmt --explain-moves map.xlsx",
      { "where each cell goes", "各セルの移動先を表示します" } },
    { "cjfmt --check maps/", { "for a CI job", "CIで確認します" } },
};

/* One file on its way. */
typedef struct job {
    cj_run *run;
    const char *path;
    cj_lang says; /* of messages about it */
    cj_map *preset;
    const cj_book *book; /* as it was read, without the marks of cjlint */
    const cj_book *mended;
    cj_fixes fixes;
    cj_maps maps; /* of the mended book */
    cj_format format;
    cj_layout layout;
    cj_str bytes;
    bool changes;
} job;

/* ---- reading -------------------------------------------------------------------------------- */

static cj_rc mend(job *j, cj_err *err)
{
    const options *o = j->run->options;
    cj_arena *arena = j->run->arena;
    /* Whatever a map is judged by later, nothing is left that needs no judgement. */
    cj_lint_options lint = { .profile = CJ_OPERATIONAL,
                             .today = cj_date_today(),
                             .config = j->run->map.config };
    cj_edit *edits;
    size_t i;

    j->mended = j->book;
    if (o->fix == FIX_NONE)
        return CJ_OK;
    cj_fixes_safe(arena, &j->maps, &lint, &j->fixes);
    if (!j->fixes.n)
        return CJ_OK;
    edits = CJ_NEW_N(arena, cj_edit, j->fixes.n);
    for (i = 0; i < j->fixes.n; i++)
        edits[i] = j->fixes.at[i].edit;
    j->mended = cj_book_edited(arena, j->book, edits, j->fixes.n);
    return cj_maps_find(arena, j->mended, &j->run->map, &j->maps, err);
}

static cj_rc read(job *j, cj_err *err)
{
    cj_run *run = j->run;
    cj_book *book;

    if (cj_book_read(run->arena, j->path, &run->read, &book, err) != CJ_OK)
        return err->rc;
    j->book = cj_book_unmarked(run->arena, book);
    if (cj_maps_find(run->arena, j->book, &run->map, &j->maps, err) != CJ_OK)
        return err->rc;
    j->says = run->lang ? run->lang : j->maps.map[0].lang;
    cj_warn_book(run, j->book, j->path, j->says);
    return mend(j, err);
}

/* A CSV has room for one map. */
static cj_rc check_room(const job *j, cj_err *err)
{
    static const cj_text sheets = {
        "there are {0} maps in it, and a CSV has room for one; choose one with --sheet, "
        "or write .xlsx",
        "マップが{0}枚あり、CSVには1枚しか書けません。--sheet で選ぶか、.xlsx に書き込んでください。"
    };

    if (j->format == CJ_XLSX || j->maps.n == 1)
        return CJ_OK;
    return cj_fail(err, CJ_EUSAGE, sheets, cj_str_fmt(j->run->arena, "%zu", j->maps.n),
                   cj_str_of(NULL));
}

/* ---- what cannot be carried ------------------------------------------------------------------ */

/* Named, and then the file itself is never overwritten. */
static cj_rc check_carried(const job *j, cj_err *err)
{
    static const cj_text refused = {
        "the file stays as it is, because the new one would lack {0}; write the new one "
        "to another file with -o",
        "次のものが失われるため、元のファイルは変更していません: {0}。-o で別のファイルに書き込んで"
        "ください。"
    };
    const options *o = j->run->options;
    cj_str all =
        cj_not_carried(j->run->arena, j->book, o->in_place ? cj_says_in(j->run) : j->says);

    if (all.n && o->in_place)
        return cj_fail(err, CJ_EUSAGE, refused, all, cj_str_of(NULL));
    cj_warn_not_carried(j->run, j->path, j->book, j->says);
    return CJ_OK;
}

/* A file is replaced by one of its own kind, and only where there is a file. */
static cj_rc check_in_place(const job *j, cj_err *err)
{
    static const cj_text kind = {
        "--in-place cannot write {0} files; write a new workbook with -o, such as -o {1}",
        "--in-place では {0} 形式のまま保存できません。-o {1} のように、-o で新しいブックを指定して"
        "ください。"
    };
    static const cj_text pipe = {
        "--in-place needs a file; write what comes from standard input to a file with -o, "
        "or to standard output",
        "--in-place にはファイルが必要です。標準入力の場合は -o で保存先を指定するか、標準出力に"
        "書き出してください。"
    };
    const options *o = j->run->options;
    cj_str path = cj_str_of(j->path);
    size_t dot = path.n;

    if (!o->in_place)
        return CJ_OK;
    if (cj_str_eq(path, CJ_STR("-")))
        return cj_fail(err, CJ_EUSAGE, pipe, cj_str_of(NULL), cj_str_of(NULL));
    if (j->book->format != CJ_XLS && j->book->format != CJ_XLSM)
        return CJ_OK;
    while (dot > 0 && path.p[dot - 1] != '.' && path.p[dot - 1] != '/')
        dot--;
    path.n = dot > 0 && path.p[dot - 1] == '.' ? dot - 1 : path.n;
    return cj_fail(err, CJ_EUSAGE, kind,
                   cj_str_of(j->book->format == CJ_XLS ? ".xls" : ".xlsm"),
                   cj_str_fmt(j->run->arena, CJ_FMT ".xlsx", CJ_ARG(path)));
}

/* ---- one file -------------------------------------------------------------------------------- */

static void lay(job *j)
{
    const options *o = j->run->options;
    cj_layout_options how = { .stacked = j->format != CJ_XLSX,
                              .keep_labels = o->keep_labels > 0,
                              .transpose = o->transpose > 0,
                              .guide = true,
                              .blank = 5,
                              .preset = j->preset };

    if (j->run->shared.lang && j->run->shared.lang != CJ_LANG_KEPT)
        how.lang = j->run->lang;
    cj_layout_make(j->run->arena, &j->maps, &how, &j->layout);
}

/* The labels of a built-in template are in the language of the output. */
static cj_rc read_preset(job *j, cj_err *err)
{
    const options *o = j->run->options;
    bool asked = j->run->shared.lang && j->run->shared.lang != CJ_LANG_KEPT;

    if (!o->preset.p)
        return CJ_OK;
    return cj_read_template(j->run, o->preset, asked ? j->run->lang : j->maps.map[0].lang,
                            false, &j->preset, err);
}

/* A CSV is always written as UTF-8, and with the byte order mark that was asked for. */
static bool recoded(const job *j)
{
    const cj_book *book = j->book;
    unsigned bom = j->run->shared.bom;

    if (book->format != j->format || j->format == CJ_XLSX)
        return false;
    return !cj_str_eq(book->csv.encoding, CJ_STR("UTF-8")) ||
           (bom > 1 && book->csv.bom != (bom == 2));
}

static cj_rc make(job *j, cj_err *err)
{
    cj_run *run = j->run;

    if (read(j, err) != CJ_OK || check_in_place(j, err) != CJ_OK ||
        read_preset(j, err) != CJ_OK ||
        cj_written_as(run, j->book->format, &j->format, err) != CJ_OK ||
        check_room(j, err) != CJ_OK)
        return err->rc;
    lay(j);
    j->changes = recoded(j) || !cj_layout_same(run->arena, j->book, j->layout.book);
    if (cj_book_bytes(run, j->layout.book, j->format, j->book, &j->bytes, err) != CJ_OK ||
        cj_verify(run, &j->maps, &j->layout, j->mended, j->bytes, j->format, err) != CJ_OK)
        return err->rc;
    return check_carried(j, err);
}

static void print(const job *j, const cj_report *report)
{
    cj_render_options page = cj_page_of(j->run, stdout);

    cj_render_text(j->run->arena, report, &page, stdout, NULL);
}

static cj_rc put(job *j, cj_err *err)
{
    const options *o = j->run->options;
    cj_saving how = { .in_place = true, .backup = !o->no_backup };
    cj_rc rc;

    if (o->in_place && !j->changes)
        return CJ_OK;
    rc = o->in_place ? cj_save(j->run, j->path, j->bytes, &how, err)
                     : cj_put_bytes(j->run, j->bytes, j->format, err);
    if (rc == CJ_OK) {
        cj_tell_fixes(j->run, j->path, j->book, &j->fixes, j->says);
        cj_tell_written(j->run, j->path, j->book, &j->layout, j->format, j->says);
    }
    return rc;
}

static bool only_looks(const options *o)
{
    return o->check || o->diff || o->explain;
}

static void look(const job *j)
{
    static const cj_text would = { "would change", "整えると変わります" };
    const options *o = j->run->options;
    cj_arena *arena = j->run->arena;
    cj_str name = cj_file_name(j->path);

    if (o->explain)
        print(j, cj_moves_report(arena, j->says, name, j->book, &j->maps, &j->layout));
    if (o->diff && j->changes)
        print(j, cj_relaid_report(arena, j->says, name, j->book, &j->maps, &j->layout));
    if (o->check && !o->diff && j->changes)
        printf(CJ_FMT ": %s\n", CJ_ARG(name), cj_text_in(would, j->says));
}

static cj_rc format_file(cj_run *run, const char *path, void *changes, cj_err *err)
{
    const options *o = run->options;
    job j = { .run = run, .path = path };
    cj_rc rc = make(&j, err);

    if (rc == CJ_OK && only_looks(o))
        look(&j);
    else if (rc == CJ_OK)
        rc = put(&j, err);
    if (rc == CJ_OK && j.changes)
        *(bool *)changes = true;
    return rc;
}

/* ---- the run ---------------------------------------------------------------------------------- */

/* The option that makes the tool only look, as it was given. */
static const char *looking(const options *o)
{
    return o->check     ? "--check"
           : o->diff    ? "--diff"
           : o->explain ? "--explain-moves"
                        : NULL;
}

static cj_rc check_together(const cj_run *run, cj_err *err)
{
    static const cj_text both = {
        "--in-place writes to the file itself, so it cannot be combined with -o; leave out "
        "one of them",
        "--in-place は元のファイルに書き込むため、-o と一緒には使えません。どちらかを外してください。"
    };
    static const cj_text kind = {
        "--in-place keeps the kind of file, so it cannot be combined with -f; write to "
        "another file with -o",
        "--in-place はファイルの形式を変えないため、-f と一緒には使えません。形式を変えるときは -o "
        "で別のファイルを指定してください。"
    };
    static const cj_text looks = {
        "{0} writes nothing, so it cannot be combined with {1}; leave out one of them",
        "{0} は書き込みをしないため、{1} と一緒には使えません。どちらかを外してください。"
    };
    const options *o = run->options;
    cj_str no = { NULL, 0 };

    if (looking(o) && (o->in_place || run->shared.output.p))
        return cj_fail(err, CJ_EUSAGE, looks, cj_str_of(looking(o)),
                       cj_str_of(o->in_place ? "--in-place" : "-o"));
    if (o->in_place && run->shared.output.p)
        return cj_fail(err, CJ_EUSAGE, both, no, no);
    if (o->in_place && run->shared.form)
        return cj_fail(err, CJ_EUSAGE, kind, no, no);
    return CJ_OK;
}

static cj_rc check_usage(const cj_run *run, cj_err *err)
{
    static const cj_text none = {
        "no file is named; --help shows how",
        "ファイルを指定してください。使い方は --help で表示できます。"
    };
    static const cj_text many = {
        "there are {0} files, and only one can be written at a time; use --in-place for "
        "several",
        "ファイルが{0}件あります。一度に書き込めるのは1件です。複数のファイルには --in-place "
        "を使ってください。"
    };
    const options *o = run->options;
    cj_str no = { NULL, 0 };
    cj_format format;

    if (check_together(run, err) != CJ_OK)
        return err->rc;
    if (!run->n_files)
        return cj_fail(err, CJ_EUSAGE, none, no, no);
    if (run->n_files > 1 && !o->in_place && !only_looks(o))
        return cj_fail(err, CJ_EUSAGE, many, cj_str_fmt(run->arena, "%zu", run->n_files),
                       no);
    if (o->preset.p && cj_check_template(run, o->preset, err) != CJ_OK)
        return err->rc;
    return cj_written_as(run, CJ_XLSX, &format, err);
}

static int format(cj_run *run)
{
    const options *o = run->options;
    bool changes = false;
    cj_err err;

    run->read.extras = true;
    cj_expand_files(run);
    if (run->failed && !run->n_files)
        return 2;
    if (check_usage(run, &err) != CJ_OK) {
        cj_complain(run, NULL, &err);
        return 2;
    }
    cj_each_file(run, format_file, &changes);
    return changes && (o->check || o->diff);
}

static const cj_tool cjfmt = {
    .name = "cjfmt",
    .purpose = { "regenerates a journey map in the standard form; no text is lost",
                 "ジャーニーマップを標準の形に整えます（書かれた内容は失われません）" },
    .synopsis = synopsis,
    .opts = opts,
    .n_opts = sizeof opts / sizeof *opts,
    .options_size = sizeof(options),
    .reads = true,
    .writes = true,
    .lang = &lang,
    .exit_en = exit_en,
    .exit_ja = exit_ja,
    .examples = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .run = format,
};

int main(int argc, char **argv)
{
    return cj_tool_main(&cjfmt, argc, argv);
}
