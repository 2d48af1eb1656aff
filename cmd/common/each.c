/* each.c - does the same for every file of a command line; in a folder, what is no map is left alone. */
#include "tool.h"

typedef struct walk {
    cj_run *run;
    cj_file_fn each;
    void *context;
    cj_arena *arena; /* of one file */
    size_t n_maps;   /* of the files that stand together: of one folder, or named */
    size_t skipped;
} walk;

static void skip(walk *w, const char *path)
{
    static const cj_text says = { "skipped: no journey map in it",
                                  "ジャーニーマップがないため飛ばしました。" };
    cj_err err;

    cj_fail(&err, CJ_OK, says, cj_str_of(NULL), cj_str_of(NULL));
    cj_remark(w->run, path, &err, cj_says_in(w->run));
    w->skipped++;
}

/* What the team has settled is kept for the files to come, in the run's own arena. */
static cj_rc do_one(walk *w, const char *path, cj_err *err)
{
    cj_run *run = w->run;
    cj_arena *whole = run->arena;
    cj_rc rc = cj_settle(run, path, &run->map.config, err);

    if (rc != CJ_OK)
        return rc;
    run->arena = w->arena;
    rc = w->each(run, path, w->context, err);
    run->arena = whole;
    return rc;
}

/* A file that fails is named; the others go on. */
static void do_file(walk *w, const char *path, bool named)
{
    cj_err err;
    cj_rc rc = do_one(w, path, &err);

    if (rc == CJ_ENOMAP && !named) {
        skip(w, path);
    } else {
        w->n_maps++;
        if (rc != CJ_OK)
            cj_complain(w->run, path, &err);
    }
    cj_arena_reset(w->arena);
}

static void complain_of_folder(cj_run *run, const char *folder)
{
    static const cj_text says = {
        "no journey map in this folder; name a file to learn why it is not taken for one",
        "このフォルダーにはジャーニーマップがありません。ファイルを指定すると、マップと見なさない理由を"
        "表示します。"
    };
    cj_err err;

    cj_fail(&err, CJ_ENOMAP, says, cj_str_of(NULL), cj_str_of(NULL));
    cj_complain(run, folder, &err);
}

static void tell_skipped(const walk *w)
{
    static const cj_text says = {
        "files without a journey map, left alone: {0} (-v names them)",
        "ジャーニーマップのないファイル{0}件は対象外としました（-v でファイル名を表示します）。"
    };
    cj_err what;

    if (!w->skipped || w->run->shared.verbose)
        return;
    cj_fail(&what, CJ_OK, says, cj_str_fmt(w->run->arena, "%zu", w->skipped),
            cj_str_of(NULL));
    cj_tell(w->run, NULL, &what, cj_says_in(w->run));
}

void cj_each_file(cj_run *run, cj_file_fn each, void *context)
{
    walk w = { .run = run, .each = each, .context = context, .arena = cj_arena_new(0) };
    size_t i;

    for (i = 0; i < run->n_files; i++) {
        const char *folder = run->folder[i];

        do_file(&w, run->file[i], !folder);
        if (i + 1 < run->n_files && run->folder[i + 1] == folder)
            continue;
        if (folder && !w.n_maps)
            complain_of_folder(run, folder);
        w.n_maps = 0;
    }
    tell_skipped(&w);
    cj_arena_free(w.arena);
}
