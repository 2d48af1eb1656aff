/* names.c - the words for profiles, severities and kinds of fix. */
#include <cj/lint.h>

static const char *const profiles[] = { "auto", "draft", "v1", "operational" };
static const char *const severities[] = { "off", "info", "warning", "error" };
static const char *const fixes[] = { "none", "safe", "scaffold", "unsafe" };

static bool find(cj_str s, const char *const names[4], int *out)
{
    int i;

    for (i = 0; i < 4; i++)
        if (cj_str_eq(s, cj_str_of(names[i]))) {
            *out = i;
            return true;
        }
    return false;
}

const char *cj_profile_name(cj_profile profile)
{
    return profiles[profile];
}

bool cj_profile_parse(cj_str s, cj_profile *out)
{
    int i;

    if (!find(s, profiles, &i))
        return false;
    *out = (cj_profile)i;
    return true;
}

const char *cj_severity_name(cj_severity severity)
{
    return severities[severity];
}

bool cj_severity_parse(cj_str s, cj_severity *out)
{
    int i;

    if (!find(s, severities, &i))
        return false;
    *out = (cj_severity)i;
    return true;
}

const char *cj_fix_name(cj_fix fix)
{
    return fixes[fix];
}
