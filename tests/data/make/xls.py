#!/usr/bin/env python3
"""xls.py DIR - writes the small .xls files of tests/data/xls that no program writes any more.

map.xls comes from map.fods: soffice --headless --convert-to xls:'MS Excel 97' map.fods
"""
import os
import struct
import sys

SECTOR = 512
FREE, END, FAT = 0xffffffff, 0xfffffffe, 0xfffffffd


def entry(name, kind, left=FREE, right=FREE, child=FREE, start=END, size=0):
    raw = name.encode('utf-16le')
    return (raw.ljust(64, b'\0') + struct.pack('<HBB', len(raw) + 2, kind, 1) +
            struct.pack('<III', left, right, child) + bytes(36) + struct.pack('<III', start, size, 0))


def container(streams):
    """streams: [(name, bytes)], all in the root folder, each of at least 4096 bytes."""
    fat, data, entries = [FAT], b'', []
    folder = (len(streams) + 1 + 3) // 4
    for i in range(folder):
        fat.append(END if i + 1 == folder else 2 + i)
    for i, (name, body) in enumerate(streams):
        body = body.ljust(4096, b'\0')
        n = -(-len(body) // SECTOR)
        first = len(fat)
        fat += [first + k + 1 for k in range(n - 1)] + [END]
        data += body.ljust(n * SECTOR, b'\0')
        right = i + 2 if i + 1 < len(streams) else FREE
        entries.append(entry(name, 2, right=right, start=first, size=len(body)))
    assert len(fat) <= SECTOR // 4
    fat += [FREE] * (SECTOR // 4 - len(fat))
    head = (b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(16) +
            struct.pack('<HHHHH', 0x3e, 3, 0xfffe, 9, 6) + bytes(10) +
            struct.pack('<IIIIIIIII', 1, 1, 0, 4096, END, 0, END, 0, 0) + struct.pack('<I', FREE) * 108)
    root = entry('Root Entry', 5, child=1)
    names = (root + b''.join(entries)).ljust(folder * SECTOR, b'\0')
    return head[:SECTOR] + struct.pack('<128I', *fat) + names + data


def rec(number, body=b''):
    return struct.pack('<HH', number, len(body)) + body


def bof(version, kind):
    return rec(0x809, struct.pack('<HHHH', version, kind, 0x1faa, 1997) + bytes(8 if version == 0x600 else 0))


EOF = rec(0x0a)


def sheet5(name, cells, codepage=932):
    """A BIFF5 workbook whose texts are in a code page."""
    def book(offset):
        return (bof(0x500, 5) + rec(0x42, struct.pack('<H', codepage)) +
                rec(0x85, struct.pack('<IHB', offset, 0, len(name)) + name) + EOF)
    globals_ = book(len(book(0)))
    return globals_ + bof(0x500, 0x10) + b''.join(cells) + EOF


def label5(row, col, text):
    return rec(0x204, struct.pack('<HHHH', row, col, 0, len(text)) + text)


def number(row, col, x):
    return rec(0x203, struct.pack('<HHHd', row, col, 0, x))


def biff2():
    """A sheet without a book and without a container."""
    label = '要素'.encode('cp932')
    return (rec(0x09, struct.pack('<HH', 2, 0x10)) + rec(0x42, struct.pack('<H', 932)) +
            rec(0x04, struct.pack('<HH3sB', 0, 0, b'\0\0\0', len(label)) + label) +
            rec(0x02, struct.pack('<HH3sH', 0, 1, b'\0\0\0', 65535)) +
            rec(0x03, struct.pack('<HH3sd', 1, 0, b'\0\0\0', 0.5)) + EOF)


def main(folder):
    locked = bof(0x600, 5) + rec(0x2f, struct.pack('<HHH', 1, 1, 1) + bytes(48)) + bytes(range(256)) * 4
    japanese = sheet5('地図'.encode('cp932'), [label5(0, 0, '導入期 ①㈱'.encode('cp932')), number(1, 2, 0.1)])
    empty = bof(0x600, 5) + EOF
    files = {
        'password.xls': container([('Workbook', locked)]),
        'encrypted.xls': container([('EncryptedPackage', bytes(range(256)) * 16), ('EncryptionInfo', b'\4\0\4\0')]),
        'word.xls': container([('WordDocument', b'\xec\xa5\xc1\0'), ('1Table', b'')]),
        'biff5.xls': container([('Book', japanese)]),
        'biff2.xls': biff2(),
        'no_sheets.xls': container([('Workbook', empty)]),
        'cut.xls': container([('Workbook', japanese)])[:700],
    }
    for name, body in files.items():
        with open(os.path.join(folder, name), 'wb') as f:
            f.write(body)


main(sys.argv[1])
