/* bare_refs.c - E1 at the end of a statement, without brackets: a reference where E1 is recorded. */
#include "map/build.h"
#include "map/refs.h"
#include "base/utf8.h"
#include <stdlib.h>

#define TAIL_BYTES 60u /* of a statement: a few numbers at most */

typedef struct recorded {
    unsigned *id; /* sorted */
    size_t n;
} recorded;

static int id_order(const void *x, const void *y)
{
    const unsigned *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

static recorded recorded_ids(cj_build *b)
{
    recorded r = { CJ_NEW_N(b->arena, unsigned, b->map->n_evidence + 1), 0 };
    size_t i;

    for (i = 0; i < b->map->n_evidence; i++)
        if (b->map->evidence[i].id)
            r.id[r.n++] = b->map->evidence[i].id;
    qsort(r.id, r.n, sizeof *r.id, id_order);
    return r;
}

static bool all_recorded(const recorded *r, const cj_ref_list *refs)
{
    size_t i;

    for (i = 0; i < refs->n; i++)
        if (!bsearch(&refs->id[i], r->id, r->n, sizeof *r->id, id_order))
            return false;
    return refs->n > 0;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What may stand between the numbers of a list. */
static bool list_mark(uint32_t cp)
{
    return cp == ' ' || cp == ',' || cp == '/' || cp == '-' || cp == '~' || cp == 0x3001 ||
           cp == 0x30fb || cp == 0x301c;
}

/* Where the numbers begin that a folded text ends with: "…, e1, e3"; its length: there are none. */
static size_t numbers_from(cj_str s)
{
    size_t from = s.n;
    cj_str rest = s;

    while (rest.n) {
        size_t at = rest.n;
        uint32_t cp;

        while (at > 0 && digit(rest.p[at - 1]))
            at--;
        if (at == rest.n || !at || rest.p[at - 1] != 'e')
            return from;
        from = rest.n = at - 1;
        for (cp = cj_utf8_last(rest); rest.n && list_mark(cp); cp = cj_utf8_last(rest))
            rest.n -= cj_utf8_len(cp);
    }
    return from;
}

/* "office 365 e3", "ライセンスはe3": names of something else. */
static bool named(cj_str before)
{
    static const cj_str words[] = {
        CJ_LIT("365"),    CJ_LIT("office"),     CJ_LIT("microsoft"), CJ_LIT("plan"),
        CJ_LIT("tier"),   CJ_LIT("license"),    CJ_LIT("licence"),   CJ_LIT("edition"),
        CJ_LIT("grade"),  CJ_LIT("level"),      CJ_LIT("visa"),      CJ_LIT("type"),
        CJ_LIT("class"),  CJ_LIT("cell"),       CJ_LIT("error"),     CJ_LIT("code"),
        CJ_LIT("プラン"), CJ_LIT("ライセンス"), CJ_LIT("は"),        CJ_LIT("ビザ"),
        CJ_LIT("エラー"), CJ_LIT("コード"),     CJ_LIT("セル"),
    };
    size_t i;

    before = cj_str_trim(before);
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_ends(before, words[i]))
            return true;
    return false;
}

/* Of Latin words a space must part it: "core2e1" is a word. */
static bool parted(cj_str before)
{
    cj_script script = cj_utf8_script(cj_utf8_last(before));

    return script != CJ_SCRIPT_LATIN && script != CJ_SCRIPT_DIGIT && !named(before);
}

/* A statement that ends in a figure, full stop or not; only such a one is worth a look. */
static bool ends_in_number(cj_str s)
{
    cj_str t = cj_utf8_trim(s);

    while (t.n && (cj_str_ends(t, CJ_STR("。")) || cj_str_ends(t, CJ_STR("."))))
        t.n -= cj_utf8_len(cj_utf8_last(t));
    return cj_utf8_script(cj_utf8_last(t)) == CJ_SCRIPT_DIGIT;
}

static void read_item(cj_build *b, const recorded *r, cj_cell *cell, cj_item *item)
{
    cj_ref_list refs = { NULL, 0, 0 };
    cj_str tail, said;
    size_t from;

    if (!ends_in_number(item->text))
        return;
    tail = cj_utf8_fold(b->arena, cj_utf8_tail(item->text, TAIL_BYTES));
    said = cj_utf8_trim(tail);
    while (cj_str_ends(said, CJ_STR("。")) || cj_str_ends(said, CJ_STR(".")))
        said.n -= cj_utf8_len(cj_utf8_last(said));
    from = numbers_from(said);
    if (from == said.n || !parted(cj_str_cut(said, 0, from)) ||
        !cj_refs_in_field(b->arena, cj_str_from(said, from), &refs) ||
        !all_recorded(r, &refs))
        return;
    if (!cj_utf8_trim(cj_str_cut(said, 0, from)).n && item->text.n <= TAIL_BYTES)
        item->bare = cj_str_from(item->bare, item->bare.n); /* "A E1, E3": the item E3 */
    cj_refs_in_field(b->arena, cj_str_from(said, from), &item->support.refs);
    cj_refs_in_field(b->arena, cj_str_from(said, from), &cell->support.refs);
}

void cj_bare_refs_read(cj_build *b)
{
    recorded r;
    size_t e, p, i;

    if (!b->map->n_evidence)
        return;
    r = recorded_ids(b);
    for (e = 0; e < b->map->n_elements; e++)
        for (p = 0; p < b->map->n_phases; p++) {
            cj_cell *c = &b->map->elements[e].cells[p];

            for (i = 0; i < c->n_items; i++)
                read_item(b, &r, c, &c->items[i]);
        }
}
