/* long_write_test.c - maps written as lists for tools are read back as the same maps. */
#include "../generate.h"
#include "../make_book.h"
#include "base/buf.h"
#include <cj/layout.h>
#include <cj/read.h>
#include <cj/write.h>
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
enum { MAPS = 400, SHOWN = 3 };
#else
enum { MAPS = 3000, SHOWN = 3 };
#endif

/* The first difference, or NULL. */
#define DIFFER(...) return cj_str_z(arena, cj_str_fmt(arena, __VA_ARGS__))

static bool same_refs(const cj_ref_list *a, const cj_ref_list *b)
{
    size_t i, k;

    for (i = 0; i < a->n; i++) {
        for (k = 0; k < b->n && a->id[i] != b->id[k]; k++)
            ;
        if (k == b->n)
            return false;
    }
    return a->n == b->n;
}

static const char *item_differs(cj_arena *arena, const cj_item *a, const cj_item *b)
{
    if (!cj_str_eq(a->bare, b->bare))
        DIFFER("item \"" CJ_FMT "\" says \"" CJ_FMT "\"", CJ_ARG(a->bare), CJ_ARG(b->bare));
    if (!same_refs(&a->support.refs, &b->support.refs))
        DIFFER("references of " CJ_FMT " in " CJ_FMT, CJ_ARG(a->text), CJ_ARG(b->text));
    if (a->support.assumption != b->support.assumption ||
        a->support.inline_source != b->support.inline_source ||
        a->support.sample != b->support.sample || a->support.named != b->support.named)
        DIFFER("support of " CJ_FMT " in " CJ_FMT, CJ_ARG(a->text), CJ_ARG(b->text));
    if (!cj_str_eq(a->owner, b->owner))
        DIFFER("owner of " CJ_FMT ": " CJ_FMT, CJ_ARG(a->text), CJ_ARG(b->owner));
    if (!cj_str_eq(a->timing, b->timing))
        DIFFER("timing of " CJ_FMT ": " CJ_FMT, CJ_ARG(a->text), CJ_ARG(b->timing));
    return NULL;
}

/* What stands beside a line under its element's label goes in front of its items. */
static bool sub_labels(const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_parts; i++)
        if (c->parts[i].label.n && !cj_str_starts(c->parts[i].text, c->parts[i].label))
            return true;
    return false;
}

static const char *cell_differs(cj_arena *arena, const cj_cell *a, const cj_cell *b)
{
    const char *what = NULL;
    size_t i;

    if (sub_labels(a)) {
        for (i = 0; i < a->n_items && i < b->n_items; i++)
            if (!cj_str_ends(b->items[i].bare, a->items[i].bare))
                DIFFER(CJ_FMT " became " CJ_FMT, CJ_ARG(a->items[i].bare),
                       CJ_ARG(b->items[i].bare));
        return a->n_items == b->n_items ? NULL : "lines with labels of their own";
    }
    if (a->placeholder != b->placeholder || !a->text.n != !b->text.n ||
        a->n_items != b->n_items)
        DIFFER("\"" CJ_FMT "\" became \"" CJ_FMT "\"", CJ_ARG(a->text), CJ_ARG(b->text));
    if (a->scored != b->scored ||
        (a->scored && (a->score < b->score || a->score > b->score)))
        DIFFER("score of " CJ_FMT, CJ_ARG(a->text));
    for (i = 0; i < a->n_items && !what; i++)
        what = item_differs(arena, &a->items[i], &b->items[i]);
    return what;
}

static const char *map_differs(cj_arena *arena, const cj_map *a, const cj_map *b)
{
    const char *what = NULL;
    size_t e, p;

    if (a->n_phases != b->n_phases || a->n_elements != b->n_elements)
        DIFFER("%zu x %zu, not %zu x %zu", b->n_phases, b->n_elements, a->n_phases,
               a->n_elements);
    for (p = 0; p < a->n_phases; p++)
        if (!cj_str_eq(a->phases[p].name, b->phases[p].name) ||
            a->phases[p].id != b->phases[p].id)
            DIFFER("phase " CJ_FMT " is " CJ_FMT, CJ_ARG(a->phases[p].name),
                   CJ_ARG(b->phases[p].name));
    for (e = 0; e < a->n_elements; e++)
        if (!cj_str_eq(a->elements[e].key, b->elements[e].key) ||
            a->elements[e].also != b->elements[e].also)
            DIFFER("row " CJ_FMT " is " CJ_FMT " (" CJ_FMT ")",
                   CJ_ARG(a->elements[e].label), CJ_ARG(b->elements[e].label),
                   CJ_ARG(b->elements[e].key));
    for (e = 0; e < a->n_elements && !what; e++)
        for (p = 0; p < a->n_phases && !what; p++)
            what = cell_differs(arena, &a->elements[e].cells[p], &b->elements[e].cells[p]);
    if (!what && b->n_leftover)
        DIFFER("left over: " CJ_FMT, CJ_ARG(cj_map_leftover(arena, b)[0].text));
    return what;
}

/* Written as a list in CSV, and read again. */
static const char *write_and_read(cj_arena *arena, const cj_maps *maps, cj_str *text,
                                  cj_maps *back)
{
    cj_csv_options form = cj_csv_options_new(CJ_CSV);
    cj_read_options o = cj_read_options_default();
    cj_book *book;
    cj_err err;

    *text = cj_csv_write(arena, cj_layout_long(arena, maps, CJ_LANG_AUTO), 0, &form);
    if (cj_book_parse(arena, *text, CJ_STR("long.csv"), &o, &book, &err) != CJ_OK ||
        cj_maps_find(arena, book, NULL, back, &err) != CJ_OK)
        DIFFER(CJ_FMT, CJ_ARG(cj_err_says(arena, &err, CJ_EN)));
    return NULL;
}

static const char *maps_differ(cj_arena *arena, const cj_maps *maps, cj_str *text)
{
    const char *what;
    cj_maps back;
    size_t i;

    what = write_and_read(arena, maps, text, &back);
    if (what)
        return what;
    if (back.n != maps->n)
        DIFFER("%zu maps, not %zu", back.n, maps->n);
    if (back.map[0].form != CJ_FORM_ITEMS)
        DIFFER("no list");
    for (i = 0; i < maps->n && !what; i++)
        what = map_differs(arena, &maps->map[i], &back.map[i]);
    return what;
}

Test(long_write, generated_maps_come_back, .timeout = 60)
{
    cj_arena *arena = cj_arena_new(0);
    unsigned seed, failed = 0;

    for (seed = 0; seed < MAPS; seed++) {
        const gen_map *m = gen_make(arena, seed);
        const char *what;
        cj_str text = CJ_STR("");
        cj_maps maps;
        cj_err err;

        cr_assert_eq(cj_maps_find(arena, m->book, NULL, &maps, &err), CJ_OK);
        what = maps_differ(arena, &maps, &text);
        if (what && failed++ < SHOWN)
            cr_expect(false, "seed %u: %s" CJ_FMT "\n" CJ_FMT, seed, what,
                      CJ_ARG(gen_show(arena, m->book)), CJ_ARG(text));
        cj_arena_reset(arena);
    }
    cr_expect_eq(failed, 0, "%u of %u maps", failed, (unsigned)MAPS);
    cj_arena_free(arena);
}

static unsigned folder_comes_back(const char *folder, unsigned *n)
{
    cj_read_options o = cj_read_options_default();
    struct dirent **list;
    int files = scandir(folder, &list, NULL, alphasort), i;
    unsigned failed = 0;

    for (i = 0; i < files; i++) {
        cj_arena *a = cj_arena_new(0);
        const char *path = cj_str_z(a, cj_str_fmt(a, "%s/%s", folder, list[i]->d_name));
        const char *what;
        cj_str text = CJ_STR("");
        cj_book *book;
        cj_maps maps;
        cj_err err;

        if (cj_book_read(a, path, &o, &book, &err) == CJ_OK &&
            cj_maps_find(a, book, NULL, &maps, &err) == CJ_OK) {
            ++*n;
            what = maps_differ(a, &maps, &text);
            failed += what != NULL;
            cr_expect(!what, "%s: %s\n" CJ_FMT, path, what, CJ_ARG(text));
        }
        cj_arena_free(a);
        free(list[i]);
    }
    if (files >= 0)
        free(list);
    return failed;
}

Test(long_write, samples_come_back)
{
    unsigned n = 0;

    cr_expect_eq(folder_comes_back("tests/data/samples", &n), 0);
    cr_expect_eq(folder_comes_back("tests/data/maps", &n), 0);
    cr_expect_eq(folder_comes_back("tests/data/layouts", &n), 0);
    cr_expect_gt(n, 60, "%u maps", n);
}

/* ---- what is hard to say in one line ------------------------------------------------------------------- */

static const struct {
    const char *name, *book,
        *want; /* the lines under the headers: TAB between fields, | for LF */
} lines[] = {
    { "markers go into their columns",
      "項目\t導入期\t更新期\n行動\t設定する [E1][E5]\t【仮説】上司に聞く\n課題\t遅い\t高い\n",
      "導入期\t行動\t設定する\tE1, E5\t\t\t\n導入期\t課題・ペイン\t遅い\t\t\t\t\n"
      "更新期\t行動\t上司に聞く\t\tyes\t\t\n更新期\t課題・ペイン\t高い\t\t\t\t\n" },
    { "what says more than its column stays",
      "項目\t導入期\t更新期\n行動\t設定する [E1, アンケート]\t【仮説2】聞く 出典：日報\n課題\t遅い\t高い\n",
      "導入期\t行動\t設定する [E1, アンケート]\tE1\t\t\t\n導入期\t課題・ペイン\t遅い\t\t\t\t\n"
      "更新期\t行動\t【仮説2】聞く 出典：日報\t\tyes\t\t\n更新期\t課題・ペイン\t高い\t\t\t\t\n" },
    { "owner and time go where the map has rows of them",
      "Item\tOnboarding\tRenewal\nActions\tlogs in\treads\n"
      "Countermeasures\t[CS] Day 7: call\t\nOwner\tCS\tSales\nWhen\tDay 7\tDay 300\n",
      "Onboarding\tCustomer Actions\tlogs in\t\t\t\t\n"
      "Onboarding\tCountermeasures\tcall\t\t\tCS\tDay 7\n"
      "Onboarding\tOwner\tCS\t\t\tCS\t\nOnboarding\tWhen\tDay 7\t\t\t\t\n"
      "Renewal\tCustomer Actions\treads\t\t\t\t\nRenewal\tOwner\tSales\t\t\tSales\t\n"
      "Renewal\tWhen\tDay 300\t\t\t\t\n" },
    { "else they stay",
      "Item\tOnboarding\tRenewal\nPain Points\tslow\tdear\nCountermeasures\t[CS] Day 7: call\t\n",
      "Onboarding\tPain Points\tslow\t\t\t\t\n"
      "Onboarding\tCountermeasures\t[CS] Day 7: call\t\t\tCS\tDay 7\n"
      "Renewal\tPain Points\tdear\t\t\t\t\n" },
    { "an item each, statements whole",
      "Item\tOnboarding\tRenewal\nCustomer Goal\tfirst\\nsecond\tx\n"
      "Pain Points\t- slow\\n- slow\\n- dear\tTBD\n",
      "Onboarding\tCustomer Goal\tfirst|second\t\t\t\t\nOnboarding\tPain Points\tslow\t\t\t\t\n"
      "Onboarding\tPain Points\tslow\t\t\t\t\nOnboarding\tPain Points\tdear\t\t\t\t\n"
      "Renewal\tCustomer Goal\tx\t\t\t\t\nRenewal\tPain Points\tTBD\t\t\t\t\n" },
    { "lines without an item keep the order",
      "Item\tOnboarding\tAdoption\tRenewal\nCustomer Goal\t\ta\tb\nCustomer Actions\tc\t\t\n"
      "Pain Points\td\te\t\nTouchpoints\t\t\t\n",
      "Onboarding\tCustomer Goal\t\t\t\t\t\nOnboarding\tCustomer Actions\tc\t\t\t\t\n"
      "Onboarding\tPain Points\td\t\t\t\t\nAdoption\tCustomer Goal\ta\t\t\t\t\n"
      "Adoption\tPain Points\te\t\t\t\t\nRenewal\tCustomer Goal\tb\t\t\t\t\n"
      "Renewal\tTouchpoints\t\t\t\t\t\n" },
    { "a phase in which nothing is said",
      "Item\tOnboarding\tAdoption\tRenewal\nCustomer Goal\ta\t\tb\nPain Points\tc\t\td\n",
      "Onboarding\tCustomer Goal\ta\t\t\t\t\nOnboarding\tPain Points\tc\t\t\t\t\n"
      "Adoption\tCustomer Goal\t\t\t\t\t\nRenewal\tCustomer Goal\tb\t\t\t\t\n"
      "Renewal\tPain Points\td\t\t\t\t\n" },
    { "rows of the team's own, and two of one kind",
      "項目\t導入期\t更新期\n行動\ta\tb\nユーザー行動\tc\td\n課題\te\tf\n予算コード\tg\th\n",
      "導入期\t行動\ta\t\t\t\t\n導入期\tユーザー行動\tc\t\t\t\t\n導入期\t課題・ペイン\te\t\t\t\t\n"
      "導入期\t予算コード\tg\t\t\t\t\n更新期\t行動\tb\t\t\t\t\n更新期\tユーザー行動\td\t\t\t\t\n"
      "更新期\t課題・ペイン\tf\t\t\t\t\n更新期\t予算コード\th\t\t\t\t\n" },
    { "commas and lines that belong together",
      "項目\t導入期\t更新期\nタッチポイント\t研修、相談; 電話\t・説明会\\n　（録画あり）\\n・・電話\n課題\ta\tb\n",
      "導入期\tタッチポイント\t研修、相談;\t\t\t\t\n導入期\tタッチポイント\t電話\t\t\t\t\n"
      "導入期\t課題・ペイン\ta\t\t\t\t\n更新期\tタッチポイント\t・説明会|　（録画あり）\t\t\t\t\n"
      "更新期\tタッチポイント\t・・電話\t\t\t\t\n更新期\t課題・ペイン\tb\t\t\t\t\n" },
};

static cj_str shown_lines(cj_arena *a, const cj_book *book)
{
    const cj_sheet *s = &book->sheets[0];
    uint32_t row, col;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (row = 2; row <= s->rows; row++)
        for (col = 1; col <= 7; col++) {
            const cj_book_cell *c = cj_sheet_find(s, row, col);

            for (i = 0; c && i < c->text.n; i++)
                cj_buf_byte(&b, (char)(c->text.p[i] == '\n' ? '|' : c->text.p[i]));
            cj_buf_byte(&b, col < 7 ? '\t' : '\n');
        }
    return cj_buf_str(&b);
}

Test(long_write, lines)
{
    size_t i;

    for (i = 0; i < sizeof lines / sizeof *lines; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_maps maps;
        cj_str text, got;
        const char *what;
        cj_err err;

        cr_assert_eq(cj_maps_find(a, make_book(a, lines[i].book), NULL, &maps, &err), CJ_OK,
                     "%s", lines[i].name);
        got = shown_lines(a, cj_layout_long(a, &maps, CJ_LANG_AUTO));
        cr_expect(cj_str_eq(got, cj_str_of(lines[i].want)), "%s:\n" CJ_FMT, lines[i].name,
                  CJ_ARG(got));
        what = maps_differ(a, &maps, &text);
        cr_expect(!what, "%s: %s\n" CJ_FMT, lines[i].name, what, CJ_ARG(text));
        cj_arena_free(a);
    }
}

/* ---- cells at random --------------------------------------------------------------------------------------- */

static uint64_t state = 0x9e3779b97f4a7c15u;

static unsigned roll(unsigned n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 33) % n;
}

static cj_str random_cell(cj_arena *a)
{
    static const char *const pieces[] = {
        "【CS】",
        "[Support] ",
        "契約後7日以内：",
        "within 7 days of contract: ",
        "[E1]",
        "【E2、E3】",
        " E4",
        "[E5-E6, survey]",
        "【仮説】",
        "[assumption] ",
        "【仮説2】",
        "（想定）",
        "（n=8）",
        "出典：アンケート2025",
        "、",
        ", ",
        "; ",
        " | ",
        "\\n",
        "\\n・",
        "・",
        "- ",
        "① ",
        "② ",
        "1. ",
        "送る",
        "説明会を開く",
        "call them",
        "7日目に電話する",
        "未定",
        "TBD",
        "なし",
        "※補足",
        "(補足)",
        "　",
        "「引用、する」",
        "＝",
        "-5",
        "+1",
        "達成率 目標80%",
        "CS（レシピ）",
        "😀",
        "：",
        "[除外: CJ602]",
        "【重要】",
    };
    unsigned n = roll(7), i;
    cj_buf b;

    cj_buf_init(&b, a);
    for (i = 0; i < n; i++)
        cj_buf_z(&b, pieces[roll(sizeof pieces / sizeof *pieces)]);
    return cj_buf_str(&b);
}

static cj_book *random_book(cj_arena *a)
{
    static const char *const rows[] = {
        "顧客のゴール",   "行動", "思考・感情", "課題",
        "タッチポイント", "KPI",  "打ち手",     "担当部署",
        "実施タイミング", "根拠", "天気",       "感情スコア",
    };
    unsigned r, p;
    cj_buf b;

    cj_buf_init(&b, a);
    cj_buf_z(&b, "項目\t導入期\t活用期\t更新期\n");
    for (r = 0; r < sizeof rows / sizeof *rows; r++) {
        if (r > 3 && !roll(4))
            continue;
        cj_buf_z(&b, rows[r]);
        for (p = 0; p < 3; p++) {
            cj_buf_byte(&b, '\t');
            cj_buf_add(&b, random_cell(a));
        }
        cj_buf_byte(&b, '\n');
    }
    return make_book(a, cj_str_z(a, cj_buf_str(&b)));
}

Test(long_write, random_cells_come_back, .timeout = 60)
{
    cj_arena *arena = cj_arena_new(0);
    unsigned i, failed = 0, maps_n = 0;

    for (i = 0; i < MAPS / 2; i++) {
        cj_book *book = random_book(arena);
        cj_str text = CJ_STR("");
        const char *what = NULL;
        cj_maps maps;
        cj_err err;

        if (cj_maps_find(arena, book, NULL, &maps, &err) == CJ_OK) {
            maps_n++;
            what = maps_differ(arena, &maps, &text);
        }
        if (what && failed++ < SHOWN)
            cr_expect(false, "%u: %s" CJ_FMT "\n" CJ_FMT, i, what,
                      CJ_ARG(gen_show(arena, book)), CJ_ARG(text));
        cj_arena_reset(arena);
    }
    cr_expect_gt(maps_n, MAPS / 4);
    cr_expect_eq(failed, 0, "%u of %u maps", failed, maps_n);
    cj_arena_free(arena);
}
