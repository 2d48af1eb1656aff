/* iso_date_test.c - ISO dates as serial numbers. */
#include "sheet/iso_date.h"
#include <criterion/criterion.h>
#include <math.h>

Test(iso_date, serials)
{
    static const struct {
        const char *text;
        bool from1904, valid;
        double serial;
    } cases[] = {
        { "1900-01-01", false, true, 1 },
        { "1900-02-28", false, true, 59 },
        { "1900-03-01", false, true, 61 },
        { "2025-03-14", false, true, 45730 },
        { "2025-03-14", true, true, 44268 },
        { "1904-01-01", true, true, 0 },
        { "2025-03-14T18:00:00", false, true, 45730.75 },
        { "2025-03-14T18:00:00.000Z", false, true, 45730.75 },
        { "2025-03-14T18:00:00+09:00", false, true, 45730.75 },
        { "2025-03-14 06:00", false, true, 45730.25 },
        { "06:00", false, true, 0.25 },
        { "T06:00:00", false, true, 0.25 },
        { "2025-02-30", false, false, 0 },
        { "2025-03-14x", false, false, 0 },
        { "2025-03-14T", false, false, 0 },
        { "06:xx", false, false, 0 },
        { "06:00:00:00", false, false, 0 },
        { "06", false, false, 0 },
        { "", false, false, 0 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        double serial = -1;
        bool valid = cj_iso_serial(cj_str_of(cases[i].text), cases[i].from1904, &serial);

        cr_expect_eq(valid, cases[i].valid, "%s", cases[i].text);
        if (valid)
            cr_expect(fabs(serial - cases[i].serial) < 1e-9, "%s: %.10g", cases[i].text,
                      serial);
    }
}
