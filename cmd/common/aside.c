/* aside.c - work in a child that shares its arena with us. */
#include "aside.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#endif

static bool one_processor(void)
{
#ifdef __linux__
    cpu_set_t ours;

    if (sched_getaffinity(0, sizeof ours, &ours) == 0)
        return CPU_COUNT(&ours) < 2;
#endif
    return sysconf(_SC_NPROCESSORS_ONLN) < 2;
}

/* Nobody hears of it: whoever waits does the work again, and tells what is wrong. */
static void give_up(void *context, size_t wanted)
{
    (void)context;
    (void)wanted;
    _exit(1);
}

static void stay_with(pid_t parent)
{
#ifdef __linux__
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(1);
#else
    (void)parent;
#endif
}

bool cj_aside_start(cj_aside *aside, cj_aside_work *work, const void *asked,
                    size_t result_size)
{
    pid_t us = getpid();

    *aside = (cj_aside){ .arena = one_processor() ? NULL : cj_arena_new_shared() };
    if (!aside->arena)
        return false;
    cj_arena_on_oom(aside->arena, give_up, NULL);
    aside->result = cj_alloc(aside->arena, result_size);
    fflush(NULL); /* the child's copy of what waits to be written is never written */
    aside->pid = fork();
    if (aside->pid == 0) {
        stay_with(us);
        work(aside->arena, asked, aside->result);
        _exit(0);
    }
    if (aside->pid < 0)
        cj_arena_free(aside->arena);
    return aside->pid > 0;
}

static bool wait_for(pid_t pid)
{
    int status = 0;
    pid_t got;

    do
        got = waitpid(pid, &status, 0);
    while (got < 0 && errno == EINTR);
    return got == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void *cj_aside_end(cj_aside *aside, cj_arena *into)
{
    void *result = wait_for(aside->pid) ? aside->result : NULL;

    if (result)
        cj_arena_join(into, aside->arena);
    cj_arena_free(aside->arena);
    return result;
}

void cj_aside_drop(cj_aside *aside)
{
    kill(aside->pid, SIGKILL);
    wait_for(aside->pid);
    cj_arena_free(aside->arena);
}
