/* xlsx_styles.c - cell formats: number formats, fills, bold and struck-through fonts. */
#include "base/number.h"
#include "sheet/number_format.h"
#include "sheet/xlsx.h"
#include <stdlib.h>
#include <string.h>

typedef struct font {
    bool bold, strike;
} font;

/* A colour as it is written: what an index means may come later in the part. */
typedef struct fill {
    enum { NO_COLOUR, RGB, INDEX, THEME } kind;
    uint32_t value; /* 0xRRGGBB, or the index */
    double tint;
} fill;

typedef struct code {
    unsigned id;
    cj_str text;
    bool date;
    size_t order;
} code;

typedef struct format {
    uint32_t code, font, fill;
} format;

typedef enum section { NO_SECTION, NUM_FMTS, FONTS, FILLS, CELL_XFS, INDEXED } section;

#define PALETTE 64u

typedef struct styles_reader {
    cj_xlsx *x;
    cj_arena *arena;
    section section;
    code *codes;
    size_t n_codes, cap_codes;
    font *fonts;
    size_t n_fonts, cap_fonts;
    fill *fills;
    size_t n_fills, cap_fills;
    format *formats;
    size_t n_formats, cap_formats;
    bool solid, pattern; /* of the fill being read */
    uint32_t palette[PALETTE];
    size_t n_palette; /* how many the workbook redefined */
    uint32_t theme[CJ_THEME_COLOURS];
} styles_reader;

static const uint32_t usual_palette[PALETTE] = {
    0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff,
    0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xc0c0c0, 0x808080,
    0x9999ff, 0x993366, 0xffffcc, 0xccffff, 0x660066, 0xff8080, 0x0066cc, 0xccccff,
    0x000080, 0xff00ff, 0xffff00, 0x00ffff, 0x800080, 0x800000, 0x008080, 0x0000ff,
    0x00ccff, 0xccffff, 0xccffcc, 0xffff99, 0x99ccff, 0xff99cc, 0xcc99ff, 0xffcc99,
    0x3366ff, 0x33cccc, 0x99cc00, 0xffcc00, 0xff9900, 0xff6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
};

static unsigned long number(cj_xml_attrs attrs, const char *name, unsigned long otherwise)
{
    unsigned long n;

    return cj_number_unsigned(cj_xml_attr(attrs, name), 0xffffffff, &n) ? n : otherwise;
}

/* ---- parts of a format ---------------------------------------------------------------------- */

static void add_code(styles_reader *r, cj_xml_attrs attrs)
{
    code *c;

    CJ_ROOM(r->arena, r->codes, r->n_codes, r->cap_codes);
    c = &r->codes[r->n_codes];
    c->order = r->n_codes++;
    c->id = (unsigned)number(attrs, "numFmtId", 0);
    c->text = cj_str_copy(r->x->arena, cj_xml_attr(attrs, "formatCode"));
    c->date = cj_number_format_is_date(c->text);
}

static void on_font(styles_reader *r, cj_str name, cj_xml_attrs attrs)
{
    cj_str val = cj_xml_attr(attrs, "val");
    bool on = !val.p || cj_xml_true(val);

    if (cj_str_eq(name, CJ_STR("font"))) {
        CJ_ROOM(r->arena, r->fonts, r->n_fonts, r->cap_fonts);
        memset(&r->fonts[r->n_fonts++], 0, sizeof *r->fonts);
    } else if (r->n_fonts && cj_str_eq(name, CJ_STR("b"))) {
        r->fonts[r->n_fonts - 1].bold = on;
    } else if (r->n_fonts && cj_str_eq(name, CJ_STR("strike"))) {
        r->fonts[r->n_fonts - 1].strike = on;
    }
}

/* An "automatic" colour is none. */
static void read_colour(cj_xml_attrs attrs, fill *out)
{
    unsigned long theme = number(attrs, "theme", CJ_THEME_COLOURS);
    unsigned long index = number(attrs, "indexed", PALETTE + 2);

    if (theme < CJ_THEME_COLOURS) {
        out->kind = THEME;
        out->value = (uint32_t)theme;
    } else if (index < PALETTE + 2) {
        out->kind = INDEX;
        out->value = (uint32_t)index;
    } else if (cj_rgb_parse(cj_xml_attr(attrs, "rgb"), &out->value)) {
        out->kind = RGB;
    }
    if (!cj_number_parse(cj_xml_attr(attrs, "tint"), &out->tint))
        out->tint = 0;
}

/* Of a hatched fill the background is what one sees behind the text; of a gradient, its
 * beginning. */
static void on_fill(styles_reader *r, cj_str name, cj_xml_attrs attrs)
{
    fill *f = r->n_fills ? &r->fills[r->n_fills - 1] : NULL;
    cj_str type = cj_xml_attr(attrs, "patternType");

    if (cj_str_eq(name, CJ_STR("fill"))) {
        CJ_ROOM(r->arena, r->fills, r->n_fills, r->cap_fills);
        memset(&r->fills[r->n_fills++], 0, sizeof *r->fills);
        r->solid = r->pattern = false;
    } else if (cj_str_eq(name, CJ_STR("patternFill"))) {
        r->solid = cj_str_eq(type, CJ_STR("solid"));
        r->pattern = type.n && !r->solid && !cj_str_eq(type, CJ_STR("none"));
    } else if (f && (cj_str_eq(name, CJ_STR("fgColor")) ? r->solid
                     : cj_str_eq(name, CJ_STR("bgColor"))
                         ? r->pattern
                         : cj_str_eq(name, CJ_STR("color")) && f->kind == NO_COLOUR)) {
        read_colour(attrs, f);
    }
}

static void on_indexed(styles_reader *r, cj_xml_attrs attrs)
{
    uint32_t rgb;

    if (r->n_palette < PALETTE && cj_rgb_parse(cj_xml_attr(attrs, "rgb"), &rgb))
        r->palette[r->n_palette] = rgb;
    r->n_palette++;
}

static void add_format(styles_reader *r, cj_xml_attrs attrs)
{
    format *f;

    CJ_ROOM(r->arena, r->formats, r->n_formats, r->cap_formats);
    f = &r->formats[r->n_formats++];
    f->code = (uint32_t)number(attrs, "numFmtId", 0);
    f->font = (uint32_t)number(attrs, "fontId", 0);
    f->fill = (uint32_t)number(attrs, "fillId", 0);
}

static section section_of(cj_str name)
{
    static const struct {
        const char *name;
        section section;
    } sections[] = {
        { "numFmts", NUM_FMTS }, { "fonts", FONTS },           { "fills", FILLS },
        { "cellXfs", CELL_XFS }, { "indexedColors", INDEXED },
    };
    size_t i;

    for (i = 0; i < sizeof sections / sizeof *sections; i++)
        if (cj_str_eq(name, cj_str_of(sections[i].name)))
            return sections[i].section;
    return NO_SECTION;
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    styles_reader *r = context;
    size_t limit = r->x->limits->side;

    if (r->n_codes >= limit || r->n_fonts >= limit || r->n_fills >= limit ||
        r->n_formats >= limit)
        return cj_xlsx_too_many(r->x, limit, err);
    if (r->section == NO_SECTION)
        r->section = section_of(name);
    else if (r->section == NUM_FMTS && cj_str_eq(name, CJ_STR("numFmt")))
        add_code(r, attrs);
    else if (r->section == FONTS)
        on_font(r, name, attrs);
    else if (r->section == FILLS)
        on_fill(r, name, attrs);
    else if (r->section == CELL_XFS && cj_str_eq(name, CJ_STR("xf")))
        add_format(r, attrs);
    else if (r->section == INDEXED && cj_str_eq(name, CJ_STR("rgbColor")))
        on_indexed(r, attrs);
    return CJ_OK;
}

static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    styles_reader *r = context;

    (void)err;
    if (section_of(name) == r->section)
        r->section = NO_SECTION;
    return CJ_OK;
}

/* ---- from formats to the book's styles ------------------------------------------------------ */

static int by_id(const void *x, const void *y)
{
    const code *a = x, *b = y;

    if (a->id != b->id)
        return a->id < b->id ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* A code of the workbook's own goes before a built-in one of the same id; of two, the later. */
static void set_code(const styles_reader *r, uint32_t id, cj_style *s)
{
    size_t lo = 0, hi = r->n_codes;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (r->codes[mid].id <= id)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo && r->codes[lo - 1].id == id) {
        s->number_format = r->codes[lo - 1].text;
        s->date = r->codes[lo - 1].date;
    } else {
        s->number_format = cj_number_format_builtin(id);
        s->date = cj_number_format_is_date(s->number_format);
    }
}

/* Only indices 64 and 65, the colours of the system's text and window, lie past the palette. */
static uint32_t rgb_of(const styles_reader *r, const fill *f)
{
    if (f->kind == RGB)
        return f->value;
    if (f->kind == THEME)
        return r->theme[f->value];
    if (f->value < PALETTE)
        return r->palette[f->value];
    return f->value == PALETTE ? 0x000000 : 0xffffff;
}

/* The theme is the largest part of many a small workbook: it is read only where a fill needs
 * it. */
static cj_rc read_theme(styles_reader *r, cj_err *err)
{
    size_t i;

    for (i = 0; i < r->n_fills; i++)
        if (r->fills[i].kind == THEME)
            return cj_xlsx_read_theme(r->x, r->theme, err);
    return CJ_OK;
}

/* Formats that say nothing to us share the book's plain style. */
static bool plain(const cj_style *s)
{
    return !s->date && !s->bold && !s->strike && !s->has_fill &&
           (!s->number_format.n || cj_str_eq(s->number_format, CJ_STR("General")));
}

static void build(styles_reader *r)
{
    cj_xlsx *x = r->x;
    cj_book *book = x->book;
    size_t i;

    if (r->n_codes)
        qsort(r->codes, r->n_codes, sizeof *r->codes, by_id);
    x->style = CJ_NEW_N(r->arena, uint32_t, r->n_formats + 1);
    x->n_styles = r->n_formats;
    for (i = 0; i < r->n_formats; i++) {
        const format *f = &r->formats[i];
        cj_style s;

        memset(&s, 0, sizeof s);
        set_code(r, f->code, &s);
        s.bold = f->font < r->n_fonts && r->fonts[f->font].bold;
        s.strike = f->font < r->n_fonts && r->fonts[f->font].strike;
        if (f->fill < r->n_fills && r->fills[f->fill].kind != NO_COLOUR) {
            s.has_fill = true;
            s.fill = cj_tinted(rgb_of(r, &r->fills[f->fill]), r->fills[f->fill].tint);
        }
        if (plain(&s))
            continue;
        CJ_ROOM(x->arena, book->styles, book->n_styles, book->cap_styles);
        x->style[i] = (uint32_t)book->n_styles;
        book->styles[book->n_styles++] = s;
    }
}

cj_rc cj_xlsx_read_styles(cj_xlsx *x, cj_err *err)
{
    static const cj_xml_events events = { .start = on_start, .end = on_end };
    const cj_relation *one = cj_relation_by_type(&x->relations, CJ_STR("styles"), NULL);
    styles_reader r;
    cj_str part;
    cj_rc rc;

    memset(&r, 0, sizeof r);
    r.x = x;
    r.arena = x->package.arena;
    memcpy(r.palette, usual_palette, sizeof r.palette);
    if (!one)
        return CJ_OK;
    part = cj_package_target(&x->package, x->workbook, one);
    if (!cj_package_has(&x->package, part))
        return CJ_OK;
    rc = cj_package_read(&x->package, part, &events, &r, err);
    if (rc == CJ_OK)
        rc = read_theme(&r, err);
    if (rc == CJ_OK)
        build(&r);
    return rc;
}
