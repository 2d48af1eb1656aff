#!/usr/bin/python3
# schema.py - whether Excel would open a workbook without "repairing" it: what ECMA-376 (transitional) wants of
# the parts that we touch, and what Excel itself asks beyond it. `schema.py BEFORE AFTER` checks the parts that
# differ and tells only what BEFORE does not have; `schema.py AFTER` checks all.
import collections
import re
import sys
import zipfile
from xml.etree import ElementTree as ET

MAIN = ('http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main')
REL = ('http://schemas.openxmlformats.org/officeDocument/2006/relationships',
       'http://purl.oclc.org/ooxml/officeDocument/relationships')
MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
TYPES = '[Content_Types].xml'
ROWS, COLS = 1048576, 16384

# Children in their order; + after a name: any number of them. Then the attributes that must be there.
ORDER = {
    'worksheet': 'sheetPr dimension sheetViews sheetFormatPr cols+ sheetData sheetCalcPr sheetProtection '
                 'protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells '
                 'phoneticPr conditionalFormatting+ dataValidations hyperlinks printOptions pageMargins '
                 'pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors '
                 'smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls '
                 'webPublishItems tableParts extLst',
    'sheetPr': 'tabColor outlinePr pageSetUpPr',
    'sheetViews': 'sheetView+ extLst',
    'sheetView': 'pane selection+ pivotSelection+ extLst',
    'cols': 'col+',
    'row': 'c+ extLst',
    'c': 'f v is extLst',
    'is': 't r+ rPh+ phoneticPr',
    'si': 't r+ rPh+ phoneticPr',
    'text': 't r+ rPh+ phoneticPr',
    'r': 'rPr t',
    'rPh': 't',
    'autoFilter': 'filterColumn+ sortState extLst',
    'sortState': 'sortCondition+ extLst',
    'mergeCells': 'mergeCell+',
    'conditionalFormatting': 'cfRule+ extLst',
    'cfRule': 'formula+ colorScale dataBar iconSet extLst',
    'dataValidations': 'dataValidation+',
    'dataValidation': 'formula1 formula2',
    'hyperlinks': 'hyperlink+',
    'headerFooter': 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
    'rowBreaks': 'brk+',
    'colBreaks': 'brk+',
    'tableParts': 'tablePart+',
    'workbook': 'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups '
                'externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr '
                'smartTagTypes webPublishing fileRecoveryPr+ webPublishObjects extLst',
    'bookViews': 'workbookView+',
    'sheets': 'sheet+',
    'definedNames': 'definedName+',
    'externalReferences': 'externalReference+',
    'pivotCaches': 'pivotCache+',
    'calcPr': '',
    'styleSheet': 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
    'numFmts': 'numFmt+',
    'fonts': 'font+',
    'fills': 'fill+',
    'borders': 'border+',
    'cellStyleXfs': 'xf+',
    'cellXfs': 'xf+',
    'cellStyles': 'cellStyle+',
    'dxfs': 'dxf+',
    # the schema takes any order, Excel writes and wants this one
    'font': 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme',
    'fill': 'patternFill gradientFill',
    'patternFill': 'fgColor bgColor',
    'gradientFill': 'stop+',
    'border': 'start end left right top bottom diagonal vertical horizontal',
    'xf': 'alignment protection extLst',
    'dxf': 'font numFmt fill alignment border protection extLst',
    'cellStyle': 'extLst',
    'colors': 'indexedColors mruColors',
    'comments': 'authors commentList extLst',
    'authors': 'author+',
    'commentList': 'comment+',
    'comment': 'text commentPr',
    'table': 'autoFilter sortState tableColumns tableStyleInfo extLst',
    'tableColumns': 'tableColumn+',
    'tableColumn': 'calculatedColumnFormula totalsRowFormula xmlColumnPr extLst',
    'calcChain': 'c+ extLst',
    'sst': 'si+ extLst',
    'chartsheet': 'sheetPr sheetViews sheetProtection customSheetViews pageMargins pageSetup headerFooter drawing '
                  'legacyDrawing legacyDrawingHF drawingHF picture webPublishItems extLst',
}
ORDER = {k: [(n.rstrip('+'), n.endswith('+')) for n in v.split()] for k, v in ORDER.items()}
# where a name means something else
SKIP = {('comments', 'r'): 0}
NEEDS = {
    'sheetView': 'workbookViewId', 'col': 'min max', 'mergeCell': 'ref', 'cfRule': 'priority',
    'dataValidation': 'sqref', 'hyperlink': 'ref', 'pageMargins': 'left right top bottom header footer',
    'sheet': 'name sheetId', 'definedName': 'name', 'numFmt': 'numFmtId formatCode', 'comment': 'ref authorId',
    'table': 'id displayName ref', 'tableColumn': 'id name', 'tableColumns': 'count', 'ext': '', 'rPh': 'sb eb',
    'cellStyle': 'xfId', 'author': '', 'pivotCache': 'cacheId', 'phoneticPr': 'fontId',
    'sortCondition': 'ref', 'filterColumn': 'colId', 'sheetCalcPr': '', 'stop': 'position',
}
NEEDS = {k: v.split() for k, v in NEEDS.items() if v}
NEEDS_ID = {'sheet', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'tablePart', 'externalReference',
            'pivotCache', 'picture', 'customPr'}
COUNTS = {'mergeCells', 'dataValidations', 'tableParts', 'numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs',
          'cellXfs', 'cellStyles', 'dxfs', 'tableColumns', 'rowBreaks', 'colBreaks'}
CALC = {'calcId', 'calcMode', 'fullCalcOnLoad', 'refMode', 'iterate', 'iterateCount', 'iterateDelta',
        'fullPrecision', 'calcCompleted', 'calcOnSave', 'concurrentCalc', 'concurrentManualCount',
        'forceFullCalc'}
CELL = re.compile(r'\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)$')


def local(tag):
    return tag.rsplit('}', 1)[-1]


def space(tag):
    return tag[1:].split('}', 1)[0] if tag[0] == '{' else ''


def rel_id(e):
    for s in REL:
        if '{%s}id' % s in e.attrib:
            return e.attrib['{%s}id' % s]
    return None


def column(letters):
    n = 0
    for c in letters.upper():
        n = n * 26 + ord(c) - 64
    return n


def cell(ref):
    m = CELL.match(ref or '')
    if not m:
        return None
    at = int(m.group(2)), column(m.group(1))
    return at if at[0] <= ROWS and at[1] <= COLS else None


def area(ref):
    a, _, b = (ref or '').partition(':')
    if re.match(r'\$?[A-Za-z]{1,3}$', a) and b:
        a, b = a + '1', b + str(ROWS)
    elif re.match(r'\$?\d+$', a) and b:
        a, b = 'A' + a.strip('$'), 'XFD' + b.strip('$')
    first, last = cell(a), cell(b or a)
    if not first or not last or first[0] > last[0] or first[1] > last[1]:
        return None
    return first + last


def number(text):
    try:
        return int(text)
    except (TypeError, ValueError):
        return None


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = [i.filename for i in self.zip.infolist() if not i.filename.endswith('/')]
        self.fold = {}
        for n in self.names:
            self.fold.setdefault(self.norm(n), n)
        self.said = []
        self.roots = {}
        self.relcache = {}
        self.kinds = {}
        self.strings = None
        self.counts = collections.Counter()
        self.sheet_ids = {}
        self.tables = []
        self.formulas = {}
        self.headers = {}
        self.vmls = {}

    @staticmethod
    def norm(name):
        return name.replace('\\', '/').lstrip('/').lower()

    def say(self, kind, part, text):
        self.said.append((kind, part, text))

    def has(self, name):
        return self.norm(name) in self.fold

    def read(self, name):
        return self.zip.read(self.fold[self.norm(name)])

    def root(self, name):
        key = self.norm(name)
        if key not in self.roots:
            try:
                self.roots[key] = ET.fromstring(self.read(name))
            except (ET.ParseError, KeyError, zipfile.BadZipFile, NotImplementedError, ValueError) as e:
                self.say('xml', name, 'not well-formed: %s' % e)
                self.roots[key] = None
        return self.roots[key]

    # ---- the package -------------------------------------------------------------------------------------

    def relations(self, part):
        """{id: (type, target part or None)}"""
        key = self.norm(part)
        if key in self.relcache:
            return self.relcache[key]
        folder, _, base = part.rpartition('/')
        name = (folder + '/' if folder else '') + '_rels/' + base + '.rels'
        out = {}
        self.relcache[key] = out
        if not self.has(name):
            return out
        root = self.root(name)
        for e in root if root is not None else []:
            rid, target = e.get('Id'), e.get('Target', '')
            if rid in out:
                self.say('rel', name, 'two relations %s' % rid)
            if not rid or not e.get('Type'):
                self.say('rel', name, 'a relation without Id or Type')
            kind = (e.get('Type') or '').rsplit('/', 1)[-1]
            if e.get('TargetMode') == 'External':
                out[rid] = (kind, None)
                continue
            full = self.resolve(folder, target)
            if full and not self.has(full) and not target.startswith('#') and 'NULL' not in target:
                self.say('rel', name, '%s leads to %s, which is not there' % (rid, full))
            out[rid] = (kind, full)
        return out

    @staticmethod
    def resolve(folder, target):
        from urllib.parse import unquote
        target = unquote(target.split('#')[0])
        path = target[1:].split('/') if target.startswith('/') else [p for p in folder.split('/') if p] + \
            target.split('/')
        out = []
        for p in path:
            if p == '..':
                out = out[:-1]
            elif p not in ('.', ''):
                out.append(p)
        return '/'.join(out)

    def package(self):
        seen = collections.Counter(self.norm(n) for n in self.names)
        for n, k in seen.items():
            if k > 1:
                self.say('zip', n, 'the archive has it %d times' % k)
        if not self.has(TYPES):
            return self.say('types', TYPES, 'is not there')
        root = self.root(TYPES)
        if root is None:
            return
        defaults, overrides = {}, {}
        for e in root:
            if local(e.tag) == 'Default':
                key, to = (e.get('Extension') or '').lower(), defaults
            elif local(e.tag) == 'Override':
                key, to = self.norm(e.get('PartName') or ''), overrides
                if not (e.get('PartName') or '').startswith('/'):
                    self.say('types', TYPES, 'PartName %s' % e.get('PartName'))
                if not self.has(key):
                    self.say('types', TYPES, 'speaks of %s, which is not there' % e.get('PartName'))
            else:
                self.say('types', TYPES, 'an element %s' % local(e.tag))
                continue
            if key in to:
                self.say('types', TYPES, '%s is there twice' % key)
            if not e.get('ContentType'):
                self.say('types', TYPES, '%s has no type' % key)
            to[key] = e.get('ContentType') or ''
        for n in self.names:
            key = self.norm(n)
            self.kinds[key] = '' if key == TYPES.lower() else overrides.get(key) or defaults.get(key.rsplit('.', 1)[-1]) or ''
            if not self.kinds[key] and key != TYPES.lower():
                self.say('types', TYPES, 'does not say what %s is' % n)
        for n in self.names:
            if '_rels/' in n and n.endswith('.rels'):
                part = re.sub(r'_rels/([^/]*)\.rels$', r'\1', n)
                if part and not part.endswith('/') and part != '' and not self.has(part):
                    self.say('rel', n, 'relations of %s, which is not there' % part)
                self.relations(part)

    # ---- any element -------------------------------------------------------------------------------------

    def names_of(self, e):
        """Local names of children that count, as (name, child); what stands in AlternateContent counts as it."""
        out = []
        for c in e:
            if not isinstance(c.tag, str):
                continue
            if space(c.tag) == MC and local(c.tag) == 'AlternateContent':
                inner = [g for ch in c for g in ch if isinstance(g.tag, str) and space(g.tag) in MAIN]
                out += [(local(g.tag), None) for g in inner[:1]]
            elif space(c.tag) in MAIN or space(c.tag) == space(e.tag):
                out.append((local(c.tag), c))
        return out

    def check(self, part, e, parent=''):
        name = local(e.tag)
        order = ORDER.get(name)
        if name == 'r' and parent == 'rPh':
            order = None
        if order is not None and space(e.tag) in MAIN:
            self.check_order(part, e, name, order)
        for a in NEEDS.get(name, []):
            if a not in e.attrib:
                self.say('attr', part, '%s without %s' % (name, a))
        if name in NEEDS_ID and name != 'hyperlink' and not (name == 'sheet' and parent != 'sheets'):
            if rel_id(e) is None:
                self.say('attr', part, '%s without r:id' % name)
        if rel_id(e) is not None and rel_id(e) not in self.relations(part):
            self.say('rel', part, '%s speaks of relation %s, which is not there' % (name, rel_id(e)))
        if name in COUNTS and 'count' in e.attrib:
            n = len([c for c in self.names_of(e) if c[0] != 'extLst'])
            if number(e.get('count')) != n:
                self.say('count', part, '%s count="%s", there are %d' % (name, e.get('count'), n))

    def check_order(self, part, e, name, order):
        ranks = {n: i for i, (n, _) in enumerate(order)}
        last, seen = -1, set()
        for child, _ in self.names_of(e):
            if child not in ranks:
                self.say('order', part, '%s in %s, which has no such child' % (child, name))
                continue
            if ranks[child] < last:
                self.say('order', part, '%s in %s stands behind %s' % (child, name, order[last][0]))
            if child in seen and not order[ranks[child]][1]:
                self.say('order', part, 'two %s in %s' % (child, name))
            seen.add(child)
            last = max(last, ranks[child])

    def walk(self, part, e, parent=''):
        self.check(part, e, parent)
        for c in e:
            if isinstance(c.tag, str) and local(c.tag) != 'extLst' and \
                    (space(c.tag) in MAIN or space(c.tag) == space(e.tag)):
                self.walk(part, c, local(e.tag))

    # ---- parts -------------------------------------------------------------------------------------------

    def workbook(self, part):
        e = self.root(part)
        if e is None or local(e.tag) != 'workbook':
            return
        self.walk(part, e)
        sheets = [s for s in e.iter() if isinstance(s.tag, str) and local(s.tag) == 'sheet' and
                  space(s.tag) in MAIN]
        for what, values in (('name', [(s.get('name') or '').lower() for s in sheets]),
                             ('sheetId', [s.get('sheetId') for s in sheets]),
                             ('r:id', [rel_id(s) for s in sheets])):
            for v, k in collections.Counter(values).items():
                if k > 1:
                    self.say('unique', part, '%d sheets with %s %s' % (k, what, v))
        for s in sheets:
            name = s.get('name') or ''
            if not name or len(name.encode('utf-16-le')) > 62 or re.search(r'[\[\]:*?/\\]', name) or \
                    name[0] == "'" or name[-1] == "'":
                self.say('name', part, 'a sheet is called "%s"' % name)
        if not [s for s in sheets if s.get('state', 'visible') == 'visible']:
            self.say('name', part, 'no sheet is visible')
        views = [v for v in e.iter() if isinstance(v.tag, str) and local(v.tag) == 'workbookView']
        for v in views:
            for a in ('activeTab', 'firstSheet'):
                if (number(v.get(a, '0')) or 0) >= len(sheets):
                    self.say('range', part, '%s %s of %d' % (a, v.get(a), len(sheets)))
        names = collections.Counter()
        for d in e.iter():
            if isinstance(d.tag, str) and local(d.tag) == 'definedName':
                names[(d.get('name') or '').lower(), d.get('localSheetId')] += 1
                if d.get('localSheetId') is not None and \
                        not 0 <= (number(d.get('localSheetId')) or 0) < len(sheets):
                    self.say('range', part, 'the name %s is of sheet %s' % (d.get('name'), d.get('localSheetId')))
                if not (d.text or '').strip():
                    self.say('name', part, 'the name %s says nothing' % d.get('name'))
        for (n, s), k in names.items():
            if k > 1:
                self.say('unique', part, '%d names %s of sheet %s' % (k, n, s))
        for c in e:
            if isinstance(c.tag, str) and local(c.tag) == 'calcPr':
                for a in c.attrib:
                    if a[0] != '{' and a not in CALC:
                        self.say('attr', part, 'calcPr %s' % a)
        self.sheet_ids = {number(s.get('sheetId')): self.relations(part).get(rel_id(s), ('', None))[1]
                          for s in sheets}

    def styles(self, part):
        e = self.root(part)
        if e is None:
            return
        n = collections.Counter()
        formats = set()
        for c in e:
            if isinstance(c.tag, str):
                n[local(c.tag)] = len(list(c))
        for f in e.iter():
            if isinstance(f.tag, str) and local(f.tag) == 'numFmt' and f.get('numFmtId'):
                formats.add(f.get('numFmtId'))
        self.counts = n
        self.walk(part, e)
        own = [f.get('numFmtId') for c in e if local(c.tag) == 'numFmts' for f in c]
        for v, k in collections.Counter(own).items():
            if k > 1:
                self.say('unique', part, '%d numFmt %s' % (k, v))
        for group in ('cellStyleXfs', 'cellXfs'):
            for c in e:
                if local(c.tag) == group:
                    for i, xf in enumerate(c):
                        self.xf(part, group, i, xf, formats)
        for c in e:
            if local(c.tag) == 'cellStyles':
                for s in c:
                    if (number(s.get('xfId')) or 0) >= max(n['cellStyleXfs'], 1):
                        self.say('range', part, 'cellStyle xfId %s' % s.get('xfId'))

    def xf(self, part, group, i, xf, formats):
        for a, of in (('fontId', 'fonts'), ('fillId', 'fills'), ('borderId', 'borders'),
                      ('xfId', 'cellStyleXfs')):
            v = number(xf.get(a, '0'))
            if v is None or v < 0 or (self.counts[of] and v >= self.counts[of]):
                self.say('range', part, '%s %d: %s %s of %d' % (group, i, a, xf.get(a), self.counts[of]))
        f = number(xf.get('numFmtId', '0'))
        if f is None or (f >= 164 and str(f) not in formats):
            self.say('range', part, '%s %d: numFmtId %s' % (group, i, xf.get('numFmtId')))

    def comments(self, part):
        e = self.root(part)
        if e is None:
            return
        self.walk(part, e)
        authors = [a for a in e.iter() if isinstance(a.tag, str) and local(a.tag) == 'author']
        refs = collections.Counter()
        for c in e.iter():
            if isinstance(c.tag, str) and local(c.tag) == 'comment':
                refs[c.get('ref')] += 1
                if not cell(c.get('ref')):
                    self.say('ref', part, 'a comment at %s' % c.get('ref'))
                a = number(c.get('authorId'))
                if a is None or not 0 <= a < len(authors):
                    self.say('range', part, 'authorId %s of %d' % (c.get('authorId'), len(authors)))
                text = ''.join(t.text or '' for t in c.iter() if isinstance(t.tag, str) and local(t.tag) == 't')
                if len(text.encode('utf-16-le')) > 2 * 32767:
                    self.say('long', part, 'the comment at %s' % c.get('ref'))
        for r, k in refs.items():
            if k > 1:
                self.say('unique', part, '%d comments at %s' % (k, r))
        return refs

    def string_table(self):
        if self.strings is None:
            self.strings = []
            for n in self.names:
                if self.norm(n).endswith('sharedstrings.xml'):
                    e = self.root(n)
                    for si in e if e is not None else []:
                        if local(si.tag) == 'si':
                            self.strings.append(self.string(si))
                    break
        return self.strings

    @staticmethod
    def string(si):
        out = []
        for c in si:
            if local(c.tag) == 't':
                out.append(c.text or '')
            elif local(c.tag) == 'r':
                out += [t.text or '' for t in c if local(t.tag) == 't']
        return re.sub(r'_x([0-9A-Fa-f]{4})_', lambda m: chr(int(m.group(1), 16)), ''.join(out))

    def sst(self, part):
        e = self.root(part)
        if e is not None:
            self.walk(part, e)

    # ---- worksheets: rows one by one, so that a large sheet needs no memory ---------------------------------

    def worksheet(self, part):
        state = {'row': 0, 'shared': {}, 'uses': collections.Counter(), 'fcells': set()}
        path, root = [], None
        wanted = self.wanted_headers(part)
        try:
            with self.zip.open(self.fold[self.norm(part)]) as f:
                for event, e in ET.iterparse(f, events=('start', 'end')):
                    if event == 'start':
                        path.append(local(e.tag) if isinstance(e.tag, str) else '')
                        if root is None:
                            root = e
                        continue
                    path.pop()
                    if isinstance(e.tag, str) and local(e.tag) == 'row' and path == ['worksheet', 'sheetData']:
                        self.row(part, e, state, wanted)
                        e.clear()
        except (ET.ParseError, zipfile.BadZipFile, NotImplementedError) as e:
            return self.say('xml', part, 'not well-formed: %s' % e)
        for c in root:
            if isinstance(c.tag, str) and local(c.tag) == 'sheetData':
                for r in list(c):
                    c.remove(r)
        self.walk(part, root)
        self.formulas[self.norm(part)] = state['fcells']
        for si, k in state['uses'].items():
            if si not in state['shared']:
                self.say('formula', part, 'shared formula %s is nowhere written' % si)
        self.merges(part, root)
        self.columns(part, root)
        self.rules(part, root)

    def wanted_headers(self, part):
        out = {}
        for kind, target in self.relations(part).values():
            if kind == 'table' and target and self.has(target):
                t = self.root(target)
                a = area(t.get('ref')) if t is not None else None
                if a and number(t.get('headerRowCount', '1')):
                    cols = [c for c in t.iter() if isinstance(c.tag, str) and local(c.tag) == 'tableColumn']
                    for i, c in enumerate(cols):
                        out[a[0], a[1] + i] = c.get('name') or ''
        return out

    def row(self, part, e, state, wanted):
        at = number(e.get('r')) if 'r' in e.attrib else state['row'] + 1
        if at is None or at <= state['row'] or at > ROWS:
            self.say('rows', part, 'row %s behind row %d' % (e.get('r'), state['row']))
        at = at or state['row'] + 1
        state['row'] = at
        self.check(part, e)
        if e.get('s') is not None and self.counts['cellXfs'] and \
                (number(e.get('s')) is None or number(e.get('s')) >= self.counts['cellXfs']):
            self.say('range', part, 'row %d: style %s' % (at, e.get('s')))
        col = 0
        for c in e:
            if not isinstance(c.tag, str) or local(c.tag) != 'c':
                continue
            ref = cell(c.get('r')) if 'r' in c.attrib else (at, col + 1)
            if not ref or ref[0] != at or ref[1] <= col:
                self.say('cells', part, 'cell %s in row %d behind column %d' % (c.get('r'), at, col))
            col = ref[1] if ref else col + 1
            self.cell(part, c, (at, col), state, wanted)

    def cell(self, part, c, at, state, wanted):
        name = c.get('r') or 'R%dC%d' % at
        self.check(part, c)
        s = number(c.get('s', '0'))
        if s is None or s < 0 or (self.counts['cellXfs'] and s >= self.counts['cellXfs']):
            self.say('range', part, '%s: style %s of %d' % (name, c.get('s'), self.counts['cellXfs']))
        kids = {local(k.tag): k for k in c if isinstance(k.tag, str)}
        t, v = c.get('t', 'n'), kids.get('v')
        text = (v.text or '') if v is not None else ''
        shown = None
        if t not in ('n', 's', 'str', 'inlineStr', 'b', 'e', 'd'):
            self.say('cells', part, '%s: type %s' % (name, t))
        if t == 's':
            i = number(text)
            if v is not None and (i is None or not 0 <= i < len(self.string_table())):
                self.say('range', part, '%s: shared string %s' % (name, text))
            elif v is not None:
                shown = self.string_table()[i]
        elif t == 'inlineStr':
            if 'is' in kids:
                self.walk(part, kids['is'])
                shown = self.string(kids['is'])
            if v is not None:
                self.say('cells', part, '%s: a value beside an inline text' % name)
        elif t == 'n' and v is not None and text.strip():
            try:
                float(text)
            except ValueError:
                self.say('cells', part, '%s: the number %s' % (name, text[:40]))
            shown = text
        elif t == 'b' and v is not None and text.strip() not in ('0', '1', 'true', 'false'):
            self.say('cells', part, '%s: boolean %s' % (name, text[:40]))
        else:
            shown = text
        if 'is' in kids and t != 'inlineStr':
            self.say('cells', part, '%s: an inline text of type %s' % (name, t))
        if shown and len(shown.encode('utf-16-le', 'surrogatepass')) > 2 * 32767:
            self.say('long', part, '%s' % name)
        f = kids.get('f')
        if f is not None:
            state['fcells'].add(at)
            self.formula(part, name, f, state)
        want = wanted.get(at)
        if want is not None and f is None:
            plain = re.sub(r'_x([0-9A-Fa-f]{4})_', lambda m: chr(int(m.group(1), 16)), want)
            if (shown or '') != plain and shown is not None and t in ('s', 'inlineStr', 'str'):
                self.say('table', part, '%s says "%s", its table column is "%s"' % (name, shown[:40], want[:40]))

    def formula(self, part, name, f, state):
        t = f.get('t', 'normal')
        if t == 'shared':
            if f.get('ref'):
                state['shared'][f.get('si')] = f.get('ref')
                if not area(f.get('ref')):
                    self.say('formula', part, '%s: ref %s' % (name, f.get('ref')))
            state['uses'][f.get('si')] += 1
        elif t in ('array', 'dataTable') and not area(f.get('ref')):
            self.say('formula', part, '%s: %s without ref' % (name, t))
        if (f.text or '').startswith('='):
            self.say('formula', part, '%s begins with =' % name)

    def merges(self, part, root):
        got = []
        for m in root.iter():
            if isinstance(m.tag, str) and local(m.tag) == 'mergeCell':
                a = area(m.get('ref'))
                if not a:
                    self.say('ref', part, 'mergeCell %s' % m.get('ref'))
                else:
                    got.append((a, m.get('ref')))
        got.sort()
        active = []
        for a, ref in got:
            active = [b for b in active if b[0][2] >= a[0]]
            for b, other in active:
                if a[1] <= b[3] and b[1] <= a[3]:
                    self.say('merge', part, '%s and %s overlap' % (ref, other))
            active.append((a, ref))

    def columns(self, part, root):
        last = 0
        for c in root.iter():
            if isinstance(c.tag, str) and local(c.tag) == 'col' and space(c.tag) in MAIN:
                low, high = number(c.get('min')), number(c.get('max'))
                if not low or not high or low > high or high > COLS or low <= last:
                    self.say('cols', part, 'col %s to %s behind %d' % (c.get('min'), c.get('max'), last))
                last = high or last
                s = number(c.get('style', '0'))
                if s is None or (self.counts['cellXfs'] and s >= self.counts['cellXfs']):
                    self.say('range', part, 'col %s: style %s' % (c.get('min'), c.get('style')))

    def rules(self, part, root):
        for e in root.iter():
            if not isinstance(e.tag, str) or space(e.tag) not in MAIN:
                continue
            name = local(e.tag)
            if name in ('conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError'):
                if not (e.get('sqref') or '').split() and name != 'conditionalFormatting':
                    self.say('ref', part, '%s without a place' % name)
                for r in (e.get('sqref') or '').split():
                    if not area(r):
                        self.say('ref', part, '%s at %s' % (name, r))
            if name in ('hyperlink', 'autoFilter', 'sortState', 'dimension', 'sortCondition') and \
                    not area(e.get('ref')):
                self.say('ref', part, '%s at %s' % (name, e.get('ref')))
            if name == 'cfRule' and e.get('dxfId') is not None and \
                    (number(e.get('dxfId')) is None or number(e.get('dxfId')) >= self.counts['dxfs']):
                self.say('range', part, 'cfRule dxfId %s of %d' % (e.get('dxfId'), self.counts['dxfs']))
            if name in ('sheetView',):
                for s in e:
                    if isinstance(s.tag, str) and local(s.tag) == 'pane' and s.get('topLeftCell') and \
                            not cell(s.get('topLeftCell')):
                        self.say('ref', part, 'pane at %s' % s.get('topLeftCell'))

    # ---- tables, notes, the rest ----------------------------------------------------------------------------

    def table(self, part):
        e = self.root(part)
        if e is None:
            return
        self.walk(part, e)
        a = area(e.get('ref'))
        cols = [c for c in e.iter() if isinstance(c.tag, str) and local(c.tag) == 'tableColumn']
        if not a:
            self.say('ref', part, 'table at %s' % e.get('ref'))
        elif len(cols) != a[3] - a[1] + 1:
            self.say('table', part, '%d columns at %s' % (len(cols), e.get('ref')))
        if a and number(e.get('headerRowCount', '1')) and a[0] == a[2]:
            self.say('table', part, 'no row below its head at %s' % e.get('ref'))
        for what, values in (('id', [c.get('id') for c in cols]),
                             ('name', [(c.get('name') or '').lower() for c in cols])):
            for v, k in collections.Counter(values).items():
                if k > 1:
                    self.say('unique', part, '%d columns with %s %s' % (k, what, v))
        for f in e:
            if isinstance(f.tag, str) and local(f.tag) == 'autoFilter' and a:
                b = area(f.get('ref'))
                if not b or b[:2] != a[:2] or b[3] != a[3] or b[2] > a[2]:
                    self.say('table', part, 'autoFilter %s in %s' % (f.get('ref'), e.get('ref')))

    def all_tables(self):
        ids, names = collections.Counter(), collections.Counter()
        for n in self.parts_of('table+xml'):
            e = self.root(n)
            if e is not None and local(e.tag) == 'table':
                ids[e.get('id')] += 1
                names[(e.get('displayName') or '').lower()] += 1
        for what, counter in (('id', ids), ('displayName', names)):
            for v, k in counter.items():
                if k > 1:
                    self.say('unique', 'tables', '%d tables with %s %s' % (k, what, v))

    def properties(self, part):
        e = self.root(part)
        if e is None:
            return
        pids, names = collections.Counter(), collections.Counter()
        for p in e:
            if local(p.tag) != 'property':
                self.say('order', part, '%s among the properties' % local(p.tag))
                continue
            for a in ('fmtid', 'pid', 'name'):
                if a not in p.attrib:
                    self.say('attr', part, 'property without %s' % a)
            pids[p.get('pid')] += 1
            names[(p.get('name') or '').lower()] += 1
            if (number(p.get('pid')) or 0) < 2:
                self.say('range', part, 'pid %s' % p.get('pid'))
            if len(list(p)) != 1:
                self.say('order', part, 'the property %s has %d values' % (p.get('name'), len(list(p))))
        for what, counter in (('pid', pids), ('name', names)):
            for v, k in counter.items():
                if k > 1:
                    self.say('unique', part, '%d properties with %s %s' % (k, what, v))

    def calc_chain(self, part):
        e = self.root(part)
        if e is None:
            return
        sheet, seen = None, set()
        for c in e:
            if not isinstance(c.tag, str) or local(c.tag) != 'c':
                continue
            sheet = number(c.get('i')) or sheet
            where = self.sheet_ids.get(sheet)
            at = cell(c.get('r'))
            if not where or not at:
                self.say('calc', part, '%s of sheet %s' % (c.get('r'), sheet))
            elif self.norm(where) in self.formulas and at not in self.formulas[self.norm(where)]:
                self.say('calc', part, '%s of sheet %s holds no formula' % (c.get('r'), sheet))
            seen.add((sheet, at))

    def notes_shown(self, sheet):
        """Every note has its box, and the drawing of boxes is the sheet's."""
        relations = self.relations(sheet)
        refs = [cell(c.get('ref')) for kind, t in relations.values() if kind == 'comments' and t and self.has(t)
                for c in (self.root(t).iter() if self.root(t) is not None else [])
                if isinstance(c.tag, str) and local(c.tag) == 'comment']
        if not refs:
            return
        boxes, ids = set(), collections.Counter()
        for kind, t in relations.values():
            if kind != 'vmlDrawing' or not t or not self.has(t):
                continue
            text = self.read(t).decode('utf-8', 'replace')
            ids.update(re.findall(r'<(?:\w+:)?shape\b[^>]*?\bid="([^"]*)"', text))
            for data in re.findall(r'(?s)<(?:\w+:)?ClientData\b.*?</(?:\w+:)?ClientData>', text):
                row = re.search(r'<(?:\w+:)?Row>\s*(\d+)', data)
                col = re.search(r'<(?:\w+:)?Column>\s*(\d+)', data)
                if row and col and 'Note' in data[:200]:
                    boxes.add((int(row.group(1)) + 1, int(col.group(1)) + 1))
        for i, k in ids.items():
            if k > 1:
                self.say('unique', sheet, '%d shapes %s' % (k, i))
        for r in refs:
            if r and r not in boxes:
                self.say('note', sheet, 'the note at row %d column %d has no box' % r)

    def parts_of(self, ending):
        return [n for n in self.names if self.kinds.get(self.norm(n), '').endswith(ending)]

    def main(self, only):
        want = lambda n: only is None or n in only
        self.package()
        for n in self.parts_of('main+xml'):
            self.workbook(n)
        for n in self.parts_of('styles+xml'):
            self.styles(n)
        for n in self.names:
            kind = self.kinds.get(self.norm(n), '')
            rel = re.sub(r'([^/]*)$', r'_rels/\1.rels', n)
            if not want(n) and not (kind.endswith('worksheet+xml') and want(rel)):
                continue
            if kind.endswith('worksheet+xml'):
                self.worksheet(n)
                self.notes_shown(n)
            elif kind.endswith('chartsheet+xml') and self.root(n) is not None:
                self.walk(n, self.root(n))
            elif kind.endswith('comments+xml') and 'threaded' not in kind:
                self.comments(n)
                for s in self.parts_of('worksheet+xml'):
                    if not want(s) and n in [t for _, t in self.relations(s).values()]:
                        self.notes_shown(s)
            elif kind.endswith('table+xml'):
                self.table(n)
            elif kind.endswith('custom-properties+xml'):
                self.properties(n)
            elif kind.endswith('sharedStrings+xml'):
                self.sst(n)
            elif (kind.endswith('+xml') or kind.endswith('/xml')) and not n.endswith('.vml'):
                self.root(n)
        self.all_tables()
        for n in self.parts_of('calcChain+xml'):
            self.calc_chain(n)
        return self.said


def contents(path):
    z = zipfile.ZipFile(path)
    return {i.filename: (i.CRC, i.file_size) for i in z.infolist()}


def complaints(path, only=None):
    return Book(path).main(only)


def new_complaints(before, after):
    """Of the parts that differ: what AFTER has more of than BEFORE."""
    was, now = contents(before), contents(after)
    only = {n for n in now if now[n] != was.get(n)}
    had, has = complaints(before, only), complaints(after, only)
    known, texts = collections.Counter((k, p) for k, p, _ in had), set(had)
    out = []
    for kind, part in sorted({(k, p) for k, p, _ in has}):
        mine = [c for c in has if c[:2] == (kind, part)]
        fresh = [c for c in mine if c not in texts] or mine
        more = len(mine) - known[kind, part]
        out += fresh[:more] if more > 0 else []
    return out


def main(argv):
    if len(argv) not in (2, 3):
        sys.exit('usage: schema.py [BEFORE] AFTER')
    said = new_complaints(argv[1], argv[2]) if len(argv) == 3 else complaints(argv[1])
    for kind, part, text in said:
        print('%s: %s (%s)' % (part, text, kind))
    return 1 if said else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
