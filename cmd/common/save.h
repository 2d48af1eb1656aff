/* save.h - what finding the place of a file and writing it there share. */
#ifndef CJ_CMD_SAVE_H
#define CJ_CMD_SAVE_H

#include "tool.h"
#include <sys/stat.h>

typedef struct cj_place {
    const char *path;   /* where the file stands, once links are followed */
    const char *folder; /* of it */
    bool exists;
    struct stat old; /* where it exists */
} cj_place;

/* Refuses what may not be replaced. */
cj_rc cj_place_find(const cj_run *run, const char *path, const cj_saving *how,
                    cj_place *out, cj_err *err);
/* Why a call failed there, by errno. */
cj_rc cj_save_explain(const cj_place *place, int why, cj_err *err);

#endif
