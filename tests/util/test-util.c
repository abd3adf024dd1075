/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_private_dirs (void **state)
{
  const char *variables[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                              "XDG_STATE_HOME" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      mdg_test_assert_contains (g_getenv (variables[i]), "madoguchi-test-");
      assert_true (g_file_test (g_getenv (variables[i]), G_FILE_TEST_IS_DIR));
    }
  assert_string_equal (g_get_user_data_dir (), g_getenv ("XDG_DATA_HOME"));
}

static void
test_source_path (void **state)
{
  g_autofree char *text = mdg_test_read_source ("meson.build", NULL);

  mdg_test_assert_contains (text, "project('madoguchi'");
}

static void
test_remove_tree (void **state)
{
  const char *dir = *state;
  g_autofree char *outside = mdg_test_make_temp_dir ();
  g_autofree char *kept = g_build_filename (outside, "kept", NULL);
  g_autofree char *tree = g_build_filename (dir, "tree", NULL);
  g_autofree char *deep = g_build_filename (tree, "a", "b", NULL);
  g_autofree char *link = g_build_filename (tree, "link", NULL);

  assert_int_equal (g_mkdir_with_parents (deep, 0700), 0);
  assert_true (g_file_set_contents (kept, "kept", -1, NULL));
  assert_int_equal (symlink (outside, link), 0);
  assert_int_equal (g_chmod (deep, 0), 0);

  mdg_test_remove_tree (tree);

  assert_false (g_file_test (tree, G_FILE_TEST_EXISTS));
  assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static gboolean
set_flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_spin (void **state)
{
  gboolean flag = FALSE;

  g_timeout_add (1, set_flag_cb, &flag);
  assert_true (mdg_test_spin_until_set (&flag));
}

static void
test_await_result (void **state)
{
  g_autoptr (GAsyncResult) kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, mdg_test_result_cb, &kept);

  g_task_return_int (task, 7);
  result = mdg_test_await_result (&kept);

  assert_int_equal (g_task_propagate_int (G_TASK (result), NULL), 7);
}

static void
test_rand_repeats (void **state)
{
  GRand *first = mdg_test_new_rand ();
  GRand *second = mdg_test_new_rand ();

  for (int i = 0; i < 10; i++)
    assert_int_equal (g_rand_int (first), g_rand_int (second));

  g_rand_free (first);
  g_rand_free (second);
}

static void
test_finalize (void **state)
{
  GCancellable *cancellable = g_cancellable_new ();
  guint count = 0;

  g_signal_connect_swapped (cancellable, "cancelled", G_CALLBACK (mdg_test_count_cb), &count);
  g_cancellable_cancel (cancellable);
  assert_int_equal (count, 1);

  mdg_test_assert_finalize (cancellable);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_private_dirs),
    cmocka_unit_test (test_source_path),
    cmocka_unit_test_setup_teardown (test_remove_tree, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test (test_spin),
    cmocka_unit_test (test_await_result),
    cmocka_unit_test (test_rand_repeats),
    cmocka_unit_test (test_finalize),
  };

  return mdg_test_run (tests);
}
