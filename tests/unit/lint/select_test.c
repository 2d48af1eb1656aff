/* select_test.c - which rules count: profiles, --select, --ignore, --severity, misspelt names. */
#include "sample.h"

static const cj_rule_info *rule(const char *id)
{
    return cj_rule_by_name(cj_str_of(id));
}

Test(lint_select, effective_severity)
{
    static const struct {
        const char *rule, *select, *ignore, *severity;
        cj_severity min;
        cj_profile profile;
        cj_severity want;
    } cases[] = {
        { "CJ602", "", "", "", CJ_OFF, CJ_DRAFT, CJ_OFF },
        { "CJ602", "", "", "", CJ_OFF, CJ_V1, CJ_WARNING },
        { "CJ602", "", "", "", CJ_OFF, CJ_PROFILE_AUTO, CJ_WARNING },
        { "CJ602", "", "", "", CJ_OFF, CJ_OPERATIONAL, CJ_ERROR },
        { "CJ602", "CJ6", "", "", CJ_OFF, CJ_V1, CJ_WARNING },
        { "CJ602", "cj,tx", "", "", CJ_OFF, CJ_V1, CJ_WARNING },
        { "CJ602", "TX", "", "", CJ_OFF, CJ_V1, CJ_OFF },
        { "CJ602", "CJ601, CJ602", "", "", CJ_OFF, CJ_V1, CJ_WARNING },
        { "CJ602", "success-not-measurable", "", "", CJ_OFF, CJ_V1, CJ_WARNING },
        /* off in a draft: asked for by name it is on, by a prefix it is not */
        { "CJ602", "CJ602", "", "", CJ_OFF, CJ_DRAFT, CJ_WARNING },
        { "CJ602", "Success-Not-Measurable", "", "", CJ_OFF, CJ_DRAFT, CJ_WARNING },
        { "CJ602", "CJ6", "", "", CJ_OFF, CJ_DRAFT, CJ_OFF },
        { "CJ602", "", "", "CJ602=info", CJ_OFF, CJ_DRAFT, CJ_INFO },
        { "CJ602", "", "CJ6", "", CJ_OFF, CJ_V1, CJ_OFF },
        { "CJ602", "CJ602", "success-not-measurable", "CJ602=error", CJ_OFF, CJ_V1,
          CJ_OFF },
        { "CJ602", "", "", "CJ6=info,CJ602=error", CJ_OFF, CJ_V1, CJ_ERROR },
        { "CJ602", "", "", "CJ602=error , CJ6=off", CJ_OFF, CJ_V1, CJ_OFF },
        { "CJ602", "", "", "", CJ_ERROR, CJ_V1, CJ_OFF },
        { "CJ602", "", "", "CJ602=error", CJ_ERROR, CJ_V1, CJ_ERROR },
        { "CJ304", "", "", "", CJ_OFF, CJ_DRAFT, CJ_ERROR },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_options o = sample_options(cases[i].profile);
        cj_severity is;

        o.select = cj_str_of(cases[i].select);
        o.ignore = cj_str_of(cases[i].ignore);
        o.severity = cj_str_of(cases[i].severity);
        o.min_severity = cases[i].min;
        is = cj_lint_effective(&o, rule(cases[i].rule), cases[i].profile);
        cr_expect_eq(is, cases[i].want, "case %zu: %s", i, cj_severity_name(is));
    }
}

Test(lint_select, unknown_rules_are_told)
{
    static const struct {
        const char *select, *ignore, *severity, *wrong, *near;
    } cases[] = {
        { "", "", "", NULL, NULL },
        { "CJ602,CJ,tx,goal-missing", "CJ5,", "CJ602=off", NULL, NULL },
        { "CJ620", "", "", "CJ620", "CJ602" },
        { "", "goal-mising", "", "goal-mising", "goal-missing" },
        { "", "", "KPI-missing2=info", "KPI-missing2", "kpi-missing" },
        { "C", "", "", "C", NULL },
        { "", "ZZ", "", "ZZ", NULL },
        { "", "", "CJ602", "CJ602", NULL },
        { "", "", "CJ602=loud", "CJ602=loud", NULL },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_options o = sample_options(CJ_V1);
        cj_err err = { 0 };
        cj_rc rc;

        o.select = cj_str_of(cases[i].select);
        o.ignore = cj_str_of(cases[i].ignore);
        o.severity = cj_str_of(cases[i].severity);
        rc = cj_lint_options_check(a, &o, &err);
        cr_expect_eq(rc, cases[i].wrong ? CJ_EUSAGE : CJ_OK, "case %zu", i);
        if (rc == CJ_OK)
            continue;
        cr_expect(cj_str_eq(err.arg[0], cj_str_of(cases[i].wrong)), "case %zu: %.*s", i,
                  CJ_ARG(err.arg[0]));
        if (cases[i].near)
            cr_expect(cj_str_eq(err.arg[1], cj_str_of(cases[i].near)), "case %zu: %.*s", i,
                      CJ_ARG(err.arg[1]));
    }
    cj_arena_free(a);
}

Test(lint_select, words_and_back)
{
    cj_profile profile;
    cj_severity severity;

    cr_expect(cj_profile_parse(CJ_STR("operational"), &profile) &&
              profile == CJ_OPERATIONAL);
    cr_expect(!cj_profile_parse(CJ_STR("V2"), &profile));
    cr_expect(cj_severity_parse(CJ_STR("warning"), &severity) && severity == CJ_WARNING);
    cr_expect(!cj_severity_parse(CJ_STR("loud"), &severity));
    cr_expect_str_eq(cj_fix_name(CJ_FIX_SCAFFOLD), "scaffold");
}
