/* xlsx_sheet_write_notes.c - the texts of a new sheet's notes, and who wrote them. */
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_faces.h"
#include "sheet/xlsx_patch_styles.h"
#include "sheet/xlsx_sheet_write.h"

#define AUTHOR_UNITS 54u

/* One for each cell, by place, and none without a text. */
static size_t chosen(cj_arena *arena, const cj_sheet *sheet, cj_book_note **out)
{
    cj_book_note *note = CJ_NEW_N(arena, cj_book_note, sheet->n_notes + 1);
    size_t i, n = 0;

    for (i = 0; i < sheet->n_notes; i++) {
        const cj_book_note *one = &sheet->notes[i];

        if (!one->text.n)
            continue;
        if (n && note[n - 1].row == one->row && note[n - 1].col == one->col)
            n--;
        note[n++] = *one;
    }
    *out = note;
    return n;
}

static size_t author(cj_arena *arena, cj_str name, cj_str **authors, size_t *n, size_t *cap)
{
    size_t i;

    name = cj_str_of(cj_xlsx_plain_text(arena, name, AUTHOR_UNITS));
    for (i = 0; i < *n; i++)
        if (cj_str_eq((*authors)[i], name))
            return i;
    CJ_ROOM(arena, *authors, *n, *cap);
    (*authors)[(*n)++] = name;
    return i;
}

static void put_note(cj_buf *to, const cj_book_note *note, size_t author, cj_lang lang)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, note->row, note->col);
    cj_buf_fmt(to,
               "<comment ref=\"%s\" authorId=\"%zu\"><text><r><rPr><sz val=\"9\"/><color "
               "indexed=\"81\"/><rFont val=\"%s\"/><family val=\"2\"/></rPr><t "
               "xml:space=\"preserve\">",
               ref, author, cj_xlsx_font(lang));
    cj_xml_escape(to, cj_str_of(cj_xlsx_note_text(to->arena, note->text)), false);
    cj_buf_z(to, "</t></r></text></comment>");
}

size_t cj_sheet_write_notes(cj_patching *p, const cj_book *from, const cj_sheet *sheet,
                            cj_book_note **out, cj_str *xml)
{
    size_t i, n = chosen(p->arena, sheet, out), n_authors = 0, cap = 0;
    cj_str *authors = NULL;
    cj_buf list, all;

    cj_buf_init(&list, p->arena);
    for (i = 0; i < n; i++)
        put_note(&list, &(*out)[i],
                 author(p->arena, (*out)[i].author, &authors, &n_authors, &cap),
                 from->lang);
    cj_buf_init(&all, p->arena);
    cj_buf_fmt(&all,
               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
               "<comments xmlns=\"%s\"><authors>",
               p->styles->strict ? CJ_STRICT_SPACE : CJ_MAIN_SPACE);
    for (i = 0; i < n_authors; i++) {
        cj_buf_z(&all, "<author>");
        cj_xml_escape(&all, authors[i], false);
        cj_buf_z(&all, "</author>");
    }
    cj_buf_z(&all, "</authors><commentList>");
    cj_buf_add(&all, cj_buf_str(&list));
    cj_buf_z(&all, "</commentList></comments>");
    *xml = cj_buf_str(&all);
    return n;
}
