/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-observation-view.h"
#include "model/mdg-observation-table.h"

typedef struct
{
  GListModel *rows;
  int column;
  gboolean descending;
} Order;

static GtkWidget *
show_table (MdgUiFixture *fixture)
{
  mdg_window_show_page (fixture->window, "table");
  mdg_test_spin_for (50);

  return mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_OBSERVATION_VIEW, NULL);
}

static GListModel *
get_rows (GtkWidget *page)
{
  GtkWidget *view = mdg_ui_find (page, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static int
compare (const Order *order, const MdgObservation *a, const MdgObservation *b)
{
  int result = order->column == MDG_OBSERVATION_COLUMN_VALUE
                 ? mdg_decimal_compare (a->value, b->value)
                 : (a->area > b->area) - (a->area < b->area);

  return order->descending ? -result : result;
}

static gboolean
is_in_order (gpointer data)
{
  const Order *order = data;
  guint n = g_list_model_get_n_items (order->rows);

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (MdgObservationRow) a = g_list_model_get_item (order->rows, i - 1);
      g_autoptr (MdgObservationRow) b = g_list_model_get_item (order->rows, i);

      if (compare (order, mdg_observation_row_get_observation (a),
                   mdg_observation_row_get_observation (b)) > 0)
        return FALSE;
    }
  return n > 1000;
}

/* The menu sorts for those who cannot click a heading; the same column again turns it round. */
static void
test_sorted_by_the_menu (void **state)
{
  GtkWidget *page = show_table (*state);
  Order order = { get_rows (page), 0, FALSE };
  const int columns[] = { MDG_OBSERVATION_COLUMN_VALUE, MDG_OBSERVATION_COLUMN_AREA };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint again = 0; again < 2; again++)
      {
        order.column = columns[i];
        order.descending = again == 0;
        gtk_widget_activate_action (page, "table.sort", "i", columns[i]);
        assert_true (mdg_test_spin_until (is_in_order, &order));
      }
}

static gboolean
is_empty (gpointer data)
{
  return g_list_model_get_n_items (data) == 0;
}

static gboolean
is_full (gpointer data)
{
  return g_list_model_get_n_items (data) > 1000;
}

static void
test_empty_state_leads_back (void **state)
{
  GtkWidget *page = show_table (*state);
  GtkWidget *entry = mdg_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  GListModel *rows = get_rows (page);

  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  g_signal_emit_by_name (entry, "search-changed");
  assert_true (mdg_test_spin_until (is_empty, rows));
  assert_true (mdg_ui_says (page, "No Figures Found"));

  gtk_widget_activate_action (page, "table.clear", NULL);
  assert_true (mdg_test_spin_until (is_full, rows));
  assert_string_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sorted_by_the_menu),
    cmocka_unit_test (test_empty_state_leads_back),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
