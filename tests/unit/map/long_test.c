/* long_test.c - maps written as lists: one item a line, one line for each phase or touchpoint. */
#include "../make_book.h"
#include "base/buf.h"
#include <criterion/criterion.h>

static void add_cells(cj_buf *b, const cj_map *m)
{
    size_t e, p, k;

    for (e = 0; e < m->n_elements; e++) {
        cj_buf_fmt(b, " " CJ_FMT, CJ_ARG(m->elements[e].key));
        for (p = 0; p < m->n_phases; p++) {
            cj_buf_z(b, p ? ";" : "=");
            for (k = 0; k < m->elements[e].cells[p].n_parts; k++)
                cj_buf_fmt(b, "%s" CJ_FMT, k ? "+" : "",
                           CJ_ARG(m->elements[e].cells[p].parts[k].text));
        }
    }
}

/* "rows 佐藤: 導入期,活用期 goal=a;b behavior=c+d;e +2" */
static cj_str outline(cj_arena *a, const cj_maps *maps)
{
    size_t i, p;
    cj_buf b;

    cj_buf_init(&b, a);
    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];

        cj_buf_fmt(&b, "%s%s " CJ_FMT ":", i ? " | " : "", cj_form_name(m->form),
                   CJ_ARG(m->meta[CJ_META_PERSONA].text));
        for (p = 0; p < m->n_phases; p++)
            cj_buf_fmt(&b, "%s" CJ_FMT, p ? "," : " ", CJ_ARG(m->phases[p].name));
        add_cells(&b, m);
        if (m->n_leftover)
            cj_buf_fmt(&b, " +%zu", m->n_leftover);
    }
    return cj_buf_str(&b);
}

typedef struct layout {
    const char *name, *text, *want;
} layout;

static const layout layouts[] = {
    { "one item a line",
      "phase\telement\titem\nOnboarding\tgoal\ta\nOnboarding\tbehavior\tb\nOnboarding\tbehavior\tc\n"
      "Renewal\tgoal\td\nRenewal\tpain\te\n",
      "items : Onboarding,Renewal goal=a;d behavior=b+c; pain=;e" },
    { "told once",
      "フェーズ\t項目\t内容\n導入期\t顧客のゴール\ta\n\t行動\tb\n\t\tc\n更新期\t顧客のゴール\td\n\t課題\te\n",
      "items : 導入期,更新期 goal=a;d behavior=b+c; pain=;e" },
    { "title above, blank lines between, another column",
      "レポートナビ\n\nNo\tフェーズ\t要素\t記述\n1\t導入期\tゴール\ta\n2\t導入期\t行動\tb\n\n3\t更新期\tゴール\tc\n",
      "items : 導入期,更新期 goal=a;c behavior=b; +4" },
    { "owner and timing are rows too",
      "Phase\tElement\tItem\tOwner\tTiming\nOnboarding\tGoal\ta\t\t\nOnboarding\tCountermeasures\tb\tCS\tDay 7\n"
      "Renewal\tPain Points\tc\t\t\n",
      "items : Onboarding,Renewal goal=a; countermeasure=b; owner=CS; timing=Day 7; pain=;c" },
    { "a persona each",
      "Persona\tPhase\tElement\tItem\nAnn\tOnboarding\tGoal\ta\n\tOnboarding\tPain Points\tb\nBob\tOnboarding\tGoal\tc\n"
      "Bob\tRenewal\tPain Points\td\nAnn\tRenewal\tGoal\te\n",
      "items Ann: Onboarding,Renewal goal=a;e pain=b; | items Bob: Onboarding,Renewal goal=c; pain=;d" },
    { "an element nobody knows is kept",
      "phase\telement\titem\nOnboarding\tgoal\ta\nOnboarding\tpain\tb\nOnboarding\t天気\tc\n",
      "items : Onboarding goal=a pain=b x:天気=c" },
    { "a section under the list",
      "phase\telement\titem\tevidence\nOnboarding\tgoal\ta\tE1\nRenewal\tpain\tb\t\n\n# Evidence\nID\tSummary\nE1\tx\n",
      "items : Onboarding,Renewal goal=a; pain=;b" },
    { "a line without its element is left over",
      "phase\telement\titem\nOnboarding\tgoal\ta\nOnboarding\tpain\tb\nRenewal\t\tc\n",
      "items : Onboarding,Renewal goal=a; pain=b; +2" },
    { "phase repeated",
      "フェーズ\tタッチポイント\t行動\t課題\n導入期\ta\tb\tc\n導入期\td\te\t\n活用期\tf\tg\th\n活用期\ti\tj\tk\n",
      "rows : 導入期,活用期 touchpoint=a+d;f+i behavior=b+e;g+j pain=c;h+k" },
    { "phase repeated or blank, texts filled down",
      "フェーズ\tゴール\t行動\t課題\n導入期\ta\tb\tc\n導入期\ta\td\t\n\t\te\tf\n活用期\tg\th\ti\n",
      "rows : 導入期,活用期 goal=a;g behavior=b+d+e;h pain=c+f;i" },
    { "persona and phase",
      "ペルソナ\tフェーズ\t行動\t感情\t課題\n佐藤\t導入期\ta\tb\tc\n\t活用期\td\te\tf\n鈴木\t導入期\tg\th\ti\n"
      "\t活用期\tj\tk\tl\n",
      "rows 佐藤: 導入期,活用期 behavior=a;d emotion=b;e pain=c;f | "
      "rows 鈴木: 導入期,活用期 behavior=g;j emotion=h;k pain=i;l" },
    { "persona behind the phase, in no order",
      "Phase\tPersona\tCustomer Actions\tPain Points\nOnboarding\tAnn\ta\tb\nOnboarding\tBob\tc\td\n"
      "Renewal\tAnn\te\tf\nRenewal\tBob\tg\th\n",
      "rows Ann: Onboarding,Renewal behavior=a;e pain=b;f | "
      "rows Bob: Onboarding,Renewal behavior=c;g pain=d;h" },
    { "touchpoints in no order of phases",
      "Touchpoint\tPhase\tCustomer Actions\tPain Points\tEmotions\nMail\tOnboarding\ta\tb\tc\nCall\tRenewal\td\te\tf\n"
      "App\tOnboarding\tg\th\ti\nVisit\tRenewal\tj\tk\tl\n",
      "rows : Onboarding,Renewal touchpoint=Mail+App;Call+Visit behavior=a+g;d+j pain=b+h;e+k "
      "emotion=c+i;f+l" },
    { "owners filled down, one with what nobody sees",
      "phase\telement\titem\towner\nOnboarding\tgoal\ta\tCS\nOnboarding\tpain\tb\t\xe2\x80\x8d CS\n",
      "items : Onboarding goal=a owner=CS pain=b" },
    { "an item that says its owner in other widths",
      "phase\telement\titem\towner\nOnboarding\tgoal\ta\t\nOnboarding\tcountermeasure\t【ＣＳ】b\tCS\n",
      "items : Onboarding goal=a countermeasure=【ＣＳ】b" },
    { "a persona whose name has other widths, and an owner of its own",
      "Persona\tPhase\tElement\tItem\tOwner\n佐藤A\tOnboarding\tgoal\ta\tCS\n"
      "佐藤Ａ\tOnboarding\towner\tSales\tCS\n",
      "items 佐藤A: Onboarding goal=a owner=Sales" },
    { "one phase that comes back is a slip",
      "フェーズ\tゴール\t行動\t課題\n導入期\ta\tb\tc\n活用期\td\te\tf\n導入期\tg\th\ti\n",
      "grid : 導入期,活用期,導入期 goal=a;d;g behavior=b;e;h pain=c;f;i" },
};

Test(long, layouts)
{
    size_t i;

    for (i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_maps maps;
        cj_err err;
        cj_rc rc = cj_maps_find(a, make_book(a, layouts[i].text), NULL, &maps, &err);
        cj_str got = rc == CJ_OK ? outline(a, &maps) : cj_err_says(a, &err, CJ_EN);

        cr_expect(cj_str_eq(got, cj_str_of(layouts[i].want)), "%s: " CJ_FMT,
                  layouts[i].name, CJ_ARG(got));
        cj_arena_free(a);
    }
}

/* What stands beside an item is said of it, and of nothing else. */
Test(long, evidence_and_assumptions)
{
    cj_arena *a = cj_arena_new(0);
    cj_map *m = make_map(
        a,
        "phase\telement\titem\tevidence\tassumption\towner\ttiming\n"
        "Onboarding\tbehavior\ta\tE1, E3\t\t\t\nOnboarding\tbehavior\tb\t\tyes\t\t\n"
        "Onboarding\tbehavior\tc\tNPS survey 2025\tno\t\t\nOnboarding\tpain\td\tTBD\t-\t\t\n"
        "Onboarding\tcountermeasure\te\t\t\tCS\twithin 7 days\n",
        NULL);
    const cj_cell *behavior, *pain, *measure;

    cr_assert(m);
    behavior = cj_map_cell(m, CJ_BEHAVIOR, &m->phases[0]);
    pain = cj_map_cell(m, CJ_PAIN, &m->phases[0]);
    measure = cj_map_cell(m, CJ_COUNTERMEASURE, &m->phases[0]);
    cr_assert_eq(behavior->n_items, 3);
    cr_expect_eq(behavior->items[0].support.refs.n, 2);
    cr_expect_eq(behavior->items[0].support.refs.id[1], 3);
    cr_expect(!behavior->items[0].support.assumption);
    cr_expect(behavior->items[1].support.assumption);
    cr_expect_eq(behavior->items[1].support.refs.n, 0);
    cr_expect(behavior->items[2].support.inline_source);
    cr_expect(!behavior->items[2].support.assumption);
    cr_expect(!pain->items[0].support.inline_source && !pain->items[0].support.assumption);
    cr_expect(cj_str_eq(measure->items[0].owner, CJ_STR("CS")));
    cr_expect(cj_str_eq(measure->items[0].timing, CJ_STR("within 7 days")));
    cj_arena_free(a);
}

/* A run of lines that all name one element. */
typedef struct block {
    const char *phase, *element;
    unsigned n;
    bool once; /* phase and element stand in its first line only */
} block;

static cj_rc find_blocks(cj_arena *a, const char *headers, const block *blocks, size_t n,
                         cj_maps *maps)
{
    cj_buf b;
    size_t i;
    unsigned k;
    cj_err err;

    cj_buf_init(&b, a);
    cj_buf_fmt(&b, "%s\n", headers);
    for (i = 0; i < n; i++)
        for (k = 0; k < blocks[i].n; k++)
            cj_buf_fmt(&b, "%s\t%s\ttext %zu-%u\n",
                       k && blocks[i].once ? "" : blocks[i].phase,
                       k && blocks[i].once ? "" : blocks[i].element, i, k);
    return cj_maps_find(a, make_book(a, cj_str_z(a, cj_buf_str(&b))), NULL, maps, &err);
}

/* People sort such lists: what is seen from the top is one element and nothing else. */
Test(long, sorted_lists)
{
    static const struct {
        const char *name, *headers;
        block blocks[4];
        size_t n;
        unsigned elements; /* 0: no map */
    } lists[] = {
        { "past the hundredth line",
          "フェーズ\t項目\t内容",
          { { "導入期", "行動", 150, false }, { "導入期", "課題・ペイン", 1, false } },
          2,
          2 },
        { "past the window, told once",
          "phase\telement\titem",
          { { "Onboarding", "goal", 450, true },
            { "Onboarding", "pain", 450, true },
            { "Renewal", "goal", 9, true } },
          3,
          2 },
        { "the team's own row comes first",
          "Phase\tElement\tItem",
          { { "Onboarding", "x:Lunch", 500, false },
            { "Onboarding", "Goal", 5, false },
            { "Onboarding", "KPI", 5, false } },
          3,
          3 },
        { "one element is no map",
          "phase\telement\titem",
          { { "Onboarding", "goal", 500, false }, { "Renewal", "goal", 500, false } },
          2,
          0 },
        { "most of what follows is unknown",
          "phase\telement\titem",
          { { "Onboarding", "Lunch", 200, false },
            { "Onboarding", "Goal", 2, false },
            { "Onboarding", "Weather", 2, false },
            { "Onboarding", "Parking", 2, false } },
          4,
          0 },
        { "other headers",
          "月\t項目\t内容",
          { { "4月", "行動", 150, false }, { "4月", "課題", 150, false } },
          2,
          0 },
    };
    size_t i;

    for (i = 0; i < sizeof lists / sizeof *lists; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_maps maps;
        cj_rc rc = find_blocks(a, lists[i].headers, lists[i].blocks, lists[i].n, &maps);

        cr_expect_eq(rc == CJ_OK, lists[i].elements > 0, "%s: %d", lists[i].name, (int)rc);
        if (rc == CJ_OK)
            cr_expect_eq(maps.map[0].n_elements, lists[i].elements, "%s: %zu",
                         lists[i].name, maps.map[0].n_elements);
        cj_arena_free(a);
    }
}
