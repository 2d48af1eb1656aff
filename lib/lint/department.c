/* department.c - whether a countermeasure says itself who does it (RULES appendix A7). */
#include "lint/department.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/labels.h"
#include "map/normal.h"

#define LONGEST 60u /* bytes of a department's name */

static cj_str without_end(cj_str s)
{
    static const cj_str ends[] = {
        CJ_LIT("部門"),     CJ_LIT("部署"),   CJ_LIT("部"),
        CJ_LIT("課"),       CJ_LIT("チーム"), CJ_LIT("担当"),
        CJ_LIT("グループ"), CJ_LIT(" team"),  CJ_LIT(" department"),
    };
    size_t i;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (s.n > ends[i].n && cj_str_ends(s, ends[i]))
            return cj_utf8_trim(cj_str_cut(s, 0, s.n - ends[i].n));
    return s;
}

static bool is_department(cj_arena *arena, cj_str name)
{
    static const cj_str leads[] = { CJ_LIT("担当"), CJ_LIT("主担当"), CJ_LIT("owner") };
    size_t i;

    name = cj_utf8_trim(name);
    for (i = 0; i < sizeof leads / sizeof *leads; i++)
        if (cj_str_starts(name, leads[i]) && name.n > leads[i].n)
            name = cj_utf8_trim(cj_str_from(name, leads[i].n));
    if (cj_str_starts(name, CJ_STR(":")))
        name = cj_utf8_trim(cj_str_from(name, 1));
    if (!name.n || name.n > LONGEST)
        return false;
    return cj_labels_id(CJ_FAM_DEPT, cj_label_key(arena, name)) >= 0 ||
           cj_labels_id(CJ_FAM_DEPT, cj_label_key(arena, without_end(name))) >= 0;
}

/* CS・マーケ, sales / support: one known name is enough. */
static bool lists_department(cj_arena *arena, cj_str names)
{
    size_t at = 0, from = 0;

    if (names.n > LONGEST * 4)
        return false;
    for (; at <= names.n; at++) {
        static const cj_str marks[] = { CJ_LIT("、"), CJ_LIT("・"), CJ_LIT("と"),
                                        CJ_LIT(","),  CJ_LIT("/"),  CJ_LIT("&"),
                                        CJ_LIT("+"),  CJ_LIT("×") };
        size_t n = CJ_SCAN(cj_str_from(names, at), marks);

        if (at < names.n && !n)
            continue;
        if (is_department(arena, cj_str_cut(names, from, at - from)))
            return true;
        from = at + n;
    }
    return false;
}

static bool in_brackets(cj_arena *arena, cj_str said)
{
    cj_brackets brackets = { NULL, 0, 0 };
    size_t i;

    cj_brackets_find(arena, said, &brackets);
    for (i = 0; i < brackets.n; i++) {
        const cj_bracket *b = &brackets.pair[i];

        if ((b->kind == '(' || b->kind == '[' || b->kind == 0x3010) &&
            lists_department(arena, cj_str_cut(said, b->inside, b->close - b->inside)))
            return true;
    }
    return false;
}

/* cs: …, 営業) …; … @cs, …/cs, …※cs */
static bool beside_mark(cj_arena *arena, cj_str said)
{
    static const cj_str after[] = { CJ_LIT(":"), CJ_LIT(")") };
    static const cj_str before[] = { CJ_LIT("@"), CJ_LIT("/"), CJ_LIT("※"), CJ_LIT(" - ") };
    size_t i, at;

    for (i = 0; i < sizeof after / sizeof *after; i++)
        if ((at = cj_str_find(said, after[i])) != CJ_NONE &&
            lists_department(arena, cj_str_cut(said, 0, at)))
            return true;
    for (i = 0; i < sizeof before / sizeof *before; i++)
        if ((at = cj_str_find(said, before[i])) != CJ_NONE &&
            (is_department(arena, cj_str_cut(said, 0, at)) ||
             lists_department(arena, cj_str_from(said, at + before[i].n))))
            return true;
    return false;
}

/* 営業が…, cs担当から …; not 営業資料を作る */
static bool acts(cj_str said)
{
    static const cj_str particles[] = {
        CJ_LIT("が"),       CJ_LIT("は"),     CJ_LIT("から"),     CJ_LIT("より"),
        CJ_LIT("担当が"),   CJ_LIT("担当は"), CJ_LIT("担当から"), CJ_LIT("担当者が"),
        CJ_LIT("チームが"), CJ_LIT("部が"),   CJ_LIT("主導で"),
    };
    int id;
    size_t n = cj_labels_beginning(CJ_FAM_DEPT, said, LONGEST, &id);

    return n && CJ_SCAN(cj_str_from(said, n), particles);
}

bool cj_names_department(cj_arena *arena, cj_str said)
{
    return acts(said) || in_brackets(arena, said) || beside_mark(arena, said);
}
