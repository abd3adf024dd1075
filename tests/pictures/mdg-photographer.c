/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-checklists-scenes.h"
#include "mdg-class-scenes.h"
#include "mdg-desk-scenes.h"
#include "mdg-map-scenes.h"
#include "mdg-overview-scenes.h"
#include "mdg-photographer.h"
#include "mdg-prefecture-scenes.h"
#include "mdg-session-scenes.h"
#include "mdg-table-scenes.h"
#include "mdg-training-scenes.h"

#include <string.h>

#include "app/mdg-about-dialog.h"
#include "app/mdg-application.h"
#include "app/mdg-first-start-dialog.h"
#include "app/mdg-guide-packs-dialog.h"
#include "app/mdg-import-dialog.h"
#include "app/mdg-next-deck-dialog.h"
#include "app/mdg-pages.h"
#include "app/mdg-preferences-dialog.h"
#include "app/mdg-window.h"
#include "core/mdg-area.h"
#include "core/mdg-clock.h"

/* A few days after the bundled deck was published: its figures are fresh. */
#define FIXED_DATE mdg_day_new (2025, 11, 20)

/* Long enough for a loaded machine: only a hang gets this far. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

/* Without a compositor the window's frame takes this much of its width and of its height. */
#define FRAME 10

/* What moves, settles within this time after what it waited for is there. */
#define SETTLE_US (900 * 1000)
#define MAX_TRIES 10

typedef struct
{
  MdgApplication *application;
  MdgWindow *window;
  const MdgPictureVariant *variant;
  const char *folder;
  const char *private_folder;
} Session;

static gboolean
wake_up_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
spin_for (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;
  guint source = g_timeout_add (10, wake_up_cb, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

/* A widget that is still at work says so by a property "busy". */
static gboolean
is_busy (GtkWidget *widget)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "busy");

  if (pspec != NULL && pspec->value_type == G_TYPE_BOOLEAN)
    {
      gboolean busy;

      g_object_get (widget, "busy", &busy, NULL);
      if (busy && gtk_widget_get_mapped (widget))
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_busy (child))
      return TRUE;

  return FALSE;
}

static gboolean
wait_until_ready (Session *session, GError **error)
{
  MdgFigureModel *model = mdg_application_get_model (session->application);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint source = g_timeout_add (10, wake_up_cb, NULL);
  gboolean ready = FALSE;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      ready = mdg_figure_model_get_figures (model) != NULL &&
              gtk_widget_get_mapped (GTK_WIDGET (session->window));
    }
  while (!ready && g_get_monotonic_time () < end);
  g_source_remove (source);

  do
    spin_for (SETTLE_US);
  while (ready && is_busy (GTK_WIDGET (session->window)) && g_get_monotonic_time () < end);

  if (!ready)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         "The window did not show its figures in time.");

  return ready;
}

/* What the window shows, %NULL while it has yet to be laid out. */
static GskRenderNode *
draw_window (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));

  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
save_window (Session *session, GtkWidget *window, const char *name, GError **error)
{
  g_autofree char *file_name = g_strdup_printf ("%s-%s.png", name, session->variant->name);
  g_autofree char *path = g_build_filename (session->folder, file_name, NULL);
  g_autoptr (GskRenderNode) node = draw_window (window);
  g_autoptr (GdkTexture) texture = NULL;

  for (guint i = 0; i < MAX_TRIES && node == NULL; i++)
    {
      spin_for (SETTLE_US);
      node = draw_window (window);
    }
  if (node == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Nothing was drawn for %s.", name);
      return FALSE;
    }

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s could not be written.", path);
      return FALSE;
    }
  g_print ("%s\n", path);

  return TRUE;
}

static gboolean
save (Session *session, const char *name, GError **error)
{
  return save_window (session, GTK_WIDGET (session->window), name, error);
}

static gboolean
save_pages (Session *session, GError **error)
{
  guint n = session->variant->real_date ? 1 : mdg_pages_get_n ();

  for (guint i = 0; i < n; i++)
    {
      const char *id = mdg_page_get_id (mdg_pages_get (i));

      mdg_window_show_page (session->window, id);
      if (!wait_until_ready (session, error) || !save (session, id, error))
        return FALSE;
    }

  return TRUE;
}

/* Goes on to scene @index of a page and returns its name, %NULL after the last. */
typedef const char *(*ShowScene) (GtkWidget *page, guint index, GtkWindow **window);

static const char *
show_training (GtkWidget *page, guint index, GtkWindow **window)
{
  return mdg_training_scenes_show (page, index);
}

static const char *
show_checklists (GtkWidget *page, guint index, GtkWindow **window)
{
  return mdg_checklists_scenes_show (page, index);
}

/* A page while somebody uses it. */
static gboolean
save_scenes (Session *session, const char *page_id, ShowScene show_scene, GError **error)
{
  GtkWindow *other = NULL;
  GtkWidget *page;
  const char *name;

  mdg_window_show_page (session->window, page_id);
  if (!wait_until_ready (session, error))
    return FALSE;

  page = mdg_window_get_page (session->window);
  for (guint i = 0; (name = show_scene (page, i, &other)) != NULL; i++)
    {
      spin_for (SETTLE_US);
      if (!save_window (session, GTK_WIDGET (other != NULL ? other : GTK_WINDOW (session->window)),
                        name, error))
        return FALSE;
    }
  spin_for (SETTLE_US);

  return TRUE;
}

static gboolean
save_uses (Session *session, GError **error)
{
  return save_scenes (session, "overview", mdg_overview_scenes_show, error) &&
         save_scenes (session, "map", mdg_class_scenes_show, error) &&
         save_scenes (session, "map", mdg_map_scenes_show, error) &&
         save_scenes (session, "table", mdg_table_scenes_show, error) &&
         save_scenes (session, "prefecture", mdg_prefecture_scenes_show, error) &&
         save_scenes (session, "desk", mdg_desk_scenes_show, error) &&
         save_scenes (session, "checklists", show_checklists, error) &&
         save_scenes (session, "training", show_training, error) &&
         save_scenes (session, "training", mdg_session_scenes_show, error);
}

/* Takes over a floating reference of @dialog. */
static gboolean
save_dialog (Session *session, AdwDialog *dialog, const char *name, GError **error)
{
  gboolean saved;

  g_object_ref_sink (dialog);
  adw_dialog_present (dialog, GTK_WIDGET (session->window));
  saved = wait_until_ready (session, error) && save (session, name, error);
  adw_dialog_force_close (dialog);
  spin_for (SETTLE_US);
  g_object_unref (dialog);

  return saved;
}

/* The bundled deck with a digit of a hospital's count and a rate that no law reaches altered. */
static char *
write_altered_deck (Session *session, GError **error)
{
  static const struct
  {
    const char *old;
    const char *new;
  } changes[] = {
    { "秋田 46.76% 291,565", "秋田 46.76% 291,566" },
    { "44.40％", "44.41％" },
  };
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (session->private_folder, "001591234.txt", NULL);

  if (!g_file_get_contents (DECK, &text, NULL, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      char *place = strstr (text, changes[i].old);

      if (place != NULL)
        memcpy (place, changes[i].new, strlen (changes[i].new));
    }

  return g_file_set_contents (path, text, -1, error) ? g_steal_pointer (&path) : NULL;
}

static GtkWidget *
find_scrolled_window (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scrolled_window (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A dialog that is higher than the window, one picture for each part of it. */
static gboolean
save_scrolled (Session *session, GtkWidget *dialog, const char *name, GError **error)
{
  GtkWidget *scrolled = find_scrolled_window (dialog);
  GtkAdjustment *adjustment;

  if (!save (session, name, error) || scrolled == NULL)
    return scrolled != NULL;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (guint part = 2; part <= 3; part++)
    {
      g_autofree char *part_name = g_strdup_printf ("%s-%u", name, part);
      double value = gtk_adjustment_get_value (adjustment);

      gtk_adjustment_set_value (adjustment,
                                value + gtk_adjustment_get_page_size (adjustment) * 0.9);
      if (gtk_adjustment_get_value (adjustment) - value < 1)
        break;
      spin_for (SETTLE_US);
      if (!save (session, part_name, error))
        return FALSE;
    }

  return TRUE;
}

/* The preview of files, each part of it. */
static gboolean
save_import (Session *session,
             const char *name,
             const char *path,
             const char *other,
             GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  AdwDialog *dialog;
  gboolean saved;

  g_ptr_array_add (files, g_file_new_for_path (path));
  if (other != NULL)
    g_ptr_array_add (files, g_file_new_for_path (other));
  mdg_window_import (session->window, files);
  spin_for (SETTLE_US);
  if (!wait_until_ready (session, error))
    return FALSE;

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (session->window));
  if (dialog == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "There is no preview for %s.", name);
      return FALSE;
    }
  saved = save_scrolled (session, GTK_WIDGET (dialog), name, error);
  adw_dialog_force_close (dialog);
  spin_for (SETTLE_US);

  return saved;
}

/* A table of an office: rates by prefecture of which nothing is told, not even the month. */
static char *
write_office_table (Session *session, GError **error)
{
  g_autofree char *path = g_build_filename (session->private_folder, "利用率.csv", NULL);
  g_autoptr (GString) text = g_string_new ("都道府県,利用率\n");

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    g_string_append_printf (text, "%s,%u.5%%\n", mdg_area_get_label (area, MDG_LANGUAGE_JAPANESE),
                            20u + area);

  return g_file_set_contents (path, text->str, -1, error) ? g_steal_pointer (&path) : NULL;
}

static gboolean
save_imports (Session *session, GError **error)
{
  g_autofree char *altered = write_altered_deck (session, error);
  g_autofree char *letter = g_build_filename (session->private_folder, "letter.txt", NULL);

  g_autofree char *office = altered != NULL ? write_office_table (session, error) : NULL;

  return office != NULL &&
         g_file_set_contents (letter, "Dear Sir or Madam,\n\nthank you.\n", -1, error) &&
         save_import (session, "import", altered, NULL, error) &&
         save_import (session, "import-questions", office, NULL, error) &&
         save_import (session, "import-known", DECK, NULL, error) &&
         save_import (session, "import-failed", letter, NULL, error) &&
         save_import (session, "import-files", altered, letter, error);
}

static void
guides_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  mdg_guide_library_load_finish (MDG_GUIDE_LIBRARY (source), result, NULL);
}

/* The guide packs with one of a clinic and a bad one, what is wrong with that, and the question
 * that comes before another is loaded. */
static gboolean
save_guides (Session *session, GError **error)
{
  g_autofree char *folder = g_build_filename (session->private_folder, "guides", NULL);
  g_autofree char *good = g_build_filename (folder, "our-clinic.json", NULL);
  g_autofree char *bad = g_build_filename (folder, "ward-3.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (MdgGuideLibrary) library = mdg_guide_library_new (file);
  g_autoptr (MdgGuideEntry) builtin = g_list_model_get_item (G_LIST_MODEL (library), 0);
  GBytes *bytes = mdg_guide_entry_get_bytes (builtin);
  g_autoptr (GString) text =
    g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_mkdir_with_parents (folder, 0700);
  g_string_replace (text, "\"id\": \"madoguchi\"", "\"id\": \"our-clinic\"", 1);
  if (!g_file_set_contents (good, text->str, -1, error))
    return FALSE;
  g_string_replace (text, "\"next\": \"out-portal\"", "\"next\": \"out-portall\"", 1);
  g_string_replace (text, "\"tone\": \"proceed\"", "\"tone\": \"green\"", 3);
  if (!g_file_set_contents (bad, text->str, -1, error))
    return FALSE;
  mdg_guide_library_load_async (library, NULL, guides_loaded_cb, NULL);
  spin_for (SETTLE_US);

  return save_dialog (session, ADW_DIALOG (mdg_guide_packs_dialog_new (library)), "guide-packs",
                      error) &&
         save_import (session, "guide-faults", bad, NULL, error) &&
         save_import (session, "guide-load", good, NULL, error);
}

static gboolean
save_dialogs (Session *session, GError **error)
{
  MdgFigureModel *model = mdg_application_get_model (session->application);
  GSettings *settings = mdg_application_get_settings (session->application);

  mdg_window_show_page (session->window, "overview");

  return save_dialog (session, ADW_DIALOG (mdg_first_start_dialog_new (model, settings)),
                      "first-start", error) &&
         save_dialog (session, ADW_DIALOG (mdg_preferences_dialog_new (settings)), "preferences",
                      error) &&
         save_dialog (session, ADW_DIALOG (mdg_next_deck_dialog_new ()), "next-deck", error) &&
         save_dialog (session, mdg_about_dialog_new (), "about", error) &&
         save_guides (session, error) && save_imports (session, error);
}

static void
set_private_folder (const char *variable, const char *private_folder, const char *name)
{
  g_autofree char *path = g_build_filename (private_folder, name, NULL);

  g_mkdir_with_parents (path, 0700);
  g_setenv (variable, path, TRUE);
}

/* Before anything reads the environment. */
static void
set_environment (const MdgPictureVariant *variant, const char *private_folder)
{
  set_private_folder ("XDG_DATA_HOME", private_folder, "data");
  set_private_folder ("XDG_CONFIG_HOME", private_folder, "config");
  set_private_folder ("XDG_CACHE_HOME", private_folder, "cache");
  set_private_folder ("XDG_STATE_HOME", private_folder, "state");
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BUILD_SCHEMA_DIR, FALSE);
  g_setenv ("MADOGUCHI_LOCALEDIR", BUILD_LOCALE_DIR, TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GTK_A11Y", "none", FALSE);
  if (variant->contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
}

static void
set_state (const MdgPictureVariant *variant)
{
  g_autoptr (MdgState) state = mdg_state_new_default ();

  mdg_state_set_window_size (state, variant->width + FRAME, variant->height + FRAME, FALSE);
  mdg_state_save (state);
}

static void
set_preferences (const MdgPictureVariant *variant)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_set_string (settings, "language", variant->language);
  g_settings_set_boolean (settings, "first-start-done", TRUE);
  g_settings_set_string (settings, "home-area", "07");
  g_settings_set_string (settings, "home-facility-type", "all");
}

static void
set_appearance (const MdgPictureVariant *variant)
{
  GtkSettings *settings = gtk_settings_get_default ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      variant->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (settings, "gtk-font-name", "Cantarell 11", "gtk-xft-dpi",
                96 * 1024 * variant->text_scale / 100, "gtk-enable-animations", FALSE, NULL);
}

/**
 * mdg_photographer_run:
 * @variant: how the program is shown
 * @folder: (type filename): where the pictures go
 * @private_folder: (type filename): an empty folder for what the program keeps
 * @error: return location for an error
 *
 * Opens the application and saves a picture of each page and of the main dialogs. May be called
 * once in a process, first in main().
 *
 * Returns: %TRUE if all pictures were taken
 */
gboolean
mdg_photographer_run (const MdgPictureVariant *variant,
                      const char *folder,
                      const char *private_folder,
                      GError **error)
{
  g_autoptr (MdgApplication) application = NULL;
  Session session = {
    .variant = variant,
    .folder = folder,
    .private_folder = private_folder,
  };
  gboolean done;

  set_environment (variant, private_folder);
  set_preferences (variant);
  mdg_application_init_language ();
  set_state (variant);
  if (!variant->real_date)
    mdg_clock_set_as_of (mdg_clock_get_default (), FIXED_DATE);

  application = mdg_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, error))
    return FALSE;

  set_appearance (variant);
  g_application_activate (G_APPLICATION (application));
  session.application = application;
  session.window = MDG_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));

  done = variant->real_date || wait_until_ready (&session, error);
  if (done && !variant->real_date)
    {
      mdg_desk_scenes_fill (mdg_application_get_store (application));
      mdg_checklists_scenes_fill (mdg_application_get_store (application));
      mdg_training_scenes_fill (mdg_application_get_store (application));
      mdg_session_scenes_fill (mdg_application_get_store (application));
    }
  done = done && save_pages (&session, error) &&
         (variant->real_date || (save_uses (&session, error) && save_dialogs (&session, error)));

  gtk_window_destroy (GTK_WINDOW (session.window));
  spin_for (SETTLE_US);

  return done;
}
