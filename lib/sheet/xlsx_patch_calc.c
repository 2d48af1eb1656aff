/* xlsx_patch_calc.c - whether Excel has to calculate again, and that it does. */
#include "sheet/formula.h"
#include "sheet/xlsx_patch.h"
#include "sheet/xml_tree.h"

static const cj_str none = { NULL, 0 };

/* ---- which formulas see an edited cell ---------------------------------------------------------------- */

/* The first of the formulas that share a text. */
typedef struct first {
    uint32_t si;
    cj_str text;
    unsigned row, col;
} first;

typedef struct looking {
    cj_patching *p;
    const cj_sheet_plan *plan;
    cj_formula_place place;
    cj_raw_reader in;
    cj_arena *scratch; /* emptied after each row */
    first *shared;     /* of the sheet in hand */
    size_t n_shared, cap_shared;
    unsigned row, col; /* in hand */
} looking;

static first *find(looking *l, uint32_t si)
{
    size_t i = l->n_shared;

    while (i--) /* mostly the last one */
        if (l->shared[i].si == si)
            return &l->shared[i];
    return NULL;
}

/* The formula in hand, where it has no text of its own too. */
static cj_str whole_text(looking *l, const cj_raw *tag, uint32_t si, cj_str text)
{
    first *f;

    if (!cj_str_eq(cj_raw_attr(l->scratch, tag, "t"), CJ_STR("shared")))
        return text;
    f = find(l, si);
    if (f)
        return cj_formula_copy(l->scratch, f->text, (long)l->row - (long)f->row,
                               (long)l->col - (long)f->col);
    CJ_ROOM(l->p->arena, l->shared, l->n_shared, l->cap_shared);
    l->shared[l->n_shared++] =
        (first){ si, cj_str_copy(l->p->arena, text), l->row, l->col };
    return text;
}

static cj_rc look_at(looking *l, const cj_raw *open, bool *seen, cj_err *err)
{
    const cj_edit *cells = l->plan->cell;
    cj_raw tag = *open, piece = *open;
    cj_str sheet = l->p->sheet[l->plan->sheet].name;
    uint32_t si = 0;
    cj_rc rc = CJ_OK;
    cj_buf b;

    cj_buf_init(&b, l->scratch);
    tag.bytes = cj_str_copy(l->scratch, tag.bytes);
    tag.name.p = tag.bytes.p + (open->name.p - open->bytes.p);
    cj_raw_number(&tag, "si", &si);
    while (open->kind == CJ_RAW_OPEN && rc == CJ_OK && piece.kind != CJ_RAW_CLOSE &&
           piece.kind != CJ_RAW_END) {
        rc = cj_raw_next(&l->in, &piece, err);
        if (piece.kind == CJ_RAW_TEXT)
            cj_buf_add(&b, cj_xml_unescape(l->scratch, piece.bytes));
    }
    *seen = cj_str_eq(cj_raw_attr(l->scratch, &tag, "t"), CJ_STR("dataTable")) ||
            cj_formula_sees_some(whole_text(l, &tag, si, cj_buf_str(&b)), &l->place, sheet,
                                 cells, l->plan->n_cells);
    return rc;
}

static void step(looking *l, const cj_raw *piece)
{
    cj_str name;

    if (cj_raw_is(piece, "row")) {
        cj_arena_reset(l->scratch);
        if (!cj_raw_number(piece, "r", &l->row))
            l->row++;
        l->col = 0;
        if (piece->kind == CJ_RAW_OPEN)
            cj_raw_pass_without(&l->in, piece, CJ_STR("f"));
    } else if (cj_raw_is(piece, "c")) {
        unsigned row, col;

        name = cj_raw_attr(l->scratch, piece, "r");
        l->col = name.n && cj_ref_parse(name, &row, &col) ? col : l->col + 1;
    }
}

static cj_rc look_into(looking *l, cj_str part, bool *seen, cj_err *err)
{
    cj_raw piece;
    cj_rc rc = cj_parts_read(&l->p->parts, part, &l->in, err);

    l->n_shared = 0;
    l->row = l->col = 0;
    while (rc == CJ_OK && !*seen && (rc = cj_raw_next(&l->in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (piece.depth == 5 && cj_raw_is(&piece, "f"))
            rc = look_at(l, &piece, seen, err);
        else if (cj_raw_tag(&piece) && (piece.depth == 3 || piece.depth == 4))
            step(l, &piece);
        else if (piece.kind == CJ_RAW_CLOSE && piece.depth == 2 &&
                 cj_raw_ends(&piece, "sheetData"))
            break; /* what else has formulas, calculates them whenever it is shown */
    }
    return rc;
}

cj_rc cj_patch_seen(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    looking l = { .p = p, .plan = plan, .scratch = cj_arena_new(0) };
    bool seen = p->recalculate;
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; rc == CJ_OK && !seen && plan->n_cells && i < p->n_sheets; i++) {
        l.place.sheet = p->sheet[i].name;
        if (p->sheet[i].part.n && !p->sheet[i].no_formulas &&
            cj_parts_has(&p->parts, p->sheet[i].part))
            rc = look_into(&l, p->sheet[i].part, &seen, err);
    }
    p->recalculate |= seen;
    cj_arena_free(l.scratch);
    return rc;
}

/* ---- that it does ----------------------------------------------------------------------------------------- */

/* Parts that list cells with formulas: they may be missing, but not be wrong. */
static cj_rc drop_list(cj_patching *p, const char *type, cj_err *err)
{
    const cj_relation *r;
    cj_relations relations;
    cj_str part, id;
    cj_rc rc = cj_parts_relations(&p->parts, p->workbook, &relations, err);

    if (rc != CJ_OK || !(r = cj_relation_by_type(&relations, cj_str_of(type), NULL)))
        return rc;
    part = cj_parts_target(&p->parts, p->workbook, r);
    id = r->id;
    if (cj_parts_has(&p->parts, part))
        cj_parts_remove(&p->parts, part);
    rc = cj_parts_unrelate(&p->parts, p->workbook, id, err);
    return rc == CJ_OK ? cj_parts_type(&p->parts, part, none, err) : rc;
}

static cj_str prefix_of(const cj_node *root)
{
    cj_str name = root->raw.name;

    return cj_str_cut(name, 0, name.n - root->raw.local.n);
}

static cj_rc ask_for_it(cj_patching *p, cj_err *err)
{
    cj_node *root, *calc;
    cj_tree tree;
    cj_str bytes;
    cj_rc rc = cj_parts_text(&p->parts, p->workbook, &bytes, err);

    if (rc == CJ_OK)
        rc = cj_tree_read(p->arena, p->workbook, bytes, p->package.limits, &tree, err);
    root = rc == CJ_OK ? cj_tree_root(&tree) : NULL;
    if (!root)
        return rc;
    calc = cj_node_child(root, "calcPr", NULL);
    if (!calc)
        return cj_patch_put_child(p, p->workbook, cj_workbook_order, "calcPr",
                                  cj_str_fmt(p->arena,
                                             "<" CJ_FMT "calcPr fullCalcOnLoad=\"1\"/>",
                                             CJ_ARG(prefix_of(root))),
                                  false, err);
    cj_node_set(&tree, calc, "fullCalcOnLoad", CJ_STR("1"));
    if (tree.changed)
        cj_parts_set(&p->parts, p->workbook, cj_tree_bytes(&tree));
    return CJ_OK;
}

cj_rc cj_patch_calculation(cj_patching *p, cj_err *err)
{
    cj_rc rc = CJ_OK;

    if (p->formulas_moved) {
        rc = drop_list(p, "calcChain", err);
        if (rc == CJ_OK)
            rc = drop_list(p, "volatileDependencies", err);
    }
    return rc == CJ_OK && p->recalculate ? ask_for_it(p, err) : rc;
}
