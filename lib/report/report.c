/* report.c - builds reports: facts are linked in the order they were added, blocks too. */
#include <cj/report.h>

static cj_fact *new_fact(cj_arena *arena, cj_fact_kind kind)
{
    cj_fact *f = CJ_NEW(arena, cj_fact);

    f->kind = kind;
    return f;
}

static cj_fact *add(cj_arena *arena, cj_fact *parent, const char *key, cj_fact_kind kind)
{
    cj_fact *f = new_fact(arena, kind);

    f->key = key;
    if (parent->last)
        parent->last->next = f;
    else
        parent->first = f;
    parent->last = f;
    return f;
}

cj_fact *cj_fact_object(cj_arena *arena)
{
    return new_fact(arena, CJ_F_OBJECT);
}

cj_fact *cj_fact_add_object(cj_arena *arena, cj_fact *parent, const char *key)
{
    return add(arena, parent, key, CJ_F_OBJECT);
}

cj_fact *cj_fact_add_list(cj_arena *arena, cj_fact *parent, const char *key)
{
    return add(arena, parent, key, CJ_F_LIST);
}

cj_fact *cj_fact_add_text(cj_arena *arena, cj_fact *parent, const char *key, cj_str text)
{
    cj_fact *f = add(arena, parent, key, CJ_F_TEXT);

    f->text = text;
    return f;
}

cj_fact *cj_fact_add_z(cj_arena *arena, cj_fact *parent, const char *key, const char *text)
{
    return cj_fact_add_text(arena, parent, key, cj_str_of(text));
}

cj_fact *cj_fact_add_integer(cj_arena *arena, cj_fact *parent, const char *key, long long n)
{
    cj_fact *f = add(arena, parent, key, CJ_F_INTEGER);

    f->integer = n;
    return f;
}

cj_fact *cj_fact_add_real(cj_arena *arena, cj_fact *parent, const char *key, double x)
{
    cj_fact *f = add(arena, parent, key, CJ_F_REAL);

    f->real = x;
    return f;
}

cj_fact *cj_fact_add_bool(cj_arena *arena, cj_fact *parent, const char *key, bool b)
{
    cj_fact *f = add(arena, parent, key, CJ_F_BOOL);

    f->truth = b;
    return f;
}

cj_fact *cj_fact_add_null(cj_arena *arena, cj_fact *parent, const char *key)
{
    return add(arena, parent, key, CJ_F_NULL);
}

cj_report *cj_report_new(cj_arena *arena, cj_lang lang)
{
    cj_report *r = CJ_NEW(arena, cj_report);

    r->lang = lang;
    r->facts = cj_fact_object(arena);
    return r;
}

cj_block *cj_report_add(cj_arena *arena, cj_report *report, cj_block_kind kind)
{
    cj_block *b = CJ_NEW(arena, cj_block);

    b->kind = kind;
    if (report->last)
        report->last->next = b;
    else
        report->first = b;
    report->last = b;
    return b;
}

cj_block *cj_report_heading(cj_arena *arena, cj_report *report, unsigned depth, cj_str text)
{
    cj_block *b = cj_report_add(arena, report, CJ_B_HEADING);

    b->depth = depth;
    b->text = text;
    return b;
}

cj_block *cj_report_text(cj_arena *arena, cj_report *report, cj_level level, cj_str text)
{
    cj_block *b = cj_report_add(arena, report, CJ_B_TEXT);

    b->level = level;
    b->text = text;
    return b;
}

cj_table *cj_report_table(cj_arena *arena, cj_report *report, size_t n_rows, size_t n_cols)
{
    cj_table *t = &cj_report_add(arena, report, CJ_B_TABLE)->table;

    t->n_rows = n_rows;
    t->n_cols = n_cols;
    t->cell = CJ_NEW_N(arena, cj_str, n_rows * n_cols);
    return t;
}

cj_block *cj_report_list(cj_arena *arena, cj_report *report, size_t n_entries)
{
    cj_block *b = cj_report_add(arena, report, CJ_B_LIST);

    b->entry = CJ_NEW_N(arena, cj_str, n_entries);
    b->n_entries = n_entries;
    return b;
}

cj_plot *cj_report_series(cj_arena *arena, cj_report *report, size_t n)
{
    cj_plot *plot = CJ_NEW(arena, cj_plot);

    plot->n = n;
    plot->point = CJ_NEW_N(arena, cj_plot_point, n);
    cj_report_add(arena, report, CJ_B_SERIES)->plot = plot;
    return plot;
}

cj_line *cj_marked_line(cj_arena *arena, cj_marked *marked, cj_line_kind kind)
{
    cj_line *line = CJ_NEW(arena, cj_line);

    line->kind = kind;
    if (marked->last)
        marked->last->next = line;
    else
        marked->first = line;
    marked->last = line;
    return line;
}

cj_fragment *cj_line_add(cj_arena *arena, cj_line *line, cj_mark mark, cj_str text)
{
    cj_fragment *f = CJ_NEW(arena, cj_fragment);

    f->mark = mark;
    f->text = text;
    if (line->last)
        line->last->next = f;
    else
        line->first = f;
    line->last = f;
    return f;
}
