/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-known.h"

#include "import/mdg-laws.h"

/* Enough to see what is wrong; more would hide it. */
#define MAX_SAID 5

/* The first figure of a key. */
static guint
find_first (MdgFigures *known, const MdgObservation *key)
{
  guint low = 0;
  guint high = mdg_figures_get_n (known);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mdg_observation_compare_key (mdg_figures_get (known, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What is known of the month before the deck's, if the ministry itself printed it. What was derived
 * or quoted must not refuse what is printed, nor what was read by inference. Nor must what was
 * imported: a deck would be refused or not by what came in before it. What comes with the program is
 * there always, so that files give the same figures in whatever order they are imported. */
static const MdgObservation *
find_before (const MdgImportOutput *output,
             MdgArea area,
             MdgFacilityType type,
             MdgMeasure measure,
             MdgQuality least)
{
  MdgObservation key = {
    .month = output->deck->month - 1,
    .area = area,
    .facility_type = (guint8) type,
    .measure = (guint8) measure,
  };

  if (output->known == NULL)
    return NULL;

  for (guint i = find_first (output->known, &key); i < mdg_figures_get_n (output->known); i++)
    {
      const MdgObservation *before = mdg_figures_get (output->known, i);

      if (mdg_observation_compare_key (before, &key) != 0)
        break;
      if (before->quality >= least && before->precision == MDG_PRECISION_EXACT &&
          before->doubt == MDG_DOUBT_NONE &&
          mdg_figures_get_edition (output->known, before->edition)->origin == MDG_ORIGIN_BUNDLED)
        return before;
    }

  return NULL;
}

/**
 * mdg_known_check_rates:
 * @output: the output
 * @rates: the table of rates by prefecture
 *
 * Law 6: a rate less its change is the rate of the month before, where the data that come with the
 * program know it. A table that breaks it is refused; one that does not gains nothing, so that the
 * order of imports is free.
 */
void
mdg_known_check_rates (const MdgImportOutput *output, MdgRates *rates)
{
  guint n_said = 0;

  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgRateRow *row = rates->rows[area];
      const MdgObservation *before = find_before (
        output, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED);
      MdgDecimal expected = MDG_DECIMAL (0, 0);

      if (row == NULL || before == NULL ||
          mdg_laws_change_holds (row->rate, row->change, before->value, &expected))
        continue;
      rates->is_refused = TRUE;
      if (n_said++ < MAX_SAID)
        g_ptr_array_add (rates->messages,
                         mdg_laws_describe_change (area, row->change, expected, before->value));
    }
}

/**
 * mdg_known_check_blocks:
 * @output: the output
 * @blocks: (element-type MdgBlock): the facility x prefecture tables
 *
 * A previous rank is the rank of the month before, where the data that come with the program know it
 * to be true.
 */
void
mdg_known_check_blocks (const MdgImportOutput *output, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);
      guint n_said = 0;

      if (block->type == MDG_N_FACILITY_TYPES)
        continue;
      for (MdgArea area = 1; area < MDG_N_AREAS; area++)
        {
          const MdgCountRow *row = block->rows[area];
          const MdgObservation *before =
            find_before (output, area, block->type, MDG_MEASURE_RANK, MDG_QUALITY_VERIFIED);
          g_autofree char *printed = NULL;
          g_autofree char *expected = NULL;

          if (row == NULL || before == NULL || before->value.digits == row->rank_previous)
            continue;
          block->is_refused = TRUE;
          if (n_said++ >= MAX_SAID)
            continue;
          printed = mdg_import_output_number (row->rank_previous);
          expected = mdg_import_output_number (before->value.digits);
          mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_PREVIOUS_RANK_KNOWN,
                                                        mdg_area_get_code (area), printed, expected,
                                                        NULL));
        }
    }
}
