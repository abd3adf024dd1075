/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgPrefecturePage:
 *
 * The profile of one prefecture: its four facility types against the nation, rank and previous
 * rank, change and trend. Installs the actions "page.search", which chooses another, "page.print",
 * and "briefing.print", "briefing.save" and "briefing.copy" for the briefing on it.
 */
#define MDG_TYPE_PREFECTURE_PAGE (mdg_prefecture_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgPrefecturePage, mdg_prefecture_page, MDG, PREFECTURE_PAGE, AdwBin)

MdgPrefecturePage *mdg_prefecture_page_new (MdgFigureModel *model, GSettings *settings);

G_END_DECLS
