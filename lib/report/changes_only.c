/* changes_only.c - which changes are shown: the parts that were asked for, and what they add up to. */
#include "report/changes.h"
#include "base/utf8.h"
#include "map/labels.h"
#include "map/normal.h"

/* ---- --only ------------------------------------------------------------------------------------- */

static bool same(cj_str a, const char *b)
{
    return cj_str_eq(a, cj_str_of(b));
}

static bool set_meta(cj_str key, cj_changes_only *out)
{
    static const char *const words[] = { "meta", "metadata", "基本情報", "メタ情報" };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (same(key, words[i]))
            return out->meta = true;
    return false;
}

static bool set_section(cj_str word, cj_str key, cj_changes_only *out)
{
    int id = cj_labels_id(CJ_FAM_SHEET, key), i;

    for (i = CJ_SECTION_PERSONA; i < CJ_N_SECTIONS && id < 0; i++)
        id = same(word, cj_section_name((cj_section_kind)i)) ? i : -1;
    if (id <= CJ_SECTION_UNKNOWN || id == CJ_SECTION_MAP || id == CJ_SECTION_GUIDE)
        return false;
    out->section[id] = true;
    out->persona = out->persona || id == CJ_SECTION_PERSONA;
    out->phases = out->phases || id == CJ_SECTION_PHASES;
    return true;
}

/* Of a word with two meanings only the label that templates write counts. */
static int elem_of(cj_str key)
{
    size_t n, i;
    const cj_label *l = cj_labels_find(CJ_FAM_ELEM, key, &n);

    for (i = 0; i < n; i++)
        if (l[i].kind == CJ_CANONICAL)
            return l[i].id;
    return n && l->kind == CJ_SYNONYM ? l->id : -1;
}

static bool set_element(cj_str word, cj_str key, cj_changes_only *out)
{
    int id = elem_of(key), i;

    for (i = 1; i < CJ_N_ELEMS && id < 0; i++)
        id = same(word, cj_elem_id((cj_elem)i)) ? i : -1;
    if (id < 0 && same(word, "custom"))
        id = CJ_CUSTOM;
    if (id < 0)
        return false;
    return out->elem[id] = true;
}

static cj_rc unknown(cj_str word, cj_err *err)
{
    static const cj_text plain = {
        "--only does not know \"{0}\"; it takes ids or labels of rows (goal, kpi, \"Pain Points\"), "
        "meta, persona, phases, evidence, kpi, actions and history",
        "--only に「{0}」は指定できません。項目のIDか項目名（goal、kpi、課題・ペイン など）、meta、persona、"
        "phases、evidence、kpi、actions、history を指定してください。"
    };
    static const cj_text meant = {
        "--only does not know \"{0}\"; did you mean \"{1}\"?",
        "--only に「{0}」は指定できません。「{1}」のことでしょうか。"
    };
    static const char *const others[] = { "meta",    "persona", "phases",  "evidence",
                                          "actions", "history", "基本情報" };
    const char *names[3 * CJ_N_ELEMS + sizeof others / sizeof *others], *near;
    size_t n = 0, i;

    for (i = 0; i < sizeof others / sizeof *others; i++)
        names[n++] = others[i];
    for (i = 1; i < CJ_N_ELEMS; i++) {
        names[n++] = cj_elem_id((cj_elem)i);
        names[n++] = cj_elem_label((cj_elem)i, CJ_EN);
        names[n++] = cj_elem_label((cj_elem)i, CJ_JA);
    }
    near = cj_closest(word, names, n);
    return cj_fail(err, CJ_EUSAGE, near ? meant : plain, word, cj_str_of(near));
}

cj_rc cj_changes_only_read(cj_arena *arena, cj_str list, cj_changes_only *out, cj_err *err)
{
    cj_str rest = list, word;

    while (rest.n && cj_str_split(&rest, ',', &word)) {
        cj_str plain = cj_utf8_fold(arena, cj_utf8_trim(word));
        cj_str key = cj_label_key(arena, word);
        bool meta, section, element;

        if (!plain.n)
            continue;
        meta = set_meta(plain, out);
        section = set_section(plain, key, out);
        element = set_element(plain, key, out);
        if (!meta && !section && !element)
            return unknown(cj_utf8_trim(word), err);
        out->any = true;
    }
    return CJ_OK;
}

/* ---- what is told --------------------------------------------------------------------------------- */

bool cj_change_chosen(const cj_changes_options *options, const cj_change *c)
{
    const cj_changes_only *only = &options->only;

    if (!only->any)
        return true;
    switch (c->on) {
    case CJ_ON_META:
        return only->meta;
    case CJ_ON_PERSONA:
        return only->persona;
    case CJ_ON_PHASE:
        return only->phases;
    case CJ_ON_RECORD:
    case CJ_ON_FIELD:
        return only->section[c->section];
    case CJ_ON_OUTSIDE:
        return false;
    default:
        return (c->elem != CJ_CUSTOM || c->element[0] >= 0 || c->element[1] >= 0) &&
               only->elem[c->elem];
    }
}

bool cj_change_told(const cj_changes_options *options, const cj_change *c)
{
    return c->with < 0 && (options->all || c->kind != CJ_WORDING) &&
           cj_change_chosen(options, c);
}

/* ---- sums ------------------------------------------------------------------------------------------ */

static bool touches(const cj_changes_options *options, const cj_change *c)
{
    return c->kind != CJ_WORDING && c->with < 0 && cj_change_chosen(options, c);
}

/* Phases of the new map that a change is in, and old ones that are gone. */
static size_t touched(cj_arena *arena, const cj_changes_options *options, const cj_diff *d)
{
    bool *seen[2];
    size_t n = 0, side, i;

    for (side = 0; side < 2; side++)
        seen[side] = CJ_NEW_N(arena, bool, d->map[side]->n_phases + 1);
    for (i = 0; i < d->n; i++) {
        int at = cj_change_phase_at(d, &d->change[i]), old = d->change[i].phase[CJ_OLD];
        bool *one = at >= 0 ? &seen[CJ_NEW][at] : old >= 0 ? &seen[CJ_OLD][old] : NULL;

        if (!one || *one || !touches(options, &d->change[i]))
            continue;
        *one = true;
        n++;
    }
    return n;
}

int cj_change_phase_at(const cj_diff *d, const cj_change *c)
{
    if (c->phase[CJ_NEW] >= 0 || c->phase[CJ_OLD] < 0 || !d->phase_of[CJ_OLD])
        return c->phase[CJ_NEW];
    return d->phase_of[CJ_OLD][c->phase[CJ_OLD]];
}

cj_change_sums cj_change_sums_of(cj_arena *arena, const cj_changes_options *options,
                                 const cj_diff *diff)
{
    cj_change_sums sums = { .all = 0 };
    size_t i;

    for (i = 0; i < diff->n; i++) {
        const cj_change *c = &diff->change[i];

        if (c->with >= 0 || !cj_change_chosen(options, c))
            continue;
        sums.all += c->kind != CJ_WORDING;
        if (c->on == CJ_ON_PHASE)
            sums.phases[c->kind]++;
        else
            sums.kind[c->kind]++;
    }
    if (diff->map[CJ_OLD] && diff->map[CJ_NEW])
        sums.touched = touched(arena, options, diff);
    return sums;
}

/* ", " or "、" in front of all but the first */
static void add_count(cj_buf *b, cj_lang lang, cj_text one, cj_text many, size_t n)
{
    bool ja = lang == CJ_JA;

    if (b->n)
        cj_buf_z(b, ja ? "、" : ", ");
    if (ja)
        cj_buf_fmt(b, "%s %zu", one.ja, n);
    else
        cj_buf_fmt(b, "%zu %s", n, n == 1 ? one.en : many.en);
}

static cj_str phases_say(cj_arena *arena, const cj_change_sums *s, cj_lang lang)
{
    static const struct {
        cj_change_kind kind;
        cj_text word;
    } what[] = { { CJ_ADDED, { "new", "フェーズ追加" } },
                 { CJ_REMOVED, { "removed", "フェーズ削除" } },
                 { CJ_RENAMED, { "renamed", "フェーズ名の変更" } },
                 { CJ_MOVED, { "moved", "フェーズの移動" } } };
    size_t i;
    cj_buf b;

    cj_buf_init(&b, arena);
    if (s->touched && lang == CJ_JA)
        cj_buf_fmt(&b, "%zuフェーズ", s->touched);
    else if (s->touched)
        cj_buf_fmt(&b, "%zu phase%s", s->touched, s->touched == 1 ? "" : "s");
    for (i = 0; i < sizeof what / sizeof *what; i++)
        if (s->phases[what[i].kind])
            add_count(&b, lang, what[i].word, what[i].word, s->phases[what[i].kind]);
    return cj_buf_str(&b);
}

cj_str cj_change_sums_say(cj_arena *arena, const cj_change_sums *s, cj_lang lang)
{
    static const cj_text added = { "added", "追加" }, changed = { "changed", "変更" },
                         removed = { "removed", "削除" }, moved = { "moved", "移動" },
                         support = { "with other evidence", "根拠の変更" };
    cj_str phases = phases_say(arena, s, lang);
    bool ja = lang == CJ_JA;
    cj_buf b;

    cj_buf_init(&b, arena);
    add_count(&b, lang, added, added, s->kind[CJ_ADDED]);
    add_count(&b, lang, changed, changed, s->kind[CJ_CHANGED] + s->kind[CJ_RENAMED]);
    add_count(&b, lang, removed, removed, s->kind[CJ_REMOVED]);
    if (s->kind[CJ_MOVED])
        add_count(&b, lang, moved, moved, s->kind[CJ_MOVED]);
    if (s->kind[CJ_SUPPORT] && ja)
        add_count(&b, lang, support, support, s->kind[CJ_SUPPORT]);
    cj_buf_z(&b, ja ? " 項目" : " items");
    if (s->kind[CJ_SUPPORT] && !ja)
        add_count(&b, lang, support, support, s->kind[CJ_SUPPORT]);
    if (phases.n)
        cj_buf_fmt(&b, ja ? "（" CJ_FMT "）" : " (" CJ_FMT ")", CJ_ARG(phases));
    return cj_buf_str(&b);
}
