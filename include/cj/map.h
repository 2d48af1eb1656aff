/* cj/map.h - a journey map: what the cells of a book mean, and where each part stood. */
#ifndef CJ_MAP_H
#define CJ_MAP_H

#include <cj/book.h>
#include <cj/config.h>
#include <cj/date.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where a part came from: sheet is an index into book->sheets, row and col count from 1,
 * [from, to) are byte offsets in that cell's text; both 0: the whole cell. row 0: nowhere (the
 * whole map). */
typedef struct cj_span {
    unsigned sheet, row, col;
    unsigned from, to;
} cj_span;

/* ---- the vocabulary ------------------------------------------------------------------- */

typedef enum cj_elem {
    CJ_CUSTOM = 0, /* any other label; kept, judged only by text rules */
#define CJ_ELEMENT(name, id, kind, fact, need, merge) CJ_##name,
#include <cj/elements.def>
#undef CJ_ELEMENT
    CJ_N_ELEMS
} cj_elem;

typedef enum cj_elem_kind { CJ_ELEM_TEXT, CJ_ELEM_LIST } cj_elem_kind;
typedef enum cj_elem_fact { CJ_FACT_NO, CJ_FACT_YES, CJ_FACT_OP } cj_elem_fact;

/* "goal"; CJ_CUSTOM: "custom" */
const char *cj_elem_id(cj_elem elem);
/* the canonical label: 顧客のゴール */
const char *cj_elem_label(cj_elem elem, cj_lang lang);
cj_elem_kind cj_elem_kind_of(cj_elem elem);
cj_elem_fact cj_elem_fact_of(cj_elem elem);
/* one of the nine rows (goal … owner) */
bool cj_elem_core(cj_elem elem);

/* Canonical phases. A phase with another name has CJ_PHASE_OTHER. */
typedef enum cj_phase_id {
    CJ_PHASE_OTHER,
    CJ_PHASE_PRESALES,
    CJ_PHASE_ONBOARDING,
    CJ_PHASE_ADOPTION,
    CJ_PHASE_EXPANSION,
    CJ_PHASE_RENEWAL,
    CJ_PHASE_ADVOCACY,
    CJ_PHASE_OFFBOARDING,
    CJ_N_PHASES
} cj_phase_id;

/* "onboarding"; OTHER: "" */
const char *cj_phase_id_name(cj_phase_id id);

typedef enum cj_meta_id {
    CJ_META_TITLE,
    CJ_META_PURPOSE,
    CJ_META_MAP_GOAL,
    CJ_META_PRODUCT,
    CJ_META_PLAN,
    CJ_META_SEGMENT,
    CJ_META_PERSONA,
    CJ_META_SCOPE,
    CJ_META_VERSION,
    CJ_META_MATURITY,
    CJ_META_CREATED,
    CJ_META_UPDATED,
    CJ_META_LAST_REVIEW,
    CJ_META_NEXT_REVIEW,
    CJ_META_AUTHOR,
    CJ_META_CONTRIBUTORS,
    CJ_META_MAP_OWNER,
    CJ_META_APPROVER,
    CJ_META_NOTE,
    CJ_N_META
} cj_meta_id;

/* "purpose" */
const char *cj_meta_id_name(cj_meta_id id);
const char *cj_meta_label(cj_meta_id id,
                          cj_lang lang); /* the canonical label: バージョン */

/* ---- the grid --------------------------------------------------------------------------- */

/* Days after the contract: 契約後31〜120日 is 31 to 120, "Months 2-3" 31 to 90. */
typedef struct cj_period {
    bool has_from, has_to; /* neither: not readable as days */
    long from, to;         /* days, both included; a month has 30 */
} cj_period;

/* A step of a phase: a header on a level below it. */
typedef struct cj_step {
    cj_str name;
    cj_span at;
    unsigned first, last; /* as in cj_phase */
    unsigned level;       /* 1: right below the phase, 2: below that */
} cj_step;

typedef struct cj_phase {
    cj_str name; /* as written, trimmed: フェーズ1:導入期 */
    cj_str key;  /* for comparison: decoration off, folded: 導入期 */
    cj_phase_id id;
    unsigned order;       /* index in cj_map.phases */
    cj_span at;           /* the header cell */
    unsigned first, last; /* the columns (phases across) or rows (down) that it covers */
    bool nameless;        /* a number and nothing else: フェーズ1 */
    bool assumed;         /* spans several columns though no merged area says so (CJ108) */
    cj_str period_text;   /* from the header's brackets or the period row; may be empty */
    cj_period period;     /* what it says */
    cj_str definition, entry,
        exit; /* from rows of the grid or the Phases section; may be empty */
    cj_str
        group; /* the headers on the levels above it, joined by line breaks; may be empty */
    cj_step *steps; /* the headers on the levels below it, level by level */
    size_t n_steps, cap_steps;
} cj_phase;

/* Evidence reference [E5]: 5. */
typedef struct cj_ref_list {
    unsigned *id;
    size_t n, cap;
} cj_ref_list;

/* What a text says about its own support (RULES appendix A4, A5). */
typedef struct cj_support {
    cj_ref_list refs;   /* [E1], 【E1、E5】 … in order, each once */
    bool inline_source; /* 出典:, source:, n=8, (インタビュー …) */
    bool sample, named; /* of these: a number of people; a source or its kind */
    bool assumption;    /* 【仮説】, [assumption] … */
} cj_support;

typedef struct cj_item {
    cj_str text; /* bullet off, markers kept */
    cj_str bare; /* markers, owner bracket and timing label off: what is said */
    cj_support support;
    cj_str
        owner; /* 【CS】 or [Support] in front of a countermeasure; in a row of owners who it
                   * is: CS of CS（レシピ）; may be empty */
    cj_str
        timing; /* 契約後7日以内に, "within 7 days of contract": of a countermeasure; may be empty */
    cj_span at;
} cj_item;

/* One book cell that a map cell was read from (several where phases or rows were merged). */
typedef struct cj_part {
    cj_span at;
    cj_str text; /* as written; of a mark (○, X) the label that it marks */
    cj_str
        label; /* what stands beside this line under the element's own label (E-mail, CS);
                   * may be empty */
} cj_part;

typedef struct cj_cell {
    cj_elem elem;
    unsigned element, phase; /* indices into cj_map.elements and .phases */
    cj_str text;             /* parts joined by line breaks, trimmed */
    cj_span at; /* the first part; where there is none, the place it would have */
    cj_part *parts;
    size_t n_parts, cap_parts;
    cj_str note;      /* the text of the cell's notes (comments); may be empty */
    bool placeholder; /* 未定, TBD, 例：… : counts as empty (RULES A6) */
    cj_item *items;   /* none for a blank or placeholder cell */
    size_t n_items;
    cj_support support; /* of the whole text and its notes together */
    bool scored;  /* a feeling told as a number or a face; only in CJ_SENTIMENT rows */
    double score; /* as written; faces from -2 to +2 */
} cj_cell;

/* How sure a label's reading is. */
typedef enum cj_reading {
    CJ_READ_EXACT,     /* a vocabulary word */
    CJ_READ_CONTAINED, /* a vocabulary word inside a longer label */
    CJ_READ_BY_RULE,   /* ambiguous, decided by its neighbours or its position */
    CJ_READ_GUESSED,   /* ambiguous, the default was taken */
    CJ_READ_CUSTOM     /* no vocabulary word */
} cj_reading;

typedef struct cj_element {
    cj_elem elem;
    cj_elem named; /* what the label says: feelings told in scores or faces are a
                    * CJ_SENTIMENT row named CJ_EMOTION; else the same as elem */
    cj_elem also;  /* "A and B" in one row: the second element; else CJ_CUSTOM */
    bool assumed;  /* lines without a label were read as its continuation (CJ108) */
    cj_reading reading;
    cj_str label; /* as written, trimmed, without its instruction tail */
    cj_str tail;  /* the instruction after it; may be empty */
    cj_str key;   /* "goal", or "x:" and the normalised label */
    cj_str
        group; /* group labels beside or above it (顧客 / 自社), joined by line breaks; may be empty */
    cj_span at;
    cj_cell *cells; /* one per phase, in phase order */
} cj_element;

/* ---- sections and leaves ------------------------------------------------------------------ */

typedef enum cj_section_kind {
    CJ_SECTION_UNKNOWN,
    CJ_SECTION_PERSONA,
    CJ_SECTION_PHASES,
    CJ_SECTION_EVIDENCE,
    CJ_SECTION_KPI,
    CJ_SECTION_ACTIONS,
    CJ_SECTION_HISTORY,
    CJ_SECTION_GUIDE,
    CJ_SECTION_CONFLICTS,
    CJ_SECTION_LINT,
    CJ_SECTION_MERGE_LOG,
    CJ_SECTION_MAP,
    CJ_SECTION_NOTES, /* texts that had no place in a map: where they stood, what they say */
    CJ_N_SECTIONS
} cj_section_kind;

/* "evidence" */
const char *cj_section_name(cj_section_kind kind);

/* A column of a section: its field name as in labels.tsv behind the dot ("id", "type", "what" …),
 * or NULL when the header is not known. */
typedef struct cj_column {
    const char *field;
    cj_str label;
    cj_span at;
} cj_column;

typedef struct cj_field {
    cj_str text;
    cj_span at; /* where it stands, or would stand */
} cj_field;

/* Persona sections are label : value pairs: two columns "item" and "value", and each record's
 * `field` below is the persona field ("name", "role" …). */
typedef struct cj_record {
    const char *field; /* persona only, else NULL */
    cj_field *cell;    /* one per column */
    unsigned row;
} cj_record;

typedef struct cj_section {
    cj_section_kind kind;
    cj_str title;
    cj_span at;
    cj_column *columns;
    size_t n_columns;
    cj_record *records; /* records without any text are left out */
    size_t n_records;
} cj_section;

/* A text of the book that the map claims, in reading order: the ground of "nothing is lost". */
typedef enum cj_leaf_kind {
    CJ_LEAF_TITLE,
    CJ_LEAF_META_LABEL,
    CJ_LEAF_META,
    CJ_LEAF_AXIS,
    CJ_LEAF_PHASE,
    CJ_LEAF_LABEL,
    CJ_LEAF_GROUP,
    CJ_LEAF_CELL,
    CJ_LEAF_SECTION,
    CJ_LEAF_COLUMN,
    CJ_LEAF_FIELD,
    CJ_LEAF_STEP,   /* a header on a level below the phases */
    CJ_LEAF_NUMBER, /* of a phase or an element, in a line of its own */
    CJ_LEAF_OTHER
} cj_leaf_kind;

typedef struct cj_leaf {
    cj_span at;
    unsigned kind : 6;            /* cj_leaf_kind */
    int element : 13, phase : 13; /* indices, or -1 */
    cj_str text;                  /* as written */
} cj_leaf;

typedef struct cj_meta {
    cj_str text;  /* empty: not there */
    cj_span at;   /* the value; row 0: not there */
    cj_str label; /* as written; empty for a title that stands alone */
    bool placeholder;
} cj_meta;

/* ---- what the sections say ----------------------------------------------------------------- */

/* Records with their meaning. Texts that are not parsed here: cj_record_field(section, record, …). */

typedef enum cj_evtype {
    CJ_EVTYPE_UNKNOWN, /* empty, or no word for a kind of evidence */
    CJ_EVTYPE_INTERVIEW,
    CJ_EVTYPE_SURVEY,
    CJ_EVTYPE_MEETING,
    CJ_EVTYPE_USAGE,
    CJ_EVTYPE_SUPPORT,
    CJ_EVTYPE_NPS,
    CJ_EVTYPE_REVIEW,
    CJ_EVTYPE_OBSERVATION,
    CJ_EVTYPE_CRM,
    CJ_EVTYPE_INTERNAL,
    CJ_N_EVTYPES
} cj_evtype;

/* "interview"; UNKNOWN: "" */
const char *cj_evtype_name(cj_evtype type);
cj_text cj_evtype_label(cj_evtype type); /* the canonical words: Interview, インタビュー */

/* A number as people write it in a table: 80, 80%, 1,200円, +5. */
typedef struct cj_figure {
    bool there;   /* the field says something (no filler) */
    bool number;  /* and it is a number, with or without a unit */
    double value; /* as written: 80% is 80 */
    cj_str unit;  /* behind the number; may be empty */
} cj_figure;

typedef struct cj_evidence {
    const cj_section *section;
    const cj_record *record;
    unsigned id; /* E5: 5; 0: none, or not readable */
    cj_evtype type;
    cj_when date;
    cj_figure n;
} cj_evidence;

typedef enum cj_direction { CJ_DIRECTION_UNKNOWN, CJ_HIGHER, CJ_LOWER } cj_direction;

typedef struct cj_kpi_actual {
    const cj_column *column;
    const cj_field *field;
    cj_when period; /* of the column: 2025Q3 */
    cj_figure value;
} cj_kpi_actual;

typedef struct cj_kpi {
    const cj_section *section;
    const cj_record *record;
    int phase;   /* index, or -1: names none of the map */
    cj_str name; /* as written */
    cj_str key;  /* cj_kpi_key of it */
    cj_direction direction;
    cj_figure baseline, target;
    cj_kpi_actual *actual; /* by column, one for each period column */
    size_t n_actuals;
} cj_kpi;

typedef enum cj_status {
    CJ_STATUS_NONE,    /* empty */
    CJ_STATUS_UNKNOWN, /* no word for a status */
    CJ_STATUS_PLANNED,
    CJ_STATUS_DOING,
    CJ_STATUS_DONE,
    CJ_STATUS_STOPPED,
    CJ_STATUS_HOLD,
    CJ_N_STATUSES
} cj_status;

/* "planned"; NONE and UNKNOWN: "" */
const char *cj_status_name(cj_status status);
cj_text cj_status_label(cj_status status); /* Planned, 予定 */

typedef struct cj_action {
    const cj_section *section;
    const cj_record *record;
    unsigned id; /* A3: 3; 0: none */
    int phase;   /* index, or -1 */
    cj_status status;
    cj_when due; /* the due column, else an absolute date in the when column */
} cj_action;

typedef struct cj_history {
    const cj_section *section;
    const cj_record *record;
    cj_str version;
    cj_when date;
} cj_history;

/* What an item is compared by (model 8): without markers, bullets, spaces, case, width. */
cj_str cj_item_key(cj_arena *arena, cj_str text);
/* What a KPI is compared by: its name without target and brackets: 完了率 目標80% -> 完了率. */
cj_str cj_kpi_key(cj_arena *arena, cj_str text);

/* ---- the map ------------------------------------------------------------------------------- */

typedef enum cj_orient { CJ_ORIENT_AUTO, CJ_PHASES_ACROSS, CJ_PHASES_DOWN } cj_orient;

/* How a map is written down. */
typedef enum cj_form {
    CJ_FORM_GRID,
    CJ_FORM_ROWS, /* a list: phases down, one line for each phase or touchpoint */
    CJ_FORM_ITEMS /* a list: one item a line beside its phase and element */
} cj_form;

/* "grid" */
const char *cj_form_name(cj_form form);

struct cj_maps;

typedef struct cj_map {
    const cj_book *book;
    unsigned sheet; /* index into book->sheets */
    /* What of its sheet belongs to this map: the whole sheet, but where several maps share one a
     * part each; rows that other maps of a list have (lib/map/long_*.c) are not in it either. */
    cj_range range;
    const cj_range *others; /* ranges of rows inside it that belong to other maps */
    size_t n_others;
    cj_lang lang; /* of its labels, by count; ties: by the cells' script */
    cj_orient orient;
    cj_form form;
    cj_meta meta[CJ_N_META];
    cj_phase *phases;
    size_t n_phases, cap_phases;
    cj_element *elements;
    size_t n_elements, cap_elements;
    cj_section *sections;
    size_t n_sections, cap_sections;
    /* what the sections of those kinds say, in their order */
    cj_evidence *evidence;
    size_t n_evidence;
    cj_kpi *kpis;
    size_t n_kpis;
    cj_action *actions;
    size_t n_actions;
    cj_history *history;
    size_t n_history;
    unsigned
        fiscal_start; /* the month in which Q1 begins; from the configuration, else 1 */
    const struct cj_maps
        *among; /* all maps of the book, this one too; as long as the arena */
    cj_leaf *leaves;
    size_t n_leaves, cap_leaves; /* by sheet, row, column */
    size_t n_leftover;           /* non-empty cells nobody claims: cj_left_next */
    uint64_t left[2];            /* equal in two maps: their texts are, in their order */
} cj_map;

typedef struct cj_map_options {
    cj_str sheet; /* --sheet NAME|N|-N; empty: every visible sheet */
    cj_orient orient;
    const cj_config *config; /* labels of the house; may be NULL */
} cj_map_options;

typedef struct cj_maps {
    cj_map *map;
    size_t n, cap;
} cj_maps;

/* Finds every map of a book, without what cjlint left in it (their `book` is cj_book_unmarked). None:
 * CJ_ENOMAP with err->rule "CJ101"; where something was nearly a map, CJ_ENEARLY with "CJ101" or "CJ102" and
 * what was found and missing; where the only map is on a hidden sheet, CJ_ENEARLY with its name. --sheet
 * names nothing: CJ_EUSAGE. */
cj_rc cj_maps_find(cj_arena *arena, const cj_book *book, const cj_map_options *options,
                   cj_maps *out, cj_err *err);

/* A walk over what nobody claims, which is not kept: it may be most of a book. Begins with zeroes. */
typedef struct cj_left {
    unsigned sheet;
    size_t cell, leaf; /* the next of the sheet, and of the map */
} cj_left;

/* The next one, by sheet, row, column. Texts that the book does not hold are made in the arena. */
bool cj_left_next(cj_arena *arena, const cj_map *map, cj_left *at, cj_leaf *out);
/* All n_leftover of them at once. */
cj_leaf *cj_map_leftover(cj_arena *arena, const cj_map *map);

/* By sheet, row, column: the order in which texts are read. */
int cj_place_cmp(cj_span a, cj_span b);
/* No other map stands on the same sheet. */
bool cj_map_alone(const cj_map *map);
/* That cell of the book belongs to this map; cells of other sheets than its own always do. */
bool cj_map_owns(const cj_map *map, unsigned sheet, unsigned row, unsigned col);
/* The index of the phase that a record names (its name, its key, its canonical words); -1: none. */
int cj_map_phase_named(cj_arena *arena, const cj_map *map, cj_str name);
/* The first row of that element (else the first that holds it beside another), or NULL; and its cell in a phase, or NULL. */
const cj_element *cj_map_element(const cj_map *map, cj_elem elem);
const cj_cell *cj_map_cell(const cj_map *map, cj_elem elem, const cj_phase *phase);
bool cj_cell_blank(const cj_cell *cell);  /* NULL, empty, or a placeholder */
bool cj_cell_filled(const cj_cell *cell); /* the opposite */
/* The row tells what that core element asks for: itself; for mind also thoughts, emotions, and
 * feelings told in scores or faces. */
bool cj_element_serves(const cj_element *element, cj_elem core);
/* first, or NULL */
const cj_section *cj_map_section(const cj_map *map, cj_section_kind kind);
/* The field of a record by its name ("id"); NULL if the section has no such column. */
const cj_field *cj_record_field(const cj_section *section, const cj_record *record,
                                const char *name);
/* The text of a persona field ("name", "role" …) from the Persona section; may be empty. */
cj_str cj_map_persona(const cj_map *map, const char *field);

/* Filled core cells / (9 x phases); mind is filled where mind, thought or emotion is. */
typedef struct cj_ratio {
    unsigned n, of;
} cj_ratio;
/* phase NULL: all */
cj_ratio cj_map_completeness(const cj_map *map, const cj_phase *phase);
/* The cell names a source, or the row of evidence does for its phase. */
bool cj_cell_sourced(const cj_map *map, const cj_cell *cell);
/* Filled fact cells with a source / filled fact cells; an assumption is no source. */
cj_ratio cj_map_coverage(const cj_map *map, const cj_phase *phase);

#ifdef __cplusplus
}
#endif
#endif
