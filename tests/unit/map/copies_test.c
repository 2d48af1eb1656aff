/* copies_test.c - one map in other clothes is the same map: turned, in CP932, as .xls, retitled. */
#include <cj/cj.h>
#include "base/buf.h"
#include "base/utf8.h"
#include <criterion/criterion.h>

static cj_map *read_map(cj_arena *a, const char *path)
{
    cj_read_options o = cj_read_options_default();
    cj_book *b;
    cj_maps maps;
    cj_err err;

    cr_assert_eq(cj_book_read(a, path, &o, &b, &err), CJ_OK, "%s", path);
    cr_assert_eq(cj_maps_find(a, b, NULL, &maps, &err), CJ_OK, "%s", path);
    cr_assert_eq(maps.n, 1, "%s", path);
    return &maps.map[0];
}

/* CP932 has one wave dash only. */
static cj_str one_wave(cj_arena *a, cj_str text)
{
    cj_buf b;

    cj_buf_init(&b, a);
    for (text = cj_utf8_trim(text); text.n;) {
        uint32_t cp = cj_utf8_next(&text);

        cj_utf8_put(&b, cp == 0xff5e ? 0x301c : cp);
    }
    return cj_buf_str(&b);
}

static void same(cj_arena *a, const char *path, const char *what, cj_str x, cj_str y)
{
    cr_expect(cj_str_eq(one_wave(a, x), one_wave(a, y)), "%s: %s: %s, not %s", path, what,
              cj_str_z(a, y), cj_str_z(a, x));
}

static void same_phase(cj_arena *a, const char *path, const cj_phase *x, const cj_phase *y)
{
    same(a, path, "name", x->name, y->name);
    same(a, path, "key", x->key, y->key);
    same(a, path, "period", x->period_text, y->period_text);
    same(a, path, "definition", x->definition, y->definition);
    cr_expect(x->id == y->id && !y->n_steps && !y->group.n && !y->assumed, "%s: %s", path,
              cj_str_z(a, y->name));
    cr_expect(x->period.from == y->period.from && x->period.to == y->period.to,
              "%s: period of %s", path, cj_str_z(a, y->name));
}

static void same_cell(cj_arena *a, const char *path, const cj_cell *x, const cj_cell *y)
{
    size_t i;

    same(a, path, "cell", x->text, y->text);
    cr_expect(x->elem == y->elem && x->placeholder == y->placeholder &&
                  x->support.refs.n == y->support.refs.n,
              "%s: %s", path, cj_str_z(a, y->text));
    cr_assert_eq(x->n_items, y->n_items, "%s: %s", path, cj_str_z(a, y->text));
    for (i = 0; i < x->n_items; i++) {
        same(a, path, "item", x->items[i].text, y->items[i].text);
        same(a, path, "bare", x->items[i].bare, y->items[i].bare);
        same(a, path, "owner", x->items[i].owner, y->items[i].owner);
        same(a, path, "timing", x->items[i].timing, y->items[i].timing);
    }
}

static void same_section(cj_arena *a, const char *path, const cj_section *x,
                         const cj_section *y)
{
    size_t i, k;

    cr_assert(x->kind == y->kind && x->n_columns == y->n_columns &&
                  x->n_records == y->n_records,
              "%s: %s", path, cj_str_z(a, y->title));
    same(a, path, "section", x->title, y->title);
    for (i = 0; i < x->n_records; i++)
        for (k = 0; k < x->n_columns; k++)
            same(a, path, "field", x->records[i].cell[k].text, y->records[i].cell[k].text);
}

static void same_map(cj_arena *a, const char *path, const cj_map *x, const cj_map *y)
{
    size_t i, k;

    cr_assert(x->n_phases == y->n_phases && x->n_elements == y->n_elements &&
                  x->n_sections == y->n_sections,
              "%s", path);
    for (i = 0; i < x->n_phases; i++)
        same_phase(a, path, &x->phases[i], &y->phases[i]);
    for (i = 0; i < x->n_elements; i++) {
        same(a, path, "label", x->elements[i].label, y->elements[i].label);
        same(a, path, "key", x->elements[i].key, y->elements[i].key);
        cr_expect(!y->elements[i].assumed && !y->elements[i].group.n, "%s", path);
        for (k = 0; k < x->n_phases; k++)
            same_cell(a, path, &x->elements[i].cells[k], &y->elements[i].cells[k]);
    }
    for (i = 0; i < x->n_sections; i++)
        same_section(a, path, &x->sections[i], &y->sections[i]);
    for (i = 0; i < CJ_N_META; i++)
        if (i != CJ_META_TITLE)
            same(a, path, cj_meta_id_name((cj_meta_id)i), x->meta[i].text, y->meta[i].text);
    cr_expect_eq(x->lang, y->lang, "%s", path);
    cr_expect(x->n_evidence == y->n_evidence && x->n_kpis == y->n_kpis &&
                  x->n_actions == y->n_actions && x->n_history == y->n_history,
              "%s", path);
}

Test(copies, good_ja)
{
    static const struct {
        const char *path;
        cj_orient orient;
        unsigned left;
    } copies[] = {
        { "tests/data/layouts/good-down.csv", CJ_PHASES_DOWN, 0 },
        { "tests/data/layouts/good-cp932.csv", CJ_PHASES_ACROSS, 0 },
        { "tests/data/layouts/good.xls", CJ_PHASES_ACROSS, 0 },
        { "tests/data/layouts/good-titled.csv", CJ_PHASES_ACROSS, 1 },
    };
    size_t i;

    for (i = 0; i < sizeof copies / sizeof *copies; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_map *good = read_map(a, "tests/data/samples/02_good_ja.csv"),
                     *copy = read_map(a, copies[i].path);

        cr_expect_eq(copy->orient, copies[i].orient, "%s", copies[i].path);
        same_map(a, copies[i].path, good, copy);
        cr_expect_eq(copy->n_leftover, copies[i].left, "%s: %zu left over", copies[i].path,
                     copy->n_leftover);
        cj_arena_free(a);
    }
}

/* With its merged areas and without them a layout says the same; only the assumptions differ. */
Test(copies, with_and_without_merged_areas)
{
    static const char *const names[] = {
        "band-merged",  "band-sub-labels", "groups-merged",     "groups-headings",
        "levels-four",  "levels-mixed",    "levels-part-phase", "levels-phase-step",
        "levels-three", "owner-matrix",    "down-part",         "row-4",
    };
    size_t i, e, p;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str csv = cj_str_fmt(a, "tests/data/layouts/%s.csv", names[i]),
               xlsx = cj_str_fmt(a, "tests/data/layouts/%s.xlsx", names[i]);
        const cj_map *x = read_map(a, cj_str_z(a, xlsx)),
                     *y = read_map(a, cj_str_z(a, csv));

        cr_assert(x->n_phases == y->n_phases && x->n_elements == y->n_elements, "%s",
                  names[i]);
        for (p = 0; p < x->n_phases; p++) {
            same(a, names[i], "phase", x->phases[p].name, y->phases[p].name);
            same(a, names[i], "group", x->phases[p].group, y->phases[p].group);
            cr_expect_eq(x->phases[p].n_steps, y->phases[p].n_steps, "%s", names[i]);
            cr_expect(!x->phases[p].assumed, "%s", names[i]);
        }
        for (e = 0; e < x->n_elements; e++) {
            same(a, names[i], "element", x->elements[e].key, y->elements[e].key);
            same(a, names[i], "group", x->elements[e].group, y->elements[e].group);
            cr_expect(!x->elements[e].assumed, "%s: %s", names[i],
                      cj_str_z(a, x->elements[e].label));
            for (p = 0; p < x->n_phases; p++)
                same(a, names[i], "cell", x->elements[e].cells[p].text,
                     y->elements[e].cells[p].text);
        }
        cj_arena_free(a);
    }
}
