/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/* Figures of the prefectures in one month, for the charts that compare them. */

MdgMonth mdg_chart_prefectures_find_month (MdgFigures *figures,
                                           MdgMeasure measure,
                                           MdgFacilityType facility_type);
const MdgObservation *mdg_chart_prefectures_find_nation (MdgFigures *figures,
                                                         MdgMonth month,
                                                         MdgMeasure measure,
                                                         MdgFacilityType facility_type);
GPtrArray *mdg_chart_prefectures_sort (MdgFigures *figures,
                                       MdgMonth month,
                                       MdgMeasure measure,
                                       MdgFacilityType facility_type,
                                       MdgRegion region);
gboolean mdg_chart_prefectures_get_quartile (GPtrArray *sorted, guint quarter, MdgDecimal *out);

G_END_DECLS
