/* options_test.c - command lines and what is understood of them. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

typedef struct options {
    unsigned format, dry;
    cj_str today, rules;
} options;

static const cj_opt rows[] = {
    { 'f', "format", "text|json", { "", "" }, offsetof(options, format) },
    { 'n', "dry-run", NULL, { "", "" }, offsetof(options, dry) },
    { 0, "today", "DATE", { "", "" }, offsetof(options, today) },
    { 0, "rules", "RULES,…", { "", "" }, offsetof(options, rules) },
};

static const cj_tool tool = {
    .name = "tool",
    .opts = rows,
    .n_opts = sizeof rows / sizeof *rows,
    .options_size = sizeof(options),
    .reads = true,
};

/* Parses a line of words parted by spaces. */
static cj_rc parse(cj_arena *a, const char *words, cj_run *run, cj_err *err)
{
    char *line = (char *)cj_str_z(a, cj_str_of(words)), **argv = CJ_NEW_N(a, char *, 40),
         *word;
    int argc = 0;

    memset(run, 0, sizeof *run);
    memset(err, 0, sizeof *err);
    run->tool = &tool;
    run->arena = a;
    run->options = CJ_NEW(a, options);
    argv[argc++] = "tool";
    for (word = strtok(line, " "); word; word = strtok(NULL, " "))
        argv[argc++] = word;
    return cj_parse(run, argc, argv, err);
}

static bool is(cj_str s, const char *want)
{
    return want ? cj_str_eq(s, cj_str_of(want)) : !s.p;
}

Test(options, what_a_line_means)
{
    static const struct {
        const char *line;
        unsigned format, dry, verbose, files;
        const char *today, *rules, *sheet;
    } cases[] = {
        { "", 0, 0, 0, 0, NULL, NULL, NULL },
        { "a b -", 0, 0, 0, 3, NULL, NULL, NULL },
        { "-f json a", 2, 0, 0, 1, NULL, NULL, NULL },
        { "-fjson a", 2, 0, 0, 1, NULL, NULL, NULL },
        { "a --format json", 2, 0, 0, 1, NULL, NULL, NULL },
        { "--format=json --format=text", 1, 0, 0, 0, NULL, NULL, NULL },
        { "-nvv a", 0, 1, 2, 1, NULL, NULL, NULL },
        { "-nvfjson", 2, 1, 1, 0, NULL, NULL, NULL },
        { "--today 2025-10-01", 0, 0, 0, 0, "2025-10-01", NULL, NULL },
        { "--today=", 0, 0, 0, 0, "", NULL, NULL },
        { "--rules a --rules=b,c", 0, 0, 0, 0, NULL, "a,b,c", NULL },
        { "--sheet -1 a", 0, 0, 0, 1, NULL, NULL, "-1" },
        { "--sheet=--x", 0, 0, 0, 0, NULL, NULL, "--x" },
        { "-- --format=json -n", 0, 0, 0, 2, NULL, NULL, NULL },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_run run;
        cj_err err;
        const options *o;

        cr_expect_eq(parse(a, cases[i].line, &run, &err), CJ_OK, "%s", cases[i].line);
        o = run.options;
        cr_expect_eq(o->format, cases[i].format, "%s: format", cases[i].line);
        cr_expect_eq(o->dry, cases[i].dry, "%s: dry", cases[i].line);
        cr_expect_eq(run.shared.verbose, cases[i].verbose, "%s: verbose", cases[i].line);
        cr_expect_eq(run.n_files, cases[i].files, "%s: files", cases[i].line);
        cr_expect(is(o->today, cases[i].today), "%s: today", cases[i].line);
        cr_expect(is(o->rules, cases[i].rules), "%s: rules", cases[i].line);
        cr_expect(is(run.shared.sheet, cases[i].sheet), "%s: sheet", cases[i].line);
    }
    cj_arena_free(a);
}

Test(options, what_is_refused_and_what_was_meant)
{
    static const struct {
        const char *line, *says;
    } cases[] = {
        { "--fromat json", "there is no option \"--fromat\"; did you mean \"--format\"?" },
        { "--form json", "there is no option \"--form\"; did you mean \"--format\"?" },
        { "--xyzzy", "there is no option \"--xyzzy\"; --help lists them" },
        { "--fromat=json", "there is no option \"--fromat\"; did you mean \"--format\"?" },
        { "-x", "there is no option \"-x\"; --help lists them" },
        { "-nx", "there is no option \"-x\"; --help lists them" },
        { "-f jsno", "--format cannot be \"jsno\"; did you mean \"json\"?" },
        { "-f pdf", "--format cannot be \"pdf\"; it takes one of: text, json" },
        { "-f JSON", "--format cannot be \"JSON\"; did you mean \"json\"?" },
        { "--format=", "--format cannot be \"\"; it takes one of: text, json" },
        { "--format", "--format needs a value: text|json" },
        { "-nf", "--format needs a value: text|json" },
        { "--dry-run=1", "--dry-run takes no value" },
        { "--delimiter ab",
          "--delimiter takes one character, or \"tab\"; \"ab\" is not one" },
        { "--delimiter=", "--delimiter takes one character, or \"tab\"; \"\" is not one" },
        { "--lang de", "--lang cannot be \"de\"; it takes one of: ja, en" },
        { "--bad1 --bad2", "there is no option \"--bad1\"; --help lists them" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_run run;
        cj_err err;
        cj_str got;

        cr_expect_eq(parse(a, cases[i].line, &run, &err), CJ_EUSAGE, "%s", cases[i].line);
        got = cj_err_says(a, &err, CJ_EN);
        cr_expect(is(got, cases[i].says), "%s: " CJ_FMT, cases[i].line, CJ_ARG(got));
        cr_expect(cj_err_says(a, &err, CJ_JA).n, "%s: in Japanese", cases[i].line);
    }
    cj_arena_free(a);
}

Test(options, the_language_is_found_behind_a_mistake)
{
    cj_arena *a = cj_arena_new(0);
    cj_run run;
    cj_err err;

    setenv("CJ_LANG", "en", 1);
    cr_expect_eq(parse(a, "--fromat x --lang ja", &run, &err), CJ_EUSAGE);
    cr_expect_eq(run.lang, CJ_JA);
    cr_expect_eq(parse(a, "x", &run, &err), CJ_OK);
    cr_expect_eq(run.lang, CJ_EN);
    cj_arena_free(a);
}

Test(options, help_before_a_mistake_is_help)
{
    cj_arena *a = cj_arena_new(0);
    cj_run run;
    cj_err err;

    cr_expect_eq(parse(a, "--help --fromat", &run, &err), CJ_OK);
    cr_expect_eq(run.shared.help, 1);
    cr_expect_eq(parse(a, "--fromat --help", &run, &err), CJ_EUSAGE);
    cj_arena_free(a);
}

Test(options, delimiters)
{
    static const struct {
        const char *line;
        char want;
    } cases[] = { { "", 0 },
                  { "--delimiter tab", '\t' },
                  { "--delimiter=;", ';' },
                  { "--delimiter=,", ',' },
                  { "--delimiter \\t", '\t' } };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_run run;
        cj_err err;

        cr_expect_eq(parse(a, cases[i].line, &run, &err), CJ_OK, "%s", cases[i].line);
        cr_expect_eq(run.read.delimiter, cases[i].want, "%s", cases[i].line);
    }
    cj_arena_free(a);
}

/* ---- of tools that write, with a row of their own for --lang ---------------------------------------- */

static const cj_opt keep = {
    'l', "lang", "ja|en|keep", { "labels", "" }, offsetof(cj_shared, lang)
};
static const cj_tool writer = { .name = "writer",
                                .opts = rows,
                                .n_opts = sizeof rows / sizeof *rows,
                                .options_size = sizeof(options),
                                .reads = true,
                                .writes = true,
                                .lang = &keep };

static const cj_opt *row(const cj_tool *of, const char *name, size_t *times)
{
    cj_opts group[CJ_OPT_GROUPS];
    size_t n = cj_tool_opts(of, group), i, j;
    const cj_opt *found = NULL;

    *times = 0;
    for (i = 0; i < n; i++)
        for (j = 0; j < group[i].n; j++)
            if (!strcmp(group[i].row[j].name, name)) {
                found = &group[i].row[j];
                ++*times;
            }
    return found;
}

Test(options, a_tool_has_the_groups_that_it_asks_for)
{
    static const cj_tool plain = { .name = "plain" };
    static const struct {
        const char *name;
        size_t plain, tool, writer;
    } cases[] = {
        { "lang", 1, 1, 1 },  { "quiet", 1, 1, 1 },  { "today", 0, 1, 1 },
        { "sheet", 0, 1, 1 }, { "output", 0, 0, 1 }, { "force", 0, 0, 1 },
        { "bom", 0, 0, 1 },
    };
    size_t i, n;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        row(&plain, cases[i].name, &n);
        cr_expect_eq(n, cases[i].plain, "plain --%s: %zu", cases[i].name, n);
        row(&tool, cases[i].name, &n);
        cr_expect_eq(n, cases[i].tool, "tool --%s: %zu", cases[i].name, n);
        row(&writer, cases[i].name, &n);
        cr_expect_eq(n, cases[i].writer, "writer --%s: %zu", cases[i].name, n);
    }
    cr_expect_eq(row(&writer, "lang", &n), &keep);
    cr_expect_str_eq(row(&tool, "lang", &n)->value, "ja|en");
}

static cj_rc parse_as(const cj_tool *as, cj_arena *a, char **argv, cj_run *run, cj_err *err)
{
    int argc = 0;

    memset(run, 0, sizeof *run);
    run->tool = as;
    run->arena = a;
    run->options = CJ_NEW(a, options);
    while (argv[argc])
        argc++;
    return cj_parse(run, argc, argv, err);
}

Test(options, labels_may_keep_their_language)
{
    char *words[] = { "writer", "--lang", "keep", NULL };
    char *wrong[] = { "writer", "--lang", "kept", NULL };
    cj_arena *a = cj_arena_new(0);
    cj_run run;
    cj_err err;

    setenv("CJ_LANG", "ja", 1);
    cr_expect_eq(parse_as(&writer, a, words, &run, &err), CJ_OK);
    cr_expect_eq(run.shared.lang, CJ_LANG_KEPT);
    cr_expect_eq(run.lang, CJ_JA, "messages are as the environment says");
    cr_expect_eq(parse_as(&writer, a, wrong, &run, &err), CJ_EUSAGE);
    cr_expect(is(cj_err_says(a, &err, CJ_EN),
                 "--lang cannot be \"kept\"; did you mean \"keep\"?"));
    cj_arena_free(a);
}

Test(options, how_a_file_is_written)
{
    char *words[] = { "writer",  "-o",          "out.csv",
                      "--force", "--bom=never", "--no-escape-formulas",
                      NULL };
    cj_arena *a = cj_arena_new(0);
    cj_run run;
    cj_err err;

    cr_assert_eq(parse_as(&writer, a, words, &run, &err), CJ_OK);
    cr_expect(is(run.shared.output, "out.csv"));
    cr_expect_eq(run.shared.force, 1);
    cr_expect_eq(run.shared.bom, 3);
    cr_expect_eq(run.shared.no_escape, 1);
    cj_arena_free(a);
}
