/* relaid_test.c - what is told of a new layout: where each text goes, and what changes. */
#include <cj/cj.h>
#include <criterion/criterion.h>
#include <string.h>

typedef struct laid_out {
    cj_book *book;
    cj_maps maps;
    cj_layout layout;
} laid_out;

static void lay(cj_arena *a, const char *csv, bool stacked, laid_out *out)
{
    cj_read_options read = cj_read_options_default();
    cj_map_options how = { .sheet = { NULL, 0 } };
    cj_layout_options layout = { .stacked = stacked };
    cj_err err;

    cr_assert_eq(
        cj_book_parse(a, cj_str_of(csv), CJ_STR("map.csv"), &read, &out->book, &err),
        CJ_OK);
    cr_assert_eq(cj_maps_find(a, out->book, &how, &out->maps, &err), CJ_OK);
    cj_layout_make(a, &out->maps, &layout, &out->layout);
}

static const char map[] = "項目,導入期,活用期\n"
                          "ゴール,設定を終えたい,減らしたい\n"
                          "行動,\"- 登録する\n- 連携する\",共有する\n"
                          "課題,わからない,\n"
                          "\n"
                          "※ 部外秘,,\n";

static long long number(const cj_report *r, const char *key)
{
    const cj_fact *f;

    for (f = r->facts->first; f; f = f->next)
        if (!strcmp(f->key, key))
            return f->integer;
    return -1;
}

static bool tells(const cj_report *r, const char *line)
{
    const cj_block *b;

    for (b = r->first; b; b = b->next)
        if (cj_str_eq(b->text, cj_str_of(line)))
            return true;
    return false;
}

Test(relaid, texts_before_and_after)
{
    static const char *const lines[] = {
        "@ A2 → A20",
        "- ゴール",
        "+ 顧客のゴール",
        "@ B3 → B21（行動 × 導入期）",
        "- - 登録する",
        "+ ・登録する",
        "+ A18:A19  期間 | フェーズの定義",
        "+ A22  思考・感情",
    };
    cj_arena *a = cj_arena_new(0);
    cj_report *r;
    laid_out l;
    size_t i;

    lay(a, map, true, &l);
    r = cj_relaid_report(a, CJ_JA, CJ_STR("map.csv"), l.book, &l.maps, &l.layout);
    for (i = 0; i < sizeof lines / sizeof *lines; i++)
        cr_expect(tells(r, lines[i]), "%s", lines[i]);
    cr_expect_eq(number(r, "changed"), 3, "ゴール, 行動 × 導入期, 課題");
    cr_expect(number(r, "moved") > 5);
    cj_arena_free(a);
}

Test(relaid, nothing_is_told_of_what_stays)
{
    cj_arena *a = cj_arena_new(0);
    cj_csv_options how = cj_csv_options_new(CJ_CSV);
    cj_report *r;
    laid_out l, again;

    lay(a, map, true, &l);
    lay(a, cj_str_z(a, cj_csv_write(a, l.layout.book, 0, &how)), true, &again);
    r = cj_relaid_report(a, CJ_EN, CJ_STR("map.csv"), again.book, &again.maps,
                         &again.layout);
    cr_expect_eq(number(r, "changed"), 0);
    cr_expect_eq(number(r, "added"), 0);
    cr_expect_eq(number(r, "moved"), 0);
    cj_arena_free(a);
}

static const cj_table *table_of(const cj_report *r)
{
    const cj_block *b;

    for (b = r->first; b; b = b->next)
        if (b->kind == CJ_B_TABLE)
            return &b->table;
    return NULL;
}

Test(relaid, every_text_has_its_way)
{
    static const struct {
        const char *from, *to, *says;
    } cases[] = {
        { "A1", "→ ジャーニーマップ!A17", "項目" },
        { "B3", "→ ジャーニーマップ!B21", "行動 × 導入期: - 登録する / - 連携する" },
        { "A4", "→ ジャーニーマップ!A23", "課題" },
        { "A6", "→ 備考!B2", "※ 部外秘" },
    };
    cj_arena *a = cj_arena_new(0);
    const cj_table *t;
    laid_out l;
    size_t i, k;

    lay(a, map, false, &l);
    t = table_of(cj_moves_report(a, CJ_JA, CJ_STR("map.csv"), l.book, &l.maps, &l.layout));
    cr_assert_not_null(t);
    cr_expect_eq(t->n_rows, 13, "a header and 12 texts: %zu", t->n_rows);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (k = 1; k < t->n_rows; k++)
            if (cj_str_eq(t->cell[3 * k], cj_str_of(cases[i].from)))
                break;
        cr_assert(k < t->n_rows, "%s", cases[i].from);
        cr_expect(cj_str_eq(t->cell[3 * k + 1], cj_str_of(cases[i].to)), "%s: " CJ_FMT,
                  cases[i].from, CJ_ARG(t->cell[3 * k + 1]));
        cr_expect(cj_str_eq(t->cell[3 * k + 2], cj_str_of(cases[i].says)), "%s: " CJ_FMT,
                  cases[i].from, CJ_ARG(t->cell[3 * k + 2]));
    }
    cj_arena_free(a);
}

Test(relaid, the_lines_of_a_fix)
{
    static const struct {
        const char *was, *now, *from, *to;
    } cases[] = {
        { "a\nb\nc", "a\nB\nc", "b", "B" },
        { "a", "A", "a", "A" },
        { "a\nb", "A\nB", "a / b", "A / B" },
        { "a\nb\nb", "a\nb", "b", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_fixed f = { .was = cj_str_of(cases[i].was),
                       .edit = { .text = cj_str_of(cases[i].now) } };
        cj_str was, now;

        cj_fix_lines(a, &f, &was, &now);
        cr_expect(cj_str_eq(was, cj_str_of(cases[i].from)), "case %zu: " CJ_FMT, i,
                  CJ_ARG(was));
        cr_expect(cj_str_eq(now, cj_str_of(cases[i].to)), "case %zu: " CJ_FMT, i,
                  CJ_ARG(now));
    }
    cj_arena_free(a);
}
