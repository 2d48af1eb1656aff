/* csv_ragged.c - finds the records of a CSV that have more fields than their table. */
#include "sheet/csv_ragged.h"

#define AHEAD 64u /* how many records show whether a wider table begins */
#define NOTICES 100u

/* Whether most of the records after the i-th are as wide: then it is the header of a table. */
static bool begins_table(const cj_csv_block *b, size_t i, uint32_t fields)
{
    size_t j, wide = 0, seen = 0;

    for (j = i + 1; j < b->n && seen < AHEAD; j++, seen++)
        wide += b->record[j].fields >= fields;
    return wide * 2 > seen;
}

static void note(cj_arena *arena, cj_csv_block *b, const cj_csv_width *r, uint32_t width,
                 cj_book *book)
{
    static const cj_text says = {
        "this row has {0} fields where the rows above have {1}; put a text that holds the "
        "delimiter in double quotes",
        "この行は{0}列あり、上の行の{1}列より多くなっています。"
        "区切り文字を含む文章は二重引用符で囲んでください。"
    };
    cj_notice *n;

    if (b->found++ >= NOTICES)
        return;
    n = cj_book_notice(arena, book, CJ_ODD_RAGGED, says);
    n->what.at.row = r->row;
    n->what.at.col = width + 1;
    n->what.arg[0] = cj_str_fmt(arena, "%u", r->used);
    n->what.arg[1] = cj_str_fmt(arena, "%u", width);
}

/* A missing field at the end is an empty one; a field too many is most often a text that was
 * cut at its own comma, so that all cells after it stand in a wrong column. */
static void judge(cj_arena *arena, cj_csv_block *b, cj_book *book)
{
    uint32_t width = b->n ? b->record[0].fields : 0;
    size_t i;

    for (i = 1; i < b->n; i++) {
        const cj_csv_width *r = &b->record[i];

        if (r->used > width && begins_table(b, i, r->used))
            width = r->fields;
        else if (r->used > width)
            note(arena, b, r, width, book);
    }
    b->n = 0;
}

void cj_csv_block_add(cj_arena *arena, cj_csv_block *b, cj_csv_width next, cj_book *book)
{
    if (next.used == 0)
        judge(arena, b, book);
    if (next.used <= 1)
        return;
    CJ_ROOM(arena, b->record, b->n, b->cap);
    b->record[b->n++] = next;
}
