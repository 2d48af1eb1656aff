/* evidence.c - CJ5xx: whether statements about customers are known or only believed. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/refs.h"
#include <string.h>

/* A statement of that kind that names neither a source nor that it is an assumption. */
static bool unsupported(cj_lint *l, const cj_cell *c, cj_elem_fact fact)
{
    return cj_elem_fact_of(c->elem) == fact && !cj_lint_blank(l, c) &&
           !cj_lint_sourced(l, c) && !c->support.assumption;
}

/* The team keeps its evidence elsewhere: what the map does not name proves nothing. */
static bool kept_elsewhere(const cj_lint *l)
{
    return cj_lint_config(l)->evidence_external;
}

static void fact_without_evidence(cj_lint *l, const cj_cell *c)
{
    if (unsupported(l, c, CJ_FACT_YES) && !kept_elsewhere(l))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_fact_without_evidence = {
    .info = {
        .id = "CJ501",
        .name = "fact-without-evidence",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 3,
        .source = "S2 Step 3 社内の憶測だけで判断しない; S2 注意点1",
        .says = { "\"{element}\" of \"{phase}\" has no evidence. Add a reference such as [E1], or "
                  "mark it [assumption].",
                  "「{phase}」の「{element}」に根拠がありません。[E1] のように根拠番号を付けるか、"
                  "未確認なら【仮説】を付けてください。" },
        .why = { "A map built on what we believe about customers shows our wishes, not their "
                 "journey. Meetings, surveys, interviews, usage data and tickets are the facts.",
                 "思い込みで書いたマップは、顧客の旅ではなく自社の願望になります。打ち合わせ、アンケート、"
                 "インタビュー、利用データ、問い合わせなどの事実に結び付けます。" },
        .mend = { "At the end of the text in {cell}, add where it is known from: [E1] with a row on "
                  "the Evidence sheet, or (survey 2025Q1, n=54). If nobody has checked it yet, begin "
                  "with [assumption].",
                  "{cell} の文の終わりに、根拠シートの番号 [E1] か、【出典: アンケート2025Q1】（インタビュー "
                  "n=8）のような出典を書き足します。まだ確かめていなければ、文の前に【仮説】と書きます。" },
        .bad = {
            { .edits = { "D23=- No one can put a money value on the saved hours",
                         "D23=・権限設定が粗く、他部署に渡せない" } },
            { .edits = { "C21=- Run the month-end checklist",
                         "C21=・チームの3名に共有する" } },
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on the saved hours (interview n=8)",
                         "D23=・権限設定が粗く、他部署に渡せない（インタビュー n=8）" } },
            { .edits = { "D23=[assumption] No one can put a money value on the saved hours",
                         "D23=【仮説】権限設定が粗く、他部署に渡せない" } },
            { .edits = { "D23=- No one can put a money value on it ;; A29=Evidence ;; D29=E4",
                         "D23=・権限設定が粗い ;; A29=根拠 ;; D29=E3" },
              .shows = { "a row \"Evidence\" in the table that says E4 for the phase",
                         "表に「根拠」の行があり、そのフェーズに E3 と書いてある" } },
        },
        .yields_to = { "CJ507" },
    },
    .on_cell = fact_without_evidence,
};

/* Goals and touchpoints are told by customers too. */
static void context_without_evidence(cj_lint *l, const cj_cell *c)
{
    if (unsupported(l, c, CJ_FACT_OP) && !kept_elsewhere(l))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_context_without_evidence = {
    .info = {
        .id = "CJ502",
        .name = "context-without-evidence",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 3,
        .source = "S2 Step 3",
        .says = { "Add evidence to \"{element}\" of \"{phase}\" too.",
                  "「{phase}」の「{element}」にも根拠を付けてください。" },
        .why = { "What we take for the customer's goal is often our own, and the channel that we "
                 "offer is not always the one that customers take.",
                 "顧客のゴールのつもりで自社の願望を書いていたり、用意した窓口が実は使われていなかったりします。" },
        .mend = { "Add to {cell} where it is known from: [E1] with a row on the Evidence sheet. If "
                  "nobody has asked yet, begin with [assumption].",
                  "{cell} の終わりに根拠番号 [E1] を付けます。まだ確かめていなければ、文の前に【仮説】と"
                  "書きます。" },
        .bad = {
            { .edits = { "D20=Show the CFO what faster closes were worth",
                         "D20=他部署にも広げて、全社の数字をそろえたい" } },
            { .edits = { "C24=Monthly office hour, release notes e-mail",
                         "C24=活用ウェビナー、月1回の定例MTG" } },
        },
        .good = {
            { .edits = { "D20=Show the CFO what faster closes were worth (interview n=6)",
                         "D20=他部署にも広げたい（インタビュー n=6）" } },
            { .edits = { "C24=[assumption] Monthly office hour", "C24=【仮説】月1回の定例MTG" } },
        },
    },
    .on_cell = context_without_evidence,
};

/* ---- item by item ------------------------------------------------------------------------------ */

static bool marked(const cj_item *item)
{
    return item->support.refs.n || item->support.inline_source || item->support.assumption;
}

/* "slow, hard to learn [E1]": one line, whose source stands at its end. */
static bool on_one_line(const cj_item *a, const cj_item *b)
{
    const char *end = a->text.p + a->text.n;

    if (a->at.sheet != b->at.sheet || a->at.row != b->at.row || a->at.col != b->at.col)
        return false;
    return !memchr(end, '\n', (size_t)(b->text.p - end));
}

static bool any_marked(const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_items; i++)
        if (marked(&c->items[i]))
            return true;
    return false;
}

/* Which items are marked, by themselves or by the end of their line. */
static bool *marks(cj_lint *l, const cj_cell *c)
{
    bool *by = CJ_NEW_N(cj_lint_arena(l), bool, c->n_items + 1);
    size_t i;

    for (i = c->n_items; i-- > 0;)
        by[i] = marked(&c->items[i]) || (i + 1 < c->n_items && by[i + 1] &&
                                         on_one_line(&c->items[i], &c->items[i + 1]));
    return by;
}

/* A note, the evidence row or a heading of the cell may stand for all of its items. */
static void item_without_evidence(cj_lint *l, const cj_cell *c)
{
    enum { MOST = 20 }; /* findings a cell: past that it is one thing to do */
    const bool *by;
    size_t i, n = 0;

    if (c->elem != CJ_PAIN || cj_lint_blank(l, c) || kept_elsewhere(l) ||
        (!any_marked(c) && (cj_lint_sourced(l, c) || c->support.assumption)))
        return;
    by = marks(l, c);
    for (i = 0; i < c->n_items && n < MOST; i++)
        if (!by[i]) {
            cj_find_item(l, c, &c->items[i]);
            n++;
        }
}

const cj_rule cj_rule_item_without_evidence = {
    .info = {
        .id = "CJ503",
        .name = "item-without-evidence",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "Pain \"{value}\" has no evidence of its own.",
                  "課題「{value}」に根拠がありません。項目ごとに付けてください。" },
        .why = { "One proved pain lends its number to the guesses beside it. Countermeasures are "
                 "paid for by pain, so each needs its own proof.",
                 "根拠のある課題の隣に、憶測の課題が紛れ込みがちです。打ち手は課題ごとに決めるので、根拠も"
                 "課題ごとに要ります。" },
        .mend = { "In {cell}, put the number of the record at the end of each line: ... [E1]. What "
                  "nobody has checked begins with [assumption].",
                  "{cell} の各行の終わりに根拠番号 [E1] を付けます。確かめていない行は【仮説】で始めます。" },
        .bad = {
            { .edits = { "B23=- Opening balances do not match [E1]\n- Bank feeds need an administrator",
                         "B23=・データ連携の設定手順がわからない [E1]\n・専門用語が難しい" } },
            { .edits = { "C23=Nobody knows which rules to switch on",
                         "C23=どの機能から使えばよいかわからない" } },
        },
        .good = {
            { .edits = { "B23=- Opening balances do not match [E1]\n- Bank feeds need an admin [E5]",
                         "B23=・データ連携の設定手順がわからない [E1]\n・専門用語が難しい [E6]" } },
            { .edits = { "B23=Import is slow; mapping is hard [E1]",
                         "B23=設定手順がわからない、専門用語が難しい [E6]" },
              .shows = { "one line with its source at the end", "1行に並べ、終わりに根拠番号がある" } },
        },
    },
    .on_cell = item_without_evidence,
};

/* ---- references -------------------------------------------------------------------------------- */

/* What is referred to and no evidence record answers to, one a line. */
static cj_str dangling(cj_lint *l, const cj_ref_list *refs)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, cj_lint_arena(l));
    for (i = 0; i < refs->n; i++)
        if (!cj_lint_evidence(l, refs->id[i]))
            cj_buf_fmt(&b, "%sE%u", b.n ? "\n" : "", refs->id[i]);
    return cj_buf_str(&b);
}

static void dangling_evidence_ref(cj_lint *l, const cj_cell *c)
{
    cj_str refs;

    if (!c->support.refs.n || c->placeholder || kept_elsewhere(l))
        return;
    refs = dangling(l, &c->support.refs);
    if (refs.n)
        cj_say(cj_find_cell(l, c, c->text), "value", refs);
}

/* What the persona is drawn from. */
static void dangling_persona_ref(cj_lint *l, const cj_section *s, const cj_record *r)
{
    const cj_field *value;
    cj_ref_list refs = { NULL, 0, 0 };
    cj_str loose;

    if (s->kind != CJ_SECTION_PERSONA || !r->field || strcmp(r->field, "source") != 0 ||
        kept_elsewhere(l) || cj_lint_told_before(l, s))
        return;
    value = cj_record_field(s, r, "value");
    if (!value || cj_placeholder(cj_lint_arena(l), value->text) ||
        !cj_refs_in_field(cj_lint_arena(l), cj_utf8_fold(cj_lint_arena(l), value->text),
                          &refs))
        return;
    loose = dangling(l, &refs);
    if (loose.n)
        cj_say(cj_find_at(l, value->at, value->text), "value", loose);
}

const cj_rule cj_rule_dangling_evidence_ref = {
    .info = {
        .id = "CJ504",
        .name = "dangling-evidence-ref",
        .severity = { CJ_WARNING, CJ_ERROR, CJ_ERROR },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "{value} is not in the Evidence sheet. Fix the number or add the record.",
                  "{value} が「根拠」にありません。番号を確かめるか、根拠を追加してください。" },
        .why = { "A reference that leads nowhere looks like a proof and is none.",
                 "行き先のない根拠番号は、裏付けがあるように見えて、実際には確かめられません。" },
        .mend = { "Compare the number in {cell} with the ID column of the Evidence sheet (or "
                  "section); add a row there with ID, type, date and summary if it is missing.",
                  "{cell} の番号を「根拠」シート（または「■根拠」の表）のID列と見比べます。無ければ、ID・種別・日付・"
                  "内容の1行を追加します。" },
        .bad = {
            { .edits = { "D23=- No one can put a money value on the saved hours [E4][E9]",
                         "D23=・権限設定が粗く、他部署に渡せない [E3][E9]" } },
            { .edits = { "D20=Show the CFO what faster closes were worth [E12]",
                         "D20=他部署にも広げたい 【E12】" } },
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on the saved hours [E4][E5]",
                         "D23=・権限設定が粗く、他部署に渡せない [E3]【E05】" } },
            { .edits = { "D23=- Too slow on old machines (E9 laptop) [E4]",
                         "D23=・一部の社員が使えない（E9ビザ） [E3]" } },
            { .edits = { "D20=e.g. Show the CFO what faster closes were worth [E12]",
                         "D20=例：他部署にも広げたい [E12]" } },
        },
    },
    .on_cell = dangling_evidence_ref,
    .on_record = dangling_persona_ref,
};

/* ---- what stands behind it --------------------------------------------------------------------- */

static bool internal(cj_lint *l, const cj_ref_list *refs)
{
    size_t i;

    for (i = 0; i < refs->n; i++) {
        const cj_evidence *e = cj_lint_evidence(l, refs->id[i]);

        if (!e || e->type != CJ_EVTYPE_INTERNAL)
            return false;
    }
    return true;
}

/* The sources that the evidence row names for the whole phase. */
static const cj_cell *row_of_sources(cj_lint *l, const cj_cell *c)
{
    const cj_map *map = cj_lint_map(l);
    const cj_cell *row = cj_map_cell(map, CJ_EVIDENCE, &map->phases[c->phase]);

    return row && !cj_lint_blank(l, row) ? row : NULL;
}

static void internal_only_evidence(cj_lint *l, const cj_cell *c)
{
    const cj_cell *row;

    if (cj_elem_fact_of(c->elem) != CJ_FACT_YES || !c->support.refs.n ||
        c->support.inline_source || !internal(l, &c->support.refs))
        return;
    row = row_of_sources(l, c);
    if (!row || (row->support.refs.n && internal(l, &row->support.refs)))
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_internal_only_evidence = {
    .info = {
        .id = "CJ508",
        .name = "internal-only-evidence",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 社内のメンバーだけで; 現場の知見は仮説の出発点",
        .says = { "Evidence of \"{element}\" in \"{phase}\" is internal opinion only. Add one "
                  "customer source.",
                  "「{phase}」の「{element}」の根拠が社内の意見だけです。顧客の声かデータを1つ加えてください。" },
        .why = { "What colleagues who meet customers know is the best start, but it is still our "
                 "view: it turns out wrong more often than anybody expects.",
                 "現場の知見は仮説の出発点になりますが、社内の見方であることに変わりはありません。顧客に聞くと、"
                 "思いのほか違っていることがあります。" },
        .mend = { "Ask a customer, or look at usage data or tickets; add a record for it to the "
                  "Evidence sheet and its number to {cell}: [E2][E7].",
                  "顧客1社へのヒアリングか、利用データ・問い合わせの確認を行い、「根拠」シートに1行足して、{cell} に"
                  "番号を書き添えます（例: [E2][E7]）。" },
        .bad = {
            { .edits = { "B45=Internal workshop ;; D23=- Prices are hard to explain [E2]",
                         "B45=社内ワークショップ ;; C21=・共有する [E4] ;; D23=・価格を説明できない [E2]" },
              .at = { "D23", "D23" },
              .shows = { "Prices are hard to explain [E2], and E2 is an internal workshop",
                         "価格を説明できない [E2]（E2 は社内ワークショップ）" } },
            { .edits = { "B46=Internal ;; C22=Relieved [E1][E3]",
                         "B49=社内ヒアリング ;; B23=・専門用語が難しい [E6]" },
              .at = { "C23", "B23" },
              .shows = { "Nobody knows which rules to switch on [E3], and E3 is of type Internal",
                         "専門用語が難しい [E6]（E6 は社内ヒアリング）" } },
        },
        .good = {
            { .edits = { "B45=Internal workshop ;; C21=- Run the checklist [E2][E3]",
                         "B45=社内ワークショップ ;; C21=・チームに共有する [E2][E4]" },
              .shows = { "Run the checklist [E2][E3]: a workshop and a survey",
                         "チームに共有する [E2][E4]（社内とアンケート）" } },
            { .edits = { "B45=Internal workshop ;; C21=- Run the checklist [E2] (survey 2025Q1)",
                         "B45=社内ワークショップ ;; C21=・共有する [E2]（アンケート 2025Q1）" },
              .shows = { "Run the checklist [E2] (survey 2025Q1)",
                         "共有する [E2]（アンケート 2025Q1）" } },
        },
    },
    .on_cell = internal_only_evidence,
};

/* The item of the cell that holds the bare number of people. */
static cj_str sampled(const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_items; i++)
        if (c->items[i].support.sample)
            return c->items[i].text;
    return c->text;
}

static void evidence_source_unspecified(cj_lint *l, const cj_cell *c)
{
    const cj_support *s = &c->support;

    if (s->sample && !s->named && !s->refs.n && !s->assumption &&
        cj_elem_fact_of(c->elem) != CJ_FACT_NO && !cj_lint_blank(l, c) &&
        !row_of_sources(l, c))
        cj_find_cell(l, c, sampled(c));
}

const cj_rule cj_rule_evidence_source_unspecified = {
    .info = {
        .id = "CJ515",
        .name = "evidence-source-unspecified",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 Step 3",
        .says = { "\"{value}\" gives a sample size but not the source.",
                  "「{value}」は件数だけで、何の調査か分かりません。" },
        .why = { "Three people in an interview and three ticked boxes in a survey prove different "
                 "things; without the source nobody can look it up.",
                 "インタビューの3名とアンケートの3件では、言えることが違います。出所がないと後で確かめられません。" },
        .mend = { "Say in {cell} what it was: (interview n=8), or the number of a record on the "
                  "Evidence sheet: [E1].",
                  "{cell} に、何の調査かを書き足します（例: （インタビュー n=8））。根拠シートの番号 [E1] でも"
                  "かまいません。" },
        .bad = {
            { .edits = { "D23=- No one can put a money value on the saved hours (n=3)",
                         "D23=・権限設定が粗く、他部署に渡せない (n=3)" } },
            { .edits = { "C22=Unsure which rules are safe, n=12", "C22=どの機能が安全か迷う　ｎ＝１２" } },
        },
        .good = {
            { .edits = { "D23=- No one can put a money value on it (interview n=8)",
                         "D23=・権限設定が粗い（インタビュー n=8）" } },
            { .edits = { "D23=- No one can put a money value on it [E4] (n=3)",
                         "D23=・権限設定が粗い [E3] (n=6)" } },
        },
    },
    .on_cell = evidence_source_unspecified,
};
