/* rule.h - what a rule file may use: the shape of a rule, the map it judges, and finding. */
#ifndef CJ_LINT_RULE_H
#define CJ_LINT_RULE_H

#include <cj/lint.h>

typedef struct cj_lint cj_lint;

/* A rule asks for the parts it wants to see; the engine hands it each of them once, in the order
 * of the map. What a rule finds is a fact: whether it is shown is not the rule's business. */
typedef struct cj_rule {
    cj_rule_info info; /* first: a pointer to it is a pointer to the rule */
    void (*on_map)(cj_lint *l);
    void (*on_phase)(cj_lint *l, const cj_phase *p);
    void (*on_element)(cj_lint *l, const cj_element *e); /* its label; custom ones too */
    void (*on_cell)(cj_lint *l, const cj_cell *c);       /* of known elements only */
    void (*on_item)(cj_lint *l, const cj_cell *c, const cj_item *item); /* the same */
    void (*on_leaf)(cj_lint *l, const cj_leaf *leaf);
    void (*on_record)(cj_lint *l, const cj_section *s, const cj_record *r);
    /* The safe fix of what on_leaf finds: the text of that leaf's cell, mended, so that it finds
     * nothing any more. NULL: none of that kind. */
    cj_str (*mends)(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str text);
    /* The unsafe fix of a finding: what the text of its cell becomes, so that it is found no more; p NULL:
     * that is for a person. */
    cj_str (*amends)(cj_lint *l, const cj_finding *f, cj_str text);
} cj_rule;

const cj_map *cj_lint_map(const cj_lint *l);
cj_arena *cj_lint_arena(const cj_lint *l);
cj_date cj_lint_today(const cj_lint *l);
/* What the house has settled; never NULL. */
const cj_config *cj_lint_config(const cj_lint *l);
/* The threshold of that name of the rule whose turn it is. */
double cj_lint_param(const cj_lint *l, const char *name);
/* Which departments are known here; see department.h. */
const struct cj_departments *cj_lint_departments(cj_lint *l);
/* The cell's text as predicates read it: see said.h. Made once per cell. */
cj_str cj_lint_said(cj_lint *l, const cj_cell *c);
/* It says how it is measured (measurable.h). Found out once per cell. */
bool cj_lint_measurable(cj_lint *l, const cj_cell *c);

/* The text of the cell of the book that a leaf is from, white space and all; empty if that is no
 * text. */
cj_str cj_lint_written(cj_lint *l, const cj_leaf *leaf);
/* The map claims the cell at that place itself; what stands over several maps of a sheet is said
 * for all of them, and told once. */
bool cj_lint_claims(const cj_lint *l, cj_span at);
/* Which oddities it may have: bits of glance.h. */
unsigned cj_lint_glance(cj_lint *l, const cj_leaf *leaf);

/* Nothing is said in it: empty, a filler, or only a suppression. NULL is blank. */
bool cj_lint_blank(cj_lint *l, const cj_cell *c);
/* Where an element that has a row says nothing about a phase: the (first) blank cell. NULL: it
 * says something, or there is no such row. */
const cj_cell *cj_lint_hole(cj_lint *l, cj_elem elem, const cj_phase *p);
/* A source for the cell: in it, in its notes, or in the evidence row. An assumption is none. */
bool cj_lint_sourced(cj_lint *l, const cj_cell *c);
/* It (or one of its items) is marked as an assumption and names no source. */
bool cj_cell_assumed(const cj_cell *c);
/* What a field of a record says, trimmed; empty where it says nothing: no such column, or a filler
 * (未定, TBD). */
cj_str cj_lint_field(cj_lint *l, const cj_section *s, const cj_record *r, const char *name);
bool cj_lint_ditto(cj_lint *l, cj_str text); /* 同上, 〃: the same as in the record above */
/* The first evidence record of that number (sources.c); NULL: none, as for 0. */
const cj_evidence *cj_lint_evidence(cj_lint *l, unsigned id);
/* Something in a map of the book refers to the record: a cell, the persona, a KPI … */
bool cj_lint_referred(cj_lint *l, const cj_evidence *e);
/* Another map of the book reads that section too, and is judged before this one: what is wrong with
 * the section itself is told there. */
bool cj_lint_told_before(const cj_lint *l, const cj_section *s);

/* The date or period that a field tells, also among other words (2025/6/3 実施), or as the bare
 * serial number of a spreadsheet. False: none that can be read. */
bool cj_lint_date(const cj_lint *l, cj_str text, cj_when *out);

/* A field of the metadata says nothing: it is not there, or a filler. */
bool cj_lint_untold(const cj_lint *l, cj_meta_id id);

/* What a finding is about. They return it for more to be said; it may move with the next one. */
cj_finding *cj_find_map(cj_lint *l, cj_elem elem); /* the whole; elem CJ_CUSTOM: none */
/* A field of the metadata, where it stands; one that is not there is found for the whole map. */
cj_finding *cj_find_meta(cj_lint *l, cj_meta_id id);
cj_finding *cj_find_phase(cj_lint *l, const cj_phase *p);
cj_finding *cj_find_cell(cj_lint *l, const cj_cell *c, cj_str value);
cj_finding *cj_find_element(cj_lint *l, const cj_element *e); /* its label is the value */
cj_finding *cj_find_item(cj_lint *l, const cj_cell *c,
                         const cj_item *item); /* in its cell */
cj_finding *cj_find_at(cj_lint *l, cj_span at, cj_str value);
/* A field of a record that belongs to an element and a phase (an index, or -1). */
cj_finding *cj_find_field(cj_lint *l, cj_span at, cj_elem elem, int phase, cj_str value);
cj_finding *cj_find_leaf(cj_lint *l, const cj_leaf *leaf, cj_str value);
/* Fills {name} in the message. */
void cj_say(cj_finding *f, const char *name, cj_str value);
/* The same where our own words stand for it; both may be lists, parted by line breaks. */
void cj_say_both(cj_finding *f, const char *name, cj_str en, cj_str ja);
void cj_say_n(cj_lint *l, cj_finding *f, const char *name, size_t n);

/* The catalogue: catalogue.def as a table. */
extern const cj_rule *const cj_catalogue[];
extern const size_t cj_catalogue_n;

#endif
