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

/* The document of reports[0 … n]: a head, things, a tail. */
static char *in_pieces(cj_arena *a, const cj_report *const *reports, size_t n)
{
    char *p = NULL;
    size_t size = 0, i;
    FILE *out = open_memstream(&p, &size);
    cj_pieces to = { out, 0 };

    for (i = 0; i < n; i++)
        cr_assert_eq(cj_render_json_piece(a, reports[i],
                                          !i          ? CJ_PIECE_HEAD
                                          : i + 1 < n ? CJ_PIECE_BODY
                                                      : CJ_PIECE_TAIL,
                                          &to, NULL),
                     CJ_OK);
    fclose(out);
    return p;
}

Test(json, pieces_are_one_document)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *whole = cj_report_new(a, CJ_EN), *head = cj_report_new(a, CJ_EN),
              *thing = cj_report_new(a, CJ_EN), *tail = cj_report_new(a, CJ_EN),
              *bare = cj_report_new(a, CJ_EN), *empty = cj_report_new(a, CJ_EN);
    const cj_report *pieces[] = { head, thing, thing, tail };
    const cj_report *none[] = { head, tail };
    const cj_report *least[] = { bare, empty };
    char *want, *got;
    cj_fact *list;
    size_t i;

    cj_fact_add_integer(a, whole->facts, "format", 1);
    list = cj_fact_add_list(a, whole->facts, "things");
    for (i = 0; i < 2; i++)
        cj_fact_add_list(a, cj_fact_add_object(a, list, NULL), "empty");
    cj_fact_add_null(a, whole->facts, "null");
    cj_fact_add_integer(a, cj_fact_add_object(a, whole->facts, "sum"), "n", 2);
    cj_fact_add_integer(a, head->facts, "format", 1);
    cj_fact_add_list(a, head->facts, "things");
    cj_fact_add_list(a, thing->facts, "empty");
    cj_fact_add_null(a, tail->facts, "null");
    cj_fact_add_integer(a, cj_fact_add_object(a, tail->facts, "sum"), "n", 2);
    want = printed_json(a, whole);
    got = in_pieces(a, pieces, 4);
    cr_expect_str_eq(got, want);
    free(got);
    free(want);
    got = in_pieces(a, none, 2);
    cr_expect_str_eq(got, "{\n  \"format\": 1,\n  \"things\": [],\n  \"null\": null,\n"
                          "  \"sum\": {\n    \"n\": 2\n  }\n}\n");
    free(got);
    cj_fact_add_list(a, bare->facts, "things");
    got = in_pieces(a, least, 2);
    cr_expect_str_eq(got, "{\n  \"things\": []\n}\n");
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

Test(json, one_line_a_body)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_fact *list;
    char *p = NULL;
    size_t size = 0, i;
    FILE *out = open_memstream(&p, &size);
    cj_pieces to = { out, 0 };
    static const cj_piece pieces[] = { CJ_PIECE_HEAD, CJ_PIECE_BODY, CJ_PIECE_BODY,
                                       CJ_PIECE_TAIL };

    cj_fact_add_text(a, r->facts, "text", CJ_STR("a\nb: c"));
    list = cj_fact_add_list(a, r->facts, "list");
    cj_fact_add_integer(a, cj_fact_add_object(a, list, NULL), "n", 1);
    cj_fact_add_list(a, list, NULL);
    for (i = 0; i < 4; i++)
        cr_assert_eq(cj_render_jsonl_piece(a, r, pieces[i], &to, NULL), CJ_OK);
    fclose(out);
    cr_expect_str_eq(p, "{\"text\":\"a\\nb: c\",\"list\":[{\"n\":1},[]]}\n"
                        "{\"text\":\"a\\nb: c\",\"list\":[{\"n\":1},[]]}\n");
    free(p);
    cj_arena_free(a);
}
