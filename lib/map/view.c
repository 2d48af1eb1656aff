/* view.c - a window seen with its axes exchanged where the phases run down. */
#include "map/window.h"

unsigned cj_view_rows(const cj_view *v)
{
    return v->down ? v->w->part.col2 : v->w->end - 1;
}

unsigned cj_view_cols(const cj_view *v)
{
    return v->down ? v->w->end - 1 : v->w->part.col2;
}

cj_str cj_view_text(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_text(v->w, j, i) : cj_window_text(v->w, i, j);
}

unsigned cj_view_last(const cj_view *v, unsigned i)
{
    unsigned last = !i ? 0 : v->down ? v->w->col_last[i] : v->w->row_last[i];

    return last < cj_view_cols(v) ? last : cj_view_cols(v);
}

const cj_sense *cj_view_plain(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_plain(v->w, j, i) : cj_window_plain(v->w, i, j);
}

const cj_sense *cj_view_sense(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_sense(v->w, j, i) : cj_window_sense(v->w, i, j);
}

const cj_phase_name *cj_view_phase(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_phase(v->w, j, i) : cj_window_phase(v->w, i, j);
}

int cj_view_axis(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_axis(v->w, j, i) : cj_window_axis(v->w, i, j);
}

bool cj_view_foreign(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_foreign(v->w, j, i) : cj_window_foreign(v->w, i, j);
}

bool cj_view_figure(const cj_view *v, unsigned i, unsigned j)
{
    return v->down ? cj_window_figure(v->w, j, i) : cj_window_figure(v->w, i, j);
}

bool cj_view_merge(const cj_view *v, unsigned i, unsigned j, cj_range *out)
{
    const cj_range *m = v->down ? cj_window_merge(v->w, j, i) : cj_window_merge(v->w, i, j);

    if (!m)
        return false;
    *out = *m;
    if (v->down)
        *out = (cj_range){ m->col1, m->row1, m->col2, m->row2 };
    return true;
}

cj_span cj_view_span(const cj_view *v, unsigned i, unsigned j)
{
    return (cj_span){ v->w->index, v->down ? j : i, v->down ? i : j, 0, 0 };
}
