/* playbook_time.c - when an action is due: in the journey of a customer, and by when it is built. */
#include "report/playbook.h"
#include "base/utf8.h"
#include "lint/scan.h"
#include "map/items.h"
#include "map/period.h"

static bool has_any(cj_str s, const char *const *words)
{
    for (; *words; words++)
        if (cj_str_has(s, cj_str_of(*words)))
            return true;
    return false;
}

/* 2025年11月末まで is a day of ours; 2025年4月から毎月 is not the day by which it is done. */
static bool calendar(const cj_playbook *p, cj_str text, cj_when *out)
{
    static const char *const goes_on[] = { "から",  "以降",  "毎",   "ごと",   "every",
                                           "from ", "since", "each", "onward", NULL };

    return cj_when_find(text, p->map->fiscal_start, out) &&
           !has_any(cj_utf8_fold(p->arena, text), goes_on);
}

/* ---- days ----------------------------------------------------------------------------------------- */

static long first_day(const cj_period *d)
{
    return d->has_from ? d->from : d->to;
}

/* 90日前, 3 months before: how long; 0: it says nothing of the kind. */
static long days_before(cj_str s)
{
    static const struct {
        const char *unit;
        long days;
    } units[] = { { "日", 1 },    { "週", 7 },    { "か月", 30 },  { "ヶ月", 30 },
                  { "カ月", 30 }, { "ヵ月", 30 }, { "ケ月", 30 },  { "月", 30 },
                  { "day", 1 },   { "week", 7 },  { "month", 30 }, { "calendar day", 1 } };
    static const char *const marks[] = { "前", "before", "prior", "ahead", NULL };
    unsigned long n;
    size_t at, i;

    for (at = 0; at < s.n; at++) {
        size_t digits = cj_scan_inside(s, at) ? 0 : cj_scan_digits(cj_str_from(s, at), &n);
        cj_str rest = cj_str_trim(cj_str_from(s, at + digits));

        for (i = 0; digits && n < 10000 && i < sizeof units / sizeof *units; i++)
            if (cj_str_starts(rest, cj_str_of(units[i].unit)) &&
                has_any(cj_str_cut(rest, 0, 30), marks))
                return (long)n * units[i].days;
    }
    return 0;
}

static cj_play_time days_of(const cj_playbook *p, cj_str text)
{
    static const char *const ends[] = { "更新",
                                        "満了",
                                        "契約終了",
                                        "期限",
                                        "解約",
                                        "renewal",
                                        "expir",
                                        "contract end",
                                        "end of contract",
                                        "end of the contract",
                                        "contract ends",
                                        "term end",
                                        NULL };
    static const char *const starts[] = { "契約",       "利用開始", "導入開始", "申込",
                                          "日目",       "か月目",   "週目",     "contract",
                                          "sign",       "day ",     "week ",    "month ",
                                          "start date", "purchase", NULL };
    cj_play_time t = { { 0 }, false, 0 };
    cj_str s = cj_utf8_fold(p->arena, text);
    cj_phase one = { .period_text = text };

    if (has_any(s, ends)) {
        t.before_end = days_before(s);
        t.has_end = t.before_end > 0;
        return t;
    }
    if (has_any(s, starts)) {
        cj_periods_read(p->arena, &one, 1);
        t.day = one.period;
    }
    return t;
}

/* ---- what the map says ------------------------------------------------------------------------------ */

/* Brackets around it, or halves of them that are left over. */
static cj_str unbracketed(cj_str s)
{
    static const struct {
        cj_str open, close;
    } pairs[] = { { CJ_LIT("【"), CJ_LIT("】") }, { CJ_LIT("["), CJ_LIT("]") },
                  { CJ_LIT("《"), CJ_LIT("》") }, { CJ_LIT("<"), CJ_LIT(">") },
                  { CJ_LIT("("), CJ_LIT(")") },   { CJ_LIT("（"), CJ_LIT("）") },
                  { CJ_LIT("〈"), CJ_LIT("〉") } };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cj_str open = pairs[i].open, close = pairs[i].close;
        bool front = cj_str_starts(s, open), end = cj_str_ends(s, close);

        if (front &&
            (cj_str_find(s, close) == CJ_NONE || cj_str_find(s, close) == s.n - close.n))
            s = cj_str_from(s, open.n);
        if (end && !cj_str_has(s, open))
            s.n -= close.n;
    }
    return cj_utf8_trim(s);
}

/* 契約後7日以内 of 契約後7日以内に, 【契約後7日以内】 and 契約後7日以内： */
static cj_str bare(cj_str s)
{
    static const cj_str tails[] = { CJ_LIT(":"), CJ_LIT("："), CJ_LIT("に") };
    size_t i;

    s = unbracketed(cj_utf8_trim(s));
    for (i = 0; i < sizeof tails / sizeof *tails; i++)
        if (cj_str_ends(s, tails[i]))
            s = cj_utf8_trim(cj_str_cut(s, 0, s.n - tails[i].n));
    return s;
}

static void say_when(cj_playbook *p, cj_play *play, cj_str text, const char *from)
{
    cj_when when;

    text = bare(text);
    if (!text.n || cj_placeholder(p->arena, text))
        return;
    if (calendar(p, text, &when)) {
        if (!play->due.n) {
            play->due = text;
            play->due_date = when.to;
        }
    } else if (!play->when.n) {
        play->when = text;
        play->when_from = from;
    }
}

static cj_str row_timing(const cj_playbook *p, int phase)
{
    const cj_cell *c =
        phase < 0 ? NULL : cj_map_cell(p->map, CJ_TIMING, &p->map->phases[phase]);

    return cj_cell_filled(c) ? cj_utf8_joined(p->arena, c->text) : CJ_STR("");
}

/* The table first: it holds for dates. What nobody says of the action the row says of all. */
void cj_playbook_time(cj_playbook *p, cj_play *play)
{
    const cj_task *t = play->task;

    if (play->action) {
        play->due = cj_playbook_field(p, play->action, "due");
        if (play->action->due.grain)
            play->due_date = play->action->due.to;
        say_when(p, play, cj_playbook_field(p, play->action, "when"), "record");
    }
    if (t) {
        say_when(p, play, t->item->timing, "item");
        if (t->over)
            say_when(p, play, t->over->item->timing, "heading");
        /* [within a week], Monthly: the line is the time */
        if (t->over && t->over->timed && !play->when.n && !play->due.n)
            say_when(p, play, t->over->item->text, "heading");
        if (t->timed && !play->when.n && !play->due.n)
            say_when(p, play, t->item->bare, "item");
    }
    if (!play->when.n && !play->due.n)
        say_when(p, play, row_timing(p, play->phase), "row");
    play->time = days_of(p, play->when);
}

bool cj_playbook_untimed(const cj_play *play)
{
    return !play->when.n && !play->due.n;
}

/* ---- order ------------------------------------------------------------------------------------------- */

/* By days; then what a day cannot be told of; before the end; what only has a date; without time. */
static int rank(const cj_play *p)
{
    if (p->time.day.has_from || p->time.day.has_to)
        return 0;
    if (p->time.has_end)
        return 2;
    return p->when.n ? 1 : p->due.n ? 3 : 4;
}

static int cmp(long a, long b)
{
    return (a > b) - (a < b);
}

int cj_playbook_order(const cj_play *a, const cj_play *b)
{
    int c = cmp(a->phase < 0, b->phase < 0), r = rank(a);

    c = c ? c : cmp(a->phase, b->phase);
    c = c ? c : cmp(r, rank(b));
    if (!c && r == 0)
        c = cmp(first_day(&a->time.day), first_day(&b->time.day));
    if (!c && r == 2)
        c = cmp(b->time.before_end, a->time.before_end);
    if (!c && r == 3 && a->due_date.year && b->due_date.year)
        c = cmp(cj_date_days(a->due_date), cj_date_days(b->due_date));
    return c ? c : cmp((long)a->at, (long)b->at);
}
