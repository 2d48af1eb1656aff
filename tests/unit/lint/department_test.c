/* department_test.c - where a countermeasure names the department that does it. */
#include "lint/department.h"
#include "lint/said.h"
#include <criterion/criterion.h>

static void check(const char *const *texts, bool want)
{
    cj_arena *a = cj_arena_new(0);

    for (; *texts; texts++)
        cr_expect_eq(cj_names_department(a, cj_said(a, cj_str_of(*texts))), want,
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
