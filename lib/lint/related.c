/* related.c - CJ803: whether a KPI measures the success of its phase, told by the words they share. */
#include "lint/measures.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/utf8.h"

#define MOST 300u /* words of one side; more cannot be without one in common */

typedef struct words {
    cj_str word[MOST];
    size_t n;
} words;

/* RULES appendix A8: words that stand in any success and any KPI. */
static bool common(cj_str word)
{
    static const cj_str stop[] = {
        CJ_LIT("目標"),  CJ_LIT("以上"),     CJ_LIT("以下"),   CJ_LIT("達成"),
        CJ_LIT("顧客"),  CJ_LIT("状態"),     CJ_LIT("target"), CJ_LIT("rate"),
        CJ_LIT("with"),  CJ_LIT("that"),     CJ_LIT("within"), CJ_LIT("day"),
        CJ_LIT("month"), CJ_LIT("median"),   CJ_LIT("share"),  CJ_LIT("number"),
        CJ_LIT("least"), CJ_LIT("customer"),
    };
    size_t i;

    for (i = 0; i < sizeof stop / sizeof *stop; i++)
        if (cj_str_eq(word, stop[i]))
            return true;
    return false;
}

static void add(words *w, cj_str word)
{
    if (w->n < MOST && !common(word))
        w->word[w->n++] = word;
}

/* 3 for 設定 in 初期設定: each pair of neighbouring characters. */
static void add_pairs(words *w, cj_str run)
{
    size_t bytes;

    for (; run.n; run = cj_str_from(run, bytes)) {
        cj_str rest = run, next;

        cj_utf8_next(&rest);
        bytes = run.n - rest.n;
        next = rest;
        if (rest.n)
            cj_utf8_next(&next);
        if (rest.n)
            add(w, cj_str_cut(run, 0, run.n - next.n));
    }
}

static void add_run(words *w, cj_script script, cj_str run)
{
    if (script == CJ_SCRIPT_HAN)
        add_pairs(w, run);
    else if (script == CJ_SCRIPT_KATAKANA && cj_utf8_count(run) >= 2)
        add(w, run);
    else if (script == CJ_SCRIPT_LATIN && run.n >= 4)
        add(w, cj_str_cut(run, 0, run.p[run.n - 1] == 's' ? run.n - 1 : run.n));
}

/* Katakana words, pairs of ideographs, Latin words without their plural s. */
static void read_words(words *w, cj_str said)
{
    cj_script script = CJ_SCRIPT_OTHER, next;
    cj_str rest = said, run = cj_str_cut(said, 0, 0);

    while (rest.n && w->n < MOST) {
        cj_str at = rest;

        next = cj_utf8_script(cj_utf8_next(&rest));
        if (next != script) {
            add_run(w, script, run);
            script = next;
            run = cj_str_cut(at, 0, 0);
        }
        run.n = (size_t)(rest.p - run.p);
    }
    add_run(w, script, run);
}

static bool latin(cj_str word)
{
    return (unsigned char)*word.p < 0x80;
}

/* The same word, or another form of it: connected and connection, ユーザー in アクティブユーザー. */
static bool alike(cj_str a, cj_str b)
{
    size_t n = 0;

    if (cj_str_eq(a, b))
        return true;
    if (latin(a) != latin(b))
        return false;
    if (!latin(a))
        return a.n >= 9 && b.n >= 9 && (cj_str_has(a, b) || cj_str_has(b, a));
    while (n < a.n && n < b.n && a.p[n] == b.p[n])
        n++;
    return n >= 5;
}

static bool share_word(const words *a, const words *b)
{
    size_t i, j;

    if (a->n == MOST || b->n == MOST)
        return true;
    for (i = 0; i < a->n; i++)
        for (j = 0; j < b->n; j++)
            if (alike(a->word[i], b->word[j]))
                return true;
    return false;
}

/* What the letters of a figure stand for. */
static void add_meaning(words *w, cj_str said)
{
    static const struct {
        cj_str abbr, words;
    } known[] = {
        { CJ_LIT("mau"), CJ_LIT("アクティブ 月間 active users monthly login logs") },
        { CJ_LIT("wau"), CJ_LIT("アクティブ 週間 active users weekly login logs") },
        { CJ_LIT("dau"), CJ_LIT("アクティブ 日次 active users daily login logs") },
        { CJ_LIT("nps"), CJ_LIT("推奨 満足 recommend promoters satisfied") },
        { CJ_LIT("csat"), CJ_LIT("満足 satisfied satisfaction") },
        { CJ_LIT("ces"), CJ_LIT("手間 負担 容易 effort easily") },
        { CJ_LIT("ttv"), CJ_LIT("価値 初回 最初 value first") },
        { CJ_LIT("nrr"), CJ_LIT("更新 継続 拡大 renewal renewed retention expansion") },
        { CJ_LIT("grr"), CJ_LIT("更新 継続 renewal renewed retention") },
        { CJ_LIT("roi"), CJ_LIT("効果 投資 費用 削減 return savings saved value") },
    };
    size_t at, i;

    for (at = 0; at < said.n; at++)
        for (i = 0; said.p[at] >= 'a' && said.p[at] <= 'z' && !cj_scan_inside(said, at) &&
                    i < sizeof known / sizeof *known;
             i++)
            if (cj_scan_any(cj_str_from(said, at), &known[i].abbr, 1))
                read_words(w, known[i].words);
}

/* What the record says the figure is tells of it as well as its name does. */
static void add_record(cj_lint *l, words *w, const cj_kpi *k)
{
    static const char *const fields[] = { "definition", "success_ref" };
    size_t i;

    for (i = 0; k && i < sizeof fields / sizeof *fields; i++)
        read_words(w, cj_said(cj_lint_arena(l),
                              cj_lint_field(l, k->section, k->record, fields[i])));
}

/* The KPIs of a phase, and the records of those names. */
static bool kpi_words(cj_lint *l, const cj_phase *p, words *w)
{
    const cj_measures *all = cj_lint_measures(l);
    bool any = false;
    size_t i;

    for (i = 0; i < all->n && w->n < MOST; i++) {
        const cj_measure *m = &all->measure[i];

        if (m->cell->phase != p->order)
            continue;
        read_words(w, m->said);
        add_meaning(w, m->said);
        add_record(l, w, m->record);
        any = true;
    }
    return any;
}

/* A success that cannot be measured has its own finding; of NPS or MAU alone nobody can tell. */
static void success_kpi_unrelated(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_map_cell(cj_lint_map(l), CJ_SUCCESS, p);
    words *success, *kpi;

    if (cj_lint_blank(l, c) || !cj_lint_measurable(l, c))
        return;
    success = CJ_NEW(cj_lint_arena(l), words);
    kpi = CJ_NEW(cj_lint_arena(l), words);
    read_words(success, cj_said_claim(cj_lint_arena(l), cj_lint_said(l, c)));
    if (!success->n || !kpi_words(l, p, kpi) || !kpi->n || share_word(success, kpi))
        return;
    cj_find_cell(l, c, c->text);
}

const cj_rule cj_rule_success_kpi_unrelated = {
    .info = {
        .id = "CJ803",
        .name = "success-kpi-unrelated",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .step = 5,
        .source = "S2 Step 4 その成功を測るためのKPI",
        .says = { "Success and KPI of \"{phase}\" share no words. Does the KPI measure that success?",
                  "「{phase}」の成功の定義とKPIの言葉が重なりません。KPIでその成功が測れるか確かめてください。" },
        .why = { "A KPI that looks at something else can be green while no customer of this phase "
                 "succeeds. This is a hint: different words may well mean the same.",
                 "KPIが成功の定義とは別のものを測っていると、KPIは良いのに顧客は成功していない、ということが"
                 "起こります。言葉が違っても同じ内容なら、このままでかまいません。" },
        .mend = { "Ask of each KPI of this phase: does it move when more customers reach what stands in "
                  "{cell}? If not, add one that does (features used -> share of accounts that use 3 "
                  "features).",
                  "{cell} の状態になった顧客が増えたら、KPIの数字は動くでしょうか。動かなければ、動く指標を足します"
                  "（例: 主要機能を3つ以上利用 → 主要機能を3つ以上利用している契約の割合）。" },
        .bad = {
            { .edits = { "C25=5 colleagues invited ;; C26=Completion rate, target 80%",
                         "C25=主要機能を3つ以上使えている ;; C26=ウェビナー参加率 目標80%" },
              .shows = { "success: 5 colleagues invited / KPI: Completion rate, target 80%",
                         "成功: 主要機能を3つ以上使えている / KPI: ウェビナー参加率 目標80%" } },
            { .edits = { "D25=At least 2 more departments log in every week ;; "
                         "D26=Ticket volume, target 40",
                         "D25=2拠点以上で毎週使っている ;; D26=問い合わせ件数 目標40件" },
              .shows = { "success: At least 2 more departments log in every week / KPI: Ticket "
                         "volume, target 40",
                         "成功: 2拠点以上で毎週使っている / KPI: 問い合わせ件数 目標40件" } },
        },
        .good = {
            { .edits = { "C25=5 core features used ;; C26=Feature adoption, target 80%",
                         "C25=レポート機能を3つ以上使えている ;; C26=機能利用率 目標80%" },
              .shows = { "success: 5 core features used / KPI: Feature adoption, target 80%",
                         "成功: レポート機能を3つ以上使えている / KPI: 機能利用率 目標80%" } },
            { .edits = { "C25=2 systems connected ;; C26=Connection rate, target 80%",
                         "C25=5名以上のユーザーが毎週使っている ;; C26=アクティブユーザー率 目標80%" },
              .shows = { "success: 2 systems connected / KPI: Connection rate, target 80%",
                         "成功: 5名以上のユーザーが毎週使っている / KPI: アクティブユーザー率 目標80%" } },
        },
        .yields_to = { "CJ602", "CJ106" },
    },
    .on_phase = success_kpi_unrelated,
};
