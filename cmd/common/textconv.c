/* textconv.c - one file as lines of text, for git: it goes on even with a file that nobody can read. */
#include "tool.h"
#include <errno.h>
#include <inttypes.h>

/* Two versions that cannot be read must not look alike: how long they are, and a sum of their bytes. */
static void put_sum(const char *path, cj_lang lang)
{
    static const cj_text bytes = { "bytes", "バイト" };
    uint64_t sum = 0xcbf29ce484222325u, n = 0;
    FILE *f = fopen(path, "rb");
    int c;

    if (!f)
        return;
    for (; (c = getc(f)) != EOF; n++)
        sum = (sum ^ (unsigned)c) * 0x100000001b3u;
    fclose(f);
    printf("%" PRIu64 " %s, %016" PRIx64 "\n", n, cj_text_in(bytes, lang), sum);
}

/* git stops at a file whose driver fails, and shows none of the others. */
static void put_unreadable(const cj_run *run, const cj_err *why)
{
    static const cj_text says = { "This file cannot be shown as text: ",
                                  "このファイルは文字にして表示できません: " };
    cj_str because = cj_err_says(run->arena, why, cj_says_in(run));

    printf("%s" CJ_FMT "\n", cj_text_in(says, cj_says_in(run)), CJ_ARG(because));
    put_sum(run->file[0], cj_says_in(run));
}

/* git hands over old versions as files elsewhere: the settings of the place where it runs, which is the top
 * of the repository, hold for both sides. */
static void settle(cj_run *run)
{
    cj_err err;

    if (cj_settle(run, NULL, &run->map.config, &err) == CJ_OK)
        return;
    cj_warn(run, NULL, &err, cj_says_in(run));
    run->map.config = NULL;
}

static bool is_empty(const char *path)
{
    FILE *f = strcmp(path, "-") != 0 ? fopen(path, "rb") : NULL;
    bool empty = f && getc(f) == EOF && !ferror(f);

    if (f)
        fclose(f);
    return empty;
}

static cj_rc check_usage(const cj_run *run, cj_err *err)
{
    static const cj_text one = { "--textconv needs one file",
                                 "--textconv にはファイルを1つ指定してください。" };

    if (run->n_files == 1)
        return CJ_OK;
    return cj_fail(err, CJ_EUSAGE, one, cj_str_of(NULL), cj_str_of(NULL));
}

static bool cannot_go_on(cj_rc rc)
{
    return rc == CJ_EIO || rc == CJ_EUSAGE;
}

cj_rc cj_textconv(cj_run *run, cj_err *err)
{
    cj_book *book;
    cj_maps maps;
    cj_str text;
    cj_rc rc = check_usage(run, err);

    if (rc != CJ_OK || is_empty(run->file[0]))
        return rc;
    settle(run);
    rc = cj_book_read(run->arena, run->file[0], &run->read, &book, err);
    if (rc != CJ_OK) {
        if (!cannot_go_on(rc))
            put_unreadable(run, err);
        return cannot_go_on(rc) ? rc : CJ_OK;
    }
    rc = cj_maps_find(run->arena, book, &run->map, &maps, err);
    if (rc == CJ_EUSAGE)
        return rc;
    text = rc == CJ_OK ? cj_plain_lines(run->arena, &maps,
                                        run->shared.lang ? run->lang : CJ_LANG_AUTO)
                       : cj_plain_cells(run->arena, book);
    if (text.n)
        fwrite(text.p, 1, text.n, stdout);
    return CJ_OK; /* what could not be written is told at the end */
}
