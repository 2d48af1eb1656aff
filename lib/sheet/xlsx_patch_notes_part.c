/* xlsx_patch_notes_part.c - the part with the notes of a sheet: some become others, come or go. */
#include "sheet/splices.h"
#include "sheet/xlsx.h"
#include "sheet/xlsx_patch_notes.h"

typedef struct comment {
    uint32_t row, col, author;
    size_t from, to;           /* all of it */
    size_t text_from, text_to; /* its <text>; 0: it has none */
    bool gone;
    cj_str xml; /* of a new one */
} comment;

typedef struct author {
    size_t from, to;
    bool ours;
} author;

/* Where a list's children end: in front of its last tag, or it is <list/>. */
typedef struct list {
    bool there, empty;
    size_t from, to; /* from: where more goes, to: where it ends */
} list;

typedef struct reading {
    cj_arena *arena;
    const cj_limits *limits;
    cj_str part, xml, prefix;
    author *author;
    size_t n_authors, cap_authors;
    comment *comment; /* in their order */
    size_t n_comments, cap_comments;
    list authors, comments;
    size_t inside, root_end; /* behind the root's first tag, in front of its last */
} reading;

/* ---- reading --------------------------------------------------------------------------------- */

static size_t place(const reading *r, const cj_raw *piece)
{
    return (size_t)(piece->bytes.p - r->xml.p);
}

static void note_list(const reading *r, const cj_raw *piece, list *l)
{
    size_t at = place(r, piece);

    if (piece->kind != CJ_RAW_CLOSE && !l->there)
        *l = (list){ true, piece->kind == CJ_RAW_EMPTY, at, at + piece->bytes.n };
    if (piece->kind == CJ_RAW_CLOSE && !l->empty) {
        l->from = at;
        l->to = at + piece->bytes.n;
    }
}

static cj_rc read_author(reading *r, cj_raw_reader *in, const cj_raw *tag, cj_err *err)
{
    size_t at = place(r, tag), end = at + tag->bytes.n;
    bool open = tag->kind == CJ_RAW_OPEN;
    cj_str name;
    cj_buf rest;
    cj_rc rc;

    cj_buf_init(&rest, r->arena);
    rc = open ? cj_raw_skip(in, &rest, err) : CJ_OK;
    name = cj_str_cut(r->xml, end, sizeof CJ_NOTE_AUTHOR - 1);
    CJ_ROOM(r->arena, r->author, r->n_authors, r->cap_authors);
    r->author[r->n_authors++] =
        (author){ at, end + (open ? rest.n : 0),
                  open && cj_str_eq(name, CJ_STR(CJ_NOTE_AUTHOR)) &&
                      cj_str_starts(cj_str_from(r->xml, end + name.n), CJ_STR("</")) };
    return rc;
}

static cj_rc wrong_place(reading *r, cj_str ref, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: a note stands at \"{0}\", which is no cell address; "
        "open it in Excel, let Excel repair it, and save it again",
        "ブックが壊れています（メモの位置「{0}」はセル番地ではありません）。"
        "Excelで開いて修復し、保存し直してください。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_EFORMAT, says, cj_str_copy(r->arena, cj_str_cut(ref, 0, 40)),
                   none);
}

static cj_rc begin_comment(reading *r, const cj_raw *tag, cj_err *err)
{
    cj_str ref = cj_raw_attr(r->arena, tag, "ref");
    comment *c;
    cj_range at;

    if (!cj_range_parse(ref, &at))
        return wrong_place(r, ref, err);
    CJ_ROOM(r->arena, r->comment, r->n_comments, r->cap_comments);
    c = &r->comment[r->n_comments++];
    *c = (comment){ .row = at.row1, .col = at.col1, .from = place(r, tag) };
    c->to = c->from + tag->bytes.n;
    if (!cj_raw_number(tag, "authorId", &c->author))
        c->author = ~0u;
    return CJ_OK;
}

/* Text within a comment; of other elements there nothing is looked at. */
static cj_rc pass(reading *r, cj_raw_reader *in, const cj_raw *tag, cj_err *err)
{
    comment *c = &r->comment[r->n_comments - 1];
    bool text = cj_raw_is(tag, "text") && !c->text_to;
    size_t at = place(r, tag), end = at + tag->bytes.n;
    cj_buf rest;
    cj_rc rc = CJ_OK;

    cj_buf_init(&rest, r->arena);
    if (tag->kind == CJ_RAW_OPEN)
        rc = cj_raw_skip(in, &rest, err);
    if (text) {
        c->text_from = at;
        c->text_to = end + rest.n;
    }
    return rc;
}

typedef enum region { OUTSIDE, AUTHORS, COMMENTS } region;

static cj_rc on_piece(reading *r, cj_raw_reader *in, const cj_raw *piece, region *where,
                      cj_err *err)
{
    if (piece->depth == 1 && piece->kind == CJ_RAW_CLOSE) {
        r->root_end = place(r, piece);
    } else if (piece->depth == 2) {
        bool authors = cj_str_eq(piece->local, CJ_STR("authors"));
        bool comments = cj_str_eq(piece->local, CJ_STR("commentList"));

        if (authors || comments)
            note_list(r, piece, authors ? &r->authors : &r->comments);
        if (piece->kind == CJ_RAW_OPEN && !authors && !comments)
            return cj_raw_skip(in, NULL, err);
        *where = piece->kind != CJ_RAW_OPEN ? OUTSIDE : authors ? AUTHORS : COMMENTS;
    } else if (*where == AUTHORS && cj_raw_is(piece, "author")) {
        return read_author(r, in, piece, err);
    } else if (*where == COMMENTS && piece->depth == 3 && cj_raw_is(piece, "comment")) {
        return begin_comment(r, piece, err);
    } else if (*where == COMMENTS && piece->depth == 3 && cj_raw_ends(piece, "comment") &&
               r->n_comments) {
        r->comment[r->n_comments - 1].to = place(r, piece) + piece->bytes.n;
    } else if (*where == COMMENTS && piece->depth == 4 && cj_raw_tag(piece) &&
               r->n_comments) {
        return pass(r, in, piece, err);
    }
    return CJ_OK;
}

static cj_rc read_part(reading *r, cj_err *err)
{
    region where = OUTSIDE;
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc;

    cj_raw_of_bytes(r->arena, r->part, r->xml, r->limits, &in);
    while ((rc = cj_raw_next(&in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        bool tag = piece.kind <= CJ_RAW_CLOSE;

        if (tag && piece.depth == 1 && piece.kind != CJ_RAW_CLOSE) {
            r->prefix = cj_str_cut(piece.name, 0, piece.name.n - piece.local.n);
            r->inside = place(r, &piece) + piece.bytes.n;
        }
        if (tag)
            rc = on_piece(r, &in, &piece, &where, err);
        if (rc != CJ_OK)
            return rc;
    }
    return rc;
}

/* ---- where a new one goes -------------------------------------------------------------------- */

static int by_rows(const comment *a, const comment *b)
{
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static int by_cols(const comment *a, const comment *b)
{
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

typedef int (*order)(const comment *a, const comment *b);

/* The order that they are in: by rows, else by columns, else none. */
static order order_of(const reading *r)
{
    bool rows = true, cols = true;
    size_t i;

    for (i = 1; i < r->n_comments; i++) {
        rows = rows && by_rows(&r->comment[i - 1], &r->comment[i]) <= 0;
        cols = cols && by_cols(&r->comment[i - 1], &r->comment[i]) <= 0;
    }
    return rows ? by_rows : cols ? by_cols : NULL;
}

static void insert(reading *r, order less, comment c)
{
    size_t low = 0, high = r->n_comments;

    if (!less)
        low = high;
    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (less(&r->comment[mid], &c) <= 0)
            low = mid + 1;
        else
            high = mid;
    }
    CJ_ROOM(r->arena, r->comment, r->n_comments, r->cap_comments);
    memmove(&r->comment[low + 1], &r->comment[low],
            (r->n_comments - low) * sizeof *r->comment);
    r->comment[low] = c;
    r->n_comments++;
}

/* ---- authors --------------------------------------------------------------------------------- */

static cj_str tagged(const reading *r, const char *name, cj_str inner)
{
    return cj_str_fmt(r->arena, "<" CJ_FMT "%s>" CJ_FMT "</" CJ_FMT "%s>",
                      CJ_ARG(r->prefix), name, CJ_ARG(inner), CJ_ARG(r->prefix), name);
}

/* Adds to a list, which may be empty or not there; `before` is where it would be. */
static void add_to_list(reading *r, cj_splices *out, const list *l, const char *name,
                        size_t before, cj_str xml)
{
    if (!l->there)
        cj_splice_add(out, before, before, tagged(r, name, xml));
    else if (l->empty)
        cj_splice_add(out, l->from, l->to, tagged(r, name, xml));
    else
        cj_splice_add(out, l->from, l->from, xml);
}

static uint32_t our_author(reading *r, cj_splices *out)
{
    size_t i;

    for (i = 0; i < r->n_authors; i++)
        if (r->author[i].ours)
            return (uint32_t)i;
    add_to_list(r, out, &r->authors, "authors", r->inside,
                tagged(r, "author", CJ_STR(CJ_NOTE_AUTHOR)));
    CJ_ROOM(r->arena, r->author, r->n_authors, r->cap_authors);
    r->author[r->n_authors++] = (author){ .ours = true };
    return (uint32_t)(r->n_authors - 1);
}

/* Nobody's number changes where the last author goes. */
static void drop_author(reading *r, cj_splices *out)
{
    size_t last = r->n_authors - 1, i;

    if (!r->n_authors || !r->author[last].ours || !r->author[last].to)
        return;
    for (i = 0; i < r->n_comments; i++)
        if (!r->comment[i].gone && r->comment[i].author == last)
            return;
    cj_splice_add(out, r->author[last].from, r->author[last].to, CJ_STR(""));
}

/* ---- edits ----------------------------------------------------------------------------------- */

static comment *find(reading *r, uint32_t row, uint32_t col)
{
    size_t i;

    for (i = 0; i < r->n_comments; i++)
        if (r->comment[i].row == row && r->comment[i].col == col)
            return &r->comment[i];
    return NULL;
}

static cj_rc change(reading *r, cj_note_job *job, comment *c, cj_splices *out, cj_err *err)
{
    cj_str was = cj_str_cut(r->xml, c->text_from, c->text_to - c->text_from);
    cj_note_text text;
    cj_rc rc;

    if (!c->text_to)
        return CJ_OK; /* a note that says nothing, in a way that no program writes */
    rc = cj_note_text_edit(r->arena, r->limits, r->part, was, job->edit->text, &text, err);
    if (rc != CJ_OK)
        return rc;
    job->text = text.is;
    job->gone = c->gone = text.gone;
    job->longer = text.is.n > text.was.n;
    if (text.gone)
        cj_splice_add(out, c->from, c->to, CJ_STR(""));
    else if (!cj_str_eq(was, text.xml))
        cj_splice_add(out, c->text_from, c->text_to, text.xml);
    return CJ_OK;
}

static void come(reading *r, cj_note_job *job, order less, cj_splices *out)
{
    char ref[CJ_REF_MAX];
    comment c = { .row = job->edit->row, .col = job->edit->col };
    cj_note_text text;

    cj_note_text_new(r->arena, r->prefix, job->edit->text, &text);
    if (!text.is.n)
        return;
    job->text = text.is;
    job->came = true;
    cj_ref(ref, c.row, c.col);
    c.author = our_author(r, out);
    c.xml = cj_str_fmt(r->arena,
                       "<" CJ_FMT "comment ref=\"%s\" authorId=\"%u\" shapeId=\"0\">" CJ_FMT
                       "</" CJ_FMT "comment>",
                       CJ_ARG(r->prefix), ref, (unsigned)c.author, CJ_ARG(text.xml),
                       CJ_ARG(r->prefix));
    insert(r, less, c);
}

/* New ones stand behind the one in front of them, else before the first. */
static void put_new(reading *r, cj_splices *out)
{
    size_t at = CJ_NONE, i;
    cj_buf none_there;

    cj_buf_init(&none_there, r->arena);
    for (i = 0; i < r->n_comments && at == CJ_NONE; i++)
        if (!r->comment[i].xml.p)
            at = r->comment[i].from;
    for (i = 0; i < r->n_comments; i++) {
        const comment *c = &r->comment[i];

        if (!c->xml.p)
            at = c->to;
        else if (at == CJ_NONE)
            cj_buf_add(&none_there, c->xml);
        else
            cj_splice_add(out, at, at, c->xml);
    }
    if (none_there.n)
        add_to_list(r, out, &r->comments, "commentList",
                    r->authors.there ? r->authors.to : r->inside, cj_buf_str(&none_there));
}

static bool any_left(const reading *r)
{
    size_t i;

    for (i = 0; i < r->n_comments; i++)
        if (!r->comment[i].gone)
            return true;
    return false;
}

#define TRANSITIONAL "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"

static cj_rc read_new(reading *r, bool strict, cj_err *err)
{
    r->xml =
        cj_str_fmt(r->arena,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                   "<comments xmlns=\"%s\"><authors></authors><commentList></commentList>"
                   "</comments>",
                   strict ? STRICT : TRANSITIONAL);
    return read_part(r, err);
}

static cj_rc edit_all(reading *r, cj_note_job *job, size_t n, cj_splices *made, cj_err *err)
{
    order less = order_of(r);
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; rc == CJ_OK && i < n; i++) {
        comment *c = find(r, job[i].edit->row, job[i].edit->col);

        if (c)
            rc = change(r, &job[i], c, made, err);
        else
            come(r, &job[i], less, made);
    }
    return rc;
}

cj_rc cj_notes_part_edit(cj_arena *arena, const cj_limits *limits, cj_str part, cj_str xml,
                         bool strict, cj_note_job *job, size_t n, cj_str *out, cj_err *err)
{
    reading r = { .arena = arena, .limits = limits, .part = part, .xml = xml };
    cj_splices made = { .arena = arena };
    size_t i, gone = 0;
    cj_rc rc = xml.n ? read_part(&r, err) : CJ_OK;

    if (rc == CJ_OK && !r.root_end) /* or it is <comments/> */
        rc = read_new(&r, strict, err);
    if (rc == CJ_OK)
        rc = edit_all(&r, job, n, &made, err);
    if (rc != CJ_OK)
        return rc;
    for (i = 0; i < n; i++)
        gone += job[i].gone;
    if (gone)
        drop_author(&r, &made);
    put_new(&r, &made);
    *out = any_left(&r) ? cj_spliced(&made, r.xml) : xml.n && !gone ? xml : CJ_STR("");
    return CJ_OK;
}
