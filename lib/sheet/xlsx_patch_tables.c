/* xlsx_patch_tables.c - Excel's own tables: a header's text is the name of its column, in the part too. */
#include "base/utf8.h"
#include "sheet/xlsx.h"
#include "sheet/xlsx_patch.h"

static const cj_str none = { NULL, 0 };

/* One table, as its part says it. */
typedef struct table {
    cj_patching *p;
    const cj_sheet_plan *plan;
    cj_str part;
    cj_range area;
    uint32_t headers, totals; /* rows of it */
    cj_str *column;           /* names, decoded */
    size_t n, cap;
} table;

/* As names of columns are written: a line break is _x000a_, which the text reader resolves too. */
static cj_str written(cj_arena *arena, cj_str name)
{
    cj_str line;
    cj_buf b;
    bool first = true;

    cj_buf_init(&b, arena);
    while (cj_str_split(&name, '\n', &line)) {
        if (!first)
            cj_buf_z(&b, "_x000a_");
        cj_buf_add(&b, line);
        first = false;
    }
    return cj_buf_str(&b);
}

static cj_rc read_table(table *t, cj_err *err)
{
    cj_arena *arena = t->p->arena;
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(&t->p->parts, t->part, &in, err);

    t->headers = 1;
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (piece.depth == 1 && cj_raw_tag(&piece)) {
            cj_range_parse(cj_raw_attr(arena, &piece, "ref"), &t->area);
            cj_raw_number(&piece, "headerRowCount", &t->headers);
            cj_raw_number(&piece, "totalsRowCount", &t->totals);
        } else if (cj_raw_is(&piece, "tableColumn")) {
            CJ_ROOM(arena, t->column, t->n, t->cap);
            t->column[t->n++] = cj_xstring_decoded(
                arena, cj_str_copy(arena, cj_raw_attr(arena, &piece, "name")));
        }
    }
    return rc;
}

/* ---- what stands in the way -------------------------------------------------------------------------- */

static cj_rc refuse(const table *t, const cj_edit *e, cj_text says, cj_err *err)
{
    cj_fail(err, CJ_EFORMAT, says, none, none);
    return cj_patch_at(t->p, t->plan->sheet, e->row, e->col, err);
}

static cj_rc check_name(const table *t, const cj_edit *e, size_t column, cj_err *err)
{
    static const cj_text blank = {
        "the cell is the header of a column of an Excel table, which needs a text; give it one",
        "Excelの「テーブル」の見出しのセルです。空欄や数値にはできないため、文字を入力してください。"
    };
    static const cj_text twice = {
        "the cell is the header of a column of an Excel table, in which another column is called "
        "so already",
        "Excelの「テーブル」の見出しのセルです。同じ名前の列がすでにあるため、別の名前にしてください。"
    };
    cj_str folded = cj_utf8_fold(t->p->arena, e->text);
    size_t i;

    if (e->kind != CJ_EDIT_TEXT || !e->text.n)
        return refuse(t, e, blank, err);
    for (i = 0; i < t->n; i++)
        if (i != column && cj_str_eq(cj_utf8_fold(t->p->arena, t->column[i]), folded))
            return refuse(t, e, twice, err);
    return CJ_OK;
}

/* Formulas call a column by its name, in brackets. */
static cj_rc check_calls(table *t, const cj_edit *e, cj_str name, cj_err *err)
{
    static const cj_text says = {
        "the cell is the header of a column of an Excel table, and formulas use its name; change it "
        "in Excel, which changes the formulas too",
        "Excelの「テーブル」の見出しで、数式が列名として使っています。Excelで変更してください（数式も"
        "一緒に更新されます）。"
    };
    const cj_zip *zip = &t->p->package.zip;
    cj_rc rc = CJ_OK;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, t->p->arena);
    cj_buf_byte(&b, '[');
    cj_xml_escape(&b, name, false);
    cj_buf_byte(&b, ']');
    for (i = 0; rc == CJ_OK && i < zip->n_entries; i++) {
        cj_str part = zip->entries[i].name, text = none;

        if (!cj_str_ends(part, CJ_STR(".xml")) || !cj_parts_has(&t->p->parts, part))
            continue;
        rc = cj_parts_text(&t->p->parts, part, &text, err);
        if (rc == CJ_OK && cj_str_has(text, cj_buf_str(&b)))
            return refuse(t, e, says, err);
    }
    return rc;
}

/* ---- the part ---------------------------------------------------------------------------------------- */

static const cj_edit *header_of(const table *t, size_t column)
{
    size_t i;

    for (i = 0; i < t->plan->n_cells; i++)
        if (t->headers && t->plan->cell[i].row == t->area.row1 &&
            t->plan->cell[i].col == t->area.col1 + column)
            return &t->plan->cell[i];
    return NULL;
}

static const cj_edit *total_of(const table *t, size_t column)
{
    size_t i;

    for (i = 0; i < t->plan->n_cells; i++)
        if (t->totals && t->plan->cell[i].row == t->area.row2 &&
            t->plan->cell[i].col == t->area.col1 + column)
            return &t->plan->cell[i];
    return NULL;
}

static void put_column(table *t, const cj_raw *tag, size_t column, cj_part_out *out)
{
    const cj_edit *header = header_of(t, column), *total = total_of(t, column);
    cj_raw_set set[2];
    size_t n = 0;
    cj_buf b;

    if (header)
        set[n++] = (cj_raw_set){ "name", written(t->p->arena, header->text) };
    if (total && total->kind == CJ_EDIT_TEXT)
        set[n++] = (cj_raw_set){ "totalsRowLabel", total->text.n ? total->text : none };
    cj_buf_init(&b, t->p->arena);
    cj_raw_put(&b, tag, set, n);
    cj_part_add(out, cj_buf_str(&b));
}

static cj_rc rewrite(void *context, cj_raw_reader *in, cj_part_out *out, cj_err *err)
{
    table *t = context;
    size_t column = 0;
    cj_raw piece;
    cj_rc rc;

    while ((rc = cj_raw_next(in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (cj_raw_is(&piece, "tableColumn"))
            put_column(t, &piece, column++, out);
        else
            cj_part_add(out, piece.bytes);
    }
    return rc;
}

static cj_rc edit_table(table *t, cj_err *err)
{
    bool any = false;
    cj_rc rc = read_table(t, err);
    size_t i;

    for (i = 0; rc == CJ_OK && i < t->n; i++) {
        const cj_edit *e = header_of(t, i);

        any |= total_of(t, i) != NULL;
        if (!e || cj_str_eq(e->text, t->column[i]))
            continue;
        any = true;
        rc = check_name(t, e, i, err);
        if (rc == CJ_OK)
            rc = check_calls(t, e, t->column[i], err);
    }
    return rc == CJ_OK && any ? cj_parts_rewrite(&t->p->parts, t->part, rewrite, t, err)
                              : rc;
}

cj_rc cj_patch_tables(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    cj_str sheet = p->sheet[plan->sheet].part;
    cj_relations relations;
    const cj_relation *r = NULL;
    cj_rc rc = cj_parts_relations(&p->parts, sheet, &relations, err);

    while (rc == CJ_OK &&
           (r = cj_relation_by_type(&relations, CJ_STR("table"), r)) != NULL) {
        table t = { .p = p, .plan = plan, .part = cj_parts_target(&p->parts, sheet, r) };

        if (cj_parts_has(&p->parts, t.part))
            rc = edit_table(&t, err);
    }
    return rc;
}
