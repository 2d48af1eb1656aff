/* formula_test.c - references where rows and columns come and go, where formulas are copied, what they see. */
#include "sheet/formula.h"
#include "sheet/formula_token.h"
#include <criterion/criterion.h>

static const cj_formula_place here = { CJ_LIT("Map"), CJ_LIT("Map"), NULL, 0 };
static const cj_formula_place there = { CJ_LIT("Sheet2"), CJ_LIT("Map"), NULL, 0 };
static const cj_formula_place quoted = { CJ_LIT("Map"), CJ_LIT("It's 行程"), NULL, 0 };

static cj_shift rows_in(uint32_t at, uint32_t n)
{
    return (cj_shift){ false, false, false, at, n };
}

static cj_shift rows_out(uint32_t at, uint32_t n)
{
    return (cj_shift){ false, true, false, at, n };
}

static cj_shift cols_in(uint32_t at, uint32_t n)
{
    return (cj_shift){ true, false, false, at, n };
}

static cj_shift cols_out(uint32_t at, uint32_t n)
{
    return (cj_shift){ true, true, false, at, n };
}

typedef struct pair {
    const char *was, *is;
} pair;

static void expect_all(const pair *cases, size_t n, const cj_formula_place *place,
                       cj_shift shift)
{
    size_t i;

    for (i = 0; i < n; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str was = cj_str_of(cases[i].was), is = cj_formula_shift(a, was, place, &shift);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%s: want %s, got " CJ_FMT,
                  cases[i].was, cases[i].is, CJ_ARG(is));
        if (!strcmp(cases[i].was, cases[i].is))
            cr_expect(is.p == was.p, "%s: is copied", cases[i].was);
        cj_arena_free(a);
    }
}

#define EXPECT(cases, place, shift) \
    expect_all(cases, sizeof cases / sizeof *cases, place, shift)

Test(formula, rows_that_come)
{
    static const pair cases[] = {
        { "A4", "A4" },
        { "A5", "A7" },
        { "$A$5", "$A$7" },
        { "a5+b$6", "a7+b$8" },
        { "SUM(A1:A4)", "SUM(A1:A4)" },
        { "SUM(A1:A5)", "SUM(A1:A7)" },
        { "SUM(A4:A9)", "SUM(A4:A11)" },
        { "SUM(A9:A4)", "SUM(A11:A4)" },
        { "SUM(A:A,5:5,$1:$9)", "SUM(A:A,7:7,$1:$11)" },
        { "A1:A1048576", "A1:A1048576" },
        { "A1048575", "#REF!" },
        { "A9:A1048575", "A11:A1048576" },
        { "Map!A5", "Map!A7" },
        { "map!A5", "map!A7" },
        { "'Map'!A5:B6", "'Map'!A7:B8" },
        { "Sheet2!A5", "Sheet2!A5" },
        { "[1]Map!A5", "[1]Map!A5" },
        { "'[1]Map'!A5+A5", "'[1]Map'!A5+A7" },
        { "'C:\\a\\[b.xlsx]Map'!A5", "'C:\\a\\[b.xlsx]Map'!A5" },
        { "[1]!Name+A5", "[1]!Name+A7" },
        { "SUM(Map:Sheet2!A5)", "SUM(Map:Sheet2!A5)" },
        { "SUM('Map:My Sheet'!A5)", "SUM('Map:My Sheet'!A5)" },
        { "SUM(Map:Map!A5)", "SUM(Map:Map!A7)" },
        { "\"A5\"&A5&\"say \"\"A5\"\"\"", "\"A5\"&A7&\"say \"\"A5\"\"\"" },
        { "LOG10(A5)", "LOG10(A7)" },
        { "TAXX2024+TAX2024", "TAXX2024+TAX2026" },
        { "R1C1+RC+A5.5+XFE5+A05", "R1C1+RC+A5.5+XFE5+A05" },
        { "_A5+A5_x+A5\\b", "_A5+A5_x+A5\\b" },
        { "売上A5+A5売上+売上!A5", "売上A5+A5売上+売上!A5" },
        { "T[[#This Row],[A5]]+T[A5]+[@A5]", "T[[#This Row],[A5]]+T[A5]+[@A5]" },
        { "T['[A5]+A5", "T['[A5]+A7" },
        { "{1,\"A5}\";5,6}+A5", "{1,\"A5}\";5,6}+A7" },
        { "#REF!+A5+#N/A+#REF!A5+Map!#REF!", "#REF!+A7+#N/A+#REF!A5+Map!#REF!" },
        { "A5#+@A5", "A7#+@A7" },
        { "A5:INDEX(B:B,5)", "A7:INDEX(B:B,5)" },
        { "(A5,B6 B5:B9)", "(A7,B8 B7:B11)" },
        { "A5:B6:C7", "A7:B8:C9" },
        { "Map!A5:Map!B6", "Map!A7:Map!B8" },
        { "A5:Map!B6", "A7:Map!B8" },
        { "IF(TRUE,A5%,-1.5E+5)", "IF(TRUE,A7%,-1.5E+5)" },
        { "5*A5^5", "5*A7^5" },
        { "_xlfn.SINGLE(A5)", "_xlfn.SINGLE(A7)" },
        { "MyName!A5", "MyName!A5" },
        { "A5)", "A7)" },
        { "\"A5", "\"A5" },
        { "T[A5", "T[A5" },
        { "{A5", "{A5" },
        { "", "" },
    };

    EXPECT(cases, &here, rows_in(5, 2));
}

Test(formula, rows_that_go)
{
    static const pair cases[] = {
        { "A4+A5+A6+A7", "A4+#REF!+#REF!+A5" },
        { "SUM(A5:A6)", "SUM(#REF!)" },
        { "SUM(A4:A6)", "SUM(A4:A4)" },
        { "SUM(A5:A9)", "SUM(A5:A7)" },
        { "SUM(A1:A9)", "SUM(A1:A7)" },
        { "SUM($A$6:$A$9)", "SUM($A$5:$A$7)" },
        { "SUM(9:5)", "SUM(7:5)" },
        { "Map!A5+Sheet2!A5", "Map!#REF!+Sheet2!A5" },
        { "5:6", "#REF!" },
        { "A:A", "A:A" },
        { "A9:A1048576", "A7:A1048574" },
    };

    EXPECT(cases, &here, rows_out(5, 2));
}

Test(formula, columns)
{
    static const pair in[] = {
        { "A1+B1+$C$1", "A1+E1+$F$1" },
        { "A:B", "A:E" },
        { "A1:XFD1", "A1:XFD1" },
        { "XFC1", "#REF!" },
        { "b1", "E1" },
        { "1:1", "1:1" },
        { "Z9", "AC9" },
    };
    static const pair out[] = {
        { "A1+B1+C1+D1", "A1+#REF!+#REF!+B1" },
        { "A1:C1", "A1:A1" },
        { "$B:$C", "#REF!" },
        { "B1:D1", "B1:B1" },
    };

    EXPECT(in, &here, cols_in(2, 3));
    EXPECT(out, &here, cols_out(2, 2));
}

Test(formula, of_other_sheets)
{
    static const pair cases[] = {
        { "A5+Map!A5", "A5+Map!A6" },
        { "Sheet2!A5+Map!A5:A9", "Sheet2!A5+Map!A6:A10" },
        { "Map!A5:A9", "Map!A6:A10" },
    };
    static const pair names[] = {
        { "'It''s 行程'!A5", "'It''s 行程'!A6" },
        { "'It''s'!A5+A5", "'It''s'!A5+A5" },
        { "'IT''S 行程'!A5:B6", "'IT''S 行程'!A6:B7" },
    };

    EXPECT(cases, &there, rows_in(5, 1));
    EXPECT(names, &quoted, rows_in(5, 1));
}

Test(formula, takes_in_what_ends_there)
{
    static const pair cases[] = {
        { "SUM(B2:B9)", "SUM(B2:B10)" },
        { "B9+B9:C9", "B9+B9:C9" },
        { "SUM(B2:B8)", "SUM(B2:B8)" },
        { "SUM(B2:B10)", "SUM(B2:B11)" },
    };
    cj_shift s = { false, false, true, 10, 1 };

    EXPECT(cases, &here, s);
}

Test(formula, where_only_what_is_fixed_moves)
{
    static const pair cases[] = {
        { "$B5+B$5+$A$1", "$B5+B$7+$A$1" },
        { "Map!$A$5:$A$9", "Map!$A$7:$A$11" },
        { "Map!A5:A9", "Map!A5:A9" },
        { "Map!A$5:A9", "Map!A$7:A9" },
    };
    cj_shift s = rows_in(5, 2);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str is = cj_formula_shift_fixed(a, cj_str_of(cases[i].was), &here, &s);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%s: want %s, got " CJ_FMT,
                  cases[i].was, cases[i].is, CJ_ARG(is));
        cj_arena_free(a);
    }
}

Test(formula, copies)
{
    static const struct {
        const char *was;
        long rows, cols;
        const char *is;
    } cases[] = {
        { "A1+$A$1+A$1+$A1", 2, 1, "B3+$A$1+B$1+$A3" },
        { "A1", 0, 0, "A1" },
        { "A1", -1, 0, "A1048576" },
        { "A1", 0, -1, "XFD1" },
        { "XFD1048576", 1, 1, "A1" },
        { "SUM(A:A,1:1,$A:B)", 3, 1, "SUM(B:B,4:4,$A:C)" },
        { "Sheet2!A1&\"A1\"&[1]X!A1", 1, 0, "Sheet2!A2&\"A1\"&[1]X!A2" },
        { "LOG10(T[A1])+Name", 5, 5, "LOG10(T[A1])+Name" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str is =
            cj_formula_copy(a, cj_str_of(cases[i].was), cases[i].rows, cases[i].cols);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%s: want %s, got " CJ_FMT,
                  cases[i].was, cases[i].is, CJ_ARG(is));
        cj_arena_free(a);
    }
}

Test(formula, sees)
{
    static const struct {
        const char *formula;
        const cj_formula_place *place;
        bool sees;
    } cases[] = {
        { "B3", &here, true },
        { "B2+C3+\"B3\"", &here, false },
        { "SUM(A1:C9)", &here, true },
        { "SUM(C9:A1)", &here, true },
        { "SUM(B:B)", &here, true },
        { "SUM(3:3)", &here, true },
        { "SUM(C:D)+SUM(4:9)", &here, false },
        { "B3", &there, false },
        { "Map!$B$3", &there, true },
        { "[1]Map!B3", &there, false },
        { "SUM(A:C!Z99)", &there, true },
        { "TaxRate*2", &there, true },
        { "[1]!TaxRate", &there, false },
        { "TRUE+FALSE+PI()", &here, false },
        { "T[a]", &there, true },
        { "INDIRECT(\"x\")", &there, true },
        { "offset(Z9,1,1)", &there, true },
        { "Z9:INDEX(Z:Z,3)", &here, true },
        { "Z9#", &here, true },
        { "1+2", &here, false },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(cj_formula_sees(cj_str_of(cases[i].formula), cases[i].place,
                                  CJ_STR("Map"), 3, 2) == cases[i].sees,
                  "%s", cases[i].formula);
}

Test(formula, names_a_table)
{
    cr_expect(cj_formula_names_table(CJ_STR("SUM(Plan[a])"), CJ_STR("plan")));
    cr_expect(cj_formula_names_table(CJ_STR("[@a]"), CJ_STR("plan")));
    cr_expect(!cj_formula_names_table(CJ_STR("SUM(Other[a])+[1]!x"), CJ_STR("plan")));
    cr_expect(!cj_formula_names_table(CJ_STR("\"Plan[a]\"+[1]S!A1"), CJ_STR("plan")));
}

Test(formula, areas)
{
    static const struct {
        const char *was;
        cj_shift shift;
        const char *is; /* NULL: gone */
    } cases[] = {
        { "B2:D9", { false, false, false, 5, 2 }, "B2:D11" },
        { "B2", { false, false, false, 2, 1 }, "B3" },
        { "$B$2", { true, true, false, 2, 1 }, NULL },
        { "B:D", { true, false, false, 3, 1 }, "B:E" },
        { "2:9", { false, true, false, 1, 3 }, "1:6" },
        { "2:9", { true, true, false, 1, 3 }, "2:9" },
        { "A1:A9 C3 C5:C6", { false, true, false, 3, 1 }, "A1:A8 C4:C5" },
        { "C3  C4", { false, true, false, 3, 2 }, NULL },
        { "C1 C9", { false, true, false, 3, 2 }, "C1 C7" },
        { "C1  C2", { false, true, false, 3, 2 }, "C1  C2" },
        { "C5:D9 A9", { false, false, true, 10, 2 }, "C5:D11 A9:A11" },
        { "nonsense", { false, false, false, 1, 2 }, "nonsense" },
        { "", { false, false, false, 1, 2 }, "" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str is = cj_areas_shift(a, cj_str_of(cases[i].was), &cases[i].shift);

        cr_expect(cases[i].is ? cj_str_eq(is, cj_str_of(cases[i].is)) : !is.p,
                  "%s: want %s, got " CJ_FMT, cases[i].was,
                  cases[i].is ? cases[i].is : "nothing", CJ_ARG(is));
        cj_arena_free(a);
    }
}

/* The tokens of any bytes, added together, are the bytes. */
Test(formula, tokens_are_all_of_it)
{
    static const char letters[] = "A1$:!'\"[]#{}(),. +売x9";
    unsigned seed = 7, i, k;

    for (i = 0; i < 20000; i++) {
        char text[24];
        cj_str s = { text, 0 };
        cj_formula_reader r;
        cj_formula_token t;
        size_t n = 0;

        for (k = 0; k < 12; k++) {
            seed = seed * 1103515245u + 12345u;
            text[s.n++] = letters[(seed >> 16) % (sizeof letters - 1)];
        }
        cj_formula_read(s, &r);
        while (cj_formula_next(&r, &t)) {
            cr_assert(t.bytes.p == text + n && t.bytes.n, CJ_FMT, CJ_ARG(s));
            n += t.bytes.n;
        }
        cr_assert(n == s.n, CJ_FMT, CJ_ARG(s));
    }
}
