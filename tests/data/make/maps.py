"""Writes tests/data/maps/*, tests/data/bad/* and tests/data/lint/*: maps.py (in the folder tests/data).

Workbooks are written by hand, byte for byte the same every time: no library's habits, no dates.
"""
import csv, io, os, zipfile
from xml.sax.saxutils import escape

NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACK = 'http://schemas.openxmlformats.org/package/2006'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def column(n):
    s = ''
    while n:
        n, r = divmod(n - 1, 26)
        s = chr(65 + r) + s
    return s


def cell(ref, v):
    if v.startswith('#') and v.endswith('!'):
        return f'<c r="{ref}" t="e"><v>{v}</v></c>'
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{escape(v)}</t></is></c>'


def sheet(rows, merges=(), hidden_rows=(), hidden_cols=()):
    cols = ''.join(f'<col min="{c}" max="{c}" hidden="1"/>' for c in hidden_cols)
    out = [HEAD, f'<worksheet xmlns="{NS}">', f'<cols>{cols}</cols>' if cols else '',
           '<sheetData>']
    for i, row in enumerate(rows, 1):
        cells = ''.join(cell(f'{column(j)}{i}', v) for j, v in enumerate(row, 1) if v)
        hidden = ' hidden="1"' if i in hidden_rows else ''
        if cells:
            out.append(f'<row r="{i}"{hidden}>{cells}</row>')
    out.append('</sheetData>')
    if merges:
        out.append(f'<mergeCells count="{len(merges)}">'
                   + ''.join(f'<mergeCell ref="{m}"/>' for m in merges) + '</mergeCells>')
    return ''.join(out) + '</worksheet>'


def workbook(sheets, states={}, shapes={}):
    names = ''.join(
        f'<sheet name="{escape(name)}" sheetId="{i}" {states.get(name, "")} r:id="rId{i}"/>'
        for i, (name, _) in enumerate(sheets, 1))
    rels = ''.join(
        f'<Relationship Id="rId{i}" Type="{RELS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1))
    types = ''.join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for i in range(1, len(sheets) + 1))
    parts = [
        ('[Content_Types].xml', f'{HEAD}<Types xmlns="{PACK}/content-types"><Default '
         'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override '
         'PartName="/xl/workbook.xml" ContentType="application/'
         f'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>'),
        ('_rels/.rels', f'{HEAD}<Relationships xmlns="{PACK}/relationships"><Relationship '
         f'Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ('xl/workbook.xml', f'{HEAD}<workbook xmlns="{NS}" xmlns:r="{RELS}"><sheets>{names}'
         '</sheets></workbook>'),
        ('xl/_rels/workbook.xml.rels',
         f'{HEAD}<Relationships xmlns="{PACK}/relationships">{rels}</Relationships>'),
    ] + [(f'xl/worksheets/sheet{i}.xml', sheet(rows, **shapes.get(name, {})))
         for i, (name, rows) in enumerate(sheets, 1)]
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for name, text in parts:
            z.writestr(zipfile.ZipInfo(name), text, compress_type=zipfile.ZIP_DEFLATED)
    return data.getvalue()


def table(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.reader(f))


def put(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as f:
        f.write(data)


ja, en = table('samples/02_good_ja.csv'), table('samples/03_good_en.csv')
seed = table('samples/01_seed_sample.csv')
contacts = [['氏名', 'メール', '電話'], ['佐藤', 'a@example.com', '03-0000-0000'],
            ['鈴木', 'b@example.com', '03-0000-0001']]
down = [list(r) for r in zip(*[(r + [''] * 4)[:4] for r in seed if any(r)])]
one = workbook([('ジャーニーマップ', seed)])
put('maps/seed.xlsx', one)
put('maps/seed_down.xlsx', workbook([('Map', down)]))
put('maps/two.xlsx', workbook([('ジャーニーマップ', ja), ('連絡先', contacts), ('English map', en)]))
put('maps/hidden.xlsx', workbook([('連絡先', contacts), ('old', seed)],
                                 {'old': 'state="hidden"'}))
headless = [['顧客のゴール', 'a', 'b'], ['行動', 'c', 'd'], ['課題', 'e', 'f']]
put('maps/headless.xlsx', workbook([('連絡先', contacts), ('マップ', headless), ('旧版', seed)],
                                   {'旧版': 'state="hidden"'}))
put('maps/contacts.xlsx', workbook([('連絡先', contacts)]))

put('bad/truncated.xlsx', one[:len(one) * 2 // 3])
put('bad/empty.xlsx', b'')
put('bad/pdf.xls', b'%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n')
put('bad/png.xlsx', bytes.fromhex(
    '89504e470d0a1a0a0000000d4948445200000001000000010806000000'
    '1f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082'))
put('bad/html.xls', '<html><head><meta charset="utf-8"></head><body><table><tr><td>導入期</td>'
    '</tr></table></body></html>\n'.encode())
# Bytes that are neither UTF-8 nor plausible Japanese in CP932 or EUC-JP.
put('bad/encoding.csv', b'Stage,Onboarding,Adoption\r\nGoal,caf\xe9 \xe0 jour,na\xefve \xfcber\r\n')
put('maps/cp932.csv', '\r\n'.join(','.join('"' + c.replace('"', '""') + '"' for c in r)
                                  for r in seed).encode('cp932', 'ignore'))


# ---- for rules about files and workbooks


def edited(rows, edits):
    rows = [list(r) for r in rows]
    for (row, col), text in edits.items():
        rows[row - 1][col - 1] = text
    return rows


def lines(rows, delimiter=','):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator='\r\n').writerows(rows)
    return out.getvalue()


put('lint/shift_jis.csv', lines(edited(ja, {(24, 3): '活用ｳｪﾋﾞﾅｰ、月１回の定例MTG [E2]'})).encode('cp932'))
put('lint/unicode.txt', b'\xff\xfe' + lines(en, '\t').encode('utf-16-le'))
# A text with a comma that somebody wrote without quotes: everything after it slips to the right.
put('lint/ragged.csv', lines(en).replace('Attend the kickoff call [E1]"', 'Attend the kickoff call [E1]')
    .replace('"- Import the chart', '- Import the chart').replace('\n- Connect', ', connect')
    .replace('[E2]\n- Attend', '[E2], attend').encode())
put('lint/stray_quote.csv', lines(en).replace('Monthly office hour, ', 'Monthly "office" hour, ')
    .replace('"Monthly "office"', 'Monthly "office"').encode())
rough = edited(ja, {(24, 3): '', (26, 4): '#REF!', (28, 4): ''})
put('lint/rough.xlsx', workbook(
    [('マップ', rough), ('マップ_旧', ja[:28])], {},
    {'マップ': {'merges': ['A1:E1', 'B24:C24', 'C28:D28'], 'hidden_rows': [23], 'hidden_cols': [5]}}))
