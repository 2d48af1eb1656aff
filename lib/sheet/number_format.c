/* number_format.c - what a number format code shows: a plain number, or a date or time? */
#include "sheet/number_format.h"

static const struct {
    unsigned id;
    const char *code;
} builtin[] = {
    { 1, "0" },
    { 2, "0.00" },
    { 3, "#,##0" },
    { 4, "#,##0.00" },
    { 5, "¥#,##0;¥-#,##0" },
    { 6, "¥#,##0;[Red]¥-#,##0" },
    { 7, "¥#,##0.00;¥-#,##0.00" },
    { 8, "¥#,##0.00;[Red]¥-#,##0.00" },
    { 9, "0%" },
    { 10, "0.00%" },
    { 11, "0.00E+00" },
    { 12, "# ?/?" },
    { 13, "# \?\?/\?\?" },
    { 14, "yyyy/m/d" },
    { 15, "d-mmm-yy" },
    { 16, "d-mmm" },
    { 17, "mmm-yy" },
    { 18, "h:mm AM/PM" },
    { 19, "h:mm:ss AM/PM" },
    { 20, "h:mm" },
    { 21, "h:mm:ss" },
    { 22, "yyyy/m/d h:mm" },
    { 27, "[$-411]ge.m.d" },
    { 28, "[$-411]ggge\"年\"m\"月\"d\"日\"" },
    { 29, "[$-411]ggge\"年\"m\"月\"d\"日\"" },
    { 30, "m/d/yy" },
    { 31, "yyyy\"年\"m\"月\"d\"日\"" },
    { 32, "h\"時\"mm\"分\"" },
    { 33, "h\"時\"mm\"分\"ss\"秒\"" },
    { 34, "yyyy\"年\"m\"月\"" },
    { 35, "m\"月\"d\"日\"" },
    { 36, "[$-411]ge.m.d" },
    { 37, "#,##0;-#,##0" },
    { 38, "#,##0;[Red]-#,##0" },
    { 39, "#,##0.00;-#,##0.00" },
    { 40, "#,##0.00;[Red]-#,##0.00" },
    { 45, "mm:ss" },
    { 46, "[h]:mm:ss" },
    { 47, "mm:ss.0" },
    { 48, "##0.0E+0" },
    { 49, "@" },
    { 50, "[$-411]ge.m.d" },
    { 51, "[$-411]ggge\"年\"m\"月\"d\"日\"" },
    { 52, "yyyy\"年\"m\"月\"" },
    { 53, "m\"月\"d\"日\"" },
    { 54, "[$-411]ggge\"年\"m\"月\"d\"日\"" },
    { 55, "yyyy\"年\"m\"月\"" },
    { 56, "m\"月\"d\"日\"" },
    { 57, "[$-411]ge.m.d" },
    { 58, "[$-411]ggge\"年\"m\"月\"d\"日\"" },
};

cj_str cj_number_format_builtin(unsigned id)
{
    size_t i;

    for (i = 0; i < sizeof builtin / sizeof *builtin; i++)
        if (builtin[i].id == id)
            return cj_str_of(builtin[i].code);
    return cj_str_of("");
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool word_at(cj_str s, size_t at, const char *word)
{
    for (; *word; word++, at++)
        if (at >= s.n || lower(s.p[at]) != *word)
            return false;
    return true;
}

/* [h], [mm], [ss]: time that runs past a day. Everything else in brackets is a colour, a
 * condition, a currency or a language. */
static bool elapsed(cj_str inside)
{
    size_t i;

    for (i = 0; i < inside.n; i++) {
        char c = lower(inside.p[i]);

        if ((c != 'h' && c != 'm' && c != 's') || c != lower(inside.p[0]))
            return false;
    }
    return inside.n > 0;
}

typedef struct seen {
    bool part; /* y m d h s: nothing but a date or a time */
    bool hint; /* era, Buddhist year, weekday: letters that units have too */
    bool digits;
} seen;

/* How many bytes at `at` belong together; notes what they say. */
static size_t token(cj_str s, size_t at, seen *is)
{
    char c = lower(s.p[at]), next = at + 1 < s.n ? lower(s.p[at + 1]) : 0;
    size_t n;

    if (c == '\\' || c == '_' || c == '*' || c == '!')
        return 2;
    if (c == '"' || c == '[') {
        n = cj_str_find(cj_str_from(s, at + 1), c == '"' ? CJ_STR("\"") : CJ_STR("]"));
        if (n == CJ_NONE)
            return s.n - at;
        is->part |= c == '[' && elapsed(cj_str_cut(s, at + 1, n));
        return n + 2;
    }
    if (word_at(s, at, "general"))
        return 7;
    if (c == 'e' && (next == '+' || next == '-'))
        return 2;
    is->part |= c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's';
    is->hint |= c == 'g' || c == 'e' || c == 'b' || word_at(s, at, "aaa");
    is->digits |= c == '0' || c == '#' || c == '?';
    return 1;
}

static bool section_is_date(cj_str code)
{
    seen is = { false, false, false };
    size_t at = 0;

    while (at < code.n)
        at += token(code, at, &is);
    return is.part || (is.hint && !is.digits);
}

bool cj_number_format_is_date(cj_str code)
{
    size_t at = 0, start = 0;
    seen ignored = { false, false, false };

    while (at < code.n) {
        if (code.p[at] == ';') {
            if (section_is_date(cj_str_cut(code, start, at - start)))
                return true;
            start = ++at;
        } else {
            at += token(code, at, &ignored);
        }
    }
    return section_is_date(cj_str_from(code, start));
}
