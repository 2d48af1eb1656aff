/* floor.c - the least that reading workbooks can cost: open, find, inflate, check the CRC.
 * floor FILE|DIR…: nothing is parsed. Independent of the library, zlib only.
 * floor -z NAME FILE: and deflate the members again whose names end so. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

static uint8_t window[256 * 1024], packed_again[256 * 1024];
static const char *again; /* the end of such names; NULL: none */

static uint32_t le(const uint8_t *p, int n)
{
    uint32_t x = 0;

    while (n--)
        x = x << 8 | p[n];
    return x;
}

static void fail(const char *path)
{
    fprintf(stderr, "floor: %s is not a plain workbook\n", path);
    exit(2);
}

/* What writing the member anew costs at the least. */
static void deflate_window(z_stream *z, size_t n, int flush)
{
    z->next_in = window;
    z->avail_in = (uInt)n;
    do {
        z->next_out = packed_again;
        z->avail_out = sizeof packed_again;
        deflate(z, flush);
    } while (z->avail_out == 0);
}

static int ends_so(const uint8_t *entry)
{
    size_t n = le(entry + 28, 2), k = again ? strlen(again) : 0;

    return again && n >= k && memcmp(entry + 46 + n - k, again, k) == 0;
}

static void member(const char *path, const uint8_t *file, size_t size, const uint8_t *entry)
{
    size_t at = le(entry + 42, 4), packed = le(entry + 20, 4);
    uint32_t method = le(entry + 10, 2), crc = 0;
    z_stream z, to;
    int rc = Z_OK, both = ends_so(entry);

    if (at + 30 > size)
        fail(path);
    at += 30 + le(file + at + 26, 2) + le(file + at + 28, 2);
    if (at + packed > size || (method != 0 && method != 8))
        fail(path);
    if (method == 0) {
        crc = (uint32_t)crc32(0, file + at, (uInt)packed);
    } else {
        memset(&z, 0, sizeof z);
        inflateInit2(&z, -15);
        memset(&to, 0, sizeof to);
        if (both)
            deflateInit2(&to, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8,
                         Z_DEFAULT_STRATEGY);
        z.next_in = (Bytef *)(file + at);
        z.avail_in = (uInt)packed;
        while (rc == Z_OK) {
            z.next_out = window;
            z.avail_out = sizeof window;
            rc = inflate(&z, Z_NO_FLUSH);
            crc = (uint32_t)crc32(crc, window, (uInt)(sizeof window - z.avail_out));
            if (both)
                deflate_window(&to, sizeof window - z.avail_out,
                               rc == Z_STREAM_END ? Z_FINISH : Z_NO_FLUSH);
        }
        inflateEnd(&z);
        if (both)
            deflateEnd(&to);
        if (rc != Z_STREAM_END)
            fail(path);
    }
    if (crc != le(entry + 16, 4))
        fail(path);
}

static void workbook(const char *path)
{
    FILE *f = fopen(path, "rb");
    struct stat st;
    uint8_t *file, *end, *entry;
    size_t size;
    uint32_t n;

    if (!f || fstat(fileno(f), &st) != 0)
        fail(path);
    size = (size_t)st.st_size;
    file = malloc(size);
    if (!file || size < 22 || fread(file, 1, size, f) != size)
        fail(path);
    fclose(f);
    for (end = file + size - 22; memcmp(end, "PK\5\6", 4) != 0; end--)
        if (end == file)
            fail(path);
    entry = file + le(end + 16, 4);
    for (n = le(end + 10, 2); n; n--) {
        if (entry + 46 > file + size || memcmp(entry, "PK\1\2", 4) != 0)
            fail(path);
        member(path, file, size, entry);
        entry += 46 + le(entry + 28, 2) + le(entry + 30, 2) + le(entry + 32, 2);
    }
    free(file);
}

static void all(const char *path)
{
    DIR *d = opendir(path);
    struct dirent *e;
    char inner[4096];

    if (!d) {
        workbook(path);
        return;
    }
    while ((e = readdir(d))) {
        if (e->d_name[0] == '.')
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        all(inner);
    }
    closedir(d);
}

int main(int argc, char **argv)
{
    int i = 1;

    if (argc > 2 && strcmp(argv[1], "-z") == 0) {
        again = argv[2];
        i = 3;
    }
    for (; i < argc; i++)
        all(argv[i]);
    return 0;
}
