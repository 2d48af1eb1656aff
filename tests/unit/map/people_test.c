/* people_test.c - lists of people, in the forms that teams write them. */
#include "map/people.h"
#include <base/buf.h>
#include <criterion/criterion.h>

static cj_str told(cj_arena *a, const char *text)
{
    cj_people people;
    cj_buf b;
    size_t i;

    cj_people_read(a, cj_str_of(text), &people);
    cj_buf_init(&b, a);
    for (i = 0; i < people.n; i++)
        cj_buf_fmt(&b, "%s" CJ_FMT "/" CJ_FMT, i ? " " : "", CJ_ARG(people.person[i].name),
                   CJ_ARG(people.person[i].department));
    return cj_buf_str(&b);
}

Test(people, forms)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "中村（CS）、井上（サポート）", "中村/CS 井上/サポート" },
        { "中村(CS),井上(サポート)", "中村/CS 井上/サポート" },
        { "中村さん（CS）､森", "中村/CS 森/" },
        { "中村（CS）井上（サポート）", "中村/CS 井上/サポート" },
        { "中村（CS）・井上（サポート）", "中村/CS 井上/サポート" },
        { "中村（CS）と井上（サポート）", "中村/CS 井上/サポート" },
        { "中村（CS、リーダー）、井上", "中村/CS、リーダー 井上/" },
        { "中村（CS）さん", "中村/CS" },
        { "中村（CS）\n井上（サポート）", "中村/CS 井上/サポート" },
        { "CS：中村、森\nサポート：井上", "中村/CS 森/CS 井上/サポート" },
        { "【CS】中村、森 【サポート】井上", "中村/CS 森/CS 井上/サポート" },
        { "中村@CS、井上＠サポート", "中村/CS 井上/サポート" },
        { "CS、サポート", "CS/ サポート/" },
        { "Priya (Customer Success); Tom (Support)", "Priya/Customer Success Tom/Support" },
        { "Priya (CS) and Tom (Support)", "Priya/CS Tom/Support" },
        { "Priya, Sales; Tom, Support", "Priya/Sales Tom/Support" },
        { "Sales: Ann, Bob; Support: Tom", "Ann/Sales Bob/Sales Tom/Support" },
        { "Priya - Customer Success, Tom", "Priya/Customer Success Tom/" },
        { "マイク・スミス（開発）", "マイク・スミス/開発" },
        { "大野（CS部長）", "大野/CS部長" },
        { "中村（CS", "中村（CS/" },
        { "、、;;（）", "" },
        { "", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = told(a, cases[i].text);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "\"%s\": \"%.*s\", not \"%s\"",
                  cases[i].text, CJ_ARG(is), cases[i].want);
    }
    cj_arena_free(a);
}
