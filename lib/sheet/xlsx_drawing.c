/* xlsx_drawing.c - the charts, pictures and shapes of a drawing part, counted. */
#include "sheet/extras.h"
#include "sheet/xlsx.h"

typedef enum object {
    NONE,
    FRAME, /* what it holds is said inside */
    PICTURE,
    SHAPE,
    GROUP
} object;

typedef struct drawing_reader {
    cj_xlsx *x;
    unsigned sheet;
    size_t groups; /* open ones */
    object open;   /* the one being read that is no group */
    bool named, ours;
    bool control; /* only the looks of a control, which is counted by its own part */
    cj_str name;
    cj_extra_kind kind; /* of a frame */
    cj_other other;
} drawing_reader;

static object object_of(cj_str name)
{
    static const struct {
        const char *name;
        object object;
    } objects[] = {
        { "graphicFrame", FRAME }, { "pic", PICTURE },       { "sp", SHAPE },
        { "cxnSp", SHAPE },        { "contentPart", SHAPE }, { "grpSp", GROUP },
    };
    size_t i;

    for (i = 0; i < sizeof objects / sizeof *objects; i++)
        if (cj_str_eq(name, cj_str_of(objects[i].name)))
            return objects[i].object;
    return NONE;
}

/* What a frame holds: the URI of its content says it. */
static void understand(drawing_reader *r, cj_str uri)
{
    static const struct {
        const char *tail;
        cj_extra_kind kind;
        cj_other other;
    } rows[] = {
        { "/chart", CJ_EXTRA_CHART, CJ_OTHER_NONE },
        { "/chartex", CJ_EXTRA_CHART, CJ_OTHER_NONE },
        { "/diagram", CJ_EXTRA_OTHER, CJ_OTHER_SMARTART },
        { "/slicer", CJ_EXTRA_OTHER, CJ_OTHER_SLICER },
        { "/timeslicer", CJ_EXTRA_OTHER, CJ_OTHER_TIMELINE },
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++)
        if (cj_str_ends(uri, cj_str_of(rows[i].tail))) {
            r->kind = rows[i].kind;
            r->other = rows[i].other;
        }
}

static void begin(drawing_reader *r, object what)
{
    r->groups += what == GROUP;
    if (what == GROUP)
        return;
    r->open = what;
    r->named = r->ours = r->control = false;
    r->name.n = 0;
    r->kind = CJ_EXTRA_OTHER;
    r->other = CJ_OTHER_OBJECT;
}

static void take_name(drawing_reader *r, cj_xml_attrs attrs)
{
    cj_str name = cj_xml_attr(attrs, "name"), about = cj_xml_attr(attrs, "descr");

    r->named = true;
    r->ours = cj_str_ends(name, CJ_STR(CJ_OURS)) || cj_str_ends(about, CJ_STR(CJ_OURS));
    r->name = cj_str_copy(r->x->package.arena, name);
}

static cj_rc on_start(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    drawing_reader *r = context;
    object what = object_of(name);

    (void)err;
    if (what)
        begin(r, what);
    else if (cj_str_eq(name, CJ_STR("cNvPr")) && r->open && !r->named)
        take_name(r, attrs);
    else if (cj_str_eq(name, CJ_STR("compatExt")))
        r->control = true;
    else if (cj_str_eq(name, CJ_STR("graphicData")) && r->open == FRAME)
        understand(r, cj_xml_attr(attrs, "uri"));
    return CJ_OK;
}

static cj_rc add_frame(drawing_reader *r, cj_err *err)
{
    cj_arena *arena = r->x->arena;

    if (r->kind == CJ_EXTRA_CHART) {
        cj_extra_add_named(arena, r->x->book, r->kind, r->sheet,
                           cj_str_copy(arena, r->name), r->ours);
        return cj_xlsx_count_text(r->x, r->name.n, err);
    }
    if (r->other != CJ_OTHER_SLICER && r->other != CJ_OTHER_TIMELINE) /* have own parts */
        cj_extra_add(arena, r->x->book, r->kind, r->other, r->sheet, 1);
    return CJ_OK;
}

/* A group is one shape, and the shapes in it are none; pictures and charts in it count. */
static cj_rc on_end(void *context, cj_str name, cj_err *err)
{
    drawing_reader *r = context;
    object what = object_of(name);
    cj_arena *arena = r->x->arena;
    bool shown = !r->control;

    if (what == GROUP && r->groups) {
        r->groups--;
        shown = true;
    } else if (!what || what != r->open) {
        return CJ_OK;
    } else {
        r->open = NONE;
    }
    if (what == FRAME)
        return add_frame(r, err);
    if (what == PICTURE && shown)
        cj_extra_add(arena, r->x->book, CJ_EXTRA_PICTURE, CJ_OTHER_NONE, r->sheet, 1);
    else if (what != PICTURE && shown && !r->groups)
        cj_extra_add(arena, r->x->book, CJ_EXTRA_SHAPE, CJ_OTHER_NONE, r->sheet, 1);
    return CJ_OK;
}

cj_rc cj_xlsx_read_drawing(cj_xlsx *x, size_t i, cj_str part, cj_err *err)
{
    static const cj_xml_events events = { .start = on_start, .end = on_end, .open = "" };
    drawing_reader r = { .x = x, .sheet = (unsigned)i };

    return cj_package_read(&x->package, part, &events, &r, err);
}

/* ---- old drawings --------------------------------------------------------------------------- */

/* "Pict" is the looks of something that has a part of its own. */
static cj_rc on_vml(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    size_t *controls = context;
    cj_str type = cj_xml_attr(attrs, "ObjectType");

    (void)err;
    if (cj_str_eq(name, CJ_STR("ClientData")) && !cj_str_eq(type, CJ_STR("Note")) &&
        !cj_str_eq(type, CJ_STR("Pict")))
        ++*controls;
    return CJ_OK;
}

/* Excel itself writes such parts with tags that nothing closes: what comes before counts. */
size_t cj_xlsx_vml_controls(cj_xlsx *x, cj_str part)
{
    static const cj_xml_events events = { .start = on_vml, .open = "" };
    size_t controls = 0;

    cj_package_read(&x->package, part, &events, &controls, NULL);
    return controls;
}
