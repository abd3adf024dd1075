/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgObservationRow:
 *
 * One figure as a row of the table. Made when the list asks for it, and thrown away when it has
 * scrolled out of sight.
 */
#define MDG_TYPE_OBSERVATION_ROW (mdg_observation_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgObservationRow, mdg_observation_row, MDG, OBSERVATION_ROW, GObject)

/**
 * MdgObservationColumn:
 *
 * The columns of the table of figures, in the order they are shown and copied.
 */
typedef enum
{
  MDG_OBSERVATION_COLUMN_PERIOD,
  MDG_OBSERVATION_COLUMN_AREA,
  MDG_OBSERVATION_COLUMN_FACILITY_TYPE,
  MDG_OBSERVATION_COLUMN_MEASURE,
  MDG_OBSERVATION_COLUMN_VALUE,
  MDG_OBSERVATION_COLUMN_BASIS,
  MDG_OBSERVATION_COLUMN_QUALITY,
  MDG_OBSERVATION_COLUMN_EDITION,
  MDG_OBSERVATION_COLUMN_PAGE,
  MDG_N_OBSERVATION_COLUMNS,
} MdgObservationColumn;

MdgObservationRow *mdg_observation_row_new (MdgFigures *figures, guint index);
const MdgObservation *mdg_observation_row_get_observation (MdgObservationRow *self);
MdgEdition *mdg_observation_row_get_edition (MdgObservationRow *self);
gboolean mdg_observation_row_is_shown (MdgObservationRow *self);
char *mdg_observation_row_dup_text (MdgObservationRow *self, MdgObservationColumn column);
char *mdg_observation_row_describe (MdgObservationRow *self);
const char *mdg_observation_column_get_label (MdgObservationColumn column);
char *mdg_observation_column_dup_text (MdgObservationColumn column,
                                       MdgFigures *figures,
                                       guint index);

G_END_DECLS
