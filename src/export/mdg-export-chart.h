/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-scene.h"
#include "export/mdg-export-picture.h"

G_BEGIN_DECLS

GBytes *mdg_export_chart_to_bytes (MdgChartScene *scene,
                                   MdgExportFormat format,
                                   MdgExportSize size,
                                   GError **error);

G_END_DECLS
