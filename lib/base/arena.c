/* arena.c - memory that is freed all at once: a list of blocks, filled from the front. */
#include "base/fmt.h"
#include <cj/arena.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif
#ifdef WATCHED
#include <sanitizer/asan_interface.h>
#define HIDE(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define SHOW(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#define GAP 16u /* unreadable bytes behind every allocation */
#else
#define HIDE(p, n) ((void)(p), (void)(n))
#define SHOW(p, n) ((void)(p), (void)(n))
#define GAP 0u
#endif

#define ALIGN _Alignof(max_align_t)
#define FIRST (64u * 1024u)          /* the smallest block */
#define LARGEST (4u * 1024u * 1024u) /* blocks double up to this */

/* Large blocks come from the system itself: they are zero already. (Asking for pages of 2 MiB as well saves
 * a tenth of the time, but leaves 20 MB of a large list's unused.) */
#define PAGE (64u * 1024u)
#define MAPPED \
    LARGEST /* from this size on; smaller ones come and go, and stay with malloc */
#define SHARED ((size_t)16 << 30) /* addresses; what is not used costs nothing */

typedef struct block {
    struct block *next;
    size_t size, used;
    bool mapped; /* what is behind `used` was never written */
    _Alignas(max_align_t) char bytes[];
} block;

struct cj_arena {
    block *blocks; /* newest first */
    cj_arena
        *source; /* the shared one that blocks come from; NULL: they come from the system */
    char *rest;  /* of the shared one: memory that is not in blocks yet */
    size_t n_rest;
    size_t taken, limit, grow;
    char *last; /* the newest allocation, which may grow in place */
    cj_oom_hook hook;
    void *context;
    const char *guarded; /* a temporary file that must not be left behind */
};

/* `context` of the default hook is the arena itself. */
static void give_up(void *context, size_t wanted)
{
    const cj_arena *a = context;

    fprintf(stderr, "out of memory (%zu bytes more were needed) / メモリが足りません\n",
            wanted);
    if (a && a->guarded)
        unlink(a->guarded);
    _exit(2);
}

cj_arena *cj_arena_new(size_t limit)
{
    cj_arena *a = calloc(1, sizeof *a);

    if (!a)
        give_up(NULL, sizeof *a);
    a->limit = limit;
    a->grow = FIRST;
    a->hook = give_up;
    a->context = a;
    return a;
}

cj_arena *cj_arena_new_shared(void)
{
    cj_arena *a;
    void *p = sizeof(size_t) < 8 ? MAP_FAILED
                                 : mmap(NULL, SHARED, PROT_READ | PROT_WRITE,
                                        MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (p == MAP_FAILED)
        return NULL;
    a = p;
    a->grow = FIRST;
    a->hook = give_up;
    a->context = a;
    a->source = a;
    a->rest = (char *)p + PAGE;
    a->n_rest = SHARED - PAGE;
    return a;
}

cj_arena *cj_arena_new_like(cj_arena *other)
{
    cj_arena *a = cj_arena_new(0);

    a->source = other->source;
    return a;
}

void cj_arena_on_oom(cj_arena *a, cj_oom_hook hook, void *context)
{
    a->hook = hook ? hook : give_up;
    a->context = hook ? context : a;
}

void cj_arena_guard_file(cj_arena *a, const char *path)
{
    a->guarded = path;
}

/* Unmapping would leave it to the other process. */
static void let_go(block *b)
{
#ifdef MADV_REMOVE
    madvise(b, sizeof *b + b->size, MADV_REMOVE);
#else
    (void)b;
#endif
}

static void drop(cj_arena *a, block *b)
{
    a->taken -= b->size;
    SHOW(b->bytes, b->size);
    if (a->source)
        let_go(b);
    else if (b->mapped)
        munmap(b, sizeof *b + b->size);
    else
        free(b);
}

/* NULL: there is none. */
static block *map_block(size_t bytes)
{
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return p == MAP_FAILED ? NULL : p;
}

static block *shared_block(cj_arena *source, size_t bytes)
{
    char *p = source->rest;

    if (bytes > source->n_rest)
        return NULL;
    source->rest += bytes;
    source->n_rest -= bytes;
    return (block *)(void *)p;
}

/* Room for *size bytes, which may become more. */
static block *new_block(cj_arena *a, size_t *size)
{
    size_t bytes = (sizeof(block) + *size + PAGE - 1) / PAGE * PAGE;
    block *b;

    if (*size < MAPPED && !a->source) {
        b = malloc(sizeof *b + *size);
        if (b)
            b->mapped = false;
        return b;
    }
    b = a->source ? shared_block(a->source, bytes) : map_block(bytes);
    if (b) {
        b->mapped = true;
        *size = bytes - sizeof *b;
    }
    return b;
}

void cj_arena_reset(cj_arena *a)
{
    block *b = a->blocks, *keep = NULL;

    while (b) {
        block *next = b->next;

        if (!next && b->size <= FIRST && !b->mapped)
            keep = b;
        else
            drop(a, b);
        b = next;
    }
    if (keep) {
        keep->used = 0;
        keep->next = NULL;
        HIDE(keep->bytes, keep->size);
    }
    a->blocks = keep;
    a->grow = FIRST;
    a->last = NULL;
}

/* What was joined to another arena stays. A list of blocks that a child left unfinished is not read. */
static void free_shared(cj_arena *a)
{
    char *end = a->rest + a->n_rest, *from = a->blocks ? (char *)a : a->rest;

    munmap(from, (size_t)(end - from));
    if (from != (char *)a)
        munmap(a, PAGE);
}

void cj_arena_free(cj_arena *a)
{
    if (!a)
        return;
    if (a->source == a) {
        free_shared(a);
        return;
    }
    while (a->blocks) {
        block *next = a->blocks->next;

        drop(a, a->blocks);
        a->blocks = next;
    }
    free(a);
}

/* Behind the newest block of `into`, which goes on being filled. */
void cj_arena_join(cj_arena *into, cj_arena *from)
{
    block **last = &from->blocks;

    while (*last)
        last = &(*last)->next;
    if (into->blocks) {
        *last = into->blocks->next;
        into->blocks->next = from->blocks;
    } else {
        into->blocks = from->blocks;
        into->last = NULL;
    }
    into->taken += from->taken;
    from->blocks = NULL;
    from->last = NULL;
    from->taken = 0;
    from->grow = FIRST;
}

size_t cj_arena_used(const cj_arena *a)
{
    return a->taken;
}

static void add_block(cj_arena *a, size_t need)
{
    size_t size = need > a->grow ? need : a->grow;
    block *b = NULL;

    if (need > SIZE_MAX / 2)
        a->hook(a->context, need);
    if (a->limit && a->taken + size > a->limit)
        size = need; /* the last corner of the limit */
    if (!a->limit || a->taken + size <= a->limit)
        b = new_block(a, &size);
    if (!b) {
        a->hook(a->context, need);
        abort(); /* a hook must not return */
    }
    b->size = size;
    b->used = 0;
    b->next = a->blocks;
    if (!a->source) /* what is hidden here would not be shown by the other process */
        HIDE(b->bytes, size);
    a->blocks = b;
    a->taken += size;
    if (a->grow < LARGEST)
        a->grow *= 2;
}

static char *take(cj_arena *a, size_t n, size_t align)
{
    block *b = a->blocks;
    size_t at = b ? (b->used + align - 1) / align * align : 0;
    char *p;

    if (!b || at > b->size || n + GAP > b->size - at) {
        if (n > SIZE_MAX / 4)
            a->hook(a->context, n);
        add_block(a, n + GAP);
        b = a->blocks;
        at = 0;
    }
    p = b->bytes + at;
    SHOW(p, n);
    b->used = at + n + GAP;
    a->last = p;
    return p;
}

void *cj_alloc(cj_arena *a, size_t n)
{
    char *p = take(a, n, ALIGN);

    if (!a->blocks->mapped)
        memset(p, 0, n);
    return p;
}

void *cj_alloc_unset(cj_arena *a, size_t n)
{
    return take(a, n, ALIGN);
}

char *cj_alloc_text(cj_arena *a, size_t n)
{
    return take(a, n, 1);
}

void *cj_regrow(cj_arena *a, void *old, size_t from, size_t to)
{
    block *b = a->blocks;
    char *p = old;

    if (p && p == a->last && (size_t)(p - b->bytes) + to + GAP <= b->size) {
        SHOW(p, to);
        if (!b->mapped)
            memset(p + from, 0, to - from);
        b->used = (size_t)(p - b->bytes) + to + GAP;
        return p;
    }
    p = take(a, to, ALIGN);
    if (from)
        memcpy(p, old, from);
    if (!a->blocks->mapped)
        memset(p + from, 0, to - from);
    return p;
}

char *cj_regrow_text(cj_arena *a, char *old, size_t from, size_t to)
{
    block *b = a->blocks;
    char *p;

    if (old && old == a->last && (size_t)(old - b->bytes) + to + GAP <= b->size) {
        SHOW(old, to);
        b->used = (size_t)(old - b->bytes) + to + GAP;
        return old;
    }
    p = cj_alloc_text(a, to);
    if (from)
        memcpy(p, old, from);
    return p;
}

cj_str cj_str_copy(cj_arena *a, cj_str s)
{
    char *p = cj_alloc_text(a, s.n ? s.n : 1);
    cj_str copy = { p, s.n };

    if (s.n)
        memcpy(p, s.p, s.n);
    return copy;
}

const char *cj_str_z(cj_arena *a, cj_str s)
{
    char *p = cj_alloc_text(a, s.n + 1);

    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = 0;
    return p;
}

cj_str cj_str_fmt(cj_arena *a, const char *format, ...)
{
    va_list args, again;
    cj_str s = { NULL, 0 };
    char most[256], *p; /* nearly all are short: they are made once, then copied */
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = cj_vfmt(most, sizeof most, format, args);
    va_end(args);
    if (n < 0)
        n = 0;
    p = cj_alloc_text(a, (size_t)n + 1);
    if ((size_t)n < sizeof most)
        memcpy(p, most, (size_t)n + 1);
    else
        cj_vfmt(p, (size_t)n + 1, format, again);
    va_end(again);
    s.p = p;
    s.n = (size_t)n;
    return s;
}
