/* digest_test.c - FNV-1a with 128 bits, of texts one after the other. */
#include "base/digest.h"
#include <criterion/criterion.h>

static cj_digest of(const char *const *text)
{
    cj_digest d = cj_digest_none();

    for (; *text; text++)
        cj_digest_add(&d, cj_str_of(*text));
    return d;
}

/* By a calculation with Python's integers: the bytes, and 0xff behind each text. */
Test(digest, is_fnv_1a)
{
    static const char *const none[] = { NULL }, *const empty[] = { "", NULL },
                             *const some[] = { "解約", "a b", NULL };
    static const struct {
        const char *const *text;
        uint64_t high, low;
    } cases[] = {
        { none, 0x6c62272e07bb0142u, 0x62b821756295c58du },
        { empty, 0xd228cb68f51a8cafu, 0x78912b704e49f346u },
        { some, 0xccef833e6b933901u, 0xd5a323e51821eac9u },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_digest d = of(cases[i].text);

        cr_expect(d.high == cases[i].high && d.low == cases[i].low, "%zu: %llx %llx", i,
                  (unsigned long long)d.high, (unsigned long long)d.low);
    }
}

Test(digest, knows_where_texts_end_and_in_which_order_they_stand)
{
    static const char *const texts[][4] = {
        { "ab", "c" }, { "a", "bc" }, { "abc" }, { "c", "ab" }, { "ab", "c", "" }
    };
    size_t i, k;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
        for (k = 0; k < i; k++) {
            cj_digest a = of(texts[i]), b = of(texts[k]);

            cr_expect(a.high != b.high || a.low != b.low, "%zu %zu", i, k);
        }
}
