/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-titles.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

/* "スライド 12: title" */
static gboolean
parse_list_line (const MdgLine *line, int *number)
{
  const char *text = line->text;
  gint64 value;

  if (!mdg_scan_literal (&text, "スライド") || !mdg_scan_integer (&text, 3, &value))
    return FALSE;
  if (!mdg_scan_literal (&text, ":") && !mdg_scan_end (&text))
    return FALSE;

  *number = (int) value;
  return TRUE;
}

/* The title as it is printed, after the first colon of either width. */
static char *
dup_list_title (const MdgLine *line)
{
  g_autofree char *text = mdg_line_dup_original (line);
  const char *wide = strstr (text, "：");
  const char *narrow = strchr (text, ':');

  if (narrow != NULL && (wide == NULL || narrow < wide))
    return g_strstrip (g_strdup (narrow + 1));

  return g_strstrip (g_strdup (wide != NULL ? wide + strlen ("：") : ""));
}

static gboolean
is_ascending (GArray *slides)
{
  for (guint i = 1; i < slides->len; i++)
    if (g_array_index (slides, MdgSlide, i).number <=
        g_array_index (slides, MdgSlide, i - 1).number)
      return FALSE;

  return TRUE;
}

/* Where one number of the list is wrong, the others tell from which number the list counts. */
static void
renumber (GArray *slides)
{
  int best_offset = 0;
  guint best_votes = 0;

  for (guint i = 0; i < slides->len; i++)
    {
      int offset = g_array_index (slides, MdgSlide, i).number - (int) i;
      guint votes = 0;

      for (guint j = 0; j < slides->len; j++)
        votes += g_array_index (slides, MdgSlide, j).number - (int) j == offset;
      if (votes > best_votes)
        {
          best_votes = votes;
          best_offset = offset;
        }
    }

  if (best_votes + 1 < slides->len && is_ascending (slides))
    return;

  for (guint i = 0; i < slides->len; i++)
    g_array_index (slides, MdgSlide, i).number = best_offset + (int) i;
}

static void
fill_gaps (GArray *slides)
{
  for (guint i = 1; i < slides->len && slides->len < MDG_MAX_SLIDES; i++)
    {
      int previous = g_array_index (slides, MdgSlide, i - 1).number;

      if (g_array_index (slides, MdgSlide, i).number > previous + 1)
        {
          MdgSlide slide = { .number = previous + 1, .title = g_strdup ("") };

          g_array_insert_val (slides, i, slide);
        }
    }
}

/**
 * mdg_deck_titles_read:
 * @document: a document
 * @slides: (element-type MdgSlide): array to which the slides are added
 *
 * Reads the list of titles that stands at the end of a deck's text, if there is one. Slides that the
 * list leaves out between others are added without a title.
 *
 * Returns: index of the list's first line, or the number of lines
 */
guint
mdg_deck_titles_read (const MdgDocument *document, GArray *slides)
{
  guint n_lines = mdg_document_get_n_lines (document);
  guint first = n_lines;
  guint i = n_lines;

  while (i > 0)
    {
      const MdgLine *line = mdg_document_get_line (document, i - 1);
      const char *text = line->text;
      int number;

      if (parse_list_line (line, &number))
        first = i - 1;
      else if (!mdg_scan_end (&text))
        break;
      i--;
    }

  for (i = first; i < n_lines && slides->len < MDG_MAX_SLIDES; i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);
      int number;

      if (parse_list_line (line, &number))
        {
          MdgSlide slide = { .number = number, .title = dup_list_title (line) };

          g_array_append_val (slides, slide);
        }
    }

  renumber (slides);
  fill_gaps (slides);

  return first;
}
