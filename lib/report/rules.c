/* rules.c - the catalogue as reports: all rules as a table, one rule with its examples. */
#include "report/findings.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

typedef struct telling {
    cj_arena *arena;
    cj_report *report;
    cj_lang lang;
    const cj_lint_options *options;
} telling;

static const char *in(const telling *t, cj_text text)
{
    return cj_text_in(text, t->lang);
}

static cj_severity effective(const telling *t, const cj_rule_info *rule)
{
    return cj_lint_effective(t->options, rule, t->options->profile);
}

/* What a placeholder stands for outside of any map; "…" in a message, which quotes it. */
static const char *in_general(const telling *t, cj_str name, bool named)
{
    enum { ALWAYS = 3 }; /* the first that is no quotation */
    static const struct {
        cj_str name;
        cj_text stands_for;
    } words[] = {
        { CJ_LIT("cell"), { "the cell", "該当のセル" } },
        { CJ_LIT("element"), { "the row's name", "項目名" } },
        { CJ_LIT("phase"), { "the phase", "フェーズ" } },
        { CJ_LIT("row"), { "row", "行" } },
        { CJ_LIT("column"), { "column", "列" } },
        { CJ_LIT("beside"), { "under", "下" } },
    };
    size_t i;

    for (i = named ? 0 : ALWAYS; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(name, words[i].name))
            return in(t, words[i].stands_for);
    return "…";
}

static cj_str without_map(const telling *t, cj_text text, bool named)
{
    cj_str rest = cj_str_of(in(t, text));
    cj_buf b;

    cj_buf_init(&b, t->arena);
    while (rest.n) {
        size_t open = cj_str_find(rest, CJ_STR("{")),
               close = cj_str_find(rest, CJ_STR("}"));

        if (open == CJ_NONE || close == CJ_NONE || close < open) {
            cj_buf_add(&b, rest);
            break;
        }
        cj_buf_add(&b, cj_str_cut(rest, 0, open));
        cj_buf_z(&b, in_general(t, cj_str_cut(rest, open + 1, close - open - 1), named));
        rest = cj_str_from(rest, close + 1);
        if (named && t->lang == CJ_JA && rest.n && *rest.p == ' ')
            rest = cj_str_from(rest, 1); /* it parted "C8" from Japanese */
    }
    return cj_buf_str(&b);
}

/* ---- facts ---------------------------------------------------------------------------------- */

static void add_facts(const telling *t, cj_fact *into, const cj_rule_info *rule)
{
    static const char *const profiles[] = { "draft", "v1", "operational" };
    cj_fact *severity;
    size_t i;

    cj_fact_add_z(t->arena, into, "id", rule->id);
    cj_fact_add_z(t->arena, into, "name", rule->name);
    severity = cj_fact_add_object(t->arena, into, "severity");
    for (i = 0; i < 3; i++)
        cj_fact_add_z(t->arena, severity, profiles[i], cj_severity_name(rule->severity[i]));
    cj_fact_add_z(t->arena, severity, "effective", cj_severity_name(effective(t, rule)));
    cj_fact_add_z(t->arena, into, "fix", cj_fix_name(rule->fix));
    cj_fact_add_integer(t->arena, into, "step", rule->step);
    cj_fact_add_z(t->arena, into, "source", rule->source);
    cj_fact_add_z(t->arena, into, "message", in(t, rule->says));
}

/* ---- the list ------------------------------------------------------------------------------- */

cj_report *cj_rules_report(cj_arena *arena, cj_lang lang, const cj_lint_options *options)
{
    static const cj_text heads[] = { { "Rule", "ルール" },      { "Name", "名前" },
                                     { "draft", "下書き" },     { "v1", "初版" },
                                     { "operational", "運用" }, { "Says", "内容" } };
    enum { COLUMNS = sizeof heads / sizeof *heads };
    telling t = { arena, cj_report_new(arena, lang), lang, options };
    cj_table *table = cj_report_table(arena, t.report, cj_rule_count() + 1, COLUMNS);
    cj_fact *list;
    size_t i, c;

    cj_fact_add_integer(arena, t.report->facts, "format", 1);
    list = cj_fact_add_list(arena, t.report->facts, "rules");
    table->header_row = true;
    table->plain = true;
    for (c = 0; c < COLUMNS; c++)
        table->cell[c] = cj_str_of(in(&t, heads[c]));
    for (i = 0; i < cj_rule_count(); i++) {
        const cj_rule_info *rule = cj_rule_at(i);
        cj_str *row = &table->cell[(i + 1) * COLUMNS];

        row[0] = cj_str_of(rule->id);
        row[1] = cj_str_of(rule->name);
        for (c = 0; c < 3; c++)
            row[2 + c] = rule->severity[c] ? cj_severity_words(rule->severity[c], lang)
                                           : CJ_STR("-");
        row[5] = without_map(&t, rule->says, false);
        add_facts(&t, cj_fact_add_object(arena, list, NULL), rule);
    }
    return t.report;
}

/* ---- one rule ------------------------------------------------------------------------------- */

/* Spaces and characters that nobody sees, where an example is about them. */
static cj_str visible(cj_arena *arena, cj_str text)
{
    bool edge, after_edge = true;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (text.n) {
        uint32_t cp = cj_utf8_next(&text);

        edge = after_edge || !text.n || *text.p == '\n';

        if (cp == '\\' && text.n && *text.p == 'n') { /* examples may spell it out */
            cp = '\n';
            text = cj_str_from(text, 1);
        }
        if (cp == '\n')
            cj_buf_z(&b, " / ");
        else if (cp == ' ' && edge)
            cj_buf_z(&b, "␣");
        else if (cp < 0x20 || (cp != 0xfe0f && cp != 0x200d && cj_utf8_invisible(cp)) ||
                 (edge && cj_utf8_space(cp)))
            cj_buf_fmt(&b, "<U+%04X>", (unsigned)cp);
        else
            cj_utf8_put(&b, cp);
        after_edge = cp == '\n' || (after_edge && cj_utf8_space(cp));
    }
    return cj_buf_str(&b);
}

/* A lone item without the bullet it has in the cell: the list has bullets of its own. */
static cj_str without_bullet(cj_str text)
{
    if (cj_str_has(text, CJ_STR("\n")))
        return text;
    if (cj_str_starts(text, CJ_STR("- ")))
        return cj_str_from(text, 2);
    return cj_str_starts(text, CJ_STR("・")) ? cj_str_from(text, CJ_STR("・").n) : text;
}

/* An edit that is no text of a cell, in words: "!hide 22:22" -> row 22 is hidden. */
static cj_str special_shown(const telling *t, cj_str edit)
{
    static const struct {
        cj_str word;
        cj_text says;
    } words[] = {
        { CJ_LIT("!merge"), { "{0} is one merged cell", "{0} を結合したセル" } },
        { CJ_LIT("!hide"), { "{0} is hidden", "{0} が非表示" } },
        { CJ_LIT("!note"), { "note at {0}: {1}", "{0} のメモ: {1}" } },
        { CJ_LIT("!error"), { "{1}", "{1}" } },
        { CJ_LIT("!encoding"), { "a CSV saved as {0}", "{0} で保存したCSV" } },
        { CJ_LIT("!ragged"), { "a field too many at {0}", "{0} に余分な列がある行" } },
        { CJ_LIT("!name"), { "the sheet \"{0}\"", "シート「{0}」" } },
        { CJ_LIT("!copy"), { "beside it the sheet \"{0}\"", "もう1枚のシート「{0}」" } },
        { CJ_LIT("!sheet"), { "beside it the sheet \"{0}\"", "もう1枚のシート「{0}」" } },
    };
    cj_str word = cj_str_cut(edit, 0, cj_str_find(edit, CJ_STR(" ")));
    cj_str rest = cj_str_from(edit, word.n + 1), first = rest;
    bool two = cj_str_eq(word, CJ_STR("!note")) || cj_str_eq(word, CJ_STR("!error"));
    size_t i;

    if (two)
        first = cj_str_cut(rest, 0, cj_str_find(rest, CJ_STR(" ")));
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(word, words[i].word))
            return cj_words(t->arena, t->lang, words[i].says, first,
                            visible(t->arena, cj_str_from(rest, first.n + 1)), CJ_STR(""));
    return edit;
}

static cj_str text_shown(const telling *t, cj_str text)
{
    static const cj_text empty = { "(empty)", "（空）" };

    return text.n ? visible(t->arena, without_bullet(text)) : cj_str_of(in(t, empty));
}

/* "C27=text ;; D3=": the texts alone; of several, each with its cell. */
static cj_str edits_shown(const telling *t, cj_str edits)
{
    cj_str sep = CJ_STR(" ;; ");
    bool several = cj_str_has(edits, sep);
    cj_buf b;

    cj_buf_init(&b, t->arena);
    while (edits.n) {
        size_t end = cj_str_find(edits, sep);
        cj_str one = cj_str_cut(edits, 0, end == CJ_NONE ? edits.n : end);
        size_t is = cj_str_find(one, CJ_STR("="));
        bool special = cj_str_starts(one, CJ_STR("!"));

        if (b.n)
            cj_buf_z(&b, " | ");
        if (several && !special)
            cj_buf_fmt(&b, CJ_FMT ": ", CJ_ARG(cj_str_cut(one, 0, is)));
        cj_buf_add(&b, special ? special_shown(t, one)
                               : text_shown(t, cj_str_from(one, is + 1)));
        edits = cj_str_from(edits, one.n + (end == CJ_NONE ? 0 : sep.n));
    }
    return cj_buf_str(&b);
}

static cj_str shown(const telling *t, const cj_example *e)
{
    if (e->shows.en)
        return cj_str_of(in(t, e->shows));
    return edits_shown(t, cj_str_of(in(t, e->edits)));
}

static void add_examples(const telling *t, cj_fact *facts, const char *key, cj_text title,
                         cj_level level, const cj_example *list)
{
    cj_fact *texts = cj_fact_add_list(t->arena, facts, key);
    cj_block *block;
    size_t n = 0, i;

    for (i = 0; i < CJ_MAX_EXAMPLES && list[i].edits.ja; i++)
        n += in(t, list[i].edits)[0] != 0;
    cj_report_heading(t->arena, t->report, 2, cj_str_of(in(t, title)));
    block = cj_report_list(t->arena, t->report, n);
    block->level = level;
    for (n = i = 0; i < CJ_MAX_EXAMPLES && list[i].edits.ja; i++)
        if (in(t, list[i].edits)[0]) {
            block->entry[n] = shown(t, &list[i]);
            cj_fact_add_text(t->arena, texts, NULL, block->entry[n++]);
        }
}

static void add_section(const telling *t, cj_text title, cj_str text)
{
    cj_report_heading(t->arena, t->report, 2, cj_str_of(in(t, title)));
    cj_report_text(t->arena, t->report, CJ_PLAIN, text);
}

static void add_severities(const telling *t, const cj_rule_info *rule)
{
    static const cj_text title = { "Severity", "重大度" };
    static const cj_text heads[] = { { "draft", "下書き（draft）" },
                                     { "v1", "初版（v1）" },
                                     { "operational", "運用（operational）" },
                                     { "as set now", "今の設定" } };
    cj_table *table;
    size_t i;

    cj_report_heading(t->arena, t->report, 2, cj_str_of(in(t, title)));
    table = cj_report_table(t->arena, t->report, 2, 4);
    table->header_row = true;
    for (i = 0; i < 4; i++) {
        cj_severity s = i < 3 ? rule->severity[i] : effective(t, rule);

        table->cell[i] = cj_str_of(in(t, heads[i]));
        table->cell[4 + i] = s ? cj_severity_words(s, t->lang) : CJ_STR("-");
    }
}

static cj_text fix_words(cj_fix fix)
{
    static const cj_text words[] = {
        { "You mend it by hand.", "手作業で直します。" },
        { "`cjfmt` fixes it; the meaning stays the same.",
          "`cjfmt` で自動的に直せます（意味は変わりません）。" },
        { "`cjfmt` adds the empty place, ready to be filled in.",
          "`cjfmt` で記入欄を追加できます。" },
        { "A correction can be suggested automatically; you decide.",
          "ツールの修正案を確かめてから適用できます。" },
    };

    return words[fix];
}

static void add_source(const telling *t, const cj_rule_info *rule)
{
    static const cj_text title = { "Source", "出典" };
    static const cj_text articles = {
        "S1 and S2 are the two articles on customer success journey maps that the rules "
        "rest on.",
        "S1・S2 は、ルールの基になったカスタマーサクセスジャーニーマップの2つの解説記事です。",
    };

    add_section(t, title, cj_str_of(rule->source));
    if (strstr(rule->source, "S1") || strstr(rule->source, "S2"))
        cj_report_text(t->arena, t->report, CJ_PLAIN, cj_str_of(in(t, articles)));
}

cj_report *cj_rule_report(cj_arena *arena, cj_lang lang, const cj_lint_options *options,
                          const cj_rule_info *rule)
{
    static const cj_text why = { "Why", "なぜ大事か" };
    static const cj_text bad = { "Examples that are reported", "指摘される例" };
    static const cj_text good = { "Examples that are fine", "よい例" };
    static const cj_text mend = { "How to mend it in Excel", "Excelでの直し方" };
    telling t = { arena, cj_report_new(arena, lang), lang, options };
    cj_fact *facts;

    cj_fact_add_integer(arena, t.report->facts, "format", 1);
    facts = cj_fact_add_object(arena, t.report->facts, "rule");
    add_facts(&t, facts, rule);
    cj_fact_add_z(arena, facts, "why", in(&t, rule->why));
    cj_fact_add_z(arena, facts, "mend", in(&t, rule->mend));
    cj_report_heading(arena, t.report, 1, cj_str_fmt(arena, "%s %s", rule->id, rule->name));
    cj_report_text(arena, t.report, CJ_PLAIN, without_map(&t, rule->says, false));
    add_section(&t, why, cj_str_of(in(&t, rule->why)));
    add_examples(&t, facts, "bad", bad, CJ_FAIL_LEVEL, rule->bad);
    add_examples(&t, facts, "good", good, CJ_GOOD_LEVEL, rule->good);
    add_section(&t, mend, without_map(&t, rule->mend, true));
    cj_report_text(arena, t.report, CJ_PLAIN, cj_str_of(in(&t, fix_words(rule->fix))));
    add_severities(&t, rule);
    add_source(&t, rule);
    return t.report;
}
