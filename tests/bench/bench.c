/* bench.c - times commands in turn: bench RUNS NAME[<MS[,MB]]=COMMAND… (split at blanks; no shell).
 * The first two are what the others are measured by. Prints a line a command: median time,
 * ratio to each of the two, difference to the first, peak memory.
 * Runs are interleaved, so that a busy moment of the machine meets all of them. MS is how much the
 * quickest run may be over the quickest of the first command, MB how much memory it may have at its
 * peak: past either, the end is 1. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_COMMANDS 16
#define MAX_RUNS 1000

extern char **environ;

struct command {
    const char *name;
    char *argv[64];
    double limit, limit_mb; /* 0: none */
    double ms[MAX_RUNS];
    long peak_kb;
};

static double now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void run(struct command *c, int round)
{
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    double from;
    pid_t pid;
    int status;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    from = now_ms();
    if (posix_spawnp(&pid, c->argv[0], &actions, NULL, c->argv, environ) != 0 ||
        wait4(pid, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        fprintf(stderr, "bench: %s did not run\n", c->name);
        exit(1);
    }
    c->ms[round] = now_ms() - from;
    c->peak_kb = usage.ru_maxrss > c->peak_kb ? usage.ru_maxrss : c->peak_kb;
    posix_spawn_file_actions_destroy(&actions);
}

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;

    return (a > b) - (a < b);
}

static double median(struct command *c, int runs)
{
    qsort(c->ms, (size_t)runs, sizeof *c->ms, by_value);
    return c->ms[runs / 2];
}

static void parse(struct command *c, char *text)
{
    char *at = strchr(text, '='), *limit, *mb;
    int n = 0;

    if (!at) {
        fprintf(stderr, "bench: NAME=COMMAND is wanted, not %s\n", text);
        exit(2);
    }
    *at = 0;
    c->name = text;
    limit = strchr(text, '<');
    if (limit) {
        *limit = 0;
        c->limit = atof(limit + 1);
        mb = strchr(limit + 1, ',');
        c->limit_mb = mb ? atof(mb + 1) : 0;
    }
    for (at = strtok(at + 1, " "); at && n < 63; at = strtok(NULL, " "))
        c->argv[n++] = at;
}

/* After median(), which sorts: the first one is the quickest. */
static int too_slow(const struct command *c, const struct command *first)
{
    double over = c->ms[0] - first->ms[0];

    if (c->limit <= 0)
        return 0;
    printf("  %-16s %+9.2f ms at its quickest, at most %+.2f: %s\n", c->name, over,
           c->limit, over <= c->limit ? "good" : "TOO SLOW");
    return over > c->limit;
}

static int too_large(const struct command *c)
{
    double mb = (double)c->peak_kb / 1024;

    if (c->limit_mb <= 0)
        return 0;
    printf("  %-16s %9.2f MB at its peak, at most %.2f: %s\n", c->name, mb, c->limit_mb,
           mb <= c->limit_mb ? "good" : "TOO LARGE");
    return mb > c->limit_mb;
}

int main(int argc, char **argv)
{
    static struct command command[MAX_COMMANDS];
    int runs = argc > 2 ? atoi(argv[1]) : 0, n = argc - 2, i, round;
    double ms[MAX_COMMANDS];
    int slow = 0;

    if (runs < 1 || runs > MAX_RUNS || n < 2 || n > MAX_COMMANDS) {
        fprintf(stderr, "usage: bench RUNS NAME=COMMAND NAME=COMMAND ...\n");
        return 2;
    }
    for (i = 0; i < n; i++)
        parse(&command[i], argv[i + 2]);
    for (i = 0; i < n; i++)
        run(&command[i], 0); /* warms the page cache; not counted */
    for (round = 0; round < runs; round++)
        for (i = 0; i < n; i++)
            run(&command[i], round);
    for (i = 0; i < n; i++)
        ms[i] = median(&command[i], runs);
    printf("  %-16s %12s %16.16s %16.16s %12s %11s\n", "", "median", command[0].name,
           command[1].name, "over it", "peak");
    for (i = 0; i < n; i++)
        printf("  %-16s %9.2f ms %14.2f x %14.2f x %+9.2f ms %8.1f MB\n", command[i].name,
               ms[i], ms[i] / ms[0], ms[i] / ms[1], ms[i] - ms[0],
               (double)command[i].peak_kb / 1024);
    for (i = 0; i < n; i++)
        slow |= too_slow(&command[i], &command[0]) | too_large(&command[i]);
    return slow;
}
