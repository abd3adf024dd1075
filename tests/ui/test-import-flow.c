/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#define DECK "data/datasets/sources/mhlw-deck-2025-11-13.txt"

typedef struct
{
  MdgUiFixture *fixture;
  guint n_editions;
} Wanted;

static guint
get_n_editions (MdgUiFixture *fixture)
{
  return mdg_figures_get_n_editions (mdg_figure_model_get_figures (fixture->model));
}

static gboolean
has_editions (gpointer data)
{
  Wanted *wanted = data;

  return get_n_editions (wanted->fixture) == wanted->n_editions;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static AdwDialog *
wait_for_dialog (MdgUiFixture *fixture)
{
  assert_true (mdg_test_spin_until (has_dialog, fixture->window));

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  mdg_test_spin_for (50);
}

static void
import (MdgUiFixture *fixture, const char *name, const char *contents, gssize length)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  mdg_test_assert_no_error (error);
  mdg_window_import (fixture->window, file);
}

static void
test_same_file_changes_nothing (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  gsize length = 0;
  g_autofree char *text = mdg_test_read_source (DECK, &length);

  import (fixture, "deck.txt", text, (gssize) length);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "imported before"));
  assert_int_equal (get_n_editions (fixture), before);
}

/* One digit of one row of the hospitals: their table is refused, the rest stored, and undone. */
static void
test_one_digit (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  Wanted more = { fixture, before + 1 };
  Wanted as_before = { fixture, before };
  gsize length = 0;
  g_autofree char *text = mdg_test_read_source (DECK, &length);
  char *count = strstr (text, "秋田 46.76% 291,565");
  AdwDialog *dialog;
  GtkWidget *undo;

  assert_non_null (count);
  count[strlen ("秋田 46.76% 291,56")] = '6';
  import (fixture, "altered.txt", text, (gssize) length);

  assert_true (mdg_test_spin_until (has_editions, &more));
  dialog = wait_for_dialog (fixture);
  assert_string_equal (adw_dialog_get_title (dialog), "Imported in Part");
  assert_true (mdg_ui_says (GTK_WIDGET (dialog), "Refused"));
  close_dialog (dialog);

  undo = mdg_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo");
  assert_non_null (undo);
  g_signal_emit_by_name (undo, "clicked");
  assert_true (mdg_test_spin_until (has_editions, &as_before));
}

static void
test_what_is_no_deck (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  const struct
  {
    const char *contents;
    gssize length;
  } files[] = {
    { "", 0 },
    { "Dear Sir or Madam,\n\nthank you for your letter.\n", -1 },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      AdwDialog *dialog;

      import (fixture, "letter.txt", files[i].contents, files[i].length);
      dialog = wait_for_dialog (fixture);
      assert_true (mdg_ui_says (GTK_WIDGET (dialog), "letter.txt"));
      close_dialog (dialog);
      assert_int_equal (get_n_editions (fixture), before);
    }
}

static void
test_file_that_is_not_there (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/deck.txt");

  mdg_window_import (fixture->window, file);
  close_dialog (wait_for_dialog (fixture));
}

static GtkDropTarget *
find_drop_target (MdgUiFixture *fixture)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
test_drop (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkDropTarget *target = find_drop_target (fixture);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/dropped.txt");
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto (GValue) value = G_VALUE_INIT;
  AdwDialog *dialog;
  gboolean taken = FALSE;

  assert_non_null (target);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken);
  assert_true (taken);

  dialog = wait_for_dialog (fixture);
  assert_true (mdg_ui_says (GTK_WIDGET (dialog), "dropped.txt"));
  close_dialog (dialog);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_same_file_changes_nothing),
    cmocka_unit_test (test_one_digit),
    cmocka_unit_test (test_what_is_no_deck),
    cmocka_unit_test (test_file_that_is_not_there),
    cmocka_unit_test (test_drop),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
