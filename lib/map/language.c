/* language.c - which of our two languages the map is written in. */
#include "map/build.h"
#include "map/normal.h"
#include "base/utf8.h"

typedef struct votes {
    unsigned n[CJ_N_LABEL_LANGS];
} votes;

static void vote(votes *v, unsigned langs)
{
    unsigned l;

    for (l = 0; l < CJ_N_LABEL_LANGS; l++)
        v->n[l] += langs >> l & 1;
}

static void vote_key(cj_build *b, votes *v, cj_family family, cj_str label)
{
    cj_str key = label.n && label.n < 120 ? cj_label_key(b->arena, label) : CJ_STR("");
    unsigned langs = 0;
    size_t n = 0, i;
    const cj_label *l = key.n ? cj_labels_find(family, key, &n) : NULL;

    for (i = 0; i < n; i++)
        langs |= 1u << l[i].lang;
    vote(v, langs);
}

/* Cells with kana against cells with Latin letters and no Han. */
static cj_lang by_script(const cj_map *m)
{
    unsigned ja = 0, latin = 0;
    size_t i;

    for (i = 0; i < m->n_leaves; i++) {
        cj_str rest = m->leaves[i].text;
        bool kana = false, letters = false;

        while (rest.n && !kana) {
            cj_script s = cj_utf8_script(cj_utf8_next(&rest));

            kana = s == CJ_SCRIPT_HIRAGANA || s == CJ_SCRIPT_KATAKANA;
            letters = letters || s == CJ_SCRIPT_LATIN;
        }
        ja += kana;
        latin += !kana && letters;
    }
    return ja > latin || (ja && ja == latin) ? CJ_JA : CJ_EN;
}

/* Words that several languages share count for each of them; another language than ours in front
 * leaves it to the script. So do English headers: whoever fills them in Japanese reads Japanese. */
cj_lang cj_map_language(cj_build *b)
{
    const cj_map *m = b->map;
    votes v = { { 0 } };
    unsigned i, l, best = 0;

    for (i = 0; i < b->grid->n_rows; i++)
        if (b->grid->label[i].elem != CJ_CUSTOM)
            vote(&v, b->grid->label[i].sense->langs);
    for (i = 0; i < m->n_phases; i++)
        vote_key(b, &v, CJ_FAM_PHASE, m->phases[i].key);
    for (i = 0; i < CJ_N_META; i++)
        vote_key(b, &v, CJ_FAM_META, m->meta[i].label);
    vote_key(b, &v, CJ_FAM_AXIS,
             cj_view_text(&b->grid->view, b->grid->head, b->grid->line));
    for (l = 0; l < CJ_N_LABEL_LANGS; l++)
        best = v.n[l] > best ? v.n[l] : best;
    if (v.n[CJ_IN_JA] == v.n[CJ_IN_EN] || (v.n[CJ_IN_JA] < best && v.n[CJ_IN_EN] < best))
        return by_script(m);
    return v.n[CJ_IN_JA] > v.n[CJ_IN_EN] ? CJ_JA : by_script(m);
}
