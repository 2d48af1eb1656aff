/* xlsx_patch_properties.c - custom properties of a document: one is set, becomes another, or goes. */
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_patch.h"
#include "sheet/xlsx_refuse.h"

#define FORMAT_ID "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/"
#define USUAL "http://schemas.openxmlformats.org/officeDocument/2006/"
#define FIRST_PID 2u

typedef struct setting {
    cj_patching *p;
    cj_str name, value;
    cj_raw_reader in;
    cj_buf out;
    uint32_t last_pid;
    bool done; /* it stands there, or is to go */
} setting;

/* The value stands in a namespace of its own, which each value may declare. */
static void put_value(setting *s, cj_str text)
{
    bool strict = cj_str_has(text, CJ_STR(STRICT "custom-properties"));

    cj_buf_fmt(&s->out, "<vt:lpwstr xmlns:vt=\"%sdocPropsVTypes\">",
               strict ? STRICT : USUAL);
    cj_xml_escape(&s->out, s->value, false);
    cj_buf_z(&s->out, "</vt:lpwstr>");
}

static void put_new(setting *s, const cj_raw *root, cj_str text)
{
    cj_str x = cj_str_cut(root->name, 0, root->name.n - root->local.n);

    cj_buf_fmt(&s->out, "<" CJ_FMT "property fmtid=\"" FORMAT_ID "\" pid=\"%u\" name=\"",
               CJ_ARG(x), (unsigned)s->last_pid + 1);
    cj_xml_escape(&s->out, s->name, true);
    cj_buf_z(&s->out, "\">");
    put_value(s, text);
    cj_buf_fmt(&s->out, "</" CJ_FMT "property>", CJ_ARG(x));
}

/* Of two of one name the first holds; the value's old type goes, as it may be a number. */
static cj_rc put_property(setting *s, const cj_raw *tag, cj_str text, cj_err *err)
{
    cj_rc rc = CJ_OK;

    if (!cj_str_eq(cj_raw_attr(s->p->arena, tag, "name"), s->name)) {
        cj_buf_add(&s->out, tag->bytes);
        return CJ_OK;
    }
    if (!s->done) {
        cj_raw_set set = { "linkTarget", { NULL, 0 } };
        cj_raw open = *tag;

        open.kind = CJ_RAW_OPEN;
        if (tag->kind == CJ_RAW_EMPTY)
            open.bytes = cj_str_fmt(s->p->arena, CJ_FMT ">",
                                    CJ_ARG(cj_str_cut(tag->bytes, 0, tag->bytes.n - 2)));
        open.name.p = open.bytes.p + 1;
        cj_raw_put(&s->out, &open, &set, 1);
        put_value(s, text);
        cj_buf_fmt(&s->out, "</" CJ_FMT ">", CJ_ARG(open.name));
    }
    s->done = true;
    if (tag->kind == CJ_RAW_OPEN)
        rc = cj_raw_skip(&s->in, NULL, err);
    return rc;
}

static cj_rc put_piece(setting *s, const cj_raw *piece, cj_str text, cj_err *err)
{
    if (piece->depth == 2 && cj_raw_is(piece, "property"))
        return put_property(s, piece, text, err);
    if (piece->depth == 1 && piece->kind == CJ_RAW_EMPTY && !s->done) {
        cj_buf_add(&s->out, cj_str_cut(piece->bytes, 0, piece->bytes.n - 2));
        cj_buf_byte(&s->out, '>');
        put_new(s, piece, text);
        cj_buf_fmt(&s->out, "</" CJ_FMT ">", CJ_ARG(piece->name));
        return CJ_OK;
    }
    if (piece->depth == 1 && piece->kind == CJ_RAW_CLOSE && !s->done)
        put_new(s, piece, text);
    cj_buf_add(&s->out, piece->bytes);
    return CJ_OK;
}

static cj_rc find_last_pid(setting *s, cj_str part, cj_str text, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    uint32_t pid;
    cj_rc rc;

    s->last_pid = FIRST_PID - 1;
    cj_raw_of_bytes(s->p->arena, part, text, s->p->package.limits, &in);
    while ((rc = cj_raw_next(&in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END)
        if (cj_raw_is(&piece, "property") && cj_raw_number(&piece, "pid", &pid) &&
            pid > s->last_pid && pid < 0x7fffffff)
            s->last_pid = pid;
    return rc;
}

static cj_rc rewrite(setting *s, cj_str part, cj_str text, cj_err *err)
{
    cj_raw piece;
    cj_rc rc = find_last_pid(s, part, text, err);

    cj_raw_of_bytes(s->p->arena, part, text, s->p->package.limits, &s->in);
    while (rc == CJ_OK && (rc = cj_raw_next(&s->in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        rc = put_piece(s, &piece, text, err);
    if (rc == CJ_OK && !cj_str_eq(cj_buf_str(&s->out), text))
        cj_parts_set(&s->p->parts, part, cj_buf_str(&s->out));
    return rc;
}

/* ---- the part --------------------------------------------------------------------------------------- */

static cj_rc new_part(cj_patching *p, bool related, cj_str part, cj_err *err)
{
    static const cj_str root = { "", 0 };
    cj_str types = CJ_STR("application/vnd.openxmlformats-officedocument."
                          "custom-properties+xml"),
           rels = { NULL, 0 }, id;
    cj_rc rc = cj_parts_text(&p->parts, CJ_STR("_rels/.rels"), &rels, err);

    if (rc != CJ_OK)
        return rc;
    cj_parts_set(
        &p->parts, part,
        cj_str_fmt(p->arena,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                   "<Properties xmlns=\"%scustom-properties\"></Properties>",
                   cj_str_has(rels, CJ_STR(STRICT)) ? STRICT : USUAL));
    rc = cj_parts_type(&p->parts, part, types, err);
    if (rc == CJ_OK && !related)
        rc = cj_parts_relate(&p->parts, root, "custom-properties", part, &id, err);
    return rc;
}

cj_rc cj_patch_property(cj_patching *p, const cj_edit *edit, cj_err *err)
{
    static const cj_str root = { "", 0 };
    cj_property one = { edit->name, edit->text };
    setting s = { .p = p, .name = edit->name, .done = !edit->text.n };
    cj_relations relations;
    const cj_relation *custom;
    cj_str part = CJ_STR("docProps/custom.xml"), text;
    cj_rc rc = cj_parts_relations(&p->parts, root, &relations, err);

    if (rc != CJ_OK)
        return rc;
    custom = cj_relation_by_type(&relations, CJ_STR("custom-properties"), NULL);
    if (custom)
        part = cj_parts_target(&p->parts, root, custom);
    if ((!custom || !cj_parts_has(&p->parts, part)) && !edit->text.n)
        return CJ_OK;
    rc = cj_xlsx_refuse_property(&one, err);
    if (rc != CJ_OK)
        return rc;
    s.value = cj_str_of(cj_xlsx_plain_text(p->arena, edit->text, CJ_XLSX_LIST));
    cj_buf_init(&s.out, p->arena);
    if (!cj_parts_has(&p->parts, part) || !custom)
        rc = new_part(p, custom != NULL, part, err);
    if (rc == CJ_OK)
        rc = cj_parts_text(&p->parts, part, &text, err);
    return rc == CJ_OK ? rewrite(&s, part, text, err) : rc;
}
