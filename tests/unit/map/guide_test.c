/* guide_test.c - notes, hints, lists and the guide: all there, short enough, clean in both languages. */
#include <cj/guide.h>
#include <criterion/criterion.h>
#include "../make_book.h"
#include "base/utf8.h"
#include "map/labels.h"
#include <stdio.h>

static size_t units(cj_str s)
{
    size_t n = 0;

    while (s.n)
        n += cj_utf8_next(&s) > 0xffff ? 2 : 1;
    return n;
}

/* No half-width katakana, no white space at an end or twice in a row, valid UTF-8. */
static bool clean(const char *z)
{
    cj_str s = cj_str_of(z), rest = s;

    if (!s.n || !cj_utf8_valid(s) || cj_utf8_trim(s).n != s.n ||
        cj_str_has(s, CJ_STR("  ")))
        return false;
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if ((cp >= 0xff61 && cp <= 0xff9f) || cp < ' ')
            return false;
    }
    return true;
}

static bool kana(const char *z)
{
    cj_str rest = cj_str_of(z);

    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (cp >= 0x3040 && cp <= 0x30ff)
            return true;
    }
    return false;
}

static void check(cj_text t, const char *where)
{
    cr_expect(clean(t.en), "%s: %s", where, t.en);
    cr_expect(clean(t.ja), "%s: %s", where, t.ja);
    cr_expect(!kana(t.en) && kana(t.ja), "%s: %s / %s", where, t.en, t.ja);
    cr_expect_leq(units(cj_str_of(t.en)), CJ_HINT_TEXT, "%s: %zu", where,
                  units(cj_str_of(t.en)));
    cr_expect_leq(units(cj_str_of(t.ja)), CJ_HINT_TEXT, "%s: %zu", where,
                  units(cj_str_of(t.ja)));
}

/* The labels are the hints' titles. */
static void check_titles(cj_family family, unsigned id)
{
    cr_expect_leq(units(cj_str_of(cj_labels_canonical(family, id, CJ_EN))), CJ_HINT_TITLE);
    cr_expect_leq(units(cj_str_of(cj_labels_canonical(family, id, CJ_JA))), CJ_HINT_TITLE);
}

Test(guide, every_element_has_a_note)
{
    unsigned i;

    for (i = 1; i < CJ_N_ELEMS; i++) {
        check(cj_elem_note((cj_elem)i), cj_elem_id((cj_elem)i));
        check_titles(CJ_FAM_ELEM, i);
        cr_expect(strstr(cj_elem_note((cj_elem)i).en, "Example: ") &&
                      strstr(cj_elem_note((cj_elem)i).ja, "例："),
                  "%s has no example", cj_elem_id((cj_elem)i));
    }
    cr_expect_str_empty(cj_elem_note(CJ_CUSTOM).ja);
}

Test(guide, every_field_and_column_has_a_hint)
{
    static const struct {
        cj_family family;
        cj_section_kind kind;
    } list[] = {
        { CJ_FAM_PHACOL, CJ_SECTION_PHASES },  { CJ_FAM_EVCOL, CJ_SECTION_EVIDENCE },
        { CJ_FAM_KPICOL, CJ_SECTION_KPI },     { CJ_FAM_ACTCOL, CJ_SECTION_ACTIONS },
        { CJ_FAM_HISCOL, CJ_SECTION_HISTORY },
    };
    const char *field;
    unsigned i, k;

    for (i = 0; i < CJ_N_META; i++) {
        check(cj_meta_hint((cj_meta_id)i), cj_meta_id_name((cj_meta_id)i));
        check_titles(CJ_FAM_META, i);
    }
    for (i = 0; (field = cj_labels_name(CJ_FAM_PERSONA, i)) != NULL; i++) {
        check(cj_persona_hint(field), field);
        check_titles(CJ_FAM_PERSONA, i);
    }
    for (k = 0; k < sizeof list / sizeof *list; k++)
        for (i = 0; (field = cj_labels_name(list[k].family, i)) != NULL; i++) {
            check(cj_column_hint(list[k].kind, field), field);
            check_titles(list[k].family, i);
        }
    cr_expect_str_empty(cj_persona_hint("shoe size").en);
    cr_expect_str_empty(cj_persona_hint(NULL).en);
    cr_expect_str_empty(cj_column_hint(CJ_SECTION_KPI, NULL).ja);
    cr_expect_str_empty(cj_column_hint(CJ_SECTION_GUIDE, "id").ja);
}

/* Excel keeps a list as one text of 255 units, its words parted by commas. */
Test(guide, lists_fit_into_a_workbook)
{
    static const size_t count[CJ_N_LISTS] = {
        [CJ_LIST_EVTYPE] = 10,   [CJ_LIST_STATUS] = 5,   [CJ_LIST_DIRECTION] = 2,
        [CJ_LIST_HISTORY] = 3,   [CJ_LIST_PRIORITY] = 3, [CJ_LIST_DECISION] = 3,
        [CJ_LIST_FREQUENCY] = 3, [CJ_LIST_MATURITY] = 3,
    };
    unsigned list;
    size_t i, en, ja;

    for (list = 0; list < CJ_N_LISTS; list++) {
        cr_expect_eq(cj_list_count((cj_list)list), count[list], "list %u", list);
        for (i = en = ja = 0; i < cj_list_count((cj_list)list); i++) {
            cj_text word = cj_list_word((cj_list)list, i);

            cr_expect(clean(word.en) && clean(word.ja), "%s %s", word.en, word.ja);
            cr_expect(!strchr(word.en, ',') && !strchr(word.ja, ','));
            en += units(cj_str_of(word.en)) + 1;
            ja += units(cj_str_of(word.ja)) + 1;
        }
        cr_expect(en <= 255 && ja <= 255, "list %u", list);
    }
}

static const char *word_in(cj_list list, size_t i, cj_lang lang)
{
    return cj_text_in(cj_list_word(list, i), lang);
}

/* What a list offers must be what the reader knows. */
Test(guide, words_are_understood_by_the_reader)
{
    static const cj_lang langs[] = { CJ_EN, CJ_JA };
    size_t l, i;

    for (l = 0; l < 2; l++)
        for (i = 0; i < 10; i++) {
            cj_arena *arena = cj_arena_new(0);
            cj_err err = { .rc = CJ_OK };
            cj_map *m = make_map(
                arena,
                cj_str_z(arena,
                         cj_str_fmt(
                             arena,
                             "項目\t導入期\t活用期\n顧客のゴール\ta\tb\n行動\ta\tb\n"
                             "課題・ペイン\ta\tb\n\n■根拠\nID\t種別\t日付\n"
                             "E1\t%s\t\n\n■KPI\nフェーズ\tKPI\t良い方向\n導入期\tx\t%s\n\n"
                             "■打ち手\nID\tフェーズ\t状況\nA1\t導入期\t%s\n",
                             word_in(CJ_LIST_EVTYPE, i, langs[l]),
                             word_in(CJ_LIST_DIRECTION, i % 2, langs[l]),
                             word_in(CJ_LIST_STATUS, i % 5, langs[l]))),
                &err);

            cr_assert(m && m->n_evidence == 1 && m->n_kpis == 1 && m->n_actions == 1);
            cr_expect_eq(m->evidence[0].type, CJ_EVTYPE_INTERVIEW + i);
            cr_expect_eq(m->kpis[0].direction, i % 2 ? CJ_LOWER : CJ_HIGHER);
            cr_expect_eq(m->actions[0].status, CJ_STATUS_PLANNED + i % 5);
            cj_arena_free(arena);
        }
}

Test(guide, where_lists_are_offered)
{
    cr_expect_eq(cj_meta_list(CJ_META_MATURITY), CJ_LIST_MATURITY);
    cr_expect_eq(cj_meta_list(CJ_META_TITLE), CJ_LIST_NONE);
    cr_expect_eq(cj_column_list(CJ_SECTION_EVIDENCE, "type"), CJ_LIST_EVTYPE);
    cr_expect_eq(cj_column_list(CJ_SECTION_ACTIONS, "phase"), CJ_LIST_PHASE);
    cr_expect_eq(cj_column_list(CJ_SECTION_HISTORY, "kind"), CJ_LIST_HISTORY);
    cr_expect_eq(cj_column_list(CJ_SECTION_HISTORY, "type"), CJ_LIST_NONE);
    cr_expect_eq(cj_column_list(CJ_SECTION_KPI, NULL), CJ_LIST_NONE);
}

Test(guide, lines_are_clean_in_both_languages)
{
    size_t n, i, steps = 0;
    const cj_guide_line *lines = cj_guide_lines(&n);

    cr_assert(n > 30 && lines[0].role == CJ_ROLE_TITLE);
    for (i = 0; i < n; i++) {
        cr_expect(clean(lines[i].text.en) && clean(lines[i].text.ja), "line %zu: %s", i,
                  lines[i].text.en);
        cr_expect(!kana(lines[i].text.en), "line %zu: %s", i, lines[i].text.en);
        cr_expect(lines[i].role == CJ_ROLE_TITLE || lines[i].role == CJ_ROLE_HEADING ||
                      lines[i].role == CJ_ROLE_STEP || lines[i].role == CJ_ROLE_TEXT ||
                      lines[i].role == CJ_ROLE_SAMPLE,
                  "line %zu", i);
        steps += lines[i].role == CJ_ROLE_STEP;
    }
    cr_expect_eq(steps, 5);
}

/* A guide beside a map is no second map, and none of its cells is taken for a part of the first. */
Test(guide, nothing_is_read_from_it)
{
    static const char *const names[] = { "Guide", "使い方" };
    size_t n, i, l;
    const cj_guide_line *lines = cj_guide_lines(&n);

    for (l = 0; l < 2; l++) {
        cj_arena *arena = cj_arena_new(0);
        cj_book *book = make_book(arena, "Item\tOnboarding\tAdoption\nCustomer Goal\ta\tb\n"
                                         "Customer Actions\ta\tb\nPain Points\ta\tb\n");
        cj_sheet *sheet = cj_book_add_sheet(arena, book, cj_str_of(names[l]));
        cj_maps maps;
        cj_err err = { .rc = CJ_OK };

        for (i = 0; i < n; i++) {
            cj_book_cell *c = cj_sheet_add(arena, sheet, (uint32_t)i + 1, 1);

            c->value = CJ_V_TEXT;
            c->text = cj_str_of(l ? lines[i].text.ja : lines[i].text.en);
        }
        cj_sheet_seal(arena, sheet);
        cr_assert_eq(cj_maps_find(arena, book, NULL, &maps, &err), CJ_OK);
        cr_assert_eq(maps.n, 1);
        cr_expect_eq(maps.map[0].n_elements, 3);
        cr_expect_eq(maps.map[0].meta[CJ_META_PURPOSE].at.row, 0);
        cr_expect_eq(maps.map[0].n_evidence + maps.map[0].n_kpis + maps.map[0].n_actions,
                     0);
        cj_arena_free(arena);
    }
}
