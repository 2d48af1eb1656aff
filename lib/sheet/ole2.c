/* ole2.c - reads the container of .xls files; every chain is bounded by the file's own size. */
#include "sheet/ole2.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "sheet/bytes.h"

#define HEADER 512u
#define ENTRY 128u
#define LAST_SECTOR 0xfffffffau /* what is above are marks: free, end of chain … */
#define END_OF_CHAIN 0xfffffffeu
#define IN_FAT 0xfffffffdu
#define FREE 0xffffffffu
#define IN_HEADER 109u /* FAT sectors that the header itself lists */

static const char magic[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

bool cj_ole2_is(cj_str head)
{
    return cj_str_starts(head, CJ_STR(magic));
}

/* The bytes of a sector; the last one of a file may be cut short. */
static cj_str sector_at(const cj_ole2 *o, uint32_t i)
{
    cj_str none = { "", 0 };
    uint64_t at = ((uint64_t)i + 1) * o->sector;

    return i > LAST_SECTOR || at >= o->bytes.n
               ? none
               : cj_str_cut(o->bytes, (size_t)at, o->sector);
}

static size_t n_sectors(const cj_ole2 *o)
{
    return o->bytes.n / o->sector + 1;
}

static void add_fat_sector(cj_ole2 *o, uint32_t i, size_t cap)
{
    cj_str s = sector_at(o, i);
    size_t k;

    for (k = 0; k + 4 <= s.n && o->n_fat < cap; k += 4)
        o->fat[o->n_fat++] = cj_le32(s.p + k);
}

/* The header lists the first sectors of the FAT, a chain of further sectors the others. */
static void read_fat(cj_arena *arena, cj_ole2 *o)
{
    const char *p = o->bytes.p;
    size_t cap = n_sectors(o) + o->sector / 4, left = n_sectors(o), k;
    uint32_t next = cj_le32(p + 68), count = cj_le32(p + 44);

    o->fat = CJ_NEW_N(arena, uint32_t, cap);
    for (k = 0; k < IN_HEADER && k < count; k++)
        add_fat_sector(o, cj_le32(p + 76 + 4 * k), cap);
    while (next <= LAST_SECTOR && left-- > 0 && o->n_fat < cap) {
        cj_str s = sector_at(o, next);

        if (s.n < o->sector)
            break;
        for (k = 0; k + 8 <= s.n; k += 4)
            if (cj_le32(s.p + k) <= LAST_SECTOR)
                add_fat_sector(o, cj_le32(s.p + k), cap);
        next = cj_le32(s.p + s.n - 4);
    }
}

/* Follows a chain of sectors for at most `size` bytes. A chain that loops is cut where it has
 * taken as many sectors as the file has. */
static cj_str follow(cj_arena *arena, const cj_ole2 *o, uint32_t i, uint64_t size)
{
    size_t left = n_sectors(o);
    cj_buf b;

    cj_buf_init(&b, arena);
    while (b.n < size && left-- > 0) {
        cj_str s = sector_at(o, i);
        uint64_t want = size - b.n;

        if (!s.n)
            break;
        cj_buf_add(&b, cj_str_cut(s, 0, want < s.n ? (size_t)want : s.n));
        if (i >= o->n_fat)
            break;
        i = o->fat[i];
    }
    return cj_buf_str(&b);
}

static cj_str follow_mini(cj_arena *arena, const cj_ole2 *o, uint32_t i, uint64_t size)
{
    size_t left = o->mini_stream.n / o->mini_sector + 1;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (b.n < size && left-- > 0 && i < o->n_mini_fat) {
        uint64_t at = (uint64_t)i * o->mini_sector, want = size - b.n;

        if (at >= o->mini_stream.n)
            break;
        cj_buf_add(&b, cj_str_cut(o->mini_stream, (size_t)at,
                                  want < o->mini_sector ? (size_t)want : o->mini_sector));
        i = o->mini_fat[i];
    }
    return cj_buf_str(&b);
}

/* Names are up to 31 units of UTF-16. */
static cj_str name_of(cj_arena *arena, const char *p)
{
    size_t bytes = cj_le16(p + 64), i;
    cj_buf b;

    cj_buf_init(&b, arena);
    bytes = bytes > 64 ? 64 : bytes;
    for (i = 0; i + 1 < bytes; i += 2) {
        uint32_t u = cj_le16(p + i);

        if (!u)
            break;
        if (u >= 0xd800 && u < 0xdc00 && i + 3 < bytes && cj_le16(p + i + 2) >= 0xdc00 &&
            cj_le16(p + i + 2) < 0xe000) {
            u = 0x10000 + ((u - 0xd800) << 10) + (cj_le16(p + i + 2) - 0xdc00u);
            i += 2;
        }
        cj_utf8_put(&b, u);
    }
    return cj_buf_str(&b);
}

static void read_directory(cj_arena *arena, cj_ole2 *o)
{
    cj_str dir = follow(arena, o, cj_le32(o->bytes.p + 48), UINT64_MAX);
    size_t i;

    o->n_entries = dir.n / ENTRY;
    o->entry = CJ_NEW_N(arena, cj_ole2_entry, o->n_entries);
    for (i = 0; i < o->n_entries; i++) {
        const char *p = dir.p + i * ENTRY;
        cj_ole2_entry *e = &o->entry[i];

        e->name = name_of(arena, p);
        e->type = (uint8_t)p[66];
        e->left = cj_le32(p + 68);
        e->right = cj_le32(p + 72);
        e->child = cj_le32(p + 76);
        e->start = cj_le32(p + 116);
        e->size = o->sector > 512 ? cj_le64(p + 120) : cj_le32(p + 120);
    }
}

static const cj_ole2_entry *root_of(const cj_ole2 *o)
{
    size_t i;

    for (i = 0; i < o->n_entries; i++)
        if (o->entry[i].type == 5)
            return &o->entry[i];
    return NULL;
}

/* The children of the root are a binary tree; each entry is visited once, whatever it says. */
static void mark_top(cj_arena *arena, cj_ole2 *o)
{
    const cj_ole2_entry *root = root_of(o);
    uint32_t *todo = CJ_NEW_N(arena, uint32_t, 2 * o->n_entries + 1);
    size_t n = 0;

    if (root)
        todo[n++] = root->child;
    while (n) {
        uint32_t i = todo[--n];

        if (i < o->n_entries && !o->entry[i].top) {
            o->entry[i].top = true;
            todo[n++] = o->entry[i].left;
            todo[n++] = o->entry[i].right;
        }
    }
}

static void read_mini(cj_arena *arena, cj_ole2 *o)
{
    const cj_ole2_entry *root = root_of(o);
    cj_str fat = follow(arena, o, cj_le32(o->bytes.p + 60), UINT64_MAX);
    size_t i;

    o->n_mini_fat = fat.n / 4;
    o->mini_fat = CJ_NEW_N(arena, uint32_t, o->n_mini_fat);
    for (i = 0; i < o->n_mini_fat; i++)
        o->mini_fat[i] = cj_le32(fat.p + 4 * i);
    if (root)
        o->mini_stream = follow(arena, o, root->start, UINT64_MAX);
}

cj_rc cj_ole2_open(cj_arena *arena, cj_str bytes, cj_ole2 *o, cj_err *err)
{
    static const cj_text damaged = { "the file is damaged: its container cannot be read; "
                                     "open it in Excel and save it as .xlsx",
                                     "ファイルが壊れていて中身を取り出せません。Excelで開き"
                                     "、.xlsx として保存し直してください。" };
    cj_str none = { "", 0 };
    unsigned shift, mini_shift;

    memset(o, 0, sizeof *o);
    o->bytes = bytes;
    o->mini_stream = none;
    if (!cj_ole2_is(bytes) || bytes.n < HEADER)
        return cj_fail(err, CJ_EFORMAT, damaged, none, none);
    shift = cj_le16(bytes.p + 30);
    mini_shift = cj_le16(bytes.p + 32);
    if (shift < 9 || shift > 16 || mini_shift < 2 || mini_shift > shift)
        return cj_fail(err, CJ_EFORMAT, damaged, none, none);
    o->sector = 1u << shift;
    o->mini_sector = 1u << mini_shift;
    o->cutoff = cj_le32(bytes.p + 56);
    read_fat(arena, o);
    read_directory(arena, o);
    mark_top(arena, o);
    read_mini(arena, o);
    return CJ_OK;
}

static bool same_name(cj_str name, const char *z)
{
    size_t i;

    for (i = 0; i < name.n && z[i]; i++) {
        char a = name.p[i], b = z[i];

        a = (char)(a >= 'A' && a <= 'Z' ? a + 32 : a);
        b = (char)(b >= 'A' && b <= 'Z' ? b + 32 : b);
        if (a != b)
            return false;
    }
    return i == name.n && !z[i];
}

const cj_ole2_entry *cj_ole2_find(const cj_ole2 *o, const char *name)
{
    bool any_top = false;
    size_t i;

    for (i = 0; i < o->n_entries; i++) {
        any_top = any_top || o->entry[i].top;
        if (o->entry[i].top && same_name(o->entry[i].name, name))
            return &o->entry[i];
    }
    for (i = 0; i < o->n_entries && !any_top; i++)
        if (same_name(o->entry[i].name, name))
            return &o->entry[i];
    return NULL;
}

cj_str cj_ole2_stream(cj_arena *arena, const cj_ole2 *o, const cj_ole2_entry *e)
{
    return e->size < o->cutoff ? follow_mini(arena, o, e->start, e->size)
                               : follow(arena, o, e->start, e->size);
}

/* ---- writing ------------------------------------------------------------------------------- */

static void put_entry(char *p, const char *name, uint8_t type, uint32_t child,
                      uint32_t start, uint32_t size)
{
    size_t n = strlen(name), i;

    for (i = 0; i < n; i++)
        p[2 * i] = name[i];
    cj_put16(p + 64, (uint32_t)(2 * n + 2));
    p[66] = (char)type;
    p[67] = 1; /* a black node, alone in its tree */
    cj_put32(p + 68, FREE);
    cj_put32(p + 72, FREE);
    cj_put32(p + 76, child);
    cj_put32(p + 116, start);
    cj_put32(p + 120, size);
}

static void put_header(char *p, uint32_t shift, uint32_t fats, uint32_t dir)
{
    uint32_t i;

    memcpy(p, magic, 8);
    cj_put16(p + 24, 0x3e);
    cj_put16(p + 26, shift > 9 ? 4 : 3);
    cj_put16(p + 28, 0xfffe);
    cj_put16(p + 30, shift);
    cj_put16(p + 32, 6);
    cj_put32(p + 44, fats);
    cj_put32(p + 48, dir);
    cj_put32(p + 56, 4096);
    cj_put32(p + 60, END_OF_CHAIN);
    cj_put32(p + 68, END_OF_CHAIN);
    for (i = 0; i < IN_HEADER; i++)
        cj_put32(p + 76 + 4 * (size_t)i, i < fats ? i : FREE);
}

/* Order: the FAT, one sector of directory, the stream; so long that no stream is a mini one and
 * with sectors so large that the header lists the whole FAT of up to 450 MB. */
cj_str cj_ole2_wrap(cj_arena *arena, const char *name, cj_str stream)
{
    uint32_t shift = stream.n < (6u << 20) ? 9 : 12;
    size_t sector = (size_t)1 << shift, size = stream.n < 4608 ? 4608 : stream.n;
    uint32_t data = (uint32_t)((size + sector - 1) / sector), fats = 1, i, total;
    char *p, *fat;
    cj_str out;

    while ((size_t)fats * (sector / 4) < (size_t)data + fats + 1)
        fats++;
    total = fats + 1 + data;
    out.n = (total + (size_t)1) * sector;
    p = cj_alloc(arena, out.n);
    out.p = p;
    put_header(p, shift, fats, fats);
    fat = p + sector;
    for (i = 0; i < fats * (uint32_t)(sector / 4); i++)
        cj_put32(fat + 4 * (size_t)i, i < fats                      ? IN_FAT
                                      : i == fats || i + 1 == total ? END_OF_CHAIN
                                      : i < total                   ? i + 1
                                                                    : FREE);
    p += (fats + (size_t)1) * sector;
    put_entry(p, "Root Entry", 5, 1, END_OF_CHAIN, 0);
    put_entry(p + ENTRY, name, 2, FREE, fats + 1, (uint32_t)size);
    memcpy(p + sector, stream.p, stream.n);
    return out;
}
