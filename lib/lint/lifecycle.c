/* lifecycle.c - CJ313 to CJ315: the phases in the order of a life, from contract to renewal. */
#include "lint/rule.h"
#include "base/utf8.h"

/* ---- their order ------------------------------------------------------------------------------ */

/* Where a phase stands in the lifecycle, from 1; 0: anywhere. */
static unsigned rank_of(const cj_config *config, cj_phase_id id)
{
    static const unsigned char ours[CJ_N_PHASES] = {
        [CJ_PHASE_PRESALES] = 1,  [CJ_PHASE_ONBOARDING] = 2, [CJ_PHASE_ADOPTION] = 3,
        [CJ_PHASE_EXPANSION] = 4, [CJ_PHASE_RENEWAL] = 5,    [CJ_PHASE_ADVOCACY] = 6,
    };
    size_t i;

    if (id == CJ_PHASE_OTHER || !config->n_phase_order)
        return ours[id];
    for (i = 0; i < config->n_phase_order; i++)
        if (cj_str_eq(config->phase_order[i], cj_str_of(cj_phase_id_name(id))))
            return (unsigned)i + 1;
    return 0;
}

/* A second phase of one kind (導入期 of the next department) goes its own way. */
static bool first_of_its_kind(const cj_map *map, const cj_phase *p)
{
    unsigned i;

    for (i = 0; i < p->order; i++)
        if (map->phases[i].id == p->id)
            return false;
    return p->id != CJ_PHASE_OTHER;
}

/* Firms do differ in what comes first of expansion, renewal and advocacy, and something like a
 * decision before the renewal may read as one before the contract. */
static bool debatable(const cj_config *config, const cj_phase *before, const cj_phase *p)
{
    return !config->n_phase_order &&
           (p->id == CJ_PHASE_PRESALES ||
            (before->id >= CJ_PHASE_EXPANSION && p->id >= CJ_PHASE_EXPANSION));
}

static void phase_order_unusual(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    const cj_config *config = cj_lint_config(l);
    const cj_phase *last = NULL;
    size_t i;

    for (i = 0; i < map->n_phases; i++) {
        const cj_phase *p = &map->phases[i];
        unsigned rank = rank_of(config, p->id);

        if (!rank || !first_of_its_kind(map, p))
            continue;
        if (last && rank < rank_of(config, last->id)) {
            cj_finding *f = cj_find_phase(l, p);

            f->value = cj_str_fmt(cj_lint_arena(l), CJ_FMT " → " CJ_FMT, CJ_ARG(last->name),
                                  CJ_ARG(p->name));
            if (debatable(config, last, p))
                f->at_most = CJ_INFO;
            return;
        }
        last = p;
    }
}

const cj_rule cj_rule_phase_order_unusual = {
    .info = {
        .id = "CJ313",
        .name = "phase-order-unusual",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 2,
        .source = "S2 Step 2 時系列",
        .says = { "Phase order looks wrong ({value}).",
                  "フェーズの順番が時系列と違うようです（{value}）。" },
        .why = { "People read the map from left to right as time. A phase out of order makes periods, "
                 "feelings and countermeasures tell a wrong story.",
                 "マップは左から右へ、時間の流れとして読まれます。順番が入れ替わっていると、期間や感情の変化、"
                 "打ち手のつながりが正しく伝わりません。" },
        .mend = { "Move the {column} of {cell} to its place in time. If this is the order of your "
                  "customers, set it in cj.ini: phase_order = onboarding, adoption, renewal, expansion.",
                  "{cell} の{column}を時系列の位置に移します。自社ではこの順番が正しいなら、cj.ini に phase_order = "
                  "onboarding, adoption, renewal, expansion のように書いておきます。" },
        .bad = {
            { .edits = { "B17=Renewal ;; D17=Onboarding", "B17=更新期 ;; E17=導入期" },
              .at = { "C17", "C17" },
              .shows = { "Renewal | Adoption | Onboarding",
                         "更新期 | 活用促進期 | 定着・拡大期 | 導入期" } },
            { .edits = { "B17=Adoption ;; C17=Onboarding", "B17=活用促進期 ;; C17=導入期" },
              .at = { "C17", "C17" },
              .shows = { "Adoption | Onboarding | Renewal", "活用促進期 | 導入期 | 更新期" } },
        },
        .good = {
            { .edits = { "C17=Expansion", "D17=事例づくり" },
              .shows = { "Onboarding | Expansion | Renewal",
                         "導入期 | 活用促進期 | 事例づくり | 更新期" } },
            { .edits = { "C17=Onboarding of the second team", "C17=活用期 ;; D17=2部署目の導入期" },
              .shows = { "Onboarding | Onboarding of the second team | Renewal",
                         "導入期 | 活用期 | 2部署目の導入期 | 更新期" } },
        },
    },
    .on_map = phase_order_unusual,
};

/* ---- from the contract to its renewal ---------------------------------------------------------- */

/* 契約・準備 from day 0 on: what begins with the contract does not come before it. */
static bool begins_with_contract(const cj_phase *p)
{
    static const cj_str words[] = { CJ_LIT("契約"), CJ_LIT("申込"), CJ_LIT("contract"),
                                    CJ_LIT("signature") };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(p->key, words[i]))
            return p->period.has_from && p->period.from >= 0;
    return false;
}

/* Once the customer is on board, a decision or an evaluation is one about the renewal. */
static void presales_phase(cj_lint *l, const cj_phase *p)
{
    const cj_map *map = cj_lint_map(l);
    unsigned i;

    if (p->id != CJ_PHASE_PRESALES || begins_with_contract(p))
        return;
    for (i = 0; i < p->order; i++)
        if (map->phases[i].id > CJ_PHASE_PRESALES)
            return;
    cj_find_phase(l, p);
}

const cj_rule cj_rule_presales_phase = {
    .info = {
        .id = "CJ314",
        .name = "presales-phase",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .step = 2,
        .source = "S1 契約後にフォーカス; S2 マーケティングとの違い",
        .says = { "\"{phase}\" comes before the contract; a customer success map starts after it. Keep "
                  "it if intended.",
                  "「{phase}」は契約までのフェーズです。カスタマーサクセスのマップは契約後から始めます"
                  "（必要なら残してかまいません）。" },
        .why = { "The way to the purchase is the work of marketing and sales and has a journey map of "
                 "its own. Customer success begins where the contract is signed.",
                 "認知から購入までは、マーケティングやセールスのカスタマージャーニーで扱う範囲です。カスタマー"
                 "サクセスのマップは、契約してから成果を出し続けるまでを描きます。" },
        .mend = { "Delete the {column} of {cell} or move it to the marketing map. If the map is meant "
                  "to run from end to end, keep it and ignore this rule.",
                  "{cell} の{column}を削除するか、マーケティング用のマップに移します。契約前からつなげて描く"
                  "マップなら、そのままでかまいません。" },
        .bad = {
            { .edits = { "B17=Consideration", "B17=比較検討" } },
            { .edits = { "B17=Phase 1: Awareness", "B17=フェーズ1：認知" } },
        },
        .good = {
            { .edits = { "B17=Getting started", "B17=初期設定" } },
            { .edits = { "D17=Decision", "E17=検討期" },
              .shows = { "Onboarding | Adoption | Decision (on the renewal)",
                         "導入期 | 活用促進期 | 定着・拡大期 | 検討期（更新の検討）" } },
        },
    },
    .on_phase = presales_phase,
};

static bool speaks_of_renewal(cj_arena *arena, cj_str text)
{
    static const cj_str words[] = { CJ_LIT("更新"), CJ_LIT("継続"),  CJ_LIT("再契約"),
                                    CJ_LIT("解約"), CJ_LIT("renew"), CJ_LIT("retention") };
    cj_str s = cj_utf8_fold(arena, text);
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(s, words[i]))
            return true;
    return false;
}

/* "…or note why not": a remark about it is the answer. */
static bool noted(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    const cj_element *e = cj_map_element(map, CJ_NOTE);
    size_t p;

    if (speaks_of_renewal(cj_lint_arena(l), map->meta[CJ_META_NOTE].text) ||
        speaks_of_renewal(cj_lint_arena(l), map->meta[CJ_META_SCOPE].text))
        return true;
    for (p = 0; e && p < map->n_phases; p++)
        if (speaks_of_renewal(cj_lint_arena(l), e->cells[p].text))
            return true;
    return false;
}

static void no_renewal_phase(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t p;

    for (p = 0; p < map->n_phases; p++)
        if (map->phases[p].id == CJ_PHASE_RENEWAL ||
            speaks_of_renewal(cj_lint_arena(l), map->phases[p].name))
            return;
    if (!noted(l))
        cj_find_map(l, CJ_CUSTOM);
}

const cj_rule cj_rule_no_renewal_phase = {
    .info = {
        .id = "CJ315",
        .name = "no-renewal-phase",
        .severity = { CJ_OFF, CJ_OFF, CJ_INFO },
        .step = 2,
        .source = "S2 Step 2 の4フェーズ",
        .says = { "No renewal phase. Map up to the renewal decision or note why not.",
                  "更新期がありません。契約更新の判断までを描くか、不要な理由を備考に書いてください。" },
        .why = { "At the renewal the customer weighs everything that came before. A map that stops "
                 "earlier leaves out the moment that decides whether they stay.",
                 "更新は、それまでの成功体験が評価される場面です。そこまで描かないと、顧客が続けるかどうかを"
                 "決める瞬間への備えが抜けてしまいます。" },
        .mend = { "Add a {column} \"Renewal\" at the end. If there is no renewal (a one-time purchase), "
                  "say so in a \"Notes\" line above the table.",
                  "最後に「更新期」の{column}を追加します。買い切りなどで更新がない場合は、表の上の「備考」にその"
                  "理由を書きます。" },
        .bad = {
            { .edits = { "D17=Expansion", "E17=推奨期" }, .at = { "-", "-" },
              .shows = { "Onboarding | Adoption | Expansion", "導入期 | 活用促進期 | 拡大期 | 推奨期" } },
            { .edits = { "D17=Advocacy", "E17=事例づくり" }, .at = { "-", "-" },
              .shows = { "Onboarding | Adoption | Advocacy",
                         "導入期 | 活用促進期 | 定着・拡大期 | 事例づくり" } },
        },
        .good = {
            { .edits = { "D17=Contract renewal", "E17=契約更新・解約" } },
            { .edits = { "D17=Expansion ;; A16=Notes ;; B16=One-time licence, there is no renewal",
                         "E17=推奨期 ;; A16=備考 ;; B16=買い切りのため更新なし" },
              .shows = { "Notes: One-time licence, there is no renewal", "備考: 買い切りのため更新なし" } },
        },
    },
    .on_map = no_renewal_phase,
};
