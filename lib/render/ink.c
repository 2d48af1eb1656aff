/* ink.c - at a terminal, what went is red and what came is green; without colours both are bracketed. */
#include "render/lines.h"
#include "base/buf.h"
#include <stdint.h>

struct cj_ink {
    size_t at, n; /* bytes of the text */
    cj_level level;
    const char *text;
};

static bool inks(const cj_fragment *f)
{
    return f->mark == CJ_M_GONE || f->mark == CJ_M_NEW;
}

static bool any_inks(const cj_marked *m)
{
    const cj_line *line;
    const cj_fragment *f;

    for (line = m ? m->first : NULL; line; line = line->next)
        for (f = line->first; f; f = f->next)
            if (inks(f))
                return true;
    return false;
}

/* A line that says both how it was and how it is would be read as one; where the two stand apart, nothing
 * need be said. */
static bool mixed(const cj_line *line)
{
    const cj_fragment *f;
    bool gone = false, came = false;

    for (f = line->first; f; f = f->next) {
        gone = gone || f->mark == CJ_M_GONE;
        came = came || f->mark == CJ_M_NEW;
    }
    return gone && came;
}

typedef struct inked {
    cj_page *page;
    cj_buf b;
    bool each;
    size_t first; /* of its marks, which are offsets until the text is whole */
} inked;

static void put_fragment(inked *k, const cj_fragment *f, bool bracketed)
{
    cj_str text = cj_plain(k->page->arena, f->text);
    bool gone = f->mark == CJ_M_GONE;

    bracketed = bracketed && inks(f);
    cj_buf_z(&k->b, !bracketed ? "" : gone ? "[-" : "{+");
    if (inks(f) && text.n) {
        CJ_ROOM(k->page->arena, k->page->ink, k->page->n_ink, k->page->cap_ink);
        k->page->ink[k->page->n_ink++] =
            (cj_ink){ .at = k->b.n, .n = text.n, gone ? CJ_FAIL_LEVEL : CJ_GOOD_LEVEL };
    }
    cj_buf_add(&k->b, text);
    cj_buf_z(&k->b, !bracketed ? "" : gone ? "-]" : "+}");
}

static void put_line(inked *k, const cj_line *line)
{
    const cj_fragment *f;

    cj_buf_z(&k->b, k->b.n ? "\n" : "");
    cj_buf_z(&k->b, line->kind == CJ_LINE_ENTRY  ? "• "
                    : line->kind == CJ_LINE_MORE ? "  "
                                                 : "");
    for (f = line->first; f; f = f->next)
        put_fragment(k, f, !k->page->color && (k->each || mixed(line)));
}

cj_str cj_inked(cj_page *page, const cj_marked *m, bool each, cj_str plain)
{
    inked k = { .page = page, .each = each, .first = page->n_ink };
    const cj_line *line;
    cj_str text;
    size_t i;

    if (!any_inks(m))
        return cj_plain(page->arena, plain);
    cj_buf_init(&k.b, page->arena);
    for (line = m->first; line; line = line->next)
        put_line(&k, line);
    text = cj_buf_str(&k.b);
    for (i = k.first; i < page->n_ink; i++)
        page->ink[i].text = text.p;
    return text;
}

static uintptr_t
place(const char *p) /* texts of all kinds are printed: pointers into several blocks */
{
    return (uintptr_t)p;
}

/* The first mark in what is left of a line. */
static const cj_ink *next_ink(const cj_page *page, cj_str line)
{
    const cj_ink *found = NULL;
    size_t i;

    for (i = 0; page->color && line.n && i < page->n_ink; i++) {
        const cj_ink *k = &page->ink[i];
        const char *from = k->text + k->at;

        if (place(from + k->n) > place(line.p) && place(from) < place(line.p + line.n) &&
            (!found || place(from) < place(found->text + found->at)))
            found = k;
    }
    return found;
}

void cj_put_inked(cj_page *page, cj_level level, bool bold, cj_str line)
{
    const cj_ink *k;

    while ((k = next_ink(page, line)) != NULL) {
        const char *from = k->text + k->at;
        size_t before = place(from) > place(line.p) ? (size_t)(from - line.p) : 0;
        size_t end = (size_t)(from + k->n - line.p);

        end = end < line.n ? end : line.n;
        cj_put_level(page, level, bold, cj_str_cut(line, 0, before));
        cj_put_level(page, k->level, bold || k->level == CJ_GOOD_LEVEL,
                     cj_str_cut(line, before, end - before));
        line = cj_str_from(line, end);
    }
    cj_put_level(page, level, bold, line);
}
