/* xlsx_patch_sheets.c - sheets that come, go, or stand in place of another in a workbook. */
#include "base/utf8.h"
#include "sheet/xlsx_patch_workbook.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_sheet_write.h"

static const cj_str none = { NULL, 0 };

#define WORKSHEET \
    CJ_STR("application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")

/* The place of a sheet in the list as it is now, or where it would be. */
static size_t place_of(const cj_patching *p, unsigned sheet)
{
    size_t i, at = 0;

    for (i = 0; i < p->n_sheets && i < sheet; i++)
        at += !p->sheet[i].gone;
    return at;
}

/* ---- what is refused -------------------------------------------------------------------------------- */

static cj_rc refuse_name(cj_patching *p, const cj_edit *e, cj_err *err)
{
    static const cj_text says = {
        "the workbook has a sheet named \"{0}\" already; rename or remove that one",
        "「{0}」という名前のシートがすでにあります。そのシートの名前を変えるか、削除してください。"
    };
    cj_str folded = cj_utf8_fold(p->arena, e->made->name);
    size_t i;

    for (i = 0; i < p->n_sheets; i++)
        if (i != e->sheet && !p->sheet[i].gone &&
            cj_str_eq(cj_utf8_fold(p->arena, p->sheet[i].name), folded))
            return cj_fail(err, CJ_EFORMAT, says, e->made->name, none);
    return CJ_OK;
}

/* What no file can hold. */
static cj_rc refuse_made(cj_patching *p, const cj_edit *e, cj_err *err)
{
    cj_sheet one = *e->made;
    cj_book alone = *e->from;

    alone.sheets = &one;
    alone.n_sheets = 1;
    alone.n_properties = 0;
    return cj_xlsx_refuse(p->arena, &alone, err);
}

static cj_rc refuse_mentioned(cj_patching *p, unsigned sheet, const cj_mention *m,
                              cj_err *err)
{
    static const cj_text cell = {
        "the sheet \"{0}\" cannot be taken out, because the formula in this cell refers to it; "
        "change the formula, then run this again",
        "シート「{0}」はこのセルの数式から参照されているため、削除や改名ができません。"
        "数式を直してから、もう一度実行してください。"
    };
    static const cj_text elsewhere = {
        "the sheet \"{0}\" cannot be taken out, because a formula in {1} refers to it; change "
        "that in Excel, then run this again",
        "シート「{0}」は {1} の数式から参照されているため、削除や改名ができません。"
        "Excelで参照を外してから、もう一度実行してください。"
    };
    cj_str name = p->sheet[sheet].name;

    if (m->sheet == CJ_NO_SHEET)
        return cj_fail(err, CJ_EFORMAT, elsewhere, name, m->where);
    cj_fail(err, CJ_EFORMAT, cell, name, none);
    return cj_patch_at(p, m->sheet, m->row, m->col, err);
}

/* Parts that speak of others by more than relations. */
static cj_rc refuse_pivots(cj_patching *p, unsigned sheet, cj_err *err)
{
    static const cj_text says = {
        "the sheet \"{0}\" holds a pivot table or a slicer, so it can only be taken out in Excel",
        "シート「{0}」にはピボットテーブルかスライサーがあるため、Excelでしか削除できません。"
    };
    static const char *const kinds[] = { "pivotTable", "slicer", "timeline" };
    cj_relations relations;
    cj_rc rc = cj_parts_relations(&p->parts, p->sheet[sheet].part, &relations, err);
    size_t i;

    for (i = 0; rc == CJ_OK && i < sizeof kinds / sizeof *kinds; i++)
        if (cj_relation_by_type(&relations, cj_str_of(kinds[i]), NULL))
            rc = cj_fail(err, CJ_EFORMAT, says, p->sheet[sheet].name, none);
    return rc;
}

static cj_rc refuse_unseen(cj_patching *p, unsigned sheet, cj_err *err)
{
    static const cj_text says = {
        "without the sheet \"{0}\" no sheet of the workbook would be visible; unhide another one "
        "first",
        "シート「{0}」を削除すると、表示されるシートがなくなります。先に別のシートを再表示してください。"
    };

    return cj_fail(err, CJ_EFORMAT, says, sheet < p->n_sheets ? p->sheet[sheet].name : none,
                   none);
}

/* ---- what was there --------------------------------------------------------------------------------- */

/* A sheet that goes or is replaced, with what may go too. */
typedef struct old_sheet {
    unsigned sheet;
    size_t at;
    bool *reached;
    cj_mention mention, table; /* who speaks of it, or of a table on it */
    cj_sheet_kept kept;
} old_sheet;

static cj_rc look_into(cj_patching *p, cj_str part, old_sheet *out, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(&p->parts, part, &in, err);
    bool formulas = false;

    while (rc == CJ_OK && !formulas && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        formulas = cj_raw_is(&piece, "f");
        if (cj_raw_is(&piece, "sheetPr"))
            out->kept.code_name =
                cj_str_copy(p->arena, cj_raw_attr(p->arena, &piece, "codeName"));
    }
    p->formulas_moved = p->formulas_moved || formulas;
    return rc;
}

static cj_rc look_at(cj_patching *p, unsigned sheet, old_sheet *out, cj_err *err)
{
    cj_str part = p->sheet[sheet].part;
    cj_rc rc = part.n ? refuse_pivots(p, sheet, err) : CJ_OK;

    out->sheet = sheet;
    out->at = place_of(p, sheet);
    if (rc == CJ_OK && part.n)
        rc = look_into(p, part, out, err);
    if (rc == CJ_OK)
        rc = cj_patch_reached(p, part, &out->reached, err);
    if (rc == CJ_OK)
        rc = cj_patch_mentioned(p, sheet, out->at, out->reached, &out->mention, err);
    if (rc == CJ_OK && part.n)
        rc = cj_patch_tables_mentioned(p, sheet, out->reached, &out->table, err);
    if (rc == CJ_OK && out->table.found)
        rc = refuse_mentioned(p, sheet, &out->table, err);
    return rc;
}

/* ---- sheets that come ------------------------------------------------------------------------------- */

static bool shared_part(const cj_patching *p, unsigned sheet)
{
    size_t i;

    for (i = 0; i < p->n_sheets; i++)
        if (i != sheet && cj_str_eq(p->sheet[i].part, p->sheet[sheet].part))
            return true;
    return false;
}

static cj_rc new_part(cj_patching *p, cj_str *part, cj_str *id, cj_err *err)
{
    size_t n = p->workbook.n;
    cj_rc rc;

    while (n && p->workbook.p[n - 1] != '/')
        n--;
    *part = cj_parts_free_name(
        &p->parts,
        cj_str_z(p->arena, cj_str_fmt(p->arena, CJ_FMT "worksheets/sheet",
                                      CJ_ARG(cj_str_cut(p->workbook, 0, n)))),
        ".xml");
    cj_parts_set(&p->parts, *part, CJ_STR("")); /* the name is taken */
    rc = cj_parts_type(&p->parts, *part, WORKSHEET, err);
    return rc == CJ_OK
               ? cj_parts_relate(&p->parts, p->workbook, "worksheet", *part, id, err)
               : rc;
}

static void write_part(cj_patching *p, const cj_edit *e, cj_str part,
                       const cj_sheet_kept *kept)
{
    cj_str xml, relations, name = cj_relations_name(p->arena, part);

    cj_sheet_write(p, e->from, e->made, kept, &xml, &relations);
    cj_parts_set(&p->parts, part, xml);
    if (relations.n)
        cj_parts_set(&p->parts, name, relations);
    else if (cj_parts_has(&p->parts, name))
        cj_parts_remove(&p->parts, name);
}

static cj_patch_sheet *entry(cj_patching *p, unsigned sheet)
{
    if (sheet != CJ_NO_SHEET)
        return &p->sheet[sheet];
    CJ_ROOM(p->arena, p->sheet, p->n_sheets, p->cap_sheets);
    memset(&p->sheet[p->n_sheets], 0, sizeof *p->sheet);
    return &p->sheet[p->n_sheets++];
}

/* When the part and its relations are in their places. */
static cj_rc write_notes(cj_patching *p, const cj_edit *e, cj_err *err)
{
    unsigned sheet = e->sheet == CJ_NO_SHEET ? (unsigned)p->n_sheets - 1 : e->sheet;
    cj_book_note *note;
    cj_str xml;
    size_t n = cj_sheet_write_notes(p, e->from, e->made, &note, &xml);

    return n ? cj_patch_notes_made(p, sheet, note, n, xml, err) : CJ_OK;
}

static cj_rc add(cj_patching *p, const cj_edit *e, const cj_listed *now, cj_err *err)
{
    static const cj_sheet_kept nothing = { false, { "", 0 } };
    cj_listing change = { CJ_LIST_ADD, now->n, e->made, none };
    cj_patch_sheet *s;
    cj_str part;
    cj_rc rc;

    if (e->sheet != CJ_NO_SHEET)
        change.at = place_of(p, e->sheet);
    rc = new_part(p, &part, &change.id, err);
    if (rc != CJ_OK)
        return rc;
    write_part(p, e, part, &nothing);
    s = entry(p, e->sheet);
    *s = (cj_patch_sheet){ .name = e->made->name, .part = part, .kind = CJ_WORKSHEET };
    rc = cj_patch_list(p, now, &change, err);
    return rc == CJ_OK ? write_notes(p, e, err) : rc;
}

static cj_rc replace(cj_patching *p, const cj_edit *e, const cj_listed *now, cj_err *err)
{
    cj_patch_sheet *s = &p->sheet[e->sheet];
    old_sheet old = { 0 };
    cj_listing change = { CJ_LIST_REPLACE, place_of(p, e->sheet), e->made, none };
    cj_rc rc = look_at(p, e->sheet, &old, err);
    bool same = cj_str_eq(s->name, e->made->name), keeps;
    cj_str part = s->part, was = change.at < now->n ? now->id[change.at] : none;

    if (rc == CJ_OK && old.mention.found && !same)
        rc = refuse_mentioned(p, e->sheet, &old.mention, err);
    if (rc == CJ_OK && cj_listed_active(now, &change) == CJ_NONE)
        rc = refuse_unseen(p, e->sheet, err);
    p->recalculate = p->recalculate || old.mention.found;
    keeps = part.n && s->kind == CJ_WORKSHEET && !shared_part(p, e->sheet);
    if (rc == CJ_OK && !keeps)
        rc = new_part(p, &part, &change.id, err);
    if (rc == CJ_OK && !keeps && was.n)
        rc = cj_parts_unrelate(&p->parts, p->workbook, was, err);
    if (rc != CJ_OK)
        return rc;
    old.kept.selected = change.at == now->active;
    write_part(p, e, part, &old.kept);
    *s = (cj_patch_sheet){ .name = e->made->name, .part = part, .kind = CJ_WORKSHEET };
    rc = cj_patch_list(p, now, &change, err);
    if (rc == CJ_OK)
        rc = cj_patch_collect(p, old.reached, err);
    return rc == CJ_OK ? write_notes(p, e, err) : rc;
}

static cj_rc take_out(cj_patching *p, const cj_edit *e, const cj_listed *now, cj_err *err)
{
    cj_listing change = { CJ_LIST_REMOVE, place_of(p, e->sheet), NULL, none };
    old_sheet old = { 0 };
    cj_rc rc = look_at(p, e->sheet, &old, err);

    if (rc == CJ_OK && old.mention.found)
        rc = refuse_mentioned(p, e->sheet, &old.mention, err);
    if (rc == CJ_OK && cj_listed_active(now, &change) == CJ_NONE)
        rc = refuse_unseen(p, e->sheet, err);
    if (rc == CJ_OK)
        rc = cj_patch_list(p, now, &change, err);
    if (rc == CJ_OK && change.at < now->n && now->id[change.at].n)
        rc = cj_parts_unrelate(&p->parts, p->workbook, now->id[change.at], err);
    if (rc != CJ_OK)
        return rc;
    p->sheet[e->sheet].gone = true;
    p->sheet[e->sheet].part = none;
    return cj_patch_collect(p, old.reached, err);
}

cj_rc cj_patch_whole_sheet(cj_patching *p, const cj_edit *e, cj_err *err)
{
    bool there = e->sheet != CJ_NO_SHEET && !p->sheet[e->sheet].gone;
    cj_listed now;
    cj_rc rc = cj_patch_listed(p, &now, err);

    if (rc == CJ_OK && e->kind == CJ_EDIT_SHEET_OUT)
        return there ? take_out(p, e, &now, err) : CJ_OK;
    if (rc == CJ_OK)
        rc = refuse_made(p, e, err);
    if (rc == CJ_OK)
        rc = refuse_name(p, e, err);
    if (rc == CJ_OK)
        rc = cj_patch_styles_open(p, err);
    if (rc != CJ_OK)
        return rc;
    return there ? replace(p, e, &now, err) : add(p, e, &now, err);
}
