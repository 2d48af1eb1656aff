/* preset.c - the template that a command line names: a built-in one, or a map of the team's own. */
#include "tool.h"
#include <unistd.h>

static cj_rc unknown(cj_str name, cj_err *err)
{
    static const cj_text plain = {
        "there is no template \"{0}\", nor a file of that name; cjtemplate --list-presets lists them",
        "テンプレート「{0}」はなく、その名前のファイルもありません。cjtemplate --list-presets で一覧を"
        "表示できます。"
    };
    static const cj_text meant = {
        "there is no template \"{0}\"; did you mean \"{1}\"?",
        "テンプレート「{0}」はありません。「{1}」のことでしょうか。"
    };
    const char *near = cj_preset_closest(name);

    return cj_fail(err, CJ_EUSAGE, near ? meant : plain, name, cj_str_of(near));
}

static cj_rc read_book(cj_run *run, cj_str name, cj_lang lang, cj_book **out, cj_err *err)
{
    const cj_preset *preset = cj_preset_named(name);
    const char *path = cj_str_z(run->arena, name);
    cj_read_options how = cj_read_options_default();

    if (preset)
        return cj_book_parse(run->arena, cj_preset_bytes(cj_str_of(preset->name), lang),
                             name, &how, out, err);
    if (access(path, F_OK) != 0)
        return unknown(name, err);
    return cj_book_read(run->arena, path, &run->read, out, err);
}

cj_rc cj_read_template(cj_run *run, cj_str name, cj_lang lang, bool examples, cj_map **out,
                       cj_err *err)
{
    cj_map_options how = { .config = run->map.config };
    cj_maps *maps = CJ_NEW(run->arena, cj_maps);
    cj_book *book;
    cj_edit *edits;
    size_t n;

    if (read_book(run, name, lang, &book, err) != CJ_OK)
        return err->rc;
    if (!examples) {
        edits = cj_preset_examples(run->arena, book, &n);
        book = cj_book_edited(run->arena, book, edits, n);
    }
    if (cj_maps_find(run->arena, book, &how, maps, err) != CJ_OK)
        return err->rc;
    *out = &maps->map[0];
    return CJ_OK;
}
