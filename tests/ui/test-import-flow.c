/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/mdg-import-dialog.h"

#define DECK "data/datasets/sources/mhlw-deck-2025-11-13.txt"

/* A count of one row of the hospitals, and the same with another last digit. */
#define ROW "秋田 46.76% 291,565"
#define ALTERED_ROW "秋田 46.76% 291,566"

/* A figure that no law reaches, and another value of it. */
#define CLAIMS "44.40％"
#define ALTERED_CLAIMS "44.41％"

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

static AdwDialog *
get_dialog (MdgUiFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
is_decidable (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);
  MdgImportJob *job;

  if (!MDG_IS_IMPORT_DIALOG (dialog))
    return FALSE;
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (dialog));

  return mdg_import_job_get_state (job) == MDG_IMPORT_JOB_READY &&
         !mdg_import_job_is_reading_again (job);
}

static gboolean
is_closed (gpointer data)
{
  return get_dialog (data) == NULL;
}

static GtkWidget *
wait_for_preview (MdgUiFixture *fixture)
{
  assert_true (mdg_test_spin_until (is_decidable, fixture));

  return GTK_WIDGET (get_dialog (fixture));
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = mdg_ui_find (root, GTK_TYPE_BUTTON, label);

  assert_non_null (button);
  assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
close_dialog (MdgUiFixture *fixture)
{
  click (GTK_WIDGET (get_dialog (fixture)), "_C");
  assert_true (mdg_test_spin_until (is_closed, fixture));
}

static void
undo (MdgUiFixture *fixture, guint n_editions)
{
  Wanted wanted = { fixture, n_editions };

  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  click (GTK_WIDGET (fixture->window), "_Undo");
  assert_true (mdg_test_spin_until (has_editions, &wanted));
}

/* The deck with one text of it replaced by another of the same length. */
static char *
alter (const char *old, const char *new)
{
  char *text = mdg_test_read_source (DECK, NULL);
  char *place = strstr (text, old);

  assert_non_null (place);
  assert_int_equal (strlen (old), strlen (new));
  memcpy (place, new, strlen (new));

  return text;
}

static void
write_file (const char *folder, const char *name, const char *contents, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  mdg_test_assert_no_error (error);
}

static void
import_paths (MdgUiFixture *fixture, const char *first, const char *second)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (first));
  if (second != NULL)
    g_ptr_array_add (files, g_file_new_for_path (second));
  mdg_window_import (fixture->window, files);
}

static void
import (MdgUiFixture *fixture, const char *name, const char *contents, gssize length)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  write_file (folder, name, contents, length);
  import_paths (fixture, path, NULL);
}

static void
test_same_file_changes_nothing (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  g_autofree char *text = mdg_test_read_source (DECK, NULL);
  GtkWidget *dialog;

  import (fixture, "deck.txt", text, -1);
  dialog = wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "Already Imported"));
  assert_true (mdg_ui_says (dialog, "Nothing has changed"));
  assert_null (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "Store All"));
  close_dialog (fixture);
  assert_int_equal (get_n_editions (fixture), before);
}

/* One digit of one row of the hospitals: their table is refused, the rest stored, and undone. */
static void
test_store_all_and_undo (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  Wanted more = { fixture, before + 1 };
  g_autofree char *text = alter (ROW, ALTERED_ROW);
  GtkWidget *dialog;

  import (fixture, "altered.txt", text, -1);
  dialog = wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "figures verified"));
  assert_true (mdg_ui_says (dialog, "Verified means proved by arithmetic"));
  assert_true (mdg_ui_says (dialog, "Refused Tables"));
  assert_true (mdg_ui_says (dialog, "the difference is"));
  assert_int_equal (get_n_editions (fixture), before);

  click (dialog, "Store All");
  assert_true (mdg_test_spin_until (has_editions, &more));
  assert_true (mdg_test_spin_until (is_closed, fixture));
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "figures stored"));
  undo (fixture, before);
}

static void
test_cancel_stores_nothing (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  g_autofree char *text = alter (ROW, ALTERED_ROW);

  import (fixture, "altered.txt", text, -1);
  wait_for_preview (fixture);
  close_dialog (fixture);
  mdg_test_spin_for (100);
  assert_int_equal (get_n_editions (fixture), before);
}

/* Counts the figures of the edition that was imported last, by quality. */
static guint
count_imported (MdgUiFixture *fixture, MdgQuality quality)
{
  MdgFigures *figures = mdg_figure_model_get_figures (fixture->model);
  guint n = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      n += mdg_figures_get_edition (figures, observation->edition)->origin == MDG_ORIGIN_IMPORTED &&
           observation->quality == quality;
    }

  return n;
}

static void
test_store_verified_only (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  Wanted more = { fixture, before + 1 };
  g_autofree char *text = alter (ROW, ALTERED_ROW);

  import (fixture, "altered.txt", text, -1);
  click (wait_for_preview (fixture), "Verified Only");
  assert_true (mdg_test_spin_until (has_editions, &more));
  assert_true (count_imported (fixture, MDG_QUALITY_VERIFIED) > 0);
  assert_int_equal (count_imported (fixture, MDG_QUALITY_PRINTED), 0);
  assert_true (mdg_test_spin_until (is_closed, fixture));
  undo (fixture, before);
}

/* Another value of a figure that is stored: both values, and which one is shown and why. */
static void
test_conflict (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = alter (CLAIMS, ALTERED_CLAIMS);
  GtkWidget *dialog;

  import (fixture, "altered.txt", text, -1);
  dialog = wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "Differs From What Is Stored"));
  assert_true (mdg_ui_says (dialog, "Stored: 44.40%. New: 44.41%. Difference: +0.01"));
  assert_true (mdg_ui_says (dialog, "Same as what is stored"));
  close_dialog (fixture);
}

/* A refused table that is wanted all the same is stored as printed, and only while it is wanted. */
static void
test_accept_printed (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  Wanted more = { fixture, before + 1 };
  g_autofree char *text = alter (ROW, ALTERED_ROW);
  GtkWidget *dialog;
  GtkWidget *row;
  MdgImportJob *job;
  guint n_verified = 0;
  guint n_accepted_verified = 0;
  guint n;
  guint n_accepted;

  import (fixture, "altered.txt", text, -1);
  dialog = wait_for_preview (fixture);
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (dialog));
  n = mdg_import_job_get_n_figures (job, &n_verified);

  row = mdg_ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Store as printed");
  if (row == NULL)
    {
      /* The importer could not read this table well enough to offer it. */
      close_dialog (fixture);
      skip ();
    }

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  assert_false (is_decidable (fixture));
  wait_for_preview (fixture);
  n_accepted = mdg_import_job_get_n_figures (job, &n_accepted_verified);
  assert_true (n_accepted > n);
  assert_int_equal (n_accepted_verified, n_verified);
  assert_ptr_equal (mdg_ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Store as printed"), row);

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  wait_for_preview (fixture);
  assert_int_equal (mdg_import_job_get_n_figures (job, NULL), n);

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  wait_for_preview (fixture);
  click (dialog, "Store All");
  assert_true (mdg_test_spin_until (has_editions, &more));
  assert_int_equal (count_imported (fixture, MDG_QUALITY_PRINTED), n_accepted - n_verified);
  assert_true (mdg_test_spin_until (is_closed, fixture));
  undo (fixture, before);
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
      GtkWidget *dialog;

      import (fixture, "letter.txt", files[i].contents, files[i].length);
      dialog = wait_for_preview (fixture);
      assert_true (mdg_ui_says (dialog, "letter.txt"));
      assert_null (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "Store All"));
      close_dialog (fixture);
      assert_int_equal (get_n_editions (fixture), before);
    }
}

static void
test_file_that_is_not_there (void **state)
{
  MdgUiFixture *fixture = *state;

  import_paths (fixture, "/nowhere/deck.txt", NULL);
  wait_for_preview (fixture);
  close_dialog (fixture);
}

/* Good ones, one that comes twice and one that cannot be read, by their folder: one dialog, one undo. */
static void
test_folder (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = get_n_editions (fixture);
  Wanted more = { fixture, before + 2 };
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *one = alter (ROW, ALTERED_ROW);
  g_autofree char *other = alter (CLAIMS, ALTERED_CLAIMS);
  GtkWidget *dialog;

  write_file (folder, "a.txt", one, -1);
  write_file (folder, "b.txt", "Dear Sir or Madam\n", -1);
  write_file (folder, "c.txt", other, -1);
  write_file (folder, "d.txt", one, -1);
  import_paths (fixture, folder, NULL);

  dialog = wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "4 files"));
  for (const char *const *name = (const char *const[]) { "a.txt", "b.txt", "c.txt", NULL };
       *name != NULL; name++)
    assert_true (mdg_ui_says (dialog, *name));
  assert_true (mdg_ui_says (dialog, "1 table refused"));
  assert_true (mdg_ui_says (dialog, "here twice"));

  click (dialog, "Store All");
  assert_true (mdg_test_spin_until (has_editions, &more));
  assert_true (mdg_test_spin_until (is_closed, fixture));
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "2 files:"));
  undo (fixture, before);
}

/* Files that come while the dialog is open join those that are there. */
static void
test_more_files (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = alter (ROW, ALTERED_ROW);
  MdgImportJob *job;

  import (fixture, "altered.txt", text, -1);
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (wait_for_preview (fixture)));
  import_paths (fixture, "/nowhere/deck.txt", NULL);
  assert_false (is_decidable (fixture));
  wait_for_preview (fixture);
  assert_int_equal (mdg_import_job_get_n_items (job), 2);
  close_dialog (fixture);
}

static void
test_paste_text (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = alter (ROW, ALTERED_ROW);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), text);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL);
  assert_true (mdg_ui_says (wait_for_preview (fixture), "Pasted Text"));
  close_dialog (fixture);
}

static void
test_paste_files (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/copied.txt");

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), GDK_TYPE_FILE_LIST,
                     gdk_file_list_new_from_array (&file, 1));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL);
  assert_true (mdg_ui_says (wait_for_preview (fixture), "copied.txt"));
  close_dialog (fixture);
}

static void
test_paste_nothing (void **state)
{
  MdgUiFixture *fixture = *state;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), "  \n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "then paste it"));
  assert_null (get_dialog (fixture));
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
  gboolean taken = FALSE;

  assert_non_null (target);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken);
  assert_true (taken);

  assert_true (mdg_ui_says (wait_for_preview (fixture), "dropped.txt"));
  close_dialog (fixture);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_same_file_changes_nothing),
    cmocka_unit_test (test_store_all_and_undo),
    cmocka_unit_test (test_cancel_stores_nothing),
    cmocka_unit_test (test_store_verified_only),
    cmocka_unit_test (test_conflict),
    cmocka_unit_test (test_accept_printed),
    cmocka_unit_test (test_what_is_no_deck),
    cmocka_unit_test (test_file_that_is_not_there),
    cmocka_unit_test (test_folder),
    cmocka_unit_test (test_more_files),
    cmocka_unit_test (test_paste_text),
    cmocka_unit_test (test_paste_files),
    cmocka_unit_test (test_paste_nothing),
    cmocka_unit_test (test_drop),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
