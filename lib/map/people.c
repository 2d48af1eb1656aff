/* people.c - lists of people as a field of a map holds them (model 6.7). */
#include "map/people.h"
#include "map/brackets.h"
#include "base/utf8.h"

/* Whoever is past that is not read: no field of a map lists so many. */
#define LONGEST 32768u

typedef struct reader {
    cj_arena *arena;
    cj_people *out;
    cj_str lead;        /* the department in front of this list: CS：, 【CS】 */
    uint32_t lead_kind; /* the bracket it stands in; those go in front from then on */
} reader;

static size_t starts_any(cj_str s, const cj_str *marks, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_starts(s, marks[i]))
            return marks[i].n;
    return 0;
}

/* The first of the marks in s: its place, CJ_NONE where there is none; *len its bytes. */
static size_t find_any(cj_str s, const cj_str *marks, size_t n, size_t *len)
{
    size_t i, at, best = CJ_NONE;

    for (i = 0; i < n; i++)
        if ((at = cj_str_find(s, marks[i])) < best) {
            best = at;
            *len = marks[i].n;
        }
    return best;
}
#define FIND(s, marks, len) find_any((s), (marks), sizeof(marks) / sizeof *(marks), (len))

static cj_str without_honorific(cj_str name)
{
    static const cj_str ends[] = { CJ_LIT("さん"), CJ_LIT("様"), CJ_LIT("さま"),
                                   CJ_LIT("氏") };
    size_t i;

    name = cj_utf8_trim(name);
    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cj_str_ends(name, ends[i]))
            return cj_utf8_trim(cj_str_cut(name, 0, name.n - ends[i].n));
    return name;
}

static void add(reader *r, cj_str name, cj_str department)
{
    cj_person p = { without_honorific(name), cj_utf8_trim(department) };

    if (!p.name.n && !p.department.n)
        return;
    CJ_ROOM(r->arena, r->out->person, r->out->n, r->out->cap);
    r->out->person[r->out->n++] = p;
}

/* 中村@CS, Priya - Customer Success */
static void add_plain(reader *r, cj_str entry)
{
    static const cj_str marks[] = { CJ_LIT("@"),   CJ_LIT("＠"),  CJ_LIT(" - "),
                                    CJ_LIT(" – "), CJ_LIT(" — "), CJ_LIT("／"),
                                    CJ_LIT("/") };
    size_t len = 0, at = FIND(entry, marks, &len);

    if (at == CJ_NONE || !at)
        add(r, entry, r->lead);
    else
        add(r, cj_str_cut(entry, 0, at), cj_str_from(entry, at + len));
}

/* What parts two people after a bracket: 中村（CS）・井上（サポート）, Priya (CS) and Tom (Support). */
static cj_str past_joint(cj_str s)
{
    static const cj_str joints[] = {
        CJ_LIT("・"), CJ_LIT("と"), CJ_LIT("／"), CJ_LIT("/"),    CJ_LIT("&"),
        CJ_LIT("＆"), CJ_LIT("+"),  CJ_LIT("＋"), CJ_LIT("and "),
    };
    size_t n;

    s = cj_utf8_trim(s);
    while ((n = starts_any(s, joints, sizeof joints / sizeof *joints)) != 0)
        s = cj_utf8_trim(cj_str_from(s, n));
    return s;
}

static bool holds_department(const cj_bracket *b)
{
    return b->kind == '(' || b->kind == '[' || b->kind == 0x3010 || b->kind == 0x3014;
}

/* One entry of a list, which may yet hold several people one behind another. Bracket k is the
 * first that opens in it; all places count in `whole`. */
static void read_entry(reader *r, cj_str whole, size_t from, size_t to,
                       const cj_brackets *brackets)
{
    static const cj_str colons[] = { CJ_LIT(":"), CJ_LIT("：") };
    size_t k, len = 0, at;
    cj_str entry, inner;

    for (k = cj_brackets_from(brackets, from); from < to; k++) {
        bool bracket = k < brackets->n && brackets->pair[k].open < to;
        const cj_bracket *b = bracket ? &brackets->pair[k] : NULL;

        if (bracket && !holds_department(b))
            continue;
        entry = past_joint(cj_str_cut(whole, from, (bracket ? b->open : to) - from));
        at = FIND(entry, colons, &len);
        if (at != CJ_NONE) {
            r->lead = cj_utf8_trim(cj_str_cut(entry, 0, at));
            entry = cj_utf8_trim(cj_str_from(entry, at + len));
        }
        if (!bracket) {
            if (without_honorific(entry).n)
                add_plain(r, entry);
            return;
        }
        inner = cj_str_cut(whole, b->inside, b->close - b->inside);
        if (entry.n && b->kind != r->lead_kind) {
            add(r, entry, inner);
        } else {
            add(r, entry, entry.n ? r->lead : CJ_STR(""));
            r->lead = inner;
            r->lead_kind = b->kind;
        }
        while (k + 1 < brackets->n && brackets->pair[k + 1].open < b->end)
            k++;
        from = b->end;
    }
}

static bool inside(const cj_brackets *b, size_t *k, size_t at)
{
    while (*k < b->n && b->pair[*k].end <= at)
        ++*k;
    return *k < b->n && b->pair[*k].open <= at;
}

/* "Priya, Sales" of "Priya, Sales; Tom, Support": the one comma parts name and department. */
static bool name_and_department(reader *r, cj_str chunk)
{
    static const cj_str commas[] = { CJ_LIT(","), CJ_LIT("，"), CJ_LIT("、") };
    static const cj_str others[] = { CJ_LIT("("),  CJ_LIT("（"), CJ_LIT(":"),
                                     CJ_LIT("："), CJ_LIT("["),  CJ_LIT("【") };
    size_t len = 0, at = FIND(chunk, commas, &len), other = 0;
    cj_str rest;

    if (at == CJ_NONE || FIND(chunk, others, &other) != CJ_NONE)
        return false;
    rest = cj_str_from(chunk, at + len);
    if (FIND(rest, commas, &other) != CJ_NONE)
        return false;
    add(r, cj_str_cut(chunk, 0, at), rest);
    return true;
}

/* A list whose entries are parted by commas. */
static void read_chunk(reader *r, cj_str chunk)
{
    static const cj_str commas[] = { CJ_LIT("、"), CJ_LIT(","), CJ_LIT("，"), CJ_LIT("､"),
                                     CJ_LIT("\t") };
    cj_brackets brackets = { 0 };
    size_t at = 0, from = 0, k = 0;

    cj_brackets_find(r->arena, chunk, &brackets);
    for (; at < chunk.n; at++) {
        size_t n =
            starts_any(cj_str_from(chunk, at), commas, sizeof commas / sizeof *commas);

        if (!n || inside(&brackets, &k, at))
            continue;
        read_entry(r, chunk, from, at, &brackets);
        from = at + n;
        at = from - 1;
    }
    read_entry(r, chunk, from, chunk.n, &brackets);
}

static void read_line(reader *r, cj_str line)
{
    static const cj_str semicolons[] = { CJ_LIT(";"), CJ_LIT("；") };
    size_t len = 0, at, from = 0;
    bool parted = FIND(line, semicolons, &len) != CJ_NONE;

    for (at = 0; at <= line.n; at++) {
        cj_str chunk = cj_str_cut(line, from, at - from);

        len = parted ? starts_any(cj_str_from(line, at), semicolons, 2) : 0;
        if (at < line.n && !len)
            continue;
        r->lead = CJ_STR("");
        r->lead_kind = 0;
        if (!parted || !name_and_department(r, chunk))
            read_chunk(r, chunk);
        from = at + len;
        at = len ? from - 1 : at;
    }
}

void cj_people_read(cj_arena *arena, cj_str text, cj_people *out)
{
    reader r = { .arena = arena, .out = out };
    cj_str rest, line;

    *out = (cj_people){ NULL, 0, 0 };
    text = rest = cj_utf8_head(text, LONGEST);
    while (text.n && cj_str_split(&rest, '\n', &line))
        read_line(&r, line);
}
