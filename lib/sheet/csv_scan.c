/* csv_scan.c - walks the fields of a CSV text as they stand in it, whatever its quotes are. */
#include "sheet/csv_scan.h"
#include <string.h>

void cj_csv_scan_init(cj_csv_scan *s, cj_str text, char delimiter)
{
    memset(s, 0, sizeof *s);
    s->text = text;
    s->delimiter = delimiter;
    s->row = 1;
}

static bool ends_at(const cj_csv_scan *s, size_t at)
{
    return at >= s->text.n || s->text.p[at] == s->delimiter || s->text.p[at] == '\n' ||
           s->text.p[at] == '\r';
}

static size_t plain_end(const cj_csv_scan *s, size_t at)
{
    while (!ends_at(s, at))
        at++;
    return at;
}

static size_t find(const cj_csv_scan *s, char c, size_t from, size_t to)
{
    const char *hit = from < to ? memchr(s->text.p + from, c, to - from) : NULL;

    return hit ? (size_t)(hit - s->text.p) : CJ_NONE;
}

static size_t line_end(const cj_csv_scan *s, size_t from, size_t to)
{
    for (; from < to; from++)
        if (s->text.p[from] == '\n' || s->text.p[from] == '\r')
            return from;
    return CJ_NONE;
}

/* After a stray quote: the quote that closes the field after all, or CJ_NONE if another quoted
 * field begins first. A field of one line does not reach beyond it. */
static size_t find_close(const cj_csv_scan *s, size_t at, bool many_lines)
{
    size_t from = at, q;

    while ((q = find(s, '"', at, s->text.n)) != CJ_NONE) {
        if (!many_lines && line_end(s, from, q) != CJ_NONE)
            return CJ_NONE;
        if (ends_at(s, q - 1))
            return CJ_NONE;
        if (ends_at(s, q + 1))
            return q;
        if (s->text.p[q + 1] == '"' && ends_at(s, q + 2))
            return q + 1;
        from = q;
        at = q + (s->text.p[q + 1] == '"' ? 2 : 1);
    }
    return CJ_NONE;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The quote at q neither closes the field nor is it doubled. Blanks up to the delimiter belong
 * to the field ("a" ,b); what looks like an opening quote ("he said "no" to us") leaves it open;
 * otherwise all of it is text, its first quote too. */
static void stray_quote(const cj_csv_scan *s, cj_csv_field *f, size_t q)
{
    bool many_lines = line_end(s, f->from, q) != CJ_NONE;
    size_t at = q + 1;

    f->stray = true;
    while (!ends_at(s, at) && blank(s->text.p[at]))
        at++;
    f->close = ends_at(s, at) ? q : at == q + 1 ? find_close(s, at, many_lines) : CJ_NONE;
    f->quoted = f->close != CJ_NONE;
    if (f->quoted)
        f->to = plain_end(s, f->close + 1);
    else
        f->to = plain_end(s, many_lines ? f->from : at);
}

/* Its opening quote has no end. If records seem to follow, that quote is text, so that it does
 * not swallow them; otherwise the file was cut off inside the field. */
static void unclosed_quote(const cj_csv_scan *s, cj_csv_field *f)
{
    size_t line = line_end(s, f->from, s->text.n);
    bool records = line != CJ_NONE && find(s, s->delimiter, line, s->text.n) != CJ_NONE;

    f->unclosed = true;
    f->stray = records;
    f->quoted = !records;
    f->to = f->close = records ? plain_end(s, f->from) : s->text.n;
}

static void quoted_field(const cj_csv_scan *s, cj_csv_field *f)
{
    size_t at = f->from + 1, q;

    while ((q = find(s, '"', at, s->text.n)) != CJ_NONE) {
        if (ends_at(s, q + 1)) {
            f->quoted = true;
            f->close = q;
            f->to = q + 1;
            return;
        }
        if (s->text.p[q + 1] != '"') {
            stray_quote(s, f, q);
            return;
        }
        at = q + 2;
    }
    unclosed_quote(s, f);
}

static void step_over_end(cj_csv_scan *s, cj_csv_field *f)
{
    cj_str rest = cj_str_from(s->text, f->to);

    s->more = rest.n && *rest.p == s->delimiter;
    f->last = !s->more;
    s->at = f->to + (rest.n ? cj_str_starts(rest, CJ_STR("\r\n")) && !s->more ? 2 : 1 : 0);
    if (f->last) {
        s->row++;
        s->col = 0;
    }
}

bool cj_csv_scan_next(cj_csv_scan *s, cj_csv_field *f)
{
    if (s->at >= s->text.n && !s->more)
        return false;
    memset(f, 0, sizeof *f);
    f->from = s->at;
    f->row = s->row;
    f->col = ++s->col;
    if (f->from < s->text.n && s->text.p[f->from] == '"' && !ends_at(s, f->from)) {
        quoted_field(s, f);
    } else {
        f->to = plain_end(s, f->from);
        f->stray = find(s, '"', f->from, f->to) != CJ_NONE;
    }
    step_over_end(s, f);
    return true;
}

void cj_csv_place(cj_str text, char delimiter, size_t at, uint32_t *row, uint32_t *col)
{
    cj_csv_field f;
    cj_csv_scan s;

    *row = *col = 1;
    cj_csv_scan_init(&s, text, delimiter);
    while (cj_csv_scan_next(&s, &f)) {
        *row = f.row;
        *col = f.col;
        if (at <= f.to)
            return;
    }
    *row = s.row;
    *col = s.col + 1;
}
