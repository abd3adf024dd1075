/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-import-fixture.h"

#include "app/mdg-edition-row.h"

/* Imports an altered deck and opens the page; returns the row of what was imported. */
static GtkWidget *
import_and_find (MdgUiFixture *fixture)
{
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);
  guint before = mdg_import_get_n_editions (fixture);
  GtkWidget *page;
  GtkWidget *row;

  mdg_import_text (fixture, "altered.txt", text, -1);
  mdg_import_click (mdg_import_wait_for_preview (fixture), "Store All");
  mdg_import_wait_for_editions (fixture, before + 1);
  mdg_import_wait_until_closed (fixture);

  mdg_window_show_page (fixture->window, "sources");
  page = mdg_window_get_page (fixture->window);
  row = mdg_ui_find (page, MDG_TYPE_EDITION_ROW, NULL);
  assert_non_null (row);
  assert_int_equal (mdg_edition_row_get_edition (MDG_EDITION_ROW (row))->origin,
                    MDG_ORIGIN_IMPORTED);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  assert_true (mdg_ui_wait_for (row, ADW_TYPE_ACTION_ROW, "Digest"));

  return row;
}

static void
activate (GtkWidget *root, const char *title)
{
  GtkWidget *row = mdg_ui_find (root, ADW_TYPE_BUTTON_ROW, title);

  assert_non_null (row);
  g_signal_emit_by_name (row, "activated");
}

/* The first row, which is of what was removed when nothing else is imported. */
static GtkWidget *
find_removed (MdgUiFixture *fixture)
{
  GtkWidget *page = mdg_window_get_page (fixture->window);
  GtkWidget *row;
  MdgEdition *edition;

  assert_true (mdg_ui_wait_for (page, GTK_TYPE_LABEL, "Shown nowhere"));
  row = mdg_ui_find (page, MDG_TYPE_EDITION_ROW, NULL);
  assert_non_null (row);
  edition = mdg_edition_row_get_edition (MDG_EDITION_ROW (row));
  assert_true (edition->removed_at != 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);

  return row;
}

static gboolean
says_nothing_removed (gpointer data)
{
  return mdg_ui_find (mdg_window_get_page (data), GTK_TYPE_LABEL, "Shown nowhere") == NULL;
}

static void
test_remove_and_restore (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
  GtkWidget *row;

  activate (import_and_find (fixture), "Remove This Edition");
  mdg_import_wait_for_editions (fixture, before);

  activate (find_removed (fixture), "Restore This Edition");
  mdg_import_wait_for_editions (fixture, before + 1);
  assert_true (says_nothing_removed (fixture->window));

  row = mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_EDITION_ROW, NULL);
  g_signal_emit_by_name (row, "remove-requested");
  mdg_import_wait_for_editions (fixture, before);
}

/* Asked first, and gone afterwards. */
static void
test_delete_for_good (void **state)
{
  MdgUiFixture *fixture = *state;

  activate (find_removed (fixture), "Delete for Good");
  assert_true (ADW_IS_ALERT_DIALOG (mdg_import_get_dialog (fixture)));
  mdg_import_close (fixture);
  mdg_test_spin_for (100);
  assert_false (says_nothing_removed (fixture->window));

  activate (find_removed (fixture), "Delete for Good");
  mdg_import_click (GTK_WIDGET (mdg_import_get_dialog (fixture)), "_Delete");
  assert_true (mdg_test_spin_until (says_nothing_removed, fixture->window));
}

/* The toast of a removal takes it back. */
static void
test_undo_of_removal (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);

  activate (import_and_find (fixture), "Remove This Edition");
  mdg_import_wait_for_editions (fixture, before);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "” removed"));
  mdg_import_undo (fixture, before + 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_remove_and_restore),
    cmocka_unit_test (test_delete_for_good),
    cmocka_unit_test (test_undo_of_removal),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
