/* text.c - TX1xx: characters that nobody sees, or sees as one with their neighbour. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/buf.h"
#include "base/utf8.h"

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

static uint32_t front(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

/* The invisible characters of a text by their numbers, each once, one a line. */
static cj_str invisible_in(cj_arena *arena, cj_str text)
{
    cj_str names = CJ_STR(""), rest, name;
    uint32_t before = 0, cp;

    for (rest = text; rest.n; before = cp) {
        cp = cj_utf8_next(&rest);
        if (!invisible(before, cp, front(rest)))
            continue;
        name = cj_str_fmt(arena, "U+%04X", (unsigned)cp);
        if (!cj_str_has(names, name))
            names = cj_str_fmt(arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(names),
                               names.n ? "\n" : "", CJ_ARG(name));
    }
    return names;
}

/* A vertical tab or a form feed is a line break that other programs make: the words beside it stay
 * apart. Where no list of items is read, a line break would mean something else, a blank does not. What
 * the one before an invisible character was counts, not what was taken away. */
static cj_str seen(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text)
{
    uint32_t before = 0, cp;
    cj_buf out;

    (void)map;
    cj_buf_init(&out, arena);
    while (text.n) {
        cj_str here = text;

        cp = cj_utf8_next(&text);
        if (cp == '\v' || cp == '\f') {
            if (leaf->kind == CJ_LEAF_CELL)
                cj_buf_byte(&out, '\n');
            else if (!cj_utf8_space(before) && !cj_utf8_space(front(text)))
                cj_buf_byte(&out, ' ');
        } else if (!invisible(before, cp, front(text))) {
            cj_buf_add(&out, cj_str_cut(here, 0, here.n - text.n));
            before = cp;
        }
    }
    return cj_buf_str(&out);
}

static void invisible_character(cj_lint *l, const cj_leaf *leaf)
{
    cj_str names;

    if (!(cj_lint_glance(l, leaf) & CJ_GLANCE_INVISIBLE))
        return;
    names = invisible_in(cj_lint_arena(l), cj_lint_written(l, leaf));
    if (names.n)
        cj_say(cj_find_leaf(l, leaf, names), "value", names);
}

const cj_rule cj_rule_invisible_character = {
    .info = {
        .id = "TX103",
        .name = "invisible-character",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_SAFE,
        .source = "S2 見本の NPS®︎",
        .says = { "Invisible character ({cell} {value}); remove it.",
                  "見えない文字があります（{cell} {value}）。取り除いてください。" },
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
    .mends = seen,
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

static cj_str blanks_before(cj_str line)
{
    cj_str said = cj_utf8_trim(line);

    return said.n ? cj_str_cut(line, 0, (size_t)(said.p - line.p)) : line;
}

/* The blanks in front of the first line, where all lines that say something begin with them: the
 * whole is moved in, and the items of a list keep their levels when it is moved back. */
static cj_str moved_in(cj_str text)
{
    cj_str in = { NULL, 0 }, line;

    while (cj_str_split(&text, '\n', &line)) {
        if (!cj_utf8_trim(line).n)
            continue;
        if (!in.p)
            in = blanks_before(line);
        if (!cj_str_starts(line, in))
            return CJ_STR("");
    }
    return in;
}

static cj_str without_end_blanks(cj_str line)
{
    while (line.n && cj_utf8_last(line) != '\r' && cj_utf8_space(cj_utf8_last(line)))
        line.n -= cj_utf8_len(cj_utf8_last(line));
    return line;
}

static cj_str trimmed(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text)
{
    cj_str in = moved_in(text), line;
    cj_buf out;

    (void)map;
    (void)leaf;
    cj_buf_init(&out, arena);
    while (cj_str_split(&text, '\n', &line)) {
        if (cj_str_starts(line, in))
            line = cj_str_from(line, in.n);
        cj_buf_add(&out, without_end_blanks(line));
        cj_buf_byte(&out, '\n');
    }
    return cj_utf8_trim(cj_buf_str(&out));
}

static void surrounding_whitespace(cj_lint *l, const cj_leaf *leaf)
{
    cj_str text = cj_lint_written(l, leaf);

    if (text.n && surrounded(text))
        cj_find_leaf(l, leaf, cj_utf8_trim(text));
}

const cj_rule cj_rule_surrounding_whitespace = {
    .info = {
        .id = "TX104",
        .name = "surrounding-whitespace",
        .severity = { CJ_INFO, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_SAFE,
        .source = "統計表の機械判読の統一ルール 1-5 / MIC rules for machine-readable tables 1-5",
        .says = { "Leading or trailing spaces ({cell}); remove them.",
                  "前後に空白があります（{cell}）。取り除いてください。" },
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
            { .edits = { "C24=- Monthly office hour\n  - chat [E2]",
                         "C24=・活用ウェビナー\n　・定例MTG [E2]" } },
        },
    },
    .on_leaf = surrounding_whitespace,
    .mends = trimmed,
};

/* The letter that a mark and the one before it have together: か + ゛ -> が; empty: none, nothing can be
 * composed. */
static cj_str one_letter(cj_arena *arena, cj_str before, cj_str mark)
{
    uint32_t cp = front(mark);
    cj_str both;

    if (!before.n || !((cp >= 0x300 && cp <= 0x36f) || cp == 0x3099 || cp == 0x309a))
        return CJ_STR("");
    both =
        cj_utf8_nfkc(arena, cj_str_fmt(arena, CJ_FMT CJ_FMT, CJ_ARG(before), CJ_ARG(mark)));
    return cj_utf8_count(both) == 1 ? both : CJ_STR("");
}

static cj_str take(cj_str *rest)
{
    cj_str here = *rest;

    cj_utf8_next(rest);
    return cj_str_cut(here, 0, here.n - rest->n);
}

static bool decomposed_in(cj_arena *arena, cj_str text)
{
    cj_str before = CJ_STR(""), here;

    for (; text.n; before = here) {
        here = take(&text);
        if (one_letter(arena, before, here).n)
            return true;
    }
    return false;
}

/* A letter may carry several marks: ệ. */
static cj_str composed(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text)
{
    cj_str before = CJ_STR("");
    cj_buf out;

    (void)map;
    (void)leaf;
    cj_buf_init(&out, arena);
    while (text.n) {
        cj_str here = take(&text), one = one_letter(arena, before, here);

        if (!one.n)
            cj_buf_add(&out, before);
        before = one.n ? one : here;
    }
    cj_buf_add(&out, before);
    return cj_buf_str(&out);
}

static void decomposed_characters(cj_lint *l, const cj_leaf *leaf)
{
    if ((cj_lint_glance(l, leaf) & CJ_GLANCE_COMBINING) &&
        decomposed_in(cj_lint_arena(l), cj_lint_written(l, leaf)))
        cj_find_leaf(l, leaf, leaf->text);
}

const cj_rule cj_rule_decomposed_characters = {
    .info = {
        .id = "TX107",
        .name = "decomposed-characters",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_SAFE,
        .source = "日本語スタイルガイド（濁点の分離） / Japanese style guides",
        .says = { "Decomposed characters ({cell}): an accent is a character of its own; type the "
                  "text again.",
                  "濁点などが分かれた文字があります（{cell}）。入力し直してください。" },
        .why = { "File names and texts copied from a Mac or a PDF carry が as か and a mark. It looks "
                 "the same, but is not found by searching and counts as another word.",
                 "MacやPDFからコピーすると「が」が「か」と濁点の2文字に分かれることがあります。見た目は同じでも、"
                 "検索で見つからず、別の言葉として扱われます。" },
        .mend = { "Type the text of {cell} again. Copying it takes the parted characters along.",
                  "{cell} の文字を打ち直します。コピーして貼り直すと、分かれた文字のまま残ります。" },
        .bad = {
            { .edits = { "C24=Cafe\xcc\x81 meetup [E2]",
                         "C24=活用ウェヒ\xe3\x82\x99ナー、月1回の定例MTG [E2]" },
              .shows = { "Cafe\xcc\x81 meetup (the accent is a character of its own)",
                         "活用ウェヒ\xe3\x82\x99ナー（「ビ」が2文字に分かれている）" } },
            { .edits = { "B6=Mu\xcc\x88nchen area",
                         "B6=従業員300名以上のハ\xe3\x82\x9aートナー" },
              .shows = { "Mu\xcc\x88nchen (the dots are a character of their own)",
                         "ハ\xe3\x82\x9aートナー（「パ」が2文字に分かれている）" } },
        },
        .good = {
            { .edits = { "C24=Café meetup [E2]", "C24=活用ウェビナー、月1回の定例MTG [E2]" } },
            { .edits = { "C24=Q\xcc\x83 release [E2]", "C24=活用ウェビナー゛、定例MTG [E2]" } },
        },
    },
    .on_leaf = decomposed_characters,
    .mends = composed,
};
