/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test-display.h"

#include <gtk/gtk.h>
#include <string.h>

#include "chart/mdg-chart-card.h"
#include "chart/mdg-chart-table-view.h"
#include "chart/mdg-chart-tip.h"
#include "draw/mdg-chart-fixture.h"

/* What every kind of chart must offer, each looked at in a card of a narrow window. */

typedef struct
{
  MdgChartScene *scene;
  GtkWindow *window;
  GtkWidget *card;
  GtkWidget *view;
  GtkMenuButton *info_button;
} Shown;

static MdgFigures *figures;

static int
load (void **state)
{
  figures = fixture_load_bundle ();

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&figures, mdg_figures_unref);

  return 0;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static void
show (Shown *self, FixtureChart chart)
{
  self->scene = fixture_build (figures, chart);
  self->card = mdg_chart_card_new ();
  mdg_chart_card_set_scene (MDG_CHART_CARD (self->card), self->scene);
  self->view = mdg_test_find_child (self->card, MDG_TYPE_CHART_VIEW);
  self->info_button = GTK_MENU_BUTTON (
    gtk_widget_get_template_child (self->card, MDG_TYPE_CHART_CARD, "info_button"));
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 360, 700);
  gtk_window_set_child (self->window, self->card);
  gtk_window_present (self->window);
  assert_true (mdg_test_spin_until (is_laid_out, self->view));
}

static void
hide (Shown *self)
{
  gtk_window_destroy (self->window);
  mdg_test_spin_pending ();
  g_object_unref (self->scene);
}

static void
check_words (const Shown *self)
{
  const char *subtitle = mdg_chart_scene_get_subtitle (self->scene);
  const char *definition = mdg_chart_scene_get_definition (self->scene);
  const char *note = mdg_chart_scene_get_note (self->scene);

  assert_true (shows (self->card, mdg_chart_scene_get_title (self->scene)));
  assert_true (shows (self->card, subtitle));
  /* A month; and the basis, in the heading over the one rate among shares of people. */
  mdg_test_assert_contains (subtitle, "20");
  assert_true (strstr (subtitle, "basis") != NULL ||
               strstr (mdg_chart_scene_get_description (self->scene), "(online basis)") != NULL);
  gtk_menu_button_popup (self->info_button);
  assert_true (definition != NULL && shows (self->card, definition));
  gtk_menu_button_popdown (self->info_button);
  assert_true (note == NULL || shows (self->card, note));
  assert_true (strlen (mdg_chart_scene_get_description (self->scene)) > 20);
}

/* Each point is reached, is ringed at a place of its own, and says what it is in the tip. */
static void
check_points (const Shown *self)
{
  GtkWidget *tip = mdg_test_find_child (self->view, MDG_TYPE_CHART_TIP);
  guint n_points = mdg_chart_scene_get_n_points (self->scene);

  assert_true (n_points > 0);
  assert_true (gtk_widget_get_focusable (self->view));
  for (guint i = 0; i < n_points; i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (self->scene, i);

      mdg_chart_view_set_focus_point (MDG_CHART_VIEW (self->view), point->id);
      assert_string_equal (mdg_chart_view_get_focus_point (MDG_CHART_VIEW (self->view)), point->id);
      assert_true (gtk_widget_get_visible (tip));
      assert_true (shows (tip, point->text));
    }
  mdg_chart_view_set_focus_point (MDG_CHART_VIEW (self->view), NULL);
}

static gboolean
has_rows (gpointer data)
{
  const Shown *self = data;
  GtkWidget *view = mdg_test_find_child (self->card, MDG_TYPE_CHART_TABLE_VIEW);
  GtkColumnView *columns = GTK_COLUMN_VIEW (mdg_test_find_child (view, GTK_TYPE_COLUMN_VIEW));
  MdgChartTable *table = mdg_chart_scene_get_table (self->scene);
  GtkSelectionModel *model = gtk_column_view_get_model (columns);

  return gtk_widget_get_mapped (view) && model != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (model)) == mdg_chart_table_get_n_rows (table) &&
         g_list_model_get_n_items (gtk_column_view_get_columns (columns)) ==
           mdg_chart_table_get_n_columns (table) &&
         shows (view, mdg_chart_table_get_cell (table, 0, 0));
}

static void
check_table (Shown *self)
{
  assert_true (gtk_widget_activate_action (self->card, "chart.show-table", NULL));
  assert_true (mdg_test_spin_until (has_rows, self));
  assert_true (gtk_widget_activate_action (self->card, "chart.show-table", NULL));
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
check_copy (const Shown *self)
{
  g_autofree char *expected = mdg_chart_table_to_tsv (mdg_chart_scene_get_table (self->scene));
  Copy copy = { NULL };

  assert_true (gtk_widget_activate_action (self->card, "chart.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->card), NULL, read_cb, &copy);
  assert_true (mdg_test_spin_until_set (&copy.is_done));
  assert_string_equal (copy.text, expected);
  g_free (copy.text);
}

static void
export_cb (MdgChartCard *card, const char *what, gpointer data)
{
  g_string_append_printf (data, "%s ", what);
}

static void
check_export (const Shown *self)
{
  g_autoptr (GString) asked = g_string_new (NULL);

  g_signal_connect (self->card, "export-requested", G_CALLBACK (export_cb), asked);
  assert_true (gtk_widget_activate_action (self->card, "chart.export", "s", "png"));
  assert_true (gtk_widget_activate_action (self->card, "chart.export", "s", "svg"));
  assert_true (gtk_widget_activate_action (self->card, "chart.export", "s", "csv"));
  assert_string_equal (asked->str, "png svg csv ");
}

static void
test_every_kind (void **state)
{
  for (FixtureChart chart = 0; chart < N_CHARTS; chart++)
    {
      Shown shown;

      show (&shown, chart);
      check_words (&shown);
      check_points (&shown);
      check_table (&shown);
      check_copy (&shown);
      check_export (&shown);
      hide (&shown);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_kind),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, load, unload);
}
