/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

GPtrArray *mdg_laws_check (const MdgBatch *batch);

G_END_DECLS
