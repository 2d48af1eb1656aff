/* guide_hints.c - what belongs in each field around the grid and in each column of the tables. */
#include <cj/guide.h>
#include <string.h>

typedef struct hint {
    const char *field;
    cj_text text;
} hint;

static const cj_text none = { "", "" };

/* ---- above the grid ------------------------------------------------------------------------------ */

static const cj_text meta[CJ_N_META] = {
    [CJ_META_TITLE] = { "What this map is called: product and customers. Example: Acme "
                        "Approvals, "
                        "Standard plan",
                        "製品名と対象が分かる名前を付けます。例：ツミキ申請 スタンダードプラン" },
    [CJ_META_PURPOSE] = { "What is to change, by when, from which figure to which. "
                          "Example: Raise "
                          "onboarding completion from 62% to 80% by 2026-09-30",
                          "何を・いつまでに・どの数値にしたいのかを1文で書きます。例：2026年9月末までにオンボーディング完了率を62%から80%にする" },
    [CJ_META_MAP_GOAL] = { "How things should be for customers once the purpose is "
                           "reached. "
                           "Example: New customers need nobody's help after day 30",
                           "目的を果たしたとき、顧客がどうなっていてほしいかを書きます。例：新しい顧客が30日で自走できている" },
    [CJ_META_PRODUCT] = { "The product that the journey is about.",
                          "このマップで扱う製品・サービスの名前です。" },
    [CJ_META_PLAN] = { "The plan or edition, if the journey depends on it. Example: "
                       "Standard",
                       "プランによって体験が変わるときに書きます。例：スタンダードプラン" },
    [CJ_META_SEGMENT] = { "Which customers the map is about. Example: Manufacturers with "
                          "200-500 "
                          "employees",
                          "どんな顧客を対象にしたマップかを書きます。例：従業員200〜500名の製造業" },
    [CJ_META_PERSONA] = { "Whose journey it is: one person with role, name and age. "
                          "Example: Office "
                          "manager Karen Hughes (42)",
                          "誰のジャーニーかを、役職・名前・年齢の分かる1人に決めて書きます。例：総務課長 高橋 直子さん（42歳）" },
    [CJ_META_SCOPE] = { "As-is or to-be, and from where to where. Example: As-is, from "
                        "signature to "
                        "renewal",
                        "現状と理想のどちらを描くのか、どこからどこまでかを書きます。例：現状、契約から更新まで" },
    [CJ_META_VERSION] = { "1.0 is the first version that the team shares; add 0.1 at each "
                          "review.",
                          "チームに共有する最初の版を1.0とし、レビューのたびに0.1ずつ上げます。" },
    [CJ_META_MATURITY] = { "draft: still being filled. v1: shared with the team. "
                           "operational: "
                           "reviewed every quarter. The check is stricter with each step.",
                           "下書き＝記入中、初版＝チームに共有、運用＝四半期ごとに見直し。段階が進むほど点検が厳しくなります。" },
    [CJ_META_CREATED] = { "The day on which the map was begun, as 2026-01-09.",
                          "作り始めた日です。2026-01-09 のように書きます。" },
    [CJ_META_UPDATED] = { "The day of the last change, as 2026-01-23.",
                          "最後に直した日です。2026-01-23 のように書きます。" },
    [CJ_META_LAST_REVIEW] = { "The day on which the team last went through the map "
                              "together.",
                              "チームで最後に見直した日です。" },
    [CJ_META_NEXT_REVIEW] = { "The day of the next review; about three months after the "
                              "last one.",
                              "次に見直す日です。前回からおよそ3か月後にします。" },
    [CJ_META_AUTHOR] = { "Who made the map, with the department. Example: Priya (Customer "
                         "Success)",
                         "作った人と部署を書きます。例：中村（CS）" },
    [CJ_META_CONTRIBUTORS] = { "Who took part, from two departments or more, people who "
                               "talk to "
                               "customers among them. Example: Priya (Customer Success); "
                               "Tom (Support)",
                               "一緒に作った人と部署を書きます。現場のメンバーを含め、2つ以上の部署から集めます。例：中村（CS）、井上（サポート）" },
    [CJ_META_MAP_OWNER] = { "The one person who keeps the map up to date.",
                            "マップを最新に保つ責任者を1人決めて書きます。" },
    [CJ_META_APPROVER] = { "Who approves a new version.",
                           "新しい版を承認する人を書きます。" },
    [CJ_META_NOTE] = { "Anything else that readers should know.",
                       "ほかに伝えておきたいことを書きます。" },
};

/* ---- the persona ---------------------------------------------------------------------------------- */

static const hint persona[] = {
    { "name",
      { "A made-up name, not that of a real customer. Example: Karen Hughes",
        "架空の名前を付けます。実在の顧客名は使いません。例：高橋 直子" } },
    { "age", { "A number. Example: 42", "数字で書きます。例：42" } },
    { "role",
      { "What the person is in the company. Example: Office manager",
        "会社での役職を書きます。例：総務課長" } },
    { "company",
      { "Industry and size. Example: Maker of industrial parts, 350 employees",
        "業種と規模を書きます。例：産業部品メーカー（従業員350名）" } },
    { "duties",
      { "What the person does all day, beyond our product.",
        "製品を使う場面だけでなく、ふだんの仕事の内容を書きます。" } },
    { "pains",
      { "What is hard in this work today, with figures. Example: Checking 200 requests "
        "takes 30 hours a month",
        "いまの仕事で困っていることを、数字を入れて書きます。例：申請200件の確認に月30時間かかる" } },
    { "goals",
      { "What the person wants to reach at work. Example: Keep overtime below 10 hours",
        "仕事で実現したいことを書きます。例：残業を月10時間以内に抑える" } },
    { "info",
      { "Where the person looks for answers. Example: Trade press, peers, case studies",
        "情報をどこから得ているかを書きます。例：業界誌、同業の勉強会、事例記事" } },
    { "skill",
      { "How comfortable the person is with such tools. Example: Good with spreadsheets",
        "ITにどのくらい慣れているかを書きます。例：表計算ソフトは得意" } },
    { "authority",
      { "What the person may decide alone. Example: Purchases up to $5,000 a year",
        "1人で決められる範囲を書きます。例：年50万円まで" } },
    { "quote",
      { "A sentence the person would say. Example: \"It has to work without anyone "
        "asking\"",
        "この人らしいひと言を書きます。例：「現場が迷わない仕組みにしたい」" } },
    { "source",
      { "What the persona is based on: IDs from the Evidence sheet. Example: E1, E3",
        "この人物像の裏付けになる「根拠」シートのIDを書きます。例：E1、E3" } },
};

/* ---- the tables ------------------------------------------------------------------------------------ */

static const hint phases[] = {
    { "name", { "As in the header of the map.", "マップの見出しと同じ名前を書きます。" } },
    { "period",
      { "In days after the contract. Example: Day 0-30",
        "契約からの日数で書きます。例：契約後0〜30日" } },
    { "definition",
      { "Which customers are in this phase.",
        "どんな状態の顧客がいるフェーズかを書きます。" } },
    { "entry",
      { "What has happened when it begins.", "何が起きたら始まるのかを書きます。" } },
    { "exit",
      { "What has happened when it is over.", "何ができたら終わるのかを書きます。" } },
    { "goal", { "What the customer wants to reach.", "顧客が達成したいことを書きます。" } },
};

static const hint evidence[] = {
    { "id",
      { "E and a number, each used once; never reuse a number for something else. Refer to "
        "it in the map as [E1].",
        "Eと番号です。重ならないように付け、あとから別の内容に使い回しません。マップの中では [E1] と書きます。" } },
    { "type",
      { "Choose from the list. Internal Workshop is what colleagues think: a start, but "
        "not yet proof.",
        "一覧から選びます。社内ヒアリングは社内の見方なので、顧客の声やデータで確かめましょう。" } },
    { "date",
      { "When it was asked or measured, as 2026-01-22.",
        "聞いた日、または集計した日です。2026-01-22 のように書きます。" } },
    { "n",
      { "How many customers, answers or tickets: a number.",
        "人数や件数を数字で書きます。" } },
    { "summary",
      { "What was found, with figures. Example: 6 of 8 customers got stuck at the import",
        "分かったことを、数字を入れて書きます。例：顧客8名のうち6名が取り込みで手が止まった" } },
    { "quote",
      { "What a customer said, word for word. Leave out names and addresses.",
        "顧客の言葉をそのまま書きます。個人名や連絡先は書きません。" } },
    { "link",
      { "Where the notes or figures are kept: folder or URL.",
        "議事録やデータの置き場所（フォルダーやURL）を書きます。" } },
    { "supports",
      { "Which phases and rows it supports. Example: Onboarding: Pain Points",
        "どのフェーズのどの項目を裏付けるかを書きます。例：導入期:課題・ペイン" } },
    { "owner",
      { "Who can be asked about it.", "内容について問い合わせる相手を書きます。" } },
    { "strength",
      { "How sure it is: assumption, internal, validated.",
        "確かさの程度（仮説・社内の見方・顧客で確認済み）を書きます。" } },
};

static const hint kpi[] = {
    { "id", { "An ID, if you need one.", "必要なときだけ、通し番号を付けます。" } },
    { "phase",
      { "Choose from the list: the phases of the map.",
        "一覧から選びます（マップのフェーズと同じです）。" } },
    { "name",
      { "The same words as in the map, without the target.",
        "マップに書いたKPIと同じ名前にします。目標値は付けません。" } },
    { "definition",
      { "How it is worked out. Example: contracts with a live form by day 30 / new "
        "contracts",
        "計算式を書きます。例：30日以内にフォームを公開した契約数÷新規契約数" } },
    { "unit",
      { "%, days, times … so that the figures beside it are plain numbers.",
        "%、日、回などの単位です。値の列には数字だけを書きます。" } },
    { "direction",
      { "Is a higher or a lower figure better? Choose from the list.",
        "高いほど良いのか、低いほど良いのかを一覧から選びます。" } },
    { "baseline",
      { "The figure at the start: a number.",
        "取り組みを始めたときの値を、数字だけで書きます。" } },
    { "target", { "The figure to reach: a number.", "目指す値を、数字だけで書きます。" } },
    { "actual",
      { "The measured figure: a number. Add one column per quarter and head it 2026Q1.",
        "測った値を、数字だけで書きます。四半期ごとに列を足し、見出しを 2026Q1 のようにします。" } },
    { "due",
      { "By when the target is to be reached, as 2026-09-30.",
        "目標をいつまでに達成するかです。2026-09-30 のように書きます。" } },
    { "source",
      { "Where the figure is taken from. Example: CRM, dashboard D-12",
        "値をどこから取るかを書きます。例：CRM、ダッシュボードD-12" } },
    { "owner",
      { "The department that takes the figure.", "値を集計する部署を書きます。" } },
    { "frequency",
      { "How often it is taken. Choose from the list.",
        "集計の頻度を一覧から選びます。" } },
    { "success_ref",
      { "The definition of success that it measures.",
        "どの成功の定義を測るのかを書きます。" } },
};

static const hint actions[] = {
    { "id",
      { "A and a number, each used once.", "Aと番号です。重ならないように付けます。" } },
    { "phase",
      { "Choose from the list: the phases of the map.",
        "一覧から選びます（マップのフェーズと同じです）。" } },
    { "what",
      { "What is done, in words that somebody new could follow. Example: Send the glossary "
        "and a 5-minute setup video",
        "何をするのかを、初めて読む人にも分かるように書きます。例：用語集と設定動画（5分）を送る" } },
    { "owner",
      { "The department that acts; one, if possible.",
        "行う部署を書きます。できれば1つに決めます。" } },
    { "person", { "The person in charge there.", "部署の中の担当者を書きます。" } },
    { "when",
      { "When in the customer's journey. Example: On day 7",
        "ジャーニーのどの時点で行うかを書きます。例：契約後7日目" } },
    { "due",
      { "By when we have it ready, as 2026-02-27; not the day on which each customer gets "
        "it.",
        "社内でいつまでに準備するかです。2026-02-27 のように書きます（顧客に届く日ではありません）。" } },
    { "pain",
      { "The pain in the map that it solves, in the same words.",
        "どの課題を解決するのかを、マップと同じ言葉で書きます。" } },
    { "aim",
      { "What should be different afterwards.",
        "これによって何を変えたいのかを書きます。" } },
    { "kpi",
      { "The KPI in which the effect will show.", "効果が表れるKPIの名前を書きます。" } },
    { "priority",
      { "Choose from the list. If everything is high, nothing is.",
        "一覧から選びます。「高」は本当に急ぐものだけにします。" } },
    { "status",
      { "Choose from the list and bring it up to date at each review.",
        "一覧から選び、レビューのたびに更新します。" } },
    { "effect",
      { "Before, after and period. Example: Completion rate 62% -> 66% (2026Q1)",
        "前後の値と期間を書きます。例：完了率 62%→66%（2026Q1）" } },
    { "decision",
      { "What the review decided: continue, change or stop.",
        "レビューで決めたこと（継続・変更・中止）を一覧から選びます。" } },
};

static const hint history[] = {
    { "version", { "The new version. Example: 1.1", "新しい版の番号です。例：1.1" } },
    { "date",
      { "When it was approved, as 2026-04-24.",
        "承認された日です。2026-04-24 のように書きます。" } },
    { "kind", { "Choose from the list.", "一覧から選びます。" } },
    { "what",
      { "What changed in the map. Example: Renewal phase added",
        "マップの何を変えたのかを書きます。例：更新期を追加" } },
    { "why",
      { "What you learned that made the change necessary. Example: Customers get stuck at "
        "the import, not at log-in",
        "変えた理由や、分かったことを書きます。例：つまずくのはログインではなく取り込みだと分かった" } },
    { "who",
      { "Who made the change. Example: Priya (Customer Success)",
        "変更した人を書きます。例：中村（CS）" } },
    { "approver", { "Who approved it.", "承認した人を書きます。" } },
};

/* ---- finding them ----------------------------------------------------------------------------------- */

static cj_text named(const hint *list, size_t n, const char *field)
{
    size_t i;

    for (i = 0; field && i < n; i++)
        if (strcmp(list[i].field, field) == 0)
            return list[i].text;
    return none;
}
#define NAMED(list, field) named((list), sizeof(list) / sizeof *(list), (field))

cj_text cj_meta_hint(cj_meta_id id)
{
    return meta[id];
}

cj_text cj_persona_hint(const char *field)
{
    return NAMED(persona, field);
}

cj_text cj_column_hint(cj_section_kind kind, const char *field)
{
    switch (kind) {
    case CJ_SECTION_PHASES:
        return NAMED(phases, field);
    case CJ_SECTION_EVIDENCE:
        return NAMED(evidence, field);
    case CJ_SECTION_KPI:
        return NAMED(kpi, field);
    case CJ_SECTION_ACTIONS:
        return NAMED(actions, field);
    case CJ_SECTION_HISTORY:
        return NAMED(history, field);
    default:
        return none;
    }
}
