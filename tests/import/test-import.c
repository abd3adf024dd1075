/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

static GFile *
write_file (const char *folder, const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  assert_true (g_file_set_contents (path, content, length, NULL));

  return g_file_new_for_path (path);
}

static void
test_file (void **state)
{
  g_autoptr (GFile) file = write_file (*state, "10月.txt", mdg_deck_text (), -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgImportResult) result = mdg_import_file (file, NULL, NULL, &error);

  mdg_test_assert_no_error (error);
  mdg_deck_assert_same (mdg_deck_base (), result);
  assert_string_equal (((MdgEdition *) g_ptr_array_index (result->batch->editions, 0))->file_name,
                       "10月.txt");
}

static void
test_file_errors (void **state)
{
  g_autoptr (GFile) folder = g_file_new_for_path (*state);
  g_autoptr (GFile) empty = write_file (*state, "empty", "", 0);
  g_autoptr (GFile) binary = write_file (*state, "binary", "a\0b", 3);
  g_autoptr (GFile) wrong = write_file (*state, "wrong", "no deck", -1);
  const struct
  {
    GFile *file;
    MdgImportError code;
  } cases[] = {
    { folder, MDG_IMPORT_ERROR_NOT_REGULAR },
    { empty, MDG_IMPORT_ERROR_EMPTY },
    { binary, MDG_IMPORT_ERROR_BINARY },
    { wrong, MDG_IMPORT_ERROR_NO_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_null (mdg_import_file (cases[i].file, NULL, NULL, &error));
      mdg_test_assert_error (error, MDG_IMPORT_ERROR, (int) cases[i].code);
      assert_true (strlen (error->message) > 20);
    }
}

static void
test_cancelled (void **state)
{
  g_autoptr (GFile) file = write_file (*state, "deck.txt", mdg_deck_text (), -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (mdg_deck_text (), mdg_deck_length ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) bytes_error = NULL;

  g_cancellable_cancel (cancellable);
  assert_null (mdg_import_file (file, NULL, cancellable, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  assert_null (mdg_import_bytes (bytes, NULL, NULL, cancellable, &bytes_error));
  mdg_test_assert_error (bytes_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
import_in_thread (gpointer file)
{
  return mdg_import_file (file, NULL, NULL, NULL);
}

/* Imports in several threads at once: nothing is shared. */
static void
test_parallel (void **state)
{
  g_autoptr (GFile) file = write_file (*state, "deck.txt", mdg_deck_text (), -1);
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("import", import_in_thread, file);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (MdgImportResult) result = g_thread_join (threads[i]);

      assert_non_null (result);
      mdg_deck_assert_same (mdg_deck_base (), result);
    }
}

/* A deck that prints its date gets its id and its day of publication from it. */
static void
test_publication (void **state)
{
  static const struct
  {
    const char *line;
    const char *id;
  } cases[] = {
    { "令和７年11月13日 第203回社会保障審議会医療保険部会 資料１", "mhlw-2025-11-13" },
    { "2025年11月13日", "mhlw-2025-11-13" },
    { "（R7.11.13時点）", "mhlw-2025-11-13" },
    /* Before the month was over, or years later: not the day of publication. */
    { "令和７年10月13日", NULL },
    { "令和９年11月13日", NULL },
    { "令和７年11月", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n%s", cases[i].line, mdg_deck_text ());
      g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);
      const MdgEdition *edition = g_ptr_array_index (result->batch->editions, 0);

      if (cases[i].id != NULL)
        {
          g_autofree char *id = g_strdup_printf ("%s-%.8s", cases[i].id, edition->digest);

          assert_string_equal (edition->id, id);
          assert_int_equal (edition->published, mdg_day_new (2025, 11, 13));
        }
      else
        {
          assert_true (g_str_has_prefix (edition->id, "deck-2025-10-"));
          assert_int_equal (edition->published, MDG_DAY_NONE);
        }
    }
}

/* Slide 1 alone names its month without the year. */
static void
test_month_without_year (void **state)
{
  const char *end_of_slide_1 = strstr (mdg_deck_text (), "＜参考＞");
  const char *end_of_slide_2 = strstr (mdg_deck_text (), "○継続的に");
  g_autofree char *slide_1 = g_strndup (mdg_deck_text (), end_of_slide_1 - mdg_deck_text ());
  g_autofree char *both = g_strndup (mdg_deck_text (), end_of_slide_2 - mdg_deck_text ());
  g_autoptr (GBytes) bytes = g_bytes_new (slide_1, strlen (slide_1));
  g_autoptr (MdgImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  assert_null (mdg_import_bytes (bytes, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_MONTH);

  /* Slide 2 names the month before, with the year. */
  result = mdg_deck_import (both, -1);
  assert_int_equal (result->report->month, MDG_DECK_MONTH);
  assert_int_equal (mdg_deck_find_entry (result, MDG_TABLE_TOTALS, MDG_N_FACILITY_TYPES)->status,
                    MDG_ENTRY_VERIFIED);
}

/* Importing never depends on what came before. */
static void
test_repeatable (void **state)
{
  g_autoptr (MdgImportResult) first = mdg_deck_import (mdg_deck_text (), -1);
  g_autoptr (MdgImportResult) second = mdg_deck_import (mdg_deck_text (), -1);
  g_autofree char *first_report = mdg_import_report_serialize (first->report);
  g_autofree char *second_report = mdg_import_report_serialize (second->report);

  mdg_deck_assert_same (first, second);
  assert_string_equal (first_report, second_report);
}

static int
teardown (void **state)
{
  mdg_deck_clear ();

  return 0;
}

#define TEST_WITH_FOLDER(function) \
  cmocka_unit_test_setup_teardown (function, mdg_test_temp_dir_setup, mdg_test_temp_dir_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    TEST_WITH_FOLDER (test_file),        TEST_WITH_FOLDER (test_file_errors),
    TEST_WITH_FOLDER (test_cancelled),   TEST_WITH_FOLDER (test_parallel),
    cmocka_unit_test (test_publication), cmocka_unit_test (test_month_without_year),
    cmocka_unit_test (test_repeatable),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
