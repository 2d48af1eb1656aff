/* lang.c - which of the two languages a message is shown in. */
#include <cj/lang.h>
#include <stdlib.h>

const char *cj_text_in(cj_text t, cj_lang lang)
{
    const char *z = lang == CJ_JA ? t.ja : t.en;

    return z ? z : "";
}

cj_lang cj_lang_parse(cj_str s)
{
    static const struct {
        cj_str code;
        cj_lang lang;
    } known[] = { { CJ_LIT("ja"), CJ_JA }, { CJ_LIT("en"), CJ_EN } };
    size_t i;

    for (i = 0; i < sizeof known / sizeof *known; i++)
        if (cj_str_starts(s, known[i].code) &&
            (s.n == 2 || s.p[2] == '_' || s.p[2] == '-' || s.p[2] == '.'))
            return known[i].lang;
    return CJ_LANG_AUTO;
}

cj_lang cj_lang_of_environment(void)
{
    static const char *const names[] = { "CJ_LANG", "LC_ALL", "LC_MESSAGES", "LANG" };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        cj_str s = cj_str_of(getenv(names[i]));

        if (s.n)
            return cj_lang_parse(s);
    }
    return CJ_LANG_AUTO;
}

const char *cj_lang_code(cj_lang lang)
{
    return lang == CJ_JA ? "ja" : "en";
}
