/* action_records.c - CJ7xx: the plan on its own sheet, one action a line. */
#include "lint/rule.h"
#include "lint/said.h"
#include "base/buf.h"
#include "base/utf8.h"

/* The examples of an English map, which has no such sheet, bring one along. */
#define PLAN_EN                                                                     \
    "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; D62=Who ;; E62=When ;; " \
    "F62=Pain ;; G62=Status ;; H62=Effect ;; A63=A1 ;; B63=Adoption ;; "            \
    "C63=Send the automation starter pack ;; D63=Customer Success ;; "

static cj_str field(cj_lint *l, const cj_action *a, const char *name)
{
    return cj_lint_field(l, a->section, a->record, name);
}

static const cj_field *field_of(const cj_action *a, const char *name)
{
    return cj_record_field(a->section, a->record, name);
}

/* A5 部署別の権限機能を出す; empty: nothing is planned in that line. */
static cj_str title_of(cj_lint *l, const cj_action *a)
{
    cj_str id = field(l, a, "id"), what = field(l, a, "what");

    if (!what.n || !id.n)
        return what;
    return cj_str_fmt(cj_lint_arena(l), CJ_FMT " " CJ_FMT, CJ_ARG(id), CJ_ARG(what));
}

static cj_finding *find_action(cj_lint *l, const cj_action *a, cj_span at, cj_str value)
{
    return cj_find_field(l, at, CJ_COUNTERMEASURE, a->phase, value);
}

/* ---- a column that is not there: one finding for all that would need it ------------------------------- */

typedef struct lacking {
    const cj_section *section; /* NULL: nobody yet */
    cj_buf titles;
} lacking;

static void find_lacking(cj_lint *l, lacking *all)
{
    cj_span at;

    if (!all->section)
        return;
    at = all->section->n_columns ? all->section->columns[0].at : all->section->at;
    cj_say(cj_find_field(l, at, CJ_COUNTERMEASURE, -1, CJ_STR("")), "value",
           cj_buf_str(&all->titles));
    all->section = NULL;
}

static void lacks(cj_lint *l, lacking *all, const cj_action *a, cj_str title)
{
    if (all->section && all->section != a->section)
        find_lacking(l, all);
    if (!all->section)
        cj_buf_init(&all->titles, cj_lint_arena(l));
    all->section = a->section;
    cj_buf_z(&all->titles, all->titles.n ? "\n" : "");
    cj_buf_add(&all->titles, title);
}

/* Every action that `needs` a field has to say something in it. */
static void judge_field(cj_lint *l, const char *name, bool (*needs)(const cj_action *))
{
    const cj_map *map = cj_lint_map(l);
    lacking column = { 0 };
    size_t i;

    for (i = 0; i < map->n_actions; i++) {
        const cj_action *a = &map->actions[i];
        cj_str title = title_of(l, a);

        if (!title.n || !needs(a) || field(l, a, name).n)
            continue;
        if (field_of(a, name))
            find_action(l, a, field_of(a, name)->at, title);
        else
            lacks(l, &column, a, title);
    }
    find_lacking(l, &column);
}

/* ---- status ------------------------------------------------------------------------------------------- */

static void action_status_invalid(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i;

    for (i = 0; i < map->n_actions; i++) {
        const cj_action *a = &map->actions[i];
        cj_str status = field(l, a, "status");

        if (a->status == CJ_STATUS_UNKNOWN && status.n && !cj_lint_ditto(l, status))
            find_action(l, a, field_of(a, "status")->at, status);
    }
}

/* How much is done says which word it is; other words mean what their writer knows. */
static cj_str in_a_word(cj_lint *l, const cj_finding *f, cj_str text)
{
    cj_arena *arena = cj_lint_arena(l);
    cj_str rest = cj_utf8_fold(arena, cj_utf8_trim(text));
    bool ja = cj_lint_map(l)->lang == CJ_JA;
    cj_status status;
    unsigned n = 0;
    size_t i;

    (void)f;
    for (i = 0; i < rest.n && i < 3 && rest.p[i] >= '0' && rest.p[i] <= '9'; i++)
        n = 10 * n + (unsigned)(rest.p[i] - '0');
    if (!i || n > 100 || !cj_str_eq(cj_str_from(rest, i), CJ_STR("%")))
        return cj_str_of(NULL);
    status = n == 100 ? CJ_STATUS_DONE : n ? CJ_STATUS_DOING : CJ_STATUS_PLANNED;
    return cj_str_fmt(arena, ja ? "%s（%u%%）" : "%s (%u%%)",
                      cj_text_in(cj_status_label(status), ja ? CJ_JA : CJ_EN), n);
}

const cj_rule cj_rule_action_status_invalid = {
    .info = {
        .id = "CJ710",
        .name = "action-status-invalid",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .step = 5,
        .source = "S2 具体的な行動計画書; needed by the report",
        .says = { "Status \"{value}\" must be planned, in progress, done, stopped or on hold.",
                  "状況「{value}」は、予定・実施中・完了・中止・保留 のどれかにしてください。" },
        .why = { "The review counts what is done and what is not. Five words that everybody uses alike "
                 "make that possible.",
                 "四半期の見直しでは、終わったもの・続いているものを数えます。言葉がそろっていないと数えられません。" },
        .mend = { "Write one of the five words into {cell}; a remark may follow in brackets: In progress "
                  "(3 of 5 sites).",
                  "{cell} を 予定・実施中・完了・中止・保留 のどれかにします。補足はかっこで添えられます"
                  "（例: 実施中（5拠点中3拠点））。" },
        .bad = {
            { .edits = { PLAN_EN "G63=meh", "H63=ぼちぼち" }, .at = { "G63", NULL },
              .shows = { "Status: meh", "状況: ぼちぼち" } },
            { .edits = { PLAN_EN "G63=50%", "H63=50%" }, .at = { "G63", NULL },
              .shows = { "Status: 50%", "状況: 50%" } },
        },
        .good = {
            { .edits = { PLAN_EN "G63=In progress", "H63=進行中" },
              .shows = { "Status: In progress", "状況: 進行中" } },
            { .edits = { PLAN_EN "G63=Done (9/12) ;; H63=40 accounts", "H63=完了（9/12）" },
              .shows = { "Status: Done (9/12)", "状況: 完了（9/12）" } },
        },
    },
    .on_map = action_status_invalid,
    .amends = in_a_word,
};

/* ---- overdue ---------------------------------------------------------------------------------------------- */

static bool holds(cj_str s, const cj_str *words, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_has(s, words[i]))
            return true;
    return false;
}
#define HOLDS(s, words) holds((s), (words), sizeof(words) / sizeof *(words))

/* 2025年4月から毎月 is when it began, no date by which it is done. */
static bool goes_on(cj_lint *l, cj_str text)
{
    static const cj_str words[] = {
        CJ_LIT("から"),   CJ_LIT("以降"),      CJ_LIT("より"),    CJ_LIT("毎"),
        CJ_LIT("開始"),   CJ_LIT("スタート"),  CJ_LIT("随時"),    CJ_LIT("継続"),
        CJ_LIT("次第"),   CJ_LIT("隔"),        CJ_LIT("from"),    CJ_LIT("since"),
        CJ_LIT("start"),  CJ_LIT("every"),     CJ_LIT("each"),    CJ_LIT("monthly"),
        CJ_LIT("weekly"), CJ_LIT("quarterly"), CJ_LIT("ongoing"), CJ_LIT("onward"),
        CJ_LIT("daily"),  CJ_LIT("after"),     CJ_LIT("後"),
    };
    cj_str s = cj_utf8_trim(cj_said(cj_lint_arena(l), text));
    uint32_t last = s.n ? cj_utf8_last(s) : 0;

    return last == '~' || last == '-' || last == 0x301c || last == 0x2013 ||
           HOLDS(s, words);
}

/* The field that tells by when, NULL: none does. A column of starts (開始予定) tells it of what has
 * not begun. */
static const cj_field *due_field(cj_lint *l, const cj_action *a)
{
    static const cj_str starts[] = { CJ_LIT("開始"), CJ_LIT("着手"), CJ_LIT("start") };
    const cj_field *due = field_of(a, "due"), *when = field_of(a, "when");
    cj_when date;
    size_t i;

    if (!due || !cj_lint_date(l, due->text, &date))
        return when && !goes_on(l, when->text) ? when : NULL;
    i = (size_t)(due - a->record->cell);
    if (a->status == CJ_STATUS_DOING &&
        HOLDS(cj_said(cj_lint_arena(l), a->section->columns[i].label), starts))
        return NULL;
    return due;
}

static void action_overdue(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    long today = cj_date_days(cj_lint_today(l));
    size_t i;

    for (i = 0; i < map->n_actions; i++) {
        const cj_action *a = &map->actions[i];
        const cj_field *due;

        if (a->due.grain == CJ_GRAIN_NONE || cj_date_days(a->due.to) >= today ||
            (a->status != CJ_STATUS_PLANNED && a->status != CJ_STATUS_DOING))
            continue;
        due = due_field(l, a);
        if (due)
            cj_say(find_action(l, a, due->at, title_of(l, a)), "hint",
                   cj_utf8_trim(due->text));
    }
}

const cj_rule cj_rule_action_overdue = {
    .info = {
        .id = "CJ711",
        .name = "action-overdue",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 5,
        .source = "S2 具体的な行動計画書",
        .says = { "Action \"{value}\" is overdue ({hint}).",
                  "打ち手「{value}」の期限（{hint}）が過ぎています。" },
        .why = { "A date that has passed without a word makes the whole plan look forgotten. Either it is "
                 "done, or it needs a new date, or it is no longer wanted.",
                 "期限を過ぎたまま残っていると、計画全体が「見られていないもの」になってしまいます。終わったのか、"
                 "延ばすのか、やめるのかを決めます。" },
        .mend = { "Set the status to done (and write the effect), or give {cell} a new date, or stop the "
                  "action.",
                  "終わっていれば状況を「完了」にして効果を書きます。まだなら {cell} を新しい期限に直し、やめるなら"
                  "「中止」にします。" },
        .bad = {
            { .edits = { PLAN_EN "E63=2025-08-31 ;; G63=Planned", "E65=2025年8月末まで" },
              .at = { "E63", NULL },
              .shows = { "When: 2025-08-31, Status: Planned", "いつ: 2025年8月末まで、状況: 実施中" } },
            { .edits = { PLAN_EN "E63=by June 30, 2025 ;; G63=In progress", "E66=2025/6/30 ;; H66=予定" },
              .at = { "E63", NULL },
              .shows = { "When: by June 30, 2025, Status: In progress",
                         "いつ: 2025/6/30、状況: 予定" } },
        },
        .good = {
            { .edits = { PLAN_EN "E63=2025-08-31 ;; G63=Done ;; H63=19 to 8 tickets",
                         "E65=2025年8月末まで ;; H65=完了 ;; I65=19件→8件" },
              .shows = { "Status: Done", "状況: 完了" } },
            { .edits = { PLAN_EN "E63=monthly from 2025-04 ;; G63=In progress",
                         "E65=2025年4月から毎月" },
              .shows = { "When: monthly from 2025-04", "いつ: 2025年4月から毎月" } },
            { .edits = { PLAN_EN "E63=2025-10 ;; G63=Planned", "E65=2025年10月" },
              .shows = { "the month is not over yet", "その月がまだ終わっていない" } },
        },
    },
    .on_map = action_overdue,
};

/* ---- effect --------------------------------------------------------------------------------------------- */

static bool is_done(const cj_action *a)
{
    return a->status == CJ_STATUS_DONE;
}

static void action_effect_missing(cj_lint *l)
{
    judge_field(l, "effect", is_done);
}

const cj_rule cj_rule_action_effect_missing = {
    .info = {
        .id = "CJ712",
        .name = "action-effect-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 5,
        .source = "S2 打ち手の効果を検証",
        .says = { "Action \"{value}\" is done but its effect is not recorded.",
                  "打ち手「{value}」は完了ですが、効果が書かれていません。KPIの変化を書いてください。" },
        .why = { "What worked is worth doing again, and what did not is worth not repeating. Nobody "
                 "remembers the numbers two quarters later.",
                 "効いた打ち手は続け、効かなかった打ち手はやめる、という判断の材料です。半年たつと、誰も数字を"
                 "覚えていません。" },
        .mend = { "Write into the column Effect what changed, before and after: glossary tickets 19 -> 8 "
                  "(2025Q3). \"No change\" is an effect too.",
                  "「効果」の列に、前後の変化を書きます（例: 用語の問い合わせ 19件→8件（2025Q3））。"
                  "「変化なし」も大事な記録です。" },
        .bad = {
            { .edits = { PLAN_EN "G63=Done", "I62=" }, .at = { "H63", NULL },
              .shows = { "Done, and Effect is empty", "完了で、効果が空" } },
            { .edits = { PLAN_EN "G63=Completed ;; H63=TBD", "H63=完了 ;; I63=確認中" },
              .at = { "H63", "I63" },
              .shows = { "Completed, Effect: TBD", "完了、効果: 確認中" } },
        },
        .good = {
            { .edits = { PLAN_EN "G63=Done ;; H63=19 to 8 tickets", "I62=19件→8件" },
              .shows = { "Effect: 19 to 8 tickets", "効果: 19件→8件" } },
            { .edits = { PLAN_EN "G63=In progress", "I63=" },
              .shows = { "still in progress", "まだ実施中" } },
        },
    },
    .on_map = action_effect_missing,
};

/* ---- the pain behind it ----------------------------------------------------------------------------------- */

static bool is_wanted(const cj_action *a)
{
    return a->status != CJ_STATUS_STOPPED;
}

static void action_without_pain(cj_lint *l)
{
    judge_field(l, "pain", is_wanted);
}

const cj_rule cj_rule_action_without_pain = {
    .info = {
        .id = "CJ713",
        .name = "action-without-pain",
        .severity = { CJ_OFF, CJ_OFF, CJ_INFO },
        .step = 5,
        .source = "S2 Step 5 課題に対する打ち手",
        .says = { "Say which pain action \"{value}\" addresses.",
                  "打ち手「{value}」がどの課題に対するものか書いてください。" },
        .why = { "An action that answers no pain is done because we can, not because a customer needs it.",
                 "課題と結び付いていない打ち手は、「顧客が困っているから」ではなく「自社がやりたいから」になりがちです。" },
        .mend = { "Copy the pain from the map into the column Pain.",
                  "マップの「課題・ペイン」から、対応する文を「対応する課題」の列に写します。" },
        .bad = {
            { .edits = { PLAN_EN "G63=Planned", "F63=" }, .at = { "F63", NULL },
              .shows = { "Pain is empty", "対応する課題が空" } },
            { .edits = { PLAN_EN "F63=TBD", "F64=未定" }, .at = { "F63", NULL },
              .shows = { "Pain: TBD", "対応する課題: 未定" } },
        },
        .good = {
            { .edits = { PLAN_EN "F63=Nobody knows which automation rules to switch on first",
                         "F63=どの機能から使えばよいかわからない" },
              .shows = { "the pain as it stands on the map", "マップの課題をそのまま写してある" } },
            { .edits = { PLAN_EN "F63=Nobody knows which automation rules to switch on first ;; "
                         "A64=A2 ;; B64=Adoption ;; C64=Host an office hour ;; D64=Marketing ;; F64=ditto",
                         "F64=同上" },
              .shows = { "ditto", "同上" } },
        },
    },
    .on_map = action_without_pain,
};
