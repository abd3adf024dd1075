/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <time.h>

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-desk-log.h"

#define N_MANY 20000

typedef struct
{
  char *directory;
  MdgDatabase *database;
} Fixture;

static void
set_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  set_zone ("Asia/Tokyo");
  fixture->directory = mdg_test_make_temp_dir ();
  fixture->database = fixture_open_database (fixture->directory);
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;

  mdg_database_free (fixture->database);
  mdg_test_remove_tree (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture);
  set_zone ("UTC");

  return 0;
}

static void
add (Fixture *fixture, gint64 at, const char *situation, const char *outcome)
{
  g_autoptr (MdgDeskLogEntry) entry =
    mdg_desk_log_entry_new (at, "madoguchi", "1.0", situation, outcome);
  g_autoptr (GError) error = NULL;

  mdg_database_log_desk (fixture->database, entry, &error);
  mdg_test_assert_no_error (error);
}

static GPtrArray *
count (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = mdg_database_count_desk_log (fixture->database, &error);

  mdg_test_assert_no_error (error);

  return counts;
}

/* Microseconds since 1970 of a time in UTC. */
static gint64
at (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (text, utc);

  assert_non_null (date);

  return g_date_time_to_unix_usec (date);
}

static void
assert_count (GPtrArray *counts,
              guint index,
              const char *month,
              const char *situation,
              const char *outcome,
              guint n)
{
  const MdgDeskLogCount *one = g_ptr_array_index (counts, index);
  g_autofree char *text = mdg_month_to_string (one->month);

  assert_string_equal (text, month);
  assert_string_equal (one->situation_id, situation);
  assert_string_equal (one->outcome_id, outcome);
  assert_int_equal (one->count, n);
}

static void
test_an_empty_log (void **state)
{
  g_autoptr (GPtrArray) counts = count (*state);

  assert_int_equal (counts->len, 0);
}

/* The last second of a month and the first of the next, where the clock on the wall says so. */
static void
test_months_of_the_local_time (void **state)
{
  Fixture *fixture = *state;

  add (fixture, at ("2026-10-31T14:59:59.999999Z"), "pin", "out-face");
  add (fixture, at ("2026-10-31T15:00:00.000000Z"), "pin", "out-face");
  add (fixture, at ("2026-12-31T14:59:59Z"), "pin", "out-face");
  add (fixture, at ("2026-12-31T15:00:00Z"), "pin", "out-face");

  {
    g_autoptr (GPtrArray) counts = count (fixture);

    assert_int_equal (counts->len, 4);
    assert_count (counts, 0, "2027-01", "pin", "out-face", 1);
    assert_count (counts, 1, "2026-12", "pin", "out-face", 1);
    assert_count (counts, 2, "2026-11", "pin", "out-face", 1);
    assert_count (counts, 3, "2026-10", "pin", "out-face", 1);
  }

  set_zone ("UTC");
  {
    g_autoptr (GPtrArray) counts = count (fixture);

    assert_int_equal (counts->len, 2);
    assert_count (counts, 0, "2026-12", "pin", "out-face", 2);
    assert_count (counts, 1, "2026-10", "pin", "out-face", 2);
  }
}

static void
test_another_outcome_of_the_same_case (void **state)
{
  Fixture *fixture = *state;
  const gint64 begun = at ("2026-11-05T01:00:00Z");
  g_autoptr (GPtrArray) counts = NULL;

  add (fixture, begun, "invalid", "out-past");
  add (fixture, begun, "invalid", "out-declaration");
  add (fixture, begun + 1, "invalid", "out-past");

  counts = count (fixture);
  assert_int_equal (counts->len, 2);
  assert_count (counts, 0, "2026-11", "invalid", "out-declaration", 1);
  assert_count (counts, 1, "2026-11", "invalid", "out-past", 1);
}

/* The case that is most frequent in its month stands first, with all that came of it. */
static void
test_order (void **state)
{
  Fixture *fixture = *state;
  const gint64 begun = at ("2026-11-05T01:00:00Z");
  g_autoptr (GPtrArray) counts = NULL;

  add (fixture, begun, "a", "x");
  add (fixture, begun + 1, "a", "x");
  add (fixture, begun + 2, "a", "x");
  for (guint i = 0; i < 2; i++)
    {
      add (fixture, begun + 10 + i, "b", "x");
      add (fixture, begun + 20 + i, "b", "y");
    }
  add (fixture, begun + 30, "b", "y");
  add (fixture, at ("2026-12-05T01:00:00Z"), "c", "x");

  counts = count (fixture);
  assert_int_equal (counts->len, 4);
  assert_count (counts, 0, "2026-12", "c", "x", 1);
  assert_count (counts, 1, "2026-11", "b", "y", 3);
  assert_count (counts, 2, "2026-11", "b", "x", 2);
  assert_count (counts, 3, "2026-11", "a", "x", 3);
}

static gpointer
fill_work (MdgDatabase *database)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  GHashTable *expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  for (guint i = 0; i < N_MANY; i++)
    {
      const gint64 begun = at ("2024-12-01T00:00:00Z") +
                           (gint64) (g_rand_double (rand) * 3 * 365 * 86400) * G_USEC_PER_SEC + i;
      g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (begun / G_USEC_PER_SEC);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (date, zone);
      g_autofree char *situation = g_strdup_printf ("case-%d", g_rand_int_range (rand, 0, 22));
      g_autofree char *outcome = g_strdup_printf ("out-%d", g_rand_int_range (rand, 0, 5));
      char *key = g_strdup_printf ("%04d-%02d %s %s", g_date_time_get_year (local),
                                   g_date_time_get_month (local), situation, outcome);
      g_autoptr (MdgDeskLogEntry) entry =
        mdg_desk_log_entry_new (begun, "madoguchi", "1.0", situation, outcome);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (expected, key));

      assert_true (mdg_database_log_desk (database, entry, NULL));
      g_hash_table_replace (expected, key, GUINT_TO_POINTER (n + 1));
    }

  return expected;
}

/* Three years of a busy desk: every count is what counting by hand gives. */
static void
test_many_entries (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgDatabase) memory = fixture_open_database (NULL);
  g_autoptr (GHashTable) expected = fill_work (memory);
  g_autoptr (GPtrArray) counts = mdg_database_count_desk_log (memory, NULL);

  assert_non_null (fixture);
  assert_int_equal (counts->len, g_hash_table_size (expected));
  for (guint i = 0; i < counts->len; i++)
    {
      const MdgDeskLogCount *one = g_ptr_array_index (counts, i);
      g_autofree char *month = mdg_month_to_string (one->month);
      g_autofree char *key =
        g_strdup_printf ("%s %s %s", month, one->situation_id, one->outcome_id);

      assert_int_equal (one->count, GPOINTER_TO_UINT (g_hash_table_lookup (expected, key)));
    }
}

static void
test_kept_and_deleted (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GError) error = NULL;

  add (fixture, at ("2026-11-05T01:00:00Z"), "a", "x");
  g_clear_pointer (&fixture->database, mdg_database_free);
  fixture->database = fixture_open_database (fixture->directory);
  {
    g_autoptr (GPtrArray) counts = count (fixture);

    assert_int_equal (counts->len, 1);
  }

  assert_true (mdg_database_delete_desk_log (fixture->database, &error));
  mdg_test_assert_no_error (error);
  {
    g_autoptr (GPtrArray) counts = count (fixture);

    assert_int_equal (counts->len, 0);
  }
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM desk_log"), 0);
  fixture_check_integrity (fixture->database);
}

/* Nothing but these columns: whoever adds one must say so where the log is switched on. */
static void
test_what_is_kept (void **state)
{
  Fixture *fixture = *state;

  assert_int_equal (fixture_count (fixture->database,
                                   "SELECT count (*) FROM pragma_table_info ('desk_log') WHERE name"
                                   " IN ('at', 'pack', 'pack_version', 'situation', 'outcome')"),
                    5);
  assert_int_equal (
    fixture_count (fixture->database, "SELECT count (*) FROM pragma_table_info ('desk_log')"), 5);
}

#define log_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    log_test (test_an_empty_log),
    log_test (test_months_of_the_local_time),
    log_test (test_another_outcome_of_the_same_case),
    log_test (test_order),
    log_test (test_many_entries),
    log_test (test_kept_and_deleted),
    log_test (test_what_is_kept),
  };

  return mdg_test_run (tests);
}
