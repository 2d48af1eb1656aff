/* text_bullets.c - TX105: what stands in front of the items of a cell. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/sentence.h"

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

static bool begins_with_digit(cj_str s)
{
    return s.n && cj_utf8_script(cj_utf8_next(&s)) == CJ_SCRIPT_DIGIT;
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
    cj_buf_add(out, begins_with_digit(said) ? gap : usual->gap);
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
