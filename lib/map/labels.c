/* labels.c - the vocabulary of labels in all languages, compiled in from labels.tsv. */
#include "map/labels.h"
#include "gen/map/labels.inc"

typedef struct table {
    const char *text;
    const cj_label *labels;
    const unsigned *first; /* by family: its first label; one more for the end */
} table;

static const table keys = { key_text, key_labels, key_first };
static const table words = { word_text, word_labels, word_first };

static cj_str text_of(const table *t, const cj_label *l)
{
    return (cj_str){ t->text + l->at, l->n };
}

static const cj_label *find(const table *t, cj_family family, cj_str key, size_t *n)
{
    size_t lo = t->first[family], hi = t->first[family + 1], end = hi;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (cj_str_cmp(text_of(t, &t->labels[mid]), key) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (hi = lo; hi < end && cj_str_eq(text_of(t, &t->labels[hi]), key);)
        hi++;
    *n = hi - lo;
    return *n ? &t->labels[lo] : NULL;
}

const cj_label *cj_labels_find(cj_family family, cj_str key, size_t *n)
{
    return find(&keys, family, key, n);
}

const cj_label *cj_labels_find_words(cj_family family, cj_str joined, size_t *n)
{
    return find(&words, family, joined, n);
}

int cj_labels_id(cj_family family, cj_str key)
{
    size_t n;
    const cj_label *l = cj_labels_find(family, key, &n);

    return l ? l->id : -1;
}

const char *cj_labels_name(cj_family family, unsigned id)
{
    return id < names[family].n ? names[family].list[id] : NULL;
}

const char *cj_labels_canonical(cj_family family, unsigned id, cj_lang lang)
{
    const char *english = NULL;
    size_t i;

    for (i = 0; i < sizeof canonical / sizeof *canonical; i++) {
        if (canonical[i].family != family || canonical[i].id != id)
            continue;
        if (canonical[i].lang == (lang == CJ_JA ? CJ_IN_JA : CJ_IN_EN))
            return canonical[i].label;
        english = canonical[i].label;
    }
    return english;
}
