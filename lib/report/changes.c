/* changes.c - what changed between maps, as reports: which changes are shown, and in which parts. */
#include <cj/changes.h>

cj_rc cj_changes_only_read(cj_arena *arena, cj_str list, cj_changes_only *out, cj_err *err)
{
    (void)arena;
    (void)err;
    out->any = list.n > 0;
    return CJ_OK;
}

cj_report *cj_changes_report(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n)
{
    (void)pair;
    (void)n;
    return cj_report_new(arena, options->lang);
}

cj_report *cj_changes_stat(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n)
{
    return cj_changes_report(arena, options, pair, n);
}

cj_report *cj_changes_lines(cj_arena *arena, const cj_changes_options *options,
                            const cj_compared *pair, size_t n)
{
    return cj_changes_report(arena, options, pair, n);
}

cj_report *cj_changes_page(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n)
{
    return cj_changes_report(arena, options, pair, n);
}

cj_book *cj_changes_book(cj_arena *arena, const cj_changes_options *options,
                         const cj_compared *pair, size_t n)
{
    cj_book *book = cj_book_new(arena, CJ_CSV);

    (void)options;
    (void)pair;
    (void)n;
    cj_book_add_sheet(arena, book, CJ_STR("changes"));
    return book;
}

size_t cj_changes_count(const cj_changes_options *options, const cj_compared *pair,
                        size_t n)
{
    size_t i, j, count = 0;

    (void)options;
    for (i = 0; i < n; i++)
        for (j = 0; pair[i].diffs && j < pair[i].diffs->n; j++)
            count += cj_diff_count(&pair[i].diffs->diff[j]);
    return count;
}

cj_str cj_changes_counts(cj_arena *arena, const cj_changes_options *options,
                         const cj_diff *diff)
{
    (void)options;
    return cj_str_fmt(arena, "%zu", diff->n);
}

void cj_changes_section(cj_arena *arena, cj_report *report,
                        const cj_changes_options *options, const cj_diff *diff,
                        const cj_str path[2], unsigned depth)
{
    (void)path;
    (void)depth;
    cj_report_text(arena, report, CJ_PLAIN, cj_changes_counts(arena, options, diff));
}

void cj_changes_table(cj_arena *arena, cj_report *report, const cj_changes_options *options,
                      const cj_diff *diff, const cj_str path[2], unsigned depth,
                      bool anchors)
{
    (void)anchors;
    cj_changes_section(arena, report, options, diff, path, depth);
}

void cj_changes_map(cj_arena *arena, cj_report *report, const cj_changes_options *options,
                    const cj_diff *diff, const cj_str path[2], unsigned depth)
{
    cj_changes_section(arena, report, options, diff, path, depth);
}
