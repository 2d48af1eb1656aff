/* playbook_owner.c - who does an action: departments, and people where nobody else is named. */
#include "report/playbook.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/items.h"
#include "map/people.h"

/* ---- one name ------------------------------------------------------------------------------------- */

static bool has_owner(const cj_play *play, size_t owner)
{
    size_t i;

    for (i = 0; i < play->n_owners; i++)
        if (play->owner[i] == owner)
            return true;
    return false;
}

static size_t owner_named(cj_playbook *p, cj_str name, cj_str key)
{
    size_t i;

    for (i = 0; i < p->n_owners; i++)
        if (cj_str_eq(p->owner[i].key, key))
            return i;
    CJ_ROOM(p->arena, p->owner, p->n_owners, p->cap_owners);
    p->owner[p->n_owners] = (cj_play_owner){ name, key, 0 };
    return p->n_owners++;
}

static void add_owner(cj_playbook *p, cj_play *play, cj_str name)
{
    cj_str id;
    size_t at;

    name = cj_utf8_joined(p->arena, cj_utf8_trim(name));
    if (!name.n || cj_placeholder(p->arena, name))
        return;
    id = cj_department_id(&p->departments, name);
    at = owner_named(p, name, id.n ? id : cj_item_key(p->arena, name));
    if (has_owner(play, at))
        return;
    CJ_ROOM(p->arena, play->owner, play->n_owners, play->cap_owners);
    play->owner[play->n_owners++] = at;
}

/* ---- names in a text -------------------------------------------------------------------------------- */

static size_t parting(cj_str s)
{
    static const cj_str marks[] = { CJ_LIT("、"),    CJ_LIT("，"), CJ_LIT(","),
                                    CJ_LIT("/"),     CJ_LIT("／"), CJ_LIT("・"),
                                    CJ_LIT("&"),     CJ_LIT("＆"), CJ_LIT("+"),
                                    CJ_LIT("＋"),    CJ_LIT(";"),  CJ_LIT("；"),
                                    CJ_LIT(" and "), CJ_LIT("\n"), CJ_LIT("と"),
                                    CJ_LIT("×") };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(s, marks[i]))
            return marks[i].n;
    return 0;
}

/* CS・サポート: several, where one of the parts at least is a department; と is part of names. */
static bool lists(const cj_playbook *p, cj_str text)
{
    size_t at, from = 0, n;

    if (text.n > 200)
        return false;
    for (at = 0; at <= text.n; at += n ? n : 1) {
        n = at < text.n ? parting(cj_str_from(text, at)) : 0;
        if (at < text.n && !n)
            continue;
        if ((from || n) &&
            cj_department_id(&p->departments, cj_str_cut(text, from, at - from)).n)
            return true;
        from = at + n;
    }
    return false;
}

static void add_listed(cj_playbook *p, cj_play *play, cj_str text)
{
    size_t at, from = 0, n;

    for (at = 0; at <= text.n; at += n ? n : 1) {
        n = at < text.n ? parting(cj_str_from(text, at)) : 0;
        if (at < text.n && !n)
            continue;
        add_owner(p, play, cj_str_cut(text, from, at - from));
        from = at + n;
    }
}

/* 中村（CS）: the department does it, 中村 is who; false: none of that form. */
static bool add_person(cj_playbook *p, cj_play *play, cj_str text)
{
    cj_people people;
    bool any = false;
    size_t i;

    cj_people_read(p->arena, text, &people);
    for (i = 0; i < people.n; i++)
        any = any || cj_department_id(&p->departments, people.person[i].department).n;
    for (i = 0; any && i < people.n; i++) {
        const cj_person *one = &people.person[i];

        add_owner(p, play, one->department.n ? one->department : one->name);
        if (one->department.n && one->name.n && !play->person.n)
            play->person = one->name;
    }
    return any;
}

static void add_owners(cj_playbook *p, cj_play *play, cj_str text, const char *from)
{
    size_t before = play->n_owners;

    text = cj_utf8_trim(text);
    if (!text.n || cj_placeholder(p->arena, text))
        return;
    if (cj_department_id(&p->departments, text).n)
        add_owner(p, play, text);
    else if (!add_person(p, play, text)) {
        if (lists(p, text))
            add_listed(p, play, text);
        else
            add_owner(p, play, text);
    }
    if (play->n_owners > before && !play->owner_from)
        play->owner_from = from;
}

/* ---- the row of owners ------------------------------------------------------------------------------- */

/* レシピ of CS（レシピ） and of CS: レシピ; empty: it says nothing of what is whose. */
static cj_str share_of(cj_arena *arena, const cj_item *item)
{
    cj_str rest = item->bare;
    size_t at = cj_str_find(rest, item->owner);

    if (!item->owner.n || at == CJ_NONE)
        return CJ_STR("");
    return cj_item_key(arena, cj_str_from(rest, at + item->owner.n));
}

static bool concerns(const cj_playbook *p, const cj_play *play, cj_str share)
{
    while (share.n && (*share.p == ':' || *share.p == '-'))
        share = cj_str_from(share, 1);
    return share.n && cj_str_has(cj_item_key(p->arena, play->what), share);
}

static void add_row(cj_playbook *p, cj_play *play)
{
    const cj_cell *c = play->phase < 0
                           ? NULL
                           : cj_map_cell(p->map, CJ_OWNER, &p->map->phases[play->phase]);
    int pass; /* whose part it is; who has no part; everybody */
    size_t i;

    for (pass = 0; cj_cell_filled(c) && pass < 3 && !play->n_owners; pass++)
        for (i = 0; i < c->n_items; i++) {
            cj_str share = share_of(p->arena, &c->items[i]);

            if (pass == 2 || (pass == 0 ? concerns(p, play, share) : !share.n))
                add_owners(p, play,
                           c->items[i].owner.n ? c->items[i].owner : c->items[i].bare,
                           "row");
        }
}

/* ---- of an action ------------------------------------------------------------------------------------- */

static cj_str over_owner(const cj_playbook *p, const cj_task *t)
{
    cj_str s = t->item->owner.n ? t->item->owner : t->item->bare;

    s = cj_utf8_trim(s);
    if (cj_str_ends(s, CJ_STR(":")) || cj_str_ends(s, CJ_STR("：")))
        s.n -= cj_str_ends(s, CJ_STR(":")) ? 1 : 3;
    return t->item->owner.n || cj_department_id(&p->departments, s).n ? s : CJ_STR("");
}

/* 用語集を送る（担当：CS） says it in its text only: the department in its brackets. */
static cj_str named_within(const cj_playbook *p, cj_str said)
{
    cj_brackets b = { NULL, 0, 0 };
    size_t i, colon;
    cj_str s;

    cj_brackets_find(p->arena, said, &b);
    for (i = 0; i < b.n; i++) {
        s = cj_utf8_trim(
            cj_str_cut(said, b.pair[i].inside, b.pair[i].close - b.pair[i].inside));
        colon = cj_str_find(s, CJ_STR(":"));
        if (colon != CJ_NONE)
            s = cj_utf8_trim(cj_str_from(s, colon + 1));
        if (cj_department_id(&p->departments, s).n || lists(p, s))
            return s;
    }
    colon = cj_str_find(said, CJ_STR(":"));
    s = colon == CJ_NONE ? CJ_STR("") : cj_utf8_trim(cj_str_cut(said, 0, colon));
    return cj_department_id(&p->departments, s).n ? s : CJ_STR("");
}

void cj_playbook_owners(cj_playbook *p, cj_play *play)
{
    const cj_task *t = play->task;

    if (t)
        add_owners(p, play, t->item->owner, "item");
    if (play->action) {
        play->person = cj_playbook_field(p, play->action, "person");
        add_owners(p, play, cj_playbook_field(p, play->action, "owner"), "record");
    }
    if (t && !play->n_owners)
        add_owners(p, play, named_within(p, t->said), "item");
    if (t && t->over && !play->n_owners)
        add_owners(p, play, over_owner(p, t->over), "heading");
    if (!play->n_owners)
        add_owners(p, play, play->person, "record");
    if (!play->n_owners)
        add_row(p, play);
}

cj_str cj_playbook_owner_names(const cj_playbook *p, const cj_play *play, size_t but)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, p->arena);
    for (i = 0; i < play->n_owners; i++) {
        if (play->owner[i] == but)
            continue;
        cj_buf_z(&b, !b.n ? "" : p->lang == CJ_JA ? "、" : ", ");
        cj_buf_add(&b, p->owner[play->owner[i]].name);
    }
    return cj_buf_str(&b);
}
