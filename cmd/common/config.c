/* config.c - what a team has settled in cj.ini, for the file at hand. */
#include "tool.h"
#include <stdlib.h>

static const cj_config *known(const cj_run *run, cj_str folder)
{
    size_t i;

    for (i = 0; i < run->n_settled; i++)
        if (cj_str_eq(run->settled[i].folder, folder))
            return run->settled[i].config;
    return NULL;
}

static void keep(cj_run *run, cj_str folder, const cj_config *config)
{
    CJ_ROOM(run->arena, run->settled, run->n_settled, run->cap_settled);
    run->settled[run->n_settled++] = (cj_settled){ folder, config };
}

/* --lang and CJ_LANG ask for a language here and now; the locale only says where the user lives. */
static void settle_language(cj_run *run, const cj_config *config)
{
    const char *asked = getenv("CJ_LANG");

    if (config->lang != CJ_LANG_AUTO && !run->shared.lang && !(asked && *asked))
        run->lang = config->lang;
}

cj_rc cj_settle(cj_run *run, const char *path, const cj_config **out, cj_err *err)
{
    cj_str named = run->shared.config, folder = { "", 0 };
    cj_config *config;
    cj_rc rc = CJ_OK;

    if (!named.p && !run->shared.no_config && path)
        folder = cj_config_folder(run->arena, path);
    *out = known(run, folder);
    if (*out)
        return CJ_OK;
    config = CJ_NEW(run->arena, cj_config);
    if (named.p)
        rc = cj_config_read(run->arena, cj_str_z(run->arena, named), config, err);
    else if (!run->shared.no_config)
        rc = cj_config_search(run->arena, path ? path : "-", config, err);
    if (rc != CJ_OK)
        return rc;
    settle_language(run, config);
    keep(run, folder, config);
    *out = config;
    return CJ_OK;
}
