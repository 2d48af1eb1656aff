/* xlsx_patch_workbook.c - the part that lists the sheets: entries come and go, and names and the sheet that
 * is seen first go along. */
#include "sheet/xlsx_patch_workbook.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_refuse.h"

/* ---- as it is --------------------------------------------------------------------------------------- */

/* Which prefix the ids of relations have: xmlns:r="…/officeDocument/2006/relationships". */
static cj_str relations_prefix(cj_arena *arena, cj_str tag)
{
    size_t at = cj_str_find(tag, CJ_STR("=\"" CJ_RELATIONS_SPACE "\"")), from;

    if (at == CJ_NONE)
        at = cj_str_find(tag, CJ_STR("=\"" CJ_STRICT_RELATIONS_SPACE "\""));
    if (at == CJ_NONE)
        return CJ_STR("");
    for (from = at; from && tag.p[from - 1] != ':'; from--)
        if (strchr(" \"'\n\t", tag.p[from - 1]))
            return CJ_STR("");
    return cj_str_fmt(arena, CJ_FMT ":", CJ_ARG(cj_str_cut(tag, from, at - from)));
}

static void take_root(cj_patching *p, const cj_raw *tag, cj_listed *out)
{
    out->strict = cj_str_has(tag->bytes, CJ_STR("\"" CJ_STRICT_SPACE "\""));
    out->prefix =
        cj_str_copy(p->arena, cj_str_cut(tag->name, 0, tag->name.n - tag->local.n));
    out->relations = relations_prefix(p->arena, tag->bytes);
}

static void take_sheet(cj_patching *p, const cj_raw *tag, size_t *cap, cj_listed *out)
{
    cj_str state = cj_raw_attr(p->arena, tag, "state");
    uint32_t id = 0;
    size_t cap_ids = *cap;

    CJ_ROOM(p->arena, out->visible, out->n, *cap);
    CJ_ROOM(p->arena, out->id, out->n, cap_ids);
    out->visible[out->n] = !state.n || cj_str_eq(state, CJ_STR("visible"));
    out->id[out->n++] = cj_str_copy(p->arena, cj_raw_attr(p->arena, tag, ":id"));
    if (cj_raw_number(tag, "sheetId", &id) && id > out->last_id)
        out->last_id = id;
}

cj_rc cj_patch_listed(cj_patching *p, cj_listed *out, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(&p->parts, p->workbook, &in, err);
    bool views = false;
    uint32_t active = 0;
    size_t cap = 0;

    memset(out, 0, sizeof *out);
    while (rc == CJ_OK && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (cj_raw_tag(&piece) && piece.depth == 1)
            take_root(p, &piece, out);
        else if (cj_raw_is(&piece, "sheet"))
            take_sheet(p, &piece, &cap, out);
        else if (piece.depth == 2 && cj_raw_is(&piece, "definedNames"))
            out->named = piece.kind == CJ_RAW_OPEN;
        else if (cj_raw_is(&piece, "workbookView") && !views)
            views = cj_raw_number(&piece, "activeTab", &active) || true;
    }
    out->active = active;
    return rc;
}

/* Where a sheet of the list is after the change; CJ_NONE: it is gone. */
static size_t moved(const cj_listing *change, size_t at)
{
    if (change->change == CJ_LIST_ADD)
        return at >= change->at ? at + 1 : at;
    if (change->change == CJ_LIST_REMOVE)
        return at == change->at ? CJ_NONE : at > change->at ? at - 1 : at;
    return at;
}

static bool visible(const cj_listed *now, const cj_listing *change, size_t at)
{
    if (at == change->at && change->change == CJ_LIST_REMOVE)
        return false;
    if (at == change->at && change->change == CJ_LIST_REPLACE)
        return change->made->state == CJ_VISIBLE;
    return now->visible[at];
}

/* The one that was; where it is gone, the next that shows, else the one before. */
size_t cj_listed_active(const cj_listed *now, const cj_listing *change)
{
    size_t i;

    for (i = now->active; i < now->n; i++)
        if (visible(now, change, i))
            return moved(change, i);
    for (i = now->active < now->n ? now->active : now->n; i-- > 0;)
        if (visible(now, change, i))
            return moved(change, i);
    return change->change == CJ_LIST_ADD && change->made->state == CJ_VISIBLE ? change->at
                                                                              : CJ_NONE;
}

/* ---- as it becomes ---------------------------------------------------------------------------------- */

typedef struct relisting {
    cj_patching *p;
    const cj_listed *now;
    const cj_listing *change;
    cj_raw_reader in;
    cj_buf out;
    size_t at;             /* sheets so far */
    size_t names, n_names; /* where the list of names begins, and how many it still has */
} relisting;

static cj_str state_of(const cj_sheet *s)
{
    static const cj_str none = { NULL, 0 };

    return s->state == CJ_HIDDEN        ? CJ_STR("hidden")
           : s->state == CJ_VERY_HIDDEN ? CJ_STR("veryHidden")
                                        : none;
}

static cj_str name_of(const relisting *r)
{
    return cj_str_of(cj_xlsx_cell_text(r->p->arena, r->change->made->name));
}

static void put_attribute(cj_buf *to, const char *name, cj_str value)
{
    cj_buf_fmt(to, " %s=\"", name);
    cj_xml_escape(to, value, true);
    cj_buf_byte(to, '"');
}

static void put_new_sheet(relisting *r)
{
    const cj_listing *c = r->change;
    cj_str state = state_of(c->made);

    cj_buf_fmt(&r->out, "<" CJ_FMT "sheet", CJ_ARG(r->now->prefix));
    put_attribute(&r->out, "name", name_of(r));
    cj_buf_fmt(&r->out, " sheetId=\"%lu\"", (unsigned long)r->now->last_id + 1);
    if (state.p)
        put_attribute(&r->out, "state", state);
    if (!r->now->relations.n)
        put_attribute(
            &r->out, "xmlns:r",
            cj_str_of(r->now->strict ? CJ_STRICT_RELATIONS_SPACE : CJ_RELATIONS_SPACE));
    put_attribute(&r->out,
                  r->now->relations.n
                      ? cj_str_z(r->p->arena, cj_str_fmt(r->p->arena, CJ_FMT "id",
                                                         CJ_ARG(r->now->relations)))
                      : "r:id",
                  c->id);
    cj_buf_z(&r->out, "/>");
}

/* How the id of a relation is called in a tag: "r:id". */
static const char *id_name(const relisting *r, const cj_raw *tag)
{
    size_t end = cj_str_find(tag->bytes, CJ_STR(":id")), from = end;

    if (end == CJ_NONE)
        return "r:id";
    while (from && !strchr(" \t\r\n", tag->bytes.p[from - 1]))
        from--;
    return cj_str_z(r->p->arena, cj_str_cut(tag->bytes, from, end + 3 - from));
}

static cj_rc put_sheet(relisting *r, const cj_raw *tag, cj_err *err)
{
    const cj_listing *c = r->change;
    bool here = r->at++ == c->at;
    cj_raw_set set[3];

    if (here && c->change == CJ_LIST_REMOVE)
        return tag->kind == CJ_RAW_OPEN ? cj_raw_skip(&r->in, NULL, err) : CJ_OK;
    if (here && c->change == CJ_LIST_ADD)
        put_new_sheet(r);
    if (!here || c->change == CJ_LIST_ADD) {
        cj_buf_add(&r->out, tag->bytes);
        return CJ_OK;
    }
    set[0] = (cj_raw_set){ "name", name_of(r) };
    set[1] = (cj_raw_set){ "state", state_of(c->made) };
    set[2] = (cj_raw_set){ id_name(r, tag), c->id };
    cj_raw_put(&r->out, tag, set, c->id.p ? 3 : 2);
    return CJ_OK;
}

static void put_view(relisting *r, const cj_raw *tag)
{
    size_t active = cj_listed_active(r->now, r->change), first = 0;
    uint32_t was_active = 0, was_first = 0;
    cj_raw_set set[2];
    size_t n = 0;

    cj_raw_number(tag, "activeTab", &was_active);
    cj_raw_number(tag, "firstSheet", &was_first);
    first = moved(r->change, was_first);
    first = first == CJ_NONE || first > active ? active : first;
    if (active != was_active && active != CJ_NONE)
        set[n++] = (cj_raw_set){ "activeTab", cj_str_fmt(r->p->arena, "%zu", active) };
    if (first != was_first && first != CJ_NONE && r->change->change != CJ_LIST_REPLACE)
        set[n++] = (cj_raw_set){ "firstSheet", cj_str_fmt(r->p->arena, "%zu", first) };
    if (n)
        cj_raw_put(&r->out, tag, set, n);
    else
        cj_buf_add(&r->out, tag->bytes);
}

/* ---- names ------------------------------------------------------------------------------------------ */

static void put_own_name(const relisting *r, cj_buf *to, const char *name, bool hidden,
                         cj_str area)
{
    cj_str sheet = r->change->made->name;
    size_t i;
    cj_buf b;

    cj_buf_init(&b, r->p->arena);
    cj_buf_byte(&b, '\'');
    for (i = 0; i < sheet.n; i++) {
        cj_buf_z(&b, sheet.p[i] == '\'' ? "'" : "");
        cj_buf_byte(&b, sheet.p[i]);
    }
    cj_buf_z(&b, "'!");
    cj_buf_add(&b, area);
    cj_buf_fmt(to, "<" CJ_FMT "definedName name=\"%s\" localSheetId=\"%zu\"%s>",
               CJ_ARG(r->now->prefix), name, r->change->at, hidden ? " hidden=\"1\"" : "");
    cj_xml_escape(to, cj_buf_str(&b), false);
    cj_buf_fmt(to, "</" CJ_FMT "definedName>", CJ_ARG(r->now->prefix));
}

static cj_str absolute(cj_arena *arena, uint32_t row, uint32_t col)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, 0, col);
    return cj_str_fmt(arena, "$%s$%u", ref, (unsigned)row);
}

/* Filters and rows on top of every page are names, too. */
static cj_str own_names(const relisting *r)
{
    const cj_look *look = r->change->made ? &r->change->made->look : NULL;
    cj_arena *a = r->p->arena;
    cj_buf b;

    cj_buf_init(&b, a);
    if (look && cj_xlsx_range_fits(&look->filter)) {
        cj_str from = absolute(a, look->filter.row1, look->filter.col1);
        cj_str to = absolute(a, look->filter.row2, look->filter.col2);

        put_own_name(r, &b, "_xlnm._FilterDatabase", true,
                     cj_str_fmt(a, CJ_FMT ":" CJ_FMT, CJ_ARG(from), CJ_ARG(to)));
    }
    if (look && look->repeat_row1 && look->repeat_row2 >= look->repeat_row1)
        put_own_name(r, &b, "_xlnm.Print_Titles", false,
                     cj_str_fmt(a, "$%u:$%u", (unsigned)look->repeat_row1,
                                (unsigned)look->repeat_row2));
    return cj_buf_str(&b);
}

/* Names of a sheet that goes go with it; of one that is replaced those that say how it is shown. */
static cj_rc put_name(relisting *r, const cj_raw *tag, cj_err *err)
{
    const cj_listing *c = r->change;
    uint32_t local = 0;
    bool has = cj_raw_number(tag, "localSheetId", &local), here = has && local == c->at;
    cj_str name = cj_raw_attr(r->p->arena, tag, "name");
    cj_raw_set set = { "localSheetId", { NULL, 0 } };

    if (here && (c->change == CJ_LIST_REMOVE ||
                 (c->change == CJ_LIST_REPLACE && cj_str_starts(name, CJ_STR("_xlnm.")))))
        return tag->kind == CJ_RAW_OPEN ? cj_raw_skip(&r->in, NULL, err) : CJ_OK;
    r->n_names++;
    if (!has || moved(c, local) == local) {
        cj_buf_add(&r->out, tag->bytes);
        return CJ_OK;
    }
    set.value = cj_str_fmt(r->p->arena, "%zu", moved(c, local));
    cj_raw_put(&r->out, tag, &set, 1);
    return CJ_OK;
}

static void end_names(relisting *r, const cj_raw *tag)
{
    cj_str own = own_names(r);

    cj_buf_add(&r->out, own);
    if (r->n_names || own.n)
        cj_buf_add(&r->out, tag->bytes);
    else
        r->out.n = r->names; /* a list without names is none */
}

/* ---- the part --------------------------------------------------------------------------------------- */

static cj_rc put_piece(relisting *r, const cj_raw *piece, cj_err *err)
{
    bool close = piece->kind == CJ_RAW_CLOSE && piece->depth == 2;

    if (cj_raw_is(piece, "sheet"))
        return put_sheet(r, piece, err);
    if (cj_raw_is(piece, "definedName"))
        return put_name(r, piece, err);
    if (cj_raw_is(piece, "workbookView")) {
        put_view(r, piece);
        return CJ_OK;
    }
    if (piece->depth == 2 && cj_raw_is(piece, "definedNames"))
        r->names = r->out.n;
    if (close && cj_raw_ends(piece, "definedNames")) {
        end_names(r, piece);
        return CJ_OK;
    }
    if (close && cj_raw_ends(piece, "sheets") && r->change->change == CJ_LIST_ADD &&
        r->at <= r->change->at)
        put_new_sheet(r);
    cj_buf_add(&r->out, piece->bytes);
    return CJ_OK;
}

cj_rc cj_patch_list(cj_patching *p, const cj_listed *now, const cj_listing *change,
                    cj_err *err)
{
    relisting r = { .p = p, .now = now, .change = change };
    cj_raw piece;
    cj_rc rc = cj_parts_read(&p->parts, p->workbook, &r.in, err);
    cj_str own;

    cj_buf_init(&r.out, p->arena);
    while (rc == CJ_OK && (rc = cj_raw_next(&r.in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        rc = put_piece(&r, &piece, err);
    if (rc != CJ_OK)
        return rc;
    cj_parts_set(&p->parts, p->workbook, cj_buf_str(&r.out));
    own = now->named ? CJ_STR("") : own_names(&r);
    if (!own.n)
        return CJ_OK;
    own = cj_str_fmt(p->arena, "<definedNames>" CJ_FMT "</definedNames>", CJ_ARG(own));
    return cj_patch_put_child(p, p->workbook, cj_workbook_order, "definedNames", own, true,
                              err);
}
