/* shapes.h - forms that no word list can spell out: addresses and telephone numbers. */
#ifndef CJ_MAP_SHAPES_H
#define CJ_MAP_SHAPES_H

#include <cj/str.h>

/* Bytes of s from `at` on that have the named shape (email, phone_jp, mobile_jp, phone_us, phone_intl);
 * 0: none, or not a whole one. s is folded. */
size_t cj_shape(cj_str name, cj_str s, size_t at);

#endif
