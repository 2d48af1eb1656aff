/* aside_test.c - work in a child whose memory is ours, too. */
#include "common/aside.h"
#include <criterion/criterion.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef struct made {
    cj_str *text;
    size_t n, cap;
    char *large;
} made;

enum { TEXTS = 5000, LARGE = 6 * 1024 * 1024 };

/* Those that this process may use; with one nothing is done aside. */
static bool two_processors(void)
{
#ifdef __linux__
    cpu_set_t ours;

    return sched_getaffinity(0, sizeof ours, &ours) == 0 && CPU_COUNT(&ours) > 1;
#else
    return sysconf(_SC_NPROCESSORS_ONLN) > 1;
#endif
}

/* Grows, resets a scratch arena, and takes over another: all that reading a file does. */
static void make(cj_arena *arena, const void *asked, void *result)
{
    made *m = result;
    cj_arena *scratch = cj_arena_new_like(arena), *kept = cj_arena_new_like(arena);
    size_t i;

    for (i = 0; i < TEXTS; i++) {
        CJ_ROOM(arena, m->text, m->n, m->cap);
        m->text[m->n++] =
            cj_str_fmt(i % 2 ? arena : kept, "%s %zu", (const char *)asked, i);
        cj_alloc(scratch, 3000);
        if (i % 700 == 0)
            cj_arena_reset(scratch);
    }
    m->large = cj_alloc(arena, LARGE);
    memset(m->large, 'x', LARGE / 2);
    cj_arena_join(arena, kept);
    cj_arena_free(kept);
    cj_arena_free(scratch);
}

static void check(cj_arena *a, const made *m)
{
    size_t i;

    cr_assert(m->n == TEXTS);
    for (i = 0; i < TEXTS; i++)
        cr_assert(cj_str_eq(m->text[i], cj_str_fmt(a, "text %zu", i)), "%zu", i);
    for (i = 0; i < LARGE; i++)
        cr_assert(m->large[i] == (i < LARGE / 2 ? 'x' : 0), "%zu", i);
}

Test(aside, what_a_child_makes_is_ours)
{
    cj_arena *a = cj_arena_new(0);
    cj_aside one, two;
    const made *m[2];

    if (!two_processors())
        cr_skip_test("one processor");
    cr_assert(cj_aside_start(&one, make, "text", sizeof(made)));
    cr_assert(cj_aside_start(&two, make, "text", sizeof(made)));
    m[0] = cj_aside_end(&one, a);
    m[1] = cj_aside_end(&two, a);
    cr_assert(m[0] && m[1]);
    check(a, m[0]);
    check(a, m[1]);
    cj_arena_free(a);
}

static void die(cj_arena *arena, const void *asked, void *result)
{
    made *m = result;

    m->large = cj_alloc(arena, LARGE);
    raise(*(const int *)asked);
}

static void go_on(cj_arena *arena, const void *asked, void *result)
{
    (void)asked;
    (void)result;
    for (;;)
        cj_alloc(arena, 1000000);
}

static void hang(cj_arena *arena, const void *asked, void *result)
{
    (void)arena;
    (void)asked;
    (void)result;
    pause();
}

Test(aside, a_child_that_fails_leaves_nothing)
{
    static const int signals[] = { SIGKILL, SIGTERM };
    cj_arena *a = cj_arena_new(0);
    size_t used = cj_arena_used(a), i;
    cj_aside aside;

    if (!two_processors())
        cr_skip_test("one processor");
    cr_assert(cj_aside_start(&aside, hang, NULL, 1));
    cj_aside_drop(&aside);
    for (i = 0; i < sizeof signals / sizeof *signals; i++) {
        cr_assert(cj_aside_start(&aside, die, &signals[i], sizeof(made)));
        cr_expect(!cj_aside_end(&aside, a) && cj_arena_used(a) == used, "%d", signals[i]);
    }
    cr_assert(cj_aside_start(&aside, go_on, NULL, sizeof(made))); /* out of addresses */
    cr_expect(!cj_aside_end(&aside, a) && cj_arena_used(a) == used);
    cj_arena_free(a);
}
