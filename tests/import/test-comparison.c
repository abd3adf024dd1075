/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"
#include "import/mdg-import-comparison.h"
#include "import/mdg-import-files.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_nothing_known (void **state)
{
  const MdgImportResult *deck = mdg_deck_base ();
  g_autoptr (MdgImportComparison) comparison = mdg_import_compare (deck->batch, NULL);

  assert_int_equal (comparison->n_new, deck->batch->observations->len);
  assert_int_equal (comparison->n_same, 0);
  assert_int_equal (comparison->conflicts->len, 0);
}

static void
test_same_deck (void **state)
{
  const MdgImportResult *deck = mdg_deck_base ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (deck->batch);
  g_autoptr (MdgImportComparison) comparison = mdg_import_compare (deck->batch, figures);

  assert_int_equal (comparison->n_new, 0);
  assert_int_equal (comparison->n_same, deck->batch->observations->len);
  assert_int_equal (comparison->conflicts->len, 0);
}

/* A batch of one figure that differs from the deck's by @difference, of @quality, published @published. */
static MdgBatch *
make_rival (int difference, MdgQuality quality, MdgDay published)
{
  const MdgObservation *figure = mdg_deck_find (mdg_deck_base (), MDG_DECK_MONTH, 13,
                                                MDG_FACILITY_PHARMACY, MDG_MEASURE_MNC_COUNT);
  MdgBatch *batch = mdg_batch_new ();
  MdgEdition *edition = mdg_edition_new ();
  MdgObservation rival = *figure;

  edition->id = g_strdup ("rival");
  edition->digest = g_strdup ("00");
  edition->published = published;
  mdg_batch_add_edition (batch, edition);
  rival.edition = 0;
  rival.quality = quality;
  rival.value.digits += difference;
  mdg_batch_add (batch, &rival);

  return batch;
}

static void
test_conflicts (void **state)
{
  const struct
  {
    MdgQuality quality;
    MdgDay published;
    gboolean new_is_shown;
  } cases[] = {
    { MDG_QUALITY_VERIFIED, mdg_day_new (2025, 12, 11), TRUE },
    { MDG_QUALITY_VERIFIED, mdg_day_new (2024, 12, 11), TRUE },
    { MDG_QUALITY_VERIFIED, MDG_DAY_NONE, FALSE },
    { MDG_QUALITY_PRINTED, mdg_day_new (2025, 12, 11), FALSE },
  };
  g_autoptr (MdgFigures) figures = mdg_figures_new (mdg_deck_base ()->batch);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgBatch) rival = make_rival (-7, cases[i].quality, cases[i].published);
      g_autoptr (MdgImportComparison) comparison = mdg_import_compare (rival, figures);
      const MdgImportConflict *conflict;
      MdgDecimal difference;

      assert_int_equal (comparison->conflicts->len, 1);
      conflict = &g_array_index (comparison->conflicts, MdgImportConflict, 0);
      assert_int_equal (conflict->new_is_shown, cases[i].new_is_shown);
      assert_true (mdg_import_conflict_get_difference (conflict, &difference));
      assert_int_equal (difference.digits, -7);
      assert_non_null (conflict->old_edition);
    }
}

/* What the comparison foretells is what the figures show once both are stored. */
static void
test_foretells_what_is_shown (void **state)
{
  const MdgDay days[] = { MDG_DAY_NONE, mdg_day_new (2024, 1, 1), mdg_day_new (2026, 1, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (MdgQuality quality = MDG_QUALITY_SECONDARY; quality < MDG_N_QUALITIES; quality++)
      {
        g_autoptr (MdgBatch) rival = make_rival (1, quality, days[i]);
        g_autoptr (MdgFigures) figures = mdg_figures_new (mdg_deck_base ()->batch);
        g_autoptr (MdgImportComparison) comparison = mdg_import_compare (rival, figures);
        g_autoptr (MdgBatch) both = mdg_batch_new ();
        g_autoptr (MdgFigures) after = NULL;
        const MdgObservation *new = &g_array_index (rival->observations, MdgObservation, 0);
        const MdgObservation *shown;
        MdgObservation moved = *new;

        mdg_batch_add_edition (
          both, mdg_edition_ref (g_ptr_array_index (mdg_deck_base ()->batch->editions, 0)));
        moved.edition =
          mdg_batch_add_edition (both, mdg_edition_ref (g_ptr_array_index (rival->editions, 0)));
        g_array_append_vals (both->observations, mdg_deck_base ()->batch->observations->data,
                             mdg_deck_base ()->batch->observations->len);
        mdg_batch_add (both, &moved);
        after = mdg_figures_new (both);
        shown = mdg_figures_lookup (after, new->month, new->as_of, new->area, new->facility_type,
                                    new->measure);

        assert_int_equal (comparison->conflicts->len, 1);
        assert_int_equal (g_array_index (comparison->conflicts, MdgImportConflict, 0).new_is_shown,
                          mdg_decimal_compare (shown->value, new->value) == 0);
      }
}

/* A count in full and the same one in units of 10,000 do not contradict each other. */
static void
test_rounded_agrees (void **state)
{
  const struct
  {
    gint64 digits;
    guint n_conflicts;
  } cases[] = { { 101990000, 0 }, { 101980000, 1 } };
  g_autoptr (MdgFigures) figures = mdg_figures_new (mdg_deck_base ()->batch);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgBatch) rival = make_rival (0, MDG_QUALITY_PRINTED, MDG_DAY_NONE);
      MdgObservation *figure = &g_array_index (rival->observations, MdgObservation, 0);
      g_autoptr (MdgImportComparison) comparison = NULL;

      figure->area = MDG_AREA_NATIONAL;
      figure->facility_type = MDG_FACILITY_ALL;
      figure->precision = MDG_PRECISION_ROUNDED_10000;
      figure->value = MDG_DECIMAL (cases[i].digits, 0);
      comparison = mdg_import_compare (rival, figures);
      assert_int_equal (comparison->conflicts->len, cases[i].n_conflicts);
    }
}

static void
make_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  assert_int_equal (g_mkdir_with_parents (parent, 0700), 0);
  assert_true (g_file_set_contents (path, name, -1, NULL));
}

static void
test_expand (void **state)
{
  static const char *const expected[] = { "a.pdf", "b.txt", "2025/10.csv", "2025/11.csv" };
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *link = g_build_filename (folder, "2025", "round", NULL);
  g_autofree char *single = g_build_filename (folder, "b.txt", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  make_file (folder, "b.txt");
  make_file (folder, "a.pdf");
  make_file (folder, ".hidden");
  make_file (folder, "2025/11.csv");
  make_file (folder, "2025/10.csv");
  assert_int_equal (symlink (folder, link), 0);

  g_ptr_array_add (given, g_file_new_for_path (folder));
  g_ptr_array_add (given, g_file_new_for_path (single));
  g_ptr_array_add (given, g_file_new_for_path (nowhere));
  files = mdg_import_files_expand (given, NULL, &error);
  mdg_test_assert_no_error (error);

  assert_int_equal (files->len, G_N_ELEMENTS (expected) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *path = g_build_filename (folder, expected[i], NULL);

      assert_string_equal (g_file_peek_path (g_ptr_array_index (files, i)), path);
    }
  assert_string_equal (g_file_peek_path (g_ptr_array_index (files, files->len - 1)), nowhere);
  mdg_test_remove_tree (folder);
}

static void
test_too_many (void **state)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1001; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      make_file (folder, name);
    }
  g_ptr_array_add (given, g_file_new_for_path (folder));
  assert_null (mdg_import_files_expand (given, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE);
  mdg_test_remove_tree (folder);
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
    cmocka_unit_test (test_nothing_known),  cmocka_unit_test (test_same_deck),
    cmocka_unit_test (test_conflicts),      cmocka_unit_test (test_foretells_what_is_shown),
    cmocka_unit_test (test_rounded_agrees), cmocka_unit_test (test_expand),
    cmocka_unit_test (test_too_many),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
