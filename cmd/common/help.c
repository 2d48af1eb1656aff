/* help.c - what --help prints, from the same rows that the command line is read by. */
#include "tool.h"
#include <string.h>

/* "-f, --format=text|json"; options without a letter are set in as far as the others. */
static cj_str usage(cj_arena *arena, const cj_opt *o)
{
    cj_str letter = o->letter ? cj_str_fmt(arena, "-%c, ", o->letter) : CJ_STR("    ");

    return cj_str_fmt(arena, CJ_FMT "--%s%s%s", CJ_ARG(letter), o->name,
                      o->value ? "=" : "", o->value ? o->value : "");
}

static size_t rows_under_title(const cj_opts *group, size_t n)
{
    size_t i, rows = group[0].n;

    for (i = 1; i < n && !group[i].title.en; i++)
        rows += group[i].n;
    return rows;
}

/* A group with a title, and those without one behind it. */
static void add_options(cj_run *run, cj_report *r, const cj_opts *group, size_t n)
{
    cj_table *t;
    size_t g, i, at = 0;

    cj_report_heading(run->arena, r, 2, cj_str_of(cj_text_in(group->title, r->lang)));
    t = cj_report_table(run->arena, r, rows_under_title(group, n), 2);
    t->plain = true;
    for (g = 0; g < n && (!g || !group[g].title.en); g++)
        for (i = 0; i < group[g].n; i++) {
            t->cell[at++] = usage(run->arena, &group[g].row[i]);
            t->cell[at++] = cj_str_of(cj_text_in(group[g].row[i].says, r->lang));
        }
}

static void add_synopsis(cj_run *run, cj_report *r)
{
    static const cj_text title = { "Usage", "使い方" };
    size_t n = 0, i;
    cj_table *t;

    while (run->tool->synopsis[n])
        n++;
    cj_report_heading(run->arena, r, 2, cj_str_of(cj_text_in(title, r->lang)));
    t = cj_report_table(run->arena, r, n, 1);
    t->plain = true;
    for (i = 0; i < n; i++)
        t->cell[i] =
            cj_str_fmt(run->arena, "%s %s", run->tool->name, run->tool->synopsis[i]);
}

static void add_exit(cj_run *run, cj_report *r)
{
    static const cj_text title = { "Exit status", "終了コード" };
    const char *const *words = r->lang == CJ_JA ? run->tool->exit_ja : run->tool->exit_en;
    size_t n = 0, i;
    cj_table *t;

    while (words[n])
        n++;
    cj_report_heading(run->arena, r, 2, cj_str_of(cj_text_in(title, r->lang)));
    t = cj_report_table(run->arena, r, n / 2, 2);
    t->plain = true;
    for (i = 0; i < n; i++)
        t->cell[i] = cj_str_of(words[i]);
}

static void add_examples(cj_run *run, cj_report *r)
{
    static const cj_text title = { "Examples", "例" };
    const cj_tool *tool = run->tool;
    cj_table *t;
    size_t i;

    cj_report_heading(run->arena, r, 2, cj_str_of(cj_text_in(title, r->lang)));
    t = cj_report_table(run->arena, r, tool->n_examples, 2);
    t->plain = true;
    for (i = 0; i < tool->n_examples; i++) {
        t->cell[2 * i] = cj_str_of(tool->examples[i].command);
        t->cell[2 * i + 1] = cj_str_of(cj_text_in(tool->examples[i].says, r->lang));
    }
}

void cj_help(cj_run *run, FILE *out)
{
    cj_report *r = cj_report_new(run->arena, cj_says_in(run));
    cj_render_options page = cj_page_of(run, out);
    cj_opts group[CJ_OPT_GROUPS];
    size_t n = cj_tool_opts(run->tool, group), i;

    if (!page.width || page.width > 100)
        page.width = 100;
    cj_report_text(run->arena, r, CJ_PLAIN,
                   cj_str_fmt(run->arena, "%s - %s", run->tool->name,
                              cj_text_in(run->tool->purpose, r->lang)));
    add_synopsis(run, r);
    for (i = 0; i < n; i++)
        if (group[i].title.en)
            add_options(run, r, &group[i], n - i);
    add_exit(run, r);
    add_examples(run, r);
    cj_render_text(run->arena, r, &page, out, NULL);
}
