/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-picture-dialog.h"

static gboolean has_chosen;

static GtkWidget *
show_map (MdgUiFixture *fixture)
{
  const MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                          7 };

  mdg_window_show_page (fixture->window, "map");
  mdg_figure_model_set_scope (fixture->model, &wish);
  mdg_test_spin_for (100);

  return mdg_window_get_page (fixture->window);
}

static GtkWidget *
open_dialog (MdgUiFixture *fixture)
{
  GtkWidget *page = show_map (fixture);

  assert_true (
    gtk_widget_activate_action (gtk_widget_get_first_child (page), "map-page.save-picture", NULL));
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), MDG_TYPE_PICTURE_DIALOG, NULL));

  return mdg_ui_find (GTK_WIDGET (fixture->window), MDG_TYPE_PICTURE_DIALOG, NULL);
}

static gpointer
get_part (GtkWidget *dialog, const char *name)
{
  return gtk_widget_get_template_child (dialog, MDG_TYPE_PICTURE_DIALOG, name);
}

static void
chosen_cb (void)
{
  has_chosen = TRUE;
}

/* A preset fills in the size, and a size that is none says why before anything is drawn. */
static void
test_size (void **state)
{
  GtkWidget *dialog = open_dialog (*state);
  AdwComboRow *preset = get_part (dialog, "preset_row");
  AdwSpinRow *width = get_part (dialog, "width_row");
  AdwSpinRow *height = get_part (dialog, "height_row");
  GtkWidget *save = get_part (dialog, "save_button");

  assert_false (gtk_widget_get_visible (get_part (dialog, "subject_row")));
  assert_int_equal (mdg_picture_dialog_get_subject (MDG_PICTURE_DIALOG (dialog)), -1);
  adw_combo_row_set_selected (preset, 2);
  assert_int_equal (adw_spin_row_get_value (width), 1920);
  assert_int_equal (adw_spin_row_get_value (height), 1080);
  adw_spin_row_set_value (width, 20000);
  assert_int_equal (adw_combo_row_get_selected (preset), 3);
  assert_true (gtk_widget_is_sensitive (save));
  adw_spin_row_set_value (height, 20000);
  assert_false (gtk_widget_is_sensitive (save));
  assert_true (mdg_ui_says (dialog, "A picture cannot be 20000 × 20000 pixels."));

  /* A PDF has no pixels. */
  adw_combo_row_set_selected (get_part (dialog, "format_row"), 1);
  assert_true (gtk_widget_is_sensitive (save));
  assert_false (gtk_widget_get_visible (get_part (dialog, "size_group")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  mdg_test_spin_for (100);
}

static void
test_is_remembered (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_map (fixture);

  for (guint round = 0; round < 2; round++)
    {
      MdgPictureDialog *dialog = mdg_picture_dialog_new (page, fixture->settings);

      g_object_ref_sink (dialog);
      g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), NULL);
      if (round == 0)
        {
          has_chosen = FALSE;
          adw_combo_row_set_selected (get_part (GTK_WIDGET (dialog), "preset_row"), 1);
          adw_combo_row_set_selected (get_part (GTK_WIDGET (dialog), "format_row"), 2);
          adw_dialog_present (ADW_DIALOG (dialog), page);
          g_signal_emit_by_name (get_part (GTK_WIDGET (dialog), "save_button"), "clicked");
          assert_true (has_chosen);
          mdg_test_spin_for (100);
        }
      assert_int_equal (mdg_picture_dialog_get_format (dialog), MDG_EXPORT_SVG);
      assert_int_equal (mdg_picture_dialog_get_size (dialog).width, 2480);
      assert_int_equal (mdg_picture_dialog_get_size (dialog).height, 3508);
      g_object_unref (dialog);
    }
  g_settings_reset (fixture->settings, "picture-format");
  g_settings_reset (fixture->settings, "picture-width");
  g_settings_reset (fixture->settings, "picture-height");
}

/* Of two maps either can be chosen by what it shows, or both. */
static void
test_which_map (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog;
  AdwComboRow *row;

  g_settings_set_boolean (fixture->settings, "compare", TRUE);
  dialog = open_dialog (fixture);
  row = get_part (dialog, "subject_row");
  assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  assert_int_equal (g_list_model_get_n_items (adw_combo_row_get_model (row)), 3);
  assert_int_equal (mdg_picture_dialog_get_subject (MDG_PICTURE_DIALOG (dialog)), -1);
  adw_combo_row_set_selected (row, 1);
  assert_int_equal (mdg_picture_dialog_get_subject (MDG_PICTURE_DIALOG (dialog)), 1);
  assert_string_equal (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)),
                       "Usage rate (online basis) · September 2025 · All facilities");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  g_settings_reset (fixture->settings, "compare");
  mdg_test_spin_for (100);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GdkTexture **) data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(GdkTexture **) data != NULL;
}

static void
test_copy (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_map (fixture);
  g_autoptr (GdkTexture) picture = NULL;

  gtk_widget_activate_action (gtk_widget_get_first_child (page), "map-page.copy-picture", NULL);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Picture copied"));
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (page), NULL, read_cb, &picture);
  assert_true (mdg_test_spin_until (is_read, &picture));
  assert_true (gdk_texture_get_width (picture) >= MDG_EXPORT_LEAST_SIDE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_size),
    cmocka_unit_test (test_is_remembered),
    cmocka_unit_test (test_which_map),
    cmocka_unit_test (test_copy),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
