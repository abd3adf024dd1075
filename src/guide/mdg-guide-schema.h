/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *mdg_guide_schema_load (const char *resource);
gboolean mdg_guide_schema_check (JsonObject *schema, JsonNode *instance, GPtrArray *problems);
gboolean mdg_guide_schema_supports (JsonNode *schema, char **keyword);

G_END_DECLS
