/* cj/playbook.h - the standard support plan: every countermeasure of a map by phase and time. */
#ifndef CJ_PLAYBOOK_H
#define CJ_PLAYBOOK_H

#include <cj/config.h>
#include <cj/map.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_playbook_options {
    cj_lang lang;  /* of our own words; AUTO: of the first map */
    bool by_owner; /* a part for each department; else one for each phase */
    cj_str
        title; /* of the document; empty: the map's own, behind our words for such a plan */
    const cj_config *config; /* the departments of the house; may be NULL */
} cj_playbook_options;

/* The plan of all maps (at least one), which must outlive it; `path` is the file that they are from.
 * A countermeasure of the grid and the line of the Actions table that says the same in the same phase are
 * one action: the grid has the wording, the table the numbers, dates and status. Nothing is left out:
 * every countermeasure and every line of the table is in an action, once.
 *
 * Facts: format 1, file, by ("phase" or "owner"), then what is told of the first map; further maps of
 *   the file in more_maps[]. A map is
 *   title, sheet (null for a CSV), version (null: not told)
 *   counts    { actions, untimed, unowned, stopped, united, grid_only, table_only }: actions counts
 *                 the stopped ones too, untimed and unowned do not
 *   owners[]  { name, actions }: each department as it stands first in the map, by the order of the plan
 *   phases[]  { name, id, period { text, from, to } (or null), goal, pains[], kpis[], touchpoints[],
 *                 content[] }: as the grid has them; null or empty where it does not
 *   actions[] in the order of the plan (by phase; in it by time; without time last):
 *                 { id ("A3", or null), phase (null: none of the map), what, under (the line over it: null),
 *                 owners[], owner_from ("item", "heading", "record", "row", or null), person,
 *                 when (in the journey: null), when_from (the same words), day { from, to } (days after
 *                 the contract, negative: before it; either may be null; null: not readable so),
 *                 before_end (days before the contract ends or is renewed, or null),
 *                 due, due_date (YYYY-MM-DD, its last day), status ("planned" … or null), status_text,
 *                 pain, kpi, aim, priority, effect, decision (from the table: null where it is not told),
 *                 touchpoint, content (those of the phase that the action itself names: null),
 *                 evidence[] ("E5"), assumption,
 *                 cell (of the grid: "C12", or null), record (of the table: "打ち手!A3", or null),
 *                 grid, table (what each of the two says, where they differ: null) }
 *
 * Blocks: a heading that begins a page for the plan; by phase (or by owner) a heading and a table;
 * actions without a time, without an owner, stopped ones. */
cj_report *cj_playbook_report(cj_arena *arena, const cj_playbook_options *options,
                              cj_str path, const cj_maps *maps);

#ifdef __cplusplus
}
#endif
#endif
