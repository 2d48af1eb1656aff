/* json_test.c - the facts as JSON: byte for byte, and as another program reads it. */
#include "printed.h"
#include <jansson.h>

Test(json, every_kind_of_fact)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_fact *list, *object;
    char *got;

    cj_fact_add_integer(a, r->facts, "format", 1);
    cj_fact_add_text(a, r->facts, "text", CJ_STR("導入期\n\"x\"\\ \t\x01 \x7f"));
    cj_fact_add_real(a, r->facts, "tenth", 0.1);
    cj_fact_add_real(a, r->facts, "whole", -3);
    cj_fact_add_real(a, r->facts, "none", 0.0 / 0.0);
    cj_fact_add_bool(a, r->facts, "yes", true);
    cj_fact_add_null(a, r->facts, "null");
    cj_fact_add_list(a, r->facts, "empty");
    cj_fact_add_object(a, r->facts, "nothing");
    list = cj_fact_add_list(a, r->facts, "list");
    cj_fact_add_z(a, list, NULL, "a");
    object = cj_fact_add_object(a, list, NULL);
    cj_fact_add_bool(a, object, "no", false);
    got = printed_json(a, r);
    cr_expect_str_eq(got, "{\n  \"format\": 1,\n"
                          "  \"text\": \"導入期\\n\\\"x\\\"\\\\ \\t\\u0001 \x7f\",\n"
                          "  \"tenth\": 0.1,\n  \"whole\": -3,\n  \"none\": null,\n"
                          "  \"yes\": true,\n  \"null\": null,\n  \"empty\": [],\n"
                          "  \"nothing\": {},\n  \"list\": [\n    \"a\",\n    {\n"
                          "      \"no\": false\n    }\n  ]\n}\n");
    free(got);
    cj_arena_free(a);
}

Test(json, another_program_reads_every_text)
{
    static const char *const texts[] = { "",
                                         "\"",
                                         "\\",
                                         "\\u0041",
                                         "</script>",
                                         "a\x1f\x01 b",
                                         "👩‍💻",
                                         "\xe2\x80\xa8",
                                         "broken \xff\xc3" };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++) {
        cj_report *r = cj_report_new(a, CJ_EN);
        json_error_t why;
        json_t *root;
        char *got;

        cj_fact_add_z(a, r->facts, "t", texts[i]);
        got = printed_json(a, r);
        root = json_loads(got, 0, &why);
        cr_assert_not_null(root, "%zu: %s", i, why.text);
        if (i < 8)
            cr_expect_str_eq(json_string_value(json_object_get(root, "t")), texts[i], "%zu",
                             i);
        json_decref(root);
        free(got);
    }
    cj_arena_free(a);
}

Test(json, a_full_disk_is_an_error)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    FILE *full = fopen("/dev/full", "w");
    cj_err err;

    cr_assert_not_null(full);
    cr_expect_eq(cj_render_json(a, r, full, &err), CJ_EIO);
    cr_expect_eq(err.rc, CJ_EIO);
    fclose(full);
    cj_arena_free(a);
}
