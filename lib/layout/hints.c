/* hints.c - what stands in the notes of labels and beside chosen cells, and the Guide sheet. */
#include "layout/parts.h"

cj_str cj_words_hint(const cj_pen *p, cj_section_kind kind, const char *field)
{
    (void)p;
    (void)kind;
    (void)field;
    return CJ_STR("");
}

cj_str cj_guide_note_off(const cj_pen *p, cj_str note)
{
    (void)p;
    return note;
}

bool cj_guide_is(const cj_pen *p, const cj_sheet *sheet)
{
    (void)p;
    (void)sheet;
    return false;
}

void cj_lay_guide(cj_pen *p)
{
    (void)p;
}
