/* labels.h - the vocabulary of labels in all languages, compiled in from labels.tsv. */
#ifndef CJ_MAP_LABELS_H
#define CJ_MAP_LABELS_H

#include <cj/map.h>
#include <stdint.h>

/* What the id of a row in labels.tsv begins with. */
typedef enum cj_family {
    CJ_FAM_ELEM,  /* id is a cj_elem */
    CJ_FAM_AXIS,  /* id is a cj_axis */
    CJ_FAM_PHASE, /* id is a cj_phase_id */
    CJ_FAM_META,  /* id is a cj_meta_id */
    CJ_FAM_SHEET, /* id is a cj_section_kind */
    CJ_FAM_WORD,  /* id is a cj_label_role */
    CJ_FAM_PERSONA,
    CJ_FAM_PERCOL,
    CJ_FAM_PHACOL,
    CJ_FAM_EVCOL,
    CJ_FAM_KPICOL,
    CJ_FAM_ACTCOL,
    CJ_FAM_HISCOL,
    CJ_FAM_CONCOL,
    CJ_FAM_LOGCOL,
    CJ_FAM_DEPT,
    CJ_FAM_EVTYPE,
    CJ_FAM_STATUS,
    CJ_FAM_LONGCOL, /* columns that only a list with one item a line has */
    CJ_FAM_OTHER,   /* labels of other kinds of sheet */
    CJ_N_FAMILIES
} cj_family;

typedef enum cj_axis { CJ_AXIS_PHASE, CJ_AXIS_ELEMENT, CJ_AXIS_NONE } cj_axis;

/* What a word does in a label that holds more than a term of the vocabulary. */
typedef enum cj_label_role {
    CJ_WORD_MODIFIER, /* key, 主な: says nothing about what the row holds */
    CJ_WORD_CUSTOMER, /* user, お客様: whose it is */
    CJ_WORD_OURS,     /* our, 自社: whose it is */
    CJ_WORD_OF,       /* of, during: what follows only narrows the noun before it */
    CJ_WORD_AND,      /* and, と: stands between two terms */
    CJ_WORD_TAIL,     /* list, 一覧: an ending that says nothing */
    CJ_WORD_OTHERS, /* system, advisor, システム: whose it is, neither the customer's nor ours */
    CJ_WORD_FOREIGN, /* number, URL, 単価: a word of other sheets; no term beside it counts */
    CJ_WORD_ALONE /* Source, 期間: a term that is on many sheets; beside words that nobody
                       * knows it means something else (Source file, 集計期間) */
} cj_label_role;

typedef enum cj_label_lang {
    CJ_IN_JA,
    CJ_IN_EN,
    CJ_IN_ZH,
    CJ_IN_ZH_HANT,
    CJ_IN_KO,
    CJ_IN_DE,
    CJ_IN_FR,
    CJ_IN_ES,
    CJ_IN_PT,
    CJ_IN_RU,
    CJ_N_LABEL_LANGS
} cj_label_lang;

typedef enum cj_label_kind { CJ_CANONICAL, CJ_SYNONYM, CJ_AMBIGUOUS } cj_label_kind;

/* One label in one language. 8 bytes; `at` and `n` are where its key stands in the table's text. */
typedef struct cj_label {
    uint32_t at;
    uint8_t n, id, lang, kind;
} cj_label;

/* All labels with that key (cj_label_key), side by side; NULL and *n = 0 where there is none. */
const cj_label *cj_labels_find(cj_family family, cj_str key, size_t *n);
/* The same by words without spaces (cj_label_joined of cj_label_words). */
const cj_label *cj_labels_find_words(cj_family family, cj_str joined, size_t *n);
/* All terms that a text ends with, the shortest first: one step back in the text for each. */
typedef struct cj_endings {
    cj_family family;
    cj_str text;
    bool words;    /* as cj_labels_find_words */
    size_t at;     /* where the newest term begins; text.n to start with */
    uint32_t hash; /* the library's own; 0 to start with */
} cj_endings;
/* The labels of the next longer term; NULL and *n = 0 where there is none. */
const cj_label *cj_labels_ending(cj_endings *e, size_t *n);
/* The longest term that a text begins with, of two characters or more and at most about `most`
 * bytes: its bytes, 0 where there is none. *id is that of its first label. */
size_t cj_labels_beginning(cj_family family, cj_str text, size_t most, int *id);
/* The id of the first label with that key, or -1. */
int cj_labels_id(cj_family family, cj_str key);

/* The axis (cj_axis) that a text in the corner names, also inside a longer one; -1: none. */
int cj_axis_of(cj_arena *arena, cj_str text);

/* All labels of a family, sorted by their keys; and the key of one of them. */
const cj_label *cj_labels_all(cj_family family, size_t *n);
cj_str cj_label_text(const cj_label *label);

const char *cj_labels_name(cj_family family,
                           unsigned id); /* "goal", "type"; NULL past the end */
/* The label that templates write; the English one where the language has none; NULL: none. */
const char *cj_labels_canonical(cj_family family, unsigned id, cj_lang lang);

#endif
