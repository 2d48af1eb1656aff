/* sections_head.c - what begins a section: its title, and the headers of its columns. */
#include "map/build.h"
#include "map/normal.h"
#include "map/sections.h"
#include "base/utf8.h"

enum { MAX_TITLE = 120, MAX_MARK_COL = 3, HEADER_ROWS = 4 };

/* ---- titles ------------------------------------------------------------------------------------- */

/* ■ ◆ ● ○ □ ▼ ▶ ◇ ★ # in front, or 【】 [] around. */
bool cj_section_mark(cj_str text)
{
    static const cj_str marks[] = { CJ_LIT("■"),  CJ_LIT("◆"), CJ_LIT("●"),  CJ_LIT("○"),
                                    CJ_LIT("□"),  CJ_LIT("▼"), CJ_LIT("▶"),  CJ_LIT("◇"),
                                    CJ_LIT("★"),  CJ_LIT("#"), CJ_LIT("【"), CJ_LIT("["),
                                    CJ_LIT("［"), CJ_LIT("＃") };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(text, marks[i]))
            return i < 10 || i == 13 || cj_str_ends(text, CJ_STR("】")) ||
                   cj_str_ends(text, CJ_STR("]")) || cj_str_ends(text, CJ_STR("］"));
    return false;
}

bool cj_section_decorated(cj_str title)
{
    return cj_section_mark(title) || cj_label_undecorated(title).n < cj_utf8_trim(title).n;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool joint(char c)
{
    return c == '_' || c == '-' || c == '.' || c == ' ';
}

/* 03_根拠 -> 根拠 */
static cj_str number_off_front(cj_str key)
{
    size_t n = 0;

    while (n < key.n && digit(key.p[n]))
        n++;
    while (n && n < key.n && joint(key.p[n]))
        n++;
    return n < key.n ? cj_str_from(key, n) : key;
}

/* The byte before the last figures, 年 or q of kpi一覧_2025年, evidence_2025q3, 根拠2. */
static cj_str number_off_end(cj_str key)
{
    static const cj_str units[] = { CJ_LIT("年度"), CJ_LIT("年"), CJ_LIT("月"),
                                    CJ_LIT("版") };
    cj_str s = key;
    size_t i;

    for (i = 0; i < sizeof units / sizeof *units; i++)
        if (cj_str_ends(s, units[i]) && s.n > units[i].n &&
            digit(s.p[s.n - units[i].n - 1]))
            s.n -= units[i].n;
    if (!s.n || !digit(s.p[s.n - 1]))
        return key;
    while (s.n && (digit(s.p[s.n - 1]) || joint(s.p[s.n - 1]) ||
                   (s.p[s.n - 1] == 'q' && s.n > 1 && digit(s.p[s.n - 2]))))
        s.n--;
    return s;
}

static int sheet_id(cj_str key)
{
    return key.n ? cj_labels_id(CJ_FAM_SHEET, key) : -1;
}

cj_section_kind cj_section_kind_of(cj_arena *arena, cj_str title)
{
    cj_str key;
    size_t at;
    int id;

    if (!title.n || title.n > MAX_TITLE)
        return CJ_SECTION_UNKNOWN;
    key = cj_label_key(arena, title);
    if (cj_str_starts(key, CJ_STR("<")))
        key = cj_str_from(key, 1);
    id = sheet_id(key);
    at = cj_str_find(key, CJ_STR("("));
    if (id < 0 && at != CJ_NONE && at)
        key = cj_str_cut(key, 0, at);
    if (id < 0)
        id = sheet_id(key);
    if (id < 0)
        id = sheet_id(number_off_front(key));
    if (id < 0)
        id = sheet_id(number_off_end(number_off_front(key)));
    return id < 0 ? CJ_SECTION_UNKNOWN : (cj_section_kind)id;
}

/* The phases of a plan are often sheets of their own: フェーズ2 is no list of phases. */
cj_section_kind cj_sections_sheet_kind(cj_arena *arena, const cj_sheet *sheet)
{
    cj_section_kind kind = cj_section_kind_of(arena, sheet->name);

    if (kind == CJ_SECTION_PHASES && sheet_id(cj_label_key(arena, sheet->name)) < 0)
        return CJ_SECTION_UNKNOWN;
    return kind;
}

/* ---- columns ------------------------------------------------------------------------------------- */

cj_family cj_section_family(cj_section_kind kind)
{
    switch (kind) {
    case CJ_SECTION_PHASES:
        return CJ_FAM_PHACOL;
    case CJ_SECTION_EVIDENCE:
        return CJ_FAM_EVCOL;
    case CJ_SECTION_KPI:
        return CJ_FAM_KPICOL;
    case CJ_SECTION_ACTIONS:
        return CJ_FAM_ACTCOL;
    case CJ_SECTION_HISTORY:
        return CJ_FAM_HISCOL;
    case CJ_SECTION_CONFLICTS:
        return CJ_FAM_CONCOL;
    case CJ_SECTION_MERGE_LOG:
        return CJ_FAM_LOGCOL;
    default:
        return CJ_N_FAMILIES;
    }
}

static cj_str before(cj_str s, cj_str mark)
{
    size_t at = cj_str_find(s, mark);

    return at != CJ_NONE && at ? cj_str_cut(s, 0, at) : s;
}

const char *cj_section_field(cj_arena *arena, cj_family family, cj_str header)
{
    cj_str key, bare;
    int id;

    if (family == CJ_N_FAMILIES || !header.n || header.n > MAX_TITLE)
        return NULL;
    key = cj_label_key(arena, header);
    id = cj_labels_id(family, key);
    bare = before(before(before(key, CJ_STR("(")), CJ_STR("※")), CJ_STR("["));
    bare = before(bare, CJ_STR(":"));
    if (id < 0 && bare.n < key.n)
        id = cj_labels_id(family, cj_label_key(arena, bare));
    return id < 0 ? NULL : cj_labels_name(family, (unsigned)id);
}

/* The last word, or the last two. */
static int by_last_words(cj_arena *arena, cj_family family, cj_str header)
{
    cj_str words = cj_label_words(arena, header);
    size_t at = words.n, n, tries;
    int id = -1;

    for (tries = 0; tries < 2 && at; tries++) {
        const cj_label *l;

        while (at && words.p[at - 1] != ' ')
            at--;
        l = cj_labels_find_words(family, cj_label_joined(arena, cj_str_from(words, at)),
                                 &n);
        id = l ? l->id : id;
        at -= at > 0;
    }
    return id;
}

const char *cj_section_field_inside(cj_arena *arena, cj_family family, cj_str header)
{
    cj_endings e = { .family = family };
    int id = -1;
    const cj_label *l;
    size_t n;

    if (family == CJ_N_FAMILIES || !header.n || header.n > MAX_TITLE / 2)
        return NULL;
    e.text = before(cj_label_key(arena, header), CJ_STR("("));
    e.at = e.text.n;
    if (!cj_label_cjk(e.text))
        id = by_last_words(arena, family, header);
    else
        while ((l = cj_labels_ending(&e, &n)) != NULL)
            if (cj_utf8_count(cj_str_from(e.text, e.at)) > 1)
                id = l->id;
    return id < 0 ? NULL : cj_labels_name(family, (unsigned)id);
}

/* ---- where the sections begin ---------------------------------------------------------------------- */

static unsigned known_columns(const cj_window *w, unsigned row, cj_family family)
{
    unsigned col, n = 0;

    for (col = w->part.col1; col <= w->row_last[row] && family != CJ_N_FAMILIES; col++)
        n += cj_section_field(w->arena, family, cj_window_text(w, row, col)) != NULL;
    return n;
}

static unsigned next_filled(const cj_window *w, unsigned row, unsigned *at)
{
    unsigned n = 0;

    while (++row <= w->part.row2 && !n) {
        n = cj_window_filled(w, row);
        *at = row;
    }
    return n;
}

static unsigned first_col(const cj_window *w, unsigned row)
{
    unsigned col = w->part.col1;

    while (col < w->part.col1 + MAX_MARK_COL && !cj_window_text(w, row, col).n)
        col++;
    return col;
}

static cj_str first_text(const cj_window *w, unsigned row)
{
    unsigned col = first_col(w, row);

    return col < w->part.col1 + MAX_MARK_COL ? cj_window_text(w, row, col) : CJ_STR("");
}

/* ■KPI under ■根拠: the first of them is empty. */
static bool is_title(const cj_window *w, unsigned row)
{
    cj_str text = first_text(w, row);

    return cj_section_mark(text) &&
           cj_section_kind_of(w->arena, text) != CJ_SECTION_UNKNOWN;
}

/* One of the next rows is a line of its headers; with a remark beside the title, the very next. */
static bool headed(const cj_window *w, unsigned row, cj_family family, unsigned look)
{
    unsigned i;

    for (i = 0; i < look && next_filled(w, row, &row); i++) {
        if (known_columns(w, row, family) > 1)
            return true;
        if (is_title(w, row))
            return false;
    }
    return false;
}

/* ■その他資料 under a blank row and over a table, in which no element of a map follows: a heading
 * over rows of the grid looks the same. */
static bool unknown_title(cj_window *w, unsigned row)
{
    unsigned i, at = row, filled, elements = 0;

    if (cj_window_filled(w, row - 1))
        return false;
    for (i = 0; i < HEADER_ROWS; i++) {
        filled = next_filled(w, at, &at);
        if (i == 0 && filled < 2)
            return false;
        elements += filled && cj_window_plain(w, at, first_col(w, at));
        if (elements > (i > 0))
            return false;
        if (!filled || is_title(w, at))
            break;
    }
    return true;
}

/* A marker begins a section only if a header follows it, or nothing: rows of a blank grid may
 * carry the same marks. ■ペルソナ above the grid is metadata: cut off there, no map would be left. */
static bool begins(cj_window *w, unsigned row, bool below)
{
    cj_str text = first_text(w, row);
    bool mark = cj_section_mark(text);
    unsigned filled = cj_window_filled(w, row), at = row, next;
    cj_section_kind kind;

    if (!text.n || text.n > MAX_TITLE || (!mark && !below))
        return false;
    kind = cj_section_kind_of(w->arena, text);
    if (kind == CJ_SECTION_UNKNOWN && mark && below && filled == 1)
        return unknown_title(w, row);
    if (kind == CJ_SECTION_UNKNOWN || kind == CJ_SECTION_MAP)
        return false;
    if (below && (filled == 1 || (filled == 2 && cj_section_decorated(text))) &&
        headed(w, row, cj_section_family(kind), filled == 1 ? HEADER_ROWS : 1))
        return true;
    if (!mark || filled != 1)
        return false;
    if (kind == CJ_SECTION_PERSONA || kind == CJ_SECTION_GUIDE)
        return below;
    next = next_filled(w, row, &at);
    if (below && next > 1 && cj_window_plain(w, at, first_col(w, at)))
        return false; /* 【KPI】 of a grid that nobody has filled in */
    return (next != 1 || (below && is_title(w, at))) &&
           (kind != CJ_SECTION_PHASES || below);
}

unsigned cj_sections_begin(cj_window *w)
{
    unsigned row, wide = 0;

    for (row = w->part.row1; row <= w->part.row2; row++) {
        if (begins(w, row, wide > 1))
            return row;
        wide += cj_window_filled(w, row) > 2;
    }
    return w->part.row2 + 1;
}

/* ---- nothing but sections -------------------------------------------------------------------------- */

/* The row behind the section whose title stands in `row`, with its lines right under it: pairs about
 * a persona, or a table with headers of that kind. 0: it is not as plain as that. */
static unsigned behind_section(const cj_window *w, unsigned row)
{
    unsigned first = row + 1, n;
    cj_section_kind kind = CJ_SECTION_UNKNOWN;
    bool wide = false;

    if (cj_window_filled(w, row) == 1 && is_title(w, row))
        kind = cj_section_kind_of(w->arena, first_text(w, row));
    for (row = first; (n = cj_window_filled(w, row)) > 0; row++)
        wide = wide || n > 2;
    if (first > w->part.row2) /* a title, and the part ends */
        return 0;
    if (kind == CJ_SECTION_PERSONA ? wide
                                   : known_columns(w, first, cj_section_family(kind)) < 2)
        return 0;
    return row;
}

bool cj_sections_only(cj_window *w, cj_range part)
{
    unsigned row = part.row1;

    cj_window_part(w, part);
    while (row && row <= part.row2)
        row = cj_window_filled(w, row) ? behind_section(w, row) : row + 1;
    return row > 0;
}
