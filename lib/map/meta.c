/* meta.c - the title and the metadata above the grid (model 6.6). */
#include "map/build.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/sentence.h"
#include "map/tables.h"
#include "base/utf8.h"

enum { MAX_LABEL = 80, MAX_TITLE = 400 };

typedef struct row_text {
    unsigned col;
    cj_str text;
} row_text;

typedef struct reader {
    cj_build *b;
    unsigned row;
    row_text cell[CJ_WINDOW_COLS];
    unsigned n;
    bool titled; /* a lone text was seen */
} reader;

static cj_str without_angles(cj_str s)
{
    static const struct {
        cj_str open, close;
    } pairs[] = {
        { CJ_LIT("<"), CJ_LIT(">") },
        { CJ_LIT("＜"), CJ_LIT("＞") },
        { CJ_LIT("《"), CJ_LIT("》") },
        { CJ_LIT("≪"), CJ_LIT("≫") },
    };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (cj_str_starts(s, pairs[i].open) && cj_str_ends(s, pairs[i].close) &&
            s.n > pairs[i].open.n + pairs[i].close.n)
            return cj_str_cut(s, pairs[i].open.n, s.n - pairs[i].open.n - pairs[i].close.n);
    return s;
}

/* As it stands, or without the explanation in brackets behind it: 目的（Why）. */
static int meta_id(cj_build *b, cj_str label)
{
    cj_str key;
    size_t at;
    int id;

    label = without_angles(label);
    if (!label.n || label.n > MAX_LABEL)
        return -1;
    key = cj_label_key(b->arena, label);
    id = cj_labels_id(CJ_FAM_META, key);
    at = cj_str_find(key, CJ_STR("("));
    return id < 0 && at != CJ_NONE && at ? cj_labels_id(CJ_FAM_META, cj_str_cut(key, 0, at))
                                         : id;
}

static cj_span place(const reader *r, unsigned col)
{
    return (cj_span){ r->b->w->index, r->row, col, 0, 0 };
}

static bool is_free(const reader *r, int id)
{
    return id >= 0 && !r->b->map->meta[id].at.row;
}

static void set(reader *r, int id, cj_str label, cj_str text, cj_span at)
{
    r->b->map->meta[id] = (cj_meta){ text, at, label, cj_placeholder(r->b->arena, text) };
}

/* Where a piece of a cell stands in that cell's whole text. */
static cj_span within(const reader *r, unsigned col, cj_str piece)
{
    const cj_book_cell *c = cj_sheet_find(r->b->w->sheet, r->row, col);
    cj_span at = place(r, col);

    if (c && c->text.n && piece.p >= c->text.p && piece.p < c->text.p + c->text.n) {
        at.from = (unsigned)(piece.p - c->text.p);
        at.to = at.from + (unsigned)piece.n;
    }
    return at;
}

static size_t colon(cj_str line, size_t *len)
{
    size_t ascii = cj_str_find(line, CJ_STR(":")), wide = cj_str_find(line, CJ_STR("："));

    *len = wide < ascii ? 3 : 1;
    return wide < ascii ? wide : ascii;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 2025-06-03, 2025/6/3, 2025年6月3日. */
static bool date_like(cj_str value)
{
    cj_str rest = cj_str_from(value, 4);
    size_t i;

    for (i = 0; i < 4; i++)
        if (i >= value.n || !digit(value.p[i]))
            return false;
    return cj_str_starts(rest, CJ_STR("-")) || cj_str_starts(rest, CJ_STR("/")) ||
           cj_str_starts(rest, CJ_STR(".")) || cj_str_starts(rest, CJ_STR("年"));
}

/* "作成" is who made it, unless a date follows. */
static int meant(int id, cj_str value)
{
    return id == CJ_META_AUTHOR && date_like(value) ? (int)CJ_META_CREATED : id;
}

/* 【目的】…, [Purpose] …: the bytes of the label in brackets, 0: none. */
static size_t bracketed(cj_str line)
{
    static const cj_str opens[] = { CJ_LIT("【"), CJ_LIT("["), CJ_LIT("＜"), CJ_LIT("<"),
                                    CJ_LIT("《") };
    static const cj_str closes[] = { CJ_LIT("】"), CJ_LIT("]"), CJ_LIT("＞"), CJ_LIT(">"),
                                     CJ_LIT("》") };
    size_t i, at;

    for (i = 0; i < sizeof opens / sizeof *opens; i++)
        if (cj_str_starts(line, opens[i]) && (at = cj_str_find(line, closes[i])) != CJ_NONE)
            return at + closes[i].n;
    return 0;
}

/* 目的：…, 目的＝…, 目的／…, "Purpose - …": where the mark is, and its bytes. */
static size_t mark(cj_str line, size_t *len)
{
    static const cj_str marks[] = { CJ_LIT("＝"),  CJ_LIT("="),   CJ_LIT("／"),
                                    CJ_LIT(" - "), CJ_LIT(" – "), CJ_LIT(" — ") };
    size_t at = colon(line, len), i, other;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if ((other = cj_str_find(line, marks[i])) < at) {
            at = other;
            *len = marks[i].n;
        }
    return at;
}

static bool parts(cj_str line, cj_str *label, cj_str *value)
{
    size_t len = 0, at = bracketed(line);

    if (!at)
        at = mark(line, &len);
    if (at == CJ_NONE)
        return false;
    *label = cj_utf8_trim(cj_str_cut(line, 0, at));
    *value = cj_utf8_trim(cj_str_from(line, at + len));
    if (!len && value->n && colon(*value, &len) == 0) /* 【目的】：… */
        *value = cj_utf8_trim(cj_str_from(*value, len));
    return true;
}

/* Where the next pair of a line begins, behind a wide gap or a bar: 目的：…　ペルソナ：…. */
static size_t next_pair(reader *r, cj_str line)
{
    static const cj_str gaps[] = { CJ_LIT("　"), CJ_LIT("  "), CJ_LIT("\t"),
                                   CJ_LIT("|"),  CJ_LIT("｜"), CJ_LIT(" / ") };
    size_t at, i;

    for (at = 1; at < line.n; at++)
        for (i = 0; i < sizeof gaps / sizeof *gaps; i++) {
            cj_str rest = cj_str_from(line, at), label, value;

            if (cj_str_starts(rest, gaps[i]) &&
                parts(cj_str_from(rest, gaps[i].n), &label, &value) &&
                meta_id(r->b, label) >= 0)
                return at;
        }
    return line.n;
}

static cj_str number_from(cj_str s)
{
    size_t n = 0;

    while (n < s.n &&
           (digit(s.p[n]) || (s.p[n] == '.' && n && n + 1 < s.n && digit(s.p[n + 1]))))
        n++;
    return cj_str_cut(s, 0, n);
}

/* "… ver1.2", "… v1.2", "… 第2版": the version of a map that has no row for it. */
static cj_str version_in(cj_str title)
{
    static const char *const words[] = { "ersion ", "ersion", "ver. ", "ver.", "ver ",
                                         "ver",     "Ver. ",  "Ver.",  "Ver ", "Ver",
                                         "VER",     "第",     " v",    " V" };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = cj_str_find(title, cj_str_of(words[i]));
        cj_str n;

        if (at == CJ_NONE)
            continue;
        n = number_from(cj_str_from(title, at + cj_str_of(words[i]).n));
        if (n.n && (*words[i] != "第"[0] ||
                    cj_str_starts(cj_str_from(title, (size_t)(n.p - title.p) + n.n),
                                  CJ_STR("版"))))
            return n;
    }
    return CJ_STR("");
}

/* 作成日 2025/6/3, Ver. 1.3: a label, a space and the date or number that it asks for. */
static bool spaced(reader *r, cj_str line, cj_str *label, cj_str *value)
{
    size_t at = cj_str_find(line, CJ_STR(" "));
    cj_when when;
    int id;

    if (at == CJ_NONE || !at)
        return false;
    *label = cj_str_cut(line, 0, at);
    *value = cj_utf8_trim(cj_str_from(line, at));
    id = meant(meta_id(r->b, *label), *value);
    if (id == CJ_META_VERSION)
        return value->n && digit(*value->p) && value->n < 12;
    return id >= CJ_META_CREATED && id <= CJ_META_NEXT_REVIEW &&
           cj_when_parse(*value, 1, &when);
}

/* 作成：2025/6/3 中村 is a date and who did it. */
static void date_and_person(reader *r, const row_text *t, int id, cj_str *value)
{
    size_t at = cj_str_find(*value, CJ_STR(" ")), wide = cj_str_find(*value, CJ_STR("　"));
    cj_str who;
    cj_when when;

    at = wide < at ? wide : at;
    if (id < CJ_META_CREATED || id > CJ_META_NEXT_REVIEW || at == CJ_NONE ||
        cj_when_parse(*value, 1, &when) ||
        !cj_when_parse(cj_str_cut(*value, 0, at), 1, &when))
        return;
    who = cj_utf8_trim(cj_str_from(*value, at));
    *value = cj_str_cut(*value, 0, at);
    if (id == CJ_META_CREATED && is_free(r, CJ_META_AUTHOR))
        set(r, CJ_META_AUTHOR, CJ_STR(""), who, within(r, t->col, who));
}

/* The bar or slash that parted it from the pair before. */
static cj_str bar_off(cj_str pair)
{
    while (pair.n && (*pair.p == '|' || *pair.p == '/' || *pair.p == ' '))
        pair = cj_str_from(pair, 1);
    if (cj_str_starts(pair, CJ_STR("｜")))
        pair = cj_str_from(pair, CJ_STR("｜").n);
    return cj_utf8_trim(pair);
}

/* Ver.1.3, 第2版 in a cell of its own. */
static bool version_alone(reader *r, const row_text *t, cj_str text)
{
    static const cj_str words[] = { CJ_LIT("v"), CJ_LIT("V"), CJ_LIT("第") };
    cj_str n;
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words && !cj_str_starts(text, words[i]); i++)
        ;
    if (i == sizeof words / sizeof *words || text.n > 14 || !is_free(r, CJ_META_VERSION))
        return false;
    n = version_in(text);
    if (!n.n || (size_t)(n.p + n.n - text.p) + CJ_STR("版").n < text.n)
        return false;
    set(r, CJ_META_VERSION, CJ_STR(""), n, within(r, t->col, n));
    return true;
}

static bool take_pair(reader *r, const row_text *t, cj_str pair)
{
    cj_str label, value;
    int id;

    pair = bar_off(pair);
    if (version_alone(r, t, pair))
        return true;
    if ((!parts(pair, &label, &value) || !value.n || meta_id(r->b, label) < 0) &&
        !spaced(r, pair, &label, &value))
        return false;
    id = meant(meta_id(r->b, label), value);
    if (!is_free(r, id))
        return false;
    date_and_person(r, t, id, &value);
    set(r, id, label, value, within(r, t->col, value));
    return true;
}

/* A label and, under it in the same cell, what it says. */
static bool label_over_text(reader *r, const row_text *t)
{
    cj_str value = t->text, label;
    int id;

    if (!cj_str_split(&value, '\n', &label))
        return false;
    id = meta_id(r->b, cj_utf8_trim(label));
    value = cj_utf8_trim(value);
    if (!value.n || !is_free(r, id))
        return false;
    set(r, id, cj_utf8_trim(label), value, within(r, t->col, value));
    return true;
}

enum { MAX_PAIRS = 1000 }; /* a line of metadata is short */

/* `作成：2025/6/3`, one pair or several of them in one cell. */
static bool pairs_in_cell(reader *r, const row_text *t)
{
    cj_str rest = t->text, line;
    bool over = label_over_text(r, t), any = over;

    while (!over && rest.n && rest.n <= MAX_PAIRS * 4 && cj_str_split(&rest, '\n', &line))
        while (line.n) {
            size_t n = next_pair(r, line);

            any = take_pair(r, t, cj_str_cut(line, 0, n)) || any;
            line = cj_utf8_trim(cj_str_from(line, n));
        }
    if (any)
        cj_claim(r->b, CJ_LEAF_META, place(r, t->col), t->text, -1, -1);
    return any;
}

/* People may stand in a cell each: how many cells behind the first belong to it. */
static unsigned more_people(reader *r, unsigned k, int id)
{
    cj_meta *m = &r->b->map->meta[id];
    const char *joint = cj_has_japanese(m->text) ? "、" : "; ";
    unsigned n = 0;
    cj_when when;

    if (id != CJ_META_CONTRIBUTORS && id != CJ_META_AUTHOR)
        return 0;
    while (k + n < r->n && meta_id(r->b, r->cell[k + n].text) < 0 &&
           !cj_when_parse(r->cell[k + n].text, 1, &when)) {
        m->text = cj_str_fmt(r->b->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(m->text), joint,
                             CJ_ARG(r->cell[k + n].text));
        cj_claim(r->b, CJ_LEAF_META, place(r, r->cell[k + n].col), r->cell[k + n].text, -1,
                 -1);
        n++;
    }
    return n;
}

/* Label in one cell, value in the next; how many cells that took. */
static unsigned pair_at(reader *r, unsigned k)
{
    int id = meta_id(r->b, r->cell[k].text);
    bool value = k + 1 < r->n && meta_id(r->b, r->cell[k + 1].text) < 0;
    cj_span at = place(r, value ? r->cell[k + 1].col : r->cell[k].col + 1);
    cj_str text = value ? r->cell[k + 1].text : CJ_STR("");

    id = value ? meant(id, text) : id;
    if (!is_free(r, id))
        return 0;
    cj_claim(r->b, CJ_LEAF_META_LABEL, place(r, r->cell[k].col), r->cell[k].text, -1, -1);
    date_and_person(r, &r->cell[value ? k + 1 : k], id, &text);
    set(r, id, r->cell[k].text, text, at);
    if (!value)
        return 1;
    cj_claim(r->b, CJ_LEAF_META, at, r->cell[k + 1].text, -1, -1);
    return 2 + more_people(r, k + 2, id);
}

static void lone_text(reader *r, const row_text *t)
{
    cj_map *m = r->b->map;
    cj_str version;
    cj_when when;

    if (cj_when_parse(t->text, 1, &when) && when.grain == CJ_GRAIN_DAY)
        return; /* a date that nobody has labelled is no title */
    if (r->titled || t->text.n > MAX_TITLE || cj_utf8_count(t->text) > MAX_TITLE / 3)
        return;
    r->titled = true;
    cj_claim(r->b, CJ_LEAF_TITLE, place(r, t->col), t->text, -1, -1);
    if (!m->meta[CJ_META_TITLE].at.row)
        set(r, CJ_META_TITLE, CJ_STR(""), t->text, place(r, t->col));
    version = version_in(t->text);
    if (version.n && !m->meta[CJ_META_VERSION].at.row)
        set(r, CJ_META_VERSION, CJ_STR(""), version, within(r, t->col, version));
}

static void cells_of_row(reader *r)
{
    const cj_window *w = r->b->w;
    unsigned col;

    r->n = 0;
    for (col = 1; col <= w->cols; col++) {
        cj_str text = cj_window_text(w, r->row, col);

        if (text.n)
            r->cell[r->n++] = (row_text){ col, text };
    }
}

/* The leaves of the metadata are few, and those of the grid stand below. */
static bool claimed(const reader *r, unsigned col)
{
    const cj_map *m = r->b->map;
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].at.row == r->row && m->leaves[i].at.col == col)
            return true;
    return false;
}

static void read_pairs(reader *r)
{
    unsigned k, used;

    cells_of_row(r);
    for (k = 0; k < r->n; k += used) {
        used = pair_at(r, k);
        if (!used && pairs_in_cell(r, &r->cell[k]))
            used = 1;
        used += !used;
    }
}

/* A row in which all but one cell are metadata: that one is the title. So is the first of several
 * that calls itself a map; the others are dates, teams and the like. */
static void read_title(reader *r)
{
    unsigned k, others = 0, other = 0, named = 0;

    cells_of_row(r);
    for (k = r->n; k-- > 0;) {
        if (claimed(r, r->cell[k].col))
            continue;
        others++;
        other = k;
        if (cj_title_names_map(r->b->arena, r->cell[k].text))
            named = k + 1;
    }
    if (others == 1)
        lone_text(r, &r->cell[other]);
    else if (named)
        lone_text(r, &r->cell[named - 1]);
}

/* ■目的 or ■ペルソナ alone in its row, and what it says alone in the next (in the last of two cells where a
 * label of its own stands before it: ■ペルソナ over 名前, 田中さん). */
static void label_above(reader *r, unsigned top)
{
    row_text label;
    int id;

    cells_of_row(r);
    if (r->n != 1 || r->row + 1 >= top)
        return;
    label = r->cell[0];
    id = meta_id(r->b, label.text);
    if ((id != CJ_META_PURPOSE && id != CJ_META_PERSONA) || r->b->map->meta[id].text.n)
        return; /* other labels stand alone where nobody has filled them in */
    r->row++;
    cells_of_row(r);
    if (r->n && r->n <= 2 && !claimed(r, r->cell[r->n - 1].col) &&
        meta_id(r->b, r->cell[0].text) < 0) {
        set(r, id, label.text, r->cell[r->n - 1].text, place(r, r->cell[r->n - 1].col));
        cj_claim(r->b, CJ_LEAF_META, place(r, r->cell[r->n - 1].col),
                 r->cell[r->n - 1].text, -1, -1);
    }
    r->row--;
}

/* Labelled metadata first: a map name with a label wins over the line at the top. */
void cj_meta_read(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned top = g->view.down ? g->left : g->top;
    reader r = { .b = b };

    for (r.row = 1; r.row < top; r.row++)
        read_pairs(&r);
    for (r.row = 1; r.row < top; r.row++)
        label_above(&r, top);
    for (r.row = 1; r.row < top; r.row++)
        read_title(&r);
}
