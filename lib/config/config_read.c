/* config_read.c - what the settings of a cj.ini mean. */
#include "config/join.h"
#include "base/number.h"
#include "base/utf8.h"

enum { MAX_SETTINGS = 10000 }; /* each is compared with those before it */

/* A file being joined to a configuration. */
typedef struct reading {
    cj_arena *arena;
    cj_config *config;
    size_t first; /* the settings of this file begin here */
    bool root;
    cj_err *err;
} reading;

static cj_rc refuse(const reading *r, const cj_config_setting *s, cj_text says, cj_str a,
                    cj_str b)
{
    cj_fail(r->err, CJ_EUSAGE, says, a, b);
    if (r->err)
        r->err->at = s->at;
    return CJ_EUSAGE;
}

/* "x" is no …; did you mean "y"? */
static cj_rc unknown(const reading *r, const cj_config_setting *s, cj_str given,
                     const char *const *names, size_t n, const cj_text says[2])
{
    const char *near = cj_closest(given, names, n);
    cj_str list = CJ_STR("");
    size_t i;

    for (i = 0; !near && i < n; i++)
        list = cj_str_fmt(r->arena, CJ_FMT "%s%s", CJ_ARG(list), i ? ", " : "", names[i]);
    return refuse(r, s, says[near != NULL], given, near ? cj_str_of(near) : list);
}

/* Which of the words a value is; a value that is none of them is refused. */
static cj_rc choose(const reading *r, const cj_config_setting *s, const char *const *words,
                    size_t n, size_t *out)
{
    static const cj_text says[2] = {
        { "the value cannot be \"{0}\"; it is one of: {1}",
          "値に「{0}」は指定できません（指定できる値: {1}）。" },
        { "the value cannot be \"{0}\"; did you mean \"{1}\"?",
          "値に「{0}」は指定できません。「{1}」のことでしょうか。" },
    };
    cj_str value = cj_utf8_fold(r->arena, s->value);

    for (*out = 0; *out < n; ++*out)
        if (cj_str_eq(value, cj_str_of(words[*out])))
            return CJ_OK;
    return unknown(r, s, s->value, words, n, says);
}

/* ---- the settings in front of the first section ----------------------------------------------- */

static cj_rc read_profile(reading *r, const cj_config_setting *s)
{
    static const char *const words[] = { "draft", "v1", "operational" };
    size_t i;
    cj_rc rc = choose(r, s, words, 3, &i);

    if (rc == CJ_OK && s->holds)
        r->config->profile = cj_str_of(words[i]);
    return rc;
}

static cj_rc read_lang(reading *r, const cj_config_setting *s)
{
    static const char *const words[] = { "ja", "en" };
    size_t i;
    cj_rc rc = choose(r, s, words, 2, &i);

    if (rc == CJ_OK && s->holds)
        r->config->lang = i ? CJ_EN : CJ_JA;
    return rc;
}

static cj_rc read_evidence(reading *r, const cj_config_setting *s)
{
    static const char *const words[] = { "map", "external" };
    size_t i;
    cj_rc rc = choose(r, s, words, 2, &i);

    if (rc == CJ_OK && s->holds)
        r->config->evidence_external = i == 1;
    return rc;
}

static cj_rc read_yes(reading *r, const cj_config_setting *s, bool *out)
{
    static const char *const words[] = {
        "no", "false", "off", "0", "yes", "true", "on", "1"
    };
    size_t i;
    cj_rc rc = choose(r, s, words, 8, &i);

    if (rc == CJ_OK && s->holds)
        *out = i > 3;
    return rc;
}

static cj_rc read_events(reading *r, const cj_config_setting *s)
{
    return read_yes(r, s, &r->config->allow_event_success);
}

/* Its own file's business alone. */
static cj_rc read_root(reading *r, const cj_config_setting *s)
{
    cj_config_setting own = *s;

    own.holds = true;
    return read_yes(r, &own, &r->root);
}

static cj_rc read_fiscal_start(reading *r, const cj_config_setting *s)
{
    static const cj_text says = {
        "the fiscal year begins in a month from 1 to 12, not in \"{0}\"",
        "年度の始まりの月は1〜12の数字で書いてください（「{0}」は使えません）。"
    };
    cj_str value = cj_utf8_fold(r->arena, s->value);
    double month;

    if (cj_str_ends(value, CJ_STR("月")))
        value.n -= 3;
    if (!cj_number_parse(value, &month) || month < 1 || month > 12 ||
        month != (double)(int)month)
        return refuse(r, s, says, s->value, cj_str_of(NULL));
    if (s->holds)
        r->config->fiscal_start = (unsigned)month;
    return CJ_OK;
}

static cj_rc read_phase_order(reading *r, const cj_config_setting *s)
{
    cj_config *c = r->config;
    cj_str rest = s->value, one;

    while (s->holds && cj_ini_list(&rest, &one)) {
        CJ_ROOM(r->arena, c->phase_order, c->n_phase_order, c->cap_phase_order);
        c->phase_order[c->n_phase_order++] = one;
        c->order_at = s->at;
    }
    return CJ_OK;
}

static cj_str word_off(cj_str *rest)
{
    cj_str word = cj_ini_piece(rest, cj_utf8_space);

    *rest = cj_utf8_trim(*rest);
    return word;
}

/* 更新期/成功の定義, or in quotes where a name holds a blank; * is any. */
static bool read_place(cj_str word, cj_config_ignore *out)
{
    size_t slash;

    if (word.n > 1 && *word.p == '"' && cj_str_ends(word, CJ_STR("\"")))
        word = cj_str_cut(word, 1, word.n - 2);
    slash = cj_str_find(word, CJ_STR("/"));
    if (slash == CJ_NONE)
        return false;
    out->phase = cj_utf8_trim(cj_str_cut(word, 0, slash));
    out->element = cj_utf8_trim(cj_str_from(word, slash + 1));
    if (cj_str_eq(out->phase, CJ_STR("*")))
        out->phase.n = 0;
    if (cj_str_eq(out->element, CJ_STR("*")))
        out->element.n = 0;
    return true;
}

/* ignore = CJ602,CJ603 更新期/成功の定義 the reason */
static cj_rc read_ignore(reading *r, const cj_config_setting *s)
{
    static const cj_text says = {
        "write the rule, then where, then why: ignore = CJ602 Renewal/success the decision "
        "is the success",
        "「ignore = CJ602 更新期/成功の定義 理由」のように、ルール・場所・理由の順に書いてください。"
    };
    cj_config *c = r->config;
    cj_config_ignore one = { .at = s->at };
    cj_str rest = s->value, word;

    one.rules = word_off(&rest);
    if (!one.rules.n)
        return refuse(r, s, says, cj_str_of(NULL), cj_str_of(NULL));
    one.reason = rest;
    word = word_off(&rest);
    if (word.n && read_place(word, &one))
        one.reason = rest;
    CJ_ROOM(r->arena, c->ignores, c->n_ignores, c->cap_ignores);
    c->ignores[c->n_ignores++] = one;
    return CJ_OK;
}

static const struct setting {
    const char *key;
    bool several; /* may stand more than once */
    cj_rc (*read)(reading *r, const cj_config_setting *s);
} settings[] = {
    { "root", false, read_root },
    { "profile", false, read_profile },
    { "lang", false, read_lang },
    { "fiscal_start", false, read_fiscal_start },
    { "evidence", false, read_evidence },
    { "allow_event_success", false, read_events },
    { "phase_order", false, read_phase_order },
    { "ignore", true, read_ignore },
};
enum { N_SETTINGS = sizeof settings / sizeof *settings };

static cj_rc read_general(reading *r, const cj_config_setting *s)
{
    static const cj_text says[2] = {
        { "there is no setting \"{0}\"; there are: {1}",
          "設定「{0}」はありません（使える設定: {1}）。" },
        { "there is no setting \"{0}\"; did you mean \"{1}\"?",
          "設定「{0}」はありません。「{1}」のことでしょうか。" },
    };
    const char *names[N_SETTINGS];
    size_t i;

    for (i = 0; i < N_SETTINGS; i++) {
        if (cj_str_eq(s->key, cj_str_of(settings[i].key)))
            return settings[i].read(r, s);
        names[i] = settings[i].key;
    }
    return unknown(r, s, s->key, names, N_SETTINGS, says);
}

/* ---- the sections ------------------------------------------------------------------------------ */

static cj_rc read_label(reading *r, const cj_config_setting *s)
{
    static const char *const elements[] = {
#define CJ_ELEMENT(name, id, kind, fact, need, merge) id,
#include <cj/elements.def>
#undef CJ_ELEMENT
    };
    static const cj_text says[2] = {
        { "there is no element \"{0}\"; there are: {1}",
          "項目「{0}」はありません（使える項目: {1}）。" },
        { "there is no element \"{0}\"; did you mean \"{1}\"?",
          "項目「{0}」はありません。「{1}」のことでしょうか。" },
    };
    enum { N = sizeof elements / sizeof *elements };
    cj_config *c = r->config;
    cj_str rest = s->value, one;
    size_t i = 0;

    while (i < N && !cj_str_eq(s->key, cj_str_of(elements[i])))
        i++;
    if (i == N)
        return unknown(r, s, s->key, elements, N, says);
    while (cj_ini_list(&rest, &one)) {
        CJ_ROOM(r->arena, c->labels, c->n_labels, c->cap_labels);
        c->labels[c->n_labels++] = (cj_config_label){ s->key, one, s->at };
    }
    return CJ_OK;
}

static cj_rc read_department(reading *r, const cj_config_setting *s)
{
    cj_config *c = r->config;
    cj_str id = cj_str_eq(s->key, CJ_STR("other")) ? CJ_STR("") : s->key;
    cj_str rest = s->value, one;

    while (cj_ini_list(&rest, &one)) {
        CJ_ROOM(r->arena, c->departments, c->n_departments, c->cap_departments);
        c->departments[c->n_departments++] = (cj_config_department){ id, one, s->at };
    }
    return CJ_OK;
}

static cj_rc read_threshold(reading *r, const cj_config_setting *s)
{
    static const cj_text says = {
        "the threshold is a number above 0, not \"{0}\"",
        "しきい値は0より大きい数字で書いてください（「{0}」は使えません）。"
    };
    cj_config *c = r->config;
    double value;

    if (!cj_number_parse(cj_utf8_fold(r->arena, s->value), &value) || value <= 0)
        return refuse(r, s, says, s->value, cj_str_of(NULL));
    if (!s->holds)
        return CJ_OK;
    CJ_ROOM(r->arena, c->thresholds, c->n_thresholds, c->cap_thresholds);
    c->thresholds[c->n_thresholds++] = (cj_config_number){ s->key, value, s->at };
    return CJ_OK;
}

static cj_rc read_severity(reading *r, const cj_config_setting *s)
{
    static const char *const words[] = { "off", "info", "warning", "error" };
    cj_config *c = r->config;
    size_t i;
    cj_rc rc = choose(r, s, words, 4, &i);

    if (rc != CJ_OK || !s->holds)
        return rc;
    CJ_ROOM(r->arena, c->severities, c->n_severities, c->cap_severities);
    c->severities[c->n_severities++] =
        (cj_config_severity){ s->key, cj_str_of(words[i]), s->at };
    return CJ_OK;
}

static const struct section {
    const char *name;
    bool several;
    cj_rc (*read)(reading *r, const cj_config_setting *s);
} sections[] = {
    { "labels", true, read_label },
    { "departments", true, read_department },
    { "thresholds", false, read_threshold },
    { "severity", false, read_severity },
};
enum { N_SECTIONS = sizeof sections / sizeof *sections };

static cj_rc unknown_section(reading *r, const cj_config_setting *s)
{
    static const cj_text says[2] = {
        { "there is no section [{0}]; there are: {1}",
          "セクション [{0}] はありません（使えるセクション: {1}）。" },
        { "there is no section [{0}]; did you mean [{1}]?",
          "セクション [{0}] はありません。[{1}] のことでしょうか。" },
    };
    const char *names[N_SECTIONS];
    size_t i;

    for (i = 0; i < N_SECTIONS; i++)
        names[i] = sections[i].name;
    return unknown(r, s, s->section, names, N_SECTIONS, says);
}

/* ---- a file ------------------------------------------------------------------------------------- */

static bool may_repeat(const cj_config_setting *s)
{
    size_t i;

    for (i = 0; i < N_SECTIONS; i++)
        if (cj_str_eq(s->section, cj_str_of(sections[i].name)))
            return sections[i].several;
    for (i = 0; i < N_SETTINGS; i++)
        if (cj_str_eq(s->key, cj_str_of(settings[i].key)))
            return settings[i].several;
    return false;
}

/* A nearer file that says the same thing holds; the same file may say it once. */
static cj_rc compare(const reading *r, cj_config_setting *s)
{
    static const cj_text twice = { "\"{0}\" is set twice, here and in line {1}",
                                   "「{0}」が2回設定されています（{1}行目とこの行）。" };
    size_t i;

    for (i = 0; i < r->config->n_settings && !may_repeat(s); i++) {
        const cj_config_setting *t = &r->config->settings[i];

        if (!cj_str_eq(s->key, t->key) || !cj_str_eq(s->section, t->section))
            continue;
        if (i >= r->first)
            return refuse(r, s, twice, s->key, cj_str_fmt(r->arena, "%u", t->at.row));
        s->holds = false;
    }
    return CJ_OK;
}

static cj_rc take(reading *r, cj_config_setting *s)
{
    static const cj_text many = { "there are more than 10,000 settings",
                                  "設定が多すぎます（1万件を超えています）。" };
    cj_config *c = r->config;
    cj_rc rc = c->n_settings < MAX_SETTINGS
                   ? compare(r, s)
                   : refuse(r, s, many, cj_str_of(NULL), cj_str_of(NULL));
    size_t i;

    if (rc != CJ_OK)
        return rc;
    if (!s->section.n)
        rc = read_general(r, s);
    for (i = 0; s->section.n && i < N_SECTIONS; i++)
        if (cj_str_eq(s->section, cj_str_of(sections[i].name)))
            break;
    if (s->section.n)
        rc = i < N_SECTIONS ? sections[i].read(r, s) : unknown_section(r, s);
    CJ_ROOM(r->arena, c->settings, c->n_settings, c->cap_settings);
    c->settings[c->n_settings++] = *s;
    return rc;
}

cj_rc cj_config_take(cj_arena *arena, cj_ini *in, cj_config *config, bool *root,
                     cj_err *err)
{
    reading r = { arena, config, config->n_settings, false, err };
    cj_config_setting s;
    bool more = true;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && more) {
        rc = cj_ini_next(in, &s, &more, err);
        if (rc == CJ_OK && more)
            rc = take(&r, &s);
    }
    CJ_ROOM(arena, config->files, config->n_files, config->cap_files);
    config->files[config->n_files++] = in->at.file;
    *root = r.root;
    return rc;
}

cj_rc cj_config_join(cj_arena *arena, const char *path, cj_config *config, bool *root,
                     cj_err *err)
{
    cj_ini in;
    cj_rc rc = cj_ini_open(arena, path, &in, err);

    return rc == CJ_OK ? cj_config_take(arena, &in, config, root, err) : rc;
}

cj_rc cj_config_read(cj_arena *arena, const char *path, cj_config *config, cj_err *err)
{
    bool root;

    return cj_config_join(arena, path, config, &root, err);
}
