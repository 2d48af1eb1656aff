/* timing_en.c - English ways of saying when: spans, calendar words, events, triggers. */
#include "lint/timing_parts.h"
#include "lint/scan.h"
#include "map/lexicon.h"

size_t cj_timing_unit_en(cj_str s)
{
    static const cj_str units[] = {
        CJ_W("day"),           CJ_W("days"),        CJ_W("week"),
        CJ_W("weeks"),         CJ_W("month"),       CJ_W("months"),
        CJ_W("hour"),          CJ_W("hours"),       CJ_W("quarter"),
        CJ_W("quarters"),      CJ_W("year"),        CJ_W("years"),
        CJ_W("minute"),        CJ_W("minutes"),     CJ_W("business day"),
        CJ_W("business days"), CJ_W("working day"), CJ_W("working days"),
        CJ_W("weekday"),       CJ_W("weekdays"),    CJ_W("calendar days"),
        CJ_W("sprint"),        CJ_W("sprints"),
    };

    return CJ_SCAN(s, units);
}

static size_t weekday_en(cj_str s)
{
    static const cj_str days[] = {
        CJ_W("monday"),   CJ_W("tuesday"),    CJ_W("wednesday"), CJ_W("thursday"),
        CJ_W("friday"),   CJ_W("saturday"),   CJ_W("sunday"),    CJ_W("mondays"),
        CJ_W("tuesdays"), CJ_W("wednesdays"), CJ_W("thursdays"), CJ_W("fridays"),
    };

    return CJ_SCAN(s, days);
}

static size_t number_en(cj_str s)
{
    static const cj_str articles[] = { CJ_W("a"),    CJ_W("an"),        CJ_W("one"),
                                       CJ_W("each"), CJ_W("the first"), CJ_W("the same"),
                                       CJ_W("the") };
    size_t n = cj_scan_number(s);

    n = n ? n : cj_scan_spelt(s);
    return n ? n : CJ_SCAN(s, articles);
}

/* 5 days after, 30 days before, in 2 weeks, 60-day check-in; within a week */
static bool numbered_en(cj_str s)
{
    static const cj_str after[] = {
        CJ_W("after"), CJ_W("before"), CJ_W("of"),   CJ_W("from"),      CJ_W("into"),
        CJ_W("prior"), CJ_W("ahead"),  CJ_W("in"),   CJ_W("later"),     CJ_W("post"),
        CJ_W("since"), CJ_W("out"),    CJ_W("past"), CJ_W("following"), CJ_W("until"),
        CJ_W("check"), CJ_W("review"), CJ_W("mark"), CJ_W("follow"),    CJ_W("milestone"),
    };
    static const cj_str leads[] = { CJ_W("within"), CJ_W("in"),  CJ_W("every"),
                                    CJ_W("each"),   CJ_W("per"), CJ_W("by") };
    bool within = cj_str_starts(s, CJ_STR("within"));
    bool bare = !cj_str_starts(s, CJ_STR("in")) && !cj_str_starts(s, CJ_STR("by"));
    size_t lead = CJ_SCAN(s, leads), n, unit;

    s = cj_scan_past(s, lead);
    n = number_en(s);
    if (within && cj_scan_number(s))
        return true;
    s = cj_scan_past(s, n);
    if (n && s.n && *s.p == '-')
        s = cj_str_from(s, 1);
    unit = cj_timing_unit_en(s);
    if (!unit)
        return false;
    return (lead && (n || bare)) || (n && CJ_SCAN(cj_scan_past(s, unit), after));
}

/* first week, last 30 days, second tuesday */
static bool ordinal_en(cj_str s)
{
    static const cj_str ordinals[] = {
        CJ_W("first"), CJ_W("second"), CJ_W("third"), CJ_W("fourth"), CJ_W("last"),
        CJ_W("final"), CJ_W("1st"),    CJ_W("2nd"),   CJ_W("3rd"),
    };
    size_t n = CJ_SCAN(s, ordinals);

    if (!n)
        return false;
    s = cj_scan_past(s, n);
    s = cj_scan_past(s, cj_scan_number(s));
    return cj_timing_unit_en(s) || weekday_en(s);
}

/* march 31, in june, by the end of march */
static bool month_date_en(cj_str s)
{
    static const cj_str leads[] = {
        CJ_W("in"),    CJ_W("by"),    CJ_W("until"),    CJ_W("before"),
        CJ_W("after"), CJ_W("from"),  CJ_W("end of"),   CJ_W("mid"),
        CJ_W("mid-"),  CJ_W("early"), CJ_W("late"),     CJ_W("since"),
        CJ_W("every"), CJ_W("each"),  CJ_W("start of"), CJ_W("during"),
    };
    size_t lead = CJ_SCAN(s, leads), n;

    s = cj_scan_past(s, lead);
    n = cj_scan_month(s);
    return n && (lead || cj_scan_number(cj_scan_past(s, n)));
}

/* after kickoff, at contract end, on day 2, during the first week */
static bool event_en(cj_str s)
{
    static const cj_str leads[] = {
        CJ_W("after"),    CJ_W("before"),    CJ_W("upon"),   CJ_W("once"), CJ_W("when"),
        CJ_W("whenever"), CJ_W("at"),        CJ_W("during"), CJ_W("by"),   CJ_W("on"),
        CJ_W("until"),    CJ_W("following"), CJ_W("since"),  CJ_W("post"), CJ_W("prior to"),
        CJ_W("ahead of"), CJ_W("every"),     CJ_W("each"),   CJ_W("per"),  CJ_W("in"),
        CJ_W("post-"),    CJ_W("pre-"),
    };
    size_t n = CJ_SCAN(s, leads);
    unsigned words;

    if (!n)
        return false;
    for (words = 0, s = cj_scan_past(s, n); words < 3; words++) {
        size_t word = cj_scan_word(s);

        if (cj_scan_list(CJ_LEX_TIMING_EVENT_EN, s) || weekday_en(s) ||
            (!words && cj_scan_number(s) &&
             (n == CJ_STR("by").n || n == CJ_STR("after").n)))
            return true;
        if (!word)
            return false;
        s = cj_scan_past(s, word);
    }
    return false;
}

/* when a report fails, once connected, if usage drops below; not "when needed" */
static bool trigger_en(cj_str s)
{
    static const cj_str leads[] = { CJ_W("when"),  CJ_W("whenever"),  CJ_W("once"),
                                    CJ_W("upon"),  CJ_W("after"),     CJ_W("before"),
                                    CJ_W("until"), CJ_W("as soon as") };
    static const cj_str weak[] = {
        CJ_W("needed"),      CJ_W("necessary"), CJ_W("required"),
        CJ_W("appropriate"), CJ_W("possible"),  CJ_W("relevant"),
        CJ_W("requested"),   CJ_W("and"),       CJ_W("or"),
    };
    size_t n = CJ_SCAN(s, leads);

    s = cj_scan_past(s, n);
    return n && cj_scan_word(s) && !CJ_SCAN(s, weak);
}

static bool looks_after(cj_str s, size_t at)
{
    static const cj_str verbs[] = { CJ_LIT("look "), CJ_LIT("looks "), CJ_LIT("looking ") };
    size_t i;

    for (i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (cj_str_ends(cj_str_cut(s, 0, at), verbs[i]))
            return true;
    return false;
}

bool cj_timing_en(cj_str s, size_t at)
{
    cj_str rest = cj_str_from(s, at);

    return numbered_en(rest) || weekday_en(rest) || ordinal_en(rest) ||
           month_date_en(rest) ||
           ((event_en(rest) || trigger_en(rest)) && !looks_after(s, at));
}
