/* bullets.h - the marks that people put in front of list items. */
#ifndef CJ_MAP_BULLETS_H
#define CJ_MAP_BULLETS_H

#include <cj/str.h>
#include <stdint.h>

/* Bytes of the line up to what its bullet or list number marks, white space on both sides of it
 * included; 0: there is none. Only one is taken: ・  -  1.  (1)  ①  (RULES A1.2). */
size_t cj_bullet(cj_str line);
bool cj_circled_digit(uint32_t cp); /* ① … ㊿, ❶ …, ⑴ … */
/* What stands between two numbers that are only spoken of: と, や, から, "and", nothing. */
bool cj_joiner(cj_str between);

#endif
