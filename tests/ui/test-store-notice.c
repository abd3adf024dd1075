/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <glib/gstdio.h>

static int
set_up (void **state)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, NULL);
  g_autofree char *path = g_build_filename (folder, "madoguchi.db", NULL);
  g_autofree char *garbage = g_strnfill (20000, 'x');

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, garbage, 20000, NULL))
    return -1;

  return mdg_ui_group_setup (state);
}

/* A damaged store is set aside: the program starts on the bundled figures and says so. */
static void
test_damaged_store (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *banner;

  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "37.14"));
  assert_true (
    mdg_ui_wait_for (GTK_WIDGET (fixture->window), ADW_TYPE_BANNER, "madoguchi-set-aside"));
  banner = mdg_ui_find (GTK_WIDGET (fixture->window), ADW_TYPE_BANNER, "madoguchi-set-aside");
  assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  assert_int_equal (mdg_store_get_state (mdg_application_get_store (fixture->application)),
                    MDG_STORE_REPLACED);

  g_signal_emit_by_name (banner, "button-clicked");
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_damaged_store),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, set_up, mdg_ui_group_teardown);
}
