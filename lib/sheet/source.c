/* source.c - the bytes of one input, in memory or behind a descriptor. */
#include "sheet/source.h"
#include <cj/read.h>
#include "base/buf.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const cj_text too_large = { "the file is larger than the limit of {0} bytes",
                                   "ファイルが大きすぎます（上限 {0} バイト）。" };
static const cj_text truncated = {
    "the file ends too early; it may be damaged or only partly copied",
    "ファイルが途中で終わっています。壊れているか、コピーが途中の可能性があります。"
};

static cj_rc io_error(cj_arena *arena, cj_err *err, int number)
{
    static const cj_text missing = {
        "there is no such file; check the name and the folder",
        "ファイルが見つかりません。ファイル名とフォルダーを確かめてください。"
    };
    static const cj_text denied = {
        "you have no permission to open this file; check its access rights",
        "ファイルを開く権限がありません。アクセス権を確かめてください。"
    };
    static const cj_text other = { "the file cannot be read ({0})",
                                   "ファイルを読み取れません（{0}）。" };
    cj_str none = { NULL, 0 };

    if (number == ENOENT || number == ENOTDIR)
        return cj_fail(err, CJ_EIO, missing, none, none);
    if (number == EACCES || number == EPERM)
        return cj_fail(err, CJ_EIO, denied, none, none);
    return cj_fail(err, CJ_EIO, other, cj_str_copy(arena, cj_str_of(strerror(number))),
                   none);
}

static cj_rc over(cj_arena *arena, const cj_limits *limits, cj_err *err)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, too_large, cj_str_fmt(arena, "%zu", limits->file_bytes),
                   none);
}

static cj_rc read_all(cj_arena *arena, int fd, const cj_limits *limits, cj_source *out,
                      cj_err *err)
{
    cj_buf b;

    cj_buf_init(&b, arena);
    for (;;) {
        ssize_t n = read(fd, cj_buf_space(&b, 65536), 65536);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return io_error(arena, err, errno);
        if (n == 0)
            break;
        b.n += (size_t)n;
        if (b.n > limits->file_bytes)
            return over(arena, limits, err);
    }
    cj_source_of_bytes(out, cj_buf_str(&b), out->name);
    return CJ_OK;
}

/* Small files are read at once; their descriptor is not needed any more. */
static cj_rc read_regular(cj_arena *arena, cj_source *out, cj_err *err)
{
    char *p;
    cj_str bytes = { NULL, (size_t)out->size };
    cj_rc rc;

    if (out->size > CJ_SOURCE_WHOLE)
        return CJ_OK;
    bytes.p = p = cj_alloc_text(arena, bytes.n + 1);
    rc = cj_source_read(out, 0, p, bytes.n, err);
    if (rc == CJ_OK) {
        cj_source_close(out);
        cj_source_of_bytes(out, bytes, out->name);
    }
    return rc;
}

static cj_rc read_opened(cj_arena *arena, const cj_limits *limits, cj_source *out,
                         cj_err *err)
{
    static const cj_text folder = { "this is a folder; give a file",
                                    "これはフォルダーです。ファイルを指定してください。" };
    cj_str none = { NULL, 0 };
    int fd = out->fd;
    struct stat st;
    cj_rc rc;

    if (fstat(fd, &st) != 0)
        return io_error(arena, err, errno);
    if (S_ISDIR(st.st_mode))
        return cj_fail(err, CJ_EUSAGE, folder, none, none);
    if (!S_ISREG(st.st_mode)) { /* a pipe: read to its end */
        rc = read_all(arena, fd, limits, out, err);
        if (rc == CJ_OK)
            close(fd);
        return rc;
    }
    if ((uint64_t)st.st_size > limits->file_bytes)
        return over(arena, limits, err);
    out->size = (uint64_t)st.st_size;
    return read_regular(arena, out, err);
}

/* Where a standard stream was closed, its number is free: a file there would be mistaken for it. */
static int open_above_streams(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC), low = fd;

    if (fd >= 0 && fd <= STDERR_FILENO) {
        fd = fcntl(low, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        close(low);
    }
    return fd;
}

cj_rc cj_source_open(cj_arena *arena, const char *path, const cj_limits *limits,
                     cj_source *out, cj_err *err)
{
    cj_rc rc;

    memset(out, 0, sizeof *out);
    out->name = cj_str_of(path);
    out->fd = -1;
    if (strcmp(path, "-") == 0)
        return read_all(arena, STDIN_FILENO, limits, out, err);
    out->fd = open_above_streams(path);
    if (out->fd < 0)
        return io_error(arena, err, errno);
    rc = read_opened(arena, limits, out, err);
    if (rc != CJ_OK)
        cj_source_close(out);
    return rc;
}

void cj_source_of_bytes(cj_source *out, cj_str bytes, cj_str name)
{
    out->name = name;
    out->bytes = bytes;
    out->fd = -1;
    out->size = bytes.n;
}

void cj_source_close(cj_source *s)
{
    if (s->fd >= 0)
        close(s->fd);
    s->fd = -1;
}

cj_rc cj_source_read(const cj_source *s, uint64_t at, void *to, size_t n, cj_err *err)
{
    static const cj_text failed = {
        "the file cannot be read to its end; copy it to this computer and try again",
        "ファイルを最後まで読み取れません。このパソコンにコピーして、もう一度お試しください"
        "。"
    };
    cj_str none = { NULL, 0 };
    char *p = to;

    if (at > s->size || n > s->size - at)
        return cj_fail(err, CJ_EFORMAT, truncated, none, none);
    if (s->fd < 0) {
        if (n)
            memcpy(to, s->bytes.p + at, n);
        return CJ_OK;
    }
    while (n) {
        ssize_t got = pread(s->fd, p, n, (off_t)at);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cj_fail(err, CJ_EIO, failed, none, none);
        if (got == 0)
            return cj_fail(err, CJ_EFORMAT, truncated, none, none);
        p += got;
        at += (uint64_t)got;
        n -= (size_t)got;
    }
    return CJ_OK;
}

cj_rc cj_source_head(cj_arena *arena, const cj_source *s, size_t n, cj_str *out,
                     cj_err *err)
{
    char *p;

    if (n > s->size)
        n = (size_t)s->size;
    if (s->fd < 0) {
        *out = cj_str_cut(s->bytes, 0, n);
        return CJ_OK;
    }
    p = cj_alloc_text(arena, n + 1);
    out->p = p;
    out->n = n;
    return cj_source_read(s, 0, p, n, err);
}

cj_rc cj_source_all(cj_arena *arena, const cj_source *s, cj_str *out, cj_err *err)
{
    char *p;
    cj_rc rc;

    if (s->fd < 0) {
        *out = s->bytes;
        return CJ_OK;
    }
    p = cj_alloc_text(arena, (size_t)s->size + 1);
    rc = cj_source_read(s, 0, p, (size_t)s->size, err);
    out->p = p;
    out->n = (size_t)s->size;
    return rc;
}

/* Excel's is ~$map.xlsx, LibreOffice's .~lock.map.xlsx#, in the same folder. */
bool cj_book_locked(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t folder = (size_t)(name - path), n = strlen(path);
    char beside[4096];

    if (!*name || n + sizeof ".~lock.#" > sizeof beside)
        return false;
    memcpy(beside, path, folder);
    snprintf(beside + folder, sizeof beside - folder, "~$%s", name);
    if (access(beside, F_OK) == 0)
        return true;
    snprintf(beside + folder, sizeof beside - folder, ".~lock.%s#", name);
    return access(beside, F_OK) == 0;
}
