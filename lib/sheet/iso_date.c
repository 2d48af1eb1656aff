/* iso_date.c - ISO 8601 dates of cells (t="d") as spreadsheet serial numbers. */
#include "sheet/iso_date.h"
#include "base/number.h"

/* "09:30", "09:30:05", "09:30:05.25" as a part of a day. */
static bool time_of_day(cj_str s, double *out)
{
    cj_str piece;
    double part, scale = 24, sum = 0;

    while (s.p && cj_str_split(&s, ':', &piece)) {
        if (!cj_number_parse(piece, &part) || part < 0 || part >= 61 || scale > 24 * 3600)
            return false;
        sum += part / scale;
        scale *= 60;
    }
    *out = sum;
    return scale > 24 * 60;
}

static double serial_of_day(cj_date d, bool date1904)
{
    static const cj_date start1900 = { 1899, 12, 31 }, start1904 = { 1904, 1, 1 };
    long days = cj_date_days(d) - cj_date_days(date1904 ? start1904 : start1900);

    return (double)(!date1904 && days >= 60 ? days + 1 : days); /* Excel's 1900-02-29 */
}

static cj_str without_zone(cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        if (s.p[i] == 'Z' || s.p[i] == 'z' || s.p[i] == '+' || s.p[i] == '-')
            return cj_str_cut(s, 0, i);
    return s;
}

bool cj_iso_serial(cj_str s, bool date1904, double *out)
{
    cj_date day;
    double time = 0;
    cj_str rest;

    if (!cj_date_parse(cj_str_cut(s, 0, 10), &day)) {
        if (s.n && s.p[0] == 'T')
            s = cj_str_from(s, 1);
        return time_of_day(without_zone(s), out);
    }
    rest = cj_str_from(s, 10);
    if (rest.n && rest.p[0] != 'T' && rest.p[0] != ' ')
        return false;
    if (rest.n && !time_of_day(without_zone(cj_str_from(rest, 1)), &time))
        return false;
    *out = serial_of_day(day, date1904) + time;
    return true;
}
