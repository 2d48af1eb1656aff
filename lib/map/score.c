/* score.c - feelings told as a number, a face, stars or an arrow. */
#include "map/score.h"
#include "base/number.h"
#include "base/utf8.h"

/* The code points of a text, as many as a score can have, half width, without what only chooses how
 * they are drawn. */
enum { MOST = 40, DIGITS = 24, JOINER = 0x200d };

typedef struct marks {
    uint32_t cp[MOST];
    unsigned n;
    bool all; /* the text ended before the room did */
} marks;

static bool drawing(uint32_t cp)
{
    return cp != JOINER &&
           (cj_utf8_invisible(cp) || (cp >= 0x1f3fb && cp <= 0x1f3ff) || cp == 0x20e3);
}

static uint32_t half(uint32_t cp)
{
    if (cp >= 0xff01 && cp <= 0xff5e)
        cp -= 0xfee0;
    if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0xfe63 || cp == 0xff70)
        return '-';
    return cj_utf8_space(cp) ? ' ' : cp;
}

static void read_marks(cj_str text, marks *m)
{
    m->n = 0;
    for (text = cj_utf8_trim(text); text.n && m->n < MOST;) {
        uint32_t cp = half(cj_utf8_next(&text));

        if (!drawing(cp))
            m->cp[m->n++] = cp;
    }
    m->all = !text.n;
}

/* ---- faces ------------------------------------------------------------------------------------------ */

/* Each list ends with 0; the value of list i is i - 2. */
static const uint32_t faces[5][48] = {
    { 0x1f616, 0x1f620, 0x1f621, 0x1f622, 0x1f624, 0x1f628, 0x1f629, 0x1f62b,
      0x1f62d, 0x1f630, 0x1f631, 0x1f635, 0x1f63f, 0x1f63e, 0x1f47f, 0x1f480,
      0x1f494, 0x1f4a2, 0x1f4a3, 0x1f4a5, 0x1f198, 0x1f92c, 0x1f92e, 0x1f92f,
      0x1f975, 0x1f976, 0x1f327, 0x26c8,  0x2614,  0x2193,  0x2b07,  0x21d3,
      0xd7,    0x2715,  0x2716,  0x274c,  0x1f6a8, 0x1f62a, 0 },
    { 0x1f612, 0x1f613, 0x1f614, 0x1f615, 0x1f61e, 0x1f61f, 0x1f623, 0x1f625, 0x1f626,
      0x1f627, 0x1f62c, 0x1f633, 0x1f640, 0x1f641, 0x2639,  0x1f644, 0x1f645, 0x1f64d,
      0x1f64e, 0x1f926, 0x1f928, 0x1f44e, 0x1f4c9, 0x1f922, 0x1f971, 0x1f972, 0x1f97a,
      0x1fae4, 0x1fae0, 0x1f979, 0x1f925, 0x1f62f, 0x2198,  0x2935,  0x25b3,  0x25bd,
      0x2601,  0x1f325, 0x2757,  0x26a0,  0x1f611, 0 },
    { 0x1f610, 0x1f636, 0x1f914, 0x1f62e, 0x1f937, 0x1fae5, 0x2192, 0x27a1, 0x21d2, 0x26c5,
      0x1f60f, 0x1f632, 0x1f642, 0 },
    { 0x1f609, 0x1f60a, 0x1f60b, 0x1f60c, 0x1f607, 0x1f617, 0x1f619, 0x1f61a, 0x263a,
      0x1f643, 0x1f44d, 0x1f44c, 0x1f64b, 0x1f646, 0x1f917, 0x1f920, 0x1f973, 0x1f4aa,
      0x1f4a1, 0x1f4c8, 0x1f324, 0x2197,  0x2934,  0x25cb,  0x25ef,  0x3007,  0x2b55,
      0x1f91d, 0x1f64f, 0x2705,  0x2714,  0x1f61b, 0x1f61c, 0x1f61d, 0 },
    { 0x1f600, 0x1f601, 0x1f602, 0x1f603, 0x1f604, 0x1f605, 0x1f606, 0x1f60d, 0x1f60e,
      0x1f618, 0x1f638, 0x1f639, 0x1f63a, 0x1f63b, 0x1f63d, 0x1f64c, 0x1f923, 0x1f929,
      0x1f970, 0x1f44f, 0x1f389, 0x1f38a, 0x1f4af, 0x1f3c6, 0x1f31e, 0x1f31f, 0x2728,
      0x2600,  0x2764,  0x2665,  0x1f495, 0x1f496, 0x1f497, 0x1f499, 0x1f49a, 0x1f49b,
      0x1f9e1, 0x1f680, 0x2191,  0x2b06,  0x21d1,  0x25ce,  0 },
};

static bool listed(uint32_t cp, double *value)
{
    size_t list, i;

    for (list = 0; list < 5; list++)
        for (i = 0; faces[list][i]; i++)
            if (faces[list][i] == cp) {
                *value = cp == 0x1f642 || cp == 0x1f973 ? 1 : (double)list - 2;
                return true;
            }
    return false;
}

/* A face and what is joined to it changes its meaning: 😮‍💨 sighs, 😵‍💫 is dizzy, 🙂‍↔️ says no. */
static void joined(uint32_t face, uint32_t to, double *value)
{
    static const struct {
        uint32_t face, to;
        double value;
    } list[] = {
        { 0x1f62e, 0x1f4a8, -1 }, { 0x1f636, 0x1f32b, -1 }, { 0x1f642, 0x2194, -1 },
        { 0x1f642, 0x2195, 1 },   { 0x2764, 0x1fa79, 0 },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].face == face && list[i].to == to)
            *value = list[i].value;
}

/* How many code points at `at` are one face; 0: none. */
static unsigned face_at(const marks *m, unsigned at, double *value)
{
    unsigned n = 1;

    if (at >= m->n || m->cp[at] < 0x80 || !listed(m->cp[at], value))
        return 0;
    while (at + n + 1 < m->n && m->cp[at + n] == JOINER) {
        joined(m->cp[at], m->cp[at + n + 1], value);
        n += 2;
    }
    return n;
}

/* :-) (^_^) orz and their like. */
static unsigned emoticon_at(const marks *m, unsigned at, double *value)
{
    static const struct {
        const char *form;
        int value;
    } list[] = {
        { ":'-(", -2 },   { ":'(", -2 },   { ":-((", -2 },  { ":((", -2 },
        { ":-)", 1 },     { ":)", 1 },     { ":-D", 2 },    { ":D", 2 },
        { "=)", 1 },      { ";-)", 1 },    { ";)", 1 },     { ":-(", -1 },
        { ":(", -1 },     { "=(", -1 },    { ":-|", 0 },    { ":|", 0 },
        { ":-/", -1 },    { ":/", -1 },    { ">:(", -2 },   { "(^_^)", 1 },
        { "(^^)", 1 },    { "^_^", 1 },    { "^^", 1 },     { "(^o^)", 2 },
        { "(^-^)", 1 },   { "(T_T)", -2 }, { "T_T", -2 },   { "(;_;)", -2 },
        { "(>_<)", -1 },  { "(><)", -1 },  { "(-_-)", -1 }, { "(-_-;)", -1 },
        { "(^_^;)", -1 }, { "(^^;)", -1 }, { "orz", -1 },
    };
    unsigned best = 0, n;
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        for (n = 0; list[i].form[n] && at + n < m->n &&
                    m->cp[at + n] == (unsigned char)list[i].form[n];)
            n++;
        if (!list[i].form[n] && n > best) {
            best = n;
            *value = list[i].value;
        }
    }
    return best;
}

/* ---- stars ------------------------------------------------------------------------------------------- */

/* ★★★☆☆, ●●○, ♥♥♡, ⭐⭐⭐: as many as are full. One alone may be anything. */
static unsigned stars_at(const marks *m, unsigned at, double *value)
{
    static const uint32_t pairs[][2] = {
        { 0x2605, 0x2606 }, { 0x2b50, 0x2606 },  { 0x25cf, 0x25cb },  { 0x25a0, 0x25a1 },
        { 0x2665, 0x2661 }, { 0x2764, 0x1f90d }, { 0x1f31f, 0x2606 },
    };
    unsigned full, n;
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        for (full = 0; at + full < m->n && m->cp[at + full] == pairs[i][0];)
            full++;
        for (n = full; at + n < m->n && m->cp[at + n] == pairs[i][1];)
            n++;
        if (n > 1 || (n == 1 && i < 2)) {
            *value = full;
            return n;
        }
    }
    return 0;
}

/* ---- numbers ------------------------------------------------------------------------------------------ */

static bool digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

/* +1, -0.5 */
static unsigned plain_number(const marks *m, unsigned at, double *value)
{
    char text[DIGITS];
    unsigned n = 0, from = at;

    if (at < m->n && m->cp[at] == 0xb1)
        at++; /* ±0 */
    for (; at < m->n && n < DIGITS; at++) {
        uint32_t cp = m->cp[at];
        bool inside = digit(cp) ||
                      (cp == '.' && n && at + 1 < m->n && digit(m->cp[at + 1])) ||
                      (!n && (cp == '-' || cp == '+'));

        if (!inside)
            break;
        text[n++] = (char)cp;
    }
    return n < DIGITS && cj_number_parse((cj_str){ text, n }, value) ? at - from : 0;
}

static unsigned word_at(const marks *m, unsigned at, const char *word)
{
    cj_str rest = cj_str_of(word);
    unsigned n = 0;

    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (at + n >= m->n || (m->cp[at + n] | (m->cp[at + n] < 0x80 ? 0x20u : 0)) != cp)
            return 0;
        n++;
    }
    return n;
}

/* What may follow a number: /5, 点, pt, %. */
static unsigned number_at(const marks *m, unsigned at, double *value)
{
    static const char *const units[] = { "点", "points", "point", "pts", "pt", "%" };
    unsigned n = plain_number(m, at, value), more;
    double of;
    size_t i;

    if (!n)
        return 0;
    for (more = n; at + more < m->n && m->cp[at + more] == ' ';)
        more++;
    if (at + more < m->n && m->cp[at + more] == '/') {
        unsigned rest = more + 1;

        while (at + rest < m->n && m->cp[at + rest] == ' ')
            rest++;
        if (at + rest >= m->n || !digit(m->cp[at + rest]))
            return 0;
        n = rest + plain_number(m, at + rest, &of);
        more = n;
    }
    for (i = 0; i < sizeof units / sizeof *units; i++) {
        unsigned unit = word_at(m, at + more, units[i]);

        if (unit)
            return more + unit;
    }
    return n;
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

typedef struct said {
    double number, face;
    bool has_number, has_face, mixed;
} said;

/* One piece of the score at `at`; 0: none. */
static unsigned piece(const marks *m, unsigned at, said *s)
{
    double value = 0;
    unsigned n = stars_at(m, at, &value);

    if (!n)
        n = number_at(m, at, &value);
    if (n) {
        s->mixed = s->mixed || s->has_number;
        s->has_number = true;
        s->number = value;
        return n;
    }
    n = face_at(m, at, &value);
    if (!n)
        n = emoticon_at(m, at, &value);
    if (!n)
        return 0;
    s->mixed = s->mixed || (s->has_face && (value < s->face || value > s->face));
    s->has_face = true;
    s->face = value;
    return n;
}

/* 🧑‍💻, 🏢: a picture that says nothing of a feeling, with all that is joined to it. */
static unsigned neutral_at(const marks *m, unsigned at)
{
    unsigned n = 1;

    if (m->cp[at] < 0x1f000 || !cj_utf8_pictograph(m->cp[at]))
        return 0;
    while (at + n + 1 < m->n && m->cp[at + n] == JOINER)
        n += 2;
    return n;
}

/* Space and brackets between a face and its number. */
static bool between(uint32_t cp)
{
    return cp == ' ' || cp == '(' || cp == ')' || cp == ':' || cp == ',' || cp == 0x3001;
}

static unsigned walk(const marks *m, said *s)
{
    unsigned at = 0, n;

    while (at < m->n) {
        n = piece(m, at, s);
        if (!n && between(m->cp[at]) && (at || m->cp[at] == '('))
            n = 1;
        if (!n)
            n = neutral_at(m, at);
        if (!n)
            break;
        at += n;
    }
    return at;
}

static bool result(const said *s, double *value)
{
    if (s->mixed || (!s->has_number && !s->has_face))
        return false;
    *value = s->has_number ? s->number : s->face;
    return true;
}

bool cj_score_parse(cj_str text, double *value)
{
    marks m;
    said s = { 0, 0, false, false, false };

    read_marks(text, &m);
    return m.all && m.n && walk(&m, &s) == m.n && result(&s, value);
}

/* "3つ" and "2回目" count something, "1年" lasts. */
static bool ends_score(const marks *m, unsigned at, const said *s)
{
    uint32_t before = at ? m->cp[at - 1] : 0;

    return at >= m->n || !s->has_number || between(before) || s->has_face ||
           m->cp[at] == 0x2026 || m->cp[at] == '-' || m->cp[at] == 0x3000 ||
           m->cp[at] == '[' || m->cp[at] == 0x3010;
}

bool cj_score_lead(cj_str text, double *value)
{
    marks m;
    said s = { 0, 0, false, false, false };
    unsigned at;

    read_marks(text, &m);
    at = walk(&m, &s);
    return at && ends_score(&m, at, &s) && result(&s, value);
}
