/* report.c - a report in the format that was asked for, to the file of -o or to stdout. */
#include "tool.h"
#include <stdlib.h>
#include <strings.h>

typedef struct ending {
    const char *name; /* of files */
    const char *word; /* of -f */
} ending;

/* As they are told where a name says nothing. */
static const ending endings[] = { { ".html", "html" }, { ".htm", "html" },
                                  { ".xlsx", "xlsx" }, { ".xlsm", "xlsx" },
                                  { ".md", "md" },     { ".csv", "csv" },
                                  { ".json", "json" }, { ".jsonl", "jsonl" },
                                  { ".txt", "text" } };

/* Which of "text|json|…" that word is, from 1; 0: none. */
static unsigned place_of(const char *words, cj_str word)
{
    cj_str rest = cj_str_of(words), one;
    unsigned at = 0;

    while (cj_str_split(&rest, '|', &one)) {
        at++;
        if (cj_str_eq(one, word))
            return at;
    }
    return 0;
}

static unsigned by_name(const char *words, cj_str name)
{
    size_t i;

    for (i = 0; i < sizeof endings / sizeof *endings; i++) {
        cj_str tail = cj_str_of(endings[i].name);

        if (name.n >= tail.n && !strncasecmp(name.p + name.n - tail.n, tail.p, tail.n))
            return place_of(words, cj_str_of(endings[i].word));
    }
    return 0;
}

/* ".html, .xlsx or .txt": the endings that the tool knows. */
static cj_str known(const cj_run *run, cj_lang lang)
{
    const char *words = run->tool->form->value;
    cj_str list = { "", 0 }, last = { NULL, 0 };
    size_t i;

    for (i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (!place_of(words, cj_str_of(endings[i].word)) ||
            (last.p && place_of(words, cj_str_of(endings[i].word)) ==
                           place_of(words, cj_str_of(endings[i - 1].word))))
            continue;
        if (last.p)
            list = cj_str_fmt(run->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(list),
                              !list.n         ? ""
                              : lang == CJ_JA ? "、"
                                              : ", ",
                              CJ_ARG(last));
        last = cj_str_of(endings[i].name);
    }
    return cj_str_fmt(run->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(list),
                      lang == CJ_JA ? "、" : " or ", CJ_ARG(last));
}

cj_rc cj_reported_as(const cj_run *run, unsigned *form, cj_err *err)
{
    static const cj_text unknown = {
        "the name \"{0}\" does not tell which kind of report to write; end it in {1}, or add -f",
        "「{0}」という名前からは形式を判断できません。末尾を {1} のどれかにするか、"
        "-f で形式を指定してください。"
    };
    cj_str name = run->shared.output;

    *form = run->shared.form ? run->shared.form : 1;
    if (run->shared.form || run->shared.mend.fix || !name.n || cj_str_eq(name, CJ_STR("-")))
        return CJ_OK;
    *form = by_name(run->tool->form->value, name);
    if (!*form)
        return cj_fail(err, CJ_EUSAGE, unknown, name, known(run, cj_says_in(run)));
    return CJ_OK;
}

bool cj_form_is(const cj_run *run, unsigned form, const char *word)
{
    return form && place_of(run->tool->form->value, cj_str_of(word)) == form;
}

static cj_rc render(const cj_run *run, const cj_report *report, unsigned form,
                    const cj_render_options *page, FILE *out, cj_err *err)
{
    cj_pieces only = { out, 0 };

    if (cj_form_is(run, form, "json"))
        return cj_render_json(run->arena, report, out, err);
    if (cj_form_is(run, form, "md"))
        return cj_render_md(run->arena, report, out, err);
    if (cj_form_is(run, form, "html"))
        return cj_render_html(run->arena, report, out, err);
    if (cj_form_is(run, form, "compact"))
        return cj_render_compact_piece(run->arena, report, &only, err);
    return cj_render_text(run->arena, report, page, out, err);
}

/* To a file all of it at once, so that none is ever there in part; a file has no colours. */
static cj_rc put_file(cj_run *run, const cj_report *report, unsigned form, cj_err *err)
{
    static const cj_text memory = { "there is not enough memory for the report",
                                    "レポートを作るメモリーが足りません。" };
    const cj_render_options page = { run->shared.color == 2, 0 };
    char *p = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&p, &n);
    cj_rc rc = CJ_EIO;

    if (out) {
        rc = render(run, report, form, &page, out, err);
        fclose(out);
    } else {
        cj_fail(err, CJ_EIO, memory, cj_str_of(NULL), cj_str_of(NULL));
    }
    if (rc == CJ_OK)
        rc = cj_put_bytes(run, (cj_str){ p, n }, CJ_CSV, err);
    free(p);
    return rc;
}

cj_rc cj_put_report(cj_run *run, const cj_report *report, unsigned form, cj_err *err)
{
    cj_render_options page = cj_page_of(run, stdout);

    if (run->shared.output.n && !cj_str_eq(run->shared.output, CJ_STR("-")))
        return put_file(run, report, form, err);
    render(run, report, form, &page, stdout, NULL);
    return CJ_OK; /* what could not be written is told at the end */
}
