/* goals.c - CJ305 to CJ307: what the customer wants to reach in each phase. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/lexicon.h"

static void goal_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_GOAL, p);

    if (c)
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_goal_missing = {
    .info = {
        .id = "CJ305",
        .name = "goal-missing",
        .severity = { CJ_WARNING, CJ_ERROR, CJ_ERROR },
        .step = 3,
        .source = "S1 フェーズ毎に期間とゴールを設け; S2 Step 3",
        .says = { "No customer goal for \"{phase}\". Write it in the customer's words.",
                  "「{phase}」の顧客のゴールがありません。顧客の言葉で「〜したい」と書いてください。" },
        .why = { "Everything else in a phase is judged by what the customer wants to reach in it.",
                 "そのフェーズの行動・課題・打ち手は、顧客が達成したいゴールに照らして初めて意味が"
                 "決まります。" },
        .mend = { "Write in {cell} what the customer wants to have reached at the end of this "
                  "phase.",
                  "{cell} に、このフェーズの終わりに顧客が達成していたいことを書きます。" },
        .bad = {
            { .edits = { "D20=", "D20=" } },
            { .edits = { "D20=TBD", "D20=未定" } },
        },
        .good = {
            { .edits = { "D20=Decide one month before expiry [E4]",
                         "D20=更新の1か月前までに稟議を終えたい [E5]" } },
            { .edits = { "D20=I want the auditors to find everything in one place [E4]",
                         "D20=監査の資料を一か所で見つけられるようにしたい [E3]" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = goal_missing,
};

/* ---- whose goal it is ------------------------------------------------------------------------- */

/* What goes on behind the verb makes no wish of it: 続けたい顧客, だいたい終える. */
static bool ends_there(cj_str rest)
{
    cj_script script = rest.n ? cj_utf8_script(cj_utf8_next(&rest)) : CJ_SCRIPT_OTHER;

    return script != CJ_SCRIPT_HAN && script != CJ_SCRIPT_KATAKANA &&
           script != CJ_SCRIPT_LATIN;
}

/* A wish is the customer's, whatever it is about: 解約率を下げたい says who sells to others. Behind it
 * may stand です, と思っている, a bracket … */
static bool wishes_ja(cj_str sentence)
{
    static const cj_str ends[] = { CJ_LIT("たい"), CJ_LIT("ほしい"), CJ_LIT("欲しい") };
    size_t i, at;

    for (i = 0; i < sizeof ends / sizeof *ends; i++) {
        cj_str rest = sentence;

        while ((at = cj_str_find(rest, ends[i])) != CJ_NONE) {
            rest = cj_str_from(rest, at + ends[i].n);
            if (ends_there(rest))
                return true;
        }
    }
    return false;
}

/* The same in English: I want to …, our own churn. */
static bool wishes_en(cj_str sentence)
{
    static const cj_str words[] = {
        CJ_W("i"),  CJ_W("i'd"),      CJ_W("i’d"),     CJ_W("my"),  CJ_W("me"),
        CJ_W("we"), CJ_W("we'd"),     CJ_W("we’d"),    CJ_W("our"), CJ_W("ours"),
        CJ_W("us"), CJ_W("wants to"), CJ_W("want to"),
    };
    size_t at;

    for (at = 0; at < sentence.n; at++)
        if (!cj_scan_inside(sentence, at) && CJ_SCAN(cj_str_from(sentence, at), words))
            return true;
    return false;
}

static bool company_centric(cj_str sentence)
{
    cj_str hit;

    return cj_lexicon_find(CJ_LEX_COMPANY_CENTRIC, sentence, &hit) &&
           !wishes_ja(sentence) && !wishes_en(sentence);
}

/* Takes the next sentence off: up to 。 or the end of the line. */
static cj_str next_sentence(cj_str *rest)
{
    static const cj_str stops[] = { CJ_LIT("\n"), CJ_LIT("。") };
    size_t at, n = 0;
    cj_str sentence;

    for (at = 0; at < rest->n && !n; at += n ? n : 1)
        n = CJ_SCAN(cj_str_from(*rest, at), stops);
    sentence = cj_str_cut(*rest, 0, at);
    *rest = cj_str_from(*rest, at);
    return sentence;
}

static void goal_company_centric(cj_lint *l, const cj_cell *c)
{
    cj_str rest, hit;

    if (c->elem != CJ_GOAL || cj_lint_blank(l, c) ||
        !cj_lexicon_find(CJ_LEX_COMPANY_CENTRIC, cj_lint_said(l, c), &hit))
        return;
    rest = cj_said_claim(cj_lint_arena(l), cj_lint_said(l, c));
    while (rest.n)
        if (company_centric(next_sentence(&rest))) {
            cj_find_cell(l, c, c->text);
            return;
        }
}

const cj_rule cj_rule_goal_company_centric = {
    .info = {
        .id = "CJ306",
        .name = "goal-company-centric",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 Step 3 顧客が達成したい目標; R5",
        .says = { "Goal of \"{phase}\" is our goal, not the customer's ({value}). Rewrite it; move "
                  "ours to a Business Goal row.",
                  "「{phase}」のゴールが自社の目標になっています（{value}）。顧客が達成したいことに書き換え、"
                  "自社の目標は「自社のゴール」行に移してください。" },
        .why = { "The map follows the customer. An upsell or a lower churn rate is what we get when "
                 "customers reach their goal, not something they want.",
                 "このマップの主役は顧客です。アップセルや解約率の低下は、顧客がゴールに届いた結果として"
                 "自社が得るもので、顧客が望むことではありません。" },
        .mend = { "Write in {cell} what the customer wants to be able to do or show (\"Show the CFO "
                  "what a year of faster closes was worth\"), and move our figure to a \"Business "
                  "Goal\" {row}.",
                  "{cell} に、顧客ができるようになりたいことを「〜したい」の形で書きます（例: 1年分の成果を役員に"
                  "説明し、予算を確保したい）。自社の数値は「自社のゴール」の{row}に移します。" },
        .bad = {
            { .edits = { "D20=Upsell to the next plan [E4]", "D20=アップセルにつなげる [E3]" } },
            { .edits = { "D20=Reduce churn to below 5% a year [E4]",
                         "D20=解約率を5%以下に下げる [E3]" } },
        },
        .good = {
            { .edits = { "D20=Roll out to a second team [E4]", "D20=他部署にも広げたい [E3]" } },
            { .edits = { "D20=I want to bring our churn below 5% a year [E4]",
                         "D20=自社の解約率を5%以下に下げたい [E3]" },
              .shows = { "I want to bring our churn below 5% a year (a customer who sells "
                         "subscriptions)",
                         "自社の解約率を5%以下に下げたい（顧客自身の事業の話）" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_cell = goal_company_centric,
};

/* ---- the same goal twice ---------------------------------------------------------------------- */

static cj_str goal_key(cj_lint *l, const cj_cell *c)
{
    cj_arena *arena = cj_lint_arena(l);

    if (cj_lint_blank(l, c))
        return CJ_STR("");
    return cj_item_key(arena, cj_said_claim(arena, cj_lint_said(l, c)));
}

/* One merged cell over two phases is one goal, not the same one twice. */
static bool same_place(const cj_cell *a, const cj_cell *b)
{
    return a->at.sheet == b->at.sheet && a->at.row == b->at.row && a->at.col == b->at.col;
}

static void repeats_in(cj_lint *l, const cj_element *e)
{
    const cj_map *map = cj_lint_map(l);
    cj_str *key = CJ_NEW_N(cj_lint_arena(l), cj_str, map->n_phases + 1);
    size_t i, j;

    for (i = 0; i < map->n_phases; i++) {
        key[i] = goal_key(l, &e->cells[i]);
        for (j = 0; key[i].n && j < i; j++) {
            if (!cj_str_eq(key[i], key[j]) || same_place(&e->cells[i], &e->cells[j]) ||
                cj_str_eq(map->phases[i].key, map->phases[j].key))
                continue;
            cj_say(cj_find_cell(l, &e->cells[i], e->cells[i].text), "other",
                   map->phases[j].name);
            break;
        }
    }
}

static void goal_duplicated(cj_lint *l, const cj_element *e)
{
    if (e->elem == CJ_GOAL)
        repeats_in(l, e);
}

const cj_rule cj_rule_goal_duplicated = {
    .info = {
        .id = "CJ307",
        .name = "goal-duplicated",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 3,
        .source = "S1 フェーズ毎に期間とゴールを設け",
        .says = { "\"{phase}\" and \"{other}\" share the same goal. Say what changes between them.",
                  "「{phase}」と「{other}」のゴールが同じです。フェーズごとの違いを書いてください。" },
        .why = { "A customer moves on to the next phase because something has been reached. Where "
                 "two phases have one goal, either the goal is too general or they are one phase.",
                 "顧客が次のフェーズに進むのは、何かを達成したからです。2つのフェーズのゴールが同じときは、"
                 "ゴールが大まかすぎるか、分ける必要のないフェーズかのどちらかです。" },
        .mend = { "Rewrite {cell} so that it says what is new in this phase, or join the two phases "
                  "into one.",
                  "{cell} を、このフェーズで新しく達成したいことに書き換えます。違いがなければ、2つのフェーズを"
                  "1つにまとめます。" },
        .bad = {
            { .edits = { "C20=We want results [E3] ;; D20=We want results [E4]",
                         "C20=成果を出したい [E4] ;; D20=成果を出したい [E3]" }, .at = { "D20", "D20" },
              .shows = { "We want results | We want results", "成果を出したい | 成果を出したい" } },
            { .edits = { "B20=Work faster [E1] ;; C20=- work faster",
                         "B20=仕事を速く終えたい [E1] ;; C20=・仕事を速く終えたい。" },
              .at = { "C20", "C20" },
              .shows = { "Work faster | - work faster", "仕事を速く終えたい | ・仕事を速く終えたい。" } },
        },
        .good = {
            { .edits = { "C20=We want results in finance [E3] ;; D20=We want results everywhere [E4]",
                         "C20=自部署で成果を出したい [E4] ;; D20=全社で成果を出したい [E3]" },
              .shows = { "We want results in finance | We want results everywhere",
                         "自部署で成果を出したい | 全社で成果を出したい" } },
            { .edits = { "!merge C20:D20 ;; C20=We want results [E3] ;; D20=",
                         "!merge C20:D20 ;; C20=成果を出したい [E4] ;; D20=" },
              .shows = { "one merged cell over both phases", "2つのフェーズにまたがる結合セル1つ" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_element = goal_duplicated,
};
