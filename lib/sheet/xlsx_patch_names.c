/* xlsx_patch_names.c - formulas that name a sheet, wherever in a workbook they stand. */
#include "base/utf8.h"
#include "sheet/xlsx_patch_workbook.h"

/* ---- one formula ------------------------------------------------------------------------------------ */

/* What ends a name that is not in quotes. */
static bool parts(char c)
{
    return c == 0 || strchr(" \t\r\n+-*/^&=<>(),;{}\"'!%", c) != NULL;
}

/* 'It''s here'!A1; true: it is followed by a '!'. */
static bool quoted(cj_arena *arena, cj_str *rest, cj_str *out)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 1; i < rest->n; i++) {
        if (rest->p[i] == '\'' && !(i + 1 < rest->n && rest->p[i + 1] == '\''))
            break;
        i += rest->p[i] == '\'';
        cj_buf_byte(&b, rest->p[i]);
    }
    *rest = cj_str_from(*rest, i + 1);
    *out = cj_buf_str(&b);
    return rest->n && rest->p[0] == '!';
}

bool cj_formula_sheet(cj_arena *arena, cj_str *rest, cj_str *out)
{
    while (rest->n) {
        size_t n = 0;

        if (rest->p[0] == '"') {
            size_t end = cj_str_find(cj_str_from(*rest, 1), CJ_STR("\""));

            *rest = cj_str_from(*rest, end == CJ_NONE ? rest->n : end + 2);
            continue;
        }
        if (rest->p[0] == '\'') {
            if (quoted(arena, rest, out))
                return true;
            continue;
        }
        while (n < rest->n && !parts(rest->p[n]))
            n++;
        *out = cj_str_cut(*rest, 0, n);
        *rest = cj_str_from(*rest, n ? n : 1);
        if (n && rest->n && rest->p[0] == '!')
            return true;
    }
    return false;
}

bool cj_names_sheet(cj_arena *arena, cj_str given, cj_str name)
{
    cj_str folded = cj_utf8_fold(arena, name), piece;

    if (!given.n || given.p[0] == '[') /* of another workbook */
        return false;
    while (cj_str_split(&given, ':', &piece))
        if (cj_str_eq(cj_utf8_fold(arena, piece), folded))
            return true;
    return false;
}

/* ---- all formulas ----------------------------------------------------------------------------------- */

typedef struct search {
    cj_patching *p;
    cj_arena *scratch; /* emptied after each formula: there may be a million of them */
    cj_str name;       /* of the sheet; or the tables that are looked for instead: */
    cj_str *table;
    size_t n_tables, cap_tables;
    size_t at;   /* names that belong to the sheet at that place do not count */
    bool inside; /* a formula */
    cj_str defined;
    cj_mention *out;
} search;

static bool holds_formula(cj_str local)
{
    static const char *const names[] = { "f",
                                         "formula",
                                         "formula1",
                                         "formula2",
                                         "definedName",
                                         "calculatedColumnFormula",
                                         "totalsRowFormula" };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (cj_str_eq(local, cj_str_of(names[i])))
            return true;
    return false;
}

static bool is_table(search *s, cj_str word)
{
    size_t i;

    for (i = 0; i < s->n_tables && word.n; i++)
        if (cj_str_eq(cj_utf8_fold(s->scratch, word), s->table[i]))
            return true;
    return false;
}

static void on_tag(search *s, const cj_raw *tag)
{
    cj_arena *a = s->p->arena;
    uint32_t local;

    if (cj_raw_is(tag, "c")) {
        cj_ref_parse(cj_raw_attr(a, tag, "r"), &s->out->row, &s->out->col);
    } else if (cj_raw_is(tag, "worksheetSource")) {
        s->out->found = s->n_tables
                            ? is_table(s, cj_raw_attr(a, tag, "name"))
                            : cj_names_sheet(a, cj_raw_attr(a, tag, "sheet"), s->name);
    } else if (tag->kind == CJ_RAW_OPEN && holds_formula(tag->local)) {
        s->inside = !(cj_raw_number(tag, "localSheetId", &local) && local == s->at);
        s->defined = cj_raw_is(tag, "definedName")
                         ? cj_str_copy(a, cj_raw_attr(a, tag, "name"))
                         : CJ_STR("");
    }
}

/* Table1[Cost], or Table1 alone. */
static bool names_table(search *s, cj_str formula)
{
    bool text = false;
    size_t i, from = 0;

    for (i = 0; i <= formula.n; i++) {
        char c = i < formula.n ? formula.p[i] : 0;

        if (c != '[' && c != ']' && !parts(c))
            continue;
        if (!text && is_table(s, cj_str_cut(formula, from, i - from)))
            return true;
        text = text != (c == '"');
        from = i + 1;
    }
    return false;
}

static void on_text(search *s, cj_str text)
{
    cj_str given;

    if (!s->n_tables && !memchr(text.p, '!', text.n))
        return;
    text = cj_xml_unescape(s->scratch, text);
    if (s->n_tables)
        s->out->found = names_table(s, text);
    while (!s->out->found && !s->n_tables && cj_formula_sheet(s->scratch, &text, &given))
        s->out->found = cj_names_sheet(s->scratch, given, s->name);
    cj_arena_reset(s->scratch);
}

static cj_rc search_part(search *s, cj_str part, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(&s->p->parts, part, &in, err);

    s->inside = false;
    s->out->row = s->out->col = 0;
    while (rc == CJ_OK && !s->out->found && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        if (cj_raw_tag(&piece))
            on_tag(s, &piece);
        else if (piece.kind == CJ_RAW_CLOSE)
            s->inside = s->inside && !holds_formula(piece.local);
        else if (s->inside && piece.bytes.n)
            on_text(s, piece.bytes);
    }
    return rc;
}

/* Parts without formulas are not read; some of them are large. */
static bool may_have_formulas(const cj_patching *p, cj_str part)
{
    size_t n = p->workbook.n;

    while (n && p->workbook.p[n - 1] != '/')
        n--;
    return cj_str_starts(part, cj_str_cut(p->workbook, 0, n)) &&
           cj_str_ends(part, CJ_STR(".xml")) &&
           !cj_str_has(part, CJ_STR("sharedStrings")) &&
           !cj_str_has(part, CJ_STR("/theme/"));
}

static void place(search *s, cj_str part)
{
    unsigned i;

    s->out->sheet = CJ_NO_SHEET;
    s->out->where = s->defined.n ? s->defined : part;
    for (i = 0; i < s->p->n_sheets; i++)
        if (cj_str_eq(s->p->sheet[i].part, part))
            s->out->sheet = i;
}

static cj_rc search_all(search *s, const bool *own, cj_err *err)
{
    const cj_zip *zip = &s->p->package.zip;
    cj_rc rc = CJ_OK;
    size_t k;

    memset(s->out, 0, sizeof *s->out);
    s->scratch = cj_arena_new(0);
    for (k = 0; k < zip->n_entries && rc == CJ_OK && !s->out->found; k++) {
        cj_str part = zip->entries[k].name;

        if (own[k] || !may_have_formulas(s->p, part) || !cj_parts_has(&s->p->parts, part))
            continue;
        s->defined = CJ_STR("");
        rc = search_part(s, part, err);
        if (s->out->found)
            place(s, part);
    }
    cj_arena_free(s->scratch);
    return rc;
}

cj_rc cj_patch_mentioned(cj_patching *p, unsigned i, size_t at, const bool *own,
                         cj_mention *out, cj_err *err)
{
    search s = { .p = p, .name = p->sheet[i].name, .at = at, .out = out };

    return search_all(&s, own, err);
}

static cj_rc add_table(search *s, cj_str part, cj_err *err)
{
    cj_arena *a = s->p->arena;
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = cj_parts_read(&s->p->parts, part, &in, err);
    bool root = false;

    while (rc == CJ_OK && !root && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        root = cj_raw_tag(&piece);
        if (!cj_raw_is(&piece, "table"))
            continue;
        CJ_ROOM(a, s->table, s->n_tables, s->cap_tables);
        s->table[s->n_tables++] =
            cj_str_copy(a, cj_utf8_fold(a, cj_raw_attr(a, &piece, "displayName")));
    }
    return rc;
}

cj_rc cj_patch_tables_mentioned(cj_patching *p, unsigned i, const bool *own,
                                cj_mention *out, cj_err *err)
{
    search s = { .p = p, .at = CJ_NONE, .out = out };
    cj_relations relations;
    const cj_relation *one = NULL;
    cj_rc rc = cj_parts_relations(&p->parts, p->sheet[i].part, &relations, err);

    memset(out, 0, sizeof *out);
    while (rc == CJ_OK && (one = cj_relation_by_type(&relations, CJ_STR("table"), one))) {
        cj_str part = cj_parts_target(&p->parts, p->sheet[i].part, one);

        if (cj_parts_has(&p->parts, part))
            rc = add_table(&s, part, err);
    }
    return rc == CJ_OK && s.n_tables ? search_all(&s, own, err) : rc;
}
