/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet-questions.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a column can be asked to hold. */
static const MdgMeasure asked_measures[] = {
  MDG_MEASURE_USAGE_RATE_ONLINE,  MDG_MEASURE_USAGE_RATE_CLAIMS,
  MDG_MEASURE_CHANGE_POINTS,      MDG_MEASURE_RANK,
  MDG_MEASURE_RANK_PREVIOUS,      MDG_MEASURE_MNC_COUNT,
  MDG_MEASURE_VERIFICATION_COUNT, MDG_MEASURE_INSURANCE_CARD_COUNT,
  MDG_MEASURE_CHECKUP_VIEWS,      MDG_MEASURE_DRUG_VIEWS,
  MDG_MEASURE_CARE_VIEWS,
};

/* Where questions and what answers them are kept. */
typedef struct
{
  MdgSheetValues *values;
  const char *file_name;
  GHashTable *answers;
  GPtrArray *questions;
} Asker;

static MdgValueColumn *
get_column (const MdgSheetValues *self, guint index)
{
  return &g_array_index (self->columns, MdgValueColumn, index);
}

/* Asks, unless that was asked before; returns the answer if there is one. */
static const char *
ask (Asker *self, MdgImportQuestion *question)
{
  const char *answer = mdg_import_question_find_answer (question, self->answers);
  MdgMonth month;

  if (answer != NULL && question->kind == MDG_QUESTION_MONTH && !mdg_month_parse (answer, &month))
    answer = NULL;
  question->answer = g_strdup (answer);
  g_ptr_array_add (self->questions, question);

  return answer;
}

static char *
make_id (const Asker *self, const char *kind, const MdgValueColumn *column)
{
  const MdgSheetTable *table = self->values->table;
  GString *id = g_string_new (kind);

  g_string_append_printf (id, ":%u", table->page + 1);
  if (table->number > 0)
    g_string_append_printf (id, ".%u", table->number + 1);
  if (column != NULL)
    g_string_append_printf (id, ":%u", column->source->column + 1);

  return g_string_free_and_steal (id);
}

/* What a question about a whole table is asked about. */
static const char *
get_subject (const Asker *self)
{
  const MdgSheetTable *table = self->values->table;

  if (table->titles->len > 0)
    return g_ptr_array_index (table->titles, table->titles->len - 1);
  if (*self->values->sheet_name != '\0')
    return self->values->sheet_name;

  return self->file_name;
}

static const char *
ask_column (Asker *self, MdgQuestionKind kind, const MdgValueColumn *column)
{
  g_autofree char *id = make_id (self, mdg_question_kind_get_id (kind), column);
  g_autofree char *place = NULL;
  const char *subject = column->source->heading;
  MdgImportQuestion *question;

  if (*subject == '\0')
    /* Translators: a column of a table that has no heading. */
    subject = place = g_strdup_printf (_ ("Column %u"), column->source->column + 1);
  question = mdg_import_question_new (kind, id, subject);

  if (kind == MDG_QUESTION_PERCENT)
    {
      /* xgettext:no-c-format */
      mdg_import_question_add_choice (question, "ratio", _ ("Shares of 1: 0.5 is 50%"));
      /* xgettext:no-c-format */
      mdg_import_question_add_choice (question, "percent", _ ("Percent: 0.5 is 0.5%"));
    }
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (asked_measures); i++)
        if (!column->is_measure_told || mdg_sheet_values_is_rate (asked_measures[i]))
          mdg_import_question_add_choice (question, mdg_measure_get_id (asked_measures[i]),
                                          mdg_measure_get_label (asked_measures[i]));
      mdg_import_question_add_choice (question, MDG_ANSWER_SKIP, _ ("Leave this column out"));
    }

  return ask (self, question);
}

static const MdgValueColumn *
find_beside (const MdgSheetValues *self, const MdgValueColumn *column, MdgMeasure measure)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MdgValueColumn *other = get_column (self, i);

      if (other->is_measure_told && other->measure == measure && other->type == column->type &&
          other->source->words.month == column->source->words.month &&
          other->source->words.is_of_month_before == column->source->words.is_of_month_before)
        return other;
    }

  return NULL;
}

/* In how many rows the numbers of a rate are what the counts beside it make, read in either way. */
static void
try_counts (const MdgSheetValues *self,
            const MdgValueColumn *column,
            guint *n_rows,
            guint n_holding[2])
{
  const MdgValueColumn *part = find_beside (self, column, MDG_MEASURE_MNC_COUNT);
  const MdgValueColumn *whole = find_beside (self, column, MDG_MEASURE_VERIFICATION_COUNT);

  *n_rows = n_holding[0] = n_holding[1] = 0;
  if (part == NULL || whole == NULL)
    return;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const MdgSheetRow *row = &g_array_index (self->table->rows, MdgSheetRow, i);
      MdgCellValue counts[2];
      MdgCellValue rate;

      mdg_cell_read (mdg_sheet_values_get_text (self, row, column->source->column), &rate);
      if (rate.kind != MDG_CELL_NUMBER || !mdg_sheet_values_read (self, part, row, &counts[0]) ||
          !mdg_sheet_values_read (self, whole, row, &counts[1]))
        continue;
      ++*n_rows;
      for (guint scale = 0; scale < 2; scale++)
        {
          MdgDecimal scaled;
          MdgDecimal computed;

          n_holding[scale] +=
            mdg_sheet_values_scale (rate.value, rate.is_percent ? MDG_SCALE_PERCENT : scale,
                                    &scaled) &&
            mdg_decimal_percent_ratio (counts[0].value.digits, counts[1].value.digits,
                                       scaled.decimals, &computed) &&
            mdg_decimal_compare (scaled, computed) == 0;
        }
    }
}

/* A rate without a basis is on the online basis if the counts beside it make it, and so are numbers
 * up to 1 shares of 1. One altered row does not outvote the others, and is found out later. */
static void
settle_rate (Asker *asker, MdgValueColumn *column)
{
  guint n_holding[2];
  guint n_rows;
  const char *answer;

  try_counts (asker->values, column, &n_rows, n_holding);

  if (!column->basis_is_told)
    {
      if (MAX (n_holding[0], n_holding[1]) * 2 > n_rows)
        {
          column->measure = MDG_MEASURE_USAGE_RATE_ONLINE;
          column->basis_is_told = column->basis_was_proved = TRUE;
        }
      else if ((answer = ask_column (asker, MDG_QUESTION_MEASURE, column)) == NULL)
        {
          column->is_open = TRUE;
        }
      else if (strcmp (answer, MDG_ANSWER_SKIP) == 0)
        {
          column->is_skipped = TRUE;
        }
      else
        {
          mdg_measure_from_id (answer, &column->measure);
          column->basis_is_told = TRUE;
        }
    }
  if (column->is_open || column->is_skipped || column->n_bare == 0 || !column->is_small)
    return;

  if (column->measure == MDG_MEASURE_USAGE_RATE_ONLINE &&
      MAX (n_holding[0], n_holding[1]) * 2 > n_rows)
    column->scale = n_holding[MDG_SCALE_RATIO] > n_holding[MDG_SCALE_PERCENT] ? MDG_SCALE_RATIO
                                                                              : MDG_SCALE_PERCENT;
  else if ((answer = ask_column (asker, MDG_QUESTION_PERCENT, column)) == NULL)
    column->is_open = TRUE;
  else
    column->scale = strcmp (answer, "ratio") == 0 ? MDG_SCALE_RATIO : MDG_SCALE_PERCENT;
}

static void
settle_measure (Asker *asker, MdgValueColumn *column)
{
  const char *answer;

  if (column->is_measure_told)
    return;

  answer = ask_column (asker, MDG_QUESTION_MEASURE, column);
  if (answer == NULL)
    {
      column->is_open = TRUE;
    }
  else if (strcmp (answer, MDG_ANSWER_SKIP) == 0)
    {
      column->is_skipped = TRUE;
    }
  else
    {
      mdg_measure_from_id (answer, &column->measure);
      column->is_measure_told = column->basis_is_told = TRUE;
    }
}

/* Ranks and changes are kept of the rate on the online basis only. What the rates of the table are,
 * the ranks beside them are of. */
static void
settle_others (Asker *asker)
{
  const MdgSheetValues *self = asker->values;
  gboolean has_online = FALSE;
  gboolean has_counts = FALSE;
  gboolean has_claims = FALSE;
  gboolean has_open = FALSE;
  gboolean has_ratio = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MdgValueColumn *column = get_column (self, i);

      if (!column->is_measure_told)
        continue;
      has_counts |= column->measure == MDG_MEASURE_MNC_COUNT && !column->is_skipped;
      if (!mdg_sheet_values_is_rate (column->measure))
        continue;
      has_open |= column->is_open && !column->basis_is_told;
      has_claims |= column->measure == MDG_MEASURE_USAGE_RATE_CLAIMS || column->is_skipped;
      has_online |= column->basis_is_told && column->measure == MDG_MEASURE_USAGE_RATE_ONLINE;
      has_ratio |= column->scale == MDG_SCALE_RATIO;
    }

  has_online |= has_counts && !has_claims;

  for (guint i = 0; i < self->columns->len; i++)
    {
      MdgValueColumn *column = get_column (self, i);
      gboolean is_change = column->measure == MDG_MEASURE_CHANGE_POINTS;
      const char *answer;

      if (!column->is_measure_told || column->is_skipped ||
          (!is_change && column->measure != MDG_MEASURE_RANK &&
           column->measure != MDG_MEASURE_RANK_PREVIOUS))
        continue;
      if (!has_online && has_open)
        column->is_open = TRUE;
      else if (!has_online && has_claims)
        column->is_foreign = TRUE;
      else if (is_change && has_ratio && column->is_small && column->n_bare > 0)
        {
          answer = ask_column (asker, MDG_QUESTION_PERCENT, column);
          column->is_open = answer == NULL;
          if (g_strcmp0 (answer, "ratio") == 0)
            column->scale = MDG_SCALE_RATIO;
        }
    }
}

static gboolean
needs_type (const MdgSheetValues *self)
{
  if (self->type_column != MDG_NO_COLUMN)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->type == MDG_N_FACILITY_TYPES && !get_column (self, i)->is_skipped &&
        !get_column (self, i)->is_foreign)
      return TRUE;

  return FALSE;
}

static gboolean
find_type (const Asker *asker, MdgFacilityType *type)
{
  const GPtrArray *titles = asker->values->table->titles;

  for (guint i = titles->len; i > 0; i--)
    if (mdg_heading_find_type (g_ptr_array_index (titles, i - 1), type) ||
        mdg_heading_read_type (g_ptr_array_index (titles, i - 1), type))
      return TRUE;

  return mdg_heading_find_type (asker->values->sheet_name, type) ||
         mdg_heading_read_type (asker->values->sheet_name, type) ||
         (asker->file_name != NULL && mdg_heading_find_type (asker->file_name, type));
}

static void
settle_types (Asker *asker)
{
  MdgSheetValues *self = asker->values;
  MdgFacilityType type = MDG_N_FACILITY_TYPES;

  if (!needs_type (self))
    return;

  if (!find_type (asker, &type))
    {
      g_autofree char *id = make_id (asker, "facility_type", NULL);
      MdgImportQuestion *question =
        mdg_import_question_new (MDG_QUESTION_FACILITY_TYPE, id, get_subject (asker));
      const char *answer;

      for (guint i = 0; i <= MDG_FACILITY_PHARMACY; i++)
        mdg_import_question_add_choice (question, mdg_facility_type_get_id (i),
                                        mdg_facility_type_get_label (i));
      answer = ask (asker, question);
      if (answer != NULL)
        mdg_facility_type_from_id (answer, &type);
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      MdgValueColumn *column = get_column (self, i);

      if (column->type != MDG_N_FACILITY_TYPES)
        continue;
      column->type = type;
      column->is_open |= type == MDG_N_FACILITY_TYPES;
    }
}

/* The month that most of the table is of, where anything but a row tells it. */
static MdgMonth
find_month (const Asker *asker)
{
  const MdgSheetValues *self = asker->values;
  MdgMonth found = MDG_MONTH_NONE;
  MdgMonth month;

  for (guint i = 0; i < self->table->titles->len; i++)
    if (mdg_heading_find_month (g_ptr_array_index (self->table->titles, i), &month))
      {
        if (found != MDG_MONTH_NONE && found != month)
          return MDG_MONTH_NONE;
        found = month;
      }
  if (found != MDG_MONTH_NONE || mdg_heading_find_month (self->sheet_name, &found))
    return found;

  /* The rank or rate of the month before may stand beside that of the month; more months than these
   * two say nothing of a column that names none. */
  for (guint i = 0; i < self->columns->len; i++)
    {
      month = get_column (self, i)->source->words.month;
      if (month == MDG_MONTH_NONE)
        continue;
      if (found != MDG_MONTH_NONE && ABS ((int) month - (int) found) > 1)
        return MDG_MONTH_NONE;
      found = MAX (found, month);
    }
  if (found != MDG_MONTH_NONE)
    return found;

  if (asker->file_name != NULL && mdg_heading_find_month (asker->file_name, &found))
    return found;

  return MDG_MONTH_NONE;
}

static gboolean
needs_month (const MdgSheetValues *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MdgValueColumn *column = get_column (self, i);

      if (!column->is_skipped && !column->is_foreign &&
          column->source->words.month == MDG_MONTH_NONE)
        return TRUE;
    }

  return FALSE;
}

static void
settle_months (Asker *asker)
{
  MdgSheetValues *self = asker->values;
  MdgMonth month = MDG_MONTH_NONE;

  if (self->month_column != MDG_NO_COLUMN)
    return;

  month = find_month (asker);
  if (month == MDG_MONTH_NONE && needs_month (self))
    {
      g_autofree char *id = make_id (asker, "month", NULL);
      const char *answer =
        ask (asker, mdg_import_question_new (MDG_QUESTION_MONTH, id, get_subject (asker)));

      if (answer != NULL)
        mdg_month_parse (answer, &month);
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      MdgValueColumn *column = get_column (self, i);
      const MdgHeading *words = &column->source->words;

      column->month = words->month;
      if (words->is_since && words->month != MDG_MONTH_NONE &&
          column->measure == MDG_MEASURE_CHANGE_POINTS)
        column->month = words->month + 1;
      if (month != MDG_MONTH_NONE && words->month + 1 == month &&
          column->measure == MDG_MEASURE_RANK && column->is_measure_told)
        column->measure = MDG_MEASURE_RANK_PREVIOUS;
      if (column->measure == MDG_MEASURE_RANK_PREVIOUS && month != MDG_MONTH_NONE)
        column->month = month;
      else if (words->month == MDG_MONTH_NONE && month != MDG_MONTH_NONE)
        column->month = month - (words->is_of_month_before ? 1 : 0);
      column->is_open |= column->month == MDG_MONTH_NONE && !column->is_skipped;
    }
}

/**
 * mdg_sheet_questions_settle:
 * @values: the columns of a table, as far as their headings tell
 * @file_name: (nullable): base name of the file
 * @answers: (nullable): answers to questions
 * @questions: (element-type MdgImportQuestion): takes what is asked
 *
 * Settles what headings leave open, by titles, names and laws where they tell it, and by asking
 * where nothing does. A question without an answer leaves the columns open that depend on it.
 */
void
mdg_sheet_questions_settle (MdgSheetValues *values,
                            const char *file_name,
                            GHashTable *answers,
                            GPtrArray *questions)
{
  Asker asker = { values, file_name, answers, questions };

  for (guint i = 0; i < values->columns->len; i++)
    settle_measure (&asker, get_column (values, i));
  for (guint i = 0; i < values->columns->len; i++)
    if (get_column (values, i)->is_measure_told &&
        mdg_sheet_values_is_rate (get_column (values, i)->measure))
      settle_rate (&asker, get_column (values, i));
  settle_others (&asker);
  settle_types (&asker);
  settle_months (&asker);
}
