/* xlsx_patch_text.c - a cell's text written anew, with the letters of the one that was there. */
#include "base/utf8.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_patch_cells.h"
#include "sheet/xlsx_text.h"

/* A part of a text that looks the same. */
typedef struct run {
    cj_str look; /* its <rPr>, all of it; empty: as the cell */
    cj_str text;
} run;

typedef struct item {
    cj_arena *arena;
    run *run;
    size_t n, cap;
    bool rich;    /* it comes in runs */
    bool foreign; /* its tags have another prefix than the sheet's */
} item;

/* Line ends as XML reads them: those that are meant otherwise are written as references. */
static void add_lines(cj_buf *to, cj_str raw)
{
    size_t i;

    for (i = 0; i < raw.n; i++) {
        bool cr = raw.p[i] == '\r';

        cj_buf_byte(to, cr ? '\n' : raw.p[i]);
        i += cr && i + 1 < raw.n && raw.p[i + 1] == '\n';
    }
}

/* What stands up to the end of the element that was just opened, as text. */
static cj_rc read_text(cj_raw_reader *in, cj_buf *to)
{
    size_t depth = in->depth;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    while (in->depth >= depth && (rc = cj_raw_next(in, &piece, NULL)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        cj_buf lines;

        cj_buf_init(&lines, to->arena);
        add_lines(&lines, piece.bytes);
        if (piece.kind == CJ_RAW_TEXT)
            cj_buf_add(to, cj_xml_unescape(to->arena, cj_buf_str(&lines)));
        else if (piece.kind == CJ_RAW_CDATA)
            cj_buf_add(to, cj_str_cut(cj_buf_str(&lines), 9, lines.n - 12));
    }
    return rc;
}

static void new_run(item *it, cj_str look)
{
    CJ_ROOM(it->arena, it->run, it->n, it->cap);
    it->run[it->n++] = (run){ look, { NULL, 0 } };
}

static void add_text(item *it, cj_raw_reader *in)
{
    cj_buf b;

    cj_buf_init(&b, it->arena);
    read_text(in, &b);
    if (!it->n)
        new_run(it, (cj_str){ NULL, 0 });
    it->run[it->n - 1].text = cj_xstring_decoded(it->arena, cj_buf_str(&b));
}

static void add_look(item *it, cj_raw_reader *in, const cj_raw *tag)
{
    cj_buf b;

    cj_buf_init(&b, it->arena);
    cj_buf_add(&b, tag->bytes);
    if (tag->kind == CJ_RAW_OPEN)
        cj_raw_skip(in, &b, NULL);
    it->run[it->n - 1].look = cj_buf_str(&b);
}

/* Furigana is left out: it tells how the old text was read. */
static void read_item(item *it, cj_str raw, cj_str prefix, const cj_limits *limits)
{
    cj_raw_reader in;
    cj_raw piece;

    cj_raw_of_bytes(it->arena, CJ_STR("item"), raw, limits, &in);
    while (cj_raw_next(&in, &piece, NULL) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (!cj_raw_tag(&piece))
            continue;
        it->foreign |= piece.name.n - piece.local.n != prefix.n;
        if (cj_raw_is(&piece, "rPh")) {
            if (piece.kind == CJ_RAW_OPEN)
                cj_raw_skip(&in, NULL, NULL);
        } else if (cj_raw_is(&piece, "r")) {
            it->rich = true;
            new_run(it, (cj_str){ NULL, 0 });
        } else if (cj_raw_is(&piece, "rPr") && it->n) {
            add_look(it, &in, &piece);
        } else if (cj_raw_is(&piece, "t") && piece.kind == CJ_RAW_OPEN) {
            add_text(it, &in);
        }
    }
}

static cj_str whole(const item *it)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, it->arena);
    for (i = 0; i < it->n; i++)
        cj_buf_add(&b, it->run[i].text);
    return cj_buf_str(&b);
}

cj_str cj_item_text(cj_arena *arena, cj_str raw, const cj_limits *limits)
{
    item it = { .arena = arena };

    read_item(&it, raw, (cj_str){ NULL, 0 }, limits);
    return whole(&it);
}

/* ---- writing ----------------------------------------------------------------------------------------- */

static bool at_edge(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static void put_text(cj_buf *to, cj_str text, cj_str prefix)
{
    bool keep = text.n && (at_edge(text.p[0]) || at_edge(text.p[text.n - 1]));

    cj_buf_fmt(to, "<" CJ_FMT "t%s>", CJ_ARG(prefix),
               keep ? " xml:space=\"preserve\"" : "");
    cj_xlsx_put_text(to, text);
    cj_buf_fmt(to, "</" CJ_FMT "t>", CJ_ARG(prefix));
}

static void put_run(cj_buf *to, const run *r, cj_str text, cj_str prefix)
{
    if (!text.n)
        return;
    cj_buf_fmt(to, "<" CJ_FMT "r>", CJ_ARG(prefix));
    cj_buf_add(to, r->look);
    put_text(to, text, prefix);
    cj_buf_fmt(to, "</" CJ_FMT "r>", CJ_ARG(prefix));
}

static bool within(char c) /* a character's later bytes */
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static size_t same_head(cj_str a, cj_str b)
{
    size_t n = 0;

    while (n < a.n && n < b.n && a.p[n] == b.p[n])
        n++;
    while (n && ((n < a.n && within(a.p[n])) || (n < b.n && within(b.p[n]))))
        n--;
    return n;
}

static size_t same_tail(cj_str a, cj_str b)
{
    size_t n = 0;

    while (n < a.n && n < b.n && a.p[a.n - 1 - n] == b.p[b.n - 1 - n])
        n++;
    while (n && within(a.p[a.n - n]))
        n--;
    return n;
}

/* What is in the middle of the new text goes to the run where the first difference is; what is only put in,
 * to the run that it follows. */
static void put_runs(const item *it, cj_str was, cj_str text, cj_str prefix, cj_buf *to)
{
    size_t head = same_head(was, text);
    size_t tail = same_tail(cj_str_from(was, head), cj_str_from(text, head));
    cj_str middle = cj_str_cut(text, head, text.n - head - tail);
    size_t end = was.n - tail, at = 0, i;
    bool placed = false;

    for (i = 0; i < it->n; i++) {
        cj_str t = it->run[i].text;
        size_t to_head = head > at ? head - at : 0, from_tail = end > at ? end - at : 0;
        cj_buf b;

        cj_buf_init(&b, it->arena);
        cj_buf_add(&b, cj_str_cut(t, 0, to_head));
        if (!placed &&
            (head < at + t.n || (head == end && head == at + t.n) || i + 1 == it->n)) {
            cj_buf_add(&b, middle);
            placed = true;
        }
        cj_buf_add(&b, cj_str_from(t, from_tail));
        put_run(to, &it->run[i], cj_buf_str(&b), prefix);
        at += t.n;
    }
}

void cj_item_put(cj_buf *to, cj_str raw, cj_str text, cj_str prefix,
                 const cj_limits *limits)
{
    item it = { .arena = to->arena };

    read_item(&it, raw, prefix, limits);
    if (it.rich && !it.foreign && it.n > 0)
        put_runs(&it, whole(&it), text, prefix, to);
    else
        put_text(to, text, prefix);
}
