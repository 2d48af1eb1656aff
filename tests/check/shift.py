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
LIMIT = 60  # seconds for one workbook


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
        out.add('name %s = %s' % (name, doc.NamedRanges.getByName(name).Content))
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
        self.cells = self.formulas = 0


def compare(office, path, before, kind, sheet, at, n, tally):
    out = os.path.join(office.home, 'ours.xlsx')
    name = '%s %s:%d:%d:%d' % (os.path.basename(path), kind, sheet + 1, at, n)
    ran = subprocess.run([PROBE, path, out, '%s:%d:%d:%d' % (kind, sheet + 1, at, n)], capture_output=True, timeout=60)
    if ran.returncode == 1:
        tally.count['refused'] += 1
        tally.why[re.sub(r'^.*?: ', '', ran.stderr.decode().strip().replace(path, ''))[:90]] += 1
        return
    if ran.returncode:
        tally.count['different'] += 1
        tally.different.append('%s: ended with %d %s' % (name, ran.returncode, ran.stderr.decode()[-300:]))
        return
    theirs, ours = office.load(path), office.load(out)
    if ours is None:
        tally.count['different'] += 1
        tally.different.append('%s: LibreOffice does not open ours' % name)
        theirs.close(True)
        return
    problem = by_office(theirs, sheet, kind, at, n)
    if problem:
        tally.count['not by LibreOffice: ' + problem] += 1
    else:
        (want, formulas), (got, _) = values(theirs), values(ours)
        moody = set()  # cells that are another every time
        for _ in range(2 if any('RAND' in text_of(theirs, k) for k in sorted(formulas)[:500]) else 1):
            for doc, was in (ours, got), (theirs, want):
                again = values(doc)[0]
                moody.update(k for k in again if not alike(again[k], was.get(k)))
        bad = [k for k in sorted(set(want) | set(got))
               if k not in moody and (k not in want or k not in got or not alike(want[k], got[k]))]
        lost = [k for k in bad if k in want and '#REF!' in text_of(theirs, k) and got.get(k) is None]
        odd = sorted(beside(theirs) ^ beside(ours))
        odd = [line for line in odd if '#REF!' not in line]
        tally.cells += len(want)
        tally.formulas += len(formulas)
        known = ARGUED.get((os.path.basename(path), kind))
        if bad and (known or len(lost) == len(bad)):
            tally.count['different, argued'] += 1
            tally.why['argued: ' + (known or 'reads something in spite of #REF!')] += 1
            bad = odd = []
        else:
            tally.count['different' if bad else 'different beside cells' if odd else 'equal'] += 1
        if bad:
            tally.different.append('%s: %d of %d' % (name, len(bad), len(want)) + ''.join(
                '\n    %s!R%dC%d: theirs %.60r (%.90s), ours %.60r (%.90s)' %
                (k[0], k[1], k[2], want.get(k, 'none'), text_of(theirs, k), got.get(k, 'none'), text_of(ours, k))
                for k in bad[:3]))
        elif odd:
            ours_has = beside(ours)
            tally.different.append('%s: %d beside cells' % (name, len(odd)) + ''.join(
                '\n    %s %s' % ('only ours:' if line in ours_has else 'only theirs:', line) for line in odd[:4]))
    theirs.close(True)
    ours.close(True)


def one(office, path, tally):
    dice = random.Random(hashlib.md5((SEED + os.path.basename(path)).encode()).hexdigest())
    doc = office.load(path)
    if doc is None:
        tally.count['not opened by LibreOffice'] += 1
        return
    sheets = list(range(doc.Sheets.Count))
    sizes = [extent(doc, i) for i in sheets]
    doc.close(True)
    with zipfile.ZipFile(path) as z:  # sheets as the workbook lists them, of which LibreOffice may know fewer
        book = next((z.read(n) for n in z.namelist() if n.lower().endswith('workbook.xml')), b'')
    if len(re.findall(rb'<(?:\w+:)?sheet ', book)) != len(sheets):
        tally.count['LibreOffice sees other sheets'] += 1
        return
    for kind in KINDS:
        sheet = dice.choice(sheets)
        size = sizes[sheet][0 if kind.startswith('rows') else 1]
        at, n = dice.randint(1, max(1, min(size, 2000))), dice.randint(1, 3)
        compare(office, path, None, kind, sheet, at, n, tally)


def main():
    folder = os.path.join(CORPUS, 'files') if os.path.isdir(os.path.join(CORPUS, 'files')) else CORPUS
    if not CORPUS or not os.path.isdir(folder):
        sys.exit('usage: make shift CORPUS=DIR')
    paths = sorted(os.path.abspath(os.path.join(at, f)) for at, _, fs in os.walk(folder) for f in fs
                   if f.endswith(('.xlsx', '.xlsm')) and (not ONLY or any(o in os.path.join(at, f) for o in ONLY)))
    paths = [p for p in paths if small(p)]
    tally, office = Tally(), Office()
    signal.signal(signal.SIGALRM, on_alarm)
    for path in paths:
        signal.alarm(LIMIT)
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
    office.done()
    print('%d workbooks, %d cells compared, %d of them formulas' % (len(paths), tally.cells, tally.formulas))
    for what, n in sorted(tally.count.items()):
        print('%6d  %s' % (n, what))
    for what, n in tally.why.most_common():
        print('        %d x %s' % (n, what))
    for line in tally.different:
        print('different: ' + line)
    return 1 if tally.count['different'] + tally.count['different beside cells'] else 0


if __name__ == '__main__':
    sys.exit(main())
