/* owned.c - whose row it is: actions of the customer are behavior, ours are countermeasures. */
#include "map/contain.h"
#include "map/normal.h"
#include "base/utf8.h"

static void only(cj_sense *s, cj_elem elem)
{
    s->elem[0] = elem;
    s->n = 1;
    s->ambiguous = false;
}

/* What only customers have: our own pains are no pains of the customer (model 5). */
static bool customers_alone(const cj_sense *s)
{
    cj_elem e = s->elem[0];

    return e == CJ_PAIN || e == CJ_MIND || e == CJ_THOUGHT || e == CJ_EMOTION ||
           e == CJ_SUCCESS || e == CJ_VOICE;
}

static bool of_somebody(const cj_sense *s)
{
    return customers_alone(s) || cj_sense_may(s, CJ_BEHAVIOR) ||
           cj_sense_may(s, CJ_COUNTERMEASURE) || cj_sense_may(s, CJ_GOAL);
}

bool cj_sense_owned(cj_sense *s, cj_whose whose)
{
    if (!s->n || whose == CJ_NOBODYS)
        return true;
    if (whose == CJ_OTHERS)
        return !of_somebody(s);
    if (cj_sense_may(s, CJ_BEHAVIOR) && cj_sense_may(s, CJ_COUNTERMEASURE))
        only(s, whose == CJ_CUSTOMERS ? CJ_BEHAVIOR : CJ_COUNTERMEASURE);
    else if (whose == CJ_CUSTOMERS && s->ambiguous && cj_sense_may(s, CJ_GOAL))
        only(s, CJ_GOAL);
    else if (whose != CJ_CUSTOMERS && s->elem[0] == CJ_GOAL)
        only(s, CJ_BUSINESS_GOAL);
    else if (whose != CJ_CUSTOMERS && s->elem[0] == CJ_BEHAVIOR)
        only(s, CJ_COUNTERMEASURE);
    else
        return whose != CJ_OUR_OWN || !customers_alone(s);
    return true;
}

bool cj_sense_alone(cj_str key, bool words)
{
    size_t n;
    const cj_label *l = words ? cj_labels_find_words(CJ_FAM_WORD, key, &n)
                              : cj_labels_find(CJ_FAM_WORD, key, &n);

    for (; n; n--, l++)
        if (l->id == CJ_WORD_ALONE)
            return true;
    return false;
}

static cj_whose of_word(const cj_known *known, cj_str word)
{
    const cj_known_name *name = cj_known_word(known, word);
    size_t n;
    const cj_label *l = cj_labels_find_words(CJ_FAM_WORD, word, &n);

    if (name && name->person)
        return CJ_CUSTOMERS;
    for (; n; n--, l++)
        if (l->id == CJ_WORD_OURS || l->id == CJ_WORD_CUSTOMER || l->id == CJ_WORD_OTHERS)
            return l->id == CJ_WORD_OURS     ? CJ_OUR_OWN
                   : l->id == CJ_WORD_OTHERS ? CJ_OTHERS
                                             : CJ_CUSTOMERS;
    cj_labels_find_words(CJ_FAM_PHASE, word, &n);
    if (n)
        return CJ_NOBODYS;
    cj_labels_find_words(CJ_FAM_DEPT, word, &n);
    return n ? CJ_DEPARTMENTS : CJ_NOBODYS;
}

/* The last word that says so is the nearest to the term: "customer support actions" are ours. */
cj_whose cj_whose_of(const cj_known *known, cj_str words)
{
    cj_whose whose = CJ_NOBODYS;
    cj_str word;

    while (words.n && cj_str_split(&words, ' ', &word)) {
        cj_whose one = of_word(known, word);

        whose = one != CJ_NOBODYS ? one : whose;
    }
    return whose;
}
