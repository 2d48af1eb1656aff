/* refuse.c - what is said where a book has no map. */
#include "map/kinds.h"
#include "map/refuse.h"

enum { SHEETS = 10 }; /* looked at for another kind */

static const cj_text nothing = {
    "No journey map table found. Put the element names (Customer Goal, Customer Actions, Pain "
    "Points ...) in one column or one row. `cjtemplate` writes a blank one.",
    "ジャーニーマップの表が見つかりません。項目（顧客のゴール、行動、課題・ペインなど）を縦または横に"
    "並べてください。`cjtemplate` でひな形を作れます。"
};

static const cj_text on_hidden[] = {
    { "The only journey map is on the hidden sheet \"{0}\". Unhide the sheet in Excel, or name it: "
      "--sheet \"{0}\"",
      "ジャーニーマップの表は、非表示のシート「{0}」にしかありません。Excelでシートを再表示するか、"
      "--sheet \"{0}\" と指定してください。" },
    { "The only journey maps are on hidden sheets: {0}. Unhide one in Excel, or name it with --sheet.",
      "ジャーニーマップの表は、非表示のシートにしかありません（{0}）。Excelでシートを再表示するか、"
      "--sheet で指定してください。" }
};

static const cj_text no_headers = {
    "No phase header row. Put phase names (Onboarding, Adoption ...) in the row above the elements.",
    "フェーズの見出し行がありません。項目の1行上に「導入期」などのフェーズ名を並べてください。"
};

static const cj_text nearly[] = {
    [CJ_REFUSED_CORE] = { "No journey map table found; {0} comes near with {1}, but it needs two of the main "
                          "elements (goal, actions, feelings, pain points, touchpoints, success, KPI, "
                          "countermeasures). Name them in the labels.",
                          "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、主な項目（ゴール、行動、感情、課題、"
                          "タッチポイント、成功の定義、KPI、打ち手）が2つ以上必要です。見出しに項目名を書いてください。" },
    [CJ_REFUSED_PHASES] = { "No journey map table found; {0} comes near with {1}, but its headers do not read as two "
                            "or more phases. If it is the map, say so with --sheet or --orient.",
                            "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、見出しが2つ以上のフェーズとして"
                            "読めません。これがマップなら --sheet か --orient で指定してください。" },
    [CJ_REFUSED_CUSTOMER] = { "No journey map table found; {0} comes near with {1}, but nothing in it says that it is "
                              "about the customer's phases (actions, feelings, pain points, touchpoints, or phases such "
                              "as Onboarding). If it is the map, say so with --sheet or --orient.",
                              "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、顧客の行動・感情・課題や「導入期」"
                              "のようなフェーズ名がなく、計画表などと区別できません。これがマップなら --sheet か --orient で"
                              "指定してください。" },
    [CJ_REFUSED_LOG] = { "No journey map table found; {0} comes near with {1}, but the same phases come "
                         "again and again beside dates or numbers, as in a record of events. If it is the "
                         "map, say so with --orient phases-down.",
                         "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、日付や番号のある行で同じフェーズが"
                         "何度も出てくるため、履歴（ログ）の表に見えます。これがマップなら --orient phases-down で"
                         "指定してください。" },
    [CJ_REFUSED_LITTLE] = { "No journey map table found; {0} comes near with {1}, but that is too little to be "
                            "sure. Write \"Stage\" in the corner of the table, or say with --sheet or --orient "
                            "that it is the map.",
                            "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、マップと判断するには手がかりが"
                            "足りません。表の左上のセルに「フェーズ」と書くか、--sheet か --orient で指定してください。" },
    [CJ_REFUSED_FOREIGN] = { "No journey map table found; {0} comes near with {1}, but other columns or values make it "
                             "look like another kind of list. If it is the map, say so with --sheet or --orient.",
                             "ジャーニーマップの表が見つかりません。{0} に {1} がありますが、ほかの列や値から別の種類の表に"
                             "見えます。これがマップなら --sheet か --orient で指定してください。" },
};

static const cj_text prose = {
    "No journey map table found. This reads as a text (such as Markdown), not as a table. Give the "
    "map as an Excel or CSV file; if this is one, say so with --orient.",
    "ジャーニーマップの表が見つかりません。表ではなく、Markdownなどの文章のようです。マップのExcelファイルか"
    "CSVファイルを指定してください。これがマップなら --orient で指定してください。"
};

static bool is_csv(const cj_book *book)
{
    return book->format == CJ_CSV || book->format == CJ_TSV;
}

static cj_str place_of(cj_arena *arena, const cj_book *book, unsigned sheet, unsigned row,
                       unsigned col)
{
    char ref[CJ_REF_MAX];
    cj_str name = book->sheets[sheet].name;

    cj_ref(ref, row, col);
    if (!name.n || book->n_sheets == 1)
        return cj_str_copy(arena, cj_str_of(ref));
    return cj_str_fmt(arena, CJ_FMT "!%s", CJ_ARG(name), ref);
}

static cj_rc fail(cj_err *err, cj_rc rc, const char *rule, cj_text says, cj_str a, cj_str b)
{
    cj_fail(err, rc, says, a, b);
    if (err)
        err->rule = rule;
    return rc;
}

cj_rc cj_refuse(cj_arena *arena, const cj_book *book, cj_err *err)
{
    cj_kind kind;
    unsigned i;

    for (i = 0; i < book->n_sheets && i < SHEETS; i++)
        if (book->sheets[i].kind == CJ_WORKSHEET && book->sheets[i].state == CJ_VISIBLE &&
            cj_kind_of_sheet(arena, book, i, &kind))
            return fail(err, CJ_ENOMAP, "CJ101", kind.says,
                        place_of(arena, book, i, kind.row, kind.col), kind.words);
    return fail(err, CJ_ENOMAP, "CJ101", nothing, CJ_STR(""), CJ_STR(""));
}

static cj_rc headless(const cj_book *book, unsigned sheet, const cj_found *near,
                      cj_err *err)
{
    fail(err, CJ_ENEARLY, "CJ102", no_headers, CJ_STR(""), CJ_STR(""));
    if (err) {
        err->at.sheet = is_csv(book) ? CJ_STR("") : book->sheets[sheet].name;
        err->at.row = near->row;
        err->at.col = near->col;
    }
    return CJ_ENEARLY;
}

cj_rc cj_refuse_near(cj_arena *arena, const cj_book *book, unsigned sheet,
                     const cj_found *near, cj_err *err)
{
    cj_str at = place_of(arena, book, sheet, near->row, near->col);
    cj_kind kind;

    if (near->headless)
        return headless(book, sheet, near, err);
    if (near->why == CJ_REFUSED_LOG || !cj_kind_of_sheet(arena, book, sheet, &kind)) {
        fail(err, CJ_ENEARLY, "CJ101", nearly[near->why], at, near->labels);
    } else if (near->why == CJ_REFUSED_CORE) {
        fail(err, CJ_ENEARLY, "CJ101", kind.says,
             place_of(arena, book, sheet, kind.row, kind.col), kind.words);
    } else {
        fail(err, CJ_ENEARLY, "CJ101", kind.near, at, near->labels);
        if (err)
            err->arg[2] = kind.words;
    }
    return CJ_ENEARLY;
}

cj_rc cj_refuse_hidden(cj_str names, bool several, cj_err *err)
{
    return fail(err, CJ_ENEARLY, "CJ101", on_hidden[several], names, CJ_STR(""));
}

cj_rc cj_refuse_prose(cj_err *err)
{
    return fail(err, CJ_ENOMAP, "CJ101", prose, CJ_STR(""), CJ_STR(""));
}
