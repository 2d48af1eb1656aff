#!/usr/bin/python3
# standard.py BIN [FILE...] - workbooks and CSV in the standard form, seen by openpyxl and Python's csv.
#
# cjfmt makes one of each map of tests/data (or of FILE...), cjtemplate of each template: every text of the
# input must stand where cjfmt --explain-moves says; the book must be as standard_book.py wants it; the
# CSV must read as we read it; and everything made again later, elsewhere, must be the same bytes.
import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import openpyxl
from standard_book import Standard
from standard_words import ROOT, fold, known, read_csv, says, shown, squeeze, unguarded

BIN = os.path.abspath(sys.argv[1])
DATA = os.path.join(ROOT, "tests", "data")
ENV = dict(os.environ, LC_ALL="C", TZ="UTC")
ELSEWHERE = dict(os.environ, LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
for e in (ENV, ELSEWHERE):
    e.pop("CJ_LANG", None)
PRESETS = ["cs-saas", "minimal", "basic", "onboarding", "renewal", "nng"]


def run(tool, *args, env=ENV, cwd=None):
    done = subprocess.run([os.path.join(BIN, tool), *args], env=env, cwd=cwd, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def place(ref):
    m = re.match(r"^(?:(.*)!)?([A-Z]+)(\d+)$", ref, re.S)
    return (m.group(1), m.group(2) + m.group(3)) if m else (ref, None)


def a1(row, col):
    return openpyxl.utils.get_column_letter(col) + str(row)


def cells_by_us(path):
    """What cjcat reads: {(sheet, place): text}."""
    got, unescape = {}, {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\\\": "\\"}
    for line in run("cjcat", "-f", "cells", path)[1].decode().split("\n")[:-1]:
        sheet, ref, _, text = (re.sub(r"\\[nrt\\]", lambda m: unescape[m.group()], f) for f in line.split("\t"))
        got[sheet, ref] = text
    return got


def read_input(path):
    """{(sheet or None, place): value} and the same of comments, as others read them."""
    if path.endswith((".csv", ".tsv")):
        encoding = "cp932" if "cp932" in path else "utf-8-sig"
        return {(None, a1(*at)): unguarded(text) for at, text in read_csv(path, encoding).items()}, {}
    if path.endswith(".xls"):
        return cells_by_us(path), {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    cells, notes = {}, {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for c in row:
                if c.value is not None:
                    cells[sheet.title, c.coordinate] = c.value
                if c.comment:
                    notes[sheet.title, c.coordinate] = c.comment.text
    return cells, notes


def moves(path, *how):
    """{old place: [new places]}, from the lines of --explain-moves; a sheet is a heading of its own."""
    out, pattern, sheet = {}, re.compile(r"^  (\S+) .*?→ (.+?)(?:  |$)"), None
    for line in run("cjfmt", "--explain-moves", *how, path)[1].decode().split("\n")[1:]:
        m = pattern.match(line)
        if m and re.fullmatch(r"[A-Z]+\d+", m.group(1)):
            to = place(m.group(2))
            out.setdefault((sheet, m.group(1)), []).append(to if to[0] else (sheet, to[1]))
        elif line and not line.startswith("  "):
            sheet = line
    return out


MARKS = {"x", "yes", "o", "○", "✓"}


def is_label(value, there):
    """A label, whose standard words stand there; what stands behind it in the cell must be found, too.
    A mark, where its column or row says what it marks."""
    if not isinstance(value, str) or fold(value) in known or fold(value) in MARKS:
        return isinstance(value, str)
    head, tail = (re.split(r"[\n:：]", value, 1) + [""])[:2]
    return bool(tail) and fold(head) in known and says(there, tail)


def kept(cells, notes, went, there, everything):
    """What of the input is not found where it went."""
    for at, value in cells.items():
        if not squeeze(shown(value)):
            continue
        to = went.get(at)
        if to is None:
            if not says(everything, value):
                yield f"{at}: no place is named for {value!r}"
        elif not says([there(t) for t in to], value) and not is_label(value, [there(t) for t in to]):
            yield f"{at}: {value!r} is not at {to}: {[there(t) for t in to]!r}"
    for at, text in notes.items():
        if not says(everything, text):
            yield f"{at}: the comment {text!r} is lost"


def check_book(path, template, maps):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(path)
    checks = Standard(path, book, template, maps)
    return book, checks.run(), checks.whole


def face(cell):
    """A score that is shown as a face is a number under a format that is one quoted text."""
    shown_as = re.fullmatch(r'"([^"]+)"', cell.number_format or "")
    return shown_as.group(1) if shown_as and isinstance(cell.value, (int, float)) else cell.value


def texts_of(book):
    for sheet in book.worksheets:
        yield sheet.title
        for row in sheet.iter_rows():
            for c in row:
                if c.value is not None:
                    yield c.value
                if c.comment:
                    yield c.comment.text


def check_csv(path, out):
    """CSV: as Python reads it and as we do; with everything that was in the input."""
    ours = {ref: text for (_, ref), text in cells_by_us(out).items()}
    theirs = {a1(*at): text for at, text in read_csv(out).items()}
    for ref in sorted(set(ours) | set(theirs)):
        if unguarded(theirs.get(ref, "")) != ours.get(ref, ""):
            yield f"csv {ref}: Python reads {theirs.get(ref)!r}, we read {ours.get(ref)!r}"
    cells, notes = read_input(path)
    went = moves(path, "-f", "csv", "--fix", "none")
    values = {ref: unguarded(text) for ref, text in theirs.items()}
    yield from ("csv " + b for b in kept(cells, notes, went, lambda t: values.get(t[1], ""), list(values.values())))


def format_one(job):
    path, base = job
    rc, out, err = run("cjcat", "-f", "json", path)
    maps = out.count(b'"elements":') if rc == 0 else 0
    done = []
    book_file, csv_file = base + ".xlsx", base + ".csv"
    rc, _, err = run("cjfmt", "--fix", "none", path, "-o", book_file)
    if not maps:
        ok = rc == 2 and not os.path.exists(book_file) and err.count("\n") >= 1
        return ([] if ok else [f"no map, but {rc} {err}"]), done
    if rc != 0:
        return [f"{rc} {err}"], done
    done.append((["cjfmt", "--fix", "none", path], book_file))
    book, bad, _ = check_book(book_file, None, maps)

    def there(at):
        if at[0] not in book.sheetnames:
            return None
        return at[0] if at[1] is None else face(book[at[0]][at[1]])
    cells, notes = read_input(path)
    bad += kept(cells, notes, moves(path, "--fix", "none", "-f", "xlsx"), lambda t: there(t) if there(t) is not None else "",
                list(texts_of(book)))
    rc, _, err = run("cjfmt", "--fix", "none", path, "-o", csv_file)
    if maps == 1 and rc == 0:
        done.append((["cjfmt", "--fix", "none", path], csv_file))
        bad += check_csv(path, csv_file)
    elif maps == 1 or rc != 2:
        bad.append(f"csv: {rc} {err}")
    return bad, done


def template_one(job):
    args, base = job
    out = base + ".xlsx"
    rc, _, err = run("cjtemplate", *args, "-o", out)
    if rc != 0 or err:
        return [f"{rc} {err}"], []
    book, bad, whole = check_book(out, args, 1)
    texts = "\n".join(map(str, texts_of(book)))
    for option in ("--phases", "--persona"):
        for word in args[args.index(option) + 1].replace("、", ",").split(",") if option in args else []:
            if word.strip() not in texts:
                bad.append(f"{word} of {option} is not there")
    if whole:
        bad += reformatted(out, base, book)
    return bad, [(["cjtemplate", *args], out)]


def reformatted(path, base, book):
    """A blank template is in the standard form already: cjfmt leaves its texts and its lists."""
    again = base + ".again.xlsx"
    rc, _, err = run("cjfmt", path, "-o", again)
    if rc != 0:
        return [f"cjfmt of it: {rc} {err}"]
    other, bad, _ = check_book(again, None, 1)
    for sheet in book.worksheets:
        if sheet.title not in other.sheetnames:
            bad.append(f"cjfmt of it: no sheet {sheet.title}")
            continue
        there, here = ({c.coordinate: c.value for row in s.iter_rows() for c in row if c.value is not None}
                       for s in (other[sheet.title], sheet))
        lists, old_lists = ({(str(v.sqref), v.formula1) for v in s.data_validations.dataValidation}
                            for s in (other[sheet.title], sheet))
        bad += [f"cjfmt of it: {sheet.title}!{k}: {here.get(k)!r} is {there.get(k)!r}" for k in sorted(set(here) | set(there))
                if here.get(k) != there.get(k)]
        bad += [f"cjfmt of it: {sheet.title}: list {v}" for v in sorted(lists ^ old_lists, key=str)]
    return bad


def again(job):
    """The same bytes later, in another place and time zone."""
    (tool, *args), first = job
    folder = tempfile.mkdtemp(dir=os.path.dirname(first))
    second = os.path.join(folder, "other" + os.path.splitext(first)[1])
    run(tool, *[os.path.relpath(a, folder) if os.path.isabs(a) else a for a in args], "-o", second,
        env=ELSEWHERE, cwd=folder)
    with open(first, "rb") as a, open(second, "rb") as b:
        return [] if a.read() == b.read() else [f"{os.path.basename(first)}: other bytes the second time"]


def inputs():
    if len(sys.argv) > 2:
        return [os.path.abspath(p) for p in sys.argv[2:]], []
    files = [p for folder in ("samples", "layouts", "maps", "demo", "extras") for p in
             sorted(glob.glob(os.path.join(DATA, folder, "*"))) if p.endswith((".csv", ".xlsx", ".xls"))]
    files += sorted(glob.glob(os.path.join(ROOT, "templates", "*.csv")))
    templates = [["--lang", lang, "--preset", p, *more] for p in PRESETS for lang in ("ja", "en")
                 for more in ([], ["--examples"])]
    templates += [["--lang", "en", "--phases", "Start,Use,Renew, Grow", "--owners", "CS,Sales", "--persona", "Ann"],
                  ["--lang", "ja", "--phases", "導入期、活用期、更新期", "--owners", "CS、サポート", "--persona", "総務の高橋さん"],
                  ["--lang", "en", "--owners", ",".join(f"Department number {i}" for i in range(30))]]
    templates += [["--lang", lang, "--from", os.path.join(DATA, "samples", f)] for lang in ("ja", "en")
                  for f in ("02_good_ja.csv", "03_good_en.csv", "01_seed_sample.xls")]
    return [os.path.abspath(f) for f in files], templates


def main():
    begun, failed, made = time.time(), 0, []
    files, templates = inputs()
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ProcessPoolExecutor(2) as pool:
        jobs = [(format_one, (f, os.path.join(work, f"f{i}")), os.path.relpath(f, ROOT)) for i, f in enumerate(files)]
        jobs += [(template_one, (t, os.path.join(work, f"t{i}")), "cjtemplate " + " ".join(t))
                 for i, t in enumerate(templates)]
        results = [(name, pool.submit(do, job)) for do, job, name in jobs]
        for name, result in results:
            bad, done = result.result()
            made += done
            failed += len(bad)
            for b in bad:
                print(f"{name}: {b}", file=sys.stderr)
        for bad in pool.map(again, made, chunksize=8):
            failed += len(bad)
            for b in bad:
                print(b, file=sys.stderr)
    print(f"standard.py: {len(made)} files in the standard form, {failed} complaints, {time.time() - begun:.1f} s")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
