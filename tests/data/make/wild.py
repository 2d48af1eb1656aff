#!/usr/bin/env python3
"""wild.py FOLDER - writes maps as people really keep them: some of them stand in tests/data/wild."""
import copy
import datetime
import re
import sys
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = sys.argv[1]
PHASES = ['導入期', '活用促進期', '更新期']
JA = {'顧客のゴール': ['自部署のレポートを自分で出したい', '集計の時間を減らしたい', '成果を役員に説明したい'],
      '行動': ['マニュアルを読む\n初期設定をする', '週1回ログインする', '見積もりを比べる'],
      '思考・感情': ['難しそうだ', '慣れてきた', '高いかもしれない'],
      '課題・ペイン': ['用語がわからない', '人によって使い方が違う', '効果を数字で示せない'],
      'タッチポイント': ['キックオフ、メール', 'ウェビナー', '定例会'],
      '成功の定義': ['30日以内に1本目のレポートを出した', '月4回以上使う人が5人いる', '更新の稟議が通った'],
      'KPI': ['初回レポート作成率 目標80%', '週次利用率 60%', '更新率 95%'],
      '打ち手': ['【CS】契約後7日以内に用語集を送る', '【サポート】毎月のQ&A会', '【営業】更新の90日前に提案する'],
      '担当部署': ['CS', 'サポート', '営業']}
EN_PHASES = ['Onboarding', 'Adoption', 'Renewal']
EN = {'Customer Goal': ['First report alone', 'Save time', 'Show results'],
      'Customer Actions': ['Reads the manual\nSets it up', 'Logs in weekly', 'Compares quotes'],
      'Thoughts & Feelings': ['Looks hard', 'Getting used to it', 'Might be expensive'],
      'Pain Points': ['Unknown words', 'Everyone does it their way', 'No numbers'],
      'Touchpoints': ['Kick-off, mail', 'Webinar', 'Review meeting'],
      'KPI': ['First report 80%', 'Weekly use 60%', 'Renewal 95%']}


def grid(s, top=1, left=1, rows=JA, phases=PHASES, corner='項目'):
    s.cell(top, left, corner)
    for i, name in enumerate(phases):
        s.cell(top, left + 1 + i, name)
    for k, (label, cells) in enumerate(rows.items()):
        s.cell(top + 1 + k, left, label)
        for i, text in enumerate(cells[:len(phases)]):
            s.cell(top + 1 + k, left + 1 + i, text)
    return top + 1 + len(rows)


def new(title='マップ'):
    book = openpyxl.Workbook()
    book.active.title = title
    return book, book.active


def note(s, ref, text, who='佐藤'):
    s[ref].comment = Comment(text, who)


def save(book, name, edit=None, more=None):
    path = f'{folder}/{name}.xlsx'
    book.save(path)
    if edit or more:
        with zipfile.ZipFile(path) as z:
            parts = {n.lstrip('/'): z.read(n) for n in z.namelist()}
        for part, change in (edit or {}).items():
            plain = re.sub('&#([0-9]{3,});', lambda m: chr(int(m[1])), parts[part].decode())
            parts[part] = change(plain).encode()
        for part, text in (more or {}).items():
            parts[part] = text.encode()
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
            for n, data in parts.items():
                z.writestr(n, data)


def table(s, top, rows, left=1):
    for k, row in enumerate(rows):
        for i, text in enumerate(row):
            if text is not None:
                s.cell(top + k, left + i, text)
    return top + len(rows)


def merged():
    """Merged cells everywhere."""
    book, s = new()
    s['A1'] = 'オンボーディング改善ジャーニー'
    s.merge_cells('A1:E1')
    s['A2'], s['B2'] = '目的', '完了率を62%から80%にする'
    s.merge_cells('B2:E2')
    end = grid(s, 4, 2)
    s['A5'], s['A9'] = '顧客', '自社'
    s.merge_cells('A5:A8')
    s.merge_cells('A9:A13')
    s.merge_cells('C6:D6')
    s.merge_cells('C9:E9')
    s.merge_cells('D10:D11')
    s.merge_cells(start_row=end + 1, start_column=1, end_row=end + 3, end_column=5)
    s.cell(end + 1, 1, '※ このマップは毎週金曜に見直す。\n  変更は中村まで。')
    save(book, 'merged')


def two_levels():
    book, s = new()
    grid(s, 3, 1, phases=['契約前', '契約', '設定', '教育'], rows={k: v + ['予備'] for k, v in JA.items()})
    s['B2'], s['D2'] = '検討期', '導入期'
    s.merge_cells('B2:C2')
    s.merge_cells('D2:E2')
    note(s, 'B2', '検討期は営業が持つ')
    note(s, 'D3', 'ここからCS')
    save(book, 'two-levels')


def hidden():
    book, s = new()
    end = grid(s)
    s.row_dimensions[4].hidden = True
    s.column_dimensions['C'].hidden = True
    t = book.create_sheet('内部用')
    t['A1'] = '見せない'
    t.sheet_state = 'hidden'
    u = book.create_sheet('とても内部')
    u['B2'] = '本当に見せない'
    u.sheet_state = 'veryHidden'
    note(u, 'B2', '隠しシートのコメント')
    save(book, 'hidden')


def comments():
    book, s = new()
    s['A1'] = 'マップ'
    s['A2'], s['B2'] = '目的', '解約を減らす'
    grid(s, 4)
    s['G3'] = '枠外メモ'
    for ref in 'A1 A2 B2 A4 B4 C4 A5 B5 D6 B7 G3 G20 F30 C25'.split():
        note(s, ref, f'{ref}へのコメント\n2行目')
    s['B8'] = None
    note(s, 'B8', '空のセルへのコメント')
    t = book.create_sheet('ペルソナ')
    table(t, 1, [['項目', '内容'], ['名前', '佐藤 美咲'], ['役職', '部長'], ['趣味', '登山']])
    for ref in 'A1 B1 A2 B2 B4 D9'.split():
        note(t, ref, f'ペルソナ{ref}')
    u = book.create_sheet('根拠')
    table(u, 1, [['ID', '種別', '日付', 'n', '内容', '媒体'], ['E1', 'アンケート', datetime.date(2025, 3, 1), 54, '7割が用語でつまずく', 'Web']])
    for ref in 'A1 F1 A2 C2 E2 F2 A3 H8'.split():
        note(u, ref, f'根拠{ref}')
    s['B7'] = '用語がわからない [E1]'
    w = book.create_sheet('雑記')
    w['A1'] = 'memo'
    note(w, 'A1', '雑記のコメント')
    note(w, 'C3', '雑記の空セル')
    save(book, 'comments')


def threaded():
    book, s = new()
    grid(s)
    note(s, 'B3', '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment.\n\nComment:\n    これは本当？\nReply:\n    アンケート待ち', 'tc={0A1B2C3D-0000-0000-0000-000000000001}')
    ns = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
    tc = (f'<?xml version="1.0" encoding="UTF-8"?><ThreadedComments xmlns="{ns}">'
          '<threadedComment ref="B3" dT="2025-03-01T09:00:00.00" personId="{0A1B2C3D-0000-0000-0000-0000000000AA}" id="{0A1B2C3D-0000-0000-0000-000000000001}"><text>これは本当？</text></threadedComment>'
          '<threadedComment ref="B3" dT="2025-03-01T10:00:00.00" personId="{0A1B2C3D-0000-0000-0000-0000000000AA}" id="{0A1B2C3D-0000-0000-0000-000000000002}" parentId="{0A1B2C3D-0000-0000-0000-000000000001}"><text>アンケート待ち</text></threadedComment></ThreadedComments>')
    persons = f'<?xml version="1.0" encoding="UTF-8"?><personList xmlns="{ns}"><person displayName="鈴木" id="{{0A1B2C3D-0000-0000-0000-0000000000AA}}" userId="S" providerId="None"/></personList>'
    rel = '<Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    prel = '<Relationship Id="rIdP" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>'
    save(book, 'threaded',
         {'xl/worksheets/_rels/sheet1.xml.rels': lambda x: x.replace('</Relationships>', rel),
          'xl/_rels/workbook.xml.rels': lambda x: x.replace('</Relationships>', prel),
          '[Content_Types].xml': lambda x: x.replace('</Types>', '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>')},
         {'xl/threadedComments/threadedComment1.xml': tc, 'xl/persons/person.xml': persons})


def links():
    book, s = new()
    s['A1'], s['B1'] = '目的', '解約を減らす'
    s['B1'].hyperlink = 'https://example.com/goal'
    grid(s, 3)
    s['B3'].hyperlink = 'https://example.com/phase'
    s['A4'].hyperlink = 'https://example.com/label'
    s['B4'].hyperlink = 'https://example.com/a?b=1&c=2#frag'
    s['C4'].hyperlink = 'mailto:cs@example.com?subject=Map'
    s['D4'].hyperlink = 'file:///C:/share/map.xlsx'
    s['B5'].hyperlink = "#'マップ'!A1"
    s['C5'] = '=HYPERLINK("https://example.com/formula","手順書")'
    s['D5'].hyperlink = '../other/map2.xlsx'
    s['F2'] = '参考'
    s['F2'].hyperlink = 'https://example.com/outside'
    s['H2'].hyperlink = 'https://example.com/empty'
    s['H2'].value = None
    s['A20'] = 'https://example.com/plain'
    s['A20'].hyperlink = 'https://example.com/plain'
    t = book.create_sheet('根拠')
    table(t, 1, [['ID', '種別', '内容', '保存先'], ['E1', 'インタビュー', '用語が難しい', '議事録']])
    t['D2'].hyperlink = 'https://example.com/minutes'
    t['A2'].hyperlink = 'https://example.com/e1'
    u = book.create_sheet('リンク集')
    u['A1'] = 'ポータル'
    u['A1'].hyperlink = 'https://example.com/portal'
    s['B6'] = '難しそうだ [E1]'
    save(book, 'links', {'xl/worksheets/sheet1.xml': lambda x: re.sub(r'(<f>HYPERLINK.*?</f>)<v></v>', r'\1<v>手順書</v>', x).replace('<c r="C5"', '<c t="str" r="C5"') if 't="str" r="C5"' not in x else x})


def strike():
    book, s = new()
    grid(s)
    s['B3'].font = Font(strike=True)
    s['C4'].font = Font(strike=True)
    s['D8'].font = Font(strike=True)
    s['A5'].font = Font(strike=True)
    s['C1'].font = Font(strike=True)
    s['F4'] = '枠外の取り消し'
    s['F4'].font = Font(strike=True)
    s.merge_cells('B6:C6')
    s['B6'].font = Font(strike=True)
    t = book.create_sheet('打ち手')
    table(t, 1, [['ID', 'フェーズ', '打ち手', '状況'], ['A1', '導入期', '用語集', '予定'], ['A2', '更新期', '割引', '中止']])
    t['C3'].font = Font(strike=True)
    save(book, 'strike')


def formulas():
    book, s = new()
    end = grid(s)
    s['B9'] = '=A1&"の担当"'
    s['C9'] = '=1/0'
    s['D9'] = '=SUM(F1:F3)'
    s['F1'], s['F2'], s['F3'] = 1, 2, '=F1+F2'
    s['B10'] = '=CONCATENATE("保存","なし")'
    def values(x):
        def put(ref, kind, value):
            nonlocal x
            x = re.sub(rf'<c r="{ref}"([^>]*)>(<f>.*?</f>)<v ?/>', rf'<c r="{ref}" t="{kind}">\2<v>{value}</v>', x)
            x = re.sub(rf'<c r="{ref}"([^>]*)>(<f>.*?</f>)<v></v>', rf'<c r="{ref}" t="{kind}">\2<v>{value}</v>', x)
        put('B9', 'str', '項目の担当')
        put('C9', 'e', '#DIV/0!')
        put('D9', 'n', '6.5')
        put('F3', 'n', '3')
        return x
    save(book, 'formulas', {'xl/worksheets/sheet1.xml': values})


def formats():
    book, s = new()
    s['A1'], s['B1'] = '作成日', datetime.date(2025, 3, 14)
    s['C1'], s['D1'] = '更新日', datetime.datetime(2025, 6, 3, 9, 30)
    s['D1'].number_format = 'yyyy年m月d日 h:mm'
    grid(s, 3)
    r = 13
    s.cell(r, 1, '売上')
    for i, (v, f) in enumerate([(1200, '#,##0円'), (0.62, '0%'), (0.5, '0%')]):
        s.cell(r, 2 + i, v).number_format = f
    s.cell(r + 1, 1, '予算')
    for i, (v, f) in enumerate([(1234567.891, '#,##0.00'), (-5, '0;[Red]-0'), (0.1, 'General')]):
        s.cell(r + 1, 2 + i, v).number_format = f
    s.cell(r + 2, 1, '完了予定')
    for i, (v, f) in enumerate([(datetime.date(2025, 11, 30), 'm/d'), (datetime.time(9, 30), 'h:mm'), (datetime.date(2025, 4, 1), '[$-411]ggge"年"m"月"d"日"')]):
        s.cell(r + 2, 2 + i, v).number_format = f
    s.cell(r + 3, 1, '有効')
    for i, v in enumerate([True, False, '007']):
        s.cell(r + 3, 2 + i, v)
    s.cell(r + 4, 1, '番号')
    for i, (v, f) in enumerate([(7, '000'), (12345678901, '0'), (1e-7, '0.00E+00')]):
        s.cell(r + 4, 2 + i, v).number_format = f
    t = book.create_sheet('KPI')
    table(t, 1, [['フェーズ', 'KPI', '単位', '現状値', '目標値', '2025Q1', '2025Q2'],
                 ['導入期', '完了率', '', 0.62, 0.8, 0.65, 0.7], ['更新期', '単価', '円', 1200, 1500, 1250, '1,300円'],
                 ['活用促進期', '件数', None, 5, '10件', None, None]])
    for ref in 'D2 E2 F2 G2'.split():
        t[ref].number_format = '0%'
    t['D3'].number_format = t['E3'].number_format = '#,##0円'
    save(book, 'formats')


def mac_1904():
    book, s = new()
    book.epoch = CALENDAR_MAC_1904
    s['A1'], s['B1'] = '作成日', datetime.date(2025, 3, 14)
    grid(s, 3)
    s.cell(13, 1, '完了予定')
    for i in range(3):
        s.cell(13, 2 + i, datetime.date(2025, 11, 28 + i))
    t = book.create_sheet('日程')
    t['A1'], t['B1'] = 'キックオフ', datetime.date(2025, 4, 1)
    t['B2'] = datetime.timedelta(hours=30)
    save(book, 'mac-1904')


def traps():
    """Texts that look like formulas, numbers, escapes."""
    book, s = new()
    texts = ['=1+1', '+81-3-1234-5678', '@name', '-2', '007', "'quoted", '＝SUM', '+5', '1.50', '1e5', 'TRUE', '#N/A',
             '2025/6/3', '_x0041_', '"引用"', 'a,b;c|d', '<b>&amp;</b>', ' 前後の空白 ', '\t', '…', '・', '-', '*', 'N/A', '0', '-']
    rows = {k: list(v) for k, v in JA.items()}
    keys = list(rows)
    for i, t in enumerate(texts):
        label = keys[i // 3] if i // 3 < len(keys) else f'独自{i // 3}'
        rows.setdefault(label, ['', '', ''])[i % 3] = t
    end = grid(s, rows=rows)
    for r in s.iter_rows():
        for c in r:
            if isinstance(c.value, str):
                c.data_type = 's'
    save(book, 'traps')


def long_texts():
    book, s = new()
    grid(s)
    s['B3'] = '長' * 32767
    s['C3'] = '\n'.join(f'・項目{i}を確認する作業の説明文' for i in range(1700))[:32767]
    s['D3'] = ('😀' * 16383) + 'x'
    s['B4'] = 'word ' * 6500
    note(s, 'B5', 'こ' * 32000)
    s['G2'] = '枠外' * 16000
    save(book, 'long-texts')


def joined_long():
    """Rows that are read as one, and together are more than a cell holds."""
    book, s = new()
    end = grid(s)
    s.insert_rows(4, 2)
    for r in (3, 4, 5):
        s.cell(r, 2, '\n'.join(f'・作業{r}-{i}の説明' + 'あ' * 30 for i in range(700)))
        s.cell(r, 3, '😀' * 16000)
        s.cell(r, 4, '短い')
    save(book, 'joined-long')


def emoji():
    book, s = new()
    rows = dict(JA)
    rows['感情スコア'] = ['😀', '😐', '😡']
    rows['思考・感情'] = ['👩‍👩‍👧‍👦 うれしい', '🇯🇵 が\u3099んばる', '𠮷野家 葛\U000e0100飾区']
    rows['課題・ペイン'] = ['مرحبا بالعالم', 'שלום עולם', 'e\u0301le\u0300ve \u202eabc\u202c']
    rows['独自メモ🙂'] = ['zero\u200bwidth', 'nb\u00a0sp', '\ufeffbom']
    grid(s, rows=rows)
    save(book, 'emoji')


def controls():
    book, s = new()
    grid(s)
    s['B3'] = 'a@@1@@b'
    s['C3'] = 'tab\there'
    s['D3'] = 'cr@@D@@\nlf'
    s['B4'] = 'a\r\nb'
    fix = lambda x: x.replace('@@1@@', '_x0001_').replace('@@D@@', '_x000D_')
    save(book, 'controls', {'xl/worksheets/sheet1.xml': fix})


def rich():
    book, s = new()
    grid(s)
    def runs(x):
        return x.replace('<t>難しそうだ</t>', '<r><rPr><strike/></rPr><t>古い</t></r><r><t>難しそうだ</t></r><rPh sb="0" eb="1"><t>ムズカ</t></rPh>')
    save(book, 'rich', {'xl/worksheets/sheet1.xml': runs})


def labels():
    book, s = new()
    rows = {'顧客のゴール（このフェーズが終わった時点で、顧客が何を達成していれば良いかを、顧客の言葉で1文で書いてください。' + '例' * 60 + '）': JA['顧客のゴール'],
            '■ 顧客の行動（事実ベース）': JA['行動'], '気持ち😀': JA['思考・感情'], '困りごと・不満・つまずき': JA['課題・ペイン'],
            '接点 / チャネル': JA['タッチポイント'], '何をもって成功とするか？': JA['成功の定義'],
            '指標\n例：完了率': JA['KPI'], '⑧ 施策': JA['打ち手'], '担当（部署名）': JA['担当部署'],
            '競合の動き': ['A社', 'B社', 'C社'], '競合の動き ': ['D社', 'E社', 'F社'], '２．リスク要因': ['x', 'y', 'z']}
    grid(s, rows=rows, phases=['フェーズ1：導入期（契約後0〜30日）', 'STEP2 活用促進期\n31〜120日', '③更新期'])
    save(book, 'labels')


def several():
    book, s = new('A社')
    s['A1'], s['B1'] = 'ペルソナ', 'A社 部長'
    grid(s, 3)
    note(s, 'B5', 'A社のコメント')
    t = book.create_sheet('B社')
    t['A1'], t['B1'] = 'ペルソナ', 'B社 担当'
    grid(t, 3)
    t['B5'] = 'B社だけの行動'
    t['H1'] = 'B社の枠外'
    note(t, 'B5', 'B社のコメント')
    u = book.create_sheet('根拠')
    table(u, 1, [['ID', '種別', '内容'], ['E1', 'アンケート', '共通の根拠']])
    end = table(t, 20, [['■打ち手'], ['ID', 'フェーズ', '打ち手'], ['A1', '導入期', '手順書']])
    save(book, 'several')


def two_on_a_sheet():
    book, s = new()
    end = grid(s)
    s.cell(end + 3, 1, '理想のジャーニー')
    grid(s, end + 4, rows={k: [t + '（理想）' for t in v] for k, v in JA.items()})
    save(book, 'two-on-a-sheet')


def cover():
    book, s = new('表紙')
    s['B3'] = 'ジャーニーマップ 第2版'
    s['B5'], s['C5'] = '作成', '2025/6/3'
    s['B6'], s['C6'] = '作成者', '中村'
    s.merge_cells('B3:F3')
    s['B3'].fill = PatternFill('solid', fgColor='FFCC00')
    t = book.create_sheet('目次')
    table(t, 1, [['シート', '内容'], ['マップ', '本体'], ['根拠', '出典']])
    grid(book.create_sheet('マップ'))
    save(book, 'cover')


def odd_evidence():
    book, s = new()
    grid(s)
    t = book.create_sheet('エビデンス一覧')
    table(t, 1, [['根拠の一覧（2025年度）'], [], ['No', '種類', '実施日', '対象数', '要約', '重要度', '確認者', '備考'],
                 ['E1', 'アンケート', datetime.date(2025, 3, 1), '54名', '用語でつまずく', '高', '中村', '再調査'],
                 ['E2', None, datetime.date(2025, 4, 1), 8, '手順が長い', '中', '井上', None],
                 ['E3', '利用ログ', '2025年5月', None, '3日目に離脱', '低', '原田', 'SQLは別紙'], [], ['※ 連絡先は名簿を参照']])
    t.merge_cells('B4:B5')
    t['J6'] = '欄外'
    note(t, 'F4', '重要度の理由')
    s['B4'] = '難しそうだ [E1, E2]'
    save(book, 'odd-evidence')


def personas():
    book, s = new()
    grid(s)
    t = book.create_sheet('ペルソナ')
    table(t, 1, [['ペルソナA'], ['名前', '佐藤 美咲'], ['年齢', 45], ['役職', '部長'], ['課題', '時間がない'], [],
                 ['ペルソナB'], ['名前', '田中 健'], ['年齢', 28], ['役職', '担当'], ['座右の銘', '継続は力']])
    u = book.create_sheet('ペルソナ2')
    table(u, 1, [['項目', 'メイン', 'サブ'], ['名前', '佐藤', '鈴木'], ['役職', '部長', '課長'], ['目標', '昇進', '定時退社']])
    note(u, 'C2', 'サブの名前')
    save(book, 'personas')


def kpi_periods():
    book, s = new()
    grid(s)
    t = book.create_sheet('KPI')
    table(t, 1, [['2025Q2', 'フェーズ', '2025Q1', 'KPI', '担当', '目標', '単位', '2024年第4四半期', 'メモ', '前年'],
                 [70, '導入期', 65, '完了率', 'CS', 80, '%', 60, '順調', 55],
                 ['72%', '更新期', '未計測', '更新率', '営業', '95%', '', '90%', None, 88]])
    note(t, 'A1', '速報値')
    note(t, 'A2', '暫定')
    save(book, 'kpi-periods')


def under_notes():
    book, s = new()
    end = grid(s)
    s.cell(end + 1, 1, '凡例')
    s.cell(end + 1, 2, '◎=強い')
    s.cell(end + 1, 3, '△=弱い')
    s.cell(end + 3, 1, '※1 2025年3月時点')
    s.cell(end + 4, 2, '※2 社外秘')
    s.cell(end + 6, 1, '■備考')
    s.cell(end + 7, 1, '場所')
    s.cell(end + 7, 2, '内容')
    s.cell(end + 8, 1, '全体')
    s.cell(end + 8, 2, '見直し中')
    s['K2'] = '右の欄外'
    s['K3'] = 3
    s['K4'] = 4
    save(book, 'under-notes')


def names():
    """Sheets called as ours are, or as Excel dislikes."""
    book, s = new('ジャーニーマップ2')
    grid(s)
    for name, rows in {'History': [['年', '出来事'], [1999, '創業'], [2005, '上場']], 'KPI': [['これは目次です'], ['ページ', 3]],
                       '備考': [['日付', '記入者', 'メモ'], ['4/1', '中村', '要確認'], ['4/2', '井上', '済み']],
                       'ジャーニーマップ': [['旧版は別ファイル']], '使い方': [['この表の使い方は社内wikiを参照']], 'Map': [['地図'], ['東京', '大阪']],
                       'Notes': [['free', 'text', 'here'], ['a', 'b', 'c']], '打ち手': [['将棋'], ['▲7六歩', '△3四歩']]}.items():
        table(book.create_sheet(name), 1, rows)
    note(book['備考'], 'C2', '備考のコメント')
    save(book, 'names')


def merge_sections():
    book, s = new()
    end = grid(s)
    t = book.create_sheet('競合')
    table(t, 1, [['No', 'フェーズ', '項目', 'ベース', 'A案', 'B案', '採用'], [1, '導入期', '成功の定義', '30日', '20日', '14日', ''],
                 [2, '更新期', 'KPI', '95%', '90%', None, 'A']])
    u = book.create_sheet('統合の記録')
    table(u, 1, [['No', '種類', 'フェーズ', '項目', '内容', '出所'], [1, '追加', '導入期', '行動', '設定する', 'sales.xlsx']])
    v = book.create_sheet('指摘一覧')
    table(v, 1, [['場所', 'ルール', '内容', '対応'], ['B3', 'CJ601', '成功の定義がありません', '済'], ['C4', 'CJ402', '出典がありません', None]])
    note(v, 'D2', '確認済み')
    save(book, 'merge-sections')


def english_in_ja():
    book, s = new('Map EN')
    grid(s, rows=EN, phases=EN_PHASES, corner='Stage')
    t = book.create_sheet('マップ')
    grid(t)
    note(s, 'B2', 'English comment')
    save(book, 'english-in-ja')


def transposed():
    book, s = new()
    s['A1'], s['B1'] = '目的', '解約を減らす'
    s['A3'] = 'フェーズ'
    for i, label in enumerate(JA):
        s.cell(3, 2 + i, label)
        for k in range(3):
            s.cell(4 + k, 2 + i, JA[label][k])
    for k, name in enumerate(PHASES):
        s.cell(4 + k, 1, name)
    note(s, 'A5', 'フェーズのコメント')
    note(s, 'C3', '行動のコメント')
    s['C5'].hyperlink = 'https://example.com/t'
    s['D5'].font = Font(strike=True)
    save(book, 'transposed')


def long_list():
    book, s = new()
    s.append(['フェーズ', '項目', '内容', '根拠', '仮説', '担当', '時期', '備考'])
    for i in range(60):
        label = list(JA)[i % 8]
        s.append([PHASES[i // 20], label, f'{JA[label][i // 20]} その{i}'.replace('\n', ' '), 'E1' if i % 3 == 0 else None,
                  'はい' if i % 7 == 0 else None, ['CS', '営業'][i % 2], f'契約後{i}日', f'メモ{i}' if i % 10 == 0 else None])
    note(s, 'C5', '行のコメント')
    s['C6'].hyperlink = 'https://example.com/item'
    s['C7'].font = Font(strike=True)
    save(book, 'long-list')


def stacked():
    book, s = new()
    end = grid(s) + 1
    end = table(s, end, [['■ペルソナ'], ['項目', '内容'], ['名前', '佐藤'], ['役職', '部長'], []])
    end = table(s, end, [['■根拠'], ['ID', '種別', '内容'], ['E1', 'アンケート', '用語が難しい'], []])
    end = table(s, end, [['■競合比較'], ['会社', '価格', '強み'], ['A社', 1200, '安い'], ['B社', 3000, None], [None, None, '総評のみ'], []])
    end = table(s, end, [['■空の節'], []])
    end = table(s, end, [['■自由記述'], ['ここには文章だけがある。'], ['二行目の文章。'], []])
    end = table(s, end, [['■KPI'], ['フェーズ', 'KPI', '目標値'], ['導入期', '完了率', '80%']])
    note(s, f'B{end - 1}', 'KPIへのコメント')
    save(book, 'stacked')


def hand_edited(source=None):
    """What a team does with the workbook that cjfmt gave them; wild_check.py calls it."""
    book = openpyxl.load_workbook(source)
    s = book.worksheets[0]
    for name in list(book.sheetnames):
        if name in ('使い方', 'Guide'):
            del book[name]
    head = next(r for r in range(1, 40) if s.cell(r, 1).value in ('項目', 'Item', 'Element'))
    s.insert_rows(head + 3)
    s.cell(head + 3, 1, '社内の体制')
    s.cell(head + 3, 2, '3名')
    col = s.max_column + 1
    s.cell(head, col, '推奨期')
    s.cell(head + 2, col, '他社に紹介したい')
    s.cell(head + 4, 2).comment = Comment('手で足したコメント', '田中')
    s.cell(2, 8, '欄外の書き込み')
    if 'ペルソナ' in book.sheetnames:
        book['ペルソナ'].title = 'お客様像'
    if '備考' in book.sheetnames:
        book['備考'].append(['会議', '持ち越し', '三列目'])
    if 'KPI' in book.sheetnames:
        k = book['KPI']
        k.cell(1, k.max_column + 1, '2025Q4')
        k.cell(2, k.max_column, 0.9)
    book.create_sheet('Sheet9')['B2'] = '新しいシート'
    return book


def csvs():
    rows = [['項目'] + PHASES] + [[k] + v for k, v in JA.items()]
    def text(delimiter, newline='\r\n'):
        q = lambda f: '"' + f.replace('"', '""') + '"' if any(c in f for c in delimiter + '"\n') else f
        return newline.join(delimiter.join(q(f) for f in r) for r in rows) + newline
    for name, data in {'cp932.csv': text(',').encode('cp932'), 'utf16.csv': text('\t').encode('utf-16'), 'semicolon.csv': text(';').encode(),
                       'map.tsv': text('\t', '\n').encode(), 'sep.csv': ('sep=;\r\n' + text(';')).encode('utf-8-sig')}.items():
        open(f'{folder}/{name}', 'wb').write(data)
    rows[2][1] = '=1+1'
    rows[2][2] = "'=x"
    rows[3][1] = '長' * 40000
    rows[4][2] = '\n'.join(f'・項目{i}' + 'い' * 40 for i in range(1200))
    rows[5].append('はみ出し')
    rows.append([])
    rows.append(['■独自', ''])
    rows.append(['a', 'b'])
    rows.append(['1,200円', '007'])
    open(f'{folder}/traps-long.csv', 'wb').write(text(',').encode('utf-8-sig'))


def xls():
    try:
        import xlwt
    except ImportError:
        return
    book = xlwt.Workbook()
    s = book.add_sheet('マップ')
    for r, row in enumerate([['項目'] + PHASES] + [[k] + v for k, v in JA.items()]):
        for c, v in enumerate(row):
            s.write(r, c, v)
    s.write(12, 0, '枠外')
    s.write(12, 1, datetime.date(2025, 3, 14), xlwt.easyxf(num_format_str='yyyy/m/d'))
    s.write(13, 1, 0.62, xlwt.easyxf(num_format_str='0%'))
    s.write(14, 1, xlwt.Formula('1+1'))
    t = book.add_sheet('名簿')
    t.write(0, 0, '中村')
    book.save(f'{folder}/old.xls')


if __name__ == '__main__':
    for make in (merged, two_levels, hidden, comments, threaded, links, strike, formulas, formats, mac_1904, traps, long_texts,
                 joined_long, emoji, controls, rich, labels, several, two_on_a_sheet, cover, odd_evidence, personas, kpi_periods,
                 under_notes, names, merge_sections, english_in_ja, transposed, long_list, stacked, csvs, xls):
        make()
