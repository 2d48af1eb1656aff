/* question.c - labels that ask what they mean: "What is the customer trying to do?" */
#include "map/normal.h"
#include "map/sense.h"
#include "base/buf.h"
#include "base/utf8.h"

/* All given pieces must occur; the first line that fits wins, so the order matters. Pieces with a
 * space in front begin a word. */
typedef struct line {
    const char *piece[3];
    cj_elem elem;
} line;

static const line english[] = {
    { { " think", " feel", NULL }, CJ_MIND },
    { { " success", " look", NULL }, CJ_SUCCESS },
    { { " success", " mean", NULL }, CJ_SUCCESS },
    { { " trying to ", NULL, NULL }, CJ_GOAL },
    { { " want", NULL, NULL }, CJ_GOAL },
    { { " goal", NULL, NULL }, CJ_GOAL },
    { { " achieve", NULL, NULL }, CJ_GOAL },
    { { " accomplish", NULL, NULL }, CJ_GOAL },
    { { " feel", NULL, NULL }, CJ_EMOTION },
    { { " emotion", NULL, NULL }, CJ_EMOTION },
    { { " think", NULL, NULL }, CJ_THOUGHT },
    { { " mind", NULL, NULL }, CJ_THOUGHT },
    { { " pain", NULL, NULL }, CJ_PAIN },
    { { " frustrat", NULL, NULL }, CJ_PAIN },
    { { " struggl", NULL, NULL }, CJ_PAIN },
    { { " difficult", NULL, NULL }, CJ_PAIN },
    { { " go wrong", NULL, NULL }, CJ_PAIN },
    { { " obstacle", NULL, NULL }, CJ_PAIN },
    { { " barrier", NULL, NULL }, CJ_PAIN },
    { { " challenge", NULL, NULL }, CJ_PAIN },
    { { " problem", NULL, NULL }, CJ_PAIN },
    { { " in the way", NULL, NULL }, CJ_PAIN },
    { { " interact", NULL, NULL }, CJ_TOUCHPOINT },
    { { " touch", NULL, NULL }, CJ_TOUCHPOINT },
    { { " contact", NULL, NULL }, CJ_TOUCHPOINT },
    { { " channel", NULL, NULL }, CJ_TOUCHPOINT },
    { { " measure", NULL, NULL }, CJ_KPI },
    { { " metric", NULL, NULL }, CJ_KPI },
    { { " opportunit", NULL, NULL }, CJ_OPPORTUNITY },
    { { " improve", NULL, NULL }, CJ_OPPORTUNITY },
    { { " who ", " responsible", NULL }, CJ_OWNER },
    { { " who ", " own", NULL }, CJ_OWNER },
    { { " who ", " involved", NULL }, CJ_OWNER },
    { { " how long ", NULL, NULL }, CJ_PERIOD },
    { { " we ", " do", NULL }, CJ_COUNTERMEASURE },
    { { " we ", " help", NULL }, CJ_COUNTERMEASURE },
    { { " we ", " support", NULL }, CJ_COUNTERMEASURE },
    { { " customer", " do", NULL }, CJ_BEHAVIOR },
    { { " user", " do", NULL }, CJ_BEHAVIOR },
    { { " they ", " do", NULL }, CJ_BEHAVIOR },
    { { " persona", " do", NULL }, CJ_BEHAVIOR },
};

static const line japanese[] = {
    { { "考え", "感じ", NULL }, CJ_MIND },
    { { "考え", NULL, NULL }, CJ_THOUGHT },
    { { "感じ", NULL, NULL }, CJ_EMOTION },
    { { "気持ち", NULL, NULL }, CJ_EMOTION },
    { { "達成", NULL, NULL }, CJ_GOAL },
    { { "したいこと", NULL, NULL }, CJ_GOAL },
    { { "何をしたい", NULL, NULL }, CJ_GOAL },
    { { "困", NULL, NULL }, CJ_PAIN },
    { { "つまず", NULL, NULL }, CJ_PAIN },
    { { "悩", NULL, NULL }, CJ_PAIN },
    { { "不満", NULL, NULL }, CJ_PAIN },
    { { "接点", NULL, NULL }, CJ_TOUCHPOINT },
    { { "どこで接", NULL, NULL }, CJ_TOUCHPOINT },
    { { "成功", NULL, NULL }, CJ_SUCCESS },
    { { "測", NULL, NULL }, CJ_KPI },
    { { "自社", NULL, NULL }, CJ_COUNTERMEASURE },
    { { "私たち", NULL, NULL }, CJ_COUNTERMEASURE },
    { { "支援", NULL, NULL }, CJ_COUNTERMEASURE },
    { { "どの部署", NULL, NULL }, CJ_OWNER },
    { { "誰が", NULL, NULL }, CJ_OWNER },
    { { "どのくらいの期間", NULL, NULL }, CJ_PERIOD },
    { { "いつ", NULL, NULL }, CJ_TIMING },
    { { "行動", NULL, NULL }, CJ_BEHAVIOR },
    { { "何をす", NULL, NULL }, CJ_BEHAVIOR },
    { { "何をし", NULL, NULL }, CJ_BEHAVIOR },
};

static bool fits(const line *l, cj_str text)
{
    size_t i;

    for (i = 0; i < 3 && l->piece[i]; i++)
        if (!cj_str_has(text, cj_str_of(l->piece[i])))
            return false;
    return true;
}

static bool first_fit(const line *lines, size_t n, cj_str text, cj_sense *out)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!fits(&lines[i], text))
            continue;
        out->elem[0] = lines[i].elem;
        out->n = 1;
        out->reading = CJ_READ_CONTAINED;
        return true;
    }
    return false;
}

static bool asks_in_english(cj_str words)
{
    static const char *const asking[] = { " what ",  " how ", " where ", " who ",
                                          " which ", " why ", " when " };
    size_t i;

    for (i = 0; i < sizeof asking / sizeof *asking; i++)
        if (cj_str_starts(words, cj_str_of(asking[i])))
            return true;
    return false;
}

bool cj_sense_question(cj_arena *arena, cj_str text, cj_sense *out)
{
    bool mark = cj_str_has(text, CJ_STR("?")) || cj_str_has(text, CJ_STR("？"));
    cj_str words;

    if (cj_label_cjk(text))
        return (mark || cj_str_ends(text, CJ_STR("か"))) &&
               first_fit(japanese, sizeof japanese / sizeof *japanese, text, out);
    if (!mark && text.n > 80)
        return false;
    words = cj_label_words(arena, text);
    words = cj_str_fmt(arena, " " CJ_FMT " ", CJ_ARG(words));
    if (!asks_in_english(words))
        return false;
    if (first_fit(english, sizeof english / sizeof *english, words, out)) {
        out->langs |= 1u << CJ_IN_EN;
        return true;
    }
    return false;
}
