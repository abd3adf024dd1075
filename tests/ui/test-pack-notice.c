/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <glib/gstdio.h>

static int
set_up (void **state)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "packs", NULL);
  g_autofree char *path = g_build_filename (folder, "our-guide.json", NULL);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, "{ \"format\": \"madoguchi-guide\", ", -1, NULL))
    return -1;
  g_settings_set_string (settings, "guide-pack", "our-guide");

  return mdg_ui_group_setup (state);
}

/* A pack that was in use and is bad at the next start: the user is told, and the desk goes on. */
static void
test_bad_pack_at_start (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *banner;

  assert_true (mdg_ui_wait_for (window, ADW_TYPE_BANNER, "our-guide.json"));
  banner = mdg_ui_find (window, ADW_TYPE_BANNER, "our-guide.json");
  assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  mdg_test_assert_contains (adw_banner_get_title (ADW_BANNER (banner)), "$");

  mdg_window_show_page (fixture->window, "desk");
  assert_true (
    mdg_ui_wait_for (mdg_window_get_page (fixture->window), GTK_TYPE_LABEL, "A ● is shown"));
  assert_string_equal (
    mdg_guide_pack_get_id (mdg_application_get_pack (fixture->application, NULL)), "madoguchi");

  g_signal_emit_by_name (banner, "button-clicked");
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_bad_pack_at_start),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, set_up, mdg_ui_group_teardown);
}
