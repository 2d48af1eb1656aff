/* git_run.c - runs git and hears what it says. */
#include "git.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 16, NO_GIT = 127 };

/* What git says is for us to understand, so it speaks plainly; what it complains of we say ourselves. */
static void become_git(const char *folder, const char *const *word, const int ends[2])
{
    const char *argv[MOST_WORDS + 2] = { "git" };
    int nothing = open("/dev/null", O_RDWR);
    size_t n;

    for (n = 0; word[n] && n < MOST_WORDS; n++)
        argv[n + 1] = word[n];
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(ends[1], 1) < 0 || dup2(nothing, 2) < 0)
        _exit(NO_GIT);
    close(ends[0]);
    close(ends[1]);
    if (folder && chdir(folder) != 0)
        _exit(1);
    setenv("LC_ALL", "C", 1);
    execvp("git", (char *const *)argv);
    _exit(NO_GIT);
}

static cj_str read_all(cj_arena *arena, int fd)
{
    char piece[4096];
    cj_str all = { NULL, 0 };
    size_t cap = 0;
    char *p = NULL;
    ssize_t n;

    while ((n = read(fd, piece, sizeof piece)) != 0) {
        if (n < 0 && errno != EINTR)
            break;
        for (; n > 0 && all.n + (size_t)n > cap; cap = cap ? cap * 2 : 2 * sizeof piece)
            p = cj_regrow(arena, p, cap, cap ? cap * 2 : 2 * sizeof piece);
        if (n > 0)
            memcpy(p + all.n, piece, (size_t)n);
        all.n += n > 0 ? (size_t)n : 0;
    }
    all.p = p;
    return all;
}

cj_rc cj_git_run(cj_arena *arena, const char *folder, const char *const *word,
                 cj_git_said *out, cj_err *err)
{
    static const cj_text missing = {
        "git cannot be run; install it, or see that its folder is on the PATH",
        "git を実行できません。git "
        "をインストールするか、git のあるフォルダーを PATH に加えてください。"
    };
    int ends[2], status = NO_GIT << 8;
    pid_t pid = -1;

    if (pipe(ends) == 0) {
        fflush(stdout);
        pid = fork();
        if (pid == 0)
            become_git(folder, word, ends);
        close(ends[1]);
        if (pid > 0)
            out->out = read_all(arena, ends[0]);
        close(ends[0]);
    }
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    out->status = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    if (out->status == NO_GIT)
        return cj_fail(err, CJ_EIO, missing, cj_str_of(NULL), cj_str_of(NULL));
    return CJ_OK;
}
