/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-proof-private.h"

#include "core/mdg-statistics.h"
#include "import/mdg-import-output.h"
#include "import/mdg-laws.h"

/* The laws that compare prefectures and months with each other. */

/* Law 5: the rank follows the unrounded ratio. */
static void
rank_ratios (MdgProof *self, guint type)
{
  gint64 parts[MDG_N_PREFECTURES];
  gint64 wholes[MDG_N_PREFECTURES];
  guint ranks[MDG_N_PREFECTURES];
  MdgCandidate *rows[MDG_N_PREFECTURES];

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      MdgCandidate *part = mdg_proof_get_exact (self, i + 1, type, MDG_MEASURE_MNC_COUNT);
      MdgCandidate *whole = mdg_proof_get_exact (self, i + 1, type, MDG_MEASURE_VERIFICATION_COUNT);

      rows[i] = mdg_proof_get (self, i + 1, type, MDG_MEASURE_RANK);
      if (rows[i] == NULL || part == NULL || whole == NULL ||
          mdg_proof_get_column (self, part)->is_refused ||
          mdg_proof_get_column (self, whole)->is_refused ||
          mdg_proof_get_column (self, rows[i])->is_refused)
        return;
      parts[i] = mdg_proof_get_digits (part);
      wholes[i] = mdg_proof_get_digits (whole);
    }

  mdg_rank_by_ratio (parts, wholes, MDG_N_PREFECTURES, ranks);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      g_autofree char *printed = mdg_import_output_number (mdg_proof_get_digits (rows[i]));
      g_autofree char *computed = mdg_import_output_number (ranks[i]);

      if (mdg_proof_get_digits (rows[i]) != ranks[i])
        mdg_proof_blame (self, &rows[i], 1,
                         mdg_import_message_new (MDG_MESSAGE_RANK_OPEN, mdg_area_get_code (i + 1),
                                                 printed, computed, NULL));
    }

  if (!mdg_proof_get_column (self, rows[0])->is_refused)
    for (guint i = 0; i < MDG_N_PREFECTURES; i++)
      mdg_proof_mark (self, rows[i]);
}

/* Law 5: previous ranks are 1 to 47, each once. */
static void
permute_previous (MdgProof *self, guint type)
{
  MdgCandidate *rows[MDG_N_PREFECTURES];
  guint areas[MDG_N_PREFECTURES + 1] = { 0 };
  MdgCandidate *odd = NULL;
  MdgArea other = MDG_AREA_NONE;
  guint missing = 1;

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      gint64 rank;

      rows[i] = mdg_proof_get (self, i + 1, type, MDG_MEASURE_RANK_PREVIOUS);
      if (rows[i] == NULL || mdg_proof_get_column (self, rows[i])->is_refused)
        return;
      rank = mdg_proof_get_digits (rows[i]);
      if (rank < 1 || rank > MDG_N_PREFECTURES || areas[rank] != 0)
        {
          odd = rows[i];
          other = rank >= 1 && rank <= MDG_N_PREFECTURES ? areas[rank] : i + 1;
        }
      else
        {
          areas[rank] = i + 1;
        }
    }

  if (odd == NULL)
    {
      for (guint i = 0; i < MDG_N_PREFECTURES; i++)
        mdg_proof_mark (self, rows[i]);
      return;
    }

  while (missing < MDG_N_PREFECTURES && areas[missing] != 0)
    missing++;
  {
    g_autofree char *rank_text = mdg_import_output_number (mdg_proof_get_digits (odd));
    g_autofree char *missing_text = mdg_import_output_number (missing);

    mdg_proof_blame (
      self, &odd, 1,
      mdg_import_message_new (MDG_MESSAGE_PREVIOUS_RANK_OPEN, rank_text, mdg_area_get_code (other),
                              mdg_area_get_code (odd->observation.area), missing_text, NULL));
  }
}

/* Law 5, of every facility type. */
void
mdg_proof_try_ranks (MdgProof *self)
{
  for (guint type = 0; type < MDG_PROOF_N_TYPES; type++)
    {
      rank_ratios (self, type);
      permute_previous (self, type);
    }
}

/* Law 6: the rate less its change is the rate of the month before. To 0.01 it proves nothing: a last
 * digit that is off by one would pass. */
void
mdg_proof_try_changes (MdgProof *self)
{
  if (self->before->month == MDG_MONTH_NONE || self->before->edition != self->grid->edition ||
      self->before->month + 1 != self->grid->month)
    return;

  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = 0; type < MDG_PROOF_N_TYPES; type++)
      {
        MdgCandidate *cells[] = {
          mdg_proof_get (self, area, type, MDG_MEASURE_CHANGE_POINTS),
          mdg_proof_get (self, area, type, MDG_MEASURE_USAGE_RATE_ONLINE),
          self->before->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE],
        };
        MdgDecimal expected = MDG_DECIMAL (0, 0);

        if (cells[0] == NULL || cells[1] == NULL || cells[2] == NULL ||
            mdg_proof_any_is_refused (self, cells, G_N_ELEMENTS (cells)))
          continue;
        if (!mdg_laws_change_holds (cells[1]->observation.value, cells[0]->observation.value,
                                    cells[2]->observation.value, &expected))
          mdg_proof_blame (self, cells, G_N_ELEMENTS (cells),
                           mdg_laws_describe_change (area, cells[0]->observation.value, expected,
                                                     cells[2]->observation.value));
      }
}
