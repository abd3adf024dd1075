/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-vocabulary.h"

G_BEGIN_DECLS

/* Choosing all facilities or one of the four types, in a GtkDropDown or an AdwComboRow. */
void mdg_facility_choice_set_up (GtkWidget *chooser, const char *all_label);
MdgFacilityType mdg_facility_choice_get (GtkWidget *chooser);
void mdg_facility_choice_set (GtkWidget *chooser, MdgFacilityType type);

G_END_DECLS
