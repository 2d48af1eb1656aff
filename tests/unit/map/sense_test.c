/* sense_test.c - what labels mean, alone and beside their neighbours. */
#include "map/sense.h"
#include <criterion/criterion.h>
#include <stdio.h>

typedef struct one {
    const char *label, *elem; /* "goal", "~goal" contained, "goal?" ambiguous, "" none */
} one;

static const one labels[] = {
    /* plain */
    { "顧客のゴール", "goal" },
    { "行動", "behavior" },
    { "思考・感情", "mind" },
    { "課題・ペイン", "pain" },
    { "タッチポイント", "touchpoint" },
    { "成功の定義", "success" },
    { "KPI", "kpi" },
    { "打ち手(アクション)", "countermeasure" },
    { "担当部署", "owner" },
    { "Customer Goal", "goal" },
    { "Thoughts & Feelings", "mind" },
    { "RACI", "owner" },
    /* decorated */
    { "■行動", "behavior" },
    { "1. Goals", "goal" },
    { "① 課題", "pain" },
    { "【感情】", "emotion" },
    { "🎯 Customer goals", "goal" },
    { "*Touchpoints", "touchpoint" },
    { "ＫＰＩ：", "kpi" },
    { "思考\xe3\x80\x80・\xe3\x80\x80感情", "mind" },
    { "STEP4：課題", "pain" },
    /* brackets, prefixes, parts */
    { "感情（ポジティブ／ネガティブ）", "emotion" },
    { "KPI (monthly)", "kpi" },
    { "顧客の課題", "pain" },
    { "お客様の行動", "behavior" },
    { "customer touchpoints", "touchpoint" },
    { "課題／ペイン／困りごと", "pain" },
    { "困っていること", "pain" },
    { "きもち", "mind" },
    { "目指す状態", "goal" },
    { "ゴール達成条件", "success" },
    { "見る数字", "kpi" },
    { "うちの施策", "countermeasure" },
    { "だれが", "owner" },
    { "こちらの動き", "countermeasure" },
    { "うまくいった状態", "success" },
    { "主担当部署", "owner" },
    { "What gets in the way", "pain" },
    { "Responsible team", "owner" },
    { "Thoughts, Feelings", "mind" },
    { "感情・思考", "mind" },
    { "行動\nCustomer Actions", "behavior" },
    { "Pain points / Frustrations", "pain" },
    { "Goals | 顧客のゴール", "goal" },
    { "接点・チャネル", "touchpoint" },
    /* guidance */
    { "行動（顧客が実際にすることを書く）", "behavior" },
    { "Goals: what do they want here", "goal" },
    { "Thoughts\nWhat goes through their mind", "thought" },
    { "Pain points e.g. slow replies", "pain" },
    { "KPI – how we measure it", "kpi" },
    { "課題※インタビューより", "pain" },
    /* questions */
    { "What is the customer trying to do?", "~goal" },
    { "What are they thinking and feeling?", "~mind" },
    { "How do they feel?", "~emotion" },
    { "What do they do?", "~behavior" },
    { "Where do they interact with us?", "~touchpoint" },
    { "What are their pain points?", "~pain" },
    { "How do we measure it?", "~kpi" },
    { "Who is responsible?", "owner" },
    { "What does success look like?", "~success" },
    { "How can we improve?", "~opportunity" },
    { "顧客は何をしていますか？", "~behavior" },
    { "何に困っている？", "~pain" },
    { "どう感じているか", "~emotion" },
    { "誰が担当するか", "~owner" },
    /* contained, English */
    { "Key customer actions", "~behavior" },
    { "Top pain points", "~pain" },
    { "painpoints", "pain" },
    { "pain_points", "~pain" },
    { "PainPoints", "pain" },
    { "touch-points", "touchpoint" },
    { "Customer's emotions", "emotion" },
    { "Dana's goals", "~goal" },
    { "Goals of the customer", "~goal" },
    { "Main challenges during setup", "~pain" },
    { "User thoughts and feelings", "mind" },
    { "Current touchpoints used", "~touchpoint" },
    { "Emotions and thoughts", "mind" },
    { "Expected customer behaviour", "~behavior" },
    { "Potential opportunities", "~opportunity" },
    /* contained, others */
    { "主な行動", "~behavior" },
    { "想定される課題", "~pain" },
    { "各フェーズの打ち手", "~countermeasure" },
    { "導入時のつまずき", "~pain" },
    { "期待される成果", "~effect" },
    { "施策内容", "~countermeasure" },
    { "課題一覧", "~pain" },
    { "重要KPI", "~kpi" },
    { "用户核心痛点", "~pain" },
    { "주요 접점", "~touchpoint" },
    { "Wichtigste Kundenziele", "~goal" },
    { "Hauptherausforderungen", "~pain" },
    { "Ziele des Kunden", "~goal" },
    { "Principales dolores", "~pain" },
    { "Emociones del usuario", "~emotion" },
    { "Principais dores", "~pain" },
    { "Pontos de contato digitais", "~touchpoint" },
    { "Émotions du client", "emotion" },
    { "Points de contact principaux", "~touchpoint" },
    { "Ключевые точки контакта", "~touchpoint" },
    { "Эмоции пользователя", "emotion" },
    { "Боли клиентов", "~pain" },
    { "Мысли и чувства клиента", "mind" },
    /* ours, not the customer's */
    { "自社の課題", "" },
    { "社内の問題", "" },
    { "Internal pain points", "" },
    { "自社の行動", "~countermeasure" },
    { "Our key goals", "~business_goal" },
    /* somebody else's */
    { "System behavior", "" },
    { "Studio Action", "" },
    { "システムの行動", "" },
    { "競合アクション", "" },
    { "Systemverhalten", "" },
    { "Действие системы", "" },
    { "Mitarbeiteraktivitäten", "~countermeasure" },
    /* no head of its language, or a word of other sheets beside it */
    { "Action ID", "" },
    { "Target day", "" },
    { "Numéro de problème", "" },
    { "Срок действия", "" },
    { "Touchpoint number", "" },
    { "電気接点", "" },
    { "Channels used by customers", "~touchpoint" },
    /* what only tells circumstances shares no row */
    { "状況・行動", "behavior" },
    { "情報源・接触点", "touchpoint" },
    /* ambiguous */
    { "アクション", "behavior?" },
    { "Actions", "behavior?" },
    { "目標", "goal?" },
    { "Objective", "goal?" },
    { "タイミング", "period?" },
    { "時期", "period?" },
    { "状態", "definition?" },
    { "完了条件", "exit?" },
    { "指標", "kpi?" },
    { "体験", "mind?" },
    { "Experience", "mind?" },
    { "Aktionen", "behavior?" },
    { "Ações", "behavior?" },
    { "Действия", "behavior?" },
    { "目的", "goal?" },
    { "リスク", "pain?" },
    { "Emotion Score", "emotion?" },
    /* none */
    { "プロダクト連携メモ", "" },
    { "Squad notes", "" },
    { "Customer Success", "" },
    { "Invoice", "" },
    { "Sales", "" },
    { "2025", "" },
    { "", "" },
    { "売上", "" },
    { "Name", "" },
    { "This is a very long sentence that somebody wrote about the goals", "" },
};

static void describe(const cj_sense *s, char *out)
{
    out[0] = 0;
    if (!s->n)
        return;
    sprintf(out, "%s%s%s", s->reading == CJ_READ_CONTAINED ? "~" : "",
            cj_elem_id(s->elem[0]), s->ambiguous ? "?" : "");
}

Test(sense, labels)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof labels / sizeof *labels; i++) {
        cj_sense s = cj_sense_of(&(cj_known){ .arena = a }, cj_str_of(labels[i].label));
        char got[64];

        describe(&s, got);
        cr_expect_str_eq(got, labels[i].elem, "\"%s\": %s, not %s", labels[i].label, got,
                         labels[i].elem);
    }
    cj_arena_free(a);
}

Test(sense, guidance_is_kept_as_tail)
{
    static const char *const cases[][3] = {
        { "Goals: what do they want", "Goals", ": what do they want" },
        { "Thoughts\nquotes", "Thoughts", "quotes" },
        { "打ち手(アクション)", "打ち手(アクション)", "" },
        { "Pain points e.g. delays", "Pain points", "e.g. delays" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_sense s = cj_sense_of(&(cj_known){ .arena = a }, cj_str_of(cases[i][0]));

        cr_expect(cj_str_eq(s.label, cj_str_of(cases[i][1])), "%s: \"" CJ_FMT "\"",
                  cases[i][0], CJ_ARG(s.label));
        cr_expect(cj_str_eq(s.tail, cj_str_of(cases[i][2])), "%s: \"" CJ_FMT "\"",
                  cases[i][0], CJ_ARG(s.tail));
    }
    cj_arena_free(a);
}

typedef struct axis {
    const char *label[10];
    const char *want;
} axis;

/* "!" by rule, "?" guessed, "~" contained */
static const axis axes[] = {
    { { "Goals", "Actions", "Pain Points", "Countermeasures" },
      "goal behavior! pain countermeasure" },
    { { "Goals", "Customer Actions", "Pain Points", "Actions" },
      "goal behavior pain countermeasure!" },
    { { "ゴール", "アクション", "課題", "アクション", "担当" },
      "goal behavior! pain countermeasure! owner" },
    { { "ゴール", "アクション", "課題" }, "goal behavior! pain" },
    { { "ゴール", "課題", "アクション" }, "goal pain countermeasure!" },
    { { "ゴール", "アクション", "担当" }, "goal behavior? owner" },
    { { "目標", "行動", "課題", "KPI" }, "goal! behavior pain kpi" },
    { { "ゴール", "行動", "KPI", "目標" }, "goal behavior kpi kpi_target!" },
    { { "目標", "行動", "あるべき姿", "指標" }, "goal! behavior success! kpi!" },
    { { "あるべき姿", "行動", "課題" }, "goal! behavior pain" },
    { { "ゴール", "行動", "あるべき姿" }, "goal behavior success!" },
    { { "Goals", "Responsible", "Accountable", "Consulted" }, "goal owner x x" },
    { { "Goals", "Accountable" }, "goal owner!" },
    { { "Objective", "Friction", "Response", "KPI" }, "goal! pain countermeasure! kpi" },
    { { "目標", "目標値", "行動" }, "goal! kpi_target behavior" },
    { { "時期", "ゴール", "打ち手", "タイミング" }, "period! goal countermeasure timing!" },
    { { "状態", "ゴール", "行動" }, "definition! goal behavior" },
    { { "フェーズの定義", "状態", "行動" }, "definition mind! behavior" },
    { { "完了条件", "行動", "課題" }, "success! behavior pain" },
    { { "完了条件", "成功の定義", "課題" }, "exit! success pain" },
    { { "課題", "リスク", "行動" }, "pain risk! behavior" },
    { { "リスク", "行動", "感情" }, "pain! behavior emotion" },
    { { "Experience", "Actions", "Pain Points" }, "mind! behavior! pain" },
    { { "Feelings", "Experience", "Pain Points" }, "emotion x pain" },
    { { "Goals", "Needs", "Pain Points" }, "goal x pain" },
    /* the table of the model, row by row */
    { { "ゴール", "行動", "打ち手", "アクション" }, "goal behavior countermeasure x" },
    { { "Goals", "Steps", "Actions", "Pain Points" },
      "goal behavior! countermeasure! pain" },
    { { "ゴール", "タスク" }, "goal behavior?" },
    { { "Goals", "Objective", "KPI" }, "goal kpi_target! kpi" },
    { { "Objective", "Customer Actions" }, "goal! behavior" },
    { { "ゴール", "KPI", "行動", "目標" }, "goal kpi behavior kpi_target?" },
    { { "ゴール", "行動", "目標" }, "goal behavior x" },
    { { "KPI", "目標値", "目標" }, "kpi kpi_target goal!" },
    { { "ゴール", "問題" }, "goal pain!" },
    { { "ゴール", "課題", "問題" }, "goal pain x" },
    { { "Goals", "Issues" }, "goal pain!" },
    { { "ゴール", "自社の課題", "社内の問題" }, "goal x x" },
    { { "リスク", "問題", "ゴール" }, "risk! pain! goal" },
    { { "課題", "解約リスク", "リスク" }, "pain risk x" },
    { { "タイミング", "ゴール", "打ち手" }, "period! goal countermeasure" },
    { { "ゴール", "行動", "スケジュール", "打ち手" },
      "goal behavior period? countermeasure" },
    { { "期間", "ゴール", "Timing", "打ち手" }, "period goal timing? countermeasure" },
    { { "期間", "打ち手", "実施時期", "タイミング" }, "period countermeasure timing x" },
    { { "期間", "Timing", "ゴール", "行動" }, "period timing? goal behavior" },
    { { "状態", "成功の状態", "行動" }, "definition! success behavior" },
    { { "フェーズの定義", "状態", "感情", "行動" }, "definition x emotion behavior" },
    { { "完了条件", "成功の定義", "終了条件" }, "x success exit" },
    { { "ゴール", "指標" }, "goal kpi!" },
    { { "ゴール", "指標", "KPI" }, "goal x kpi" },
    { { "ゴール", "体験" }, "goal mind!" },
    { { "思考", "体験" }, "thought x" },
    { { "ゴール", "ステータス" }, "goal status!" },
    { { "行動", "目的" }, "behavior goal!" },
    { { "ゴール", "目的" }, "goal x" },
    { { "Goals", "Pain points & opportunities", "Opportunities" },
      "goal pain+opportunity opportunity" },
    { { "目標", "Actions & Touchpoints", "アクション" },
      "goal! behavior+touchpoint countermeasure!" },
    { { "Actions and owner", "アクション" }, "countermeasure+owner behavior!" },
    { { "課題・機会", "リスク" }, "pain+opportunity risk!" },
    { { "Top pain points", "Sales figures" }, "x x" },
    { { "Top pain points", "Goals" }, "~pain goal" },
    { { "Top pain points", "Dana's goals", "Key emotions" }, "~pain ~goal ~emotion" },
    { { "Top pain points", "Dana's goals" }, "x x" },
};

Test(sense, neighbours_decide)
{
    static const char *const mark[] = { "", "", "!", "?", "" };
    cj_arena *a = cj_arena_new(0);
    size_t i, k, n;

    for (i = 0; i < sizeof axes / sizeof *axes; i++) {
        cj_labelled row[10];
        cj_sense sense[10];
        cj_str got = CJ_STR("");

        for (n = 0; n < 10 && axes[i].label[n]; n++) {
            sense[n] = cj_sense_of(&(cj_known){ .arena = a }, cj_str_of(axes[i].label[n]));
            row[n].sense = &sense[n];
        }
        cj_labels_resolve(row, n);
        for (k = 0; k < n; k++)
            got = cj_str_fmt(a, CJ_FMT "%s%s%s%s%s", CJ_ARG(got), k ? " " : "",
                             row[k].reading == CJ_READ_CONTAINED ? "~" : "",
                             row[k].elem == CJ_CUSTOM ? "x" : cj_elem_id(row[k].elem),
                             row[k].also == CJ_CUSTOM ? "" : "+",
                             row[k].also == CJ_CUSTOM ? mark[row[k].reading]
                                                      : cj_elem_id(row[k].also));
        cr_expect(cj_str_eq(got, cj_str_of(axes[i].want)), CJ_FMT ", not %s", CJ_ARG(got),
                  axes[i].want);
    }
    cj_arena_free(a);
}
