/* xlsx_patch_properties_test.c - properties of a document that are set, changed and taken away. */
#include "make_xlsx.h"
#include "patched.h"

#define CUSTOM_NS "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
#define VT "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
#define ID "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
#define CUSTOM(inner) "<Properties xmlns=\"" CUSTOM_NS "\">" inner "</Properties>"
#define VALUE(text) "<vt:lpwstr xmlns:vt=\"" VT "\">" text "</vt:lpwstr>"
#define ONE(pid, name, value) \
    "<property fmtid=\"" ID "\" pid=\"" pid "\" name=\"" name "\">" value "</property>"

static cj_str document(cj_arena *a, const char *custom)
{
    made_xlsx x = { .root_rels = RELS(REL("r1", "officeDocument", "xl/workbook.xml") REL(
                        "r9", "custom-properties", "/docProps/own.xml")),
                    .extra_name = { "docProps/own.xml" },
                    .extra = { custom } };

    return xlsx_made(a, &x);
}

static cj_edit setting(const char *name, const char *value)
{
    return (cj_edit){ .kind = CJ_EDIT_PROPERTY,
                      .name = cj_str_of(name),
                      .text = cj_str_of(value) };
}

Test(xlsx_patch_properties, set_changed_and_gone)
{
    static const struct {
        const char *was, *name, *value, *want;
    } cases[] = {
        { CUSTOM(""), "a", "1", CUSTOM(ONE("2", "a", VALUE("1"))) },
        { CUSTOM(ONE("5", "b", VALUE("x"))), "a <&\">", "日本 & <1>",
          CUSTOM(ONE("5", "b", VALUE("x"))
                     ONE("6", "a &lt;&amp;&quot;&gt;", VALUE("日本 &amp; &lt;1&gt;"))) },
        { CUSTOM(ONE("5", "a", "<v:i4 xmlns:v=\"" VT "\">7</v:i4>") "\n"), "a", "8",
          CUSTOM(ONE("5", "a", VALUE("8")) "\n") },
        { CUSTOM("<property name='a' pid='2' linkTarget='x' own='1'/><other/>"), "a", "8",
          CUSTOM("<property name='a' pid='2' own='1'>" VALUE("8") "</property><other/>") },
        { CUSTOM(ONE("2", "a", VALUE("1")) ONE("3", "b", VALUE("1"))
                     ONE("4", "a", VALUE("2"))),
          "a", "", CUSTOM(ONE("3", "b", VALUE("1"))) },
        { CUSTOM(ONE("2", "a", VALUE("1")) ONE("4", "a", VALUE("2"))), "a", "3",
          CUSTOM(ONE("2", "a", VALUE("3"))) },
        { CUSTOM(ONE("2", "a", VALUE("1"))), "A", "", CUSTOM(ONE("2", "a", VALUE("1"))) },
        { "<p:Properties xmlns:p=\"" CUSTOM_NS "\"/>", "a", "1",
          "<p:Properties xmlns:p=\"" CUSTOM_NS "\"><p:property fmtid=\"" ID
          "\" pid=\"2\" name=\"a\">" VALUE("1") "</p:property></p:Properties>" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_edit edit = setting(cases[i].name, cases[i].value);
        cj_str out = patched(a, document(a, cases[i].was), &edit, 1);
        const cj_book *book = book_of(a, out);

        cr_expect_str_eq(part_text(a, out, "docProps/own.xml"), cases[i].want, "%zu", i);
        cr_expect(cj_str_eq(cj_book_property(book, edit.name), edit.text), "%zu", i);
        cj_arena_free(a);
    }
}

Test(xlsx_patch_properties, a_part_that_is_new_is_known)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = { 0 };
    cj_edit edits[] = { setting("none", ""), setting("a", "1"), setting("b", "2"),
                        setting("a", "3") };
    cj_str bytes = xlsx_made(a, &x), out = patched(a, bytes, edits, 1);

    cr_expect(cj_str_eq(out, bytes), "nothing to take away");
    out = patched(a, bytes, edits, 4);
    cr_expect(strstr(part_text(a, out, "docProps/custom.xml"),
                     ONE("2", "a", VALUE("3")) ONE("3", "b", VALUE("2"))));
    cr_expect(strstr(part_text(a, out, "_rels/.rels"),
                     "relationships/custom-properties\" Target=\"docProps/custom.xml\""));
    cr_expect(strstr(part_text(a, out, "[Content_Types].xml"),
                     "PartName=\"/docProps/custom.xml\" ContentType=\"application/"
                     "vnd.openxmlformats-officedocument.custom-properties+xml\""));
    cj_arena_free(a);
}

Test(xlsx_patch_properties, longer_than_excel_allows)
{
    cj_arena *a = cj_arena_new(0);
    char *text = cj_alloc(a, 300);
    cj_edit edit = setting("a", memset(text, 'x', 256));
    cj_str out;
    cj_err err;

    cr_expect_eq(try_patch(a, document(a, CUSTOM("")), &edit, 1, &out, &err), CJ_ELIMIT);
    cj_arena_free(a);
}
