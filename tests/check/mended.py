#!/usr/bin/python3
# mended.py BIN - cjlint --fix keeps all that stands in a workbook beside the texts that it mends: a chart, a
# picture, a pivot table, grounds, widths, notes, links. Seen member by member and by openpyxl; once more changes
# nothing, and no safe finding is left.
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import same_book
import schema

HERE = os.path.dirname(os.path.abspath(__file__))
BOOKS = ('extras/to_mend.xlsx', 'maps/loaded.xlsx', 'maps/loaded.xlsm', 'demo/sample_map.xlsx', 'maps/seed.xlsx',
         'maps/two.xlsx', 'samples/01_seed_sample.openpyxl.xlsx', 'samples/01_seed_sample.libreoffice.xlsx')
MAY_CHANGE = ('xl/worksheets/sheet', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml',
              'xl/calcChain.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels')
bad = 0
mended = 0


def complain(text):
    global bad
    print('mended.py: ' + text, file=sys.stderr)
    bad = 1


def run(tool, *args):
    done = subprocess.run([tool, *args], capture_output=True, text=True, env={**os.environ, 'CJ_LANG': 'en'})
    if done.returncode > 1:
        complain(f'{" ".join(args)}: {done.stderr}')
    return done.stdout


def look_for_changes(before, after, fixes):
    changed, new, gone, said = same_book.zip_differences(before, after)
    for name in changed:
        if not name.startswith(MAY_CHANGE):
            said.append(f'{name} changed')
    for name in new + gone:
        said.append(f'{name} came or went')
    excepted = {(f['sheet'], schema.cell(f['cell'])): ('value', 'style') for f in fixes}
    said += same_book.book_differences(before, after, excepted)
    said += [str(s) for s in schema.new_complaints(before, after)]
    book = same_book.load(after)
    for f in fixes:
        value = book[f['sheet']][f['cell']].value
        if str(value or '') != f['text']:
            said.append(f'{f["cell"]} holds {value!r}, not {f["text"]!r}')
    return said


def safe_rules(tool):
    """Those that mend the text of one cell."""
    rules = json.loads(run(tool, '--list-rules', '-f', 'json'))['rules']
    return {r['id'] for r in rules if r['fix'] == 'safe' and r['id'].startswith('TX')} - {'TX115'}


def check(tool, path, options, folder):
    global mended
    work = os.path.join(folder, os.path.basename(path))
    shutil.copy(path, work)
    fixes = json.loads(run(tool, '--fix', '--dry-run', '-f', 'json', *options, work))['fixes']
    with open(work, 'rb') as f:
        if f.read() != open(path, 'rb').read():
            complain(f'{path}: --dry-run wrote')
    run(tool, '--fix', '--in-place', '-f', 'json', *options, work)
    mended += len(fixes)
    for said in look_for_changes(path, work, fixes):
        complain(f'{path} {" ".join(options)}: {said}')
    once = open(work, 'rb').read()
    left = json.loads(run(tool, '--fix', '--in-place', '-f', 'json', *options, work))
    if open(work, 'rb').read() != once:
        complain(f'{path}: mended twice is not mended once')
    for f in left['files'][0]['maps'][0]['findings']:
        if f['rule'] in safe_rules(tool):
            complain(f'{path}: {f["rule"]} is left at {f["cell"]}')
    with zipfile.ZipFile(work) as z:
        if z.testzip():
            complain(f'{path}: {z.testzip()} is damaged')


tool = os.path.join(sys.argv[1], 'cjlint')
for name in BOOKS:
    path = os.path.join(HERE, '..', 'data', name)
    for options in ([], ['--unsafe']):
        if os.path.exists(path):
            with tempfile.TemporaryDirectory() as folder:
                check(tool, path, ['--profile', 'operational'] + options, folder)
if mended < 14:
    complain(f'only {mended} cells were mended')
print(f'mended: {mended} cells, and all else as it was' if not bad else 'mended: failed')
sys.exit(bad)
