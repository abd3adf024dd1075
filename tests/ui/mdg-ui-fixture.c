/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#include "core/mdg-clock.h"

typedef struct
{
  GtkWidget *root;
  GType type;
  const char *text;
} Search;

static gboolean
has_figures (gpointer data)
{
  MdgUiFixture *fixture = data;

  return mdg_figure_model_get_figures (fixture->model) != NULL &&
         gtk_widget_get_mapped (GTK_WIDGET (fixture->window));
}

static gboolean
has_window (gpointer data)
{
  MdgUiFixture *fixture = data;

  return gtk_application_get_active_window (GTK_APPLICATION (fixture->application)) != NULL;
}

/**
 * mdg_ui_group_setup:
 * @state: where cmocka keeps the group's state, which becomes a #MdgUiFixture
 *
 * Opens the application on an empty store, a week after the bundled deck was published.
 *
 * Returns: 0
 */
int
mdg_ui_group_setup (void **state)
{
  g_autoptr (GError) error = NULL;
  MdgUiFixture *fixture = g_new0 (MdgUiFixture, 1);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_set_boolean (settings, "first-start-done", TRUE);
  mdg_clock_set_as_of (mdg_clock_get_default (), mdg_day_new (2025, 11, 20));
  mdg_application_init_language ();

  fixture->application = mdg_application_new ();
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  mdg_test_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_activate (G_APPLICATION (fixture->application));

  /* It waits for the guide pack in use, if that is one of the user's own. */
  if (!mdg_test_spin_until (has_window, fixture))
    return -1;
  fixture->window =
    MDG_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  fixture->model = mdg_application_get_model (fixture->application);
  fixture->settings = mdg_application_get_settings (fixture->application);
  *state = fixture;

  return mdg_test_spin_until (has_figures, fixture) ? 0 : -1;
}

/**
 * mdg_ui_group_teardown:
 * @state: the group's state
 *
 * Closes the window, and fails if anything still holds it.
 *
 * Returns: 0 if the window is gone
 */
int
mdg_ui_group_teardown (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  mdg_test_spin_for (50);
  g_signal_emit_by_name (fixture->application, "shutdown");
  g_object_unref (fixture->application);
  g_free (fixture);

  if (window == NULL)
    return 0;

  g_printerr ("Something still holds the window.\n");

  return -1;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_BANNER (widget))
    return adw_banner_get_title (ADW_BANNER (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return NULL;
}

/**
 * mdg_ui_find:
 * @root: where to look
 * @type: what kind of widget
 * @text: (nullable): part of its text; %NULL for any
 *
 * Returns: (transfer none) (nullable): the first such widget below @root that is shown
 */
GtkWidget *
mdg_ui_find (GtkWidget *root, GType type, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    {
      const char *own = get_text (root);

      if (text == NULL || (own != NULL && strstr (own, text) != NULL))
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mdg_ui_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_found (gpointer data)
{
  const Search *search = data;

  return mdg_ui_find (search->root, search->type, search->text) != NULL;
}

/**
 * mdg_ui_wait_for:
 * @root: where to look
 * @type: what kind of widget
 * @text: (nullable): part of its text
 *
 * Returns: %TRUE once there is such a widget
 */
gboolean
mdg_ui_wait_for (GtkWidget *root, GType type, const char *text)
{
  Search search = { root, type, text };

  return mdg_test_spin_until (is_found, &search);
}

/**
 * mdg_ui_says:
 * @root: where to look
 * @text: part of a text
 *
 * Returns: %TRUE if a label below @root that is shown says @text
 */
gboolean
mdg_ui_says (GtkWidget *root, const char *text)
{
  return mdg_ui_find (root, GTK_TYPE_LABEL, text) != NULL;
}
