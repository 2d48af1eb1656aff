/* persona.c - CJ202, CJ205, CJ206, CJ207, CJ214: whose journey it is. */
#include "lint/department.h"
#include "lint/persons.h"
#include "lint/rule.h"
#include "lint/said.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/labels.h"
#include "map/lexicon.h"
#include "map/normal.h"
#include "map/people.h"
#include <string.h>

/* As much of a field as is looked at for names; bytes. */
#define FAR 2000u

/* ---- where the persona is told ------------------------------------------------------------------ */

/* The line above the table; empty: none, or a filler. */
static cj_str line(cj_lint *l)
{
    return cj_lint_untold(l, CJ_META_PERSONA) ? CJ_STR("")
                                              : cj_lint_map(l)->meta[CJ_META_PERSONA].text;
}

/* A field of the Persona section; empty: none, or a filler. */
static cj_str field(cj_lint *l, const char *name)
{
    cj_str s = cj_map_persona(cj_lint_map(l), name);

    return cj_placeholder(cj_lint_arena(l), s) ? CJ_STR("") : s;
}

static bool somebody(cj_lint *l)
{
    return line(l).n || field(l, "name").n || field(l, "role").n;
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
        cell = field(l, known[i]).n ? field_cell(map, known[i]) : NULL;
    return cell ? cj_find_at(l, cell->at, cell->text) : cj_find_meta(l, CJ_META_PERSONA);
}

/* ---- nobody --------------------------------------------------------------------------------------- */

static void persona_missing(cj_lint *l)
{
    if (!somebody(l))
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

/* Those whom the line or the name on the Persona sheet names. */
static cj_names persona_names(cj_lint *l)
{
    cj_names names = { .arena = cj_lint_arena(l) };

    cj_names_in(&names, line(l));
    cj_names_add(&names, cj_utf8_head(field(l, "name"), FAR));
    return names;
}

static bool has_role(cj_lint *l)
{
    cj_arena *arena = cj_lint_arena(l);

    return field(l, "role").n || cj_names_role(arena, line(l)) ||
           cj_names_role(arena, field(l, "name"));
}

static void persona_not_concrete(cj_lint *l)
{
    bool named, role;
    cj_finding *f;

    if (!somebody(l))
        return;
    named = persona_names(l).n > 0;
    role = has_role(l);
    if (named && role)
        return;
    f = line(l).n ? cj_find_meta(l, CJ_META_PERSONA)
                  : find_persona(l, named ? "role" : "name");
    if (!f->value.n)
        f->value = named ? field(l, "name") : field(l, "role");
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
                         "B7=中小企業（50〜300名）の人事部門 ;; B32= ;; B34=" } },
            { .edits = { "B7=Marketing manager of an enterprise ;; B32=",
                         "B7=エンタープライズプランのマーケティング担当者 ;; B32=" } },
            { .edits = { "B7= ;; B34=", "B7= ;; B34=" }, .at = { "B34", "B34" },
              .shows = { "Persona sheet: Name: Dana Wells / Role: (nothing)",
                         "ペルソナシート: 名前: 佐藤 美咲／役職: （空）" } },
        },
        .good = {
            { .edits = { "B7=HR manager Joan Lee ;; B32= ;; B34=",
                         "B7=人事課長 木村さん（39歳） ;; B32= ;; B34=" } },
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
    cj_names_add(&first, cj_utf8_head(name->text, FAR));
    if (!first.n || cj_names_have(&first, cj_utf8_head(second->text, FAR)))
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
             cj_names_several(cj_lint_arena(l), field(l, "name")))
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

    if (cj_names_several(cj_lint_arena(l), line(l))) {
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
        if (!field(l, wanted[i]).n) {
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
        .says = { "Persona lacks {list}. Add work, challenges, goals and information sources.",
                  "ペルソナに{list}がありません。業務内容・課題・目標・情報収集の方法まで書くと議論がそろいます。" },
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

/* ---- the same person in the cells ------------------------------------------------------------------- */

static bool japanese(cj_str name)
{
    return name.n && (unsigned char)*name.p >= 0x80;
}

/* The last words of what stands in front of a name. */
static cj_str last_words(cj_str before)
{
    static const cj_str marks[] = { CJ_LIT("、"), CJ_LIT(" "), CJ_LIT("("),  CJ_LIT("・"),
                                    CJ_LIT("「"), CJ_LIT("/"), CJ_LIT("が"), CJ_LIT("は") };
    size_t i, at;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        while ((at = cj_str_find(before, marks[i])) != CJ_NONE)
            before = cj_str_from(before, at + marks[i].n);
    return before;
}

/* Brought in as somebody else: 上司の田中さん, 営業の田中さん, CS田中さん; 部長の田中さん only if the persona is no
 * 部長. */
static bool introduced(cj_lint *l, cj_str before)
{
    cj_str words = last_words(before), of = CJ_STR("の"), role, hit;

    if (!cj_str_ends(words, of))
        return cj_department_id(cj_lint_departments(l), words).n > 0;
    words = cj_str_cut(words, 0, words.n - of.n);
    role = cj_str_fmt(cj_lint_arena(l), CJ_FMT " " CJ_FMT, CJ_ARG(field(l, "role")),
                      CJ_ARG(line(l)));
    return !cj_lexicon_ends(CJ_LEX_ROLE, words, &hit) ||
           !cj_str_has(cj_utf8_fold(cj_lint_arena(l), role), hit);
}

/* Those of us whom the metadata names. */
static cj_names our_names(cj_lint *l)
{
    static const cj_meta_id fields[] = { CJ_META_AUTHOR, CJ_META_CONTRIBUTORS,
                                         CJ_META_MAP_OWNER, CJ_META_APPROVER };
    cj_names ours = { .arena = cj_lint_arena(l) };
    cj_people people;
    size_t i, k;

    for (i = 0; i < sizeof fields / sizeof *fields; i++) {
        cj_people_read(ours.arena, cj_utf8_head(cj_lint_map(l)->meta[fields[i]].text, FAR),
                       &people);
        for (k = 0; k < people.n; k++)
            cj_names_add(&ours, people.person[k].name);
    }
    return ours;
}

/* A name in another script cannot be compared. */
static bool comparable(const cj_names *names, cj_str name)
{
    size_t i;

    for (i = 0; i < names->n; i++)
        if (japanese(names->name[i]) != japanese(name))
            return false;
    return names->n > 0;
}

static bool tells_of_the_persona(cj_elem elem)
{
    return elem == CJ_GOAL || elem == CJ_BEHAVIOR || elem == CJ_MIND ||
           elem == CJ_THOUGHT || elem == CJ_EMOTION || elem == CJ_PAIN ||
           elem == CJ_TOUCHPOINT || elem == CJ_SUCCESS;
}

static void persona_name_mismatch(cj_lint *l, const cj_cell *c)
{
    cj_arena *arena = cj_lint_arena(l);
    cj_honoured h;
    cj_names names, ours;
    cj_str said;
    size_t at = 0;

    if (!tells_of_the_persona(c->elem) || cj_lint_blank(l, c) ||
        !cj_next_honoured(cj_lint_said(l, c), &at, &h))
        return;
    names = persona_names(l);
    ours = our_names(l);
    said = cj_said_unquoted(arena, cj_said_claim(arena, cj_lint_said(l, c)));
    for (at = 0; cj_next_honoured(said, &at, &h);) {
        if (!h.known || !comparable(&names, h.name) || cj_names_have(&names, h.name) ||
            cj_names_have(&ours, h.name) || introduced(l, h.before))
            continue;
        cj_say(cj_find_cell(l, c, h.whole), "persona", names.name[0]);
        return;
    }
}

const cj_rule cj_rule_persona_name_mismatch = {
    .info = {
        .id = "CJ214",
        .name = "persona-name-mismatch",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .step = 1,
        .source = "S2 ペルソナ 同じ顧客像を思い浮かべる",
        .says = { "\"{value}\" is not the persona ({persona}).",
                  "「{value}」はペルソナ（{persona}）と違う名前です。" },
        .why = { "All cells tell of one person. Another name is mostly left over from an older persona "
                 "or copied from another map, and then the text may be about somebody else.",
                 "マップのどのセルも、同じ1人の話です。違う名前は、前のペルソナや別のマップから残ったものが多く、"
                 "内容も別の顧客のものかもしれません。" },
        .mend = { "Put the persona's name into {cell}, or check that the text is about the persona. If it "
                  "is a colleague, say so: \"her manager, Mr. Grant\". Quote a real customer in quotation "
                  "marks.",
                  "{cell} の名前をペルソナに直し、内容もペルソナの話かを確かめます。上司や同僚なら「上司の田中さん」の"
                  "ように書き、実在の顧客の発言は「」でくくります。" },
        .bad = {
            { .edits = { "C22=Relieved: the close is one day shorter\nUnsure: may Ms. Grant run it? [E3]",
                         "B22=期待：早く数字を見たい\n不安：田中さんに聞けない [E1]" } },
            { .edits = { "C23=- Mr Tanaka does not know which rules to switch on [E3]",
                         "C23=・鈴木様はどの機能から使えばよいかわからない [E4]" } },
        },
        .good = {
            { .edits = { "C22=Ms. Wells is relieved: the close is one day shorter [E3]",
                         "B22=期待：佐藤さんは早く数字を見たい [E1]" } },
            { .edits = { "C22=\"Ask Ms. Grant\", one customer said [E3]",
                         "B22=不安：上司の田中さんに聞けない、お客様や皆さんに説明できない [E1]" } },
            { .edits = { "C24=Monthly office hour with Mr. Marco [E2]",
                         "C24=中村さんの活用ウェビナー、「田中さんに聞いた」という声 [E2]" },
              .shows = { "Marco is one of the contributors", "中村さんは参加者、田中さんは引用の中" } },
        },
    },
    .on_cell = persona_name_mismatch,
};
