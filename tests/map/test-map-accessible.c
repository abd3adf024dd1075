/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-window.h"

#include "map/mdg-area-item.h"
#include "map/mdg-map-histogram.h"

static void
test_children (void **state)
{
  MapWindow *self = *state;
  guint n = 0;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->layer), GTK_ACCESSIBLE_ROLE_LIST);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->layer)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MdgArea area = mdg_area_item_get_area (MDG_AREA_ITEM (child));
      g_autofree char *text =
        mdg_map_scene_dup_area_text (mdg_map_view_get_scene (self->view), area);

      n++;
      assert_int_equal (area, n);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           mdg_area_get_label (area, MDG_LANGUAGE_ENGLISH));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED,
                                        FALSE);
      assert_true (gtk_widget_get_focusable (child));
    }
  assert_int_equal (n, MDG_N_PREFECTURES);
}

static void
test_selected (void **state)
{
  MapWindow *self = *state;

  mdg_area_layer_set_selected_area (self->layer, 7);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (map_window_get_item (self, 7)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  mdg_area_layer_set_selected_area (self->layer, 8);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (map_window_get_item (self, 7)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (map_window_get_item (self, 8)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* A screen reader that asks where a prefecture is gets its place on the map. */
static void
test_places (void **state)
{
  MapWindow *self = *state;
  graphene_rect_t hokkaido, aomori;

  map_window_settle (self);
  assert_true (
    gtk_widget_compute_bounds (map_window_get_item (self, 1), GTK_WIDGET (self->layer), &hokkaido));
  assert_true (
    gtk_widget_compute_bounds (map_window_get_item (self, 2), GTK_WIDGET (self->layer), &aomori));
  assert_true (hokkaido.size.width > 2 * aomori.size.width);
  assert_true (aomori.origin.y > hokkaido.origin.y + hokkaido.size.height / 2);
}

static void
test_legend (void **state)
{
  MapWindow *self = *state;
  GtkWidget *entry = mdg_test_find_child (GTK_WIDGET (self->legend), GTK_TYPE_TOGGLE_BUTTON);
  const MdgMapEntry *first = mdg_map_scene_get_entry (mdg_map_view_get_scene (self->view), 0);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       first->label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "10 prefectures");
}

/* The picture of the distribution in words, of the map that is seen. */
static void
test_histogram (void **state)
{
  MapWindow *self = *state;
  GtkWidget *histogram = mdg_test_find_child (GTK_WIDGET (self->legend), MDG_TYPE_MAP_HISTOGRAM);
  const MdgMapEntry *first = mdg_map_scene_get_entry (mdg_map_view_get_scene (self->view), 0);
  g_autofree char *text = mdg_map_scene_dup_distribution (mdg_map_view_get_scene (self->view));
  g_autofree char *part = g_strdup_printf ("; %s (10); ", first->label);

  mdg_test_assert_contains (text, part);
  assert_true (g_str_has_prefix (text, "47 prefectures, "));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (histogram), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (histogram),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
}

#define map_test(function) \
  cmocka_unit_test_setup_teardown (function, map_window_setup, map_window_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    map_test (test_children), map_test (test_selected),  map_test (test_places),
    map_test (test_legend),   map_test (test_histogram),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
