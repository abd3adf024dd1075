/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

#define DECK "data/datasets/sources/mhlw-deck-2025-11-13.txt"

static char *deck_text;
static gsize deck_length;
static MdgImportResult *deck_base;

/**
 * mdg_deck_text:
 *
 * Returns: (transfer none): the text of the deck of 13 November 2025
 */
const char *
mdg_deck_text (void)
{
  if (deck_text == NULL)
    deck_text = mdg_test_read_source (DECK, &deck_length);

  return deck_text;
}

/**
 * mdg_deck_length:
 *
 * Returns: its length in bytes
 */
gsize
mdg_deck_length (void)
{
  mdg_deck_text ();

  return deck_length;
}

/**
 * mdg_deck_base:
 *
 * Returns: (transfer none): what the deck's text gives when nothing is altered
 */
const MdgImportResult *
mdg_deck_base (void)
{
  if (deck_base == NULL)
    deck_base = mdg_deck_import (mdg_deck_text (), -1);

  return deck_base;
}

/**
 * mdg_deck_clear:
 *
 * Frees what the other functions keep, so that leaks of the importer show.
 */
void
mdg_deck_clear (void)
{
  g_clear_pointer (&deck_text, g_free);
  g_clear_pointer (&deck_base, mdg_import_result_free);
}

/**
 * mdg_deck_import:
 * @text: a text
 * @length: its length, or -1
 *
 * Imports @text, which must be possible.
 *
 * Returns: (transfer full): the result
 */
MdgImportResult *
mdg_deck_import (const char *text, gssize length)
{
  return mdg_deck_import_known (text, length, NULL);
}

/**
 * mdg_deck_import_known:
 * @text: a text
 * @length: its length, or -1
 * @known: (nullable): the figures that are known
 *
 * Imports @text, which must be possible, where @known is known already.
 *
 * Returns: (transfer full): the result
 */
MdgImportResult *
mdg_deck_import_known (const char *text, gssize length, MdgFigures *known)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  MdgImportResult *result =
    mdg_import_bytes (bytes, "deck.txt", &(MdgImportOptions) { .known = known }, NULL, &error);

  mdg_test_assert_no_error (error);
  assert_non_null (result);

  return result;
}

/**
 * mdg_deck_lines:
 *
 * Returns: (transfer full): the lines of the deck's text
 */
char **
mdg_deck_lines (void)
{
  return g_strsplit (mdg_deck_text (), "\n", -1);
}

/**
 * mdg_deck_import_lines:
 * @lines: lines of a text
 *
 * As [func@mdg_deck_import].
 *
 * Returns: (transfer full): the result
 */
MdgImportResult *
mdg_deck_import_lines (char **lines)
{
  g_autofree char *text = g_strjoinv ("\n", lines);

  return mdg_deck_import (text, -1);
}

/**
 * mdg_deck_find_like:
 * @observations: (element-type MdgObservation): figures, sorted by key
 * @like: a figure
 *
 * Returns: (transfer none) (nullable): the figure with the key of @like
 */
const MdgObservation *
mdg_deck_find_like (GArray *observations, const MdgObservation *like)
{
  guint low = 0;
  guint high = observations->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const MdgObservation *found = &g_array_index (observations, MdgObservation, middle);
      int order = mdg_observation_compare_key (found, like);

      if (order == 0)
        return found;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/**
 * mdg_deck_find:
 * @result: a result
 * @month: a month
 * @area: an area
 * @type: a facility type
 * @measure: a measure
 *
 * Returns: (transfer none) (nullable): the figure of a month, not of a day
 */
const MdgObservation *
mdg_deck_find (const MdgImportResult *result,
               MdgMonth month,
               MdgArea area,
               MdgFacilityType type,
               MdgMeasure measure)
{
  return mdg_deck_find_like (
    result->batch->observations,
    &(MdgObservation) { .month = month, .area = area, .facility_type = type, .measure = measure });
}

/**
 * mdg_deck_find_entry:
 * @result: a result
 * @kind: a table
 * @type: a facility type, or %MDG_N_FACILITY_TYPES
 *
 * Returns: (transfer none): its entry in the report, which must be there
 */
MdgReportEntry *
mdg_deck_find_entry (const MdgImportResult *result, MdgTableKind kind, MdgFacilityType type)
{
  for (guint i = 0; i < result->report->entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

      if (entry->kind == kind && entry->facility_type == type)
        return entry;
    }

  fail_msg ("The report has no entry for the table %s", mdg_table_kind_get_id (kind));
  return NULL;
}

/**
 * mdg_deck_find_message:
 * @entry: an entry
 * @code: a message
 *
 * Returns: (transfer none) (nullable): the entry's first message of @code
 */
const MdgImportMessage *
mdg_deck_find_message (const MdgReportEntry *entry, MdgMessageCode code)
{
  for (guint i = 0; i < entry->messages->len; i++)
    {
      const MdgImportMessage *message = g_ptr_array_index (entry->messages, i);

      if (message->code == code)
        return message;
    }

  return NULL;
}

/**
 * mdg_deck_line_is_count_row:
 * @lines: the deck's lines
 * @line: index of one
 *
 * Returns: whether a row of slides 13 to 16 stands there
 */
gboolean
mdg_deck_line_is_count_row (char **lines, guint line)
{
  return line >= MDG_DECK_FIRST_COUNT_LINE && line <= MDG_DECK_LAST_COUNT_LINE &&
         strchr (lines[line], '(') != NULL && strchr (lines[line], '%') != NULL;
}

/**
 * mdg_deck_line_get_area:
 * @line: a row of slides 13 to 16
 *
 * Returns: the area it is of
 */
MdgArea
mdg_deck_line_get_area (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  MdgArea area = MDG_AREA_NONE;

  assert_true (g_strv_length (words) >= 5);
  assert_true (mdg_area_from_name (words[2], -1, &area));

  return area;
}

/**
 * mdg_deck_count_refused:
 * @result: a result
 *
 * Returns: how many tables were refused
 */
guint
mdg_deck_count_refused (const MdgImportResult *result)
{
  return mdg_import_report_count (result->report, MDG_ENTRY_REFUSED);
}

/**
 * mdg_deck_find_refused:
 * @result: a result
 *
 * Returns: (transfer none) (nullable): the first table that was refused
 */
const MdgReportEntry *
mdg_deck_find_refused (const MdgImportResult *result)
{
  for (guint i = 0; i < result->report->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

      if (entry->status == MDG_ENTRY_REFUSED)
        return entry;
    }

  return NULL;
}

static char *
describe (const MdgObservation *observation)
{
  g_autofree char *month = mdg_month_to_string (observation->month);
  g_autofree char *value = mdg_decimal_to_string (observation->value);
  g_autofree char *precision = mdg_observation_format_precision (observation);

  return g_strdup_printf ("%s/%u %s %s %s = %s %s %s, slide %d", month, observation->as_of,
                          mdg_area_get_code (observation->area),
                          mdg_facility_type_get_id (observation->facility_type),
                          mdg_measure_get_id (observation->measure), value,
                          mdg_quality_get_id (observation->quality), precision, observation->page);
}

/**
 * mdg_deck_describe_difference:
 * @expected: a result
 * @found: another
 * @with_pages: whether the slides count
 *
 * Returns: (transfer full) (nullable): the first figure that is not the same, or %NULL
 */
char *
mdg_deck_describe_difference (const MdgImportResult *expected,
                              const MdgImportResult *found,
                              gboolean with_pages)
{
  GArray *a = expected->batch->observations;
  GArray *b = found->batch->observations;

  for (guint i = 0; i < a->len; i++)
    {
      const MdgObservation *wanted = &g_array_index (a, MdgObservation, i);
      const MdgObservation *other = mdg_deck_find_like (b, wanted);
      g_autofree char *wanted_text = describe (wanted);
      g_autofree char *other_text = other != NULL ? describe (other) : g_strdup ("nothing");

      if (other == NULL || other->value.digits != wanted->value.digits ||
          other->value.decimals != wanted->value.decimals || other->quality != wanted->quality ||
          other->precision != wanted->precision || other->doubt != wanted->doubt ||
          (with_pages && other->page != wanted->page))
        return g_strdup_printf ("expected %s, found %s", wanted_text, other_text);
    }
  if (a->len != b->len)
    return g_strdup_printf ("expected %u figures, found %u", a->len, b->len);

  return NULL;
}

/**
 * mdg_deck_describe_false_proof:
 * @found: what an altered text gave
 *
 * Looks for a figure that is handed out as verified though the deck does not say so.
 *
 * Returns: (transfer full) (nullable): the first such figure, or %NULL
 */
char *
mdg_deck_describe_false_proof (const MdgImportResult *found)
{
  const MdgImportResult *base = mdg_deck_base ();

  for (guint i = 0; i < found->batch->observations->len; i++)
    {
      const MdgObservation *other = &g_array_index (found->batch->observations, MdgObservation, i);
      const MdgObservation *true_one;

      if (other->quality != MDG_QUALITY_VERIFIED)
        continue;
      true_one = mdg_deck_find_like (base->batch->observations, other);
      if (true_one == NULL || mdg_decimal_compare (true_one->value, other->value) != 0)
        {
          g_autofree char *text = describe (other);

          return g_strdup_printf ("falsely verified: %s", text);
        }
    }

  return NULL;
}

/**
 * mdg_deck_check:
 * @problem: (transfer full) (nullable): what is wrong
 * @file: file of the check
 * @line: line of the check
 *
 * Fails the test if there is a problem.
 */
void
mdg_deck_check (char *problem, const char *file, int line)
{
  if (problem == NULL)
    return;

  g_printerr ("%s\n", problem);
  _fail (file, line);
}
