/* personal.c - personal data in a text: addresses, telephone numbers, people called by their names. */
#include "lint/personal.h"
#include "lint/persons.h"
#include "base/utf8.h"
#include "map/lexicon.h"
#include <string.h>

#define LONGEST \
    32768u /* bytes of a cell that are looked at: as much as a spreadsheet holds */

/* ---- a quick look ------------------------------------------------------------------------------ */

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Ten digits from here on, with nothing between them but what may part a number. */
static bool ten_digits(cj_str s)
{
    enum { WIDEST = 40 };
    unsigned n = 0;
    size_t i;

    for (i = 0; i < s.n && i < WIDEST && n < 10; i++) {
        if (digit(s.p[i]))
            n++;
        else if ((unsigned char)s.p[i] < 0x80 && !strchr("-() ", s.p[i]))
            break;
    }
    return n == 10;
}

/* What is worth a look at that byte: @ or its full-width form, the beginning of a number. */
static bool begins(cj_str s, size_t i)
{
    switch (s.p[i]) {
    case '@':
        return true;
    case '\xef': /* ＠, or a figure as wide */
        return i + 2 < s.n && s.p[i + 1] == '\xbc' &&
               (s.p[i + 2] == '\xa0' ||
                ((unsigned char)s.p[i + 2] >= 0x90 && (unsigned char)s.p[i + 2] <= 0x99));
    case '0':
        return (!i || !digit(s.p[i - 1])) && ten_digits(cj_str_from(s, i));
    default: /* + and ( */
        return ten_digits(cj_str_from(s, i + 1));
    }
}

/* Most cells of a big book end here, and most of their bytes at the table. */
static bool suspicious(cj_str s)
{
    static const bool mark[256] = {
        ['@'] = true, ['+'] = true, ['('] = true, ['0'] = true, [0xef] = true
    };
    size_t i;

    for (i = 0; i < s.n; i++)
        if (mark[(unsigned char)s.p[i]] && begins(s, i))
            return true;
    return false;
}

/* ---- whose it is ------------------------------------------------------------------------------- */

/* icon@2x.png */
static bool file_name(cj_str address)
{
    static const cj_str ends[] = { CJ_LIT(".png"),  CJ_LIT(".jpg"), CJ_LIT(".jpeg"),
                                   CJ_LIT(".gif"),  CJ_LIT(".svg"), CJ_LIT(".webp"),
                                   CJ_LIT(".pdf"),  CJ_LIT(".js"),  CJ_LIT(".css"),
                                   CJ_LIT(".json"), CJ_LIT(".csv"), CJ_LIT(".xlsx") };
    size_t i;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cj_str_ends(address, ends[i]))
            return true;
    return false;
}

/* support@, tokyo-support@, info.jp@: nobody's own. */
static bool of_a_team(cj_str local)
{
    size_t at, from = 0;

    if (cj_lexicon_is(CJ_LEX_TEAM_MAILBOX, local))
        return true;
    for (at = 0; at <= local.n; at++) {
        if (at < local.n && !strchr("._-+", local.p[at]))
            continue;
        if (cj_lexicon_is(CJ_LEX_TEAM_MAILBOX, cj_str_cut(local, from, at - from)))
            return true;
        from = at + 1;
    }
    return false;
}

static bool personal(cj_str hit)
{
    size_t at = cj_str_find(hit, CJ_STR("@"));

    return at == CJ_NONE || (!file_name(hit) && !of_a_team(cj_str_cut(hit, 0, at)));
}

/* The next address or number of folded text from *at on. */
static bool next_contact(cj_str folded, size_t *at, cj_str *hit)
{
    while (cj_lexicon_find(CJ_LEX_PII, cj_str_from(folded, *at), hit)) {
        bool link = hit->p > folded.p + 1 && (hit->p[-1] == '/' || hit->p[-1] == ':') &&
                    hit->p[-2] == '/';

        *at = (size_t)(hit->p - folded.p) + hit->n;
        if (!link && personal(*hit)) /* https://user@host is no mailbox */
            return true;
    }
    return false;
}

bool cj_personal_contact(cj_arena *arena, cj_str text)
{
    size_t at = 0;
    cj_str hit;

    text = cj_utf8_head(text, LONGEST);
    return suspicious(text) &&
           next_contact(cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text)), &at,
                        &hit);
}

/* ---- where in the text ------------------------------------------------------------------------- */

/* Folded character by character, so that each knows where it stood. */
typedef struct folded {
    cj_str raw, text;
    size_t *from; /* by byte of text, and one more: the byte of raw */
} folded;

static folded fold(cj_arena *arena, cj_str raw)
{
    folded f = { raw, { NULL, 0 }, NULL };
    size_t cap = 0, was = 0;
    cj_str rest = raw;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        cj_str one = rest;
        uint32_t cp = cj_utf8_next(&rest);
        size_t at = (size_t)(one.p - raw.p);

        one.n -= rest.n;
        if (!cj_utf8_invisible(cp))
            cj_buf_add(&b, cj_utf8_fold(arena, one));
        for (; was < b.n; was++) {
            CJ_ROOM(arena, f.from, was, cap);
            f.from[was] = at;
        }
    }
    CJ_ROOM(arena, f.from, was, cap);
    f.from[was] = raw.n;
    f.text = cj_buf_str(&b);
    return f;
}

/* Keeps the order of the text; of two over each other the first one, as long as both. */
static void add(cj_arena *arena, cj_personals *out, cj_personal span)
{
    size_t i;

    for (i = 0; i < out->n; i++)
        if (span.from < out->span[i].to && out->span[i].from < span.to) {
            cj_personal *o = &out->span[i];

            o->from = span.from < o->from ? span.from : o->from;
            o->to = span.to > o->to ? span.to : o->to;
            return;
        }
    CJ_ROOM(arena, out->span, out->n, out->cap);
    for (i = out->n++; i && out->span[i - 1].from > span.from; i--)
        out->span[i] = out->span[i - 1];
    out->span[i] = span;
}

static cj_personal span_of(const folded *f, cj_str hit)
{
    size_t at = (size_t)(hit.p - f->text.p);

    return (cj_personal){ f->from[at], f->from[at + hit.n], hit };
}

/* Mr John| Smith: what goes on with capitals is part of the name. */
static size_t name_end(cj_str raw, size_t at)
{
    size_t n;

    while (at + 2 < raw.n && raw.p[at] == ' ' && raw.p[at + 1] >= 'A' &&
           raw.p[at + 1] <= 'Z') {
        for (n = at + 2; n < raw.n && raw.p[n] >= 'a' && raw.p[n] <= 'z'; n++)
            ;
        if (n == at + 2)
            break;
        at = n;
    }
    return at;
}

void cj_personal_find(cj_arena *arena, cj_str text, cj_personals *out)
{
    folded f = fold(arena, text);
    cj_honoured who;
    size_t at = 0;
    cj_str hit;

    *out = (cj_personals){ NULL, 0, 0 };
    while (next_contact(f.text, &at, &hit))
        add(arena, out, span_of(&f, hit));
    for (at = 0; cj_next_honoured(f.text, &at, &who);) {
        cj_personal span = span_of(&f, who.name);

        if (!who.known)
            continue;
        if (who.whole.p < who.name.p) /* the title stands in front */
            span.to = name_end(text, span.to);
        add(arena, out, span);
    }
}

/* ---- colleagues -------------------------------------------------------------------------------- */

static bool at_place(cj_span a, cj_span b)
{
    return a.sheet == b.sheet && a.row == b.row && a.col == b.col;
}

static bool names_colleagues(const char *field)
{
    static const char *const fields[] = { "owner", "who", "person", "approver" };
    size_t i;

    for (i = 0; field && i < sizeof fields / sizeof *fields; i++)
        if (strcmp(field, fields[i]) == 0)
            return true;
    return false;
}

static bool in_column_of_colleagues(const cj_map *map, cj_span at)
{
    size_t s, c;

    for (s = 0; s < map->n_sections; s++)
        for (c = 0; c < map->sections[s].n_columns; c++) {
            const cj_section *section = &map->sections[s];
            const cj_column *column = &section->columns[c];

            if (names_colleagues(column->field) && column->at.sheet == at.sheet &&
                column->at.col == at.col && section->n_records &&
                at.row >= section->records[0].row &&
                at.row <= section->records[section->n_records - 1].row)
                return true;
        }
    return false;
}

bool cj_personal_colleagues(const cj_map *map, const cj_leaf *leaf, cj_span at)
{
    static const cj_meta_id people[] = { CJ_META_AUTHOR, CJ_META_CONTRIBUTORS,
                                         CJ_META_MAP_OWNER, CJ_META_APPROVER };
    size_t i;

    for (i = 0; i < sizeof people / sizeof *people; i++)
        if (map->meta[people[i]].at.row && at_place(map->meta[people[i]].at, at))
            return true;
    if (leaf && leaf->element >= 0 && map->elements[leaf->element].elem == CJ_OWNER)
        return true;
    return leaf && leaf->kind == CJ_LEAF_FIELD && in_column_of_colleagues(map, at);
}
