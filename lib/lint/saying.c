/* saying.c - whether two texts say that the same is to be done. */
#include "lint/saying.h"
#include "lint/said.h"
#include "base/utf8.h"

#define ALIKE 70u /* percent */

cj_saying cj_saying_of(cj_arena *arena, cj_str text)
{
    cj_str rest = cj_said_claim(arena, cj_said(arena, text));
    cj_saying out = { .made = true };
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);
        cj_script script = cj_utf8_script(cp);

        if (script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE)
            cj_utf8_put(&b, cp);
    }
    out.letters = cj_buf_str(&b);
    out.pairs = cj_pairs_of(arena, out.letters);
    return out;
}

bool cj_sayings_same(const cj_saying *a, const cj_saying *b)
{
    if (!a->letters.n || !b->letters.n)
        return false;
    return cj_str_has(a->letters, b->letters) || cj_str_has(b->letters, a->letters) ||
           cj_likeness(&a->pairs, &b->pairs) >= ALIKE;
}
