/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgRatio:
 * @part: verifications with the card, 0 to @whole
 * @whole: all verifications, at least 1
 * @edition: the edition that gives both
 *
 * The two counts behind a rate on the online basis.
 */
typedef struct
{
  gint64 part;
  gint64 whole;
  guint16 edition;
} MdgRatio;

gboolean mdg_ratio_init (MdgRatio *self, const MdgObservation *part, const MdgObservation *whole);
gboolean mdg_ratio_init_area (MdgRatio *self,
                              MdgFigures *figures,
                              MdgMonth month,
                              MdgArea area,
                              MdgFacilityType facility_type);
gboolean mdg_ratio_init_areas (MdgRatio *self,
                               MdgFigures *figures,
                               MdgMonth month,
                               const MdgArea *areas,
                               guint n_areas,
                               MdgFacilityType facility_type);
gboolean mdg_ratio_init_region (MdgRatio *self,
                                MdgFigures *figures,
                                MdgMonth month,
                                MdgRegion region,
                                MdgFacilityType facility_type);

G_END_DECLS
