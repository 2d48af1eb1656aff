/* xml_tree_test.c - a part as a tree: what is not changed keeps its bytes. */
#include "sheet/xml_tree.h"
#include <criterion/criterion.h>

#define PART                                                                                   \
    "<?xml version=\"1.0\"?>\n<x:a  k='1'><!-- b --><x:b count=\"2\"><c v=\"1\"/><c v=\"2\" >" \
    "t &amp; <![CDATA[<u>]]></c></x:b>\n<d/><e><f></f></e></x:a>\n"

static cj_tree read_tree(cj_arena *a, const char *xml)
{
    cj_limits *limits = CJ_NEW(a, cj_limits);
    cj_tree tree;
    cj_err err;

    *limits = cj_limits_default();
    cr_assert_eq(cj_tree_read(a, CJ_STR("part"), cj_str_of(xml), limits, &tree, &err),
                 CJ_OK);
    return tree;
}

static void expect_bytes(const cj_tree *tree, const char *want)
{
    cj_str got = cj_tree_bytes(tree);

    cr_expect(cj_str_eq(got, cj_str_of(want)), "want %s\ngot  " CJ_FMT, want, CJ_ARG(got));
}

Test(xml_tree, keeps_all_bytes)
{
    static const char *const cases[] = { PART, "<a/>", "<a></a>", "",
                                         "<a>t</a><!-- x -->" };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_tree tree = read_tree(a, cases[i]);

        expect_bytes(&tree, cases[i]);
        cr_expect(!tree.changed);
        cj_arena_free(a);
    }
}

Test(xml_tree, walks_in_order)
{
    cj_arena *a = cj_arena_new(0);
    cj_tree tree = read_tree(a, PART);
    cj_node *n = NULL;
    cj_buf b;

    cj_buf_init(&b, a);
    while ((n = cj_node_walk(tree.top, n)) != NULL) {
        cj_buf_add(&b, n->raw.local);
        if (cj_node_is(n, "b"))
            cj_node_remove(&tree, n); /* and not into it */
    }
    cr_expect(cj_str_eq(cj_buf_str(&b), CJ_STR("abdef")));
    cj_arena_free(a);
}

Test(xml_tree, changes)
{
    cj_arena *a = cj_arena_new(0);
    cj_tree tree = read_tree(a, PART);
    cj_node *b = cj_node_child(cj_tree_root(&tree), "b", NULL);
    cj_node *first = cj_node_child(b, "c", NULL), *second = cj_node_child(b, "c", first);

    cr_expect(cj_str_eq(cj_node_text(&tree, second), CJ_STR("t & <u>")));
    cj_node_set(&tree, first, "v", CJ_STR("1"));
    cj_node_set_text(&tree, second, CJ_STR("t & <u>"));
    cr_expect(!tree.changed);
    cj_node_set(&tree, second, "v", CJ_STR("<"));
    cj_node_set_text(&tree, second, CJ_STR("a<b"));
    cj_node_insert(&tree, b, second, CJ_STR("<n/>"));
    cj_node_insert(&tree, b, NULL, CJ_STR("<l/>"));
    cj_node_remove_up(&tree, first);
    cj_node_remove_up(
        &tree, cj_node_child(cj_node_child(cj_tree_root(&tree), "e", NULL), "f", NULL));
    expect_bytes(&tree,
                 "<?xml version=\"1.0\"?>\n<x:a  k='1'><!-- b --><x:b count=\"1\"><n/>"
                 "<c v=\"&lt;\" >a&lt;b</c><l/></x:b>\n<d/></x:a>\n");
    cj_arena_free(a);
}

Test(xml_tree, refuses_what_does_not_end)
{
    static const char *const cases[] = { "<a>", "<a></a></a>", "<a", "<!DOCTYPE a><a/>" };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_limits limits = cj_limits_default();
        cj_tree tree;
        cj_err err;

        cr_expect_eq(
            cj_tree_read(a, CJ_STR("p"), cj_str_of(cases[i]), &limits, &tree, &err),
            CJ_EFORMAT, "%s", cases[i]);
        cj_arena_free(a);
    }
}
