/* review_checklist.c - the checklist of a review, ticked where the map tells, and its line for the history. */
#include "report/review.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/utf8.h"

typedef enum mark { DONE, OPEN, HUMAN } mark;

typedef struct check {
    cj_text item;
    const char *rules[3]; /* done where none of them finds anything */
} check;

static const check checks[] = {
    { { "Changes in market, product, customers shared",
        "前回から変わった市場・製品・顧客の事情を共有した" },
      { NULL } },
    { { "All KPI actuals entered", "KPIの実績が全部入っている" }, { "CJ612" } },
    { { "Effects of finished actions written", "完了した打ち手の効果を書いた" },
      { "CJ712" } },
    { { "Every missed KPI has a running action", "目標に届かないKPIに打ち手がある" },
      { NULL } },
    { { "New customer evidence added", "新しい顧客の声・データを根拠に加えた" }, { NULL } },
    { { "Evidence older than a year reviewed", "1年より古い根拠を見直した" }, { "CJ510" } },
    { { "Assumptions checked or planned", "仮説を確かめた、または確かめる方法を決めた" },
      { "CJ506" } },
    { { "Persona still right", "ペルソナは今も代表的な顧客か" }, { NULL } },
    { { "Front line and other departments took part",
        "現場（CS・サポート・営業）と関係部署が参加した" },
      { "CJ210", "CJ211" } },
    { { "Unused rows removed", "使っていない項目を減らした" },
      { "CJ921", "CJ922", "CJ923" } },
    { { "Learning recorded", "学びを更新履歴に書いた" }, { NULL } },
    { { "Next review date set", "次回の見直し日を決めた" }, { "CJ903", "CJ904" } },
};

/* Rules that do not exist find nothing. */
static size_t found(const cj_review *r, const check *c)
{
    size_t i, n = 0;

    for (i = 0; i < 3 && c->rules[i]; i++)
        n += cj_review_found(r, c->rules[i]);
    return n;
}

static size_t missing(const cj_review *r)
{
    size_t i, n = 0;

    for (i = 0; i < r->n_kpis; i++)
        n += r->kpi[i].state == CJ_KPI_MISSING;
    return n;
}

static size_t off_targets(const cj_review *r)
{
    size_t i, n = 0;

    for (i = 0; i < r->n_decisions; i++)
        n += !strcmp(r->decision[i].kind, "off_target");
    return n;
}

static const cj_history *entry_of(const cj_map *m)
{
    size_t i;

    for (i = m->n_history; i-- > 0;)
        if (cj_str_eq(m->history[i].version, m->meta[CJ_META_VERSION].text))
            return &m->history[i];
    return NULL;
}

static bool learnt(const cj_review *r)
{
    const cj_history *h = entry_of(r->now);

    return h && cj_review_field(h->section, h->record, "why").n;
}

/* The mark of check number i, and how many things stand against it. */
static mark judge(const cj_review *r, size_t i, size_t *n)
{
    *n = found(r, &checks[i]);
    switch (i + 1) {
    case 1:
    case 8:
        return HUMAN;
    case 2:
        *n = missing(r) > *n ? missing(r) : *n;
        return !r->n_kpis || *n ? OPEN : DONE;
    case 3:
        return !r->now->n_actions ? HUMAN : *n ? OPEN : DONE;
    case 4:
        *n = off_targets(r);
        return !r->n_kpis ? HUMAN : *n ? OPEN : DONE;
    case 5:
        return !r->old ? HUMAN : cj_review_new_evidence(r) ? DONE : OPEN;
    case 11:
        return learnt(r) ? DONE : OPEN;
    default:
        return *n ? OPEN : DONE;
    }
}

static cj_str why(const cj_review *r, size_t i, mark m, size_t n)
{
    static const cj_text left = { "{0} left", "残り{0}件" },
                         fresh = { "{0} new", "新しい根拠{0}件" };
    cj_str none = { NULL, 0 };

    if (i == 4 && m == DONE)
        return cj_review_says(r, fresh, cj_review_count(r, cj_review_new_evidence(r)), none,
                              none);
    return m == OPEN && n ? cj_review_says(r, left, cj_review_count(r, n), none, none)
                          : none;
}

void cj_review_checklist(const cj_review *r)
{
    static const cj_text title = { "Review checklist", "見直しチェックリスト" };
    static const cj_text marks[] = { { "done", "済" },
                                     { "open", "未" },
                                     { "ask people", "人が確認" } };
    static const cj_level levels[] = { CJ_GOOD_LEVEL, CJ_WARN_LEVEL, CJ_NOTE_LEVEL };
    static const cj_tab_column columns[] = {
        { "no", { "No.", "No" }, true },
        { "item", { "Item", "確認すること" }, false },
        { "mark", { "Mark", "確認" }, false },
        { "why", { "Note", "補足" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i, n;

    for (i = 0; i < sizeof checks / sizeof *checks; i++) {
        cj_tab_cell *c = cj_tab_row(r->arena, &tab);
        mark m = judge(r, i, &n);

        cj_tab_number(r->arena, &c[0], (double)(i + 1));
        c[1].text = cj_str_of(cj_text_in(checks[i].item, r->lang));
        c[2].text = cj_str_of(cj_text_in(marks[m], r->lang));
        c[2].level = levels[m];
        c[3].text = why(r, i, m, n);
    }
    cj_review_heading(r, title, false);
    cj_tab_put(r, &tab, r->facts, "checklist", false);
}

/* ---- the line for the history -------------------------------------------------------------------------------- */

/* 1.2 -> 1.3: the last of its numbers, one more. */
static cj_str next_version(const cj_review *r, cj_str version)
{
    size_t at = version.n;
    unsigned long last;

    while (at > 0 && version.p[at - 1] >= '0' && version.p[at - 1] <= '9')
        at--;
    if (!cj_number_unsigned(cj_str_from(version, at), 100000, &last))
        return version;
    if (!cj_str_has(version, CJ_STR(".")))
        return cj_str_fmt(r->arena, CJ_FMT ".1", CJ_ARG(version));
    return cj_str_fmt(r->arena, CJ_FMT "%lu", CJ_ARG(cj_str_cut(version, 0, at)), last + 1);
}

/* A version that the history does not know yet is the one to be told of. */
static cj_str version_of(const cj_review *r)
{
    cj_str version = r->now->meta[CJ_META_VERSION].text;
    bool told = entry_of(r->now) != NULL;

    if (!told && r->old && !cj_str_eq(version, r->old->meta[CJ_META_VERSION].text))
        return version;
    return next_version(r, version);
}

void cj_review_history(const cj_review *r)
{
    static const cj_text title = { "Proposed history entry", "更新履歴への追記案" },
                         kind = { "Quarterly review", "四半期レビュー" },
                         why_not = { "(write what was learnt)", "（学びを記入）" },
                         who = { "(who took part)", "（参加者）" },
                         approver = { "(approved by)", "（承認者）" },
                         nothing = { "No changes", "変更なし" };
    static const cj_tab_column columns[] = {
        { "version", { "Version", "バージョン" }, false },
        { "date", { "Date", "日付" }, false },
        { "kind", { "Kind", "区分" }, false },
        { "what", { "Change", "変更内容" }, false },
        { "why", { "Why / learning", "理由・学び" }, false },
        { "who", { "Who", "担当" }, false },
        { "approver", { "Approved by", "承認者" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    cj_tab_cell *c = cj_tab_row(r->arena, &tab);

    c[0].text = version_of(r);
    c[1].text = cj_review_date(r, r->options->today);
    c[2].text = cj_str_of(cj_text_in(kind, r->lang));
    c[3].text = r->old ? cj_review_changes_short(r) : CJ_STR("");
    if (!c[3].text.n && r->old)
        c[3].text = cj_str_of(cj_text_in(nothing, r->lang));
    c[4].text = cj_str_of(cj_text_in(why_not, r->lang));
    c[5].text = cj_str_of(cj_text_in(who, r->lang));
    c[6].text = cj_str_of(cj_text_in(approver, r->lang));
    cj_review_heading(r, title, false);
    cj_tab_put(r, &tab, r->facts, "history", false);
}
