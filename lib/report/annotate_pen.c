/* annotate_pen.c - cells, lines and links of the sheets that an annotated workbook gets. */
#include "report/annotate.h"
#include "base/utf8.h"

static const cj_sheet *sheet_of(const cj_book *book, cj_mark_sheet mark)
{
    size_t i;

    for (i = 0; i < book->n_sheets; i++)
        if (cj_marks_sheet(&book->sheets[i]) == mark)
            return &book->sheets[i];
    return NULL;
}

/* A name that people gave to the sheet of an earlier run stays. */
static cj_str name_of(const cj_annotating *a, cj_mark_sheet mark)
{
    const cj_sheet *old = sheet_of(a->book, mark);
    cj_text name = cj_marks_name(mark);
    cj_text other = { name.ja, name.en };
    cj_book rest = *a->book;
    size_t i;

    if (old && !cj_str_eq(old->name, cj_str_of(cj_text_in(other, a->lang))))
        return old->name;
    rest.sheets = CJ_NEW_N(a->arena, cj_sheet, rest.n_sheets + 1);
    for (rest.n_sheets = i = 0; i < a->book->n_sheets; i++)
        if (&a->book->sheets[i] != old)
            rest.sheets[rest.n_sheets++] = a->book->sheets[i];
    return cj_sheet_name_fit(a->arena, &rest, cj_str_of(cj_text_in(name, a->lang)));
}

unsigned cj_annotate_sheet(cj_annotating *a, cj_mark_sheet mark)
{
    cj_book_add_sheet(a->arena, a->made, name_of(a, mark));
    return (unsigned)a->made->n_sheets - 1;
}

cj_book_cell *cj_annotate_put(cj_annotating *a, unsigned sheet, uint32_t row, uint32_t col,
                              cj_style style, cj_str text)
{
    cj_book_cell *c = cj_sheet_add(a->arena, &a->made->sheets[sheet], row, col);

    c->value = text.n ? CJ_V_TEXT : CJ_V_EMPTY;
    c->text = text;
    c->style = cj_book_style(a->arena, a->made, style);
    return c;
}

void cj_annotate_line(cj_annotating *a, unsigned sheet, uint32_t row, uint32_t last,
                      cj_role role, cj_str text)
{
    cj_sheet *s = &a->made->sheets[sheet];

    cj_annotate_put(a, sheet, row, 1, (cj_style){ .role = role }, text);
    if (last < 2)
        return;
    CJ_ROOM(a->arena, s->merges, s->n_merges, s->cap_merges);
    s->merges[s->n_merges++] = (cj_range){ row, 1, row, last };
}

void cj_annotate_link(cj_annotating *a, unsigned sheet, uint32_t row, uint32_t col,
                      cj_str target)
{
    enum { MOST = 65530 }; /* that Excel takes on a sheet */
    cj_sheet *s = &a->made->sheets[sheet];

    if (s->n_links >= MOST || cj_str_has(cj_str_from(target, 1), CJ_STR("#")))
        return;
    CJ_ROOM(a->arena, s->links, s->n_links, s->cap_links);
    s->links[s->n_links++] = (cj_book_link){ { row, col, row, col }, target };
}

void cj_annotate_finish(cj_annotating *a, unsigned sheet, const double *width,
                        uint32_t n_widths, uint32_t hidden, cj_mark_sheet mark)
{
    cj_sheet *s = &a->made->sheets[sheet];

    cj_annotate_put(a, sheet, 1, hidden, (cj_style){ .role = CJ_ROLE_NONE },
                    cj_marks_word(mark));
    s->look.width = CJ_NEW_N(a->arena, double, n_widths);
    memcpy(s->look.width, width, n_widths * sizeof *width);
    s->look.n_widths = n_widths;
    CJ_ROOM(a->arena, s->hidden_cols, s->n_hidden_cols, s->cap_hidden_cols);
    s->hidden_cols[s->n_hidden_cols++] = (cj_range){ 0, hidden, 0, n_widths };
    cj_sheet_seal(a->arena, s);
}

cj_str cj_annotate_words(const cj_annotating *a, cj_text says, cj_str x, cj_str y, cj_str z)
{
    return cj_words(a->arena, a->lang, says, x, y, z);
}

cj_str cj_annotate_severity(const cj_annotating *a, cj_severity severity)
{
    static const cj_text words[] = {
        { "", "" }, { "Info", "情報" }, { "Warning", "警告" }, { "Error", "エラー" }
    };

    return cj_str_of(cj_text_in(words[severity], a->lang));
}

/* Not the file's name: the copy has another one, and shall say the same when it is checked again. */
cj_str cj_annotate_of(const cj_annotating *a)
{
    static const cj_text dated = { "{0} (checked on {1})", "{0}（点検日 {1}）" };
    const cj_map *map = a->file->maps[0].map;
    cj_str name = cj_utf8_joined(a->arena, map->meta[CJ_META_TITLE].text), day;

    if (!name.n || a->file->n_maps > 1)
        name = a->book->sheets[map->sheet].name;
    if (!a->today.year)
        return name;
    day =
        cj_str_fmt(a->arena, "%04d-%02d-%02d", a->today.year, a->today.month, a->today.day);
    return cj_annotate_words(a, dated, name, day, CJ_STR(""));
}
