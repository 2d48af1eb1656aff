/* words.c - the texts of the standard form: labels and lists. */
#include "layout/words.h"
#include "map/bullets.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/refs.h"
#include "base/utf8.h"
#include <string.h>

/* ---- labels ---------------------------------------------------------------------------------- */

static bool has_bracket(cj_str s)
{
    static const cj_str marks[] = {
        CJ_LIT("("),  CJ_LIT("（"), CJ_LIT("["),  CJ_LIT("［"),
        CJ_LIT("【"), CJ_LIT("<"),  CJ_LIT("＜"), CJ_LIT("〔")
    };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_has(s, marks[i]))
            return true;
    return false;
}

static cj_str in_brackets(const cj_pen *p, cj_str head, cj_str more)
{
    more = cj_utf8_trim(more);
    if (!more.n)
        return head;
    if (p->lang == CJ_JA)
        return cj_str_fmt(p->arena, CJ_FMT "（" CJ_FMT "）", CJ_ARG(head), CJ_ARG(more));
    return cj_str_fmt(p->arena, CJ_FMT " (" CJ_FMT ")", CJ_ARG(head), CJ_ARG(more));
}

/* What follows the label in its own cell, as it stands there. */
static cj_str rest_of_cell(const cj_pen *p, const cj_element *e, cj_str *whole)
{
    size_t at;

    *whole = cj_pen_seen(p, e->at);
    at = cj_str_find(*whole, e->label);
    return at == CJ_NONE ? CJ_STR("") : cj_str_from(*whole, at + e->label.n);
}

cj_elem cj_words_called(const cj_element *e)
{
    return e->elem == CJ_SENTIMENT && e->named != CJ_CUSTOM ? e->named : e->elem;
}

bool cj_words_is(const cj_pen *p, cj_family family, int id, cj_str written)
{
    const cj_label *found;
    size_t n, i;

    found = cj_labels_find(family, cj_label_key(p->arena, written), &n);
    for (i = 0; i < n; i++)
        if (found[i].id == id)
            return true;
    return false;
}

static bool known_word(const cj_pen *p, cj_str word)
{
    cj_str key = cj_label_key(p->arena, word);
    unsigned family;
    size_t n;

    for (family = 0; family < CJ_N_FAMILIES; family++)
        if (family != CJ_FAM_WORD && family != CJ_FAM_OTHER &&
            cj_labels_find((cj_family)family, key, &n))
            return true;
    return !key.n;
}

static bool parts_words(uint32_t cp)
{
    return cp == '/' || cp == '\\' || cp == '|' || cp == '\n' || cp == 0xff0f ||
           cp == 0xff3c || cp == 0xff5c || cp == 0x30fb || cp == 0xa5;
}

bool cj_words_plain(const cj_pen *p, cj_str written)
{
    cj_str rest = written;
    size_t from = 0;

    if (known_word(p, written))
        return true;
    while (rest.n) {
        size_t at = written.n - rest.n;

        if (!parts_words(cj_utf8_next(&rest)))
            continue;
        if (!known_word(p, cj_str_cut(written, from, at - from)))
            return false;
        from = written.n - rest.n;
    }
    return from > 0 && known_word(p, cj_str_from(written, from));
}

/* The standard label stands in front already, alone or with remarks: KPI（目標つき）, but not KPIs. */
static bool begins_with_word(cj_str text, cj_str word)
{
    cj_str rest = cj_str_from(text, word.n);
    cj_script next;

    if (!word.n || !cj_str_starts(text, word))
        return false;
    next = rest.n ? cj_utf8_script(cj_utf8_next(&rest)) : CJ_SCRIPT_SPACE;
    return next == CJ_SCRIPT_SPACE || next == CJ_SCRIPT_OTHER;
}

cj_str cj_words_label_as(const cj_pen *p, const cj_element *e, cj_str standard)
{
    cj_str whole, rest = rest_of_cell(p, e, &whole), label;
    bool plain = e->reading == CJ_READ_EXACT &&
                 (!has_bracket(e->label) ||
                  cj_words_is(p, CJ_FAM_ELEM, (int)cj_words_called(e), e->label));

    if (!whole.n)
        whole = e->label;
    if (begins_with_word(whole, standard))
        label = whole;
    else if (plain)
        label = cj_str_fmt(p->arena, CJ_FMT CJ_FMT, CJ_ARG(standard), CJ_ARG(rest));
    else
        label =
            cj_words_covered(whole, standard) ? standard : in_brackets(p, standard, whole);
    return cj_words_covered(e->tail, label) ? label : in_brackets(p, label, e->tail);
}

/* A bullet in front would be read as a line of the row above. */
static cj_str without_bullet(cj_str label)
{
    cj_str bare = cj_utf8_trim(cj_str_from(label, cj_bullet(label)));

    return bare.n && cj_words_small_bullet(label) ? bare : label;
}

cj_str cj_words_label(const cj_pen *p, const cj_element *e)
{
    if (e->elem == CJ_CUSTOM || e->also != CJ_CUSTOM || p->options->keep_labels)
        return without_bullet(cj_words_label_as(p, e, e->label));
    return cj_words_label_as(p, e, cj_str_of(cj_elem_label(cj_words_called(e), p->lang)));
}

cj_str cj_words_header(const cj_pen *p, cj_family family, int id, cj_str written)
{
    const char *ours = id < 0 ? NULL : cj_labels_canonical(family, (unsigned)id, p->lang);

    if (!ours || (written.n && p->options->keep_labels))
        return written;
    return !written.n || cj_words_is(p, family, id, written) ? cj_str_of(ours) : written;
}

/* ---- lists ------------------------------------------------------------------------------------- */

static uint32_t front(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

/* Numbers count, ■ and ● begin headings: only small bullets are all the same. */
bool cj_words_small_bullet(cj_str line)
{
    static const uint32_t small[] = { 0x30fb, 0xff65, 0x2022, '-',    '*',    0x2010,
                                      0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xff0d,
                                      0xb7,   0x2219, 0x2043, 0x25e6 };
    uint32_t cp = front(cj_utf8_trim(cj_utf8_head(line, 64)));
    size_t i;

    for (i = 0; i < sizeof small / sizeof *small; i++)
        if (cp == small[i])
            return true;
    return false;
}

/* Every line begins with a small bullet or with none. */
static bool plain_list(cj_str text)
{
    cj_str line;

    while (cj_str_split(&text, '\n', &line))
        if (cj_bullet(line) && !cj_words_small_bullet(line))
            return false;
    return true;
}

/* ---- what stands beside an item in a list of items: its columns ---------------------------------- */

static cj_str refs_missing(const cj_pen *p, const cj_item *item, const cj_support *said)
{
    size_t i, n = 0;
    cj_buf b;

    cj_buf_init(&b, p->arena);
    for (i = 0; i < item->support.refs.n; i++)
        if (!cj_refs_have(&said->refs, item->support.refs.id[i]))
            cj_buf_fmt(&b, "%sE%u", n++ ? ", " : " [", item->support.refs.id[i]);
    cj_buf_z(&b, n ? "]" : "");
    return cj_buf_str(&b);
}

/* A source by name that stands in a column of its own. */
static cj_str source_beside(const cj_pen *p, const cj_item *item)
{
    const cj_map *m = p->map;
    size_t i;

    for (i = 0; i < m->n_leaves; i++) {
        const cj_leaf *leaf = &m->leaves[i];
        cj_ref_list refs = { NULL, 0, 0 };

        if (leaf->kind == CJ_LEAF_CELL && leaf->at.sheet == item->at.sheet &&
            leaf->at.row == item->at.row && leaf->at.col != item->at.col &&
            !cj_str_eq(leaf->text, item->owner) && !cj_str_eq(leaf->text, item->timing) &&
            !cj_refs_in_field(p->arena, cj_utf8_fold(p->arena, leaf->text), &refs))
            return leaf->text;
    }
    return CJ_STR("");
}

static bool beside(cj_str said, cj_str text)
{
    return said.n && !cj_str_has(text, said);
}

/* Whose it is and when, told in columns: in front of what is done, as countermeasures are written, else
 * in brackets behind, which no item is compared by. */
static cj_str with_hands(const cj_pen *p, cj_elem elem, const cj_item *item, cj_str text)
{
    bool ja = p->lang == CJ_JA, who = beside(item->owner, text),
         when = beside(item->timing, text);
    const char *colon = ja ? "：" : ": ", *comma = ja ? "、" : ", ";
    cj_str owner = item->owner, timing = item->timing;

    if (elem == CJ_OWNER || elem == CJ_TIMING || (!who && !when))
        return text;
    if (!who)
        owner = CJ_STR("");
    if (!when)
        timing = CJ_STR("");
    if (elem == CJ_COUNTERMEASURE && who)
        return cj_str_fmt(p->arena, "%s" CJ_FMT "%s" CJ_FMT "%s" CJ_FMT, ja ? "【" : "[",
                          CJ_ARG(owner), ja ? "】" : "] ", CJ_ARG(timing),
                          when ? colon : "", CJ_ARG(text));
    return cj_str_fmt(p->arena, CJ_FMT "%s" CJ_FMT "%s" CJ_FMT "%s", CJ_ARG(text),
                      ja ? "（" : " (", CJ_ARG(owner), who && when ? comma : "",
                      CJ_ARG(timing), ja ? "）" : ")");
}

/* [E1], 【仮説】 and sources that were told in columns beside the item stand with it. */
static cj_str item_text(const cj_pen *p, cj_elem elem, const cj_item *item)
{
    static const cj_text guess = { "[assumption] ", "【仮説】" };
    static const cj_text source = { " [source: ", "【出典：" }, end = { "]", "】" };
    cj_support said = { .refs = { NULL, 0, 0 } };
    cj_str text = item->text, named = CJ_STR("");

    cj_support_parse(p->arena, text, &said);
    text = with_hands(p, elem, item, text);
    if (item->support.assumption && !said.assumption)
        text = cj_str_fmt(p->arena, "%s" CJ_FMT, cj_text_in(guess, p->lang), CJ_ARG(text));
    if (item->support.inline_source && !said.inline_source)
        named = source_beside(p, item);
    if (named.n)
        text = cj_str_fmt(p->arena, CJ_FMT "%s" CJ_FMT "%s", CJ_ARG(text),
                          cj_text_in(source, p->lang), CJ_ARG(named),
                          cj_text_in(end, p->lang));
    return cj_str_fmt(p->arena, CJ_FMT CJ_FMT, CJ_ARG(text),
                      CJ_ARG(refs_missing(p, item, &said)));
}

/* A list has them in columns of their own; elsewhere markers stand in the text already. */
static cj_str completed(const cj_pen *p, const cj_cell *c, cj_str text)
{
    bool single = c->n_items == 1;
    size_t i;
    cj_buf b;

    if (p->map->form != CJ_FORM_ITEMS || !c->n_items)
        return text;
    cj_buf_init(&b, p->arena);
    for (i = 0; i < c->n_items; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_z(&b, single ? "" : p->lang == CJ_JA ? "・" : "• ");
        cj_buf_add(&b, item_text(p, c->elem, &c->items[i]));
    }
    return cj_buf_str(&b);
}

static cj_str listed(const cj_pen *p, const cj_cell *c)
{
    bool single = c->n_items == 1 && !memchr(c->items[0].text.p, '\n', c->items[0].text.n);
    size_t i;
    cj_buf b;

    cj_buf_init(&b, p->arena);
    for (i = 0; i < c->n_items; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_z(&b, single ? "" : p->lang == CJ_JA ? "・" : "• ");
        cj_buf_add(&b, c->items[i].text);
    }
    return cj_buf_str(&b);
}

cj_cell cj_words_read(cj_arena *arena, const cj_cell *c, cj_str text)
{
    cj_part *part = CJ_NEW(arena, cj_part);
    cj_cell cell = { .elem = c->elem,
                     .text = text,
                     .at = c->at,
                     .parts = part,
                     .n_parts = 1,
                     .note = c->note };

    *part = (cj_part){ .at = c->at, .text = text };
    cj_cell_parse(arena, &cell);
    return cell;
}

/* The same items are read from it again: only then is a list laid anew. */
static bool reads_alike(const cj_pen *p, const cj_cell *c, cj_str text)
{
    cj_cell again = cj_words_read(p->arena, c, text);
    size_t i;

    if (again.n_items != c->n_items || again.placeholder)
        return false;
    for (i = 0; i < c->n_items; i++)
        if (!cj_str_eq(again.items[i].text, c->items[i].text))
            return false;
    return true;
}

/* The step of its phase that a line stands under; empty where there is one step, or none. */
static cj_str step_of(const cj_pen *p, const cj_cell *c, const cj_part *part)
{
    const cj_phase *phase = &p->map->phases[c->phase];
    unsigned at = p->map->orient == CJ_PHASES_DOWN ? part->at.row : part->at.col;
    cj_str name = CJ_STR("");
    size_t i;

    for (i = 0; i < phase->n_steps; i++) {
        const cj_step *s = &phase->steps[i];

        if (s->first <= at && at <= s->last &&
            (s->first > phase->first || s->last < phase->last))
            name = name.n ? cj_str_fmt(p->arena, CJ_FMT " " CJ_FMT, CJ_ARG(name),
                                       CJ_ARG(cj_utf8_joined(p->arena, s->name)))
                          : cj_utf8_joined(p->arena, s->name);
    }
    return name;
}

/* "E-mail: welcome" for a line with a label of its own; a mark's text is the label already. */
static cj_str labelled(const cj_pen *p, const cj_cell *c, const cj_part *part)
{
    const char *colon = p->lang == CJ_JA ? "：" : ": ";
    cj_str text = part->text, step = step_of(p, c, part);

    if (part->label.n && !cj_str_starts(text, part->label))
        text = cj_str_fmt(p->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(part->label), colon,
                          CJ_ARG(text));
    if (step.n)
        text = cj_str_fmt(p->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(step), colon, CJ_ARG(text));
    return text;
}

static cj_str lines_of(const cj_pen *p, const cj_cell *c, bool *changed)
{
    size_t i;
    cj_buf b;

    cj_buf_init(&b, p->arena);
    *changed = false;
    for (i = 0; i < c->n_parts; i++) {
        cj_str line = labelled(p, c, &c->parts[i]);

        *changed = *changed || !cj_str_eq(line, c->parts[i].text);
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_add(&b, line);
    }
    return cj_buf_str(&b);
}

static bool stands_in(const cj_item *item, const cj_part *part)
{
    return cj_place_cmp(item->at, part->at) == 0;
}

/* What stood in several cells, one below the other: a numbered list goes on as it is, other items get
 * bullets, so that none is read as going on with the one above. */
static cj_str one_by_one(const cj_pen *p, const cj_cell *c)
{
    size_t i, k;
    cj_buf b;

    cj_buf_init(&b, p->arena);
    for (k = 0; k < c->n_parts; k++) {
        if (!plain_list(c->parts[k].text)) {
            cj_buf_z(&b, b.n ? "\n" : "");
            cj_buf_add(&b, c->parts[k].text);
            continue;
        }
        for (i = 0; i < c->n_items; i++) {
            if (!stands_in(&c->items[i], &c->parts[k]))
                continue;
            cj_buf_z(&b, b.n ? "\n" : "");
            cj_buf_z(&b, p->lang == CJ_JA ? "・" : "• ");
            cj_buf_add(&b, c->items[i].text);
        }
    }
    return cj_buf_str(&b);
}

/* As it is written, where that is read as the same items again. */
static cj_str joined(const cj_pen *p, const cj_cell *c)
{
    cj_str apart;

    if (c->n_parts < 2 || reads_alike(p, c, c->text))
        return c->text;
    apart = one_by_one(p, c);
    return reads_alike(p, c, apart) ? apart : c->text;
}

cj_str cj_words_cell(const cj_pen *p, const cj_cell *c)
{
    bool changed;
    cj_str lines = lines_of(p, c, &changed), list;
    cj_cell again;

    lines = completed(p, c, lines);
    if (p->map->form == CJ_FORM_ITEMS)
        changed = !cj_str_eq(lines, c->text);
    if (changed) {
        again = cj_words_read(p->arena, c, lines);
        c = &again;
    }
    if (cj_elem_kind_of(c->elem) != CJ_ELEM_LIST || !c->n_items)
        return c->text;
    if (!plain_list(c->text))
        return joined(p, c);
    list = listed(p, c);
    return reads_alike(p, c, list) ? list : joined(p, c);
}
