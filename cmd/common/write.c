/* write.c - the file that a tool makes: which kind, its bytes, and where they go. */
#include "janitor.h"
#include "tool.h"
#include <stdlib.h>
#include <strings.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* As -f counts them. */
static const cj_format formats[] = { CJ_XLSX, CJ_CSV, CJ_TSV };

static bool by_name(cj_str name, cj_format *out)
{
    static const char *const endings[] = { ".xlsx", ".csv", ".tsv" };
    size_t i;

    for (i = 0; i < sizeof endings / sizeof *endings; i++) {
        cj_str ending = cj_str_of(endings[i]);

        if (name.n >= ending.n &&
            !strncasecmp(name.p + name.n - ending.n, ending.p, ending.n)) {
            *out = formats[i];
            return true;
        }
    }
    return false;
}

cj_rc cj_written_as(const cj_run *run, cj_format otherwise, cj_format *out, cj_err *err)
{
    static const cj_text unknown = {
        "the name \"{0}\" does not tell which kind of file to write; end it in .xlsx, .csv "
        "or .tsv, or add -f",
        "「{0}」という名前からは形式を判断できません。末尾を .xlsx、.csv、.tsv のどれかにするか、"
        "-f で形式を指定してください。"
    };
    cj_str name = run->shared.output;

    *out = otherwise == CJ_XLS || otherwise == CJ_XLSM ? CJ_XLSX : otherwise;
    if (run->shared.form)
        *out = formats[run->shared.form - 1];
    else if (name.n && !cj_str_eq(name, CJ_STR("-")) && !by_name(name, out))
        return cj_fail(err, CJ_EUSAGE, unknown, name, cj_str_of(NULL));
    return CJ_OK;
}

static cj_csv_options csv_options(const cj_run *run, cj_format format, const cj_book *like)
{
    static const cj_bom boms[] = { CJ_BOM_KEEP, CJ_BOM_KEEP, CJ_BOM_ALWAYS, CJ_BOM_NEVER };
    bool same = like && like->format == format;
    cj_csv_options o = cj_csv_options_new(format);

    if (same)
        o = cj_csv_options_like(like, boms[run->shared.bom]);
    else if (run->shared.bom > 1)
        o.form.bom = run->shared.bom == 2;
    o.escape_formulas = !run->shared.no_escape;
    return o;
}

/* A folder that is nobody else's, under the one for temporary files; in memory, where nobody says
 * which that is: two dozen files that last a moment are slow on a disk. */
static const char *new_folder(cj_arena *arena, const char *under)
{
    const char *memory = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
    unsigned long long any = 0;

    if (getentropy(&any, sizeof any) != 0)
        any = (unsigned long long)getpid();
    return cj_str_z(arena, cj_str_fmt(arena, "%s/cjmap-%016llx",
                                      under && *under ? under : memory, any));
}

/* The library below makes files of its own and takes them away at once; killed in between, it leaves
 * them. So they get a folder that goes with this process. */
static cj_rc write_workbook(const cj_run *run, const cj_book *book, cj_str *out,
                            cj_err *err)
{
    const char *before = getenv("TMPDIR");
    cj_janitor janitor = { .folder = new_folder(run->arena, before) };
    cj_rc rc;

    before = before ? cj_str_z(run->arena, cj_str_of(before)) : NULL;
    cj_janitor_start(&janitor);
    if (mkdir(janitor.folder, 0700) == 0)
        setenv("TMPDIR", janitor.folder, 1);
    rc = cj_xlsx_write(run->arena, book, out, err);
    if (before)
        setenv("TMPDIR", before, 1);
    else
        unsetenv("TMPDIR");
    cj_janitor_end(&janitor);
    return rc;
}

cj_rc cj_book_bytes(const cj_run *run, const cj_book *book, cj_format format,
                    const cj_book *like, cj_str *out, cj_err *err)
{
    cj_csv_options o;

    if (format == CJ_XLSX)
        return write_workbook(run, book, out, err);
    o = csv_options(run, format, like);
    *out = cj_csv_write(run->arena, book, 0, &o);
    return CJ_OK;
}

cj_rc cj_put_bytes(cj_run *run, cj_str bytes, cj_format format, cj_err *err)
{
    static const cj_text terminal = {
        "a workbook cannot be shown on a terminal; name a file with -o, such as -o "
        "map.xlsx",
        "ブックは端末に表示できません。-o map.xlsx のように、-o でファイルを指定してください。"
    };
    cj_saving how = { .force = run->shared.force > 0 };
    cj_str path = run->shared.output;
    cj_rc rc;

    if (path.n && !cj_str_eq(path, CJ_STR("-"))) {
        rc = cj_save(run, cj_str_z(run->arena, path), bytes, &how, err);
        if (rc != CJ_OK)
            err->at.file = path;
        return rc;
    }
    if (format == CJ_XLSX && isatty(STDOUT_FILENO))
        return cj_fail(err, CJ_EUSAGE, terminal, cj_str_of(NULL), cj_str_of(NULL));
    fwrite(bytes.p, 1, bytes.n, stdout);
    return CJ_OK; /* what could not be written is told at the end */
}
