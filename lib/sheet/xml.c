/* xml.c - expat behind a wall: no document types, bounded depth, namespaces sorted out. */
#include "sheet/xml.h"
#include "base/utf8.h"
#include "sheet/encoding.h"
#include <expat.h>
#include <limits.h>
#include <string.h>

#define WINDOW (64u * 1024u)
#define TOKEN_MAX (1024u * 1024u) /* one tag or comment; text comes in pieces */

/* What a namespace is to us. */
typedef enum space {
    OURS,          /* the root's */
    COMPATIBILITY, /* mc:AlternateContent and its parts */
    UNDERSTOOD,    /* an extension of Excel's: its Choice is taken, its elements left out */
    FOREIGN,
    UNDECLARED
} space;

/* One xmlns declaration that is in force. */
typedef struct binding {
    char prefix[64];
    size_t depth;
    space space;
} binding;

typedef struct alternate {
    size_t depth;
    bool taken; /* a Choice was understood */
} alternate;

typedef struct reader {
    cj_arena *arena;
    XML_Parser parser;
    const cj_limits *limits;
    const cj_xml_events *events;
    void *context;
    cj_err *err;
    cj_rc rc;
    size_t depth, dropped; /* dropped: the depth of an element left out, 0: none */
    size_t opened; /* the depth of an element where every namespace comes, 0: none */
    binding *bindings;
    size_t n_bindings, cap_bindings;
    alternate *alternates;
    size_t n_alternates, cap_alternates;
    char root[128]; /* the namespace of the root element */
    space plain;    /* of names without a prefix */
} reader;

static void stop(reader *r, cj_rc rc)
{
    if (rc != CJ_OK && r->rc == CJ_OK) {
        r->rc = rc;
        XML_StopParser(r->parser, XML_FALSE);
    }
}

static cj_str none(void)
{
    cj_str s = { NULL, 0 };

    return s;
}

/* ---- namespaces ----------------------------------------------------------------------------- */

static bool begins(const char *s, const char *head)
{
    return strncmp(s, head, strlen(head)) == 0;
}

static bool main_space(const char *uri)
{
    return strcmp(uri, "http://schemas.openxmlformats.org/spreadsheetml/2006/main") == 0 ||
           strcmp(uri, "http://purl.oclc.org/ooxml/spreadsheetml/main") == 0;
}

static space classify(const reader *r, const char *uri)
{
    if (!*uri || strcmp(uri, r->root) == 0 || (main_space(uri) && main_space(r->root)))
        return OURS;
    if (strcmp(uri, "http://schemas.openxmlformats.org/markup-compatibility/2006") == 0)
        return COMPATIBILITY;
    return begins(uri, "http://schemas.microsoft.com/office/spreadsheetml/") ? UNDERSTOOD
                                                                             : FOREIGN;
}

/* Names are short: a loop is cheaper than two calls. */
static size_t prefix_length(const char *name, cj_str *local)
{
    size_t i, colon = 0, from;

    for (i = 0; name[i]; i++)
        if (name[i] == ':' && !colon)
            colon = i;
    from = colon ? colon + 1 : 0;
    local->p = name + from;
    local->n = i - from;
    return colon;
}

static space space_of(const reader *r, const char *prefix, size_t n)
{
    size_t i;

    for (i = r->n_bindings; i > 0; i--) {
        const binding *b = &r->bindings[i - 1];

        if (strncmp(b->prefix, prefix, n) == 0 && b->prefix[n] == 0)
            return b->space;
    }
    return UNDECLARED;
}

/* A prefix that nobody declared is taken for the part's own: sloppy writers drop the line. */
static space element_space(const reader *r, const char *name, size_t n)
{
    space s = n ? space_of(r, name, n) : r->plain;

    return s == UNDECLARED ? OURS : s;
}

static void bind(reader *r, const char *prefix, const char *uri)
{
    binding *b;

    if (strlen(prefix) >= sizeof b->prefix)
        return;
    CJ_ROOM(r->arena, r->bindings, r->n_bindings, r->cap_bindings);
    b = &r->bindings[r->n_bindings++];
    strcpy(b->prefix, prefix);
    b->depth = r->depth;
    b->space = classify(r, uri);
    if (!*prefix)
        r->plain = b->space;
}

static void declare(reader *r, const char **attrs)
{
    for (; *attrs; attrs += 2)
        if (attrs[0][0] == 'x' && begins(attrs[0], "xmlns") &&
            (attrs[0][5] == 0 || attrs[0][5] == ':'))
            bind(r, attrs[0][5] ? attrs[0] + 6 : "", attrs[1]);
}

static void forget(reader *r)
{
    bool plain = false;

    while (r->n_bindings && r->bindings[r->n_bindings - 1].depth == r->depth)
        plain |= !*r->bindings[--r->n_bindings].prefix;
    if (plain)
        r->plain = space_of(r, "", 0); /* at the end of the root: none */
}

/* The root's own namespace has to be known before its declarations are classified. */
static void note_root(reader *r, const char *name, const char **attrs)
{
    cj_str local;
    size_t n = prefix_length(name, &local);

    for (; *attrs; attrs += 2) {
        bool its = n ? begins(attrs[0], "xmlns:") && strlen(attrs[0]) == 6 + n &&
                           strncmp(attrs[0] + 6, name, n) == 0
                     : strcmp(attrs[0], "xmlns") == 0;

        if (its && strlen(attrs[1]) < sizeof r->root)
            strcpy(r->root, attrs[1]);
    }
}

/* ---- mc:AlternateContent -------------------------------------------------------------------- */

static bool all_understood(const reader *r, cj_str required)
{
    cj_str word;

    if (!required.n)
        return false;
    while (cj_str_split(&required, ' ', &word))
        if (word.n && !r->opened && space_of(r, word.p, word.n) > UNDERSTOOD)
            return false;
    return true;
}

/* True: the element itself stays unseen but what is in it counts. */
static bool choose(reader *r, cj_str local, const char **attrs)
{
    alternate *a = r->n_alternates ? &r->alternates[r->n_alternates - 1] : NULL;
    bool take;

    if (cj_str_eq(local, CJ_STR("AlternateContent"))) {
        CJ_ROOM(r->arena, r->alternates, r->n_alternates, r->cap_alternates);
        a = &r->alternates[r->n_alternates++];
        a->depth = r->depth;
        a->taken = false;
        return true;
    }
    if (!a || a->depth + 1 != r->depth || a->taken)
        return false;
    take = cj_str_eq(local, CJ_STR("Fallback")) ||
           (cj_str_eq(local, CJ_STR("Choice")) &&
            all_understood(r, cj_xml_attr(attrs, "Requires")));
    a->taken = take;
    return take;
}

/* ---- expat's events ------------------------------------------------------------------------- */

static bool within_limits(reader *r)
{
    static const cj_text deep = {
        "the workbook's parts are nested more than {0} deep, which is over the limit",
        "ブック内部の入れ子が深すぎます（上限 {0} 段）。"
    };
    static const cj_text wide = { "an element inside the workbook has more than {0} "
                                  "attributes, which is over the limit",
                                  "ブック内部の要素の属性が多すぎます（上限 {0} 個）。" };
    size_t n = (size_t)XML_GetSpecifiedAttributeCount(r->parser) / 2;

    if (r->depth > r->limits->depth)
        stop(r, cj_fail(r->err, CJ_ELIMIT, deep,
                        cj_str_fmt(r->arena, "%zu", r->limits->depth), none()));
    else if (n > r->limits->attributes || r->n_bindings > r->limits->attributes)
        stop(r, cj_fail(r->err, CJ_ELIMIT, wide,
                        cj_str_fmt(r->arena, "%zu", r->limits->attributes), none()));
    return r->rc == CJ_OK;
}

static void open_element(reader *r, cj_str local)
{
    const char *open = r->events->open;

    if (!r->opened && open &&
        (*open ? r->depth == 2 && cj_str_eq(local, cj_str_of(open)) : r->depth == 1))
        r->opened = r->depth;
}

static bool comes(const reader *r, space s)
{
    return s == OURS || (r->opened && s != COMPATIBILITY);
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attrs)
{
    reader *r = data;
    cj_str local;
    size_t n = prefix_length(name, &local);
    space s;

    r->depth++;
    if (r->rc != CJ_OK || r->dropped || !within_limits(r))
        return;
    if (r->depth == 1)
        note_root(r, name, attrs);
    declare(r, attrs);
    s = element_space(r, name, n);
    if (s == OURS)
        open_element(r, local);
    if (comes(r, s)) {
        if (r->events->start)
            stop(r, r->events->start(r->context, local, attrs, r->err));
    } else if (s != COMPATIBILITY || !choose(r, local, attrs)) {
        r->dropped = r->depth;
    }
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
    reader *r = data;
    cj_str local;
    size_t n = prefix_length(name, &local);
    space s = element_space(r, name, n);

    if (r->rc != CJ_OK)
        return;
    if (r->dropped) {
        if (r->dropped == r->depth)
            r->dropped = 0;
    } else if (comes(r, s) && r->events->end) {
        stop(r, r->events->end(r->context, local, r->err));
    }
    if (r->opened == r->depth)
        r->opened = 0;
    if (r->n_alternates && r->alternates[r->n_alternates - 1].depth == r->depth)
        r->n_alternates--;
    forget(r);
    r->depth--;
}

static void XMLCALL on_text(void *data, const XML_Char *p, int n)
{
    reader *r = data;
    cj_str piece = { p, (size_t)n };

    if (r->rc == CJ_OK && !r->dropped)
        stop(r, r->events->text(r->context, piece, r->err));
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal)
{
    static const cj_text says = {
        "the workbook holds a document type declaration, which Excel never writes and "
        "which can be used for attacks; it is not read",
        "ブックの中に、Excelが書くことのない文書型宣言（DOCTYPE）があります。"
        "攻撃に使われることがあるため読み込みません。"
    };
    reader *r = data;

    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    stop(r, cj_fail(r->err, CJ_EFORMAT, says, none(), none()));
}

/* Encodings that expat does not know itself: those where a byte is a character. */
static bool one_byte_encoding(const char *name)
{
    static const char *const heads[] = { "windows-125", "cp125", "iso-8859-", "koi8-",
                                         "macintosh" };
    size_t i, k;

    for (i = 0; i < sizeof heads / sizeof *heads; i++) {
        for (k = 0; heads[i][k] && (name[k] | 0x20) == (heads[i][k] | 0x20); k++)
            continue;
        if (!heads[i][k])
            return true;
    }
    return false;
}

static int XMLCALL on_encoding(void *data, const XML_Char *name, XML_Encoding *info)
{
    reader *r = data;
    cj_encoding encoding;
    int i;

    if (!one_byte_encoding(name) || !cj_encoding_find(r->arena, cj_str_of(name), &encoding))
        return XML_STATUS_ERROR;
    for (i = 0; i < 256; i++) {
        char c = (char)i;
        cj_str byte = { &c, 1 }, text;
        bool valid = cj_encoding_text(r->arena, encoding.iconv, byte, &text) == CJ_NONE;

        info->map[i] = valid && text.n ? (int)cj_utf8_next(&text) : -1;
    }
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return XML_STATUS_OK;
}

/* ---- reading -------------------------------------------------------------------------------- */

static cj_rc malformed(reader *r, cj_str part)
{
    static const cj_text says = {
        "the workbook is damaged: its part {0} cannot be read at line {1}; open it in "
        "Excel, let Excel repair it, and save it again",
        "ブックが壊れています（内部の {0} の {1} 行目を読み取れません）。"
        "Excelで開いて修復し、保存し直してください。"
    };
    static const cj_text memory = { "the workbook needs too much memory",
                                    "ブックの読み込みに必要なメモリが多すぎます。" };
    static const cj_text encoding = {
        "the workbook's part {0} is written in an encoding that is not supported; open "
        "it in Excel and save it again",
        "ブック内部の {0} の文字コードに対応していません。Excelで開き、"
        "保存し直してください。"
    };
    enum XML_Error code = XML_GetErrorCode(r->parser);
    cj_str line =
        cj_str_fmt(r->arena, "%lu", (unsigned long)XML_GetCurrentLineNumber(r->parser));

    if (code == XML_ERROR_NO_MEMORY)
        return cj_fail(r->err, CJ_ELIMIT, memory, none(), none());
    if (code == XML_ERROR_UNKNOWN_ENCODING)
        return cj_fail(r->err, CJ_EENCODING, encoding, cj_str_copy(r->arena, part), none());
    return cj_fail(r->err, CJ_EFORMAT, says, cj_str_copy(r->arena, part), line);
}

/* What expat holds back of an unfinished tag is bounded, and fed in growing steps, so that
 * scanning it again and again stays linear. */
static cj_rc next_step(reader *r, size_t fed, size_t *step)
{
    static const cj_text says = {
        "an element inside the workbook is longer than {0} bytes, which is over the limit",
        "ブック内部の要素が長すぎます（上限 {0} バイト）。"
    };
    XML_Index at = XML_GetCurrentByteIndex(r->parser);
    size_t held = at >= 0 && (size_t)at < fed ? fed - (size_t)at : 0;

    if (held > TOKEN_MAX)
        return cj_fail(r->err, CJ_ELIMIT, says, cj_str_fmt(r->arena, "%u", TOKEN_MAX),
                       none());
    *step = held > WINDOW ? held : WINDOW;
    return CJ_OK;
}

static cj_rc run(reader *r, const cj_xml_input *input)
{
    size_t fed = 0, got = 1, step = WINDOW;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && got) {
        char *to = XML_GetBuffer(r->parser, (int)step);

        if (!to)
            return malformed(r, input->name);
        rc = input->pull(input->from, to, step, &got, r->err);
        if (rc != CJ_OK)
            break;
        if (XML_ParseBuffer(r->parser, (int)got, got == 0) != XML_STATUS_OK)
            return r->rc != CJ_OK ? r->rc : malformed(r, input->name);
        fed += got;
        rc = next_step(r, fed, &step);
    }
    return rc;
}

cj_rc cj_xml_read(cj_arena *arena, const cj_xml_input *input, const cj_limits *limits,
                  const cj_xml_events *events, void *context, cj_err *err)
{
    reader r;
    cj_rc rc;

    memset(&r, 0, sizeof r);
    r.arena = arena;
    r.limits = limits;
    r.events = events;
    r.context = context;
    r.err = err;
    r.parser = XML_ParserCreate(NULL);
    if (!r.parser)
        return malformed(&r, input->name);
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    if (events->text)
        XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    XML_SetUnknownEncodingHandler(r.parser, on_encoding, &r);
    rc = run(&r, input);
    XML_ParserFree(r.parser);
    return rc;
}

/* ---- attributes ----------------------------------------------------------------------------- */

cj_str cj_xml_attr(cj_xml_attrs attrs, const char *name)
{
    for (; *attrs; attrs += 2)
        if (strcmp(attrs[0], name) == 0)
            return cj_str_of(attrs[1]);
    return none();
}

cj_str cj_xml_attr_prefixed(cj_xml_attrs attrs, const char *name)
{
    for (; *attrs; attrs += 2) {
        cj_str local;

        if (prefix_length(attrs[0], &local) && strcmp(local.p, name) == 0)
            return cj_str_of(attrs[1]);
    }
    return none();
}

bool cj_xml_true(cj_str v)
{
    return cj_str_eq(v, CJ_STR("1")) || cj_str_eq(v, CJ_STR("true")) ||
           cj_str_eq(v, CJ_STR("True")) || cj_str_eq(v, CJ_STR("TRUE")) ||
           cj_str_eq(v, CJ_STR("on"));
}
