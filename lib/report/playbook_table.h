/* playbook_table.h - a table of actions of a support plan. */
#ifndef CJ_REPORT_PLAYBOOK_TABLE_H
#define CJ_REPORT_PLAYBOOK_TABLE_H

#include "report/playbook.h"

typedef enum cj_play_column {
    CJ_PLAY_ID,
    CJ_PLAY_PHASE,
    CJ_PLAY_WHEN,
    CJ_PLAY_DUE,
    CJ_PLAY_WHO,
    CJ_PLAY_WITH, /* the owners but the one whose table it is */
    CJ_PLAY_WHAT,
    CJ_PLAY_PAIN,
    CJ_PLAY_KPI,
    CJ_PLAY_MEANS,
    CJ_PLAY_STATUS,
    CJ_PLAY_CELL,
    CJ_PLAY_COLUMNS
} cj_play_column;

typedef struct cj_plays {
    const cj_play **play;
    size_t n;
    size_t owner; /* whose table it is; CJ_NONE: nobody's */
} cj_plays;

cj_str cj_play_text(const cj_playbook *p, const cj_play *play, cj_play_column column,
                    size_t owner);
/* Columns in which no action says anything are left out, but when, who, what and where. */
void cj_play_table(const cj_playbook *p, const cj_plays *list, const cj_play_column *column,
                   size_t n_columns);

#endif
