#!/usr/bin/python3
# identity.py PROBE CJCAT FOLDER [NAME]... - one cell changed in each workbook of a folder: everything else is as it
# was. Asked of every .xlsx and .xlsm that we can read: without edits the bytes are the same; with one, only the
# sheet's part differs (the workbook's in calcPr, a table's where the cell is its heading), in nothing but the cell; our reader and openpyxl see the same
# book; and Excel's rules are not broken (schema.py). Each exception is told, with its reason.
import collections
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from xml.etree import ElementTree as ET

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import same_book
import schema

TEXT = 'changed 変更 <&> "1"'
SECONDS, MOST_BYTES = 60, 12 << 20  # of openpyxl: how long, and how large a workbook


def run(command, seconds=SECONDS):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None


def sheets_of(book):
    """Name and part of each <sheet>, in order; part None: no worksheet."""
    root = book.relations('')
    main = [t for k, t in root.values() if k == 'officeDocument']
    part = main[0] if main and main[0] and book.has(main[0]) else 'xl/workbook.xml'
    relations = book.relations(book.fold[book.norm(part)])
    out = []
    for s in book.root(part).iter():
        if isinstance(s.tag, str) and schema.local(s.tag) == 'sheet':
            kind, target = relations.get(schema.rel_id(s), ('', None))
            out.append((s.get('name'), target if kind == 'worksheet' and target and book.has(target) else None))
    return out


def cells_of(book, part, most=3000):
    """Places of texts and numbers without a formula, and the last row."""
    texts, numbers, last, at = [], [], 0, (0, 0)
    with book.zip.open(book.fold[book.norm(part)]) as f:
        for _, e in ET.iterparse(f):
            if not isinstance(e.tag, str) or schema.local(e.tag) != 'row':
                continue
            row = schema.number(e.get('r')) or last + 1
            last, col = row, 0
            for c in e:
                if schema.local(c.tag) != 'c':
                    continue
                at = schema.cell(c.get('r')) if c.get('r') else (row, col + 1)
                if at is None:
                    break
                col = at[1]
                kids = {schema.local(k.tag) for k in c}
                if 'f' not in kids and kids & {'v', 'is'} and len(texts) + len(numbers) < most:
                    (texts if c.get('t') in ('s', 'str', 'inlineStr') else numbers).append(at)
            e.clear()
    return texts, numbers, last


def choose(path):
    """Sheet index, name, part, (row, col)."""
    book, chance = schema.Book(path), random.Random(os.path.basename(path))
    best = None
    for i, (name, part) in enumerate(sheets_of(book)):
        if not part:
            continue
        texts, numbers, last = cells_of(book, part)
        found = texts or numbers
        if best is None or (texts and not best[4]):
            at = chance.choice(found) if found else (min(last + 2, schema.ROWS), 2)
            best = (i, name, book.fold[book.norm(part)], at, bool(texts))
        if texts:
            break
    return best


def cells(cat, path):
    p = run([cat, '-f', 'cells', path])
    return None if p is None or p.returncode else p.stdout.decode('utf-8', 'replace').splitlines()


def ref(at):
    letters, n = '', at[1]
    while n:
        n, r = divmod(n - 1, 26)
        letters = chr(65 + r) + letters
    return '%s%d' % (letters, at[0])


def compare(path, out, cat, was, picked):
    index, name, part, at, _ = picked
    changed, new, gone, said = same_book.zip_differences(path, out)
    for n in changed:
        if schema.Book.norm(n) == schema.Book.norm(part):
            said += same_book.part_differences(path, out, n, at)
        elif not (n.lower().endswith('workbook.xml') and same_book.only_calc_differs(path, out, n)) and \
                not ('/tables/' in n and same_book.only_a_heading_differs(path, out, n)):
            said.append('%s differs' % n)
    said += ['%s is new' % n for n in new] + ['%s is gone' % n for n in gone]
    now = cells(cat, out)
    mark = '\t%s\t' % ref(at)
    if now is None:
        said.append('our reader cannot read it')
    else:
        keep = [[s for s in book if mark not in s] for book in (was, now)]
        if keep[0] != keep[1]:
            said.append('our reader sees other cells')
        if not any(mark + 's\t' + TEXT in s for s in now):
            said.append('our reader does not see the new text')
    said += ['schema: %s: %s' % (p, t) for _, p, t in schema.new_complaints(path, out)]
    return said


def openpyxl_sees(path, out, picked):
    """'' the same, else what differs; None: it cannot open the workbook as it was."""
    here = os.path.dirname(os.path.abspath(__file__))
    code = ('import sys; sys.path.insert(0, %r); import same_book\n'
            'try:\n    same_book.load(%r)\nexcept BaseException:\n    sys.exit(9)\n'
            'said = same_book.book_differences(%r, %r, {(%r, %r): ("value",)})\n'
            'print("\\n".join(said))' % (here, path, path, out, picked[1], picked[3]))
    p = run([sys.executable, '-c', code])
    if p is None or p.returncode == 9:
        return None
    if p.returncode:
        return 'openpyxl: ' + p.stderr.decode().strip().splitlines()[-1]
    return p.stdout.decode().strip()


def one(job):
    probe, cat, path = job
    was = cells(cat, path)
    if was is None:
        return path, 'unreadable', []
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'out.xlsx')
        p = run([probe, path, out])
        if p is None or p.returncode or open(out, 'rb').read() != open(path, 'rb').read():
            return path, 'no edit', ['without an edit it differs']
        try:
            picked = choose(path)
        except Exception as e:  # a workbook that Python's XML or ZIP cannot read
            return path, 'python', ['%s: %s' % (type(e).__name__, str(e)[:100])]
        if not picked:
            return path, 'no sheet', ['it has no worksheet']
        os.unlink(out)
        p = run([probe, path, out, 'text:%d:%d:%d:%s' % (picked[0] + 1, *picked[3], TEXT)])
        if p is None or p.returncode:
            return path, 'refused', [p.stderr.decode().strip() if p else 'too slow']
        try:
            said = compare(path, out, cat, was, picked)
        except Exception as e:
            return path, 'python', ['%s: %s' % (type(e).__name__, str(e)[:100])]
        kind = 'same'
        if os.path.getsize(path) > MOST_BYTES:
            kind = 'same, by its parts alone'
        else:
            seen = openpyxl_sees(path, out, picked)
            if seen is None:
                kind = 'same, by its parts alone'
            elif seen:
                said += seen.splitlines()
        return path, 'differs' if said else kind, said


def main(argv):
    if len(argv) < 4 or not argv[3]:
        sys.exit('usage: make identity CORPUS=FOLDER')
    probe, cat, folder = argv[1:4]
    paths = sorted(os.path.join(d, n) for d, _, names in os.walk(folder) for n in names
                   if n.lower().endswith(('.xlsx', '.xlsm')) and (len(argv) < 5 or n in argv[4:]))
    if not paths:
        print('identity: no workbooks in %s: skipped' % folder)
        return 0
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(one, [(probe, cat, p) for p in paths], chunksize=4))
    count = collections.Counter(r[1] for r in results)
    for path, kind, said in results:
        for s in said[:6]:
            print('%s\t%s\t%s' % (kind, os.path.relpath(path, folder), s))
    for kind, n in count.most_common():
        print('%5d %s' % (n, kind))
    asked = len(results) - count['unreadable'] - count['no sheet'] - count['python']
    good = count['same'] + count['same, by its parts alone']
    print('%d of %d readable workbooks are as they were but for the cell: %.1f %%; refused %d' %
          (good, asked, 100.0 * good / max(asked, 1), count['refused']))
    return 0 if good + count['refused'] >= asked * 0.99 else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv))
