/* told.c - what people should know of a file that was written from another one. */
#include "tool.h"

enum { MOST_NAMED = 20 }; /* of hidden parts: a filter hides thousands */

static bool csv(cj_format format)
{
    return format == CJ_CSV || format == CJ_TSV;
}

void cj_tell_fixes(const cj_run *run, const char *path, const cj_book *old,
                   const cj_fixes *fixes, cj_lang lang)
{
    static const cj_text says = { "{0} fixed: \"{1}\" is now \"{2}\"",
                                  "{0}:「{1}」を「{2}」に直しました。" };
    static const cj_text unseen = { "{0} fixed; it looks the same",
                                    "{0}: 見た目を変えずに直しました。" };
    static const cj_text gone = { "{0} fixed: \"{1}\" was taken out",
                                  "{0}:「{1}」を消しました。" };
    size_t i;

    for (i = 0; i < fixes->n; i++) {
        const cj_fixed *f = &fixes->at[i];
        cj_err what;

        cj_fail(&what, CJ_OK, says, cj_fix_rules(run->arena, f), cj_str_of(NULL));
        cj_fix_lines(run->arena, f, &what.arg[1], &what.arg[2]);
        if (!f->edit.text.n)
            what.says = gone;
        else if (cj_str_eq(what.arg[1], what.arg[2]))
            what.says = unseen;
        what.at.row = f->edit.row;
        what.at.col = f->edit.col;
        if (!csv(old->format))
            what.at.sheet = old->sheets[f->edit.sheet].name;
        cj_tell(run, path, &what, lang);
    }
}

static void tell_encoding(const cj_run *run, const char *path, const cj_book *old,
                          cj_lang lang)
{
    static const cj_text says = {
        "it was {0} and is now written as UTF-8, which Excel opens as well",
        "文字コードを {0} から UTF-8 に変えて書き込みました（Excelでもそのまま開けます）。"
    };
    cj_err what;

    if (cj_str_eq(old->csv.encoding, CJ_STR("UTF-8")))
        return;
    cj_fail(&what, CJ_OK, says, old->csv.encoding, cj_str_of(NULL));
    cj_tell(run, path, &what, lang);
}

static void tell_cut(const cj_run *run, const char *path, const cj_layout *l, cj_lang lang)
{
    static const cj_text says = {
        "longer than the 32,767 characters that a cell in Excel holds; the rest is in "
        "Notes, after \"continued from\": {0}",
        "Excelの1つのセルに入る32,767文字を超えるため、残りを「備考」の「続き:」の行に分けました: {0}"
    };
    bool named = l->book->format == CJ_XLSX;
    cj_str places = { "", 0 };
    char ref[CJ_REF_MAX];
    size_t i;
    cj_err what;

    for (i = 0; i < l->n_cut; i++) {
        cj_ref(ref, l->cut[i].row, l->cut[i].col);
        places =
            cj_str_fmt(run->arena, CJ_FMT "%s" CJ_FMT "%s%s", CJ_ARG(places),
                       !i              ? ""
                       : lang == CJ_JA ? "、"
                                       : ", ",
                       CJ_ARG(named ? l->book->sheets[l->cut[i].sheet].name : CJ_STR("")),
                       named ? "!" : "", ref);
    }
    cj_fail(&what, CJ_OK, says, places, CJ_STR(""));
    if (l->n_cut)
        cj_warn(run, path, &what, lang);
}

/* ---- what was hidden ------------------------------------------------------------------------ */

/* A sheet that is copied as it is stays as it was. */
static bool copied(const cj_sheet *old, const cj_book *made)
{
    size_t i;

    for (i = 0; i < made->n_sheets; i++) {
        const cj_sheet *s = &made->sheets[i];

        if (cj_str_eq(s->name, old->name) && s->n_hidden_rows == old->n_hidden_rows &&
            s->n_hidden_cols == old->n_hidden_cols &&
            (s->state != CJ_VISIBLE) == (old->state != CJ_VISIBLE))
            return true;
    }
    return false;
}

/* The places that are named; those beyond the first few are only counted. */
typedef struct places {
    const cj_run *run;
    cj_lang lang;
    cj_str list;
    size_t n;
} places;

static void name_place(places *to, cj_str sheet, const char *from, const char *till)
{
    const char *comma = to->lang == CJ_JA ? "、" : ", ";

    if (to->n++ < MOST_NAMED)
        to->list =
            cj_str_fmt(to->run->arena, CJ_FMT "%s" CJ_FMT "%s%s%s%s", CJ_ARG(to->list),
                       to->n > 1 ? comma : "", CJ_ARG(sheet), from ? "!" : "",
                       from ? from : "", from ? ":" : "", from ? till : "");
}

static void name_hidden(places *to, const cj_sheet *s)
{
    char from[CJ_REF_MAX], till[CJ_REF_MAX];
    size_t i;

    if (s->state != CJ_VISIBLE)
        name_place(to, s->name, NULL, NULL);
    for (i = 0; i < s->n_hidden_rows; i++) {
        cj_ref(from, s->hidden_rows[i].row1, 0);
        cj_ref(till, s->hidden_rows[i].row2, 0);
        name_place(to, s->name, from, till);
    }
    for (i = 0; i < s->n_hidden_cols; i++) {
        cj_ref(from, 0, s->hidden_cols[i].col1);
        cj_ref(till, 0, s->hidden_cols[i].col2);
        name_place(to, s->name, from, till);
    }
}

/* The standard form hides nothing: who hands the file on should know. */
static void tell_hidden(const cj_run *run, const char *path, const cj_book *old,
                        const cj_book *made, cj_lang lang)
{
    static const cj_text says = {
        "what was hidden is visible in the new file: {0}",
        "非表示だった部分が、新しいファイルでは表示されます: {0}"
    };
    places hidden = { run, lang, { "", 0 }, 0 };
    size_t i;
    cj_err what;

    for (i = 0; i < old->n_sheets; i++)
        if (old->sheets[i].n_cells && !copied(&old->sheets[i], made))
            name_hidden(&hidden, &old->sheets[i]);
    if (hidden.n > MOST_NAMED)
        hidden.list =
            cj_str_fmt(run->arena, CJ_FMT ", … (%zu)", CJ_ARG(hidden.list), hidden.n);
    cj_fail(&what, CJ_OK, says, hidden.list, CJ_STR(""));
    if (hidden.n)
        cj_warn(run, path, &what, lang);
}

void cj_tell_written(const cj_run *run, const char *path, const cj_book *old,
                     const cj_layout *layout, cj_format format, cj_lang lang)
{
    if (csv(old->format) && csv(format))
        tell_encoding(run, path, old, lang);
    tell_cut(run, path, layout, lang);
    tell_hidden(run, path, old, layout->book, lang);
}
