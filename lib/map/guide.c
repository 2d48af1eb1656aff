/* guide.c - the text of the Guide sheet: how to make a map in five steps, and how to keep it alive. */
#include <cj/guide.h>

static const cj_guide_line lines[] = {
    { CJ_ROLE_TITLE, { "How to use this journey map", "ジャーニーマップの使い方" } },
    { CJ_ROLE_TEXT,
      { "A journey map shows on one page how a customer gets from the contract to results "
        "with your product, and what your company does on the way.",
        "ジャーニーマップは、顧客が契約してから成果を出すまでの道のりと、その間に自社が何をするかを1枚で見渡す地図です。" } },
    { CJ_ROLE_TEXT,
      { "It helps to see where customers get stuck before they do, to give everyone the "
        "same good support, and to let departments talk about the same thing.",
        "顧客がつまずく前に手を打つこと、担当者によらず同じ質で支援すること、部署どうしが同じものを見て話すことに役立ちます。" } },
    { CJ_ROLE_TEXT,
      { "Do not try to fill every cell. Begin with what you know, with one kind of "
        "customer, and share it early as version 1.0.",
        "最初から全部のセルを埋めなくてかまいません。1つの顧客像にしぼり、分かるところから書いて、早めに1.0として共有しましょう。" } },
    { CJ_ROLE_TEXT,
      { "Fill it together with people who talk to customers every day: support, sales, "
        "product.",
        "サポート、セールス、プロダクトなど、顧客と日々接している現場のメンバーと一緒に書くのがおすすめです。" } },

    { CJ_ROLE_HEADING, { "Five steps to a first version", "初版ができるまでの5つの手順" } },
    { CJ_ROLE_STEP, { "Step 1: purpose and persona", "手順1 目的とペルソナ" } },
    { CJ_ROLE_TEXT,
      { "Above the table, write what should change, by when, and from which figure to "
        "which.",
        "表の上の「目的」に、何を・いつまでに・どの数値からどの数値へ変えたいのかを書きます。" } },
    { CJ_ROLE_TEXT,
      { "Then choose the one most important customer and describe that person on the "
        "Persona sheet: responsibilities, challenges, goals, information sources.",
        "次に、最も重要な顧客を1人に決め、「ペルソナ」シートに業務内容・課題・目標・情報収集のしかたを書きます。" } },
    { CJ_ROLE_TEXT,
      { "Customers whose journeys differ need a map of their own.",
        "道のりが大きく違う顧客は、別のマップに分けます。" } },
    { CJ_ROLE_SAMPLE,
      { "e.g. Raise the onboarding completion rate from 62% to 80% by 2026-09-30",
        "例：2026年9月末までに、オンボーディング完了率を62%から80%に引き上げる" } },

    { CJ_ROLE_STEP, { "Step 2: phases", "手順2 フェーズ" } },
    { CJ_ROLE_TEXT,
      { "The columns are the phases that the customer goes through with you. Rename, add "
        "or remove them as your business needs; three to six are easy to read.",
        "表の横軸は、契約後の顧客がたどるフェーズです。自社に合わせて名前や数を変えてかまいません。3〜6個が読みやすい数です。" } },
    { CJ_ROLE_TEXT,
      { "Give each a period in days after the contract and say what begins and ends it, "
        "so that everyone puts the same customer in the same phase.",
        "期間を契約からの日数で書き、何で始まり何で終わるのかを決めます。誰が見ても、同じ顧客を同じフェーズに置けるようにするためです。" } },
    { CJ_ROLE_SAMPLE,
      { "e.g. Onboarding, Day 0-30: from signature until the first report is made",
        "例：導入期（契約後0〜30日）：契約から、最初のレポートを1本作るまで" } },

    { CJ_ROLE_STEP, { "Step 3: what customers live through", "手順3 顧客の体験と根拠" } },
    { CJ_ROLE_TEXT,
      { "For each phase write the goal, the actions, the thoughts and feelings, the pain "
        "points and the touchpoints, all from the customer's side.",
        "フェーズごとに、ゴール・行動・思考・感情・課題・タッチポイントを、顧客の立場で書きます。" } },
    { CJ_ROLE_TEXT,
      { "Write down what you have heard or measured: interviews, surveys, meetings, usage "
        "data, tickets. Put each source on the Evidence sheet and its number after the "
        "sentence.",
        "インタビュー、アンケート、打ち合わせ、利用データ、問い合わせなど、実際に聞いたことや測ったことを書きます。出どころは「根拠」シートに1行で控え、その番号を文の後ろに付けます。" } },
    { CJ_ROLE_TEXT,
      { "What you only suppose is welcome too, as long as it is marked [assumption].",
        "まだ推測の段階のことは、【仮説】と付けて書いておきます。" } },
    { CJ_ROLE_SAMPLE,
      { "e.g. The staff list import stops with a format error [E1]",
        "例：社員名簿の取り込みで形式エラーが出て、先へ進めない [E1]" } },

    { CJ_ROLE_STEP, { "Step 4: success and KPIs", "手順4 成功の定義とKPI" } },
    { CJ_ROLE_TEXT,
      { "For each phase, say what the customer has reached when it has gone well, so that "
        "anybody can check it: how much, how many, by when.",
        "フェーズごとに、顧客がどうなれば成功かを、いくつ・どれだけ・いつまでにという数値で書きます。" } },
    { CJ_ROLE_TEXT,
      { "An upsell is our own success. Describe what the customer has gained by then.",
        "アップセルは自社にとっての成果です。そのとき顧客が何を得ているのかを書きましょう。" } },
    { CJ_ROLE_TEXT,
      { "Then choose one to three figures that show it, and write formula, unit, baseline "
        "and target on the KPI sheet.",
        "それを測るKPIを1〜3個にしぼり、計算式・単位・現状値・目標値を「KPI」シートに書きます。" } },
    { CJ_ROLE_SAMPLE,
      { "e.g. One form is live and 80% of staff have logged in within 30 days. KPI: "
        "Onboarding completion rate, target 80%",
        "例：30日以内にフォームを1つ公開し、社員の80%以上がログインしている。KPI：オンボーディング完了率 目標80%" } },

    { CJ_ROLE_STEP, { "Step 5: countermeasures", "手順5 打ち手" } },
    { CJ_ROLE_TEXT,
      { "For every pain point, write what your company does about it: who, when and what.",
        "課題の一つひとつに対して、自社が「誰が・いつ・何をするか」を書きます。" } },
    { CJ_ROLE_TEXT,
      { "On the Actions sheet, list those that you really start, with a due date, a "
        "priority and the KPI in which the effect will show.",
        "実際に始めるものは「打ち手」シートに移し、期限・優先度・効果を測るKPIを決めます。" } },
    { CJ_ROLE_SAMPLE,
      { "e.g. [Support] On day 7: send the glossary and a 5-minute setup video",
        "例：【サポート】契約後7日目に、用語集と設定動画（5分）を送る" } },

    { CJ_ROLE_HEADING, { "Marks", "書き方の記号" } },
    { CJ_ROLE_TEXT,
      { "[E1] after a sentence: its source is E1 on the Evidence sheet. Several: [E1, E3]",
        "文の後ろの「[E1]」は、出どころが「根拠」シートのE1という印です。複数あるときは「[E1、E3]」と書きます。" } },
    { CJ_ROLE_TEXT,
      { "[assumption] in front of it: not confirmed yet. Once it is, put a source in its "
        "place.",
        "文の前の「【仮説】」は、まだ確かめていないという印です。確かめたら外し、根拠の番号に置き換えます。" } },
    { CJ_ROLE_TEXT,
      { "[Department] when: what - the form of a countermeasure.",
        "「【部署】いつ：何を」は、打ち手の書き方です。" } },
    { CJ_ROLE_TEXT,
      { "A cell that begins with e.g. is an example. It counts as empty; overwrite it "
        "with your own text.",
        "「例：」で始まるセルは記入例です。空欄として扱われますので、自社の内容に書き換えてください。" } },

    { CJ_ROLE_HEADING, { "Several things in one cell", "1つのセルに複数書くとき" } },
    { CJ_ROLE_TEXT,
      { "One thing a line, each with • in front. A new line in a cell: Alt+Enter (Mac: "
        "Option+Return).",
        "1行に1つずつ、先頭に「・」を付けて書きます。セルの中の改行は Alt+Enter（Macは Option+Return）です。" } },
    { CJ_ROLE_TEXT,
      { "Put the source after each line, not only after the last one. Do not merge cells "
        "inside the table.",
        "根拠の番号は行ごとに付けます。表の中のセルは結合しないでください。" } },
    { CJ_ROLE_TEXT,
      { "You may add rows, columns and sheets of your own. They are kept.",
        "項目の行や列、シートは自由に足せます。足したものが消えることはありません。" } },

    { CJ_ROLE_HEADING, { "Checking", "点検のしかた" } },
    { CJ_ROLE_TEXT,
      { "Save the workbook and run: cjlint map.xlsx. It names each cell that lacks "
        "something and says how to mend it in Excel.",
        "保存したファイルを cjlint map.xlsx で点検すると、足りないところがセルの番地で示され、Excelでの直し方も表示されます。" } },
    { CJ_ROLE_TEXT,
      { "cjlint --explain CJ602 tells why a finding matters, with good and bad examples; "
        "CJ602 stands for the number that is shown.",
        "指摘の理由と、よい例・悪い例は、表示された番号を使って cjlint --explain CJ602 のように調べられます。" } },
    { CJ_ROLE_TEXT,
      { "How strict it is follows the field Maturity: draft, then v1, then operational. "
        "In a draft, empty cells are not errors.",
        "厳しさは「成熟度」で変わります（下書き → 初版 → 運用）。下書きのうちは、空欄があっても間違いにはなりません。" } },

    { CJ_ROLE_HEADING, { "Review every quarter", "四半期ごとの見直し" } },
    { CJ_ROLE_TEXT,
      { "1. Enter the KPI figures of the quarter and compare them with the targets.",
        "1. KPIの実績を記入し、目標と比べます。" } },
    { CJ_ROLE_TEXT,
      { "2. Write down the effect of each action and decide: continue, change or stop.",
        "2. 打ち手の効果を書き、継続・変更・中止を決めます。" } },
    { CJ_ROLE_TEXT,
      { "3. Add to the Evidence sheet what you have heard and measured since.",
        "3. この間に聞いたことや測ったことを「根拠」シートに足します。" } },
    { CJ_ROLE_TEXT,
      { "4. Go through the assumptions: confirm, correct or drop them.",
        "4. 【仮説】を見直し、確かめられたもの・違っていたものを直します。" } },
    { CJ_ROLE_TEXT,
      { "5. Set the date of the next review and raise the version.",
        "5. 次回レビュー日を決め、バージョンを上げます。" } },
    { CJ_ROLE_TEXT,
      { "6. Write on the Change log sheet what changed and what you learned.",
        "6. 「更新履歴」に、変えたことと学んだことを書きます。" } },
    { CJ_ROLE_TEXT,
      { "No data is read from this sheet. You may change it or delete it.",
        "このシートの内容は読み取られません。書き換えても、削除してもかまいません。" } },
};

const cj_guide_line *cj_guide_lines(size_t *n)
{
    *n = sizeof lines / sizeof *lines;
    return lines;
}
