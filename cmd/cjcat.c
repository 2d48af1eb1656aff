/* cjcat.c - shows what was read of a file and how it was understood. */
#include "common/tool.h"

typedef struct options {
    unsigned format;
} options;

enum { TEXT = 1, CELLS, FEATURES, JSON, MD, HTML, MERMAID, LONG };

/* A row an option. */
/* clang-format off */
static const cj_opt opts[] = {
    { 'f', "format", "text|cells|features|json|md|html|mermaid|long",
      { "text: the map, drawn (the default); json: the map as it was understood; cells: "
        "every cell (sheet, place, type, value); features: merges, comments, links, hidden parts; "
        "md, html: a page to share or to print; mermaid: a journey diagram for Mermaid; long: CSV, "
        "one item a line",
        "text はマップを表で（既定）、json は読み取った内容を、cells は"
        "全セル（シート、位置、型、値）を、features は結合・コメント・リンク・非表示の一覧を、"
        "md と html は共有・印刷用のページを、mermaid は Mermaid 記法のジャーニー図を、"
        "long は1行に1項目のCSVを出力します" },
      offsetof(options, format) },
};
/* clang-format on */

static const char *const synopsis[] = { "[OPTIONS] FILE", NULL };
static const char *const exit_en[] = { "0", "shown", "2",
                                       "unreadable, no map in it, or wrong usage", NULL };
static const char *const exit_ja[] = {
    "0", "表示しました", "2",
    "ファイルを読み取れない、マップがない、または使い方が正しくない", NULL
};
static const cj_example_line examples[] = {
    { "cjcat map.xlsx", { "the map as a table", "マップを表で表示します" } },
    { "cjcat --sheet 2 map.xlsx",
      { "only the second sheet", "2枚目のシートだけを表示します" } },
    { "cjcat -f json map.csv",
      { "the map for other programs", "ほかのプログラム用に出力します" } },
    { "cjcat -f html map.xlsx > map.html",
      { "a page to mail or to print", "共有・印刷用のページを作ります" } },
};

static cj_rc one_file(const cj_run *run, cj_err *err)
{
    static const cj_text none = {
        "no file is named; --help shows how",
        "ファイルを指定してください。使い方は --help で表示できます。"
    };
    static const cj_text many = { "one file at a time, please: \"{0}\" is the second",
                                  "一度に読めるファイルは1つです（2つ目:「{0}」）。" };

    if (run->n_files == 0)
        return cj_fail(err, CJ_EUSAGE, none, cj_str_of(NULL), cj_str_of(NULL));
    if (run->n_files > 1)
        return cj_fail(err, CJ_EUSAGE, many, cj_str_of(run->file[1]), cj_str_of(NULL));
    return CJ_OK;
}

/* What could not be written is told at the end. */
static void print_maps(cj_run *run, const cj_outline_options *how, const cj_maps *maps,
                       unsigned format, cj_err *err)
{
    bool page = format == MD || format == HTML;
    cj_str name = cj_file_name(run->file[0]);
    cj_render_options terminal = cj_page_of(run, stdout);
    cj_report *report = page ? cj_outline_page(run->arena, how, name, maps)
                             : cj_outline_report(run->arena, how, name, maps);

    terminal.width = terminal.width ? terminal.width : 100;
    if (format == JSON)
        cj_render_json(run->arena, report, stdout, err);
    else if (format == MD)
        cj_render_md(run->arena, report, stdout, err);
    else if (format == HTML)
        cj_render_html(run->arena, report, stdout, err);
    else
        cj_render_text(run->arena, report, &terminal, stdout, err);
}

static cj_rc show_map(cj_run *run, const cj_book *book, unsigned format, cj_err *err)
{
    cj_outline_options how = { CJ_LANG_AUTO, run->shared.verbose > 0 };
    cj_maps maps;

    if (cj_settle(run, run->file[0], &run->map.config, err) != CJ_OK ||
        cj_maps_find(run->arena, book, &run->map, &maps, err) != CJ_OK)
        return err->rc;
    cj_warn_book(run, book, run->file[0], run->lang ? run->lang : maps.map[0].lang);
    how.lang = run->lang;
    print_maps(run, &how, &maps, format, err);
    return CJ_OK;
}

static cj_rc show_book(cj_run *run, const cj_book *book, bool features, cj_err *err)
{
    cj_book shown = *book;
    unsigned sheet;

    if (run->shared.sheet.n) {
        if (cj_book_choose(run->arena, book, run->shared.sheet, &sheet, err) != CJ_OK)
            return CJ_EUSAGE;
        shown.sheets += sheet;
        shown.n_sheets = 1;
    }
    cj_warn_book(run, book, run->file[0], cj_says_in(run));
    if (features)
        cj_dump_features(&shown, stdout);
    else
        cj_dump_cells(run->arena, &shown, stdout);
    return CJ_OK;
}

/* The map as other programs draw or count it. */
static cj_rc show_text(cj_run *run, const cj_book *book, unsigned format, cj_err *err)
{
    cj_csv_options csv = cj_csv_options_new(CJ_CSV);
    cj_maps maps;
    cj_str text;

    if (cj_settle(run, run->file[0], &run->map.config, err) != CJ_OK ||
        cj_maps_find(run->arena, book, &run->map, &maps, err) != CJ_OK)
        return err->rc;
    cj_warn_book(run, book, run->file[0], run->lang ? run->lang : maps.map[0].lang);
    text = format == MERMAID
               ? cj_journey_text(run->arena, &maps, run->lang)
               : cj_csv_write(run->arena, cj_layout_long(run->arena, &maps, run->lang), 0,
                              &csv);
    fwrite(text.p, 1, text.n, stdout);
    return CJ_OK; /* what could not be written is told at the end */
}

static int show(cj_run *run)
{
    const options *o = run->options;
    cj_book *book;
    cj_err err;
    cj_rc rc = one_file(run, &err);

    if (rc == CJ_OK)
        rc = cj_book_read(run->arena, run->file[0], &run->read, &book, &err);
    if (rc == CJ_OK && (o->format == CELLS || o->format == FEATURES))
        rc = show_book(run, book, o->format == FEATURES, &err);
    else if (rc == CJ_OK && (o->format == MERMAID || o->format == LONG))
        rc = show_text(run, book, o->format, &err);
    else if (rc == CJ_OK)
        rc = show_map(run, book, o->format, &err);
    if (rc != CJ_OK)
        cj_complain(run, run->n_files == 1 ? run->file[0] : NULL, &err);
    return 0;
}

static const cj_tool cjcat = {
    .name = "cjcat",
    .purpose = { "shows what was read of a spreadsheet and how it was understood",
                 "表計算ファイルの中身と、その読み取り結果を表示します" },
    .synopsis = synopsis,
    .opts = opts,
    .n_opts = sizeof opts / sizeof *opts,
    .options_size = sizeof(options),
    .reads = true,
    .exit_en = exit_en,
    .exit_ja = exit_ja,
    .examples = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .run = show,
};

int main(int argc, char **argv)
{
    return cj_tool_main(&cjcat, argc, argv);
}
