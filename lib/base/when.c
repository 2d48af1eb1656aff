/* when.c - dates and periods as people type them (model 6.8). */
#include <cj/date.h>
#include <string.h>

bool cj_when_parse(cj_str s, unsigned fiscal_start, cj_when *out)
{
    (void)fiscal_start;
    memset(out, 0, sizeof *out);
    if (!cj_date_parse(s, &out->from))
        return false;
    out->to = out->from;
    out->grain = CJ_GRAIN_DAY;
    return true;
}
