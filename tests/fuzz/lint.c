/* lint.c - any CSV judged and reported in both languages: no crash, no hang, sound findings. */
#include <cj/cj.h>
#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const cj_lint_result *r)
{
    size_t i;

    for (i = 0; i < r->n_findings; i++) {
        const cj_finding *f = &r->findings[i];

        assert(f->severity != CJ_OFF && f->at.sheet < r->map->book->n_sheets);
        assert(f->element < (int)r->map->n_elements && f->phase < (int)r->map->n_phases);
    }
}

static void judge(cj_arena *arena, const cj_map *map, cj_profile profile, cj_lang lang)
{
    cj_lint_options options = { .profile = profile, .today = { 2025, 10, 1 } };
    cj_findings_options how = { lang, true, false };
    cj_tally tally = { 0 };
    cj_lint_result r;
    cj_checked file = { CJ_STR("map.csv"), NULL, &r, 1 };

    cj_lint_run(arena, map, &options, &r);
    check(&r);
    assert(cj_findings_of_file(arena, &how, &file, &tally)->first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new((size_t)1 << 30);
    cj_read_options options = cj_read_options_default();
    cj_str bytes = { (const char *)data, size };
    cj_map_options every = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };
    cj_book *book;
    cj_maps maps;
    cj_err err;
    size_t i;

    options.encoding = CJ_STR("UTF-8");
    if (cj_book_parse(arena, bytes, CJ_STR("map.csv"), &options, &book, &err) == CJ_OK &&
        cj_maps_find(arena, book, &every, &maps, &err) == CJ_OK)
        for (i = 0; i < maps.n; i++) {
            judge(arena, &maps.map[i], CJ_OPERATIONAL, CJ_JA);
            judge(arena, &maps.map[i], CJ_PROFILE_AUTO, CJ_EN);
        }
    cj_arena_free(arena);
    return 0;
}
