/* git_place.c - where git is set up: the repository or the user, and the file of attributes. */
#include "git.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static cj_str first_line(cj_str s)
{
    size_t end = cj_str_find(s, CJ_STR("\n"));

    return cj_str_cut(s, 0, end == CJ_NONE ? s.n : end);
}

static cj_rc find_root(cj_git_place *p, cj_err *err)
{
    static const cj_text nowhere = {
        "this folder belongs to no git repository that can be worked in; go into one (cd), or add "
        "--global for all of yours (\"git status\" may say more)",
        "このフォルダーは git の作業用リポジトリの中ではありません。リポジトリに移動する（cd）か、"
        "--global を付けてください（詳しくは git status で確認できます）。"
    };
    static const char *const top[] = { "rev-parse", "--show-toplevel", NULL };
    cj_arena *arena = p->run->arena;
    cj_git_said said;
    cj_rc rc = cj_git_run(arena, NULL, top, &said, err);

    if (rc != CJ_OK)
        return rc;
    while (said.out.n && said.out.p[said.out.n - 1] == '\n')
        said.out.n--;
    if (said.status != 0 || !said.out.n)
        return cj_fail(err, CJ_EIO, nowhere, cj_str_of(NULL), cj_str_of(NULL));
    p->root = cj_str_z(arena, said.out);
    p->scope = "--local";
    p->file = cj_str_z(arena, cj_str_fmt(arena, "%s/.gitattributes", p->root));
    return CJ_OK;
}

/* As git looks for it: core.attributesFile of the user, of the machine, else the usual place. */
static cj_rc find_global(cj_git_place *p, cj_err *err)
{
    static const cj_text homeless = {
        "your home folder is not known: set HOME",
        "ホームフォルダーがわかりません。環境変数 HOME を設定してください。"
    };
    static const char *const scopes[] = { "--global", "--system" };
    const char *home = getenv("HOME"), *xdg = getenv("XDG_CONFIG_HOME");
    cj_arena *arena = p->run->arena;
    size_t i;

    p->scope = "--global";
    for (i = 0; i < sizeof scopes / sizeof *scopes && !p->file; i++) {
        const char *const get[] = {
            "config", scopes[i], "--type=path", "--get", "core.attributesFile", NULL
        };
        cj_git_said said;
        cj_rc rc = cj_git_run(arena, NULL, get, &said, err);

        if (rc != CJ_OK)
            return rc;
        if (said.status == 0 && first_line(said.out).n)
            p->file = cj_str_z(arena, first_line(said.out));
    }
    if (!p->file && xdg && *xdg)
        p->file = cj_str_z(arena, cj_str_fmt(arena, "%s/git/attributes", xdg));
    else if (!p->file && home && *home)
        p->file = cj_str_z(arena, cj_str_fmt(arena, "%s/.config/git/attributes", home));
    if (!p->file)
        return cj_fail(err, CJ_EIO, homeless, cj_str_of(NULL), cj_str_of(NULL));
    return CJ_OK;
}

static cj_rc unreadable(const cj_git_place *p, cj_err *err)
{
    static const cj_text says = { "it cannot be read ({0})", "読み取れません（{0}）。" };
    cj_rc rc = cj_fail(err, CJ_EIO, says, cj_str_of(strerror(errno)), cj_str_of(NULL));

    err->at.file = cj_str_of(p->file);
    return rc;
}

/* Without the file p->is_new is set, and the text is empty. */
static cj_rc read_file(cj_git_place *p, cj_err *err)
{
    FILE *f = fopen(p->file, "rb");
    struct stat st;
    char *text;
    size_t n;

    p->is_new = !f && errno == ENOENT;
    if (p->is_new)
        return CJ_OK;
    if (!f || fstat(fileno(f), &st) != 0)
        return unreadable(p, err);
    if (S_ISDIR(st.st_mode)) {
        fclose(f);
        errno = EISDIR;
        return unreadable(p, err);
    }
    text = cj_alloc_text(p->run->arena, (size_t)st.st_size + 1);
    n = fread(text, 1, (size_t)st.st_size, f);
    fclose(f);
    p->old = (cj_str){ text, n };
    return CJ_OK;
}

cj_rc cj_git_find_place(cj_run *run, bool global, cj_git_place *p, cj_err *err)
{
    cj_rc rc;

    memset(p, 0, sizeof *p);
    p->run = run;
    rc = global ? find_global(p, err) : find_root(p, err);
    return rc == CJ_OK ? read_file(p, err) : rc;
}
