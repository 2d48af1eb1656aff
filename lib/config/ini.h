/* ini.h - the lines of a cj.ini, one setting at a time. */
#ifndef CJ_CONFIG_INI_H
#define CJ_CONFIG_INI_H

#include <cj/config.h>
#include <stdint.h>

typedef struct cj_ini {
    cj_arena *arena;
    cj_str rest, section;
    cj_pos at; /* the line that was read last */
} cj_ini;

/* The text of a file, checked; without BOM. `name` is what it is called. */
cj_rc cj_ini_begin(cj_arena *arena, cj_str name, cj_str text, cj_ini *out, cj_err *err);
/* The same of the file at `path`. */
cj_rc cj_ini_open(cj_arena *arena, const char *path, cj_ini *out, cj_err *err);
/* The next setting; *more is false at the end. CJ_EUSAGE: a line that is none. */
cj_rc cj_ini_next(cj_ini *in, cj_config_setting *out, bool *more, cj_err *err);
/* Takes what stands before the first character that parts (outside "quotes"), and that, off *rest. */
cj_str cj_ini_piece(cj_str *rest, bool (*parts)(uint32_t cp));
/* Takes the next of a list off *rest; false: there is none. Quotes are taken off. */
bool cj_ini_list(cj_str *rest, cj_str *one);

#endif
