/* guide_notes.c - what belongs in each row of the grid: the notes on its labels. */
#include <cj/guide.h>

static const cj_text notes[CJ_N_ELEMS] = {
    [CJ_CUSTOM] = { "", "" },
    [CJ_STEPS] = { "What happens inside the phase, step by step. Example: • Kick-off call • Set-up "
                   "• First report",
                   "フェーズの中で順に起こることを書きます。例：・キックオフ　・初期設定　"
                   "・最初のレポート" },
    [CJ_PERIOD] = { "How long this phase lasts, in days after the contract. Example: Day "
                    "0-30",
                    "このフェーズの長さを、契約からの日数で書きます。例：契約後0〜30日" },
    [CJ_DEFINITION] = { "Which customers are in this phase: where it begins and what ends "
                        "it. "
                        "Example: from signature until the first report is made",
                        "どんな状態の顧客がこのフェーズにいるのか、始まりと終わりが分かるように書きます。例：契約から最初のレポートを作るまで" },
    [CJ_ENTRY] = { "What has happened when this phase begins. Example: the contract is "
                   "signed",
                   "何が起きたらこのフェーズが始まるのかを書きます。例：契約書を交わした" },
    [CJ_EXIT] = { "What has happened when this phase is over. Example: the first report is "
                  "made",
                  "何ができたらこのフェーズを終えるのかを書きます。例：最初のレポートを1本作った" },
    [CJ_GOAL] = { "What the customer wants to reach in this phase, in the customer's "
                  "words, not in "
                  "ours. Example: We want to publish our sales report ourselves within 30 "
                  "days [E1]",
                  "顧客がこのフェーズで達成したいことを、顧客の言葉で「〜したい」と書きます。自社の目標は書きません。例：30日以内に売上レポートを自分で出したい "
                  "[E1]" },
    [CJ_BEHAVIOR] = { "What the customer does, one action a line, with its source. What "
                      "we do belongs to the countermeasures. Example: Imports the staff "
                      "list [E1]",
                      "顧客がすることを、1行に1つずつ、根拠を添えて書きます。自社がすることは「打ち手」に書きます。例：社員名簿を取り込む [E1]" },
    [CJ_MIND] = { "What the customer thinks and feels, best as it was said. Write worries "
                  "too. "
                  "Example: Anxious: \"What if I set it up wrong?\" [E1]",
                  "顧客が考え、感じていることを、できるだけ話したままの言葉で書きます。不安や不満も書きます。例：不安：「設定を間違えたらどうしよう」 [E1]" },
    [CJ_THOUGHT] = { "What goes through the customer's mind, best as it was said. Example: "
                     "\"Which "
                     "feature should I use first?\" [E4]",
                     "顧客が考えていることを、できるだけ話したままの言葉で書きます。例：「どの機能から使えばいいのか」 [E4]" },
    [CJ_EMOTION] = { "How the customer feels, in one or two words each. Example: hope, "
                     "worry [E1]",
                     "顧客の気持ちを、短い言葉で書きます。例：期待、不安 [E1]" },
    [CJ_VOICE] = { "What customers really said, word for word, without names. Example: "
                   "\"It says "
                   "format error, but not what to fix\" [E1]",
                   "顧客が実際に話したことを、そのままの言葉で書きます（個人名は書きません）。例：「どこを直せばよいかわからない」 [E1]" },
    [CJ_PAIN] = { "Where the customer gets stuck and why, concretely, with its source. "
                  "Example: The "
                  "import stops with a format error [E1]",
                  "顧客がどこで、なぜ困っているのかを、根拠を添えて具体的に書きます。例：名簿の取り込みで形式エラーが出て進めない [E1]" },
    [CJ_TOUCHPOINT] = { "Where customers meet us: people, pages, e-mails, meetings, and "
                        "how often. "
                        "Example: kickoff call, setup guide, monthly call [E1]",
                        "顧客と自社が接する場面を書きます。定期的なものは頻度も添えます。例：キックオフMTG、設定ガイド、月1回の定例MTG [E1]" },
    [CJ_SUCCESS] = { "The state of the customer in which this phase has gone well, in "
                     "figures that "
                     "anybody can check. Example: 3 main features in use and 1 report made "
                     "within 30 "
                     "days",
                     "このフェーズがうまくいった顧客の状態を、誰が見ても判断できるよう数値で書きます。例：30日以内に主要機能を3つ以上使い、レポートを1本作成している" },
    [CJ_KPI] = { "The figure that shows this success, with its target; one to three of "
                 "them. "
                 "Example: Onboarding completion rate, target 80%",
                 "成功の定義を測る指標と目標値を、1〜3個にしぼって書きます。例：オンボーディング完了率 目標80%" },
    [CJ_KPI_DEF] = { "How the KPI is worked out. Example: contracts with a first report by "
                     "day 30 / "
                     "new contracts",
                     "KPIの計算式を書きます。例：30日以内に最初のレポートを作った契約数÷新規契約数" },
    [CJ_KPI_BASELINE] = { "The figure before anything was done. Example: 62%",
                          "取り組みを始める前の値を書きます。例：62%" },
    [CJ_KPI_TARGET] = { "The figure to reach, and by when. Example: 80% by 2026-09-30",
                        "目指す値と期限を書きます。例：2026年9月末までに80%" },
    [CJ_KPI_ACTUAL] = { "The latest figure and its period. Example: 66% (2026Q1)",
                        "最新の実績値と、その期間を書きます。例：66%（2026Q1）" },
    [CJ_COUNTERMEASURE] = { "What we do about a pain: who, when and what in each line. "
                            "Example: "
                            "[Support] On day 7: send the glossary",
                            "課題を解決するために自社がすることを、「誰が・いつ・何を」の形で1行に1つずつ書きます。例：【サポート】契約後7日目に、用語集を送る" },
    [CJ_TIMING] = { "When the countermeasure happens in the customer's journey. Example: "
                    "On day 7, "
                    "or when nobody has logged in for 14 days",
                    "打ち手を、ジャーニーのどの時点で行うのかを書きます。例：契約後7日目、ログインが14日ないとき" },
    [CJ_OWNER] = { "The department that acts. With several, say who does what. Example: "
                   "Onboarding "
                   "(session), Support (glossary)",
                   "打ち手を行う部署を書きます。複数あるときは、何を担当するかも書きます。例：オンボーディング（設定会）、サポート（用語集）" },
    [CJ_STATUS] = { "How far the countermeasure is: planned, in progress, done, stopped, "
                    "on hold. "
                    "Example: In progress",
                    "打ち手の進み具合を、予定・実施中・完了・中止・保留から選んで書きます。例：実施中" },
    [CJ_EFFECT] = { "What the countermeasure has changed: before, after, period. Example: "
                    "62% -> "
                    "66% (2026Q1)",
                    "打ち手で何がどう変わったのかを、前後の値と期間で書きます。例：62%→66%（2026Q1）" },
    [CJ_EVIDENCE] = { "The sources of this phase: IDs from the Evidence sheet. Example: "
                      "E1, E2",
                      "このフェーズの裏付けになる「根拠」シートのIDを書きます。例：E1、E2" },
    [CJ_SENTIMENT] = { "How the customer feels, as one number from -2 (bad) to +2 "
                       "(good); the curve is drawn from it. Example: -1",
                       "顧客の気分を、-2（悪い）から+2（良い）までの数値1つで書きます。感情曲線に使います。例：-1" },
    [CJ_OPPORTUNITY] = { "What could be made better here; an idea, not yet a plan. "
                         "Example: Guide "
                         "through the data connection step by step",
                         "ここで良くできそうなことを書きます。まだ決まっていない案でかまいません。例：データ連携の手順を画面で案内する" },
    [CJ_RISK] = { "What would make the customer leave, and how it shows. Example: Nobody "
                  "logs in "
                  "for 14 days",
                  "解約につながる兆しを、気づけるように具体的に書きます。例：14日間ログインがない" },
    [CJ_CONTENT] = { "Documents and videos that help in this phase. Example: 5-minute "
                     "setup video",
                     "このフェーズの顧客に役立つ資料や動画を書きます。例：設定動画（5分）" },
    [CJ_BACKSTAGE] = { "What happens behind the scenes, such as a handover between "
                       "departments. "
                       "Example: Sales hands the goals over to Onboarding",
                       "部署間の引き継ぎなど、顧客から見えない社内の動きを書きます。例：セールスが商談で聞いたゴールをオンボーディングへ引き継ぐ" },
    [CJ_MILESTONE] = { "The moments that matter on the way, with a date. Example: First "
                       "report by "
                       "day 14",
                       "このフェーズの節目を、時期と一緒に書きます。例：14日目までに最初のレポート" },
    [CJ_HEALTH] = { "How to tell whether a customer is doing well or badly in this phase. "
                    "Example: "
                    "Green: 5 or more log-ins a month",
                    "このフェーズの顧客が順調かどうかを見分ける基準を書きます。例：緑：月5回以上ログインしている" },
    [CJ_TOUCH_MODEL] = { "How closely we look after these customers: high, low or tech "
                         "touch. "
                         "Example: Low touch, one webinar a month",
                         "どの程度の手厚さで支援するか（ハイタッチ・ロータッチ・テックタッチ）を書きます。例：ロータッチ、月1回のウェビナー" },
    [CJ_BUSINESS_GOAL] = { "What our company wants to reach in this phase; kept apart "
                           "from the customer's goal. Example: Churn below 1% a month",
                           "このフェーズで自社が目指すことを書きます。顧客のゴールとは分けます。例：月次解約率1%未満" },
    [CJ_NOTE] = { "Anything that fits no other row. Example: To be discussed at the next "
                  "review",
                  "ほかの項目に入らないことを書きます。例：次回のレビューで相談する" },
};

cj_text cj_elem_note(cj_elem elem)
{
    return notes[elem];
}
