/* preset_test.c - the starter maps: read as maps, blank and filled, in both languages. */
#include <cj/lint.h>
#include <cj/preset.h>
#include <cj/read.h>
#include <criterion/criterion.h>
#include "base/buf.h"
#include "map/items.h"
#include <stdio.h>

typedef enum filling { AS_IT_IS, BLANK, FILLED } filling;

static const cj_lang langs[] = { CJ_JA, CJ_EN };
static const cj_date today = { 2026, 4, 20 };

static cj_book *book_of(cj_arena *arena, const char *name, cj_lang lang)
{
    cj_read_options options = cj_read_options_default();
    cj_err err = { .rc = CJ_OK };
    cj_book *book = NULL;

    cj_book_parse(arena, cj_preset_bytes(cj_str_of(name), lang), cj_str_of(name), &options,
                  &book, &err);
    cr_assert(book != NULL, "%s: %s", name, err.says.en);
    return book;
}

static cj_str without_mark(cj_str s)
{
    static const cj_str marks[] = { CJ_LIT("例："), CJ_LIT("e.g.") };
    size_t i;

    for (i = 0; i < 2; i++)
        if (cj_str_starts(s, marks[i]))
            return cj_str_trim(cj_str_from(s, marks[i].n));
    return s;
}

/* The same book with its examples taken away or turned into what a team would write. */
static cj_book *changed(cj_arena *arena, const cj_book *old, filling how)
{
    cj_book *book = cj_book_new(arena, old->format);
    cj_sheet *sheet = cj_book_add_sheet(arena, book, old->sheets[0].name);
    size_t i;

    book->csv = old->csv;
    for (i = 0; i < old->sheets[0].n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(&old->sheets[0], i);
        cj_str text = without_mark(c->text);
        cj_book_cell *copy;

        if (how == BLANK && text.n != c->text.n)
            continue;
        copy = cj_sheet_add(arena, sheet, c->row, c->col);
        copy->text = how == FILLED ? text : c->text;
        copy->value = CJ_V_TEXT;
    }
    cj_sheet_seal(arena, sheet);
    return book;
}

static cj_map *map_of(cj_arena *arena, const char *name, cj_lang lang, filling how)
{
    cj_book *book = book_of(arena, name, lang);
    cj_maps *maps = CJ_NEW(arena, cj_maps);
    cj_err err = { .rc = CJ_OK };

    if (how != AS_IT_IS)
        book = changed(arena, book, how);
    cr_assert_eq(cj_maps_find(arena, book, NULL, maps, &err), CJ_OK, "%s %s %d: %s", name,
                 cj_lang_code(lang), how, err.says.en);
    cr_assert_eq(maps->n, 1, "%s: %zu maps", name, maps->n);
    return &maps->map[0];
}

static cj_str phases_of(cj_arena *arena, const cj_map *m)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < m->n_phases; i++)
        cj_buf_fmt(&b, "%s%s", i ? " " : "",
                   m->phases[i].id ? cj_phase_id_name(m->phases[i].id) : "-");
    return cj_buf_str(&b);
}

static cj_str elements_of(cj_arena *arena, const cj_map *m)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < m->n_elements; i++)
        cj_buf_fmt(&b, "%s%s", i ? " " : "", cj_elem_id(m->elements[i].elem));
    return cj_buf_str(&b);
}

/* persona/2/12: the section, its columns, its records; then the fields of the columns. */
static cj_str sections_of(cj_arena *arena, const cj_map *m)
{
    cj_buf b;
    size_t i, c;

    cj_buf_init(&b, arena);
    for (i = 0; i < m->n_sections; i++) {
        const cj_section *s = &m->sections[i];

        cj_buf_fmt(&b, "%s/%zu:", cj_section_name(s->kind), s->n_records);
        for (c = 0; c < s->n_columns; c++)
            cj_buf_fmt(&b, " %s", s->columns[c].field ? s->columns[c].field : "?");
        cj_buf_z(&b, "\n");
    }
    return cj_buf_str(&b);
}

#define NINE "goal behavior mind pain touchpoint success kpi countermeasure owner"
#define FULL "period definition " NINE " evidence"
#define FOUR "onboarding adoption expansion renewal"

static const struct expected {
    const char *name, *phases, *elements;
    unsigned sections;
} presets[] = {
    { "cs-saas", FOUR, FULL, 5 },
    { "minimal", "onboarding adoption expansion", NINE, 0 },
    { "basic", FOUR, "period goal behavior pain", 0 },
    { "onboarding", NULL, FULL, 5 },
    { "renewal", NULL, FULL, 5 },
    { "nng", FOUR, "behavior mind emotion opportunity owner", 5 },
};
enum { N = sizeof presets / sizeof *presets };

static void reads(const struct expected *want, cj_lang lang, filling how)
{
    cj_arena *arena = cj_arena_new(0);
    cj_map *m = map_of(arena, want->name, lang, how);
    cj_str phases = phases_of(arena, m), elements = elements_of(arena, m);
    cj_str sections = sections_of(arena, m);

    cr_expect_eq(m->lang, lang, "%s: language", want->name);
    cr_expect(!want->phases || cj_str_eq(phases, cj_str_of(want->phases)), "%s: " CJ_FMT,
              want->name, CJ_ARG(phases));
    cr_expect(want->phases || m->n_phases == 5, "%s: %zu phases", want->name, m->n_phases);
    cr_expect(cj_str_eq(elements, cj_str_of(want->elements)), "%s: " CJ_FMT, want->name,
              CJ_ARG(elements));
    cr_expect_eq(m->n_sections, want->sections, "%s: " CJ_FMT, want->name,
                 CJ_ARG(sections));
    cr_expect(!cj_str_has(sections, CJ_STR("?")), "%s: " CJ_FMT, want->name,
              CJ_ARG(sections));
    cr_expect_eq(m->n_leftover, 0, "%s: %zu cells left over", want->name, m->n_leftover);
    cj_arena_free(arena);
}

Test(preset, each_is_one_map_as_it_is_blank_and_filled)
{
    size_t i, l;
    int how;

    cr_assert_eq(cj_preset_count(), N);
    for (i = 0; i < N; i++)
        for (l = 0; l < 2; l++)
            for (how = AS_IT_IS; how <= FILLED; how++)
                reads(&presets[i], langs[l], (filling)how);
}

Test(preset, both_languages_hold_the_same)
{
    size_t i;

    for (i = 0; i < N; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_map *ja = map_of(arena, presets[i].name, CJ_JA, AS_IT_IS);
        cj_map *en = map_of(arena, presets[i].name, CJ_EN, AS_IT_IS);
        unsigned k;

        cr_expect(cj_str_eq(phases_of(arena, ja), phases_of(arena, en)), "%s",
                  presets[i].name);
        cr_expect(cj_str_eq(elements_of(arena, ja), elements_of(arena, en)), "%s",
                  presets[i].name);
        cr_expect(cj_str_eq(sections_of(arena, ja), sections_of(arena, en)),
                  "%s: " CJ_FMT " / " CJ_FMT, presets[i].name,
                  CJ_ARG(sections_of(arena, ja)), CJ_ARG(sections_of(arena, en)));
        for (k = 0; k < CJ_N_META; k++)
            cr_expect_eq(ja->meta[k].at.row > 0, en->meta[k].at.row > 0, "%s: %s",
                         presets[i].name, cj_meta_id_name((cj_meta_id)k));
        cj_arena_free(arena);
    }
}

Test(preset, examples_are_placeholders_and_nothing_else_is)
{
    size_t i, l, k;

    for (i = 0; i < N; i++)
        for (l = 0; l < 2; l++) {
            cj_arena *arena = cj_arena_new(0);
            cj_book *book = book_of(arena, presets[i].name, langs[l]);
            const cj_sheet *sheet = &book->sheets[0];
            size_t n, at = 0;
            cj_edit *edits = cj_preset_examples(arena, book, &n);

            for (k = 0; k < sheet->n_cells; k++) {
                const cj_book_cell *c = cj_sheet_cell(sheet, k);
                bool edited = at < n && edits[at].row == c->row && edits[at].col == c->col;

                cr_expect_eq(without_mark(c->text).n < c->text.n, edited, "%s %s: " CJ_FMT,
                             presets[i].name, cj_lang_code(langs[l]), CJ_ARG(c->text));
                at += edited;
            }
            cr_expect(at == n && n > 10, "%s: %zu of %zu", presets[i].name, at, n);
            cj_arena_free(arena);
        }
}

Test(preset, blank_ones_hold_no_record_and_no_guess)
{
    size_t i, l, k, r;

    for (i = 0; i < N; i++)
        for (l = 0; l < 2; l++) {
            cj_arena *arena = cj_arena_new(0);
            cj_map *m = map_of(arena, presets[i].name, langs[l], BLANK);

            for (k = 0; k < CJ_N_META; k++)
                cr_expect(!m->meta[k].text.n || k == CJ_META_VERSION ||
                              k == CJ_META_MATURITY,
                          "%s: %s", presets[i].name, cj_meta_id_name((cj_meta_id)k));
            for (k = 0; k < m->n_sections; k++)
                cr_expect(m->sections[k].kind == CJ_SECTION_PERSONA ||
                              !m->sections[k].n_records,
                          "%s: %s", presets[i].name, cj_section_name(m->sections[k].kind));
            for (k = 0; k < m->n_elements; k++)
                for (r = 0; r < m->n_phases; r++)
                    cr_expect_eq(cj_cell_blank(&m->elements[k].cells[r]),
                                 m->elements[k].elem != CJ_DEFINITION, "%s: %s",
                                 presets[i].name, cj_elem_id(m->elements[k].elem));
            cj_arena_free(arena);
        }
}

/* ---- our own rules -------------------------------------------------------------------------- */

/* What a preset leaves out on purpose, judged as a first version. */
static const struct lacking {
    const char *name;
    const char *rules;
} lacking[] = {
    { "cs-saas", "" },
    { "minimal", "CJ201 CJ202 CJ204 CJ308 CJ311 CJ506" },
    { "basic", "CJ204 CJ207 CJ311 CJ401" },
    { "onboarding", "" },
    { "renewal", "" },
    { "nng", "CJ308 CJ311 CJ401" },
};

static void judge(const char *name, cj_lang lang, filling how, cj_profile profile,
                  const char *allowed)
{
    cj_arena *arena = cj_arena_new(0);
    cj_map *m = map_of(arena, name, lang, how);
    cj_lint_options options = { .profile = profile, .today = today };
    cj_lint_result result;
    size_t i;

    cj_lint_run(arena, m, &options, &result);
    for (i = 0; i < result.n_findings; i++) {
        const cj_finding *f = &result.findings[i];
        cj_str says = cj_finding_says(arena, &result, f, CJ_EN);

        if (allowed)
            cr_expect(strstr(allowed, f->rule->id) != NULL, "%s %s: %s " CJ_FMT, name,
                      cj_lang_code(lang), f->rule->id, CJ_ARG(says));
        else
            cr_expect_neq(f->severity, CJ_ERROR, "%s %s %d: %s " CJ_FMT, name,
                          cj_lang_code(lang), how, f->rule->id, CJ_ARG(says));
    }
    cj_arena_free(arena);
}

Test(preset, drafts_have_no_errors)
{
    size_t i, l;

    for (i = 0; i < N; i++)
        for (l = 0; l < 2; l++) {
            judge(presets[i].name, langs[l], AS_IT_IS, CJ_DRAFT, NULL);
            judge(presets[i].name, langs[l], BLANK, CJ_DRAFT, NULL);
        }
}

Test(preset, examples_are_good_by_our_own_rules)
{
    size_t i, l;

    for (i = 0; i < N; i++)
        for (l = 0; l < 2; l++)
            judge(lacking[i].name, langs[l], FILLED, CJ_V1, lacking[i].rules);
}

/* ---- the small one ---------------------------------------------------------------------------- */

Test(preset, minimal_is_the_grid_that_people_know)
{
    cj_arena *arena = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_err err = { .rc = CJ_OK };
    cj_book *known, *ours = book_of(arena, "minimal", CJ_JA);
    const cj_sheet *a, *b;
    unsigned row, col;

    cr_assert_eq(cj_book_read(arena, "tests/data/samples/01_seed_sample.csv", &options,
                              &known, &err),
                 CJ_OK);
    a = &known->sheets[0];
    b = &ours->sheets[0];
    cr_assert(a->rows == b->rows && a->cols == b->cols);
    for (row = 1; row <= a->rows; row++)
        for (col = 1; col <= a->cols; col++)
            if (row == 1 || col == 1)
                cr_expect(cj_str_eq(cj_sheet_find(a, row, col)->text,
                                    cj_sheet_find(b, row, col)->text),
                          "row %u, column %u", row, col);
    cj_arena_free(arena);
}

/* ---- names --------------------------------------------------------------------------------------- */

Test(preset, names)
{
    size_t i;

    cr_expect_str_eq(cj_preset_at(0)->name, "cs-saas");
    for (i = 0; i < N; i++) {
        const cj_preset *p = cj_preset_at(i);

        cr_expect_eq(cj_preset_named(cj_str_of(p->name)), p);
        cr_expect(*p->title.en && *p->title.ja && *p->what_for.en && *p->what_for.ja);
        cr_expect(cj_str_starts(cj_preset_bytes(cj_str_of(p->name), CJ_LANG_AUTO),
                                CJ_STR("\xef\xbb\xbf")));
    }
    cr_expect_eq(cj_preset_named(CJ_STR("CS_SaaS")), cj_preset_at(0));
    cr_expect_null(cj_preset_named(CJ_STR("cs")));
    cr_expect_null(cj_preset_named(CJ_STR("")));
    cr_expect_eq(cj_preset_bytes(CJ_STR("team"), CJ_JA).n, 0);
    cr_expect_str_eq(cj_preset_closest(CJ_STR("onbording")), "onboarding");
    cr_expect_str_eq(cj_preset_closest(CJ_STR("cssaas")), "cs-saas");
    cr_expect_null(cj_preset_closest(CJ_STR("zzzzzzzz")));
}
