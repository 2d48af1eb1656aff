/* git_config.c - what git has to know of the driver, a row a setting. */
#include "git.h"
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct setting {
    const char *key, *value; /* value NULL: how this tool is called, with --textconv */
    cj_text why;
} setting;

static const setting settings[] = {
    { "diff.cjdiff.textconv",
      NULL,
      { "shows a file as text", "ファイルを文字にして比べます" } },
    { "diff.cjdiff.cachetextconv",
      "false",
      { "texts are not kept: a newer cjdiff may read a file better",
        "新しい cjdiff では読み取りが変わることがあるため、結果を保存しません" } },
    { "diff.cjdiff.xfuncname",
      "^== (.*)$",
      { "names the phase above each change", "変更箇所の見出しにフェーズ名を出します" } },
};

enum { N_SETTINGS = sizeof settings / sizeof *settings };

static bool runs(cj_arena *arena, cj_str folder, const char *name)
{
    const char *path =
        cj_str_z(arena, cj_str_fmt(arena, CJ_FMT "/%s", CJ_ARG(folder), name));
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

static bool on_path(cj_arena *arena, const char *name)
{
    cj_str rest = cj_str_of(getenv("PATH")), folder;

    while (rest.n && cj_str_split(&rest, ':', &folder))
        if (folder.n && runs(arena, folder, name))
            return true;
    return false;
}

/* A path as a word for the shell that git calls. */
static cj_str quoted(cj_arena *arena, cj_str path)
{
    cj_str all = CJ_STR("'"), piece;

    while (path.n) {
        size_t at = cj_str_find(path, CJ_STR("'"));

        piece = cj_str_cut(path, 0, at == CJ_NONE ? path.n : at);
        all = cj_str_fmt(arena, CJ_FMT CJ_FMT "%s", CJ_ARG(all), CJ_ARG(piece),
                         at == CJ_NONE ? "" : "'\\''");
        path = cj_str_from(path, at == CJ_NONE ? path.n : at + 1);
    }
    return cj_str_fmt(arena, CJ_FMT "'", CJ_ARG(all));
}

/* By its name where the shell finds it, else by its place, as far as the system tells that. */
static cj_str command(const cj_git_place *p)
{
    const char *name = p->run->tool->name;
    cj_arena *arena = p->run->arena;
    char self[PATH_MAX];
    ssize_t n = on_path(arena, name) ? 0 : readlink("/proc/self/exe", self, sizeof self);
    cj_str called = cj_str_of(name), path = { self, n > 0 ? (size_t)n : 0 };

    if (path.n && path.n < sizeof self)
        called = quoted(arena, path);
    return cj_str_fmt(arena, CJ_FMT " --textconv --", CJ_ARG(called));
}

/* What a key says now, and the file where it does; no value: it says nothing. */
typedef struct said {
    bool there;
    cj_str value, file;
} said;

static cj_rc ask(const cj_git_place *p, const char *key, said *out, cj_err *err)
{
    const char *const get[] = { "config", p->scope, "--show-origin", "-z", "--get-all",
                                key,      NULL };
    cj_git_said git;
    cj_rc rc = cj_git_run(p->run->arena, p->root, get, &git, err);
    cj_str rest = git.out;

    memset(out, 0, sizeof *out);
    if (rc != CJ_OK || git.status != 0 || !rest.n)
        return rc;
    out->there = true;
    cj_str_split(&rest, '\0', &out->file);
    cj_str_split(&rest, '\0', &out->value);
    if (rest.n) /* several: none of them counts as ours */
        out->value = CJ_STR("");
    out->file = cj_str_from(out->file, cj_str_starts(out->file, CJ_STR("file:")) ? 5 : 0);
    if (p->root && !cj_str_starts(out->file, CJ_STR("/")))
        out->file = cj_str_fmt(p->run->arena, "%s/" CJ_FMT, p->root, CJ_ARG(out->file));
    return CJ_OK;
}

static cj_rc refused(const char *key, cj_err *err)
{
    static const cj_text says = {
        "git did not change its setting {0}; see whether you may write to its configuration",
        "git の設定 {0} を変更できませんでした。git "
        "の設定ファイルに書き込めるか確認してください。"
    };

    return cj_fail(err, CJ_EIO, says, cj_str_of(key), cj_str_of(NULL));
}

/* The line of the file that says it: in the last section of that name. 0: not found. */
static unsigned line_of(cj_arena *arena, cj_str file, const char *key)
{
    FILE *f = fopen(cj_str_z(arena, file), "rb");
    cj_str name = cj_str_of(strrchr(key, '.') + 1);
    unsigned at = 0, found = 0;
    bool inside = false;
    char line[4096];

    for (; f && fgets(line, sizeof line, f); at += strchr(line, '\n') != NULL) {
        cj_str s = cj_str_trim(cj_str_of(line));

        if (cj_str_starts(s, CJ_STR("[")))
            inside = cj_str_starts(s, CJ_STR("[diff \"cjdiff\"]"));
        else if (inside && cj_str_starts(s, name))
            found = at + 1;
    }
    if (f)
        fclose(f);
    return found;
}

static void tell_setting(cj_git_place *p, const setting *s, const said *now)
{
    printf(CJ_FMT ":%u: %s = " CJ_FMT " (%s)\n", CJ_ARG(now->file),
           line_of(p->run->arena, now->file, s->key), s->key, CJ_ARG(now->value),
           cj_text_in(s->why, cj_says_in(p->run)));
    p->changes++;
}

static cj_rc set(cj_git_place *p, const setting *s, cj_err *err)
{
    cj_arena *arena = p->run->arena;
    cj_str value = s->value ? cj_str_of(s->value) : command(p);
    const char *const put[] = {
        "config", p->scope, "--replace-all", s->key, cj_str_z(arena, value), NULL
    };
    cj_git_said git;
    said now;
    cj_rc rc = ask(p, s->key, &now, err);

    if (rc != CJ_OK || (now.there && cj_str_eq(now.value, value)))
        return rc;
    rc = cj_git_run(arena, p->root, put, &git, err);
    if (rc == CJ_OK && git.status != 0)
        rc = refused(s->key, err);
    if (rc == CJ_OK)
        rc = ask(p, s->key, &now, err);
    if (rc == CJ_OK)
        tell_setting(p, s, &now);
    return rc;
}

static cj_rc unset(cj_git_place *p, const setting *s, cj_err *err)
{
    static const cj_text gone = { "{0} taken out", "{0} を削除しました" };
    const char *const off[] = { "config", p->scope, "--unset-all", s->key, NULL };
    cj_str says;
    unsigned line;
    cj_git_said git;
    said now;
    cj_rc rc = ask(p, s->key, &now, err);

    if (rc != CJ_OK || !now.there)
        return rc;
    line = line_of(p->run->arena, now.file, s->key);
    rc = cj_git_run(p->run->arena, p->root, off, &git, err);
    if (rc != CJ_OK || git.status != 0)
        return rc == CJ_OK ? refused(s->key, err) : rc;
    cj_fail(err, CJ_OK, gone, cj_str_of(s->key), cj_str_of(NULL));
    says = cj_err_says(p->run->arena, err, cj_says_in(p->run));
    printf(CJ_FMT ":%u: " CJ_FMT "\n", CJ_ARG(now.file), line, CJ_ARG(says));
    p->changes++;
    return CJ_OK;
}

cj_rc cj_git_configure(cj_git_place *p, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; i < N_SETTINGS && rc == CJ_OK; i++)
        rc = set(p, &settings[i], err);
    return rc;
}

cj_rc cj_git_unconfigure(cj_git_place *p, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = N_SETTINGS; i-- > 0 && rc == CJ_OK;)
        rc = unset(p, &settings[i], err);
    return rc;
}
