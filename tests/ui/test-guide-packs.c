/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#include "app/mdg-guide-entry-row.h"
#include "app/mdg-guide-faults-dialog.h"
#include "app/mdg-guide-packs-dialog.h"

/* Packs of one's own, as one meets them in the window. */

static GtkWidget *
get_dialog (MdgUiFixture *fixture)
{
  return GTK_WIDGET (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

typedef struct
{
  MdgUiFixture *fixture;
  GType type;
} Wait;

static gboolean
has_dialog (gpointer data)
{
  const Wait *wait = data;
  GtkWidget *dialog = get_dialog (wait->fixture);

  return dialog != NULL && G_TYPE_CHECK_INSTANCE_TYPE (dialog, wait->type);
}

static GtkWidget *
await_dialog (MdgUiFixture *fixture, GType type)
{
  Wait wait = { fixture, type };

  assert_true (mdg_test_spin_until (has_dialog, &wait));

  return get_dialog (fixture);
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static void
close_all (MdgUiFixture *fixture)
{
  GtkWidget *dialog;

  while ((dialog = get_dialog (fixture)) != NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (dialog));
      mdg_test_spin_for (50);
    }
}

/* Drops the small pack of the fixtures, with @old replaced by @new. */
static void
drop_pack (MdgUiFixture *fixture, const char *old, const char *new)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *path = g_build_filename (folder, "Dropped.JSON", NULL);
  g_autofree char *text = mdg_test_read_source ("tests/fixtures/guide/small.json", NULL);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_string_replace (changed, old, new, 1);
  assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  mdg_window_import (fixture->window, files);
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = mdg_ui_find (root, GTK_TYPE_BUTTON, label);

  assert_non_null (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_small (gpointer data)
{
  MdgUiFixture *fixture = data;

  return g_str_equal (mdg_guide_pack_get_id (mdg_application_get_pack (fixture->application, NULL)),
                      "small");
}

static gboolean
is_builtin (gpointer data)
{
  return !is_small (data);
}

static const char *
get_version (MdgUiFixture *fixture)
{
  return mdg_guide_pack_get_version (mdg_application_get_pack (fixture->application, NULL));
}

static gboolean
is_version_1 (gpointer data)
{
  return g_str_equal (get_version (data), "1");
}

static gboolean
is_version_2 (gpointer data)
{
  return g_str_equal (get_version (data), "2");
}

static void
dismiss_toasts (GtkWidget *root)
{
  adw_toast_overlay_dismiss_all (
    ADW_TOAST_OVERLAY (mdg_ui_find (root, ADW_TYPE_TOAST_OVERLAY, NULL)));
  mdg_test_spin_for (50);
}

static guint
get_n (MdgUiFixture *fixture)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (mdg_application_get_library (fixture->application)));
}

/* A bad pack says where and why, and changes nothing. */
static void
test_bad_pack (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog;

  drop_pack (fixture, "\"tone\": \"proceed\"", "\"tone\": \"happy\"");
  dialog = await_dialog (fixture, MDG_TYPE_GUIDE_FAULTS_DIALOG);
  assert_true (mdg_ui_says (dialog, "Dropped.JSON"));
  assert_true (mdg_ui_says (dialog, "$.outcomes[0].tone"));
  click (dialog, "_Copy All");
  assert_int_equal (get_n (fixture), 1);
  close_all (fixture);
}

static void
test_no_is_no (void **state)
{
  MdgUiFixture *fixture = *state;

  drop_pack (fixture, "\"version\": \"1\"", "\"version\": \"1\"");
  click (await_dialog (fixture, ADW_TYPE_ALERT_DIALOG), "_Cancel");
  assert_true (mdg_test_spin_until (has_no_dialog, fixture));
  assert_int_equal (get_n (fixture), 1);
}

/* The page that is shown stays, and shows the other pack; pages of figures are left alone. */
static void
test_pages_follow (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *overview;
  g_autofree char *id = NULL;

  mdg_window_show_page (fixture->window, "overview");
  overview = mdg_window_get_page (fixture->window);
  mdg_window_show_page (fixture->window, "checklists");
  mdg_window_show_page (fixture->window, "desk");
  assert_true (
    mdg_ui_wait_for (mdg_window_get_page (fixture->window), GTK_TYPE_LABEL, "A ● is shown"));

  drop_pack (fixture, "\"title\": { \"ja\": \"t\", \"en\": \"t\" },\n      \"line\"",
             "\"title\": { \"ja\": \"一つ\", \"en\": \"Our only case\" },\n      \"line\"");
  click (await_dialog (fixture, ADW_TYPE_ALERT_DIALOG), "Load and _Use");
  assert_true (mdg_test_spin_until (is_small, fixture));
  assert_string_equal (mdg_window_get_page_id (fixture->window), "desk");
  assert_true (
    mdg_ui_wait_for (mdg_window_get_page (fixture->window), GTK_TYPE_LABEL, "Our only case"));
  id = g_settings_get_string (fixture->settings, "guide-pack");
  assert_string_equal (id, "small");

  mdg_window_show_page (fixture->window, "checklists");
  assert_true (
    mdg_ui_wait_for (mdg_window_get_page (fixture->window), ADW_TYPE_ACTION_ROW, "Reader check"));
  mdg_window_show_page (fixture->window, "overview");
  assert_ptr_equal (mdg_window_get_page (fixture->window), overview);
}

static void
test_replacing_is_asked_and_undone (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog;

  drop_pack (fixture, "\"version\": \"1\"", "\"version\": \"2\"");
  dialog = await_dialog (fixture, ADW_TYPE_ALERT_DIALOG);
  assert_true (mdg_ui_says (dialog, "small 2"));
  assert_true (mdg_ui_says (dialog, "small 1"));
  dismiss_toasts (GTK_WIDGET (fixture->window));
  click (dialog, "Replace and _Use");
  assert_true (mdg_test_spin_until (is_version_2, fixture));
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "is in use"));
  click (GTK_WIDGET (fixture->window), "_Undo");
  assert_true (mdg_test_spin_until (is_version_1, fixture));
  assert_int_equal (get_n (fixture), 2);
}

static void
test_dialog (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog;
  GtkWidget *first;
  GtkWidget *row;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "guide-packs", NULL);
  dialog = await_dialog (fixture, MDG_TYPE_GUIDE_PACKS_DIALOG);
  first = mdg_ui_find (dialog, MDG_TYPE_GUIDE_ENTRY_ROW, "Guide for the front desk");
  assert_non_null (first);
  row = gtk_widget_get_next_sibling (first);
  assert_true (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (mdg_ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL))));

  /* The other one, and back. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mdg_ui_find (first, GTK_TYPE_CHECK_BUTTON, NULL)),
                               TRUE);
  assert_true (is_builtin (fixture));
  assert_false (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (mdg_ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mdg_ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL)),
                               TRUE);
  assert_true (is_small (fixture));

  /* Removed, and brought back into use. */
  g_signal_emit_by_name (row, "remove-pack");
  assert_true (mdg_test_spin_until (is_builtin, fixture));
  assert_int_equal (get_n (fixture), 1);
  assert_true (mdg_ui_wait_for (dialog, GTK_TYPE_LABEL, "was removed"));
  click (dialog, "_Undo");
  assert_true (mdg_test_spin_until (is_small, fixture));
  assert_int_equal (get_n (fixture), 2);
  close_all (fixture);
  mdg_guide_library_set_pack_id (mdg_application_get_library (fixture->application), "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_bad_pack),     cmocka_unit_test (test_no_is_no),
    cmocka_unit_test (test_pages_follow), cmocka_unit_test (test_replacing_is_asked_and_undone),
    cmocka_unit_test (test_dialog),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
