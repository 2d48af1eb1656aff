/* grid_shapes_test.c - levels of headers, labels in two columns, bands, groups, matrices of marks. */
#include "../make_book.h"
#include "base/buf.h"
#include "map/grid.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void add_flat(cj_buf *b, cj_str text)
{
    size_t i;

    for (i = 0; i < text.n; i++)
        cj_buf_byte(b, text.p[i] == '\n' ? '+' : text.p[i]);
}

static void add_phase(cj_buf *b, const cj_phase *p)
{
    size_t i;

    if (p->group.n) {
        add_flat(b, p->group);
        cj_buf_byte(b, '>');
    }
    add_flat(b, p->name);
    for (i = 0; i < p->n_steps; i++)
        cj_buf_fmt(b, "%s" CJ_FMT,
                   !i                                          ? "("
                   : p->steps[i].level > p->steps[i - 1].level ? "; "
                                                               : ",",
                   CJ_ARG(p->steps[i].name));
    cj_buf_z(b, p->n_steps ? ")" : "");
    cj_buf_z(b, p->assumed ? "?" : "");
}

static void add_element(cj_buf *b, const cj_map *m, const cj_element *e)
{
    size_t p, k;

    if (e->group.n) {
        add_flat(b, e->group);
        cj_buf_byte(b, '>');
    }
    cj_buf_fmt(b, CJ_FMT "%s=", CJ_ARG(e->key), e->assumed ? "?" : "");
    for (p = 0; p < m->n_phases; p++) {
        cj_buf_z(b, p ? "|" : "");
        add_flat(b, e->cells[p].text);
        for (k = 0; k < e->cells[p].n_parts; k++)
            if (e->cells[p].parts[k].label.n &&
                !cj_str_starts(e->cells[p].parts[k].text, e->cells[p].parts[k].label))
                cj_buf_fmt(b, "{" CJ_FMT "}", CJ_ARG(e->cells[p].parts[k].label));
    }
}

/* "契約後>導入期(契約,設定) 活用期 / goal=a|b 顧客>pain=c|d" */
static cj_str outline(cj_arena *a, const cj_map *m)
{
    size_t i;
    cj_buf b;

    cj_buf_init(&b, a);
    cj_buf_z(&b, m->orient == CJ_PHASES_DOWN ? "down " : "");
    for (i = 0; i < m->n_phases; i++) {
        cj_buf_z(&b, i ? " " : "");
        add_phase(&b, &m->phases[i]);
    }
    cj_buf_z(&b, " /");
    for (i = 0; i < m->n_elements; i++) {
        cj_buf_byte(&b, ' ');
        add_element(&b, m, &m->elements[i]);
    }
    return cj_buf_str(&b);
}

typedef struct layout {
    const char *name, *text, *want;
    unsigned left;
} layout;

#define TWO "ゴール\ta\tb\n行動\tc\td\n課題\te\tf\n"
#define TWO_ " / goal=a|b behavior=c|d pain=e|f"
#define FOUR "ゴール\ta\tb\tc\td\n行動\te\tf\tg\th\n課題\ti\tj\tk\tl\n"
#define FOUR_ " / goal=a+b|c+d behavior=e+f|g+h pain=i+j|k+l"
#define EACH_ " / goal=a|b|c|d behavior=e|f|g|h pain=i|j|k|l"

static const layout layouts[] = {
    { "steps under merged phases",
      "項目\t導入期\t\t活用期\t\n!merge B1:C1\n!merge D1:E1\n\t契約\t設定\t利用\t共有\n" FOUR,
      "導入期(契約,設定) 活用期(利用,共有)" FOUR_, 0 },
    { "steps under merged phases with their periods",
      "項目\t導入期（0〜3か月）\t\t更新期（10〜12か月）\t\n!merge B1:C1\n!merge D1:E1\n\t契約・準備\t設定\t効果確認\t判断\n" FOUR,
      "導入期（0〜3か月）(契約・準備,設定) 更新期（10〜12か月）(効果確認,判断)" FOUR_, 0 },
    { "steps under phases that blanks follow",
      "項目\t導入期\t\t活用期\t\n\t契約\t設定\t利用\t共有\n" FOUR,
      "導入期(契約,設定)? 活用期(利用,共有)?" FOUR_, 0 },
    { "steps under phases written twice",
      "項目\t導入期\t導入期\t活用期\t活用期\n\t契約\t設定\t利用\t共有\n" FOUR,
      "導入期(契約,設定) 活用期(利用,共有)" FOUR_, 0 },
    { "phases written twice", "項目\t導入期\t導入期\t活用期\t活用期\n" FOUR,
      "導入期 活用期" FOUR_, 0 },
    { "the same phase twice stays twice", "項目\t導入期\t導入期\n" TWO,
      "導入期 導入期" TWO_, 0 },
    { "steps with a label",
      "フェーズ\t導入期\t\t活用期\t\nステップ\t契約\t設定\t利用\t共有\n" FOUR,
      "導入期(契約,設定)? 活用期(利用,共有)?" FOUR_, 0 },
    { "parts above known phases",
      "\t契約前\t\t契約後\t\n!merge B1:C1\n!merge D1:E1\nフェーズ\t認知\t検討\t導入\t活用\n" FOUR,
      "契約前>認知 契約前>検討 契約後>導入 契約後>活用" EACH_, 0 },
    { "parts above unknown phases",
      "Stage\tBefore\t\tAfter\t\nPhase\tDream\tPlan\tStay\tShare\n" FOUR,
      "Before>Dream Before>Plan After>Stay After>Share" EACH_, 0 },
    { "a part written for each phase",
      "\tBefore\tBefore\tAfter\tAfter\nPhase\tDream\tPlan\tStay\tShare\n" FOUR,
      "Before>Dream Before>Plan After>Stay After>Share" EACH_, 0 },
    { "one phase without steps, merged down",
      "項目\t導入期\t\t活用期\t更新期\n!merge A1:A2\n!merge B1:C1\n!merge D1:D2\n!merge E1:E2\n"
      "\t契約\t設定\t\t\n" FOUR,
      "導入期(契約,設定) 活用期 更新期 / goal=a+b|c|d behavior=e+f|g|h pain=i+j|k|l", 0 },
    { "the same without merges", "項目\t導入期\t\t活用期\t更新期\n\t契約\t設定\t\t\n" FOUR,
      "導入期(契約,設定)? 活用期 更新期 / goal=a+b|c|d behavior=e+f|g|h pain=i+j|k|l", 0 },
    { "phases below, one of them above",
      "\t契約前\t\t3. 導入期\t4. 活用期\n!merge B1:C1\n!merge D1:D2\n!merge E1:E2\n\t1. 認知\t2. 検討\t\t\n" FOUR,
      "契約前>1. 認知 契約前>2. 検討 3. 導入期 4. 活用期" EACH_, 0 },
    { "names that come again divide the phases",
      "\tJoin\t\tRide\t\n\tWeb\tApp\tWeb\tApp\n" FOUR,
      "Join(Web,App)? Ride(Web,App)?" FOUR_, 0 },
    { "three levels",
      "\t契約前\t\t契約後\t\n\t1. 検討\t\t2. 導入\t\n\t調べる\t比べる\t契約\t設定\n" FOUR,
      "契約前>1. 検討(調べる,比べる)? 契約後>2. 導入(契約,設定)?" FOUR_, 0 },
    { "four levels",
      "\tPre-sale\t\tPlan\t\n!merge B1:C1\n!merge D1:E1\n\t1. Try\t\t2. Use\t\n!merge B2:C2\n!merge D2:E2\n"
      "\tLearn\tCompare\tSign\tSet up\n\tBlog\tDemo\tMail\tCall\n" FOUR,
      "Pre-sale>1. Try(Learn,Compare; Blog,Demo) Plan>2. Use(Sign,Set up; Mail,Call)" FOUR_,
      0 },
    { "a period and a definition under the headers",
      "項目\t導入期\t活用期\n\t0〜30日\t31〜90日\n\t契約から最初のレポートの作成まで\t基本機能を毎週使っている状態\n" TWO,
      "導入期 活用期 / period=0〜30日|31〜90日 "
      "definition=契約から最初のレポートの作成まで|基本機能を毎週使っている状態 goal=a|b behavior=c|d pain=e|f",
      0 },
    { "a period above the headers",
      "期間\t0〜30日\t31〜90日\nフェーズ\t導入期\t活用期\n" TWO,
      "導入期 活用期 / period=0〜30日|31〜90日 goal=a|b behavior=c|d pain=e|f", 0 },
    { "numbers above the headers", "No\t1\t2\nフェーズ\t導入期\t活用期\n" TWO,
      "導入期 活用期" TWO_, 0 },
    { "STEP1 above the names", "\tSTEP1\tSTEP2\n\t探す\t泊まる\n" TWO,
      "STEP1>探す STEP2>泊まる" TWO_, 0 },
    { "metadata above the headers is none of them",
      "製品\t請求\tプラン\t標準\n項目\t導入期\t活用期\t更新期\nゴール\ta\tb\tc\n課題\td\te\tf\n",
      "導入期 活用期 更新期 / goal=a|b|c pain=d|e|f", 0 },
    { "a title over the phases is none of them",
      "\tマップ\t\n!merge B1:C1\n項目\t導入期\t活用期\n" TWO, "導入期 活用期" TWO_, 0 },
    { "a remark under the headers", "項目\t導入期\t活用期\n\t※記入例\t\n" TWO,
      "導入期 活用期" TWO_, 1 },
    { "an empty column is no assumption",
      "項目\t導入期\t\t活用期\nゴール\ta\t\tb\n行動\tc\t\td\n課題\te\t\tf\n",
      "導入期 活用期" TWO_, 0 },
    { "phases down in parts",
      "区分\tフェーズ\tゴール\t行動\t課題\n契約前\t検討\ta\tc\te\n契約後\t導入\tb\td\tf\n",
      "down 契約前>検討 契約後>導入" TWO_, 0 },
    { "phases down with steps",
      "フェーズ\tステップ\tゴール\t行動\t課題\n導入期\t契約\ta\te\ti\n導入期\t設定\tb\tf\tj\n"
      "活用期\t利用\tc\tg\tk\n活用期\t共有\td\th\tl\n",
      "down 導入期(契約,設定) 活用期(利用,共有)" FOUR_, 0 },
    { "phases down, a column of goals left of them",
      "ゴール\tフェーズ\t行動\t課題\na\t導入期\tc\te\nb\t活用期\td\tf\n",
      "down 導入期 活用期" TWO_, 0 },
    { "channels of a band",
      "項目\t\t導入期\t活用期\nゴール\t\ta\tb\n接点\tメール\tc\td\n\t電話\te\t\n課題\t\tf\tg\n",
      "導入期 活用期 / goal=a|b touchpoint?=c+e{メール}{電話}|d{メール} pain=f|g", 0 },
    { "channels of a merged band",
      "項目\t\t導入期\t活用期\n!merge A3:A4\nゴール\t\ta\tb\n接点\tメール\tc\td\n\t電話\te\t\n課題\t\tf\tg\n",
      "導入期 活用期 / goal=a|b touchpoint=c+e{メール}{電話}|d{メール} pain=f|g", 0 },
    { "known labels in a band are rows",
      "項目\t\t導入期\t活用期\nゴール\t\ta\tb\n思考・感情\t思考\tc\td\n\t感情\te\tf\n\tスコア\t2\t4\n課題\t\tg\th\n",
      "導入期 活用期 / goal=a|b 思考・感情>thought=c|d 思考・感情>emotion?=e|f "
      "思考・感情>sentiment?=2|4 pain=g|h",
      0 },
    { "a column that explains the labels",
      "項目\t\t導入期\t活用期\nゴール\t顧客の言葉で\ta\tb\n行動\t手順を書く\tc\td\nメモ書き\t何でも\te\tf\n課題\t困ること\tg\th\n",
      "導入期 活用期 / goal=a{顧客の言葉で}|b{顧客の言葉で} behavior=c{手順を書く}|d{手順を書く} "
      "x:メモ書き=e{何でも}|f{何でも} pain=g{困ること}|h{困ること}",
      0 },
    { "actors in every band",
      "項目\t小項目\t導入期\t活用期\nゴール\t\ta\tb\n行動\t主担当者\tc\td\n\t決裁者\te\tf\n"
      "課題\t主担当者\tg\th\n\t決裁者\ti\tj\n",
      "導入期 活用期 / goal=a|b behavior?=c+e{主担当者}{決裁者}|d+f{主担当者}{決裁者} "
      "pain?=g+i{主担当者}{決裁者}|h+j{主担当者}{決裁者}",
      0 },
    { "a column of guidance",
      "項目\t記入のポイント\t導入期\t活用期\nゴール\t顧客の言葉で\ta\tb\n行動\t\tc\td\n課題\t困りごと\te\tf\n",
      "導入期 活用期" TWO_, 0 },
    { "the last phase reaches as far as it is filled",
      "\t導入期\t\t\t活用期\t\nゴール\ta\tb\tc\td\te\n行動\tf\tg\th\ti\tj\n課題\tk\tl\tm\tn\to\n",
      "導入期? 活用期? / goal=a+b+c|d+e behavior=f+g+h|i+j pain=k+l+m|n+o", 0 },
    { "groups written once",
      "\t項目\t導入期\t活用期\n顧客\tゴール\ta\tb\n\t課題\tc\td\n自社\t打ち手\te\tf\nKPI\t\tg\th\n",
      "導入期 活用期 / 顧客>goal=a|b 顧客>pain?=c|d 自社>countermeasure=e|f kpi=g|h", 0 },
    { "groups merged",
      "\t項目\t導入期\t活用期\n!merge A2:A3\n顧客\tゴール\ta\tb\n\t課題\tc\td\n自社\t打ち手\te\tf\n\t担当\tg\th\n",
      "導入期 活用期 / 顧客>goal=a|b 顧客>pain=c|d 自社>countermeasure=e|f 自社>owner?=g|h",
      0 },
    { "a merged group ends where its area does",
      "\t項目\t導入期\t活用期\n!merge A2:A3\n顧客\tゴール\ta\tb\n\t課題\tc\td\n\t打ち手\te\tf\n",
      "導入期 活用期 / 顧客>goal=a|b 顧客>pain=c|d countermeasure=e|f", 0 },
    { "groups repeated, numbers before them",
      "No\t区分\t項目\t導入期\t活用期\n1\t顧客\tゴール\ta\tb\n2\t顧客\t課題\tc\td\n3\t自社\t打ち手\te\tf\n",
      "導入期 活用期 / 顧客>goal=a|b 顧客>pain=c|d 自社>countermeasure=e|f", 0 },
    { "groups in two columns",
      "\t\t項目\t導入期\t活用期\n表\t顧客\tゴール\ta\tb\n\t\t課題\tc\td\n裏\t自社\t打ち手\te\tf\n",
      "導入期 活用期 / 表+顧客>goal=a|b 表+顧客>pain?=c|d 裏+自社>countermeasure=e|f", 0 },
    { "headings over groups",
      "項目\t導入期\t活用期\n■ 顧客\nゴール\ta\tb\n課題\tc\td\n【自社の動き】\n打ち手\te\tf\n",
      "導入期 活用期 / 顧客>goal=a|b 顧客>pain=c|d 自社の動き>countermeasure=e|f", 0 },
    { "an empty row of their own is no heading",
      "項目\t導入期\t活用期\nゴール\ta\tb\n連携メモ\t\t\n課題\tc\td\n",
      "導入期 活用期 / goal=a|b x:連携メモ=| pain=c|d", 0 },
    { "marks beside roles",
      "項目\t\t導入期\t活用期\nゴール\t\ta\tb\n課題\t\tc\td\n担当\tCS\t○\t○\n\t営業\t×\t○\n\t開発\t\t-\n",
      "導入期 活用期 / goal=a|b pain=c|d owner?=CS|CS+営業", 0 },
    { "marks of two kinds",
      "項目\t\t導入期\t活用期\nゴール\t\ta\tb\n課題\t\tc\td\n担当\tCS\t◎\t○\n\t営業\t\t◎\n",
      "導入期 活用期 / goal=a|b pain=c|d owner?=CS（◎）|CS（○）+営業（◎）", 0 },
    { "crosses mark where there is no circle",
      "Stage\tOnboarding\tAdoption\nGoals\ta\tb\nPain points\tc\td\nOwner\nSuccess\t×\t×\nSales\t\t×\n",
      "Onboarding Adoption / goal=a|b pain=c|d owner=Success|Success+Sales", 0 },
    { "marks beside departments without a heading",
      "項目\t導入期\t活用期\nゴール\ta\tb\n課題\tc\td\nCS\t○\t○\n営業\t\t●\n",
      "導入期 活用期 / goal=a|b pain=c|d owner=CS（○）|CS（○）+営業（●）", 0 },
    { "roles with words are rows of their own",
      "項目\t導入期\t活用期\nゴール\ta\tb\n課題\tc\td\n担当\tx\ty\nCS\tz\tw\n",
      "導入期 活用期 / goal=a|b pain=c|d owner=x|y x:cs=z|w", 0 },
    { "a list under its label",
      "Stage\tOnboarding\tAdoption\nGoals\ta\tb\nTouchpoints\n- Mail\tc\td\n- Call\te\t\nPain points\tf\tg\n",
      "Onboarding Adoption / goal=a|b touchpoint=c+e{- Mail}{- Call}|d{- Mail} pain=f|g",
      0 },
    { "lines without labels",
      "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n\te\tf\n課題\tg\th\n",
      "導入期 活用期 / goal=a|b behavior?=c+e|d+f pain=g|h", 0 },
    { "lines under a merged label",
      "項目\t導入期\t活用期\n!merge A3:A4\nゴール\ta\tb\n行動\tc\td\n\te\tf\n課題\tg\th\n",
      "導入期 活用期 / goal=a|b behavior=c+e|d+f pain=g|h", 0 },
    { "minus signs of mathematics under feelings",
      "項目\t導入期\t活用期\nゴール\ta\tb\n感情\t不安\t安心\n\t−2\t+1\n課題\tg\th\n",
      "導入期 活用期 / goal=a|b emotion=不安|安心 sentiment=−2|+1 pain=g|h", 0 },
};

Test(grid_shapes, layouts)
{
    size_t i;

    for (i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err;
        cj_map *m = make_map(a, layouts[i].text, &err);
        cj_str got = m ? outline(a, m) : cj_err_says(a, &err, CJ_EN);

        cr_expect(m && cj_str_eq(got, cj_str_of(layouts[i].want)), "%s: " CJ_FMT,
                  layouts[i].name, CJ_ARG(got));
        if (m)
            cr_expect_eq(
                m->n_leftover, layouts[i].left, "%s: %zu cells left over, first " CJ_FMT,
                layouts[i].name, m->n_leftover,
                CJ_ARG(m->n_leftover ? cj_map_leftover(a, m)[0].text : CJ_STR("-")));
        cj_arena_free(a);
    }
}

static bool merge_line(cj_str line, unsigned r[4])
{
    return cj_str_starts(line, CJ_STR("!merge ")) &&
           sscanf(line.p, "!merge %*1[A-Z]%u:%*1[A-Z]%u", &r[0], &r[2]) == 2;
}

/* The same table with rows for columns. */
static cj_str turned(cj_arena *a, const char *text)
{
    cj_str cell[12][12] = { { { NULL, 0 } } }, rest = cj_str_of(text), line, piece;
    unsigned rows = 0, cols = 0, i, j, r[4];
    cj_buf b, merges;

    cj_buf_init(&b, a);
    cj_buf_init(&merges, a);
    while (cj_str_split(&rest, '\n', &line)) {
        if (merge_line(line, r)) {
            cj_buf_fmt(&merges, "!merge %c%u:%c%u\n", 'A' + (int)r[0] - 1,
                       (unsigned)(line.p[7] - 'A' + 1), 'A' + (int)r[2] - 1,
                       (unsigned)(line.p[10] - 'A' + 1));
            continue;
        }
        for (j = 0; cj_str_split(&line, '\t', &piece); j++)
            cell[rows][j] = piece;
        cols = j > cols ? j : cols;
        rows++;
    }
    for (j = 0; j < cols; j++)
        for (i = 0; i < rows; i++)
            cj_buf_fmt(&b, "%s" CJ_FMT "%s", i ? "\t" : "", CJ_ARG(cell[i][j]),
                       i + 1 == rows ? "\n" : "");
    cj_buf_add(&b, cj_buf_str(&merges));
    return cj_buf_str(&b);
}

/* What means something else where rows and columns are exchanged. */
static bool fixed(const char *name)
{
    static const char *const names[] = { "the same phase twice stays twice",
                                         "metadata above the headers is none of them",
                                         "a title over the phases is none of them",
                                         "phases down, a column of goals left of them",
                                         "headings over groups" };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

Test(grid_shapes, turned)
{
    size_t i;

    for (i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_map *m = fixed(layouts[i].name)
                        ? NULL
                        : make_map(a, cj_str_z(a, turned(a, layouts[i].text)), NULL);
        cj_str got = m ? outline(a, m) : CJ_STR("none"), want = cj_str_of(layouts[i].want);

        if (cj_str_starts(got, CJ_STR("down ")))
            got = cj_str_from(got, 5);
        if (cj_str_starts(want, CJ_STR("down ")))
            want = cj_str_from(want, 5);
        cr_expect(fixed(layouts[i].name) || cj_str_eq(got, want), "%s: " CJ_FMT,
                  layouts[i].name, CJ_ARG(got));
        cj_arena_free(a);
    }
}

Test(grid_shapes, leaves)
{
    static const struct {
        unsigned row, col;
        cj_leaf_kind kind;
    } want[] = {
        { 1, 1, CJ_LEAF_AXIS },  { 1, 2, CJ_LEAF_AXIS },  { 1, 4, CJ_LEAF_PHASE },
        { 2, 4, CJ_LEAF_STEP },  { 2, 5, CJ_LEAF_STEP },  { 3, 1, CJ_LEAF_NUMBER },
        { 3, 2, CJ_LEAF_GROUP }, { 3, 3, CJ_LEAF_LABEL }, { 3, 4, CJ_LEAF_CELL },
        { 5, 3, CJ_LEAF_LABEL },
    };
    cj_arena *a = cj_arena_new(0);
    cj_map *m = make_map(
        a,
        "No\t区分\t項目\t導入期\t\t活用期\n\t\t\t契約\t設定\t\n1\t顧客\tゴール\ta\tb\tc\n"
        "2\t\t課題\td\te\tf\n3\t自社\t打ち手\tg\th\ti\n",
        NULL);
    size_t i, k;

    cr_assert(m != NULL);
    for (i = 0; i < sizeof want / sizeof *want; i++) {
        for (k = 0; k < m->n_leaves && (m->leaves[k].at.row != want[i].row ||
                                        m->leaves[k].at.col != want[i].col);
             k++)
            ;
        cr_expect(k < m->n_leaves && m->leaves[k].kind == want[i].kind,
                  "row %u column %u: %d", want[i].row, want[i].col,
                  k < m->n_leaves ? (int)m->leaves[k].kind : -1);
    }
    cj_arena_free(a);
}

Test(grid_shapes, marks)
{
    static const struct {
        const char *text;
        cj_mark mark;
    } cases[] = {
        { "X", CJ_MARK_YES },
        { "ｘ", CJ_MARK_YES },
        { "○", CJ_MARK_YES },
        { "●", CJ_MARK_YES },
        { "✔\xef\xb8\x8f", CJ_MARK_YES },
        { "1", CJ_MARK_YES },
        { "R/A", CJ_MARK_YES },
        { "R, C", CJ_MARK_YES },
        { "主担当", CJ_MARK_YES },
        { "×", CJ_MARK_CROSS },
        { "-", CJ_MARK_NO },
        { "—", CJ_MARK_NO },
        { "なし", CJ_MARK_NO },
        { "", CJ_MARK_NONE },
        { "CS", CJ_MARK_NONE },
        { "ab", CJ_MARK_NONE },
        { "12", CJ_MARK_NONE },
        { "○○社", CJ_MARK_NONE },
        { "a", CJ_MARK_YES },
        { "b", CJ_MARK_NONE },
        { "定例会", CJ_MARK_NONE },
        { "\xe2\x80\x8b○", CJ_MARK_YES },
        { "x\x02", CJ_MARK_YES },
        { "\xef\xbb\xbf主担当\xe2\x80\x8b", CJ_MARK_YES },
        { "\xe2\x80\x8b", CJ_MARK_NONE },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(cj_mark_of(cj_str_of(cases[i].text)), cases[i].mark, "%s",
                     cases[i].text);
}
