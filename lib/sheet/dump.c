/* dump.c - prints what was read of a book, cell by cell. */
#include <cj/dump.h>
#include "base/number.h"

static void put(FILE *out, cj_str s)
{
    size_t i, from = 0;

    for (i = 0; i < s.n; i++) {
        const char *escape = s.p[i] == '\\'   ? "\\\\"
                             : s.p[i] == '\n' ? "\\n"
                             : s.p[i] == '\r' ? "\\r"
                             : s.p[i] == '\t' ? "\\t"
                                              : NULL;

        if (escape) {
            fwrite(s.p + from, 1, i - from, out);
            fputs(escape, out);
            from = i + 1;
        }
    }
    if (s.n)
        fwrite(s.p + from, 1, s.n - from, out);
}

static void put_place(FILE *out, cj_str sheet, uint32_t row, uint32_t col)
{
    char ref[CJ_REF_MAX];

    put(out, sheet);
    cj_ref(ref, row, col);
    fprintf(out, "\t%s\t", ref);
}

/* One call for all between the sheet and the value: a million cells are many calls. */
static void put_cell(cj_arena *arena, cj_str sheet, const cj_book_cell *c, FILE *out)
{
    static const char type[] = {
        [CJ_V_EMPTY] = 's', [CJ_V_TEXT] = 's', [CJ_V_NUMBER] = 'n',
        [CJ_V_DATE] = 'd',  [CJ_V_BOOL] = 'b', [CJ_V_ERROR] = 'e'
    };
    char middle[CJ_REF_MAX + 4];
    size_t n = cj_ref(middle + 1, c->row, c->col) + 1;

    put(out, sheet);
    middle[0] = middle[n] = middle[n + 2] = '\t';
    middle[n + 1] = type[c->value];
    fwrite(middle, 1, n + 3, out);
    if (c->value == CJ_V_BOOL)
        fputs(c->number != 0 ? "1" : "0", out);
    else if ((c->value == CJ_V_NUMBER || c->value == CJ_V_DATE) && !c->text.n)
        put(out, cj_number_text(arena, c->number));
    else
        put(out, c->text);
    fputc('\n', out);
}

void cj_dump_cells(cj_arena *arena, const cj_book *book, FILE *out)
{
    size_t i, j;

    for (i = 0; i < book->n_sheets; i++) {
        const cj_sheet *s = &book->sheets[i];

        for (j = 0; j < s->n_cells; j++) {
            const cj_book_cell *c = cj_sheet_cell(s, j);

            if (c->value != CJ_V_EMPTY && (c->value != CJ_V_TEXT || c->text.n))
                put_cell(arena, s->name, c, out);
        }
    }
}

static void put_range(FILE *out, const char *kind, cj_str sheet, cj_range r)
{
    char ref[CJ_REF_MAX];

    fprintf(out, "%s\t", kind);
    put(out, sheet);
    cj_ref(ref, r.row1, r.col1);
    fprintf(out, "\t%s", ref);
    if (r.row1 != r.row2 || r.col1 != r.col2) {
        cj_ref(ref, r.row2, r.col2);
        fprintf(out, ":%s", ref);
    }
    fputc('\t', out);
}

/* A link over several cells is a link of each; one over whole columns stays a range. */
static void put_link(FILE *out, cj_str sheet, const cj_book_link *link)
{
    cj_range at = link->at, one;
    uint64_t n = (uint64_t)(at.row2 - at.row1 + 1) * (at.col2 - at.col1 + 1), i;
    uint32_t width = at.col2 - at.col1 + 1;

    for (i = 0; i < (n <= CJ_CHUNK ? n : 1); i++) {
        one.row1 = one.row2 = at.row1 + (uint32_t)i / width;
        one.col1 = one.col2 = at.col1 + (uint32_t)i % width;
        put_range(out, "link", sheet, n <= CJ_CHUNK ? one : at);
        put(out, link->target);
        fputc('\n', out);
    }
}

static void put_hidden(FILE *out, const cj_sheet *s)
{
    size_t i;
    uint32_t n;

    for (i = 0; i < s->n_hidden_rows; i++)
        for (n = s->hidden_rows[i].row1; n <= s->hidden_rows[i].row2; n++) {
            fputs("hiddenrow\t", out);
            put(out, s->name);
            fprintf(out, "\t%u\t\n", n);
        }
    for (i = 0; i < s->n_hidden_cols; i++)
        for (n = s->hidden_cols[i].col1; n <= s->hidden_cols[i].col2; n++) {
            char ref[CJ_REF_MAX];

            fputs("hiddencol\t", out);
            put(out, s->name);
            cj_ref(ref, 0, n);
            fprintf(out, "\t%s\t\n", ref);
        }
    if (s->state != CJ_VISIBLE) {
        fputs("hiddensheet\t", out);
        put(out, s->name);
        fputs(s->state == CJ_HIDDEN ? "\t\thidden\n" : "\t\tveryHidden\n", out);
    }
}

void cj_dump_features(const cj_book *book, FILE *out)
{
    size_t i, j;

    for (i = 0; i < book->n_sheets; i++) {
        const cj_sheet *s = &book->sheets[i];

        for (j = 0; j < s->n_merges; j++) {
            put_range(out, "merge", s->name, s->merges[j]);
            fputc('\n', out);
        }
        for (j = 0; j < s->n_notes; j++) {
            fputs("comment\t", out);
            put_place(out, s->name, s->notes[j].row, s->notes[j].col);
            put(out, s->notes[j].text);
            fputc('\n', out);
        }
        for (j = 0; j < s->n_links; j++)
            put_link(out, s->name, &s->links[j]);
        put_hidden(out, s);
    }
}
