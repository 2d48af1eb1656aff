#!/usr/bin/python3
"""samples.py - saves samples/01_seed_sample.csv as other programs do (in the folder tests/data).

Needs openpyxl and LibreOffice. The workbooks look as a team would have them, but hold exactly the
texts of the CSV: that is checked at the end, by reading each one back.
"""
import csv, os, re, shutil, subprocess, sys, tempfile, zipfile
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

NAME = 'samples/01_seed_sample'
LONG_AGO = b'2025-03-14T09:30:00Z'
THIN = Side(style='thin', color='8A8A8A')


def fixed(path):
    """The same archive with fixed dates: the same bytes each time."""
    with zipfile.ZipFile(path) as z:
        parts = [(i.filename, z.read(i)) for i in z.infolist()]
    with zipfile.ZipFile(path, 'w') as z:
        for name, text in parts:
            if name == 'docProps/core.xml':
                text = re.sub(rb'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', LONG_AGO, text)
            z.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def styled(rows):
    book = Workbook()
    sheet = book.active
    sheet.title = 'ジャーニーマップ'
    for r, row in enumerate(rows, 1):
        for c, text in enumerate(row, 1):
            cell = sheet.cell(r, c, text or None)
            cell.font = Font(name='游ゴシック', size=10, bold=r == 1 or c == 1)
            cell.alignment = Alignment(wrap_text=True, vertical='center' if r == 1 else 'top',
                                       horizontal='center' if r == 1 else None)
            cell.border = Border(THIN, THIN, THIN, THIN)
            if r == 1 or c == 1:
                cell.fill = PatternFill('solid', fgColor='D9E7F5' if r == 1 else 'F2F2F2')
    sheet.column_dimensions['A'].width = 18
    for column in 'BCD':
        sheet.column_dimensions[column].width = 34
    sheet.freeze_panes = 'B2'
    sheet.page_setup.orientation = 'landscape'
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return book


def convert(source, kind, target):
    """What LibreOffice saves when it is given `source`."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile',
                        '--convert-to', kind, '--outdir', folder, source],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = os.path.splitext(os.path.basename(source))[0] + '.' + kind.split(':')[0]
        shutil.copyfile(os.path.join(folder, made), target)


def texts(path):
    sheet = load_workbook(path)['ジャーニーマップ']
    return [[cell.value or '' for cell in row] for row in sheet.iter_rows()]


def main():
    with open(f'{NAME}.csv', encoding='utf-8', newline='') as f:
        rows = list(csv.reader(f))
    styled(rows).save(f'{NAME}.openpyxl.xlsx')
    fixed(f'{NAME}.openpyxl.xlsx')
    convert(f'{NAME}.openpyxl.xlsx', 'xlsx', f'{NAME}.libreoffice.xlsx')
    convert(f'{NAME}.openpyxl.xlsx', 'xls:MS Excel 97', f'{NAME}.xls')
    fixed(f'{NAME}.libreoffice.xlsx')
    with tempfile.TemporaryDirectory() as folder:
        convert(f'{NAME}.xls', 'xlsx', f'{folder}/back.xlsx')
        for path in (f'{NAME}.openpyxl.xlsx', f'{NAME}.libreoffice.xlsx', f'{folder}/back.xlsx'):
            if texts(path) != rows:
                sys.exit(f'samples.py: {path} differs from {NAME}.csv')


main()
