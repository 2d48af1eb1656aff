/* settings.c - what holds for a map, and which file set it: --show-config. */
#include "report/findings.h"
#include "base/number.h"
#include <string.h>

enum { COLUMNS = 3, GENERAL = 6 };

typedef struct telling {
    cj_arena *arena;
    cj_report *report;
    const cj_config *config;
    cj_table *table;
    size_t row;
    cj_fact *list;
} telling;

/* Settings in front of the first section that a file may leave open, and what holds then. */
static const struct open_setting {
    const char *key;
    cj_text by_itself;
} general[GENERAL] = {
    { "profile", { "v1, unless the map says", "v1（マップの「成熟度」が優先）" } },
    { "lang", { "the locale, else that of the map", "ロケール、なければマップの言語" } },
    { "fiscal_start", { "1", "1" } },
    { "evidence", { "map", "map" } },
    { "allow_event_success", { "no", "no" } },
    { "phase_order", { "", "" } }, /* the phases as the model has them */
};

static void add_fact(const telling *t, cj_str section, cj_str key, cj_str value, cj_pos at)
{
    cj_fact *f = cj_fact_add_object(t->arena, t->list, NULL);

    if (section.n)
        cj_fact_add_text(t->arena, f, "section", section);
    else
        cj_fact_add_null(t->arena, f, "section");
    cj_fact_add_text(t->arena, f, "key", key);
    cj_fact_add_text(t->arena, f, "value", value);
    if (at.file.n) {
        cj_fact_add_text(t->arena, f, "file", at.file);
        cj_fact_add_integer(t->arena, f, "line", at.row);
    } else {
        cj_fact_add_null(t->arena, f, "file");
        cj_fact_add_null(t->arena, f, "line");
    }
}

static void add(telling *t, cj_str section, cj_str key, cj_str value, cj_pos at)
{
    static const cj_text by_itself = { "(built in)", "（既定）" };
    cj_str *row = &t->table->cell[COLUMNS * ++t->row];

    row[0] = section.n ? cj_str_fmt(t->arena, "[" CJ_FMT "] " CJ_FMT, CJ_ARG(section),
                                    CJ_ARG(key))
                       : key;
    row[1] = value;
    row[2] = at.file.n ? cj_str_fmt(t->arena, CJ_FMT ":%u", CJ_ARG(at.file), at.row)
                       : cj_str_of(cj_text_in(by_itself, t->report->lang));
    add_fact(t, section, key, value, at);
}

static const cj_config_setting *set(const telling *t, const char *section, const char *key)
{
    size_t i;

    for (i = 0; i < t->config->n_settings; i++) {
        const cj_config_setting *s = &t->config->settings[i];

        if (s->holds && cj_str_eq(s->section, cj_str_of(section)) &&
            cj_str_eq(s->key, cj_str_of(key)))
            return s;
    }
    return NULL;
}

/* In the order in which a customer passes through them; whoever leaves has no place in it. */
static cj_str all_phases(const telling *t)
{
    cj_str all = CJ_STR("");
    int id;

    for (id = CJ_PHASE_OTHER + 1; id < CJ_PHASE_OFFBOARDING; id++)
        all = cj_str_fmt(t->arena, CJ_FMT "%s%s", CJ_ARG(all), all.n ? ", " : "",
                         cj_phase_id_name((cj_phase_id)id));
    return all;
}

static void add_general(telling *t)
{
    static const cj_pos nowhere = { { NULL, 0 }, { NULL, 0 }, 0, 0 };
    size_t i;

    for (i = 0; i < GENERAL; i++) {
        const cj_config_setting *s = set(t, "", general[i].key);
        const char *open = cj_text_in(general[i].by_itself, t->report->lang);

        add(t, CJ_STR(""), cj_str_of(general[i].key),
            s       ? s->value
            : *open ? cj_str_of(open)
                    : all_phases(t),
            s ? s->at : nowhere);
    }
}

/* Lists: every line of every file counts. */
static void add_lists(telling *t)
{
    size_t i;

    for (i = 0; i < t->config->n_settings; i++) {
        const cj_config_setting *s = &t->config->settings[i];
        bool ignore = !s->section.n && cj_str_eq(s->key, CJ_STR("ignore"));

        if (s->holds &&
            (ignore || (s->section.n && !cj_str_eq(s->section, CJ_STR("thresholds")))))
            add(t, s->section, s->key, s->value, s->at);
    }
}

static bool told(size_t rule, size_t param)
{
    const char *name = cj_rule_at(rule)->param[param].name;
    size_t i, p;

    for (i = 0; i <= rule; i++)
        for (p = 0; p < CJ_MAX_PARAMS && cj_rule_at(i)->param[p].name; p++) {
            if (i == rule && p == param)
                return false;
            if (!strcmp(cj_rule_at(i)->param[p].name, name))
                return true;
        }
    return false;
}

/* What the rules ask for, each name once. */
static void add_thresholds(telling *t)
{
    static const cj_pos nowhere = { { NULL, 0 }, { NULL, 0 }, 0, 0 };
    size_t i, p;

    for (i = 0; i < cj_rule_count(); i++)
        for (p = 0; p < CJ_MAX_PARAMS && cj_rule_at(i)->param[p].name; p++) {
            const cj_param *param = &cj_rule_at(i)->param[p];
            const cj_config_setting *s = set(t, "thresholds", param->name);

            if (!told(i, p))
                add(t, CJ_STR("thresholds"), cj_str_of(param->name),
                    s ? s->value : cj_number_text(t->arena, param->value),
                    s ? s->at : nowhere);
        }
}

cj_report *cj_settings_report(cj_arena *arena, cj_lang lang, const cj_config *config)
{
    static const cj_text heads[COLUMNS] = { { "Setting", "設定" },
                                            { "Value", "値" },
                                            { "Set by", "設定元" } };
    telling t = { arena, cj_report_new(arena, lang), config, NULL, 0, NULL };
    size_t most = 1 + GENERAL + config->n_settings + cj_rule_count() * CJ_MAX_PARAMS, i;
    cj_fact *files;

    cj_fact_add_integer(arena, t.report->facts, "format", 1);
    files = cj_fact_add_list(arena, t.report->facts, "files");
    for (i = 0; i < config->n_files; i++)
        cj_fact_add_text(arena, files, NULL, config->files[i]);
    t.list = cj_fact_add_list(arena, t.report->facts, "settings");
    t.table = cj_report_table(arena, t.report, most, COLUMNS);
    t.table->header_row = t.table->plain = true;
    for (i = 0; i < COLUMNS; i++)
        t.table->cell[i] = cj_str_of(cj_text_in(heads[i], lang));
    add_general(&t);
    add_lists(&t);
    add_thresholds(&t);
    t.table->n_rows = t.row + 1;
    return t.report;
}
