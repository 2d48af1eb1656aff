/* reports.c - writes the made-up report to FOLDER as workbooks and pages, to be looked at. */
#include "made_report.h"
#include <cj/render.h>
#include <cj/write.h>
#include <stdio.h>
#include <stdlib.h>

static int put(const char *folder, const char *name, const char *end, cj_str bytes)
{
    char path[1024];
    FILE *f;
    size_t n;

    snprintf(path, sizeof path, "%s/%s.%s", folder, name, end);
    f = fopen(path, "wb");
    if (!f)
        return 1;
    n = fwrite(bytes.p, 1, bytes.n, f);
    return fclose(f) != 0 || n != bytes.n;
}

static int both(const char *books, const char *pages, cj_lang lang, bool upright)
{
    cj_arena *a = cj_arena_new(0);
    const cj_report *r = made_report(a, lang, upright);
    const char *name = cj_str_z(
        a, cj_str_fmt(a, "report-%s%s", upright ? "upright-" : "", cj_lang_code(lang)));
    char *page = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&page, &n);
    cj_str bytes;
    int bad = cj_xlsx_write(a, cj_render_book(a, r), &bytes, NULL) != CJ_OK;

    bad = bad || put(books, name, "xlsx", bytes);
    bad = bad || cj_render_html(a, r, out, NULL) != CJ_OK;
    fclose(out);
    bad = bad || put(pages, name, "html", (cj_str){ page, n });
    free(page);
    cj_arena_free(a);
    return bad;
}

int main(int argc, char **argv)
{
    int bad = 0, i;

    for (i = 0; argc == 3 && i < 4; i++)
        bad = bad || both(argv[1], argv[2], i & 1 ? CJ_EN : CJ_JA, i & 2);
    return bad || argc != 3;
}
