/* kinds.c - other kinds of sheet than a journey map, known by their headers. */
#include "map/kinds.h"
#include "map/normal.h"
#include "map/window.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

enum {
    ROWS = 25,
    COLS = 30,
    CELLS = 500,
    MAX_HEADER = 60,
    SHOWN = 4,
    EXCERPT = 20,
    LABEL_COLS = 3
};

typedef struct kind {
    cj_text says,
        near; /* {0}: the place, {1}: its headers; or {1} the labels, {2} the headers */
    unsigned need; /* different headers of it in one row or column */
    const char *
        words; /* keys of labels, parted by spaces; + in front: one of these has to be there */
} kind;

/* clang-format off */
#define NONE_EN(kind) "No journey map table found. {0} looks like " kind " ({1}); a map has phases " \
    "on one side, and on the other elements such as goal, actions, feelings and pain points. " \
    "`cjtemplate` writes a blank one."
#define NONE_JA(kind) "ジャーニーマップの表が見つかりません。{0} は、" kind "のようです（{1}）。マップには、" \
    "横（または縦）にフェーズ、もう一方にゴール・行動・感情・課題などの項目が必要です。" \
    "`cjtemplate` でひな形を作れます。"
#define NEAR_EN(kind) "No journey map table found; {0} comes near with {1}, but by {2} it looks like " \
    kind ". If it is the map, say so with --sheet or --orient."
#define NEAR_JA(kind) "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、{2} もあるため、" \
    kind "のように見えます。これがマップなら --sheet か --orient で指定してください。"
#define SAYS(en, ja) { NONE_EN(en), NONE_JA(ja) }, { NEAR_EN(en), NEAR_JA(ja) }
/* clang-format on */

/* The first of two that fit alike wins: the more special ones stand first. */
static const kind kinds[] = {
    { SAYS("a RACI table", "RACI（役割分担）の表"), 3,
      "+responsible +accountable consulted informed r a c i +raci +実行責任者 +説明責任者 相談先 "
      "報告先 実行責任 説明責任 協業先 +実行責任 +説明責任" },
    { SAYS("a list of test cases", "テストケースの一覧"), 2,
      "+testcase +testcaseid +expectedresult actualresult steps precondition +期待結果 +テスト項目 "
      "+テストケース 実施結果 確認手順 前提条件" },
    { SAYS("a list of user stories", "ユーザーストーリーの一覧"), 2,
      "+asa +asan +iwant +iwantto +sothat +userstory +userstories acceptancecriteria storypoints "
      "+ユーザーストーリー +受け入れ基準 +受入基準 ストーリーポイント" },
    { SAYS("a user story map", "ユーザーストーリーマップ"), 2,
      "+release1 +release2 +release3 +mvp backbone useractivities useractivity usertasks usertask "
      "activities epics +リリース1 +リリース2 バックボーン ユーザータスク アクティビティ" },
    { SAYS("a backlog", "バックログ"), 3,
      "+sprint +storypoints +epic +backlog id priority size estimate status assignee title type "
      "ticket +スプリント +バックログ +エピック 優先度 見積 見積もり 工数 担当者 ステータス" },
    { SAYS("a list of issues", "課題管理表"), 3,
      "+severity +reporter +resolution +issueid +ticket +stepstoreproduce +dateopened +opened id issue "
      "status assignee owner date duedate +起票日 +起票者 +発生日 +対応策 +対応日 +対応者 +解決日 課題 "
      "期限 ステータス 担当者 no" },
    { SAYS("a risk register", "リスク管理表"), 3,
      "+risk +risks likelihood probability impact +mitigation owner status +リスク 影響度 発生確率 "
      "発生頻度 +対応策 +軽減策" },
    { SAYS("a sales pipeline", "商談・案件の管理表"), 3,
      "+deal +dealname +closedate +expectedclose +dealsize account company stage amount probability "
      "owner nextstep +opportunityname +商談 +商談名 +案件 +案件名 +受注予定日 +確度 +見込み額 企業名 "
      "会社名 顧客名 フェーズ ステージ 金額 営業担当 次のアクション" },
    { SAYS("a project plan", "プロジェクト計画・WBS"), 3,
      "+wbs +taskname +startdate +enddate +finish +predecessors +%complete +percentcomplete "
      "+deliverables +milestone start end task owner assignee status phase duration +開始日 +終了日 "
      "+開始予定日 +終了予定日 +進捗率 +工数 +成果物 タスク 担当者 担当 進捗 フェーズ 工程" },
    { SAYS("a record of events", "履歴・ログの表"), 3,
      "+timestamp +eventtime +eventid +event +sessionid +userid +customerid date time stage phase action "
      "channel user +日時 +発生日時 +イベント +対応日時 +顧客id +顧客番号 日付 対応内容 ステージ フェーズ "
      "アクション 活動内容 担当者 対応者" },
    { SAYS("an OKR sheet", "OKRの表"), 2,
      "+keyresult +keyresults +kr objective objectives progress confidence owner initiative initiatives "
      "target +主要な成果 +主要成果 +キーリザルト 目標 進捗 達成率 自信度" },
    { SAYS("a list of KPIs", "KPIの一覧・実績表"), 3,
      "+kpi +metric +metrics +指標 target actual baseline unit owner +目標値 +実績 +実績値 +達成率 "
      "基準値 単位 前月比 前年比 status" },
    { SAYS("a list of questions and answers", "FAQ（よくある質問）"), 2,
      "+question +questions answer answers category +質問 +よくある質問 +回答 +設問 カテゴリ" },
    { SAYS("survey answers", "アンケートの回答"), 3,
      "+respondent +respondentid +responsedate +submittedat q1 q2 q3 q4 q5 score comment +回答者 "
      "+回答日 +回答日時 +設問1 設問2 設問3 満足度 自由記述 自由回答 コメント" },
    { SAYS("minutes of a meeting", "議事録"), 3,
      "+agenda +attendees +decisions +decision +actionitems date time topic owner due +議題 +出席者 "
      "+参加者 +決定事項 +宿題 日時 担当 期限 場所" },
    { SAYS("a content calendar", "コンテンツ・配信の計画表"), 3,
      "+publishdate +publicationdate +headline +campaign channel title author status budget format "
      "+公開日 +公開予定日 +配信日 +キャンペーン タイトル 媒体 チャネル 担当者 ステータス 予算" },
    { SAYS("a SWOT table", "SWOT分析"), 2,
      "+strengths weaknesses opportunities threats +強み 弱み 機会 脅威" },
    { SAYS("a list of contacts", "連絡先・顧客の一覧"), 2,
      "+email +e-mail +phone +telephone +mobile name firstname lastname company role title address "
      "+メール +メールアドレス +電話 +電話番号 氏名 名前 会社名 部署 役職 住所" },
    { SAYS("a sheet about one person (a persona)", "ペルソナのシート"), 3,
      "+age +年齢 +gender +性別 +occupation +職業 +職種 name role company goals goal pains painpoints "
      "frustrations motivations bio quote behaviors hobbies 名前 氏名 役職 会社 会社名 業務内容 課題 "
      "目標 情報収集 趣味 家族構成 悩み" },
    { SAYS("an invoice or price list", "請求書・価格表"), 2,
      "+unitprice +invoiceno +invoice +sku +qty +quantity +price amount total item +単価 +請求番号 "
      "+数量 +小計 +税込 金額 合計 品名 商品名" },
    { SAYS("a training plan", "研修・学習の計画表"), 3,
      "+module +lesson +course +assessment +learningobjectives objectives activities resources duration "
      "+講座 +研修名 +カリキュラム +講師 対象者 所要時間 目的 内容" },
    { SAYS("a list of scores by stage", "フェーズ別のスコア表"), 2,
      "+score +healthscore +rating +スコア +評価 +点数 +ヘルススコア stage phase フェーズ ステージ" },
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

/* Whether a key is one of the kind's words, and one of those that have to be there. */
static bool has_word(const kind *k, cj_str key, bool *must)
{
    const char *p = k->words;

    while (*p) {
        size_t n = strcspn(p, " ");
        bool plus = *p == '+';

        if (n - plus == key.n && memcmp(p + plus, key.p, key.n) == 0) {
            *must = plus;
            return true;
        }
        p += n + (p[n] == ' ');
    }
    return false;
}

/* The headers of a row or column. */
typedef struct headers {
    cj_str text[COLS], key[COLS];
    unsigned n, row, col;
} headers;

/* How many different headers the kind knows; 0 where those are missing that have to be there. */
static unsigned count(const kind *k, const headers *h)
{
    unsigned i, n = 0;
    bool any = false;

    for (i = 0; i < h->n; i++) {
        bool must = false;

        n += has_word(k, h->key[i], &must);
        any = any || must;
    }
    return any && n >= k->need ? n : 0;
}

static cj_str list_words(cj_arena *arena, const kind *k, const headers *h)
{
    unsigned i, n = 0;
    bool must;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < h->n && n < SHOWN; i++) {
        if (!has_word(k, h->key[i], &must))
            continue;
        cj_buf_z(&b, n++ ? ", " : "");
        cj_buf_add(&b, cj_utf8_excerpt(arena, h->text[i], EXCERPT));
    }
    return cj_buf_str(&b);
}

static void better(cj_arena *arena, const headers *h, unsigned *best, cj_kind *out)
{
    unsigned k;

    for (k = 0; k < N_KINDS && h->n > 1; k++) {
        unsigned n = count(&kinds[k], h);

        if (n <= *best)
            continue;
        *best = n;
        out->says = kinds[k].says;
        out->near = kinds[k].near;
        out->row = h->row;
        out->col = h->col;
        out->words = list_words(arena, &kinds[k], h);
    }
}

static void add(cj_arena *arena, headers *h, cj_str text)
{
    unsigned i;
    cj_str key;

    if (h->n == COLS || !text.n || text.n > MAX_HEADER)
        return;
    key = cj_label_key(arena, text);
    key = cj_str_cut(key, 0, cj_str_find(key, CJ_STR("(")));
    for (i = 0; i < h->n && !cj_str_eq(h->key[i], key); i++)
        ;
    if (i < h->n || !key.n)
        return;
    h->text[h->n] = text;
    h->key[h->n++] = key;
}

/* The words of a kind among labels that are no elements of a map; 0 where it is no such table. */
unsigned cj_kind_words(cj_arena *arena, const cj_str *label, const bool *element,
                       unsigned n)
{
    headers all = { .n = 0 }, foreign = { .n = 0 };
    unsigned i, k, best = 0;
    bool must;

    for (i = 0; i < n; i++) {
        add(arena, &all, label[i]);
        if (!element[i])
            add(arena, &foreign, label[i]);
    }
    for (k = 0; k < N_KINDS && foreign.n; k++) {
        unsigned words = 0;

        for (i = 0; i < foreign.n; i++)
            words += has_word(&kinds[k], foreign.key[i], &must);
        if (words > best && count(&kinds[k], &all))
            best = words;
    }
    return best;
}

bool cj_kind_of_sheet(cj_arena *arena, const cj_book *book, unsigned sheet, cj_kind *out)
{
    const cj_sheet *s = &book->sheets[sheet];
    headers row = { .n = 0 }, column[LABEL_COLS] = { { .n = 0 } };
    unsigned best = 0, now = 0, j;
    size_t i;

    for (i = 0; i < s->n_cells && i < CELLS; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);
        cj_str text = cj_seen(arena, book, c);

        if (c->row > ROWS)
            break;
        if (c->row != now) {
            better(arena, &row, &best, out);
            row = (headers){ .row = c->row, .col = c->col };
            now = c->row;
        }
        add(arena, &row, text);
        if (c->col > LABEL_COLS)
            continue;
        if (!column[c->col - 1].n)
            column[c->col - 1] = (headers){ .row = c->row, .col = c->col };
        add(arena, &column[c->col - 1], text);
    }
    better(arena, &row, &best, out);
    for (j = 0; j < LABEL_COLS; j++)
        better(arena, &column[j], &best, out);
    return best > 0;
}
