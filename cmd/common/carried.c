/* carried.c - what a file holds that a new one made from it would lack; named before it is written. */
#include "tool.h"

/* A thing with its number. */
typedef struct name {
    const char *one, *many, *ja;
} name;

static const name names[] = {
    [CJ_EXTRA_CHART] = { "1 chart", "{0} charts", "グラフ{0}点" },
    [CJ_EXTRA_PICTURE] = { "1 picture", "{0} pictures", "画像{0}点" },
    [CJ_EXTRA_SHAPE] = { "1 shape or text box", "{0} shapes or text boxes",
                         "図形・テキストボックス{0}点" },
    [CJ_EXTRA_CONDITIONAL] = { "1 conditional format", "{0} conditional formats",
                               "条件付き書式{0}か所" },
    [CJ_EXTRA_PIVOT] = { "1 pivot table", "{0} pivot tables", "ピボットテーブル{0}点" },
    [CJ_EXTRA_MACROS] = { "macros", "macros", "マクロ" },
    [CJ_EXTRA_OTHER] = { NULL, NULL, NULL },
};

/* The list of what is lost. */
typedef struct losses {
    cj_arena *arena;
    cj_lang lang;
    cj_str list;
} losses;

static void add(losses *to, const name *what, size_t n, cj_str where)
{
    bool ja = to->lang == CJ_JA;
    cj_text form = { n == 1 ? what->one : what->many, what->ja };
    cj_err words;
    cj_str says;

    cj_fail(&words, CJ_OK, form, cj_str_fmt(to->arena, "%zu", n), cj_str_of(NULL));
    says = cj_err_says(to->arena, &words, to->lang);
    if (where.n)
        says = cj_str_fmt(to->arena, ja ? CJ_FMT "（" CJ_FMT "）" : CJ_FMT " (" CJ_FMT ")",
                          CJ_ARG(says), CJ_ARG(where));
    to->list = to->list.n ? cj_str_fmt(to->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(to->list),
                                       ja ? "、" : ", ", CJ_ARG(says))
                          : says;
}

static size_t count_formulas(const cj_book *book, unsigned *sheet,
                             const cj_book_cell **first)
{
    size_t i, n = 0;
    unsigned s;

    for (s = 0; s < book->n_sheets; s++)
        for (i = 0; i < book->sheets[s].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&book->sheets[s], i);

            if (!(c->flags & CJ_CELL_FORMULA) || n++)
                continue;
            *sheet = s;
            *first = c;
        }
    return n;
}

static void add_formulas(losses *to, const cj_book *book)
{
    static const name what = { "1 formula", "{0} formulas", "数式{0}か所" };
    static const cj_text one = { "{0}; its value stays", "{0}、値は残ります" };
    static const cj_text many = { "{0} …; their values stay", "{0} ほか、値は残ります" };
    const cj_book_cell *first = NULL;
    unsigned sheet = 0;
    size_t n = count_formulas(book, &sheet, &first);
    char ref[CJ_REF_MAX];
    cj_err words;

    if (!n)
        return;
    cj_ref(ref, first->row, first->col);
    cj_fail(&words, CJ_OK, n > 1 ? many : one,
            cj_str_fmt(to->arena, CJ_FMT "!%s", CJ_ARG(book->sheets[sheet].name), ref),
            cj_str_of(NULL));
    add(to, &what, n, cj_err_says(to->arena, &words, to->lang));
}

/* Excel's own dialog takes no longer ones, but services that keep files write them. */
static void add_properties(losses *to, const cj_book *book)
{
    static const name what = { "1 document property of more than 255 characters",
                               "{0} document properties of more than 255 characters",
                               "255文字を超えるドキュメントのプロパティ{0}件" };
    size_t i, n = 0;

    for (i = 0; i < book->n_properties; i++)
        n += !cj_xlsx_takes_property(&book->properties[i]);
    if (n)
        add(to, &what, n, cj_str_of(NULL));
}

static bool alike(const cj_extra *a, const cj_extra *b)
{
    return a->kind == b->kind && a->sheet == b->sheet && !a->ours && !b->ours &&
           a->other.en == b->other.en;
}

/* The i-th, unless it was counted with an earlier one of its kind and sheet. */
static void add_extra(losses *to, const cj_book *book, size_t i)
{
    const cj_extra *x = &book->extras[i];
    cj_str where = { NULL, 0 };
    name what = names[x->kind];
    size_t n = 0, k;

    for (k = 0; k < i; k++)
        if (alike(&book->extras[k], x))
            return;
    for (k = i; k < book->n_extras; k++)
        n += alike(&book->extras[k], x) ? book->extras[k].n : 0;
    if (x->kind == CJ_EXTRA_OTHER)
        what = (name){ cj_str_z(to->arena, cj_str_fmt(to->arena, "1 %s", x->other.en)),
                       cj_str_z(to->arena, cj_str_fmt(to->arena, "{0} × %s", x->other.en)),
                       cj_str_z(to->arena, cj_str_fmt(to->arena, "%s{0}点", x->other.ja)) };
    if (x->sheet != CJ_NO_SHEET)
        where = book->sheets[x->sheet].name;
    add(to, &what, n, where);
}

cj_str cj_not_carried(cj_arena *arena, const cj_book *book, cj_lang lang)
{
    losses all = { arena, lang, { NULL, 0 } };
    size_t i;

    add_formulas(&all, book);
    add_properties(&all, book);
    for (i = 0; i < book->n_extras; i++)
        if (!book->extras[i].ours)
            add_extra(&all, book, i);
    return all.list;
}

void cj_warn_not_carried(const cj_run *run, const char *path, const cj_book *book,
                         cj_lang lang)
{
    static const cj_text says = {
        "the new file will lack {0}; keep this file if you need them",
        "新しいファイルには、次のものを移せません: {0}。必要な場合は、元のファイルも残しておいて"
        "ください。"
    };
    cj_str all = cj_not_carried(run->arena, book, lang);
    cj_err what;

    if (!all.n)
        return;
    cj_fail(&what, CJ_OK, says, all, cj_str_of(NULL));
    cj_warn(run, path, &what, lang);
}
