/* hands.c - who an owner cell names: departments, people, everybody. */
#include "lint/hands.h"
#include "lint/department.h"
#include "lint/engine.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/labels.h"
#include "map/normal.h"

static bool latin(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_LATIN;
}

/* The last of a word and the first of the next one do not run into each other: cs|鈴木. */
static bool parted(cj_str before, cj_str behind)
{
    return !before.n || !behind.n || !latin(cj_utf8_last(before)) ||
           !latin(cj_utf8_next(&behind));
}

/* A department that is only a part of the name: 法人営業, CS 鈴木, Enterprise Sales. */
static cj_str department_within(cj_lint *l, cj_str name)
{
    cj_str key = cj_label_key(l->arena, name);
    cj_endings e = { CJ_FAM_DEPT, key, false, key.n, 0 };
    const cj_label *hit;
    int known = 0;
    size_t n;

    n = cj_labels_beginning(CJ_FAM_DEPT, key, key.n, &known);
    if (n && (cj_str_has(name, CJ_STR(" ")) ||
              parted(cj_str_cut(key, 0, n), cj_str_from(key, n))))
        return cj_str_of(cj_labels_name(CJ_FAM_DEPT, (unsigned)known));
    while ((hit = cj_labels_ending(&e, &n)) != NULL)
        if (cj_str_has(name, CJ_STR(" ")) ||
            parted(cj_str_cut(key, 0, e.at), cj_str_from(key, e.at)))
            return cj_str_of(cj_labels_name(CJ_FAM_DEPT, hit->id));
    return CJ_STR("");
}

/* What a name is the department of; its own key where it only ends like one: 品質保証室. */
cj_str cj_lint_department(cj_lint *l, cj_str name)
{
    cj_str id = cj_department_id(cj_lint_departments(l), name), hit;

    if (!id.n)
        id = department_within(l, name);
    if (!id.n && cj_lexicon_ends(CJ_LEX_OFFICE, name, &hit))
        id = cj_label_key(l->arena, name);
    return id;
}

/* 主担当, メイン, Lead: how the work is shared, not who shares it; bytes in front. */
static size_t share(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("主担当"), CJ_W("副担当"), CJ_W("主管"), CJ_W("主"),      CJ_W("副"),
        CJ_W("メイン"), CJ_W("サブ"),   CJ_W("協力"), CJ_W("補助"),    CJ_W("補佐"),
        CJ_W("実行"),   CJ_W("責任"),   CJ_W("lead"), CJ_W("primary"), CJ_W("secondary"),
        CJ_W("backup"), CJ_W("r"),      CJ_W("a"),    CJ_W("c"),       CJ_W("i"),
        CJ_W("raci"),   CJ_W("承認"),   CJ_W("main"),
    };

    return CJ_SCAN(s, words);
}

/* What stands outside of the brackets; what stands in them where that is all. */
static cj_str outside(cj_arena *arena, cj_str said, bool *mapped)
{
    cj_brackets b = { NULL, 0, 0 };
    size_t i, at = 0;
    cj_str s;
    cj_buf out;

    cj_brackets_find(arena, said, &b);
    if (!b.n)
        return said;
    cj_buf_init(&out, arena);
    for (i = 0; i < b.n; i++) {
        if (b.pair[i].open < at)
            continue;
        cj_buf_add(&out, cj_str_cut(said, at, b.pair[i].open - at));
        at = b.pair[i].end;
    }
    cj_buf_add(&out, cj_str_from(said, at));
    s = cj_utf8_trim(cj_buf_str(&out));
    if (!s.n)
        return cj_str_cut(said, b.pair[0].inside, b.pair[0].close - b.pair[0].inside);
    *mapped = true;
    return s;
}

/* 鈴木（CS）: the bracket names it. */
static cj_str department_in_brackets(cj_lint *l, cj_str said)
{
    cj_brackets b = { NULL, 0, 0 };
    cj_str id = CJ_STR("");
    size_t i;

    cj_brackets_find(l->arena, said, &b);
    for (i = 0; i < b.n && !id.n; i++)
        id = cj_lint_department(
            l, cj_str_cut(said, b.pair[i].inside, b.pair[i].close - b.pair[i].inside));
    return id;
}

static void add_hand(cj_lint *l, cj_hands *h, cj_str text, cj_str name, bool mapped)
{
    cj_hand one = { .text = text, .name = cj_utf8_trim(name), .mapped = mapped };
    cj_str rest = cj_utf8_trim(cj_str_from(one.name, share(one.name)));

    if (rest.n < one.name.n && cj_lint_department(l, rest).n) { /* not 責任者, 主任 */
        one.mapped = true;
        one.name = rest;
    }
    one.generic = cj_lexicon_is(CJ_LEX_GENERIC_OWNER, one.name);
    if (!one.generic)
        one.id = cj_lint_department(l, one.name);
    CJ_ROOM(l->arena, h->hand, h->n, h->cap);
    h->hand[h->n++] = one;
}

/* CS: レシピ, 主：CS; 担当：CS says nothing of what is done. */
static cj_str beside_colon(cj_lint *l, cj_str name, bool *mapped)
{
    static const cj_str titles[] = { CJ_W("担当"),  CJ_W("担当部署"),   CJ_W("部署"),
                                     CJ_W("owner"), CJ_W("department"), CJ_W("team") };
    size_t colon = cj_str_find(name, CJ_STR(":"));

    if (colon == CJ_NONE || !colon || colon + 1 >= name.n)
        return name;
    *mapped = *mapped || CJ_SCAN(name, titles) != colon;
    if (cj_lint_department(l, cj_str_cut(name, 0, colon)).n)
        return cj_utf8_trim(cj_str_cut(name, 0, colon));
    return cj_utf8_trim(cj_str_from(name, colon + 1));
}

/* CS/サポート, CS and Sales, Sales → CS; not where no part is a department: さとう. */
static bool split_hand(cj_lint *l, cj_hands *h, const cj_item *item, cj_str name,
                       bool mapped)
{
    static const cj_str marks[] = { CJ_W("/"),  CJ_W("・"), CJ_W("&"),     CJ_W("+"),
                                    CJ_W("と"), CJ_W("×"),  CJ_W(" and "), CJ_W("→"),
                                    CJ_W(">"),  CJ_W("⇒"),  CJ_W("->") };
    size_t at, from = 0, n, start = h->n, i, known = 0;

    for (at = 0; at < name.n; at += n ? n : 1) {
        cj_str rest = cj_str_from(name, at);

        n = CJ_SCAN(rest, marks);
        if (!n || !at)
            continue;
        mapped =
            mapped || cj_str_starts(rest, CJ_STR("→")) || *rest.p == '>' || *rest.p == '-';
        add_hand(l, h, item->text, cj_str_cut(name, from, at - from), mapped);
        from = at + n;
    }
    if (!from)
        return false;
    add_hand(l, h, item->text, cj_str_from(name, from), mapped);
    for (i = start; i < h->n; i++)
        known += h->hand[i].id.n != 0;
    h->n = known ? h->n : start;
    return known;
}

static void read_hand(cj_lint *l, cj_hands *h, const cj_item *item)
{
    cj_str said = cj_said(l->arena, item->bare.n ? item->bare : item->text), name;
    bool mapped = false;
    cj_hand *one;

    name = cj_utf8_trim(outside(l->arena, said, &mapped));
    name = beside_colon(l, name, &mapped);
    if (!cj_department_id(cj_lint_departments(l), name).n &&
        !cj_lexicon_is(CJ_LEX_GENERIC_OWNER, name) && split_hand(l, h, item, name, mapped))
        return;
    add_hand(l, h, item->text, name, mapped);
    one = &h->hand[h->n - 1];
    if (one->id.n || one->generic)
        return;
    one->id = department_in_brackets(l, said);
    one->mapped = one->mapped && !one->id.n;
}

static const cj_hands *read_hands(cj_lint *l, const cj_cell *c)
{
    cj_hands *h = CJ_NEW(l->arena, cj_hands);
    size_t i;

    for (i = 0; i < c->n_items; i++)
        read_hand(l, h, &c->items[i]);
    return h;
}

const cj_hands *cj_lint_hands(cj_lint *l, const cj_cell *c)
{
    size_t i = c->element * l->map->n_phases + c->phase;

    if (!l->hands)
        l->hands =
            CJ_NEW_N(l->arena, const cj_hands *, l->map->n_elements * l->map->n_phases);
    if (!l->hands[i])
        l->hands[i] = read_hands(l, c);
    return l->hands[i];
}

void cj_find_hands(cj_lint *l, const cj_cell *c, bool (*is)(const cj_hand *))
{
    cj_str before = CJ_STR("");
    cj_buf b;
    const cj_hands *h;
    size_t i;

    if (c->elem != CJ_OWNER || cj_lint_blank(l, c))
        return;
    h = cj_lint_hands(l, c);
    cj_buf_init(&b, l->arena);
    for (i = 0; i < h->n; i++) {
        if (!is(&h->hand[i]) || h->hand[i].text.p == before.p)
            continue;
        cj_buf_z(&b, b.n ? "\n" : "");
        cj_buf_add(&b, h->hand[i].text);
        before = h->hand[i].text;
    }
    if (b.n)
        cj_say(cj_find_cell(l, c, c->text), "value", cj_buf_str(&b));
}
