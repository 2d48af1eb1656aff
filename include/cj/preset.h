/* cj/preset.h - starter maps that are built in: the CSV files of templates/. */
#ifndef CJ_PRESET_H
#define CJ_PRESET_H

#include <cj/edit.h>
#include <cj/lang.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_preset {
    const char *name; /* "cs-saas" */
    cj_text title;    /* a few words: what kind of map it is */
    cj_text what_for; /* one sentence: when to choose it */
} cj_preset;

size_t cj_preset_count(void);
/* The first one is the default. */
const cj_preset *cj_preset_at(size_t i);
/* Any case, _ for -; NULL: there is none of that name. */
const cj_preset *cj_preset_named(cj_str name);
/* "Did you mean": the name most like a misspelt one; NULL: none is close. */
const char *cj_preset_closest(cj_str name);
/* The file's bytes (UTF-8 with BOM, stacked tables), static; AUTO counts as English. Empty: there is
 * no preset of that name. */
cj_str cj_preset_bytes(cj_str name, cj_lang lang);

/* The examples of a book made from a preset, or from a team's own one: every cell that only fills
 * a gap (例：…, e.g. …, TBD), each as the edit that empties it, in reading order. A blank map is the
 * book with those edits made; one with examples shows those cells in grey (CJ_ROLE_SAMPLE). */
cj_edit *cj_preset_examples(cj_arena *arena, const cj_book *book, size_t *n);

#ifdef __cplusplus
}
#endif
#endif
