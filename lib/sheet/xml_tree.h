/* xml_tree.h - a small part as a tree, of which everything that is not changed keeps its bytes. */
#ifndef CJ_SHEET_XML_TREE_H
#define CJ_SHEET_XML_TREE_H

#include "sheet/xml_raw.h"

typedef struct cj_node {
    cj_raw raw;   /* its tag, or what it is else */
    cj_str close; /* the tag at its end, where it has one */
    struct cj_node *in, *first, *last, *next;
    size_t elements; /* in it, that are there */
    bool gone;
} cj_node;

typedef struct cj_tree {
    cj_arena *arena;
    cj_node *top; /* holds all pieces: the XML declaration, the root */
    bool changed;
} cj_tree;

/* `bytes` must outlive it. */
cj_rc cj_tree_read(cj_arena *arena, cj_str part, cj_str bytes, const cj_limits *limits,
                   cj_tree *out, cj_err *err);
cj_str cj_tree_bytes(const cj_tree *tree);
/* The element; NULL: none is there. */
cj_node *cj_tree_root(const cj_tree *tree);

bool cj_node_is(const cj_node *node, const char *local); /* an element of that name */
/* The next element within `top`, in the order of the part (at == NULL: the first); NULL: it was the last.
 * What is gone is left out. */
cj_node *cj_node_walk(cj_node *top, cj_node *at);
/* The first child of that name (NULL: any) behind `after` (NULL: of all); or NULL. */
cj_node *cj_node_child(const cj_node *node, const char *local, const cj_node *after);
/* p == NULL: it is not there. */
cj_str cj_node_attr(const cj_tree *tree, const cj_node *node, const char *name);
bool cj_node_number(const cj_node *node, const char *name, uint32_t *out);
bool cj_node_true(const cj_tree *tree, const cj_node *node, const char *name);
/* value.p == NULL: the attribute goes. */
void cj_node_set(cj_tree *tree, cj_node *node, const char *name, cj_str value);
void cj_node_set_number(cj_tree *tree, cj_node *node, const char *name, uint32_t value);
cj_str cj_node_text(const cj_tree *tree, const cj_node *node);
void cj_node_set_text(cj_tree *tree, cj_node *node, cj_str text);
/* XML in front of `before`, a child; NULL: last. */
void cj_node_insert(cj_tree *tree, cj_node *in, cj_node *before, cj_str xml);
void cj_node_remove(cj_tree *tree, cj_node *node);
/* And what holds nothing else then, and the count that what holds it has. */
void cj_node_remove_up(cj_tree *tree, cj_node *node);

#endif
