"""Writes tests/data/layouts/: layouts.py (in the folder tests/data; needs openpyxl).

Each layout is one table as teams really lay it out, with the merged areas as Excel has them. It is
written as .csv, and where it has merges as .xlsx too: the same cells, with nothing that changes from
run to run. Copies of samples/02_good_ja.csv stand beside them; good.xls is made of good-cp932.csv by
soffice --headless --convert-to xls:'MS Excel 97' --infilter='CSV:44,34,64,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2/8/2/9/2/10/2/11/2/12/2'
"""
import csv, datetime, io, os, zipfile
from openpyxl import Workbook

OUT = 'layouts'
LAYOUTS = {}


def layout(name, rows, *merges):
    LAYOUTS[name] = (rows, merges)


def write_csv(path, rows, encoding='utf-8'):
    width = max(map(len, rows))
    with open(path, 'w', encoding=encoding, newline='') as f:
        csv.writer(f).writerows([r + [''] * (width - len(r)) for r in rows])


def write_xlsx(path, rows, merges):
    book, data = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.title = 'Map'
    for i, row in enumerate(rows, 1):
        for j, text in enumerate(row, 1):
            if text:
                sheet.cell(i, j, text)
    for m in merges:
        sheet.merge_cells(m)
    book.properties.created = book.properties.modified = datetime.datetime(2025, 1, 1)
    book.save(data)
    with zipfile.ZipFile(data) as z, zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
        for n in z.namelist():    # openpyxl stamps the time of saving on every member
            part = z.read(n)
            if n == 'docProps/core.xml':
                part = b''.join(part.partition(b'<dcterms:modified')[:1]) + b'</cp:coreProperties>'
            out.writestr(zipfile.ZipInfo(n), part, compress_type=zipfile.ZIP_DEFLATED)


# ---- where the table stands -----------------------------------------------------------------

ROWS_JA = [
    ['顧客のゴール', '30日以内に初回の請求書を発行したい', '請求業務を半分の時間で終えたい'],
    ['行動', '・取引先を取り込む\n・担当者を招待する', '・定期請求を設定する'],
    ['課題・ペイン', '取り込み形式がわからない', '承認の流れが社内規程と合わない'],
    ['タッチポイント', '設定ガイド、チャット', '月次の定例会'],
    ['打ち手', '【CS】契約後7日以内に取り込み代行を案内する', '【CS】契約後60日に承認設定の相談会を開く'],
]
ROWS_EN = [
    ['Customer goal', 'Send the first invoice', 'Close the month in two days', 'Roll out to every branch'],
    ['Actions', 'Imports customers', 'Sets up recurring invoices', 'Trains branch managers'],
    ['Feelings', 'Hopeful but rushed', 'Relieved', 'Proud'],
    ['Pain points', 'Import template is unclear', 'Approvals take too long', 'No report per branch'],
    ['Touchpoints', 'Setup call, help centre', 'Monthly check-in', 'Business review'],
]

layout('corner-stage', [['Stage', 'Onboarding', 'Adoption', 'Expansion']] + ROWS_EN)
layout('corner-blank', [['', 'Onboarding', 'Adoption', 'Expansion']] + ROWS_EN)
layout('corner-compound', [['Stages and tasks', 'Onboarding', 'Adoption', 'Expansion']] + ROWS_EN)
layout('row-4', [['請求サービス カスタマージャーニーマップ'], [], [], ['項目', '導入期', '活用期']] + ROWS_JA,
       'A1:C1')
layout('row-8-metadata', [
    ['請求サービス カスタマージャーニーマップ'], ['目的', '初回請求までの日数を45日から30日に減らす'],
    ['製品', '請求クラウド', 'プラン', 'スタンダード'], ['ペルソナ', '経理課 主任 高橋さん（34歳）'],
    ['作成日', '2025/6/3', '作成者', '中村（CS）'], ['バージョン', '1.1'], [],
    ['項目', '導入期', '活用期']] + ROWS_JA)
INSTRUCTION = (
    'How to use this template: read each column from top to bottom and fill in what you know about '
    'your customers at that moment. Start with the goal, because everything else follows from it. '
    'Write what customers do in their words, not ours, and say where you know it from. Feelings may '
    'be a word or a short quote. Pain points are obstacles in the way of the goal; opportunities are '
    'what we could do about them. Leave a cell empty rather than guess, and mark every assumption. '
    'Review the whole map with support, sales and product at the end of each quarter, and keep old '
    'versions in the shared folder of the team so that changes can be followed.')
layout('row-9-instruction-b', [
    ['', 'Customer Journey Map'], [], ['', INSTRUCTION], [], [], [], [], [],
    ['', 'Stage', 'Onboarding', 'Adoption', 'Expansion']] + [[''] + r for r in ROWS_EN],
    'B1:E1', 'B3:E7')
layout('under-instruction', [[INSTRUCTION], ['Stage', 'Onboarding', 'Adoption', 'Expansion']] + ROWS_EN,
       'A1:D1')

# ---- phases down ----------------------------------------------------------------------------

layout('down-numbered', [
    ['No.', 'Phase', 'Goal', 'Customer actions', 'Emotions', 'Pain points', 'Touchpoints'],
    ['1', 'Sign up', 'Know whether it fits', 'Compares three tools', 'Curious', 'Prices are hidden', 'Web site'],
    ['2', 'Set up', 'Be ready by Monday', 'Imports old data', 'Nervous', 'Columns do not match', 'Wizard, chat'],
    ['3', 'Daily use', 'Finish the day on time', 'Scans every parcel', 'Calm', 'Scanner loses pairing', 'App']])
layout('down-part', [
    ['区分', 'フェーズ', '顧客のゴール', '行動', '課題', '打ち手'],
    ['契約前', '検討', '自社に合うか知りたい', '資料を請求する', '料金がわからない', '【営業】3日以内に見積りを送る'],
    ['', '契約', '稟議を通したい', '稟議書を書く', '効果を説明できない', '【営業】稟議用の資料を渡す'],
    ['契約後', '導入', '早く使い始めたい', '初期設定をする', '用語が難しい', '【CS】7日以内に説明会を開く'],
    ['', '運用', '業務を減らしたい', '毎日使う', '応用機能を知らない', '【CS】月1回の活用講座']],
    'A2:A3', 'A4:A5')
layout('phase-decoration', [
    ['Journey', '1. Plan', 'Stage 2 - Book', 'Research >>', '【フェーズ４】滞在', 'フェーズ５：共有'],
    ['Goals', 'Pick dates', 'Pay safely', 'Know the area', '快適に過ごす', '思い出を残す'],
    ['Actions', 'Asks friends', 'Compares rooms', 'Reads guides', '地元の店に行く', '写真を投稿する'],
    ['Pain points', 'Too many tabs', 'Hidden fees', 'Old reviews', '騒音', 'リンクが切れる']])

# ---- one row, two elements; one element, several rows -----------------------------------------

layout('two-in-one', [
    ['', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', 'Invite the team', 'Automate reports', 'Justify the budget'],
    ['Actions & Touchpoints', 'Opens the invite mail', 'Joins the webinar', 'Meets the account manager'],
    ['Thoughts and Feelings', '"Will they use it?"', '"This saves hours"', '"Is it worth it?"'],
    ['課題・要望', '招待が届かない', 'テンプレートが少ない', '見積りが遅い']])
layout('label-once', [
    ['項目', '導入期', '活用期', '更新期'],
    ['ゴール', '使い方を覚えたい', '成果を出したい', '効果を説明したい'],
    ['行動', '説明会に出る', '週1回レポートを見る', '利用実績を集計する'],
    ['', '社内に案内する', '設定を見直す', '稟議書を書く'],
    ['', '', '事例を共有する', ''],
    ['課題', '社内の反応が薄い', '機能が多すぎる', '金額で示せない'],
    ['KPI', '完了率 80%', '週次利用率 60%', '更新率 95%']])
layout('band-merged', [
    ['Stage', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', 'Start this week', 'Save time', 'Prove the value'],
    ['Actions', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['', 'Connects data', 'Shares a link', 'Writes a memo'],
    ['', 'Invites two colleagues', 'Sets an alert', ''],
    ['Pain points', 'Password rules', 'Slow on phones', 'No export'],
    ['', '', 'Alerts are noisy', '']], 'A3:A5', 'A6:A7')
layout('band-sub-labels', [
    ['Stage', '', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', '', 'Start this week', 'Save time', 'Prove the value'],
    ['Actions', '', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['Touchpoints', 'E-mail', 'Welcome mail', 'Weekly digest', 'Renewal notice'],
    ['', 'In person', 'Kick-off', '', 'Business review'],
    ['', 'Product', 'Checklist', 'Tips', ''],
    ['Experience', 'Thoughts', 'Where do I begin?', 'This is quick', 'Is it worth it?'],
    ['', 'Feelings', 'Unsure', 'Confident', 'Tense'],
    ['Pain points', '', 'Password rules', 'Slow on phones', 'No export']],
    'A4:A6', 'A7:A8', 'A1:B1', 'A2:B2', 'A3:B3', 'A9:B9')
layout('owner-matrix', [
    ['項目', '', '導入期', '活用期', '更新期'],
    ['ゴール', '', '使い方を覚えたい', '成果を出したい', '効果を説明したい'],
    ['行動', '', '説明会に出る', '週1回見る', '実績を集計する'],
    ['課題', '', '社内の反応が薄い', '機能が多すぎる', '金額で示せない'],
    ['打ち手', '', '7日以内に説明会', '月1回の講座', '90日前に相談会'],
    ['担当', 'CS', '●', '●', '○'],
    ['', '営業', '○', '', '●'],
    ['', 'サポート', '', '○', '']], 'A1:B1', 'A2:B2', 'A3:B3', 'A4:B4', 'A5:B5', 'A6:A8')
layout('owner-matrix-heading', [
    ['Stage', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', 'Start this week', 'Save time', 'Prove the value'],
    ['Customer actions', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['Pain points', 'Password rules', 'Slow on phones', 'No export'],
    ['Owner'],
    ['Customer Success', 'X', 'X', 'X'],
    ['Support', '', 'X', ''],
    ['Sales', '', '', 'X']])
layout('owner-matrix-group', [
    ['', '', 'Onboarding', 'Adoption', 'Renewal'],
    ['Customer', 'Goals', 'Start this week', 'Save time', 'Prove the value'],
    ['', 'Actions', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['', 'Pain points', 'Password rules', 'Slow on phones', 'No export'],
    ['Owner', 'Success', 'x', 'x', ''],
    ['', 'Sales', '', '', 'x'],
    ['', 'Product', '', 'x', '']])

# ---- levels of headers ------------------------------------------------------------------------

STEPS = [
    ['Goals', 'Feel at home', 'Be ready', 'Save time', 'Do more'],
    ['Actions', 'Signs', 'Imports data', 'Runs reports', 'Builds a template'],
    ['Feelings', 'Excited', 'Worried', 'Calm', 'Proud'],
    ['Pain points', 'Legal takes weeks', 'Messy columns', 'Slow export', 'Few examples'],
]
layout('levels-phase-step', [
    ['Phase', 'Onboarding', '', 'Adoption', ''],
    ['', 'Contract', 'Set-up', 'First month', 'Routine']] + STEPS, 'B1:C1', 'D1:E1', 'A1:A2')
layout('levels-repeated', [
    ['Phase', 'Onboarding', 'Onboarding', 'Adoption', 'Adoption'],
    ['', 'Contract', 'Set-up', 'First month', 'Routine']] + STEPS)
layout('levels-part-phase', [
    ['', 'Before the contract', '', 'After the contract', '', ''],
    ['Stage', 'Awareness', 'Consideration', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', 'Name the problem', 'Pick a tool', 'Start', 'Save time', 'Decide'],
    ['Actions', 'Reads blogs', 'Books a demo', 'Imports data', 'Runs reports', 'Compares offers'],
    ['Pain points', 'Too much noise', 'No prices', 'Messy columns', 'Slow export', 'Late invoice'],
    ['Touchpoints', 'Blog', 'Demo', 'Kick-off', 'Digest', 'Review']], 'B1:C1', 'D1:F1')
layout('levels-mixed', [
    ['項目', '導入期', '', '活用期', '更新期'],
    ['', '契約', '初期設定', '', ''],
    ['ゴール', '稟議を通したい', '早く始めたい', '業務を減らしたい', '効果を示したい'],
    ['行動', '稟議書を書く', 'データを移す', '毎日使う', '実績をまとめる'],
    ['課題', '効果が見えない', '列が合わない', '応用がわからない', '金額にできない']],
    'B1:C1', 'A1:A2', 'D1:D2', 'E1:E2')
layout('levels-three', [
    ['', '契約前', '', '契約後', '', '', ''],
    ['フェーズ', '1. 検討期', '', '2. 導入期', '', '3. 活用期', ''],
    ['', '情報収集', '比較', '契約', '設定', '利用', '共有'],
    ['ゴール', '候補を知りたい', '違いを知りたい', '稟議を通したい', '早く始めたい', '業務を減らしたい', '他部署に広げたい'],
    ['行動', '検索する', '資料を比べる', '稟議書を書く', 'データを移す', '毎日使う', '勉強会を開く'],
    ['感情', '不安', '迷い', '焦り', '緊張', '安心', '誇らしい'],
    ['課題', '情報が多い', '比較表がない', '効果が見えない', '列が合わない', '応用がわからない', '権限が足りない']],
    'B1:C1', 'D1:G1', 'B2:C2', 'D2:E2', 'F2:G2')
layout('levels-four', [
    ['', 'Pre-sale', '', 'Customer', '', '', ''],
    ['Phase', 'Phase 1: Awareness', '', 'Phase 2: Onboarding', '', 'Phase 3: Adoption', ''],
    ['', 'Learn', 'Compare', 'Sign', 'Set up', 'Use', 'Share'],
    ['', 'Blog', 'Demo', 'Contract', 'Wizard', 'App', 'Community'],
    ['Goals', 'Name it', 'Pick one', 'Close', 'Be ready', 'Save time', 'Do more'],
    ['Actions', 'Reads', 'Asks', 'Signs', 'Imports', 'Reports', 'Posts'],
    ['Pain points', 'Noise', 'No prices', 'Legal', 'Messy data', 'Slow', 'No events']],
    'B1:C1', 'D1:G1', 'B2:C2', 'D2:E2', 'F2:G2')
layout('levels-period-definition', [
    ['項目', '導入期', '活用期', '更新期'],
    ['', '契約後0〜30日', '契約後31〜270日', '契約後271〜365日'],
    ['', '契約から初回レポートの作成まで', '基本機能を週1回以上使っている状態', '契約終了の95日前から更新の決定まで'],
    ['ゴール', '早く始めたい', '業務を減らしたい', '効果を示したい'],
    ['行動', 'データを移す', '毎日使う', '実績をまとめる'],
    ['課題', '列が合わない', '応用がわからない', '金額にできない']], 'A1:A3')
layout('span-blanks', [
    ['項目', '導入期', '', '活用期', ''],
    ['ゴール', '早く始めたい', '', '業務を減らしたい', ''],
    ['行動', 'データを移す', '担当者を招待する', '毎日使う', 'レポートを配る'],
    ['課題', '列が合わない', '招待が届かない', '応用がわからない', '']])
layout('spacers', [
    ['Stage', '', 'Onboarding', '', 'Adoption', '', 'Renewal'], [],
    ['Goals', '', 'Start this week', '', 'Save time', '', 'Prove the value'], [],
    ['Actions', '', 'Creates an account', '', 'Builds a dashboard', '', 'Collects numbers'], [],
    ['Pain points', '', 'Password rules', '', 'Slow on phones', '', 'No export'], [],
    ['Feelings', '', 'Unsure', '', 'Confident', '', 'Tense']])

# ---- group labels ------------------------------------------------------------------------------

GROUPED = [
    ['', '項目', '導入期', '活用期'],
    ['顧客', 'ゴール', '使い方を覚えたい', '成果を出したい'],
    ['', '行動', '説明会に出る', '週1回見る'],
    ['', '課題', '社内の反応が薄い', '機能が多すぎる'],
    ['自社', '打ち手', '【CS】7日以内に説明会を開く', '【CS】月1回の講座を開く'],
    ['', '担当', 'CS', 'CS'],
    ['KPI', '', '完了率 80%', '週次利用率 60%']]
layout('groups-once', GROUPED)
layout('groups-merged', GROUPED, 'A2:A4', 'A5:A6', 'A7:B7')
layout('groups-repeated', [r if r[0] or not i else [g] + r[1:] for i, (r, g) in enumerate(
    zip(GROUPED, ['', '顧客', '顧客', '顧客', '自社', '自社', 'KPI']))])
layout('groups-numbered', [
    ['No', '区分', '項目', '導入期', '活用期'],
    ['1', '顧客', 'ゴール', '使い方を覚えたい', '成果を出したい'],
    ['2', '顧客', '行動', '説明会に出る', '週1回見る'],
    ['3', '顧客', '課題', '社内の反応が薄い', '機能が多すぎる'],
    ['4', '自社', '打ち手', '【CS】7日以内に説明会を開く', '【CS】月1回の講座を開く'],
    ['5', '自社', '担当', 'CS', 'CS']])
layout('groups-headings', [
    ['項目', '導入期', '活用期'],
    ['■ 顧客の視点'],
    ['ゴール', '使い方を覚えたい', '成果を出したい'],
    ['行動', '説明会に出る', '週1回見る'],
    ['課題', '社内の反応が薄い', '機能が多すぎる'],
    ['■ 自社の視点'],
    ['打ち手', '【CS】7日以内に説明会を開く', '【CS】月1回の講座を開く'],
    ['担当', 'CS', 'CS']], 'A2:C2', 'A6:C6')

layout('sub-items', [
    ['No.', '項目', '小項目', '導入期', '活用期'],
    ['1', '顧客のゴール', '', '使い方を覚えたい', '成果を出したい'],
    ['2', '行動', '主担当者', '説明会に出る', '週1回見る'],
    ['', '', '決裁者', '契約書を確かめる', '月次の報告を読む'],
    ['3', '課題', '主担当者', '用語が難しい', '機能が多すぎる'],
    ['', '', '決裁者', '費用の内訳が見えない', '効果が金額で見えない'],
    ['4', '打ち手', '', '【CS】7日以内に説明会を開く', '【CS】月1回の講座を開く']],
    'A3:A4', 'B3:B4', 'A5:A6', 'B5:B6')
layout('guidance-column', [
    ['Stage', 'Guiding questions', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', 'What do they want to reach?', 'Start this week', 'Save time', 'Prove the value'],
    ['Customer actions', 'What do they do?', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['Pain points', 'What is in the way?', 'Password rules', 'Slow on phones', 'No export'],
    ['Feelings', '', 'Unsure', 'Confident', 'Tense']])
layout('down-steps', [
    ['フェーズ', 'ステップ', '顧客のゴール', '行動', '課題', '打ち手'],
    ['導入期', '契約', '稟議を通したい', '稟議書を書く', '効果が見えない', '【CS】効果の試算を渡す'],
    ['', '初期設定', '早く始めたい', 'データを移す', '列が合わない', '【サポート】7日以内に取り込みを手伝う'],
    ['活用期', '利用', '業務を減らしたい', '毎日使う', '応用がわからない', '【CS】月1回の講座を開く'],
    ['', '展開', '他部署に広げたい', '勉強会を開く', '権限が足りない', '【CS】権限の相談会を開く']],
    'A2:A3', 'A4:A5')
layout('levels-period-above', [
    ['', 'STEP1', 'STEP2', 'STEP3'],
    ['期間', '契約後0〜30日', '契約後31〜270日', '契約後271〜365日'],
    ['フェーズ', '導入期', '活用期', '更新期'],
    ['ゴール', '早く始めたい', '業務を減らしたい', '効果を示したい'],
    ['行動', 'データを移す', '毎日使う', '実績をまとめる'],
    ['課題', '列が合わない', '応用がわからない', '金額にできない']])

# ---- how cells are written -----------------------------------------------------------------------

layout('list-styles', [
    ['項目', '導入期', '活用期', '更新期'],
    ['行動', 'アカウントを作る\nデータを移す', '・毎日見る\n・レポートを配る', '①実績をまとめる ②稟議書を書く'],
    ['課題', '- 列が合わない\n- 招待が届かない', '応用がわからない、権限が足りない', '1. 金額にできない\n2. 比較表がない'],
    ['タッチポイント', 'ガイド、チャット、説明会', 'Webinar; Digest; Chat', 'Review | E-mail | Call'],
    ['感情', '期待, 不安', '安心／満足', '焦り']])
layout('unfilled', [
    ['Stage', 'Onboarding', 'Adoption', 'Renewal', 'Advocacy'],
    ['Goals', 'Fill in', '—', 'None recorded yet', 'Tell others'],
    ['Actions', '\u00a0', ' ', 'Compares offers', 'Writes a review'],
    ['Pain points', '例：列が合わない', 'TBD', '-', 'No referral link'],
    ['Feelings', 'Hopeful', 'Calm', 'Tense', 'Proud']])
layout('scores', [
    ['項目', '導入期', '活用期', '拡大期', '更新期'],
    ['ゴール', '早く始めたい', '業務を減らしたい', '広げたい', '効果を示したい'],
    ['行動', 'データを移す', '毎日使う', '勉強会を開く', '実績をまとめる'],
    ['感情', '不安', '安心', '誇らしい', '焦り'],
    ['', '\u22122', '+1', '+2', '0'],
    ['課題', '列が合わない', '応用がわからない', '権限が足りない', '金額にできない']])
layout('scores-emoji', [
    ['Stage', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals', 'Start this week', 'Save time', 'Prove the value'],
    ['Actions', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['Feeling (emoji) (graphic representation of the feeling)', '😟', '🙂', '😮‍💨'],
    ['Satisfaction (1-5)', '3', '4', '5'],
    ['Pain points', 'Password rules', 'Slow on phones', 'No export']])
layout('label-tails', [
    ['Stage', 'Onboarding', 'Adoption', 'Renewal'],
    ['Goals\nWhat does the customer want to reach?', 'Start this week', 'Save time', 'Prove the value'],
    ['Customer actions: what do they do, step by step?', 'Creates an account', 'Builds a dashboard', 'Collects numbers'],
    ['Key pain points (obstacles, e.g. delays)', 'Password rules', 'Slow on phones', 'No export'],
    ["Maya's thoughts – in her own words", '"Where do I begin?"', '"Quick!"', '"Worth it?"'],
    ['主な接点（どこで会うか）', 'キックオフ', '月次の定例会', '相談会']])

# ---- copies of one map: they must read the same --------------------------------------------------

with open('samples/02_good_ja.csv', encoding='utf-8-sig', newline='') as f:
    GOOD = list(csv.reader(f))
START, END = [r[0] for r in GOOD].index('項目'), [r[0] for r in GOOD].index('■ペルソナ') - 1
META = dict(r[:2] for r in GOOD[1:START] if r[0])
GRID = [r[:5] for r in GOOD[START:END]]
TITLE = [
    ['エンタープライズ版の顧客がたどる道（社内共有用）'], [],
    ['このシートは、CS・サポート・セールス・プロダクトが四半期ごとに見直す。数字と出典のない書き込みは仮説として扱い、'
     '次の見直しまでに確かめる。'], [],
    ['■目的'], ['', META['目的']], [],
    ['製品', META['製品'], '', 'プラン', META['プラン'], '', 'セグメント', META['セグメント']],
    ['ペルソナ：' + META['ペルソナ']],
    ['バージョン', META['バージョン'], '作成日', META['作成日'], '前回レビュー日', META['前回レビュー日'],
     '次回レビュー日', META['次回レビュー日']],
    ['作成者', META['作成者'], '参加者', META['参加者']],
    ['マップ責任者', META['マップ責任者'], '承認者', META['承認者']], []]
COPIES = {
    'good-down': GOOD[:START] + [list(r) for r in zip(*GRID)] + GOOD[END:],
    'good-titled': TITLE + GOOD[START:],
}

os.makedirs(OUT, exist_ok=True)
write_csv(f'{OUT}/good-cp932.csv', GOOD, 'cp932')
for name, rows in COPIES.items():
    write_csv(f'{OUT}/{name}.csv', rows)
for name, (rows, merges) in LAYOUTS.items():
    write_csv(f'{OUT}/{name}.csv', rows)
    if merges:
        write_xlsx(f'{OUT}/{name}.xlsx', rows, merges)
