/* mended.c - what fixes would do to a file, cell by cell, and what they would leave. */
#include "report/relaid.h"
#include "base/buf.h"
#include "base/utf8.h"

/* ---- what a line looks like ------------------------------------------------------------------------ */

static bool shown_as_code(uint32_t cp)
{
    return cj_utf8_invisible(cp) || (cp < 0x20 && cp != '\t') || cp == 0x7f ||
           (cp != ' ' && cp != '\t' && cp != 0x3000 && cj_utf8_space(cp));
}

static void add_blank(cj_buf *to, uint32_t cp)
{
    if (cp == ' ')
        cj_buf_z(to, "␣");
    else if (cp == '\t' || cp == 0x3000)
        cj_buf_z(to, cp == '\t' ? "⇥" : "□");
    else
        cj_buf_fmt(to, "<U+%04X>", (unsigned)cp);
}

/* Blanks at its ends and what cannot be seen are what many fixes are about. */
static cj_str visible(cj_arena *arena, cj_str line)
{
    cj_str inner = cj_utf8_trim(line), rest = line;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        bool inside = rest.p >= inner.p && rest.p < inner.p + inner.n;
        uint32_t cp = cj_utf8_next(&rest);

        if (shown_as_code(cp) || (!inside && cj_utf8_space(cp)))
            add_blank(&b, cp);
        else
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}

/* ---- one cell ---------------------------------------------------------------------------------------- */

static size_t lines_of(cj_arena *arena, cj_str text, cj_str **out)
{
    cj_str line;
    size_t n = 0, cap = 0;

    *out = NULL;
    while (cj_str_split(&text, '\n', &line)) {
        CJ_ROOM(arena, *out, n, cap);
        (*out)[n++] = line;
    }
    return n;
}

static void tell_lines(cj_arena *arena, cj_report *report, char mark, const cj_str *line,
                       size_t from, size_t to)
{
    size_t i;

    for (i = from; i < to; i++)
        cj_relaid_line(arena, report, mark,
                       mark == ' ' ? line[i] : visible(arena, line[i]));
}

/* Lines that stay have no mark. */
static void tell_texts(cj_arena *arena, cj_report *report, cj_str was, cj_str is)
{
    cj_str *a, *b;
    size_t na = lines_of(arena, was, &a), nb = lines_of(arena, is, &b), first = 0, last = 0;

    while (first < na && first < nb && cj_str_eq(a[first], b[first]))
        first++;
    while (last < na - first && last < nb - first &&
           cj_str_eq(a[na - 1 - last], b[nb - 1 - last]))
        last++;
    tell_lines(arena, report, ' ', a, 0, first);
    tell_lines(arena, report, '-', a, first, na - last);
    tell_lines(arena, report, '+', b, first, nb - last);
    tell_lines(arena, report, ' ', a, na - last, na);
}

static bool unsafe(const cj_fixed *f)
{
    size_t i;

    for (i = 0; i < f->n_rules; i++)
        if (f->rules[i]->fix == CJ_FIX_UNSAFE)
            return true;
    return false;
}

/* "Map!B3 (行動 × 導入期)  TX101 halfwidth-katakana" */
static void tell_place(cj_arena *arena, cj_report *report, const cj_relaying *by,
                       const cj_fixed *f)
{
    static const cj_text look = { "unsafe: look at it", "要確認" };
    cj_move from = { .from = { f->edit.sheet, f->edit.row, f->edit.col } };
    cj_str about = cj_relaid_about(by, &from);
    bool ja = by->lang == CJ_JA;
    cj_buf b;

    cj_buf_init(&b, arena);
    cj_buf_add(
        &b, cj_relaid_place(arena, by->old, f->edit.sheet, f->edit.row, f->edit.col, true));
    if (about.n)
        cj_buf_fmt(&b, ja ? "（" CJ_FMT "）" : " (" CJ_FMT ")", CJ_ARG(about));
    cj_buf_fmt(&b, "  " CJ_FMT, CJ_ARG(cj_fix_rules(arena, f)));
    if (unsafe(f))
        cj_buf_fmt(&b, ja ? "（%s）" : " (%s)", cj_text_in(look, by->lang));
    cj_relaid_line(arena, report, '@', cj_buf_str(&b));
}

static void add_fact(cj_arena *arena, cj_fact *list, const cj_book *book, const cj_fixed *f)
{
    cj_fact *o = cj_fact_add_object(arena, list, NULL), *rules;
    char ref[CJ_REF_MAX];
    size_t i;

    if (book->format == CJ_CSV || book->format == CJ_TSV)
        cj_fact_add_null(arena, o, "sheet");
    else
        cj_fact_add_text(arena, o, "sheet", book->sheets[f->edit.sheet].name);
    cj_ref(ref, f->edit.row, f->edit.col);
    cj_fact_add_z(arena, o, "cell", cj_str_z(arena, cj_str_of(ref)));
    rules = cj_fact_add_list(arena, o, "rules");
    for (i = 0; i < f->n_rules; i++)
        cj_fact_add_z(arena, rules, NULL, f->rules[i]->id);
    cj_fact_add_bool(arena, o, "unsafe", unsafe(f));
    cj_fact_add_text(arena, o, "was", f->was);
    cj_fact_add_text(arena, o, "text", f->edit.text);
}

/* ---- the file ------------------------------------------------------------------------------------------ */

static void tell_left(cj_arena *arena, cj_report *report, cj_lang lang, size_t n,
                      const cj_tally *left)
{
    static const cj_text cells = { "Cells that would be mended: {0}", "直るセル: {0}件" };
    static const cj_text rest = {
        "Findings left for you: {0} errors, {1} warnings, {2} infos",
        "人が直す指摘: エラー {0}件、警告 {1}件、情報 {2}件"
    };
    cj_err words;

    cj_fail(&words, CJ_OK, cells, cj_str_fmt(arena, "%zu", n), CJ_STR(""));
    cj_report_heading(arena, report, 2, cj_err_says(arena, &words, lang));
    cj_fail(&words, CJ_OK, rest, cj_str_fmt(arena, "%zu", left->n[CJ_ERROR]),
            cj_str_fmt(arena, "%zu", left->n[CJ_WARNING]));
    words.arg[2] = cj_str_fmt(arena, "%zu", left->n[CJ_INFO]);
    cj_report_heading(arena, report, 2, cj_err_says(arena, &words, lang));
}

cj_report *cj_mended_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_maps *maps,
                            const cj_fixes *fixes, const cj_tally *left)
{
    cj_report *report = cj_report_new(arena, lang);
    const cj_book *book = maps->map[0].book;
    cj_relaying by = { arena, lang, book, maps, NULL };
    cj_fact *list;
    size_t i;

    cj_fact_add_integer(arena, report->facts, "format", 1);
    cj_fact_add_text(arena, report->facts, "file", path);
    list = cj_fact_add_list(arena, report->facts, "fixes");
    cj_report_heading(arena, report, 1, path);
    for (i = 0; i < fixes->n; i++) {
        const cj_fixed *f = &fixes->at[i];

        tell_place(arena, report, &by, f);
        tell_texts(arena, report, f->was, f->edit.text);
        add_fact(arena, list, book, f);
    }
    tell_left(arena, report, lang, fixes->n, left);
    cj_fact_add_integer(arena, report->facts, "errors", (long long)left->n[CJ_ERROR]);
    cj_fact_add_integer(arena, report->facts, "warnings", (long long)left->n[CJ_WARNING]);
    cj_fact_add_integer(arena, report->facts, "infos", (long long)left->n[CJ_INFO]);
    return report;
}
