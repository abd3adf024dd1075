/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "draw/mdg-map-scene.h"
#include "export/mdg-export-picture.h"

G_BEGIN_DECLS

/**
 * MdgExportMapRequest:
 * @month: the month, or %MDG_MONTH_NONE for the latest that has figures
 * @measure: the measure
 * @facility_type: the facility type
 * @format: the file format
 * @size: how large a PNG is
 *
 * Which map to draw.
 */
typedef struct
{
  MdgMonth month;
  MdgMeasure measure;
  MdgFacilityType facility_type;
  MdgExportFormat format;
  MdgExportSize size;
} MdgExportMapRequest;

GBytes *mdg_export_maps_to_bytes (MdgMapScene *const *scenes,
                                  guint n_scenes,
                                  MdgExportFormat format,
                                  MdgExportSize size,
                                  GError **error);
gboolean mdg_export_map_to_path (MdgFigures *figures,
                                 const MdgExportMapRequest *request,
                                 const char *path,
                                 GError **error);

G_END_DECLS
