/* elements.c - CJ4xx: the nine rows, and cells that say nothing yet. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

/* Thoughts and feelings may be one row or two. */
static bool has_row(const cj_map *map, cj_elem core)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (cj_element_serves(&map->elements[i], core))
            return true;
    return false;
}

static void required_row_missing(cj_lint *l)
{
    int elem;

    for (elem = CJ_CUSTOM + 1; elem < CJ_N_ELEMS; elem++)
        if (cj_elem_core((cj_elem)elem) && !has_row(cj_lint_map(l), (cj_elem)elem))
            cj_find_map(l, (cj_elem)elem);
}

const cj_rule cj_rule_required_row_missing = {
    .info = {
        .id = "CJ401",
        .name = "required-row-missing",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .fix = CJ_FIX_SCAFFOLD,
        .step = 3,
        .source = "S2 Step 3-5, 構成テンプレート",
        .says = { "Element row \"{element}\" is missing. Add it.",
                  "項目「{element}」の行がありません。追加してください。" },
        .why = { "Goal, actions, thoughts and feelings, pains, touchpoints, success, KPI, "
                 "countermeasures and owner belong together: without one of them the path from "
                 "what customers live through to what we do is broken.",
                 "ゴール・行動・思考と感情・課題・タッチポイント・成功の定義・KPI・打ち手・担当部署は"
                 "ひと続きです。1つ欠けると、顧客の体験から自社の行動までがつながりません。" },
        .mend = { "Insert a {row} in the table and write \"{element}\" in its first cell. If the "
                  "{row} is there under another name, rename it to that.",
                  "表に{row}を1つ挿入し、見出しのセルに「{element}」と書きます。同じ内容の{row}が"
                  "別の名前であるときは、見出しを「{element}」に書き換えます。" },
        .bad = {
            { .edits = { "A26=Colour", "A26=色" }, .at = { "-", "-" },
              .shows = { "no KPI row", "「KPI」の行がない" } },
            { .edits = { "A22=Colour", "A22=色" }, .at = { "-", "-" },
              .shows = { "neither thoughts nor feelings", "思考の行も感情の行もない" } },
        },
        .good = {
            { .edits = { "A26=Metrics", "A26=指標" },
              .shows = { "a row \"Metrics\"", "「指標」の行がある" } },
            { .edits = { "A22=Emotions", "A22=感情" },
              .shows = { "a row \"Emotions\"", "「感情」の行がある" } },
        },
    },
    .on_map = required_row_missing,
};

static void empty_cell(cj_lint *l, const cj_phase *p)
{
    static const cj_elem elems[] = { CJ_BEHAVIOR, CJ_MIND, CJ_THOUGHT,
                                     CJ_EMOTION,  CJ_PAIN, CJ_TOUCHPOINT };
    size_t i;

    for (i = 0; i < sizeof elems / sizeof *elems; i++) {
        const cj_cell *c = cj_lint_hole(l, elems[i], p);

        if (c)
            cj_find_cell(l, c, c->text);
    }
}

const cj_rule cj_rule_empty_cell = {
    .info = {
        .id = "CJ402",
        .name = "empty-cell",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 3,
        .source = "S2 Step 3",
        .says = { "\"{element}\" of \"{phase}\" is empty. If unsure, write it with an [assumption] "
                  "marker.",
                  "「{phase}」の「{element}」が空です。分からなければ【仮説】を付けて書いてください。" },
        .why = { "A hole in what customers do, feel, suffer from or meet hides the very place "
                 "where they may be lost.",
                 "行動・思考と感情・課題・タッチポイントのどれかが空だと、顧客がつまずく場所そのものが"
                 "見えなくなります。" },
        .mend = { "Fill {cell}. A guess is welcome if it is marked: [assumption] ...; if there is "
                  "nothing, say so with its source: None reported [E3].",
                  "{cell} に記入します。推測でも「【仮説】…」と付ければかまいません。本当に無いときは"
                  "「特になし [E3]」のように根拠を添えます。" },
        .bad = {
            { .edits = { "C24=", "C24=" }, .shows = { "Touchpoints: (empty)", "タッチポイント: （空）" } },
            { .edits = { "C23=", "C23=" }, .shows = { "Pain points: (empty)", "課題・ペイン: （空）" } },
        },
        .good = {
            { .edits = { "C23=None reported in the survey [E3]",
                         "C23=特に困っていることはない [E4]" } },
            { .edits = { "C23=TBD", "C23=未定" },
              .shows = { "TBD (that is CJ403)", "未定（これは CJ403）" } },
        },
        .yields_to = { "CJ403", "CJ106" },
    },
    .on_phase = empty_cell,
};

/* Where it is an answer that there is nothing: no risk, no opportunity, no remark. */
static bool may_have_none(cj_elem elem)
{
    switch (elem) {
    case CJ_VOICE:
    case CJ_OPPORTUNITY:
    case CJ_RISK:
    case CJ_CONTENT:
    case CJ_BACKSTAGE:
    case CJ_MILESTONE:
    case CJ_HEALTH:
    case CJ_TOUCH_MODEL:
    case CJ_STATUS:
    case CJ_EFFECT:
    case CJ_SENTIMENT:
    case CJ_EVIDENCE:
    case CJ_NOTE:
        return true;
    default:
        return false;
    }
}

static bool says_none(cj_str said)
{
    static const cj_str none[] = { CJ_LIT("なし"),   CJ_LIT("無し"), CJ_LIT("none"),
                                   CJ_LIT("n/a"),    CJ_LIT("na"),   CJ_LIT("-"),
                                   CJ_LIT("—"),      CJ_LIT("–"),    CJ_LIT("ー"),
                                   CJ_LIT("pending") };
    size_t i;

    for (i = 0; i < sizeof none / sizeof *none; i++)
        if (cj_str_eq(said, none[i]))
            return true;
    return !said.n; /* a dash is taken for a bullet */
}

static void placeholder_text(cj_lint *l, const cj_cell *c)
{
    if (c->placeholder && !(may_have_none(c->elem) && says_none(cj_lint_said(l, c))))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_placeholder_text = {
    .info = {
        .id = "CJ403",
        .name = "placeholder-text",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .fix = CJ_FIX_UNSAFE,
        .step = 3,
        .source = "S2 Step 3",
        .says = { "\"{value}\" is a placeholder. Replace it or remove the row.",
                  "「{value}」は仮の記入です。決まったら書き換え、不要なら行ごと消してください。" },
        .why = { "A filler looks like content from afar: the map seems complete, and nobody notices "
                 "what is still to be found out.",
                 "仮の文字が入っていると、埋まっているように見えて、まだ調べていないことに誰も"
                 "気づけません。" },
        .mend = { "Write in {cell} what is known today, or an [assumption]; until then leave it "
                  "empty.",
                  "{cell} に、今分かっていることか【仮説】を書きます。まだ何も無ければ空のままにします。" },
        .bad = {
            { .edits = { "C24=TBD", "C24=未定" } },
            { .edits = { "C24=???", "C24=○○" } },
            { .edits = { "C27=n/a", "C27=後で記入" } },
        },
        .good = {
            { .edits = { "C24=Cadence not yet decided by the customer, first contact by e-mail [E2]",
                         "C24=導入日が未定の顧客には月1回のメール [E2]" } },
            { .edits = { "A29=Risks ;; B29=None", "A29=解約リスク ;; B29=なし" },
              .shows = { "no risk is an answer", "リスクが「なし」なのは答えになっている" } },
        },
        .yields_to = { "CJ106", "WB116" },
    },
    .on_cell = placeholder_text,
};

/* ---- pasted text ------------------------------------------------------------------------------- */

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
