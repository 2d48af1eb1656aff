/* label_variants_test.c - how many of the labels that people really write are understood. */
#include "map/sense.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* tests/data/labels.tsv: set, expected, language, label. Expected is an element's id or `custom`;
 * "a|b": only the neighbours decide, the sense may hold some of these and no other; "a+b": one
 * row for two elements, in either order. */
typedef struct tally {
    const char *set;
    unsigned all, right, wrong, none;
} tally;

typedef enum verdict { RIGHT, WRONG, NONE } verdict;

static bool listed(cj_str expected, cj_elem elem)
{
    cj_str one;

    while (cj_str_split(&expected, '|', &one))
        if (cj_str_eq(one, cj_str_of(cj_elem_id(elem))))
            return true;
    return false;
}

static verdict judged_both(const cj_sense *s, cj_str a, cj_str b)
{
    cj_str got = cj_str_of(cj_elem_id(s->elem[0])), also = cj_str_of(cj_elem_id(s->also));

    if (!s->n)
        return NONE;
    if (s->n == 1 && ((cj_str_eq(got, a) && cj_str_eq(also, b)) ||
                      (cj_str_eq(got, b) && cj_str_eq(also, a))))
        return RIGHT;
    return (cj_str_eq(got, a) || cj_str_eq(got, b)) && s->also == CJ_CUSTOM ? NONE : WRONG;
}

static verdict judged(const cj_sense *s, cj_str expected)
{
    size_t plus = cj_str_find(expected, CJ_STR("+"));
    unsigned i;

    if (plus != CJ_NONE)
        return judged_both(s, cj_str_cut(expected, 0, plus),
                           cj_str_from(expected, plus + 1));
    if (!s->n)
        return listed(expected, CJ_CUSTOM) ? RIGHT : NONE;
    for (i = 0; i < s->n; i++)
        if (!listed(expected, s->elem[i]))
            return WRONG;
    return s->also != CJ_CUSTOM && !listed(expected, s->also) ? WRONG : RIGHT;
}

static void told(const cj_sense *s, char *out)
{
    unsigned i;

    strcpy(out, s->n ? "" : "custom");
    for (i = 0; i < s->n; i++)
        sprintf(out + strlen(out), "%s%s", i ? "|" : "", cj_elem_id(s->elem[i]));
    if (s->also != CJ_CUSTOM)
        sprintf(out + strlen(out), "+%s", cj_elem_id(s->also));
}

static void count(tally *t, const char *set, const char *expected, const char *lang,
                  const char *label)
{
    cj_arena *a = cj_arena_new(0);
    cj_sense s = cj_sense_of(&(cj_known){ .arena = a }, cj_str_of(label));
    verdict v = judged(&s, cj_str_of(expected));
    char got[200];

    told(&s, got);
    t->all++;
    t->right += v == RIGHT;
    t->wrong += v == WRONG;
    t->none += v == NONE;
    if (v != RIGHT)
        printf("%s\t%s\t%s\t\"%s\"\t%s, not %s\n", v == WRONG ? "WRONG" : "none", set, lang,
               label, got, expected);
    cj_arena_free(a);
}

static void read_table(tally *sets, size_t n)
{
    FILE *f = fopen("tests/data/labels.tsv", "r");
    char line[600], *column[4];
    size_t i;

    cr_assert(f, "tests/data/labels.tsv");
    while (fgets(line, sizeof line, f)) {
        if (*line == '#' || *line == '\n')
            continue;
        line[strcspn(line, "\r\n")] = 0;
        column[0] = strtok(line, "\t");
        for (i = 1; i < 4; i++)
            cr_assert(column[i] = strtok(NULL, "\t"), "%s: four columns", line);
        for (i = 0; i < n && strcmp(sets[i].set, column[0]) != 0; i++)
            ;
        cr_assert(i < n, "%s: no such set", column[0]);
        count(&sets[i], column[0], column[1], column[2], column[3]);
    }
    fclose(f);
}

Test(label_variants, sets)
{
    static const struct {
        double right, wrong; /* per cent: at least, at most */
    } bounds[] = { { 98, 1 }, { 85, 2 }, { 100, 0 } };
    tally sets[] = { { .set = "first" }, { .set = "second" }, { .set = "stranger" } };
    size_t i;

    read_table(sets, 3);
    for (i = 0; i < 3; i++) {
        const tally *t = &sets[i];
        double right = t->all ? 100.0 * t->right / t->all : 0;
        double wrong = t->all ? 100.0 * t->wrong / t->all : 0;

        if (!t->all)
            continue;
        printf("%s: %u labels, %u right (%.1f %%), %u wrong (%.1f %%), %u none\n", t->set,
               t->all, t->right, right, t->wrong, wrong, t->none);
        cr_expect(right >= bounds[i].right, "%s: %.1f %% right", t->set, right);
        cr_expect(wrong <= bounds[i].wrong, "%s: %.1f %% wrong", t->set, wrong);
    }
}
