/* generate.c - maps made up by a seed, and the books in which people might have written them. */
#include "generate.h"
#include "base/buf.h"
#include "base/number.h"
#include <string.h>

typedef struct maker {
    cj_arena *arena;
    gen_map *m;
    uint64_t state;
    cj_sheet *sheet;
    unsigned row0, col0; /* before the first cell of the grid */
    unsigned words;      /* made so far: every text is another one */
} maker;

static unsigned roll(maker *g, unsigned n)
{
    g->state ^= g->state << 13;
    g->state ^= g->state >> 7;
    g->state ^= g->state << 17;
    return (unsigned)(g->state >> 33) % n;
}

static bool chance(maker *g, unsigned percent)
{
    return roll(g, 100) < percent;
}

#define PICK(g, list) (list)[roll((g), sizeof(list) / sizeof *(list))]

static void put(maker *g, unsigned row, unsigned col, cj_str text)
{
    cj_book_cell *c;

    if (!text.n)
        return;
    c = cj_sheet_add(g->arena, g->sheet, row, col);
    c->text = text;
    c->value = cj_number_parse(text, &c->number) ? CJ_V_NUMBER : CJ_V_TEXT;
}

/* ---- words ---------------------------------------------------------------------------------------- */

static bool japanese(const maker *g)
{
    return g->m->lang == CJ_JA;
}

/* Each with a tag that no other text of the map has. */
static cj_str phrase(maker *g)
{
    static const char *const ja[] = { "設定画面を開く", "社内で共有する", "資料を読み直す",
                                      "使い方を調べる", "上司に説明する", "結果を見比べる",
                                      "画面を確かめる", "手順を書き出す" };
    static const char *const en[] = { "open the settings page", "share it with the team",
                                      "read the guide again",   "look up the steps",
                                      "explain it to the boss", "compare the results",
                                      "write the steps down",   "check the screen" };
    unsigned n = g->words++;

    return cj_str_fmt(g->arena, "%s %s%c%c", japanese(g) ? PICK(g, ja) : PICK(g, en),
                      japanese(g) ? "甲" : "tag", 'a' + (int)(n / 26 % 26),
                      'a' + (int)(n % 26));
}

typedef struct labels {
    cj_elem elem;
    const char *ja[4], *en[4];
} labels;

static const labels elements[] = {
    { CJ_GOAL,
      { "顧客のゴール", "ゴール", "お客様のゴール", "到達ゴール" },
      { "Customer Goal", "Goals", "Desired Outcome", "User Goals" } },
    { CJ_BEHAVIOR,
      { "行動", "顧客の行動", "ユーザー行動", "お客様の行動" },
      { "Customer Actions", "Behavior", "User Actions", "Behaviours" } },
    { CJ_MIND,
      { "思考・感情", "思考/感情", "思考と感情", "心理" },
      { "Thoughts & Feelings", "Thoughts and Emotions", "Mindset", "Thoughts/Feelings" } },
    { CJ_PAIN,
      { "課題・ペイン", "ペイン", "ペインポイント", "顧客の悩み" },
      { "Pain Points", "Pains", "Customer Pain", "Customer Challenges" } },
    { CJ_TOUCHPOINT,
      { "タッチポイント", "顧客接点", "接点", "チャネル" },
      { "Touchpoints", "Channels", "Contact Points", "Touch Points" } },
    { CJ_SUCCESS,
      { "成功の定義", "成功条件", "成功基準", "サクセスの定義" },
      { "Definition of Success", "Success Criteria", "Success State", "Success" } },
    { CJ_KPI,
      { "KPI", "KPI・指標", "重要指標", "評価指標" },
      { "KPIs", "Success Metrics", "Key Metrics", "KPI" } },
    { CJ_COUNTERMEASURE,
      { "打ち手(アクション)", "打ち手", "施策", "対応策" },
      { "Countermeasures", "Our Actions", "CS Actions", "Interventions" } },
    { CJ_OWNER,
      { "担当部署", "担当部門", "責任部署", "主担当" },
      { "Owner", "Responsible Team", "Owning Team", "Owners" } },
    { CJ_VOICE,
      { "顧客の声", "お客様の声", "ユーザーの声", "生の声" },
      { "Voice of Customer", "Customer Quotes", "What customers say", "VOC" } },
    { CJ_OPPORTUNITY,
      { "機会", "改善機会", "改善案", "オポチュニティ" },
      { "Opportunities", "Improvement Ideas", "Improvements", "Opportunity" } },
    { CJ_RISK,
      { "解約リスク", "離脱要因", "解約の兆候", "チャーンリスク" },
      { "Churn Risk", "Risk Signals", "Red Flags", "Churn Drivers" } },
};
enum { CORE = 9, ELEMENTS = (int)(sizeof elements / sizeof *elements) };

/* ---- the model ------------------------------------------------------------------------------------ */

static void make_phases(maker *g)
{
    static const char *const ja[] = { "導入期", "活用促進期", "定着期",
                                      "拡大期", "更新期",     "推奨期" };
    static const char *const en[] = { "Onboarding", "Adoption", "Value realization",
                                      "Expansion",  "Renewal",  "Advocacy" };
    static const char *const odd_ja[] = { "立ち上げ", "慣れてきた頃", "全社へ",
                                          "決算前",   "2年目の春",    "卒業" };
    gen_map *m = g->m;
    unsigned from = roll(g, 3), i, style = roll(g, 4);
    bool odd = japanese(g) && chance(g, 10);

    m->n_phases = 2 + roll(g, GEN_PHASES - 1 - from);
    for (i = 0; i < m->n_phases; i++) {
        const char *name = odd ? odd_ja[i] : japanese(g) ? ja[from + i] : en[from + i];

        if (style == 0 || odd)
            m->phase[i] = cj_str_fmt(
                g->arena, japanese(g) ? "フェーズ%u：%s" : "Stage %u: %s", i + 1, name);
        else if (style == 1)
            m->phase[i] = cj_str_fmt(g->arena, "%u. %s", i + 1, name);
        else
            m->phase[i] = cj_str_fmt(g->arena, "%s", name);
        m->period[i] =
            japanese(g)
                ? cj_str_fmt(g->arena, "契約後%u〜%u日", i * 60 + (i > 0), i * 60 + 60)
                : cj_str_fmt(g->arena, "Day %u-%u", i * 60 + (i > 0), i * 60 + 60);
    }
}

static cj_str odd_label(maker *g, const char *label)
{
    switch (roll(g, 9)) {
    case 0:
        return cj_str_fmt(g->arena, "■%s", label);
    case 1:
        return cj_str_fmt(g->arena, "%s：", label);
    case 2:
        return cj_str_fmt(g->arena, japanese(g) ? "%s（具体的に）" : "%s (be specific)",
                          label);
    case 3:
        return cj_str_fmt(g->arena, "【%s】", label);
    case 4:
        return cj_str_fmt(
            g->arena, japanese(g) ? "%s\n例：担当者の言葉で" : "%s\ne.g. in their words",
            label);
    case 5:
        return cj_str_fmt(g->arena, " %s　", label);
    default:
        return cj_str_of(label);
    }
}

static cj_str marked(maker *g, const gen_item *it)
{
    static const char *const forms[] = { " [E%u]", "[E%u]",  "【E%u】", " ［Ｅ%u］",
                                         " (E%u)", " [e%u]", " [E0%u]" };
    static const char *const front_ja[] = { "【仮説】", "【仮】", "（想定）" };
    static const char *const front_en[] = { "[assumption] ", "[hypothesis] ",
                                            "[Assumption] " };
    cj_buf b;

    cj_buf_init(&b, g->arena);
    if (it->assumption)
        cj_buf_z(&b, japanese(g) ? PICK(g, front_ja) : PICK(g, front_en));
    cj_buf_add(&b, it->bare);
    if (it->ref) {
        const char *form = PICK(g, forms);
        const char *at = strchr(form, '%');

        cj_buf_add(&b, (cj_str){ form, (size_t)(at - form) });
        cj_buf_fmt(&b, "%u", it->ref);
        cj_buf_z(&b, at + 2);
    }
    return cj_buf_str(&b);
}

static bool commas(cj_elem e)
{
    return e == CJ_TOUCHPOINT || e == CJ_OWNER;
}

static void write_items(maker *g, cj_elem elem, gen_cell *c)
{
    static const char *const bullets[] = { "・", "- ", "● ", "• ", "* ", "■", "○", "– " };
    unsigned style = c->n > 1 ? roll(g, 6) : 5, i;
    const char *bullet = PICK(g, bullets);
    cj_buf b;

    cj_buf_init(&b, g->arena);
    for (i = 0; i < c->n; i++) {
        cj_str text = marked(g, &c->item[i]);

        if (style == 3)
            cj_buf_z(&b, i ? "; " : "");
        else if (style == 4 && commas(elem) && japanese(g))
            cj_buf_z(&b, i ? "、" : "");
        else
            cj_buf_z(&b, i ? "\n" : "");
        if (style == 0)
            cj_buf_z(&b, bullet);
        else if (style == 1)
            cj_buf_fmt(&b, "%u. ", i + 1);
        else if (style == 2)
            cj_buf_z(&b, i == 0 ? "①" : i == 1 ? "②" : "③");
        cj_buf_add(&b, text);
    }
    c->text = cj_buf_str(&b);
}

static void make_cell(maker *g, cj_elem elem, gen_cell *c)
{
    bool marks =
        elem == CJ_GOAL || elem == CJ_BEHAVIOR || elem == CJ_MIND || elem == CJ_PAIN;
    unsigned i;

    if (chance(g, 6))
        return;
    c->n = elem == CJ_GOAL || elem == CJ_SUCCESS || elem == CJ_CUSTOM
               ? 1
               : 1 + roll(g, GEN_ITEMS);
    for (i = 0; i < c->n; i++) {
        c->item[i].bare = phrase(g);
        c->item[i].ref = marks && chance(g, 40) ? 1 + roll(g, 9) : 0;
        c->item[i].assumption = marks && !c->item[i].ref && chance(g, 12);
    }
    write_items(g, elem, c);
}

static void add_row(maker *g, cj_elem elem, const char *label)
{
    gen_row *r = &g->m->row[g->m->n_rows++];
    unsigned p;

    r->elem = elem;
    r->label = cj_str_of(label);
    r->written = elem == CJ_CUSTOM ? r->label : odd_label(g, label);
    for (p = 0; p < g->m->n_phases; p++)
        make_cell(g, elem, &r->cell[p]);
}

static void make_rows(maker *g)
{
    static const char *const own_ja[] = { "予算コード", "社内メモ欄の色", "お昼の話題" };
    static const char *const own_en[] = { "Cost centre", "Colour code", "Lunch topic" };
    unsigned i, own = 0;

    for (i = 0; i < ELEMENTS; i++) {
        if (chance(g, i < 4 ? 3 : i < CORE ? 12 : 65))
            continue;
        add_row(g, elements[i].elem,
                japanese(g) ? elements[i].ja[roll(g, 4)] : elements[i].en[roll(g, 4)]);
        if (i > 2 && own < 2 && chance(g, 8)) {
            add_row(g, CJ_CUSTOM, japanese(g) ? own_ja[own] : own_en[own]);
            own++;
        }
    }
}

/* ---- sections -------------------------------------------------------------------------------------- */

typedef struct column {
    const char *field, *ja[3], *en[3];
} column;

static const column evidence_columns[] = {
    { "id", { "ID", "根拠ID", "No." }, { "ID", "Evidence ID", "No" } },
    { "type", { "種別", "調査方法", "種類" }, { "Type", "Method", "Source type" } },
    { "date", { "日付", "実施日", "調査日" }, { "Date", "Collected on", "When" } },
    { "n", { "n", "件数", "サンプル数" }, { "n", "Sample Size", "Responses" } },
    { "summary",
      { "内容", "わかったこと", "要約" },
      { "Summary", "Finding", "What we learned" } },
};
static const column kpi_columns[] = {
    { "phase",
      { "フェーズ", "対象フェーズ", "ステージ" },
      { "Phase", "Stage", "Journey stage" } },
    { "name", { "KPI", "指標名", "KPI名" }, { "KPI", "Metric", "KPI Name" } },
    { "target", { "目標値", "目標", "目標値（%）" }, { "Target", "Target value", "Goal" } },
    { NULL,
      { "2025Q1", "2025年1月", "2025年第1四半期" },
      { "2025Q1", "Q1 2025", "Jan 2025" } },
    { "owner", { "担当", "担当部署", "責任者" }, { "Owner", "Responsible", "Team" } },
};
static const column action_columns[] = {
    { "id", { "ID", "打ち手ID", "No" }, { "ID", "Action ID", "No." } },
    { "phase",
      { "フェーズ", "対象フェーズ", "フェーズ名" },
      { "Phase", "Stage", "Journey stage" } },
    { "what", { "打ち手", "施策内容", "やること" }, { "Action", "Action item", "What" } },
    { "due", { "期限", "期日", "完了予定日" }, { "Due", "Deadline", "Due date" } },
    { "status", { "状況", "進捗", "ステータス" }, { "Status", "Progress", "State" } },
};
static const column history_columns[] = {
    { "version", { "バージョン", "版", "版数" }, { "Version", "Ver.", "Revision" } },
    { "date", { "日付", "更新日", "改訂日" }, { "Date", "Updated on", "When" } },
    { "what", { "変更内容", "内容", "改訂内容" }, { "Change", "Changes", "What changed" } },
    { NULL, { "色", "通し番号欄", "棚" }, { "Colour", "Shelf", "Lucky charm" } },
};
static const struct {
    cj_section_kind kind;
    const column *columns;
    unsigned n;
    const char *ja[3], *en[3];
} kinds[] = {
    { CJ_SECTION_EVIDENCE,
      evidence_columns,
      5,
      { "根拠", "根拠一覧", "エビデンス" },
      { "Evidence", "Sources", "Evidence Log" } },
    { CJ_SECTION_KPI,
      kpi_columns,
      5,
      { "KPI", "KPI一覧", "指標一覧" },
      { "KPI", "KPIs", "KPI List" } },
    { CJ_SECTION_ACTIONS,
      action_columns,
      5,
      { "打ち手", "施策一覧", "アクションプラン" },
      { "Actions", "Action Plan", "Countermeasures" } },
    { CJ_SECTION_HISTORY,
      history_columns,
      4,
      { "更新履歴", "改訂履歴", "変更履歴" },
      { "History", "Change Log", "Revision History" } },
};

static bool same(const char *a, const char *b)
{
    return a && strcmp(a, b) == 0;
}

static cj_str value_of(maker *g, cj_section_kind kind, const char *field, unsigned record)
{
    static const char *const dates[] = { "2025-06-03", "2025/6/3", "2025年6月3日",
                                         "令和7年6月3日" };

    if (same(field, "id"))
        return cj_str_fmt(g->arena, "%s%u", kind == CJ_SECTION_EVIDENCE ? "E" : "A",
                          record + 1);
    if (same(field, "phase"))
        return g->m->phase[roll(g, g->m->n_phases)];
    if (same(field, "date") || same(field, "due"))
        return cj_str_of(PICK(g, dates));
    if (same(field, "n") || same(field, "target") || (!field && kind == CJ_SECTION_KPI))
        return cj_str_fmt(g->arena, "%u", 10 + roll(g, 90));
    if (same(field, "version"))
        return cj_str_fmt(g->arena, "1.%u", record);
    if (same(field, "status"))
        return cj_str_of(japanese(g) ? "実施中" : "In progress");
    if (same(field, "type"))
        return cj_str_of(japanese(g) ? "アンケート" : "Survey");
    return phrase(g);
}

static void make_section(maker *g, unsigned kind)
{
    gen_section *s = &g->m->section[g->m->n_sections++];
    const column *order[8];
    unsigned i, k, n = kinds[kind].n;

    s->kind = kinds[kind].kind;
    s->n_columns = n;
    s->n_records = 1 + roll(g, GEN_RECORDS);
    for (i = 0; i < n; i++)
        order[i] = &kinds[kind].columns[i];
    for (i = n; chance(g, 50) && --i > 0;) {
        const column *swap = order[i];

        k = roll(g, i + 1);
        order[i] = order[k];
        order[k] = swap;
    }
    for (i = 0; i < n; i++) {
        s->field[i] = order[i]->field;
        s->column[i] = cj_str_of((japanese(g) ? order[i]->ja : order[i]->en)[roll(g, 3)]);
        for (k = 0; k < s->n_records; k++)
            s->value[k][i] = value_of(g, s->kind, s->field[i], k);
    }
}

/* ---- the book -------------------------------------------------------------------------------------- */

/* In the grid's own axes: i along the elements, j along the phases. */
static void put_grid(maker *g, unsigned i, unsigned j, cj_str text)
{
    put(g, g->row0 + (g->m->down ? j : i), g->col0 + (g->m->down ? i : j), text);
}

static unsigned put_meta(maker *g, unsigned row)
{
    gen_map *m = g->m;
    const char *purpose = japanese(g) ? "目的" : "Purpose";
    const char *version = japanese(g) ? "バージョン" : "Version";
    unsigned style = roll(g, 4);

    if (chance(g, 40))
        return row;
    m->purpose = phrase(g);
    m->version = cj_str_fmt(g->arena, "1.%u", roll(g, 9));
    if (style == 0) {
        put(g, row, 1, cj_str_of(purpose));
        put(g, row++, 2, m->purpose);
        put(g, row, 1, cj_str_of(version));
        put(g, row++, 2, m->version);
    } else if (style == 1) {
        put(g, row, 1, cj_str_of(purpose));
        put(g, row, 2, m->purpose);
        put(g, row, 3, cj_str_of(version));
        put(g, row++, 4, m->version);
    } else if (style == 2) {
        put(g, row++, 1, cj_str_fmt(g->arena, "%s：" CJ_FMT, purpose, CJ_ARG(m->purpose)));
        put(g, row++, 1, cj_str_fmt(g->arena, "%s: " CJ_FMT, version, CJ_ARG(m->version)));
    } else {
        put(g, row++, 1,
            cj_str_fmt(g->arena, "%s：" CJ_FMT "　%s：" CJ_FMT, purpose, CJ_ARG(m->purpose),
                       version, CJ_ARG(m->version)));
    }
    return row;
}

static unsigned put_head(maker *g)
{
    unsigned row = 1;

    if (chance(g, 50))
        put(g, row++, 1,
            cj_str_of(japanese(g) ? "顧客体験の見取り図 2025年度" : "Our customers, FY25"));
    row = put_meta(g, row);
    if (row > 1)
        row += roll(g, 2);
    return row;
}

static void put_headers(maker *g, unsigned periods)
{
    static const char *const corner_ja[] = { "項目", "フェーズ", "", "ステージ" };
    static const char *const corner_en[] = { "Stage", "Phase", "", "Element" };
    gen_map *m = g->m;
    unsigned p;

    put_grid(g, 1, 1, cj_str_of(japanese(g) ? PICK(g, corner_ja) : PICK(g, corner_en)));
    for (p = 0; p < m->n_phases; p++) {
        cj_str name = m->phase[p];

        if (periods == 1)
            name = cj_str_fmt(g->arena, CJ_FMT "（" CJ_FMT "）", CJ_ARG(name),
                              CJ_ARG(m->period[p]));
        else if (periods == 2)
            name = cj_str_fmt(g->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(name),
                              CJ_ARG(m->period[p]));
        m->phase[p] = name;
        put_grid(g, 1, p + 2, name);
    }
}

static void add_period_row(maker *g)
{
    gen_row *r;
    unsigned p;

    memmove(&g->m->row[1], &g->m->row[0], sizeof *r * g->m->n_rows++);
    r = &g->m->row[0];
    memset(r, 0, sizeof *r);
    r->elem = CJ_PERIOD;
    r->label = r->written = cj_str_of(japanese(g) ? "期間" : "Period");
    for (p = 0; p < g->m->n_phases; p++) {
        r->cell[p].text = r->cell[p].item[0].bare = g->m->period[p];
        r->cell[p].n = 1;
    }
}

/* The last line of the grid. */
static unsigned put_rows(maker *g)
{
    unsigned i = 1, r, p, spacer = chance(g, 15) ? 1 + roll(g, 5) : 99;

    for (r = 0; r < g->m->n_rows; r++) {
        i += 1 + (r == spacer && !g->m->down);
        put_grid(g, i, 1, g->m->row[r].written);
        for (p = 0; p < g->m->n_phases; p++)
            put_grid(g, i, p + 2, g->m->row[r].cell[p].text);
    }
    return g->m->down ? g->m->n_phases + 1 : i;
}

static unsigned put_section(maker *g, const gen_section *s, unsigned row)
{
    unsigned i, k;

    row += chance(g, 15);
    for (i = 0; i < s->n_columns; i++)
        put(g, row, i + 1, s->column[i]);
    for (k = 0; k < s->n_records; k++) {
        row += 1 + chance(g, 8);
        for (i = 0; i < s->n_columns; i++)
            put(g, row, i + 1, s->value[k][i]);
    }
    return row;
}

static cj_str title_of(maker *g, cj_section_kind kind)
{
    unsigned i = 0;

    while (kinds[i].kind != kind)
        i++;
    return cj_str_of((japanese(g) ? kinds[i].ja : kinds[i].en)[roll(g, 3)]);
}

static void put_stacked(maker *g, unsigned row)
{
    static const char *const marks[][2] = {
        { "■", "" }, { "# ", "" }, { "【", "】" }, { "[", "]" }, { "◆ ", "" }
    };
    unsigned i, k;

    for (i = 0; i < g->m->n_sections; i++) {
        cj_str title = title_of(g, g->m->section[i].kind);

        k = roll(g, 5);
        row += 2;
        put(g, row, 1,
            cj_str_fmt(g->arena, "%s" CJ_FMT "%s", marks[k][0], CJ_ARG(title),
                       marks[k][1]));
        row = put_section(g, &g->m->section[i], row + 1);
    }
}

static void put_sheets(maker *g)
{
    unsigned i, row;

    for (i = 0; i < g->m->n_sections; i++) {
        cj_str title = title_of(g, g->m->section[i].kind);

        g->sheet = cj_book_add_sheet(g->arena, g->m->book, title);
        row = 1;
        if (chance(g, 30)) {
            put(g, row, 1, title);
            row += 1 + roll(g, 2);
        }
        put_section(g, &g->m->section[i], row);
        cj_sheet_seal(g->arena, g->sheet);
    }
}

static void make_book(maker *g)
{
    unsigned periods = roll(g, 4), last;

    g->m->book = cj_book_new(g->arena, CJ_XLSX);
    g->sheet = cj_book_add_sheet(g->arena, g->m->book,
                                 cj_str_of(japanese(g) ? "ジャーニー" : "Sheet1"));
    g->row0 = put_head(g) - 1;
    g->col0 = g->row0 ? 0 : roll(g, 2);
    if (periods == 3)
        add_period_row(g);
    put_headers(g, periods);
    last = g->row0 + put_rows(g);
    if (chance(g, 50)) {
        put_stacked(g, last);
        cj_sheet_seal(g->arena, g->sheet);
    } else {
        cj_sheet_seal(g->arena, g->sheet);
        put_sheets(g);
    }
}

gen_map *gen_make(cj_arena *arena, unsigned seed)
{
    maker g = { .arena = arena,
                .m = CJ_NEW(arena, gen_map),
                .state = (seed + 1) * 0x9e3779b97f4a7c15u };
    unsigned i;

    for (i = 0; i < 8; i++)
        roll(&g, 2);
    g.m->seed = seed;
    g.m->lang = chance(&g, 55) ? CJ_JA : CJ_EN;
    g.m->down = chance(&g, 30);
    make_phases(&g);
    make_rows(&g);
    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (chance(&g, 45))
            make_section(&g, i);
    make_book(&g);
    return g.m;
}

cj_str gen_show(cj_arena *arena, const cj_book *book)
{
    unsigned row = 1, col = 1;
    size_t s, i, k;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (s = 0; s < book->n_sheets; s++) {
        cj_buf_fmt(&b, "\n=== " CJ_FMT "\n", CJ_ARG(book->sheets[s].name));
        row = col = 1;
        for (i = 0; i < book->sheets[s].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&book->sheets[s], i);

            for (; row < c->row; row++, col = 1)
                cj_buf_byte(&b, '\n');
            for (; col < c->col; col++)
                cj_buf_byte(&b, '\t');
            for (k = 0; k < c->text.n; k++)
                if (c->text.p[k] == '\n')
                    cj_buf_z(&b, "\\n");
                else
                    cj_buf_byte(&b, c->text.p[k]);
        }
        cj_buf_byte(&b, '\n');
    }
    return cj_buf_str(&b);
}
