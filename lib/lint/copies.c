/* copies.c - CJ404: text that was pasted from one phase into another. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

/* What a cell of a phase says, made comparable. */
typedef struct copy {
    size_t letters; /* cheap to count, and the same in copies */
    cj_str key;
    const cj_cell *cell;
} copy;

#define SHORTEST 12u /* columns: six Japanese characters, two English words */

/* The keys of its items, one a line: sources, bullets and width are no differences. */
static cj_str copy_key(cj_arena *arena, const cj_cell *c)
{
    size_t i;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < c->n_items; i++) {
        cj_buf_add(&b, cj_item_key(arena, c->items[i].bare));
        cj_buf_byte(&b, '\n');
    }
    return cj_utf8_width(cj_buf_str(&b)) < SHORTEST ? CJ_STR("") : cj_buf_str(&b);
}

/* Letters and figures of its items; the voicing marks of half-width kana join the letter before. */
static size_t count_letters(const cj_cell *c)
{
    size_t i, n = 0;

    for (i = 0; i < c->n_items; i++) {
        cj_str rest = c->items[i].bare;

        while (rest.n) {
            uint32_t cp = cj_utf8_next(&rest);
            cj_script script = cj_utf8_script(cp);

            n += script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE && cp != 0xff9e &&
                 cp != 0xff9f;
        }
    }
    return n;
}

static int copy_order(const void *x, const void *y)
{
    const copy *a = x, *b = y;
    int c = a->letters < b->letters ? -1 : a->letters > b->letters;

    if (!c)
        c = cj_str_cmp(a->key, b->key);
    return c ? c : a->cell->phase < b->cell->phase ? -1 : 1;
}

static bool same_place(const cj_cell *a, const cj_cell *b)
{
    return a->at.sheet == b->at.sheet && a->at.row == b->at.row && a->at.col == b->at.col;
}

/* Each has sources, and not the same ones: somebody has looked at both phases. */
static bool sourced_apart(const cj_cell *a, const cj_cell *b)
{
    const cj_ref_list *x = &a->support.refs, *y = &b->support.refs;

    return x->n && y->n &&
           (x->n != y->n || memcmp(x->id, y->id, x->n * sizeof *x->id) != 0);
}

/* Nobody is troubled: that may well hold in two phases. */
static bool says_all_is_well(cj_arena *arena, const cj_cell *c)
{
    static const cj_str words[] = { CJ_LIT("特になし"),     CJ_LIT("ことはない"),
                                    CJ_LIT("見られない"),   CJ_LIT("聞かれない"),
                                    CJ_LIT("報告なし"),     CJ_LIT("課題なし"),
                                    CJ_LIT("none "),        CJ_LIT("no pain"),
                                    CJ_LIT("no problem"),   CJ_LIT("no issue"),
                                    CJ_LIT("no complaint"), CJ_LIT("nothing") };
    cj_str said = cj_utf8_fold(arena, c->text);
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(said, words[i]))
            return true;
    return false;
}

static bool pasted(cj_lint *l, const copy *first, const copy *later)
{
    return first->key.n && cj_str_eq(first->key, later->key) &&
           !same_place(first->cell, later->cell) &&
           !sourced_apart(first->cell, later->cell) &&
           !says_all_is_well(cj_lint_arena(l), later->cell);
}

static bool may_be_copied(const cj_element *e)
{
    return e->elem == CJ_BEHAVIOR || e->elem == CJ_MIND || e->elem == CJ_THOUGHT ||
           e->elem == CJ_EMOTION || e->elem == CJ_PAIN;
}

/* The cells of a row, those of as many letters side by side; the keys of these are worth making. */
static size_t by_letters(cj_lint *l, const cj_element *e, copy *all)
{
    size_t p, n = 0;

    for (p = 0; p < cj_lint_map(l)->n_phases; p++)
        if (!cj_lint_blank(l, &e->cells[p])) {
            all[n].letters = count_letters(&e->cells[p]);
            all[n++].cell = &e->cells[p];
        }
    qsort(all, n, sizeof *all, copy_order);
    for (p = 0; p < n; p++)
        if ((p && all[p - 1].letters == all[p].letters) ||
            (p + 1 < n && all[p + 1].letters == all[p].letters))
            all[p].key = copy_key(cj_lint_arena(l), all[p].cell);
    return n;
}

/* Sorted by what they say, those that say the same stand side by side, the earlier phase first. */
static void copied_across_phases(cj_lint *l, const cj_element *e)
{
    const cj_map *map = cj_lint_map(l);
    copy *all;
    size_t p, n;

    if (!may_be_copied(e))
        return;
    all = CJ_NEW_N(cj_lint_arena(l), copy, map->n_phases + 1);
    n = by_letters(l, e, all);
    qsort(all, n, sizeof *all, copy_order);
    for (p = 1; p < n; p++)
        if (pasted(l, &all[p - 1], &all[p]))
            cj_say(cj_find_cell(l, all[p].cell, all[p].cell->text), "other",
                   map->phases[all[p - 1].cell->phase].name);
}

const cj_rule cj_rule_copied_across_phases = {
    .info = {
        .id = "CJ404",
        .name = "copied-across-phases",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 3,
        .source = "S1 フェーズ毎の感情変化",
        .says = { "\"{element}\" of \"{phase}\" repeats \"{other}\". Left over from copying?",
                  "「{phase}」の「{element}」が「{other}」と同じ文です。貼り付けたままになっていませんか。" },
        .why = { "What customers do, feel and suffer from changes from phase to phase; the map is "
                 "drawn to show how. Text that is pasted on hides it.",
                 "顧客の行動・気持ち・課題はフェーズごとに変わります。その変化を見るためのマップに同じ文が並ぶと、"
                 "違いが隠れてしまいます。" },
        .mend = { "Write into {cell} what is different in this phase. If it really stays the same, "
                  "give each phase its own source, such as [E4].",
                  "{cell} に、このフェーズならではのことを書きます。本当に同じなら、フェーズごとの根拠番号 [E4] を"
                  "付けてください（根拠が別なら指摘しません）。" },
        .bad = {
            { .edits = { "C23=- Opening balances do not match after import [E1, E5]\n"
                         "- Bank feed setup needs an administrator we do not have [E5]",
                         "C23=・データ連携の設定手順がわからない [E1][E6]\n・専門用語が難しい [E6]" },
              .shows = { "the pains of Onboarding, pasted into Adoption",
                         "導入期の課題を、活用促進期にもそのまま貼り付けた" } },
            { .edits = { "C21=- Export usage and close-time figures\n- Compare two competing quotes",
                         "C21=・利用実績を集計する\n・稟議書を書く" },
              .at = { "D21", "E21" },
              .shows = { "the actions of Renewal stand in Adoption too",
                         "更新期の行動が、活用促進期にも同じ文で入っている" } },
        },
        .good = {
            { .edits = { "C23=- Opening balances do not match after import [E3]",
                         "C23=・専門用語が難しい [E4]" },
              .shows = { "only a part of it is the same", "一部だけ同じ" } },
            { .edits = { "C23=None reported [E3] ;; D23=None reported [E3]",
                         "C23=特になし [E4] ;; D23=特になし [E4]" },
              .shows = { "None reported [E3], in two phases", "2つのフェーズで「特になし [E4]」" } },
            { .edits = { "C23=- The price is hard to explain [E3] ;; "
                         "D23=- The price is hard to explain [E4]",
                         "C23=・価格を上司に説明できない [E4] ;; D23=・価格を上司に説明できない [E3]" },
              .shows = { "the same pain, found anew in each phase",
                         "同じ課題だが、フェーズごとに別の根拠がある" } },
        },
    },
    .on_element = copied_across_phases,
};
