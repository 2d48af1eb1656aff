#!/usr/bin/env python3
"""to_mend.py DIR - writes to_mend.xlsx into DIR (tests/data/extras): a map with texts that cjlint --fix mends, in
a workbook with all that people put beside them: grounds, widths, merged cells, notes, links, drop-downs,
conditional formats, a chart, a picture and a pivot table."""
import io
import os
import re
import sys
import zipfile

import openpyxl
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

ROWS = [
    ['カスタマージャーニーマップ'],
    ['目的', 'オンボーディング完了率を2026年3月までに８０％にする'],
    [],
    ['項目', '導入期', '活用促進期 ', '定着期'],
    ['期間', '契約後0〜30日', '契約後31〜90日', '契約後91日〜'],
    ['顧客のゴール', '初期設定を終えたい', '集計の時間を減らしたい', '全部署で使いたい'],
    ['行動', '・管理者を登録する\n-データを連携する', 'ﾏﾆｭｱﾙを読む', '部署に共有する\u200b'],
    ['課題・ペイン', '設定手順がわからない、、用語が難しい [E1]', '何から使うか分からない', '未定'],
    ['感情スコア', -1, 1, 2],
    ['KPI', '完了率　目標80%', '=CONCATENATE("利用率 目標",60,"%")', 'NPS 目標40'],
    ['打ち手', '契約後7日以内にＣＳが電話する', '毎月、事例を送る', '半年ごとに会う（taro@example.com）'],
    ['担当部署', 'CS', 'CS', 'CS'],
]
DATA = [['部署', '件数'], ['CS', 4], ['営業', 2], ['CS', 3]]
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
CACHE = (f'{HEAD}<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="rId1" refreshOnLoad="1" '
         'recordCount="3"><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="データ"/></cacheSource>'
         '<cacheFields count="2"><cacheField name="部署" numFmtId="0"><sharedItems count="2"><s v="CS"/><s v="営業"/>'
         '</sharedItems></cacheField><cacheField name="件数" numFmtId="0"><sharedItems containsSemiMixedTypes="0" '
         'containsString="0" containsNumber="1" containsInteger="1" minValue="2" maxValue="4"/></cacheField>'
         '</cacheFields></pivotCacheDefinition>')
RECORDS = (f'{HEAD}<pivotCacheRecords xmlns="{MAIN}" count="3"><r><x v="0"/><n v="4"/></r><r><x v="1"/><n v="2"/></r>'
           '<r><x v="0"/><n v="3"/></r></pivotCacheRecords>')
PIVOT = (f'{HEAD}<pivotTableDefinition xmlns="{MAIN}" name="部署別" cacheId="7" dataCaption="値" updatedVersion="6" '
         'minRefreshableVersion="3" createdVersion="6" indent="0" outline="1" outlineData="1"><location ref="A3:B6" '
         'firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" '
         'showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField '
         'dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="3">'
         '<i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields '
         'count="1"><dataField name="件数の合計" fld="1" baseField="0" baseItem="0"/></dataFields>'
         '</pivotTableDefinition>')


def relations(*rows):
    body = ''.join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                   for i, (kind, target) in enumerate(rows, 1))
    return f'{HEAD}<Relationships xmlns="{RELS}">{body}</Relationships>'


ADDED = {
    'xl/pivotCache/pivotCacheDefinition1.xml': CACHE,
    'xl/pivotCache/pivotCacheRecords1.xml': RECORDS,
    'xl/pivotTables/pivotTable1.xml': PIVOT,
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels':
        relations(('pivotCacheRecords', 'pivotCacheRecords1.xml')),
    'xl/pivotTables/_rels/pivotTable1.xml.rels':
        relations(('pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml')),
    'xl/worksheets/_rels/sheet3.xml.rels': relations(('pivotTable', '../pivotTables/pivotTable1.xml')),
}
TYPES = (('pivotCache/pivotCacheDefinition1', 'pivotCacheDefinition'),
         ('pivotCache/pivotCacheRecords1', 'pivotCacheRecords'), ('pivotTables/pivotTable1', 'pivotTable'))


def fill_map(sheet):
    line = Side(style='thin', color='999999')
    for row in ROWS:
        sheet.append(row)
    for column, width in zip('ABCD', (16, 32, 28.5, 30)):
        sheet.column_dimensions[column].width = width
    for row in sheet['A4:D12']:
        for cell in row:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(wrap_text=True, vertical='top')
    for cell in sheet[4]:
        cell.fill = PatternFill('solid', fgColor='1F3864')
        cell.font = Font(name='Yu Gothic', bold=True, color='FFFFFF')
    for row in range(5, 13):
        sheet.cell(row, 1).fill = PatternFill('solid', fgColor='DDEBF7')
    sheet['C7'].fill = PatternFill('solid', fgColor='FFF2CC')
    sheet.row_dimensions[7].height = 48
    sheet.merge_cells('A1:D1')
    sheet.freeze_panes = 'B5'
    sheet['B8'].comment = Comment('サポートで毎週聞かれる', '佐藤')
    sheet['D11'].hyperlink = 'https://example.com/plan'


def beside_map(sheet):
    chart = LineChart()
    chart.title = '感情曲線'
    chart.add_data(Reference(sheet, min_col=2, max_col=4, min_row=9), from_rows=True)
    sheet.add_chart(chart, 'F4')
    picture = io.BytesIO()
    Picture.new('RGB', (24, 24), (31, 56, 100)).save(picture, 'PNG')
    sheet.add_image(Image(picture), 'F1')
    sheet.conditional_formatting.add('B9:D9', CellIsRule(
        operator='lessThan', formula=['0'], fill=PatternFill(bgColor='FFC7CE')))
    owners = DataValidation(type='list', formula1='"CS,営業,サポート"', allow_blank=True)
    owners.add('B12:D12')
    sheet.add_data_validation(owners)


def workbook():
    book = openpyxl.Workbook()
    book.active.title = 'マップ'
    fill_map(book.active)
    beside_map(book.active)
    data = book.create_sheet('データ')
    for row in DATA:
        data.append(row)
    counted = book.create_sheet('集計')
    for at, value in (('A3', '部署'), ('B3', '件数の合計'), ('A4', 'CS'), ('B4', 7), ('A5', '営業'), ('B5', 2),
                      ('A6', '総計'), ('B6', 9)):
        counted[at] = value
    out = io.BytesIO()
    book.save(out)
    return out


def part(name, data):
    """What openpyxl does not write: a saved result, the pivot table; without dates that change each time."""
    if name == 'xl/worksheets/sheet1.xml':
        return re.sub(rb'<c r="C10"([^>]*)>(<f>.*?</f>)<v ?/?>(</v>)?',
                      '<c r="C10"\\1 t="str">\\2<v>利用率 目標60%</v>'.encode(), data)
    if name == 'xl/_rels/workbook.xml.rels':
        return data.replace(b'</Relationships>', f'<Relationship Id="rId99" Type="{OFFICE}/pivotCacheDefinition" '
                            'Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>'.encode())
    if name == 'xl/workbook.xml':
        return re.sub(rb'(<calcPr[^>]*/>)', rb'\1<pivotCaches><pivotCache xmlns:r="' + OFFICE.encode() +
                      rb'" cacheId="7" r:id="rId99"/></pivotCaches>', data)
    if name == '[Content_Types].xml':
        added = ''.join(f'<Override PartName="/xl/{path}.xml" ContentType="{TYPE}{kind}+xml"/>'
                        for path, kind in TYPES)
        data = data.replace(b'</Types>', added.encode() + b'</Types>')
    if name in ('_rels/.rels', '[Content_Types].xml'):
        data = re.sub(rb'<(Override|Relationship)\b[^>]*docProps/[^>]*/>', b'', data)
    return data


def main(folder):
    with zipfile.ZipFile(workbook()) as old, \
            zipfile.ZipFile(os.path.join(folder, 'to_mend.xlsx'), 'w', zipfile.ZIP_DEFLATED) as new:
        parts = {n: part(n, old.read(n)) for n in old.namelist() if not n.startswith('docProps/')}
        parts.update({n: text.encode() for n, text in ADDED.items()})
        for name, data in parts.items():
            new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


main(sys.argv[1])
