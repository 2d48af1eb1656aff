/* question.c - labels that ask what they mean: "What is the customer trying to do?" */
#include "map/contain.h"
#include "map/normal.h"
#include "map/question_table.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { LONGEST = 240, LONGEST_UNMARKED = 80, HEAD = 32 }; /* in bytes */

static bool fits(const line *l, cj_str text)
{
    size_t i;

    for (i = 0; i < 3 && l->piece[i]; i++)
        if (!cj_str_has(text, cj_str_of(l->piece[i])))
            return false;
    return true;
}

/* A line may say that such a question is none of ours: what a product does. */
static bool first_fit(const line *l, cj_label_lang lang, cj_str text, cj_sense *out)
{
    while (l->piece[0] && !fits(l, text))
        l++;
    if (!l->piece[0] || l->elem == CJ_CUSTOM)
        return false;
    out->elem[0] = l->elem;
    out->n = 1;
    out->reading = CJ_READ_CONTAINED;
    out->langs |= 1u << lang;
    return true;
}

static bool begins(cj_str words, const char *const *asking)
{
    for (; words.n > 1 && *asking; asking++)
        if ((*asking)[1] == words.p[1] && cj_str_starts(words, cj_str_of(*asking)))
            return true;
    return false;
}

static bool any_of(cj_str text, const cj_str *list, size_t n, bool at_end)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (at_end ? cj_str_ends(text, list[i]) : cj_str_has(text, list[i]))
            return true;
    return false;
}

/* 何に困っている？, どう感じているか; and what is named by what people do: 不便に感じること. */
static bool asks_in_cjk(cj_str text, bool mark)
{
    static const cj_str ends[] = {
        CJ_LIT("か"),     CJ_LIT("こと"),   CJ_LIT("るポイント"), CJ_LIT("くポイント"),
        CJ_LIT("る状態"), CJ_LIT("た状態"), CJ_LIT("もの"),       CJ_LIT("る点"),
        CJ_LIT("い点"),   CJ_LIT("な点"),   CJ_LIT("ところ"),     CJ_LIT(" 점"),
        CJ_LIT("는 일"),  CJ_LIT(" 것")
    };
    static const cj_str words[] = { CJ_LIT("什么"), CJ_LIT("如何"), CJ_LIT("怎么"),
                                    CJ_LIT("谁"),   CJ_LIT("무엇"), CJ_LIT("어떻게") };

    return mark || any_of(text, ends, sizeof ends / sizeof *ends, true) ||
           any_of(text, words, sizeof words / sizeof *words, false);
}

static bool has_hangul(cj_str s)
{
    while (s.n)
        if (cj_utf8_script(cj_utf8_next(&s)) == CJ_SCRIPT_HANGUL)
            return true;
    return false;
}

static bool in_cjk(cj_str text, bool mark, cj_sense *out)
{
    if (!asks_in_cjk(text, mark))
        return false;
    if (has_hangul(text))
        return first_fit(korean, CJ_IN_KO, text, out);
    return first_fit(japanese, CJ_IN_JA, text, out) ||
           first_fit(chinese, CJ_IN_ZH, text, out);
}

static cj_str spaced(const cj_known *known, cj_str text)
{
    cj_buf b;

    cj_buf_init(&b, known->arena);
    cj_buf_byte(&b, ' ');
    cj_buf_add(&b, cj_label_words(known->arena, text));
    cj_buf_byte(&b, ' ');
    return cj_buf_str(&b);
}

/* Most texts do not begin as a question does, which their first bytes show. */
bool cj_sense_question(const cj_known *known, cj_str text, cj_sense *out)
{
    bool mark;
    cj_str words, head;
    size_t i;

    if (text.n > LONGEST)
        return false;
    mark = cj_str_has(text, CJ_STR("?")) || cj_str_has(text, CJ_STR("？"));
    if (cj_label_cjk(text))
        return in_cjk(text, mark, out);
    if (!mark && text.n > LONGEST_UNMARKED)
        return false;
    head = spaced(known, cj_utf8_head(text, HEAD));
    for (i = 0; i < sizeof tongues / sizeof *tongues; i++) {
        if (!begins(head, tongues[i].asking))
            continue;
        words = spaced(known, text);
        if (first_fit(tongues[i].line, tongues[i].lang, words, out))
            return true;
    }
    return false;
}
