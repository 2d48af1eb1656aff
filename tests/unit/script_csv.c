/* script_csv.c - a map that was made up, as the bytes of a CSV file. */
#include "script.h"
#include "base/utf8.h"
#include <iconv.h>
#include <utf8proc.h>

typedef struct writer {
    cj_arena *arena;
    cj_lang lang;
    const script_map *m;
    const script_style *style;
    cj_buf out;
    bool begun; /* a field of this line was written */
} writer;

/* ---- other ways to write the same ----------------------------------------------------------- */

static cj_str wide(cj_arena *arena, cj_str s)
{
    cj_buf b;

    cj_buf_init(&b, arena);
    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);
        bool plain = (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') ||
                     (cp >= 'a' && cp <= 'z');

        cj_utf8_put(&b, plain ? cp + 0xfee0 : cp);
    }
    return cj_buf_str(&b);
}

static cj_str parted(cj_arena *arena, cj_str s)
{
    utf8proc_uint8_t *p = utf8proc_NFD((const utf8proc_uint8_t *)cj_str_z(arena, s));
    cj_str out = cj_str_fmt(arena, "%s", (const char *)p);

    free(p);
    return out;
}

static cj_str written(const writer *w, cj_str s)
{
    return w->style->other && s.n ? parted(w->arena, wide(w->arena, s)) : s;
}

/* ---- lines ------------------------------------------------------------------------------------ */

static void field(writer *w, cj_str s)
{
    if (w->begun)
        cj_buf_byte(&w->out, ',');
    w->begun = true;
    if (!s.n)
        return;
    cj_buf_byte(&w->out, '"');
    cj_buf_add(&w->out, s);
    cj_buf_byte(&w->out, '"');
}

static void end(writer *w)
{
    cj_buf_byte(&w->out, '\n');
    w->begun = false;
}

static cj_str marked(const writer *w, const script_item *it)
{
    cj_buf b;
    unsigned i;

    cj_buf_init(&b, w->arena);
    if (it->assumed)
        cj_buf_z(&b, w->lang == CJ_JA ? "【仮説】" : "[assumption] ");
    cj_buf_add(&b, it->text);
    for (i = 0; i < it->n_refs; i++)
        cj_buf_fmt(&b, i ? ", E%u" : " [E%u", it->ref[i]);
    cj_buf_z(&b, it->n_refs ? "]" : "");
    return written(w, cj_buf_str(&b));
}

static cj_str cell_text(const writer *w, const script_cell *c)
{
    cj_buf b;
    unsigned i;

    cj_buf_init(&b, w->arena);
    for (i = 0; i < c->n; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        if (c->n > 1)
            cj_buf_z(&b, w->style->other ? "■ " : "・");
        cj_buf_add(&b, marked(w, &c->item[i]));
    }
    return cj_buf_str(&b);
}

/* ---- the parts -------------------------------------------------------------------------------- */

static void put_meta(writer *w)
{
    unsigned i;

    if (w->style->titled && w->m->meta[CJ_META_TITLE].n) {
        field(w, w->m->meta[CJ_META_TITLE]);
        end(w);
    }
    for (i = 0; i < CJ_N_META; i++)
        if (w->m->meta[i].n && (i != CJ_META_TITLE || !w->style->titled)) {
            field(w, cj_str_of(cj_meta_label((cj_meta_id)i, w->lang)));
            field(w, i == CJ_META_TITLE ? w->m->meta[i] : written(w, w->m->meta[i]));
            end(w);
        }
    end(w);
}

/* Row 0 and column 0 are the headers. */
static cj_str grid_text(const writer *w, unsigned row, unsigned phase)
{
    if (!row && !phase)
        return cj_str_of(w->lang == CJ_JA ? "項目" : "Item");
    if (!row)
        return w->m->phase[phase - 1];
    if (!phase)
        return w->m->row[row - 1].label;
    return cell_text(w, &w->m->cell[row - 1][phase - 1]);
}

static void put_grid(writer *w)
{
    unsigned lines = w->style->down ? w->m->n_phases : w->m->n_rows,
             fields = w->style->down ? w->m->n_rows : w->m->n_phases, i, k;

    for (i = 0; i <= lines; i++) {
        for (k = 0; k <= fields; k++)
            field(w, w->style->down ? grid_text(w, k, i) : grid_text(w, i, k));
        end(w);
    }
}

static void put_table(writer *w, const script_table *t)
{
    unsigned i, k;

    if (!t->n)
        return;
    end(w);
    field(w, cj_str_fmt(w->arena, "%s" CJ_FMT, w->lang == CJ_JA ? "■" : "# ",
                        CJ_ARG(t->title)));
    end(w);
    for (k = 0; k < t->n_columns; k++)
        field(w, t->column[k]);
    end(w);
    for (i = 0; i < t->n; i++) {
        for (k = 0; k < t->n_columns; k++)
            field(w, k ? written(w, t->value[i][k]) : t->value[i][k]);
        end(w);
    }
}

static cj_str as_cp932(cj_arena *arena, cj_str s)
{
    iconv_t to = iconv_open("CP932", "UTF-8");
    size_t left = s.n, room = 2 * s.n + 16;
    char *buf = CJ_NEW_N(arena, char, room), *in = (char *)s.p, *out = buf;
    bool good = to != (iconv_t)-1 && iconv(to, &in, &left, &out, &room) != (size_t)-1;

    if (to != (iconv_t)-1)
        iconv_close(to);
    return good ? (cj_str){ buf, (size_t)(out - buf) } : s;
}

cj_str script_csv(cj_arena *arena, cj_lang lang, const script_map *map,
                  const script_style *style)
{
    writer w = { .arena = arena, .lang = lang, .m = map, .style = style };
    unsigned i;

    cj_buf_init(&w.out, arena);
    put_meta(&w);
    put_grid(&w);
    for (i = 0; i < map->n_outside; i++) {
        end(&w);
        end(&w);
        field(&w, map->outside[i]);
        end(&w);
    }
    for (i = 0; i < SCRIPT_TABLES; i++)
        put_table(&w, &map->table[i]);
    return style->cp932 && !style->other ? as_cp932(arena, cj_buf_str(&w.out))
                                         : cj_buf_str(&w.out);
}
