/* changes_test.c - what changed, as people read it: lists, tables, the drawn map; nothing goes unsaid. */
#include <cj/cj.h>
#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "../render/printed.h"

static const cj_map_options anyhow = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };

static cj_maps *maps_of(cj_arena *a, const char *csv, const char *name)
{
    cj_read_options read = cj_read_options_default();
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_book *book;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, cj_str_of(csv), cj_str_of(name), &read, &book, &err),
                 CJ_OK);
    cr_assert_eq(cj_maps_find(a, book, &anyhow, maps, &err), CJ_OK, "no map in %s", csv);
    return maps;
}

static cj_compared compared(cj_arena *a, const char *old, const char *now)
{
    cj_compared p = { { CJ_LIT("old.csv"), CJ_LIT("new.csv") }, NULL, NULL };
    cj_diffs *diffs = CJ_NEW(a, cj_diffs);

    cj_diff_books(a, maps_of(a, old, "old.csv"), maps_of(a, now, "new.csv"), diffs);
    p.diffs = diffs;
    return p;
}

static const char *text_of(cj_arena *a, const cj_report *r)
{
    return kept(a, printed_text(a, r, 0, false));
}

#define GRID(goal, pain, success)                                              \
    "項目,導入期,活用期\n顧客のゴール," goal ",減らしたい\n課題・ペイン," pain \
    ",\"・忘れる\"\n成功の定義," success ",続いている\n担当部署,CS,サポート\n"
#define EVIDENCE \
    "\n\n■根拠\nID,種別,日付,n,内容\nE1,インタビュー,2025-05-20,8,a\nE2,利用データ,2025-06-30,9,b\n"

/* ---- entries --------------------------------------------------------------------------------------- */

/* From the first group on, in both languages. */
static const struct {
    const char *old, *now, *ja, *en;
} entries[] = {
    { GRID("終えたい", "・遅い", "80%が使う"), GRID("終えたい", "・遅い", "90%が使う"),
      "導入期\n～ 変更 成功の定義: 80%が使う → 90%が使う\n"
      "    old.csv:4:2 (B4) → new.csv:4:2 (B4)\n",
      "導入期\n~ changed 成功の定義: 80%が使う → 90%が使う\n"
      "    old.csv:4:2 (B4) → new.csv:4:2 (B4)\n" },
    { GRID("終えたい", "・遅い",
           "使い始めてから30日以内に社員の80%が毎日ログインして使っている"),
      GRID("終えたい", "・遅い",
           "使い始めてから30日以内に社員の90%が毎日ログインして使っている"),
      "導入期\n～ 変更 成功の定義: 80% → 90%\n"
      "    前: 使い始めてから30日以内に社員の80%が毎日ログインして使っている\n"
      "    後: 使い始めてから30日以内に社員の90%が毎日ログインして使っている\n"
      "    old.csv:4:2 (B4) → new.csv:4:2 (B4)\n",
      "導入期\n~ changed 成功の定義: 80% → 90%\n"
      "    was: 使い始めてから30日以内に社員の80%が毎日ログインして使っている\n"
      "    now: 使い始めてから30日以内に社員の90%が毎日ログインして使っている\n"
      "    old.csv:4:2 (B4) → new.csv:4:2 (B4)\n" },
    { GRID("終えたい", "・遅い", "使う"), GRID("終えたい", "\"・遅い\n・難しい\"", "使う"),
      "導入期\n＋ 追加 課題・ペイン: 難しい\n    new.csv:3:2 (B3)\n",
      "導入期\n+ added 課題・ペイン: 難しい\n    new.csv:3:2 (B3)\n" },
    { GRID("終えたい", "\"・遅い\n・難しい\"", "使う"), GRID("終えたい", "・遅い", "使う"),
      "導入期\n－ 削除 課題・ペイン: 難しい\n    old.csv:3:2 (B3)\n",
      "導入期\n- removed 課題・ペイン: 難しい\n    old.csv:3:2 (B3)\n" },
    { GRID("終えたい", "・画面が遅い", "使う") EVIDENCE,
      GRID("終えたい", "・画面が遅い [E1]", "使う") EVIDENCE,
      "導入期\n～ 根拠 課題・ペイン: 画面が遅い [E1]\n    根拠 +E1\n"
      "    old.csv:3:2 (B3) → new.csv:3:2 (B3)\n",
      "導入期\n~ evidence 課題・ペイン: 画面が遅い [E1]\n    evidence +E1\n"
      "    old.csv:3:2 (B3) → new.csv:3:2 (B3)\n" },
    { GRID("終えたい", "・【仮説】画面が遅い", "使う") EVIDENCE,
      GRID("終えたい", "・画面が遅い [E2]", "使う") EVIDENCE,
      "導入期\n～ 根拠 課題・ペイン: 画面が遅い [E2]\n    仮説 → 根拠 E2\n"
      "    old.csv:3:2 (B3) → new.csv:3:2 (B3)\n",
      "導入期\n~ evidence 課題・ペイン: 画面が遅い [E2]\n    assumption → evidence E2\n"
      "    old.csv:3:2 (B3) → new.csv:3:2 (B3)\n" },
    { "バージョン,1.0,\n" GRID("終えたい", "・遅い", "使う"),
      "バージョン,1.1,\n" GRID("終えたい", "・遅い", "使う"),
      "基本情報\n～ 変更 バージョン: 1.0 → 1.1\n    old.csv:1:2 (B1) → new.csv:1:2 (B1)\n",
      "About the map\n~ changed バージョン: 1.0 → 1.1\n"
      "    old.csv:1:2 (B1) → new.csv:1:2 (B1)\n" },
    { GRID("終えたい", "・遅い", "使う"), GRID("終えたい", "・遅い", "使う"),
      "変更はありません。\n", "No changes.\n" },
};

/* Behind the lines that sum up. */
static const char *below_head(const char *text, const char *sums)
{
    const char *at = strstr(text, sums), *blank = at ? strstr(at, "\n\n") : NULL;

    if (blank)
        return blank + 2;
    at = strstr(text, "\n");
    return at ? at + 1 : text;
}

Test(changes, entries)
{
    size_t i;

    for (i = 0; i < sizeof entries / sizeof *entries; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_compared p = compared(a, entries[i].old, entries[i].now);
        cj_changes_options ja = { .lang = CJ_JA }, en = { .lang = CJ_EN };

        cr_assert_str_eq(below_head(text_of(a, cj_changes_report(a, &ja, &p, 1)), "変更: "),
                         entries[i].ja, "case %zu:\n%s", i,
                         text_of(a, cj_changes_report(a, &ja, &p, 1)));
        cr_assert_str_eq(
            below_head(text_of(a, cj_changes_report(a, &en, &p, 1)), "Changes: "),
            entries[i].en, "case %zu:\n%s", i,
            text_of(a, cj_changes_report(a, &en, &p, 1)));
        cj_arena_free(a);
    }
}

/* ---- parts ------------------------------------------------------------------------------------------ */

static const struct {
    const char *list, *bad, *meant; /* bad: NULL where all is known */
    cj_elem elem;
    cj_section_kind section;
    bool meta, persona, phases;
} parts[] = {
    { "goal", NULL, NULL, CJ_GOAL, CJ_SECTION_UNKNOWN, false, false, false },
    { "顧客のゴール", NULL, NULL, CJ_GOAL, CJ_SECTION_UNKNOWN, false, false, false },
    { "Pain Points", NULL, NULL, CJ_PAIN, CJ_SECTION_UNKNOWN, false, false, false },
    { "ｋｐｉ", NULL, NULL, CJ_KPI, CJ_SECTION_KPI, false, false, false },
    { "根拠", NULL, NULL, CJ_EVIDENCE, CJ_SECTION_EVIDENCE, false, false, false },
    { "history", NULL, NULL, CJ_CUSTOM, CJ_SECTION_HISTORY, false, false, false },
    { "更新履歴", NULL, NULL, CJ_CUSTOM, CJ_SECTION_HISTORY, false, false, false },
    { "meta, persona ,phases", NULL, NULL, CJ_CUSTOM, CJ_SECTION_PHASES, true, true, true },
    { "基本情報", NULL, NULL, CJ_CUSTOM, CJ_SECTION_UNKNOWN, true, false, false },
    { "kpi,evidense", "evidense", "evidence", CJ_CUSTOM, CJ_SECTION_UNKNOWN, false, false,
      false },
    { "map", "map", NULL, CJ_CUSTOM, CJ_SECTION_UNKNOWN, false, false, false },
};

Test(changes, only_what_was_asked_for)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof parts / sizeof *parts; i++) {
        cj_changes_only only = { .any = false };
        cj_err err;
        cj_rc rc = cj_changes_only_read(a, cj_str_of(parts[i].list), &only, &err);

        cr_assert_eq(rc, parts[i].bad ? CJ_EUSAGE : CJ_OK, "%s", parts[i].list);
        if (parts[i].bad) {
            cr_assert(cj_str_eq(err.arg[0], cj_str_of(parts[i].bad)), "%s", parts[i].list);
            if (parts[i].meant)
                cr_assert(cj_str_eq(err.arg[1], cj_str_of(parts[i].meant)), "%s",
                          parts[i].list);
            continue;
        }
        cr_assert(only.any, "%s", parts[i].list);
        cr_assert(parts[i].elem == CJ_CUSTOM || only.elem[parts[i].elem], "%s",
                  parts[i].list);
        cr_assert(!parts[i].section || only.section[parts[i].section], "%s", parts[i].list);
        cr_assert_eq(only.meta, parts[i].meta, "%s", parts[i].list);
        cr_assert_eq(only.persona, parts[i].persona, "%s", parts[i].list);
        cr_assert_eq(only.phases, parts[i].phases, "%s", parts[i].list);
    }
    cj_arena_free(a);
}

Test(changes, what_was_not_asked_for_is_not_counted)
{
    cj_arena *a = cj_arena_new(0);
    cj_compared p = compared(a, GRID("終えたい", "・遅い", "80%"),
                             GRID("始めたい", "\"・遅い\n・難しい\"", "90%"));
    cj_changes_options how = { .lang = CJ_JA };
    cj_err err;

    cr_assert_eq(cj_changes_count(&how, &p, 1), 3);
    cj_changes_only_read(a, CJ_STR("pain"), &how.only, &err);
    cr_assert_eq(cj_changes_count(&how, &p, 1), 1);
    cr_assert(cj_str_eq(cj_changes_counts(a, &how, &p.diffs->diff[0]),
                        CJ_STR("追加 1、変更 0、削除 0 項目（1フェーズ）")));
    cj_arena_free(a);
}

/* ---- the drawn map ------------------------------------------------------------------------------------ */

/* A cell in letters: lines parted by |, ~gone~, +new+. */
static const char *drawn(cj_arena *a, const cj_marked *m)
{
    const cj_line *line;
    const cj_fragment *f;
    cj_buf b;

    cj_buf_init(&b, a);
    for (line = m->first; line; line = line->next) {
        cj_buf_z(&b, line == m->first ? "" : "|");
        for (f = line->first; f; f = f->next) {
            const char *mark = f->mark == CJ_M_GONE ? "~" : f->mark == CJ_M_NEW ? "+" : "";

            cj_buf_z(&b, mark);
            cj_buf_add(&b, f->text);
            cj_buf_z(&b, mark);
        }
    }
    return cj_str_z(a, cj_buf_str(&b));
}

static const cj_table *map_of(cj_arena *a, const cj_compared *p)
{
    const cj_changes_options how = { .lang = CJ_JA };
    cj_report *r = cj_report_new(a, CJ_JA);

    cj_changes_map(a, r, &how, &p->diffs->diff[0], p->path, 1);
    cr_assert_eq(r->first->next->kind, CJ_B_TABLE);
    return &r->first->next->table;
}

static const cj_marked *marked_at(const cj_table *t, size_t row, size_t col)
{
    cr_assert(row < t->n_rows && col < t->n_cols, "no row %zu, column %zu", row, col);
    return &t->marked[row * t->n_cols + col];
}

Test(changes, what_went_is_drawn_where_it_stood)
{
    cj_arena *a = cj_arena_new(0);
    cj_compared p = compared(
        a, GRID("終えたい", "\"・遅い\n・わからない\n・難しい\"", "社員の80%が使う"),
        GRID("終えたい", "\"・遅い\n・難しい\n・高い\"", "社員の90%が使う"));
    const cj_table *t = map_of(a, &p);

    cr_assert_str_eq(drawn(a, marked_at(t, 1, 1)), "終えたい");
    cr_assert_str_eq(drawn(a, marked_at(t, 2, 1)), "遅い|~わからない~|難しい|+高い+");
    cr_assert_str_eq(drawn(a, marked_at(t, 3, 1)), "社員の~80%~→+90%+が使う");
    cr_assert_eq(marked_at(t, 1, 1)->level, CJ_PLAIN);
    cr_assert_eq(marked_at(t, 3, 1)->level, CJ_WARN_LEVEL);
    cr_assert(cj_str_has(marked_at(t, 3, 1)->note, CJ_STR("80%")));
    cr_assert(marked_at(t, 3, 1)->anchor.n);
    cj_arena_free(a);
}

Test(changes, phases_and_rows_that_went_are_drawn_too)
{
    cj_arena *a = cj_arena_new(0);
    cj_compared p = compared(
        a, "項目,導入期,更新期\nゴール,始めたい,続けたい\n課題,遅い,高い\nメモ,あ,い\n",
        "項目,導入期,活用期\nゴール,始めたい,広げたい\n課題,遅い,\n");
    const cj_table *t = map_of(a, &p);

    cr_assert_eq(t->n_rows, 4);
    cr_assert_eq(t->n_cols, 4);
    cr_assert_str_eq(drawn(a, marked_at(t, 0, 2)), "~更新期~");
    cr_assert_str_eq(drawn(a, marked_at(t, 0, 3)), "+活用期+");
    cr_assert_str_eq(drawn(a, marked_at(t, 1, 2)), "~続けたい~");
    cr_assert_str_eq(drawn(a, marked_at(t, 1, 3)), "+広げたい+");
    cr_assert_str_eq(drawn(a, marked_at(t, 3, 0)), "~メモ~");
    cr_assert_str_eq(drawn(a, marked_at(t, 3, 1)), "~あ~");
    cj_arena_free(a);
}

/* Every link of the page leads somewhere, once. */
static size_t anchors_named(const cj_report *r, cj_str name)
{
    const cj_block *b;
    size_t n = 0, i;

    for (b = r->first; b; b = b->next)
        for (i = 0; b->kind == CJ_B_TABLE && i < b->table.n_rows * b->table.n_cols; i++)
            n += cj_str_eq(b->table.marked[i].anchor, name);
    return n;
}

Test(changes, links_lead_into_the_map)
{
    cj_arena *a = cj_arena_new(0);
    cj_compared p = compared(
        a,
        "項目,導入期,更新期\nゴール,始めたい,続けたい\n課題,\"・遅い\n・高い\",高い\nメモ,あ,い\n",
        "項目,導入期,活用期\nゴール,試したい,広げたい\n課題,遅い,\n行動,見る,\n");
    const cj_changes_options how = { .lang = CJ_JA };
    const cj_report *r = cj_changes_page(a, &how, &p, 1);
    const cj_block *b;
    size_t i, n = 0;

    for (b = r->first; b; b = b->next)
        for (i = 0; b->kind == CJ_B_LIST && i < b->n_entries; i++) {
            const cj_fragment *f;

            for (f = b->marked[i].first->first; f; f = f->next)
                if (f->mark == CJ_M_HERE) {
                    cr_assert_eq(anchors_named(r, f->to), 1, CJ_FMT, CJ_ARG(f->to));
                    n++;
                }
        }
    cr_assert_geq(n, 4);
    cj_arena_free(a);
}

/* ---- nothing goes unsaid ------------------------------------------------------------------------------- */

/* All that is drawn but what is struck, or what is struck alone; without white space. */
static cj_str drawn_text(cj_arena *a, const cj_table *t, bool gone)
{
    const cj_line *line;
    const cj_fragment *f;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < t->n_rows * t->n_cols; i++)
        for (line = t->marked[i].first; line; line = line->next)
            for (f = line->first; f; f = f->next)
                if ((f->mark == CJ_M_GONE) == gone &&
                    !cj_str_eq(f->text, CJ_STR("→"))) /* between both, not of the map */
                    cj_buf_add(&b, cj_item_key(a, f->text));
    return cj_buf_str(&b);
}

/* Every item of the new map, and every text that went. */
static void expect_drawn(cj_arena *a, const char *old, const char *now)
{
    cj_read_options read = cj_read_options_default();
    const cj_changes_options how = { .lang = CJ_JA };
    cj_book *book[2];
    cj_maps maps[2];
    cj_diff diff;
    cj_report *r = cj_report_new(a, CJ_JA);
    cj_str path[2] = { cj_str_of(old), cj_str_of(now) }, text;
    size_t i, e, p;
    cj_err err;

    if (cj_book_read(a, old, &read, &book[0], &err) != CJ_OK ||
        cj_book_read(a, now, &read, &book[1], &err) != CJ_OK ||
        cj_maps_find(a, book[0], &anyhow, &maps[0], &err) != CJ_OK ||
        cj_maps_find(a, book[1], &anyhow, &maps[1], &err) != CJ_OK)
        return;
    cj_diff_maps(a, &maps[0].map[0], &maps[1].map[0], &diff);
    cj_changes_map(a, r, &how, &diff, path, 1);
    text = drawn_text(a, &r->last->table, false);
    for (e = 0; e < maps[1].map->n_elements; e++)
        for (p = 0; p < maps[1].map->n_phases; p++) {
            const cj_cell *c = &maps[1].map->elements[e].cells[p];

            for (i = 0; i < c->n_items; i++)
                cr_expect(cj_str_has(text, cj_item_key(a, c->items[i].bare)),
                          "%s -> %s: " CJ_FMT " is not drawn", old, now,
                          CJ_ARG(c->items[i].bare));
        }
    text = drawn_text(a, &r->last->table, true);
    for (i = 0; i < diff.n; i++)
        if (diff.change[i].on == CJ_ON_ITEM && diff.change[i].kind == CJ_REMOVED &&
            diff.change[i].with < 0)
            cr_expect(cj_str_has(text, cj_item_key(a, diff.change[i].text[CJ_OLD])),
                      "%s -> %s: " CJ_FMT " is not struck", old, now,
                      CJ_ARG(diff.change[i].text[CJ_OLD]));
}

Test(changes, all_of_the_new_map_is_drawn)
{
    static const char *const folders[] = { "tests/data/samples/0*.csv",
                                           "tests/data/layouts/*.csv",
                                           "tests/data/changes/*.csv" };
    size_t i, j;
    glob_t files;

    for (i = 0; i < sizeof folders / sizeof *folders; i++) {
        cr_assert_eq(glob(folders[i], 0, NULL, &files), 0);
        for (j = 0; j + 1 < files.gl_pathc; j++) {
            cj_arena *a = cj_arena_new(0);

            expect_drawn(a, files.gl_pathv[j], files.gl_pathv[j + 1]);
            expect_drawn(a, files.gl_pathv[j + 1], files.gl_pathv[j]);
            cj_arena_free(a);
        }
        globfree(&files);
    }
}
