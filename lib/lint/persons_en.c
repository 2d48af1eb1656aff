/* persons_en.c - names in Latin letters: Dana Wells; HR manager Joan; Dana and Luis. */
#include "lint/persons.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/labels.h"
#include "map/lexicon.h"
#include "map/normal.h"

enum { MOST = 200 };

typedef enum sort { PLAIN, NAME, ROLE, JOINT, OF } sort;

/* A word of the text, and what it may be. */
typedef struct word {
    cj_str text;
    sort sort;
    bool stops;  /* a comma, a bracket, the end … stands behind it */
    bool breaks; /* a line break or a semicolon does: another entry follows */
} word;

typedef struct words {
    cj_arena *arena;
    word word[MOST];
    size_t n;
} words;

static bool capital(cj_arena *arena, cj_str text)
{
    cj_str rest = text, first;
    uint32_t cp = cj_utf8_next(&rest);

    first = cj_str_cut(text, 0, text.n - rest.n);
    return cj_utf8_script(cp) == CJ_SCRIPT_LATIN &&
           !cj_str_eq(first, cj_utf8_fold(arena, first));
}

/* SMB, CFO, IT; not the SMITH of a family name in capitals */
static bool abbreviation(cj_arena *arena, cj_str text)
{
    cj_str rest = text;
    bool all = true;

    while (rest.n && all) {
        cj_str from = rest;

        cj_utf8_next(&rest);
        all = capital(arena, cj_str_cut(from, 0, from.n - rest.n));
    }
    return all && text.n > 1 && text.n < 4;
}

static bool listed(cj_str folded, const cj_str *list, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_eq(folded, list[i]))
            return true;
    return false;
}
#define LISTED(s, list) listed((s), (list), sizeof(list) / sizeof *(list))

/* managers: a segment */
static bool many_of_a_role(cj_str folded)
{
    return cj_str_ends(folded, CJ_STR("s")) &&
           cj_lexicon_is(CJ_LEX_ROLE, cj_str_cut(folded, 0, folded.n - 1));
}

static sort sort_of(cj_arena *arena, cj_str text)
{
    static const cj_str joints[] = { CJ_LIT("and"), CJ_LIT("&"),  CJ_LIT("+"),
                                     CJ_LIT("und"), CJ_LIT("et"), CJ_LIT("y") };
    static const cj_str of[] = { CJ_LIT("of"),  CJ_LIT("at"),   CJ_LIT("in"),
                                 CJ_LIT("for"), CJ_LIT("from"), CJ_LIT("with"),
                                 CJ_LIT("by"),  CJ_LIT("to"),   CJ_LIT("using") };
    cj_str folded = cj_utf8_fold(arena, text);

    if (LISTED(folded, joints))
        return JOINT;
    if (LISTED(folded, of))
        return OF;
    if (cj_lexicon_is(CJ_LEX_ROLE, folded))
        return ROLE;
    if (!capital(arena, text) || abbreviation(arena, text) || many_of_a_role(folded) ||
        cj_lexicon_is(CJ_LEX_NOT_NAME, folded) ||
        cj_labels_id(CJ_FAM_DEPT, cj_label_key(arena, text)) >= 0)
        return PLAIN;
    return NAME;
}

static bool belongs(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_LATIN || cp == '\'' || cp == 0x2019 ||
           cp == '-' || cp == '&' || cp == '+' || (cp >= 0x300 && cp < 0x370);
}

static void note_gap(words *w, uint32_t cp)
{
    word *last = w->n ? &w->word[w->n - 1] : NULL;

    if (!last || cj_utf8_space(cp)) {
        if (last && cp == '\n')
            last->stops = last->breaks = true;
        return;
    }
    last->stops = last->stops || cp != '.' || last->text.n > 1; /* not behind J. */
    last->breaks = last->breaks || cp == ';' || cp == '|';
}

static void read_words(words *w, cj_str text)
{
    cj_str rest = text;

    while (rest.n && w->n < MOST) {
        cj_str from = rest;
        uint32_t cp = cj_utf8_next(&rest);

        if (!belongs(cp)) {
            note_gap(w, cp);
            continue;
        }
        for (; rest.n; cj_utf8_next(&rest)) {
            cj_str peek = rest;

            if (!belongs(cj_utf8_next(&peek)))
                break;
        }
        from.n -= rest.n;
        w->word[w->n++] = (word){ from, sort_of(w->arena, from), false, false };
    }
    if (w->n)
        w->word[w->n - 1].stops = w->word[w->n - 1].breaks = true;
}

/* How many words from i on are one name. */
static size_t run_at(const words *w, size_t i)
{
    size_t n = 0;

    while (i + n < w->n && w->word[i + n].sort == NAME) {
        n++;
        if (w->word[i + n - 1].stops)
            break;
    }
    return n;
}

static cj_str run_text(const words *w, size_t i, size_t n)
{
    const char *end = w->word[i + n - 1].text.p + w->word[i + n - 1].text.n;

    return (cj_str){ w->word[i].text.p, (size_t)(end - w->word[i].text.p) };
}

/* Mary the controller, Mary is …, Mary works … */
static bool presents(const words *w, size_t i)
{
    static const cj_str verbs[] = { CJ_LIT("the"), CJ_LIT("is"),    CJ_LIT("a"),
                                    CJ_LIT("an"),  CJ_LIT("who"),   CJ_LIT("works"),
                                    CJ_LIT("has"), CJ_LIT("wants"), CJ_LIT("aged") };

    return i < w->n && LISTED(w->word[i].text, verbs);
}

/* One capital letter is not much: HR manager Joan, Sarah (38), Sarah, marketing manager. */
static bool is_name(const words *w, size_t i, size_t n)
{
    bool starts = !i || w->word[i - 1].stops;
    sort before = starts ? PLAIN : w->word[i - 1].sort;

    if (!n || before == OF)
        return false;
    return n > 1 || before == ROLE || (starts && (w->word[i].stops || presents(w, i + 1)));
}

/* Dana and Luis; not Procurement and Facilities manager, nor Smith and Sons behind "at". */
static bool joined(const words *w, size_t left, size_t joint, size_t *right)
{
    size_t i = joint + 1, n;
    sort before = left && !w->word[left - 1].stops ? w->word[left - 1].sort : PLAIN;

    while (i < w->n && (w->word[i].sort == ROLE || w->word[i].sort == PLAIN) &&
           !w->word[i].stops)
        i++;
    n = run_at(w, i);
    *right = i;
    if (!n || before == OF)
        return false;
    i += n;
    return w->word[i - 1].stops || (w->word[i].sort != ROLE && w->word[i].sort != NAME &&
                                    !capital(w->arena, w->word[i].text));
}

/* The entry (line, or what a semicolon ends) from i on: its end; whether somebody's role is told. */
static size_t entry_at(const words *w, size_t i, bool *role, bool *beside)
{
    cj_str hit;

    *role = *beside = false;
    for (; i < w->n; i++) {
        *role = *role || w->word[i].sort == ROLE;
        *beside = *beside || cj_lexicon_find(CJ_LEX_RELATION,
                                             cj_utf8_fold(w->arena, w->word[i].text), &hit);
        if (w->word[i].breaks)
            return i + 1;
    }
    return i;
}

static void names_in_entry(const words *w, size_t from, size_t to, cj_names *names)
{
    bool found = false;
    size_t i, n, right;

    for (i = from; i < to; i += n ? n : 1) {
        n = run_at(w, i);
        if (n && !found && is_name(w, i, n)) {
            cj_names_add(names, run_text(w, i, n));
            found = true;
        }
        if (n && i + n < to && w->word[i + n].sort == JOINT &&
            joined(w, i, i + n, &right)) {
            cj_names_add(names, run_text(w, i, n));
            cj_names_add(names, run_text(w, right, run_at(w, right)));
            found = true;
        }
    }
}

void cj_names_en(cj_names *names, cj_str text)
{
    words *w = CJ_NEW(names->arena, words);
    size_t from = 0, to;
    bool role, beside;

    w->arena = names->arena;
    read_words(w, text);
    for (; from < w->n; from = to) {
        to = entry_at(w, from, &role, &beside);
        if (!names->n || (role && !beside))
            names_in_entry(w, from, to, names);
    }
}
