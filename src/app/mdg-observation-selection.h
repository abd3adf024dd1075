/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/mdg-observation-table.h"

G_BEGIN_DECLS

/**
 * MdgObservationSelection:
 *
 * The selected rows of the table of all figures. They are remembered by their figures, so that they
 * are selected again when the rows were sorted, narrowed or imported anew. What a filter hides is
 * remembered until something else is selected.
 *
 * Signals: "changed" (other rows are selected than before).
 */
#define MDG_TYPE_OBSERVATION_SELECTION (mdg_observation_selection_get_type ())
G_DECLARE_FINAL_TYPE (MdgObservationSelection,
                      mdg_observation_selection,
                      MDG,
                      OBSERVATION_SELECTION,
                      GObject)

MdgObservationSelection *mdg_observation_selection_new (MdgObservationTable *table);
GtkSelectionModel *mdg_observation_selection_get_model (MdgObservationSelection *self);
guint mdg_observation_selection_get_n (MdgObservationSelection *self);
guint mdg_observation_selection_get_first (MdgObservationSelection *self);
GArray *mdg_observation_selection_list (MdgObservationSelection *self);

G_END_DECLS
