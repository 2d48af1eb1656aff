#!/usr/bin/python3
"""shift.py PROBE CORPUS [SEED [NAME...]] - rows and columns that come and go, against LibreOffice.

In every workbook of a folder rows and columns are inserted and deleted at generated places: by our patcher in the
bytes of the file, and by LibreOffice in the file as it was. After a hard calculation of both, every cell, above all
those with formulas, has to have the same value in both, and names, notes and conditional formats have to be of the same
cells. Prints how many were equal, refused beforehand (and why), and different (and where); ends with 1 if any was
different without a reason that is known."""
import collections, hashlib, os, random, re, shutil, signal, subprocess, sys, tempfile, time, zipfile
import uno
from com.sun.star.beans import PropertyValue

PROBE, CORPUS = sys.argv[1], sys.argv[2]
SEED = sys.argv[3] if len(sys.argv) > 3 else '1'
ONLY = sys.argv[4:]
KINDS = ['rows-in', 'rows-out', 'cols-in', 'cols-out']
FORMULA, CONTENT = 16, 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags
ARGUED = {  # where LibreOffice does what Excel does not
    ('IndirectFormulaSelection.xlsx', 'rows-out'): 'a name of a cell that is gone leads to the cell that is there now',
}
LIMIT = 120  # seconds for one workbook


class Slow(Exception):
    pass


def on_alarm(_signal, _frame):
    raise Slow()


class Office:
    """One LibreOffice with its own profile, started again when a workbook has hung it."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix='shift')
        self.process = None

    def start(self):
        pipe = 'cjshift%d' % os.getpid()
        self.process = subprocess.Popen(
            ['soffice', '--headless', '--norestore', '--nologo', '--nodefault',
             '-env:UserInstallation=file://' + self.home, '--accept=pipe,name=%s;urp' % pipe],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
        for _ in range(120):
            try:
                context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
                break
            except Exception:
                time.sleep(0.5)
        self.desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)

    def stop(self):
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def load(self, path):
        if not self.process or self.process.poll() is not None:
            self.start()
        values = [('Hidden', True), ('MacroExecutionMode', 0), ('UpdateDocMode', 0),
                  ('FilterName', 'Calc MS Excel 2007 XML')]
        return self.desktop.loadComponentFromURL('file://' + path, '_blank', 0,
                                                 tuple(PropertyValue(n, 0, v, 0) for n, v in values))

    def done(self):
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)


def values(doc):
    """{(sheet, row, column): value} of all cells, after a hard calculation, and which of them are formulas."""
    out, formulas = {}, set()
    doc.calculateAll()
    for sheet in doc.Sheets:
        for flags in CONTENT, FORMULA:
            for area in sheet.queryContentCells(flags):
                at = area.RangeAddress
                for r, line in enumerate(area.getDataArray()):
                    for c, value in enumerate(line):
                        key = sheet.Name, at.StartRow + r + 1, at.StartColumn + c + 1
                        out[key] = value
                        if flags == FORMULA:
                            formulas.add(key)
    return out, formulas


def beside(doc):
    """What else is of cells: names, notes, conditional formats."""
    out = set()
    for name in doc.NamedRanges.ElementNames:
        content = re.sub(r'file://[^\']*/', '', doc.NamedRanges.getByName(name).Content)
        if not re.search(r'!\$?[a-z]|#ref!', content):  # small letters: it could not make anything of the name
            out.add('name %s = %s' % (name, content))
    for sheet in doc.Sheets:
        for note in sheet.Annotations:
            out.add('note %s!R%dC%d' % (sheet.Name, note.Position.Row + 1, note.Position.Column + 1))
        cells = set()
        for format in sheet.ConditionalFormats.getConditionalFormats():
            for at in format.Range.RangeAddresses:
                if (at.EndRow - at.StartRow + 1) * (at.EndColumn - at.StartColumn + 1) < 20000:
                    cells.update((r + 1, c + 1) for r in range(at.StartRow, at.EndRow + 1)
                                 for c in range(at.StartColumn, at.EndColumn + 1))
        out.update('format %s!R%dC%d' % ((sheet.Name,) + cell) for cell in cells)
    return out


def text_of(doc, key):
    return doc.Sheets.getByName(key[0]).getCellByPosition(key[2] - 1, key[1] - 1).Formula


def alike(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return a == b or abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    if a is None or b is None or a == '' or b == '':  # errors and nothing
        return (a in (None, '')) == (b in (None, ''))
    return a == b


def by_office(doc, sheet, kind, at, n):
    """LibreOffice's own way; what went wrong, or None."""
    target = doc.Sheets.getByIndex(sheet)
    if target.isProtected():
        target.unprotect('')
        if target.isProtected():
            return 'protected'
    lines = target.Rows if kind.startswith('rows') else target.Columns
    try:
        if kind.endswith('in'):
            lines.insertByIndex(at - 1, n)
        else:
            lines.removeByIndex(at - 1, n)
    except Exception as e:
        return type(e).__name__
    return None


def has_formulas(path):
    with zipfile.ZipFile(path) as z:
        return any(re.search(rb'<(\w+:)?f[ >/]', z.read(n)) for n in z.namelist() if n.endswith('.xml') and 'sheets/' in n)


def small(path):
    try:
        with zipfile.ZipFile(path) as z:
            return all(i.file_size < 8e6 for i in z.infolist())
    except Exception:
        return False


def extent(doc, sheet):
    cursor = doc.Sheets.getByIndex(sheet).createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1


class Tally:
    def __init__(self):
        self.count = collections.Counter()
        self.why = collections.Counter()
        self.different = []
        self.books = self.cells = self.formulas = 0


def told(keys, theirs, ours, want, got):
    return ''.join('\n    %s!R%dC%d: theirs %.60r (%.90s), ours %.60r (%.90s)' %
                   (k[0], k[1], k[2], want.get(k, 'none'), text_of(theirs, k), got.get(k, 'none'), text_of(ours, k))
                   for k in keys[:3])


def moods(docs, firsts, times):
    """Cells that are another every time."""
    out = set()
    for _ in range(times):
        for doc, first in zip(docs, firsts):
            again = values(doc)[0]
            out.update(k for k in again if not alike(again[k], first.get(k)))
    return out


def judge(theirs, ours, name, file, kind, tally):
    (want, formulas), (got, _) = values(theirs), values(ours)
    bad = [k for k in sorted(set(want) | set(got)) if k not in want or k not in got or not alike(want[k], got[k])]
    if bad:
        moody = moods((theirs, ours), (want, got), 3)
        bad = [k for k in bad if k not in moody]
    # LibreOffice leaves the headers of new columns of a table empty, which Excel does not take
    bad = [k for k in bad if k in want or kind != 'cols-in' or not re.fullmatch(r'(Column|列)\d+', str(got[k]))]
    lost = [k for k in bad if k in want and '#REF!' in text_of(theirs, k) and got.get(k) is None]
    has, had = beside(ours), beside(theirs)
    odd = [line for line in sorted(has ^ had) if '#REF!' not in line]
    known = ARGUED.get((file, kind))
    tally.cells += len(want)
    tally.formulas += len(formulas)
    if bad and (known or len(lost) == len(bad)):
        tally.count['different, argued'] += 1
        tally.why['argued: ' + (known or 'reads something in spite of #REF!')] += 1
        return
    tally.count['different' if bad else 'different beside cells' if odd else 'equal'] += 1
    if bad:
        tally.different.append('%s: %d of %d' % (name, len(bad), len(want)) + told(bad, theirs, ours, want, got))
    elif odd:
        tally.different.append('%s: %d beside cells' % (name, len(odd)) + ''.join(
            '\n    only %s: %s' % ('ours' if line in has else 'theirs', line) for line in odd[:4]))


def ours_of(office, path, edit, name, tally):
    """The path of what our patcher makes of it, or None."""
    out = os.path.join(office.home, 'ours.xlsx')
    ran = subprocess.run([PROBE, path, out, edit], capture_output=True, timeout=60)
    if ran.returncode == 1:
        tally.count['refused'] += 1
        tally.why[re.sub(r'^.*?: ', '', ran.stderr.decode().strip().replace(path, ''))[:90]] += 1
    elif ran.returncode:
        tally.count['different'] += 1
        tally.different.append('%s: ended with %d %s' % (name, ran.returncode, ran.stderr.decode()[-300:]))
    return None if ran.returncode else out


def sheets_as_listed(path):
    with zipfile.ZipFile(path) as z:
        book = next((z.read(n) for n in z.namelist() if n.lower().endswith('workbook.xml')), b'')
    return len(re.findall(rb'<(?:\w+:)?sheet ', book))


def compare(office, path, kind, dice, tally):
    theirs = office.load(path)
    if theirs is None:
        tally.count['not opened by LibreOffice'] += 1
        return
    if not any(len(s.queryContentCells(CONTENT).RangeAddresses) for s in theirs.Sheets):
        tally.count['LibreOffice finds no cells'] += 1
        theirs.close(True)
        return
    if sheets_as_listed(path) != theirs.Sheets.Count:
        tally.count['LibreOffice sees other sheets'] += 1
        theirs.close(True)
        return
    sheet = dice.randrange(theirs.Sheets.Count)
    size = extent(theirs, sheet)[0 if kind.startswith('rows') else 1]
    at, n = dice.randint(1, max(1, min(size, 2000))), dice.randint(1, 3)
    edit = '%s:%d:%d:%d' % (kind, sheet + 1, at, n)
    name = os.path.basename(path) + ' ' + edit
    out = ours_of(office, path, edit, name, tally)
    ours = out and office.load(out)
    problem = ours and by_office(theirs, sheet, kind, at, n)
    if out and not ours:
        tally.count['different'] += 1
        tally.different.append('%s: LibreOffice does not open ours' % name)
    elif problem:
        tally.count['not by LibreOffice: ' + problem] += 1
    elif ours:
        judge(theirs, ours, name, os.path.basename(path), kind, tally)
    theirs.close(True)
    if ours:
        ours.close(True)


def one(office, path, tally):
    """Every kind of a workbook with formulas, one of another."""
    dice = random.Random(hashlib.md5((SEED + os.path.basename(path)).encode()).hexdigest())
    for kind in KINDS if has_formulas(path) else [dice.choice(KINDS)]:
        compare(office, path, kind, dice, tally)


def show(tally):
    print('%d workbooks, %d cells compared, %d of them formulas' % (tally.books, tally.cells, tally.formulas))
    for what, n in sorted(tally.count.items()):
        print('%6d  %s' % (n, what))
    for what, n in tally.why.most_common():
        print('        %d x %s' % (n, what))
    for line in tally.different:
        print('different: ' + line)
    return 1 if tally.count['different'] + tally.count['different beside cells'] else 0


def main():
    folder = os.path.join(CORPUS, 'files') if os.path.isdir(os.path.join(CORPUS, 'files')) else CORPUS
    if not CORPUS or not os.path.isdir(folder):
        sys.exit('usage: make shift CORPUS=DIR')
    paths = sorted(os.path.abspath(os.path.join(at, f)) for at, _, fs in os.walk(folder) for f in fs
                   if f.endswith(('.xlsx', '.xlsm')) and (not ONLY or any(o in os.path.join(at, f) for o in ONLY)))
    paths = [p for p in paths if small(p)]
    paths.sort(key=lambda p: not has_formulas(p))  # those first
    tally, office = Tally(), Office()
    signal.signal(signal.SIGALRM, on_alarm)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        for path in paths:
            signal.alarm(LIMIT)
            tally.books += 1
            try:
                one(office, path, tally)
            except Slow:
                tally.count['took too long'] += 1
                office.stop()
            except Exception as e:
                tally.count['LibreOffice failed'] += 1
                tally.why['LibreOffice: ' + type(e).__name__] += 1
                office.stop()
            signal.alarm(0)
    finally:
        office.done()
        ended = show(tally)
    return ended


if __name__ == '__main__':
    sys.exit(main())
