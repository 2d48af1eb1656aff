/* xlsx_read.c - .xlsx and .xlsm: from the archive to the book, part by part. */
#include "sheet/reader.h"
#include "sheet/xlsx.h"
#include <string.h>

/* An archive may have something in front of it (a self-extracting program, a mail header). */
static int bid(cj_str head)
{
    if (cj_str_starts(head, CJ_STR("PK\3\4")) || cj_str_starts(head, CJ_STR("PK\5\6")) ||
        cj_str_starts(head, CJ_STR("PK00PK\3\4")))
        return 90;
    return cj_str_has(head, CJ_STR("PK\3\4\x14\0")) ? 30 : 0;
}

static bool holds(const cj_package *p, const char *part)
{
    return cj_package_has(p, cj_str_of(part));
}

/* What a package without a workbook is, by the parts that it has. */
static cj_rc refuse(const cj_package *p, cj_err *err)
{
    static const struct {
        const char *part, *name;
    } kinds[] = {
        { "xl/workbook.bin", "Excel (.xlsb)" },
        { "word/document.xml", "Word (.docx)" },
        { "ppt/presentation.xml", "PowerPoint (.pptx)" },
        { "META-INF/manifest.xml", "OpenDocument (LibreOffice)" },
        { "Index/Document.iwa", "Numbers (.numbers)" },
        { "Index.zip", "Numbers (.numbers)" },
        { "visio/document.xml", "Visio (.vsdx)" },
    };
    static const cj_text other = {
        "this is a file of {0}, which is not read; open it there and save it as .xlsx",
        "{0} のファイルは読み取れません。そのアプリで開き、.xlsx "
        "として保存し直してください。"
    };
    static const cj_text no_workbook = {
        "this is a ZIP archive without an Excel workbook in it; if workbooks were zipped "
        "together, unpack them first",
        "ZIPファイルですが、Excelのブックではありません。"
        "ブックをまとめて圧縮したものなら、先に展開してください。"
    };
    cj_str none = { NULL, 0 };
    size_t i;

    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (holds(p, kinds[i].part))
            return cj_fail(err, CJ_ETYPE, other, cj_str_of(kinds[i].name), none);
    return cj_fail(err, CJ_ETYPE, no_workbook, none, none);
}

/* The package says where its workbook is; where it does not, the usual place is tried. */
static cj_rc find_workbook(cj_xlsx *x, cj_err *err)
{
    cj_str root = { "", 0 }, usual = CJ_STR("xl/workbook.xml"), type;
    cj_relations relations;
    const cj_relation *main, *custom;
    cj_rc rc = cj_package_relations(&x->package, root, &relations, err);

    if (rc != CJ_OK)
        return rc;
    main = cj_relation_by_type(&relations, CJ_STR("officeDocument"), NULL);
    custom = cj_relation_by_type(&relations, CJ_STR("custom-properties"), NULL);
    if (custom)
        x->properties = cj_package_target(&x->package, root, custom);
    x->workbook = main ? cj_package_target(&x->package, root, main) : usual;
    if (!cj_package_has(&x->package, x->workbook))
        x->workbook = usual;
    if (!cj_package_has(&x->package, x->workbook))
        return refuse(&x->package, err);
    rc = cj_package_content_type(&x->package, x->workbook, &type, err);
    if (cj_str_has(type, CJ_STR("macroEnabled")))
        x->book->format = CJ_XLSM;
    if (cj_str_ends(x->workbook, CJ_STR(".bin")) || cj_str_has(type, CJ_STR("binary")) ||
        cj_str_has(type, CJ_STR("wordprocessingml")) ||
        cj_str_has(type, CJ_STR("presentationml")))
        return refuse(&x->package, err);
    return rc;
}

static cj_rc read_parts(cj_xlsx *x, cj_err *err)
{
    cj_rc rc = find_workbook(x, err);
    size_t i;

    if (rc == CJ_OK)
        rc = cj_xlsx_read_workbook(x, err);
    if (rc == CJ_OK)
        rc = cj_xlsx_read_strings(x, err);
    if (rc == CJ_OK)
        rc = cj_xlsx_read_styles(x, err);
    if (rc == CJ_OK)
        rc = cj_xlsx_read_people(x, err);
    if (rc == CJ_OK)
        rc = cj_xlsx_read_properties(x, err);
    if (rc == CJ_OK && x->extras)
        rc = cj_xlsx_extras(x, err);
    for (i = 0; rc == CJ_OK && i < x->book->n_sheets; i++) {
        if (x->sheets && i >= x->sheets)
            break;
        rc = cj_xlsx_read_sheet(x, i, err);
        if (rc != CJ_OK && err)
            err->at.sheet = x->book->sheets[i].name;
    }
    return rc;
}

/* What an error points to must outlive the reading. */
static void keep_args(cj_arena *arena, cj_err *err)
{
    size_t i;

    for (i = 0; err && i < sizeof err->arg / sizeof *err->arg; i++)
        err->arg[i] = cj_str_copy(arena, err->arg[i]);
}

static cj_rc read_xlsx(cj_arena *arena, const cj_source *source,
                       const cj_read_options *options, cj_book **out, cj_err *err)
{
    cj_arena *scratch = cj_arena_new(0);
    cj_xlsx x;
    cj_rc rc;

    memset(&x, 0, sizeof x);
    x.arena = arena;
    x.limits = &options->limits;
    x.extras = options->extras;
    x.grounds = options->grounds;
    x.sheets = options->sheets;
    x.book = cj_book_new(arena, CJ_XLSX);
    x.book->can = CJ_CAN_FORMULAS | CJ_CAN_MERGES | CJ_CAN_NOTES | CJ_CAN_HIDDEN |
                  CJ_CAN_DATES | CJ_CAN_FILLS | CJ_CAN_FONTS | CJ_CAN_LINKS;
    rc = cj_package_open(scratch, source, x.limits, &x.package, err);
    if (rc == CJ_OK)
        rc = read_parts(&x, err);
    if (rc != CJ_OK)
        keep_args(arena, err);
    cj_arena_free(scratch);
    *out = rc == CJ_OK ? x.book : NULL;
    return rc;
}

const cj_reader cj_xlsx_reader = { "xlsx", bid, read_xlsx };

/* ---- shared by the rooms -------------------------------------------------------------------- */

bool cj_range_parse(cj_str ref, cj_range *out)
{
    size_t colon = cj_str_find(ref, CJ_STR(":"));
    unsigned swap;

    if (!cj_ref_parse(cj_str_cut(ref, 0, colon), &out->row1, &out->col1))
        return false;
    out->row2 = out->row1;
    out->col2 = out->col1;
    if (colon != CJ_NONE &&
        !cj_ref_parse(cj_str_from(ref, colon + 1), &out->row2, &out->col2))
        return false;
    if (out->row1 > out->row2) {
        swap = out->row1;
        out->row1 = out->row2;
        out->row2 = swap;
    }
    if (out->col1 > out->col2) {
        swap = out->col1;
        out->col1 = out->col2;
        out->col2 = swap;
    }
    return true;
}

cj_rc cj_xlsx_count_text(cj_xlsx *x, size_t n, cj_err *err)
{
    static const cj_text says = {
        "the workbook's cells hold more than {0} bytes of text, which is over the limit",
        "ブックの文字列が多すぎます（上限 {0} バイト）。"
    };
    cj_str none = { NULL, 0 };

    if (n > x->limits->string_bytes - x->book->string_bytes)
        return cj_fail(err, CJ_ELIMIT, says,
                       cj_str_fmt(x->arena, "%zu", x->limits->string_bytes), none);
    x->book->string_bytes += n;
    return CJ_OK;
}

cj_rc cj_xlsx_too_many(cj_xlsx *x, size_t limit, cj_err *err)
{
    static const cj_text says = {
        "the workbook holds a list of more than {0} entries, which is over the limit",
        "ブック内部の項目が多すぎます（上限 {0} 個）。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, says, cj_str_fmt(x->arena, "%zu", limit), none);
}
