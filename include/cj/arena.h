/* cj/arena.h - memory that lives as long as one document or one run, freed all at once. */
#ifndef CJ_ARENA_H
#define CJ_ARENA_H

#include <cj/str.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Everything the library returns lives in the arena that was passed in; nothing of it is freed
 * alone. cj_alloc never returns NULL: when memory (or the arena's limit) is gone, the arena's
 * hook is called and must not return. The default hook prints one line, removes the file named
 * by cj_arena_guard_file, and ends the process with status 2. */
typedef struct cj_arena cj_arena;
typedef void (*cj_oom_hook)(void *context, size_t wanted);

/* 0: no limit but the machine's */
cj_arena *cj_arena_new(size_t limit_bytes);
/* One that a child made by fork() fills for both: what lies in it stands at the same place here and there.
 * Until the child has ended, the parent leaves it alone. NULL: the system has no such memory. */
cj_arena *cj_arena_new_shared(void);
/* One whose memory can be joined to `other`'s: to every arena but a shared one any can. */
cj_arena *cj_arena_new_like(cj_arena *other);
/* NULL is allowed */
void cj_arena_free(cj_arena *arena);
/* forgets everything, keeps a little memory */
void cj_arena_reset(cj_arena *arena);
/* All that `from` holds belongs to `into` from now on, where it stands; `from` is empty then. */
void cj_arena_join(cj_arena *into, cj_arena *from);
void cj_arena_on_oom(cj_arena *arena, cj_oom_hook hook, void *context);
/* bytes taken from the system */
size_t cj_arena_used(const cj_arena *arena);
/* The temporary file that the default hook removes; the path must stay; NULL: none. */
void cj_arena_guard_file(cj_arena *arena, const char *path);

/* zeroed, aligned for any type */
void *cj_alloc(cj_arena *arena, size_t bytes);
/* aligned for any type, not zeroed: for large state that its owner sets itself */
void *cj_alloc_unset(cj_arena *arena, size_t bytes);
/* neither zeroed nor aligned */
char *cj_alloc_text(cj_arena *arena, size_t bytes);
/* Grows the block `old` of `from` bytes to `to` (> from) bytes, in place where it is the newest;
 * what is new is zeroed. `old` may be NULL with from == 0. Aligned for any type. */
void *cj_regrow(cj_arena *arena, void *old, size_t from, size_t to);
/* The same for text: neither zeroed nor aligned; of the old block `from` bytes are kept. */
char *cj_regrow_text(cj_arena *arena, char *old, size_t from, size_t to);

#define CJ_NEW(arena, type) ((type *)cj_alloc((arena), sizeof(type)))
#define CJ_NEW_N(arena, type, n) ((type *)cj_alloc((arena), sizeof(type) * (size_t)(n)))
/* Makes room for one more element in `vec` (a pointer), which holds `n` of `cap`. */
#define CJ_ROOM(arena, vec, n, cap)                                \
    do {                                                           \
        if ((n) == (cap)) {                                        \
            size_t cj_was = sizeof *(vec) * (size_t)(cap);         \
            size_t cj_now = cj_was ? cj_was * 2 : sizeof *(vec)*2; \
            (vec) = cj_regrow((arena), (vec), cj_was, cj_now);     \
            (cap) = (cap) ? (cap)*2 : 2;                           \
        }                                                          \
    } while (0)

cj_str cj_str_copy(cj_arena *arena, cj_str s);
/* NUL-terminated copy */
const char *cj_str_z(cj_arena *arena, cj_str s);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
cj_str
cj_str_fmt(cj_arena *arena, const char *format, ...);

#ifdef __cplusplus
}
#endif
#endif
