/* formula.c - any text as a formula: its words are all of it, and rows that come and go again leave no trace. */
#include "sheet/formula.h"
#include "sheet/formula_token.h"
#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const cj_formula_place place = { CJ_LIT("Map"), CJ_LIT("Map"), NULL, 0 };

static void read_all(cj_str formula)
{
    cj_formula_reader reader;
    cj_formula_token t;
    size_t n = 0;

    cj_formula_read(formula, &reader);
    while (cj_formula_next(&reader, &t)) {
        assert(t.bytes.p == formula.p + n && t.bytes.n && t.head <= t.bytes.n);
        n += t.bytes.n;
    }
    assert(n == formula.n);
}

/* What has been at the edge of the sheet does not come back. */
static bool lossless(cj_str s)
{
    return !cj_str_has(s, CJ_STR("#REF!")) && !cj_str_has(s, CJ_STR("1048576"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new(0);
    cj_str formula = { size > 2 ? (const char *)data + 2 : "", size > 2 ? size - 2 : 0 };
    cj_shift in = { .at = size > 0 ? data[0] % 16u + 1 : 1,
                    .n = size > 1 ? data[1] % 4u + 1 : 1 };
    cj_shift out = in, cols = in;
    cj_str there, back;

    out.out = true;
    cols.cols = true;
    read_all(formula);
    there = cj_formula_shift(arena, formula, &place, &in);
    read_all(there);
    back = cj_formula_shift(arena, there, &place, &out);
    assert(!lossless(there) || cj_str_eq(back, formula));
    read_all(cj_formula_shift(arena, formula, &place, &cols));
    read_all(cj_formula_copy(arena, formula, (long)in.at - 8, (long)in.n - 2));
    cj_formula_sees(formula, &place, CJ_STR("Map"), in.at, in.n);
    cj_areas_shift(arena, formula, &in);
    cj_areas_shift(arena, formula, &out);
    cj_arena_free(arena);
    return 0;
}
