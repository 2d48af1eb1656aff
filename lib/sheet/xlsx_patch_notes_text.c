/* xlsx_patch_notes_text.c - the text of one note: ours goes and comes, people's words keep their bytes. */
#include "base/utf8.h"
#include "sheet/note_text.h"
#include "sheet/splices.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_patch_notes.h"
#include "sheet/xlsx_text.h"

/* One <t>. */
typedef struct letters {
    size_t from, to;     /* of the note's text */
    size_t tag, tag_end; /* where its first tag stands */
    size_t end;          /* where </t> stands */
    bool empty;          /* <t/> */
    size_t run, run_to;  /* its <r>; run_to 0: it is in none */
    cj_str look;         /* <rPr>…</rPr> */
    bool shares;         /* the run has another one */
} letters;

/* A stretch of bytes that are letters: between tags, inside CDATA. */
typedef struct stretch {
    size_t from, to;
} stretch;

typedef struct reading {
    cj_arena *arena;
    cj_str xml, part;
    cj_buf text;         /* decoded */
    uint32_t *from, *to; /* of each byte of it: the bytes of `xml` that say it */
    size_t cap_from, cap_to;
    letters *t;
    size_t n_t, cap_t;
    stretch *stretch;
    size_t n_stretches, cap_stretches;
    size_t inside,
        last_run; /* behind the tag of <text>; behind the last </r>, 0: there is none */
    cj_str look;  /* of the run being read */
    size_t run;
    bool in_run, in_t, closed; /* closed: <text/> */
    cj_str prefix;
} reading;

/* ---- reading --------------------------------------------------------------------------------- */

static void add_byte(reading *r, char c, size_t from, size_t to)
{
    size_t n = r->text.n, m = n;

    CJ_ROOM(r->arena, r->from, n, r->cap_from);
    CJ_ROOM(r->arena, r->to, m, r->cap_to);
    r->from[n] = (uint32_t)from;
    r->to[n] = (uint32_t)to;
    cj_buf_byte(&r->text, c);
}

static void add_all(reading *r, cj_str s, size_t from, size_t to)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        add_byte(r, s.p[i], from, to);
}

/* A reference or a line break of XML, which is more bytes than letters; 0: it is none. */
static size_t add_special(reading *r, size_t at, size_t end, bool references)
{
    cj_str rest = cj_str_cut(r->xml, at, end - at), one;
    size_t n = *rest.p == '&' && references ? cj_str_find(rest, CJ_STR(";")) : CJ_NONE;

    if (*rest.p == '\r') {
        n = cj_str_starts(rest, CJ_STR("\r\n")) ? 2 : 1;
        add_byte(r, '\n', at, at + n);
        return n;
    }
    if (n == CJ_NONE || n > 12)
        return 0;
    one = cj_xml_unescape(r->arena, cj_str_cut(rest, 0, n + 1));
    if (one.n && *one.p == '&' && one.n == n + 1)
        return 0;
    add_all(r, one, at, at + n + 1);
    return n + 1;
}

static void add_letters(reading *r, size_t at, size_t end, bool references)
{
    CJ_ROOM(r->arena, r->stretch, r->n_stretches, r->cap_stretches);
    r->stretch[r->n_stretches++] = (stretch){ at, end };
    while (at < end) {
        size_t n = add_special(r, at, end, references);

        if (!n)
            add_byte(r, r->xml.p[at], at, at + 1);
        at += n ? n : 1;
    }
}

/* _x000A_ and its like at `at` become what they say; the number of bytes they take. */
static size_t unit(const reading *r, size_t at, char *said, size_t *n)
{
    static const size_t lengths[] = { 7, 14 };
    size_t i;

    for (i = 0; i < 2 && at + lengths[i] <= r->text.n; i++) {
        memcpy(said, r->text.p + at, lengths[i]);
        *n = cj_xstring_decode(said, lengths[i]);
        if (*n <= 4)
            return lengths[i];
    }
    *n = 1;
    *said = r->text.p[at];
    return 1;
}

static void decode_escapes(reading *r, size_t at)
{
    size_t to = at, n, i;
    char said[14];

    while (at < r->text.n) {
        size_t used = r->text.p[at] == '_' ? unit(r, at, said, &n) : 1;
        uint32_t from = r->from[at], end = r->to[at + used - 1];

        if (r->text.p[at] != '_') {
            n = 1;
            said[0] = r->text.p[at];
        }
        for (i = 0; i < n; i++, to++) {
            r->text.p[to] = said[i];
            r->from[to] = from;
            r->to[to] = end;
        }
        at += used;
    }
    r->text.n = to;
}

static void begin_letters(reading *r, const cj_raw *piece, size_t at)
{
    letters *t;

    CJ_ROOM(r->arena, r->t, r->n_t, r->cap_t);
    t = &r->t[r->n_t++];
    *t = (letters){ .from = r->text.n,
                    .to = r->text.n,
                    .tag = at,
                    .tag_end = at + piece->bytes.n,
                    .end = at + piece->bytes.n,
                    .empty = piece->kind == CJ_RAW_EMPTY };
    if (r->in_run) {
        t->run = r->run;
        t->look = r->look;
        t->shares = r->n_t > 1 && t[-1].run == r->run && !t[-1].run_to;
        if (t->shares)
            t[-1].shares = true;
    }
    r->in_t = !t->empty;
}

static void end_run(reading *r, size_t end)
{
    size_t i;

    for (i = r->n_t; i > 0 && r->t[i - 1].run == r->run && !r->t[i - 1].run_to; i--)
        if (r->t[i - 1].tag > r->run)
            r->t[i - 1].run_to = end;
    r->last_run = end;
    r->in_run = false;
}

/* Everything inside an element, whose first tag has been read. */
static cj_rc pass(reading *r, cj_raw_reader *in, cj_buf *to, cj_err *err)
{
    cj_buf none;

    if (!to) {
        cj_buf_init(&none, r->arena);
        to = &none;
    }
    return cj_raw_skip(in, to, err);
}

static cj_rc on_tag(reading *r, cj_raw_reader *in, const cj_raw *piece, size_t at,
                    size_t *next, cj_err *err)
{
    cj_buf rest;
    cj_rc rc = CJ_OK;

    if (piece->depth == 2 && cj_raw_is(piece, "r") && piece->kind == CJ_RAW_OPEN) {
        r->in_run = true;
        r->run = at;
        r->look = CJ_STR("");
        return CJ_OK;
    }
    if (cj_raw_is(piece, "t") && piece->depth == (r->in_run ? 3u : 2u)) {
        begin_letters(r, piece, at);
        return CJ_OK;
    }
    if (piece->kind == CJ_RAW_OPEN) {
        bool look = r->in_run && cj_raw_is(piece, "rPr");

        cj_buf_init(&rest, r->arena);
        rc = pass(r, in, &rest, err);
        *next += rest.n;
        if (look)
            r->look = cj_str_cut(r->xml, at, *next - at);
    }
    return rc;
}

static void on_close(reading *r, const cj_raw *piece, size_t at)
{
    if (r->in_t && cj_raw_ends(piece, "t")) {
        letters *t = &r->t[r->n_t - 1];

        decode_escapes(r, t->from);
        t->to = r->text.n;
        t->end = at;
        r->in_t = false;
    } else if (r->in_run && piece->depth == 2) {
        end_run(r, at + piece->bytes.n);
    }
}

static cj_rc read_text(reading *r, const cj_limits *limits, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    size_t at = 0, next;
    cj_rc rc;

    cj_raw_of_bytes(r->arena, r->part, r->xml, limits, &in);
    for (; (rc = cj_raw_next(&in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END;
         at = next) {
        next = at + piece.bytes.n;
        if (piece.depth == 1 && cj_raw_tag(&piece)) {
            r->inside = next;
            r->closed = piece.kind == CJ_RAW_EMPTY;
            r->prefix = cj_str_copy(
                r->arena, cj_str_cut(piece.name, 0, piece.name.n - piece.local.n));
        } else if (cj_raw_tag(&piece)) {
            rc = on_tag(r, &in, &piece, at, &next, err);
        } else if (piece.kind == CJ_RAW_CLOSE) {
            on_close(r, &piece, at);
        } else if (r->in_t && piece.kind == CJ_RAW_TEXT) {
            add_letters(r, at, next, true);
        } else if (r->in_t && piece.kind == CJ_RAW_CDATA) {
            add_letters(r, at + 9, next - 3, false);
        }
        if (rc != CJ_OK)
            return rc;
    }
    return rc;
}

/* ---- what goes ------------------------------------------------------------------------------- */

/* Letters [from, to) of one <t> go, but not what is between stretches of them. */
static void cut_letters(reading *r, cj_splices *out, size_t from, size_t to)
{
    size_t raw_from = r->from[from], raw_to = r->to[to - 1], i;

    for (i = 0; i < r->n_stretches; i++) {
        size_t a = r->stretch[i].from > raw_from ? r->stretch[i].from : raw_from;
        size_t b = r->stretch[i].to < raw_to ? r->stretch[i].to : raw_to;

        if (a < b)
            cj_splice_add(out, a, b, CJ_STR(""));
    }
}

/* A run of which nothing is left goes with its look; true: it did. */
static bool cut_from(reading *r, const letters *t, const cj_note_cut *cut, size_t n,
                     cj_splices *out)
{
    size_t gone = 0, i;

    for (i = 0; i < n; i++) {
        size_t from = cut[i].from > t->from ? cut[i].from : t->from;
        size_t to = cut[i].to < t->to ? cut[i].to : t->to;

        gone += from < to ? to - from : 0;
    }
    if (gone && gone == t->to - t->from && t->run_to && !t->shares) {
        cj_splice_add(out, t->run, t->run_to, CJ_STR(""));
        return true;
    }
    for (i = 0; gone && i < n; i++) {
        size_t from = cut[i].from > t->from ? cut[i].from : t->from;
        size_t to = cut[i].to < t->to ? cut[i].to : t->to;

        if (from < to)
            cut_letters(r, out, from, to);
    }
    return false;
}

/* ---- what comes ------------------------------------------------------------------------------ */

/* As XML; a line break in front is one, not an escape. */
static void add_block(cj_buf *to, cj_arena *arena, cj_str block)
{
    if (cj_str_starts(block, CJ_STR("\n"))) {
        cj_buf_byte(to, '\n');
        block = cj_str_from(block, 1);
    }
    cj_xml_escape(to, cj_str_of(cj_xlsx_note_text(arena, block)), false);
}

/* The look without what makes a heading of it. */
static cj_str plain_look(reading *r, const cj_limits *limits, cj_str look)
{
    static const char *const loud[] = { "b", "i", "u", "strike", "shadow", "outline" };
    cj_raw_reader in;
    cj_raw piece;
    cj_splices out = { .arena = r->arena };
    size_t at = 0, i;

    cj_raw_of_bytes(r->arena, r->part, look, limits, &in);
    for (; cj_raw_next(&in, &piece, NULL) == CJ_OK && piece.kind != CJ_RAW_END;
         at += piece.bytes.n)
        for (i = 0; i < sizeof loud / sizeof *loud; i++)
            if (piece.depth == 2 && piece.kind == CJ_RAW_EMPTY &&
                cj_raw_is(&piece, loud[i]))
                cj_splice_add(&out, at, at + piece.bytes.n, CJ_STR(""));
    return cj_spliced(&out, look);
}

static cj_str run_of(cj_arena *arena, cj_str prefix, cj_str look, cj_str block)
{
    cj_buf b;

    cj_buf_init(&b, arena);
    cj_buf_fmt(&b, "<" CJ_FMT "r>" CJ_FMT "<" CJ_FMT "t xml:space=\"preserve\">",
               CJ_ARG(prefix), CJ_ARG(look), CJ_ARG(prefix));
    add_block(&b, arena, block);
    cj_buf_fmt(&b, "</" CJ_FMT "t></" CJ_FMT "r>", CJ_ARG(prefix), CJ_ARG(prefix));
    return cj_buf_str(&b);
}

/* Into the only <t> of a plain note: it stays plain. */
static void add_plain(reading *r, cj_splices *out, cj_str block)
{
    const letters *t = r->n_t ? &r->t[r->n_t - 1] : NULL;
    cj_buf b;

    cj_buf_init(&b, r->arena);
    if (r->closed)
        cj_buf_fmt(&b, "<" CJ_FMT "text>", CJ_ARG(r->prefix));
    if (!t || t->empty)
        cj_buf_fmt(&b, "<" CJ_FMT "t>", CJ_ARG(r->prefix));
    add_block(&b, r->arena, block);
    if (!t || t->empty)
        cj_buf_fmt(&b, "</" CJ_FMT "t>", CJ_ARG(r->prefix));
    if (r->closed)
        cj_buf_fmt(&b, "</" CJ_FMT "text>", CJ_ARG(r->prefix));
    if (r->closed)
        cj_splice_add(out, 0, r->xml.n, cj_buf_str(&b));
    else if (!t)
        cj_splice_add(out, r->inside, r->inside, cj_buf_str(&b));
    else
        cj_splice_add(out, t->empty ? t->tag : t->end, t->empty ? t->tag_end : t->end,
                      cj_buf_str(&b));
}

/* ---- both ------------------------------------------------------------------------------------ */

static cj_note_cut *cuts_of(cj_arena *arena, cj_str text, size_t *n)
{
    cj_note_cut *cut = NULL, one;
    size_t cap = 0, at = 0;

    for (*n = 0; cj_note_find(text, at, &one); at = one.to) {
        CJ_ROOM(arena, cut, *n, cap);
        cut[(*n)++] = one;
    }
    return cut;
}

static void make(reading *r, const cj_limits *limits, cj_str ours, cj_note_text *out)
{
    size_t n, i;
    cj_note_cut *cut = cuts_of(r->arena, out->was, &n);
    cj_str own = cj_note_own(r->arena, out->was), look = CJ_STR(""), gone = CJ_STR("");
    cj_str block = cj_note_block(r->arena, own, ours);
    cj_splices made = { .arena = r->arena };

    for (i = 0; i < r->n_t; i++) {
        bool went = cut_from(r, &r->t[i], cut, n, &made);

        if (went)
            gone = r->t[i].look;
        else if (r->t[i].run_to)
            look = r->t[i].look;
    }
    if (block.n && r->last_run)
        cj_splice_add(&made, r->last_run, r->last_run,
                      run_of(r->arena, r->prefix,
                             plain_look(r, limits, look.n ? look : gone), block));
    else if (block.n)
        add_plain(r, &made, block);
    out->gone = n && !own.n && !block.n;
    out->xml = cj_spliced(&made, r->xml);
}

cj_rc cj_note_text_edit(cj_arena *arena, const cj_limits *limits, cj_str part, cj_str xml,
                        cj_str ours, cj_note_text *out, cj_err *err)
{
    reading r = { .arena = arena, .xml = xml, .part = part };
    cj_rc rc;

    cj_buf_init(&r.text, arena);
    rc = read_text(&r, limits, err);
    *out = (cj_note_text){ .xml = xml };
    if (rc != CJ_OK)
        return rc;
    out->was = r.text.n ? cj_buf_str(&r.text) : CJ_STR("");
    out->is = cj_note_with(arena, out->was, ours);
    if (!cj_str_eq(out->was, out->is))
        make(&r, limits, ours, out);
    return CJ_OK;
}

static bool japanese(cj_str text)
{
    while (text.n) {
        uint32_t cp = cj_utf8_next(&text);

        if (cp >= 0x3040 && cp <= 0x9fff)
            return true;
    }
    return false;
}

void cj_note_text_new(cj_arena *arena, cj_str prefix, cj_str ours, cj_note_text *out)
{
    cj_str block = cj_note_block(arena, CJ_STR(""), ours), look;
    bool ja = japanese(block);

    look = cj_str_fmt(arena,
                      "<" CJ_FMT "rPr><" CJ_FMT "sz val=\"9\"/><" CJ_FMT
                      "color indexed=\"81\"/><" CJ_FMT "rFont val=\"%s\"/><" CJ_FMT
                      "family val=\"%s\"/>",
                      CJ_ARG(prefix), CJ_ARG(prefix), CJ_ARG(prefix), CJ_ARG(prefix),
                      ja ? "MS P ゴシック" : "Tahoma", CJ_ARG(prefix), ja ? "3" : "2");
    if (ja)
        look = cj_str_fmt(arena, CJ_FMT "<" CJ_FMT "charset val=\"128\"/>", CJ_ARG(look),
                          CJ_ARG(prefix));
    look = cj_str_fmt(arena, CJ_FMT "</" CJ_FMT "rPr>", CJ_ARG(look), CJ_ARG(prefix));
    *out = (cj_note_text){ .was = CJ_STR(""), .is = block };
    if (block.n)
        out->xml =
            cj_str_fmt(arena, "<" CJ_FMT "text>" CJ_FMT "</" CJ_FMT "text>", CJ_ARG(prefix),
                       CJ_ARG(run_of(arena, prefix, look, block)), CJ_ARG(prefix));
}
