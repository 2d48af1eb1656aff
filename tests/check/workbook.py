#!/usr/bin/python3
# workbook.py FILE en|ja - what an independent reader sees in the book of tests/unit/sheet/sample_book.h.
import sys
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.styles.colors import Color

warnings.simplefilter("error")
path, lang = sys.argv[1:3]
ja = lang == "ja"
bad = []
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def want(what, got, expected):
    if got != expected:
        bad.append(f"{what}: {got!r}, not {expected!r}")


def check(what, ok):
    if not ok:
        bad.append(what)


book = openpyxl.load_workbook(path)
names = ["before", "ジャーニーマップ" if ja else "Journey map", "使い方" if ja else "Guide"]
want("sheets", book.sheetnames, names)
want("hidden", [s.sheet_state for s in book], ["hidden", "visible", "visible"])
want("the sheet that shows", book.active.title, names[1])
want("text like a formula", (book["before"]["A1"].value, book["before"]["A1"].data_type), ("=1+1", "s"))
want("created", book.properties.created.isoformat()[:10], "2000-01-01")
want("modified", book.properties.modified.isoformat()[:10], "2000-01-01")
with zipfile.ZipFile(path) as z:
    check("a sound archive", z.testzip() is None)
    custom = {p.get("name"): p[0].text for p in ElementTree.fromstring(z.read("docProps/custom.xml"))}
want("properties", custom, {"cjmap.format": "1", "cjmap.lang": lang})

m = book[names[1]]
font = "游ゴシック" if ja else "Arial"
for row in m.iter_rows():
    for c in row:
        if c.value is not None:
            want(f"font of {c.coordinate}", c.font.name, font)
            check(f"{c.coordinate} is not wrapped",
                  c.alignment.wrap_text or c.coordinate in ("A1", "A20"))
            check(f"{c.coordinate} has a low row", (m.row_dimensions[c.row].height or 15) >= 15)
want("bold", [m[a].font.b for a in ("A1", "A4", "B4", "A5", "B5")], [True, True, True, True, False])
check("a bigger title", m["A1"].font.sz > m["B5"].font.sz)
check("a filled header", m["B4"].fill.fill_type == "solid" and m["B4"].fill.fgColor != Color("00000000"))
check("samples in italics", m["B8"].font.i and m["B8"].font.color.rgb == "FF666666")
want("lines", [m[a].border.left.style for a in ("B5", "A1")], ["thin", None])
want("top", m["B5"].alignment.vertical, "top")
want("centred", m["B7"].alignment.horizontal, "center")
check("row 6 shows its text", m.row_dimensions[6].height > 60)
want("widths", [round(m.column_dimensions[c].width) for c in "AB"], [19, 31])
want("frozen", m.freeze_panes, "B5")
want("merged", [str(r) for r in m.merged_cells.ranges], ["B2:E2"])
want("score", m["B7"].value, -1)
want("date", m["C22"].value.isoformat(), "2025-03-14T00:00:00")
want("filter", m.auto_filter.ref, "A21:D22")
want("page", (m.page_setup.orientation, int(m.page_setup.paperSize), m.page_setup.fitToWidth,
              m.page_setup.fitToHeight, m.sheet_properties.pageSetUpPr.fitToPage),
     ("landscape", 8, None, None, True))  # one page wide and, being short, one high: the default
guide = book[names[2]]
want("the Guide's page", (guide.page_setup.orientation, int(guide.page_setup.paperSize)), ("portrait", 9))
want("repeated", m.print_title_rows, "$4:$4")
check("page numbers", "&P" in (m.oddFooter.right.text or ""))

lists = {str(v.sqref): v for v in m.data_validations.dataValidation}
words = '"事実,仮説,未確認"' if ja else '"fact,assumption,""quoted"""'
want("lists", sorted(lists), ["B22:B41", "E22:E41"])
want("list", lists["B22:B41"].formula1, words)
want("list of cells", lists["E22:E41"].formula1, "$B$4:$E$4")
with zipfile.ZipFile(path) as z:  # openpyxl takes an alert that is not there for one that is
    for v in ElementTree.fromstring(z.read("xl/worksheets/sheet2.xml")).iter(MAIN + "dataValidation"):
        want("alert", (v.get("type"), v.get("showErrorMessage", "0"), v.get("showInputMessage")),
             ("list", "0", "1"))
want("hint", lists["B22:B41"].promptTitle, "種別" if ja else "Kind")
check("a hint", lists["B22:B41"].prompt)

want("note", (m["B4"].comment.text, m["B4"].comment.author), ("a\n b", "CS"))
check("notes have room", m["A22"].comment.width > 100 and m["A22"].comment.height > 20)
link = m["D22"].hyperlink
want("link", (link.target, link.location), ("https://example.com/log?a=1", "top"))
want("text of the link", m["D22"].value, "サポート履歴" if ja else "Support log")
inner = book[names[2]]["A3"].hyperlink
want("inner link", (inner.target, inner.location), (None, "ジャーニーマップ!B5" if ja else "'Journey map'!B5"))

want("charts", len(m._charts), 1)
chart = m._charts[0]
want("kind of chart", type(chart).__name__, "LineChart")
want("lines of the chart", len(chart.series), 1)
quoted = f"'{names[1]}'"
want("values", chart.series[0].val.numRef.f, f"{quoted}!$B$7:$E$7")
want("labels", chart.series[0].cat.strRef.f, f"{quoted}!$B$4:$E$4")
check("markers", chart.series[0].marker.symbol == "circle")
at = chart.anchor
want("the chart lies over", ((at._from.row, at._from.col), (at.to.row, at.to.col)), ((8, 1), (18, 5)))

for b in bad:
    print(f"{path} ({lang}): {b}", file=sys.stderr)
sys.exit(1 if bad else 0)
