/* text_width.c - TX1xx: characters in a width or form of their own. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { LONG_MARK = 0xff70, VOICED = 0xff9e, SEMI_VOICED = 0xff9f }; /* ｰ ﾞ ﾟ */

/* Small voiced marks alone are faces: (ﾟдﾟ). */
static bool half_kana(uint32_t cp)
{
    return (cp >= 0xff61 && cp <= 0xff64) ||
           (cp >= 0xff66 && cp < VOICED && cp != LONG_MARK);
}

static bool half_kana_in(cj_str text)
{
    while (text.n)
        if (half_kana(cj_utf8_next(&text)))
            return true;
    return false;
}

static uint32_t front(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

/* The kana at the front in full width, with the marks that belong to it: ﾊﾟ -> パ, ｱﾞ -> ア゛, ﾚｰ -> レー. */
static void put_wide(cj_arena *arena, cj_buf *out, cj_str *rest)
{
    cj_str here = *rest, both;
    uint32_t cp = cj_utf8_next(rest), mark = front(*rest);

    if (mark == VOICED || mark == SEMI_VOICED) {
        cj_utf8_next(rest);
        here.n -= rest->n;
        both = cj_utf8_nfkc(arena, here);
        if (cj_utf8_count(both) == 1) {
            cj_buf_add(out, both);
        } else {
            cj_buf_add(out, cj_utf8_nfkc(arena, cj_str_cut(here, 0, cj_utf8_len(cp))));
            cj_buf_z(out, mark == VOICED ? "゛" : "゜");
        }
    } else {
        here.n -= rest->n;
        cj_buf_add(out, cj_utf8_nfkc(arena, here));
    }
    for (; cp > 0xff64 && front(*rest) == LONG_MARK; cj_utf8_next(rest))
        cj_buf_z(out, "ー");
}

static cj_str widened(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text)
{
    cj_buf out;

    (void)map;
    (void)leaf;
    cj_buf_init(&out, arena);
    while (text.n) {
        cj_str here = text;

        if (half_kana(front(text))) {
            put_wide(arena, &out, &text);
        } else {
            cj_utf8_next(&text);
            cj_buf_add(&out, cj_str_cut(here, 0, here.n - text.n));
        }
    }
    return cj_buf_str(&out);
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
    .mends = widened,
};

static bool wide_alphanumeric(uint32_t cp)
{
    return (cp >= 0xff10 && cp <= 0xff19) || (cp >= 0xff21 && cp <= 0xff3a) ||
           (cp >= 0xff41 && cp <= 0xff5a);
}

static cj_str narrowed(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text)
{
    cj_buf out;

    (void)map;
    (void)leaf;
    cj_buf_init(&out, arena);
    while (text.n) {
        cj_str here = text;
        uint32_t cp = cj_utf8_next(&text);

        if (wide_alphanumeric(cp))
            cj_buf_byte(&out, (char)(cp - 0xfee0));
        else
            cj_buf_add(&out, cj_str_cut(here, 0, here.n - text.n));
    }
    return cj_buf_str(&out);
}

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
    .mends = narrowed,
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

static cj_str in_plain_letters(cj_lint *l, const cj_finding *f, cj_str text)
{
    cj_str rest = text;
    cj_buf b;

    (void)f;
    cj_buf_init(&b, cj_lint_arena(l));
    while (rest.n) {
        cj_str here = rest;
        bool odd = platform(cj_utf8_next(&rest));

        here.n -= rest.n;
        cj_buf_add(&b, odd ? cj_utf8_nfkc(cj_lint_arena(l), here) : here);
    }
    return cj_buf_str(&b);
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
    .amends = in_plain_letters,
};
