/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-tidy.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const column_names[MDG_N_TIDY_COLUMNS] = {
  "month", "as_of", "area",    "area_name", "facility_type", "measure", "value",
  "unit",  "basis", "quality", "precision", "edition",       "page",
};

const char *const MDG_TIDY_HEADER =
  "month,as_of,area,area_name,facility_type,measure,value,unit,basis,quality,precision,edition,page";

G_DEFINE_QUARK (mdg - tidy - error - quark, mdg_tidy_error)

/**
 * mdg_tidy_get_column_name:
 * @column: a column
 *
 * Returns: what stands above it
 */
const char *
mdg_tidy_get_column_name (guint column)
{
  g_return_val_if_fail (column < MDG_N_TIDY_COLUMNS, "");

  return column_names[column];
}

static void
append_and_free (GString *out, char *text)
{
  g_string_append (out, text);
  g_free (text);
}

/**
 * mdg_tidy_append_field:
 * @out: the text to write to
 * @observation: a figure
 * @edition: the edition it comes from
 * @column: a column
 *
 * Appends what stands in one column of the figure's row, as it is before any quotes. Numbers are in
 * the C locale without grouping, months and days are ISO 8601; what is not known is empty.
 */
void
mdg_tidy_append_field (GString *out,
                       const MdgObservation *observation,
                       const MdgEdition *edition,
                       guint column)
{
  switch (column)
    {
    case MDG_TIDY_COLUMN_MONTH:
      append_and_free (out, mdg_month_to_string (observation->month));
      break;

    case MDG_TIDY_COLUMN_AS_OF:
      if (observation->as_of != MDG_DAY_NONE)
        append_and_free (out, mdg_day_to_string (observation->as_of));
      break;

    case MDG_TIDY_COLUMN_AREA:
      g_string_append (out, mdg_area_get_code (observation->area));
      break;

    case MDG_TIDY_COLUMN_AREA_NAME:
      g_string_append (out, mdg_area_get_name (observation->area));
      break;

    case MDG_TIDY_COLUMN_FACILITY_TYPE:
      g_string_append (out, mdg_facility_type_get_id (observation->facility_type));
      break;

    case MDG_TIDY_COLUMN_MEASURE:
      g_string_append (out, mdg_measure_get_id (observation->measure));
      break;

    case MDG_TIDY_COLUMN_VALUE:
      append_and_free (out, mdg_decimal_to_string (observation->value));
      break;

    case MDG_TIDY_COLUMN_UNIT:
      g_string_append (out, mdg_unit_get_id (mdg_measure_get_unit (observation->measure)));
      break;

    case MDG_TIDY_COLUMN_BASIS:
      g_string_append (out, mdg_basis_get_id (mdg_measure_get_basis (observation->measure)));
      break;

    case MDG_TIDY_COLUMN_QUALITY:
      g_string_append (out, mdg_quality_get_id (observation->quality));
      break;

    case MDG_TIDY_COLUMN_PRECISION:
      append_and_free (out, mdg_observation_format_precision (observation));
      break;

    case MDG_TIDY_COLUMN_EDITION:
      g_string_append (out, edition->id);
      break;

    case MDG_TIDY_COLUMN_PAGE:
      if (observation->page != MDG_PAGE_UNKNOWN)
        g_string_append_printf (out, "%d", observation->page);
      break;

    default:
      g_return_if_reached ();
    }
}

/**
 * mdg_tidy_append_row:
 * @out: the text to write to
 * @observation: a figure
 * @edition: the edition it comes from
 *
 * Appends one row, under the columns of %MDG_TIDY_HEADER, with its line end.
 */
void
mdg_tidy_append_row (GString *out, const MdgObservation *observation, const MdgEdition *edition)
{
  for (guint column = 0; column < MDG_N_TIDY_COLUMNS; column++)
    {
      if (column > 0)
        g_string_append_c (out, ',');
      /* Only the id of an edition is made by others, and may need quotes. */
      if (column == MDG_TIDY_COLUMN_EDITION)
        mdg_csv_append (out, edition->id);
      else
        mdg_tidy_append_field (out, observation, edition, column);
    }
  g_string_append_c (out, '\n');
}

static gboolean
parse_value (const char *text, MdgDecimal *value)
{
  g_autofree char *again = NULL;

  /* What reads back as another text is not how this program writes a number. */
  if (!mdg_decimal_parse (text, -1, value))
    return FALSE;
  again = mdg_decimal_to_string (*value);

  return strcmp (again, text) == 0;
}

static gboolean
parse_page (const char *text, gint16 *page)
{
  guint64 number;

  if (*text == '\0')
    {
      *page = MDG_PAGE_UNKNOWN;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT16, &number, NULL))
    return FALSE;

  *page = number;
  return TRUE;
}

static gboolean
parse_cell (MdgCsvReader *reader, guint column, MdgObservation *out)
{
  const char *text = mdg_csv_reader_get (reader, column);
  MdgFacilityType facility_type;
  MdgMeasure measure;
  MdgQuality quality;

  switch (column)
    {
    case MDG_TIDY_COLUMN_MONTH:
      return mdg_month_parse (text, &out->month);

    case MDG_TIDY_COLUMN_AS_OF:
      out->as_of = MDG_DAY_NONE;
      return *text == '\0' || mdg_day_parse (text, &out->as_of);

    case MDG_TIDY_COLUMN_AREA:
      return mdg_area_from_code (text, &out->area);

    case MDG_TIDY_COLUMN_AREA_NAME:
      return strcmp (text, mdg_area_get_name (out->area)) == 0;

    case MDG_TIDY_COLUMN_FACILITY_TYPE:
      if (!mdg_facility_type_from_id (text, &facility_type))
        return FALSE;
      out->facility_type = facility_type;
      return TRUE;

    case MDG_TIDY_COLUMN_MEASURE:
      if (!mdg_measure_from_id (text, &measure))
        return FALSE;
      out->measure = measure;
      return TRUE;

    case MDG_TIDY_COLUMN_VALUE:
      return parse_value (text, &out->value);

    case MDG_TIDY_COLUMN_UNIT:
      return strcmp (text, mdg_unit_get_id (mdg_measure_get_unit (out->measure))) == 0;

    case MDG_TIDY_COLUMN_BASIS:
      return strcmp (text, mdg_basis_get_id (mdg_measure_get_basis (out->measure))) == 0;

    case MDG_TIDY_COLUMN_QUALITY:
      if (!mdg_quality_from_id (text, &quality))
        return FALSE;
      out->quality = quality;
      return TRUE;

    case MDG_TIDY_COLUMN_PRECISION:
      return mdg_observation_parse_precision (text, out);

    case MDG_TIDY_COLUMN_EDITION:
      return *text != '\0';

    case MDG_TIDY_COLUMN_PAGE:
      return parse_page (text, &out->page);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * mdg_tidy_read_header:
 * @reader: a reader at its beginning
 * @header: the expected header line
 * @error: return location for a #MDG_TIDY_ERROR
 *
 * Reads the first record and compares it with @header.
 *
 * Returns: whether they are the same
 */
gboolean
mdg_tidy_read_header (MdgCsvReader *reader, const char *header, GError **error)
{
  g_autoptr (GString) found = g_string_new (NULL);

  if (mdg_csv_reader_next (reader))
    {
      for (guint i = 0; i < mdg_csv_reader_get_n (reader); i++)
        g_string_append_printf (found, "%s%s", i > 0 ? "," : "", mdg_csv_reader_get (reader, i));
    }
  if (strcmp (found->str, header) == 0)
    return TRUE;

  g_set_error (error, MDG_TIDY_ERROR, MDG_TIDY_ERROR_HEADER,
               _ ("The first line must be “%s”; use a file as Madoguchi exports it."), header);
  return FALSE;
}

/**
 * mdg_tidy_read_record:
 * @reader: a reader whose current record is a row
 * @observation: (out caller-allocates): the figure; its `edition` is 0
 * @edition_id: (out) (transfer none): the id of its edition, valid until the next record
 * @error: return location for a #MDG_TIDY_ERROR
 *
 * Reads the current record as one figure. The columns that follow from others (name of the area,
 * unit, basis) must agree with them.
 *
 * Returns: whether every cell could be read
 */
gboolean
mdg_tidy_read_record (MdgCsvReader *reader,
                      MdgObservation *observation,
                      const char **edition_id,
                      GError **error)
{
  *observation = (MdgObservation) { 0 };

  if (mdg_csv_reader_get_n (reader) != MDG_N_TIDY_COLUMNS)
    {
      g_set_error (error, MDG_TIDY_ERROR, MDG_TIDY_ERROR_ROW,
                   _ ("Line %u has %u columns instead of %d; put texts with commas in quotes."),
                   mdg_csv_reader_get_line (reader), mdg_csv_reader_get_n (reader),
                   MDG_N_TIDY_COLUMNS);
      return FALSE;
    }

  for (guint column = 0; column < MDG_N_TIDY_COLUMNS; column++)
    {
      if (!parse_cell (reader, column, observation))
        {
          g_set_error (error, MDG_TIDY_ERROR, MDG_TIDY_ERROR_VALUE,
                       _ ("Line %u: “%s” does not fit in the column “%s” of this row; correct it."),
                       mdg_csv_reader_get_line (reader), mdg_csv_reader_get (reader, column),
                       column_names[column]);
          return FALSE;
        }
    }

  *edition_id = mdg_csv_reader_get (reader, MDG_TIDY_COLUMN_EDITION);
  return TRUE;
}

/**
 * mdg_tidy_parse_row:
 * @line: (array length=length): one row
 * @length: its length in bytes
 * @observation: (out caller-allocates): the figure; its `edition` is 0
 * @edition_id: (out) (transfer full): the id of its edition
 * @error: return location for a #MDG_TIDY_ERROR
 *
 * Reads one row as [func@tidy_append_row] writes it, with or without its line end.
 *
 * Returns: whether every cell could be read; @edition_id is set only then
 */
gboolean
mdg_tidy_parse_row (const char *line,
                    gsize length,
                    MdgObservation *observation,
                    char **edition_id,
                    GError **error)
{
  g_auto (MdgCsvReader) reader;
  const char *id = NULL;

  mdg_csv_reader_init (&reader, line, length);
  /* An empty line leaves a record without a field, which is one of the wrong length. */
  (void) mdg_csv_reader_next (&reader);
  if (!mdg_tidy_read_record (&reader, observation, &id, error))
    return FALSE;

  *edition_id = g_strdup (id);
  return TRUE;
}
