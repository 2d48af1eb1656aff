/* hints.c - what our templates say to those who fill them: notes, hints, lists, the Guide sheet. */
#include "layout/parts.h"
#include <cj/guide.h>
#include "base/utf8.h"

static cj_str in(const cj_pen *p, cj_text text)
{
    return cj_str_of(cj_text_in(text, p->lang));
}

cj_str cj_words_hint(const cj_pen *p, cj_section_kind kind, const char *field)
{
    return in(p, kind == CJ_SECTION_PERSONA ? cj_persona_hint(field)
                                            : cj_column_hint(kind, field));
}

cj_str cj_words_meta_hint(const cj_pen *p, cj_meta_id id)
{
    return in(p, cj_meta_hint(id));
}

cj_str cj_words_note(const cj_pen *p, cj_elem elem)
{
    return in(p, cj_elem_note(elem));
}

/* ---- notes of our own are known again ---------------------------------------------------------- */

static bool takes_off(cj_str *note, cj_text ours)
{
    const char *const both[] = { ours.en, ours.ja };
    size_t i;

    for (i = 0; i < 2; i++) {
        cj_str head = cj_str_of(both[i]);

        if (head.n && cj_str_starts(*note, head)) {
            *note = cj_utf8_trim(cj_str_from(*note, head.n));
            return true;
        }
    }
    return false;
}

cj_str cj_guide_note_off(cj_str note)
{
    unsigned elem;

    for (elem = 1; elem < CJ_N_ELEMS; elem++)
        if (takes_off(&note, cj_elem_note((cj_elem)elem)))
            break;
    return note;
}

/* ---- the Guide sheet --------------------------------------------------------------------------- */

/* Every text of the sheet is one of our lines: it can be written anew without a loss. */
bool cj_guide_is(const cj_sheet *sheet)
{
    size_t n, i, k;
    const cj_guide_line *line = cj_guide_lines(&n);

    for (i = 0; i < sheet->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(sheet, i);
        cj_str text = cj_utf8_trim(c->text);

        if (cj_owner_list_cell(sheet, c))
            continue;
        for (k = 0; text.n && k < n && !cj_str_eq(text, cj_str_of(line[k].text.en)) &&
                    !cj_str_eq(text, cj_str_of(line[k].text.ja));
             k++)
            ;
        if (k == n)
            return false;
    }
    return sheet->n_cells > 0;
}

void cj_lay_guide(cj_pen *p)
{
    size_t n, i;
    const cj_guide_line *line = cj_guide_lines(&n);

    cj_pen_new_sheet(
        p, cj_str_of(cj_labels_canonical(CJ_FAM_SHEET, CJ_SECTION_GUIDE, p->lang)));
    cj_pen_width(p, 1, 100);
    for (i = 0; i < n; i++)
        cj_pen_put(p, p->row++, 1, line[i].role, in(p, line[i].text));
    cj_lay_owner_list(p);
}
