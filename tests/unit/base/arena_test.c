/* arena_test.c - memory that changes hands. */
#include <cj/arena.h>
#include <criterion/criterion.h>

/* What was taken over stays readable after both have gone on, and is freed with its new owner. */
Test(arena, joins_another)
{
    cj_arena *all = cj_arena_new(0), *one = cj_arena_new(0);
    cj_str kept[20];
    size_t i, used;

    for (i = 0; i < 20; i++) {
        kept[i] = cj_str_fmt(one, "%zu", i);
        cj_alloc(one, i % 3 ? 100 : 200000);
        used = cj_arena_used(all) + cj_arena_used(one);
        cj_arena_join(all, one);
        cr_expect(cj_arena_used(all) == used && cj_arena_used(one) == 0, "%zu", i);
        cj_arena_reset(one);
        cj_str_fmt(all, "%zu", i);
    }
    for (i = 0; i < 20; i++)
        cr_expect(cj_str_eq(kept[i], cj_str_fmt(all, "%zu", i)), "%zu", i);
    cj_arena_free(one);
    cj_arena_free(all);
}
