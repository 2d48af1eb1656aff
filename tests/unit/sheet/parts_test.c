/* parts_test.c - a package that is changed: parts replaced, added, removed, and all others as they were. */
#include "sheet/parts.h"
#include <cj/read.h>
#include <criterion/criterion.h>

static cj_str file(cj_arena *a, const char *path)
{
    cj_read_options o = cj_read_options_default();
    cj_source source;
    cj_str bytes;
    cj_err err;

    cr_assert_eq(cj_source_open(a, path, &o.limits, &source, &err), CJ_OK);
    cr_assert_eq(cj_source_all(a, &source, &bytes, &err), CJ_OK);
    bytes = cj_str_copy(a, bytes);
    cj_source_close(&source);
    return bytes;
}

typedef struct opened {
    cj_arena *arena;
    cj_read_options options;
    cj_source source;
    cj_package package;
    cj_parts parts;
    cj_err err;
} opened;

static void open_parts(opened *o, cj_str bytes)
{
    o->arena = cj_arena_new(0);
    o->options = cj_read_options_default();
    cj_source_of_bytes(&o->source, bytes, CJ_STR("test.xlsx"));
    cr_assert_eq(
        cj_package_open(o->arena, &o->source, &o->options.limits, &o->package, &o->err),
        CJ_OK);
    cj_parts_init(o->arena, &o->package, &o->parts);
}

static const char *const books[] = { "tests/data/samples/01_seed_sample.libreoffice.xlsx",
                                     "tests/data/extras/extras.xlsx" };

static cj_rc copy_all(void *context, cj_raw_reader *in, cj_part_out *out, cj_err *err)
{
    cj_raw piece;
    cj_rc rc;

    (void)context;
    while ((rc = cj_raw_next(in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END)
        cj_part_add(out, piece.bytes);
    return rc;
}

/* The bytes of member i in an archive, with its header. */
static cj_str member(const cj_zip *zip, size_t i)
{
    const cj_zip_entry *e = &zip->entries[i];

    return cj_str_cut(zip->source->bytes, (size_t)e->header, (size_t)(e->end - e->header));
}

static void each_part_rewritten(cj_str bytes)
{
    opened was, is;
    cj_str out, before, after;
    size_t i, k;

    open_parts(&was, bytes);
    for (i = 0; i < was.package.zip.n_entries; i++) {
        cj_str name = was.package.zip.entries[i].name;

        if (!cj_str_ends(name, CJ_STR(".xml")) && !cj_str_ends(name, CJ_STR(".rels")))
            continue;
        cj_parts_init(was.arena, &was.package, &was.parts);
        cr_assert_eq(cj_parts_rewrite(&was.parts, name, copy_all, NULL, &was.err), CJ_OK);
        cr_assert_eq(cj_parts_pack(&was.parts, was.arena, &out, &was.err), CJ_OK);
        open_parts(&is, out);
        cr_assert_eq(is.package.zip.n_entries, was.package.zip.n_entries);
        for (k = 0; k < is.package.zip.n_entries; k++)
            if (k != i)
                cr_assert(
                    cj_str_eq(member(&was.package.zip, k), member(&is.package.zip, k)),
                    "member %zu", k);
        cr_assert_eq(cj_parts_text(&was.parts, name, &before, &was.err), CJ_OK);
        cr_assert_eq(cj_parts_text(&is.parts, name, &after, &is.err), CJ_OK);
        cr_assert(cj_str_eq(before, after), CJ_FMT, CJ_ARG(name));
        cj_arena_free(is.arena);
    }
    cj_arena_free(was.arena);
}

Test(parts, pieces_added_together_are_the_part_and_all_else_keeps_its_bytes)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof books / sizeof *books; i++)
        each_part_rewritten(file(a, books[i]));
    cj_arena_free(a);
}

Test(parts, a_part_comes_and_goes_with_its_relation_and_type)
{
    cj_arena *a = cj_arena_new(0);
    opened o, again;
    cj_relations relations;
    const cj_relation *one;
    cj_str out, id, text, type, part = CJ_STR("xl/comments9.xml"),
                                sheet = CJ_STR("xl/worksheets/sheet1.xml");

    open_parts(&o, file(a, books[0]));
    cj_parts_set(&o.parts, part, CJ_STR("<comments a=\"&lt;\"/>"));
    cr_assert_eq(cj_parts_relate(&o.parts, sheet, "comments", part, &id, &o.err), CJ_OK);
    cr_assert_eq(cj_parts_type(&o.parts, part, CJ_STR("application/x"), &o.err), CJ_OK);
    cr_assert_eq(cj_parts_type_of_all(&o.parts, "vml", "application/v", &o.err), CJ_OK);
    cr_assert_eq(cj_parts_pack(&o.parts, a, &out, &o.err), CJ_OK);
    open_parts(&again, out);
    cr_assert_eq(cj_package_relations(&again.package, sheet, &relations, &o.err), CJ_OK);
    one = cj_relation_by_type(&relations, CJ_STR("comments"), NULL);
    cr_assert(one && cj_str_eq(one->target, CJ_STR("../comments9.xml")));
    cr_assert(cj_str_eq(cj_package_target(&again.package, sheet, one), part));
    cr_assert_eq(cj_package_content_type(&again.package, part, &type, &o.err), CJ_OK);
    cr_assert(cj_str_eq(type, CJ_STR("application/x")));
    cr_assert_eq(cj_parts_unrelate(&again.parts, sheet, id, &o.err), CJ_OK);
    cr_assert_eq(cj_parts_type(&again.parts, part, (cj_str){ NULL, 0 }, &o.err), CJ_OK);
    cj_parts_remove(&again.parts, part);
    cr_assert(!cj_parts_has(&again.parts, part));
    cr_assert_neq(cj_parts_text(&again.parts, part, &text, &o.err), CJ_OK);
    cj_arena_free(again.arena);
    cj_arena_free(o.arena);
    cj_arena_free(a);
}

Test(parts, tags_are_changed_attribute_by_attribute)
{
    static const struct {
        const char *tag, *want;
        cj_raw_set set[2];
        size_t n;
    } cases[] = {
        { "<c r=\"A1\" s='3' t=\"s\"/>",
          "<c r=\"A1\" s=\"4\" t=\"s\"/>",
          { { "s", CJ_LIT("4") } },
          1 },
        { "<c  r=\"A1\"\n t=\"s\" >", "<c  r=\"A1\" >", { { "t", { NULL, 0 } } }, 1 },
        { "<x:c/>",
          "<x:c s=\"1\" a=\"&lt;&quot;&amp;&#10;\"/>",
          { { "s", CJ_LIT("1") }, { "a", CJ_LIT("<\"&\n") } },
          2 },
        { "<c a=\">\" b='\"'>", "<c a=\">\" b=\"\">", { { "b", CJ_LIT("") } }, 1 },
        { "<c r:id=\"1\" id=\"2\">",
          "<c r:id=\"1\" id=\"3\">",
          { { "id", CJ_LIT("3") } },
          1 },
        { "<c broken>", "<c s=\"1\" broken>", { { "s", CJ_LIT("1") } }, 1 },
    };
    cj_limits limits = cj_read_options_default().limits;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_raw_reader r;
        cj_raw tag;
        cj_buf b;
        cj_err err;

        cj_raw_of_bytes(a, CJ_STR("p"), cj_str_of(cases[i].tag), &limits, &r);
        cr_assert_eq(cj_raw_next(&r, &tag, &err), CJ_OK);
        cj_buf_init(&b, a);
        cj_raw_put(&b, &tag, cases[i].set, cases[i].n);
        cr_assert(cj_str_eq(cj_buf_str(&b), cj_str_of(cases[i].want)), "%s: " CJ_FMT,
                  cases[i].tag, CJ_ARG(cj_buf_str(&b)));
        cj_arena_free(a);
    }
}

Test(parts, what_is_no_xml_is_refused)
{
    static const char *const cases[] = {
        "<a><b></b>", "</a>",  "<a", "<!DOCTYPE a><a/>", "<a>x",
        "<a/>x<",     "< a/>", "<>", "<a b=\""
    };
    cj_limits limits = cj_read_options_default().limits;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_raw_reader r;
        cj_raw piece = { .kind = CJ_RAW_OTHER };
        cj_err err;
        cj_rc rc = CJ_OK;

        cj_raw_of_bytes(a, CJ_STR("p"), cj_str_of(cases[i]), &limits, &r);
        while (rc == CJ_OK && piece.kind != CJ_RAW_END)
            rc = cj_raw_next(&r, &piece, &err);
        cr_assert_eq(rc, CJ_EFORMAT, "%s", cases[i]);
        cj_arena_free(a);
    }
}

Test(parts, references_are_resolved)
{
    static const struct {
        const char *raw, *want;
    } cases[] = {
        { "a &amp;&lt;&gt;&quot;&apos; b", "a &<>\"' b" },
        { "&#x3042;&#12354;", "ああ" },
        { "&nbsp; & &#xZ; &#; &", "&nbsp; & &#xZ; &#; &" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str s = cj_xml_unescape(a, cj_str_of(cases[i].raw));

        cr_assert(cj_str_eq(s, cj_str_of(cases[i].want)), CJ_FMT, CJ_ARG(s));
    }
    cj_arena_free(a);
}
