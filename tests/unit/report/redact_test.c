/* redact_test.c - personal data goes out of texts and reports, and nothing else does. */
#include "../lint/sample.h"
#include "../render/printed.h"

typedef struct text_case {
    cj_lang lang;
    const char *text, *want; /* NULL: as it was */
} text_case;

static const text_case texts[] = {
    { CJ_JA, "taro.yamada@example.co.jp からの声", "〔伏せ字〕 からの声" },
    { CJ_JA, "・佐藤様（sato_m@example.jp）が困っている [E4]",
      "・〔伏せ字〕様（〔伏せ字〕）が困っている [E4]" },
    { CJ_JA, "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ に確認", "〔伏せ字〕 に確認" },
    { CJ_JA, "電話０３－１２３４－５６７８まで", "電話〔伏せ字〕まで" },
    { CJ_JA, "090-1234-5678、03-1234-5678", "〔伏せ字〕、〔伏せ字〕" },
    { CJ_JA, "佐藤 美咲さんと田中氏が参加", "〔伏せ字〕さんと〔伏せ字〕氏が参加" },
    { CJ_JA, "support@example.jp、taro@example.jp", "support@example.jp、〔伏せ字〕" },
    { CJ_JA, "お客様とベンダーさんの担当者様", NULL },
    { CJ_JA, "support@example.com へ、0120-123-456", NULL },
    { CJ_JA, "80%（12/30）、1,200円、2025-10-01〜2025-12-31、E5、0012-345-6789", NULL },
    { CJ_JA, "", NULL },
    { CJ_EN, "taro@example.com said so", "[redacted] said so" },
    { CJ_EN, "Call +44 20 7946 0958 or (415) 555-2671.", "Call [redacted] or [redacted]." },
    { CJ_EN, "Mr John Smith and Ms. Grant agreed",
      "Mr [redacted] and Ms. [redacted] agreed" },
    { CJ_EN, "Mail support@example.com, MS Excel, 2025Q3: 80% [E2]", NULL },
    { CJ_EN, "https://taro@example.com/page, git@github.com:team/map.git", NULL },
};

Test(report_redact, texts)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++) {
        const text_case *c = &texts[i];
        const char *want = c->want ? c->want : c->text;
        cj_str got = cj_redacted(a, cj_str_of(c->text), c->lang);

        cr_expect(cj_str_eq(got, cj_str_of(want)), "%s: %.*s", c->text, CJ_ARG(got));
        cr_expect(cj_str_eq(cj_redacted(a, got, c->lang), got), "again: %.*s", CJ_ARG(got));
    }
    cj_arena_free(a);
}

/* ---- whole reports -------------------------------------------------------------------------------- */

static bool tells(const char *printed)
{
    return strstr(printed, "@example.jp") || strstr(printed, "090-1234") ||
           strstr(printed, "5678") || strstr(printed, "高橋");
}

/* An address that is parted by what went and what came. */
static void add_changed(cj_arena *a, cj_report *r)
{
    cj_marked *m = CJ_NEW(a, cj_marked);
    cj_line *line = cj_marked_line(a, m, CJ_LINE_TEXT);
    cj_block *b = cj_report_text(a, r, CJ_PLAIN, CJ_STR("090-1234-5678"));

    cj_line_add(a, line, CJ_M_PLAIN, CJ_STR("電話 090-"));
    cj_line_add(a, line, CJ_M_GONE, CJ_STR("1234"));
    cj_line_add(a, line, CJ_M_NEW, CJ_STR("9999"));
    cj_line_add(a, line, CJ_M_PLAIN, CJ_STR("-5678 80%"));
    cj_line_add(a, line, CJ_M_AWAY, CJ_STR("メール"))->to =
        CJ_STR("mailto:taro@example.jp");
    m->note = CJ_STR("090-1234-5678");
    b->marked = m;
}

static void add_rest(cj_arena *a, cj_report *r)
{
    cj_block *list = cj_report_list(a, r, 1), *d;
    cj_plot *plot = cj_report_series(a, r, 1);

    list->entry[0] = CJ_STR("高橋様");
    plot->title = plot->alt = plot->name = CJ_STR("taro@example.jp");
    plot->point[0].label = plot->point[0].text = CJ_STR("090-1234-5678");
    plot->before = plot->point;
    d = cj_report_add(a, r, CJ_B_DIAGNOSTIC);
    d->diagnostic.message = d->diagnostic.hint = CJ_STR("taro@example.jp");
    d->diagnostic.fingerprint = CJ_STR("09012345678");
    r->title = CJ_STR("高橋様のマップ");
}

Test(report_redact, report_of_a_map)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_edited(
        a, sample_book(a, SAMPLE_JA),
        CJ_STR(
            "C23=・使いにくい（090-1234-5678 高橋様） [E4] ;; E44=taro@example.jp からの声 ;; "
            "G3=hanako@example.jp ;; B12=中村（CS） nakamura@example.co.jp"));
    cj_maps maps = sample_maps(a, book);
    cj_outline_options options = { CJ_JA, true };
    cj_report *facts = cj_outline_report(a, &options, CJ_STR("map.csv"), &maps),
              *page = cj_outline_page(a, &options, CJ_STR("map.csv"), &maps);
    char *json, *html;

    add_changed(a, page);
    add_rest(a, page);
    cr_assert(tells(kept(a, printed_json(a, facts))) &&
              tells(kept(a, printed_html(a, page))) && tells(kept(a, printed_md(a, page))));
    cj_report_redact(a, facts, &maps);
    cj_report_redact(a, page, &maps);
    json = kept(a, printed_json(a, facts));
    html = kept(a, printed_html(a, page));
    cr_expect(!tells(json), "%s", json);
    cr_expect(!tells(html), "%s", html);
    cr_expect(!tells(kept(a, printed_md(a, page))), "%s", kept(a, printed_md(a, page)));
    cr_expect(!tells(kept(a, printed_text(a, facts, 80, false))));
    cr_expect(!tells(kept(a, printed_text(a, page, 80, false))));
    cr_expect(strstr(json, "nakamura@example.co.jp") &&
                  strstr(html, "nakamura@example.co.jp"),
              "the author's own address stays");
    cr_expect(strstr(html, "80%") && strstr(json, "2025-09-24") && strstr(json, "\"E4\""));
    cr_expect(cj_str_eq(page->last->diagnostic.fingerprint, CJ_STR("09012345678")));
    cj_arena_free(a);
}

Test(report_redact, nothing_to_take_out)
{
    static const char *const paths[] = { SAMPLE_JA, SAMPLE_EN };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < 2; i++) {
        cj_maps maps = sample_maps(a, sample_book(a, paths[i]));
        cj_outline_options options = { CJ_LANG_AUTO, true };
        cj_report *r = cj_outline_report(a, &options, CJ_STR("map.csv"), &maps);
        char *was = kept(a, printed_json(a, r));

        cj_report_redact(a, r, &maps);
        cr_expect_str_eq(kept(a, printed_json(a, r)), was, "%s", paths[i]);
    }
    cj_arena_free(a);
}
