/* elements_test.c - CJ4xx: whose action it is, what is pasted, too short or vague. */
#include "sample.h"

Test(lint_elements, our_actions_among_the_customers)
{
    static const sample_case cases[] = {
        { "the customer as object", "C21=・お客様に使い方を説明する", "CJ406@C21" },
        { "us as subject", "C21=・CSが活用状況を確認する", "CJ406@C21" },
        { "a verb of ours", "C21=・利用が少ない場合は架電", "CJ406@C21" },
        { "in honorific words", "C21=・更新の3か月前にご案内", "CJ406@C21" },
        { "full width", "C21=・ＣＳが設定を支援する", "CJ406@C21" },
        { "two of them are one finding",
          "C21=・お客様に資料を送付する\\n・お客様にヒアリングする", "CJ406@C21" },
        { "to an approver", "C21=・承認者に使い方を説明する", "" },
        { "to other departments", "C21=・他部署へ案内する", "" },
        { "to employees", "C21=・全社員に利用開始を案内する", "" },
        { "they guide others", "C21=・応募者に日程を案内する", "" },
        { "they receive it", "C21=・CSから操作説明を受ける", "" },
        { "they are written to", "C21=・CSから連絡が来る", "" },
        { "we write", "C21=・CSから活用提案を行う", "CJ406@C21" },
        { "their late ones", "C21=・未提出者をフォローする", "" },
        { "they are given it", "C21=・担当CSに説明してもらう", "" },
        { "they read it", "C21=・ご案内メールを読む", "" },
        { "they ask us", "C21=・サポートに連絡する", "" },
        { "they send their papers", "C21=・申込書を送付する", "" },
        { "they look up an address", "C21=・請求書の送付先を確認する", "" },
        { "they follow up their own people", "C21=・未入力の社員をフォローする", "" },
        { "they check", "C21=・ダッシュボードを確認する", "" },
        { "they support themselves", "C21=・サポートページを検索する", "" },
        { "prospects are theirs", "C21=・見込み顧客にメールを送る", "" },
        { "a quotation", "C21=・「お客様に説明する」画面を開く", "" },
        { "our row", "C27=・【CS】31日目にお客様に使い方を説明する", "" },
    };

    sample_check(SAMPLE_JA, "CJ406", cases, sizeof cases / sizeof *cases);
}

Test(lint_elements, our_actions_in_english)
{
    static const sample_case cases[] = {
        { "to the customer", "C21=- Explain the rules to the customer", "CJ406@C21" },
        { "a CSM acts", "C21=- The CSM walks through the checklist", "CJ406@C21" },
        { "a manager acts", "C21=Account manager presents the renewal", "CJ406@C21" },
        { "we, with what we make", "C21=- We send the welcome e-mail", "CJ406@C21" },
        { "we follow up", "C21=Follow up with the customer after go-live", "CJ406@C21" },
        { "the customer acts", "C21=- The customer sends the bank files", "" },
        { "calls us", "C21=- Call the CSM when in doubt", "" },
        { "meets us", "C21=- Attend CSM calls", "" },
        { "we of the customer", "C21=- We call support", "" },
        { "we of the customer again", "C21=- We send invoices by hand", "" },
        { "to their approver", "C21=- Explain it to the approver", "" },
        { "their customers", "C21=- Send quotes from the new screen", "" },
        { "their own host", "C21=- Host an internal kickoff", "" },
        { "a noun", "C21=- Read the support article", "" },
        { "a thing of the customer", "C21=- Shares the customer portal link", "" },
        { "a meeting", "C21=- Customer success call attended", "" },
        { "several customers of theirs", "C21=- Sends invoices to customers", "" },
        { "a team of ours", "C21=- Onboarding team sets up the workspace", "CJ406@C21" },
        { "the customer's people", "C21=- Train the customer's admins", "CJ406@C21" },
        { "call inside a word", "C21=- Recall the last import", "" },
    };

    sample_check(SAMPLE_EN, "CJ406", cases, sizeof cases / sizeof *cases);
}

Test(lint_elements, copies)
{
    static const sample_case cases[] = {
        { "all the same", "C23=・設定の手順がわからない ;; D23=・設定の手順がわからない",
          "CJ404@D23" },
        { "three phases are two copies",
          "B23=設定の手順がわからない ;; C23=設定の手順がわからない ;; "
          "D23=設定の手順がわからない",
          "CJ404@C23 CJ404@D23" },
        { "another width, bullet and source",
          "C23=・ＡＰＩの設定がわからない [E4] ;; D23=- APIの設定がわからない",
          "CJ404@D23" },
        { "short words recur", "C22=不安 ;; D22=不安", "" },
        { "two short items", "C22=不安、焦り ;; D22=不安、焦り", "" },
        { "fillers", "C23=○○○○○○○○ ;; D23=○○○○○○○○", "" },
        { "nothing there",
          "C23=特に困っていることはない [E4] ;; "
          "D23=特に困っていることはない [E4]",
          "" },
        { "found anew",
          "C23=権限の設定が難しすぎる [E4] ;; D23=権限の設定が難しすぎる [E3]", "" },
        { "merged cells are one text",
          "C23= ;; D23= ;; B23=・データ連携の設定手順がわからない ;; !merge B23:D23", "" },
        { "touchpoints may recur",
          "C24=月1回の定例MTGとチャット ;; "
          "D24=月1回の定例MTGとチャット",
          "" },
        { "a row of your own",
          "A29=社内メモ ;; B29=毎週月曜に確認する ;; "
          "C29=毎週月曜に確認する",
          "" },
    };
    static const sample_case en[] = {
        { "one word", "C22=Frustrated ;; D22=Frustrated", "" },
        { "a sentence", "C22=Frustrated by the import ;; D22=Frustrated by the import",
          "CJ404@D22" },
        { "case and bullets",
          "C22=- frustrated by the import ;; "
          "D22=Frustrated by the Import [E4]",
          "CJ404@D22" },
    };

    sample_check(SAMPLE_JA, "CJ404", cases, sizeof cases / sizeof *cases);
    sample_check(SAMPLE_EN, "CJ404", en, sizeof en / sizeof *en);
}

Test(lint_elements, short_pains)
{
    static const sample_case cases[] = {
        { "one of two", "C23=・不便 [E4]\\n・権限設定が難しい [E4]", "CJ408@C23" },
        { "two words parted by a comma", "C23=不便、手間 [E4]", "CJ408@C23 CJ408@C23" },
        { "katakana", "C23=エラー [E4]", "CJ408@C23" },
        { "half width", "C23=ｴﾗｰ [E4]", "CJ408@C23" },
        { "with a full stop", "C23=不便。 [E4]", "CJ408@C23" },
        { "an English word in a Japanese map", "C23=Excel [E4]", "CJ408@C23" },
        { "four letters", "C23=遅すぎる [E4]", "" },
        { "nothing", "C23=なし [E4]", "" },
        { "nothing in particular", "C23=特になし [E4]", "" },
        { "a source and nothing else", "C23=[E4]", "" },
        { "a filler", "C23=未定", "" },
        { "Thai is not counted", "C23=ยาก [E4]", "" },
        { "emoji", "C23=😢 [E4]", "" },
        { "short feelings are fine", "C22=不安 [E4]", "" },
    };

    sample_check(SAMPLE_JA, "CJ408", cases, sizeof cases / sizeof *cases);
}

Test(lint_elements, how_often)
{
    static const sample_case cases[] = {
        { "regular", "C24=定期的なMTG [E2]", "CJ410@C24" },
        { "one of two", "C24=月1回の定例会、継続的なフォロー [E2]", "CJ410@C24" },
        { "a countermeasure", "C27=・【CS】継続的に活用状況を確認する", "CJ410@C27" },
        { "monthly", "C24=月次定例 [E2]", "" },
        { "a quarter is a frequency", "C24=四半期定例会 [E2]", "" },
        { "every other week", "C24=隔週の定例 [E2]", "" },
        { "weak timing is told by its own rule", "C27=・【CS】定期的に確認する", "" },
        { "timing in its own row",
          "C27=・【CS】継続的に確認する ;; A29=実施タイミング ;; C29=毎月", "" },
        { "at an event", "C27=・【CS】定例会で活用状況を確認する", "" },
        { "a goal may be regular", "C20=定期的に集計したい [E4]", "" },
    };
    static const sample_case en[] = {
        { "regular", "C24=Regular calls [E2]", "CJ410@C24" },
        { "regularly", "C24=The CSM regularly writes [E2]", "CJ410@C24" },
        { "irregular", "C24=Irregular bookings report [E2]", "" },
        { "regulatory", "C24=Regulatory newsletter [E2]", "" },
        { "weekly", "C24=Regular weekly call [E2]", "" },
        { "the user is regular", "C24=Forum of regular users [E2]", "" },
    };

    sample_check(SAMPLE_JA, "CJ410", cases, sizeof cases / sizeof *cases);
    sample_check(SAMPLE_EN, "CJ410", en, sizeof en / sizeof *en);
}
