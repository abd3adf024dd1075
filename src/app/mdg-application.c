/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-application.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "app/mdg-about-dialog.h"
#include "app/mdg-chart-saver.h"
#include "app/mdg-guide-packs-dialog.h"
#include "app/mdg-preferences-dialog.h"
#include "app/mdg-shortcuts.h"
#include "app/mdg-state.h"
#include "app/mdg-window.h"
#include "core/mdg-clock.h"
#include "core/mdg-format.h"

struct _MdgApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  MdgState *state;
  MdgWalkKeeper *walk_keeper;
  MdgStore *store;
  MdgFigureModel *model;
  MdgGuideLibrary *library;
  char *notice; /* (nullable): what the window says above its page */
  gboolean is_loading_packs;
  gboolean wants_window;    /* as soon as the packs are loaded */
  GPtrArray *waiting_files; /* (element-type GFile): to be opened then */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MdgApplication, mdg_application, ADW_TYPE_APPLICATION)

static gboolean
is_schema_installed (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL;
}

static gboolean
map_area_cb (GValue *value, GVariant *variant, gpointer data)
{
  MdgArea area;

  if (!mdg_area_from_code (g_variant_get_string (variant, NULL), &area))
    area = MDG_AREA_NONE;
  g_value_set_uint (value, area);

  return TRUE;
}

static gboolean
map_facility_type_cb (GValue *value, GVariant *variant, gpointer data)
{
  MdgFacilityType type;

  if (!mdg_facility_type_from_id (g_variant_get_string (variant, NULL), &type))
    type = MDG_FACILITY_ALL;
  g_value_set_uint (value, type);

  return TRUE;
}

static void
calendar_changed_cb (MdgApplication *self)
{
  gboolean era = g_settings_get_enum (self->settings, "calendar") == 1;

  mdg_format_set_calendar (era ? MDG_CALENDAR_ERA : MDG_CALENDAR_WESTERN);

  /* The figures are the same, but every month on screen has to be worded anew. */
  g_object_notify (G_OBJECT (self->model), "figures");
}

static void
scope_changed_cb (MdgApplication *self)
{
  /* Before the figures are there, the scope is only a wish. */
  if (mdg_figure_model_get_figures (self->model) != NULL)
    mdg_state_set_scope (self->state, mdg_figure_model_get_scope (self->model));
}

static void
store_figures_cb (MdgApplication *self)
{
  mdg_figure_model_set_figures (self->model, mdg_store_get_figures (self->store));
}

/* Store and guide packs are read side by side; what one has to say must not hide the other's. */
static void
add_notice (MdgApplication *self, const char *notice)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *all = NULL;

  if (notice == NULL)
    return;

  all = self->notice != NULL ? g_strdup_printf ("%s\n%s", self->notice, notice) : g_strdup (notice);
  g_set_str (&self->notice, all);
  if (MDG_IS_WINDOW (window))
    mdg_window_set_notice (MDG_WINDOW (window), self->notice);
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (!mdg_store_open_finish (MDG_STORE (source), result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  add_notice (self, error != NULL ? error->message : mdg_store_get_notice (self->store));
}

static void
open_store (MdgApplication *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, NULL);

  self->store = mdg_store_new (folder);
  g_signal_connect_object (self->store, "notify::figures", G_CALLBACK (store_figures_cb), self,
                           G_CONNECT_SWAPPED);
  mdg_store_open_async (self->store, self->cancellable, store_opened_cb, g_object_ref (self));
}

static void
open_waiting_window (MdgApplication *self)
{
  GtkWindow *window;

  self->wants_window = FALSE;
  g_application_activate (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));

  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (self->waiting_files->len > 0 && MDG_IS_WINDOW (window))
    mdg_window_import (MDG_WINDOW (window), self->waiting_files);
  g_ptr_array_set_size (self->waiting_files, 0);
}

/* A page made with another pack than the one in use could not go on where the user was. */
static gboolean
must_wait (MdgApplication *self)
{
  return self->is_loading_packs && *mdg_guide_library_get_pack_id (self->library) != '\0';
}

static void
packs_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgApplication) self = data;
  MdgGuideLibrary *library = MDG_GUIDE_LIBRARY (source);
  g_autoptr (GError) error = NULL;

  self->is_loading_packs = FALSE;
  if (!mdg_guide_library_load_finish (library, result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  add_notice (self, mdg_guide_library_get_notice (library));
  if (self->wants_window)
    open_waiting_window (self);
}

static void
open_library (MdgApplication *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "packs", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  self->library = mdg_guide_library_new (folder);
  g_settings_bind (self->settings, "guide-pack", self->library, "pack-id", G_SETTINGS_BIND_DEFAULT);
  self->is_loading_packs = TRUE;
  mdg_guide_library_load_async (self->library, self->cancellable, packs_loaded_cb,
                                g_object_ref (self));
}

/* Where the user was, or else where a first look is most useful: at home. */
static void
restore_scope (MdgApplication *self)
{
  MdgScope scope = *mdg_figure_model_get_scope (self->model);

  if (!mdg_state_get_scope (self->state, &scope))
    {
      MdgArea home = mdg_figure_model_get_home_area (self->model);

      scope.area = home != MDG_AREA_NONE ? home : MDG_AREA_NATIONAL;
      scope.facility_type = mdg_figure_model_get_home_facility_type (self->model);
    }

  mdg_figure_model_set_scope (self->model, &scope);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgApplication *self = data;
  GtkWindow *window;

  /* Closing saves what the window knows of itself. */
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    {
      gtk_window_close (window);
      if (gtk_application_get_active_window (GTK_APPLICATION (self)) == window)
        break;
    }
  g_application_quit (G_APPLICATION (self));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    adw_dialog_present (ADW_DIALOG (mdg_preferences_dialog_new (self->settings)),
                        GTK_WIDGET (window));
}

static void
guide_packs_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    adw_dialog_present (ADW_DIALOG (mdg_guide_packs_dialog_new (self->library)),
                        GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    mdg_shortcuts_present (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    adw_dialog_present (ADW_DIALOG (mdg_about_dialog_new ()), GTK_WIDGET (window));
}

/* From the preferences: the contacts belong to the desk, which shows them. */
static void
contacts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkWidget *page;

  if (!MDG_IS_WINDOW (window))
    return;

  mdg_window_show_page (MDG_WINDOW (window), "desk");
  page = mdg_window_get_page (MDG_WINDOW (window));
  gtk_widget_activate_action (page, "page.contacts", NULL);
}

static const GActionEntry entries[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "contacts", .activate = contacts_cb },
  { .name = "guide-packs", .activate = guide_packs_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
};

static void
mdg_application_startup (GApplication *application)
{
  MdgApplication *self = MDG_APPLICATION (application);

  if (!is_schema_installed ())
    {
      g_printerr (_ ("The settings schema %s was not found. Install the program completely, or set "
                     "GSETTINGS_SCHEMA_DIR to the folder that holds it.\n"),
                  APP_ID);
      exit (1);
    }

  G_APPLICATION_CLASS (mdg_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mdg_shortcuts_register (GTK_APPLICATION (self));
  mdg_chart_saver_init ();

  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new (APP_ID);
  self->state = mdg_state_new_default ();
  self->walk_keeper = mdg_walk_keeper_new (self->state);
  self->model = mdg_figure_model_new ();

  g_settings_bind_with_mapping (self->settings, "home-area", self->model, "home-area",
                                G_SETTINGS_BIND_GET, map_area_cb, NULL, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "home-facility-type", self->model,
                                "home-facility-type", G_SETTINGS_BIND_GET, map_facility_type_cb,
                                NULL, NULL, NULL);
  g_signal_connect_object (self->settings, "changed::calendar", G_CALLBACK (calendar_changed_cb),
                           self, G_CONNECT_SWAPPED);
  calendar_changed_cb (self);

  restore_scope (self);
  g_signal_connect_object (self->model, "notify::scope", G_CALLBACK (scope_changed_cb), self,
                           G_CONNECT_SWAPPED);
  open_store (self);
  open_library (self);
}

static void
mdg_application_activate (GApplication *application)
{
  MdgApplication *self = MDG_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL && must_wait (self))
    {
      if (!self->wants_window)
        g_application_hold (application);
      self->wants_window = TRUE;
      return;
    }

  if (window == NULL)
    {
      window = GTK_WINDOW (mdg_window_new (self, self->state));
      mdg_window_set_notice (MDG_WINDOW (window), self->notice);
    }

  gtk_window_present (window);
}

static void
mdg_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow *window;

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (list, g_object_ref (files[i]));

  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (MDG_IS_WINDOW (window))
    mdg_window_import (MDG_WINDOW (window), list);
  else
    g_ptr_array_extend_and_steal (MDG_APPLICATION (application)->waiting_files,
                                  g_steal_pointer (&list));
}

static void
mdg_application_shutdown (GApplication *application)
{
  MdgApplication *self = MDG_APPLICATION (application);

  g_cancellable_cancel (self->cancellable);
  if (self->state != NULL)
    mdg_state_save (self->state);
  if (self->store != NULL)
    mdg_store_close (self->store);

  G_APPLICATION_CLASS (mdg_application_parent_class)->shutdown (application);
}

static void
mdg_application_finalize (GObject *object)
{
  MdgApplication *self = MDG_APPLICATION (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->waiting_files, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_object (&self->walk_keeper);
  g_clear_object (&self->state);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mdg_application_parent_class)->finalize (object);
}

static void
mdg_application_class_init (MdgApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = mdg_application_finalize;
  application_class->startup = mdg_application_startup;
  application_class->activate = mdg_application_activate;
  application_class->open = mdg_application_open;
  application_class->shutdown = mdg_application_shutdown;
}

static void
mdg_application_init (MdgApplication *self)
{
  self->waiting_files = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mdg_application_init_language:
 *
 * Decides the language of the process by the user's preference, and finds its texts. To be called
 * first in main(), before anything is said to anybody.
 *
 * A program that was not installed finds its texts where MADOGUCHI_LOCALEDIR says.
 */
void
mdg_application_init_language (void)
{
  const char *folder = g_getenv ("MADOGUCHI_LOCALEDIR");
  g_autofree char *preference = NULL;

  if (is_schema_installed ())
    {
      g_autoptr (GSettings) settings = g_settings_new (APP_ID);

      preference = g_settings_get_string (settings, "language");
    }

  mdg_language_init (preference != NULL ? preference : "system");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * mdg_application_new:
 *
 * Creates the application. One whose date was set does not join a running one, which would show
 * another date.
 *
 * Returns: (transfer full): a new application
 */
MdgApplication *
mdg_application_new (void)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_OPEN;

  if (mdg_clock_is_as_of (mdg_clock_get_default ()))
    flags |= G_APPLICATION_NON_UNIQUE;

  return g_object_new (MDG_TYPE_APPLICATION, "application-id", APP_ID, "flags", flags,
                       "resource-base-path", RESOURCE_PREFIX, NULL);
}

/**
 * mdg_application_get_model:
 * @self: a #MdgApplication
 *
 * Returns: (transfer none): what is looked at
 */
MdgFigureModel *
mdg_application_get_model (MdgApplication *self)
{
  g_return_val_if_fail (MDG_IS_APPLICATION (self), NULL);

  return self->model;
}

/**
 * mdg_application_get_store:
 * @self: a #MdgApplication
 *
 * Returns: (transfer none): the store
 */
MdgStore *
mdg_application_get_store (MdgApplication *self)
{
  g_return_val_if_fail (MDG_IS_APPLICATION (self), NULL);

  return self->store;
}

/**
 * mdg_application_get_walk_keeper:
 * @self: a #MdgApplication that runs
 *
 * Returns: (transfer none): what keeps where the user stands at the desk
 */
MdgWalkKeeper *
mdg_application_get_walk_keeper (MdgApplication *self)
{
  g_return_val_if_fail (MDG_IS_APPLICATION (self), NULL);

  return self->walk_keeper;
}

/**
 * mdg_application_get_settings:
 * @self: a #MdgApplication
 *
 * Returns: (transfer none): the settings
 */
GSettings *
mdg_application_get_settings (MdgApplication *self)
{
  g_return_val_if_fail (MDG_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * mdg_application_get_pack:
 * @self: a #MdgApplication
 * @error: return location for an error
 *
 * What the pages of the front desk show, which is read when it is first asked for: a start with the
 * figures in view does not wait for it. It changes with "pack" of the library.
 *
 * Returns: (transfer none) (nullable): the guide pack, or %NULL if the built-in one is damaged
 */
MdgGuidePack *
mdg_application_get_pack (MdgApplication *self, GError **error)
{
  g_return_val_if_fail (MDG_IS_APPLICATION (self), NULL);

  return mdg_guide_library_get_pack (self->library, error);
}

/**
 * mdg_application_get_library:
 * @self: a #MdgApplication
 *
 * Returns: (transfer none): the guide packs that there are
 */
MdgGuideLibrary *
mdg_application_get_library (MdgApplication *self)
{
  g_return_val_if_fail (MDG_IS_APPLICATION (self), NULL);

  return self->library;
}
