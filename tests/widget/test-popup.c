/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test-display.h"

#include <gtk/gtk.h>

#include "widget/mdg-popup.h"

typedef struct
{
  GtkWindow *window;
  GtkMenuButton *button;
} Fixture;

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->button));
  *state = fixture;

  return 0;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  gtk_window_destroy (fixture->window);
  g_free (fixture);

  return 0;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
show (Fixture *fixture)
{
  gtk_window_present (fixture->window);

  return mdg_test_spin_until (is_mapped, fixture->button);
}

/* GTK says it of the button inside, or, in newer versions, of the whole. */
static gboolean
has_popup (GtkWidget *button)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (button),
                                           GTK_ACCESSIBLE_PROPERTY_HAS_POPUP) ||
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                           GTK_ACCESSIBLE_PROPERTY_HAS_POPUP);
}

static void
test_menu (void **state)
{
  Fixture *fixture = *state;
  GMenu *menu = g_menu_new ();
  GtkPopover *popover;

  g_menu_append (menu, "Copy", "app.copy");
  mdg_popup_prepare_menu (fixture->button, G_MENU_MODEL (menu));
  assert_true (show (fixture));
  assert_null (gtk_menu_button_get_popover (fixture->button));
  assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->button)));
  assert_true (has_popup (GTK_WIDGET (fixture->button)));

  /* As F10 does for the menu of the window. */
  gtk_menu_button_popup (fixture->button);
  popover = gtk_menu_button_get_popover (fixture->button);
  assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  assert_ptr_equal (gtk_menu_button_get_menu_model (fixture->button), menu);

  /* The same one the next time. */
  gtk_menu_button_popdown (fixture->button);
  assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));
  gtk_menu_button_popup (fixture->button);
  assert_ptr_equal (gtk_menu_button_get_popover (fixture->button), popover);
  assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  gtk_menu_button_popdown (fixture->button);

  /* Nothing keeps the menu when the button is gone. */
  g_object_add_weak_pointer (G_OBJECT (menu), (gpointer *) &menu);
  g_object_unref (menu);
  assert_non_null (menu);
  gtk_window_set_child (fixture->window, NULL);
  mdg_test_spin_pending ();
  assert_null (menu);
}

/* The menu of a button that is never opened goes with it too. */
static void
test_never_opened (void **state)
{
  Fixture *fixture = *state;
  GMenu *menu = g_menu_new ();

  mdg_popup_prepare_menu (fixture->button, G_MENU_MODEL (menu));
  gtk_window_set_child (fixture->window, NULL);
  mdg_test_assert_finalize (menu);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_menu, setup, teardown),
    cmocka_unit_test_setup_teardown (test_never_opened, setup, teardown),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
