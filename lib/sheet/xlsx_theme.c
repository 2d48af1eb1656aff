/* xlsx_theme.c - the colours of the workbook's theme, and their lighter and darker tints. */
#include "sheet/xlsx.h"
#include <math.h>
#include <string.h>

typedef struct theme_reader {
    uint32_t *colour;
    int slot; /* inside which colour of the scheme; -1: none */
    bool scheme;
} theme_reader;

static int slot_of(cj_str name)
{
    /* theme="0" is the light background, though the part lists the dark text first. */
    static const char *const names[CJ_THEME_COLOURS] = {
        "lt1",     "dk1",     "lt2",     "dk2",     "accent1", "accent2",
        "accent3", "accent4", "accent5", "accent6", "hlink",   "folHlink",
    };
    int i;

    for (i = 0; i < (int)CJ_THEME_COLOURS; i++)
        if (cj_str_eq(name, cj_str_of(names[i])))
            return i;
    return -1;
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    theme_reader *r = context;
    cj_str value = { NULL, 0 };
    uint32_t rgb;

    (void)err;
    if (cj_str_eq(name, CJ_STR("clrScheme")))
        r->scheme = true;
    else if (r->scheme && slot_of(name) >= 0)
        r->slot = slot_of(name);
    else if (cj_str_eq(name, CJ_STR("srgbClr")))
        value = cj_xml_attr(attrs, "val");
    else if (cj_str_eq(name, CJ_STR("sysClr")))
        value = cj_xml_attr(attrs, "lastClr");
    if (r->slot >= 0 && cj_rgb_parse(value, &rgb))
        r->colour[r->slot] = rgb;
    return CJ_OK;
}

static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    theme_reader *r = context;

    (void)err;
    if (cj_str_eq(name, CJ_STR("clrScheme")))
        r->scheme = false;
    if (slot_of(name) >= 0)
        r->slot = -1;
    return CJ_OK;
}

cj_rc cj_xlsx_read_theme(cj_xlsx *x, uint32_t colours[CJ_THEME_COLOURS], cj_err *err)
{
    static const uint32_t office[CJ_THEME_COLOURS] = {
        0xffffff, 0x000000, 0xeeece1, 0x1f497d, 0x4f81bd, 0xc0504d,
        0x9bbb59, 0x8064a2, 0x4bacc6, 0xf79646, 0x0000ff, 0x800080,
    };
    static const cj_xml_events events = { .start = on_start, .end = on_end };
    const cj_relation *one = cj_relation_by_type(&x->relations, CJ_STR("theme"), NULL);
    theme_reader r = { colours, -1, false };
    cj_str part;

    memcpy(colours, office, sizeof office);
    if (!one)
        return CJ_OK;
    part = cj_package_target(&x->package, x->workbook, one);
    return cj_package_has(&x->package, part)
               ? cj_package_read(&x->package, part, &events, &r, err)
               : CJ_OK;
}

/* One channel of a colour given by hue and lightness. */
static double channel(double low, double high, double hue)
{
    hue -= floor(hue);
    if (hue < 1.0 / 6)
        return low + (high - low) * 6 * hue;
    if (hue < 0.5)
        return high;
    return hue < 2.0 / 3 ? low + (high - low) * 6 * (2.0 / 3 - hue) : low;
}

static uint32_t byte_of(double x)
{
    long n = lround(x * 255);

    return (uint32_t)(n < 0 ? 0 : n > 255 ? 255 : n);
}

/* ECMA-376 18.3.1.15: the lightness of hue, lightness, saturation is moved. */
uint32_t cj_tinted(uint32_t rgb, double tint)
{
    double r = (rgb >> 16 & 255) / 255.0, g = (rgb >> 8 & 255) / 255.0,
           b = (rgb & 255) / 255.0;
    double max = fmax(r, fmax(g, b)), min = fmin(r, fmin(g, b)), l = (max + min) / 2;
    double span = max - min, hue = 0, saturation = 0, high;

    if (!(tint >= -1 && tint <= 1) || tint == 0)
        return rgb;
    if (span > 0) {
        saturation = l > 0.5 ? span / (2 - max - min) : span / (max + min);
        hue = max == r   ? (g - b) / span / 6
              : max == g ? ((b - r) / span + 2) / 6
                         : ((r - g) / span + 4) / 6;
    }
    l = tint < 0 ? l * (1 + tint) : l * (1 - tint) + tint;
    high = l < 0.5 ? l * (1 + saturation) : l + saturation - l * saturation;
    return byte_of(channel(2 * l - high, high, hue + 1.0 / 3)) << 16 |
           byte_of(channel(2 * l - high, high, hue)) << 8 |
           byte_of(channel(2 * l - high, high, hue - 1.0 / 3));
}

bool cj_rgb_parse(cj_str s, uint32_t *out)
{
    uint32_t value = 0;
    size_t i;

    if (s.n != 6 && s.n != 8)
        return false;
    for (i = 0; i < s.n; i++) {
        char c = s.p[i];
        int digit = c >= '0' && c <= '9'                     ? c - '0'
                    : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                             : -1;

        if (digit < 0)
            return false;
        value = value << 4 | (uint32_t)digit;
    }
    *out = value & 0xffffff;
    return true;
}
