/* html.h - what the HTML renderer prints with: escaped text, tables, charts. */
#ifndef CJ_RENDER_HTML_H
#define CJ_RENDER_HTML_H

#include <cj/render.h>

typedef struct cj_html {
    cj_arena *arena;
    FILE *out;
    bool upright; /* for narrow paper */
} cj_html;

/* As it is written, nothing of it markup; line breaks are <br/>. */
void cj_html_text(cj_html *h, cj_str s);
/* The same between the quotes of an attribute. */
void cj_html_value(cj_html *h, cj_str s);
void cj_html_level(cj_html *h, cj_level level); /* the name of its class */

/* The lines of a cell or an entry; `plain` where it has none. */
void cj_html_marked(cj_html *h, const cj_marked *m, cj_str plain);
void cj_html_table(cj_html *h, const cj_table *t);
void cj_html_plot(cj_html *h, const cj_plot *p);  /* a figure of its own */
void cj_html_spark(cj_html *h, const cj_plot *p); /* in a cell */

#endif
