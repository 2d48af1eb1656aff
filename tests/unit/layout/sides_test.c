/* sides_test.c - comments, links, lines through texts and sheets of the team's own go along. */
#include "laid.h"

#define GRID                                                                                                             \
    "目的\t更新率を95%にする\n\n項目\t導入期\t更新期\n顧客のゴール\t出したい\t示したい\n" \
    "行動\t・読む\\n・設定する\t比べる\n課題\t用語が難しい\t効果が示せない\n"                \
    "KPI\t作成率\t更新率\n打ち手\t用語集\t提案\n"

static cj_book_cell *at(cj_book *book, unsigned sheet, unsigned row, unsigned col)
{
    return (cj_book_cell *)cj_sheet_find(&book->sheets[sheet], row, col);
}

static void strike(laid *l, cj_book *book, unsigned row, unsigned col)
{
    at(book, 0, row, col)->style =
        cj_book_style(l->arena, book, (cj_style){ .strike = true });
}

static void link_cell(laid *l, cj_book *book, unsigned sheet, unsigned row, unsigned col,
                      const char *to)
{
    cj_sheet *s = &book->sheets[sheet];

    CJ_ROOM(l->arena, s->links, s->n_links, s->cap_links);
    s->links[s->n_links++] = (cj_book_link){ { row, col, row, col }, cj_str_of(to) };
}

/* The comment at the cell with that text; empty: none. */
static cj_str note_of(const laid *l, const char *text)
{
    unsigned sheet;
    const cj_book_cell *c = laid_find(l, text, &sheet);
    const cj_book_note *note =
        c ? cj_sheet_note(&l->again->sheets[sheet], c->row, c->col) : NULL;

    return note ? note->text : CJ_STR("");
}

static cj_str link_of(const laid *l, const char *text)
{
    unsigned sheet;
    const cj_book_cell *c = laid_find(l, text, &sheet);
    size_t i;

    for (i = 0; c && i < l->again->sheets[sheet].n_links; i++) {
        const cj_book_link *link = &l->again->sheets[sheet].links[i];

        if (link->at.row1 == c->row && link->at.col1 == c->col)
            return link->target;
    }
    return CJ_STR("");
}

static bool struck(const laid *l, const char *text)
{
    unsigned sheet;
    const cj_book_cell *c = laid_find(l, text, &sheet);

    return c && l->again->styles[c->style].strike;
}

/* ---- comments ------------------------------------------------------------------------------------ */

Test(sides, comments_stay_at_their_texts)
{
    static const struct {
        const char *note, *text, *says;
    } rows[] = {
        { "!note B1 目的の", "更新率を95%にする", "目的の" },
        { "!note B3 フェーズの", "導入期", "フェーズの" },
        { "!note A5 見出しの", "行動", "見出しの" },
        { "!note B5 セルの", "・読む\n・設定する", "セルの" },
        { "!note F9 空の", "コメント: Map!F9", "" },
        { "=== 名簿\n中村\n!note A1 名簿の", "中村", "名簿の" },
        { "=== 備考\n日付\t記入者\tメモ\n4/1\t中村\t要確認\n!note C2 メモの", "要確認",
          "メモの" },
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        laid l = { .arena = cj_arena_new(0) };
        unsigned sheet;

        laid_book(&l,
                  make_book(l.arena, cj_str_z(l.arena, cj_str_fmt(l.arena, "%s%s\n", GRID,
                                                                  rows[i].note))),
                  false);
        cr_assert(laid_find(&l, rows[i].text, &sheet), "%s", rows[i].text);
        cr_assert(cj_str_has(note_of(&l, rows[i].text), cj_str_of(rows[i].says)), "%s",
                  rows[i].note);
        laid_sound(&l, false);
        cj_arena_free(l.arena);
    }
}

/* ---- sheets that are called as ours are ------------------------------------------------------------ */

Test(sides, tables_that_are_only_called_notes_are_copied)
{
    static const char *const words[] = {
        "日付", "記入者", "メモ", "4/1", "中村", "要確認"
    };
    static const char *const books[] = {
        GRID "=== 備考\n日付\t記入者\tメモ\n4/1\t中村\t要確認\n",
        GRID "\n\n■備考\n日付\t記入者\tメモ\n4/1\t中村\t要確認\n",
    };
    size_t i, k;

    for (i = 0; i < 2; i++)
        for (int csv = 0; csv < 2; csv++) {
            laid l = { .arena = cj_arena_new(0) };
            unsigned sheet;

            laid_book(&l, make_book(l.arena, books[i]), csv);
            for (k = 0; k < 6 && !(csv && !i); k++)
                cr_assert(laid_find(&l, words[k], &sheet), "%zu: %s", i, words[k]);
            laid_sound(&l, csv);
            cj_arena_free(l.arena);
        }
}

Test(sides, notes_that_a_team_went_on_with_keep_their_columns)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;

    laid_book(&l,
              make_book(l.arena, GRID "=== 備考\n元の場所\t内容\t対応\nB2\tメモ\t済み\n"),
              false);
    cr_assert(laid_find(&l, "対応", &sheet) && laid_find(&l, "済み", &sheet));
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

Test(sides, a_csv_keeps_other_sheets_in_its_notes)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;

    laid_book(&l, make_book(l.arena, GRID "=== 名簿\n中村\t1200\n!note A1 課長\n!hide\n"),
              true);
    cr_assert(laid_find(&l, "名簿!A1:B1", &sheet) && laid_find(&l, "中村 | 1200", &sheet) &&
              laid_find(&l, "課長", &sheet));
    laid_sound(&l, true);
    cj_arena_free(l.arena);
}

/* ---- properties of the document --------------------------------------------------------------------- */

Test(sides, a_property_goes_along_where_excel_takes_it)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_book *book = make_book(l.arena, GRID);
    char value[257] = "";
    size_t i;

    for (i = 0; i < 256; i++)
        value[i] = 'a';
    cj_book_set_property(l.arena, book, CJ_STR("KeyPoints"), cj_str_of(value));
    cj_book_set_property(l.arena, book, CJ_STR("Team"), CJ_STR("CS"));
    laid_book(&l, book, false);
    cr_assert(cj_str_eq(cj_book_property(l.again, CJ_STR("Team")), CJ_STR("CS")));
    cr_assert_eq(cj_book_property(l.again, CJ_STR("KeyPoints")).n, 0);
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

/* Below the grid of a CSV a line that looks like a title would begin another table when it is read again. */
Test(sides, lines_that_look_like_titles_are_kept_in_the_notes)
{
    static const struct {
        const char *sheets, *kept; /* NULL: where it was */
    } books[] = {
        { GRID "=== 根拠\nID\t内容\nE1\ta\n■その他\nE2\tb\n", "根拠!A3" },
        { GRID "=== 根拠\n#\n■根拠\n", "根拠!A2" },
        { GRID "=== 根拠\nID\t内容\n[KPI]\t★\n内容\t内容\n", "根拠!A2:B2" },
        { GRID "=== 根拠\nID\t内容\nE1\t■その他\n", NULL },
        { GRID "=== ペルソナ\n名前\t佐藤\n■その他\n趣味\t釣り\n", "ペルソナ!A2" },
        { GRID "\n\n■資料\n\t\t\t\t名\t場所\n\t\t\t\t★\n", "Map!E13" },
        { GRID "=== メモ\n■その他\nx\n", "メモ!A1:A2" },
        { GRID "=== ペルソナ\n名前\t佐藤\n根拠\n", NULL },
    };
    size_t i;

    for (i = 0; i < sizeof books / sizeof *books; i++) {
        laid l = { .arena = cj_arena_new(0) };
        unsigned sheet;

        laid_book(&l, make_book(l.arena, books[i].sheets), true);
        cr_expect(!books[i].kept || laid_find(&l, books[i].kept, &sheet), "%zu: " CJ_FMT, i,
                  CJ_ARG(l.bytes));
        cr_expect(books[i].kept || !laid_find(&l, "元の場所", &sheet), "%zu", i);
        laid_sound(&l, true);
        cj_arena_free(l.arena);
    }
}

/* ■ペルソナ with nothing under it. */
Test(sides, a_title_may_have_nothing_below)
{
    int csv;

    for (csv = 0; csv < 2; csv++) {
        laid l = { .arena = cj_arena_new(0) };

        laid_book(&l, make_book(l.arena, GRID "\n\n■ペルソナ\n=== ペルソナ\n名前\t佐藤\n"),
                  csv);
        laid_sound(&l, csv);
        cj_arena_free(l.arena);
    }
}

/* ---- links --------------------------------------------------------------------------------------- */

Test(sides, links_go_along)
{
    static const struct {
        unsigned row, col;
        const char *to, *text, *is;
    } rows[] = {
        { 4, 2, "https://example.com/a#b", "出したい", "https://example.com/a#b" },
        { 3, 2, "mailto:cs@example.com", "導入期", "mailto:cs@example.com" },
        { 4, 2, "#'Map'!C6", "出したい", "#ジャーニーマップ!C23" },
        { 4, 2, "#C6:C7", "出したい", "#ジャーニーマップ!C23" },
        { 4, 2, "#'名簿'!A1", "出したい", "#名簿!A1" },
        { 4, 2, "#名前の定義", "リンク: Map!B4", "" },
        { 20, 9, "https://example.com/blank", "リンク: Map!I20", "" },
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        laid l = { .arena = cj_arena_new(0) };
        cj_book *book = make_book(l.arena, GRID "=== 名簿\n中村\n");
        unsigned sheet;
        cj_str is;

        link_cell(&l, book, 0, rows[i].row, rows[i].col, rows[i].to);
        laid_book(&l, book, false);
        cr_assert(laid_find(&l, rows[i].text, &sheet), "%s", rows[i].to);
        is = link_of(&l, rows[i].text);
        cr_assert(cj_str_eq(is, cj_str_of(rows[i].is)), "%s is %s", rows[i].to,
                  cj_str_z(l.arena, is));
        laid_sound(&l, false);
        cj_arena_free(l.arena);
    }
}

/* People clear a cell, and its link stays. */
Test(sides, a_blank_cell_of_another_sheet_keeps_its_link)
{
    static const cj_range at[] = { { 7, 2, 7, 2 }, { 1, 2, 2, 3 } };
    size_t i;

    for (i = 0; i < sizeof at / sizeof *at; i++) {
        laid l = { .arena = cj_arena_new(0) };
        cj_book *book = make_book(l.arena, GRID "=== 名簿\n中村\n鈴木\t\t課長\n");

        link_cell(&l, book, 1, at[i].row1, at[i].col1, "https://example.com/");
        book->sheets[1].links[0].at = at[i];
        laid_book(&l, book, false);
        cr_assert_eq(laid_lost(&l), 0, "%zu", i);
        laid_sound(&l, false);
        cj_arena_free(l.arena);
    }
}

/* On their own sheet, and where the sources stand, which are linked to what they support. */
Test(sides, links_that_a_sheet_has_no_room_for_are_told)
{
    static const char *const books[] = { GRID "=== 名簿\n中村\n",
                                         GRID "=== 根拠\nID\t要約\nE1\t聞いた\n" };
    size_t i, k;

    for (i = 0; i < sizeof books / sizeof *books; i++) {
        laid l = { .arena = cj_arena_new(0) };
        cj_book *book = make_book(l.arena, books[i]);

        for (k = 0; k <= CJ_XLSX_LINKS; k++)
            link_cell(&l, book, 1, (unsigned)k + 9, 1, "https://example.com/");
        laid_book(&l, book, false);
        cr_assert_eq(laid_lost(&l), 0, "%zu", i);
        cj_arena_free(l.arena);
    }
}

Test(sides, a_linked_text_may_hold_control_characters)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_book *book = make_book(l.arena, GRID);

    at(book, 0, 4, 2)->text = CJ_STR("a\x0f\x01z");
    link_cell(&l, book, 0, 4, 2, "#Map!C6");
    laid_book(&l, book, false);
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

/* The line of another person is not said of the first. */
Test(sides, two_people_are_kept_apart)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;
    const cj_book_cell *c;

    laid_book(&l,
              make_book(l.arena, GRID "=== ペルソナ\n項目\t内容\n名前\t佐藤\n役職\t部長\n"
                                      "名前\t田中\n目標\t昇進\n"),
              false);
    c = laid_find(&l, "昇進", &sheet);
    cr_assert(c && cj_str_eq(cj_sheet_find(&l.again->sheets[sheet], c->row - 1, 2)->text,
                             CJ_STR("田中")));
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

Test(sides, what_cannot_be_a_link_is_told)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_book *book = make_book(l.arena, GRID);
    char *to = cj_alloc(l.arena, 3001);
    unsigned sheet;
    size_t i;

    for (i = 0; i < 3000; i++)
        to[i] = 'a';
    link_cell(&l, book, 0, 4, 2, to);
    laid_book(&l, book, false);
    cr_assert(laid_find(&l, "リンク: Map!B4", &sheet));
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

/* ---- lines through texts ---------------------------------------------------------------------------- */

Test(sides, what_is_struck_stays_struck)
{
    static const struct {
        unsigned row, col;
        const char *text;
    } rows[] = { { 3, 2, "導入期" },
                 { 5, 1, "行動" },
                 { 5, 2, "・読む\n・設定する" },
                 { 6, 2, "用語が難しい" },
                 { 1, 2, "更新率を95%にする" },
                 { 12, 5, "枠外" } };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        laid l = { .arena = cj_arena_new(0) };
        cj_book *book = make_book(l.arena, GRID "\n\n\n\t\t\t\t枠外\n");

        strike(&l, book, rows[i].row, rows[i].col);
        laid_book(&l, book, false);
        cr_assert(struck(&l, rows[i].text), "%s", rows[i].text);
        laid_sound(&l, false);
        cj_arena_free(l.arena);
    }
}

/* Two rows that are read as one, one of them struck: which it was stands in a comment. */
Test(sides, beside_what_holds_it_is_told)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_book *book = make_book(l.arena, GRID "担当\tCS\t営業\n\t開発\t\n");
    unsigned sheet;

    strike(&l, book, 10, 2);
    laid_book(&l, book, false);
    cr_assert(cj_str_has(note_of(&l, "・CS\n・開発"), CJ_STR("取り消し線: 開発")));
    cr_assert(!struck(&l, "・CS\n・開発"));
    laid_sound(&l, false);
    strike(&l, book, 10, 2);
    laid_book(&l, book, true);
    cr_assert(laid_find(&l, "取り消し線: Map!B10", &sheet));
    laid_sound(&l, true);
    cj_arena_free(l.arena);
}

/* ---- as it is shown ----------------------------------------------------------------------------------- */

Test(sides, a_csv_says_percent_as_people_see_it)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_book *book = make_book(l.arena, GRID "売上\t0.62\t0.5\n");
    unsigned sheet, col;

    for (col = 2; col < 4; col++)
        at(book, 0, 9, col)->style =
            cj_book_style(l.arena, book, (cj_style){ .number_format = CJ_STR("0%") });
    laid_book(&l, book, true);
    cr_assert(laid_find(&l, "62%", &sheet) && laid_find(&l, "50%", &sheet));
    laid_sound(&l, true);
    laid_book(&l, book, false);
    cr_assert(laid_find(&l, "0.62", &sheet));
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

/* ---- lists with a line an item -------------------------------------------------------------------- */

Test(sides, whose_an_item_is_and_when_stays_with_it)
{
    static const char *const words[] = { "【CS】契約後7日以内：設定会を開く",
                                         "【営業】報告書を出す",
                                         "・自分で出したい（CS、初月）\n・減らしたい" };
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;
    size_t i;

    laid_book(&l,
              make_book(l.arena,
                        "フェーズ\t項目\t内容\t担当\tタイミング\n"
                        "導入期\t顧客のゴール\t自分で出したい\tCS\t初月\n"
                        "導入期\t顧客のゴール\t減らしたい\t\t\n導入期\t課題\t難しい\t\t\n"
                        "導入期\t打ち手\t設定会を開く\tCS\t契約後7日以内\n"
                        "更新期\t課題\t高い\t\t\n更新期\t打ち手\t報告書を出す\t営業\t\n"),
              false);
    for (i = 0; i < sizeof words / sizeof *words; i++)
        cr_expect(laid_find(&l, words[i], &sheet), "%s", words[i]);
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}
