/* kpi.c - CJ6xx: the figures of the grid, by which success is seen. */
#include "lint/measures.h"
#include "lint/measurable.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/lexicon.h"

static void kpi_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_KPI, p);

    if (c)
        cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_kpi_missing = {
    .info = {
        .id = "CJ604",
        .name = "kpi-missing",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .step = 4,
        .source = "S2 Step 4",
        .says = { "No KPI for \"{phase}\". Name at least one metric.",
                  "「{phase}」のKPIがありません。成功を測る指標を1つ以上書いてください。" },
        .why = { "Without a figure nobody can see whether the countermeasures of this phase work; "
                 "the quarterly review has nothing to look at.",
                 "指標がないと、このフェーズの打ち手が効いているかを確かめられず、四半期の見直しで話す材料が"
                 "ありません。" },
        .mend = { "Write in {cell} one figure that shows the success of this phase, best with its "
                  "target: completion rate, target 80%.",
                  "{cell} に、このフェーズの成功を表す指標を1つ書きます。目標値もあるとよいです"
                  "（例: オンボーディング完了率 目標80%）。" },
        .bad = {
            { .edits = { "C26=", "C26=" } },
            { .edits = { "C26=TBD", "C26=未定" } },
        },
        .good = {
            { .edits = { "C26=Completion rate, target 80%",
                         "C26=オンボーディング完了率 目標80%" } },
            { .edits = { "C26=NPS", "C26=機能利用率、NPS" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = kpi_missing,
};

/* ---- targets ------------------------------------------------------------------------------------- */

/* On the grid, in the row of targets, or in the record of that name. */
static bool has_target(cj_lint *l, const cj_measure *m)
{
    const cj_phase *p = &cj_lint_map(l)->phases[m->cell->phase];

    return cj_measure_aims(m) || (m->record && m->record->target.there) ||
           !cj_lint_blank(l, cj_map_cell(cj_lint_map(l), CJ_KPI_TARGET, p));
}

/* Those of one cell stand together. */
static void kpi_without_target(cj_lint *l)
{
    const cj_measures *all = cj_lint_measures(l);
    size_t i = 0;

    while (i < all->n) {
        const cj_cell *c = all->measure[i].cell;
        cj_buf b;

        cj_buf_init(&b, cj_lint_arena(l));
        for (; i < all->n && all->measure[i].cell == c; i++) {
            const cj_measure *m = &all->measure[i];

            if (has_target(l, m))
                continue;
            cj_buf_z(&b, b.n ? "\n" : "");
            cj_buf_add(&b, m->item->bare.n ? m->item->bare : m->item->text);
        }
        if (b.n)
            cj_say(cj_find_cell(l, c, c->text), "value", cj_buf_str(&b));
    }
}

const cj_rule cj_rule_kpi_without_target = {
    .info = {
        .id = "CJ605",
        .name = "kpi-without-target",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 4,
        .source = "S2 KPIをモニタリング; R6",
        .says = { "KPI without target in \"{phase}\": {value}.",
                  "「{phase}」のKPIに目標値がありません: {value}。" },
        .why = { "A figure alone says nothing at the review: is 62 % good or bad? The target decides.",
                 "数字だけでは、四半期の見直しで「良いのか悪いのか」を判断できません。目標値があって初めて、"
                 "打ち手が効いたかどうかが分かります。" },
        .mend = { "Write the target behind each KPI in {cell}: completion rate, target 80%. The column "
                  "Target of the KPI sheet does as well.",
                  "{cell} の指標の後ろに目標値を書き足します（例: オンボーディング完了率 目標80%）。「KPI」シートの"
                  "「目標値」列に書いてもかまいません。" },
        .bad = {
            { .edits = { "C26=Completion rate", "C26=アクティブ利用率" } },
            { .edits = { "C26=Completion rate, target 80%; Accounts with 2+ feeds connected by day 45 in "
                         "total",
                         "C26=機能利用率 目標80%、月3回以上ログインした人の割合" },
              .shows = { "the second of two KPIs has none", "2つの指標のうち、後ろに目標値がない" } },
        },
        .good = {
            { .edits = { "C26=Completion rate, target 80%", "C26=アクティブ利用率 目標80%" } },
            { .edits = { "C26=NPS 40; 5 logins per user and week; weekly active users >= 300",
                         "C26=NPS 40以上、月間ログイン社数：50社、問い合わせ件数 月10件以下" } },
            { .edits = { "C26=Completion rate ;; A27=KPI target ;; C27=80%",
                         "C26=アクティブ利用率 ;; A27=KPI目標値 ;; C27=80%" },
              .shows = { "a row \"KPI target\" under the KPIs: 80%",
                         "KPIの下に「KPI目標値」の行がある: 80%" } },
            { .edits = { "C26=Share of accounts using 3+ workflows per month",
                         "C26=月5回以上ログインした利用者の割合" },
              .shows = { "the KPI sheet has a target for the KPI of that name",
                         "同じ名前の指標が「KPI」シートにあり、目標値が書いてある" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = kpi_without_target,
};

/* ---- is it a figure? ------------------------------------------------------------------------------ */

/* CHS, WAR: what only the house calls so, as it is written. */
static bool abbreviation(cj_str text)
{
    size_t i, letters = 0;

    text = cj_utf8_trim(text);
    for (i = 0; i < text.n; i++) {
        bool upper = text.p[i] >= 'A' && text.p[i] <= 'Z';

        if (!upper && !(text.p[i] >= '0' && text.p[i] <= '9') && text.p[i] != '/')
            return false;
        letters += upper;
    }
    return letters > 1 && text.n <= 8;
}

/* Departments live, audit findings closed: several things that are in some state are counted. */
static bool counted(cj_str said)
{
    static const cj_str states[] = { CJ_LIT("live"),   CJ_LIT("active"), CJ_LIT("done"),
                                     CJ_LIT("open"),   CJ_LIT("won"),    CJ_LIT("lost"),
                                     CJ_LIT("online"), CJ_LIT("at risk") };
    cj_str s = cj_utf8_trim(said);
    size_t i, at;
    bool state = cj_str_ends(s, CJ_STR("ed")) && !cj_str_ends(s, CJ_STR("eed"));

    for (i = 0; i < sizeof states / sizeof *states; i++)
        state = state || cj_str_ends(s, states[i]);
    for (at = 0; state && at + 1 < s.n; at++)
        if (s.p[at] == 's' && s.p[at + 1] == ' ' && at > 2 && s.p[at - 1] != 's')
            return true;
    return false;
}

static bool is_metric(cj_lint *l, const cj_measure *m)
{
    cj_str hit;

    return m->record || cj_lexicon_find(CJ_LEX_KPI_NOUN, m->said, &hit) ||
           cj_lexicon_find(CJ_LEX_KPI_ABBR, m->said, &hit) || abbreviation(m->item->bare) ||
           cj_measure_aims(m) || counted(m->said) ||
           cj_measurable(cj_lint_arena(l), m->said);
}

static void kpi_not_a_metric(cj_lint *l)
{
    const cj_measures *all = cj_lint_measures(l);
    size_t i;

    for (i = 0; i < all->n; i++)
        if (!is_metric(l, &all->measure[i]))
            cj_find_item(l, all->measure[i].cell, all->measure[i].item);
}

const cj_rule cj_rule_kpi_not_a_metric = {
    .info = {
        .id = "CJ606",
        .name = "kpi-not-a-metric",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 4,
        .source = "S2 KPI例; R6",
        .says = { "\"{value}\" is not a metric. Use a rate, count or duration.",
                  "「{value}」は指標に見えません。率・件数・日数などで書いてください。" },
        .why = { "A KPI is something one can count. What we do stands under countermeasures; here "
                 "stands the figure that moves when it works.",
                 "KPIは数えられるものです。「何をするか」は打ち手に書き、ここには、それが効いたときに動く数字を"
                 "書きます。" },
        .mend = { "In {cell}, name what is counted: the rate, the number or the days that should change "
                  "(follow-up calls -> accounts reached within 7 days).",
                  "{cell} に、何を数えるのかを書きます（例: フォローコール → フォローコールの接続率、"
                  "問い合わせ → 問い合わせ件数）。" },
        .bad = {
            { .edits = { "C26=follow-up calls", "C26=フォローコール" } },
            { .edits = { "C26=Adoption rate, target 60%; customer trust",
                         "C26=機能利用率 目標60%、顧客との関係構築" } },
        },
        .good = {
            { .edits = { "C26=NPS; time to value; DAU/MAU",
                         "C26=機能利用率、NPS、初回ログインまでの日数" } },
            { .edits = { "C26=CHS; Support tickets per account",
                         "C26=CHS、活用スコア、1社あたりの問い合わせ" } },
            { .edits = { "C26=3 workflows live in 80% of accounts",
                         "C26=8割の契約で3つ以上のワークフローが稼働" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = kpi_not_a_metric,
};

/* ---- how many ---------------------------------------------------------------------------------------- */

static void too_many_kpis(cj_lint *l)
{
    const cj_measures *all = cj_lint_measures(l);
    size_t phases = cj_lint_map(l)->n_phases, i, p;
    size_t *n = CJ_NEW_N(cj_lint_arena(l), size_t, phases);
    const cj_cell **first = CJ_NEW_N(cj_lint_arena(l), const cj_cell *, phases);

    for (i = 0; i < all->n; i++) {
        p = all->measure[i].cell->phase;
        first[p] = first[p] ? first[p] : all->measure[i].cell;
        n[p]++;
    }
    for (p = 0; p < phases; p++)
        if ((double)n[p] > cj_lint_param(l, "max_kpis"))
            cj_say_n(l, cj_find_cell(l, first[p], first[p]->text), "n", n[p]);
}

const cj_rule cj_rule_too_many_kpis = {
    .info = {
        .id = "CJ609",
        .name = "too-many-kpis",
        .severity = { CJ_INFO, CJ_INFO, CJ_WARNING },
        .step = 4,
        .source = "S2 シンプルに始める",
        .says = { "{n} KPIs in \"{phase}\". Two or three are easier to keep.",
                  "「{phase}」のKPIが {n} 個あります。2〜3個に絞ると続けやすくなります。" },
        .why = { "Each figure has to be collected every quarter. With many of them nobody looks at the "
                 "one that matters.",
                 "指標は、決めた数だけ毎回集めることになります。多すぎると集めるだけで手いっぱいになり、肝心の"
                 "数字が埋もれます。" },
        .mend = { "Keep in {cell} the two or three figures that tell best whether this phase succeeds.",
                  "{cell} には、このフェーズの成功がいちばんよく分かる2〜3個だけを残します。" },
        .bad = {
            { .edits = { "C26=Adoption rate; NPS; CSAT; MAU; Tickets per month; Logins per week; Time to "
                         "value",
                         "C26=利用率、NPS、CSAT、MAU、問い合わせ件数、ログイン回数、利用時間" },
              .shows = { "seven KPIs", "指標が7個" } },
            { .edits = { "B26=- Completion rate\n- Days to first report\n- NPS\n- CSAT\n- Tickets\n"
                         "- Logins",
                         "B26=・完了率\n・初回レポートまでの日数\n・NPS\n・CSAT\n・問い合わせ件数\n"
                         "・ログイン回数" },
              .shows = { "six KPIs, one a line", "1行に1個ずつ、6個" } },
        },
        .good = {
            { .edits = { "C26=Adoption rate; NPS; Tickets per month", "C26=利用率、NPS、問い合わせ件数" } },
            { .edits = { "C26=Leading:\n- Logins\n- Adoption rate\nLagging:\n- NPS\n- Churn",
                         "C26=【先行指標】\n・ログイン回数\n・利用率\n【結果指標】\n・NPS\n・解約率" } },
        },
        .param = { { "max_kpis", 5 } },
    },
    .on_map = too_many_kpis,
};

/* ---- rates and counts ---------------------------------------------------------------------------- */

static bool names_rate(cj_str s)
{
    static const cj_str words[] = {
        CJ_LIT("率"),    CJ_LIT("割合"),  CJ_LIT("比率"),       CJ_LIT("rate"),
        CJ_LIT("ratio"), CJ_LIT("share"), CJ_LIT("percentage"),
    };
    size_t i;

    s = cj_utf8_trim(s);
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_ends(s, words[i]))
            return true;
    return false;
}

/* The abbreviation of a figure that is no rate, and nothing else; *kind is what it counts. */
static bool names_figure(cj_str s, cj_text *kind)
{
    static const struct {
        const char *group;
        cj_text kind;
    } kinds[] = {
        { "count", { "a count", "人数・件数" } },
        { "amount", { "an amount", "金額" } },
        { "duration", { "a length of time", "時間" } },
    };
    const char *group;
    cj_str hit;
    size_t i;

    s = cj_utf8_trim(s);
    if (!cj_lexicon_find(CJ_LEX_KPI_ABBR, s, &hit) || !cj_str_eq(hit, s))
        return false;
    group = cj_lexicon_group(CJ_LEX_KPI_ABBR, hit);
    for (i = 0; group && i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(group, kinds[i].group)) {
            *kind = kinds[i].kind;
            return true;
        }
    return false;
}

static cj_str upper(cj_arena *arena, cj_str s)
{
    char *p = cj_alloc_text(arena, s.n);
    size_t i;

    for (i = 0; i < s.n; i++)
        p[i] = s.p[i] >= 'a' && s.p[i] <= 'z' ? (char)(s.p[i] - 'a' + 'A') : s.p[i];
    return (cj_str){ p, s.n };
}

/* アクティブユーザー率(MAU), MAU (active user rate) */
static void judge_kind(cj_lint *l, const cj_measure *m)
{
    cj_brackets b = { NULL, 0, 0 };
    size_t i, from = 0;

    cj_brackets_find(cj_lint_arena(l), m->said, &b);
    for (i = 0; i < b.n; i++) {
        cj_str before = cj_str_cut(m->said, from, b.pair[i].open - from), abbr;
        cj_str inside =
            cj_str_cut(m->said, b.pair[i].inside, b.pair[i].close - b.pair[i].inside);
        cj_text kind;
        cj_finding *f;

        if (names_rate(before) && names_figure(inside, &kind))
            abbr = inside;
        else if (names_rate(inside) && names_figure(before, &kind))
            abbr = before;
        else
            continue;
        f = cj_find_item(l, m->cell, m->item);
        cj_say(f, "hint", upper(cj_lint_arena(l), cj_utf8_trim(abbr)));
        cj_say_both(f, "other", cj_str_of(kind.en), cj_str_of(kind.ja));
        return;
    }
}

static void kpi_kind_mismatch(cj_lint *l)
{
    const cj_measures *all = cj_lint_measures(l);
    size_t i;

    for (i = 0; i < all->n; i++)
        judge_kind(l, &all->measure[i]);
}

const cj_rule cj_rule_kpi_kind_mismatch = {
    .info = {
        .id = "CJ610",
        .name = "kpi-kind-mismatch",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .step = 4,
        .source = "S2 見本（アクティブユーザー率(MAU)）; R6",
        .says = { "\"{value}\" mixes a rate and {other} ({hint} is {other}). Decide which.",
                  "「{value}」は率と{other}が混ざっています（{hint}は{other}です）。どちらで測るか決めてください。" },
        .why = { "One colleague reports 340 users, the other one 62 %, and both are right. The trend of "
                 "the two cannot be compared.",
                 "人によって「340人」と報告したり「62%」と報告したりすると、前回と比べられなくなります。" },
        .mend = { "In {cell}, keep the one that you report: {hint}, or the rate with its formula "
                  "({hint} / seats).",
                  "{cell} を、報告に使うほうに統一します（例: 「MAU」か「MAU率（MAU÷契約ユーザー数）」）。" },
        .bad = {
            { .edits = { "C26=Active user rate (MAU)", "C26=アクティブユーザー率（MAU） 目標60%" } },
            { .edits = { "C26=MAU (active user rate)", "C26=LTV（継続率）" } },
        },
        .good = {
            { .edits = { "C26=MAU / seats", "C26=MAU率" } },
            { .edits = { "C26=MAU (monthly active users); adoption rate (DAU/MAU)",
                         "C26=MAU（月間利用者数）、定着率（DAU/MAU）、MAU（目標60%）" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_map = kpi_kind_mismatch,
};
