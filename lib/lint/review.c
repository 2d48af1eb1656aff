/* review.c - CJ90x: whether the map is kept alive: reviewed, versioned, dated. */
#include "lint/rule.h"
#include "map/items.h"

static const cj_meta *meta(cj_lint *l, cj_meta_id id)
{
    return &cj_lint_map(l)->meta[id];
}

static bool told(const cj_meta *m)
{
    return m->text.n && !m->placeholder;
}

/* Maps that share a sheet share what stands above them: it is judged with the first of them. */
static bool of_another_map(cj_lint *l, cj_meta_id id)
{
    const cj_map *map = cj_lint_map(l), *other;
    size_t i;

    for (i = 0; map->among && i < map->among->n; i++) {
        other = &map->among->map[i];
        if (other == map)
            return false;
        if (other->sheet == map->sheet)
            return other->meta[id].at.row == map->meta[id].at.row &&
                   other->meta[id].at.col == map->meta[id].at.col;
    }
    return false;
}

static void missing(cj_lint *l, cj_meta_id id)
{
    if (!told(meta(l, id)) && !of_another_map(l, id))
        cj_find_map(l, CJ_CUSTOM);
}

static void last_review_missing(cj_lint *l)
{
    missing(l, CJ_META_LAST_REVIEW);
}

const cj_rule cj_rule_last_review_missing = {
    .info = {
        .id = "CJ901",
        .name = "last-review-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .source = "S2 注意点2 四半期に一度見直し",
        .says = { "Last review date is missing.", "前回レビュー日がありません。" },
        .why = { "Without the date nobody knows whether the map tells of today's customers or of "
                 "those of two years ago.",
                 "日付がないと、今の顧客の姿なのか、何年も前の姿なのかが誰にも分かりません。" },
        .mend = { "Above the table, write \"Last Review\" and beside it the date of the last "
                  "meeting that went through the map: 2025-09-12.",
                  "表の上に「前回レビュー日」と書き、右のセルに、最後に皆で見直した日を 2025-09-24 の形で"
                  "入れます。" },
        .bad = {
            { .edits = { "B10=", "B10=" }, .at = { "-", "-" },
              .shows = { "Last Review: (empty)", "前回レビュー日: （空）" } },
            { .edits = { "B10=TBD", "B10=未定" }, .at = { "-", "-" } },
        },
        .good = {
            { .edits = { "B10=2025-09-30", "B10=2025年9月30日" } },
            { .edits = { "B10=last month", "B10=先月" },
              .shows = { "last month (that is CJ908)", "先月（これは CJ908）" } },
        },
    },
    .on_map = last_review_missing,
};

/* The date that a field of the metadata tells; false: none, or not readable. */
static bool dated(cj_lint *l, cj_meta_id id, cj_when *when)
{
    return told(meta(l, id)) && !of_another_map(l, id) &&
           cj_lint_date(l, meta(l, id)->text, when);
}

static void review_overdue(cj_lint *l)
{
    const cj_meta *m = meta(l, CJ_META_LAST_REVIEW);
    cj_when when;
    long days;

    if (!dated(l, CJ_META_LAST_REVIEW, &when))
        return;
    days = cj_date_days(cj_lint_today(l)) - cj_date_days(when.to);
    if ((double)days > cj_lint_param(l, "review_days"))
        cj_say_n(l, cj_find_at(l, m->at, m->text), "n", (size_t)days);
}

const cj_rule cj_rule_review_overdue = {
    .info = {
        .id = "CJ902",
        .name = "review-overdue",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .source = "S2 注意点2 定期的に（例えば四半期に一度）",
        .says = { "{n} days since the last review. Review about once a quarter.",
                  "前回の見直しから {n} 日たっています。四半期に一度を目安に見直してください。" },
        .why = { "Products, customers and teams change within a quarter. What was true then leads "
                 "decisions astray now.",
                 "製品も顧客も体制も、四半期あれば変わります。古いマップをもとに判断すると、打ち手が"
                 "ずれていきます。" },
        .mend = { "Call the people who made it together for an hour, go through the map, and write "
                  "the new date into {cell}. What has not changed may stay.",
                  "作成メンバーで1時間ほど見直しの場を持ち、{cell} を新しい日付に書き換えます。変わって"
                  "いない所はそのままでかまいません。" },
        .bad = {
            { .edits = { "B10=2025-05-01", "B10=2025-05-01" } },
            { .edits = { "B10=2025-05", "B10=2025年5月" } },
        },
        .good = {
            { .edits = { "B10=2025-09-12", "B10=2025-09-24" } },
            { .edits = { "B10=2025-07", "B10=2025年7月" } },
        },
        .param = { { "review_days", 100 } },
    },
    .on_map = review_overdue,
};

static void next_review_past(cj_lint *l)
{
    const cj_meta *m = meta(l, CJ_META_NEXT_REVIEW);
    cj_when when;

    if (dated(l, CJ_META_NEXT_REVIEW, &when) &&
        cj_date_days(when.to) < cj_date_days(cj_lint_today(l)))
        cj_find_at(l, m->at, m->text);
}

const cj_rule cj_rule_next_review_past = {
    .info = {
        .id = "CJ903",
        .name = "next-review-past",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .source = "S2 注意点2",
        .says = { "The planned review date ({value}) has passed.",
                  "次回レビュー予定日（{value}）が過ぎています。" },
        .why = { "A date that has passed tells readers that nobody keeps the map any more, even "
                 "where the review was held.",
                 "過ぎた予定日が残っていると、見直しを済ませていても、放置されたマップに見えます。" },
        .mend = { "If the review has been held, write its date under Last Review and the next one "
                  "into {cell}; if not, agree on a new date.",
                  "見直しが済んでいれば、その日を前回レビュー日に移し、{cell} に次の日付を入れます。まだなら、"
                  "新しい日を決めて書き直します。" },
        .bad = {
            { .edits = { "B11=2025-09-30", "B11=2025-09-30" } },
            { .edits = { "B11=2025-03", "B11=令和7年3月" } },
        },
        .good = {
            { .edits = { "B11=2025-12-12", "B11=2025-12-24" } },
            { .edits = { "B11=2025-10", "B11=2025年10月" } },
        },
    },
    .on_map = next_review_past,
};

static void next_review_missing(cj_lint *l)
{
    missing(l, CJ_META_NEXT_REVIEW);
}

const cj_rule cj_rule_next_review_missing = {
    .info = {
        .id = "CJ904",
        .name = "next-review-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .source = "S2 注意点2",
        .says = { "Set the next review date.", "次回レビュー日を決めて書いてください。" },
        .why = { "A review that has no date is not held: daily work always comes first.",
                 "日を決めていない見直しは、日々の業務に押されて行われません。" },
        .mend = { "Above the table, write \"Next Review\" and beside it a day about three months "
                  "ahead; put the meeting into the calendar right away.",
                  "表の上に「次回レビュー日」と書き、右のセルに3か月ほど先の日付を入れます。会議の予定も"
                  "その場で入れておきます。" },
        .bad = {
            { .edits = { "B11=", "B11=" }, .at = { "-", "-" },
              .shows = { "Next Review: (empty)", "次回レビュー日: （空）" } },
            { .edits = { "B11=tbd", "B11=調整中" }, .at = { "-", "-" } },
        },
        .good = {
            { .edits = { "B11=2026-01-15", "B11=2026/1/15" } },
            { .edits = { "B11=2026Q1", "B11=2025年12月" } },
        },
    },
    .on_map = next_review_missing,
};

static void version_missing(cj_lint *l)
{
    missing(l, CJ_META_VERSION);
}

const cj_rule cj_rule_version_missing = {
    .info = {
        .id = "CJ905",
        .name = "version-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .source = "S2 まずはバージョン1.0",
        .says = { "No version. Start with 1.0.",
                  "バージョンがありません。「1.0」から始めてください。" },
        .why = { "Copies of a map travel by e-mail. Only a version tells which of two is the newer "
                 "one.",
                 "マップの写しはメールや共有フォルダで広まります。バージョンがないと、どれが新しいのか"
                 "分からなくなります。" },
        .mend = { "Above the table, write \"Version\" and beside it 1.0; add 0.1 with every review.",
                  "表の上に「バージョン」と書き、右のセルに 1.0 と入れます。見直すたびに 0.1 ずつ上げます。" },
        .bad = {
            { .edits = { "B8=", "B8=" }, .at = { "-", "-" },
              .shows = { "Version: (empty)", "バージョン: （空）" } },
            { .edits = { "B8=???", "B8=未定" }, .at = { "-", "-" } },
        },
        .good = {
            { .edits = { "B8=v1.2", "B8=第2版" } },
            { .edits = { "A8= ;; B8= ;; A1=Customer Success Journey Map v1.1",
                         "A8= ;; B8= ;; A1=カスタマーサクセスジャーニーマップ ver1.1" },
              .shows = { "the version in the title", "題名にバージョンがある" } },
        },
    },
    .on_map = version_missing,
};

static bool has_history(const cj_map *map)
{
    size_t i;

    for (i = 0; i < map->n_sections; i++)
        if (map->sections[i].kind == CJ_SECTION_HISTORY && map->sections[i].n_records)
            return true;
    return false;
}

/* One history is enough for the maps of a book, and one word about it. */
static void history_missing(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i;

    for (i = 0; map->among && i < map->among->n; i++)
        if (has_history(&map->among->map[i]))
            return;
    if (!has_history(map) && (!map->among || map == &map->among->map[0]))
        cj_find_map(l, CJ_CUSTOM);
}

const cj_rule cj_rule_history_missing = {
    .info = {
        .id = "CJ906",
        .name = "history-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .fix = CJ_FIX_SCAFFOLD,
        .source = "S2 育てる",
        .says = { "No change history. Note version, date, change and reason of each review.",
                  "更新履歴がありません。バージョン・日付・変更内容・理由を記録する表を追加してください。" },
        .why = { "What was changed and why is what a team has learned about its customers. Without "
                 "it the next review begins from nothing.",
                 "何をなぜ変えたかは、顧客について学んだことの記録です。残っていないと、次の見直しがゼロから"
                 "になります。" },
        .mend = { "Add a sheet \"History\" with the columns Version, Date, Change, Why and Who, and "
                  "write one line for the version that you have.",
                  "「更新履歴」シートを作り、バージョン・日付・変更内容・理由・担当の列を用意して、今の版の1行を"
                  "書きます。" },
        .bad = {
            { .edits = { "A57=# Appendix", "A70=■付録" }, .at = { "-", "-" },
              .shows = { "no history", "更新履歴の表がない" } },
            { .edits = { "A59= ;; B59= ;; C59= ;; D59= ;; E59= ;; F59= ;; G59=",
                         "A70=■参考" }, .at = { "-", "-" },
              .shows = { "a history without a line", "履歴が別の見出しの下にある" } },
        },
        .good = {
            { .edits = { "A57=# Change Log", "A70=■変更履歴" },
              .shows = { "a table under the heading \"Change Log\"",
                         "「変更履歴」という見出しの下の表" } },
            { .edits = { "A57=# Revision History", "A70=【更新履歴】" },
              .shows = { "a table under the heading \"Revision History\"",
                         "「【更新履歴】」という見出しの下の表" } },
        },
    },
    .on_map = history_missing,
};

/* Nothing, a filler and a dash are no date; whether one is missing is another question. */
static void check_date(cj_lint *l, cj_str text, cj_span at)
{
    cj_when when;

    if (text.n && !cj_placeholder(cj_lint_arena(l), text) && !cj_lint_date(l, text, &when))
        cj_find_at(l, at, text);
}

static void check_field(cj_lint *l, const cj_section *s, const cj_record *r, cj_when read)
{
    const cj_field *date = read.grain ? NULL : cj_record_field(s, r, "date");

    if (date && !cj_lint_ditto(l, date->text) && !cj_lint_told_before(l, s))
        check_date(l, date->text, date->at);
}

static void invalid_date(cj_lint *l)
{
    static const cj_meta_id dates[] = { CJ_META_CREATED, CJ_META_UPDATED,
                                        CJ_META_LAST_REVIEW, CJ_META_NEXT_REVIEW };
    const cj_map *map = cj_lint_map(l);
    size_t i;

    for (i = 0; i < sizeof dates / sizeof *dates; i++)
        if (!of_another_map(l, dates[i]))
            check_date(l, meta(l, dates[i])->text, meta(l, dates[i])->at);
    for (i = 0; i < map->n_evidence; i++)
        check_field(l, map->evidence[i].section, map->evidence[i].record,
                    map->evidence[i].date);
    for (i = 0; i < map->n_history; i++)
        check_field(l, map->history[i].section, map->history[i].record,
                    map->history[i].date);
}

const cj_rule cj_rule_invalid_date = {
    .info = {
        .id = "CJ908",
        .name = "invalid-date",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .source = "総務省 機械判読可能な統計表の表記方法 1-11 西暦",
        .says = { "Date \"{value}\" cannot be read. Use 2025-06-03.",
                  "日付「{value}」が読めません。2025-06-03 の形で書いてください。" },
        .why = { "A date without a year, or \"next month\", means something else every time it is "
                 "read: reviews and evidence cannot be told old from new.",
                 "年のない日付や「来月」は、読む時期によって意味が変わります。見直しの遅れも根拠の古さも"
                 "判断できません。" },
        .mend = { "Write year, month and day into {cell}: 2025-06-03. Excel will take it as a date.",
                  "{cell} に年から書きます（例: 2025-06-03）。Excel が日付として扱い、並べ替えもできます。" },
        .bad = {
            { .edits = { "B11=next month", "B11=来月" } },
            { .edits = { "C44=6/3", "C44=6/3" } },
            { .edits = { "B59=02/30/2025", "B72=2025年2月30日" } },
        },
        .good = {
            { .edits = { "B11=2025-12-03", "B11=2025年12月3日（水）" } },
            { .edits = { "C44=2025-05 - 2025-06", "C44=2025年5月〜6月" } },
            { .edits = { "B9=TBD", "B9=令和7年3月14日" } },
        },
    },
    .on_map = invalid_date,
};
