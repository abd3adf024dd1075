/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgTablePage:
 *
 * The figures as tables.
 */
#define MDG_TYPE_TABLE_PAGE (mdg_table_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgTablePage, mdg_table_page, MDG, TABLE_PAGE, AdwBin)

MdgTablePage *mdg_table_page_new (MdgFigureModel *model, GSettings *settings);

G_END_DECLS
