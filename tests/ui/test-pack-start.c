/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <glib/gstdio.h>

#include "app/mdg-state.h"

/* A window that opens where the user was yesterday: at the desk, with a pack of his own. */
static int
set_up (void **state)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "packs", NULL);
  g_autofree char *path = g_build_filename (folder, "small.json", NULL);
  g_autofree char *text = mdg_test_read_source ("tests/fixtures/guide/small.json", NULL);
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *state_path =
    g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "state.ini", NULL);
  g_autoptr (MdgState) saved = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_string_replace (changed, "\"title\": { \"ja\": \"t\", \"en\": \"t\" },\n      \"line\"",
                    "\"title\": { \"ja\": \"一つ\", \"en\": \"Our only case\" },\n      \"line\"",
                    1);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, changed->str, -1, NULL))
    return -1;
  g_settings_set_string (settings, "guide-pack", "small");
  saved = mdg_state_new (state_path);
  mdg_state_set_page (saved, "desk");
  mdg_state_save (saved);

  return mdg_ui_group_setup (state);
}

/* The page was made with that pack from the beginning: there was nothing to make anew. */
static void
test_own_pack_from_the_start (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = mdg_window_get_page (fixture->window);

  assert_string_equal (mdg_window_get_page_id (fixture->window), "desk");
  assert_true (mdg_ui_wait_for (page, GTK_TYPE_LABEL, "Our only case"));
  assert_null (mdg_ui_find (page, GTK_TYPE_LABEL, "A ● is shown"));
  mdg_test_spin_for (200);
  assert_ptr_equal (mdg_window_get_page (fixture->window), page);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_own_pack_from_the_start),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, set_up, mdg_ui_group_teardown);
}
