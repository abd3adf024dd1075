/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/mdg-figure-model.h"
#include "model/mdg-figure-row.h"

G_BEGIN_DECLS

/**
 * MdgFigureListKind:
 * @MDG_FIGURE_LIST_AREAS: the 47 prefectures, for the scope's month, measure and facility type
 * @MDG_FIGURE_LIST_FACILITY_TYPES: all facilities and their four types, with the usage rate on the
 *   online basis, for the scope's month and area
 *
 * What the rows of a list are.
 */
typedef enum
{
  MDG_FIGURE_LIST_AREAS,
  MDG_FIGURE_LIST_FACILITY_TYPES,
} MdgFigureListKind;

/**
 * MdgFigureList:
 *
 * A #GListModel of #MdgFigureRow that follows the scope and the figures of a #MdgFigureModel. Its
 * rows are made once: another scope changes what they say, and "updated" tells sorters and filters
 * to look again.
 */
#define MDG_TYPE_FIGURE_LIST (mdg_figure_list_get_type ())
G_DECLARE_FINAL_TYPE (MdgFigureList, mdg_figure_list, MDG, FIGURE_LIST, GObject)

MdgFigureList *mdg_figure_list_new (MdgFigureModel *model, MdgFigureListKind kind);
guint mdg_figure_list_get_n_known (MdgFigureList *self);
gboolean mdg_figure_list_find_area (GListModel *rows, MdgArea area, guint *position);

G_END_DECLS
