/* aside.h - a piece of work that a process of its own does beside this one; what it makes comes back as
 * memory, not as a message. */
#ifndef CJ_COMMON_ASIDE_H
#define CJ_COMMON_ASIDE_H

#include <cj/arena.h>
#include <sys/types.h>

/* Fills `result`, which was zeroed; everything that it keeps lives in `arena`. It may read what there was
 * when it began; whatever else it changes is lost. */
typedef void cj_aside_work(cj_arena *arena, const void *asked, void *result);

typedef struct cj_aside {
    cj_arena *arena;
    void *result;
    pid_t pid;
} cj_aside;

/* False: there is one processor, or no memory or process to be had. Do the work yourself then. */
bool cj_aside_start(cj_aside *aside, cj_aside_work *work, const void *asked,
                    size_t result_size);
/* Waits for it. The result belongs to `into`; NULL: that process failed, whatever the reason was. Do the
 * work yourself then, and it will be told. */
void *cj_aside_end(cj_aside *aside, cj_arena *into);
/* Stops it; nothing is kept. */
void cj_aside_drop(cj_aside *aside);

#endif
