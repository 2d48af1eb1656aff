/* csv_form.c - finds out how a CSV was written: its "sep=" line and its delimiter. */
#include "sheet/csv_form.h"
#include "sheet/csv_scan.h"
#include <string.h>
#include <strings.h>

#define LOOK 131072u /* how much of the text is tried */
#define WIDTHS 64u   /* records of so many fields or more count as alike */

/* How the text falls into records under one delimiter. */
typedef struct trial {
    size_t of_width[WIDTHS + 1]; /* records by number of fields */
    size_t first;                /* fields of the first record */
    size_t odd;                  /* fields with a quote that does not belong there */
} trial;

static bool may_delimit(char c)
{
    return (c > ' ' && c < 0x7f && c != '"' && !(c >= '0' && c <= '9') &&
            !((c | 32) >= 'a' && (c | 32) <= 'z')) ||
           c == '\t' || c == ' ';
}

/* "sep=;" alone in the first line, in any case, in quotes or not, names the delimiter: Excel
 * obeys it and does not show it. */
static bool sep_line(cj_str text, cj_csv_shape *out)
{
    size_t open = cj_str_starts(text, CJ_STR("\"")), at = open + 5;

    if (text.n < at || strncasecmp(text.p + open, "sep=", 4) != 0 ||
        !may_delimit(text.p[at - 1]))
        return false;
    if (open && (at >= text.n || text.p[at++] != '"'))
        return false;
    if (at < text.n && text.p[at] != '\r' && text.p[at] != '\n')
        return false;
    out->delimiter = text.p[open + 4];
    out->sep_line = true;
    out->body =
        at + (cj_str_starts(cj_str_from(text, at), CJ_STR("\r\n")) ? 2 : at < text.n);
    return true;
}

/* The last record of a text that was cut is not counted. */
static void try_delimiter(cj_str text, char delimiter, bool cut, trial *t)
{
    cj_csv_scan s;
    cj_csv_field f;
    size_t start = 0;

    memset(t, 0, sizeof *t);
    cj_csv_scan_init(&s, text, delimiter);
    while (cj_csv_scan_next(&s, &f)) {
        if (f.col == 1)
            start = f.from;
        t->odd += f.stray || f.unclosed;
        if (!f.last || f.to == start || (cut && s.at >= text.n))
            continue;
        t->of_width[f.col < WIDTHS ? f.col : WIDTHS]++;
        t->first = t->first ? t->first : f.col;
    }
}

/* Many records, few different widths, many fields: what a table looks like. Quotes that do not
 * belong where they stand show a wrong delimiter, a first line in one piece hints at one. */
static double table_likeness(const trial *t)
{
    size_t n, widths = 0;
    double sum = 0;

    for (n = 1; n <= WIDTHS; n++)
        if (t->of_width[n]) {
            sum += (double)t->of_width[n] * (double)(n - 1) / (double)n;
            widths++;
        }
    if (!widths)
        return 0;
    return sum / (double)widths / (double)(1 + t->odd) * (t->first > 1 ? 1.1 : 1);
}

/* Commas that all stand between digits may be decimal commas: 1,5;2,5 */
static bool only_decimal_commas(cj_str text)
{
    size_t i, commas = 0, decimal = 0;

    for (i = 1; i + 1 < text.n; i++)
        if (text.p[i] == ',') {
            commas++;
            decimal += text.p[i - 1] >= '0' && text.p[i - 1] <= '9' &&
                       text.p[i + 1] >= '0' && text.p[i + 1] <= '9';
        }
    return commas && commas == decimal;
}

static char likely_delimiter(cj_str text)
{
    static const char candidates[] = { ',', '\t', ';', '|' };
    bool cut = text.n > LOOK;
    double best = 0;
    char found = ',';
    size_t i;

    text = cj_str_cut(text, 0, LOOK);
    for (i = 0; i < sizeof candidates; i++) {
        double likeness;
        trial t;

        try_delimiter(text, candidates[i], cut, &t);
        likeness = table_likeness(&t);
        if (candidates[i] == ',' && only_decimal_commas(text))
            likeness /= 4;
        if (likeness > best) {
            best = likeness;
            found = candidates[i];
        }
    }
    return found;
}

cj_csv_shape cj_csv_shape_of(cj_str text, char forced)
{
    cj_csv_shape shape = { ',', false, 0 };

    if (!sep_line(text, &shape) && !forced)
        shape.delimiter = likely_delimiter(text);
    if (forced)
        shape.delimiter = forced;
    return shape;
}
