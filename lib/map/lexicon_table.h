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

/* Texts stand in one array of characters, each with a NUL behind it, and are told by where they begin
 * there: a pointer for each would have to be set at every start. */
typedef struct cj_lex_entry {
    uint32_t text;  /* folded */
    uint32_t raw;   /* what the list's author wrote */
    uint16_t n;     /* bytes of the folded text */
    uint16_t place; /* rank of the entry in the file, within its list */
    uint16_t group;
    uint8_t kind;
} cj_lex_entry;

/* A list's entries stand by the slot of their first character, in it the longest first: those of
 * slot i are from[i] to from[i + 1] - 1, counted over all lists. */
#define CJ_LEX_SLOTS 64u
typedef struct cj_lex_list {
    uint16_t from[CJ_LEX_SLOTS + 1];
    uint16_t kinds; /* bit k: it has entries of kind k */
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
