/* script_model.c - small maps made up by a seed. */
#include "script.h"
#include "base/likeness.h"
#include <string.h>

unsigned script_roll(script_maker *g, unsigned n)
{
    g->state ^= g->state << 13;
    g->state ^= g->state >> 7;
    g->state ^= g->state << 17;
    return (unsigned)(g->state >> 33) % n;
}

bool script_chance(script_maker *g, unsigned percent)
{
    return script_roll(g, 100) < percent;
}

const char *script_says(const script_maker *g, const char *ja, const char *en)
{
    return g->lang == CJ_JA ? ja : en;
}

/* ---- words ------------------------------------------------------------------------------------ */

enum { WORDS = 24 };

static const char *const words_ja[3][WORDS] = {
    { "毎朝",     "月末に",   "会議の前に", "現場で",   "慌てて",     "一人で",
      "隣の席と", "昼休みに", "自宅から",   "初日に",   "二度三度と", "手元で",
      "電話で",   "念入りに", "口頭で",     "先週から", "夜遅く",     "横目で",
      "駆け足で", "こっそり", "皆の前で",   "紙の上で", "半年ぶりに", "恐る恐る" },
    { "請求書",         "集計表",         "権限",   "操作手順", "取引先",     "社内規程",
      "ダッシュボード", "議事録",         "予算案", "通知",     "見積り",     "在庫数",
      "部下",           "バナー",         "稟議",   "グラフ",   "写真",       "検索窓",
      "契約日",         "問い合わせ窓口", "連携先", "用語",     "アカウント", "研修動画" },
    { "配り直す",     "見比べる",     "直してもらう", "諦めかける", "褒められる",
      "探し回る",     "書き写す",     "止めておく",   "思い出す",   "尋ねる",
      "並べ替える",   "消してしまう", "送り返す",     "頼み込む",   "眺める",
      "確かめたい",   "覚えきれない", "嫌がられる",   "印刷する",   "貼り付ける",
      "説明できない", "任せたい",     "後回しにする", "増やす" }
};
static const char *const words_en[3][WORDS] = {
    { "every morning", "at month end",   "before the meeting", "on site",
      "in a hurry",    "alone",          "with a neighbour",   "over lunch",
      "from home",     "on day one",     "twice or more",      "by hand",
      "on the phone",  "very carefully", "out loud",           "since last week",
      "late at night", "sideways",       "at full speed",      "quietly",
      "in public",     "on paper",       "after half a year",  "hesitantly" },
    { "invoices",     "summary tables", "permissions",    "manuals",        "suppliers",
      "policies",     "dashboards",     "minutes",        "budgets",        "alerts",
      "estimates",    "stock levels",   "juniors",        "banners",        "approvals",
      "charts",       "photos",         "the search box", "contract dates", "the help desk",
      "integrations", "jargon",         "accounts",       "training films" },
    { "hand out",        "compare",   "get fixed", "give up on",
      "are praised for", "hunt for",  "copy",      "put off",
      "remember",        "ask about", "reorder",   "lose",
      "return",          "beg for",   "gaze at",   "double-check",
      "cannot memorise", "dislike",   "print",     "paste in",
      "fail to explain", "delegate",  "postpone",  "multiply" }
};

static cj_str put_together(const script_maker *g, const unsigned w[3])
{
    if (g->lang == CJ_JA)
        return cj_str_fmt(g->arena, "%s%sを%s", words_ja[0][w[0]], words_ja[1][w[1]],
                          words_ja[2][w[2]]);
    return cj_str_fmt(g->arena, "%s %s %s", words_en[2][w[2]], words_en[1][w[1]],
                      words_en[0][w[0]]);
}

/* No two share two of their three words: what is alike is meant to be. */
cj_str script_phrase(script_maker *g)
{
    unsigned w[3], tries, i;

    for (tries = 0; tries < 200; tries++) {
        for (i = 0; i < 3; i++)
            w[i] = script_roll(g, WORDS);
        if (!g->said[0][w[0]][w[1]] && !g->said[1][w[1]][w[2]] && !g->said[2][w[2]][w[0]])
            break;
    }
    g->said[0][w[0]][w[1]] = g->said[1][w[1]][w[2]] = g->said[2][w[2]][w[0]] = true;
    return put_together(g, w);
}

static unsigned alike(cj_arena *arena, cj_str a, cj_str b)
{
    cj_pairs x = cj_pairs_of(arena, cj_item_key(arena, a)),
             y = cj_pairs_of(arena, cj_item_key(arena, b));

    return cj_likeness(&x, &y);
}

cj_str script_reworded(script_maker *g, cj_str text)
{
    static const char *const ja[] = { "いつも", "まだ", "なるべく", "とても" };
    static const char *const en[] = { "always ", "still ", "mostly ", "really " };
    static const char *const end_ja[] = { "ことがある", "と言う", "つもり", "ようだ" };
    static const char *const end_en[] = { " at times", " as told", " if asked", " or so" };
    unsigned i = script_roll(g, 4), tries;
    cj_str now = text;

    for (tries = 0; tries < 8; tries++, i = (i + 1) % 4) {
        now = script_chance(g, 50) ? cj_str_fmt(g->arena, "%s" CJ_FMT,
                                                script_says(g, ja[i], en[i]), CJ_ARG(text))
                                   : cj_str_fmt(g->arena, CJ_FMT "%s", CJ_ARG(text),
                                                script_says(g, end_ja[i], end_en[i]));
        if (alike(g->arena, text, now) >= 60)
            break;
    }
    return now;
}

/* Canonical ones once each, and names of a team's own. */
cj_str script_phase_name(script_maker *g)
{
    static const char *const ja[] = {
        "導入期",       "活用促進期", "拡大期",   "更新期",     "推奨期",   "検討期",
        "立ち上げの山", "全社への旗", "決算の前", "二年目の春", "卒業",     "棚卸しの頃",
        "夜明け",       "大掃除",     "名刺交換", "腕試し",     "お披露目", "衣替え"
    };
    static const char *const en[] = { "Onboarding",    "Adoption",     "Expansion",
                                      "Renewal",       "Advocacy",     "Evaluation",
                                      "First climb",   "Company wide", "Before the audit",
                                      "Second spring", "Graduation",   "Stocktaking",
                                      "Daybreak",      "Big clean-up", "Handshakes",
                                      "Paper boats",   "Unveiling",    "New clothes" };
    enum { NAMES = 18 };
    unsigned i = script_roll(g, NAMES), tries;

    for (tries = 0; tries < NAMES && g->named[i]; tries++)
        i = (i + 1) % NAMES;
    if (g->named[i])
        return CJ_STR("");
    g->named[i] = true;
    return cj_str_of(script_says(g, ja[i], en[i]));
}

cj_str script_own_label(script_maker *g)
{
    static const char *const ja[] = { "予算コード", "お昼の話題", "色の目印",
                                      "棚番号",     "合言葉",     "座席表" };
    static const char *const en[] = { "Cost centre", "Lunch topic", "Colour code",
                                      "Shelf",       "Password",    "Seating plan" };
    unsigned i = script_roll(g, 6), tries;

    for (tries = 0; tries < 6 && g->rowed[i]; tries++)
        i = (i + 1) % 6;
    if (g->rowed[i])
        return CJ_STR("");
    g->rowed[i] = true;
    return cj_str_of(script_says(g, ja[i], en[i]));
}

/* ---- the grid ----------------------------------------------------------------------------------- */

bool script_is_text(const script_row *row)
{
    return row->elem != CJ_CUSTOM && cj_elem_kind_of(row->elem) == CJ_ELEM_TEXT;
}

static cj_str owner(script_maker *g, unsigned i)
{
    static const char *const ja[] = { "CS", "サポート", "マーケティング", "プロダクト" };
    static const char *const en[] = { "CS", "Support", "Marketing", "Product" };

    return cj_str_of(script_says(g, ja[i % 4], en[i % 4]));
}

static cj_str item_text(script_maker *g, cj_elem elem, unsigned i)
{
    static const char *const by_ja[] = { "【CS】", "【サポート】", "", "" };
    static const char *const by_en[] = { "[CS] ", "[Support] ", "", "" };
    unsigned who = script_roll(g, 4);

    if (elem == CJ_OWNER)
        return owner(g, i);
    if (elem == CJ_KPI)
        return cj_str_fmt(g->arena,
                          script_says(g, CJ_FMT "率 目標%u%%", CJ_FMT " rate, target %u%%"),
                          CJ_ARG(script_phrase(g)), 10 * (1 + script_roll(g, 9)));
    if (elem == CJ_COUNTERMEASURE)
        return cj_str_fmt(g->arena, "%s" CJ_FMT, script_says(g, by_ja[who], by_en[who]),
                          CJ_ARG(script_phrase(g)));
    return script_phrase(g);
}

void script_fill_cell(script_maker *g, const script_row *row, script_cell *cell)
{
    bool marks = row->elem == CJ_GOAL || row->elem == CJ_BEHAVIOR || row->elem == CJ_MIND ||
                 row->elem == CJ_PAIN;
    unsigned first = script_roll(g, 4), i;

    memset(cell, 0, sizeof *cell);
    cell->n = script_is_text(row) ? 1 : 1 + script_roll(g, 3);
    for (i = 0; i < cell->n; i++) {
        script_item *it = &cell->item[i];

        it->text = item_text(g, row->elem, first + i);
        if (marks && g->most_evidence && script_chance(g, 40))
            it->ref[it->n_refs++] = 1 + script_roll(g, g->most_evidence);
        it->assumed = marks && !it->n_refs && script_chance(g, 15);
    }
}

static void add_row(script_maker *g, cj_elem elem, cj_str label)
{
    script_map *m = g->map;
    script_row *r = &m->row[m->n_rows];
    unsigned p;

    *r = (script_row){ elem, label };
    for (p = 0; p < m->n_phases; p++)
        if (!script_chance(g, 12))
            script_fill_cell(g, r, &m->cell[m->n_rows][p]);
    m->n_rows++;
}

static void make_grid(script_maker *g)
{
    static const cj_elem rows[] = { CJ_GOAL,           CJ_BEHAVIOR,   CJ_MIND,
                                    CJ_PAIN,           CJ_SUCCESS,    CJ_KPI,
                                    CJ_COUNTERMEASURE, CJ_TOUCHPOINT, CJ_OWNER,
                                    CJ_VOICE };
    bool numbered = script_chance(g, 25);
    unsigned i;

    g->map->n_phases = 2 + script_roll(g, 5);
    for (i = 0; i < g->map->n_phases; i++) {
        g->map->phase[i] = script_phase_name(g);
        if (numbered)
            g->map->phase[i] = cj_str_fmt(
                g->arena, script_says(g, "フェーズ%u：" CJ_FMT, "Stage %u: " CJ_FMT), i + 1,
                CJ_ARG(g->map->phase[i]));
    }
    for (i = 0; i < sizeof rows / sizeof *rows; i++)
        if (i < 4 || script_chance(g, 75))
            add_row(g, rows[i], cj_str_of(cj_elem_label(rows[i], g->lang)));
    for (i = script_roll(g, 3); i; i--)
        add_row(g, CJ_CUSTOM, script_own_label(g));
}

/* ---- beside the grid -------------------------------------------------------------------------------- */

typedef struct table_kind {
    cj_section_kind kind;
    const char *title[2];
    unsigned n;
    const char *column[2][SCRIPT_COLUMNS];
} table_kind;

static const table_kind tables[SCRIPT_TABLES] = {
    { CJ_SECTION_PERSONA,
      { "Persona", "ペルソナ" },
      2,
      { { "Item", "Value" }, { "項目", "内容" } } },
    { CJ_SECTION_EVIDENCE,
      { "Evidence", "根拠" },
      6,
      { { "ID", "Type", "Date", "n", "Summary", "Owner" },
        { "ID", "種別", "日付", "n", "内容", "担当" } } },
    { CJ_SECTION_KPI,
      { "KPI", "KPI" },
      5,
      { { "Phase", "KPI", "Target", "2025Q1", "Owner" },
        { "フェーズ", "KPI", "目標値", "2025Q1", "担当" } } },
    { CJ_SECTION_ACTIONS,
      { "Actions", "打ち手" },
      5,
      { { "ID", "Phase", "Action", "Due", "Status" },
        { "ID", "フェーズ", "打ち手", "期限", "状況" } } },
    { CJ_SECTION_HISTORY,
      { "History", "更新履歴" },
      4,
      { { "Version", "Date", "Change", "Owner" },
        { "バージョン", "日付", "変更内容", "担当" } } }
};

static cj_str some_day(script_maker *g)
{
    return cj_str_fmt(g->arena, "2025-%02u-%02u", 1 + script_roll(g, 12),
                      1 + script_roll(g, 28));
}

static void persona_record(script_maker *g, cj_str *v, unsigned i)
{
    static const char *const ja[] = { "名前", "役職", "会社", "目標", "課題", "趣味" };
    static const char *const en[] = {
        "Name", "Role", "Company", "Goals", "Pains", "Hobby"
    };

    v[0] = cj_str_of(script_says(g, ja[i % 6], en[i % 6]));
    v[1] = script_phrase(g);
}

void script_record(script_maker *g, script_table *t)
{
    cj_str *v = t->value[t->n];
    cj_str phase = g->map->phase[script_roll(g, g->map->n_phases)];

    switch (t->kind) {
    case CJ_SECTION_PERSONA:
        persona_record(g, v, t->n);
        break;
    case CJ_SECTION_EVIDENCE:
        v[0] = cj_str_fmt(g->arena, "E%u", ++g->most_evidence);
        v[1] = cj_str_of(script_says(g, "アンケート", "Survey"));
        v[2] = some_day(g);
        v[3] = cj_str_fmt(g->arena, "%u", 2 + script_roll(g, 200));
        v[4] = script_phrase(g);
        v[5] = owner(g, script_roll(g, 4));
        break;
    case CJ_SECTION_KPI:
        v[0] = phase;
        v[1] = script_phrase(g);
        v[2] = cj_str_fmt(g->arena, "%u%%", 10 + script_roll(g, 80));
        v[3] = script_chance(g, 60) ? cj_str_fmt(g->arena, "%u%%", 5 + script_roll(g, 80))
                                    : CJ_STR("");
        v[4] = owner(g, script_roll(g, 4));
        break;
    case CJ_SECTION_ACTIONS:
        v[0] = cj_str_fmt(g->arena, "A%u", t->n + 1);
        v[1] = phase;
        v[2] = script_phrase(g);
        v[3] = some_day(g);
        v[4] = cj_str_of(script_says(g, "予定", "Planned"));
        break;
    default:
        v[0] = cj_str_fmt(g->arena, "1.%u", ++g->most_version);
        v[1] = some_day(g);
        v[2] = script_phrase(g);
        v[3] = owner(g, script_roll(g, 4));
        break;
    }
    t->n++;
}

static void make_table(script_maker *g, unsigned k, unsigned records)
{
    script_table *t = &g->map->table[k];
    unsigned i;

    t->kind = tables[k].kind;
    t->title = cj_str_of(tables[k].title[g->lang == CJ_JA]);
    t->n_columns = tables[k].n;
    for (i = 0; i < t->n_columns; i++)
        t->column[i] = cj_str_of(tables[k].column[g->lang == CJ_JA][i]);
    for (i = 0; i < records; i++)
        script_record(g, t);
}

static void make_meta(script_maker *g)
{
    static const cj_meta_id some[] = { CJ_META_TITLE, CJ_META_PURPOSE, CJ_META_PRODUCT,
                                       CJ_META_SEGMENT };
    unsigned i;

    for (i = 0; i < sizeof some / sizeof *some; i++)
        if (script_chance(g, 60))
            g->map->meta[some[i]] = script_phrase(g);
    if (script_chance(g, 60))
        g->map->meta[CJ_META_VERSION] = cj_str_fmt(g->arena, "1.%u", script_roll(g, 9));
    if (script_chance(g, 50))
        g->map->meta[CJ_META_CREATED] = some_day(g);
}

void script_begin(script_maker *g, cj_arena *arena, unsigned seed)
{
    unsigned i;

    memset(g, 0, sizeof *g);
    g->arena = arena;
    g->state = (seed + 1) * 0x9e3779b97f4a7c15u;
    g->map = CJ_NEW(arena, script_map);
    cj_buf_init(&g->log, arena);
    for (i = 0; i < 8; i++)
        script_roll(g, 2);
    g->lang = script_chance(g, 60) ? CJ_JA : CJ_EN;
    make_meta(g);
    g->map->n_phases = 1;
    make_table(g, SCRIPT_EVIDENCE, script_chance(g, 80) ? 2 + script_roll(g, 4) : 0);
    make_grid(g);
    make_table(g, SCRIPT_PERSONA, script_chance(g, 50) ? 2 + script_roll(g, 4) : 0);
    make_table(g, SCRIPT_KPI, script_chance(g, 50) ? 1 + script_roll(g, 4) : 0);
    make_table(g, SCRIPT_ACTIONS, script_chance(g, 50) ? 1 + script_roll(g, 4) : 0);
    make_table(g, SCRIPT_HISTORY, script_chance(g, 50) ? 1 + script_roll(g, 3) : 0);
    if (script_chance(g, 30))
        g->map->outside[g->map->n_outside++] = script_phrase(g);
}
