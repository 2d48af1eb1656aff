/* isolate.h - runs work that may crash in a child process; its results come back as frames. */
#ifndef CJ_SHEET_ISOLATE_H
#define CJ_SHEET_ISOLATE_H

#include <cj/err.h>
#include <stdint.h>

/* The child's way out. A frame is a kind (from 1) and a payload. */
typedef struct cj_frames cj_frames;
void cj_frame_send(cj_frames *out, uint8_t kind, cj_str payload);

typedef struct cj_task {
    /* In the child: may use `context` as it was, `keep`, and nothing else of the parent's. Its
     * standard streams are /dev/null. */
    void (*work)(void *context, cj_frames *out);
    /* In the parent, for every frame; what it does not accept ends the task. `payload` lives
     * until it returns. */
    cj_rc (*take)(void *context, uint8_t kind, cj_str payload, cj_err *err);
    void *context;
    int keep;             /* a descriptor above 2 that stays open in the child, or -1 */
    size_t payload_bytes; /* the longest payload that is accepted */
    size_t memory_bytes;  /* what the child may map on top of what is mapped already */
    unsigned cpu_seconds;
    unsigned wall_ms;
} cj_task;

typedef enum cj_fate {
    CJ_FATE_DONE,    /* work returned and every frame was taken */
    CJ_FATE_REFUSED, /* take said no; *err is what it said */
    CJ_FATE_CRASHED, /* a signal, an exit, or frames cut short */
    CJ_FATE_GARBAGE, /* what came was no frames */
    CJ_FATE_SLOW,    /* past the processor time or the wall clock */
    CJ_FATE_UNBORN   /* no process or pipe was to be had; errno says why */
} cj_fate;

/* However it ends, the child is dead and reaped. */
cj_fate cj_isolate(cj_arena *arena, const cj_task *task, cj_err *err);

#define CJ_ISOLATE_PATH 32
/* For libraries that read by path only: a file without a name that holds `bytes`. Its path goes
 * into `path` and lasts until the process ends. */
bool cj_isolate_file(cj_str bytes, char path[CJ_ISOLATE_PATH]);

#endif
