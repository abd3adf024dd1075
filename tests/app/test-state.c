/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "app/mdg-state.h"

static char *
state_path (void **state)
{
  return g_build_filename (*state, "folder", "state.ini", NULL);
}

static void
write_file (const char *path, const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, contents, -1, &error);
  mdg_test_assert_no_error (error);
}

static void
test_first_start (void **state)
{
  g_autofree char *path = state_path (state);
  MdgState *first = mdg_state_new (path);
  int width = 1000;
  int height = 700;
  gboolean maximized = TRUE;
  MdgScope scope = { .area = 13 };

  mdg_state_get_window_size (first, &width, &height, &maximized);
  assert_int_equal (width, 1000);
  assert_int_equal (height, 700);
  assert_false (maximized);
  assert_null (mdg_state_get_page (first));
  assert_false (mdg_state_get_scope (first, &scope));
  assert_int_equal (scope.area, 13);

  /* Nothing has changed, so nothing is written. */
  mdg_state_save (first);
  assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  mdg_test_assert_finalize (first);
}

static void
test_comes_back (void **state)
{
  g_autofree char *path = state_path (state);
  MdgState *before = mdg_state_new (path);
  MdgState *after;
  const MdgScope scope = { MDG_MONTH (2025, 9), MDG_MEASURE_MNC_COUNT, MDG_FACILITY_PHARMACY, 47 };
  MdgScope read;
  g_autofree char *page = NULL;
  int width = 0;
  int height = 0;
  gboolean maximized = FALSE;

  mdg_state_set_window_size (before, 1234, 567, TRUE);
  mdg_state_set_page (before, "map");
  mdg_state_set_scope (before, &scope);
  mdg_state_save (before);
  mdg_test_assert_finalize (before);

  after = mdg_state_new (path);
  mdg_state_get_window_size (after, &width, &height, &maximized);
  page = mdg_state_get_page (after);
  assert_int_equal (width, 1234);
  assert_int_equal (height, 567);
  assert_true (maximized);
  assert_string_equal (page, "map");
  assert_true (mdg_state_get_scope (after, &read));
  assert_true (mdg_scope_equal (&read, &scope));
  mdg_test_assert_finalize (after);
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_is_saved_without_being_asked (void **state)
{
  g_autofree char *path = state_path (state);
  MdgState *self = mdg_state_new (path);

  mdg_state_set_page (self, "table");
  assert_false (exists (path));
  assert_true (mdg_test_spin_until (exists, path));
  mdg_test_assert_finalize (self);
}

/* What another version, or a disk error, has left in the file. */
static void
test_unknown_values (void **state)
{
  g_autofree char *path = state_path (state);
  const char *contents[] = {
    "",
    "no key file at all",
    "[Window]\nwidth=abc\nheight=-5\nmaximized=perhaps\npage=garden\n",
    "[Window]\nwidth=999999999999\nheight=12\n[Figures]\nscope=month=9999-99 colour=blue area=88\n",
    "[Figures]\nscope=\n[Window\n",
    "\xff\xfe\x00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      MdgState *self;
      MdgScope scope = { .measure = MDG_MEASURE_RANK };
      int width = 1000;
      int height = 700;
      gboolean maximized = TRUE;

      write_file (path, contents[i]);
      self = mdg_state_new (path);
      mdg_state_get_window_size (self, &width, &height, &maximized);
      assert_int_equal (width, 1000);
      assert_int_equal (height, 700);
      assert_false (maximized);
      if (mdg_state_get_scope (self, &scope))
        {
          assert_int_equal (scope.measure, MDG_MEASURE_USAGE_RATE_ONLINE);
          assert_int_equal (scope.area, MDG_AREA_NATIONAL);
        }

      mdg_state_set_page (self, "map");
      mdg_state_save (self);
      mdg_test_assert_finalize (self);

      self = mdg_state_new (path);
      {
        g_autofree char *page = mdg_state_get_page (self);

        assert_string_equal (page, "map");
      }
      mdg_test_assert_finalize (self);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_first_start, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test_setup_teardown (test_comes_back, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test_setup_teardown (test_is_saved_without_being_asked, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test_setup_teardown (test_unknown_values, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
  };

  return mdg_test_run (tests);
}
