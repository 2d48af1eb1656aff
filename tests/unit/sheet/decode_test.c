/* decode_test.c - which encoding is decided on, and when it is left to the user. */
#include "sheet/decode.h"
#include <criterion/criterion.h>
#include <string.h>

#define CJ_KANA "\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd" /* こんにちは in CP932 */

typedef struct sample {
    const char *name;
    cj_str bytes;
    const char *encoding; /* NULL: undecidable */
    const char *text;     /* NULL: not compared */
} sample;

static void decide(const sample *s, const char *forced)
{
    cj_str none = { NULL, 0 }, force = forced ? cj_str_of(forced) : none;
    cj_arena *a = cj_arena_new(0);
    cj_decoded d;
    cj_err err;
    cj_rc rc = cj_decode(a, s->bytes, force, &d, &err);

    if (!s->encoding) {
        cr_expect_eq(rc, CJ_EENCODING, "%s: read as %.*s", s->name, (int)d.encoding.n,
                     d.encoding.p);
        cr_expect(rc == CJ_OK ||
                      cj_str_has(cj_err_line(a, &err, CJ_EN), CJ_STR("--encoding")),
                  "%s", s->name);
    } else {
        cr_assert_eq(rc, CJ_OK, "%s: %s", s->name,
                     cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
        cr_expect_str_eq(cj_str_z(a, d.encoding), s->encoding, "%s", s->name);
        if (s->text)
            cr_expect_str_eq(cj_str_z(a, d.text), s->text, "%s: %s", s->name,
                             cj_str_z(a, d.text));
    }
    cj_arena_free(a);
}

Test(decode, marks_and_unicode)
{
    static const sample cases[] = {
        { "ASCII", CJ_LIT("a,b\n"), "UTF-8", "a,b\n" },
        { "UTF-8", CJ_LIT("導入期,活用期"), "UTF-8", "導入期,活用期" },
        { "UTF-8 mark",
          CJ_LIT("\xef\xbb\xbf"
                 "導"),
          "UTF-8", "導" },
        { "UTF-16LE mark", CJ_LIT("\xff\xfe\x0e\x5c,\0"), "UTF-16LE", "導," },
        { "UTF-16BE mark", CJ_LIT("\xfe\xff\x5c\x0e\0,"), "UTF-16BE", "導," },
        { "UTF-32LE mark", CJ_LIT("\xff\xfe\0\0\x0e\x5c\0\0"), "UTF-32LE", "導" },
        { "UTF-32BE mark", CJ_LIT("\0\0\xfe\xff\0\0\x5c\x0e"), "UTF-32BE", "導" },
        { "UTF-16LE bare", CJ_LIT("\x0e\x5c\x65\x51\x1f\x67,\0\x3b\x6d\r\0\n\0"),
          "UTF-16LE", "導入期,活\r\n" },
        { "UTF-16BE bare", CJ_LIT("\x5c\x0e\x51\x65\x67\x1f\0,\x6d\x3b\0\r\0\n"),
          "UTF-16BE", "導入期,活\r\n" },
        { "UTF-16LE with 一 and 　", CJ_LIT("\0\x4e\0\x30,\0\0\x4e\n\0"), "UTF-16LE",
          "一　,一\n" },
        { "UTF-16BE ASCII", CJ_LIT("\0a\0,\0b"), "UTF-16BE", "a,b" },
        { "UTF-32LE bare", CJ_LIT("a\0\0\0,\0\0\0\x0e\x5c\0\0"), "UTF-32LE", "a,導" },
        { "UTF-32BE bare", CJ_LIT("\0\0\0a\0\0\0,\0\0\x5c\x0e"), "UTF-32BE", "a,導" },
        { "surrogate pair", CJ_LIT("\xff\xfe\x3d\xd8\x00\xde"), "UTF-16LE",
          "\xf0\x9f\x98\x80" },
        { "half a pair", CJ_LIT("\xff\xfe\x3d\xd8,\0"), NULL, NULL },
        { "half a unit",
          CJ_LIT("\xff\xfe"
                 "a\0b"),
          NULL, NULL },
        { "NUL in a text of bytes", CJ_LIT("abc,def\nab\0c,def\n"), "UTF-8", NULL },
        { "NULs in a text of bytes", CJ_LIT(" a ,\0b\0,\tc\t\n1,2,3\n"), "UTF-8", NULL },
        { "overlong", CJ_LIT("a\xc0\xaf"), NULL, NULL },
        { "surrogate in UTF-8", CJ_LIT("導入期導入期\xed\xa0\x80"), NULL, NULL },
        { "UTF-8 with a broken byte", CJ_LIT("導入期,活\xe7用期"), NULL, NULL },
        { "marked UTF-8 that is not", CJ_LIT("\xef\xbb\xbf\x93\xfc"), NULL, NULL },
        { "ISO-2022-JP", CJ_LIT("\x1b$BF3F~4|\x1b(B,a\n"), "ISO-2022-JP", "導入期,a\n" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        decide(&cases[i], NULL);
}

Test(decode, japanese_is_believed_only_where_it_reads_so)
{
    static const sample cases[] = {
        { "処理区分", CJ_LIT("\x8f\x88\x97\x9d\x8b\xe6\x95\xaa"), "CP932", "処理区分" },
        { "点検連番", CJ_LIT("\x93\x5f\x8c\x9f\x98\x41\x94\xd4"), "CP932", "点検連番" },
        { "kana", CJ_LIT(CJ_KANA ",1\r\n"), "CP932", "こんにちは,1\r\n" },
        { "beside Latin words", CJ_LIT("NPS\x82\xc6KPI\x82\xf0\x8c\xa9\x82\xe9"), "CP932",
          "NPSとKPIを見る" },
        { "what Windows means",
          CJ_LIT(CJ_KANA "\x81\x60\x81\x7c\x81\x61\x87\x40\x87\x8a\x5c\x7e"), "CP932",
          "こんにちは～－∥①㈱\\~" },
        { "NEC and IBM kanji", CJ_LIT(CJ_KANA "\xfb\xfc\xfa\xb1\xed\x40"), "CP932",
          "こんにちは髙﨑纊" },
        { "half-width katakana",
          CJ_LIT(
              "\xb6\xbd\xc0\xcf\xb0,\xbb\xce\xdf\xb0\xc4\r\n\xc4\xde\xb3\xc6\xad\xb3\xb7"),
          "CP932", "ｶｽﾀﾏｰ,ｻﾎﾟｰﾄ\r\nﾄﾞｳﾆｭｳｷ" },
        { "half-width in a name", CJ_LIT(CJ_KANA " Excel\xcc\xa7\xb2\xd9"), "CP932",
          "こんにちは Excelﾌｧｲﾙ" },
        { "EUC-JP",
          CJ_LIT("\xb8\xdc\xb5\xd2\xa4\xce\xa5\xb4\xa1\xbc\xa5\xeb,\xb9\xd4\xc6\xb0\n"),
          "EUC-JP", "顧客のゴール,行動\n" },
        { "EUC-JP of Windows",
          CJ_LIT("\xa4\xb3\xa4\xf3\xa4\xcb\xa4\xc1\xa4\xcf\xad\xa1\xa1\xc1"), "EUC-JP",
          "こんにちは①～" },
        { "French that is valid CP932", CJ_LIT("premi\xe8re,second,troisi\xe8me\r\n"), NULL,
          NULL },
        { "kanji side by side in French", CJ_LIT("privil\xe9gi\xe9s,\xe9l\xe8ve\r\n"), NULL,
          NULL },
        { "German that is valid CP932",
          CJ_LIT("\xdc"
                 "bung,F\xfc"
                 "rth,gr\xf6\xdf"
                 "er"),
          NULL, NULL },
        { "capitals", CJ_LIT("SOCI\xc9T\xc9,\xc0 PROPOS,\xc4\xd6\xdc\n"), NULL, NULL },
        { "quotes of Windows", CJ_LIT("the customer\x92s goal,\x93not\x94 \x96 yet\n"),
          NULL, NULL },
        { "degrees",
          CJ_LIT("20\xb0"
                 "C,5\xb1"
                 "1,m\xb2\n"),
          NULL, NULL },
        { "old Mac French",
          CJ_LIT("pr\x8e"
                 "c\x8e"
                 "dente,\x83"
                 "cole\n"),
          NULL, NULL },
        { "Greek",
          CJ_LIT("id,\xcb\xe5\xf9\xed\xe9\xe4\xe1\xf2,"
                 "\xc1\xeb\xe5\xee\xe1\xed\xe4\xf1\xef\xf2\n"),
          NULL, NULL },
        { "Russian", CJ_LIT("\xea\xeb\xe8\xe5\xed\xf2,\xd6\xc5\xcb\xdc\n"), NULL, NULL },
        { "Russian KOI8-R", CJ_LIT("\xcb\xcc\xc9\xc5\xce\xd4\xd9,\xc3\xc5\xcc\xd8\xc0\n"),
          NULL, NULL },
        { "Korean", CJ_LIT("\xb0\xed\xb0\xb4,\xb8\xf1\xc7\xa5\n"), NULL, NULL },
        { "Chinese", CJ_LIT("\xbf\xcd\xbb\xa7,\xc4\xbf\xb1\xea\n"), NULL, NULL },
        { "one kanji proves nothing", CJ_LIT("\x93\xfa,1\n"), NULL, NULL },
        { "EUC-JP or half-width katakana", CJ_LIT("\xb8\xdc\xb5\xd2\n"), NULL, NULL },
        { "lone C1 byte", CJ_LIT(CJ_KANA "\x80"), NULL, NULL },
        { "private use", CJ_LIT(CJ_KANA "\xf0\x40"), NULL, NULL },
        { "half a character at the end", CJ_LIT(CJ_KANA "\x82"), NULL, NULL },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        decide(&cases[i], NULL);
}

Test(decode, the_user_decides)
{
    static const struct {
        const char *forced;
        sample is;
    } cases[] = {
        { "sjis", { "Shift_JIS means CP932", CJ_LIT("\x87\x40\x5c"), "CP932", "①\\" } },
        { "Shift_JIS", { "another name", CJ_LIT("\xfb\xfc"), "CP932", "髙" } },
        { "EUC_JP", { "EUC", CJ_LIT("\xb8\xdc\xb5\xd2"), "EUC-JP", "顧客" } },
        { "latin1", { "Latin-1", CJ_LIT("premi\xe8re"), "ISO-8859-1", "première" } },
        { "cp1252", { "Windows", CJ_LIT("\x80 5"), "CP1252", "€ 5" } },
        { "utf-8",
          { "mark comes off",
            CJ_LIT("\xef\xbb\xbf"
                   "a"),
            "UTF-8", "a" } },
        { "utf-16", { "mark tells", CJ_LIT("\xfe\xff\0a"), "UTF-16BE", "a" } },
        { "utf-16", { "bytes tell", CJ_LIT("\0a\0b"), "UTF-16BE", "ab" } },
        { "UTF-16LE", { "as said", CJ_LIT("\x0e\x5c"), "UTF-16LE", "導" } },
        { "utf-8", { "not UTF-8", CJ_LIT("a\xe8"), NULL, NULL } },
        { "cp932", { "not CP932", CJ_LIT("a\x82"), NULL, NULL } },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        decide(&cases[i].is, cases[i].forced);
}

Test(decode, a_name_that_nobody_knows)
{
    static const char *const bad[] = { "klingon", "cp932//IGNORE", "cp932\n", " ",
                                       "日本語" };
    cj_arena *a = cj_arena_new(0);
    cj_decoded d;
    cj_err err;
    size_t i;

    for (i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_eq(cj_decode(a, CJ_STR("a"), cj_str_of(bad[i]), &d, &err), CJ_EUSAGE,
                     "%s", bad[i]);
    cj_arena_free(a);
}

Test(decode, an_undecided_file_is_shown_each_way)
{
    cj_str none = { NULL, 0 }, line;
    cj_arena *a = cj_arena_new(0);
    cj_decoded d;
    cj_err err;

    cr_assert_eq(cj_decode(a,
                           CJ_STR("id\nn\xe9"
                                  "e\n"),
                           none, &d, &err),
                 CJ_EENCODING);
    line = cj_err_line(a, &err, CJ_EN);
    cr_expect(cj_str_has(line, CJ_STR("cp1252 \"née\"")), "%.*s", (int)line.n, line.p);
    cr_expect(cj_str_has(line, CJ_STR("cp932 \"n馥\"")), "%.*s", (int)line.n, line.p);
    cr_expect(!cj_str_has(line, CJ_STR("euc-jp")), "not valid, not shown");
    cr_expect(!cj_str_has(line, CJ_STR("\n")));
    cj_arena_free(a);
}
