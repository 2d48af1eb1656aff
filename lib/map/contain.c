/* contain.c - the second pass: a vocabulary term at the head of a longer label. */
#include "map/normal.h"
#include "map/sense.h"
#include "base/utf8.h"
#include <string.h>

enum { MAX_WORDS = 8, MIN_CJK = 2, MAX_CJK_BYTES = 120, MIN_COMPOUND = 6 };

#define HEAD_LAST                                                                         \
    (1u << CJ_IN_EN | 1u << CJ_IN_DE | 1u << CJ_IN_RU | 1u << CJ_IN_KO | 1u << CJ_IN_JA | \
     1u << CJ_IN_ZH | 1u << CJ_IN_ZH_HANT)
#define HEAD_FIRST (1u << CJ_IN_FR | 1u << CJ_IN_ES | 1u << CJ_IN_PT | 1u << CJ_IN_RU)

static bool one_of(cj_str word, const char *const *list)
{
    for (; *list; list++)
        if (cj_str_eq(word, cj_str_of(*list)))
            return true;
    return false;
}

/* The pains of our own company are no pains of the customer (model 5). */
static bool ours(cj_sense *s)
{
    switch (s->elem[0]) {
    case CJ_GOAL:
        s->elem[0] = CJ_BUSINESS_GOAL;
        break;
    case CJ_BEHAVIOR:
        s->elem[0] = CJ_COUNTERMEASURE;
        break;
    case CJ_PAIN:
    case CJ_MIND:
    case CJ_THOUGHT:
    case CJ_EMOTION:
    case CJ_SUCCESS:
        return false;
    default:
        return true;
    }
    s->n = 1;
    s->ambiguous = false;
    return true;
}

static bool latin_joint(cj_str key, size_t at)
{
    cj_str before = cj_str_cut(key, 0, at), rest = cj_str_from(key, at);
    cj_script s = cj_utf8_script(cj_utf8_last(before));

    return s == CJ_SCRIPT_LATIN && cj_utf8_script(cj_utf8_next(&rest)) == CJ_SCRIPT_LATIN;
}

/* Endings that say nothing: 施策内容, 課題一覧. */
static cj_str without_filler(cj_str key)
{
    static const char *const filler[] = { "の内容", "内容", "の詳細", "詳細",
                                          "一覧",   "など", "等",     "の整理",
                                          "欄",     "(案)", "案" };
    size_t i;

    for (i = 0; i < sizeof filler / sizeof *filler; i++)
        if (cj_str_ends(key, cj_str_of(filler[i])) && key.n > strlen(filler[i]))
            return cj_str_cut(key, 0, key.n - strlen(filler[i]));
    return key;
}

static bool own_in_front(cj_str front)
{
    static const char *const own[] = { "自社", "社内",   "当社", "弊社",
                                       "我社", "企業側", "公司" };
    size_t i;

    for (i = 0; i < sizeof own / sizeof *own; i++)
        if (cj_str_starts(front, cj_str_of(own[i])))
            return true;
    return false;
}

/* The last segment counts in Japanese, Chinese and Korean: the longest term the key ends with. */
static bool cjk_suffix(cj_str key, cj_sense *out)
{
    cj_endings e = { .family = CJ_FAM_ELEM, .text = key, .at = key.n };
    const cj_label *l, *longest = NULL;
    size_t at = 0, n, all = 0;

    while ((l = cj_labels_ending(&e, &n)) != NULL) {
        if (cj_utf8_count(cj_str_from(key, e.at)) < MIN_CJK || latin_joint(key, e.at))
            continue;
        longest = l;
        all = n;
        at = e.at;
    }
    if (!longest)
        return false;
    cj_sense_add(out, longest, all);
    out->reading = CJ_READ_CONTAINED;
    return !own_in_front(cj_str_cut(key, 0, at)) || ours(out);
}

static bool in_cjk(cj_str key, cj_sense *out)
{
    cj_str bare;

    if (key.n > MAX_CJK_BYTES)
        return false;
    if (cjk_suffix(key, out))
        return true;
    bare = without_filler(key);
    return bare.n < key.n && out->n == 0 && cjk_suffix(bare, out);
}

/* The words stand without a space between them, so that any run of them is a term to look up. */
typedef struct words {
    cj_str word[MAX_WORDS];
    unsigned n;
} words;

/* What follows a preposition only narrows the noun before it: "Goals of the customer". */
static unsigned head_end(const words *w)
{
    static const char *const prepositions[] = {
        "of",    "for",  "in",     "during",   "by",          "with",   "to",
        "from",  "at",   "per",    "on",       "about",       "across", "throughout",
        "taken", "used", "needed", "involved", "experienced", "des",    "der",
        "von",   "im",   "fur",    "mit",      "bei",         "pro",    "zu",
        "zum",   "zur",  NULL
    };
    unsigned i;

    for (i = 1; i < w->n; i++)
        if (one_of(w->word[i], prepositions))
            return i;
    return w->n;
}

static unsigned head_start(const words *w)
{
    static const char *const modifiers[] = {
        "key",        "main",       "major",    "top", "big",        "overall",
        "current",    "future",     "expected", "the", "principale", "principal",
        "principaux", "principais", "le",       "la",  "lo",         "el",
        "o",          "a",          "os",       "as",  "les",        "los",
        "ключевые",   "основные",   "главные",  NULL
    };
    unsigned i = 0;

    while (i + 1 < w->n && one_of(w->word[i], modifiers))
        i++;
    return i;
}

static bool own_words(const words *w, unsigned end)
{
    static const char *const own[] = { "our",     "internal", "company", "business",
                                       "vendor",  "provider", "unsere",  "nos",
                                       "nuestra", "nossa",    NULL };
    unsigned i;

    for (i = 0; i < end; i++)
        if (one_of(w->word[i], own))
            return true;
    return false;
}

/* Words i to j (exclusive) as one term; only the languages whose grammar allows that place. */
static bool term(const words *w, unsigned i, unsigned j, unsigned langs, cj_sense *out)
{
    cj_str all = { w->word[i].p,
                   (size_t)(w->word[j - 1].p + w->word[j - 1].n - w->word[i].p) };
    size_t n, k, kept = 0;
    const cj_label *l = cj_labels_find_words(CJ_FAM_ELEM, all, &n);

    for (k = 0; k < n; k++) {
        if (!(langs >> l[k].lang & 1))
            continue;
        cj_sense_add(out, &l[k], 1);
        kept++;
    }
    if (kept)
        out->reading = CJ_READ_CONTAINED;
    return kept > 0;
}

/* German joins: "Hauptherausforderungen". The longest ending counts. */
static bool compound(cj_str word, cj_sense *out)
{
    cj_endings e = { CJ_FAM_ELEM, word, true, word.n, 0 };
    const cj_label *l, *longest = NULL;
    size_t n;

    while ((l = cj_labels_ending(&e, &n)) != NULL && e.at >= 3)
        if (l->lang == CJ_IN_DE && e.at + MIN_COMPOUND <= word.n)
            longest = l;
    if (!longest)
        return false;
    cj_sense_add(out, longest, 1);
    out->reading = CJ_READ_CONTAINED;
    return true;
}

static bool at_head(const words *w, cj_sense *out)
{
    unsigned end = head_end(w), start = head_start(w), i, j;

    for (i = 0; i < w->n; i++)
        if (term(w, i, w->n, HEAD_LAST, out))
            return !own_words(w, i) || ours(out);
    for (i = 0; i < end; i++)
        if (term(w, i, end, HEAD_LAST, out))
            return !own_words(w, i) || ours(out);
    for (j = w->n; j > start; j--)
        if (term(w, start, j, HEAD_FIRST, out))
            return true;
    return compound(w->word[end - 1], out);
}

/* "A and B": where both are known the first one counts; thoughts and emotions are mind. */
static bool joined_by_and(const words *w, cj_sense *out)
{
    static const char *const ands[] = { "and", "und", "et", "y", "e", "и", NULL };
    cj_sense second = { .n = 0 };
    words part[2];
    unsigned i;

    for (i = 1; i + 1 < w->n && !one_of(w->word[i], ands); i++)
        ;
    if (i + 1 >= w->n)
        return false;
    part[0].n = i;
    memcpy(part[0].word, w->word, sizeof(cj_str) * i);
    part[1].n = w->n - i - 1;
    memcpy(part[1].word, w->word + i + 1, sizeof(cj_str) * part[1].n);
    if (!at_head(&part[0], out)) {
        *out = (cj_sense){ .n = 0, .label = out->label };
        return at_head(&part[1], out);
    }
    if (at_head(&part[1], &second) &&
        ((out->elem[0] == CJ_THOUGHT && second.elem[0] == CJ_EMOTION) ||
         (out->elem[0] == CJ_EMOTION && second.elem[0] == CJ_THOUGHT)))
        out->elem[0] = CJ_MIND;
    return true;
}

static bool parted(cj_arena *arena, cj_str label, words *w)
{
    cj_str rest = cj_label_words(arena, label), word, all = cj_label_joined(arena, rest);

    w->n = 0;
    if (!rest.n)
        return false;
    while (cj_str_split(&rest, ' ', &word)) {
        if (w->n == MAX_WORDS)
            return false;
        w->word[w->n++] = cj_str_cut(all, 0, word.n);
        all = cj_str_from(all, word.n);
    }
    return w->n > 0;
}

static bool in_label(cj_arena *arena, cj_str label, cj_sense *out)
{
    cj_str key = cj_label_key(arena, label);
    words w;

    if (cj_label_cjk(label) && in_cjk(key, out))
        return true;
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM, .label = out->label };
    if (label.n > MAX_CJK_BYTES || !parted(arena, label, &w))
        return false;
    if (cj_labels_id(CJ_FAM_DEPT, key) >= 0)
        return false;
    return joined_by_and(&w, out) || at_head(&w, out);
}

/* "Squad notes" are not the notes of the map: they are a row of the team's own. */
bool cj_sense_contained(cj_arena *arena, cj_str label, cj_sense *out)
{
    cj_str said = out->label;

    if (in_label(arena, label, out) && out->elem[0] != CJ_NOTE)
        return true;
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM, .label = said };
    return false;
}
