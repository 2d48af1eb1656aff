/* department_test.c - where a countermeasure names the department that does it. */
#include "lint/department.h"
#include "lint/said.h"
#include <criterion/criterion.h>

static const cj_config settles_nothing = { .fiscal_start = 1 };

static void check(const char *const *texts, bool want)
{
    cj_arena *a = cj_arena_new(0);
    cj_departments d = cj_departments_of(a, &settles_nothing);

    for (; *texts; texts++)
        cr_expect_eq(cj_names_department(&d, cj_said(a, cj_str_of(*texts))), want,
                     "%s: \"%s\"", want ? "a department" : "no department", *texts);
    cj_arena_free(a);
}

Test(department, named)
{
    static const char *const yes[] = { "（CS）契約後3日以内に電話",
                                       "・ＣＳ：毎月セミナー",
                                       "カスタマーサクセス部：毎月セミナー",
                                       "毎月セミナー（CS）",
                                       "毎月セミナー【マーケ】",
                                       "毎月セミナー（担当：CS）",
                                       "毎月セミナー（担当CS）",
                                       "毎月セミナー（CS・マーケ）",
                                       "毎月セミナー（営業と開発）",
                                       "毎月セミナー ※CS",
                                       "毎月セミナー／CS",
                                       "毎月セミナー@CS",
                                       "営業）更新前に訪問",
                                       "CSが毎月電話",
                                       "営業担当が毎月訪問",
                                       "(Marketing) monthly webinar",
                                       "Sales: 60 days before expiry, quote",
                                       "CSM - monthly call",
                                       "Data import, week 1 – Implementation",
                                       "Monthly call [Sales]",
                                       "Monthly call (owner: CS)",
                                       "Monthly call @CS",
                                       "Sales team: quote",
                                       NULL };
    static const char *const no[] = { "",
                                      "毎月セミナー（30分）",
                                      "毎月セミナー（Zoom）",
                                      "【重要】毎月セミナー",
                                      "営業資料を作る",
                                      "サポート窓口を案内する",
                                      "開発の予定を共有：毎月",
                                      "経営層向けの報告書を作る",
                                      "Monthly webinar (Zoom)",
                                      "[Optional] monthly webinar",
                                      "Note: monthly webinar",
                                      "Support tickets are read every week",
                                      "Training on day 3",
                                      NULL };

    check(yes, true);
    check(no, false);
}

Test(department, by_name)
{
    static const struct {
        const char *name, *id;
    } cases[] = {
        { "CS", "cs" },
        { "ＣＳ", "cs" },
        { "カスタマーサクセス部", "cs" },
        { "カスタマーサクセス本部", "cs" },
        { "CS部長", "cs" },
        { "カスタマーサクセス部 部長", "cs" },
        { "ｶｽﾀﾏｰｻｸｾｽ", "cs" },
        { "VP Customer Success", "cs" },
        { "Head of Customer Success", "cs" },
        { "Support team", "support" },
        { "サポート課長", "support" },
        { "担当営業", "sales" },
        { "担当：営業", "sales" },
        { "Sales manager", "sales" },
        { "Support Dept.", "support" },
        { "プロダクトマネージャー", "product" },
        { "購買部", "" },
        { "部長", "" },
        { "チーム", "" },
        { "35歳", "" },
        { "Zoom", "" },
        { "", "" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_departments d = cj_departments_of(a, &settles_nothing);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = cj_department_id(&d, cj_str_of(cases[i].name));

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].id)), "%s: %.*s", cases[i].name,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(department, the_teams_own)
{
    cj_config_department own[] = { { .name = CJ_LIT("購買部") },
                                   { .id = CJ_LIT("cs"), .name = CJ_LIT("伴走支援室") },
                                   { .name = CJ_LIT("Field Ops") } };
    cj_config config = { .fiscal_start = 1, .departments = own, .n_departments = 3 };
    cj_arena *a = cj_arena_new(0);
    cj_departments d = cj_departments_of(a, &config);

    cr_expect(cj_str_eq(cj_department_id(&d, CJ_STR("購買部")), CJ_STR("購買部")));
    cr_expect(cj_str_eq(cj_department_id(&d, CJ_STR("伴走支援室")), CJ_STR("cs")));
    cr_expect(
        cj_str_eq(cj_department_id(&d, CJ_STR("field ops team")), CJ_STR("fieldops")));
    cr_expect(cj_str_eq(cj_department_id(&d, CJ_STR("サポート")), CJ_STR("support")));
    cr_expect(cj_names_department(&d, cj_said(a, CJ_STR("購買部が毎月見積もりを出す"))));
    cr_expect(cj_names_department(&d, cj_said(a, CJ_STR("【伴走支援室】毎月の相談会"))));
    cr_expect(cj_names_department(&d, cj_said(a, CJ_STR("Monthly visit (Field Ops)"))));
    cr_expect_not(cj_names_department(&d, cj_said(a, CJ_STR("購買部門の人に渡す"))));
    cj_arena_free(a);
}
