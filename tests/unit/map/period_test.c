/* period_test.c - periods of phases as days after the contract. */
#include <criterion/criterion.h>
#include "map/period.h"
#include <stdio.h>

/* "0 30", "- 90", "91 -", "" */
static void show(const cj_period *p, char *out, size_t n)
{
    char from[24] = "-", to[24] = "-";

    if (p->has_from)
        snprintf(from, sizeof from, "%ld", p->from);
    if (p->has_to)
        snprintf(to, sizeof to, "%ld", p->to);
    *out = '\0';
    if (p->has_from || p->has_to)
        snprintf(out, n, "%s %s", from, to);
}

Test(period, alone)
{
    static const struct {
        const char *text, *want;
    } list[] = {
        { "契約後0〜30日", "0 30" },
        { "契約後31〜120日", "31 120" },
        { "契約後31日～120日", "31 120" },
        { "契約後31日目から120日目", "31 120" },
        { "０～３０日", "0 30" },
        { "0-30日", "0 30" },
        { "0ー30日", "0 30" },
        { "契約後 121-270 日", "121 270" },
        { "2〜6か月目", "31 180" },
        { "2～6ヶ月目", "31 180" },
        { "2ヵ月目〜6ヵ月目", "31 180" },
        { "契約後1〜3カ月", "1 90" },
        { "0〜3か月", "0 90" },
        { "導入後4〜6か月", "91 180" },
        { "30日〜3か月", "30 90" },
        { "契約直後", "0 -" },
        { "契約", "" },
        { "契約直後〜30日", "0 30" },
        { "契約〜90日", "0 90" },
        { "契約日から3か月まで", "0 90" },
        { "〜90日", "- 90" },
        { "90日まで", "- 90" },
        { "契約後90日以内", "- 90" },
        { "最初の30日", "- 30" },
        { "90日以降", "90 -" },
        { "契約後91日〜", "91 -" },
        { "4か月目以降", "91 -" },
        { "2年目以降", "366 -" },
        { "1年目", "1 365" },
        { "1年目〜2年目", "1 730" },
        { "半年〜1年", "180 365" },
        { "1年半以降", "548 -" },
        { "初月", "1 30" },
        { "第1週〜第4週", "1 28" },
        { "1〜4週目", "1 28" },
        { "契約前", "- -1" },
        { "契約30日前〜契約日", "-30 0" },
        { "契約後271日〜更新", "271 -" },
        { "10営業日以内", "- 14" },
        { "三か月目", "61 90" },
        { "Day 0-45", "0 45" },
        { "Days 46–120", "46 120" },
        { "day 1 to day 30", "1 30" },
        { "D0-D45", "0 45" },
        { "D+0 to D+45", "0 45" },
        { "Months 2-6", "31 180" },
        { "Months 2-3", "31 90" },
        { "Month 1", "1 30" },
        { "M2-M6", "31 180" },
        { "Week 1-4", "1 28" },
        { "Weeks 5 - 8", "29 56" },
        { "W1-W4", "1 28" },
        { "year 1", "1 365" },
        { "2nd month", "31 60" },
        { "0-30 days after contract", "0 30" },
        { "31-90 days", "31 90" },
        { "3 to 6 months", "61 180" },
        { "first 30 days", "- 30" },
        { "within 90 days", "- 90" },
        { "up to 90 days", "- 90" },
        { "until day 90", "- 90" },
        { "after day 90", "90 -" },
        { "Month 7+", "181 -" },
        { "90+ days", "90 -" },
        { "day 91 onwards", "91 -" },
        { "before contract", "- -1" },
        { "Q1", "" },
        { "2025年4月〜6月", "" },
        { "2025/4/1〜2025/6/30", "" },
        { "30日間", "" },
        { "約3か月", "" },
        { "更新90日前", "" },
        { "契約満了の90日前〜満了", "" },
        { "T-90", "" },
        { "しばらく", "" },
        { "a while", "" },
        { "follow-up", "" },
        { "go-live", "" },
        { "", "" },
        { "随時", "" },
        { "120〜31日", "" },
    };
    cj_arena *arena = cj_arena_new(0);
    char got[64];
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_phase phase = { .period_text = cj_str_of(list[i].text) };

        cj_periods_read(arena, &phase, 1);
        show(&phase.period, got, sizeof got);
        cr_expect_str_eq(got, list[i].want, "%s: \"%s\", want \"%s\"", list[i].text, got,
                         list[i].want);
    }
    cj_arena_free(arena);
}

Test(period, among_neighbours)
{
    static const struct {
        const char *text[3], *want[3];
    } list[] = {
        { { "0〜3か月", "3〜6か月", "6か月以降" }, { "0 90", "90 180", "180 -" } },
        { { "1〜3か月", "4〜6か月", "7か月目以降" }, { "1 90", "91 180", "181 -" } },
        { { "Months 0-3", "Months 3-6", "Months 6-12" }, { "0 90", "90 180", "180 360" } },
        { { "Month 1", "Months 2-6", "" }, { "1 30", "31 180", "" } },
        { { "契約前", "契約直後〜30日", "31日〜" }, { "- -1", "0 30", "31 -" } },
    };
    cj_arena *arena = cj_arena_new(0);
    char got[64];
    size_t i, k;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_phase phases[3];

        memset(phases, 0, sizeof phases);
        for (k = 0; k < 3; k++)
            phases[k].period_text = cj_str_of(list[i].text[k]);
        cj_periods_read(arena, phases, 3);
        for (k = 0; k < 3; k++) {
            show(&phases[k].period, got, sizeof got);
            cr_expect_str_eq(got, list[i].want[k], "%zu %s: %s", i, list[i].text[k], got);
        }
    }
    cj_arena_free(arena);
}
