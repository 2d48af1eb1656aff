/* plain.c - maps as lines of text that stand still: heads, metadata, the grid, what stands outside. */
#include "report/plain.h"
#include "base/utf8.h"
#include "map/build.h"

/* ---- lines ---------------------------------------------------------------------------------------- */

static bool line_end(uint32_t cp)
{
    return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static bool control(uint32_t cp)
{
    return cp < ' ' || (cp >= 0x7f && cp <= 0x9f);
}

/* Takes a line off, without the blanks around it and what a terminal would obey. */
static cj_str next_line(cj_arena *arena, cj_str *rest)
{
    cj_buf b;
    uint32_t cp;

    cj_buf_init(&b, arena);
    while (rest->n && !line_end(cp = cj_utf8_next(rest)))
        if (cp == '\t')
            cj_buf_byte(&b, ' ');
        else if (!control(cp))
            cj_utf8_put(&b, cp);
    return cj_utf8_trim(cj_buf_str(&b));
}

cj_str cj_plain_text(cj_arena *arena, cj_str text)
{
    cj_str rest = cj_utf8_even(arena, cj_utf8_drop_invisible(arena, text)), line;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        line = next_line(arena, &rest);
        if (line.n && b.n)
            cj_buf_z(&b, " / ");
        cj_buf_add(&b, line);
    }
    return cj_buf_str(&b);
}

/* A date with a weekday or a remark says more than its day. */
static bool bare_date(cj_str s)
{
    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);

        if (!(cp >= '0' && cp <= '9') && !strchr("/.- ", (int)(cp < 0x80 ? cp : 'x')) &&
            cp != 0x5e74 && cp != 0x6708 && cp != 0x65e5) /* 年月日 */
            return false;
    }
    return true;
}

cj_str cj_plain_date(cj_plain *w, cj_str text)
{
    cj_str s = cj_plain_text(w->arena, text);
    cj_when when;

    if (!bare_date(s) || !cj_when_parse(s, 1, &when) || when.grain != CJ_GRAIN_DAY)
        return s;
    return cj_str_fmt(w->arena, "%04d-%02d-%02d", when.from.year, when.from.month,
                      when.from.day);
}

cj_str cj_plain_word(const cj_plain *w, cj_text word)
{
    return cj_str_of(cj_text_in(word, w->lang));
}

static void put_among(cj_plain *w)
{
    if (!w->among.n)
        return;
    cj_buf_add(&w->out, w->among);
    cj_buf_z(&w->out, " | ");
}

void cj_plain_head(cj_plain *w, cj_str title)
{
    cj_buf_z(&w->out, "== ");
    put_among(w);
    cj_buf_add(&w->out, cj_plain_text(w->arena, title));
    cj_buf_byte(&w->out, '\n');
}

void cj_plain_line(cj_plain *w, cj_str of, cj_str what, cj_str which, cj_str text)
{
    const cj_str about[] = { of, what, which };
    const char *between = "";
    size_t i;

    text = cj_plain_text(w->arena, text);
    if (!text.n)
        return;
    put_among(w);
    for (i = 0; i < sizeof about / sizeof *about; i++) {
        cj_str part = cj_plain_text(w->arena, about[i]);

        if (!part.n)
            continue;
        cj_buf_z(&w->out, between);
        cj_buf_add(&w->out, part);
        between = " × ";
    }
    cj_buf_z(&w->out, *between ? ": " : "");
    cj_buf_add(&w->out, text);
    cj_buf_byte(&w->out, '\n');
}

/* ---- metadata ------------------------------------------------------------------------------------- */

static bool is_date(cj_meta_id id)
{
    return id >= CJ_META_CREATED && id <= CJ_META_NEXT_REVIEW;
}

/* A line above the table that is not the name of the map, and what else stands there. */
static void put_around(cj_plain *w)
{
    static const cj_text around = { "Around the map", "表の周り" };
    const cj_map *m = w->map;
    cj_str none = { NULL, 0 };
    size_t i;

    for (i = 0; i < m->n_leaves; i++) {
        const cj_leaf *leaf = &m->leaves[i];

        if ((leaf->kind == CJ_LEAF_TITLE &&
             cj_place_cmp(leaf->at, m->meta[CJ_META_TITLE].at) != 0) ||
            leaf->kind == CJ_LEAF_OTHER)
            cj_plain_line(w, cj_plain_word(w, around), none, none, leaf->text);
    }
}

static void put_meta(cj_plain *w)
{
    static const cj_text head = { "About the map", "マップについて" };
    cj_str none = { NULL, 0 };
    size_t i;

    cj_plain_head(w, cj_plain_word(w, head));
    for (i = 0; i < CJ_N_META; i++) {
        cj_meta_id id = (cj_meta_id)i;
        cj_str text = w->map->meta[i].text;

        cj_plain_line(w, cj_str_of(cj_meta_label(id, w->lang)), none, none,
                      is_date(id) ? cj_plain_date(w, text) : text);
    }
    put_around(w);
}

/* ---- rows ----------------------------------------------------------------------------------------- */

/* The standard label, where it stands for this row alone. */
static cj_str row_name(const cj_plain *w, const cj_element *e)
{
    const cj_map *m = w->map;
    size_t i, n = 0;

    for (i = 0; i < m->n_elements; i++)
        n += m->elements[i].named == e->named;
    if (e->label.n && (n > 1 || e->named == CJ_CUSTOM || e->also != CJ_CUSTOM))
        return cj_plain_text(w->arena, e->label);
    return cj_plain_text(w->arena, cj_str_of(cj_elem_label(e->named, w->lang)));
}

static void put_rows(cj_plain *w, const cj_str *name)
{
    static const cj_text head = { "Rows", "項目" }, row = { "Row", "項目" },
                         own = { "label in the map", "マップでの表記" },
                         tail = { "explanation", "説明" }, group = { "group", "グループ" };
    const cj_map *m = w->map;
    cj_str none = { NULL, 0 }, of = cj_plain_word(w, row);
    size_t i;

    cj_plain_head(w, cj_plain_word(w, head));
    for (i = 0; i < m->n_elements; i++) {
        const cj_element *e = &m->elements[i];

        cj_plain_line(w, of, none, none, name[i]);
        if (!cj_str_eq(cj_plain_text(w->arena, e->label), name[i]))
            cj_plain_line(w, of, name[i], cj_plain_word(w, own), e->label);
        cj_plain_line(w, of, name[i], cj_plain_word(w, tail), e->tail);
        cj_plain_line(w, of, name[i], cj_plain_word(w, group), e->group);
    }
}

/* ---- phases and cells ------------------------------------------------------------------------------ */

/* Of a row that stands on several lines, each with a label of its own, the line of the item. */
static cj_str line_label(const cj_cell *c, cj_span at)
{
    cj_str none = { NULL, 0 };
    size_t i;

    for (i = 0; i < c->n_parts; i++)
        if (c->parts[i].at.row == at.row && c->parts[i].at.col == at.col)
            return c->parts[i].label;
    return none;
}

static void put_cell(cj_plain *w, cj_str phase, cj_str row, const cj_cell *c)
{
    static const cj_text note = { "comment", "コメント" };
    size_t i;

    for (i = 0; i < c->n_items; i++)
        cj_plain_line(w, phase, row, line_label(c, c->items[i].at), c->items[i].text);
    if (!c->n_items)
        cj_plain_line(w, phase, row, line_label(c, c->at), c->text);
    cj_plain_line(w, phase, row, cj_plain_word(w, note), c->note);
}

static cj_str phase_name(const cj_plain *w, const cj_phase *p)
{
    static const cj_text nth = { "Phase {0}", "フェーズ{0}" };
    cj_err says = { .says = nth };

    if (p->name.n)
        return cj_plain_text(w->arena, p->name);
    says.arg[0] = cj_str_fmt(w->arena, "%u", p->order + 1);
    return cj_err_says(w->arena, &says, w->lang);
}

static void put_phases(cj_plain *w, const cj_str *row)
{
    static const cj_text group = { "group", "グループ" }, step = { "step", "ステップ" };
    const cj_map *m = w->map;
    cj_str none = { NULL, 0 };
    size_t p, i;

    for (p = 0; p < m->n_phases; p++) {
        const cj_phase *phase = &m->phases[p];
        cj_str name = phase_name(w, phase);

        cj_plain_head(w, name);
        cj_plain_line(w, name, cj_plain_word(w, group), none, phase->group);
        for (i = 0; i < phase->n_steps; i++)
            cj_plain_line(w, name, cj_plain_word(w, step), none, phase->steps[i].name);
        for (i = 0; i < m->n_elements; i++)
            put_cell(w, name, row[i], &m->elements[i].cells[p]);
    }
}

/* ---- outside --------------------------------------------------------------------------------------- */

static void put_outside(cj_plain *w)
{
    static const cj_text head = { "Outside the map", "マップの外" };
    const cj_map *m = w->map;
    cj_str none = { NULL, 0 };
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;

    if (!m->n_leftover)
        return;
    cj_plain_head(w, cj_plain_word(w, head));
    while (cj_left_next(w->arena, m, &left, &leaf))
        cj_plain_line(w, cj_plain_word(w, head), none, none, leaf.text);
}

/* A line a cell: a sheet that is no map has no other order than its places. */
void cj_plain_sheet(cj_plain *w, const cj_book *book, unsigned sheet)
{
    const cj_sheet *s = &book->sheets[sheet];
    cj_str none = { NULL, 0 }, name = cj_plain_text(w->arena, s->name), place;
    char ref[CJ_REF_MAX];
    size_t i;

    if (name.n && s->n_cells)
        cj_plain_head(w, name);
    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        cj_ref(ref, c->row, c->col);
        place = cj_str_fmt(w->arena, CJ_FMT "%s%s", CJ_ARG(name), name.n ? "!" : "", ref);
        cj_plain_line(w, place, none, none, cj_book_cell_text(w->arena, book, c));
    }
}

/* How the template is used, and what the linter found: not what the team says. */
static bool told_by_us(cj_arena *arena, const cj_sheet *s)
{
    cj_section_kind kind = cj_sections_sheet_kind(arena, s);

    return kind == CJ_SECTION_GUIDE || kind == CJ_SECTION_LINT;
}

static void mark_sheets(const cj_map *m, bool *read)
{
    size_t i;

    read[m->sheet] = true;
    for (i = 0; i < m->n_leaves; i++)
        read[m->leaves[i].at.sheet] = true;
}

/* ---- maps ------------------------------------------------------------------------------------------ */

/* Of several: the sheet, and where others stand on the same one, which it is. */
static cj_str name_among(cj_arena *arena, const cj_maps *maps, size_t at)
{
    const cj_map *m = &maps->map[at];
    cj_str name = cj_plain_text(arena, m->book->sheets[m->sheet].name),
           who = cj_plain_text(arena, m->meta[CJ_META_PERSONA].text);
    size_t i, nth = 1, same = 0;

    if (maps->n == 1)
        return CJ_STR("");
    for (i = 0; i < maps->n; i++) {
        same += maps->map[i].sheet == m->sheet;
        nth += i < at && maps->map[i].sheet == m->sheet;
    }
    if (same == 1 && name.n)
        return name;
    return cj_str_fmt(arena, CJ_FMT "(%zu)%s" CJ_FMT, CJ_ARG(name), nth, who.n ? " " : "",
                      CJ_ARG(who));
}

static void put_map(cj_plain *w)
{
    cj_str *row = CJ_NEW_N(w->arena, cj_str, w->map->n_elements);
    size_t i;

    for (i = 0; i < w->map->n_elements; i++)
        row[i] = row_name(w, &w->map->elements[i]);
    put_meta(w);
    put_rows(w, row);
    put_phases(w, row);
    cj_plain_sections(w);
    put_outside(w);
}

cj_str cj_plain_lines(cj_arena *arena, const cj_maps *maps, cj_lang lang)
{
    const cj_book *book = maps->map[0].book;
    bool *read = CJ_NEW_N(arena, bool, book->n_sheets);
    cj_plain w = { .arena = arena };
    size_t i;

    cj_buf_init(&w.out, arena);
    for (i = 0; i < maps->n; i++) {
        w.map = &maps->map[i];
        w.lang = lang ? lang : w.map->lang;
        w.among = name_among(arena, maps, i);
        put_map(&w);
        mark_sheets(w.map, read);
    }
    w.among = CJ_STR("");
    for (i = 0; i < book->n_sheets; i++)
        if (!read[i] && !told_by_us(arena, &book->sheets[i]))
            cj_plain_sheet(&w, book, (unsigned)i);
    return cj_buf_str(&w.out);
}

cj_str cj_plain_cells(cj_arena *arena, const cj_book *book)
{
    cj_plain w = { .arena = arena };
    size_t i;

    cj_buf_init(&w.out, arena);
    for (i = 0; i < book->n_sheets; i++)
        cj_plain_sheet(&w, book, (unsigned)i);
    return cj_buf_str(&w.out);
}
