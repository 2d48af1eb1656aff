/* words.h - the texts of the standard form: labels, lists, and whether one text holds another. */
#ifndef CJ_LAYOUT_WORDS_H
#define CJ_LAYOUT_WORDS_H

#include "layout/pen.h"
#include "map/labels.h"

/* What the row is called: feelings told in scores are named as their label says. */
cj_elem cj_words_called(const cj_element *e);
/* The label of a row: the standard one of the language; one that is more than a plain word of the
 * vocabulary stays behind it in brackets, guidance too. */
cj_str cj_words_label(const cj_pen *p, const cj_element *e);
/* The same under that standard label. */
cj_str cj_words_label_as(const cj_pen *p, const cj_element *e, cj_str standard);
/* A header of a table or a label beside a value: the standard word where it is a plain word of that family,
 * else as it is written. `id` is what it was read as. */
cj_str cj_words_header(const cj_pen *p, cj_family family, int id, cj_str written);
/* A plain word of that family for that id. */
bool cj_words_is(const cj_pen *p, cj_family family, int id, cj_str written);
/* Nothing but plain words of any family, with marks between: "項目＼フェーズ". */
bool cj_words_plain(const cj_pen *p, cj_str written);
/* What a cell of the grid says in one text: a list as "・item" lines (English "• item"), one item alone
 * without a bullet; steps and lines with labels of their own keep those in front. */
cj_str cj_words_cell(const cj_pen *p, const cj_cell *c);
/* That cell as it is read if it says `text`, in one part. */
cj_cell cj_words_read(cj_arena *arena, const cj_cell *c, cj_str text);

/* The line begins with one of the bullets that all say the same: ・ • - *. */
bool cj_words_small_bullet(cj_str line);

/* Whether `text`, or each of its items, is found in `in`: white space, small bullets apart; a
 * date or a number may be written another way. */
bool cj_words_covered(cj_str text, cj_str in);
/* They say the same, with those things apart. */
bool cj_words_same(cj_str a, cj_str b);

#endif
