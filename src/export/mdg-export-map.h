/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-figures.h"

G_BEGIN_DECLS

#define MDG_EXPORT_ERROR (mdg_export_error_quark ())
GQuark mdg_export_error_quark (void);

/**
 * MdgExportError:
 * @MDG_EXPORT_ERROR_NO_DATA: no prefecture has a figure for what was asked
 * @MDG_EXPORT_ERROR_WRITE: the file could not be written
 */
typedef enum
{
  MDG_EXPORT_ERROR_NO_DATA,
  MDG_EXPORT_ERROR_WRITE,
} MdgExportError;

typedef enum
{
  MDG_EXPORT_SVG,
  MDG_EXPORT_PNG,
  MDG_EXPORT_PDF,
} MdgExportFormat;

/**
 * MdgExportMapRequest:
 * @month: the month, or %MDG_MONTH_NONE for the latest that has figures
 * @measure: the measure
 * @facility_type: the facility type
 * @format: the file format
 *
 * Which map to draw.
 */
typedef struct
{
  MdgMonth month;
  MdgMeasure measure;
  MdgFacilityType facility_type;
  MdgExportFormat format;
} MdgExportMapRequest;

gboolean mdg_export_map_format_from_path (const char *path, MdgExportFormat *format);
gboolean mdg_export_map_to_path (MdgFigures *figures,
                                 const MdgExportMapRequest *request,
                                 const char *path,
                                 GError **error);

G_END_DECLS
