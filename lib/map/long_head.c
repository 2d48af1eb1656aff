/* long_head.c - whether a sheet has a list with one item a line, and which columns it has. */
#include "map/long.h"
#include "map/normal.h"
#include "base/utf8.h"
#include <string.h>

enum { MAX_HEADER = 90, LOOK_AT = 40, MOST_LINES = 100, MOST_CHANGES = 50 };

static bool is_list_column(cj_str key, const char *name)
{
    int id = cj_labels_id(CJ_FAM_LONGCOL, key);

    return id >= 0 && strcmp(cj_labels_name(CJ_FAM_LONGCOL, (unsigned)id), name) == 0;
}

static unsigned *other_column(cj_window *w, cj_str key, cj_long_items *out)
{
    cj_sense s = { .n = 0 };

    if (is_list_column(key, "assumption"))
        return &out->assumption;
    if (cj_labels_id(CJ_FAM_META, key) == CJ_META_PERSONA)
        return &out->persona;
    cj_sense_exact(&w->known, key, &s);
    if (cj_sense_may(&s, CJ_EVIDENCE))
        return &out->evidence;
    if (cj_sense_may(&s, CJ_OWNER))
        return &out->owner;
    return cj_sense_may(&s, CJ_TIMING) ? &out->timing : NULL;
}

/* "Item" is the element where another column holds the text: Phase, Item, Content. */
static void read_header(cj_window *w, unsigned row, cj_long_items *out)
{
    unsigned col, content = 0, *to;

    memset(out, 0, sizeof *out);
    out->row = row;
    for (col = w->part.col1; col <= w->row_last[row]; col++) {
        cj_str text = cj_window_text(w, row, col), key;

        if (!text.n)
            continue;
        key = cj_label_key(w->arena, text);
        if (!out->item && is_list_column(key, "item"))
            to = &out->item;
        else if (is_list_column(key, "content"))
            to = &content;
        else if (cj_labels_id(CJ_FAM_AXIS, key) == CJ_AXIS_PHASE)
            to = &out->phase;
        else if (cj_labels_id(CJ_FAM_AXIS, key) == CJ_AXIS_ELEMENT)
            to = &out->element;
        else
            to = other_column(w, key, out);
        if (to && !*to)
            *to = col;
    }
    if (content && !out->element)
        out->element = out->item;
    if (content)
        out->item = content;
}

/* Headers are short, and there are three of them or more. */
static bool may_be_headers(const cj_window *w, unsigned row)
{
    unsigned col, n = 0;

    for (col = w->part.col1; col <= w->row_last[row]; col++) {
        cj_str text = cj_window_text(w, row, col);

        if (text.n > MAX_HEADER)
            return false;
        n += text.n > 0;
    }
    return n > 2;
}

cj_sense cj_long_sense(const cj_known *known, cj_str text)
{
    cj_sense s = cj_sense_of(known, text);
    cj_str key = s.n ? CJ_STR("") : cj_utf8_fold(known->arena, text);
    unsigned e;

    for (e = CJ_CUSTOM + 1; key.n && e < CJ_N_ELEMS; e++)
        if (cj_str_eq(key, cj_str_of(cj_elem_id((cj_elem)e)))) {
            s.elem[s.n++] = (cj_elem)e;
            s.reading = CJ_READ_EXACT;
            break;
        }
    return s;
}

/* All columns that such a list can have: nothing else looks like that. */
static bool complete(const cj_long_items *c)
{
    return c->evidence && c->assumption && c->owner && c->timing;
}

/* What stands in the column of the elements, so far as somebody has looked. */
typedef struct tally {
    bool seen[CJ_N_ELEMS];
    unsigned said, known,
        distinct; /* texts, those with a known element, different sure ones */
} tally;

static void count(tally *t, const cj_known *vocabulary, cj_str text)
{
    cj_sense s = cj_long_sense(vocabulary, text);

    t->said++;
    t->known += s.n > 0;
    if (s.n && !t->seen[s.elem[0]] && s.reading == CJ_READ_EXACT)
        t->distinct += t->seen[s.elem[0]] = true;
}

/* Two different elements that are sure, and most texts known. */
static bool convinces(const tally *t, const cj_long_items *c)
{
    return t->distinct > 1 && (t->known * 2 > t->said || complete(c));
}

/* A list that is sorted names one element for a long time: each change of it counts as much as a
 * line does above, and a few dozen of them are enough. */
static bool elements_below(cj_window *w, const cj_long_items *c)
{
    cj_long list = cj_long_from(w->arena, w, c->row, 0);
    cj_long_line line = { 0, 0, 0 };
    cj_str before = CJ_STR("");
    tally t = { .said = 0 };

    while (t.said < MOST_CHANGES && cj_long_next(&list, &line)) {
        cj_str text = cj_long_text(&list, &line, c->element);

        if (!text.n || cj_str_eq(text, before))
            continue;
        before = text;
        count(&t, &w->known, text);
    }
    return convinces(&t, c);
}

/* The elements of a list, and phases beside them. */
static bool has_elements(cj_window *w, const cj_long_items *c)
{
    unsigned row, phases = 0;
    tally t = { .said = 0 };

    for (row = c->row + 1; row <= w->part.row2 && t.said < MOST_LINES; row++) {
        cj_str text = cj_window_text(w, row, c->element);

        if (cj_window_filled(w, row) == 1 &&
            cj_section_mark(cj_window_text(w, row, w->row_last[row])))
            break;
        phases += cj_window_text(w, row, c->phase).n > 0;
        if (text.n)
            count(&t, &w->known, text);
    }
    return phases && (convinces(&t, c) || (t.distinct < 2 && elements_below(w, c)));
}

bool cj_long_items_find(cj_window *w, cj_long_items *out)
{
    unsigned row;

    for (row = w->part.row1; row <= w->part.row2 && row < w->part.row1 + LOOK_AT; row++) {
        if (!may_be_headers(w, row))
            continue;
        read_header(w, row, out);
        if (out->phase && out->element && out->item && has_elements(w, out))
            return true;
    }
    return false;
}
