/* csv_form_test.c - which delimiter a text has, and its "sep=" line. */
#include "sheet/csv_form.h"
#include <criterion/criterion.h>

Test(csv_form, delimiter)
{
    static const struct {
        const char *text;
        char delimiter;
    } cases[] = {
        { "", ',' },
        { "a", ',' },
        { "a\nb\nc", ',' },
        { "a,b\nc,d", ',' },
        { "1;2;3;4;5\n", ';' },
        { "a\tb\nc\td\n", '\t' },
        { "a|b|c\nd||e\n", '|' },
        { "項目,導入期\n行動,\"登録;設定;確認\"\n", ',' },
        { "項目,導入期,活用期\n行動,\"・登録、設定\n・確認;a;b\n・c;d\",x\n", ',' },
        { "項目;導入期\n目標;a, b, c\n行動;d, e\n", ';' },
        { "項目\t導入期\n目標\ta, b; c\n", '\t' },
        { "a,b,c\td\n1,2,3\t4\n", ',' },
        { "u,s\tAT\tDE\tFR\nP,1\t2\t3\t4\n", '\t' },
        { "1,5;2,5;3,5\n4,5;5,5;6,5\n", ';' },
        { "1,2,3\n4,5,6\n", ',' },
        { "Wert;Preis\n1,5;2,25\n", ';' },
        { "\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n", ',' },
        { "\"a,b\";\"c,d\"\n\"e,f\";\"g,h\"\n", ';' },
        { "title; subtitle\n\na,b,c\nd,e,f\n", ',' },
        { "Hello, world\nThis is, well, text\n", ',' },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_csv_shape shape = cj_csv_shape_of(cj_str_of(cases[i].text), 0);

        cr_expect_eq(shape.delimiter, cases[i].delimiter, "%s: %c", cases[i].text,
                     shape.delimiter);
        cr_expect(!shape.sep_line);
        cr_expect_eq(shape.body, 0);
        cr_expect_eq(cj_csv_shape_of(cj_str_of(cases[i].text), ':').delimiter, ':');
    }
}

Test(csv_form, sep_line)
{
    static const struct {
        const char *text;
        char forced, delimiter;
        bool sep;
        size_t body;
    } cases[] = {
        { "sep=;\r\na;b", 0, ';', true, 7 }, { "SEP=|\na|b", 0, '|', true, 6 },
        { "sep=\t\ra", 0, '\t', true, 6 },   { "\"sep=;\"\r\na;b", 0, ';', true, 9 },
        { "sep=,", 0, ',', true, 5 },        { "sep=;\na|b", '|', '|', true, 6 },
        { "sep=;a\nb;c", 0, ';', false, 0 }, { "sep=\na,b", 0, ',', false, 0 },
        { "sep=a\nb,c", 0, ',', false, 0 },  { "\"sep=;\na", 0, ',', false, 0 },
        { "sep=\"\na,b", 0, ',', false, 0 }, { "sep", 0, ',', false, 0 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_csv_shape shape = cj_csv_shape_of(cj_str_of(cases[i].text), cases[i].forced);

        cr_expect_eq(shape.delimiter, cases[i].delimiter, "%s", cases[i].text);
        cr_expect_eq(shape.sep_line, cases[i].sep, "%s", cases[i].text);
        cr_expect_eq(shape.body, cases[i].body, "%s: %zu", cases[i].text, shape.body);
    }
}
