/* janitor.c - a process that takes temporary files away when the one that made them is killed. */
#include "janitor.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#define MOST_OPEN 65536

static void close_from(int fd)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, fd, ~0u, 0) == 0)
        return;
#endif
    for (; fd < MOST_OPEN; fd++)
        close(fd);
}

/* Files only: nobody makes folders in it. */
static void empty(const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;

    if (!d)
        return;
    while ((e = readdir(d)) != NULL)
        unlinkat(dirfd(d), e->d_name, 0);
    closedir(d);
}

static void sweep(const cj_janitor *j)
{
    size_t i;

    for (i = 0; i < sizeof j->name / sizeof *j->name; i++)
        if (j->name[i])
            unlink(j->name[i]);
    if (j->folder && rmdir(j->folder) != 0 && errno != ENOENT) {
        empty(j->folder);
        rmdir(j->folder);
    }
}

/* In the child. Its end of the pipe reads as ended once nobody holds the other: that is when the
 * parent is over. Nobody waits for the child's own descriptors (`| head`), and a session of its
 * own keeps it out of what a terminal sends to all. */
static void wait_and_sweep(const cj_janitor *j, int pipe)
{
    char none;

    setsid();
    dup2(pipe, 0);
    close_from(1);
    while (read(0, &none, 1) < 0 && errno == EINTR)
        continue;
    sweep(j);
    _exit(0);
}

/* Signals are blocked over the fork and stay so in the child: what ends the parent must not end
 * the janitor with it. */
void cj_janitor_start(cj_janitor *j)
{
    sigset_t all, before;
    int ends[2];

    j->pid = 0;
    if (pipe(ends) != 0)
        return;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    j->pid = fork();
    if (j->pid == 0)
        wait_and_sweep(j, ends[0]);
    sigprocmask(SIG_SETMASK, &before, NULL);
    close(ends[0]);
    j->pipe = ends[1];
    if (j->pid > 0)
        return;
    j->pid = 0;
    close(ends[1]);
}

void cj_janitor_end(cj_janitor *j)
{
    sweep(j);
    if (!j->pid)
        return;
    if (write(j->pipe, "", 1) != 1) /* an end that could not be closed is none */
        errno = 0;
    close(j->pipe);
    while (waitpid(j->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    j->pid = 0;
}
