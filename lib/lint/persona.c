/* persona.c - CJ202, CJ205, CJ206, CJ207: whose journey it is. */
#include "lint/persona.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/labels.h"
#include "map/normal.h"
#include <string.h>

/* ---- where the persona is told ------------------------------------------------------------------ */

cj_str cj_persona_line(cj_lint *l)
{
    return cj_lint_untold(l, CJ_META_PERSONA) ? CJ_STR("")
                                              : cj_lint_map(l)->meta[CJ_META_PERSONA].text;
}

cj_str cj_persona_field(cj_lint *l, const char *name)
{
    cj_str s = cj_map_persona(cj_lint_map(l), name);

    return cj_placeholder(cj_lint_arena(l), s) ? CJ_STR("") : s;
}

static bool somebody(cj_lint *l)
{
    return cj_persona_line(l).n || cj_persona_field(l, "name").n ||
           cj_persona_field(l, "role").n;
}

static const cj_field *value_of(const cj_section *s, const cj_record *r)
{
    return &r->cell[s->n_columns - 1];
}

/* The cell of a field in the Persona section, filled or not; NULL: it has no such row. */
static const cj_field *field_cell(const cj_map *map, const char *name)
{
    const cj_section *s = cj_map_section(map, CJ_SECTION_PERSONA);
    size_t i;

    for (i = 0; s && i < s->n_records; i++)
        if (s->records[i].field && !strcmp(s->records[i].field, name))
            return value_of(s, &s->records[i]);
    return NULL;
}

/* Where something is missing from the persona: in its empty cell, beside the name or role on the
 * Persona sheet, else in the line above the table. */
static cj_finding *find_persona(cj_lint *l, const char *missing)
{
    static const char *const known[] = { "name", "role" };
    const cj_map *map = cj_lint_map(l);
    const cj_field *cell = field_cell(map, missing);
    size_t i;

    for (i = 0; !cell && i < 2; i++)
        cell = cj_persona_field(l, known[i]).n ? field_cell(map, known[i]) : NULL;
    return cell ? cj_find_at(l, cell->at, cell->text) : cj_find_meta(l, CJ_META_PERSONA);
}

/* ---- nobody --------------------------------------------------------------------------------------- */

/* "Journey map: Mia the Marketing Manager" says whose it is. */
static bool titled(cj_lint *l)
{
    cj_str title = cj_lint_map(l)->meta[CJ_META_TITLE].text;
    cj_names names = { .arena = cj_lint_arena(l) };

    if (!cj_names_role(names.arena, cj_utf8_head(title, CJ_PERSONA_FAR)))
        return false;
    cj_names_in(&names, title);
    return names.n > 0;
}

static void persona_missing(cj_lint *l)
{
    if (!somebody(l) && !titled(l))
        cj_find_meta(l, CJ_META_PERSONA);
}

const cj_rule cj_rule_persona_missing = {
    .info = {
        .id = "CJ202",
        .name = "persona-missing",
        .severity = { CJ_INFO, CJ_WARNING, CJ_ERROR },
        .step = 1,
        .source = "S1 作成前の準備 3; S2 Step 1",
        .says = { "Whose journey is it? Choose the one most important customer and describe "
                  "that person.",
                  "誰の旅かがありません。最も重要な顧客像を1人決めて書いてください。" },
        .why = { "The persona is the ground of the whole map: with one concrete person in mind, "
                 "everybody in the room talks about the same customer.",
                 "ペルソナはマップ全体の土台です。具体的な1人を決めると、メンバー全員が同じ顧客を"
                 "思い浮かべて議論できます。" },
        .mend = { "Above the table, write \"Persona\" in column A and the person in column B, or "
                  "add a Persona sheet.",
                  "表の上の行で、A列に「ペルソナ」、B列にその人物を書くか、「ペルソナ」シートを追加します。" },
        .bad = {
            { .edits = { "B7= ;; B32= ;; B34=", "B7= ;; B32= ;; B34=" }, .at = { "-", "-" },
              .shows = { "neither a Persona line nor a name or role on the Persona sheet",
                         "ペルソナの欄がなく、ペルソナシートにも名前・役職がない" } },
            { .edits = { "B7=TBD ;; B32= ;; B34=", "B7=未定 ;; B32= ;; B34=" },
              .shows = { "Persona: TBD", "ペルソナ: 未定" } },
        },
        .good = {
            { .edits = { "B7=Finance manager Dana Wells (38)",
                         "B7=マーケティング部長 佐藤さん（45歳）" } },
            { .edits = { "B7=", "B7=" },
              .shows = { "a Persona sheet with name and role", "ペルソナシートに名前・役職がある" } },
        },
    },
    .on_map = persona_missing,
};

/* ---- one concrete person -------------------------------------------------------------------------- */

cj_names cj_persona_names(cj_lint *l)
{
    cj_names names = { .arena = cj_lint_arena(l) };

    cj_names_in(&names, cj_persona_line(l));
    cj_names_add(&names, cj_utf8_head(cj_persona_field(l, "name"), CJ_PERSONA_FAR));
    return names;
}

static bool has_role(cj_lint *l)
{
    cj_arena *arena = cj_lint_arena(l);

    return cj_persona_field(l, "role").n || cj_names_role(arena, cj_persona_line(l)) ||
           cj_names_role(arena, cj_persona_field(l, "name"));
}

static void persona_not_concrete(cj_lint *l)
{
    bool named, role;
    cj_finding *f;

    if (!somebody(l))
        return;
    named = cj_persona_names(l).n > 0;
    role = has_role(l);
    if (named && role)
        return;
    f = cj_persona_line(l).n ? cj_find_meta(l, CJ_META_PERSONA)
                             : find_persona(l, named ? "role" : "name");
    if (!f->value.n)
        f->value = named ? cj_persona_field(l, "name") : cj_persona_field(l, "role");
    cj_say_both(f, "list",
                named  ? CJ_STR("role")
                : role ? CJ_STR("name")
                       : CJ_STR("name\nrole"),
                named  ? CJ_STR("役職")
                : role ? CJ_STR("名前")
                       : CJ_STR("名前\n役職"));
}

const cj_rule cj_rule_persona_not_concrete = {
    .info = {
        .id = "CJ205",
        .name = "persona-not-concrete",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 1,
        .source = "S2 ペルソナ 単なる属性ではなく具体的な一人; R14",
        .says = { "Persona \"{value}\" is not one person yet. Add: {list}.",
                  "ペルソナ「{value}」から1人の人物が浮かびません。{list}を書き足してください。" },
        .why = { "A segment has no feelings and no working day. With a name, a role and an age in "
                 "mind, everybody sees the same customer and argues less.",
                 "「中小企業の人事部門」のような属性には、気持ちも1日の仕事もありません。名前・役職・年齢まで決めた"
                 "1人がいると、全員が同じ顧客を思い浮かべて話せます。" },
        .mend = { "Write in {cell} one person who stands for these customers: Finance manager Dana "
                  "Wells (38). The name may be invented.",
                  "{cell} に、その顧客を代表する1人を書きます（例: マーケティング部長 佐藤さん（45歳））。名前は仮の"
                  "ものでかまいません。" },
        .bad = {
            { .edits = { "B7=SMB companies in retail ;; B32= ;; B34=",
                         "B7=中小企業（50〜300名）の人事部門 ;; B32= ;; B34=" },
              .shows = { "Persona: SMB companies in retail",
                         "ペルソナ: 中小企業（50〜300名）の人事部門" } },
            { .edits = { "B7=Marketing manager of an enterprise ;; B32=",
                         "B7=エンタープライズプランのマーケティング担当者 ;; B32=" },
              .shows = { "Persona: Marketing manager of an enterprise, without a name",
                         "ペルソナ: エンタープライズプランのマーケティング担当者（名前がない）" } },
            { .edits = { "B7= ;; B34=", "B7= ;; B34=" }, .at = { "B34", "B34" },
              .shows = { "Persona sheet: Name: Dana Wells / Role: (nothing)",
                         "ペルソナシート: 名前: 佐藤 美咲／役職: （空）" } },
        },
        .good = {
            { .edits = { "B7=HR manager Joan Lee ;; B32= ;; B34=",
                         "B7=人事課長 木村さん（39歳） ;; B32= ;; B34=" },
              .shows = { "Persona: HR manager Joan Lee",
                         "ペルソナ: 人事課長 木村さん（39歳）" } },
            { .edits = { "B7=Companies of 100-500 employees", "B7=従業員300名以上の製造業" },
              .shows = { "Persona: Companies of 100-500 employees, and a Persona sheet with Dana Wells, "
                         "Finance manager",
                         "ペルソナ: 従業員300名以上の製造業。ペルソナシートに佐藤 美咲（マーケティング部長）" } },
        },
    },
    .on_map = persona_not_concrete,
};

/* ---- one person only ------------------------------------------------------------------------------ */

/* The row of a second person: another name under the label of the first one. */
static const cj_record *second_name(cj_lint *l, const cj_section *s, cj_names *names)
{
    cj_str label = CJ_STR(""), key;
    size_t i;

    for (i = 0; i < s->n_records; i++) {
        const cj_record *r = &s->records[i];
        cj_str name = value_of(s, r)->text;

        if (!r->field || strcmp(r->field, "name") != 0 || !name.n ||
            cj_placeholder(cj_lint_arena(l), name))
            continue;
        key = cj_label_key(cj_lint_arena(l), r->cell[0].text);
        if (label.n && !cj_str_eq(key, label))
            continue; /* 名前 and 仮名 are one person's */
        label = key;
        if (names->n && !cj_names_have(names, name))
            return r;
        cj_names_add(names, name);
    }
    return NULL;
}

/* The cell beside a value of the section; NULL: nothing stands there. */
static const cj_book_cell *beside(const cj_map *map, const cj_field *cell)
{
    const cj_sheet *sheet = &map->book->sheets[cell->at.sheet];
    const cj_book_cell *c = cj_sheet_find(sheet, cell->at.row, cell->at.col + 1);

    return c && cj_utf8_trim(c->text).n ? c : NULL;
}

/* A second column of names and roles: one persona beside the other. */
static bool find_column(cj_lint *l, const cj_section *s)
{
    const cj_map *map = cj_lint_map(l);
    const cj_field *name = field_cell(map, "name"), *role = field_cell(map, "role");
    const cj_book_cell *second =
        name && role && beside(map, role) ? beside(map, name) : NULL;
    cj_names first = { .arena = cj_lint_arena(l) };
    cj_span at;

    if (!second || cj_map_section(map, CJ_SECTION_PERSONA) != s)
        return false;
    cj_names_add(&first, cj_utf8_head(name->text, CJ_PERSONA_FAR));
    if (!first.n || cj_names_have(&first, cj_utf8_head(second->text, CJ_PERSONA_FAR)))
        return false;
    at = name->at;
    at.col++;
    cj_find_at(l, at, second->text);
    return true;
}

static void judge_section(cj_lint *l, const cj_section *s, cj_names *names)
{
    const cj_record *second = second_name(l, s, names);
    const cj_field *cell = NULL;

    if (cj_lint_told_before(l, s) || find_column(l, s))
        return;
    if (second)
        cell = value_of(s, second);
    else if (names->n == 1 && cj_map_section(cj_lint_map(l), CJ_SECTION_PERSONA) == s &&
             cj_names_several(cj_lint_arena(l), cj_persona_field(l, "name")))
        cell = field_cell(cj_lint_map(l), "name");
    if (cell)
        cj_find_at(l, cell->at, cell->text);
}

/* A book of several maps may hold a Persona sheet for each. */
static void multiple_personas(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    cj_names names = { .arena = cj_lint_arena(l) };
    size_t i;

    if (cj_names_several(cj_lint_arena(l), cj_persona_line(l))) {
        cj_find_meta(l, CJ_META_PERSONA);
        return;
    }
    for (i = 0; i < map->n_sections; i++) {
        if (map->sections[i].kind != CJ_SECTION_PERSONA)
            continue;
        if (map->among && map->among->n > 1)
            names = (cj_names){ .arena = cj_lint_arena(l) };
        judge_section(l, &map->sections[i], &names);
    }
}

const cj_rule cj_rule_multiple_personas = {
    .info = {
        .id = "CJ206",
        .name = "multiple-personas",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_WARNING },
        .step = 1,
        .source = "S2 Step 1 一枚のマップで描くのは困難; R2",
        .says = { "More than one persona ({value}). One map, one person; make a second map.",
                  "ペルソナが複数あります（{value}）。1枚のマップは1人に絞り、もう1人は別のマップにしてください。" },
        .why = { "A head of department and the person who does the work have different goals, feelings "
                 "and pains. In one cell nobody can tell whose they are.",
                 "部長と担当者では、ゴールも感情も課題も違います。1つのセルに混ざると、誰の話なのか分からなく"
                 "なります。" },
        .mend = { "Keep the more important one in {cell}. For the other, copy the sheet and change the "
                  "persona there.",
                  "{cell} には、より重要な1人だけを残します。もう1人は、シートをコピーした別のマップに書きます。" },
        .bad = {
            { .edits = { "B7=Dana and Luis", "B7=部長の佐藤さんと担当の鈴木さん" } },
            { .edits = { "B7=Finance manager and sales director", "B7=マーケティング部長と現場担当者" } },
            { .edits = { "A33=Name ;; B33=Luis Ortega", "A33=名前 ;; B33=鈴木 一郎" }, .at = { "B33", "B33" },
              .shows = { "Persona sheet: Name: Dana Wells / Name: Luis Ortega",
                         "ペルソナシート: 名前: 佐藤 美咲／名前: 鈴木 一郎" } },
        },
        .good = {
            { .edits = { "B7=Dana Wells and her team", "B7=佐藤さんと上司" } },
            { .edits = { "B7=Dana Wells, founder and CEO", "B7=人事・総務担当の佐藤さん（上司は田中さん）" } },
        },
    },
    .on_map = multiple_personas,
};

/* ---- their work, challenges, goals and sources ------------------------------------------------------ */

static const char *persona_label(const char *name, cj_lang lang)
{
    const char *other;
    unsigned i;

    for (i = 0; (other = cj_labels_name(CJ_FAM_PERSONA, i)) != NULL; i++)
        if (!strcmp(other, name))
            return cj_labels_canonical(CJ_FAM_PERSONA, i, lang);
    return name;
}

static void add_label(cj_buf *b, const char *name, cj_lang lang)
{
    cj_buf_z(b, b->n ? "\n" : "");
    cj_buf_z(b, persona_label(name, lang));
}

static void persona_fields_missing(cj_lint *l)
{
    static const char *const wanted[] = { "duties", "pains", "goals", "info" };
    const char *first = NULL;
    cj_buf en, ja;
    size_t i;

    if (!somebody(l))
        return;
    cj_buf_init(&en, cj_lint_arena(l));
    cj_buf_init(&ja, cj_lint_arena(l));
    for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!cj_persona_field(l, wanted[i]).n) {
            first = first ? first : wanted[i];
            add_label(&en, wanted[i], CJ_EN);
            add_label(&ja, wanted[i], CJ_JA);
        }
    if (first)
        cj_say_both(find_persona(l, first), "list", cj_buf_str(&en), cj_buf_str(&ja));
}

const cj_rule cj_rule_persona_fields_missing = {
    .info = {
        .id = "CJ207",
        .name = "persona-fields-missing",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 1,
        .source = "S2 ペルソナ 業務内容、課題、目標、情報収集の方法まで",
        .says = { "Persona lacks {list}. With them, everybody pictures the same person.",
                  "ペルソナに{list}がありません。そこまで書くと、全員が同じ人を思い浮かべて話せます。" },
        .why = { "What the person does all day, struggles with, wants and reads is where goals, pains "
                 "and touchpoints of the map come from.",
                 "毎日どんな仕事をし、何に困り、何を目指し、どこで情報を得るか。マップのゴール・課題・"
                 "タッチポイントは、ここから出てきます。" },
        .mend = { "On the Persona sheet, add a row for each: the field in column A, what it says in "
                  "column B. A sentence each is enough.",
                  "「ペルソナ」シートに1行ずつ、A列に項目名、B列に内容を書き足します。それぞれ1文で十分です。" },
        .bad = {
            { .edits = { "B36= ;; B37= ;; B38= ;; B39=", "B36= ;; B37= ;; B38= ;; B39=" },
              .shows = { "Persona sheet with name, age, role and company only",
                         "名前・年齢・役職・会社だけのペルソナシート" } },
            { .edits = { "B38=TBD", "B38=未定" },
              .shows = { "Goals: TBD", "目標: 未定" } },
        },
        .good = {
            { .edits = { "A36=Day in the life", "A36=一日の流れ" },
              .shows = { "Day in the life: Month-end close, cash forecast",
                         "一日の流れ: 販促予算の管理、月次の売上報告" } },
            { .edits = { "A38=Objectives", "A38=達成したいこと" },
              .shows = { "Objectives: Close in one day", "達成したいこと: 集計を自動化する" } },
        },
    },
    .on_map = persona_fields_missing,
};
