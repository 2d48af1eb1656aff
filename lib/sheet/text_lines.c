/* text_lines.c - breaks a text into lines as spreadsheets do, with a guess at every glyph. */
#include "sheet/text_lines.h"
#include "base/utf8.h"

/* Arial's widths, and a little more. A table, since every character of a book is asked for. */
static unsigned ascii_width(uint32_t cp)
{
    /* clang-format off */
    static const unsigned char widths[] = {
        30, 30, 36, 57, 57, 98, 57, 25, 36, 36, 57, 57, 30, 36, 30, 30, /*  !"#$%&'()*+,-./ */
        57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 30, 30, 57, 57, 57, 57, /* 0123456789:;<=>? */
        98, 72, 72, 72, 72, 72, 63, 84, 72, 30, 52, 72, 63, 98, 72, 84, /* @ABCDEFGHIJKLMNO */
        72, 84, 72, 72, 63, 72, 72, 98, 72, 72, 63, 30, 30, 30, 57, 57, /* PQRSTUVWXYZ[\]^_ */
        30, 57, 57, 52, 57, 57, 30, 57, 57, 25, 25, 52, 25, 84, 57, 57, /* `abcdefghijklmno */
        57, 57, 36, 52, 30, 57, 52, 84, 52, 52, 52, 36, 25, 36, 57, /* pqrstuvwxyz{|}~ */
    };
    /* clang-format on */

    return cp >= ' ' && cp <= '~' ? widths[cp - ' '] : 57;
}

/* What East Asian fonts draw wide although terminals do not: Greek, arrows, circled figures … */
static bool ambiguous(uint32_t cp)
{
    return (cp >= 0x370 && cp < 0x460) || (cp >= 0x2010 && cp < 0x2c00);
}

static unsigned other_width(cj_str one, uint32_t cp, cj_lang lang)
{
    unsigned columns = cj_utf8_width(one);

    if (columns > 1)
        return CJ_TEXT_EM;
    if (ambiguous(cp))
        return lang == CJ_JA ? CJ_TEXT_EM : cp < 0x2028 ? 56 : 90;
    return columns * 66;
}

static unsigned glyph(cj_str one, uint32_t cp, const cj_type *type)
{
    unsigned w = cp == '\n' || !cp ? 0
                 : cp < 0x80       ? ascii_width(cp)
                                   : other_width(one, cp, type->lang);

    return type->bold && w < CJ_TEXT_EM ? w + w / 12 : w;
}

static bool closes(uint32_t cp)
{
    static const uint32_t marks[] = { 0x3001, 0x3002, 0x300d, 0x300f, 0x3011,
                                      0x3015, 0x30fb, 0x30fc, 0xff01, 0xff09,
                                      0xff0c, 0xff0e, 0xff1f, 0xff1a, 0x3083,
                                      0x3085, 0x3087, 0x3063, 0x30e3, 0x30e5,
                                      0x30e7, 0x30c3, 0x2026, 0x301c, 0xff5e };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == cp)
            return true;
    return false;
}

static bool opens(uint32_t cp)
{
    return cp == 0x300c || cp == 0x300e || cp == 0x3010 || cp == 0x3014 || cp == 0xff08;
}

/* A character that a line may be parted at on both sides. */
static bool loose(uint32_t cp)
{
    return (cp >= 0x2e80 && cp < 0xa000) || (cp >= 0xac00 && cp < 0xd7b0) ||
           (cp >= 0xf900 && cp < 0xfb00) || (cp >= 0xff00 && cp < 0xffe0) || cp >= 0x20000;
}

typedef struct unit {
    unsigned width, blank; /* blanks behind it hang over the edge */
    unsigned widest;       /* of its glyphs */
} unit;

/* Takes off what stays together: a word with the blanks behind it, or one wide character with its
 * marks. */
static unit take(cj_str *rest, const cj_type *type)
{
    unit u = { 0, 0, 0 };
    uint32_t before = 0;

    while (rest->n) {
        cj_str from = *rest, one;
        uint32_t cp = cj_utf8_next(rest);
        unsigned w;

        one = cj_str_cut(from, 0, from.n - rest->n);
        w = glyph(one, cp, type);
        if (before && !closes(cp) && !opens(before) &&
            ((u.blank && cp != ' ') || loose(cp) || loose(before) || before == '-') && w) {
            *rest = from;
            break;
        }
        if (cp == ' ' || cp == '\t' || cp == 0x3000)
            u.blank += w;
        else
            u.width += u.blank + w, u.blank = 0;
        u.widest = w > u.widest ? w : u.widest;
        before = cp;
    }
    return u;
}

/* The lines of a word that is wider than a line: as many glyphs on each as surely fit. */
static unsigned parted(unsigned width, unsigned room, unsigned widest)
{
    unsigned fit = room > 2 * widest ? room - widest : room / 2 + 1;

    return (width + fit - 1) / fit;
}

static unsigned lines_of(cj_str line, const cj_type *type, unsigned room)
{
    unsigned lines = 1, x = 0;

    while (line.n) {
        unit u = take(&line, type);

        if (x && x + u.width > room) {
            lines++;
            x = 0;
        }
        if (u.width > room) {
            lines += parted(u.width, room, u.widest) - 1;
            x = room / 2; /* somewhere in its last line */
        } else {
            x += u.width + u.blank;
        }
    }
    return lines;
}

unsigned cj_text_lines(cj_str text, const cj_type *type, unsigned room)
{
    unsigned lines = 0;
    cj_str line;

    room = room ? room : 1;
    if (!text.n)
        return 1;
    while (cj_str_split(&text, '\n', &line))
        lines += lines_of(line, type, room);
    return lines;
}

unsigned cj_text_width(cj_str text, const cj_type *type)
{
    unsigned widest = 0, x = 0;

    while (text.n) {
        cj_str from = text;
        uint32_t cp = cj_utf8_next(&text);

        x = cp == '\n' ? 0 : x + glyph(cj_str_cut(from, 0, from.n - text.n), cp, type);
        widest = x > widest ? x : widest;
    }
    return widest;
}

static bool has_wide(cj_str text)
{
    while (text.n)
        if (cj_utf8_next(&text) >= 0x2e80)
            return true;
    return false;
}

/* Yu Gothic stands 1.7 high in Excel; Latin fonts grow where a line borrows Japanese glyphs. */
double cj_text_leading(cj_str text, const cj_type *type)
{
    return type->size * (type->lang == CJ_JA ? 1.72 : has_wide(text) ? 1.6 : 1.3);
}

size_t cj_text_units(cj_str text)
{
    size_t n = 0;

    while (text.n)
        n += cj_utf8_next(&text) > 0xffff ? 2 : 1;
    return n;
}
