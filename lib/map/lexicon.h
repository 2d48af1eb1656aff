/* lexicon.h - the word lists of the catalogue (lexicon.tsv), compiled in. */
#ifndef CJ_MAP_LEXICON_H
#define CJ_MAP_LEXICON_H

#include <cj/str.h>

/* One per list in lexicon.tsv: CJ_LEX_VAGUE is "vague", and so on. */
typedef enum cj_lexicon {
    CJ_LEX_VAGUE,
    CJ_LEX_WEAK_TIMING,
    CJ_LEX_SPECULATION,
    CJ_LEX_ASSUMPTION,       /* in brackets, or ※仮説 */
    CJ_LEX_ASSUMPTION_LABEL, /* 仮説: at the beginning of a line */
    CJ_LEX_PLACEHOLDER,
    CJ_LEX_GENERIC_OWNER,
    CJ_LEX_COMPANY_CENTRIC,
    CJ_LEX_COMPANY_VERB,
    CJ_LEX_COMPANY_VERB_WEAK,
    CJ_LEX_COMPANY_SUBJECT,    /* 弊社が */
    CJ_LEX_COMPANY_SUBJECT_EN, /* csm, in front of a verb */
    CJ_LEX_CUSTOMER_OBJECT,    /* お客様に, the customer */
    CJ_LEX_CUSTOMERS_DOING,    /* 社内に, を受ける: no action of ours */
    CJ_LEX_VAGUE_FREQUENCY,    /* 定期的, regular */
    CJ_LEX_PRESCRIPTIVE,
    CJ_LEX_VAGUE_ACTION,
    CJ_LEX_EVENT,        /* what can be seen to have happened: 公開した, signed */
    CJ_LEX_ONLY_RENEWAL, /* a success that is nothing but a renewal */
    CJ_LEX_NEGATIVE_EMOTION,
    CJ_LEX_POSITIVE_EMOTION,
    CJ_LEX_KPI_NOUN,
    CJ_LEX_KPI_ABBR, /* group: rate, count, amount, score, duration */
    CJ_LEX_LAGGING_KPI,
    CJ_LEX_INTERNAL_ONLY,
    CJ_LEX_UNIT,
    CJ_LEX_VARIANT, /* spellings of one term: cj_lexicon_entry yields "a=b=c" */
    CJ_LEX_PII,
    CJ_LEX_TEAM_MAILBOX, /* info, in front of an @ */
    CJ_LEX_EVTYPE,       /* group: interview, survey, meeting … */
    CJ_LEX_SOURCE_LABEL, /* 出典, source … before a colon */
    CJ_LEX_NO_SOURCE,    /* 根拠：なし */
    CJ_LEX_TIMING_HINT,
    CJ_LEX_TIMING_UNIT,
    CJ_LEX_NOT_OWNER,       /* 【重要】 in front of a countermeasure */
    CJ_LEX_TIMING_WORD,     /* a time by itself: 毎月, quarterly */
    CJ_LEX_TIMING_EVENT,    /* what something is before or after of: 契約 */
    CJ_LEX_TIMING_EVENT_EN, /* kickoff */
    CJ_LEX_TIMING_TRIGGER,  /* になったら, drops below */
    CJ_LEX_CLOSED_QUANTITY, /* 全員, every day */
    CJ_LEX_NO_QUANTITY,     /* 一部, 十分: a numeral that counts nothing */
    CJ_LEX_BOUNDARY,        /* what a phase begins or ends with: まで, until */
    CJ_LEX_ADVERB, /* しっかり, お客様を, closely: around a verb that says nothing */
    CJ_LEX_OFFICE,   /* what a department or a role ends with: 室, team */
    CJ_LEX_ROLE,     /* 部長, manager; group: rank, hat, post */
    CJ_LEX_NOBODY,   /* in front of さん, and yet no name: お客 */
    CJ_LEX_RELATION, /* somebody beside the persona: 上司 */
    CJ_LEX_SURNAME,  /* 佐藤 */
    CJ_LEX_NOT_NAME, /* with a capital, and yet no name: Marketing */
    CJ_N_LEXICONS
} cj_lexicon;

/* `folded` is text of cj_utf8_fold. What each kind of entry hits is told in lexicon.tsv. Hits are
 * views into `folded`. */

/* The first word, the longest one there. */
bool cj_lexicon_find(cj_lexicon list, cj_str folded, cj_str *hit);
/* The whole text, but for white space around it, is an entry or what an entry describes. */
bool cj_lexicon_is(cj_lexicon list, cj_str folded);
/* The longest word at the front (a unit after a number); in front of it anything may stand. */
bool cj_lexicon_starts(cj_lexicon list, cj_str folded, cj_str *hit);
/* The word at the very end. */
bool cj_lexicon_ends(cj_lexicon list, cj_str folded, cj_str *hit);
/* The group (second column) of a word: "rate" of "nrr"; NULL: no such word. */
const char *cj_lexicon_group(cj_lexicon list, cj_str word);

/* Entry i as it stands in lexicon.tsv (not folded), in that order. */
size_t cj_lexicon_count(cj_lexicon list);
cj_str cj_lexicon_entry(cj_lexicon list, size_t i);

#endif
