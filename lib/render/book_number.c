/* book_number.c - which texts of a workbook are numbers and days: those that are shown again as they
 * were. */
#include "render/book.h"
#include <cj/date.h>
#include "base/buf.h"
#include "base/number.h"

enum { MOST_DIGITS = 15 }; /* that a double keeps */

typedef struct digits {
    cj_buf plain; /* without the commas */
    size_t whole, part, n;
    bool grouped, trails; /* 1,200; 1.50 */
    bool ok;
} digits;

/* In groups of three behind the first, or in none. */
static bool groups(cj_str s, bool *grouped)
{
    size_t i, since = 0;

    *grouped = false;
    for (i = 0; i < s.n; i++) {
        if (s.p[i] != ',') {
            since++;
            continue;
        }
        if (*grouped ? since != 3 : since < 1 || since > 3)
            return false;
        *grouped = true;
        since = 0;
    }
    return s.n && (!*grouped || since == 3);
}

static digits parse(cj_arena *arena, cj_str s)
{
    digits d = { .ok = false };
    size_t i, dot = s.n;
    cj_str whole;

    cj_buf_init(&d.plain, arena);
    if (s.n && s.p[0] == '-') {
        cj_buf_byte(&d.plain, '-');
        s = cj_str_from(s, 1);
    }
    for (i = 0; i < s.n; i++)
        if (s.p[i] == '.') {
            dot = i;
            break;
        }
    dot = dot > s.n ? s.n : dot;
    whole = cj_str_cut(s, 0, dot);
    if (!groups(whole, &d.grouped) || (whole.p[0] == '0' && whole.n > 1) ||
        (dot < s.n && dot + 1 == s.n))
        return d;
    for (i = 0; i < s.n; i++) {
        bool digit = s.p[i] >= '0' && s.p[i] <= '9';

        if (!digit && !(i == dot || (i < dot && s.p[i] == ',')))
            return d;
        d.n += digit;
        d.part += digit && i > dot;
        if (s.p[i] != ',')
            cj_buf_byte(&d.plain, s.p[i]);
    }
    d.trails = d.part && s.p[s.n - 1] == '0';
    d.ok = d.n <= MOST_DIGITS;
    return d;
}

bool cj_draft_number(cj_arena *arena, cj_str text, double *value, cj_str *format)
{
    static const char zeros[] = "000000000000000";
    bool percent = text.n && text.p[text.n - 1] == '%';
    digits d = parse(arena, percent ? cj_str_cut(text, 0, text.n - 1) : text);

    if (!d.ok || !cj_number_parse(cj_buf_str(&d.plain), value) ||
        (*value == 0 && d.plain.p[0] == '-'))
        return false;
    *value = percent ? *value / 100 : *value;
    *format = CJ_STR("");
    if (percent || d.grouped || d.trails)
        *format = cj_str_fmt(arena, "%s%s%.*s%s", d.grouped ? "#,##0" : "0",
                             d.part ? "." : "", (int)d.part, zeros, percent ? "%" : "");
    return true;
}

/* Since March 1900, before which Excel counts wrongly. */
bool cj_draft_day(cj_str text, double *serial)
{
    static const cj_date first = { 1900, 3, 1 }, zero = { 1899, 12, 30 };
    cj_date day;

    if (!cj_date_parse(text, &day) || cj_date_days(day) < cj_date_days(first))
        return false;
    *serial = (double)(cj_date_days(day) - cj_date_days(zero));
    return true;
}
