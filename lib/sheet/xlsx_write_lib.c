/* xlsx_write_lib.c - finds libxlsxwriter and its functions. */
#include "sheet/xlsx_write_lib.h"
#include <dlfcn.h>
#include <string.h>

static cj_rc lacks(cj_err *err, const char *name)
{
    static const cj_text says = {
        "no workbook can be written on this machine, because {0} of libxlsxwriter is missing; install "
        "libxlsxwriter again, or choose another form with -f",
        "libxlsxwriter の {0} "
        "が見つからないため、この環境ではブックを書き出せません。libxlsxwriter を入れ直すか、"
        "-f で別の形式を指定してください。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_EIO, says, cj_str_of(name), none);
}

/* POSIX has functions come as void *. */
static bool find(void *from, const char *name, void *function)
{
    void *p = dlsym(from, name);

    memcpy(function, &p, sizeof p);
    return p != NULL;
}

cj_rc cj_xlsx_open_lib(cj_xlsx_lib *lib, cj_err *err)
{
    void *from = dlopen(CJ_XLSX_LIB_FILE, RTLD_LAZY | RTLD_LOCAL);

    if (!from)
        return lacks(err, CJ_XLSX_LIB_FILE);
#define FIND(name)                      \
    if (!find(from, #name, &lib->name)) \
        return lacks(err, #name);
    CJ_XLSX_LIB(FIND)
#undef FIND
    return CJ_OK;
}
