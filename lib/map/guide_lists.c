/* guide_lists.c - the words that people choose from in lists, and where. */
#include <cj/guide.h>
#include <string.h>

enum { MOST = 3 };

/* Words that the vocabulary has stand in labels.tsv and nowhere else. */
static const cj_text words[CJ_N_LISTS][MOST] = {
    [CJ_LIST_DIRECTION] = { { "higher", "高い" }, { "lower", "低い" } },
    [CJ_LIST_HISTORY] = { { "new", "新規" },
                          { "quarterly review", "四半期レビュー" },
                          { "ad hoc", "臨時" } },
    [CJ_LIST_PRIORITY] = { { "High", "高" }, { "Medium", "中" }, { "Low", "低" } },
    [CJ_LIST_DECISION] = { { "continue", "継続" },
                           { "change", "変更" },
                           { "stop", "中止" } },
    [CJ_LIST_FREQUENCY] = { { "weekly", "週次" },
                            { "monthly", "月次" },
                            { "quarterly", "四半期" } },
    [CJ_LIST_MATURITY] = { { "draft", "下書き" },
                           { "v1", "初版" },
                           { "operational", "運用" } },
};

size_t cj_list_count(cj_list list)
{
    size_t n = 0;

    if (list == CJ_LIST_EVTYPE)
        return CJ_N_EVTYPES - CJ_EVTYPE_INTERVIEW;
    if (list == CJ_LIST_STATUS)
        return CJ_N_STATUSES - CJ_STATUS_PLANNED;
    while (n < MOST && words[list][n].en)
        n++;
    return n;
}

cj_text cj_list_word(cj_list list, size_t i)
{
    if (list == CJ_LIST_EVTYPE)
        return cj_evtype_label((cj_evtype)(CJ_EVTYPE_INTERVIEW + i));
    if (list == CJ_LIST_STATUS)
        return cj_status_label((cj_status)(CJ_STATUS_PLANNED + i));
    return words[list][i];
}

cj_list cj_meta_list(cj_meta_id id)
{
    return id == CJ_META_MATURITY ? CJ_LIST_MATURITY : CJ_LIST_NONE;
}

cj_list cj_column_list(cj_section_kind kind, const char *field)
{
    static const struct {
        cj_section_kind kind;
        const char *field;
        cj_list list;
    } columns[] = {
        { CJ_SECTION_EVIDENCE, "type", CJ_LIST_EVTYPE },
        { CJ_SECTION_KPI, "phase", CJ_LIST_PHASE },
        { CJ_SECTION_KPI, "direction", CJ_LIST_DIRECTION },
        { CJ_SECTION_KPI, "owner", CJ_LIST_OWNER },
        { CJ_SECTION_KPI, "frequency", CJ_LIST_FREQUENCY },
        { CJ_SECTION_ACTIONS, "phase", CJ_LIST_PHASE },
        { CJ_SECTION_ACTIONS, "owner", CJ_LIST_OWNER },
        { CJ_SECTION_ACTIONS, "priority", CJ_LIST_PRIORITY },
        { CJ_SECTION_ACTIONS, "status", CJ_LIST_STATUS },
        { CJ_SECTION_ACTIONS, "decision", CJ_LIST_DECISION },
        { CJ_SECTION_HISTORY, "kind", CJ_LIST_HISTORY },
    };
    size_t i;

    for (i = 0; field && i < sizeof columns / sizeof *columns; i++)
        if (columns[i].kind == kind && strcmp(columns[i].field, field) == 0)
            return columns[i].list;
    return CJ_LIST_NONE;
}
