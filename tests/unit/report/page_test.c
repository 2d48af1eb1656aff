/* page_test.c - maps as pages: lists, marks, links and charts of a cell; nothing of a map is lost. */
#include <cj/outline.h>
#include <cj/read.h>
#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include "base/buf.h"
#include "base/utf8.h"

static const cj_map_options anyhow = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };

static cj_report *page_of(cj_arena *a, const char *csv, cj_lang lang)
{
    const cj_outline_options how = { lang, false };
    cj_read_options read = cj_read_options_default();
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_book *book;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, cj_str_of(csv), CJ_STR("m.csv"), &read, &book, &err),
                 CJ_OK);
    cr_assert_eq(cj_maps_find(a, book, &anyhow, maps, &err), CJ_OK, "no map in %s", csv);
    return cj_outline_page(a, &how, CJ_STR("some/where/m.csv"), maps);
}

/* The n-th table of that role that is no card, from 0. */
static const cj_table *table_at(const cj_report *r, cj_table_role role, size_t n)
{
    const cj_block *b;

    for (b = r->first; b; b = b->next)
        if (b->kind == CJ_B_TABLE && !b->table.plain && b->table.role == role && !n--)
            return &b->table;
    cr_assert(false, "no such table");
    return NULL;
}

/* A cell's lines and marks in letters: "- " entries, "# " with a mark of their own, "+ " what goes
 * on; *strong*, !tag!, {text>anchor}, <text>. */
static const char *shown(cj_arena *a, const cj_marked *m)
{
    static const char *const lead[] = { "", "- ", "# ", "+ ", "^ " };
    static const char *const open[] = { "", "*", "!", "{", "<" };
    static const char *const close[] = { "", "*", "!", "}", ">" };
    const cj_line *line;
    const cj_fragment *f;
    cj_buf b;

    cj_buf_init(&b, a);
    for (line = m->first; line; line = line->next) {
        cj_buf_z(&b, lead[line->kind]);
        for (f = line->first; f; f = f->next) {
            cj_buf_z(&b, open[f->mark]);
            cj_buf_add(&b, f->text);
            if (f->mark == CJ_M_HERE) {
                cj_buf_byte(&b, '>');
                cj_buf_add(&b, f->to);
            }
            cj_buf_z(&b, close[f->mark]);
        }
        cj_buf_z(&b, line->next ? "\n" : "");
    }
    return cj_str_z(a, cj_buf_str(&b));
}

/* ---- cells -------------------------------------------------------------------------------------- */

#define EVIDENCE \
    "\n\n■根拠\nID,種別,日付,n,内容\nE1,インタビュー,2025-05-20,8,a\nE2,利用データ,2025-06-30,9,b\n"

/* A cell in the row of that label. */
static const struct {
    const char *label, *text, *want;
} cells[] = {
    { "行動", "・設定する [E1]\n・見る", "- 設定する {[E1]>e1}\n- 見る" },
    { "タッチポイント", "電話、チャット [E1]", "- 電話\n- チャット {[E1]>e1}" },
    { "顧客のゴール", "早く、楽に使いたい", "早く、楽に使いたい" },
    { "行動", "1. 設定する\n2. 見る [E2]", "# 1. 設定する\n# 2. 見る {[E2]>e2}" },
    { "行動", "①設定する\n②見る", "# ①設定する\n# ②見る" },
    { "行動", "・設定する\n※担当者が行う", "- 設定する\n+ ※担当者が行う" },
    { "行動", "設定する", "設定する" },
    { "顧客のゴール", "早く使いたい\n楽をしたい", "早く使いたい\n楽をしたい" },
    { "課題", "【仮説】手順がわからない", "!【仮説】!手順がわからない" },
    { "課題", "手順がわからない [仮説][E1]", "手順がわからない ![仮説]!{[E1]>e1}" },
    { "課題", "手順がわからない [E1, E2]", "手順がわからない [{E1>e1}, {E2>e2}]" },
    { "課題", "手順がわからない [E9]", "手順がわからない [E9]" },
    { "課題", "手順がわからない（出典：議事録）", "手順がわからない（出典：議事録）" },
    { "課題", "https://a.example/b?c=1 を見る", "<https://a.example/b?c=1> を見る" },
    { "課題", "（https://a.example/。）", "（<https://a.example/>。）" },
    { "課題", "javascript:alert(1)", "javascript:alert(1)" },
    { "打ち手", "【CS】3本送る", "*【CS】*3本送る" },
    { "打ち手", "【仮説】3本送る", "!【仮説】!3本送る" },
    { "打ち手", "・【CS】3本送る\n・見直す", "- *【CS】*3本送る\n- 見直す" },
};

Test(page, cells_are_shown_with_their_marks)
{
    size_t i;

    for (i = 0; i < sizeof cells / sizeof *cells; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str csv =
            cj_str_fmt(a,
                       "項目,導入期,活用期,更新期\n顧客のゴール,a,b,c\n行動,a,b,c\n"
                       "課題,a,b,c\nKPI,a,b,c\n打ち手,a,b,c\n%s,\"%s\",b,c" EVIDENCE,
                       cells[i].label, cells[i].text);
        const cj_table *t = table_at(page_of(a, cj_str_z(a, csv), CJ_JA), CJ_TABLE_MAP, 0);
        const char *got = shown(a, &t->marked[(t->n_rows - 1) * t->n_cols + 1]);

        cr_expect_str_eq(got, cells[i].want, "%s\n%s", cells[i].text, got);
        cj_arena_free(a);
    }
}

/* ---- records ------------------------------------------------------------------------------------ */

static const char kpis[] =
    "項目,導入期,活用期,更新期\nゴール,a,b,c\n行動,a,b,c\n課題,a,b,c\nKPI,a,b,c\n\n"
    "■根拠\nID,種別,日付,n,内容\nE1,インタビュー,2025-05-20,8,a\nE1,利用データ,2025-06-30,9,b\n\n"
    "■KPI\nフェーズ,KPI,単位,現状値,目標値,2025Q1,2025Q2,担当\n"
    "導入期,完了率,%,62,80,,71,CS\n活用期,利用率,%,,60,,50,CS（E1）\n";

Test(page, evidence_is_led_to_once)
{
    cj_arena *a = cj_arena_new(0);
    const cj_table *t = table_at(page_of(a, kpis, CJ_JA), CJ_TABLE_RECORDS, 0);

    cr_expect(cj_str_eq(t->title, CJ_STR("根拠")) || cj_str_eq(t->title, CJ_STR("■根拠")));
    cr_expect(cj_str_eq(t->marked[t->n_cols].anchor, CJ_STR("e1")));
    cr_expect_eq(t->marked[2 * t->n_cols].anchor.n, 0,
                 "a second E1 is no place of its own");
    cr_expect(t->marked[t->n_cols + 3].number, "n is a number");
    cr_expect_not(t->marked[t->n_cols + 2].number, "a date is none");
    cj_arena_free(a);
}

Test(page, a_kpi_has_its_trend_behind_its_periods)
{
    cj_arena *a = cj_arena_new(0);
    const cj_table *t = table_at(page_of(a, kpis, CJ_JA), CJ_TABLE_RECORDS, 1);
    const cj_plot *p;

    cr_assert_eq(t->n_cols, 9);
    cr_expect(cj_str_eq(t->cell[7], CJ_STR("推移")));
    cr_expect(cj_str_eq(t->cell[8], CJ_STR("担当")));
    p = t->marked[9 + 7].plot;
    cr_assert(p);
    cr_expect_eq(p->n, 3);
    cr_expect(p->point[0].there && p->point[0].value == 62);
    cr_expect_not(p->point[1].there, "a period without a figure is a gap");
    cr_expect(p->has_target && p->target == 80);
    cr_expect(cj_str_eq(p->alt, CJ_STR("62 → 71（目標 80）")), CJ_FMT, CJ_ARG(p->alt));
    cr_expect_null(t->marked[18 + 7].plot, "one figure is no trend");
    cr_expect_str_eq(shown(a, &t->marked[18 + 8]), "CS{（E1）>e1}");
    cj_arena_free(a);
}

/* ---- curves ------------------------------------------------------------------------------------- */

static const struct {
    const char *row;
    double least, most;
    const char *alt;
} curves[] = {
    { "-2,,1", -2, 2, "Sentiment: A stage −2, Renewal +1" },
    { "1,3,5", 1, 5, "Sentiment: A stage 1, Adoption 3, Renewal 5" },
    { "7,10,4", 0, 10, "Sentiment: A stage 7, Adoption 10, Renewal 4" },
    { "-30,20,100", -100, 100, "Sentiment: A stage −30, Adoption +20, Renewal +100" },
};

Test(page, feelings_are_curves_on_the_scale_they_were_told_on)
{
    size_t i;

    for (i = 0; i < sizeof curves / sizeof *curves; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str csv =
            cj_str_fmt(a,
                       "Item,\"A\nstage\",Adoption,Renewal\nGoal,a,b,c\nActions,a,b,c\n"
                       "Pain points,a,b,c\nSentiment,%s\nKPIs,a,b,c\n",
                       curves[i].row);
        const cj_block *b = page_of(a, cj_str_z(a, csv), CJ_EN)->first;

        while (b && b->kind != CJ_B_SERIES)
            b = b->next;
        cr_assert(b, "%s", curves[i].row);
        cr_expect(b->plot->has_scale && b->plot->least == curves[i].least &&
                      b->plot->most == curves[i].most,
                  "%s: %g to %g", curves[i].row, b->plot->least, b->plot->most);
        cr_expect(cj_str_eq(b->plot->alt, cj_str_of(curves[i].alt)), CJ_FMT,
                  CJ_ARG(b->plot->alt));
        cj_arena_free(a);
    }
}

Test(page, the_page_names_the_file_without_its_folders)
{
    cj_arena *a = cj_arena_new(0);
    const cj_report *r = page_of(a, kpis, CJ_JA);

    cr_expect(cj_str_eq(r->title, CJ_STR("m.csv")));
    cr_expect(cj_str_eq(r->first->text, CJ_STR("m.csv")));
    cr_expect(r->first->page);
    cj_arena_free(a);
}

/* ---- nothing is lost -------------------------------------------------------------------------------- */

static void add_text(cj_buf *to, const cj_marked *m)
{
    const cj_line *line;
    const cj_fragment *f;

    for (line = m->first; line; line = line->next)
        for (f = line->first; f; f = f->next)
            cj_buf_add(to, f->text);
}

/* All that a report says. */
static cj_str all_said(cj_arena *a, const cj_report *r)
{
    const cj_block *b;
    size_t i;
    cj_buf out;

    cj_buf_init(&out, a);
    for (b = r->first; b; b = b->next) {
        cj_buf_add(&out, b->text);
        for (i = 0; i < b->table.n_rows * b->table.n_cols; i++) {
            cj_buf_add(&out, b->table.cell[i]);
            if (b->table.marked)
                add_text(&out, &b->table.marked[i]);
        }
    }
    return cj_buf_str(&out);
}

/* Letters and digits: a page puts labels, bullets and brackets in its own way. */
static cj_str bare(cj_arena *a, cj_str s)
{
    cj_buf b;

    cj_buf_init(&b, a);
    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);
        cj_script script = cj_utf8_script(cp);

        if (script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE)
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}

/* What only orders a sheet and is put in another way on a page: headings, axes, numbers; and marks,
 * which are told by the words that they stand for. */
static bool content(const cj_leaf *leaf)
{
    bool mark = leaf->kind == CJ_LEAF_CELL &&
                (cj_str_eq(leaf->text, CJ_STR("X")) || cj_str_eq(leaf->text, CJ_STR("x")) ||
                 cj_str_eq(leaf->text, CJ_STR("yes")));

    return !mark && leaf->kind != CJ_LEAF_META_LABEL && leaf->kind != CJ_LEAF_AXIS &&
           leaf->kind != CJ_LEAF_SECTION && leaf->kind != CJ_LEAF_COLUMN &&
           leaf->kind != CJ_LEAF_NUMBER;
}

static void expect_all(cj_arena *a, const char *path)
{
    const cj_outline_options how = { CJ_EN, false };
    cj_read_options read = cj_read_options_default();
    cj_book *book;
    cj_maps maps;
    cj_err err;
    cj_str said;
    size_t i, j;

    if (cj_book_read(a, path, &read, &book, &err) != CJ_OK ||
        cj_maps_find(a, book, &anyhow, &maps, &err) != CJ_OK)
        return;
    said = bare(a, all_said(a, cj_outline_page(a, &how, CJ_STR("m"), &maps)));
    for (i = 0; i < maps.n; i++)
        for (j = 0; j < maps.map[i].n_leaves; j++) {
            const cj_leaf *leaf = &maps.map[i].leaves[j];

            cr_expect(!content(leaf) || cj_str_has(said, bare(a, leaf->text)),
                      "%s: row %u, column %u, kind %d: " CJ_FMT, path, leaf->at.row,
                      leaf->at.col, (int)leaf->kind, CJ_ARG(leaf->text));
        }
}

Test(page, nothing_of_a_map_is_lost)
{
    static const char *const folders[] = { "tests/data/samples/*.*",
                                           "tests/data/layouts/*.*",
                                           "tests/data/maps/*.*" };
    size_t i, j, seen = 0;
    glob_t files;

    for (i = 0; i < sizeof folders / sizeof *folders; i++) {
        cr_assert_eq(glob(folders[i], 0, NULL, &files), 0);
        for (j = 0; j < files.gl_pathc; j++) {
            cj_arena *a = cj_arena_new(0);

            expect_all(a, files.gl_pathv[j]);
            seen++;
            cj_arena_free(a);
        }
        globfree(&files);
    }
    cr_expect_gt(seen, 50);
}
