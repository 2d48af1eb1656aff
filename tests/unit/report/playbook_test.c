/* playbook_test.c - the support plan: nothing of a map is lost in it, and what stands where. */
#include "../make_book.h"
#include "../lint/sample.h"
#include "../render/printed.h"
#include <cj/playbook.h>
#include <glob.h>

static const cj_fact *fact(const cj_fact *in, const char *key)
{
    const cj_fact *f;

    for (f = in ? in->first : NULL; f; f = f->next)
        if (f->key && strcmp(f->key, key) == 0)
            return f;
    return NULL;
}

static cj_str text_of(const cj_fact *in, const char *key)
{
    const cj_fact *f = fact(in, key);

    return f && f->kind == CJ_F_TEXT ? f->text : CJ_STR("");
}

static cj_report *plan(cj_arena *a, const cj_maps *maps, cj_lang lang, bool by_owner)
{
    cj_playbook_options o = { .lang = lang, .by_owner = by_owner };

    return cj_playbook_report(a, &o, CJ_STR("map.csv"), maps);
}

/* ---- nothing is lost ---------------------------------------------------------------------------------- */

static bool in_blocks(cj_arena *a, const cj_report *r, cj_str text)
{
    const cj_block *b;
    size_t i;

    for (b = r->first; b; b = b->next)
        for (i = 0; i < b->table.n_rows * b->table.n_cols; i++)
            if (cj_str_has(b->table.cell[i], text) ||
                cj_str_has(cj_item_key(a, b->table.cell[i]), cj_item_key(a, text)))
                return true;
    return false;
}

/* How many actions are that item, or stand under it. */
static size_t holds_item(const cj_fact *actions, const cj_item *item)
{
    const cj_fact *o;
    size_t n = 0;

    for (o = actions->first; o; o = o->next)
        n += cj_str_eq(text_of(o, "what"), item->bare.n ? item->bare : item->text) ||
             cj_str_eq(text_of(o, "under"), item->text);
    return n;
}

static size_t check_grid(cj_arena *a, const char *path, const cj_map *m,
                         const cj_fact *actions, const cj_report *r)
{
    size_t e, p, i, n = 0;

    for (e = 0; e < m->n_elements; e++)
        for (p = 0; m->elements[e].elem == CJ_COUNTERMEASURE && p < m->n_phases; p++)
            for (i = 0; i < m->elements[e].cells[p].n_items; i++, n++) {
                const cj_item *item = &m->elements[e].cells[p].items[i];

                cr_expect(holds_item(actions, item), "%s: %.*s", path, CJ_ARG(item->text));
                cr_expect(in_blocks(a, r, item->bare.n ? item->bare : item->text),
                          "%s: %.*s is not shown", path, CJ_ARG(item->text));
            }
    return n;
}

static size_t check_table(cj_arena *a, const char *path, const cj_map *m,
                          const cj_fact *actions, const cj_report *r)
{
    const cj_fact *o;
    size_t n = 0, i;

    for (o = actions->first; o; o = o->next)
        n += text_of(o, "record").n > 0;
    cr_expect_eq(n, m->n_actions, "%s: %zu of %zu lines", path, n, m->n_actions);
    for (i = 0; i < m->n_actions; i++) {
        const cj_field *f =
            cj_record_field(m->actions[i].section, m->actions[i].record, "id");

        if (f && f->text.n && m->actions[i].id)
            cr_expect(in_blocks(a, r, cj_str_fmt(a, "A%u", m->actions[i].id)), "%s: %.*s",
                      path, CJ_ARG(f->text));
    }
    return n;
}

static size_t check_file(const char *path)
{
    cj_arena *a = cj_arena_new(0);
    cj_read_options read = cj_read_options_default();
    cj_map_options options = { { "", 0 }, CJ_ORIENT_AUTO, NULL };
    cj_book *book;
    cj_maps maps;
    size_t i, n = 0, by;

    if (cj_book_read(a, path, &read, &book, NULL) ||
        cj_maps_find(a, book, &options, &maps, NULL)) {
        cj_arena_free(a);
        return 0;
    }
    for (by = 0; by < 2; by++) {
        cj_report *r = plan(a, &maps, CJ_LANG_AUTO, by == 1);
        const cj_fact *more = fact(r->facts, "more_maps"), *of = r->facts;

        for (i = 0; i < maps.n; i++) {
            n += check_grid(a, path, &maps.map[i], fact(of, "actions"), r);
            n += check_table(a, path, &maps.map[i], fact(of, "actions"), r);
            of = i ? of->next : more ? more->first : NULL;
        }
    }
    cj_arena_free(a);
    return n;
}

Test(report_playbook, nothing_is_lost, .timeout = 300)
{
    static const char *const folders[] = { "tests/data/samples/*", "tests/data/layouts/*",
                                           "tests/data/maps/*",    "tests/data/demo/*",
                                           "tests/data/lint/*",    "tests/data/wild/*",
                                           "tests/data/bad/*",     "tests/data/xls/*",
                                           "templates/*.csv" };
    size_t f, i, n = 0;

    for (f = 0; f < sizeof folders / sizeof *folders; f++) {
        glob_t all;

        if (glob(folders[f], 0, NULL, &all))
            continue;
        for (i = 0; i < all.gl_pathc; i++)
            n += check_file(all.gl_pathv[i]);
        globfree(&all);
    }
    cr_expect_gt(n, 700, "only %zu were looked at", n);
}

/* ---- what stands where ------------------------------------------------------------------------------------ */

#define HEAD_JA \
    "項目\t導入期\t更新期\n顧客のゴール\ta\tb\n課題・ペイン\ta\tb\n成功の定義\ta\tb\n"
#define HEAD_EN                                                                      \
    "Item\tOnboarding\tRenewal\nCustomer Goal\ta\tb\nPain Points\ta\tb\nDefinition " \
    "of Success\ta\tb\n"
#define TABLE_JA "\n■打ち手\nID\tフェーズ\t打ち手\t誰が\tいつ\t期限\t状況\n"

/* "A1 what|owners|when|due_date|status" in the order of the plan; … */
static cj_str told(cj_arena *a, const cj_report *r)
{
    const cj_fact *o, *w;
    cj_buf b;

    cj_buf_init(&b, a);
    for (o = fact(r->facts, "actions")->first; o; o = o->next) {
        cj_buf_z(&b, b.n ? "\n" : "");
        if (text_of(o, "id").n)
            cj_buf_fmt(&b, CJ_FMT " ", CJ_ARG(text_of(o, "id")));
        cj_buf_fmt(&b, CJ_FMT "|", CJ_ARG(text_of(o, "what")));
        for (w = fact(o, "owners")->first; w; w = w->next)
            cj_buf_fmt(&b, CJ_FMT "%s", CJ_ARG(w->text), w->next ? "+" : "");
        cj_buf_fmt(&b, "|" CJ_FMT "|" CJ_FMT "|" CJ_FMT, CJ_ARG(text_of(o, "when")),
                   CJ_ARG(text_of(o, "due_date")), CJ_ARG(text_of(o, "status")));
    }
    return cj_buf_str(&b);
}

typedef struct plan_case {
    const char *what, *map, *want;
} plan_case;

static const plan_case cases[] = {
    { "by days, then what repeats, then dates, without a time last",
      HEAD_JA
      "打ち手\t・【CS】資料を送る\\n・【CS】2025年11月末までに画面を直す\\n・【CS】毎月第2水曜に勉強会を開く\\n"
      "・【サポート】契約後30日目に電話する\\n・【CS】契約後7日以内に設定会を開く\t\n",
      "契約後7日以内に設定会を開く|CS|契約後7日以内||\n"
      "契約後30日目に電話する|サポート|契約後30日目||\n"
      "毎月第2水曜に勉強会を開く|CS|毎月第2水曜||\n"
      "2025年11月末までに画面を直す|CS||2025-11-30|\n"
      "資料を送る|CS|||" },
    { "before the end: the earlier first",
      HEAD_JA
      "打ち手\t\t・【営業】更新期限の60日前に提案する\\n・【CS】更新期限の90日前に成果をまとめる\n",
      "更新期限の90日前に成果をまとめる|CS|更新期限の90日前||\n"
      "更新期限の60日前に提案する|営業|更新期限の60日前||" },
    { "the table has dates and status, the grid the wording",
      HEAD_JA "打ち手\t・【CS】用語集を送る\t\n" TABLE_JA
              "A1\t導入期\t最初に用語集を送る\tサポート\t契約後7日目\t2025-12-01\t完了\n",
      "A1 用語集を送る|CS+サポート|契約後7日目|2025-12-01|done" },
    { "a line of the table alone, of no phase, and one without a text",
      HEAD_JA "打ち手\t・用語集を送る\t\n" TABLE_JA
              "A1\t更新期\t価格表を直す\t\t\t\t予定\nA2\t成熟期\t紹介を頼む\t営業\t\t\t\n",
      "用語集を送る||||\nA1 価格表を直す||||planned\nA2 紹介を頼む|営業|||" },
    { "two lines do not take one text of the grid",
      HEAD_JA
      "打ち手\t・【CS】用語集を送る\t\n" TABLE_JA
      "A1\t導入期\t用語集を送る（2回目）\tCS\t契約後60日目\t\t\nA2\t導入期\t用語集を送る\tCS\t"
      "契約後7日目\t\t\n",
      "A2 用語集を送る|CS|契約後7日目||\nA1 用語集を送る（2回目）|CS|契約後60日目||" },
    { "a line over others, rows of owners and times",
      HEAD_JA
      "打ち手\t【契約後1週間以内】\\n・レシピを送る\\n・設定会を開く\t・提案する\n"
      "担当部署\tCS（レシピ）、サポート\t営業、CS\n実施タイミング\t\t更新期限の90日前\n",
      "レシピを送る|CS|契約後1週間以内||\n設定会を開く|サポート|契約後1週間以内||\n"
      "提案する|営業+CS|更新期限の90日前||" },
    { "several owners, people",
      HEAD_JA "打ち手\t・用語集を送る\\n・勉強会を開く\t\n" TABLE_JA
              "A1\t導入期\t用語集を送る\tCS・サポート\t契約後7日目\t\t\n"
              "A2\t導入期\t勉強会を開く\t中村（CS）\t契約後9日目\t\t\n",
      "A1 用語集を送る|CS+サポート|契約後7日目||\nA2 勉強会を開く|CS|契約後9日目||" },
    { "in English",
      HEAD_EN
      "Countermeasures\t- [Support] Call on day 30\\n- [Customer Success] Run a "
      "session within 5 business days of signature\\n- Send a guide\t- [Sales] Send the "
      "quote 75 days before contract end\\n- [Customer Success] Build the report 90 days "
      "before contract end\n",
      "Run a session within 5 business days of signature|Customer Success|within 5 business "
      "days of signature||\nCall on day 30|Support|on day 30||\nSend a guide||||\n"
      "Build the report 90 days before contract end|Customer Success|90 days before contract "
      "end||\nSend the quote 75 days before contract end|Sales|75 days before contract end||" },
};

Test(report_playbook, order_and_union)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book *book = make_book(a, cases[i].map);
        cj_maps maps = sample_maps(a, book);
        cj_str got = told(a, plan(a, &maps, CJ_LANG_AUTO, false));

        cr_expect(cj_str_eq(got, cj_str_of(cases[i].want)), "%s:\n%.*s", cases[i].what,
                  CJ_ARG(got));
    }
    cj_arena_free(a);
}

/* ---- as it is read ------------------------------------------------------------------------------------------ */

#define MADE                                                                                   \
    "!name x\n" HEAD_JA                                                                        \
    "打ち手\t・【CS】契約後7日以内に用語集を送る\\n・資料を配る\t\n" TABLE_JA                  \
    "A1\t導入期\t用語集を送る\tCS・サポート\t契約後7日以内\t\t実施中\n" \
    "A2\t導入期\t電話する\tCS\t契約後9日目\t\t中止\n"

Test(report_playbook, parts)
{
    static const struct {
        cj_lang lang;
        bool by_owner;
        const char *want[8];
    } list[] = {
        { CJ_JA,
          false,
          { "標準サポートプラン: ", "打ち手: 2 件（時期未設定 1、担当未設定 1）",
            "## 導入期", "| A1 | 契約後7日以内 | CS、サポート |", "## 時期未設定",
            "## 担当未設定", "## 中止した打ち手", "| 中止 |" } },
        { CJ_JA,
          true,
          { "## CS", "| ID | フェーズ | いつ | 打ち手 | 一緒に担当 |", "| サポート |",
            "## サポート", "| CS |", "## 時期未設定", "## 担当未設定",
            "## 中止した打ち手" } },
        { CJ_EN,
          false,
          { "Standard support plan: ", "Actions: 2 (without a time 1, without an owner 1)",
            "## 導入期", "| A1 | 契約後7日以内 | CS, サポート |", "## Without a time",
            "## Without an owner", "## Stopped actions", "| Stopped |" } },
        { CJ_EN,
          true,
          { "## CS", "| Together with |", "## サポート", "| In progress |",
            "## Without a time", "(not set)", "## Without an owner",
            "## Stopped actions" } },
    };
    cj_arena *a = cj_arena_new(0);
    cj_maps maps = sample_maps(a, make_book(a, MADE + 8));
    size_t i, k;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        char *md = kept(a, printed_md(a, plan(a, &maps, list[i].lang, list[i].by_owner))),
             *at = md;

        for (k = 0; k < 8; k++) {
            char *next = strstr(at, list[i].want[k]);

            cr_expect(next != NULL, "%zu: no \"%s\" in\n%s", i, list[i].want[k], md);
            at = next ? next : at;
        }
    }
    cj_arena_free(a);
}

Test(report_playbook, no_countermeasures)
{
    cj_arena *a = cj_arena_new(0);
    cj_maps maps = sample_maps(a, make_book(a, HEAD_JA));

    cr_expect(strstr(kept(a, printed_md(a, plan(a, &maps, CJ_JA, false))),
                     "マップに打ち手がありません。") != NULL);
    cr_expect(strstr(kept(a, printed_md(a, plan(a, &maps, CJ_EN, true))),
                     "The map has no countermeasures.") != NULL);
    cj_arena_free(a);
}
