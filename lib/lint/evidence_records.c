/* evidence_records.c - CJ5xx: whether the records of evidence can be found again and still hold. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

static cj_span place(const cj_evidence *e, const char *name)
{
    const cj_field *f = cj_record_field(e->section, e->record, name);
    cj_span none = { e->section->at.sheet, e->record->row, 1, 0, 0 };

    return f ? f->at : e->section->n_columns ? e->record->cell[0].at : none;
}

/* What people call the record: E5, or what stands in its place, or what it says. */
static cj_str called(cj_lint *l, const cj_evidence *e)
{
    cj_str text = cj_lint_field(l, e->section, e->record, "id");

    if (e->id)
        return cj_str_fmt(cj_lint_arena(l), "E%u", e->id);
    return text.n ? text : cj_lint_field(l, e->section, e->record, "summary");
}

/* It holds its number and nothing else: a line that a template has prepared. */
static bool prepared(const cj_evidence *e)
{
    size_t i;

    for (i = 0; i < e->section->n_columns; i++) {
        const char *field = e->section->columns[i].field;

        if (e->record->cell[i].text.n && (!field || strcmp(field, "id") != 0))
            return false;
    }
    return true;
}

/* Hands each record of this map's own to a rule; those of a sheet that several maps read are told
 * of once. */
static void for_each(cj_lint *l, void (*judge)(cj_lint *l, const cj_evidence *e))
{
    const cj_map *map = cj_lint_map(l);
    const cj_section *section = NULL;
    bool told = false;
    size_t i;

    for (i = 0; i < map->n_evidence; i++) {
        if (map->evidence[i].section != section)
            told = cj_lint_told_before(l, map->evidence[i].section);
        section = map->evidence[i].section;
        if (!told)
            judge(l, &map->evidence[i]);
    }
}

/* ---- records that nobody uses ------------------------------------------------------------------ */

static void judge_use(cj_lint *l, const cj_evidence *e)
{
    if (e->id && !prepared(e) && !cj_lint_referred(l, e))
        cj_find_at(l, place(e, "id"), called(l, e));
}

static void unused_evidence(cj_lint *l)
{
    for_each(l, judge_use);
}

const cj_rule cj_rule_unused_evidence = {
    .info = {
        .id = "CJ505",
        .name = "unused-evidence",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "Evidence {value} is not used by any cell.",
                  "根拠 {value} はどのセルからも使われていません。" },
        .why = { "Somebody asked customers and wrote down what they said, and the map does not say "
                 "so: either a finding is missing in it, or a reference.",
                 "せっかく集めた顧客の声が、マップのどこにも反映されていません。書き漏れた気づきか、付け忘れた"
                 "番号があるはずです。" },
        .mend = { "Read the record in {cell} again: add what it proves to the map with its number, "
                  "[E1], or delete the line if it proves nothing.",
                  "{cell} の根拠を読み返し、裏付けになる記述に番号 [E1] を付けます。どこにも当てはまらなければ行を"
                  "消します。" },
        .bad = {
            { .edits = { "A49=E6 ;; B49=Survey ;; C49=2025-08-01 ;; D49=30 ;; E49=NPS comments",
                         "A50=E7 ;; B50=アンケート ;; C50=2025-08-01 ;; D50=30 ;; E50=NPSコメント" },
              .shows = { "a survey E6 that no cell refers to", "どのセルも指していないアンケート E7" } },
            { .edits = { "A48=E15", "A49=E16" },
              .shows = { "E5 renumbered to E15, cells still say E5",
                         "E6 を E16 に変えたが、セルは E6 のまま" } },
        },
        .good = {
            { .edits = { "A49=E6 ;; B49=Survey ;; C49=2025-08-01 ;; D49=30 ;; E49=NPS ;; "
                         "C23=- Nobody knows which rules to switch on [E6]",
                         "A50=E7 ;; B50=アンケート ;; C50=2025-08-01 ;; D50=30 ;; E50=NPS ;; "
                         "C23=・どの機能から使えばよいか迷う [E4][E7]" },
              .shows = { "a survey E6, and a pain with [E6]",
                         "アンケート E7 と、[E7] を付けた課題" } },
            { .edits = { "A49=E6", "A50=E7" },
              .shows = { "a line E6 that is not filled in yet", "まだ記入していない E7 の行" } },
        },
    },
    .on_map = unused_evidence,
};

/* ---- records that cannot be traced ------------------------------------------------------------- */

static void add_words(cj_buf *en, cj_buf *ja, const char *english, const char *japanese)
{
    cj_buf_fmt(en, "%s%s", en->n ? "\n" : "", english);
    cj_buf_fmt(ja, "%s%s", ja->n ? "\n" : "", japanese);
}

static bool says(cj_lint *l, const cj_evidence *e, const char *name)
{
    return cj_lint_field(l, e->section, e->record, name).n > 0;
}

/* A section without that column at all is told of once, by CJ112. */
static bool lacks(cj_lint *l, const cj_evidence *e, const char *name)
{
    return cj_record_field(e->section, e->record, name) && !says(l, e, name);
}

static void judge_trace(cj_lint *l, const cj_evidence *e)
{
    cj_finding *f;
    cj_buf en, ja;

    if (prepared(e) && !(e->id && cj_lint_referred(l, e)))
        return;
    cj_buf_init(&en, cj_lint_arena(l));
    cj_buf_init(&ja, cj_lint_arena(l));
    if (!e->type && lacks(l, e, "type"))
        add_words(&en, &ja, "type", "種別");
    if (!e->date.grain && !says(l, e, "date"))
        add_words(&en, &ja, "date", "日付");
    if (lacks(l, e, "summary"))
        add_words(&en, &ja, "summary", "内容");
    if (!e->n.there && !says(l, e, "link") && !says(l, e, "quote"))
        add_words(&en, &ja, "n (or link or quote)", "n（または保存先・顧客の声）");
    if (!en.n)
        return;
    f = cj_find_at(l, place(e, "id"), called(l, e));
    cj_say_both(f, "list", cj_buf_str(&en), cj_buf_str(&ja));
}

static void evidence_record_incomplete(cj_lint *l)
{
    for_each(l, judge_trace);
}

const cj_rule cj_rule_evidence_record_incomplete = {
    .info = {
        .id = "CJ509",
        .name = "evidence-record-incomplete",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "Evidence {value} lacks {list}. Make it traceable.",
                  "根拠 {value} に {list} がありません。後で確かめられるように書いてください。" },
        .why = { "A number without what, when and where behind it only looks like a proof: nobody "
                 "can check it, and after a year nobody remembers.",
                 "番号だけの根拠は、裏付けがあるように見えるだけです。いつ・どんな調査かがないと、1年後には誰も"
                 "確かめられません。" },
        .mend = { "Fill the line of {cell}: kind of evidence, date, what was learned, and one of how "
                  "many, where it is kept, or a quotation.",
                  "{cell} の行に、種別・日付・分かったことと、件数（n）・保存先・顧客の声のうち1つ以上を記入します。" },
        .bad = {
            { .edits = { "B44= ;; C44= ;; D44= ;; E44= ;; F44= ;; G44=",
                         "B44= ;; C44= ;; D44= ;; E44= ;; F44= ;; G44=" },
              .at = { "A44", "A44" },
              .shows = { "E1 with empty columns", "E1 の番号だけで、ほかの列が空" } },
            { .edits = { "C45=TBD", "C45=未定" }, .at = { "A45", "A45" },
              .shows = { "E2 without a date", "E2 の日付が未定" } },
            { .edits = { "D46= ;; F46=", "D46= ;; F46=" }, .at = { "A46", "A46" },
              .shows = { "E3 with neither n nor link", "E3 に件数も保存先もない" } },
        },
        .good = {
            { .edits = { "D46=", "D46=" }, .shows = { "no n, but a link", "件数はないが保存先がある" } },
            { .edits = { "F47=", "F47=" }, .shows = { "no link, but an n", "保存先はないが件数がある" } },
        },
    },
    .on_map = evidence_record_incomplete,
};

/* ---- dates ------------------------------------------------------------------------------------- */

/* The days from the date of a record to today; below 0: it lies ahead. False: no date. */
static bool age(cj_lint *l, const cj_evidence *e, long *oldest, long *newest)
{
    const cj_field *f = cj_record_field(e->section, e->record, "date");
    long today = cj_date_days(cj_lint_today(l));
    cj_when when = e->date;

    if (!when.grain && !(f && f->text.n && cj_lint_date(l, f->text, &when)))
        return false;
    *oldest = today - cj_date_days(when.from);
    *newest = today - cj_date_days(when.to);
    return true;
}

static void judge_age(cj_lint *l, const cj_evidence *e)
{
    long oldest, newest;

    if (age(l, e, &oldest, &newest) &&
        (double)newest > cj_lint_param(l, "evidence_max_age"))
        cj_say_n(l, cj_find_at(l, place(e, "date"), called(l, e)), "n", (size_t)newest);
}

static void evidence_stale(cj_lint *l)
{
    for_each(l, judge_age);
}

const cj_rule cj_rule_evidence_stale = {
    .info = {
        .id = "CJ510",
        .name = "evidence-stale",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 3,
        .source = "S2 注意点2 顧客のニーズは常に変化",
        .says = { "Evidence {value} is {n} days old. Does it still hold?",
                  "根拠 {value} は {n} 日前のものです。今も当てはまるか確かめてください。" },
        .why = { "Customers, product and competitors have changed since. An old survey may be "
                 "right, but somebody has to have asked again.",
                 "その後に製品も顧客も変わっています。古い調査が今も正しいとは限りません。" },
        .mend = { "Ask two or three customers whether it still holds. If so, add a new record with "
                  "today's date and refer to that; if not, change the map.",
                  "2〜3社に今も当てはまるかを聞きます。変わっていなければ、新しい日付の根拠を1行足して番号を"
                  "差し替え、変わっていればマップを直します。" },
        .bad = {
            { .edits = { "C48=2024-05-01", "C48=2024-05-01" } },
            { .edits = { "C44=2023", "C44=令和5年6月" } },
        },
        .good = {
            { .edits = { "C48=2025-03-01", "C48=2025-03-01" } },
            { .edits = { "C48=2024Q4", "C48=2024年10月" } },
        },
        .param = { { "evidence_max_age", 365 } },
    },
    .on_map = evidence_stale,
};

static void judge_future(cj_lint *l, const cj_evidence *e)
{
    long oldest, newest;

    if (age(l, e, &oldest, &newest) && oldest < 0)
        cj_find_at(l, place(e, "date"), called(l, e));
}

static void evidence_date_future(cj_lint *l)
{
    for_each(l, judge_future);
}

const cj_rule cj_rule_evidence_date_future = {
    .info = {
        .id = "CJ513",
        .name = "evidence-date-future",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "Evidence {value} is dated in the future.", "根拠 {value} の日付が未来です。" },
        .why = { "Either a figure of the date is wrong, or the survey is still to come: then nothing "
                 "is proved yet.",
                 "日付の打ち間違いか、これから行う調査です。まだ行っていない調査は根拠になりません。" },
        .mend = { "Correct {cell}. If the survey is planned, mark what it should prove as "
                  "[assumption] until it has been held.",
                  "{cell} の日付を直します。これから行う調査なら、終わるまでは該当のセルに【仮説】と付けて"
                  "おきます。" },
        .bad = {
            { .edits = { "C47=2026-05-01", "C47=2026-05-01" } },
            { .edits = { "C44=2025-12", "C44=2031年1月1日" } },
        },
        .good = {
            { .edits = { "C47=2025-10-01", "C47=2025-10-01" } },
            { .edits = { "C47=2025Q4", "C47=2025年10月" } },
        },
    },
    .on_map = evidence_date_future,
};

/* ---- numbers given twice ----------------------------------------------------------------------- */

static void judge_number(cj_lint *l, const cj_evidence *e)
{
    if (e->id && cj_lint_evidence(l, e->id) != e)
        cj_find_at(l, place(e, "id"), called(l, e));
}

static void duplicate_evidence_id(cj_lint *l)
{
    for_each(l, judge_number);
}

const cj_rule cj_rule_duplicate_evidence_id = {
    .info = {
        .id = "CJ514",
        .name = "duplicate-evidence-id",
        .severity = { CJ_ERROR, CJ_ERROR, CJ_ERROR },
        .step = 3,
        .source = "S2 注意点1",
        .says = { "Evidence id {value} is used twice. Renumber one.",
                  "根拠番号 {value} が重複しています。番号を付け直してください。" },
        .why = { "A reference to that number may mean either record: nobody can tell what proves "
                 "the statement.",
                 "同じ番号が2つあると、どちらの根拠を指しているのか分かりません。" },
        .mend = { "Give the line of {cell} the next free number, and change the references that mean "
                  "it. A number that was once given is not given again.",
                  "{cell} の行に空いている次の番号を付け、そちらを指しているセルの番号も直します。一度使った番号は"
                  "使い回しません。" },
        .bad = {
            { .edits = { "A47=E3", "A47=E3" }, .shows = { "E3 on two lines", "E3 が2行ある" } },
            { .edits = { "A48=E04", "A48=Ｅ０４" },
              .shows = { "E4 and E04: the same number", "E4 と Ｅ０４（同じ番号）" } },
        },
        .good = {
            { .edits = { "A48=E05", "A48=Ｅ０５" } },
            { .edits = { "A48=E13", "A49=E16" } },
        },
    },
    .on_map = duplicate_evidence_id,
};
