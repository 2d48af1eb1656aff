/* lexicon.h - the word lists of the catalogue (lexicon.tsv), compiled in. */
#ifndef CJ_MAP_LEXICON_H
#define CJ_MAP_LEXICON_H

#include <cj/str.h>

/* One per list in lexicon.tsv: CJ_LEX_VAGUE, CJ_LEX_SPECULATION, CJ_LEX_GENERIC_OWNER … */
typedef enum cj_lexicon {
    CJ_LEX_VAGUE, CJ_LEX_WEAK_TIMING, CJ_LEX_SPECULATION, CJ_LEX_ASSUMPTION, CJ_LEX_PLACEHOLDER,
    CJ_LEX_GENERIC_OWNER, CJ_LEX_COMPANY_CENTRIC, CJ_LEX_COMPANY_VERB, CJ_LEX_COMPANY_VERB_WEAK,
    CJ_LEX_PRESCRIPTIVE, CJ_LEX_VAGUE_ACTION, CJ_LEX_NEGATIVE_EMOTION, CJ_LEX_POSITIVE_EMOTION,
    CJ_LEX_KPI_NOUN, CJ_LEX_KPI_ABBR, CJ_LEX_LAGGING_KPI, CJ_LEX_INTERNAL_ONLY, CJ_LEX_UNIT,
    CJ_LEX_VARIANT, CJ_LEX_PII, CJ_N_LEXICONS
} cj_lexicon;

/* `folded` is cj_utf8_fold()ed text. Japanese entries hit anywhere, Latin ones as whole words. */
bool cj_lexicon_find(cj_lexicon list, cj_str folded, cj_str *hit);     /* hit: a view into folded */
/* The whole text is an entry (or what an entry's pattern describes). */
bool cj_lexicon_is(cj_lexicon list, cj_str folded);
/* The longest entry that stands at the beginning of `folded` (units after a number). */
bool cj_lexicon_starts(cj_lexicon list, cj_str folded, cj_str *hit);

#endif
