/* script_test.c - of maps and scripts of edits made up by seeds: the changes that are told make the new map out of
 * the old one, and they are no more than the edits. */
#include <cj/read.h>
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "../script.h"

enum { CASES = 3000 };

static const cj_map_options anyhow = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };

static cj_map *read_map(cj_arena *a, cj_str csv)
{
    cj_read_options options = cj_read_options_default();
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_book *book;
    cj_err err;

    if (cj_book_parse(a, csv, CJ_STR("map.csv"), &options, &book, &err) != CJ_OK ||
        cj_maps_find(a, book, &anyhow, maps, &err) != CJ_OK || maps->n != 1)
        return NULL;
    return &maps->map[0];
}

/* ---- what is shown of a failure ------------------------------------------------------------------- */

static void show(FILE *f, const cj_diff *d)
{
    size_t i;

    for (i = 0; i < d->n; i++) {
        const cj_change *c = &d->change[i];

        fprintf(f,
                "  %zu %s %s%s%s phase %d>%d row %d>%d of %u with %d " CJ_FMT " | " CJ_FMT
                " > " CJ_FMT "\n",
                i, cj_subject_name(c->on), cj_change_name(c->kind), c->field ? " " : "",
                c->field ? c->field : "", c->phase[0], c->phase[1], c->element[0],
                c->element[1], c->of, c->with, CJ_ARG(c->name), CJ_ARG(c->text[0]),
                CJ_ARG(c->text[1]));
    }
}

static void show_lines(FILE *f, const script_lines *want, const script_lines *got)
{
    size_t i = 0, k = 0, shown = 0;

    while (shown < 4 && (i < want->n || k < got->n)) {
        int order = i == want->n  ? 1
                    : k == got->n ? -1
                                  : strcmp(want->line[i].p ? want->line[i].p : "",
                                           got->line[k].p ? got->line[k].p : "");

        if (i < want->n && k < got->n && cj_str_eq(want->line[i], got->line[k])) {
            i++, k++;
        } else if (order < 0) {
            fprintf(f, "  missing: " CJ_FMT "\n", CJ_ARG(want->line[i]));
            i++, shown++;
        } else {
            fprintf(f, "  too much: " CJ_FMT "\n", CJ_ARG(got->line[k]));
            k++, shown++;
        }
    }
}

static bool same_lines(const script_lines *a, const script_lines *b)
{
    size_t i;

    for (i = 0; i < a->n && i < b->n; i++)
        if (!cj_str_eq(a->line[i], b->line[i]))
            return false;
    return a->n == b->n;
}

/* ---- one case --------------------------------------------------------------------------------------- */

typedef struct trial {
    cj_arena *arena;
    unsigned seed, edits;
    script_maker g;
    cj_str csv[2];
    FILE *out;
} trial;

static bool failed(trial *t, const cj_diff *d, const char *why)
{
    fprintf(t->out, "seed %u: %s\nscript of %u:\n" CJ_FMT "changes:\n", t->seed, why,
            t->edits, CJ_ARG(cj_buf_str(&t->g.log)));
    if (d)
        show(t->out, d);
    if (getenv("SCRIPT_SHOW"))
        fprintf(t->out, CJ_FMT "\n-----\n" CJ_FMT "\n", CJ_ARG(t->csv[0]),
                CJ_ARG(t->csv[1]));
    return false;
}

static bool no_change(trial *t, const cj_map *m)
{
    cj_diff d;

    cj_diff_maps(t->arena, m, m, &d);
    return d.n == 0 || failed(t, &d, "a map differs from itself");
}

static bool holds(trial *t, const cj_map *a, const cj_map *b, size_t most, size_t *count)
{
    script_lines want, got;
    const char *wrong;
    cj_diff d;

    cj_diff_maps(t->arena, a, b, &d);
    *count = cj_diff_count(&d);
    if (*count > most)
        return failed(t, &d, "more changes than edits");
    want = script_plain(t->arena, b);
    got = script_apply(t->arena, &d, &wrong);
    if (!wrong && same_lines(&want, &got))
        return true;
    failed(t, &d, wrong ? wrong : "the changes do not make the new map");
    show_lines(t->out, &want, &got);
    return false;
}

static script_style some_style(script_maker *g)
{
    unsigned k = script_roll(g, 8);

    return (script_style){ .down = k & 1,
                           .other = (k & 3) == 2,
                           .titled = k & 4,
                           .cp932 = g->lang == CJ_JA && (k & 2) };
}

static bool try_case(trial *t)
{
    script_style plainly = { 0 }, other;
    cj_map *a, *b, *again;
    size_t count, ignored;
    unsigned i;

    script_begin(&t->g, t->arena, t->seed);
    t->csv[0] = script_csv(t->arena, t->g.lang, t->g.map, &plainly);
    t->edits = 1 + script_roll(&t->g, 6);
    for (i = 0; i < t->edits; i++)
        script_edit(&t->g);
    t->csv[1] = script_csv(t->arena, t->g.lang, t->g.map, &plainly);
    a = read_map(t->arena, t->csv[0]);
    b = read_map(t->arena, t->csv[1]);
    if (!a || !b)
        return failed(t, NULL, "not read as a map");
    if (a->n_phases >= SCRIPT_PHASES || b->n_phases != t->g.map->n_phases ||
        b->n_elements != t->g.map->n_rows)
        return failed(t, NULL, "read as another map");
    if (!no_change(t, a) || !no_change(t, b) || !holds(t, a, b, t->edits, &count))
        return false;
    if (t->seed % 2)
        return true;
    other = some_style(&t->g);
    t->csv[1] = script_csv(t->arena, t->g.lang, t->g.map, &other);
    again = read_map(t->arena, t->csv[1]);
    if (!again)
        return failed(t, NULL, "not read in the other layout");
    return holds(t, a, again, count, &ignored);
}

Test(script, changes_make_the_new_map_and_are_no_more_than_the_edits, .timeout = 400)
{
    const char *one = getenv("SCRIPT_SEED"), *more = getenv("SCRIPT_UNTIL");
    unsigned until = more ? (unsigned)atoi(more) : one ? (unsigned)atoi(one) + 1 : CASES;
    char *told = NULL;
    size_t size = 0;
    unsigned seed, wrong = 0;
    FILE *out = open_memstream(&told, &size);

    for (seed = one ? (unsigned)atoi(one) : 0; seed < until && wrong < 3; seed++) {
        cj_arena *arena = cj_arena_new(0);
        trial *t = CJ_NEW(arena, trial);

        *t = (trial){ .arena = arena, .seed = seed, .out = out };
        wrong += !try_case(t);
        cj_arena_free(arena);
    }
    fclose(out);
    cr_expect_eq(wrong, 0u, "%s", told);
    free(told);
}
