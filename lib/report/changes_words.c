/* changes_words.c - what a change is called: its kind, what it is about, where it stands. */
#include "report/changes.h"
#include "report/outline.h"
#include "base/utf8.h"
#include "map/labels.h"

static cj_str ours(const cj_telling *t, cj_text words)
{
    return cj_str_of(cj_text_in(words, t->lang));
}

/* ---- kinds --------------------------------------------------------------------------------------- */

cj_str cj_change_sign(const cj_telling *t, cj_change_kind kind)
{
    static const cj_text signs[CJ_N_CHANGES] = {
        [CJ_REMOVED] = { "-", "－" }, [CJ_CHANGED] = { "~", "～" },
        [CJ_RENAMED] = { "~", "～" }, [CJ_MOVED] = { ">", "⇄" },
        [CJ_SUPPORT] = { "~", "～" }, [CJ_ADDED] = { "+", "＋" },
        [CJ_WORDING] = { "=", "✎" },
    };

    return ours(t, signs[kind]);
}

cj_text cj_change_word(cj_change_kind kind)
{
    static const cj_text words[CJ_N_CHANGES] = {
        [CJ_REMOVED] = { "removed", "削除" },          [CJ_CHANGED] = { "changed", "変更" },
        [CJ_RENAMED] = { "renamed", "変更" },          [CJ_MOVED] = { "moved", "移動" },
        [CJ_SUPPORT] = { "evidence", "根拠" },         [CJ_ADDED] = { "added", "追加" },
        [CJ_WORDING] = { "wording only", "表記のみ" },
    };

    return words[kind];
}

cj_level cj_change_level(cj_change_kind kind)
{
    static const cj_level levels[CJ_N_CHANGES] = {
        [CJ_REMOVED] = CJ_FAIL_LEVEL, [CJ_CHANGED] = CJ_WARN_LEVEL,
        [CJ_RENAMED] = CJ_WARN_LEVEL, [CJ_MOVED] = CJ_NOTE_LEVEL,
        [CJ_SUPPORT] = CJ_NOTE_LEVEL, [CJ_ADDED] = CJ_GOOD_LEVEL,
        [CJ_WORDING] = CJ_PLAIN,
    };

    return levels[kind];
}

/* ---- parts of the map ------------------------------------------------------------------------------ */

cj_str cj_change_phase(const cj_telling *t, const cj_change *c, int side)
{
    const cj_map *m = t->diff->map[side];

    return c->phase[side] >= 0 ? cj_utf8_joined(t->arena, m->phases[c->phase[side]].name)
                               : CJ_STR("");
}

cj_str cj_change_element(const cj_telling *t, const cj_change *c, int side)
{
    const cj_map *m = t->diff->map[side];
    cj_str label = { "", 0 };

    if (c->element[side] >= 0)
        label = cj_utf8_joined(t->arena, m->elements[c->element[side]].label);
    return label.n || c->elem == CJ_CUSTOM ? label
                                           : cj_str_of(cj_elem_label(c->elem, t->lang));
}

/* As the new map calls it, else as the old one did. */
static cj_str phase_of(const cj_telling *t, const cj_change *c)
{
    cj_str now = cj_change_phase(t, c, CJ_NEW);

    return now.n ? now : cj_change_phase(t, c, CJ_OLD);
}

static cj_str element_of(const cj_telling *t, const cj_change *c)
{
    int side = c->element[CJ_NEW] >= 0 || c->element[CJ_OLD] < 0 ? CJ_NEW : CJ_OLD;

    return cj_change_element(t, c, side);
}

cj_str cj_section_words(const cj_telling *t, const cj_change *c)
{
    const cj_section *s = c->table[CJ_NEW] ? c->table[CJ_NEW] : c->table[CJ_OLD];
    const char *standard = cj_labels_canonical(CJ_FAM_SHEET, c->section, t->lang);

    if (c->section != CJ_SECTION_UNKNOWN && standard)
        return cj_str_of(standard);
    return s ? cj_utf8_joined(t->arena, s->title) : CJ_STR("");
}

/* ---- records --------------------------------------------------------------------------------------- */

static cj_str field_of(const cj_change *c, int side, const char *name)
{
    const cj_field *f = c->table[side] && c->record[side]
                            ? cj_record_field(c->table[side], c->record[side], name)
                            : NULL;

    return f ? f->text : CJ_STR("");
}

/* The first of those fields that says anything, in the new record before the old one. */
static cj_str first_field(const cj_change *c, const char *const *names)
{
    cj_str text = { "", 0 };
    int side;

    for (; *names && !text.n; names++)
        for (side = CJ_NEW; side >= CJ_OLD && !text.n; side--)
            text = field_of(c, side, *names);
    return text;
}

cj_str cj_change_record(const cj_telling *t, const cj_change *c)
{
    static const char *const kpi[] = { "name", "id", NULL };
    static const char *const history[] = { "version", "date", NULL };
    static const char *const other[] = { "id", "name", "what", "phase", NULL };
    cj_str text;

    if (c->name.n && (c->on == CJ_ON_RECORD || c->on == CJ_ON_FIELD))
        return cj_utf8_joined(t->arena, c->name);
    text = first_field(c, c->section == CJ_SECTION_KPI       ? kpi
                          : c->section == CJ_SECTION_HISTORY ? history
                                                             : other);
    return cj_utf8_excerpt(t->arena, text, 40);
}

/* ---- what it is about ------------------------------------------------------------------------------- */

static cj_str quoted(const cj_telling *t, cj_text what, cj_str name)
{
    return cj_str_fmt(t->arena, t->lang == CJ_JA ? "%s「" CJ_FMT "」" : "%s \"" CJ_FMT "\"",
                      cj_text_in(what, t->lang), CJ_ARG(name));
}

static cj_str name_of(const cj_telling *t, const cj_change *c)
{
    return cj_utf8_joined(t->arena, c->text[c->text[CJ_NEW].n ? CJ_NEW : CJ_OLD]);
}

static cj_str about_cell(const cj_telling *t, const cj_change *c, cj_change_scope scope)
{
    cj_str phase = phase_of(t, c), element = element_of(t, c);

    if (scope == CJ_SAY_ELEMENT || !phase.n)
        return element;
    if (scope == CJ_SAY_PHASE || !element.n)
        return phase;
    return cj_str_fmt(t->arena, CJ_FMT " × " CJ_FMT, CJ_ARG(element), CJ_ARG(phase));
}

/* Who does it, or when, where only that changed. */
static cj_str about_aside(const cj_telling *t, const cj_change *c, cj_str cell)
{
    static const cj_text owner = { "{0}, owner of \"{1}\"", "{0}「{1}」の担当" },
                         timing = { "{0}, timing of \"{1}\"", "{0}「{1}」の実施時期" };
    const cj_item *item = c->said[CJ_NEW] ? c->said[CJ_NEW] : c->said[CJ_OLD];
    cj_str text = item ? cj_utf8_excerpt(t->arena, item->bare, 40) : CJ_STR("");

    return cj_change_says(t->arena, t->lang, strcmp(c->field, "owner") ? timing : owner,
                          cell, text, CJ_STR(""));
}

/* "KPI 完了率", and its phase in brackets. */
static cj_str about_record(const cj_telling *t, const cj_change *c, cj_change_scope scope)
{
    cj_str what = cj_section_words(t, c), name = cj_change_record(t, c),
           phase = phase_of(t, c);
    cj_buf b;

    if (scope != CJ_SAY_ALL && name.n) /* the table is told above */
        what = CJ_STR("");
    cj_buf_init(&b, t->arena);
    cj_buf_add(&b, what);
    cj_buf_z(&b, what.n && name.n ? " " : "");
    cj_buf_add(&b, name);
    if (phase.n && !cj_str_eq(phase, name))
        cj_buf_fmt(&b, t->lang == CJ_JA ? "（" CJ_FMT "）" : " (" CJ_FMT ")",
                   CJ_ARG(phase));
    return cj_buf_str(&b);
}

static cj_str about_field(const cj_telling *t, const cj_change *c, cj_change_scope scope)
{
    const cj_column *column = c->column[CJ_NEW] ? c->column[CJ_NEW] : c->column[CJ_OLD];
    cj_str label = column ? cj_utf8_joined(t->arena, column->label) : CJ_STR("");
    cj_str record = about_record(t, c, scope);

    if (!label.n)
        return record;
    return cj_str_fmt(t->arena, t->lang == CJ_JA ? CJ_FMT "の" CJ_FMT : CJ_FMT ", " CJ_FMT,
                      CJ_ARG(record), CJ_ARG(label));
}

static cj_str about_axis(const cj_telling *t, const cj_change *c)
{
    static const struct {
        const char *field;
        cj_text phase, element;
    } parts[] = { { "group",
                    { "group of phase", "上の見出し：フェーズ" },
                    { "group of row", "分類：項目" } },
                  { "steps",
                    { "steps of phase", "ステップ：フェーズ" },
                    { "steps of row", "ステップ：項目" } },
                  { "guidance",
                    { "note beside phase", "補足：フェーズ" },
                    { "note beside row", "補足：項目" } } };
    static const cj_text phase = { "phase", "フェーズ" }, row = { "row", "項目" };
    static const cj_text names[2] = { { "row", "項目名" }, { "phase", "フェーズ名" } };
    bool on_phase = c->on == CJ_ON_PHASE;
    cj_str name = on_phase ? phase_of(t, c) : element_of(t, c);
    size_t i;

    for (i = 0; c->field && i < sizeof parts / sizeof *parts; i++)
        if (!strcmp(c->field, parts[i].field))
            return quoted(t, on_phase ? parts[i].phase : parts[i].element, name);
    if (c->kind == CJ_RENAMED) /* both names follow */
        return ours(t, names[on_phase]);
    name = name.n ? name : name_of(t, c);
    return quoted(t, on_phase ? phase : row, name);
}

cj_str cj_change_about(const cj_telling *t, const cj_change *c, cj_change_scope scope)
{
    static const cj_text note = { "comment", "コメント" },
                         outside = { "outside the map", "表の外" };
    cj_str name = cj_utf8_joined(t->arena, c->name), about;

    switch (c->on) {
    case CJ_ON_META:
        return name.n ? name : cj_str_of(cj_meta_label(c->meta, t->lang));
    case CJ_ON_PERSONA:
        return name;
    case CJ_ON_PHASE:
    case CJ_ON_ELEMENT:
        return about_axis(t, c);
    case CJ_ON_RECORD:
        return about_record(t, c, scope);
    case CJ_ON_FIELD:
        return about_field(t, c, scope);
    case CJ_ON_NOTE:
        about = about_cell(t, c, scope);
        return about.n
                   ? cj_str_fmt(t->arena, t->lang == CJ_JA ? CJ_FMT "の%s" : CJ_FMT ", %s",
                                CJ_ARG(about), cj_text_in(note, t->lang))
                   : ours(t, note);
    case CJ_ON_OUTSIDE:
        return ours(t, outside);
    default:
        about = about_cell(t, c, scope);
        return c->field ? about_aside(t, c, about) : about;
    }
}

/* ---- owners ---------------------------------------------------------------------------------------- */

static cj_str owner_of_phase(const cj_telling *t, const cj_change *c, int side)
{
    const cj_map *m = t->diff->map[side];
    const cj_cell *cell;

    if (c->phase[side] < 0)
        return CJ_STR("");
    cell = cj_map_cell(m, CJ_OWNER, &m->phases[c->phase[side]]);
    return cj_cell_filled(cell) ? cj_utf8_joined(t->arena, cell->text) : CJ_STR("");
}

cj_str cj_change_owner(const cj_telling *t, const cj_change *c)
{
    static const char *const fields[] = { "owner", "person", NULL };
    cj_str owner = { "", 0 };
    int side;

    for (side = CJ_NEW; side >= CJ_OLD && !owner.n; side--)
        if (c->said[side])
            owner = c->said[side]->owner;
    if (!owner.n && (c->on == CJ_ON_RECORD || c->on == CJ_ON_FIELD))
        owner = first_field(c, fields);
    for (side = CJ_NEW; side >= CJ_OLD && !owner.n; side--)
        owner = owner_of_phase(t, c, side);
    return cj_utf8_joined(t->arena, owner);
}

/* ---- places ---------------------------------------------------------------------------------------- */

cj_str cj_change_place(const cj_telling *t, const cj_change *c, int side)
{
    const cj_span *at = &c->at[side];
    char ref[CJ_REF_MAX];
    cj_pos pos;

    if (!at->row || !t->diff->map[side])
        return CJ_STR("");
    pos = cj_place_of(&t->places[side], at);
    cj_ref(ref, at->row, at->col);
    if (t->places[side].lines)
        return cj_str_fmt(t->arena, CJ_FMT ":%u:%u (%s)", CJ_ARG(pos.file), pos.row,
                          pos.col, ref);
    return cj_str_fmt(t->arena, CJ_FMT ":" CJ_FMT "!%s", CJ_ARG(pos.file),
                      CJ_ARG(pos.sheet), ref);
}

cj_str cj_change_ref(const cj_telling *t, const cj_change *c, int side)
{
    if (!c->at[side].row || !t->diff->map[side])
        return CJ_STR("");
    return cj_outline_ref(t->arena, t->diff->map[side], c->at[side]);
}

/* ---- what became of it ------------------------------------------------------------------------------- */

static void add_refs(cj_buf *b, const char *sign, const cj_ref_list *refs)
{
    size_t i;

    for (i = 0; i < refs->n; i++)
        cj_buf_fmt(b, "%s%sE%u", i || b->n ? ", " : "", sign, refs->id[i]);
}

cj_str cj_change_support_says(const cj_telling *t, const cj_change *c)
{
    static const cj_text evidence = { "evidence", "根拠" },
                         assumption = { "assumption", "仮説" },
                         source = { "evidence: other source", "根拠: 出典の変更" },
                         open = { "no longer marked as an assumption", "仮説の印を外した" },
                         now = { "now an assumption", "仮説に変更" };
    bool both = c->said[CJ_OLD] && c->said[CJ_NEW];
    bool solved = both && c->assumed[CJ_OLD] && !c->assumed[CJ_NEW];
    bool doubted = both && !c->assumed[CJ_OLD] && c->assumed[CJ_NEW];
    cj_buf refs;

    cj_buf_init(&refs, t->arena);
    add_refs(&refs, solved ? "" : "+", &c->gained);
    add_refs(&refs, "-", &c->lost);
    if (solved && c->gained.n)
        return cj_str_fmt(t->arena, "%s → %s " CJ_FMT, cj_text_in(assumption, t->lang),
                          cj_text_in(evidence, t->lang), CJ_ARG(cj_buf_str(&refs)));
    if (solved && !refs.n)
        return ours(t, open);
    if (refs.n)
        return cj_str_fmt(t->arena, "%s " CJ_FMT "%s%s", cj_text_in(evidence, t->lang),
                          CJ_ARG(cj_buf_str(&refs)),
                          doubted ? (t->lang == CJ_JA ? "、" : ", ") : "",
                          doubted ? cj_text_in(now, t->lang) : "");
    if (doubted)
        return ours(t, now);
    return c->kind == CJ_SUPPORT ? ours(t, source) : CJ_STR("");
}

cj_str cj_change_figures_say(const cj_telling *t, const cj_change *c)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, t->arena);
    for (i = 0; i < c->n_figures; i++)
        cj_buf_fmt(&b, "%s" CJ_FMT " → " CJ_FMT,
                   !i                 ? ""
                   : t->lang == CJ_JA ? "、"
                                      : ", ",
                   CJ_ARG(c->figure[i].text[CJ_OLD]), CJ_ARG(c->figure[i].text[CJ_NEW]));
    return cj_buf_str(&b);
}

/* "from place 4 to 2" */
static cj_str placed(const cj_telling *t, int from, int to, unsigned of)
{
    static const cj_text one = { "place {0} → {1}", "{0}番目 → {1}番目" },
                         many = { "{2} together, place {0} → {1}",
                                  "{2}つ続けて、{0}番目 → {1}番目" };

    return cj_change_says(
        t->arena, t->lang, of > 1 ? many : one, cj_str_fmt(t->arena, "%d", from + 1),
        cj_str_fmt(t->arena, "%d", to + 1), cj_str_fmt(t->arena, "%u", of));
}

static cj_str kin_says(const cj_telling *t, const cj_change *c)
{
    static const cj_text split = { "split off from \"{0}\"", "「{0}」から分割" },
                         merged = { "taken into \"{0}\"", "「{0}」に統合" };
    int side = c->kind == CJ_ADDED ? CJ_OLD : CJ_NEW;
    cj_str name;

    if (c->on != CJ_ON_PHASE || c->kin < 0)
        return CJ_STR("");
    name = cj_utf8_joined(t->arena, t->diff->map[side]->phases[c->kin].name);
    return cj_change_says(t->arena, t->lang, c->kind == CJ_ADDED ? split : merged, name,
                          CJ_STR(""), CJ_STR(""));
}

/* The phase, and the row where that differs, that an item came from. */
static cj_str moved_item(const cj_telling *t, const cj_change *c)
{
    cj_str from = cj_change_phase(t, c, CJ_OLD), to = cj_change_phase(t, c, CJ_NEW),
           row = cj_change_element(t, c, CJ_OLD), into = cj_change_element(t, c, CJ_NEW);
    bool rows = !cj_str_eq(row, into), phases = !cj_str_eq(from, to);

    if (rows && phases)
        return cj_str_fmt(t->arena, CJ_FMT " × " CJ_FMT " → " CJ_FMT " × " CJ_FMT,
                          CJ_ARG(row), CJ_ARG(from), CJ_ARG(into), CJ_ARG(to));
    return cj_str_fmt(t->arena, CJ_FMT " → " CJ_FMT, CJ_ARG(rows ? row : from),
                      CJ_ARG(rows ? into : to));
}

cj_str cj_change_course(const cj_telling *t, const cj_change *c)
{
    if (c->kind == CJ_MOVED && c->on == CJ_ON_PHASE)
        return placed(t, c->phase[CJ_OLD], c->phase[CJ_NEW], c->of);
    if (c->kind == CJ_MOVED && c->on == CJ_ON_ELEMENT)
        return placed(t, c->element[CJ_OLD], c->element[CJ_NEW], c->of);
    if (c->kind == CJ_MOVED && (c->on == CJ_ON_ITEM || c->on == CJ_ON_CELL))
        return moved_item(t, c);
    return kin_says(t, c);
}

cj_telling cj_telling_of(cj_arena *arena, const cj_changes_options *options,
                         const cj_diff *diff, const cj_str path[2])
{
    const cj_map *any = diff->map[CJ_NEW] ? diff->map[CJ_NEW] : diff->map[CJ_OLD];
    cj_telling t = { .arena = arena, .options = options, .diff = diff };
    int side;

    t.lang = options->lang != CJ_LANG_AUTO ? options->lang : any->lang;
    for (side = 0; side < 2; side++)
        if (diff->map[side])
            t.places[side] = cj_places_of(arena, path[side], diff->map[side]->book);
    return t;
}
