#!/usr/bin/python3
"""pairs.py - tests/data/pairs: a map (old.csv) and copies of it, each with one thing done to it.

Run it in tests/data; the .xls needs LibreOffice, the .xlsx openpyxl.
"""
import csv, io, os, subprocess, unicodedata

from openpyxl import Workbook

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
OUT = os.path.join(HERE, 'pairs')


def read(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.reader(f))


def text(rows):
    width = max(len(r) for r in rows)
    out = io.StringIO()
    csv.writer(out, lineterminator='\n').writerows(r + [''] * (width - len(r)) for r in rows)
    return out.getvalue()


def put(name, rows, encode=lambda s: s.encode('utf-8')):
    with open(os.path.join(OUT, name), 'wb') as f:
        f.write(encode(text(rows)))


def copy(rows):
    return [list(r) for r in rows]


def grid(rows):
    """(first, end): the rows of the grid, its header included."""
    first = next(i for i, r in enumerate(rows) if r[0] == '項目')
    end = next(i for i in range(first, len(rows)) if not any(rows[i]))
    return first, end


def row(rows, label):
    return next(r for r in rows if r[0] == label)


def with_phases(rows, order):
    """The grid with its phases in that order; a phase may be a column of its own."""
    out = copy(rows)
    first, end = grid(out)
    for i in range(first, end):
        cells = out[i]
        out[i] = [cells[0]] + [cells[k] if isinstance(k, int) else k[i - first] for k in order]
    return out


def sheets(name, old, order, edit=None):
    """A workbook with a map for each of two personas and the evidence of both."""
    cut = next(i for i, r in enumerate(old) if r[0].startswith('■'))
    other = copy(old[:cut])
    for r in other:
        r[1:] = [c.replace('高橋', '田中').replace('社員', '現場の担当者').replace('申請', '発注') for c in r[1:]]
    parts = {'情シス': old[:cut], '現場': other, '根拠': old[cut + 1:]}
    book = Workbook()
    book.remove(book.active)
    for sheet in order:
        page = book.create_sheet(sheet)
        for r in parts[sheet]:
            page.append([c or None for c in r])
    for sheet, place, text_ in edit or []:
        book[sheet][place] = text_
    book.save(os.path.join(OUT, name))


def main():
    os.makedirs(OUT, exist_ok=True)
    old = read(os.path.join(HERE, 'samples', '06_merge_base.csv'))
    first, end = grid(old)
    put('old.csv', old)

    new = copy(old)
    new[first][3] = '活用定着・拡大期'
    put('phase-renamed.csv', new)
    put('phase-moved.csv', with_phases(old, [1, 3, 2]))

    more = copy(old)
    row(more, '行動')[3] = '・拠点ごとに設定を複製する [E2]\n・拠点の担当者を集めて説明する [E2]\n・利用の実績を月次で報告する [E2]\n・他部署に使い方を紹介する [E2]'
    put('split-old.csv', more)
    parted = copy(more)
    row(parted, '行動')[3] = '・拠点ごとに設定を複製する [E2]\n・拠点の担当者を集めて説明する [E2]'
    late = ['定着期'] + [''] * (end - first - 1)
    late[[r[0] for r in more[first:end]].index('行動')] = \
        '・利用の実績を月次で報告する [E2]\n・他部署に使い方を紹介する [E2]'
    put('split-new.csv', with_phases(parted, [1, 2, late, 3]))

    new = copy(old)
    new.insert(first + 1, ['フェーズの定義', '契約から初期設定まで', '週に1回使っている', '2拠点以上で使っている'])
    put('element-on-top.csv', new)
    rows = old[first + 1:end]
    new = old[:first + 1] + rows[:1] + rows[5:] + rows[1:5] + old[end:]
    put('elements-moved.csv', new)

    turned = copy(old[:first]) + [list(c) for c in zip(*[r[:4] for r in old[first:end]])] + copy(old[end:])
    put('transposed.csv', turned)
    put('cp932.csv', old, lambda s: s.replace('\n', '\r\n').encode('cp932'))
    put('nfd.csv', old, lambda s: unicodedata.normalize('NFD', s).encode('utf-8'))
    wide = str.maketrans({chr(c): chr(c + 0xfee0) for c in range(ord('0'), ord('9') + 1)} | {'・': '●'})
    new = [[c.translate(wide) if i > first and j and i < end else c for j, c in enumerate(r)]
           for i, r in enumerate(copy(old))]
    put('wide.csv', new)
    put('title-block.csv', [['カスタマーサクセス ジャーニーマップ'], ['社外秘', '', '2025年7月 CS部'], []] + copy(old))

    new = copy(old)
    row(new, '課題・ペイン')[1:3] = ['', '・フォームの作り方がわからない [E2]\n・権限設定が難しい [E1]']
    put('item-moved.csv', new)
    new = copy(old)
    row(new, 'KPI')[1] = '初回ログイン率 目標90%'
    put('kpi-edited.csv', new)
    new = [[c.replace('E2', 'E7') for c in r] for r in copy(old)]
    put('renumbered.csv', new)
    new = copy(old)
    row(new, '課題・ペイン')[2] = '・【仮説】フォームの作り方がわからない'
    put('assumed.csv', new)

    sheets('sheets.xlsx', old, ['情シス', '現場', '根拠'])
    sheets('sheets-order.xlsx', old, ['根拠', '現場', '情シス'])
    sheets('sheets-edited.xlsx', old, ['根拠', '現場', '情シス'],
           [('現場', 'B12', '・権限設定が難しい [E1]\n・画面の字が小さい [E1]'), ('根拠', 'D2', '8')])

    subprocess.run(['soffice', '--headless', '--convert-to', 'xls', '--infilter=CSV:44,34,76,1',
                    '--outdir', OUT, os.path.join(OUT, 'old.csv')], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(['soffice', '--headless', '--convert-to', 'xlsx', '--infilter=CSV:44,34,76,1',
                    '--outdir', OUT, os.path.join(OUT, 'old.csv')], check=True, stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    main()
