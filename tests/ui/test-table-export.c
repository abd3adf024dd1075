/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#include "app/mdg-copy.h"
#include "app/mdg-table-copy.h"
#include "app/mdg-table-save-dialog.h"
#include "core/mdg-csv.h"
#include "desk/mdg-save-file.h"

#define N_ALL 1234
#define N_SELECTED 2
#define N_LONG 300000

typedef struct
{
  MdgUiFixture *ui;
  GtkWidget *page;
  char *folder;
  MdgExportTable *all;
  MdgExportTable *selected;
} Fixture;

static void
fill_row (guint row, MdgExportRow *cells, gpointer data)
{
  mdg_export_row_add_text (cells, data);
  mdg_export_row_add_number (cells, MDG_DECIMAL (row, 0));
}

static MdgExportTable *
create_table (const char *what, guint n_rows)
{
  MdgExportTable *table = mdg_export_table_new ("Title", n_rows, fill_row, (gpointer) what, NULL);

  mdg_export_table_add_column (table, "What");
  mdg_export_table_add_column (table, "Row");
  mdg_export_table_add_note (table, "Source");

  return table;
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->ui = *state;
  mdg_window_show_page (fixture->ui->window, "table");
  mdg_test_spin_for (50);
  fixture->page = mdg_window_get_page (fixture->ui->window);
  fixture->folder = mdg_test_make_temp_dir ();
  fixture->all = create_table ("all", N_ALL);
  fixture->selected = create_table ("selected", N_SELECTED);
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;

  g_settings_reset (fixture->ui->settings, "table-form");
  /* Toasts are shown one after the other. */
  adw_toast_overlay_dismiss_all (
    ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (fixture->page, ADW_TYPE_TOAST_OVERLAY)));
  mdg_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  mdg_export_table_unref (fixture->all);
  mdg_export_table_unref (fixture->selected);
  *state = fixture->ui;
  g_free (fixture);

  return 0;
}

static GtkWidget *
open_dialog (Fixture *fixture, MdgExportTable *selected)
{
  GtkWidget *dialog;

  mdg_table_save_dialog_present (fixture->page, fixture->ui->settings, "Figures 1/2", fixture->all,
                                 selected);
  mdg_test_spin_for (50);
  dialog = mdg_ui_find (GTK_WIDGET (fixture->ui->window), MDG_TYPE_TABLE_SAVE_DIALOG, NULL);
  assert_non_null (dialog);

  return dialog;
}

static gboolean
is_active (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = mdg_ui_find (dialog, ADW_TYPE_ACTION_ROW, title);
  GtkWidget *check = mdg_ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
choose (GtkWidget *dialog, const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (mdg_ui_find (dialog, ADW_TYPE_ACTION_ROW, title)));
  assert_true (is_active (dialog, title));
}

static GtkWidget *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkFileChooserDialog"))
        return window;
    }

  return NULL;
}

static gboolean
has_chooser (gpointer data)
{
  return find_chooser () != NULL;
}

static gboolean
is_file (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* Presses Save, and Save again where the file chooser suggests to, but in the fixture's folder.
 * Returns what is in the file. */
static char *
save (Fixture *fixture, GtkWidget *dialog, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *before = g_build_filename (fixture->folder, "before.txt", NULL);
  g_autofree char *suggested = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (before);
  GtkWidget *chooser;
  char *content = NULL;

  /* The chooser begins where the last file went. */
  mdg_save_file_text_to (fixture->page, file, g_strdup ("before"));
  assert_true (mdg_test_spin_until (is_file, before));
  g_signal_emit_by_name (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "_Save…"), "clicked");
  assert_true (mdg_test_spin_until (has_chooser, NULL));
  chooser = find_chooser ();
  mdg_test_spin_for (100);
  suggested = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
  assert_string_equal (suggested, name);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  assert_true (mdg_test_spin_until (is_file, path));
  assert_true (g_file_get_contents (path, &content, length, NULL));

  return content;
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
assert_csv (const char *content, gboolean has_mark, const char *what, guint n_rows)
{
  g_auto (MdgCsvReader) reader = { 0 };
  guint n = 0;

  assert_int_equal (g_str_has_prefix (content, "\xEF\xBB\xBF"), has_mark);
  mdg_csv_reader_init (&reader, content + (has_mark ? 3 : 0),
                       strlen (content) - (has_mark ? 3 : 0));
  while (mdg_csv_reader_next (&reader))
    n += mdg_csv_reader_get_n (&reader) == 2 && g_str_equal (mdg_csv_reader_get (&reader, 0), what);
  assert_int_equal (n, n_rows);
}

/* The form is remembered; without a selection there is nothing to choose among the rows. */
static void
test_all_rows (void **state)
{
  Fixture *fixture = *state;
  GtkWidget *dialog = open_dialog (fixture, NULL);
  gsize length;
  g_autofree char *content = NULL;

  assert_true (mdg_ui_says (dialog, "All rows (1,234)"));
  assert_null (mdg_ui_find (dialog, ADW_TYPE_ACTION_ROW, "Selected rows"));
  assert_true (is_active (dialog, "Excel workbook (.xlsx)"));
  choose (dialog, "CSV for spreadsheets");
  content = save (fixture, dialog, "Figures 1-2.csv", &length);
  assert_csv (content, TRUE, "all", N_ALL);

  dialog = open_dialog (fixture, NULL);
  assert_true (is_active (dialog, "CSV for spreadsheets"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  mdg_test_spin_for (50);
}

static void
test_selected_rows (void **state)
{
  Fixture *fixture = *state;
  GtkWidget *dialog = open_dialog (fixture, fixture->selected);
  gsize length;
  g_autofree char *content = NULL;

  assert_true (is_active (dialog, "All rows (1,234)"));
  choose (dialog, "Selected rows (2)");
  choose (dialog, "CSV for other programs");
  content = save (fixture, dialog, "Figures 1-2.csv", &length);
  assert_csv (content, FALSE, "selected", N_SELECTED);
}

static void
test_other_forms (void **state)
{
  Fixture *fixture = *state;
  GtkWidget *dialog = open_dialog (fixture, fixture->selected);
  gsize length;
  g_autofree char *workbook = NULL;
  g_autofree char *text = NULL;

  workbook = save (fixture, dialog, "Figures 1-2.xlsx", &length);
  assert_true (length > 4);
  assert_memory_equal (workbook, "PK\3\4", 4);

  dialog = open_dialog (fixture, fixture->selected);
  choose (dialog, "Selected rows (2)");
  choose (dialog, "Text with tabs");
  text = save (fixture, dialog, "Figures 1-2.tsv", &length);
  assert_string_equal (text, "Title\nWhat\tRow\nselected\t0\nselected\t1\n\nSource\n");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  assert_true (mdg_test_spin_until (is_read, &text));

  return text;
}

/* What is copied is the table alone, without title and notes. */
static void
test_copy (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *text = NULL;

  mdg_table_copy (fixture->page, fixture->selected);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->ui->window), GTK_TYPE_LABEL, "2 rows copied"));
  text = read_clipboard (fixture->page);
  assert_string_equal (text, "What\tRow\nselected\t0\nselected\t1\n");
}

/* A long table that is ready late does not take the place of what was copied after it. */
static void
test_later_copy_wins (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgExportTable) large = create_table ("large", N_LONG);
  g_autofree char *text = NULL;

  mdg_table_copy (fixture->page, large);
  mdg_table_copy (fixture->page, fixture->selected);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->ui->window), GTK_TYPE_LABEL, "2 rows copied"));
  mdg_test_spin_for (500);
  text = read_clipboard (fixture->page);
  assert_true (g_str_has_prefix (text, "What\tRow\nselected\t0\n"));
}

static GBytes *
say_work (gpointer data, GCancellable *cancellable, GError **error)
{
  return g_bytes_new_static (data, strlen (data));
}

/* Nor does it take the place of something else than a table. */
static void
test_later_copy_of_all_kinds_wins (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgExportTable) large = create_table ("large", N_LONG);
  g_autofree char *text = NULL;

  mdg_table_copy (fixture->page, large);
  mdg_copy (fixture->page, "text/plain;charset=utf-8", "Words copied", say_work, (gpointer) "Words",
            NULL);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->ui->window), GTK_TYPE_LABEL, "Words copied"));
  mdg_test_spin_for (500);
  text = read_clipboard (fixture->page);
  assert_string_equal (text, "Words");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_all_rows, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_selected_rows, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_other_forms, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_copy, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_later_copy_wins, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_later_copy_of_all_kinds_wins, set_up, tear_down),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
