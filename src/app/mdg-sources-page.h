/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-store.h"
#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgSourcesPage:
 *
 * Where the figures come from: editions with what was proved of each, what the qualities mean, and
 * the definitions of the measures.
 */
#define MDG_TYPE_SOURCES_PAGE (mdg_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgSourcesPage, mdg_sources_page, MDG, SOURCES_PAGE, AdwBin)

MdgSourcesPage *mdg_sources_page_new (MdgFigureModel *model, MdgStore *store);

G_END_DECLS
