/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-proof-private.h"

#include "import/mdg-import-output.h"
#include "import/mdg-laws.h"

#include <string.h>

/*
 * The laws on figures that come from a table of any form: which of them prove a figure, and which
 * part of the table has to be refused where one is broken. A broken law names figures of several
 * columns. Those whose own sums close are not to blame; where all sums close, or none is there,
 * nothing tells which one is wrong, and all are refused.
 */

/* Enough to see what is wrong; more would hide it. */
#define MAX_SAID 5

/* The most figures that one law ties together: a rate and the counts of four types. */
#define MAX_TIED 9

/* Sums of 48 such counts fit 64 bits by far; a count beyond is no count. */
#define MAX_COUNT G_GINT64_CONSTANT (1000000000000000)

/* What is added up over prefectures and types. */
static const MdgMeasure counts[] = {
  MDG_MEASURE_MNC_COUNT,     MDG_MEASURE_VERIFICATION_COUNT, MDG_MEASURE_INSURANCE_CARD_COUNT,
  MDG_MEASURE_CHECKUP_VIEWS, MDG_MEASURE_DRUG_VIEWS,         MDG_MEASURE_CARE_VIEWS,
};

/**
 * mdg_proof_column_init:
 * @self: (out caller-allocates): a column
 *
 * Begins a column that nothing is said against.
 */
void
mdg_proof_column_init (MdgProofColumn *self)
{
  self->is_refused = FALSE;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free);
}

/**
 * mdg_proof_column_clear:
 * @self: a column
 *
 * Frees what the column holds.
 */
void
mdg_proof_column_clear (MdgProofColumn *self)
{
  g_clear_pointer (&self->messages, g_ptr_array_unref);
}

/**
 * mdg_proof_column_refuse:
 * @self: a column
 * @reason: (transfer full): why; left out where enough is said
 *
 * Refuses a column.
 */
void
mdg_proof_column_refuse (MdgProofColumn *self, MdgImportMessage *reason)
{
  self->is_refused = TRUE;
  if (self->messages->len < MAX_SAID)
    g_ptr_array_add (self->messages, reason);
  else
    mdg_import_message_free (reason);
}

MdgProofColumn *
mdg_proof_get_column (const MdgProof *self, const MdgCandidate *cell)
{
  return &g_array_index (self->columns, MdgProofColumn, cell->column);
}

MdgCandidate *
mdg_proof_get (const MdgProof *self, guint area, guint type, MdgMeasure measure)
{
  return self->grid->cells[area][type][measure];
}

/* A count that is printed in full; sums of rounded counts prove nothing. */
MdgCandidate *
mdg_proof_get_exact (const MdgProof *self, guint area, guint type, MdgMeasure measure)
{
  MdgCandidate *cell = mdg_proof_get (self, area, type, measure);

  if (cell == NULL || cell->observation.precision != MDG_PRECISION_EXACT ||
      cell->observation.value.decimals != 0 || cell->observation.value.digits < 0 ||
      cell->observation.value.digits >= MAX_COUNT)
    return NULL;

  return cell;
}

gint64
mdg_proof_get_digits (const MdgCandidate *cell)
{
  return cell->observation.value.digits;
}

gboolean
mdg_proof_any_is_refused (const MdgProof *self, MdgCandidate *const *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (mdg_proof_get_column (self, cells[i])->is_refused)
      return TRUE;

  return FALSE;
}

/* Refuses what can be wrong. What is refused already explains the law that is broken. */
void
mdg_proof_blame (MdgProof *self, MdgCandidate *const *cells, guint n, MdgImportMessage *message)
{
  gboolean is_only_open = FALSE;

  if (self->is_marking)
    {
      mdg_import_message_free (message);
      return;
    }

  for (guint i = 0; i < n; i++)
    is_only_open |= !cells[i]->is_closed;

  for (guint i = 0; i < n; i++)
    {
      MdgProofColumn *column = mdg_proof_get_column (self, cells[i]);
      gboolean is_said = FALSE;

      if (is_only_open && cells[i]->is_closed)
        continue;
      for (guint j = 0; j < i; j++)
        is_said |= cells[j]->column == cells[i]->column && !(is_only_open && cells[j]->is_closed);
      if (!is_said)
        mdg_proof_column_refuse (
          column, mdg_import_message_new_args (message->code, (const char *const *) message->args));
    }

  mdg_import_message_free (message);
}

void
mdg_proof_mark (MdgProof *self, MdgCandidate *cell)
{
  if (self->is_marking && cell->observation.quality == MDG_QUALITY_DERIVED)
    cell->observation.quality = MDG_QUALITY_VERIFIED;
}

/* A sum that closes speaks for every figure in it: no single one can be altered. */
static void
close_sum (MdgProof *self, MdgCandidate *const *cells, guint n)
{
  if (mdg_proof_any_is_refused (self, cells, n))
    return;

  for (guint i = 0; i < n; i++)
    {
      cells[i]->is_closed = TRUE;
      mdg_proof_mark (self, cells[i]);
    }
}

static MdgImportMessage *
describe_sum (MdgMeasure measure, gint64 printed, gint64 sum)
{
  g_autofree char *printed_text = mdg_import_output_number (printed);
  g_autofree char *sum_text = mdg_import_output_number (sum);
  g_autofree char *gap_text = mdg_import_output_number (printed - sum);

  return mdg_import_message_new (MDG_MESSAGE_SUM_OPEN, mdg_measure_get_id (measure), printed_text,
                                 sum_text, gap_text, NULL);
}

/* Law 2: the prefectures make the nation. */
static void
sum_prefectures (MdgProof *self)
{
  for (guint type = 0; type < MDG_PROOF_N_TYPES; type++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        MdgCandidate *cells[MDG_N_AREAS];
        gint64 sum = 0;
        guint n = 0;

        while (n < MDG_N_AREAS &&
               (cells[n] = mdg_proof_get_exact (self, n, type, counts[i])) != NULL)
          n++;
        if (n < MDG_N_AREAS)
          continue;
        for (guint area = 1; area < MDG_N_AREAS; area++)
          sum += mdg_proof_get_digits (cells[area]);

        if (sum == mdg_proof_get_digits (cells[0]))
          close_sum (self, cells, n);
        else
          mdg_proof_blame (self, cells, n,
                           describe_sum (counts[i], mdg_proof_get_digits (cells[0]), sum));
      }
}

/* Law 1: insurance card and MNC make the verifications. */
static void
sum_cards (MdgProof *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = 0; type < MDG_PROOF_N_TYPES; type++)
      {
        MdgCandidate *cells[] = {
          mdg_proof_get_exact (self, area, type, MDG_MEASURE_INSURANCE_CARD_COUNT),
          mdg_proof_get_exact (self, area, type, MDG_MEASURE_MNC_COUNT),
          mdg_proof_get_exact (self, area, type, MDG_MEASURE_VERIFICATION_COUNT),
        };
        gint64 gap;

        if (cells[0] == NULL || cells[1] == NULL || cells[2] == NULL)
          continue;
        gap = mdg_proof_get_digits (cells[2]) - mdg_proof_get_digits (cells[1]) -
              mdg_proof_get_digits (cells[0]);
        if (gap == 0)
          {
            close_sum (self, cells, G_N_ELEMENTS (cells));
          }
        else if (!mdg_proof_any_is_refused (self, cells, G_N_ELEMENTS (cells)))
          {
            g_autofree char *card = mdg_import_output_number (mdg_proof_get_digits (cells[0]));
            g_autofree char *mnc = mdg_import_output_number (mdg_proof_get_digits (cells[1]));
            g_autofree char *whole = mdg_import_output_number (mdg_proof_get_digits (cells[2]));
            g_autofree char *gap_text = mdg_import_output_number (gap);

            mdg_proof_blame (self, cells, G_N_ELEMENTS (cells),
                             mdg_import_message_new (MDG_MESSAGE_ROW_OPEN,
                                                     mdg_facility_type_get_id (type), card, mnc,
                                                     whole, gap_text, NULL));
          }
      }
}

/* Laws 1 and 4: the four types make all facilities, of the nation and of a prefecture. */
static void
sum_types (MdgProof *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        MdgCandidate *cells[MDG_PROOF_N_TYPES];
        gint64 sum = 0;
        guint n = 0;

        while (n < MDG_PROOF_N_TYPES &&
               (cells[n] = mdg_proof_get_exact (self, area, n, counts[i])) != NULL)
          n++;
        if (n < MDG_PROOF_N_TYPES)
          continue;
        for (guint type = 1; type < MDG_PROOF_N_TYPES; type++)
          sum += mdg_proof_get_digits (cells[type]);

        if (sum == mdg_proof_get_digits (cells[0]))
          close_sum (self, cells, n);
        else if (!mdg_proof_any_is_refused (self, cells, n))
          mdg_proof_blame (self, cells, n,
                           describe_sum (counts[i], mdg_proof_get_digits (cells[0]), sum));
      }
}

/* A row whose rate does not follow from its counts is the one that keeps a sum from closing. */
static void
tell_row (MdgProof *self, MdgCandidate *const *cells, guint n, MdgArea area)
{
  if (self->is_marking)
    return;

  for (guint i = 0; i < n; i++)
    {
      MdgProofColumn *column = mdg_proof_get_column (self, cells[i]);

      if (column->is_refused && column->messages->len < MAX_SAID)
        g_ptr_array_add (column->messages, mdg_import_message_new (MDG_MESSAGE_ROW_TOLD_BY_RATE,
                                                                   mdg_area_get_code (area), NULL));
    }
}

static MdgImportMessage *
describe_rate (MdgMessageCode code, MdgArea area, MdgDecimal printed, MdgDecimal computed)
{
  g_autofree char *printed_text = mdg_decimal_to_string (printed);
  g_autofree char *computed_text = mdg_decimal_to_string (computed);

  return mdg_import_message_new (code, mdg_area_get_code (area), printed_text, computed_text, NULL);
}

/* Law 3: the rate is MNC over verifications. It proves the rate, but not the counts, most of whose
 * digits it does not reach. */
static void
divide_counts (MdgProof *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = 0; type < MDG_PROOF_N_TYPES; type++)
      {
        MdgCandidate *cells[] = {
          mdg_proof_get (self, area, type, MDG_MEASURE_USAGE_RATE_ONLINE),
          mdg_proof_get (self, area, type, MDG_MEASURE_MNC_COUNT),
          mdg_proof_get (self, area, type, MDG_MEASURE_VERIFICATION_COUNT),
        };
        MdgDecimal computed = MDG_DECIMAL (0, 0);

        if (cells[0] == NULL || cells[1] == NULL || cells[2] == NULL)
          continue;
        if (!mdg_laws_rate_holds (&cells[0]->observation, &cells[1]->observation,
                                  &cells[2]->observation, &computed))
          {
            if (mdg_proof_any_is_refused (self, cells, G_N_ELEMENTS (cells)))
              tell_row (self, cells + 1, 2, area);
            else
              mdg_proof_blame (
                self, cells, G_N_ELEMENTS (cells),
                describe_rate (MDG_MESSAGE_RATE_OPEN, area, cells[0]->observation.value, computed));
          }
        else if (!mdg_proof_any_is_refused (self, cells, G_N_ELEMENTS (cells)) &&
                 mdg_proof_get_exact (self, area, type, MDG_MEASURE_MNC_COUNT) != NULL &&
                 mdg_proof_get_exact (self, area, type, MDG_MEASURE_VERIFICATION_COUNT) != NULL)
          {
            mdg_proof_mark (self, cells[0]);
          }
      }
}

/* Law 4: a prefecture's rate is that of its four types together. */
static void
pool_types (MdgProof *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    {
      MdgCandidate *cells[MAX_TIED];
      MdgDecimal pooled = MDG_DECIMAL (0, 0);
      gint64 mnc = 0;
      gint64 verifications = 0;
      guint n = 1;

      cells[0] = mdg_proof_get (self, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
      if (cells[0] == NULL)
        continue;
      for (guint type = MDG_FACILITY_HOSPITAL; type < MDG_PROOF_N_TYPES; type++)
        {
          MdgCandidate *part = mdg_proof_get_exact (self, area, type, MDG_MEASURE_MNC_COUNT);
          MdgCandidate *whole =
            mdg_proof_get_exact (self, area, type, MDG_MEASURE_VERIFICATION_COUNT);

          if (part == NULL || whole == NULL)
            break;
          mnc += mdg_proof_get_digits (part);
          verifications += mdg_proof_get_digits (whole);
          cells[n++] = part;
          cells[n++] = whole;
        }
      if (n < MAX_TIED || mdg_proof_any_is_refused (self, cells, n))
        continue;

      if (mdg_decimal_percent_ratio (mnc, verifications, cells[0]->observation.value.decimals,
                                     &pooled) &&
          mdg_decimal_compare (pooled, cells[0]->observation.value) == 0)
        mdg_proof_mark (self, cells[0]);
      else
        mdg_proof_blame (
          self, cells, n,
          describe_rate (MDG_MESSAGE_POOLED_OPEN, area, cells[0]->observation.value, pooled));
    }
}

/* A part is no more than its whole. */
static void
compare_parts (MdgProof *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = 0; type < MDG_PROOF_N_TYPES; type++)
      {
        MdgCandidate *cells[] = {
          mdg_proof_get_exact (self, area, type, MDG_MEASURE_MNC_COUNT),
          mdg_proof_get_exact (self, area, type, MDG_MEASURE_VERIFICATION_COUNT),
        };
        g_autofree char *part = NULL;
        g_autofree char *whole = NULL;

        if (cells[0] == NULL || cells[1] == NULL ||
            mdg_proof_get_digits (cells[0]) <= mdg_proof_get_digits (cells[1]) ||
            mdg_proof_any_is_refused (self, cells, G_N_ELEMENTS (cells)))
          continue;
        part = mdg_import_output_number (mdg_proof_get_digits (cells[0]));
        whole = mdg_import_output_number (mdg_proof_get_digits (cells[1]));
        mdg_proof_blame (self, cells, G_N_ELEMENTS (cells),
                         mdg_import_message_new (
                           MDG_MESSAGE_EXCEEDS, mdg_measure_get_id (MDG_MEASURE_MNC_COUNT), part,
                           mdg_measure_get_id (MDG_MEASURE_VERIFICATION_COUNT), whole, NULL));
      }
}

static void
try_laws (MdgProof *self)
{
  sum_prefectures (self);
  sum_cards (self);
  sum_types (self);
  compare_parts (self);
  divide_counts (self);
  pool_types (self);
  mdg_proof_try_ranks (self);
  mdg_proof_try_changes (self);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const MdgObservation *first = &(*(MdgCandidate *const *) a)->observation;
  const MdgObservation *second = &(*(MdgCandidate *const *) b)->observation;

  if (first->edition != second->edition)
    return first->edition < second->edition ? -1 : 1;

  return (first->month > second->month) - (first->month < second->month);
}

static void
go_through (MdgProof *self, GPtrArray *sorted)
{
  self->grid->month = MDG_MONTH_NONE;
  for (guint i = 0; i < sorted->len;)
    {
      const MdgObservation *first = &((MdgCandidate *) g_ptr_array_index (sorted, i))->observation;
      MdgProofGrid *grid = self->before;

      self->before = self->grid;
      self->grid = grid;
      memset (grid, 0, sizeof *grid);
      grid->month = first->month;
      grid->edition = first->edition;

      for (; i < sorted->len; i++)
        {
          MdgCandidate *candidate = g_ptr_array_index (sorted, i);
          const MdgObservation *observation = &candidate->observation;

          if (observation->edition != grid->edition || observation->month != grid->month)
            break;
          if (observation->as_of == MDG_DAY_NONE && observation->facility_type < MDG_PROOF_N_TYPES)
            grid->cells[observation->area][observation->facility_type][observation->measure] =
              candidate;
        }
      try_laws (self);
    }
}

static void
refuse_impossible (MdgProof *self, const MdgCandidate *candidate)
{
  const MdgObservation *observation = &candidate->observation;
  g_autofree char *value = NULL;

  if (mdg_import_output_is_possible (observation))
    return;

  value = mdg_decimal_to_string (observation->value);
  mdg_proof_column_refuse (mdg_proof_get_column (self, candidate),
                           mdg_import_message_new (MDG_MESSAGE_IMPOSSIBLE,
                                                   mdg_measure_get_id (observation->measure), value,
                                                   NULL));
}

/**
 * mdg_proof_run:
 * @candidates: (element-type MdgCandidate): figures, each key at most once in an edition
 * @columns: (element-type MdgProofColumn): the columns they stand in
 *
 * Tries the laws on @candidates. A column that breaks one is refused and told why. Of the figures
 * that came as %MDG_QUALITY_VERIFIED only those keep it that a law proves by figures of columns that
 * are not refused; the others become %MDG_QUALITY_PRINTED. No quality is ever raised.
 *
 * What proves what: a closed sum proves all of its counts, because no single one can be altered
 * without opening it. The ratio of two counts proves a rate, and the ratios of all 47 a rank, but
 * neither proves the counts. Previous ranks that are 1 to 47 prove each other.
 */
void
mdg_proof_run (GArray *candidates, GArray *columns)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (candidates->len);
  g_autofree MdgProofGrid *grid = g_new0 (MdgProofGrid, 1);
  g_autofree MdgProofGrid *before = g_new0 (MdgProofGrid, 1);
  MdgProof self = { .columns = columns, .grid = grid, .before = before };
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < candidates->len; i++)
    {
      MdgCandidate *candidate = &g_array_index (candidates, MdgCandidate, i);

      refuse_impossible (&self, candidate);
      g_ptr_array_add (sorted, candidate);
      is_sorted &= i == 0 || compare_candidates (&sorted->pdata[i - 1], &sorted->pdata[i]) <= 0;
    }
  if (!is_sorted)
    g_ptr_array_sort (sorted, compare_candidates);

  go_through (&self, sorted);

  /* While marking, "derived" stands for "may be verified, and is not yet": no candidate is derived. */
  for (guint i = 0; i < candidates->len; i++)
    {
      MdgCandidate *candidate = &g_array_index (candidates, MdgCandidate, i);

      if (candidate->observation.quality == MDG_QUALITY_VERIFIED)
        candidate->observation.quality = MDG_QUALITY_DERIVED;
    }
  self.is_marking = TRUE;
  go_through (&self, sorted);
  for (guint i = 0; i < candidates->len; i++)
    {
      MdgCandidate *candidate = &g_array_index (candidates, MdgCandidate, i);

      if (candidate->observation.quality == MDG_QUALITY_DERIVED)
        candidate->observation.quality = MDG_QUALITY_PRINTED;
    }
}
