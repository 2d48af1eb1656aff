/* xlsx_patch_notes_vml.c - the boxes of notes, in a drawing that need not be well-formed (<br>). */
#include "base/number.h"
#include "sheet/splices.h"
#include "sheet/xlsx_patch_notes.h"

#define BLOCK 1024u /* shapes that one number of a drawing stands for */
#define MOST_BLOCKS 100000u

static const cj_str none = { NULL, 0 };

/* The box of a note. */
typedef struct shape {
    size_t from, to;
    bool note, closed;
    unsigned long row, col; /* from 0 */
    size_t anchor, anchor_to;
} shape;

typedef struct drawing {
    cj_arena *arena;
    cj_str vml;
    shape *shape;
    size_t n_shapes, cap_shapes;
    size_t boxes;  /* with new ones */
    size_t others; /* figures that are no shapes */
    bool has_type;
    cj_raw root, map; /* <o:idmap data="1"/> */
    size_t end;       /* where </xml> stands; 0: nowhere */
    uint32_t last_id, last_block;
    cj_str v, o, x;     /* "v:" */
    const char *spaces; /* what a new element has to declare */
} drawing;

/* ---- tags ------------------------------------------------------------------------------------ */

static size_t behind(cj_str s, size_t at, const char *what)
{
    size_t found = cj_str_find(cj_str_from(s, at), cj_str_of(what));

    return found == CJ_NONE ? s.n : at + found + strlen(what);
}

static size_t tag_end(cj_str s, size_t at)
{
    char quote = 0;

    for (; at < s.n; at++) {
        char c = s.p[at];

        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return s.n;
}

static void name_tag(cj_raw *tag)
{
    size_t from = tag->kind == CJ_RAW_CLOSE ? 2 : 1, end = from, colon = from;
    cj_str s = tag->bytes;

    while (end < s.n && !strchr(" \t\r\n/>", s.p[end]))
        if (s.p[end++] == ':')
            colon = end;
    tag->name = cj_str_cut(s, from, end - from);
    tag->local = cj_str_cut(s, colon, end - colon);
}

/* The next tag at *at or behind it; what is in comments is none. */
static bool next_tag(cj_str s, size_t *at, cj_raw *out)
{
    while (*at < s.n) {
        size_t from = *at + cj_str_find(cj_str_from(s, *at), CJ_STR("<"));
        cj_str rest = cj_str_from(s, from);

        if (from < *at || from >= s.n)
            return false;
        if (cj_str_starts(rest, CJ_STR("<!--"))) {
            *at = behind(s, from, "-->");
        } else if (cj_str_starts(rest, CJ_STR("<![CDATA["))) {
            *at = behind(s, from, "]]>");
        } else if (rest.n > 1 && (rest.p[1] == '!' || rest.p[1] == '?')) {
            *at = behind(s, from, ">");
        } else {
            *at = tag_end(s, from);
            *out = (cj_raw){ .bytes = cj_str_cut(s, from, *at - from) };
            out->kind = rest.n > 1 && rest.p[1] == '/'          ? CJ_RAW_CLOSE
                        : cj_str_ends(out->bytes, CJ_STR("/>")) ? CJ_RAW_EMPTY
                                                                : CJ_RAW_OPEN;
            name_tag(out);
            if (cj_str_ends(out->bytes, CJ_STR(">")) && out->local.n)
                return true;
        }
    }
    return false;
}

/* ---- what is there --------------------------------------------------------------------------- */

static size_t place(const drawing *d, const cj_raw *tag)
{
    return (size_t)(tag->bytes.p - d->vml.p);
}

/* The numbers of blocks: "1" or "1,3". */
static void hear_blocks(drawing *d, cj_str data)
{
    unsigned long n;
    cj_str one;

    while (data.n && cj_str_split(&data, ',', &one))
        if (cj_number_unsigned(cj_str_trim(one), MOST_BLOCKS, &n) && n > d->last_block)
            d->last_block = (uint32_t)n;
}

static void hear_id(drawing *d, const cj_raw *tag)
{
    cj_str id = cj_raw_attr(d->arena, tag, "id"),
           spid = cj_raw_attr(d->arena, tag, ":spid");
    cj_str both[2] = { id, spid };
    unsigned long n;
    size_t i;

    d->has_type = d->has_type || cj_str_eq(id, CJ_STR("_x0000_t202"));
    for (i = 0; i < 2; i++)
        if (cj_str_starts(both[i], CJ_STR("_x0000_s")) &&
            cj_number_unsigned(cj_str_from(both[i], 8), MOST_BLOCKS * BLOCK, &n) &&
            n > d->last_id)
            d->last_id = (uint32_t)n;
}

static bool figure(const cj_raw *tag)
{
    static const char *const names[] = { "rect",  "roundrect", "oval",  "line", "polyline",
                                         "curve", "arc",       "image", "group" };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (cj_raw_is(tag, names[i]))
            return true;
    return false;
}

static cj_str content(const drawing *d, const cj_raw *tag)
{
    size_t from = place(d, tag) + tag->bytes.n;
    size_t n = cj_str_find(cj_str_from(d->vml, from), CJ_STR("<"));

    return tag->kind == CJ_RAW_OPEN && n != CJ_NONE ? cj_str_cut(d->vml, from, n) : none;
}

/* Inside the box of a note. */
static void hear_part(drawing *d, shape *s, const cj_raw *tag)
{
    cj_str inner = content(d, tag);

    if (cj_raw_is(tag, "ClientData"))
        s->note = cj_str_eq(cj_raw_attr(d->arena, tag, "ObjectType"), CJ_STR("Note"));
    if (cj_raw_is(tag, "Row") &&
        !cj_number_unsigned(cj_str_trim(inner), CJ_MOST_ROWS, &s->row))
        s->row = CJ_MOST_ROWS;
    if (cj_raw_is(tag, "Column") &&
        !cj_number_unsigned(cj_str_trim(inner), CJ_MOST_COLS, &s->col))
        s->col = CJ_MOST_COLS;
    if (cj_raw_is(tag, "Anchor") && inner.p) {
        s->anchor = (size_t)(inner.p - d->vml.p);
        s->anchor_to = s->anchor + inner.n;
    }
}

static void hear(drawing *d, const cj_raw *tag)
{
    shape *open = d->n_shapes && !d->shape[d->n_shapes - 1].closed
                      ? &d->shape[d->n_shapes - 1]
                      : NULL;
    size_t at = place(d, tag);

    if (cj_raw_tag(tag))
        hear_id(d, tag);
    if (cj_raw_is(tag, "shape")) {
        CJ_ROOM(d->arena, d->shape, d->n_shapes, d->cap_shapes);
        d->shape[d->n_shapes++] = (shape){ .from = at,
                                           .to = at + tag->bytes.n,
                                           .closed = tag->kind == CJ_RAW_EMPTY,
                                           .row = CJ_MOST_ROWS,
                                           .col = CJ_MOST_COLS };
    } else if (open && cj_raw_ends(tag, "shape")) {
        open->to = at + tag->bytes.n;
        open->closed = true;
    } else if (open) {
        hear_part(d, open, tag);
    } else if (cj_raw_is(tag, "idmap") && !d->map.bytes.p) {
        d->map = *tag;
        hear_blocks(d, cj_raw_attr(d->arena, tag, "data"));
    } else {
        d->others += figure(tag);
    }
}

static void read_drawing(drawing *d)
{
    cj_raw tag, last = { .kind = CJ_RAW_OPEN };
    size_t at = 0;

    for (; next_tag(d->vml, &at, &tag); last = tag) {
        if (!d->root.bytes.p && cj_raw_tag(&tag))
            d->root = tag;
        hear(d, &tag);
    }
    if (last.kind == CJ_RAW_CLOSE && cj_str_eq(last.name, d->root.name))
        d->end = place(d, &last);
}

uint32_t cj_note_blocks_used(cj_arena *arena, cj_str vml)
{
    drawing d = { .arena = arena, .vml = vml };

    read_drawing(&d);
    return d.last_block > d.last_id / BLOCK ? d.last_block : d.last_id / BLOCK;
}

/* ---- names ----------------------------------------------------------------------------------- */

/* The prefix that the root gives that space, with its colon; false: it gives none. */
static bool prefix_of(drawing *d, const char *space, cj_str *out)
{
    cj_str head = d->root.bytes, mark = cj_str_fmt(d->arena, "=\"%s\"", space);
    size_t at = cj_str_find(head, mark), from;

    if (at == CJ_NONE)
        at = cj_str_find(head, cj_str_fmt(d->arena, "='%s'", space));
    if (at == CJ_NONE)
        return false;
    for (from = at; from > 0 && head.p[from - 1] != ':' && head.p[from - 1] != ' '; from--)
        ;
    if (from < 6 || memcmp(head.p + from - 6, "xmlns:", 6) != 0)
        return false;
    *out = cj_str_fmt(d->arena, CJ_FMT ":", CJ_ARG(cj_str_cut(head, from, at - from)));
    return true;
}

#define V_SPACE "urn:schemas-microsoft-com:vml"
#define O_SPACE "urn:schemas-microsoft-com:office:office"
#define X_SPACE "urn:schemas-microsoft-com:office:excel"

static void name_spaces(drawing *d)
{
    bool all = prefix_of(d, V_SPACE, &d->v) && prefix_of(d, O_SPACE, &d->o) &&
               prefix_of(d, X_SPACE, &d->x);

    d->spaces = all ? ""
                    : " xmlns:v=\"" V_SPACE "\" xmlns:o=\"" O_SPACE "\" xmlns:x=\"" X_SPACE
                      "\"";
    if (!all) {
        d->v = CJ_STR("v:");
        d->o = CJ_STR("o:");
        d->x = CJ_STR("x:");
    }
}

/* The template with "v:", "o:" and "x:" as the drawing calls them: after '<', '/' or a blank. */
static void add_named(drawing *d, cj_buf *to, const char *z)
{
    const char *p;

    for (p = z; *p; p++) {
        bool first = p == z || strchr("</ ", p[-1]);
        const cj_str *name = !first || p[1] != ':' ? NULL
                             : *p == 'v'           ? &d->v
                             : *p == 'o'           ? &d->o
                             : *p == 'x'           ? &d->x
                                                   : NULL;

        if (name)
            cj_buf_add(to, *name);
        else
            cj_buf_byte(to, *p);
        p += name != NULL;
    }
}

/* ---- what comes ------------------------------------------------------------------------------ */

/* The number of the next shape: in the drawing's own blocks, else in a new one, which it then has. */
static uint32_t next_id(drawing *d, uint32_t block, bool *new_block)
{
    uint32_t id = d->last_id + 1;

    if (!d->last_id && d->last_block)
        id = d->last_block * BLOCK + 1;
    *new_block = id < BLOCK || (id / BLOCK != d->last_id / BLOCK && d->last_id) ||
                 id / BLOCK > MOST_BLOCKS;
    if (*new_block) {
        id = block * BLOCK + 1;
        d->last_block = block;
    }
    d->last_id = id;
    return id;
}

static void add_type(drawing *d, cj_buf *to)
{
    add_named(d, to,
              "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
              "path=\"m,l,21600r21600,l21600,xe\"");
    cj_buf_z(to, d->spaces);
    add_named(d, to,
              "><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
              "o:connecttype=\"rect\"/></v:shapetype>");
    d->has_type = true;
}

static void add_shape(drawing *d, cj_buf *to, const cj_note_job *job,
                      const cj_note_sizes *sizes, uint32_t id)
{
    cj_str anchor =
        cj_note_anchor(d->arena, sizes, job->edit->row, job->edit->col, job->text);

    add_named(d, to, "<v:shape");
    cj_buf_fmt(to, " id=\"_x0000_s%u\" type=\"#_x0000_t202\"", (unsigned)id);
    cj_buf_z(to, d->spaces);
    cj_buf_fmt(to,
               " style='position:absolute;margin-left:59.25pt;margin-top:1.5pt;"
               "width:108pt;height:59.25pt;z-index:%zu;visibility:hidden'",
               ++d->boxes);
    add_named(
        d, to,
        " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
        "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
        "<v:path o:connecttype=\"none\"/>"
        "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div>"
        "</v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
        "<x:SizeWithCells/><x:Anchor>");
    cj_buf_add(to, anchor);
    add_named(d, to, "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>");
    cj_buf_fmt(to, "%u", job->edit->row - 1);
    add_named(d, to, "</x:Row><x:Column>");
    cj_buf_fmt(to, "%u", job->edit->col - 1);
    add_named(d, to, "</x:Column></x:ClientData></v:shape>");
}

/* The drawing says which blocks it has. */
static void put_blocks(drawing *d, cj_str more, cj_splices *out)
{
    cj_str had = d->map.bytes.p ? cj_raw_attr(d->arena, &d->map, "data") : none;
    cj_raw_set set = { "data", none };
    cj_buf b;

    if (!had.p || !more.n)
        return;
    set.value = cj_str_fmt(d->arena, CJ_FMT CJ_FMT, CJ_ARG(had),
                           CJ_ARG(cj_str_from(more, had.n ? 0 : 1)));
    cj_buf_init(&b, d->arena);
    cj_raw_put(&b, &d->map, &set, 1);
    cj_splice_add(out, place(d, &d->map), place(d, &d->map) + d->map.bytes.n,
                  cj_buf_str(&b));
}

static const shape *box_of(const drawing *d, const cj_edit *edit)
{
    size_t i;

    for (i = 0; i < d->n_shapes; i++) {
        const shape *s = &d->shape[i];

        if (s->note && s->closed && s->row + 1 == edit->row && s->col + 1 == edit->col)
            return s;
    }
    return NULL;
}

static void add_boxes(drawing *d, const cj_note_job *job, size_t n,
                      const cj_note_sizes *sizes, uint32_t *block, cj_splices *out)
{
    cj_buf b, blocks;
    size_t i;

    cj_buf_init(&b, d->arena);
    cj_buf_init(&blocks, d->arena);
    for (i = 0; i < n; i++) {
        bool new_block;

        if (!job[i].came || box_of(d, job[i].edit))
            continue;
        if (!d->has_type)
            add_type(d, &b);
        add_shape(d, &b, &job[i], sizes, next_id(d, *block, &new_block));
        if (new_block)
            cj_buf_fmt(&blocks, ",%u", (unsigned)(*block)++);
    }
    put_blocks(d, cj_buf_str(&blocks), out);
    if (b.n)
        cj_splice_add(out, d->end, d->end, cj_buf_str(&b));
}

/* ---- both ------------------------------------------------------------------------------------ */

static void change_box(drawing *d, const cj_note_job *job, const shape *s,
                       const cj_note_sizes *sizes, size_t *left, cj_splices *out)
{
    cj_str was;

    if (job->gone) {
        cj_splice_add(out, s->from, s->to, CJ_STR(""));
        --*left;
    } else if (job->longer && s->anchor) {
        was = cj_str_cut(d->vml, s->anchor, s->anchor_to - s->anchor);
        cj_splice_add(out, s->anchor, s->anchor_to,
                      cj_note_anchor_grown(d->arena, sizes, was, job->text));
    }
}

static cj_rc endless(cj_str part, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: its part {0} is not well-formed; open it in Excel, let Excel "
        "repair it, and save it again",
        "ブックが壊れています（内部の {0} の形式が正しくありません）。Excelで開いて修復し、"
        "保存し直してください。"
    };

    return cj_fail(err, CJ_EFORMAT, says, part, none);
}

static cj_str new_drawing(cj_arena *arena, uint32_t block)
{
    return cj_str_fmt(arena,
                      "<xml xmlns:v=\"" V_SPACE "\" xmlns:o=\"" O_SPACE
                      "\" xmlns:x=\"" X_SPACE "\"><o:shapelayout v:ext=\"edit\">"
                      "<o:idmap v:ext=\"edit\" data=\"%u\"/></o:shapelayout></xml>",
                      (unsigned)block);
}

cj_rc cj_note_boxes(cj_arena *arena, cj_str part, cj_str vml, const cj_note_job *job,
                    size_t n, const cj_note_sizes *sizes, uint32_t *block, cj_str *out,
                    cj_err *err)
{
    drawing d = { .arena = arena };
    cj_splices made = { .arena = arena };
    size_t left, boxes, i;
    bool came = false;

    d.vml = vml.n ? vml : new_drawing(arena, (*block)++);
    read_drawing(&d);
    name_spaces(&d);
    left = boxes = d.boxes = d.n_shapes;
    for (i = 0; i < n; i++) {
        const shape *s = box_of(&d, job[i].edit);

        if (s && !job[i].came)
            change_box(&d, &job[i], s, sizes, &left, &made);
        came = came || job[i].came;
    }
    if (came && !d.end)
        return endless(part, err);
    add_boxes(&d, job, n, sizes, block, &made);
    *out =
        came || left || d.others || left == boxes ? cj_spliced(&made, d.vml) : CJ_STR("");
    return CJ_OK;
}
