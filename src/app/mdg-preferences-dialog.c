/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-preferences-dialog.h"

#include <glib/gi18n.h>

#include "app/mdg-area-choice.h"
#include "app/mdg-class-settings.h"
#include "app/mdg-facility-choice.h"

struct _MdgPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;
  /* (element-type utf8 GVariant): what was set before the reset, for its undo. */
  GHashTable *before_reset;

  AdwComboRow *area_row;
  AdwComboRow *facility_row;
  AdwComboRow *language_row;
  AdwComboRow *calendar_row;
  AdwComboRow *class_method_row;
  AdwSpinRow *class_count_row;
  AdwSwitchRow *mark_extremes_row;
  AdwSwitchRow *desk_log_row;
};

G_DEFINE_FINAL_TYPE (MdgPreferencesDialog, mdg_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* Every key that a row of the dialog shows; what else is kept is not a preference. */
static const char *const keys[] = {
  "home-area",    "home-facility-type", "language",      "calendar",
  "class-method", "class-count",        "mark-extremes", "desk-log",
};

static void
area_selected_cb (MdgPreferencesDialog *self)
{
  MdgArea area = mdg_area_choice_get (GTK_WIDGET (self->area_row));

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "home-area",
                           area != MDG_AREA_NONE ? mdg_area_get_code (area) : "");
}

static void
facility_selected_cb (MdgPreferencesDialog *self)
{
  MdgFacilityType type = mdg_facility_choice_get (GTK_WIDGET (self->facility_row));

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "home-facility-type", mdg_facility_type_get_id (type));
}

static void
show_home_area (MdgPreferencesDialog *self)
{
  g_autofree char *code = g_settings_get_string (self->settings, "home-area");
  MdgArea area;

  if (!mdg_area_from_code (code, &area) || !mdg_area_is_prefecture (area))
    area = MDG_AREA_NONE;
  mdg_area_choice_set (GTK_WIDGET (self->area_row), area);
}

static void
show_home_facility_type (MdgPreferencesDialog *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "home-facility-type");
  MdgFacilityType type;

  if (!mdg_facility_type_from_id (id, &type))
    type = MDG_FACILITY_ALL;
  mdg_facility_choice_set (GTK_WIDGET (self->facility_row), type);
}

/* The values of each enumeration stand in the order of the row's list. */
static gboolean
enum_to_selected_cb (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *nicks = data;
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
selected_to_enum_cb (const GValue *value, const GVariantType *type, gpointer data)
{
  const char *const *nicks = data;
  guint selected = g_value_get_uint (value);

  if (selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return g_variant_new_string (nicks[selected]);
}

static void
bind_enum (MdgPreferencesDialog *self, const char *key, AdwComboRow *row, const char *const *nicks)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                enum_to_selected_cb, selected_to_enum_cb, (gpointer) nicks, NULL);
}

/* Not while this dialog is on top of the one that is asked for. */
static void
contacts_cb (MdgPreferencesDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (GTK_WIDGET (root), "app.contacts", NULL);
}

static void
undo_reset_cb (MdgPreferencesDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_set_value (self->settings, keys[i],
                          g_hash_table_lookup (self->before_reset, keys[i]));
}

static void
reset_cb (MdgPreferencesDialog *self)
{
  AdwToast *toast = adw_toast_new (_ ("Preferences reset"));

  g_hash_table_remove_all (self->before_reset);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_hash_table_insert (self->before_reset, (gpointer) keys[i],
                           g_settings_get_value (self->settings, keys[i]));
      g_settings_reset (self->settings, keys[i]);
    }

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_reset_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
mdg_preferences_dialog_dispose (GObject *object)
{
  MdgPreferencesDialog *self = MDG_PREFERENCES_DIALOG (object);

  /* The rows are emptied next, which is no choice of the user's. */
  g_clear_object (&self->settings);
  g_clear_pointer (&self->before_reset, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (mdg_preferences_dialog_parent_class)->dispose (object);
}

static void
mdg_preferences_dialog_class_init (MdgPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, area_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, facility_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, class_method_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, class_count_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, mark_extremes_row);
  gtk_widget_class_bind_template_child (widget_class, MdgPreferencesDialog, desk_log_row);
  gtk_widget_class_bind_template_callback (widget_class, area_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, facility_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, contacts_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
mdg_preferences_dialog_init (MdgPreferencesDialog *self)
{
  g_autoptr (GtkStringList) methods = NULL;

  self->before_reset =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);

  gtk_widget_init_template (GTK_WIDGET (self));

  mdg_area_choice_set_up (GTK_WIDGET (self->area_row), _ ("None in particular"));
  methods = mdg_class_settings_list_methods ();
  adw_combo_row_set_model (self->class_method_row, G_LIST_MODEL (methods));
  mdg_facility_choice_set_up (GTK_WIDGET (self->facility_row), _ ("None in particular"));
}

/**
 * mdg_preferences_dialog_new:
 * @settings: the settings
 *
 * Returns: (transfer floating): a dialog that shows and changes @settings
 */
MdgPreferencesDialog *
mdg_preferences_dialog_new (GSettings *settings)
{
  static const char *const languages[] = { "system", "ja", "en", NULL };
  static const char *const calendars[] = { "western", "era", NULL };
  /* In the order of their values, as their names are listed. */
  static const char *const methods[] = {
    "quantile",           "equal-interval", "natural-breaks", "pretty",
    "standard-deviation", "user-breaks",    "maximum-breaks", NULL,
  };
  MdgPreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MDG_TYPE_PREFERENCES_DIALOG, NULL);
  self->settings = g_object_ref (settings);

  show_home_area (self);
  show_home_facility_type (self);
  g_signal_connect_object (settings, "changed::home-area", G_CALLBACK (show_home_area), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::home-facility-type",
                           G_CALLBACK (show_home_facility_type), self, G_CONNECT_SWAPPED);

  bind_enum (self, "language", self->language_row, languages);
  bind_enum (self, "calendar", self->calendar_row, calendars);
  bind_enum (self, "class-method", self->class_method_row, methods);
  g_settings_bind (settings, "class-count", self->class_count_row, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "mark-extremes", self->mark_extremes_row, "active",
                   G_SETTINGS_BIND_DEFAULT);

  g_settings_bind (settings, "desk-log", self->desk_log_row, "active", G_SETTINGS_BIND_DEFAULT);

  return self;
}
