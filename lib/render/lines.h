/* lines.h - what the text renderer prints with: plain text, wrapped lines, columns, colours. */
#ifndef CJ_RENDER_LINES_H
#define CJ_RENDER_LINES_H

#include <cj/render.h>

typedef struct cj_ink cj_ink;

/* One text being printed. */
typedef struct cj_page {
    cj_arena *arena;
    FILE *out;
    bool color;
    unsigned width; /* 0: no limit */
    cj_ink *ink;    /* what went and what came, in texts of cj_inked */
    size_t n_ink, cap_ink;
} cj_page;

/* The text without anything that a terminal would obey: controls are shown as \xNN, bidirectional
 * overrides as \uNNNN, tabs as a space; line ends become LF. The input itself where it is clean. */
cj_str cj_plain(cj_arena *arena, cj_str s);

/* Takes the next line off *rest, at most `columns` wide (0: no limit). Breaks at line ends, at
 * spaces and between East Asian characters, but never before 、。」ー or after 「（. False when
 * *rest is used up; an empty text is one empty line. Start with rest->p non-NULL. */
bool cj_wrap(cj_str *rest, unsigned columns, cj_str *line);
unsigned cj_widest(cj_str s); /* columns of its widest line */
/* Letters of its longest word, of scripts that part words by blanks. */
unsigned cj_longest_word(cj_str s);

void cj_put(cj_page *page, cj_str s);
void cj_put_n(cj_page *page, const char *z, size_t times);
/* In the colour of that level; `bold` in any. */
void cj_put_level(cj_page *page, cj_level level, bool bold, cj_str s);
/* Wrapped at the page's width, every line after `indent` spaces. */
void cj_put_wrapped(cj_page *page, cj_level level, bool bold, unsigned indent, cj_str s);

/* The text of a cell or an entry, plain; what went and what came in it is marked where it is printed by
 * cj_put_inked: by colours, or by [-…-] and {+…+}: of `each` mark, else where both are in one line. */
cj_str cj_inked(cj_page *page, const cj_marked *m, bool each, cj_str plain);
/* A line of such a text, or of any other. */
void cj_put_inked(cj_page *page, cj_level level, bool bold, cj_str line);
/* An entry of a list that begins with a tag: it stands out by that instead of a dash, its lines below it. */
void cj_put_tagged(cj_page *page, const cj_marked *entry);

void cj_put_table(cj_page *page, const cj_table *table);

#endif
