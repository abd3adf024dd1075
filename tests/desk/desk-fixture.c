/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <string.h>

static void
open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = mdg_store_open_finish (MDG_STORE (source), result, NULL);
}

MdgStore *
desk_fixture_open_store (const char *folder)
{
  MdgStore *store = mdg_store_new (folder);
  gboolean is_open = FALSE;

  mdg_store_open_async (store, NULL, open_cb, &is_open);
  assert_true (mdg_test_spin_until_set (&is_open));

  return store;
}

void
desk_fixture_init (DeskFixture *self, DeskCreatePage create_page)
{
  /* What unfolds slowly is there at once, so that a test need not guess how long it takes. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  mdg_clock_set_as_of (mdg_clock_get_default (), mdg_day_new (2026, 11, 22));
  self->folder = mdg_test_make_temp_dir ();
  self->store = desk_fixture_open_store (self->folder);
  self->pack = mdg_guide_pack_new_builtin (NULL);
  self->window = adw_window_new ();
  self->overlay = adw_toast_overlay_new ();
  self->page = create_page (self->pack, self->store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), self->page);
  adw_window_set_content (ADW_WINDOW (self->window), self->overlay);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  mdg_test_spin_for (50);
}

void
desk_fixture_clear (DeskFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  mdg_test_spin_for (50);
  mdg_store_close (self->store);
  mdg_test_spin_pending ();
  g_clear_object (&self->store);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  mdg_test_remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

gpointer
desk_fixture_run (DeskFixture *self, MdgStoreWork work, gpointer data)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer value;

  mdg_store_run_async (self->store, work, data, NULL, NULL, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  value = mdg_store_run_finish (self->store, result, &error);
  mdg_test_assert_no_error (error);

  return value;
}

static gpointer
list_runs_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_runs (database, error);
}

/* What the store has, asked after all that the page asked of it. */
GPtrArray *
desk_fixture_list_runs (DeskFixture *self)
{
  GPtrArray *runs = desk_fixture_run (self, list_runs_work, NULL);

  mdg_test_spin_pending ();

  return runs;
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *index)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*index)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, index);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The visible widget of a type, in the order of the screen. */
GtkWidget *
desk_find (GtkWidget *widget, GType type, guint index)
{
  return find (widget, type, &index);
}

GtkWidget *
desk_find_named (GtkWidget *widget, const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = desk_find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The visible button with this label or tooltip. */
GtkWidget *
desk_find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = desk_find (widget, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0 ||
        g_strcmp0 (gtk_widget_get_tooltip_text (button), label) == 0)
      return button;

  fail_msg ("no button “%s”", label);
  return NULL;
}

guint
desk_count (GtkWidget *widget, GType type)
{
  guint n = 0;

  while (desk_find (widget, type, n) != NULL)
    n++;

  return n;
}

/* Whether a visible label has @text in it. */
gboolean
desk_shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (desk_shows (child, text))
      return TRUE;

  return FALSE;
}

/* What the key does on @widget: GTK has no way to make key events, but the shortcuts that they
 * would find can be found. */
void
desk_press (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut));
              mdg_test_spin_pending ();
              return;
            }
        }
    }

  fail_msg ("no shortcut for key %u", keyval);
}

void
desk_click (GtkWidget *button)
{
  assert_non_null (button);
  assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  mdg_test_spin_pending ();
}
