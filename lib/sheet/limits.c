/* limits.c - the limits that a file meets where nobody asks for others. */
#include <cj/read.h>
#include <string.h>

cj_limits cj_limits_default(void)
{
    cj_limits l;

    l.file_bytes = (size_t)1 << 30;
    l.inflated_bytes = (size_t)1 << 30;
    l.expansion = 100;
    l.string_bytes = (size_t)256 << 20;
    l.cells = 20000000;
    l.sheets = 10000;
    l.entries = 100000;
    l.depth = 256;
    l.attributes = 1000;
    l.cell_bytes = (size_t)4 << 20;
    l.rows = 1048576;
    l.columns = 16384;
    l.side = 1000000;
    l.xls_seconds = 10;
    return l;
}

cj_read_options cj_read_options_default(void)
{
    cj_read_options o;

    memset(&o, 0, sizeof o);
    o.limits = cj_limits_default();
    return o;
}
