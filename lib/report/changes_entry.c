/* changes_entry.c - one change as people read it: its sign, what it is about, before and after. */
#include "report/changes.h"
#include "base/utf8.h"

enum {
    BRIEF = 36,
    HELD = 60
}; /* columns of a text that stands in one line with another; of a cell in short */

typedef struct entry {
    const cj_telling *t;
    const cj_change *c;
    cj_marked *into;
} entry;

static cj_line *add_line(const entry *e, cj_line_kind kind)
{
    return cj_marked_line(e->t->arena, e->into, kind);
}

static void add(const entry *e, cj_line *line, cj_mark mark, cj_str text)
{
    if (text.n)
        cj_line_add(e->t->arena, line, mark, text);
}

static bool one_line(cj_str s)
{
    return cj_str_find(s, CJ_STR("\n")) == CJ_NONE;
}

static bool brief(cj_str s)
{
    return s.n <= 4 * BRIEF && one_line(s) && cj_utf8_width(s) <= BRIEF;
}

/* ---- before and after ------------------------------------------------------------------------------ */

/* Cut at line breaks: each line of the text is one of the entry. */
static void put_words(cj_arena *arena, const cj_worded *words, cj_mark mark,
                      cj_line_kind more, cj_line *line, cj_marked *into)
{
    size_t i;

    for (i = 0; i < words->n; i++) {
        cj_str rest = words->word[i].text, piece;
        bool first = true;

        while (rest.n && cj_str_split(&rest, '\n', &piece)) {
            if (!first)
                line = cj_marked_line(arena, into, more);
            first = false;
            if (piece.n)
                cj_line_add(arena, line, words->word[i].differs ? mark : CJ_M_PLAIN, piece);
            if (!rest.p)
                break;
            if (!rest.n) {
                line = cj_marked_line(arena, into, more);
                break;
            }
        }
    }
}

void cj_change_texts(const cj_telling *t, cj_str before, cj_str after, cj_marked *was,
                     cj_marked *now)
{
    cj_worded words[2];

    cj_words_diff(t->arena, before, after, words);
    put_words(t->arena, &words[CJ_OLD], CJ_M_GONE, CJ_LINE_TEXT,
              cj_marked_line(t->arena, was, CJ_LINE_TEXT), was);
    put_words(t->arena, &words[CJ_NEW], CJ_M_NEW, CJ_LINE_TEXT,
              cj_marked_line(t->arena, now, CJ_LINE_TEXT), now);
}

static void add_texts(const entry *e)
{
    static const cj_text lead[2] = { { "was: ", "前: " }, { "now: ", "後: " } };
    static const cj_mark marks[2] = { CJ_M_GONE, CJ_M_NEW };
    cj_worded words[2];
    int side;

    cj_words_diff(e->t->arena, e->c->text[CJ_OLD], e->c->text[CJ_NEW], words);
    for (side = 0; side < 2; side++) {
        cj_line *line = add_line(e, CJ_LINE_TEXT);

        add(e, line, CJ_M_PLAIN, cj_str_of(cj_text_in(lead[side], e->t->lang)));
        put_words(e->t->arena, &words[side], marks[side], CJ_LINE_MORE, line, e->into);
    }
}

/* The one text of what came or went; its lines below where it has several. */
static void add_text(const entry *e, cj_line *head, cj_mark mark, cj_str text)
{
    cj_str rest = text, line;

    if (!text.n)
        return;
    add(e, head, CJ_M_PLAIN, one_line(text) ? CJ_STR(": ") : CJ_STR(":"));
    if (one_line(text)) {
        add(e, head, mark, text);
        return;
    }
    while (rest.n && cj_str_split(&rest, '\n', &line))
        if (line.n)
            add(e, add_line(e, CJ_LINE_TEXT), mark, line);
}

static void add_both(const entry *e, cj_line *head, cj_str before, cj_str after)
{
    add(e, head, CJ_M_PLAIN, CJ_STR(": "));
    add(e, head, before.n ? CJ_M_GONE : CJ_M_PLAIN, before.n ? before : CJ_STR("–"));
    add(e, head, CJ_M_PLAIN, CJ_STR(" → "));
    add(e, head, after.n ? CJ_M_NEW : CJ_M_PLAIN, after.n ? after : CJ_STR("–"));
}

/* ---- what belongs to it ------------------------------------------------------------------------------ */

/* Its items behind each other, else its text on one line; cut. */
static cj_str in_short(const entry *e, const cj_cell *cell)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, e->t->arena);
    for (i = 0; i < cell->n_items; i++) {
        cj_buf_z(&b, i ? " / " : "");
        cj_buf_add(&b, cell->items[i].text);
    }
    return cj_utf8_excerpt(e->t->arena, b.n ? cj_buf_str(&b) : cell->text, HELD);
}

/* In short, what a phase or a row holds that came or went as a whole. */
static void add_held(const entry *e)
{
    int side = e->c->kind == CJ_ADDED ? CJ_NEW : CJ_OLD;
    const cj_map *m = e->t->diff->map[side];
    bool phase = e->c->on == CJ_ON_PHASE;
    int at = phase ? e->c->phase[side] : e->c->element[side];
    size_t n = phase ? m->n_elements : m->n_phases, i;

    for (i = 0; i < n && at >= 0; i++) {
        const cj_cell *cell =
            &m->elements[phase ? i : (size_t)at].cells[phase ? (size_t)at : i];
        cj_str name = phase ? m->elements[i].label : m->phases[i].name;

        if (!cell->text.n)
            continue;
        add(e, add_line(e, CJ_LINE_TEXT), CJ_M_PLAIN,
            cj_str_fmt(e->t->arena, CJ_FMT ": " CJ_FMT,
                       CJ_ARG(cj_utf8_joined(e->t->arena, name)),
                       CJ_ARG(in_short(e, cell))));
    }
}

static void add_places(const entry *e)
{
    cj_str old = cj_change_place(e->t, e->c, CJ_OLD),
           now = cj_change_place(e->t, e->c, CJ_NEW);
    cj_str text = cj_str_fmt(e->t->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(old),
                             old.n && now.n ? " → " : "", CJ_ARG(now));

    if (text.n)
        add(e, add_line(e, CJ_LINE_ASIDE), CJ_M_PLAIN, text);
}

/* ---- the entry ---------------------------------------------------------------------------------------- */

static void add_changed(const entry *e, cj_line *head)
{
    const cj_change *c = e->c;
    cj_str figures = cj_change_figures_say(e->t, c);

    if (brief(c->text[CJ_OLD]) && brief(c->text[CJ_NEW])) {
        add_both(e, head, c->text[CJ_OLD], c->text[CJ_NEW]);
        return;
    }
    if (figures.n) {
        add(e, head, CJ_M_PLAIN, CJ_STR(": "));
        add(e, head, CJ_M_STRONG, figures);
    }
    add_texts(e);
}

/* The number of evidence, which it got anew. */
static bool add_number(const entry *e, cj_line *head)
{
    cj_str id[2] = { { NULL, 0 }, { NULL, 0 } };
    int side;

    for (side = 0; side < 2; side++) {
        const cj_field *f =
            e->c->table[side] && e->c->record[side]
                ? cj_record_field(e->c->table[side], e->c->record[side], "id")
                : NULL;

        id[side] = f ? f->text : id[side];
    }
    if (e->c->on != CJ_ON_RECORD || cj_str_eq(id[CJ_OLD], id[CJ_NEW]))
        return false;
    add_both(e, head, id[CJ_OLD], id[CJ_NEW]);
    return true;
}

static void add_what(const entry *e, cj_line *head)
{
    const cj_change *c = e->c;
    bool axis = c->on == CJ_ON_PHASE || c->on == CJ_ON_ELEMENT;

    switch (c->kind) {
    case CJ_ADDED:
    case CJ_REMOVED:
        if (!axis || c->field)
            add_text(e, head, c->kind == CJ_ADDED ? CJ_M_NEW : CJ_M_GONE,
                     c->text[c->kind == CJ_ADDED ? CJ_NEW : CJ_OLD]);
        break;
    case CJ_MOVED:
    case CJ_SUPPORT:
        if (!axis)
            add_text(e, head, CJ_M_PLAIN, c->text[CJ_NEW]);
        break;
    case CJ_RENAMED:
        if (!add_number(e, head))
            add_both(e, head, cj_utf8_joined(e->t->arena, c->text[CJ_OLD]),
                     cj_utf8_joined(e->t->arena, c->text[CJ_NEW]));
        break;
    default:
        add_changed(e, head);
        break;
    }
}

/* What happened to it beside its text. */
static void add_course(const entry *e)
{
    const cj_change *c = e->c;
    cj_str course = cj_change_course(e->t, c), support = cj_change_support_says(e->t, c);

    if (course.n)
        add(e, add_line(e, CJ_LINE_TEXT), CJ_M_STRONG, course);
    if (c->kind == CJ_MOVED && (c->on == CJ_ON_ITEM || c->on == CJ_ON_CELL) && c->n_figures)
        add(e, add_line(e, CJ_LINE_TEXT), CJ_M_STRONG, cj_change_figures_say(e->t, c));
    if (support.n && (c->on == CJ_ON_ITEM || c->on == CJ_ON_CELL) && c->kind != CJ_ADDED &&
        c->kind != CJ_REMOVED)
        add(e, add_line(e, CJ_LINE_TEXT), CJ_M_STRONG, support);
}

static cj_str flat(cj_arena *arena, const cj_marked *m)
{
    const cj_line *line;
    const cj_fragment *f;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (line = m->first; line; line = line->next) {
        cj_buf_z(&b, line == m->first ? "" : "\n");
        for (f = line->first; f; f = f->next)
            cj_buf_add(&b, f->text);
    }
    return cj_buf_str(&b);
}

static cj_line *add_about(const entry *e, cj_line *head, cj_change_scope scope)
{
    cj_str anchor = e->t->anchors ? cj_change_anchor(e->t, e->c) : CJ_STR("");

    add(e, head, CJ_M_PLAIN, CJ_STR(" "));
    cj_line_add(e->t->arena, head, anchor.n ? CJ_M_HERE : CJ_M_STRONG,
                cj_change_about(e->t, e->c, scope))
        ->to = anchor;
    return head;
}

static cj_line *add_head(const entry *e, cj_change_scope scope)
{
    cj_line *head = add_line(e, CJ_LINE_TEXT);
    cj_str tag =
        cj_str_fmt(e->t->arena, CJ_FMT " %s", CJ_ARG(cj_change_sign(e->t, e->c->kind)),
                   cj_text_in(cj_change_word(e->c->kind), e->t->lang));

    cj_line_add(e->t->arena, head, CJ_M_TAG, tag)->level = cj_change_level(e->c->kind);
    return add_about(e, head, scope);
}

cj_str cj_change_entry(const cj_telling *t, const cj_change *c, cj_change_scope scope,
                       cj_marked *marked)
{
    const entry e = { t, c, marked };
    bool whole = c->kind == CJ_ADDED || c->kind == CJ_REMOVED;

    add_what(&e, add_head(&e, scope));
    add_course(&e);
    if (whole && !c->field && (c->on == CJ_ON_PHASE || c->on == CJ_ON_ELEMENT))
        add_held(&e);
    add_places(&e);
    return flat(t->arena, marked);
}

cj_str cj_change_line(const cj_telling *t, const cj_change *c)
{
    cj_marked marked = { .first = NULL };
    const entry e = { t, c, &marked };
    cj_line *head = add_line(&e, CJ_LINE_TEXT);
    cj_str text;

    add(&e, head, CJ_M_PLAIN, cj_str_of(cj_text_in(cj_change_word(c->kind), t->lang)));
    add_what(&e, add_about(&e, head, CJ_SAY_ALL));
    add_course(&e);
    text = flat(t->arena, &marked);
    return cj_utf8_excerpt(t->arena, text, 3u * (unsigned)text.n + 1);
}

/* ---- the list ------------------------------------------------------------------------------------------ */

static void add_group(const cj_telling *t, cj_report *report, const cj_change_group *g,
                      unsigned depth)
{
    cj_block *list;
    size_t i;

    cj_report_heading(t->arena, report, depth, g->title);
    list = cj_report_list(t->arena, report, g->n);
    list->marked = CJ_NEW_N(t->arena, cj_marked, g->n);
    for (i = 0; i < g->n; i++)
        list->entry[i] = cj_change_entry(t, g->change[i], g->scope, &list->marked[i]);
}

void cj_change_list(const cj_telling *t, cj_report *report, unsigned depth)
{
    static const cj_text none = { "No changes.", "変更はありません。" };
    size_t n, i;
    cj_change_group *g = cj_change_groups(t, &n);

    for (i = 0; i < n; i++)
        add_group(t, report, &g[i], depth);
    if (!n)
        cj_report_text(t->arena, report, CJ_PLAIN, cj_str_of(cj_text_in(none, t->lang)));
}
