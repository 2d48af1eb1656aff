/* words.h - which words of a list a text holds, as people are told of them. */
#ifndef CJ_LINT_WORDS_H
#define CJ_LINT_WORDS_H

#include "base/buf.h"
#include "map/lexicon.h"

/* Adds each of them once, with the kana that end it (繋が -> 繋がる), parted by line breaks. */
void cj_words_of(cj_buf *out, cj_lexicon list, cj_str said);

#endif
