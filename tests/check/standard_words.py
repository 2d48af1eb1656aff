# standard_words.py - the vocabulary as the other checks see it, and when one text says what another says.
import csv
import datetime
import os
import re
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FAMILIES = {"persona": "percol", "phases": "phacol", "evidence": "evcol", "kpi": "kpicol",
            "actions": "actcol", "history": "hiscol", "conflicts": "concol", "merge_log": "logcol"}
SHEETS = ["map", "persona", "phases", "evidence", "kpi", "actions", "history", "conflicts",
          "merge_log", "lint", "guide"]


def fold(text):
    """A label as people may also write it: width, case, blanks, marks around it apart."""
    text = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s・･:*※#■◆●▼◇★_\-–]|^[\d①-⑳]+[.)]?", "", text)


canonical, known, synonyms = {}, set(), set()
with open(os.path.join(ROOT, "lib/map/labels.tsv"), encoding="utf-8") as f:
    for line in f:
        if not line.startswith("#"):
            name, lang, label, kind = line.rstrip("\n").split("\t")[:4]
            known.add(fold(label))
            synonyms.add((name, label))
            if kind == "canonical":
                canonical[name, lang] = label


def label(name, lang):
    return canonical.get((name, lang), "")


# What a line of a list may begin with.
BULLET = re.compile(r"^\s*(?:[・･•‣⁃◦●○◎■□◆◇▪▫►▶★☆※✓✔–—*+-]|\(?\d{1,2}[.)）]|[①-⑳])\s*")


def squeeze(text):
    """Without blanks, line breaks, what cannot be seen, and bullets of lines."""
    text = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [BULLET.sub("", BULLET.sub("", line)) for line in text.split("\n")]
    return "".join(c for c in "".join(lines) if not c.isspace() and unicodedata.category(c) != "Cf")


def number(value):
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    try:
        return float(unicodedata.normalize("NFKC", str(value)).strip().replace(",", ""))
    except ValueError:
        return None


DAY = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]00:00:00)?$")


def day(value):
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time() else None
    if isinstance(value, datetime.date):
        return value
    m = DAY.match(unicodedata.normalize("NFKC", str(value)).strip())
    try:
        return datetime.date(*map(int, m.groups())) if m else None
    except ValueError:
        return None


def shown(value):
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d" if value.time() == datetime.time() else "%Y-%m-%d %H:%M:%S")
    return str(value)


def unguarded(text):
    return text[1:] if re.match(r"^'+[=+\-@\t\r＝＋－＠]", text) else text


def says(there, value):
    """Whether the texts `there` together say all of `value`: whole, by its items, or as a value."""
    text = shown(value)
    if not squeeze(text) or any(number(t) is not None and number(t) == number(value) or
                                day(t) is not None and day(t) == day(value) for t in there):
        return True
    all_text = "\0".join(squeeze(shown(t)) for t in there)
    return squeeze(text) in all_text or all(
        squeeze(piece) in all_text for piece in re.split("[,、，､;；|｜\n\r]", text))


def read_csv(path, encoding="utf-8-sig"):
    """{(row, column): text} as Python's csv module reads it."""
    with open(path, encoding=encoding, newline="") as f:
        data = f.read()
    delimiter = "\t" if path.endswith(".tsv") else ","
    rows = csv.reader(data.splitlines(keepends=True), delimiter=delimiter, strict=True)
    return {(r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text}
