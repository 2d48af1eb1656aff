/* structure_merged.c - CJ108: what was read as if it were merged, because names are missing. */
#include "lint/rule.h"
#include "base/buf.h"

enum { SHOWN_RANGES = 3 };

/* The ranges that were read as if they were merged, and the first of their places. */
typedef struct ranges {
    cj_buf text;
    cj_span first;
    size_t n;
} ranges;

static void add_range(ranges *r, cj_span from, unsigned row, unsigned col)
{
    char a[CJ_REF_MAX], b[CJ_REF_MAX];

    if (!r->n)
        r->first = from;
    if (r->n++ > SHOWN_RANGES)
        return;
    cj_ref(a, from.row, from.col);
    cj_ref(b, row, col);
    if (r->n > SHOWN_RANGES)
        cj_buf_z(&r->text, "\n…");
    else
        cj_buf_fmt(&r->text, "%s%s:%s", r->text.n ? "\n" : "", a, b);
}

static void find_ranges(cj_lint *l, const ranges *r)
{
    if (r->n)
        cj_say(cj_find_at(l, r->first, CJ_STR("")), "list", cj_buf_str(&r->text));
}

static void add_header(cj_lint *l, ranges *r, const cj_phase *p)
{
    bool down = cj_lint_map(l)->orient == CJ_PHASES_DOWN;

    if (p->assumed && p->last > p->first)
        add_range(r, p->at, down ? p->last : p->at.row, down ? p->at.col : p->last);
}

/* The last line that was read as part of the row. */
static unsigned last_line(const cj_element *e, size_t n_phases, bool down)
{
    unsigned last = down ? e->at.col : e->at.row;
    size_t p, i;

    for (p = 0; p < n_phases; p++)
        for (i = 0; i < e->cells[p].n_parts; i++) {
            const cj_span *at = &e->cells[p].parts[i].at;

            if (at->sheet == e->at.sheet && (down ? at->col : at->row) > last)
                last = down ? at->col : at->row;
        }
    return last;
}

/* The name of the group that the row was counted to: the nearest one before it. */
static const cj_leaf *group_leaf(const cj_map *map, const cj_element *e, bool down)
{
    const cj_leaf *best = NULL;
    size_t i;

    for (i = 0; i < map->n_leaves; i++) {
        const cj_leaf *leaf = &map->leaves[i];

        if (leaf->kind != CJ_LEAF_GROUP || leaf->at.sheet != e->at.sheet)
            continue;
        if (down ? leaf->at.row < e->at.row && leaf->at.col < e->at.col &&
                       (!best || leaf->at.col > best->at.col)
                 : leaf->at.col < e->at.col && leaf->at.row < e->at.row)
            best = leaf;
    }
    return best;
}

/* Rows of one group follow each other: one range for all of them. */
typedef struct grouping {
    const cj_leaf *leaf;
    const cj_element *last;
} grouping;

static void add_group(ranges *r, grouping *g, bool down)
{
    if (g->leaf)
        add_range(r, g->leaf->at, down ? g->leaf->at.row : g->last->at.row,
                  down ? g->last->at.col : g->leaf->at.col);
    g->leaf = NULL;
}

static void add_labels(cj_lint *l, ranges *r)
{
    const cj_map *map = cj_lint_map(l);
    bool down = map->orient == CJ_PHASES_DOWN;
    grouping g = { NULL, NULL };
    size_t i;

    for (i = 0; i < map->n_elements; i++) {
        const cj_element *e = &map->elements[i];
        unsigned last = e->assumed ? last_line(e, map->n_phases, down) : 0;
        const cj_leaf *leaf;

        if (!e->assumed)
            continue;
        if (last > (down ? e->at.col : e->at.row)) {
            add_range(r, e->at, down ? e->at.row : last, down ? last : e->at.col);
            continue;
        }
        leaf = group_leaf(map, e, down);
        if (leaf != g.leaf)
            add_group(r, &g, down);
        g = (grouping){ leaf, e };
    }
    add_group(r, &g, down);
}

static void assumed_merged_cells(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    ranges headers = { .n = 0 }, labels = { .n = 0 };
    size_t i;

    cj_buf_init(&headers.text, cj_lint_arena(l));
    cj_buf_init(&labels.text, cj_lint_arena(l));
    for (i = 0; i < map->n_phases; i++)
        add_header(l, &headers, &map->phases[i]);
    add_labels(l, &labels);
    find_ranges(l, &headers);
    find_ranges(l, &labels);
}

const cj_rule cj_rule_assumed_merged_cells = {
    .info = {
        .id = "CJ108",
        .name = "assumed-merged-cells",
        .severity = { CJ_INFO, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_SAFE,
        .source = "統計表の機械判読の統一ルール 1-4 / MIC rules for machine-readable tables 1-4",
        .says = { "{list} was read as if it were merged, because only its first cell has a name. "
                  "If that is wrong, name each of them.",
                  "名前が先頭にしかないため、{list} を結合セルとみなしてまとめて読みました。意図と違う場合は、"
                  "それぞれに見出しを入れてください。" },
        .why = { "In a CSV, merged cells are lost: only the first one keeps its text. What follows "
                 "may belong to it, or be a column or row whose name was forgotten.",
                 "CSVでは結合セルの情報がなくなり、先頭のセルにだけ文字が残ります。続くセルがその一部なのか、"
                 "見出しの書き忘れなのかは、見た目では区別できません。" },
        .mend = { "Write the name into each empty cell beside or under {cell}, or keep the map as "
                  ".xlsx, where merged cells stay merged.",
                  "{cell} に続く空のセルにも見出しを書きます。Excelブック（.xlsx）のまま保存すれば、結合の"
                  "情報も残ります。" },
        .bad = {
            { .edits = { "C17= ;; E17=Renewal", "C17=" },
              .at = { "B17", "B17" },
              .shows = { "Onboarding | (empty) | Renewal", "導入期 | （空） | 活用定着・拡大期" } },
            { .edits = { "A24=", "A24=" },
              .at = { "A23", "A23" },
              .shows = { "a row of texts without a label under Pain Points",
                         "「課題・ペイン」の下に、項目名のない行" } },
        },
        .good = {
            { .edits = { "C17=Activation", "C17=定着期" } },
            { .edits = { "A24=Channels", "A24=顧客接点" } },
        },
    },
    .on_map = assumed_merged_cells,
};
