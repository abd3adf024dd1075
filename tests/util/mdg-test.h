/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* cmocka.h wants these four before itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * mdg_test_run:
 * @tests: an array of `struct CMUnitTest`
 *
 * Runs @tests as the one group of a test program, in private XDG directories that are removed
 * afterwards. To be called first in `main ()`, whose exit status it returns.
 */
#define mdg_test_run(tests) mdg_test_run_group (#tests, (tests), G_N_ELEMENTS (tests), NULL, NULL)

/**
 * mdg_test_run_full:
 * @tests: an array of `struct CMUnitTest`
 * @group_setup: (nullable): run before the first test
 * @group_teardown: (nullable): run after the last test
 *
 * As [func@mdg_test_run], with fixtures for the whole group.
 */
#define mdg_test_run_full(tests, group_setup, group_teardown) \
  mdg_test_run_group (#tests, (tests), G_N_ELEMENTS (tests), (group_setup), (group_teardown))

int mdg_test_run_group (const char *name,
                        const struct CMUnitTest *tests,
                        gsize n_tests,
                        CMFixtureFunction group_setup,
                        CMFixtureFunction group_teardown);

void mdg_test_init (void);
void mdg_test_bind_translations (const char *domain);
void mdg_test_skip_all (const char *reason) G_NORETURN;

/* Files. */
char *mdg_test_source_path (const char *path);
char *mdg_test_build_path (const char *path);
char *mdg_test_read_source (const char *path, gsize *length);
char *mdg_test_make_temp_dir (void);
void mdg_test_remove_tree (const char *path);
int mdg_test_temp_dir_setup (void **state);
int mdg_test_temp_dir_teardown (void **state);

/* Generated inputs. */
GRand *mdg_test_new_rand (void);

/* The main loop. */
typedef gboolean (*MdgTestCondition) (gpointer data);

gboolean mdg_test_spin_until (MdgTestCondition condition, gpointer data);
gboolean mdg_test_spin_until_set (const gboolean *flag);
void mdg_test_spin_pending (void);
void mdg_test_spin_for (guint milliseconds);
void mdg_test_result_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *mdg_test_await_result (GAsyncResult **slot);

/* Signals and life times. */
void mdg_test_count_cb (gpointer data);

/**
 * mdg_test_assert_no_error:
 * @error: (nullable): a `GError *`
 *
 * Fails the test, with the error's message, if @error is set.
 */
#define mdg_test_assert_no_error(error) mdg_test_check_no_error ((error), __FILE__, __LINE__)

/**
 * mdg_test_assert_error:
 * @error: (nullable): a `GError *`
 * @domain: the expected domain
 * @code: the expected code
 *
 * Fails the test unless @error is set and is of @domain and @code.
 */
#define mdg_test_assert_error(error, domain, code) \
  mdg_test_check_error ((error), (domain), (code), __FILE__, __LINE__)

/**
 * mdg_test_assert_contains:
 * @text: (nullable): a string
 * @part: a string
 *
 * Fails the test unless @part stands in @text.
 */
#define mdg_test_assert_contains(text, part) \
  mdg_test_check_contains ((text), (part), __FILE__, __LINE__)

/**
 * mdg_test_assert_in_range:
 * @value: an integer
 * @low: the least it may be
 * @high: the most it may be
 *
 * Fails the test, with the value, unless it is in the range. What cmocka has for this is not the
 * same in its old and new versions.
 */
#define mdg_test_assert_in_range(value, low, high) \
  mdg_test_check_in_range ((gint64) (value), (gint64) (low), (gint64) (high), __FILE__, __LINE__)

/**
 * mdg_test_assert_finalize:
 * @object: (transfer full): a `GObject *`
 *
 * Drops the caller's reference and fails the test unless it was the last one.
 */
#define mdg_test_assert_finalize(object) \
  mdg_test_check_finalize (G_OBJECT (object), #object, __FILE__, __LINE__)

void mdg_test_check_no_error (const GError *error, const char *file, int line);
void mdg_test_check_error (const GError *error,
                           GQuark domain,
                           int code,
                           const char *file,
                           int line);
void mdg_test_check_contains (const char *text, const char *part, const char *file, int line);
void mdg_test_check_in_range (gint64 value, gint64 low, gint64 high, const char *file, int line);
void mdg_test_check_finalize (GObject *object, const char *expression, const char *file, int line);

G_END_DECLS
