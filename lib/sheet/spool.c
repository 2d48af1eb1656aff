/* spool.c - a file that only this process knows, for libraries that can write nowhere else. */
#include "sheet/spool.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

cj_rc cj_spool_failed(cj_err *err)
{
    static const cj_text says = {
        "the workbook could not be written: there is no room for temporary files; free some space "
        "on the disk, or set TMPDIR to a folder that has some",
        "一時ファイルを作れないため、ブックを書き出せませんでした。ディスクの空き容量を増やすか、"
        "空きのあるフォルダーを TMPDIR に指定してください。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_EIO, says, none, none);
}

/* Where there is no /proc or no memory file, a file in the folder for temporary ones. */
static bool open_on_disk(cj_spool *s)
{
    const char *folder = getenv("TMPDIR");
    int n = snprintf(s->path, sizeof s->path, "%s/cjXXXXXX",
                     folder && *folder ? folder : "/tmp");

    s->on_disk = n > 0 && (size_t)n < sizeof s->path && (s->fd = mkstemp(s->path)) >= 0;
    return s->on_disk;
}

cj_rc cj_spool_open(cj_spool *s, cj_err *err)
{
    s->on_disk = false;
    s->fd = -1;
#ifdef __linux__
    s->fd = memfd_create("cj", MFD_CLOEXEC);
    if (s->fd >= 0) {
        snprintf(s->path, sizeof s->path, "/proc/self/fd/%d", s->fd);
        if (access(s->path, W_OK) == 0)
            return CJ_OK;
        close(s->fd);
        s->fd = -1;
    }
#endif
    return open_on_disk(s) ? CJ_OK : cj_spool_failed(err);
}

cj_rc cj_spool_read(cj_arena *arena, const cj_spool *s, cj_str *out, cj_err *err)
{
    int fd = s->fd;
    struct stat st;
    size_t n, at;
    char *p;

    if (fstat(fd, &st) != 0)
        return cj_spool_failed(err);
    n = (size_t)st.st_size;
    p = cj_alloc_text(arena, n + 1);
    for (at = 0; at < n;) {
        ssize_t got = pread(fd, p + at, n - at, (off_t)at);

        if (got <= 0)
            return cj_spool_failed(err);
        at += (size_t)got;
    }
    *out = (cj_str){ p, n };
    return CJ_OK;
}

void cj_spool_close(cj_spool *s)
{
    if (s->fd >= 0)
        close(s->fd);
    if (s->on_disk)
        unlink(s->path);
    s->fd = -1;
    s->on_disk = false;
}
