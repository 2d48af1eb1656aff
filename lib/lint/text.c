/* text.c - TX1xx: characters that people cannot see and do not mean. */
#include "lint/rule.h"
#include "base/utf8.h"

static cj_finding *find_leaf(cj_lint *l, const cj_leaf *leaf, cj_str value)
{
    cj_finding *f = cj_find_at(l, leaf->at, value);

    f->element = leaf->element;
    f->phase = leaf->phase;
    if (leaf->element >= 0)
        f->elem = cj_lint_map(l)->elements[leaf->element].elem;
    return f;
}

/* Skin tones and variation selectors do not end an emoji. */
static bool in_emoji(uint32_t cp)
{
    return cj_utf8_pictograph(cp) || cp == 0xfe0f || (cp >= 0x1f3fb && cp <= 0x1f3ff);
}

/* Arabic, Hebrew and Indic writing uses joiners and direction marks between its letters. */
static bool needs_joiners(uint32_t cp)
{
    return cp >= 0x590 && cp <= 0xdff;
}

static bool invisible(uint32_t before, uint32_t cp, uint32_t after)
{
    if (cp < 0x20 || cp == 0x7f)
        return cp != '\t' && cp != '\n' && cp != '\r';
    if (!cj_utf8_invisible(cp))
        return false;
    if (cp == 0xfe0f) /* ❤️, 1️⃣ */
        return !(in_emoji(before) || after == 0x20e3);
    if (cp == 0x200d && in_emoji(before) && cj_utf8_pictograph(after))
        return false; /* 👩‍💻 */
    if (cp >= 0x200c && cp <= 0x200f && (needs_joiners(before) || needs_joiners(after)))
        return false;
    return true;
}

/* May one of them begin with these bytes? All others are passed over undecoded. */
static bool suspicious(unsigned char first, unsigned char second)
{
    return first < 0x20 || first == 0x7f || (first == 0xc2 && second == 0xad) ||
           (first == 0xe2 && (second == 0x80 || second == 0x81)) ||
           (first == 0xef && (second == 0xb8 || second == 0xbb));
}

static uint32_t front(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

/* The invisible characters of a text by their numbers, each once, one a line. */
static cj_str invisible_in(cj_arena *arena, cj_str text)
{
    cj_str names = CJ_STR("");
    size_t i;

    for (i = 0; i < text.n; i++) {
        unsigned char first = (unsigned char)text.p[i];
        cj_str rest, name;
        uint32_t cp;

        if (first >= 0x20 && first != 0x7f && first != 0xc2 && first != 0xe2 &&
            first != 0xef)
            continue;
        if (!suspicious(first, i + 1 < text.n ? (unsigned char)text.p[i + 1] : 0))
            continue;
        rest = cj_str_from(text, i);
        cp = cj_utf8_next(&rest);
        if (!invisible(cj_utf8_last(cj_str_cut(text, 0, i)), cp, front(rest)))
            continue;
        name = cj_str_fmt(arena, "U+%04X", (unsigned)cp);
        if (!cj_str_has(names, name))
            names = cj_str_fmt(arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(names),
                               names.n ? "\n" : "", CJ_ARG(name));
    }
    return names;
}

static void invisible_character(cj_lint *l, const cj_leaf *leaf)
{
    cj_str names = invisible_in(cj_lint_arena(l), cj_lint_written(l, leaf));

    if (names.n)
        cj_say(find_leaf(l, leaf, names), "value", names);
}

const cj_rule cj_rule_invisible_character = {
    .info = {
        .id = "TX103",
        .name = "invisible-character",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_SAFE,
        .source = "S2 見本の NPS®︎",
        .says = { "Invisible character ({cell} {value}); removed.",
                  "見えない文字があります（{cell} {value}）。取り除きます。" },
        .why = { "They come along when text is copied from web pages or chat. Two texts that look "
                 "the same are then different for searching, filtering and merging.",
                 "Webページやチャットから貼り付けると紛れ込みます。同じに見える文字が、検索・フィルター・統合では"
                 "別の文字として扱われます。" },
        .mend = { "Type the text of {cell} again. Copying it takes the invisible character along.",
                  "{cell} の文字を打ち直します。コピーして貼り直すと、見えない文字も一緒に付いてきます。" },
        .bad = {
            { .edits = { "C26=NPS\xc2\xae\xef\xb8\x8e, target 40",
                         "C26=NPS\xc2\xae\xef\xb8\x8e 目標40" } },
            { .edits = { "C24=Monthly\xe2\x80\x8b office hour [E2]",
                         "C24=活用\xe2\x80\x8bウェビナー [E2]" } },
            { .edits = { "A24=\xef\xbb\xbfTouchpoints",
                         "A24=\xef\xbb\xbfタッチポイント" } },
        },
        .good = {
            { .edits = { "C26=NPS\xc2\xae, target 40", "C26=NPS\xc2\xae 目標40" } },
            { .edits = { "C22=\xe2\x9d\xa4\xef\xb8\x8f Relieved [E3]",
                         "C22=\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb\xe2\x9d\xa4\xef\xb8\x8f" "面白い [E4]" } },
        },
    },
    .on_leaf = invisible_character,
};

/* Spaces before a line break, or at either end. An empty line is none. */
static bool surrounded(cj_str text)
{
    cj_str rest = text, line;
    uint32_t last;

    if (cj_utf8_trim(text).n != text.n)
        return true;
    while (cj_str_split(&rest, '\n', &line)) {
        last = cj_utf8_last(line);
        if (last && last != '\r' && cj_utf8_space(last))
            return true;
    }
    return false;
}

static void surrounding_whitespace(cj_lint *l, const cj_leaf *leaf)
{
    cj_str text = cj_lint_written(l, leaf);

    if (text.n && surrounded(text))
        find_leaf(l, leaf, cj_utf8_trim(text));
}

const cj_rule cj_rule_surrounding_whitespace = {
    .info = {
        .id = "TX104",
        .name = "surrounding-whitespace",
        .severity = { CJ_INFO, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_SAFE,
        .source = "統計表の機械判読の統一ルール 1-5",
        .says = { "Leading or trailing spaces ({cell}); removed.",
                  "前後に空白があります（{cell}）。取り除きます。" },
        .why = { "Spaces nobody sees make equal names unequal when sheets are filtered, counted or "
                 "merged.",
                 "目に見えない空白があると、フィルターや集計、統合のときに同じ名前が別のものとして扱われます。" },
        .mend = { "Delete the spaces at the beginning and the end of the text in {cell}; to move text "
                  "in, use Excel's indent instead.",
                  "{cell} の文字の前後にある空白を消します。字下げには、Excelの「インデント」を使います。" },
        .bad = {
            { .edits = { "C24=  Monthly office hour [E2]",
                         "C24=　活用ウェビナー、月1回の定例MTG [E2]" } },
            { .edits = { "C24=Monthly office hour \nchat [E2]",
                         "C24=活用ウェビナー　\n定例MTG [E2]" } },
            { .edits = { "C17=Adoption\xc2\xa0", "C17=活用促進期 " } },
        },
        .good = {
            { .edits = { "C24=Monthly office hour\nchat [E2]",
                         "C24=活用 ウェビナー\n定例MTG [E2]" } },
        },
    },
    .on_leaf = surrounding_whitespace,
};
