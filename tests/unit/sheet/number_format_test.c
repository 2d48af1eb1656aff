/* number_format_test.c - which format codes show a date or a time. */
#include "sheet/number_format.h"
#include <criterion/criterion.h>

Test(number_format, dates_and_plain_numbers)
{
    static const struct {
        const char *code;
        bool date;
    } cases[] = {
        { "", false },
        { "General", false },
        { "GENERAL", false },
        { "0.00", false },
        { "#,##0;[Red]-#,##0", false },
        { "0.00E+00", false },
        { "##0.0e-0", false },
        { "@", false },
        { "0%", false },
        { "0\"days\"", false },
        { "0\\d", false },
        { "#,##0_d", false },
        { "0*m", false },
        { "0!h", false },
        { "\"y-m-d\"", false },
        { "[Red]0", false },
        { "[Magenta][<100]0.0", false },
        { "[$¥-411]#,##0", false },
        { "[$EUR] 0", false },
        { "_(* #,##0_);_(* (#,##0);_(* \"-\"\?\?_);_(@_)", false },
        { "0 e", false },
        { "0.0 \"unclosed d", false },
        { "[unclosed d", false },
        { "0\\", false },
        { "yyyy/m/d", true },
        { "YYYY-MM-DD", true },
        { "m/d/yy h:mm", true },
        { "d\\.m\\.yyyy", true },
        { "[$-411]ggge\"年\"m\"月\"d\"日\"", true },
        { "[$-411]ge.m.d;@", true },
        { "[$-411]e\"年\"", true },
        { "gggee", true },
        { "aaaa", true },
        { "bbbb", true },
        { "[$-F800]dddd, mmmm dd, yyyy", true },
        { "h:mm AM/PM", true },
        { "[h]:mm", true },
        { "[HH]", true },
        { "[mm]", true },
        { "[ss].00", true },
        { "mm:ss.0", true },
        { "s", true },
        { "[Red]d", true },
        { "0;yyyy", true },
        { "yyyy\"年度\"", true },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(cj_number_format_is_date(cj_str_of(cases[i].code)), cases[i].date,
                     "%s", cases[i].code);
}

Test(number_format, builtin_ids)
{
    unsigned id;

    for (id = 0; id < 400; id++) {
        bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
                    (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

        cr_expect_eq(cj_number_format_is_date(cj_number_format_builtin(id)), date, "%u",
                     id);
    }
}
