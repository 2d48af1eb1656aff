/* phase_test.c - phase headers: decoration, canonical id, period. */
#include "map/phase.h"
#include <criterion/criterion.h>

static const struct {
    const char *text, *key, *id, *period;
    unsigned number;
} cases[] = {
    { "フェーズ1:導入期", "導入期", "onboarding", "", 1 },
    { "フェーズ２：活用", "活用", "adoption", "", 2 },
    { "フェーズ3:活用定着・拡大期", "活用定着・拡大期", "expansion", "", 3 },
    { "定着・拡大期", "定着・拡大期", "expansion", "", 0 },
    { "1. Plan", "plan", "", "", 1 },
    { "Stage 2 - Adoption", "adoption", "adoption", "", 2 },
    { "Stage 2 -", "stage2", "", "", 2 },
    { "フェーズ1", "フェーズ1", "", "", 1 },
    { "Research >>", "research", "presales", "", 0 },
    { "①導入期", "導入期", "onboarding", "", 1 },
    { "▶導入期", "導入期", "onboarding", "", 0 },
    { "【フェーズ1】導入期", "導入期", "onboarding", "", 1 },
    { "【導入期】", "導入期", "onboarding", "", 0 },
    { "導入期（0〜30日）", "導入期", "onboarding", "0〜30日", 0 },
    { "導入期\n契約後0〜30日", "導入期", "onboarding", "契約後0〜30日", 0 },
    { "Onboarding (Day 0-30)", "onboarding", "onboarding", "Day 0-30", 0 },
    { "Onboarding\nDay 0–30", "onboarding", "onboarding", "Day 0–30", 0 },
    { "STEP1 導入", "導入", "onboarding", "", 1 },
    { "第3段階 更新", "更新", "renewal", "", 3 },
    { "導入フェーズ", "導入フェーズ", "onboarding", "", 0 },
    { "更新検討フェーズ", "更新検討フェーズ", "renewal", "", 0 },
    { "活用期（Adoption）", "活用期(adoption)", "adoption", "", 0 },
    { "Onboarding Phase", "onboardingphase", "onboarding", "", 0 },
    { "Phase II: Growth", "growth", "expansion", "", 2 },
    { "Post-purchase", "post-purchase", "", "", 0 },
    { "購入後", "購入後", "", "", 0 },
    { "未導入", "未導入", "", "", 0 },
    { "プロダクト導入", "プロダクト導入", "onboarding", "", 0 },
    { "30日以内", "30日以内", "", "", 0 },
    { "Renewal / Expansion", "renewal/expansion", "", "", 0 },
    { "Этап 1: Внедрение", "внедрение", "onboarding", "", 1 },
    { "1단계: 온보딩", "온보딩", "onboarding", "", 1 },
    { "Sign up", "signup", "", "", 0 },
};

Test(phase, names)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_phase_name p = cj_phase_name_of(a, cj_str_of(cases[i].text));

        cr_expect(cj_str_eq(p.key, cj_str_of(cases[i].key)), "%s: key \"" CJ_FMT "\"",
                  cases[i].text, CJ_ARG(p.key));
        cr_expect_str_eq(cj_phase_id_name(p.id), cases[i].id, "%s: id %s", cases[i].text,
                         cj_phase_id_name(p.id));
        cr_expect(cj_str_eq(p.period, cj_str_of(cases[i].period)),
                  "%s: period \"" CJ_FMT "\"", cases[i].text, CJ_ARG(p.period));
        cr_expect_eq(p.number, cases[i].number, "%s: number %u", cases[i].text, p.number);
    }
    cj_arena_free(a);
}
