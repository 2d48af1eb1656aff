/* changes_parts.c - what other reports take over: the changes of one comparison under their headings. */
#include "report/changes.h"

static void heading(const cj_telling *t, cj_report *report, unsigned depth, cj_text title)
{
    if (depth)
        cj_report_heading(t->arena, report, depth, cj_str_of(cj_text_in(title, t->lang)));
}

void cj_changes_section(cj_arena *arena, cj_report *report,
                        const cj_changes_options *options, const cj_diff *diff,
                        const cj_str path[2], unsigned depth)
{
    static const cj_text titles[] = { { "What changed, by phase", "変更点（フェーズ別）" },
                                      { "What changed, by row", "変更点（項目別）" },
                                      { "What changed, by kind", "変更点（種類別）" },
                                      { "What changed, by owner", "変更点（担当別）" } };
    cj_telling t = cj_telling_of(arena, options, diff, path);

    heading(&t, report, depth, titles[options->by]);
    cj_change_list(&t, report, depth + 1);
}

void cj_changes_table(cj_arena *arena, cj_report *report, const cj_changes_options *options,
                      const cj_diff *diff, const cj_str path[2], unsigned depth,
                      bool anchors)
{
    static const cj_text title = { "What changed", "変更点" };
    cj_telling t = cj_telling_of(arena, options, diff, path);

    t.anchors = anchors;
    heading(&t, report, depth, title);
    cj_change_table(&t, report);
}

void cj_changes_map(cj_arena *arena, cj_report *report, const cj_changes_options *options,
                    const cj_diff *diff, const cj_str path[2], unsigned depth)
{
    static const cj_text title = { "Map with its changes", "マップ（変更表示）" };
    cj_telling t = cj_telling_of(arena, options, diff, path);

    heading(&t, report, depth, title);
    cj_change_map(&t, report);
}
