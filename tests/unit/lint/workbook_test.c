/* workbook_test.c - WB1xx: the workbook around the map, and what templates and merges left in it. */
#include "sample.h"

static cj_lint_result lint(cj_arena *a, const char *path, const char *edits,
                           const char *select)
{
    cj_lint_options o = sample_options(CJ_V1);

    o.select = cj_str_of(select);
    return sample_lint(a, sample_edited(a, sample_book(a, path), cj_str_of(edits)), &o);
}

static void check(const char *what, const char *edits, const char *select, const char *want)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_result r = lint(a, SAMPLE_JA, edits, select);
    cj_str is = sample_found(a, &r);

    cr_expect(cj_str_eq(is, cj_str_of(want)), "%s: %.*s", what, CJ_ARG(is));
    cj_arena_free(a);
}

static void says(const char *edits, const char *select, const char *ja, const char *en)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_result r = lint(a, SAMPLE_JA, edits, select);
    cj_str is;

    cr_expect_eq(r.n_findings, 1, "%s: %zu", edits, r.n_findings);
    if (r.n_findings) {
        is = cj_finding_says(a, &r, &r.findings[0], CJ_JA);
        cr_expect(cj_str_eq(is, cj_str_of(ja)), "%s: %.*s", edits, CJ_ARG(is));
        is = cj_finding_says(a, &r, &r.findings[0], CJ_EN);
        cr_expect(cj_str_eq(is, cj_str_of(en)), "%s: %.*s", edits, CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint_workbook, hidden)
{
    says("!hide 22:23 ;; !hide C:C", "WB101",
         "表の中に非表示の行・列があります（22〜23行目、C列）。その内容も読み込みました。",
         "Hidden inside the map: rows 22-23, column C. What is there was read too.");
    says(
        "!hide 22:22 ;; !hide 23:23 ;; !hide 25:25", "WB101",
        "表の中に非表示の行・列があります（22〜23行目、25行目）。その内容も読み込みました。",
        "Hidden inside the map: rows 22-23, row 25. What is there was read too.");
    check("beside the map", "!hide H:L", "WB101", "");
    check("records of a section may be filtered", "!hide 44:46", "WB101", "");
    check("all rows of the sheet", "!hide 1:1048576", "WB101", "WB101@B17");
    check("beyond the sheet", "!hide 500:600 ;; !hide XFD:XFD", "WB101", "");
}

Test(lint_workbook, merged)
{
    says(
        "C24= ;; !merge B24:C24", "WB103",
        "表の中に結合セルがあります（B24:C24）。内容はまとめた各フェーズのものとして読みました。",
        "Merged cells in the map (B24:C24); read as the text of each of its phases.");
    check("over two rows", "B24= ;; !merge B23:B24", "WB103", "WB103@B23");
    check("nothing in it", "B24= ;; C24= ;; !merge B24:C24", "WB103", "");
    check("labels and headers", "!merge A17:A17", "WB103", "");
}

Test(lint_workbook, errors)
{
    check("as a value", "!error C21 #DIV/0!", "WB104", "WB104@C21");
    check("in a record", "G53=#REF!", "WB104", "WB104@G53");
    check("in a label", "A24=#NAME?", "WB104", "WB104@A24");
    check("in a sentence", "C23=・#N/A と出る [E4]", "WB104", "");
    check("N/A is an answer", "C24=N/A", "WB104", "");
    check("nothing else is said of the cell", "C21=#REF! ;; C24=#N/A", "",
          "WB104@C21 WB104@C24");
}

Test(lint_workbook, limits)
{
    cj_arena *a = cj_arena_new(0);
    char *long_text = cj_alloc_text(a, 40000);
    cj_str edit;
    cj_lint_result r;
    cj_lint_options o = sample_options(CJ_V1);
    size_t n;

    o.select = CJ_STR("WB119");
    memset(long_text, 'x', 40000);
    for (n = 32767; n <= 32768; n++) {
        edit = cj_str_fmt(a, "C24=%.*s", (int)n, long_text);
        r = sample_lint(a, sample_edited(a, sample_book(a, SAMPLE_JA), edit), &o);
        cr_expect_eq(r.n_findings, n > 32767, "%zu characters", n);
    }
    /* 20,000 letters of three bytes are far from the limit */
    for (n = 0; n < 39999; n += 3)
        memcpy(long_text + n, "あ", 3);
    edit = cj_str_fmt(a, "C24=%.*s", 39999, long_text);
    r = sample_lint(a, sample_edited(a, sample_book(a, SAMPLE_JA), edit), &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cj_arena_free(a);
}

Test(lint_workbook, left_behind)
{
    check("an example is told once, with what is missing", "C20=例：30日以内に終えたい", "",
          "CJ305@C20 WB116@C20");
    check("in brackets", "C24=（例）ウェビナー", "WB116", "WB116@C24");
    check("real texts that speak of examples", "C24=記入例の配布 [E2]", "WB116", "");
    check("a persona's example", "B32=例：佐藤", "WB116", "WB116@B32");
    check("our conflict", "B25=【要確認】\nA案：21日\nB案：30日", "", "WB120@B25");
    check("in a list", "B23=・難しい [E1]\n【競合】\nA案：重い\nB案：遅い", "WB120",
          "WB120@B23");
    check("in one line", "B25=【要確認】A案：21日以内", "WB120", "WB120@B25");
    check("to be confirmed", "B25=【要確認】30日以内に80%がログイン", "WB120", "");
    check("competitors", "C22=【競合】A社が気になる [E4]", "WB120", "");
    check("git", "A29=<<<<<<< HEAD ;; B27=a\n=======\nb", "WB120", "WB120@B27 WB120@A29");
    check("a drawn line", "B27=a\n=======\nb", "WB120", "");
    check("a shorter mark", "B27=<<<< a", "WB120", "");
}

Test(lint_workbook, undecided_records)
{
    static const char head[] =
        "A76=■競合 ;; A77=No ;; B77=フェーズ ;; C77=項目 ;; D77=A案 ;; "
        "E77=B案 ;; F77=採用 ;; G77=決定内容 ;; A78=1 ;; B78=導入期 ;; "
        "C78=成功の定義 ;; D78=21日 ;; E78=30日";
    static const struct {
        const char *what, *more, *want;
    } cases[] = {
        { "nobody chose", "", "WB120@F78" },
        { "chosen", " ;; F78=A", "" },
        { "decided otherwise", " ;; G78=25日", "" },
        { "the cell says it already", " ;; B25=【要確認】\nA案：21日\nB案：30日",
          "WB120@B25" },
        { "another cell says another", " ;; C25=【要確認】\nA案：21日\nB案：30日",
          "WB120@C25 WB120@F78" },
    };
    char edits[1024];
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(edits, sizeof edits, "%s%s", head, cases[i].more);
        check(cases[i].what, edits, "WB120", cases[i].want);
    }
}

/* What each map of the book says. */
static void among(const char *what, const char *edits, const char *want)
{
    cj_arena *a = cj_arena_new(0);
    cj_maps maps =
        sample_maps(a, sample_edited(a, sample_book(a, SAMPLE_JA), cj_str_of(edits)));
    cj_lint_options o = sample_options(CJ_V1);
    cj_buf b;
    size_t i, k;

    o.select = CJ_STR("WB111");
    cj_buf_init(&b, a);
    for (i = 0; i < maps.n; i++) {
        cj_lint_result r;

        cj_lint_run(a, &maps.map[i], &o, &r);
        for (k = 0; k < r.n_findings; k++)
            cj_buf_fmt(&b, "%zu:%s ", i, cj_severity_name(r.findings[k].severity));
    }
    cr_expect(cj_str_eq(cj_buf_str(&b), cj_str_of(want)), "%s: %.*s", what,
              CJ_ARG(cj_buf_str(&b)));
    cj_arena_free(a);
}

#define OTHER_HEADS "B17=比較 ;; C17=試用 ;; D17=契約 ;; E17=紹介"

Test(lint_workbook, versions)
{
    among("old and new", "!name マップ ;; !copy マップ_旧", "0:warning ");
    among("three of one", "!name マップ ;; !copy マップ（最新） ;; !copy マップ v2",
          "0:warning ");
    among("Excel's copy", "!name マップ ;; !copy マップ (2)", "0:warning ");
    among("Google's copy", "!name マップ ;; !copy マップ のコピー", "0:warning ");
    among("dates", "!name マップ20250401 ;; !copy マップ20250701", "0:warning ");
    among("a sheet a quarter", "!name 2025Q2 ;; !copy 2025Q3 ;; C24=訪問 [E2]", "0:info ");
    among("Excel's copy for another persona",
          "!name マップ ;; !copy マップ (2) ;; B7=経理担当 鈴木さん", "");
    among("as it is and as it should be",
          "B12= ;; A12=対象範囲 ;; B12=現状 ;; !name 現状 ;; !copy 理想 ;; B12=理想", "");
    among("halves of one journey", "!name マップ(1) ;; !copy マップ(2) ;; " OTHER_HEADS,
          "");
    among("the same word inside", "!name 新規顧客 ;; !copy 規顧客 ;; " OTHER_HEADS, "");
    among("one map", "!name マップ_旧", "");
}

Test(lint_workbook, csv)
{
    says("!encoding CP932", "WB114", "文字コードは Shift_JIS (CP932) として読みました。",
         "Encoding read as Shift_JIS (CP932).");
    says("!ragged F21", "WB115", "21行目の区切りを確かめてください（上の行より列が多い）。",
         "The fields of row 21 may be cut in the wrong place (more fields than the rows "
         "above).");
}

/* Notices are of the book: of several maps one tells of them. */
Test(lint_workbook, notices_are_told_once)
{
    cj_arena *a = cj_arena_new(0);
    cj_maps maps = sample_maps(
        a, sample_edited(a, sample_book(a, SAMPLE_JA),
                         CJ_STR("!encoding CP932 ;; !ragged F21 ;; !copy 別のマップ")));
    cj_lint_options o = sample_options(CJ_V1);
    size_t i, n = 0;

    o.select = CJ_STR("WB114,WB115");
    for (i = 0; i < maps.n; i++) {
        cj_lint_result r;

        cj_lint_run(a, &maps.map[i], &o, &r);
        n += r.n_findings;
    }
    cr_expect_eq(maps.n, 2);
    cr_expect_eq(n, 2);
    cj_arena_free(a);
}
