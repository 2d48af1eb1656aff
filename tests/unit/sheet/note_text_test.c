/* note_text_test.c - our words in a note are known again, and people's words never are. */
#include "sheet/note_text.h"
#include <criterion/criterion.h>

#define LINE CJ_NOTE_LINE "\n"
#define END "\n" CJ_NOTE_END

Test(note_text, what_people_wrote)
{
    static const struct {
        const char *text, *own;
    } cases[] = {
        { "", "" },
        { "mine", "mine" },
        { LINE "ours" END, "" },
        { "mine\n" LINE "ours" END, "mine" },
        { "mine\n\n" LINE "ours" END, "mine\n" },
        { "mine\r\n" LINE "ours" END "\r\nmore", "mine\r\nmore" },
        { "mine\n" LINE "ours\nlonger" END "\nmore", "mine\nmore" },
        { LINE "ours" END "\nmore", "more" },
        { LINE "ours" END "more", "more" },
        { "mine\n" LINE "ours" END "more", "mine\nmore" },
        { "mine" LINE "ours" END "\nmore", "mine\nmore" },
        { "mine" LINE "ours" END, "mine" },
        { "a\n" LINE "1" END "\nb\n" LINE "2" END "\nc", "a\nb\nc" },
        { LINE "1" END "\n" LINE "2" END, "" },
        /* the last line is gone: theirs */
        { "mine\n" LINE "ours", "mine\n" LINE "ours" },
        { "mine\n" LINE "ours\n" LINE "2" END, "mine\n" LINE "ours" },
        { "a rule:" END "\nmine", "a rule:" END "\nmine" },
        { "see " CJ_NOTE_LINE " above" END, "see " CJ_NOTE_LINE " above" END },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str own = cj_note_own(a, cj_str_of(cases[i].text));

        cr_expect(cj_str_eq(own, cj_str_of(cases[i].own)), "%zu: " CJ_FMT, i, CJ_ARG(own));
    }
    cj_arena_free(a);
}

Test(note_text, ours_stands_below)
{
    static const struct {
        const char *text, *ours, *is;
    } cases[] = {
        { "", "ours", LINE "ours" END },
        { "mine", "ours", "mine\n" LINE "ours" END },
        { "mine", "", "mine" },
        { "mine", " \n", "mine" },
        { LINE "old" END, "", "" },
        { LINE "old" END, "new", LINE "new" END },
        { "mine\n" LINE "old" END "\nmore", "new", "mine\nmore\n" LINE "new" END },
        { "", "a\r\nb\rc\n", LINE "a\nb\nc" END },
        /* what looks like our lines does not end ours */
        { "", "a" END "──\nb", LINE "a\n-─────────\nb" END },
        { "", "a\n" LINE "b", LINE "a\n-─ cjlint ──\nb" END },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str ours = cj_str_of(cases[i].ours);
        cj_str is = cj_note_with(a, cj_str_of(cases[i].text), ours);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%zu: " CJ_FMT, i, CJ_ARG(is));
        cr_expect(cj_str_eq(cj_note_with(a, is, ours), is), "%zu: twice", i);
        cr_expect(cj_str_eq(cj_note_own(a, is), cj_note_own(a, cj_str_of(cases[i].text))),
                  "%zu: own", i);
    }
    cj_arena_free(a);
}

static cj_str many(cj_arena *a, const char *what, size_t n)
{
    cj_str one = cj_str_of(what);
    char *p = cj_alloc_text(a, one.n * n + 1);
    size_t i;

    for (i = 0; i < n; i++)
        memcpy(p + i * one.n, one.p, one.n);
    return (cj_str){ p, one.n * n };
}

Test(note_text, ours_is_shortened_and_never_theirs)
{
    cj_arena *a = cj_arena_new(0);
    static const size_t theirs[] = {
        0, 5, 32740, 32741, 32742, 32743, 32744, 32745, 40000
    };
    size_t i;

    for (i = 0; i < sizeof theirs / sizeof *theirs; i++) {
        cj_str own = many(a, "あ", theirs[i]), is;

        is = cj_note_with(a, own, many(a, "😀", 20000));
        cr_expect(cj_str_starts(is, own), "%zu", i);
        cr_expect(cj_note_units(is) <= CJ_NOTE_MOST || is.n == own.n, "%zu", i);
        cr_expect(theirs[i] > 32741 || cj_str_ends(is, CJ_STR("😀…" END)), "%zu: %zu", i,
                  cj_note_units(is));
        cr_expect(cj_str_eq(cj_note_own(a, is), own), "%zu", i);
    }
    cj_arena_free(a);
}
