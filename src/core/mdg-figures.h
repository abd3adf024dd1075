/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"
#include "core/mdg-observation.h"

G_BEGIN_DECLS

/**
 * MdgFigures:
 *
 * All figures of all editions at one moment, immutable and reference counted, so that any thread
 * and any view can read it without a lock. Observations are sorted by key (month, as_of, area,
 * facility type, measure) and, within a key, best first: quality, then publication date, then
 * digest. The first of a key is the one that is shown. Derived figures are computed when it is
 * built, and marked %MDG_QUALITY_DERIVED. An edition that was removed has no figures here and no
 * number; it stands in a list of its own.
 */
typedef struct _MdgFigures MdgFigures;

#define MDG_TYPE_FIGURES (mdg_figures_get_type ())
GType mdg_figures_get_type (void);
MdgFigures *mdg_figures_new (const MdgBatch *batch);
MdgFigures *mdg_figures_ref (MdgFigures *self);
void mdg_figures_unref (MdgFigures *self);
guint mdg_figures_get_n_editions (MdgFigures *self);
MdgEdition *mdg_figures_get_edition (MdgFigures *self, guint index);
GPtrArray *mdg_figures_get_removed (MdgFigures *self);
guint mdg_figures_get_n (MdgFigures *self);
const MdgObservation *mdg_figures_get (MdgFigures *self, guint index);
gboolean mdg_figures_is_shown (MdgFigures *self, guint index);
const MdgObservation *mdg_figures_lookup (MdgFigures *self,
                                          MdgMonth month,
                                          MdgDay as_of,
                                          MdgArea area,
                                          MdgFacilityType facility_type,
                                          MdgMeasure measure);
const MdgObservation *mdg_figures_lookup_latest (MdgFigures *self,
                                                 MdgArea area,
                                                 MdgFacilityType facility_type,
                                                 MdgMeasure measure);
/* (transfer full) (element-type MdgMonth): ascending months in which the measure has a shown value for @area,
 * or for at least one prefecture if @area is MDG_AREA_NONE. */
GArray *mdg_figures_get_months (MdgFigures *self,
                                MdgArea area,
                                MdgFacilityType facility_type,
                                MdgMeasure measure);
/* (transfer full) (element-type MdgObservation): shown values over time of one area, ascending. */
GArray *mdg_figures_get_series (MdgFigures *self,
                                MdgArea area,
                                MdgFacilityType facility_type,
                                MdgMeasure measure);
/* Fills values[MDG_N_AREAS] with the shown observation per area, NULL where not known. Returns how many prefectures have one. */
guint mdg_figures_get_areas (MdgFigures *self,
                             MdgMonth month,
                             MdgFacilityType facility_type,
                             MdgMeasure measure,
                             const MdgObservation *values[MDG_N_AREAS]);
/* (transfer none) (nullable): the edition with the latest publication date among the ministry's. */
MdgEdition *mdg_figures_get_newest_edition (MdgFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgFigures, mdg_figures_unref)

G_END_DECLS
