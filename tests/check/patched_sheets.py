#!/usr/bin/python3
# patched_sheets.py PATCHED MADE NAME... - whether sheets that were put into a workbook look, to an independent
# reader, as they do in a workbook of their own; and whether the package around them still hangs together.
import posixpath
import sys
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl

warnings.simplefilter("ignore")
path, made, names = sys.argv[1], sys.argv[2], sys.argv[3:]
bad = []


def want(what, got, expected):
    if got != expected:
        bad.append(f"{what}: {got!r}, not {expected!r}")


def local(element):
    return element.tag.rpartition("}")[2]


# ---- the sheets ----------------------------------------------------------------------------------------

def colour(c):
    return (c.type, c.value) if c is not None else None


def look(c):
    f, b, a = c.font, c.border, c.alignment
    sides = [(s.style, colour(s.color) if s.style else None) for s in (b.left, b.right, b.top, b.bottom)]
    ground = colour(c.fill.fgColor) if c.fill.fill_type == "solid" else c.fill.fill_type
    return {"font": (f.name, f.sz, bool(f.b), bool(f.i), bool(f.strike), f.u, colour(f.color)),
            "ground": ground, "lines": sides, "format": c.number_format,
            "place": (a.horizontal, a.vertical, bool(a.wrap_text), a.indent or 0)}


def target(c):
    link = c.hyperlink
    return link and (link.target, link.location)


def note(c):
    return c.comment and (c.comment.text, c.comment.author)


def unmasked(value):  # openpyxl does so in shared strings only
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def compare_cells(name, got, expected):
    want(f"{name}: size", got.dimensions, expected.dimensions)
    for row in expected.iter_rows():
        for c in row:
            g, where = got[c.coordinate], f"{name}!{c.coordinate}"
            want(where, unmasked(g.value), unmasked(c.value))
            want(f"{where} kind", "s" if g.data_type == "inlineStr" else g.data_type, c.data_type)
            want(f"{where} link", target(g), target(c))
            want(f"{where} note", note(g), note(c))
            if not c.has_style or isinstance(g, openpyxl.cell.cell.MergedCell):
                continue
            for what, value in look(c).items():
                want(f"{where} {what}", look(g)[what], value)


def sizes(sheet):
    return ({k: (d.min, d.max, d.hidden or round(d.width, 3)) for k, d in sheet.column_dimensions.items()},
            {k: (round(d.height or 0, 2), d.hidden) for k, d in sheet.row_dimensions.items()
             if d.height or d.hidden})


def lists(sheet):
    return [(v.type, v.formula1, str(v.sqref), v.promptTitle, v.prompt, v.showErrorMessage)
            for v in sheet.data_validations.dataValidation]


def page(sheet):
    p, v = sheet.page_setup, sheet.sheet_view
    return {"paper": (p.paperSize, p.orientation, p.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage),
            "margins": [getattr(sheet.page_margins, k) for k in ("left", "right", "top", "bottom")],
            "footer": (sheet.oddFooter.left.text, sheet.oddFooter.right.text),
            "centred": bool(sheet.print_options.horizontalCentered),
            "on top": sheet.print_title_rows, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
            "grid": v.showGridLines, "breaks": [b.id for b in sheet.row_breaks.brk]}


def tree(z, base, target):
    name = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target))[1:]
    return name, ElementTree.fromstring(z.read(name))


def rich_texts(file, sheet):
    """Cells whose parts have letters of their own: {"B2": [(text, letters)]}."""
    with zipfile.ZipFile(file) as z:
        rels = ElementTree.fromstring(z.read("xl/_rels/workbook.xml.rels"))
        targets = {r.get("Id"): r.get("Target") for r in rels}
        book = ElementTree.fromstring(z.read("xl/workbook.xml"))
        entry = next(e for e in book.iter() if local(e) == "sheet" and e.get("name") == sheet)
        part = tree(z, "xl/workbook.xml", targets[next(v for k, v in entry.items() if k.endswith("}id"))])[1]
        shared = [r.get("Target") for r in rels if r.get("Type").endswith("/sharedStrings")]
        items = list(tree(z, "xl/workbook.xml", shared[0])[1]) if shared else []
    found = {}
    for c in (e for e in part.iter() if local(e) == "c"):
        item = c[0] if c.get("t") == "inlineStr" else items[int(c[0].text)] if c.get("t") == "s" else []
        runs = [r for r in item if local(r) == "r"]
        if runs:
            found[c.get("r")] = [
                ([t.text for t in r if local(t) == "t"][0],
                 sorted((local(x), tuple(x.items())) for p in r if local(p) == "rPr" for x in p
                        if local(x) != "charset")) for r in runs]
    return found


def compare(name, got, expected):
    compare_cells(name, got, expected)
    want(f"{name}: state", got.sheet_state, expected.sheet_state)
    want(f"{name}: sizes", sizes(got), sizes(expected))
    want(f"{name}: merges", sorted(map(str, got.merged_cells.ranges)),
         sorted(map(str, expected.merged_cells.ranges)))
    want(f"{name}: lists", lists(got), lists(expected))
    for what, value in page(expected).items():
        want(f"{name}: {what}", page(got)[what], value)


# ---- the package ---------------------------------------------------------------------------------------

def owner(rels):
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name[:-len(".rels")])


def check_package(z):
    parts = [n for n in z.namelist() if not n.endswith("/")]
    types = ElementTree.fromstring(z.read("[Content_Types].xml"))
    ends = {e.get("Extension").lower() for e in types if local(e) == "Default"}
    given = [e.get("PartName").lstrip("/") for e in types if local(e) == "Override"]
    want("types given twice", sorted(given), sorted(set(given)))
    want("types of parts that are not there", sorted(set(given) - set(parts)), [])
    reached = {"[Content_Types].xml"}
    for name in parts:
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        want(f"who {name} is of", owner(name) == "" or owner(name) in parts, True)
        for r in ElementTree.fromstring(z.read(name)):
            if r.get("TargetMode") == "External":
                continue
            to = posixpath.normpath(posixpath.join("/" + posixpath.dirname(owner(name)), r.get("Target")))[1:]
            reached.add(to)
            want(f"{name} leads to {to}", to in parts, True)
    want("parts that nothing leads to", sorted(set(parts) - reached), [])
    want("parts without a type", [p for p in parts if p not in given and p.rpartition(".")[2].lower() not in ends
                                  and p != "[Content_Types].xml"], [])


def check_workbook(z):
    main = next(r.get("Target").lstrip("/") for r in ElementTree.fromstring(z.read("_rels/.rels"))
                if r.get("Type").endswith("/officeDocument"))
    root = ElementTree.fromstring(z.read(main))
    sheets = [e for e in root.iter() if local(e) == "sheet"]
    ids = [e.get("sheetId") for e in sheets]
    want("sheet ids", len(set(ids)), len(ids))
    for e in root.iter():
        if local(e) == "workbookView":
            active = int(e.get("activeTab", 0))
            want("the sheet that shows", active < len(sheets) and sheets[active].get("state", "visible"), "visible")
        if local(e) == "definedName" and e.get("localSheetId"):
            want(f"sheet of {e.get('name')}", int(e.get("localSheetId")) < len(sheets), True)


def check_styles(z):
    for name in z.namelist():
        if not name.endswith("styles.xml"):
            continue
        for e in ElementTree.fromstring(z.read(name)):
            if e.get("count"):
                want(f"count of {local(e)}", int(e.get("count")), len(e))


with zipfile.ZipFile(path) as archive:
    want("a sound archive", archive.testzip(), None)
    check_package(archive)
    check_workbook(archive)
    check_styles(archive)
got, expected = openpyxl.load_workbook(path), openpyxl.load_workbook(made)
for n in names:
    want(f"sheet {n}", n in got.sheetnames, True)
    if n in got.sheetnames:
        compare(n, got[n], expected[n])
        want(f"{n}: texts in parts", rich_texts(path, n), rich_texts(made, n))
for line in bad:
    print(f"{path}: {line}")
sys.exit(1 if bad else 0)
