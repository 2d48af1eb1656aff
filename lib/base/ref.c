/* ref.c - cell references: C8. */
#include <cj/err.h>

size_t cj_ref(char *buf, unsigned row, unsigned col)
{
    char letters[8], digits[12];
    size_t n = 0, at = 0;

    for (; col; col = (col - 1) / 26)
        letters[n++] = (char)('A' + (col - 1) % 26);
    while (n)
        buf[at++] = letters[--n];
    for (; row; row /= 10)
        digits[n++] = (char)('0' + row % 10);
    while (n)
        buf[at++] = digits[--n];
    buf[at] = 0;
    return at;
}

bool cj_ref_parse(cj_str s, unsigned *row, unsigned *col)
{
    size_t i = s.n && s.p[0] == '$';
    unsigned r = 0, c = 0;

    for (; i < s.n; i++) {
        char l = (char)(s.p[i] & ~0x20);

        if (l < 'A' || l > 'Z' ||
            !((s.p[i] >= 'A' && s.p[i] <= 'Z') || (s.p[i] >= 'a' && s.p[i] <= 'z')))
            break;
        c = c * 26 + (unsigned)(l - 'A' + 1);
        if (c > 65535)
            return false;
    }
    if (i < s.n && s.p[i] == '$')
        i++;
    for (; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        r = r * 10 + (unsigned)(s.p[i] - '0');
        if (r > 100000000)
            return false;
    }
    *row = r;
    *col = c;
    return r > 0 && c > 0;
}
