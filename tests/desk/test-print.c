/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk/flow/mdg-desk-page.h"
#include "desk/flow/mdg-desk-print-dialog.h"
#include "desk/flow/mdg-outcome-card.h"
#include "desk/mdg-print-button.h"
#include "desk/mdg-print.h"
#include "desk/mdg-save-file.h"

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_desk_page_new (pack, store));
}

static int
set_up (void **state)
{
  DeskFixture *fixture = g_new0 (DeskFixture, 1);

  desk_fixture_init (fixture, create_page);
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  desk_fixture_clear (*state);
  g_free (*state);

  return 0;
}

static MdgSheet *
create_sheet (void)
{
  MdgSheet *sheet = mdg_sheet_new ("A card: what to do?");

  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "窓口で確かめること");

  return sheet;
}

static gboolean
file_exists_cb (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
shows_cb (gpointer data)
{
  gpointer *pair = data;

  return desk_shows (pair[0], pair[1]);
}

static void
assert_told (DeskFixture *fixture, const char *text)
{
  gpointer pair[] = { fixture->window, (gpointer) text };

  if (!mdg_test_spin_until (shows_cb, pair))
    fail_msg ("“%s” was not told", text);
}

static void
test_save_pdf (void **state)
{
  DeskFixture *fixture = *state;
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autofree char *path = g_build_filename (fixture->folder, "card.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  mdg_print_save_pdf_to (fixture->page, sheet, MDG_PAPER_A5, file);
  assert_true (mdg_test_spin_until (file_exists_cb, path));
  assert_told (fixture, "Saved as card.pdf");
  assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_memory_equal (content, "%PDF", 4);
}

/* Whoever waits for a file that cannot be written is told why, and what to do. */
static void
test_save_fails (void **state)
{
  DeskFixture *fixture = *state;
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autofree char *path = g_build_filename (fixture->folder, "none", "card.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  mdg_print_save_pdf_to (fixture->page, sheet, MDG_PAPER_A4, file);
  assert_told (fixture, "The File Was Not Saved");
  assert_told (fixture, "another folder");
  assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A spreadsheet knows UTF-8 by the mark; other texts stay as they are. */
static void
test_save_text (void **state)
{
  static const char *const names[] = { "table.csv", "graph.txt" };
  DeskFixture *fixture = *state;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *told = g_strdup_printf ("Saved as %s", names[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;

      mdg_save_file_text_to (fixture->page, file, g_strdup ("a,b\n"));
      assert_told (fixture, told);
      assert_true (g_file_get_contents (path, &content, NULL, NULL));
      assert_string_equal (content, i == 0 ? "\xEF\xBB\xBF"
                                             "a,b\n"
                                           : "a,b\n");
    }
}

/* Waits until it is cancelled, as what takes long does. */
static GBytes *
endless_work (gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);
  *(gboolean *) data = TRUE;

  return NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Who waits can end it; then everything is as it was before, and nothing is said of a failure. */
static void
test_save_cancelled (void **state)
{
  DeskFixture *fixture = *state;
  g_autofree char *path = g_build_filename (fixture->folder, "old.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  gboolean is_ended = FALSE;
  guint n_files;

  assert_true (g_file_set_contents (path, "old", -1, NULL));
  n_files = count_files (fixture->folder);
  mdg_save_file_to (fixture->page, file, endless_work, &is_ended, NULL);
  assert_told (fixture, "Saving…");
  desk_click (desk_find_button (fixture->window, "_Cancel"));
  assert_true (mdg_test_spin_until_set (&is_ended));
  mdg_test_spin_for (50);

  assert_false (desk_shows (fixture->window, "Saving…"));
  assert_false (desk_shows (fixture->window, "Not Saved"));
  assert_false (desk_shows (fixture->window, "Saved as"));
  assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_string_equal (content, "old");
  assert_int_equal (count_files (fixture->folder), n_files);
}

/* Nobody is left to be told: the file is written all the same. */
static void
test_parent_gone (void **state)
{
  DeskFixture *fixture = *state;
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autofree char *path = g_build_filename (fixture->folder, "late.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *parent = g_object_ref_sink (gtk_label_new (NULL));

  mdg_print_save_pdf_to (parent, sheet, MDG_PAPER_A4, file);
  g_object_unref (parent);
  assert_true (mdg_test_spin_until (file_exists_cb, path));
  mdg_test_spin_pending ();
}

/* The operation lays the sheet out for the paper it is given, and draws all of it. */
static void
test_operation (void **state)
{
  DeskFixture *fixture = *state;
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = mdg_print_operation_new (fixture->page, sheet);
  g_autofree char *content = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  assert_int_equal (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                             GTK_WINDOW (fixture->window), NULL),
                    GTK_PRINT_OPERATION_RESULT_APPLY);
  assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_memory_equal (content, "%PDF", 4);
}

static MdgSheet *
count_sheet_cb (guint *n)
{
  (*n)++;

  return NULL;
}

static void
test_button (void **state)
{
  GtkWidget *button = g_object_ref_sink (mdg_print_button_new (NULL));
  g_autofree char *label = NULL;
  g_autofree char *file_name = NULL;
  guint n = 0;

  g_signal_connect_swapped (button, "create-sheet", G_CALLBACK (count_sheet_cb), &n);
  g_object_get (button, "label", &label, "file-name", &file_name, NULL);
  assert_string_equal (label, "_Print");
  assert_null (file_name);

  /* The document is made when it is wanted, and without one nothing happens. */
  assert_int_equal (n, 0);
  assert_true (gtk_widget_activate_action (button, "sheet.print", NULL));
  assert_true (gtk_widget_activate_action (button, "sheet.save", "s", "a4"));
  assert_true (gtk_widget_activate_action (button, "sheet.save", "s", "a5"));
  assert_int_equal (n, 3);
  gtk_widget_activate_action (button, "sheet.save", "s", "letter");
  assert_int_equal (n, 3);

  mdg_print_button_set_file_name (MDG_PRINT_BUTTON (button), "card");
  mdg_print_button_set_label (MDG_PRINT_BUTTON (button), "Paper");
  g_clear_pointer (&label, g_free);
  g_object_get (button, "label", &label, NULL);
  assert_string_equal (label, "Paper");
  mdg_test_assert_finalize (button);
}

static MdgSheet *
ask (GtkWidget *button)
{
  MdgSheet *sheet = NULL;

  g_signal_emit_by_name (button, "create-sheet", &sheet);

  return sheet;
}

/* The outcome that is shown can be printed as it was reached. */
static void
test_outcome_card (void **state)
{
  DeskFixture *fixture = *state;
  GtkWidget *button;
  g_autoptr (MdgSheet) sheet = NULL;

  gtk_widget_activate_action (fixture->page, "page.choose", "i", 1);
  mdg_test_spin_pending ();
  gtk_widget_activate_action (fixture->page, "page.choose", "i", 1);
  mdg_test_spin_pending ();
  button = desk_find (fixture->page, MDG_TYPE_PRINT_BUTTON, 0);
  assert_non_null (button);
  sheet = ask (button);
  assert_non_null (sheet);
  assert_string_equal (mdg_sheet_get_title (sheet), "Go on with the ● as it is");
}

static gboolean
has_buttons_cb (gpointer data)
{
  return desk_find (data, MDG_TYPE_PRINT_BUTTON, 0) != NULL;
}

static GtkWidget *
open_dialog (DeskFixture *fixture)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (fixture->page, "page.print", NULL);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  assert_true (MDG_IS_DESK_PRINT_DIALOG (dialog));
  assert_true (mdg_test_spin_until (has_buttons_cb, dialog));

  return GTK_WIDGET (dialog);
}

/* Every document of the dialog can be made; with a case at the desk its card comes first. */
static void
test_dialog (void **state)
{
  DeskFixture *fixture = *state;
  GtkWidget *dialog = open_dialog (fixture);
  guint n = desk_count (dialog, MDG_TYPE_PRINT_BUTTON);

  assert_int_equal (n, 6);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgSheet) sheet = ask (desk_find (dialog, MDG_TYPE_PRINT_BUTTON, i));

      assert_non_null (sheet);
    }
  adw_dialog_force_close (ADW_DIALOG (dialog));
  mdg_test_spin_pending ();

  gtk_widget_activate_action (fixture->page, "page.choose", "i", 1);
  dialog = open_dialog (fixture);
  assert_int_equal (desk_count (dialog, MDG_TYPE_PRINT_BUTTON), n + 1);
}

/* Before its first day the guide has no cards; whom to call is known all the same. */
static void
test_dialog_before_the_guide (void **state)
{
  DeskFixture *fixture = *state;
  MdgDay first = mdg_guide_pack_get_covers_from (fixture->pack);
  g_autoptr (MdgGuideWalk) walk = mdg_guide_walk_new (fixture->pack, first - 1);
  AdwDialog *dialog = mdg_desk_print_dialog_new (walk, NULL);
  guint n;

  adw_dialog_present (dialog, fixture->window);
  assert_true (mdg_test_spin_until (has_buttons_cb, dialog));
  n = desk_count (GTK_WIDGET (dialog), MDG_TYPE_PRINT_BUTTON);
  assert_int_equal (n, 3);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgSheet) sheet = ask (desk_find (GTK_WIDGET (dialog), MDG_TYPE_PRINT_BUTTON, i));

      assert_non_null (sheet);
    }
  assert_true (desk_shows (GTK_WIDGET (dialog), "The guide begins on "));
  adw_dialog_force_close (dialog);
  mdg_test_spin_pending ();
}

static void
test_file_names (void **state)
{
  static const struct
  {
    const char *suggested;
    const char *name;
  } names[] = {
    { "Checklist run.csv", "Checklist run.csv" },
    { "../a\\b:c\n.csv", "..-a-b-c-.csv" },
    { "窓口 1.0.pdf", "窓口 1.0.pdf" },
    { "a.b of nobody", "a.b of nobody" },
    { ".csv", "madoguchi.csv" },
    { "", "madoguchi" },
  };
  g_autoptr (GString) longest = g_string_new ("a");
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *made = mdg_save_file_create_name (names[i].suggested);

      assert_string_equal (made, names[i].name);
    }

  for (guint i = 0; i < 300; i++)
    g_string_append (longest, "窓");
  g_string_append (longest, ".json");
  name = mdg_save_file_create_name (longest->str);
  assert_true (strlen (name) < 200);
  assert_true (g_utf8_validate (name, -1, NULL));
  assert_true (g_str_has_suffix (name, "窓.json"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_button),
    cmocka_unit_test (test_file_names),
    cmocka_unit_test_setup_teardown (test_save_pdf, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_save_fails, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_save_text, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_save_cancelled, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_parent_gone, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_operation, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_outcome_card, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_dialog, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_dialog_before_the_guide, set_up, tear_down),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
