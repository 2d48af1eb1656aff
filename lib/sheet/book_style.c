/* book_style.c - the styles and properties of a book that is being made. */
#include <cj/book.h>

static bool alike(const cj_style *a, const cj_style *b)
{
    return cj_str_eq(a->number_format, b->number_format) && a->date == b->date &&
           a->strike == b->strike && a->bold == b->bold && a->right == b->right &&
           a->has_fill == b->has_fill && (!a->has_fill || a->fill == b->fill) &&
           a->role == b->role;
}

/* A book that we make has a few dozen styles. */
uint32_t cj_book_style(cj_arena *arena, cj_book *book, cj_style style)
{
    size_t i;

    for (i = 0; i < book->n_styles; i++)
        if (alike(&book->styles[i], &style))
            return (uint32_t)i;
    CJ_ROOM(arena, book->styles, book->n_styles, book->cap_styles);
    book->styles[book->n_styles] = style;
    return (uint32_t)book->n_styles++;
}

static cj_property *property(const cj_book *book, cj_str name)
{
    size_t i;

    for (i = 0; i < book->n_properties; i++)
        if (cj_str_eq(book->properties[i].name, name))
            return &book->properties[i];
    return NULL;
}

void cj_book_set_property(cj_arena *arena, cj_book *book, cj_str name, cj_str value)
{
    cj_property *there = property(book, name);

    if (there) {
        there->value = value;
        return;
    }
    CJ_ROOM(arena, book->properties, book->n_properties, book->cap_properties);
    book->properties[book->n_properties++] = (cj_property){ name, value };
}

cj_str cj_book_property(const cj_book *book, cj_str name)
{
    const cj_property *p = property(book, name);

    return p ? p->value : CJ_STR("");
}
