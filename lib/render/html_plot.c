/* html_plot.c - charts in a page of HTML, as SVG that stretches with the page. */
#include "render/html.h"
#include "base/number.h"
#include <math.h>
#include <stdlib.h>

#define HEIGHT 150.0 /* of a figure, in pixels */
#define EDGE 22.0    /* above the highest value and below the lowest: room for its number */
#define SPARK_W 96.0
#define SPARK_H 28.0
#define SPARK_EDGE 4.0

typedef struct scale {
    double least, most;
    double top, bottom; /* where these two are drawn */
} scale;

static void widen(scale *s, bool *any, double value)
{
    s->least = !*any || value < s->least ? value : s->least;
    s->most = !*any || value > s->most ? value : s->most;
    *any = true;
}

static scale scale_of(const cj_plot *p, double top, double bottom)
{
    scale s = { 0, 0, top, bottom };
    bool any = false;
    size_t i;

    for (i = 0; i < p->n; i++) {
        if (p->point[i].there)
            widen(&s, &any, p->point[i].value);
        if (p->before && p->before[i].there)
            widen(&s, &any, p->before[i].value);
    }
    if (p->has_target)
        widen(&s, &any, p->target);
    if (p->has_scale) {
        widen(&s, &any, p->least);
        widen(&s, &any, p->most);
    }
    return s;
}

/* In the middle where there is but one value. Halves first: the difference of two numbers may be
 * none. */
static double height(const scale *s, double value)
{
    double span = s->most / 2 - s->least / 2;
    double part = span > 0 ? (value / 2 - s->least / 2) / span : 0.5;

    return s->bottom - part * (s->bottom - s->top);
}

/* Drawn numbers are never written by the locale. */
static void put_tenths(cj_html *h, double x)
{
    long n = lround(x * 10);

    fprintf(h->out, "%ld.%ld", n / 10, labs(n) % 10);
}

static void put_attribute(cj_html *h, const char *name, double x, const char *unit)
{
    fprintf(h->out, " %s=\"", name);
    put_tenths(h, x);
    fprintf(h->out, "%s\"", unit);
}

static void put_line(cj_html *h, const char *kind, const double from[2], const double to[2],
                     const char *unit)
{
    fprintf(h->out, "<line class=\"%s\"", kind);
    put_attribute(h, "x1", from[0], unit);
    put_attribute(h, "y1", from[1], "");
    put_attribute(h, "x2", to[0], unit);
    put_attribute(h, "y2", to[1], "");
    fputs("/>", h->out);
}

static void put_level_line(cj_html *h, const char *kind, double from, double to, double y,
                           const char *unit)
{
    put_line(h, kind, (double[]){ from, y }, (double[]){ to, y }, unit);
}

/* The lines between points that follow each other; a gap parts them. */
static void put_lines(cj_html *h, const char *kind, const cj_plot_point *point, size_t n,
                      const scale *s, double left, double step, const char *unit)
{
    size_t i;

    for (i = 1; i < n; i++)
        if (point[i - 1].there && point[i].there)
            put_line(
                h, kind,
                (double[]){ left + step * (double)(i - 1), height(s, point[i - 1].value) },
                (double[]){ left + step * (double)i, height(s, point[i].value) }, unit);
}

static void put_dot(cj_html *h, const char *kind, double x, double y, double radius,
                    const char *unit)
{
    fprintf(h->out, "<circle%s", kind);
    put_attribute(h, "cx", x, unit);
    put_attribute(h, "cy", y, "");
    put_attribute(h, "r", radius, "");
    fputs("/>", h->out);
}

static void put_text(cj_html *h, const char *kind, double x, double y, cj_str text)
{
    fprintf(h->out, "<text class=\"%s\"%s", kind, *kind == 'k' ? " dx=\"-8\"" : "");
    put_attribute(h, "x", x, "%");
    put_attribute(h, "y", y, "");
    fputc('>', h->out);
    cj_html_text(h, text);
    fputs("</text>", h->out);
}

/* ---- a figure ------------------------------------------------------------------------------------ */

/* +2, −2: on a scale with two sides both are told. */
static cj_str number(cj_html *h, const scale *s, double value)
{
    cj_str digits = cj_number_text(h->arena, fabs(value));

    return cj_str_fmt(h->arena, "%s" CJ_FMT,
                      value < 0                   ? "−"
                      : value > 0 && s->least < 0 ? "+"
                                                  : "",
                      CJ_ARG(digits));
}

static void put_scale(cj_html *h, const cj_plot *p, const scale *s)
{
    double level[3] = { s->most, s->most / 2 + s->least / 2, s->least };
    size_t i;

    for (i = 0; i < 3; i++) {
        put_level_line(h, "g", 0, 100, height(s, level[i]), "%");
        if (p->has_scale)
            put_text(h, "k", 0, height(s, level[i]) + 4, number(h, s, level[i]));
    }
}

static void put_axis(cj_html *h, const cj_plot *p)
{
    size_t i;

    fputs("<ol aria-hidden=\"true\">", h->out);
    for (i = 0; i < p->n; i++) {
        fputs("<li>", h->out);
        cj_html_text(h, p->point[i].label);
        fputs("</li>", h->out);
    }
    fputs("</ol>", h->out);
}

/* What it was before is below what it is: dashed, with hollow dots. */
static void put_before(cj_html *h, const cj_plot *p, const scale *s, double left,
                       double step)
{
    size_t i;

    if (!p->before)
        return;
    put_lines(h, "b", p->before, p->n, s, left, step, "%");
    for (i = 0; i < p->n; i++)
        if (p->before[i].there)
            put_dot(h, " class=\"b\"", left + step * (double)i,
                    height(s, p->before[i].value), 3.5, "%");
}

static void put_key(cj_html *h, const char *line, const char *dot, double radius,
                    cj_str name)
{
    if (!name.n)
        return;
    fputs("<li><svg width=\"36\" height=\"12\" aria-hidden=\"true\">", h->out);
    put_level_line(h, line, 0, 36, 6, "");
    put_dot(h, dot, 18, 6, radius, "");
    fputs("</svg>", h->out);
    cj_html_text(h, name);
    fputs("</li>", h->out);
}

/* Which line is which. */
static void put_keys(cj_html *h, const cj_plot *p)
{
    if (!p->before || !(p->name.n || p->name_before.n))
        return;
    fputs("<ul class=\"key\">", h->out);
    put_key(h, "l", "", 4.5, p->name);
    put_key(h, "b", " class=\"b\"", 3.5, p->name_before);
    fputs("</ul>", h->out);
}

void cj_html_plot(cj_html *h, const cj_plot *p)
{
    const scale s = scale_of(p, EDGE, HEIGHT - EDGE);
    double step = p->n ? 100 / (double)p->n : 0, left = step / 2;
    size_t i;

    fprintf(h->out, "<figure class=\"plot\" style=\"--n:%zu\"><figcaption>", p->n);
    cj_html_text(h, p->title);
    fputs("</figcaption>", h->out);
    put_keys(h, p);
    fprintf(h->out,
            "<div class=\"box\"><div><svg role=\"img\" width=\"100%%\" "
            "height=\"%.0f\" aria-label=\"",
            HEIGHT);
    cj_html_value(h, p->alt);
    fputs("\">", h->out);
    put_scale(h, p, &s);
    if (p->has_target)
        put_level_line(h, "t", 0, 100, height(&s, p->target), "%");
    put_before(h, p, &s, left, step);
    put_lines(h, "l", p->point, p->n, &s, left, step, "%");
    for (i = 0; i < p->n; i++) {
        double x = left + step * (double)i, y = height(&s, p->point[i].value);

        if (!p->point[i].there)
            continue;
        put_dot(h, "", x, y, 4.5, "%");
        put_text(h, "v", x, y - 9, p->point[i].text);
    }
    fputs("</svg>", h->out);
    put_axis(h, p);
    fputs("</div></div></figure>\n", h->out);
}

/* ---- in a cell ----------------------------------------------------------------------------------- */

void cj_html_spark(cj_html *h, const cj_plot *p)
{
    const scale s = scale_of(p, SPARK_EDGE, SPARK_H - SPARK_EDGE);
    double left = SPARK_EDGE, right = SPARK_W - SPARK_EDGE;
    double step = p->n > 1 ? (right - left) / (double)(p->n - 1) : 0;
    size_t i, last = p->n;

    fprintf(h->out,
            "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" aria-label=\"",
            SPARK_W, SPARK_H);
    cj_html_value(h, p->alt);
    fputs("\">", h->out);
    if (p->has_target)
        put_level_line(h, "t", 0, SPARK_W, height(&s, p->target), "");
    put_lines(h, "l", p->point, p->n, &s, left, step, "");
    for (i = 0; i < p->n; i++)
        last = p->point[i].there ? i : last;
    for (i = 0; i < p->n; i++)
        if (p->point[i].there)
            put_dot(h, "", left + step * (double)i, height(&s, p->point[i].value),
                    i == last ? 3 : 1.5, "");
    fputs("</svg>", h->out);
}
