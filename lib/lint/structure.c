/* structure.c - CJ1xx: the rows, columns and sections of the map, and how they were understood. */
#include "lint/rule.h"
#include "lint/nearest.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/labels.h"
#include "map/normal.h"
#include <string.h>

enum {
    MAX_NEAREST = 20
}; /* looked up for the first rows only: a sheet of rows is no map */

static void say_nearest(cj_lint *l, cj_finding *f, cj_elem near)
{
    cj_str en = CJ_STR(""), ja = CJ_STR("");

    if (near != CJ_CUSTOM) {
        en = cj_str_fmt(cj_lint_arena(l), " Closest: %s.", cj_elem_label(near, CJ_EN));
        ja = cj_str_fmt(cj_lint_arena(l), "近い項目: %s。", cj_elem_label(near, CJ_JA));
    }
    cj_say_both(f, "hint", en, ja);
}

static void unknown_element_label(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i, n = 0;

    for (i = 0; i < map->n_elements; i++) {
        const cj_element *e = &map->elements[i];
        cj_elem near = CJ_CUSTOM;

        if (e->elem != CJ_CUSTOM)
            continue;
        if (n++ < MAX_NEAREST)
            near = cj_nearest_element(cj_lint_arena(l), map, e->label);
        say_nearest(l, cj_find_element(l, e), near);
    }
}

const cj_rule cj_rule_unknown_element_label = {
    .info = {
        .id = "CJ103",
        .name = "unknown-element-label",
        .severity = { CJ_INFO, CJ_INFO, CJ_WARNING },
        .source = "S2 自社の状況に合わせて項目を追加・削除",
        .says = { "Element \"{value}\" is not a known element (kept as a custom {row}).{hint}",
                  "項目「{value}」は標準の項目に対応しません（独自項目として残します）。{hint}" },
        .why = { "Rows of your own are welcome. But what they say is not checked, and a misspelt "
                 "name hides a row that the map should have.",
                 "独自の項目を加えるのは問題ありません。ただし中身は点検されません。書き間違いの場合は、"
                 "必要な項目が「ない」と見なされてしまいます。" },
        .mend = { "If the row is one of the known ones, give it that name in {cell}. If it is your "
                  "own, leave it as it is.",
                  "標準の項目のつもりなら、{cell} の名前をその項目名に直します。自社独自の項目なら、そのままで"
                  "かまいません。" },
        .bad = {
            { .edits = { "A24=Squad notes", "A24=プロダクト連携メモ" } },
            { .edits = { "A24=Touchpionts", "A24=タッチポンイト" } },
        },
        .good = {
            { .edits = { "A23=Frustrations", "A23=困りごと" } },
            { .edits = { "A24=Channels", "A24=顧客接点" } },
        },
    },
    .on_map = unknown_element_label,
};

/* The row before e that means the same; NULL: there is none. */
static const cj_element *earlier(const cj_map *map, const cj_element *e)
{
    const cj_element *first;

    for (first = map->elements; first < e; first++)
        if (first->elem == e->elem && first->label.n)
            return first;
    return NULL;
}

static bool plain(cj_lint *l, const cj_element *e)
{
    return cj_labels_id(CJ_FAM_ELEM, cj_label_key(cj_lint_arena(l), e->label)) >= 0;
}

/* 担当（主） beside 担当（副） */
static bool bracketed(cj_str label)
{
    uint32_t last = cj_utf8_last(cj_utf8_trim(label));

    return last == ')' || last == ']' || last == 0xff09 || last == 0x3011;
}

/* タッチポイント（オンライン） beside タッチポイント（対面）: the labels say why there are two. */
static bool told_apart(cj_lint *l, const cj_element *a, const cj_element *b)
{
    if (bracketed(a->label) && bracketed(b->label) && !cj_str_eq(a->label, b->label))
        return true;
    return !cj_str_eq(a->label, b->label) && (!plain(l, a) || !plain(l, b));
}

/* 感情 told with faces above 感情スコア told with figures: one shows what the other counts. */
static bool drawn(const cj_element *a, const cj_element *b)
{
    return a->elem == CJ_SENTIMENT && a->named != b->named;
}

/* Under other groups (顧客, 自社) equal labels are other rows, and of remarks nobody needs one row. */
static void duplicate_element_row(cj_lint *l, const cj_element *e)
{
    const cj_element *first;
    cj_finding *f;
    char ref[CJ_REF_MAX];

    if (e->elem == CJ_CUSTOM || e->elem == CJ_NOTE || !e->label.n)
        return;
    first = earlier(cj_lint_map(l), e);
    if (!first || !cj_str_eq(first->group, e->group) || drawn(first, e))
        return;
    cj_ref(ref, first->at.row, first->at.col);
    f = cj_find_element(l, e);
    if (told_apart(l, first, e))
        f->at_most = CJ_INFO;
    cj_say(f, "other",
           cj_str_fmt(cj_lint_arena(l), "%s " CJ_FMT, ref, CJ_ARG(first->label)));
}

const cj_rule cj_rule_duplicate_element_row = {
    .info = {
        .id = "CJ104",
        .name = "duplicate-element-row",
        .severity = { CJ_WARNING, CJ_ERROR, CJ_ERROR },
        .source = "S2 Step 3",
        .says = { "Two {row}s mean \"{canonical}\": {cell} \"{value}\" and {other}. Merge them or "
                  "rename one.",
                  "「{canonical}」を表す項目が2つあります（{cell}「{value}」と {other}）。1つにまとめるか、"
                  "片方の名前を変えてください。" },
        .why = { "When one question is answered in two places, people read one of them, and the "
                 "other goes stale.",
                 "同じことを書く場所が2つあると、片方だけが読まれ、もう片方は古いまま残ります。" },
        .mend = { "Move the texts of {cell}'s {row} into the other one and delete this {row}; or "
                  "give it a name that says what is different.",
                  "{cell} の{row}の内容をもう一方に移し、この{row}を削除します。別の内容なら、違いが分かる名前に"
                  "変えます。" },
        .bad = {
            { .edits = { "A24=Challenges", "A24=困りごと" },
              .shows = { "a row \"Pain Points\" and a row \"Challenges\"",
                         "「課題・ペイン」の行と「困りごと」の行がある" } },
            { .edits = { "A28=Customer Actions", "A28=行動" },
              .shows = { "two rows \"Customer Actions\"", "「行動」の行が2つある" } },
        },
        .good = {
            { .edits = { "A22=Thoughts ;; A24=Emotions", "A22=思考 ;; A24=感情" },
              .shows = { "a row \"Thoughts\" and a row \"Emotions\"",
                         "「思考」の行と「感情」の行がある" } },
            { .edits = { "A24=Our own issues", "A24=自社の課題" },
              .shows = { "rows \"Pain Points\" and \"Our own issues\"",
                         "「課題・ペイン」の行と「自社の課題」の行がある" } },
            { .edits = { "A28=Emotion ;; B28=😊 ;; C28=😟 ;; D28=🙂 ;; A29=Emotion score ;; "
                         "B29=4 ;; C29=2 ;; D29=3",
                         "A28=感情 ;; B28=😊 ;; C28=😟 ;; D28=🙂 ;; E28=😐 ;; A29=感情スコア ;; "
                         "B29=4 ;; C29=2 ;; D29=3 ;; E29=3" },
              .shows = { "Emotion: 😊 😟 🙂 above Emotion score: 4 2 3",
                         "感情: 😊 😟 🙂 😐 の下に 感情スコア: 4 2 3 3" } },
        },
    },
    .on_element = duplicate_element_row,
};

static bool kindred(cj_elem a, cj_elem b)
{
    bool mind_a = a == CJ_MIND || a == CJ_THOUGHT || a == CJ_EMOTION || a == CJ_SENTIMENT;
    bool mind_b = b == CJ_MIND || b == CJ_THOUGHT || b == CJ_EMOTION || b == CJ_SENTIMENT;

    return a == b || (mind_a && mind_b);
}

static bool other(const cj_element *e, cj_elem elem)
{
    return !kindred(e->elem, elem) && (e->also == CJ_CUSTOM || !kindred(e->also, elem));
}

/* The label holds the word of another element too: 課題への対応施策. */
static bool names_several(cj_arena *arena, const cj_element *e)
{
    cj_known_words k = cj_known_words_of(arena, e->label);
    cj_elem elem;

    while (cj_known_word_next(&k, &elem))
        if (other(e, elem))
            return true;
    return false;
}

/* What decided between two meanings is told as an information; a guess is what it is. A known word
 * inside a longer label is worth a remark only where another reading is possible at all; and where
 * feelings are told as numbers, the numbers say so. */
static void ambiguous_element_label(cj_lint *l, const cj_element *e)
{
    bool doubtful = e->reading == CJ_READ_BY_RULE || e->reading == CJ_READ_GUESSED;
    cj_finding *f;

    if (!e->label.n || e->elem == CJ_CUSTOM || e->elem == CJ_SENTIMENT)
        return;
    if (!doubtful &&
        (e->reading != CJ_READ_CONTAINED || !names_several(cj_lint_arena(l), e)))
        return;
    f = cj_find_element(l, e);
    if (e->reading != CJ_READ_GUESSED)
        f->at_most = CJ_INFO;
    if (doubtful)
        cj_say_both(f, "hint", CJ_STR("can mean several things"),
                    CJ_STR("意味がいくつか考えられます"));
    else
        cj_say_both(f, "hint", CJ_STR("names several elements"),
                    CJ_STR("ほかの項目の言葉も含んでいます"));
}

/* A label of several elements keeps its words: one name would hide the other. */
static cj_str named_plainly(cj_lint *l, const cj_finding *f, cj_str text)
{
    const cj_map *map = cj_lint_map(l);
    const cj_element *e = f->element >= 0 ? &map->elements[f->element] : NULL;

    if (!e || (e->reading != CJ_READ_BY_RULE && e->reading != CJ_READ_GUESSED) ||
        !cj_str_eq(cj_utf8_trim(text), cj_utf8_trim(e->label)))
        return cj_str_of(NULL);
    return cj_str_of(cj_elem_label(e->elem, map->lang));
}

const cj_rule cj_rule_ambiguous_element_label = {
    .info = {
        .id = "CJ105",
        .name = "ambiguous-element-label",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .source = "S2 打ち手(アクション) と 行動",
        .says = { "Label \"{value}\" {hint}; read as \"{canonical}\". Rename it to be sure.",
                  "項目名「{value}」は{hint}。「{canonical}」として読みました。名前を変えると確実です。" },
        .why = { "Actions of the customer or of our team? If the label does not say it, colleagues "
                 "fill the same row with different things.",
                 "「アクション」は顧客の行動とも自社の打ち手とも読めます。名前で区別しないと、書く人によって"
                 "中身がばらばらになります。" },
        .mend = { "Write the plain name into {cell}: \"{canonical}\", if that is what the {row} "
                  "holds.",
                  "{cell} の名前を変えます。この{row}の中身が「{canonical}」なら、その名前にすると誰が見ても"
                  "分かります。" },
        .bad = {
            { .edits = { "A21=Actions", "A21=アクション" } },
            { .edits = { "A20=Objective", "A20=目標" } },
        },
        .good = {
            { .edits = { "A21=Customer Actions", "A21=顧客の行動" } },
            { .edits = { "A23=Main pain points", "A23=主な課題" } },
        },
    },
    .on_element = ambiguous_element_label,
    .amends = named_plainly,
};

static void empty_phase_column(cj_lint *l, const cj_phase *p)
{
    const cj_map *map = cj_lint_map(l);
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (!cj_lint_blank(l, &map->elements[i].cells[p->order]))
            return;
    cj_find_phase(l, p);
}

const cj_rule cj_rule_empty_phase_column = {
    .info = {
        .id = "CJ106",
        .name = "empty-phase-column",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_ERROR },
        .fix = CJ_FIX_UNSAFE,
        .source = "S2 分かるところから書き出す",
        .says = { "Phase \"{phase}\" has no content. Fill what you know or remove the {column}.",
                  "フェーズ「{phase}」に記入がありません。分かる項目から埋めるか、{column}を消してください。" },
        .why = { "An empty phase promises something that nobody has looked at. A map with fewer "
                 "phases that are filled helps more.",
                 "空のフェーズがあると、まだ誰も調べていないことまで決まっているように見えます。フェーズが少なくても、"
                 "中身のあるマップのほうが役に立ちます。" },
        .mend = { "Begin in the {column} of {cell} with what you know best, such as the customer's "
                  "goal. If the phase is not for now, delete the {column}.",
                  "{cell} の{column}に、顧客のゴールなど分かるところから書きます。今は扱わないフェーズなら、"
                  "{column}ごと削除します。" },
        .bad = {
            { .edits = { "D18= ;; D19= ;; D20= ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; D26= ;; "
                         "D27= ;; D28=",
                         "D18= ;; D19= ;; D20= ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; D26= ;; "
                         "D27= ;; D28=" },
              .at = { "D17", "D17" },
              .shows = { "Onboarding | Adoption | Renewal: nothing below it",
                         "導入期 | 活用促進期 | 拡大期: その下が全部空" } },
            { .edits = { "D18= ;; D19= ;; D20=TBD ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; "
                         "D26=TBD ;; D27= ;; D28=",
                         "D18= ;; D19= ;; D20=未定 ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; "
                         "D26=未定 ;; D27= ;; D28=" },
              .at = { "D17", "D17" },
              .shows = { "Renewal: nothing below it but \"TBD\"",
                         "更新期: その下が「未定」だけ" } },
        },
        .good = {
            { .edits = { "D18= ;; D19= ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; D26= ;; D27= ;; "
                         "D28=",
                         "D18= ;; D19= ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; D26= ;; D27= ;; "
                         "D28=" },
              .shows = { "Renewal: the customer's goal alone", "更新期: 顧客のゴールだけある" } },
            { .edits = { "D20=", "D20=" },
              .shows = { "Renewal: all but the goal (that is CJ305)",
                         "更新期: ゴール以外はある（これは CJ305）" } },
        },
    },
    .on_phase = empty_phase_column,
};

enum { MAX_REQUIRED = 3 };

typedef struct required {
    cj_section_kind kind;
    cj_family family;
    const char *field[MAX_REQUIRED];
} required;

static const required tables[] = {
    { CJ_SECTION_EVIDENCE, CJ_FAM_EVCOL, { "id", "type", "summary" } },
    { CJ_SECTION_KPI, CJ_FAM_KPICOL, { "name" } },
    { CJ_SECTION_ACTIONS, CJ_FAM_ACTCOL, { "what" } },
    { CJ_SECTION_HISTORY, CJ_FAM_HISCOL, { "version", "date", "what" } },
};

static bool has_column(const cj_section *s, const char *field)
{
    size_t i;

    for (i = 0; i < s->n_columns; i++)
        if (s->columns[i].field && !strcmp(s->columns[i].field, field))
            return true;
    return !strcmp(field, "summary") &&
           has_column(s, "quote"); /* the customer's own words */
}

static void add_column_name(cj_buf *b, const required *t, const char *field, cj_lang lang)
{
    const char *name;
    unsigned id;

    for (id = 0; (name = cj_labels_name(t->family, id)) != NULL; id++)
        if (!strcmp(name, field)) {
            const char *label = cj_labels_canonical(t->family, id, lang);

            cj_buf_fmt(b, "%s%s", b->n ? "\n" : "", label ? label : field);
            return;
        }
}

static cj_span section_place(const cj_section *s)
{
    return s->at.row || !s->n_columns ? s->at : s->columns[0].at;
}

static void judge_columns(cj_lint *l, const cj_section *s, const required *t)
{
    cj_buf en, ja;
    size_t i;
    cj_finding *f;

    cj_buf_init(&en, cj_lint_arena(l));
    cj_buf_init(&ja, cj_lint_arena(l));
    for (i = 0; i < MAX_REQUIRED && t->field[i]; i++)
        if (!has_column(s, t->field[i])) {
            add_column_name(&en, t, t->field[i], CJ_EN);
            add_column_name(&ja, t, t->field[i], CJ_JA);
        }
    if (!en.n)
        return;
    f = cj_find_at(l, section_place(s), s->title);
    cj_say(f, "section", s->title);
    cj_say_both(f, "list", cj_buf_str(&en), cj_buf_str(&ja));
}

static void required_column_missing(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i, t;

    for (i = 0; i < map->n_sections; i++)
        for (t = 0; map->sections[i].n_records && t < sizeof tables / sizeof *tables; t++)
            if (tables[t].kind == map->sections[i].kind)
                judge_columns(l, &map->sections[i], &tables[t]);
}

const cj_rule cj_rule_required_column_missing = {
    .info = {
        .id = "CJ112",
        .name = "required-column-missing",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_ERROR },
        .fix = CJ_FIX_SCAFFOLD,
        .source = "標準の表の列 / columns of the standard tables",
        .says = { "\"{section}\" lacks: {list}. Add a column with that header.",
                  "「{section}」に列がありません: {list}。この見出しの列を追加してください。" },
        .why = { "Evidence is found by its ID, a KPI by its name, a change by its version and date. "
                 "Without that column the rest of the row cannot be used.",
                 "根拠はID、KPIは名前、更新履歴はバージョンと日付で結び付けます。その列がないと、行のほかの"
                 "内容も使えません。" },
        .mend = { "Add the missing headers to the table under {cell} and fill the column. If you "
                  "have the column under another name, rename its header.",
                  "{cell} の表の見出し行に列を追加して、各行に記入します。別の名前の列がある場合は、見出しを"
                  "書き換えます。" },
        .bad = {
            { .edits = { "A43=Colour", "A43=色" },
              .at = { "A42", "A42" },
              .shows = { "Evidence: Colour | Type | Date | Summary", "根拠: 色 | 種別 | 日付 | 内容" } },
            { .edits = { "A58= ;; B58=", "A71= ;; B71=" },
              .at = { "A57", "A70" },
              .shows = { "History: Kind | Change | Why", "更新履歴: 区分 | 変更内容 | 理由・学び" } },
        },
        .good = {
            { .edits = { "E43=Quote", "E43=顧客の声" },
              .shows = { "Evidence: ID | Type | Date | Quote", "根拠: ID | 種別 | 日付 | 顧客の声" } },
            { .edits = { "C43=Colour", "C43=色" },
              .shows = { "Evidence: ID | Type | Colour | Summary", "根拠: ID | 種別 | 色 | 内容" } },
        },
    },
    .on_map = required_column_missing,
};
