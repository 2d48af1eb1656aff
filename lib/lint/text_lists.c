/* text_lists.c - TX1xx: the items of a cell and what stands between and in front of them. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/sentence.h"
#include <stdlib.h>

/* ---- bullets -------------------------------------------------------------------------------- */

/* ■ and ● begin headings over a list, and numbers count: only the small bullets are alike. */
static bool small_bullet(uint32_t cp)
{
    switch (cp) {
    case '*':
    case '-':
    case 0xb7: /* · */
    case 0x2010:
    case 0x2011:
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2022: /* • */
    case 0x2023: /* ‣ */
    case 0x2043: /* ⁃ */
    case 0x2212: /* − */
    case 0x25aa: /* ▪ */
    case 0x25e6: /* ◦ */
    case 0x30fb: /* ・ */
    case 0xff0d: /* － */
    case 0xff65: /* ･ */
        return true;
    default:
        return false;
    }
}

/* The bullet of a line, 0 for none: -5% and **bold** have none. */
static uint32_t bullet_of(cj_str line)
{
    uint32_t cp = line.n ? cj_utf8_next(&line) : 0, next;

    if (!cp || !small_bullet(cp) || !line.n)
        return 0;
    next = cj_utf8_next(&line);
    return next == cp || cj_utf8_script(next) == CJ_SCRIPT_DIGIT ? 0 : cp;
}

enum { MAX_KINDS = 8 };

/* Each kind of bullet once; 0 where they tell levels: one comes back after another (・ - - ・ -), or
 * the lines are indented. */
static unsigned bullets_in(cj_str text, uint32_t *kind)
{
    cj_str line;
    unsigned n = 0, i;

    while (cj_str_split(&text, '\n', &line)) {
        uint32_t cp = bullet_of(line);

        if (!cp || (n && kind[n - 1] == cp))
            continue;
        for (i = 0; i < n; i++)
            if (kind[i] == cp)
                return 0;
        if (n == MAX_KINDS)
            return n;
        kind[n++] = cp;
    }
    return n;
}

/* One kind of bullet in a cell: the lines that have it, and the blanks that stand behind the first. */
typedef struct votes {
    uint32_t cp;
    unsigned n;
    cj_str gap;
} votes;

static cj_str blanks_behind(cj_str line)
{
    cj_str rest = line;

    while (rest.n) {
        cj_str here = rest;

        if (!cj_utf8_space(cj_utf8_next(&rest)))
            return cj_str_cut(line, 0, line.n - here.n);
    }
    return line;
}

static void count_bullets(cj_str text, votes *v, unsigned n)
{
    cj_str line;
    unsigned i;

    while (cj_str_split(&text, '\n', &line)) {
        uint32_t cp = bullet_of(line);

        for (i = 0; cp && i < n; i++)
            if (v[i].cp == cp && !v[i].n++)
                v[i].gap = blanks_behind(cj_str_from(line, cj_utf8_len(cp)));
    }
}

/* The one that most lines have; of equals ・ in Japanese, else the first. A dash without a blank
 * would make the beginning of a formula of the text. */
static const votes *usual_bullet(const votes *v, unsigned n, cj_str text, bool japanese)
{
    uint32_t first = bullet_of(text);
    const votes *best = NULL;
    unsigned i;

    for (i = 0; i < n; i++) {
        bool dash = v[i].cp == '-' || v[i].cp == 0xff0d;

        if (dash && !v[i].gap.n && first && first != v[i].cp)
            continue;
        if (!best || v[i].n > best->n ||
            (v[i].n == best->n && japanese && v[i].cp == 0x30fb))
            best = &v[i];
    }
    return best;
}

/* A figure behind a bullet keeps its blank: without it, it would be a number (-5). */
static void put_line(cj_buf *out, cj_str line, const votes *usual)
{
    uint32_t cp = bullet_of(line);
    cj_str said = cj_str_from(line, cp ? cj_utf8_len(cp) : 0), gap = blanks_behind(said);

    if (!cp || cp == usual->cp) {
        cj_buf_add(out, line);
        return;
    }
    said = cj_str_from(said, gap.n);
    cj_utf8_put(out, usual->cp);
    cj_buf_add(out, said.n && cj_utf8_script(cj_utf8_next(&(cj_str){ said.p, said.n })) ==
                                  CJ_SCRIPT_DIGIT
                        ? gap
                        : usual->gap);
    cj_buf_add(out, said);
}

static cj_str one_bullet(cj_arena *arena, const cj_map *map, const cj_leaf *leaf,
                         cj_str text)
{
    uint32_t kind[MAX_KINDS];
    votes v[MAX_KINDS] = { 0 };
    unsigned n = bullets_in(text, kind), i;
    const votes *usual;
    cj_str rest = text, line;
    cj_buf out;

    (void)leaf;
    for (i = 0; i < n; i++)
        v[i].cp = kind[i];
    count_bullets(text, v, n);
    usual = usual_bullet(v, n, text, map->lang == CJ_JA || cj_has_japanese(text));
    if (!usual)
        return text;
    cj_buf_init(&out, arena);
    while (cj_str_split(&rest, '\n', &line)) {
        cj_buf_z(&out, line.p == text.p ? "" : "\n");
        put_line(&out, line, usual);
    }
    return cj_buf_str(&out);
}

static void mixed_bullets(cj_lint *l, const cj_leaf *leaf)
{
    uint32_t kind[MAX_KINDS];
    unsigned n, i;
    cj_buf b;

    if (!(cj_lint_glance(l, leaf) & CJ_GLANCE_LINES))
        return;
    n = bullets_in(cj_lint_written(l, leaf), kind);
    if (n < 2)
        return;
    cj_buf_init(&b, cj_lint_arena(l));
    for (i = 0; i < n; i++) {
        cj_buf_z(&b, i ? " " : "");
        cj_utf8_put(&b, kind[i]);
    }
    cj_say(cj_find_leaf(l, leaf, leaf->text), "value", cj_buf_str(&b));
}

const cj_rule cj_rule_mixed_bullets = {
    .info = {
        .id = "TX105",
        .name = "mixed-bullets",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_SAFE,
        .source = "日本語スタイルガイド（箇条書き） / Japanese style guides",
        .says = { "Mixed bullets ({cell}: {value}); use one of them.",
                  "箇条書きの記号が混ざっています（{cell}: {value}）。1つにそろえてください。" },
        .why = { "Two kinds of bullets look like two kinds of items, or like two people who never "
                 "agreed.",
                 "記号が違うと、種類の違う項目に見えてしまいます。複数人の書き込みを貼り合わせたときによく"
                 "起こります。" },
        .mend = { "Use the same bullet in front of every line of {cell}.",
                  "{cell} の各行の記号を、「・」などどれか1つにそろえます。" },
        .bad = {
            { .edits = { "C24=- Monthly office hour\n* Release notes [E2]",
                         "C24=・活用ウェビナー\n-月1回の定例MTG [E2]" } },
            { .edits = { "C21=• Invite the team [E2]\n• Share a report [E2]\n- Ask for help [E2]",
                         "C21=・項目を直す [E2]\n・共有する [E2]\n･連携する [E2]" } },
        },
        .good = {
            { .edits = { "C24=- Monthly office hour\n- Release notes [E2]",
                         "C24=■オンライン\n・活用ウェビナー\n■対面\n・定例MTG [E2]" } },
            { .edits = { "C24=- Office hour\n  * questions\n  * release notes [E2]",
                         "C24=・活用ウェビナー\n-初級\n-上級\n・定例MTG\n-月1回 [E2]" } },
        },
    },
    .on_leaf = mixed_bullets,
    .mends = one_bullet,
};

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
};
