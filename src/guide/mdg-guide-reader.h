/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

MdgGuidePack *mdg_guide_reader_read (JsonObject *root, GPtrArray *problems);

G_END_DECLS
