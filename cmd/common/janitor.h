/* janitor.h - a process that takes temporary files away when the one that made them is killed. */
#ifndef CJ_CMD_JANITOR_H
#define CJ_CMD_JANITOR_H

#include <sys/types.h>

/* Names that are taken away once this process is over, however it ends: SIGKILL too. A file that
 * was renamed meanwhile is no longer there under its name and stays. */
typedef struct cj_janitor {
    const char *name[2]; /* NULL: none; relative ones count from the folder of the start */
    const char *folder;  /* goes with the files in it; NULL: none */
    int pipe;
    pid_t pid; /* 0: no process was to be had; names stay where we are killed */
} cj_janitor;

/* Before the first of the files is made. */
void cj_janitor_start(cj_janitor *janitor);
/* Takes the names away now. After it nothing of the janitor is left. */
void cj_janitor_end(cj_janitor *janitor);

#endif
