/* labels.c - the vocabulary of labels in all languages, compiled in from labels.tsv. */
#include "map/labels.h"
#include "map/labels_hash.h"
#include "base/utf8.h"
#include "gen/map/labels.inc"

typedef struct table {
    const char *text;
    const cj_label *labels;
    const unsigned *first;        /* by family: its first label; one more for the end */
    const unsigned short *slots;  /* 1 + the first label of a key */
    const unsigned char *longest; /* by family: the bytes of its longest key */
} table;

static const table keys = { key_text, key_labels, key_first, key_slots, key_longest };
static const table words = { word_text, word_labels, word_first, word_slots, word_longest };

static cj_str text_of(const table *t, const cj_label *l)
{
    return (cj_str){ t->text + l->at, l->n };
}

/* The labels of a key whose hash is known. */
static const cj_label *hashed(const table *t, cj_family family, cj_str key, uint32_t hash,
                              size_t *n)
{
    size_t lo = t->first[family], end = t->first[family + 1], hi;
    unsigned at;

    for (at = cj_label_slot(hash); t->slots[at]; at = (at + 1) % CJ_LABEL_SLOTS) {
        hi = t->slots[at] - 1u;
        if (hi < lo || hi >= end || !cj_str_eq(text_of(t, &t->labels[hi]), key))
            continue;
        for (lo = hi++; hi < end && cj_str_eq(text_of(t, &t->labels[hi]), key);)
            hi++;
        *n = hi - lo;
        return &t->labels[lo];
    }
    *n = 0;
    return NULL;
}

static const cj_label *find(const table *t, cj_family family, cj_str key, size_t *n)
{
    uint32_t hash = cj_label_hash_start(family);
    size_t i;

    *n = 0;
    if (!key.n || key.n > t->longest[family])
        return NULL;
    for (i = key.n; i > 0; i--)
        hash = cj_label_hash_step(hash, key.p[i - 1]);
    return hashed(t, family, key, hash, n);
}

const cj_label *cj_labels_find(cj_family family, cj_str key, size_t *n)
{
    return find(&keys, family, key, n);
}

const cj_label *cj_labels_find_words(cj_family family, cj_str joined, size_t *n)
{
    return find(&words, family, joined, n);
}

const cj_label *cj_labels_ending(cj_endings *e, size_t *n)
{
    const table *t = e->words ? &words : &keys;
    const cj_label *l;

    if (e->at == e->text.n)
        e->hash = cj_label_hash_start(e->family);
    for (*n = 0; e->at > 0 && e->text.n - e->at < t->longest[e->family];) {
        e->hash = cj_label_hash_step(e->hash, e->text.p[--e->at]);
        if (((unsigned char)e->text.p[e->at] & 0xc0) == 0x80)
            continue;
        l = hashed(t, e->family, cj_str_from(e->text, e->at), e->hash, n);
        if (l)
            return l;
    }
    return NULL;
}

/* Among the sorted labels from *lo to *hi, which all begin with the first `from` bytes of s, those
 * that begin with its first `to` bytes. */
static void narrow(const table *t, cj_str s, size_t from, size_t to, size_t *lo, size_t *hi)
{
    cj_str wanted = cj_str_cut(s, from, to - from);
    size_t end = *hi, mid;

    while (*lo < end) {
        mid = *lo + (end - *lo) / 2;
        if (cj_str_cmp(cj_str_from(text_of(t, &t->labels[mid]), from), wanted) < 0)
            *lo = mid + 1;
        else
            end = mid;
    }
    for (end = *hi, *hi = *lo; *hi < end;) {
        mid = *hi + (end - *hi) / 2;
        if (cj_str_starts(cj_str_from(text_of(t, &t->labels[mid]), from), wanted))
            *hi = mid + 1;
        else
            end = mid;
    }
}

/* Most places of a text begin no label at all. */
static bool may_begin(cj_family family, cj_str text)
{
    unsigned at = text.n ? cj_label_initial(text.p, text.n) : 0;

    return text.n && key_initials[family][at / 32] >> at % 32 & 1;
}

size_t cj_labels_beginning(cj_family family, cj_str text, size_t most, int *id)
{
    size_t lo = keys.first[family], hi = keys.first[family + 1], at = 0, best = 0, next;
    cj_str rest = text;
    unsigned count;

    if (!may_begin(family, text))
        return 0;
    for (count = 1; rest.n && at < most && lo < hi; count++, at = next) {
        cj_utf8_next(&rest);
        next = text.n - rest.n;
        narrow(&keys, text, at, next, &lo, &hi);
        if (count < 2 || lo == hi || keys.labels[lo].n != next)
            continue;
        best = next;
        *id = keys.labels[lo].id;
    }
    return best;
}

int cj_labels_id(cj_family family, cj_str key)
{
    size_t n;
    const cj_label *l = cj_labels_find(family, key, &n);

    return l ? l->id : -1;
}

const cj_label *cj_labels_all(cj_family family, size_t *n)
{
    *n = keys.first[family + 1] - keys.first[family];
    return &keys.labels[keys.first[family]];
}

cj_str cj_label_text(const cj_label *label)
{
    return text_of(&keys, label);
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
