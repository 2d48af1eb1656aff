/* xml_raw.c - XML piece by piece, for those who write it again with little changed. */
#include "sheet/xml_raw.h"
#include "base/number.h"

#define WINDOW (64u * 1024u)
#define TOKEN_MAX (64u * 1024u * 1024u) /* one tag, text or comment */

static const cj_str none = { NULL, 0 };

void cj_raw_of_bytes(cj_arena *arena, cj_str part, cj_str bytes, const cj_limits *limits,
                     cj_raw_reader *out)
{
    memset(out, 0, sizeof *out);
    out->arena = arena;
    out->limits = limits;
    out->input.name = part;
    out->rest = bytes;
    out->ended = true;
}

void cj_raw_of_input(cj_arena *arena, const cj_xml_input *input, const cj_limits *limits,
                     cj_raw_reader *out)
{
    memset(out, 0, sizeof *out);
    out->arena = arena;
    out->limits = limits;
    out->input = *input;
    out->cap = WINDOW;
    out->window = cj_alloc_text(arena, out->cap);
    out->rest.p = out->window;
}

/* ---- the window ------------------------------------------------------------------------------------ */

static cj_rc malformed(const cj_raw_reader *r, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: its part {0} is not well-formed; open it in Excel, let Excel "
        "repair it, and save it again",
        "ブックが壊れています（内部の {0} の形式が正しくありません）。Excelで開いて修復し、"
        "保存し直してください。"
    };

    return cj_fail(err, CJ_EFORMAT, says, r->input.name, none);
}

static cj_rc too_long(const cj_raw_reader *r, cj_err *err)
{
    static const cj_text says = {
        "an element inside the workbook's part {0} is longer than {1} bytes, which is over "
        "the limit",
        "ブック内部の {0} に長すぎる要素があります（上限 {1} バイト）。"
    };

    return cj_fail(err, CJ_ELIMIT, says, r->input.name,
                   cj_str_fmt(r->arena, "%u", TOKEN_MAX));
}

/* More of the part behind what is left of it; a window that is full grows. */
static cj_rc refill(cj_raw_reader *r, cj_err *err)
{
    size_t got = 0;
    cj_rc rc = CJ_OK;

    if (r->rest.n == r->cap) {
        char *larger;

        if (r->cap >= TOKEN_MAX)
            return too_long(r, err);
        larger = cj_alloc_text(r->arena, r->cap * 2);
        memcpy(larger, r->rest.p, r->rest.n);
        r->window = larger;
        r->cap *= 2;
    } else if (r->rest.p != r->window) {
        memmove(r->window, r->rest.p, r->rest.n);
    }
    r->rest.p = r->window;
    while (rc == CJ_OK && !r->ended && r->rest.n < r->cap) {
        rc = r->input.pull(r->input.from, r->window + r->rest.n, r->cap - r->rest.n, &got,
                           err);
        r->rest.n += got;
        r->ended = got == 0;
    }
    return rc;
}

/* ---- where a piece ends ---------------------------------------------------------------------------- */

static size_t after(cj_str s, size_t from, const char *end)
{
    size_t at = cj_str_find(cj_str_from(s, from), cj_str_of(end));

    return at == CJ_NONE ? CJ_NONE : from + at + strlen(end);
}

/* Quoted values may hold a '>'. */
static size_t tag_end(cj_str s)
{
    size_t i;

    for (i = 1; i < s.n; i++) {
        char c = s.p[i];

        if (c == '>')
            return i + 1;
        if (c == '"' || c == '\'') {
            const char *to = memchr(s.p + i + 1, c, s.n - i - 1);

            if (!to)
                return CJ_NONE;
            i = (size_t)(to - s.p);
        }
    }
    return CJ_NONE;
}

/* How long the piece at the beginning of s is; CJ_NONE: its end is not there yet. */
static size_t piece_length(cj_str s, cj_raw_kind *kind)
{
    if (s.p[0] != '<') {
        const char *to = memchr(s.p, '<', s.n);

        *kind = CJ_RAW_TEXT;
        return to ? (size_t)(to - s.p) : CJ_NONE;
    }
    if (s.n < 2)
        return CJ_NONE;
    *kind = CJ_RAW_OTHER;
    if (s.p[1] == '?')
        return after(s, 2, "?>");
    if (s.p[1] == '!') {
        if (cj_str_starts(s, CJ_STR("<!--")))
            return after(s, 4, "-->");
        if (cj_str_starts(s, CJ_STR("<![CDATA["))) {
            *kind = CJ_RAW_CDATA;
            return after(s, 9, "]]>");
        }
        return s.n < 9 ? CJ_NONE : 0; /* a document type, or nothing that there is */
    }
    *kind = s.p[1] == '/' ? CJ_RAW_CLOSE : CJ_RAW_OPEN;
    return tag_end(s);
}

static bool blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void name_tag(cj_raw *piece)
{
    size_t from = piece->kind == CJ_RAW_CLOSE ? 2 : 1, i = from, colon = CJ_NONE;
    cj_str s = piece->bytes;

    for (; i < s.n && !blank(s.p[i]) && s.p[i] != '>' && s.p[i] != '/'; i++)
        if (s.p[i] == ':')
            colon = i;
    piece->name = cj_str_cut(s, from, i - from);
    piece->local = colon == CJ_NONE ? piece->name : cj_str_cut(s, colon + 1, i - colon - 1);
    if (piece->kind == CJ_RAW_OPEN && s.p[s.n - 2] == '/')
        piece->kind = CJ_RAW_EMPTY;
}

static cj_rc place_tag(cj_raw_reader *r, cj_raw *piece, cj_err *err)
{
    name_tag(piece);
    if (!piece->local.n || (piece->kind == CJ_RAW_CLOSE && !r->depth))
        return malformed(r, err);
    piece->depth = piece->kind == CJ_RAW_CLOSE ? r->depth : r->depth + 1;
    if (piece->kind == CJ_RAW_OPEN && ++r->depth > r->limits->depth)
        return malformed(r, err);
    r->depth -= piece->kind == CJ_RAW_CLOSE;
    return CJ_OK;
}

static cj_rc end_of_part(cj_raw_reader *r, cj_raw *out, cj_err *err)
{
    if (r->depth || r->rest.n)
        return malformed(r, err);
    out->kind = CJ_RAW_END;
    return CJ_OK;
}

cj_rc cj_raw_next(cj_raw_reader *r, cj_raw *out, cj_err *err)
{
    size_t n = CJ_NONE;
    cj_rc rc;

    memset(out, 0, sizeof *out);
    for (;;) {
        if (r->rest.n)
            n = piece_length(r->rest, &out->kind);
        if (n == 0)
            return malformed(r, err);
        if (n != CJ_NONE)
            break;
        if (r->ended && r->rest.n && out->kind == CJ_RAW_TEXT && !r->depth) {
            n = r->rest.n; /* a line end behind the root */
            break;
        }
        if (r->ended)
            return end_of_part(r, out, err);
        rc = refill(r, err);
        if (rc != CJ_OK)
            return rc;
    }
    out->bytes = cj_str_cut(r->rest, 0, n);
    r->rest = cj_str_from(r->rest, n);
    out->depth = r->depth;
    return out->kind <= CJ_RAW_CLOSE ? place_tag(r, out, err) : CJ_OK;
}

cj_rc cj_raw_skip(cj_raw_reader *r, cj_buf *to, cj_err *err)
{
    size_t depth = r->depth;
    cj_raw piece;
    cj_rc rc;

    do {
        rc = cj_raw_next(r, &piece, err);
        if (rc == CJ_OK && to)
            cj_buf_add(to, piece.bytes);
    } while (rc == CJ_OK && piece.kind != CJ_RAW_END && r->depth >= depth);
    return rc;
}

/* Where "</name>" begins. Its last letter is looked for: '<' and '>' are everywhere, a letter is in texts alone. */
static size_t find_end(cj_str s, cj_str name)
{
    const char *at = s.p, *end = s.p + s.n;
    char last = name.p[name.n - 1];
    size_t before = name.n + 1; /* of the letter, from the '<' */

    while (at < end && (at = memchr(at, last, (size_t)(end - at))) != NULL) {
        const char *from = at - before;

        at++;
        if ((size_t)(at - s.p) > before && at < end && *at == '>' && from[0] == '<' &&
            from[1] == '/' && memcmp(from + 2, name.p, name.n) == 0)
            return (size_t)(from - s.p);
    }
    return CJ_NONE;
}

/* A comment or CDATA may hold what looks like the end. */
static bool peek(const cj_raw_reader *r, const cj_raw *open, cj_str *out)
{
    size_t at = find_end(r->rest, open->name);

    if (at == CJ_NONE || cj_str_has(cj_str_cut(r->rest, 0, at), CJ_STR("<!")))
        return false;
    *out = cj_str_cut(r->rest, 0, at + open->name.n + 3);
    return true;
}

static void take(cj_raw_reader *r, size_t n)
{
    r->rest = cj_str_from(r->rest, n);
    r->depth--;
}

bool cj_raw_pass(cj_raw_reader *r, const cj_raw *open, cj_str *out)
{
    if (!peek(r, open, out))
        return false;
    take(r, out->n);
    return true;
}

bool cj_raw_may_have(cj_str xml, cj_str local)
{
    size_t at;

    for (; (at = cj_str_find(xml, local)) != CJ_NONE; xml = cj_str_from(xml, at + local.n))
        if (at && (xml.p[at - 1] == '<' || xml.p[at - 1] == ':'))
            return true;
    return false;
}

bool cj_raw_pass_without(cj_raw_reader *r, const cj_raw *open, cj_str local)
{
    cj_str inside;

    if (!peek(r, open, &inside) || cj_raw_may_have(inside, local))
        return false;
    take(r, inside.n);
    return true;
}

/* ---- tags ------------------------------------------------------------------------------------------ */

bool cj_raw_tag(const cj_raw *piece)
{
    return piece->kind == CJ_RAW_OPEN || piece->kind == CJ_RAW_EMPTY;
}

bool cj_raw_is(const cj_raw *piece, const char *local)
{
    return cj_raw_tag(piece) && cj_str_eq(piece->local, cj_str_of(local));
}

bool cj_raw_ends(const cj_raw *piece, const char *local)
{
    return (piece->kind == CJ_RAW_CLOSE || piece->kind == CJ_RAW_EMPTY) &&
           cj_str_eq(piece->local, cj_str_of(local));
}

/* An attribute as it is written; `all` has the blanks before it too. */
typedef struct attribute {
    cj_str all, name, value;
} attribute;

/* What stands behind the name of a tag, up to its "/>" or ">". */
static cj_str attributes_of(const cj_raw *tag)
{
    size_t from = (size_t)(tag->name.p - tag->bytes.p) + tag->name.n;
    size_t end = tag->bytes.n - (tag->kind == CJ_RAW_EMPTY ? 2 : 1);

    return cj_str_cut(tag->bytes, from, end - from);
}

/* Takes one off *rest; false: only blanks (or nothing that we know) are left, in out->all. */
static bool next_attribute(cj_str *rest, attribute *out)
{
    cj_str s = *rest;
    size_t i = 0, from, end;
    const char *close;

    *out = (attribute){ s, none, none };
    while (i < s.n && blank(s.p[i]))
        i++;
    from = i;
    while (i < s.n && !blank(s.p[i]) && s.p[i] != '=')
        i++;
    out->name = cj_str_cut(s, from, i - from);
    while (i < s.n && blank(s.p[i]))
        i++;
    if (!out->name.n || i >= s.n || s.p[i] != '=')
        return false;
    do
        i++;
    while (i < s.n && blank(s.p[i]));
    if (i >= s.n || (s.p[i] != '"' && s.p[i] != '\''))
        return false;
    close = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
    if (!close)
        return false;
    end = (size_t)(close - s.p);
    out->value = cj_str_cut(s, i + 1, end - i - 1);
    out->value.p = s.p + i + 1; /* there, even if it is empty */
    out->all = cj_str_cut(s, 0, end + 1);
    *rest = cj_str_from(s, end + 1);
    return true;
}

static bool named(const attribute *a, cj_str name)
{
    if (name.n && name.p[0] == ':')
        return a->name.n > name.n && cj_str_ends(a->name, name);
    return cj_str_eq(a->name, name);
}

static cj_str raw_value(const cj_raw *tag, const char *name)
{
    cj_str rest = attributes_of(tag), wanted = cj_str_of(name);
    attribute a;

    while (next_attribute(&rest, &a))
        if (named(&a, wanted))
            return a.value;
    return none;
}

cj_str cj_raw_attr(cj_arena *arena, const cj_raw *tag, const char *name)
{
    cj_str value = raw_value(tag, name);

    return value.p ? cj_xml_unescape(arena, value) : none;
}

bool cj_raw_number(const cj_raw *tag, const char *name, uint32_t *out)
{
    unsigned long n;

    if (!cj_number_unsigned(raw_value(tag, name), 0xffffffff, &n))
        return false;
    *out = (uint32_t)n;
    return true;
}

static void put_attribute(cj_buf *to, const cj_raw_set *set)
{
    cj_buf_byte(to, ' ');
    cj_buf_z(to, set->name);
    cj_buf_z(to, "=\"");
    cj_xml_escape(to, set->value, true);
    cj_buf_byte(to, '"');
}

static const cj_raw_set *set_of(const cj_raw_set *set, size_t n, cj_str name)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_eq(name, cj_str_of(set[i].name)))
            return &set[i];
    return NULL;
}

void cj_raw_put(cj_buf *to, const cj_raw *tag, const cj_raw_set *set, size_t n)
{
    cj_str rest = attributes_of(tag);
    attribute a;
    size_t i;

    cj_buf_add(
        to, cj_str_cut(tag->bytes, 0, (size_t)(tag->name.p - tag->bytes.p) + tag->name.n));
    while (next_attribute(&rest, &a)) {
        const cj_raw_set *s = set_of(set, n, a.name);

        if (!s)
            cj_buf_add(to, a.all);
        else if (s->value.p)
            put_attribute(to, s);
    }
    for (i = 0; i < n; i++)
        if (set[i].value.p && !raw_value(tag, set[i].name).p)
            put_attribute(to, &set[i]);
    cj_buf_add(to, a.all);
    cj_buf_z(to, tag->kind == CJ_RAW_EMPTY ? "/>" : ">");
}
