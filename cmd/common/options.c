/* options.c - reads a command line by the rows of a tool's option tables. */
#include "tool.h"
#include <string.h>

#define SHARED(field) offsetof(cj_shared, field)

/* A row an option. */
/* clang-format off */
static const cj_opt reading[] = {
    { 0, "sheet", "NAME|N|-N",
      { "the sheet to read: its name, its number, or -1 for the last",
        "読むシートを名前か番号で指定します（-1 は最後のシート）" },
      SHARED(sheet) },
    { 0, "orient", "auto|phases-across|phases-down",
      { "how the map lies: phases side by side, or one below the other (default: auto)",
        "マップの向きを指定します。フェーズが横に並ぶ表は phases-across、縦に並ぶ表は "
        "phases-down です（既定: auto）" },
      SHARED(orient) },
    { 0, "encoding", "NAME",
      { "the character encoding of a CSV, such as CP932 or UTF-8 (default: detected)",
        "CSVの文字コードを指定します（CP932、UTF-8 など。既定: 自動で判別）" },
      SHARED(encoding) },
    { 0, "delimiter", "CHAR",
      { "the delimiter of a CSV: one character, or \"tab\" (default: detected)",
        "CSVの区切り文字を指定します（1文字、または tab。既定: 自動で判別）" },
      SHARED(delimiter) },
    { 0, "config", "FILE",
      { "the settings of the team (default: every cj.ini from the map's folder upward)",
        "チームの設定ファイルを指定します（既定: マップのフォルダーから上へ cj.ini を探します）" },
      SHARED(config) },
    { 0, "no-config", NULL,
      { "no settings file", "設定ファイルを読みません" },
      SHARED(no_config) },
};

static const cj_opt mending[] = {
    { 0, "fix", NULL,
      { "mend what needs no judgement, such as half-width katakana and invisible characters; with "
        "--in-place, -o or --dry-run. The findings that are left are shown",
        "半角カナや見えない文字など、判断のいらないものを直し、残りの指摘を表示します。--in-place、-o、"
        "--dry-run のどれかと一緒に使います" },
      SHARED(mend.fix) },
    { 0, "unsafe", NULL,
      { "with --fix: also mend what somebody should look at afterwards",
        "--fix で、あとで確認が必要なものも直します" },
      SHARED(mend.unsafe) },
    { 0, "dry-run", NULL,
      { "with --fix: write nothing; show what would change",
        "--fix で、書き込まずに、変わるところを表示します" },
      SHARED(mend.dry_run) },
    { 0, "in-place", NULL,
      { "with --fix: change the files themselves; each old one is kept as FILE.bak",
        "--fix で、元のファイルを直します。元の内容は FILE.bak に残します" },
      SHARED(mend.in_place) },
    { 0, "no-backup", NULL,
      { "with --in-place: keep no FILE.bak", "--in-place で FILE.bak を残しません" },
      SHARED(mend.no_backup) },
};

static const cj_opt writing[] = {
    { 'o', "output", "FILE",
      { "write to this file; its name says which kind (default: standard output)",
        "書き込むファイルを指定します。形式は名前で決まります（既定: 標準出力）" },
      SHARED(output) },
};

static const cj_opt form[] = {
    { 'f', "format", "xlsx|csv|tsv",
      { "the kind of file, whatever its name", "ファイル名によらず、形式を指定します" },
      SHARED(form) },
};

static const cj_opt written[] = {
    { 0, "force", NULL,
      { "replace a file of that name", "同じ名前のファイルがあれば置き換えます" },
      SHARED(force) },
    { 0, "bom", "keep|always|never",
      { "the byte order mark of a CSV (default: keep; a new CSV has one, so that Excel "
        "reads it)",
        "CSVの先頭に付けるBOMを指定します（既定: keep。新しいCSVにはExcelで開けるよう付けます）" },
      SHARED(bom) },
    { 0, "no-escape-formulas", NULL,
      { "write texts like =1+1 into a CSV as they are; otherwise a ' is put in front",
        "=1+1 のような文字の先頭に ' を付けずに、そのままCSVへ書き込みます" },
      SHARED(no_escape) },
};

static const cj_opt language[] = {
    { 'l', "lang", "ja|en",
      { "the language of messages (default: CJ_LANG, the locale, or that of the map)",
        "メッセージの言語を選びます（既定: CJ_LANG、ロケール、マップの言語の順）" },
      SHARED(lang) },
};

static const cj_opt common[] = {
    { 0, "color", "auto|always|never",
      { "colours (default: auto, only at a terminal)",
        "色を付けるかどうかを選びます（既定: auto、端末のときだけ付けます）" },
      SHARED(color) },
    { 'q', "quiet", NULL,
      { "no warnings and no notes on standard error", "警告やお知らせを表示しません" },
      SHARED(quiet) },
    { 'v', "verbose", NULL, { "say more", "詳しく表示します" }, SHARED(verbose) },
    { 'h', "help", NULL,
      { "show this help and leave", "この説明を表示して終わります" },
      SHARED(help) },
    { 'V', "version", NULL,
      { "show the version and leave", "バージョンを表示して終わります" },
      SHARED(version) },
};
/* clang-format on */

size_t cj_tool_opts(const cj_tool *tool, cj_opts out[CJ_OPT_GROUPS])
{
    static const cj_text own = { "Options", "オプション" };
    static const cj_text mend = { "Mending the file", "自動修正" };
    static const cj_text read = { "Reading the file", "ファイルの読み方" };
    static const cj_text write = { "Writing the file", "ファイルの書き方" };
    static const cj_text general = { "General", "共通" }, more = { NULL, NULL };
    size_t n = 0;

    if (tool->n_opts)
        out[n++] = (cj_opts){ own, tool->opts, tool->n_opts };
    if (tool->mends)
        out[n++] = (cj_opts){ mend, mending, sizeof mending / sizeof *mending };
    if (tool->reads)
        out[n++] = (cj_opts){ read, reading, sizeof reading / sizeof *reading };
    if (tool->writes) {
        out[n++] = (cj_opts){ write, writing, sizeof writing / sizeof *writing };
        out[n++] = (cj_opts){ more, tool->form ? tool->form : form, 1 };
        out[n++] = (cj_opts){ more, written, sizeof written / sizeof *written };
    }
    out[n++] = (cj_opts){ general, tool->lang ? tool->lang : language, 1 };
    out[n++] = (cj_opts){ more, common, sizeof common / sizeof *common };
    return n;
}

static const cj_opt *find(const cj_tool *tool, cj_str name, char letter)
{
    cj_opts group[CJ_OPT_GROUPS];
    size_t n = cj_tool_opts(tool, group), i, j;

    for (i = 0; i < n; i++)
        for (j = 0; j < group[i].n; j++) {
            const cj_opt *o = &group[i].row[j];

            if (letter ? o->letter == letter : cj_str_eq(cj_str_of(o->name), name))
                return o;
        }
    return NULL;
}

static void *target(const cj_run *run, const cj_opt *o)
{
    const cj_tool *t = run->tool;
    bool own = o >= t->opts && o < t->opts + t->n_opts;

    return (own ? (char *)run->options : (char *)&run->shared) + o->at;
}

static cj_rc unknown(cj_run *run, cj_str given, cj_str name, cj_err *err)
{
    static const cj_text plain = {
        "there is no option \"{0}\"; --help lists them",
        "オプション「{0}」はありません。--help で一覧を表示できます。"
    };
    static const cj_text meant = {
        "there is no option \"{0}\"; did you mean \"--{1}\"?",
        "オプション「{0}」はありません。「--{1}」のことでしょうか。"
    };
    const char *names[64], *near;
    cj_opts group[CJ_OPT_GROUPS];
    size_t n_groups = cj_tool_opts(run->tool, group), n = 0, i, j;

    for (i = 0; i < n_groups; i++)
        for (j = 0; j < group[i].n && n < sizeof names / sizeof *names; j++)
            names[n++] = group[i].row[j].name;
    near = cj_closest(name, names, n);
    return cj_fail(err, CJ_EUSAGE, near ? meant : plain, given, cj_str_of(near));
}

/* "a|b|c" as "a, b, c". */
static cj_str listed(cj_arena *arena, const char *words)
{
    cj_str rest = cj_str_of(words), word, all = { "", 0 };

    while (cj_str_split(&rest, '|', &word))
        all = cj_str_fmt(arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(all), all.n ? ", " : "",
                         CJ_ARG(word));
    return all;
}

static bool is_choice(const cj_opt *o)
{
    return o->value && strchr(o->value, '|') && *o->value >= 'a';
}

static cj_rc bad_choice(cj_run *run, const cj_opt *o, cj_str value, cj_err *err)
{
    static const cj_text plain = {
        "--{0} cannot be \"{1}\"; it takes one of: {2}",
        "--{0} に「{1}」は指定できません（指定できる値: {2}）。"
    };
    static const cj_text meant = {
        "--{0} cannot be \"{1}\"; did you mean \"{2}\"?",
        "--{0} に「{1}」は指定できません。「{2}」のことでしょうか。"
    };
    const char *words[16], *near;
    cj_str rest = cj_str_of(o->value), word;
    size_t n = 0;

    while (n < sizeof words / sizeof *words && cj_str_split(&rest, '|', &word))
        words[n++] = cj_str_z(run->arena, word);
    near = cj_closest(value, words, n);
    cj_fail(err, CJ_EUSAGE, near ? meant : plain, cj_str_of(o->name), value);
    if (err)
        err->arg[2] = near ? cj_str_of(near) : listed(run->arena, o->value);
    return CJ_EUSAGE;
}

static cj_rc set_choice(cj_run *run, const cj_opt *o, cj_str value, cj_err *err)
{
    cj_str rest = cj_str_of(o->value), word;
    unsigned i = 0;

    while (cj_str_split(&rest, '|', &word)) {
        i++;
        if (cj_str_eq(word, value)) {
            *(unsigned *)target(run, o) = i;
            return CJ_OK;
        }
    }
    return bad_choice(run, o, value, err);
}

static cj_rc set(cj_run *run, const cj_opt *o, cj_str value, cj_err *err)
{
    cj_str *text;

    if (is_choice(o))
        return set_choice(run, o, value, err);
    text = target(run, o);
    if (text->n && cj_str_ends(cj_str_of(o->value), CJ_STR("…")))
        value = cj_str_fmt(run->arena, CJ_FMT "," CJ_FMT, CJ_ARG(*text), CJ_ARG(value));
    *text = value;
    return CJ_OK;
}

/* A command line being read. */
typedef struct line {
    int argc, at;
    char **argv;
} line;

/* The value of o: what is attached to it, else the next argument. */
static cj_rc set_with_next(cj_run *run, const cj_opt *o, line *in, const char *attached,
                           cj_err *err)
{
    static const cj_text missing = { "--{0} needs a value: {1}",
                                     "--{0} には値が必要です: {1}" };

    if (!attached && in->at + 1 >= in->argc)
        return cj_fail(err, CJ_EUSAGE, missing, cj_str_of(o->name), cj_str_of(o->value));
    return set(run, o, cj_str_of(attached ? attached : in->argv[++in->at]), err);
}

static cj_rc long_option(cj_run *run, line *in, cj_err *err)
{
    static const cj_text no_value = { "--{0} takes no value",
                                      "--{0} に値は指定できません。" };
    cj_str whole = cj_str_of(in->argv[in->at]), name = cj_str_from(whole, 2);
    size_t eq = cj_str_find(name, CJ_STR("="));
    const char *attached = eq == CJ_NONE ? NULL : name.p + eq + 1;
    const cj_opt *o;

    name = cj_str_cut(name, 0, eq);
    o = find(run->tool, name, 0);
    if (!o)
        return unknown(run, cj_str_cut(whole, 0, name.n + 2), name, err);
    if (o->value)
        return set_with_next(run, o, in, attached, err);
    if (attached)
        return cj_fail(err, CJ_EUSAGE, no_value, name, cj_str_of(NULL));
    ++*(unsigned *)target(run, o);
    return CJ_OK;
}

/* "-lang" is more likely one dash too few than four letters. */
static cj_rc unknown_letter(cj_run *run, const char *whole, const char *z, cj_err *err)
{
    cj_str given = cj_str_of(whole);

    if ((unsigned char)*z < 0x80 && z > whole + 1)
        given = cj_str_fmt(run->arena, "-%c", *z);
    return unknown(run, given, cj_str_of(whole + 1), err);
}

/* -v, -vq, -fjson, -f json */
static cj_rc short_options(cj_run *run, line *in, cj_err *err)
{
    const char *z = in->argv[in->at] + 1;

    for (; *z; z++) {
        const cj_opt *o = find(run->tool, cj_str_of(NULL), *z);

        if (!o)
            return unknown_letter(run, in->argv[in->at], z, err);
        if (o->value)
            return set_with_next(run, o, in, z[1] ? z + 1 : NULL, err);
        ++*(unsigned *)target(run, o);
    }
    return CJ_OK;
}

/* What the words of the shared options mean to the library. */
static cj_rc understand(cj_run *run, cj_err *err)
{
    static const cj_text odd = {
        "--delimiter takes one character, or \"tab\"; \"{0}\" is not one",
        "--delimiter には1文字か tab を指定してください（「{0}」は使えません）。"
    };
    static const cj_orient orient[] = { CJ_ORIENT_AUTO, CJ_ORIENT_AUTO, CJ_PHASES_ACROSS,
                                        CJ_PHASES_DOWN };
    cj_str d = run->shared.delimiter;

    run->read = cj_read_options_default();
    run->read.encoding = run->shared.encoding;
    run->map.sheet = run->shared.sheet;
    run->map.orient = orient[run->shared.orient];
    if (cj_str_eq(d, CJ_STR("tab")) || cj_str_eq(d, CJ_STR("\\t")))
        run->read.delimiter = '\t';
    else if (d.n == 1 && d.p[0] != '"' && d.p[0] != '\n' && d.p[0] != '\r' &&
             (unsigned char)d.p[0] < 0x80)
        run->read.delimiter = d.p[0];
    else if (d.p)
        return cj_fail(err, CJ_EUSAGE, odd, d, cj_str_of(NULL));
    return CJ_OK;
}

/* After a mistake the rest is still read, for --lang: the complaint should be understood. */
cj_rc cj_parse(cj_run *run, int argc, char **argv, cj_err *err)
{
    line in = { argc, 1, argv };
    bool only_files = false;
    cj_err later;
    cj_rc rc = CJ_OK;

    run->file = CJ_NEW_N(run->arena, const char *, argc > 0 ? argc : 1);
    for (; in.at < argc; in.at++) {
        const char *z = argv[in.at];
        cj_err *to = rc == CJ_OK ? err : &later;
        cj_rc got = CJ_OK;

        if (only_files || z[0] != '-' || !z[1])
            run->file[run->n_files++] = z;
        else if (!strcmp(z, "--"))
            only_files = true;
        else
            got = z[1] == '-' ? long_option(run, &in, to) : short_options(run, &in, to);
        if (got != CJ_OK && rc == CJ_OK)
            rc = run->shared.help ? CJ_OK : got;
    }
    run->lang = run->shared.lang == 1   ? CJ_JA
                : run->shared.lang == 2 ? CJ_EN
                                        : cj_lang_of_environment();
    return rc == CJ_OK && !run->shared.help ? understand(run, err) : rc;
}
