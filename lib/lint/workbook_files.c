/* workbook_files.c - WB1xx: the file as a whole: its sheets, and how a CSV was written. */
#include "lint/rule.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>

/* The maps of the book; *n is 1 where nobody says so. */
static const cj_map *all_maps(const cj_map *map, size_t *n)
{
    *n = map->among ? map->among->n : 1;
    return map->among ? map->among->map : map;
}

/* ---- versions of one map -------------------------------------------------------------------- */

enum { MAX_MAPS = 64, MAX_NAME = 200, SHOWN_SHEETS = 4 };

/* What people write into the name of a copy. They say that it is another version of the same. */
static const cj_str copies[] = {
    CJ_LIT("旧版"),     CJ_LIT("旧"),     CJ_LIT("新版"),     CJ_LIT("新"),
    CJ_LIT("最新版"),   CJ_LIT("最新"),   CJ_LIT("最終版"),   CJ_LIT("最終"),
    CJ_LIT("確定版"),   CJ_LIT("確定"),   CJ_LIT("下書き"),   CJ_LIT("ドラフト"),
    CJ_LIT("修正版"),   CJ_LIT("修正"),   CJ_LIT("改訂版"),   CJ_LIT("改訂"),
    CJ_LIT("初版"),     CJ_LIT("叩き台"), CJ_LIT("たたき台"), CJ_LIT("のコピー"),
    CJ_LIT("コピー"),   CJ_LIT("写し"),   CJ_LIT("控え"),     CJ_LIT("バックアップ"),
    CJ_LIT("以前"),     CJ_LIT("前回"),   CJ_LIT("今回"),     CJ_LIT("current"),
    CJ_LIT("previous"), CJ_LIT("old"),    CJ_LIT("new"),      CJ_LIT("latest"),
    CJ_LIT("final"),    CJ_LIT("draft"),  CJ_LIT("copy of"),  CJ_LIT("copy"),
    CJ_LIT("backup"),   CJ_LIT("bak"),    CJ_LIT("archive"),  CJ_LIT("wip"),
};

/* Spaces, brackets and what joins words: nothing of a name. */
static bool joint(uint32_t cp)
{
    return cj_utf8_space(cp) || cp == '_' || cp == '-' || cp == '(' || cp == ')' ||
           cp == '[' || cp == ']' || cp == '.' || cp == ',' || cp == '~' || cp == '/' ||
           cp == 0x301c || cp == 0x3010 || cp == 0x3011 || cp == 0x30fb || cp == 0x2013;
}

static cj_str without_joints(cj_str s)
{
    while (s.n && joint(cj_utf8_last(s)))
        s.n -= cj_utf8_len(cj_utf8_last(s));
    for (;;) {
        cj_str rest = s;

        if (!s.n || !joint(cj_utf8_next(&rest)))
            return s;
        s = rest;
    }
}

static bool latin_end(cj_str s, bool front)
{
    uint32_t cp = 0;

    if (s.n)
        cp = front ? cj_utf8_next(&s) : cj_utf8_last(s);
    return cj_utf8_script(cp) == CJ_SCRIPT_LATIN;
}

/* One mark off either end: a whole word. */
static bool mark_off(cj_str *s)
{
    size_t i;

    for (i = 0; i < sizeof copies / sizeof *copies; i++) {
        cj_str m = copies[i], rest;

        if (cj_str_ends(*s, m)) {
            rest = cj_str_cut(*s, 0, s->n - m.n);
            if (!latin_end(m, true) || !latin_end(rest, false)) {
                *s = without_joints(rest);
                return true;
            }
        }
        if (cj_str_starts(*s, m)) {
            rest = cj_str_from(*s, m.n);
            if (!latin_end(m, false) || !latin_end(rest, true)) {
                *s = without_joints(rest);
                return true;
            }
        }
    }
    return false;
}

/* (2), v1.2, ver2, 第2版, 20250401, 2025-06: a number off the end that counts versions. */
static bool number_off(cj_str *s, bool bracket)
{
    static const cj_str words[] = { CJ_LIT("version"), CJ_LIT("ver"), CJ_LIT("rev"),
                                    CJ_LIT("v"), CJ_LIT("第") };
    cj_str rest = *s;
    size_t i, digits = 0;

    if (cj_str_ends(rest, CJ_STR("版")))
        rest.n -= CJ_STR("版").n;
    while (rest.n && ((rest.p[rest.n - 1] >= '0' && rest.p[rest.n - 1] <= '9') ||
                      rest.p[rest.n - 1] == '.' || rest.p[rest.n - 1] == '-')) {
        digits += rest.p[rest.n - 1] >= '0' && rest.p[rest.n - 1] <= '9';
        rest.n--;
    }
    if (!digits)
        return false;
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_ends(rest, words[i]) &&
            (i == 4 || !latin_end(cj_str_cut(rest, 0, rest.n - words[i].n), false))) {
            *s = without_joints(cj_str_cut(rest, 0, rest.n - words[i].n));
            return true;
        }
    if (!bracket && digits < 6)
        return false;
    *s = without_joints(rest);
    return true;
}

/* The name of a sheet without what makes it a version; *marked: there was something. */
static cj_str stem(cj_arena *arena, cj_str name, bool *marked)
{
    cj_str folded = cj_utf8_trim(cj_utf8_fold(arena, cj_utf8_head(name, MAX_NAME))), s;
    bool bracket = cj_str_ends(folded, CJ_STR(")"));

    s = without_joints(folded);
    *marked = number_off(&s, bracket);
    while (mark_off(&s) || number_off(&s, false))
        *marked = true;
    return s;
}

static bool same_text(cj_arena *arena, cj_str a, cj_str b)
{
    return cj_str_eq(cj_utf8_trim(cj_utf8_fold(arena, a)),
                     cj_utf8_trim(cj_utf8_fold(arena, b)));
}

/* Both name somebody, or what they show (as it is, as it should be), and not the same. */
static bool other_subject(cj_arena *arena, const cj_map *a, const cj_map *b)
{
    static const cj_meta_id ids[] = { CJ_META_PERSONA, CJ_META_SCOPE, CJ_META_SEGMENT,
                                      CJ_META_PRODUCT, CJ_META_PLAN };
    size_t i;

    for (i = 0; i < sizeof ids / sizeof *ids; i++) {
        cj_str x = a->meta[ids[i]].text, y = b->meta[ids[i]].text;

        if (x.n && y.n && !same_text(arena, x, y))
            return true;
    }
    return false;
}

static const cj_element *row_like(const cj_map *map, const cj_element *e)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (cj_str_eq(map->elements[i].key, e->key))
            return &map->elements[i];
    return NULL;
}

/* Most of what the one says, the other says in the same place. */
static bool same_content(const cj_map *a, const cj_map *b)
{
    size_t filled = 0, same = 0, e, p;

    if (a->n_phases != b->n_phases)
        return false;
    for (p = 0; p < a->n_phases; p++)
        if (!cj_str_eq(a->phases[p].key, b->phases[p].key))
            return false;
    for (e = 0; e < a->n_elements; e++) {
        const cj_element *twin = row_like(b, &a->elements[e]);

        for (p = 0; p < a->n_phases; p++) {
            filled += cj_cell_filled(&a->elements[e].cells[p]);
            same += twin && cj_cell_filled(&a->elements[e].cells[p]) &&
                    cj_str_eq(a->elements[e].cells[p].text, twin->cells[p].text);
        }
    }
    return filled && same * 2 > filled;
}

static bool shares_phase(const cj_map *a, const cj_map *b)
{
    size_t i, k;

    for (i = 0; i < a->n_phases; i++)
        for (k = 0; k < b->n_phases; k++)
            if (cj_str_eq(a->phases[i].key, b->phases[k].key))
                return true;
    return false;
}

typedef enum likeness { DIFFERENT, SNAPSHOTS, VERSIONS } likeness;

static cj_str sheet_name(const cj_map *map)
{
    return map->book->sheets[map->sheet].name;
}

/* A map a persona is a good habit, and so is a sheet a quarter; a copy beside its original is not. */
static likeness compare(cj_arena *arena, const cj_map *a, const cj_map *b)
{
    bool marked_a, marked_b, marked;
    cj_str x, y;

    if (a->sheet == b->sheet || other_subject(arena, a, b))
        return DIFFERENT;
    x = stem(arena, sheet_name(a), &marked_a);
    y = stem(arena, sheet_name(b), &marked_b);
    marked = (marked_a || marked_b) && cj_str_eq(x, y);
    if (marked && shares_phase(a, b)) /* マップ(1) and マップ(2) may be halves */
        return VERSIONS;
    return same_content(a, b) ? SNAPSHOTS : DIFFERENT;
}

/* The first map of the versions tells of them. */
static void several_map_sheets(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l), *maps;
    likeness best = DIFFERENT, k;
    size_t n, i, at, found = 0;
    cj_finding *f;
    cj_buf b;

    maps = all_maps(map, &n);
    n = n < MAX_MAPS ? n : MAX_MAPS;
    at = (size_t)(map - maps);
    cj_buf_init(&b, cj_lint_arena(l));
    cj_buf_add(&b, sheet_name(map));
    for (i = 0; i < n && at < n; i++) {
        k = i == at ? DIFFERENT : compare(cj_lint_arena(l), map, &maps[i]);
        if (k != DIFFERENT && i < at)
            return;
        if (k == DIFFERENT)
            continue;
        best = k > best ? k : best;
        if (++found < SHOWN_SHEETS)
            cj_buf_fmt(&b, "\n" CJ_FMT, CJ_ARG(sheet_name(&maps[i])));
        else if (found == SHOWN_SHEETS)
            cj_buf_z(&b, "\n…");
    }
    if (!found)
        return;
    f = cj_find_map(l, CJ_CUSTOM);
    f->value = sheet_name(map);
    if (best == SNAPSHOTS)
        f->at_most = CJ_INFO;
    cj_say(f, "list", cj_buf_str(&b));
}

const cj_rule cj_rule_several_map_sheets = {
    .info = {
        .id = "WB111",
        .name = "several-map-sheets",
        .severity = { CJ_WARNING, CJ_WARNING, CJ_WARNING },
        .source = "版管理 / version control",
        .says = { "These sheets look like versions of one map: {list}. Keep the one that holds.",
                  "同じマップの別の版に見えるシートがあります（{list}）。使うものを1枚に決めてください。" },
        .why = { "With an old copy beside the map, somebody will fill in the wrong one. Several maps "
                 "of different personas are no problem.",
                 "古い版が隣にあると、誰かがそちらに書き込んでしまいます。ペルソナごとに1枚ずつのマップなら"
                 "問題ありません。" },
        .mend = { "Move the sheets that no longer hold into a file of their own (right-click the tab, "
                  "Move or Copy), and note the change in the History sheet.",
                  "使わない版は、シート見出しを右クリックして「移動またはコピー」で別のブックに移します。変更の"
                  "経緯は「更新履歴」に残します。" },
        .bad = {
            { .edits = { "!name Map ;; !copy Map old", "!name マップ ;; !copy マップ_旧" },
              .at = { "-", "-" },
              .shows = { "the sheets Map and Map old", "シート「マップ」と「マップ_旧」" } },
            { .edits = { "!name Journey v1.2 ;; !copy Journey (2) ;; C24=Chat [E2]",
                         "!name ジャーニーマップ ;; !copy ジャーニーマップ (2) ;; C24=訪問 [E2]" },
              .at = { "-", "-" },
              .shows = { "the sheets Journey v1.2 and Journey (2)",
                         "シート「ジャーニーマップ」と「ジャーニーマップ (2)」" } },
        },
        .good = {
            { .edits = { "!name Managers ;; !copy Accountants ;; B7=Accountant Joe Park (29)",
                         "!name 部長 ;; !copy 担当者 ;; B7=経理担当 鈴木 一郎さん（29歳）" },
              .shows = { "one sheet for each persona", "ペルソナごとに1枚のシート" } },
            { .edits = { "!name Map ;; !sheet Map notes ;; A1=Minutes",
                         "!name マップ ;; !sheet マップの議事録 ;; A1=議事録" },
              .shows = { "a map and a sheet of notes", "マップと議事録のシート" } },
        },
    },
    .on_map = several_map_sheets,
};

/* ---- how a CSV was written ------------------------------------------------------------------ */

/* By the name that Excel shows when it saves. */
static cj_str encoding_name(cj_str name)
{
    if (cj_str_eq(name, CJ_STR("CP932")))
        return CJ_STR("Shift_JIS (CP932)");
    return cj_str_starts(name, CJ_STR("UTF-16")) ? CJ_STR("UTF-16 (Unicode)") : name;
}

static void csv_encoding(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l), *maps;
    size_t i, n;

    maps = all_maps(map, &n);
    for (i = 0; map == maps && i < map->book->n_notices; i++)
        if (map->book->notices[i].kind == CJ_ODD_ENCODING) {
            cj_say(cj_find_map(l, CJ_CUSTOM), "value",
                   encoding_name(map->book->notices[i].what.arg[0]));
            return;
        }
}

const cj_rule cj_rule_csv_encoding = {
    .info = {
        .id = "WB114",
        .name = "csv-encoding",
        .severity = { CJ_INFO, CJ_INFO, CJ_INFO },
        .source = "統計表の機械判読の統一ルール 1-1 / MIC rules for machine-readable tables 1-1",
        .says = { "Encoding read as {value}.", "文字コードは {value} として読みました。" },
        .why = { "A CSV does not say how its characters are stored. Opened elsewhere, a file that is "
                 "not UTF-8 may show garbage, and in Shift_JIS there is no room for é or an emoji.",
                 "CSVには文字コードの情報がありません。UTF-8以外のCSVは、別の環境で開くと文字化けすることがあります。"
                 "Shift_JISでは「é」や絵文字などを保存できません。" },
        .mend = { "In Excel, choose Save As and the type \"CSV UTF-8 (Comma delimited)\".",
                  "Excelの「名前を付けて保存」で、種類に「CSV UTF-8（コンマ区切り）」を選びます。" },
        .bad = {
            { .edits = { "!encoding CP932", "!encoding CP932" }, .at = { "-", "-" } },
            { .edits = { "!encoding UTF-16LE", "!encoding EUC-JP" }, .at = { "-", "-" } },
        },
        .good = {
            { .edits = { "C24=Café [E2]", "C24=髙橋さんの講座 [E2]" },
              .shows = { "a CSV in UTF-8", "UTF-8のCSV" } },
            { .edits = { "!name Map", "!name マップ" },
              .shows = { "an Excel workbook", "Excelのブック" } },
        },
    },
    .on_map = csv_encoding,
};

/* A CSV is one sheet; of several maps on it, the row belongs to the last that begins before it. */
static bool in_map(const cj_map *map, unsigned row)
{
    size_t n, i;
    const cj_map *maps = all_maps(map, &n), *best = maps;

    for (i = 1; i < n; i++)
        if (!maps[i].sheet && maps[i].n_leaves && maps[i].leaves[0].at.row <= row)
            best = &maps[i];
    return best == map;
}

static void say_notice(cj_finding *f, cj_oddity kind)
{
    if (kind == CJ_ODD_RAGGED)
        cj_say_both(f, "value", CJ_STR("more fields than the rows above"),
                    CJ_STR("上の行より列が多い"));
    else if (kind == CJ_ODD_TRUNCATED)
        cj_say_both(f, "value", CJ_STR("a double quote is never closed"),
                    CJ_STR("引用符が閉じていない"));
    else
        cj_say_both(f, "value", CJ_STR("a stray double quote"),
                    CJ_STR("引用符の使い方が正しくない"));
}

/* Of one row, the quote comes first: where it is wrong, the number of fields follows from it. */
static int notice_order(const void *x, const void *y)
{
    const cj_notice *a = *(const cj_notice *const *)x, *b = *(const cj_notice *const *)y;
    bool ragged_a = a->kind == CJ_ODD_RAGGED, ragged_b = b->kind == CJ_ODD_RAGGED;

    if (a->what.at.row != b->what.at.row)
        return a->what.at.row < b->what.at.row ? -1 : 1;
    return ragged_a != ragged_b ? ragged_a - ragged_b : a < b ? -1 : a > b;
}

/* What is odd about rows of this map, by row. */
static const cj_notice **notices(cj_lint *l, size_t *n)
{
    const cj_map *map = cj_lint_map(l);
    const cj_notice **in =
        CJ_NEW_N(cj_lint_arena(l), const cj_notice *, map->book->n_notices + 1);
    size_t i;

    for (*n = i = 0; i < map->book->n_notices; i++) {
        const cj_notice *notice = &map->book->notices[i];
        cj_oddity kind = notice->kind;

        if ((kind == CJ_ODD_RAGGED || kind == CJ_ODD_STRAY_QUOTE ||
             kind == CJ_ODD_TRUNCATED) &&
            notice->what.at.row && in_map(map, notice->what.at.row))
            in[(*n)++] = notice;
    }
    qsort(in, *n, sizeof *in, notice_order);
    return in;
}

static void ragged_csv(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    bool csv = map->book->format == CJ_CSV || map->book->format == CJ_TSV;
    const cj_notice **in;
    size_t n = 0, i;

    if (!csv || !map->book->n_notices)
        return;
    in = notices(l, &n);
    for (i = 0; i < n; i++) {
        const cj_pos *pos = &in[i]->what.at;
        cj_span at = { map->sheet, pos->row, pos->col, 0, 0 };
        cj_finding *f;

        if (i && in[i - 1]->what.at.row == pos->row)
            continue;
        f = cj_find_at(l, at, CJ_STR(""));
        cj_say_n(l, f, "n", at.row);
        say_notice(f, in[i]->kind);
    }
}

const cj_rule cj_rule_ragged_csv = {
    .info = {
        .id = "WB115",
        .name = "ragged-csv",
        .severity = { CJ_INFO, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_SAFE,
        .source = "CSVの書式 / CSV format",
        .says = { "The fields of row {n} may be cut in the wrong place ({value}).",
                  "{n}行目の区切りを確かめてください（{value}）。" },
        .why = { "A text with a comma that stands in no quotes is cut in two, and everything after "
                 "it slips into the next phase.",
                 "コンマを含む文章が引用符で囲まれていないと、途中で切れて、その後の内容が隣のフェーズにずれて"
                 "しまいます。" },
        .mend = { "Open the file in Excel and see whether the texts in the row of {cell} stand under "
                  "the right phase; put them right and save again.",
                  "Excelで開き、{cell} の行の内容が正しいフェーズの下にあるか確かめます。ずれていたら直して保存し"
                  "直します。" },
        .bad = {
            { .edits = { "!ragged E21", "!ragged F21" },
              .at = { "E21", "F21" },
              .shows = { "Customer Actions,Log in,Invite the team,and share,Renew",
                         "行動,ログインする,共有する,確認,更新する" } },
            { .edits = { "!ragged H44", "!ragged H44" },
              .at = { "H44", "H44" },
              .shows = { "E1,Interview,2025-08-14,7,7 customers, 5 of them new,…",
                         "E1,インタビュー,2025-05-20,8,顧客8名,うち6名は新規,…" } },
        },
        .good = {
            { .edits = { "C24=Office hour, chat [E2]", "C24=講座,定例MTG [E2]" },
              .shows = { "Touchpoints,\"Office hour, chat\",…", "タッチポイント,\"講座,定例MTG\",…" } },
            { .edits = { "D24=", "E24=" },
              .shows = { "Touchpoints,Office hour (the last fields are empty)",
                         "タッチポイント,講座（右端の列は空）" } },
        },
    },
    .on_map = ragged_csv,
};
