/* figure_test.c - numbers as people write them in a table. */
#include <criterion/criterion.h>
#include "map/figure.h"

Test(figure, of_a_field)
{
    static const struct {
        const char *text;
        bool there, number;
        double value;
        const char *unit;
    } list[] = {
        { "80", true, true, 80, "" },
        { "80%", true, true, 80, "%" },
        { "８０", true, true, 80, "" },
        { "８０％", true, true, 80, "%" },
        { " 80 % ", true, true, 80, "%" },
        { "1,200円", true, true, 1200, "円" },
        { "1,234,567", true, true, 1234567, "" },
        { "¥1,200", true, true, 1200, "¥" },
        { "$1,200.50", true, true, 1200.5, "$" },
        { "-$5", true, true, -5, "$" },
        { "0.5", true, true, 0.5, "" },
        { "+5", true, true, 5, "" },
        { "-3", true, true, -3, "" },
        { "−3", true, true, -3, "" },
        { "－３", true, true, -3, "" },
        { "▲5", true, true, -5, "" },
        { "△5%", true, true, -5, "%" },
        { "14日", true, true, 14, "日" },
        { "14日以内", true, true, 14, "日" },
        { "80%以上", true, true, 80, "%" },
        { "≥ 80%", true, true, 80, "%" },
        { "≧80", true, true, 80, "" },
        { "<= 14 days", true, true, 14, "days" },
        { "14 days", true, true, 14, "days" },
        { "5.5営業日", true, true, 5.5, "営業日" },
        { "8h", true, true, 8, "h" },
        { "3件/月", true, true, 3, "件/月" },
        { "20/month", true, true, 20, "/month" },
        { "12 万円", true, true, 12, "万円" },
        { "80\xe2\x80\x8b%", true, true, 80, "%" },
        { "約七割", true, false, 0, "" },
        { "約80%", true, false, 0, "" },
        { "80前後", true, false, 0, "" },
        { "about 80", true, false, 0, "" },
        { "70〜80%", true, false, 0, "" },
        { "1,20", true, false, 0, "" },
        { "12,34,567", true, false, 0, "" },
        { "1.2.3", true, false, 0, "" },
        { "62→80", true, false, 0, "" },
        { "3/5", true, false, 0, "" },
        { "%", true, false, 0, "" },
        { "2025年", true, true, 2025, "年" },
        { "", false, false, 0, "" },
        { "未定", false, false, 0, "" },
        { "-", false, false, 0, "" },
        { "N/A", false, false, 0, "" },
        { "1e5", true, false, 0, "" },
        { "inf", true, false, 0, "" },
        { "99999999999999999999999999999999999999999999", true, false, 0, "" },
    };
    cj_arena *arena = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_figure f = cj_figure_of(arena, cj_str_of(list[i].text));

        cr_expect(f.there == list[i].there && f.number == list[i].number,
                  "%s: there %d number %d", list[i].text, f.there, f.number);
        if (!list[i].number)
            continue;
        cr_expect(f.value >= list[i].value && f.value <= list[i].value, "%s: %g",
                  list[i].text, f.value);
        cr_expect(cj_str_eq(f.unit, cj_str_of(list[i].unit)), "%s: unit " CJ_FMT,
                  list[i].text, CJ_ARG(f.unit));
    }
    cj_arena_free(arena);
}
