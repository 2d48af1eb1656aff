/* ambiguous.c - labels with two meanings, decided by their neighbours (model 5, the table). */
#include "map/sense.h"

typedef struct axis {
    cj_labelled *row;
    size_t n;
} axis;

static bool may(const cj_labelled *r, cj_elem elem)
{
    return cj_sense_may(r->sense, elem);
}

static bool has(const axis *a, cj_elem elem)
{
    size_t i;

    for (i = 0; i < a->n; i++)
        if (a->row[i].elem == elem || a->row[i].also == elem)
            return true;
    return false;
}

static bool mind_taken(const axis *a)
{
    return has(a, CJ_MIND) || has(a, CJ_THOUGHT) || has(a, CJ_EMOTION);
}

static void decide(cj_labelled *r, cj_elem elem, cj_reading reading)
{
    r->elem = elem;
    r->also = elem == CJ_CUSTOM ? CJ_CUSTOM : r->sense->also;
    r->reading = elem == CJ_CUSTOM ? CJ_READ_CUSTOM : reading;
}

static bool about_actions(const cj_labelled *r)
{
    return may(r, CJ_BEHAVIOR) && may(r, CJ_COUNTERMEASURE);
}

static bool later_part(cj_elem e)
{
    return e == CJ_MIND || e == CJ_THOUGHT || e == CJ_EMOTION || e == CJ_PAIN ||
           e == CJ_TOUCHPOINT || e == CJ_SUCCESS || e == CJ_KPI;
}

/* アクション, Activities: of the customer or of ours? The rules of the table, in its order. */
static void actions(axis *a, size_t at)
{
    bool beh = has(a, CJ_BEHAVIOR), cm = has(a, CJ_COUNTERMEASURE);
    size_t i, doubtful = 0, before = 0, first = CJ_NONE;

    for (i = 0; i < a->n; i++) {
        if (a->row[i].sense->ambiguous && about_actions(&a->row[i])) {
            doubtful++;
            before += i < at;
        }
        if (first == CJ_NONE && !a->row[i].sense->ambiguous && later_part(a->row[i].elem))
            first = i;
    }
    if (beh && cm)
        decide(&a->row[at], CJ_CUSTOM, CJ_READ_CUSTOM);
    else if (beh || cm)
        decide(&a->row[at], beh ? CJ_COUNTERMEASURE : CJ_BEHAVIOR, CJ_READ_BY_RULE);
    else if (doubtful == 2)
        decide(&a->row[at], before ? CJ_COUNTERMEASURE : CJ_BEHAVIOR, CJ_READ_BY_RULE);
    else if (first != CJ_NONE)
        decide(&a->row[at], at < first ? CJ_BEHAVIOR : CJ_COUNTERMEASURE, CJ_READ_BY_RULE);
    else
        decide(&a->row[at], CJ_BEHAVIOR, CJ_READ_GUESSED);
}

/* 目標: what the KPI should reach where it stands beside the KPI, else what the customer wants. */
static void target(axis *a, size_t at)
{
    bool beside = (at > 0 && a->row[at - 1].elem == CJ_KPI) ||
                  (at + 1 < a->n && a->row[at + 1].elem == CJ_KPI);

    if (beside && !has(a, CJ_KPI_TARGET))
        decide(&a->row[at], CJ_KPI_TARGET, CJ_READ_BY_RULE);
    else if (!has(a, CJ_GOAL))
        decide(&a->row[at], CJ_GOAL, CJ_READ_BY_RULE);
    else if (!has(a, CJ_KPI_TARGET) && has(a, CJ_KPI))
        decide(&a->row[at], CJ_KPI_TARGET, CJ_READ_GUESSED);
    else
        decide(&a->row[at], CJ_CUSTOM, CJ_READ_CUSTOM);
}

/* After the countermeasures it says when they happen; in the first two rows how long a phase lasts.
 * Elsewhere that is the likelier one, but a guess. */
static void time_of(axis *a, size_t at)
{
    bool later = false, period = has(a, CJ_PERIOD), timing = has(a, CJ_TIMING);
    size_t i;

    for (i = 0; i < at; i++)
        later = later || a->row[i].elem == CJ_COUNTERMEASURE ||
                a->row[i].also == CJ_COUNTERMEASURE;
    if (period && timing)
        decide(&a->row[at], CJ_CUSTOM, CJ_READ_CUSTOM);
    else if (later && !timing)
        decide(&a->row[at], CJ_TIMING, CJ_READ_BY_RULE);
    else if (at < 2 && !period)
        decide(&a->row[at], CJ_PERIOD, CJ_READ_BY_RULE);
    else
        decide(&a->row[at], period ? CJ_TIMING : CJ_PERIOD, CJ_READ_GUESSED);
}

static void state(axis *a, size_t at)
{
    cj_elem elem = !has(a, CJ_DEFINITION) ? CJ_DEFINITION
                   : mind_taken(a)        ? CJ_CUSTOM
                                          : CJ_MIND;

    decide(&a->row[at], elem, CJ_READ_BY_RULE);
}

/* 完了条件: where nothing else says what success is, that is it. */
static void end_of(axis *a, size_t at)
{
    cj_elem elem = !has(a, CJ_SUCCESS) ? CJ_SUCCESS : has(a, CJ_EXIT) ? CJ_CUSTOM : CJ_EXIT;

    decide(&a->row[at], elem, CJ_READ_BY_RULE);
}

static void danger(axis *a, size_t at)
{
    cj_elem elem = !has(a, CJ_PAIN) ? CJ_PAIN : has(a, CJ_RISK) ? CJ_CUSTOM : CJ_RISK;

    decide(&a->row[at], elem, CJ_READ_BY_RULE);
}

/* One meaning, but a weak one: where the element has a plain row already, the label is custom. */
static void single(axis *a, size_t at)
{
    const cj_sense *s = a->row[at].sense;
    unsigned i;

    for (i = 0; i < s->n; i++) {
        bool taken = s->elem[i] == CJ_MIND ? mind_taken(a) : has(a, s->elem[i]);

        if (!taken) {
            decide(&a->row[at], s->elem[i], CJ_READ_BY_RULE);
            return;
        }
    }
    decide(&a->row[at], CJ_CUSTOM, CJ_READ_CUSTOM);
}

static void undecided(axis *a, size_t at)
{
    const cj_labelled *r = &a->row[at];

    if (about_actions(r))
        actions(a, at);
    else if (may(r, CJ_GOAL) && may(r, CJ_KPI_TARGET))
        target(a, at);
    else if (may(r, CJ_DEFINITION) && may(r, CJ_MIND))
        state(a, at);
    else if (may(r, CJ_EXIT) && may(r, CJ_SUCCESS))
        end_of(a, at);
    else
        single(a, at);
}

/* A contained match counts beside an exact one or two other contained ones (model 5). */
static bool contained_count(const axis *a)
{
    size_t i, exact = 0, contained = 0;

    for (i = 0; i < a->n; i++) {
        exact += a->row[i].sense->reading == CJ_READ_EXACT;
        contained += a->row[i].sense->reading == CJ_READ_CONTAINED;
    }
    return exact || contained > 2;
}

static bool open_question(const cj_labelled *r, bool contained)
{
    return r->sense->ambiguous && (r->sense->reading == CJ_READ_EXACT ||
                                   (r->sense->reading == CJ_READ_CONTAINED && contained));
}

static bool about_time(const cj_labelled *r)
{
    return may(r, CJ_PERIOD) && may(r, CJ_TIMING);
}

static bool about_danger(const cj_labelled *r)
{
    return may(r, CJ_PAIN) && may(r, CJ_RISK);
}

static bool neither(const cj_labelled *r)
{
    return !about_time(r) && !about_danger(r);
}

static void decide_all(axis *a, bool contained, bool (*which)(const cj_labelled *),
                       void (*how)(axis *, size_t))
{
    size_t i;

    for (i = 0; i < a->n; i++)
        if (open_question(&a->row[i], contained) && which(&a->row[i]))
            how(a, i);
}

/* The doubtful ones come after the plain ones: risks may be the pains where no other row is, and
 * what is about time looks at where the countermeasures stand. */
void cj_labels_resolve(cj_labelled *row, size_t n)
{
    axis a = { row, n };
    bool contained = contained_count(&a);
    size_t i;

    for (i = 0; i < n; i++) {
        const cj_sense *s = row[i].sense;

        decide(&row[i], CJ_CUSTOM, CJ_READ_CUSTOM);
        if (s->n && !s->ambiguous && (s->reading == CJ_READ_EXACT || contained))
            decide(&row[i], s->elem[0], s->reading);
    }
    decide_all(&a, contained, neither, undecided);
    decide_all(&a, contained, about_danger, danger);
    decide_all(&a, contained, about_time, time_of);
}
