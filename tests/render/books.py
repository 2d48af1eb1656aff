#!/usr/bin/python3
# books.py - whether printed workbooks show all that they hold.
#   free IN OUT             copies without heights of rows, for LibreOffice to measure
#   check IN PDF MEASURED   the books, what was printed of them, the copies as LibreOffice measured them
#
# Where a text is cut, the PDF often has all of it: the heights are compared, too. LibreOffice only
# measures rows that came out of a file which is not its own, so the copies go through a .fods.
import collections
import datetime
import glob
import os
import re
import subprocess
import sys
import unicodedata
import warnings

import openpyxl

warnings.simplefilter("error")
LEAST = 15.0  # points of a row that nobody has measured
SLACK = 0.6   # points that fonts may differ in
MANY_PAGES = ("long-", "two-", "report-")  # all else is a map, which prints on one page


def free(source, target):
    os.makedirs(target, exist_ok=True)
    for path in glob.glob(f"{source}/*.xlsx"):
        book = openpyxl.load_workbook(path)
        for sheet in book:
            for row in sheet.row_dimensions.values():
                row.height = None
        book.save(f"{target}/{os.path.basename(path)}")


def bare(text):  # as it can be compared: PDFs have ligatures, break lines anywhere, and know no faces
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and c < "\U0001f000" and
                   unicodedata.category(c) not in ("Cf", "Cc", "Mn"))


def shown(cell):  # None: a format of the user's own, which is not ours to read
    value = cell.value
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d") if cell.number_format == "yyyy-mm-dd" else None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return f"{value:.10g}" if cell.number_format == "General" else None
    return value if isinstance(value, str) else None


def pages_of(pdf):
    out = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    return [bare(p) for p in out.stdout.decode().split("\f")]


def texts(book, pages):
    # Each text as often as cells hold it; one that goes on on the next page is found there.
    printed = "".join(pages)
    cells = collections.defaultdict(list)
    for sheet in book:
        for row in sheet.iter_rows() if sheet.sheet_state == "visible" else []:
            for c in row:
                text = shown(c)
                if text and bare(text):
                    cells[bare(text)].append(f"{sheet.title}!{c.coordinate}")
    for text, at in cells.items():
        found = printed.count(text)
        if found < len(at) and not all(part in printed for part in halves(text)):
            yield f"{', '.join(at[:4])}: printed {found} of {len(at)} times: {text[:60]}"
    if "###" in printed and not any("###" in t for t in cells):
        yield "a number is wider than its column: ###"


def halves(text):
    # Where a page ends in a cell: its beginning and its end, which leave out a line between.
    return (text[:60], text[-60:]) if len(text) > 200 else (text,)


def across(book, pages):
    # What stands side by side in a row is printed side by side.
    for sheet in book:
        if sheet.sheet_state != "visible":
            continue
        setup = sheet.page_setup
        if not sheet.sheet_properties.pageSetUpPr.fitToPage or setup.fitToWidth not in (None, 1):
            yield f"{sheet.title}: not one page wide"
        for row in sheet.iter_rows():
            short = [bare(t) for t in map(shown, row) if t and len(t) < 80]
            if len(short) > 1 and not any(all(t in p for t in short) for p in pages):
                yield f"{sheet.title}!{row[0].row}: its cells are not on one page"


def heights(book, measured):
    for sheet in book:
        tall = {r for m in sheet.merged_cells.ranges for r in range(m.min_row, m.max_row + 1)
                if m.max_row > m.min_row}
        for number, row in measured[sheet.title].row_dimensions.items():
            ours = sheet.row_dimensions[number].height or LEAST
            if row.height and number not in tall and row.height > ours + SLACK:
                yield f"{sheet.title}!{number}: {ours:g} points high; its text needs {row.height:g}"


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def one_page(book, pages):
    # A map is one picture: all of it is on the first page, in letters that can be read.
    sheet = book.worksheets[0]
    missing = [c.coordinate for row in sheet.iter_rows() for c in row
               if shown(c) and bare(shown(c)) not in pages[0]]
    if missing:
        yield f"{sheet.title}: not on one page: {', '.join(missing[:4])}"


def widths(sheet):
    return {k: d.width for d in sheet.column_dimensions.values() for k in range(d.min, d.max + 1)}


def links(book):
    # LibreOffice shows a text with a link on one line, whatever it holds.
    for sheet in book:
        wide = widths(sheet)
        merged = {(m.min_row, m.min_col): m for m in sheet.merged_cells.ranges}
        for c in (c for row in sheet.iter_rows() for c in row if c.hyperlink and shown(c)):
            m = merged.get((c.row, c.column))
            room = sum(wide.get(k, 8) for k in range(c.column, (m.max_col if m else c.column) + 1))
            if "\n" in c.value or columns(c.value) > room:
                yield f"{sheet.title}!{c.coordinate}: has a link and more than one line: {c.value[:40]!r}"


def check(source, pdf, measured):
    bad = n = 0
    for path in sorted(glob.glob(f"{source}/*.xlsx")):
        name = os.path.basename(path)[:-5]
        book = openpyxl.load_workbook(path)
        said = []
        try:
            pages = pages_of(f"{pdf}/{name}.pdf")
            said += texts(book, pages)
            said += across(book, pages)
            said += links(book)
            said += one_page(book, pages) if not name.startswith(MANY_PAGES) else []
            said += heights(book, openpyxl.load_workbook(f"{measured}/{name}.xlsx"))
        except (OSError, subprocess.CalledProcessError) as e:
            said.append(f"not converted: {e}")
        for s in said:
            print(f"{name}: {s}", file=sys.stderr)
        bad += len(said)
        n += 1
    print(f"{n} workbooks, {bad} complaints")
    return 1 if bad or not n else 0


if __name__ == "__main__":
    sys.exit({"free": free, "check": check}[sys.argv[1]](*sys.argv[2:]))
