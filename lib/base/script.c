/* script.c - in which script a character is written. */
#include "base/utf8.h"

static cj_script rare_script(uint32_t cp)
{
    if (cp >= 0xff10 && cp <= 0xff19)
        return CJ_SCRIPT_DIGIT;
    if ((cp >= 0xc0 && cp < 0x250 && cp != 0xd7 && cp != 0xf7) ||
        (cp >= 0xff21 && cp <= 0xff5a && (cp <= 0xff3a || cp >= 0xff41)))
        return CJ_SCRIPT_LATIN;
    if ((cp >= 0x31f0 && cp <= 0x31ff) || (cp >= 0xff66 && cp <= 0xff9f))
        return CJ_SCRIPT_KATAKANA;
    if ((cp >= 0x3400 && cp <= 0x4dbf) || cp == 0x3005 || cp == 0x3007 ||
        (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0x20000 && cp <= 0x3ffff))
        return CJ_SCRIPT_HAN;
    if ((cp >= 0xac00 && cp <= 0xd7a3) || (cp >= 0x1100 && cp <= 0x11ff) ||
        (cp >= 0x3130 && cp <= 0x318f))
        return CJ_SCRIPT_HANGUL;
    if (cp >= 0x400 && cp <= 0x52f)
        return CJ_SCRIPT_CYRILLIC;
    return cj_utf8_space(cp) ? CJ_SCRIPT_SPACE : CJ_SCRIPT_OTHER;
}

/* What most texts are made of is asked first. */
cj_script cj_utf8_script(uint32_t cp)
{
    if (cp < 0x80)
        return (cp | 32) >= 'a' && (cp | 32) <= 'z' ? CJ_SCRIPT_LATIN
               : cp >= '0' && cp <= '9'             ? CJ_SCRIPT_DIGIT
               : cj_utf8_space(cp)                  ? CJ_SCRIPT_SPACE
                                                    : CJ_SCRIPT_OTHER;
    if (cp >= 0x4e00 && cp <= 0x9fff)
        return CJ_SCRIPT_HAN;
    if (cp >= 0x3041 && cp <= 0x30ff && cp != 0x30fb)
        return cp <= 0x309f ? CJ_SCRIPT_HIRAGANA : CJ_SCRIPT_KATAKANA;
    return rare_script(cp);
}
