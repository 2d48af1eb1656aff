/* cjtemplate.c - writes a blank standard template that people can fill in. */
#include "common/tool.h"

typedef struct options {
    cj_str preset, phases, persona, owners, from;
    unsigned examples, list;
} options;

/* A row an option. */
/* clang-format off */
static const cj_opt opts[] = {
    { 0, "preset", "NAME|FILE",
      { "which template: a built-in one, or your team's own file (default: cs-saas)",
        "テンプレートを選びます。組み込みの名前、またはチームのファイル（既定: cs-saas）" },
      offsetof(options, preset) },
    { 0, "phases", "NAMES,…",
      { "the phases, in order: 'Onboarding,Adoption,Renewal'",
        "フェーズを順に指定します（例: '導入期,活用促進期,更新期'）" },
      offsetof(options, phases) },
    { 0, "persona", "TEXT",
      { "whose journey it is, in one line", "どの顧客（ペルソナ）のマップかを1行で指定します" },
      offsetof(options, persona) },
    { 0, "owners", "NAMES,…",
      { "the departments of the owner lists: 'CS,Support'",
        "担当の選択肢にする部署を指定します（例: 'CS,サポート'）" },
      offsetof(options, owners) },
    { 0, "examples", NULL,
      { "with an example in each cell, in grey, to be overwritten",
        "各セルに灰色の記入例を入れます（上書きして使います）" },
      offsetof(options, examples) },
    { 0, "from", "MAP",
      { "the phases, rows and persona fields of a filled map, without what is in them",
        "記入済みのマップから、フェーズ・行・ペルソナの項目だけを引き継ぎます" },
      offsetof(options, from) },
    { 0, "list-presets", NULL,
      { "the built-in templates", "組み込みのテンプレートを一覧で表示します" },
      offsetof(options, list) },
};

static const cj_opt lang = { 'l', "lang", "ja|en",
      { "the language of the template and of messages (default: CJ_LANG, the locale, else "
        "English; a file of yours keeps its language)",
        "テンプレートとメッセージの言語を選びます（既定: CJ_LANG、ロケール、なければ英語。"
        "お手元のファイルはそのファイルの言語のまま）" },
      offsetof(cj_shared, lang) };
/* clang-format on */

static const char *const synopsis[] = { "[OPTIONS] -o FILE", "--list-presets", NULL };
static const char *const exit_en[] = { "0", "written", "2",
                                       "cannot be written, or wrong usage", NULL };
static const char *const exit_ja[] = { "0", "書き込みました", "2",
                                       "書き込めない、または使い方が正しくない", NULL };
static const cj_example_line examples[] = {
    { "cjtemplate -o blank.xlsx",
      { "the standard template", "標準のテンプレートを作ります" } },
    { "cjtemplate --preset minimal --examples -o first.xlsx",
      { "a small one with examples", "記入例つきの小さなテンプレートを作ります" } },
    { "cjtemplate --phases '導入期,活用期,更新期' --owners 'CS,サポート' -o blank.xlsx",
      { "with your own phases and departments", "自社のフェーズと部署で作ります" } },
    { "cjtemplate --from map.xlsx -o next.xlsx",
      { "like a map that you have, empty",
        "手元のマップと同じ形の空のテンプレートを作ります" } },
};

static int list_presets(cj_run *run)
{
    cj_report *r = cj_report_new(run->arena, cj_says_in(run));
    cj_render_options page = cj_page_of(run, stdout);
    size_t i;
    cj_table *t = cj_report_table(run->arena, r, cj_preset_count(), 2);

    t->plain = true;
    for (i = 0; i < cj_preset_count(); i++) {
        const cj_preset *p = cj_preset_at(i);

        t->cell[2 * i] = cj_str_of(p->name);
        t->cell[2 * i + 1] = cj_str_of(cj_text_in(p->what_for, r->lang));
    }
    page.width = page.width ? page.width : 100;
    cj_render_text(run->arena, r, &page, stdout, NULL);
    return 0;
}

/* "A,B,C", also with full-width commas. */
static cj_str *split(cj_arena *arena, cj_str list, size_t *n)
{
    cj_str *out = NULL, rest = list;
    size_t cap = 0;

    *n = 0;
    while (rest.n) {
        size_t at = cj_str_find(rest, CJ_STR(",")), wide = cj_str_find(rest, CJ_STR("、"));
        bool is_wide = wide < at;
        cj_str piece = cj_str_trim(cj_str_cut(rest, 0, is_wide ? wide : at));

        if (piece.n) {
            CJ_ROOM(arena, out, *n, cap);
            out[(*n)++] = piece;
        }
        rest = at == CJ_NONE && wide == CJ_NONE
                   ? cj_str_of(NULL)
                   : cj_str_from(rest, is_wide ? wide + 3 : at + 1);
    }
    return out;
}

static cj_rc check_usage(const cj_run *run, cj_err *err)
{
    static const cj_text both = {
        "--from and --preset cannot be combined, as both say what the template is like; "
        "use one of them",
        "--from と --preset は同時に指定できません。どちらか1つにしてください。"
    };
    static const cj_text file = {
        "no input file is expected here (\"{0}\"); name a filled map with --from, and the "
        "new file with -o",
        "入力ファイル「{0}」は指定できません。記入済みのマップを引き継ぐには --from、保存先は -o で"
        "指定してください。"
    };
    static const cj_text empty = {
        "--from empties all cells, so it cannot be combined with --examples; leave out one "
        "of them",
        "--from はセルの中身を空にするため、--examples と一緒には使えません。どちらかを外してください。"
    };
    const options *o = run->options;

    if (run->n_files)
        return cj_fail(err, CJ_EUSAGE, file, cj_str_of(run->file[0]), cj_str_of(NULL));
    if (o->from.p && o->preset.p)
        return cj_fail(err, CJ_EUSAGE, both, cj_str_of(NULL), cj_str_of(NULL));
    if (o->from.p && o->examples)
        return cj_fail(err, CJ_EUSAGE, empty, cj_str_of(NULL), cj_str_of(NULL));
    return CJ_OK;
}

static cj_rc phases(cj_run *run, cj_map **map, cj_err *err)
{
    static const cj_text few = {
        "--phases needs two names or more, separated by commas",
        "--phases には2つ以上のフェーズ名をコンマ区切りで指定してください。"
    };
    const options *o = run->options;
    cj_str *names;
    size_t n;

    if (!o->phases.p)
        return CJ_OK;
    names = split(run->arena, o->phases, &n);
    if (n < 2)
        return cj_fail(err, CJ_EUSAGE, few, cj_str_of(NULL), cj_str_of(NULL));
    *map = cj_template_phases(run->arena, *map, names, n);
    return CJ_OK;
}

/* The phases, rows and fields of a map that is there. */
static cj_rc read_base(cj_run *run, cj_map **map, cj_err *err)
{
    const options *o = run->options;
    cj_str name = o->preset.p ? o->preset : cj_str_of(cj_preset_at(0)->name);
    const char *path = o->from.p               ? cj_str_z(run->arena, o->from)
                       : cj_preset_named(name) ? NULL
                                               : cj_str_z(run->arena, name);

    if (cj_settle(run, path, &run->map.config, err) != CJ_OK)
        return err->rc;
    if (!o->from.p)
        return cj_read_template(run, name, run->lang, o->examples, map, err);
    if (cj_read_filled(run, o->from, map, err) != CJ_OK)
        return err->rc;
    *map = cj_template_emptied(run->arena, *map);
    return CJ_OK;
}

static cj_rc base(cj_run *run, cj_map **map, cj_err *err)
{
    const options *o = run->options;

    if (read_base(run, map, err) != CJ_OK || phases(run, map, err) != CJ_OK)
        return err->rc;
    if (o->persona.n)
        cj_template_persona(*map, o->persona);
    return CJ_OK;
}

/* A map that somebody made stays in its own language, unless another one is asked for. */
static cj_lang language(const cj_run *run)
{
    const options *o = run->options;
    bool file = o->from.p || (o->preset.p && !cj_preset_named(o->preset));

    return file && !run->shared.lang ? CJ_LANG_AUTO : run->lang;
}

static cj_rc write_template(cj_run *run, cj_err *err)
{
    enum { LINES = 20 };
    const options *o = run->options;
    cj_layout_options how = { .anew = true, .guide = true, .blank = LINES };
    cj_map *map;
    cj_format format;
    cj_layout out;
    cj_maps one;
    cj_str bytes;

    if (base(run, &map, err) != CJ_OK || cj_written_as(run, CJ_XLSX, &format, err) != CJ_OK)
        return err->rc;
    one = (cj_maps){ map, 1, 1 };
    how.lang = language(run);
    how.preset = map;
    how.stacked = format != CJ_XLSX;
    how.owners = split(run->arena, o->owners, &how.n_owners);
    cj_layout_make(run->arena, &one, &how, &out);
    cj_book_set_property(run->arena, out.book, CJ_STR("cjmap.id"),
                         cj_template_id(run->arena, out.book));
    if (cj_book_bytes(run, out.book, format, NULL, &bytes, err) != CJ_OK)
        return err->rc;
    return cj_put_bytes(run, bytes, format, err);
}

static int template(cj_run *run)
{
    const options *o = run->options;
    cj_err err;

    if (o->list)
        return list_presets(run);
    if (check_usage(run, &err) != CJ_OK || write_template(run, &err) != CJ_OK)
        cj_complain(run, NULL, &err);
    return 0;
}

static const cj_tool cjtemplate = {
    .name = "cjtemplate",
    .purpose = { "writes a blank journey map that people can fill in",
                 "記入用の空のジャーニーマップを作ります" },
    .synopsis = synopsis,
    .opts = opts,
    .n_opts = sizeof opts / sizeof *opts,
    .options_size = sizeof(options),
    .writes = true,
    .lang = &lang,
    .exit_en = exit_en,
    .exit_ja = exit_ja,
    .examples = examples,
    .n_examples = sizeof examples / sizeof *examples,
    .run = template,
};

int main(int argc, char **argv)
{
    return cj_tool_main(&cjtemplate, argc, argv);
}
