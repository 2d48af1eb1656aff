/* xlsx_write_beside.c - what lies over or beside the cells of a new sheet: notes, lists, charts. */
#include "sheet/text_lines.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_faces.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_write.h"
#include <math.h>
#include <stdlib.h>

/* Its structures take texts that it only reads as if it wrote them. */
static char *loose(const char *z)
{
    return (char *)(uintptr_t)z;
}

/* ---- notes */

#define NOTE_SIZE 9.0
#define NOTE_PIXELS 260u
#define NOTE_HIGHEST 700.0

static lxw_error write_note(const cj_xlsx_page *p, const cj_book_note *note)
{
    cj_lang lang = p->w->book->lang;
    cj_type type = { NOTE_SIZE, false, lang };
    unsigned room = (unsigned)((NOTE_PIXELS - 16) * 0.75 / NOTE_SIZE * CJ_TEXT_EM);
    double points =
        (cj_text_lines(note->text, &type, room) + 1) * cj_text_leading(note->text, &type);
    lxw_comment_options o = { 0 };

    o.author = loose(cj_xlsx_plain_text(p->w->arena, note->author, 54));
    o.width = NOTE_PIXELS;
    o.height = (uint16_t)((points > NOTE_HIGHEST ? NOTE_HIGHEST : points) / 0.75);
    o.font_name = loose(cj_xlsx_font(lang));
    o.font_size = NOTE_SIZE;
    return p->lib->worksheet_write_comment_opt(
        p->out, PLACE(note), cj_xlsx_note_text(p->w->arena, note->text), &o);
}

lxw_error cj_xlsx_write_notes(const cj_xlsx_page *p)
{
    const cj_sheet *s = p->sheet;
    lxw_error e = LXW_NO_ERROR;
    size_t i;

    for (i = 0; i < s->n_notes && e == LXW_NO_ERROR; i++)
        if (s->notes[i].text.n)
            e = write_note(p, &s->notes[i]);
    return e;
}

/* ---- lists to choose from */

/* libxlsxwriter 1.1 joins the words of a list into a buffer that only ASCII is sure to fit, and
 * loses memory where the list is given as a formula: it gets a list of one word, and then ours. */
static lxw_error list_of(const cj_xlsx_page *p, const cj_range *at, lxw_data_validation *v,
                         const char *formula)
{
    static const char *const one[] = { "-", NULL };
    lxw_data_val_obj *made = NULL, *each;
    lxw_error e;

    v->validate = LXW_VALIDATION_TYPE_LIST;
    v->value_list = (char **)(uintptr_t)one;
    e = p->lib->worksheet_data_validation_range(p->out, AREA(at), v);
    STAILQ_FOREACH(each, p->out->data_validations, list_pointers)
    made = each;
    if (e != LXW_NO_ERROR || !made)
        return e;
    free(made->value_formula);
    made->value_formula = strdup(formula);
    return made->value_formula ? e : LXW_ERROR_MEMORY_MALLOC_FAILED;
}

static lxw_error write_choice(const cj_xlsx_page *p, const cj_choice *c)
{
    cj_arena *a = p->w->arena;
    lxw_data_validation v = { 0 };
    cj_str formula = c->n_words ? cj_xlsx_list(a, c)
                                : cj_str_from(c->from, cj_str_starts(c->from, CJ_STR("=")));

    if (!cj_xlsx_range_fits(&c->at))
        return LXW_NO_ERROR;
    v.show_error = LXW_VALIDATION_OFF;
    if (c->title.n)
        v.input_title = loose(cj_xlsx_plain_text(a, c->title, 32));
    if (c->hint.n)
        v.input_message = loose(cj_xlsx_plain_text(a, c->hint, 255));
    if (formula.n)
        return list_of(p, &c->at, &v, cj_str_z(a, formula));
    v.validate = LXW_VALIDATION_TYPE_ANY;
    return p->lib->worksheet_data_validation_range(p->out, AREA(&c->at), &v);
}

lxw_error cj_xlsx_write_choices(const cj_xlsx_page *p)
{
    lxw_error e = LXW_NO_ERROR;
    size_t i;

    for (i = 0; i < p->sheet->look.n_choices && e == LXW_NO_ERROR; i++)
        e = write_choice(p, &p->sheet->look.choices[i]);
    return e;
}

/* ---- charts */

/* Lines part in grey too: by lightness, dashes and marks. */
static void set_line(const cj_xlsx_lib *lib, lxw_chart_series *out, size_t at)
{
    static const struct {
        uint32_t colour;
        uint8_t dash, mark;
    } looks[] = { { 0x1f3864, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE },
                  { 0xc55a11, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_SQUARE },
                  { 0x7faadc, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_DIAMOND },
                  { 0x548235, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_MARKER_TRIANGLE },
                  { 0x7f7f7f, LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_MARKER_SQUARE } };
    size_t i = at % (sizeof looks / sizeof *looks);
    lxw_chart_line line = { .color = looks[i].colour,
                            .width = 2.25,
                            .dash_type = looks[i].dash };
    lxw_chart_fill fill = { .color = looks[i].colour };

    lib->chart_series_set_line(out, &line);
    lib->chart_series_set_marker_type(out, looks[i].mark);
    lib->chart_series_set_marker_size(out, 7);
    lib->chart_series_set_marker_fill(out, &fill);
}

/* A level to be reached has no dots; what was before is paler than what is. */
static void set_kind(const cj_xlsx_lib *lib, lxw_chart_series *out, cj_series_kind kind,
                     size_t at)
{
    lxw_chart_line aim = { .color = 0xc55a11,
                           .width = 1.5,
                           .dash_type = LXW_CHART_LINE_DASH_DASH };
    lxw_chart_line pale = { .color = 0x8497b0,
                            .width = 1.5,
                            .dash_type = LXW_CHART_LINE_DASH_ROUND_DOT };
    lxw_chart_fill fill = { .color = 0xffffff };

    set_line(lib, out, at);
    if (kind == CJ_SERIES_PLAIN)
        return;
    lib->chart_series_set_line(out, kind == CJ_SERIES_TARGET ? &aim : &pale);
    lib->chart_series_set_marker_type(
        out, kind == CJ_SERIES_TARGET ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_DIAMOND);
    if (kind == CJ_SERIES_EARLIER)
        lib->chart_series_set_marker_fill(out, &fill);
}

static void add_series(const cj_xlsx_lib *lib, lxw_chart *chart, const char *sheet,
                       const cj_series *s, size_t at)
{
    lxw_chart_series *out = lib->chart_add_series(chart, NULL, NULL);

    if (cj_xlsx_range_fits(&s->labels))
        lib->chart_series_set_categories(out, sheet, AREA(&s->labels));
    lib->chart_series_set_values(out, sheet, AREA(&s->values));
    if (cj_xlsx_range_fits(&s->name))
        lib->chart_series_set_name_range(out, sheet, s->name.row1 - 1,
                                         (lxw_col_t)(s->name.col1 - 1));
    set_kind(lib, out, s->kind, at);
}

/* A scale of few whole numbers is marked in whole numbers. */
static bool is_scale(const cj_sheet *sheet, const cj_range *values)
{
    size_t i = cj_sheet_from(sheet, values->row1, values->col1);

    for (; i < sheet->n_cells && cj_sheet_cell(sheet, i)->row <= values->row2; i++) {
        const cj_book_cell *c = cj_sheet_cell(sheet, i);
        bool in = c->col >= values->col1 && c->col <= values->col2;

        if (in && !(fabs(c->number) <= 10 && floor(c->number) == c->number))
            return false;
    }
    return true;
}

static void set_axes(const cj_xlsx_lib *lib, lxw_chart *chart, size_t n_series)
{
    lxw_chart_line pale = { .color = 0xd9d9d9, .width = 0.75 };

    lib->chart_axis_major_gridlines_set_line(chart->y_axis, &pale);
    lib->chart_axis_set_line(chart->x_axis, &pale);
    lib->chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    lib->chart_legend_set_position(chart, n_series > 1 ? LXW_CHART_LEGEND_BOTTOM
                                                       : LXW_CHART_LEGEND_NONE);
    lib->chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    lib->chart_chartarea_set_line(chart, &pale);
}

static lxw_error write_chart(const cj_xlsx_page *p, const cj_chart *c)
{
    const char *sheet = cj_str_z(p->w->arena, p->sheet->name);
    lxw_chart_options o = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
    lxw_chart_font font = { .size = 12, .bold = true };
    cj_extent over = cj_xlsx_extent(&p->m, p->sheet, &c->at);
    lxw_chart *chart;
    size_t i, n = 0;
    bool scale = true;

    for (i = 0; i < c->n_series; i++) {
        n += cj_xlsx_range_fits(&c->series[i].values);
        scale = scale && is_scale(p->sheet, &c->series[i].values);
    }
    if (!n || !cj_xlsx_range_fits(&c->at))
        return LXW_NO_ERROR;
    chart = p->lib->workbook_add_chart(p->w->file, LXW_CHART_LINE);
    for (i = 0; i < c->n_series; i++)
        if (cj_xlsx_range_fits(&c->series[i].values))
            add_series(p->lib, chart, sheet, &c->series[i], i);
    if (c->title.n)
        p->lib->chart_title_set_name(chart, cj_xlsx_title(p->w->arena, c->title));
    else
        p->lib->chart_title_off(chart);
    p->lib->chart_title_set_name_font(chart, &font);
    set_axes(p->lib, chart, n);
    if (c->has_scale && c->least < c->most) {
        p->lib->chart_axis_set_min(chart->y_axis, c->least);
        p->lib->chart_axis_set_max(chart->y_axis, c->most);
    }
    if (scale)
        p->lib->chart_axis_set_major_unit(chart->y_axis, 1);
    o.x_scale = over.wide / 480;
    o.y_scale = over.high / 288;
    o.description = loose(cj_xlsx_about(p->w->arena, c->about));
    return p->lib->worksheet_insert_chart_opt(p->out, c->at.row1 - 1,
                                              (lxw_col_t)(c->at.col1 - 1), chart, &o);
}

lxw_error cj_xlsx_write_charts(const cj_xlsx_page *p)
{
    lxw_error e = LXW_NO_ERROR;
    size_t i;

    for (i = 0; i < p->sheet->look.n_charts && e == LXW_NO_ERROR; i++)
        e = write_chart(p, &p->sheet->look.charts[i]);
    return e;
}
