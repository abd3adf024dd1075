/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-scope.h"

G_BEGIN_DECLS

/**
 * MdgFigureRow:
 *
 * One facility type in one area, as a row of a list: what the scope's measure says of it, and the
 * figures that belong beside that. The row stays the same object while the scope changes, so that
 * selection, focus and scroll position survive another month.
 *
 * Properties, all read-only: "area-label" and "facility-label" (in the language of the screen), "rank" (uint, 0 where not known), and the texts "value-text",
 * "value-full-text", "rank-text", "rank-previous-text", "movement-text", "change-text",
 * "mnc-count-text", "insurance-card-count-text", "verification-count-text", "national-text",
 * "difference-text", "quality-text", "quality-icon" and "source-text". A text is a dash where nothing is known.
 */
#define MDG_TYPE_FIGURE_ROW (mdg_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgFigureRow, mdg_figure_row, MDG, FIGURE_ROW, GObject)

/**
 * MdgFigureRowKey:
 * @MDG_FIGURE_ROW_KEY_AREA: by area code, from north to south
 * @MDG_FIGURE_ROW_KEY_KNOWN: rows with a value before those without
 * @MDG_FIGURE_ROW_KEY_RANK: best rank first
 * @MDG_FIGURE_ROW_KEY_RANK_PREVIOUS: best rank of the month before first
 * @MDG_FIGURE_ROW_KEY_MOVEMENT: greatest loss of ranks first
 * @MDG_FIGURE_ROW_KEY_VALUE: smallest value first
 * @MDG_FIGURE_ROW_KEY_CHANGE: smallest change first
 * @MDG_FIGURE_ROW_KEY_MNC_COUNT: smallest count first
 * @MDG_FIGURE_ROW_KEY_VERIFICATION_COUNT: smallest count first
 * @MDG_FIGURE_ROW_KEY_QUALITY: least proved first
 *
 * What rows can be ordered by.
 */
typedef enum
{
  MDG_FIGURE_ROW_KEY_AREA,
  MDG_FIGURE_ROW_KEY_KNOWN,
  MDG_FIGURE_ROW_KEY_RANK,
  MDG_FIGURE_ROW_KEY_RANK_PREVIOUS,
  MDG_FIGURE_ROW_KEY_MOVEMENT,
  MDG_FIGURE_ROW_KEY_VALUE,
  MDG_FIGURE_ROW_KEY_CHANGE,
  MDG_FIGURE_ROW_KEY_MNC_COUNT,
  MDG_FIGURE_ROW_KEY_VERIFICATION_COUNT,
  MDG_FIGURE_ROW_KEY_QUALITY,
} MdgFigureRowKey;

MdgFigureRow *mdg_figure_row_new (MdgArea area, MdgFacilityType facility_type);
MdgArea mdg_figure_row_get_area (MdgFigureRow *self);
MdgFacilityType mdg_figure_row_get_facility_type (MdgFigureRow *self);
const MdgObservation *mdg_figure_row_get_observation (MdgFigureRow *self, MdgMeasure measure);
const MdgObservation *mdg_figure_row_get_value (MdgFigureRow *self);
guint mdg_figure_row_get_rank (MdgFigureRow *self);
int mdg_figure_row_get_movement (MdgFigureRow *self);
gboolean mdg_figure_row_get_difference (MdgFigureRow *self, MdgDecimal *difference);
void mdg_figure_row_update (MdgFigureRow *self,
                            MdgFigures *figures,
                            MdgMonth month,
                            MdgArea area,
                            MdgFacilityType facility_type,
                            MdgMeasure measure,
                            guint order);
gboolean mdg_figure_row_matches (MdgFigureRow *self, const char *query);
int mdg_figure_row_compare (MdgFigureRow *a, MdgFigureRow *b, MdgFigureRowKey key);

G_END_DECLS
