/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#include "app/mdg-briefing.h"
#include "core/mdg-format.h"
#include "draw/mdg-pages-fixture.h"

#define MONTH MDG_MONTH (2025, 10)
#define TOKYO 13
#define OKINAWA 47

static GtkWidget *
show (MdgUiFixture *fixture, MdgMonth month, MdgArea area)
{
  const MdgScope wish = { month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, area };

  mdg_window_show_page (fixture->window, "prefecture");
  mdg_figure_model_set_scope (fixture->model, &wish);
  mdg_test_spin_for (50);

  return mdg_window_get_page (fixture->window);
}

static GtkWidget *
get_button (GtkWidget *page)
{
  GtkWidget *label = mdg_ui_find (page, GTK_TYPE_LABEL, "Briefing");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_MENU_BUTTON) : NULL;
}

static gboolean
file_exists_cb (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static char *
dup_hospital_rate (MdgUiFixture *fixture, MdgArea area)
{
  const MdgObservation *rate =
    mdg_figures_lookup (mdg_figure_model_get_figures (fixture->model), MONTH, MDG_DAY_NONE, area,
                        MDG_FACILITY_HOSPITAL, MDG_MEASURE_USAGE_RATE_ONLINE);

  assert_non_null (rate);

  return mdg_format_percent (rate->value);
}

static Pages *
save (MdgUiFixture *fixture, GtkWidget *page, MdgProfile *profile, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autofree char *told = g_strdup_printf ("Saved as %s", name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *content;
  gsize size;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  mdg_briefing_save_pdf_to (page, profile, file);
  assert_true (mdg_test_spin_until (file_exists_cb, path));
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, told));
  g_file_get_contents (path, &content, &size, &error);
  mdg_test_assert_no_error (error);
  bytes = g_bytes_new_take (content, size);

  return pages_new_from_bytes (bytes);
}

static void
test_saved_as_it_is_shown (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show (fixture, MONTH, TOKYO);
  const MdgArea neighbours[] = { OKINAWA };
  MdgFigures *figures = mdg_figure_model_get_figures (fixture->model);
  g_autoptr (MdgProfile) alone = mdg_profile_new (figures, MONTH, TOKYO, NULL, 0);
  g_autoptr (MdgProfile) compared = mdg_profile_new (figures, MONTH, TOKYO, neighbours, 1);
  g_autoptr (Pages) first = save (fixture, page, alone, "alone.pdf");
  g_autoptr (Pages) second = save (fixture, page, compared, "compared.pdf");
  g_autofree char *own = dup_hospital_rate (fixture, TOKYO);
  g_autofree char *others = dup_hospital_rate (fixture, OKINAWA);

  /* The pages are read without blanks. */
  mdg_test_assert_contains (first->text, "Tokyo,October2025");
  mdg_test_assert_contains (first->text, own);
  /* Who is no neighbour on the page is none on paper. */
  assert_null (strstr (first->text, others));
  mdg_test_assert_contains (second->text, "Tokyo,October2025");
  mdg_test_assert_contains (second->text, others);
}

static void
test_what_cannot_be_written_is_said (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show (fixture, MONTH, TOKYO);
  g_autoptr (MdgProfile) profile =
    mdg_profile_new (mdg_figure_model_get_figures (fixture->model), MONTH, TOKYO, NULL, 0);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "none", "such.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);

  mdg_briefing_save_pdf_to (page, profile, file);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (window), GTK_TYPE_LABEL, "The File Was Not Saved"));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (window));
  mdg_test_spin_pending ();
}

static gboolean
has_print_dialog_cb (gpointer data)
{
  GtkWindow **found = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "GtkPrintUnixDialog"))
      *found = l->data;

  return *found != NULL;
}

static void
test_key_prints (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show (fixture, MONTH, TOKYO);
  g_auto (GStrv) accelerators =
    gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), "win.print");
  GtkWindow *dialog = NULL;

  assert_int_equal (g_strv_length (accelerators), 1);
  assert_string_equal (accelerators[0], "<Control>p");
  assert_true (gtk_widget_get_sensitive (get_button (page)));
  assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL));
  assert_true (mdg_test_spin_until (has_print_dialog_cb, &dialog));
  gtk_window_close (dialog);
  mdg_test_spin_for (50);
}

typedef struct
{
  char *text;
  gboolean is_done;
} Copy;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;

  copy->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  copy->is_done = TRUE;
}

static void
test_copied_with_its_source (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show (fixture, MONTH, TOKYO);
  MdgFigures *figures = mdg_figure_model_get_figures (fixture->model);
  g_autoptr (MdgProfile) profile = mdg_profile_new (figures, MONTH, TOKYO, NULL, 0);
  const MdgObservation *rate = mdg_profile_get_row (profile, MDG_FACILITY_ALL)->rate;
  g_autofree char *summary = mdg_profile_dup_summary (profile);
  Copy copy = { NULL };
  g_auto (GStrv) lines = NULL;

  assert_true (gtk_widget_activate_action (page, "briefing.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, read_cb, &copy);
  assert_true (mdg_test_spin_until_set (&copy.is_done));
  assert_non_null (copy.text);
  lines = g_strsplit (copy.text, "\n", -1);
  g_free (copy.text);
  assert_int_equal (g_strv_length (lines), 2);
  assert_string_equal (lines[0], summary);
  assert_true (g_str_has_prefix (lines[1], "Source: "));
  mdg_test_assert_contains (lines[1], mdg_figures_get_edition (figures, rate->edition)->title);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Summary copied"));
}

/* Where there is nothing to brief on, that is said to whoever looks, and to whoever presses the key. */
static void
assert_not_offered (MdgUiFixture *fixture, GtkWidget *page, const char *reason)
{
  GtkWidget *button = get_button (page);

  assert_false (gtk_widget_get_sensitive (button));
  assert_string_equal (gtk_widget_get_tooltip_text (button), reason);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, reason));
}

static void
test_not_without_a_prefecture (void **state)
{
  MdgUiFixture *fixture = *state;

  assert_not_offered (fixture, show (fixture, MONTH, MDG_AREA_NATIONAL),
                      "Choose a prefecture first");
}

static void
test_not_without_a_rate (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (MdgProfile) profile = mdg_profile_new (mdg_figure_model_get_figures (fixture->model),
                                                    MDG_MONTH (2019, 1), TOKYO, NULL, 0);
  const char *reason;

  assert_false (mdg_briefing_is_possible (profile, &reason));
  assert_string_equal (reason, "The usage rate of this month is not known");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_saved_as_it_is_shown),
    cmocka_unit_test (test_what_cannot_be_written_is_said),
    cmocka_unit_test (test_key_prints),
    cmocka_unit_test (test_copied_with_its_source),
    cmocka_unit_test (test_not_without_a_prefecture),
    cmocka_unit_test (test_not_without_a_rate),
  };

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
