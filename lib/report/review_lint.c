/* review_lint.c - lint before and after: which findings are solved, new, or still there. */
#include "report/review.h"
#include "base/buf.h"
#include "base/utf8.h"

size_t cj_review_found(const cj_review *r, const char *rule)
{
    size_t i, n = 0;

    for (i = 0; i < r->judged.n_findings; i++)
        n += !strcmp(r->judged.findings[i].rule->id, rule);
    return n;
}

bool cj_review_found_at(const cj_review *r, const char *rule, const cj_record *record,
                        const cj_section *section)
{
    size_t i;

    for (i = 0; i < r->judged.n_findings; i++) {
        const cj_finding *f = &r->judged.findings[i];

        if (!strcmp(f->rule->id, rule) && f->at.row == record->row &&
            f->at.sheet == section->at.sheet)
            return true;
    }
    return false;
}

/* ---- what makes two findings one -------------------------------------------------------------------- */

typedef struct sighting {
    const cj_finding *finding;
    const cj_lint_result *result;
    cj_str key; /* rule, element, text; of both maps alike */
    int phase;  /* of the newest map; -1: none; -2: a phase that is gone */
    bool paired;
} sighting;

static sighting *sight(const cj_review *r, const cj_lint_result *result, bool old)
{
    sighting *out = CJ_NEW_N(r->arena, sighting, result->n_findings + 1);
    size_t i;

    for (i = 0; i < result->n_findings; i++) {
        const cj_finding *f = &result->findings[i];
        cj_str element = f->element >= 0 ? result->map->elements[f->element].key
                                         : cj_str_of(cj_elem_id(f->elem));

        out[i].finding = f;
        out[i].result = result;
        out[i].key = cj_str_fmt(r->arena, "%s|" CJ_FMT "|" CJ_FMT, f->rule->id,
                                CJ_ARG(element), CJ_ARG(cj_item_key(r->arena, f->value)));
        out[i].phase = f->phase;
        if (old && f->phase >= 0) {
            out[i].phase = r->diff[r->n - 2]->phase_of[CJ_OLD][f->phase];
            out[i].phase = out[i].phase < 0 ? -2 : out[i].phase;
        }
    }
    return out;
}

static void pair(sighting *old, size_t n_old, sighting *now, size_t n_now)
{
    size_t i, j;

    for (i = 0; i < n_now; i++)
        for (j = 0; j < n_old && !now[i].paired; j++)
            if (!old[j].paired && old[j].phase == now[i].phase &&
                cj_str_eq(old[j].key, now[i].key))
                now[i].paired = old[j].paired = true;
}

/* ---- by rule ------------------------------------------------------------------------------------------ */

typedef struct sides {
    sighting *side[2];
    size_t n[2];
} sides;

static size_t count(const sides *s, int side, const cj_rule_info *rule, bool paired)
{
    size_t i, n = 0;

    for (i = 0; i < s->n[side]; i++)
        n += s->side[side][i].finding->rule == rule && s->side[side][i].paired == paired;
    return n;
}

/* What a rule is about, told by one of its findings. */
static cj_str about(const cj_review *r, const sides *s, const cj_rule_info *rule)
{
    int side;
    size_t i;

    for (side = 1; side >= 0; side--)
        for (i = 0; i < s->n[side]; i++)
            if (s->side[side][i].finding->rule == rule)
                return cj_finding_says(r->arena, s->side[side][i].result,
                                       s->side[side][i].finding, r->lang);
    return CJ_STR("");
}

static void put_rules(const cj_review *r, const sides *s, cj_fact *into)
{
    static const cj_tab_column columns[] = {
        { "rule", { "Rule", "ルール" }, false },
        { "message", { "One of its findings", "指摘の例" }, false },
        { "solved", { "Solved", "解消" }, true },
        { "new", { "New", "新規" }, true },
        { "remaining", { "Remaining", "継続" }, true },
    };
    static const cj_text total = { "In all", "合計" };
    cj_tab tab = CJ_TAB(columns);
    size_t i, all[3] = { 0, 0, 0 };
    cj_tab_cell *c;
    int k;

    for (i = 0; i < cj_rule_count(); i++) {
        const cj_rule_info *rule = cj_rule_at(i);
        size_t n[3] = { count(s, 0, rule, false), count(s, 1, rule, false),
                        count(s, 1, rule, true) };

        if (!n[0] && !n[1] && !n[2])
            continue;
        c = cj_tab_row(r->arena, &tab);
        c[0].text = cj_str_of(rule->id);
        c[1].text = about(r, s, rule);
        for (k = 0; k < 3; k++) {
            cj_tab_number(r->arena, &c[2 + k], (double)n[k]);
            all[k] += n[k];
        }
    }
    if (tab.n_rows > 1) {
        c = cj_tab_row(r->arena, &tab);
        c[0].text = cj_str_of(cj_text_in(total, r->lang));
        for (k = 0; k < 3; k++)
            cj_tab_number(r->arena, &c[2 + k], (double)all[k]);
    }
    cj_tab_put(r, &tab, into, "rules", false);
}

/* ---- one by one ------------------------------------------------------------------------------------------ */

static void add_findings(const cj_review *r, const sides *s, int side, bool paired,
                         const char *state, cj_text word, cj_tab *tab)
{
    static const cj_text severity[] = {
        { "", "" }, { "info", "情報" }, { "warning", "警告" }, { "error", "エラー" }
    };
    size_t i;

    for (i = 0; i < s->n[side]; i++) {
        const sighting *x = &s->side[side][i];
        cj_tab_cell *c;

        if (x->paired != paired)
            continue;
        c = cj_tab_row(r->arena, tab);
        c[0].word = state;
        c[1].text = cj_str_of(cj_text_in(word, r->lang));
        c[2].text = cj_str_of(x->finding->rule->id);
        c[3].text = cj_str_of(cj_text_in(severity[x->finding->severity], r->lang));
        c[4].text = x->finding->at.row ? cj_review_place(r, x->result->map, x->finding->at)
                                       : CJ_STR("");
        c[5].text = cj_finding_says(r->arena, x->result, x->finding, r->lang);
    }
}

static void put_findings(const cj_review *r, const sides *s, cj_fact *into)
{
    static const cj_tab_column columns[] = {
        { "state", { NULL, NULL }, false },
        { NULL, { "State", "状態" }, false },
        { "rule", { "Rule", "ルール" }, false },
        { "severity", { "Severity", "重大度" }, false },
        { "place", { "Cell (solved: in the old file)", "セル（解消は前の版）" }, false },
        { "message", { "Finding", "指摘" }, false },
    };
    static const cj_text fresh = { "new", "新規" }, solved = { "solved", "解消" },
                         rest = { "remaining", "継続" };
    cj_tab tab = CJ_TAB(columns);

    add_findings(r, s, 1, false, "new", fresh, &tab);
    add_findings(r, s, 0, false, "solved", solved, &tab);
    add_findings(r, s, 1, true, "remaining", rest, &tab);
    if (tab.n_rows)
        cj_tab_put(r, &tab, into, "findings", true);
    else
        cj_tab_facts(r, &tab, into, "findings");
}

void cj_review_lint(const cj_review *r)
{
    static const cj_text title = { "Lint: before and after", "点検結果の変化" };
    static const cj_text once = { "Lint: findings", "点検結果" };
    cj_lint_options options = { .today = r->options->today, .config = r->options->config };
    cj_lint_result result[2] = { { 0 }, { 0 } };
    cj_fact *into = cj_fact_add_object(r->arena, r->facts, "lint");
    sides s = { { NULL, NULL }, { 0, 0 } };
    int side;

    cj_lint_run(r->arena, r->now, &options, &result[1]);
    options.profile = result[1].profile; /* both by the same measure */
    if (r->old)
        cj_lint_run(r->arena, r->old, &options, &result[0]);
    for (side = 0; side < 2; side++) {
        s.n[side] = result[side].n_findings;
        s.side[side] = sight(r, &result[side], side == 0);
    }
    pair(s.side[0], s.n[0], s.side[1], s.n[1]);
    cj_review_heading(r, r->old ? title : once, true);
    put_rules(r, &s, into);
    put_findings(r, &s, into);
}
