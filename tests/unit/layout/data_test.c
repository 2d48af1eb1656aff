/* data_test.c - every map of tests/data in the standard form: the same map, and no new finding. */
#include <criterion/criterion.h>
#include "../alike.h"
#include "../laid.h"
#include <cj/fix.h>
#include <cj/preset.h>
#include <cj/read.h>
#include <glob.h>

#define DIFFER(...) return cj_str_z(arena, cj_str_fmt(arena, __VA_ARGS__))

static const char *const folders[] = { "tests/data/samples/*", "tests/data/layouts/*",
                                       "tests/data/maps/*", "tests/data/demo/*",
                                       "templates/*.csv" };

static const char *same_map(cj_arena *arena, const cj_maps *maps,
                            const cj_layout_options *how)
{
    laid first, second;
    const char *what = laid_make(arena, maps, how, &first);
    size_t i;

    for (i = 0; !what && i < maps->n; i++)
        if (!laid_another_way(&maps->map[i]))
            what = alike_differ(arena, &maps->map[i], &first.maps.map[i]);
    if (what)
        return what;
    if ((what = laid_make(arena, &first.maps, how, &second)))
        DIFFER("again: %s", what);
    for (i = 0; !what && i < maps->n; i++)
        what = alike_differ(arena, &first.maps.map[i], &second.maps.map[i]);
    if (!what && !cj_str_eq(first.bytes, second.bytes))
        DIFFER("other bytes the second time");
    return what;
}

/* ---- findings ----------------------------------------------------------------------------------- */

/* What is missing is said of each blank cell once a row is there for it, of each field once it has
 * a place. */
static bool made_specific(const char *rule)
{
    static const char *const rules[] = { "CJ305", "CJ308", "CJ311", "CJ402", "CJ601",
                                         "CJ604", "CJ701", "CJ702", "CJ703", "CJ801",
                                         "CJ901", "CJ904", "CJ905" };
    size_t i;

    for (i = 0; i < sizeof rules / sizeof *rules; i++)
        if (!strcmp(rule, rules[i]))
            return true;
    return false;
}

static size_t count(const cj_lint_result *r, size_t n, const cj_rule_info *rule)
{
    size_t i, k, all = 0;

    for (i = 0; i < n; i++)
        for (k = 0; k < r[i].n_findings; k++)
            all += r[i].findings[k].rule == rule;
    return all;
}

static cj_lint_result *judge(cj_arena *arena, const cj_maps *maps, cj_profile profile)
{
    cj_lint_options how = { .profile = profile, .today = { 2025, 10, 1 } };
    cj_lint_result *r = CJ_NEW_N(arena, cj_lint_result, maps->n);
    size_t i;

    for (i = 0; i < maps->n; i++)
        cj_lint_run(arena, &maps->map[i], &how, &r[i]);
    return r;
}

static const char *no_new_finding(cj_arena *arena, const cj_book *book, const cj_maps *maps,
                                  const cj_layout_options *how, cj_profile profile)
{
    const cj_lint_result *before = judge(arena, maps, profile), *after;
    cj_lint_options lint = { .profile = CJ_OPERATIONAL, .today = { 2025, 10, 1 } };
    cj_fixes fixes = { NULL, 0, 0 };
    const char *what;
    cj_edit *edits;
    cj_maps mended;
    cj_err err;
    laid out;
    size_t i;

    cj_fixes_safe(arena, maps, &lint, &fixes);
    edits = CJ_NEW_N(arena, cj_edit, fixes.n + 1);
    for (i = 0; i < fixes.n; i++)
        edits[i] = fixes.at[i].edit;
    if (cj_maps_find(arena, cj_book_edited(arena, book, edits, fixes.n), NULL, &mended,
                     &err) != CJ_OK)
        DIFFER("no map once it is mended");
    if ((what = laid_make(arena, &mended, how, &out)))
        return what;
    after = judge(arena, &out.maps, profile);
    for (i = 0; i < cj_rule_count(); i++) {
        const cj_rule_info *rule = cj_rule_at(i);
        size_t a = count(before, maps->n, rule), b = count(after, out.maps.n, rule);

        if (b > a && !made_specific(rule->id))
            DIFFER("%zu x %s, %zu before", b, rule->id, a);
        if (b && rule->fix == CJ_FIX_SAFE)
            DIFFER("%s is left", rule->id);
    }
    return NULL;
}

/* ---- all of them ---------------------------------------------------------------------------------- */

static const char *check(cj_arena *arena, const char *path, bool stacked, unsigned *n)
{
    cj_layout_options how = { .stacked = stacked, .guide = true, .blank = 5 };
    cj_read_options read = cj_read_options_default();
    cj_profile profile;
    const char *what;
    cj_book *book;
    cj_maps maps;
    cj_err err;

    if (cj_book_read(arena, path, &read, &book, &err) != CJ_OK ||
        cj_maps_find(arena, book, NULL, &maps, &err) != CJ_OK || (stacked && maps.n > 1))
        return NULL;
    ++*n;
    what = same_map(arena, &maps, &how);
    how.transpose = true;
    what = what ? what : same_map(arena, &maps, &how);
    how.transpose = false;
    for (profile = CJ_DRAFT; !what && profile <= CJ_OPERATIONAL; profile++)
        what = no_new_finding(arena, book, &maps, &how, profile);
    return what;
}

static void check_all(bool stacked)
{
    cj_arena *arena = cj_arena_new(0);
    unsigned n = 0;
    size_t i, k;
    glob_t found;

    for (i = 0; i < sizeof folders / sizeof *folders; i++) {
        cr_assert_eq(glob(folders[i], 0, NULL, &found), 0, "%s", folders[i]);
        for (k = 0; k < found.gl_pathc; k++) {
            const char *what = check(arena, found.gl_pathv[k], stacked, &n);

            cr_expect(!what, "%s: %s", found.gl_pathv[k], what);
            cj_arena_reset(arena);
        }
        globfree(&found);
    }
    cr_expect(n > 80, "%u maps", n);
    cj_arena_free(arena);
}

Test(standard_data, csv, .timeout = 60)
{
    check_all(true);
}

Test(standard_data, workbooks, .timeout = 60)
{
    check_all(false);
}
