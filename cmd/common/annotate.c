/* annotate.c - a copy of a workbook in which the findings stand at their cells. */
#include "tool.h"

/* One file on its way. */
typedef struct job {
    cj_run *run;
    const char *path;
    cj_str bytes;
    cj_book *book;
    cj_maps maps;
    cj_checked file;
    cj_lang says; /* what is told and written; of the map, unless one was asked for */
    cj_edit *edit;
    size_t n_edits;
    cj_str made;
} job;

/* ---- reading and checking ------------------------------------------------------------------------- */

static cj_rc check_usage(const cj_run *run, cj_err *err)
{
    static const cj_text many = {
        "there are {0} files, and an annotated copy is made of one; name one of them, or leave "
        "out -f xlsx to check them all",
        "ファイルが{0}件あります。指摘を書き込んだコピーは1件ずつ作ります。1件だけ指定するか、"
        "すべてを点検するときは -f xlsx を外してください。"
    };
    cj_str n;

    if (run->n_files == 1)
        return CJ_OK;
    n = cj_str_fmt(run->arena, "%zu", run->n_files);
    return cj_fail(err, CJ_EUSAGE, many, n, cj_str_of(NULL));
}

static bool is_csv(const cj_book *book)
{
    return book->format == CJ_CSV || book->format == CJ_TSV;
}

static bool patches(const cj_book *book)
{
    return book->format == CJ_XLSX || book->format == CJ_XLSM;
}

/* A sheet that is called as a CSV file is may have a name that no workbook takes. */
static void name_sheet(job *j)
{
    cj_book rest = *j->book;

    if (!is_csv(j->book) || !j->book->n_sheets)
        return;
    rest.n_sheets = 0;
    j->book->sheets[0].name =
        cj_sheet_name_fit(j->run->arena, &rest, j->book->sheets[0].name);
}

static cj_rc read_maps(job *j, cj_err *err)
{
    cj_run *run = j->run;

    if (cj_file_bytes(run->arena, j->path, &run->read, &j->bytes, err) != CJ_OK)
        return err->rc;
    run->read.grounds = true;
    run->read.extras = cj_str_starts(j->bytes, CJ_STR("\xd0\xcf")); /* not an .xlsx */
    if (cj_book_parse(run->arena, j->bytes, cj_str_of(j->path), &run->read, &j->book,
                      err) != CJ_OK ||
        cj_maps_find(run->arena, j->book, &run->map, &j->maps, err) != CJ_OK)
        return err->rc;
    j->says = run->lang ? run->lang : j->maps.map[0].lang;
    cj_warn_book(run, j->book, j->path, j->says);
    return CJ_OK;
}

static void check_maps(job *j, const cj_lint_options *lint)
{
    cj_lint_result *results = CJ_NEW_N(j->run->arena, cj_lint_result, j->maps.n);
    size_t i;

    for (i = 0; i < j->maps.n; i++)
        cj_lint_run(j->run->arena, &j->maps.map[i], lint, &results[i]);
    j->file =
        (cj_checked){ .path = cj_str_of(j->path), .maps = results, .n_maps = j->maps.n };
}

/* ---- writing -------------------------------------------------------------------------------------- */

/* Excel opens no workbook with macros that is called .xlsx, nor one without that is called .xlsm. */
static cj_rc check_name(const job *j, cj_err *err)
{
    static const cj_text macros = {
        "this workbook has macros, and Excel opens its copy only as .xlsm; name it so, such as "
        "-o {0}",
        "マクロ付きのブックのコピーは、.xlsm という名前でないとExcelで開けません。"
        "-o {0} のように指定してください。"
    };
    static const cj_text plain = {
        "the copy is a workbook without macros; its name must end in .xlsx, such as -o {0}",
        "コピーはマクロのないブックです。-o {0} のように、.xlsx で終わる名前を指定してください。"
    };
    cj_str name = j->run->shared.output;
    bool macro = j->book->format == CJ_XLSM;

    if (!name.n || cj_str_eq(name, CJ_STR("-")) ||
        cj_name_ends(name, macro ? ".xlsm" : ".xlsx"))
        return CJ_OK;
    return cj_fail(err, CJ_EUSAGE, macro ? macros : plain,
                   macro ? CJ_STR("findings.xlsm") : CJ_STR("findings.xlsx"),
                   cj_str_of(NULL));
}

/* What is no .xlsx has no room for notes and further sheets: the copy is a new workbook. */
static cj_rc write_new(job *j, cj_err *err)
{
    static const cj_text says = {
        "the copy is a new workbook: a CSV holds neither notes nor "
        "colours",
        "CSVにはコメントも色も付けられないため、コピーは新しいブックです。"
    };
    cj_book *book = cj_book_edited(j->run->arena, j->book, j->edit, j->n_edits);
    cj_err what;

    book->lang = j->says;
    if (is_csv(j->book)) {
        cj_fail(&what, CJ_OK, says, cj_str_of(NULL), cj_str_of(NULL));
        cj_remark(j->run, j->path, &what, j->says);
    } else {
        cj_warn_not_carried(j->run, j->path, j->book, j->says);
    }
    return cj_book_bytes(j->run, book, CJ_XLSX, NULL, &j->made, err);
}

static const cj_sheet *named(const cj_book *book, cj_str name)
{
    size_t i;

    for (i = 0; i < book->n_sheets; i++)
        if (cj_str_eq(book->sheets[i].name, name))
            return &book->sheets[i];
    return NULL;
}

static bool kept(cj_arena *arena, const cj_book *was, const cj_book_cell *c,
                 const cj_book *is, const cj_sheet *sheet)
{
    const cj_book_cell *now = sheet ? cj_sheet_find(sheet, c->row, c->col) : NULL;
    cj_str text = cj_book_cell_text(arena, was, c);

    return now ? cj_str_eq(cj_book_cell_text(arena, is, now), text) : !text.n;
}

/* What was written is read again before it is saved: every cell of the user's must be in it. */
static cj_rc verify(const job *j, cj_err *err)
{
    static const cj_text says = {
        "nothing was written: the cell would not be as it was; please report this file",
        "書き込みを中止しました。このセルの内容が変わるおそれがあります。"
        "このファイルを添えてご報告ください。"
    };
    cj_arena *arena = cj_arena_new(0);
    cj_read_options how = cj_read_options_default();
    cj_book *again;
    cj_rc rc;
    size_t s, i;

    how.limits = j->run->read.limits;
    how.sheets = j->book->n_sheets; /* ours come behind them */
    rc = cj_book_parse(arena, j->made, cj_str_of(j->path), &how, &again, err);
    for (s = 0; rc == CJ_OK && s < j->book->n_sheets; s++) {
        const cj_sheet *was = &j->book->sheets[s], *is = named(again, was->name);

        if (cj_marks_sheet(was) != CJ_MARK_NO_SHEET)
            continue;
        for (i = 0; rc == CJ_OK && i < was->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(was, i);

            if (kept(arena, j->book, c, again, is))
                continue;
            rc = cj_fail(err, CJ_EFORMAT, says, cj_str_of(NULL), cj_str_of(NULL));
            err->at = (cj_pos){ cj_str_of(j->path), was->name, c->row, c->col };
        }
    }
    cj_arena_free(arena);
    return rc;
}

static cj_rc write_copy(job *j, cj_err *err)
{
    cj_rc rc;

    if (patches(j->book))
        rc = cj_xlsx_patch(j->run->arena, j->bytes, cj_str_of(j->path), &j->run->read,
                           j->edit, j->n_edits, &j->made, err);
    else
        rc = write_new(j, err);
    return rc == CJ_OK && j->n_edits ? verify(j, err) : rc;
}

/* ---- telling -------------------------------------------------------------------------------------- */

static void tell(const job *j)
{
    static const cj_text says = { "errors: {0}, warnings: {1}, infos: {2}",
                                  "エラー {0}件、警告 {1}件、情報 {2}件" };
    static const cj_text where = { "written to {0} ({1})",
                                   "{0} に書き込みました（{1}）。" };
    cj_str name = j->run->shared.output;
    cj_arena *arena = j->run->arena;
    cj_tally all = cj_findings_tally(arena, &j->file);
    cj_err what;

    cj_fail(&what, CJ_OK, says, cj_str_fmt(arena, "%zu", all.n[CJ_ERROR]),
            cj_str_fmt(arena, "%zu", all.n[CJ_WARNING]));
    what.arg[2] = cj_str_fmt(arena, "%zu", all.n[CJ_INFO]);
    if (name.n && !cj_str_eq(name, CJ_STR("-")))
        cj_fail(&what, CJ_OK, where, name, cj_err_says(arena, &what, j->says));
    cj_tell(j->run, j->path, &what, j->says);
}

static cj_rc annotate(job *j, const cj_lint_options *lint, cj_err *err)
{
    cj_annotate_options how;
    cj_rc rc = read_maps(j, err);

    if (rc == CJ_OK)
        rc = check_name(j, err);
    if (rc != CJ_OK)
        return rc;
    check_maps(j, lint);
    name_sheet(j);
    how = (cj_annotate_options){ j->says, lint->today };
    j->edit = cj_annotate(j->run->arena, j->book, &j->file, &how, &j->n_edits);
    rc = write_copy(j, err);
    if (rc == CJ_OK)
        rc = cj_put_bytes(j->run, j->made, CJ_XLSX, err);
    if (rc == CJ_OK)
        tell(j);
    return rc;
}

cj_rc cj_annotate_file(cj_run *run, const cj_lint_options *lint, cj_severity fail_on,
                       bool *found, cj_err *err)
{
    job j = { .run = run };
    cj_lint_options how = *lint;
    cj_rc rc;

    cj_expand_files(run);
    if (run->failed)
        return CJ_OK; /* it was said why */
    rc = check_usage(run, err);
    if (rc != CJ_OK)
        return rc;
    j.path = run->file[0];
    rc = cj_settle(run, j.path, &how.config, err);
    if (rc == CJ_OK)
        rc = cj_lint_options_check(run->arena, &how, err);
    if (rc != CJ_OK)
        return rc;
    run->map.config = how.config;
    rc = annotate(&j, &how, err);
    if (rc != CJ_OK && !err->at.file.n)
        err->at.file = cj_file_name(j.path);
    *found = rc == CJ_OK && cj_findings_count(&j.file, fail_on) > 0;
    return rc;
}
