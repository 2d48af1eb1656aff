/* size_test.c - CJ92x: what is too much for one look. */
#include "sample.h"

#define JA_10 "用語の意味を確かめる"
#define JA_50 JA_10 JA_10 JA_10 JA_10 JA_10
#define JA_200 JA_50 JA_50 JA_50 JA_50

Test(lint_size, cells_and_items)
{
    static const sample_case cases[] = {
        { "400 columns", "C25=" JA_200, "CJ924@C25" },
        { "one more: one finding for one paragraph", "C25=" JA_200 "よ", "CJ920@C25" },
        { "short lines, many of them",
          "C25=" JA_50 "\\n" JA_50 "\\n" JA_50 "\\n" JA_50 "\\n" JA_10, "CJ920@C25" },
        { "the source is not counted", "C25=" JA_50 "【出典：" JA_200 JA_200 "】", "" },
        { "a long note is none of the cell", "!note C25 " JA_200 JA_200, "" },
        { "a filler", "C25=未定", "" },
        { "80 characters", "C23=・" JA_50 JA_10 JA_10 JA_10, "" },
        { "and a reference", "C23=・" JA_50 JA_10 JA_10 JA_10 " [E4]", "CJ924@C23" },
        { "two long items are one finding", "C23=・" JA_200 "\\n・" JA_50 JA_50,
          "CJ920@C23" },
        { "a merged cell is one cell",
          "C25= ;; D25= ;; B25=" JA_200 JA_50 " ;; !merge B25:D25", "CJ920@B25" },
    };

    sample_check(SAMPLE_JA, "CJ920,CJ924", cases, sizeof cases / sizeof *cases);
}

Test(lint_size, items)
{
    static const sample_case cases[] = {
        { "seven", "C22=期待、不安、安心、焦り、信頼、要望、発見 [E4]", "" },
        { "eight", "C22=期待、不安、安心、焦り、信頼、要望、発見、疑問 [E4]", "CJ921@C22" },
        { "eight KPIs are for another rule", "C26=A率、B率、C率、D率、E率、F率、G率、H率",
          "" },
        { "eight lines of a note row count too",
          "A29=備考 ;; B29=1日\\n2日\\n3日\\n4日\\n5日\\n6日\\n7日\\n8日", "CJ921@B29" },
        { "sources do not", "A29=根拠 ;; B29=E1、E2、E3、E4、E5、E6、E1、E2、E3、E4", "" },
        { "nor does a row of your own",
          "A29=色 ;; B29=赤\\n青\\n緑\\n黄\\n白\\n黒\\n紫\\n茶", "" },
    };

    sample_check(SAMPLE_JA, "CJ921", cases, sizeof cases / sizeof *cases);
}
