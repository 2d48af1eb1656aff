/* department.c - which departments are known, and which of them a text names. */
#include "lint/department.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/labels.h"
#include "map/normal.h"

#define LONGEST 60u /* bytes of a department's name */

cj_departments cj_departments_of(cj_arena *arena, const cj_config *config)
{
    cj_departments d = { arena, config->departments, NULL, config->n_departments };
    size_t i;

    d.key = CJ_NEW_N(arena, cj_str, d.n + 1);
    for (i = 0; i < d.n; i++)
        d.key[i] = cj_label_key(arena, d.own[i].name);
    return d;
}

static cj_str look_up(const cj_departments *d, cj_str key)
{
    size_t i;
    int id;

    for (i = 0; i < d->n; i++)
        if (cj_str_eq(d->key[i], key))
            return d->own[i].id.n ? d->own[i].id : d->key[i];
    id = cj_labels_id(CJ_FAM_DEPT, key);
    return id < 0 ? CJ_STR("") : cj_str_of(cj_labels_name(CJ_FAM_DEPT, (unsigned)id));
}

static cj_str without_lead(cj_str key)
{
    static const cj_str leads[] = {
        CJ_LIT("担当"),   CJ_LIT("主担当"),     CJ_LIT("owner"),
        CJ_LIT("headof"), CJ_LIT("directorof"), CJ_LIT("vpof"),
        CJ_LIT("vp"),     CJ_LIT("leadof"),     CJ_LIT("managerof"),
    };
    size_t i;

    for (i = 0; i < sizeof leads / sizeof *leads; i++)
        if (cj_str_starts(key, leads[i]) && key.n > leads[i].n)
            key = cj_str_from(key, leads[i].n);
    return cj_str_starts(key, CJ_STR(":")) ? cj_str_from(key, 1) : key;
}

/* Titles first: cs部長 is cs, not cs部長 without its 長. */
static cj_str without_end(cj_str key)
{
    static const cj_str ends[] = {
        CJ_LIT("本部長"),       CJ_LIT("副部長"),   CJ_LIT("部長"),    CJ_LIT("課長"),
        CJ_LIT("室長"),         CJ_LIT("係長"),     CJ_LIT("主任"),    CJ_LIT("責任者"),
        CJ_LIT("マネージャー"), CJ_LIT("リーダー"), CJ_LIT("担当者"),  CJ_LIT("メンバー"),
        CJ_LIT("部門"),         CJ_LIT("部署"),     CJ_LIT("本部"),    CJ_LIT("部"),
        CJ_LIT("課"),           CJ_LIT("室"),       CJ_LIT("チーム"),  CJ_LIT("担当"),
        CJ_LIT("グループ"),     CJ_LIT("team"),     CJ_LIT("teams"),   CJ_LIT("department"),
        CJ_LIT("dept."),        CJ_LIT("dept"),     CJ_LIT("manager"), CJ_LIT("lead"),
        CJ_LIT("director"),     CJ_LIT("rep"),      CJ_LIT("reps"),    CJ_LIT("member"),
    };
    size_t i;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (key.n > ends[i].n && cj_str_ends(key, ends[i]))
            return cj_str_cut(key, 0, key.n - ends[i].n);
    return key;
}

cj_str cj_department_id(const cj_departments *d, cj_str name)
{
    cj_str key, id, shorter;

    name = cj_utf8_trim(name);
    if (!name.n || name.n > LONGEST)
        return CJ_STR("");
    key = cj_label_key(d->arena, name);
    id = look_up(d, key);
    key = id.n ? key : without_lead(key);
    while (!id.n && key.n) {
        id = look_up(d, key);
        shorter = without_end(key);
        if (shorter.n == key.n)
            break;
        key = shorter;
    }
    return id;
}

/* CS・マーケ, sales / support: one known name is enough. */
static bool lists_department(const cj_departments *d, cj_str names)
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
        if (cj_department_id(d, cj_str_cut(names, from, at - from)).n)
            return true;
        from = at + n;
    }
    return false;
}

static bool in_brackets(const cj_departments *d, cj_str said)
{
    cj_brackets brackets = { NULL, 0, 0 };
    size_t i;

    cj_brackets_find(d->arena, said, &brackets);
    for (i = 0; i < brackets.n; i++) {
        const cj_bracket *b = &brackets.pair[i];

        if ((b->kind == '(' || b->kind == '[' || b->kind == 0x3010) &&
            lists_department(d, cj_str_cut(said, b->inside, b->close - b->inside)))
            return true;
    }
    return false;
}

/* cs: …, 営業) …; … @cs, …/cs, …※cs */
static bool beside_mark(const cj_departments *d, cj_str said)
{
    static const cj_str after[] = { CJ_LIT(":"), CJ_LIT(")") };
    static const cj_str before[] = { CJ_LIT("@"),   CJ_LIT("/"),   CJ_LIT("※"),
                                     CJ_LIT(" - "), CJ_LIT(" – "), CJ_LIT(" — ") };
    size_t i, at;

    for (i = 0; i < sizeof after / sizeof *after; i++)
        if ((at = cj_str_find(said, after[i])) != CJ_NONE &&
            lists_department(d, cj_str_cut(said, 0, at)))
            return true;
    for (i = 0; i < sizeof before / sizeof *before; i++)
        if ((at = cj_str_find(said, before[i])) != CJ_NONE &&
            (cj_department_id(d, cj_str_cut(said, 0, at)).n ||
             lists_department(d, cj_str_from(said, at + before[i].n))))
            return true;
    return false;
}

/* The longest department that a text begins with; its bytes. */
static size_t beginning(const cj_departments *d, cj_str said)
{
    size_t i, best;
    int id;

    best = cj_labels_beginning(CJ_FAM_DEPT, said, LONGEST, &id);
    for (i = 0; i < d->n; i++)
        if (d->key[i].n > best && cj_str_starts(said, d->key[i]))
            best = d->key[i].n;
    return best;
}

/* 営業が…, cs担当から …; not 営業資料を作る */
static bool acts(const cj_departments *d, cj_str said)
{
    static const cj_str particles[] = {
        CJ_LIT("が"),       CJ_LIT("は"),     CJ_LIT("から"),     CJ_LIT("より"),
        CJ_LIT("担当が"),   CJ_LIT("担当は"), CJ_LIT("担当から"), CJ_LIT("担当者が"),
        CJ_LIT("チームが"), CJ_LIT("部が"),   CJ_LIT("主導で"),
    };
    size_t n = beginning(d, said);

    return n && CJ_SCAN(cj_str_from(said, n), particles);
}

bool cj_names_department(const cj_departments *d, cj_str said)
{
    return acts(d, said) || in_brackets(d, said) || beside_mark(d, said);
}
