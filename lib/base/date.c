/* date.c - calendar dates and spreadsheet serial numbers. */
#include <cj/date.h>
#include <math.h>
#include <time.h>

/* Days from civil and back: H. Hinnant, "chrono-compatible low-level date algorithms". */
long cj_date_days(cj_date d)
{
    long y = d.year - (d.month <= 2);
    long era = (y >= 0 ? y : y - 399) / 400;
    long yoe = y - era * 400;
    long doy = (153L * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    long doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

    return era * 146097 + doe - 719468;
}

cj_date cj_date_of_days(long days)
{
    long z = days + 719468;
    long era = (z >= 0 ? z : z - 146096) / 146097;
    long doe = z - era * 146097;
    long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    long mp = (5 * doy + 2) / 153;
    cj_date d;

    d.day = (int)(doy - (153 * mp + 2) / 5 + 1);
    d.month = (int)(mp < 10 ? mp + 3 : mp - 9);
    d.year = (int)(yoe + era * 400 + (d.month <= 2));
    return d;
}

static bool field(cj_str s, size_t at, size_t n, int *out)
{
    size_t i;

    *out = 0;
    for (i = at; i < at + n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        *out = *out * 10 + (s.p[i] - '0');
    }
    return true;
}

bool cj_date_parse(cj_str s, cj_date *out)
{
    cj_date d, back;

    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || !field(s, 0, 4, &d.year) ||
        !field(s, 5, 2, &d.month) || !field(s, 8, 2, &d.day) || d.year < 1 || d.month < 1 ||
        d.month > 12 || d.day < 1)
        return false;
    back = cj_date_of_days(cj_date_days(d));
    if (back.year != d.year || back.month != d.month || back.day != d.day)
        return false;
    *out = d;
    return true;
}

bool cj_date_of_serial(double serial, bool from1904, cj_date *out)
{
    static const cj_date start1900 = { 1899, 12, 31 }, start1904 = { 1904, 1, 1 };
    long days;

    if (!(serial >= 0) || serial >= 2958466)
        return false;
    days = (long)floor(serial);
    if (from1904) {
        *out = cj_date_of_days(cj_date_days(start1904) + days);
        return out->year <= 9999;
    }
    if (days >= 60)
        days--; /* Excel counts 1900-02-29, which never was */
    *out = cj_date_of_days(cj_date_days(start1900) + days);
    return true;
}

cj_date cj_date_today(void)
{
    time_t now = time(NULL);
    struct tm tm;
    cj_date d = { 1970, 1, 1 };

    if (localtime_r(&now, &tm)) {
        d.year = tm.tm_year + 1900;
        d.month = tm.tm_mon + 1;
        d.day = tm.tm_mday;
    }
    return d;
}
