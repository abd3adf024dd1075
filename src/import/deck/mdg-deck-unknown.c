/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-unknown.h"

#include "import/deck/mdg-fields.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * Tables that nobody looks for. They are only said to be there, so that a new table of a later deck
 * is not missed; sentences with numbers in them and the axes of charts must not be taken for one.
 */

#define MIN_ROWS 3u
#define MIN_NUMBERS 3u

/* A row has a label of few words. */
#define MAX_WORDS 3u

/* Longer lines are no rows. */
#define MAX_BYTES 400u

static gboolean
is_figure (const MdgField *field)
{
  return field->kind == MDG_FIELD_RATE ||
         (field->kind == MDG_FIELD_COUNTS && memchr (field->text, ',', field->length) != NULL);
}

/* How many numbers a line has that looks like a row, or 0. Ticks and years alone make no row. */
static guint
count_numbers (GArray *fields, const char *text, guint line)
{
  guint n_numbers = 0;
  guint n_words = 0;
  gboolean has_figure = FALSE;

  g_array_set_size (fields, 0);
  if (strlen (text) > MAX_BYTES)
    return 0;

  mdg_fields_append (fields, text, line);
  for (guint i = 0; i < fields->len; i++)
    {
      const MdgField *field = &g_array_index (fields, MdgField, i);

      has_figure = has_figure || is_figure (field);
      n_words += field->kind == MDG_FIELD_WORD;
      n_numbers += field->kind != MDG_FIELD_WORD && field->kind != MDG_FIELD_AREA;
    }

  return has_figure && n_words <= MAX_WORDS && n_numbers >= MIN_NUMBERS ? n_numbers : 0;
}

/**
 * mdg_deck_has_unknown_table:
 * @deck: a deck
 * @slide: a slide of it, on which no known table stands
 *
 * Looks for several lines, one after the other, with the same number of numbers.
 *
 * Returns: whether the slide seems to have a table
 */
gboolean
mdg_deck_has_unknown_table (const MdgDeck *deck, const MdgSlide *slide)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MdgField));
  guint n_before = 0;
  guint n_rows = 0;

  for (guint i = slide->first_line; i < slide->end_line; i++)
    {
      const char *text = mdg_document_get_line (deck->document, i)->text;
      guint n;

      if (mdg_scan_end (&text))
        continue;
      n = count_numbers (fields, text, i);
      n_rows = n == 0 ? 0 : n == n_before ? n_rows + 1 : 1;
      n_before = n;
      if (n_rows == MIN_ROWS)
        return TRUE;
    }

  return FALSE;
}
