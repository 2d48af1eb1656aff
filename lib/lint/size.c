/* size.c - CJ92x: whether the map can still be read at one look. */
#include "lint/rule.h"
#include "lint/said.h"
#include "base/utf8.h"

/* A cell that is merged over several phases is read in each of them, but it is one cell. */
static bool seen_before(const cj_element *e, size_t phase)
{
    const cj_span *at = &e->cells[phase].at, *left = phase ? &e->cells[phase - 1].at : NULL;

    return left && left->sheet == at->sheet && left->row == at->row && left->col == at->col;
}

/* A column takes a byte or more, so most texts need not be looked at. */
static bool wider(cj_str text, double columns)
{
    return (double)text.n > columns && cj_utf8_width(text) > columns;
}

/* Sources are welcome, however long: only the statements count. */
static void check_width(cj_lint *l, const cj_cell *c, double most)
{
    cj_str claim;

    if (!wider(c->text, most))
        return;
    claim = cj_said_claim(cj_lint_arena(l), c->text);
    if (wider(claim, most))
        cj_say_n(l, cj_find_cell(l, c, c->text), "n", cj_utf8_count(claim));
}

static void cell_too_long(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    double most = cj_lint_param(l, "cell_width");
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; p < map->n_phases; p++)
            if (!seen_before(&map->elements[e], p))
                check_width(l, &map->elements[e].cells[p], most);
}

#define EN_40 "They open the guide, read it twice and go"
#define JA_20 "管理者は手順書を開いてから内容を読み返し"
#define EN_200 EN_40 " " EN_40 " " EN_40 " " EN_40 " " EN_40
#define JA_100 JA_20 JA_20 JA_20 JA_20 JA_20

const cj_rule cj_rule_cell_too_long = {
    .info = {
        .id = "CJ920",
        .name = "cell-too-long",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .source = "S2 情報量が多すぎて複雑",
        .says = { "\"{element}\" of \"{phase}\" is too long ({n} characters). Use short bullets.",
                  "「{phase}」の「{element}」が長すぎます（{n}字）。要点を箇条書きにしてください。" },
        .why = { "A map is read in a meeting, at one look. A paragraph in a cell is skipped, and "
                 "so is what is right in it.",
                 "マップは会議で一目で読むものです。セルに長い文章があると読み飛ばされ、大事なことまで"
                 "伝わりません。" },
        .mend = { "Keep the three or four points in {cell} that decide something, one short line "
                  "each (Alt+Enter). Move the rest to the Evidence sheet or to a note.",
                  "{cell} には、判断に使う要点だけを3〜4つ、1行ずつ（Alt+Enter で改行）残します。詳しい経緯は"
                  "「根拠」シートやメモに移します。" },
        .bad = {
            { .edits = { "C21=" EN_200 " " EN_200 " [E2]", "C21=" JA_100 "、" JA_100 " [E2]" },
              .shows = { "Customer actions: a paragraph of 400 characters",
                         "行動: 200字の文章" } },
            { .edits = { "A29=Squad diary ;; B29=" EN_200 "\n" EN_200,
                         "A29=社内メモ ;; B29=" JA_100 "\n" JA_100 "など" },
              .at = { "B29", "B29" },
              .shows = { "a row of your own: 400 characters", "独自の行: 200字" } },
        },
        .good = {
            { .edits = { "C21=- Run the month-end checklist [E2]\n- Invite the auditors [E3]",
                         "C21=・レポートの項目を直す [E2]\n・チームの3名に共有する [E2]" } },
            { .edits = { "C21=- Run the checklist (source: " EN_200 " " EN_200 ")",
                         "C21=・チームの3名に共有する【出典：" JA_100 JA_100 "】" },
              .shows = { "a short statement with a long source",
                         "短い文に長い出典が付いている" } },
        },
        .param = { { "cell_width", 400 } },
    },
    .on_map = cell_too_long,
};

/* Countermeasures and KPIs have rules of their own; sources are no content. */
static bool counts_items(cj_elem elem)
{
    return elem != CJ_COUNTERMEASURE && elem != CJ_KPI && elem != CJ_EVIDENCE &&
           elem != CJ_CUSTOM;
}

static void too_many_items(cj_lint *l, const cj_element *e)
{
    double most = cj_lint_param(l, "max_items");
    size_t p;

    for (p = 0; counts_items(e->elem) && p < cj_lint_map(l)->n_phases; p++) {
        const cj_cell *c = &e->cells[p];
        cj_finding *f;

        if ((double)c->n_items <= most || seen_before(e, p))
            continue;
        f = cj_find_cell(l, c, c->text);
        cj_say_n(l, f, "n", c->n_items);
        cj_say_n(l, f, "max", (size_t)most);
    }
}

const cj_rule cj_rule_too_many_items = {
    .info = {
        .id = "CJ921",
        .name = "too-many-items",
        .severity = { CJ_INFO, CJ_INFO, CJ_WARNING },
        .source = "S2 シンプルなマップ",
        .says = { "{n} items in \"{element}\" of \"{phase}\". Keep to {max}.",
                  "「{phase}」の「{element}」が {n} 項目あります。{max} 以内に絞ってください。" },
        .why = { "Where everything is listed, nothing stands out. A team acts on a few pains and "
                 "moments, not on twelve.",
                 "何でも並べると、どれが大事か分かりません。チームが実際に手を打てるのは数項目です。" },
        .mend = { "In {cell}, join what is the same and keep what most customers live through. The "
                  "rest can wait on another sheet until the next review.",
                  "{cell} の似た項目をまとめ、多くの顧客に当てはまるものだけを残します。残りは別シートに控えて"
                  "おき、次の見直しで検討します。" },
        .bad = {
            { .edits = { "C24=Kickoff, guide, chat, webinar, e-mail, survey, forum, review call [E2]",
                         "C24=説明会、ガイド、チャット、ウェビナー、メール、アンケート、ユーザー会、相談会 [E2]" } },
            { .edits = { "B21=- a1\n- b2\n- c3\n- d4\n- e5\n- f6\n- g7\n- h8 [E2]",
                         "B21=・a1\n・b2\n・c3\n・d4\n・e5\n・f6\n・g7\n・h8 [E2]" },
              .shows = { "eight bullets", "8つの箇条書き" } },
        },
        .good = {
            { .edits = { "C24=Kickoff, guide, chat, webinar, e-mail, survey, forum [E2]",
                         "C24=説明会、ガイド、チャット、ウェビナー、メール、アンケート、ユーザー会 [E2]" } },
            { .edits = { "A29=Evidence ;; B29=E1, E2, E3, E4, E5, E1, E2, E3, E4, E5",
                         "A29=根拠 ;; B29=E1、E2、E3、E4、E5、E6、E1、E2、E3" },
              .shows = { "a row of sources", "根拠番号を並べた行" } },
        },
        .param = { { "max_items", 7 } },
    },
    .on_element = too_many_items,
};

static void too_many_rows(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);

    if ((double)map->n_elements > cj_lint_param(l, "max_rows"))
        cj_say_n(l, cj_find_map(l, CJ_CUSTOM), "n", map->n_elements);
}

const cj_rule cj_rule_too_many_rows = {
    .info = {
        .id = "CJ922",
        .name = "too-many-rows",
        .severity = { CJ_INFO, CJ_INFO, CJ_WARNING },
        .source = "S2 最初から完璧を目指さない",
        .says = { "{n} elements. Drop those nobody uses.",
                  "項目が {n} 個あります。使っていない項目を減らしてください。" },
        .why = { "Every element has to be filled and kept current in every phase. A map with fewer "
                 "elements is finished sooner and used longer.",
                 "項目が増えるほど、全フェーズ分を埋めて保つ手間が増えます。項目を絞ったマップのほうが早く"
                 "でき、長く使われます。" },
        .mend = { "Ask in the next review which {row}s nobody has looked at. Move them to another "
                  "sheet of the workbook; nothing needs to be deleted.",
                  "次の見直しで、誰も見ていない{row}を挙げてもらい、ブックの別シートへ移します。内容を消す必要は"
                  "ありません。" },
        .bad = {
            { .edits = { "A29=Notes ;; A30=Colour", "A29=備考 ;; A30=色" }, .at = { "-", "-" },
              .shows = { "a map that goes on for 23 rows", "23行もある表" } },
            { .edits = { "A29=Risks ;; B29=Price ;; A30=Squad",
                         "A29=解約リスク ;; B29=価格 ;; A30=係" }, .at = { "-", "-" },
              .shows = { "the same with a row of risks", "リスクなど、項目を足し続けた表" } },
        },
        .good = {
            { .edits = { "A29=Evidence ;; B29=E1", "A29=根拠 ;; B29=E1" },
              .shows = { "the standard rows and one for sources", "標準の項目と、根拠の行" } },
            { .edits = { "A29=Notes ;; B29=See the wiki", "A29=備考 ;; B29=手順は社内ポータル" },
              .shows = { "the standard rows and one for notes", "標準の項目と、備考の行" } },
        },
        .param = { { "max_rows", 15 } },
    },
    .on_map = too_many_rows,
};

/* [E4] is read along; a source that is told in words may be as long as it needs. */
static void item_too_long(cj_lint *l, const cj_cell *c)
{
    double most = cj_lint_param(l, "item_width");
    size_t i;

    for (i = 0; (double)c->text.n > most && i < c->n_items; i++) {
        const cj_item *item = &c->items[i];

        if (wider(item->support.named ? item->bare : item->text, most)) {
            cj_find_cell(l, c, item->bare);
            return;
        }
    }
}

const cj_rule cj_rule_item_too_long = {
    .info = {
        .id = "CJ924",
        .name = "item-too-long",
        .severity = { CJ_OFF, CJ_INFO, CJ_INFO },
        .source = "S2 シンプルなマップ",
        .says = { "One item is too long ({cell}). Split it.",
                  "1項目が長すぎます（{cell}）。2つに分けてください。" },
        .why = { "An item that tells two things at once can neither be proved by one source nor be "
                 "answered by one countermeasure.",
                 "1つの項目に2つのことが書いてあると、根拠も打ち手も1対1で結び付けられません。" },
        .mend = { "In {cell}, begin a new line (Alt+Enter) for the second thought, and give each "
                  "its own reference, such as [E1].",
                  "{cell} で、2つ目の内容の前に改行（Alt+Enter）を入れ、それぞれに根拠番号 [E1] を付けます。" },
        .bad = {
            { .edits = { "C23=- " EN_200 " [E3]", "C23=・" JA_100 " [E4]" },
              .shows = { "one bullet of 40 words", "1項目に100字" } },
            { .edits = { "D21=- Export the figures [E4]\n- " EN_200 " [E4]",
                         "D21=・他部署に教える [E3]\n・" JA_100 " [E2]" },
              .shows = { "a short bullet and a very long one", "短い項目と、100字の項目" } },
        },
        .good = {
            { .edits = { "C23=- " EN_40 " [E3]\n- " EN_40 " " EN_40 " [E3]",
                         "C23=・" JA_20 " [E4]\n・" JA_20 JA_20 " [E4]" },
              .shows = { "two bullets of 10 and 20 words", "20字と40字の2項目" } },
            { .edits = { "D21=- Export usage figures (source: " EN_200 ")",
                         "D21=・他部署の担当者に使い方を教える【出典：" JA_100 "】" },
              .shows = { "a short item with a long source", "短い項目に長い出典が付いている" } },
        },
        .yields_to = { "CJ920" },
        .param = { { "item_width", 160 } },
    },
    .on_cell = item_too_long,
};
