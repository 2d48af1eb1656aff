/* records.c - what the records of sections mean: evidence, KPIs, actions, history. */
#include "map/records.h"
#include "map/figure.h"
#include "map/items.h"
#include "map/lexicon.h"
#include "map/normal.h"
#include "base/number.h"
#include "base/utf8.h"
#include <string.h>

enum { LONGEST_ID = 40, LONGEST_WORD = 200 };

/* Figures of all KPIs and periods; only a sheet made to do harm has more. */
#define MAX_ACTUALS ((size_t)400000)

/* ---- names ---------------------------------------------------------------------------------------- */

static const char *const evtypes[] = { "",        "interview", "survey",
                                       "meeting", "usage",     "support",
                                       "nps",     "review",    "observation",
                                       "crm",     "internal" };
static const char *const statuses[] = { "",     "",        "planned", "doing",
                                        "done", "stopped", "hold" };

const char *cj_evtype_name(cj_evtype type)
{
    return evtypes[type];
}

const char *cj_status_name(cj_status status)
{
    return statuses[status];
}

/* The number of a name in the list; 0: none. */
static unsigned number_of(const char *const *list, unsigned n, const char *name)
{
    unsigned i;

    for (i = 1; name && i < n; i++)
        if (*list[i] && strcmp(list[i], name) == 0)
            return i;
    return 0;
}

static cj_text canonical(cj_family family, const char *name)
{
    cj_text none = { "", "" }, text;
    const char *other;
    unsigned i;

    for (i = 0; *name && (other = cj_labels_name(family, i)) != NULL; i++)
        if (strcmp(other, name) == 0) {
            text.en = cj_labels_canonical(family, i, CJ_EN);
            text.ja = cj_labels_canonical(family, i, CJ_JA);
            return text;
        }
    return none;
}

cj_text cj_evtype_label(cj_evtype type)
{
    return canonical(CJ_FAM_EVTYPE, evtypes[type]);
}

cj_text cj_status_label(cj_status status)
{
    return canonical(CJ_FAM_STATUS, statuses[status]);
}

/* ---- fields ------------------------------------------------------------------------------------------ */

typedef struct reader {
    cj_build *b;
    const cj_section *section;
    const cj_record *record;
    cj_kpi_actual *period; /* the columns of the section; NULL: not asked yet */
    size_t n_periods;
} reader;

static cj_str field(const reader *r, const char *name)
{
    const cj_field *f = cj_record_field(r->section, r->record, name);

    return f ? f->text : CJ_STR("");
}

/* A phase, a type … merged over several records is written in the first of them only. */
static cj_str field_or_merged(const reader *r, const char *name)
{
    const cj_field *f = cj_record_field(r->section, r->record, name);
    const cj_sheet *sheet;
    const cj_range *m;
    const cj_book_cell *c;

    if (!f || f->text.n || !f->at.row)
        return f ? f->text : CJ_STR("");
    sheet = &r->b->map->book->sheets[f->at.sheet];
    m = cj_sheet_merge(sheet, f->at.row, f->at.col);
    c = m ? cj_sheet_find(sheet, m->row1, m->col1) : NULL;
    return c && m->row1 > r->section->at.row ? cj_seen(r->b->arena, r->b->map->book, c)
                                             : CJ_STR("");
}

/* A word of the vocabulary: the whole text, or without the bracket behind it: 完了（9/30）. */
static int word_id(cj_arena *arena, cj_family family, cj_str text)
{
    cj_str key;
    size_t at;
    int id;

    if (!text.n || text.n > LONGEST_WORD)
        return -1;
    key = cj_label_key(arena, text);
    id = cj_labels_id(family, key);
    at = cj_str_find(key, CJ_STR("("));
    if (id < 0 && at != CJ_NONE && at)
        id = cj_labels_id(family, cj_str_cut(key, 0, at));
    return id;
}

/* E5, Ｅ０５, e-5, [E5], No.5, 根拠5, 5: the number behind one of the words; 0: none. */
static unsigned id_number(cj_arena *arena, cj_str text, const char *const *words)
{
    static const char *const marks = " -_.#:";
    cj_str s;
    unsigned long id = 0;

    if (!text.n || text.n > LONGEST_ID)
        return 0;
    s = cj_label_undecorated(cj_utf8_drop_invisible(arena, text));
    s = cj_utf8_trim(cj_utf8_fold(arena, s));
    for (; *words; words++)
        if (cj_str_starts(s, cj_str_of(*words))) {
            s = cj_str_from(s, cj_str_of(*words).n);
            break;
        }
    while (s.n && *s.p && strchr(marks, *s.p))
        s = cj_str_from(s, 1);
    while (s.n > 1 && *s.p == '0')
        s = cj_str_from(s, 1);
    return cj_number_unsigned(s, 999999999, &id) ? (unsigned)id : 0;
}

static cj_when date_of(const reader *r, cj_str text)
{
    cj_when when = { 0 };

    if (cj_placeholder(r->b->arena, text))
        return when;
    if (!cj_when_parse(text, r->b->map->fiscal_start, &when))
        cj_when_find(text, r->b->map->fiscal_start, &when);
    return when;
}

/* ---- evidence ------------------------------------------------------------------------------------------ */

/* 社内インタビュー is what colleagues think. */
static cj_evtype evtype_of(cj_arena *arena, cj_str text)
{
    int id = word_id(arena, CJ_FAM_EVTYPE, text);
    cj_str folded, hit;
    const char *group = NULL;

    if (id >= 0)
        return (cj_evtype)number_of(evtypes, CJ_N_EVTYPES,
                                    cj_labels_name(CJ_FAM_EVTYPE, (unsigned)id));
    if (!text.n || text.n > LONGEST_WORD)
        return CJ_EVTYPE_UNKNOWN;
    folded = cj_utf8_fold(arena, text);
    if (cj_str_has(folded, CJ_STR("社内")) || cj_str_has(folded, CJ_STR("internal")))
        return CJ_EVTYPE_INTERNAL;
    if (cj_lexicon_find(CJ_LEX_EVTYPE, folded, &hit))
        group = cj_lexicon_group(CJ_LEX_EVTYPE, hit);
    return (cj_evtype)number_of(evtypes, CJ_N_EVTYPES, group);
}

static void read_evidence(const reader *r, cj_evidence *out)
{
    static const char *const words[] = { "evidence", "エビデンス", "根拠", "ev",
                                         "e",        "no",         "id",   NULL };

    out->section = r->section;
    out->record = r->record;
    out->id = id_number(r->b->arena, field(r, "id"), words);
    out->type = evtype_of(r->b->arena, field_or_merged(r, "type"));
    out->date = date_of(r, field_or_merged(r, "date"));
    out->n = cj_figure_of(r->b->arena, field(r, "n"));
}

/* ---- KPIs ------------------------------------------------------------------------------------------------ */

static bool any_of(cj_str s, const char *const *words)
{
    for (; *words; words++)
        if (cj_str_has(s, cj_str_of(*words)))
            return true;
    return false;
}

/* Both (高い/低い, left over from a template) say nothing. */
static cj_direction direction_of(cj_arena *arena, cj_str text)
{
    static const char *const up[] = { "高",    "大き",    "多",     "増",    "上",   "長",
                                      "↑",     "⬆",       "↗",      "high",  "more", "up",
                                      "large", "increas", "bigger", "great", "max",  "long",
                                      "+",     "△",       NULL };
    static const char *const down[] = { "低",    "小さ",    "少",   "減",    "下",
                                        "短",    "早",      "速",   "↓",     "⬇",
                                        "↘",     "low",     "less", "down",  "fewer",
                                        "small", "decreas", "min",  "short", "reduc",
                                        "fast",  NULL };
    cj_str folded;
    bool is_up, is_down;

    if (!text.n || text.n > LONGEST_WORD || cj_placeholder(arena, text))
        return CJ_DIRECTION_UNKNOWN;
    folded = cj_utf8_fold(arena, text);
    is_up = any_of(folded, up);
    is_down = any_of(folded, down);
    return is_up == is_down ? CJ_DIRECTION_UNKNOWN : is_up ? CJ_HIGHER : CJ_LOWER;
}

/* With what the unit column says: "12 社" under 社. */
static cj_figure figure_of(const reader *r, const cj_field *f, cj_str unit)
{
    cj_arena *arena = r->b->arena;
    cj_figure none = { false, false, 0, { NULL, 0 } }, bare, out;

    if (!f)
        return none;
    out = cj_figure_of(arena, f->text);
    if (!unit.n)
        return out;
    if (out.there && !out.number && cj_str_ends(f->text, unit)) {
        bare = cj_figure_of(arena, cj_str_cut(f->text, 0, f->text.n - unit.n));
        if (bare.number)
            out = bare;
    }
    if (out.number && !out.unit.n)
        out.unit = unit;
    return out;
}

static bool plan_or_note(cj_str folded)
{
    static const char *const words[] = { "目標",   "計画",     "予算",     "予測",
                                         "見込",   "target",   "plan",     "goal",
                                         "budget", "forecast", "コメント", "備考",
                                         "メモ",   "note",     "comment",  NULL };

    return any_of(folded, words);
}

bool cj_period_header(cj_arena *arena, cj_str label, unsigned fiscal_start, cj_when *when)
{
    return cj_when_parse(label, fiscal_start, when) ||
           (!plan_or_note(cj_utf8_fold(arena, label)) &&
            cj_when_find(label, fiscal_start, when));
}

/* Such a column, or one of actual figures that names no period. */
static bool period_of(const reader *r, const cj_column *c, cj_when *when)
{
    if (c->field && strcmp(c->field, "actual") != 0)
        return false;
    return cj_period_header(r->b->arena, c->label, r->b->map->fiscal_start, when) ||
           (c->field && !plan_or_note(cj_utf8_fold(r->b->arena, c->label)));
}

/* The period columns of a section, the same for all of its records. */
static void find_periods(reader *r)
{
    const cj_section *s = r->section;
    size_t i;

    r->period = CJ_NEW_N(r->b->arena, cj_kpi_actual, s->n_columns);
    for (i = 0; i < s->n_columns; i++)
        if (period_of(r, &s->columns[i], &r->period[r->n_periods].period))
            r->period[r->n_periods++].column = &s->columns[i];
}

static void read_actuals(reader *r, cj_str unit, cj_kpi *out)
{
    size_t i;

    if (!r->period)
        find_periods(r);
    if (!r->n_periods || r->b->map->n_kpis * r->n_periods > MAX_ACTUALS)
        return;
    out->actual = CJ_NEW_N(r->b->arena, cj_kpi_actual, r->n_periods);
    out->n_actuals = r->n_periods;
    for (i = 0; i < r->n_periods; i++) {
        cj_kpi_actual *a = &out->actual[i];

        *a = r->period[i];
        a->field = &r->record->cell[a->column - r->section->columns];
        a->value = figure_of(r, a->field, unit);
    }
}

static void read_kpi(reader *r, cj_kpi *out)
{
    cj_arena *arena = r->b->arena;
    cj_str unit = cj_utf8_trim(field_or_merged(r, "unit"));

    if (cj_placeholder(arena, unit))
        unit = CJ_STR("");
    out->section = r->section;
    out->record = r->record;
    out->phase = cj_map_phase_named(arena, r->b->map, field_or_merged(r, "phase"));
    out->name = field(r, "name");
    out->key = cj_kpi_key(arena, out->name);
    out->direction = direction_of(arena, field(r, "direction"));
    out->baseline = figure_of(r, cj_record_field(r->section, r->record, "baseline"), unit);
    out->target = figure_of(r, cj_record_field(r->section, r->record, "target"), unit);
    read_actuals(r, unit, out);
}

/* ---- actions, history -------------------------------------------------------------------------------------- */

static bool filled(cj_arena *arena, cj_str text)
{
    return text.n && !cj_placeholder(arena, text);
}

/* 検討中 is a filler elsewhere and a status here. */
static cj_status status_of(cj_arena *arena, cj_str text)
{
    int id = word_id(arena, CJ_FAM_STATUS, text);

    if (id < 0 && !filled(arena, text))
        return CJ_STATUS_NONE;
    if (id < 0 && text.n <= LONGEST_WORD) {
        cj_str key = cj_label_key(arena, text);

        if (!cj_labels_beginning(CJ_FAM_STATUS, key, key.n, &id))
            id = -1;
    }
    return id < 0 ? CJ_STATUS_UNKNOWN
                  : (cj_status)number_of(statuses, CJ_N_STATUSES,
                                         cj_labels_name(CJ_FAM_STATUS, (unsigned)id));
}

static void read_action(const reader *r, cj_action *out)
{
    static const char *const words[] = { "action", "アクション", "打ち手", "施策",
                                         "a",      "no",         "id",     NULL };
    cj_arena *arena = r->b->arena;

    out->section = r->section;
    out->record = r->record;
    out->id = id_number(arena, field(r, "id"), words);
    out->phase = cj_map_phase_named(arena, r->b->map, field_or_merged(r, "phase"));
    out->status = status_of(arena, field(r, "status"));
    out->due = date_of(r, field(r, "due"));
    if (out->due.grain == CJ_GRAIN_NONE)
        out->due = date_of(r, field(r, "when"));
}

static void read_history(const reader *r, cj_history *out)
{
    out->section = r->section;
    out->record = r->record;
    out->version = field(r, "version");
    out->date = date_of(r, field(r, "date"));
}

/* ---- all of them --------------------------------------------------------------------------------------------- */

static size_t count(const cj_map *m, cj_section_kind kind)
{
    size_t n = 0, i;

    for (i = 0; i < m->n_sections; i++)
        n += m->sections[i].kind == kind ? m->sections[i].n_records : 0;
    return n;
}

static void read_one(reader *r)
{
    cj_map *m = r->b->map;

    switch (r->section->kind) {
    case CJ_SECTION_EVIDENCE:
        read_evidence(r, &m->evidence[m->n_evidence++]);
        break;
    case CJ_SECTION_KPI:
        read_kpi(r, &m->kpis[m->n_kpis++]);
        break;
    case CJ_SECTION_ACTIONS:
        read_action(r, &m->actions[m->n_actions++]);
        break;
    case CJ_SECTION_HISTORY:
        read_history(r, &m->history[m->n_history++]);
        break;
    default:
        break;
    }
}

void cj_records_read(cj_build *b)
{
    cj_map *m = b->map;
    size_t s, i;

    m->evidence = CJ_NEW_N(b->arena, cj_evidence, count(m, CJ_SECTION_EVIDENCE));
    m->kpis = CJ_NEW_N(b->arena, cj_kpi, count(m, CJ_SECTION_KPI));
    m->actions = CJ_NEW_N(b->arena, cj_action, count(m, CJ_SECTION_ACTIONS));
    m->history = CJ_NEW_N(b->arena, cj_history, count(m, CJ_SECTION_HISTORY));
    for (s = 0; s < m->n_sections; s++) {
        reader r = { .b = b, .section = &m->sections[s] };

        for (i = 0; i < r.section->n_records; i++) {
            r.record = &r.section->records[i];
            read_one(&r);
        }
    }
}
