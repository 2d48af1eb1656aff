/* gen.c - writes the workbooks that the benchmark reads: gen maps DIR N. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static uint64_t state = 0x9E3779B97F4A7C15u;

static uint32_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32);
}

static const char *const words[] = {
    "顧客",           "設定",          "連携",           "レポート",
    "ダッシュボード", "管理者",        "チーム",         "権限",
    "月次",           "集計",          "不安",           "期待",
    "満足",           "疑問",          "キックオフ",     "ウェビナー",
    "メール",         "定例",          "を確認する",     "が分からない",
    "に問い合わせる", "を共有する",    "に時間がかかる", "A&B",
    "<3回>",          " [E1]",         "【仮説】",       "KPI",
    "目標80%",        "契約後7日以内",
};

static const char *const labels[] = {
    "項目",           "顧客のゴール", "行動", "思考・感情",         "課題・ペイン",
    "タッチポイント", "成功の定義",   "KPI",  "打ち手(アクション)", "担当部署",
    "感情スコア",     "備考",
};

static const char *const phases[] = { "導入期", "活用促進期", "活用定着・拡大期",
                                      "更新期" };

static void sentence(char *to, size_t n)
{
    size_t k = 3 + next_random() % 8, at = 0;

    to[0] = 0;
    while (k--) {
        const char *w = words[next_random() % (sizeof words / sizeof *words)];

        if (at + strlen(w) + 1 > n)
            break;
        strcpy(to + at, w);
        at += strlen(w);
    }
}

static void write_map(const char *path, int number)
{
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "ジャーニーマップ");
    lxw_format *head = workbook_add_format(book), *body = workbook_add_format(book);
    char text[1024];
    lxw_row_t r;
    lxw_col_t c;

    format_set_bold(head);
    format_set_bg_color(head, 0xDDEBF7);
    format_set_text_wrap(body);
    worksheet_set_column(sheet, 0, 0, 14, NULL);
    worksheet_set_column(sheet, 1, 4, 28, NULL);
    snprintf(text, sizeof text, "カスタマージャーニーマップ %d", number);
    worksheet_merge_range(sheet, 0, 0, 0, 4, text, head);
    for (r = 0; r < sizeof labels / sizeof *labels; r++) {
        worksheet_write_string(sheet, r + 1, 0, labels[r], head);
        for (c = 0; c < 4; c++) {
            if (r == 0) {
                worksheet_write_string(sheet, 1, (lxw_col_t)(c + 1), phases[c], head);
            } else if (r == 10) {
                worksheet_write_number(sheet, r + 1, (lxw_col_t)(c + 1),
                                       (double)(next_random() % 5) - 2, body);
            } else {
                sentence(text, sizeof text);
                worksheet_write_string(sheet, r + 1, (lxw_col_t)(c + 1), text, body);
            }
        }
    }
    worksheet_freeze_panes(sheet, 2, 1);
    workbook_close(book);
}

/* 100,000 rows of ten cells: names, shared words, a sentence each, whole numbers and fractions. */
static void write_cells(const char *path)
{
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    char text[2048];
    lxw_row_t r;
    lxw_col_t c;

    for (r = 0; r < 100000; r++) {
        snprintf(text, sizeof text, "ID-%07u", (unsigned)r);
        worksheet_write_string(sheet, r, 0, text, NULL);
        for (c = 1; c < 4; c++)
            worksheet_write_string(sheet, r, c, phases[next_random() % 4], NULL);
        sentence(text, sizeof text);
        worksheet_write_string(sheet, r, 4, text, NULL);
        for (c = 5; c < 8; c++)
            worksheet_write_number(sheet, r, c, next_random() % 100000, NULL);
        for (c = 8; c < 10; c++)
            worksheet_write_number(sheet, r, c, next_random() % 1000000000 / 1000.0, NULL);
    }
    workbook_close(book);
}

static void write_maps(const char *folder, int n)
{
    char path[4096];
    int i;

    for (i = 0; i < n; i++) {
        snprintf(path, sizeof path, "%s/map%04d.xlsx", folder, i);
        write_map(path, i);
    }
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "maps") == 0) {
        write_maps(argv[2], atoi(argv[3]));
    } else if (argc == 3 && strcmp(argv[1], "cells") == 0) {
        write_cells(argv[2]);
    } else {
        fprintf(stderr, "usage: gen maps DIR N | gen cells FILE\n");
        return 2;
    }
    return 0;
}
