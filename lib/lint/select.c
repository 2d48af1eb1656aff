/* select.c - which rules count, and how much: --select, --ignore, --severity over the profile. */
#include "lint/configured.h"
#include "base/utf8.h"
#include <string.h>

/* How a word of a list names rules. */
typedef enum match { NO_MATCH, BY_PREFIX, BY_NAME } match;

static char up(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

/* "CJ", "CJ6", "tx1": the beginning of an id, at least its letters. */
static bool is_prefix(cj_str word, const char *id)
{
    size_t i;

    if (word.n < 2)
        return false;
    for (i = 0; i < word.n; i++)
        if (!id[i] || up(word.p[i]) != id[i])
            return false;
    return true;
}

static match names(cj_str word, const cj_rule_info *rule)
{
    if (cj_rule_by_name(word) == rule)
        return BY_NAME;
    return is_prefix(word, rule->id) ? BY_PREFIX : NO_MATCH;
}

static bool next_word(cj_str *list, cj_str *word)
{
    while (list->n && cj_str_split(list, ',', word)) {
        *word = cj_str_trim(*word);
        if (word->n)
            return true;
    }
    return false;
}

/* The best way in which a list names the rule. */
static match listed(cj_str list, const cj_rule_info *rule)
{
    match best = NO_MATCH;
    cj_str word;

    while (next_word(&list, &word)) {
        match m = names(word, rule);

        best = m > best ? m : best;
    }
    return best;
}

/* "CJ602=info": splits it; false if there is no "=" or what follows is no severity. */
static bool parse_setting(cj_str setting, cj_str *name, cj_severity *severity)
{
    size_t at = cj_str_find(setting, CJ_STR("="));

    if (at == CJ_NONE)
        return false;
    *name = cj_str_trim(cj_str_cut(setting, 0, at));
    return cj_severity_parse(cj_str_trim(cj_str_from(setting, at + 1)), severity);
}

static bool set_by_option(cj_str list, const cj_rule_info *rule, cj_severity *severity)
{
    bool found = false;
    cj_str setting, name;
    cj_severity s;

    while (next_word(&list, &setting))
        if (parse_setting(setting, &name, &s) && names(name, rule) != NO_MATCH) {
            *severity = s;
            found = true;
        }
    return found;
}

/* A rule that somebody asked for by name: what the next profile makes of it. */
static cj_severity next_profile(const cj_rule_info *rule, unsigned at)
{
    while (at < 2 && rule->severity[at] == CJ_OFF)
        at++;
    return rule->severity[at] != CJ_OFF ? rule->severity[at] : CJ_INFO;
}

/* Of the nearest file that names the rule, the last setting. */
static void set_by_config(const cj_config *config, const cj_rule_info *rule,
                          cj_severity *severity)
{
    cj_str file = { NULL, 0 };
    size_t i;

    for (i = 0; config && i < config->n_severities; i++) {
        const cj_config_severity *s = &config->severities[i];

        if (names(s->rule, rule) == NO_MATCH || (file.p && !cj_str_eq(file, s->at.file)))
            continue;
        file = s->at.file;
        cj_severity_parse(s->level, severity);
    }
}

cj_severity cj_lint_effective(const cj_lint_options *options, const cj_rule_info *rule,
                              cj_profile profile)
{
    unsigned at = profile == CJ_DRAFT ? 0 : profile == CJ_OPERATIONAL ? 2 : 1;
    cj_severity severity = rule->severity[at];
    match selected = options->select.n ? listed(options->select, rule) : BY_PREFIX;

    if (selected == NO_MATCH || listed(options->ignore, rule) != NO_MATCH)
        return CJ_OFF;
    if (selected == BY_NAME && severity == CJ_OFF)
        severity = next_profile(rule, at);
    set_by_config(options->config, rule, &severity);
    set_by_option(options->severity, rule, &severity);
    return severity < options->min_severity ? CJ_OFF : severity;
}

bool cj_rules_named(cj_str list, const cj_rule_info *rule)
{
    return listed(list, rule) != NO_MATCH;
}

static bool names_any(cj_str word)
{
    size_t i;

    for (i = 0; i < cj_rule_count(); i++)
        if (names(word, cj_rule_at(i)) != NO_MATCH)
            return true;
    return false;
}

static cj_rc unknown_rule(cj_err *err, cj_str word)
{
    static const cj_text plain = {
        "\"{0}\" is not a rule. `cjlint --list-rules` lists them all.",
        "「{0}」というルールはありません。`cjlint --list-rules` で一覧を確認してください。"
    };
    static const cj_text near = {
        "\"{0}\" is not a rule; did you mean \"{1}\"? `cjlint --list-rules` lists them "
        "all.",
        "「{0}」というルールはありません。「{1}」のことでしょうか。"
        "`cjlint --list-rules` で一覧を確認できます。"
    };
    const char *closest = cj_rule_closest(word);

    return cj_fail(err, CJ_EUSAGE, closest ? near : plain, word, cj_str_of(closest));
}

cj_rc cj_rules_check(cj_str list, cj_err *err)
{
    cj_str word;

    while (next_word(&list, &word))
        if (!names_any(word))
            return unknown_rule(err, word);
    return CJ_OK;
}

static cj_rc check_settings(cj_str list, cj_err *err)
{
    static const cj_text shape = {
        "Write a rule and its severity as CJ602=info (off, info, warning or error), not "
        "\"{0}\".",
        "重大度は CJ602=info のように書いてください（off、info、warning、error "
        "のいずれか）。"
        "「{0}」は読み取れません。"
    };
    cj_str setting, name;
    cj_severity severity;

    while (next_word(&list, &setting)) {
        if (!parse_setting(setting, &name, &severity))
            return cj_fail(err, CJ_EUSAGE, shape, setting, CJ_STR(""));
        if (!names_any(name))
            return unknown_rule(err, name);
    }
    return CJ_OK;
}

cj_rc cj_lint_options_check(cj_arena *arena, const cj_lint_options *options, cj_err *err)
{
    cj_rc rc = cj_rules_check(options->select, err);

    if (rc == CJ_OK)
        rc = cj_rules_check(options->ignore, err);
    if (rc == CJ_OK)
        rc = check_settings(options->severity, err);
    if (rc == CJ_OK && options->config)
        rc = cj_lint_config_check(arena, options->config, err);
    return rc;
}
