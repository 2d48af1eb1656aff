#!/usr/bin/env python3
"""loaded.py DIR - writes loaded.xlsx and loaded.xlsm into DIR (tests/data/maps): small maps with what a
workbook made anew would lack: a chart, a picture, formulas, a conditional format, macros."""
import io
import os
import sys
import zipfile

import openpyxl
from openpyxl.chart import LineChart, Reference
from openpyxl.formatting.rule import CellIsRule

ROWS = [
    ['項目', '導入期', '活用期'],
    ['顧客のゴール', '初期設定を終えたい', '集計の時間を減らしたい'],
    ['行動', '管理者を登録する\nデータを連携する', '部署に共有する'],
    ['課題・ペイン', '設定手順がわからない、用語が難しい', ''],
    ['感情スコア', -1, 2],
    ['KPI', '=CONCATENATE("完了率 目標",80,"%")', '週1回以上の利用率 目標60%'],
]
PICTURE = ('<xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0'
           '</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0'
           '</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr>'
           '<xdr:cNvPr id="9" name="ロゴ"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill/><xdr:spPr/>'
           '</xdr:pic><xdr:clientData/></xdr:twoCellAnchor>')
DRAWN = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
VBA = 'http://schemas.microsoft.com/office/2006/relationships/vbaProject'


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'マップ'
    for row in ROWS:
        sheet.append(row)
    chart = LineChart()
    chart.title = '感情曲線'
    chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=5), from_rows=True)
    sheet.add_chart(chart, 'B10')
    sheet.conditional_formatting.add('B5:C5', CellIsRule(operator='lessThan', formula=['0']))
    out = io.BytesIO()
    book.save(out)
    return out


def part(name, data, macros):
    """What openpyxl does not write: the picture, a saved result, the link to the macros."""
    if name == 'xl/drawings/drawing1.xml':
        text = data.decode()
        prefix = 'xdr:' if '<xdr:wsDr' in text else ''
        picture = PICTURE if prefix else PICTURE.replace('xdr:', '')
        return text.replace(f'</{prefix}wsDr>', picture + f'</{prefix}wsDr>').encode()
    if name == 'xl/worksheets/sheet1.xml':
        return data.replace(b'</f><v></v>', '</f><v>完了率 目標80%</v>'.encode()) \
                   .replace(b'</f><v />', '</f><v>完了率 目標80%</v>'.encode()) \
                   .replace(b'<c r="B6">', b'<c r="B6" t="str">')
    if name == 'xl/_rels/workbook.xml.rels' and macros:
        return data.replace(b'</Relationships>', f'<Relationship Id="rId99" Type="{VBA}" '
                            'Target="vbaProject.bin"/></Relationships>'.encode())
    if name == '[Content_Types].xml' and macros:
        return data.replace(b'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
                            b'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
    return data


def write(path, macros):
    with zipfile.ZipFile(workbook()) as old, \
            zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name.startswith('docProps/'):
                continue
            data = part(name, old.read(name), macros)
            if name in ('_rels/.rels', '[Content_Types].xml'):
                data = without_properties(data)
            new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        if macros:
            new.writestr(zipfile.ZipInfo('xl/vbaProject.bin', (2025, 1, 1, 0, 0, 0)), b'\0')


def without_properties(data):
    import re
    return re.sub(rb'<(Override|Relationship)\b[^>]*docProps/[^>]*/>', b'', data)


write(os.path.join(sys.argv[1], 'loaded.xlsx'), False)
write(os.path.join(sys.argv[1], 'loaded.xlsm'), True)
