/* contributors.c - CJ209 to CJ213: who made the map, keeps it and answers for it. */
#include "lint/department.h"
#include "lint/rule.h"
#include "base/utf8.h"
#include "map/normal.h"
#include "map/people.h"
#include <string.h>

/* ---- which departments took part ------------------------------------------------------------------ */

enum { MOST = 50 };

typedef struct tally {
    const cj_departments *known;
    cj_str id[MOST]; /* each once */
    size_t n;
    bool other;   /* a department that we do not know, so nobody can say which */
    bool without; /* somebody of whom no department is told */
} tally;

static void count(tally *t, cj_str id)
{
    size_t i;

    for (i = 0; i < t->n; i++)
        if (cj_str_eq(t->id[i], id))
            return;
    if (t->n < MOST)
        t->id[t->n++] = id;
}

static size_t joint(cj_str s)
{
    static const cj_str marks[] = { CJ_LIT("、"), CJ_LIT("・"), CJ_LIT("と"),
                                    CJ_LIT(","),  CJ_LIT("/"),  CJ_LIT("／"),
                                    CJ_LIT("&"),  CJ_LIT("＆"), CJ_LIT("+"),
                                    CJ_LIT("，"), CJ_LIT("兼"), CJ_LIT(" and ") };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(s, marks[i]))
            return marks[i].n;
    return 0;
}

/* CS・サポート, CS（部長） and CS alike; false: no piece of it is known. */
static bool count_known(tally *t, cj_str text)
{
    size_t at, from = 0, n;
    bool any = false;
    cj_str id = cj_department_id(t->known, text);

    if (id.n) {
        count(t, id);
        return true;
    }
    for (at = 0; at <= text.n; at++) {
        n = joint(cj_str_from(text, at));
        if (at < text.n && !n)
            continue;
        id = cj_department_id(t->known, cj_str_cut(text, from, at - from));
        if (id.n)
            count(t, id);
        any = any || id.n;
        from = at + n;
        at = n ? from - 1 : at;
    }
    return any;
}

/* CS 中村, Priya Sales: a word of the name is the department. */
static bool count_word(tally *t, cj_str name)
{
    cj_str rest = name, first, last = name, id;
    size_t at = cj_str_find(name, CJ_STR(" "));

    if (at == CJ_NONE)
        return false;
    first = cj_str_cut(name, 0, at);
    while ((at = cj_str_find(rest, CJ_STR(" "))) != CJ_NONE)
        rest = last = cj_str_from(rest, at + 1);
    id = cj_department_id(t->known, first);
    id = id.n ? id : cj_department_id(t->known, last);
    if (id.n)
        count(t, id);
    return id.n > 0;
}

static void count_person(tally *t, cj_arena *arena, const cj_person *p)
{
    cj_str name = cj_utf8_nfkc(arena, p->name),
           department = cj_utf8_nfkc(arena, p->department);

    if (department.n && count_known(t, department)) {
        if (cj_department_id(t->known, name)
                .n) /* CS／サポート: two departments, nobody's name */
            count_known(t, name);
        return;
    }
    if (count_known(t, name) || count_word(t, name))
        return;
    if (department.n)
        t->other = true;
    else
        t->without = true;
}

static tally take_part(cj_lint *l)
{
    tally t = { .known = cj_lint_departments(l) };
    cj_people people;
    size_t i;

    cj_people_read(cj_lint_arena(l), cj_lint_map(l)->meta[CJ_META_CONTRIBUTORS].text,
                   &people);
    for (i = 0; i < people.n; i++)
        count_person(&t, cj_lint_arena(l), &people.person[i]);
    return t;
}

/* ---- the rules -------------------------------------------------------------------------------------- */

static void contributors_missing(cj_lint *l)
{
    if (cj_lint_untold(l, CJ_META_CONTRIBUTORS))
        cj_find_meta(l, CJ_META_CONTRIBUTORS);
}

const cj_rule cj_rule_contributors_missing = {
    .info = {
        .id = "CJ209",
        .name = "contributors-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 1,
        .source = "S2 注意点 現場メンバーを必ず巻き込む; S1 他部門との議論",
        .says = { "No contributors. List them as Name (Department), including front-line people.",
                  "作成に参加した人がありません。現場の人を含め「名前（部署）」で書いてください。" },
        .why = { "A map that one person drew at a desk is full of guesses. Who took part tells readers "
                 "how far they may trust it, and whom to ask.",
                 "1人が机の上で描いたマップは、憶測になりがちです。誰が参加したかが分かると、どこまで信じてよいか、"
                 "誰に聞けばよいかが読み手に伝わります。" },
        .mend = { "Above the table, write \"Contributors\" in column A and in column B: Priya (Customer "
                  "Success); Tom (Support).",
                  "表の上の行で、A列に「参加者」、B列に「中村（CS）、井上（サポート）」のように書きます。" },
        .bad = {
            { .edits = { "B13=", "B13=" }, .at = { "-", "-" },
              .shows = { "Contributors: (nothing)", "参加者: （空）" } },
            { .edits = { "B13=TBD", "B13=未定" } },
        },
        .good = {
            { .edits = { "B13=Priya (CS); Tom (Support)", "B13=中村（CS）、井上（サポート）" } },
            { .edits = { "B13=Customer Success, Support, Sales", "B13=CS、サポート、セールス" } },
        },
    },
    .on_map = contributors_missing,
};

/* Sure only where everybody's department is told: the others may come from anywhere. */
static void single_department_contributors(cj_lint *l)
{
    tally t;

    if (cj_lint_untold(l, CJ_META_CONTRIBUTORS))
        return;
    t = take_part(l);
    if (t.n == 1 && !t.other) {
        cj_finding *f = cj_find_meta(l, CJ_META_CONTRIBUTORS);

        f->at_most = t.without ? CJ_INFO : CJ_OFF;
    }
}

const cj_rule cj_rule_single_department_contributors = {
    .info = {
        .id = "CJ210",
        .name = "single-department-contributors",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 1,
        .source = "S2 注意点 関係部署にも参加; S1 メリット1",
        .says = { "Contributors come from one department. Bring in sales, support, product.",
                  "参加者が1部署だけです。セールス・サポート・開発など関係部署も加えてください。" },
        .why = { "Customers meet all departments and notice every gap between them. One department sees "
                 "only its own part of the journey.",
                 "顧客は多くの部署と接し、部署と部署のすき間でつまずきます。1つの部署だけでは、旅の一部しか"
                 "見えません。" },
        .mend = { "Go through the map once with a colleague from sales, support or product, and add the "
                  "name to {cell}: Tom (Support).",
                  "セールス・サポート・開発の人と一度マップを見直し、{cell} に「井上（サポート）」のように書き足します。" },
        .bad = {
            { .edits = { "B13=Priya (CS), Ann (CS)", "B13=中村（CS）、森（CS）" } },
            { .edits = { "B13=Customer Success: Priya, Ann", "B13=カスタマーサクセス部：中村、大野（CS部長）" } },
        },
        .good = {
            { .edits = { "B13=Priya (CS), Tom (Support)", "B13=中村（CS）、井上（サポート）" } },
            { .edits = { "B13=Priya (CS), Ann (Field Lab)", "B13=中村（CS）、森（購買部）" } },
            { .edits = { "B13=CS and Support", "B13=CS と サポート" } },
            { .edits = { "B13=Priya, Ann", "B13=中村、森" } },
        },
    },
    .on_map = single_department_contributors,
};

/* Departments that we know to sit away from customers. */
static bool behind_the_scenes(cj_str id)
{
    static const char *const back[] = { "marketing", "product", "csops", "finance",
                                        "exec" };
    size_t i;

    for (i = 0; i < sizeof back / sizeof *back; i++)
        if (cj_str_eq(id, cj_str_of(back[i])))
            return true;
    return false;
}

static void no_field_member(cj_lint *l)
{
    size_t i;
    tally t;

    if (cj_lint_untold(l, CJ_META_CONTRIBUTORS))
        return;
    t = take_part(l);
    for (i = 0; i < t.n; i++)
        if (!behind_the_scenes(t.id[i]))
            return;
    if (t.n && !t.other && !t.without)
        cj_find_meta(l, CJ_META_CONTRIBUTORS);
}

const cj_rule cj_rule_no_field_member = {
    .info = {
        .id = "CJ211",
        .name = "no-field-member",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 1,
        .source = "S2 注意点 現場のメンバー",
        .says = { "Nobody who talks to customers every day took part. Add front-line people.",
                  "日々顧客と接する部署の参加者がいません。現場の担当者を加えてください。" },
        .why = { "Front-line people know what customers really do and say. Without them the map becomes "
                 "what head office believes.",
                 "顧客が実際に何をし、何と言っているかを知っているのは現場の人です。現場が加わらないと、本社の"
                 "思い込みだけのマップになります。" },
        .mend = { "Ask somebody from customer success, support, sales or training to go through the map, "
                  "and add the name to {cell}.",
                  "CS・サポート・セールス・導入支援などの担当者にマップを見てもらい、{cell} に名前を書き足します。" },
        .bad = {
            { .edits = { "B13=Strategy, Marketing", "B13=経営企画、マーケ" } },
            { .edits = { "B13=Ken (Marketing); Helen (Product)", "B13=石川（プロダクト）、林（マーケティング）" } },
        },
        .good = {
            { .edits = { "B13=Ken (Marketing); Tom (Support)", "B13=石川（プロダクト）、井上（サポート）" } },
            { .edits = { "B13=Ken (Marketing); Lee (Store Operations)", "B13=石川（プロダクト）、森（店舗運営部）" } },
        },
    },
    .on_map = no_field_member,
};

static void map_owner_missing(cj_lint *l)
{
    if (cj_lint_untold(l, CJ_META_MAP_OWNER))
        cj_find_meta(l, CJ_META_MAP_OWNER);
}

const cj_rule cj_rule_map_owner_missing = {
    .info = {
        .id = "CJ212",
        .name = "map-owner-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 1,
        .source = "R5 no clear owner",
        .says = { "The map has no owner. Name one person who keeps it current.",
                  "マップの責任者がいません。見直しを進める人を1人決めてください。" },
        .why = { "Everybody's map is nobody's map: without one person who calls the review, it is out of "
                 "date within two quarters.",
                 "「みんなのマップ」は誰のものでもなくなります。見直しを呼びかける人が決まっていないと、半年で"
                 "古くなってしまいます。" },
        .mend = { "Above the table, write \"Map Owner\" in column A and one name in column B: Priya "
                  "(Customer Success).",
                  "表の上の行で、A列に「マップ責任者」、B列に1人の名前を書きます（例: 中村（CS））。" },
        .bad = {
            { .edits = { "B14=", "B14=" }, .at = { "-", "-" },
              .shows = { "Map Owner: (nothing)", "マップ責任者: （空）" } },
            { .edits = { "B14=TBD", "B14=未定" } },
        },
        .good = {
            { .edits = { "B14=Priya", "B14=中村" } },
            { .edits = { "B14=Customer Success", "B14=CSチーム" } },
        },
    },
    .on_map = map_owner_missing,
};

static void approver_missing(cj_lint *l)
{
    if (cj_lint_untold(l, CJ_META_APPROVER))
        cj_find_meta(l, CJ_META_APPROVER);
}

const cj_rule cj_rule_approver_missing = {
    .info = {
        .id = "CJ213",
        .name = "approver-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_INFO },
        .step = 1,
        .source = "R5 decision rights",
        .says = { "No approver.", "承認者がありません。" },
        .why = { "When departments differ on what to do for customers, somebody has to decide. Readers "
                 "should know who did.",
                 "打ち手をめぐって部署の意見が分かれたとき、誰かが決めなければなりません。誰が決めたマップなのかが"
                 "分かると、各部署も動きやすくなります。" },
        .mend = { "Above the table, write \"Approver\" in column A and who decides in column B: Helen (VP "
                  "Customer Success). In a small team it may be the map owner.",
                  "表の上の行で、A列に「承認者」、B列に決める人を書きます（例: 大野（CS部長））。小さなチームなら"
                  "マップ責任者と同じ人でかまいません。" },
        .bad = {
            { .edits = { "B15=", "B15=" }, .at = { "-", "-" },
              .shows = { "Approver: (nothing)", "承認者: （空）" } },
            { .edits = { "B15=TBD", "B15=未定" } },
        },
        .good = {
            { .edits = { "B15=Helen", "B15=大野" } },
            { .edits = { "A15=Approved by", "A15=承認" },
              .shows = { "Approved by: Helen (VP Customer Success)", "承認: 大野（CS部長）" } },
        },
    },
    .on_map = approver_missing,
};
