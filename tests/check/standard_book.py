# standard_book.py - what a workbook in the standard form must be like, seen by openpyxl.
import re
import unicodedata
import zipfile
from xml.etree import ElementTree

from openpyxl.utils import get_column_letter, range_boundaries

from standard_words import FAMILIES, SHEETS, canonical, day, fold, label, number, synonyms

LISTS = {"evidence": ["type"], "kpi": ["phase", "direction", "owner", "frequency"],
         "actions": ["phase", "owner", "status", "priority", "decision"], "history": ["kind"]}
DATES = {"evidence": ["date"], "actions": ["due"], "history": ["date"]}
NUMBERS = {"evidence": ["n"], "kpi": ["baseline", "target"]}
ISO = re.compile(r"^yyyy-mm-dd(;@)?$")
SMALL = {"--from", "minimal", "basic", "nng"}
PERIOD = re.compile(r"^(\d{4}|\d{2}|FY\d+)\D{0,2}([1-4]?Q[1-4]?|\d{1,2})|^\d{4}")


FEELINGS = {fold(word) for name, word in synonyms if name in ("elem.sentiment", "elem.emotion", "elem.mind")}


def units(text):
    return len(text.encode("utf-16-le")) // 2


def filled(sheet):
    return [c for row in sheet.iter_rows() for c in row if c.value is not None]


class Standard:
    """The checks of one workbook; `bad` is what is wrong with it."""

    def __init__(self, path, book, template=None, maps=1):
        """`template`: the arguments of cjtemplate; small ones have the tables that they ask for."""
        self.path, self.book, self.bad, self.template, self.n_maps = path, book, [], template, maps
        self.whole = maps == 1 and (template is None or not SMALL.intersection(template))
        with zipfile.ZipFile(path) as z:
            self.parts = {n: z.read(n) for n in z.namelist()}
        self.custom = self.properties()
        self.lang = self.custom.get("cjmap.lang", "")
        self.maps = book.worksheets[:maps]
        self.names_of = {k: self.sheet_name(k) for k in SHEETS}
        self.tables = {k: book[n] for k, n in self.names_of.items() if n in book.sheetnames[maps:]}

    def check(self, ok, what, cell=None):
        if not ok:
            self.bad.append(f"{cell.parent.title}!{cell.coordinate}: {what}" if cell is not None else what)

    def sheet_name(self, kind):
        name = label("sheet." + kind, self.lang)
        return "Change log" if name == "History" else name  # Excel keeps that name for itself

    def properties(self):
        xml = ElementTree.fromstring(self.parts.get("docProps/custom.xml", b"<none/>"))
        return {p.get("name"): p[0].text for p in xml}

    def run(self):
        self.check(self.lang in ("ja", "en"), "no cjmap.lang")
        self.document()
        self.sheets()
        for sheet in self.book.worksheets:
            self.every_sheet(sheet)
            self.apart(sheet)
        for sheet in self.maps:
            self.grid(sheet)
        for kind in LISTS:
            if kind in self.tables:
                self.table(kind, self.tables[kind])
        if "kpi" in self.tables:
            self.kpi_charts(self.tables["kpi"])
        return self.bad

    # ---- the file ----

    def document(self):
        self.check(self.custom.get("cjmap.format") == "1", "cjmap.format is not 1")
        self.check(bool(self.custom.get("cjmap.id")) or not self.template, "a template without cjmap.id")
        core = self.book.properties
        self.check(str(core.created)[:10] == str(core.modified)[:10] == "2000-01-01", "dates of the document")

    def sheets(self):
        names = self.book.sheetnames
        ours = list(self.names_of.values())
        there = [n for n in names[self.n_maps:] if n in ours]
        if self.n_maps == 1:
            self.check(names[0] == ours[0], f"the first sheet is {names[0]}")
        self.check(there == [n for n in ours if n in there], f"order of the sheets {names}")
        for kind in ("persona", "evidence", "kpi", "actions", "history"):
            self.check(not self.whole or kind in self.tables, f"no sheet {kind}")
        self.check("guide" in self.tables, "no guide")
        self.check(self.book.active.title == names[0], "another sheet shows first")

    # ---- every sheet ----

    def every_sheet(self, sheet):
        ours = sheet in self.maps or sheet in self.tables.values()
        font = "游ゴシック" if self.lang == "ja" else "Arial"
        for c in filled(sheet):
            text = c.value if isinstance(c.value, str) else ""
            self.check(units(text) <= 32767, "more than 32,767 units", c)
            self.check(c.data_type != "f", "a formula", c)
            self.check(c.font.name == font or not ours, f"font {c.font.name}", c)
            self.check(c.alignment.wrap_text or not ours or len(text) < 30 or c.row == 1, "is not wrapped", c)
            if c.is_date and ours:
                self.check(ISO.match(c.number_format), f"a date shown as {c.number_format}", c)
        for c in (c for row in sheet.iter_rows() for c in row if c.hyperlink):
            self.link(sheet, c)
        for v in sheet.data_validations.dataValidation:
            self.choice(sheet, v)
        if ours:
            self.paper(sheet)

    def paper(self, sheet):
        """One page wide; one page high only where the letters can still be read; narrow sheets stand upright."""
        setup = sheet.page_setup
        wide = sum(d.width * 7 + 5 for d in sheet.column_dimensions.values() for _ in range(d.min, d.max + 1)
                   if d.min <= sheet.max_column)
        high = sum((sheet.row_dimensions[r].height or 15) / 0.75 for r in range(1, sheet.max_row + 1))
        across = setup.orientation == "landscape"
        room = {"8": (1510, 1016), "9": (1045, 687) if across else (716, 1016)}[str(setup.paperSize)]
        scale = min(room[0] / wide, room[1] / high, 1)
        self.check(across or wide <= 850, f"{sheet.title} is not landscape")
        self.check(sheet.sheet_properties.pageSetUpPr.fitToPage, f"{sheet.title} is not fitted to pages")
        self.check(setup.fitToWidth in (None, 1), f"{sheet.title} is not one page wide")
        self.check(setup.fitToHeight == 0 or scale >= 0.5, f"{sheet.title} is pressed on one page, to {scale:.0%}")

    def apart(self, sheet):
        """No chart lies over a text or another chart; no cell has two lists."""
        boxes = []
        for chart in sheet._charts:
            a, b = chart.anchor._from, chart.anchor.to
            boxes.append((a.row + 1, a.col + 1, b.row + (b.rowOff > 0), b.col + (b.colOff > 0)))
        over = [c.coordinate for c in filled(sheet) for r1, c1, r2, c2 in boxes
                if r1 <= c.row <= r2 and c1 <= c.column <= c2]
        self.check(not over, f"{sheet.title}: a chart covers {over}")
        ranges = [r.bounds for v in sheet.data_validations.dataValidation for r in v.sqref.ranges]
        ranges = [(r1, c1, r2, c2) for c1, r1, c2, r2 in ranges]
        for what, all_of in (("charts", boxes), ("lists", ranges)):
            for i, a in enumerate(all_of):
                for b in all_of[:i]:
                    self.check(a[0] > b[2] or b[0] > a[2] or a[1] > b[3] or b[1] > a[3],
                               f"{sheet.title}: {what} over each other: {a} {b}")

    def link(self, sheet, c):
        to = c.hyperlink.location
        if not to:
            return
        m = re.match(r"^(?:'((?:[^']|'')+)'|([^!']+))!\$?([A-Z]+)\$?(\d+)$", to)
        name = (m.group(1) or m.group(2)).replace("''", "'") if m else None
        if name not in self.book.sheetnames:
            return self.check(False, f"a link to nowhere: {to}", c)
        there = self.book[name][m.group(3) + m.group(4)].value
        here = c.value
        evidence = self.tables.get("evidence")
        if evidence is not None and self.book[name] is evidence and sheet in self.maps:
            refs = re.findall(r"E\d+", unicodedata.normalize("NFKC", str(here)))
            self.check(str(there) in refs, f"the link leads to {there!r}", c)
        elif sheet is evidence:
            refs = re.findall(r"E\d+", unicodedata.normalize("NFKC", str(there)))
            self.check(str(here) in refs, f"the link leads back to {there!r}", c)

    def choice(self, sheet, v):
        where = f"{sheet.title}!{v.sqref}"
        self.check(units(v.prompt or "") <= 255, f"{where}: a hint of {units(v.prompt or '')} units")
        self.check(units(v.promptTitle or "") <= 32, f"{where}: a long title of a hint")
        if v.type != "list":
            return
        words = self.words(v)
        self.check(len(words) > 1 and all(words), f"{where}: the list is {words}")
        self.check(not v.formula1.startswith('"') or units(v.formula1) <= 257,
                   f"{where}: a list of {units(v.formula1)} units")
        self.check(len(set(words)) == len(words), f"{where}: words twice: {words}")

    def words(self, v):
        if v.formula1.startswith('"'):
            return v.formula1[1:-1].replace('""', '"').split(",")
        name, cells = v.formula1.lstrip("=").rsplit("!", 1)
        sheet = self.book[name.strip("'").replace("''", "'")]
        return [c.value for row in sheet[cells.replace("$", "")] for c in (row if isinstance(row, tuple) else [row])]

    # ---- the grid ----

    def has_tables(self, sheet):
        names = {f"{mark}{label(f'sheet.{k}', lang)}" for mark, lang in (("■", "ja"), ("# ", "en"))
                 for k in ("persona", "evidence", "kpi", "actions", "history")}
        return any(row[0].value in names for row in sheet.iter_rows(max_col=1))

    def grid(self, sheet):
        at = sheet.freeze_panes
        if not at:
            return self.check(False, f"{sheet.title}: nothing is frozen")
        body = sheet[at]
        head, first, across = body.row - 1, body.column, self.is_across(sheet, body)
        corner = sheet.cell(head, first - 1)
        self.check(bool(corner.value), "no frozen pane at the grid's corner", corner)
        self.check(int(sheet.page_setup.paperSize) == 8 and sheet.page_setup.orientation == "landscape",
                   f"{sheet.title} is not A3 across")
        rows = sheet.print_title_rows
        if self.has_tables(sheet):  # over their pages the names of phases would be wrong
            self.check(rows is None, f"{sheet.title}: repeats {rows}")
        else:
            self.check(rows and re.match(rf"^\$\d+:\${head}$", rows), f"{sheet.title}: repeats {rows}")
        last = self.last_row(sheet, body)
        for m in sheet.merged_cells.ranges:
            self.check(m.max_row < head or m.min_row > last, f"{sheet.title}: merged in the grid: {m}")
        labels = [sheet.cell(r, first - 1) for r in range(body.row, last + 1)] if across else \
            [c for c in sheet[head][first - 1:] if c.value]
        elements = {fold(label(n, self.lang)): n for n in self.names("elem.")}
        for c in labels:
            name = elements.get(fold(str(c.value)))
            self.check(not name or c.comment, f"no example for {c.value}", c)
        if across:
            self.owner_list(sheet, labels, first)
            self.curve(sheet, labels, head, first)

    def is_across(self, sheet, body):
        return fold(str(sheet.cell(body.row - 1, body.column - 1).value)) != fold(label("axis.phase", self.lang))

    def names(self, family):
        return [n for n, lang in canonical if lang == self.lang and n.startswith(family)]

    def last_row(self, sheet, body):
        row = body.row
        while sheet.cell(row + 1, body.column - 1).value is not None:
            row += 1
        return row

    def owner_list(self, sheet, labels, first):
        lists = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
        for c in labels:
            if c.value == label("elem.owner", self.lang):
                self.check(any(f"{get_column_letter(first)}{c.row}" in v.sqref for v in lists), "no list of owners", c)

    def curve(self, sheet, labels, head, first):
        last = first
        while sheet.cell(head, last + 1).value is not None:
            last += 1
        want = []
        for c in labels:
            values = [sheet.cell(c.row, k).value for k in range(first, last + 1)]
            values = [v for v in values if v is not None]
            feels = fold(str(c.value).split(" (")[0].split("（")[0]) in FEELINGS
            if feels and len(values) > 1 and all(isinstance(v, (int, float)) for v in values):
                want.append((self.range(sheet, c.row, first, c.row, last),
                             self.range(sheet, head, first, head, last), self.range(sheet, c.row, first - 1)))
        got = [self.series(s) for chart in sheet._charts for s in chart.series]
        got = [s for s in got if s[0][1] <= labels[-1].row]
        self.check(got == want, f"{sheet.title}: charts of {got}, not {want}")

    def range(self, sheet, row1, col1, row2=None, col2=None):
        return sheet.title, row1, col1, row2 or row1, col2 or col1

    def series(self, s):
        def place(f):
            name, cells = f.rsplit("!", 1)
            c1, r1, c2, r2 = range_boundaries(cells.replace("$", ""))
            return name.strip("'").replace("''", "'"), r1, c1, r2, c2
        return tuple(place(f) for f in (s.val.numRef.f, (s.cat.strRef or s.cat.numRef).f, s.tx.strRef.f))

    # ---- tables ----

    def columns(self, kind, sheet):
        names = {label(n, self.lang): n.split(".")[1] for n in reversed(self.names(FAMILIES[kind] + "."))}
        return {names.get(c.value, c.value): c for c in reversed(sheet[1]) if c.value is not None}

    def table(self, kind, sheet):
        columns = self.columns(kind, sheet)
        choices = sheet.data_validations.dataValidation
        self.check(sheet.freeze_panes in ("A2", "B2"), f"{sheet.title}: frozen at {sheet.freeze_panes}")
        self.check(sheet.print_title_rows == "$1:$1", f"{sheet.title}: repeats {sheet.print_title_rows}")
        self.check(not sheet.merged_cells.ranges, f"{sheet.title}: merged cells")
        for field in LISTS[kind]:
            c = columns.get(field)
            if c is None:
                self.check(False, f"{sheet.title}: no column {field}")
                continue
            column, end = c.column_letter, max(sheet.max_row, 2)
            mine = [v for v in choices if v.type == "list" and f"{column}2" in v.sqref and f"{column}{end}" in v.sqref]
            self.check(len(mine) == 1, f"no list of {field} over all records", c)
            if field == "phase" and mine and self.n_maps == 1:
                self.check(self.words(mine[0]) == self.phases(), f"phases to choose: {self.words(mine[0])}", c)
        for field, c in columns.items():
            hint = [v for v in choices if f"{c.column_letter}2" in v.sqref and v.prompt]
            self.check(hint or field == c.value or field in ("owner",), f"no hint for {field}", c)
        for field in DATES.get(kind, []):
            for c in self.below(sheet, columns.get(field)):
                self.check(isinstance(c.value, str) and not day(c.value) or c.is_date, f"{c.value!r} is no date", c)
        periods = [f for f, c in columns.items() if kind == "kpi" and f == c.value and PERIOD.match(str(f))]
        for field in NUMBERS.get(kind, []) + periods:
            for c in self.below(sheet, columns.get(field)):
                self.check(isinstance(c.value, (int, float)) or number(c.value) is None and
                           not re.match(r"^-?[\d.]+ ?(%|％)$", c.value), f"{c.value!r} is no number", c)

    def below(self, sheet, head):
        if head is None:
            return []
        return [c for (c,) in sheet.iter_rows(min_row=2, min_col=head.column, max_col=head.column)
                if c.value is not None]

    def phases(self):
        sheet = self.maps[0]
        body = sheet[sheet.freeze_panes]
        if self.is_across(sheet, body):
            return [c.value for c in sheet[body.row - 1][body.column - 1:] if c.value is not None]
        return [sheet.cell(r, body.column - 1).value for r in range(body.row, self.last_row(sheet, body) + 1)]

    def kpi_charts(self, sheet):
        columns = self.columns("kpi", sheet)
        periods = [c.column for f, c in columns.items() if PERIOD.match(str(c.value)) or f == "actual"]
        want = set()
        if periods and "name" in columns:
            for r in range(2, sheet.max_row + 1):
                if any(isinstance(sheet.cell(r, k).value, (int, float)) for k in periods):
                    want.add((self.range(sheet, r, min(periods), r, max(periods)),
                              self.range(sheet, 1, min(periods), 1, max(periods)),
                              self.range(sheet, r, columns["name"].column)))
        got = [self.series(s) for chart in sheet._charts for s in chart.series]
        self.check(len(got) == len(set(got)) and set(got) == want,
                   f"{sheet.title}: charts of {sorted(got)}, not {sorted(want)}")
