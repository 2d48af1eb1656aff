/* cj/outline.h - maps shown as they were understood: drawn for people, the model for programs. */
#ifndef CJ_OUTLINE_H
#define CJ_OUTLINE_H

#include <cj/map.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_outline_options {
    cj_lang lang; /* of our own words; AUTO: of each map, in its own */
    bool verbose; /* every text outside the map, not only the first ones */
} cj_outline_options;

/* The report of `cjcat FILE`. `maps` holds at least one; what it points to must outlive it.
 *
 * Facts: format, file, then the first map; further maps of the file in more_maps[]. A map is
 *   lang, sheet (null for a CSV), orient
 *   meta        { purpose { ref, label, text, placeholder } … }: only what is there; dates also
 *                 date {from, to, grain} (null: not readable)
 *   persona     { name { ref, label, text } …, other[] }: the Persona section
 *   phases[]    { ref, range ("B:C", "3:5"), assumed, group, name, key, id (or null), order (from 1),
 *                 period { text, from, to } (days after the contract, or null), definition, entry,
 *                 exit (or null), steps[] { ref, range, level, name } }
 *   elements[]  { ref, id ("goal", "x:…"), also (the second element of "A and B"), named ("emotion"
 *                 for a row of scores under that label), label, reading ("exact", "contained",
 *                 "by_rule", "guessed", "custom"), guidance, group, assumed, cells[] }; one cell a
 *                 phase, in order: { ref, text, placeholder, note, score (of a row of scores),
 *                 items[], parts[] (of merged cells) };
 *                 an item: { text, evidence[], source, assumption, owner, timing }
 *   evidence[] kpi[] actions[] history[] conflicts[] merge_log[]
 *               { ref, the known columns by name, other[] { ref, label, text }, read }
 *                 read is what was understood, each null where it was not: of evidence { id ("E5"),
 *                 type, date, n }; of a KPI { phase (as the map names it), key, direction ("higher",
 *                 "lower"), baseline, target, actuals[] { label, period, figure } }; of an action
 *                 { id, phase, status, due }; of history { date }. A figure is { value, unit }
 *   notes[]     { ref, text }: the comments of the map's sheet
 *   custom[]    { ref, kind, title, columns[], records[][] }: sections without a place above
 *   leftover[]  { ref, text }: cells that no part of the map claims
 *   warnings[]  { ref, message }: what the reader had to live with
 * A ref is "B5", or "Sheet2!B5" where it is not on the map's own sheet. Texts that are not there
 * are null.
 *
 * Blocks: per map its file and sheet, metadata, the grid as a table, how labels and periods were read,
 * sections, comments, and what stands outside. */
cj_report *cj_outline_report(cj_arena *arena, const cj_outline_options *options,
                             cj_str path, const cj_maps *maps);

/* The report of `cjcat -f html|md FILE`: each map as a page for people, without facts: title, metadata,
 * persona, the map with its evidence linked and its assumptions marked, curves, evidence, KPIs with
 * what they did, actions, history, other tables, comments, what stands outside. */
cj_report *cj_outline_page(cj_arena *arena, const cj_outline_options *options, cj_str path,
                           const cj_maps *maps);

/* The maps as one Mermaid `journey` diagram: a section a phase, in it what customers do there (the
 * behavior row, else the first core row that says anything), each with a score from 1 to 5 (from the row
 * of feelings, whose scale is read off its scores: faces and -2 to +2, 1 to 5, 0 to 10, 0 to 100; 3 where
 * there is none) and the persona (name, else role, else what the metadata say, else the customer). With
 * several maps each section names its map. What Mermaid takes for its own (: ; # , and line breaks) is
 * replaced by look-alikes; long texts are cut. `lang` is that of our own words; AUTO: of each map. */
cj_str cj_journey_text(cj_arena *arena, const cj_maps *maps, cj_lang lang);

#ifdef __cplusplus
}
#endif
#endif
