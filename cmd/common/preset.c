/* preset.c - the template that a command line names: a built-in one, or a map of the team's own. */
#include "tool.h"
#include <unistd.h>

static cj_rc unknown(cj_str name, cj_err *err)
{
    static const cj_text plain = {
        "there is no template \"{0}\", nor a file of that name; cjtemplate "
        "--list-presets lists the templates",
        "「{0}」というテンプレートもファイルもありません。テンプレートの一覧は cjtemplate "
        "--list-presets で表示できます。"
    };
    static const cj_text meant = {
        "there is no template \"{0}\", nor a file of that name; did you mean \"{1}\"?",
        "「{0}」というテンプレートもファイルもありません。「{1}」のことでしょうか。"
    };
    const char *near = cj_preset_closest(name);

    return cj_fail(err, CJ_EUSAGE, near ? meant : plain, name, cj_str_of(near));
}

/* "Map", "A1:D9" */
static cj_str place_of(cj_arena *arena, const cj_map *map)
{
    bool csv = map->book->format == CJ_CSV || map->book->format == CJ_TSV;
    char first[CJ_REF_MAX], last[CJ_REF_MAX];

    if (!csv)
        return map->book->sheets[map->sheet].name;
    cj_ref(first, map->range.row1, map->range.col1);
    cj_ref(last, map->range.row2, map->range.col2);
    return cj_str_fmt(arena, "%s:%s", first, last);
}

/* A template or a form to be filled in is one map. */
static void tell_first(const cj_run *run, const char *path, const cj_maps *maps)
{
    static const cj_text says = {
        "there are {0} maps in this file; the first one is used ({1}). To use another one, "
        "save it in a file of its own",
        "マップが{0}枚あるため、最初の1枚（{1}）を使います。ほかのマップを使うには、"
        "別のファイルに保存して指定してください。"
    };
    const cj_map *first = &maps->map[0];
    cj_err what;

    cj_fail(&what, CJ_OK, says, cj_str_fmt(run->arena, "%zu", maps->n),
            place_of(run->arena, first));
    cj_tell(run, path, &what, run->lang ? run->lang : first->lang);
}

static cj_rc find_map(cj_run *run, const char *path, cj_book *book, cj_map **out,
                      cj_err *err)
{
    cj_map_options how = { .config = run->map.config };
    cj_maps *maps = CJ_NEW(run->arena, cj_maps);

    if (cj_maps_find(run->arena, book, &how, maps, err) != CJ_OK)
        return err->rc;
    run->also_read = path;
    if (path) {
        cj_warn_book(run, book, path, run->lang ? run->lang : maps->map[0].lang);
        if (maps->n > 1)
            tell_first(run, path, maps);
    }
    *out = &maps->map[0];
    return CJ_OK;
}

/* What is said is said of that file, whatever else is being read. */
static cj_rc of_file(const char *path, cj_rc rc, cj_err *err)
{
    if (rc != CJ_OK && path && !err->at.file.n)
        err->at.file = cj_file_name(path);
    return rc;
}

cj_rc cj_check_template(const cj_run *run, cj_str name, cj_err *err)
{
    if (cj_preset_named(name) || cj_str_eq(name, CJ_STR("-")) ||
        access(cj_str_z(run->arena, name), F_OK) == 0)
        return CJ_OK;
    return unknown(name, err);
}

static cj_rc read_book(cj_run *run, const cj_preset *preset, const char *path, cj_lang lang,
                       cj_book **out, cj_err *err)
{
    cj_read_options how = cj_read_options_default();
    cj_str name = preset ? cj_str_of(preset->name) : cj_str_of(path);

    if (preset)
        return cj_book_parse(run->arena, cj_preset_bytes(name, lang), name, &how, out, err);
    if (cj_check_template(run, name, err) != CJ_OK)
        return err->rc;
    return of_file(path, cj_book_read(run->arena, path, &how, out, err), err);
}

cj_rc cj_read_template(cj_run *run, cj_str name, cj_lang lang, bool examples, cj_map **out,
                       cj_err *err)
{
    const cj_preset *preset = cj_preset_named(name);
    const char *path = preset ? NULL : cj_str_z(run->arena, name);
    cj_book *book;
    cj_edit *edits;
    size_t n;

    if (read_book(run, preset, path, lang, &book, err) != CJ_OK)
        return err->rc;
    if (!examples) {
        edits = cj_preset_examples(run->arena, book, &n);
        book = cj_book_edited(run->arena, book, edits, n);
    }
    return of_file(path, find_map(run, path, book, out, err), err);
}

cj_rc cj_read_filled(cj_run *run, cj_str path, cj_map **out, cj_err *err)
{
    cj_read_options how = cj_read_options_default();
    const char *z = cj_str_z(run->arena, path);
    cj_book *book;

    if (cj_book_read(run->arena, z, &how, &book, err) != CJ_OK)
        return of_file(z, err->rc, err);
    return of_file(z, find_map(run, z, book, out, err), err);
}
