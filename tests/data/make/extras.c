/* extras.c - writes tests/data/extras/extras.xlsx: all that libxlsxwriter can put beside cells. */
#include <xlsxwriter.h>

/* cc extras.c -lxlsxwriter && ./a.out ../extras/extras.xlsx
 * extras.xls comes from it: soffice --headless --convert-to xls:'MS Excel 97' extras.xlsx */

static const unsigned char dot[] = {
    0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    0x0d, 'I',  'H',
    'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    6,    0,    0,
    0,    0x1f, 0x15, 0xc4, 0x89, 0,    0,    0,    0x0d, 'I',  'D',  'A',  'T',  0x78,
    0xda, 0x63, 0x64, 0xf8, 0xcf, 0x50, 0x0f, 0,    0x03, 0x86, 0x01, 0x80, 0x5a, 0x34,
    0x7d, 0x6b, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82
};

static void add_chart(lxw_workbook *book, lxw_worksheet *sheet, char *about)
{
    lxw_chart *chart = workbook_add_chart(book, LXW_CHART_LINE);
    lxw_chart_options options = { .description = about };

    chart_add_series(chart, NULL, "=Map!$B$2:$D$2");
    worksheet_insert_chart_opt(sheet, 5, 1, chart, &options);
}

static void add_lists(lxw_worksheet *sheet)
{
    char *words[] = { "CS", "営業", "サポート", NULL };
    lxw_data_validation listed = { .validate = LXW_VALIDATION_TYPE_LIST,
                                   .value_list = words,
                                   .input_title = "担当",
                                   .input_message = "部署を選んでください" };
    lxw_data_validation ranged = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                   .value_formula = "=Map!$B$1:$D$1" };
    lxw_data_validation whole = { .validate = LXW_VALIDATION_TYPE_INTEGER,
                                  .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                  .minimum_number = -2,
                                  .maximum_number = 2 };

    worksheet_data_validation_range(sheet, 2, 1, 2, 3, &listed);
    worksheet_data_validation_cell(sheet, 3, 1, &ranged);
    worksheet_data_validation_cell(sheet, 1, 1, &whole);
}

static void add_formats(lxw_worksheet *sheet)
{
    lxw_conditional_format above = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                     .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
                                     .value = 1 };
    lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
                                   .data_bar_2010 = LXW_TRUE };

    worksheet_conditional_format_range(sheet, 1, 1, 1, 3, &above);
    worksheet_conditional_format_range(sheet, 3, 1, 3, 3, &bar);
}

int main(int argc, char **argv)
{
    lxw_workbook *book = workbook_new(argc > 1 ? argv[1] : "extras.xlsx");
    lxw_worksheet *map = workbook_add_worksheet(book, "Map");
    lxw_chartsheet *page = workbook_add_chartsheet(book, "Curve");
    lxw_chart *curve = workbook_add_chart(book, LXW_CHART_LINE);
    lxw_button_options button = { .caption = "Go" };
    int i;

    workbook_set_custom_property_string(book, "cjmap.format", "1");
    workbook_set_custom_property_number(book, "cjmap.version", 12);
    workbook_set_custom_property_boolean(book, "公開", 1);
    for (i = 0; i < 3; i++) {
        worksheet_write_string(map, 0, (lxw_col_t)(i + 1), "phase", NULL);
        worksheet_write_number(map, 1, (lxw_col_t)(i + 1), i, NULL);
    }
    add_chart(book, map, "The curve of feelings [cjmap]");
    add_chart(book, map, "Somebody's own");
    worksheet_insert_image_buffer(map, 20, 1, dot, sizeof dot);
    worksheet_insert_image_buffer(map, 22, 1, dot, sizeof dot);
    worksheet_insert_button(map, 24, 1, &button);
    worksheet_write_comment(map, 0, 1, "a note is no shape");
    worksheet_write_url(map, 4, 0, "https://example.com/", NULL);
    add_lists(map);
    add_formats(map);
    chart_add_series(curve, NULL, "=Map!$B$2:$D$2");
    chartsheet_set_chart(page, curve);
    return workbook_close(book) != LXW_NO_ERROR;
}
