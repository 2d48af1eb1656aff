/* xlsx_write_lib_gen.c - build time only: names of functions on stdin -> the list of them, and the file
 * that they were found in, as it is to be opened, on stdout. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

/* Where the dynamic linker knows a folder it does so on every machine; elsewhere (Homebrew) the whole
 * path is needed. */
static const char *to_open(const char *path)
{
#ifdef __APPLE__
    return path;
#else
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
#endif
}

int main(void)
{
    char name[128];
    Dl_info in = { 0 };

    if (!lxw_version()) /* links the library */
        return 1;
    printf("#define CJ_XLSX_LIB(each)");
    while (fgets(name, sizeof name, stdin)) {
        void *p;

        name[strcspn(name, "\r\n")] = 0;
        if (!*name || *name == '#')
            continue;
        p = dlsym(RTLD_DEFAULT, name);
        if (!p || !dladdr(p, &in) || !in.dli_fname || !strstr(in.dli_fname, "xlsxwriter")) {
            fprintf(stderr, "libxlsxwriter has no %s as a shared library\n", name);
            return 1;
        }
        printf(" \\\n    each(%s)", name);
    }
    printf("\n#define CJ_XLSX_LIB_FILE \"%s\"\n", to_open(in.dli_fname));
    return ferror(stdin) || fflush(stdout) != 0;
}
