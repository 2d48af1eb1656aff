/* cj/err.h - a failure: a value with a place and a sentence, filled into the caller's struct. */
#ifndef CJ_ERR_H
#define CJ_ERR_H

#include <cj/arena.h>
#include <cj/lang.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cj_rc {
    CJ_OK = 0,
    CJ_EUSAGE,    /* unknown option, value, rule, sheet */
    CJ_EIO,       /* cannot be opened, read or written */
    CJ_ETYPE,     /* not a kind of file that we read */
    CJ_EFORMAT,   /* the kind is known but the content is broken */
    CJ_EPASSWORD, /* encrypted */
    CJ_EENCODING, /* the character encoding cannot be decided */
    CJ_ELIMIT,    /* past one of cj_limits */
    CJ_ENOMAP,    /* read, but no journey map in it, nor anything like one */
    CJ_ENEARLY    /* read; what is in it is nearly a journey map */
} cj_rc;

/* A place; from 1, 0 or empty = the whole. */
typedef struct cj_pos {
    cj_str file, sheet;
    unsigned row, col;
} cj_pos;

#define CJ_REF_MAX 24
/* Writes "C8" and a NUL into buf (CJ_REF_MAX bytes); a zero row or column is left out. Returns
 * its length. */
size_t cj_ref(char *buf, unsigned row, unsigned col);
/* "C8", "$C$8", any case */
bool cj_ref_parse(cj_str s, unsigned *row, unsigned *col);

/* `says` holds {0} {1} {2} where `arg` goes. `rule` is the catalogue id of a file failure
 * (CJ101, CJ102, WB112), else NULL. Views in `at` and `arg` live as long as the arena of the
 * call that failed. */
typedef struct cj_err {
    cj_rc rc;
    cj_pos at;
    cj_text says;
    cj_str arg[3];
    const char *rule;
} cj_err;

/* Fills *err (NULL is allowed) and returns rc, so that `return cj_fail(...)` is one statement. */
cj_rc cj_fail(cj_err *err, cj_rc rc, cj_text says, cj_str arg0, cj_str arg1);
/* A copy whose views live in that arena. */
cj_err *cj_err_copy(cj_arena *arena, const cj_err *err);
/* The sentence alone, arguments in place, control characters shown as \xNN; one line. */
cj_str cj_err_says(cj_arena *arena, const cj_err *err, cj_lang lang);
/* "map.xlsx:Sheet1!C8: sentence" (only what is known of the place); one line, no newline. */
cj_str cj_err_line(cj_arena *arena, const cj_err *err, cj_lang lang);

#ifdef __cplusplus
}
#endif
#endif
