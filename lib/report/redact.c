/* redact.c - takes personal data out of texts, and of all texts of a report. */
#include <cj/redact.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "lint/personal.h"
#include <string.h>

typedef struct redactor {
    cj_arena *arena;
    cj_str instead; /* stands for what went */
    cj_str *own;    /* folded texts that name the map's own people */
    size_t n_own, cap_own;
} redactor;

static cj_str instead_in(cj_lang lang)
{
    static const cj_text instead = { "[redacted]", "〔伏せ字〕" };

    return cj_str_of(cj_text_in(instead, lang));
}

static bool spared(const redactor *r, cj_str said)
{
    size_t i;

    for (i = 0; i < r->n_own; i++)
        if (cj_str_has(r->own[i], said))
            return true;
    return false;
}

/* What has to go of a text. */
static cj_personals found_in(const redactor *r, cj_str text)
{
    cj_personals all = { NULL, 0, 0 };
    size_t i, n = 0;

    if (!text.n)
        return all;
    cj_personal_find(r->arena, text, &all);
    for (i = 0; i < all.n; i++)
        if (!spared(r, all.span[i].said))
            all.span[n++] = all.span[i];
    all.n = n;
    return all;
}

static cj_str redacted(const redactor *r, cj_str text)
{
    cj_personals all = found_in(r, text);
    size_t i, at = 0;
    cj_buf b;

    if (!all.n)
        return text;
    cj_buf_init(&b, r->arena);
    for (i = 0; i < all.n; i++) {
        cj_buf_add(&b, cj_str_cut(text, at, all.span[i].from - at));
        cj_buf_add(&b, r->instead);
        at = all.span[i].to;
    }
    cj_buf_add(&b, cj_str_from(text, at));
    return cj_buf_str(&b);
}

cj_str cj_redacted(cj_arena *arena, cj_str text, cj_lang lang)
{
    const redactor r = { arena, instead_in(lang), NULL, 0, 0 };

    return redacted(&r, text);
}

/* ---- the map's own people ----------------------------------------------------------------------- */

static void keep(redactor *r, cj_str text)
{
    if (!text.n)
        return;
    CJ_ROOM(r->arena, r->own, r->n_own, r->cap_own);
    r->own[r->n_own++] = cj_utf8_fold(r->arena, cj_utf8_drop_invisible(r->arena, text));
}

/* Who made it and who does what; and the persona, who is nobody. */
static void keep_own(redactor *r, const cj_map *map)
{
    size_t i;

    for (i = 0; i < map->n_leaves; i++)
        if (cj_personal_colleagues(map, &map->leaves[i], map->leaves[i].at))
            keep(r, map->leaves[i].text);
    keep(r, map->meta[CJ_META_PERSONA].text);
    keep(r, cj_map_persona(map, "name"));
}

/* ---- lines of marked pieces ---------------------------------------------------------------------- */

/* The pieces of a line that are read one after the other, and what they say. */
typedef struct run {
    cj_fragment **piece;
    size_t *from; /* where each begins in the text, and one more */
    size_t n;
    cj_str text;
} pieces;

static pieces read_run(const redactor *r, cj_line *line, cj_mark skipped)
{
    pieces out = { NULL, NULL, 0, { NULL, 0 } };
    cj_fragment *f;
    size_t n = 0;
    cj_buf b;

    for (f = line->first; f; f = f->next)
        n++;
    out.piece = CJ_NEW_N(r->arena, cj_fragment *, n + 1);
    out.from = CJ_NEW_N(r->arena, size_t, n + 1);
    cj_buf_init(&b, r->arena);
    for (f = line->first; f; f = f->next) {
        if (f->mark == skipped)
            continue;
        out.piece[out.n] = f;
        out.from[out.n++] = b.n;
        cj_buf_add(&b, f->text);
    }
    out.from[out.n] = b.n;
    out.text = cj_buf_str(&b);
    return out;
}

/* What goes stands in the piece in which it began. */
static void redact_piece(const redactor *r, const pieces *run, size_t i,
                         const cj_personals *all)
{
    size_t from = run->from[i], to = run->from[i + 1], at = from, j;
    cj_buf b;

    cj_buf_init(&b, r->arena);
    for (j = 0; j < all->n; j++) {
        const cj_personal *p = &all->span[j];

        if (p->to <= from || p->from >= to)
            continue;
        if (p->from > at)
            cj_buf_add(&b, cj_str_cut(run->text, at, p->from - at));
        if (p->from >= from)
            cj_buf_add(&b, r->instead);
        at = p->to < to ? p->to : to;
    }
    cj_buf_add(&b, cj_str_cut(run->text, at, to - at));
    run->piece[i]->text = cj_buf_str(&b);
}

static void redact_run(const redactor *r, cj_line *line, cj_mark skipped)
{
    pieces run = read_run(r, line, skipped);
    cj_personals all = found_in(r, run.text);
    size_t i;

    for (i = 0; all.n && i < run.n; i++)
        redact_piece(r, &run, i, &all);
}

/* A link whose address tells on somebody leads nowhere. */
static void redact_link(const redactor *r, cj_fragment *f)
{
    if (f->to.n && f->mark != CJ_M_HERE && found_in(r, f->to).n) {
        f->mark = CJ_M_PLAIN;
        f->to = CJ_STR("");
    }
}

/* As it was before, as it is now, and as it stands there: with what went and what came. */
static void redact_line(const redactor *r, cj_line *line)
{
    cj_fragment *f;

    for (f = line->first; f; f = f->next) {
        f->text = redacted(r, f->text);
        redact_link(r, f);
    }
    redact_run(r, line, CJ_M_NEW);
    redact_run(r, line, CJ_M_GONE);
    redact_run(r, line, (cj_mark)-1);
}

/* ---- blocks ----------------------------------------------------------------------------------------- */

static void redact_points(const redactor *r, cj_plot_point *point, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        point[i].label = redacted(r, point[i].label);
        point[i].text = redacted(r, point[i].text);
    }
}

static cj_plot *redacted_plot(const redactor *r, const cj_plot *plot)
{
    cj_plot *p = CJ_NEW(r->arena, cj_plot);
    cj_plot_point *before;

    *p = *plot;
    p->title = redacted(r, p->title);
    p->alt = redacted(r, p->alt);
    p->name = redacted(r, p->name);
    p->name_before = redacted(r, p->name_before);
    redact_points(r, p->point, p->n);
    if (p->before) {
        before = CJ_NEW_N(r->arena, cj_plot_point, p->n + 1);
        memcpy(before, p->before, p->n * sizeof *before);
        redact_points(r, before, p->n);
        p->before = before;
    }
    return p;
}

static void redact_marked(const redactor *r, cj_marked *m, size_t n)
{
    cj_line *line;
    size_t i;

    for (i = 0; m && i < n; i++) {
        for (line = m[i].first; line; line = line->next)
            redact_line(r, line);
        m[i].note = redacted(r, m[i].note);
        if (m[i].plot)
            m[i].plot = redacted_plot(r, m[i].plot);
    }
}

static void redact_table(const redactor *r, cj_table *t)
{
    size_t n = t->n_rows * t->n_cols, i;

    for (i = 0; i < n; i++)
        t->cell[i] = redacted(r, t->cell[i]);
    t->title = redacted(r, t->title);
    redact_marked(r, t->marked, n);
}

static void redact_diagnostic(const redactor *r, cj_diagnostic *d)
{
    d->about = redacted(r, d->about);
    d->message = redacted(r, d->message);
    d->hint = redacted(r, d->hint);
}

static void redact_block(const redactor *r, cj_block *b)
{
    size_t i;

    b->text = redacted(r, b->text);
    for (i = 0; i < b->n_entries; i++)
        b->entry[i] = redacted(r, b->entry[i]);
    redact_marked(r, b->marked, b->kind == CJ_B_LIST ? b->n_entries : 1);
    redact_table(r, &b->table);
    redact_diagnostic(r, &b->diagnostic);
    if (b->plot)
        b->plot = redacted_plot(r, b->plot);
}

/* ---- facts -------------------------------------------------------------------------------------------- */

/* No text of the team's stands there. */
static bool no_text(const char *key)
{
    static const char *const keys[] = { "fingerprint", "file",  "ref",  "cell",
                                        "record",      "sheet", "id",   "rule",
                                        "from",        "to",    "date", "due_date",
                                        "range",       "map_id" };
    size_t i;

    for (i = 0; key && i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

static void redact_facts(const redactor *r, cj_fact *f)
{
    for (; f; f = f->next) {
        if (f->kind == CJ_F_TEXT && !no_text(f->key))
            f->text = redacted(r, f->text);
        redact_facts(r, f->first);
    }
}

void cj_report_redact(cj_arena *arena, cj_report *report, const cj_maps *maps)
{
    redactor r = { arena, instead_in(report->lang), NULL, 0, 0 };
    cj_block *b;
    size_t i;

    for (i = 0; maps && i < maps->n; i++)
        keep_own(&r, &maps->map[i]);
    report->title = redacted(&r, report->title);
    redact_facts(&r, report->facts);
    for (b = report->first; b; b = b->next)
        redact_block(&r, b);
}
