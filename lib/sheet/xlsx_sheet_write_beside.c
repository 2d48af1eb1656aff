/* xlsx_sheet_write_beside.c - what stands behind the cells of a new sheet: filter, merges, lists to choose
 * from, links, and how it goes onto paper. */
#include "base/number.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_pages.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_sheet_write.h"

#define MOST_BREAKS 1023u

static void put_range(cj_buf *to, const cj_range *r)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, r->row1, r->col1);
    cj_buf_z(to, ref);
    if (r->row1 == r->row2 && r->col1 == r->col2)
        return;
    cj_ref(ref, r->row2, r->col2);
    cj_buf_fmt(to, ":%s", ref);
}

static void put_filter(cj_sheet_writing *w)
{
    if (!cj_xlsx_range_fits(&w->sheet->look.filter))
        return;
    cj_buf_z(&w->xml, "<autoFilter ref=\"");
    put_range(&w->xml, &w->sheet->look.filter);
    cj_buf_z(&w->xml, "\"/>");
}

static void put_merges(cj_sheet_writing *w)
{
    cj_range *range;
    size_t i, n = cj_xlsx_merges(w->p->arena, w->sheet, &range);

    if (!n)
        return;
    cj_buf_fmt(&w->xml, "<mergeCells count=\"%zu\">", n);
    for (i = 0; i < n; i++) {
        cj_buf_z(&w->xml, "<mergeCell ref=\"");
        put_range(&w->xml, &range[i]);
        cj_buf_z(&w->xml, "\"/>");
    }
    cj_buf_z(&w->xml, "</mergeCells>");
}

/* ---- lists to choose from --------------------------------------------------------------------------- */

static bool has_sheet(const cj_sheet_writing *w, cj_str given)
{
    size_t i;

    if (cj_names_sheet(w->p->arena, given, w->sheet->name))
        return true;
    for (i = 0; i < w->p->n_sheets; i++)
        if (!w->p->sheet[i].gone && cj_names_sheet(w->p->arena, given, w->p->sheet[i].name))
            return true;
    return false;
}

/* A list in cells of a sheet that this workbook does not have would make Excel repair it. */
static bool knows(const cj_sheet_writing *w, cj_str formula)
{
    cj_str given;

    while (cj_formula_sheet(w->p->arena, &formula, &given))
        if (!has_sheet(w, given))
            return false;
    return true;
}

static void put_attribute(cj_buf *to, const char *name, cj_str text, size_t units)
{
    if (!text.n)
        return;
    cj_buf_fmt(to, " %s=\"", name);
    cj_xml_escape(to, cj_str_of(cj_xlsx_plain_text(to->arena, text, units)), true);
    cj_buf_byte(to, '"');
}

static size_t put_choice(cj_sheet_writing *w, const cj_choice *c, cj_buf *to)
{
    cj_str formula = c->n_words ? cj_xlsx_list(w->p->arena, c)
                                : cj_str_from(c->from, cj_str_starts(c->from, CJ_STR("=")));

    if (!c->n_words && !knows(w, formula))
        formula = CJ_STR("");
    if (!cj_xlsx_range_fits(&c->at) || (!formula.n && !c->title.n && !c->hint.n))
        return 0;
    cj_buf_fmt(to, "<dataValidation%s allowBlank=\"1\" showInputMessage=\"1\"",
               formula.n ? " type=\"list\"" : "");
    put_attribute(to, "promptTitle", c->title, 32);
    put_attribute(to, "prompt", c->hint, 255);
    cj_buf_z(to, " sqref=\"");
    put_range(to, &c->at);
    cj_buf_z(to, formula.n ? "\"><formula1>" : "\"/>");
    if (!formula.n)
        return 1;
    cj_xml_escape(to, formula, false);
    cj_buf_z(to, "</formula1></dataValidation>");
    return 1;
}

static void put_choices(cj_sheet_writing *w)
{
    const cj_look *look = &w->sheet->look;
    size_t i, n = 0;
    cj_buf b;

    cj_buf_init(&b, w->p->arena);
    for (i = 0; i < look->n_choices; i++)
        n += put_choice(w, &look->choices[i], &b);
    if (n)
        cj_buf_fmt(&w->xml, "<dataValidations count=\"%zu\">" CJ_FMT "</dataValidations>",
                   n, CJ_ARG(cj_buf_str(&b)));
}

/* ---- links ------------------------------------------------------------------------------------------ */

static bool hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* As a relation's target has it: what no address holds is escaped, once. */
static cj_str address(cj_arena *arena, cj_str url)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < url.n; i++) {
        char c = url.p[i];
        bool done = c == '%' && i + 2 < url.n && hex(url.p[i + 1]) && hex(url.p[i + 2]);

        if (!done && strchr(" \"<>[]`^{}%", c))
            cj_buf_fmt(&b, "%%%02x", (unsigned)(unsigned char)c);
        else
            cj_buf_byte(&b, c);
    }
    return cj_buf_str(&b);
}

static void relate(cj_sheet_writing *w, cj_str target)
{
    cj_buf_fmt(&w->relations, "<Relationship Id=\"rId%zu\" Type=\"%s/hyperlink\" Target=\"",
               ++w->n_relations,
               w->strict ? CJ_STRICT_RELATIONS_SPACE : CJ_RELATIONS_SPACE);
    cj_xml_escape(&w->relations, address(w->p->arena, target), true);
    cj_buf_z(&w->relations, "\" TargetMode=\"External\"/>");
}

static void put_place(cj_buf *to, cj_str place)
{
    if (!place.n)
        return;
    cj_buf_z(to, " location=\"");
    cj_xml_escape(to, place, true);
    cj_buf_byte(to, '"');
}

static void put_link(cj_sheet_writing *w, size_t i)
{
    const cj_book_cell *c = cj_sheet_cell(w->sheet, i);
    cj_str url = cj_str_of(w->url[i]), inside = CJ_STR("internal:");
    size_t mark = cj_str_find(url, CJ_STR("#"));
    char ref[CJ_REF_MAX];

    cj_ref(ref, c->row, c->col);
    cj_buf_fmt(&w->xml, "<hyperlink ref=\"%s\"", ref);
    if (cj_str_starts(url, inside)) {
        put_place(&w->xml, cj_str_from(url, inside.n));
    } else {
        relate(w, cj_str_cut(url, 0, mark));
        cj_buf_fmt(&w->xml, " r:id=\"rId%zu\"", w->n_relations);
        if (mark != CJ_NONE)
            put_place(&w->xml, cj_str_from(url, mark + 1));
    }
    cj_buf_z(&w->xml, "/>");
}

static void put_links(cj_sheet_writing *w)
{
    size_t i, n = 0;

    for (i = 0; i < w->sheet->n_cells; i++) {
        if (!w->url[i])
            continue;
        cj_buf_z(&w->xml, n++ ? "" : "<hyperlinks>");
        put_link(w, i);
    }
    cj_buf_z(&w->xml, n ? "</hyperlinks>" : "");
}

/* ---- on paper --------------------------------------------------------------------------------------- */

static void put_breaks(cj_sheet_writing *w, const cj_pages *pages)
{
    size_t i, n = 0;
    cj_buf b;

    cj_buf_init(&b, w->p->arena);
    for (i = 0; i < pages->n_begin && n < MOST_BREAKS; i++)
        if (pages->begin[i] > 1) {
            cj_buf_fmt(&b, "<brk id=\"%u\" max=\"16383\" man=\"1\"/>",
                       (unsigned)(pages->begin[i] - 1));
            n++;
        }
    if (n)
        cj_buf_fmt(&w->xml,
                   "<rowBreaks count=\"%zu\" manualBreakCount=\"%zu\">" CJ_FMT
                   "</rowBreaks>",
                   n, n, CJ_ARG(cj_buf_str(&b)));
}

static void put_print(cj_sheet_writing *w)
{
    cj_pages pages = cj_xlsx_pages(w->p->arena, &w->m, w->sheet);

    cj_buf_z(&w->xml,
             w->sheet->look.page ? "<printOptions horizontalCentered=\"1\"/>" : "");
    cj_buf_z(&w->xml, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" "
                      "header=\"0.3\" footer=\"0.3\"/>");
    cj_buf_fmt(&w->xml, "<pageSetup paperSize=\"%u\"%s orientation=\"%s\"/>", pages.paper,
               pages.one ? "" : " fitToHeight=\"0\"",
               pages.across ? "landscape" : "portrait");
    cj_buf_z(&w->xml, "<headerFooter><oddFooter>&amp;L&amp;9&amp;A&amp;R&amp;9&amp;P / "
                      "&amp;N</oddFooter></headerFooter>");
    put_breaks(w, &pages);
}

void cj_sheet_write_beside(cj_sheet_writing *w)
{
    cj_range all = { 1, 1, w->sheet->rows, w->sheet->cols };

    put_filter(w);
    put_merges(w);
    put_choices(w);
    put_links(w);
    put_print(w);
    if (w->sheet->rows) { /* no green corners on texts that look like numbers */
        cj_buf_z(&w->xml, "<ignoredErrors><ignoredError sqref=\"");
        put_range(&w->xml, &all);
        cj_buf_z(&w->xml, "\" numberStoredAsText=\"1\"/></ignoredErrors>");
    }
}
