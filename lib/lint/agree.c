/* agree.c - CJ8xx: whether the other tables speak of the map that they stand beside. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/buf.h"
#include "base/likeness.h"
#include "base/utf8.h"

/* ---- phases --------------------------------------------------------------------------------------- */

/* 全フェーズ, 共通, all: every one of them. */
static bool every_phase(cj_lint *l, cj_str text)
{
    static const cj_str words[] = {
        CJ_LIT("全フェーズ"),
        CJ_LIT("全て"),
        CJ_LIT("すべて"),
        CJ_LIT("全体"),
        CJ_LIT("全般"),
        CJ_LIT("共通"),
        CJ_LIT("全期間"),
        CJ_LIT("全段階"),
        CJ_LIT("全ステージ"),
        CJ_LIT("各フェーズ"),
        CJ_LIT("フェーズ共通"),
        CJ_LIT("全フェーズ共通"),
        CJ_LIT("すべてのフェーズ"),
        CJ_LIT("全てのフェーズ"),
        CJ_LIT("横断"),
        CJ_LIT("フェーズ横断"),
        CJ_LIT("全社共通"),
        CJ_LIT("通期"),
        CJ_LIT("全"),
        CJ_LIT("その他"),
        CJ_LIT("all"),
        CJ_LIT("all phases"),
        CJ_LIT("all stages"),
        CJ_LIT("every phase"),
        CJ_LIT("every stage"),
        CJ_LIT("any"),
        CJ_LIT("any phase"),
        CJ_LIT("each phase"),
        CJ_LIT("overall"),
        CJ_LIT("general"),
        CJ_LIT("common"),
        CJ_LIT("cross-phase"),
        CJ_LIT("across phases"),
        CJ_LIT("whole journey"),
        CJ_LIT("entire journey"),
        CJ_LIT("company"),
        CJ_LIT("global"),
        CJ_LIT("other"),
        CJ_LIT("*"),
    };
    cj_str s = text.n < 80 ? cj_utf8_trim(cj_said(cj_lint_arena(l), text)) : text;
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(s, words[i]))
            return true;
    return false;
}

/* A phase, a word for all of them, or several: 導入期〜更新期, Onboarding / Adoption. */
static bool is_known(cj_lint *l, cj_str text)
{
    static const cj_str marks[] = {
        CJ_W("、"), CJ_W(","),     CJ_W("，"),   CJ_W("/"),  CJ_W("／"), CJ_W("・"),
        CJ_W("&"),  CJ_W("＆"),    CJ_W("〜"),   CJ_W("～"), CJ_W("~"),  CJ_W("–"),
        CJ_W("-"),  CJ_W("→"),     CJ_W("\n"),   CJ_W(";"),  CJ_W("；"), CJ_W("+"),
        CJ_W("＋"), CJ_W(" and "), CJ_W(" to "),
    };
    size_t at, from = 0, n, parts = 0;

    if (every_phase(l, text) ||
        cj_map_phase_named(cj_lint_arena(l), cj_lint_map(l), text) >= 0)
        return true;
    for (at = 0; at <= text.n && text.n < 400; at += n ? n : 1) {
        cj_str part = cj_utf8_trim(cj_str_cut(text, from, at - from));

        n = at < text.n ? CJ_SCAN(cj_str_from(text, at), marks) : 0;
        if (at < text.n && !n)
            continue;
        if (part.n && !every_phase(l, part) &&
            cj_map_phase_named(cj_lint_arena(l), cj_lint_map(l), part) < 0)
            return false;
        from = at + n;
        parts++;
    }
    return parts > 1;
}

/* The phases of the map, and which of them is most like what was written. */
static void say_phases(cj_lint *l, cj_finding *f, cj_str text)
{
    const cj_map *map = cj_lint_map(l);
    cj_arena *arena = cj_lint_arena(l);
    cj_pairs pairs = cj_pairs_of(arena, cj_item_key(arena, text));
    unsigned most = 0;
    cj_str best = CJ_STR("");
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < map->n_phases && i < 100; i++) {
        cj_pairs own = cj_pairs_of(arena, map->phases[i].key);
        unsigned like = cj_likeness(&pairs, &own);

        best = like > most ? map->phases[i].name : best;
        most = like > most ? like : most;
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_add(&b, map->phases[i].name);
    }
    cj_say(f, "list", cj_buf_str(&b));
    if (best.n)
        cj_say(f, "hint", best);
    else
        cj_say_both(f, "hint", CJ_STR("none"), CJ_STR("なし"));
}

/* `index` is what the map found of it: most are known, and cost nothing. */
static void judge_phase(cj_lint *l, const cj_section *s, const cj_record *r,
                        const char *column, int index)
{
    cj_str text = index < 0 ? cj_lint_field(l, s, r, column) : CJ_STR("");

    if (!text.n || cj_lint_ditto(l, text) || is_known(l, text))
        return;
    say_phases(l, cj_find_at(l, cj_record_field(s, r, column)->at, text), text);
}

static void unknown_phase_in_sheet(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i, r;

    for (i = 0; i < map->n_kpis; i++)
        judge_phase(l, map->kpis[i].section, map->kpis[i].record, "phase",
                    map->kpis[i].phase);
    for (i = 0; i < map->n_actions; i++)
        judge_phase(l, map->actions[i].section, map->actions[i].record, "phase",
                    map->actions[i].phase);
    for (i = 0; i < map->n_sections; i++) {
        const cj_section *s = &map->sections[i];

        for (r = 0; s->kind == CJ_SECTION_PHASES && r < s->n_records; r++)
            judge_phase(l, s, &s->records[r], "name", -1);
    }
}

const cj_rule cj_rule_unknown_phase_in_sheet = {
    .info = {
        .id = "CJ805",
        .name = "unknown-phase-in-sheet",
        .severity = { CJ_WARNING, CJ_ERROR, CJ_ERROR },
        .step = 5,
        .source = "consistency of map and sheets",
        .says = { "Phase \"{value}\" is not on the map (closest: {hint}).",
                  "フェーズ「{value}」はマップにありません（近いフェーズ: {hint}）。" },
        .why = { "A line whose phase nobody knows belongs nowhere: the report and the review leave it "
                 "out.",
                 "フェーズ名が合わない行は、どのフェーズのものか分からず、レポートや四半期の見直しから漏れてしまいます。" },
        .mend = { "Write the phase in {cell} as it stands on the map: {list}. For every phase, write all "
                  "phases.",
                  "{cell} を、マップの見出しと同じ名前（{list}）に直します。すべてのフェーズに当てはまるなら"
                  "「全フェーズ」と書けます。" },
        .bad = {
            { .edits = { "A54=Onb phase two", "A55=オンボ期" } },
            { .edits = { "A54=Onboarding, Growth", "B63=成熟期" } },
        },
        .good = {
            { .edits = { "A54=ONBOARDING", "A55=導入期" } },
            { .edits = { "A54=all phases ;; A55=Onboarding - Renewal",
                         "A55=全フェーズ ;; A56=導入期〜更新期" },
              .shows = { "Phase: all phases / Phase: Onboarding - Renewal",
                         "フェーズ: 全フェーズ / フェーズ: 導入期〜更新期" } },
        },
    },
    .on_map = unknown_phase_in_sheet,
};

/* ---- versions --------------------------------------------------------------------------------------- */

#define PARTS 4u

typedef struct version {
    bool known;
    unsigned long part[PARTS];
} version;

/* ver1.2, 第2版, v1.2 (2025/9), 初版: the first number in it, with what its dots part. */
static version version_of(cj_lint *l, cj_str text)
{
    cj_str s = cj_said(cj_lint_arena(l), cj_utf8_head(text, 200));
    version v = { false, { 0 } };
    size_t i = 0, n;

    if (cj_str_has(s, CJ_STR("初版"))) {
        v.known = true;
        v.part[0] = 1;
        return v;
    }
    while (s.n && (*s.p < '0' || *s.p > '9'))
        s = cj_str_from(s, 1);
    while (i < PARTS && (n = cj_scan_digits(s, &v.part[i])) != 0) {
        v.known = true;
        i++;
        s = cj_str_from(s, n);
        if (s.n < 2 || *s.p != '.')
            break;
        s = cj_str_from(s, 1);
    }
    return v;
}

static int compare(const version *a, const version *b)
{
    size_t i;

    for (i = 0; i < PARTS; i++)
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    return 0;
}

/* 1.10 in a cell of numbers is 1.1. */
static bool same_number(cj_str a, cj_str b)
{
    while (a.n > b.n && cj_str_ends(a, CJ_STR("0")))
        a.n--;
    while (b.n > a.n && cj_str_ends(b, CJ_STR("0")))
        b.n--;
    return cj_str_eq(a, b) && cj_str_has(a, CJ_STR("."));
}

/* The newest record: by its date, else by its version; many keep the newest one on top. */
static const cj_history *newest(cj_lint *l, version *out)
{
    const cj_map *map = cj_lint_map(l);
    const cj_history *best = NULL;
    size_t i;

    for (i = 0; i < map->n_history; i++) {
        const cj_history *h = &map->history[i];
        version v = version_of(l, h->version);
        bool dated = best && h->date.grain && best->date.grain;
        long days = dated ? cj_date_days(h->date.from) - cj_date_days(best->date.from) : 0;

        if (!v.known || (best && (days < 0 || (!days && compare(&v, out) < 0))))
            continue;
        best = h;
        *out = v;
    }
    return best;
}

static void version_mismatch(cj_lint *l)
{
    const cj_meta *meta = &cj_lint_map(l)->meta[CJ_META_VERSION];
    version own = version_of(l, meta->text), last;
    const cj_history *h = newest(l, &last);
    cj_finding *f;

    if (!own.known || !h || meta->placeholder || !meta->at.row || !compare(&own, &last) ||
        same_number(cj_utf8_trim(meta->text), cj_utf8_trim(h->version)))
        return;
    f = cj_find_at(l, meta->at, meta->text);
    cj_say(f, "hint", cj_utf8_trim(h->version));
}

const cj_rule cj_rule_version_mismatch = {
    .info = {
        .id = "CJ807",
        .name = "version-mismatch",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .step = 5,
        .source = "S2 マップは更新していくもの",
        .says = { "Version {value} differs from the last history row ({hint}).",
                  "バージョン {value} と更新履歴の最後（{hint}）が違います。" },
        .why = { "Who holds two copies looks at the version first. When it does not match the history, "
                 "nobody knows which copy is the newer one.",
                 "手元にコピーが2つあるとき、最初に見るのがバージョンです。更新履歴と合っていないと、どちらが新しいのか"
                 "分かりません。" },
        .mend = { "Add the row of this version to the History sheet (what changed, and why), or put {cell} "
                  "right.",
                  "「更新履歴」シートにこのバージョンの行（変更内容と理由）を足すか、{cell} のバージョンを直します。" },
        .bad = {
            { .edits = { "B8=1.1", "B8=1.3" } },
            { .edits = { "A60=1.1 ;; B60=2025-09-20", "B8=ver2.0" }, .at = { "B8", NULL },
              .shows = { "Version 1.0, and the history goes on to 1.1", "ver2.0（更新履歴は 1.2 まで）" } },
        },
        .good = {
            { .edits = { "B8=v1.0", "B8=ver1.2" } },
            { .edits = { "A60=0.9 ;; B60=2025-08-20", "A75=0.9 ;; B75=2025-03-01" },
              .shows = { "the newest row stands on top", "いちばん新しい行が上にある" } },
            { .edits = { "B8=1", "B8=第1.2版" } },
        },
    },
    .on_map = version_mismatch,
};
