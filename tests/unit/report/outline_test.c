/* outline_test.c - a small map, built by hand, as facts and as blocks. */
#include <cj/outline.h>
#include <cj/render.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Two phases, two elements, an evidence section on a second sheet, a comment, a stray cell. */
static cj_maps *small_map(cj_arena *a)
{
    cj_book *book = cj_book_new(a, CJ_XLSX);
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_map *m = maps->map = CJ_NEW(a, cj_map);
    cj_book_cell *c;
    cj_sheet *s;
    size_t i;

    cj_book_add_sheet(a, book, CJ_STR("マップ"));
    cj_book_add_sheet(a, book, CJ_STR("根拠"));
    s = &book->sheets[0];
    CJ_ROOM(a, s->notes, s->n_notes, s->cap_notes);
    s->notes[s->n_notes++] =
        (cj_book_note){ 4, 2, CJ_STR("要確認"), CJ_STR("岡田"), false };
    maps->n = 1;
    m->book = book;
    m->lang = CJ_JA;
    m->orient = CJ_PHASES_ACROSS;
    m->meta[CJ_META_TITLE].text = CJ_STR("見本");
    m->meta[CJ_META_TITLE].at = (cj_span){ 0, 1, 1, 0, 6 };
    m->n_phases = m->n_elements = 2;
    m->phases = CJ_NEW_N(a, cj_phase, 2);
    m->phases[0] = (cj_phase){ .name = CJ_STR("1:導入期"),
                               .key = CJ_STR("導入期"),
                               .id = CJ_PHASE_ONBOARDING,
                               .at = { 0, 3, 2, 0, 0 },
                               .first = 2,
                               .last = 3,
                               .period_text = CJ_STR("契約後30日") };
    m->phases[1] = (cj_phase){ .name = CJ_STR("活用"),
                               .key = CJ_STR("活用"),
                               .order = 1,
                               .at = { 0, 3, 4, 0, 0 },
                               .first = 4,
                               .last = 4 };
    m->elements = CJ_NEW_N(a, cj_element, 2);
    m->elements[0] = (cj_element){ .elem = CJ_GOAL,
                                   .label = CJ_STR("ゴール"),
                                   .key = CJ_STR("goal"),
                                   .at = { 0, 4, 1, 0, 0 } };
    m->elements[1] = (cj_element){ .elem = CJ_BEHAVIOR,
                                   .reading = CJ_READ_GUESSED,
                                   .label = CJ_STR("アクション"),
                                   .key = CJ_STR("behavior"),
                                   .at = { 0, 5, 1, 0, 0 } };
    for (i = 0; i < 2; i++)
        m->elements[i].cells = CJ_NEW_N(a, cj_cell, 2);
    m->elements[0].cells[0].text = CJ_STR("早く使いたい [E1]");
    m->elements[0].cells[0].at = (cj_span){ 0, 4, 2, 0, 0 };
    m->elements[0].cells[0].items = CJ_NEW(a, cj_item);
    m->elements[0].cells[0].n_items = 1;
    m->elements[0].cells[0].items[0].text = CJ_STR("早く使いたい [E1]");
    m->elements[0].cells[0].items[0].support.refs.id = CJ_NEW(a, unsigned);
    m->elements[0].cells[0].items[0].support.refs.id[0] = 1;
    m->elements[0].cells[0].items[0].support.refs.n = 1;
    m->leaves = CJ_NEW(a, cj_leaf);
    m->n_leaves = 1;
    m->leaves[0] = (cj_leaf){ { 1, 1, 1, 0, 0 }, CJ_LEAF_SECTION, -1, -1, CJ_STR("根拠") };
    c = cj_sheet_add(a, &book->sheets[1], 9, 3);
    c->value = CJ_V_TEXT;
    c->text = CJ_STR("走り書き");
    cj_sheet_seal(a, &book->sheets[1]);
    m->n_leftover = 1;
    return maps;
}

static const cj_fact *get(const cj_fact *f, const char *key)
{
    for (f = f->first; f; f = f->next)
        if (!strcmp(f->key, key))
            return f;
    cr_assert_fail("no key %s", key);
    return NULL;
}

static bool says(const cj_fact *f, const char *text)
{
    return cj_str_eq(f->text, cj_str_of(text));
}

Test(outline, facts)
{
    cj_arena *a = cj_arena_new(0);
    cj_outline_options how = { CJ_LANG_AUTO, false };
    const cj_fact *top = cj_outline_report(a, &how, CJ_STR("m.xlsx"), small_map(a))->facts,
                  *f;

    cr_expect(says(get(top, "file"), "m.xlsx"));
    cr_expect(says(get(top, "lang"), "ja"));
    cr_expect(says(get(top, "sheet"), "マップ"));
    cr_expect(says(get(top, "orient"), "phases-across"));
    cr_expect(says(get(get(get(top, "meta"), "title"), "ref"), "A1"));
    f = get(top, "phases")->first;
    cr_expect(says(get(f, "range"), "B:C"));
    cr_expect(says(get(f, "id"), "onboarding"));
    cr_expect_eq(get(f, "order")->integer, 1);
    cr_expect_eq(get(f->next, "id")->kind, CJ_F_NULL);
    f = get(top, "elements")->first;
    cr_expect(says(get(f, "reading"), "exact"));
    cr_expect(says(get(f->next, "reading"), "guessed"));
    f = get(get(get(f, "cells")->first, "items")->first, "evidence");
    cr_expect(says(f->first, "E1"));
    cr_expect(says(get(get(top, "leftover")->first, "ref"), "根拠!C9"));
    cr_expect(says(get(get(top, "notes")->first, "ref"), "B4"));
    cr_expect_eq(get(top, "more_maps")->first, NULL);
    cj_arena_free(a);
}

Test(outline, blocks)
{
    static const char want[] = "m.xlsx:マップ\n"
                               "フェーズ数 2、項目数 2（フェーズは横に並んでいます）\n"
                               "\n"
                               "  マップ名  見本\n"
                               "\n"
                               "           │ 1:導入期          │ 活用\n"
                               "━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━┿━━━━━\n"
                               "ゴール     │ 早く使いたい [E1] │\n"
                               "アクション │                   │\n"
                               "\n"
                               "項目名の読み取り\n"
                               "  - A5「アクション」は「行動」と推定して読みました\n"
                               "\n"
                               "コメント・メモ\n"
                               "  - B4  要確認\n"
                               "\n"
                               "表の外の文字\n"
                               "  - 根拠!C9  走り書き\n";
    cj_arena *a = cj_arena_new(0);
    cj_outline_options how = { CJ_LANG_AUTO, false };
    cj_render_options page = { false, 100 };
    const cj_report *r = cj_outline_report(a, &how, CJ_STR("m.xlsx"), small_map(a));
    char *got = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&got, &n);

    cr_assert_eq(cj_render_text(a, r, &page, out, NULL), CJ_OK);
    fclose(out);
    cr_expect_str_eq(got, want, "%s", got);
    free(got);
    cj_arena_free(a);
}
