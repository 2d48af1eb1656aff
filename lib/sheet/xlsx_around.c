/* xlsx_around.c - what a worksheet part says after its cells: drop-down lists, conditional formats. */
#include "sheet/extras.h"
#include "sheet/xlsx_sheet.h"
#include <string.h>

void cj_around_init(cj_around *a, cj_sheet_sink *sink)
{
    memset(a, 0, sizeof *a);
    a->sink = sink;
    cj_buf_init(&a->words, sink->x->package.arena);
    cj_buf_init(&a->at, sink->x->package.arena);
}

/* ---- drop-down lists ------------------------------------------------------------------------ */

/* "a,b,c" as it stands in a formula: between quotes, where a quote is written twice. */
static cj_str unquoted(cj_xlsx *x, cj_str s)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, x->package.arena);
    for (i = 1; i + 1 < s.n; i++) {
        if (s.p[i] == '"' && s.p[i + 1] == '"' && i + 2 < s.n)
            i++;
        cj_buf_byte(&b, s.p[i]);
    }
    return cj_xstring_decoded(x->arena, cj_buf_str(&b));
}

static void split_words(cj_xlsx *x, cj_str list, cj_choice *choice)
{
    cj_str rest = list, word;
    size_t n = 1, i;

    for (i = 0; i < list.n; i++)
        n += list.p[i] == ',';
    choice->word = CJ_NEW_N(x->arena, cj_str, n);
    while (cj_str_split(&rest, ',', &word)) {
        word = cj_str_trim(word);
        if (word.n)
            choice->word[choice->n_words++] = word;
    }
}

static void understand(cj_xlsx *x, cj_str formula, cj_choice *choice)
{
    formula = cj_str_trim(formula);
    if (formula.n >= 2 && formula.p[0] == '"' && formula.p[formula.n - 1] == '"')
        split_words(x, unquoted(x, formula), choice);
    else if (formula.n)
        choice->from = cj_str_fmt(x->arena, "=" CJ_FMT, CJ_ARG(formula));
}

/* One for each of its ranges; what is no range is passed over. */
static cj_rc add_choices(cj_around *a, cj_err *err)
{
    cj_xlsx *x = a->sink->x;
    cj_look *look = &a->sink->sheet->look;
    cj_str rest = cj_str_trim(cj_buf_str(&a->at)), ref;
    cj_choice one;
    cj_rc rc;

    memset(&one, 0, sizeof one);
    rc = cj_xlsx_count_text(x, a->words.n * sizeof *one.word, err);
    if (rc != CJ_OK)
        return rc;
    understand(x, cj_buf_str(&a->words), &one);
    one.title = a->title;
    one.hint = a->hint;
    while (rest.n && cj_str_split(&rest, ' ', &ref)) {
        if (!cj_range_parse(cj_str_trim(ref), &one.at))
            continue;
        if (look->n_choices == x->limits->side)
            return cj_xlsx_too_many(x, look->n_choices, err);
        rc = cj_xlsx_count_text(x, sizeof one, err); /* three bytes ask for one */
        if (rc != CJ_OK)
            return rc;
        CJ_ROOM(x->arena, look->choices, look->n_choices, look->cap_choices);
        look->choices[look->n_choices++] = one;
    }
    return cj_xlsx_count_text(x, a->title.n + a->hint.n, err);
}

/* Newer versions write the ranges as an element of their own. */
static void begin_choice(cj_around *a, cj_xml_attrs attrs)
{
    cj_xlsx *x = a->sink->x;

    a->choice = cj_str_eq(cj_xml_attr(attrs, "type"), CJ_STR("list"));
    if (!a->choice)
        return;
    a->words.n = a->at.n = 0;
    a->title = cj_xstring_decoded(x->arena, cj_xml_attr(attrs, "promptTitle"));
    a->hint = cj_xstring_decoded(x->arena, cj_xml_attr(attrs, "prompt"));
    cj_buf_add(&a->at, cj_xml_attr(attrs, "sqref"));
}

/* ---- what is only counted ------------------------------------------------------------------- */

static void count(cj_around *a, cj_extra_kind kind, cj_other other)
{
    if (a->sink->x->extras)
        cj_extra_add(a->sink->x->arena, a->sink->x->book, kind, other, a->sink->at, 1);
}

/* A data bar stands in the part twice: as old versions know it, and with what they do not. */
static void count_element(cj_around *a, cj_str name, cj_xml_attrs attrs)
{
    if (cj_str_eq(name, CJ_STR("conditionalFormatting"))) {
        a->undecided = a->ext != 0;
        if (!a->undecided)
            count(a, CJ_EXTRA_CONDITIONAL, CJ_OTHER_NONE);
    } else if (cj_str_eq(name, CJ_STR("cfRule")) && a->undecided) {
        a->undecided = false;
        if (!cj_str_eq(cj_xml_attr(attrs, "type"), CJ_STR("dataBar")))
            count(a, CJ_EXTRA_CONDITIONAL, CJ_OTHER_NONE);
    } else if (cj_str_eq(name, CJ_STR("sparklineGroup"))) {
        count(a, CJ_EXTRA_OTHER, CJ_OTHER_SPARKLINE);
    } else if (cj_str_eq(name, CJ_STR("legacyDrawingHF"))) {
        count(a, CJ_EXTRA_PICTURE, CJ_OTHER_NONE); /* in a header or footer of pages */
    }
}

/* ---- the elements --------------------------------------------------------------------------- */

cj_rc cj_around_start(cj_around *a, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    (void)err;
    if (cj_str_eq(name, CJ_STR("extLst")))
        a->ext++;
    else if (cj_str_eq(name, CJ_STR("dataValidation")))
        begin_choice(a, attrs);
    else if (a->choice && cj_str_eq(name, CJ_STR("formula1")))
        a->formula = true;
    else if (a->choice && cj_str_eq(name, CJ_STR("sqref")))
        a->ranges = true;
    else
        count_element(a, name, attrs);
    return CJ_OK;
}

cj_rc cj_around_end(cj_around *a, cj_str name, cj_err *err)
{
    if (cj_str_eq(name, CJ_STR("extLst")) && a->ext) {
        a->ext--;
    } else if (cj_str_eq(name, CJ_STR("formula1"))) {
        a->formula = false;
    } else if (cj_str_eq(name, CJ_STR("sqref"))) {
        a->ranges = false;
    } else if (a->choice && cj_str_eq(name, CJ_STR("dataValidation"))) {
        a->choice = false;
        return add_choices(a, err);
    }
    return CJ_OK;
}

cj_rc cj_around_text(cj_around *a, cj_str piece, cj_err *err)
{
    size_t limit = a->sink->x->limits->cell_bytes;
    cj_buf *to = a->formula ? &a->words : a->ranges ? &a->at : NULL;

    if (!to)
        return CJ_OK;
    if (piece.n > limit - to->n)
        return cj_text_too_long(to->arena, limit, err);
    cj_buf_add(to, piece);
    return CJ_OK;
}
