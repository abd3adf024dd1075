/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-area-table-menu.h"

#include <glib/gi18n.h>

#define KEY_MEASURES "table-measures"
#define KEY_BY_REGION "table-by-region"
#define KEY_ALL_TYPES "table-all-types"
#define GROUP "columns"

#define ALL_TYPES ((1u << (MDG_FACILITY_PHARMACY + 1)) - 1)

static guint32
get_measures (GSettings *settings)
{
  g_auto (GStrv) ids = g_settings_get_strv (settings, KEY_MEASURES);
  guint32 measures = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MdgMeasure measure;

      if (mdg_measure_from_id (ids[i], &measure))
        measures |= 1u << measure;
    }

  return measures;
}

static void
set_measures (GSettings *settings, guint32 measures)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (MdgMeasure measure = 0; measure < MDG_N_MEASURES; measure++)
    if (measures & (1u << measure))
      g_strv_builder_add (ids, mdg_measure_get_id (measure));
  list = g_strv_builder_end (ids);
  g_settings_set_strv (settings, KEY_MEASURES, (const char *const *) list);
}

/**
 * mdg_area_table_menu_get_options:
 * @settings: the settings
 * @scope: what is looked at
 * @options: (out caller-allocates): what the table is to show of it, by rank
 */
void
mdg_area_table_menu_get_options (GSettings *settings,
                                 const MdgScope *scope,
                                 MdgAreaTableOptions *options)
{
  mdg_area_table_options_init_ministry (options, scope->month, scope->facility_type);
  options->measures = get_measures (settings);
  options->by_region = g_settings_get_boolean (settings, KEY_BY_REGION);
  if (g_settings_get_boolean (settings, KEY_ALL_TYPES))
    options->facility_types = ALL_TYPES;
}

/* An action's name has no underscores. */
static char *
dup_action_name (MdgMeasure measure)
{
  return g_strdelimit (g_strdup (mdg_measure_get_id (measure)), "_", '-');
}

static void
follow_settings_cb (GSettings *settings, const char *key, GSimpleAction *action)
{
  MdgMeasure measure = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "measure"));
  gboolean is_shown = (get_measures (settings) & (1u << measure)) != 0;

  g_simple_action_set_state (action, g_variant_new_boolean (is_shown));
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, GSettings *settings)
{
  MdgMeasure measure = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "measure"));
  guint32 measures = get_measures (settings);

  if (g_variant_get_boolean (state))
    measures |= 1u << measure;
  else
    measures &= ~(1u << measure);
  set_measures (settings, measures);
}

/**
 * mdg_area_table_menu_create_actions:
 * @settings: the settings
 *
 * Returns: (transfer full): the actions of the menu, to be inserted as "columns"
 */
GSimpleActionGroup *
mdg_area_table_menu_create_actions (GSettings *settings)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GAction) by_region = g_settings_create_action (settings, KEY_BY_REGION);
  g_autoptr (GAction) all_types = g_settings_create_action (settings, KEY_ALL_TYPES);

  g_action_map_add_action (G_ACTION_MAP (group), by_region);
  g_action_map_add_action (G_ACTION_MAP (group), all_types);
  for (MdgMeasure measure = 0; measure < MDG_N_MEASURES; measure++)
    {
      g_autofree char *name = dup_action_name (measure);
      g_autoptr (GSimpleAction) action =
        g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

      g_object_set_data (G_OBJECT (action), "measure", GUINT_TO_POINTER (measure));
      g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), settings,
                               G_CONNECT_DEFAULT);
      g_signal_connect_object (settings, "changed::" KEY_MEASURES, G_CALLBACK (follow_settings_cb),
                               action, G_CONNECT_DEFAULT);
      follow_settings_cb (settings, KEY_MEASURES, action);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return group;
}

static void
add_check (GtkBox *box, const char *label, const char *action)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (check), action);
  gtk_box_append (box, check);
}

/**
 * mdg_area_table_menu_create:
 * @measures: which measures can be chosen, a bit (1 << #MdgMeasure) for each
 *
 * Several are chosen at a time, so it stays open; and the entries of a menu have no names for screen
 * readers in GTK, check boxes do.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
mdg_area_table_menu_create (guint32 measures)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *ministry = gtk_button_new_with_mnemonic (_ ("As the _Ministry Prints It"));

  for (MdgMeasure measure = 0; measure < MDG_N_MEASURES; measure++)
    {
      g_autofree char *name = dup_action_name (measure);
      g_autofree char *action = g_strdup_printf (GROUP ".%s", name);

      if (measures & (1u << measure))
        add_check (box, mdg_measure_get_short_label (measure), action);
    }
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_check (box, C_ ("area table", "Every Facility Type"), GROUP "." KEY_ALL_TYPES);
  add_check (box, _ ("Group by Region, with Totals"), GROUP "." KEY_BY_REGION);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (ministry), "areas.ministry");
  g_signal_connect_object (ministry, "clicked", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, ministry);

  gtk_widget_add_css_class (GTK_WIDGET (box), "choices");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));

  return popover;
}

/**
 * mdg_area_table_menu_create_more:
 * @table: the table that is seen
 *
 * The headings of a column view are not reached by Tab, so the menu sorts too.
 *
 * Returns: (transfer full): a menu that sorts, copies and saves
 */
GMenuModel *
mdg_area_table_menu_create_more (MdgAreaTable *table)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) save = g_menu_new ();

  for (guint i = 0; i < mdg_area_table_get_n_columns (table); i++)
    {
      g_autofree char *title = mdg_area_table_dup_column_title (table, i);
      g_autofree char *action = g_strdup_printf ("areas.sort(%u)", i);

      g_menu_append (sort, title, action);
    }
  g_menu_append_submenu (menu, _ ("Sort By"), G_MENU_MODEL (sort));
  g_menu_append (copy, _ ("_Copy Selected Rows"), "areas.copy");
  g_menu_append (copy, _ ("Copy _All Rows"), "areas.copy-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append (save, _ ("_Save…"), "areas.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * mdg_area_table_menu_show_ministry:
 * @settings: the settings
 *
 * Sets the form in which the ministry prints the prefectures.
 *
 * Returns: (transfer full): what was set before, for mdg_area_table_menu_restore()
 */
GVariant *
mdg_area_table_menu_show_ministry (GSettings *settings)
{
  g_autoptr (GVariant) measures = g_settings_get_value (settings, KEY_MEASURES);
  GVariant *before = g_variant_ref_sink (
    g_variant_new ("(@asbb)", measures, g_settings_get_boolean (settings, KEY_BY_REGION),
                   g_settings_get_boolean (settings, KEY_ALL_TYPES)));
  MdgAreaTableOptions options;

  mdg_area_table_options_init_ministry (&options, MDG_MONTH_NONE, MDG_FACILITY_ALL);
  set_measures (settings, options.measures);
  g_settings_set_boolean (settings, KEY_BY_REGION, FALSE);
  g_settings_set_boolean (settings, KEY_ALL_TYPES, FALSE);

  return before;
}

/**
 * mdg_area_table_menu_restore:
 * @settings: the settings
 * @before: what mdg_area_table_menu_show_ministry() returned
 */
void
mdg_area_table_menu_restore (GSettings *settings, GVariant *before)
{
  g_autoptr (GVariant) measures = NULL;
  gboolean by_region;
  gboolean all_types;

  g_variant_get (before, "(@asbb)", &measures, &by_region, &all_types);
  g_settings_set_value (settings, KEY_MEASURES, measures);
  g_settings_set_boolean (settings, KEY_BY_REGION, by_region);
  g_settings_set_boolean (settings, KEY_ALL_TYPES, all_types);
}
