/* playbook_table.c - a table of actions: the columns in which any of them says something. */
#include "report/playbook_table.h"
#include "report/outline.h"
#include "base/utf8.h"

static cj_str word(const cj_playbook *p, cj_text t)
{
    return cj_str_of(cj_text_in(t, p->lang));
}

static cj_text label(cj_play_column c)
{
    static const cj_text labels[] = {
        [CJ_PLAY_ID] = { "ID", "ID" },
        [CJ_PLAY_PHASE] = { "Phase", "フェーズ" },
        [CJ_PLAY_WHEN] = { "When", "いつ" },
        [CJ_PLAY_DUE] = { "Ready by", "準備期限" },
        [CJ_PLAY_WHO] = { "Who", "誰が" },
        [CJ_PLAY_WITH] = { "Together with", "一緒に担当" },
        [CJ_PLAY_WHAT] = { "Action", "打ち手" },
        [CJ_PLAY_PAIN] = { "Pain addressed", "対応する課題" },
        [CJ_PLAY_KPI] = { "KPI for the effect", "効果を測るKPI" },
        [CJ_PLAY_MEANS] = { "Touchpoint, content", "接点・コンテンツ" },
        [CJ_PLAY_STATUS] = { "Status", "状況" },
        [CJ_PLAY_CELL] = { "Cell", "セル" },
    };

    return labels[c];
}

/* ---- what stands in a cell ------------------------------------------------------------------------- */

static cj_str joined(const cj_playbook *p, cj_str a, const char *mark, cj_str b)
{
    if (!a.n || !b.n)
        return a.n ? a : b;
    return cj_str_fmt(p->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(a), mark, CJ_ARG(b));
}

static cj_str says(const cj_playbook *p, cj_text t, cj_str a)
{
    cj_err words = { .says = t, .arg = { a, CJ_STR(""), CJ_STR("") } };

    return cj_err_says(p->arena, &words, p->lang);
}

static bool of_row(const char *from)
{
    return from && strcmp(from, "row") == 0;
}

static cj_str when_of(const cj_playbook *p, const cj_play *y)
{
    static const cj_text none = { "(not set)", "（未設定）" };

    if (cj_playbook_untimed(y))
        return word(p, none);
    return cj_utf8_joined(p->arena, y->when);
}

static cj_str who_of(const cj_playbook *p, const cj_play *y)
{
    static const cj_text none = { "(not set)", "（未設定）" };
    static const cj_text all = { "{0} (of the phase)", "{0}（フェーズの担当）" };
    static const cj_text person = { " (", "（" }, close = { ")", "）" };
    cj_str names = cj_playbook_owner_names(p, y, CJ_NONE);

    if (!y->n_owners)
        return word(p, none);
    if (of_row(y->owner_from) && y->n_owners > 1)
        return says(p, all, names);
    if (y->person.n && !cj_str_has(names, y->person))
        return cj_str_fmt(p->arena, CJ_FMT "%s" CJ_FMT "%s", CJ_ARG(names),
                          cj_text_in(person, p->lang), CJ_ARG(y->person),
                          cj_text_in(close, p->lang));
    return names;
}

/* A line over it that is neither the time nor the owner says what it is a part of. */
static cj_str what_of(const cj_playbook *p, const cj_play *y)
{
    bool told = (y->when_from && strcmp(y->when_from, "heading") == 0) ||
                (y->owner_from && strcmp(y->owner_from, "heading") == 0);
    const cj_support *s = y->task ? &y->task->item->support : NULL;
    static const cj_text assumed = { "[assumption] {0}", "【仮説】{0}" };
    cj_str what = y->what;

    if (s && s->assumption)
        what = says(p, assumed, cj_utf8_joined(p->arena, what));
    return told ? what : joined(p, cj_utf8_joined(p->arena, y->under), " / ", what);
}

static cj_str status_of(const cj_playbook *p, const cj_play *y)
{
    cj_str text = cj_utf8_joined(p->arena, y->status), known;

    if (!y->action || y->action->status < CJ_STATUS_PLANNED)
        return text;
    known = word(p, cj_status_label(y->action->status));
    return cj_str_has(text, known) ? text : known;
}

cj_str cj_play_text(const cj_playbook *p, const cj_play *y, cj_play_column c, size_t owner)
{
    switch (c) {
    case CJ_PLAY_ID:
        return y->id;
    case CJ_PLAY_PHASE:
        return y->phase < 0 ? CJ_STR("")
                            : cj_utf8_joined(p->arena, p->map->phases[y->phase].name);
    case CJ_PLAY_WHEN:
        return when_of(p, y);
    case CJ_PLAY_DUE:
        return cj_utf8_joined(p->arena, y->due);
    case CJ_PLAY_WHO:
        return who_of(p, y);
    case CJ_PLAY_WITH:
        return cj_playbook_owner_names(p, y, owner);
    case CJ_PLAY_WHAT:
        return what_of(p, y);
    case CJ_PLAY_PAIN:
        return y->pain;
    case CJ_PLAY_KPI:
        return y->kpi;
    case CJ_PLAY_MEANS:
        return joined(p, y->touchpoint, p->lang == CJ_JA ? "、" : ", ", y->content);
    case CJ_PLAY_STATUS:
        return status_of(p, y);
    case CJ_PLAY_CELL:
        return joined(p, cj_playbook_cell(p, y), p->lang == CJ_JA ? "、" : ", ",
                      cj_playbook_record(p, y));
    default:
        return CJ_STR("");
    }
}

/* ---- the table --------------------------------------------------------------------------------------- */

static bool always(cj_play_column c)
{
    return c == CJ_PLAY_WHEN || c == CJ_PLAY_WHO || c == CJ_PLAY_WHAT || c == CJ_PLAY_CELL;
}

static bool told(const cj_playbook *p, const cj_plays *list, cj_play_column c)
{
    size_t i;

    for (i = 0; i < list->n; i++)
        if (cj_play_text(p, list->play[i], c, list->owner).n)
            return true;
    return false;
}

void cj_play_table(const cj_playbook *p, const cj_plays *list, const cj_play_column *column,
                   size_t n_columns)
{
    cj_play_column shown[CJ_PLAY_COLUMNS];
    size_t n = 0, i, c;
    cj_table *t;

    for (c = 0; c < n_columns; c++)
        if (always(column[c]) || told(p, list, column[c]))
            shown[n++] = column[c];
    t = cj_report_table(p->arena, p->report, list->n + 1, n);
    t->header_row = t->filter = true;
    t->marked = CJ_NEW_N(p->arena, cj_marked, t->n_rows * n);
    for (c = 0; c < n; c++) {
        t->cell[c] = word(p, label(shown[c]));
        for (i = 0; i < list->n; i++) {
            const cj_play *y = list->play[i];
            bool gap = (shown[c] == CJ_PLAY_WHEN && cj_playbook_untimed(y)) ||
                       (shown[c] == CJ_PLAY_WHO && !y->n_owners);

            t->cell[(i + 1) * n + c] = cj_play_text(p, y, shown[c], list->owner);
            t->marked[(i + 1) * n + c].level = gap ? CJ_WARN_LEVEL : CJ_PLAIN;
        }
    }
}
