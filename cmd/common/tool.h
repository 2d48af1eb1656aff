/* tool.h - a tool is a table of options and a `run`; parsing, --help and exit status come from it. */
#ifndef CJ_CMD_TOOL_H
#define CJ_CMD_TOOL_H

#include <cj/cj.h>
#include <stddef.h>
#include <stdio.h>

/* One option. What `value` says decides what is stored `at` that offset of the options struct:
 *   NULL        a flag              unsigned: how often it was given
 *   "text|json" one of these words  unsigned: which, from 1; 0: not given
 *   "DATE"      any text            cj_str: p is NULL when not given; the last one holds
 *   "RULES,…"   any text, ends in … cj_str: all that were given, joined by commas */
typedef struct cj_opt {
    char letter; /* 0: none */
    const char *name, *value;
    cj_text says;
    size_t at;
} cj_opt;

/* Options that belong together under one title of --help. */
typedef struct cj_opts {
    cj_text title;
    const cj_opt *row;
    size_t n;
} cj_opts;

typedef struct cj_example_line {
    const char *command;
    cj_text says;
} cj_example_line;

/* What goes with --fix. */
typedef struct cj_mending {
    unsigned fix, unsafe, dry_run, in_place, no_backup;
} cj_mending;

/* What every tool knows: filled by the options that all tools share. */
typedef struct cj_shared {
    unsigned help, version, lang, color, quiet, verbose;
    unsigned orient, no_config;
    cj_str sheet, encoding, delimiter, config;
    unsigned form, force, bom, no_escape; /* of tools that write files */
    cj_str output;
    cj_mending mend; /* of tools that mend files */
} cj_shared;

/* What --lang may be. */
enum { CJ_LANG_KEPT = 3 }; /* "keep": labels stay in the language of the map */

/* The configuration of the files of one folder. */
typedef struct cj_settled {
    cj_str folder;
    const cj_config *config;
} cj_settled;

typedef struct cj_tool cj_tool;

/* One run of a tool. `lang` is what was asked for (--lang, else the environment); AUTO: neither
 * said, so the language of the map decides, and English where there is none. */
typedef struct cj_run {
    const cj_tool *tool;
    cj_arena *arena;
    cj_lang lang;
    cj_shared shared;
    void *options;     /* the tool's own struct */
    const char **file; /* what stands behind the options */
    const char *
        *folder; /* after cj_expand_files: where each was found; NULL: it was named */
    size_t n_files;
    const char *also_read; /* a template or a form: never written over; NULL: none */
    cj_read_options read;
    cj_map_options map;
    cj_settled *settled; /* the folders that were asked for so far */
    size_t n_settled, cap_settled;
    bool failed; /* something was complained about: exit 2 */
} cj_run;

struct cj_tool {
    const char *name;
    cj_text purpose;
    const char *const *synopsis; /* what may follow the name; ends with NULL */
    const cj_opt *opts;
    size_t n_opts, options_size;
    bool reads;  /* has --sheet, --orient, --encoding, --delimiter, --config */
    bool writes; /* has --output, --format, --force, --bom, --no-escape-formulas */
    bool mends;  /* has --fix, --unsafe, --dry-run, --in-place, --no-backup */
    const cj_opt
        *form; /* its own row for --format, stored in cj_shared.form; NULL: of books */
    const cj_opt
        *lang; /* its own row for --lang, stored in cj_shared; NULL: the usual one */
    const char *const *exit_en, *const *exit_ja; /* "0", "nothing to say", …; NULL */
    const cj_example_line *examples;
    size_t n_examples;
    int (*run)(cj_run *run); /* the exit status; 2 where run->failed */
};

/* Parses, prints --help or --version, or runs the tool; `main` is this call and nothing else. */
int cj_tool_main(const cj_tool *tool, int argc, char **argv);

/* ---- options.c ---- */
enum { CJ_OPT_GROUPS = 8 };
/* own, mending, reading, writing, --lang and the other shared ones; a group without a title goes on with the
 * one before. */
size_t cj_tool_opts(const cj_tool *tool, cj_opts out[CJ_OPT_GROUPS]);
/* Fills run from the command line. The language and --help are found wherever they stand. */
cj_rc cj_parse(cj_run *run, int argc, char **argv, cj_err *err);

/* ---- help.c ---- */
void cj_help(cj_run *run, FILE *out);

/* ---- config.c ---- */
/* What the team has settled for a file: --config, or every cj.ini from its folder upward (path NULL:
 * from here), or nothing (--no-config). It also settles the language of messages where neither --lang
 * nor CJ_LANG did. */
cj_rc cj_settle(cj_run *run, const char *path, const cj_config **out, cj_err *err);

/* ---- write.c ---- */
/* The kind of file that is to be written: -f, else the name behind -o, else `otherwise`. */
cj_rc cj_written_as(const cj_run *run, cj_format otherwise, cj_format *out, cj_err *err);
/* The bytes of the file: a workbook, or the book's first sheet as CSV, in the way of `like` (NULL: a
 * new one). */
cj_rc cj_book_bytes(const cj_run *run, const cj_book *book, cj_format format,
                    const cj_book *like, cj_str *out, cj_err *err);
/* To the file of -o, else to stdout; a workbook is no text for a terminal. */
cj_rc cj_put_bytes(cj_run *run, cj_str bytes, cj_format format, cj_err *err);

/* ---- report.c ---- */
/* Which of the words of the tool's own --format, from 1: -f, else the name behind -o, else the first; with
 * --fix, -o names no report. */
cj_rc cj_reported_as(const cj_run *run, unsigned *form, cj_err *err);
/* That is this word. */
bool cj_form_is(const cj_run *run, unsigned form, const char *word);
/* The report as text, compact, json, md or html, to the file of -o, else to stdout. */
cj_rc cj_put_report(cj_run *run, const cj_report *report, unsigned form, cj_err *err);

/* ---- carried.c ---- */
/* "2 charts (Map), 1 formula (Map!B3; its value stays)": what a new file made from the book would
 * lack, as far as the reader was asked for extras. Empty: nothing. */
cj_str cj_not_carried(cj_arena *arena, const cj_book *book, cj_lang lang);

/* Says so on stderr, where there is anything. */
void cj_warn_not_carried(const cj_run *run, const char *path, const cj_book *book,
                         cj_lang lang);

/* ---- annotate.c ---- */
/* Checks the one file of the line and writes a copy of it in which the findings stand at their cells, to
 * the file of -o or to stdout. *found: something is at least as severe as `fail_on`. CJ_EUSAGE: not one
 * file; a name that is none of a workbook of its kind. */
cj_rc cj_annotate_file(cj_run *run, const cj_lint_options *lint, cj_severity fail_on,
                       bool *found, cj_err *err);

/* ---- mend.c ---- */
/* After cj_expand_files; `form` is that of the findings. CJ_EUSAGE: what was asked does not go together, or
 * does not say where to write. */
cj_rc cj_mending_check(const cj_run *run, unsigned form, cj_err *err);
/* Mends what `lint` shows: edits the file's own bytes (of an .xls a new workbook is made), reads them again, and
 * saves them, or prints what would change. *out has the maps of what was written, in `arena`. */
cj_rc cj_mend_file(cj_run *run, cj_arena *arena, const char *path,
                   const cj_lint_options *lint, cj_maps *out, cj_err *err);

/* ---- told.c ---- */
/* Each cell that was mended, with what it said before. */
void cj_tell_fixes(const cj_run *run, const char *path, const cj_book *old,
                   const cj_fixes *fixes, cj_lang lang);
/* That the encoding became UTF-8, and which texts were too long for a cell. */
void cj_tell_written(const cj_run *run, const char *path, const cj_book *old,
                     const cj_layout *layout, cj_format format, cj_lang lang);

/* ---- verify.c ---- */
/* Reads `bytes` back, which were written from the layout of the maps: CJ_EFORMAT, with the places in the
 * old book, where a text is not found again. */
cj_rc cj_verify(const cj_run *run, const cj_maps *maps, const cj_layout *layout,
                const cj_book *old, cj_str bytes, cj_format format, cj_err *err);

/* ---- preset.c ---- */
/* CJ_EUSAGE, with what was meant, where there is neither a template nor a file of that name. */
cj_rc cj_check_template(const cj_run *run, cj_str name, cj_err *err);
/* The map of a template: a built-in one in that language, or a file; without `examples` the cells that only
 * show how (例：…) are empty. */
cj_rc cj_read_template(cj_run *run, cj_str name, cj_lang lang, bool examples, cj_map **out,
                       cj_err *err);
/* The map of a file; of several it is the first, which is said on stderr. */
cj_rc cj_read_filled(cj_run *run, cj_str path, cj_map **out, cj_err *err);

/* ---- files.c ---- */
/* Replaces every directory of run->file by the workbooks and CSV files in it, sorted, without
 * lock files and hidden ones. What cannot be listed, or holds nothing, is complained about.
 * run->folder has, for each file that came from a directory, the one of the command line. */
void cj_expand_files(cj_run *run);
bool cj_may_be_map(const char *name); /* .xlsx .xlsm .xls .csv .tsv, and no lock file */
bool cj_name_ends(cj_str name, const char *ending); /* ".xlsx", in any case */

/* ---- each.c ---- */
/* Does one file; what lives in run->arena meanwhile is gone afterwards. */
typedef cj_rc (*cj_file_fn)(cj_run *run, const char *path, void *context, cj_err *err);
/* Calls `each` for every file of run->file, after cj_expand_files, with run->map.config as settled for
 * it. What fails is complained about, and the others go on; CJ_ENOMAP in a folder is no failure:
 * such files are counted on stderr. */
void cj_each_file(cj_run *run, cj_file_fn each, void *context);

/* ---- save.c ---- */
typedef struct cj_saving {
    bool force;    /* an existing file may be replaced */
    bool in_place; /* the path is the input itself, which may be replaced */
    bool backup;   /* in place: the old one is kept as PATH.bak; its name is said with -v */
} cj_saving;

/* Makes `bytes` the content of the file `path`, whole or not at all, however the process ends: killed
 * at any point, the old or the new file is there and nothing else (but perhaps a .bak that is as the
 * old one). A link stays and what it leads to is replaced; owner and permissions are kept. Refused
 * (CJ_EUSAGE): what exists without `force`, one of run->file without `in_place`, folders, devices.
 * CJ_EIO: it cannot be written; the old file is as it was. `path` is neither NULL nor "-". */
cj_rc cj_save(cj_run *run, const char *path, cj_str bytes, const cj_saving *how,
              cj_err *err);

/* ---- git.c ---- */
/* Makes git show maps through the tool: in this repository, or (global) in all of this user. Says on
 * stdout which lines of which files it changed. CJ_EIO: no git, no repository, a file cannot be written. */
cj_rc cj_git_setup(cj_run *run, bool global, cj_err *err);
/* Takes back exactly what cj_git_setup did. */
cj_rc cj_git_remove(cj_run *run, bool global, cj_err *err);

/* ---- textconv.c ---- */
/* The one file of the line as lines of text on stdout: its maps (cj/plain.h), else its cells, else why it
 * cannot be read, which is no failure. CJ_EUSAGE; CJ_EIO: it cannot even be opened. */
cj_rc cj_textconv(cj_run *run, cj_err *err);

/* ---- maps.c ---- */
typedef struct cj_read_maps {
    cj_book *book;
    cj_maps maps;
} cj_read_maps;
/* By the options of the run and the configuration of the file; warns of what is odd in it. */
cj_rc cj_maps_read(cj_run *run, const char *path, cj_read_maps *out, cj_err *err);
/* All n, or none: the first that cannot be read is named in *err. */
cj_rc cj_maps_read_all(cj_run *run, const char *const *path, size_t n, cj_read_maps *out,
                       cj_err *err);

/* ---- output.c ---- */
cj_lang cj_says_in(const cj_run *run); /* the language of messages: never AUTO */
cj_str cj_file_name(const char *path); /* as people know it: "-" is stdin; NULL: empty */
/* "cjlint: map.xlsx: …" on stderr, and exit status 2. `path` is named where err names no file;
 * NULL: none. */
void cj_complain(cj_run *run, const char *path, const cj_err *err);
void cj_warn(const cj_run *run, const char *path, const cj_err *err, cj_lang lang);
/* What was done, and may be good to know; no warning. --quiet: not told. */
void cj_tell(const cj_run *run, const char *path, const cj_err *err, cj_lang lang);
/* What only --verbose tells. */
void cj_remark(const cj_run *run, const char *path, const cj_err *err, cj_lang lang);
/* A line each for what people should know of a file that was read: that somebody has it open,
 * what the reader had to live with (--verbose: all of it). */
void cj_warn_book(const cj_run *run, const cj_book *book, const char *path, cj_lang lang);
bool cj_wants_color(const cj_run *run, FILE *out);
unsigned cj_columns(FILE *out); /* of the terminal; 0: not a terminal, COLUMNS not set */
cj_render_options cj_page_of(const cj_run *run, FILE *out);
/* Pushes stdout out; false, and a complaint, when it could not be written. */
bool cj_finish_output(cj_run *run);

#endif
