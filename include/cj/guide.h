/* cj/guide.h - what our templates say to the people who fill them: notes, hints, lists, a guide. */
#ifndef CJ_GUIDE_H
#define CJ_GUIDE_H

#include <cj/book.h>
#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Notes and hints are at most 255 UTF-16 units in each language, what Excel shows beside a chosen
 * cell; their title is the label they belong to. Both texts are empty where we have nothing to say. */
enum { CJ_HINT_TITLE = 32, CJ_HINT_TEXT = 255 };

/* What belongs in a row of the grid, with an example; CJ_CUSTOM: nothing. */
cj_text cj_elem_note(cj_elem elem);
cj_text cj_meta_hint(cj_meta_id id);
/* By the field's name as in cj_record.field ("role") and cj_column.field ("summary"). */
cj_text cj_persona_hint(const char *field);
cj_text cj_column_hint(cj_section_kind kind, const char *field);

/* Lists to choose from. */
typedef enum cj_list {
    CJ_LIST_NONE,
    CJ_LIST_EVTYPE,
    CJ_LIST_STATUS,
    CJ_LIST_DIRECTION,
    CJ_LIST_HISTORY, /* kinds of entries in the history */
    CJ_LIST_PRIORITY,
    CJ_LIST_DECISION, /* what becomes of an action at the review */
    CJ_LIST_FREQUENCY,
    CJ_LIST_MATURITY,
    CJ_LIST_PHASE, /* the phases of the map: no words of ours */
    CJ_LIST_OWNER, /* its departments: no words of ours */
    CJ_N_LISTS
} cj_list;

/* In the order in which they are shown; CJ_N_LISTS is no list. */
size_t cj_list_count(cj_list list);
cj_text cj_list_word(cj_list list, size_t i);
/* The list that a field is chosen from; NONE: it is written freely. */
cj_list cj_meta_list(cj_meta_id id);
cj_list cj_column_list(cj_section_kind kind, const char *field);

/* A line of the Guide sheet. Its role is CJ_ROLE_TITLE, HEADING, STEP, TEXT or SAMPLE. */
typedef struct cj_guide_line {
    cj_role role;
    cj_text text;
} cj_guide_line;

/* The whole sheet, from the top; no line is empty. */
const cj_guide_line *cj_guide_lines(size_t *n);

#ifdef __cplusplus
}
#endif
#endif
