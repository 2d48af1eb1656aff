/* patch.c - edits in the bytes of a file, whatever kind it is. */
#include <cj/patch.h>
#include "sheet/reader.h"

cj_rc cj_patch(cj_arena *arena, cj_str bytes, cj_str name, const cj_read_options *options,
               const cj_edit *edits, size_t n, cj_str *out, cj_err *err)
{
    static const cj_text old = {
        "a workbook of the old kind (.xls) cannot be changed in place; save it as .xlsx in Excel, or "
        "write a new .xlsx",
        "旧形式のブック（.xls）は直接変更できません。Excel で .xlsx として保存し直すか、新しい .xlsx に"
        "書き込んでください。"
    };
    cj_str head = cj_str_cut(bytes, 0, CJ_HEAD), none = { NULL, 0 };
    int xlsx = cj_xlsx_reader.bid(head), xls = cj_xls_reader.bid(head),
        csv = cj_csv_reader.bid(head);

    *out = bytes;
    if (xls > xlsx && xls > csv) {
        cj_fail(err, CJ_ETYPE, old, none, none);
        if (err)
            err->at.file = name;
        return CJ_ETYPE;
    }
    if (xlsx > csv)
        return cj_xlsx_patch(arena, bytes, name, options, edits, n, out, err);
    return cj_csv_patch(arena, bytes, name, options, edits, n, out, err);
}
