/* config.c - any text as cj.ini, judged by the rules: no crash, and what is kept is text of the file. */
#include <cj/cj.h>
#include "config/join.h"
#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new((size_t)1 << 28);
    cj_str text = { (const char *)data, size };
    cj_lint_options lint = { .profile = CJ_V1 };
    cj_config config = { 0 };
    bool root;
    cj_ini in;
    cj_err err;
    size_t i;

    if (cj_ini_begin(arena, CJ_STR("cj.ini"), text, &in, &err) == CJ_OK &&
        cj_config_take(arena, &in, &config, &root, &err) == CJ_OK) {
        lint.config = &config;
        for (i = 0; i < config.n_labels; i++)
            assert(config.labels[i].label.n && config.labels[i].at.row);
        if (cj_lint_options_check(arena, &lint, &err) == CJ_OK)
            assert(cj_settings_report(arena, CJ_JA, &config)->first);
    }
    cj_arena_free(arena);
    return 0;
}
