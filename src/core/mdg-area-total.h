/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/* What several prefectures have together. */
gboolean mdg_area_total (MdgFigures *figures,
                         MdgMonth month,
                         const MdgArea *areas,
                         guint n_areas,
                         MdgFacilityType facility_type,
                         MdgMeasure measure,
                         MdgDecimal *value,
                         guint16 *edition);
void mdg_area_total_list_parts (MdgFigures *figures,
                                MdgMonth month,
                                const MdgArea *areas,
                                guint n_areas,
                                MdgFacilityType facility_type,
                                MdgMeasure measure,
                                GPtrArray *parts);

G_END_DECLS
