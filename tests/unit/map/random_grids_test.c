/* random_grids_test.c - thousands of made-up business tables: none of them is a journey map. */
#include "../make_book.h"
#include "base/buf.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef __SANITIZE_ADDRESS__
#define MOST_SECONDS 40
#else
#define MOST_SECONDS 10
#endif

enum { GRIDS = 5000 };

/* Headers of plans, logs, backlogs, pipelines, budgets, lists of people. */
static const char *const foreign[] = {
    "ID",          "No",          "Date",       "Start Date", "End Date",   "Owner",
    "Assignee",    "Status",      "Priority",   "Sprint",     "Estimate",   "Task",
    "Deliverable", "Budget",      "Amount",     "Account",    "Deal",       "Close Date",
    "Probability", "Name",        "E-mail",     "Phone",      "Region",     "Category",
    "Type",        "Result",      "Comment",    "Link",       "Version",    "Severity",
    "Reporter",    "Impact",      "Risk",       "Mitigation", "Question",   "Answer",
    "Responsible", "Accountable", "Topic",      "Decision",   "Unit Price", "Quantity",
    "番号",        "日付",        "開始日",     "終了日",     "担当者",     "状態",
    "優先度",      "工数",        "タスク",     "成果物",     "予算",       "金額",
    "会社名",      "案件名",      "受注予定日", "確度",       "氏名",       "部署",
    "電話番号",    "区分",        "種別",       "結果",       "備考",       "リンク",
    "版",          "起票日",      "影響度",     "対応策",     "質問",       "回答",
    "議題",        "決定事項",    "単価",       "数量",       "進捗率",
};

/* Words of our own vocabulary that such tables use too. */
static const char *const ours[] = {
    "Goal",      "Goals",      "Action", "Actions", "KPI",    "Metrics",    "Issue",
    "Phase",     "Stage",      "Step",   "Channel", "Timing", "Activities", "Opportunity",
    "Objective", "Challenges", "目標",   "課題",    "対策",   "施策",       "指標",
    "フェーズ",  "工程",       "段階",   "時期",    "担当",   "アクション", "タスク",
    "ゴール",    "チャネル",   "リスク", "目的",
};

static const char *const texts[] = {
    "Prepare the contract",
    "Send the offer",
    "Kickoff meeting",
    "Review with finance",
    "done",
    "open",
    "in progress",
    "high",
    "low",
    "A",
    "B",
    "Sales",
    "Marketing",
    "Support",
    "IT",
    "waiting for the vendor",
    "10 licences",
    "n/a",
    "yes",
    "no",
    "TBD",
    "see sheet 2",
    "契約書を準備する",
    "見積もりを送る",
    "初回の打ち合わせ",
    "経理に確認する",
    "完了",
    "対応中",
    "高",
    "低",
    "営業部",
    "開発部",
    "情報システム部",
    "仕入先の回答待ち",
    "10ライセンス",
    "未定",
    "要確認",
    "別紙参照",
    "導入",
    "契約",
    "更新",
    "Planning",
    "Design",
    "Build",
    "Test",
    "Launch",
    "要件定義",
    "設計",
    "開発",
    "テスト",
    "運用",
    "第1四半期",
    "4月",
    "5月",
    "Q1",
    "Q2",
    "2026",
};

typedef struct maker {
    unsigned seed;
    cj_buf out;
    unsigned ours; /* of a hundred headers, so many are our words */
} maker;

static unsigned pick(maker *m, unsigned n)
{
    m->seed = m->seed * 1664525u + 1013904223u;
    return (m->seed >> 10) % n;
}

static const char *header(maker *m)
{
    if (pick(m, 100) < m->ours)
        return ours[pick(m, sizeof ours / sizeof *ours)];
    return foreign[pick(m, sizeof foreign / sizeof *foreign)];
}

/* A value of the kind that its column has: 0 texts, 1 figures, 2 dates, 3 numbers of records. */
static void value(maker *m, unsigned kind)
{
    switch (kind) {
    case 1:
        cj_buf_fmt(&m->out, "%u", pick(m, 100000));
        break;
    case 2:
        cj_buf_fmt(&m->out, "2026-%02u-%02u", pick(m, 12) + 1, pick(m, 28) + 1);
        break;
    case 3:
        cj_buf_fmt(&m->out, "T-%u", pick(m, 900) + 100);
        break;
    default:
        cj_buf_z(&m->out, pick(m, 8) ? texts[pick(m, sizeof texts / sizeof *texts)] : "");
    }
}

/* Headers over columns of one kind each. */
static void list(maker *m, unsigned rows, unsigned cols)
{
    unsigned kind[12], i, j;

    for (j = 0; j < cols; j++) {
        kind[j] = pick(m, 7) < 4 ? 0 : pick(m, 3) + 1;
        cj_buf_fmt(&m->out, "%s%s", j ? "\t" : "", header(m));
    }
    for (i = 0; i < rows; i++) {
        cj_buf_byte(&m->out, '\n');
        for (j = 0; j < cols; j++) {
            cj_buf_z(&m->out, j ? "\t" : "");
            value(m, kind[j]);
        }
    }
}

/* Labels down the side, headers above. */
static void matrix(maker *m, unsigned rows, unsigned cols)
{
    unsigned i, j, kind = pick(m, 3) ? 0 : 1;

    cj_buf_z(&m->out, pick(m, 2) ? "" : header(m));
    for (j = 1; j < cols; j++)
        cj_buf_fmt(&m->out, "\t%s",
                   pick(m, 2) ? texts[pick(m, sizeof texts / sizeof *texts)] : header(m));
    for (i = 0; i < rows; i++) {
        cj_buf_fmt(&m->out, "\n%s", header(m));
        for (j = 1; j < cols; j++) {
            cj_buf_byte(&m->out, '\t');
            value(m, kind);
        }
    }
}

static void noise(maker *m, unsigned rows, unsigned cols)
{
    unsigned i, j;

    for (i = 0; i < rows; i++)
        for (j = 0; j < cols; j++) {
            cj_buf_z(&m->out, j ? "\t" : i ? "\n" : "");
            if (pick(m, 3))
                value(m, pick(m, 4));
            else
                cj_buf_z(&m->out, pick(m, 2) ? header(m) : "");
        }
}

static cj_book *make(cj_arena *a, unsigned round)
{
    maker m = { .seed = round * 2654435761u + 1, .ours = round % 5 * 12 };
    unsigned rows, cols;

    cj_buf_init(&m.out, a);
    if (pick(&m, 3) == 0)
        cj_buf_fmt(&m.out, "%s 2026\n\n", header(&m));
    rows = 3 + pick(&m, 20);
    cols = 3 + pick(&m, 8);
    (pick(&m, 5) < 2 ? list : pick(&m, 3) ? matrix : noise)(&m, rows, cols);
    cj_buf_byte(&m.out, 0);
    return make_book(a, m.out.p);
}

/* One table in a thousand may look like a map; each that did was looked at. CJ_TIMES=1 prints
 * them. */
Test(random_grids, are_no_maps)
{
    double begin = (double)clock() / CLOCKS_PER_SEC, took;
    unsigned round, taken = 0, near = 0;

    for (round = 0; round < GRIDS; round++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = make(a, round);
        cj_maps maps;
        cj_err err;
        cj_rc rc = cj_maps_find(a, book, NULL, &maps, &err);

        taken += rc == CJ_OK;
        near += rc == CJ_ENEARLY;
        cr_assert(rc == CJ_OK || rc == CJ_ENOMAP || rc == CJ_ENEARLY);
        if (rc == CJ_OK && getenv("CJ_TIMES")) {
            size_t i;

            fprintf(stderr, "--- %u %s:", round, cj_form_name(maps.map[0].form));
            for (i = 0; i < maps.map[0].n_phases; i++)
                fprintf(stderr, " [%.*s]", CJ_ARG(maps.map[0].phases[i].name));
            for (i = 0; i < maps.map[0].n_elements; i++)
                fprintf(stderr, " %.*s", CJ_ARG(maps.map[0].elements[i].key));
            fprintf(stderr, "\n");
        }
        cj_arena_free(a);
    }
    took = (double)clock() / CLOCKS_PER_SEC - begin;
    if (getenv("CJ_TIMES"))
        fprintf(stderr, "%u grids: %u taken for a map, %u nearly, %.1f s\n", round, taken,
                near, took);
    cr_expect(taken * 1000 <= GRIDS, "%u of %u taken for a map", taken, GRIDS);
    cr_expect(took < MOST_SECONDS, "%.1f s", took);
}
