#!/usr/bin/env python3
"""csv_write_check.py DIR - reads every DIR/N.csv with Python's csv module and compares its cells with
DIR/N.want: a line with delimiter (hex), whether there is a byte order mark and whether formulas are
escaped, then a line "row column hex" for each cell. Prints the differences; ends with 1 if there are any."""
import csv
import io
import pathlib
import re
import sys

RUNS = '=+-@\t\r＝＋－＠'
NUMBER = re.compile(r'[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?')
GUARD = re.compile("'+[" + re.escape(RUNS) + ']')


def check(path):
    want = path.with_suffix('.want').read_text().split('\n')
    head = want[0].split()
    delimiter, bom, escape = bytes.fromhex(head[0]).decode(), head[1] == '1', head[2] == '1'
    data = path.read_bytes()
    if data.startswith(b'\xef\xbb\xbf') != bom:
        return 'byte order mark'
    text = data[3 if bom else 0:].decode()
    line = re.match('sep=(.)(\r\n|\n|\r)', text)
    if line:
        text, delimiter = text[line.end():], line[1]
    got = {}
    reader = csv.reader(io.StringIO(text, newline=''), delimiter=delimiter, strict=True)
    for row, record in enumerate(reader, 1):
        for col, field in enumerate(record, 1):
            if escape and field and field[0] in RUNS and not NUMBER.fullmatch(field):
                return f'{row},{col}: a formula is not escaped: {field!r}'
            if field:
                got[row, col] = field[1:] if GUARD.match(field) else field
    cells = {}
    for item in want[1:]:
        if item:
            row, col, text = item.split()
            cells[int(row), int(col)] = bytes.fromhex(text).decode()
    if got != cells:
        for at in sorted(set(got) | set(cells)):
            if got.get(at) != cells.get(at):
                return f'{at}: {got.get(at)!r}, not {cells.get(at)!r}'
    return None


failed = 0
files = sorted(pathlib.Path(sys.argv[1]).glob('*.csv'))
for each in files:
    what = check(each)
    if what:
        failed += 1
        print(f'{each.name}: {what}')
        print(repr(each.read_bytes()))
sys.exit(1 if failed or not files else 0)
