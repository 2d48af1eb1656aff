"""Writes the forms of tests/data/layouts/ that are not one simple grid, and tables that are no
journey map at all (no-*.csv): forms.py (in the folder tests/data; needs openpyxl).
"""
import csv, datetime, io, zipfile
from openpyxl import Workbook

OUT = 'layouts'


def table(text):
    """A line a row, cells parted by |; \\n breaks the line inside a cell."""
    return [[c.strip().replace('\\n', '\n') for c in line.split('|')]
            for line in text.strip('\n').split('\n')]


def write_csv(name, text):
    rows = table(text)
    width = max(map(len, rows))
    with open(f'{OUT}/{name}.csv', 'w', encoding='utf-8', newline='') as f:
        csv.writer(f).writerows([r + [''] * (width - len(r)) for r in rows])


def put(sheet, rows):
    for i, row in enumerate(rows, 1):
        for j, text in enumerate(row, 1):
            if text:
                number = text.lstrip('-').replace('.', '', 1).isdigit()
                sheet.cell(i, j, float(text) if number else text)


def write_xlsx(name, sheets, merges={}, hidden=()):
    book, data = Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, text in sheets:
        sheet = book.create_sheet(title)
        put(sheet, table(text))
        for area in merges.get(title, ()):
            sheet.merge_cells(area)
        sheet.sheet_state = 'hidden' if title in hidden else 'visible'
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
    book.save(data)
    # The same bytes every time: the archive's own dates, and the part that openpyxl stamps anew.
    with zipfile.ZipFile(data) as src, zipfile.ZipFile(f'{OUT}/{name}.xlsx', 'w',
                                                       zipfile.ZIP_DEFLATED) as dst:
        for n in src.namelist():
            part = src.read(n)
            if n == 'docProps/core.xml':
                part = b''.join(part.partition(b'<dcterms:modified')[:1]) + b'</cp:coreProperties>'
            dst.writestr(zipfile.ZipInfo(n), part, compress_type=zipfile.ZIP_DEFLATED)


# ---- forms that are maps ------------------------------------------------------------------------

SATO = '''
項目 | 導入期 | 活用促進期 | 更新期
顧客のゴール | 初期設定を2週間で終える | 毎週の定例で使う | 費用対効果を説明できる
行動 | マニュアルを読みながら設定する | レポートを部内に配る | 稟議書を書く
思考・感情 | 設定項目が多くて不安 | 手応えが出てきた | 上司に説明できるか心配
課題・ペイン | データ連携でつまずく | 使う人が広がらない | 効果の数字が手元にない
打ち手 | 【CS】契約後7日以内：設定会を開く | 【CS】月1回：活用例を送る | 【営業】更新60日前：効果報告を出す
'''
SUZUKI = '''
項目 | 導入期 | 活用促進期 | 更新期
顧客のゴール | 操作を覚える | 入力を習慣にする | 続ける理由を持つ
行動 | 動画を見る | 毎日入力する | 上司に相談する
思考・感情 | 面倒くさい | 慣れてきた | 手放せない
課題・ペイン | 時間がない | 入力項目が多い | 他社製品と比べられる
打ち手 | 【サポート】契約後3日以内：動画を送る | 【サポート】週1回：質問会を開く | 【CS】更新90日前：利用者の声を集める
'''

write_csv('form-stacked', 'レポートナビ カスタマージャーニーマップ ver1.2\n目的 | 年間解約率を8%から5%に下げる\n'
          '製品 | レポートナビ | 更新日 | 2026-04-10\n\nペルソナ：佐藤さん（情報システム部長）' + SATO +
          '※4月のワークショップで作成\n\nペルソナ：鈴木さん（現場リーダー）' + SUZUKI)

left, right = table(SATO), table(SUZUKI)
write_csv('form-side-by-side', 'レポートナビ カスタマージャーニーマップ\n目的 | 年間解約率を8%から5%に下げる\n\n'
          '現状 | | | | | 理想\n' + '\n'.join(
              ' | '.join(a + [''] + b) for a, b in zip(left, right)).replace('\n\n', '\n'))

write_csv('form-sections-each', '# Ann, head of IT\nStage | Onboarding | Renewal\n'
          'Customer Goal | Finish the set-up in two weeks | Can explain the value to the board\n'
          'Customer Actions | Reads the manual while setting up [E1] | Compares three offers\n'
          'Pain Points | Data import fails twice [E1] | No figures at hand\n\n'
          '# Evidence\nID | Type | Date | Summary\nE1 | interview | 2026-02-10 | Six admins about their set-up\n\n'
          '# Map\nPersona | Ben, team lead\nStage | Onboarding | Renewal\n'
          'Customer Goal | Learn the daily work | Keep the tool\n'
          'Customer Actions | Watches the videos | Asks the boss to stay\n'
          'Pain Points | No time to learn [E2] | Is compared with other tools\n\n'
          '# Evidence\nID | Type | Date | Summary\nE2 | survey | 2026-03-01 | 54 users about the first month\n')

write_csv('form-scores', '''
レポートナビ カスタマージャーニーマップ
フェーズ | 導入期 | 活用促進期 | 定着・拡大期 | 更新期
顧客のゴール | 初期設定を終える | 週次で使う | 全社に広げる | 続ける理由を説明できる
行動 | 設定会に出る | レポートを配る | 他部署に紹介する | 稟議書を書く
思考・感情 | 項目が多くて不安 | 手応えがある | 誇らしい | 説明できるか心配
課題・ペイン | 連携でつまずく | 使う人が広がらない | 権限の設定が複雑 | 効果の数字がない

感情スコアの推移
 | フェーズ | | 導入期 | 活用促進期 | 定着・拡大期 | 更新期
 | 感情スコア | | -1 | 1 | 2 | 0
 | 状況 | | 対応中 | 完了 | 未着手 | 対応中

重要度の目安
高 | 解約につながる
中 | 問い合わせが増える
''')

write_csv('form-scores-beside', '''
Stage | Onboarding | Adoption | Renewal | | Stage | Sentiment score | Why
Customer Goal | Finish the set-up | Use it weekly | Explain the value | | Onboarding | 2 | too many settings
Customer Actions | Joins the set-up call | Shares a report | Compares offers | | Adoption | 4 | reports save time
Pain Points | Import fails | Few colleagues join | No figures | | Renewal | 3 | price went up
Touchpoints | Call, manual | App, newsletter | Account manager
''')

write_csv('form-goes-on', '''
ジャーニーマップ（営業支援ツール）
◆お客様側
ステージ | 検討 | 導入 | 定着 | 更新
お客様の行動 | 資料を請求する | 初期設定をする | 会議で使う | 社内で検討する
お客様の感情 | 期待 | 不安 | 安心 | 迷い
お客様の課題 | 違いが分からない | 手順が多い | 使い方が我流になる | 効果を示せない

◆当社側
ステージ | 検討 | 導入 | 定着 | 更新
打ち手 | 比較表を渡す | 設定を代行する | 活用会を開く | 効果報告書を出す
担当部署 | 営業 | CS | CS | 営業
KPI | 商談化率 30% | 設定完了率 90% | 週次利用率 70% | 更新率 95%
''')

write_xlsx('form-books', [
    ('下書き', 'マップ名 | 下書き（2025年11月）' + SATO),
    ('確定版', 'マップ名 | 確定版（2026年4月）' + SATO.replace('初期設定を2週間で終える', '初期設定を10日で終える')),
    ('鈴木さん', 'ペルソナ | 鈴木さん（現場リーダー）' + SUZUKI),
    ('根拠', 'ID | 種別 | 日付 | 内容\nE1 | インタビュー | 2026-02-10 | 導入担当者6名への聞き取り'),
    ('旧版', 'マップ名 | 2024年度版' + SATO)], hidden=('旧版',))

write_xlsx('form-stacked-merged', [('マップ', '''
現状（As-Is） | | |
フェーズ | 導入期 | | 更新期
顧客のゴール | 設定を終える | 使い始める | 説明できる
行動 | 設定会に出る | 資料を配る | 稟議書を書く
課題・ペイン | 連携でつまずく | | 数字がない


理想（To-Be） | | |
フェーズ | 導入期 | | 更新期
顧客のゴール | 3日で使い始める | | 成果を発表する
行動 | 動画で設定する | 同僚を招く | 更新を決める
課題・ペイン | 特になし | | 特になし
''')], {'マップ': ('A1:D1', 'B2:C2', 'B5:C5', 'A8:D8', 'B9:C9', 'B10:C10', 'B12:C12')})

write_csv('form-items', '''
phase | element | item | evidence | assumption | owner | timing
Onboarding | Customer Goal | Finish the set-up within two weeks | E1 | | |
Onboarding | Customer Actions | Reads the manual while setting up | E1, E2 | | |
Onboarding | Customer Actions | Asks a colleague who knows the old tool | | yes | |
Onboarding | Thoughts & Feelings | "Did I choose the right plan?" | interview n=8 | | |
Onboarding | Pain Points | The import stops without a word | E2 | | |
Onboarding | Countermeasures | Send the import checklist | | | CS | within 7 days of contract
Onboarding | Countermeasures | Call when the import has failed | | | Support | within 1 business day
Renewal | Customer Goal | Show the board what the tool has saved | E3 | | |
Renewal | Customer Actions | Collects three competing offers | E3 | | |
Renewal | Thoughts & Feelings | Fears the price talk | | x | |
Renewal | Pain Points | Has no figures at hand | E3 | | |
Renewal | Countermeasures | Prepare a value report with last year's figures | | | Sales | 60 days before renewal

# Evidence
ID | Type | Date | n | Summary
E1 | interview | 2026-02-10 | 6 | Admins about their first weeks
E2 | usage | 2026-02-20 | 140 | Failed imports of the first month
E3 | survey | 2026-03-05 | 54 | Customers before their renewal
''')

write_csv('form-items-ja', '''
営業支援ツールのジャーニー（項目一覧）
作成日 | 2026/04/01

No | ペルソナ | フェーズ | 項目 | 内容 | 根拠 | 仮説 | 担当 | タイミング
1 | 佐藤さん（情シス） | 導入期 | 顧客のゴール | 初期設定を2週間で終える | E1 | | |
2 | | | 行動 | マニュアルを読みながら設定する | E1、E2 | | |
3 | | | | 分からない所を同僚に聞く | | ○ | |
4 | | | 課題 | データ連携でつまずく | E2 | | |
5 | | | 打ち手 | 設定会を開く | | | CS | 契約後7日以内
6 | | 更新期 | 顧客のゴール | 費用対効果を上司に説明できる | | | |
7 | | | 課題 | 効果の数字が手元にない | アンケート2026年3月 n=54 | | |
8 | | | 打ち手 | 効果報告書を出す | | | 営業 | 更新60日前
9 | 鈴木さん（現場） | 導入期 | 顧客のゴール | 操作を覚える | | | |
10 | | | 行動 | 動画を見る | E2 | | |
11 | | | 課題 | 覚える時間がない | | ○ | |
12 | | 更新期 | 行動 | 続けたいと上司に話す | | | |
13 | | | 課題 | 他社製品と比べられる | | - | |
''')

write_csv('form-rows', '''
フェーズ | タッチポイント | 行動 | 感情 | 課題
導入期 | キックオフ会議 | 目的を担当者と確認する | 期待 | 社内の目標が決まっていない
導入期 | 設定マニュアル | 読みながら設定する | 不安 | 項目が多い
導入期 | サポート窓口 | 電話で質問する | 安心 |
活用促進期 | 管理画面 | レポートを作る | 手応え | 見たい数字が出せない
 | メールマガジン | 活用例を試す | 関心 | 自社に合う例が少ない
更新期 | 担当営業 | 見積もりを受け取る | 警戒 | 値上げの理由が分からない
 | 効果報告書 | 上司に転送する | 納得 |
''')

write_csv('form-rows-personas', '''
Persona | Stage | Customer Goal | Customer Actions | Emotions | Pain Points
Ann, head of IT | Onboarding | Finish the set-up | Reads the manual | nervous | Import fails
 | Adoption | See weekly reports | Shares a report | relieved | Few colleagues join
 | Renewal | Explain the value | Compares offers | tense | No figures
Ben, team lead | Onboarding | Learn the daily work | Watches the videos | bored | No time
 | Adoption | Save an hour a day | Enters data daily | proud | Too many fields
 | Renewal | Keep the tool | Asks the boss to stay | hopeful | Is compared with others
''')

write_csv('form-rows-touchpoints', '''
No | Touchpoint | Journey Stage | Customer Actions | Thoughts & Feelings | Pain Points | Opportunities
1 | Website | Awareness | Reads two pages | curious | No prices | Publish a price range
2 | Trial sign-up | Onboarding | Enters a card | wary | Card needed at once | Ask for it later
3 | Welcome mail | Onboarding | Clicks the first link | pleased | Lands on the home page | Link to the import
4 | Import page | Onboarding | Uploads a file | tense | Fails without a word | Explain the error
5 | Weekly report | Adoption | Forwards it | proud | Too long | Two lines at the top
6 | Invoice | Renewal | Checks the amount | annoyed | Not what was agreed | Show the contract beside it
''')

# ---- tables that are none -------------------------------------------------------------------------

NO = {
    'event-log': '''
Timestamp | Customer ID | Stage | Action | Channel | Result
2026-03-02 09:14 | C-1042 | Onboarding | Kickoff call | Phone | done
2026-03-02 15:30 | C-1042 | Onboarding | Sent import guide | E-mail | opened
2026-03-03 10:05 | C-0877 | Onboarding | Kickoff call | Phone | no answer
2026-03-04 11:20 | C-0877 | Onboarding | Kickoff call | Phone | done
2026-03-05 16:45 | C-0311 | Renewal | Price talk | Meeting | open
2026-03-06 09:00 | C-0311 | Renewal | Sent offer | E-mail | opened''',
    'event-log-ja': '''
対応日時 | 顧客番号 | フェーズ | 対応内容 | 担当者 | 結果
2026/3/2 9:14 | C-1042 | 導入期 | キックオフ | 佐藤 | 実施
2026/3/2 15:30 | C-1042 | 導入期 | 連携手順の送付 | 佐藤 | 開封
2026/3/3 10:05 | C-0877 | 導入期 | キックオフ | 鈴木 | 不在
2026/3/5 16:45 | C-0311 | 更新期 | 更新の打診 | 田中 | 検討中
2026/3/6 9:00 | C-0311 | 更新期 | 見積送付 | 田中 | 開封''',
    'diary': '''
Date | Participant | Stage | Customer Actions | Emotion | Pain Points | Touchpoint
2026-02-01 | P-03 | Onboarding | Opened the manual | unsure | Too long | Manual
2026-02-01 | P-07 | Onboarding | Called support | calm | Waited 20 minutes | Phone
2026-02-02 | P-03 | Onboarding | Tried the import | angry | Failed twice | App
2026-02-04 | P-07 | Adoption | Built a report | proud | Wrong chart | App
2026-02-09 | P-03 | Adoption | Shared a report | glad | Nobody answered | E-mail
2026-02-11 | P-11 | Adoption | Built a report | bored | Slow | App''',
    'user-story-map': '''
User Activities | Sign up | Set up the account | Import data | Share reports
User Tasks | Enter e-mail | Choose a plan | Upload a file | Invite a colleague
MVP | Form with one field | Two plans | CSV only | Link by mail
Release 2 | Sign in with Google | Yearly plan | Excel | Weekly mail
Release 3 | SSO | Invoices | API | Slack''',
    'user-stories': '''
ID | As a | I want to | So that | Acceptance Criteria | Priority | Story Points
US-1 | new admin | import my contacts | I need not type them | 5,000 rows in a minute | high | 5
US-2 | team lead | see weekly figures | I can plan the week | report on Monday at 8 | medium | 3
US-3 | user | undo a change | mistakes cost nothing | ten steps back | low | 8''',
    'user-stories-ja': '''
No | ユーザーストーリー | 受け入れ基準 | ストーリーポイント | 優先度 | 担当者
1 | 管理者として、名簿を一括で登録したい | 5,000行を1分以内に取り込める | 5 | 高 | 佐藤
2 | 現場の担当者として、入力を取り消したい | 10回前まで戻せる | 3 | 中 | 鈴木
3 | 部長として、週次の数字を見たい | 月曜8時に届く | 8 | 低 | 田中''',
    'backlog': '''
ID | Goal | User Story | Pain Point | Priority | Size | Sprint | Status
B-12 | Faster import | As an admin I import contacts | typing takes hours | high | M | 14 | open
B-15 | Fewer tickets | As a user I reset my password | waits for support | high | S | 14 | done
B-18 | More reports | As a lead I share a chart | screenshots | low | L | 15 | open''',
    'persona-ja': '''
ペルソナシート
名前 | 佐藤 美咲
年齢 | 45
役職 | 情報システム部長
会社 | 従業員300名の製造業
業務内容 | 社内システムの選定と運用
目標 | 月次集計を自動化する
課題 | 集計に毎月3日かかる
行動 | 毎朝、業界ニュースを確認する
情報収集 | 展示会、同業の知人
タッチポイント | 営業担当、ウェビナー''',
    'personas': '''
 | Primary User | Secondary User | Buyer
Name | Ann | Ben | Carol
Age | 45 | 31 | 52
Role | Head of IT | Team lead | CFO
Goals | Fewer tickets | Save an hour a day | Cut costs
Pain Points | Too many tools | Too many fields | No figures
Behaviors | Reads reviews | Watches videos | Asks her peers''',
    'raci': '''
Activity | Responsible | Accountable | Consulted | Informed
Kickoff call | CS manager | Head of CS | Sales | Support
Data import | Support | CS manager | Product | Sales
Business review | CS manager | Head of CS | Sales, Product | Finance
Renewal offer | Sales | Head of Sales | CS manager | Finance''',
    'raci-ja': '''
業務 | 実行責任者 | 説明責任者 | 相談先 | 報告先
キックオフ会議 | CS | CS部長 | 営業 | サポート
データ移行 | サポート | CS | 開発 | 営業
定例会 | CS | CS部長 | 営業、開発 | 経理
更新の提案 | 営業 | 営業部長 | CS | 経理''',
    'project-plan': '''
Phase | Goal | Task | Owner | Start Date | End Date | % Complete
Discovery | Know the needs | Interview ten customers | Ann | 2026-01-10 | 2026-01-31 | 100
Design | Agree on the flow | Draw the screens | Ben | 2026-02-01 | 2026-02-20 | 60
Implementation | Ship the import | Write and test | Carol | 2026-02-21 | 2026-04-10 | 0
Launch | 50 active teams | Train and announce | Dan | 2026-04-11 | 2026-05-01 | 0''',
    'project-plan-ja': '''
導入プロジェクト計画
フェーズ | 目標 | タスク | 成果物 | 担当者 | 開始日 | 終了日 | 進捗率
要件定義 | 要件を合意する | 業務の聞き取り | 要件一覧 | 佐藤 | 2026/4/1 | 2026/4/20 | 100%
設計 | 画面を決める | 画面設計 | 画面一覧 | 鈴木 | 2026/4/21 | 2026/5/10 | 40%
移行 | データを移す | 移行テスト | 移行結果 | 田中 | 2026/5/11 | 2026/5/31 | 0%
運用開始 | 全社で使う | 説明会 | 手順書 | 佐藤 | 2026/6/1 | 2026/6/10 | 0%''',
    'pipeline': '''
Account | Deal | Stage | Amount | Close Date | Probability | Owner | Next Step
Acme | Report pack | Proposal | 12,000 | 2026-05-31 | 60% | Ann | Price talk
Bolt | Renewal 2026 | Negotiation | 8,400 | 2026-04-30 | 80% | Ben | Send contract
Corda | Pilot | Discovery | 3,000 | 2026-07-15 | 20% | Ann | Demo''',
    'pipeline-ja': '''
案件名 | 企業名 | フェーズ | 課題 | 打ち手 | 金額 | 確度 | 受注予定日 | 営業担当
レポート導入 | 青葉製作所 | 提案 | 集計に時間がかかる | 見積提示 | 1,200,000 | B | 2026/5/31 | 佐藤
更新2026 | 港運輸 | 交渉 | 値上げへの不満 | 値引き検討 | 840,000 | A | 2026/4/30 | 鈴木
試験導入 | 北星食品 | ヒアリング | 現行ツールが古い | デモ | 300,000 | C | 2026/7/15 | 佐藤''',
    'okr': '''
Objective | Key Results | Target | Current | Owner | Initiatives | Confidence
Customers stay | Renewal rate | 95% | 91% | Head of CS | Health score, early calls | 70%
Customers grow | Net revenue retention | 115% | 108% | Sales | Cross-sell list | 50%
Support is fast | First answer under 1 h | 90% | 76% | Support | Night shift | 60%''',
    'okr-ja': '''
目標（Objective） | 主要な成果（KR） | 目標値 | 現状値 | 達成率 | 担当
お客様が続けて使う | 更新率 | 95% | 91% | 96% | CS
お客様が広げて使う | NRR | 115% | 108% | 94% | 営業
問い合わせにすぐ答える | 1時間以内の初回回答 | 90% | 76% | 84% | サポート''',
    'faq': '''
Category | Question | Answer
Set-up | How long does the import take? | About a minute for 5,000 rows.
Set-up | Can I undo it? | Yes, for ten days.
Billing | When is the invoice sent? | On the first day of the month.''',
    'faq-ja': '''
カテゴリ | 質問 | 回答
導入 | 取り込みにはどのくらいかかりますか | 5,000行で約1分です
導入 | やり直せますか | 10日以内なら元に戻せます
請求 | 請求書はいつ届きますか | 毎月1日にお送りします''',
    'stage-scores': '''
Stage | Health Score | Rating
Onboarding | 62 | yellow
Adoption | 78 | green
Renewal | 55 | red''',
    'stage-scores-ja': '''
フェーズ | スコア | 評価 | 前月比
導入期 | 62 | 注意 | +3
活用促進期 | 78 | 良好 | -1
更新期 | 55 | 要対応 | -8''',
    'risk-register': '''
Risk | Impact | Probability | Mitigation | Owner | Status
Key user leaves | high | medium | Train a second one | CS | open
Import fails | medium | high | Test with a sample | Support | open
Price rise | high | low | Value report | Sales | watched''',
    'issues-ja': '''
No | 発生日 | 課題 | 原因 | 対応策 | 担当者 | ステータス | 期限
1 | 2026/3/1 | 連携が止まる | 認証切れ | 再設定 | 佐藤 | 完了 | 2026/3/5
2 | 2026/3/4 | 画面が遅い | 件数が多い | 索引を追加 | 鈴木 | 対応中 | 2026/3/20
3 | 2026/3/9 | 通知が届かない | 迷惑メール | 文面を変更 | 田中 | 未着手 | 2026/3/31''',
    'test-cases-ja': '''
No | テスト項目 | 前提条件 | 確認手順 | 期待結果 | 結果
1 | ログイン | 利用者登録済み | IDを入力する | 一覧が開く | OK
2 | 取り込み | CSVを用意 | ファイルを選ぶ | 件数が出る | NG
3 | 取り消し | 取り込み後 | 戻すを押す | 元に戻る | OK''',
    'kpi-list-ja': '''
KPI | 目標値 | 実績 | 達成率 | 担当 | コメント
設定完了率 | 90% | 84% | 93% | CS | 連携で停滞
週次利用率 | 70% | 72% | 103% | CS | 順調
更新率 | 95% | 91% | 96% | 営業 | 値上げの影響''',
    'survey-ja': '''
回答日 | 回答者 | 設問1 | 設問2 | 満足度 | 自由記述
2026/3/1 | A社 部長 | はい | 週1回 | 4 | 連携が便利
2026/3/2 | B社 担当 | いいえ | 月1回 | 2 | 画面が遅い
2026/3/2 | C社 課長 | はい | 毎日 | 5 | 助かっている''',
    'minutes-ja': '''
定例会議事録
日時 | 2026/3/10 10:00
参加者 | CS 佐藤、営業 鈴木
議題 | 決定事項 | 担当 | 期限
更新の打診 | 60日前に連絡する | 営業 | 2026/3/31
活用会 | 月1回開く | CS | 2026/4/15''',
    'training-plan': '''
Module | Objectives | Activities | Resources | Assessment
Module 1: Basics | Can log in and search | Guided tour | Slides | Quiz
Module 2: Import | Can import a file | Hands-on with own data | Sample file | Task
Module 3: Reports | Can build a report | Pair work | Template | Review''',
    'content-calendar-ja': '''
公開日 | タイトル | 媒体 | 対象 | 目的 | 担当者 | ステータス
2026/4/1 | 連携の手順 | ブログ | 導入担当 | 設定完了率の向上 | 佐藤 | 公開済
2026/4/8 | 活用例5選 | メール | 現場 | 利用の定着 | 鈴木 | 執筆中
2026/4/15 | 効果の測り方 | ウェビナー | 部長 | 更新の後押し | 田中 | 準備中''',
    'swot-ja': '''
強み | 弱み
連携先が多い | 画面が古い
サポートが速い | 価格が高い
機会 | 脅威
法改正で需要増 | 大手の参入''',
}
for name, text in NO.items():
    write_csv('no-' + name, text)
