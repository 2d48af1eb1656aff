/* catalogue.c - the list of rules as a table, and finding a rule by what people call it. */
#include "lint/rule.h"

#define CJ_RULE(name) extern const cj_rule cj_rule_##name;
#include "lint/catalogue.def"
#undef CJ_RULE

const cj_rule *const cj_catalogue[] = {
#define CJ_RULE(name) &cj_rule_##name,
#include "lint/catalogue.def"
#undef CJ_RULE
};
const size_t cj_catalogue_n = sizeof cj_catalogue / sizeof *cj_catalogue;

size_t cj_rule_count(void)
{
    return cj_catalogue_n;
}

const cj_rule_info *cj_rule_at(size_t i)
{
    return &cj_catalogue[i]->info;
}

static char low(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool same(cj_str s, const char *z)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        if (!z[i] || low(s.p[i]) != low(z[i]))
            return false;
    return !z[i];
}

const cj_rule_info *cj_rule_by_name(cj_str s)
{
    size_t i;

    for (i = 0; i < cj_catalogue_n; i++)
        if (same(s, cj_rule_at(i)->id) || same(s, cj_rule_at(i)->name))
            return cj_rule_at(i);
    return NULL;
}

#define N_RULES (sizeof cj_catalogue / sizeof *cj_catalogue)

/* Ids are so much alike that two slips make another rule: one letter may be wrong, missing or too
 * many, or change places with its neighbour. */
static bool one_off(cj_str s, const char *id)
{
    cj_str t = cj_str_of(id);
    size_t head = 0, tail = 0, longer = s.n > t.n ? s.n : t.n;

    while (head < s.n && head < t.n && low(s.p[head]) == low(t.p[head]))
        head++;
    while (tail < s.n - head && tail < t.n - head &&
           low(s.p[s.n - 1 - tail]) == low(t.p[t.n - 1 - tail]))
        tail++;
    if (s.n == t.n && longer - head - tail == 2)
        return low(s.p[head]) == low(t.p[head + 1]) && low(s.p[head + 1]) == low(t.p[head]);
    return longer - head - tail <= 1;
}

static bool is_id(const char *name)
{
    return name[0] >= 'A' && name[0] <= 'Z';
}

const char *cj_rule_closest(cj_str s)
{
    const char *name[2 * N_RULES], *best;
    size_t i;

    for (i = 0; i < N_RULES; i++) {
        name[2 * i] = cj_rule_at(i)->id;
        name[2 * i + 1] = cj_rule_at(i)->name;
    }
    best = cj_closest(s, name, 2 * N_RULES);
    return best && is_id(best) && !one_off(s, best) ? NULL : best;
}
