/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test-display.h"

#include <gtk/gtk.h>

#include "widget/mdg-tooltip.h"

static int
setup (void **state)
{
  *state = g_object_ref_sink (gtk_label_new ("42.93%"));

  return 0;
}

static int
teardown (void **state)
{
  mdg_test_assert_finalize (*state);

  return 0;
}

/* Asks as GTK does when the pointer rests on the widget. */
static gboolean
query (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &shown);

  return shown;
}

static void
check_description (GtkWidget *widget, const char *text)
{
  char *found = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "");

  if (text != NULL)
    assert_null (found);
  else
    assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_free (found);
}

static void
test_says_the_last_text (void **state)
{
  mdg_tooltip_set (*state, "Verified");
  mdg_tooltip_set (*state, "Printed");

  assert_true (gtk_widget_get_has_tooltip (*state));
  assert_string_equal (mdg_tooltip_get (*state), "Printed");
  assert_true (query (*state));
  check_description (*state, "Printed");
}

static void
test_nothing_to_say (void **state)
{
  mdg_tooltip_set (*state, NULL);
  assert_null (mdg_tooltip_get (*state));
  assert_false (gtk_widget_get_has_tooltip (*state));

  /* A cell is used again for a row without one. */
  mdg_tooltip_set (*state, "Verified");
  mdg_tooltip_set (*state, NULL);
  assert_null (mdg_tooltip_get (*state));
  assert_false (query (*state));
  check_description (*state, NULL);

  mdg_tooltip_set (*state, "Derived");
  assert_true (query (*state));
  check_description (*state, "Derived");
}

/* However often it says something else, it is asked once for each time it is shown. */
static void
test_one_handler (void **state)
{
  guint signal_id = g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET);
  gulong first;

  mdg_tooltip_set (*state, "1");
  first = g_signal_handler_find (*state, G_SIGNAL_MATCH_ID, signal_id, 0, NULL, NULL, NULL);
  assert_true (first != 0);
  mdg_tooltip_set (*state, NULL);
  mdg_tooltip_set (*state, "2");
  g_signal_handler_block (*state, first);
  assert_int_equal (g_signal_handler_find (*state, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_UNBLOCKED,
                                           signal_id, 0, NULL, NULL, NULL),
                    0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_says_the_last_text, setup, teardown),
    cmocka_unit_test_setup_teardown (test_nothing_to_say, setup, teardown),
    cmocka_unit_test_setup_teardown (test_one_handler, setup, teardown),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
