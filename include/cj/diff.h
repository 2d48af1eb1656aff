/* cj/diff.h - what changed between two maps, in the map's own terms. */
#ifndef CJ_DIFF_H
#define CJ_DIFF_H

#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Index of a pair's sides: map[CJ_OLD], text[CJ_NEW] … */
enum { CJ_OLD, CJ_NEW };

/* What a change is about. */
typedef enum cj_subject {
    CJ_ON_META,    /* a field of the metadata: `meta` */
    CJ_ON_PERSONA, /* a field of the Persona section: `field` or `name` */
    CJ_ON_PHASE,   /* a phase itself */
    CJ_ON_ELEMENT, /* a row itself */
    CJ_ON_CELL,    /* a statement: the whole cell of an element in a phase */
    CJ_ON_ITEM,    /* one item of a list in such a cell */
    CJ_ON_RECORD,  /* a line of a table: evidence, KPI, action, history … */
    CJ_ON_FIELD,   /* one field of a line that both have */
    CJ_ON_NOTE,    /* the comment on a cell of the map */
    CJ_ON_OUTSIDE, /* a text that belongs to no part of the map */
    CJ_N_SUBJECTS
} cj_subject;

/* "item" */
const char *cj_subject_name(cj_subject on);

typedef enum cj_change_kind {
    CJ_REMOVED,
    CJ_CHANGED, /* another text */
    CJ_RENAMED, /* of phases, rows and evidence: the same thing under another name or number */
    CJ_MOVED, /* of phases and rows: to another place among the others, alone or as a block; of items:
                 * into another phase or row */
    CJ_SUPPORT, /* the same text rests on something else: references, assumption, source */
    CJ_ADDED,
    CJ_WORDING, /* equal once width, composition, line ends, bullets, spaces, case, brackets and full
                 * stops are off; also another order of items, a label or a date written another way */
    CJ_N_CHANGES
} cj_change_kind;

/* "renamed" */
const char *cj_change_name(cj_change_kind kind);

/* A figure of a text that became another one: 80% and 90%. */
typedef struct cj_figure_change {
    cj_str text[2];
} cj_figure_change;

/* One change. Sides that it does not have (CJ_OLD of what was added) are -1, NULL, empty, row 0. */
typedef struct cj_change {
    cj_subject on;
    cj_change_kind kind;
    cj_str text
        [2]; /* before and after: items without bullet; of phases and rows the name; of a record
                     * what it says in short */
    cj_span at[2];
    int phase[2],
        element[2]; /* indices into that side's lists; records: the phase they name */
    cj_elem elem; /* set even where the row is missing (a phase's period); else CJ_CUSTOM */
    int item[2];  /* index in that side's cell */
    unsigned
        of; /* how many phases or rows, one after the other from phase[] or element[] on,
                  * moved together; else 1 */
    int kin; /* a phase that was added: the old phase that it was split off; one that was removed: the
              * new phase that took it in; else -1 */
    int with; /* index of the change that this one is a part of (the items of a phase that was split
               * off), which is counted and not this; -1: none */

    const cj_item *said[2]; /* of items, with their own support */
    cj_ref_list gained,
        lost; /* references, by their numbers in the new and in the old map; what was only
                               * renumbered is neither */
    bool assumed[2];          /* marked as an assumption */
    cj_figure_change *figure; /* where text became another text */
    size_t n_figures;

    cj_meta_id meta;
    cj_section_kind section; /* of records, fields, persona */
    const cj_section *table[2];
    const cj_record *record[2];
    const cj_column *column[2];
    const char *
        field; /* its name ("target"); of phases and rows "group", "steps", "guidance" where
                        * that changed and not the name; NULL: a column of the team's own */
    cj_str
        name; /* what the field or the record is called: its label; E5, a KPI's name, A3 */
} cj_change;

/* What changed from map[CJ_OLD] to map[CJ_NEW]. */
typedef struct cj_diff {
    const cj_map *map[2];
    /* In the order in which people read: metadata, persona; phases, rows; cells by phase (removed ones where
     * they stood), then row, in a cell removed, changed, added; tables; texts outside. */
    cj_change *change;
    size_t n, cap;
    size_t count[CJ_N_SUBJECTS][CJ_N_CHANGES]; /* of those without `with` */
    int *phase_of
        [2]; /* phase_of[CJ_OLD][i]: the new phase that the old phase i is; -1: none */
    int *element_of[2];
} cj_diff;

/* Pairs by meaning and says what differs. An item, phase or row that was added or removed as a whole is one
 * change, and what stands in it is not told again. Items that are worded anew are paired from a likeness of
 * 0.6 (pairs of characters, Dice); phases and rows from half of their items. Order of the records of a
 * table, and of the sections and sheets, is no change. The Guide and the list of findings are not compared; comments
 * only where both formats have them. Deterministic. */
void cj_diff_maps(cj_arena *arena, const cj_map *old, const cj_map *now, cj_diff *out);
/* Changes but wording. 0: the maps say the same. */
size_t cj_diff_count(const cj_diff *diff);
/* Changes of that kind, whatever they are about. */
size_t cj_diff_count_of(const cj_diff *diff, cj_change_kind kind);

/* ---- workbooks with several maps ------------------------------------------------------------ */

typedef struct cj_diffs {
    cj_diff *
        diff; /* map[] of one side is NULL where the map has no partner: added or removed as a whole */
    size_t n;
} cj_diffs;

/* Pairs the maps of two books: by their map id, sheet name, persona, then likeness; in the order of
 * the new book, removed ones where they stood. A book with one map each: those two. */
void cj_diff_books(cj_arena *arena, const cj_maps *old, const cj_maps *now, cj_diffs *out);

/* ---- inside a text ----------------------------------------------------------------------------- */

typedef struct cj_word {
    cj_str text;
    bool differs; /* only on this side */
    bool figure;  /* a number with its unit sign: 80%, 1,200 */
} cj_word;

/* Both texts cut into what they share and what not. A run of one script is a word, and so is a figure;
 * what differs is not torn: neighbours of one kind are one piece. Together the pieces are the text. */
typedef struct cj_worded {
    cj_word *word;
    size_t n;
} cj_worded;

void cj_words_diff(cj_arena *arena, cj_str before, cj_str after, cj_worded out[2]);

#ifdef __cplusplus
}
#endif
#endif
