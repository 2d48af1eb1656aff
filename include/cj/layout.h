/* cj/layout.h - maps in the standard form: a book that a writer turns into a workbook or a CSV. */
#ifndef CJ_LAYOUT_H
#define CJ_LAYOUT_H

#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_layout_options {
    cj_lang lang;     /* of labels, headers and hints; AUTO: of each map, in its own */
    bool stacked;     /* one sheet, the tables one under the other: for CSV */
    bool keep_labels; /* labels of elements and metadata as they are written */
    bool transpose;   /* phases down */
    bool guide;       /* with the Guide sheet */
    bool anew; /* a new file: no text of the old one is looked for or noted as left over */
    unsigned blank; /* empty lines for new records in each table, ready to be filled */
    const cj_map
        *preset; /* whose rows, order, labels and phases are the standard; NULL: ours */
    const cj_str *owners; /* the words of the owner list; none: those that the map names */
    size_t n_owners;
} cj_layout_options;

/* Where a cell of the old book went. */
typedef enum cj_move_kind {
    CJ_MOVE_WHOLE, /* its text, or all of its items, stand there, alone or with others */
    CJ_MOVE_LABEL, /* a heading: the new place says the same in standard words */
    CJ_MOVE_NOTE   /* a comment: it stands in the note (comment) of the new cell */
} cj_move_kind;

typedef struct cj_move {
    cj_span from;
    bool from_note;           /* of the comment at `from`, not of the cell */
    bool from_link;           /* of the hyperlink at `from` */
    unsigned sheet, row, col; /* in the new book; row 0: the sheet's name */
    cj_move_kind kind;
} cj_move;

/* Its new place; `sheet` counts in the new book. */
static inline cj_span cj_move_to(const cj_move *m)
{
    cj_span at = { m->sheet, m->row, m->col, 0, 0 };

    return at;
}

typedef struct cj_layout {
    cj_book *book;
    /* by old place, then new place; every non-empty cell of the old book has one, but those of
     * a Guide of ours, which is written anew */
    cj_move *moves;
    size_t n_moves, cap_moves;
    size_t n_sorted; /* the first so many are in that order: all of them, in the end */
    cj_span *cut;    /* cells of the new book whose text is longer than Excel takes: it goes
                      * on in the notes */
    size_t n_cut, cap_cut;
} cj_layout;

/* The maps of one book in the standard form (domain model, section 2). With `stacked` there is one
 * map only. */
void cj_layout_make(cj_arena *arena, const cj_maps *maps, const cj_layout_options *options,
                    cj_layout *out);

/* The same texts in the same cells of the same sheets: nothing would change. A CSV's sheet has no name. */
bool cj_layout_same(cj_arena *arena, const cj_book *old, const cj_book *made);

/* A text of the old book that the new one does not hold. */
typedef struct cj_lost {
    cj_span at;
    cj_str text;
    bool note, link; /* of the comment, or the target of the link, at that place */
} cj_lost;

/* Looks every non-empty cell of the old book up in `again`, the new book as it was written and read back
 * (a CSV has its one sheet): its text, or each of its items, must stand where layout->moves says, and
 * what stands there must be what was to be written. The same with every comment, and with the target of
 * every link that leaves the book. What is lost is returned, by place; *n is 0 where nothing is. */
cj_lost *cj_layout_check(cj_arena *arena, const cj_maps *maps, const cj_layout *layout,
                         const cj_book *again, size_t *n);

/* The maps as a list for tools (domain model, section 7): one sheet, a line an item, under the headers
 * phase, element, item, evidence ("E1, E5"), assumption ("yes"), owner, timing; where there are several
 * maps, persona stands in front and tells them apart (persona, else title, else sheet; numbered where
 * they are the same). `lang` is that of the elements' labels; AUTO: of each map, in its own.
 *
 * cj_maps_find reads the list back as the same phases, elements and items with their references,
 * assumptions, owners and times. So a label or an item is written in the words that are read back:
 *   - labels are the canonical ones; the team's own for its own rows ("x:Goal" where it would be taken
 *     for a known one) and for a row that holds two elements or is the second of its kind;
 *   - what the columns say is not said in the item again: [E1] and [assumption] go; the owner's bracket
 *     and the time in front go where the map has a row of owners or of times (without one, the columns
 *     would be read as that row). Sources by name, notes and times inside a sentence stay;
 *   - statements (cj_elem_kind) are one line, and so are fillers such as TBD;
 *   - blank cells have no line, but where the order of phases or elements, or one that is blank all over,
 *     could not be told without it: such a line has no item.
 * What has no column does not come back: title and other metadata, sections, comments on cells, guidance
 * and groups of labels, groups and steps of phases, bullets, and that a score was named a feeling. What
 * stands beside a line under its element's label (E-mail) is put in front of the item. */
cj_book *cj_layout_long(cj_arena *arena, const cj_maps *maps, cj_lang lang);

#ifdef __cplusplus
}
#endif
#endif
