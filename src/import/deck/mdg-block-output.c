/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-block-output.h"

/* Rows that say which table is meant. */
#define N_SUBJECT_ROWS 2

static gboolean
is_tied (const MdgBlock *block)
{
  return !block->is_refused && (block->types & (block->types - 1)) != 0;
}

/* The first rows of the table, as it would be recognised in the file. */
static char *
make_subject (const MdgBlock *block, const MdgImportOutput *output)
{
  const MdgSlide *slide = mdg_slides_find (output->deck->slides, block->line);
  GString *subject = g_string_new (NULL);

  if (slide != NULL && slide->is_told && *slide->title != '\0')
    g_string_append_printf (subject, "%s: ", slide->title);
  for (guint rank = 1; rank <= N_SUBJECT_ROWS; rank++)
    for (MdgArea area = 1; area < MDG_N_AREAS; area++)
      {
        const MdgCountRow *row = block->rows[area];
        g_autofree char *rate = NULL;

        if (row == NULL || row->rank != rank)
          continue;
        rate = mdg_decimal_to_string (row->rate);
        g_string_append_printf (subject, "%u %s %s%% ", rank, mdg_area_get_short_name (area), rate);
      }
  g_string_append (subject, "…");

  return g_string_free_and_steal (subject);
}

static void
ask_type (MdgBlock *block, guint number, MdgImportOutput *output)
{
  g_autofree char *page = mdg_import_output_page (output, block->line);
  g_autofree char *id = g_strdup_printf ("reading:%s:%u", page, number);
  g_autofree char *subject = make_subject (block, output);
  MdgImportQuestion *question = mdg_import_question_new (MDG_QUESTION_READING, id, subject);
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint type = MDG_FACILITY_HOSPITAL; type < MDG_N_TYPE_ROWS; type++)
    if (block->types >> type & 1)
      {
        g_string_append_printf (types, "%s%s", types->len > 0 ? " " : "",
                                mdg_facility_type_get_id (type));
        mdg_import_question_add_choice (question, mdg_facility_type_get_id (type),
                                        mdg_facility_type_get_label (type));
      }
  mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_TYPES_TIED, types->str, NULL));

  /* What two readings fit is proved by none. */
  block->is_printed = TRUE;
  block->type = MDG_N_FACILITY_TYPES;
  question->answer = g_strdup (mdg_import_question_find_answer (question, output->answers));
  if (question->answer != NULL)
    mdg_facility_type_from_id (question->answer, &block->type);
  g_ptr_array_add (output->questions, question);
}

/* Two tables of one type cannot both be what was answered. */
static void
refuse_same_answers (GPtrArray *blocks, const MdgImportOutput *output)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < blocks->len && is_tied (block); j++)
        {
          const MdgBlock *other = g_ptr_array_index (blocks, j);
          g_autofree char *page = NULL;

          if (i == j || block->type == MDG_N_FACILITY_TYPES || other->type != block->type)
            continue;
          page = mdg_import_output_page (output, other->line);
          mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_TWICE, page, NULL));
          block->is_refused = TRUE;
        }
    }
}

/**
 * mdg_blocks_ask:
 * @blocks: (element-type MdgBlock): the tables, already checked
 * @output: the output, which has the answers
 *
 * Asks which facility type a table is of where several have its sums as their totals. Without an
 * answer its type is not told.
 */
void
mdg_blocks_ask (GPtrArray *blocks, MdgImportOutput *output)
{
  for (guint i = 0; i < blocks->len; i++)
    if (is_tied (g_ptr_array_index (blocks, i)))
      ask_type (g_ptr_array_index (blocks, i), i + 1, output);

  refuse_same_answers (blocks, output);
}

static gboolean
has_twice (const MdgBlock *block, MdgArea area)
{
  guint n = 0;

  for (guint i = 0; i < block->pieces->len; i++)
    {
      GArray *rows = g_ptr_array_index (block->pieces, i);

      for (guint j = 0; j < rows->len; j++)
        n += g_array_index (rows, MdgCountRow, j).area == area;
    }

  return n > 1;
}

/* The type of a table that is refused, as far as anything tells it and no other table has it. */
static MdgFacilityType
find_likely_type (const MdgBlock *block, GPtrArray *blocks)
{
  if (block->type != MDG_N_FACILITY_TYPES)
    return block->type;

  for (guint i = 0; i < blocks->len; i++)
    if (((const MdgBlock *) g_ptr_array_index (blocks, i))->type == block->heading)
      return MDG_N_FACILITY_TYPES;

  return block->heading;
}

static void
emit_row (const MdgCountRow *row,
          MdgFacilityType type,
          MdgQuality quality,
          MdgImportOutput *output,
          MdgReportEntry *entry)
{
  const struct
  {
    MdgMeasure measure;
    MdgDecimal value;
  } figures[] = {
    { MDG_MEASURE_USAGE_RATE_ONLINE, row->rate },
    { MDG_MEASURE_RANK, MDG_DECIMAL (row->rank, 0) },
    { MDG_MEASURE_RANK_PREVIOUS, MDG_DECIMAL (row->rank_previous, 0) },
    { MDG_MEASURE_MNC_COUNT, MDG_DECIMAL (row->mnc, 0) },
    { MDG_MEASURE_VERIFICATION_COUNT, MDG_DECIMAL (row->verifications, 0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      MdgObservation observation = {
        .month = output->deck->month,
        .area = row->area,
        .facility_type = (guint8) type,
        .measure = (guint8) figures[i].measure,
        .quality = (guint8) quality,
        .precision = MDG_PRECISION_EXACT,
        .value = figures[i].value,
      };

      mdg_import_output_add (output, entry, row->line, &observation);
    }
}

static void
emit_rows (const MdgBlock *block,
           MdgFacilityType type,
           MdgImportOutput *output,
           MdgReportEntry *entry,
           guint64 doubtful)
{
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (block->rows[area] != NULL && !has_twice (block, area))
      emit_row (block->rows[area], type,
                block->is_printed || (doubtful >> area & 1) != 0 ? MDG_QUALITY_PRINTED
                                                                 : MDG_QUALITY_VERIFIED,
                output, entry);
}

static void
emit_block (const MdgBlock *block, GPtrArray *blocks, MdgImportOutput *output, guint64 doubtful)
{
  MdgReportEntry *entry =
    mdg_import_output_begin (output, MDG_TABLE_FACILITY_PREFECTURES, block->line);
  MdgFacilityType type = block->type;

  entry->facility_type = type;
  mdg_import_output_take (entry, block->messages);
  if (block->is_refused)
    {
      mdg_import_output_refuse (entry);
      type = find_likely_type (block, blocks);
    }
  else if (type == MDG_N_FACILITY_TYPES)
    {
      entry->status = MDG_ENTRY_OPEN;
    }
  else if (!block->is_printed)
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_IDENTIFIED,
                                                            mdg_facility_type_get_id (type), NULL));
    }

  if (type != MDG_N_FACILITY_TYPES)
    emit_rows (block, type, output, entry, doubtful);
}

/* A table whose type is not told may be any of the missing ones, so only what is surely missing is
 * said to be. */
static void
emit_missing_blocks (GPtrArray *blocks, MdgImportOutput *output)
{
  guint seen = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == MDG_N_FACILITY_TYPES && block->types == 0)
        return;
      seen |= block->types;
      if (block->type != MDG_N_FACILITY_TYPES)
        seen |= 1u << block->type;
    }

  for (guint type = MDG_FACILITY_HOSPITAL; type < MDG_N_TYPE_ROWS; type++)
    if ((seen & 1u << type) == 0)
      {
        MdgReportEntry *entry =
          mdg_import_output_begin (output, MDG_TABLE_FACILITY_PREFECTURES, MDG_NO_LINE);

        entry->facility_type = type;
      }
}

/**
 * mdg_blocks_emit:
 * @blocks: (element-type MdgBlock): the tables
 * @output: the output
 * @doubtful: prefectures, as a bit set, whose rows law 4 does not confirm
 *
 * Hands out the tables that hold, and reports those that are refused, open or missing. What can be
 * read of a refused one is kept with its entry.
 */
void
mdg_blocks_emit (GPtrArray *blocks, MdgImportOutput *output, guint64 doubtful)
{
  for (guint i = 0; i < blocks->len; i++)
    emit_block (g_ptr_array_index (blocks, i), blocks, output, doubtful);
  emit_missing_blocks (blocks, output);
}
