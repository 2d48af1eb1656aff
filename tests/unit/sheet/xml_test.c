/* xml_test.c - events of XML, fed in pieces of any size. */
#include "sheet/xml.h"
#include "base/buf.h"
#include <criterion/criterion.h>
#include <string.h>

typedef struct feed {
    cj_str rest;
    size_t step;
} feed;

static cj_rc pull(void *from, char *to, size_t room, size_t *got, cj_err *err)
{
    feed *f = from;

    (void)err;
    *got = f->rest.n < f->step ? f->rest.n : f->step;
    *got = *got < room ? *got : room;
    if (*got)
        memcpy(to, f->rest.p, *got);
    f->rest = cj_str_from(f->rest, *got);
    return CJ_OK;
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    cj_buf *b = context;

    (void)err;
    cj_buf_fmt(b, "<" CJ_FMT, CJ_ARG(name));
    if (cj_xml_attr(attrs, "a").p)
        cj_buf_fmt(b, " a=" CJ_FMT, CJ_ARG(cj_xml_attr(attrs, "a")));
    if (cj_xml_attr_prefixed(attrs, "id").p)
        cj_buf_fmt(b, " id=" CJ_FMT, CJ_ARG(cj_xml_attr_prefixed(attrs, "id")));
    cj_buf_byte(b, '>');
    return CJ_OK;
}

static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    (void)err;
    cj_buf_fmt(context, "</" CJ_FMT ">", CJ_ARG(name));
    return CJ_OK;
}

static cj_rc on_text(void *context, cj_str piece, cj_err *err)
{
    (void)err;
    cj_buf_add(context, piece);
    return CJ_OK;
}

static cj_rc read_xml(cj_arena *a, cj_str text, size_t step, const cj_limits *limits,
                      const char **out, cj_err *err)
{
    static const cj_xml_events events = { .start = on_start,
                                          .end = on_end,
                                          .text = on_text };
    feed f = { text, step };
    cj_xml_input input = { &f, pull, CJ_LIT("part.xml") };
    cj_buf b;
    cj_rc rc;

    cj_buf_init(&b, a);
    rc = cj_xml_read(a, &input, limits, &events, &b, err);
    *out = cj_str_z(a, cj_buf_str(&b));
    return rc;
}

#define MC "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
#define X14 "xmlns:x14='http://schemas.microsoft.com/office/spreadsheetml/2009/9/main' "
#define ALT(inner) "<mc:AlternateContent>" inner "</mc:AlternateContent>"

Test(xml, events)
{
    static const struct {
        const char *xml, *want;
    } cases[] = {
        { "<r/>", "<r></r>" },
        { "<r a='1'>x<b/>y</r>", "<r a=1>x<b></b>y</r>" },
        { "<p:r p:a='2' q:id='3'/>", "<r id=3></r>" },
        { "<r xmlns='u'><s xmlns='v'>gone<r/></s><t/></r>", "<r><t></t></r>" },
        { "<r xmlns='u'><p:s xmlns:p='v'>gone</p:s><q:t xmlns:q='u'/></r>",
          "<r><t></t></r>" },
        { "<p:r xmlns:p='u' xmlns='v'><s/><p:t/></p:r>", "<r><t></t></r>" },
        { "<r xmlns='u'><s xmlns=''/></r>", "<r><s></s></r>" },
        { "<r xmlns='u'><s xmlns='v'><t xmlns='u'/></s><t/></r>", "<r><t></t></r>" },
        { "<r " MC ">" ALT(
              "<mc:Choice Requires='u'>1</mc:Choice><mc:Fallback>2</mc:Fallback>") "</r>",
          "<r>2</r>" },
        { "<r " MC X14 ">" ALT(
              "<mc:Choice Requires='x14'>1</mc:Choice><mc:Fallback>2</mc:Fallback>") "</r>",
          "<r>1</r>" },
        { "<r " MC X14
          "xmlns:u='u'>" ALT("<mc:Choice Requires='u x14'>1</mc:Choice>"
                             "<mc:Choice Requires='x14'>2</mc:Choice><mc:Choice "
                             "Requires='x14'>3</mc:Choice>"
                             "<mc:Fallback>4</mc:Fallback>") "</r>",
          "<r>2</r>" },
        { "<r " MC ">" ALT("<mc:Choice>1</mc:Choice>") "x</r>", "<r>x</r>" },
        { "<r " MC ">" ALT("<mc:Fallback>" ALT(
              "<mc:Choice Requires='u'>1</mc:Choice><mc:Fallback>2"
              "</mc:Fallback>") "3</mc:Fallback><mc:Fallback>4</mc:Fallback>") "</r>",
          "<r>23</r>" },
        { "<r><!-- <x/> --><?p <y/>?><![CDATA[<z/>]]></r>", "<r><z/></r>" },
        { "<r>\r\n</r>", "<r>\n</r>" },
        { "<r a='x > \"y\"'>導入&amp;活用</r>", "<r a=x > \"y\">導入&活用</r>" },
    };
    static const size_t steps[] = { 1, 2, 3, 7, 1000 };
    cj_limits limits = cj_limits_default();
    cj_arena *a = cj_arena_new(0);
    size_t i, k;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        for (k = 0; k < sizeof steps / sizeof *steps; k++) {
            const char *got;

            cr_expect_eq(
                read_xml(a, cj_str_of(cases[i].xml), steps[k], &limits, &got, NULL), CJ_OK,
                "%s", cases[i].xml);
            cr_expect_str_eq(got, cases[i].want, "%s by %zu: %s", cases[i].xml, steps[k],
                             got);
        }
    cj_arena_free(a);
}

Test(xml, other_namespaces_come_where_they_are_asked_for)
{
    static const struct {
        const char *open, *xml, *want;
    } cases[] = {
        { "e", "<r xmlns:u='u'><u:a/><e><u:b><s/></u:b></e><u:c/></r>",
          "<r><e><b><s></s></b></e></r>" },
        { "e", "<r xmlns:u='u'><s><e><u:b/></e></s></r>", "<r><s><e></e></s></r>" },
        { "e", "<r xmlns:u='u'><u:e><u:b/></u:e><e><e/><u:b/></e></r>",
          "<r><e><e></e><b></b></e></r>" },
        { "", "<r xmlns='u'><s xmlns='v'>x<t xmlns='w'/></s></r>",
          "<r><s>x<t></t></s></r>" },
        { "",
          "<r " MC ">" ALT("<mc:Choice Requires='u'><s/></mc:Choice><mc:Fallback>2"
                           "</mc:Fallback>") "</r>",
          "<r><s></s></r>" },
    };
    cj_limits limits = cj_limits_default();
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_xml_events events = { on_start, on_end, on_text, cases[i].open };
        feed f = { cj_str_of(cases[i].xml), 7 };
        cj_xml_input input = { &f, pull, CJ_LIT("part.xml") };
        cj_buf b;

        cj_buf_init(&b, a);
        cr_expect_eq(cj_xml_read(a, &input, &limits, &events, &b, NULL), CJ_OK);
        cr_expect_str_eq(cj_str_z(a, cj_buf_str(&b)), cases[i].want, "%s: " CJ_FMT,
                         cases[i].xml, CJ_ARG(cj_buf_str(&b)));
    }
    cj_arena_free(a);
}

Test(xml, refusals)
{
    static const struct {
        const char *xml;
        cj_rc rc;
    } cases[] = {
        { "", CJ_EFORMAT },
        { "<r>", CJ_EFORMAT },
        { "<r></s>", CJ_EFORMAT },
        { "<r>&undeclared;</r>", CJ_EFORMAT },
        { "<r>\xff</r>", CJ_EFORMAT },
        { "<r>&#xD800;</r>", CJ_EFORMAT },
        { "<r>\1</r>", CJ_EFORMAT },
        { "<r/><r/>", CJ_EFORMAT },
        { "<!DOCTYPE r><r/>", CJ_EFORMAT },
        { "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", CJ_EFORMAT },
        { "<?xml version='1.0' encoding='UTF-7'?><r/>", CJ_EENCODING },
        { "<?xml version='1.0' encoding='no-such'?><r/>", CJ_EENCODING },
        { "<?xml version='1.0' encoding='iso-8859-1//TRANSLIT'?><r/>", CJ_EFORMAT },
        { "<r><b><c><d/></c></b></r>", CJ_ELIMIT },
        { "<r a='1' b='2' c='3' d='4'/>", CJ_ELIMIT },
    };
    cj_limits limits = cj_limits_default();
    cj_arena *a = cj_arena_new(0);
    size_t i;

    limits.depth = limits.attributes = 3;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_err err = { 0 };
        const char *got;

        cr_expect_eq(read_xml(a, cj_str_of(cases[i].xml), 2, &limits, &got, &err),
                     cases[i].rc, "%s: %d", cases[i].xml, err.rc);
        cr_expect(err.says.en && err.says.ja, "%s", cases[i].xml);
    }
    cj_arena_free(a);
}

Test(xml, says_the_part_and_the_line)
{
    cj_limits limits = cj_limits_default();
    cj_arena *a = cj_arena_new(0);
    const char *got;
    cj_err err;

    cr_expect_eq(read_xml(a, CJ_STR("<r>\n\n</x>"), 100, &limits, &got, &err), CJ_EFORMAT);
    cr_expect(cj_str_eq(err.arg[0], CJ_STR("part.xml")));
    cr_expect(cj_str_eq(err.arg[1], CJ_STR("3")));
    cj_arena_free(a);
}

/* A tag that never ends would be kept whole; text that never ends would not. */
Test(xml, holds_back_no_more_than_a_tag)
{
    cj_limits limits = cj_limits_default();
    cj_arena *a = cj_arena_new(0);
    size_t n = 3u << 20;
    char *p = cj_alloc_text(a, n);
    cj_str text = { p, n };
    const char *got;
    cj_err err;

    memset(p, 'x', n);
    memcpy(p, "<r a='", 6);
    cr_expect_eq(read_xml(a, text, 65536, &limits, &got, &err), CJ_ELIMIT);
    memcpy(p, "<r   >", 6);
    memcpy(p + n - 4, "</r>", 4);
    cr_expect_eq(read_xml(a, text, 65536, &limits, &got, &err), CJ_OK);
    cj_arena_free(a);
}
