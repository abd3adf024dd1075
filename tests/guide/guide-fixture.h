/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "guide/mdg-guide-pack.h"
#include "util/mdg-test.h"

G_BEGIN_DECLS

/* One change to a pack: @json (or nothing, if NULL) in the place of what stands at @path. */
typedef struct
{
  const char *path;
  const char *json;
} GuideEdit;

JsonNode *guide_fixture_load_small (void);
JsonNode *guide_fixture_load_builtin (void);
void guide_fixture_edit (JsonNode *root, const char *path, const char *json);
MdgGuidePack *guide_fixture_read (JsonNode *root, GPtrArray **problems);
MdgGuidePack *guide_fixture_read_text (const char *text, gssize length, GPtrArray **problems);
void guide_fixture_expect (JsonNode *root, MdgGuideRule rule, const char *path);

G_END_DECLS
