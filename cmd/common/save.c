/* save.c - a file is replaced whole or not at all, and only where it may be. */
#include "janitor.h"
#include "tool.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_LINKS 40
#define PIECE 65536u

typedef struct saving {
    cj_run *run;
    const cj_saving *how;
    const char *path;   /* where the file stands, once links are followed */
    const char *folder; /* of it */
    const char *backup; /* where the old one is kept; NULL: it is not */
    struct stat old;
    bool exists;
    cj_janitor janitor;
} saving;

enum { NEW, KEPT }; /* the temporary names: of the new file, of the copy of the old one */

static const cj_text standing = {
    "there is a file of this name already; give another name, or add --force to replace it",
    "同じ名前のファイルがすでにあります。別の名前を指定するか、上書きする場合は --force "
    "を付けてください。"
};

static cj_rc fail(cj_err *err, cj_rc rc, cj_text says, const char *arg)
{
    return cj_fail(err, rc, says, cj_str_of(arg), cj_str_of(NULL));
}

/* ---- why it did not work -------------------------------------------------------------------- */

static cj_rc explain(const saving *s, int why, cj_err *err)
{
    static const cj_text full = {
        "the disk is full, or your share of it is used up; make room, or write to another "
        "folder with -o (nothing was changed)",
        "ディスクの空き容量か割り当て容量が足りず、保存できませんでした。空きを作るか、-o "
        "で別のフォルダーを指定してください（元のファイルは変わっていません）。"
    };
    static const cj_text read_only = {
        "this disk is read-only; write to a folder on another one with -o",
        "このディスクは読み取り専用です。-o で別の場所を指定してください。"
    };
    static const cj_text closed = {
        "you may not write in the folder {0}; ask its owner, or write to another folder "
        "with -o",
        "フォルダー {0} に書き込む権限がありません。管理者に依頼するか、-o "
        "で別のフォルダーを指定してください。"
    };
    static const cj_text nowhere = {
        "there is no folder {0}; create it first, or write to another one with -o",
        "フォルダー {0} がありません。先に作成するか、-o で別のフォルダーを指定してください。"
    };
    static const cj_text longer = { "the name of the file is too long; give a shorter one",
                                    "ファイル名が長すぎます。短い名前にしてください。" };
    static const cj_text large = {
        "the file becomes larger than this system lets you write; write to another disk "
        "with -o",
        "ファイルが大きすぎて、この場所には保存できません。-o で別の場所を指定してください。"
    };
    static const cj_text broken = {
        "the disk reports an error; write to another disk with -o, and have this one "
        "checked (nothing was changed)",
        "ディスクのエラーで保存できませんでした。-o で別の場所に保存し、"
        "ディスクを点検してください（元のファイルは変わっていません）。"
    };
    static const cj_text other = {
        "it cannot be saved ({0}); write to another folder with -o",
        "保存できません（{0}）。-o で別のフォルダーを指定してください。"
    };

    switch (why) {
    case ENOSPC:
    case EDQUOT:
        return fail(err, CJ_EIO, full, NULL);
    case EROFS:
        return fail(err, CJ_EIO, read_only, NULL);
    case EACCES:
    case EPERM:
        return fail(err, CJ_EIO, closed, s->folder);
    case ENOENT:
    case ENOTDIR:
        return fail(err, CJ_EIO, nowhere, s->folder);
    case ENAMETOOLONG:
        return fail(err, CJ_EIO, longer, NULL);
    case EFBIG:
        return fail(err, CJ_EIO, large, NULL);
    case EIO:
        return fail(err, CJ_EIO, broken, NULL);
    case EEXIST:
        return fail(err, CJ_EUSAGE, standing, NULL);
    default:
        return fail(err, CJ_EIO, other, strerror(why));
    }
}

/* ---- where it goes -------------------------------------------------------------------------- */

static const char *folder_of(cj_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return ".";
    return cj_str_z(
        arena, cj_str_cut(cj_str_of(path), 0, slash == path ? 1 : (size_t)(slash - path)));
}

/* Where a chain of links leads, whether something stands there or not. NULL: in circles. */
static const char *follow(cj_arena *arena, const char *path)
{
    char to[PATH_MAX];
    unsigned i;

    for (i = 0; i < MOST_LINKS; i++) {
        ssize_t n = readlink(path, to, sizeof to);
        const char *folder = folder_of(arena, path);
        cj_str target = { to, n > 0 ? (size_t)n : 0 };

        if (n < 0)
            return path;
        path =
            to[0] == '/'
                ? cj_str_z(arena, target)
                : cj_str_z(arena, cj_str_fmt(arena, "%s/" CJ_FMT, folder, CJ_ARG(target)));
    }
    return NULL;
}

static bool is_input(const saving *s)
{
    struct stat st;
    size_t i;

    for (i = 0; i < s->run->n_files; i++) {
        const char *file = s->run->file[i];
        bool there = (strcmp(file, "-") != 0 ? stat(file, &st) : fstat(0, &st)) == 0;

        if (there && st.st_dev == s->old.st_dev && st.st_ino == s->old.st_ino)
            return true;
    }
    return false;
}

/* Whether what stands there may be replaced. */
static cj_rc may_replace(const saving *s, cj_err *err)
{
    static const cj_text folder = {
        "this is a folder; name a file in it",
        "これはフォルダーです。その中のファイル名まで指定してください。"
    };
    static const cj_text odd = {
        "this is no ordinary file but a device or a pipe; write to standard output with -o -",
        "通常のファイルではなく、デバイスやパイプです。標準出力に書き出すには -o - "
        "を指定してください。"
    };
    static const cj_text input = {
        "this is one of the files that were read; to replace it, use --in-place instead of -o",
        "読み込んだファイルそのものです。上書きする場合は、-o ではなく --in-place "
        "を使ってください。"
    };
    static const cj_text protected = {
        "the file is write-protected; take the protection off, or write to another file "
        "with -o",
        "書き込みが禁止されているファイルです。禁止を解除するか、-o "
        "で別のファイルを指定してください。"
    };

    if (S_ISDIR(s->old.st_mode))
        return fail(err, CJ_EUSAGE, folder, NULL);
    if (!S_ISREG(s->old.st_mode))
        return fail(err, CJ_EUSAGE, odd, NULL);
    if (!s->how->in_place && is_input(s))
        return fail(err, CJ_EUSAGE, input, NULL);
    if (!s->how->in_place && !s->how->force)
        return fail(err, CJ_EUSAGE, standing, NULL);
    if (access(s->path, W_OK) != 0 && errno == EACCES)
        return fail(err, CJ_EIO, protected, NULL);
    return CJ_OK;
}

static cj_rc find_place(saving *s, const char *path, cj_err *err)
{
    static const cj_text circle = {
        "this link leads round in circles; name another file",
        "リンクが循環しています。別のファイルを指定してください。"
    };
    static const cj_text nameless = { "the name of the file to write is empty",
                                      "書き出すファイルの名前が空です。" };
    cj_arena *arena = s->run->arena;

    if (!*path)
        return fail(err, CJ_EUSAGE, nameless, NULL);
    s->folder = folder_of(arena, path);
    s->exists = stat(path, &s->old) == 0;
    if (!s->exists && errno != ENOENT && errno != ELOOP)
        return explain(s, errno, err);
    s->path = follow(arena, path);
    if (!s->path)
        return fail(err, CJ_EUSAGE, circle, NULL);
    s->folder = folder_of(arena, s->path);
    return s->exists ? may_replace(s, err) : CJ_OK;
}

/* ---- writing -------------------------------------------------------------------------------- */

/* In the same folder, since a rename goes no further; short, since the name beside it may be as
 * long as names can be; of 64 random bits, so that it is nobody else's. */
static const char *temporary(const saving *s)
{
    unsigned long long any = 0;
    cj_str name;

    if (getentropy(&any, sizeof any) != 0)
        any = (unsigned long long)getpid();
    name = cj_str_fmt(s->run->arena, "%s/.cjmap-%016llx.tmp", s->folder, any);
    return cj_str_z(s->run->arena, name);
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t done = write(fd, p, n);

        if (done < 0 && errno != EINTR)
            return false;
        if (done > 0) {
            p += done;
            n -= (size_t)done;
        }
    }
    return true;
}

static bool copy_all(int from, int to)
{
    char piece[PIECE];
    ssize_t n;

    while ((n = read(from, piece, sizeof piece)) != 0) {
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0 && !write_all(to, piece, (size_t)n))
            return false;
    }
    return true;
}

/* A new file is as the umask has it; one that replaces another is for nobody else until it looks
 * like that one. */
static int create(const char *name, bool replaces)
{
    return open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, replaces ? 0600 : 0666);
}

/* Owner and permissions as far as they can be kept: a disk may know neither. */
static void resemble(int fd, const struct stat *old)
{
    if (fchown(fd, old->st_uid, old->st_gid) != 0 &&
        fchown(fd, (uid_t)-1, old->st_gid) != 0)
        errno = 0;
    fchmod(fd, old->st_mode & 0777);
}

/* Closes fd, whose bytes are `written`; true once they are on the disk. */
static bool finish(int fd, bool written)
{
    int why = errno;

    if (written && fsync(fd) != 0 && errno != EINVAL && errno != ENOSYS) {
        written = false;
        why = errno;
    }
    if (close(fd) != 0 && written)
        return false;
    errno = why;
    return written;
}

static bool write_new(const saving *s, cj_str bytes)
{
    int fd = create(s->janitor.name[NEW], s->exists);
    bool done;

    if (fd < 0)
        return false;
    done = write_all(fd, bytes.p, bytes.n);
    if (s->exists)
        resemble(fd, &s->old);
    return finish(fd, done);
}

/* A copy and no hard link: not every disk has those, and one way is enough. */
static bool copy_old(const saving *s)
{
    const struct timespec times[2] = { { 0, UTIME_OMIT }, { s->old.st_mtime, 0 } };
    int from = open(s->path, O_RDONLY | O_CLOEXEC), to;
    bool done;

    if (from < 0)
        return false;
    to = create(s->janitor.name[KEPT], true);
    done = to >= 0 && copy_all(from, to);
    close(from);
    if (to < 0)
        return false;
    resemble(to, &s->old);
    futimens(to, times);
    return finish(to, done);
}

static cj_rc unkept(const saving *s, int why, cj_err *err)
{
    static const cj_text says = {
        "the old version cannot be kept as {0} ({1}); move away what stands there, or use "
        "--no-backup",
        "元のファイルを {0} として残せません（{1}）。その名前のものを移動するか、--no-backup "
        "を指定してください。"
    };
    static const cj_text longer = {
        "the name {0}, under which the old version would be kept, is too long; shorten the "
        "name of the file, or use --no-backup",
        "元のファイルを残すための名前 {0} が長すぎます。ファイル名を短くするか、--no-backup "
        "を指定してください。"
    };

    if (why == ENAMETOOLONG)
        return fail(err, CJ_EIO, longer, s->backup);
    if (why != EISDIR && why != ENOTEMPTY)
        return explain(s, why, err);
    return cj_fail(err, CJ_EIO, says, cj_str_of(s->backup), cj_str_of(strerror(why)));
}

/* A file that must not be there yet appears by a link, which never replaces. Where the disk has
 * no links, a look just before has to do. */
static bool appear(const saving *s)
{
    struct stat st;

    if (s->exists || s->how->force || s->how->in_place)
        return rename(s->janitor.name[NEW], s->path) == 0;
    if (link(s->janitor.name[NEW], s->path) == 0)
        return true;
    if (errno != EEXIST && lstat(s->path, &st) != 0)
        return rename(s->janitor.name[NEW], s->path) == 0;
    errno = EEXIST;
    return false;
}

/* The backup stands before the file is replaced: killed in between, the old one is there twice. */
static cj_rc replace(const saving *s, cj_str bytes, cj_err *err)
{
    bool older;
    int why;

    if (!write_new(s, bytes))
        return explain(s, errno, err);
    older = s->backup && access(s->backup, F_OK) == 0;
    if (s->backup && (!copy_old(s) || rename(s->janitor.name[KEPT], s->backup) != 0))
        return unkept(s, errno, err);
    if (appear(s))
        return CJ_OK;
    why = errno;
    if (s->backup && !older)
        unlink(s->backup);
    return explain(s, why, err);
}

/* So that the new name survives a loss of power, too. The file is whole either way. */
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

static void tell_backup(const saving *s, const char *path)
{
    static const cj_text says = { "the old version is kept as {0}",
                                  "元のファイルを {0} として残しました。" };
    cj_err what;

    fail(&what, CJ_OK, says, s->backup);
    cj_remark(s->run, path, &what, cj_says_in(s->run));
}

cj_rc cj_save(cj_run *run, const char *path, cj_str bytes, const cj_saving *how,
              cj_err *err)
{
    saving s = { .run = run, .how = how };
    cj_rc rc = find_place(&s, path, err);
    void (*too_large)(int);

    if (rc != CJ_OK)
        return rc;
    if (s.exists && how->in_place && how->backup) {
        s.backup = cj_str_z(run->arena, cj_str_fmt(run->arena, "%s.bak", s.path));
        s.janitor.name[KEPT] = temporary(&s);
    }
    s.janitor.name[NEW] = temporary(&s);
    too_large = signal(SIGXFSZ, SIG_IGN); /* an error instead */
    cj_janitor_start(&s.janitor);
    rc = replace(&s, bytes, err);
    cj_janitor_end(&s.janitor);
    signal(SIGXFSZ, too_large);
    if (rc == CJ_OK)
        sync_folder(s.folder);
    if (rc == CJ_OK && s.backup)
        tell_backup(&s, path);
    return rc;
}
