/* mend.c - a file is mended: its cells are edited in its own bytes, read again, and only then saved. */
#include "tool.h"

enum { MOST_ROUNDS = 8 }; /* what one fix uncovers, the next may mend */

/* One file on its way. */
typedef struct job {
    cj_run *run;
    const cj_mending *how;
    const cj_lint_options *lint;
    const char *path;
    cj_lang says; /* of messages about it */
    cj_str bytes, made;
    cj_book *book, *want; /* as it was read, and with the edits */
    cj_maps maps;
    cj_fixes fixes;
    cj_edit *edit; /* one a fix */
} job;

static const cj_str none = { NULL, 0 };

static bool is_csv(const cj_book *book)
{
    return book->format == CJ_CSV || book->format == CJ_TSV;
}

/* ---- what may be asked together ----------------------------------------------------------------------- */

static cj_rc check_alone(const cj_mending *how, cj_err *err)
{
    static const cj_text says = {
        "{0} goes with --fix; add --fix, or leave it out",
        "{0} は --fix と一緒に使います。--fix を付けるか、{0} を外してください。"
    };
    static const cj_text backup = {
        "--no-backup goes with --in-place; add --in-place, or leave it out",
        "--no-backup は --in-place と一緒に使います。--in-place を付けるか、--no-backup を外してください。"
    };
    const char *which = how->unsafe      ? "--unsafe"
                        : how->dry_run   ? "--dry-run"
                        : how->in_place  ? "--in-place"
                        : how->no_backup ? "--no-backup"
                                         : NULL;

    if (!how->fix && which)
        return cj_fail(err, CJ_EUSAGE, says, cj_str_of(which), none);
    if (how->no_backup && !how->in_place)
        return cj_fail(err, CJ_EUSAGE, backup, none, none);
    return CJ_OK;
}

static cj_rc check_target(const cj_run *run, const cj_mending *how, cj_err *err)
{
    static const cj_text missing = {
        "--fix needs to know where to write: --in-place changes the file itself and keeps the old one as "
        "FILE.bak, -o FILE makes a mended copy, --dry-run only shows what would change",
        "--fix の書き込み先を指定してください。--in-place は元のファイルを直し（元の内容は FILE.bak に"
        "残します）、-o FILE は直したコピーを作り、--dry-run は変わるところを表示するだけです。"
    };
    static const cj_text both = {
        "{0} and {1} cannot be combined; leave out one of them",
        "{0} と {1} は一緒に使えません。どちらかを外してください。"
    };
    bool to_file = run->shared.output.p != NULL;

    if (how->dry_run && (how->in_place || to_file))
        return cj_fail(err, CJ_EUSAGE, both, CJ_STR("--dry-run"),
                       how->in_place ? CJ_STR("--in-place") : CJ_STR("-o"));
    if (how->in_place && to_file)
        return cj_fail(err, CJ_EUSAGE, both, CJ_STR("--in-place"), CJ_STR("-o"));
    if (!how->dry_run && !how->in_place && !to_file)
        return cj_fail(err, CJ_EUSAGE, missing, none, none);
    return CJ_OK;
}

static cj_rc check_form(const cj_run *run, const cj_mending *how, unsigned form,
                        cj_err *err)
{
    static const cj_text copy = {
        "--fix and -f xlsx cannot be combined; mend the file first, then make the copy with the findings of "
        "the mended one",
        "--fix と -f xlsx は一緒に使えません。先に --fix で直し、直したファイルから指摘入りのコピーを"
        "作ってください。"
    };
    static const cj_text lines = {
        "--dry-run shows what would change as text, or with -f json for one file; leave out -f",
        "--dry-run の形式は text（1ファイルなら json も可）です。-f を外してください。"
    };

    if (cj_form_is(run, form, "xlsx"))
        return cj_fail(err, CJ_EUSAGE, copy, none, none);
    if (how->dry_run && !cj_form_is(run, form, "text") &&
        !(cj_form_is(run, form, "json") && run->n_files == 1))
        return cj_fail(err, CJ_EUSAGE, lines, none, none);
    return CJ_OK;
}

static cj_rc check_files(const cj_run *run, cj_err *err)
{
    static const cj_text many = {
        "there are {0} files, and -o names one; use --in-place for several",
        "ファイルが{0}件あります。-o で書き込めるのは1件です。複数のファイルには --in-place を使って"
        "ください。"
    };
    static const cj_text pipe = {
        "with --fix standard output is for the findings; name a file with -o",
        "--fix では標準出力に指摘を表示します。-o にはファイル名を指定してください。"
    };

    if (run->shared.output.p && run->n_files > 1)
        return cj_fail(err, CJ_EUSAGE, many, cj_str_fmt(run->arena, "%zu", run->n_files),
                       none);
    if (cj_str_eq(run->shared.output, CJ_STR("-")))
        return cj_fail(err, CJ_EUSAGE, pipe, none, none);
    return CJ_OK;
}

cj_rc cj_mending_check(const cj_run *run, unsigned form, cj_err *err)
{
    const cj_mending *how = &run->shared.mend;
    cj_rc rc = check_alone(how, err);

    if (rc != CJ_OK || !how->fix)
        return rc;
    rc = check_target(run, how, err);
    if (rc == CJ_OK)
        rc = check_form(run, how, form, err);
    return rc == CJ_OK ? check_files(run, err) : rc;
}

/* ---- where it may go ---------------------------------------------------------------------------------- */

static cj_rc check_in_place(const job *j, cj_err *err)
{
    static const cj_text pipe = {
        "--in-place needs a file; write what comes from standard input to a file with -o",
        "--in-place にはファイルが必要です。標準入力の場合は -o で保存先を指定してください。"
    };
    static const cj_text old = {
        "--in-place cannot write .xls files; write a new workbook with -o, such as -o {0}",
        "--in-place では .xls 形式のまま保存できません。-o {0} のように、-o で新しいブックを指定して"
        "ください。"
    };
    cj_str path = cj_str_of(j->path);

    if (cj_str_eq(path, CJ_STR("-")))
        return cj_fail(err, CJ_EUSAGE, pipe, none, none);
    if (j->book->format != CJ_XLS)
        return CJ_OK;
    if (cj_name_ends(path, ".xls"))
        path.n -= 4;
    return cj_fail(err, CJ_EUSAGE, old,
                   cj_str_fmt(j->run->arena, CJ_FMT ".xlsx", CJ_ARG(path)), none);
}

/* The copy is of the kind of the file, and called so. */
static cj_rc check_name(const job *j, cj_err *err)
{
    static const cj_text csv = {
        "the mended copy of a CSV is a CSV, so its name cannot be {0}; cjfmt makes a workbook of it",
        "CSVを直したコピーはCSVなので、{0} という名前にはできません。ブックにするには cjfmt を使って"
        "ください。"
    };
    static const cj_text book = {
        "the mended copy is a workbook, and Excel opens it only by a name that ends in {1}; {0} does not",
        "直したコピーはブックなので、名前の末尾は {1} にしてください（{0} ではExcelで開けません）。"
    };
    cj_str name = j->run->shared.output;
    const char *ending = j->book->format == CJ_XLSM ? ".xlsm" : ".xlsx";

    if (!name.p)
        return CJ_OK;
    if (is_csv(j->book))
        return cj_name_ends(name, ".xlsx") || cj_name_ends(name, ".xlsm") ||
                       cj_name_ends(name, ".xls")
                   ? cj_fail(err, CJ_EUSAGE, csv, name, none)
                   : CJ_OK;
    return cj_name_ends(name, ending)
               ? CJ_OK
               : cj_fail(err, CJ_EUSAGE, book, name, cj_str_of(ending));
}

/* ---- reading and mending ------------------------------------------------------------------------------ */

static cj_rc read(job *j, cj_err *err)
{
    cj_run *run = j->run;

    run->read.extras = true;
    if (cj_file_bytes(run->arena, j->path, &run->read, &j->bytes, err) != CJ_OK ||
        cj_book_parse(run->arena, j->bytes, cj_str_of(j->path), &run->read, &j->book,
                      err) != CJ_OK ||
        cj_maps_find(run->arena, j->book, &run->map, &j->maps, err) != CJ_OK)
        return err->rc;
    j->says = run->lang ? run->lang : j->maps.map[0].lang;
    cj_warn_book(run, j->book, j->path, j->says);
    if (j->how->in_place && check_in_place(j, err) != CJ_OK)
        return err->rc;
    return check_name(j, err);
}

static void make_edits(job *j)
{
    size_t i;

    j->edit = CJ_NEW_N(j->run->arena, cj_edit, j->fixes.n + 1);
    for (i = 0; i < j->fixes.n; i++)
        j->edit[i] = j->fixes.at[i].edit;
    j->want = cj_book_edited(j->run->arena, j->book, j->edit, j->fixes.n);
}

/* One more step, in the book as it would be by now; false: nothing is left to do. */
static bool step(job *j, const cj_maps *maps)
{
    cj_arena *arena = j->run->arena;
    cj_fixes more;

    cj_fixes_unsafe(arena, maps, j->lint, &more);
    if (!more.n)
        cj_fixes_safe(arena, maps, j->lint, &more);
    if (!more.n)
        return false;
    cj_fixes_join(arena, &j->fixes, &more);
    make_edits(j);
    return true;
}

/* What is safe and then what is not, until neither has anything left to do; but not so far that nobody would
 * take what is left for a map. */
static void find_fixes(job *j)
{
    cj_fixes before;
    cj_maps maps;
    unsigned round;

    cj_fixes_safe(j->run->arena, &j->maps, j->lint, &j->fixes);
    make_edits(j);
    before = j->fixes;
    for (round = 0; j->how->unsafe && round < MOST_ROUNDS; round++) {
        if (cj_maps_find(j->run->arena, j->want, &j->run->map, &maps, NULL) != CJ_OK) {
            j->fixes = before;
            make_edits(j);
            return;
        }
        before = j->fixes;
        if (!step(j, &maps))
            return;
    }
}

static cj_rc write_bytes(job *j, cj_err *err)
{
    cj_run *run = j->run;

    if (j->book->format != CJ_XLS)
        return cj_patch(run->arena, j->bytes, cj_str_of(j->path), &run->read, j->edit,
                        j->fixes.n, &j->made, err);
    cj_warn_not_carried(run, j->path, j->book, j->says);
    return cj_book_bytes(run, j->want, CJ_XLSX, NULL, &j->made, err);
}

/* ---- is it all there ---------------------------------------------------------------------------------- */

/* A formula may say nothing, and a new workbook has no cell for that. */
static const cj_book_cell *next_said(const cj_sheet *s, size_t *at)
{
    while (*at < s->n_cells) {
        const cj_book_cell *c = cj_sheet_cell(s, (*at)++);

        if (c->value != CJ_V_EMPTY && (c->value != CJ_V_TEXT || c->text.n))
            return c;
    }
    return NULL;
}

static bool same_cell(cj_arena *arena, const cj_book *a, const cj_book_cell *x,
                      const cj_book *b, const cj_book_cell *y)
{
    return x->row == y->row && x->col == y->col &&
           cj_str_eq(cj_book_cell_text(arena, a, x), cj_book_cell_text(arena, b, y));
}

/* The first cell of a sheet that is not as it should be. */
static bool differ(cj_arena *arena, const cj_book *want, const cj_book *got, size_t sheet,
                   cj_pos *at)
{
    const cj_sheet *s = &want->sheets[sheet], *t = &got->sheets[sheet];
    size_t i = 0, k = 0;

    for (;;) {
        const cj_book_cell *x = next_said(s, &i), *y = next_said(t, &k);

        if (!x && !y && s->n_notes <= t->n_notes && s->n_links <= t->n_links)
            return false;
        if (x && y && same_cell(arena, want, x, got, y))
            continue;
        at->sheet = is_csv(want) ? none : s->name;
        at->row = x ? x->row : y ? y->row : 0;
        at->col = x ? x->col : y ? y->col : 0;
        return true;
    }
}

/* Read as anybody will read it. */
static cj_rc verify(job *j, cj_maps *out, cj_err *err)
{
    static const cj_text says = {
        "nothing was written: the file would not read back as it should; please report this file",
        "書き込みを中止しました。書き込んだ内容を正しく読み戻せません。このファイルを添えてご報告ください。"
    };
    cj_run *run = j->run;
    cj_read_options how = run->read;
    cj_pos at = { .file = cj_str_of(j->path) };
    cj_book *again;
    size_t i;
    bool differs;

    if (j->book->format == CJ_XLS)
        how.delimiter = 0;
    if (cj_book_parse(run->arena, j->made, cj_str_of(j->path), &how, &again, err) != CJ_OK)
        return err->rc;
    differs = again->n_sheets != j->want->n_sheets;
    for (i = 0; !differs && i < again->n_sheets; i++)
        differs = differ(run->arena, j->want, again, i, &at);
    if (!differs)
        return cj_maps_find(run->arena, again, &run->map, out, err);
    cj_fail(err, CJ_EFORMAT, says, none, none);
    err->at = at;
    return CJ_EFORMAT;
}

/* ---- telling and saving -------------------------------------------------------------------------------- */

static cj_tally left_of(const job *j, const cj_maps *maps)
{
    cj_arena *arena = j->run->arena;
    cj_lint_result *results = CJ_NEW_N(arena, cj_lint_result, maps->n);
    cj_checked file = { .path = cj_str_of(j->path), .maps = results, .n_maps = maps->n };
    size_t i;

    for (i = 0; i < maps->n; i++)
        cj_lint_run(arena, &maps->map[i], j->lint, &results[i]);
    return cj_findings_tally(arena, &file);
}

static cj_rc show(const job *j, const cj_maps *mended, cj_err *err)
{
    cj_tally left = left_of(j, mended);
    cj_report *report = cj_mended_report(j->run->arena, j->says, cj_file_name(j->path),
                                         &j->maps, &j->fixes, &left);

    return cj_put_report(j->run, report, j->run->shared.form ? j->run->shared.form : 1,
                         err);
}

static void tell_nothing(const job *j)
{
    static const cj_text says = {
        "nothing to fix; the file stays as it is",
        "自動で直せるところはありません。ファイルはそのままです。"
    };
    static const cj_text copy = {
        "nothing to fix; the copy says the same",
        "自動で直せるところはありません。コピーの内容は同じです。"
    };
    cj_err what;

    cj_fail(&what, CJ_OK, j->run->shared.output.p ? copy : says, none, none);
    cj_tell(j->run, j->path, &what, j->says);
}

static cj_rc save(const job *j, cj_err *err)
{
    cj_saving how = { .force = j->run->shared.force > 0,
                      .in_place = j->how->in_place > 0,
                      .backup = j->how->in_place && !j->how->no_backup };
    cj_str to = j->run->shared.output;
    cj_rc rc;

    if (j->how->in_place)
        return j->fixes.n ? cj_save(j->run, j->path, j->made, &how, err) : CJ_OK;
    rc = cj_save(j->run, cj_str_z(j->run->arena, to), j->made, &how, err);
    if (rc != CJ_OK)
        err->at.file = to;
    return rc;
}

static cj_rc mend(job *j, cj_maps *out, cj_err *err)
{
    if (read(j, err) != CJ_OK)
        return err->rc;
    find_fixes(j);
    if (write_bytes(j, err) != CJ_OK || verify(j, out, err) != CJ_OK)
        return err->rc;
    if (j->how->dry_run && (j->fixes.n || j->run->shared.form))
        return show(j, out, err);
    if (!j->how->dry_run && save(j, err) != CJ_OK)
        return err->rc;
    if (j->fixes.n)
        cj_tell_fixes(j->run, j->path, j->book, &j->fixes, j->says);
    else
        tell_nothing(j);
    return CJ_OK;
}

cj_rc cj_mend_file(cj_run *run, cj_arena *arena, const char *path,
                   const cj_lint_options *lint, cj_maps *out, cj_err *err)
{
    cj_arena *whole = run->arena;
    job j = { .run = run, .how = &run->shared.mend, .lint = lint, .path = path };
    cj_rc rc;

    run->arena = arena;
    rc = mend(&j, out, err);
    run->arena = whole;
    return rc;
}
