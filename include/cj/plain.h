/* cj/plain.h - maps as lines of text that stand still, for programs that compare lines. */
#ifndef CJ_PLAIN_H
#define CJ_PLAIN_H

#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A line for each thing that is said: field of the metadata or the persona, row, item of a cell, comment
 * on one, field of a record, text outside. Each says what it belongs to, so that it can be read alone:
 * "導入期 × 課題・ペイン: 権限設定が難しい [E1]". "== …" begins a part: a phase, a table, a sheet. Items
 * stand in the order of the map; the metadata and the tables always in the same one.
 * What is only written another way does not show: layout, encoding, bullets, line ends, width and
 * composition of characters; case and the spaces inside a text do. Line breaks become " / ". Known
 * labels are written the standard way (the team's own is told once). The Guide and the list of findings
 * are left out. Sheets on which no map stands follow as in cj_plain_cells.
 * `lang`: of labels and our own words; AUTO: of each map. */
cj_str cj_plain_lines(cj_arena *arena, const cj_maps *maps, cj_lang lang);
/* Of a book without a map: "Sheet1!B3: text", a line for each cell that says something. */
cj_str cj_plain_cells(cj_arena *arena, const cj_book *book);

#ifdef __cplusplus
}
#endif
#endif
