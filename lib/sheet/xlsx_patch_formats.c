/* xlsx_patch_formats.c - formats of cells: found among those that a workbook has, or added to them. */
#include "base/digest.h"
#include "sheet/number_format.h"
#include "sheet/xlsx_patch_styles.h"

#define FIRST_CODE 164u /* ids of a workbook's own number formats begin here */
#define DATE_CODE 14u   /* the short date of whoever looks at it */

bool cj_style_tag(const cj_patch_styles *s, cj_str item, cj_raw *out)
{
    cj_raw_reader in;

    cj_raw_of_bytes(s->arena, s->part, item, s->limits, &in);
    return cj_raw_next(&in, out, NULL) == CJ_OK && cj_raw_tag(out);
}

void cj_style_xml(const cj_patch_styles *s, cj_buf *to, const char *xml)
{
    for (; *xml; xml++) {
        cj_buf_byte(to, *xml);
        if (*xml == '<' && xml[1] == '/')
            cj_buf_byte(to, *++xml);
        if (*xml == '<' || (*xml == '/' && xml[1] != '>'))
            cj_buf_add(to, s->prefix);
    }
}

/* ---- lists ------------------------------------------------------------------------------------------ */

static void add(cj_patch_styles *s, cj_style_kind kind, cj_str item)
{
    cj_style_list *list = &s->list[kind];

    CJ_ROOM(s->arena, list->item, list->n, list->cap);
    list->item[list->n++] = item;
}

uint32_t cj_style_put(cj_patch_styles *s, cj_style_kind kind, cj_str item)
{
    const cj_style_list *list = &s->list[kind];
    uint32_t i;

    for (i = 0; i < list->n; i++)
        if (cj_str_eq(list->item[i], item))
            return i;
    add(s, kind, item);
    return i;
}

static void begin_list(cj_patch_styles *s, cj_style_kind kind, const char *xml)
{
    cj_buf b;

    cj_buf_init(&b, s->arena);
    cj_style_xml(s, &b, xml);
    add(s, kind, cj_buf_str(&b));
}

bool cj_style_grows(cj_patch_styles *s)
{
    static const cj_style plain = { .role = CJ_ROLE_NONE };

    if (s->frozen || s->n_formats >= CJ_MOST_FORMATS)
        return false;
    if (!s->list[CJ_S_FONTS].n)
        begin_list(
            s, CJ_S_FONTS,
            "<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>");
    if (!s->list[CJ_S_FILLS].n) {
        begin_list(s, CJ_S_FILLS, "<fill><patternFill patternType=\"none\"/></fill>");
        begin_list(s, CJ_S_FILLS, "<fill><patternFill patternType=\"gray125\"/></fill>");
    }
    if (!s->list[CJ_S_BORDERS].n)
        begin_list(s, CJ_S_BORDERS,
                   "<border><left/><right/><top/><bottom/><diagonal/></border>");
    if (!s->list[CJ_S_FORMATS].n) {
        begin_list(s, CJ_S_FORMATS,
                   "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
        cj_style_know(s, 0, &plain);
    }
    return true;
}

/* ---- fills ------------------------------------------------------------------------------------------ */

/* A ground of one colour, or none: not a pattern, nor one colour that becomes another. */
static bool is_clean(const cj_patch_styles *s, uint32_t fill)
{
    cj_raw_reader in;
    cj_raw piece;

    if (fill >= s->list[CJ_S_FILLS].n)
        return true;
    cj_raw_of_bytes(s->arena, s->part, s->list[CJ_S_FILLS].item[fill], s->limits, &in);
    while (cj_raw_next(&in, &piece, NULL) == CJ_OK && piece.kind != CJ_RAW_END) {
        cj_str type =
            cj_raw_tag(&piece) ? cj_raw_attr(s->arena, &piece, "patternType") : CJ_STR("");

        if (cj_raw_is(&piece, "gradientFill") ||
            (type.n && !cj_str_eq(type, CJ_STR("solid")) &&
             !cj_str_eq(type, CJ_STR("none"))))
            return false;
    }
    return true;
}

uint32_t cj_style_fill_put(cj_patch_styles *s, uint32_t rgb)
{
    cj_buf b;

    cj_buf_init(&b, s->arena);
    if (rgb == CJ_NO_FILL) {
        cj_style_xml(s, &b, "<fill><patternFill patternType=\"none\"/></fill>");
    } else {
        cj_style_xml(s, &b, "<fill><patternFill patternType=\"solid\">");
        cj_style_xml(s, &b, "<fgColor rgb=\"FF");
        cj_buf_fmt(&b, "%06X\"/>", (unsigned)(rgb & 0xffffffu));
        cj_style_xml(s, &b, "<bgColor indexed=\"64\"/></patternFill></fill>");
    }
    return cj_style_put(s, CJ_S_FILLS, cj_buf_str(&b));
}

/* The number of a fill that looks like that, of a format that has one; else of a new one. */
static uint32_t fill_like(cj_patch_styles *s, uint32_t rgb)
{
    uint32_t i;

    for (i = 0; i < s->n_formats; i++)
        if (s->format[i].fill == rgb && s->format[i].clean &&
            s->format[i].fill_id < s->list[CJ_S_FILLS].n)
            return s->format[i].fill_id;
    return cj_style_fill_put(s, rgb);
}

/* ---- number formats --------------------------------------------------------------------------------- */

static bool code_of(const cj_patch_styles *s, size_t i, uint32_t *id, cj_str *code)
{
    cj_raw tag;

    if (!cj_style_tag(s, s->list[CJ_S_CODES].item[i], &tag) ||
        !cj_raw_number(&tag, "numFmtId", id))
        return false;
    *code = cj_raw_attr(s->arena, &tag, "formatCode");
    return true;
}

uint32_t cj_style_code_put(cj_patch_styles *s, cj_str code)
{
    uint32_t id, last = FIRST_CODE - 1;
    cj_str has;
    cj_buf b;
    size_t i;

    for (i = 0; i < s->list[CJ_S_CODES].n; i++) {
        if (!code_of(s, i, &id, &has))
            continue;
        if (cj_str_eq(has, code))
            return id;
        last = id > last && id < 0xffff ? id : last;
    }
    cj_buf_init(&b, s->arena);
    cj_style_xml(s, &b, "<numFmt numFmtId=\"");
    cj_buf_fmt(&b, "%u\" formatCode=\"", last + 1);
    cj_xml_escape(&b, code, true);
    cj_buf_z(&b, "\"/>");
    add(s, CJ_S_CODES, cj_buf_str(&b));
    return last + 1;
}

/* Some workbooks give the ids of built-in formats a meaning of their own. */
static uint32_t date_code(cj_patch_styles *s)
{
    uint32_t id;
    cj_str code;
    size_t i;

    for (i = 0; i < s->list[CJ_S_CODES].n; i++)
        if (code_of(s, i, &id, &code) && id == DATE_CODE && !cj_number_format_is_date(code))
            return cj_style_code_put(s, CJ_STR("yyyy-mm-dd"));
    return DATE_CODE;
}

/* ---- what formats say ------------------------------------------------------------------------------- */

/* Blanks between attributes say nothing. */
static cj_str without_blanks(cj_arena *arena, cj_str s)
{
    char *p = cj_alloc_text(arena, s.n + 1), quote = 0;
    size_t i, n = 0;

    for (i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (quote ? c == quote : c == '"' || c == '\'')
            quote = quote ? 0 : c;
        if (quote || (c != ' ' && c != '\n' && c != '\r' && c != '\t'))
            p[n++] = c;
    }
    return (cj_str){ p, n };
}

/* <xf …></xf> is the same as <xf …/>. */
static cj_str base_of(const cj_patch_styles *s, cj_str item)
{
    static const cj_raw_set none[] = { { "fillId", { NULL, 0 } },
                                       { "applyFill", { NULL, 0 } } };
    cj_raw tag;
    cj_buf b;

    if (!cj_style_tag(s, item, &tag))
        return item;
    cj_buf_init(&b, s->arena);
    cj_raw_put(&b, &tag, none, 2);
    if (tag.kind == CJ_RAW_EMPTY) {
        b.n -= 2;
        cj_buf_fmt(&b, "></" CJ_FMT ">", CJ_ARG(tag.name));
    } else {
        cj_buf_add(&b, cj_str_from(item, tag.bytes.n));
    }
    return without_blanks(s->arena, cj_buf_str(&b));
}

static cj_style_chain *bucket(cj_patch_styles *s, cj_str base, uint32_t fill)
{
    cj_digest d = cj_digest_none();

    cj_digest_add(&d, base);
    return &s->bucket[(d.low ^ (uint64_t)fill * 0x9e3779b9u) % CJ_STYLE_BUCKETS];
}

void cj_style_know(cj_patch_styles *s, uint32_t i, const cj_style *shown)
{
    cj_str item = s->list[CJ_S_FORMATS].item[i];
    cj_style_format *f;
    cj_style_chain *chain;
    cj_raw tag;

    CJ_ROOM(s->arena, s->format, s->n_formats, s->cap_formats);
    f = &s->format[s->n_formats++];
    memset(f, 0, sizeof *f);
    if (cj_style_tag(s, item, &tag))
        cj_raw_number(&tag, "fillId", &f->fill_id);
    f->base = base_of(s, item);
    f->fill = shown->has_fill ? shown->fill : CJ_NO_FILL;
    f->clean = is_clean(s, f->fill_id);
    f->date = shown->date;
    chain = bucket(s, f->base, f->fill);
    if (chain->last)
        s->format[chain->last - 1].next = i + 1;
    else
        chain->first = i + 1;
    chain->last = i + 1;
}

/* ---- finding ---------------------------------------------------------------------------------------- */

/* The first of that base and ground: with the fill of that number where it is given, else one of one colour
 * before one with a pattern. Its number + 1. */
static uint32_t find(cj_patch_styles *s, cj_str base, uint32_t fill, const uint32_t *id)
{
    uint32_t at, any = 0;

    for (at = bucket(s, base, fill)->first; at; at = s->format[at - 1].next) {
        const cj_style_format *f = &s->format[at - 1];

        if (f->fill != fill || !cj_str_eq(f->base, base))
            continue;
        if (id ? f->fill_id == *id : f->clean)
            return at;
        any = any || id ? any : at;
    }
    return any;
}

uint32_t cj_style_format_put(cj_patch_styles *s, cj_str item, const cj_style *shown)
{
    uint32_t id = 0, at;
    cj_raw tag;

    if (cj_style_tag(s, item, &tag))
        cj_raw_number(&tag, "fillId", &id);
    at = find(s, base_of(s, item), shown->has_fill ? shown->fill : CJ_NO_FILL, &id);
    if (at)
        return at - 1;
    add(s, CJ_S_FORMATS, item);
    cj_style_know(s, (uint32_t)s->n_formats, shown);
    return (uint32_t)s->n_formats - 1;
}

/* A format with some attributes changed. */
static cj_str changed(const cj_patch_styles *s, uint32_t i, const cj_raw_set *set, size_t n)
{
    cj_str item = s->list[CJ_S_FORMATS].item[i];
    cj_raw tag;
    cj_buf b;

    if (!cj_style_tag(s, item, &tag))
        return item;
    cj_buf_init(&b, s->arena);
    cj_raw_put(&b, &tag, set, n);
    cj_buf_add(&b, cj_str_from(item, tag.bytes.n));
    return cj_buf_str(&b);
}

static cj_str digits(const cj_patch_styles *s, uint32_t n)
{
    return cj_str_fmt(s->arena, "%u", (unsigned)n);
}

uint32_t cj_patch_style_filled(cj_patching *p, uint32_t xf, uint32_t rgb)
{
    cj_patch_styles *s = p->styles;
    cj_raw_set set[] = { { "fillId", CJ_STR("") }, { "applyFill", CJ_STR("1") } };
    cj_style shown = { .has_fill = rgb != CJ_NO_FILL, .fill = rgb };
    uint32_t at, given = xf; /* one that is not there looks like the first */

    rgb = rgb == CJ_NO_FILL ? rgb : rgb & 0xffffffu;
    xf = xf < s->n_formats ? xf : 0;
    if (s->n_formats ? s->format[xf].fill == rgb : rgb == CJ_NO_FILL)
        return given;
    at = s->n_formats ? find(s, s->format[xf].base, rgb, NULL) : 0;
    if (at || !cj_style_grows(s))
        return at ? at - 1 : given;
    shown.date = s->format[xf].date;
    shown.fill = rgb;
    set[0].value = digits(s, fill_like(s, rgb));
    return cj_style_format_put(s, changed(s, xf, set, 2), &shown);
}

uint32_t cj_patch_style_dated(cj_patching *p, uint32_t xf)
{
    cj_patch_styles *s = p->styles;
    cj_raw_set set[] = { { "numFmtId", CJ_STR("") }, { "applyNumberFormat", CJ_STR("1") } };
    cj_style shown = { .date = true };
    uint32_t given = xf;

    xf = xf < s->n_formats ? xf : 0;
    if ((s->n_formats && s->format[xf].date) || !cj_style_grows(s))
        return given;
    shown.has_fill = s->format[xf].fill != CJ_NO_FILL;
    shown.fill = s->format[xf].fill;
    set[0].value = digits(s, date_code(s));
    return cj_style_format_put(s, changed(s, xf, set, 2), &shown);
}
