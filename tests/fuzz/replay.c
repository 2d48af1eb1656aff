/* replay.c - feeds files and folders of inputs to one fuzz target, without a fuzzer. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int one(const char *path)
{
    FILE *f = fopen(path, "rb");
    uint8_t *data;
    long size;

    if (!f || fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0) {
        fprintf(stderr, "replay: cannot read %s\n", path);
        exit(2);
    }
    rewind(f);
    data =
        malloc((size_t)size + 1); /* exact to the byte, so that a sanitizer sees the end */
    if (!data || fread(data, 1, (size_t)size, f) != (size_t)size) {
        fprintf(stderr, "replay: cannot read %s\n", path);
        exit(2);
    }
    fclose(f);
    LLVMFuzzerTestOneInput(data, (size_t)size);
    free(data);
    return 1;
}

static int all(const char *path)
{
    DIR *d = opendir(path);
    struct dirent *e;
    int n = 0;

    if (!d)
        return one(path);
    while ((e = readdir(d))) {
        char inner[4096];

        if (e->d_name[0] == '.')
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        n += one(inner);
    }
    closedir(d);
    return n;
}

int main(int argc, char **argv)
{
    int i, n = 0;

    for (i = 1; i < argc; i++)
        n += all(argv[i]);
    printf("%s: %d inputs\n",
           argc ? strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0] : "replay",
           n);
    return n ? 0 : 1;
}
