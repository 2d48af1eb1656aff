/* fix_test.c - safe fixes: what each rule mends, what is left alone, and that nothing else changes. */
#include <cj/fix.h>
#include "../generate.h"
#include "lint/rule.h"
#include "sample.h"
#include <ftw.h>

static cj_fixes fixes_of(cj_arena *a, const cj_book *book, const cj_lint_options *o)
{
    cj_maps maps = sample_maps(a, book);
    cj_fixes fixes;

    cj_fixes_safe(a, &maps, o, &fixes);
    return fixes;
}

static cj_book *apply(cj_arena *a, const cj_book *book, const cj_fixes *fixes)
{
    cj_edit *edits = CJ_NEW_N(a, cj_edit, fixes->n + 1);
    size_t i;

    for (i = 0; i < fixes->n; i++)
        edits[i] = fixes->at[i].edit;
    return cj_book_edited(a, book, edits, fixes->n);
}

static cj_str rules_of(cj_arena *a, const cj_fixed *f)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < f->n_rules; i++)
        cj_buf_fmt(&b, "%s%s", i ? " " : "", f->rules[i]->id);
    return cj_buf_str(&b);
}

/* ---- each rule ------------------------------------------------------------------------------- */

typedef struct mended {
    const char *path, *cell, *was, *is, *rules; /* is NULL: left alone */
} mended;

#define JA SAMPLE_JA
#define EN SAMPLE_EN

static const mended cases[] = {
    /* TX101 */
    { JA, "C24", "ﾚﾎﾟｰﾄ", "レポート", "TX101" },
    { JA, "C24", "ｶﾞｲﾄﾞ､ﾊﾟﾝﾌ｡", "ガイド、パンフ。", "TX101" },
    { JA, "C24", "｢ｳﾞｧﾝ｣の会", "「ヴァン」の会", "TX101" },
    { JA, "C24", "ｱﾞｯ", "ア゛ッ", "TX101" },
    { JA, "C24", "ﾕｰｻﾞｰ会･ﾚﾎﾟｰﾄ", "ユーザー会･レポート", "TX101" },
    { JA, "C24", "講座･定例MTG", NULL, NULL },
    { JA, "C22", "驚き (ﾟ∀ﾟ) [E4]", NULL, NULL },
    { EN, "C24", "ﾚﾎﾟｰﾄ review call [E2]", "レポート review call [E2]", "TX101" },
    { JA, "A24", "ﾀｯﾁﾎﾟｲﾝﾄ", "タッチポイント", "TX101" },
    { JA, "C17", "活用ｿｸｼﾝ期", "活用ソクシン期", "TX101" },
    /* TX102 */
    { JA, "C24", "ＣＳの４回のＭＴＧ [E2]", "CSの4回のMTG [E2]", "TX102" },
    { JA, "C24", "満足度９０％？（月１回）", "満足度90％？（月1回）", "TX102" },
    { JA, "C24", "Ｗｅｂ講座", "Web講座", "TX102" },
    { JA, "C24", "定例MTG（月～金）！", NULL, NULL },
    { JA, "B8", "１.0", "1.0", "TX102" },
    { EN, "C24", "Office hour with ＣＳ [E2]", "Office hour with CS [E2]", "TX102" },
    { JA, "C24", "①講座\n②㈱甲の会", NULL, NULL },
    { JA, "C24", "①講座Ａ\n②㈱甲の会", "①講座A\n②㈱甲の会", "TX102" },
    /* TX103 */
    { JA, "C24", "活用\xe2\x80\x8bウェビナー", "活用ウェビナー", "TX103" },
    { JA, "C24", "\xef\xbb\xbf講座", "講座", "TX103" },
    { JA, "C24", "講\x01座", "講座", "TX103" },
    { EN, "C24", "Office hour\x0bRelease notes", "Office hour\nRelease notes", "TX103" },
    { EN, "A24", "Touch\x0bpoints", "Touch points", "TX103" },
    { EN, "C26", "NPS\xc2\xae\xef\xb8\x8e, target 40", "NPS\xc2\xae, target 40", "TX103" },
    { EN, "C22", "❤️ Relieved [E3]", NULL, NULL },
    { JA, "C22", "👩‍💻面白い [E4]", NULL, NULL },
    { JA, "C22", "👩‍💻\xe2\x80\x8b面白い [E4]", "👩‍💻面白い [E4]",
      "TX103" },
    { JA, "A24", "\xef\xbb\xbfタッチポイント", "タッチポイント", "TX103" },
    { EN, "C24", "می‌خواهم office hour [E2]", NULL, NULL },
    /* TX104 */
    { JA, "C24", "　活用ウェビナー [E2]", "活用ウェビナー [E2]", "TX104" },
    { EN, "C24", "Office hour \nchat [E2] \n", "Office hour\nchat [E2]", "TX104" },
    { EN, "C17", "Adoption\xc2\xa0", "Adoption", "TX104" },
    { EN, "C24", "  Hour\n    chat", "Hour\n  chat", "TX104" },
    { EN, "C24", "  - Hour\n    - chat\n  - mail", "- Hour\n  - chat\n- mail", "TX104" },
    { EN, "C24", "Hour\n\nchat", NULL, NULL },
    { EN, "C24", "Hour\n  - chat", NULL, NULL },
    { EN, "C24", " =A1 is the office hour", NULL, NULL },
    { EN, "C24", " -5% calls", NULL, NULL },
    { EN, "C24", " - five calls", "- five calls", "TX104" },
    /* TX105 */
    { JA, "C24", "・講座\n-定例MTG", "・講座\n・定例MTG", "TX105" },
    { JA, "C24", "-講座\n・定例MTG", "・講座\n・定例MTG", "TX105" },
    { JA, "C24", "- 講座\n- 定例MTG\n・会", "- 講座\n- 定例MTG\n- 会", "TX105" },
    { JA, "C24", "・講座\n-定例MTG\n-会", "・講座\n・定例MTG\n・会", "TX105" },
    { JA, "C24", "-講座\n–定例MTG", "-講座\n-定例MTG", "TX105" },
    { EN, "C24", "- Office hour\n* Release notes", "- Office hour\n- Release notes",
      "TX105" },
    { EN, "C24", "• Hour\n• Notes\n- Mail", "• Hour\n• Notes\n• Mail", "TX105" },
    { EN, "C24", "- Hour\n  * questions\n* Notes\n* Mail",
      "* Hour\n  * questions\n* Notes\n* Mail", "TX105" },
    { EN, "C24", "- Hour\n  * questions\n  * notes", NULL, NULL },
    { JA, "C24", "・講座\n-初級\n-上級\n・定例MTG", NULL, NULL },
    { JA, "C24", "■対面\n・講座\n■遠隔\n・会", NULL, NULL },
    { JA, "C24", "・講座\n-5%に下げる", NULL, NULL },
    /* TX107 */
    { JA, "C24", "活用ウェヒ\xe3\x82\x99ナー", "活用ウェビナー", "TX107" },
    { JA, "C17", "活用定着か\xe3\x82\x99期", "活用定着が期", "TX107" },
    { EN, "C24", "Cafe\xcc\x81 meetup [E2]", "Café meetup [E2]", "TX107" },
    { EN, "C24", "Vie\xcc\xa3\xcc\x82t call [E2]", "Việt call [E2]", "TX107" },
    { EN, "C24", "Q\xcc\x83 release [E2]", NULL, NULL },
    { JA, "C24", "か\xe3\x82\x9a行、か゛", NULL, NULL },
    { JA, "C24", "①ヒ\xe3\x82\x99デオ、㈱甲", "①ビデオ、㈱甲", "TX107" },
    /* TX111 */
    { EN, "C24", "Office hour,, release notes [E2]", "Office hour, release notes [E2]",
      "TX111" },
    { JA, "C24", "活用講座、、定例MTG [E2]", "活用講座、定例MTG [E2]", "TX111" },
    { JA, "C19", "応用機能を1つ以上試している。。", "応用機能を1つ以上試している。",
      "TX111" },
    { JA, "C27", "・【CS】31日目に講座を開く！！", "・【CS】31日目に講座を開く！",
      "TX111" },
    { JA, "C27", "・【CS】31日目に「助けて！！」の声へ返信する", NULL, NULL },
    { JA, "C27", "・【CS】31日目に「助けて！！」の声へ返信する！！",
      "・【CS】31日目に「助けて！！」の声へ返信する！", "TX111" },
    { JA, "C22", "発見：便利！！ [E4]", NULL, NULL },
    { JA, "C24", "講座。。。…… [E2]", NULL, NULL },
    /* several at once, and one that another uncovers */
    { JA, "C24", " ＣＳのｾﾐﾅｰ、、か\xe3\x82\x99 ", "CSのセミナー、が",
      "TX101 TX102 TX104 TX107 TX111" },
    { JA, "C24", "ｶ\xe3\x82\x99ｲﾄﾞ", "ガイド", "TX101 TX107" },
    { JA, "C24", "講座 \xe2\x80\x8b", "講座", "TX103 TX104" },
    { JA, "C24", "か\xe2\x80\x8b\xe3\x82\x99講座", "が講座", "TX103 TX107" },
    { JA, "C24", "講座、\xe2\x80\x8b、会", "講座、会", "TX103 TX111" },
    /* kept quiet in the cell */
    { JA, "C24", "ﾚﾎﾟｰﾄ 【除外:TX101 商品名】", NULL, NULL },
    { JA, "C24", "ﾚﾎﾟｰﾄと講座、、会 【除外:TX101 商品名】",
      "ﾚﾎﾟｰﾄと講座、会 【除外:TX101 商品名】", "TX111" },
    { EN, "C24", "Hour,, mail cjlint:ignore TX111", NULL, NULL },
    /* nothing of all this */
    { JA, "C24", "講座", NULL, NULL },
    { JA, "H30", "表の外のﾒﾓ", NULL, NULL },
};

Test(lint_fix, what_is_mended_and_what_is_left_alone)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base[2] = { sample_book(a, JA), sample_book(a, EN) };
    cj_lint_options o = sample_options(CJ_V1);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const mended *m = &cases[i];
        cj_str edits = cj_str_fmt(a, "%s=%s", m->cell, m->was);
        cj_book *book = sample_edited(a, base[m->path[strlen(m->path) - 5] == 'n'], edits);
        cj_fixes f = fixes_of(a, book, &o);

        cr_expect_eq(f.n, m->is != NULL, "\"%s\": %zu fixes (\"" CJ_FMT "\")", m->was, f.n,
                     CJ_ARG(f.n ? f.at[0].edit.text : CJ_STR("")));
        if (f.n != 1 || !m->is)
            continue;
        cr_expect(cj_str_eq(f.at[0].edit.text, cj_str_of(m->is)),
                  "\"%s\" becomes \"" CJ_FMT "\", not \"%s\"", m->was,
                  CJ_ARG(f.at[0].edit.text), m->is);
        cr_expect(cj_str_eq(f.at[0].was, cj_str_of(m->was)), "%s", m->was);
        cr_expect(cj_str_eq(rules_of(a, &f.at[0]), cj_str_of(m->rules)),
                  "\"%s\" by " CJ_FMT ", not %s", m->was, CJ_ARG(rules_of(a, &f.at[0])),
                  m->rules);
        book = apply(a, book, &f);
        cr_expect_eq(fixes_of(a, book, &o).n, 0, "\"%s\" again", m->was);
    }
    cj_arena_free(a);
}

Test(lint_fix, exactly_safe_rules_of_one_text_mend)
{
    size_t i, n = 0;

    for (i = 0; i < cj_catalogue_n; i++) {
        const cj_rule *r = cj_catalogue[i];

        cr_expect_eq(r->mends != NULL, r->info.fix == CJ_FIX_SAFE && r->on_leaf, "%s",
                     r->info.id);
        n += r->mends != NULL;
    }
    cr_expect_leq(n, (size_t)CJ_MAX_FIX_RULES);
    cr_expect_eq(n, 7);
}

Test(lint_fix, options_choose)
{
    static const struct {
        const char *select, *ignore, *severity;
        cj_profile profile;
        const char *want; /* of " ＣＳ、、ﾚﾎﾟｰﾄ" */
    } options[] = {
        { "", "", "", CJ_V1, "CS、レポート" },
        { "", "", "", CJ_DRAFT, "ＣＳ、、レポート" }, /* TX102 and TX111 are off there */
        { "TX104", "", "", CJ_V1, "ＣＳ、、ﾚﾎﾟｰﾄ" },
        { "", "TX101,TX104", "", CJ_V1, " CS、ﾚﾎﾟｰﾄ" },
        { "", "", "TX102=off", CJ_V1, "ＣＳ、レポート" },
        { "", "", "TX102=info", CJ_DRAFT, "CS、、レポート" },
        { "CJ6", "", "", CJ_V1, NULL },
        { "", "TX", "", CJ_V1, NULL },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_edited(a, sample_book(a, JA), CJ_STR("C24= ＣＳ、、ﾚﾎﾟｰﾄ"));
    size_t i;

    for (i = 0; i < sizeof options / sizeof *options; i++) {
        cj_lint_options o = sample_options(options[i].profile);
        cj_fixes f;

        o.select = cj_str_of(options[i].select);
        o.ignore = cj_str_of(options[i].ignore);
        o.severity = cj_str_of(options[i].severity);
        f = fixes_of(a, book, &o);
        cr_expect_eq(f.n, options[i].want != NULL, "%zu", i);
        if (f.n == 1)
            cr_expect(cj_str_eq(f.at[0].edit.text, cj_str_of(options[i].want)),
                      "%zu: " CJ_FMT, i, CJ_ARG(f.at[0].edit.text));
    }
    cj_arena_free(a);
}

/* What is no writing of anybody: formulas, numbers, errors; and an open conflict is not touched. */
Test(lint_fix, only_texts)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, JA), *book;
    cj_lint_options o = sample_options(CJ_V1);
    cj_book_cell *c;

    book = sample_edited(a, base, CJ_STR("C24=ﾚﾎﾟｰﾄ"));
    c = (cj_book_cell *)(uintptr_t)cj_sheet_find(&book->sheets[0], 24, 3);
    c->flags = CJ_CELL_FORMULA;
    cr_expect_eq(fixes_of(a, book, &o).n, 0);
    c->flags = 0;
    cr_expect_eq(fixes_of(a, book, &o).n, 1);
    book = sample_edited(a, base, CJ_STR("!error C24 #REF! "));
    cr_expect_eq(fixes_of(a, book, &o).n, 0);
    book = sample_edited(a, base,
                         CJ_STR("C24=<<<<<<< A\\nﾚﾎﾟｰﾄ\\n=======\\n講座\\n>>>>>>> B"));
    cr_expect_eq(fixes_of(a, book, &o).n, 0);
    cj_arena_free(a);
}

/* Two maps of a book that read one table of evidence: each cell once, in order. */
Test(lint_fix, a_cell_of_several_maps_is_mended_once)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_edited(
        a, sample_book(a, JA),
        CJ_STR("C24=ﾚﾎﾟｰﾄ ;; E44=顧客８名 ;; !copy 二つ目 ;; C24=ＣＳ ;; C21=講座 "));
    cj_lint_options o = sample_options(CJ_V1);
    cj_maps maps = sample_maps(a, book);
    cj_fixes f;
    size_t i;

    cr_assert_eq(maps.n, 2);
    cj_fixes_safe(a, &maps, &o, &f);
    for (i = 1; i < f.n; i++) {
        const cj_edit *p = &f.at[i - 1].edit, *q = &f.at[i].edit;

        cr_expect(p->sheet < q->sheet ||
                  (p->sheet == q->sheet &&
                   (p->row < q->row || (p->row == q->row && p->col < q->col))));
    }
    cr_expect_eq(f.n, 5, "%zu", f.n); /* E44 stands on both sheets */
    cr_expect_eq(fixes_of(a, apply(a, book, &f), &o).n, 0);
    cj_arena_free(a);
}

/* ---- what the map says ------------------------------------------------------------------------- */

/* Punctuation that stands twice is in the keys too: one of the two is left out. */
static void add_key(cj_arena *a, cj_buf *b, cj_str text)
{
    static const cj_str marks[] = { CJ_LIT(","), CJ_LIT("!"), CJ_LIT("?"), CJ_LIT("、"),
                                    CJ_LIT("。") };
    cj_str key = cj_item_key(a, text);
    size_t i;

    while (key.n) {
        for (i = 0; i < sizeof marks / sizeof *marks; i++)
            while (cj_str_starts(key, marks[i]) &&
                   cj_str_starts(cj_str_from(key, marks[i].n), marks[i]))
                key = cj_str_from(key, marks[i].n);
        cj_buf_byte(b, *key.p);
        key = cj_str_from(key, 1);
    }
    cj_buf_byte(b, '|');
}

/* Everything a map says by what it is compared by. */
static cj_str saying(cj_arena *a, const cj_maps *maps)
{
    size_t i, k, p, t;
    cj_buf b;

    cj_buf_init(&b, a);
    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];

        cj_buf_fmt(&b, "\nmap %u %zu %zu %zu\n", m->sheet, m->n_phases, m->n_elements,
                   m->n_sections);
        for (p = 0; p < m->n_phases; p++)
            cj_buf_fmt(&b, CJ_FMT "/%d/%ld-%ld|", CJ_ARG(m->phases[p].key), m->phases[p].id,
                       m->phases[p].period.from, m->phases[p].period.to);
        for (k = 0; k < m->n_elements; k++) {
            cj_buf_fmt(&b, "\n" CJ_FMT ": ", CJ_ARG(m->elements[k].key));
            for (p = 0; p < m->n_phases; p++) {
                const cj_cell *c = &m->elements[k].cells[p];

                cj_buf_fmt(&b, "%zu%s", c->n_items, c->placeholder ? "?" : "");
                for (t = 0; t < c->n_items; t++) {
                    add_key(a, &b, c->items[t].text);
                    cj_buf_fmt(&b, "%zu ", c->items[t].support.refs.n);
                }
            }
        }
        for (k = 0; k < m->n_sections; k++) {
            const cj_section *s = &m->sections[k];

            cj_buf_fmt(&b, "\n%s %zu %zu: ", cj_section_name(s->kind), s->n_columns,
                       s->n_records);
            for (p = 0; p < s->n_records; p++)
                for (t = 0; t < s->n_columns; t++)
                    add_key(a, &b, s->records[p].cell[t].text);
        }
        cj_buf_z(&b, "\nmeta ");
        for (k = 0; k < CJ_N_META; k++)
            add_key(a, &b, m->meta[k].text);
        cj_buf_fmt(&b, "\n%zu leaves, %zu left", m->n_leaves, m->n_leftover);
    }
    return cj_buf_str(&b);
}

/* Nothing that nobody asked for: what is not listed is the same cell as before. */
static bool rest_is_as_it_was(const cj_book *was, const cj_book *is, const cj_fixes *f)
{
    size_t s, i, k = 0;

    for (s = 0; s < was->n_sheets; s++) {
        if (was->sheets[s].n_cells != is->sheets[s].n_cells)
            return false;
        for (i = 0; i < was->sheets[s].n_cells; i++) {
            const cj_book_cell *x = cj_sheet_cell(&was->sheets[s], i),
                               *y = cj_sheet_cell(&is->sheets[s], i);

            if (k < f->n && f->at[k].edit.sheet == s && f->at[k].edit.row == x->row &&
                f->at[k].edit.col == x->col)
                k++;
            else if (x->text.p != y->text.p || x->text.n != y->text.n)
                return false;
        }
    }
    return k == f->n;
}

/* The first line in which they differ. */
static cj_str difference(cj_arena *a, cj_str before, cj_str after)
{
    cj_str x = CJ_STR(""), y = CJ_STR("");

    while (cj_str_eq(x, y) && cj_str_split(&before, '\n', &x))
        if (!cj_str_split(&after, '\n', &y))
            break;
    return cj_str_fmt(a, CJ_FMT "\n" CJ_FMT, CJ_ARG(x), CJ_ARG(y));
}

static cj_str list_of(cj_arena *a, const cj_fixes *f)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < f->n; i++)
        cj_buf_fmt(&b, "%u:%u \"" CJ_FMT "\" -> \"" CJ_FMT "\"\n", f->at[i].edit.row,
                   f->at[i].edit.col, CJ_ARG(f->at[i].was), CJ_ARG(f->at[i].edit.text));
    return cj_buf_str(&b);
}

static bool find_maps(cj_arena *a, const cj_book *book, cj_maps *out)
{
    cj_map_options options = { { "", 0 }, CJ_ORIENT_AUTO, NULL };
    cj_err err = { 0 };

    return cj_maps_find(a, book, &options, out, &err) == CJ_OK;
}

/* How many cells of the book are mended. */
static size_t expect_safe(cj_arena *a, const cj_book *book, const char *what)
{
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_maps *was = CJ_NEW(a, cj_maps), *is = CJ_NEW(a, cj_maps);
    cj_fixes f, again;
    cj_book *fixed;
    cj_str before, after;

    if (!find_maps(a, book, was))
        return 0;
    cj_fixes_safe(a, was, &o, &f);
    fixed = apply(a, book, &f);
    cr_expect(rest_is_as_it_was(book, fixed, &f), "%s", what);
    cr_assert(find_maps(a, fixed, is), "%s", what);
    cj_fixes_safe(a, is, &o, &again);
    cr_expect_eq(again.n, 0, "%s: again \"" CJ_FMT "\"", what,
                 CJ_ARG(again.n ? again.at[0].edit.text : CJ_STR("")));
    before = saying(a, was);
    after = saying(a, is);
    cr_expect(cj_str_eq(before, after), "%s:\n" CJ_FMT "\n" CJ_FMT, what,
              CJ_ARG(difference(a, before, after)), CJ_ARG(list_of(a, &f)));
    return f.n;
}

/* ---- dirt -------------------------------------------------------------------------------------- */

static unsigned next(unsigned *seed, unsigned n)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed / 65536 % n;
}

/* `what` at the first place of `where`, or nothing. */
static cj_str swapped(cj_arena *a, cj_str s, const char *where, const char *what)
{
    size_t at = cj_str_find(s, cj_str_of(where));

    return at == CJ_NONE ? s
                         : cj_str_fmt(a, CJ_FMT "%s" CJ_FMT, CJ_ARG(cj_str_cut(s, 0, at)),
                                      what, CJ_ARG(cj_str_from(s, at + strlen(where))));
}

static cj_str inserted(cj_arena *a, cj_str s, unsigned *seed, const char *what)
{
    size_t at = next(seed, (unsigned)s.n + 1);

    while (at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80)
        at++;
    return cj_str_fmt(a, CJ_FMT "%s" CJ_FMT, CJ_ARG(cj_str_cut(s, 0, at)), what,
                      CJ_ARG(cj_str_from(s, at)));
}

static cj_str widened(cj_arena *a, cj_str s, unsigned *seed)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool alnum =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

        if (alnum && next(seed, 2))
            cj_buf_fmt(&b, "\xef%c%c", c < 0x60 ? 0xbc : 0xbd,
                       c < 0x60 ? c + 0x60 : c + 0x20);
        else
            cj_buf_byte(&b, c);
    }
    return cj_buf_str(&b);
}

static cj_str dirtied(cj_arena *a, cj_str s, unsigned *seed)
{
    static const char *const pairs[][2] = {
        { "が", "か\xe3\x82\x99" },
        { "で", "て\xe3\x82\x99" },
        { "ド", "ト\xe3\x82\x99" },
        { "プ", "フ\xe3\x82\x9a" },
        { "サ", "ｻ" },
        { "ド", "ﾄﾞ" },
        { "ー", "ｰ" },
        { "ト", "ﾄ" },
        { "ポ", "ﾎﾟ" },
        { "、", "､" },
        { "、", "、、" },
        { ",", ",," },
        { "。", "。。" },
        { "・", "-" },
        { "- ", "* " },
        { "\n", " \n" },
        { "\n", "　\n" },
        { "・", "・ " },
        { "「", "｢" },
    };
    static const char *const specks[] = { "\xe2\x80\x8b", "\xef\xbb\xbf", "\x01",
                                          "\xc2\xad",     "\xe2\x80\x8d", "\xef\xb8\x8f",
                                          "\x02" };
    unsigned kind = next(seed, 8), i;

    if (kind == 0)
        return widened(a, s, seed);
    if (kind == 1)
        return inserted(a, s, seed, specks[next(seed, 7)]);
    if (kind == 2)
        return cj_str_fmt(a, "%s" CJ_FMT, next(seed, 2) ? " " : "　", CJ_ARG(s));
    if (kind == 3)
        return cj_str_fmt(a, CJ_FMT "%s", CJ_ARG(s), next(seed, 2) ? " \n" : "\xc2\xa0");
    i = next(seed, sizeof pairs / sizeof *pairs);
    return swapped(a, s, pairs[i][0], pairs[i][1]);
}

static const cj_book *dirty(cj_arena *a, const cj_book *book, unsigned seed)
{
    size_t n = 0, cap = 0, s, i;
    cj_edit *edits = NULL;

    for (s = 0; s < book->n_sheets; s++)
        for (i = 0; i < book->sheets[s].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&book->sheets[s], i);
            cj_str text = c->text;
            unsigned k;

            if (c->value != CJ_V_TEXT || next(&seed, 3))
                continue;
            for (k = 1 + next(&seed, 3); k; k--)
                text = dirtied(a, text, &seed);
            CJ_ROOM(a, edits, n, cap);
            edits[n++] = (cj_edit){ .kind = CJ_EDIT_TEXT,
                                    .sheet = (unsigned)s,
                                    .row = c->row,
                                    .col = c->col,
                                    .text = text };
        }
    return cj_book_edited(a, book, edits, n);
}

#ifdef __SANITIZE_ADDRESS__
enum { MAPS = 150 };
#else
enum { MAPS = 1500 };
#endif

Test(lint_fix, made_up_maps_say_the_same_as_before)
{
    cj_arena *a = cj_arena_new(0);
    unsigned seed;
    size_t n = 0;

    for (seed = 1; seed <= MAPS; seed++) {
        const gen_map *m = gen_make(a, seed);

        expect_safe(a, m->book, cj_str_z(a, cj_str_fmt(a, "clean %u", seed)));
        n += expect_safe(a, dirty(a, m->book, seed),
                         cj_str_z(a, cj_str_fmt(a, "seed %u", seed)));
        cj_arena_reset(a);
    }
    cr_expect_gt(n, MAPS * 5u);
    cj_arena_free(a);
}

/* Every readable file of tests/data, as it is and with dirt in it. */
static size_t files_seen, files_mended;

static int try_file(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    cj_read_options options = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    cj_book *book = NULL;
    cj_err err = { 0 };
    unsigned seed;

    (void)st;
    (void)where;
    if (kind == FTW_F && cj_book_read(a, path, &options, &book, &err) == CJ_OK &&
        find_maps(a, book, CJ_NEW(a, cj_maps))) {
        files_seen++;
        files_mended += expect_safe(a, book, path) > 0;
        for (seed = 1; seed <= 10 && !strstr(path, "/make/"); seed++)
            expect_safe(a, dirty(a, book, seed),
                        cj_str_z(a, cj_str_fmt(a, "%s %u", path, seed)));
    }
    cj_arena_free(a);
    return 0;
}

Test(lint_fix, all_data_says_the_same_as_before)
{
    nftw("tests/data", try_file, 16, FTW_PHYS);
    cr_expect_gt(files_seen, 80);
    cr_expect_gt(files_mended, 5);
}

/* ---- the examples of the catalogue ------------------------------------------------------------- */

static bool has_finding(const cj_lint_result *r, const cj_finding *f)
{
    size_t i;

    for (i = 0; i < r->n_findings; i++)
        if (r->findings[i].rule == f->rule && r->findings[i].at.row == f->at.row &&
            r->findings[i].at.col == f->at.col && r->findings[i].at.sheet == f->at.sheet)
            return true;
    return false;
}

/* The rules that mend are silent about what was mended, and no other has become loud. */
static size_t expect_quieter(cj_arena *a, const cj_book *book, const cj_rule *rule,
                             const char *edits)
{
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_fixes f = fixes_of(a, book, &o);
    cj_book *fixed = apply(a, book, &f);
    cj_lint_result was = sample_lint(a, book, &o), is = sample_lint(a, fixed, &o);
    size_t i;

    for (i = 0; i < is.n_findings; i++) {
        cr_expect(has_finding(&was, &is.findings[i]), "%s \"%s\": %s is loud now",
                  rule->info.id, edits, is.findings[i].rule->id);
        cr_expect(!rule->mends || is.findings[i].rule != &rule->info, "%s \"%s\"",
                  rule->info.id, edits);
    }
    return f.n;
}

static void mend_examples(cj_lang lang, const char *path)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, path);
    size_t i, e, n;

    cr_expect_eq(expect_quieter(a, base, cj_catalogue[0], "the base map"), 0);
    for (i = 0; i < cj_catalogue_n; i++)
        for (e = 0; e < 2 * CJ_MAX_EXAMPLES; e++) {
            const cj_rule *r = cj_catalogue[i];
            bool bad = e < CJ_MAX_EXAMPLES;
            const cj_example *x =
                bad ? &r->info.bad[e] : &r->info.good[e - CJ_MAX_EXAMPLES];
            const char *edits = x->edits.ja ? cj_text_in(x->edits, lang) : "";

            if (!*edits)
                continue;
            n = expect_quieter(a, sample_edited(a, base, cj_str_of(edits)), r, edits);
            cr_expect(!r->mends || (n > 0) == bad, "%s \"%s\": %zu", r->info.id, edits, n);
        }
    cj_arena_free(a);
}

Test(lint_fix, examples_in_japanese)
{
    mend_examples(CJ_JA, SAMPLE_JA);
}

Test(lint_fix, examples_in_english)
{
    mend_examples(CJ_EN, SAMPLE_EN);
}
