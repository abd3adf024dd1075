/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-facility-choice.h"

#include <adwaita.h>

/**
 * mdg_facility_choice_set_up:
 * @chooser: a #GtkDropDown or an #AdwComboRow
 * @all_label: (nullable): what the first choice says; %NULL for the label of all facilities
 *
 * Lets the user choose all facilities or one of the four types.
 */
void
mdg_facility_choice_set_up (GtkWidget *chooser, const char *all_label)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_return_if_fail (GTK_IS_DROP_DOWN (chooser) || ADW_IS_COMBO_ROW (chooser));

  for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    gtk_string_list_append (list, type == MDG_FACILITY_ALL && all_label != NULL
                                    ? all_label
                                    : mdg_facility_type_get_label (type));

  g_object_set (chooser, "model", list, NULL);
}

/**
 * mdg_facility_choice_get:
 * @chooser: what was set up by mdg_facility_choice_set_up()
 *
 * Returns: the chosen facility type
 */
MdgFacilityType
mdg_facility_choice_get (GtkWidget *chooser)
{
  guint selected;

  g_return_val_if_fail (GTK_IS_WIDGET (chooser), MDG_FACILITY_ALL);

  /* The choices stand in the order of the vocabulary. */
  g_object_get (chooser, "selected", &selected, NULL);

  return selected <= MDG_FACILITY_PHARMACY ? (MdgFacilityType) selected : MDG_FACILITY_ALL;
}

/**
 * mdg_facility_choice_set:
 * @chooser: what was set up by mdg_facility_choice_set_up()
 * @type: what to choose
 */
void
mdg_facility_choice_set (GtkWidget *chooser, MdgFacilityType type)
{
  g_return_if_fail (GTK_IS_WIDGET (chooser));

  g_object_set (chooser, "selected", (guint) type, NULL);
}
