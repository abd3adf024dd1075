/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgExportFilter:
 * @month: only this month, or %MDG_MONTH_NONE for all
 * @measure: only this #MdgMeasure, or -1 for all
 * @all_editions: also the figures of other editions that are not the shown ones
 *
 * Which figures an export holds.
 */
typedef struct
{
  MdgMonth month;
  int measure;
  gboolean all_editions;
} MdgExportFilter;

GBytes *mdg_export_data_to_csv (MdgFigures *figures, const MdgExportFilter *filter, guint *n_rows);
gboolean mdg_export_data_to_path (MdgFigures *figures,
                                  const MdgExportFilter *filter,
                                  const char *path,
                                  guint *n_rows,
                                  GError **error);

G_END_DECLS
