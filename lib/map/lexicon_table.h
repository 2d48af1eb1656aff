/* lexicon_table.h - the form of the compiled word lists, for their generator and their reader. */
#ifndef CJ_MAP_LEXICON_TABLE_H
#define CJ_MAP_LEXICON_TABLE_H

#include <cj/str.h>
#include <stdint.h>

typedef enum cj_lex_kind {
    CJ_LEX_WORD,
    CJ_LEX_END,
    CJ_LEX_EXACT,
    CJ_LEX_RUN,
    CJ_LEX_HEAD,
    CJ_LEX_TAIL,
    CJ_LEX_SAME,
    CJ_LEX_SHAPE,
    CJ_LEX_EXCEPT,
    CJ_N_LEX_KINDS
} cj_lex_kind;

/* An entry is `text`, folded; `raw` is what the list's author wrote. */
typedef struct cj_lex_entry {
    cj_str text;
    const char *raw, *group;
    uint8_t kind;
    uint16_t place; /* rank of the entry in the file, within its list */
} cj_lex_entry;

/* Entries stand by the slot of their first character, in it the longest first: those of slot i
 * are entry[from[i]] to entry[from[i + 1]]. */
#define CJ_LEX_SLOTS 64u
typedef struct cj_lex_list {
    const cj_lex_entry *entry;
    const uint16_t *from;
    const uint16_t *in_order; /* entry[in_order[i]] is the i-th of the file */
    size_t n;
    unsigned kinds; /* bit k: it has entries of kind k */
} cj_lex_list;

/* Spreads kana and Han, whose first bytes are nearly all the same. s.n > 0. */
static inline unsigned cj_lex_slot(cj_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;

    if (p[0] < 0x80 || s.n < 2)
        return p[0] % CJ_LEX_SLOTS;
    if (p[0] < 0xe0 || s.n < 3)
        return p[1] % CJ_LEX_SLOTS;
    return (p[1] * 5u + p[2]) % CJ_LEX_SLOTS;
}

#endif
