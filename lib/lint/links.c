/* links.c - CJ8xx: pains and what is done about them. */
#include "lint/plan.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/likeness.h"
#include "base/utf8.h"

static void pain_without_countermeasure(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_COUNTERMEASURE, p);

    if (c && cj_map_element(cj_lint_map(l), CJ_PAIN) && !cj_lint_hole(l, CJ_PAIN, p))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_pain_without_countermeasure = {
    .info = {
        .id = "CJ801",
        .name = "pain-without-countermeasure",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .step = 5,
        .source = "S1 フェーズ毎の課題をどのように解決していくのか; S2 Step 5",
        .says = { "\"{phase}\" has pain points but no countermeasure.",
                  "「{phase}」の課題に打ち手がありません。" },
        .why = { "We know where customers suffer and plan nothing: this is where they leave.",
                 "困っていると分かっているのに何もしない状態です。顧客が離れるのは、こうした場所からです。" },
        .mend = { "Write in {cell} what is done about the pains of this phase, by whom and when: "
                  "[Support] Within 7 days of contract: send the glossary.",
                  "{cell} に、このフェーズの課題を解決する打ち手を「誰が・いつ・何を」で書きます"
                  "（例: 【サポート】契約後7日以内に用語集を送る）。" },
        .bad = {
            { .edits = { "C27=", "C27=" },
              .shows = { "pain points, but no countermeasure", "課題があるのに打ち手が空" } },
            { .edits = { "C27=TBD", "C27=検討中" },
              .shows = { "pain points, and \"TBD\" as countermeasure",
                         "課題があるのに打ち手が「検討中」" } },
        },
        .good = {
            { .edits = { "C27=[Support] On day 46: send the starter pack",
                         "C27=【CS】31日目に活用レシピを3本送る" } },
            { .edits = { "C27= ;; C23=", "C27= ;; C23=" },
              .shows = { "neither pain points nor a countermeasure (that is CJ701)",
                         "課題も打ち手も空（これは CJ701）" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = pain_without_countermeasure,
};

/* ---- which pain an action is for ------------------------------------------------------------------ */

#define ALIKE 80u          /* percent: わからない and 分からない */
#define MOST_LOOKS 100000u /* comparisons in one run; a map that asks for more is none */

typedef struct pain {
    unsigned phase;
    cj_str text, key;
    cj_pairs pairs;
} pain;

typedef struct pains {
    pain *pain;
    size_t n, cap, looks;
} pains;

static void add_pains(cj_lint *l, pains *all, const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_items; i++) {
        const cj_item *item = &c->items[i];
        pain one = { .phase = c->phase, .text = item->bare.n ? item->bare : item->text };

        one.key = cj_item_key(cj_lint_arena(l), one.text);
        one.pairs = cj_pairs_of(cj_lint_arena(l), one.key);
        CJ_ROOM(cj_lint_arena(l), all->pain, all->n, all->cap);
        all->pain[all->n++] = one;
    }
}

static pains pains_of(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    pains all = { 0 };
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; map->elements[e].elem == CJ_PAIN && p < map->n_phases; p++)
            add_pains(l, &all, &map->elements[e].cells[p]);
    return all;
}

/* It is (part of) the pain, or nearly the same; `loose`: also the pain with more around it. */
static bool same(pains *all, const pain *a, cj_str key, const cj_pairs *pairs, bool loose)
{
    all->looks++;
    return a->key.n && key.n &&
           (cj_str_has(a->key, key) || (loose && cj_str_has(key, a->key)) ||
            cj_likeness(&a->pairs, pairs) >= ALIKE);
}

/* 全般, 課題1, P-2, ①: it means something, but by no words of the map. */
static bool by_number(cj_lint *l, cj_str text)
{
    static const cj_str all[] = { CJ_LIT("全般"),      CJ_LIT("共通"),
                                  CJ_LIT("全体"),      CJ_LIT("全課題"),
                                  CJ_LIT("すべて"),    CJ_LIT("全て"),
                                  CJ_LIT("all"),       CJ_LIT("general"),
                                  CJ_LIT("all pains"), CJ_LIT("all of them") };
    cj_str s = cj_utf8_trim(cj_utf8_fold(cj_lint_arena(l), text)), rest;
    size_t i;

    for (i = 0; i < sizeof all / sizeof *all; i++)
        if (cj_str_eq(s, all[i]))
            return true;
    if (!s.n || s.p[s.n - 1] < '0' || s.p[s.n - 1] > '9')
        return false;
    for (rest = s, i = 0; rest.n; i += cj_utf8_next(&rest) > '9')
        ;
    return i <= 5; /* letters: no. 3, pain 2, 課題12, [e1] */
}

static bool on_map(cj_lint *l, pains *all, cj_str text, bool loose)
{
    cj_str key = cj_item_key(cj_lint_arena(l), text);
    cj_pairs pairs = cj_pairs_of(cj_lint_arena(l), key);
    size_t i;

    for (i = 0; i < all->n && all->looks < MOST_LOOKS; i++)
        if (same(all, &all->pain[i], key, &pairs, loose))
            return true;
    return all->looks >= MOST_LOOKS || by_number(l, text);
}

/* The next of several pains in a field, parted by lines, commas or slashes. */
static bool next_pain(cj_str *rest, cj_str *one)
{
    static const cj_str marks[] = { CJ_W("\n"), CJ_W("、"), CJ_W("，"),
                                    CJ_W("/"),  CJ_W("／"), CJ_W(";"),
                                    CJ_W("；"), CJ_W("・"), CJ_W(", ") };
    size_t at, n = 0;

    if (!rest->n)
        return false;
    for (at = 0; at < rest->n && (n = CJ_SCAN(cj_str_from(*rest, at), marks)) == 0; at++)
        ;
    *one = cj_utf8_trim(cj_str_cut(*rest, 0, at));
    *rest = cj_str_from(*rest, at + n);
    return true;
}

/* What each action says it is for; 同上 is what the one above says. */
static cj_str *pains_told(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    cj_str *told = CJ_NEW_N(cj_lint_arena(l), cj_str, map->n_actions + 1);
    size_t i;

    for (i = 0; i < map->n_actions; i++) {
        const cj_action *a = &map->actions[i];

        told[i] = cj_lint_field(l, a->section, a->record, "pain");
        if (i && a->section == a[-1].section && cj_lint_ditto(l, told[i]))
            told[i] = told[i - 1];
    }
    return told;
}

/* ---- as many answers as pains ---------------------------------------------------------------------- */

/* Some action that stands on the map in this phase says that it is for that pain. */
static bool answered(cj_lint *l, pains *all, const pain *one, const cj_str *told,
                     cj_tasks tasks)
{
    size_t i;

    for (i = 0; i < cj_lint_map(l)->n_actions && all->looks < MOST_LOOKS; i++) {
        const cj_task *task = told[i].n ? cj_lint_task_of(l, i) : NULL;
        cj_str key;
        cj_pairs pairs;

        if (!task || task < tasks.task || task >= tasks.task + tasks.n)
            continue;
        key = cj_item_key(cj_lint_arena(l), told[i]);
        pairs = cj_pairs_of(cj_lint_arena(l), key);
        if (same(all, one, key, &pairs, true))
            return true;
    }
    return false;
}

static void fewer_countermeasures_than_pains(cj_lint *l, const cj_phase *p)
{
    cj_tasks tasks = cj_lint_tasks(l, p);
    const cj_map *map = cj_lint_map(l);
    pains here = { 0 };
    cj_finding *f;
    cj_str *told;
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (map->elements[i].elem == CJ_PAIN)
            add_pains(l, &here, &map->elements[i].cells[p->order]);
    if (!tasks.n || here.n <= tasks.n)
        return;
    told = pains_told(l);
    for (i = 0; i < here.n && answered(l, &here, &here.pain[i], told, tasks); i++)
        ;
    if (i == here.n)
        return;
    f = cj_find_cell(l, tasks.task->cell, tasks.task->cell->text);
    cj_say_n(l, f, "n", here.n);
    cj_say_n(l, f, "m", tasks.n);
}

const cj_rule cj_rule_fewer_countermeasures_than_pains = {
    .info = {
        .id = "CJ802",
        .name = "fewer-countermeasures-than-pains",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 5,
        .source = "S2 Step 5 課題・ペインを解決する打ち手",
        .says = { "\"{phase}\": {n} pains, {m} countermeasures. Is one unaddressed?",
                  "「{phase}」は課題 {n} に対し打ち手が {m} です。手つかずの課題はありませんか。" },
        .why = { "One countermeasure can answer two pains. Often enough, though, the second one was just "
                 "overlooked.",
                 "1つの打ち手で2つの課題を解決できることもありますが、多くの場合は片方が見落とされています。" },
        .mend = { "Go through the pains of this phase one by one and add to {cell} what is missing. Does "
                  "one action answer several, say so in the column Pain of the Actions sheet.",
                  "このフェーズの課題を1つずつ見て、足りない打ち手を {cell} に足します。1つの打ち手で複数の課題に"
                  "対応するときは、「打ち手」シートの「対応する課題」に両方を書きます。" },
        .bad = {
            { .edits = { "B27=- [Onboarding] Run a session within 5 business days of signature",
                         "B27=・【オンボーディング】契約後3営業日以内に個別設定会を60分で実施する" } },
            { .edits = { "C23=- Pain one is slow [E3]\n- Pain two is dear [E3]\n- Pain three is dull [E3]",
                         "C23=・どの機能から使えばよいかわからない [E4]\n・動作が遅い [E4]\n"
                         "・帳票が読みにくい [E4]" },
              .at = { "C27", "C27" },
              .shows = { "three pains, two countermeasures", "課題が3つ、打ち手が2つ" } },
        },
        .good = {
            { .edits = { "B27=- [Onboarding] Run a session on day 3\n- [Support] Send a video on day 7",
                         "B27=・【オンボーディング】3日以内に設定会を開く\n・【サポート】7日目に動画を送る" },
              .shows = { "two pains, two countermeasures", "課題が2つ、打ち手が2つ" } },
            { .edits = { "B27=- [Onboarding] Run a session on day 3 ;; "
                         "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; F62=Pain ;; A63=A1 ;; "
                         "B63=Onboarding ;; C63=Run a session ;; F63=Opening balances do not match after "
                         "import / Bank feed setup needs an administrator we do not have",
                         "B27=・【オンボーディング】契約後3営業日以内に個別設定会を60分で実施する ;; "
                         "F61=データ連携の設定手順がわからない、専門用語が難しい" },
              .shows = { "one countermeasure; the Actions sheet says that it is for both pains",
                         "打ち手は1つだが、「打ち手」の表に両方の課題が書いてある" } },
        },
        .yields_to = { "CJ106", "CJ801" },
    },
    .on_phase = fewer_countermeasures_than_pains,
};

/* ---- pains that only the plan knows ------------------------------------------------------------------- */

static void say_nearest(cj_lint *l, cj_finding *f, pains *all, cj_str text)
{
    cj_pairs pairs = cj_pairs_of(cj_lint_arena(l), cj_item_key(cj_lint_arena(l), text));
    const pain *best = NULL;
    unsigned most = 0;
    size_t i;

    for (i = 0; i < all->n && all->looks < MOST_LOOKS; i++, all->looks++) {
        unsigned like = cj_likeness(&pairs, &all->pain[i].pairs);

        if (like > most) {
            most = like;
            best = &all->pain[i];
        }
    }
    if (best)
        cj_say(f, "hint", best->text);
    else
        cj_say_both(f, "hint", CJ_STR("none"), CJ_STR("なし"));
}

/* The whole field is one pain, or each part of it is. */
static void judge_link(cj_lint *l, pains *all, const cj_action *a, cj_str told)
{
    const cj_field *field = cj_record_field(a->section, a->record, "pain");
    cj_str rest = told, one, unknown = CJ_STR("");
    size_t parts = 0, strange = 0;

    if (!told.n || on_map(l, all, told, false))
        return;
    while (next_pain(&rest, &one)) {
        parts += one.n != 0;
        if (one.n && !on_map(l, all, one, true)) {
            unknown = one;
            strange++;
        }
    }
    if (!strange)
        return;
    if (strange == parts)
        unknown = told;
    say_nearest(l, cj_find_field(l, field->at, CJ_PAIN, a->phase, unknown), all, unknown);
}

static void unknown_pain_link(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    pains all = { 0 };
    cj_str *told;
    size_t i;

    if (map->n_actions)
        all = pains_of(l);
    if (!all.n)
        return; /* no pain is on the map, or none in the phase: that is said elsewhere */
    told = pains_told(l);
    for (i = 0; i < map->n_actions; i++) {
        const cj_action *a = &map->actions[i];

        if (a->phase < 0 || !cj_lint_hole(l, CJ_PAIN, &map->phases[a->phase]))
            judge_link(l, &all, a, told[i]);
    }
}

const cj_rule cj_rule_unknown_pain_link = {
    .info = {
        .id = "CJ804",
        .name = "unknown-pain-link",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 5,
        .source = "consistency of map and Actions sheet",
        .says = { "\"{value}\" is not a pain on the map (closest: {hint}).",
                  "「{value}」はマップの課題にありません（近い課題: {hint}）。" },
        .why = { "The action answers a pain that nobody wrote down, or the map has moved on and the plan "
                 "has not.",
                 "マップの課題を書き換えたのに計画がそのままか、マップに書いていない課題のための打ち手です。" },
        .mend = { "Copy the pain from the map into {cell}; is it a new one, write it on the map first, "
                  "with its evidence.",
                  "{cell} に、マップの「課題・ペイン」の文をそのまま写します。新しい課題なら、先にマップへ根拠と一緒に"
                  "書き足します。" },
        .bad = {
            { .edits = { "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; F62=Pain ;; A63=A1 ;; "
                         "B63=Onboarding ;; C63=Run a session ;; F63=Too expensive",
                         "F63=価格が高い" },
              .at = { "F63", NULL },
              .shows = { "Pain: Too expensive", "対応する課題: 価格が高い" } },
            { .edits = { "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; F62=Pain ;; A63=A1 ;; "
                         "B63=Onboarding ;; C63=Run a session ;; F63=Opening balances do not match after "
                         "import; Training is too long",
                         "F61=専門用語が難しい、研修が長い" },
              .at = { "F63", NULL },
              .shows = { "the second of two is not on the map", "2つのうち「研修が長い」がマップにない" } },
        },
        .good = {
            { .edits = { "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; F62=Pain ;; A63=A1 ;; "
                         "B63=Onboarding ;; C63=Run a session ;; F63=Opening balances do not match",
                         "F63=どの機能から使えばよいか分からない [E4]" },
              .shows = { "the pain as on the map, or a part of it", "マップの課題と同じ文（表記の違いはかまわない）" } },
            { .edits = { "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; F62=Pain ;; A63=A1 ;; "
                         "B63=Onboarding ;; C63=Run a session ;; F63=Pain 1",
                         "F63=課題1" },
              .shows = { "by number: Pain 1", "番号で書いてある: 課題1" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = unknown_pain_link,
};
