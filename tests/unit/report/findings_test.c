/* findings_test.c - what cjlint reports: facts in their order, folded blocks, places, the rules. */
#include "../lint/sample.h"
#include "report/findings.h"

static const cj_findings_options plain = { CJ_EN, false, false };

typedef struct checked {
    cj_arena *arena;
    cj_lint_result results[4];
    cj_checked file;
    cj_tally tally;
} checked;

static cj_report *report_of(checked *c, const char *path, const char *edits, cj_lang lang)
{
    cj_lint_options o = sample_options(CJ_V1);
    cj_findings_options options = { lang, true, false };

    c->arena = cj_arena_new(0);
    c->results[0] = sample_lint(
        c->arena, sample_edited(c->arena, sample_book(c->arena, path), cj_str_of(edits)),
        &o);
    c->file.path = CJ_STR("map.csv");
    c->file.error = NULL;
    c->file.maps = c->results;
    c->file.n_maps = 1;
    return cj_findings_of_file(c->arena, &options, &c->file, &c->tally);
}

static const cj_fact *get(const cj_fact *object, const char *key)
{
    const cj_fact *f;

    for (f = object->first; f; f = f->next)
        if (f->key && !strcmp(f->key, key))
            return f;
    cr_assert_fail("no key %s", key);
    return NULL;
}

/* "rule name severity …": the keys of an object in their order. */
static cj_str keys(cj_arena *a, const cj_fact *object)
{
    const cj_fact *f;
    cj_buf b;

    cj_buf_init(&b, a);
    for (f = object->first; f; f = f->next)
        cj_buf_fmt(&b, "%s%s", b.n ? " " : "", f->key);
    return cj_buf_str(&b);
}

static void has_keys(cj_arena *a, const cj_fact *object, const char *want)
{
    cj_str is = keys(a, object);

    cr_expect(cj_str_eq(is, cj_str_of(want)), "%.*s, not %s", CJ_ARG(is), want);
}

static void is_text(const cj_fact *object, const char *key, const char *want)
{
    const cj_fact *f = get(object, key);

    cr_expect(f->kind == CJ_F_TEXT && cj_str_eq(f->text, cj_str_of(want)),
              "%s: %.*s, not %s", key, CJ_ARG(f->text), want);
}

Test(findings, facts_have_their_keys)
{
    checked c = { 0 };
    cj_report *r = report_of(&c, SAMPLE_JA, "B3= ;; D20= ;; C23=【仮説】遅い", CJ_JA);
    const cj_fact *map = get(r->facts, "maps")->first, *head, *summary;
    const cj_fact *phase = get(map, "phases")->first,
                  *finding = get(map, "findings")->first;

    head = cj_findings_head(c.arena)->facts;
    has_keys(c.arena, head, "format files");
    cr_expect(get(head, "files")->kind == CJ_F_LIST && !get(head, "files")->first);
    has_keys(c.arena, r->facts, "file maps");
    has_keys(
        c.arena, map,
        "sheet range profile lang phases steps completeness coverage findings not_evaluated");
    has_keys(c.arena, phase, "name id completeness coverage");
    has_keys(c.arena, finding,
             "rule name severity sheet cell row col phase element value message "
             "hint fix");
    summary = cj_findings_summary(c.arena, &plain, &c.tally)->facts;
    has_keys(c.arena, summary, "summary");
    summary = get(summary, "summary");
    has_keys(c.arena, summary,
             "files unreadable skipped maps errors warnings infos "
             "suppressed assumptions completeness coverage");
    cr_expect_eq(get(map, "sheet")->kind, CJ_F_NULL);
    is_text(map, "profile", "v1");
    is_text(phase, "id", "onboarding");
    is_text(finding, "rule", "CJ201");
    cr_expect_eq(get(finding, "cell")->kind, CJ_F_NULL);
    cr_expect_eq(get(finding, "row")->kind, CJ_F_NULL);
    cr_expect_eq(get(finding, "phase")->kind, CJ_F_NULL);
    finding = finding->next;
    is_text(finding, "rule", "CJ305");
    is_text(finding, "severity", "error");
    is_text(finding, "cell", "D20");
    cr_expect_eq(get(finding, "row")->integer, 20);
    cr_expect_eq(get(finding, "col")->integer, 4);
    is_text(finding, "phase", "活用定着・拡大期");
    is_text(finding, "element", "goal");
    is_text(finding, "fix", "none");
    cr_expect_eq(get(get(map, "completeness"), "filled")->integer, 35);
    cr_expect_eq(get(get(map, "completeness"), "of")->integer, 36);
    cr_expect_eq(get(get(map, "coverage"), "sourced")->integer, 11);
    cr_expect_eq(get(get(map, "coverage"), "assumed")->integer, 1);
    cr_expect_eq(get(get(map, "coverage"), "of")->integer, 12);
    cr_expect_eq(get(summary, "errors")->integer, 1);
    cr_expect_eq(get(summary, "assumptions")->integer, 1);
    cj_arena_free(c.arena);
}

static const cj_block *diagnostic(const cj_report *r, const char *rule)
{
    const cj_block *b;

    for (b = r->first; b; b = b->next)
        if (b->kind == CJ_B_DIAGNOSTIC && !strcmp(b->diagnostic.rule, rule))
            return b;
    cr_assert_fail("no %s", rule);
    return NULL;
}

static void says(const char *what, cj_str is, const char *want)
{
    cr_expect(cj_str_eq(is, cj_str_of(want)), "%s: \"%.*s\", not \"%s\"", what, CJ_ARG(is),
              want);
}

Test(findings, what_is_alike_is_folded)
{
    checked c = { 0 };
    cj_report *r = report_of(&c, SAMPLES "01_seed_sample.csv", "", CJ_JA);
    const cj_diagnostic *d = &diagnostic(r, "CJ501")->diagnostic;
    const cj_block *b;
    size_t n = 0;

    says("place", d->place, "map.csv:3:2 (B3:D5)");
    says("about", d->about, "9セル: 行動、思考・感情、課題・ペイン × 全フェーズ");
    says(
        "message", d->message,
        "「全フェーズ」の「行動、思考・感情、課題・ペイン」に"
        "根拠がありません。[E1] のように根拠番号を付けるか、未確認なら【仮説】を付けてください。");
    d = &diagnostic(r, "CJ703")->diagnostic;
    says("place", d->place, "map.csv:15:2 (B9)");
    says("about", d->about, "打ち手(アクション) × フェーズ1:導入期");
    d = &diagnostic(r, "CJ602")->diagnostic;
    says("place", d->place, "map.csv:13:4 (D7)");
    says("about", d->about, "成功の定義 × フェーズ3:活用定着・拡大期");
    cr_expect(d->hint.n);
    d = &diagnostic(r, "CJ201")->diagnostic;
    says("place", d->place, "map.csv");
    says("about", d->about, "");
    cr_expect_eq(d->level, CJ_WARN_LEVEL);
    for (b = r->first; b; b = b->next)
        n += b->kind == CJ_B_DIAGNOSTIC && !strcmp(b->diagnostic.rule, "CJ501");
    cr_expect_eq(n, 1, "%zu diagnostics", n);
    cj_arena_free(c.arena);
}

Test(findings, order_and_hints)
{
    checked c = { 0 };
    cj_report *r =
        report_of(&c, SAMPLE_EN, "C25=Good ;; D25=Great ;; C20= ;; C24= x", CJ_EN);
    static const char *const order[] = { "CJ305", "CJ602", "CJ602", "TX104" };
    const cj_block *b;
    size_t n = 0;

    for (b = r->first; b; b = b->next)
        if (b->kind == CJ_B_DIAGNOSTIC && n < 4) {
            cr_expect_str_eq(b->diagnostic.rule, order[n], "%zu", n);
            cr_expect_eq(b->diagnostic.hint.n == 0, n == 2, "a hint once a rule: %zu", n);
            n++;
        }
    cr_expect_eq(n, 4);
    cj_arena_free(c.arena);
}

Test(findings, ranges)
{
    static const struct {
        const char *cells, *want;
    } cases[] = {
        { "B3", "B3" },
        { "B3 C3 D3", "B3:D3" },
        { "B3 B4 B5", "B3:B5" },
        { "B3 C3 B4 C4 B5 C5", "B3:C5" },
        { "B3 C3 D3 B4 D4", "B3:D3, B4, D4" },
        { "B3 D3", "B3, D3" },
        { "B3 B5 B7 B9 B11 B13 B15 B17", "B3, B5, B7, B9, B11, B13, …" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_finding f[16] = { { 0 } };
        const cj_finding *all[16];
        cj_fold fold = { f, all, 0 };
        cj_str rest = cj_str_of(cases[i].cells), one;

        while (cj_str_split(&rest, ' ', &one)) {
            cr_assert(cj_ref_parse(one, &f[fold.n].at.row, &f[fold.n].at.col));
            all[fold.n] = &f[fold.n];
            fold.n++;
        }
        says(cases[i].cells, cj_fold_ranges(a, &fold), cases[i].want);
    }
    cj_arena_free(a);
}

Test(findings, files_that_cannot_be_checked)
{
    cj_arena *a = cj_arena_new(0);
    cj_err err = { 0 };
    cj_checked files[2] = { { CJ_STR("a.csv"), &err, NULL, 0 },
                            { CJ_STR("-"), NULL, NULL, 0 } };
    cj_findings_options options = { CJ_LANG_AUTO, false, false };
    cj_tally tally = { 0 };
    const cj_report *r;

    cj_fail(&err, CJ_ENOMAP, (cj_text){ "No map.", "マップがありません。" }, CJ_STR(""),
            CJ_STR(""));
    err.rule = "CJ101";
    r = cj_findings_of_file(a, &options, &files[0], &tally);
    has_keys(a, r->facts, "file error maps");
    is_text(get(r->facts, "error"), "rule", "CJ101");
    is_text(get(r->facts, "error"), "message", "No map.");
    cr_expect_null(r->first);
    r = cj_findings_of_file(a, &options, &files[1], &tally);
    is_text(r->facts, "file", "stdin");
    cr_expect_eq(tally.unreadable, 1);
    cr_expect_eq(tally.files, 2);
    cr_expect_eq(cj_findings_count(&files[0], CJ_INFO), 0);
    cj_arena_free(a);
}

/* The arena of a file is reset before the next one comes; its memory is poisoned under ASan. */
Test(findings, a_tally_needs_no_file)
{
    cj_arena *a = cj_arena_new(0), *of_file = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    cj_tally tally = { .skipped = 2 };
    const cj_fact *summary;
    size_t i, peak = 0, first = 0, cells = 0;

    for (i = 0; i < 20; i++) {
        cj_lint_result r =
            sample_lint(of_file, sample_book(of_file, i % 2 ? SAMPLE_EN : SAMPLE_JA), &o);
        cj_checked file = { CJ_STR("map.csv"), NULL, &r, 1 };

        cells += cj_map_completeness(r.map, NULL).of;
        cj_findings_of_file(of_file, &plain, &file, &tally);
        peak = cj_arena_used(of_file) > peak ? cj_arena_used(of_file) : peak;
        first = i < 4 ? peak : first;
        cj_arena_reset(of_file);
    }
    cj_arena_free(of_file);
    cr_expect_eq(peak, first, "%zu, at first %zu", peak, first);
    cr_expect_eq(cj_arena_used(a), 0);
    summary = get(cj_findings_summary(a, &plain, &tally)->facts, "summary");
    cr_expect_eq(get(summary, "files")->integer, 20);
    cr_expect_eq(get(summary, "maps")->integer, 20);
    cr_expect_eq(get(summary, "skipped")->integer, 2);
    cr_expect_eq(get(get(summary, "completeness"), "of")->integer, cells);
    cj_arena_free(a);
}

Test(findings, what_files_add_up_to)
{
    static const struct {
        const char *name;
        cj_findings_options options;
        cj_tally tally;
        const char *want; /* texts, parted by | */
    } cases[] = {
        { "one map", { CJ_EN, false, false }, { .files = 1, .maps = 1 }, "" },
        { "two maps",
          { CJ_EN, false, false },
          { .files = 2, .maps = 2, .n = { 0, 3, 2, 1 } },
          "Together|Files: 2, maps: 2, not readable: 0|Errors: 1, warnings: 2, infos: 3" },
        { "one skipped",
          { CJ_EN, false, false },
          { .files = 1, .maps = 1, .skipped = 1 },
          "1 file without a journey map was skipped (-v names it)" },
        { "three skipped",
          { CJ_JA, false, false },
          { .files = 1, .maps = 1, .skipped = 3 },
          "ジャーニーマップのないファイル 3件は飛ばしました（-v で名前を表示）" },
        { "skipped and named",
          { CJ_EN, true, false },
          { .files = 1, .maps = 1, .skipped = 3 },
          "3 files without a journey map were skipped" },
        { "skipped among maps",
          { CJ_JA, true, false },
          { .files = 3, .unreadable = 1, .maps = 2, .skipped = 1 },
          "合計|ファイル 3件、マップ 2件、読めなかったファイル 1件|"
          "エラー 0件、警告 0件、情報 0件|ジャーニーマップのないファイル 1件は飛ばしました" },
        { "no map",
          { CJ_EN, false, false },
          { .files = 2, .unreadable = 2, .skipped = 1 },
          "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cj_block *b =
            cj_findings_summary(a, &cases[i].options, &cases[i].tally)->first;
        cj_buf texts;

        cj_buf_init(&texts, a);
        for (; b; b = b->next) {
            cj_buf_z(&texts, texts.n ? "|" : "");
            cj_buf_add(&texts, b->text);
        }
        says(cases[i].name, cj_buf_str(&texts), cases[i].want);
    }
    cj_arena_free(a);
}

/* Rows [first, last] of a sample as a new sheet, moved up to row 1. */
static void add_sheet(cj_arena *a, cj_book *book, const cj_book *from, const char *name,
                      uint32_t first, uint32_t last)
{
    cj_sheet *s = cj_book_add_sheet(a, book, cj_str_of(name));
    size_t i;

    for (i = 0; i < from->sheets[0].n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(&from->sheets[0], i);
        cj_book_cell *copy;

        if (c->row < first || c->row > last)
            continue;
        copy = cj_sheet_add(a, s, c->row - first + 1, c->col);
        copy->value = c->value;
        copy->text = c->text;
    }
    cj_sheet_seal(a, s);
}

Test(findings, shared_sheets_are_told_once)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *sample = sample_edited(a, sample_book(a, SAMPLE_EN), CJ_STR("E46=41 users ")),
            *book;
    cj_lint_options o = sample_options(CJ_V1);
    cj_tally tally = { 0 };
    cj_lint_result results[2];
    cj_checked file = { CJ_STR("map.xlsx"), NULL, results, 2 };
    const cj_report *r;
    const cj_fact *map;
    cj_maps maps;
    size_t i;

    o.select = CJ_STR("TX104");
    book = cj_book_new(a, CJ_XLSX);
    add_sheet(a, book, sample, "Growth", 1, 28);
    add_sheet(a, book, sample, "Enterprise", 1, 28);
    add_sheet(a, book, sample, "Evidence", 43, 48);
    maps = sample_maps(a, book);
    cr_assert_eq(maps.n, 2);
    for (i = 0; i < 2; i++)
        cj_lint_run(a, &maps.map[i], &o, &results[i]);
    cr_assert_eq(results[1].n_findings, 1, "%.*s", CJ_ARG(sample_found(a, &results[1])));
    r = cj_findings_of_file(a, &plain, &file, &tally);
    map = get(r->facts, "maps")->first;
    is_text(map, "sheet", "Growth");
    is_text(get(map, "findings")->first, "rule", "TX104");
    is_text(get(map, "findings")->first, "sheet", "Evidence");
    cr_expect(!get(map->next, "findings")->first, "told again");
    says("place", diagnostic(r, "TX104")->diagnostic.place, "map.xlsx:Evidence!E4");
    cj_arena_free(a);
}

Test(findings, counts_by_severity)
{
    checked c = { 0 };

    report_of(&c, SAMPLE_JA, "B3= ;; D20= ;; C24= x [E2]", CJ_JA);
    cr_expect_eq(cj_findings_count(&c.file, CJ_ERROR), 1);
    cr_expect_eq(cj_findings_count(&c.file, CJ_WARNING), 2);
    cr_expect_eq(cj_findings_count(&c.file, CJ_INFO), 3);
    cj_arena_free(c.arena);
}

Test(findings, rules_and_one_rule)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_PROFILE_AUTO);
    const cj_fact *rule;
    cj_report *r;
    size_t i, n = 0;

    o.severity = CJ_STR("CJ602=info");
    r = cj_rules_report(a, CJ_JA, &o);
    for (rule = get(r->facts, "rules")->first; rule; rule = rule->next)
        n++;
    cr_expect_eq(n, cj_rule_count());
    cr_expect_eq(r->first->table.n_rows, n + 1);
    for (i = 0; i < n; i++) {
        const cj_block *b;

        r = cj_rule_report(a, i % 2 ? CJ_JA : CJ_EN, &o, cj_rule_at(i));
        rule = get(r->facts, "rule");
        has_keys(a, rule, "id name severity fix step source message why mend bad good");
        cr_expect(get(rule, "bad")->first && get(rule, "good")->first, "%s",
                  cj_rule_at(i)->id);
        for (b = r->first; b; b = b->next)
            cr_expect(!cj_str_has(b->text, CJ_STR("{")), "%s: %.*s", cj_rule_at(i)->id,
                      CJ_ARG(b->text));
    }
    r = cj_rule_report(a, CJ_JA, &o, cj_rule_by_name(CJ_STR("CJ602")));
    is_text(get(get(r->facts, "rule"), "severity"), "v1", "warning");
    is_text(get(get(r->facts, "rule"), "severity"), "effective", "info");
    r = cj_rule_report(a, CJ_JA, &o, cj_rule_by_name(CJ_STR("TX104")));
    says("spaces are shown", get(get(r->facts, "rule"), "bad")->first->text,
         "<U+3000>活用ウェビナー、月1回の定例MTG [E2]");
    cj_arena_free(a);
}
