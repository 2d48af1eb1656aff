/* text_lists.c - TX1xx: the items of a cell and what stands between them. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>

/* ---- punctuation ---------------------------------------------------------------------------- */

static bool emphatic(uint32_t cp)
{
    return cp == 0xff01 || cp == 0xff1f;
}

static bool mark(uint32_t cp)
{
    return cp == ',' || cp == 0x3001 || cp == 0x3002 || cp == 0xff0c || emphatic(cp);
}

/* How often the character at the front stands there in a row; they are taken off. */
static unsigned take_run(cj_str *rest)
{
    uint32_t cp = cj_utf8_next(rest);
    unsigned n = 1;

    for (; rest->n; n++) {
        cj_str ahead = *rest;

        if (cj_utf8_next(&ahead) != cp)
            break;
        *rest = ahead;
    }
    return n;
}

/* Exactly two: うーん。。。 is a way to fall silent. ！！ is how people shout; where they are quoted
 * or tell their feelings, it belongs there. `out` is the text with one of the two; it may be NULL. */
static bool doubled_in(cj_str text, bool feelings, cj_buf *out)
{
    uint32_t closing = 0;
    bool found = false;

    while (text.n) {
        cj_str run = text, one = text;
        uint32_t cp = cj_utf8_next(&one);
        unsigned n = take_run(&text);

        run.n -= text.n;
        if (cp == 0x300c || cp == 0x300e) /* 「 『 */
            closing = cp + 1;
        else if (cp == closing)
            closing = 0;
        if (n == 2 && mark(cp) && !(emphatic(cp) && (feelings || closing))) {
            found = true;
            run.n = cj_utf8_len(cp);
        }
        if (out)
            cj_buf_add(out, run);
    }
    return found;
}

static bool of_feelings(const cj_map *map, const cj_leaf *leaf)
{
    cj_elem elem = leaf->element < 0 ? CJ_CUSTOM : map->elements[leaf->element].elem;

    return elem == CJ_MIND || elem == CJ_THOUGHT || elem == CJ_EMOTION || elem == CJ_VOICE;
}

static cj_str single(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text)
{
    cj_buf out;

    cj_buf_init(&out, arena);
    doubled_in(text, of_feelings(map, leaf), &out);
    return cj_buf_str(&out);
}

static void doubled_punctuation(cj_lint *l, const cj_leaf *leaf)
{
    if ((cj_lint_glance(l, leaf) & CJ_GLANCE_TWICE) &&
        doubled_in(cj_lint_written(l, leaf), of_feelings(cj_lint_map(l), leaf), NULL))
        cj_find_leaf(l, leaf, leaf->text);
}

const cj_rule cj_rule_doubled_punctuation = {
    .info = {
        .id = "TX111",
        .name = "doubled-punctuation",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_SAFE,
        .source = "日本語スタイルガイド（句読点） / Japanese style guides",
        .says = { "Doubled punctuation ({cell}); delete one of the two.",
                  "句読点が重なっています（{cell}）。1つにしてください。" },
        .why = { "Between two commas a word may have been lost when the text was edited.",
                 "編集の途中で言葉が抜け落ちた跡かもしれません。読む人も、書き間違いかどうか迷います。" },
        .mend = { "Delete one of the two in {cell}, or write what is missing between them.",
                  "{cell} の重なった句読点を1つにします。間に書くはずの言葉があれば、書き足します。" },
        .bad = {
            { .edits = { "C24=Office hour,, release notes [E2]",
                         "C24=活用ウェビナー、、月1回の定例MTG [E2]" } },
            { .edits = { "C19=3 of 5 workflows are used。。",
                         "C19=応用機能を1つ以上試している。。" } },
        },
        .good = {
            { .edits = { "C24=Office hour, release notes [E2]",
                         "C24=活用ウェビナー、月1回の定例MTG [E2]" } },
            { .edits = { "C22=Relieved…… at last！！ [E3]",
                         "C22=発見：こんな集計もできる！！\n疑問：うーん。。。 [E4]" } },
        },
    },
    .on_leaf = doubled_punctuation,
    .mends = single,
};

/* ---- items ---------------------------------------------------------------------------------- */

/* Rows whose items stand for something else, one by one (the owner of each countermeasure), or
 * where saying it twice is no slip. */
static bool may_repeat(cj_elem elem)
{
    return cj_elem_kind_of(elem) != CJ_ELEM_LIST || elem == CJ_OWNER ||
           elem == CJ_EVIDENCE || elem == CJ_VOICE;
}

enum { MANY = 64 }; /* items, which are sorted rather than compared one by one */

/* An item with all it says but its markers. */
typedef struct keyed {
    cj_str key;
    const cj_item *item;
} keyed;

static int place_then_key(const void *x, const void *y)
{
    const keyed *a = x, *b = y;

    if (a->item->at.row != b->item->at.row)
        return a->item->at.row < b->item->at.row ? -1 : 1;
    if (a->item->at.col != b->item->at.col)
        return a->item->at.col < b->item->at.col ? -1 : 1;
    return cj_str_cmp(a->key, b->key);
}

/* The first item that another one of the same book cell repeats; what two merged columns say alike
 * is nobody's slip. */
static const cj_item *repeated(cj_arena *arena, const cj_cell *c)
{
    keyed *in = CJ_NEW_N(arena, keyed, c->n_items);
    const cj_item *first = NULL;
    size_t i;

    for (i = 0; i < c->n_items; i++)
        in[i] = (keyed){ cj_item_key(arena, c->items[i].text), &c->items[i] };
    qsort(in, c->n_items, sizeof *in, place_then_key);
    for (i = 1; i < c->n_items; i++)
        if (in[i].key.n && !place_then_key(&in[i - 1], &in[i]) &&
            (!first || in[i].item < first))
            first = in[i].item;
    return first;
}

/* The same for items that may be alike, however they are spaced, bulleted and cased: the sum of
 * their letters. Other forms of letters count as any. */
static unsigned long letters(cj_str s)
{
    unsigned long sum = 0;

    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);

        if (cp >= 0x3041 && cp < 0xa000)
            sum += cp;
        else if (cp >= 0xff00)
            return 0;
        else if (cp < 0x80 && (cp | 32) >= 'a' && (cp | 32) <= 'z')
            sum += cp | 32;
    }
    return sum;
}

static bool may_be_alike(const cj_cell *c)
{
    unsigned long sum[MANY];
    size_t i, k;

    if (c->n_items > MANY)
        return true;
    for (i = 0; i < c->n_items; i++) {
        sum[i] = letters(c->items[i].bare);
        for (k = 0; k < i; k++)
            if (sum[i] == sum[k] || !sum[i] || !sum[k])
                return true;
    }
    return false;
}

static void duplicate_item(cj_lint *l, const cj_cell *c)
{
    const cj_item *item;

    if (c->n_items < 2 || may_repeat(c->elem) || !may_be_alike(c))
        return;
    item = repeated(cj_lint_arena(l), c);
    if (item)
        cj_find_item(l, c, item);
}

/* The second of two lines that are alike, with their sources, goes; which of two sources holds is for a
 * person to say. */
static cj_str said_once(cj_lint *l, const cj_finding *f, cj_str text)
{
    cj_arena *arena = cj_lint_arena(l);
    cj_str rest = text, line, above, one;

    (void)f;
    while (cj_str_split(&rest, '\n', &line)) {
        cj_str key = cj_utf8_fold(arena, cj_utf8_trim(line));

        for (above = cj_str_cut(text, 0, (size_t)(line.p - text.p)); key.n && above.n;) {
            cj_str_split(&above, '\n', &one);
            if (cj_str_eq(key, cj_utf8_fold(arena, cj_utf8_trim(one))))
                return cj_str_fmt(
                    arena, CJ_FMT "%s" CJ_FMT,
                    CJ_ARG(cj_str_cut(text, 0, (size_t)(line.p - text.p) - 1)),
                    rest.n ? "\n" : "", CJ_ARG(rest));
        }
    }
    return cj_str_of(NULL);
}

const cj_rule cj_rule_duplicate_item = {
    .info = {
        .id = "TX112",
        .name = "duplicate-item",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .source = "統合のときに起こりやすい重複 / what merges leave behind",
        .says = { "Item repeated ({cell}: {value}).", "同じ項目が2回あります（{cell}: {value}）。" },
        .why = { "It often stays behind when the copies of several departments were put together; "
                 "whoever counts the items counts it twice.",
                 "複数の部署の書き込みを合わせたときに残りがちです。課題や打ち手の数を数えるときに、二重に"
                 "数えてしまいます。" },
        .mend = { "Delete one of the two in {cell}. If they name different sources, keep both "
                  "sources behind the one that stays.",
                  "{cell} の重複した項目を1つ消します。根拠の番号が違う場合は、残す項目に両方の番号を付けます。" },
        .bad = {
            { .edits = { "C23=- Rules are unclear [E3]\n- Too slow [E3]\n- Rules are unclear [E1]",
                         "C23=・どの機能から使えばよいかわからない [E4]\n・遅い [E4]\n・遅い [E2]" } },
            { .edits = { "C24=Office hour, chat, Office  Hour [E2]",
                         "C24=活用ウェビナー、定例MTG、活用ウェビナー [E2]" } },
        },
        .good = {
            { .edits = { "C27=- [Customer Success] Day 30: follow-up call\n- [Customer Success] Day "
                         "60: follow-up call",
                         "C27=・【CS】30日目：フォローコールを行う\n・【CS】60日目：フォローコールを行う" } },
            { .edits = { "C28=Customer Success, Marketing, Customer Success",
                         "C28=CS、マーケティング、CS" } },
        },
    },
    .on_cell = duplicate_item,
    .amends = said_once,
};
