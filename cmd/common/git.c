/* git.c - makes git show maps through cjdiff, and takes it back. */
#include "git.h"
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static cj_lang lang_of(const cj_git_place *p)
{
    return cj_says_in(p->run);
}

/* ---- the file of attributes --------------------------------------------------------- */

/* ~/.config/git may not be there yet. */
static void make_folders(cj_arena *arena, const char *file)
{
    const char *slash;

    for (slash = strchr(file + 1, '/'); slash; slash = strchr(slash + 1, '/'))
        mkdir(cj_str_z(arena, cj_str_cut(cj_str_of(file), 0, (size_t)(slash - file))),
              0777);
}

static cj_rc unwritten(const cj_git_place *p, const char *file, cj_str why, cj_err *err)
{
    static const cj_text says = {
        "it cannot be changed{0}; see whether you may write to the file and its folder",
        "変更できません{0}。ファイルとフォルダーの書き込み権限を確認してください。"
    };
    cj_arena *arena = p->run->arena;
    cj_rc rc;

    if (why.n)
        why = cj_str_fmt(arena, lang_of(p) == CJ_JA ? "（" CJ_FMT "）" : " (" CJ_FMT ")",
                         CJ_ARG(why));
    rc = cj_fail(err, CJ_EIO, says, why, cj_str_of(NULL));
    err->at.file = cj_str_of(file);
    return rc;
}

static cj_rc save(const cj_git_place *p, const cj_git_block *b, cj_err *err)
{
    const cj_saving how = { .force = true };

    if (b->ours)
        return unlink(p->file) == 0
                   ? CJ_OK
                   : unwritten(p, p->file, cj_str_of(strerror(errno)), err);
    if (!p->root)
        make_folders(p->run->arena, p->file);
    if (cj_save(p->run, p->file, b->whole, &how, err) == CJ_OK)
        return CJ_OK;
    return unwritten(p, p->file, err->arg[1], err); /* its own words speak of -o */
}

static void tell_block(cj_git_place *p, const cj_git_block *b, cj_text did,
                       const cj_git_lines *of)
{
    size_t i;

    printf("%s:%u-%u: %s\n", p->file, b->first, b->last, cj_text_in(did, lang_of(p)));
    for (i = 0; of && i < of->n; i++)
        printf("    " CJ_FMT "\n", CJ_ARG(of->line[i]));
    p->changes++;
}

/* ---- both ways ---------------------------------------------------------------------- */

static void tell_nothing(const cj_git_place *p)
{
    static const cj_text says = { "Nothing to change.", "変更する設定はありません。" };

    if (!p->changes)
        puts(cj_text_in(says, lang_of(p)));
}

static void tell_next(const cj_git_place *p)
{
    static const cj_text here = {
        "Commit .gitattributes, so that colleagues have it too; each of them runs \"cjdiff "
        "--git-setup\" once. Run it again when further maps in CSV have been added.",
        ".gitattributes をコミットすると、チーム全員に反映されます（各自で一度 cjdiff --git-setup "
        "を実行してください）。CSVのマップを追加したときは、もう一度実行してください。"
    };
    static const cj_text everywhere = {
        "Workbooks only: which CSV files are maps is looked up in one repository, without "
        "--global.",
        "対象はExcelファイルだけです。CSVのマップは、リポジトリごとに --global "
        "なしで実行すると対象になります。"
    };
    cj_err what;

    if (!p->changes)
        return;
    cj_fail(&what, CJ_OK, p->root ? here : everywhere, cj_str_of(NULL), cj_str_of(NULL));
    cj_tell(p->run, NULL, &what, lang_of(p));
}

static cj_rc put_block(cj_git_place *p, cj_err *err)
{
    static const cj_text added = { "added", "追加しました" },
                         changed = { "changed", "書き換えました" };
    cj_git_block b;
    cj_git_lines of;
    cj_rc rc = cj_git_find_lines(p, &of, err);

    if (rc == CJ_OK)
        rc = cj_git_block_put(p->run->arena, p->old, p->is_new, of.line, of.n, &b, err);
    if (rc == CJ_OK && !p->is_new && cj_str_eq(b.whole, p->old))
        return CJ_OK;
    if (rc == CJ_OK)
        rc = save(p, &b, err);
    if (rc == CJ_OK)
        tell_block(p, &b, b.was_there ? changed : added, &of);
    return rc;
}

static cj_rc take_block(cj_git_place *p, cj_err *err)
{
    static const cj_text gone = { "taken out", "削除しました" }, all = {
        "taken out, and the file with it: nothing else was in it",
        "削除しました（ほかに内容がないため、ファイルごと削除しました）"
    };
    cj_git_block b;
    cj_rc rc = cj_git_block_take(p->run->arena, p->old, &b, err);

    if (rc != CJ_OK || !b.was_there)
        return rc;
    rc = save(p, &b, err);
    if (rc == CJ_OK)
        tell_block(p, &b, b.ours ? all : gone, NULL);
    return rc;
}

static cj_rc of_file(const cj_git_place *p, cj_rc rc, cj_err *err)
{
    if (rc != CJ_OK && err->at.row && !err->at.file.n)
        err->at.file = cj_str_of(p->file);
    return rc;
}

cj_rc cj_git_setup(cj_run *run, bool global, cj_err *err)
{
    cj_git_place p;
    cj_rc rc = cj_git_find_place(run, global, &p, err);

    if (rc == CJ_OK)
        rc = of_file(&p, put_block(&p, err), err);
    if (rc == CJ_OK)
        rc = cj_git_configure(&p, err);
    if (rc != CJ_OK)
        return rc;
    tell_nothing(&p);
    tell_next(&p);
    return CJ_OK;
}

cj_rc cj_git_remove(cj_run *run, bool global, cj_err *err)
{
    cj_git_place p;
    cj_rc rc = cj_git_find_place(run, global, &p, err);

    if (rc == CJ_OK)
        rc = of_file(&p, take_block(&p, err), err);
    if (rc == CJ_OK)
        rc = cj_git_unconfigure(&p, err);
    if (rc == CJ_OK)
        tell_nothing(&p);
    return rc;
}
