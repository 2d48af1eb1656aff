/* workbook.c - WB1xx: what the workbook does to the cells of the map: hides, merges, breaks them. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"

/* ---- hidden rows and columns ---------------------------------------------------------------- */

enum { SHOWN_LINES = 4 };

static bool of_grid(const cj_map *map, const cj_leaf *leaf)
{
    return leaf->at.sheet == map->sheet &&
           (leaf->kind == CJ_LEAF_PHASE || leaf->kind == CJ_LEAF_LABEL ||
            leaf->kind == CJ_LEAF_GROUP || leaf->kind == CJ_LEAF_CELL);
}

/* By row or column up to the last one: whether one of the ranges covers it. */
static bool *covered(cj_arena *arena, const cj_range *range, size_t n, bool rows,
                     unsigned last)
{
    int *step = CJ_NEW_N(arena, int, last + 2), depth = 0;
    bool *in = CJ_NEW_N(arena, bool, last + 1);
    size_t i;

    for (i = 0; i < n; i++) {
        unsigned from = rows ? range[i].row1 : range[i].col1;
        unsigned to = rows ? range[i].row2 : range[i].col2;

        if (from > last)
            continue;
        step[from]++;
        step[(to < last ? to : last) + 1]--;
    }
    for (i = 0; i <= last; i++)
        in[i] = (depth += step[i]) > 0;
    return in;
}

typedef struct lines {
    cj_buf en, ja;
    size_t n;
} lines;

static void add_lines(lines *out, bool rows, unsigned from, unsigned to)
{
    char a[CJ_REF_MAX], b[CJ_REF_MAX];
    const char *between = out->n ? "\n" : "";

    if (out->n++ >= SHOWN_LINES) {
        cj_buf_z(&out->en, out->n == SHOWN_LINES + 1 ? "\n…" : "");
        cj_buf_z(&out->ja, out->n == SHOWN_LINES + 1 ? "\n…" : "");
        return;
    }
    cj_ref(a, rows ? from : 0, rows ? 0 : from);
    cj_ref(b, rows ? to : 0, rows ? 0 : to);
    if (from == to) {
        cj_buf_fmt(&out->en, "%s%s %s", between, rows ? "row" : "column", a);
        cj_buf_fmt(&out->ja, "%s%s%s", between, a, rows ? "行目" : "列");
    } else {
        cj_buf_fmt(&out->en, "%s%s %s-%s", between, rows ? "rows" : "columns", a, b);
        cj_buf_fmt(&out->ja, "%s%s〜%s%s", between, a, b, rows ? "行目" : "列");
    }
}

/* The hidden rows (columns) that hold something of the map; *first is the first such place. */
static void hidden_lines(cj_lint *l, bool rows, lines *out, cj_span *first)
{
    const cj_map *map = cj_lint_map(l);
    const cj_sheet *s = &map->book->sheets[map->sheet];
    size_t n = rows ? s->n_hidden_rows : s->n_hidden_cols, i;
    unsigned last = rows ? s->rows : s->cols, at, from = 0;
    bool *hidden, *holds;

    if (!n)
        return;
    hidden =
        covered(cj_lint_arena(l), rows ? s->hidden_rows : s->hidden_cols, n, rows, last);
    holds = CJ_NEW_N(cj_lint_arena(l), bool, last + 2);
    for (i = 0; i < map->n_leaves; i++) {
        const cj_leaf *leaf = &map->leaves[i];

        at = rows ? leaf->at.row : leaf->at.col;
        if (!of_grid(map, leaf) || at > last || !hidden[at])
            continue;
        holds[at] = true;
        if (!first->row)
            *first = leaf->at;
    }
    for (at = 1; at <= last; at++) {
        from = holds[at] && !holds[at - 1] ? at : from;
        if (holds[at] && !holds[at + 1])
            add_lines(out, rows, from, at);
    }
}

static void hidden_rows_or_columns(cj_lint *l)
{
    cj_span first = { .row = 0 };
    lines found = { .n = 0 };

    cj_buf_init(&found.en, cj_lint_arena(l));
    cj_buf_init(&found.ja, cj_lint_arena(l));
    hidden_lines(l, true, &found, &first);
    hidden_lines(l, false, &found, &first);
    if (found.n)
        cj_say_both(cj_find_at(l, first, CJ_STR("")), "list", cj_buf_str(&found.en),
                    cj_buf_str(&found.ja));
}

const cj_rule cj_rule_hidden_rows_or_columns = {
    .info = {
        .id = "WB101",
        .name = "hidden-rows-or-columns",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .needs = CJ_CAN_HIDDEN,
        .source = "表計算の点検の慣行 / spreadsheet audit practice",
        .says = { "Hidden inside the map: {list}. What is there was read too.",
                  "表の中に非表示の行・列があります（{list}）。その内容も読み込みました。" },
        .why = { "What is hidden is forgotten, but it goes on counting: in the next meeting people "
                 "see another map than the one that was checked.",
                 "非表示の内容は忘れられがちですが、点検や集計には含まれます。会議で見ているマップと、点検した"
                 "マップが違うものになってしまいます。" },
        .mend = { "Select the rows or columns around it, right-click and choose Unhide; then keep or "
                  "delete what appears.",
                  "前後の行（列）を選んで右クリックし、「再表示」を選びます。出てきた内容が不要なら、行（列）ごと"
                  "削除します。" },
        .bad = {
            { .edits = { "!hide 23:23", "!hide 23:23" },
              .at = { "A23", "A23" },
              .shows = { "the row Pain Points is hidden", "「課題・ペイン」の行が非表示" } },
            { .edits = { "!hide C:C ;; !hide 30:31", "!hide C:D" },
              .at = { "C17", "C17" },
              .shows = { "the column Adoption is hidden", "「活用促進期」からの2列が非表示" } },
        },
        .good = {
            { .edits = { "!hide 29:29", "!hide 29:29" },
              .shows = { "an empty row under the map is hidden", "表の下の空の行が非表示" } },
            { .edits = { "!hide 8:9", "!hide 8:9" },
              .shows = { "rows above the map are hidden", "表の上の行が非表示" } },
        },
    },
    .on_map = hidden_rows_or_columns,
};

/* ---- merged cells --------------------------------------------------------------------------- */

enum { MAX_MERGES = 500 };

/* A merged area of the grid with the cells of the map that stand in it. */
typedef struct merged {
    const cj_range *range;
    const cj_cell *first;
    size_t n;
    bool elements;   /* they are of several rows */
    bool everywhere; /* its text was read for each of them */
} merged;

static bool holds(const cj_range *r, cj_span at)
{
    return at.row >= r->row1 && at.row <= r->row2 && at.col >= r->col1 && at.col <= r->col2;
}

static bool corner(const cj_range *r, const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_parts; i++)
        if (c->parts[i].at.row == r->row1 && c->parts[i].at.col == r->col1)
            return true;
    return false;
}

static void count_cell(merged *m, const cj_cell *c)
{
    bool read = corner(m->range, c);

    if (!m->first)
        *m = (merged){ m->range, c, 0, false, true };
    m->n++;
    m->elements = m->elements || c->element != m->first->element;
    m->everywhere = m->everywhere && read;
}

static void find_merged(cj_lint *l, const merged *m)
{
    const cj_range *r = m->range;
    char a[CJ_REF_MAX], b[CJ_REF_MAX];
    cj_finding *f;

    cj_ref(a, r->row1, r->col1);
    cj_ref(b, r->row2, r->col2);
    f = cj_find_cell(l, m->first, m->first->text);
    cj_say(f, "list", cj_str_fmt(cj_lint_arena(l), "%s:%s", a, b));
    if (!m->everywhere)
        cj_say_both(f, "value", CJ_STR("its first cell alone"), CJ_STR("先頭の1マスだけ"));
    else if (m->elements)
        cj_say_both(f, "value", CJ_STR("each of its rows"), CJ_STR("まとめた各項目"));
    else
        cj_say_both(f, "value", CJ_STR("each of its phases"), CJ_STR("まとめた各フェーズ"));
}

static void merged_cells_in_grid(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    const cj_sheet *s = &map->book->sheets[map->sheet];
    size_t n = s->n_merges < MAX_MERGES ? s->n_merges : MAX_MERGES, i, e, p;

    for (i = 0; i < n; i++) {
        merged m = { .range = &s->merges[i] };

        for (e = 0; e < map->n_elements; e++)
            for (p = 0; p < map->n_phases; p++)
                if (map->elements[e].cells[p].at.sheet == map->sheet &&
                    holds(m.range, map->elements[e].cells[p].at))
                    count_cell(&m, &map->elements[e].cells[p]);
        if (m.n > 1 && m.first->text.n)
            find_merged(l, &m);
    }
}

const cj_rule cj_rule_merged_cells_in_grid = {
    .info = {
        .id = "WB103",
        .name = "merged-cells-in-grid",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .fix = CJ_FIX_SAFE,
        .needs = CJ_CAN_MERGES,
        .source = "統計表の機械判読の統一ルール 1-4 / MIC rules for machine-readable tables 1-4",
        .says = { "Merged cells in the map ({list}); read as the text of {value}.",
                  "表の中に結合セルがあります（{list}）。内容は{value}のものとして読みました。" },
        .why = { "A merged cell cannot be sorted, filtered or copied with its column, and nobody can "
                 "say which phase a change in it is about.",
                 "結合セルがあると、並べ替え・フィルター・列のコピーができません。どのフェーズの内容が変わったのかも"
                 "分からなくなります。" },
        .mend = { "Select {cell}, choose Merge & Center to unmerge, and write into each cell what "
                  "holds for it.",
                  "{cell} を選んで「セルを結合して中央揃え」を押し、結合を解除します。そのうえで、各セルに"
                  "当てはまる内容を書きます。" },
        .bad = {
            { .edits = { "C24= ;; !merge B24:C24", "C24= ;; !merge B24:C24" },
              .at = { "B24", "B24" },
              .shows = { "Touchpoints of two phases in one merged cell",
                         "2つのフェーズにまたがるタッチポイントの結合セル" } },
            { .edits = { "C28= ;; D28= ;; !merge B28:D28", "C28= ;; D28= ;; E28= ;; !merge B28:E28" },
              .at = { "B28", "B28" },
              .shows = { "one owner merged over all phases", "全フェーズを結合した担当部署" } },
        },
        .good = {
            { .edits = { "!merge A1:D1", "!merge A1:E1" },
              .shows = { "the title alone is merged", "題名だけ結合" } },
            { .edits = { "!merge E18:F28", "!merge F18:G28" },
              .shows = { "merged beside the map", "表の外の結合" } },
        },
    },
    .on_map = merged_cells_in_grid,
};

/* ---- errors and limits ---------------------------------------------------------------------- */

static bool error_value(cj_str text)
{
    static const cj_str errors[] = {
        CJ_LIT("#REF!"),     CJ_LIT("#N/A"),          CJ_LIT("#NAME?"),
        CJ_LIT("#VALUE!"),   CJ_LIT("#DIV/0!"),       CJ_LIT("#NULL!"),
        CJ_LIT("#NUM!"),     CJ_LIT("#SPILL!"),       CJ_LIT("#CALC!"),
        CJ_LIT("#FIELD!"),   CJ_LIT("#BUSY!"),        CJ_LIT("#BLOCKED!"),
        CJ_LIT("#CONNECT!"), CJ_LIT("#UNKNOWN!"),     CJ_LIT("#EXTERNAL!"),
        CJ_LIT("#PYTHON!"),  CJ_LIT("#GETTING_DATA"),
    };
    size_t i;

    for (i = 0; i < sizeof errors / sizeof *errors; i++)
        if (cj_str_eq(text, errors[i]))
            return true;
    return false;
}

static void formula_error(cj_lint *l, const cj_leaf *leaf)
{
    if (leaf->text.n && *leaf->text.p == '#' && error_value(leaf->text))
        cj_find_leaf(l, leaf, leaf->text);
}

const cj_rule cj_rule_formula_error = {
    .info = {
        .id = "WB104",
        .name = "formula-error",
        .severity = { CJ_ERROR, CJ_ERROR, CJ_ERROR },
        .source = "表計算の点検の慣行 / spreadsheet audit practice",
        .says = { "Formula error {value} ({cell}).", "数式エラー {value} があります（{cell}）。" },
        .why = { "The text that should stand there is lost: what the formula pointed at was moved or "
                 "deleted.",
                 "数式の参照先が移動または削除されて、本来の内容が失われています。" },
        .mend = { "Click {cell} and look at its formula; point it at the right place, or type the "
                  "text itself.",
                  "{cell} を選んで数式バーの数式を確かめ、参照先を直します。内容が分かっていれば、文字として入力し"
                  "直してもかまいません。" },
        .bad = {
            { .edits = { "!error C24 #REF!", "!error C24 #REF!" }, .at = { "C24", "C24" } },
            { .edits = { "C26=#N/A", "C26=#N/A" } },
        },
        .good = {
            { .edits = { "C23=- The export shows #REF! [E3]", "C23=・出力に#REF!が出る [E4]" } },
            { .edits = { "C24=#general channel [E2]", "C24=#サポート チャンネル [E2]" } },
        },
        .alone = true,
    },
    .on_leaf = formula_error,
};

enum { MAX_CELL = 32767, MAX_BREAKS = 253 };

/* As Excel counts them: a character beyond U+FFFF is two. */
static size_t characters(cj_str text)
{
    size_t n = 0, i;

    for (i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];

        n += (c & 0xc0) != 0x80;
        n += c >= 0xf0;
    }
    return n;
}

static size_t breaks(cj_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    size_t n = 0;

    while (p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
        n++;
        p++;
    }
    return n;
}

static void cell_limit(cj_lint *l, const cj_leaf *leaf)
{
    cj_str text = cj_lint_written(l, leaf);
    cj_arena *a = cj_lint_arena(l);
    size_t n;

    if (text.n > MAX_CELL && (n = characters(text)) > MAX_CELL)
        cj_say_both(cj_find_leaf(l, leaf, leaf->text), "value",
                    cj_str_fmt(a, "%zu characters, limit %d", n, MAX_CELL),
                    cj_str_fmt(a, "%zu文字、上限は%d文字", n, MAX_CELL));
    else if (text.n > MAX_BREAKS && (n = breaks(text)) > MAX_BREAKS)
        cj_say_both(cj_find_leaf(l, leaf, leaf->text), "value",
                    cj_str_fmt(a, "%zu line breaks, limit %d", n, MAX_BREAKS),
                    cj_str_fmt(a, "改行%zu回、上限は%d回", n, MAX_BREAKS));
}

/* 25 line breaks */
#define BREAKS "\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n"
#define BREAKS_250 BREAKS BREAKS BREAKS BREAKS BREAKS BREAKS BREAKS BREAKS BREAKS BREAKS

const cj_rule cj_rule_cell_limit = {
    .info = {
        .id = "WB119",
        .name = "cell-limit",
        .severity = { CJ_ERROR, CJ_ERROR, CJ_ERROR },
        .source = "Excelの仕様 / Excel specification",
        .says = { "The cell holds more than Excel can ({cell}: {value}).",
                  "セルの上限を超えています（{cell}: {value}）。" },
        .why = { "Excel cuts the rest off without a word when it opens the file.",
                 "Excelで開くと、上限を超えた部分は黙って切り捨てられます。" },
        .mend = { "Spread the text of {cell} over several rows, or keep the long version in a "
                  "document and name it here.",
                  "{cell} の内容を複数の行に分けます。長い資料は別の文書に置き、ここには要点と保存先を書きます。" },
        .bad = {
            { .edits = { "C24=Office hour" BREAKS_250 "\\n\\n\\n\\nchat [E2]",
                         "C24=活用ウェビナー" BREAKS_250 "\\n\\n\\n\\n定例MTG [E2]" },
              .shows = { "a cell with 254 line breaks", "改行が254回あるセル" } },
            { .edits = { "E44=7 customers" BREAKS_250 BREAKS "5 stopped",
                         "E44=顧客8名" BREAKS_250 BREAKS "6名が止まった" },
              .shows = { "a summary with 275 line breaks", "改行が275回ある根拠の内容" } },
        },
        .good = {
            { .edits = { "C24=Office hour" BREAKS_250 "\\n\\n\\nchat [E2]",
                         "C24=活用ウェビナー" BREAKS_250 "\\n\\n\\n定例MTG [E2]" },
              .shows = { "a cell with 253 line breaks", "改行が253回あるセル" } },
            { .edits = { "C24=Office hour\\nchat [E2]", "C24=活用ウェビナー\\n定例MTG [E2]" } },
        },
    },
    .on_leaf = cell_limit,
};
