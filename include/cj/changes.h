/* cj/changes.h - what changed between maps, as reports: for cjdiff, and as sections of other reports. */
#ifndef CJ_CHANGES_H
#define CJ_CHANGES_H

#include <cj/diff.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What the changes are gathered under. */
typedef enum cj_changes_by {
    CJ_BY_PHASE, /* metadata, persona, phases and rows as such, each phase, each table */
    CJ_BY_ELEMENT,
    CJ_BY_KIND,
    CJ_BY_OWNER /* of the item, else of its phase's owner row; nobody comes last */
} cj_changes_by;

/* Which changes count; nothing chosen: all. Start with zeroes. */
typedef struct cj_changes_only {
    bool any; /* something is chosen */
    bool elem[CJ_N_ELEMS];
    bool section[CJ_N_SECTIONS];
    bool meta, persona, phases;
} cj_changes_only;

/* A list parted by commas: element ids ("goal"), canonical labels in both languages, and meta, persona,
 * phases, evidence, kpi, actions, history (基本情報, ペルソナ, フェーズ …); any case and width. A word that an
 * element and a table share means both. CJ_EUSAGE with "did you mean" for anything else. */
cj_rc cj_changes_only_read(cj_arena *arena, cj_str list, cj_changes_only *out, cj_err *err);

typedef struct cj_changes_options {
    cj_lang lang; /* of our own words; AUTO: the language of the new map */
    cj_changes_by by;
    bool all; /* changes of wording are listed too, and not only counted */
    cj_changes_only only;
} cj_changes_options;

/* ---- the report of `cjdiff OLD NEW` ----------------------------------------------------------- */

/* Two files that were compared. Files on one side only have an empty path on the other, and no diffs. */
typedef struct cj_compared {
    cj_str path[2];      /* as the user wrote it; "-" is shown as "stdin" */
    const cj_err *error; /* NULL: both could be read */
    const cj_diffs *diffs;
} cj_compared;

/* Facts (what -f json prints), with exactly these keys in this order:
 *   format      1
 *   files[]     old, new   the paths; null: there is no such file on that side
 *               error      only if they could not be compared: { rule (or null), message }
 *               maps[]     old, new   { sheet (null for a CSV), title, version, updated, lang }; null:
 *                                     the map is on the other side only
 *                          counts     { added, changed, renamed, moved, support, removed, wording,
 *                                     phases_added, phases_removed, phases_touched }, without those
 *                                     that are part of another change
 *                          changes[]  below; wording changes are always there
 *   summary     { files, maps, changes, wording }
 * A change is
 *   on          "meta" | "persona" | "phase" | "element" | "cell" | "item" | "record" | "field" | "note"
 *               | "outside"
 *   kind        "removed" | "changed" | "renamed" | "moved" | "support" | "added" | "wording"
 *   name        what it is called: a label, E5, a KPI's name; null where phase and element say it all
 *   phase       { old, new }: names as written, each null where there is none; null: of no phase
 *   element     an id ("goal", "x:…"); null: of no row
 *   section     "evidence", "kpi" …; null: it stands in the grid or above it
 *   field       of a field its name ("target"), of metadata "purpose" …, of items "owner", "timing" where only
 *               that changed (and is what before and after say), of phases and rows "group", "steps",
 *               "guidance"; or null
 *   column      of a field the header of its column as written; or null
 *   before, after   the texts as written; null on the side that has none
 *   figures[]   { before, after }: numbers that became others
 *   gained[], lost[]   evidence references: "E6"
 *   assumption  { old, new }: marked as an assumption
 *   owner       who it is for, see CJ_BY_OWNER; or null
 *   of          how many phases or rows moved together
 *   kin         a phase that was split off, or taken in: the name of the other phase; or null
 *   part_of     the place in changes[] of the change that this is a part of; or null
 *   old, new    { sheet (null for a CSV), cell, row, col, line (of a CSV's file, else null) }; null: nowhere
 *
 * Blocks: per pair of files a head, the counts in one line, then the changes gathered as `by` says: one
 * entry a change with its sign, what it is about, its places in both files; its texts below. */
cj_report *cj_changes_report(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n);
/* The report of --stat: a table, phases down, kinds across; facts as above. */
cj_report *cj_changes_stat(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n);
/* For editors and grep, one line a change: file:line:col: kind: what it is [cell]. Of what was removed the
 * place is in the old file. */
cj_report *cj_changes_lines(cj_arena *arena, const cj_changes_options *options,
                            const cj_compared *pair, size_t n);
/* For a browser: the new map drawn with its changes in place, and the changes with links to its cells. */
cj_report *cj_changes_page(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n);
/* For a workbook: the table of changes, then the drawn map, each under a heading that begins a page. */
cj_report *cj_changes_sheets(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n);
/* The table of cj_changes_table as a book of one sheet, for CSV. */
cj_book *cj_changes_book(cj_arena *arena, const cj_changes_options *options,
                         const cj_compared *pair, size_t n);

/* How many changes the report tells of, files and maps on one side only among them; 0: no differences. */
size_t cj_changes_count(const cj_changes_options *options, const cj_compared *pair,
                        size_t n);

/* ---- one comparison, as sections of other reports ------------------------------------------------ */

/* All take one cj_diff whose map[] are both there, and the paths of its files. What they add has headings
 * from `depth` on; where `depth` is 0 they add none above the phases, whose headings are then of depth 1. */

/* "追加 9、変更 6、削除 2 項目（4フェーズ、フェーズ追加 1）" */
cj_str cj_changes_counts(cj_arena *arena, const cj_changes_options *options,
                         const cj_diff *diff);
/* The section 変更点（フェーズ別） / What changed, by phase: the changes as `by` says, or 変更はありません。 */
void cj_changes_section(cj_arena *arena, cj_report *report,
                        const cj_changes_options *options, const cj_diff *diff,
                        const cj_str path[2], unsigned depth);
/* The same as one table with a filter (sheet 変更点): フェーズ, 項目, 種類, 前, 後, 根拠, セル. Where `anchors`, its
 * cells lead to those that cj_changes_map made. */
void cj_changes_table(cj_arena *arena, cj_report *report, const cj_changes_options *options,
                      const cj_diff *diff, const cj_str path[2], unsigned depth,
                      bool anchors);
/* The new map drawn with its changes (sheet マップ（変更表示）): what came, what went and where it stood; cells
 * that changed are tinted and say in a note what they said before. */
void cj_changes_map(cj_arena *arena, cj_report *report, const cj_changes_options *options,
                    const cj_diff *diff, const cj_str path[2], unsigned depth);

#ifdef __cplusplus
}
#endif
#endif
