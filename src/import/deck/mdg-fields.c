/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-fields.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

#define MAX_RANK_DIGITS 2

static gboolean
read_rate (const char **cursor, MdgField *field)
{
  const char *p = *cursor;

  if (!g_ascii_isdigit (*p) || !mdg_scan_percent (&p, &field->rate) || field->rate.decimals != 2)
    return FALSE;

  field->kind = MDG_FIELD_RATE;
  *cursor = p;
  return TRUE;
}

static gboolean
read_bracket (const char **cursor, MdgField *field)
{
  const char *p = *cursor;
  gint64 number;

  if (!mdg_scan_literal (&p, "(") || !mdg_scan_integer (&p, MAX_RANK_DIGITS, &number))
    return FALSE;
  mdg_scan_literal (&p, "位");
  if (!mdg_scan_literal (&p, ")"))
    return FALSE;

  field->kind = MDG_FIELD_BRACKET;
  field->number = (guint) number;
  *cursor = p;
  return TRUE;
}

static gboolean
read_number (const char **cursor, MdgField *field)
{
  const char *p = *cursor;
  gsize n_digits = 0;
  gboolean has_comma = FALSE;

  for (; g_ascii_isdigit (*p) || (n_digits > 0 && *p == ',' && g_ascii_isdigit (p[1])); p++)
    {
      has_comma = has_comma || *p == ',';
      n_digits++;
    }
  if (n_digits == 0)
    return FALSE;

  if ((*p == '.' && g_ascii_isdigit (p[1])) || *p == '%')
    {
      field->kind = MDG_FIELD_NUMBER;
      while (g_ascii_isdigit (*p) || *p == '.' || *p == '%')
        p++;
    }
  else if (has_comma || n_digits > MAX_RANK_DIGITS)
    {
      field->kind = MDG_FIELD_COUNTS;
    }
  else
    {
      field->kind = MDG_FIELD_RANK;
      field->number = (guint) g_ascii_strtoull (*cursor, NULL, 10);
      mdg_scan_literal (&p, "位");
    }

  *cursor = p;
  return TRUE;
}

static gboolean
read_area (const char **cursor, MdgField *field)
{
  if (!mdg_scan_area (cursor, &field->area))
    return FALSE;

  field->kind = MDG_FIELD_AREA;
  return TRUE;
}

/**
 * mdg_fields_append:
 * @fields: (element-type MdgField): where to add
 * @text: a normalised line, which must outlive the fields
 * @line: index of the line
 *
 * Takes a line apart. Fields may stand together without a blank, but a word that is not made of
 * fields alone is no field at all: the number of "R7.9順位" is not one of a table.
 */
void
mdg_fields_append (GArray *fields, const char *text, guint line)
{
  guint n_before_word = fields->len;

  mdg_scan_blanks (&text);
  while (*text != '\0')
    {
      MdgField field = { .line = line, .text = text };
      const char *p = text;

      if (!read_rate (&p, &field) && !read_bracket (&p, &field) && !read_number (&p, &field) &&
          !read_area (&p, &field))
        {
          g_array_set_size (fields, n_before_word);
          field.kind = MDG_FIELD_WORD;
          p += strcspn (p, " ");
        }
      field.length = (gsize) (p - text);
      g_array_append_val (fields, field);

      text = p;
      if (*text == ' ')
        {
          mdg_scan_blanks (&text);
          n_before_word = fields->len;
        }
    }
}
