/* extras.c - notes what a file holds beyond the cells of a book. */
#include "sheet/extras.h"

#define MOST_NAMED 1000u

static const cj_text others[CJ_N_OTHERS] = {
    [CJ_OTHER_NONE] = { "", "" },
    [CJ_OTHER_OLE] = { "embedded object", "埋め込みオブジェクト" },
    [CJ_OTHER_CONTROL] = { "form control", "フォームコントロール" },
    [CJ_OTHER_SLICER] = { "slicer", "スライサー" },
    [CJ_OTHER_TIMELINE] = { "timeline", "タイムライン" },
    [CJ_OTHER_SMARTART] = { "SmartArt graphic", "SmartArt" },
    [CJ_OTHER_SPARKLINE] = { "group of sparklines", "スパークライン" },
    [CJ_OTHER_DIALOG] = { "dialog sheet", "ダイアログシート" },
    [CJ_OTHER_XML] = { "custom XML part", "カスタムXML" },
    [CJ_OTHER_EXTERNAL] = { "link to another workbook", "ほかのブックへのリンク" },
    [CJ_OTHER_CONNECTION] = { "data connection", "データ接続" },
    [CJ_OTHER_MODEL] = { "data model", "データモデル" },
    [CJ_OTHER_RIBBON] = { "change to the ribbon", "リボンのカスタマイズ" },
    [CJ_OTHER_NOTE] = { "note", "コメント・メモ" },
    [CJ_OTHER_LINK] = { "hyperlink", "ハイパーリンク" },
    [CJ_OTHER_OBJECT] = { "object", "オブジェクト" },
};

static cj_extra *add(cj_arena *arena, cj_book *book)
{
    CJ_ROOM(arena, book->extras, book->n_extras, book->cap_extras);
    return &book->extras[book->n_extras++];
}

/* Those of one sheet stand together, the newest last. */
static cj_extra *find(const cj_book *book, cj_extra_kind kind, cj_str what, unsigned sheet,
                      bool ours)
{
    size_t i;

    for (i = book->n_extras; i > 0 && book->extras[i - 1].sheet == sheet; i--) {
        cj_extra *e = &book->extras[i - 1];

        if (e->kind == kind && e->ours == ours && cj_str_eq(e->what, what))
            return e;
    }
    return NULL;
}

static void count(cj_arena *arena, cj_book *book, const cj_extra *one)
{
    cj_extra *e = find(book, one->kind, one->what, one->sheet, one->ours);

    if (e)
        e->n += one->n;
    else
        *add(arena, book) = *one;
}

void cj_extra_add(cj_arena *arena, cj_book *book, cj_extra_kind kind, cj_other other,
                  unsigned sheet, size_t n)
{
    cj_text says = others[kind == CJ_EXTRA_OTHER ? other : CJ_OTHER_NONE];
    cj_extra one = { kind, sheet, n, cj_str_of(says.en), false, says };

    if (n)
        count(arena, book, &one);
}

void cj_extra_add_named(cj_arena *arena, cj_book *book, cj_extra_kind kind, unsigned sheet,
                        cj_str name, bool ours)
{
    cj_extra one = { kind, sheet, 1, name, ours, others[CJ_OTHER_NONE] };

    if (book->n_extras >= MOST_NAMED)
        one.what.n = 0;
    count(arena, book, &one);
}
