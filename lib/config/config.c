/* config.c - asking a configuration. */
#include <cj/config.h>

bool cj_config_threshold(const cj_config *config, const char *name, double *out)
{
    size_t i;

    for (i = 0; i < config->n_thresholds; i++)
        if (cj_str_eq(config->thresholds[i].name, cj_str_of(name))) {
            *out = config->thresholds[i].value;
            return true;
        }
    return false;
}
