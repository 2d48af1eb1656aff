/* nearest.c - the words of the vocabulary inside a label, and what an unknown one is most like. */
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

cj_known_words cj_known_words_of(cj_arena *arena, cj_str label)
{
    cj_known_words k = { arena, cj_label_key(arena, label), false };

    if (k.rest.n && !cj_label_cjk(k.rest)) {
        k.words = true;
        k.rest = cj_label_words(arena, label);
    }
    return k;
}

/* The next words are a department: customer success. */
static bool department_off(cj_known_words *k, cj_str word)
{
    cj_str second = cj_str_cut(k->rest, 0, cj_str_find(k->rest, CJ_STR(" ")));
    size_t n;

    if (!second.n)
        return false;
    word = cj_str_fmt(k->arena, CJ_FMT CJ_FMT, CJ_ARG(word), CJ_ARG(second));
    if (!cj_labels_find_words(CJ_FAM_DEPT, word, &n))
        return false;
    k->rest = cj_str_from(k->rest, second.n + 1);
    return true;
}

static bool next_of_words(cj_known_words *k, cj_elem *elem)
{
    cj_str word;
    size_t n;

    while (k->rest.n && cj_str_split(&k->rest, ' ', &word)) {
        const cj_label *l = cj_labels_find_words(CJ_FAM_ELEM, word, &n);

        if (department_off(k, word) || n != 1 || l->kind == CJ_AMBIGUOUS)
            continue;
        *elem = (cj_elem)l->id;
        return true;
    }
    return false;
}

bool cj_known_word_next(cj_known_words *k, cj_elem *elem)
{
    size_t n, of_department;
    int id = 0, department;

    if (k->words)
        return next_of_words(k, elem);
    while (k->rest.n) {
        n = cj_labels_beginning(CJ_FAM_ELEM, k->rest, 3 * LONGEST, &id);
        of_department = cj_labels_beginning(CJ_FAM_DEPT, k->rest, 3 * LONGEST, &department);
        if (!n && !of_department) {
            cj_utf8_next(&k->rest);
            continue;
        }
        k->rest = cj_str_from(k->rest, n > of_department ? n : of_department);
        if (n > of_department) {
            *elem = (cj_elem)id;
            return true;
        }
    }
    return false;
}

static cj_elem inside(cj_arena *arena, const cj_map *map, cj_str label)
{
    cj_known_words k = cj_known_words_of(arena, label);
    cj_elem elem;

    while (cj_known_word_next(&k, &elem))
        if (missed(map, elem))
            return elem;
    return CJ_CUSTOM;
}

cj_elem cj_nearest_element(cj_arena *arena, const cj_map *map, cj_str label)
{
    cj_str key = cj_label_key(arena, label);
    cj_elem elem;

    if (!key.n || key.n > 3 * LONGEST || ours(key))
        return CJ_CUSTOM;
    elem = misspelt(map, key);
    return elem == CJ_CUSTOM ? inside(arena, map, label) : elem;
}
