/* git.h - what the files that set git up share: git itself, and our lines in a file of attributes. */
#ifndef CJ_CMD_GIT_H
#define CJ_CMD_GIT_H

#include "tool.h"

/* ---- git_run.c ---- */
typedef struct cj_git_said {
    int status; /* how git ended */
    cj_str out; /* what it wrote to its standard output */
} cj_git_said;

/* Runs `git` with these words, which end with NULL, in the folder (NULL: here); no shell is between. What it
 * complains of is not shown. CJ_EIO: there is no git. */
cj_rc cj_git_run(cj_arena *arena, const char *folder, const char *const *word,
                 cj_git_said *out, cj_err *err);

/* ---- git_block.c ---- */
/* A file of attributes with our lines in it or not, between two marks. */
typedef struct cj_git_block {
    cj_str whole; /* the file as it will be */
    unsigned first,
        last; /* lines of the block, in the file that has it; 0: there is none */
    bool was_there;
    bool ours; /* all of the file is ours, which made it: without the block it goes */
} cj_git_block;

/* The file `old` (is_new: there is none yet) with `lines` in our block, where it stands, else at the
 * end. Everything else stays byte for byte, and the block has the line ends of the file. CJ_EFORMAT: a
 * mark without its partner; err->at.row says where. */
cj_rc cj_git_block_put(cj_arena *arena, cj_str old, bool is_new, const cj_str *lines,
                       size_t n, cj_git_block *out, cj_err *err);
/* The file as it was before. */
cj_rc cj_git_block_take(cj_arena *arena, cj_str old, cj_git_block *out, cj_err *err);
/* The path, below the folder of the file of attributes, as a pattern for that file alone. */
cj_str cj_git_pattern(cj_arena *arena, cj_str path);

/* ---- git_place.c ---- */
/* Where git is set up. */
typedef struct cj_git_place {
    cj_run *run;
    const char *root;  /* of the work tree; NULL: all of the user's repositories */
    const char *scope; /* --local, --global */
    const char *file;  /* of attributes */
    bool is_new;       /* it is not there yet */
    cj_str old;
    unsigned changes;
} cj_git_place;

cj_rc cj_git_find_place(cj_run *run, bool global, cj_git_place *out, cj_err *err);

/* ---- git_lines.c ---- */
typedef struct cj_git_lines {
    cj_str *line;
    size_t n, cap;
} cj_git_lines;

/* The lines of our block: which files are shown through the tool. */
cj_rc cj_git_find_lines(const cj_git_place *place, cj_git_lines *out, cj_err *err);

/* ---- git_config.c ---- */
/* What git is to know of the driver, and all of that gone; each change is said on stdout. */
cj_rc cj_git_configure(cj_git_place *place, cj_err *err);
cj_rc cj_git_unconfigure(cj_git_place *place, cj_err *err);

#endif
