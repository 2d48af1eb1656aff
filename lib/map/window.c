/* window.c - the part of a sheet in which a map is looked for, as a dense grid of texts. */
#include "map/window.h"
#include "map/normal.h"
#include "base/number.h"
#include "base/utf8.h"
#include <math.h>
#include <string.h>

enum { MAX_FOREIGN = 60 };

/* The format multiplies by a hundred: 0%, 0.0%; not 0"%" and not 0\%. */
static bool is_percent(cj_str format)
{
    bool quoted = false;
    size_t i;

    for (i = 0; i < format.n; i++) {
        if (format.p[i] == '"')
            quoted = !quoted;
        else if (format.p[i] == '\\')
            i++;
        else if (format.p[i] == '%' && !quoted)
            return true;
    }
    return false;
}

/* 0.8 shown as 80%. Two decimals are more than anybody shows; the digits of 0.07 * 100 are none. */
static cj_str percent(cj_arena *arena, double x)
{
    double shown = round(x * 1e6) / 1e4;

    return cj_str_fmt(arena, CJ_FMT "%%", CJ_ARG(cj_number_text(arena, shown)));
}

static const struct {
    cj_str minus, format;
} signs[] = { { CJ_LIT("-"), CJ_LIT("+0;-0;0") },
              { CJ_LIT("\u2212"), CJ_LIT("+0;\"\u2212\"0;0") } };

enum { N_SIGNS = sizeof signs / sizeof *signs };

cj_str cj_signed_format(cj_str text, double *value)
{
    bool plus = cj_str_starts(text, CJ_STR("+"));
    cj_str sign = plus ? CJ_STR("+") : signs[1].minus, digits;

    if (!cj_str_starts(text, sign))
        return CJ_STR("");
    digits = cj_str_from(text, sign.n);
    if (digits.n != 1 || digits.p[0] < '1' || digits.p[0] > '9')
        return CJ_STR("");
    *value = plus ? digits.p[0] - '0' : '0' - digits.p[0];
    return signs[plus ? 0 : 1].format;
}

/* +1 and −2; empty where the format shows no signs. */
static cj_str with_sign(cj_arena *arena, double x, cj_str format)
{
    size_t i;

    for (i = 0; i < N_SIGNS && !cj_str_eq(signs[i].format, format); i++)
        ;
    if (i == N_SIGNS || floor(x) < x)
        return CJ_STR("");
    return cj_str_fmt(arena, CJ_FMT "%.0f",
                      CJ_ARG(x > 0   ? CJ_STR("+")
                             : x < 0 ? signs[i].minus
                                     : CJ_STR("")),
                      fabs(x));
}

/* "😀": a format that is one quoted text shows that, whatever the number. */
static cj_str literal(cj_str format)
{
    cj_str inside = format.n > 2 ? cj_str_cut(format, 1, format.n - 2) : CJ_STR("");

    if (!inside.n || format.p[0] != '"' || format.p[format.n - 1] != '"' ||
        cj_str_has(inside, CJ_STR("\"")))
        return CJ_STR("");
    return cj_utf8_trim(inside);
}

cj_str cj_literal_format(cj_arena *arena, cj_str text)
{
    enum { MOST = 40 };

    if (!text.n || text.n > MOST || cj_str_has(text, CJ_STR("\"")) ||
        cj_str_has(text, CJ_STR("\n")))
        return CJ_STR("");
    return cj_str_fmt(arena, "\"" CJ_FMT "\"", CJ_ARG(text));
}

/* Empty: as any number is. */
static cj_str formatted(cj_arena *arena, double x, cj_str format)
{
    if (is_percent(format))
        return percent(arena, x);
    return literal(format).n ? literal(format) : with_sign(arena, x, format);
}

cj_str cj_seen(cj_arena *arena, const cj_book *book, const cj_book_cell *cell)
{
    cj_str shown = CJ_STR("");

    if (cell->value == CJ_V_EMPTY)
        return CJ_STR("");
    if (cell->value == CJ_V_NUMBER && fabs(cell->number) < 1e9 &&
        cell->style < book->n_styles)
        shown = formatted(arena, cell->number, book->styles[cell->style].number_format);
    if (shown.n)
        return shown;
    return cj_utf8_trim(cj_book_cell_text(arena, book, cell));
}

static bool inside(const cj_window *w, unsigned row, unsigned col)
{
    return row >= w->part.row1 && row <= w->part.row2 && col >= w->part.col1 &&
           col <= w->part.col2;
}

static size_t place(const cj_window *w, unsigned row, unsigned col)
{
    return (size_t)(row - w->first) * w->cols + col - 1;
}

/* Areas of a sound sheet never overlap, so painting all of them costs at most one window; the
 * ration stops a hostile sheet. */
static void paint_merges(cj_window *w)
{
    size_t i, ration = (size_t)(w->rows + 1 - w->first) * w->cols * 4;
    unsigned row, col;

    for (i = 0; i < w->sheet->n_merges; i++) {
        const cj_range *m = &w->sheet->merges[i];

        if (m->row1 > w->rows)
            break;
        row = m->row1 > w->first ? m->row1 : w->first;
        for (; row <= m->row2 && row <= w->rows; row++)
            for (col = m->col1; col <= m->col2 && col <= w->cols; col++) {
                if (!ration--)
                    return;
                w->merge[place(w, row, col)] = (unsigned)i + 1;
            }
    }
}

/* Under a merged area only its first cell can be seen. */
static bool hidden(const cj_window *w, unsigned row, unsigned col)
{
    const cj_range *m = cj_window_merge(w, row, col);

    return m && (m->row1 != row || m->col1 != col);
}

static void fill(cj_window *w)
{
    size_t i;

    for (i = cj_sheet_from(w->sheet, w->first, 1); i < w->sheet->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(w->sheet, i);

        if (c->row > w->rows)
            break;
        if (c->col > w->cols || hidden(w, c->row, c->col))
            continue;
        w->text[place(w, c->row, c->col)] = cj_seen(w->arena, w->book, c);
        w->value[place(w, c->row, c->col)] = c->value;
    }
}

void cj_window_part(cj_window *w, cj_range part)
{
    unsigned row, col;

    w->part = part;
    w->end = part.row2 + 1;
    memset(w->row_last, 0, (w->rows + 1) * sizeof *w->row_last);
    memset(w->col_last, 0, (w->cols + 1) * sizeof *w->col_last);
    for (row = part.row1; row <= part.row2; row++)
        for (col = part.col1; col <= part.col2; col++)
            if (w->text[place(w, row, col)].n) {
                w->row_last[row] = col;
                w->col_last[col] = row;
            }
}

cj_window *cj_window_open(cj_arena *arena, const cj_book *book, unsigned sheet,
                          unsigned first)
{
    cj_window *w = CJ_NEW(arena, cj_window);
    const cj_sheet *s = &book->sheets[sheet];
    size_t n;

    w->arena = arena;
    w->known.arena = arena;
    w->book = book;
    w->sheet = s;
    w->index = sheet;
    w->first = first;
    w->rows = s->rows - (first - 1) < CJ_WINDOW_ROWS ? s->rows : first - 1 + CJ_WINDOW_ROWS;
    w->cols = s->cols < CJ_WINDOW_COLS ? s->cols : CJ_WINDOW_COLS;
    w->part = (cj_range){ first, 1, w->rows, w->cols };
    n = (size_t)(w->rows + 1 - first) * w->cols;
    w->text = CJ_NEW_N(arena, cj_str, n);
    w->value = cj_alloc(arena, n);
    w->sense = CJ_NEW_N(arena, const cj_sense *, n);
    w->unplain = CJ_NEW_N(arena, bool, n);
    w->row_last = CJ_NEW_N(arena, unsigned, w->rows + 1);
    w->col_last = CJ_NEW_N(arena, unsigned, w->cols + 1);
    w->phase = CJ_NEW_N(arena, cj_phase_name *, n);
    w->merge = CJ_NEW_N(arena, unsigned, n);
    w->axis = cj_alloc(arena, n);
    w->foreign = cj_alloc(arena, n);
    paint_merges(w);
    fill(w);
    cj_window_part(w, w->part);
    return w;
}

void cj_window_move(cj_window *w, cj_arena *arena)
{
    w->arena = w->known.arena = arena;
}

cj_str cj_window_text(const cj_window *w, unsigned row, unsigned col)
{
    return inside(w, row, col) ? w->text[place(w, row, col)] : CJ_STR("");
}

void cj_window_know(cj_window *w, const cj_config *config)
{
    cj_known_labels(&w->known, config);
    cj_window_names(w);
}

static const cj_sense *kept(cj_window *w, size_t at, const cj_sense *sense)
{
    static const cj_sense none = { .reading = CJ_READ_CUSTOM };

    if (!sense->n)
        return w->sense[at] = &none;
    w->sense[at] = memcpy(CJ_NEW(w->arena, cj_sense), sense, sizeof *sense);
    return w->sense[at];
}

const cj_sense *cj_window_plain(cj_window *w, unsigned row, unsigned col)
{
    size_t at = inside(w, row, col) ? place(w, row, col) : 0;
    cj_sense sense;

    if (!inside(w, row, col) || !w->text[at].n || w->unplain[at])
        return NULL;
    if (w->sense[at])
        return w->sense[at];
    if (!cj_window_figure(w, row, col) && cj_sense_plain(&w->known, w->text[at], &sense))
        return kept(w, at, &sense);
    w->unplain[at] = true;
    return NULL;
}

const cj_sense *cj_window_sense(cj_window *w, unsigned row, unsigned col)
{
    static const cj_sense none = { .reading = CJ_READ_CUSTOM };
    size_t at = inside(w, row, col) ? place(w, row, col) : 0;
    cj_sense sense;

    if (!inside(w, row, col) || !w->text[at].n || cj_window_figure(w, row, col))
        return &none;
    if (w->sense[at])
        return w->sense[at];
    if (!w->unplain[at] && cj_window_plain(w, row, col))
        return w->sense[at];
    sense = cj_sense_more(&w->known, w->text[at]);
    return kept(w, at, &sense);
}

const cj_phase_name *cj_window_phase(cj_window *w, unsigned row, unsigned col)
{
    static const cj_phase_name none = { .id = CJ_PHASE_OTHER };
    cj_phase_name **p;

    if (!inside(w, row, col) || !cj_window_text(w, row, col).n)
        return &none;
    p = &w->phase[place(w, row, col)];
    if (!*p) {
        *p = CJ_NEW(w->arena, cj_phase_name);
        **p = cj_phase_name_of(w->arena, cj_window_text(w, row, col));
    }
    return *p;
}

int cj_window_axis(cj_window *w, unsigned row, unsigned col)
{
    signed char *a;

    if (!inside(w, row, col) || !cj_window_text(w, row, col).n)
        return -1;
    a = &w->axis[place(w, row, col)];
    if (!*a)
        *a = (signed char)(cj_axis_of(w->arena, cj_window_text(w, row, col)) + 2);
    return *a - 2;
}

/* What only a sheet about a person has: name, age, role … but no goals, no pains. */
static bool of_a_person(int id)
{
    const char *field = id < 0 ? NULL : cj_labels_name(CJ_FAM_PERSONA, (unsigned)id);

    return field && strcmp(field, "goals") != 0 && strcmp(field, "pains") != 0 &&
           strcmp(field, "source") != 0;
}

static bool foreign(cj_arena *arena, cj_str text)
{
    cj_str key = text.n && text.n <= MAX_FOREIGN ? cj_label_key(arena, text) : CJ_STR("");

    return key.n && (cj_labels_id(CJ_FAM_OTHER, key) >= 0 ||
                     of_a_person(cj_labels_id(CJ_FAM_PERSONA, key)));
}

bool cj_window_foreign(cj_window *w, unsigned row, unsigned col)
{
    unsigned char *f;

    if (!inside(w, row, col))
        return false;
    f = &w->foreign[place(w, row, col)];
    if (!*f)
        *f = foreign(w->arena, cj_window_text(w, row, col)) ? 2 : 1;
    return *f == 2;
}

const cj_range *cj_window_merge(const cj_window *w, unsigned row, unsigned col)
{
    unsigned m = inside(w, row, col) ? w->merge[place(w, row, col)] : 0;

    return m ? &w->sheet->merges[m - 1] : NULL;
}

bool cj_window_figure(const cj_window *w, unsigned row, unsigned col)
{
    cj_value v;
    double x;

    if (!inside(w, row, col))
        return false;
    v = (cj_value)w->value[place(w, row, col)];
    return v == CJ_V_NUMBER || v == CJ_V_DATE || v == CJ_V_BOOL || v == CJ_V_ERROR ||
           cj_number_parse(cj_window_text(w, row, col), &x);
}

unsigned cj_window_filled(const cj_window *w, unsigned row)
{
    unsigned col, n = 0;

    for (col = 1; col <= w->cols; col++)
        n += cj_window_text(w, row, col).n > 0;
    return n;
}
