#!/usr/bin/python3
# lists.py FOLDER - pairs NAME.before.xlsx and NAME.after.xlsx, which the unit test xlsx_patch_lists keeps where
# CJ_KEEP says: openpyxl opens what it could open before, and Excel's rules hold (schema.py).
import glob
import sys

import same_book
import schema


def opens(path):
    try:
        same_book.load(path)
        return ''
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def main(argv):
    befores = sorted(glob.glob(argv[1] + '/*.before.xlsx'))
    bad = 0
    for before in befores:
        after = before.replace('.before.', '.after.')
        said = ['%s: %s (%s)' % (p, t, k) for k, p, t in schema.new_complaints(before, after)]
        if not opens(before) and opens(after):
            said.append('openpyxl: ' + opens(after))
        for s in said:
            print('%s: %s' % (after, s))
        bad += bool(said)
    print('%d lists of edits seen by openpyxl and schema.py, %d with complaints' % (len(befores), bad))
    return 1 if bad or not befores else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
