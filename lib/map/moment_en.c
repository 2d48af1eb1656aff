/* moment_en.c - English words that say when: within 7 days of contract, every second Tuesday. */
#include "map/moment.h"
#include "map/lexicon.h"
#include "base/utf8.h"

static bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The longest of the words at the front, ended by something else than a letter. */
static size_t any(cj_str s, const cj_str *words, size_t n)
{
    size_t best = 0, i;

    for (i = 0; i < n; i++)
        if (words[i].n > best && cj_str_starts(s, words[i]) &&
            (s.n == words[i].n || !(letter(s.p[words[i].n]) || digit(s.p[words[i].n]))))
            best = words[i].n;
    return best;
}
#define ANY(s, words) any((s), (words), sizeof(words) / sizeof *(words))

static size_t gap(cj_str s)
{
    size_t n = 0;

    while (n < s.n && s.p[n] == ' ')
        n++;
    return n;
}

/* Bytes of what is at `at`, with the space in front of it; 0: it is not there. */
#define BEHIND(s, at, f) behind((s), (at), (f))
static size_t behind(cj_str s, size_t at, size_t (*f)(cj_str))
{
    size_t space = gap(cj_str_from(s, at)), n = f(cj_str_from(s, at + space));

    return n ? space + n : 0;
}

static size_t unit(cj_str s)
{
    static const cj_str units[] = {
        CJ_LIT("business days"), CJ_LIT("business day"),  CJ_LIT("working days"),
        CJ_LIT("working day"),   CJ_LIT("calendar days"), CJ_LIT("days"),
        CJ_LIT("day"),           CJ_LIT("weeks"),         CJ_LIT("week"),
        CJ_LIT("months"),        CJ_LIT("month"),         CJ_LIT("quarters"),
        CJ_LIT("quarter"),       CJ_LIT("years"),         CJ_LIT("year"),
        CJ_LIT("hours"),         CJ_LIT("hour"),
    };

    return ANY(s, units);
}

static size_t number(cj_str s)
{
    static const cj_str spelt[] = {
        CJ_LIT("one"),       CJ_LIT("two"),      CJ_LIT("three"), CJ_LIT("four"),
        CJ_LIT("five"),      CJ_LIT("six"),      CJ_LIT("seven"), CJ_LIT("eight"),
        CJ_LIT("nine"),      CJ_LIT("ten"),      CJ_LIT("a"),     CJ_LIT("an"),
        CJ_LIT("the first"), CJ_LIT("the same"),
    };
    size_t n = s.n && digit(*s.p) ? cj_moment_number(s) : 0;

    return n ? n : ANY(s, spelt);
}

static size_t ordinal(cj_str s)
{
    static const cj_str words[] = {
        CJ_LIT("first"), CJ_LIT("second"), CJ_LIT("third"), CJ_LIT("fourth"),
        CJ_LIT("last"),  CJ_LIT("final"),  CJ_LIT("1st"),   CJ_LIT("2nd"),
        CJ_LIT("3rd"),   CJ_LIT("4th"),    CJ_LIT("other"),
    };

    return ANY(s, words);
}

static size_t weekday(cj_str s)
{
    static const cj_str days[] = {
        CJ_LIT("monday"),    CJ_LIT("tuesday"), CJ_LIT("wednesday"), CJ_LIT("thursday"),
        CJ_LIT("friday"),    CJ_LIT("mondays"), CJ_LIT("tuesdays"),  CJ_LIT("wednesdays"),
        CJ_LIT("thursdays"), CJ_LIT("fridays"), CJ_LIT("weekday"),   CJ_LIT("morning"),
    };

    return ANY(s, days);
}

static size_t month(cj_str s)
{
    static const cj_str months[] = {
        CJ_LIT("january"),   CJ_LIT("february"), CJ_LIT("march"),    CJ_LIT("april"),
        CJ_LIT("may"),       CJ_LIT("june"),     CJ_LIT("july"),     CJ_LIT("august"),
        CJ_LIT("september"), CJ_LIT("october"),  CJ_LIT("november"), CJ_LIT("december"),
        CJ_LIT("jan"),       CJ_LIT("feb"),      CJ_LIT("mar"),      CJ_LIT("apr"),
        CJ_LIT("jun"),       CJ_LIT("jul"),      CJ_LIT("aug"),      CJ_LIT("sep"),
        CJ_LIT("sept"),      CJ_LIT("oct"),      CJ_LIT("nov"),      CJ_LIT("dec"),
    };

    return ANY(s, months);
}

static size_t word(cj_str s)
{
    size_t n = 0;

    while (n < s.n && (letter(s.p[n]) || (n && (s.p[n] == '-' || s.p[n] == '\'') &&
                                          n + 1 < s.n && letter(s.p[n + 1]))))
        n++;
    return n;
}

/* What comes after "of" or "before": at most three words up to an event, and the noun behind it. */
static size_t event(cj_str s)
{
    static const cj_str nouns[] = {
        CJ_LIT("end"),       CJ_LIT("start"),   CJ_LIT("date"),    CJ_LIT("expiry"),
        CJ_LIT("renewal"),   CJ_LIT("review"),  CJ_LIT("call"),    CJ_LIT("meeting"),
        CJ_LIT("signature"), CJ_LIT("signing"), CJ_LIT("session"), CJ_LIT("expires"),
        CJ_LIT("ends"),      CJ_LIT("begins"),  CJ_LIT("login")
    };
    size_t at = 0, n;
    unsigned i;
    cj_str hit;

    for (i = 0; i < 4; i++) {
        at += gap(cj_str_from(s, at));
        if (cj_lexicon_starts(CJ_LEX_TIMING_EVENT_EN, cj_str_from(s, at), &hit)) {
            at += hit.n;
            n = gap(cj_str_from(s, at));
            n = n ? n + ANY(cj_str_from(s, at + n), nouns) : 0;
            return n > 1 ? at + n : at;
        }
        n = word(cj_str_from(s, at));
        if (!n)
            break;
        at += n;
    }
    return 0;
}

/* after signature, before the renewal date, of contract: at the front of s; 0: no event. */
static size_t relation(cj_str s)
{
    static const cj_str words[] = {
        CJ_LIT("after"), CJ_LIT("before"),   CJ_LIT("of"),       CJ_LIT("from"),
        CJ_LIT("into"),  CJ_LIT("prior to"), CJ_LIT("ahead of"), CJ_LIT("following"),
        CJ_LIT("in"),    CJ_LIT("since"),    CJ_LIT("post"),
    };
    size_t n = ANY(s, words), more;

    if (!n)
        return 0;
    more = BEHIND(s, n, event);
    return more ? n + more : 0;
}

/* within 5 business days of signature, 75 days before contract end, in 2 weeks */
static size_t numbered(cj_str s)
{
    static const cj_str leads[] = { CJ_LIT("within"),        CJ_LIT("in"),
                                    CJ_LIT("every"),         CJ_LIT("by"),
                                    CJ_LIT("for the first"), CJ_LIT("after"),
                                    CJ_LIT("no later than") };
    static const cj_str bare[] = {
        CJ_LIT("later"), CJ_LIT("before"), CJ_LIT("after"),
        CJ_LIT("ahead"), CJ_LIT("out"),    CJ_LIT("in advance")
    };
    size_t lead = ANY(s, leads), at = lead, n;

    n = BEHIND(s, at, number);
    if (!n)
        return 0;
    at += n;
    at += at < s.n && s.p[at] == '-';
    n = BEHIND(s, at, unit);
    if (!n)
        return 0;
    at += n;
    n = BEHIND(s, at, relation);
    if (n)
        return at + n;
    n = gap(cj_str_from(s, at));
    n = n ? ANY(cj_str_from(s, at + n), bare) : 0;
    if (n)
        return at + 1 + n;
    return lead ? at : 0;
}

/* on day 46, day 2, week 3, d+7, t-90 */
static size_t labelled(cj_str s)
{
    static const cj_str leads[] = { CJ_LIT("on"),   CJ_LIT("in"),    CJ_LIT("by"),
                                    CJ_LIT("from"), CJ_LIT("until"), CJ_LIT("at") };
    static const cj_str names[] = { CJ_LIT("day"),  CJ_LIT("week"),  CJ_LIT("month"),
                                    CJ_LIT("days"), CJ_LIT("weeks"), CJ_LIT("months") };
    size_t at = ANY(s, leads), n;

    at += gap(cj_str_from(s, at));
    if (at + 2 < s.n && (s.p[at] == 'd' || s.p[at] == 't') &&
        (s.p[at + 1] == '+' || s.p[at + 1] == '-') && digit(s.p[at + 2]))
        return at + 2 + cj_moment_number(cj_str_from(s, at + 2));
    n = ANY(cj_str_from(s, at), names);
    if (!n)
        return 0;
    at += n;
    n = gap(cj_str_from(s, at));
    at += n;
    at += at < s.n && (s.p[at] == '+' || s.p[at] == '-');
    if (at >= s.n || !digit(s.p[at]))
        return 0;
    at += cj_moment_number(cj_str_from(s, at));
    if (at + 1 < s.n && s.p[at] == '-' && digit(s.p[at + 1]))
        at += 1 + cj_moment_number(cj_str_from(s, at + 1));
    return at + BEHIND(s, at, relation);
}

/* of every month, of the quarter */
static size_t of_span(cj_str s)
{
    static const cj_str words[] = { CJ_LIT("of every"), CJ_LIT("of each"), CJ_LIT("of the"),
                                    CJ_LIT("in every"), CJ_LIT("in the"),  CJ_LIT("a"),
                                    CJ_LIT("per"),      CJ_LIT("every"),   CJ_LIT("each") };
    size_t at = ANY(s, words), n;

    n = at ? BEHIND(s, at, unit) : 0;
    return n ? at + n : 0;
}

/* on the second tuesday of every month, every monday, each quarter, in the first week */
static size_t repeated(cj_str s)
{
    static const cj_str leads[] = {
        CJ_LIT("on"),       CJ_LIT("on the"), CJ_LIT("every"),      CJ_LIT("each"),
        CJ_LIT("in the"),   CJ_LIT("by the"), CJ_LIT("during the"), CJ_LIT("the"),
        CJ_LIT("on every"), CJ_LIT("once a"), CJ_LIT("once per"),   CJ_LIT("twice a"),
        CJ_LIT("per")
    };
    size_t at = ANY(s, leads), n;

    if (!at)
        return 0;
    n = BEHIND(s, at, ordinal);
    at += n;
    n = BEHIND(s, at, weekday);
    if (!n)
        n = BEHIND(s, at, unit);
    if (!n)
        return 0;
    at += n;
    at += BEHIND(s, at, of_span);
    return at + BEHIND(s, at, relation);
}

/* by 31 March 2026, by March 31, by the end of June, by 2025-11-30 */
static size_t calendar(cj_str s)
{
    static const cj_str leads[] = { CJ_LIT("by"),        CJ_LIT("before"),
                                    CJ_LIT("until"),     CJ_LIT("on"),
                                    CJ_LIT("in"),        CJ_LIT("from"),
                                    CJ_LIT("after"),     CJ_LIT("by the end of"),
                                    CJ_LIT("by end of"), CJ_LIT("at the end of"),
                                    CJ_LIT("in early"),  CJ_LIT("in late"),
                                    CJ_LIT("in mid") };
    static const cj_str ends[] = { CJ_LIT("st"), CJ_LIT("nd"), CJ_LIT("rd"), CJ_LIT("th") };
    size_t at = ANY(s, leads), n, from;
    bool named = false;

    if (!at)
        return 0;
    at += gap(cj_str_from(s, at));
    from = at;
    for (;;) {
        cj_str rest = cj_str_from(s, at);

        n = month(rest);
        named = named || n;
        if (!n && rest.n && digit(*rest.p)) {
            n = cj_moment_number(rest);
            while (n < rest.n && (rest.p[n] == '-' || rest.p[n] == '/') && n + 1 < rest.n &&
                   digit(rest.p[n + 1])) {
                n += 1 + cj_moment_number(cj_str_from(rest, n + 1));
                named = true;
            }
            n += ANY(cj_str_from(rest, n), ends);
        }
        if (!n)
            break;
        at += n;
        n = gap(cj_str_from(s, at)) + (at < s.n && s.p[at] == ',');
        if (!n || at + n >= s.n || !(digit(s.p[at + n]) || month(cj_str_from(s, at + n))))
            break;
        at += n;
    }
    return named && at > from ? at : 0;
}

/* monthly, quarterly, end of month … */
static size_t listed(cj_str s)
{
    cj_str hit;
    size_t at, n;

    if ((unsigned char)*s.p >= 0x80 || !cj_lexicon_starts(CJ_LEX_TIMING_WORD, s, &hit) ||
        hit.p != s.p || (hit.n < s.n && letter(s.p[hit.n])))
        return 0;
    at = hit.n;
    n = BEHIND(s, at, relation);
    return at + n;
}

/* after kickoff, at contract end, upon signature */
static size_t at_event(cj_str s)
{
    static const cj_str leads[] = {
        CJ_LIT("after"),    CJ_LIT("before"),      CJ_LIT("upon"), CJ_LIT("at"),
        CJ_LIT("during"),   CJ_LIT("right after"), CJ_LIT("on"),   CJ_LIT("following"),
        CJ_LIT("prior to"), CJ_LIT("once"),        CJ_LIT("when")
    };
    size_t n = ANY(s, leads), more;

    more = n ? BEHIND(s, n, event) : 0;
    return more ? n + more : 0;
}

size_t cj_moment_en(cj_str s)
{
    static size_t (*const forms[])(cj_str) = { numbered, labelled, repeated,
                                               calendar, listed,   at_event };
    size_t best = 0, i, n;

    if (!s.n || !(letter(*s.p) || digit(*s.p)))
        return 0;
    for (i = 0; i < sizeof forms / sizeof *forms; i++) {
        n = forms[i](s);
        best = n > best ? n : best;
    }
    return best;
}
