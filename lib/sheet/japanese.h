/* japanese.h - whether a text that was decoded on trial reads as Japanese. */
#ifndef CJ_SHEET_JAPANESE_H
#define CJ_SHEET_JAPANESE_H

#include <cj/str.h>
#include <stdint.h>

/* What was seen so far; start from all zero. Almost any bytes are valid CP932, so a decoded
 * text is believed only if it has what Japanese has and other languages, misread, have not. */
typedef struct cj_japanese {
    uint32_t before, last;     /* the two code points read last */
    struct cj_japanese_run {   /* of kana and kanji, or of half-width katakana */
        uint32_t before;       /* what stands before it */
        size_t n, kana, pairs; /* its length and evidence */
    } run;
    size_t kana;        /* kana beside kana or kanji */
    size_t pairs;       /* common kanji beside common kanji */
    size_t han, common; /* kanji, and those among them that everybody knows */
    size_t half;        /* half-width katakana */
    size_t half_early;  /* those of them from ｱ to ｿ */
    size_t half_voiced; /* ﾞ and ﾟ where they may stand */
    size_t half_odd;    /* those that no Japanese word has there */
    size_t in_latin;    /* short runs on or inside Latin words */
    size_t never;       /* what no Japanese text has: C1 controls, private use */
} cj_japanese;

void cj_japanese_feed(cj_japanese *seen, cj_str text); /* whole characters */
/* `shared`: the bytes of kanji in this encoding are those of Korean and Chinese too (EUC-JP), so
 * that a few kanji without kana prove nothing. */
bool cj_japanese_reads(const cj_japanese *seen, bool shared);

#endif
