/* html_text.c - texts in a page of HTML: escaped, with their marks, lists as lists. */
#include "render/html.h"
#include "render/lines.h"

static void put_escaped(cj_html *h, cj_str s, const char *line_break)
{
    size_t i, from = 0;

    s = cj_plain(h->arena, s);
    for (i = 0; i < s.n; i++) {
        const char *as = s.p[i] == '&'    ? "&amp;"
                         : s.p[i] == '<'  ? "&lt;"
                         : s.p[i] == '>'  ? "&gt;"
                         : s.p[i] == '"'  ? "&quot;"
                         : s.p[i] == '\'' ? "&#39;"
                         : s.p[i] == '\n' ? line_break
                                          : NULL;

        if (!as)
            continue;
        fwrite(s.p + from, 1, i - from, h->out);
        fputs(as, h->out);
        from = i + 1;
    }
    if (s.n > from)
        fwrite(s.p + from, 1, s.n - from, h->out);
}

void cj_html_text(cj_html *h, cj_str s)
{
    put_escaped(h, s, "<br/>");
}

void cj_html_value(cj_html *h, cj_str s)
{
    put_escaped(h, s, " ");
}

void cj_html_level(cj_html *h, cj_level level)
{
    static const char *const names[] = { "plain", "note", "warn", "fail", "good" };

    fputs(names[level], h->out);
}

static const struct {
    const char *open, *close;
} marks[] = { [CJ_M_PLAIN] = { "", "" },
              [CJ_M_STRONG] = { "<strong>", "</strong>" },
              [CJ_M_TAG] = { "<mark class=\"", "</mark>" },
              [CJ_M_HERE] = { "<a href=\"#", "</a>" },
              [CJ_M_AWAY] = { "<a rel=\"noopener noreferrer\" href=\"", "</a>" },
              [CJ_M_GONE] = { "<del>", "</del>" },
              [CJ_M_NEW] = { "<ins>", "</ins>" } };

static void put_fragment(cj_html *h, const cj_fragment *f)
{
    bool link = f->mark == CJ_M_HERE || f->mark == CJ_M_AWAY;

    fputs(marks[f->mark].open, h->out);
    if (f->mark == CJ_M_TAG)
        cj_html_level(h, f->level);
    else if (link)
        cj_html_value(h, f->to);
    fputs(link || f->mark == CJ_M_TAG ? "\">" : "", h->out);
    cj_html_text(h, f->text);
    fputs(marks[f->mark].close, h->out);
}

static void put_line(cj_html *h, const cj_line *line)
{
    const cj_fragment *f;

    for (f = line->first; f; f = f->next)
        put_fragment(h, f);
}

/* An entry with the lines that go on with it; the last of them. */
static const cj_line *put_entry(cj_html *h, const cj_line *line)
{
    fputs(line->kind == CJ_LINE_OWN ? "<li class=\"own\">" : "<li>", h->out);
    put_line(h, line);
    for (; line->next && line->next->kind == CJ_LINE_MORE; line = line->next) {
        fputs("<br/>", h->out);
        put_line(h, line->next);
    }
    fputs("</li>", h->out);
    return line;
}

static bool entry(const cj_line *line)
{
    return line && (line->kind == CJ_LINE_ENTRY || line->kind == CJ_LINE_OWN);
}

void cj_html_marked(cj_html *h, const cj_marked *m, cj_str plain)
{
    const cj_line *line;
    bool open = false; /* a list */

    if (!m || !m->first) {
        cj_html_text(h, plain);
        return;
    }
    for (line = m->first; line; line = line->next) {
        if (entry(line)) {
            fputs(open ? "" : "<ul>", h->out);
            line = put_entry(h, line);
            open = entry(line->next);
            fputs(open ? "" : "</ul>", h->out);
            continue;
        }
        fputs(line->kind == CJ_LINE_ASIDE ? "<small>" : "<p>", h->out);
        put_line(h, line);
        fputs(line->kind == CJ_LINE_ASIDE ? "</small>" : "</p>", h->out);
    }
}
