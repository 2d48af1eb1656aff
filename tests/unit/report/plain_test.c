/* plain_test.c - lines that stand still: one map in other clothes gives the same, and all of it. */
#include <cj/cj.h>
#include "base/utf8.h"
#include <criterion/criterion.h>

static cj_maps *read_maps(cj_arena *a, const char *path)
{
    cj_read_options o = cj_read_options_default();
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_book *b;
    cj_err err;

    cr_assert_eq(cj_book_read(a, path, &o, &b, &err), CJ_OK, "%s", path);
    cr_assert_eq(cj_maps_find(a, b, NULL, maps, &err), CJ_OK, "%s", path);
    return maps;
}

static cj_str plain_of(cj_arena *a, const char *path)
{
    return cj_plain_lines(a, read_maps(a, path), CJ_LANG_AUTO);
}

static cj_str plain_of_text(cj_arena *a, const char *csv)
{
    cj_read_options o = cj_read_options_default();
    cj_book *b;
    cj_maps maps;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, cj_str_of(csv), CJ_STR("map.csv"), &o, &b, &err), CJ_OK);
    cr_assert_eq(cj_maps_find(a, b, NULL, &maps, &err), CJ_OK, "%s", csv);
    return cj_plain_lines(a, &maps, CJ_LANG_AUTO);
}

Test(plain, copies_give_the_same_lines)
{
    static const char *const copies[] = {
        "tests/data/layouts/good-down.csv",
        "tests/data/layouts/good-cp932.csv",
        "tests/data/layouts/good.xls",
    };
    size_t i;

    for (i = 0; i < sizeof copies / sizeof *copies; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str good = plain_of(a, "tests/data/samples/02_good_ja.csv"),
               copy = plain_of(a, copies[i]), x, y;

        while (good.n && copy.n && cj_str_split(&good, '\n', &x) &&
               cj_str_split(&copy, '\n', &y))
            cr_expect(cj_str_eq(x, y), "%s: %s, not %s", copies[i], cj_str_z(a, y),
                      cj_str_z(a, x));
        cr_expect(good.n == copy.n, "%s", copies[i]);
        cj_arena_free(a);
    }
}

#define HEAD "\xef\xbb\xbf項目,導入期,更新期\r\n"
#define REST "思考・感情,不安,期待\r\n成功の定義,できる,続く\r\n"

/* None of this is a change to anybody who reads the map. */
Test(plain, what_is_only_written_another_way)
{
    static const char *const same[] = {
        HEAD "課題・ペイン,\"・設定が難しい（CS）\n・ガイドがない\",高い\r\n" REST,
        HEAD "課題・ペイン,\"・設定が難しい(ＣＳ)\r\n・ｶﾞｲﾄﾞがない \",　高い\r\n" REST,
        HEAD
        "課題・ペイン,\"- 設定が難しい(CS)\n- カ\xe3\x82\x99イト\xe3\x82\x99がない\n\",高い\r\n" REST,
        "項目,課題・ペイン,思考・感情,成功の定義\n"
        "導入期,\"・設定が難しい（CS）\n・ガイドがない\",不安,できる\n更新期,高い,期待,続く\n",
    };
    cj_arena *a = cj_arena_new(0);
    cj_str first = plain_of_text(a, same[0]);
    size_t i;

    cr_expect(cj_str_has(first, CJ_STR("\n導入期 × 課題・ペイン: 設定が難しい(CS)\n")),
              "%s", cj_str_z(a, first));
    for (i = 1; i < sizeof same / sizeof *same; i++) {
        cj_str other = plain_of_text(a, same[i]);

        /* rows stand in the order of the file, which the last one has too */
        cr_expect(cj_str_eq(first, other), "%zu:\n%s\n%s", i, cj_str_z(a, first),
                  cj_str_z(a, other));
    }
    cj_arena_free(a);
}

/* Letters, case and spaces inside are what people wrote; lines of an item stay on one. */
Test(plain, what_is_a_change)
{
    static const char *const other[] = {
        HEAD "課題・ペイン,Set Up,高い\r\n" REST,
        HEAD "課題・ペイン,set up,高い\r\n" REST,
        HEAD "課題・ペイン,setup,高い\r\n" REST,
        HEAD "課題・ペイン,set up ①,高い\r\n" REST,
        HEAD "課題・ペイン,set up 1,高い\r\n" REST,
        HEAD "ペイン,set up 1,高い\r\n" REST,
    };
    cj_arena *a = cj_arena_new(0);
    size_t i, k;

    for (i = 0; i < sizeof other / sizeof *other; i++)
        for (k = 0; k < i; k++)
            cr_expect(!cj_str_eq(plain_of_text(a, other[i]), plain_of_text(a, other[k])),
                      "%zu %zu", i, k);
    cj_arena_free(a);
}

/* Letters and digits, which no layout touches. */
static cj_str letters(cj_arena *a, cj_str s)
{
    cj_str rest = cj_utf8_even(a, s);
    cj_buf b;

    cj_buf_init(&b, a);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);
        cj_script script = cj_utf8_script(cp);

        if (script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE)
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}

static void expect_text(cj_arena *a, const char *path, cj_str lines, cj_str text)
{
    cj_str line, kept = letters(a, text);
    bool found = kept.n == 0;

    while (!found && lines.n && cj_str_split(&lines, '\n', &line))
        found = cj_str_has(letters(a, line), kept);
    cr_expect(found, "%s: %s", path, cj_str_z(a, text));
}

/* Item by item; what no item has is of the cell. */
static void expect_cell(cj_arena *a, const char *path, cj_str lines, const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_items; i++)
        expect_text(a, path, lines, c->items[i].text);
    if (!c->n_items)
        expect_text(a, path, lines, c->text);
    expect_text(a, path, lines, c->note);
}

static void expect_map(cj_arena *a, const char *path, cj_str lines, const cj_map *m)
{
    cj_leaf *left;
    size_t i, k, f;

    for (i = 0; i < CJ_N_META; i++)
        if (!cj_str_has(cj_str_of(cj_meta_id_name((cj_meta_id)i)), CJ_STR("review")) &&
            i != CJ_META_CREATED && i != CJ_META_UPDATED)
            expect_text(a, path, lines, m->meta[i].text);
    for (i = 0; i < m->n_phases; i++)
        expect_text(a, path, lines, m->phases[i].name);
    for (i = 0; i < m->n_elements; i++) {
        expect_text(a, path, lines, m->elements[i].label);
        expect_text(a, path, lines, m->elements[i].group);
        for (k = 0; k < m->n_phases; k++)
            expect_cell(a, path, lines, &m->elements[i].cells[k]);
    }
    for (i = 0; i < m->n_sections; i++)
        for (k = 0; k < m->sections[i].n_records; k++)
            for (f = 0; f < m->sections[i].n_columns; f++)
                if (m->sections[i].kind != CJ_SECTION_GUIDE &&
                    m->sections[i].kind != CJ_SECTION_LINT &&
                    (m->sections[i].kind != CJ_SECTION_PERSONA || f))
                    expect_text(a, path, lines, m->sections[i].records[k].cell[f].text);
    left = cj_map_leftover(a, m);
    for (i = 0; i < m->n_leftover; i++)
        expect_text(a, path, lines, left[i].text);
}

Test(plain, every_text_is_there)
{
    static const char *const files[] = {
        "tests/data/samples/01_seed_sample.csv",
        "tests/data/samples/02_good_ja.csv",
        "tests/data/samples/03_good_en.csv",
        "tests/data/samples/06_merge_base.csv",
        "tests/data/layouts/band-sub-labels.xlsx",
        "tests/data/layouts/groups-merged.xlsx",
        "tests/data/layouts/levels-three.xlsx",
        "tests/data/layouts/owner-matrix.xlsx",
        "tests/data/layouts/good-titled.csv",
        "tests/data/layouts/list-styles.csv",
        "tests/data/layouts/down-part.xlsx",
        "tests/data/layouts/levels-phase-step.xlsx",
    };
    size_t i, k;

    for (i = 0; i < sizeof files / sizeof *files; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_maps *maps = read_maps(a, files[i]);
        cj_str lines = cj_plain_lines(a, maps, CJ_LANG_AUTO);

        for (k = 0; k < maps->n; k++)
            expect_map(a, files[i], lines, &maps->map[k]);
        cj_arena_free(a);
    }
}

/* A sheet beside the map is told cell by cell; so is a book without one. */
Test(plain, cells_where_there_is_no_map)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = cj_book_new(a, CJ_XLSX);
    cj_sheet *s = cj_book_add_sheet(a, b, CJ_STR("売上（月）"));
    cj_book_cell *c = cj_sheet_add(a, s, 3, 2);
    cj_str text;

    c->value = CJ_V_TEXT;
    c->text = CJ_STR("a\nb\x1b[31m");
    cj_sheet_seal(a, s);
    text = cj_plain_cells(a, b);
    cr_expect(cj_str_eq(text, CJ_STR("== 売上(月)\n売上(月)!B3: a / b[31m\n")), "%s",
              cj_str_z(a, text));
    cj_arena_free(a);
}
