/* normal.c - how labels are made comparable, for the tables and for what people type. */
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

bool cj_label_mark(uint32_t cp)
{
    if (cp < 0x80)
        return cp && strchr("#*-_~>|=+.:;,!\"'`^", (int)cp) != NULL;
    return (cp >= 0xa1 && cp <= 0xbf && cp != 0xaa && cp != 0xba && cp != 0xbf) ||
           (cp >= 0x2010 && cp <= 0x205e) || (cp >= 0x2190 && cp <= 0x2bff) ||
           cp == 0x3001 || cp == 0x3002 || cp == 0x3003 || cp == 0x3012 || cp == 0x3013 ||
           cp == 0x30fb || cp == 0xff65 || (cp >= 0x1f000 && cp <= 0x1faff) ||
           cp == 0x203b || cp == 0x2022;
}

static bool letter(uint32_t cp)
{
    cj_script s = cj_utf8_script(cp);

    return s != CJ_SCRIPT_OTHER && s != CJ_SCRIPT_SPACE && s != CJ_SCRIPT_DIGIT;
}

static uint32_t first_of(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

/* How many bytes of "12." "3)" "(4)" "a." stand in front; 0 where it is no numbering. What
 * follows must not be a digit: 1.5 is a number. */
static size_t numbering(cj_str s)
{
    bool open = s.n && *s.p == '(';
    size_t i = open, from = i;
    cj_str rest;
    uint32_t cp;

    while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    if (i == from && s.n > i + 2 &&
        ((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z')))
        i += s.p[i + 1] == ')' || (s.p[i + 1] == '.' && s.p[i + 2] == ' ');
    if (i == from || i - from > 3 || i == s.n)
        return 0;
    rest = cj_str_from(s, i);
    cp = cj_utf8_next(&rest);
    if (open ? cp != ')'
             : cp != '.' && cp != ')' && cp != ':' && cp != 0x3001 && cp != 0xff0e &&
                   cp != 0xff1a && cp != 0xff09)
        return 0;
    return rest.n && (*rest.p < '0' || *rest.p > '9') ? s.n - rest.n : 0;
}

/* "STEP3:" and "step 3 " in front of a label. */
static size_t step_number(cj_str s)
{
    size_t i = 4, digits;

    if (s.n < 6 || strncasecmp(s.p, "step", 4) != 0)
        return 0;
    while (i < s.n && s.p[i] == ' ')
        i++;
    for (digits = i; i < s.n && s.p[i] >= '0' && s.p[i] <= '9';)
        i++;
    return i > digits && i < s.n ? i : 0;
}

static cj_str lead_off(cj_str s)
{
    for (;;) {
        cj_str rest = s = cj_utf8_trim(s);
        size_t n = numbering(s);

        if (!n)
            n = step_number(s);
        if (!n && s.n && cj_label_mark(cj_utf8_next(&rest)))
            n = s.n - rest.n;
        if (!n)
            return s;
        s = cj_str_from(s, n);
    }
}

static cj_str tail_off(cj_str s)
{
    for (;;) {
        uint32_t cp;

        s = cj_utf8_trim(s);
        cp = cj_utf8_last(s);
        if (!s.n || !(cj_label_mark(cp) || cp == 0xff1a || cp == 0xff0a))
            return s;
        s.n -= cj_utf8_len(cp);
    }
}

static uint32_t closes(uint32_t open)
{
    static const uint32_t pairs[][2] = {
        { '(', ')' },       { '[', ']' },       { '{', '}' },       { '<', '>' },
        { 0x3010, 0x3011 }, { 0x300c, 0x300d }, { 0x300e, 0x300f }, { 0x3014, 0x3015 },
        { 0x300a, 0x300b }, { 0x3008, 0x3009 }, { 0xff08, 0xff09 }, { 0xff3b, 0xff3d },
        { 0xff1c, 0xff1e },
    };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == open)
            return pairs[i][1];
    return 0;
}

/* 【行動】 -> 行動, where the brackets hold the whole and nothing closes in between. */
static cj_str unwrap(cj_str s)
{
    cj_str rest = s;
    uint32_t close = closes(first_of(s)), cp;

    if (!close || cj_utf8_last(s) != close)
        return s;
    cj_utf8_next(&rest);
    s = rest;
    while (rest.n && (cp = cj_utf8_next(&rest)) != close)
        ;
    if (rest.n)
        return (cj_str){ s.p, 0 };
    s.n -= cj_utf8_len(close);
    return s;
}

/* A character of a word, no mark, no bracket, no space. */
static bool firm(uint32_t cp)
{
    return (cp >= 0x3041 && cp <= 0x9fff && cp != 0x30fb) || (cp >= 'a' && cp <= 'z') ||
           (cp >= 'A' && cp <= 'Z');
}

/* Most labels have no decoration, which their ends show. "a)" and "step 3" begin with letters. */
static bool undecorated(cj_str s)
{
    uint32_t cp = first_of(s);

    if (!firm(cp) || !firm(cj_utf8_last(s)))
        return false;
    return cp > 'z' || ((cp | 0x20) != 's' && s.n > 1 && s.p[1] != '.' && s.p[1] != ')');
}

cj_str cj_label_undecorated(cj_str label)
{
    cj_str whole, s, in;

    if (undecorated(label))
        return label;
    whole = cj_utf8_trim(label);
    s = tail_off(lead_off(whole));
    in = unwrap(s);
    if (in.n && in.n < s.n)
        s = tail_off(lead_off(in));
    return s.n ? s : whole;
}

static cj_str without_spaces(cj_arena *arena, cj_str s)
{
    cj_str rest;
    cj_buf b;

    if (!(cj_utf8_survey(s) & CJ_HAS_SPACE))
        return s;
    cj_buf_init(&b, arena);
    cj_buf_space(&b, s.n);
    for (rest = s; rest.n;) {
        cj_str from = rest;

        if (!cj_utf8_space(cj_utf8_next(&rest)))
            cj_buf_add(&b, cj_str_cut(from, 0, from.n - rest.n));
    }
    return cj_buf_str(&b);
}

/* Circled digits become plain ones under NFKC, so decoration goes once before and once after. */
cj_str cj_label_key(cj_arena *arena, cj_str label)
{
    unsigned has = cj_utf8_survey(label);
    cj_str s = label;

    if (has & CJ_HAS_INVISIBLE)
        s = cj_utf8_drop_invisible(arena, s);
    s = cj_label_undecorated(s);
    if (has & (CJ_HAS_OTHER | CJ_HAS_UPPER))
        s = cj_utf8_fold(arena, s);
    s = cj_label_undecorated(s);
    return has & (CJ_HAS_OTHER | CJ_HAS_SPACE) ? without_spaces(arena, s) : s;
}

/* A word ends where a lower-case letter meets an upper-case one: PainPoints. */
static cj_str parted_camel(cj_arena *arena, cj_str s)
{
    size_t i;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < s.n; i++) {
        if (i && s.p[i] >= 'A' && s.p[i] <= 'Z' && s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z')
            cj_buf_byte(&b, ' ');
        cj_buf_byte(&b, s.p[i]);
    }
    return cj_buf_str(&b);
}

/* customer's -> customer; the apostrophe of d'action parts two words. */
static bool possessive(cj_str rest)
{
    cj_str next;

    if (!rest.n || *rest.p != 's')
        return false;
    next = cj_str_from(rest, 1);
    return !next.n || !letter(first_of(next));
}

/* Takes a plural ending off, but leaves success, status and analysis alone. */
static void end_word(cj_buf *b, size_t from)
{
    size_t n = b->n - from;
    char *p = b->p + from;

    if (n < 4 || p[n - 1] != 's' || strchr(n > 4 ? "sui" : "su", p[n - 2]))
        return;
    if (n > 4 && p[n - 2] == 'e' && p[n - 3] == 'i') {
        p[n - 3] = 'y';
        b->n -= 2;
    } else {
        b->n--;
    }
}

/* Bytes of the letters and digits that a text begins with. */
static size_t run(cj_str s)
{
    cj_str rest = s;

    while (rest.n) {
        cj_str before = rest;
        cj_script script = cj_utf8_script(cj_utf8_next(&rest));

        if (script == CJ_SCRIPT_OTHER || script == CJ_SCRIPT_SPACE)
            return s.n - before.n;
    }
    return s.n;
}

cj_str cj_label_words(cj_arena *arena, cj_str label)
{
    unsigned has = cj_utf8_survey(label), camel = CJ_HAS_UPPER | CJ_HAS_LOWER;
    cj_str rest = has & CJ_HAS_INVISIBLE ? cj_utf8_drop_invisible(arena, label) : label;
    cj_buf b;

    if ((has & camel) == camel)
        rest = parted_camel(arena, rest);
    rest = cj_utf8_unaccent(arena, rest);
    cj_buf_init(&b, arena);
    while (rest.n) {
        size_t n = run(rest), from;
        uint32_t cp;

        if (n) {
            if (b.n)
                cj_buf_byte(&b, ' ');
            from = b.n;
            cj_buf_add(&b, cj_str_cut(rest, 0, n));
            end_word(&b, from);
            rest = cj_str_from(rest, n);
        }
        if (!rest.n)
            break;
        cp = cj_utf8_next(&rest);
        if (n && (cp == '\'' || cp == 0x2019) && possessive(rest))
            rest = cj_str_from(rest, 1);
    }
    return cj_buf_str(&b);
}

bool cj_label_small(cj_str word)
{
    static const cj_str small[] = {
        CJ_LIT("a"),    CJ_LIT("an"),  CJ_LIT("the"),   CJ_LIT("of"),  CJ_LIT("d"),
        CJ_LIT("de"),   CJ_LIT("del"), CJ_LIT("della"), CJ_LIT("da"),  CJ_LIT("das"),
        CJ_LIT("do"),   CJ_LIT("dos"), CJ_LIT("des"),   CJ_LIT("du"),  CJ_LIT("l"),
        CJ_LIT("la"),   CJ_LIT("las"), CJ_LIT("le"),    CJ_LIT("les"), CJ_LIT("lo"),
        CJ_LIT("los"),  CJ_LIT("el"),  CJ_LIT("o"),     CJ_LIT("os"),  CJ_LIT("as"),
        CJ_LIT("der"),  CJ_LIT("die"), CJ_LIT("dem"),   CJ_LIT("den"), CJ_LIT("ein"),
        CJ_LIT("eine"),
    };
    size_t i;

    if (!word.n || word.n > 5 || !strchr("adelot", *word.p))
        return false;
    for (i = 0; i < sizeof small / sizeof *small; i++)
        if (cj_str_eq(word, small[i]))
            return true;
    return false;
}

cj_str cj_label_joined(cj_arena *arena, cj_str words)
{
    cj_str rest = words, word;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (words.n && cj_str_split(&rest, ' ', &word))
        if (!cj_label_small(word))
            cj_buf_add(&b, word);
    return b.n ? cj_buf_str(&b) : without_spaces(arena, words);
}

bool cj_label_cjk(cj_str s)
{
    while (s.n) {
        cj_script script = cj_utf8_script(cj_utf8_next(&s));

        if (script == CJ_SCRIPT_HAN || script == CJ_SCRIPT_HIRAGANA ||
            script == CJ_SCRIPT_KATAKANA || script == CJ_SCRIPT_HANGUL)
            return true;
    }
    return false;
}
