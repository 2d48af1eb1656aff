/* message.c - the sentence of a finding: the rule's text with its {placeholders} filled. */
#include <cj/lint.h>
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

#define EXCERPT 40u /* of texts in question */
#define NAMES 80u   /* of names of phases, elements and cells */
#define LISTED 160u /* of what is missing */
#define MORE 4u     /* for the mark that there is more */

/* Several values, parted by line breaks, as a list in that language: whole ones, as many as there
 * is room for. */
static cj_str listing(cj_arena *arena, cj_str values, cj_lang lang, unsigned columns)
{
    const char *between = lang == CJ_JA ? "、" : ", ";
    cj_str rest = values, one;
    unsigned used = 0;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (cj_str_split(&rest, '\n', &one)) {
        one = cj_utf8_excerpt(arena, one, columns - MORE);
        if (b.n)
            cj_buf_z(&b, between);
        used += cj_utf8_width(one) + 2;
        if (b.n && used + (rest.n ? MORE : 0) > columns) {
            cj_buf_z(&b, "…");
            break;
        }
        cj_buf_add(&b, one);
    }
    return cj_buf_str(&b);
}

static cj_str element_name(cj_arena *arena, const cj_lint_result *r, const cj_finding *f,
                           cj_lang lang)
{
    const cj_element *e = f->element >= 0        ? &r->map->elements[f->element]
                          : f->elem != CJ_CUSTOM ? cj_map_element(r->map, f->elem)
                                                 : NULL;

    if (e && e->label.n)
        return cj_utf8_joined(arena, e->label);
    return f->elem != CJ_CUSTOM ? cj_str_of(cj_elem_label(f->elem, lang)) : CJ_STR("");
}

static cj_str cell_name(cj_arena *arena, const cj_finding *f)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, f->at.row, f->at.col);
    return f->at.row ? cj_str_copy(arena, cj_str_of(ref)) : CJ_STR("-");
}

/* {row} is the line of an element and {column} that of a phase, also where the map is turned; in a
 * list of items everything is a row. */
static cj_str direction(const cj_lint_result *r, cj_str name, cj_lang lang)
{
    static const struct {
        cj_str name;
        cj_text across, down, list;
    } words[] = {
        { CJ_LIT("row"), { "row", "行" }, { "column", "列" }, { "row", "行" } },
        { CJ_LIT("column"), { "column", "列" }, { "row", "行" }, { "row", "行" } },
        { CJ_LIT("beside"),
          { "under", "下" },
          { "to the right of", "右" },
          { "under", "下" } },
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(name, words[i].name))
            return cj_str_of(cj_text_in(r->map->form == CJ_FORM_ITEMS ? words[i].list
                                        : r->map->orient == CJ_PHASES_DOWN
                                            ? words[i].down
                                            : words[i].across,
                                        lang));
    return CJ_STR("");
}

static unsigned longest(cj_str name)
{
    if (cj_str_eq(name, CJ_STR("list"))) /* our own words, all of them needed */
        return LISTED;
    return cj_str_eq(name, CJ_STR("phase")) || cj_str_eq(name, CJ_STR("element")) ||
                   cj_str_eq(name, CJ_STR("cell"))
               ? NAMES
               : EXCERPT;
}

/* What the rule said for {name}; NULL: nothing. */
static const cj_arg *said(const cj_finding *f, cj_str name)
{
    size_t i;

    for (i = 0; i < f->n_args; i++)
        if (cj_str_eq(name, cj_str_of(f->arg[i].name)))
            return &f->arg[i];
    return NULL;
}

/* A list has as much room as a name. */
static cj_str told(cj_arena *arena, const cj_arg *arg, cj_lang lang, unsigned columns)
{
    cj_str value = lang == CJ_JA && arg->ja.p ? arg->ja : arg->value;

    return cj_str_has(value, CJ_STR("\n"))
               ? listing(arena, value, lang, columns > NAMES ? columns : NAMES)
               : cj_utf8_excerpt(arena, value, columns);
}

/* What stands for {name} where the rule said nothing. */
static cj_str filling(cj_arena *arena, const cj_lint_result *r, const cj_finding *f,
                      cj_lang lang, cj_str name)
{
    if (cj_str_eq(name, CJ_STR("phase")))
        return f->phase >= 0 ? cj_utf8_joined(arena, r->map->phases[f->phase].name)
                             : CJ_STR("");
    if (cj_str_eq(name, CJ_STR("element")))
        return element_name(arena, r, f, lang);
    if (cj_str_eq(name, CJ_STR("canonical")))
        return f->elem != CJ_CUSTOM ? cj_str_of(cj_elem_label(f->elem, lang)) : CJ_STR("");
    if (cj_str_eq(name, CJ_STR("cell")))
        return cell_name(arena, f);
    if (cj_str_eq(name, CJ_STR("value")))
        return f->value;
    if (cj_str_eq(name, CJ_STR("rule")))
        return cj_str_of(f->rule->id);
    return direction(r, name, lang);
}

static cj_str fill(cj_arena *arena, const cj_lint_result *r, const cj_finding *f,
                   cj_lang lang, cj_text text)
{
    cj_str rest = cj_str_of(cj_text_in(text, lang));
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        size_t open = cj_str_find(rest, CJ_STR("{"));
        size_t close = open == CJ_NONE ? CJ_NONE : cj_str_find(rest, CJ_STR("}"));
        const cj_arg *arg;
        cj_str name, value;

        if (close == CJ_NONE || close < open) {
            cj_buf_add(&b, rest);
            break;
        }
        name = cj_str_cut(rest, open + 1, close - open - 1);
        arg = said(f, name);
        value =
            arg ? told(arena, arg, lang, longest(name))
                : cj_utf8_excerpt(arena, filling(arena, r, f, lang, name), longest(name));
        cj_buf_add(&b, cj_str_cut(rest, 0, open));
        cj_buf_add(&b, value);
        rest = cj_str_from(rest, close + 1);
    }
    return cj_buf_str(&b);
}

cj_str cj_finding_says(cj_arena *arena, const cj_lint_result *result,
                       const cj_finding *finding, cj_lang lang)
{
    return fill(arena, result, finding, lang, finding->rule->says);
}

cj_str cj_finding_hint(cj_arena *arena, const cj_lint_result *result,
                       const cj_finding *finding, cj_lang lang)
{
    return fill(arena, result, finding, lang, finding->rule->mend);
}
