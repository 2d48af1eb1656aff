/* suppress.c - "cjlint:ignore CJ602 reason" and 【除外:CJ602 理由】 in a cell or its note. */
#include "lint/suppress.h"
#include "base/utf8.h"

bool cj_may_suppress(cj_str text)
{
    static const char lint[] = "LINT";
    size_t i, n = 0;

    if (cj_str_has(text, CJ_STR("除外")))
        return true;
    if (!cj_str_has(text, CJ_STR("i")) && !cj_str_has(text, CJ_STR("I")))
        return false;
    for (i = 0; i < text.n && n < 4; i++) {
        char c = (char)(text.p[i] & ~0x20); /* upper case, if it is a letter */

        n = c == lint[n] ? n + 1 : c == 'L';
    }
    return n == 4;
}

#define FAR 131072u /* more than a spreadsheet cell can hold */

/* A suppression in folded text: what it begins and ends with. */
static const struct form {
    cj_str head, tail;
} forms[] = {
    { CJ_LIT("【除外:"), CJ_LIT("】") },
    { CJ_LIT("[除外:"), CJ_LIT("]") },
    { CJ_LIT("cjlint:ignore"), CJ_LIT("\n") },
};

/* The first suppression at or after *at: [*at, *end) with its marks; its body in *body. */
static bool next_one(cj_str folded, size_t *at, size_t *end, cj_str *body)
{
    size_t first = CJ_NONE, i;

    for (i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t hit = cj_str_find(cj_str_from(folded, *at), forms[i].head), close;

        if (hit == CJ_NONE || (first != CJ_NONE && *at + hit >= first))
            continue;
        first = *at + hit;
        *body = cj_str_from(folded, first + forms[i].head.n);
        close = cj_str_find(*body, forms[i].tail);
        *body = close == CJ_NONE ? *body : cj_str_cut(*body, 0, close);
        *end = first + forms[i].head.n + body->n;
        if (close != CJ_NONE && forms[i].tail.p[0] != '\n')
            *end += forms[i].tail.n;
    }
    *at = first;
    return first != CJ_NONE;
}

static bool id_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* Takes the next rule off the front of a body; false where the reason begins. */
static bool next_rule(cj_str *body, cj_str *name)
{
    cj_str s = *body, rest;
    size_t n = 0;

    while (s.n) {
        uint32_t cp;

        rest = s;
        cp = cj_utf8_next(&rest);
        if (!cj_utf8_space(cp) && cp != ',' && cp != 0x3001)
            break;
        s = rest;
    }
    while (n < s.n && id_char(s.p[n]))
        n++;
    *name = cj_str_cut(s, 0, n);
    *body = cj_str_from(s, n);
    if (n == 5 && s.p[0] >= 'a' && s.p[2] >= '0' && s.p[2] <= '9')
        return true; /* looks like an id, even if this version does not know it */
    return n && cj_rule_by_name(*name) != NULL;
}

bool cj_suppresses(cj_arena *arena, cj_str text, const cj_rule_info *rule)
{
    cj_str folded, body, name;
    size_t at = 0, end;

    text = cj_utf8_head(text, FAR);
    if (!cj_may_suppress(text))
        return false;
    folded = cj_utf8_fold(arena, text);
    for (; next_one(folded, &at, &end, &body); at = end)
        while (next_rule(&body, &name))
            if (cj_rule_by_name(name) == rule)
                return true;
    return false;
}

cj_str cj_without_suppressions(cj_arena *arena, cj_str text)
{
    cj_str folded, body;
    size_t from = 0, at = 0, end;
    cj_buf b;

    if (!cj_may_suppress(text))
        return text;
    folded = cj_utf8_fold(arena, text);
    if (!next_one(folded, &at, &end, &body))
        return text;
    cj_buf_init(&b, arena);
    do {
        cj_buf_add(&b, cj_str_cut(folded, from, at - from));
        from = at = end;
    } while (next_one(folded, &at, &end, &body));
    cj_buf_add(&b, cj_str_from(folded, from));
    return cj_buf_str(&b);
}

cj_str cj_before_suppression(cj_str text)
{
    static const cj_str heads[] = { CJ_LIT("【除外"), CJ_LIT("[除外"), CJ_LIT("［除外"),
                                    CJ_LIT("cjlint:"), CJ_LIT("cjlint：") };
    cj_str said = text;
    size_t i, at;

    if (!cj_may_suppress(text))
        return text;
    for (i = 0; i < sizeof heads / sizeof *heads; i++)
        if ((at = cj_str_find(said, heads[i])) != CJ_NONE)
            said.n = at;
    said = cj_utf8_trim(said);
    return said.n ? said : text;
}
