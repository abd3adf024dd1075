/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/mdg-observation-row.h"

G_BEGIN_DECLS

/**
 * MdgObservationFilter:
 * @query: (nullable): words that must all be found in a row's area (kanji, kana or romaji), facility
 *   type, measure, month, quality or edition
 * @area: only this area, or %MDG_AREA_NONE
 * @facility_type: only this #MdgFacilityType, or -1
 * @measure: only this #MdgMeasure, or -1
 * @all_editions: also the figures of other editions that are not the shown ones
 *
 * Which figures the table holds.
 */
typedef struct
{
  const char *query;
  MdgArea area;
  int facility_type;
  int measure;
  gboolean all_editions;
} MdgObservationFilter;

/**
 * MdgObservationTable:
 *
 * All figures as a list of #MdgObservationRow. It sorts and filters an array of indices in a worker
 * thread, so that the main loop never waits for 288,000 figures; results that a newer request has
 * overtaken are dropped. Rows are made only when asked for.
 *
 * Properties: "busy" (a result is being computed), "n-total" (figures before filtering).
 */
#define MDG_TYPE_OBSERVATION_TABLE (mdg_observation_table_get_type ())
G_DECLARE_FINAL_TYPE (MdgObservationTable, mdg_observation_table, MDG, OBSERVATION_TABLE, GObject)

MdgObservationTable *mdg_observation_table_new (void);
void mdg_observation_table_set_figures (MdgObservationTable *self, MdgFigures *figures);
void mdg_observation_table_set_filter (MdgObservationTable *self,
                                       const MdgObservationFilter *filter);
void mdg_observation_table_set_order (MdgObservationTable *self, int column, gboolean descending);
gboolean mdg_observation_table_is_busy (MdgObservationTable *self);
guint mdg_observation_table_get_n_total (MdgObservationTable *self);
guint mdg_observation_table_find (MdgObservationTable *self,
                                  const MdgObservation *observation,
                                  const char *edition_id);
guint mdg_observation_table_get_index (MdgObservationTable *self, guint position);
MdgFigures *mdg_observation_table_get_figures (MdgObservationTable *self);

G_END_DECLS
