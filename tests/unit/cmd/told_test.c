/* told_test.c - what is said of a written file stays readable. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <string.h>

static const cj_tool tool = { .name = "tool" };

/* A filter over a long list hides every other row. */
Test(told, of_many_hidden_parts_the_first_are_named, .init = cr_redirect_stderr)
{
    enum { MANY = 20000 };
    static cj_range hidden[MANY];
    cj_run run = { .tool = &tool, .arena = cj_arena_new(100u << 20) };
    cj_book *old = cj_book_new(run.arena, CJ_XLSX), *made = cj_book_new(run.arena, CJ_XLSX);
    cj_sheet *s = cj_book_add_sheet(run.arena, old, CJ_STR("Evidence"));
    cj_layout layout = { .book = made };
    char got[1000];
    size_t n;
    unsigned i;

    for (i = 0; i < MANY; i++)
        hidden[i] = (cj_range){ 2 * i + 2, 1, 2 * i + 2, 1 };
    cj_sheet_add(run.arena, s, 1, 1);
    s->hidden_rows = hidden;
    s->n_hidden_rows = MANY;
    cj_tell_written(&run, "a.xlsx", old, &layout, CJ_XLSX, CJ_EN);
    fflush(stderr);
    n = fread(got, 1, sizeof got - 1, cr_get_redirected_stderr());
    got[n] = 0;
    cr_assert(strstr(got, "Evidence!2:2, Evidence!4:4, ") &&
                  strstr(got, "Evidence!40:40, … (20000)\n"),
              "%s", got);
    cj_arena_free(run.arena);
}
