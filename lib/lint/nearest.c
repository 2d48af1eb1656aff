/* nearest.c - the element that a label nobody knows is most like. */
#include "lint/nearest.h"
#include "base/utf8.h"
#include "map/labels.h"
#include "map/normal.h"

enum { LONGEST = 40 }; /* characters; longer labels are sentences */

/* Renaming a row to something that nobody misses helps nobody. */
static bool missed(const cj_map *map, cj_elem elem)
{
    switch (elem) {
    case CJ_PERIOD:
    case CJ_DEFINITION:
    case CJ_THOUGHT:
    case CJ_EMOTION:
    case CJ_TIMING:
    case CJ_EVIDENCE:
        break;
    default:
        if (!cj_elem_core(elem))
            return false;
    }
    return !cj_map_element(map, elem);
}

/* The pains of our own company are no pains of the customer (model 5). */
static bool ours(cj_str key)
{
    static const cj_str own[] = {
        CJ_LIT("自社"), CJ_LIT("社内"), CJ_LIT("当社"),     CJ_LIT("弊社"),
        CJ_LIT("我社"), CJ_LIT("our"),  CJ_LIT("internal"),
    };
    size_t i;

    for (i = 0; i < sizeof own / sizeof *own; i++)
        if (cj_str_starts(key, own[i]))
            return true;
    return false;
}

typedef struct letters {
    uint32_t cp[LONGEST];
    size_t n;
} letters;

/* False: too long. */
static bool spell(cj_str s, letters *out)
{
    for (out->n = 0; s.n; out->n++) {
        if (out->n == LONGEST)
            return false;
        out->cp[out->n] = cj_utf8_next(&s);
    }
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to insert, delete, change or swap with their neighbour to get from a to b. */
static size_t distance(const letters *a, const letters *b)
{
    size_t row[3][LONGEST + 1];
    size_t *before = row[0], *last = row[1], *now = row[2], *oldest, i, j;

    for (j = 0; j <= b->n; j++)
        last[j] = j;
    for (i = 1; i <= a->n; i++) {
        oldest = before;
        now[0] = i;
        for (j = 1; j <= b->n; j++) {
            now[j] = least(least(last[j], now[j - 1]) + 1,
                           last[j - 1] + (a->cp[i - 1] != b->cp[j - 1]));
            if (i > 1 && j > 1 && a->cp[i - 1] == b->cp[j - 2] &&
                a->cp[i - 2] == b->cp[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
        before = last;
        last = now;
        now = oldest;
    }
    return last[b->n];
}

/* One slip in four letters, two in eight; in short words any other letter makes another word. */
static cj_elem misspelt(const cj_map *map, cj_str key)
{
    size_t n, i, best = CJ_NONE;
    const cj_label *labels = cj_labels_all(CJ_FAM_ELEM, &n);
    cj_elem elem = CJ_CUSTOM;
    letters wrong, right;

    if (!spell(key, &wrong))
        return CJ_CUSTOM;
    for (i = 0; i < n; i++) {
        cj_str text = cj_label_text(&labels[i]);
        size_t most, d;

        if (labels[i].lang > CJ_IN_EN || text.n > key.n + 6 || key.n > text.n + 6 ||
            !spell(text, &right) || !missed(map, (cj_elem)labels[i].id))
            continue;
        most = least(wrong.n, right.n) / 4;
        d = most ? distance(&wrong, &right) : CJ_NONE;
        if (d <= most && d < best) {
            best = d;
            elem = (cj_elem)labels[i].id;
        }
    }
    return elem;
}

/* A known word anywhere in a Japanese label: 課題 in 顧客課題メモ. */
static cj_elem inside(const cj_map *map, cj_str key)
{
    cj_elem elem = CJ_CUSTOM;
    size_t best = 0, n;
    int id;

    while (key.n) {
        n = cj_labels_beginning(CJ_FAM_ELEM, key, 3 * LONGEST, &id);
        if (n > best && missed(map, (cj_elem)id)) {
            best = n;
            elem = (cj_elem)id;
        }
        if (n)
            key = cj_str_from(key, n);
        else
            cj_utf8_next(&key);
    }
    return elem;
}

/* The same in other writing, by whole words: pain in "admin pain notes". */
static cj_elem word_inside(cj_arena *arena, const cj_map *map, cj_str label)
{
    cj_str rest = cj_label_words(arena, label), word;
    size_t n, i;

    while (rest.n && cj_str_split(&rest, ' ', &word)) {
        const cj_label *l = cj_labels_find_words(CJ_FAM_ELEM, word, &n);

        for (i = 0; i < n; i++)
            if (missed(map, (cj_elem)l[i].id))
                return (cj_elem)l[i].id;
    }
    return CJ_CUSTOM;
}

cj_elem cj_nearest_element(cj_arena *arena, const cj_map *map, cj_str label)
{
    cj_str key = cj_label_key(arena, label);
    cj_elem elem;

    if (!key.n || key.n > 3 * LONGEST || ours(key))
        return CJ_CUSTOM;
    elem = misspelt(map, key);
    if (elem == CJ_CUSTOM)
        elem = cj_label_cjk(key) ? inside(map, key) : word_inside(arena, map, label);
    return elem;
}
