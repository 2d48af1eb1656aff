/* isolate.c - runs work that may crash in a child process; its results come back as frames. */
#include "sheet/isolate.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif

#define HEAD 5u /* of a frame: 4 bytes of payload length, 1 of kind */
#define END 0u  /* the kind that says "work returned" */
#define PIPE_BYTES 65536u

struct cj_frames {
    int fd;
    size_t n;
    char bytes[PIPE_BYTES];
};

/* ---- the child ----------------------------------------------------------------------------- */

static void flush(cj_frames *f)
{
    size_t at = 0;

    while (at < f->n) {
        ssize_t n = write(f->fd, f->bytes + at, f->n - at);

        if (n > 0)
            at += (size_t)n;
        else if (n == 0 || errno != EINTR)
            _exit(1);
    }
    f->n = 0;
}

static void put(cj_frames *f, const void *p, size_t n)
{
    const char *from = p;

    while (n) {
        size_t room = PIPE_BYTES - f->n, take = n < room ? n : room;

        memcpy(f->bytes + f->n, from, take);
        f->n += take;
        from += take;
        n -= take;
        if (f->n == PIPE_BYTES)
            flush(f);
    }
}

void cj_frame_send(cj_frames *f, uint8_t kind, cj_str payload)
{
    uint32_t n = (uint32_t)payload.n;

    put(f, &n, sizeof n);
    put(f, &kind, 1);
    if (n)
        put(f, payload.p, n);
}

#ifdef __GLIBC__
typedef __rlimit_resource_t resource;
#else
typedef int resource;
#endif

static void limit(resource what, rlim_t soft, rlim_t hard)
{
    struct rlimit r;

    if (getrlimit(what, &r) != 0)
        return;
    r.rlim_max = hard < r.rlim_max ? hard : r.rlim_max;
    r.rlim_cur = soft < r.rlim_max ? soft : r.rlim_max;
    setrlimit(what, &r);
}

/* What is mapped already counts against RLIMIT_AS, so the limit starts from there. A sanitizer
 * maps terabytes as it goes. */
static void limit_memory(size_t more)
{
#ifndef WATCHED
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "re");
    rlim_t all = more;

    if (f) {
        if (fscanf(f, "%lu", &pages) != 1)
            pages = 0;
        fclose(f);
    }
    all += (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
    limit(RLIMIT_AS, all, all);
#else
    (void)more;
#endif
}

static void close_range_of(unsigned from, unsigned to)
{
    struct rlimit r;
    unsigned fd;

    if (from > to)
        return;
#ifdef SYS_close_range
    if (syscall(SYS_close_range, from, to, 0) == 0)
        return;
#endif
    if (getrlimit(RLIMIT_NOFILE, &r) == 0 && r.rlim_cur < 65536 && to >= r.rlim_cur)
        to = (unsigned)r.rlim_cur;
    for (fd = from; fd <= to && fd < 65536; fd++)
        close((int)fd);
}

static void close_others(int a, int b)
{
    int low = a < b ? a : b, high = a < b ? b : a;

    if (low > 3)
        close_range_of(3, (unsigned)low - 1);
    if (low >= 3 && high > low)
        close_range_of((unsigned)low + 1, (unsigned)high - 1);
    close_range_of(high < 3 ? 3 : (unsigned)high + 1, ~0u);
}

static void silence(void)
{
    int null = open("/dev/null", O_RDWR);
    int fd;

    for (fd = 0; fd < 3; fd++)
        if (null < 0 || dup2(null, fd) < 0)
            _exit(1);
    if (null > 2)
        close(null);
}

/* The handlers are the parent's, and so are the files they would remove. */
static void forget_signals(void)
{
    sigset_t none;
    int s;

    for (s = 1; s < NSIG; s++)
        signal(s, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static int above_streams(int fd)
{
    return fd > STDERR_FILENO ? fd : fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

_Noreturn static void be_child(const cj_task *task, int out, pid_t parent)
{
    cj_frames frames;
    uint32_t none = 0;
    uint8_t end = END;

    frames.fd = above_streams(out);
    frames.n = 0;
    forget_signals();
#ifdef __linux__
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(1); /* it died before it could be watched */
#else
    (void)parent;
#endif
    silence();
    close_others(frames.fd, task->keep < 0 ? frames.fd : task->keep);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, task->cpu_seconds, (rlim_t)task->cpu_seconds + 1);
    limit_memory(task->memory_bytes);
    task->work(task->context, &frames);
    put(&frames, &none, sizeof none);
    put(&frames, &end, 1);
    flush(&frames);
    _exit(0); /* the parent's stdio buffers are the parent's to write */
}

bool cj_isolate_file(cj_str bytes, char path[CJ_ISOLATE_PATH])
{
    size_t at = 0;
    int fd;
#ifdef __linux__
    fd = memfd_create("cj", 0);
    snprintf(path, CJ_ISOLATE_PATH, "/proc/self/fd/%d", fd);
#else
    FILE *f = tmpfile();

    fd = f ? fileno(f) : -1;
    snprintf(path, CJ_ISOLATE_PATH, "/dev/fd/%d", fd);
#endif
    while (fd >= 0 && at < bytes.n) {
        ssize_t n = write(fd, bytes.p + at, bytes.n - at);

        if (n > 0)
            at += (size_t)n;
        else if (n == 0 || errno != EINTR)
            return false;
    }
    return fd >= 0 && lseek(fd, 0, SEEK_SET) == 0;
}

/* ---- the parent ---------------------------------------------------------------------------- */

typedef struct taker {
    cj_arena *arena;
    const cj_task *task;
    char *p; /* what came and is no whole frame yet */
    size_t n, cap;
    bool ended;
} taker;

static long long now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void make_room(taker *t, size_t need)
{
    char *wider;

    if (need <= t->cap)
        return;
    wider = cj_alloc_text(t->arena, need);
    if (t->n)
        memcpy(wider, t->p, t->n);
    t->p = wider;
    t->cap = need;
}

/* Hands on every whole frame; the rest stays for later. */
static cj_fate take_frames(taker *t, cj_err *err)
{
    size_t at = 0, need = PIPE_BYTES;

    while (t->n - at >= HEAD) {
        cj_str payload = { t->p + at + HEAD, 0 };
        uint32_t n;

        memcpy(&n, t->p + at, sizeof n);
        if (t->ended || n > t->task->payload_bytes)
            return CJ_FATE_GARBAGE;
        if (t->n - at - HEAD < n) {
            need = HEAD + n + PIPE_BYTES;
            break;
        }
        payload.n = n;
        if ((uint8_t)t->p[at + 4] == END)
            t->ended = true;
        else if (t->task->take(t->task->context, (uint8_t)t->p[at + 4], payload, err) !=
                 CJ_OK)
            return CJ_FATE_REFUSED;
        at += HEAD + n;
    }
    if (at)
        memmove(t->p, t->p + at, t->n - at);
    t->n -= at;
    make_room(t, need);
    return t->ended && t->n ? CJ_FATE_GARBAGE : CJ_FATE_DONE;
}

/* Until the child has said everything, has closed its end, or has used up its time. */
static cj_fate listen_to(int fd, taker *t, cj_err *err)
{
    long long until = now_ms() + t->task->wall_ms;
    cj_fate fate = CJ_FATE_DONE;

    make_room(t, PIPE_BYTES);
    while (fate == CJ_FATE_DONE && !t->ended) {
        struct pollfd p = { fd, POLLIN, 0 };
        long long left = until - now_ms();
        ssize_t n;
        int ready = left > 0 ? poll(&p, 1, left > 60000 ? 60000 : (int)left) : 0;

        if (left <= 0)
            return CJ_FATE_SLOW;
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        n = read(fd, t->p + t->n, t->cap - t->n);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return CJ_FATE_CRASHED;
        t->n += (size_t)n;
        fate = take_frames(t, err);
    }
    return fate;
}

/* The kill is for a child that still runs; of one that has ended it changes nothing. */
static bool ran_out_of_time(pid_t child)
{
    int status = 0;
    pid_t got;

    kill(child, SIGKILL);
    do
        got = waitpid(child, &status, 0);
    while (got < 0 && errno == EINTR);
    return got == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
}

cj_fate cj_isolate(cj_arena *arena, const cj_task *task, cj_err *err)
{
    taker t = { arena, task, NULL, 0, 0, false };
    pid_t parent = getpid(), child;
    cj_fate fate;
    int ends[2];

    if (pipe(ends) != 0)
        return CJ_FATE_UNBORN;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    child = fork();
    if (child == 0)
        be_child(task, ends[1], parent);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return CJ_FATE_UNBORN;
    }
    fate = listen_to(ends[0], &t, err);
    close(ends[0]);
    if (ran_out_of_time(child) && fate == CJ_FATE_CRASHED)
        fate = CJ_FATE_SLOW;
    return fate;
}
