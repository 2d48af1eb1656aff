/* persons.c - who is named in a text, in whatever language. */
#include "lint/persons.h"
#include "lint/scan.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/lexicon.h"
#include <string.h>

/* Old and new forms of characters that one family writes with either: 髙橋, 渡邉, 斎藤. */
static uint32_t plain_form(uint32_t cp)
{
    static const struct {
        uint16_t old, plain;
    } forms[] = {
        { 0x9ad9, 0x9ad8 }, { 0xfa11, 0x5d0e }, { 0x9089, 0x8fba }, { 0x908a, 0x8fba },
        { 0x9f4b, 0x658e }, { 0x9f4a, 0x658e }, { 0x6589, 0x658e }, { 0x6fa4, 0x6ca2 },
        { 0x6ff1, 0x6d5c }, { 0x6ff5, 0x6d5c }, { 0x5d8b, 0x5cf6 }, { 0x5d8c, 0x5cf6 },
        { 0x6afb, 0x685c }, { 0x771e, 0x771f }, { 0x5ee3, 0x5e83 }, { 0x570b, 0x56fd },
        { 0x60e0, 0x6075 }, { 0x85cf, 0x8535 }, { 0x51a8, 0x5bcc }, { 0x5fb7, 0x5fb3 },
        { 0x66fe, 0x66fd }, { 0x7028, 0x702c }, { 0x9ed1, 0x9ed2 }, { 0x5cef, 0x5cf0 },
    };
    size_t i;

    for (i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].old == cp)
            return forms[i].plain;
    return cp;
}

static cj_str name_key(cj_arena *arena, cj_str name)
{
    cj_str rest = cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, name));
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (!cj_utf8_space(cp))
            cj_utf8_put(&b, plain_form(cp));
    }
    return cj_buf_str(&b);
}

static bool among(const cj_names *names, cj_str key)
{
    size_t i;

    for (i = 0; i < names->n; i++)
        if (cj_str_has(names->name[i], key) || cj_str_has(key, names->name[i]))
            return true;
    return false;
}

bool cj_names_have(const cj_names *names, cj_str name)
{
    return among(names, name_key(names->arena, name));
}

void cj_names_add(cj_names *names, cj_str name)
{
    enum { MANY = 50 }; /* nobody counts further */
    cj_str key = name_key(names->arena, name);

    if (!key.n || names->n >= MANY || among(names, key))
        return;
    CJ_ROOM(names->arena, names->name, names->n, names->cap);
    names->name[names->n++] = key;
}

void cj_names_in(cj_names *names, cj_str text)
{
    enum { FAR = 2000 }; /* bytes: who it is about is told at the beginning */
    cj_str visible = cj_utf8_drop_invisible(names->arena, cj_utf8_head(text, FAR));

    cj_names_ja(names, cj_utf8_fold(names->arena, visible));
    if (!names->n) /* 佐藤 美咲 (Misaki Sato) is one person */
        cj_names_en(names, cj_utf8_nfkc(names->arena, visible));
}

bool cj_names_role(cj_arena *arena, cj_str text)
{
    cj_str hit;

    return cj_lexicon_find(CJ_LEX_ROLE,
                           cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text)), &hit);
}

/* ---- two roles -------------------------------------------------------------------------------- */

static cj_str without_brackets(cj_arena *arena, cj_str s)
{
    cj_brackets brackets = { 0 };
    size_t i, at = 0;
    cj_buf b;

    cj_brackets_find(arena, s, &brackets);
    cj_buf_init(&b, arena);
    for (i = 0; i < brackets.n; i++) {
        if (brackets.pair[i].open < at || brackets.pair[i].kind == 0x300c)
            continue;
        cj_buf_add(&b, cj_str_cut(s, at, brackets.pair[i].open - at));
        at = brackets.pair[i].end;
    }
    cj_buf_add(&b, cj_str_from(s, at));
    return cj_buf_str(&b);
}

/* The clause in front of byte `at` or behind it: no further than a comma or a joint. */
static cj_str clause(cj_str s)
{
    static const cj_str ends[] = { CJ_LIT("と"),    CJ_LIT("、"),    CJ_LIT("。"),
                                   CJ_LIT(","),     CJ_LIT("."),     CJ_LIT(";"),
                                   CJ_LIT("/"),     CJ_LIT("\n"),    CJ_LIT(" who "),
                                   CJ_LIT(" at "),  CJ_LIT(" of "),  CJ_LIT(" in "),
                                   CJ_LIT(" for "), CJ_LIT(" and "), CJ_LIT(" with ") };
    size_t i, at;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if ((at = cj_str_find(s, ends[i])) != CJ_NONE)
            s = cj_str_cut(s, 0, at);
    return cj_utf8_trim(s);
}

/* The group of the role that a clause ends with; NULL: with none. */
static const char *ends_in_role(cj_str s)
{
    cj_str hit;

    return cj_lexicon_ends(CJ_LEX_ROLE, cj_utf8_trim(s), &hit)
               ? cj_lexicon_group(CJ_LEX_ROLE, hit)
               : NULL;
}

/* A list with 、 may give one person two hats; only two ranks cannot be one person's. */
static bool two_persons(const char *left, const char *right, bool listed)
{
    if (!left || !right)
        return false;
    if (listed)
        return !strcmp(left, "rank") && !strcmp(right, "rank");
    return strcmp(left, "hat") != 0 && strcmp(right, "hat") != 0;
}

/* マネージャーとして…: no second one follows. */
static bool joins(cj_str behind)
{
    static const cj_str no[] = { CJ_LIT("し"), CJ_LIT("は"), CJ_LIT("い"), CJ_LIT("も"),
                                 CJ_LIT("な") };
    size_t i;

    for (i = 0; i < sizeof no / sizeof *no; i++)
        if (cj_str_starts(behind, no[i]))
            return false;
    return true;
}

static bool two_roles(cj_arena *arena, cj_str text)
{
    enum { NEAR = 60 };
    static const struct {
        cj_str mark;
        bool listed;
    } joints[] = { { CJ_LIT("と"), false },   { CJ_LIT("および"), false },
                   { CJ_LIT("及び"), false }, { CJ_LIT(" and "), false },
                   { CJ_LIT(" & "), false },  { CJ_LIT("、"), true } };
    cj_str s = cj_utf8_fold(arena, text), rest;
    size_t i, j;

    for (i = 0; i < s.n; i++)
        for (j = 0; j < sizeof joints / sizeof *joints; j++) {
            if (!cj_str_starts(cj_str_from(s, i), joints[j].mark))
                continue;
            rest = cj_str_from(s, i + joints[j].mark.n);
            if (joins(rest) &&
                two_persons(ends_in_role(cj_utf8_tail(cj_str_cut(s, 0, i), NEAR)),
                            ends_in_role(clause(cj_utf8_head(rest, NEAR))),
                            joints[j].listed))
                return true;
        }
    return false;
}

bool cj_names_several(cj_arena *arena, cj_str text)
{
    enum { FAR = 2000 };
    cj_names all = { .arena = arena }, outside = { .arena = arena };
    cj_str s = cj_utf8_drop_invisible(arena, cj_utf8_head(text, FAR));

    s = without_brackets(arena, s);
    cj_names_in(&outside, s);
    if (outside.n)
        return outside.n > 1;
    cj_names_in(&all, text);
    return !all.n && two_roles(arena, s);
}
