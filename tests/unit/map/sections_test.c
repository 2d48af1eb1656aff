/* sections_test.c - the tables beside the grid, however they stand. */
#include <criterion/criterion.h>
#include "../make_book.h"
#include "base/buf.h"

#define GRID                                                                 \
    "項目\t導入期\t活用期\n顧客のゴール\ta\tb\n行動\ta\tb\n" \
    "課題・ペイン\ta\tb\n成功の定義\ta\tb\n\n"

/* "evidence(id,type,?)2: E1|アンケート|x; …": kind, fields, records, and what they say. */
static const char *shown(cj_arena *arena, const cj_map *m)
{
    size_t s, i, k;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (s = 0; s < m->n_sections; s++) {
        const cj_section *sec = &m->sections[s];

        cj_buf_fmt(&b, "%s%s(", s ? " / " : "", cj_section_name(sec->kind));
        for (k = 0; k < sec->n_columns; k++)
            cj_buf_fmt(&b, "%s%s", k ? "," : "",
                       sec->columns[k].field ? sec->columns[k].field : "?");
        cj_buf_z(&b, ")");
        for (i = 0; i < sec->n_records; i++) {
            cj_buf_z(&b, i ? ";" : "");
            if (sec->records[i].field)
                cj_buf_fmt(&b, "<%s>", sec->records[i].field);
            for (k = 0; k < sec->n_columns; k++)
                cj_buf_fmt(&b, "%s" CJ_FMT, k ? "|" : "",
                           CJ_ARG(sec->records[i].cell[k].text));
        }
    }
    return cj_str_z(arena, cj_buf_str(&b));
}

/* Claimed and left over are all of them, each once. */
static void nothing_lost(const cj_map *m, const char *name)
{
    size_t s, i, k, n = 0, all = 0;

    for (s = 0; s < m->book->n_sheets; s++) {
        bool mine = s == m->sheet;

        for (k = 0; k < m->n_leaves; k++)
            mine = mine || m->leaves[k].at.sheet == s;
        all += mine ? m->book->sheets[s].n_cells : 0;
    }
    for (i = 1; i < m->n_leaves; i++)
        n += m->leaves[i].at.sheet == m->leaves[i - 1].at.sheet &&
             m->leaves[i].at.row == m->leaves[i - 1].at.row &&
             m->leaves[i].at.col == m->leaves[i - 1].at.col;
    cr_expect_eq(m->n_leaves - n + m->n_leftover, all,
                 "%s: %zu leaves, %zu left over, %zu cells", name, m->n_leaves - n,
                 m->n_leftover, all);
}

static void check(const char *text, const char *want, size_t leftover)
{
    cj_arena *arena = cj_arena_new(0);
    cj_err err = { .rc = CJ_OK };
    cj_map *m = make_map(arena, text, &err);

    cr_assert(m != NULL, "no map in %s", text);
    cr_expect_str_eq(shown(arena, m), want, "%s\n  got  %s\n  want %s", text,
                     shown(arena, m), want);
    cr_expect_eq(m->n_leftover, leftover, "%s: %zu left over", text, m->n_leftover);
    nothing_lost(m, text);
    cj_arena_free(arena);
}

Test(sections, markers)
{
    static const char *const marks[] = {
        "■根拠",
        "◆根拠一覧",
        "● 根拠",
        "○根拠",
        "□根拠",
        "▼根拠",
        "▶根拠",
        "◇根拠",
        "★根拠",
        "# 根拠",
        "【根拠】",
        "[根拠]",
        "［根拠］",
        "■ 3. 根拠",
        "■根拠（出典）",
        "## 根拠",
        "＃根拠",
        "☆根拠",
        "▽根拠",
        "≪根拠≫",
        "＜根拠＞",
        "<根拠>",
        "《根拠》",
        "■根拠■",
        "---根拠---",
        "=== 根拠 ===",
        "※根拠一覧",
        "◎根拠",
        "■エビデンス一覧：",
        "3. 根拠",
        "根拠",
        "根拠一覧",
        "Evidence log",
        "# EVIDENCE",
    };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        cj_arena *arena = cj_arena_new(0);

        check(cj_str_z(arena,
                       cj_str_fmt(arena, GRID "%s\nID\t種別\t内容\nE1\tアンケート\tx\n",
                                  marks[i])),
              "evidence(id,type,summary)E1|アンケート|x", 0);
        cj_arena_free(arena);
    }
}

Test(sections, header_further_down)
{
    check(GRID "■根拠\n※IDは変えないでください\nID\t種別\t内容\nE1\tアンケート\tx\n",
          "evidence(id,type,summary)E1|アンケート|x", 1);
    check(GRID "■根拠\n\n\nID\t種別\t内容\n\nE1\tアンケート\tx\n\n\nE2\t\ty\n",
          "evidence(id,type,summary)E1|アンケート|x;E2||y", 0);
    check(GRID "■根拠\t\t最終更新 2025-06-30\nID\t種別\t内容\nE1\tアンケート\tx\n",
          "evidence(id,type,summary)E1|アンケート|x", 1);
    check(GRID "■根拠\n記入のきまり\t番号は変えない\nID\t種別\t内容\nE1\tアンケート\tx\n",
          "evidence(id,type,summary)E1|アンケート|x", 2);
}

Test(sections, columns_in_any_order)
{
    check(GRID "■根拠\n\t内容\t色\t№\t調査種別\n\tx\t赤\tE1\tアンケート\n",
          "evidence(summary,?,id,type)x|赤|E1|アンケート", 0);
    check(
        GRID
        "# Evidence\n #\tSource type \tWhat we learned\tCOLLECTED ON\n1\tSurvey\tx\t2025-06-01\n",
        "evidence(id,type,summary,date)1|Survey|x|2025-06-01", 0);
    check(
        GRID
        "■KPI\nフェーズ※必須\tKPI名\t目標値(%)\t2025Q1\t担当者\n導入期\tx率\t80\t70\tCS\n",
        "kpi(phase,name,target,?,owner)導入期|x率|80|70|CS", 0);
    check(
        GRID
        "■アクションプラン\nNo.\tフェーズ\t施策\t担当部署\t実施時期\t期限\t進捗\n1\t導入期\tx\tCS\t7日目\t2025/9/30\t完了\n",
        "actions(id,phase,what,owner,when,due,status)1|導入期|x|CS|7日目|2025/9/30|完了",
        0);
    check(GRID "■改訂履歴\n版数\t改訂日\t改訂内容\t改訂者\n1.0\t2025/3/28\t初版\t中村\n",
          "history(version,date,what,who)1.0|2025/3/28|初版|中村", 0);
    check(
        GRID
        "# Change Log\nVer.\tDate\tChanges\tReason\tAuthor\n1.0\t2025-03-28\tfirst\tstart\tP\n",
        "history(version,date,what,why,who)1.0|2025-03-28|first|start|P", 0);
}

Test(sections, several)
{
    check(
        GRID "■ペルソナ\n項目\t内容\n名前\t佐藤\n役職\t部長\n\n"
             "■フェーズ\nフェーズ\t期間\n導入期\t0〜30日\n\n"
             "■競合\nNo\tフェーズ\t項目\tA案\tB案\n1\t導入期\t行動\tx\ty\n\n"
             "■統合の記録\nNo\t種類\t内容\n1\t追加\tz\n",
        "persona(item,value)<name>名前|佐藤;<role>役職|部長 / phases(name,period)導入期|0〜30日 / "
        "conflicts(id,phase,element,a,b)1|導入期|行動|x|y / merge_log(id,kind,what)1|追加|z",
        0);
    check(GRID "■その他資料\n題名\t場所\n調査\t棚\n\n■根拠\nID\t内容\nE1\tx\n",
          "unknown(?,?)調査|棚 / evidence(id,summary)E1|x", 0);
    check(GRID "■使い方\n上から順に書きます\nID\t内容\n\n■根拠\nID\t内容\nE1\tx\n",
          "guide() / evidence(id,summary)E1|x", 3);
    check(GRID "■根拠\nID\t内容\nE1\tx\n\n■根拠\nID\t内容\nE2\ty\n",
          "evidence(id,summary)E1|x / evidence(id,summary)E2|y", 0);
    check(GRID "■根拠\n\n■KPI\nKPI\t目標\nx率\t80\n", "evidence() / kpi(name,target)x率|80",
          0);
}

Test(sections, sheets)
{
    check(GRID "=== 根拠\n根拠一覧（2025年6月時点）\n\nID\t種別\t内容\nE1\tアンケート\tx\n",
          "evidence(id,type,summary)E1|アンケート|x", 0);
    check(
        GRID
        "=== Evidence\nEvidence\nKept by CS\nID\tType\tSummary\nE1\tSurvey\tx\n\nE2\tUsage data\ty\n",
        "evidence(id,type,summary)E1|Survey|x;E2|Usage data|y", 1);
    check(GRID "=== 03_根拠\nID\t種別\t内容\nE1\tアンケート\tx\n",
          "evidence(id,type,summary)E1|アンケート|x", 0);
    check(GRID "=== 根拠（エビデンス）\nID\t種別\t内容\nE1\tアンケート\tx\n",
          "evidence(id,type,summary)E1|アンケート|x", 0);
    check(GRID "=== KPI一覧_2025\nKPI\t目標\nx率\t80\n", "kpi(name,target)x率|80", 0);
    check(GRID "=== 使い方\n1. 目的を書く\n=== 根拠\nID\t内容\nE1\tx\n",
          "evidence(id,summary)E1|x", 0);
}

Test(sections, personas)
{
    static const char *const want =
        "persona(item,value)<name>名前|佐藤 美咲;<role>役職|部長;<duties>業務内容|予算の管理";

    check(GRID "■ペルソナ\n名前\t佐藤 美咲\n役職\t部長\n業務内容\t予算の管理\n", want, 0);
    check(GRID "■ペルソナ\n名前\t佐藤 美咲\t役職\t部長\n業務内容\t予算の管理\n", want, 0);
    check(GRID "■ペルソナ\n名前\t役職\t業務内容\n佐藤 美咲\t部長\t予算の管理\n", want, 0);
    check(GRID "■ペルソナ\n名前：佐藤 美咲\n役職：部長\n業務内容：予算の管理\n", want, 0);
    check(GRID "■ペルソナ\n名前：佐藤 美咲\\n役職：部長\\n業務内容：予算の管理\n", want, 0);
    check(GRID "■ペルソナ\n\t名前\t佐藤 美咲\n\t役職\t部長\n\t業務内容\t予算の管理\n", want,
          0);
    check(GRID "■ペルソナ\n項目\t内容\n名前\t佐藤 美咲\n役職\t部長\n業務内容\t予算の管理\n",
          want, 0);
    check(
        GRID
        "=== ペルソナ\nペルソナシート\n\n項目\t内容\n名前\t佐藤 美咲\n役職\t部長\n業務内容\t予算の管理\n",
        want, 0);
    check(GRID "=== Persona\nField\tValue\tNotes\nName\tDana\tasked\nRole\tManager\t\n",
          "persona(item,value)<name>Name|Dana;<role>Role|Manager", 2);
    check(
        GRID
        "=== ペルソナ\n基本情報\t名前\t佐藤 美咲\n\t役職\t部長\n仕事\t業務内容\t予算の管理\n",
        want, 2);
}

/* Rows of the grid may look like titles. */
Test(sections, rows_are_no_titles)
{
    check(
        "項目\t導入期\t活用期\n■顧客のゴール\ta\tb\n■行動\ta\tb\n■課題・ペイン\ta\tb\n■KPI\ta\tb\n"
        "■担当部署\ta\tb\n\n■KPI\nフェーズ\tKPI\t目標\n導入期\tx率\t80\n",
        "kpi(phase,name,target)導入期|x率|80", 0);
    check(
        "項目\t導入期\t活用期\n【顧客のゴール】\ta\tb\n【行動】\ta\tb\n【課題・ペイン】\ta\tb\n\n【KPI】\n"
        "【打ち手】\ta\tb\n",
        "", 0);
    check(
        "項目\t導入期\t活用期\n顧客のゴール\ta\tb\n行動\ta\tb\n課題・ペイン\ta\tb\n\n予算コード\ta\tb\n"
        "KPI\ta\tb\n打ち手\ta\tb\n",
        "", 0);
}
