/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-import-fixture.h"

static void
test_same_file_changes_nothing (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
  g_autofree char *text = mdg_import_read_deck ();
  GtkWidget *dialog;

  mdg_import_text (fixture, "deck.txt", text, -1);
  dialog = mdg_import_wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "Already Imported"));
  assert_true (mdg_ui_says (dialog, "Nothing has changed"));
  assert_null (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "Store All"));
  mdg_import_close (fixture);
  assert_int_equal (mdg_import_get_n_editions (fixture), before);
}

/* One digit of one row of the hospitals: their table is refused, the rest stored, and undone. */
static void
test_store_all_and_undo (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);
  GtkWidget *dialog;

  mdg_import_text (fixture, "altered.txt", text, -1);
  dialog = mdg_import_wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "figures verified"));
  assert_true (mdg_ui_says (dialog, "Verified means proved by arithmetic"));
  assert_true (mdg_ui_says (dialog, "Refused Tables"));
  assert_true (mdg_ui_says (dialog, "the difference is"));
  assert_int_equal (mdg_import_get_n_editions (fixture), before);

  mdg_import_click (dialog, "Store All");
  mdg_import_wait_for_editions (fixture, before + 1);
  mdg_import_wait_until_closed (fixture);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "figures stored"));
  mdg_import_undo (fixture, before);
}

static void
test_cancel_stores_nothing (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);

  mdg_import_text (fixture, "altered.txt", text, -1);
  mdg_import_wait_for_preview (fixture);
  mdg_import_close (fixture);
  mdg_test_spin_for (100);
  assert_int_equal (mdg_import_get_n_editions (fixture), before);
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
  guint before = mdg_import_get_n_editions (fixture);
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);

  mdg_import_text (fixture, "altered.txt", text, -1);
  mdg_import_click (mdg_import_wait_for_preview (fixture), "Verified Only");
  mdg_import_wait_for_editions (fixture, before + 1);
  assert_true (count_imported (fixture, MDG_QUALITY_VERIFIED) > 0);
  assert_int_equal (count_imported (fixture, MDG_QUALITY_PRINTED), 0);
  mdg_import_wait_until_closed (fixture);
  mdg_import_undo (fixture, before);
}

/* Another value of a figure that is stored: both values, and which one is shown and why. */
static void
test_conflict (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_CLAIMS, MDG_IMPORT_ALTERED_CLAIMS);
  GtkWidget *dialog;

  mdg_import_text (fixture, "altered.txt", text, -1);
  dialog = mdg_import_wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "Differs From What Is Stored"));
  assert_true (mdg_ui_says (dialog, "Stored: 44.40%. New: 44.41%. Difference: +0.01"));
  assert_true (mdg_ui_says (dialog, "Same as what is stored"));
  mdg_import_close (fixture);
}

/* A refused table that is wanted all the same is stored as printed, and only while it is wanted. */
static void
test_accept_printed (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);
  GtkWidget *dialog;
  GtkWidget *row;
  MdgImportJob *job;
  guint n_verified = 0;
  guint n_accepted_verified = 0;
  guint n;
  guint n_accepted;

  mdg_import_text (fixture, "altered.txt", text, -1);
  dialog = mdg_import_wait_for_preview (fixture);
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (dialog));
  n = mdg_import_job_get_n_figures (job, &n_verified);

  row = mdg_ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Store as printed");
  assert_non_null (row);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  assert_false (mdg_import_is_decidable (fixture));
  mdg_import_wait_for_preview (fixture);
  n_accepted = mdg_import_job_get_n_figures (job, &n_accepted_verified);
  assert_true (n_accepted > n);
  assert_int_equal (n_accepted_verified, n_verified);
  assert_ptr_equal (mdg_ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Store as printed"), row);

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  mdg_import_wait_for_preview (fixture);
  assert_int_equal (mdg_import_job_get_n_figures (job, NULL), n);

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  mdg_import_wait_for_preview (fixture);
  mdg_import_click (dialog, "Store All");
  mdg_import_wait_for_editions (fixture, before + 1);
  assert_int_equal (count_imported (fixture, MDG_QUALITY_PRINTED), n_accepted - n_verified);
  mdg_import_wait_until_closed (fixture);
  mdg_import_undo (fixture, before);
}

/* A table of an office: names of prefectures, and a column of rates of which nothing is told. */
static char *
make_office_table (void)
{
  GString *text = g_string_new ("都道府県,利用率\n");

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    g_string_append_printf (text, "%s,%u.5%%\n", mdg_area_get_label (area, MDG_LANGUAGE_JAPANESE),
                            20u + area);

  return g_string_free_and_steal (text);
}

static void
choose (GtkWidget *dialog, const char *question, guint answer)
{
  GtkWidget *row = mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, question);

  assert_non_null (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), answer);
}

/* What the file does not tell is asked; the preview follows the answers, in any spelling. */
static void
test_questions (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = make_office_table ();
  GtkWidget *dialog;
  GtkWidget *month;
  MdgImportJob *job;

  mdg_import_text (fixture, "office.csv", text, -1);
  dialog = mdg_import_wait_for_preview (fixture);
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (dialog));
  assert_true (mdg_ui_says (dialog, "Please Answer"));
  assert_true (mdg_ui_says (dialog, "Nothing can be stored before"));
  assert_false (gtk_widget_is_sensitive (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "Store All")));

  choose (dialog, "What does this column hold", 1);
  mdg_import_wait_for_preview (fixture);
  choose (dialog, "Which kind of facility", 1);
  mdg_import_wait_for_preview (fixture);
  month = mdg_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Which month");
  assert_non_null (month);

  gtk_editable_set_text (GTK_EDITABLE (month), "some day");
  g_signal_emit_by_name (month, "apply");
  assert_true (gtk_widget_has_css_class (month, "error"));
  assert_int_equal (mdg_import_job_get_n_figures (job, NULL), 0);

  gtk_editable_set_text (GTK_EDITABLE (month), "令和６年９月");
  g_signal_emit_by_name (month, "apply");
  mdg_import_wait_for_preview (fixture);
  assert_int_equal (mdg_import_job_get_n_figures (job, NULL), MDG_N_PREFECTURES);
  assert_true (gtk_widget_is_sensitive (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "Store All")));
  assert_true (mdg_ui_says (dialog, "September 2024"));
  assert_ptr_equal (mdg_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Which month"), month);
  mdg_import_close (fixture);
}

static void
test_what_is_no_deck (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
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

      mdg_import_text (fixture, "letter.txt", files[i].contents, files[i].length);
      dialog = mdg_import_wait_for_preview (fixture);
      assert_true (mdg_ui_says (dialog, "letter.txt"));
      assert_null (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "Store All"));
      mdg_import_close (fixture);
      assert_int_equal (mdg_import_get_n_editions (fixture), before);
    }
}

static void
test_file_that_is_not_there (void **state)
{
  MdgUiFixture *fixture = *state;

  mdg_import_paths (fixture, "/nowhere/deck.txt", NULL);
  mdg_import_wait_for_preview (fixture);
  mdg_import_close (fixture);
}

/* Good ones, one that comes twice and one that cannot be read, by their folder: one dialog, one undo. */
static void
test_folder (void **state)
{
  MdgUiFixture *fixture = *state;
  guint before = mdg_import_get_n_editions (fixture);
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *one = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);
  g_autofree char *other = mdg_import_alter (MDG_IMPORT_CLAIMS, MDG_IMPORT_ALTERED_CLAIMS);
  GtkWidget *dialog;

  mdg_import_write_file (folder, "a.txt", one, -1);
  mdg_import_write_file (folder, "b.txt", "Dear Sir or Madam\n", -1);
  mdg_import_write_file (folder, "c.txt", other, -1);
  mdg_import_write_file (folder, "d.txt", one, -1);
  mdg_import_paths (fixture, folder, NULL);

  dialog = mdg_import_wait_for_preview (fixture);
  assert_true (mdg_ui_says (dialog, "4 files"));
  for (const char *const *name = (const char *const[]) { "a.txt", "b.txt", "c.txt", NULL };
       *name != NULL; name++)
    assert_true (mdg_ui_says (dialog, *name));
  assert_true (mdg_ui_says (dialog, "1 table refused"));
  assert_true (mdg_ui_says (dialog, "here twice"));

  mdg_import_click (dialog, "Store All");
  mdg_import_wait_for_editions (fixture, before + 2);
  mdg_import_wait_until_closed (fixture);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "2 files:"));
  mdg_import_undo (fixture, before);
}

/* Files that come while the dialog is open join those that are there. */
static void
test_more_files (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);
  MdgImportJob *job;

  mdg_import_text (fixture, "altered.txt", text, -1);
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (mdg_import_wait_for_preview (fixture)));
  mdg_import_paths (fixture, "/nowhere/deck.txt", NULL);
  assert_false (mdg_import_is_decidable (fixture));
  mdg_import_wait_for_preview (fixture);
  assert_int_equal (mdg_import_job_get_n_items (job), 2);
  mdg_import_close (fixture);
}

static void
test_paste_text (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *text = mdg_import_alter (MDG_IMPORT_ROW, MDG_IMPORT_ALTERED_ROW);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), text);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL);
  assert_true (mdg_ui_says (mdg_import_wait_for_preview (fixture), "Pasted Text"));
  mdg_import_close (fixture);
}

static void
test_paste_files (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/copied.txt");
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), GDK_TYPE_FILE_LIST,
                     files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL);
  assert_true (mdg_ui_says (mdg_import_wait_for_preview (fixture), "copied.txt"));
  mdg_import_close (fixture);
}

static void
test_paste_nothing (void **state)
{
  MdgUiFixture *fixture = *state;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), "  \n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "then paste it"));
  assert_null (mdg_import_get_dialog (fixture));
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

  assert_true (mdg_ui_says (mdg_import_wait_for_preview (fixture), "dropped.txt"));
  mdg_import_close (fixture);
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
    cmocka_unit_test (test_questions),
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
