/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Long enough for a loaded machine under a sanitizer: only a hang gets this far. */
#define SPIN_CAP_SECONDS 60

static char *private_home;

static const char *
require_env (const char *name)
{
  const char *value = g_getenv (name);

  if (value == NULL)
    {
      g_printerr ("%s is not set: run the test through `meson test`, or set it.\n", name);
      exit (1);
    }

  return value;
}

static void
remove_private_home (void)
{
  if (private_home != NULL)
    mdg_test_remove_tree (private_home);
  g_clear_pointer (&private_home, g_free);
}

static void
set_private_dir (const char *variable, const char *name)
{
  g_autofree char *path = g_build_filename (private_home, name, NULL);

  if (g_mkdir_with_parents (path, 0700) != 0)
    {
      g_printerr ("Could not make the folder %s for the test.\n", path);
      exit (1);
    }
  g_setenv (variable, path, TRUE);
}

static gboolean
wake_up_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_flag_set (gpointer data)
{
  return *(const gboolean *) data;
}

static gboolean
is_pointer_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () >= *(const gint64 *) data;
}

/**
 * mdg_test_init:
 *
 * Gives the process private XDG directories, removed at its exit, and sends GLib's messages to
 * standard error, since standard output belongs to TAP. [func@mdg_test_run] calls it; a program
 * that needs GTK or any file before that calls it first. A second call does nothing.
 */
void
mdg_test_init (void)
{
  g_autoptr (GError) error = NULL;

  if (private_home != NULL)
    return;

  setlocale (LC_ALL, "");
  g_log_writer_default_set_use_stderr (TRUE);

  private_home = g_dir_make_tmp ("madoguchi-test-XXXXXX", &error);
  if (private_home == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
  atexit (remove_private_home);

  set_private_dir ("HOME", "home");
  set_private_dir ("XDG_DATA_HOME", "data");
  set_private_dir ("XDG_CONFIG_HOME", "config");
  set_private_dir ("XDG_CACHE_HOME", "cache");
  set_private_dir ("XDG_STATE_HOME", "state");
}

/**
 * mdg_test_bind_translations:
 * @domain: the program's text domain, `GETTEXT_PACKAGE`
 *
 * Has messages translated as in the built program, for tests that change the language. Most tests
 * read messages in English, and need not.
 */
void
mdg_test_bind_translations (const char *domain)
{
  bindtextdomain (domain, require_env ("MADOGUCHI_LOCALEDIR"));
  bind_textdomain_codeset (domain, "UTF-8");
  textdomain (domain);
}

/**
 * mdg_test_skip_all:
 * @reason: why nothing can be tested here
 *
 * Reports the whole program as skipped and leaves it.
 */
void
mdg_test_skip_all (const char *reason)
{
  /* Under TAP the plan says it, and a status other than 0 would count as an error. */
  if (g_strcmp0 (g_getenv ("CMOCKA_MESSAGE_OUTPUT"), "TAP") == 0)
    {
      g_print ("1..0 # SKIP %s\n", reason);
      exit (0);
    }

  g_printerr ("Skipped: %s\n", reason);
  exit (77);
}

/**
 * mdg_test_run_group:
 * @name: the group's name
 * @tests: (array length=n_tests): the tests
 * @n_tests: how many they are
 * @group_setup: (nullable): run before the first test
 * @group_teardown: (nullable): run after the last test
 *
 * The function behind [func@mdg_test_run].
 *
 * Returns: an exit status, 0 if all tests passed
 */
int
mdg_test_run_group (const char *name,
                    const struct CMUnitTest *tests,
                    gsize n_tests,
                    CMFixtureFunction group_setup,
                    CMFixtureFunction group_teardown)
{
  int n_failed;

  mdg_test_init ();
  n_failed = _cmocka_run_group_tests (name, tests, n_tests, group_setup, group_teardown);
  remove_private_home ();

  return n_failed == 0 ? 0 : 1;
}

/**
 * mdg_test_source_path:
 * @path: a path below the project's folder, such as `tests/fixtures/deck.txt`
 *
 * Returns: (transfer full): its absolute path
 */
char *
mdg_test_source_path (const char *path)
{
  return g_build_filename (require_env ("MDG_TEST_SRCDIR"), path, NULL);
}

/**
 * mdg_test_build_path:
 * @path: a path below the build folder, such as `data/map.bin`
 *
 * Returns: (transfer full): its absolute path
 */
char *
mdg_test_build_path (const char *path)
{
  return g_build_filename (require_env ("MDG_TEST_BUILDDIR"), path, NULL);
}

/**
 * mdg_test_read_source:
 * @path: a path below the project's folder
 * @length: (out) (optional): the number of bytes
 *
 * Reads a whole file, and fails the test if that does not succeed.
 *
 * Returns: (transfer full): its bytes, followed by a zero
 */
char *
mdg_test_read_source (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full_path = mdg_test_source_path (path);
  char *contents = NULL;

  g_file_get_contents (full_path, &contents, length, &error);
  mdg_test_assert_no_error (error);

  return contents;
}

/**
 * mdg_test_make_temp_dir:
 *
 * Makes an empty folder, which goes away with the private directories at the latest.
 *
 * Returns: (transfer full): its path
 */
char *
mdg_test_make_temp_dir (void)
{
  char *path;

  mdg_test_init ();
  path = g_build_filename (private_home, "scratch-XXXXXX", NULL);
  if (g_mkdtemp (path) == NULL)
    fail_msg ("Could not make the folder %s.", path);

  return path;
}

/**
 * mdg_test_remove_tree:
 * @path: a file or a folder
 *
 * Removes @path and all that is below it. Symbolic links are removed, not followed.
 */
void
mdg_test_remove_tree (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = NULL;
      const char *name;

      /* A test may have taken away the permission to look inside. */
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          mdg_test_remove_tree (child);
        }
    }

  g_remove (path);
}

/**
 * mdg_test_temp_dir_setup:
 * @state: where cmocka keeps the test's state
 *
 * A fixture for `cmocka_unit_test_setup_teardown ()`: `*state` becomes the path of an empty folder.
 *
 * Returns: 0
 */
int
mdg_test_temp_dir_setup (void **state)
{
  *state = mdg_test_make_temp_dir ();

  return 0;
}

/**
 * mdg_test_temp_dir_teardown:
 * @state: where cmocka keeps the test's state
 *
 * Removes the folder of [func@mdg_test_temp_dir_setup] with all it holds.
 *
 * Returns: 0
 */
int
mdg_test_temp_dir_teardown (void **state)
{
  g_autofree char *path = *state;

  *state = NULL;
  mdg_test_remove_tree (path);

  return 0;
}

/**
 * mdg_test_new_rand:
 *
 * Makes a generator for test inputs. The seed is fixed, so that a failure comes again;
 * `MDG_TEST_SEED` in the environment chooses another.
 *
 * Returns: (transfer full): a generator, to be freed with g_rand_free ()
 */
GRand *
mdg_test_new_rand (void)
{
  const char *text = g_getenv ("MDG_TEST_SEED");
  guint32 seed = text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 20251113;

  g_printerr ("Generated inputs use MDG_TEST_SEED=%u\n", seed);

  return g_rand_new_with_seed (seed);
}

/**
 * mdg_test_spin_until:
 * @condition: asked after each turn of the main loop
 * @data: handed to @condition
 *
 * Turns the default main context until @condition holds. The cap is so long that only a hang
 * reaches it; assert the result.
 *
 * Returns: whether @condition came to hold
 */
gboolean
mdg_test_spin_until (MdgTestCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + SPIN_CAP_SECONDS * G_USEC_PER_SEC;
  guint wake_up_id;
  gboolean holds;

  /* A condition may depend on a thread that never wakes this context. One that takes long must not
   * keep frames from being drawn: they come before this. */
  wake_up_id = g_timeout_add_full (G_PRIORITY_LOW, 5, wake_up_cb, NULL, NULL);
  while (!(holds = condition (data)) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake_up_id);

  return holds;
}

/**
 * mdg_test_spin_until_set:
 * @flag: a variable that some callback sets
 *
 * As [func@mdg_test_spin_until], waiting for @flag.
 *
 * Returns: whether @flag came to be set
 */
gboolean
mdg_test_spin_until_set (const gboolean *flag)
{
  return mdg_test_spin_until (is_flag_set, (gpointer) flag);
}

/**
 * mdg_test_spin_pending:
 *
 * Turns the default main context until nothing is ready any more.
 */
void
mdg_test_spin_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * mdg_test_spin_for:
 * @milliseconds: how long
 *
 * Turns the default main context for a while, to show that something does not happen. To wait for
 * something that does, use [func@mdg_test_spin_until].
 */
void
mdg_test_spin_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);

  mdg_test_spin_until (is_past, &end);
}

/**
 * mdg_test_result_cb:
 * @source: (nullable): the source of the operation
 * @result: the result
 * @data: the address of a `GAsyncResult *` that is %NULL
 *
 * A #GAsyncReadyCallback that keeps the result for [func@mdg_test_await_result].
 */
void
mdg_test_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

/**
 * mdg_test_await_result:
 * @slot: what was given to [func@mdg_test_result_cb]
 *
 * Turns the main loop until the operation has ended, and fails the test if it never does.
 *
 * Returns: (transfer full): the result
 */
GAsyncResult *
mdg_test_await_result (GAsyncResult **slot)
{
  assert_true (mdg_test_spin_until (is_pointer_set, slot));

  return g_steal_pointer (slot);
}

/**
 * mdg_test_count_cb:
 * @data: the address of a `guint`
 *
 * Counts emissions: connect it with g_signal_connect_swapped ().
 */
void
mdg_test_count_cb (gpointer data)
{
  guint *count = data;

  *count += 1;
}

void
mdg_test_check_no_error (const GError *error, const char *file, int line)
{
  if (error == NULL)
    return;

  print_error ("%s:%d: unexpected error (%s, %d): %s\n", file, line,
               g_quark_to_string (error->domain), error->code, error->message);
  _fail (file, line);
}

void
mdg_test_check_error (const GError *error, GQuark domain, int code, const char *file, int line)
{
  if (error != NULL && error->domain == domain && error->code == code)
    return;

  if (error == NULL)
    print_error ("%s:%d: expected an error (%s, %d), but there was none\n", file, line,
                 g_quark_to_string (domain), code);
  else
    print_error ("%s:%d: expected an error (%s, %d), but got (%s, %d): %s\n", file, line,
                 g_quark_to_string (domain), code, g_quark_to_string (error->domain), error->code,
                 error->message);
  _fail (file, line);
}

void
mdg_test_check_contains (const char *text, const char *part, const char *file, int line)
{
  if (text != NULL && strstr (text, part) != NULL)
    return;

  print_error ("%s:%d: \"%s\" does not stand in \"%s\"\n", file, line, part,
               text != NULL ? text : "(null)");
  _fail (file, line);
}

void
mdg_test_check_in_range (gint64 value, gint64 low, gint64 high, const char *file, int line)
{
  if (value >= low && value <= high)
    return;

  print_error ("%s:%d: %" G_GINT64_FORMAT " is not in %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
               "\n",
               file, line, value, low, high);
  _fail (file, line);
}

void
mdg_test_check_finalize (GObject *object, const char *expression, const char *file, int line)
{
  GWeakRef ref;
  g_autoptr (GObject) left = NULL;

  g_weak_ref_init (&ref, object);
  g_object_unref (object);
  left = g_weak_ref_get (&ref);
  g_weak_ref_clear (&ref);
  if (left == NULL)
    return;

  print_error ("%s:%d: %s is still referenced\n", file, line, expression);
  _fail (file, line);
}
