/* output.c - what goes to stdout and stderr: language, colours, width, complaints. */
#include "tool.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

cj_lang cj_says_in(const cj_run *run)
{
    return run->lang == CJ_LANG_AUTO ? CJ_EN : run->lang;
}

cj_str cj_file_name(const char *path)
{
    return cj_str_of(path && !strcmp(path, "-") ? "stdin" : path);
}

/* The place as people know it: the file, even where only the map finder spoke. */
static void say(const cj_run *run, const char *what, const char *path, const cj_err *err,
                cj_lang lang)
{
    cj_arena *arena = cj_arena_new(0);
    cj_err e = *err;
    cj_str line;

    if (!e.at.file.n || cj_str_eq(e.at.file, CJ_STR("-")))
        e.at.file = cj_file_name(path);
    line = cj_err_line(arena, &e, lang);
    fflush(stdout);
    fprintf(stderr, "%s: %s" CJ_FMT "\n", run->tool->name, what, CJ_ARG(line));
    cj_arena_free(arena);
}

void cj_complain(cj_run *run, const char *path, const cj_err *err)
{
    say(run, "", path, err, cj_says_in(run));
    run->failed = true;
}

void cj_warn(const cj_run *run, const char *path, const cj_err *err, cj_lang lang)
{
    static const cj_text warning = { "warning: ", "注意: " };

    if (!run->shared.quiet)
        say(run, cj_text_in(warning, lang), path, err, lang);
}

void cj_tell(const cj_run *run, const char *path, const cj_err *err, cj_lang lang)
{
    if (!run->shared.quiet)
        say(run, "", path, err, lang);
}

void cj_remark(const cj_run *run, const char *path, const cj_err *err, cj_lang lang)
{
    if (run->shared.verbose && !run->shared.quiet)
        say(run, "", path, err, lang);
}

static void warn_locked(const cj_run *run, const char *path, cj_lang lang)
{
    static const cj_text says = {
        "the file is open in Excel or another program; changes not saved there are not seen here",
        "Excelなどで開かれています。保存していない変更は読み取れません。"
    };
    cj_err what;

    if (!cj_book_locked(path))
        return;
    cj_fail(&what, CJ_OK, says, cj_str_of(NULL), cj_str_of(NULL));
    cj_warn(run, path, &what, lang);
}

void cj_warn_book(const cj_run *run, const cj_book *book, const char *path, cj_lang lang)
{
    size_t i;

    warn_locked(run, path, lang);
    for (i = 0; i < book->n_notices; i++)
        if (book->notices[i].loud || run->shared.verbose)
            cj_warn(run, path, &book->notices[i].what, lang);
}

static bool set_in_environment(const char *name)
{
    const char *z = getenv(name);

    return z && *z;
}

/* --color, then NO_COLOR, then CLICOLOR_FORCE, then what the terminal is. */
bool cj_wants_color(const cj_run *run, FILE *out)
{
    const char *term = getenv("TERM"), *force = getenv("CLICOLOR_FORCE");

    if (run->shared.color > 1)
        return run->shared.color == 2;
    if (set_in_environment("NO_COLOR"))
        return false;
    if (force && *force && strcmp(force, "0") != 0)
        return true;
    return isatty(fileno(out)) && term && *term && strcmp(term, "dumb") != 0;
}

unsigned cj_columns(FILE *out)
{
    const char *z = getenv("COLUMNS");
    long n = z ? strtol(z, NULL, 10) : 0;
    struct winsize size;

    if (n >= 20 && n <= 10000)
        return (unsigned)n;
    if (isatty(fileno(out)) && ioctl(fileno(out), TIOCGWINSZ, &size) == 0 &&
        size.ws_col >= 20)
        return size.ws_col;
    return 0;
}

cj_render_options cj_page_of(const cj_run *run, FILE *out)
{
    cj_render_options page = { cj_wants_color(run, out), cj_columns(out) };

    return page;
}

/* A reader that went away (`| head`) is no mishap worth a line. */
bool cj_finish_output(cj_run *run)
{
    cj_err err;

    if (cj_render_flush(run->arena, stdout, &err) == CJ_OK)
        return true;
    if (errno != EPIPE)
        cj_complain(run, NULL, &err);
    run->failed = true;
    return false;
}
