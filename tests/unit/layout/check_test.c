/* check_test.c - whatever a written book lacks is missed: texts, comments, links. */
#include "laid.h"
#include <string.h>

/* All kinds of places: metadata, labels, phases, items, tables, a sheet of the team's own, texts
 * outside, comments, links. */
static const char map[] = "マップ名\t解約防止\n目的\t更新率を95%にする\n\n"
                          "項目\t導入期\t更新期\n"
                          "顧客のゴール\t自分で出したい\t成果を示したい\n"
                          "行動\t・読む\\n・設定する\t比べる\n"
                          "課題\t用語 [E1]\t効果が示せない\n"
                          "KPI\t作成率 80%\t更新率 95%\n"
                          "打ち手\t用語集を送る\t90日前に提案\n"
                          "独自の行\tあ\tい\n"
                          "\n\n\t\t\t\t枠外のメモ\n"
                          "!note B5 セルのコメント\n!note A6 見出しのコメント\n"
                          "!note F20 何もない所のコメント\n"
                          "=== 根拠\nID\t種別\t内容\nE1\tアンケート\t7割がつまずく\n"
                          "=== 名簿\n中村\t1200\n!note A1 名簿のコメント\n";

static void add_links(laid *l, cj_book *book)
{
    cj_sheet *s = &book->sheets[0];
    const char *const targets[] = { "https://example.com/a?b=1&c=%E3%81%82",
                                    "mailto:a@b.c" };
    unsigned i;

    for (i = 0; i < 2; i++) {
        CJ_ROOM(l->arena, s->links, s->n_links, s->cap_links);
        s->links[s->n_links++] =
            (cj_book_link){ { 5 + i, 2, 5 + i, 2 }, cj_str_of(targets[i]) };
    }
}

static void make(laid *l, bool csv)
{
    cj_book *book = make_book(l->arena, map);

    add_links(l, book);
    laid_book(l, book, csv);
}

/* Whether a cell of the old book has gone to that place. */
static bool target(const laid *l, unsigned sheet, const cj_book_cell *c)
{
    size_t i;

    for (i = 0; i < l->layout.n_moves; i++)
        if (l->layout.moves[i].sheet == sheet && l->layout.moves[i].row == c->row &&
            l->layout.moves[i].col == c->col)
            return true;
    return false;
}

static void empty(cj_book_cell *c, cj_book_cell *next)
{
    (void)next;
    c->value = CJ_V_TEXT;
    c->text = CJ_STR("");
}

static void shorten(cj_book_cell *c, cj_book_cell *next)
{
    size_t n = c->text.n - 1;

    (void)next;
    while (n && ((unsigned char)c->text.p[n] & 0xc0) == 0x80)
        n--;
    c->value = CJ_V_TEXT;
    c->text.n = n;
}

static void alter(cj_book_cell *c, cj_book_cell *next)
{
    (void)next;
    c->value = CJ_V_TEXT;
    c->text = CJ_STR("another text");
}

static void swap(cj_book_cell *c, cj_book_cell *next)
{
    cj_book_cell was = *c;

    if (cj_str_eq(c->text, next->text)) {
        alter(c, next);
        return;
    }
    c->text = next->text;
    c->value = next->value;
    c->number = next->number;
    next->text = was.text;
    next->value = was.value;
    next->number = was.number;
}

static const struct {
    const char *name;
    void (*harm)(cj_book_cell *, cj_book_cell *);
} harms[] = { { "dropped", empty },
              { "a character less", shorten },
              { "changed", alter },
              { "swapped with the next", swap } };

static cj_book_cell *cell(const laid *l, unsigned sheet, size_t i)
{
    return (cj_book_cell *)cj_sheet_cell(&l->again->sheets[sheet], i);
}

/* Of each cell that holds a text of the old book: harmed, it is missed. */
static void harm_all(bool csv, size_t kind)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;
    size_t i, tried = 0;

    make(&l, csv);
    cr_assert_eq(laid_lost(&l), 0u);
    for (sheet = 0; sheet < l.again->n_sheets; sheet++)
        for (i = 0; i + 1 < l.again->sheets[sheet].n_cells; i++) {
            cj_book_cell *c = cell(&l, sheet, i), *next = cell(&l, sheet, i + 1), was = *c,
                         then = *next;

            if (!c->text.n || !target(&l, sheet, c))
                continue;
            harms[kind].harm(c, next);
            cr_assert(laid_lost(&l) > 0, "%s (%s): %.*s is not missed", harms[kind].name,
                      csv ? "csv" : "xlsx", (int)was.text.n, was.text.p);
            *c = was;
            *next = then;
            tried++;
        }
    cr_assert(tried > 25, "only %zu", tried);
    cj_arena_free(l.arena);
}

Test(check, harmed_cells_are_missed)
{
    size_t i;

    for (i = 0; i < sizeof harms / sizeof *harms; i++) {
        harm_all(false, i);
        harm_all(true, i);
    }
}

Test(check, lost_comments_are_missed)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet, lost = 0;
    size_t i, n;

    make(&l, false);
    for (sheet = 0; sheet < l.again->n_sheets; sheet++)
        for (i = 0; i < l.again->sheets[sheet].n_notes; i++) {
            cj_book_note *note = &l.again->sheets[sheet].notes[i], was = *note;
            cj_lost *what;

            note->text = CJ_STR("");
            what = cj_layout_check(l.arena, &l.maps, &l.layout, l.again, &n);
            lost += n == 1 && what->note && cj_str_has(was.text, what->text);
            *note = was;
        }
    cr_assert_eq(lost, 3u, "%u", lost);
    cj_arena_free(l.arena);
}

Test(check, a_comment_elsewhere_is_missed)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;
    size_t i;

    make(&l, false);
    for (sheet = 0; sheet < l.again->n_sheets; sheet++)
        for (i = 0; i < l.again->sheets[sheet].n_notes; i++)
            if (cj_str_has(l.again->sheets[sheet].notes[i].text, CJ_STR("セルの")))
                l.again->sheets[sheet].notes[i].col++;
    cr_assert_eq(laid_lost(&l), 1u);
    cj_arena_free(l.arena);
}

Test(check, lost_links_are_missed)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_sheet *s;
    size_t i, n;

    make(&l, false);
    s = &l.again->sheets[0];
    for (i = 0; i < s->n_links; i++) {
        cj_str was = s->links[i].target;

        if (was.p[0] == '#')
            continue;
        s->links[i].target = CJ_STR("https://example.com/elsewhere");
        cr_assert(cj_layout_check(l.arena, &l.maps, &l.layout, l.again, &n)->link);
        cr_assert_eq(n, 1u);
        s->links[i].target = was;
    }
    s->n_links = 0;
    cr_assert_eq(laid_lost(&l), 2u);
    cj_arena_free(l.arena);
}

Test(check, a_whole_book_is_sound)
{
    laid l = { .arena = cj_arena_new(0) };

    make(&l, false);
    laid_sound(&l, false);
    make(&l, true);
    laid_sound(&l, true);
    cj_arena_free(l.arena);
}
