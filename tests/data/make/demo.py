#!/usr/bin/python3
"""demo.py - writes demo/sample_map.xlsx (in the folder tests/data): a map as teams really have it.

Filled in by several people over some months: a title and header block, merged cells, group names
beside the rows, bullets of all kinds, notes, 未定, guesses, some facts with a source and some
without, and sheets for evidence, KPI, actions and history. Needs openpyxl.
"""
import datetime, re, zipfile
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

PATH = 'demo/sample_map.xlsx'
SAVED = b'2025-09-29T08:15:00Z'
THIN = Side(style='thin', color='7F7F7F')
BOX = Border(THIN, THIN, THIN, THIN)
HEAD = PatternFill('solid', fgColor='1F4E78')
CUSTOMER = PatternFill('solid', fgColor='DDEBF7')
COMPANY = PatternFill('solid', fgColor='E2EFDA')
OPEN = PatternFill('solid', fgColor='FFF2CC')

META = [
    ('目的', 'オンボーディングを改善して、お客様の満足度を向上させる', '製品', 'キンタイノート'),
    ('ペルソナ', '人事総務課長 木村さん（42歳）', 'セグメント', '従業員100〜500名のサービス業'),
    ('バージョン', '1.3', '前回レビュー日', datetime.date(2025, 4, 18)),
    ('作成者', '中村（CS）', '参加者', '中村（CS）、森（CS）、井上（サポート）'),
]
PHASES = ['導入期', '活用促進期', '定着・拡大期', '更新期']
CUSTOMER_ROWS = [
    ('期間', ['契約後0〜30日', '契約後31〜120日', '契約後121〜270日', '未定']),
    ('フェーズの定義', ['契約から、全社員が打刻を始めるまで', '締め作業をシステムの中だけで終えられる状態',
                        '他拠点にも広がっている状態', '契約終了の90日前から更新の判断まで']),
    ('顧客のゴール', ['来月の締めに間に合うように使い始めたい', '締め作業を3日から1日に減らしたい [E2]',
                      'ほかの拠点の勤怠もまとめて見たい', '費用に見合うと上司に説明したい']),
    ('行動', ['・管理者アカウントを作る [E2]\n・就業ルールを設定する [E1]\n・社員を登録する [E2]',
              '・打刻漏れを確認する\n- 承認フローを使い始める\n・ﾏﾆｭｱﾙを読む',
              '①拠点を追加する\n②権限を分ける\n③月次レポートを役員会に出す',
              '・利用状況を集計する [E2]\n・他社サービスと比較する']),
    ('思考・感情', ['期待、不安、焦り [E1]', 'きっと便利さを実感しているはず', '信頼、満足、要望',
                    '【仮説】値上げが心配']),
    ('課題・ペイン', ['・就業ルールの設定が複雑で、自力では終わらない [E1]\n・紙のタイムカードと二重管理になる [E1][E4]',
                      '・打刻漏れの確認に毎朝30分かかる [E4]\n・承認者が使い方を覚えてくれない',
                      '・拠点ごとの権限を分けられない [E7]', '・効果を数字で示せない']),
    ('タッチポイント', ['キックオフMTG、設定ガイド、チャットサポート', '定期的なMTG、活用ウェビナー',
                        'ユーザー会、担当営業の訪問', '更新の案内メール']),
]
COMPANY_ROWS = [
    ('成功の定義', ['30日以内に社員の90%以上が打刻している', '問題なく使いこなせている', 'アップセルに繋がる',
                    '更新期限の30日前までに更新が決まっている']),
    ('KPI', ['初期設定完了率 目標85%、設定完了までの日数 目標21日', '月次締めの完了率', '未定', '契約更新率 目標95%']),
    ('打ち手（アクション）', ['・【CS】契約後5営業日以内に設定会を90分で行う\n・【サポート】契約後10日目に設定の点検結果を送る',
                              '・適宜フォローする\n・動画マニュアルの送付',
                              '・【プロダクト】2025年12月末までに拠点別の権限を出す\n・毎月第3木曜に拠点展開セミナーを開く',
                              '']),
    ('担当部署', ['CS、サポート', 'CS', '関係部署', '']),
]
EVIDENCE = [
    ('ID', '種別', '日付', 'n', '内容', '保存先', '担当'),
    ('E1', 'インタビュー', datetime.date(2025, 5, 22), 6,
     '導入2か月以内の顧客6社。5社が就業ルールの設定で手が止まったと話した', '共有フォルダ/CS/2025-05', '中村'),
    ('E2', '利用データ', datetime.date(2025, 8, 31), 118, '契約118社の操作ログ。全社員の打刻開始まで中央値26日',
     'ダッシュボード K-3', '森'),
    ('E3', '社内ワークショップ', datetime.date(2025, 6, 10), None, 'CSとサポートの5名で洗い出した', '', '森'),
    ('E4', 'アンケート', datetime.date(2023, 11, 15), 21, '満足度調査の自由回答。連絡先 inoue.k@example.co.jp', 'フォーム F-2', '井上'),
]
KPI = [
    ('フェーズ', 'KPI', '定義・計算式', '単位', '良い方向', '現状値', '目標値', '2025Q1', '2025Q2', 'データ取得元', '担当'),
    ('導入期', '初期設定完了率', '30日以内に全社員が打刻した契約数÷新規契約数', '%', '高い', 64, 85, 66, 70, 'ダッシュボード K-3', 'CS'),
    ('導入期', '設定完了までの日数', '契約日から設定完了日までの日数の中央値', '日', '低い', 31, 21, 29, 26, 'ダッシュボード K-3', 'CS'),
    ('活用促進期', '月次締めの完了率', None, '%', '高い', 52, 70, 55, '約６割', 'ダッシュボード K-5', None),
    ('更新', '契約更新率', '更新した契約数÷更新対象の契約数', '%', '高い', 91, 95, 90, 92, 'CRM', 'セールス'),
]
ACTIONS = [
    ('ID', 'フェーズ', '打ち手', '誰が', 'いつ', '対応する課題', '効果を測るKPI', '状況', '効果'),
    ('A1', '導入期', '設定会を90分で行う', 'CS', '契約後5営業日以内', '就業ルールの設定が複雑で、自力では終わらない',
     '初期設定完了率', '実施中', '64%→70%（2025Q2）'),
    ('A2', '活用促進期', '動画マニュアルの送付', 'サポート', None, '承認者が使い方を覚えてくれない', '月次締めの完了率', '完了', None),
]
HISTORY = [
    ('バージョン', '日付', '区分', '変更内容', '理由・学び', '担当'),
    ('1.0', datetime.date(2024, 10, 4), '新規', '初版', '導入期と活用促進期から始めた', '中村（CS）'),
    ('1.2', datetime.date(2025, 4, 18), '四半期レビュー', '更新期を追加', None, '中村（CS）'),
]
NOTES = {
    ('課題・ペイン', 1): '井上: 問い合わせ台帳 2025-07 でも同じ声が12件ありました',
    ('打ち手（アクション）', 1): '森: 「適宜」だと誰も動かないので、次回決めたい',
    ('KPI', 2): '中村: 拠点数にするか利用部署数にするか検討中',
}


def put(sheet, row, col, value, bold=False, fill=None, wrap=True, centre=False):
    cell = sheet.cell(row, col, value if value != '' else None)
    cell.font = Font(name='Meiryo UI', size=10, bold=bold, color='FFFFFF' if fill is HEAD else None)
    cell.alignment = Alignment(wrap_text=wrap, vertical='center' if bold else 'top',
                               horizontal='center' if centre else None)
    cell.border = BOX
    if fill:
        cell.fill = fill
    if isinstance(value, datetime.date):
        cell.number_format = 'yyyy/m/d'
    return cell


def merge(sheet, row, col, row2, col2):
    sheet.merge_cells(start_row=row, start_column=col, end_row=row2, end_column=col2)


def heading(sheet):
    title = sheet.cell(1, 1, 'カスタマーサクセス ジャーニーマップ（キンタイノート スタンダードプラン）')
    title.font = Font(name='Meiryo UI', size=14, bold=True)
    merge(sheet, 1, 1, 1, 6)
    for i, (label, value, label2, value2) in enumerate(META, 2):
        put(sheet, i, 1, label, bold=True, fill=CUSTOMER)
        put(sheet, i, 2, value)
        merge(sheet, i, 2, i, 3)
        put(sheet, i, 4, label2, bold=True, fill=CUSTOMER)
        put(sheet, i, 5, value2).alignment = Alignment(wrap_text=True, horizontal='left')
        merge(sheet, i, 5, i, 6)


def rows(sheet, at, group, fill, table):
    put(sheet, at, 1, group, bold=True, fill=fill, centre=True)
    for i, (label, texts) in enumerate(table, at):
        put(sheet, i, 2, label, bold=True, fill=fill)
        for j, text in enumerate(texts):
            cell = put(sheet, i, j + 3, text, fill=OPEN if text == '未定' else None)
            if (label, j) in NOTES:
                who = NOTES[label, j].split(':')[0]
                cell.comment = Comment(NOTES[label, j], who, width=260, height=90)
    merge(sheet, at, 1, at + len(table) - 1, 1)
    return at + len(table)


def grid(sheet):
    put(sheet, 7, 1, '項目', bold=True, fill=HEAD, centre=True)
    merge(sheet, 7, 1, 7, 2)
    for j, name in enumerate(PHASES):
        put(sheet, 7, j + 3, name, bold=True, fill=HEAD, centre=True)
    at = rows(sheet, 8, '顧客', CUSTOMER, CUSTOMER_ROWS)
    at = rows(sheet, at, '自社', COMPANY, COMPANY_ROWS)
    sheet.cell(at + 1, 2, '※黄色のセルは次回の定例で決める').font = Font(name='Meiryo UI', size=9, italic=True)
    for column, width in zip('ABCDEF', (11, 17, 34, 34, 34, 34)):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = 'C8'
    sheet.page_setup.orientation = 'landscape'
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_view.zoomScale = 85


def record_sheet(book, name, table, widths):
    sheet = book.create_sheet(name)
    for i, record in enumerate(table, 1):
        for j, value in enumerate(record, 1):
            put(sheet, i, j, value, bold=i == 1, fill=CUSTOMER if i == 1 else None)
    for j, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + j)].width = width
    sheet.freeze_panes = 'A2'


def fixed(path):
    """The same archive with fixed dates: the same bytes each time."""
    with zipfile.ZipFile(path) as z:
        parts = [(i.filename, z.read(i)) for i in z.infolist()]
    with zipfile.ZipFile(path, 'w') as z:
        for name, text in parts:
            if name == 'docProps/core.xml':
                text = re.sub(rb'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', SAVED, text)
            z.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def main():
    book = Workbook()
    book.active.title = 'ジャーニーマップ'
    heading(book.active)
    grid(book.active)
    record_sheet(book, '根拠', EVIDENCE, (6, 18, 12, 6, 60, 24, 10))
    record_sheet(book, 'KPI', KPI, (12, 24, 46, 6, 10, 8, 8, 9, 9, 20, 10))
    record_sheet(book, '打ち手', ACTIONS, (6, 14, 28, 12, 18, 40, 20, 10, 24))
    record_sheet(book, '更新履歴', HISTORY, (11, 12, 16, 34, 34, 14))
    book.properties.creator = '中村'
    book.save(PATH)
    fixed(PATH)


main()
