/* cj/annotate.h - findings written into the workbook that they are of, as edits. */
#ifndef CJ_ANNOTATE_H
#define CJ_ANNOTATE_H

#include <cj/edit.h>
#include <cj/findings.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_annotate_options {
    cj_lang lang;  /* AUTO: the language of the first map */
    cj_date today; /* of the list's head; year 0: not told */
} cj_annotate_options;

/* What makes of `book` the annotated copy: a note (CJ_EDIT_NOTE) and a tint (CJ_EDIT_FILL) on each cell with
 * findings, the list of all findings and the map of evidence as sheets (CJ_EDIT_SHEET), in place of those and
 * without the marks that an earlier run left (cj/marks.h); what people wrote into the list's columns 対応 and
 * メモ goes along. No edit says what is there already: of an annotated copy whose maps did not change there
 * are none. `book` is as it was read (with cj_read_options.grounds), file->maps are results of its maps.
 * Cells with a conversation get no note, dark grounds no tint. */
cj_edit *cj_annotate(cj_arena *arena, const cj_book *book, const cj_checked *file,
                     const cj_annotate_options *options, size_t *n);

#ifdef __cplusplus
}
#endif
#endif
