#!/usr/bin/python3
"""report.py BIN - every number in cjreport's page and workbook stands in its JSON, and the KPI table is the
same in all three. Read by Python's html.parser and openpyxl, which know nothing of us."""
import html.parser, json, os, re, subprocess, sys, tempfile, warnings

import openpyxl

warnings.simplefilter('error')
HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', 'data')
bad = []


def run(tool, *args):
    r = subprocess.run([os.path.join(BIN, tool), *args], capture_output=True)
    if r.returncode:
        sys.exit(f'{tool} {args}: {r.stderr.decode()}')
    return r.stdout


class Page(html.parser.HTMLParser):
    """The texts that people see, and the rows of its tables."""

    def __init__(self, source):
        super().__init__()
        self.text, self.rows, self.cell, self.hidden = [], [], None, 0
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        if tag in ('style', 'script', 'svg'):
            self.hidden += 1
        if tag == 'tr':
            self.rows.append([])
        if tag in ('td', 'th'):
            self.rows[-1].append('')
            self.cell = True
        self.text.append(' ')

    def handle_endtag(self, tag):
        if tag in ('style', 'script', 'svg'):
            self.hidden -= 1
        if tag in ('td', 'th'):
            self.cell = None
        self.text.append(' ')

    def handle_data(self, data):
        if self.hidden:
            return
        self.text.append(data)
        if self.cell:
            self.rows[-1][-1] += data


NUMBER = re.compile(r'\d+(?:,\d{3})*(?:\.\d+)?')


def numbers(text):
    return {float(n.replace(',', '')) for n in NUMBER.findall(text)}


def of_json(node, out):
    if isinstance(node, bool) or node is None:
        return out
    if isinstance(node, (int, float)):
        out.add(abs(float(node)))
    elif isinstance(node, str):
        out |= numbers(node)
    else:
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(node, dict):
                out |= numbers(key)
            of_json(value, out)
    return out


def said(cell):
    """The cell as Excel shows it: 0.5 under 0% is 50%."""
    if cell.value is None:
        return ''
    if isinstance(cell.value, float) and cell.number_format.endswith('%'):
        return '%.10g%%' % (100 * cell.value)
    return '%.15g' % cell.value if isinstance(cell.value, float) else str(cell.value)


def of_book(path):
    book = openpyxl.load_workbook(path)
    texts, rows = [], []
    for sheet in book:
        for row in sheet.iter_rows():
            cells = [said(c) for c in row]
            rows.append(cells)
            texts += cells
    return ' '.join(texts), rows


def shown(n):
    return '%g' % n


def check(lang, files):
    with tempfile.TemporaryDirectory() as work:
        args = [f'--lang={lang}', '--today=2025-10-01', *files]
        facts = json.loads(run('cjreport', *args, '-f', 'json'))
        page = Page(run('cjreport', *args, '-f', 'html').decode())
        book = os.path.join(work, 'report.xlsx')
        run('cjreport', *args, '-o', book)
        text, rows = of_book(book)
    known = of_json(facts, set())
    for where, words in (('page', ''.join(page.text)), ('workbook', text)):
        strange = sorted(numbers(words) - known)
        if strange:
            bad.append(f'{lang}, {where}: not in the JSON: {", ".join(map(shown, strange))}')
    for kpi in facts['maps'][0]['kpi']:
        name = kpi['kpi']
        for where, table in (('page', page.rows), ('workbook', rows)):
            row = next((r for r in table if name in r), None)
            if row is None:
                bad.append(f'{lang}, {where}: no row of {name}')
                continue
            told = numbers(' '.join(str(c) for c in row if c != name))
            for key in ('baseline', 'target', 'before', 'previous', 'current', 'change', 'distance'):
                value = kpi.get(key)
                if isinstance(value, dict):
                    value = value.get('value')
                if isinstance(value, (int, float)) and abs(float(value)) not in told:
                    bad.append(f'{lang}, {where}: {name}: no {key} {value}')


BIN = sys.argv[1]
for language, names in (('ja', ('review/ja-1.1.csv', 'samples/02_good_ja.csv')),
                        ('ja', ('review/ja-1.0.csv', 'review/ja-1.1.csv', 'samples/02_good_ja.csv')),
                        ('en', ('review/en-0.9.csv', 'samples/03_good_en.csv')),
                        ('en', ('samples/03_good_en.csv',))):
    check(language, [os.path.join(DATA, n) for n in names])
for line in bad:
    print('report.py:', line, file=sys.stderr)
print(f'report.py: 4 reports as page and workbook, {len(bad)} complaints')
sys.exit(bool(bad))
