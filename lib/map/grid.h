/* grid.h - one table of a sheet taken for the grid of a map: its labels, headers and evidence. */
#ifndef CJ_MAP_GRID_H
#define CJ_MAP_GRID_H

#include "map/window.h"

/* A line of the element axis that has a label. In the view's axes: i along the elements. */
typedef struct cj_grid_row {
    unsigned i;
    unsigned label; /* the j of its label: the label line, or left of it */
    unsigned last;  /* the last line that continues it */
    bool data;      /* something stands beside it */
    unsigned sub;   /* the j of the labels that its lines have of their own; 0: none */
    bool marks;     /* its lines hold marks (X, ○) beside those labels */
    bool nameless; /* it has no label: departments with marks, a period under the headers */
    unsigned group, group_j; /* where a heading over it stands; 0: none */
} cj_grid_row;

typedef struct cj_grid_head {
    unsigned i, j; /* the header; i differs where one is merged over two levels */
    unsigned last; /* the last line of its span */
    bool assumed;  /* a span without a merged area, with something in it */
} cj_grid_head;

/* A line of the block of headers. */
typedef enum cj_level_role {
    CJ_LEVEL_PHASE,
    CJ_LEVEL_GROUP, /* above the phases */
    CJ_LEVEL_STEP,  /* below them */
    CJ_LEVEL_PERIOD,
    CJ_LEVEL_DEFINITION,
    CJ_LEVEL_NUMBER, /* 1, 2, 3 */
    CJ_LEVEL_ROW     /* a row of the map that stands among the headers */
} cj_level_role;

typedef struct cj_grid_level {
    unsigned i;
    cj_level_role role;
} cj_grid_level;

enum { CJ_GRID_LEVELS = 8 };

/* The evidence (model 4.3). */
typedef struct cj_grid_evidence {
    double elements, phases, against;
    unsigned distinct; /* elements */
    unsigned core;     /* elements of the core, thoughts and emotions as one */
    unsigned customer; /* those that only speak of customers */
    unsigned known,
        plain; /* headers that are phases; that plans of other kinds never use */
    unsigned numbered;
    unsigned foreign; /* labels of other kinds of sheet */
    unsigned names;   /* different headers */
    bool feelings;    /* thoughts or emotions are among them: no other table has those */
    bool figures;     /* most headers are months, dates, figures */
    bool phase_word;  /* Stage, フェーズ … in the corner */
} cj_grid_evidence;

typedef struct cj_grid {
    cj_view view;
    unsigned line, head; /* j of the labels, i of the headers */
    unsigned last;       /* the last line that belongs to it */
    /* what cj_grid_settle adds; 0 before */
    unsigned guide; /* the j of guidance beside the labels: 記入のポイント */
    unsigned outer; /* the j of labels that stand left of `line`, where most of them do */
    unsigned left;  /* the first j of the table: group labels, numbers */
    unsigned top;   /* the first line of the headers */
    unsigned body;  /* the first line behind them */
    cj_grid_level level[CJ_GRID_LEVELS];
    unsigned n_levels;
    cj_grid_row *row;
    cj_labelled *label; /* the reading of each row */
    unsigned n_rows, cap_rows;
    cj_grid_head *phase;
    unsigned n_phases, cap_phases;
    /* phases down that are told again, line after line (cj_grid_list) */
    bool list;
    unsigned persona; /* the i of the column of personas; 0: none */
    unsigned lines;   /* how many lines name a phase */
    unsigned stop;    /* the last line */
    bool log;         /* dates or numbers of records stand beside them */
    cj_grid_evidence evidence;
} cj_grid;

/* No map has more rows; a list of words has. */
enum { CJ_GRID_ROWS = 150 };
/* Nor has any more phases. */
enum { CJ_LIST_PHASES = 60 };

/* The evidence that makes a map, and that is enough where the user insists (model 4.3). */
#define CJ_ENOUGH 3.0
#define CJ_NEARLY 2.0
#define CJ_PHASE_POINTS 2.0 /* headers count for no more */

/* Why a table is no map after all; ordered by how near it came. */
typedef enum cj_refusal {
    CJ_REFUSED_FAR,
    CJ_REFUSED_CORE,
    CJ_REFUSED_PHASES,
    CJ_REFUSED_CUSTOMER,
    CJ_REFUSED_LOG,
    CJ_REFUSED_LITTLE,
    CJ_REFUSED_FOREIGN,
    CJ_NOT_REFUSED
} cj_refusal;

/* Reads the table whose labels stand in line j `line` under the headers in line i `head`. */
void cj_grid_rows(cj_grid *g);
void cj_grid_heads(cj_grid *g);
void cj_grid_list(cj_grid *g);
void cj_grid_score(cj_grid *g);
/* Phases that only customers have, and most of what belongs to a map. */
bool cj_grid_sure(const cj_grid *g);
void cj_grid_score_labels(cj_grid *g); /* what the rows alone are worth */
cj_refusal cj_grid_judge(const cj_grid *g, bool insisted);
double cj_grid_total(const cj_grid *g);
cj_str cj_grid_label(const cj_view *v, unsigned line, unsigned i, unsigned *at);
bool cj_grid_footnote(cj_str text);

/* What only the grid that was chosen is worth: its levels of headers, its columns of labels, the
 * bands that are one element. Rows and headers are read again where that changes them. */
void cj_grid_settle(cj_grid *g);
void cj_grid_levels(cj_grid *g);
void cj_grid_columns(cj_grid *g);
/* A header over labels of the lines inside bands, not over a phase: 小項目, Role. */
bool cj_grid_sub_header(const cj_grid *g, unsigned j);
/* How much a line of headers looks like the names of phases, one by one. */
typedef struct cj_names {
    unsigned n;
    double known; /* 0 to 1 */
    bool repeats, parts;
    bool counted;  /* 1., 2., 3. */
    bool nameless; /* STEP1, STEP2 and nothing else */
} cj_names;

cj_names cj_grid_names(const cj_grid *g);
/* The same grid under another line of headers. */
cj_grid cj_grid_headed_by(const cj_grid *g, unsigned i);
/* Takes the best of the lines that name something (CJ_LEVEL_PHASE) for the phases. */
void cj_grid_choose_phases(cj_grid *g);
/* Whether phases that come again only divide those on a level above. */
bool cj_grid_divided(const cj_grid *g);
void cj_grid_bands(cj_grid *g);
/* The i of the group label in line j that speaks for line i; 0: none. */
unsigned cj_grid_outer(const cj_grid *g, unsigned i, unsigned j);
/* "1", "①", "No. 3": a number and nothing else. */
bool cj_grid_numeral(const cj_view *v, unsigned i, unsigned j);

/* A mark in a matrix: X, ○, ✓ say yes; "-", ✗ say no; × is a yes where no circle is. */
typedef enum cj_mark { CJ_MARK_NONE, CJ_MARK_YES, CJ_MARK_CROSS, CJ_MARK_NO } cj_mark;
cj_mark cj_mark_of(cj_str text);
/* Whether the lines hold marks and nothing else; *cross: a × says yes, *kinds: more than one yes. */
bool cj_grid_marks(const cj_grid *g, unsigned from, unsigned to, bool *cross, bool *kinds);

/* What the search of one sheet brings. */
typedef struct cj_found {
    bool map;
    bool down;
    unsigned line, head;
    double total, phases; /* evidence: in all, and of the phases */
    cj_refusal why;       /* of the nearest table where there is no map */
    bool headless;        /* element labels with data, but nothing above them */
    unsigned row, col;    /* where the nearest table, or the headless labels, begin */
    cj_str labels;        /* the labels found there, for the message */
} cj_found;

void cj_grid_find(cj_window *w, cj_orient orient, bool insisted, cj_found *out);
/* The same grid again, in w's arena. */
cj_grid *cj_grid_at(cj_window *w, bool down, unsigned line, unsigned head);

#endif
