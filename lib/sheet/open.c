/* open.c - decides by content which reader a file belongs to, and lets it read. */
#include "sheet/kinds.h"
#include "sheet/reader.h"

static const cj_reader *const readers[] = { &cj_xlsx_reader, &cj_xls_reader,
                                            &cj_csv_reader };

static const cj_reader *best_bid(cj_str head, int *top)
{
    const cj_reader *best = NULL;
    size_t i;

    *top = 0;

    for (i = 0; i < sizeof readers / sizeof *readers; i++) {
        int bid = readers[i]->bid(head);

        if (bid > *top) {
            *top = bid;
            best = readers[i];
        }
    }
    return best;
}

static cj_rc read_source(cj_arena *arena, const cj_source *source,
                         const cj_read_options *options, cj_book **out, cj_err *err)
{
    static const cj_text empty = {
        "the file is empty; copy or download it again, or open the original in Excel and save it",
        "ファイルが空です。もう一度コピーまたはダウンロードするか、元のファイルをExcelで開いて"
        "保存し直してください。"
    };
    static const cj_text unknown = {
        "this is not a spreadsheet that can be read; save it as .xlsx or .csv",
        "読み取れる種類の表ではありません。Excelで .xlsx か .csv "
        "として保存し直してください。"
    };
    cj_str head, none = { NULL, 0 };
    const cj_reader *reader;
    cj_rc rc;
    int bid;

    if (source->size == 0)
        return cj_fail(err, CJ_EFORMAT, empty, none, none);
    rc = cj_source_head(arena, source, CJ_HEAD, &head, err);
    if (rc == CJ_OK)
        rc = cj_kind_check_lock(arena, source->name, (size_t)source->size, err);
    reader = best_bid(head, &bid);
    if (rc == CJ_OK && bid < CJ_BID_SURE)
        rc = cj_kind_check(head, err);
    if (rc != CJ_OK)
        return rc;
    if (bid < CJ_BID_SIGN)
        rc = cj_kind_check_binary(head, err);
    if (rc == CJ_OK && !reader)
        rc = cj_fail(err, CJ_ETYPE, unknown, none, none);
    if (rc != CJ_OK)
        return cj_kind_controls(arena, head, err);
    return reader->read(arena, source, options, out, err);
}

cj_rc cj_book_read(cj_arena *arena, const char *path, const cj_read_options *options,
                   cj_book **out, cj_err *err)
{
    cj_source source;
    cj_rc rc = cj_source_open(arena, path, &options->limits, &source, err);

    if (rc == CJ_OK) {
        rc = read_source(arena, &source, options, out, err);
        cj_source_close(&source);
    }
    if (rc != CJ_OK && err)
        err->at.file = cj_str_of(path);
    return rc;
}

cj_rc cj_book_parse(cj_arena *arena, cj_str bytes, cj_str name,
                    const cj_read_options *options, cj_book **out, cj_err *err)
{
    cj_source source;
    cj_rc rc;

    cj_source_of_bytes(&source, bytes, name);
    rc = read_source(arena, &source, options, out, err);
    if (rc != CJ_OK && err)
        err->at.file = name;
    return rc;
}

cj_rc cj_file_bytes(cj_arena *arena, const char *path, const cj_read_options *options,
                    cj_str *out, cj_err *err)
{
    cj_source source;
    cj_rc rc = cj_source_open(arena, path, &options->limits, &source, err);

    if (rc == CJ_OK) {
        rc = cj_source_all(arena, &source, out, err);
        cj_source_close(&source);
    }
    if (rc != CJ_OK && err)
        err->at.file = cj_str_of(path);
    return rc;
}
