#!/usr/bin/env python3
"""extras.py FILE - writes tests/data/extras/openpyxl.xlsx: what openpyxl can put beside cells."""
import sys

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule, IconSetRule
from openpyxl.worksheet.datavalidation import DataValidation

book = openpyxl.Workbook()
sheet = book.active
sheet.title = 'マップ'
for row in (['', '導入期', '活用期'], ['感情', -1, 2], ['担当', '', '']):
    sheet.append(row)
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=2), from_rows=True)
sheet.add_chart(chart, 'B10')
sheet['B2'].comment = Comment('メモ', '佐藤')
sheet.conditional_formatting.add('B2:C2', CellIsRule(operator='lessThan', formula=['0']))
sheet.conditional_formatting.add('B3:C3', DataBarRule('min', None, 'max', None, 'FF638EC6'))
sheet.conditional_formatting.add('B4', IconSetRule('3Arrows', 'percent', [0, 33, 67]))
owner = DataValidation(type='list', formula1='"CS,営業, サポート"', promptTitle='担当', prompt='選択')
owner.add('B3')
owner.add('C3:D4')
sheet.add_data_validation(owner)
phase = DataValidation(type='list', formula1="'リスト'!$A$1:$A$3")
phase.add('B1:C1')
sheet.add_data_validation(phase)
book.create_sheet('リスト')
page = book.create_chartsheet('グラフ')
curve = BarChart()
curve.add_data(Reference(sheet, min_col=2, max_col=3, min_row=2), from_rows=True)
page.add_chart(curve)
book.save(sys.argv[1])
