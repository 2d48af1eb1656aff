/* workbook_left.c - WB1xx: what templates and merges left behind in the map. */
#include "lint/rule.h"
#include "lint/glance.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/normal.h"

/* ---- examples of a template ----------------------------------------------------------------- */

/* 例：…, （例）…, 記入例, Example: …, e.g.: …: of fillers, those that show what to write. */
static bool example(cj_arena *arena, cj_str text)
{
    static const cj_str words[] = { CJ_LIT("例"),  CJ_LIT("記入例"), CJ_LIT("example"),
                                    CJ_LIT("e.g"), CJ_LIT("sample"), CJ_LIT("サンプル") };
    cj_str folded = cj_utf8_fold(arena, cj_utf8_head(cj_utf8_trim(text), 64)), rest;
    size_t i;

    for (rest = folded; rest.n; folded = rest) {
        uint32_t cp = cj_utf8_next(&rest);

        if (cp != '(' && cp != '[' && cp != '<' && cp != 0x3010 && !cj_label_mark(cp))
            break;
    }
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_starts(folded, words[i]))
            return true;
    return false;
}

static void look_at_cells(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; p < map->n_phases; p++) {
            const cj_cell *c = &map->elements[e].cells[p];

            if (c->placeholder && example(cj_lint_arena(l), c->text))
                cj_find_cell(l, c, c->text);
        }
}

static void look_at_field(cj_lint *l, const cj_field *field)
{
    if (example(cj_lint_arena(l), field->text) &&
        cj_placeholder(cj_lint_arena(l), field->text))
        cj_find_at(l, field->at, field->text);
}

/* Of a record its first text: further on, 例： may stand in a real one. */
static void look_at_record(cj_lint *l, const cj_section *s, const cj_record *r)
{
    const cj_field *value = cj_record_field(s, r, "value");
    size_t i;

    if (s->kind == CJ_SECTION_PERSONA && value) {
        look_at_field(l, value);
        return;
    }
    for (i = 0; i < s->n_columns && !r->cell[i].text.n; i++)
        ;
    if (i < s->n_columns)
        look_at_field(l, &r->cell[i]);
}

static void template_sample_left(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i, r;

    look_at_cells(l);
    for (i = 0; i < CJ_N_META; i++)
        if (map->meta[i].placeholder && cj_lint_claims(l, map->meta[i].at) &&
            example(cj_lint_arena(l), map->meta[i].text))
            cj_find_at(l, map->meta[i].at, map->meta[i].text);
    for (i = 0; i < map->n_sections; i++)
        for (r = 0; r < map->sections[i].n_records; r++)
            look_at_record(l, &map->sections[i], &map->sections[i].records[r]);
}

/* Its own text is for the team to write. */
static cj_str emptied(cj_lint *l, const cj_finding *f, cj_str text)
{
    (void)l;
    (void)f;
    (void)text;
    return CJ_STR("");
}

const cj_rule cj_rule_template_sample_left = {
    .info = {
        .id = "WB116",
        .name = "template-sample-left",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_ERROR },
        .fix = CJ_FIX_UNSAFE,
        .source = "ひな形の例文 / template",
        .says = { "Template example left in ({cell} {value}); replace or delete it.",
                  "ひな形の例文が残っています（{cell}「{value}」）。自社の内容に書き換えるか、消してください。" },
        .why = { "Readers take the example for something you know about your own customers.",
                 "例文が残っていると、自社の顧客について分かったことだと誤解されます。" },
        .mend = { "Write your own text over the example in {cell}, or empty the cell.",
                  "{cell} の例文を自社の内容に書き換えます。まだ書けないときは、セルを空にします。" },
        .bad = {
            { .edits = { "C20=Example: save time on reporting", "C20=例：30日以内に初期設定を終えたい" } },
            { .edits = { "B3=Example: cut onboarding time by half", "B3=（例）完了率を80%にする" } },
            { .edits = { "A44=Example: E1", "A44=例：E1" } },
        },
        .good = {
            { .edits = { "C24=Example files in the help centre [E2]", "C24=事例集、記入例の配布 [E2]" } },
            { .edits = { "E44=7 customers. Example: two stopped at balances",
                         "E44=顧客8名。例：6名が連携設定で止まった" } },
        },
    },
    .on_map = template_sample_left,
    .amends = emptied,
};

/* ---- open conflicts ------------------------------------------------------------------------- */

/* What version control writes into a file that it could not merge. */
static bool git_mark(cj_str line)
{
    static const cj_str marks[] = { CJ_LIT("<<<<<<<"), CJ_LIT("|||||||"), CJ_LIT("======="),
                                    CJ_LIT(">>>>>>>") };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(line, marks[i]) && (line.n == 7 || line.p[7] == ' '))
            return true;
    return false;
}

/* 【要確認】 and 【競合】 are also what people write about their customers; with proposals under
 * them they are ours. */
static bool our_mark(cj_str line, cj_str below)
{
    if (cj_str_starts(line, CJ_STR("[CONFLICT]")))
        return true;
    return (cj_str_starts(line, CJ_STR("【要確認】")) ||
            cj_str_starts(line, CJ_STR("【競合】"))) &&
           (cj_str_has(line, CJ_STR("A案")) || cj_str_has(below, CJ_STR("A案")));
}

static bool conflicted(cj_str text, bool git)
{
    cj_str rest = text, line;

    while (text.n && cj_str_split(&rest, '\n', &line)) {
        line = cj_utf8_trim(line);
        if (our_mark(line, rest) || (git && git_mark(line)))
            return true;
    }
    return false;
}

static bool git_conflict(cj_str text)
{
    cj_str rest = text, line;

    while (text.n && cj_str_split(&rest, '\n', &line))
        if (cj_str_starts(line, CJ_STR("<<<<<<<")) && git_mark(line))
            return true;
    return false;
}

/* ======= alone is a line that somebody drew. */
static bool any_git(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;
    size_t i;

    for (i = 0; i < map->n_leaves; i++)
        if ((cj_lint_glance(l, &map->leaves[i]) & CJ_GLANCE_OPEN) &&
            git_conflict(map->leaves[i].text))
            return true;
    while (cj_left_next(cj_lint_arena(l), map, &left, &leaf))
        if (git_conflict(leaf.text))
            return true;
    return false;
}

static bool same_label(cj_arena *arena, cj_str label, cj_str key)
{
    return cj_str_eq(cj_label_key(arena, label), key);
}

/* The cell that a record of the conflicts is about shows the conflict itself. */
static bool shown_in_cell(cj_lint *l, const cj_section *s, const cj_record *r)
{
    const cj_map *map = cj_lint_map(l);
    const cj_field *phase = cj_record_field(s, r, "phase"),
                   *element = cj_record_field(s, r, "element");
    cj_arena *a = cj_lint_arena(l);
    cj_str key;
    int p;
    size_t i;

    if (!phase || !element)
        return false;
    p = cj_map_phase_named(a, map, phase->text);
    key = cj_label_key(a, element->text);
    for (i = 0; p >= 0 && i < map->n_elements; i++) {
        const cj_element *e = &map->elements[i];

        if (conflicted(e->cells[p].text, false) &&
            (same_label(a, e->label, key) ||
             same_label(a, cj_str_of(cj_elem_label(e->elem, CJ_JA)), key) ||
             same_label(a, cj_str_of(cj_elem_label(e->elem, CJ_EN)), key)))
            return true;
    }
    return false;
}

static void judge_conflict(cj_lint *l, const cj_section *s, const cj_record *r)
{
    const cj_field *choice = cj_record_field(s, r, "choice"),
                   *decided = cj_record_field(s, r, "decided");

    if (choice && !choice->text.n && !(decided && decided->text.n) &&
        !shown_in_cell(l, s, r))
        cj_find_at(l, choice->at, CJ_STR(""));
}

static void unresolved_conflict(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    bool git = any_git(l);
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;
    size_t i, r;

    for (i = 0; i < map->n_leaves; i++)
        if ((git || (cj_lint_glance(l, &map->leaves[i]) & CJ_GLANCE_OPEN)) &&
            conflicted(map->leaves[i].text, git))
            cj_find_leaf(l, &map->leaves[i], map->leaves[i].text);
    while (cj_left_next(cj_lint_arena(l), map, &left, &leaf))
        if (conflicted(leaf.text, git))
            cj_find_leaf(l, &leaf, leaf.text);
    for (i = 0; i < map->n_sections; i++)
        for (r = 0; map->sections[i].kind == CJ_SECTION_CONFLICTS &&
                    r < map->sections[i].n_records;
             r++)
            judge_conflict(l, &map->sections[i], &map->sections[i].records[r]);
}

const cj_rule cj_rule_unresolved_conflict = {
    .info = {
        .id = "WB120",
        .name = "unresolved-conflict",
        .severity = { CJ_ERROR, CJ_ERROR, CJ_ERROR },
        .source = "統合の競合 / merge",
        .says = { "Unresolved conflict ({cell}). Decide which text holds.",
                  "未解決の競合が残っています（{cell}）。どの案にするか決めてください。" },
        .why = { "Two departments wrote different things. Until somebody decides, the map says both, "
                 "and nobody can act on it.",
                 "部署によって内容が違ったまま残っています。どちらかに決めるまで、このマップを基に動くことが"
                 "できません。" },
        .mend = { "If there is a Conflicts sheet, fill its Decision column. Else keep one of the "
                  "proposals in {cell} and delete the other lines with the marker.",
                  "「競合」シートがあれば、「採用」の列に A・B などを記入します。なければ、{cell} に残す案だけを残し、"
                  "印と残りの行を消します。" },
        .bad = {
            { .edits = { "B25=[CONFLICT]\\nA: within 45 days\\nB: within 30 days",
                         "B25=【要確認】\\nA案：21日以内に80%\\nB案：30日以内に90%" } },
            { .edits = { "C21=- Share a report [E2]\\n<<<<<<< HEAD\\n- Invite the team [E2]",
                         "C21=・共有する [E2]\\n<<<<<<< HEAD\\n・招待する [E2]" } },
        },
        .good = {
            { .edits = { "C23=- Conflict between two admins [E3]",
                         "C23=・【要確認】権限の範囲がわからない [E4]" } },
            { .edits = { "C24=======\\nOffice hour [E2]", "C22=【競合】A社のほうが安い [E4]" } },
        },
        .alone = true,
    },
    .on_map = unresolved_conflict,
};
