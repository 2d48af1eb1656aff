/* diff_test.c - what is told of two small maps: each case was told wrongly once. */
#include <cj/diff.h>
#include <cj/read.h>
#include <criterion/criterion.h>
#include "base/buf.h"

static const cj_map_options anyhow = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };

static const cj_map *read_map(cj_arena *a, const char *csv, const char *what)
{
    cj_read_options options = cj_read_options_default();
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_book *book;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, cj_str_of(csv), CJ_STR("a.csv"), &options, &book, &err),
                 CJ_OK, "%s", what);
    cr_assert_eq(cj_maps_find(a, book, &anyhow, maps, &err), CJ_OK, "%s", what);
    return &maps->map[0];
}

/* A line for each change; what is told with another one stands under it. */
static const char *told(cj_arena *a, const cj_diff *d)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < d->n; i++) {
        const cj_change *c = &d->change[i];

        cj_buf_fmt(&b, "%s%s %s%s%s: " CJ_FMT " > " CJ_FMT "\n", c->with < 0 ? "" : "  ",
                   cj_subject_name(c->on), cj_change_name(c->kind), c->field ? " " : "",
                   c->field ? c->field : "", CJ_ARG(c->text[CJ_OLD]),
                   CJ_ARG(c->text[CJ_NEW]));
    }
    return cj_str_z(a, cj_buf_str(&b));
}

/* Behaviour and a row of the team's own in two phases, and what stands below. */
#define GRID(phase, behavior, own, below)                                           \
    "Item," phase ",Renewal\nCustomer Goal,start,go on\nCustomer Actions," behavior \
    ",renew contract\nPain Points,too slow,too dear\nLunch topic," own ",weather\n" below
#define KPI(phase) "\n# KPI\nPhase,KPI,Target\n" phase ",active users,80%\n"

static const struct {
    const char *what, *old, *now, *want;
} cases[] = {
    { "what stands behind a label is a text that somebody wrote",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,too slow,too dear\n"
      "Note: ask sales,,\n",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,too slow,too dear\n"
      "Note: sales agreed,,\n",
      "element changed guidance: : ask sales > : sales agreed\n" },
    { "a hint that only the template has is layout",
      "Item,Onboarding,Renewal\nCustomer Goal (in their words),start,go on\n"
      "Pain Points,too slow,too dear\n",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,too slow,too dear\n",
      "element wording: Customer Goal (in their words) > Customer Goal\n" },
    { "a line that names a phase follows its name",
      GRID("Onboarding", "log in", "soup", KPI("Onboarding")),
      GRID("First climb", "log in", "soup", KPI("First climb")),
      "phase renamed: Onboarding > First climb\n"
      "field wording phase: Onboarding > First climb\n" },
    { "the only text of an own row's cell may move",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,too slow,too dear\n"
      "Lunch topic,soup of the day,\n",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,too slow,too dear\n"
      "Lunch topic,,soup of the day\n",
      "item moved: soup of the day > soup of the day\n" },
    { "the only text of an own row's cell is a statement",
      GRID("Onboarding", "log in", "soup of the day", ""),
      GRID("Onboarding", "log in", "", ""), "cell removed: soup of the day > \n" },
    { "a countermeasure with its owner moved among the pains",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,too slow,too dear\n"
      "Countermeasures,\"- [CS] call the boss\n- send a guide\",write\n",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\n"
      "Pain Points,\"- too slow\n- [CS] call the boss\",too dear\n"
      "Countermeasures,send a guide,write\n",
      "item moved: [CS] call the boss > [CS] call the boss\n" },
    { "a phase that was split is one, whatever a new row says of it",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,"
      "\"- too slow\n- too loud\n- too many forms\n- lost papers\",too dear\n",
      "Item,Onboarding,Setup,Renewal\nVoice of Customer,,\"- aha yes\n- oh no\n- so what\",\n"
      "Customer Goal,start,,go on\nPain Points,"
      "\"- too slow\n- too loud\",\"- too many forms\n- lost papers\",too dear\n",
      "phase added:  > Setup\n"
      "element added:  > Voice of Customer\n"
      "  item moved: too many forms > too many forms\n"
      "  item moved: lost papers > lost papers\n" },
    { "a statement of an own row became another one",
      GRID("Onboarding", "log in", "soup of the day", ""),
      GRID("Onboarding", "log in", "football results", ""),
      "cell changed: soup of the day > football results\n" },
    { "a statement of an own row left, another one came from elsewhere",
      GRID("Onboarding", "\"- log in\n- call the boss\"", "soup of the day", ""),
      GRID("Onboarding", "\"- log in\n- soup of the day\"", "call the boss", ""),
      "item moved: soup of the day > soup of the day\n"
      "item moved: call the boss > call the boss\n" },
    { "an own row under another name, half of it in the phase that was split off",
      "Item,Onboarding,Renewal\nCustomer Goal,start,go on\nPain Points,"
      "\"- too slow\n- too loud\n- too many forms\n- lost papers\",too dear\n"
      "Lunch topic,soup of the day,\n",
      "Item,Onboarding,Setup,Renewal\nCustomer Goal,start,,go on\nPain Points,"
      "\"- too slow\n- too loud\",\"- too many forms\n- lost papers\",too dear\n"
      "Shelf,,soup of the day,\n",
      "phase added:  > Setup\n"
      "element renamed: Lunch topic > Shelf\n"
      "  item moved: too many forms > too many forms\n"
      "  item moved: lost papers > lost papers\n"
      "  item moved: soup of the day > soup of the day\n" },
    { "an own row under another name, all it held in a phase that went",
      "Item,Setup,Onboarding,Renewal\nCustomer Goal,unpack,start,go on\n"
      "Pain Points,too big,too slow,too dear\nLunch topic,soup of the day,,\n",
      "Item,Onboarding,Renewal,Advocacy\nCustomer Goal,start,go on,praise\n"
      "Pain Points,too slow,too dear,no time\nShelf,,,tea\n",
      "phase removed: Setup > \n"
      "phase added:  > Advocacy\n"
      "element renamed: Lunch topic > Shelf\n" },
};

Test(diff, told)
{
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_diff d;

        cj_diff_maps(a, read_map(a, cases[i].old, cases[i].what),
                     read_map(a, cases[i].now, cases[i].what), &d);
        cr_expect_str_eq(told(a, &d), cases[i].want, "%s:\n%s", cases[i].what, told(a, &d));
        cj_arena_free(a);
    }
}
