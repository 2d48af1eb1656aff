/* words_test.c - words of a list as people are told of them. */
#include "lint/words.h"
#include "lint/said.h"
#include <criterion/criterion.h>

Test(words, whole_words)
{
    static const struct {
        cj_lexicon list;
        const char *text, *want;
    } cases[] = {
        { CJ_LEX_VAGUE, "アップセルに繋がる", "繋がる" },
        { CJ_LEX_VAGUE, "円滑に使え、円滑に進む", "円滑に" },
        { CJ_LEX_COMPANY_CENTRIC, "アップセル・クロスセルに繋がる",
          "アップセル\nクロスセル" },
        { CJ_LEX_COMPANY_CENTRIC, "解約率が5%以下", "解約率" },
        { CJ_LEX_WEAK_TIMING, "定期的に、適宜", "定期的に\n適宜" },
        { CJ_LEX_WEAK_TIMING, "Call as needed, ASAP", "as needed\nasap" },
        { CJ_LEX_WEAK_TIMING, "今後の予定", "" },
        { CJ_LEX_WEAK_TIMING, "", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_buf b;

        cj_buf_init(&b, a);
        cj_words_of(&b, cases[i].list, cj_said(a, cj_str_of(cases[i].text)));
        cr_expect(cj_str_eq(cj_buf_str(&b), cj_str_of(cases[i].want)),
                  "\"%s\": \"%.*s\", not \"%s\"", cases[i].text, CJ_ARG(cj_buf_str(&b)),
                  cases[i].want);
    }
    cj_arena_free(a);
}
