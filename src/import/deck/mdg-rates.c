/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-rates.h"

#include "import/deck/mdg-rate-basis.h"

#include <string.h>

/* Enough to see what is wrong; more would hide it. */
#define MAX_SAID 5

#define AREA_BIT(area) (G_GUINT64_CONSTANT (1) << (area))

static gboolean
pool (GPtrArray *blocks,
      MdgArea area,
      guint swapped_block,
      MdgArea swapped_with,
      guint8 decimals,
      MdgDecimal *rate)
{
  gint64 mnc = 0;
  gint64 verifications = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);
      const MdgCountRow *row = block->rows[i == swapped_block ? swapped_with : area];

      if (row == NULL)
        return FALSE;
      mnc += row->mnc;
      verifications += row->verifications;
    }

  return mdg_decimal_percent_ratio (mnc, verifications, decimals, rate);
}

/* Law 4: whether the printed rate is that of the four tables' rows together. */
static gboolean
pooled_rate_holds (GPtrArray *blocks,
                   const MdgRateRow *row,
                   guint swapped_block,
                   MdgArea swapped_with)
{
  MdgDecimal rate;

  return pool (blocks, row->area, swapped_block, swapped_with, row->rate.decimals, &rate) &&
         mdg_decimal_compare (rate, row->rate) == 0;
}

static guint
count_pooled (GArray *table, GPtrArray *blocks)
{
  guint n = 0;

  for (guint i = 0; blocks->len == MDG_MAX_BLOCKS && i < table->len; i++)
    {
      const MdgRateRow *row = &g_array_index (table, MdgRateRow, i);

      n += mdg_area_is_prefecture (row->area) &&
           pooled_rate_holds (blocks, row, G_MAXUINT, MDG_AREA_NONE);
    }

  return n;
}

static void
say_twice (MdgImportOutput *output, guint line, guint other_line)
{
  MdgReportEntry *entry = mdg_import_output_begin (output, MDG_TABLE_PREFECTURES, line);
  g_autofree char *page = mdg_import_output_page (output, other_line);

  mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_TWICE, page, NULL));
  mdg_import_output_refuse (entry);
}

/* Sets aside the tables that are said to be by claims, unless most of their rates pool. */
static GPtrArray *
list_tables (const MdgDeck *deck, GPtrArray *blocks, GPtrArray *claims)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = 0; i < deck->rate_tables->len; i++)
    {
      GArray *table = g_ptr_array_index (deck->rate_tables, i);
      gboolean is_claims =
        count_pooled (table, blocks) * 2 < table->len && mdg_rate_basis_is_claims (deck, table);

      g_ptr_array_add (is_claims ? claims : tables, table);
    }

  return tables;
}

/* Of several tables, perhaps of several months, only the counts can tell which is the right one. */
static GArray *
choose_table (MdgImportOutput *output, GPtrArray *blocks, GPtrArray *claims)
{
  g_autoptr (GPtrArray) tables = list_tables (output->deck, blocks, claims);
  GArray *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      GArray *table = g_ptr_array_index (tables, i);
      guint n = count_pooled (table, blocks);

      if (tables->len == 1 || n > n_best)
        {
          best = table;
          n_best = n;
        }
    }

  for (guint i = 0; i < tables->len; i++)
    {
      GArray *table = g_ptr_array_index (tables, i);
      GArray *other = best != NULL ? best : g_ptr_array_index (tables, i == 0 ? 1 : 0);

      if (table != best)
        say_twice (output, g_array_index (table, MdgRateRow, 0).line,
                   g_array_index (other, MdgRateRow, 0).line);
    }

  return best;
}

static void
say (MdgRates *self, MdgImportMessage *message)
{
  g_ptr_array_add (self->messages, message);
}

/* Every prefecture and the nation, each once. */
static void
check_whole (MdgRates *self)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *n = mdg_import_output_number (self->n_rows);
  g_autofree char *wanted = mdg_import_output_number (MDG_N_AREAS);

  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    if (self->rows[area] == NULL)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? " " : "",
                              mdg_area_get_code (area));
  if (missing->len == 0)
    return;

  self->is_refused = TRUE;
  say (self, mdg_import_message_new (MDG_MESSAGE_INCOMPLETE, n, wanted, NULL));
  say (self, mdg_import_message_new (MDG_MESSAGE_AREAS_MISSING, missing->str, NULL));
}

/**
 * mdg_rates_new:
 * @output: the output; tables that are not taken are reported to it
 * @blocks: (element-type MdgBlock): the facility x prefecture tables
 *
 * Takes the table of rates by prefecture and checks that it is whole.
 *
 * Returns: (transfer full): the table, which is empty if the deck has none
 */
MdgRates *
mdg_rates_new (MdgImportOutput *output, GPtrArray *blocks)
{
  MdgRates *self = g_new0 (MdgRates, 1);
  GArray *table;

  self->claims = g_ptr_array_new ();
  table = choose_table (output, blocks, self->claims);
  self->line = MDG_NO_LINE;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free);
  if (table == NULL)
    return self;

  self->line = g_array_index (table, MdgRateRow, 0).line;
  for (guint i = 0; i < table->len; i++)
    {
      const MdgRateRow *row = &g_array_index (table, MdgRateRow, i);

      if (row->is_doubtful)
        continue;
      if (self->rows[row->area] != NULL)
        {
          self->is_refused = TRUE;
          say (self, mdg_import_message_new (MDG_MESSAGE_AREA_TWICE, mdg_area_get_code (row->area),
                                             NULL));
          continue;
        }
      self->rows[row->area] = row;
      self->n_rows++;
    }
  check_whole (self);

  return self;
}

/**
 * mdg_rates_free:
 * @self: (nullable): rates
 *
 * Frees the rates.
 */
void
mdg_rates_free (MdgRates *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

/* Whether the four tables can be pooled: all there, whole, with rates and ranks that hold, and no
 * sum that is open. A type that nothing tells does not matter here. */
static gboolean
can_pool (GPtrArray *blocks)
{
  if (blocks->len != MDG_MAX_BLOCKS)
    return FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);

      if (!block->is_sound || mdg_block_says (block, MDG_MESSAGE_SUM_OPEN) ||
          mdg_block_says (block, MDG_MESSAGE_CULPRIT_UNTOLD))
        return FALSE;
    }

  return TRUE;
}

static gboolean
block_is_swapped (const MdgRates *self, GPtrArray *blocks, guint block, MdgArea a, MdgArea b)
{
  return pooled_rate_holds (blocks, self->rows[a], block, b) &&
         pooled_rate_holds (blocks, self->rows[b], block, a);
}

static gboolean
rates_are_swapped (const MdgRates *self, GPtrArray *blocks, MdgArea a, MdgArea b)
{
  MdgRateRow row_a = *self->rows[a];
  MdgRateRow row_b = *self->rows[b];

  row_a.area = b;
  row_b.area = a;

  return pooled_rate_holds (blocks, &row_a, G_MAXUINT, MDG_AREA_NONE) &&
         pooled_rate_holds (blocks, &row_b, G_MAXUINT, MDG_AREA_NONE);
}

static void
say_swapped (GPtrArray *messages, MdgArea a, MdgArea b)
{
  g_ptr_array_add (messages,
                   mdg_import_message_new (MDG_MESSAGE_ROWS_SWAPPED, mdg_area_get_code (a),
                                           mdg_area_get_code (b), NULL));
}

static void
blame_block (MdgRates *self, MdgBlock *block, MdgArea a, MdgArea b)
{
  block->is_refused = TRUE;
  block->is_sound = FALSE;
  say_swapped (block->messages, MIN (a, b), MAX (a, b));
  say (self, mdg_import_message_new (MDG_MESSAGE_NOT_POOLED, NULL));
}

/* Two prefectures whose rates do not pool may have changed places in one of the tables, which no
 * sum shows. If exactly one table explains it, that one is refused and the others stand. */
static gboolean
explain_two (MdgRates *self, GPtrArray *blocks, MdgArea a, MdgArea b)
{
  gboolean rates_explain = rates_are_swapped (self, blocks, a, b);
  MdgBlock *explaining = NULL;
  guint n_explanations = rates_explain;

  for (guint i = 0; i < blocks->len; i++)
    if (block_is_swapped (self, blocks, i, a, b))
      {
        explaining = g_ptr_array_index (blocks, i);
        n_explanations++;
      }

  if (n_explanations != 1)
    return FALSE;

  if (rates_explain)
    {
      self->is_refused = TRUE;
      say_swapped (self->messages, a, b);
    }
  else
    {
      blame_block (self, explaining, a, b);
    }

  return TRUE;
}

/* Whether one wrong digit makes the one number of the other. */
static gboolean
differ_by_a_digit (MdgDecimal a, MdgDecimal b)
{
  g_autofree char *text_a = mdg_decimal_to_string (a);
  g_autofree char *text_b = mdg_decimal_to_string (b);
  guint n = 0;

  if (strlen (text_a) != strlen (text_b))
    return FALSE;
  for (guint i = 0; text_a[i] != '\0'; i++)
    n += text_a[i] != text_b[i];

  return n <= 1;
}

/* One open rate is nearly always a misprint of its own. But where two prefectures are alike, their
 * names can have changed places in one of the tables and leave the rate of only one of them open.
 * That is the better explanation if it is the only one of its kind and a wrong digit is none; if both
 * are possible, the prefectures concerned are doubtful. */
static gboolean
explain_one (MdgRates *self, GPtrArray *blocks, MdgArea open)
{
  MdgDecimal pooled = MDG_DECIMAL (0, 0);
  MdgBlock *explaining = NULL;
  MdgArea exchanged = MDG_AREA_NONE;
  guint n_explanations = 0;

  for (MdgArea other = 1; other < MDG_N_AREAS; other++)
    for (guint i = 0; i < blocks->len; i++)
      if (other != open && self->rows[other] != NULL &&
          block_is_swapped (self, blocks, i, open, other))
        {
          explaining = g_ptr_array_index (blocks, i);
          exchanged = other;
          n_explanations++;
          self->doubtful |= AREA_BIT (open) | AREA_BIT (other);
        }

  if (n_explanations != 1 ||
      !pool (blocks, open, G_MAXUINT, MDG_AREA_NONE, self->rows[open]->rate.decimals, &pooled) ||
      differ_by_a_digit (pooled, self->rows[open]->rate))
    return FALSE;

  self->doubtful = 0;
  blame_block (self, explaining, open, exchanged);

  return TRUE;
}

static void
say_open (MdgRates *self, GPtrArray *blocks, MdgArea area)
{
  const MdgRateRow *row = self->rows[area];
  g_autofree char *printed = mdg_decimal_to_string (row->rate);
  g_autofree char *pooled = NULL;
  MdgDecimal rate = MDG_DECIMAL (0, 0);

  pool (blocks, area, G_MAXUINT, MDG_AREA_NONE, row->rate.decimals, &rate);
  pooled = mdg_decimal_to_string (rate);
  say (self, mdg_import_message_new (MDG_MESSAGE_POOLED_OPEN, mdg_area_get_code (area), printed,
                                     pooled, NULL));
}

/**
 * mdg_rates_pool:
 * @self: rates
 * @blocks: (element-type MdgBlock): the facility x prefecture tables, already checked
 *
 * Law 4: a prefecture's rate is that of its four rows pooled. Where it does not hold, tells by
 * arithmetic whether this table or one of the four is to blame; if that cannot be told, this table
 * is refused and the rows of those prefectures count as doubtful in the four.
 */
void
mdg_rates_pool (MdgRates *self, GPtrArray *blocks)
{
  MdgArea open[MDG_N_AREAS];
  guint n_open = 0;

  if (self->line == MDG_NO_LINE)
    return;
  if (!can_pool (blocks))
    {
      if (!self->is_refused)
        say (self, mdg_import_message_new (MDG_MESSAGE_NOT_POOLED, NULL));
      return;
    }

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->rows[area] != NULL &&
        !pooled_rate_holds (blocks, self->rows[area], G_MAXUINT, MDG_AREA_NONE))
      open[n_open++] = area;

  self->is_pooled = n_open == 0;
  if (n_open == 0 || (n_open == 1 && explain_one (self, blocks, open[0])) ||
      (n_open == 2 && explain_two (self, blocks, open[0], open[1])))
    return;

  self->is_refused = TRUE;
  for (guint i = 0; i < n_open; i++)
    {
      if (i < MAX_SAID)
        say_open (self, blocks, open[i]);
      if (n_open > 1)
        self->doubtful |= AREA_BIT (open[i]);
    }
  if (self->doubtful != 0)
    say (self, mdg_import_message_new (MDG_MESSAGE_CULPRIT_UNTOLD, NULL));
}

/**
 * mdg_rates_check_national:
 * @self: rates
 * @national: the national counts
 *
 * Law 3 for the nation.
 */
void
mdg_rates_check_national (MdgRates *self, const MdgNational *national)
{
  const MdgRateRow *row = self->rows[MDG_AREA_NATIONAL];
  MdgDecimal rate = MDG_DECIMAL (0, 0);
  g_autofree char *printed = NULL;
  g_autofree char *computed = NULL;

  if (row == NULL || !national->is_known)
    return;

  if (mdg_decimal_percent_ratio (national->mnc, national->verifications, row->rate.decimals,
                                 &rate) &&
      mdg_decimal_compare (rate, row->rate) == 0)
    {
      self->national_is_proved = TRUE;
      return;
    }

  printed = mdg_decimal_to_string (row->rate);
  computed = mdg_decimal_to_string (rate);
  self->is_refused = TRUE;
  say (self, mdg_import_message_new (MDG_MESSAGE_NATIONAL_RATE_OPEN, printed, computed, NULL));
}

static gboolean
is_share (MdgDecimal rate)
{
  return rate.digits >= 0 && mdg_decimal_compare (rate, MDG_DECIMAL (100, 0)) <= 0;
}

/**
 * mdg_rates_check_bounds:
 * @self: rates
 *
 * Every rate, and that of the month before by its change, is between 0 and 100 %.
 */
void
mdg_rates_check_bounds (MdgRates *self)
{
  guint n_said = 0;

  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgRateRow *row = self->rows[area];
      MdgDecimal before;
      g_autofree char *rate = NULL;
      g_autofree char *change = NULL;

      if (row == NULL ||
          (is_share (row->rate) && mdg_decimal_subtract (row->rate, row->change, &before) &&
           is_share (before)))
        continue;
      self->is_refused = TRUE;
      if (n_said++ >= MAX_SAID)
        continue;
      rate = mdg_decimal_to_string (row->rate);
      change = mdg_decimal_to_string (row->change);
      say (self, mdg_import_message_new (MDG_MESSAGE_RATE_IMPOSSIBLE, mdg_area_get_code (area),
                                         rate, change, NULL));
    }
}

/**
 * mdg_rates_emit:
 * @self: rates
 * @output: the output
 *
 * Hands out the rates and changes, or reports that they are refused or missing.
 *
 * Returns: whether the national rate was handed out
 */
gboolean
mdg_rates_emit (MdgRates *self, MdgImportOutput *output)
{
  MdgReportEntry *entry;

  if (self->line == MDG_NO_LINE && output->deck->rate_tables->len > 0)
    return FALSE;

  entry = mdg_import_output_begin (output, MDG_TABLE_PREFECTURES, self->line);
  mdg_import_output_take (entry, self->messages);
  if (self->line == MDG_NO_LINE)
    return FALSE;
  if (self->is_refused)
    mdg_import_output_refuse (entry);

  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgRateRow *row = self->rows[area];
      gboolean is_proved = area == MDG_AREA_NATIONAL ? self->national_is_proved : self->is_pooled;
      MdgObservation observation = {
        .month = output->deck->month,
        .area = area,
        .facility_type = MDG_FACILITY_ALL,
        .precision = MDG_PRECISION_EXACT,
      };

      if (row == NULL)
        continue;
      observation.measure = MDG_MEASURE_USAGE_RATE_ONLINE;
      observation.quality = is_proved ? MDG_QUALITY_VERIFIED : MDG_QUALITY_PRINTED;
      observation.value = row->rate;
      mdg_import_output_add (output, entry, row->line, &observation);

      observation.measure = MDG_MEASURE_CHANGE_POINTS;
      observation.quality = MDG_QUALITY_PRINTED;
      observation.value = row->change;
      mdg_import_output_add (output, entry, row->line, &observation);
    }

  return entry->status != MDG_ENTRY_REFUSED;
}
