/* vocabulary.c - what the enums of a map are called, and what elements are like. */
#include "map/labels.h"

enum { NEED_NO, NEED_ANY, NEED_CORE };
enum { FACT_NO = CJ_FACT_NO, FACT_YES = CJ_FACT_YES, FACT_OP = CJ_FACT_OP };

typedef struct traits {
    const char *id;
    unsigned char kind, fact, need;
} traits;

static const traits elements[CJ_N_ELEMS] = {
    [CJ_CUSTOM] = { "custom", CJ_ELEM_TEXT, CJ_FACT_NO, NEED_NO },
#define CJ_ELEMENT(name, id, kind, fact, need, merge) \
    [CJ_##name] = { id, CJ_ELEM_##kind, FACT_##fact, NEED_##need },
#include <cj/elements.def>
#undef CJ_ELEMENT
};

static const traits *of(cj_elem elem)
{
    return &elements[elem < CJ_N_ELEMS ? elem : CJ_CUSTOM];
}

const char *cj_elem_id(cj_elem elem)
{
    return of(elem)->id;
}

const char *cj_elem_label(cj_elem elem, cj_lang lang)
{
    const char *label = cj_labels_canonical(CJ_FAM_ELEM, elem, lang);

    return label ? label : cj_elem_id(elem);
}

cj_elem_kind cj_elem_kind_of(cj_elem elem)
{
    return (cj_elem_kind)of(elem)->kind;
}

cj_elem_fact cj_elem_fact_of(cj_elem elem)
{
    return (cj_elem_fact)of(elem)->fact;
}

bool cj_elem_core(cj_elem elem)
{
    return of(elem)->need == NEED_CORE;
}

static const char *named(cj_family family, unsigned id)
{
    const char *name = cj_labels_name(family, id);

    return name ? name : "";
}

const char *cj_phase_id_name(cj_phase_id id)
{
    return named(CJ_FAM_PHASE, id);
}

const char *cj_meta_id_name(cj_meta_id id)
{
    return named(CJ_FAM_META, id);
}

const char *cj_meta_label(cj_meta_id id, cj_lang lang)
{
    const char *label = cj_labels_canonical(CJ_FAM_META, id, lang);

    return label ? label : cj_meta_id_name(id);
}

const char *cj_section_name(cj_section_kind kind)
{
    return named(CJ_FAM_SHEET, kind);
}
