/* xml_tree.c - a small part as a tree: found by name, changed in places, written again. */
#include "sheet/xml_tree.h"

static const cj_str none = { NULL, 0 };

/* ---- reading --------------------------------------------------------------------------------------- */

static cj_node *add(cj_tree *tree, cj_node *in, const cj_raw *raw)
{
    cj_node *n = CJ_NEW(tree->arena, cj_node);

    n->raw = *raw;
    n->in = in;
    in->elements += cj_raw_tag(raw);
    if (in->last)
        in->last->next = n;
    else
        in->first = n;
    in->last = n;
    return n;
}

cj_rc cj_tree_read(cj_arena *arena, cj_str part, cj_str bytes, const cj_limits *limits,
                   cj_tree *out, cj_err *err)
{
    cj_raw_reader reader;
    cj_node *at;
    cj_raw raw;
    cj_rc rc;

    out->arena = arena;
    out->changed = false;
    out->top = at = CJ_NEW(arena, cj_node);
    at->raw.kind = CJ_RAW_END;
    cj_raw_of_bytes(arena, part, bytes, limits, &reader);
    while ((rc = cj_raw_next(&reader, &raw, err)) == CJ_OK && raw.kind != CJ_RAW_END) {
        if (raw.kind == CJ_RAW_CLOSE) {
            at->close = raw.bytes;
            at = at->in;
            continue;
        }
        if (raw.kind == CJ_RAW_OPEN)
            at = add(out, at, &raw);
        else
            add(out, at, &raw);
    }
    return rc;
}

/* ---- steps ------------------------------------------------------------------------------------------ */

static bool element(const cj_node *n)
{
    return cj_raw_tag(&n->raw);
}

bool cj_node_is(const cj_node *n, const char *local)
{
    return cj_raw_is(&n->raw, local);
}

cj_node *cj_node_child(const cj_node *node, const char *local, const cj_node *after)
{
    cj_node *n = after ? after->next : node->first;

    while (n && (n->gone || !element(n) || (local && !cj_node_is(n, local))))
        n = n->next;
    return n;
}

cj_node *cj_tree_root(const cj_tree *tree)
{
    return cj_node_child(tree->top, NULL, NULL);
}

cj_node *cj_node_walk(cj_node *top, cj_node *at)
{
    cj_node *next = at && at->gone ? NULL : cj_node_child(at ? at : top, NULL, NULL);

    while (!next && at && at != top) {
        next = cj_node_child(at->in, NULL, at);
        at = at->in;
    }
    return next;
}

/* ---- writing ---------------------------------------------------------------------------------------- */

cj_str cj_tree_bytes(const cj_tree *tree)
{
    const cj_node *n = tree->top->first;
    cj_buf b;

    cj_buf_init(&b, tree->arena);
    while (n) {
        if (!n->gone)
            cj_buf_add(&b, n->raw.bytes);
        if (!n->gone && n->first) {
            n = n->first;
            continue;
        }
        if (!n->gone)
            cj_buf_add(&b, n->close);
        while (n && !n->next) {
            n = n->in;
            if (n)
                cj_buf_add(&b, n->close);
        }
        n = n ? n->next : NULL;
    }
    return cj_buf_str(&b);
}

/* ---- attributes and texts ------------------------------------------------------------------------------ */

cj_str cj_node_attr(const cj_tree *tree, const cj_node *n, const char *name)
{
    return cj_raw_attr(tree->arena, &n->raw, name);
}

bool cj_node_number(const cj_node *n, const char *name, uint32_t *out)
{
    return cj_raw_number(&n->raw, name, out);
}

bool cj_node_true(const cj_tree *tree, const cj_node *n, const char *name)
{
    return cj_xml_true(cj_node_attr(tree, n, name));
}

void cj_node_set(cj_tree *tree, cj_node *n, const char *name, cj_str value)
{
    cj_str was = cj_node_attr(tree, n, name);
    cj_raw_set set = { name, value };
    size_t at = (size_t)(n->raw.name.p - n->raw.bytes.p);
    size_t local = (size_t)(n->raw.local.p - n->raw.bytes.p);
    cj_buf b;

    if (!was.p == !value.p && cj_str_eq(was, value))
        return;
    cj_buf_init(&b, tree->arena);
    cj_raw_put(&b, &n->raw, &set, 1);
    n->raw.bytes = cj_buf_str(&b);
    n->raw.name.p = n->raw.bytes.p + at;
    n->raw.local.p = n->raw.bytes.p + local;
    tree->changed = true;
}

void cj_node_set_number(cj_tree *tree, cj_node *n, const char *name, uint32_t value)
{
    cj_node_set(tree, n, name, cj_str_fmt(tree->arena, "%u", value));
}

cj_str cj_node_text(const cj_tree *tree, const cj_node *node)
{
    const cj_node *n;
    cj_buf b;

    cj_buf_init(&b, tree->arena);
    for (n = node->first; n; n = n->next)
        if (n->raw.kind == CJ_RAW_TEXT)
            cj_buf_add(&b, cj_xml_unescape(tree->arena, n->raw.bytes));
        else if (n->raw.kind == CJ_RAW_CDATA)
            cj_buf_add(&b, cj_str_cut(n->raw.bytes, 9, n->raw.bytes.n - 12));
    return cj_buf_str(&b);
}

void cj_node_set_text(cj_tree *tree, cj_node *node, cj_str text)
{
    cj_buf b;

    if (node->raw.kind != CJ_RAW_OPEN || cj_str_eq(cj_node_text(tree, node), text))
        return;
    cj_buf_init(&b, tree->arena);
    cj_xml_escape(&b, text, false);
    node->first = node->last = NULL;
    node->elements = 0;
    cj_node_insert(tree, node, NULL, cj_buf_str(&b));
}

void cj_node_insert(cj_tree *tree, cj_node *in, cj_node *before, cj_str xml)
{
    cj_raw raw = { CJ_RAW_OTHER, xml, none, none, 0 };
    cj_node *was_last = in->last, *n = add(tree, in, &raw), **link = &in->first;

    in->elements += xml.n && xml.p[0] == '<';
    tree->changed = true;
    if (!before)
        return;
    while (*link != before)
        link = &(*link)->next;
    was_last->next = NULL;
    in->last = was_last;
    n->next = before;
    *link = n;
}

void cj_node_remove(cj_tree *tree, cj_node *n)
{
    if (!n->gone && element(n))
        n->in->elements--;
    n->gone = true;
    tree->changed = true;
}

void cj_node_remove_up(cj_tree *tree, cj_node *n)
{
    uint32_t count;

    cj_node_remove(tree, n);
    for (; n->in && element(n->in); n = n->in) {
        if (cj_node_number(n->in, "count", &count) && count)
            cj_node_set_number(tree, n->in, "count", count - 1);
        if (n->in->elements)
            return;
        cj_node_remove(tree, n->in);
    }
}
