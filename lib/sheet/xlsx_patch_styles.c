/* xlsx_patch_styles.c - the styles part of a workbook that is being changed: read as pieces, written with
 * what was added. */
#include "sheet/xlsx_patch_styles.h"
#include "sheet/xlsx.h"

static const struct {
    const char *list, *item;
} names[CJ_N_STYLE_KINDS] = {
    [CJ_S_CODES] = { "numFmts", "numFmt" }, [CJ_S_FONTS] = { "fonts", "font" },
    [CJ_S_FILLS] = { "fills", "fill" },     [CJ_S_BORDERS] = { "borders", "border" },
    [CJ_S_FORMATS] = { "cellXfs", "xf" },
};

/* ECMA-376 part 1, 18.8.39 */
static const char *const order[] = { "numFmts",      "fonts",   "fills",      "borders",
                                     "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
                                     "tableStyles",  "colors",  "extLst" };
enum { N_CHILDREN = sizeof order / sizeof *order };

/* What the schema does not know stands last. */
static size_t rank_of(cj_str local)
{
    size_t i = 0;

    while (i < N_CHILDREN && !cj_str_eq(local, cj_str_of(order[i])))
        i++;
    return i;
}

/* ---- reading --------------------------------------------------------------------------------------- */

typedef struct scan {
    cj_patch_styles *s;
    cj_style_list *in; /* the list that is open */
    const char *item;  /* what its items are called */
    size_t at, begun;  /* of the piece; of the item that is open */
} scan;

static int kind_of(cj_str local)
{
    int i;

    for (i = 0; i < CJ_N_STYLE_KINDS; i++)
        if (cj_str_eq(local, cj_str_of(names[i].list)))
            return i;
    return -1;
}

static void add_item(scan *c, size_t end)
{
    cj_style_list *list = c->in;

    CJ_ROOM(c->s->arena, list->item, list->n, list->cap);
    list->item[list->n++] = cj_str_cut(c->s->text, c->begun, end - c->begun);
}

static void open_list(scan *c, const cj_raw *piece, int kind)
{
    cj_style_list *list = &c->s->list[kind];

    c->s->frozen = c->s->frozen || list->there;
    list->there = true;
    list->from = c->at;
    list->tag = cj_str_cut(c->s->text, c->at, piece->bytes.n);
    list->to = c->at + piece->bytes.n;
    if (piece->kind == CJ_RAW_OPEN) {
        c->in = list;
        c->item = names[kind].item;
    }
}

/* A list that is not there will stand before the first that comes later in the schema, or last. */
static void pass_child(scan *c, size_t rank)
{
    size_t i;

    for (i = 0; i < CJ_N_STYLE_KINDS; i++) {
        cj_style_list *list = &c->s->list[i];

        if (!list->there && !list->to && rank > rank_of(cj_str_of(names[i].list)))
            list->from = list->to = c->at;
    }
}

/* Lists that stand anywhere but under the root, and what is in a list but no item, are not as Excel writes
 * them: then nobody knows which number an item has. */
static void take_tag(scan *c, const cj_raw *piece)
{
    cj_patch_styles *s = c->s;
    int kind = kind_of(piece->local);
    bool own =
        cj_str_eq(cj_str_cut(piece->name, 0, piece->name.n - piece->local.n), s->prefix);

    if (piece->depth == 1)
        s->prefix = cj_str_copy(s->arena,
                                cj_str_cut(piece->name, 0, piece->name.n - piece->local.n));
    if (piece->depth == 2)
        pass_child(c, rank_of(piece->local));
    if (piece->depth == 2 && kind >= 0 && own)
        open_list(c, piece, kind);
    else if (piece->depth == 2)
        s->parents = s->parents || cj_raw_is(piece, "cellStyleXfs");
    else if (kind >= 0 && own)
        s->frozen = true;
    else if (piece->depth == 3 && c->in && !(own && cj_raw_is(piece, c->item)))
        s->frozen = true;
    if (piece->depth == 3)
        c->begun = c->at;
    if (piece->depth == 3 && c->in && piece->kind == CJ_RAW_EMPTY)
        add_item(c, c->at + piece->bytes.n);
}

static void take_close(scan *c, const cj_raw *piece)
{
    if (c->in && piece->depth == 3)
        add_item(c, c->at + piece->bytes.n);
    if (piece->depth == 1)
        pass_child(c, N_CHILDREN);
    if (c->in && piece->depth == 2) {
        c->in->to = c->at;
        c->in = NULL;
    }
}

static cj_rc scan_part(cj_patching *p, cj_patch_styles *s, cj_err *err)
{
    scan c = { .s = s };
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc;
    size_t i;

    cj_raw_of_bytes(p->arena, s->part, s->text, s->limits, &in);
    while ((rc = cj_raw_next(&in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (cj_raw_tag(&piece))
            take_tag(&c, &piece);
        else if (piece.kind == CJ_RAW_CLOSE)
            take_close(&c, &piece);
        c.at += piece.bytes.n;
    }
    for (i = 0; i < CJ_N_STYLE_KINDS; i++)
        s->list[i].was = s->list[i].n;
    return rc;
}

/* Grounds and dates as our reader has them: themes, tints and palettes are resolved in one place. */
static cj_rc know_formats(cj_patching *p, cj_patch_styles *s, cj_err *err)
{
    static const cj_style plain = { .role = CJ_ROLE_NONE };
    cj_xlsx x = { .arena = p->arena, .package = p->package, .limits = s->limits };
    cj_rc rc;
    uint32_t i;

    x.book = cj_book_new(p->arena, CJ_XLSX);
    x.workbook = p->workbook;
    rc = cj_package_relations(&x.package, x.workbook, &x.relations, err);
    if (rc == CJ_OK)
        rc = cj_xlsx_read_styles(&x, err);
    s->frozen = s->frozen || x.n_styles != s->list[CJ_S_FORMATS].n;
    for (i = 0; rc == CJ_OK && i < s->list[CJ_S_FORMATS].n; i++)
        cj_style_know(s, i,
                      i < x.n_styles && x.style[i] ? &x.book->styles[x.style[i]] : &plain);
    return rc;
}

/* The part that the workbook names; where there is none, the name of the one that is made when it is
 * needed. */
static cj_rc find_part(cj_patching *p, cj_patch_styles *s, cj_err *err)
{
    cj_relations relations;
    const cj_relation *one;
    cj_rc rc = cj_parts_relations(&p->parts, p->workbook, &relations, err);
    size_t n = p->workbook.n;
    cj_str folder;

    if (rc != CJ_OK)
        return rc;
    one = cj_relation_by_type(&relations, CJ_STR("styles"), NULL);
    while (n && p->workbook.p[n - 1] != '/')
        n--;
    folder = cj_str_cut(p->workbook, 0, n);
    s->related = one != NULL;
    s->part = one ? cj_parts_target(&p->parts, p->workbook, one)
                  : cj_str_fmt(p->arena, CJ_FMT "styles.xml", CJ_ARG(folder));
    if (!one && cj_parts_has(&p->parts, s->part))
        s->part = cj_parts_free_name(
            &p->parts,
            cj_str_z(p->arena, cj_str_fmt(p->arena, CJ_FMT "styles", CJ_ARG(folder))),
            ".xml");
    return CJ_OK;
}

/* <styleSheet/> has no room for lists. */
static cj_str opened(cj_arena *arena, cj_str text, const cj_raw *root)
{
    size_t end = (size_t)(root->bytes.p - text.p) + root->bytes.n;

    return cj_str_fmt(arena, CJ_FMT "></" CJ_FMT ">", CJ_ARG(cj_str_cut(text, 0, end - 2)),
                      CJ_ARG(root->name));
}

static cj_rc load_part(cj_patching *p, cj_patch_styles *s, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc;

    s->text = cj_str_fmt(s->arena,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                         "<styleSheet xmlns=\"%s\"></styleSheet>",
                         s->strict ? CJ_STRICT_SPACE : CJ_MAIN_SPACE);
    if (!cj_parts_has(&p->parts, s->part))
        return CJ_OK;
    rc = cj_parts_text(&p->parts, s->part, &s->text, err);
    cj_raw_of_bytes(p->arena, s->part, s->text, s->limits, &in);
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           (piece.kind == CJ_RAW_OTHER || piece.kind == CJ_RAW_TEXT))
        ;
    if (rc == CJ_OK && piece.kind == CJ_RAW_EMPTY)
        s->text = opened(p->arena, s->text, &piece);
    return rc;
}

cj_rc cj_patch_styles_open(cj_patching *p, cj_err *err)
{
    cj_patch_styles *s;
    cj_listed workbook;
    cj_rc rc;

    if (p->styles)
        return CJ_OK;
    s = CJ_NEW(p->arena, cj_patch_styles);
    s->arena = p->arena;
    s->limits = p->package.limits;
    rc = find_part(p, s, err);
    if (rc == CJ_OK)
        rc = cj_patch_listed(p, &workbook, err);
    if (rc != CJ_OK)
        return rc;
    s->strict = workbook.strict;
    rc = load_part(p, s, err);
    if (rc == CJ_OK)
        rc = scan_part(p, s, err);
    if (rc == CJ_OK)
        rc = know_formats(p, s, err);
    if (rc == CJ_OK)
        p->styles = s;
    return rc;
}

/* ---- writing --------------------------------------------------------------------------------------- */

static void put_new(const cj_style_list *list, cj_buf *b)
{
    size_t i;

    for (i = list->was; i < list->n; i++)
        cj_buf_add(b, list->item[i]);
}

/* The tag of a list that has grown: open, and with its new count. */
static void put_tag(const cj_patch_styles *s, const cj_style_list *list, cj_buf *b)
{
    cj_raw_set count = { "count", cj_str_fmt(s->arena, "%zu", list->n) };
    cj_raw tag;

    if (!cj_style_tag(s, list->tag, &tag))
        return;
    cj_raw_put(b, &tag, &count, 1);
    if (tag.kind == CJ_RAW_EMPTY) {
        b->n -= 2;
        cj_buf_byte(b, '>');
    }
}

static void put_grown(const cj_patch_styles *s, size_t kind, size_t *at, cj_buf *b)
{
    const cj_style_list *list = &s->list[kind];
    size_t behind = list->from + list->tag.n;

    cj_buf_add(b, cj_str_cut(s->text, *at, list->from - *at));
    if (list->there)
        put_tag(s, list, b);
    else
        cj_buf_fmt(b, "<" CJ_FMT "%s count=\"%zu\">", CJ_ARG(s->prefix), names[kind].list,
                   list->n);
    cj_buf_add(b, cj_str_cut(s->text, behind, list->to - behind));
    put_new(list, b);
    if (!list->there || cj_str_ends(list->tag, CJ_STR("/>")))
        cj_buf_fmt(b, "</" CJ_FMT "%s>", CJ_ARG(s->prefix), names[kind].list);
    *at = list->to;
}

/* The list that grew and stands next in the part; of two that are not there yet, the first of the schema. */
static int next_grown(const cj_patch_styles *s, const bool *done)
{
    int i, best = -1;

    for (i = 0; i < CJ_N_STYLE_KINDS; i++)
        if (!done[i] && s->list[i].n > s->list[i].was &&
            (best < 0 || s->list[i].from < s->list[best].from))
            best = i;
    return best;
}

static cj_str grown(const cj_patch_styles *s)
{
    bool done[CJ_N_STYLE_KINDS] = { false };
    size_t at = 0;
    cj_buf b;
    int kind;

    cj_buf_init(&b, s->arena);
    while ((kind = next_grown(s, done)) >= 0) {
        put_grown(s, (size_t)kind, &at, &b);
        done[kind] = true;
    }
    cj_buf_add(&b, cj_str_from(s->text, at));
    return cj_buf_str(&b);
}

static cj_rc make_part(cj_patching *p, cj_patch_styles *s, cj_err *err)
{
    cj_str id;
    cj_rc rc = cj_parts_type(&p->parts, s->part,
                             CJ_STR("application/vnd.openxmlformats-officedocument."
                                    "spreadsheetml.styles+xml"),
                             err);

    return rc == CJ_OK && !s->related
               ? cj_parts_relate(&p->parts, p->workbook, "styles", s->part, &id, err)
               : rc;
}

cj_rc cj_patch_styles_put(cj_patching *p, cj_err *err)
{
    cj_patch_styles *s = p->styles;
    size_t i, added = 0;
    cj_rc rc = CJ_OK;

    for (i = 0; s && i < CJ_N_STYLE_KINDS; i++)
        added += s->list[i].n - s->list[i].was;
    if (!added)
        return CJ_OK;
    if (!cj_parts_has(&p->parts, s->part))
        rc = make_part(p, s, err);
    if (rc == CJ_OK)
        cj_parts_set(&p->parts, s->part, grown(s));
    return rc;
}
