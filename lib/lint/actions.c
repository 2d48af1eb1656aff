/* actions.c - CJ7xx and CJ801: what we do about it, who does it, and when. */
#include "lint/rule.h"
#include "lint/department.h"
#include "lint/said.h"
#include "lint/timing.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/lexicon.h"

static void countermeasure_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_COUNTERMEASURE, p);

    if (c)
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_countermeasure_missing = {
    .info = {
        .id = "CJ701",
        .name = "countermeasure-missing",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5",
        .says = { "No countermeasure for \"{phase}\".", "「{phase}」の打ち手がありません。" },
        .why = { "The map becomes a plan only where it says what we do to bring the customer to "
                 "success.",
                 "顧客を成功へ導くために何をするかを書いて初めて、マップは行動計画になります。" },
        .mend = { "Write in {cell} who does what and when: [Support] Within 7 days of contract: "
                  "send the glossary.",
                  "{cell} に、誰が・いつ・何をするかを書きます（例: 【サポート】契約後7日以内に用語集を送る）。" },
        .bad = {
            { .edits = { "C27= ;; C23=", "C27= ;; C23=" },
              .shows = { "neither a countermeasure nor pain points", "打ち手も課題も空" } },
        },
        .good = {
            { .edits = { "C27=[Support] Within 7 days of contract: send the glossary ;; C23=",
                         "C27=【サポート】契約後7日以内に用語集を送る ;; C23=" },
              .shows = { "[Support] Within 7 days of contract: send the glossary",
                         "【サポート】契約後7日以内に用語集を送る" } },
            { .edits = { "C27=", "C27=" },
              .shows = { "pain points, but no countermeasure (that is CJ801)",
                         "課題があるのに打ち手が空（これは CJ801）" } },
        },
        .yields_to = { "CJ801", "CJ106" },
    },
    .on_phase = countermeasure_missing,
};

/* ---- lines over others ------------------------------------------------------------------------ */

/* The bullet in front of an item, as it stands in the cell; 0: none. */
static uint32_t bullet_of(const cj_cell *c, const cj_item *item)
{
    cj_str before;

    if (item->text.p < c->text.p || item->text.p > c->text.p + c->text.n)
        return 0; /* of a cell that was joined from several */
    before = cj_str_cut(c->text, 0, (size_t)(item->text.p - c->text.p));
    while (before.n && before.p[before.n - 1] == ' ')
        before.n--;
    return before.n && before.p[before.n - 1] != '\n' ? cj_utf8_last(before) : 0;
}

static bool all_in_brackets(cj_str said)
{
    static const struct {
        cj_str open, close;
    } pairs[] = {
        { CJ_LIT("【"), CJ_LIT("】") }, { CJ_LIT("["), CJ_LIT("]") },
        { CJ_LIT("<"), CJ_LIT(">") },   { CJ_LIT("《"), CJ_LIT("》") },
        { CJ_LIT("("), CJ_LIT(")") },   { CJ_LIT("〈"), CJ_LIT("〉") },
    };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (cj_str_starts(said, pairs[i].open) &&
            cj_str_find(said, pairs[i].close) == said.n - pairs[i].close.n)
            return true;
    return false;
}

/* A line over others: 【契約後1週間以内】, 導入前：, "Monthly" over "- …", ■… over ・…. */
static bool heads(cj_lint *l, const cj_cell *c, size_t i)
{
    cj_str said = cj_said(cj_lint_arena(l), c->items[i].text);
    uint32_t own, next;

    if (i + 1 == c->n_items || !said.n)
        return false;
    own = bullet_of(c, &c->items[i]);
    next = bullet_of(c, &c->items[i + 1]);
    return all_in_brackets(said) || cj_str_ends(said, CJ_STR(":")) ||
           (next && own != next &&
            (!own || own == 0x25a0 || own == 0x25c6 || own == 0x25bc));
}

/* ---- who ------------------------------------------------------------------------------------- */

/* Every countermeasure of the phase says itself who does it: 【CS】…, …（担当：CS）, Sales: …. */
static bool owned_inline(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_map_cell(cj_lint_map(l), CJ_COUNTERMEASURE, p);
    cj_arena *arena = cj_lint_arena(l);
    bool under_owner = false; /* the line over these names one */
    size_t i;

    for (i = 0; c && i < c->n_items; i++) {
        bool owned =
            c->items[i].owner.n ||
            cj_names_department(cj_lint_departments(l), cj_said(arena, c->items[i].text));

        if (heads(l, c, i))
            under_owner = owned;
        else if (!owned && !under_owner)
            return false;
    }
    return c && c->n_items;
}

static void owner_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_OWNER, p);

    if (c && !owned_inline(l, p))
        cj_find_cell(l, c, c->text);
}

static bool says(const cj_section *s, const cj_record *r, const char *field)
{
    const cj_field *f = cj_record_field(s, r, field);

    return f && cj_utf8_trim(f->text).n;
}

static void action_owner_missing(cj_lint *l, const cj_section *s, const cj_record *r)
{
    const cj_field *owner = cj_record_field(s, r, "owner");
    const cj_field *phase = cj_record_field(s, r, "phase");
    const cj_field *what = cj_record_field(s, r, "what");

    if (s->kind != CJ_SECTION_ACTIONS || !owner || !says(s, r, "what") ||
        says(s, r, "owner") || says(s, r, "person"))
        return;
    cj_say(cj_find_at(l, owner->at, what->text), "phase",
           says(s, r, "phase") ? phase->text : what->text);
}

const cj_rule cj_rule_owner_missing = {
    .info = {
        .id = "CJ702",
        .name = "owner-missing",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5 誰が(担当部署)",
        .says = { "No owner for \"{phase}\". Say which department acts.",
                  "「{phase}」の担当部署がありません。「誰が」行うかを書いてください。" },
        .why = { "A countermeasure without a department is done by nobody. Customers feel the gaps "
                 "between departments first.",
                 "担当の決まっていない打ち手は、誰も実行しません。部署のすき間で最初に困るのは顧客です。" },
        .mend = { "Write the department in {cell}, or put it in front of each countermeasure: "
                  "[Support] ...",
                  "{cell} に部署名を書くか、打ち手ごとに「【CS】…」のように前に付けます。" },
        .bad = {
            { .edits = { "D28= ;; D27=- Send the renewal quote 75 days before contract end",
                         "E28= ;; E27=・更新期限の60日前に更新提案を行う" },
              .shows = { "no owner, and the countermeasure names no department either",
                         "担当部署が空で、打ち手にも部署名がない" } },
            { .edits = { NULL, "D63=" },
              .shows = { "an action of the Actions sheet without owner",
                         "「打ち手」の表で担当部署が空" } },
            { .edits = { "D28=TBD ;; D27=- Send the renewal quote 75 days before contract end",
                         "E28=未定 ;; E27=・更新期限の60日前に更新提案を行う" },
              .shows = { "Owner: TBD", "担当部署: 未定" } },
        },
        .good = {
            { .edits = { "D28=Sales", "E28=セールス" } },
            { .edits = { "D28= ;; D27=[Sales] Send the renewal quote 75 days before contract end",
                         "E28= ;; E27=【セールス】更新期限の60日前に更新提案を行う" },
              .shows = { "no owner, but each countermeasure names one: [Sales] Send the quote",
                         "担当部署は空でも、打ち手に部署名がある（【セールス】更新提案を行う）" } },
            { .edits = { "D28= ;; D27=Sales: send the renewal quote 75 days before contract end",
                         "E28= ;; E27=更新期限の60日前に更新提案を行う（担当：営業）" },
              .shows = { "Sales: send the renewal quote 75 days before contract end",
                         "更新期限の60日前に更新提案を行う（担当：営業）" } },
            { .edits = { "D28= ;; D27=Sales:\n- Send the quote\n- Call the buyer",
                         "E28= ;; E27=【営業】\n・見積を送る\n・電話する" },
              .shows = { "Sales: / - Send the quote / - Call the buyer",
                         "【営業】 / ・見積を送る / ・電話する" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = owner_missing,
    .on_record = action_owner_missing,
};

/* ---- timing ----------------------------------------------------------------------------------- */

/* Letters, digits and ideographs only, so that two ways of writing one action are equal. */
static cj_str bare_letters(cj_arena *arena, cj_str text)
{
    cj_str rest = cj_said_claim(arena, cj_said(arena, text));
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);
        cj_script script = cj_utf8_script(cp);

        if (script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE)
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}

static bool of_phase(cj_arena *arena, cj_str text, const cj_phase *p)
{
    cj_str s = bare_letters(arena, text);

    return s.n && (cj_str_eq(s, bare_letters(arena, p->key)) ||
                   cj_str_eq(s, bare_letters(arena, p->name)));
}

static bool record_timed(cj_arena *arena, const cj_section *s, const cj_record *r)
{
    const cj_field *when = cj_record_field(s, r, "when");

    return says(s, r, "due") || (when && cj_timing(cj_said(arena, when->text)));
}

#define MANY 1000u /* action records that are looked at; a plan of more is none */

/* An action record with a time says the same as the item: one holds the other. */
static bool timed_in_actions(cj_lint *l, const cj_item *item, const cj_phase *p)
{
    const cj_section *s = cj_map_section(cj_lint_map(l), CJ_SECTION_ACTIONS);
    cj_arena *arena = cj_lint_arena(l);
    cj_str said;
    size_t i;

    if (!s)
        return false;
    said = bare_letters(arena, item->bare.n ? item->bare : item->text);
    for (i = 0; i < s->n_records && i < MANY; i++) {
        const cj_record *r = &s->records[i];
        const cj_field *phase = cj_record_field(s, r, "phase");
        const cj_field *what = cj_record_field(s, r, "what");
        cj_str action;

        if (!what || (phase && phase->text.n && !of_phase(arena, phase->text, p)))
            continue;
        action = bare_letters(arena, what->text);
        if (action.n && said.n && (cj_str_has(said, action) || cj_str_has(action, said)) &&
            record_timed(arena, s, r))
            return true;
    }
    return false;
}

/* A weak word (適宜) is another finding's: it is there, but no time. */
static bool untimed(cj_lint *l, const cj_item *item, const cj_phase *p)
{
    cj_str said = cj_said(cj_lint_arena(l), item->text);

    return !cj_timing(said) && !cj_timing_weak(said) && !timed_in_actions(l, item, p);
}

static void timing_missing(cj_lint *l, const cj_cell *c)
{
    const cj_phase *p = &cj_lint_map(l)->phases[c->phase];
    const cj_cell *row = cj_map_cell(cj_lint_map(l), CJ_TIMING, p);
    cj_str first = { NULL, 0 };
    bool under_time = false; /* the line over these says when */
    size_t i, n = 0;

    if (c->elem != CJ_COUNTERMEASURE || (row && cj_timing(cj_lint_said(l, row))))
        return;
    for (i = 0; i < c->n_items; i++)
        if (heads(l, c, i)) {
            under_time = !untimed(l, &c->items[i], p);
        } else if (!under_time && untimed(l, &c->items[i], p)) {
            first = n ? first : c->items[i].text;
            n++;
        }
    if (n)
        cj_say_n(l, cj_find_cell(l, c, first), "n", n);
}

const cj_rule cj_rule_timing_missing = {
    .info = {
        .id = "CJ703",
        .name = "timing-missing",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5 いつ(タイミング)",
        .says = { "{n} countermeasure(s) of \"{phase}\" have no timing. Write e.g. \"within 7 days "
                  "of contract\".",
                  "「{phase}」の打ち手 {n} 件に「いつ」がありません。「契約後7日以内に」のように書いてください。" },
        .why = { "The right help at the wrong time is no help. A time, a frequency or a trigger "
                 "makes the list of ideas a plan.",
                 "同じ支援でも、時期を外すと届きません。時期・頻度・きっかけのどれかがあると、アイデアの一覧が"
                 "行動計画になります。" },
        .mend = { "In {cell}, begin each line with its time: within 7 days of contract, every second "
                  "Wednesday, when the health score drops below 60. A {row} \"When\" {beside} "
                  "the countermeasures does as well.",
                  "{cell} の各行に時期を書き足します（例: 契約後7日以内に…、毎月第2水曜に…、ヘルススコアが60未満に"
                  "なったら…）。打ち手の{beside}に「実施タイミング」の{row}を作ってもかまいません。" },
        .bad = {
            { .edits = { "D27=- [Customer Success] Build the value report with the customer",
                         "E27=・【CS】効果を金額にした報告書を一緒に作る" } },
            { .edits = { "B27=- [Support] Send the guide\n- [Support] Call on day 2",
                         "B27=・【サポート】操作ガイドを郵送する\n・【サポート】契約後7日目に電話する" } },
        },
        .good = {
            { .edits = { "D27=- [Customer Success] Build the value report when usage drops below 60%",
                         "E27=・【CS】ヘルススコアが60未満になったら、報告書を一緒に作る" } },
            { .edits = { "D27=Within 7 days of contract:\n- Send the guide\n- Call the admin",
                         "E27=【契約後7日以内】\n・操作ガイドを送る\n・管理者に電話する" } },
            { .edits = { "D27=- [Customer Success] Build the value report ;; A29=When ;; " "D29=90 days before contract end",
                         "E27=・【CS】報告書を一緒に作る ;; A29=実施タイミング ;; E29=更新期限の90日前" },
              .shows = { "a row \"When\" under the countermeasures: 90 days before contract end",
                         "打ち手の下に「実施タイミング」の行がある: 更新期限の90日前" } },
            { .edits = { "D27=- [Customer Success] Host an office hour every second Tuesday",
                         "E27=・【CS】効果算定シートを一緒に埋める" },
              .shows = { "[Customer Success] Host an office hour every second Tuesday",
                         "同じ打ち手が「打ち手」の表にあり、期限が書いてある" } },
        },
    },
    .on_cell = timing_missing,
};

/* ---- owners ----------------------------------------------------------------------------------- */

/* The department without what it does: CS（講座） -> cs. */
static cj_str department(cj_arena *arena, const cj_item *item)
{
    cj_str s = cj_said(arena, item->text);
    size_t at = cj_str_find(s, CJ_STR("("));

    return cj_utf8_trim(at == CJ_NONE ? s : cj_str_cut(s, 0, at));
}

static void owner_generic(cj_lint *l, const cj_cell *c)
{
    cj_buf b;
    size_t i;

    if (c->elem != CJ_OWNER)
        return;
    cj_buf_init(&b, cj_lint_arena(l));
    for (i = 0; i < c->n_items; i++)
        if (cj_lexicon_is(CJ_LEX_GENERIC_OWNER,
                          department(cj_lint_arena(l), &c->items[i]))) {
            cj_buf_z(&b, b.n ? "\n" : "");
            cj_buf_add(&b, c->items[i].text);
        }
    if (b.n)
        cj_say(cj_find_cell(l, c, c->text), "value", cj_buf_str(&b));
}

const cj_rule cj_rule_owner_generic = {
    .info = {
        .id = "CJ706",
        .name = "owner-generic",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5 担当部署",
        .says = { "\"{value}\" is nobody's job. Choose one department.",
                  "担当「{value}」では責任が決まりません。部署を1つ選んでください。" },
        .why = { "What everybody owns, nobody does.",
                 "「全員」の仕事は、結局誰の仕事にもなりません。" },
        .mend = { "Replace it in {cell} by the department that acts first; others may stand behind "
                  "it in brackets.",
                  "{cell} を、最初に動く部署の名前に書き換えます。手伝う部署はかっこで添えられます。" },
        .bad = {
            { .edits = { "C28=everyone", "C28=全員" } },
            { .edits = { "C28=Customer Success, all teams", "C28=CS、関係部署" } },
        },
        .good = {
            { .edits = { "C28=Customer Success", "C28=CS" } },
        },
    },
    .on_cell = owner_generic,
};

/* ---- pains and countermeasures ---------------------------------------------------------------- */

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
