/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgRankedList:
 *
 * The 47 prefectures as a table, ranked by what a #MdgFigureModel looks at, to be sorted and
 * searched. What is selected here is selected everywhere, and the other way round.
 *
 * Property "figure-model" (MdgFigureModel, nullable). Signal "area-activated" (uint, a MdgArea):
 * Enter or a double click on a row.
 */
#define MDG_TYPE_RANKED_LIST (mdg_ranked_list_get_type ())
G_DECLARE_FINAL_TYPE (MdgRankedList, mdg_ranked_list, MDG, RANKED_LIST, AdwBreakpointBin)

typedef gboolean (*MdgAreaFilterFunc) (MdgArea area, gpointer data);

GtkWidget *mdg_ranked_list_new (void);
void mdg_ranked_list_set_figure_model (MdgRankedList *self, MdgFigureModel *model);
void mdg_ranked_list_set_filter (MdgRankedList *self, MdgAreaFilterFunc filter, gpointer data);
void mdg_ranked_list_search (MdgRankedList *self);
GListModel *mdg_ranked_list_get_rows (MdgRankedList *self);

G_END_DECLS
