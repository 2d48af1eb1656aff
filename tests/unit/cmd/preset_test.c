/* preset_test.c - templates by name and by file, and forms of filled maps. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <string.h>

static const cj_tool tool = { .name = "tool" };

static cj_run run_of(cj_arena *a)
{
    return (cj_run){ .tool = &tool,
                     .arena = a,
                     .lang = CJ_EN,
                     .read = cj_read_options_default(),
                     .shared = { .no_config = 1 } };
}

Test(preset_file, every_built_in_template_in_both_languages)
{
    cj_arena *a = cj_arena_new(0);
    cj_run run = run_of(a);
    size_t i, lang;

    for (i = 0; i < cj_preset_count(); i++)
        for (lang = 0; lang < 2; lang++) {
            cj_str name = cj_str_of(cj_preset_at(i)->name);
            cj_lang of = lang ? CJ_JA : CJ_EN;
            cj_map *blank, *filled;
            cj_err err;

            cr_assert_eq(cj_read_template(&run, name, of, false, &blank, &err), CJ_OK);
            cr_assert_eq(cj_read_template(&run, name, of, true, &filled, &err), CJ_OK);
            cr_expect_eq(blank->lang, of, CJ_FMT, CJ_ARG(name));
            cr_expect_eq(blank->n_phases, filled->n_phases, CJ_FMT, CJ_ARG(name));
            cr_expect_eq(blank->n_elements, filled->n_elements, CJ_FMT, CJ_ARG(name));
            cr_expect_null(run.also_read, "a built-in one is no file");
        }
    cj_arena_free(a);
}

Test(preset_file, what_is_no_template)
{
    static const struct {
        const char *name, *says;
    } cases[] = {
        { "cs-sas",
          "there is no template \"cs-sas\", nor a file of that name; did you mean "
          "\"cs-saas\"?" },
        { "minimum",
          "there is no template \"minimum\", nor a file of that name; did you mean "
          "\"minimal\"?" },
        { "nowhere/ours.csv",
          "there is no template \"nowhere/ours.csv\", nor a file of that "
          "name; cjtemplate --list-presets lists the templates" },
        { "",
          "there is no template \"\", nor a file of that name; cjtemplate --list-presets "
          "lists the templates" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_run run = run_of(a);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str name = cj_str_of(cases[i].name), got;
        cj_map *map;
        cj_err err;

        cr_expect_eq(cj_check_template(&run, name, &err), CJ_EUSAGE, "%s", cases[i].name);
        cr_expect_eq(cj_read_template(&run, name, CJ_EN, false, &map, &err), CJ_EUSAGE);
        got = cj_err_says(a, &err, CJ_EN);
        cr_expect(cj_str_eq(got, cj_str_of(cases[i].says)), CJ_FMT, CJ_ARG(got));
        cr_expect(cj_err_says(a, &err, CJ_JA).n);
    }
    cr_expect_eq(cj_check_template(&run, CJ_STR("CS_SaaS"), NULL), CJ_OK);
    cr_expect_eq(cj_check_template(&run, CJ_STR("Makefile"), NULL), CJ_OK);
    cj_arena_free(a);
}

Test(preset_file, a_file_is_remembered_and_its_examples_go)
{
    static const char path[] = "templates/minimal.ja.csv";
    cj_arena *a = cj_arena_new(0);
    cj_run run = run_of(a);
    cj_map *map;
    cj_err err;

    cr_assert_eq(cj_read_template(&run, cj_str_of(path), CJ_EN, false, &map, &err), CJ_OK);
    cr_expect_eq(map->lang, CJ_JA, "in its own language");
    cr_expect_eq(map->elements[0].cells[0].text.n, 0);
    cr_expect_str_eq(run.also_read, path);
    cr_assert_eq(cj_read_template(&run, cj_str_of(path), CJ_EN, true, &map, &err), CJ_OK);
    cr_expect(cj_str_starts(map->elements[0].cells[0].text, CJ_STR("例：")));
    cj_arena_free(a);
}

Test(preset_file, failures_name_the_file)
{
    static const char *const paths[] = { "tests/data/layouts/no-faq-ja.csv",
                                         "tests/data/bad/truncated.xlsx" };
    cj_arena *a = cj_arena_new(0);
    cj_run run = run_of(a);
    size_t i;

    for (i = 0; i < sizeof paths / sizeof *paths; i++) {
        cj_map *map;
        cj_err err = { 0 };

        cr_expect_neq(cj_read_template(&run, cj_str_of(paths[i]), CJ_EN, false, &map, &err),
                      CJ_OK);
        cr_expect(cj_str_eq(err.at.file, cj_str_of(paths[i])), "%s: " CJ_FMT, paths[i],
                  CJ_ARG(err.at.file));
        cr_expect_neq(cj_read_filled(&run, cj_str_of(paths[i]), &map, &err), CJ_OK);
    }
    cj_arena_free(a);
}

Test(preset_file, of_several_maps_the_first, .init = cr_redirect_stderr)
{
    static const char told[] =
        "tool: tests/data/maps/two.xlsx: there are 2 maps in this file; the first one is used "
        "(ジャーニーマップ). To use another one, save it in a file of its own\n";
    cj_arena *a = cj_arena_new(0);
    cj_run run = run_of(a);
    cj_map *map;
    cj_err err;

    cr_assert_eq(cj_read_filled(&run, CJ_STR("tests/data/maps/two.xlsx"), &map, &err),
                 CJ_OK);
    cr_expect_eq(map->sheet, 0);
    run.shared.quiet = 1;
    cr_assert_eq(cj_read_filled(&run, CJ_STR("tests/data/maps/two.xlsx"), &map, &err),
                 CJ_OK);
    fflush(stderr);
    cr_assert_stderr_eq_str(told);
    cj_arena_free(a);
}
