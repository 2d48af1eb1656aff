/* departments.c - CJ7xx: which departments take part. */
#include "lint/hands.h"
#include "lint/plan.h"
#include "lint/said.h"

static bool is_unknown(const cj_hand *h)
{
    return !h->generic && !h->id.n && h->name.n;
}

static void owner_unknown_department(cj_lint *l, const cj_cell *c)
{
    cj_find_hands(l, c, is_unknown);
}

const cj_rule cj_rule_owner_unknown_department = {
    .info = {
        .id = "CJ707",
        .name = "owner-unknown-department",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .step = 5,
        .source = "S2 Step 5 担当部署",
        .says = { "\"{value}\" is not a known department. If it is a person, add the department.",
                  "「{value}」は部署の一覧にありません。人名なら部署も書いてください。" },
        .why = { "People change jobs; the work of a department stays. Who reads the map later should "
                 "know whom to ask.",
                 "人は異動しますが、部署の役割は残ります。あとからマップを読む人にも、誰に聞けばよいかが分かる"
                 "ようにします。" },
        .mend = { "Write the department in {cell} and the person in brackets behind it: Sales (Bob). "
                  "A department that only your company has goes under [departments] into cj.ini.",
                  "{cell} を「セールス（鈴木さん）」のように、部署名に書き換えます。自社だけの部署名は、cj.ini の "
                  "[departments] に加えると一覧に入ります。" },
        .bad = {
            { .edits = { "D28=Bob", "E28=鈴木さん" } },
            { .edits = { "C28=Customer Success (starter pack), Bob Smith (office hour)",
                         "C28=CS（レシピ）、田中（ウェビナー）" } },
        },
        .good = {
            { .edits = { "D28=CS Team", "E28=カスタマーサクセス部" } },
            { .edits = { "D28=Sales (Bob)", "E28=鈴木さん（セールス）" } },
            { .edits = { "D28=Quality Assurance Team", "E28=品質保証室、法人営業" } },
            { .edits = { "D28=Lead: Sales", "E28=主担当：営業" } },
        },
    },
    .on_cell = owner_unknown_department,
};

/* ---- one department for all ----------------------------------------------------------------------- */

/* The one department that the owner row names; empty: several, or somebody who is none. *cells
 * that are filled. */
static cj_str only_department(cj_lint *l, cj_str *name, size_t *cells)
{
    const cj_map *map = cj_lint_map(l);
    cj_str id = CJ_STR("");
    size_t p, i;

    for (p = 0; p < map->n_phases; p++) {
        const cj_cell *c = cj_map_cell(map, CJ_OWNER, &map->phases[p]);
        const cj_hands *h;

        if (cj_lint_blank(l, c))
            continue;
        h = cj_lint_hands(l, c);
        *cells += h->n != 0;
        for (i = 0; i < h->n; i++) {
            if (!h->hand[i].id.n || (id.n && !cj_str_eq(id, h->hand[i].id)))
                return CJ_STR("");
            *name = id.n ? *name : h->hand[i].text;
            id = h->hand[i].id;
        }
    }
    return id;
}

/* A countermeasure or an action names somebody else. */
static bool others_act(cj_lint *l, cj_str id)
{
    const cj_map *map = cj_lint_map(l);
    size_t p, i;

    for (p = 0; p < map->n_phases; p++) {
        cj_tasks tasks = cj_lint_tasks(l, &map->phases[p]);

        for (i = 0; i < tasks.n; i++) {
            cj_str owner = cj_said(cj_lint_arena(l), tasks.task[i].item->owner);

            if (owner.n && !cj_str_eq(cj_lint_department(l, owner), id))
                return true;
        }
    }
    for (i = 0; i < map->n_actions; i++) {
        const cj_action *a = &map->actions[i];
        cj_str owner =
            cj_said(cj_lint_arena(l), cj_lint_field(l, a->section, a->record, "owner"));

        if (owner.n && !cj_lint_ditto(l, owner) &&
            !cj_str_eq(cj_lint_department(l, owner), id))
            return true;
    }
    return false;
}

static void single_department_map(cj_lint *l)
{
    size_t cells = 0;
    cj_str name = CJ_STR(""), id = only_department(l, &name, &cells);

    if (id.n && cells >= 3 && !others_act(l, id))
        cj_say(cj_find_map(l, CJ_OWNER), "value", name);
}

const cj_rule cj_rule_single_department_map = {
    .info = {
        .id = "CJ714",
        .name = "single-department-map",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .step = 5,
        .source = "S2 カスタマーサクセス部門だけで実現できない",
        .says = { "Only \"{value}\" acts. Could sales, support or product share?",
                  "担当が「{value}」だけです。セールスやサポートなど他部署と分担できませんか。" },
        .why = { "Customers meet the whole company. What customer success cannot do alone, a map can "
                 "hand to the department that can.",
                 "顧客の成功は、一つの部署だけでは実現できません。マップは、ほかの部署に役割をお願いするための"
                 "道具でもあります。" },
        .mend = { "Go through the owner {row} with sales, support and product, and give each phase to "
                  "those who can do most there. Is one department really all there is, leave it so.",
                  "セールス・サポート・プロダクトのメンバーと担当部署の{row}を見直し、得意な部署に振り分けます。"
                  "本当に一つの部署しかない場合は、このままでかまいません。" },
        .bad = {
            { .edits = { "B28=Customer Success ;; C28=CS ;; D28=CS Team ;; "
                         "B27=- Run a session on day 3 ;; C27=- Send the pack on day 46 ;; "
                         "D27=- Send the quote 75 days before contract end",
                         "B28=CS ;; C28=CS ;; D28=カスタマーサクセス ;; E28=CS部 ;; "
                         "B27=・3日以内に設定会を開く ;; C27=・31日目にレシピを送る ;; "
                         "D27=・121日目に説明会を開く ;; E27=・更新期限の90日前に表を送る ;; "
                         "D61=CS ;; D62=CS ;; D63=CS ;; D64=CS ;; D65=CS ;; D66=CS ;; D67=CS ;; D68=CS" },
              .at = { "-", "-" },
              .shows = { "Customer Success in every phase", "どのフェーズも CS" } },
            { .edits = { "B28=Sales ;; C28=Sales (mail) ;; D28=Sales ;; B27=- [Sales] Call on day 3 ;; "
                         "C27=- [Sales] Mail on day 46 ;; D27=- [Sales] Quote on day 290",
                         "B28=営業 ;; C28=営業（電話） ;; D28=営業部 ;; E28=営業 ;; "
                         "B27=・【営業】3日以内に電話する ;; C27=・【営業】31日目に電話する ;; "
                         "D27=・【営業】121日目に電話する ;; E27=・【営業】90日前に電話する ;; "
                         "D61=営業 ;; D62=営業 ;; D63=営業 ;; D64=営業 ;; D65=営業 ;; D66=営業 ;; D67=営業 ;; D68=営業" },
              .at = { "-", "-" },
              .shows = { "Sales in every phase", "どのフェーズも営業" } },
        },
        .good = {
            { .edits = { "B28=CS ;; C28=CS ;; D28=Sales", "B28=CS ;; C28=CS ;; D28=CS ;; E28=セールス" },
              .shows = { "CS, CS, Sales", "CS、CS、CS、セールス" } },
            { .edits = { "B28=CS ;; C28=CS ;; D28=CS", "B28=CS ;; C28=CS ;; D28=CS ;; E28=CS" },
              .shows = { "CS in every phase, but the countermeasures name others: [Support] ...",
                         "担当部署はどれも CS だが、打ち手には他部署の名前がある（【サポート】…）" } },
        },
    },
    .on_map = single_department_map,
};
