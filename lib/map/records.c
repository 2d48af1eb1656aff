/* records.c - what the records of sections mean: evidence, KPIs, actions, history. */
#include <cj/map.h>

const char *cj_evtype_name(cj_evtype type)
{
    static const char *const names[] = { "",        "interview", "survey",
                                         "meeting", "usage",     "support",
                                         "nps",     "review",    "observation",
                                         "crm",     "internal" };

    return names[type];
}

const char *cj_status_name(cj_status status)
{
    static const char *const names[] = { "",     "",        "planned", "doing",
                                         "done", "stopped", "hold" };

    return names[status];
}
