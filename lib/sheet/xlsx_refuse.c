/* xlsx_refuse.c - what a book holds that no .xlsx can, before anything is written. */
#include "sheet/xlsx_refuse.h"
#include <cj/write.h>
#include "base/buf.h"
#include "sheet/sheet_name.h"
#include "sheet/text_lines.h"
#include <assert.h>
#include <strings.h>

static cj_rc refuse(cj_rc rc, cj_text says, const cj_sheet *sheet, uint32_t row,
                    uint32_t col, cj_str arg, cj_err *err)
{
    cj_fail(err, rc, says, arg, CJ_STR(""));
    if (err) {
        err->at.sheet = sheet->name;
        err->at.row = row;
        err->at.col = col;
    }
    return rc;
}

static bool same_name(cj_str a, cj_str b)
{
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

static cj_rc check_name(const cj_book *book, size_t at, cj_err *err)
{
    static const cj_text illegal = {
        "Excel allows no sheet named \"{0}\": a name has 1 to 31 characters, none of [ ] : "
        "* ? / \\ and no apostrophe at either end",
        "「{0}」はExcelのシート名に使えません。シート名は1〜31文字で、[ ] : * ? / \\ "
        "を含めず、先頭と末尾を ' 以外にしてください。"
    };
    static const cj_text twice = { "two sheets are named \"{0}\"; rename one of them",
                                   "「{0}」という名前のシートが2つあります。"
                                   "どちらかの名前を変えてください。" };
    const cj_sheet *s = &book->sheets[at];
    size_t i;

    if (!cj_sheet_name_opens(s->name))
        return refuse(CJ_EFORMAT, illegal, s, 0, 0, s->name, err);
    for (i = 0; i < at; i++)
        if (same_name(book->sheets[i].name, s->name))
            return refuse(CJ_EFORMAT, twice, s, 0, 0, s->name, err);
    return CJ_OK;
}

static cj_rc check_text(cj_arena *arena, const cj_sheet *s, uint32_t row, uint32_t col,
                        cj_str text, cj_err *err)
{
    static const cj_text says = {
        "this text has {0} characters, and a cell in Excel holds 32,767; split it into "
        "several cells",
        "{0}文字あり、Excelの1つのセルに入る32,767文字を超えています。"
        "複数のセルに分けてください。"
    };
    size_t units = text.n > CJ_XLSX_TEXT ? cj_text_units(text) : 0;

    if (units <= CJ_XLSX_TEXT)
        return CJ_OK;
    return refuse(CJ_ELIMIT, says, s, row, col, cj_str_fmt(arena, "%zu", units), err);
}

static cj_rc check_cells(cj_arena *arena, const cj_sheet *s, cj_err *err)
{
    static const cj_text outside = {
        "a sheet in Excel has 1,048,576 rows and 16,384 columns; this cell lies outside",
        "Excelのシートは1,048,576行、16,384列までです。このセルはその範囲を超えています。"
    };
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; i < s->n_cells && rc == CJ_OK; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        assert(c->row && c->col && c->row <= s->rows && c->col <= s->cols); /* sealed */
        if (c->row > CJ_XLSX_ROWS || c->col > CJ_XLSX_COLUMNS)
            return refuse(CJ_ELIMIT, outside, s, c->row, c->col, CJ_STR(""), err);
        rc = check_text(arena, s, c->row, c->col, c->text, err);
    }
    for (i = 0; i < s->n_notes && rc == CJ_OK; i++)
        rc = check_text(arena, s, s->notes[i].row, s->notes[i].col, s->notes[i].text, err);
    return rc;
}

bool cj_xlsx_range_fits(const cj_range *r)
{
    return r->row1 && r->col1 && r->row1 <= r->row2 && r->col1 <= r->col2 &&
           r->row2 <= CJ_XLSX_ROWS && r->col2 <= CJ_XLSX_COLUMNS;
}

cj_str cj_xlsx_list(cj_arena *arena, const cj_choice *choice)
{
    cj_buf b;
    size_t i, k;

    cj_buf_init(&b, arena);
    cj_buf_byte(&b, '"');
    for (i = 0; i < choice->n_words; i++) {
        cj_str word = choice->word[i];

        cj_buf_z(&b, i ? "," : "");
        for (k = 0; k < word.n; k++) {
            if (word.p[k] == ',' || (unsigned char)word.p[k] < 0x20)
                return CJ_STR("");
            cj_buf_z(&b, word.p[k] == '"' ? "\"" : "");
            cj_buf_byte(&b, word.p[k]);
        }
    }
    if (cj_text_units(cj_buf_str(&b)) - 1 > CJ_XLSX_LIST)
        return CJ_STR("");
    cj_buf_byte(&b, '"');
    return cj_buf_str(&b);
}

static cj_rc check_choices(cj_arena *arena, const cj_sheet *s, cj_err *err)
{
    static const cj_text says = {
        "the list to choose from has more than 255 characters, or a comma in one of its "
        "words; put the words into cells and let the list refer to them",
        "ドロップダウンリストが255文字を超えているか、項目にコンマが含まれています。"
        "項目をセルに書き、リストからそのセルを参照してください。"
    };
    size_t i;

    for (i = 0; i < s->look.n_choices; i++) {
        const cj_choice *c = &s->look.choices[i];

        if (c->n_words && !cj_xlsx_list(arena, c).n)
            return refuse(CJ_ELIMIT, says, s, c->at.row1, c->at.col1, CJ_STR(""), err);
    }
    return CJ_OK;
}

bool cj_xlsx_takes_property(const cj_property *property)
{
    return cj_text_units(property->name) <= CJ_XLSX_LIST &&
           cj_text_units(property->value) <= CJ_XLSX_LIST;
}

cj_rc cj_xlsx_refuse_property(const cj_property *property, cj_err *err)
{
    static const cj_text says = {
        "the document property \"{0}\" is longer than the 255 characters that Excel allows",
        "ドキュメントのプロパティ「{0}」が、Excelの上限の255文字を超えています。"
    };

    return cj_xlsx_takes_property(property)
               ? CJ_OK
               : cj_fail(err, CJ_ELIMIT, says, property->name, CJ_STR(""));
}

static cj_rc check_properties(const cj_book *book, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; i < book->n_properties && rc == CJ_OK; i++)
        rc = cj_xlsx_refuse_property(&book->properties[i], err);
    return rc;
}

cj_rc cj_xlsx_refuse(cj_arena *arena, const cj_book *book, cj_err *err)
{
    cj_rc rc = check_properties(book, err);
    size_t i;

    for (i = 0; i < book->n_sheets && rc == CJ_OK; i++) {
        rc = check_name(book, i, err);
        if (rc == CJ_OK)
            rc = check_cells(arena, &book->sheets[i], err);
        if (rc == CJ_OK)
            rc = check_choices(arena, &book->sheets[i], err);
    }
    return rc;
}
