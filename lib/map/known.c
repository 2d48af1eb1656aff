/* known.c - what a map and its team make known about its labels: names, and labels of their own. */
#include "map/normal.h"
#include "map/sense.h"
#include "base/utf8.h"

enum { MAX_NAMES = 24, MAX_TEXT = 240, MIN_NAME = 2 };

static cj_elem elem_of(cj_str id)
{
    unsigned e;

    for (e = CJ_CUSTOM + 1; e < CJ_N_ELEMS; e++)
        if (cj_str_eq(id, cj_str_of(cj_elem_id((cj_elem)e))))
            return (cj_elem)e;
    return CJ_CUSTOM;
}

void cj_known_labels(cj_known *known, const cj_config *config)
{
    size_t i, n = config ? config->n_labels : 0;

    for (i = 0; i < n; i++) {
        cj_known_label own = { cj_label_key(known->arena, config->labels[i].label),
                               elem_of(config->labels[i].element) };

        if (!own.key.n || own.elem == CJ_CUSTOM)
            continue;
        CJ_ROOM(known->arena, known->label, known->n_labels, known->cap_labels);
        known->label[known->n_labels++] = own;
    }
}

/* A word of the vocabulary of words or departments is nobody's name: "CS担当". */
static bool common(cj_str word)
{
    size_t n;

    return cj_labels_find_words(CJ_FAM_WORD, word, &n) ||
           cj_labels_find_words(CJ_FAM_DEPT, word, &n) || cj_label_small(word);
}

void cj_known_name_add(cj_known *known, cj_str text, bool person)
{
    cj_str rest, word;

    text = cj_utf8_trim(text);
    if (!text.n || text.n > MAX_TEXT)
        return;
    rest = cj_label_words(known->arena, text);
    while (known->n_names < MAX_NAMES && cj_str_split(&rest, ' ', &word)) {
        if (word.n < MIN_NAME || common(word) || cj_known_word(known, word))
            continue;
        CJ_ROOM(known->arena, known->name, known->n_names, known->cap_names);
        known->name[known->n_names++] = (cj_known_name){ word, person };
    }
}

const cj_known_name *cj_known_word(const cj_known *known, cj_str word)
{
    size_t i;

    for (i = 0; i < known->n_names; i++)
        if (cj_str_eq(known->name[i].word, word))
            return &known->name[i];
    return NULL;
}
