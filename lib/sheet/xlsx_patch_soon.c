/* xlsx_patch_soon.c - rooms that are being built; each goes when its own file comes. */
#include "sheet/xlsx_patch.h"

#define SOON __attribute__((weak))

static cj_rc not_yet(cj_err *err)
{
    static const cj_text says = { "not built yet", "まだありません。" };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_EUSAGE, says, none, none);
}

SOON cj_rc cj_patch_shift(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    (void)p;
    (void)plan;
    return not_yet(err);
}
SOON cj_rc cj_patch_notes(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    (void)p;
    (void)plan;
    return not_yet(err);
}
SOON cj_rc cj_patch_calculation(cj_patching *p, cj_err *err)
{
    (void)p;
    (void)err;
    return CJ_OK;
}
SOON cj_rc cj_patch_seen(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    (void)p;
    (void)plan;
    (void)err;
    return CJ_OK;
}
