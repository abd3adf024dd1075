/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a row of cards shares out its room. */

#include "util/mdg-test-display.h"

#include <gtk/gtk.h>

#include "app/mdg-card-row.h"

#define N_CARDS 3
#define GAP 18

typedef struct
{
  GtkWidget *window;
  GtkWidget *row;
  GtkWidget *cards[N_CARDS];
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static int
setup (void **state)
{
  static const char *const texts[N_CARDS] = {
    "Short",
    "Rather more than fits on one line of a third of this window, so that it is wrapped",
    "Two words",
  };
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->row = mdg_card_row_new ();
  gtk_widget_set_valign (fixture->row, GTK_ALIGN_START);
  for (int i = 0; i < N_CARDS; i++)
    {
      fixture->cards[i] = gtk_label_new (texts[i]);
      gtk_label_set_wrap (GTK_LABEL (fixture->cards[i]), TRUE);
      gtk_widget_set_parent (fixture->cards[i], fixture->row);
    }
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->row);
  gtk_window_present (GTK_WINDOW (fixture->window));
  *state = fixture;

  return mdg_test_spin_until (is_laid_out, fixture->row) ? 0 : -1;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  mdg_test_spin_pending ();
  g_free (fixture);

  return 0;
}

static graphene_rect_t
get_bounds (Fixture *fixture, int index)
{
  graphene_rect_t bounds;

  assert_true (gtk_widget_compute_bounds (fixture->cards[index], fixture->row, &bounds));

  return bounds;
}

/* Lays the row out anew at a size that need not be that of the window. */
static void
lay_out (Fixture *fixture, int width)
{
  int height;

  gtk_widget_measure (fixture->row, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (fixture->row, width, height, -1, NULL);
}

static void
test_beside (void **state)
{
  Fixture *fixture = *state;

  /* Widths that three cards divide evenly, and such that leave one or two pixels. */
  for (int width = 400; width < 403; width++)
    {
      int end = 0;

      lay_out (fixture, width);
      for (int i = 0; i < N_CARDS; i++)
        {
          graphene_rect_t bounds = get_bounds (fixture, i);

          assert_int_equal (bounds.origin.x, end);
          assert_int_equal (bounds.origin.y, 0);
          mdg_test_assert_in_range (bounds.size.width, (width - 2 * GAP) / N_CARDS,
                                    (width - 2 * GAP) / N_CARDS + 1);
          assert_int_equal (bounds.size.height, gtk_widget_get_height (fixture->row));
          end = (int) (bounds.origin.x + bounds.size.width) + GAP;
        }
      assert_int_equal (end - GAP, width);
    }
}

static void
test_below (void **state)
{
  Fixture *fixture = *state;
  int end = 0;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (fixture->row), GTK_ORIENTATION_VERTICAL);
  lay_out (fixture, 300);
  for (int i = 0; i < N_CARDS; i++)
    {
      graphene_rect_t bounds = get_bounds (fixture, i);

      assert_int_equal (bounds.origin.x, 0);
      assert_int_equal (bounds.origin.y, end);
      assert_int_equal (bounds.size.width, 300);
      end = (int) (bounds.origin.y + bounds.size.height) + GAP;
    }
  assert_int_equal (end - GAP, gtk_widget_get_height (fixture->row));
  assert_true (get_bounds (fixture, 1).size.height > get_bounds (fixture, 0).size.height);
}

static void
test_right_to_left (void **state)
{
  Fixture *fixture = *state;

  gtk_widget_set_direction (fixture->row, GTK_TEXT_DIR_RTL);
  lay_out (fixture, 401);
  assert_int_equal (get_bounds (fixture, N_CARDS - 1).origin.x, 0);
  assert_int_equal (get_bounds (fixture, 0).origin.x + get_bounds (fixture, 0).size.width, 401);
}

static void
test_hidden (void **state)
{
  Fixture *fixture = *state;

  gtk_widget_set_visible (fixture->cards[0], FALSE);
  lay_out (fixture, 400);
  assert_int_equal (get_bounds (fixture, 1).origin.x, 0);
  assert_int_equal (get_bounds (fixture, 1).size.width, (400 - GAP) / 2);

  gtk_widget_set_visible (fixture->cards[1], FALSE);
  lay_out (fixture, 400);
  assert_int_equal (get_bounds (fixture, 2).size.width, 400);
}

static void
test_measure (void **state)
{
  Fixture *fixture = *state;
  int widest = 0;
  int minimum;
  int natural;

  for (int i = 0; i < N_CARDS; i++)
    {
      gtk_widget_measure (fixture->cards[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      widest = MAX (widest, minimum);
    }

  gtk_widget_measure (fixture->row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  assert_int_equal (minimum, N_CARDS * widest + 2 * GAP);
  assert_true (natural >= minimum);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (fixture->row), GTK_ORIENTATION_VERTICAL);
  gtk_widget_measure (fixture->row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  assert_int_equal (minimum, widest);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_beside, setup, teardown),
    cmocka_unit_test_setup_teardown (test_below, setup, teardown),
    cmocka_unit_test_setup_teardown (test_right_to_left, setup, teardown),
    cmocka_unit_test_setup_teardown (test_hidden, setup, teardown),
    cmocka_unit_test_setup_teardown (test_measure, setup, teardown),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
