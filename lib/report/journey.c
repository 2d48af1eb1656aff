/* journey.c - maps as a Mermaid journey diagram: phases, what is done in them, how it feels. */
#include <cj/outline.h>
#include "base/utf8.h"

enum { LONGEST = 100, LONGEST_ACTOR = 30, MOST_TASKS = 500 };

typedef struct drawing {
    cj_arena *arena;
    cj_buf b;
    const cj_map *map;
    cj_lang lang;
    bool several; /* maps: each phase says whose it is */
} drawing;

/* ---- words that cannot break the diagram ------------------------------------------------------------ */

/* What Mermaid's grammar takes for its own, and a look-alike that it leaves alone. A % counts only
 * where two stand together. */
static uint32_t harmless(uint32_t cp, bool actor)
{
    if (cp == ':' || cp == ';' || cp == '#' || cp == '<' || cp == '>' ||
        (cp == ',' && actor))
        return cp - 0x21 + 0xff01;
    return cp < ' ' || cp == 0x7f || cp == 0x85 || cp == 0x2028 || cp == 0x2029 ? ' ' : cp;
}

/* Words with which its lines begin. */
static bool keyword(cj_arena *arena, cj_str s)
{
    static const cj_str words[] = { CJ_LIT("journey"), CJ_LIT("title"), CJ_LIT("section"),
                                    CJ_LIT("acctitle"), CJ_LIT("accdescr") };
    cj_str folded = cj_utf8_fold(arena, cj_utf8_head(s, 32));
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_starts(folded, words[i]))
            return true;
    return false;
}

static cj_str drawable(const drawing *d, cj_str text, unsigned columns, bool actor)
{
    uint32_t before = 0;
    cj_buf b;

    text = cj_utf8_excerpt(d->arena, cj_utf8_joined(d->arena, cj_utf8_trim(text)), columns);
    cj_buf_init(&b, d->arena);
    while (text.n) {
        uint32_t cp = harmless(cj_utf8_next(&text), actor);

        if (cp == '%' && before == '%')
            cp = 0xff05;
        if (cp != ' ' || before != ' ')
            cj_utf8_put(&b, cp);
        before = cp;
    }
    text = cj_utf8_trim(cj_buf_str(&b));
    return text.n ? text : CJ_STR("…");
}

static cj_str word(const drawing *d, const char *en, const char *ja)
{
    return cj_str_of(d->lang == CJ_JA ? ja : en);
}

/* ---- how it feels -------------------------------------------------------------------------------------- */

typedef struct scale {
    double low, high; /* of what is written; low < high */
} scale;

static bool written_as_number(cj_str text)
{
    while (text.n) {
        uint32_t cp = cj_utf8_next(&text);

        if (cj_utf8_script(cp) == CJ_SCRIPT_DIGIT || cp == 0x2605 || cp == 0x2b50)
            return true;
    }
    return false;
}

/* -2 to +2 (faces too), 1 to 5, 0 to 5, 0 to 10 or 0 to 100, by what stands in the whole row. */
static scale scale_of(const cj_map *m, const cj_element *row)
{
    double low = 1, high = 1;
    bool numbers = false;
    size_t p;

    for (p = 0; p < m->n_phases; p++) {
        const cj_cell *c = &row->cells[p];

        if (!c->scored)
            continue;
        numbers = numbers || written_as_number(c->text);
        low = c->score < low ? c->score : low;
        high = c->score > high ? c->score : high;
    }
    if (!numbers || low < 0) {
        high = high > -low ? high : -low;
        high = high > 2 ? high : 2;
        return (scale){ -high, high };
    }
    if (high > 5)
        return (scale){ 0, high > 100 ? high : high > 10 ? 100 : 10 };
    return (scale){ low < 1 ? 0 : 1, 5 };
}

/* 1 to 5, as Mermaid draws its faces; 3 where nobody has said. */
static int mood(const cj_map *m, size_t phase)
{
    const cj_element *row = cj_map_element(m, CJ_SENTIMENT);
    const cj_cell *c = row ? &row->cells[phase] : NULL;
    double value;
    scale s;

    if (!c || !c->scored)
        return 3;
    s = scale_of(m, row);
    value = 1 + 4 * (c->score - s.low) / (s.high - s.low);
    return value < 1 ? 1 : value > 5 ? 5 : (int)(value + 0.5);
}

/* ---- who does what --------------------------------------------------------------------------------------- */

static cj_str actor(const drawing *d)
{
    const cj_meta *persona = &d->map->meta[CJ_META_PERSONA];
    cj_str name = cj_map_persona(d->map, "name");

    if (!name.n)
        name = cj_map_persona(d->map, "role");
    if (!name.n && !persona->placeholder)
        name = persona->text;
    if (!name.n)
        name = word(d, "Customer", "顧客");
    return drawable(d, name, LONGEST_ACTOR, true);
}

static bool says_anything(const cj_map *m, const cj_element *row)
{
    size_t p;

    for (p = 0; row && p < m->n_phases; p++)
        if (row->cells[p].n_items)
            return true;
    return false;
}

/* What customers do, else the first core row that says anything. */
static const cj_element *tasks_of(const cj_map *m)
{
    const cj_element *row = cj_map_element(m, CJ_BEHAVIOR);
    size_t e;

    if (says_anything(m, row))
        return row;
    for (e = 0; e < m->n_elements; e++)
        if (cj_elem_core(m->elements[e].elem) && says_anything(m, &m->elements[e]))
            return &m->elements[e];
    return NULL;
}

static void put_task(drawing *d, cj_str text, int score, cj_str who)
{
    text = drawable(d, text, LONGEST, false);
    cj_buf_z(&d->b, "      ");
    if (keyword(d->arena, text))
        cj_buf_z(&d->b, d->lang == CJ_JA ? "・" : "• ");
    cj_buf_add(&d->b, text);
    cj_buf_fmt(&d->b, ": %d: ", score);
    cj_buf_add(&d->b, who);
    cj_buf_byte(&d->b, '\n');
}

/* A phase without tasks would not be drawn at all. */
static void put_tasks(drawing *d, const cj_element *row, size_t phase, cj_str who)
{
    const cj_cell *c = row ? &row->cells[phase] : NULL;
    int score = mood(d->map, phase);
    size_t i;

    for (i = 0; c && i < c->n_items && i < MOST_TASKS; i++)
        put_task(d, c->items[i].bare.n ? c->items[i].bare : c->items[i].text, score, who);
    if (!i)
        put_task(d, word(d, "(nothing written yet)", "（未記入）"), score, who);
}

/* ---- the diagram -------------------------------------------------------------------------------------------- */

/* What tells one map from the others: its sheet, or on a sheet of several whose it is. */
static cj_str name_of(const cj_map *m)
{
    cj_str name = m->meta[CJ_META_PERSONA].text;

    if (cj_map_alone(m) || !(name.n || m->meta[CJ_META_TITLE].text.n))
        return m->book->sheets[m->sheet].name;
    return name.n ? name : m->meta[CJ_META_TITLE].text;
}

static void put_section(drawing *d, const cj_phase *p)
{
    cj_str name = p->name;

    if (!name.n)
        name = cj_str_fmt(d->arena, d->lang == CJ_JA ? "フェーズ%u" : "Phase %u",
                          p->order + 1);
    if (d->several)
        name = cj_str_fmt(
            d->arena, d->lang == CJ_JA ? CJ_FMT "（" CJ_FMT "）" : CJ_FMT " (" CJ_FMT ")",
            CJ_ARG(name), CJ_ARG(name_of(d->map)));
    cj_buf_z(&d->b, "    section ");
    cj_buf_add(&d->b, drawable(d, name, LONGEST, false));
    cj_buf_byte(&d->b, '\n');
}

static void put_map(drawing *d)
{
    const cj_element *row = tasks_of(d->map);
    cj_str who = actor(d);
    size_t p;

    for (p = 0; p < d->map->n_phases; p++) {
        put_section(d, &d->map->phases[p]);
        put_tasks(d, row, p, who);
    }
}

cj_str cj_journey_text(cj_arena *arena, const cj_maps *maps, cj_lang lang)
{
    drawing d = { .arena = arena, .several = maps->n > 1 };
    cj_str title = CJ_STR("");
    size_t i;

    for (i = 0; i < maps->n && !title.n; i++)
        title = maps->map[i].meta[CJ_META_TITLE].text;
    d.lang = lang != CJ_LANG_AUTO || !maps->n ? lang : maps->map[0].lang;
    if (!title.n)
        title = word(&d, "Customer journey map", "カスタマージャーニーマップ");
    cj_buf_init(&d.b, arena);
    cj_buf_z(&d.b, "journey\n    title ");
    cj_buf_add(&d.b, drawable(&d, title, LONGEST, false));
    cj_buf_byte(&d.b, '\n');
    for (i = 0; i < maps->n; i++) {
        d.map = &maps->map[i];
        d.lang = lang != CJ_LANG_AUTO ? lang : d.map->lang;
        put_map(&d);
    }
    return cj_buf_str(&d.b);
}
