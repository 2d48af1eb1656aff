/* verify.c - what is to be written is read back first: is every text of the old file in it? */
#include "tool.h"

enum { MOST_NAMED = 5 };

static cj_str place(const cj_run *run, const cj_book *book, cj_span at)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, at.row, at.col);
    if (book->format == CJ_CSV || book->format == CJ_TSV)
        return cj_str_fmt(run->arena, "%s", ref);
    return cj_str_fmt(run->arena, CJ_FMT "!%s", CJ_ARG(book->sheets[at.sheet].name), ref);
}

static const char *side_of(const cj_run *run, const cj_lost *l)
{
    static const cj_text cell = { "", "" }, note = { " (comment)", "（コメント）" },
                         link = { " (link)", "（リンク）" };

    return cj_text_in(l->note ? note : l->link ? link : cell, run->lang);
}

static cj_rc lost(const cj_run *run, const cj_book *book, const cj_lost *cells, size_t n,
                  cj_err *err)
{
    static const cj_text says = {
        "nothing was written: the text of {0} would be lost ({1}); please report this file",
        "書き込みを中止しました。{0} の内容が失われるおそれがあります（{1}）。"
        "このファイルを添えてご報告ください。"
    };
    cj_str places = { "", 0 };
    size_t i;

    for (i = 0; i < n && i < MOST_NAMED; i++) {
        cj_str one = place(run, book, cells[i].at);

        places = cj_str_fmt(run->arena, CJ_FMT "%s" CJ_FMT "%s", CJ_ARG(places),
                            i ? ", " : "", CJ_ARG(one), side_of(run, &cells[i]));
    }
    if (i < n)
        places = cj_str_fmt(run->arena, CJ_FMT ", … (%zu)", CJ_ARG(places), n);
    return cj_fail(err, CJ_EFORMAT, says, places, cells[0].text);
}

cj_rc cj_verify(const cj_run *run, const cj_maps *maps, const cj_layout *layout,
                const cj_book *old, cj_str bytes, cj_format format, cj_err *err)
{
    cj_read_options how = cj_read_options_default();
    cj_book *again;
    cj_lost *cells;
    size_t n;

    if (format == CJ_TSV)
        how.delimiter = '\t';
    if (cj_book_parse(run->arena, bytes, cj_str_of(NULL), &how, &again, err) != CJ_OK)
        return err->rc;
    cells = cj_layout_check(run->arena, maps, layout, again, &n);
    return n ? lost(run, old, cells, n, err) : CJ_OK;
}
