/* wrap.c - breaks text into lines by East Asian width and the Japanese rules for line ends. */
#include "render/lines.h"
#include "base/utf8.h"
#include <string.h>

/* JIS X 4051: what may not begin a line (closing marks, small kana, signs that belong to what
 * stands before them) and what may not end one (opening marks). */
static const char no_first[] =
    ",.:;!?)]}%"
    "‰℃°、。，．・：；？！゛゜´｀¨ヽヾゝゞ〃々〻ー—–‐゠〜～…‥’”）〕］｝〉》」』】〙〗〟｠»"
    "％"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ‼⁇⁈⁉";
static const char no_last[] = "([{‘“（〔［｛〈《「『【〘〖〝｟«｢#＃¥￥$＄№";

static bool one_of(const char *set, cj_str c)
{
    cj_str rest = cj_str_of(set), was;

    while (rest.n) {
        was = rest;
        cj_utf8_next(&rest);
        was.n -= rest.n;
        if (cj_str_eq(was, c))
            return true;
    }
    return false;
}

static bool joins(uint32_t cp)
{
    return cp == 0x200d || (cp >= 0x1f3fb && cp <= 0x1f3ff);
}

/* May a line end between the characters a and b (which follow each other)? */
static bool may_part(cj_str a, cj_str b)
{
    cj_str x = a, y = b;
    uint32_t left = cj_utf8_next(&x), right = cj_utf8_next(&y);

    if (left == ' ' || right == ' ')
        return true;
    if (left < 0x80 && right < 0x80)
        return false;
    if (joins(left) || joins(right) || !cj_utf8_width(b))
        return false;
    if (cj_utf8_width(a) < 2 && cj_utf8_width(b) < 2)
        return false;
    return !one_of(no_first, b) && !one_of(no_last, a);
}

/* The best place to end `line`, whose first `fits` bytes are as wide as is allowed. */
static size_t break_at(cj_str line, size_t fits)
{
    cj_str rest = line, a = { NULL, 0 };
    size_t at = 0, best = 0;

    while (rest.n && at <= fits) {
        cj_str b = rest;

        cj_utf8_next(&rest);
        b.n -= rest.n;
        if (a.n && may_part(a, b))
            best = at;
        a = b;
        at += b.n;
    }
    return best ? best : fits;
}

static cj_str without_end(cj_str s)
{
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\r'))
        s.n--;
    return s;
}

bool cj_wrap(cj_str *rest, unsigned columns, cj_str *line)
{
    const char *nl;
    cj_str whole, tail;
    size_t at;

    if (!rest->p)
        return false;
    nl = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
    whole = nl ? cj_str_cut(*rest, 0, (size_t)(nl - rest->p)) : *rest;
    tail = whole;
    at = columns ? cj_utf8_take(&tail, columns).n : whole.n;
    if (at >= whole.n) {
        *line = without_end(whole);
        if (nl)
            *rest = cj_str_from(*rest, whole.n + 1);
        else
            rest->p = NULL;
        return true;
    }
    at = break_at(whole, at);
    *line = without_end(cj_str_cut(whole, 0, at));
    while (at < whole.n && whole.p[at] == ' ')
        at++;
    *rest = cj_str_from(*rest, at);
    if (!rest->n)
        rest->p = NULL;
    return true;
}

unsigned cj_widest(cj_str s)
{
    unsigned widest = 0;
    cj_str line;

    if (!s.p)
        return 0;
    while (cj_wrap(&s, 0, &line)) {
        unsigned w = cj_utf8_width(line);

        widest = w > widest ? w : widest;
    }
    return widest;
}

unsigned cj_longest_word(cj_str s)
{
    unsigned most = 0, n = 0;

    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);

        n = cp > ' ' && cp < 0x2000 ? n + 1 : 0;
        most = n > most ? n : most;
    }
    return most;
}

static bool obeyed(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || (cp >= 0x202a && cp <= 0x202e) ||
           (cp >= 0x2066 && cp <= 0x2069);
}

static bool clean(cj_str s)
{
    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);

        if (cp == CJ_BAD || (cp != '\n' && obeyed(cp)))
            return false;
    }
    return true;
}

cj_str cj_plain(cj_arena *arena, cj_str s)
{
    cj_buf b;

    if (!s.p)
        return CJ_STR("");
    if (clean(s))
        return s;
    cj_buf_init(&b, arena);
    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);

        if (cp == '\r' && s.n && *s.p == '\n')
            continue;
        if (cp == '\n' || cp == '\r')
            cj_buf_byte(&b, '\n');
        else if (cp == '\t')
            cj_buf_byte(&b, ' ');
        else if (obeyed(cp))
            cj_buf_fmt(&b, cp < 0x100 ? "\\x%02X" : "\\u%04X", cp);
        else
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}
