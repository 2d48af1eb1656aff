/* extras.h - notes what a file holds beyond the cells of a book. */
#ifndef CJ_SHEET_EXTRAS_H
#define CJ_SHEET_EXTRAS_H

#include <cj/book.h>

/* Kinds of CJ_EXTRA_OTHER. */
typedef enum cj_other {
    CJ_OTHER_NONE,
    CJ_OTHER_OLE,
    CJ_OTHER_CONTROL,
    CJ_OTHER_SLICER,
    CJ_OTHER_TIMELINE,
    CJ_OTHER_SMARTART,
    CJ_OTHER_SPARKLINE,
    CJ_OTHER_DIALOG,
    CJ_OTHER_XML,
    CJ_OTHER_EXTERNAL,
    CJ_OTHER_CONNECTION,
    CJ_OTHER_MODEL,
    CJ_OTHER_RIBBON,
    CJ_OTHER_NOTE,
    CJ_OTHER_LINK,
    CJ_OTHER_OBJECT,
    CJ_N_OTHERS
} cj_other;

/* n more of that kind. Those without a name are counted together for each sheet; call it sheet by
 * sheet. `other` counts for CJ_EXTRA_OTHER only. */
void cj_extra_add(cj_arena *arena, cj_book *book, cj_extra_kind kind, cj_other other,
                  unsigned sheet, size_t n);
/* One with a name, as far as there are not too many to name each. */
void cj_extra_add_named(cj_arena *arena, cj_book *book, cj_extra_kind kind, unsigned sheet,
                        cj_str name, bool ours);

#endif
