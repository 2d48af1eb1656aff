/* cj/read.h - opens a file of any kind that we read and yields its book. */
#ifndef CJ_READ_H
#define CJ_READ_H

#include <cj/book.h>
#include <cj/limits.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_read_options {
    cj_limits limits;
    cj_str encoding; /* --encoding: forces a CSV's encoding; empty: decide */
    char delimiter;  /* --delimiter: forces a CSV's delimiter; 0: decide */
    bool extras;     /* also look for what a book does not hold: book->extras */
    bool
        grounds; /* also tell the empty cells of an .xlsx that have a ground: sheet->blanks */
    size_t sheets; /* cells of so many sheets of an .xlsx, others are empty; 0: of all */
} cj_read_options;

cj_read_options cj_read_options_default(void);

/* Reads `path` ("-" is standard input). The kind is decided by content, never by name. What is
 * returned lives in `arena`; the file is closed. On failure err->at.file is `path`. */
cj_rc cj_book_read(cj_arena *arena, const char *path, const cj_read_options *options,
                   cj_book **out, cj_err *err);
/* The same from bytes in memory, which must outlive the book; `name` is for messages. */
cj_rc cj_book_parse(cj_arena *arena, cj_str bytes, cj_str name,
                    const cj_read_options *options, cj_book **out, cj_err *err);
/* The bytes of a file ("-": standard input), for those who read it and then change it. */
cj_rc cj_file_bytes(cj_arena *arena, const char *path, const cj_read_options *options,
                    cj_str *out, cj_err *err);
/* Whether a spreadsheet program has `path` open, by the lock file that it keeps beside it: what
 * is on disk may be older than what is on the screen. */
bool cj_book_locked(const char *path);

#ifdef __cplusplus
}
#endif
#endif
