/* xlsx_patch.c - edits made in the bytes of a workbook, part by part; all others stay as they are. */
#include "sheet/xlsx_patch.h"
#include "sheet/reader.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_text.h"
#include <cj/patch.h>

static const cj_str none = { NULL, 0 };

/* ---- the workbook ------------------------------------------------------------------------------------ */

/* Kinds of relations that the package may have, and that nobody may write past. */
static cj_rc refuse_signed(const cj_relations *relations, cj_err *err)
{
    static const cj_text says = {
        "the workbook is signed, and any change would break the signature; remove the signature "
        "in Excel (File > Info), or save a copy under another name",
        "ブックにデジタル署名があり、変更すると署名が無効になります。Excelの［ファイル］＞［情報］で署名を"
        "外すか、別の名前で保存したブックを使ってください。"
    };

    return cj_relation_by_type(relations, CJ_STR("origin"), NULL)
               ? cj_fail(err, CJ_ETYPE, says, none, none)
               : CJ_OK;
}

static cj_rc find_workbook(cj_patching *p, cj_err *err)
{
    static const cj_text says = {
        "the file is no Excel workbook (.xlsx, .xlsm), so it cannot be "
        "edited in place",
        "Excelのブック（.xlsx、.xlsm）ではないため、直接は編集できません。"
    };
    cj_str root = { "", 0 };
    cj_relations relations;
    const cj_relation *main;
    cj_rc rc = cj_parts_relations(&p->parts, root, &relations, err);

    if (rc == CJ_OK)
        rc = refuse_signed(&relations, err);
    if (rc != CJ_OK)
        return rc;
    main = cj_relation_by_type(&relations, CJ_STR("officeDocument"), NULL);
    p->workbook = main ? cj_parts_target(&p->parts, root, main) : CJ_STR("xl/workbook.xml");
    if (!cj_parts_has(&p->parts, p->workbook))
        p->workbook = CJ_STR("xl/workbook.xml");
    if (!cj_parts_has(&p->parts, p->workbook) || cj_str_ends(p->workbook, CJ_STR(".bin")))
        return cj_fail(err, CJ_ETYPE, says, none, none);
    return CJ_OK;
}

static void add_sheet(cj_patching *p, const cj_relations *relations, const cj_raw *tag)
{
    const cj_relation *r = cj_relation_by_id(relations, cj_raw_attr(p->arena, tag, ":id"));
    cj_patch_sheet *s;

    CJ_ROOM(p->arena, p->sheet, p->n_sheets, p->cap_sheets);
    s = &p->sheet[p->n_sheets++];
    memset(s, 0, sizeof *s);
    s->name = cj_xstring_decoded(p->arena, cj_raw_attr(p->arena, tag, "name"));
    s->kind = r && !cj_str_eq(r->type, CJ_STR("worksheet")) ? CJ_CHARTSHEET : CJ_WORKSHEET;
    if (r && !r->external)
        s->part = cj_parts_target(&p->parts, p->workbook, r);
    if (s->part.n && !cj_parts_has(&p->parts, s->part))
        s->part = none;
}

/* As the reader has them: every <sheet>, in order. */
static cj_rc read_sheets(cj_patching *p, cj_err *err)
{
    cj_relations relations;
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_relations(&p->parts, p->workbook, &relations, err);

    if (rc == CJ_OK)
        rc = cj_parts_read(&p->parts, p->workbook, &in, err);
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (cj_raw_is(&piece, "workbookPr"))
            p->date1904 = cj_xml_true(cj_raw_attr(p->arena, &piece, "date1904"));
        else if (cj_raw_is(&piece, "sheet"))
            add_sheet(p, &relations, &piece);
    }
    return rc;
}

/* ---- what is asked ----------------------------------------------------------------------------------- */

static cj_rc out_of_place(const cj_patching *p, const cj_edit *e, cj_err *err)
{
    static const cj_text nowhere = { "there is no sheet number {0} to edit",
                                     "{0}番目のシートはないため、編集できません。" };
    static const cj_text beyond = { "the cell lies outside of what a sheet can hold",
                                    "シートの範囲を超えるセルは編集できません。" };

    if (e->sheet >= p->n_sheets)
        return cj_fail(err, CJ_EUSAGE, nowhere, cj_str_fmt(p->arena, "%u", e->sheet + 1),
                       none);
    cj_fail(err, CJ_EUSAGE, beyond, none, none);
    return cj_patch_at(p, e->sheet, e->row, e->col, err);
}

static bool fits(const cj_patching *p, const cj_edit *e)
{
    switch (e->kind) {
    case CJ_EDIT_PROPERTY:
        return true;
    case CJ_EDIT_SHEET:
        return e->sheet == CJ_NO_SHEET || e->sheet < p->n_sheets;
    case CJ_EDIT_SHEET_OUT:
        return e->sheet < p->n_sheets;
    default:
        break;
    }
    if (e->sheet >= p->n_sheets || !p->sheet[e->sheet].part.n ||
        p->sheet[e->sheet].kind != CJ_WORKSHEET)
        return false;
    if (e->kind == CJ_EDIT_ROWS_IN || e->kind == CJ_EDIT_ROWS_OUT ||
        e->kind == CJ_EDIT_APPEND)
        return e->row >= 1 && e->row <= CJ_MOST_ROWS && e->count <= CJ_MOST_ROWS;
    if (e->kind == CJ_EDIT_COLS_IN || e->kind == CJ_EDIT_COLS_OUT)
        return e->col >= 1 && e->col <= CJ_MOST_COLS && e->count <= CJ_MOST_COLS;
    return e->row >= 1 && e->row <= CJ_MOST_ROWS && e->col >= 1 && e->col <= CJ_MOST_COLS;
}

cj_rc cj_patch_at(const cj_patching *p, unsigned sheet, uint32_t row, uint32_t col,
                  cj_err *err)
{
    if (err) {
        err->at.sheet = sheet < p->n_sheets ? p->sheet[sheet].name : none;
        err->at.row = row;
        err->at.col = col;
        return err->rc;
    }
    return CJ_EFORMAT;
}

/* ---- making the edits -------------------------------------------------------------------------------- */

static cj_rc edit_sheet(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    cj_rc rc = CJ_OK;

    if (plan->n_shifts)
        rc = cj_patch_shift(p, plan, err);
    if (rc == CJ_OK && plan->n_cells + plan->n_fills)
        rc = cj_patch_cells(p, plan, err);
    if (rc == CJ_OK && plan->n_cells)
        rc = cj_patch_tables(p, plan, err);
    if (rc == CJ_OK && plan->n_cells)
        rc = cj_patch_seen(p, plan, err);
    if (rc == CJ_OK && plan->n_notes)
        rc = cj_patch_notes(p, plan, err);
    return rc;
}

static cj_rc edit_whole(cj_patching *p, const cj_edit *e, cj_err *err)
{
    return e->kind == CJ_EDIT_PROPERTY ? cj_patch_property(p, e, err)
                                       : cj_patch_whole_sheet(p, e, err);
}

static cj_rc make_edits(cj_patching *p, const cj_edit *edits, size_t n, cj_err *err)
{
    cj_edit_plan plan;
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; i < n; i++)
        if (!fits(p, &edits[i]))
            return out_of_place(p, &edits[i], err);
    cj_edits_plan(p->arena, edits, n, &plan);
    for (i = 0; rc == CJ_OK && i < plan.n_sheets; i++)
        rc = edit_sheet(p, &plan.sheet[i], err);
    for (i = 0; rc == CJ_OK && i < plan.n_whole; i++)
        rc = edit_whole(p, &plan.whole[i], err);
    if (rc == CJ_OK && p->styles)
        rc = cj_patch_styles_put(p, err);
    if (rc == CJ_OK && (p->formulas_moved || p->recalculate))
        rc = cj_patch_calculation(p, err);
    return rc;
}

/* What an error points to must outlive the workbook. */
static void keep_err(cj_arena *arena, cj_str name, cj_err *err)
{
    if (!err)
        return;
    *err = *cj_err_copy(arena, err);
    err->at.file = name;
}

cj_rc cj_xlsx_patch(cj_arena *arena, cj_str bytes, cj_str name,
                    const cj_read_options *options, const cj_edit *edits, size_t n,
                    cj_str *out, cj_err *err)
{
    cj_arena *scratch;
    cj_source source;
    cj_patching p;
    cj_rc rc;

    *out = bytes;
    if (!n)
        return CJ_OK;
    scratch = cj_arena_new(0);
    memset(&p, 0, sizeof p);
    p.arena = scratch;
    cj_source_of_bytes(&source, bytes, name);
    rc = cj_package_open(scratch, &source, &options->limits, &p.package, err);
    if (rc == CJ_OK) {
        cj_parts_init(scratch, &p.package, &p.parts);
        rc = find_workbook(&p, err);
    }
    if (rc == CJ_OK)
        rc = read_sheets(&p, err);
    if (rc == CJ_OK)
        rc = make_edits(&p, edits, n, err);
    if (rc == CJ_OK && p.parts.n)
        rc = cj_parts_pack(&p.parts, arena, out, err);
    if (rc != CJ_OK)
        keep_err(arena, name, err);
    cj_arena_free(scratch);
    return rc;
}
