/* head.c - the title and the metadata above the grid, in standard order. */
#include "layout/parts.h"
#include "map/items.h"
#include "base/utf8.h"

/* In the order in which a person reads them; those marked stand there even where nobody has
 * filled them in: they are asked for by the rules (CJ201 - CJ213, CJ901 - CJ905). */
static const struct {
    cj_meta_id id;
    bool always;
} order[] = {
    { CJ_META_TITLE, true },       { CJ_META_PURPOSE, true },
    { CJ_META_MAP_GOAL, false },   { CJ_META_PRODUCT, true },
    { CJ_META_PLAN, false },       { CJ_META_SEGMENT, true },
    { CJ_META_PERSONA, true },     { CJ_META_SCOPE, false },
    { CJ_META_VERSION, true },     { CJ_META_MATURITY, true },
    { CJ_META_CREATED, true },     { CJ_META_UPDATED, false },
    { CJ_META_LAST_REVIEW, true }, { CJ_META_NEXT_REVIEW, true },
    { CJ_META_AUTHOR, true },      { CJ_META_CONTRIBUTORS, true },
    { CJ_META_MAP_OWNER, true },   { CJ_META_APPROVER, true },
    { CJ_META_NOTE, false },
};

static const cj_leaf *title_leaf(const cj_map *m)
{
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].kind == CJ_LEAF_TITLE)
            return &m->leaves[i];
    return NULL;
}

static const cj_text ours = { "Customer Success Journey Map",
                              "カスタマーサクセスジャーニーマップ" };

/* The title that an earlier run wrote: nobody's own words. */
static bool is_ours(cj_str title)
{
    return cj_str_eq(title, cj_str_of(ours.en)) || cj_str_eq(title, cj_str_of(ours.ja));
}

/* A title that stands alone is the map's name, unless that has a line of its own. */
static void add_title(cj_pen *p)
{
    const cj_map *m = p->map;
    const cj_leaf *leaf = title_leaf(m);
    cj_str title = cj_str_of(cj_text_in(ours, p->lang));
    bool plain = leaf && is_ours(leaf->text);

    if (plain) {
        cj_pen_from(p, leaf->at, p->row, 1, CJ_MOVE_LABEL);
    } else if (leaf && m->meta[CJ_META_TITLE].at.row &&
               (leaf->at.row != m->meta[CJ_META_TITLE].at.row ||
                leaf->at.col != m->meta[CJ_META_TITLE].at.col)) {
        title = leaf->text;
        cj_pen_from(p, leaf->at, p->row, 1, CJ_MOVE_WHOLE);
    }
    cj_pen_put(p, p->row++, 1, CJ_ROLE_TITLE, title);
}

static bool is_date(cj_meta_id id)
{
    return id >= CJ_META_CREATED && id <= CJ_META_NEXT_REVIEW;
}

static void add_value(cj_pen *p, cj_meta_id id)
{
    const cj_meta *m = &p->map->meta[id];
    cj_role role = m->placeholder ? CJ_ROLE_SAMPLE : CJ_ROLE_META;

    if (is_ours(m->text))
        return;
    if (!(is_date(id) && cj_pen_date(p, p->row, 2, role, m->text)))
        cj_pen_copy(p, p->row, 2, role, m->text, m->at);
    if (m->text.n)
        cj_pen_from(p, m->at, p->row, 2, CJ_MOVE_WHOLE);
}

static void add_meta(cj_pen *p, cj_places *at, cj_meta_id id)
{
    const cj_meta *m = &p->map->meta[id];

    cj_pen_put(p, p->row, 1, CJ_ROLE_META_LABEL,
               cj_words_header(p, CJ_FAM_META, (int)id, m->label));
    add_value(p, id);
    if (!p->options->stacked)
        cj_lay_choice(p, cj_meta_list(id), (cj_range){ p->row, 2, p->row, 2 },
                      cj_str_of(cj_meta_label(id, p->lang)), cj_words_meta_hint(p, id));
    at->meta_row[id] = p->row++;
}

static bool said(const cj_meta *m)
{
    return (m->at.row || m->text.n) && !is_ours(m->text);
}

static bool wanted(const cj_pen *p, cj_meta_id id, bool always)
{
    const cj_map *preset = p->options->preset;

    if (said(&p->map->meta[id]))
        return true;
    return preset ? said(&preset->meta[id]) : always;
}

static bool any_wanted(const cj_pen *p)
{
    size_t i;

    for (i = 0; i < sizeof order / sizeof *order; i++)
        if (wanted(p, order[i].id, order[i].always))
            return true;
    return false;
}

/* A template that is nothing but a grid asks for nothing above it. */
void cj_lay_head(cj_pen *p, cj_places *at)
{
    size_t i;

    if (!any_wanted(p) && !title_leaf(p->map))
        return;
    add_title(p);
    for (i = 0; i < sizeof order / sizeof *order; i++)
        if (wanted(p, order[i].id, order[i].always))
            add_meta(p, at, order[i].id);
    p->row++;
}
