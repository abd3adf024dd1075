/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * What is known of the month before: a table that contradicts it is refused, and a true one gives
 * the same figures as if nothing were known.
 */

/* The month before, as the deck itself implies it: rate less change, and the previous ranks. */
static MdgBatch *
make_before (MdgQuality quality)
{
  const MdgImportResult *base = mdg_deck_base ();
  MdgBatch *batch = mdg_batch_new ();
  MdgEdition *edition = mdg_edition_new ();

  edition->id = g_strdup ("before");
  edition->title = g_strdup ("The month before");
  edition->digest = g_strdup ("00");
  edition->origin = MDG_ORIGIN_BUNDLED;
  mdg_batch_add_edition (batch, edition);

  for (guint i = 0; i < base->batch->observations->len; i++)
    {
      MdgObservation row = g_array_index (base->batch->observations, MdgObservation, i);
      const MdgObservation *rate;

      if (row.month != MDG_DECK_MONTH)
        continue;
      if (row.measure == MDG_MEASURE_CHANGE_POINTS)
        {
          rate = mdg_deck_find (base, row.month, row.area, row.facility_type,
                                MDG_MEASURE_USAGE_RATE_ONLINE);
          assert_true (mdg_decimal_subtract (rate->value, row.value, &row.value));
          row.measure = MDG_MEASURE_USAGE_RATE_ONLINE;
        }
      else if (row.measure == MDG_MEASURE_RANK_PREVIOUS)
        {
          row.measure = MDG_MEASURE_RANK;
        }
      else
        {
          continue;
        }
      row.month--;
      row.quality = (guint8) quality;
      mdg_batch_add (batch, &row);
    }

  return batch;
}

static MdgObservation *
find (MdgBatch *batch, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  for (guint i = 0; i < batch->observations->len; i++)
    {
      MdgObservation *row = &g_array_index (batch->observations, MdgObservation, i);

      if (row->area == area && row->facility_type == type && row->measure == measure)
        return row;
    }

  return NULL;
}

static MdgImportResult *
import_after (const char *text, const MdgBatch *before)
{
  g_autoptr (MdgFigures) known = mdg_figures_new (before);

  return mdg_deck_import_known (text, -1, known);
}

static void
test_true_deck (void **state)
{
  for (guint quality = 0; quality < MDG_N_QUALITIES; quality++)
    {
      g_autoptr (MdgBatch) before = make_before (quality);
      g_autoptr (MdgImportResult) result = import_after (mdg_deck_text (), before);

      mdg_deck_assert_same (mdg_deck_base (), result);
    }
}

static void
test_wrong_change (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgBatch) before = make_before (MDG_QUALITY_VERIFIED);
  g_autoptr (MdgImportResult) unknown = NULL;
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;
  const MdgImportMessage *message;

  assert_int_equal (g_string_replace (text, "40.05% (+1.39%)", "40.05% (+9.99%)", 1), 1);
  unknown = mdg_deck_import (text->str, -1);
  assert_int_equal (mdg_deck_count_refused (unknown), 0);

  result = import_after (text->str, before);
  assert_int_equal (mdg_deck_count_refused (result), 1);
  entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  message = mdg_deck_find_message (entry, MDG_MESSAGE_CHANGE_OPEN);
  assert_non_null (message);
  assert_string_equal (message->args[0], "03");
  assert_string_equal (message->args[1], "9.99");
  assert_string_equal (message->args[2], "1.39");
  assert_string_equal (message->args[3], "38.66");
  assert_null (
    mdg_deck_find (result, MDG_DECK_MONTH, 3, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS));
}

static void
test_wrong_national_change (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgBatch) before = make_before (MDG_QUALITY_PRINTED);
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;

  assert_int_equal (g_string_replace (text, "37.14% (+1.52%)", "37.14% (+1.54%)", 1), 1);
  result = import_after (text->str, before);
  entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_CHANGE_OPEN)->args[0], "00");
}

/* Rounding leaves one unit of the last decimal open; what nobody printed proves nothing. */
static void
test_tolerance (void **state)
{
  static const struct
  {
    gint64 off;
    MdgQuality quality;
    guint refused;
  } cases[] = {
    { 1, MDG_QUALITY_VERIFIED, 0 },  { -1, MDG_QUALITY_VERIFIED, 0 },
    { 2, MDG_QUALITY_VERIFIED, 1 },  { -2, MDG_QUALITY_PRINTED, 1 },
    { 500, MDG_QUALITY_DERIVED, 0 }, { 500, MDG_QUALITY_SECONDARY, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgBatch) before = make_before (cases[i].quality);
      g_autoptr (MdgImportResult) result = NULL;

      find (before, 18, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE)->value.digits +=
        cases[i].off;
      result = import_after (mdg_deck_text (), before);
      assert_int_equal (mdg_deck_count_refused (result), cases[i].refused);
    }
}

static void
test_previous_rank (void **state)
{
  g_autoptr (MdgBatch) before = make_before (MDG_QUALITY_VERIFIED);
  g_autoptr (MdgBatch) printed = make_before (MDG_QUALITY_PRINTED);
  g_autoptr (MdgImportResult) result = NULL;
  g_autoptr (MdgImportResult) unproved = NULL;
  const MdgReportEntry *entry;
  const MdgImportMessage *message;

  /* Tochigi's hospitals were first. */
  find (before, 9, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK)->value.digits = 2;
  find (printed, 9, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK)->value.digits = 2;
  result = import_after (mdg_deck_text (), before);
  assert_int_equal (mdg_deck_count_refused (result), 1);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  message = mdg_deck_find_message (entry, MDG_MESSAGE_PREVIOUS_RANK_KNOWN);
  assert_non_null (message);
  assert_string_equal (message->args[0], "09");
  assert_string_equal (message->args[1], "1");
  assert_string_equal (message->args[2], "2");

  unproved = import_after (mdg_deck_text (), printed);
  assert_int_equal (mdg_deck_count_refused (unproved), 0);
}

/* What was imported makes no difference, or the result would depend on what came in first. Of several
 * readings of a figure only the one that comes with the program is looked at. */
static void
test_imported (void **state)
{
  g_autoptr (MdgBatch) before = make_before (MDG_QUALITY_VERIFIED);
  MdgEdition *imported = mdg_edition_new ();
  g_autoptr (MdgImportResult) ignored = NULL;
  g_autoptr (MdgImportResult) refused = NULL;
  MdgObservation *rank = find (before, 9, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK);
  MdgObservation other = *rank;

  ((MdgEdition *) g_ptr_array_index (before->editions, 0))->origin = MDG_ORIGIN_IMPORTED;
  rank->value.digits = 2;
  ignored = import_after (mdg_deck_text (), before);
  mdg_deck_assert_same (mdg_deck_base (), ignored);

  ((MdgEdition *) g_ptr_array_index (before->editions, 0))->origin = MDG_ORIGIN_BUNDLED;
  imported->id = g_strdup ("another");
  imported->title = g_strdup ("Another file of the month before");
  imported->digest = g_strdup ("01");
  imported->origin = MDG_ORIGIN_IMPORTED;
  imported->published = mdg_day_new (2025, 12, 1);
  other.edition = mdg_batch_add_edition (before, imported);
  mdg_batch_add (before, &other);
  refused = import_after (mdg_deck_text (), before);
  assert_int_equal (mdg_deck_count_refused (refused), 1);
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
    cmocka_unit_test (test_true_deck),
    cmocka_unit_test (test_wrong_change),
    cmocka_unit_test (test_wrong_national_change),
    cmocka_unit_test (test_tolerance),
    cmocka_unit_test (test_previous_rank),
    cmocka_unit_test (test_imported),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
