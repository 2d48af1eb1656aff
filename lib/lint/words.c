/* words.c - which words of a list a text holds, as people are told of them. */
#include "lint/words.h"
#include "base/utf8.h"

/* が in 解約率が is no part of the word, る in 繋がる is. */
static bool particle(cj_str kana)
{
    static const char *const particles[] = { "が", "を", "は", "の", "も",
                                             "と", "で", "や", "へ" };
    size_t i;

    for (i = 0; i < sizeof particles / sizeof *particles; i++)
        if (cj_str_eq(kana, cj_str_of(particles[i])))
            return true;
    return false;
}

/* A stem of the list with the kana that end the word: 繋が -> 繋がる. */
static size_t whole_word(cj_str said, size_t at, size_t n)
{
    cj_str rest = cj_str_from(said, at + n), next = rest, kana = rest;
    unsigned more;

    if ((unsigned char)said.p[at] < 0x80)
        return n;
    for (more = 0; more < 4 && next.n; more++) {
        if (cj_utf8_script(cj_utf8_next(&next)) != CJ_SCRIPT_HIRAGANA)
            break;
        rest = next;
    }
    kana.n -= rest.n;
    return particle(kana) ? n : n + kana.n;
}

void cj_words_of(cj_buf *out, cj_lexicon list, cj_str said)
{
    size_t at = 0;
    cj_str hit;

    while (cj_lexicon_find(list, cj_str_from(said, at), &hit)) {
        size_t from = (size_t)(hit.p - said.p), n = hit.n;

        if (list != CJ_LEX_COMPANY_CENTRIC) /* nouns: アップセルに is two words */
            n = whole_word(said, from, n);
        if (!cj_str_has(cj_buf_str(out), cj_str_cut(said, from, n))) {
            cj_buf_z(out, out->n ? "\n" : "");
            cj_buf_add(out, cj_str_cut(said, from, n));
        }
        at = from + n;
    }
}
