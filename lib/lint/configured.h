/* configured.h - what a team has settled in cj.ini, as far as rules are concerned. */
#ifndef CJ_LINT_CONFIGURED_H
#define CJ_LINT_CONFIGURED_H

#include "lint/rule.h"

/* select.c: a list of ids, beginnings and names names the rule; every word of it names one. */
bool cj_rules_named(cj_str list, const cj_rule_info *rule);
cj_rc cj_rules_check(cj_str list, cj_err *err);

/* The finding stands where the team wants its rule to be silent. */
bool cj_config_ignores(cj_arena *arena, const cj_map *map, const cj_config *config,
                       const cj_finding *f);
/* Rules, thresholds, departments and phases that the configuration names exist. */
cj_rc cj_lint_config_check(cj_arena *arena, const cj_config *config, cj_err *err);

#endif
