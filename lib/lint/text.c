/* text.c - TX1xx: characters in a width or form of their own, and those nobody sees. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Small voiced marks alone are faces: (ﾟдﾟ). */
static bool half_kana_in(cj_str text)
{
    while (text.n) {
        uint32_t cp = cj_utf8_next(&text);

        if ((cp >= 0xff61 && cp <= 0xff64) ||
            (cp >= 0xff66 && cp <= 0xff9d && cp != 0xff70))
            return true;
    }
    return false;
}

static void halfwidth_katakana(cj_lint *l, const cj_leaf *leaf)
{
    if ((cj_lint_glance(l, leaf) & CJ_GLANCE_HALF_KANA) &&
        half_kana_in(cj_lint_written(l, leaf)))
        cj_find_leaf(l, leaf, leaf->text);
}

const cj_rule cj_rule_halfwidth_katakana = {
    .info = {
        .id = "TX101",
        .name = "halfwidth-katakana",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_SAFE,
        .source = "統計表の機械判読の統一ルール、日本語スタイルガイド / MIC rules for machine-readable tables",
        .says = { "Half-width katakana ({cell}); write it in full width.",
                  "半角カナがあります（{cell}）。全角に直してください。" },
        .why = { "ﾚﾎﾟｰﾄ and レポート are two different words for searching, filtering and merging, and "
                 "half-width katakana turns into garbage in many older programs.",
                 "「ﾚﾎﾟｰﾄ」と「レポート」は、検索・フィルター・統合では別の言葉になります。古いシステムでは"
                 "文字化けの原因にもなります。" },
        .mend = { "Type the word in {cell} again in full width.",
                  "{cell} の半角カナを全角で入力し直します。ExcelのJIS関数でも直せますが、英数字も全角になるので"
                  "注意してください。" },
        .bad = {
            { .edits = { "C24=ﾚﾎﾟｰﾄ review call [E2]", "C24=活用ｳｪﾋﾞﾅｰ、月1回の定例MTG [E2]" } },
            { .edits = { "B12=Priya (ｶｽﾀﾏｰｻｸｾｽ)", "B4=ﾚﾎﾟｰﾄナビ" } },
        },
        .good = {
            { .edits = { "C24=レポート review call [E2]", "C24=活用ウェビナー･月1回の定例MTG [E2]" } },
            { .edits = { "C22=Happy (ï¾Ð´ï¾) [E3]",
                         "C22=驚き (ï¾Ð´ï¾) [E4]" } },
        },
    },
    .on_leaf = halfwidth_katakana,
};

static void fullwidth_alphanumeric(cj_lint *l, const cj_leaf *leaf)
{
    if (cj_lint_glance(l, leaf) & CJ_GLANCE_WIDE)
        cj_find_leaf(l, leaf, leaf->text);
}

const cj_rule cj_rule_fullwidth_alphanumeric = {
    .info = {
        .id = "TX102",
        .name = "fullwidth-alphanumeric",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_SAFE,
        .source = "日本語スタイルガイド（英数字は半角） / Japanese style guides",
        .says = { "Full-width letters or digits ({cell}); write them in half width.",
                  "全角の英数字があります（{cell}）。半角に直してください。" },
        .why = { "Full-width digits are text to a spreadsheet: they cannot be added up or compared, "
                 "and ＣＳ is not found by who searches for CS.",
                 "全角の数字は、Excelでは文字として扱われ、集計や比較ができません。「ＣＳ」は「CS」で検索しても"
                 "見つかりません。" },
        .mend = { "Type the letters and digits of {cell} again in half width.",
                  "{cell} の英数字を半角で入力し直します。ExcelのASC関数でも直せますが、カタカナも半角になるので"
                  "注意してください。" },
        .bad = {
            { .edits = { "C24=Office hour with ＣＳ [E2]", "C24=活用ウェビナー、月１回の定例MTG [E2]" } },
            { .edits = { "B8=１.0", "B13=中村（ＣＳ）、井上（サポート）" } },
        },
        .good = {
            { .edits = { "C24=Office hour with CS [E2]", "C24=活用ウェビナー、月1回の定例MTG [E2]" } },
            { .edits = { "C24=Office hour （monthly） [E2]", "C24=活用ウェビナー（月1回）、定例MTG [E2]" } },
        },
    },
    .on_leaf = fullwidth_alphanumeric,
};

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
};

/* A mark that has a letter of its own together with the one before it: か + ゛ -> が. Where there is
 * none, nothing can be composed. */
static bool decomposed_in(cj_arena *arena, cj_str text)
{
    uint32_t before = 0, cp;
    cj_str rest = text;
    char pair[8];
    cj_buf b;

    for (; rest.n; before = cp) {
        cp = cj_utf8_next(&rest);
        if (!before || !((cp >= 0x300 && cp <= 0x36f) || cp == 0x3099 || cp == 0x309a))
            continue;
        b = (cj_buf){ arena, pair, 0, sizeof pair };
        cj_utf8_put(&b, before);
        cj_utf8_put(&b, cp);
        if (cj_utf8_count(cj_utf8_nfkc(arena, cj_buf_str(&b))) == 1)
            return true;
    }
    return false;
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
};

/* Squared words and units, Roman numerals, № and ℡. Circled numbers are bullets, ㊗ and ㊙ emoji. */
static bool platform(uint32_t cp)
{
    if (cp < 0x3220)
        return cp == 0x2116 || cp == 0x2121 || (cp >= 0x2160 && cp <= 0x217f);
    if (cp == 0x3297 || cp == 0x3299)
        return false;
    return cp <= 0x3247 || (cp >= 0x3280 && cp <= 0x32b0) ||
           (cp >= 0x32c0 && cp <= 0x32cf) || (cp >= 0x32ff && cp <= 0x33ff);
}

static void add_once(cj_buf *list, cj_str one)
{
    if (cj_str_has(cj_buf_str(list), one))
        return;
    cj_buf_z(list, list->n ? "\n" : "");
    cj_buf_add(list, one);
}

static void platform_dependent_character(cj_lint *l, const cj_leaf *leaf)
{
    cj_str rest = cj_lint_written(l, leaf);
    cj_buf are, instead;
    cj_finding *f;

    if (!(cj_lint_glance(l, leaf) & CJ_GLANCE_PLATFORM))
        return;
    cj_buf_init(&are, cj_lint_arena(l));
    cj_buf_init(&instead, cj_lint_arena(l));
    while (rest.n) {
        cj_str here = rest;

        if (!platform(cj_utf8_next(&rest)))
            continue;
        here.n -= rest.n;
        add_once(&are, here);
        add_once(&instead, cj_utf8_nfkc(cj_lint_arena(l), here));
    }
    if (!are.n)
        return;
    f = cj_find_leaf(l, leaf, leaf->text);
    cj_say(f, "value", cj_buf_str(&are));
    cj_say(f, "hint", cj_buf_str(&instead));
}

const cj_rule cj_rule_platform_dependent_character = {
    .info = {
        .id = "TX109",
        .name = "platform-dependent-character",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .fix = CJ_FIX_UNSAFE,
        .source = "統計表の機械判読の統一ルール 1-10 / MIC rules for machine-readable tables 1-10",
        .says = { "Platform-dependent character \"{value}\"; write it as \"{hint}\".",
                  "機種依存文字「{value}」があります。「{hint}」のように書き換えてください。" },
        .why = { "Signs like ㈱ or Ⅱ turn into other characters on some machines, and nobody who "
                 "types the plain letters finds them.",
                 "「㈱」「Ⅱ」のような文字は、環境によって文字化けします。また、普通の文字で検索しても"
                 "見つかりません。" },
        .mend = { "Replace it in {cell} by plain letters: (株) or 株式会社 for ㈱, II for Ⅱ, No. for №.",
                  "{cell} の文字を普通の文字に置き換えます（㈱ → 株式会社、Ⅱ → II、№ → No.、㌔ → キロ）。" },
        .bad = {
            { .edits = { "C24=Monthly office hour with ㈱Reports [E2]",
                         "C24=活用ウェビナー、㈱レポートの窓口 [E2]" } },
            { .edits = { "C17=Adoption Ⅱ", "C17=活用促進期Ⅱ" } },
        },
        .good = {
            { .edits = { "C24=① Monthly office hour\n② Release notes [E2]",
                         "C24=①活用ウェビナー\n②月1回の定例MTG [E2]" } },
            { .edits = { "C24=Party \xe3\x8a\x97\xef\xb8\x8f [E2]",
                         "C24=更新のお祝い\xe3\x8a\x97\xef\xb8\x8f、定例MTG [E2]" } },
        },
    },
    .on_leaf = platform_dependent_character,
};
