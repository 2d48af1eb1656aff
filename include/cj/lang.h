/* cj/lang.h - the two languages that every message of ours is written in. */
#ifndef CJ_LANG_H
#define CJ_LANG_H

#include <cj/str.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cj_lang { CJ_LANG_AUTO, CJ_EN, CJ_JA } cj_lang; /* AUTO: not decided yet */

/* Words of ours: always both, NUL-terminated, static. */
typedef struct cj_text {
    const char *en, *ja;
} cj_text;

/* CJ_LANG_AUTO counts as English */
const char *cj_text_in(cj_text t, cj_lang lang);
/* "ja", "en", "ja_JP.UTF-8" …; anything else: AUTO */
cj_lang cj_lang_parse(cj_str s);
/* CJ_LANG, else LC_ALL, LC_MESSAGES, LANG, the first that is set; AUTO if that names neither. */
cj_lang cj_lang_of_environment(void);
/* "ja" or "en" */
const char *cj_lang_code(cj_lang lang);

#ifdef __cplusplus
}
#endif
#endif
