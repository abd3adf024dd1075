/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

/*
 * A table as an office makes it: the rates of the deck of 13 November 2025, typed as CSV and saved by
 * a spreadsheet program as XLSX and ODS. Whatever the file, the figures are the same.
 */

static const char *const files[] = { "rates.csv", "rates.xlsx", "rates.ods" };

static MdgImportResult *
import (const char *name, GHashTable *answers)
{
  g_autofree char *relative = g_build_filename ("tests/fixtures/import", name, NULL);
  g_autofree char *path = mdg_test_source_path (relative);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MdgImportResult *result =
    mdg_import_file (file, &(MdgImportOptions) { .answers = answers }, NULL, &error);

  mdg_test_assert_no_error (error);

  return result;
}

/* The table does not say of which facilities it is, and no law can tell; so it asks, and nothing is
 * handed out before. */
static void
test_asks (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MdgImportResult) result = import (files[i], NULL);
      const MdgImportQuestion *question;

      assert_int_equal (result->batch->observations->len, 0);
      assert_int_equal (result->questions->len, 1);
      question = g_ptr_array_index (result->questions, 0);
      assert_int_equal (question->kind, MDG_QUESTION_FACILITY_TYPE);
      assert_string_equal (question->id, "facility_type:1");
      assert_null (question->answer);
    }
}

static void
test_answered (void **state)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (answers, (gpointer) "facility_type", (gpointer) "all");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MdgImportResult) result = import (files[i], answers);
      GArray *figures = result->batch->observations;

      assert_int_equal (figures->len, 2 * MDG_N_PREFECTURES);
      for (guint j = 0; j < figures->len; j++)
        {
          const MdgObservation *figure = &g_array_index (figures, MdgObservation, j);
          const MdgObservation *printed =
            mdg_deck_find_like (mdg_deck_base ()->batch->observations, figure);

          assert_non_null (printed);
          assert_int_equal (mdg_decimal_compare (figure->value, printed->value), 0);
          /* Nothing in the table proves them. */
          assert_int_equal (figure->quality, MDG_QUALITY_PRINTED);
        }
    }
}

static int
teardown (void **state)
{
  mdg_deck_clear ();

  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_asks),
    cmocka_unit_test (test_answered),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
