/* isolate_test.c - whatever the child does, the parent gets one answer and no zombie. */
#include "sheet/isolate.h"
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct seen {
    size_t n, bytes, refuse_at;
    unsigned last;
    int fd;
} seen;

static cj_rc count(void *context, uint8_t kind, cj_str payload, cj_err *err)
{
    static const cj_text no = { "no", "いいえ" };
    cj_str none = { NULL, 0 };
    seen *s = context;

    s->n++;
    s->bytes += payload.n;
    s->last = kind;
    return s->n == s->refuse_at ? cj_fail(err, CJ_ELIMIT, no, none, none) : CJ_OK;
}

static void fine(void *context, cj_frames *out)
{
    static char big[200000];
    cj_str wide = { big, sizeof big };

    (void)context;
    cj_frame_send(out, 7, CJ_STR("導入期"));
    cj_frame_send(out, 8, CJ_STR(""));
    cj_frame_send(out, 9, wide);
}

static void silent(void *context, cj_frames *out)
{
    (void)context;
    (void)out;
}

static void crash(void *context, cj_frames *out)
{
    fine(context, out);
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
}

static void leave(void *context, cj_frames *out)
{
    (void)context;
    cj_frame_send(out, 1, CJ_STR("half"));
    _exit(0);
}

static void hang(void *context, cj_frames *out)
{
    (void)context;
    (void)out;
    for (;;)
        pause();
}

static void spin(void *context, cj_frames *out)
{
    volatile unsigned long i = 0;

    (void)context;
    (void)out;
    for (;;)
        i++;
}

static void devour(void *context, cj_frames *out)
{
    char *p = malloc((size_t)3 << 30);

    (void)context;
    (void)out;
    if (!p)
        _exit(3);
    memset(p, 1, 4096);
    free(p);
}

static void endless(void *context, cj_frames *out)
{
    (void)context;
    for (;;)
        cj_frame_send(out, 1, CJ_STR("again"));
}

/* The pipe is the only descriptor above the standard three: what is written there is raw. */
static void raw(const char *bytes, size_t n)
{
    int fd;

    for (fd = 3; fd < 64; fd++)
        if (fcntl(fd, F_GETFD) >= 0 && write(fd, bytes, n) < 0)
            _exit(1);
    _exit(0);
}

static void garbage(void *context, cj_frames *out)
{
    (void)context;
    (void)out;
    raw("\xff\xff\xff\xff\x01zzzzzzzz", 13);
}

static void truncated(void *context, cj_frames *out)
{
    (void)context;
    (void)out;
    raw("\x10\x00\x00\x00\x01"
        "abc",
        8);
}

static void after_end(void *context, cj_frames *out)
{
    (void)context;
    (void)out;
    raw("\x00\x00\x00\x00\x00\x00\x00\x00\x00\x05", 10);
}

static void only_mine(void *context, cj_frames *out)
{
    seen *s = context;
    char open_now = (char)(fcntl(s->fd, F_GETFD) >= 0);
    cj_str payload = { &open_now, 1 };

    if (open_now)
        cj_frame_send(out, 99, payload);
}

static cj_fate run(void (*work)(void *, cj_frames *), seen *s, int keep, cj_err *err)
{
    cj_arena *a = cj_arena_new(0);
    cj_task task = { work, count, s, keep, 1 << 20, (size_t)256 << 20, 1, 700 };
    cj_fate fate = cj_isolate(a, &task, err);

    cj_arena_free(a);
    cr_expect(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD, "a child was left");
    return fate;
}

static long ms_since(const struct timespec *t)
{
    struct timespec n;

    clock_gettime(CLOCK_MONOTONIC, &n);
    return (n.tv_sec - t->tv_sec) * 1000 + (n.tv_nsec - t->tv_nsec) / 1000000;
}

Test(isolate, every_end_is_one_answer)
{
    static const struct {
        const char *name;
        void (*work)(void *, cj_frames *);
        cj_fate fate;
        size_t frames;
    } cases[] = {
        { "frames of all sizes", fine, CJ_FATE_DONE, 3 },
        { "nothing to say", silent, CJ_FATE_DONE, 0 },
        { "a crash", crash, CJ_FATE_CRASHED, 2 },
        { "leaving early", leave, CJ_FATE_CRASHED, 0 },
        { "hanging", hang, CJ_FATE_SLOW, 0 },
        { "spinning", spin, CJ_FATE_SLOW, 0 },
        { "a length past the limit", garbage, CJ_FATE_GARBAGE, 0 },
        { "a frame cut short", truncated, CJ_FATE_CRASHED, 0 },
        { "more after the end", after_end, CJ_FATE_GARBAGE, 0 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        seen s = { 0, 0, 0, 0, -1 };
        struct timespec start;
        cj_err err;
        cj_fate fate;

        clock_gettime(CLOCK_MONOTONIC, &start);
        fate = run(cases[i].work, &s, -1, &err);
        cr_expect_eq(fate, cases[i].fate, "%s: fate %d", cases[i].name, (int)fate);
        cr_expect(s.n == cases[i].frames || fate == CJ_FATE_CRASHED, "%s: %zu frames",
                  cases[i].name, s.n);
        cr_expect(ms_since(&start) < 5000, "%s: took %ld ms", cases[i].name,
                  ms_since(&start));
    }
}

Test(isolate, frames_arrive_whole)
{
    seen s = { 0, 0, 0, 0, -1 };
    cj_err err;

    cr_expect_eq(run(fine, &s, -1, &err), CJ_FATE_DONE);
    cr_expect_eq(s.bytes, sizeof "導入期" - 1 + 200000);
    cr_expect_eq(s.last, 9);
}

Test(isolate, the_taker_may_stop_it)
{
    seen s = { 0, 0, 5000, 0, -1 };
    cj_err err;

    cr_expect_eq(run(endless, &s, -1, &err), CJ_FATE_REFUSED);
    cr_expect_eq(err.rc, CJ_ELIMIT);
    cr_expect_eq(s.n, 5000);
}

Test(isolate, memory_is_bounded)
{
#if !defined(__SANITIZE_ADDRESS__)
    seen s = { 0, 0, 0, 0, -1 };
    cj_err err;

    cr_expect_eq(run(devour, &s, -1, &err), CJ_FATE_CRASHED);
#else
    (void)devour;
#endif
}

Test(isolate, descriptors_are_closed_but_one)
{
    seen s = { 0, 0, 0, 0, -1 };
    cj_err err;

    s.fd = open("/dev/null", O_RDONLY);
    cr_expect_eq(run(only_mine, &s, -1, &err), CJ_FATE_DONE);
    cr_expect_eq(s.n, 0, "a descriptor of the parent was open");
    cr_expect_eq(run(only_mine, &s, s.fd, &err), CJ_FATE_DONE);
    cr_expect_eq(s.n, 1, "the kept descriptor was closed");
    close(s.fd);
}

Test(isolate, a_file_without_a_name_reads_by_path)
{
    char path[CJ_ISOLATE_PATH], got[32] = "";
    FILE *f;

    cr_assert(cj_isolate_file(CJ_STR("導入期"), path));
    f = fopen(path, "rb");
    cr_assert(f != NULL, "%s", path);
    cr_expect_eq(fread(got, 1, sizeof got, f), sizeof "導入期" - 1);
    cr_expect_str_eq(got, "導入期");
    fclose(f);
}
