/* persona_cells.c - CJ214: whether the cells tell of the persona or of somebody else. */
#include "lint/department.h"
#include "lint/persona.h"
#include "lint/said.h"
#include "base/utf8.h"
#include "map/lexicon.h"
#include "map/people.h"

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
    role = cj_str_fmt(cj_lint_arena(l), CJ_FMT " " CJ_FMT,
                      CJ_ARG(cj_persona_field(l, "role")), CJ_ARG(cj_persona_line(l)));
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
        cj_people_read(ours.arena,
                       cj_utf8_head(cj_lint_map(l)->meta[fields[i]].text, CJ_PERSONA_FAR),
                       &people);
        for (k = 0; k < people.n; k++)
            cj_names_add(&ours, people.person[k].name);
    }
    return ours;
}

/* "her manager, Mr. Grant" */
static bool introduced_en(cj_str before)
{
    enum { NEAR = 40 };
    cj_str hit;

    return cj_lexicon_find(CJ_LEX_RELATION, cj_utf8_tail(before, NEAR), &hit);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* What was folded, as the cell has it: Ms. Grant; itself where it is not found. */
static cj_str as_written(cj_str text, cj_str folded)
{
    size_t at, i;

    for (at = 0; at + folded.n <= text.n; at++) {
        for (i = 0; i < folded.n && lower(text.p[at + i]) == folded.p[i]; i++)
            ;
        if (i == folded.n)
            return cj_str_cut(text, at, i);
    }
    return folded;
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
    cj_str said, name;
    size_t at = 0;

    if (!tells_of_the_persona(c->elem) || cj_lint_blank(l, c) ||
        !cj_next_honoured(cj_lint_said(l, c), &at, &h))
        return;
    names = cj_persona_names(l);
    ours = our_names(l);
    said = cj_said_unquoted(arena, cj_said_claim(arena, cj_lint_said(l, c)));
    for (at = 0; cj_next_honoured(said, &at, &h);) {
        if (!h.known || !comparable(&names, h.name) || cj_names_have(&names, h.name) ||
            cj_names_have(&ours, h.name) ||
            (japanese(h.name) ? introduced(l, h.before) : introduced_en(h.before)))
            continue;
        name = cj_persona_field(l, "name");
        cj_say(cj_find_cell(l, c, as_written(c->text, h.whole)), "persona",
               name.n ? name : cj_persona_line(l));
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
