/* xlsx_patch_notes.c - notes in a workbook that stays as it is: their texts, and the boxes for them. */
#include "sheet/xlsx.h"
#include "sheet/xlsx_patch_notes.h"
#include "sheet/xlsx_patch_workbook.h"

#define COMMENTS_TYPE \
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
#define VML_TYPE "application/vnd.openxmlformats-officedocument.vmlDrawing"

static const cj_str none = { NULL, 0 };

/* A part that belongs to the sheet. */
typedef struct beside {
    cj_str part, id; /* empty: there is none yet */
    cj_str was;
} beside;

typedef struct noting {
    cj_patching *p;
    const cj_sheet_plan *plan;
    cj_str sheet; /* the part */
    cj_relations relations;
    cj_note_job *job;
    size_t n;
    beside notes, boxes;
} noting;

/* ---- conversations --------------------------------------------------------------------------- */

static cj_rc refuse(const noting *t, const cj_edit *edit, cj_err *err)
{
    static const cj_text says = {
        "{0} has a conversation (a threaded comment), and a note cannot stand beside it; write to "
        "another cell, or end the conversation in Excel",
        "{0} にはスレッド形式のコメントがあり、メモを併記できません。別のセルに書き込むか、"
        "Excelでコメントを削除してください。"
    };
    char ref[CJ_REF_MAX];
    size_t n = cj_ref(ref, edit->row, edit->col);
    cj_str place = { ref, n };
    cj_rc rc = cj_fail(err, CJ_EFORMAT, says, cj_str_copy(t->p->arena, place), none);

    if (err) {
        err->at.sheet = t->p->sheet[t->plan->sheet].name;
        err->at.row = edit->row;
        err->at.col = edit->col;
    }
    return rc;
}

static cj_rc check_thread(const noting *t, const cj_raw *tag, cj_err *err)
{
    cj_range at;
    size_t i;

    if (!cj_range_parse(cj_raw_attr(t->p->arena, tag, "ref"), &at))
        return CJ_OK;
    for (i = 0; i < t->n; i++)
        if (t->job[i].edit->row == at.row1 && t->job[i].edit->col == at.col1 &&
            t->job[i].edit->text.n)
            return refuse(t, t->job[i].edit, err);
    return CJ_OK;
}

static cj_rc check_threads(const noting *t, cj_err *err)
{
    const cj_relation *one = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK &&
           (one = cj_relation_by_type(&t->relations, CJ_STR("threadedComment"), one))) {
        cj_str part = cj_parts_target(&t->p->parts, t->sheet, one);
        cj_raw_reader in;
        cj_raw piece;

        if (!cj_parts_has(&t->p->parts, part))
            continue;
        rc = cj_parts_read(&t->p->parts, part, &in, err);
        while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
               piece.kind != CJ_RAW_END)
            if (cj_raw_is(&piece, "threadedComment"))
                rc = check_thread(t, &piece, err);
    }
    return rc;
}

/* ---- parts ----------------------------------------------------------------------------------- */

static cj_rc find_part(const noting *t, const cj_relation *relation, beside *out,
                       cj_err *err)
{
    cj_str part;

    *out = (beside){ { "", 0 }, { "", 0 }, { "", 0 } };
    if (!relation || relation->external)
        return CJ_OK;
    part = cj_parts_target(&t->p->parts, t->sheet, relation);
    if (!cj_parts_has(&t->p->parts, part))
        return CJ_OK;
    out->part = part;
    out->id = relation->id;
    return cj_parts_text(&t->p->parts, part, &out->was, err);
}

/* A part that is no longer needed goes, with all that speaks of it but the sheet's own element. */
static cj_rc drop(const noting *t, const beside *b, cj_err *err)
{
    cj_rc rc = cj_parts_unrelate(&t->p->parts, t->sheet, b->id, err);

    cj_parts_remove(&t->p->parts, b->part);
    return rc == CJ_OK ? cj_parts_type(&t->p->parts, b->part, none, err) : rc;
}

static cj_rc put_notes(noting *t, cj_str xml, cj_err *err)
{
    cj_parts *parts = &t->p->parts;
    cj_rc rc = CJ_OK;

    if (!xml.n)
        return t->notes.part.n ? drop(t, &t->notes, err) : CJ_OK;
    if (!t->notes.part.n) {
        t->notes.part = cj_parts_free_name(parts, "xl/comments", ".xml");
        rc = cj_parts_type(parts, t->notes.part, CJ_STR(COMMENTS_TYPE), err);
        if (rc == CJ_OK)
            rc = cj_parts_relate(parts, t->sheet, "comments", t->notes.part, &t->notes.id,
                                 err);
    }
    cj_parts_set(parts, t->notes.part, xml);
    return rc;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* The first number of shapes that no drawing has. */
static cj_rc find_block(cj_patching *p, cj_err *err)
{
    const cj_zip *zip = &p->package.zip;
    cj_rc rc = CJ_OK;
    size_t i;

    if (p->shape_block)
        return CJ_OK;
    p->shape_block = 1;
    for (i = 0; rc == CJ_OK && i < zip->n_entries; i++) {
        cj_str vml = CJ_STR("");
        uint32_t used;

        if (!cj_str_ends(zip->entries[i].name, CJ_STR(".vml")) ||
            !cj_parts_has(&p->parts, zip->entries[i].name))
            continue;
        rc = cj_parts_text(&p->parts, zip->entries[i].name, &vml, err);
        used = rc == CJ_OK ? cj_note_blocks_used(p->arena, vml) : 0;
        p->shape_block = used >= p->shape_block ? used + 1 : p->shape_block;
    }
    return rc;
}

static cj_rc tell_sheet(const noting *t, const cj_note_sheet *sheet, cj_err *err)
{
    const char *space = sheet->strict ? "http://purl.oclc.org/ooxml/officeDocument/"
                                        "relationships"
                                      : "http://schemas.openxmlformats.org/officeDocument/"
                                        "2006/relationships";
    cj_str declared = CJ_STR(""), name = sheet->relation, xml;

    if (!name.n) {
        name = CJ_STR("r:");
        declared = cj_str_fmt(t->p->arena, " xmlns:r=\"%s\"", space);
    }
    xml = cj_str_fmt(t->p->arena, "<legacyDrawing" CJ_FMT " " CJ_FMT "id=\"" CJ_FMT "\"/>",
                     CJ_ARG(declared), CJ_ARG(name), CJ_ARG(t->boxes.id));
    return cj_patch_put_child(t->p, t->sheet, cj_worksheet_order, "legacyDrawing", xml,
                              true, err);
}

static cj_rc put_boxes(noting *t, const cj_note_sheet *sheet, cj_str vml, cj_err *err)
{
    cj_parts *parts = &t->p->parts;
    cj_rc rc;

    if (!vml.n) {
        rc = t->boxes.part.n ? drop(t, &t->boxes, err) : CJ_OK;
        return rc == CJ_OK && t->boxes.part.n
                   ? cj_patch_put_child(t->p, t->sheet, cj_worksheet_order, "legacyDrawing",
                                        CJ_STR(""), true, err)
                   : rc;
    }
    if (t->boxes.part.n) {
        if (!cj_str_eq(vml, t->boxes.was))
            cj_parts_set(parts, t->boxes.part, vml);
        return CJ_OK;
    }
    t->boxes.part = cj_parts_free_name(parts, "xl/drawings/vmlDrawing", ".vml");
    cj_parts_set(parts, t->boxes.part, vml);
    rc = cj_parts_type_of_all(parts, "vml", VML_TYPE, err);
    if (rc == CJ_OK)
        rc = cj_parts_relate(parts, t->sheet, "vmlDrawing", t->boxes.part, &t->boxes.id,
                             err);
    return rc == CJ_OK ? tell_sheet(t, sheet, err) : rc;
}

static cj_rc edit_boxes(noting *t, const cj_note_sheet *sheet, cj_err *err)
{
    const cj_relation *relation = cj_relation_by_id(&t->relations, sheet->drawing);
    cj_str vml;
    cj_rc rc = find_part(t, sheet->drawing.n ? relation : NULL, &t->boxes, err);
    bool came = false, changed = false;
    size_t i;

    for (i = 0; i < t->n; i++) {
        came = came || t->job[i].came;
        changed = changed || t->job[i].gone || t->job[i].longer;
    }
    if (rc == CJ_OK && came)
        rc = find_block(t->p, err);
    if (rc != CJ_OK || (!came && (!changed || !t->boxes.was.n)))
        return rc;
    rc = cj_note_boxes(t->p->arena, t->boxes.part, t->boxes.was, t->job, t->n, sheet->sizes,
                       &t->p->shape_block, &vml, err);
    return rc == CJ_OK ? put_boxes(t, sheet, vml, err) : rc;
}

/* ---- all ------------------------------------------------------------------------------------- */

static cj_rc edit(noting *t, cj_err *err)
{
    cj_note_sheet sheet;
    cj_str xml;
    cj_rc rc = find_part(t, cj_relation_by_type(&t->relations, CJ_STR("comments"), NULL),
                         &t->notes, err);

    if (rc == CJ_OK)
        rc = cj_note_sheet_read(t->p, t->sheet, &sheet, err);
    if (rc == CJ_OK)
        rc = cj_notes_part_edit(t->p->arena, t->p->package.limits, t->notes.part,
                                t->notes.was, sheet.strict, t->job, t->n, &xml, err);
    if (rc != CJ_OK || cj_str_eq(xml, t->notes.was))
        return rc;
    rc = put_notes(t, xml, err);
    return rc == CJ_OK ? edit_boxes(t, &sheet, err) : rc;
}

cj_rc cj_patch_notes(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    noting t = { .p = p, .plan = plan, .sheet = p->sheet[plan->sheet].part };
    cj_rc rc;
    size_t i;

    if (!plan->n_notes || !t.sheet.n)
        return CJ_OK;
    t.job = CJ_NEW_N(p->arena, cj_note_job, plan->n_notes);
    for (i = 0; i < plan->n_notes; i++)
        t.job[i].edit = &plan->note[i];
    t.n = plan->n_notes;
    rc = cj_parts_relations(&p->parts, t.sheet, &t.relations, err);
    if (rc == CJ_OK)
        rc = check_threads(&t, err);
    return rc == CJ_OK ? edit(&t, err) : rc;
}

/* Those of a sheet that was put into the workbook: `xml` is the part with their texts. */
cj_rc cj_patch_notes_made(cj_patching *p, unsigned sheet, const cj_book_note *note,
                          size_t n, cj_str xml, cj_err *err)
{
    cj_sheet_plan plan = { .sheet = sheet };
    noting t = { .p = p, .plan = &plan, .sheet = p->sheet[sheet].part, .n = n };
    cj_edit *edit = CJ_NEW_N(p->arena, cj_edit, n + 1);
    cj_note_sheet read;
    cj_rc rc = cj_note_sheet_read(p, t.sheet, &read, err);
    size_t i;

    t.job = CJ_NEW_N(p->arena, cj_note_job, n + 1);
    for (i = 0; i < n; i++) {
        edit[i] = (cj_edit){
            .kind = CJ_EDIT_NOTE, .sheet = sheet, .row = note[i].row, .col = note[i].col
        };
        t.job[i] = (cj_note_job){ .edit = &edit[i], .text = note[i].text, .came = true };
    }
    if (rc == CJ_OK)
        rc = put_notes(&t, xml, err);
    return rc == CJ_OK ? edit_boxes(&t, &read, err) : rc;
}
