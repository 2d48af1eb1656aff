/* refuse_test.c - tables that are no journey map, and what is said of those that come near. */
#include "../make_book.h"
#include <cj/read.h>
#include <criterion/criterion.h>

typedef struct refusal {
    const char *name, *text;
    const char
        *says; /* the rule; "nearly": worth a word where it is found among other files */
} refusal;

static const refusal refusals[] = {
    { "empty", "", "CJ101" },
    { "contact list",
      "Name\tE-mail\tPhone\tCompany\nAnn\ta@x\t1\tAcme\nBob\tb@x\t2\tAcme\n", "CJ101" },
    { "sales", "月\t売上\t予算\n1月\t100\t120\n2月\t130\t120\n", "CJ101" },
    { "project plan",
      "Phase\tGoal\tTask\tOwner\tStart\tEnd\tStatus\nPlanning\ta\tb\tAnn\t2025-01-01\t2025-02-01\tdone\n"
      "Implementation\tc\td\tBob\t2025-02-01\t2025-03-01\topen\nLaunch\te\tf\tCid\t2025-03-01\t2025-04-01\topen\n",
      "nearly CJ101" },
    { "project charter",
      "\tPhase 1: Discovery\tPhase 2: Build\tPhase 3: Launch\nGoals\ta\tb\tc\nActivities\td\te\tf\n"
      "Deliverables\tg\th\ti\nTimeline\tj\tk\tl\nOwner\tm\tn\to\n",
      "nearly CJ101" },
    { "project plan, Japanese",
      "フェーズ\t目標\tタスク\t担当者\t開始日\t終了日\t進捗\n要件定義\ta\tb\t佐藤\t1\t2\t完了\n"
      "設計\tc\td\t鈴木\t3\t4\t未着手\n開発\te\tf\t田中\t5\t6\t未着手\n",
      "nearly CJ101" },
    { "issue list",
      "ID\tDate\tIssue\tDescription\tSolution\tOwner\tStatus\tDue Date\n1\t2025-01-01\tLogin fails\tx\ty\tAnn\topen\tz\n"
      "2\t2025-01-02\tSlow\tx\ty\tBob\tclosed\tz\n",
      "CJ101" },
    { "issue list, Japanese",
      "No\t発生日\t課題\t対応策\t担当者\tステータス\t期限\n1\t1/5\t連携エラー\t再設定\t佐藤\t完了\t1/10\n"
      "2\t1/6\t遅い\t調査\t鈴木\t対応中\t1/20\n",
      "CJ101" },
    { "challenges and solutions",
      "Customer\tChallenge\tSolution\tResult\nAcme\tslow\tcache\tfast\nBolt\tcost\tplan\tcheap\n",
      "nearly CJ101" },
    { "invoice",
      "Invoice No\t12\nItem\tQty\tUnit Price\tAmount\nPen\t2\t1\t2\nInk\t1\t5\t5\nTotal\t\t\t7\n",
      "CJ101" },
    { "RACI",
      "Activity\tResponsible\tAccountable\tConsulted\tInformed\nPlan\tAnn\tBob\tCid\tDee\nBuild\tBob\tAnn\tDee\tCid\n",
      "CJ101" },
    { "budget",
      "Channel\tQ1\tQ2\tQ3\tQ4\nGoals\t10\t20\t30\t40\nActions\t1\t2\t3\t4\nKPI\t5\t6\t7\t8\n",
      "CJ101" },
    { "KPI scorecard",
      "KPI\tTarget\tActual\tOwner\tStatus\nChurn\t5%\t6%\tAnn\tred\nNPS\t40\t42\tBob\tgreen\n",
      "CJ101" },
    { "OKR",
      "Objective\tKey Results\tMetric\tTarget\tOwner\tInitiatives\tStatus\nGrow\ta\tb\t10\tAnn\tc\topen\n"
      "Retain\td\te\t20\tBob\tf\topen\n",
      "CJ101" },
    { "user stories",
      "ID\tAs a\tI want\tSo that\tAcceptance Criteria\tPriority\tStory Points\n1\tuser\tlogin\tuse\tok\thigh\t3\n"
      "2\tadmin\treport\tsee\tok\tlow\t5\n",
      "CJ101" },
    { "backlog with goals",
      "ID\tGoal\tUser Story\tPain Point\tPriority\tSize\tSprint\n1\ta\tb\tc\thigh\tM\t1\n2\td\te\tf\tlow\tS\t2\n",
      "CJ101" },
    { "SWOT",
      "Strengths\tWeaknesses\nbrand\tcost\nOpportunities\tThreats\nnew market\trival\n",
      "CJ101" },
    { "risk register",
      "Risk\tImpact\tProbability\tMitigation\tOwner\tStatus\nDelay\thigh\tlow\tbuffer\tAnn\topen\nCost\tlow\thigh\tcap\tBob\topen\n",
      "CJ101" },
    { "marketing plan",
      "Campaign\tGoal\tTactics\tChannel\tKPI\tBudget\tOwner\nSpring\ta\tb\tE-mail\tc\t100\tAnn\nSummer\td\te\tWeb\tf\t200\tBob\n",
      "nearly CJ101" },
    { "persona sheet",
      "名前\t佐藤 美咲\n年齢\t45\n役職\tマーケティング部長\n課題\t集計に時間がかかる\n目標\t自動化する\n行動\t毎朝確認する\n",
      "CJ101" },
    { "persona, two columns",
      "Name\tDana Wells\nRole\tManager\nGoals\tclose fast\nPain Points\tlate data\nBehaviors\treads news\nTouchpoints\te-mail\n",
      "CJ101" },
    { "event log",
      "Date\tPhase\tAction\tOwner\tResult\n2025-01-01\tOnboarding\tcall\tAnn\tok\n2025-01-02\tOnboarding\tmail\tAnn\tok\n"
      "2025-01-03\tOnboarding\tcall\tBob\tok\n2025-01-04\tRenewal\tcall\tBob\tok\n2025-01-05\tRenewal\tmail\tBob\tok\n"
      "2025-01-06\tRenewal\tcall\tBob\tok\n",
      "nearly CJ101" },
    { "test cases",
      "Test Case\tSteps\tExpected Result\tActual Result\tStatus\nlogin\ta\tb\tc\tpass\nlogout\td\te\tf\tfail\n",
      "CJ101" },
    { "lesson plan",
      "Module\tObjectives\tActivities\tResources\tAssessment\nModule 1\ta\tb\tc\td\nModule 2\te\tf\tg\th\nModule 3\ti\tj\tk\tl\n",
      "CJ101" },
    { "risk matrix", "\tLow\tMedium\tHigh\nLikely\t1\t2\t3\nRare\t0\t1\t2\n", "CJ101" },
    { "questionnaire", "質問\t回答\nゴールは何ですか\ta\n課題は何ですか\tb\n行動は\tc\n",
      "CJ101" },
    { "personas",
      "Persona\tRole\tGoals\tPain Points\tBehaviors\nAnn\tCEO\ta\tb\tc\nBob\tCTO\td\te\tf\n",
      "nearly CJ101" },
    { "personas side by side",
      "Attribute\tPrimary User\tSecondary User\nRole\ta\tb\nGoals\tc\td\nPain Points\te\tf\nBehaviors\tg\th\nSuccess Criteria\ti\tj\n",
      "nearly CJ101" },
    { "personas side by side, blank corner",
      "\tPersona A\tPersona B\nName\ta\tb\nRole\ta\tb\nGoals\tc\td\nPain Points\te\tf\nBehaviors\tg\th\n",
      "CJ101" },
    { "engineering steps",
      "STEP\tImplements\tGoal\tTouchpoints\tVerifies\tBlocked by\tArtifact\nSTEP-01\ta\tb\tc\td\te\tf\nSTEP-02\tg\th\ti\tj\tk\tl\n",
      "CJ101" },
    { "onboarding days", "Day\tActivity\tOwner\tExit Criterion\n1\ta\tb\tc\n7\td\te\tf\n",
      "CJ101" },
    { "technologies by stage",
      "Stage\tSystem Actions\tTechnologies\tMetrics\nDiscover\ta\tb\tc\nSetup\td\te\tf\nUse\tg\th\ti\n",
      "nearly CJ101" },
    { "features", "Capability\tMaturity\tAdoption\tPain Points\nA\tx\ty\tz\nB\tx\ty\tz\n",
      "CJ101" },
    { "no header row", "顧客のゴール\ta\tb\n行動\tc\td\n課題\te\tf\n", "nearly CJ102" },
};

Test(refuse, tables)
{
    size_t i;

    for (i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err;
        cj_map *m = make_map(a, refusals[i].text, &err);

        cr_expect(!m, "%s was taken for a map", refusals[i].name);
        if (!m) {
            const char *nearly = err.rc == CJ_ENEARLY ? "nearly " : "";
            cj_str got = cj_str_fmt(a, "%s%s", nearly, err.rule ? err.rule : "no rule");

            cr_expect(err.rc == CJ_ENOMAP || err.rc == CJ_ENEARLY, "%s", refusals[i].name);
            cr_expect(cj_str_eq(got, cj_str_of(refusals[i].says)), "%s: %.*s",
                      refusals[i].name, CJ_ARG(got));
        }
        cj_arena_free(a);
    }
}

/* The commas of sentences part no cells. */
static const struct {
    const char *name, *text;
    bool map;
} texts[] = {
    { "Markdown",
      "# Toolkit\n\nSmall tools for *journey maps*:\n"
      "phases across (Onboarding, Adoption, Expansion, Renewal),\n"
      "elements down (goal, behaviour, thoughts & feelings, pains, touchpoints, definition of success, KPI,\n"
      "countermeasures, owner). `cjlint` says what is missing and what no data supports, by cell, in Japanese\n"
      "or English. `cjcat` shows what was read and how it was understood. `cjtemplate` makes blank maps,\n"
      "`cjfmt` turns a map in any layout into a clean standard one.\n",
      false },
    { "fences",
      "```\nPhase,Onboarding,Renewal\nGoal,a,b\nCustomer Actions,c,d\nPain Points,e,f\n```\n",
      false },
    { "a map typed with blanks behind its commas",
      "Phase, Onboarding, Adoption, Renewal\nGoal, a, b, c\nCustomer Actions, d, e, f\n"
      "Pain Points, g, h, i\nTouchpoints, j, k, l\n",
      true },
    { "sentences in the cells of a map",
      "Phase,Onboarding,Renewal\nGoal,\"first report, alone\",\"results, shown\"\n"
      "Customer Actions,c,d\nPain Points,\"words, figures\",f\n",
      true },
};

Test(refuse, texts_are_no_tables)
{
    cj_read_options how = cj_read_options_default();
    cj_map_options down = { { NULL, 0 }, CJ_PHASES_DOWN, NULL };
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err = { 0 };
        cj_book *book;
        cj_maps maps;
        cj_rc rc;

        cr_assert_eq(
            cj_book_parse(a, cj_str_of(texts[i].text), CJ_STR("x.csv"), &how, &book, &err),
            CJ_OK);
        rc = cj_maps_find(a, book, NULL, &maps, &err);
        cr_expect_eq(rc == CJ_OK, texts[i].map, "%s", texts[i].name);
        cr_expect(texts[i].map ||
                      cj_str_has(cj_err_says(a, &err, CJ_EN), CJ_STR("Markdown")),
                  "%s", texts[i].name);
        cr_expect(i || cj_maps_find(a, book, &down, &maps, &err) == CJ_OK, "insisted");
        cj_arena_free(a);
    }
}
