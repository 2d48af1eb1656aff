/* cjcat.c - shows what was read of a file and how it was understood. */
#include "common/tool.h"

typedef struct options {
    unsigned format;
} options;

enum { CELLS = 1, FEATURES };

/* clang-format off: a row an option */
static const cj_opt opts[] = {
    { 'f',
      "format",
      "cells|features",
      { "what to print: every cell (sheet, place, type, value), "
        "or merges, notes, links and hidden parts",
        "表示するもの。cells は全セル（シート、位置、型、値）、"
        "features は結合・メモ・リンク・非表示" },
      offsetof(options, format) },
};

static const char *const synopsis[] = { "[OPTIONS] FILE", NULL };
static const char *const exit_en[] = { "0", "shown", "2",
                                       "the file cannot be read, or wrong usage", NULL };
static const char *const exit_ja[] = { "0", "表示しました", "2",
                                       "ファイルを読めない、または使い方の誤り", NULL };
static const cj_example_line examples[] = {
    { "cjcat -f cells map.csv", { "every cell, one a line", "全セルを1行ずつ表示します" } },
};
/* clang-format on */

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

static int show(cj_run *run)
{
    const options *o = run->options;
    cj_book *book;
    cj_err err;

    if (one_file(run, &err) != CJ_OK ||
        cj_book_read(run->arena, run->file[0], &run->read, &book, &err) != CJ_OK) {
        cj_complain(run, NULL, &err);
        return 2;
    }
    cj_warn_book(run, book, run->file[0], cj_says_in(run));
    if (o->format == FEATURES)
        cj_dump_features(book, stdout);
    else
        cj_dump_cells(run->arena, book, stdout);
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
