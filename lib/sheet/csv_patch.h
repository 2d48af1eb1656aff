/* csv_patch.h - the records of a CSV with edits in them, between the bytes that stay. */
#ifndef CJ_SHEET_CSV_PATCH_H
#define CJ_SHEET_CSV_PATCH_H

#include "sheet/edits.h"

typedef struct cj_csv_patching {
    cj_str head; /* what stands in front of the records and stays */
    cj_str text; /* the records */
    char delimiter;
    cj_str newline;            /* between new records */
    const cj_sheet_plan *plan; /* of the only sheet */
} cj_csv_patching;

/* The whole text as it becomes. */
cj_str cj_csv_patched(cj_arena *arena, const cj_csv_patching *patching);
/* Where a row or column is after all shifts; 0: it is gone. It may lie past what a sheet can hold. */
uint64_t cj_csv_place_after(const cj_sheet_plan *plan, uint32_t at, bool cols);

#endif
