/* text_test.c - TX1xx: what is odd about the writing, and what only looks so. */
#include "lint/glance.h"
#include "sample.h"

static cj_lint_result lint(cj_arena *a, const char *path, const char *edits,
                           const char *select)
{
    cj_lint_options o = sample_options(CJ_V1);

    o.select = cj_str_of(select);
    return sample_lint(a, sample_edited(a, sample_book(a, path), cj_str_of(edits)), &o);
}

Test(lint_text, glance)
{
    static const struct {
        const char *text;
        unsigned want;
    } cases[] = {
        { "", 0 },
        { "Plain, with a tab\tand “quotes”…",
          CJ_GLANCE_INVISIBLE }, /* U+20xx: look closer */
        { "カタカナとかな、漢字。", 0 },
        { "ﾚﾎﾟｰﾄ", CJ_GLANCE_HALF_KANA },
        { "･", 0 },
        { "ＣＳ", CJ_GLANCE_WIDE },
        { "ｂ", CJ_GLANCE_WIDE },
        { "４", CJ_GLANCE_WIDE },
        { "（）～！：", 0 },
        { "e\xcc\x81", CJ_GLANCE_COMBINING },
        { "か\xe3\x82\x99", CJ_GLANCE_COMBINING },
        { "㈱", CJ_GLANCE_PLATFORM },
        { "№", CJ_GLANCE_PLATFORM },
        { "Ⅱ", CJ_GLANCE_PLATFORM },
        { "™ ℃ → ★", 0 },
        { "、、", CJ_GLANCE_TWICE },
        { ",,", CJ_GLANCE_TWICE },
        { "a\nb", CJ_GLANCE_LINES },
        { "\x01", CJ_GLANCE_INVISIBLE },
        { "👩‍💻", CJ_GLANCE_INVISIBLE },
        { "\xc2", 0 }, /* cut off */
        { "\xe3\x80", 0 },
        { "\xf0\x9f", 0 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(cj_glance(cj_str_of(cases[i].text)), cases[i].want, "%s: %u",
                     cases[i].text, cj_glance(cj_str_of(cases[i].text)));
}

Test(lint_text, what_is_found_and_where)
{
    static const struct {
        const char *what, *edits, *want;
    } cases[] = {
        { "every leaf is a place", "A24=ﾀｯﾁﾎﾟｲﾝﾄ ;; C17=活用ｿｸｼﾝ期 ;; E44=顧客8名のｺｴ",
          "TX101@C17 TX101@A24 TX101@E44" },
        { "half-width punctuation", "C24=活用講座､定例MTG｡ [E2]", "TX101@C24" },
        { "a face", "C22=驚き (ﾟ∀ﾟ) [E4]", "" },
        { "one finding a cell", "C24=ＣＳの４回のＭＴＧ [E2]", "TX102@C24" },
        { "a wide tilde, brackets and colons", "C24=定例MTG（月〜金）：１回 [E2]",
          "TX102@C24" },
        { "no letters", "C24=定例MTG（月～金）！ [E2]", "" },
        { "decomposed in a header", "C17=活用定着か\xe3\x82\x99期", "TX107@C17" },
        { "a mark without its letter", "C24=か゛、定例MTG [E2]", "" },
        { "a mark that composes with nothing", "C24=か\xe3\x82\x9a行の練習 [E2]", "" },
        { "company and numeral", "C24=㈱甲、第Ⅱ部 [E2]", "TX109@C24" },
        { "square metres", "C24=50㎡の会場 [E2]", "TX109@C24" },
        { "circled numbers", "C24=①講座\n②定例MTG\n㉑予備 [E2]", "" },
        { "a dash before a figure is no bullet", "C24=・解約率\n-5%に下げる [E2]", "" },
        { "a figure in front", "C24=・講座\n1. 定例MTG [E2]", "" },
        { "bold is no bullet", "C24=**講座**\n・定例MTG [E2]", "" },
        { "dashes of two lengths", "C24=-講座\n–定例MTG [E2]", "TX105@C24" },
        { "two wide commas", "C24=講座，，定例MTG [E2]", "TX111@C24" },
        { "shouting in an action", "C27=・【CS】31日目に講座を開く！！", "TX111@C27" },
        { "shouting that is quoted", "C27=・【CS】31日目に「助けて！！」の声へ返信する",
          "" },
        { "three is a silence", "C24=講座。。。 [E2]", "" },
        { "ellipsis", "C24=講座…… [E2]", "" },
        { "the same with other sources", "C23=・遅い [E4]\n・遅い[E2]", "TX112@C23" },
        { "the same in another width", "C24=MTG、ＭＴＧ [E2]", "TX102@C24 TX112@C24" },
        { "brackets tell apart", "C24=講座（初級）、講座（上級） [E2]", "" },
        { "owners stand for actions", "C28=CS、CS", "" },
        { "customers who say the same", "A29=顧客の声 ;; C29=・遅い\n・遅い", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_result r = lint(a, SAMPLE_JA, cases[i].edits, "TX");
        cj_str is = sample_found(a, &r);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%s: %.*s", cases[i].what,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint_text, spellings)
{
    static const struct {
        const char *what, *edits, *value; /* value: what the one finding says; "": none */
        bool en;
    } cases[] = {
        { "where both stand", "C24=ユーザ会、ユーザー会 [E2]",
          "ユーザー（C24）、ユーザ（C24）", false },
        { "the rarer one is the place",
          "C21=・打ち合わせる [E2]\n・打合せ [E2] ;; C24=打ち合わせ [E2]",
          "打ち合わせ（C21）、打合せ（C21）", false },
        { "the shorter inside the longer", "C24=ユーザー会、ユーザーテスト [E2]", "",
          false },
        { "another word that begins so", "C24=ユーザー会、ユーザビリティ [E2]", "", false },
        { "quoted", "C22=「出来る」と話す人ができる [E4]", "", false },
        { "a source's name", "C22=発見できる 【出典: 出来る会アンケート n=8】", "", false },
        { "a product's name", "B4=ユーザナビ ;; C24=ユーザー会 [E2]", "", false },
        { "CS is short for it", "C24=カスタマーサクセスとCSの会 [E2]", "", false },
        { "capitals", "C24=WEB会議、Web講座 [E2]", "Web（C24）、WEB（C24）", false },
        { "a sentence begins", "C24=Web meeting, web course [E2]", "", true },
        { "plural", "C24=Emails, e-mails [E2]", "e-mail (C24), Email (C24)", true },
        { "a longer word", "C24=emailed e-mail [E2]", "", true },
        { "British and American", "C24=Organise the organization, organisation [E2]",
          "organisation (C24), organization (C24)", true },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_result r =
            lint(a, cases[i].en ? SAMPLE_EN : SAMPLE_JA, cases[i].edits, "TX108");
        cj_str is = r.n_findings ? cj_finding_says(a, &r, &r.findings[0],
                                                   cases[i].en ? CJ_EN : CJ_JA)
                                 : CJ_STR("");

        cr_expect(*cases[i].value ? cj_str_has(is, cj_str_of(cases[i].value)) : !is.n,
                  "%s: %.*s", cases[i].what, CJ_ARG(is));
        cr_expect_leq(r.n_findings, 1, "%s", cases[i].what);
    }
    cj_arena_free(a);
}

Test(lint_text, eras)
{
    static const struct {
        const char *edits, *want; /* "": none */
    } cases[] = {
        { "B11=令和7年12月24日", "（2025-12-24）" },
        { "B11=R7.12.24", "（2025-12-24）" },
        { "B10=令和7年9月", "（2025-09）" },
        { "C44=平成31年4月30日", "（2019-04-30）" },
        { "B72=令和元年5月1日", "（2019-05-01）" },
        { "H52=令和7年第2四半期", "（2025Q2）" },
        { "B11=2025年12月24日", "" },
        { "B11=R7以降", "" },
        { "E61=令和7年に始めた", "" },
        { "B3=令和7年度末までに完了率を80%にする", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_result r = lint(a, SAMPLE_JA, cases[i].edits, "TX113");
        cj_str is =
            r.n_findings ? cj_finding_says(a, &r, &r.findings[0], CJ_JA) : CJ_STR("");

        cr_expect(*cases[i].want ? cj_str_has(is, cj_str_of(cases[i].want)) : !is.n,
                  "%s: %.*s", cases[i].edits, CJ_ARG(is));
    }
    cj_arena_free(a);
}
