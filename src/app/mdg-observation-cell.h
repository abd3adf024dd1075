/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/mdg-observation-row.h"

G_BEGIN_DECLS

/* The cells of the view of all figures. */
GtkListItemFactory *mdg_observation_cell_factory_new (MdgObservationColumn column);
GtkListItemFactory *mdg_observation_cell_factory_new_summary (gboolean with_value);
gboolean mdg_observation_cell_is_number (MdgObservationColumn column);

G_END_DECLS
