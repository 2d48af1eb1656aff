/* statements.c - CJ4xx: single statements that stand in the wrong row or say too little. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "lint/timing.h"
#include "base/utf8.h"
#include "map/lexicon.h"
#include "map/sentence.h"

/* ---- whose action it is ------------------------------------------------------------------------ */

/* お客様に使い方を説明する, 弊社が訪問する; 承認者に使い方を説明する is the customer's own doing, and so is
 * 弊社の案内を受ける. */
static bool our_action_ja(cj_str said)
{
    cj_str hit;

    if (cj_lexicon_find(CJ_LEX_CUSTOMERS_DOING, said, &hit))
        return false;
    return cj_lexicon_find(CJ_LEX_COMPANY_VERB, said, &hit) ||
           (cj_lexicon_find(CJ_LEX_COMPANY_VERB_WEAK, said, &hit) &&
            (cj_lexicon_find(CJ_LEX_COMPANY_SUBJECT, said, &hit) ||
             cj_lexicon_find(CJ_LEX_CUSTOMER_OBJECT, said, &hit)));
}

/* "(the) CSM sends …" in front of everything else: "call the CSM" is the customer's, and so is the
 * "CSM call attended". */
static bool led_by_us(cj_str said)
{
    static const cj_str articles[] = { CJ_W("the"), CJ_W("our"), CJ_W("a"), CJ_W("an") };
    cj_str rest = cj_scan_past(said, CJ_SCAN(said, articles));
    size_t n = cj_scan_list(CJ_LEX_COMPANY_SUBJECT_EN, said);

    if (!n) {
        n = cj_scan_list(CJ_LEX_COMPANY_SUBJECT_EN, rest);
        said = rest;
    }
    rest = cj_scan_past(said, n);
    n = n ? cj_scan_list(CJ_LEX_COMPANY_VERB_WEAK, rest) : 0;
    return n && (rest.p[n - 1] == 's' || cj_str_has(cj_str_cut(rest, 0, n), CJ_STR("s ")));
}

/* "We send the welcome guide": what "we" do may be the customer's unless it is of our making. */
static bool offered_by_us(cj_str said)
{
    static const cj_str works[] = { CJ_LIT("onboarding"), CJ_LIT("welcome"),
                                    CJ_LIT("guide"),      CJ_LIT("tutorial"),
                                    CJ_LIT("training"),   CJ_LIT("webinar"),
                                    CJ_LIT("survey"),     CJ_LIT("newsletter"),
                                    CJ_LIT("check-in"),   CJ_LIT("kickoff") };
    size_t i, n = CJ_STR("we ").n;

    if (!cj_str_starts(said, CJ_STR("we ")) ||
        !cj_scan_list(CJ_LEX_COMPANY_VERB_WEAK, cj_str_from(said, n)))
        return false;
    for (i = 0; i < sizeof works / sizeof *works; i++)
        if (cj_str_has(said, works[i]))
            return true;
    return false;
}

/* Behind "the customer" its name goes on: the customer database. */
static bool goes_on(cj_str rest)
{
    static const cj_str ends[] = {
        CJ_W("to"),   CJ_W("with"),  CJ_W("about"),  CJ_W("on"),     CJ_W("in"),
        CJ_W("at"),   CJ_W("after"), CJ_W("before"), CJ_W("for"),    CJ_W("by"),
        CJ_W("and"),  CJ_W("via"),   CJ_W("when"),   CJ_W("how"),    CJ_W("every"),
        CJ_W("each"), CJ_W("a"),     CJ_W("an"),     CJ_W("the"),    CJ_W("through"),
        CJ_W("if"),   CJ_W("once"),  CJ_W("or"),     CJ_W("during"), CJ_W("from"),
        CJ_W("into"), CJ_W("over"),  CJ_W("so"),     CJ_W("that"),
    };
    cj_str next = cj_scan_past(rest, 0);

    return next.n && cj_scan_word(next) && !CJ_SCAN(next, ends);
}

/* "Send the guide to the customer"; in "the customer sends the file" the customer acts. */
static bool done_to_customer(cj_str said)
{
    cj_str verb, object;

    if (!cj_lexicon_find(CJ_LEX_COMPANY_VERB_WEAK, said, &verb) ||
        !cj_lexicon_find(CJ_LEX_CUSTOMER_OBJECT, said, &object) || verb.p > object.p)
        return false;
    return !goes_on(cj_str_from(said, (size_t)(object.p - said.p) + object.n));
}

static bool our_action(cj_str said)
{
    cj_str hit;

    if (cj_has_japanese(said))
        return our_action_ja(said);
    return cj_lexicon_find(CJ_LEX_COMPANY_VERB, said, &hit) || led_by_us(said) ||
           offered_by_us(said) || done_to_customer(said);
}

static void behavior_is_company_action(cj_lint *l, const cj_cell *c)
{
    cj_arena *arena = cj_lint_arena(l);
    cj_str hit;
    size_t i;

    if (c->elem != CJ_BEHAVIOR ||
        (!cj_lexicon_find(CJ_LEX_COMPANY_VERB, cj_lint_said(l, c), &hit) &&
         !cj_lexicon_find(CJ_LEX_COMPANY_VERB_WEAK, cj_lint_said(l, c), &hit)))
        return;
    for (i = 0; i < c->n_items; i++) {
        cj_str said = cj_said_unquoted(arena, cj_said(arena, c->items[i].bare));

        if (our_action(cj_str_trim(said))) {
            cj_find_cell(l, c, c->items[i].bare);
            return;
        }
    }
}

const cj_rule cj_rule_behavior_is_company_action = {
    .info = {
        .id = "CJ406",
        .name = "behavior-is-company-action",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 Step 3 顧客は具体的に何をするか",
        .says = { "\"{element}\" holds our action ({value}). Move it to Countermeasures.",
                  "「{element}」に自社の動きが書かれています（{value}）。顧客がすることを書き、自社の動きは"
                  "「打ち手」へ移してください。" },
        .why = { "The map follows the customer. Where our own work stands among the customer's "
                 "actions, nobody sees what customers really do, or that they do nothing.",
                 "マップの主役は顧客です。自社の動きが混ざると、顧客が実際に何をしているのか（あるいは"
                 "何もしていないのか）が見えなくなります。" },
        .mend = { "Cut the text from {cell} into the row of countermeasures, and write here what "
                  "the customer does then: Reads the guide and sets up the first report [E2].",
                  "{cell} の文を「打ち手」の行へ移し、ここにはそのとき顧客がすることを書きます（例: 説明を受けて"
                  "最初のレポートを作る [E2]）。" },
        .bad = {
            { .edits = { "C21=- Explain the checklist to the customer [E2]",
                         "C21=・お客様に使い方を説明する [E2]" } },
            { .edits = { "B21=- Import the chart of accounts [E2]\n- CSM sends the setup guide [E2]",
                         "B21=・チュートリアルを見る [E2]\n・弊社が設定ガイドを提供する [E2]" } },
            { .edits = { "D21=- Our CSM schedules the review call [E4]",
                         "D21=・契約満了の1か月前にご案内 [E5]" } },
        },
        .good = {
            { .edits = { "C21=- Explain it to the approver [E2]",
                         "C21=・承認者に使い方を説明する [E2]" } },
            { .edits = { "C21=- Call the CSM when the import stops [E2]",
                         "C21=・CSに連絡し、設定の説明を受ける [E2]" } },
            { .edits = { "B21=- The customer sends the list of users [E1]",
                         "B21=・ご案内メールを見て登録する [E1]\n・請求書の送付先を確認する [E1]" } },
        },
    },
    .on_cell = behavior_is_company_action,
};

/* ---- too little -------------------------------------------------------------------------------- */

/* なし, nothing: an answer, and a short one. */
static bool says_nothing(cj_str said)
{
    static const cj_str words[] = { CJ_LIT("なし"), CJ_LIT("無し"),    CJ_LIT("ない"),
                                    CJ_LIT("同左"), CJ_LIT("同上"),    CJ_LIT("〃"),
                                    CJ_LIT("none"), CJ_LIT("nothing"), CJ_LIT("n/a") };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(said, words[i]))
            return true;
    return false;
}

/* What a text is made of, as far as its length is asked for. */
typedef struct letters {
    size_t n, runs; /* letters and figures; runs of them */
    bool japanese, latin, other;
} letters;

static letters count_letters(cj_str said)
{
    letters k = { 0, 0, false, false, false };
    bool inside = false;

    while (said.n) {
        uint32_t cp = cj_utf8_next(&said);
        cj_script script = cj_utf8_script(cp);
        bool joins = cp == '-' || cp == '\'' || cp == '/';

        k.japanese |= script == CJ_SCRIPT_HIRAGANA || script == CJ_SCRIPT_KATAKANA ||
                      script == CJ_SCRIPT_HAN;
        k.latin |= script == CJ_SCRIPT_LATIN || script == CJ_SCRIPT_CYRILLIC;
        k.other |= script == CJ_SCRIPT_HANGUL || (script == CJ_SCRIPT_OTHER && cp > 0x2e7f);
        if (script == CJ_SCRIPT_SPACE || (script == CJ_SCRIPT_OTHER && !joins)) {
            inside = false;
            continue;
        }
        k.runs += !inside;
        k.n += !joins;
        inside = true;
    }
    return k;
}

#define SHORT_JA 3u  /* letters */
#define SHORT_EN 40u /* bytes of one word */

/* 不便, Slow. Of other scripts nobody can tell by counting. */
static bool too_short(cj_str said)
{
    letters k = count_letters(said);

    if (says_nothing(said))
        return false;
    return k.japanese ? k.n <= SHORT_JA
                      : k.latin && !k.other && k.runs == 1 && said.n <= SHORT_EN;
}

/* Findings a cell: past that it is one thing to do. */
#define MOST 20u

static void pain_too_short(cj_lint *l, const cj_cell *c)
{
    size_t i, n = 0;

    for (i = 0; c->elem == CJ_PAIN && i < c->n_items && n < MOST; i++) {
        cj_str bare = c->items[i].bare;

        if (!bare.n || bare.n > SHORT_EN ||
            !too_short(cj_utf8_trim(cj_utf8_fold(cj_lint_arena(l), bare))))
            continue;
        cj_find_item(l, c, &c->items[i]);
        n++;
    }
}

const cj_rule cj_rule_pain_too_short = {
    .info = {
        .id = "CJ408",
        .name = "pain-too-short",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .step = 3,
        .source = "S2 Step 3 解像度",
        .says = { "Pain \"{value}\" is too short. Who struggles with what?",
                  "課題「{value}」が短すぎます。誰が何に困るのかを書いてください。" },
        .why = { "Nobody can help against \"slow\". Against \"the import of 10,000 rows takes an "
                 "hour\" somebody can.",
                 "「不便」だけでは、打ち手を考えようがありません。「取り込みに1時間かかる」まで書いてあれば、"
                 "担当も対策も決められます。" },
        .mend = { "In {cell}, say who cannot do what, and when: Admins wait an hour for the import "
                  "[E5].",
                  "{cell} に、誰が・いつ・何をするときに困るのかを書き足します（例: 管理者が社員名簿の取り込みに"
                  "1時間待たされる [E6]）。" },
        .bad = {
            { .edits = { "C23=- Slow [E3]", "C23=・不便 [E4]" } },
            { .edits = { "D23=- Price [E4]\n- No one can put a money value on the saved hours [E4]",
                         "D23=・価格 [E3]\n・権限設定が粗く、他部署に渡せない [E3]" } },
        },
        .good = {
            { .edits = { "C23=- Import fails on custom fields [E3]",
                         "C23=・権限設定が難しい [E4]" } },
            { .edits = { "C23=None [E3]", "C23=なし [E4]" } },
        },
    },
    .on_cell = pain_too_short,
};

/* ---- how often --------------------------------------------------------------------------------- */

static bool has_vague_frequency(cj_str said)
{
    cj_str hit;

    return cj_lexicon_find(CJ_LEX_VAGUE_FREQUENCY, said, &hit);
}

/* A row of its own may say when the countermeasures of the phase are done. */
static bool timed_by_row(cj_lint *l, const cj_cell *c)
{
    const cj_map *map = cj_lint_map(l);
    const cj_cell *row = cj_map_cell(map, CJ_TIMING, &map->phases[c->phase]);

    return c->elem == CJ_COUNTERMEASURE && row && cj_timing(cj_lint_said(l, row));
}

static void vague_frequency(cj_lint *l, const cj_cell *c)
{
    size_t i, n = 0;

    if ((c->elem != CJ_TOUCHPOINT && c->elem != CJ_COUNTERMEASURE) ||
        !has_vague_frequency(cj_lint_said(l, c)) || timed_by_row(l, c))
        return;
    for (i = 0; i < c->n_items && n < MOST; i++) {
        cj_str said = cj_said(cj_lint_arena(l), c->items[i].text);

        if (!has_vague_frequency(said) || cj_timing(said))
            continue;
        cj_find_item(l, c, &c->items[i]);
        n++;
    }
}

const cj_rule cj_rule_vague_frequency = {
    .info = {
        .id = "CJ410",
        .name = "vague-frequency",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 Step 5 いつ",
        .says = { "How often is \"{value}\"? Write e.g. \"monthly\".",
                  "「{value}」の頻度が分かりません。「月1回」のように書いてください。" },
        .why = { "\"Regular\" is weekly to one and yearly to another: customers are met too often "
                 "or forgotten, and nobody can plan the hours.",
                 "「定期的」は、人によって週1回だったり年1回だったりします。接点が多すぎたり途切れたりし、"
                 "工数も見積もれません。" },
        .mend = { "In {cell}, replace the word by a frequency: monthly meeting, call every second "
                  "Tuesday.",
                  "{cell} の「定期的な」「定例」に頻度を添えます（例: 月1回の定例MTG、四半期ごとのレビュー会）。" },
        .bad = {
            { .edits = { "C24=Office hour, regular meetings [E2]",
                         "C24=活用ウェビナー、定期的なMTG [E2]" } },
            { .edits = { "C24=Periodic check-in calls [E2]", "C24=チャット、定例会 [E2]" } },
        },
        .good = {
            { .edits = { "C24=Office hour, monthly regular meeting [E2]",
                         "C24=活用ウェビナー、月1回の定例MTG [E2]" } },
            { .edits = { "C24=Quarterly review, letter to regular users [E2]",
                         "C24=四半期定例会、隔週の定例ミーティング [E2]" } },
        },
        .yields_to = { "CJ704" },
    },
    .on_cell = vague_frequency,
};
