/* words.c - which words of a list a text holds, as people are told of them. */
#include "lint/words.h"
#include "base/utf8.h"

/* A stem of the list with the kana that end the word: 繋が -> 繋がる. */
static size_t whole_word(cj_str said, size_t at, size_t n)
{
    cj_str rest = cj_str_from(said, at + n), next = rest;
    unsigned more;

    if ((unsigned char)said.p[at] < 0x80)
        return n;
    for (more = 0; more < 4 && next.n; more++) {
        if (cj_utf8_script(cj_utf8_next(&next)) != CJ_SCRIPT_HIRAGANA)
            break;
        rest = next;
    }
    return said.n - at - rest.n;
}

void cj_words_of(cj_buf *out, cj_lexicon list, cj_str said)
{
    size_t at = 0;
    cj_str hit;

    while (cj_lexicon_find(list, cj_str_from(said, at), &hit)) {
        size_t from = (size_t)(hit.p - said.p), n = whole_word(said, from, hit.n);

        if (!cj_str_has(cj_buf_str(out), cj_str_cut(said, from, n))) {
            cj_buf_z(out, out->n ? "\n" : "");
            cj_buf_add(out, cj_str_cut(said, from, n));
        }
        at = from + n;
    }
}
