/* actions.c - CJ7xx: what we do about it, and when. */
#include "lint/plan.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "lint/timing.h"
#include "lint/words.h"
#include "base/utf8.h"

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
            { .edits = { "C27=TBD ;; C23=", "C27=検討中 ;; C23=" },
              .shows = { "\"TBD\" as countermeasure, and no pain points",
                         "打ち手が「検討中」で、課題も空" } },
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

/* ---- when ------------------------------------------------------------------------------------- */

/* The row of times for the phase; NULL: it says nothing there. */
static const cj_cell *timing_row(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_map_cell(cj_lint_map(l), CJ_TIMING, p);

    return cj_lint_blank(l, c) ? NULL : c;
}

/* A weak word (適宜) is another finding's: it is there, but no time. */
static void timing_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *row = timing_row(l, p);
    cj_tasks tasks = cj_lint_tasks(l, p);
    const cj_task *first = NULL;
    size_t i, n = 0;

    if (row && (cj_timing(cj_lint_said(l, row)) || cj_timing_weak(cj_lint_said(l, row))))
        return;
    for (i = 0; i < tasks.n; i++) {
        const cj_task *task = &tasks.task[i];

        if (task->timed || task->weak || task->record_timed)
            continue;
        first = first ? first : task;
        n++;
    }
    if (n)
        cj_say_n(l, cj_find_cell(l, first->cell, first->item->text), "n", n);
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
    .on_phase = timing_missing,
};

/* In the row of times, or in what nothing else gives a time to. */
static void timing_weak(cj_lint *l, const cj_phase *p)
{
    const cj_cell *row = timing_row(l, p), *found = NULL;
    cj_tasks tasks = cj_lint_tasks(l, p);
    cj_buf words;
    size_t i;

    cj_buf_init(&words, cj_lint_arena(l));
    if (row && cj_timing(cj_lint_said(l, row)))
        return;
    if (row)
        cj_words_of(&words, CJ_LEX_WEAK_TIMING, cj_lint_said(l, row));
    if (words.n)
        found = row;
    for (i = 0; !row && i < tasks.n; i++) {
        const cj_task *task = &tasks.task[i];

        if (task->timed || !task->weak || task->record_timed)
            continue;
        found = found ? found : task->cell;
        cj_words_of(&words, CJ_LEX_WEAK_TIMING, task->said);
        if (task->over)
            cj_words_of(&words, CJ_LEX_WEAK_TIMING, task->over->said);
    }
    if (found)
        cj_say(cj_find_cell(l, found, found->text), "value", cj_buf_str(&words));
}

const cj_rule cj_rule_timing_weak = {
    .info = {
        .id = "CJ704",
        .name = "timing-weak",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5 いつ(タイミング)",
        .says = { "\"{value}\" is not a time. Use days, a frequency or a trigger.",
                  "「{value}」では時期が決まりません。日数・頻度・きっかけで書いてください。" },
        .why = { "\"As needed\" is decided anew by everybody, and on a busy day it means never.",
                 "「適宜」「必要に応じて」は人によって受け取り方が違い、忙しいときほど後回しになります。" },
        .mend = { "Replace the word in {cell}: within 7 days of contract, every second Tuesday, "
                  "when the health score drops below 60.",
                  "{cell} のその言葉を、日数（契約後7日以内）・頻度（毎月第2水曜）・きっかけ（ヘルススコアが"
                  "60未満になったら）のどれかに書き換えます。" },
        .bad = {
            { .edits = { "D27=- [Customer Success] Build the value report as needed",
                         "E27=・【CS】適宜、効果を金額にした報告書を一緒に作る" } },
            { .edits = { "B27=- [Support] Regularly check the bank feeds",
                         "C27=・【CS】利用状況を定期的に確認する" } },
            { .edits = { "D27=- [Customer Success] Build the value report ;; A29=When ;; D29=ASAP",
                         "E27=・【CS】報告書を一緒に作る ;; A29=実施タイミング ;; E29=早めに" },
              .at = { "D29", "E29" },
              .shows = { "When: ASAP", "実施タイミング: 早めに" } },
        },
        .good = {
            { .edits = { "D27=- [Customer Success] Build the value report every month",
                         "E27=・【CS】月1回、効果を金額にした報告書を一緒に作る" } },
            { .edits = { "D27=- [Customer Success] Check regularly, at least every second Tuesday",
                         "E27=・【CS】定期的に（毎月第2水曜に）効果を確かめる" } },
            { .edits = { "D27=- [Customer Success] Discuss ongoing issues 30 days before contract "
                         "end",
                         "E27=・【CS】更新期限の90日前に今後の計画を話し合う" } },
        },
    },
    .on_phase = timing_weak,
};

/* ---- what ------------------------------------------------------------------------------------- */

/* What is said without the time before or behind it: 契約後7日以内に, フォローする; Follow up monthly. */
static cj_str without_time(cj_str bare, cj_str time)
{
    if (time.n && cj_str_starts(bare, time))
        return cj_str_from(bare, time.n);
    return time.n && cj_str_ends(bare, time) ? cj_str_cut(bare, 0, bare.n - time.n) : bare;
}

/* Bytes of an adverb, of whom it is done to, or of what joins them to the verb: しっかり, 顧客を. */
static size_t filler(cj_str s)
{
    static const cj_str joints[] = { CJ_W("に"),      CJ_W("な"),     CJ_W("と"),
                                     CJ_W("、"),      CJ_W(","),      CJ_W("を"),
                                     CJ_W("の"),      CJ_W("へ"),     CJ_W("へと"),
                                     CJ_W("への"),    CJ_W("との"),   CJ_W(":"),
                                     CJ_W("で"),      CJ_W("に対し"), CJ_W("に対して"),
                                     CJ_W("に対する") };
    static const cj_lexicon lists[] = { CJ_LEX_ADVERB, CJ_LEX_WEAK_TIMING, CJ_LEX_VAGUE };
    size_t i, n = 0;

    for (i = 0; !n && i < sizeof lists / sizeof *lists; i++)
        n = cj_scan_list(lists[i], s);
    n = n ? n : CJ_SCAN(s, joints);
    return n ? n + cj_scan_blanks(cj_str_from(s, n)) : 0;
}

/* The same at the end: follow up closely. */
static cj_str without_filler_behind(cj_str s)
{
    cj_str hit;

    while (cj_lexicon_ends(CJ_LEX_ADVERB, s, &hit) ||
           cj_lexicon_ends(CJ_LEX_VAGUE, s, &hit) ||
           cj_lexicon_ends(CJ_LEX_WEAK_TIMING, s, &hit)) {
        size_t n = (size_t)(hit.p - s.p);

        if (!n || (unsigned char)*hit.p >= 0x80)
            break;
        s = cj_utf8_trim(cj_str_cut(s, 0, n));
    }
    return s;
}

#define LONGEST 120u /* bytes; who says more says what */

/* Only a verb that fits any action, whatever stands around it: しっかりフォローする. */
static bool only_generic(cj_arena *arena, const cj_item *item)
{
    cj_str s = cj_said(arena, without_time(item->bare, item->timing));
    size_t n;

    if (s.n > LONGEST)
        return false;
    while (s.n && (*cj_str_from(s, s.n - 1).p == '.' || cj_str_ends(s, CJ_STR("。"))))
        s.n -= cj_str_ends(s, CJ_STR("。")) ? CJ_STR("。").n : 1;
    s = without_filler_behind(cj_utf8_trim(s));
    while (s.n && !cj_lexicon_is(CJ_LEX_VAGUE_ACTION, s)) {
        n = filler(s);
        if (!n)
            return false;
        s = cj_str_from(s, n);
    }
    return s.n;
}

static void countermeasure_vague(cj_lint *l, const cj_phase *p)
{
    cj_tasks tasks = cj_lint_tasks(l, p);
    size_t i;

    for (i = 0; i < tasks.n; i++)
        if (only_generic(cj_lint_arena(l), tasks.task[i].item))
            cj_find_item(l, tasks.task[i].cell, tasks.task[i].item);
}

const cj_rule cj_rule_countermeasure_vague = {
    .info = {
        .id = "CJ708",
        .name = "countermeasure-vague",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 5,
        .source = "S2 Step 5 何をするか",
        .says = { "\"{value}\" does not say what to do. Make it concrete.",
                  "「{value}」では何をするか分かりません。具体的な行動にしてください。" },
        .why = { "Nobody can start on \"support the customer\" on Monday morning, and nobody can "
                 "tell afterwards whether it was done.",
                 "「フォローする」「活用促進」だけでは、明日の朝に何から始めるのかも、終わったかどうかも"
                 "分かりません。" },
        .mend = { "Say in {cell} what is made, sent, held or built, and for whom: Send 3 recipes on "
                  "day 31.",
                  "{cell} に、何を作るか・送るか・開くかまで書きます（例: 31日目に活用レシピを3本送る）。" },
        .bad = {
            { .edits = { "C27=Follow up", "C27=しっかりフォローする" } },
            { .edits = { "C27=- [Customer Success] Proactively support the customers",
                         "C27=・【CS】活用促進" } },
            { .edits = { "C27=Monitor closely ;; C28=Customer Success",
                         "C27=お客様への手厚いサポートを行う" },
              .shows = { "Monitor closely", "お客様への手厚いサポートを行う" } },
        },
        .good = {
            { .edits = { "C27=- [Customer Success] Send 3 recipes on day 46",
                         "C27=・【CS】31日目に活用レシピを3本送る" } },
            { .edits = { "C27=- [Support] Follow up on open tickets every Friday",
                         "C27=・【CS】毎週金曜に未ログインの利用者へフォローコールをかける" } },
            { .edits = { "C27=- [Support] Train the two administrators on day 46",
                         "C27=・【サポート】31日目に操作の説明会を開く" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = countermeasure_vague,
};

static void too_many_actions(cj_lint *l, const cj_phase *p)
{
    cj_tasks tasks = cj_lint_tasks(l, p);

    if ((double)tasks.n > cj_lint_param(l, "max_items"))
        cj_say_n(l, cj_find_cell(l, tasks.task->cell, tasks.task->cell->text), "n",
                 tasks.n);
}

const cj_rule cj_rule_too_many_actions = {
    .info = {
        .id = "CJ709",
        .name = "too-many-actions",
        .severity = { CJ_INFO, CJ_INFO, CJ_INFO },
        .step = 5,
        .source = "S1 優先順位をつけながら施策展開; S2 シンプルに始める",
        .says = { "{n} countermeasures in \"{phase}\". Prioritise.",
                  "「{phase}」の打ち手が {n} 件あります。優先順位を付けて絞ってください。" },
        .why = { "A team that starts nine things finishes few of them. The map shows the most "
                 "important ones; the rest can wait in a list.",
                 "一度に始められる打ち手は多くありません。数が多いほど、どれも中途半端になります。" },
        .mend = { "Keep in {cell} what helps most customers most, and move the rest to the Actions "
                  "sheet with a priority.",
                  "{cell} には効果の大きいものだけを残し、ほかは「打ち手」シートに優先度を付けて移します。" },
        .bad = {
            { .edits = { "C27=- [CS] Day 46: mail 1\n- [CS] Day 47: mail 2\n- [CS] Day 48: mail 3\n"
                         "- [CS] Day 49: mail 4\n- [CS] Day 50: mail 5\n- [CS] Day 51: mail 6\n"
                         "- [CS] Day 52: mail 7\n- [CS] Day 53: mail 8",
                         "E27=・【CS】10日前に確認表1を送る\n・【CS】20日前に確認表2を送る\n"
                         "・【CS】30日前に確認表3を送る\n・【CS】40日前に確認表4を送る\n"
                         "・【CS】50日前に確認表5を送る\n・【CS】60日前に確認表6を送る\n"
                         "・【CS】70日前に確認表7を送る\n・【CS】80日前に確認表8を送る" },
              .shows = { "eight countermeasures in one phase", "1つのフェーズに打ち手が8件" } },
            { .edits = { "C27=1. Mail A\n2. Mail B\n3. Mail C\n4. Mail D\n5. Mail E\n6. Mail F\n"
                         "7. Mail G\n8. Mail H\n9. Mail I",
                         "C27=①資料Aを送る②資料Bを送る③資料Cを送る④資料Dを送る⑤資料Eを送る"
                         "⑥資料Fを送る⑦資料Gを送る⑧資料Hを送る⑨資料Iを送る" },
              .shows = { "nine countermeasures, numbered 1 to 9", "①から⑨まで9件" } },
        },
        .good = {
            { .edits = { "C27=- [CS] Day 46: mail 1\n- [CS] Day 47: mail 2\n- [CS] Day 48: mail 3",
                         "E27=・【CS】10日前に確認表1を送る\n・【CS】20日前に確認表2を送る\n"
                         "・【CS】30日前に確認表3を送る" },
              .shows = { "three countermeasures", "打ち手が3件" } },
            { .edits = { "C27=Within a week of day 46:\n- Mail 1\n- Mail 2\n- Mail 3\n- Mail 4\n"
                         "- Mail 5\n- Mail 6\n- Mail 7",
                         "E27=【更新期限の90日前まで】\n・表1を送る\n・表2を送る\n・表3を送る\n"
                         "・表4を送る\n・表5を送る\n・表6を送る\n・表7を送る" },
              .shows = { "seven, under a line that says when", "時期の見出しの下に7件" } },
        },
        .param = { { "max_items", 7 } },
    },
    .on_phase = too_many_actions,
};
