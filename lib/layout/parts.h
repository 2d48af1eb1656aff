/* parts.h - the parts of the standard book, each written by a file of its own. */
#ifndef CJ_LAYOUT_PARTS_H
#define CJ_LAYOUT_PARTS_H

#include "layout/words.h"
#include <cj/guide.h>

/* Where the parts of the map that is being written have gone. */
typedef struct cj_places {
    unsigned meta_row[CJ_N_META]; /* label in column 1, value in 2; 0: none */
    cj_range heads;               /* the headers of the phases */
    unsigned last_col;            /* of the grid */
} cj_places;

void cj_lay_head(cj_pen *p, cj_places *at);
void cj_lay_grid(cj_pen *p, cj_places *at);

/* All sections of that kind that the map (one of several: only those of its own sheet, or only those of
 * others) has, as one table in the standard columns. */
typedef struct cj_tables_of {
    const cj_map *map;
    bool own, shared; /* sections on the map's sheet; on other sheets */
} cj_tables_of;

void cj_lay_table(cj_pen *p, const cj_tables_of *of, cj_section_kind kind);
bool cj_has_table(const cj_tables_of *of, cj_section_kind kind);

/* ---- unknown.c ---- */
void cj_lay_unknown(cj_pen *p, const cj_map *map);
/* How a line begins: its first text that says something, and how many there are. */
typedef struct cj_beginning {
    cj_str first;
    unsigned col;
    size_t filled;
} cj_beginning;
void cj_beginning_add(cj_beginning *b, cj_str text, unsigned col);
/* Written below a grid, the line would be read as the title of a table. */
bool cj_like_title(const cj_pen *p, const cj_beginning *b);
bool cj_record_like_title(const cj_pen *p, const cj_record *r,
                          size_t n); /* n fields from column 1 */

/* ---- choices.c ---- */
/* The drop-down list of that name (none: only the hint) over a range. */
void cj_lay_choice(cj_pen *p, cj_list list, cj_range at, cj_str title, cj_str hint);

/* ---- owners.c ---- */
/* The departments that are asked for, or listed and named by the map; else the usual ones. */
const cj_str *cj_owner_words(const cj_pen *p, size_t *n);
/* Where they will be listed on the Guide sheet: for a choice, until that is written. */
#define CJ_OWNER_LIST CJ_STR("owners")
cj_str cj_owner_list(cj_pen *p, const cj_str *word, size_t n);
void cj_lay_owner_list(cj_pen *p);
bool cj_owner_list_cell(const cj_sheet *guide, const cj_book_cell *c); /* of that list */

/* Sheets that no map reads, as they are. */
void cj_lay_sheets(cj_pen *p, const cj_maps *maps);
/* Where the metadata went. */
void cj_lay_moves(cj_pen *p, const cj_places *at);
/* After all sheets are sealed: texts, comments and links that have no place elsewhere. */
void cj_lay_notes(cj_pen *p, const cj_maps *maps);
void cj_lay_evidence_links(cj_pen *p, const cj_maps *maps);

/* ---- hints.c ---- */
/* What is shown beside a chosen cell of that column; may be empty. */
cj_str cj_words_hint(const cj_pen *p, cj_section_kind kind, const char *field);
cj_str cj_words_meta_hint(const cj_pen *p, cj_meta_id id);
/* The comment on the label of a row: what belongs there, with an example; may be empty. */
cj_str cj_words_note(const cj_pen *p, cj_elem elem);
/* A comment without the example that we put there ourselves; empty: it was nothing else. */
cj_str cj_guide_note_off(cj_str note);
void cj_lay_guide(cj_pen *p);
bool cj_guide_is(const cj_sheet *sheet); /* a Guide of ours */

#endif
