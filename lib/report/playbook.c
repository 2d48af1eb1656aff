/* playbook.c - the standard support plan: every countermeasure of a map by phase and time, or by owner. */
#include "report/playbook_table.h"
#include "report/places.h"
#include "report/outline.h"
#include "base/utf8.h"

typedef bool (*picker)(const cj_play *play, size_t which);

static cj_str says(const cj_playbook *p, cj_text t, cj_str a, cj_str b, cj_str c)
{
    cj_err words = { .says = t, .arg = { a, b, c } };

    return cj_err_says(p->arena, &words, p->lang);
}

static cj_str count(const cj_playbook *p, size_t n)
{
    return cj_str_fmt(p->arena, "%zu", n);
}

static cj_plays pick(const cj_playbook *p, picker wanted, size_t which)
{
    cj_plays list = { CJ_NEW_N(p->arena, const cj_play *, p->n + 1), 0, CJ_NONE };
    size_t i;

    for (i = 0; i < p->n; i++)
        if (wanted(&p->play[i], which))
            list.play[list.n++] = &p->play[i];
    return list;
}

static cj_block *heading(const cj_playbook *p, unsigned depth, cj_str text, bool page)
{
    cj_block *b = cj_report_heading(p->arena, p->report, depth, text);

    b->page = page;
    return b;
}

/* ---- by phase ----------------------------------------------------------------------------------------- */

static bool timed_in(const cj_play *y, size_t phase)
{
    return !y->stopped && !cj_playbook_untimed(y) &&
           (phase == CJ_NONE ? y->phase < 0 : y->phase == (int)phase);
}

/* What the phase is for, in a line each: its goal, pains, KPIs. */
static void add_aims(const cj_playbook *p, const cj_phase *phase)
{
    static const cj_elem elems[] = { CJ_GOAL,    CJ_PAIN,    CJ_TOUCHPOINT,
                                     CJ_CONTENT, CJ_SUCCESS, CJ_KPI };
    static const size_t n_elems = sizeof elems / sizeof *elems;
    size_t i, n = 0;
    cj_table *t;

    for (i = 0; i < n_elems; i++)
        n += cj_cell_filled(cj_map_cell(p->map, elems[i], phase));
    n += phase->period_text.n > 0;
    if (!n)
        return;
    t = cj_report_table(p->arena, p->report, n, 2);
    t->plain = true;
    n = 0;
    if (phase->period_text.n) {
        t->cell[n++] = cj_str_of(cj_elem_label(CJ_PERIOD, p->lang));
        t->cell[n++] = cj_utf8_joined(p->arena, phase->period_text);
    }
    for (i = 0; i < n_elems; i++) {
        const cj_cell *c = cj_map_cell(p->map, elems[i], phase);

        if (!cj_cell_filled(c))
            continue;
        t->cell[n++] = cj_str_of(cj_elem_label(elems[i], p->lang));
        t->cell[n++] = c->text;
    }
}

static void add_phase(const cj_playbook *p, size_t phase, unsigned depth)
{
    static const cj_play_column columns[] = { CJ_PLAY_ID,  CJ_PLAY_WHEN,  CJ_PLAY_DUE,
                                              CJ_PLAY_WHO, CJ_PLAY_WHAT,  CJ_PLAY_PAIN,
                                              CJ_PLAY_KPI, CJ_PLAY_MEANS, CJ_PLAY_STATUS,
                                              CJ_PLAY_CELL };
    static const cj_text elsewhere = { "For no phase of the map",
                                       "フェーズの指定がないもの" };
    static const cj_text none = { "No actions with a time.",
                                  "時期の決まった打ち手はありません。" };
    cj_plays list = pick(p, timed_in, phase);

    if (phase == CJ_NONE && !list.n)
        return;
    heading(p, depth,
            phase == CJ_NONE ? cj_str_of(cj_text_in(elsewhere, p->lang))
                             : cj_utf8_joined(p->arena, p->map->phases[phase].name),
            false)
        ->quoted = p->map->lang;
    if (phase != CJ_NONE)
        add_aims(p, &p->map->phases[phase]);
    if (list.n)
        cj_play_table(p, &list, columns, sizeof columns / sizeof *columns);
    else
        cj_report_text(p->arena, p->report, CJ_NOTE_LEVEL,
                       cj_str_of(cj_text_in(none, p->lang)));
}

/* ---- by owner ----------------------------------------------------------------------------------------- */

static bool owned_by(const cj_play *y, size_t owner)
{
    size_t i;

    for (i = 0; !y->stopped && i < y->n_owners; i++)
        if (y->owner[i] == owner)
            return true;
    return false;
}

static void add_owner(const cj_playbook *p, size_t owner, unsigned depth)
{
    static const cj_play_column columns[] = { CJ_PLAY_ID,     CJ_PLAY_PHASE, CJ_PLAY_WHEN,
                                              CJ_PLAY_DUE,    CJ_PLAY_WHAT,  CJ_PLAY_WITH,
                                              CJ_PLAY_PAIN,   CJ_PLAY_KPI,   CJ_PLAY_MEANS,
                                              CJ_PLAY_STATUS, CJ_PLAY_CELL };
    cj_plays list = pick(p, owned_by, owner);

    if (!list.n)
        return;
    list.owner = owner;
    heading(p, depth, p->owner[owner].name, true)->quoted = p->map->lang;
    cj_play_table(p, &list, columns, sizeof columns / sizeof *columns);
}

/* ---- what is still to be settled ------------------------------------------------------------------------ */

static bool untimed(const cj_play *y, size_t which)
{
    (void)which;
    return !y->stopped && cj_playbook_untimed(y);
}

static bool unowned(const cj_play *y, size_t which)
{
    (void)which;
    return !y->stopped && !y->n_owners;
}

static bool stopped(const cj_play *y, size_t which)
{
    (void)which;
    return y->stopped;
}

/* A list of what lacks a thing needs no column for it. */
typedef struct rest {
    picker wanted;
    cj_text title, note;
    cj_play_column lacks;
} list_of;

static void add_rest(const cj_playbook *p, const list_of *rest, unsigned depth, bool page)
{
    static const cj_play_column all[] = { CJ_PLAY_ID,     CJ_PLAY_PHASE, CJ_PLAY_WHAT,
                                          CJ_PLAY_WHO,    CJ_PLAY_WHEN,  CJ_PLAY_DUE,
                                          CJ_PLAY_PAIN,   CJ_PLAY_KPI,   CJ_PLAY_MEANS,
                                          CJ_PLAY_STATUS, CJ_PLAY_CELL };
    cj_play_column column[CJ_PLAY_COLUMNS];
    cj_plays list = pick(p, rest->wanted, 0);
    size_t i, n = 0;

    if (!list.n)
        return;
    for (i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] != rest->lacks)
            column[n++] = all[i];
    heading(p, depth, cj_str_of(cj_text_in(rest->title, p->lang)), page);
    cj_report_text(p->arena, p->report, CJ_NOTE_LEVEL,
                   cj_str_of(cj_text_in(rest->note, p->lang)));
    cj_play_table(p, &list, column, n);
}

static void add_gaps(const cj_playbook *p, unsigned depth, bool page)
{
    static const list_of lists[] = {
        { untimed,
          { "Without a time", "時期未設定" },
          { "Write in the cell when it is done (within 7 days of contract), or fill in When or Due of the "
            "Actions table.",
            "「契約後7日以内」のような時期をセルに書くか、「打ち手」表の「いつ」または「期限」に入力してください。" },
          CJ_PLAY_WHEN },
        { unowned,
          { "Without an owner", "担当未設定" },
          { "Write the department in front of it ([Support] …), or fill in Who of the Actions table.",
            "打ち手の前に「【サポート】」のように部署を書くか、「打ち手」表の「誰が」に入力してください。" },
          CJ_PLAY_WHO },
        { stopped,
          { "Stopped actions", "中止した打ち手" },
          { "They are not part of the plan.", "このプランには含めていません。" },
          CJ_PLAY_COLUMNS },
    };
    size_t i;

    for (i = 0; i < sizeof lists / sizeof *lists; i++)
        add_rest(p, &lists[i], depth, page);
}

/* ---- the document ---------------------------------------------------------------------------------------- */

static size_t counted(const cj_playbook *p, picker wanted)
{
    return pick(p, wanted, 0).n;
}

static void add_summary(const cj_playbook *p)
{
    static const cj_text none = { "The map has no countermeasures.",
                                  "マップに打ち手がありません。" };
    static const cj_text how_many = {
        "Actions: {0} (without a time {1}, without an owner {2})",
        "打ち手: {0} 件（時期未設定 {1}、担当未設定 {2}）"
    };
    size_t n = p->n - counted(p, stopped);

    if (!p->n)
        cj_report_text(p->arena, p->report, CJ_PLAIN, cj_str_of(cj_text_in(none, p->lang)));
    else
        cj_report_text(p->arena, p->report, CJ_PLAIN,
                       says(p, how_many, count(p, n), count(p, counted(p, untimed)),
                            count(p, counted(p, unowned))));
}

static void add_plan(const cj_playbook *p, cj_str title, bool by_owner, unsigned depth)
{
    size_t i;

    heading(p, depth, title, true);
    add_summary(p);
    if (!p->n)
        return;
    for (i = 0; by_owner && i < p->n_owners; i++)
        add_owner(p, i, depth + 1);
    for (i = 0; !by_owner && i < p->map->n_phases; i++)
        add_phase(p, i, depth + 1);
    if (!by_owner)
        add_phase(p, CJ_NONE, depth + 1);
    add_gaps(p, depth + 1, by_owner);
}

static cj_str title_of(const cj_playbook *p, const cj_playbook_options *options,
                       cj_str path)
{
    static const cj_text plan = { "Standard support plan: {0}", "標準サポートプラン: {0}" };
    const cj_meta *title = &p->map->meta[CJ_META_TITLE];
    cj_str none = { NULL, 0 };

    if (options->title.n)
        return options->title;
    return says(p, plan,
                title->text.n ? cj_utf8_joined(p->arena, title->text)
                              : cj_map_where(p->arena, path, p->map, true),
                none, none);
}

static cj_playbook plan_of(cj_arena *arena, const cj_playbook_options *options,
                           cj_report *report, const cj_map *map)
{
    static const cj_config settled = { 0 };
    cj_playbook p = { .arena = arena, .report = report, .map = map, .lang = report->lang };

    p.departments = cj_departments_of(arena, options->config ? options->config : &settled);
    cj_playbook_read(&p);
    return p;
}

cj_report *cj_playbook_report(cj_arena *arena, const cj_playbook_options *options,
                              cj_str path, const cj_maps *maps)
{
    cj_lang lang = options->lang == CJ_LANG_AUTO ? maps->map[0].lang : options->lang;
    cj_report *r = cj_report_new(arena, lang);
    cj_fact *more = NULL, *into;
    size_t i;

    path = cj_place_file(path);
    cj_fact_add_integer(arena, r->facts, "format", 1);
    cj_fact_add_text(arena, r->facts, "file", path);
    cj_fact_add_z(arena, r->facts, "by", options->by_owner ? "owner" : "phase");
    for (i = 0; i < maps->n; i++) {
        cj_playbook p = plan_of(arena, options, r, &maps->map[i]);
        cj_str title = title_of(&p, options, path);

        if (!i)
            r->title = title;
        if (i == 1)
            more = cj_fact_add_list(arena, r->facts, "more_maps");
        into = i ? cj_fact_add_object(arena, more, NULL) : r->facts;
        cj_playbook_facts(&p, into, title);
        add_plan(&p, title, options->by_owner, 1);
    }
    return r;
}
