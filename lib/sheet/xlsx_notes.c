/* xlsx_notes.c - comments: the yellow notes, and the conversations of newer versions. */
#include "sheet/xlsx.h"
#include <stdlib.h>
#include <string.h>

typedef struct notes_reader {
    cj_xlsx *x;
    cj_sheet *sheet;
    bool threaded;
    cj_rich text;
    bool in_text, in_author;
    cj_range at; /* of the note being read */
    cj_str author;
    cj_str *authors;
    size_t n_authors, cap_authors;
} notes_reader;

/* ---- people --------------------------------------------------------------------------------- */

static cj_rc on_person(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    cj_xlsx *x = context;
    cj_person *p;

    if (!cj_str_eq(name, CJ_STR("person")))
        return CJ_OK;
    if (x->n_people == x->limits->side)
        return cj_xlsx_too_many(x, x->n_people, err);
    CJ_ROOM(x->package.arena, x->people, x->n_people, x->cap_people);
    p = &x->people[x->n_people++];
    p->id = cj_str_copy(x->package.arena, cj_xml_attr(attrs, "id"));
    p->name = cj_str_copy(x->arena, cj_xml_attr(attrs, "displayName"));
    return CJ_OK;
}

static int by_id(const void *a, const void *b)
{
    return cj_str_cmp(((const cj_person *)a)->id, ((const cj_person *)b)->id);
}

cj_rc cj_xlsx_read_people(cj_xlsx *x, cj_err *err)
{
    static const cj_xml_events events = { .start = on_person };
    const cj_relation *one = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK &&
           (one = cj_relation_by_type(&x->relations, CJ_STR("person"), one))) {
        cj_str part = cj_package_target(&x->package, x->workbook, one);

        if (cj_package_has(&x->package, part))
            rc = cj_package_read(&x->package, part, &events, x, err);
    }
    if (x->n_people)
        qsort(x->people, x->n_people, sizeof *x->people, by_id);
    return rc;
}

static cj_str person(const cj_xlsx *x, cj_str id)
{
    cj_person key = { id, { NULL, 0 } }, *found = NULL;
    cj_str nobody = { "", 0 };

    if (x->n_people)
        found = bsearch(&key, x->people, x->n_people, sizeof *x->people, by_id);
    return found ? found->name : nobody;
}

/* ---- notes ---------------------------------------------------------------------------------- */

static cj_rc add_note(notes_reader *r, cj_err *err)
{
    cj_sheet *s = r->sheet;
    cj_str text = cj_buf_str(&r->text.text);
    cj_book_note *n;
    cj_rc rc = cj_xlsx_count_text(r->x, text.n, err);

    if (rc == CJ_OK && s->n_notes == r->x->limits->side)
        rc = cj_xlsx_too_many(r->x, s->n_notes, err);
    if (rc != CJ_OK)
        return rc;
    CJ_ROOM(r->x->arena, s->notes, s->n_notes, s->cap_notes);
    n = &s->notes[s->n_notes++];
    n->row = r->at.row1;
    n->col = r->at.col1;
    n->author = r->author;
    n->threaded = r->threaded;
    n->text = cj_str_copy(r->x->arena, text);
    return CJ_OK;
}

static cj_rc begin_note(notes_reader *r, cj_xml_attrs attrs, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: a note stands at \"{0}\", which is no cell address; "
        "open it in Excel, let Excel repair it, and save it again",
        "ブックが壊れています（メモの位置「{0}」はセル番地ではありません）。"
        "Excelで開いて修復し、保存し直してください。"
    };
    cj_str none = { NULL, 0 }, ref = cj_xml_attr(attrs, "ref");

    cj_rich_clear(&r->text);
    if (!cj_range_parse(ref, &r->at))
        return cj_fail(err, CJ_EFORMAT, says,
                       cj_str_copy(r->x->arena, cj_str_cut(ref, 0, 40)), none);
    return CJ_OK;
}

/* ---- the yellow notes ----------------------------------------------------------------------- */

static cj_str author_of(const notes_reader *r, cj_str index)
{
    cj_str nobody = { "", 0 };
    size_t i = 0, k;

    for (k = 0; k < index.n && index.p[k] >= '0' && index.p[k] <= '9' && i <= r->n_authors;
         k++)
        i = i * 10 + (size_t)(index.p[k] - '0');
    return index.n && i < r->n_authors ? r->authors[i] : nobody;
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    notes_reader *r = context;

    if (cj_str_eq(name, CJ_STR("author"))) {
        cj_rich_clear(&r->text);
        r->text.open = r->in_author = true;
    } else if (cj_str_eq(name, CJ_STR("comment"))) {
        r->author = author_of(r, cj_xml_attr(attrs, "authorId"));
        return begin_note(r, attrs, err);
    } else if (cj_str_eq(name, CJ_STR("text"))) {
        r->in_text = true;
    } else if (r->in_text) {
        cj_rich_start(&r->text, name);
    }
    return CJ_OK;
}

static cj_rc end_author(notes_reader *r, cj_err *err)
{
    cj_arena *arena = r->x->package.arena;

    if (r->n_authors == r->x->limits->side)
        return cj_xlsx_too_many(r->x, r->n_authors, err);
    CJ_ROOM(arena, r->authors, r->n_authors, r->cap_authors);
    r->authors[r->n_authors++] = cj_str_copy(r->x->arena, cj_buf_str(&r->text.text));
    r->in_author = r->text.open = false;
    return CJ_OK;
}

static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    notes_reader *r = context;

    if (cj_str_eq(name, CJ_STR("author")))
        return end_author(r, err);
    if (cj_str_eq(name, CJ_STR("comment")))
        return add_note(r, err);
    if (cj_str_eq(name, CJ_STR("text")))
        r->in_text = false;
    if (r->in_text)
        cj_rich_end(&r->text, name);
    return CJ_OK;
}

static cj_rc on_text(void *context, cj_str piece, cj_err *err)
{
    notes_reader *r = context;

    return cj_rich_add(&r->text, piece, err);
}

/* ---- conversations -------------------------------------------------------------------------- */

static cj_rc on_thread_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    notes_reader *r = context;

    if (cj_str_eq(name, CJ_STR("threadedComment"))) {
        r->author = person(r->x, cj_xml_attr(attrs, "personId"));
        return begin_note(r, attrs, err);
    }
    if (cj_str_eq(name, CJ_STR("text"))) {
        cj_rich_clear(&r->text);
        r->text.open = true;
    }
    return CJ_OK;
}

static cj_rc on_thread_end(void *context, cj_str name, cj_err *err)
{
    notes_reader *r = context;

    if (cj_str_eq(name, CJ_STR("text"))) {
        r->text.open = false;
        r->text.text.n = cj_xstring_decode(r->text.text.p, r->text.text.n);
    }
    return cj_str_eq(name, CJ_STR("threadedComment")) ? add_note(r, err) : CJ_OK;
}

/* ---- both together -------------------------------------------------------------------------- */

static bool same_cell(const cj_book_note *a, const cj_book_note *b)
{
    return a->row == b->row && a->col == b->col;
}

/* By place, threaded ones first, then as they came (qsort is not stable: by address, since
 * sorting moves only pointers). */
static int note_order(const void *x, const void *y)
{
    const cj_book_note *a = *(cj_book_note *const *)x, *b = *(cj_book_note *const *)y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    if (a->threaded != b->threaded)
        return a->threaded ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* The messages of one conversation, one a line. */
static cj_str joined(cj_arena *arena, cj_book_note **note, size_t n)
{
    cj_buf b;
    size_t i;

    if (n == 1)
        return note[0]->text;
    cj_buf_init(&b, arena);
    for (i = 0; i < n; i++) {
        if (i)
            cj_buf_byte(&b, '\n');
        cj_buf_add(&b, note[i]->text);
    }
    return cj_buf_str(&b);
}

/* One note a cell. Beside a conversation Excel stores a note that only says, in the language of
 * who wrote it, that this version cannot show it: that one goes. */
static void one_a_cell(cj_xlsx *x, cj_sheet *s)
{
    cj_book_note **order = CJ_NEW_N(x->package.arena, cj_book_note *, s->n_notes + 1);
    cj_book_note *kept = CJ_NEW_N(x->arena, cj_book_note, s->n_notes + 1);
    size_t i, n, out = 0;

    for (i = 0; i < s->n_notes; i++)
        order[i] = &s->notes[i];
    qsort(order, s->n_notes, sizeof *order, note_order);
    for (i = 0; i < s->n_notes; i += n) {
        size_t messages = 0;

        for (n = 0; i + n < s->n_notes && same_cell(order[i], order[i + n]); n++)
            messages += order[i + n]->threaded == order[i]->threaded;
        kept[out] = *order[i];
        kept[out++].text = joined(x->arena, order + i, messages);
    }
    s->notes = kept;
    s->cap_notes = s->n_notes + 1;
    s->n_notes = out;
}

static cj_rc read_kind(notes_reader *r, cj_str from, const cj_relations *relations,
                       const char *type, const cj_xml_events *events, cj_err *err)
{
    cj_xlsx *x = r->x;
    const cj_relation *one = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (one = cj_relation_by_type(relations, cj_str_of(type), one))) {
        cj_str part = cj_package_target(&x->package, from, one);

        r->n_authors = 0;
        if (cj_package_has(&x->package, part))
            rc = cj_package_read(&x->package, part, events, r, err);
    }
    return rc;
}

cj_rc cj_xlsx_read_notes(cj_xlsx *x, cj_sheet *sheet, cj_str part,
                         const cj_relations *relations, cj_err *err)
{
    static const cj_xml_events notes = { .start = on_start,
                                         .end = on_end,
                                         .text = on_text };
    static const cj_xml_events threads = { .start = on_thread_start,
                                           .end = on_thread_end,
                                           .text = on_text };
    notes_reader r = { .x = x, .sheet = sheet };
    cj_rc rc;

    cj_rich_init(&r.text, x->package.arena, x->limits);
    rc = read_kind(&r, part, relations, "comments", &notes, err);
    r.threaded = true;
    if (rc == CJ_OK)
        rc = read_kind(&r, part, relations, "threadedComment", &threads, err);
    if (rc == CJ_OK && sheet->n_notes)
        one_a_cell(x, sheet);
    return rc;
}
