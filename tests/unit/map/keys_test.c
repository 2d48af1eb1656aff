/* keys_test.c - what items, KPIs and phases are compared by. */
#include <criterion/criterion.h>
#include "../make_book.h"

static void same(cj_str (*key)(cj_arena *, cj_str), const char *a, const char *b, bool want)
{
    cj_arena *arena = cj_arena_new(0);
    cj_str x = key(arena, cj_str_of(a)), y = key(arena, cj_str_of(b));

    cr_expect(cj_str_eq(x, y) == want, "\"%s\" -> \"" CJ_FMT "\", \"%s\" -> \"" CJ_FMT "\"",
              a, CJ_ARG(x), b, CJ_ARG(y));
    cj_arena_free(arena);
}

Test(keys, items)
{
    static const struct {
        const char *a, *b;
        bool same;
    } list[] = {
        { "・設定がわからない [E1]", "設定がわからない", true },
        { "設定がわからない。", "設定がわからない", true },
        { "ＡＰＩで連携する", "APIで連携する", true },
        { "api で連携する", "API で 連携する", true },
        { "- Set up the account", "set up the account [E1, E2]", true },
        { "1. 設定する", "設定する", true },
        { "【仮説】用語が難しい", "用語が難しい", true },
        { "用語が難しい（インタビュー n=8）", "用語が難しい", true },
        { "動画(5分)を送る", "動画（5分）を送る", true },
        { "NPS®\xef\xb8\x8eを聞く", "NPS®を聞く", true },
        { "ﾃﾞｰﾀを見る", "データを見る", true },
        { "か\xe3\x82\x99く", "がく", true },
        { "設定がわかる", "設定がわからない", false },
        { "3つ使う", "2つ使う", false },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++)
        same(cj_item_key, list[i].a, list[i].b, list[i].same);
}

Test(keys, kpis)
{
    static const struct {
        const char *text, *want;
    } list[] = {
        { "完了率", "完了率" },
        { "完了率 目標80%", "完了率" },
        { "完了率目標80%", "完了率" },
        { "・完了率（目標: 80%）", "完了率" },
        { "完了率（目標：80％）", "完了率" },
        { "完了率(目標80%以上)", "完了率" },
        { "完了率：目標は80%", "完了率" },
        { "完了率、目標値 80%", "完了率" },
        { "完了率 [目標 80%]", "完了率" },
        { "Completion rate, target 80%", "completionrate" },
        { "Completion rate (target: 80%)", "completionrate" },
        { "Completion rate: 80%", "completionrate" },
        { "Completion rate >= 80%", "completionrate" },
        { "更新率 95%", "更新率" },
        { "更新率95%以上", "更新率" },
        { "更新率：95%", "更新率" },
        { "更新率 62%→80%", "更新率" },
        { "初回レポートまでの日数 14日", "初回レポートまでの日数" },
        { "初回レポート作成までの日数 目標14日", "初回レポート作成までの日数" },
        { "アクティブユーザー率（MAU）", "アクティブユーザー率" },
        { "アクティブユーザー率（MAU） 目標 60% [E2]", "アクティブユーザー率" },
        { "目標達成率", "目標達成率" },
        { "目標達成率 目標80%", "目標達成率" },
        { "Target accounts reached", "targetaccountsreached" },
        { "月5回以上ログインした利用者の割合", "月5回以上ログインした利用者の割合" },
        { "継続率 90日", "継続率90日" },
        { "Accounts with 2+ bank feeds connected by day 45, target 75%",
          "accountswith2+bankfeedsconnectedbyday45" },
        { "Accounts with 2+ bank feeds connected by day 45",
          "accountswith2+bankfeedsconnectedbyday45" },
        { "Ｎ Ｐ Ｓ", "nps" },
        { "80%", "80%" },
        { "", "" },
    };
    cj_arena *arena = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_str key = cj_kpi_key(arena, cj_str_of(list[i].text));

        cr_expect(cj_str_eq(key, cj_str_of(list[i].want)), "%s -> " CJ_FMT, list[i].text,
                  CJ_ARG(key));
    }
    cj_arena_free(arena);
}

static void phases(const char *header, const char *name, int want)
{
    cj_arena *arena = cj_arena_new(0);
    cj_err err = { .rc = CJ_OK };
    cj_map *m = make_map(
        arena,
        cj_str_z(arena, cj_str_fmt(arena,
                                   "項目\t%s\n顧客のゴール\ta\tb\tc\td\n行動\ta\tb\tc\td\n"
                                   "課題・ペイン\ta\tb\tc\td\n",
                                   header)),
        &err);
    int got = m ? cj_map_phase_named(arena, m, cj_str_of(name)) : -9;

    cr_expect(got == want, "%s in %s: %d", name, header, got);
    cj_arena_free(arena);
}

Test(keys, phase_named)
{
    static const char *const four = "導入期\t活用促進期\t活用定着・拡大期\t更新期";
    static const char *const numbered =
        "フェーズ1:導入期\tフェーズ2:活用期\tフェーズ3:定着期\tフェーズ4:更新期";

    phases(four, "導入期", 0);
    phases(four, " 導入期 ", 0);
    phases(four, "① 導入期", 0);
    phases(four, "導入", 0);
    phases(four, "オンボーディング", 0);
    phases(four, "活用定着・拡大期", 2);
    phases(four, "拡大期", 2);
    phases(four, "更新", 3);
    phases(four, "Renewal", 3);
    phases(four, "オンボ期", -1);
    phases(four, "期", -1);
    phases(four, "全フェーズ", -1);
    phases(four, "", -1);
    phases(numbered, "導入期", 0);
    phases(numbered, "フェーズ2", 1);
    phases(numbered, "フェーズ２：活用期", 1);
    phases(numbered, "3. 定着期", 2);
    phases(numbered, "フェーズ9", -1);
    phases("導入初期\t導入後期\t活用\t更新", "導入", -1);
}
