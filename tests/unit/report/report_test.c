/* report_test.c - facts and blocks keep the order in which they were added. */
#include <cj/report.h>
#include <criterion/criterion.h>
#include <string.h>

Test(report, facts_in_order)
{
    cj_arena *a = cj_arena_new(0);
    cj_fact *top = cj_fact_object(a), *list, *f;
    static const char *const keys[] = { "z", "a", "list", "n", "x", "b", "none", "o" };
    size_t n = 0;

    cj_fact_add_z(a, top, "z", "last letter");
    cj_fact_add_text(a, top, "a", CJ_STR("導入期"));
    list = cj_fact_add_list(a, top, "list");
    cj_fact_add_integer(a, top, "n", -7);
    cj_fact_add_real(a, top, "x", 0.5);
    cj_fact_add_bool(a, top, "b", true);
    cj_fact_add_null(a, top, "none");
    cj_fact_add_object(a, top, "o");
    cj_fact_add_integer(a, list, NULL, 1);
    cj_fact_add_integer(a, list, NULL, 2);
    for (f = top->first; f; f = f->next, n++)
        cr_assert_str_eq(f->key, keys[n]);
    cr_assert_eq(n, sizeof keys / sizeof *keys);
    cr_assert_eq(list->first->integer, 1);
    cr_assert_eq(list->last->integer, 2);
    cr_assert_null(list->last->next);
    cj_arena_free(a);
}

Test(report, blocks_in_order)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_JA);
    cj_table *t;

    cr_assert_null(r->first);
    cr_assert_eq(r->facts->kind, CJ_F_OBJECT);
    cj_report_heading(a, r, 2, CJ_STR("見出し"));
    cj_report_text(a, r, CJ_WARN_LEVEL, CJ_STR("文"));
    t = cj_report_table(a, r, 2, 3);
    cr_assert_eq(cj_report_list(a, r, 4)->n_entries, 4);
    cr_assert_eq(r->lang, CJ_JA);
    cr_assert_eq(r->first->depth, 2);
    cr_assert_eq(r->first->next->level, CJ_WARN_LEVEL);
    cr_assert_eq(r->first->next->next->kind, CJ_B_TABLE);
    cr_assert_eq(t->cell[5].n, 0);
    cr_assert_eq(r->last->kind, CJ_B_LIST);
    cr_assert_null(r->last->next);
    cj_arena_free(a);
}
