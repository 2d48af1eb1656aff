/* personal_data.c - CJ516: addresses and telephone numbers of people, anywhere in the workbook. */
#include "lint/personal.h"
#include "lint/rule.h"
#include "base/buf.h"

#define MOST 500u /* findings; a sheet of addresses is one thing to do, not a million */

/* ---- where it stands --------------------------------------------------------------------------- */

static bool at_place(cj_span a, cj_span b)
{
    return a.sheet == b.sheet && a.row == b.row && a.col == b.col;
}

static const cj_leaf *leaf_at(const cj_map *map, cj_span at)
{
    size_t lo = 0, hi = map->n_leaves;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        const cj_span *m = &map->leaves[mid].at;

        if (m->sheet < at.sheet ||
            (m->sheet == at.sheet &&
             (m->row < at.row || (m->row == at.row && m->col < at.col))))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < map->n_leaves && at_place(map->leaves[lo].at, at) ? &map->leaves[lo] : NULL;
}

/* What was found so far; of addresses of colleagues there may be more. */
typedef struct tally {
    unsigned told, seen;
} tally;

/* False when enough was found. */
static bool tell(cj_lint *l, cj_span at, cj_str text, tally *n)
{
    const cj_map *map = cj_lint_map(l);
    const cj_leaf *leaf = leaf_at(map, at);
    cj_finding *f;

    if (cj_personal_colleagues(map, leaf, at))
        return ++n->seen < MOST * 10;
    f = cj_find_at(l, at, text);
    if (leaf && leaf->element >= 0 && leaf->phase >= 0) {
        f->element = leaf->element;
        f->phase = leaf->phase;
        f->elem = map->elements[leaf->element].elem;
    }
    return ++n->told < MOST;
}

/* ---- the book ---------------------------------------------------------------------------------- */

static bool look_at_cells(cj_lint *l, const cj_sheet *s, unsigned sheet, tally *n)
{
    size_t i;

    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);
        cj_span at = { sheet, c->row, c->col, 0, 0 };

        if (c->value == CJ_V_TEXT && cj_personal_contact(cj_lint_arena(l), c->text) &&
            !tell(l, at, c->text, n))
            return false;
    }
    return true;
}

/* Where the cell itself has been told of, its note is part of the same work. */
static bool look_at_notes(cj_lint *l, const cj_sheet *s, unsigned sheet, tally *n)
{
    size_t i;

    for (i = 0; i < s->n_notes; i++) {
        const cj_book_note *note = &s->notes[i];
        const cj_book_cell *c;
        cj_span at = { sheet, note->row, note->col, 0, 0 };

        if (!cj_personal_contact(cj_lint_arena(l), note->text))
            continue;
        c = cj_sheet_find(s, note->row, note->col);
        if (!(c && c->value == CJ_V_TEXT &&
              cj_personal_contact(cj_lint_arena(l), c->text)) &&
            !tell(l, at, note->text, n))
            return false;
    }
    return true;
}

/* Each sheet is looked at for one map only: its own, the first of several; sheets without a map
 * for the first map of the book. */
static bool is_ours(const cj_map *map, unsigned sheet)
{
    const cj_maps *among = map->among;
    size_t i;

    if (!among || !among->n)
        return true;
    for (i = 0; i < among->n; i++)
        if (among->map[i].sheet == sheet)
            return &among->map[i] == map;
    return map == &among->map[0];
}

static void personal_data(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    tally n = { 0, 0 };
    unsigned sheet;

    for (sheet = 0; sheet < map->book->n_sheets; sheet++) {
        const cj_sheet *s = &map->book->sheets[sheet];

        if (is_ours(map, sheet) &&
            (!look_at_cells(l, s, sheet, &n) || !look_at_notes(l, s, sheet, &n)))
            return;
    }
}

/* As in a redacted report (cjreport --redact). */
static cj_str redacted(cj_lint *l, const cj_finding *f, cj_str text)
{
    static const cj_text instead = { "[redacted]", "〔伏せ字〕" };
    cj_arena *arena = cj_lint_arena(l);
    cj_personals all = { NULL, 0, 0 };
    size_t i, at = 0;
    cj_buf b;

    (void)f;
    cj_personal_find(arena, text, &all);
    cj_buf_init(&b, arena);
    for (i = 0; i < all.n; i++) {
        size_t from = all.span[i].from, to = all.span[i].to;

        if (!cj_personal_contact(arena, cj_str_cut(text, from, to - from)))
            continue;
        cj_buf_add(&b, cj_str_cut(text, at, from - at));
        cj_buf_z(&b, cj_text_in(instead, cj_lint_map(l)->lang));
        at = to;
    }
    cj_buf_add(&b, cj_str_from(text, at));
    return cj_buf_str(&b);
}

const cj_rule cj_rule_personal_data = {
    .info = {
        .id = "CJ516",
        .name = "personal-data",
        .severity = { CJ_OFF, CJ_WARNING, CJ_WARNING },
        .fix = CJ_FIX_UNSAFE,
        .step = 3,
        .source = "S2 注意点1; 個人情報の匿名化",
        .says = { "Looks like personal data ({cell}). Anonymise it.",
                  "個人情報らしい記述があります（{cell}）。匿名にしてください。" },
        .why = { "A map is copied, mailed and shown in meetings. Addresses and numbers of the people "
                 "who were asked do not belong there, and nobody needs them to act on it.",
                 "マップは複製され、メールや会議で広く共有されます。話を聞かせてくれた人の連絡先は、判断には要らず、"
                 "載せるべきではありません。" },
        .mend = { "Replace the address or number in {cell} by a role: \"administrator of customer "
                  "A\". Keep the contact in your CRM and refer to the record.",
                  "{cell} のメールアドレスや電話番号を「顧客A社 管理者」のような表現に置き換えます。連絡先は CRM に"
                  "残し、必要なら記録番号だけを書きます。" },
        .bad = {
            { .edits = { "E44=taro@example.com said so", "E44=taro@example.com からの声" } },
            { .edits = { "C23=Import fails, call +44 20 7946 0958 [E3]",
                         "C23=・使いにくい（090-1234-5678 の方） [E4]" } },
            { .edits = { "!sheet Contacts ;; B2=(415) 555-2671", "!sheet 連絡先 ;; B2=03-1234-5678" },
              .at = { "B2", "B2" },
              .shows = { "a telephone number on another sheet",
                         "別のシートにある電話番号" } },
        },
        .good = {
            { .edits = { "E44=Customer A, administrator", "E44=顧客A社 担当者" } },
            { .edits = { "C24=Mail to support@example.com, chat [E2]",
                         "C24=support@example.com への問い合わせ、0120-123-456 [E2]" } },
            { .edits = { "B12=Priya (Customer Success) priya@example.com",
                         "B12=中村（CS） nakamura@example.com" },
              .shows = { "the author of the map", "マップの作成者の連絡先" } },
            { .edits = { "E44=ISBN 978-4-06-520808-0, ticket 0012-345-6789, 2025-10-01",
                         "E44=ISBN 978-4-06-520808-0、問い合わせ 0012-345-6789、2025-10-01" } },
        },
    },
    .on_map = personal_data,
    .amends = redacted,
};
