/* save_place.c - where a file is saved, whether it may be, and why it could not be. */
#include "save.h"
#include <errno.h>
#include <limits.h>
#include <unistd.h>

#define MOST_LINKS 40

static cj_rc refuse(cj_err *err, cj_rc rc, cj_text says)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, rc, says, none, none);
}

/* ---- why it did not work -------------------------------------------------------------------- */

static const cj_text standing = {
    "there is a file of this name already; give another name, or add --force to replace it",
    "同じ名前のファイルがすでにあります。別の名前を指定するか、上書きする場合は --force "
    "を付けてください。"
};
static const cj_text full = {
    "the disk is full, or your quota is used up; free some space, or write to another "
    "folder with -o (nothing was changed)",
    "ディスクの空き容量か割り当て容量が足りず、保存できませんでした。空きを作るか、-o "
    "で別のフォルダーを指定してください（元のファイルは変わっていません）。"
};
static const cj_text read_only = {
    "this disk is read-only; write to a folder on another one with -o",
    "このディスクは読み取り専用です。-o で別の場所を指定してください。"
};
static const cj_text no_right = {
    "you have no permission to write to the folder {0}; ask its owner, or write to "
    "another folder with -o",
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
    "the file is larger than this system lets you write; write to another disk "
    "with -o",
    "ファイルが大きすぎて、この場所には保存できません。-o で別の場所を指定してください。"
};
static const cj_text broken = {
    "the disk reports an error; write to another disk with -o, and have this one "
    "checked (nothing was changed)",
    "ディスクのエラーで保存できませんでした。-o で別の場所に保存し、"
    "ディスクを点検してください（元のファイルは変わっていません）。"
};
static const cj_text unknown = {
    "it cannot be saved ({1}); write to another folder with -o",
    "保存できません（{1}）。-o で別のフォルダーを指定してください。"
};

cj_rc cj_save_explain(const cj_place *place, int why, cj_err *err)
{
    static const struct {
        int why;
        const cj_text *says;
    } rows[] = {
        { ENOSPC, &full },     { EDQUOT, &full },    { EROFS, &read_only },
        { EACCES, &no_right }, { EPERM, &no_right }, { ENOENT, &nowhere },
        { ENOTDIR, &nowhere }, { EFBIG, &large },    { ENAMETOOLONG, &longer },
        { EIO, &broken },
    };
    const cj_text *says = &unknown;
    size_t i;

    if (why == EEXIST)
        return refuse(err, CJ_EUSAGE, standing);
    for (i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].why == why)
            says = rows[i].says;
    return cj_fail(err, CJ_EIO, *says, cj_str_of(place->folder), cj_str_of(strerror(why)));
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

static bool is_same(const char *file, const struct stat *old)
{
    struct stat st;
    bool there = (strcmp(file, "-") != 0 ? stat(file, &st) : fstat(0, &st)) == 0;

    return there && st.st_dev == old->st_dev && st.st_ino == old->st_ino;
}

static bool is_input(const cj_run *run, const struct stat *old)
{
    size_t i;

    for (i = 0; i < run->n_files; i++)
        if (is_same(run->file[i], old))
            return true;
    return run->also_read && is_same(run->also_read, old);
}

/* Whether what stands there may be replaced. */
static cj_rc may_replace(const cj_run *run, const cj_saving *how, const cj_place *place,
                         cj_err *err)
{
    static const cj_text folder = {
        "this is a folder; name a file in it",
        "これはフォルダーです。その中のファイル名まで指定してください。"
    };
    static const cj_text odd = {
        "this is no ordinary file but a device or a pipe; write to standard output with -o "
        "-",
        "通常のファイルではなく、デバイスやパイプです。標準出力に書き出すには -o - "
        "を指定してください。"
    };
    static const cj_text input = {
        "this is one of the files that were read, and stays as it is; name another file "
        "(cjfmt --in-place tidies up the map itself)",
        "読み込んだファイルそのものなので、上書きしませんでした。別の名前を指定してください"
        "（元のファイルを直接整えるには、cjfmt --in-place を使います）。"
    };
    static const cj_text guarded = {
        "the file is write-protected; remove the protection, or write to another file "
        "with -o",
        "書き込みが禁止されているファイルです。禁止を解除するか、-o "
        "で別のファイルを指定してください。"
    };

    if (S_ISDIR(place->old.st_mode))
        return refuse(err, CJ_EUSAGE, folder);
    if (!S_ISREG(place->old.st_mode))
        return refuse(err, CJ_EUSAGE, odd);
    if (!how->in_place && is_input(run, &place->old))
        return refuse(err, CJ_EUSAGE, input);
    if (!how->in_place && !how->force)
        return refuse(err, CJ_EUSAGE, standing);
    if (access(place->path, W_OK) != 0 && errno == EACCES)
        return refuse(err, CJ_EIO, guarded);
    return CJ_OK;
}

cj_rc cj_place_find(const cj_run *run, const char *path, const cj_saving *how,
                    cj_place *place, cj_err *err)
{
    static const cj_text circle = {
        "this link leads back to itself; name another file",
        "リンクが循環しています。別のファイルを指定してください。"
    };
    static const cj_text nameless = { "the name of the file to write is empty",
                                      "書き出すファイルの名前が空です。" };
    cj_arena *arena = run->arena;

    if (!*path)
        return refuse(err, CJ_EUSAGE, nameless);
    place->folder = folder_of(arena, path);
    place->exists = stat(path, &place->old) == 0;
    if (!place->exists && errno != ENOENT && errno != ELOOP)
        return cj_save_explain(place, errno, err);
    place->path = follow(arena, path);
    if (!place->path)
        return refuse(err, CJ_EUSAGE, circle);
    place->folder = folder_of(arena, place->path);
    return place->exists ? may_replace(run, how, place, err) : CJ_OK;
}
