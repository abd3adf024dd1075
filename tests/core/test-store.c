/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-store.h"

#include <string.h>

/* What happened, in order: f for new figures, s for a state, d for a job done. */
typedef struct
{
  GString *events;
  MdgStore *store;
  GThread *main_thread;
  gboolean elsewhere;
} Watch;

static void
note (Watch *watch, char event)
{
  watch->elsewhere |= g_thread_self () != watch->main_thread;
  g_string_append_c (watch->events, event);
}

static void
figures_cb (MdgStore *store, GParamSpec *pspec, Watch *watch)
{
  note (watch, 'f');
}

static void
state_cb (MdgStore *store, GParamSpec *pspec, Watch *watch)
{
  note (watch, 's');
}

static Watch *
watch_new (const char *directory)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->events = g_string_new (NULL);
  watch->main_thread = g_thread_self ();
  watch->store = mdg_store_new (directory);
  g_signal_connect (watch->store, "notify::figures", G_CALLBACK (figures_cb), watch);
  g_signal_connect (watch->store, "notify::state", G_CALLBACK (state_cb), watch);

  return watch;
}

static void
watch_free (Watch *watch)
{
  assert_false (watch->elsewhere);
  if (watch->store != NULL)
    {
      g_signal_handlers_disconnect_by_data (watch->store, watch);
      mdg_test_assert_finalize (g_steal_pointer (&watch->store));
    }
  g_string_free (watch->events, TRUE);
  g_free (watch);
}

static gboolean
open_store (MdgStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mdg_store_open_async (store, NULL, mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);

  return mdg_store_open_finish (store, result, error);
}

static void
open_well (MdgStore *store)
{
  g_autoptr (GError) error = NULL;

  assert_true (open_store (store, &error));
  mdg_test_assert_no_error (error);
}

/* Jobs, in the worker. */
static gpointer
store_small (MdgDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MdgBatch) batch = fixture_new_small (data);

  if (!mdg_database_store_batch (database, batch, NULL, error))
    return NULL;

  return g_strdup (data);
}

static gpointer
fail_with_thread (MdgDatabase *database, gpointer data, GError **error)
{
  *(GThread **) data = g_thread_self ();
  g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED, "on purpose");

  return NULL;
}

static gpointer
count_up (MdgDatabase *database, gpointer data, GError **error)
{
  g_atomic_int_inc ((int *) data);

  return NULL;
}

static gpointer
wait_for_flag (MdgDatabase *database, gpointer data, GError **error)
{
  while (!g_atomic_int_get ((int *) data))
    g_usleep (500);

  return NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;

  note (watch, 'd');
  g_free (mdg_store_run_finish (MDG_STORE (source), result, NULL));
}

static void
test_opening_publishes_state_and_figures (void **state)
{
  Watch *watch = watch_new (*state);

  assert_int_equal (mdg_store_get_state (watch->store), MDG_STORE_CLOSED);
  assert_null (mdg_store_get_figures (watch->store));
  open_well (watch->store);
  assert_int_equal (mdg_store_get_state (watch->store), MDG_STORE_READY);
  assert_null (mdg_store_get_notice (watch->store));
  assert_int_equal (mdg_figures_get_n (mdg_store_get_figures (watch->store)), 1);
  assert_int_equal (watch->events->len, 2);
  watch_free (watch);
}

static void
test_notice_is_published (void **state)
{
  g_autofree char *path = g_build_filename (*state, MDG_DATABASE_FILE_NAME, NULL);
  g_autofree char *notice = NULL;
  MdgStoreState store_state;
  Watch *watch = watch_new (*state);

  assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  open_well (watch->store);
  g_object_get (watch->store, "state", &store_state, "notice", &notice, NULL);
  assert_int_equal (store_state, MDG_STORE_REPLACED);
  assert_string_equal (notice, mdg_store_get_notice (watch->store));
  watch_free (watch);
}

static void
test_new_figures_come_before_the_answer (void **state)
{
  Watch *watch = watch_new (*state);
  g_autofree char *id = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  open_well (watch->store);
  g_string_truncate (watch->events, 0);
  mdg_store_run_async (watch->store, store_small, g_strdup ("small"), g_free, g_free, NULL, done_cb,
                       watch);
  mdg_store_run_async (watch->store, store_small, g_strdup ("small"), g_free, g_free, NULL,
                       mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  id = mdg_store_run_finish (watch->store, result, NULL);

  /* The second time nothing changed, so nothing is published. */
  assert_string_equal (id, "small");
  assert_string_equal (watch->events->str, "fd");
  assert_int_equal (mdg_figures_get_n_editions (mdg_store_get_figures (watch->store)), 2);
  g_clear_object (&result);
  watch_free (watch);
}

static void
test_errors_come_back (void **state)
{
  Watch *watch = watch_new (*state);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread = NULL;

  open_well (watch->store);
  mdg_store_run_async (watch->store, fail_with_thread, &thread, NULL, NULL, NULL,
                       mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  assert_null (mdg_store_run_finish (watch->store, result, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  assert_non_null (thread);
  assert_ptr_not_equal (thread, watch->main_thread);
  g_clear_object (&result);
  watch_free (watch);
}

static void
test_jobs_before_the_opening_are_refused (void **state)
{
  Watch *watch = watch_new (*state);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  mdg_store_run_async (watch->store, count_up, &n, NULL, NULL, NULL, mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  assert_null (mdg_store_run_finish (watch->store, result, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN);
  assert_int_equal (n, 0);
  g_clear_object (&result);

  /* Queued after the opening is enough. */
  mdg_store_open_async (watch->store, NULL, NULL, NULL);
  mdg_store_run_async (watch->store, count_up, &n, NULL, NULL, NULL, mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  assert_int_equal (n, 1);
  g_clear_object (&result);
  watch_free (watch);
}

static void
test_second_opening_is_refused (void **state)
{
  Watch *watch = watch_new (*state);
  g_autoptr (GError) error = NULL;

  open_well (watch->store);
  assert_false (open_store (watch->store, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN);
  assert_int_equal (mdg_store_get_state (watch->store), MDG_STORE_READY);
  watch_free (watch);
}

static void
test_cancelled_before_it_begins (void **state)
{
  Watch *watch = watch_new (*state);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int go = FALSE;
  int n = 0;

  open_well (watch->store);
  mdg_store_run_async (watch->store, wait_for_flag, &go, NULL, NULL, NULL, NULL, NULL);
  mdg_store_run_async (watch->store, count_up, &n, NULL, NULL, cancellable, mdg_test_result_cb,
                       &result);
  g_cancellable_cancel (cancellable);
  g_atomic_int_set (&go, TRUE);
  result = mdg_test_await_result (&result);
  assert_null (mdg_store_run_finish (watch->store, result, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_int_equal (n, 0);
  g_clear_object (&result);
  watch_free (watch);
}

static gpointer
store_then_cancel (MdgDatabase *database, gpointer data, GError **error)
{
  gpointer result = store_small (database, (gpointer) "late", error);

  g_cancellable_cancel (data);

  return result;
}

static void
test_what_is_done_is_not_reported_cancelled (void **state)
{
  Watch *watch = watch_new (*state);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  open_well (watch->store);
  mdg_store_run_async (watch->store, store_then_cancel, cancellable, NULL, g_free, cancellable,
                       mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  id = mdg_store_run_finish (watch->store, result, &error);
  mdg_test_assert_no_error (error);
  assert_string_equal (id, "late");
  g_clear_object (&result);
  watch_free (watch);
}

static gboolean
has_figures_event (gpointer data)
{
  Watch *watch = data;

  return strchr (watch->events->str, 'f') != NULL;
}

static void
test_another_process_is_noticed (void **state)
{
  Watch *watch = watch_new (*state);
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  open_well (watch->store);
  g_string_truncate (watch->events, 0);

  /* Touching a checklist changes no figures. */
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "touches",
                              (char *) *state, "3", NULL);
  mdg_test_assert_no_error (error);
  assert_true (g_subprocess_wait_check (process, NULL, NULL));
  g_clear_object (&process);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "batches",
                              (char *) *state, "1", NULL);
  mdg_test_assert_no_error (error);
  assert_true (g_subprocess_wait_check (process, NULL, NULL));
  assert_true (mdg_test_spin_until (has_figures_event, watch));
  assert_string_equal (watch->events->str, "f");
  assert_int_equal (mdg_figures_get_n_editions (mdg_store_get_figures (watch->store)), 2);
  watch_free (watch);
}

static void
test_closing_runs_what_is_queued (void **state)
{
  Watch *watch = watch_new (*state);
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  open_well (watch->store);
  g_string_truncate (watch->events, 0);
  for (guint i = 0; i < 10; i++)
    mdg_store_run_async (watch->store, count_up, &n, NULL, NULL, NULL, NULL, NULL);
  mdg_store_run_async (watch->store, store_small, g_strdup ("last"), g_free, g_free, NULL, done_cb,
                       watch);
  mdg_store_close (watch->store);
  assert_int_equal (n, 10);
  assert_int_equal (mdg_store_get_state (watch->store), MDG_STORE_CLOSED);

  database = mdg_database_open (*state, NULL);
  figures = mdg_database_load_figures (database, NULL);
  assert_int_equal (mdg_figures_get_n_editions (figures), 2);

  /* The answers come when the main loop runs, the figures stay readable. */
  mdg_test_spin_pending ();
  assert_string_equal (watch->events->str, "sfd");
  assert_int_equal (mdg_figures_get_n_editions (mdg_store_get_figures (watch->store)), 2);
  assert_int_equal (mdg_store_get_state (watch->store), MDG_STORE_CLOSED);

  mdg_store_run_async (watch->store, count_up, &n, NULL, NULL, NULL, mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  assert_null (mdg_store_run_finish (watch->store, result, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN);
  g_clear_object (&result);
  mdg_store_close (watch->store);
  watch_free (watch);
}

static void
test_answers_outlive_the_store (void **state)
{
  Watch *watch = watch_new (*state);
  gpointer weak = watch->store;
  int n = 0;

  open_well (watch->store);
  g_object_add_weak_pointer (G_OBJECT (watch->store), &weak);
  for (guint i = 0; i < 20; i++)
    mdg_store_run_async (watch->store, count_up, &n, NULL, NULL, NULL, done_cb, watch);

  /* The jobs keep the store until the last is done; then it goes, in this thread. */
  g_signal_handlers_disconnect_by_data (watch->store, watch);
  g_string_truncate (watch->events, 0);
  g_object_unref (g_steal_pointer (&watch->store));
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_int_equal (n, 20);
  assert_int_equal (watch->events->len, 20);
  watch_free (watch);
}

static void
test_store_that_is_never_opened (void **state)
{
  mdg_test_assert_finalize (mdg_store_new (*state));
}

static void
test_store_in_memory (void **state)
{
  Watch *watch = watch_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *id = NULL;

  open_well (watch->store);
  mdg_store_run_async (watch->store, store_small, g_strdup ("small"), g_free, g_free, NULL,
                       mdg_test_result_cb, &result);
  result = mdg_test_await_result (&result);
  id = mdg_store_run_finish (watch->store, result, NULL);
  assert_string_equal (id, "small");
  assert_int_equal (mdg_figures_get_n_editions (mdg_store_get_figures (watch->store)), 2);
  g_clear_object (&result);
  watch_free (watch);
}

#define on_disk(test) \
  cmocka_unit_test_setup_teardown (test, mdg_test_temp_dir_setup, mdg_test_temp_dir_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    on_disk (test_opening_publishes_state_and_figures),
    on_disk (test_notice_is_published),
    on_disk (test_new_figures_come_before_the_answer),
    on_disk (test_errors_come_back),
    on_disk (test_jobs_before_the_opening_are_refused),
    on_disk (test_second_opening_is_refused),
    on_disk (test_cancelled_before_it_begins),
    on_disk (test_what_is_done_is_not_reported_cancelled),
    on_disk (test_another_process_is_noticed),
    on_disk (test_closing_runs_what_is_queued),
    on_disk (test_answers_outlive_the_store),
    on_disk (test_store_that_is_never_opened),
    cmocka_unit_test (test_store_in_memory),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
