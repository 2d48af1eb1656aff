/* join.h - one file of several that make a configuration. */
#ifndef CJ_CONFIG_JOIN_H
#define CJ_CONFIG_JOIN_H

#include "config/ini.h"

/* cj_config_read, which also tells whether the file says root = yes. */
cj_rc cj_config_join(cj_arena *arena, const char *path, cj_config *config, bool *root,
                     cj_err *err);
/* The same of what *in has begun to read. */
cj_rc cj_config_take(cj_arena *arena, cj_ini *in, cj_config *config, bool *root,
                     cj_err *err);

#endif
