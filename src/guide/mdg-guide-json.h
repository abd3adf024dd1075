/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A pack with every procedure of the ministry in two languages has 0.2 MiB. */
#define MDG_GUIDE_MAX_SIZE (8 * 1024 * 1024)

/* The format itself nests 6 deep. */
#define MDG_GUIDE_MAX_NESTING 32

JsonNode *mdg_guide_json_parse (GBytes *bytes, GPtrArray *problems);
char *mdg_guide_json_excerpt (const char *text);

G_END_DECLS
