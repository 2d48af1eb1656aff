/* refuse.h - what is said where a book has no map. */
#ifndef CJ_MAP_REFUSE_H
#define CJ_MAP_REFUSE_H

#include "map/grid.h"

/* Nothing looks like a map: which kind of sheet it is instead, where we know it. */
cj_rc cj_refuse(cj_arena *arena, const cj_book *book, cj_err *err);
/* Something on that sheet came near. */
cj_rc cj_refuse_near(cj_arena *arena, const cj_book *book, unsigned sheet,
                     const cj_found *near, cj_err *err);
/* The only maps are on hidden sheets. */
cj_rc cj_refuse_hidden(cj_str names, bool several, cj_err *err);
/* A CSV that is a text in sentences, or Markdown: whatever is found in it is none. */
bool cj_prose(cj_arena *arena, const cj_book *book);
cj_rc cj_refuse_prose(cj_err *err);

#endif
