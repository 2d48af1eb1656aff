/* save.c - a file is replaced whole or not at all. */
#include "save.h"
#include "janitor.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/random.h>
#include <unistd.h>

#define PIECE 65536u

typedef struct saving {
    cj_run *run;
    const cj_saving *how;
    cj_place place;
    const char *backup; /* where the old one is kept; NULL: it is not */
    cj_janitor janitor;
} saving;

enum { NEW, KEPT }; /* the temporary names: of the new file, of the copy of the old one */

/* In the same folder, since a rename goes no further; short, since the name beside it may be as
 * long as names can be; of 64 random bits, so that it is nobody else's. */
static const char *temporary(const saving *s)
{
    unsigned long long any = 0;
    cj_str name;

    if (getentropy(&any, sizeof any) != 0)
        any = (unsigned long long)getpid();
    name = cj_str_fmt(s->run->arena, "%s/.cjmap-%016llx.tmp", s->place.folder, any);
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
    int fd = create(s->janitor.name[NEW], s->place.exists);
    bool done;

    if (fd < 0)
        return false;
    done = write_all(fd, bytes.p, bytes.n);
    if (s->place.exists)
        resemble(fd, &s->place.old);
    return finish(fd, done);
}

/* A copy and no hard link: not every disk has those, and one way is enough. */
static bool copy_old(const saving *s)
{
    const struct timespec times[2] = { { 0, UTIME_OMIT }, { s->place.old.st_mtime, 0 } };
    int from = open(s->place.path, O_RDONLY | O_CLOEXEC), to;
    bool done;

    if (from < 0)
        return false;
    to = create(s->janitor.name[KEPT], true);
    done = to >= 0 && copy_all(from, to);
    close(from);
    if (to < 0)
        return false;
    resemble(to, &s->place.old);
    futimens(to, times);
    return finish(to, done);
}

static cj_rc unkept(const saving *s, int why, cj_err *err)
{
    static const cj_text says = {
        "the old version cannot be kept as {0} ({1}); move away what is there, or use "
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
        return cj_fail(err, CJ_EIO, longer, cj_str_of(s->backup), cj_str_of(NULL));
    if (why != EISDIR && why != ENOTEMPTY)
        return cj_save_explain(&s->place, why, err);
    return cj_fail(err, CJ_EIO, says, cj_str_of(s->backup), cj_str_of(strerror(why)));
}

/* A file that must not be there yet appears by a link, which never replaces. Where the disk has
 * no links, a look just before has to do. */
static bool appear(const saving *s)
{
    struct stat st;

    if (s->place.exists || s->how->force || s->how->in_place)
        return rename(s->janitor.name[NEW], s->place.path) == 0;
    if (link(s->janitor.name[NEW], s->place.path) == 0)
        return true;
    if (errno != EEXIST && lstat(s->place.path, &st) != 0)
        return rename(s->janitor.name[NEW], s->place.path) == 0;
    errno = EEXIST;
    return false;
}

/* The backup stands before the file is replaced: killed in between, the old one is there twice. */
static cj_rc replace(const saving *s, cj_str bytes, cj_err *err)
{
    bool older;
    int why;

    if (!write_new(s, bytes))
        return cj_save_explain(&s->place, errno, err);
    older = s->backup && access(s->backup, F_OK) == 0;
    if (s->backup && (!copy_old(s) || rename(s->janitor.name[KEPT], s->backup) != 0))
        return unkept(s, errno, err);
    if (appear(s))
        return CJ_OK;
    why = errno;
    if (s->backup && !older)
        unlink(s->backup);
    return cj_save_explain(&s->place, why, err);
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

    cj_fail(&what, CJ_OK, says, cj_str_of(s->backup), cj_str_of(NULL));
    cj_remark(s->run, path, &what, cj_says_in(s->run));
}

cj_rc cj_save(cj_run *run, const char *path, cj_str bytes, const cj_saving *how,
              cj_err *err)
{
    saving s = { .run = run, .how = how };
    cj_rc rc = cj_place_find(run, path, how, &s.place, err);
    void (*too_large)(int);

    if (rc != CJ_OK)
        return rc;
    if (s.place.exists && how->in_place && how->backup) {
        s.backup = cj_str_z(run->arena, cj_str_fmt(run->arena, "%s.bak", s.place.path));
        s.janitor.name[KEPT] = temporary(&s);
    }
    s.janitor.name[NEW] = temporary(&s);
    too_large = signal(SIGXFSZ, SIG_IGN); /* an error instead */
    cj_janitor_start(&s.janitor);
    rc = replace(&s, bytes, err);
    cj_janitor_end(&s.janitor);
    signal(SIGXFSZ, too_large);
    if (rc == CJ_OK)
        sync_folder(s.place.folder);
    if (rc == CJ_OK && s.backup)
        tell_backup(&s, path);
    return rc;
}
