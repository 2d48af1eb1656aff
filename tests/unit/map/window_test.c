/* window_test.c - what a person sees in a cell whose number has a format. */
#include <criterion/criterion.h>
#include "map/window.h"

static const struct {
    const char *text;
    double value;
    const char *format; /* NULL: no such text */
} texts[] = {
    { "+1", 1, "+0;-0;0" }, { "+9", 9, "+0;-0;0" }, { "\u22122", -2, "+0;\"\u2212\"0;0" },
    { "-2", 0, NULL }, /* any number looks like that */
    { "0", 0, NULL },       { "+0", 0, NULL },      { "+10", 0, NULL },
    { "+", 0, NULL },       { "+a", 0, NULL },      { "\u2212", 0, NULL },
    { "", 0, NULL },
};

/* What is written under the format is read as the same text. */
Test(window, numbers_with_signs)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++) {
        cj_book *book = cj_book_new(a, CJ_XLSX);
        double value = 0;
        cj_str format = cj_signed_format(cj_str_of(texts[i].text), &value), seen;
        cj_book_cell c = { .value = CJ_V_NUMBER };

        cr_expect_eq(format.n > 0, texts[i].format != NULL, "%s", texts[i].text);
        if (!texts[i].format || !format.n)
            continue;
        cr_expect(cj_str_eq(format, cj_str_of(texts[i].format)), "%s", texts[i].text);
        cr_expect_eq(value, texts[i].value, "%s", texts[i].text);
        c.number = value;
        c.style = cj_book_style(a, book, (cj_style){ .number_format = format });
        seen = cj_seen(a, book, &c);
        cr_expect(cj_str_eq(seen, cj_str_of(texts[i].text)), "%s", texts[i].text);
    }
    cj_arena_free(a);
}

Test(window, formats_of_numbers)
{
    static const struct {
        double number;
        const char *format, *text, *seen;
    } cells[] = {
        { 0, "+0;-0;0", "0", "0" },
        { -3, "+0;-0;0", "-3", "-3" },
        { 1.5, "+0;-0;0", "1.5", "1.5" }, /* rounded, it would say something else */
        { 2, "0", "2", "2" },
        { 0.8, "0%", "0.8", "80%" },
        { 0.8, "0.0\"%\"", "0.8", "0.8" },
        { -1, "\"😟\"", "-1", "😟" }, /* a face that a curve can be drawn of */
        { 2, "\"a\"0\"b\"", "2", "2" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cells / sizeof *cells; i++) {
        cj_book *book = cj_book_new(a, CJ_XLSX);
        cj_style style = { .number_format = cj_str_of(cells[i].format) };
        cj_book_cell c = { .value = CJ_V_NUMBER,
                           .number = cells[i].number,
                           .text = cj_str_of(cells[i].text),
                           .style = cj_book_style(a, book, style) };
        cj_str seen = cj_seen(a, book, &c);

        cr_expect(cj_str_eq(seen, cj_str_of(cells[i].seen)), "%s under %s: " CJ_FMT,
                  cells[i].text, cells[i].format, CJ_ARG(seen));
    }
    cj_arena_free(a);
}
