/* contain.c - the second pass: a vocabulary term at the head of a longer label, by its words. */
#include "map/contain.h"
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { MAX_WORDS = 8, MAX_BYTES = 160, MIN_COMPOUND = 6, MAX_UNKNOWN = 2 };
/* Roles beside those of cj_label_role. */
enum { KNOWN = 1 << 16, A_DEPARTMENT = 1 << 17, A_SOURCE = 1 << 18, ROMANCE = 1 << 19 };

#define HEAD_LAST                                                                         \
    (1u << CJ_IN_EN | 1u << CJ_IN_DE | 1u << CJ_IN_RU | 1u << CJ_IN_KO | 1u << CJ_IN_JA | \
     1u << CJ_IN_ZH | 1u << CJ_IN_ZH_HANT)
#define HEAD_FIRST (1u << CJ_IN_FR | 1u << CJ_IN_ES | 1u << CJ_IN_PT | 1u << CJ_IN_RU)

/* The words stand without a space between them, so that any run of them is a term to look up;
 * small words are empty. */
typedef struct words {
    const cj_known *known;
    cj_str spaced[MAX_WORDS], word[MAX_WORDS];
    unsigned role[MAX_WORDS], n;
    bool possessor;  /* it begins with somebody's name: Dana's */
    bool romance;    /* its small words are French, Spanish or Portuguese */
    unsigned clause; /* where a clause about the noun begins; n: none */
} words;

static bool in_family(cj_family family, cj_str word)
{
    size_t n;

    return cj_labels_find_words(family, word, &n) != NULL;
}

static bool names_phases(cj_str word)
{
    size_t n;
    const cj_label *l = cj_labels_find_words(CJ_FAM_AXIS, word, &n);

    return l && l->id == CJ_AXIS_PHASE;
}

/* No English or German label has them. */
static bool romance_article(cj_str word)
{
    static const cj_str list[] = { CJ_LIT("d"),   CJ_LIT("de"), CJ_LIT("del"), CJ_LIT("da"),
                                   CJ_LIT("dos"), CJ_LIT("du"), CJ_LIT("l"),   CJ_LIT("la"),
                                   CJ_LIT("las"), CJ_LIT("le"), CJ_LIT("les"), CJ_LIT("lo"),
                                   CJ_LIT("los"), CJ_LIT("el") };
    size_t i;

    for (i = 0; word.n < 4 && i < sizeof list / sizeof *list; i++)
        if (cj_str_eq(word, list[i]))
            return true;
    return false;
}

/* "utilisateur", "clave": a word that says it, and no English one. */
static bool romance_word(const cj_label *l, size_t n)
{
    const unsigned romance = 1u << CJ_IN_FR | 1u << CJ_IN_ES | 1u << CJ_IN_PT;
    unsigned langs = 0;

    for (; n; n--, l++)
        langs |= 1u << l->lang;
    return langs & romance && !(langs >> CJ_IN_EN & 1);
}

static bool number(cj_str word)
{
    return word.n && *word.p >= '0' && *word.p <= '9';
}

static unsigned roles(const cj_known *known, cj_str word)
{
    size_t n, i;
    const cj_label *l = cj_labels_find_words(CJ_FAM_WORD, word, &n);
    unsigned role = 0;

    for (i = 0; i < n; i++)
        if (l[i].id != CJ_WORD_ALONE)
            role |= 1u << l[i].id;
    if (role || cj_label_small(word) || number(word) || cj_known_word(known, word) ||
        names_phases(word) || in_family(CJ_FAM_PHASE, word))
        role |= KNOWN;
    if (romance_word(l, n) || (cj_label_small(word) && romance_article(word)))
        role |= ROMANCE;
    if (in_family(CJ_FAM_EVTYPE, word))
        role |= A_SOURCE;
    if (in_family(CJ_FAM_DEPT, word))
        role |= A_DEPARTMENT;
    return role;
}

/* "Dana's goals": whoever that is, the name says nothing about the row. */
static cj_str possessor(cj_str label)
{
    size_t at = cj_str_find(label, CJ_STR("'s ")),
           curly = cj_str_find(label, CJ_STR("’s "));

    at = at < curly ? at : curly;
    return at == CJ_NONE ? CJ_STR("") : cj_str_cut(label, 0, at);
}

static bool parted(const cj_known *known, cj_str label, words *w)
{
    cj_str rest = cj_label_words(known->arena, label), word;
    cj_str owner = cj_label_words(known->arena, possessor(label));
    char *p = cj_alloc_text(known->arena, rest.n + 1);
    size_t at = 0, owned = owner.n;

    *w = (words){ .known = known, .possessor = owner.n > 0 };
    if (!rest.n)
        return false;
    while (cj_str_split(&rest, ' ', &word)) {
        if (w->n == MAX_WORDS)
            return false;
        w->spaced[w->n] = word;
        w->role[w->n] = roles(known, word) | (owned ? KNOWN : 0);
        w->romance = w->romance || w->role[w->n] & ROMANCE;
        w->word[w->n] = (cj_str){ p + at, cj_label_small(word) ? 0 : word.n };
        memcpy(p + at, word.p, w->word[w->n].n);
        at += w->word[w->n].n;
        owned -= owned > word.n ? word.n + 1 : owned;
        w->n++;
    }
    return w->n > 0;
}

static cj_str run(const words *w, unsigned i, unsigned j)
{
    return (cj_str){ w->word[i].p,
                     (size_t)(w->word[j - 1].p + w->word[j - 1].n - w->word[i].p) };
}

/* Adjectives stand in front of a Russian noun, whose genitives follow: "Место действия". */
static bool adjective(cj_str word)
{
    static const cj_str ends[] = { CJ_LIT("ыи"), CJ_LIT("ии"), CJ_LIT("ои"), CJ_LIT("ая"),
                                   CJ_LIT("яя"), CJ_LIT("ое"), CJ_LIT("ее"), CJ_LIT("ые"),
                                   CJ_LIT("ие"), CJ_LIT("ых"), CJ_LIT("их") };
    size_t i;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cj_str_ends(word, ends[i]))
            return true;
    return false;
}

/* How many words beside words i to j (exclusive) nobody knows; `but`: roles that do not count. */
static unsigned unknown_beside(const words *w, unsigned i, unsigned j, unsigned but)
{
    unsigned k, n = 0;

    for (k = 0; k < w->n && k < w->clause; k++)
        n += (k < i || k >= j) && !(w->role[k] & ~(but | (unsigned)ROMANCE)) &&
             !adjective(w->spaced[k]);
    return n;
}

static bool foreign_beside(const words *w, unsigned i, unsigned j)
{
    unsigned k;

    for (k = 0; k < w->n; k++)
        if ((k < i || k >= j) && w->role[k] >> CJ_WORD_FOREIGN & 1)
            return true;
    return false;
}

/* "Sales results" are no effect of a countermeasure, but a sales team may own one; interview quotes
 * are what customers say, but a ticket's status is no status of ours. And whose "studio actions"
 * are nobody can tell. */
static bool too_weak(const words *w, unsigned i, unsigned j, const cj_sense *s)
{
    bool acts = cj_sense_may(s, CJ_COUNTERMEASURE) || cj_sense_may(s, CJ_BEHAVIOR);
    unsigned but =
        (s->elem[0] == CJ_OWNER || s->elem[0] == CJ_GOAL || acts ? 0 : A_DEPARTMENT) |
        (s->elem[0] == CJ_VOICE || s->elem[0] == CJ_EVIDENCE ? 0 : A_SOURCE);

    return foreign_beside(w, i, j) ||
           unknown_beside(w, i, j, but) >
               (cj_sense_alone(run(w, i, j), true) || s->ambiguous ? 0 : MAX_UNKNOWN);
}

/* The languages that may have their head at words i to j (exclusive). */
static unsigned headed(const words *w, unsigned i, unsigned langs)
{
    unsigned k;

    if (langs != HEAD_LAST)
        return langs;
    for (k = 0; k < i; k++)
        if (!(w->role[k] & ~(unsigned)ROMANCE) && !adjective(w->spaced[k]))
            langs &= ~(1u << CJ_IN_RU);
    return w->romance ? langs & ~(1u << CJ_IN_EN | 1u << CJ_IN_DE) : langs;
}

/* "Action movie": the French word would be at the head, but the label is English. */
static bool english(const words *w, unsigned j, const cj_label *l, size_t n)
{
    size_t i;

    for (i = 0; i < n && j < w->n && !w->romance; i++)
        if (l[i].lang == CJ_IN_EN)
            return true;
    return false;
}

/* The words in front of the term say whose it is; else those behind it; else somebody's name in
 * front is taken for a customer's, for whom else is a journey map about? */
static cj_whose whose(const words *w, unsigned i, unsigned j)
{
    cj_str all = w->spaced[0], front, behind;
    cj_whose who;

    all.n = (size_t)(w->spaced[w->n - 1].p + w->spaced[w->n - 1].n - all.p);
    front = cj_str_cut(all, 0, (size_t)(w->spaced[i].p - all.p));
    behind = j < w->n ? cj_str_from(all, (size_t)(w->spaced[j].p - all.p)) : CJ_STR("");
    front.n -= front.n ? 1 : 0;
    who = cj_whose_of(w->known, front);
    who = who != CJ_NOBODYS ? who : cj_whose_of(w->known, behind);
    return who == CJ_NOBODYS && i && w->possessor ? CJ_CUSTOMERS : who;
}

/* Words i to j (exclusive) as one term; only the languages whose grammar allows that place. */
static bool term(const words *w, unsigned i, unsigned j, unsigned langs, cj_sense *out)
{
    cj_str all = run(w, i, j);
    cj_sense s = { .label = out->label };
    size_t n, k;
    const cj_label *l = cj_labels_find_words(CJ_FAM_ELEM, all, &n);

    langs = headed(w, i, langs);
    if (langs == HEAD_FIRST && english(w, j, l, n))
        return false;
    for (k = 0; k < n; k++)
        if (langs >> l[k].lang & 1)
            cj_sense_add(&s, &l[k], 1);
    if (!s.n)
        return false;
    if (too_weak(w, i, j, &s))
        return false;
    s.reading = CJ_READ_CONTAINED;
    if (!cj_sense_owned(&s, whose(w, i, j)))
        s.n = 0;
    *out = s;
    return true;
}

/* "Mitarbeiter|aktionen", "System|verhalten": whose it is; between the two may be an s. */
static bool joined_to(const words *w, cj_str front, cj_sense *out)
{
    cj_whose who = cj_whose_of(w->known, front);

    if (who == CJ_NOBODYS && cj_str_ends(front, CJ_STR("s")))
        who = cj_whose_of(w->known, cj_str_cut(front, 0, front.n - 1));
    if (who == CJ_NOBODYS && out->ambiguous && cj_sense_may(out, CJ_BEHAVIOR))
        return false;
    if (!cj_sense_owned(out, who))
        out->n = 0;
    return true;
}

/* German joins: "Hauptherausforderungen". The longest ending counts. */
static bool compound(const words *w, unsigned at, cj_sense *out)
{
    cj_str word = w->word[at];
    cj_endings e = { CJ_FAM_ELEM, word, true, word.n, 0 };
    const cj_label *l, *longest = NULL;
    size_t n, longest_at = 0;

    while ((l = cj_labels_ending(&e, &n)) != NULL && e.at >= 3)
        if (l->lang == CJ_IN_DE && e.at + MIN_COMPOUND <= word.n &&
            !cj_sense_alone(cj_str_from(word, e.at), true))
            longest = l, longest_at = e.at;
    if (!longest || foreign_beside(w, at, at + 1))
        return false;
    cj_sense_add(out, longest, 1);
    out->reading = CJ_READ_CONTAINED;
    return joined_to(w, cj_str_cut(word, 0, longest_at), out);
}

/* "Questions the customer has", "tools we use": a clause, whose words say nothing about the row. */
static unsigned clause_in(const words *w)
{
    static const cj_str pronouns[] = { CJ_LIT("they"), CJ_LIT("we"),  CJ_LIT("he"),
                                       CJ_LIT("she"),  CJ_LIT("you"), CJ_LIT("that") };
    const unsigned whose = 1u << CJ_WORD_CUSTOMER | 1u << CJ_WORD_OURS;
    unsigned i, k;

    for (i = 1; i + 1 < w->n; i++) {
        if (i > 1 && w->role[i] & whose && cj_str_eq(w->spaced[i - 1], CJ_STR("the")))
            return i - 1;
        for (k = 0; k < sizeof pronouns / sizeof *pronouns; k++)
            if (cj_str_eq(w->spaced[i], pronouns[k]))
                return i;
    }
    return w->n;
}

/* The first word of what only narrows the noun in front of it. */
static unsigned first_of(const words *w)
{
    unsigned i;

    for (i = 1; i < w->n && i < w->clause; i++)
        if (w->role[i] >> CJ_WORD_OF & 1)
            return i;
    return i;
}

static bool only_says_nothing(const words *w, unsigned end)
{
    const unsigned nothing = 1u << CJ_WORD_TAIL | 1u << CJ_WORD_MODIFIER;
    unsigned i;

    for (i = 0; i < end; i++)
        if (!(w->role[i] & nothing) && w->word[i].n)
            return false;
    return true;
}

static void drop(words *w, unsigned n)
{
    w->n -= n;
    w->clause -= n;
    memmove(w->spaced, w->spaced + n, w->n * sizeof *w->spaced);
    memmove(w->word, w->word + n, w->n * sizeof *w->word);
    memmove(w->role, w->role + n, w->n * sizeof *w->role);
}

/* "List of goals" are the goals; "goal list" as well. */
static void cut_nothing(words *w)
{
    unsigned end;

    w->clause = clause_in(w);
    while (w->n > 1 && w->clause == w->n && w->role[w->n - 1] >> CJ_WORD_TAIL & 1)
        w->clause = --w->n;
    while ((end = first_of(w)) + 1 < w->n && end < w->clause && only_says_nothing(w, end))
        drop(w, end + 1);
}

static unsigned first_noun(const words *w)
{
    const unsigned skipped = 1u << CJ_WORD_MODIFIER | 1u << CJ_WORD_OURS;
    unsigned i = 0;

    while (i + 1 < w->n && (!w->word[i].n || w->role[i] & skipped))
        i++;
    return i;
}

/* The last noun in front of what narrows it, or, in Romance languages, the first one. */
static bool at_head(const words *w, cj_sense *out)
{
    unsigned end = first_of(w), start = first_noun(w), i, j;

    while (end > 1 && end < w->n && w->role[end - 1] >> CJ_WORD_TAIL & 1)
        end--;

    for (i = 0; i < end && end < w->n; i++)
        if (term(w, i, w->n, HEAD_LAST, out))
            return true;
    for (i = 0; i < end; i++)
        if (term(w, i, end, HEAD_LAST, out))
            return true;
    for (i = 0; i <= start; i++)
        for (j = w->n; j > i; j--)
            if (term(w, i, j, HEAD_FIRST, out))
                return true;
    return compound(w, end - 1, out);
}

/* A sentence is told from a label by its spaces, before its words are looked at. */
static bool too_long(cj_str label)
{
    size_t i, spaces = 0;

    for (i = 0; i < label.n && label.n <= MAX_BYTES; i++)
        spaces += label.p[i] == ' ';
    return label.n > MAX_BYTES || spaces >= 2 * MAX_WORDS;
}

bool cj_sense_in_words(const cj_known *known, cj_str label, cj_sense *out)
{
    words w;

    if (too_long(label) || !parted(known, label, &w))
        return false;
    cut_nothing(&w);
    return at_head(&w, out) && out->n > 0;
}
