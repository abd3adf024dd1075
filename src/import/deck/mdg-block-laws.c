/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-blocks.h"

#include "core/mdg-statistics.h"
#include "import/deck/mdg-count-pair.h"

/* Enough to see what is wrong; more would hide it. */
#define MAX_SAID 5

static char *
number (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/* Every prefecture once, every row readable. */
static gboolean
check_whole (MdgBlock *self, const MdgDeck *deck)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint64 seen = 0;
  gboolean is_whole = TRUE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      GArray *rows = g_ptr_array_index (self->pieces, i);

      for (guint j = 0; j < rows->len; j++)
        {
          const MdgCountRow *row = &g_array_index (rows, MdgCountRow, j);
          guint64 bit = G_GUINT64_CONSTANT (1) << row->area;

          if (!row->is_readable)
            {
              const MdgLine *line = mdg_document_get_line (deck->document, row->line);
              g_autofree char *where = number (line->number);
              g_autofree char *text = mdg_line_dup_original (line);

              is_whole = FALSE;
              mdg_block_say (
                self, mdg_import_message_new (MDG_MESSAGE_ROW_UNREADABLE, where, text, NULL));
            }
          else if (seen & bit || !mdg_area_is_prefecture (row->area))
            {
              is_whole = FALSE;
              mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_AREA_TWICE,
                                                           mdg_area_get_code (row->area), NULL));
            }
          seen |= bit;
        }
    }

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->rows[area] == NULL)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? " " : "",
                              mdg_area_get_code (area));

  if (missing->len > 0)
    {
      g_autofree char *n = number (self->n_rows);
      g_autofree char *wanted = number (MDG_N_PREFECTURES);

      is_whole = FALSE;
      mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_INCOMPLETE, n, wanted, NULL));
      mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_AREAS_MISSING, missing->str, NULL));
    }

  return is_whole;
}

/**
 * mdg_block_rate_holds:
 * @row: a row that can be read
 *
 * Law 3: the printed rate is MNC over verifications, rounded half up.
 *
 * Returns: whether it is
 */
gboolean
mdg_block_rate_holds (const MdgCountRow *row)
{
  return mdg_count_rate_holds (row->mnc, row->verifications, row->rate);
}

static gboolean
check_rates (MdgBlock *self)
{
  guint n_open = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgCountRow *row = self->rows[area];
      MdgDecimal rate = MDG_DECIMAL (0, 0);
      g_autofree char *printed = NULL;
      g_autofree char *computed = NULL;

      if (row == NULL || mdg_block_rate_holds (row))
        continue;
      if (++n_open > MAX_SAID)
        continue;
      mdg_decimal_percent_ratio (row->mnc, row->verifications, row->rate.decimals, &rate);
      printed = mdg_decimal_to_string (row->rate);
      computed = mdg_decimal_to_string (rate);
      mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_RATE_OPEN, mdg_area_get_code (area),
                                                   printed, computed, NULL));
    }

  return n_open == 0;
}

/* Law 5: in the order of the printed ranks, the unrounded ratios never rise. */
static gboolean
check_ranks (MdgBlock *self, gboolean rates_hold)
{
  const MdgCountRow *by_rank[MDG_N_PREFECTURES + 1] = { NULL };
  gint64 parts[MDG_N_PREFECTURES];
  gint64 wholes[MDG_N_PREFECTURES];
  guint ranks[MDG_N_PREFECTURES];
  gboolean holds = TRUE;
  guint n_said = 0;

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgCountRow *row = self->rows[i + 1];

      parts[i] = row->mnc;
      wholes[i] = row->verifications;
      if (row->rank < 1 || row->rank > MDG_N_PREFECTURES || by_rank[row->rank] != NULL)
        holds = FALSE;
      else
        by_rank[row->rank] = row;
    }

  for (guint rank = 2; holds && rank <= MDG_N_PREFECTURES; rank++)
    holds = mdg_ratio_compare (by_rank[rank - 1]->mnc, by_rank[rank - 1]->verifications,
                               by_rank[rank]->mnc, by_rank[rank]->verifications) >= 0;
  if (holds)
    return TRUE;

  /* A row whose rate is wrong upsets the order of others, which are not to blame. */
  mdg_rank_by_ratio (parts, wholes, MDG_N_PREFECTURES, ranks);
  for (guint i = 0; rates_hold && i < MDG_N_PREFECTURES && n_said < MAX_SAID; i++)
    if (self->rows[i + 1]->rank != ranks[i])
      {
        g_autofree char *printed = number (self->rows[i + 1]->rank);
        g_autofree char *computed = number (ranks[i]);

        n_said++;
        mdg_block_say (self,
                       mdg_import_message_new (MDG_MESSAGE_RANK_OPEN, mdg_area_get_code (i + 1),
                                               printed, computed, NULL));
      }

  return FALSE;
}

static gboolean
check_previous_ranks (MdgBlock *self)
{
  const MdgCountRow *by_rank[MDG_N_PREFECTURES + 1] = { NULL };
  guint missing = 0;
  gboolean holds = TRUE;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->rows[area]->rank_previous <= MDG_N_PREFECTURES &&
        by_rank[self->rows[area]->rank_previous] == NULL)
      by_rank[self->rows[area]->rank_previous] = self->rows[area];
  for (guint rank = 1; rank <= MDG_N_PREFECTURES && missing == 0; rank++)
    if (by_rank[rank] == NULL)
      missing = rank;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      guint rank = self->rows[area]->rank_previous;
      const MdgCountRow *other = NULL;
      g_autofree char *rank_text = number (rank);
      g_autofree char *missing_text = number (missing);

      if (rank >= 1 && rank <= MDG_N_PREFECTURES)
        {
          other = by_rank[rank];
          if (other == self->rows[area])
            continue;
        }
      holds = FALSE;
      mdg_block_say (self,
                     mdg_import_message_new (MDG_MESSAGE_PREVIOUS_RANK_OPEN, rank_text,
                                             mdg_area_get_code (other != NULL ? other->area : area),
                                             mdg_area_get_code (area), missing_text, NULL));
    }

  return holds;
}

static void
say_sum (MdgBlock *self, MdgMeasure measure, gint64 printed, gint64 sum)
{
  g_autofree char *printed_text = number (printed);
  g_autofree char *sum_text = number (sum);
  g_autofree char *gap_text = number (printed - sum);

  if (printed != sum)
    mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_SUM_OPEN, mdg_measure_get_id (measure),
                                                 printed_text, sum_text, gap_text, NULL));
}

static const gint64 *
get_reference (const MdgTotals *totals, guint type)
{
  return totals->has_reference ? totals->reference[type] : totals->values[type];
}

/* Types that have the same totals are not told apart by them. */
static guint
find_types (const MdgBlock *self, const MdgTotals *totals)
{
  guint types = 0;

  for (guint type = MDG_FACILITY_HOSPITAL; type < MDG_N_TYPE_ROWS; type++)
    {
      const gint64 *reference = get_reference (totals, type);

      if (self->mnc == reference[MDG_COLUMN_MNC] &&
          self->verifications == reference[MDG_COLUMN_VERIFICATIONS])
        types |= 1u << type;
    }

  return types;
}

/* Without totals only a heading can tell the type, and a heading proves nothing. */
static void
take_heading (MdgBlock *self)
{
  self->type = self->heading;
  self->is_printed = TRUE;
  mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_HEADING_ONLY,
                                               mdg_facility_type_get_id (self->type), NULL));
}

/* Law 2. A row of totals that is itself in doubt proves nothing unless it agrees exactly. */
static gboolean
check_sums (MdgBlock *self, const MdgTotals *totals)
{
  const gint64 *reference;

  if (totals == NULL && self->heading != MDG_N_FACILITY_TYPES)
    {
      take_heading (self);
      return FALSE;
    }
  if (totals == NULL || self->type == MDG_N_FACILITY_TYPES)
    {
      mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_TYPE_UNTOLD, NULL));
      return FALSE;
    }

  if (self->heading != MDG_N_FACILITY_TYPES && self->heading != self->type)
    mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_HEADING_DISAGREES,
                                                 mdg_facility_type_get_id (self->heading),
                                                 mdg_facility_type_get_id (self->type), NULL));

  reference = get_reference (totals, self->type);
  if (self->mnc != reference[MDG_COLUMN_MNC] ||
      self->verifications != reference[MDG_COLUMN_VERIFICATIONS])
    {
      say_sum (self, MDG_MEASURE_MNC_COUNT, reference[MDG_COLUMN_MNC], self->mnc);
      say_sum (self, MDG_MEASURE_VERIFICATION_COUNT, reference[MDG_COLUMN_VERIFICATIONS],
               self->verifications);
      return FALSE;
    }
  if (!totals->has_reference && !mdg_totals_row_closes (totals, self->type))
    {
      mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_CULPRIT_UNTOLD, NULL));
      return FALSE;
    }
  if (!totals->is_accepted)
    mdg_block_say (self, mdg_import_message_new (MDG_MESSAGE_TOTALS_REPAIRED, NULL));
  self->types = find_types (self, totals);

  return TRUE;
}

/**
 * mdg_block_check:
 * @self: a block
 * @deck: the deck it is from
 * @totals: (nullable): the table of totals
 *
 * Tries all laws on a block that it can be tried with alone and with the totals: it is whole, and
 * laws 2, 3 and 5 hold.
 */
void
mdg_block_check (MdgBlock *self, const MdgDeck *deck, const MdgTotals *totals)
{
  gboolean is_whole;
  gboolean rates_hold;

  if (self->is_refused)
    return;

  is_whole = check_whole (self, deck);
  rates_hold = check_rates (self);
  self->is_sound = is_whole && rates_hold;
  /* Both, so that all that is wrong is said at once. */
  if (is_whole)
    {
      gboolean ranks_hold = check_ranks (self, rates_hold);
      gboolean previous_ranks_hold = check_previous_ranks (self);

      self->is_sound = self->is_sound && ranks_hold && previous_ranks_hold;
    }
  self->sums_close = check_sums (self, totals);
  self->is_refused = !self->is_sound || !(self->sums_close || self->is_printed);
}
