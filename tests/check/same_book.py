#!/usr/bin/python3
# same_book.py - whether two workbooks are the same but for named cells: `same_book.py BEFORE AFTER
# [--except SHEET!A1[=TEXT]]...`. Seen three ways: the archive's members byte for byte, the sheet's part as XML,
# and all that openpyxl knows of both (where it can open BEFORE).
import re
import struct
import sys
import warnings
import zipfile
from xml.etree import ElementTree as ET

import schema

# ---- the archive ---------------------------------------------------------------------------------------------


def members(path):
    """Each member in the archive's order: name, flags, method, compressed bytes."""
    out = []
    with open(path, 'rb') as f, zipfile.ZipFile(f) as z:
        for i in sorted(z.infolist(), key=lambda i: i.header_offset):
            f.seek(i.header_offset + 26)
            name, extra = struct.unpack('<HH', f.read(4))
            f.seek(name + extra, 1)
            out.append((i.orig_filename, i.flag_bits, i.compress_type, f.read(i.compress_size)))
    return out


def zip_differences(before, after):
    """Names of the members that are not the same bytes; complaints about the order of those that stay."""
    was, now = members(before), members(after)
    had, has = [m[0] for m in was], [m[0] for m in now]
    stay = [n for n in had if n in has]
    said = []
    if [n for n in has if n in had] != stay:
        said.append('the members are in another order')
    old = {m[0]: m for m in was}
    changed = [m[0] for m in now if m[0] in old and (m[2:] != old[m[0]][2:])]
    return changed, [n for n in has if n not in had], [n for n in had if n not in has], said


# ---- one part as XML ------------------------------------------------------------------------------------------


def line(depth, e, without=()):
    text = e.text or ''
    attrs = {k: v for k, v in e.attrib.items() if k not in without}
    return depth, str(e.tag), sorted(attrs.items()), text if text.strip() or str(e.tag).endswith('}t') else ''


def plain(e, out, depth=1):
    for c in e:
        out.append(line(depth, c, ('ref',) if str(c.tag).endswith('}dimension') else ()))
        plain(c, out, depth + 1)


def plain_rows(data, ref, out):
    """Rows and cells, which need not say where they are, without the one at `ref`; a row that holds nothing else
    counts as none."""
    row = 0
    for r in data:
        row, col, cells = schema.number(r.get('r')) or row + 1, 0, []
        for c in r:
            at = schema.cell(c.get('r')) or (row, col + 1)
            col = at[1]
            if at != ref:
                cells.append(line(3, c))
                plain(c, cells, 4)
        if cells or row != ref[0] or set(r.attrib) - {'r', 'spans'}:
            out.append((2, row) + line(2, r, ('r', 'spans'))[1:])
            out += cells


def plain_part(root, ref):
    """A sheet's part as lines, without that cell."""
    out = [line(0, root)]
    for c in root:
        if str(c.tag).endswith('}sheetData'):
            plain_rows(c, ref, out)
        else:
            out.append(line(1, c, ('ref',) if str(c.tag).endswith('}dimension') else ()))
            plain(c, out, 2)
    return out


def part_differences(before, after, part, ref):
    trees = []
    for path in (before, after):
        with zipfile.ZipFile(path) as z:
            name = {n.orig_filename: n for n in z.infolist()}[part]
            trees.append(plain_part(ET.fromstring(z.read(name)), ref))
    if trees[0] == trees[1]:
        return []
    for a, b in zip(*trees):
        if a != b:
            return ['%s: %s became %s' % (part, str(a)[:160], str(b)[:160])]
    return ['%s: %d elements became %d' % (part, len(trees[0]), len(trees[1]))]


def only_calc_differs(before, after, part):
    kinds = []
    for path in (before, after):
        with zipfile.ZipFile(path) as z:
            root = ET.fromstring(z.read(part))
        kinds.append([ET.tostring(c) for c in root if schema.local(c.tag) != 'calcPr'] +
                     [sorted(root.attrib.items())])
    return kinds[0] == kinds[1]


# ---- what openpyxl sees ---------------------------------------------------------------------------------------


def only_a_heading_differs(before, after, part):
    """A table's column is called as its heading is."""
    lines = []
    for path in (before, after):
        with zipfile.ZipFile(path) as z:
            root = ET.fromstring(z.read(part))
        lines.append([])
        plain(root, lines[-1])
    differ = [(a, b) for a, b in zip(*lines) if a != b]
    return len(lines[0]) == len(lines[1]) and len(differ) <= 1 and \
        all(a[1].endswith('}tableColumn') for a, _ in differ)


def style(cell, cache):
    if cell._style is None:
        return ''
    key = tuple(cell._style)
    if key not in cache:
        cache[key] = repr((cell.font, cell.fill, cell.border, cell.number_format, cell.alignment,
                           cell.protection))
    return cache[key]


def around(ws):
    """What a sheet has beside its cells, by name."""
    out = {
        'state': ws.sheet_state,
        'merges': sorted(str(r) for r in ws.merged_cells.ranges),
        'heights': {k: (d.height, d.hidden, d.outlineLevel, d.s) for k, d in ws.row_dimensions.items()
                    if d.height is not None or d.hidden or d.outlineLevel or d.s},
        'widths': {k: (d.width, d.hidden, d.min, d.max, d.outlineLevel, d._style)
                   for k, d in ws.column_dimensions.items()},
        'validations': repr(ws.data_validations.dataValidation),
        'formats': [(str(k.sqref), [repr(r) for r in v])
                    for k, v in ws.conditional_formatting._cf_rules.items()],
        'tables': {k: repr(t) for k, t in ws.tables.items()},
        'filter': repr(ws.auto_filter), 'panes': ws.freeze_panes, 'views': repr(ws.views),
        'page': repr((ws.page_setup, ws.page_margins, ws.print_options)),
        'headers': [(p.text, p.font, p.size, p.color) for h in (ws.oddHeader, ws.oddFooter, ws.evenHeader,
                                                                ws.evenFooter, ws.firstHeader, ws.firstFooter)
                    for p in (h.left, h.center, h.right)],
        'print': (ws.print_area, ws.print_title_rows, ws.print_title_cols),
        'breaks': repr((ws.row_breaks, ws.col_breaks)),
        'protection': repr(ws.protection), 'properties': repr(ws.sheet_properties),
        'format': repr(ws.sheet_format), 'charts': len(ws._charts), 'pictures': len(ws._images),
    }
    return out


def cell_facts(c, cache):
    link = c.hyperlink
    return {
        'value': (c.data_type, repr(c.value)), 'style': style(c, cache),
        'note': (c.comment.text, c.comment.author) if c.comment else None,
        'link': (link.ref, link.target, link.location, link.tooltip) if link else None,
    }


def sheet_differences(a, b, name, excepted, caches):
    said = []
    for what, was in around(a).items():
        now = around(b)[what]
        if was != now:
            said.append('%s: %s: %s became %s' % (name, what, str(was)[:120], str(now)[:120]))
    for at in sorted(set(a._cells) | set(b._cells)):
        x, y = a._cells.get(at), b._cells.get(at)
        free = excepted.get((name, at), ())
        if x is None or y is None:
            if 'value' not in free:
                said.append('%s: a cell at %s' % (name, at))
            continue
        was, now = cell_facts(x, caches[0]), cell_facts(y, caches[1])
        for what in was:
            if was[what] != now[what] and what not in free:
                said.append('%s %s: %s %s became %s' % (name, at, what, str(was[what])[:120],
                                                        str(now[what])[:120]))
    return said


def load(path):
    import openpyxl
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return openpyxl.load_workbook(path)


def book_differences(before, after, excepted):
    """`excepted` has (sheet, (row, col)) -> what may differ there: value style note link."""
    a, b = load(before), load(after)
    said = []
    if a.sheetnames != b.sheetnames:
        return ['the sheets %s became %s' % (a.sheetnames, b.sheetnames)]
    if [repr(n) for n in a.defined_names.definedName] != [repr(n) for n in b.defined_names.definedName]:
        said.append('the names differ')
    if a.active is not None and a.active.title != b.active.title:
        said.append('another sheet is active')
    for x, y in zip(a.worksheets, b.worksheets):
        said += sheet_differences(x, y, x.title, excepted, ({}, {}))
    return said


def parse_except(text):
    sheet, _, rest = text.rpartition('!') if '=' not in text else text.partition('!')
    ref, _, value = rest.partition('=')
    return sheet, schema.cell(ref), value


def main(argv):
    excepted, wanted, paths = {}, [], []
    rest = argv[1:]
    while rest:
        one = rest.pop(0)
        if one == '--except':
            sheet, at, value = parse_except(rest.pop(0))
            excepted[sheet, at] = ('value', 'style', 'note')
            wanted.append((sheet, at, value))
        else:
            paths.append(one)
    if len(paths) != 2:
        sys.exit('usage: same_book.py BEFORE AFTER [--except SHEET!A1[=TEXT]]...')
    changed, new, gone, said = zip_differences(*paths)
    for what, names in (('differs', changed), ('is new', new), ('is gone', gone)):
        for n in names:
            print('%s %s' % (n, what))
    said += book_differences(paths[0], paths[1], excepted)
    book = load(paths[1])
    for sheet, (row, col), value in wanted:
        if value and str(book[sheet].cell(row, col).value) != value:
            said.append('%s %d,%d holds %r' % (sheet, row, col, book[sheet].cell(row, col).value))
    for s in said:
        print(s)
    return 1 if said else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
