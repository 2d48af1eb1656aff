/* biff_test.c - the walk over records: what stands before the sheets, cells, texts. */
#include "sheet/biff.h"
#include "base/buf.h"
#include "sheet/bytes.h"
#include <criterion/criterion.h>

typedef struct stream {
    cj_arena *arena;
    cj_buf b;
} stream;

static stream stream_new(void)
{
    stream s = { cj_arena_new(0), { NULL, NULL, 0, 0 } };

    cj_buf_init(&s.b, s.arena);
    return s;
}

static void add(stream *s, unsigned id, const char *body, size_t n)
{
    char *p = cj_buf_space(&s->b, 4 + n);

    cj_put16(p, id);
    cj_put16(p + 2, (uint32_t)n);
    if (n)
        memcpy(p + 4, body, n);
    s->b.n += 4 + n;
}

#define ADD(s, id, literal) add((s), (id), (literal), sizeof(literal) - 1)
#define BOF8(s, kind) \
    ADD((s), 0x809, "\x00\x06" kind "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
#define GLOBALS "\x05\x00"
#define SHEET "\x10\x00"
#define CHART "\x20\x00"

static cj_biff opened(stream *s)
{
    cj_biff b;

    cr_assert(cj_biff_open(s->arena, cj_buf_str(&s->b), &b));
    return b;
}

typedef struct cells {
    cj_biff_cell cell[16];
    size_t n, stop_at;
} cells;

static bool keep(void *context, const cj_biff_cell *c)
{
    cells *all = context;

    if (all->n < 16)
        all->cell[all->n] = *c;
    return ++all->n != all->stop_at;
}

static cells walked(const cj_biff *b, size_t sheet)
{
    cells all = { .n = 0 };

    cr_assert_lt(sheet, b->n_sheets);
    cj_biff_cells(b, &b->sheets[sheet], keep, &all);
    return all;
}

#define EXPECT_TEXT(s, biff, cell, want)                                                  \
    do {                                                                                  \
        cj_str cj_got = cj_biff_text((s)->arena, (biff), (cell));                         \
        cr_expect(cj_str_eq(cj_got, CJ_STR(want)), "got \"" CJ_FMT "\"", CJ_ARG(cj_got)); \
    } while (0)

/* A book of one sheet, whose cells come next. */
static stream sheet8(void)
{
    stream s = stream_new();

    BOF8(&s, GLOBALS);
    ADD(&s, CJ_BIFF_EOF, "");
    BOF8(&s, SHEET);
    return s;
}

Test(biff, globals)
{
    stream s = stream_new();
    cj_biff b;

    BOF8(&s, GLOBALS);
    ADD(&s, CJ_BIFF_CODEPAGE, "\xb0\x04");
    ADD(&s, CJ_BIFF_DATEMODE, "\x01\x00");
    ADD(&s, CJ_BIFF_FORMAT,
        "\xa4\x00\x03\x00\x01"
        "e\x00t\x5e"
        "d\x00");
    ADD(&s, CJ_BIFF_XF, "\x00\x00\x00\x00");
    ADD(&s, CJ_BIFF_XF, "\x00\x00\xa4\x00");
    ADD(&s, CJ_BIFF_XF, "\x00\x00\x0e\x00");
    ADD(&s, CJ_BIFF_BOUNDSHEET, "\x00\x00\x00\x00\x01\x00\x02\x01\x30\x57\xf3\x56");
    ADD(&s, CJ_BIFF_BOUNDSHEET,
        "\x00\x00\x00\x00\x00\x02\x05\x00"
        "Chart");
    ADD(&s, CJ_BIFF_BOUNDSHEET,
        "\x00\x00\x00\x00\x00\x06\x03\x00"
        "VBA");
    ADD(&s, CJ_BIFF_BOUNDSHEET,
        "\x00\x00\x00\x00\x02\x00\x01\x00"
        "S");
    ADD(&s, CJ_BIFF_EOF, "");
    b = opened(&s);
    cr_expect_eq(b.version, 8);
    cr_expect_eq(b.codepage, 1200);
    cr_expect(b.date1904);
    cr_expect(!b.password);
    cr_expect(cj_str_eq(cj_biff_format_of(&b, 0), CJ_STR("")));
    cr_expect(cj_str_eq(cj_biff_format_of(&b, 1), CJ_STR("e年d")));
    cr_expect(cj_str_eq(cj_biff_format_of(&b, 2), CJ_STR("yyyy/m/d")));
    cr_expect(cj_str_eq(cj_biff_format_of(&b, 99), CJ_STR("")));
    cr_assert_eq(b.n_sheets, 3);
    cr_expect(cj_str_eq(b.sheets[0].name, CJ_STR("地図")));
    cr_expect_eq(b.sheets[0].state, CJ_HIDDEN);
    cr_expect_eq(b.sheets[1].kind, CJ_CHARTSHEET);
    cr_expect_eq(b.sheets[2].state, CJ_VERY_HIDDEN);
    cr_expect_eq(b.sheets[2].at, CJ_NONE, "a sheet that is nowhere");
    cr_expect_eq(walked(&b, 2).n, 0);
    cj_arena_free(s.arena);
}

Test(biff, nothing_is_read_behind_a_password)
{
    stream s = stream_new();
    cj_biff b;

    BOF8(&s, GLOBALS);
    ADD(&s, CJ_BIFF_FILEPASS, "\x01\x00");
    ADD(&s, CJ_BIFF_BOUNDSHEET, "\x00\x00\x00\x00\x00\x00\x01\x00S");
    b = opened(&s);
    cr_expect(b.password);
    cr_expect_eq(b.n_sheets, 0);
    cj_arena_free(s.arena);
}

Test(biff, numbers_in_all_their_forms)
{
    static const double want[] = { 0.1, 12, -1.5, 12.34, -12.34, 1, 2 };
    stream s = sheet8();
    cells all;
    cj_biff b;
    size_t i;

    ADD(&s, CJ_BIFF_NUMBER, "\x00\x00\x00\x00\x00\x00\x9a\x99\x99\x99\x99\x99\xb9\x3f");
    ADD(&s, CJ_BIFF_RK, "\x00\x00\x01\x00\x00\x00\x32\x00\x00\x00"); /* integer 12 */
    ADD(&s, CJ_BIFF_RK, "\x00\x00\x02\x00\x00\x00\x00\x00\xf8\xbf"); /* double -1.5 */
    ADD(&s, CJ_BIFF_RK, "\x00\x00\x03\x00\x00\x00\x4b\x13\x00\x00"); /* 1234 / 100 */
    ADD(&s, CJ_BIFF_RK, "\x00\x00\x04\x00\x00\x00\xbb\xec\xff\xff"); /* -1234 / 100 */
    ADD(&s, CJ_BIFF_MULRK,
        "\x01\x00\x05\x00\x02\x00\x06\x00\x00\x00\x03\x00\x0a\x00\x00\x00\x06\x00");
    ADD(&s, CJ_BIFF_EOF, "");
    b = opened(&s);
    all = walked(&b, 0);
    cr_assert_eq(all.n, 7);
    for (i = 0; i < 7; i++)
        cr_expect(all.cell[i].kind == CJ_BIFF_DOUBLE && all.cell[i].number == want[i] &&
                      all.cell[i].col == i,
                  "cell %zu: %g", i, all.cell[i].number);
    cr_expect_eq(all.cell[6].row, 1);
    cr_expect_eq(all.cell[6].xf, 3);
    cj_arena_free(s.arena);
}

Test(biff, results_of_formulas)
{
    static const struct {
        cj_biff_kind kind;
        double number;
    } want[] = {
        { CJ_BIFF_DOUBLE, 0.1 }, { CJ_BIFF_TEXT, 0 }, { CJ_BIFF_BOOL, 1 },
        { CJ_BIFF_ERROR, 7 },    { CJ_BIFF_TEXT, 0 }, { CJ_BIFF_LOST, 0 },
        { CJ_BIFF_ERROR, 0x24 },
    };
    stream s = sheet8();
    cells all;
    cj_biff b;
    size_t i;

    ADD(&s, 0x06, "\x00\x00\x00\x00\x00\x00\x9a\x99\x99\x99\x99\x99\xb9\x3f\x00\x00");
    ADD(&s, 0x06, "\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00");
    ADD(&s, 0x4bc, "shared formula");
    ADD(&s, 0x207, "\x02\x00\x01\x30\x57\xf3\x56");
    ADD(&s, 0x06, "\x00\x00\x02\x00\x00\x00\x01\x00\x01\x00\x00\x00\xff\xff\x00\x00");
    ADD(&s, 0x06, "\x00\x00\x03\x00\x00\x00\x02\x00\x07\x00\x00\x00\xff\xff\x00\x00");
    ADD(&s, 0x06, "\x00\x00\x04\x00\x00\x00\x03\x00\x00\x00\x00\x00\xff\xff\x00\x00");
    ADD(&s, 0x06, "\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00");
    ADD(&s, 0x06, "\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\xf0\x7f\x00\x00");
    ADD(&s, CJ_BIFF_EOF, "");
    b = opened(&s);
    all = walked(&b, 0);
    cr_assert_eq(all.n, 7);
    for (i = 0; i < 7; i++)
        cr_expect(all.cell[i].formula && all.cell[i].kind == want[i].kind &&
                      all.cell[i].number == want[i].number,
                  "cell %zu: kind %d, %g", i, (int)all.cell[i].kind, all.cell[i].number);
    EXPECT_TEXT(&s, &b, &all.cell[1], "地図");
    EXPECT_TEXT(&s, &b, &all.cell[4], "");
    cr_expect(cj_str_eq(cj_biff_error(7), CJ_STR("#DIV/0!")));
    cj_arena_free(s.arena);
}

/* A string may go on in CONTINUE records, each of which says anew how wide it is; runs of rich
 * text and furigana stand behind the characters and go on without saying so. */
Test(biff, shared_strings_across_records)
{
    stream s = stream_new();
    cells all;
    cj_biff b;

    BOF8(&s, GLOBALS);
    ADD(&s, CJ_BIFF_SST,
        "\x06\x00\x00\x00\x06\x00\x00\x00"
        "\x00\x00\x00"                                 /* empty */
        "\x04\x00\x01\x30\x57");                       /* 地 … */
    ADD(&s, CJ_BIFF_CONTINUE, "\x01\xf3\x56\x3d\xd8"); /* 図, half a pair … */
    ADD(&s, CJ_BIFF_CONTINUE,
        "\x01\x00\xde" /* … 😀 */
        "\x02\x00\x0c\x01\x00\x08\x00\x00\x00"
        "ab\x00\x00");
    ADD(&s, CJ_BIFF_CONTINUE,
        "\x00\x00"
        "furigana"
        "\x01\x00\x01\x3d\xd8" /* half a pair alone */
        "\x03\x00\x00"
        "xyz"
        "\x09\x00\x00"
        "cut");
    ADD(&s, CJ_BIFF_EOF, "");
    BOF8(&s, SHEET);
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00");
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00");
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x02\x00\x00\x00\x02\x00\x00\x00");
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x03\x00\x00\x00\x03\x00\x00\x00");
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x04\x00\x00\x00\x04\x00\x00\x00");
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x05\x00\x00\x00\x05\x00\x00\x00");
    ADD(&s, CJ_BIFF_LABELSST, "\x00\x00\x06\x00\x00\x00\x06\x00\x00\x00");
    b = opened(&s);
    all = walked(&b, 0);
    cr_assert_eq(all.n, 7);
    EXPECT_TEXT(&s, &b, &all.cell[0], "");
    EXPECT_TEXT(&s, &b, &all.cell[1], "地図😀");
    EXPECT_TEXT(&s, &b, &all.cell[2], "ab");
    EXPECT_TEXT(&s, &b, &all.cell[3], "\xef\xbf\xbd");
    EXPECT_TEXT(&s, &b, &all.cell[4], "xyz");
    EXPECT_TEXT(&s, &b, &all.cell[5], "cut");
    cr_expect_eq(all.cell[6].kind, CJ_BIFF_LOST, "past the end of the table");
    cj_arena_free(s.arena);
}

Test(biff, a_chart_in_the_sheet_has_no_cells)
{
    stream s = sheet8();
    cells all;
    cj_biff b;

    ADD(&s, CJ_BIFF_RK, "\x00\x00\x00\x00\x00\x00\x06\x00\x00\x00");
    BOF8(&s, CHART);
    ADD(&s, CJ_BIFF_NUMBER, "\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00");
    ADD(&s, CJ_BIFF_EOF, "");
    ADD(&s, CJ_BIFF_RK, "\x01\x00\x00\x00\x00\x00\x0a\x00\x00\x00");
    ADD(&s, CJ_BIFF_EOF, "");
    ADD(&s, CJ_BIFF_RK, "\x02\x00\x00\x00\x00\x00\x0a\x00\x00\x00");
    b = opened(&s);
    cr_assert_eq(b.n_sheets, 1);
    all = walked(&b, 0);
    cr_assert_eq(all.n, 2);
    cr_expect_eq(all.cell[1].row, 1);
    cj_arena_free(s.arena);
}

Test(biff, older_versions)
{
    static const char biff5[] = "\x00\x05" GLOBALS "\x00\x00\x00\x00";
    static const char sheet5[] = "\x00\x05" SHEET "\x00\x00\x00\x00";
    stream s = stream_new();
    cells all;
    cj_biff b;

    add(&s, 0x809, biff5, 8);
    ADD(&s, CJ_BIFF_CODEPAGE, "\xa4\x03");
    ADD(&s, CJ_BIFF_BOUNDSHEET, "\x00\x00\x00\x00\x00\x00\x04\x92\x6e\x90\x7d");
    ADD(&s, CJ_BIFF_EOF, "");
    add(&s, 0x809, sheet5, 8);
    ADD(&s, 0x204, "\x00\x00\x00\x00\x00\x00\x03\x00\x92\x6e\xff");
    ADD(&s, CJ_BIFF_RSTRING,
        "\x00\x00\x01\x00\x00\x00\x04\x00"
        "rich\x01\x00\x00");
    b = opened(&s);
    cr_expect_eq(b.version, 5);
    cr_assert_eq(b.n_sheets, 1);
    cr_expect(cj_str_eq(b.sheets[0].name, CJ_STR("地図")));
    all = walked(&b, 0);
    cr_assert_eq(all.n, 2);
    EXPECT_TEXT(&s, &b, &all.cell[0], "地\xef\xbf\xbd");
    EXPECT_TEXT(&s, &b, &all.cell[1], "rich");
    cj_arena_free(s.arena);

    s = stream_new();
    ADD(&s, 0x09, "\x02\x00\x10\x00");
    ADD(&s, 0x04,
        "\x02\x00\x03\x00\x00\x00\x00\x02"
        "ab");
    ADD(&s, 0x02, "\x02\x00\x04\x00\x00\x00\x00\xff\xff");
    ADD(&s, 0x05, "\x02\x00\x05\x00\x00\x00\x00\x2a\x01");
    b = opened(&s);
    cr_expect_eq(b.version, 2);
    all = walked(&b, 0);
    cr_assert_eq(all.n, 3);
    EXPECT_TEXT(&s, &b, &all.cell[0], "ab");
    cr_expect_eq(all.cell[1].number, 65535);
    cr_expect(all.cell[2].kind == CJ_BIFF_ERROR && all.cell[2].number == 0x2a);
    cj_arena_free(s.arena);
}

Test(biff, a_walk_may_be_stopped)
{
    stream s = sheet8();
    cells all = { .stop_at = 1 };
    cj_biff b;

    ADD(&s, CJ_BIFF_RK, "\x00\x00\x00\x00\x00\x00\x06\x00\x00\x00");
    ADD(&s, CJ_BIFF_RK, "\x00\x00\x00\x00\x00\x00\x06\x00\x00\x00");
    b = opened(&s);
    cr_expect(!cj_biff_cells(&b, b.sheets, keep, &all));
    cr_expect_eq(all.n, 1);
    cj_arena_free(s.arena);
}

Test(biff, records_cut_short)
{
    stream s = sheet8();
    cj_str whole;
    size_t n;

    ADD(&s, 0x06, "\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00");
    ADD(&s, 0x207, "\x02\x00\x01\x30\x57\xf3\x56");
    ADD(&s, CJ_BIFF_NUMBER, "\x00\x00\x00\x00\x00\x00");
    ADD(&s, CJ_BIFF_NUMBER, "\x00\x00\x00\x00\x00\x00\x01");
    whole = cj_buf_str(&s.b);
    for (n = 0; n <= whole.n; n++) {
        char *p = cj_alloc_text(s.arena, n + 1);
        cj_str cut = { p, n };
        cells all = { .n = 0 };
        cj_biff b;

        memcpy(p, whole.p, n);
        if (cj_biff_open(s.arena, cut, &b) && b.n_sheets)
            cj_biff_cells(&b, b.sheets, keep, &all);
        cr_expect_leq(all.n, 2);
    }
    cr_expect(!cj_biff_is(CJ_STR("\x09\x08")));
    cr_expect(cj_biff_is(CJ_STR("\x09\x00\x04\x00\x02\x00\x10\x00")));
    cr_expect(!cj_biff_is(CJ_STR("\x09\x09\t\tID,Phase")));
    cj_arena_free(s.arena);
}
