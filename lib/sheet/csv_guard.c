/* csv_guard.c - the ' in front of a CSV field that a spreadsheet would run as a formula. */
#include "sheet/csv_guard.h"
#include "base/number.h"

static bool begins(cj_str s)
{
    static const cj_str signs[] = { CJ_LIT("="),  CJ_LIT("+"),  CJ_LIT("-"),  CJ_LIT("@"),
                                    CJ_LIT("\t"), CJ_LIT("\r"), CJ_LIT("＝"), CJ_LIT("＋"),
                                    CJ_LIT("－"), CJ_LIT("＠") };
    size_t i;

    for (i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cj_str_starts(s, signs[i]))
            return true;
    return false;
}

bool cj_csv_runs(cj_str text)
{
    double number;

    return begins(text) && !cj_number_parse(text, &number);
}

bool cj_csv_guarded(cj_str text)
{
    size_t at = 0;

    while (at < text.n && text.p[at] == '\'')
        at++;
    return at && begins(cj_str_from(text, at));
}
