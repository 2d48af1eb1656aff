/* changes.h - one comparison being told, and what the parts of its report share. */
#ifndef CJ_REPORT_CHANGES_H
#define CJ_REPORT_CHANGES_H

#include <cj/changes.h>
#include "base/buf.h"
#include "report/places.h"

typedef struct cj_telling {
    cj_arena *arena;
    const cj_changes_options *options;
    cj_lang lang; /* of our own words */
    const cj_diff *diff;
    cj_places places[2]; /* in both files */
    size_t at;           /* which comparison of the report it is, from 0 */
    bool anchors;        /* the map is drawn on the same page */
} cj_telling;

cj_telling cj_telling_of(cj_arena *arena, const cj_changes_options *options,
                         const cj_diff *diff, const cj_str path[2]);

/* A report of files being made. */
typedef struct cj_changing {
    cj_arena *arena;
    const cj_changes_options *options;
    cj_report *report;
    cj_lang lang;
    size_t n_maps; /* told so far */
    bool shared;   /* read by people who do not run the tool */
    bool bare;     /* files and maps have no headings of their own */
    cj_str files;  /* "old.csv → new.csv" */
} cj_changing;

/* ---- changes_head.c ---- */
/* "対象: レポートナビ 1.1 → 1.2（2025-06-27 → 2025-09-24、89日）", and what the changes add up to. */
bool cj_diff_paired(const cj_diff *diff); /* both maps are there */
void cj_changing_head(const cj_changing *r, const cj_diff *diff);
cj_str cj_changing_says(const cj_changing *r, cj_text words, cj_str a, cj_str b, cj_str c);

/* ---- changes.c ---- */
typedef void (*cj_tell_fn)(cj_changing *r, const cj_telling *t, unsigned depth);
/* A report with its facts, and no blocks yet. */
cj_changing cj_changing_start(cj_arena *arena, const cj_changes_options *options,
                              const cj_compared *pair, size_t n);
/* Calls `tell` for each two maps of the files; maps and files that are on one side only are told at once. */
void cj_changing_file(cj_changing *r, const cj_compared *p, cj_tell_fn tell);
cj_telling cj_changing_telling(const cj_changing *r, const cj_diff *d,
                               const cj_str path[2]);
/* Our words with {0} {1} {2} filled in. */
cj_str cj_change_says(cj_arena *arena, cj_lang lang, cj_text says, cj_str a, cj_str b,
                      cj_str c);
/* What was chosen, else the language of the first map. */
cj_lang cj_changes_lang(const cj_changes_options *options, const cj_compared *pair,
                        size_t n);

/* ---- changes_only.c: which changes are shown ---- */

/* It is one of the parts that were asked for. */
bool cj_change_chosen(const cj_changes_options *options, const cj_change *c);
/* And it is told: no part of another one, wording only where that was asked for. */
bool cj_change_told(const cj_changes_options *options, const cj_change *c);

/* What the chosen changes add up to, without those that are part of another one. */
typedef struct cj_change_sums {
    size_t kind[CJ_N_CHANGES]; /* of all but phases */
    size_t phases[CJ_N_CHANGES];
    size_t touched; /* phases in which something changed */
    size_t all;     /* but wording */
} cj_change_sums;

cj_change_sums cj_change_sums_of(cj_arena *arena, const cj_changes_options *options,
                                 const cj_diff *diff);
/* The phase of the new map in which it is; -1: none. */
int cj_change_phase_at(const cj_diff *diff, const cj_change *c);
/* "追加 9、変更 6、削除 2 項目（4フェーズ、フェーズ追加 1）" */
cj_str cj_change_sums_say(cj_arena *arena, const cj_change_sums *sums, cj_lang lang);

/* ---- changes_words.c: what a change is called ---- */

typedef enum cj_change_scope {
    CJ_SAY_ALL,     /* the element and its phase */
    CJ_SAY_ELEMENT, /* the phase is told above */
    CJ_SAY_PHASE    /* the element is */
} cj_change_scope;

cj_str cj_change_sign(const cj_telling *t, cj_change_kind kind); /* ＋ */
cj_text cj_change_word(cj_change_kind kind);                     /* 追加 */
cj_level cj_change_level(cj_change_kind kind);
/* "成功の定義 × 導入期", "KPI 完了率: 目標値", "フェーズ「更新期」" */
cj_str cj_change_about(const cj_telling *t, const cj_change *c, cj_change_scope scope);
cj_str cj_change_phase(const cj_telling *t, const cj_change *c, int side);   /* or empty */
cj_str cj_change_element(const cj_telling *t, const cj_change *c, int side); /* or empty */
cj_str cj_change_record(const cj_telling *t, const cj_change *c); /* E5, a KPI's name */
cj_str cj_change_owner(const cj_telling *t, const cj_change *c);  /* or empty */
cj_str cj_section_words(const cj_telling *t, const cj_change *c); /* 根拠 */
/* "map.csv:12:3 (C12)", "map.xlsx:Map!C12"; empty: nowhere */
cj_str cj_change_place(const cj_telling *t, const cj_change *c, int side);
/* "C12", "Evidence!A3" */
cj_str cj_change_ref(const cj_telling *t, const cj_change *c, int side);
/* "根拠 +E6, -E2", "仮説 → 根拠 E7"; empty: it rests on the same */
cj_str cj_change_support_says(const cj_telling *t, const cj_change *c);
/* "80% → 90%"; several are parted by commas */
cj_str cj_change_figures_say(const cj_telling *t, const cj_change *c);
/* What happened to a phase, a row or an item that changed its place or name; or empty. */
cj_str cj_change_course(const cj_telling *t, const cj_change *c);

/* ---- changes_groups.c ---- */

typedef struct cj_change_group {
    cj_str title;
    cj_change_scope scope;
    const cj_change **change;
    size_t n, cap;
    unsigned long key;
} cj_change_group;

/* The changes that are told, gathered as `by` says, in the order in which people read. */
cj_change_group *cj_change_groups(const cj_telling *t, size_t *n);

/* ---- changes_entry.c ---- */

/* The groups with their headings and entries, or that there are no changes. */
void cj_change_list(const cj_telling *t, cj_report *report, unsigned depth);

/* One entry of a list: its plain text, and the same with its marks. */
cj_str cj_change_entry(const cj_telling *t, const cj_change *c, cj_change_scope scope,
                       cj_marked *marked);
/* In one line: "変更 成功の定義 × 導入期: 80% → 90%" */
cj_str cj_change_line(const cj_telling *t, const cj_change *c);
/* Both texts with their marks, each in lines of its own. */
void cj_change_texts(const cj_telling *t, cj_str before, cj_str after, cj_marked *was,
                     cj_marked *now);

/* ---- changes_facts.c ---- */
/* All that cj/changes.h lists, wording too. */
void cj_changes_facts(cj_arena *arena, cj_fact *into, const cj_changes_options *options,
                      const cj_compared *pair, size_t n);

/* ---- changes_table.c ---- */
enum { CJ_CHANGE_COLUMNS = 7 };
/* フェーズ, 項目, 種類, 前, 後, 根拠, セル */
void cj_change_header(cj_lang lang, cj_str cell[CJ_CHANGE_COLUMNS]);
void cj_change_row(const cj_telling *t, const cj_change *c, cj_str cell[CJ_CHANGE_COLUMNS]);
/* All changes that are told, in the order in which people read. */
const cj_change **cj_changes_told(const cj_telling *t, size_t *n);
void cj_change_table(const cj_telling *t, cj_report *report);

/* ---- changes_texts.c ---- */
/* A text with one mark, as an entry of a list or as plain lines. */
void cj_change_put_text(cj_arena *arena, cj_marked *into, bool list, cj_mark mark,
                        cj_str text);
/* Before and after in one: what went is struck, what came is marked. */
void cj_change_put_both(cj_arena *arena, cj_marked *into, bool list, cj_str before,
                        cj_str after);

/* ---- changes_map.c ---- */
void cj_change_map(const cj_telling *t, cj_report *report);
/* The anchor of the cell in the drawn map where the change shows; empty: it does not. */
cj_str cj_change_anchor(const cj_telling *t, const cj_change *c);

#endif
