/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-parser.h"

#include "import/deck/mdg-deck-columns.h"
#include "import/deck/mdg-deck-notes.h"
#include "import/deck/mdg-deck-tables.h"
#include "import/deck/mdg-deck-types.h"
#include "import/mdg-import-error.h"
#include "import/deck/mdg-scan.h"

#include <glib/gi18n.h>

/* The date of the meeting stands on the cover, if anywhere. */
#define COVER_LINES 30u
/* The ministry reports a month two to six weeks after its end. */
#define MAX_DAYS_TO_PUBLICATION 200u

/* The claims of a month are counted a month later than its verifications. */
#define CLAIMS_LAG 1

/* 【10月分実績】 names no year. If nothing else names the month, the claims rate does: it is of the
 * month before, or of a month shortly before that. */
static MdgMonth
find_month_by_claims (const MdgDeck *deck)
{
  for (guint i = 0; deck->month_number > 0 && i < deck->claims_rates->len; i++)
    {
      MdgMonth claims = g_array_index (deck->claims_rates, MdgClaimsRate, i).month;

      for (guint later = 0; claims != MDG_MONTH_NONE && later <= CLAIMS_LAG + 2; later++)
        if (mdg_month_get_number (claims + later) == deck->month_number)
          return claims + later;
    }

  return MDG_MONTH_NONE;
}

/* The month most places name. Where as many name another one, nobody can tell. */
static MdgMonth
find_month (const MdgDeck *deck)
{
  MdgMonth best = MDG_MONTH_NONE;
  guint best_votes = 0;
  gboolean is_tied = FALSE;

  for (guint i = 0; i < deck->month_notes->len; i++)
    {
      MdgMonth month = g_array_index (deck->month_notes, MdgMonthNote, i).month;
      guint votes = mdg_month_get_number (month) == deck->month_number ? 1 : 0;

      for (guint j = 0; j < deck->month_notes->len; j++)
        votes += g_array_index (deck->month_notes, MdgMonthNote, j).month == month;

      if (votes > best_votes)
        {
          best = month;
          best_votes = votes;
          is_tied = FALSE;
        }
      else if (votes == best_votes && month != best)
        {
          is_tied = TRUE;
        }
    }

  if (is_tied)
    return MDG_MONTH_NONE;

  return best != MDG_MONTH_NONE ? best : find_month_by_claims (deck);
}

static MdgDay
find_publication_day (const MdgDeck *deck)
{
  guint end = MIN (COVER_LINES, deck->slides->end_line);
  MdgDay last = mdg_month_last_day (deck->month);

  for (guint i = 0; i < end; i++)
    for (const char *p = mdg_document_get_line (deck->document, i)->text; *p != '\0';
         p = g_utf8_next_char (p))
      {
        const char *cursor = p;
        MdgDay day;

        if (mdg_scan_day (&cursor, &day) && day > last && day <= last + MAX_DAYS_TO_PUBLICATION)
          return day;
      }

  return MDG_DAY_NONE;
}

static char *
find_title (const MdgDeck *deck)
{
  if (deck->slides->slides->len > 0)
    {
      const MdgSlide *first = &g_array_index (deck->slides->slides, MdgSlide, 0);

      if (*first->title != '\0')
        return g_strdup (first->title);
    }

  for (guint i = 0; i < deck->slides->end_line; i++)
    {
      const MdgLine *line = mdg_document_get_line (deck->document, i);
      const char *text = line->text;

      if (!mdg_scan_end (&text))
        return mdg_line_dup_original (line);
    }

  return g_strdup ("");
}

/**
 * mdg_deck_parse:
 * @document: the document, which must outlive the deck
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a deck's text: finds every figure that may be one, and the month of the figures.
 *
 * Returns: (transfer full) (nullable): the candidates, or %NULL with %MDG_IMPORT_ERROR_NO_TABLE,
 *   %MDG_IMPORT_ERROR_NO_MONTH or %G_IO_ERROR_CANCELLED
 */
MdgDeck *
mdg_deck_parse (const MdgDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (MdgDeck) deck = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  deck = mdg_deck_new (document);
  if (!mdg_deck_parse_types (deck, cancellable, error) ||
      !mdg_deck_parse_tables (deck, cancellable, error) ||
      !mdg_deck_parse_columns (deck, cancellable, error) ||
      !mdg_deck_parse_notes (deck, cancellable, error))
    return NULL;

  if (!mdg_deck_has_table (deck))
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_TABLE,
                   _ ("No table of the ministry’s deck was recognised in %u lines of text. Looked "
                      "for: totals by facility type, information views, the claims-basis rate, "
                      "card holders and registrants, facilities by usage band, rates by "
                      "prefecture, and counts by prefecture with ranks. Choose the text of a deck "
                      "on マイナ保険証."),
                   mdg_document_get_n_lines (document));
      return NULL;
    }

  deck->month = find_month (deck);
  if (deck->month == MDG_MONTH_NONE)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_MONTH,
                   _ ("The text holds tables, but nothing in it tells for certain which month they "
                      "are of. Import the whole deck, with its headings."));
      return NULL;
    }
  deck->title = find_title (deck);
  deck->published = find_publication_day (deck);

  return g_steal_pointer (&deck);
}
