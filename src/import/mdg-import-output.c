/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-output.h"

#include "import/deck/mdg-deck-unknown.h"

#include <string.h>

/**
 * mdg_import_output_begin:
 * @self: an output
 * @kind: a table
 * @line: index of the line where it begins, or %MDG_NO_LINE
 *
 * Begins the report of a table. It counts as missing until figures are added or it is refused.
 *
 * Returns: (transfer none): its entry
 */
MdgReportEntry *
mdg_import_output_begin (MdgImportOutput *self, MdgTableKind kind, guint line)
{
  MdgReportEntry *entry = mdg_report_entry_new (kind, MDG_PAGE_UNKNOWN);

  if (line != MDG_NO_LINE)
    {
      const MdgSlide *slide = mdg_slides_find (self->deck->slides, line);

      if (slide != NULL && slide->is_told)
        {
          entry->page = slide->number;
          g_set_str (&entry->title, slide->title);
        }
    }
  g_ptr_array_add (self->report->entries, entry);
  self->first_figure = self->batch->observations->len;

  return entry;
}

/**
 * mdg_import_output_take:
 * @entry: an entry
 * @messages: (element-type MdgImportMessage): messages, which are moved to @entry
 *
 * Adds what was found out before the entry was begun.
 */
void
mdg_import_output_take (MdgReportEntry *entry, GPtrArray *messages)
{
  while (messages->len > 0)
    mdg_report_entry_take (entry, g_ptr_array_steal_index (messages, 0));
}

/**
 * mdg_import_output_refuse:
 * @entry: an entry to which no figure was added
 *
 * Marks a table as refused.
 */
void
mdg_import_output_refuse (MdgReportEntry *entry)
{
  g_return_if_fail (entry->n_verified == 0 && entry->n_printed == 0);

  entry->status = MDG_ENTRY_REFUSED;
}

/**
 * mdg_import_output_is_possible:
 * @observation: a figure
 *
 * Returns: whether there can be such a figure at all, whatever the laws say
 */
gboolean
mdg_import_output_is_possible (const MdgObservation *observation)
{
  MdgDecimal value = observation->value;
  gboolean is_positive = mdg_decimal_compare (value, MDG_DECIMAL (0, 0)) > 0;

  switch (observation->measure)
    {
    case MDG_MEASURE_CHANGE_POINTS:
    case MDG_MEASURE_DIFFERENCE_POINTS:
      return mdg_decimal_compare (value, MDG_DECIMAL (-100, 0)) >= 0 &&
             mdg_decimal_compare (value, MDG_DECIMAL (100, 0)) <= 0;
    /* No card of one kind, or no view, is possible in a prefecture's few facilities. */
    case MDG_MEASURE_MNC_COUNT:
    case MDG_MEASURE_INSURANCE_CARD_COUNT:
    case MDG_MEASURE_CHECKUP_VIEWS:
    case MDG_MEASURE_DRUG_VIEWS:
    case MDG_MEASURE_CARE_VIEWS:
      return value.digits >= 0;
    default:
      if (mdg_measure_get_unit (observation->measure) != MDG_UNIT_PERCENT)
        return is_positive;
      return value.digits >= 0 && mdg_decimal_compare (value, MDG_DECIMAL (100, 0)) <= 0;
    }
}

/* What is refused can still be taken by the user, but never as proved. */
static void
keep_as_printed (MdgReportEntry *entry, const MdgObservation *observation)
{
  MdgObservation printed = *observation;

  printed.quality = MDG_QUALITY_PRINTED;
  g_array_append_val (entry->as_printed, printed);
}

/* An impossible figure shows that its table was not read right, or is not right. */
static void
withdraw (MdgImportOutput *self, MdgReportEntry *entry, const MdgObservation *impossible)
{
  g_autofree char *value = mdg_decimal_to_string (impossible->value);
  GArray *observations = self->batch->observations;

  for (guint i = self->first_figure; i < observations->len; i++)
    keep_as_printed (entry, &g_array_index (observations, MdgObservation, i));
  g_array_set_size (observations, self->first_figure);
  entry->n_verified = 0;
  entry->n_printed = 0;
  entry->n_confirmed = 0;
  mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_IMPOSSIBLE,
                                                        mdg_measure_get_id (impossible->measure),
                                                        value, NULL));
  mdg_import_output_refuse (entry);
}

/**
 * mdg_import_output_add:
 * @self: an output
 * @entry: the entry of the table that was begun last
 * @line: index of the line where the figure stands
 * @observation: the figure; its page and edition are filled in
 *
 * Hands out a figure. If it is an impossible one, such as a share of more than 100 %, the whole
 * table is refused. A figure of a refused table is kept with @entry, for the case that the user
 * takes it as printed.
 */
void
mdg_import_output_add (MdgImportOutput *self,
                       MdgReportEntry *entry,
                       guint line,
                       const MdgObservation *observation)
{
  MdgObservation complete = *observation;

  g_return_if_fail (entry ==
                    g_ptr_array_index (self->report->entries, self->report->entries->len - 1));

  if (!mdg_import_output_is_possible (observation))
    {
      if (entry->status != MDG_ENTRY_REFUSED)
        withdraw (self, entry, observation);
      return;
    }

  complete.page = (gint16) mdg_deck_get_page (self->deck, line);
  complete.edition = 0;
  if (entry->status == MDG_ENTRY_REFUSED)
    {
      keep_as_printed (entry, &complete);
      return;
    }
  mdg_batch_add (self->batch, &complete);

  if (observation->quality == MDG_QUALITY_VERIFIED)
    entry->n_verified++;
  else
    entry->n_printed++;
}

/* Words that stand on slides with a chart and on no slide of text only. */
static gboolean
is_chart (const MdgDeck *deck, const MdgSlide *slide)
{
  static const char *const words[] = { "右軸", "左軸", "推移", "利用割合", "年齢階層別" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (slide->title, words[i]) != NULL)
        return TRUE;
      for (guint line = slide->first_line; line < slide->end_line; line++)
        if (strstr (mdg_document_get_line (deck->document, line)->text, words[i]) != NULL)
          return TRUE;
    }

  return FALSE;
}

static gboolean
continues_table (const MdgDeck *deck, const MdgSlide *slide)
{
  for (guint i = 0; i < deck->count_pieces->len; i++)
    {
      GArray *rows = g_ptr_array_index (deck->count_pieces, i);
      guint line = g_array_index (rows, MdgCountRow, 0).line;

      if (line >= slide->first_line && line < slide->end_line)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_entry (const MdgImportReport *report, int page)
{
  for (guint i = 0; i < report->entries->len; i++)
    if (((const MdgReportEntry *) g_ptr_array_index (report->entries, i))->page == page)
      return TRUE;

  return FALSE;
}

/* Whether some table stands nobody knows where, so that it may be the one on a slide that has none. */
static gboolean
has_table_without_page (const MdgImportReport *report)
{
  for (guint i = 0; i < report->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (report->entries, i);

      if (entry->page == MDG_PAGE_UNKNOWN && entry->status != MDG_ENTRY_MISSING)
        return TRUE;
    }

  return FALSE;
}

static MdgEntryStatus
tell_status (const MdgDeck *deck, const MdgSlide *slide, gboolean may_be_unknown)
{
  if (continues_table (deck, slide))
    return MDG_ENTRY_CONTINUED;
  if (may_be_unknown && mdg_deck_has_unknown_table (deck, slide))
    return MDG_ENTRY_UNKNOWN;

  return is_chart (deck, slide) ? MDG_ENTRY_CHART : MDG_ENTRY_TEXT;
}

static void
add_other_slides (MdgImportOutput *self)
{
  GArray *slides = self->deck->slides->slides;
  gboolean may_be_unknown = !has_table_without_page (self->report);

  for (guint i = 0; i < slides->len; i++)
    {
      const MdgSlide *slide = &g_array_index (slides, MdgSlide, i);
      MdgReportEntry *entry;

      if (!slide->is_told || has_entry (self->report, slide->number))
        continue;
      entry = mdg_report_entry_new (MDG_TABLE_NONE, slide->number);
      g_set_str (&entry->title, slide->title);
      entry->status = tell_status (self->deck, slide, may_be_unknown);
      g_ptr_array_add (self->report->entries, entry);
    }
}

/* Entries without a page, which are tables that are missing, come last. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MdgReportEntry *entry_a = *(MdgReportEntry *const *) a;
  const MdgReportEntry *entry_b = *(MdgReportEntry *const *) b;
  guint page_a = (guint) entry_a->page;
  guint page_b = (guint) entry_b->page;

  if ((entry_a->status == MDG_ENTRY_MISSING) != (entry_b->status == MDG_ENTRY_MISSING))
    return entry_a->status == MDG_ENTRY_MISSING ? 1 : -1;

  return (page_a > page_b) - (page_a < page_b);
}

/* The place of the text that names another month belongs to the table on the same slide. */
static MdgReportEntry *
find_entry (const MdgImportReport *report, int page)
{
  for (guint i = 0; i < report->entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (report->entries, i);

      if (entry->page == page && entry->status != MDG_ENTRY_MISSING)
        return entry;
    }

  return report->entries->len > 0 ? g_ptr_array_index (report->entries, 0) : NULL;
}

static void
say_month (MdgImportOutput *self, MdgMonth printed, guint line)
{
  MdgReportEntry *entry = find_entry (self->report, mdg_deck_get_page (self->deck, line));
  g_autofree char *printed_text = mdg_month_to_string (printed);
  g_autofree char *month_text = mdg_month_to_string (self->deck->month);
  g_autofree char *where =
    mdg_import_output_number (mdg_document_get_line (self->deck->document, line)->number);

  if (entry != NULL)
    mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_MONTH_NOTE, printed_text,
                                                          where, month_text, NULL));
}

static void
say_other_months (MdgImportOutput *self)
{
  const MdgDeck *deck = self->deck;

  for (guint i = 0; i < deck->month_notes->len; i++)
    {
      const MdgMonthNote *note = &g_array_index (deck->month_notes, MdgMonthNote, i);

      if (note->month != deck->month)
        say_month (self, note->printed, note->line);
    }

  if (deck->month_number > 0 && deck->month_number != mdg_month_get_number (deck->month))
    say_month (self, MDG_MONTH (mdg_month_get_year (deck->month), deck->month_number),
               deck->month_number_line);
}

static int
compare_observations (gconstpointer a, gconstpointer b)
{
  return mdg_observation_compare_key (a, b);
}

/**
 * mdg_import_output_finish:
 * @self: an output
 *
 * Completes the report by the slides that have no table, tells the status of each table, and sorts
 * everything.
 */
void
mdg_import_output_finish (MdgImportOutput *self)
{
  for (guint i = 0; i < self->report->entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (self->report->entries, i);

      if (entry->status == MDG_ENTRY_REFUSED)
        continue;
      if (entry->n_verified + entry->n_confirmed > 0)
        entry->status = entry->n_printed > 0 ? MDG_ENTRY_PARTLY : MDG_ENTRY_VERIFIED;
      else if (entry->n_printed > 0)
        entry->status = MDG_ENTRY_PRINTED;
    }

  add_other_slides (self);
  g_ptr_array_sort (self->report->entries, compare_entries);
  say_other_months (self);
  g_array_sort (self->batch->observations, compare_observations);
}

/**
 * mdg_import_output_page:
 * @self: an output
 * @line: index of a line
 *
 * Returns: (transfer full): the slide the line stands on, as an argument of a message
 */
char *
mdg_import_output_page (const MdgImportOutput *self, guint line)
{
  return mdg_import_output_number (mdg_deck_get_page (self->deck, line));
}

/**
 * mdg_import_output_number:
 * @number: a number
 *
 * Returns: (transfer full): @number as an argument of a message
 */
char *
mdg_import_output_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}
